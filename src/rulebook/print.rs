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
    text.split_off(text.len() - text.trim_start().len())
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
        match value.get_ref() {
            DeValue::Table(inner) if !inner.is_empty() && key == "says" => {
                for (of, value) in ordered(inner) {
                    line(text, of, value, "says.");
                }
            }
            _ => line(text, key, value, ""),
        }
    }
}

fn line(text: &mut String, key: &str, value: &Value, before: &str) {
    let _ = write!(text, "{before}{} = ", name(key));
    let start = text.len();
    let DeValue::Array(list) = value.get_ref() else {
        write_value(text, value);
        return text.push('\n');
    };
    // Without its quotes and commas a list of words may be too long already.
    let least = |item: &Value| item.get_ref().as_str().map_or(0, str::len);
    if list.iter().map(least).sum::<usize>() + key.len() <= LONGEST_LINE {
        write_value(text, value);
        if text.len() - start + key.len() <= LONGEST_LINE {
            return text.push('\n');
        }
        text.truncate(start);
    }
    text.push('[');
    let mut line = 0;
    for item in list {
        let at = text.len();
        text.push(' ');
        write_value(text, item);
        text.push(',');
        if line == 0 || text.len() - line > LONGEST_LINE {
            text.insert_str(at, "\n ");
            line = at + 1;
        }
    }
    text.push_str("\n]\n");
}

/// A value in one line.
pub(super) fn shown(value: &Value) -> String {
    let mut text = String::new();
    write_value(&mut text, value);
    text
}

fn write_value(text: &mut String, value: &Value) {
    match value.get_ref() {
        DeValue::String(string) => write_quoted(text, string),
        DeValue::Integer(number) if number.radix() == 10 => text.push_str(&grouped(number.as_str())),
        DeValue::Integer(number) => drop(write!(text, "{number}")),
        DeValue::Float(number) => text.push_str(number.as_str()),
        DeValue::Boolean(flag) => drop(write!(text, "{flag}")),
        DeValue::Datetime(moment) => drop(write!(text, "{moment}")),
        DeValue::Array(list) => {
            text.push('[');
            for (i, item) in list.iter().enumerate() {
                text.push_str(if i > 0 { ", " } else { "" });
                write_value(text, item);
            }
            text.push(']');
        }
        DeValue::Table(table) if table.is_empty() => text.push_str("{}"),
        DeValue::Table(table) => {
            for (i, (key, item)) in ordered(table).into_iter().enumerate() {
                text.push_str(if i > 0 { ", " } else { "{ " });
                let _ = write!(text, "{} = ", name(key));
                write_value(text, item);
            }
            text.push_str(" }");
        }
    }
}

fn ordered<'v, 't>(table: &'v Table<'t>) -> Vec<(&'v str, &'v Value<'t>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter().map(|(key, value)| (key.get_ref().as_ref(), value)).collect()
}

/// A key, quoted where it has to be.
pub(crate) fn name(key: &str) -> String {
    let mut name = key.to_owned();
    if key.is_empty() || !key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)) {
        name.clear();
        write_quoted(&mut name, key);
    }
    name
}

/// A text as TOML writes it.
pub(crate) fn quoted(string: &str) -> String {
    let mut text = String::new();
    write_quoted(&mut text, string);
    text
}

fn write_quoted(text: &mut String, string: &str) {
    text.push('"');
    if !string.bytes().any(may_need_escape) {
        text.push_str(string);
        return text.push('"');
    }
    for character in string.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            c if c.is_control() => drop(write!(text, "\\u{:04X}", u32::from(c))),
            c => text.push(c),
        }
    }
    text.push('"');
}

/// Whether a byte is that of a character that has to be escaped, or the first of one that may have to be: control characters
/// beyond ASCII all begin with 0xC2.
fn may_need_escape(byte: u8) -> bool {
    matches!(byte, ..b' ' | b'"' | b'\\' | 0x7f | 0xc2)
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
