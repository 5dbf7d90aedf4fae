//! An annotated workbook as the rulebook of another run: losslessly, with other weights, and with mistakes.

use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use outsift::assessment::Verdict;
use outsift::rulebook;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Assessed, assess, assessed, checked, file, has, has_module, outsift, path};

/// What the program prints as the rules of a file.
#[track_caller]
fn printed(file: &Path) -> String {
    let run = outsift([OsStr::new("rulebook"), file.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", file.display());
    run.stdout
}

/// The record without the sum of the workbook, which names the file that its rules came from.
fn record_of(assessed: &Assessed) -> Value {
    let mut record = assessed.record();
    // The command names the file of the rules.
    record["outputs"].take();
    record["command"].take();
    record
}

/// A copy of a workbook with other contents in some of its cells.
fn changed(workbook: &Path, changes: &Value) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let changed = folder.path().join("changed.xlsx");
    let script = path("tests/suite/change_rules.py");
    let changes = changes.to_string();
    checked("python3", &[script.as_os_str(), workbook.as_os_str(), changed.as_os_str(), OsStr::new(&changes)]);
    (folder, changed)
}

/// Workbooks as `LibreOffice` saves them in one of its formats, recalculated; all in one start, which is what takes long.
pub fn saved_by_libreoffice(workbooks: &[PathBuf], filter: &str) -> (TempDir, Vec<PathBuf>) {
    let folder = TempDir::new().expect("a folder");
    let copies: Vec<PathBuf> = (0..workbooks.len()).map(|i| folder.path().join(format!("{i}.xlsx"))).collect();
    for (workbook, copy) in workbooks.iter().zip(&copies) {
        fs::copy(workbook, copy).expect("a copy");
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let saved = folder.path().join("saved");
    let options = ["--headless", "--norestore", &profile, "--convert-to", filter, "--outdir"].map(OsStr::new);
    let files = [&saved].into_iter().chain(&copies).map(|path| path.as_os_str());
    checked("soffice", &options.into_iter().chain(files).collect::<Vec<_>>());
    let extension = filter.split(':').next().unwrap_or_default();
    let saved = (0..workbooks.len()).map(|i| saved.join(format!("{i}.{extension}"))).collect();
    (folder, saved)
}

pub const XLSX: &str = "xlsx:Calc MS Excel 2007 XML";

/// Rules in every form that a text can have and a cell might not keep.
fn unusual_rules() -> Vec<String> {
    let windows = rulebook::default_text().replace('\n', "\r\n");
    let mut mixed =
        format!("\u{feff}# _x0041_ \t \u{1F600}\n#N/A\n\n  \n{}\r\n\r\n\n# the end", rulebook::default_text());
    let source = "source = \"Outsourcing";
    assert!(mixed.contains(source));
    mixed =
        mixed.replace(source, "source = \"\"\"\n=1+1\n'quoted\n\\\n  Outsourcing").replace("2023)\"", "2023)\"\"\"");
    mixed = mixed.replace("minimum_coverage = 50\n", "").replace("name = \"default\"", "name = \"ours\"");
    let _ = write!(mixed, " {} end", "ä_€😀".repeat(20_000));
    vec![rulebook::default_text().to_owned(), windows, mixed]
}

/// A workbook that nobody changed gives the rules back byte for byte, and so the same outputs.
#[test]
fn an_unchanged_workbook_holds_the_same_rules() {
    let input = path("samples/werkzeugbau.csv");
    for rules in unusual_rules() {
        let (_folder, toml) = file("ours.toml", &rules);
        for more in [None, Some("--values")] {
            let options = |rules: &Path| {
                let rules = rules.to_string_lossy().into_owned();
                ["--rulebook".to_owned(), rules].into_iter().chain(more.map(str::to_owned)).collect::<Vec<_>>()
            };
            let assess_by = |rules: &Path| {
                let options = options(rules);
                assess(&input, &options.iter().map(String::as_str).collect::<Vec<_>>())
            };
            let first = assess_by(&toml);
            assert!(printed(&first.workbook()) == rules, "{more:?}: {}", &rules[..40]);
            let again = assess_by(&first.workbook());
            assert!(record_of(&again) == record_of(&first), "{more:?}: {}", &rules[..40]);
            assert!(printed(&again.workbook()) == rules, "{more:?}: {}", &rules[..40]);
        }
    }
    assert_eq!(printed(&path("templates/rulebook.toml")), rulebook::default_text());
}

/// Other programs keep the rules when they save the workbook.
#[test]
fn the_rules_survive_other_programs() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    // What looks like an escape of the file format, the editing library takes for one.
    let rules: Vec<String> = unusual_rules().iter().map(|rules| rules.replace("_x0041_", "")).collect();
    let written = rules.iter().map(|rules| {
        let (_folder, toml) = file("ours.toml", rules);
        assess(&path("samples/werkzeugbau.csv"), &["--rulebook", &toml.to_string_lossy()])
    });
    let written: Vec<Assessed> = written.collect();
    for (assessed, rules) in written.iter().zip(&rules) {
        let (_folder, saved) = changed(&assessed.workbook(), &json!({}));
        assert!(printed(&saved) == *rules, "{}", &rules[..40]);
    }
    if !has("soffice") {
        return;
    }
    let workbooks: Vec<PathBuf> = written.iter().map(Assessed::workbook).collect();
    for filter in [XLSX, "ods"] {
        let (_folder, saved) = saved_by_libreoffice(&workbooks, filter);
        for (saved, rules) in saved.iter().zip(&rules) {
            assert!(printed(saved) == *rules, "{filter}: {}", &rules[..40]);
        }
    }
}

/// The default rulebook with some lines changed, each given with the line before which it stands first.
fn with_lines(lines: &[(&str, &str, &str)]) -> String {
    let mut text = rulebook::default_text().to_owned();
    for (after, from, to) in lines {
        let start = text.find(after).expect("a line");
        let at = start + text[start..].find(from).expect("what is to be changed");
        text.replace_range(at..at + from.len(), to);
    }
    text
}

/// What was changed in the cells is changed in the text and nothing else, and the workbook shows what the next run says.
#[test]
fn changed_cells_are_changed_rules() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let input = path("samples/portfolio.xlsx");
    let weight = |id: &'static str, to: &'static str| (id, "weight = 1\n", to);
    let cases = [
        (json!({ "Cost": 2.3456 }), with_lines(&[weight("id = \"cost\"", "weight = 2.346\n")])),
        (
            json!({ "Strategic value": 0.3, "Control and engagement": 1.0005, "Borderline": 20.5, "Fragile": 100 }),
            with_lines(&[
                weight("id = \"strategic_value\"\nname = \"Strategic value\"\nweight", "weight = 0.3\n"),
                weight("[[criterion]]\nid = \"control\"", "weight = 1.001\n"),
                ("[verdict]", "borderline = 20\n", "borderline = 21\n"),
                ("[verdict]", "fragile = 60\n", "fragile = 100\n"),
            ]),
        ),
        (
            json!({ "Nature of the task": 0, "Coverage needed": 0, "Cost": 1.0001, "insert": 3 }),
            with_lines(&[
                weight("[[criterion]]\nid = \"nature\"", "weight = 0\n"),
                ("[verdict]", "minimum_coverage = 50", "minimum_coverage = 0"),
            ]),
        ),
        // As in a workbook that was written before reviews had switches.
        (
            json!({
                "unname": (["split", "neutral", "provisional", "thin", "one reading"].map(|reason| format!("Review: {reason}")))
            }),
            with_lines(&[]),
        ),
        (json!({ "Cost": 7, "sort": true }), with_lines(&[weight("[[criterion]]\nid = \"cost\"", "weight = 7\n")])),
    ];
    let first = assessed("samples/portfolio.xlsx");
    let of_values = assess(&input, &["--values"]);
    let (mut books, mut runs) = (Vec::new(), Vec::new());
    for (changes, expected) in &cases {
        let (_folder, workbook) = changed(&of_values.workbook(), changes);
        assert!(printed(&workbook) == *expected, "{changes}");
        let (folder, workbook) = changed(&first.workbook(), changes);
        assert!(printed(&workbook) == *expected, "{changes}");
        let (_folder, toml) = file("changed.toml", expected);
        let by_text = assess(&input, &["--rulebook", &toml.to_string_lossy()]);
        let by_workbook = assess(&input, &["--rulebook", &workbook.to_string_lossy()]);
        assert!(record_of(&by_workbook) == record_of(&by_text), "{changes}");
        runs.push(by_workbook);
        books.push((folder, workbook));
    }
    if !has("soffice") {
        return;
    }
    let workbooks: Vec<PathBuf> = books.iter().map(|(_, workbook)| workbook.clone()).collect();
    let (_folder, saved) = saved_by_libreoffice(&workbooks, XLSX);
    for (((changes, expected), saved), run) in cases.iter().zip(&saved).zip(&runs) {
        assert!(printed(saved) == *expected, "{changes}");
        // The library that changes the workbook moves rows without the names of their cells, so that the formulas are wrong.
        if changes.get("insert").or(changes.get("sort")).is_none() {
            assert_eq!(shown_verdicts(saved), verdicts(run), "{changes}");
        }
    }
}

