//! How a rulebook says that cells are read: the word lists of `[reading]`, and what it states about columns.

use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;

use super::columns::{ColumnName, ColumnScale, ColumnUnit, Selection, StatedBy, StatedColumn, parse_scale};
use super::legends::{LEGENDS, Legends};
use super::periods::{Period, Periods};
use super::text::{WordMap, WordSet, fold, header_words, words};
use super::toml_tables::{Loader, Table};
use super::values::{AttributeId, Points};
use crate::codes::Code;

/// The sign that parts a number's whole from its fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1.234,56`
    Comma,
    /// `1,234.56`
    Point,
}

impl DecimalMark {
    /// Its name in the rulebook and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            DecimalMark::Comma => "comma",
            DecimalMark::Point => "point",
        }
    }
}

impl FromStr for DecimalMark {
    type Err = String;

    fn from_str(name: &str) -> Result<DecimalMark, String> {
        let marks = [DecimalMark::Comma, DecimalMark::Point];
        marks.into_iter().find(|mark| mark.name() == name).ok_or_else(|| "expected `comma` or `point`".to_owned())
    }
}

/// How cells are read, whatever their column. Texts are folded (see [`fold`]).
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Texts that mean "not known".
    pub no_data: WordSet<String>,
    /// Names that mark a row as a total.
    pub totals: WordSet<String>,
    /// Beginnings of names that do, each as words.
    pub totals_of: Vec<Vec<String>>,
    /// Names of rows that say something of all others, such as their average, each as words.
    pub statistics: Vec<Vec<String>>,
    /// The first words of all these.
    summary_words: WordSet<String>,
    /// Words for types of values, as templates have them in the row under the header.
    pub types: WordSet<String>,
    /// Words by which lines around a table speak of a scale.
    pub legends: Legends,
    /// Words in a header for the end of a scale that means more.
    pub more: WordSet<String>,
    /// Words in a header of counts that make its numbers ratings, each as words.
    pub ratings: Vec<Vec<String>>,
    /// The same where the first may be the best, so that they leave open which end means more.
    pub ranks: WordSet<String>,
    /// Words that only strengthen the next one: `very low`.
    pub very: WordSet<String>,
    /// Words in a header for the end of a scale that means less.
    pub less: WordSet<String>,
    /// Words in a header that say that a larger number means more, each as words.
    pub upward: Vec<Vec<String>>,
    /// Which sign marks decimals where a column's own numbers leave it open; none where nobody said.
    pub decimal_mark: Option<DecimalMark>,
    /// Words and signs beside a number that is only roughly so.
    pub about: WordSet<String>,
    /// Words and signs beside a number that is the most that it can be.
    pub at_most: WordSet<String>,
    /// Words and signs beside a number that is the least that it can be.
    pub at_least: WordSet<String>,
    /// Words and signs between the two ends of a range.
    pub between: WordSet<String>,
    /// The same between two words, and the stroke.
    pub pairs: Vec<String>,
    /// Texts that mean that there is none of what is counted, rather than that nobody knows how many.
    pub nothing: WordSet<String>,
    /// How often in a year something happens.
    pub periods: Periods,
    /// Powers of ten by their words; those of one or two letters as they are written, the others folded.
    pub magnitudes: WordMap<String, f64>,
    /// Months by their names, from 1.
    pub months: WordMap<String, u32>,
    /// Words between a count and the period that it is for.
    pub per: WordSet<String>,
    /// What follows an amount that is a year's.
    pub per_year: WordSet<String>,
    /// Words beside the year in the header of a series.
    pub years: WordSet<String>,
    /// What quarters begin with.
    pub quarters: Vec<String>,
    /// Words beside a year that leave it a date.
    pub dates: WordSet<String>,
    /// Words for per cent.
    pub percent: WordSet<String>,
    /// What stands right after a number that counts nothing.
    pub ordinals: WordSet<String>,
    /// Words between a number and what it means.
    pub is: WordSet<String>,
    /// Words before the top of a scale that starts at 0.
    pub most: WordSet<String>,
    /// Phrases before it, each as words.
    pub out_of: Vec<Vec<String>>,
    /// Words of less than four letters that mean a level beside a number.
    pub short: WordSet<String>,
    /// Words that say nothing by themselves in a header.
    pub fillers: WordSet<String>,
    /// Those that leave beside an answer or a count of whom and of which time it is.
    pub neutral: WordSet<String>,
    /// Such words in headers of amounts and counts alone: what is taken in there or left out.
    pub of_amounts: WordSet<String>,
    /// Words before what an attribute is shared with.
    pub shared_with: WordSet<String>,
    /// Words for what stands in columns of counts and amounts.
    pub figures: WordSet<String>,
    /// First words of a line that says which time a table is of, each as words.
    pub reporting: Vec<Vec<String>>,
    /// Words before a date that says when something was so, each as words.
    pub as_of: Vec<Vec<String>>,
    /// What turns the word after it round, each as words.
    pub negations: Vec<Vec<String>>,
    /// Words beside figures of what was.
    pub actual: WordSet<String>,
    /// The same of what was planned.
    pub planned: WordSet<String>,
    /// What comes by a channel, such as applications.
    pub channelled: WordSet<String>,
    /// What is counted, such as calls.
    pub counted: WordSet<String>,
    /// First words of what counts something: `number` of `number of cases`.
    pub numbers_of: WordSet<String>,
    /// The channels that it comes by, each as words.
    pub channels: Vec<Vec<String>>,
    /// What amounts and people are parted by, each as words: the places, who does the work, the kinds of cost.
    pub parts: Vec<Vec<Vec<String>>>,
    /// Words between an answer and whom the work went to: `outsourced to Northmoor`.
    pub given_to: WordSet<String>,
    /// The answers to a question of yes or no, folded, with their levels.
    pub answers: WordMap<String, Points>,
    /// Words for yes.
    pub yes: WordSet<String>,
    /// Words for no.
    pub no: WordSet<String>,
    /// Phrases that turn the next word of a cell round: negations, and `less`, `not yet`.
    pub cell_negations: WordSet<String>,
    /// The same behind a word: `-free`.
    pub negations_after: WordSet<String>,
    /// Words that only strengthen the next one in a cell: `highly`, `more`.
    pub strengtheners: WordSet<String>,
    /// Phrases that take back a part of what they stand beside: `but`, `until`, `formerly`.
    pub reservations: WordSet<String>,
    /// Words between two of which both are so.
    pub together: WordSet<String>,
    /// Words before a time of day.
    pub at: WordSet<String>,
    /// What may stand beside a word for a total.
    pub beside_totals: WordSet<String>,
    /// Words that rule a header out for every attribute that is no text, each as words.
    pub unless: Vec<Vec<String>>,
    /// Attributes that may hold the names where no column is a name, best first.
    pub name_fallback: Vec<AttributeId>,
    /// Headers of names that other kinds of table have as well, each as words: alone they make no inventory.
    pub common_names: Vec<Vec<String>>,
    /// Names of functions that may be departments as well, each as words.
    pub or_departments: Vec<Vec<String>>,
    /// Words that stand where a name is not given, or for several: `various`, `redacted`.
    pub stand_ins: WordSet<String>,
    /// What names of companies end with: `GmbH`.
    pub legal_forms: WordSet<String>,
    /// Headers of one language that mean something else in another: `Direction`.
    pub otherwise: Vec<Vec<String>>,
    /// What a question holds that asks what something is called, each as words.
    pub asks_name: Vec<Vec<String>>,
    /// Headers of the column that says which other row a row is part of, each as words.
    pub parents: Vec<Vec<String>>,
    /// Beginnings of the names of rows that are some of the row above them, each as words.
    pub parts_of: Vec<Vec<String>>,
    /// Headers of the column that says how deep a row stands below others, each as words.
    pub depths: Vec<Vec<String>>,
    /// Headers of a column that says of which year a row is.
    pub year_columns: Vec<Vec<String>>,
    /// What columns have to hold in the rows that are taken.
    pub selections: Vec<Selection>,
    /// Texts of a row under the header that say in what a column is counted.
    pub units: WordSet<String>,
    /// Words in the header of a column that says in what the numbers beside it are, or for what time.
    pub unit_names: WordSet<String>,
    /// How notes under a table begin, each as words.
    pub notes: Vec<Vec<String>>,
    /// Words at the end of a header that say in which language its column is written, best first.
    pub languages: Vec<String>,
    /// Tables that are no inventories, and how they are known.
    pub other_tables: Vec<OtherTable>,
    /// What columns were stated to hold, whatever their headers suggest. An earlier statement wins.
    pub columns: Vec<StatedColumn>,
    /// On which scales columns were stated to be. An earlier statement wins.
    pub scales: Vec<ColumnScale>,
    /// In which units columns were stated to be. An earlier statement wins.
    pub units_of: Vec<ColumnUnit>,
}

