//! A month of nightly runs over changing exports, with edits and decisions in between, two crashes and a rulebook change: nothing
//! is lost, and the history adds up.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{checked, has, has_module, run_in};

/// How many nights there are.
const NIGHTS: usize = 30;

/// The export of a night: functions come and go, gaps are filled.
fn export(night: usize) -> String {
    let mut text =
        "Id,Function,Department,Annual cost,Strategic value,Volume,Repetitiveness,Continuity,Control wanted\n"
            .to_owned();
    for number in 1..=24 + night / 3 {
        if number % 11 == night % 11 && night > 20 {
            continue;
        }
        let level = |salt: usize| ["Low", "Medium", "High", ""][(number * salt + number / 5) % 4];
        let control = if number % 3 == 0 && number > night { "" } else { level(7) };
        let volume = if night >= 12 && number == 4 { "High" } else { level(3) };
        let _ = writeln!(
            text,
            "F-{number},Function {number},{},{},{},{volume},{},{},{control}",
            ["Finance", "Sales", "IT"][number % 3],
            number * 1000,
            level(1),
            level(5),
            level(2),
        );
    }
    text
}

fn record(out: &Path) -> Value {
    serde_json::from_slice(&fs::read(out.join("export-record.json")).expect("a record")).expect("JSON")
}

/// The decisions of a record by the ids of their functions, those on functions that are gone included.
fn decisions(record: &Value) -> BTreeMap<String, String> {
    let left = record["changes"]["left_behind"].as_array().into_iter().flatten();
    let all = record["functions"].as_array().expect("functions").iter().chain(left);
    let decided = all.filter_map(|function| {
        let choice = function["decision"]["choice"].as_str()?;
        Some((function["id"].as_str()?.to_owned(), choice.to_owned()))
    });
    decided.collect()
}

/// Types a decision on some function that has none into the workbook, as a person would.
fn decide(workbook: &Path, night: usize) -> (String, String) {
    let script = "\
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = book['Assessment']
header = next(row for row in sheet.iter_rows() if any(cell.value == 'Decision' for cell in row))
column = {cell.value: cell.column for cell in header if cell.value}
rows = [r for r in range(header[0].row + 1, sheet.max_row + 1) if sheet.cell(r, 1).value and not sheet.cell(r, column['Decision']).value]
row = rows[int(sys.argv[2]) % len(rows)]
choice = ['agree', 'retain', 'defer'][int(sys.argv[2]) % 3]
sheet.cell(row, column['Decision'], choice)
sheet.cell(row, column['Decided by'], 'Ana')
book.save(sys.argv[1])
print(sheet.cell(row, 1).value, choice)
";
    let printed =
        checked("python3", &["-c".as_ref(), script.as_ref(), workbook.as_os_str(), night.to_string().as_ref()]);
    let (id, choice) = printed.trim().split_once(' ').expect("what was decided");
    (id.to_owned(), choice.to_owned())
}

/// A run that dies while it moves its files: the newer record is in its place, nothing else is, and no lock is held.
fn crash(out: &Path) {
    let hidden = out.join(".export.outsift");
    fs::create_dir(&hidden).expect("room");
    for (name, file) in
        [("workbook", "export-assessed.xlsx"), ("summary", "export-summary.pdf"), ("record", "export-record.json")]
    {
        fs::rename(out.join(file), hidden.join(format!("older-{name}"))).expect("it was there");
        fs::write(hidden.join(name), "half").expect("room");
    }
    fs::write(hidden.join("lock"), "").expect("room");
    fs::write(hidden.join("moving"), "workbook\nsummary\nrecord\n").expect("room");
}

