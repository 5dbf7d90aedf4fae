//! Nothing that a person typed is lost: what becomes of a set of outputs that is run into again, edited or not.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{DATE, Ran, checked, has, has_module, outsift, path};

const HEADER: &str =
    "Id,Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
pub const TO_BPO: &str = "High,High,High,High,Ongoing,High,Low";
pub const TO_OUTSOURCING: &str = "Low,Low,Low,Low,Project,Low,High";

/// A folder with an inventory, and one for its outputs in which it is assessed again and again.
pub struct Desk {
    pub folder: TempDir,
}

impl Desk {
    pub fn new(functions: &[(&str, &str, &str)]) -> Desk {
        let desk = Desk { folder: TempDir::new().expect("a folder") };
        desk.write("work.csv", functions);
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes an inventory of functions, each with its id, its name and the rest of its row.
    pub fn write(&self, name: &str, functions: &[(&str, &str, &str)]) {
        let rows = functions.iter().map(|(id, name, rest)| format!("{id},{name},{rest}\n"));
        fs::write(self.path(name), format!("{HEADER}{}", rows.collect::<String>())).expect("room");
    }

    /// Runs a command line, parted at blanks, in the folder.
    pub fn run(&self, line: &str) -> Ran {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outsift"));
        command.args(line.split_whitespace()).current_dir(&self.folder).env_remove("SOURCE_DATE_EPOCH");
        crate::harness::ran(command.output().expect("the program starts"))
    }

    /// Assesses the inventory into the folder of its outputs.
    #[track_caller]
    pub fn assess(&self, more: &str) -> String {
        let run = self.run(&format!("assess work.csv -o out --date {DATE} {more}"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{more}");
        run.stdout
    }

    pub fn record(&self) -> Value {
        serde_json::from_slice(&fs::read(self.path("out/work-record.json")).expect("a record")).expect("JSON")
    }

    /// The names and contents of the outputs.
    pub fn outputs(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.path("out")).expect("the folder").map(|entry| entry.expect("an entry").path());
        let mut found: Vec<_> = entries
            .map(|path| {
                (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path).expect("a file"))
            })
            .collect();
        found.sort();
        found
    }

    pub fn names(&self) -> Vec<String> {
        self.outputs().into_iter().map(|(name, _)| name).collect()
    }

    /// Makes decisions in the workbook where it stands, as of the third of February at a quarter past some hour.
    #[track_caller]
    fn decide(&self, hour: u64, decisions: &Value) {
        let (script, workbook) = (path("tests/suite/decide.py"), self.path("out/work-assessed.xlsx"));
        let decisions = decisions.to_string();
        checked("python3", &[script.as_os_str(), workbook.as_os_str(), workbook.as_os_str(), OsStr::new(&decisions)]);
        saved_at(&workbook, hour);
    }

    /// The decisions by the functions' ids, as texts.
    pub fn decisions(&self) -> Vec<String> {
        let record = self.record();
        let functions = record["functions"].as_array().expect("functions").iter();
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let decided = functions.filter(|function| !function["decision"].is_null()).map(|function| {
            let decision = &function["decision"];
            let parts = ["choice", "by", "note", "check"].map(|part| text(&decision[part]));
            format!("{}: {}", text(&function["id"]), parts.join("|"))
        });
        decided.collect()
    }
}

/// Says that a file was saved on the third of February 2026, at a quarter past some hour.
pub fn saved_at(path: &Path, hour: u64) {
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_770_076_800 + hour * 3_600 + 900);
    fs::File::options().append(true).open(path).and_then(|file| file.set_modified(moment)).expect("it is ours");
}

pub fn can_edit() -> bool {
    has("python3") && has_module("openpyxl")
}

const SET: [&str; 3] = ["work-assessed.xlsx", "work-record.json", "work-summary.pdf"];

#[test]
fn a_set_that_nobody_edited_is_replaced_by_the_same_bytes() {
    // Some share their names, and nothing but the row tells them apart.
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("", "Audit", TO_OUTSOURCING), ("", "Audit", TO_BPO)]);
    desk.assess("");
    let first = desk.outputs();
    desk.assess("");
    assert!(desk.outputs() == first, "an unchanged run differs");
    assert_eq!(desk.names(), SET);
    assert_eq!(desk.record()["changes"], Value::Null);
}

#[test]
fn decisions_come_back_in_the_same_folder_round_by_round() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING), ("3", "Travel", TO_BPO)]);
    desk.assess("--values");
    desk.decide(1, &json!({ "1": { "Decision": "BPO", "Decided by": "Ada", "Note": "by June" } }));
    let said = desk.assess("--values");
    assert!(
        said.contains(
            "Since work-assessed.xlsx: nothing new, nothing gone, no verdict changed; 1 decision carried over"
        ),
        "{said}"
    );
    let noted = "note[edited-and-kept]: out/work-assessed.xlsx: was edited since its run, and is kept as \
                 `work-assessed.2026-02-03-011500.xlsx`\n  help: its decisions and notes were carried over; levels and answers \
                 that were typed come back with `--answers`, weights and thresholds with `--rulebook`\n";
    assert!(said.contains(noted), "{said}");
    assert_eq!(desk.decisions(), ["1: BPO|Ada|by June|"]);
    desk.decide(2, &json!({ "2": { "Decision": "retain" }, "1": { "Note": "by July" } }));
    desk.assess("--values");
    assert_eq!(desk.decisions(), ["1: BPO|Ada|by July|", "2: retain|||"]);
    desk.decide(3, &json!({ "3": { "Note": "ask Ben" }, "2": { "Decision": "agree" } }));
    desk.assess("--values");
    let decided = ["1: BPO|Ada|by July|", "2: agree|||", "3: -||ask Ben|"];
    assert_eq!(desk.decisions(), decided);
    // From then on nothing changes, and the outputs come to rest.
    desk.assess("--values");
    let at_rest = desk.outputs();
    desk.assess("--values");
    assert!(desk.outputs() == at_rest, "an unchanged run differs");
    assert_eq!(
        (desk.decisions(), desk.record()["changes"].clone()),
        (decided.map(str::to_owned).to_vec(), Value::Null)
    );
    let kept = [1, 2, 3].map(|hour| format!("work-assessed.2026-02-03-0{hour}1500.xlsx"));
    assert_eq!(desk.names()[..3], kept);
}