/// A kind of table that is no inventory.
#[derive(Clone, Debug)]
pub struct OtherTable {
    /// What it is, such as `a price list`.
    pub name: String,
    /// Headers that it has, each as words.
    pub headers: Vec<Vec<String>>,
}

impl Reading {
    /// Whether a folded text is a thing that is counted, one or several: `call`, `calls`.
    pub fn is_counted(&self, text: &str) -> bool {
        const SHORTEST: usize = 4;
        const LONGEST_END: usize = 2;
        let is_one_of = |many: &String| many.strip_prefix(text).is_some_and(|end| end.len() <= LONGEST_END);
        self.counted.contains(text) || text.len() >= SHORTEST && self.counted.iter().any(is_one_of)
    }

    /// The quarter that a word such as `q4` names, from 1 to 4.
    pub fn quarter(&self, word: &str) -> Option<u32> {
        let number = self.quarters.iter().find_map(|begin| word.strip_prefix(begin.as_str())?.parse().ok());
        number.filter(|quarter| (1..=4).contains(quarter))
    }

    /// Whether a text means "not known".
    pub fn is_no_data(&self, text: &str) -> bool {
        // Nobody says so at greater length.
        const LONGEST: usize = 40;
        let text = text.trim();
        if text.len() > LONGEST {
            return false;
        }
        let folded = fold(text);
        self.no_data.contains(&folded) || in_brackets(&folded).is_some_and(|inside| self.no_data.contains(inside))
    }

