//! What is said of an earlier run, and what becomes of the decisions that were made in its workbook.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{DATE, checked, file, has, has_module, outsift, path};

const HEADER: &str =
    "Id,Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
const TO_BPO: &str = "High,High,High,High,Ongoing,High,Low";
const TO_OUTSOURCING: &str = "Low,Low,Low,Low,Project,Low,High";
const WITH_CONTROL: &str = "Low,Low,Low,Low,Project,High,High";

/// An inventory of functions, each with its id, its name and the rest of its row.
fn inventory(functions: &[(&str, &str, &str)]) -> String {
    let rows = functions.iter().map(|(id, name, rest)| format!("{id},{name},{rest}\n"));
    format!("{HEADER}{}", rows.collect::<String>())
}

/// A folder with a run for each round, each in a folder of its own.
struct Rounds {
    folder: TempDir,
}

/// What a round came to.
struct Round {
    stdout: String,
    record: Value,
    workbook: PathBuf,
    record_file: PathBuf,
}

impl Rounds {
    fn new() -> Rounds {
        Rounds { folder: TempDir::new().expect("a folder") }
    }

    #[track_caller]
    fn assess(&self, round: &str, inventory: &str, more: &[&OsStr]) -> Round {
        let output = self.folder.path().join(round);
        let input = self.folder.path().join("work.csv");
        fs::write(&input, inventory).expect("a file");
        let run = outsift(
            // The editing library drops the results of formulas, which spreadsheet programs keep.
            [OsStr::new("assess"), input.as_os_str(), OsStr::new("-o"), output.as_os_str(), OsStr::new("--values")]
                .into_iter()
                .chain(["--date", DATE].map(OsStr::new))
                .chain(more.iter().copied()),
        );
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{round}");
        let record_file = output.join("work-record.json");
        let record = serde_json::from_slice(&fs::read(&record_file).expect("a record")).expect("JSON");
        Round { stdout: run.stdout, record, workbook: output.join("work-assessed.xlsx"), record_file }
    }

    #[track_caller]
    fn assess_after(&self, round: &str, inventory: &str, previous: &Path) -> Round {
        self.assess(round, inventory, &[OsStr::new("--previous"), previous.as_os_str()])
    }

    /// Makes decisions in a workbook; gives what stood there before, and the workbook with the decisions.
    #[track_caller]
    fn decide(&self, round: &Round, name: &str, decisions: &Value) -> (Value, PathBuf) {
        let decided = self.folder.path().join(name);
        let (script, decisions) = (path("tests/suite/decide.py"), decisions.to_string());
        let found = checked(
            "python3",
            &[script.as_os_str(), round.workbook.as_os_str(), decided.as_os_str(), OsStr::new(&decisions)],
        );
        (serde_json::from_str(&found).expect("JSON"), decided)
    }
}

