//! Other values in a text of TOML, such as weights and thresholds in a rulebook: what is changed stands in its place, and
//! everything else stays as it was, byte for byte.

use std::ops::Range;

use toml::de::DeTable;

use super::print::name;
use super::thresholds::{Threshold, Thresholds};
use super::toml_tables::{Table, Value, digits, integer, thousandths};
use super::translated::all_names;

/// The weight of a criterion with a direction, as a rulebook's text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weighed {
    /// The criterion's id; empty where it has none.
    pub(crate) id: String,
    /// The criterion's name; empty where it has none.
    pub(crate) name: String,
    /// Its weight in thousandths, where that can be read.
    pub(crate) thousandths: Option<i64>,
    /// Where the weight stands; nowhere, where there is none.
    span: Option<Range<usize>>,
}

/// The criteria of a text that is TOML, whatever else is wrong with it: those with a direction, and the ids and names of the others.
pub(crate) fn criteria(root: &Table) -> (Vec<Weighed>, Vec<(String, String)>) {
    let tables = root.get("criterion").and_then(|list| list.get_ref().as_array());
    let (mut weighed, mut others) = (Vec::new(), Vec::new());
    for table in tables.into_iter().flatten().filter_map(|item| item.get_ref().as_table()) {
        let text = |key: &str| table.get(key).and_then(|text| text.get_ref().as_str()).unwrap_or_default().to_owned();
        let (id, name) = (text("id"), text("name"));
        if !table.contains_key("bpo") && !table.contains_key("outsourcing") {
            others.push((id, name));
            continue;
        }
        let weight = table.get("weight");
        weighed.push(Weighed {
            id,
            name,
            thousandths: weight.and_then(|weight| digits(weight)).and_then(thousandths),
            span: weight.map(Value::span),
        });
    }
    (weighed, others)
}

/// What a criterion is called, folded: its name, and those that the default rules have for its id in any language, but for what is the
/// name of one of the others.
pub(crate) fn called<'n>(id: &str, name: &str, all: impl Iterator<Item = &'n str>) -> Vec<String> {
    all_names("criterion", id, name, all)
}

/// The thresholds of a text that is TOML, with those that it does not have at their usual values.
pub(crate) fn thresholds(root: &Table) -> Thresholds {
    let mut thresholds = Thresholds::default();
    let table = root.get("verdict").and_then(|verdict| verdict.get_ref().as_table());
    for threshold in Threshold::ALL {
        let stated = table.and_then(|table| table.get(threshold.key())).and_then(integer);
        thresholds[threshold] = stated.unwrap_or(thresholds[threshold]);
    }
    thresholds
}

/// Puts another weight into a text, in thousandths.
pub(crate) fn set_weight(text: &mut String, criterion: usize, value: i64) {
    let span = criteria(&parsed(text)).0.get(criterion).and_then(|weighed| weighed.span.clone());
    if let Some(span) = span {
        let (whole, fraction) = (value / 1000, format!("{:03}", value % 1000));
        let written = format!("{whole}.{fraction}");
        text.replace_range(span, written.trim_end_matches('0').trim_end_matches('.'));
    }
}

/// Puts another threshold into a text, with its key where that is not there.
pub(crate) fn set_threshold(text: &mut String, key: &str, value: i64) {
    set_in_table(text, "verdict", key, &value.to_string());
}

/// Puts a value, as TOML writes it, into a table at the top level of a text, with its key and the table where they are not
/// there; keys are as they are read, not as they are written.
pub(crate) fn set_in_table(text: &mut String, table: &str, key: &str, value: &str) {
    let (at, new) = place_in_table(text, table, key, value);
    text.replace_range(at, &new);
}

/// Puts a value, as TOML writes it, under a key at the top level of a text.
pub(crate) fn set(text: &mut String, key: &str, value: &str) {
    let root = parsed(text);
    if let Some(stated) = root.get(key) {
        let at = stated.span();
        return text.replace_range(at, value);
    }
    // Behind the last value that belongs to no table, or before the first table.
    let is_header =
        |value: &&Value| value.get_ref().as_table().is_some() && text[value.span().start..].starts_with('[');
    let first = root.values().filter(|value| is_header(value)).map(|value| value.span().start).min();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let at = first.map_or(text.len(), |first| first);
    let before = if at == 0 || text[..at].ends_with('\n') { "" } else { line_end };
    let after = if first.is_some() { line_end } else { "" };
    let line = format!("{before}{} = {value}{line_end}{after}", name(key));
    text.insert_str(at, &line);
}

