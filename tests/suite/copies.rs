//! What becomes of the decisions in copies of a workbook that several people give back.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::{DATE, Ran, checked, has, ran};
use crate::typed::{Desk, TO_BPO, TO_OUTSOURCING, can_edit, saved_at};
use crate::workbook_rules::saved_by_libreoffice;

const WORKBOOK: &str = "out/work-assessed.xlsx";

fn desk() -> Desk {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Canteen", TO_OUTSOURCING), ("3", "Recruiting", TO_BPO)]);
    desk.assess("");
    desk
}

impl Desk {
    /// Assesses the inventory into the folder of its outputs, with words that may hold blanks.
    fn run_with(&self, words: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        command.args(["assess", "work.csv", "-o", "out", "--date", DATE]).args(words).current_dir(&self.folder);
        ran(command.output().expect("the program starts"))
    }

    /// Types into cells of a workbook, each by its sheet, row and column, and saves it under another name.
    #[track_caller]
    fn type_at(&self, from: &str, to: &str, cells: &Value) {
        let script = "import json, openpyxl, sys, warnings\nwarnings.simplefilter('ignore')\n\
                      book = openpyxl.load_workbook(sys.argv[1])\n\
                      for sheet, row, column, value in json.loads(sys.argv[3]): book[sheet].cell(row, column).value = value\n\
                      book.save(sys.argv[2])";
        let (from, to, cells) = (self.path(from), self.path(to), cells.to_string());
        checked("python3", &["-c".as_ref(), script.as_ref(), from.as_os_str(), to.as_os_str(), cells.as_ref()]);
    }

    /// Copies the first row of the assessment sheet below the last one, with its key or without, and types into both.
    #[track_caller]
    fn copy_row(&self, name: &str, with_key: bool, typed: &Value) {
        let script = "import json, openpyxl, sys, warnings\nwarnings.simplefilter('ignore')\n\
                      book = openpyxl.load_workbook(sys.argv[1])\nsheet = book['Assessment']\n\
                      columns = {c.value: c.column for c in sheet[1]}\nlast = sheet.max_row + 1\n\
                      for c in sheet[2]: sheet.cell(last, c.column).value = c.value\n\
                      if sys.argv[2] == 'false': sheet.cell(last, columns['Key']).value = None\n\
                      for row, typed in zip([2, last], json.loads(sys.argv[3])):\n\
                      \x20   for header, value in typed.items(): sheet.cell(row, columns[header]).value = value\n\
                      book.save(sys.argv[1])";
        let (workbook, with_key, typed) = (self.path(name), with_key.to_string(), typed.to_string());
        checked("python3", &["-c".as_ref(), script.as_ref(), workbook.as_os_str(), with_key.as_ref(), typed.as_ref()]);
    }

    /// Saves a workbook in another format beside itself.
    #[track_caller]
    fn convert(&self, name: &str, to: &str) {
        let (workbook, profile) = (self.path(name), self.path("profile"));
        let profile = format!("-env:UserInstallation=file://{}", profile.display());
        let words = ["--headless", "--norestore", &profile, "--convert-to", to, "--outdir"].map(OsStr::new);
        checked("soffice", &[&words[..], &[self.folder.path().as_os_str(), workbook.as_os_str()]].concat());
    }
}

/// A copy of the workbook in the place of the outputs, with some decisions.
#[track_caller]
fn copy(desk: &Desk, name: &str, typed: &Value) {
    fs::copy(desk.path(WORKBOOK), desk.path(name)).expect("room");
    desk.type_into(name, "Assessment", typed);
}

/// What is said of decisions.
fn told(desk: &Desk) -> Vec<String> {
    desk.problems().into_iter().filter(|told| told.starts_with("decision")).collect()
}