impl Round {
    /// The sentence on the earlier run, on one line.
    fn since(&self) -> String {
        let paragraph = self.stdout.split("\n\n").find(|paragraph| paragraph.starts_with("Since "));
        paragraph.map_or(String::new(), |said| said.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Every problem as `code: message`.
    fn problems(&self) -> Vec<String> {
        let problems = self.record["problems"].as_array().expect("problems").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        problems.map(|problem| format!("{}: {}", text(&problem["code"]), text(&problem["message"]))).collect()
    }

    /// The decisions by the functions' ids.
    fn decisions(&self) -> Value {
        let functions = self.record["functions"].as_array().expect("functions").iter();
        let decided = functions.filter(|function| !function["decision"].is_null());
        decided
            .map(|f| (f["id"].as_str().expect("an id").to_owned(), f["decision"].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into()
    }
}

#[test]
fn decisions_survive_three_rounds() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let rounds = Rounds::new();
    let first = inventory(&[
        ("1", "Payroll", TO_BPO),
        ("2", "Audit", TO_OUTSOURCING),
        ("3", "Travel", TO_BPO),
        ("4", "Fleet", TO_BPO),
        ("6", "Legal", TO_OUTSOURCING),
    ]);
    let one = rounds.assess("one", &first, &[]);
    assert_eq!((one.since().as_str(), &one.record["changes"]), ("", &Value::Null));
    let (before, decided) = rounds.decide(
        &one,
        "decided-one.xlsx",
        &json!({
            "1": { "Decision": "BPO", "Decided by": "Ada", "Note": "by June" },
            "2": { "Decision": "retain", "Decided by": "Ben" },
            "3": { "Decision": "agree", "Note": "with the agency" },
            "4": { "Decision": "defer" },
            "6": { "Decision": "perhaps" },
        }),
    );
    assert_eq!(before, json!({}), "a first run has no decisions");

    // A function is renamed, one has other evidence, one is gone, one has another id, and one is new.
    let second = inventory(&[
        ("1", "Payroll and benefits", TO_BPO),
        ("2", "Audit", WITH_CONTROL),
        ("40", "Fleet", TO_BPO),
        ("5", "Catering", TO_OUTSOURCING),
        ("6", "Legal", TO_OUTSOURCING),
    ]);
    let two = rounds.assess_after("two", &second, &decided);
    assert_eq!(
        two.since(),
        "Since decided-one.xlsx: 1 new, 1 gone, 1 score moved noteworthily; 4 decisions carried over, 2 of them to \
         be checked; 1 decision not carried over"
    );
    assert_eq!(
        two.problems(),
        [
            "decision-to-check: the decision `BPO` on `Payroll and benefits` is to be checked: the name was Payroll",
            "renamed: `Payroll and benefits` was called `Payroll` in `decided-one.xlsx`",
            "decision-to-check: the decision `retain` on `Audit` is to be checked: evidence has changed: control and \
             engagement −100 → +100",
            "id-changed: `Fleet` had the id `4` in `decided-one.xlsx` and has the id `40` here",
            "unknown-decision: expected one of agree, BPO, traditional outsourcing, retain, defer, found `perhaps`",
            "decision-not-carried: the decision `agree` on `Travel` was not carried over: the function is gone",
        ]
    );
    let check = "evidence has changed: control and engagement −100 → +100";
    let carried = json!({
        "1": { "choice": "BPO", "by": "Ada", "note": "by June", "check": "the name was Payroll" },
        "2": { "choice": "retain", "by": "Ben", "note": "", "check": check },
        "40": { "choice": "defer", "by": "", "note": "", "check": "" },
        "6": { "choice": "perhaps", "by": "", "note": "", "check": "" },
    });
    assert_eq!(two.decisions(), carried);
    assert_eq!(two.record["functions"][1]["verdict"], "traditional-outsourcing", "a decision changes no verdict");
    let travel = json!({ "choice": "agree", "by": "", "note": "with the agency", "check": "" });
    assert_eq!(two.record["changes"]["left_behind"][0]["decision"], travel);

    // Nobody has looked at the decision on evidence that has changed: it stays marked.
    let (before, decided) = rounds.decide(
        &two,
        "decided-two.xlsx",
        &json!({ "5": { "Decision": "agree" }, "6": { "Decision": "retain" } }),
    );
    assert_eq!(
        before,
        json!({
            "1": ["BPO", "Ada", "by June", "the name was Payroll"],
            "2": ["retain", "Ben", null, check],
            "40": ["defer", null, null, null],
            "6": ["perhaps", null, null, null],
        })
    );
    let three = rounds.assess_after("three", &second, &decided);
    assert_eq!(
        three.since(),
        "Since decided-two.xlsx: nothing new, nothing gone, no verdict changed; 5 decisions carried over, 2 of them to \
         be checked"
    );
    assert_eq!(three.problems(), [""; 0]);
    let mut carried = carried;
    carried["5"] = json!({ "choice": "agree", "by": "", "note": "", "check": "" });
    carried["6"]["choice"] = json!("retain");
    assert_eq!(three.decisions(), carried);

    // The record carries decisions as well as the workbook, and the input was no more than read.
    let bytes = fs::read(&three.record_file).expect("a record");
    let four = rounds.assess_after("four", &second, &three.record_file);
    assert_eq!(four.decisions(), carried);
    assert_eq!(fs::read(&three.record_file).expect("a record"), bytes);
    assert_eq!(four.record["changes"]["rulebook_changed"], false);

    // Once somebody has looked at it, it is marked no more.
    let (_, decided) =
        rounds.decide(&four, "decided-four.xlsx", &json!({ "1": { "Check": null }, "2": { "Check": null } }));
    let five = rounds.assess_after("five", &second, &decided);
    assert_eq!(
        five.since(),
        "Since decided-four.xlsx: nothing new, nothing gone, no verdict changed; 5 decisions carried over"
    );
}

#[test]
fn a_verdict_that_has_changed_names_the_evidence() {
    let rounds = Rounds::new();
    let one = rounds.assess("one", &inventory(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING)]), &[]);
    let two = rounds.assess_after(
        "two",
        &inventory(&[("1", "Payroll", TO_OUTSOURCING), ("2", "Audit", TO_OUTSOURCING)]),
        &one.workbook,
    );
    assert_eq!(two.since(), "Since work-assessed.xlsx: 1 verdict changed");
    let changes = &two.record["changes"];
    assert_eq!(
        changes["functions"],
        json!([{
            "function": 0,
            "kinds": ["another verdict"],
            "earlier_id": "1",
            "earlier_name": "Payroll",
            "earlier_verdict": "bpo",
            "earlier_score": 100.0,
            "moved": [
                { "id": "strategic_value", "from": 100, "to": -100 },
                { "id": "cost", "from": 100, "to": -100 },
                { "id": "nature", "from": 100, "to": -100 },
                { "id": "control", "from": 100, "to": -100 },
            ],
        }])
    );
    let by_record = rounds.assess_after(
        "three",
        &inventory(&[("1", "Payroll", TO_OUTSOURCING), ("2", "Audit", TO_OUTSOURCING)]),
        &one.record_file,
    );
    assert_eq!(by_record.record["changes"]["functions"], changes["functions"], "record and workbook tell the same");
}

#[test]
fn functions_that_cannot_be_told_apart_are_said_and_not_guessed() {
    let rounds = Rounds::new();
    let twins = inventory(&[("", "Reporting", TO_BPO), ("", "Reporting", TO_OUTSOURCING), ("", "Audit", TO_BPO)]);
    let one = rounds.assess("one", &twins, &[]);
    let same = rounds.assess_after("same", &twins, &one.record_file);
    assert_eq!(
        same.since(),
        "Since work-record.json: nothing new, nothing gone, no verdict changed",
        "a row of one file is itself"
    );
    let two = rounds.assess_after("two", &format!("{twins}\n"), &one.record_file);
    assert_eq!(two.since(), "Since work-record.json: 2 not compared");
    let said = two.problems();
    let said: Vec<&String> = said.iter().filter(|problem| problem.starts_with("ambiguous-earlier")).collect();
    let expected = "ambiguous-earlier: `Reporting` cannot be told from others by id or name in `work-record.json` (rows 2, \
                    3), and was not compared";
    assert_eq!(said, [expected, expected]);
}

#[test]
fn functions_of_one_name_are_told_by_their_departments() {
    let rows = "Reporting,Finance,High,Low\nReporting,Logistics,Low,High\nPayroll,HR,High,Low\n";
    let inventory = format!("Function,Department,Repetitiveness,Specialisation\n{rows}");
    let rounds = Rounds::new();
    let first = rounds.assess("one", &inventory, &[]);
    assert_eq!(first.record["functions"][1]["department"], "Logistics");
    for previous in [&first.record_file, &first.workbook] {
        let second = rounds.assess_after("two", &inventory, previous);
        assert!(
            !second.problems().iter().any(|problem| problem.starts_with("ambiguous-earlier")),
            "{}",
            previous.display()
        );
        assert_eq!(second.record["changes"]["functions"], json!([]), "{}", previous.display());
    }
}

#[test]
fn running_numbers_move_no_decision_to_another_function() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let rounds = Rounds::new();
    let first = [("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING), ("3", "Travel", TO_BPO)];
    let one = rounds.assess("one", &inventory(&first), &[]);
    let choices = json!({ "1": { "Decision": "agree" }, "2": { "Decision": "retain" }, "3": { "Decision": "defer" } });
    let (_, decided) = rounds.decide(&one, "decided.xlsx", &choices);
    // One more on top; and the last one is another function than the one that had its number.
    let second = [("1", "Fleet", TO_BPO), ("2", "Payroll", TO_BPO), ("3", "Catering", TO_BPO)];
    let two = rounds.assess_after("two", &inventory(&second), &decided);
    assert_eq!(
        two.problems(),
        [
            "ambiguous-earlier: 1 id stands at other names than in `decided.xlsx`, such as `3` at `Catering`; as ids went to \
             other functions, or hardly any name is the same, nothing was taken over by an id alone",
            "id-changed: `Payroll` had the id `1` in `decided.xlsx` and has the id `2` here",
            "decision-not-carried: the decision `retain` on `Audit` was not carried over: the function is gone",
            "decision-not-carried: the decision `defer` on `Travel` was not carried over: the function is gone",
        ]
    );
    assert_eq!(two.decisions(), json!({ "2": { "choice": "agree", "by": "", "note": "", "check": "" } }));
    // Another inventory has ids in common, and no names.
    let other = [("1", "Fleet", TO_BPO), ("2", "Catering", TO_BPO), ("3", "Archive", TO_BPO)];
    let three = rounds.assess_after("three", &inventory(&other), &decided);
    assert_eq!(three.since(), "Since decided.xlsx: 3 new, 3 gone; 3 decisions not carried over");
    assert_eq!(three.decisions(), json!({}));
}

/// Somebody has sorted the first columns of the sheet, and the key of the row has stayed where it was.
#[test]
fn nothing_is_taken_from_rows_with_the_keys_of_others() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let rounds = Rounds::new();
    let functions = inventory(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_BPO), ("3", "Travel", TO_BPO)]);
    let one = rounds.assess("one", &functions, &[]);
    let torn = json!({
        "1": { "Decision": "agree", "Key": 3 },
        "2": { "Decision": "retain", "Key": 2 },
        "3": { "Decision": "defer" },
    });
    let (_, decided) = rounds.decide(&one, "decided.xlsx", &torn);
    let not_carried = [("agree", "Payroll"), ("retain", "Audit")].map(|(decision, name)| {
        format!(
            "decision-not-carried: the decision `{decision}` on `{name}` was not carried over: its row has the key of another \
             one, as if sorted by a part of its columns"
        )
    });
    let ambiguous = [("Payroll", 2), ("Audit", 3)].map(|(name, row)| {
        format!(
            "ambiguous-earlier: `{name}` cannot be told from others by id or name in `decided.xlsx` (row {row}), and was not \
             compared"
        )
    });
    let carried = json!({ "3": { "choice": "defer", "by": "", "note": "", "check": "" } });
    let given = rounds.assess_after("given", &functions, &decided);
    assert_eq!(given.problems(), [&ambiguous[..], &not_carried].concat());
    assert_eq!(given.decisions(), carried);
    // Beside the record of its run as well.
    fs::copy(&decided, &one.workbook).expect("a copy");
    let again = rounds.assess("one", &functions, &[]);
    assert_eq!((again.decisions(), again.problems()), (carried, not_carried.to_vec()));
}

