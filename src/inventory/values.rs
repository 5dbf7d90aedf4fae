//! A column's cells as values: texts, numbers, money, and (in `levels`) levels.
//!
//! How a column is read is decided once, from its header and all its values, and put into words; a cell that does not
//! fit is missing, and named.

use std::collections::HashSet;

use super::currencies;
use super::headers::Layout;
use super::numbers::{self, Beside, Convention, Unclear, Written};
use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::text::fold;
use crate::rulebook::{AttributeId, ColumnRule, Kind, Origin, Points, Reading, Rulebook};
use crate::table::{Cell, Table};

/// How texts are read.
pub const AS_IT_STANDS: &str = "as it stands";

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
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Cell)> {
        self.rows.iter().map(|row0| (*row0, self.table.value(*row0, self.column0)))
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
    let convention = match column_convention(cells) {
        Convention::Unproven => convention,
        own => own,
    };
    let mut reader = Reader {
        cells,
        place: cells.table.place.at(Spot::Column { column0: cells.column0 }).under(header),
        reading: &rulebook.reading,
        convention,
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
    let conventions =
        columns.map(|(column0, _)| column_convention(&ColumnCells { table, column0: column0 as u16, rows }));
    let proven = together(conventions);
    // Where semicolons part the fields, commas mark the decimals.
    let is_semicolons = table.dialect.ends_with("semicolons");
    if proven == Convention::Unproven && is_semicolons { Convention::DecimalComma } else { proven }
}

/// The convention that the first numbers of a column prove.
fn column_convention(cells: &ColumnCells) -> Convention {
    const LOOKED_AT: usize = 1_000;
    // A fraction that delimited text holds was written with a point; a workbook's numbers are not written at all.
    let is_delimited = !cells.table.dialect.is_empty();
    let proofs = cells.iter().filter_map(|(_, cell)| match cell {
        Cell::Text(id) => Some(cells.table.text(id)).filter(|text| text.len() < 32).and_then(numbers::proves),
        Cell::Number { value, .. } if is_delimited && value.fract() != 0.0 => Some(Convention::DecimalPoint),
        _ => None,
    });
    together(proofs.take(LOOKED_AT))
}

/// What several proofs come to.
fn together(proofs: impl Iterator<Item = Convention>) -> Convention {
    let mut proven = Convention::Unproven;
    for proof in proofs.filter(|proof| *proof != Convention::Unproven) {
        if proven != Convention::Unproven && proof != proven {
            return Convention::Conflicting;
        }
        proven = proof;
    }
    proven
}

/// Reads one column.
pub(super) struct Reader<'a> {
    pub(super) cells: &'a ColumnCells<'a>,
    pub(super) place: Place,
    pub(super) reading: &'a Reading,
    pub(super) convention: Convention,
    pub(super) problems: &'a mut Problems,
}

impl Reader<'_> {
    fn texts(&mut self) -> Outcome {
        let known = self.cells.iter().filter(|(_, cell)| self.is_text_known(*cell)).count();
        Outcome { values: Values::None, reading: AS_IT_STANDS.to_owned(), known }
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

    fn numbers(&mut self, units: &HashSet<String>) -> Outcome {
        let mut numbers = NumberColumn::default();
        let mut known = 0;
        for (row0, cell) in self.cells.iter() {
            let number = self.number(row0, cell, Beside::Units(units)).map(|written| written.value);
            known += usize::from(number.is_some());
            numbers.push(number);
        }
        Outcome { values: Values::Numbers(numbers), reading: "a number".to_owned(), known }
    }

    fn money(&mut self, header: &str, currencies: &mut Vec<String>) -> Outcome {
        let stated = currencies::in_header(header);
        let by_format: Vec<Option<&str>> =
            self.cells.table.formats.iter().map(|format| currencies::in_format(format)).collect();
        let mut numbers = NumberColumn::default();
        let mut own = Vec::with_capacity(self.cells.rows.len());
        let mut used: Vec<&str> = Vec::new();
        let mut known = 0;
        for (row0, cell) in self.cells.iter() {
            let amount = self.number(row0, cell, Beside::Currency);
            let beside = amount.and_then(|written| written.currency).or(match cell {
                Cell::Number { format, .. } => by_format[usize::from(format)],
                _ => None,
            });
            let currency = match (beside, stated.currency) {
                // Several countries use these signs; the header says which one is meant.
                (Some("$" | "¥"), Some(code)) => code,
                _ => beside.or(stated.currency).unwrap_or_default(),
            };
            if amount.is_some() {
                known += 1;
                if !used.contains(&currency) {
                    used.push(currency);
                }
            }
            // The header's thousands are not meant where the cell has its own.
            numbers.push(amount.map(
                |written| {
                    if written.has_magnitude { written.value } else { written.value * stated.factor }
                },
            ));
            own.push(currency_index(currencies, currency, amount.is_some()));
        }
        let reading = money_reading(&used, stated.factor);
        Outcome { values: Values::Amounts { numbers, currencies: own }, reading, known }
    }

    /// A number with what stands beside it; none where missing or unreadable.
    fn number(&mut self, row0: u32, cell: Cell, allowed: Beside) -> Option<Written> {
        let text = match cell {
            Cell::Empty => return None,
            Cell::Number { value, .. } if value.abs() <= numbers::LARGEST => {
                return Some(Written { value, currency: None, percent: false, has_magnitude: false });
            }
            Cell::Text(id) => self.cells.table.text(id),
            Cell::Number { .. } | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => {
                self.unreadable(row0, "a number");
                return None;
            }
        };
        match numbers::parse(text, self.convention, allowed) {
            Ok(written) => Some(written),
            Err(why) => {
                let folded = fold(text);
                if !folded.is_empty() && !self.reading.no_data.contains(&folded) {
                    match why {
                        Unclear::NotANumber => self.unreadable(row0, "a number"),
                        Unclear::Ambiguous => self.unreadable(row0, "a number that cannot mean two things"),
                    }
                }
                None
            }
        }
    }

    pub(super) fn shown(&self, row0: u32) -> String {
        self.cells.table.shown(self.cells.table.cell(row0, self.cells.column0)).trim().to_owned()
    }

    pub(super) fn unreadable(&mut self, row0: u32, expected: &str) {
        let column0 = self.cells.column0;
        let found = self.shown(row0);
        let place = self.place.at(Spot::Cell { row0, column0 });
        let (code, help) = match self.cells.table.cell(row0, column0) {
            Cell::Error(_) => ("error-value", "mend the formula, or empty the cell".to_owned()),
            _ if expected.starts_with("a number") => (
                "not-a-number",
                "write digits only, such as 1234.5, or list this text under `no_data` in the rulebook".to_owned(),
            ),
            _ => ("not-a-level", "use one of these words, or add this one to the rulebook".to_owned()),
        };
        self.problems.push(Problem::warning(code, place, format!("expected {expected}, found `{found}`")).help(help));
    }
}

/// How a column of amounts was read.
fn money_reading(used: &[&str], factor: f64) -> String {
    let named: Vec<&str> = used.iter().copied().filter(|currency| !currency.is_empty()).collect();
    let unit = match (used, named.join(" and in ")) {
        ([], _) => "an amount".to_owned(),
        ([""], _) => "an amount, its currency not stated".to_owned(),
        (all, currencies) if all.len() == named.len() => format!("an amount in {currencies}"),
        (_, currencies) => format!("an amount in {currencies}, or in a currency not stated"),
    };
    if factor > 1.0 { format!("{unit}, multiplied by {}", numbers::grouped(factor as u64)) } else { unit }
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
