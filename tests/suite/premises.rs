//! What two runs were told otherwise is named beside what they came to otherwise.

use std::ffi::OsStr;
use std::fs;

use serde_json::{Value, json};

use crate::harness::{checked, has, has_module};
use crate::typed::Desk;

const OPEN: &str = "High,High,,High,Ongoing,,Low";

fn desk() -> Desk {
    let desk = Desk::new(&[("1", "Payroll", OPEN), ("2", "Audit", "Low,Low,Low,Low,Project,Low,High")]);
    fs::write(desk.path("anna.csv"), "Id,Function,Control wanted\n1,Payroll,Low\n").expect("room");
    fs::write(desk.path("mine.toml"), "weights.control = 2\nverdict.borderline = 10\n").expect("room");
    desk
}

/// The paragraph on the earlier run, on one line.
fn since(stdout: &str) -> String {
    let paragraph = stdout.split("\n\n").find(|paragraph| paragraph.starts_with("Since ")).unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_run_was_told_is_compared_with_what_the_next_one_is() {
    for (told, lost, found) in [
        (
            "--assume control=low",
            "The earlier run assumed `control=low`; this one did not.",
            "This run assumed `control=low`; the earlier one did not.",
        ),
        (
            "--where Nature=Ongoing",
            "The earlier run read only rows with `Nature=Ongoing`; this one did not.",
            "This run read only rows with `Nature=Ongoing`; the earlier one did not.",
        ),
        (
            "--answers anna.csv",
            "The earlier run used the answers in `anna.csv`; this one did not.",
            "This run used the answers in `anna.csv`; the earlier one did not.",
        ),
        (
            "--map Nature=none --assume repetitiveness=high --assume control=low@Finance",
            "The earlier run assumed `repetitiveness=high` and `control=low@Finance` and took `--map Nature=none`; this one did \
             not.",
            "This run assumed `repetitiveness=high` and `control=low@Finance` and took `--map Nature=none`; the earlier one did \
             not.",
        ),
        (
            "--rulebook mine.toml",
            "The earlier run took `--rulebook mine.toml`; this one did not. The rulebook is still called default 1, but its \
             text has changed, so verdicts may have changed with it. In figures: verdict.borderline 10 → 20 and weights.control \
             2 → 1.",
            "This run took `--rulebook mine.toml`; the earlier one did not. The rulebook is still called default 1, but its \
             text has changed, so verdicts may have changed with it. In figures: verdict.borderline 20 → 10 and weights.control \
             1 → 2.",
        ),
    ] {
        let desk = desk();
        desk.run(&format!("assess work.csv -o out {told}"));
        fs::create_dir(desk.path("kept")).expect("room");
        fs::copy(desk.path("out/work-assessed.xlsx"), desk.path("kept/work-assessed.xlsx")).expect("a copy");
        let run = desk.run("assess work.csv -o out");
        assert!(since(&run.stdout).ends_with(&format!(". {lost}")), "{told}: {}", since(&run.stdout));
        // A workbook by itself says what was typed; figures of rules stand in the record alone.
        let run = desk.run("assess work.csv -o by-workbook --previous kept/work-assessed.xlsx");
        let (typed, _) = lost.split_once(" In figures").unwrap_or((lost, ""));
        assert!(since(&run.stdout).ends_with(&format!(". {typed}")), "{told}: {}", since(&run.stdout));
        // The other way round, and where nothing differs.
        let run = desk.run(&format!("assess work.csv -o by-workbook {told}"));
        assert!(since(&run.stdout).ends_with(&format!(". {found}")), "{told}: {}", since(&run.stdout));
        let run = desk.run(&format!("assess work.csv -o by-workbook {told}"));
        assert_eq!(since(&run.stdout), "", "{told}");
    }
}

#[test]
fn answers_that_say_something_else_are_named() {
    let desk = desk();
    desk.run("assess work.csv -o out --answers anna.csv");
    fs::write(desk.path("anna.csv"), "Id,Function,Control wanted\n1,Payroll,High\n").expect("room");
    let run = desk.run("assess work.csv -o out --answers anna.csv");
    let said = "The answers in anna.csv are others than in the earlier run.";
    assert!(since(&run.stdout).ends_with(said), "{}", since(&run.stdout));
    let premises = json!({ "before": [], "now": [], "answers_changed": ["anna.csv"], "figures": [] });
    assert_eq!(desk.record()["changes"]["premises"], premises);
}

#[test]
fn a_file_that_tells_of_no_command_is_said() {
    let desk = desk();
    desk.run("assess work.csv -o out --assume control=low");
    let mut record = desk.record();
    record.as_object_mut().expect("a record").remove("command");
    fs::write(desk.path("old.json"), record.to_string()).expect("room");
    let run = desk.run("assess work.csv -o other --previous old.json");
    assert!(since(&run.stdout).ends_with("The earlier file does not say what its run was told."), "{}", run.stdout);
}

#[test]
fn the_workbook_says_it_beside_the_changes() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let desk = desk();
    desk.run("assess work.csv -o out --assume control=low --rulebook mine.toml");
    desk.run("assess work.csv -o out");
    let script = "import sys, json, openpyxl\n\
                  sheet = openpyxl.load_workbook(sys.argv[1])['Changes']\n\
                  print(json.dumps([row[0].value for row in sheet.iter_rows(min_row=2, max_row=4)]))\n";
    let workbook = desk.path("out/work-assessed.xlsx");
    let found = checked("python3", &[OsStr::new("-c"), OsStr::new(script), workbook.as_os_str()]);
    let lines: Value = serde_json::from_str(&found).expect("JSON");
    assert_eq!(
        lines.as_array().expect("lines")[1..],
        [
            json!(
                "The rulebook is still called default 1, but its text has changed, so verdicts may have changed with it. In \
                 figures: verdict.borderline 10 → 20 and weights.control 2 → 1."
            ),
            json!("The earlier run assumed “control=low” and took “--rulebook mine.toml”; this one did not."),
        ]
    );
}
