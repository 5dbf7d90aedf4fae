//! What options change in how an inventory is read, and what is said where one changes nothing. Each case is a page of
//! `outsift check`, up to what is asked next, in `expected/options.txt`.

use std::fmt::Write;

use crate::harness::{expect_file, file, outsift, path};

const YEARS: &str = "Process,Year,Plant,FTE\nPayroll,2023,Aalen,1\nPayroll,2024,Aalen,2\nTax,2023,Brno,3\nTax,2024,Brno,4\n\
                     Audit,2025,,5\n";
const NUMBERS: &str = "Process,Remark,Annual volume,Control,Cost\nPayroll,a,500,High,1000\nTax,b,600,2,2000\n";
const WORDS: &str = "Process,Control,Nature\nPayroll,High,Project\nTax,Low,Ongoing\n";
const PLANTS: &str = "Process,Cost Aalen,Cost Brno,Control\nPayroll,10,5,High\nTax,20,1,Low\n";
const CURRENCIES: &str = "Process,Cost EUR,Cost USD\nPayroll,10,\nTax,,7\nAudit,2,3\n";
const GAP: &str = "Process,Control,Cost\nPayroll,,€50\nTax,Low,$50\nAudit,Low,50\n";

/// Inventories and the options that they are read with.
const CASES: [(&str, &[&str]); 18] = [
    (YEARS, &["--where", "Year=2024"]),
    (YEARS, &["--where", "Year=2024..2025"]),
    (YEARS, &["--where", "Year=2024", "--where", "Plant=brno"]),
    (YEARS, &["--where", "Plant=Aalen"]),
    (YEARS, &["--where", "Year=1999"]),
    (YEARS, &["--where", "Site=Aalen"]),
    (NUMBERS, &["--unit", "Cost=kEUR", "--unit", "Annual volume=thousands", "--scale", "Control=1..5"]),
    (NUMBERS, &["--unit", "Remark=kEUR", "--unit", "Control=kEUR", "--scale", "Control=5..1"]),
    (NUMBERS, &["--unit", "Annual volume=thousands", "--scale", "Annual volume=1..1000", "--scale", "Control=1..5"]),
    (WORDS, &["--scale", "Control=1..5"]),
    (NUMBERS, &["--scale", "Control=1..5", "--scale", "D=5..1"]),
    (WORDS, &["--assume", "control=low", "--assume", "integration=low"]),
    (PLANTS, &[]),
    (PLANTS, &["--map", "Cost Aalen=annual_cost", "--map", "Cost Brno=annual_cost"]),
    (CURRENCIES, &["--map", "Cost EUR=annual_cost", "--map", "Cost USD=annual_cost"]),
    (GAP, &["--assume", "control=low"]),
    (GAP, &["--assume", "control=low", "--answers", "answers.csv"]),
    (GAP, &["--assume", "control=low", "--answers", "costs.csv"]),
];

/// Files with answers, which stand beside the inventory.
const ANSWERS: [(&str, &str); 2] = [
    ("answers.csv", "Process,Control\nPayroll,High\nTax,Low\n"),
    ("costs.csv", "Process,Cost\nPayroll,$50\nTax,$50\nAudit,50\n"),
];

#[test]
fn options_change_what_is_read_or_are_said_to_change_nothing() {
    let mut found = String::new();
    for (content, options) in CASES {
        let (folder, input) = file("x.csv", content);
        for (name, answers) in ANSWERS {
            std::fs::write(folder.path().join(name), answers).expect("room");
        }
        let in_folder = |option: &&str| {
            if ANSWERS.iter().any(|(name, _)| name == option) {
                folder.path().join(option).to_string_lossy().into_owned()
            } else {
                (*option).to_owned()
            }
        };
        let arguments = ["check".to_owned(), input.to_string_lossy().into_owned()].into_iter();
        let run = outsift(arguments.chain(options.iter().map(in_folder)));
        let page = run.stdout.split("\n\nCoverage").next().unwrap_or_default();
        let quoted: Vec<String> = options.iter().map(|option| format!("{option:?}")).collect();
        let _ = writeln!(
            found,
            "$ outsift check x.csv {}\n{content}\nexit {}\n{page}\n{}",
            quoted.join(" "),
            run.code,
            run.stderr
        );
    }
    expect_file(&path("tests/suite/expected/options.txt"), &found);
}