/// What the workbook shows of every function: its id, verdict, score, strength, and whether it is borderline.
fn shown_verdicts(workbook: &Path) -> Value {
    let script = "import json, sys, warnings, openpyxl\n\
                  warnings.simplefilter('ignore')\n\
                  rows = openpyxl.load_workbook(sys.argv[1], data_only=True)['Assessment'].iter_rows(values_only=True)\n\
                  header = next(rows)\n\
                  at = [0] + [header.index(name) for name in ('Verdict', 'Score', 'Strength', 'Review')]\n\
                  shown = ([row[i] for i in at] for row in rows)\n\
                  print(json.dumps([[i, v, round(float(s), 6), t or '', any(w in (r or '') for w in ('borderline', 'split', 'neutral'))]\n\
                  \x20                 for i, v, s, t, r in shown if isinstance(s, (int, float))]))";
    let said = checked("python3", &[OsStr::new("-c"), OsStr::new(script), workbook.as_os_str()]);
    serde_json::from_str(&said).expect("JSON")
}

/// The same as the record has it.
fn verdicts(assessed: &Assessed) -> Value {
    let record = assessed.record();
    let functions = record["functions"].as_array().expect("functions").iter();
    let rows = functions.map(|function| {
        let score = function["score"].as_f64().expect("a score");
        let verdict = Verdict::ALL.into_iter().find(|verdict| function["verdict"] == verdict.id()).expect("a verdict");
        let strength = function["strength"].as_str().or(function["split"].as_str()).unwrap_or_default();
        json!([function["id"], verdict.name(), (score * 1e6).round() / 1e6, strength, function["borderline"]])
    });
    rows.collect()
}

