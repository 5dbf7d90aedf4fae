//! What people typed, decided or answered and is not used is said first, and to those who want quiet as well.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{DATE, run_in};
use crate::typed::{Desk, TO_BPO, can_edit};

/// A desk with an inventory of which little is understood, and answers that belong to none of its functions.
fn desk() -> Desk {
    let desk = Desk::new(&[("1", "Payroll", "some,what,foo,bar,Ongoing,odd,baz"), ("2", "Tax", "Low,,,,,,")]);
    let answers = "Id,Function,Control wanted\n8,Void,Low\n9,Nothing,Low\n2,Tax,High\n";
    fs::write(desk.path("answers.csv"), answers).expect("room");
    desk
}

/// Cuts the set of outputs short, as a full disk does.
fn cut(desk: &Desk) {
    for name in ["work-assessed.xlsx", "work-record.json"] {
        let path = desk.path("out").join(name);
        let bytes = fs::read(&path).expect("an output");
        fs::write(&path, &bytes[..bytes.len() / 2]).expect("room");
    }
}

const SET: &str = "warning[earlier-unusable]: work-record.json: is no record of a run, or only a part of one; nothing of it was \
                   carried over; 1 more like it\n  \
                   help: it is kept where it stood in the place of an output; mend it, and give it with `--previous`\n";
const ANSWERS: &str = "warning[unknown-function]: answers.csv, cell B2: no function of the inventory is called `Void`; its \
                       answers are not used; 1 more like it\n  \
                       help: give the id or the name as the inventory has it\n";
const DEPARTMENT: &str = "warning[no-such-department]: work.csv: no function belongs to department `Tax`, for which something \
                          is assumed\n  help: the inventory names no departments: leave out `@` and what follows\n";

const LINE: &str = "assess work.csv -o out --date 2026-01-31 --answers answers.csv";

#[test]
fn whoever_wants_quiet_is_told_what_is_lost() {
    let desk = desk();
    let department = "--assume control=low@Tax";
    for (more, expected) in [
        ("-q", ANSWERS.to_owned()),
        // The summary says it where it is printed.
        ("", String::new()),
        ("--json", ANSWERS.to_owned()),
        (&format!("-q {department}"), format!("{DEPARTMENT}{ANSWERS}")),
    ] {
        let run = desk.run(&format!("{LINE} --no-previous {more}"));
        assert_eq!((run.code, run.stderr.as_str()), (0, expected.as_str()), "{more}");
    }
    cut(&desk);
    let run = desk.run(&format!("{LINE} -q"));
    assert_eq!((run.code, run.stdout.as_str(), run.stderr), (0, "", format!("{SET}{ANSWERS}")));

    // The summary of several runs is a table.
    fs::write(desk.path("other.csv"), "Function,Volume\nTax,High\n").expect("room");
    cut(&desk);
    let run = run_in(desk.folder.path(), &format!("assess work.csv other.csv -o out --date {DATE} --jobs 1"));
    assert_eq!((run.code, run.stderr.as_str()), (0, SET));
}

#[test]
fn a_log_for_programs_has_it_without_values() {
    let desk = desk();
    desk.run(LINE);
    for more in ["-q", ""] {
        cut(&desk);
        let run = desk.run(&format!("{LINE} {more} --log-format json"));
        let events = run.stderr.lines().map(|line| serde_json::from_str(line).expect("an event"));
        let wrong = events.filter(|event: &Value| event["level"] == "warning");
        let said: Vec<String> =
            wrong.map(|event| format!("{} {}: {}", event["code"], event["place"], event["message"])).collect();
        assert_eq!(
            said,
            [
                "\"earlier-unusable\" \"work-record.json\": \"An earlier set of outputs, or a file of it, cannot be read, so \
                 nothing of it was compared or carried over; where it stood in the place of an output, it is kept under \
                 another name.\"",
                "\"unknown-function\" \"answers.csv, cell B2\": \"A row of the answers names a function that the inventory \
                 does not have, or has in another department; its answers are not used.\"",
            ],
            "{more}"
        );
    }
}