#[test]
fn an_earlier_record_is_read_leniently() {
    let rounds = Rounds::new();
    let functions = inventory(&[("1", "Payroll", TO_BPO)]);
    let (_folder, old) = file(
        "old-record.json",
        r#"{"schema": "outsift-record/1", "novelty": [1], "functions": [{"name": "payroll", "verdict": "split", "score": 0}]}"#,
    );
    let run = rounds.assess_after("one", &functions, &old);
    assert_eq!(
        run.since(),
        "Since old-record.json: 1 verdict changed. The earlier file does not say what its run was told."
    );
    assert_eq!(run.record["changes"]["rulebook_changed"], Value::Null);
}

/// What is said, whole, of an earlier file that cannot be used.
#[track_caller]
fn check_refused(name: &str, content: &str, expected: &str) {
    let (folder, earlier) = file(name, content);
    let input = folder.path().join("work.csv");
    fs::write(&input, inventory(&[("1", "Payroll", TO_BPO)])).expect("a file");
    let run = outsift([
        OsStr::new("assess"),
        input.as_os_str(),
        OsStr::new("-o"),
        folder.path().join("out").as_os_str(),
        OsStr::new("--previous"),
        earlier.as_os_str(),
    ]);
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (65, "", expected));
    assert!(!folder.path().join("out").exists(), "nothing is written");
}

