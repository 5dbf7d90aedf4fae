//! The statements that turn the table into levels, and those that tell its texts: each text is looked up by what was read of it,
//! numbers go by a formula, and no text of the data stands in a statement.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::dialect::Words;
use super::statement::{Chain, Named, kept, select};
use super::texts::delimited;
use super::verdicts::Decision;
use crate::inventory::{BareNumbers, Lookup, Meaning};
use crate::rulebook::{AttributeId, Points, Steps};

/// What the table with the texts is called.
pub(super) const DICTIONARY: &str = "outsift_dictionary";
/// What the view with the levels is called.
pub(super) const LEVELS: &str = "outsift_levels";
/// The largest number that goes by the formula.
const LARGEST: f64 = 1e15;
/// How many texts are put into the table at once.
const TEXTS_AT_ONCE: usize = 500;

/// A column that levels are read from.
pub(super) struct ReadColumn {
    /// Its name in the table.
    pub(super) name: String,
    pub(super) lookup: Lookup,
}

/// The table, as far as it decides.
pub(super) struct Source<'r> {
    pub(super) decision: &'r Decision<'r>,
    /// What the statements call it.
    pub(super) table: String,
    /// Where the texts are looked up.
    pub(super) dictionary: String,
    /// The names of the columns that a row goes by.
    pub(super) keys: Vec<String>,
    pub(super) columns: Vec<ReadColumn>,
    /// For each deciding attribute the columns that it is read from, the first that says something counting, and what is taken for granted.
    pub(super) attributes: BTreeMap<usize, (Vec<usize>, Option<Points>)>,
}

