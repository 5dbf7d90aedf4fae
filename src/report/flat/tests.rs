//! The table's documentation, and what holds of its columns.

use std::fmt::Write;

use std::collections::HashSet;

use super::columns::{Kind, columns};
use crate::rulebook;

/// What the documentation says of the columns.
fn documented() -> String {
    let mut text = "\
# The table of verdicts

`outsift assess INVENTORY --table csv --table parquet` writes `<name>-verdicts.csv` and `<name>-verdicts.parquet`: one row a
function, in the order of the inventory, with the columns below. Texts are UTF-8; in .csv, what is not known is empty, and
fields are parted and quoted as RFC 4180 has it; in Parquet it is null. Texts stand as they are in the inventory, whatever a
spreadsheet would do with them. The same input gives the same bytes, and the record vouches for the files.

The columns of the criteria are those of the default rulebook; another rulebook has its own.

| column | type | meaning |
|---|---|---|
"
    .to_owned();
    for column in columns(&rulebook::load_default()) {
        let kind = match column.kind {
            Kind::Text => "text",
            Kind::Whole => "whole number",
            Kind::Number => "number",
            Kind::Truth => "`true` or `false`",
        };
        let _ = writeln!(text, "| `{}` | {kind} | {} |", column.name, column.meaning);
    }
    text
}

/// `UPDATE_EXPECTED=1 cargo test` writes the file anew.
#[test]
fn the_documentation_is_that_of_the_columns() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/verdicts.md");
    let text = documented();
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(path, &text).expect("the documentation can be written");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == text, "{path} is not what the columns say");
}

#[test]
fn columns_have_names_of_their_own() {
    let columns = columns(&rulebook::load_default());
    let names: HashSet<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names.len(), columns.len());
    for column in &columns {
        let is_plain = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        assert!(is_plain(&column.name), "{}", column.name);
        assert!(column.meaning.ends_with('.') && !column.meaning.contains('|'), "{}", column.name);
    }
}