    /// The power of ten that a word or a letter stands for.
    pub fn magnitude(&self, word: &str) -> Option<f64> {
        self.magnitudes.get(&magnitude_word(word)).copied()
    }

    /// Whether a text after a number says that it is a year's.
    pub fn is_per_year(&self, suffix: &str) -> bool {
        self.per_year.contains(fold(suffix).trim_start_matches('/').trim())
    }

    /// Whether the first word of a name is one for a total.
    pub fn begins_as_total(&self, name: &str) -> bool {
        self.totals.contains(&fold(first_word(name)))
    }

    /// Whether the first or the last word of a name is one for a total: `Total Finance`, `Finance total`.
    pub fn names_total(&self, name: &str) -> bool {
        self.begins_as_total(name) || self.totals.contains(&fold(last_word(name)))
    }

    /// Whether the first word of a name is one with which rows begin that say something of others; few do, and all that
    /// are totals or statistics are among them.
    pub fn begins_as_summary(&self, name: &str) -> bool {
        self.summary_words.contains(&fold(first_word(name)))
    }

    /// Whether a name begins with the word for a statistic: `Some(true)` where it says nothing else, not even a figure,
    /// as `Max. score` does.
    pub fn statistic(&self, name: &str) -> Option<bool> {
        let all = header_words(name);
        let words = self.without_figures(all.clone());
        let length = self.statistics.iter().filter(|phrase| words.starts_with(phrase)).map(Vec::len).max()?;
        // `n 1` and `Range 2` may count functions.
        Some(all.len() == length)
    }

    /// The words of a name but for figures, such as `2` and `90th`, and what may stand beside a word for a total.
    fn without_figures(&self, mut words: Vec<String>) -> Vec<String> {
        const LONGEST_ENDING: usize = 2;
        let is_figure = |word: &str| {
            let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
            ending.len() < word.len() && ending.chars().count() <= LONGEST_ENDING
        };
        words.retain(|word| !is_figure(word) && !self.beside_totals.contains(word));
        words
    }