/// A workbook that is given tells functions of one name apart by its own key, as long as their rows say the same.
#[test]
fn decisions_on_functions_of_one_name_come_back_by_their_key() {
    if !can_edit() {
        return;
    }
    let travel = [("", "Travel", TO_BPO), ("", "Travel", TO_OUTSOURCING)];
    let desk = Desk::new(&travel);
    desk.assess("--values");
    desk.type_into("out/work-assessed.xlsx", "Assessment", &json!([["Travel", "Decision", "retain"]]));
    fs::rename(desk.path("out/work-assessed.xlsx"), desk.path("decided.xlsx")).expect("room");
    fs::remove_dir_all(desk.path("out")).expect("it is ours");
    let decided = |desk: &Desk| {
        desk.assess("--previous decided.xlsx --no-workbook");
        desk.record()["functions"]
            .as_array()
            .expect("functions")
            .iter()
            .map(|f| f["decision"]["choice"].clone())
            .collect()
    };
    let found: Vec<Value> = decided(&desk);
    assert_eq!(found, [json!("retain"), Value::Null]);
    // Another row has come between, and one says something else: what cannot be told is left behind.
    desk.write("work.csv", &[("", "Travel", TO_OUTSOURCING), ("", "Travel", TO_BPO)]);
    let found: Vec<Value> = decided(&desk);
    assert_eq!(found, [Value::Null, Value::Null]);
    assert!(desk.problems().iter().any(|told| told.starts_with("decision-not-carried")), "{:?}", desk.problems());
}

#[test]
fn what_was_decided_on_a_function_that_is_gone_comes_back_with_it() {
    if !can_edit() {
        return;
    }
    let (payroll, audit) = (("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING));
    let desk = Desk::new(&[payroll, audit]);
    desk.assess("--values");
    desk.decide(1, &json!({ "2": { "Decision": "retain", "Decided by": "Ada" } }));
    desk.write("work.csv", &[payroll]);
    for _ in 0..3 {
        desk.assess("--values");
        let left = &desk.record()["changes"]["left_behind"];
        assert_eq!((&left[0]["name"], &left[0]["decision"]["by"]), (&json!("Audit"), &json!("Ada")));
    }
    desk.write("work.csv", &[payroll, audit]);
    desk.assess("--values");
    assert_eq!(desk.decisions(), ["2: retain|Ada||"]);
}

#[test]
fn a_kept_file_never_takes_the_place_of_another() {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO)]);
    desk.assess("");
    let workbook = desk.path("out/work-assessed.xlsx");
    let edit = |with: &[u8]| {
        fs::write(&workbook, with).expect("room");
        saved_at(&workbook, 5);
    };
    let taken = desk.path("out/work-assessed.2026-02-03-051500.xlsx");
    fs::write(&taken, "somebody's").expect("room");
    edit(b"one");
    desk.assess("--no-previous");
    // The same bytes are kept once, others beside them.
    edit(b"one");
    desk.assess("--no-previous");
    edit(b"two");
    desk.assess("--no-previous");
    let kept: Vec<_> = desk.outputs().into_iter().filter(|(name, _)| !SET.contains(&name.as_str())).collect();
    let expected = [
        ("work-assessed.2026-02-03-051500-2.xlsx", "one"),
        ("work-assessed.2026-02-03-051500-3.xlsx", "two"),
        ("work-assessed.2026-02-03-051500.xlsx", "somebody's"),
    ];
    assert_eq!(kept, expected.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())));
    let about = outsift([OsStr::new("verify"), desk.path("out/work-record.json").as_os_str()]);
    assert_eq!((about.code, about.stderr.as_str()), (0, ""));
}

