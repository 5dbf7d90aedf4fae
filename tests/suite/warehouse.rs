//! The same verdicts in a warehouse: the statements that are written, and what engines that are installed make of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, Ran, checked, expect_file, file, has, has_module, outsift, path, ran, run_in};

/// Writes statements of a sample, with more options.
fn compile(sample: &Path, folder: &Path, dialect: &str, more: &[&str]) -> Ran {
    let given = [OsStr::new("sql"), sample.as_os_str(), OsStr::new("-o"), folder.as_os_str()];
    let options = ["--dialect", dialect, "--date", DATE].map(OsStr::new);
    outsift(given.into_iter().chain(options).chain(more.iter().map(OsStr::new)))
}

/// The program's own table of the verdicts on a table.
#[track_caller]
fn verdicts(table: &Path, folder: &Path, more: &[&str]) -> PathBuf {
    let given = [OsStr::new("assess"), table.as_os_str(), OsStr::new("-o"), folder.as_os_str()];
    let options = ["--table", "csv", "--no-workbook", "-q", "--date", DATE].map(OsStr::new);
    let run = outsift(given.into_iter().chain(options).chain(more.iter().map(OsStr::new)));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{more:?}");
    folder.join(format!("{}-verdicts.csv", table.file_stem().expect("a stem").to_string_lossy()))
}

/// Statements to be tried: their folder, the table, and the program's verdicts on it.
type Case = [PathBuf; 3];

/// Compares what engines make of the statements of a sample with the program's verdicts on the whole table.
#[track_caller]
fn agree(engines: &[&str], sample: &Path, table: &Path, more: &[&str]) -> Vec<Value> {
    let folder = TempDir::new().expect("a folder");
    let verdicts = verdicts(table, folder.path(), more);
    let of_engine = |engine: &&str| compared(engine, &[case(engine, folder.path(), (sample, table, &verdicts), more)]);
    engines.iter().flat_map(of_engine).collect()
}

/// Writes statements of a sample for an engine.
#[track_caller]
fn case(engine: &str, folder: &Path, (sample, table, verdicts): (&Path, &Path, &Path), more: &[&str]) -> Case {
    let statements = folder.join(engine);
    let run = compile(sample, &statements, engine, more);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{engine} {more:?}");
    [statements, table.to_owned(), verdicts.to_owned()]
}

