//! From an export with gaps to verdicts: what is asked, what is answered, and what was stated beside the file.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, assess, assessed, checked, file, has, has_module, outsift, path};

/// How many functions have no verdict.
fn open(record: &Value) -> usize {
    let functions = record["functions"].as_array().expect("functions").iter();
    functions.filter(|function| function["verdict"] == "insufficient-evidence").count()
}

/// The round trip that the README shows.
#[test]
fn a_messy_export_comes_to_verdicts() {
    let catalogue = path("samples/service-catalogue.xlsx");
    let check = outsift([OsStr::new("check"), catalogue.as_os_str()]);
    assert_eq!((check.code, check.stderr.as_str()), (0, ""));
    for said in [
        "sheet `Catalogue`:\n  34 rows, 24 functions and 10 left out; headers in rows 4 to 5\n",
        "    D  Assessment / Strategic valeu        Strategic value  ",
        "  Rows: 2 title rows (1, 2), 4 heading rows (6, 13, 20, 27), 1 total row (34), 1 blank row (35) and\n    2 note rows (36, 37)\n",
        "Problems: 7 notes\nnote[near-header]: column D (`Assessment / Strategic valeu`): is taken for Strategic value, whose\n    name it nearly is\n",
        "          no column holds repetitiveness\n",
        "Ask next: How repetitive is the work? (settles 3 to 4 of 20 functions, depending on the answer)\n",
    ] {
        assert!(check.stdout.contains(said), "{said}\n{}", check.stdout);
    }
    let before = assessed("samples/service-catalogue.xlsx").record();
    assert_eq!((before["functions"].as_array().map(Vec::len), open(&before)), (Some(24), 13));

    let folder = TempDir::new().expect("a folder");
    let questions = folder.path().join("questions.xlsx");
    let asked = outsift([
        OsStr::new("template"),
        catalogue.as_os_str(),
        OsStr::new("-o"),
        questions.as_os_str(),
        OsStr::new("--date"),
        OsStr::new(DATE),
    ]);
    assert_eq!((asked.code, asked.stderr.as_str()), (0, ""));
    assert!(asked.stdout.contains("6 questions on 20 functions, 69 answers in all."), "{}", asked.stdout);

    let answers = path("samples/service-catalogue-answers.xlsx");
    let answered = assess(&catalogue, &["--answers", &answers.to_string_lossy()]);
    let after = answered.record();
    assert_eq!(open(&after), 3);
    assert_eq!(after["answers_effect"], serde_json::json!({ "open": 13, "settled": 10, "changed": 0 }));
    let used = &after["answers"][0];
    assert_eq!(
        (&used["name"], &used["functions"], &used["filled"], &used["replaced"], &used["unused"]),
        (&"service-catalogue-answers.xlsx".into(), &10.into(), &43.into(), &0.into(), &0.into())
    );
    let payroll = after["functions"].as_array().and_then(|all| all.iter().find(|f| f["id"] == "S-07"));
    let reasons = payroll.expect("Payroll")["reasons"].to_string();
    assert!(reasons.contains("repetitiveness High, service-catalogue-answers.xlsx D"), "{reasons}");

    // The questionnaire itself, not filled in, changes nothing.
    let unanswered = assess(&catalogue, &["--answers", &questions.to_string_lossy()]).record();
    assert_eq!(unanswered["functions"], before["functions"]);
}

/// An assessed workbook is as good as a questionnaire, and unchanged it changes nothing.
#[test]
fn an_assessed_workbook_can_be_the_answers() {
    let portfolio = path("samples/portfolio.xlsx");
    let first = assessed("samples/portfolio.xlsx");
    let workbook = first.workbook();
    let again = assess(&portfolio, &["--answers", &workbook.to_string_lossy()]).record();
    let used = &again["answers"][0];
    assert_eq!((&used["filled"], &used["replaced"], &used["unused"]), (&0.into(), &0.into(), &0.into()));
    assert_eq!(again["answers_effect"], serde_json::json!({ "open": 9, "settled": 0, "changed": 0 }));
    assert_eq!(again["problems"], first.record()["problems"]);
}

const INVENTORY: &str = "\
Id,Function,Department,Strategic value,Repetitiveness
1,Payroll,People,Low,High
2,Reporting,Finance,Low,Low
3,Reporting,People,High,
4,Audit,Finance,High,Low
";