#[test]
fn an_earlier_set_that_is_damaged_stops_nothing_and_is_kept() {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO)]);
    desk.assess("");
    for name in ["work-assessed.xlsx", "work-record.json"] {
        let path = desk.path("out").join(name);
        let bytes = fs::read(&path).expect("an output");
        fs::write(&path, &bytes[..bytes.len() / 2]).expect("room");
        saved_at(&path, 7);
    }
    let run = desk.run(&format!("assess work.csv -o out --date {DATE} --fail-on warnings"));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let record = desk.record();
    let problems = record["problems"].as_array().expect("problems").iter();
    let said: Vec<String> = problems.map(|p| format!("{} {} {}", p["severity"], p["code"], p["file"])).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said.iter().all(|problem| problem.starts_with(r#""warning" "earlier-unusable""#)), "{said:?}");
    assert_eq!(
        desk.names()[..4],
        ["work-assessed.2026-02-03-071500.xlsx", SET[0], "work-record.2026-02-03-071500.json", SET[1]]
    );
    assert!(run.stdout.contains("kept as `work-record.2026-02-03-071500.json`"), "{}", run.stdout);
    let now = desk.outputs();
    desk.assess("");
    assert_eq!(desk.names().len(), now.len());
}

#[test]
fn nights_are_compared_with_the_night_before() {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO)]);
    desk.write("other.csv", &[("1", "Audit", TO_OUTSOURCING)]);
    let night =
        |more: &str| desk.run(&format!("assess work.csv other.csv -o out --date {DATE} --fail-on changed {more}")).code;
    assert_eq!([night(""), night("")], [0, 0]);
    desk.write("other.csv", &[("1", "Audit", TO_BPO)]);
    assert_eq!([night(""), night("")], [1, 0]);
    for condition in ["changed", "gone"] {
        let run = desk.run(&format!("assess work.csv -o out --no-previous --fail-on {condition}"));
        let said = format!(
            "error[nothing-to-compare]: --fail-on {condition}: there is no earlier run to compare with\n  \
             help: leave out `--no-previous`\n"
        );
        assert_eq!((run.code, run.stderr), (64, said));
    }
    // A folder has the earlier run of each.
    desk.write("work.csv", &[("1", "Payroll", TO_OUTSOURCING)]);
    desk.write("third.csv", &[("1", "Travel", TO_BPO)]);
    let run = desk.run(&format!("assess work.csv other.csv third.csv -o next --date {DATE} --previous out --json"));
    let summary: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let figures = |at: usize| summary["runs"][at]["figures"].clone();
    let changed = [0, 1, 2].map(|at| figures(at)["verdicts_changed"].clone());
    assert_eq!((run.code, changed), (0, [json!(1), json!(0), Value::Null]));
    assert_eq!(figures(2)["problems"], json!({ "nothing-before": 1 }));
}

#[test]
fn an_export_that_was_cut_short_does_not_pass_in_silence() {
    let names: Vec<String> = (1..=8).map(|id| id.to_string()).collect();
    let all: Vec<(&str, &str, &str)> = names.iter().map(|id| (id.as_str(), id.as_str(), TO_BPO)).collect();
    for (left, condition, said) in [
        (1, "changed", None),
        (1, "gone", Some("7 of 8 functions of the earlier run are gone, and at most 0% are allowed")),
        (7, "gone", Some("1 of 8 functions of the earlier run are gone, and at most 0% are allowed")),
        (6, "gone=20%", Some("2 of 8 functions of the earlier run are gone, and at most 20% are allowed")),
        (7, "gone=20%", None),
        (8, "gone", None),
    ] {
        let desk = Desk::new(&all);
        let night = || desk.run(&format!("assess work.csv -o out --date {DATE} -q --fail-on {condition}"));
        assert_eq!(night().code, 0, "the first night has none before it");
        desk.write("work.csv", &all[..left]);
        let run = night();
        let told = said.map_or(String::new(), |said| {
            format!(
                "warning[beyond-allowance]: work.csv: {said}\n  \
                 help: the outputs are there all the same; `--fail-on` says what is allowed\n"
            )
        });
        assert_eq!((run.code, run.stderr), (i32::from(said.is_some()), told), "{left} {condition}");
        assert_eq!(night().code, 0, "the next night is compared with this one");
    }
}

#[test]
fn a_workbook_that_libreoffice_saved_gives_its_decisions() {
    if !can_edit() || !has("soffice") {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING)]);
    desk.assess("");
    desk.decide(1, &json!({ "2": { "Decision": "defer", "Note": "Käse & Co." } }));
    let (workbook, saved) = (desk.path("out/work-assessed.xlsx"), desk.path("saved"));
    let profile = format!("-env:UserInstallation=file://{}", desk.path("profile").display());
    let words = ["--headless", "--norestore", &profile, "--convert-to", "xlsx", "--outdir"].map(OsStr::new);
    checked("soffice", &[&words[..], &[saved.as_os_str(), workbook.as_os_str()]].concat());
    fs::copy(saved.join("work-assessed.xlsx"), &workbook).expect("room");
    desk.assess("");
    assert_eq!(desk.decisions(), ["2: defer||Käse & Co.|"]);
    assert_eq!(desk.names().len(), 4);
}

impl Desk {
    /// Types into cells of a sheet, and gives what stood there before.
    #[track_caller]
    pub fn type_into(&self, workbook: &str, sheet: &str, cells: &Value) -> Value {
        let (script, workbook, cells) = (path("tests/suite/type_into.py"), self.path(workbook), cells.to_string());
        let words = [script.as_os_str(), workbook.as_os_str(), OsStr::new(sheet), OsStr::new(&cells)];
        serde_json::from_str(&checked("python3", &words)).expect("JSON")
    }

    /// Every problem as `code: message`.
    pub fn problems(&self) -> Vec<String> {
        let record = self.record();
        let problems = record["problems"].as_array().expect("problems").iter();
        problems.map(|p| format!("{}: {}", p["code"], p["message"]).replace('"', "")).collect()
    }

    fn verdicts(&self) -> Vec<String> {
        let record = self.record();
        let functions = record["functions"].as_array().expect("functions").iter();
        functions.map(|f| format!("{} {}", f["verdict"], f["score"]).replace('"', "")).collect()
    }
}

