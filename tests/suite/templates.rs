//! Workbooks to be filled in: a blank inventory, and the questions on the open functions of one that is there.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, Ran, assess, assessed, checked, file, has, has_module, outsift, path};
use crate::workbook_rules::{XLSX, saved_by_libreoffice};

/// Writes a blank inventory, or with an inventory a questionnaire, into a folder.
fn template(folder: &Path, name: &str, more: &[&OsStr]) -> Ran {
    let output = folder.join(name);
    let options = ["--date", DATE, "-o"].map(OsStr::new);
    outsift([OsStr::new("template")].iter().chain(more).copied().chain(options).chain([output.as_os_str()]))
}

/// A workbook filled in by another program, what it asks, and how it is understood then.
fn filled_in(folder: &Path, name: &str) -> (Value, String) {
    let (script, book, filled) = (path("tests/suite/fill_in.py"), folder.join(name), folder.join("filled.xlsx"));
    let said = checked("python3", &[script.as_os_str(), book.as_os_str(), filled.as_os_str()]);
    let run = outsift([OsStr::new("check"), filled.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    (serde_json::from_str(&said).expect("JSON"), run.stdout)
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|text| text.as_str().unwrap_or_default()).collect()
}

#[test]
fn a_blank_inventory_is_understood_when_it_is_filled_in() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let run = template(folder.path(), "blank.xlsx", &[]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let (asked, understood) = filled_in(folder.path(), "blank.xlsx");
    let headers = texts(&asked["headers"]);
    assert_eq!(headers[..4], ["Function", "Id", "Department", "Strategic value\n(High, Medium, Low)"]);
    assert!(headers.contains(&"Volume\n(High, Medium, Low or a count)"), "{headers:?}");
    assert_eq!(asked["prompts"].as_object().expect("prompts").len(), headers.len(), "every column has a prompt");
    assert!(asked["last_row_with_prompts"].as_u64().is_some_and(|row| row > 3_000));
    let lead = "filled.xlsx, sheet `Functions`: 3 rows, 3 functions; headers in rows 1 to 2\n";
    assert!(understood.starts_with(lead), "{understood}");
    assert_eq!(understood.matches(" 3 of 3 ").count(), headers.len(), "{understood}");
    assert!(!understood.contains("No attribute goes by") && understood.contains("Problems: none"), "{understood}");
    assert!(understood.contains("\nCoverage: 100 % of the evidence that decides is known\n"), "{understood}");
}

#[test]
fn a_blank_inventory_says_what_to_do_next() {
    let folder = TempDir::new().expect("a folder");
    let run = template(folder.path(), "my blank.xlsx", &[]);
    let at = folder.path().join("my blank.xlsx").display().to_string();
    assert_eq!(
        run.stdout,
        format!(
            "Template  {at}\nFill in the sheet `Functions`, a row for each function; then run\n  outsift assess '{at}'\n"
        )
    );
    // Nothing has been filled in, and the sheet that explains the columns is no inventory.
    let run = outsift(["check", &at]);
    assert_eq!(run.code, 65);
    assert!(
        run.stderr.starts_with("error[no-rows]: my blank.xlsx, sheet `Functions`, row 2: there are no data rows"),
        "{}",
        run.stderr
    );
}

/// The names of the columns that the default rulebook's attributes are asked in.
const COLUMNS: [(&str, &str); 7] = [
    ("strategic_value", "Strategic value"),
    ("integration", "Integration"),
    ("repetitiveness", "Repetitiveness"),
    ("volume", "Volume"),
    ("specialisation", "Specialisation"),
    ("continuity", "Nature"),
    ("control", "Control wanted"),
];

#[test]
fn a_questionnaire_asks_what_would_settle_the_open_functions_and_nothing_else() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let sample = path("samples/portfolio.xlsx");
    let run = template(folder.path(), "questions.xlsx", &[sample.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let at = folder.path().join("questions.xlsx");
    assert_eq!(
        run.stdout,
        format!(
            "Questionnaire  {}\n7 questions on 14 functions, 48 answers in all. When they are in, run\n  \
             outsift assess {} --answers {0}\n",
            at.display(),
            sample.display()
        )
    );

    let (asked, understood) = filled_in(folder.path(), "questions.xlsx");
    let headers = texts(&asked["headers"]);
    let identity = ["Id", "Function", "Department", "Owner", "Location", "Ask first", "Control wanted"];
    assert_eq!(headers[..7], identity);
    assert_eq!(headers[headers.len() - 2..], ["What is known", "Row"]);
    let found: BTreeMap<String, Vec<&str>> = asked["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let mut columns = texts(&row["asked"]);
            columns.sort_unstable();
            let values = texts(&row["values"]);
            assert!(!values[2].is_empty(), "every function of the sample has a department");
            (values[..2].join(", "), columns)
        })
        .collect();
    let record = assessed("samples/portfolio.xlsx").record();
    let open = record["functions"].as_array().expect("functions").iter();
    let expected: BTreeMap<String, Vec<&str>> = open
        .filter(|function| function["standing"] != "settled")
        .map(|function| {
            let column = |id: &str| COLUMNS.iter().find(|(known, _)| *known == id).map_or("", |(_, column)| column);
            let mut columns: Vec<&str> = texts(&function["missing"]).into_iter().map(column).collect();
            columns.sort_unstable();
            let text = |key: &str| function[key].as_str().unwrap_or_default();
            (format!("{}, {}", text("id"), text("name")), columns)
        })
        .collect();
    assert_eq!(found, expected);

    // Each begins with a question of its own, whose cell is framed.
    let firsts: BTreeSet<&str> = asked["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let order = row["values"][5].as_str().unwrap_or_default();
            let first = order.lines().next().and_then(|line| line.strip_prefix("1\u{a0}")).unwrap_or_default();
            assert_eq!(texts(&row["framed"]), [first], "{order}");
            first
        })
        .collect();
    assert!(firsts.len() > 1, "{firsts:?}");

    // Those without a verdict come first, and of these the best known.
    let place = |row: &Value| {
        let same = |function: &&Value| function["id"] == row["values"][0];
        let function = record["functions"].as_array().and_then(|f| f.iter().find(same)).expect("a function");
        let is_open = function["standing"] == "open";
        (!is_open, if is_open { (-1e6 * function["coverage"].as_f64().expect("a share")) as i64 } else { 0 })
    };
    assert!(asked["rows"].as_array().expect("rows").is_sorted_by_key(place));

    assert!(understood.contains("17 rows, 14 functions and 3 left out; headers in row 4\n"), "{understood}");
    assert!(
        understood.contains("\n  No attribute goes by these headers: F `Ask first`, N `Answered by`, O `Answered on`,\n    P `What is known`, Q `Row`\n"),
        "{understood}"
    );
    assert!(understood.contains("\nProblems: none\n"), "{understood}");
    for (_, column) in COLUMNS {
        let answers = expected.values().filter(|columns| columns.contains(&column)).count();
        let line = understood.lines().find(|line| line.contains(&format!("  {column} "))).unwrap_or_default();
        assert!(line.contains(&format!(" {answers} of 14 ")), "{column}: {line}");
    }
    let said = texts(&asked["read_me"]).join("\n");
    assert!(
        said.contains(
            "control wanted, specialisation and volume settle 4 to 14 of 14 functions, depending on the answer"
        ),
        "{said}"
    );
    assert!(said.contains("outsift assess portfolio.xlsx --answers questions.xlsx"), "{said}");
}