/// A workbook that is read for its decisions alone may have more that somebody typed.
#[test]
fn levels_and_weights_that_were_typed_and_are_not_used_are_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    let decision = ("Assessment", json!([["1", "Decision", "agree"]]));
    let level = ("Assessment", json!([["1", "Level: volume", "Low"], ["2", "Level: control wanted", "perhaps"]]));
    let answer = ("What to ask", json!([["2", "Control wanted", "High"]]));
    let weight = ("Criteria", json!([["Cost", "Weight", 3]]));
    let told = |what: &str, options: &str| {
        format!(
            "warning[typed-aside]: work-assessed.xlsx: has {what} typed into it that this run does not have\n  \
             help: give it with {options}, too, if that is to count\n"
        )
    };
    let one = told("1 level, answer or value", "`--answers`");
    for (typed, more, expected) in [
        (&[&decision][..], "", String::new()),
        (&[&answer], "", one),
        (&[&decision, &level], "", told("2 levels, answers or values", "`--answers`")),
        (&[&weight], "", told("weights or thresholds", "`--rulebook`")),
        (
            &[&level, &weight],
            "",
            told("2 levels, answers or values and weights or thresholds", "`--answers` and `--rulebook`"),
        ),
        (&[&answer, &weight], "--answers out/work-assessed.xlsx --rulebook out/work-assessed.xlsx", String::new()),
        // Into another folder.
        (
            &[&decision, &answer, &weight],
            "--rulebook out/work-assessed.xlsx -o new",
            told("1 level, answer or value and 1 decision or note", "`--answers` and `--previous`"),
        ),
        (&[&answer, &weight], "--answers out/work-assessed.xlsx -o new", told("weights or thresholds", "`--rulebook`")),
        (&[&weight], "--rulebook out/work-assessed.xlsx -o new", String::new()),
    ] {
        desk.assess("--no-previous");
        for (sheet, cells) in typed {
            desk.type_into(workbook, sheet, cells);
        }
        let folder = if more.contains(" -o ") { "" } else { "-o out" };
        let run = desk.run(&format!("assess work.csv {folder} --date {DATE} -q {more}"));
        assert_eq!((run.code, run.stderr), (0, expected), "{typed:?} {more}");
        drop(fs::remove_dir_all(desk.path("new")));
    }
}

/// A formula that no program has calculated is not what somebody left empty.
#[test]
fn formulas_without_results_are_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    let save = "  help: open the file in Excel or LibreOffice and save it, so that it is calculated\n";
    let lost = |cell: &str, more: &str| {
        format!(
            "warning[decision-not-carried]: work-assessed.xlsx, sheet `Assessment`, cell {cell}: holds a formula without its \
             result{more}, and was not carried over\n{save}"
        )
    };
    let unread = |cell: &str, expected: &str| {
        format!(
            "warning[unread-answer]: work-assessed.xlsx, sheet {cell}: expected {expected}, found a formula without its \
             result\n{save}"
        )
    };
    let aside = "warning[typed-aside]: work-assessed.xlsx: has 1 level, answer or value typed into it that this run does not \
                 have\n  help: give it with `--answers`, too, if that is to count\n";
    let weight = "warning[typed-aside]: work-assessed.xlsx, sheet `Criteria`, cell B7: holds a formula without its result; no \
                  weight or threshold of this sheet counts\n";
    for (sheet, cells, answers, expected) in [
        (
            "Assessment",
            json!([["1", "Decision", "=B2"], ["2", "Decision", "=B3"]]),
            "",
            lost("O2", ", as 1 more below it"),
        ),
        ("Assessment", json!([["2", "Note", "=B3"], ["1", "Decision", "agree"]]), "", lost("Q3", "")),
        ("Assessment", json!([["1", "Level: volume", "=\"Low\""]]), "", aside.to_owned()),
        (
            "Assessment",
            json!([["1", "Level: volume", "=\"Low\""]]),
            workbook,
            unread("`Assessment`, cell W2", "`Low`, `Medium`, `High` or a number from 0 to 100"),
        ),
        ("What to ask", json!([["2", "Control wanted", "=\"Low\""]]), "", aside.to_owned()),
        (
            "What to ask",
            json!([["2", "Control wanted", "=\"Low\""]]),
            workbook,
            unread("`What to ask`, cell E6", "an answer"),
        ),
        ("Criteria", json!([["Cost", "Weight", "=1+2"]]), "", format!("{weight}{save}")),
    ] {
        desk.assess("--no-previous");
        let verdicts = desk.record()["functions"].clone();
        desk.type_into(workbook, sheet, &cells);
        let answers = if answers.is_empty() { String::new() } else { format!("--answers {answers}") };
        let run = desk.run(&format!("assess work.csv -o out --date {DATE} -q {answers}"));
        assert_eq!((run.code, run.stderr), (0, expected), "{cells} {answers}");
        // What was read is judged as it was.
        let scores =
            |functions: &Value| functions.as_array().expect("functions").iter().map(|f| f["score"].clone()).collect();
        let [before, after]: [Vec<Value>; 2] = [&verdicts, &desk.record()["functions"]].map(scores);
        assert_eq!(before, after, "{cells} {answers}");
    }
}

