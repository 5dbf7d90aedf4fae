//! The same as a project of dbt: models over a source, seeds with what texts mean and what the program says of the sample, tests.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::dialect::Words;
use super::levels::Source;
use super::texts::delimited;
use crate::assessment::{Assessed, Strength, Verdict};
use crate::inventory::Inventory;

/// Marks that no text holds, in the places of what dbt fills in.
pub(super) const TABLE: &str = "\u{1}table\u{1}";
pub(super) const DICTIONARY: &str = "\u{1}dictionary\u{1}";
const LEVELS: &str = "\u{1}levels\u{1}";
/// The most rows of the sample whose verdicts are kept.
const MOST_EXPECTED: usize = 500;

/// A text in which dbt fills in nothing but what stands for a mark.
fn as_template(text: &str) -> String {
    text.replace('{', "{{ '{' }}")
        .replace(TABLE, "{{ source('outsift', 'functions') }}")
        .replace(DICTIONARY, "{{ ref('outsift_dictionary') }}")
        .replace(LEVELS, "{{ ref('outsift_levels') }}")
}

/// A text as YAML takes it.
fn quoted(text: &str) -> String {
    let escaped = text.chars().fold(String::new(), |mut so_far, letter| {
        match letter {
            '"' | '\\' => so_far.extend(['\\', letter]),
            letter if letter.is_control() => {
                let _ = write!(so_far, "\\u{:04x}", u32::from(letter));
            }
            letter => so_far.push(letter),
        }
        so_far
    });
    as_template(&format!("\"{escaped}\""))
}

/// The files of the project that dbt reads, each by its place.
pub(super) fn project(
    source: &Source,
    inventory: &Inventory,
    assessed: &Assessed,
    keys: &[u16],
    table: &str,
) -> Vec<String> {
    let model = |statement: String| format!("{}\n", as_template(&statement));
    let words = source.decision.words;
    let (seed, expected) = (source.dictionary_text(), expected(inventory, assessed, keys));
    vec![
        settings(&words, keys.len()),
        model(source.levels()),
        model(source.verdicts(LEVELS)),
        model(source.unread()),
        properties(source, table),
        seed,
        expected,
        agreement(source, &words),
        "{{ config(severity='warn') }}\nSELECT * FROM {{ ref('outsift_unread') }}\n".to_owned(),
    ]
}

fn settings(words: &Words, keys: usize) -> String {
    let Words { text, small, .. } = words;
    let keys: String = (0..keys).map(|i| format!("key_{i}: {text}, ")).collect();
    format!(
        "name: outsift\nversion: 1.0.0\nconfig-version: 2\nprofile: outsift\nrequire-dbt-version: \">=1.6.0\"\n\
         models:\n  outsift:\n    +materialized: view\n    outsift_verdicts:\n      +materialized: table\n\
         seeds:\n  outsift:\n    +quote_columns: false\n    outsift_dictionary:\n      +column_types: \
         {{column_name: {text}, value: {text}, level: {small}}}\n    outsift_expected:\n      +column_types: \
         {{{keys}verdict: {text}, strength: {text}, score_rounded: {small}}}\n"
    )
}

/// Where the source is, and what holds of the models.
fn properties(source: &Source, table: &str) -> String {
    let (schema, table) = table.rsplit_once('.').unwrap_or(("", table));
    let (database, schema) = schema.rsplit_once('.').unwrap_or(("", schema));
    let database = if database.is_empty() { String::new() } else { format!("    database: {}\n", quoted(database)) };
    let schema = if schema.is_empty() { "target.schema".to_owned() } else { format!("'{}'", schema.replace('\'', "")) };
    let mut text = format!(
        "version: 2\nsources:\n  - name: outsift\n{database}    schema: \"{{{{ var('outsift_schema', {schema}) }}}}\"\n    tables:\n      \
         - name: functions\n        identifier: \"{{{{ var('outsift_table', '{}') }}}}\"\nmodels:\n  - name: outsift_verdicts\n    columns:\n",
        table.replace('\'', "")
    );
    let is_alone = source.keys.len() == 1;
    for key in &source.keys {
        let tests = if is_alone { "[unique, not_null]" } else { "[not_null]" };
        let _ = writeln!(text, "      - name: {}\n        quote: true\n        tests: {tests}", quoted(key));
    }
    let verdicts = Verdict::ALL.map(Verdict::id).join(", ");
    let _ = write!(
        text,
        "      - name: verdict\n        tests:\n          - not_null\n          - accepted_values: {{values: [{verdicts}]}}\n"
    );
    text
}

/// What the program says of rows of the sample that go by keys of their own.
fn expected(inventory: &Inventory, assessed: &Assessed, keys: &[u16]) -> String {
    let key = |function: usize| -> Vec<String> {
        let row0 = inventory.functions[function].row0;
        keys.iter().map(|column0| inventory.table.shown(inventory.table.value(row0, *column0))).collect()
    };
    let mut seen = BTreeSet::new();
    let functions = (0..assessed.functions()).filter(|function| {
        let key = key(*function);
        key.iter().all(|key| !key.is_empty()) && seen.insert(key)
    });
    let functions: Vec<usize> = functions.take(MOST_EXPECTED).collect();
    let rows = functions.into_iter().map(|function| {
        let found = assessed.of(function);
        let strength = found.strength.map_or("", Strength::name);
        let said = [found.verdict.id().to_owned(), strength.to_owned(), found.score.rounded().to_string()];
        key(function).into_iter().chain(said).map(Cow::Owned).collect()
    });
    let names: Vec<String> = (0..keys.len()).map(|i| format!("key_{i}")).collect();
    let header: Vec<&str> = names.iter().map(String::as_str).chain(["verdict", "strength", "score_rounded"]).collect();
    delimited(&header, rows)
}

/// The test that rows of the sample have the verdicts that the program gives; rows that are gone are none of its business.
fn agreement(source: &Source, words: &Words) -> String {
    let keys = source.quoted_keys().into_iter().enumerate();
    let same = keys.map(|(i, key)| format!("{} = e.key_{i}", Words::cast(&format!("v.{key}"), words.text)));
    let on = as_template(&same.collect::<Vec<_>>().join(" AND "));
    format!(
        "SELECT e.* FROM {{{{ ref('outsift_expected') }}}} AS e\nJOIN {{{{ ref('outsift_verdicts') }}}} AS v ON {on}\n\
         WHERE v.verdict <> e.verdict OR COALESCE(v.strength, '') <> COALESCE(e.strength, '')\n  OR v.score_rounded <> e.score_rounded\n"
    )
}
