//! How a rulebook says that cells are read: the word lists of `[reading]`, and what it states about columns.

use std::ops::Range;

use toml::Spanned;

use super::file::AttributeIds;
use super::text::{fold, header_words, words};
use super::toml_tables::{Loader, Table, nearest};
use super::{ColumnName, DecimalMark, OtherTable, Period, Reading, Rulebook, StatedBy, StatedColumn, StatedScale};

/// The value that says of a column that it is not used.
pub const NOT_USED: &str = "none";

impl<'t> Loader<'t> {
    pub(super) fn reading(&mut self, root: &Table<'t>, ids: &AttributeIds) -> Reading {
        let columns = self.stated_columns(root, ids);
        let scales = self.stated_scales(root);
        let other_tables = self.other_tables(root);
        let periods = self.periods(root);
        let Some(table) = self.table(root, "reading") else {
            return Reading { periods, other_tables, columns, scales, ..Reading::default() };
        };
        self.known_keys(
            &table,
            "in `reading`",
            &[
                "no_data",
                "totals",
                "totals_of",
                "types",
                "units",
                "notes",
                "languages",
                "more",
                "less",
                "unless",
                "name_fallback",
                "common_names",
                "very",
                "ratings",
                "upward",
                "decimal_mark",
                "about",
                "at_most",
                "at_least",
                "between",
                "nothing",
            ],
        );
        let fallback = self.texts(&table, "name_fallback");
        Reading {
            no_data: self.folded(&table, "no_data").into_iter().collect(),
            totals: self.folded(&table, "totals").into_iter().collect(),
            totals_of: self.phrases(&table, "totals_of", words),
            types: self.folded(&table, "types").into_iter().collect(),
            units: self.folded(&table, "units").into_iter().collect(),
            notes: self.phrases(&table, "notes", words),
            languages: self.folded(&table, "languages"),
            more: self.folded(&table, "more").into_iter().collect(),
            less: self.folded(&table, "less").into_iter().collect(),
            unless: self.phrases(&table, "unless", words),
            name_fallback: fallback.into_iter().filter_map(|(id, span)| self.attribute(ids, &id, span)).collect(),
            common_names: self.phrases(&table, "common_names", header_words),
            ratings: self.phrases(&table, "ratings", words),
            very: self.folded(&table, "very").into_iter().collect(),
            upward: self.phrases(&table, "upward", words),
            decimal_mark: self.decimal_mark(&table),
            about: self.folded(&table, "about").into_iter().collect(),
            at_most: self.folded(&table, "at_most").into_iter().collect(),
            at_least: self.folded(&table, "at_least").into_iter().collect(),
            between: self.folded(&table, "between").into_iter().collect(),
            nothing: self.folded(&table, "nothing").into_iter().collect(),
            periods,
            columns,
            scales,
            other_tables,
        }
    }

    fn folded(&mut self, table: &Table<'t>, key: &str) -> Vec<String> {
        self.texts(table, key).iter().map(|(text, _)| fold(text)).collect()
    }

    pub(super) fn phrases(&mut self, table: &Table<'t>, key: &str, split: fn(&str) -> Vec<String>) -> Vec<Vec<String>> {
        self.texts(table, key).iter().map(|(text, _)| split(text)).collect()
    }

    fn decimal_mark(&mut self, table: &Table<'t>) -> Option<DecimalMark> {
        let name = self.optional_text(table, "decimal_mark")?;
        let mark = name.parse().ok();
        if mark.is_none() {
            let span = table.get("decimal_mark").map_or(0..0, Spanned::span);
            let known = [DecimalMark::Comma, DecimalMark::Point].map(DecimalMark::name);
            self.unknown(span, "decimal mark", &name, &known);
        }
        mark
    }

    /// How many times a year, and the phrases that say so; the longest phrase first.
    fn periods(&mut self, root: &Table<'t>) -> Vec<Period> {
        let Some(table) = self.table(root, "periods") else { return Vec::new() };
        let mut periods = Vec::new();
        for (key, _) in table.iter() {
            match key.get_ref().parse().ok().filter(|times: &f64| times.is_finite() && *times > 0.0) {
                Some(times_a_year) => {
                    let phrases = self.phrases(&table, key.get_ref(), words);
                    periods.extend(phrases.into_iter().map(|phrase| Period { phrase, times_a_year }));
                }
                None => {
                    let message = format!("expected a number of times a year, found `{}`", key.get_ref());
                    self.report(key.span(), "wrong-value", message, None);
                }
            }
        }
        periods.sort_by_key(|period| std::cmp::Reverse(period.phrase.len()));
        periods
    }

