//! What an unattended run must keep: the same bytes, every row accounted for, all outputs or none.

use std::ffi::OsStr;
use std::fs;

use tempfile::TempDir;

use crate::harness::{DATE, assess, assessed, checked, file, has, outsift, path};

#[test]
fn the_same_run_gives_the_same_bytes() {
    for sample in ["samples/portfolio.xlsx", "samples/werkzeugbau.csv"] {
        let (one, two) = (assessed(sample), assess(&path(sample), &[]));
        let names = |folder: &TempDir| {
            let mut names: Vec<_> =
                fs::read_dir(folder.path()).expect("outputs").map(|e| e.expect("an entry").file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(names(&one.folder).len(), 3, "three outputs and nothing else");
        assert_eq!(names(&one.folder), names(&two.folder));
        for name in names(&one.folder) {
            let bytes = |folder: &TempDir| fs::read(folder.path().join(&name)).expect("an output");
            assert!(bytes(&one.folder) == bytes(&two.folder), "{name:?} differs");
        }
    }
}

#[test]
fn source_date_epoch_is_the_date() {
    let folder = TempDir::new().expect("a folder");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_outsift"))
        .args([OsStr::new("assess"), path("samples/werkzeugbau.csv").as_os_str(), OsStr::new("-o")])
        .arg(folder.path())
        .env("SOURCE_DATE_EPOCH", "86400")
        .status()
        .expect("the program starts");
    assert!(run.success());
    let record = fs::read_to_string(folder.path().join("werkzeugbau-record.json")).expect("a record");
    assert!(record.contains(r#""date":"1970-01-02""#));
}

#[test]
fn every_row_is_a_function_or_excluded_with_a_reason() {
    let assessed = assessed("samples/portfolio.xlsx");
    let record = assessed.record();
    let rows = |list: &str| {
        record[list]
            .as_array()
            .expect("a list")
            .iter()
            .map(|row| row["row"].as_u64().expect("a row"))
            .collect::<Vec<_>>()
    };
    let mut all = [rows("functions"), rows("excluded")].concat();
    all.sort_unstable();
    let header = record["input"]["header_row"].as_u64().expect("a row");
    assert_eq!(all, (header + 1..=header + all.len() as u64).collect::<Vec<_>>());
    assert_eq!(record["totals"]["rows"], all.len());
    let by_verdict = record["totals"]["verdicts"].as_array().expect("verdicts").iter();
    let sum: u64 = by_verdict.map(|verdict| verdict["functions"].as_u64().expect("a count")).sum();
    assert_eq!(sum, rows("functions").len() as u64);
}

#[test]
fn an_output_is_never_an_input() {
    let (folder, input) = file("portfolio-assessed.xlsx", fs::read(path("samples/portfolio.xlsx")).expect("a sample"));
    let linked = folder.path().join("portfolio.xlsx");
    fs::copy(&input, &linked).expect("a copy");
    let before = fs::read(&input).expect("the input");
    // The rulebook stands where the record would go.
    let rulebook = folder.path().join("portfolio-record.json");
    fs::write(&rulebook, fs::read(path("templates/rulebook.toml")).expect("a rulebook")).expect("a copy");
    let run = outsift([
        OsStr::new("assess"),
        linked.as_os_str(),
        OsStr::new("--rulebook"),
        rulebook.as_os_str(),
        OsStr::new("-o"),
        folder.path().as_os_str(),
    ]);
    assert_eq!(run.code, 64);
    assert_eq!(
        run.stderr,
        format!(
            "error[output-is-input]: {}: would be overwritten, but is an input of this run\n  \
             help: write to another folder with `-o DIR`\n",
            rulebook.display()
        )
    );
    assert_eq!(fs::read(&input).expect("the input"), before);
}

#[test]
fn an_assessed_workbook_is_assessed_as_its_inventory_was() {
    for portfolio in ["samples/portfolio.xlsx", "samples/werkzeugbau.csv"] {
        let first = assess(&path(portfolio), &[]);
        let second = assess(&first.workbook(), &[]);
        assert_eq!(second.verdicts(), first.verdicts(), "{portfolio}");
        let problems = second.record()["problems"].to_string();
        assert!(
            problems.contains("holds an earlier assessment; its columns from `Verdict` on were left out"),
            "{problems}"
        );
    }
}

#[test]
fn a_value_longer_than_a_message_is_quoted_in_part() {
    let value = "x".repeat(32_740);
    let (_folder, input) = file("long.csv", format!("Function,Strategic value\nPayroll,{value}\nTax,High\n"));
    let problems = assess(&input, &[]).record()["problems"].to_string();
    assert!(problems.contains(&format!("`{}…`", &value[..100])), "{problems}");
    assert!(problems.len() < 1_000, "{}", problems.len());
}

#[test]
fn a_run_that_cannot_write_leaves_older_outputs_alone() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::write(at("werkzeugbau-assessed.xlsx"), "old").expect("an old output");
    fs::create_dir(at("werkzeugbau-record.json")).expect("a folder in the way");
    let run = outsift([
        OsStr::new("assess"),
        path("samples/werkzeugbau.csv").as_os_str(),
        OsStr::new("-o"),
        folder.path().as_os_str(),
    ]);
    assert_eq!(run.code, 73, "{}", run.stderr);
    assert_eq!(
        run.stderr,
        format!(
            "error[cannot-write]: {}: cannot be replaced: it is a folder\n  \
             help: make room or write elsewhere with `-o`; older outputs are untouched\n",
            at("werkzeugbau-record.json").display()
        )
    );
    assert_eq!(fs::read(at("werkzeugbau-assessed.xlsx")).expect("the old output"), b"old");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2, "nothing is left behind");
}

#[test]
fn a_table_too_large_for_a_sheet_is_refused_before_anything_is_written() {
    let more: Vec<String> = (1..16_384).map(|i| format!("c{i}")).collect();
    let (folder, input) =
        file("wide.csv", format!("Function,{}\nPayroll,High{}\n", more.join(","), ",".repeat(16_382)));
    let out = folder.path().join("out");
    let run = outsift([OsStr::new("assess"), input.as_os_str(), OsStr::new("-o"), out.as_os_str()]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            65,
            "error[too-large-for-a-sheet]: wide.csv: the table needs 2 rows and 16,410 columns, 26 of them for the \
             judgement, and an Excel sheet holds 1,048,576 rows and 16,384 columns\n  \
             help: split the file, delete what stands far to the right, or do without a workbook with `--no-workbook`\n"
        )
    );
    assert!(!out.exists(), "a run that fails makes no folder");
    // What an older run has left there is not to be taken for a part of the set.
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("wide-assessed.xlsx"), "old").expect("room");
    let run = outsift([
        OsStr::new("assess"),
        input.as_os_str(),
        OsStr::new("-o"),
        out.as_os_str(),
        OsStr::new("--no-workbook"),
    ]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let mut names: Vec<_> = fs::read_dir(&out).expect("the folder").map(|e| e.expect("an entry").file_name()).collect();
    names.sort();
    // It may have been filled in, and has another name now.
    let kept = names.remove(0).into_string().expect("a name");
    assert!(kept.starts_with("wide-assessed.2"), "{kept}");
    assert_eq!(names, ["wide-record.json", "wide-summary.pdf"]);
    assert_eq!(outsift([OsStr::new("verify"), out.join("wide-record.json").as_os_str()]).code, 0);
}

#[test]
fn a_text_that_a_cell_cannot_hold_is_told_of() {
    let long = "é".repeat(40_000);
    let (_folder, input) = file("long.csv", format!("Function,Volume,Notes\nPayroll,High,{long}\nTax,Low,short\n"));
    let record = assess(&input, &[]).record();
    let problems = record["problems"].as_array().expect("problems");
    let found = problems.iter().find(|problem| problem["code"] == "long-text").expect("a note on the text");
    assert_eq!(
        (found["message"].as_str(), found["help"].as_str()),
        (
            Some("1 text is longer than the 32,767 characters that a cell can hold; the workbook has its beginning"),
            Some("shorten it in the input, or read it there")
        )
    );
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let (_folder, blocker) = file("file", "");
    let run = outsift([
        OsStr::new("assess"),
        path("samples/werkzeugbau.csv").as_os_str(),
        OsStr::new("-o"),
        blocker.join("out").as_os_str(),
    ]);
    assert_eq!(run.code, 73);
    assert!(run.stderr.starts_with("error[cannot-write]: "), "{}", run.stderr);
}

#[test]
fn what_was_assumed_is_in_every_output() {
    let assessed = assess(&path("samples/portfolio.xlsx"), &["--assume", "control=low"]);
    let record = assessed.record();
    let assumption = serde_json::json!({ "attribute": "control", "value": "low", "level": 0, "department": null });
    assert_eq!(record["assumptions"], serde_json::json!([assumption]));
    let reasons = record["functions"].as_array().expect("functions").iter().filter_map(|f| f["reasons"].as_array());
    let assumed =
        reasons.flatten().filter(|reason| reason.as_str().is_some_and(|r| r.contains("low, assumed"))).count();
    assert_eq!(assumed, 21, "the functions without an answer of their own");
}

#[test]
fn what_is_assumed_for_a_department_counts_before_what_is_assumed_for_all() {
    let assessed =
        assess(&path("samples/portfolio.xlsx"), &["--assume", "control=low", "--assume", "control=high@finance"]);
    let record = assessed.record();
    let functions = record["functions"].as_array().expect("functions");
    let assumed = |value: &str| {
        let says = |f: &&serde_json::Value| f["reasons"].to_string().contains(&format!("{value}, assumed"));
        functions.iter().filter(says).map(|f| f["id"].as_str().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!((assumed("low").len(), assumed("high").len()), (19, 2));
    assert!(assumed("high").iter().all(|id| id.starts_with("FIN-")), "{:?}", assumed("high"));
}

/// What the summary leaves out is in the record where there is no workbook, and nothing sends a reader to one.
#[test]
fn without_a_workbook_nothing_points_to_one() {
    let known = "High,High,High,High,Ongoing,High,Low";
    let row = |i: usize| {
        let (name, values, cost) = match i % 4 {
            0 => ("Werk 人事", known, "some"),
            1 => ("Work", "Low,Low,Low,Low,Once,High,High", "5000"),
            2 => ("Open", ",,,,,,", "?"),
            _ => ("", "High,High,,,,,", "1"),
        };
        let name = if name.is_empty() { String::new() } else { format!("{name} {i}") };
        format!("{name},Finance,{values},{cost}\n")
    };
    let head = "Function,Department,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation,Annual cost\n";
    let long = format!("{},Finance,{known},5000\n", "x".repeat(40_000));
    let rows = |turned: &str| (0..400).map(row).collect::<String>().replace("Low,Low,Low", turned);
    let (_before, before) = file("before.csv", format!("{head}{}", rows("High,High,High")));
    let (_now, now) = file("now.csv", format!("{head}{}{long}", rows("Low,Low,Low")));
    let earlier = assess(&before, &["--no-workbook"]);
    let earlier = earlier.folder.path().join("before-record.json");
    let folder = TempDir::new().expect("a folder");
    let run = outsift(
        [OsStr::new("assess"), now.as_os_str(), OsStr::new("-o"), folder.path().as_os_str(), OsStr::new("--previous")]
            .into_iter()
            .chain([earlier.as_os_str(), OsStr::new("--no-workbook"), OsStr::new("--date"), OsStr::new(DATE)]),
    );
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let names_one = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let honest = ["There is no workbook, as `--no-workbook` asked for.", "--no-workbook"];
        let text = honest.iter().fold(text, |text, honest| text.replace(honest, ""));
        text.match_indices("workbook").chain(text.match_indices("sheet")).next().map(|(at, _)| {
            text[..at].chars().rev().take(80).collect::<String>().chars().rev().collect::<String>() + &text[at..at + 8]
        })
    };
    assert_eq!(names_one(&run.stdout), None);
    assert!(run.stdout.contains("in the record"), "{}", run.stdout);
    if has("pdftotext") {
        let pdf = folder.path().join("now-summary.pdf");
        let text = checked("pdftotext", &[OsStr::new("-raw"), pdf.as_os_str(), OsStr::new("-")]);
        assert_eq!(names_one(&text), None);
        let kinds = ["more functions are in the record only"];
        for said in kinds.into_iter().chain(["the record has them"]) {
            assert!(text.replace('\n', " ").contains(said), "`{said}` is not in the PDF");
        }
    }
}