/// What the earlier run said, on one line.
fn since(said: &str) -> String {
    let paragraph = said.split("\n\n").find(|paragraph| paragraph.starts_with("Since "));
    paragraph.map_or(String::new(), |said| said.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn copies_that_come_back_one_after_the_other_lose_nothing() {
    if !can_edit() {
        return;
    }
    let joined = |count: &str, were: &str| {
        format!(
            "decisions-joined: {count} of the set in the place of the outputs {were} carried over as well, as `ben.xlsx` has none \
             there"
        )
    };
    let differ = |own: &str, other: &str| {
        format!(
            "decisions-differ: what was decided on `Canteen` differs: `{own}` in `ben.xlsx` counts, and the set in the place of the \
             outputs has `{other}`"
        )
    };
    for (anna, ben, decided, said) in [
        (
            json!([["1", "Decision", "agree"], ["2", "Decision", "retain"], ["2", "Decided by", "Anna"]]),
            json!([["3", "Decision", "retain"], ["2", "Decision", "defer"]]),
            vec!["1: agree|||", "2: defer|||another copy says: retain, Anna", "3: retain|||"],
            vec![differ("defer", "retain, Anna"), joined("1 decision or note", "was")],
        ),
        // What one adds to the other is no contradiction.
        (
            json!([["2", "Note", "by June"], ["1", "Note", "ask Cy"], ["3", "Decision", "agree"]]),
            json!([["2", "Decision", "retain"], ["2", "Decided by", "Ben"]]),
            vec!["1: -||ask Cy|", "2: retain|Ben|by June|", "3: agree|||"],
            vec![joined("2 decisions and notes", "were")],
        ),
        (
            json!([["2", "Decision", "retain"], ["2", "Note", "by June"]]),
            json!([["2", "Decision", "retain"], ["2", "Note", "by July"]]),
            vec!["2: retain||by July|another copy says: retain, by June"],
            vec![differ("retain, by July", "retain, by June")],
        ),
    ] {
        let desk = desk();
        copy(&desk, "anna.xlsx", &anna);
        copy(&desk, "ben.xlsx", &ben);
        desk.assess("--previous anna.xlsx");
        assert_eq!(told(&desk), [""; 0]);
        let printed = since(&desk.assess("--previous ben.xlsx"));
        assert_eq!((desk.decisions(), told(&desk)), (decided.iter().map(|&d| d.to_owned()).collect(), said));
        assert!(printed.starts_with("Since ben.xlsx: nothing new, nothing gone, no verdict changed"), "{printed}");
        // Given once more it says nothing new, and its marks stay.
        desk.assess("--previous ben.xlsx");
        assert_eq!(desk.decisions(), decided);
        assert!(told(&desk).iter().all(|told| told.starts_with("decisions-joined")), "{:?}", told(&desk));
        // What was decided since in the set that has it already counts.
        desk.type_into(WORKBOOK, "Assessment", &json!([["2", "Decision", "BPO"], ["2", "Check", null]]));
        desk.assess("--previous ben.xlsx");
        assert!(desk.decisions().iter().any(|decided| decided.starts_with("2: BPO|")), "{:?}", desk.decisions());
    }
}

/// A function that is gone has its decision still, whichever of the two sets it stands in.
#[test]
fn decisions_on_functions_that_are_gone_stay_behind_from_both_sets() {
    if !can_edit() {
        return;
    }
    let desk = desk();
    copy(&desk, "anna.xlsx", &json!([["2", "Decision", "retain"], ["3", "Decision", "agree"]]));
    copy(&desk, "ben.xlsx", &json!([["3", "Decision", "agree"]]));
    desk.assess("--previous anna.xlsx");
    desk.write("work.csv", &[("1", "Payroll", TO_BPO)]);
    let printed = since(&desk.assess("--previous ben.xlsx"));
    assert_eq!(printed, "Since ben.xlsx: 2 gone; 2 decisions not carried over");
    let left = &desk.record()["changes"]["left_behind"];
    let left: Vec<&Value> =
        left.as_array().expect("functions").iter().map(|left| &left["decision"]["choice"]).collect();
    assert_eq!(left, [&Value::Null, &json!("agree"), &json!("retain")]);
    desk.write("work.csv", &[("1", "Payroll", TO_BPO), ("2", "Canteen", TO_OUTSOURCING), ("3", "Recruiting", TO_BPO)]);
    desk.assess("");
    assert_eq!(desk.decisions(), ["2: retain|||", "3: agree|||"]);
}

/// Whoever starts afresh keeps the decisions, in a file that takes them over, though nobody has edited it since its run.
#[test]
fn what_a_fresh_start_does_without_is_kept() {
    if !can_edit() {
        return;
    }
    for (more, file, ending) in [("", "work-assessed", "xlsx"), ("--no-workbook", "work-record", "json")] {
        let desk = desk();
        copy(&desk, "anna.xlsx", &json!([["1", "Decision", "agree"], ["2", "Note", "ask Cy"]]));
        desk.assess(&format!("--previous anna.xlsx {more}"));
        saved_at(&desk.path(&format!("out/{file}.{ending}")), 4);
        let kept = format!("{file}.2026-02-03-041500.{ending}");
        let said = desk.assess("--no-previous");
        let noted = format!(
            "note[edited-and-kept]: out/{file}.{ending}: holds 2 decisions and notes that this run starts without, and is kept as \
             `{kept}`\n  help: `--previous out/{kept}` takes them over\n"
        );
        assert!(said.contains(&noted), "{said}");
        assert_eq!(desk.decisions(), [""; 0]);
        // There is nothing to keep of the fresh one.
        assert!(!desk.assess("--no-previous").contains("edited-and-kept"));
        desk.type_into(WORKBOOK, "Assessment", &json!([["3", "Decision", "defer"]]));
        desk.assess(&format!("--previous out/{kept}"));
        assert_eq!(desk.decisions(), ["1: agree|||", "2: -||ask Cy|", "3: defer|||"]);
    }
}

/// A folder without a run leaves what stands in the place of the outputs.
#[test]
fn a_folder_without_a_run_is_no_reason_to_lose_decisions() {
    if !can_edit() {
        return;
    }
    let desk = desk();
    desk.type_into(WORKBOOK, "Assessment", &json!([["1", "Decision", "agree"]]));
    fs::create_dir(desk.path("empty")).expect("room");
    let run = desk.run(&format!("assess work.csv -o out --date {DATE} --previous empty"));
    assert_eq!((run.code, desk.decisions()), (0, vec!["1: agree|||".to_owned()]));
    let is_told = desk.problems().iter().any(|told| {
        told == "nothing-before: is not there, so the set in the place of the outputs counts; the folder holds no run"
    });
    assert!(is_told, "{:?}", desk.problems());
}

/// A workbook that was saved in another format or under another name is not read, and is named as long as it says what the run does
/// not; what the program kept itself, and what is of another inventory, is not.
#[test]
fn decisions_in_copies_beside_the_outputs_are_named() {
    if !can_edit() || !has("soffice") {
        return;
    }
    for (name, ending, is_told) in [
        ("work-assessed.ods", "ods", true),
        ("work-assessed (Anna).xlsx", "xlsx", true),
        ("work-assessed.anna.xlsx", "xlsx", true),
        ("work-assessed.2026-02-03-011500.xlsx", "xlsx", false),
        ("work-assessed-2-assessed.xlsx", "xlsx", false),
        ("anna.xlsx", "xlsx", false),
    ] {
        let desk = desk();
        copy(&desk, "anna.xlsx", &json!([["1", "Decision", "agree"], ["2", "Note", "ask Cy"]]));
        let lying = desk.path("out").join(name);
        if ending == "ods" {
            desk.convert("anna.xlsx", ending);
        }
        fs::rename(desk.path(&format!("anna.{ending}")), &lying).expect("room");
        let not_read = |count: &str, were: &str, them: &str| {
            let said = format!(
                "decision-not-carried: stands beside the outputs with {count} that {were} not read; `--previous out/{name}` \
                 takes {them} over"
            );
            if is_told { vec![said] } else { Vec::new() }
        };
        desk.assess("");
        assert_eq!(told(&desk), not_read("2 decisions and notes", "were", "them"), "{name}");
        // What the run says by itself by then is no news, and nothing is told of what was given.
        desk.type_into(WORKBOOK, "Assessment", &json!([["1", "Decision", "agree"]]));
        desk.assess("");
        assert_eq!(told(&desk), not_read("1 decision or note", "was", "it"), "{name}");
        let run = desk.run_with(&["--previous", &format!("out/{name}")]);
        assert_eq!((run.code, desk.decisions()), (0, vec!["1: agree|||".to_owned(), "2: -||ask Cy|".to_owned()]));
        assert_eq!(told(&desk), [""; 0], "{name}");
        desk.assess("");
        assert_eq!(told(&desk), [""; 0], "{name}");
        desk.assess("--no-previous");
        assert_eq!(told(&desk), [""; 0], "{name}");
    }
}

/// What is typed into the lists of functions, which no run reads, is named; what they show by themselves is not, whatever program
/// has saved them.
#[test]
fn what_is_typed_into_lists_of_functions_is_named() {
    if !can_edit() || !has("soffice") {
        return;
    }
    let decision = |count: &str, were: &str| {
        format!(
            "decision-not-carried: {count} of this sheet {were} not carried over: only the sheet `Assessment` is read"
        )
    };
    let remark = |count: &str, were: &str| {
        format!("addition-not-carried: {count} beside the list on this sheet {were} not carried over")
    };
    let (mut desks, mut written) = (Vec::new(), Vec::new());
    for more in ["", "--values"] {
        let desk = desk();
        desk.type_into(WORKBOOK, "Assessment", &json!([["1", "Decision", "agree"], ["2", "Decision", "retain"]]));
        desk.write("work.csv", &[("1", "Payroll", TO_BPO), ("2", "Canteen", TO_BPO), ("3", "Recruiting", TO_BPO)]);
        desk.assess(more);
        fs::copy(desk.path(WORKBOOK), desk.path("as-written.xlsx")).expect("room");
        for (sheets, said) in [
            (json!([]), vec![]),
            // What somebody decides there is a decision nowhere else.
            (json!([["Verdicts", 7, 13, "defer"]]), vec![decision("1 decision or note", "was")]),
            // Nothing tells one that does not follow from what the run said.
            (
                json!([["Verdicts", 5, 13, "retain"]]),
                if more.is_empty() { vec![decision("1 decision or note", "was")] } else { Vec::new() },
            ),
            (
                json!([["Verdicts", 7, 13, "defer"], ["Verdicts", 5, 15, "ask Ann"], ["Verdicts", 9, 1, "all seen"]]),
                vec![decision("1 decision or note", "was"), remark("2 values", "were")],
            ),
            (json!([["Review", 5, 14, "Remark"], ["Review", 6, 14, 7]]), vec![remark("2 values", "were")]),
            (json!([["Changes", 6, 20, "why?"]]), vec![remark("1 value", "was")]),
        ] {
            desk.type_at("as-written.xlsx", "typed.xlsx", &sheets);
            desk.assess("--no-previous");
            desk.assess("--previous typed.xlsx");
            let found: Vec<String> = desk.problems().into_iter().filter(|told| told.contains("-not-carried")).collect();
            assert_eq!(found, said, "{more} {sheets}");
        }
        written.push(desk.path("as-written.xlsx"));
        desks.push((more, desk));
    }
    for ending in ["ods", "xlsx"] {
        let (_folder, saved) = saved_by_libreoffice(&written, ending);
        for ((more, desk), saved) in desks.iter().zip(saved) {
            fs::copy(saved, desk.path(&format!("work.{ending}"))).expect("room");
            desk.assess("--no-previous");
            desk.assess(&format!("--previous work.{ending}"));
            let found: Vec<String> = desk.problems().into_iter().filter(|told| told.contains("-not-carried")).collect();
            assert_eq!(found, [""; 0], "{more} {ending}");
        }
    }
}

/// Of a row that somebody has copied, the first counts, and what a copy decides otherwise is marked and said.
#[test]
fn copied_rows_are_one_function() {
    if !can_edit() {
        return;
    }
    let differ = "decisions-differ: what was decided on `Payroll` differs: `agree` in row 2 counts, and row 5, which is a copy of it, \
                  has `retain, Ben`";
    for (key, first, second, decided, said) in [
        (
            true,
            json!({ "Decision": "agree" }),
            json!({ "Decision": "retain", "Decided by": "Ben" }),
            "agree|||another copy says: retain, Ben",
            vec![differ],
        ),
        (
            false,
            json!({ "Decision": "agree" }),
            json!({ "Decision": "retain", "Decided by": "Ben" }),
            "agree|||another copy says: retain, Ben",
            vec![differ],
        ),
        (true, json!({}), json!({ "Decision": "retain" }), "retain|||", vec![]),
        (true, json!({ "Decision": "retain" }), json!({ "Note": "soon" }), "retain||soon|", vec![]),
        (false, json!({ "Decision": "retain" }), json!({}), "retain|||", vec![]),
    ] {
        let desk = desk();
        fs::copy(desk.path(WORKBOOK), desk.path("work.xlsx")).expect("room");
        desk.copy_row("work.xlsx", key, &json!([first, second]));
        for in_place in [false, true] {
            if in_place {
                fs::copy(desk.path("work.xlsx"), desk.path(WORKBOOK)).expect("room");
                desk.assess("");
            } else {
                desk.assess("--previous work.xlsx");
            }
            assert_eq!(
                (desk.decisions(), told(&desk)),
                (vec![format!("1: {decided}")], said.iter().map(ToString::to_string).collect())
            );
            desk.assess("--no-previous");
        }
    }
}

/// Whoever has the workbook open that a run replaces saves an older one in its place: that is said, and stops nothing.
#[test]
fn a_workbook_that_somebody_has_open_is_replaced_and_that_is_said() {
    let desk = desk();
    let out = desk.path("out");
    for (mark, content, by) in [
        (".~lock.work-assessed.xlsx#", "Anna Ott,anna,desk,29.11.2026 15:50,file:///home/anna;", " by `Anna Ott`"),
        ("~$work-assessed.xlsx", "\u{3}Ben     ", " by `Ben`"),
        ("~$work-assessed.xlsx", "", ""),
        (".~lock.work-record.json#", "Anna,anna,desk,now;", "nobody"),
    ] {
        fs::write(out.join(mark), content).expect("room");
        let said = desk.assess("");
        let warned = format!(
            "warning[open-elsewhere]: out/work-assessed.xlsx: seems to be opened in an office program{by}, which shows it as it was \
             before this run\n  help: close it there and open it anew: what is saved from there takes the place of the new one, \
             and counts in the next run as a workbook that was edited\n"
        );
        assert_eq!(
            (said.contains(&warned), said.contains("open-elsewhere")),
            (by != "nobody", by != "nobody"),
            "{said}"
        );
        // What the outputs say does not hang on who looks at them.
        assert_eq!(desk.problems(), [""; 0]);
        fs::remove_file(out.join(mark)).expect("it is ours");
    }
}