impl Source<'_> {
    fn words(&self) -> &Words {
        &self.decision.words
    }

    /// The keys as the statements name them.
    pub(super) fn quoted_keys(&self) -> Vec<String> {
        self.keys.iter().map(|key| self.words().quoted(key)).collect()
    }

    /// The statement that selects keys and levels.
    pub(super) fn levels(&self) -> String {
        let words = self.words();
        let mut chain = Chain::default();
        let level = format!(
            "CASE WHEN {} <> '' THEN {} END",
            Words::cast("level", words.text),
            Words::cast("level", words.small)
        );
        let known = [kept("column_name"), kept("value"), (level, "level".to_owned())];
        chain.select("outsift_words", &known, &self.dictionary, words);
        let keys: Vec<String> = (0..self.keys.len()).map(|i| format!("k{i}")).collect();
        let text = |column: &ReadColumn| Words::cast(&format!("t.{}", words.quoted(&column.name)), words.text);
        let mut texts: Vec<Named> =
            self.quoted_keys().into_iter().map(|key| format!("t.{key}")).zip(keys.iter().cloned()).collect();
        texts.extend(self.columns.iter().enumerate().map(|(i, column)| (text(column), format!("s{i}"))));
        chain.select("outsift_texts", &texts, &format!("{} AS t", self.table), words);
        let mut found: Vec<Named> = keys.iter().map(|key| kept(key)).collect();
        let (mut read, mut joins) = (found.clone(), String::new());
        for (i, column) in self.columns.iter().enumerate() {
            let looked_up = format!("d{i}.level");
            match &column.lookup.bare {
                None => {
                    found.push((looked_up, format!("r{i}")));
                    read.push(kept(&format!("r{i}")));
                }
                Some(bare) => {
                    // What was looked up is no number beside that, whatever it came to.
                    let number =
                        format!("CASE WHEN d{i}.value IS NULL THEN {} END", self.number(bare, &format!("s{i}")));
                    found.extend([(looked_up, format!("q{i}")), (number, format!("n{i}"))]);
                    let formula = self.formula(&bare.meaning, &format!("n{i}"));
                    read.push((format!("COALESCE(q{i}, {formula})"), format!("r{i}")));
                }
            }
            let name = words.literal(&column.name);
            let _ = write!(
                joins,
                "\n  LEFT JOIN outsift_words AS d{i} ON d{i}.column_name = {name} AND d{i}.value = outsift_texts.s{i}"
            );
        }
        chain.select("outsift_found", &found, &format!("outsift_texts{joins}"), words);
        chain.select("outsift_read", &read, "outsift_found", words);
        let mut columns: Vec<Named> = keys.into_iter().zip(self.quoted_keys()).collect();
        for (at, id) in self.decision.attributes.iter().enumerate() {
            columns.extend(self.level(at, *id));
        }
        format!("{}{}", chain.then(&select(&columns, "outsift_read"), words), words.join_end)
    }

    /// The statement that selects keys and verdicts from levels.
    pub(super) fn verdicts(&self, levels: &str) -> String {
        let keys = self.quoted_keys();
        let mut chain = Chain::default();
        let from = self.decision.add(&mut chain, levels, &keys);
        let mut columns: Vec<Named> = keys.into_iter().enumerate().map(|(i, key)| (format!("k{i}"), key)).collect();
        columns.extend(self.decision.columns().iter().map(|(_, name)| kept(name)));
        chain.in_steps(&select(&columns, &from), self.words())
    }

    /// The level of an attribute, and the next lower and the next higher one on the scale that it was read from.
    fn level(&self, at: usize, id: AttributeId) -> [Named; 3] {
        let nothing = Words::cast("NULL", self.words().small);
        let [level, lower, higher] = self.decision.levels_of(id);
        let (columns, assumed) = self.attributes.get(&at).cloned().unwrap_or_default();
        // On opposite sides of the middle they contradict each other, and neither counts.
        let pairs =
            columns.iter().enumerate().flat_map(|(i, one)| columns[i + 1..].iter().map(move |other| (one, other)));
        let opposed = pairs.map(|(one, other)| format!(" WHEN (r{one} - 50) * (r{other} - 50) < 0 THEN {nothing}"));
        let opposed: String = opposed.collect();
        let mut cases = [opposed.clone(), opposed.clone(), opposed];
        for column in columns {
            let steps = self.columns[column].lookup.steps;
            let read = format!("r{column}");
            let next = |is_below| next(&read, steps, is_below).unwrap_or_else(|| nothing.clone());
            let known = format!(" WHEN {read} IS NOT NULL THEN ");
            for (case, then) in cases.iter_mut().zip([read.clone(), next(true), next(false)]) {
                let _ = write!(case, "{known}{then}");
            }
        }
        let constant = |level: Option<Points>| level.map_or_else(|| nothing.clone(), |level| level.value().to_string());
        let steps = Steps::ANSWERS;
        let last =
            [assumed, assumed.and_then(|level| steps.below(level)), assumed.and_then(|level| steps.above(level))];
        let mut each = cases.into_iter().zip(last).map(|(cases, last)| match cases.as_str() {
            "" => constant(last),
            cases => format!("CASE{cases} ELSE {} END", constant(last)),
        });
        [level, lower, higher].map(|name| (each.next().unwrap_or_default(), name))
    }

    /// A text as a number, where it can mean no other.
    fn number(&self, bare: &BareNumbers, text: &str) -> String {
        let number = self.words().number.replace("{x}", text);
        if bare.has_points { number } else { format!("CASE WHEN {text} NOT LIKE '%.___' THEN {number} END") }
    }

    /// The level of a number.
    fn formula(&self, meaning: &Meaning, number: &str) -> String {
        let words = self.words();
        match meaning {
            Meaning::Rating { bottom, top, ties } => {
                let share = format!("({number} - {}) / {}", words.number(*bottom), words.number(top - bottom));
                let tied = ties
                    .iter()
                    .map(|(tie, level)| format!(" WHEN {number} = {} THEN {}", words.number(*tie), level.value()));
                let level = words.floor.replace("{x}", &format!("{share} * 100 + 0.5"));
                format!("CASE{} WHEN {share} >= 0 AND {share} <= 1 THEN {level} END", tied.collect::<String>())
            }
            Meaning::Count { times, low_below, high_above } => {
                let is_plain = (times - 1.0).abs() < f64::EPSILON;
                let year = if is_plain { number.to_owned() } else { format!("{number} * {}", words.number(*times)) };
                let (low, high) = (words.number(*low_below), words.number(*high_above));
                format!(
                    "CASE WHEN {number} < 0 OR {number} > {} THEN NULL WHEN {year} < {low} THEN 0 WHEN {year} > {high} THEN 100 \
                     WHEN {number} IS NOT NULL THEN 50 END",
                    words.number(LARGEST)
                )
            }
        }
    }

    /// The texts of a column, and what they are as numbers.
    fn texts_of(&self, column: &ReadColumn) -> String {
        let words = self.words();
        let text = Words::cast(&format!("t.{}", words.quoted(&column.name)), words.text);
        let texts = format!("(SELECT {text} AS value FROM {} AS t) AS outsift_t", self.table);
        match &column.lookup.bare {
            None => texts,
            Some(bare) => {
                format!("(SELECT value, {} AS number FROM {texts}) AS outsift_t", self.number(bare, "value"))
            }
        }
    }

    /// The statement that lists the texts of which nothing is known, each with how many rows hold it.
    pub(super) fn unread(&self) -> String {
        let words = self.words();
        let of_column = |column: &ReadColumn| {
            let name = words.literal(&column.name);
            let no_number = self.is_no_number(column);
            format!(
                "SELECT {name} AS column_name, outsift_t.value AS value, COUNT(*) AS n\nFROM {}\n\
                 LEFT JOIN {} AS d ON d.column_name = {name} AND d.value = outsift_t.value\n\
                 WHERE d.value IS NULL AND TRIM(outsift_t.value) <> ''{no_number}\nGROUP BY outsift_t.value",
                self.texts_of(column),
                self.dictionary
            )
        };
        format!("{}{}", self.columns.iter().map(of_column).collect::<Vec<_>>().join("\nUNION ALL\n"), words.join_end)
    }

    /// The statement that lists all texts that do not go by a formula, each with how many rows hold it.
    pub(super) fn profile(&self) -> String {
        let of_column = |column: &ReadColumn| {
            let name = self.words().literal(&column.name);
            let no_number = self.is_no_number(column);
            format!(
                "SELECT {name} AS column_name, outsift_t.value AS value, COUNT(*) AS n\nFROM {}\n\
                 WHERE outsift_t.value IS NOT NULL{no_number}\nGROUP BY outsift_t.value",
                self.texts_of(column)
            )
        };
        self.columns.iter().map(of_column).collect::<Vec<_>>().join("\nUNION ALL\n")
    }

    fn is_no_number(&self, column: &ReadColumn) -> String {
        let formula = column.lookup.bare.as_ref().map(|bare| self.formula(&bare.meaning, "outsift_t.number"));
        formula.map_or(String::new(), |formula| format!("\n  AND {formula} IS NULL"))
    }

    /// Every text of every column with its level, in the order of the columns; a text that holds a NUL stands in no database.
    pub(super) fn dictionary(&self) -> impl Iterator<Item = (&str, &str, Option<Points>)> {
        self.columns.iter().flat_map(|column| {
            let texts = column.lookup.texts.iter().filter(|(text, _)| !text.contains('\0'));
            texts.map(|(text, level)| (column.name.as_str(), text.as_str(), *level))
        })
    }

    /// The same as delimited text.
    pub(super) fn dictionary_text(&self) -> String {
        let rows = self.dictionary().map(|(column, text, level)| {
            let level = level.map_or(String::new(), |level| level.value().to_string());
            vec![Cow::Borrowed(column), Cow::Borrowed(text), Cow::Owned(level)]
        });
        delimited(&["column_name", "value", "level"], rows)
    }

    /// The statements that make the table of texts.
    pub(super) fn dictionary_statements(&self) -> String {
        let words = self.words();
        let Words { text, small, table_end, .. } = words;
        let mut out = format!(
            "DROP TABLE IF EXISTS {DICTIONARY};\n\
             CREATE TABLE {DICTIONARY} (column_name {text}, value {text}, level {small}){table_end};\n"
        );
        let rows: Vec<String> = self
            .dictionary()
            .map(|(column, text, level)| {
                let level = level.map_or("NULL".to_owned(), |level| level.value().to_string());
                format!("  ({}, {}, {level})", words.literal(column), words.literal(text))
            })
            .collect();
        for rows in rows.chunks(TEXTS_AT_ONCE) {
            let _ = write!(out, "INSERT INTO {DICTIONARY} VALUES\n{};\n", rows.join(",\n"));
        }
        out
    }
}

/// The next lower or higher value of a scale beside a level; none where there is none for any level.
fn next(level: &str, steps: Steps, is_below: bool) -> Option<String> {
    let case = |value: Points| {
        let value = value.value();
        format!(" WHEN {level} {} {value} THEN {value}", if is_below { ">" } else { "<" })
    };
    let cases: String =
        if is_below { steps.values().rev().map(case).collect() } else { steps.values().map(case).collect() };
    (!cases.is_empty()).then(|| format!("CASE{cases} END"))
}
