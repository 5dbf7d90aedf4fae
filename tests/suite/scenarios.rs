//! Scenarios: each is what a run with its weights, thresholds and assumptions would be, and all outputs say the same of them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, checked, has, has_module, run_in};

/// A scenario of a job file, and the same as a rulebook and options.
pub const SCENARIOS: [(&str, &str, &str, &str); 3] = [
    ("Cost first", "weights = { cost = 3, control = 0.5 }", "weights = { cost = 3, control = 0.5 }", ""),
    (
        "Hands off",
        "assume = [\"control=low\", \"volume=high@Finance\"]",
        "",
        "--assume control=low --assume volume=high@Finance",
    ),
    (
        "Strict",
        "verdict.minimum_coverage = 80\nverdict.borderline = 40",
        "verdict = { minimum_coverage = 80, borderline = 40 }",
        "",
    ),
];

pub fn record(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a record")).expect("JSON")
}

fn verdicts(record: &Value) -> Vec<(&str, f64)> {
    let functions = record["functions"].as_array().expect("functions").iter();
    functions.map(|f| (f["verdict"].as_str().expect("a verdict"), f["score"].as_f64().expect("a score"))).collect()
}

/// The record of a run that has of a scenario what that says, and nothing of the others.
pub fn own_run(folder: &TempDir, sample: &str, (_, _, rulebook, options): (&str, &str, &str, &str)) -> Value {
    fs::write(folder.path().join("own.toml"), rulebook).expect("room");
    let line = format!(
        "assess SAMPLES/{sample}.xlsx --no-job -o own --no-workbook --no-previous --rulebook own.toml --date {DATE}"
    );
    let run = run_in(folder.path(), &format!("{line} {options} --assume continuity=high"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    record(&folder.path().join(format!("own/{sample}-record.json")))
}

/// A folder with a job file that has all scenarios, assessed.
pub fn assessed(sample: &str, more: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let all = SCENARIOS.map(|(name, says, ..)| format!("[[scenario]]\nname = \"{name}\"\n{says}\n"));
    fs::write(
        folder.path().join("outsift.toml"),
        format!("output = \"out\"\nassume = [\"continuity=high\"]\n{}", all.concat()),
    )
    .expect("room");
    let run = run_in(folder.path(), &format!("assess SAMPLES/{sample} {more} --date {DATE}"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    folder
}

#[test]
fn a_scenario_is_what_its_own_run_would_be() {
    for sample in ["portfolio", "service-catalogue"] {
        let folder = assessed(&format!("{sample}.xlsx"), "");
        let found = record(&folder.path().join(format!("out/{sample}-record.json")));
        let base = verdicts(&found);
        let mut holds = vec![true; base.len()];
        for (tried, scenario) in found["scenarios"]["all"].as_array().expect("scenarios").iter().zip(SCENARIOS) {
            let (name, ..) = scenario;
            assert_eq!(tried["name"], name);
            let own = own_run(&folder, sample, scenario);
            let expected: Vec<(usize, &str, f64)> = verdicts(&own)
                .into_iter()
                .enumerate()
                .filter(|(function, (verdict, _))| *verdict != base[*function].0)
                .map(|(function, (verdict, score))| (function, verdict, score))
                .collect();
            let listed = tried["functions"].as_array().expect("functions").iter().map(|f| {
                let function = f["function"].as_u64().expect("a position") as usize;
                (function, f["verdict"].as_str().expect("a verdict"), f["score"].as_f64().expect("a score"))
            });
            assert_eq!(listed.collect::<Vec<_>>(), expected, "{sample}, {name}");
            for (function, ..) in &expected {
                holds[*function] = false;
            }
            let sums = |of: &Value| -> BTreeMap<String, Value> {
                let sums = of.as_array().expect("sums").iter();
                sums.map(|sum| (sum["verdict"].to_string(), sum.clone())).collect()
            };
            assert_eq!(sums(&tried["verdicts"]), sums(&own["totals"]["verdicts"]), "{sample}, {name}");
            let firm = own["functions"].as_array().expect("functions").iter().filter(|f| f["firm"] == true).count();
            assert_eq!(tried["firm"], firm, "{sample}, {name}");
        }
        assert_eq!(found["scenarios"]["holding"], holds.iter().filter(|holds| **holds).count());
        // The run itself is none the wiser.
        let alone = run_in(
            folder.path(),
            &format!("assess SAMPLES/{sample}.xlsx --no-job -o alone --assume continuity=high --date {DATE}"),
        );
        assert_eq!(alone.code, 0, "{}", alone.stderr);
        let alone = record(&folder.path().join(format!("alone/{sample}-record.json")));
        assert_eq!(alone["functions"], found["functions"], "{sample}");
        assert!(alone["scenarios"].is_null());
    }
}

#[test]
fn every_output_says_the_same_of_scenarios() {
    let folder = assessed("portfolio.xlsx", "");
    let out = folder.path().join("out");
    let found = record(&out.join("portfolio-record.json"));
    assert!(
        found["command"].as_str().is_some_and(|command| command.contains("--scenarios outsift.toml")),
        "{}",
        found["command"]
    );
    let all = found["scenarios"]["all"].as_array().expect("scenarios");
    let moved: Vec<usize> = all.iter().map(|tried| tried["functions"].as_array().expect("functions").len()).collect();
    let any = found["functions"].as_array().expect("functions").len()
        - found["scenarios"]["holding"].as_u64().expect("a count") as usize;
    let finding = format!("{any} of 60 verdicts depend on the scenario.");
    let said = run_in(folder.path(), &format!("assess SAMPLES/portfolio.xlsx --no-previous --date {DATE}"))
        .stdout
        .replace("\n  ", " ");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let of_each =
        format!("Scenarios: {finding} {} in Cost first, {} in Hands off, {} in Strict.", moved[0], moved[1], moved[2]);
    assert!(said.contains(&of_each), "{of_each}\n{said}");
    if has("pdftotext") {
        let text =
            checked("pdftotext", &["-layout".as_ref(), out.join("portfolio-summary.pdf").as_os_str(), "-".as_ref()]);
        for expected in [finding.as_str(), "Cost weighs 3 instead of 1;", "Functions whose verdict a scenario changes"]
        {
            assert!(text.contains(expected), "{expected}\n{text}");
        }
    }
    if has_module("openpyxl") {
        let script = "\
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1])['Scenarios']
rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
start = next(i for i, row in enumerate(rows) if row[0] == 'This run')
for row in rows[start:start + 4]:
    print(row[0], row[3], [row[i] for i in (4, 6, 8, 10)])
header = next(i for i, row in enumerate(rows) if row[0] == 'Function')
print(len([row for row in rows[header + 1:] if row[0]]))
";
        let printed =
            checked("python3", &["-c".as_ref(), script.as_ref(), out.join("portfolio-assessed.xlsx").as_os_str()]);
        let counts = |of: &Value| {
            of.as_array().expect("sums").iter().map(|v| v["functions"].to_string()).collect::<Vec<_>>().join(", ")
        };
        let mut expected = format!("This run 0 [{}]\n", counts(&found["totals"]["verdicts"]));
        for tried in all {
            let moved = tried["functions"].as_array().expect("functions").len();
            let name = tried["name"].as_str().expect("a name");
            let _ = writeln!(expected, "{name} {moved} [{}]", counts(&tried["verdicts"]));
        }
        assert_eq!(printed, format!("{expected}{any}\n"));
    }
}

#[test]
fn mistakes_in_scenarios_end_a_run_with_their_place() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("a.csv"), "Function,Volume\nPayroll,High\n").expect("room");
    for (file, says, code, expected) in [
        (
            "outsift.toml",
            "inventory = \"a.csv\"\n[[scenario]]\nname = \"A\"\nweights.contrl = 2\n",
            78,
            "error[unknown-name]: outsift.toml:4:9: there is no criterion `contrl`\n  help: did you mean `control`?\n",
        ),
        (
            "outsift.toml",
            "inventory = \"a.csv\"\n[[scenario]]\nname = \"A\"\nassume = [\"control=lots\"]\n",
            78,
            "error[assumption]: outsift.toml:4:11: `lots` is no level of `control`; expected low, medium, high or a word that the \
             rulebook knows\n",
        ),
        (
            "mine.toml",
            "weights.cost = 2\n[[scenario]]\nname = \"The same\"\nweights = { cost = 2 }\n",
            78,
            "error[wrong-value]: mine.toml:2:1: scenario `The same` differs in nothing from the run\n  help: give it other \
             `weights`, another `verdict`, or what to `assume`\n",
        ),
        (
            "mine.toml",
            "[[scenario]]\nname = \"Nothing\"\nweights = { control = 0, cost = 0, nature = 0, strategic_value = 0 }\n",
            78,
            "error[no-weight]: mine.toml:1:1: no criterion decides anything in scenario `Nothing`\n",
        ),
    ] {
        fs::write(folder.path().join(file), says).expect("room");
        let typed = if file == "mine.toml" { "a.csv --no-job --rulebook mine.toml" } else { "" };
        let run = run_in(folder.path(), &format!("assess {typed} -o out -q"));
        assert_eq!((run.code, run.stderr.as_str()), (code, expected), "{says}");
    }
}