    /// Whether a name says that its row is some of the row above it: `of which dunning`.
    pub fn is_part(&self, name: &str) -> bool {
        let first = fold(first_word(name));
        let mut beginnings = self.parts_of.iter().filter(|beginning| beginning.first() == Some(&first)).peekable();
        beginnings.peek().is_some() && {
            let words = words(name);
            beginnings.any(|beginning| words.starts_with(beginning) && words.len() > beginning.len())
        }
    }

    /// Whether a name says that its row adds up others: `Total`, `Grand total (2)`, `Total 2025:`, `Total for Finance`.
    pub fn is_total(&self, name: &str) -> bool {
        const LONGEST: usize = 80;
        if name.len() > LONGEST || !self.begins_as_summary(name) {
            return false;
        }
        let words = header_words(name);
        let begins = |beginning: &Vec<String>| words.starts_with(beginning) && words.len() > beginning.len();
        self.totals_of.iter().any(begins) || self.totals.contains(&self.without_figures(words).join(" "))
    }
}

/// The first word of a name, without the figures and marks before it: `percentile` of `90th percentile`.
fn first_word(name: &str) -> &str {
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.find(|word| word.starts_with(char::is_alphabetic)).unwrap_or_default()
}

impl Reading {
    /// Whether a folded text is an answer to a question of yes or no.
    pub(crate) fn is_answer(&self, folded: &str) -> bool {
        self.yes.contains(folded) || self.no.contains(folded) || self.answers.contains_key(folded)
    }
}