/// Tries statements on an engine.
#[track_caller]
fn compared(engine: &str, cases: &[Case]) -> Vec<Value> {
    let script = path("tests/suite/warehouse.py");
    let given = cases.iter().flatten().map(|path| path.as_os_str());
    let arguments: Vec<&OsStr> = [script.as_os_str(), OsStr::new(engine)].into_iter().chain(given).collect();
    let said = checked("python3", &arguments);
    let summaries: Vec<Value> = said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(summaries.len(), cases.len(), "{engine}: {said}");
    for summary in &summaries {
        assert_eq!(summary["differing"], 0, "{engine}: {said}");
        assert_eq!(summary["check"], 0, "{engine}: {said}");
        assert!(summary["changed"].as_u64().is_some_and(|rows| rows > 0), "{engine}: {said}");
        assert!(summary["explain"].as_f64().is_some_and(|seconds| seconds < 2.0), "{engine}: {said}");
        assert!(summary["memory"].as_f64().is_some_and(|size| size < 1024.0), "{engine}: {said}");
    }
    summaries
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
        "medium - for the audit",
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

/// The header of a text and those rows that hold a text, no number, which none before them holds in that column: few say all
/// that a table says.
fn telling(text: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut tells = |record: &csv::StringRecord| {
        let texts = record.iter().enumerate().skip(2).filter(|(_, field)| field.parse::<f64>().is_err());
        texts.filter(|(column, field)| seen.insert((*column, (*field).to_owned()))).count() > 0
    };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows = text.lines().zip(reader.records().map(|record| record.expect("a row")));
    rows.filter(|(_, record)| tells(record)).fold(String::new(), |so_far, (line, _)| so_far + line + "\n")
}

#[test]
fn engines_give_the_program_s_verdicts_bit_for_bit() {
    let all = messy(10_000, 1);
    let (folder, table) = file("messy.csv", &all);
    let sample = folder.path().join("sample.csv");
    fs::write(&sample, telling(&all)).expect("room");
    for summary in agree(&engines(), &sample, &table, &["--scale", "E=1..5"]) {
        let unread = summary["unread"].as_array().map(Vec::len);
        assert_eq!((summary["rows"].as_u64(), unread), (Some(10_000), Some(0)), "{summary}");
        assert!(summary["fields"].as_u64().is_some_and(|fields| fields >= 29), "{summary}");
    }
}

/// A rulebook with other poles, weights and thresholds, of the attributes that decide.
fn random_rules(random: &mut fastrand::Rng) -> String {
    const ATTRIBUTES: [&str; 7] =
        ["strategic_value", "integration", "repetitiveness", "volume", "specialisation", "continuity", "control"];
    let mut text = "[verdict]\n".to_owned();
    for threshold in ["minimum_coverage", "borderline", "fragile"] {
        let _ = writeln!(text, "{threshold} = {}", random.u8(0..=100));
    }
    for switch in ["split", "neutral", "provisional", "thin", "one_reading"] {
        let _ = writeln!(text, "review_{switch} = {}", random.u8(0..=1));
    }
    let of_ones_own = random.bool();
    for (at, criterion) in ["strategic_value", "cost", "nature", "control"].into_iter().enumerate() {
        let weight = match random.u8(0..4) {
            0 if at > 0 => "0".to_owned(),
            0 | 1 => "1".to_owned(),
            2 => format!("0.{}", random.u8(1..=9)),
            _ => format!("{}.{:03}", random.u32(1..=999_999), random.u16(0..1000)),
        };
        let _ = writeln!(text, "\n[criterion.{criterion}]\nweight = {weight}");
        // What is said of the terms of one of them goes by their names.
        if !of_ones_own || criterion == "nature" {
            continue;
        }
        for pole in ["bpo", "outsourcing"] {
            let term = |random: &mut fastrand::Rng| {
                let not = if random.bool() { "not " } else { "" };
                format!("\"{not}{}\"", ATTRIBUTES[random.usize(..7)])
            };
            let join = if random.bool() { "all" } else { "any" };
            let (one, other) = (term(random), term(random));
            let terms = if random.bool() && one != other { format!("{one}, {other}") } else { one };
            let _ = writeln!(text, "{pole} = {{ {join} = [{terms}] }}");
        }
    }
    text
}

/// Eight rulebooks that no run has tried before, each on every engine. `RULES_SEED` repeats those of a run that failed.
#[test]
fn rules_of_any_kind_agree() {
    let seed = std::env::var("RULES_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(|| fastrand::u64(..));
    println!("RULES_SEED={seed}");
    let all = messy(2_000, seed);
    let (folder, table) = file("messy.csv", &all);
    let sample = folder.path().join("sample.csv");
    fs::write(&sample, telling(&all)).expect("room");
    let engines = engines();
    let mut cases: Vec<Vec<Case>> = vec![Vec::new(); engines.len()];
    let mut random = fastrand::Rng::with_seed(seed);
    for round in 0..8 {
        let own = folder.path().join(round.to_string());
        fs::create_dir(&own).expect("room");
        let path = own.join("rules.toml");
        fs::write(&path, random_rules(&mut random)).expect("room");
        let more = ["--scale", "E=1..5", "--rulebook", &path.to_string_lossy()];
        let verdicts = verdicts(&table, &own, &more);
        for (engine, cases) in engines.iter().zip(&mut cases) {
            cases.push(case(engine, &own, (&sample, &table, &verdicts), &more));
        }
    }
    for (engine, cases) in engines.iter().zip(&cases) {
        let summaries = compared(engine, cases);
        assert!(summaries.iter().all(|summary| summary["rows"] == 2_000), "{summaries:?}");
    }
}

/// The names of all dialects.
const DIALECTS: [&str; 10] =
    ["duckdb", "datafusion", "postgres", "sqlite", "spark", "clickhouse", "snowflake", "bigquery", "redshift", "ansi"];

/// The statements of a small rulebook in every dialect, read line by line when they were accepted.
#[test]
fn statements_are_written_as_expected() {
    let sample = path("tests/suite/warehouse/small.csv");
    let rules = path("tests/suite/warehouse/small.toml");
    for dialect in DIALECTS {
        let folder = TempDir::new().expect("a folder");
        let more = ["--rulebook", &rules.to_string_lossy(), "--from", "raw.functions"];
        let run = compile(&sample, folder.path(), dialect, &more);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{dialect}");
        let mut all = String::new();
        for name in ["dictionary.sql", "levels.sql", "verdicts.sql", "unread.sql", "profile.sql"] {
            let text = fs::read_to_string(folder.path().join(name)).expect("a statement");
            let _ = writeln!(all, "-- {name}\n{text}");
        }
        expect_file(&path(&format!("tests/suite/warehouse/{dialect}.sql")), &all);
    }
}

/// Texts and names that try to get out of their marks, in a table that engines load.
#[test]
fn hostile_texts_and_names_stay_in_their_marks() {
    let sample = path("tests/suite/warehouse/hostile.csv");
    for summary in agree(&engines(), &sample, &sample, &["--map", "C=control", "--map", "D=specialisation"]) {
        assert_eq!(
            (&summary["rows"], summary["unread"].as_array().map(Vec::len)),
            (&Value::from(16), Some(0)),
            "{summary}"
        );
    }
}

#[test]
fn values_that_the_sample_lacks_are_listed_with_their_rows() {
    let row = |id: usize, control: &str| format!("F-{id},Work {id},High,{control}\n");
    let header = "id,name,strategic value,control wanted\n";
    let (folder, sample) = file("sample.csv", format!("{header}{}{}", row(1, "yes"), row(2, "no")));
    let table = folder.path().join("table.csv");
    fs::write(&table, format!("{header}{}{}{}", row(1, "yes"), row(2, "Hogh"), row(3, "Hogh"))).expect("room");
    for summary in agree(&engines(), &sample, &table, &[]) {
        assert_eq!(summary["unread"], serde_json::json!([["control wanted", "Hogh", "2"]]), "{summary}");
    }
}

#[test]
fn a_second_run_knows_all_values_of_the_table_and_counts_their_rows() {
    let (folder, sample) = file("sample.csv", "id,name,strategic value,annual volume\n1,A,High,500\n2,B,Low,12000\n");
    let values = folder.path().join("values.csv");
    let all = "column_name,value,n\nstrategic value,High,7\nstrategic value,Low,4\nstrategic value,Hgih,1204\n\
               strategic value,medium – for the audit,1\nannual volume,5k,2\n";
    fs::write(&values, all).expect("room");
    let out = folder.path().join("sql");
    let run = compile(&sample, &out, "duckdb", &["--values", &values.to_string_lossy()]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("`Hgih`, in 1,204 rows"), "{}", run.stdout);
    let dictionary = fs::read_to_string(out.join("dictionary.csv")).expect("a dictionary");
    for line in ["strategic value,Hgih,\n", "strategic value,medium – for the audit,50\n", "annual volume,5k,50\n"] {
        assert!(dictionary.contains(line), "{dictionary}");
    }
    // The same set again, over the one that stands there; and none over what is somebody else's.
    let run = compile(&sample, &out, "duckdb", &[]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    fs::remove_file(out.join("sql.json")).expect("the record");
    let run = compile(&sample, &out, "duckdb", &[]);
    assert!(run.code == 73 && run.stderr.contains("error[already-there]"), "{run:?}");
    fs::write(&values, "a,b\n").expect("room");
    let run = compile(&sample, &folder.path().join("other"), "duckdb", &["--values", &values.to_string_lossy()]);
    assert!(run.code == 65 && run.stderr.contains("error[no-values]"), "{run:?}");
}

#[test]
fn what_a_text_means_depends_on_no_order_of_rows() {
    let all = messy(300, 3);
    let (folder, sample) = file("a.csv", &all);
    let mut rows: Vec<&str> = all.lines().collect();
    rows[1..].reverse();
    let turned = folder.path().join("b.csv");
    fs::write(&turned, rows.join("\n")).expect("room");
    let statements = |sample: &Path| {
        let out = folder.path().join(sample.file_stem().expect("a stem"));
        let run = compile(sample, &out, "duckdb", &["--scale", "E=1..5"]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        ["levels.sql", "dictionary.csv", "verdicts.sql"].map(|name| fs::read_to_string(out.join(name)).expect("a file"))
    };
    assert_eq!(statements(&sample), statements(&turned));
}

#[test]
fn what_cannot_be_said_in_sql_is_refused_with_the_way_out() {
    for (table, more, said, help) in [
        (
            "id,name,Online applications,Mail applications\n1,A,5,6\n",
            &[][..],
            "is one of several channels",
            "add the channels up",
        ),
        ("id,name,2024 volume,2025 volume\n1,A,5,6\n", &[], "is of one period of a series", "latest year's count"),
        ("id,name,volume per freq,frequency\n1,A,5,daily\n", &[], "counts each run", "compute a year's count"),
        (
            "id,name,annual volume,unit\n1,A,5,thousands\n",
            &["--map", "D=unit"],
            "has its unit in a column beside",
            "in one unit",
        ),
        ("id,name,control\n1,A,yes\n", &["--where", "id=1"], "cannot be said in SQL", "`--from`"),
        (
            "id,name,department,control\n1,A,HR,\n",
            &["--assume", "control=low@HR"],
            "is for one department alone",
            "assume it for all",
        ),
        ("id,name,city\n1,A,Bonn\n", &[], "no column of it decides anything", "--map"),
        (
            "verdict,name,control\n1,A,yes\n",
            &["--map", "A=id", "--key", "verdict"],
            "as a column of the verdicts is",
            "`--key`",
        ),
        (
            "id,name,control\n1,A,yes\n",
            &["--key", "number"],
            "has no column `number`",
            "its columns are `id`, `name`, `control`",
        ),
        (
            "id,name,control,control wanted?\n1,A,yes,yes\n",
            &["--dialect", "bigquery", "--map", "C=none", "--map", "D=control"],
            "has a name that `bigquery` cannot have",
            "plain names",
        ),
    ] {
        let (folder, sample) = file("sample.csv", table);
        let out = folder.path().join("sql");
        let given = [OsStr::new("sql"), sample.as_os_str(), OsStr::new("-o"), out.as_os_str(), OsStr::new("--no-job")];
        let dialect = if more.contains(&"--dialect") { &[][..] } else { &["--dialect", "duckdb"] };
        let run = outsift(given.into_iter().chain(dialect.iter().chain(more).map(OsStr::new)));
        assert!(run.code != 0 && run.stderr.contains(said) && run.stderr.contains(help), "{table} {more:?}\n{run:?}");
        assert!(!out.join("verdicts.sql").exists(), "{table}");
    }
}

/// The six lines of the README, from the export to the verdicts.
#[test]
fn the_readmes_way_to_the_warehouse_works() {
    if !has_module("duckdb") {
        return;
    }
    let readme = fs::read_to_string(path("README.md")).expect("a README");
    let steps = readme
        .lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with("duckdb ") || line.starts_with("outsift sql "));
    let folder = TempDir::new().expect("a folder");
    let script = path("tests/suite/warehouse_steps.py");
    let duckdb = |given: &[&str]| {
        let mut command = Command::new("python3");
        let run = ran(command.arg(&script).args(given).current_dir(folder.path()).output().expect("python starts"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{given:?}");
        run.stdout
    };
    let table = path("samples/portfolio.csv");
    duckdb(&["w.duckdb", "--load", &table.to_string_lossy()]);
    let mut printed = Vec::new();
    for step in steps {
        if let Some(arguments) = step.strip_prefix("outsift ") {
            let run = run_in(folder.path(), arguments);
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{step}");
            continue;
        }
        let (database, given) = step["duckdb ".len()..].split_once(' ').expect("a database");
        printed.push(match given.strip_prefix("-c ") {
            Some(statement) => duckdb(&[database, "-c", statement.trim_matches('"')]),
            None => duckdb(&[database, given.trim_start_matches("< ")]),
        });
    }
    assert_eq!(printed.len(), 5, "the README shows {} steps on DuckDB", printed.len());
    assert_eq!(printed[3].lines().count(), 1, "{}", printed[3]);
    let read = |text: &[u8]| -> BTreeMap<String, String> {
        let mut reader = csv::Reader::from_reader(text);
        let header = reader.headers().expect("a header").clone();
        let at = |names: &[&str]| header.iter().position(|name| names.contains(&name)).expect("a column");
        let (id, verdict) = (at(&["id", "Function ID"]), at(&["verdict"]));
        let records = reader.records().map(|record| record.expect("a row"));
        records.map(|record| (record[id].to_owned(), record[verdict].to_owned())).collect()
    };
    let expected = fs::read(verdicts(&table, folder.path(), &[])).expect("a table");
    let (mut found, expected) = (read(printed[4].as_bytes()), read(&expected));
    // The total below the sample's rows, which no table has.
    found.remove("");
    assert!(found.len() > 30 && found == expected, "{found:?}\n{expected:?}");
}

/// A large engine gives the same on so many rows, where its module is there.
fn large_engine_agrees(engine: &str, module: &str, rows: usize) {
    if !has_module(module) {
        return;
    }
    let (_folder, table) = file("messy.csv", messy(rows, 1));
    for summary in agree(&[engine], &table, &table, &["--scale", "E=1..5"]) {
        assert_eq!(summary["rows"], rows, "{summary}");
    }
}

/// On fewer rows: what is compared is the same.
#[test]
#[ignore = "nightly: needs pyspark"]
fn spark_agrees() {
    large_engine_agrees("spark", "pyspark", 1_000);
}

/// The same on an engine that takes the verdicts in steps.
#[test]
#[ignore = "nightly: needs chdb"]
fn clickhouse_agrees() {
    large_engine_agrees("clickhouse", "chdb", 10_000);
}

/// A project of dbt is built on `DuckDB`: all tests pass, and a new value is a warning with its rows.
#[test]
#[ignore = "nightly: needs dbt"]
fn dbt_builds_the_project() {
    if !has("dbt") || !has_module("duckdb") {
        return;
    }
    for (name, more) in
        [("portfolio.csv", &[][..]), ("hostile.csv", &["--map", "C=control", "--map", "D=specialisation"][..])]
    {
        let sample =
            path(if name == "hostile.csv" { "tests/suite/warehouse/hostile.csv" } else { "samples/portfolio.csv" });
        let folder = TempDir::new().expect("a folder");
        let run = compile(&sample, folder.path(), "duckdb", &[&["--dbt"], more].concat());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
        let profiles = "outsift:\n  target: dev\n  outputs:\n    dev: {type: duckdb, path: w.duckdb, threads: 1}\n";
        fs::write(folder.path().join("profiles.yml"), profiles).expect("room");
        let python = |given: &[&OsStr]| {
            let script = path("tests/suite/warehouse_steps.py");
            let mut command = Command::new("python3");
            let run = ran(command.arg(script).args(given).current_dir(folder.path()).output().expect("python starts"));
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
            run.stdout
        };
        python(&["w.duckdb", "--load"].map(OsStr::new).into_iter().chain([sample.as_os_str()]).collect::<Vec<_>>());
        // The total below the sample's rows, which no table has.
        if name == "portfolio.csv" {
            python(&["w.duckdb", "-c", "DELETE FROM functions WHERE \"Function ID\" IS NULL"].map(OsStr::new));
        }
        let dbt = |more: &[&str]| {
            let mut command = Command::new("dbt");
            command.args(["--no-use-colors", "build", "--profiles-dir", "."]).args(more).current_dir(folder.path());
            ran(command.env("DBT_SEND_ANONYMOUS_USAGE_STATS", "false").output().expect("dbt starts"))
        };
        let run = dbt(&[]);
        assert!(run.code == 0 && run.stdout.contains("ERROR=0") && run.stdout.contains("WARN=0"), "{}", run.stdout);
        if name == "portfolio.csv" {
            let typo = "UPDATE functions SET \"Integration\" = 'Hogh' WHERE \"Function ID\" = 'FIN-020'";
            python(&["w.duckdb", "-c", typo].map(OsStr::new));
            let run = dbt(&["--select", "outsift_levels", "outsift_verdicts", "outsift_unread"]);
            assert!(run.stdout.contains("WARN=1"), "{}", run.stdout);
        }
    }
}