#[test]
fn levels_that_were_typed_are_answers() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[
        ("1", "Payroll", TO_BPO),
        ("2", "Audit", TO_OUTSOURCING),
        ("", "Travel", TO_BPO),
        ("", "Travel", TO_OUTSOURCING),
    ]);
    desk.assess("");
    let typed = json!([
        ["1", "Level: control wanted", "Low"],
        ["1", "Level: continuity", 25],
        ["2", "Level: specialisation", null],
        ["2", "Level: volume", "Low"],
        ["2", "Level: integration", "perhaps"],
        ["Travel", "Level: integration", 30],
    ]);
    let before = desk.type_into("out/work-assessed.xlsx", "Assessment", &typed);
    assert_eq!(before, json!(["High", "High", "High", "Low", "Low", "High"]));
    desk.assess("--answers out/work-assessed.xlsx");
    assert_eq!(
        desk.problems(),
        [
            "repeated-name: expected a name that no row above has, found `Travel`",
            "answer-differs: Continuity is `Ongoing` here and `25` in work-assessed.xlsx, cell Y2; the answer counts",
            "answer-differs: Control wanted is `High` here and `Low` in work-assessed.xlsx, cell Z2; the answer counts",
            "answer-differs: Specialisation is `High` here and not known in work-assessed.xlsx, cell X3; the answer counts",
            "answer-differs: Integration is `High` here and `30` in work-assessed.xlsx, cell U4; the answer counts",
            "unread-answer: expected `Low`, `Medium`, `High` or a number from 0 to 100, found `perhaps`",
        ]
    );
    let record = desk.record();
    let answers = record["answers"].as_array().expect("answers").last().cloned().expect("answers");
    assert_eq!((&answers["functions"], &answers["filled"], &answers["replaced"]), (&json!(3), &json!(0), &json!(4)));
    assert_eq!(record["functions"][1]["missing"], json!(["specialisation"]));
    let kept = desk.names().into_iter().find(|name| name.starts_with("work-assessed.2")).expect("it is kept");
    // The kept file gives the same again, and the new one, in which nothing is typed, gives none.
    let verdicts = desk.verdicts();
    desk.assess(&format!("--answers out/{kept}"));
    assert_eq!(desk.verdicts(), verdicts);
    desk.assess("");
    assert_ne!(desk.verdicts(), verdicts);
}

/// A level that is typed over is the last word of whoever has the workbook; what is none is told once.
#[test]
fn a_typed_level_counts_before_the_sheet_of_questions() {
    if !can_edit() {
        return;
    }
    let gaps = "Low,Low,High,High,Ongoing,,Low";
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", gaps)]);
    desk.assess("");
    let workbook = "out/work-assessed.xlsx";
    desk.type_into(workbook, "What to ask", &json!([["2", "Control wanted", "High"]]));
    let typed = json!([["2", "Level: control wanted", "Low"], ["1", "Level: volume", "many"]]);
    desk.type_into(workbook, "Assessment", &typed);
    desk.assess(&format!("--answers {workbook}"));
    assert_eq!(
        desk.problems(),
        [
            "answer-differs: Control wanted is `High` here and `Low` in work-assessed.xlsx, cell Z3; the answer counts",
            "unread-answer: expected `Low`, `Medium`, `High` or a number from 0 to 100, found `many`",
        ]
    );
}

/// What a per cent looks like is what it is; a fraction may be a part of the scale as well as a level, and is refused.
#[test]
fn a_per_cent_is_a_level_and_a_bare_fraction_is_none() {
    if !can_edit() {
        return;
    }
    let gaps = "High,High,High,High,Ongoing,,Low";
    let desk = Desk::new(&[("1", "Payroll", gaps), ("2", "Tax", gaps), ("3", "Audit", gaps), ("4", "Travel", gaps)]);
    desk.assess("");
    let header = "Level: control wanted";
    let typed = json!([["1", header, "75%"], ["2", header, "100%"], ["3", header, 0.5], ["4", header, 0]]);
    desk.type_into("out/work-assessed.xlsx", "Assessment", &typed);
    desk.assess("--answers out/work-assessed.xlsx");
    let again = json!([["1", header, null], ["2", header, null], ["3", header, null], ["4", header, null]]);
    let read = desk.type_into("out/work-assessed.xlsx", "Assessment", &again);
    assert_eq!(read, json!([75, "High", null, "Low"]));
    let told = "unread-answer: expected `Low`, `Medium`, `High` or a number from 0 to 100, found `0.5`";
    assert_eq!(desk.problems(), [told]);
}

/// Cells of an assessed workbook that nobody touched are as old as its run, and no answers to a newer export.
#[test]
fn only_what_was_typed_into_an_older_workbook_is_an_answer() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[]);
    let export = |payroll: &str| {
        let header = HEADER.trim_end();
        let rows = format!(
            "1,Payroll,{payroll}\n2,Audit,High,High,High,High,Ongoing,,Low,200\n3,Tax,,,High,,Ongoing,,Low,300\n"
        );
        fs::write(desk.path("work.csv"), format!("{header},Annual cost\n{rows}")).expect("room");
    };
    export(&format!("{TO_BPO},100"));
    desk.assess("");
    let typed =
        json!([["2", "Level: control wanted", "Medium"], ["3", "Integration", "Low"], ["3", "Annual cost", 400]]);
    desk.type_into("out/work-assessed.xlsx", "Assessment", &typed);
    fs::rename(desk.path("out/work-assessed.xlsx"), desk.path("typed.xlsx")).expect("room");
    let answered = |desk: &Desk| {
        desk.assess("--answers typed.xlsx --no-previous");
        let record = desk.record();
        let told: Vec<String> = desk.problems().into_iter().filter(|told| told.starts_with("answer-differs")).collect();
        (desk.verdicts()[0].clone(), ["filled", "replaced"].map(|count| record["answers"][0][count].clone()), told)
    };
    let (verdict, counts, told) = answered(&desk);
    assert_eq!((verdict.as_str(), counts), ("bpo 100.0", [json!(2), json!(1)]));
    assert_eq!(told, ["answer-differs: Annual cost is `300` here and `400` in typed.xlsx, cell J4; the answer counts"]);
    // A month later.
    export(&format!("{TO_OUTSOURCING},90"));
    let (verdict, counts, told) = answered(&desk);
    assert_eq!((verdict.as_str(), counts), ("traditional-outsourcing -100.0", [json!(2), json!(0)]));
    let untold = "answer-differs: Annual cost is another one than in the inventory in 2 rows, of which this is the first, and \
                  nothing tells whether it was typed or is of an earlier export; the inventory counts";
    assert_eq!(told, [untold]);
    // Nor does what the inventory said once come back as an answer in the run after.
    fs::rename(desk.path("out/work-assessed.xlsx"), desk.path("typed.xlsx")).expect("room");
    export(&format!("{TO_BPO},90"));
    assert_eq!(answered(&desk).0, "bpo 100.0");
}

