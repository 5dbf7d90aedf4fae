//! Small inventories as people have them: what each column is taken for, and what each of its cells is read onto.
//!
//! A case is a file in `inventories/` and the expected text beside it; `UPDATE_EXPECTED=1` writes the texts anew. The page
//! that `outsift check` prints, with what is asked next, is held whole for a few of them, in `expected/`.

use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::date;
use outsift::inventory::{AS_IT_STANDS, Inventory, Source};
use outsift::problem::{column_letters, printable};
use outsift::report::view::checked::checked;
use outsift::rulebook::{AttributeId, Origin};
use outsift::run::{Failure, Job, Judgement, judge};

use crate::harness::{expect_file, outsift, path, ran, skipped};

/// How many functions' values are shown of a column.
const SHOWN: usize = 12;
/// How many characters are shown of a text.
const LONGEST_TEXT: usize = 32;

fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(path("tests/suite/inventories")).expect("cases");
    let mut cases: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    cases
}

#[test]
fn each_is_understood_as_expected() {
    let inputs: Vec<PathBuf> = cases().into_iter().filter(|case| case.extension() != Some(OsStr::new("txt"))).collect();
    assert!(inputs.len() >= 10);
    for input in inputs {
        let job = Job::new(input.clone(), date(2026, 1, 31));
        let found = match judge(&job, &|_| {}, |judgement| Ok(understood(judgement))) {
            Ok(found) => format!("exit 0\n{found}"),
            Err(Failure { exit, problems }) => {
                let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
                format!("exit {}\n{}\n", exit as u8, problems.join("\n"))
            }
        };
        expect_file(&input.with_extension("txt"), &found);
    }
}

/// Cases whose page is held whole: a plain one, one with much that is not used or not understood, one that is refused.
const WHOLE: [&str; 3] = ["levels", "many-problems", "vendors-are-no-functions"];

#[test]
fn the_page_of_a_check_is_as_expected() {
    for name in WHOLE {
        // From their own folder, so that the command that comes next names no other.
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        command.args(["check", &format!("{name}.csv")]).current_dir(path("tests/suite/inventories"));
        let run = ran(command.output().expect("the program starts"));
        let found = format!("exit {}\n{}{}", run.code, run.stdout, run.stderr);
        expect_file(&path("tests/suite/expected").join(format!("check-{name}.txt")), &found);
    }
}

/// The columns with their values, what is not used, and the problems.
fn understood(Judgement { rulebook, inventory, problems, report, .. }: &Judgement) -> String {
    let checked = checked(report, problems);
    let mut out = format!("headers in {}; functions: {}\n\nColumns\n", checked.headers, inventory.functions.len());
    for (column0, column) in inventory.columns.iter().enumerate() {
        let Some(id) = column.attribute else { continue };
        let (letters, header) = (column_letters(column0 as u16), one_line(&column.header));
        let _ = writeln!(out, "{letters} `{header}`: {}, {} known", rulebook.attribute(id).name, column.known);
        if column.reading != AS_IT_STANDS {
            let _ = writeln!(out, "    {}", one_line(&column.reading));
        }
        let mut columns = inventory.columns.iter().enumerate().filter(|(_, column)| column.attribute == Some(id));
        // The columns of an attribute are read together.
        if columns.next_back().is_some_and(|(last, _)| last == column0) {
            let _ = writeln!(out, "    = {}", values(inventory, id, columns.next().is_some()));
        }
    }
    for (id, attribute) in rulebook.attribute_ids() {
        let Origin::FirstOf(parts) = &attribute.origin else { continue };
        if parts.iter().filter(|part| inventory.has_column(**part)).count() > 1 {
            let _ = writeln!(out, "{}, the first that is known\n    = {}", attribute.name, values(inventory, id, true));
        }
    }
    if !checked.unused.is_empty() {
        out.push_str("\nNot used\n");
    }
    for remark in &checked.unused {
        let _ = writeln!(out, "{}", remark.text.replace('\u{a0}', " "));
        said(&mut out, remark.help.as_deref());
    }
    let _ = writeln!(out, "\nProblems: {}", checked.counted);
    for line in &checked.problems {
        let _ = writeln!(out, "{}[{}]: {}", line.first.severity.name(), line.first.code, line.sentence);
        said(&mut out, line.first.help.as_deref());
    }
    out.push_str(&checked.more);
    out
}