/// What is said of a changed workbook of the default rules, without the file's name.
#[track_caller]
fn check(workbook: &Path, changes: &Value, expected: &str) {
    let (_folder, changed) = changed(workbook, changes);
    let run = outsift([OsStr::new("rulebook"), changed.as_os_str()]);
    assert_eq!((run.code, run.stdout.as_str()), (78, ""), "{changes}");
    assert_eq!(run.stderr, expected.replace("<>", "changed.xlsx"), "{changes}");
}

#[test]
fn every_mistake_is_named_with_its_cell_and_its_mend() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let assessed = assessed("samples/werkzeugbau.csv");
    let workbook = assessed.workbook();
    let row_of = |line: &str| {
        let at = rulebook::default_text().lines().position(|known| known == line).expect("a line");
        at + 4
    };
    check(
        &workbook,
        &json!({ "Cost": "high", "Strategic value": null, "Nature of the task": -1, "Control and engagement": 1_000_000.5,
                 "Coverage needed": 101, "Borderline": "'20", "Fragile": true }),
        "error[wrong-value]: <>, sheet `Criteria`, cell B6: expected the weight of `Strategic value` as a number from 0 to 1000000, found nothing\n  \
         help: type a number, of which three decimals count; 0 switches the criterion off\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B7: expected the weight of `Cost` as a number from 0 to 1000000, found the text `high`\n  \
         help: type a number, of which three decimals count; 0 switches the criterion off\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B8: expected the weight of `Nature of the task` as a number from 0 to 1000000, found `-1`\n  \
         help: type a number, of which three decimals count; 0 switches the criterion off\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B10: expected the weight of `Control and engagement` as a number from 0 to 1000000, found `1000000.5`\n  \
         help: type a number, of which three decimals count; 0 switches the criterion off\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B15: expected the threshold of `Coverage needed` as a number from 0 to 100, found `101`\n  \
         help: type a whole number; the sheet says beside it what it does\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B16: expected the threshold of `Borderline` as a number from 0 to 100, found the text `'20`\n  \
         help: type a whole number; the sheet says beside it what it does\n\
         error[wrong-value]: <>, sheet `Criteria`, cell B17: expected the threshold of `Fragile` as a number from 0 to 100, found `TRUE`\n  \
         help: type a whole number; the sheet says beside it what it does\n",
    );
    // `20%`, typed where numbers go to 100.
    check(
        &workbook,
        &json!({ "Coverage needed": 0.2 }),
        "error[wrong-value]: <>, sheet `Criteria`, cell B15: expected the threshold of `Coverage needed` as a number from 0 to 100, found `0.2`\n  \
         help: type a whole number; the sheet says beside it what it does\n",
    );
    check(
        &workbook,
        &json!({ "Strategic value": "=1/3", "Criteria!A8": "Natur of the task", "Criteria!A10": "Cost", "Criteria!A16": null }),
        "error[not-calculated]: <>, sheet `Criteria`, cell B6: holds a formula without its result\n  \
         help: open the file in Excel or LibreOffice and save it, so that it is calculated\n\
         error[stated-twice]: <>, sheet `Criteria`, cell A10: `Cost` stands there once more\n  \
         help: delete one of the rows\n\
         error[missing-row]: <>, sheet `Criteria`: there is no row with the weight of `Nature of the task`\n  \
         help: give the row back its name, or add one under the header\n\
         error[missing-row]: <>, sheet `Criteria`: there is no row with the weight of `Control and engagement`\n  \
         help: give the row back its name, or add one under the header\n\
         error[unknown-name]: <>, sheet `Criteria`, cell A8: there is no criterion `Natur of the task`\n  \
         help: did you mean `Nature of the task`?\n\
         error[missing-row]: <>, sheet `Criteria`: there is no row with the threshold of `Borderline`\n  \
         help: give the row back its name, or add one under the header\n",
    );
    check(
        &workbook,
        &json!({ "Flexibility and growth": 0.5 }),
        "error[wrong-value]: <>, sheet `Criteria`, cell B9: `Flexibility and growth` moves no verdict, so that it can have no weight\n  \
         help: empty the cell, or give the criterion the two poles `bpo` and `outsourcing` on the sheet of the rules\n",
    );
    check(
        &workbook,
        &json!({ "Strategic value": 0, "Cost": 0.0004, "Nature of the task": 0, "Control and engagement": 0 }),
        "error[no-weight]: <>, sheet `Criteria`, cell B5: no criterion decides anything: every weight is 0\n  \
         help: give at least one criterion a weight above 0\n",
    );
    check(
        &workbook,
        &json!({ "Criteria!B5": "Weights", "Criteria!A14": "Limit" }),
        "error[no-header]: <>, sheet `Criteria`: no row has the headers `Criterion` and `Weight`\n  \
         help: give the headers back the names that the workbook was written with\n\
         error[no-header]: <>, sheet `Criteria`: no row has the headers `Threshold` and `Value`\n  \
         help: give the headers back the names that the workbook was written with\n",
    );
    // Mistakes in the text and in the cells come together.
    let coverage = row_of("minimum_coverage = 50");
    check(
        &workbook,
        &json!({ "Cost": -2, format!("Rulebook!A{coverage}"): "minimum_covrage = 50" }),
        &format!(
            "error[wrong-value]: <>, sheet `Criteria`, cell B7: expected the weight of `Cost` as a number from 0 to 1000000, found `-2`\n  \
             help: type a number, of which three decimals count; 0 switches the criterion off\n\
             error[unknown-key]: <>, sheet `Rulebook`, cell A{coverage}: unknown key `minimum_covrage` in `verdict`\n  \
             help: did you mean `minimum_coverage`?\n"
        ),
    );
    check(
        &workbook,
        &json!({ "Rulebook!B3": null }),
        "error[no-header]: <>, sheet `Rulebook`: no row has the headers `Text` and `Ends with`\n  \
         help: give the headers back the names that the workbook was written with\n",
    );
    check(
        &workbook,
        &json!({ "remove": "Criteria" }),
        "error[no-rulebook]: <>: has no sheet `Criteria`, whose weights and thresholds count\n  \
         help: give the workbook as it was written, or the text of its sheet `Rulebook` as a TOML file\n",
    );
    check(
        &workbook,
        &json!({ "remove": "Rulebook" }),
        "error[no-rulebook]: <>: has no sheet `Rulebook`: it was taken away, or an older version wrote the workbook\n  \
         help: give a workbook that this version of `outsift assess` wrote, or a rulebook in TOML\n",
    );
}