/// What is typed into cells that were merged is typed for each of their rows, and for no other.
#[test]
fn merged_cells_say_the_same_of_each_of_their_rows() {
    if !can_edit() {
        return;
    }
    let gaps = "High,High,High,High,Ongoing,,Low";
    let desk = Desk::new(&[("1", "Payroll", gaps), ("2", "Tax", gaps), ("3", "Audit", gaps), ("4", "Travel", gaps)]);
    desk.assess("");
    let typed = json!([
        ["1", "Decision", { "over": 2, "value": "agree" }],
        ["2", "Note", { "over": 2, "value": "asked" }],
        ["3", "Level: control wanted", { "over": 2, "value": "Low" }],
    ]);
    desk.type_into("out/work-assessed.xlsx", "Assessment", &typed);
    desk.assess("--answers out/work-assessed.xlsx");
    let decisions: Vec<String> =
        desk.decisions().iter().map(|decision| decision.split('|').take(3).collect::<Vec<_>>().join("|")).collect();
    assert_eq!(decisions, ["1: agree||", "2: agree||asked", "3: -||asked"]);
    let record = desk.record();
    let known = record["functions"].as_array().expect("functions").iter();
    let lacking: Vec<bool> = known.map(|function| function["missing"] == json!(["control"])).collect();
    assert_eq!(lacking, [true, true, false, false]);
}

/// Text that an inventory leaves open may look plain in a workbook, which is not what somebody answered.
#[test]
fn what_the_inventory_leaves_open_is_no_answer_of_its_copy() {
    let desk = Desk::new(&[]);
    fs::write(desk.path("work.csv"), "Id,Function,Annual volume\n1,Payroll,1.5\n2,Tax,\"1,234\"\n3,Audit,\"2,5\"\n")
        .expect("room");
    desk.assess("");
    fs::copy(desk.path("out/work-assessed.xlsx"), desk.path("typed.xlsx")).expect("room");
    desk.assess("--answers typed.xlsx");
    let counts = |record: &Value| ["filled", "replaced"].map(|count| record["answers"][0][count].clone());
    assert_eq!(counts(&desk.record()), [json!(0), json!(0)]);
    if can_edit() {
        desk.type_into("typed.xlsx", "Assessment", &json!([["2", "Annual volume", 20_000]]));
        desk.assess("--answers typed.xlsx");
        assert_eq!(counts(&desk.record()), [json!(1), json!(0)]);
    }
}

/// A decision was made on what the workbook showed when it was saved, whatever its run had said: by its own levels, weights and
/// scenario, which no program has calculated here.
#[test]
fn a_decision_is_checked_against_what_its_workbook_showed() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", "Low,Low,High,High,Ongoing,Low,Low")]);
    let scenario = "[[scenario]]\nname = \"Control alone\"\nweights = { control = 90 }\n";
    fs::write(desk.path("scenarios.toml"), scenario).expect("room");
    let run = |more: &str| desk.assess(&format!("--scenarios scenarios.toml {more}"));
    let level = json!([["1", "Level: control wanted", "Low"]]);
    let (weight, shown) =
        (json!([["Control and engagement", "Weight", 9]]), json!([["Scenario shown", "", "Control alone"]]));
    for (sheet, typed, checked) in [
        ("Assessment", &json!([]), ["1: agree|||", "2: agree|||"]),
        (
            "Assessment",
            &level,
            ["1: agree|||evidence has changed: control and engagement \u{2212}100 \u{2192} +100", "2: agree|||"],
        ),
        (
            "Criteria",
            &weight,
            ["1: agree|||", "2: agree|||evidence has changed: the verdict was Traditional outsourcing"],
        ),
        (
            "Criteria",
            &shown,
            ["1: agree|||", "2: agree|||evidence has changed: the verdict was Traditional outsourcing"],
        ),
    ] {
        run("--no-previous");
        desk.type_into(
            "out/work-assessed.xlsx",
            "Assessment",
            &json!([["1", "Decision", "agree"], ["2", "Decision", "agree"]]),
        );
        desk.type_into("out/work-assessed.xlsx", sheet, typed);
        fs::create_dir_all(desk.path("copy")).expect("room");
        for name in ["work-assessed.xlsx", "work-record.json"] {
            fs::copy(desk.path("out").join(name), desk.path("copy").join(name)).expect("room");
        }
        for more in ["", "--previous copy", "--previous copy/work-assessed.xlsx"] {
            run(more);
            assert_eq!(desk.decisions(), checked, "{typed} {more}");
        }
    }
    // With what was typed in the run, too, it is the same evidence again.
    run("--no-previous");
    desk.type_into("out/work-assessed.xlsx", "Assessment", &json!([["1", "Decision", "agree"], level[0]]));
    run("--answers out/work-assessed.xlsx");
    assert_eq!(desk.decisions(), ["1: agree|||"]);
}