#[test]
fn what_a_function_is_called_is_never_a_formula() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let input = "Id,Function,Department,Volume\n007,\"=HYPERLINK(\"\"x\"\")\",+1,high\n8,@work,-2,\n";
    let (folder, input) = file("names.csv", input);
    let run = template(folder.path(), "questions.xlsx", &[input.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let (asked, _) = filled_in(folder.path(), "questions.xlsx");
    let values = |row: usize| texts(&asked["rows"][row]["values"])[..3].to_vec();
    assert_eq!(values(0), ["007", "=HYPERLINK(\"x\")", "+1"]);
    assert_eq!(values(1), ["8", "@work", "-2"]);
}

#[test]
fn nothing_is_asked_where_nothing_is_open() {
    let header = "Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
    let (folder, input) = file("done.csv", format!("{header}Payroll,High,High,High,High,Ongoing,High,Low\n"));
    fs::write(folder.path().join("questions.xlsx"), "answers").expect("a file");
    let run = template(folder.path(), "questions.xlsx", &[input.as_os_str()]);
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (0, "The one function is settled: there is nothing to ask, and no questionnaire was written.\n", "")
    );
    assert_eq!(fs::read(folder.path().join("questions.xlsx")).expect("the answers"), b"answers");
}

#[test]
fn a_workbook_that_may_have_been_filled_in_is_not_replaced() {
    let folder = TempDir::new().expect("a folder");
    let sample = path("samples/portfolio.xlsx");
    let at = folder.path().join("form.xlsx");
    for more in [&[][..], &[sample.as_os_str()]] {
        fs::write(&at, "answers").expect("a file");
        let run = template(folder.path(), "form.xlsx", more);
        assert_eq!(
            (run.code, run.stdout.as_str(), run.stderr),
            (
                73,
                "",
                format!(
                    "error[already-there]: {}: is there already, and may have been filled in; it was not touched\n  \
                     help: write to another file with `-o FILE`, or replace it with `--force`\n",
                    at.display()
                )
            )
        );
        assert_eq!(fs::read(&at).expect("the answers"), b"answers");
        let run = template(folder.path(), "form.xlsx", &[more, &[OsStr::new("--force")]].concat());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert!(fs::read(&at).expect("the form").starts_with(b"PK"));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1, "nothing is left behind");
}

