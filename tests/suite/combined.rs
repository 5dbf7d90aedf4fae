//! Inventories of several plants or countries as one portfolio: each is understood by itself, and each function keeps where it
//! comes from.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{checked, has_module, run_in};

const AALEN: &str = "Id,Function,Strategic value,Repetitiveness,Control wanted,Volume,Annual cost (EUR),FTE\n\
                     1,Payroll,Low,High,Low,120000,\"12,500\",3.5\n2,Design,High,Low,High,40,900000,12\n\
                     3,Travel,Low,High,Low,8000,40000,2\n";
/// Other words, another order, the same ids, decimal commas, and thousands of another currency, which a title states.
const BRNO: &str = "Beträge in TUSD;;;;;\n\nFunktion;Nr;Strategische Bedeutung;Kosten;FTE;Wiederholungsgrad\n\
                    Payroll;1;gering;12,5;3,5;hoch\nEntwicklung;2;hoch;900;12;gering\n\
                    Gebäudereinigung;3;gering;1.250;2;mittel\n";
/// A scale in a header.
const CADIZ: &str = "Function,Id,Repetitiveness (1-5),Strategic value\nPayroll,1,5,Low\nAudit,9,2,High\n";

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in [("aalen.csv", AALEN), ("brno.csv", BRNO), ("cadiz.csv", CADIZ)] {
        fs::write(folder.path().join(name), text).expect("room");
    }
    folder
}

fn record(folder: &Path, name: &str) -> Value {
    let bytes = fs::read(folder.join(name)).expect("a record");
    serde_json::from_slice(&bytes).expect("JSON")
}

/// Source, row, id, name and some value of each function.
fn functions(record: &Value, of: impl Fn(&Value) -> String) -> Vec<String> {
    let all = record["functions"].as_array().expect("functions").iter();
    let line = |f: &Value| format!("{} {} {} {} {}", f["sheet"], f["row"], f["id"], f["name"], of(f)).replace('"', "");
    all.map(line).collect()
}

#[test]
fn plants_with_the_same_ids_and_other_columns_are_read_as_each_alone() {
    let folder = folder();
    let run =
        run_in(folder.path(), "assess aalen.csv brno.csv cadiz.csv --combine all -o out --table csv --date 2026-01-31");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let together = record(folder.path(), "out/all-record.json");
    let said = |f: &Value| format!("{} {}", f["verdict"], f["score"]);
    let mut alone = Vec::new();
    for plant in ["aalen", "brno", "cadiz"] {
        run_in(folder.path(), &format!("assess {plant}.csv -o {plant} --date 2026-01-31"));
        let own = record(folder.path(), &format!("{plant}/{plant}-record.json"));
        let own = functions(&own, said).into_iter().map(|line| line.replacen("null", &format!("{plant}.csv"), 1));
        alone.extend(own);
    }
    assert_eq!(functions(&together, said), alone);
    let table = fs::read_to_string(folder.path().join("out/all-verdicts.csv")).expect("a table");
    let rows: Vec<String> =
        table.lines().skip(1).map(|line| line.split(',').take(10).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(
        rows,
        [
            "aalen.csv,2,1,Payroll,,,,12500,EUR,3.5",
            "aalen.csv,3,2,Design,,,,900000,EUR,12",
            "aalen.csv,4,3,Travel,,,,40000,EUR,2",
            "brno.csv,4,1,Payroll,,,,12500,USD,3.5",
            "brno.csv,5,2,Entwicklung,,,,900000,USD,12",
            "brno.csv,6,3,Gebäudereinigung,,,,1250000,USD,2",
            "cadiz.csv,2,1,Payroll,,,,,,",
            "cadiz.csv,3,9,Audit,,,,,,",
        ]
    );
    let problems = together["problems"].as_array().expect("problems").iter();
    let said: Vec<String> = problems.map(|p| format!("{}: {}", p["code"], p["message"]).replace('"', "")).collect();
    assert_eq!(
        said,
        [
            "combined: functions of several sources were put together: 3 of `aalen.csv`, 3 of `brno.csv`, 2 of `cadiz.csv`; \
             `Funktion` under `Function`, `Nr` under `Id`",
            "repeated-name: 1 name stands in 3 rows, told apart by column M (`Source`); each row is a function",
            "repeated-id: 3 ids stand in 7 rows of several sources, such as `1`, told apart by where they come from; each \
             row is a function",
        ]
    );
    assert_eq!(run_in(folder.path(), "verify out/all-record.json").code, 0);
}

#[test]
fn a_name_of_several_plants_is_told_apart_by_the_plant() {
    let folder = folder();
    let all = "aalen.csv brno.csv cadiz.csv --combine all";
    let run = run_in(folder.path(), &format!("explain {all} Payroll"));
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            65,
            "error[no-such-function]: all: `Payroll` does not mean one function\n  help: perhaps `Payroll` (1, row \
             aalen.csv!2) or `Payroll` (1, row brno.csv!4) or `Payroll` (1, row cadiz.csv!2)\n"
        )
    );
    for function in ["Payroll (brno.csv)", "row brno.csv!4"] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outsift"));
        command.current_dir(folder.path()).arg("explain").args(all.split_whitespace()).arg(function);
        let run = crate::harness::ran(command.output().expect("the program starts"));
        assert!(run.stdout.starts_with("Payroll (1), row brno.csv!4\n"), "{}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("(strategic value gering, brno.csv!C4)"), "{}", run.stdout);
    }
    let run = run_in(folder.path(), "explain aalen.csv brno.csv Payroll");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            64,
            "error[one-inventory]: brno.csv: `explain` takes one inventory, and 2 are given\n  help: make one portfolio of \
             them: `--combine NAME`\n"
        )
    );
    let run = run_in(folder.path(), "explain Payroll");
    let wanted = "error[no-function]: explain: an inventory and a function are wanted, and only `Payroll` is given\n  help: \
                  `outsift explain INVENTORY FUNCTION`\n";
    assert_eq!((run.code, run.stderr.as_str()), (64, wanted));
}