/// What is said of answers, whole: everything on standard output of `check` that comes under its problems.
#[track_caller]
fn check_answers(answers: &str, expected: &str) {
    let (folder, inventory) = file("inventory.csv", INVENTORY);
    let given = folder.path().join("answers.csv");
    fs::write(&given, answers).expect("a file");
    let run = outsift([OsStr::new("check"), inventory.as_os_str(), OsStr::new("--answers"), given.as_os_str()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{answers}");
    let problems = run.stdout.split("\nProblems: ").nth(1).and_then(|rest| rest.split("\n\nCoverage").next());
    // Two functions of the inventory are called the same, which is noted each time.
    let repeated = "note[repeated-name]: column B (`Function`): 1 name stands in 2 rows, each with an id of its own in\n    \
                    column A (`Id`); each row is a function\n    \
                    help: if they are the same functions, give each one row";
    let expected = if expected.contains("note[") {
        expected.replace("\nnote[", &format!("\n{repeated}\nnote["))
    } else {
        format!("{expected}\n{repeated}")
    };
    assert_eq!(problems, Some(expected.as_str()), "{}", run.stdout);
}

#[test]
fn answers_find_their_functions_or_say_why_not() {
    check_answers("Function,Control wanted\nPayroll,High\nAudit,Low\n", "1 note");
    check_answers("Id,Function,Control wanted\n3,Reporting,High\n", "1 note");
    check_answers("Function,Department,Control wanted\nReporting,People,High\n", "1 note");
    check_answers(
        "Function,Kontrolle,Answered by,Row,Remark\nPayroll,hoch,Ann,2,\nAudit,niedrig,,3,\nNobody,hoch,,,x\n",
        "1 warning and 1 note\nwarning[unknown-answers]: answers.csv, cell B1 (`Kontrolle`): no attribute goes by this header, so\n    \
         its 2 values are not used\n    help: give the column the header that the questionnaire or the inventory has",
    );
    check_answers(
        "Function,Control wanted\nReporting,High\n",
        "1 warning and 1 note\nwarning[ambiguous-answer]: answers.csv, cell A2: `Reporting` may be any of the functions in rows 3,\n    4; \
         its answers are not used\n    help: say which one is meant: give its id, or its department beside its name",
    );
    check_answers(
        "Function,Control wanted\nPayrol,High\nPayroll,High\nPayroll,Low\n",
        "2 warnings and 1 note\nwarning[unknown-function]: answers.csv, cell A2: no function of the inventory is called `Payrol`;\n    \
         its answers are not used\n    help: give the id or the name as the inventory has it\n\
         warning[answered-twice]: answers.csv, cell A4: `Payroll` was answered in row 3 already; this row is\n    \
         not used\n    help: keep one row for each function",
    );
    check_answers(
        "Id,Function,Control wanted\n1,,High\n4,Audit,Low\n3,Reporting, yearly,High\n",
        "2 warnings and 1 note\nwarning[unread-answer]: answers.csv, cell B2: the row has values but no name; it was left out\n    \
         help: give the function a name\n\
         warning[unread-answer]: answers.csv, row 4: has 4 fields, its header 3; it was left out\n    \
         help: give each column its header, and put quotation marks around texts that hold the sign\n          \
         between fields or a line end",
    );
    check_answers(
        "Function,Repetitiveness,Control wanted\nPayroll,Low,maybe\n",
        "1 warning and 2 notes\nwarning[unread-answer]: answers.csv, cell C2 (`Control wanted`): expected a level (`high`, `medium`,\n    \
         `low`), found `maybe`\n    help: use one of these words, or add this one to the rulebook\n\
         note[answer-differs]: cell E2: Repetitiveness is `High` here and `Low` in answers.csv, cell B2; the\n    \
         answer counts",
    );
}

/// What an option comes to: exit code and everything on standard error.
#[track_caller]
fn check_options(options: &[&str], code: i32, stderr: &str) {
    let (_folder, inventory) = file("inventory.csv", INVENTORY);
    let run = outsift([OsStr::new("check"), inventory.as_os_str()].into_iter().chain(options.iter().map(OsStr::new)));
    assert_eq!((run.code, run.stderr.as_str()), (code, stderr), "{options:?}");
}

#[test]
fn options_about_columns_that_make_no_sense_are_refused() {
    check_options(
        &["--map", "Stratgic=strategic_value"],
        65,
        "error[no-such-column]: inventory.csv, row 1: no column is called `Stratgic`, as `--map` says\n  \
         help: give a header as it stands, such as `Strategic value`, or a column's letters\n",
    );
    check_options(
        &["--map", "Strategic value=strategic_valu", "--map", "=x", "--scale", "Strategic value=5", "--scale", "1..5"],
        64,
        "error[option]: --map Strategic value=strategic_valu: there is no attribute `strategic_valu`; did you mean \
         `strategic_value`?\n\
         error[option]: --map =x: expected COLUMN=ATTRIBUTE, such as \"Wichtigkeit=strategic_value\"\n\
         error[option]: --scale Strategic value=5: expected COLUMN=LEAST..MOST, such as \"Fit=1..5\", or \"Fit=5..1\" where \
         1 is most\n\
         error[option]: --scale 1..5: expected COLUMN=LEAST..MOST, such as \"Fit=1..5\", or \"Fit=5..1\" where 1 is most\n",
    );
    check_options(
        &["--assume", "control=low@"],
        64,
        "error[assumption]: --assume control=low@: expected a department after `@`, such as control=low@Finance\n",
    );
}

/// The levels or amounts of one attribute as a run read them, by what its functions' reasons say.
fn reasons(csv: &str, options: &[&str]) -> String {
    let (_folder, inventory) = file("inventory.csv", csv);
    let record = assess(&inventory, options).record();
    record["functions"].as_array().expect("functions").iter().map(|f| f["reasons"].to_string() + "\n").collect()
}

#[test]
fn an_answer_that_means_the_opposite_is_shown_with_its_level() {
    let turned = reasons("Function,Support function,Bespoke (Y/N)\nPayroll,Yes,N\nAudit,No,Y\n", &[]);
    assert!(turned.contains("(strategic value Yes = low, B2)"), "{turned}");
    assert!(turned.contains("(repetitiveness N = high, C2;"), "{turned}");
    let plain = reasons("Function,Core process,Repetitiveness\nPayroll,No,High\nAudit,Yes,Low\n", &[]);
    assert!(plain.contains("(strategic value No, B2)") && !plain.contains(" = "), "{plain}");
}

#[test]
fn columns_and_scales_can_be_stated_for_one_run_or_for_good() {
    let csv = "Vorgang,Wichtigkeit,Control\nLohn,5,High\nPlanung,1,Low\n";
    let by_options =
        ["--map", "Vorgang=name", "--map", "B=strategic_value", "--scale", "Wichtigkeit=5..1", "--map", "Control=none"];
    let stated = reasons(csv, &by_options);
    // On a scale from 5 to 1, five is least.
    assert!(stated.contains("less central to the main business (strategic value 5 = low, B2"), "{stated}");
    assert!(!stated.contains("C2"), "the column is not used\n{stated}");

    let rulebook = outsift(["rulebook"]).stdout;
    let stated_there = rulebook
        .replace("[columns]\n", "[columns]\n\"Vorgang\" = \"name\"\n\"B\" = \"strategic_value\"\n\"Control\" = \"none\"\n\"Nirgends\" = \"fte\"\n")
        .replace("[scales]\n", "[scales]\n\"Wichtigkeit\" = \"5..1\"\n");
    let (_folder, mine) = file("mine.toml", &stated_there);
    assert_eq!(reasons(csv, &["--rulebook", &mine.to_string_lossy()]), stated);
}

#[test]
fn a_stated_decimal_mark_settles_what_numbers_do_not_prove() {
    let csv = "Function,Annual volume,Repetitiveness\nPayroll,12.500,High\nAudit,1.200,High\n";
    let is_high = |reasons: &str| reasons.contains("repetitive and high in volume");
    let is_read = |reasons: &str| reasons.contains("volume 12.500, B2");
    let told = |options: &[&str]| {
        let reasons = reasons(csv, options);
        (is_read(&reasons), is_high(&reasons))
    };
    assert_eq!(told(&[]), (false, false));
    assert_eq!(told(&["--decimal-mark", "comma"]), (true, true));
    assert_eq!(told(&["--decimal-mark", "point"]), (true, false));
    assert_eq!(outsift(["check", "x.csv", "--decimal-mark", "dot"]).code, 64);
}

#[test]
fn answers_are_inputs_and_never_overwritten() {
    let portfolio = path("samples/portfolio.xlsx");
    let first = assess(&portfolio, &[]);
    let run = outsift([
        OsStr::new("assess"),
        portfolio.as_os_str(),
        OsStr::new("--answers"),
        first.pdf().as_os_str(),
        OsStr::new("-o"),
        Path::new(first.folder.path()).as_os_str(),
    ]);
    assert_eq!(run.code, 64);
    assert!(run.stderr.contains("would be overwritten, but is an input of this run"), "{}", run.stderr);
}

/// Types the first word of each list into the sheet `What to ask` of an assessed workbook, or else `word` into the first
/// cell that has a list; says how many cells were answered.
fn answer_what_is_asked(workbook: &Path, answered: &Path, word: &str) -> String {
    let script = "import sys, warnings, openpyxl\n\
                  warnings.simplefilter('ignore')\n\
                  book = openpyxl.load_workbook(sys.argv[1])\n\
                  sheet, typed = book['What to ask'], 0\n\
                  for validation in sheet.data_validations.dataValidation:\n\
                  \x20   for part in validation.sqref.ranges:\n\
                  \x20       for row, column in part.cells:\n\
                  \x20           if typed and sys.argv[3]: continue\n\
                  \x20           assert sheet.cell(row, column).value is None\n\
                  \x20           sheet.cell(row, column).value = sys.argv[3] or validation.formula1.strip('\"').split(',')[0]\n\
                  \x20           typed += 1\n\
                  book.save(sys.argv[2])\n\
                  print(typed)";
    let arguments =
        [OsStr::new("-c"), OsStr::new(script), workbook.as_os_str(), answered.as_os_str(), OsStr::new(word)];
    checked("python3", &arguments)
}

/// A workbook that was assessed, answered on its sheet of questions and given back, settles what was open.
#[test]
fn answers_on_the_sheet_of_questions_are_read() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let sample = path("samples/portfolio.xlsx");
    let first = assessed("samples/portfolio.xlsx");
    assert_eq!(open(&first.record()), 9);
    // Nothing was typed yet: nothing changes.
    let unanswered = assess(&sample, &["--answers", &first.workbook().to_string_lossy()]).record();
    assert_eq!((open(&unanswered), unanswered["answers"].as_array().map(Vec::len)), (9, Some(1)));

    let folder = TempDir::new().expect("a folder");
    let answered = folder.path().join("answered.xlsx");
    assert_eq!(answer_what_is_asked(&first.workbook(), &answered, ""), "48\n");
    let second = assess(&sample, &["--answers", &answered.to_string_lossy()]);
    let record = second.record();
    assert_eq!(open(&record), 0);
    let used: Vec<[&Value; 3]> = record["answers"]
        .as_array()
        .expect("answers")
        .iter()
        .map(|answers| [&answers["functions"], &answers["filled"], &answers["unused"]])
        .collect();
    assert_eq!(used.len(), 1, "{used:?}");
    assert_eq!([used[0][0].as_u64(), used[0][2].as_u64()], [Some(14), Some(0)], "{used:?}");
    let reasons = record["functions"].to_string();
    assert!(reasons.contains(", answered.xlsx What to ask!"), "an answer says where it stands");

    // The same workbook as the inventory: it is assessed with what was typed.
    assert_eq!(open(&assess(&answered, &[]).record()), 0);
}

/// An answer that cannot be read is said to be one, with its cell.
#[test]
fn what_cannot_be_read_on_the_sheet_of_questions_is_told() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let first = assessed("samples/portfolio.xlsx");
    let folder = TempDir::new().expect("a folder");
    let answered = folder.path().join("answered.xlsx");
    assert_eq!(answer_what_is_asked(&first.workbook(), &answered, "perhaps"), "1\n");
    let record = assess(&path("samples/portfolio.xlsx"), &["--answers", &answered.to_string_lossy()]).record();
    let told = record["problems"].as_array().expect("problems").iter().any(|problem| {
        problem["sheet"] == "What to ask" && problem["message"].as_str().is_some_and(|text| text.contains("`perhaps`"))
    });
    assert!(told, "{}", record["problems"]);
}

/// Where every function has a verdict, the sheet says so, and the workbook is still understood as answers.
#[test]
fn a_workbook_that_asks_nothing_can_be_given_as_answers() {
    let header = "Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
    let (_folder, input) = file("done.csv", format!("{header}Payroll,High,High,High,High,Ongoing,High,Low\n"));
    let first = assess(&input, &[]);
    let second = assess(&input, &["--answers", &first.workbook().to_string_lossy()]);
    for assessed in [first, second] {
        assert_eq!(assessed.record()["functions"][0]["verdict"], "bpo");
    }
}
