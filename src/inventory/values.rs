//! A column's cells onto a scale: levels, ratings, counts, numbers and money.
//!
//! How a column is read is decided once, from its header and all its values, and put into words; a cell that does not
//! fit is missing, and named.

use std::collections::{BTreeMap, HashSet};

use super::headers::Layout;
use super::numbers::{self, Convention, Unclear};
use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::text::{bracketed, fold};
use crate::rulebook::{AttributeId, ColumnRule, Kind, LevelScale, Numbers, Origin, Points, Reading, Rulebook};
use crate::table::{Cell, Table, TextId, text_index};

/// The values of an attribute, one for each function.
#[derive(Debug, Default)]
pub enum Values {
    /// Texts, which stay in the table; or an attribute without a column.
    #[default]
    None,
    /// Levels.
    Levels(Vec<Option<Points>>),
    /// Numbers.
    Numbers(NumberColumn),
    /// Amounts of money.
    Amounts {
        /// The amounts.
        numbers: NumberColumn,
        /// The currency of each, by its position in the inventory's list.
        currencies: Vec<u8>,
    },
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The amount.
    pub value: f64,
    /// Its currency, by its position in [`super::Inventory::currencies`].
    pub currency: usize,
}

/// Numbers, some missing. Missing is kept as a NaN, which no cell can hold.
#[derive(Debug, Default)]
pub struct NumberColumn(Vec<f64>);

impl NumberColumn {
    /// A number; none where missing.
    pub fn get(&self, function: usize) -> Option<f64> {
        Some(self.0[function]).filter(|number| !number.is_nan())
    }

    fn push(&mut self, number: Option<f64>) {
        self.0.push(number.unwrap_or(f64::NAN));
    }
}

/// A column of a table, in the rows that are functions.
#[derive(Clone, Copy, Debug)]
pub struct ColumnCells<'a> {
    /// The table.
    pub table: &'a Table,
    /// The column.
    pub column0: u16,
    /// The rows.
    pub rows: &'a [u32],
}

impl ColumnCells<'_> {
    fn iter(&self) -> impl Iterator<Item = (u32, Cell)> {
        self.rows.iter().map(|row0| (*row0, self.table.cell(*row0, self.column0)))
    }
}

/// What reading a column came to.
#[derive(Debug)]
pub struct Outcome {
    /// The values.
    pub values: Values,
    /// How they were read, for readers.
    pub reading: String,
    /// How many functions have one.
    pub known: usize,
}

/// Reads a column as its attribute's rule says.
pub fn read(
    rulebook: &Rulebook,
    rule: &ColumnRule,
    cells: &ColumnCells,
    header: &str,
    convention: Convention,
    currencies: &mut Vec<String>,
    problems: &mut Problems,
) -> Outcome {
    let own = column_convention(cells);
    let mut reader = Reader {
        cells,
        place: cells.table.place.at(Spot::Column { column0: cells.column0 }).under(header),
        reading: &rulebook.reading,
        convention: if own == Convention::Unknown { convention } else { own },
        problems,
    };
    match &rule.kind {
        Kind::Text => reader.texts(),
        Kind::Level(scale) => reader.levels(scale, header),
        Kind::Number { units } => reader.numbers(units),
        Kind::Money => reader.money(header, currencies),
    }
}

/// The convention that the numbers of the whole table prove, where they agree.
pub fn table_convention(rulebook: &Rulebook, table: &Table, layout: &Layout, rows: &[u32]) -> Convention {
    // A version such as `12.1` in a column of texts proves nothing.
    let is_numeric = |id: AttributeId| match &rulebook.attribute(id).origin {
        Origin::Column(rule) => !matches!(rule.kind, Kind::Text),
        Origin::FirstOf(_) => false,
    };
    let columns = layout.columns.iter().enumerate().filter(|(_, column)| column.attribute.is_some_and(is_numeric));
    let proofs: Vec<Convention> = columns
        .map(|(column0, _)| column_convention(&ColumnCells { table, column0: column0 as u16, rows }))
        .filter(|c| *c != Convention::Unknown)
        .collect();
    match proofs.as_slice() {
        [first, rest @ ..] if rest.iter().all(|c| c == first) => *first,
        [] if table.dialect.ends_with("semicolons") => Convention::DecimalComma,
        [] => Convention::DecimalPoint,
        _ => Convention::Unknown,
    }
}