/// What is not carried over is said: where it stands, how much it is, and how it would be.
#[test]
fn what_was_decided_and_is_not_read_is_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", TO_OUTSOURCING)]);
    let (workbook, sheet) = ("out/work-assessed.xlsx", "Assessment");
    let told = |desk: &Desk| {
        let is_meant = |told: &String| told.starts_with("decision") || told.starts_with("addition");
        desk.problems().into_iter().filter(is_meant).collect::<Vec<_>>()
    };
    let kept = |said: String| {
        let help = said.lines().find_map(|line| line.strip_prefix("  help: "));
        help.map(|help| help.split("; levels").next().unwrap_or_default().to_owned())
    };
    let decide = |workbook: &str| {
        desk.type_into(workbook, sheet, &json!([["1", "Decision", "retain"], ["2", "Note", "ask Ben"]]));
    };
    // In a workbook of answers.
    desk.assess("");
    fs::copy(desk.path(workbook), desk.path("anna.xlsx")).expect("room");
    decide("anna.xlsx");
    desk.assess("--answers anna.xlsx");
    let in_answers = "decision-not-carried: 2 decisions and notes from this row on are not those of this run: `--answers` takes \
                      levels and answers alone, `--previous` decisions and notes";
    assert_eq!(told(&desk), [in_answers]);
    desk.assess("--answers anna.xlsx --previous anna.xlsx");
    assert_eq!((told(&desk), desk.decisions()), (vec![], vec!["1: retain|||".to_owned(), "2: -||ask Ben|".to_owned()]));
    // In the workbook that stands in the place of the outputs, and another one is given.
    desk.assess("--no-previous");
    decide(workbook);
    fs::copy(desk.path(workbook), desk.path("ben.xlsx")).expect("room");
    saved_at(&desk.path(workbook), 3);
    let help = "2 decisions and notes in it were not carried over: `--previous out/work-assessed.2026-02-03-031500.xlsx` \
                takes them over";
    assert_eq!(kept(desk.assess("--no-previous --no-workbook")).as_deref(), Some(help));
    let given = kept(desk.run(&format!("assess work.csv -o other --date {DATE} --previous anna.xlsx")).stdout);
    assert_eq!(given, None, "nothing stands there");
    fs::rename(desk.path("out/work-assessed.2026-02-03-031500.xlsx"), desk.path(workbook)).expect("it is kept");
    let help = "its decisions and notes were carried over";
    assert_eq!(kept(desk.assess("--previous anna.xlsx")).as_deref(), Some(help));
    // Under another header, and on another sheet.
    for (script, said) in [
        (
            "s = b['Assessment']; c = next(c for c in s[1] if c.value == 'Note'); c.value = 'Comments'",
            "decision-not-carried: 1 value in this column was not carried over: it stands where `Note` was, and has another header",
        ),
        (
            "s = b.copy_worksheet(b['Assessment']); c = next(c for c in s[1] if c.value == 'Decision'); s.cell(3, c.column).value = 'defer'",
            "decision-not-carried: 1 decision or note of this sheet was not carried over: only the sheet `Assessment` is read",
        ),
        (
            "s = b['Assessment']; at = s.max_column + 1; s.cell(1, at).value = 'Wave'; s.cell(2, at).value = 1; s.cell(3, at).value = 2",
            "addition-not-carried: 2 values in a column that somebody added were not carried over",
        ),
        (
            "s = b['Assessment']; at = next(c for c in s[1] if c.value == 'Note').column + 1; s.insert_cols(at); s.cell(2, at).value = 'ok'",
            "addition-not-carried: 1 value in a column that somebody added was not carried over",
        ),
        (
            "s = b.create_sheet('Calls'); s['A1'] = 'Anna'",
            "addition-not-carried: is a sheet that somebody added, and was not carried over",
        ),
        ("b.create_sheet('Nothing')", ""),
    ] {
        let script = format!(
            "import openpyxl, warnings\nwarnings.simplefilter('ignore')\nb = openpyxl.load_workbook('{0}/ben.xlsx')\n{script}\nb.save('{0}/changed.xlsx')",
            desk.folder.path().display()
        );
        checked("python3", &["-c", &script].map(OsStr::new));
        desk.assess("--no-previous");
        desk.assess("--previous changed.xlsx");
        assert_eq!(told(&desk).join("\n"), said);
    }
    // In a workbook that is given as the inventory, which no program has calculated.
    desk.assess("--no-previous --no-workbook");
    desk.type_into("ben.xlsx", sheet, &json!([["1", "Level: control wanted", "Low"]]));
    let run = desk.run(&format!("assess ben.xlsx -o third --date {DATE}"));
    let warned = "holds an earlier assessment; its columns from `Verdict` on were left out, with 2 decisions and notes (`--previous \
                  ben.xlsx` takes them over) and 1 level that was typed over (`--answers ben.xlsx` takes it over)";
    let said = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(warned) && !said.contains("formula"), "{said}");
}

