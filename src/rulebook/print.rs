//! A tree of TOML as text, in the order in which its parts were written.

use std::fmt::Write;

use toml::de::DeValue;

use super::toml_tables::{Table, Value};

/// Lists that are longer are printed in several lines.
const LONGEST_LINE: usize = 140;

/// The text of a tree.
pub(super) fn text(root: &Table) -> String {
    let mut text = String::new();
    entries(&mut text, root, "");
    text
}

/// The entries of a table in order, those that need a header of their own last.
fn entries(text: &mut String, table: &Table, path: &str) {
    let mut sections = Vec::new();
    for (key, value) in ordered(table) {
        match value.get_ref() {
            DeValue::Table(inner) => sections.push((key, vec![inner], "[", "]")),
            DeValue::Array(list)
                if !list.is_empty() && list.iter().all(|item| item.get_ref().is_table()) && path.is_empty() =>
            {
                sections.push((key, list.iter().filter_map(|item| item.get_ref().as_table()).collect(), "[[", "]]"));
            }
            _ => line(text, key, value, ""),
        }
    }
    for (key, tables, open, close) in sections {
        let path = if path.is_empty() { name(key) } else { format!("{path}.{}", name(key)) };
        for table in tables {
            let is_group = open == "[" && !table.is_empty() && table.values().all(|value| value.get_ref().is_table());
            if !is_group {
                let _ = writeln!(text, "\n{open}{path}{close}");
            }
            if open == "[" { entries(text, table, &path) } else { item(text, table) }
        }
    }
}

/// A table of a list: its own tables stand in lines, too.
fn item(text: &mut String, table: &Table) {
    for (key, value) in ordered(table) {
        let is_text = |value: &Value| value.get_ref().is_str();
        match value.get_ref() {
            DeValue::Table(inner) if !inner.is_empty() && inner.values().all(is_text) && key == "says" => {
                for (of, value) in ordered(inner) {
                    line(text, of, value, "says.");
                }
            }
            _ => line(text, key, value, ""),
        }
    }
}

fn line(text: &mut String, key: &str, value: &Value, before: &str) {
    let shown = shown(value);
    let key = name(key);
    match value.get_ref() {
        DeValue::Array(list) if before.len() + key.len() + 3 + shown.len() > LONGEST_LINE => {
            let _ = writeln!(text, "{before}{key} = [");
            let mut width = LONGEST_LINE;
            for item in list.iter().map(self::shown) {
                let length = item.chars().count() + 2;
                if width + length > LONGEST_LINE {
                    text.truncate(text.trim_end().len());
                    text.push_str("\n ");
                    width = 1;
                }
                let _ = write!(text, " {item},");
                width += length;
            }
            text.push_str("\n]\n");
        }
        _ => drop(writeln!(text, "{before}{key} = {shown}")),
    }
}

/// A value in one line.
pub(super) fn shown(value: &Value) -> String {
    match value.get_ref() {
        DeValue::String(text) => quoted(text),
        DeValue::Integer(number) if number.radix() == 10 => grouped(number.as_str()),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(list) => format!("[{}]", list.iter().map(shown).collect::<Vec<_>>().join(", ")),
        DeValue::Table(table) if table.is_empty() => "{}".to_owned(),
        DeValue::Table(table) => {
            let entries = ordered(table).into_iter().map(|(key, value)| format!("{} = {}", name(key), shown(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn ordered<'v, 't>(table: &'v Table<'t>) -> Vec<(&'v str, &'v Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().map(|(key, value)| (key.get_ref().as_ref(), value)).collect()
}

/// A key, quoted where it has to be.
pub(super) fn name(key: &str) -> String {
    let is_bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if is_bare { key.to_owned() } else { quoted(key) }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => drop(write!(quoted, "\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// `1_000_000`
fn grouped(digits: &str) -> String {
    let start = usize::from(digits.starts_with(['-', '+']));
    let mut grouped = digits.to_owned();
    let mut at = digits.len();
    while at > start + 3 {
        at -= 3;
        grouped.insert(at, '_');
    }
    grouped
}
