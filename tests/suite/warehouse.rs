//! The same verdicts in a warehouse: the statements that are written, and what engines that are installed make of them.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, Ran, checked, file, has, has_module, outsift, path};

/// Writes statements of a sample, with more options.
fn compile(sample: &Path, folder: &Path, dialect: &str, more: &[&str]) -> Ran {
    let given = [OsStr::new("sql"), sample.as_os_str(), OsStr::new("-o"), folder.as_os_str()];
    let options = ["--dialect", dialect, "--date", DATE].map(OsStr::new);
    outsift(given.into_iter().chain(options).chain(more.iter().map(OsStr::new)))
}

/// Writes statements, and compares what an engine makes of them with the program's own table.
#[track_caller]
fn agree(engine: &str, sample: &Path, more: &[&str]) -> Value {
    let folder = TempDir::new().expect("a folder");
    let run = compile(sample, folder.path(), engine, more);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{engine} {more:?}");
    let out = folder.path().join("out");
    let assessing =
        ["assess", &sample.to_string_lossy(), "-o", &out.to_string_lossy(), "--date", DATE].map(str::to_owned);
    let options = ["--table", "csv", "--no-workbook", "-q"].into_iter().chain(more.iter().copied()).map(str::to_owned);
    let run = outsift(assessing.into_iter().chain(options));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{more:?}");
    let stem = sample.file_stem().expect("a stem").to_string_lossy();
    let verdicts = out.join(format!("{stem}-verdicts.csv"));
    compared(engine, folder.path(), sample, &verdicts)
}

/// Runs the statements of a folder on an engine.
#[track_caller]
fn compared(engine: &str, folder: &Path, table: &Path, verdicts: &Path) -> Value {
    let script = path("tests/suite/warehouse.py");
    let arguments =
        [script.as_os_str(), OsStr::new(engine), folder.as_os_str(), table.as_os_str(), verdicts.as_os_str()];
    let said = checked("python3", &arguments);
    let last = said.lines().last().unwrap_or_default();
    let summary: Value = serde_json::from_str(last).unwrap_or_else(|_| panic!("{engine}: {said}"));
    assert_eq!(summary["differing"], 0, "{engine}: {said}");
    assert_eq!(summary["check"], 0, "{engine}: {said}");
    assert!(summary["changed"].as_u64().is_some_and(|rows| rows > 0), "{engine}: {said}");
    assert!(summary["explain"].as_f64().is_some_and(|seconds| seconds < 2.0), "{engine}: {said}");
    summary
}

/// The engines that are there.
fn engines() -> Vec<&'static str> {
    let modules = [("duckdb", "duckdb"), ("datafusion", "datafusion"), ("sqlite", "sqlite3")];
    let mut found: Vec<&str> =
        modules.into_iter().filter(|(_, module)| has_module(module)).map(|(engine, _)| engine).collect();
    if has("psql") && has("initdb") {
        found.push("postgres");
    }
    found
}

/// An inventory as a warehouse might export it: words in many spellings, ratings, counts, dates, gaps, and much that is no answer.
fn messy(rows: usize, seed: u64) -> String {
    const LEVELS: [&str; 17] = [
        "High",
        "high",
        "HIGH ",
        "H",
        "Medium",
        "medium - for now",
        "M",
        "Low",
        "low",
        "L",
        "Low (ends with \\)",
        "n/a",
        "-",
        "",
        "Hgih",
        "High - '); DROP TABLE functions; --",
        "Low–Medium",
    ];
    const NATURES: [&str; 8] = ["ongoing", "Ongoing", "seasonal", "one-time", "project", "", "tbd", "temp"];
    const FREQUENCIES: [&str; 7] = ["daily", "Weekly", "monthly", "yearly", "ad hoc", "", "one-time"];
    const CONTROL: [&str; 9] = ["yes", "no", "Yes - because", "No", "", "unknown", "Y", "N", "High - {{ 1/0 }}"];
    let mut random = fastrand::Rng::with_seed(seed);
    let mut text =
        "function_id,function_name,strategic_value,Integration,Repetitiveness (1 = low),annual_volume,specialisation,nature,frequency,control wanted\n"
            .to_owned();
    let quoted = |value: &str| format!("\"{}\"", value.replace('"', "\"\""));
    for row in 0..rows {
        let one = |random: &mut fastrand::Rng, of: &[&str]| quoted(of[random.usize(..of.len())]);
        let rating = match random.u8(..8) {
            0 => String::new(),
            1 => format!("{}.5", random.u8(1..5)),
            2 => format!("{}.0", random.u8(1..=5)),
            _ => random.u8(1..=5).to_string(),
        };
        let volume = match random.u8(..8) {
            0 => String::new(),
            1 => "10,000-50,000".to_owned(),
            2 => format!("{}k", random.u16(1..30)),
            3 => format!("{}.25", random.u32(..20_000)),
            _ => random.u32(..20_000).to_string(),
        };
        let _ = writeln!(
            text,
            "F-{row},Work {row},{},{},{rating},{},{},{},{},{}",
            one(&mut random, &LEVELS),
            one(&mut random, &LEVELS[..14]),
            quoted(&volume),
            one(&mut random, &LEVELS),
            one(&mut random, &NATURES),
            one(&mut random, &FREQUENCIES),
            one(&mut random, &CONTROL),
        );
    }
    text
}

#[test]
fn engines_give_the_program_s_verdicts_bit_for_bit() {
    let (_folder, sample) = file("messy.csv", messy(10_000, 1));
    for engine in engines() {
        let summary = agree(engine, &sample, &["--scale", "E=1..5"]);
        assert_eq!(
            (summary["rows"].as_u64(), summary["unread"].as_array().map(Vec::len)),
            (Some(10_000), Some(0)),
            "{summary}"
        );
        assert!(summary["fields"].as_u64().is_some_and(|fields| fields >= 29), "{summary}");
    }
}