/// A folder that is given by hand and holds one run is meant, whatever that was called; of none or several that is said.
#[test]
fn the_only_run_of_a_folder_is_the_earlier_one() {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO)]);
    for name in ["february.csv", "march.csv"] {
        fs::copy(desk.path("work.csv"), desk.path(name)).expect("room");
    }
    fs::create_dir(desk.path("empty")).expect("room");
    let assess = |line: &str| {
        let run = desk.run(&format!("assess {line} --date {DATE}"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{line}");
        run.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assess("february.csv -o one");
    let said = assess("march.csv -o now --previous one");
    assert!(said.contains("Since february-record.json"), "{said}");
    assess("work.csv -o one");
    for (folder, holds) in
        [("one", "the folder holds runs of `february`, `work`"), ("empty", "the folder holds no run")]
    {
        let said = assess(&format!("march.csv -o {folder}-now --previous {folder}"));
        assert!(said.contains(holds) && !said.contains("Since"), "{said}");
    }
}

const GAPS: &str = "Id,Function,Department,Process owner,Strategic value,Volume\n\
                    1,Payroll,HR & Pay,Ada,High,High\n2,Travel,HR/Pay,Ben,High,High\n3,Audit,,Ada,High,High\n\
                    4,Tax,HR & Pay,,High,High\n5,Legal,Law,Cy,High,High\n";

#[test]
fn each_department_has_its_questionnaire_and_what_came_back_is_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[]);
    fs::write(desk.path("work.csv"), GAPS).expect("room");
    let ask = "template work.csv --by department -o asked --date 2026-01-31";
    let run = desk.run(ask);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.ends_with("outsift assess work.csv --answers asked\n"), "{}", run.stdout);
    let names = |folder: &str| {
        let entries = fs::read_dir(desk.path(folder)).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let asked = names("asked");
    assert_eq!(asked.len(), 4, "{asked:?}");
    assert_eq!(
        (asked[0].as_str(), asked[3].as_str()),
        ("work-questionnaire-others.xlsx", "work-questionnaire.law.xlsx")
    );
    assert_eq!(asked[1].len(), "work-questionnaire.hr---pay-123456.xlsx".len(), "{asked:?}");
    // What was sent out is never written over.
    let again = desk.run(ask);
    assert_eq!(again.code, 73);
    assert!(again.stderr.contains("error[already-there]"), "{}", again.stderr);
    assert_eq!(desk.run(&format!("{ask} --force")).code, 0);
    assert_eq!(names("asked"), asked);
    let owners = desk.run("template work.csv --by owner -o owners");
    assert_eq!((owners.code, names("owners").len()), (0, 4), "{}", owners.stderr);
    let missing = desk.run("template work.csv --by region -o regions");
    assert_eq!(
        (missing.code, missing.stderr.as_str()),
        (
            64,
            "error[no-such-column]: work.csv: no column says `region` of a function\n  help: give the header of one of its \
             columns: `Id`, `Function`, `Department`, `Process owner`, `Strategic value`, `Volume`\n"
        )
    );
    assert!(!desk.path("regions").exists());
    // Law and one of the others answer one question each; one file comes back empty, and one does not.
    fs::remove_file(desk.path("asked").join(&asked[0])).expect("it is there");
    for (name, function, level) in [(&asked[1], "Payroll", "Low"), (&asked[3], "Legal", "High")] {
        let cell = json!([[function, "Integration", level]]);
        desk.type_into(&format!("asked/{name}"), "Questions", &cell);
    }
    desk.assess("--answers asked");
    let said: Vec<String> = desk.problems().into_iter().filter(|p| !p.starts_with("repeated")).collect();
    assert_eq!(
        said,
        [
            "open-answers: leaves 2 of 2 functions open: integration, repetitiveness, specialisation, continuity, control \
             wanted are not known of all",
            "empty-answers: came back without an answer on the 1 function that it has",
            "open-answers: leaves 1 of 1 function open: repetitiveness, specialisation, continuity, control wanted are not \
             known of all",
            "not-back: nothing came back on 1 function",
        ]
    );
    fs::create_dir(desk.path("nothing")).expect("room");
    let none = desk.run("assess work.csv -o out --answers nothing");
    assert_eq!(none.code, 66, "{}", none.stderr);
}