#[test]
fn what_is_no_earlier_run_is_refused() {
    check_refused(
        "other.json",
        r#"{"schema": "other/1", "functions": []}"#,
        "error[no-earlier-run]: other.json: expected a record of the format `outsift-record/2` or `outsift-record/1`, found `other/1`\n  \
         help: give the `-record.json` or the `-assessed.xlsx` of an earlier run\n",
    );
    check_refused(
        "plain.csv",
        "Id,Function,Volume\n1,Payroll,High\n",
        "error[no-earlier-run]: plain.csv: is no assessed workbook: no sheet has the columns `Verdict` and `Score` side by \
         side\n  help: give the `-assessed.xlsx` or the `-record.json` of an earlier run\n",
    );
}

/// Some programs save formulas without their values; decisions must not pass for unchanged because of it.
#[test]
fn a_workbook_that_has_lost_its_verdicts_is_judged_anew() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let rounds = Rounds::new();
    let one = rounds.assess("one", &inventory(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING)]), &[]);
    let lost = json!({ "Decision": "agree", "Verdict": null, "Score": null, "Evidence: control and engagement": null });
    let (_, decided) = rounds.decide(&one, "decided.xlsx", &json!({ "1": lost, "2": lost }));
    let two =
        rounds.assess_after("two", &inventory(&[("1", "Payroll", TO_BPO), ("2", "Audit", WITH_CONTROL)]), &decided);
    assert_eq!(
        two.problems(),
        [
            "earlier-judged-anew: has lost its verdicts, so its table was judged anew by the rules of this run",
            "decision-to-check: the decision `agree` on `Audit` is to be checked: evidence has changed: control and \
             engagement −100 → +100",
        ]
    );
}