/// The convention that the first texts of a column prove, where they agree.
fn column_convention(cells: &ColumnCells) -> Convention {
    const TEXTS_LOOKED_AT: usize = 1_000;
    let texts = cells.iter().filter_map(|(_, cell)| match cell {
        Cell::Text(id) => Some(cells.table.text(id)),
        _ => None,
    });
    let mut found = Convention::Unknown;
    for proof in texts.take(TEXTS_LOOKED_AT).filter(|text| text.len() < 32).filter_map(numbers::proves) {
        if found != Convention::Unknown && found != proof {
            return Convention::Unknown;
        }
        found = proof;
    }
    found
}

struct Reader<'a> {
    cells: &'a ColumnCells<'a>,
    place: Place,
    reading: &'a Reading,
    convention: Convention,
    problems: &'a mut Problems,
}

/// What a cell of a column of levels says, before the column's scale is known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Nothing,
    Level(Points),
    Number(f64),
    Percent(f64),
    Unreadable,
}

impl Reader<'_> {
    fn texts(&mut self) -> Outcome {
        let known = self.cells.iter().filter(|(_, cell)| self.is_text_known(*cell)).count();
        Outcome { values: Values::None, reading: "as it stands".to_owned(), known }
    }

    fn is_text_known(&self, cell: Cell) -> bool {
        match cell {
            Cell::Empty | Cell::Error(_) => false,
            Cell::Text(id) => {
                let text = self.cells.table.text(id).trim();
                !text.is_empty() && !self.reading.is_no_data(text)
            }
            _ => true,
        }
    }

    fn levels(&mut self, scale: &LevelScale, header: &str) -> Outcome {
        let said = self.what_was_said(scale);
        let rating = self.rating(scale, header, &said);
        let mut words: BTreeMap<u8, String> = BTreeMap::new();
        let mut counted = false;
        let mut levels = Vec::with_capacity(said.len());
        for (said, &row0) in said.iter().zip(self.cells.rows) {
            let level = match (*said, scale.numbers) {
                (Said::Level(level), _) => {
                    words.entry(level.value()).or_insert_with(|| self.shown(row0));
                    Some(level)
                }
                (Said::Number(number), Numbers::Count { low_below, high_above }) if number >= 0.0 => {
                    counted = true;
                    Some(band(number, low_below, high_above))
                }
                (Said::Number(number), Numbers::Rating) => rating.as_ref().and_then(|rating| rating.level(number)),
                (Said::Percent(share), Numbers::Rating) if (0.0..=100.0).contains(&share) => {
                    Points::new(share.round() as u8)
                }
                _ => None,
            };
            if level.is_none()
                && *said != Said::Nothing
                && !(rating.is_none() && matches!(said, Said::Number(_)) && scale.numbers == Numbers::Rating)
            {
                self.unreadable(row0, &expected_level(scale, rating.as_ref()));
            }
            levels.push(level);
        }
        let mut reading: Vec<String> = Vec::new();
        if !words.is_empty() {
            let samples: Vec<String> = words.iter().rev().map(|(level, word)| format!("{word} = {level}")).collect();
            reading.push(format!("words onto levels ({})", samples.join(", ")));
        }
        if let (true, Numbers::Count { low_below, high_above }) = (counted, scale.numbers) {
            reading.push(format!(
                "a year's count: below {} Low, above {} High",
                grouped(low_below),
                grouped(high_above)
            ));
        }
        if said.iter().any(|s| matches!(s, Said::Percent(_))) {
            reading.push("per cent, 0 to 100".to_owned());
        }
        reading.extend(rating.map(|rating| rating.reading));
        if reading.is_empty() {
            reading.push("no value was read".to_owned());
        }
        let known = levels.iter().flatten().count();
        Outcome { values: Values::Levels(levels), reading: reading.join("; "), known }
    }

    /// What each cell says; every text is looked at once.
    fn what_was_said(&mut self, scale: &LevelScale) -> Vec<Said> {
        let table = self.cells.table;
        let mut by_text: Vec<Option<Said>> = vec![None; table.text_count()];
        let mut said = Vec::with_capacity(self.cells.rows.len());
        for (_, cell) in self.cells.iter() {
            said.push(match cell {
                Cell::Empty => Said::Nothing,
                Cell::Text(id) => *by_text[text_index(id)].get_or_insert_with(|| self.said_by_text(scale, id)),
                Cell::Number { value, format } if table.formats[usize::from(format)].contains('%') => {
                    Said::Percent(value * 100.0)
                }
                Cell::Number { value, .. } => Said::Number(value),
                Cell::Boolean(value) => Said::Level(if value { Points::HIGH } else { Points::LOW }),
                Cell::Date { .. } | Cell::Error(_) => Said::Unreadable,
            });
        }
        said
    }

    fn said_by_text(&self, scale: &LevelScale, id: TextId) -> Said {
        let text = self.cells.table.text(id);
        let folded = fold(text);
        if let Some(level) = level_of_word(scale, &folded) {
            return Said::Level(level);
        }
        if folded.is_empty() || self.reading.no_data.contains(&folded) {
            return Said::Nothing;
        }
        match numbers::parse(text, self.convention, &HashSet::new()) {
            Ok(written) if written.currency.is_some() => Said::Unreadable,
            Ok(written) if written.percent => Said::Percent(written.value),
            Ok(written) => Said::Number(written.value),
            Err(_) => scale.otherwise.map_or(Said::Unreadable, Said::Level),
        }
    }

    /// The rating scale of a column with bare numbers; none where there are none, or where it cannot be told.
    fn rating(&mut self, scale: &LevelScale, header: &str, said: &[Said]) -> Option<Rating> {
        if scale.numbers != Numbers::Rating {
            return None;
        }
        let ratings: Vec<f64> =
            said.iter().filter_map(|s| if let Said::Number(n) = s { Some(*n) } else { None }).collect();
        if ratings.is_empty() {
            return None;
        }
        let rating = Rating::stated(&bracketed(header)).or_else(|| Rating::inferred(&ratings));
        if rating.is_none() {
            let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
            let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let message =
                format!("numbers from {least} to {most}, but not which scale they are on; they count as missing");
            self.problems.push(
                Problem::warning("unclear-scale", self.place.clone(), message)
                    .help(format!("state the scale in the header, such as `{header} (1-5)`")),
            );
        }
        rating
    }

    fn numbers(&mut self, units: &HashSet<String>) -> Outcome {
        let mut numbers = NumberColumn::default();
        let mut known = 0;
        for (row0, cell) in self.cells.iter() {
            let number = self.number(row0, cell, units).map(|written| written.0);
            known += usize::from(number.is_some());
            numbers.push(number);
        }
        Outcome { values: Values::Numbers(numbers), reading: "a number".to_owned(), known }
    }

    fn money(&mut self, header: &str, currencies: &mut Vec<String>) -> Outcome {
        let (stated, factor) = numbers::currency_in(header).map_or((None, 1.0), |(c, factor)| (Some(c), factor));
        let formats = &self.cells.table.formats;
        let by_format: Vec<Option<&str>> = formats.iter().map(|f| numbers::currency_in(f).map(|(c, _)| c)).collect();
        let mut numbers = NumberColumn::default();
        let mut own = Vec::with_capacity(self.cells.rows.len());
        let mut used: Vec<String> = Vec::new();
        let mut known = 0;
        for (row0, cell) in self.cells.iter() {
            let amount = self.number(row0, cell, &HashSet::new());
            let beside = match (&amount, cell) {
                (Some((_, Some(currency))), _) => Some(*currency),
                (_, Cell::Number { format, .. }) => by_format[usize::from(format)],
                _ => None,
            };
            let currency = match (beside, stated) {
                // Several countries use these signs; the header says which one is meant.
                (Some("$" | "¥"), Some(code)) => code,
                _ => beside.or(stated).unwrap_or_default(),
            };
            let currency = currency_code(currency);
            if amount.is_some() {
                known += 1;
                if !used.iter().any(|c| c == currency) {
                    used.push(currency.to_owned());
                }
            }
            numbers.push(amount.map(|(value, _)| value * factor));
            own.push(currency_index(currencies, currency, amount.is_some()));
        }
        let named: Vec<&str> = used.iter().map(String::as_str).filter(|currency| !currency.is_empty()).collect();
        let unit = match (used.len(), named.join(" and in ")) {
            (0, _) => "an amount".to_owned(),
            (1, name) if name.is_empty() => "an amount, its currency not stated".to_owned(),
            (all, names) if all == named.len() => format!("an amount in {names}"),
            (_, names) => format!("an amount in {names}, or in a currency not stated"),
        };
        let reading = if factor > 1.0 { format!("{unit}, multiplied by {}", grouped(factor)) } else { unit };
        Outcome { values: Values::Amounts { numbers, currencies: own }, reading, known }
    }

    /// A number and the currency beside it; none where missing or unreadable.
    fn number(&mut self, row0: u32, cell: Cell, units: &HashSet<String>) -> Option<(f64, Option<&'static str>)> {
        let text = match cell {
            Cell::Empty => return None,
            Cell::Number { value, .. } => return Some((value, None)),
            Cell::Text(id) => self.cells.table.text(id),
            Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => {
                self.unreadable(row0, "a number");
                return None;
            }
        };
        match numbers::parse(text, self.convention, units) {
            Ok(written) => Some((written.value, written.currency.and_then(numbers::currency))),
            Err(why) => {
                let folded = fold(text);
                if !folded.is_empty() && !self.reading.no_data.contains(&folded) {
                    self.unclear_number(row0, why);
                }
                None
            }
        }
    }

    fn unclear_number(&mut self, row0: u32, why: Unclear) {
        match why {
            Unclear::NotANumber => self.unreadable(row0, "a number"),
            Unclear::Ambiguous => self.unreadable(row0, "a number that cannot mean two things"),
        }
    }

    fn shown(&self, row0: u32) -> String {
        self.cells.table.shown(self.cells.table.cell(row0, self.cells.column0)).trim().to_owned()
    }

    fn unreadable(&mut self, row0: u32, expected: &str) {
        let column0 = self.cells.column0;
        let found = self.shown(row0);
        let place = self.place.at(Spot::Cell { row0, column0 });
        let (code, help) = match self.cells.table.cell(row0, column0) {
            Cell::Error(_) => ("error-value", "mend the formula, or empty the cell".to_owned()),
            _ if expected.starts_with("a number") => {
                ("not-a-number", "write digits only, or list this text under `no_data` in the rulebook".to_owned())
            }
            _ => ("not-a-level", "use one of these words, or add this one to the rulebook".to_owned()),
        };
        self.problems.push(Problem::warning(code, place, format!("expected {expected}, found `{found}`")).help(help));
    }
}