#[test]
fn a_month_of_runs_loses_nothing_and_adds_up() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("out");
    fs::write(folder.path().join("outsift.toml"), "inventory = \"export.csv\"\noutput = \"out\"\nquiet = true\n")
        .expect("room");
    let mut decided: BTreeMap<String, String> = BTreeMap::new();
    let mut expected: Vec<(String, usize, [usize; 4], usize)> = Vec::new();
    for night in 0..NIGHTS {
        let date = format!("2026-01-{:02}", night + 1);
        fs::write(folder.path().join("export.csv"), export(night)).expect("room");
        if night == 15 {
            fs::write(folder.path().join("mine.toml"), "weights.control = 2\n").expect("room");
            let job = "inventory = \"export.csv\"\noutput = \"out\"\nquiet = true\nrulebook = \"mine.toml\"\n";
            fs::write(folder.path().join("outsift.toml"), job).expect("room");
        }
        if [9, 21].contains(&night) {
            crash(&out);
        }
        let run = run_in(folder.path(), &format!("assess --date {date}"));
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "night {night}: {}", run.stderr);
        assert_eq!(run_in(folder.path(), "verify out/export-record.json --quiet").code, 0, "night {night}");
        let found = record(&out);
        assert_eq!(decisions(&found), decided, "night {night}");
        let functions = found["functions"].as_array().expect("functions");
        let count = |verdict: &str| functions.iter().filter(|function| function["verdict"] == verdict).count();
        let verdicts = ["bpo", "traditional-outsourcing", "split", "insufficient-evidence"].map(count);
        let carried = functions.iter().filter(|function| function["decision"]["choice"].is_string()).count();
        expected.push((date, functions.len(), verdicts, carried));
        if night % 4 == 1 {
            let (id, choice) = decide(&out.join("export-assessed.xlsx"), night);
            decided.insert(id, choice);
        }
    }
    let history = record(&out)["history"].clone();
    let told = history.as_array().expect("a history").iter().map(|run| {
        let number = |name: &str| run[name].as_u64().expect("a number") as usize;
        let verdicts = ["bpo", "traditional_outsourcing", "split", "insufficient_evidence"].map(number);
        (run["date"].as_str().expect("a date").to_owned(), number("functions"), verdicts, number("decisions"))
    });
    assert_eq!(told.collect::<Vec<_>>(), expected);
    let rules: Vec<&Value> = history.as_array().expect("a history").iter().map(|run| &run["rulebook_sha256"]).collect();
    assert!(
        rules[..15].iter().all(|sum| *sum == rules[0])
            && rules[15..].iter().all(|sum| *sum == rules[15])
            && rules[0] != rules[15]
    );
    // Every workbook that somebody typed into is still there, as it was or taken over.
    assert_eq!(decided.len(), (0..NIGHTS).filter(|night| night % 4 == 1).count());
    histories(folder.path(), &out, &history);
}

/// All ways to print the history say the same, from a folder and from one record.
fn histories(folder: &Path, out: &Path, history: &Value) {
    let json = run_in(folder, "history out --json");
    let printed: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!((&printed[0]["portfolio"], &printed[0]["runs"]), (&Value::from("export"), history));
    let csv = run_in(folder, "history out/export-record.json --csv").stdout;
    assert_eq!(csv.lines().count(), NIGHTS + 1);
    let last = history[NIGHTS - 1].clone();
    let line = format!(
        "export,2026-01-30,{},{},{},{},{},{},{},{},{},{},{}",
        last["functions"],
        last["bpo"],
        last["traditional_outsourcing"],
        last["split"],
        last["insufficient_evidence"],
        last["firm"],
        last["review"],
        last["coverage_percent"],
        last["decisions"],
        last["input_sha256"].as_str().expect("a sum"),
        last["rulebook_sha256"].as_str().expect("a sum"),
    );
    assert_eq!(csv.lines().last(), Some(line.as_str()));
    let text = run_in(folder, "history out").stdout;
    assert_eq!(text.lines().filter(|line| line.starts_with("2026-01-")).count(), NIGHTS, "{text}");
    assert!(text.contains("\nFrom 2026-01-01 to 2026-01-30: functions 24 → "), "{text}");
    if has("pdftotext") {
        let pdf = out.join("export-summary.pdf");
        let text = checked("pdftotext", &["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]);
        let course = "Firm verdicts, decisions and functions without enough evidence, run by run";
        assert!(text.contains(course) && text.contains("In 30 runs since 1 January 2026"), "{text}");
    }
    let refused = run_in(folder, "history .");
    assert_eq!(
        (refused.code, refused.stderr.as_str()),
        (66, "error[no-record]: .: holds no record of a run\n  help: give the folder that `outsift assess` wrote to\n")
    );
}
