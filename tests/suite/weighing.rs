//! Weights of a group: a sheet for each person, what came back side by side, a rulebook with their range, and what holds over it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{checked, has, has_module, path, run_in};

/// Fills in sheets, each as file, person, ranks, swing points, direct points and reasons, in Python's words.
fn fill(folder: &Path, sheets: &str) {
    let script = format!(
        "\
import openpyxl, os, warnings
warnings.simplefilter('ignore')
os.chdir({:?})
for out, who, *columns in [{sheets}]:
    book = openpyxl.load_workbook('questions.xlsx')
    sheet = book['Weights']
    for top in range(1, 20):
        at = {{cell.value: cell.column for cell in sheet[top]}}
        if 'Rank' in at:
            break
    for row in range(1, top):
        if sheet.cell(row, 1).value == 'Answered by' and who:
            sheet.cell(row, 2).value = who
    for header, values in zip(['Rank', 'Swing points', 'Direct points', 'Reason'], columns):
        for row, value in enumerate(values or []):
            sheet.cell(top + 1 + row, at[header]).value = value
    book.save(out)
",
        folder.display().to_string()
    );
    checked("python3", &["-c".as_ref(), script.as_ref()]);
}

fn sheet() -> Option<TempDir> {
    if !has_module("openpyxl") {
        return None;
    }
    let folder = TempDir::new().expect("a folder");
    let run = run_in(folder.path(), "weigh questions.xlsx");
    let said = "Weights   questions.xlsx\nOne for each person. When they are in, run\n  outsift weigh ANNA.xlsx BEN.xlsx -o weights.toml\n";
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (0, "", said));
    Some(folder)
}

#[test]
fn a_group_comes_to_weights_and_sees_what_holds_over_them() {
    let Some(folder) = sheet() else { return };
    fill(
        folder.path(),
        "('anna.xlsx', 'Anna', [1, 2, 3, 4], [100, 60, 30, 10], [90, 80, 50, 50], ['it is what we are', None, None, None]), \
         ('ben.xlsx', None, [4, 1, 2, 3], None, None, [None, 'saves most', None, None])",
    );
    let run = run_in(folder.path(), "weigh anna.xlsx ben.xlsx -o weights.toml");
    let table = "\
Criterion                       Anna           ben          Mean         Least      Greatest
Strategic value                 50 %           6 %          28 %           6 %          50 %
Cost                            30 %          52 %          41 %          30 %          52 %
Nature of the task              15 %          27 %          21 %          15 %          27 %
Control and engagement           5 %          15 %          10 %           5 %          15 %

Anna: swing points, in anna.xlsx
  Strategic value: it is what we are
ben: ranks, in ben.xlsx
  Cost: saves most

Rulebook  weights.toml
The mean of the weights, their range, and each person's as a scenario where they differ. To judge by it, run
  outsift assess INVENTORY --rulebook weights.toml
";
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (0, "", table));
    let toml = "\
# Anna, by swing points (anna.xlsx)
#   strategic_value: it is what we are
# ben, by ranks (ben.xlsx)
#   cost: saves most

[weights]
strategic_value = 1.125
cost = 1.642
nature = 0.842
control = 0.392

[weight_range]
strategic_value = [0.25, 2]
cost = [1.2, 2.083]
nature = [0.6, 1.083]
control = [0.2, 0.583]

[[scenario]]
name = \"Anna\"
weights = { strategic_value = 2, cost = 1.2, nature = 0.6, control = 0.2 }

[[scenario]]
name = \"ben\"
weights = { strategic_value = 0.25, cost = 2.083, nature = 1.083, control = 0.583 }
";
    assert_eq!(fs::read_to_string(folder.path().join("weights.toml")).expect("a rulebook"), toml);
    let again = run_in(folder.path(), "weigh anna.xlsx ben.xlsx -o weights.toml");
    assert_eq!(again.code, 73, "{}", again.stderr);
    holds(folder.path());
}