/// What to replace for a key of a table to have a value, and by what.
fn place_in_table(text: &str, table: &str, key: &str, value: &str) -> (Range<usize>, String) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let root = parsed(text);
    let (section, written) = (name(table), name(key));
    let Some(found) = root.get(table) else {
        let before = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
        let table = format!("{before}{line_end}[{section}]{line_end}{written} = {value}{line_end}");
        return (text.len()..text.len(), table);
    };
    let table = found.get_ref().as_table();
    if let Some(stated) = table.and_then(|table| table.get(key)) {
        return (stated.span(), value.to_owned());
    }
    // A table's place is its header, its braces, or the first of its keys where these are dotted.
    let start = found.span().start;
    let key = written;
    let (at, new) = match text[start..].chars().next() {
        Some('[') => match text[start..].find('\n') {
            Some(end) => (start + end + 1, format!("{key} = {value}{line_end}")),
            None => (text.len(), format!("{line_end}{key} = {value}{line_end}")),
        },
        Some('{') => {
            let comma = if table.is_some_and(DeTable::is_empty) { "" } else { "," };
            (start + 1, format!(" {key} = {value}{comma}"))
        }
        _ => (text[..start].rfind('\n').map_or(0, |end| end + 1), format!("{section}.{key} = {value}{line_end}")),
    };
    (at..at, new)
}

/// The tables of a text that was parsed before.
fn parsed(text: &str) -> DeTable<'_> {
    DeTable::parse_recoverable(text).0.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_changed_in_its_place() {
        let text = "# ours\n[[criterion]]\nname = \"One\"\nweight = 1_000 # heavy\nbpo = {}\n[[criterion]]\nname = \"None\"\n\
                    weight = 0\n[[criterion]]\nname = \"Two\"\nweight=0.125\noutsourcing = {}\n";
        for (criterion, thousandths, from, to) in [
            (0, 300, "weight = 1_000 # heavy", "weight = 0.3 # heavy"),
            (0, 20_000, "weight = 1_000 # heavy", "weight = 20 # heavy"),
            (0, 0, "weight = 1_000 # heavy", "weight = 0 # heavy"),
            (1, 2_346, "weight=0.125", "weight=2.346"),
            (1, 10_010, "weight=0.125", "weight=10.01"),
        ] {
            let mut changed = text.to_owned();
            set_weight(&mut changed, criterion, thousandths);
            assert_eq!(changed, text.replace(from, to));
            assert_eq!(criteria(&parsed(&changed)).0[criterion].thousandths, Some(thousandths));
        }
        assert_eq!(criteria(&parsed(text)).1, [(String::new(), "None".to_owned())]);
    }

    #[test]
    fn a_value_of_no_table_stands_before_the_tables() {
        for (text, expected) in [
            ("", "paper = \"a4\"\n"),
            ("# ours", "# ours\npaper = \"a4\"\n"),
            ("quiet = true\n", "quiet = true\npaper = \"a4\"\n"),
            ("paper = 'letter' # wide\n", "paper = \"a4\" # wide\n"),
            ("[map]\nA = \"x\"\n", "paper = \"a4\"\n\n[map]\nA = \"x\"\n"),
            ("quiet = true\n\n[map]\nA = \"x\"\n", "quiet = true\n\npaper = \"a4\"\n\n[map]\nA = \"x\"\n"),
            ("map.A = 'x'\n", "map.A = 'x'\npaper = \"a4\"\n"),
        ] {
            let mut changed = text.to_owned();
            set(&mut changed, "paper", "\"a4\"");
            assert_eq!(changed, expected);
            assert!(
                parsed(&changed).get("paper").is_some_and(|paper| paper.get_ref().as_str() == Some("a4")),
                "{changed}"
            );
        }
        let mut changed = "[map]\n".to_owned();
        set_in_table(&mut changed, "map", "A \"b\"", "'x'");
        assert_eq!(changed, "[map]\n\"A \\\"b\\\"\" = 'x'\n");
    }

    #[test]
    fn a_threshold_is_changed_or_added() {
        for (text, expected) in [
            ("[verdict]\nborderline = 20 # points\n", "[verdict]\nborderline = 35 # points\n"),
            ("verdict = { borderline = 0x14 }", "verdict = { borderline = 35 }"),
            ("[verdict] # ours\nfragile = 9\n", "[verdict] # ours\nborderline = 35\nfragile = 9\n"),
            ("[verdict]", "[verdict]\nborderline = 35\n"),
            ("[ verdict ]\r\n[map]\r\n", "[ verdict ]\r\nborderline = 35\r\n[map]\r\n"),
            ("verdict = {}\n", "verdict = { borderline = 35}\n"),
            ("verdict = { fragile = 9 }\n", "verdict = { borderline = 35, fragile = 9 }\n"),
            ("name = 1\nverdict.fragile = 9\n", "name = 1\nverdict.borderline = 35\nverdict.fragile = 9\n"),
            ("\"verdict\" . fragile = 9", "verdict.borderline = 35\n\"verdict\" . fragile = 9"),
            ("name = 1\n", "name = 1\n\n[verdict]\nborderline = 35\n"),
            ("name = 1", "name = 1\n\n[verdict]\nborderline = 35\n"),
            ("\u{feff}[verdict]\nborderline = 20\n", "\u{feff}[verdict]\nborderline = 35\n"),
        ] {
            let mut changed = text.to_owned();
            set_threshold(&mut changed, "borderline", 35);
            assert_eq!(changed, expected);
            assert_eq!(thresholds(&parsed(&changed))[Threshold::Borderline], 35, "{changed}");
        }
    }
}