/// The help with a problem.
fn said(out: &mut String, help: Option<&str>) {
    if let Some(help) = help {
        let _ = writeln!(out, "    help: {help}");
    }
}

/// What an attribute is on each function, `–` where it is missing; of several columns with the one that it comes from.
fn values(inventory: &Inventory, id: AttributeId, is_of_several: bool) -> String {
    let value = |function: usize| {
        let text = inventory.text(id, function);
        let said = if let Some(level) = inventory.level(id, function) {
            level.value().to_string()
        } else if let Some(amount) = inventory.amount(id, function) {
            format!("{} {}", amount.value, inventory.currencies[amount.currency]).trim_end().to_owned()
        } else if let Some((low, high)) = inventory.bounds(id, function) {
            match (low.is_finite(), high.is_finite()) {
                (true, true) if low < high => format!("{low} to {high}"),
                (true, true) => low.to_string(),
                (true, false) => format!("{low} or more"),
                (false, _) => format!("up to {high}"),
            }
        } else if inventory.is_known(id, function) {
            shortened(&one_line(&text))
        } else {
            return "–".to_owned();
        };
        match inventory.source(id, function) {
            Source::Cell(column0) if is_of_several => format!("{said} ({})", column_letters(column0)),
            Source::Sum(_) => format!("{said} (sum)"),
            _ => said,
        }
    };
    let functions = inventory.functions.len();
    let mut values: Vec<String> = (0..functions.min(SHOWN)).map(value).collect();
    if functions > SHOWN {
        let known = (SHOWN..functions).filter(|function| inventory.is_known(id, *function)).count();
        values.push(format!("and {known} known of {} more", functions - SHOWN));
    }
    values.join(" · ")
}

fn one_line(text: &str) -> String {
    printable(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[test]
fn no_expected_text_is_without_its_case() {
    let cases = cases();
    for text in cases.iter().filter(|case| case.extension() == Some(OsStr::new("txt"))) {
        let has_input = |c: &PathBuf| c != text && c.file_stem() == text.file_stem();
        assert!(cases.iter().any(has_input), "{} belongs to no case", text.display());
    }
}

/// Public inventories, read in place from the folder that `PUBLIC_INVENTORIES` names: what each comes to.
#[test]
fn public_inventories_are_assessed_or_refused_with_a_reason() {
    let Some(folder) = std::env::var_os("PUBLIC_INVENTORIES") else {
        skipped("PUBLIC_INVENTORIES names no folder with public inventories");
        return;
    };
    for (name, code, said) in [
        ("omb2025_ai_use_cases_noemail.xlsx", 0, "3,611 rows, 3,610 functions and 1 left out"),
        ("omb2025_ai_cots.xlsx", 0, "900 rows, 900 functions"),
        ("govuk_local_services_lgsl.csv", 0, "123 rows, 123 functions"),
        ("govuk_transactions_fixture.csv", 0, "11 rows, 11 functions"),
        ("govuk_transactions_stub_commas.csv", 0, "8 rows, 8 functions"),
        ("dora_roi_master_template.xlsx", 65, "there are no data rows below this header"),
    ] {
        let run = outsift([OsStr::new("check"), Path::new(&folder).join(name).as_os_str()]);
        let text = format!("{}{}", run.stdout, run.stderr);
        assert_eq!(run.code, code, "{name}\n{text}");
        assert!(text.contains(said), "{name}\n{text}");
        if code == 0 {
            assert!(text.contains("Ask next: How "), "{name} says what is missing\n{text}");
        }
    }
}