/// What holds over the range holds in every scenario within it, and in record, table and explanation alike.
fn holds(folder: &Path) {
    let run = run_in(folder, "assess SAMPLES/portfolio.csv --rulebook weights.toml -o out --table csv");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let record: Value =
        serde_json::from_slice(&fs::read(folder.join("out/portfolio-record.json")).expect("a record")).expect("JSON");
    let functions = record["functions"].as_array().expect("functions");
    let holding = functions.iter().filter(|function| function["holds_over_group"] == true).count();
    let asked = functions.iter().filter(|function| !function["holds_over_group"].is_null()).count();
    assert!(0 < holding && holding < asked, "{holding} of {asked}");
    let said = format!("Of {asked} verdicts with a direction, {holding} hold over all weights of the group.\n");
    assert!(run.stdout.contains(&said), "{}", run.stdout);
    let table = fs::read_to_string(folder.join("out/portfolio-verdicts.csv")).expect("a table");
    let header: Vec<&str> = table.lines().next().unwrap_or_default().split(',').collect();
    assert!(header.contains(&"holds_over_group"), "{header:?}");
    assert_eq!(in_workbook(&folder.join("out/portfolio-assessed.xlsx")), [holding, asked - holding]);
    for scenario in
        record["scenarios"]["all"].as_array().or_else(|| record["scenarios"].as_array()).into_iter().flatten()
    {
        for moved in scenario["moved"].as_array().into_iter().flatten() {
            let of = functions.iter().find(|function| function["row"] == moved["row"]);
            assert!(of.is_none_or(|function| function["holds_over_group"] != true), "{moved}");
        }
    }
    let one = |holds: bool| {
        let found = functions.iter().find(|function| function["holds_over_group"] == holds);
        let row = found.expect("both are there")["row"].clone();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outsift"));
        command.current_dir(folder).args(["explain", &path("samples/portfolio.csv").to_string_lossy()]);
        command.arg(format!("row {row}")).args(["--rulebook", "weights.toml"]);
        crate::harness::ran(command.output().expect("the program starts")).stdout
    };
    assert!(one(true).contains("Group     the verdict holds over all weights of the group\n"), "{}", one(true));
    assert!(one(false).contains("Group     some weights of the group turn the verdict\n"), "{}", one(false));
}

/// How many functions hold for the group, and how many do not, in the workbook.
fn in_workbook(workbook: &Path) -> [usize; 2] {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(workbook).expect("a workbook");
    let sheet = calamine::Reader::worksheet_range(&mut book, "Assessment").expect("a sheet");
    let is = |cell: &calamine::Data, text: &str| matches!(cell, calamine::Data::String(said) if said == text);
    let column = sheet.rows().find_map(|row| row.iter().position(|cell| is(cell, "For the group"))).expect("a column");
    ["yes", "no"].map(|word| sheet.rows().filter(|row| is(&row[column], word)).count())
}

#[test]
fn mistakes_on_a_sheet_for_weights_are_told_by_their_cells() {
    let Some(folder) = sheet() else { return };
    fill(
        folder.path(),
        "('bad.xlsx', 'Bad', [1, 2, 9, 4], [100, 'lots', None, 120]), \
         ('cy.xlsx', 'Cy', [1, 2, 3, 4], [10, 60, 30, 10]), ('zero.xlsx', 'Z', None, [0, 0, 0, 0])",
    );
    let check = |files: &str, code: i32, message: &str| {
        let run = run_in(folder.path(), &format!("weigh {files}"));
        assert_eq!((run.code, run.stderr.as_str()), (code, message), "{files}");
    };
    let at = |cell: &str| format!("error[wrong-points]: bad.xlsx, sheet `Weights`, cell {cell}");
    let digits = "  help: write digits only\n";
    check(
        "bad.xlsx",
        65,
        &[
            format!("{} (`Rank`): expected a rank from 1 to 4, found `9`\n  help: write whole digits only\n", at("D13")),
            format!("{} (`Swing points`): expected points from 0 to 100, found `lots`\n{digits}", at("E12")),
            format!("{} (`Swing points`): expected points from 0 to 100, found `120`\n{digits}", at("E14")),
            format!(
                "{} (`Swing points`): expected points from 0 to 100 for `Nature of the task`, found nothing\n  help: fill in \
                 the whole column `Swing points`, or leave all of it blank\n",
                at("E13")
            ),
        ]
        .concat(),
    );
    check(
        "cy.xlsx",
        0,
        "warning[wrong-points]: cy.xlsx, sheet `Weights`, cell E11 (`Swing points`): `Strategic value` has rank 1 and 10 points, \
         and `Cost` rank 2 and 60; the points count\n  help: ask again which swing matters more\n",
    );
    let help = "  help: give points from 0 to 100 under `Swing points`, 100 for the swing that matters most\n";
    check("zero.xlsx", 65, &format!("error[wrong-points]: zero.xlsx, sheet `Weights`: all points are 0\n{help}"));
    check(
        "questions.xlsx",
        65,
        &format!("error[wrong-points]: questions.xlsx, sheet `Weights`: nobody has filled in points or ranks\n{help}"),
    );
    let twice = "note[answered-twice]: cy.xlsx: is given twice; it counts once\n  help: give the weights of each person in a file \
                 of their own\n";
    let run = run_in(folder.path(), "weigh cy.xlsx cy.xlsx");
    assert!(run.code == 0 && run.stderr.ends_with(twice), "{}", run.stderr);
}

#[test]
fn a_sheet_for_weights_is_sound() {
    let Some(folder) = sheet() else { return };
    if has("openxml-audit") {
        checked("openxml-audit", &[folder.path().join("questions.xlsx").as_os_str()]);
    }
}