/// Every command takes the rules of a workbook, and refuses what has none.
#[test]
fn every_command_takes_a_workbook() {
    let input = path("samples/portfolio.xlsx");
    let assessed = assessed("samples/portfolio.xlsx");
    let (folder, zip) = file("rules.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    let output = folder.path().join("template.xlsx");
    for arguments in [
        &["check", &input.to_string_lossy()][..],
        &["explain", &input.to_string_lossy(), "Security monitoring"],
        &["template", "--force", "-o", &output.to_string_lossy()],
    ] {
        for (rules, code, said) in [
            (assessed.workbook(), 0, String::new()),
            (
                input.clone(),
                78,
                "error[no-rulebook]: portfolio.xlsx: is no assessed workbook: it has no sheet `Rulebook`\n  \
                 help: give a workbook that this version of `outsift assess` wrote, or a rulebook in TOML\n"
                    .to_owned(),
            ),
            (
                zip.clone(),
                78,
                "error[unknown-format]: rules.zip: is a zip archive without a workbook in it\n  \
                 help: give a workbook that `outsift assess` wrote, or a rulebook in TOML\n"
                    .to_owned(),
            ),
        ] {
            let rules = rules.to_string_lossy().into_owned();
            let run = outsift(arguments.iter().copied().chain(["--rulebook", &rules]));
            assert_eq!((run.code, run.stderr), (code, said), "{arguments:?} {rules}");
        }
    }
}