/// The scale of a column of ratings; larger means more.
#[derive(Clone, Debug, PartialEq)]
struct Rating {
    bottom: f64,
    top: f64,
    reading: String,
}

impl Rating {
    /// A range such as `1-5` or `0 to 100` that a header states in brackets.
    fn stated(brackets: &str) -> Option<Rating> {
        let folded = fold(brackets).replace(" to ", "-").replace("..", "-");
        let (bottom, top) = folded.split_once('-')?;
        let (bottom, top): (f64, f64) = (bottom.trim().parse().ok()?, top.trim().trim_end_matches('%').parse().ok()?);
        let reading = |low: f64, high: f64| format!("a rating from {low} to {high}, as the header states");
        if bottom < top {
            return Some(Rating { bottom, top, reading: format!("{}, larger is more", reading(bottom, top)) });
        }
        (bottom > top).then(|| Rating { bottom, top, reading: format!("{}, smaller is more", reading(bottom, top)) })
    }

    /// The usual scale whose top is reached and that holds all values, by the rulebook's default that larger is more.
    fn inferred(ratings: &[f64]) -> Option<Rating> {
        let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
        let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let whole = ratings.iter().all(|rating| rating.fract() == 0.0);
        let usual = [(0.0, 1.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (0.0, 100.0)];
        let reached = |(bottom, top): &(f64, f64)| {
            if *top <= 1.0 {
                most <= 1.0 && least >= 0.0 && !whole
            } else {
                (most - top).abs() < f64::EPSILON && least >= *bottom
            }
        };
        let (bottom, top) = usual.into_iter().find(reached)?;
        let reading = format!("a rating from {bottom} to {top}, as its values suggest, larger is more");
        Some(Rating { bottom, top, reading })
    }

    fn level(&self, rating: f64) -> Option<Points> {
        let share = (rating - self.bottom) / (self.top - self.bottom);
        (0.0..=1.0).contains(&share).then(|| Points::new((share * 100.0).round() as u8)).flatten()
    }
}

/// The level of a folded text: a word, a combination of two (`low-medium`), or a word with a remark after it.
pub fn level_of_word(scale: &LevelScale, folded: &str) -> Option<Points> {
    let word = |text: &str| scale.words.get(text.trim()).copied();
    if let Some(level) = word(folded) {
        return Some(level);
    }
    // `a) Yes`: the letter only counts the answers.
    let unlettered = folded.split_once(')').filter(|(letter, _)| letter.chars().count() == 1).map(|(_, rest)| rest);
    if let Some(level) = unlettered.and_then(word) {
        return Some(level);
    }
    for between in ["-", " to ", "/"] {
        if let Some((low, high)) = folded.split_once(between)
            && let (Some(low), Some(high)) = (word(low), word(high))
        {
            return Points::new(u8::midpoint(low.value(), high.value()));
        }
    }
    // `Yes - because …`, `High (4)`, `High: …`; `4 - High`.
    for remark in [" - ", " (", ": ", "; ", ", "] {
        if let Some((before, after)) = folded.split_once(remark) {
            let rated = before.trim().parse::<f64>().is_ok();
            if let Some(level) = word(if rated { after } else { before }) {
                return Some(level);
            }
        }
    }
    None
}

fn expected_level(scale: &LevelScale, rating: Option<&Rating>) -> String {
    let words = scale.examples.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    match (rating, scale.numbers) {
        (Some(rating), _) => format!("a level ({words}) or a number from {} to {}", rating.bottom, rating.top),
        (None, Numbers::Count { .. }) => format!("a level ({words}) or a count"),
        _ => format!("a level ({words})"),
    }
}

fn band(count: f64, low_below: f64, high_above: f64) -> Points {
    if count < low_below {
        Points::LOW
    } else if count > high_above {
        Points::HIGH
    } else {
        Points::MEDIUM
    }
}

/// The ISO code of a currency sign that has one country's code only; others stay as they are.
fn currency_code(currency: &str) -> &str {
    match currency {
        "€" => "EUR",
        "£" => "GBP",
        "₹" => "INR",
        "zł" => "PLN",
        other => other,
    }
}

/// The position of a currency in the inventory's list, added where it is new and in use.
fn currency_index(currencies: &mut Vec<String>, currency: &str, in_use: bool) -> u8 {
    if let Some(known) = currencies.iter().position(|c| c == currency) {
        return known as u8;
    }
    if !in_use || currencies.len() >= usize::from(u8::MAX) {
        return 0;
    }
    currencies.push(currency.to_owned());
    (currencies.len() - 1) as u8
}

/// A whole number with separators.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