/// A level that was deleted in the workbook is not known, there and in the next run, whatever is assumed of what is missing.
#[test]
fn what_was_deleted_is_not_assumed() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[
        ("1", "Payroll", "High,High,High,High,Ongoing,,Low"),
        ("2", "Audit", "Low,Low,High,High,Project,,High"),
    ]);
    desk.assess("--assume control=low");
    let assumed = |desk: &Desk| {
        desk.record()["functions"]
            .as_array()
            .expect("functions")
            .iter()
            .map(|f| f["missing"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(assumed(&desk), [json!([]), json!([])]);
    let typed = json!([["1", "Level: control wanted", null]]);
    assert_eq!(desk.type_into("out/work-assessed.xlsx", "Assessment", &typed), json!(["Low"]));
    desk.assess("--assume control=low --answers out/work-assessed.xlsx");
    assert_eq!(assumed(&desk), [json!(["control"]), json!([])]);
}

/// Numbers on a scale that nobody states are no answers, and that is said; what the inventory has as well is no news.
#[test]
fn numbers_without_a_scale_are_no_silent_answers() {
    let desk =
        Desk::new(&[("1", "Payroll", "High,High,,,Ongoing,,Low"), ("2", "Audit", ",,High,High,Project,60,High")]);
    let is_unread = |told: &&String| told.starts_with("unclear-scale") || told.starts_with("unread-answer");
    let unclear = |desk: &Desk| desk.problems().iter().filter(is_unread).count();
    desk.assess("");
    assert_eq!(unclear(&desk), 1);
    for (rows, count) in
        [("1,Payroll,\n2,Audit,60\n", 1), ("1,Payroll,40\n2,Audit,60\n", 2), ("1,Payroll,High\n2,Audit,40\n", 2)]
    {
        fs::write(desk.path("answers.csv"), format!("Id,Function,Control wanted\n{rows}")).expect("room");
        desk.assess("--answers answers.csv --no-previous");
        assert_eq!(unclear(&desk), count, "{rows}: {:?}", desk.problems());
    }
}

/// Raters who differ are shown side by side and leave a level open between them, until somebody settles it in the workbook.
#[test]
fn raters_who_differ_are_told_and_settled() {
    let desk = Desk::new(&[
        ("1", "Payroll", "Low,Low,High,High,Ongoing,,Low"),
        ("2", "Audit", "Low,Low,Low,Low,Project,Medium,High"),
        ("3", "Travel", "Low,Low,High,High,Ongoing,,Low"),
    ]);
    let answers = |name: &str, rows: &str| {
        fs::write(desk.path(name), format!("Id,Function,Control wanted,Answered by,Answered on\n{rows}"))
            .expect("room");
    };
    answers("ann.csv", "1,Payroll,Low,Ann,2026-11-20\n2,Audit,Low,,\n3,Travel,High,Ann,\n");
    answers("bob.csv", "1,Payroll,High,Bob,2026-11-02\n2,Audit,Medium,,\n3,Travel,High,Bob,\n");
    let both = "--answers ann.csv --answers bob.csv";
    desk.assess(both);
    let record = desk.record();
    let said = |at: usize, key: &str| record["functions"][at][key].clone();
    assert_eq!([said(0, "score_low"), said(0, "score"), said(0, "score_high")], [json!(0.0), json!(25.0), json!(50.0)]);
    assert_eq!([said(1, "score_low"), said(1, "score_high")], [json!(-100.0), json!(-75.0)]);
    assert_eq!(said(1, "review"), json!(["raters disagree"]));
    let answer = |level: u8, by: &str, on: &str, file: &str| json!({ "level": level, "by": by, "on": on, "file": file, "sheet": null, "cell": "C2" });
    let of_payroll = [answer(0, "Ann", "2026-11-20", "ann.csv"), answer(100, "Bob", "2026-11-02", "bob.csv")];
    assert_eq!(said(0, "raters"), json!([{ "attribute": "control", "level": null, "answers": of_payroll }]));
    // Those who agree are one, and both are named.
    assert_eq!(said(2, "raters"), Value::Null);
    let reasons = said(2, "reasons").to_string();
    assert!(reasons.contains("(control wanted High, Ann, ann.csv C4 and Bob, bob.csv C4)"), "{reasons}");
    let told = desk.problems();
    let disagree = |problems: &[String]| problems.iter().filter(|told| told.starts_with("raters-disagree")).count();
    assert_eq!(disagree(&told), 2, "{told:?}");

    for (preferred, levels) in [("last", [0, 50]), ("median", [50, 25])] {
        let said = desk.assess(&format!("{both} --answers-prefer {preferred}"));
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&format!("On 2 functions raters disagree: the {preferred} ")), "{said}");
        let record = desk.record();
        for (at, level) in levels.into_iter().enumerate() {
            let function = &record["functions"][at];
            assert_eq!(function["raters"][0]["level"], json!(level), "{preferred}");
            assert!(!function["review"].to_string().contains("raters"), "{preferred}");
        }
        assert!(record["problems"].as_array().expect("problems").iter().all(|problem| problem["severity"] == "note"));
    }

    if !can_edit() {
        return;
    }
    desk.assess(both);
    let typed = json!([["1", "Level: control wanted", "Medium"]]);
    assert_eq!(desk.type_into("out/work-assessed.xlsx", "Assessment", &typed), json!(["Low\u{2013}High"]));
    desk.assess(&format!("{both} --answers out/work-assessed.xlsx"));
    let record = desk.record();
    assert_eq!(record["functions"][0]["score"], record["functions"][0]["score_low"]);
    assert_eq!(record["functions"][0]["missing"], json!([]));
    let told = desk.problems();
    assert_eq!(disagree(&told), 1, "{told:?}");
}

/// Round by round in one folder: levels, decisions, notes, weights and answers that were typed are all there after the last.
#[test]
fn three_rounds_come_back_exactly() {
    if !can_edit() {
        return;
    }
    let gaps = "Low,Low,High,High,Ongoing,,Low";
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Audit", gaps), ("3", "Travel", gaps), ("4", "Tax", gaps)]);
    let workbook = "out/work-assessed.xlsx";
    desk.assess("");
    let rounds = [
        ("1", "Level: volume", json!("Low"), "BPO", "by June", "Cost", json!(0.9), "2", "Low"),
        ("2", "Level: specialisation", json!(70), "retain", "by July", "Nature of the task", json!(0.5), "3", "Medium"),
        ("1", "Level: volume", json!("Medium"), "agree", "at last", "Cost", json!(0.8), "4", "High"),
    ];
    for (hour, (row, level, typed, decision, note, criterion, weight, asked, answer)) in (1..).zip(&rounds) {
        let cells = json!([[row, level, typed], [row, "Decision", decision], [row, "Note", note]]);
        desk.type_into(workbook, "Assessment", &cells);
        desk.type_into(workbook, "Criteria", &json!([[criterion, "Weight", weight]]));
        let who = json!([[asked, "Control wanted", answer], [asked, "Answered by", "Ann"]]);
        desk.type_into(workbook, "What to ask", &who);
        saved_at(&desk.path(workbook), hour);
        desk.assess(&format!("--answers {workbook} --rulebook {workbook}"));
        let told = desk.problems();
        assert!(told.iter().all(|told| !told.starts_with("raters-disagree")), "{told:?}");
    }
    let decided = desk.decisions();
    let decided: Vec<&str> = decided.iter().filter_map(|decision| decision.split("evidence").next()).collect();
    assert_eq!(decided, ["1: agree||at last|", "2: retain||by July|"]);
    let table = desk.type_into(
        workbook,
        "Assessment",
        &json!([
            ["1", "Level: volume", ""],
            ["2", "Level: specialisation", ""],
            ["2", "Level: control wanted", ""],
            ["3", "Level: control wanted", ""],
            ["4", "Level: control wanted", ""]
        ]),
    );
    assert_eq!(table, json!(["Medium", 70, "Low", "Medium", "High"]));
    let weights =
        desk.type_into(workbook, "Criteria", &json!([["Cost", "Weight", 1], ["Nature of the task", "Weight", 1]]));
    assert_eq!(weights, json!([0.8, 0.5]));
}