#[test]
fn decisions_and_answers_find_the_function_of_their_plant_again() {
    if !has_module("openpyxl") {
        return;
    }
    let folder = folder();
    let assess = |line: &str| {
        let run = run_in(folder.path(), &format!("assess {line} --combine all"));
        assert_eq!(run.code, 0, "{}", run.stderr);
    };
    assess("aalen.csv brno.csv cadiz.csv -o one --date 2026-01-01");
    let run = run_in(folder.path(), "template aalen.csv brno.csv cadiz.csv --combine all -o asked.xlsx");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let script = "\
import openpyxl, sys, warnings
warnings.simplefilter('ignore')
book = openpyxl.load_workbook('one/all-assessed.xlsx')
sheet = book['Assessment']
at = {cell.value: cell.column for cell in sheet[1]}
for row in range(2, sheet.max_row + 1):
    if (sheet.cell(row, at['Source']).value, sheet.cell(row, at['Function']).value) == ('brno.csv', 'Payroll'):
        sheet.cell(row, at['Decision']).value = 'Retain'
book.save('one/all-assessed.xlsx')
book = openpyxl.load_workbook('asked.xlsx')
sheet = book['Questions']
for top in range(1, 12):
    at = {cell.value: cell.column for cell in sheet[top]}
    if 'Row' in at:
        break
control = [column for header, column in at.items() if header and header.startswith('Control')][0]
for row in range(top + 1, sheet.max_row + 1):
    if sheet.cell(row, at['Row']).value == 'brno.csv!4':
        sheet.cell(row, control).value = 'Low'
book.save('asked.xlsx')
";
    let script = format!("import os; os.chdir({:?})\n{script}", folder.path().display().to_string());
    checked("python3", &["-c".as_ref(), script.as_ref()]);
    // The files in another order, and by record or workbook.
    assess(
        "cadiz.csv brno.csv aalen.csv -o two --previous one/all-assessed.xlsx --answers asked.xlsx --date 2026-01-02",
    );
    assess(
        "brno.csv aalen.csv cadiz.csv -o three --previous two/all-record.json --answers asked.xlsx --date 2026-01-03",
    );
    for run in ["two", "three"] {
        let record = record(folder.path(), &format!("{run}/all-record.json"));
        let said = |f: &Value| {
            format!(
                "{} {}",
                f["decision"]["choice"],
                f["criteria"].as_array().expect("criteria").last().expect("one")["evidence"]
            )
        };
        let payroll: Vec<String> =
            functions(&record, said).into_iter().filter(|line| line.contains("Payroll")).collect();
        assert!(payroll.contains(&"brno.csv 4 1 Payroll retain -100".to_owned()), "{payroll:?}");
        assert!(payroll.contains(&"aalen.csv 2 1 Payroll null -100".to_owned()), "{payroll:?}");
        assert!(payroll.contains(&"cadiz.csv 2 1 Payroll null 0".to_owned()), "{payroll:?}");
    }
}

