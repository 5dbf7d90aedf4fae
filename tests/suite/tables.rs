//! The tables of verdicts: what the record says, in types that other programs take, as a part of the set.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, checked, has_module, path, run_in};

/// The rows of a .csv file by their columns.
fn rows(path: &Path) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_path(path).expect("a table");
    let names: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| names.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    reader.records().map(|found| row(found.expect("a row"))).collect()
}

/// A value of a record as the table has it.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_f64().expect("a number").to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(";"),
        Value::Object(_) => panic!("{value}"),
    }
}

#[test]
fn the_table_says_what_the_record_says() {
    for sample in ["portfolio.xlsx", "service-catalogue.xlsx"] {
        let folder = TempDir::new().expect("a folder");
        let run = run_in(folder.path(), &format!("assess SAMPLES/{sample} -o out --table csv --date {DATE} -q"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        let stem = sample.trim_end_matches(".xlsx");
        let record = fs::read(folder.path().join(format!("out/{stem}-record.json"))).expect("a record");
        let record: Value = serde_json::from_slice(&record).expect("JSON");
        let functions = record["functions"].as_array().expect("functions");
        let rows = rows(&folder.path().join(format!("out/{stem}-verdicts.csv")));
        assert_eq!(rows.len(), functions.len());
        for (row, function) in rows.iter().zip(functions) {
            let of = |name: &str| &row.iter().find(|(known, _)| known == name).expect("a column").1;
            for name in [
                "row",
                "id",
                "name",
                "department",
                "verdict",
                "standing",
                "strength",
                "split",
                "firm",
                "score",
                "score_low",
                "score_high",
                "coverage",
                "robustness",
                "robustness_low",
                "holds_over_group",
                "flip",
                "borderline",
                "review",
                "current_sourcing",
            ] {
                let (found, expected) = (of(name), shown(&function[name]));
                // The reader of the record rounds the last digit in its own way.
                let is_near = found
                    .parse::<f64>()
                    .ok()
                    .zip(expected.parse::<f64>().ok())
                    .is_some_and(|(a, b)| (a - b).abs() < 1e-12);
                assert!(is_near || *found == expected, "{name} is {found} and not {expected}: {row:?}");
            }
            assert_eq!(of("margin").replace('4', "more"), shown(&function["margin"]), "{row:?}");
            assert_eq!(of("missing").replace(',', ";"), shown(&function["missing"]), "{row:?}");
            for criterion in function["criteria"].as_array().expect("criteria") {
                let id = criterion["id"].as_str().expect("an id");
                for part in ["evidence", "low", "high"] {
                    assert_eq!(*of(&format!("{id}_{part}")), shown(&criterion[part]), "{row:?}");
                }
            }
            let findings = function["findings"].as_array().expect("findings").len();
            let of_row = ["benefits", "risks", "contract_terms"]
                .map(|kind| of(kind).split(';').filter(|id| !id.is_empty()).count());
            assert_eq!(of_row.iter().sum::<usize>(), findings, "{row:?}");
        }
        let count = rows
            .iter()
            .filter(|row| row.iter().any(|(name, value)| name == "annual_cost" && !value.is_empty()))
            .count();
        assert!(count > 10, "costs of {count} functions");
    }
}

/// `DuckDB` reads both, with the same values, and counts what the record counts.
#[test]
fn duckdb_reads_both_kinds_alike() {
    if !has_module("duckdb") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let hostile = "Function,Id,Volume,Repetitiveness,Strategic value,Annual cost\n\"a \"\"quoted\"\", name\",=1+1,High,High,Low,1000.5\n\
                   \"two\nlines\",1,Low,,High,\n'; DROP TABLE x; --,2,High,High,High,3\n";
    fs::write(folder.path().join("a.csv"), hostile).expect("room");
    fs::copy(path("samples/portfolio.xlsx"), folder.path().join("portfolio.xlsx")).expect("room");
    let run = run_in(
        folder.path(),
        &format!("assess a.csv portfolio.xlsx -o out --table parquet --table csv --date {DATE} -q"),
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let script = "\
import duckdb, json, sys
for stem in ['a', 'portfolio']:
    csv, parquet = (f'{sys.argv[1]}/{stem}-verdicts.{kind}' for kind in ['csv', 'parquet'])
    types = {row[0]: row[1] for row in duckdb.sql(f\"describe select * from '{parquet}'\").fetchall()}
    columns = '{' + ', '.join(f\"'{name}': '{kind}'\" for name, kind in types.items()) + '}'
    one = duckdb.sql(f\"select * from read_csv('{csv}', columns = {columns}, header = true)\").fetchall()
    other = duckdb.sql(f\"select * from '{parquet}'\").fetchall()
    record = json.load(open(f'{sys.argv[1]}/{stem}-record.json'))
    assert one == other and len(one) == len(record['functions']), stem
    assert [row[3] for row in other] == [function['name'] for function in record['functions']], stem
    counts = dict(duckdb.sql(f\"select verdict, count(*) from '{parquet}' group by 1\").fetchall())
    assert counts == {v['verdict']: v['functions'] for v in record['totals']['verdicts'] if v['functions']}, counts
    assert types['score'] == types['annual_cost'] == 'DOUBLE' and types['row'] == 'BIGINT' and types['firm'] == 'BOOLEAN', types
print('alike')
";
    let out = folder.path().join("out");
    assert_eq!(checked("python3", &["-c".as_ref(), script.as_ref(), out.as_os_str()]).trim(), "alike");
}

#[test]
fn tables_are_a_part_of_the_set() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("a.csv"), "Function,Volume,Repetitiveness,Strategic value\nPayroll,High,High,Low\n")
        .expect("room");
    let run = |line: &str| {
        let run = run_in(folder.path(), &format!("{line} --date {DATE}"));
        assert_eq!(run.code, 0, "{line}: {}", run.stderr);
        run.stdout
    };
    let bytes = |name: &str| fs::read(folder.path().join("out").join(name)).ok();
    let said = run("assess a.csv -o out --table csv --table parquet");
    assert!(
        said.ends_with("Table     out/a-verdicts.csv\nParquet   out/a-verdicts.parquet\nRecord    out/a-record.json\n"),
        "{said}"
    );
    let verify = || run_in(folder.path(), "verify out/a-record.json");
    assert_eq!(verify().code, 0);
    let before = [bytes("a-verdicts.csv"), bytes("a-verdicts.parquet")];
    // The same input gives the same bytes.
    run("assess a.csv -o out --table parquet --table csv --no-previous");
    assert!(before.iter().all(Option::is_some) && before == [bytes("a-verdicts.csv"), bytes("a-verdicts.parquet")]);
    // One that is changed is found out.
    fs::write(folder.path().join("out/a-verdicts.csv"), "name\n").expect("room");
    assert!(verify().stderr.starts_with("error[wrong-output]: out/a-verdicts.csv: "), "{}", verify().stderr);
    // A run that does not write them leaves none of an older run behind, and touches nobody else's.
    run("assess a.csv -o out --table csv --no-previous");
    assert_eq!((bytes("a-verdicts.csv"), bytes("a-verdicts.parquet")), (before[0].clone(), None));
    fs::write(folder.path().join("out/a-verdicts.parquet"), "somebody's").expect("room");
    run("assess a.csv -o out --no-previous");
    assert_eq!((bytes("a-verdicts.csv"), bytes("a-verdicts.parquet").as_deref()), (None, Some(&b"somebody's"[..])));
    assert_eq!(verify().code, 0);
}

/// A run that dies while it moves its files, of which the next one writes others.
#[cfg(unix)]
#[test]
fn a_table_of_a_run_that_died_is_put_back() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("a.csv"), "Function,Volume\nPayroll,High\n").expect("room");
    let run = |line: &str| assert_eq!(run_in(folder.path(), &format!("{line} --date {DATE}")).code, 0, "{line}");
    run("assess a.csv -o out --table csv --table parquet");
    let out = folder.path().join("out");
    let older = fs::read(out.join("a-verdicts.csv")).expect("a table");
    // As it stands after a death: the older table set aside, and the newer one not yet in its place.
    let hidden = out.join(".a.outsift");
    fs::create_dir(&hidden).expect("room");
    fs::rename(out.join("a-verdicts.csv"), hidden.join("older-table")).expect("room");
    fs::rename(out.join("a-record.json"), hidden.join("older-record")).expect("room");
    for (name, text) in [("table", "newer"), ("record", "newer"), ("lock", ""), ("moving", "table\nrecord\n")] {
        fs::write(hidden.join(name), text).expect("room");
    }
    let inventory = out.join("a.csv");
    fs::copy(folder.path().join("a.csv"), &inventory).expect("room");
    // A run that writes no tables and cannot go on has mended all the same.
    let refused = run_in(folder.path(), "assess a.csv -o out --rulebook missing.toml");
    assert_eq!(refused.code, 66, "{}", refused.stderr);
    assert_eq!(fs::read(out.join("a-verdicts.csv")).ok(), Some(older));
    assert_eq!(run_in(folder.path(), "verify out/a-record.json").code, 0);
}