/// What stands between brackets that hold all of a text: `[blank]`, `<none>`.
pub(crate) fn in_brackets(text: &str) -> Option<&str> {
    const PAIRS: [(char, char); 6] =
        [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>'), ('\u{2039}', '\u{203a}'), ('\u{ab}', '\u{bb}')];
    let inside = |(open, close): (char, char)| text.strip_prefix(open)?.strip_suffix(close);
    PAIRS.into_iter().find_map(inside).map(str::trim)
}

/// The last word of a name, without the figures and marks behind it.
fn last_word(name: &str) -> &str {
    let letters = name.trim_end_matches(|c: char| !c.is_alphabetic());
    letters.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// The value that says of a column that it is not used.
pub const NOT_USED: &str = "none";

/// The keys of the section, beside those of legends.
const KEYS: &str = "
    no_data totals totals_of statistics types units notes languages more less unless name_fallback common_names
    or_departments stand_ins legal_forms otherwise asks_name parents parts_of depths year_columns very ratings ranks upward decimal_mark about
    at_most at_least between nothing per per_year years quarters dates percent ordinals is most out_of short fillers
    neutral of_amounts shared_with figures reporting as_of negations actual planned channelled unit_names counted numbers_of channels
    parts_by_place parts_by_provider parts_by_kind yes no beside_totals cell_negations negations_after strengtheners
    reservations together at either_or alone answers given_to
";

impl<'t> Loader<'t> {
    pub(super) fn reading(&mut self, root: &Table<'t>, ids: &[String]) -> Reading {
        let columns = self.stated_columns(root, ids);
        let scales = self.stated_scales(root);
        let units_of = self.stated_units(root);
        let other_tables = self.other_tables(root);
        let periods = self.periods(root);
        let magnitudes = self.numbered(root, "magnitudes", "a power of ten");
        let magnitudes = magnitudes.into_iter().map(|(factor, word)| (magnitude_word(&word), factor)).collect();
        let months = self.numbered(root, "months", "a month from 1 to 12");
        let months = months.into_iter().map(|(month, word)| (fold(&word), month as u32)).collect();
        let Some(table) = self.table(root, "reading") else {
            return Reading {
                periods,
                magnitudes,
                months,
                other_tables,
                columns,
                scales,
                units_of,
                ..Reading::default()
            };
        };
        self.known_keys(
            &table,
            "in `reading`",
            &LEGENDS.into_iter().chain(KEYS.split_whitespace()).collect::<Vec<_>>(),
        );
        let fallback = self.texts(&table, "name_fallback");
        let mut reading = Reading {
            no_data: self.folded(&table, "no_data").into_iter().collect(),
            totals: self.folded(&table, "totals").into_iter().collect(),
            totals_of: self.phrases(&table, "totals_of", words),
            statistics: self.phrases(&table, "statistics", words),
            legends: self.legends(&table),
            types: self.folded(&table, "types").into_iter().collect(),
            units: self.folded(&table, "units").into_iter().collect(),
            notes: self.phrases(&table, "notes", words),
            languages: self.folded(&table, "languages"),
            more: self.folded(&table, "more").into_iter().collect(),
            less: self.folded(&table, "less").into_iter().collect(),
            unless: self.phrases(&table, "unless", words),
            name_fallback: fallback.into_iter().filter_map(|(id, span)| self.attribute(ids, &id, span)).collect(),
            common_names: self.phrases(&table, "common_names", header_words),
            or_departments: self.phrases(&table, "or_departments", header_words),
            stand_ins: self.folded(&table, "stand_ins").into_iter().collect(),
            legal_forms: self.folded(&table, "legal_forms").into_iter().collect(),
            otherwise: self.phrases(&table, "otherwise", header_words),
            asks_name: self.phrases(&table, "asks_name", words),
            parents: self.phrases(&table, "parents", header_words),
            parts_of: self.phrases(&table, "parts_of", words),
            depths: self.phrases(&table, "depths", header_words),
            year_columns: self.phrases(&table, "year_columns", header_words),
            selections: Vec::new(),
            ratings: self.phrases(&table, "ratings", words),
            ranks: self.folded(&table, "ranks").into_iter().collect(),
            very: self.folded(&table, "very").into_iter().collect(),
            upward: self.phrases(&table, "upward", words),
            decimal_mark: self.decimal_mark(&table),
            about: self.folded(&table, "about").into_iter().collect(),
            at_most: self.folded(&table, "at_most").into_iter().collect(),
            at_least: self.folded(&table, "at_least").into_iter().collect(),
            between: self.folded(&table, "between").into_iter().collect(),
            pairs: pairs(self.folded(&table, "between")),
            nothing: self.folded(&table, "nothing").into_iter().collect(),
            per: self.folded(&table, "per").into_iter().collect(),
            per_year: self.folded(&table, "per_year").into_iter().collect(),
            years: self.folded(&table, "years").into_iter().collect(),
            quarters: self.folded(&table, "quarters"),
            dates: self.folded(&table, "dates").into_iter().collect(),
            percent: self.folded(&table, "percent").into_iter().collect(),
            ordinals: self.folded(&table, "ordinals").into_iter().collect(),
            is: self.folded(&table, "is").into_iter().collect(),
            most: self.folded(&table, "most").into_iter().collect(),
            out_of: self.phrases(&table, "out_of", words),
            short: self.folded(&table, "short").into_iter().collect(),
            fillers: self.folded(&table, "fillers").into_iter().collect(),
            neutral: self.folded(&table, "neutral").into_iter().collect(),
            of_amounts: self.folded(&table, "of_amounts").into_iter().collect(),
            shared_with: self.folded(&table, "shared_with").into_iter().collect(),
            figures: self.folded(&table, "figures").into_iter().collect(),
            reporting: self.phrases(&table, "reporting", words),
            as_of: self.phrases(&table, "as_of", words),
            negations: self.phrases(&table, "negations", words),
            actual: self.folded(&table, "actual").into_iter().collect(),
            planned: self.folded(&table, "planned").into_iter().collect(),
            unit_names: self.folded(&table, "unit_names").into_iter().collect(),
            counted: self.folded(&table, "counted").into_iter().collect(),
            numbers_of: self.folded(&table, "numbers_of").into_iter().collect(),
            channelled: self.folded(&table, "channelled").into_iter().collect(),
            channels: self.phrases(&table, "channels", words),
            parts: ["parts_by_place", "parts_by_provider", "parts_by_kind"]
                .map(|key| self.phrases(&table, key, words))
                .into(),
            given_to: self.folded(&table, "given_to").into_iter().collect(),
            answers: WordMap::default(),
            yes: self.folded(&table, "yes").into_iter().collect(),
            no: self.folded(&table, "no").into_iter().collect(),
            beside_totals: self.folded(&table, "beside_totals").into_iter().collect(),
            cell_negations: &self.joined(&table, "negations") | &self.joined(&table, "cell_negations"),
            negations_after: self.joined(&table, "negations_after"),
            strengtheners: self.joined(&table, "strengtheners"),
            reservations: self.joined(&table, "reservations"),
            together: self.joined(&table, "together"),
            at: self.joined(&table, "at"),
            magnitudes,
            months,
            periods,
            columns,
            scales,
            units_of,
            other_tables,
            summary_words: WordSet::default(),
        };
        let names = reading.totals_of.iter().chain(&reading.statistics).filter_map(|words| words.first().cloned());
        let totals = reading.totals.iter().map(|total| fold(first_word(total)));
        reading.summary_words = names.chain(totals).filter(|word| !word.is_empty()).collect();
        reading
    }

    fn folded(&mut self, table: &Table<'t>, key: &str) -> Vec<String> {
        self.texts(table, key).iter().map(|(text, _)| fold(text)).collect()
    }

    /// Phrases as their words, parted by blanks.
    pub(super) fn joined(&mut self, table: &Table<'t>, key: &str) -> WordSet<String> {
        self.texts(table, key).iter().map(|(text, _)| words(text).join(" ")).collect()
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

    /// How many times a year, and the phrases that say so.
    fn periods(&mut self, root: &Table<'t>) -> Periods {
        let stated = self.numbered(root, "periods", "a number of times a year").into_iter();
        stated.map(|(times_a_year, phrase)| Period { phrase: words(&phrase), times_a_year }).collect()
    }

    /// Words by the numbers that they stand for: `1000 = ["thousand"]`.
    fn numbered(&mut self, root: &Table<'t>, section: &str, what: &str) -> Vec<(f64, String)> {
        let Some(table) = self.table(root, section) else { return Vec::new() };
        let mut numbered = Vec::new();
        for (key, _) in table.iter() {
            let number = key.get_ref().parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
            match number.filter(|number| section != "months" || (1.0..=12.0).contains(number)) {
                Some(number) => {
                    numbered.extend(self.texts(&table, key.get_ref()).into_iter().map(|(word, _)| (number, word)));
                }
                None => {
                    let message = format!("expected {what}, found `{}`", key.get_ref());
                    self.report(key.span(), Code::WrongValue, message, None);
                }
            }
        }
        numbered
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
    fn stated_columns(&mut self, root: &Table<'t>, ids: &[String]) -> Vec<StatedColumn> {
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
    fn stated_scales(&mut self, root: &Table<'t>) -> Vec<ColumnScale> {
        let mut stated = Vec::new();
        for (given, text, span) in self.named_texts(root, "scales") {
            match parse_scale(&text) {
                Some((bottom, top)) => {
                    stated.push(ColumnScale { column: ColumnName { given, by: StatedBy::Rulebook }, bottom, top });
                }
                None => self.report(
                    span,
                    Code::WrongValue,
                    format!("expected a scale such as `1..5`, found `{text}`"),
                    Some("write the number that means least first: `5..1` where 1 is most".to_owned()),
                ),
            }
        }
        stated
    }

    fn stated_units(&mut self, root: &Table<'t>) -> Vec<ColumnUnit> {
        let stated = self.named_texts(root, "units").into_iter();
        let column = |given| ColumnName { given, by: StatedBy::Rulebook };
        stated.map(|(given, unit, _)| ColumnUnit { column: column(given), unit }).collect()
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

/// What parts two words: a word among blanks, or a sign.
fn pairs(between: Vec<String>) -> Vec<String> {
    let is_word = |text: &String| text.starts_with(char::is_alphabetic);
    let padded = between.into_iter().map(|text| if is_word(&text) { format!(" {text} ") } else { text });
    padded.chain(["/".to_owned()]).collect()
}

/// A word for a power of ten as it is looked up: `m` and `M` may be two things, `Mio` and `MIO` are not.
fn magnitude_word(word: &str) -> String {
    if word.chars().count() <= 2 { word.to_owned() } else { fold(word) }
}
