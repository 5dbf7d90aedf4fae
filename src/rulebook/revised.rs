//! Other weights and thresholds in the text of a rulebook: what is changed stands in its place, and everything else stays
//! as it was, byte for byte.

use std::ops::Range;

use toml::de::DeTable;

use super::thresholds::{Threshold, Thresholds};
use super::toml_tables::{Table, Value, digits, integer, thousandths};

/// The weight of a criterion with a direction, as a rulebook's text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Weighed {
    /// The criterion's name; empty where it has none.
    pub(crate) name: String,
    /// Its weight in thousandths, where that can be read.
    pub(crate) thousandths: Option<i64>,
    /// Where the weight stands; nowhere, where there is none.
    span: Option<Range<usize>>,
}

/// The criteria of a text that is TOML, whatever else is wrong with it: those with a direction, and the names of the others.
pub(crate) fn criteria(root: &Table) -> (Vec<Weighed>, Vec<String>) {
    let tables = root.get("criterion").and_then(|list| list.get_ref().as_array());
    let (mut weighed, mut others) = (Vec::new(), Vec::new());
    for table in tables.into_iter().flatten().filter_map(|item| item.get_ref().as_table()) {
        let name = table.get("name").and_then(|name| name.get_ref().as_str()).unwrap_or_default().to_owned();
        if !table.contains_key("bpo") && !table.contains_key("outsourcing") {
            others.push(name);
            continue;
        }
        let weight = table.get("weight");
        weighed.push(Weighed {
            name,
            thousandths: weight.and_then(|weight| digits(weight)).and_then(thousandths),
            span: weight.map(Value::span),
        });
    }
    (weighed, others)
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
    let (at, new) = place_of_threshold(text, key, value);
    text.replace_range(at, &new);
}

/// What to replace for a threshold to have a value, and by what.
fn place_of_threshold(text: &str, key: &str, value: i64) -> (Range<usize>, String) {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let root = parsed(text);
    let Some(verdict) = root.get("verdict") else {
        let before = if text.ends_with('\n') { "" } else { line_end };
        let table = format!("{before}{line_end}[verdict]{line_end}{key} = {value}{line_end}");
        return (text.len()..text.len(), table);
    };
    let table = verdict.get_ref().as_table();
    if let Some(stated) = table.and_then(|table| table.get(key)) {
        return (stated.span(), value.to_string());
    }
    // A table's place is its header, its braces, or the first of its keys where these are dotted.
    let start = verdict.span().start;
    let (at, new) = match text[start..].chars().next() {
        Some('[') => match text[start..].find('\n') {
            Some(end) => (start + end + 1, format!("{key} = {value}{line_end}")),
            None => (text.len(), format!("{line_end}{key} = {value}{line_end}")),
        },
        Some('{') => {
            let comma = if table.is_some_and(DeTable::is_empty) { "" } else { "," };
            (start + 1, format!(" {key} = {value}{comma}"))
        }
        _ => (text[..start].rfind('\n').map_or(0, |end| end + 1), format!("verdict.{key} = {value}{line_end}")),
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
        assert_eq!(criteria(&parsed(text)).1, ["None"]);
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