/// A sheet that somebody has hidden, such as to show others the summary alone, is read like any other.
#[test]
fn what_stands_on_hidden_sheets_counts() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    desk.assess("");
    let hidden = json!({ "hidden": true });
    desk.type_into(workbook, "Assessment", &json!([["1", "Decision", "agree"], ["1", "Decision", hidden]]));
    desk.type_into(workbook, "What to ask", &json!([["2", "Control wanted", "High"], ["2", "Control wanted", hidden]]));
    desk.assess(&format!("--answers {workbook}"));
    let record = desk.record();
    assert_eq!(desk.decisions(), ["1: agree|||"]);
    assert_eq!(record["functions"][1]["missing"], json!(["repetitiveness"]));
}

/// A column that somebody inserted among those of the inventory is told like any other; one that a newer export lacks is nobody's.
#[test]
fn columns_inserted_among_those_of_the_inventory_are_told() {
    if !can_edit() {
        return;
    }
    let functions = [("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")];
    let desk = Desk::new(&functions);
    let workbook = "out/work-assessed.xlsx";
    let told = "warning[addition-not-carried]: work-assessed.xlsx, sheet `Assessment`, cell D1 (`Our remark`): 1 value in a \
                column that somebody added was not carried over\n  help: the workbook is kept; a column that is to stay belongs \
                in the inventory\n";
    for (typed, expected) in [
        (json!([["1", "Decision", "agree"], ["2", "Integration", { "column": "Our remark" }]]), told),
        (json!([["1", "Decision", "agree"]]), ""),
    ] {
        let rows = functions.map(|(id, name, rest)| format!("{id},{name},{rest},{id}0\n")).concat();
        let header =
            "Id,Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation";
        fs::write(desk.path("work.csv"), format!("{header},Remark\n{rows}")).expect("room");
        desk.assess("--no-previous");
        desk.type_into(workbook, "Assessment", &typed);
        desk.write("work.csv", &functions);
        let run = desk.run(&format!("assess work.csv -o out --date {DATE} -q"));
        assert_eq!((run.code, run.stderr.as_str()), (0, expected), "{typed}");
        assert_eq!(desk.decisions(), ["1: agree|||"]);
    }
}

/// What was added to an assessed workbook, or typed over what it says itself, is in no new one.
#[test]
fn what_was_added_or_typed_over_is_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    let told = |place: &str, what: &str, help: &str| {
        format!(
            "warning[addition-not-carried]: work-assessed.xlsx, sheet `Assessment{place}: {what}\n  help: the workbook is kept{help}\n"
        )
    };
    let column = "1 value in a column that somebody added was not carried over";
    let of_row = "; a function that is to be judged belongs in the inventory";
    for (typed, expected) in [
        (
            json!([["1", "Key", { "column": "Decision" }]]),
            told("`, cell AL1 (`Decision`)", column, "; a column that is to stay belongs in the inventory"),
        ),
        (
            json!([["1", "Level: volume", "High"], ["1", "Key", { "copy": true }]]),
            told(" Copy`", "is a sheet that somebody added, and was not carried over", ""),
        ),
        (
            json!([["1", "Function", { "below": "Fleet" }]]),
            told("`, row 5", "is a row that somebody added, and was not carried over", of_row),
        ),
        (
            json!([["1", "Function", { "below": "Fleet" }], ["1", "Function", { "below": "Legal" }]]),
            told("`, row 5", "is the first of 2 rows that somebody added, and were not carried over", of_row),
        ),
        (
            json!([["1", "Verdict", "Traditional outsourcing"]]),
            told(
                "`",
                "has 1 verdict that was typed over, and no run takes over",
                "; what was decided belongs in the column `Decision`",
            ),
        ),
        // What it says itself may be typed once more.
        (json!([["1", "Verdict", "BPO"]]), String::new()),
    ] {
        desk.assess("--no-previous");
        let mut cells = typed.as_array().expect("cells").clone();
        cells.push(json!(["1", "Decision", "agree"]));
        desk.type_into(workbook, "Assessment", &Value::Array(cells));
        let run = desk.run(&format!("assess work.csv -o out --date {DATE} -q"));
        assert_eq!((run.code, run.stderr), (0, expected), "{typed}");
        assert_eq!(desk.decisions(), ["1: agree|||"]);
    }
}

