//! The samples: every file is read, and every format of the portfolio comes to the same.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{assess, assessed, path};

/// What each function of a sample was judged as by hand, from its levels: id, verdict, score.
fn expected(name: &str) -> BTreeMap<String, (String, i64)> {
    let text = fs::read_to_string(path(&format!("tests/suite/expected/{name}.csv"))).expect("expected verdicts");
    let row = |line: &str| {
        let mut fields = line.split(',').map(str::to_owned);
        let mut next = || fields.next().expect("three fields");
        (next(), (next(), next().parse().expect("a score")))
    };
    text.lines().skip(1).map(row).collect()
}

#[test]
fn every_format_gives_the_expected_verdicts() {
    let expected = expected("portfolio");
    assert_eq!(expected.len(), 60);
    for format in ["xlsx", "xlsb", "xls", "ods", "csv", "parquet"] {
        let assessed = assess(&path(&format!("samples/portfolio.{format}")), &[]);
        assert_eq!(assessed.verdicts(), expected, "{format}");
        assert_eq!(assessed.record()["input"]["format"], format);
    }
}

#[test]
fn a_german_export_is_read_as_it_is() {
    let assessed = assessed("samples/werkzeugbau.csv");
    assert_eq!(assessed.verdicts(), expected("werkzeugbau"));
    let record = assessed.record();
    assert_eq!(record["totals"]["excluded"], 1);
    assert_eq!(record["totals"]["verdicts"][0]["annual_cost"][0]["currency"], "EUR");
}

#[test]
fn every_sample_is_exercised() {
    let mut names: Vec<String> = fs::read_dir(path("samples"))
        .expect("samples")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with("md") && name != "pictures")
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "portfolio.csv",
            "portfolio.ods",
            "portfolio.parquet",
            "portfolio.xls",
            "portfolio.xlsb",
            "portfolio.xlsx",
            "service-catalogue-answers.xlsx",
            "service-catalogue.xlsx",
            "werkzeugbau.csv"
        ]
    );
}