    fn other_tables(&mut self, root: &Table<'t>) -> Vec<OtherTable> {
        let mut tables = Vec::new();
        for table in self.tables(root, "other_table") {
            self.known_keys(&table, "in `other_table`", &["name", "headers"]);
            let headers = self.phrases(&table, "headers", header_words);
            if let Some(name) = self.required_text(&table, "name", "this other_table") {
                tables.push(OtherTable { name, headers });
            }
        }
        tables
    }

    /// `[columns]`: a header or letters, and the attribute that the column holds.
    fn stated_columns(&mut self, root: &Table<'t>, ids: &AttributeIds) -> Vec<StatedColumn> {
        let mut stated = Vec::new();
        for (given, text, span) in self.named_texts(root, "columns") {
            let attribute = if text == NOT_USED { None } else { self.attribute(ids, &text, span.clone()) };
            if attribute.is_some() || text == NOT_USED {
                stated.push(StatedColumn { column: ColumnName { given, by: StatedBy::Rulebook }, attribute });
            }
        }
        stated
    }

    /// `[scales]`: a header or letters, and a scale such as `1..5`.
    fn stated_scales(&mut self, root: &Table<'t>) -> Vec<StatedScale> {
        let mut stated = Vec::new();
        for (given, text, span) in self.named_texts(root, "scales") {
            match parse_scale(&text) {
                Some((bottom, top)) => {
                    stated.push(StatedScale { column: ColumnName { given, by: StatedBy::Rulebook }, bottom, top });
                }
                None => self.report(
                    span,
                    "wrong-value",
                    format!("expected a scale such as `1..5`, found `{text}`"),
                    Some("write the number that means least first: `5..1` where 1 is most".to_owned()),
                ),
            }
        }
        stated
    }

    /// The texts of a table by their keys, in the order of the file.
    fn named_texts(&mut self, root: &Table<'t>, key: &str) -> Vec<(String, String, Range<usize>)> {
        let Some(table) = self.table(root, key) else { return Vec::new() };
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span().start);
        let mut texts = Vec::new();
        for (name, value) in entries {
            match value.get_ref().as_str() {
                Some(text) => texts.push((name.get_ref().to_string(), text.to_owned(), value.span())),
                None => self.expected(value, "a text"),
            }
        }
        texts
    }
}

/// Reads `COLUMN=ATTRIBUTE`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_column(rulebook: &Rulebook, given: &str) -> Result<StatedColumn, String> {
    let (column, name) = given
        .rsplit_once('=')
        .filter(|(column, _)| !column.trim().is_empty())
        .ok_or("expected COLUMN=ATTRIBUTE, such as \"Wichtigkeit=strategic_value\"")?;
    let name = name.trim();
    let attribute = match rulebook.attribute_named(name) {
        Some(id) => Some(id),
        None if name == NOT_USED => None,
        None => {
            let names: Vec<&str> = rulebook.attributes.iter().map(|a| a.id.as_str()).chain([NOT_USED]).collect();
            return Err(format!("there is no attribute `{name}`; {}", nearest(name, &names)));
        }
    };
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(StatedColumn { column, attribute })
}

/// Reads `COLUMN=LEAST..MOST`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_column_scale(given: &str) -> Result<StatedScale, String> {
    let split = given.rsplit_once('=').filter(|(column, _)| !column.trim().is_empty());
    let scale = split.and_then(|(column, scale)| Some((column, parse_scale(scale)?)));
    let (column, (bottom, top)) = scale.ok_or_else(|| {
        "expected COLUMN=LEAST..MOST, such as \"Fit=1..5\", or \"Fit=5..1\" where 1 is most".to_owned()
    })?;
    let column = ColumnName { given: column.trim().to_owned(), by: StatedBy::Option };
    Ok(StatedScale { column, bottom, top })
}

/// The ends of a scale, the one that means least first: `1..5`, `5..1`, `0..100`; none where it is none.
pub fn parse_scale(text: &str) -> Option<(f64, f64)> {
    let (bottom, top) = text.trim().split_once("..")?;
    let end = |text: &str| text.trim().parse().ok().filter(|end: &f64| end.is_finite());
    let (bottom, top): (f64, f64) = (end(bottom)?, end(top)?);
    ((bottom - top).abs() > f64::EPSILON).then_some((bottom, top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_written_from_least_to_most() {
        for (text, expected) in [
            ("1..5", Some((1.0, 5.0))),
            (" 5 .. 1 ", Some((5.0, 1.0))),
            ("0..0.5", Some((0.0, 0.5))),
            ("-2..2", Some((-2.0, 2.0))),
            ("5..5", None),
            ("1-5", None),
            ("1..", None),
            ("1..inf", None),
        ] {
            assert_eq!(parse_scale(text), expected, "{text}");
        }
    }
}