#[test]
fn an_input_is_not_replaced_even_by_force() {
    let (folder, input) = file("form.xlsx", fs::read(path("samples/portfolio.xlsx")).expect("a sample"));
    let run = template(folder.path(), "form.xlsx", &[input.as_os_str(), OsStr::new("--force")]);
    assert_eq!(
        (run.code, run.stderr),
        (
            64,
            format!(
                "error[output-is-input]: {}: would be overwritten, but is an input of this run\n  \
                 help: write to another file with `-o FILE`\n",
                input.display()
            )
        )
    );
    let run = template(folder.path(), "form.csv", &[]);
    assert_eq!(
        (run.code, run.stderr),
        (
            64,
            format!(
                "error[no-workbook-name]: {}: is no name for a workbook\n  help: give a file name that ends in `.xlsx`\n",
                folder.path().join("form.csv").display()
            )
        )
    );
}

#[test]
fn the_same_form_has_the_same_bytes_and_is_valid() {
    let folder = TempDir::new().expect("a folder");
    let (sample, is_checked) = (path("samples/portfolio.xlsx"), has("openxml-audit"));
    for more in [&[][..], &[sample.as_os_str()]] {
        let bytes = |name: &str| {
            // Each in a folder of its own, for the name of the file is in it.
            let folder = folder.path().join(name);
            let run = template(&folder, "form.xlsx", &[more, &[OsStr::new("--force")]].concat());
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            fs::read(folder.join("form.xlsx")).expect("the form")
        };
        assert!(bytes("one") == bytes("two"));
        if is_checked {
            let form = folder.path().join("one/form.xlsx");
            checked("openxml-audit", &[OsStr::new("-f"), OsStr::new("office2016"), form.as_os_str()]);
        }
    }
}

#[test]
fn no_more_is_asked_at_once_than_anybody_answers() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    // Every other one has a volume, so that there are as many ranges of cells to answer as there can be.
    let rows: String =
        (0..5_012).map(|i| format!("Work {i},{},High\n", if i % 2 == 0 { "High" } else { "" })).collect();
    let (folder, input) = file("large.csv", format!("Function,Volume,Strategic value\n{rows}"));
    let run = template(folder.path(), "questions.xlsx", &[input.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let more = "Only the first 5,000 of 5,012 functions are asked about here, those without a verdict first; 12 more come after them.";
    assert!(run.stdout.contains(more), "{}", run.stdout);
    let (asked, _) = filled_in(folder.path(), "questions.xlsx");
    assert_eq!(asked["rows"].as_array().map(Vec::len), Some(5_000));
    assert!(texts(&asked["above"]).contains(&more) && texts(&asked["read_me"]).contains(&more));
}

/// What answers have settled is greyed out by formulas: they say what the program says of the same answers.
#[test]
fn what_answers_have_settled_is_told_by_formulas() {
    if !has("soffice") || !has("python3") || !has_module("openpyxl") {
        return;
    }
    let sample = path("samples/portfolio.xlsx");
    let folder = TempDir::new().expect("a folder");
    template(folder.path(), "questions.xlsx", &[sample.as_os_str()]);
    let script = path("tests/suite/settle.py");
    let questionnaires = [
        (folder.path().join("questions.xlsx"), "Questions"),
        (assessed("samples/portfolio.xlsx").workbook(), "What to ask"),
    ];
    let (mut asked, mut answered) = (Vec::new(), Vec::new());
    for (workbook, sheet) in &questionnaires {
        for seed in ["1", "2", "3"] {
            let [answers, formulas] =
                ["answers", "formulas"].map(|what| folder.path().join(format!("{sheet}-{seed}-{what}.xlsx")));
            let arguments = [script.as_path(), workbook, Path::new(sheet), Path::new(seed), &answers, &formulas];
            checked("python3", &arguments.map(Path::as_os_str));
            answered.push((answers, *sheet));
            asked.push(formulas);
        }
    }
    let (_saved, calculated) = saved_by_libreoffice(&asked, XLSX);
    let mut counts = [0; 2];
    for ((answers, sheet), calculated) in answered.iter().zip(&calculated) {
        let said = checked("python3", &[script.as_os_str(), calculated.as_os_str(), OsStr::new(sheet)]);
        let said: BTreeMap<String, u8> = serde_json::from_str(&said).expect("JSON");
        let record = assess(&sample, &["--answers", &answers.to_string_lossy()]).record();
        for function in record["functions"].as_array().expect("functions") {
            let Some(is_settled) = said.get(function["id"].as_str().expect("an id")) else { continue };
            let expected = u8::from(function["standing"] == "settled");
            assert_eq!(*is_settled, expected, "{} in {}", function["id"], answers.display());
            counts[usize::from(expected)] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 15), "{counts:?}");
}
