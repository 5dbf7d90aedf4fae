//! What the pages of summaries say that take options, answers or many functions; those of files alone are tested where the
//! pages are laid out.

use std::ffi::OsStr;
use std::fmt::Write;
use std::path::Path;

use crate::harness::{Assessed, assess, checked, expect_file, file, has, path};

/// Checks the text of every page up to the account of how the inventory was read.
#[track_caller]
fn check(name: &str, assessed: &Assessed) {
    if !has("pdftotext") {
        return;
    }
    let text = checked("pdftotext", &[OsStr::new("-raw"), assessed.pdf().as_os_str(), OsStr::new("-")]);
    let (said, _) = text.split_once("Data: how the inventory was read\n").unwrap_or((&text, ""));
    let mut found = String::new();
    for (number, page) in said.split('\u{c}').enumerate() {
        let _ = writeln!(found, "page {}\n{}\n", number + 1, page.trim_end());
    }
    expect_file(&path(&format!("tests/suite/portfolios/{name}.txt")), &found);
}

/// So many functions in eight departments, each with levels that follow from its number.
fn many(functions: usize) -> String {
    const LEVELS: [&str; 4] = ["High", "Medium", "Low", ""];
    const DEPARTMENTS: [&str; 8] =
        ["Finance", "Sales", "Logistics", "People", "Legal", "Production", "Research", "Customer service"];
    let mut csv =
        "ID,Function,Department,Location,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,\
                   Specialisation,Annual cost (EUR),FTE\n"
            .to_owned();
    for number in 0..functions {
        // A few large primes spread the levels.
        let level = |prime: usize| LEVELS[number * prime / 97 % LEVELS.len()];
        let [strategic, integration, repetitive, volume, control, special] =
            [7919, 6991, 7561, 5417, 4793, 3571].map(level);
        let nature = ["Ongoing", "Seasonal", "Project"][number % 3];
        let (department, location) = (DEPARTMENTS[number % 8], ["Leeds", "Porto", "Riga"][number % 3]);
        let (cost, people) = (1_000 + number * number % 900_001, number % 40);
        let _ = writeln!(
            csv,
            "F{number},Function {number},{department},{location},{strategic},{integration},{repetitive},{volume},{nature},{control},\
             {special},{cost},{people}"
        );
    }
    csv
}

#[test]
fn the_sample_on_letter_paper() {
    check("portfolio-letter", &assess(&path("samples/portfolio.xlsx"), &["--paper", "letter"]));
}

#[test]
fn the_catalogue_with_its_answers() {
    let answers = path("samples/service-catalogue-answers.xlsx");
    let answers = answers.to_string_lossy();
    let input: &Path = &path("samples/service-catalogue.xlsx");
    check("service-catalogue-answered", &assess(input, &["--answers", &answers]));
}

#[test]
fn ten_thousand_functions() {
    let (_folder, input) = file("many.csv", many(10_000));
    check("ten-thousand", &assess(&input, &["--no-workbook"]));
}