/// Its own headers may be those of an inventory in some language.
#[test]
fn what_a_run_has_added_is_no_part_of_a_table_that_is_judged_anew() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let folder = tempfile::TempDir::new().expect("a folder");
    let sample = path("samples/service-catalogue.xlsx");
    let assess = |more: &[&OsStr]| {
        let to = [sample.as_os_str(), "-o".as_ref(), folder.path().as_os_str(), "--date".as_ref(), DATE.as_ref()];
        let run = outsift(["assess".as_ref()].into_iter().chain(to).chain(more.iter().copied()));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let record = fs::read(folder.path().join("service-catalogue-record.json")).expect("a record");
        serde_json::from_slice::<Value>(&record).expect("JSON")
    };
    for language in ["en", "fr"] {
        assess(&["--language", language].map(OsStr::new));
        // Whatever saves it without calculating it leaves no verdicts.
        let (script, saved) = (path("tests/suite/languages.py"), folder.path().join(format!("{language}.xlsx")));
        let workbook = folder.path().join("service-catalogue-assessed.xlsx");
        let [sheet, header] = if language == "en" { ["Assessment", "Note"] } else { ["Évaluation", "Remarque"] };
        let typed = [sheet, "2", header, "seen"].map(OsStr::new);
        let save = [script.as_os_str(), "type".as_ref(), workbook.as_os_str(), saved.as_os_str()];
        checked("python3", &[&save[..], &typed[..]].concat());
        let record = assess(&["--previous".as_ref(), saved.as_os_str()]);
        let problems = record["problems"].as_array().expect("problems");
        assert!(problems.iter().any(|problem| problem["code"] == "earlier-judged-anew"), "{problems:?}");
        assert_eq!(record["changes"]["verdicts_changed"], 0, "{language}: {}", record["changes"]);
    }
}

#[test]
fn another_rulebook_is_said() {
    let rounds = Rounds::new();
    let functions = inventory(&[("1", "Payroll", "High,High,High,High,Ongoing,Low,Low")]);
    let one = rounds.assess("one", &functions, &[]);
    let mine = rounds.folder.path().join("mine.toml");
    let rules = outsift(["rulebook"]).stdout;
    let control = rules.rfind("id = \"control\"").expect("the criterion");
    let rules = format!("{}{}", &rules[..control], rules[control..].replacen("weight = 1", "weight = 4", 1));
    fs::write(&mine, rules).expect("a file");
    let more = ["--rulebook".as_ref(), mine.as_os_str(), "--previous".as_ref(), one.record_file.as_os_str()];
    let two = rounds.assess("two", &functions, &more);
    assert_eq!(
        two.since(),
        "Since work-record.json: 1 verdict changed. This run took `--rulebook mine.toml`; the earlier one did not. The rulebook \
         is still called default 1, but its text has changed, so verdicts may have changed with it. In figures: \
         weights.control 1 → 4."
    );
    let changes = &two.record["changes"];
    assert_eq!((&changes["rulebook_changed"], &changes["functions"][0]["moved"]), (&json!(true), &json!([])));
}