#[test]
fn what_does_not_fit_says_what_was_compared() {
    let folder = folder();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    put("copy.csv", AALEN);
    put("fleet.csv", "Function,Id,Interdependence\nFleet,F-1,High\n");
    let run = run_in(folder.path(), "assess aalen.csv copy.csv -o out --combine all");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            65,
            "error[not-combined]: copy.csv: all of its 3 rows say the same in every column as `aalen.csv` does\n  help: leave \
             one of the two out, or add a column that tells them apart, such as the plant\n"
        )
    );
    put("small.csv", "Function,Id,Strategic value\nFleet,F-1,High\n");
    let run = run_in(folder.path(), "assess small.csv fleet.csv -o out --combine all");
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            65,
            "error[not-combined]: fleet.csv: has nothing that functions are judged by in common with `small.csv`: its columns \
             are `Function`, `Id`, `Interdependence`, those of `small.csv` `Function`, `Id`, `Strategic value`\n  help: say \
             which columns are the same, such as `--map \"Header=control\"`, or leave it out\n"
        )
    );
    // One file is a portfolio, too.
    let run = run_in(folder.path(), "assess small.csv -o out --combine only");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.starts_with("only, sheet `small.csv`: 1 row, 1 function\n"), "{}", run.stdout);
    // What an option says of a column holds where there is one.
    put("c.csv", "Function,Id,Wichtigkeitsgrad\nFleet,F-2,Low\n");
    let run =
        run_in(folder.path(), "assess small.csv c.csv -o out --combine all --map Wichtigkeitsgrad=strategic_value");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = run_in(folder.path(), "assess small.csv c.csv -o out --combine all --map Importance=strategic_value");
    assert_eq!(run.code, 65, "{}", run.stderr);
    assert!(run.stderr.starts_with("error[no-such-column]: all, sheet `small.csv`"), "{}", run.stderr);
}

#[test]
fn sheets_of_one_workbook_combine() {
    if !has_module("openpyxl") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let script = "\
import openpyxl
book = openpyxl.Workbook()
def sheet(name, rows):
    made = book.create_sheet(name)
    for row in rows:
        made.append(row)
book.remove(book.active)
sheet('Aalen', [['Id', 'Function', 'Strategic value', 'Volume'], [1, 'Payroll', 'Low', 'High'], [2, 'Tax', 'High', 'Low']])
sheet('Brno', [['Plant Brno'], ['Function', 'Volume', 'Id', 'Importance to the business', 'Strategic value'],
               ['Payroll', 'Low', 1, None, 'High']])
sheet('Contracts', [['Function', 'Provider', 'Contract end'], ['Payroll', 'Acme', '2027-01-01']])
book.save('plants.xlsx')
";
    let script = format!("import os; os.chdir({:?})\n{script}", folder.path().display().to_string());
    checked("python3", &["-c".as_ref(), script.as_ref()]);
    let run = run_in(folder.path(), "assess plants.xlsx -o out --combine plants --date 2026-01-31");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let record = record(folder.path(), "out/plants-record.json");
    let found = functions(&record, |_| String::new());
    assert_eq!(found, ["Aalen 2 1 Payroll ", "Aalen 3 2 Tax ", "Brno 3 1 Payroll "]);
    let problems = record["problems"].as_array().expect("problems").iter();
    let passed: Vec<&Value> = problems.filter(|p| p["code"] == "not-combined").map(|p| &p["message"]).collect();
    assert_eq!(passed, ["has 0 of the 2 values by which `Aalen` is judged, and was not combined with it"]);
}
