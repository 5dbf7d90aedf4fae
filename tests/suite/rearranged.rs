//! The workbook after people have sorted, filtered, inserted and deleted in it, as `LibreOffice` saves it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{assess, checked, has, has_module, path, skipped};

/// Verdicts, levels and decisions stay with their functions, links find them, and what was changed is said; a later run finds the
/// decisions and the level again.
#[test]
fn functions_keep_what_is_theirs_however_the_workbook_is_rearranged() {
    if !has("soffice") || !has_module("openpyxl") {
        return skipped("LibreOffice or openpyxl is not there");
    }
    let input = path("samples/portfolio.xlsx");
    let assessed = assess(&input, &[]);
    let (script, folder) = (path("tests/suite/rearrange.py"), TempDir::new().expect("a temporary folder"));
    let said = checked("python3", &[script.as_os_str(), assessed.workbook().as_os_str(), folder.path().as_os_str()]);
    let said: Value = serde_json::from_str(&said).expect("JSON");
    let decided: BTreeMap<String, String> = serde_json::from_value(said["decided"].clone()).expect("notes by key");
    assert!(decided.len() > 5, "{decided:?}");
    let ways = said["ways"].as_array().expect("ways");
    assert_eq!(ways.len(), 6);
    for way in ways {
        assert_eq!(way["wrong"], Value::Array(Vec::new()), "{}", way["way"]);
        let saved = way["file"].as_str().expect("a file");
        // The level that was typed there is an answer, and the only one.
        let later = assess(&input, &["--previous", saved, "--answers", saved]).record();
        let answers = &later["answers"][0];
        assert_eq!((&answers["filled"], &answers["unused"]), (&json!(1), &json!(0)), "{}: {answers}", way["way"]);
        let mut found = notes(&later);
        if way["way"] == "rows inserted and deleted" {
            let gone: Vec<&String> = decided.keys().filter(|key| !found.contains_key(*key)).collect();
            assert!(gone.len() <= 2, "{gone:?}");
            found.extend(gone.into_iter().map(|key| (key.clone(), decided[key].clone())));
        }
        assert_eq!(found, decided, "{}: {}", way["way"], Path::new(saved).display());
    }
}

/// The notes on functions by their rows.
fn notes(record: &Value) -> BTreeMap<String, String> {
    let functions = record["functions"].as_array().expect("functions").iter();
    let noted = functions.filter(|function| !function["decision"].is_null());
    noted.map(|f| (f["row"].to_string(), f["decision"]["note"].as_str().expect("a note").to_owned())).collect()
}