/// Nor is what is no weight left out in silence.
#[test]
fn weights_and_thresholds_that_are_none_are_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    let told = |cell: &str, what: &str, to: &str, help: &str| {
        format!(
            "warning[typed-aside]: work-assessed.xlsx, sheet `Criteria`, cell {cell}: expected the {what} as a number from 0 to \
             {to}; no weight or threshold of this sheet counts\n  help: {help}\n"
        )
    };
    let of_weight = "type a number, of which three decimals count; 0 switches the criterion off";
    let weight = |found: &str| told("B7", "weight of `Cost`", &format!("1000000, found {found}"), of_weight);
    let of_threshold = "type a whole number; the sheet says beside it what it does";
    for (row, typed, expected) in [
        ("Cost", json!("much"), weight("the text `much`")),
        ("Cost", json!(-1), weight("`-1`")),
        ("Cost", json!(null), weight("nothing")),
        (
            "Coverage needed",
            json!("20%"),
            told("B15", "threshold of `Coverage needed`", "100, found `0.2`", of_threshold),
        ),
        ("Cost", json!(1), String::new()),
    ] {
        desk.assess("--no-previous");
        let header = if row == "Cost" { "Weight" } else { "Value" };
        desk.type_into(workbook, "Criteria", &json!([[row, header, typed]]));
        let run = desk.run(&format!("assess work.csv -o out --date {DATE} -q"));
        assert_eq!((run.code, run.stderr), (0, expected), "{row} {typed}");
    }
}

/// A note on a cell is in no new workbook, unless it is the inventory's or the program's own.
#[test]
fn notes_that_somebody_put_on_cells_are_told() {
    if !can_edit() {
        return;
    }
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,many,High,Ongoing,,Low")]);
    let workbook = "out/work-assessed.xlsx";
    let note = json!({ "note": "ask Ben" });
    for (sheet, cells, notes) in [
        ("Assessment", json!([["1", "Decision", "agree"]]), None),
        (
            "Assessment",
            json!([["1", "Decision", note], ["2", "Function", note], ["2", "Verdict", note]]),
            Some("3 notes"),
        ),
        ("Criteria", json!([["Cost", "Weight", note]]), Some("1 note")),
        // Some programs keep no authors, of what is the program's own as little as of what somebody wrote.
        ("Assessment", json!([["1", "Verdict", { "note": "I doubt this", "by": "" }]]), Some("1 note")),
        ("Assessment", json!([["1", "Verdict", { "note": "BPO: settled, clear", "by": "" }]]), None),
    ] {
        desk.assess("--no-previous");
        desk.type_into(workbook, sheet, &cells);
        let run = desk.run(&format!("assess work.csv -o out --date {DATE} -q"));
        let told = notes.map(|notes| {
            let were = if notes == "1 note" { "was" } else { "were" };
            format!(
                "warning[addition-not-carried]: work-assessed.xlsx, sheet `{sheet}`: {notes} that somebody put on cells of this \
                 sheet {were} not carried over\n  help: the workbook is kept; what stands in the column `Note` of the sheet \
                 `Assessment` comes back\n"
            )
        });
        assert_eq!((run.code, run.stderr), (0, told.unwrap_or_default()), "{cells}");
    }
}

/// A remark beside answers is told, and a column that counts rows is none.
#[test]
fn remarks_beside_answers_are_told() {
    let desk = Desk::new(&[("1", "Payroll", TO_BPO), ("2", "Tax", "Low,Low,,High,Ongoing,,Low")]);
    let told = "warning[unknown-answers]: answers.csv: 1 remark is not used: notes on cells, or texts under no header or below the \
                table\n  help: what is to count belongs under a header of the questionnaire\n";
    for (answers, expected) in [
        (",Id,Function,Control wanted\n0,1,Payroll,High\n1,2,Tax,High\n", ""),
        ("Id,Function,Control wanted,\n1,Payroll,High,\n2,Tax,High,depends on the works council\n", told),
    ] {
        fs::write(desk.path("answers.csv"), answers).expect("room");
        let run = desk.run(&format!("{LINE} --no-previous -q"));
        assert_eq!((run.code, run.stderr.as_str()), (0, expected), "{answers}");
        assert_eq!(desk.record()["functions"][1]["missing"], json!(["repetitiveness"]));
    }
}

/// One of each kind of loss stands above all that was not understood, however many there are.
#[test]
fn what_is_lost_comes_first_on_a_terminal() {
    let desk = desk();
    desk.run(LINE);
    cut(&desk);
    let run = desk.run(&format!("{LINE} --assume control=low@Tax"));
    let (_, worst) = run.stdout.split_once("Not understood, or worth a look:\n").expect("a list");
    let (worst, _) = worst.split_once("\nnote[").expect("what was kept");
    assert_eq!(
        worst,
        "  work.csv: no function belongs to department `Tax`, for which something is assumed\n  \
         answers.csv, cell B2: no function of the inventory is called `Void`; its answers are not used\n  \
         work-record.json: is no record of a run, or only a part of one; nothing of it was carried over\n  \
         answers.csv, cell B3: no function of the inventory is called `Nothing`; its answers are not used\n  \
         work-assessed.xlsx: the workbook cannot be read: its list of parts is missing or broken, as where\n    \
         a file was copied in part; nothing of it was carried over\n  \
         … and 6 more; all are on the sheet `Data quality`"
    );
}
