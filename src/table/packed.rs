//! What stands in a cell, and cells as a table keeps them: ten bytes each where a [`Cell`] takes sixteen, for a million rows
//! have many.

use std::iter::Map;
use std::ops::Range;
use std::slice;

use string_interner::Symbol;
use string_interner::symbol::SymbolU32;

use super::error_values::ErrorValue;

/// A text that occurs in a table, once for all its cells.
pub type TextId = SymbolU32;

/// The position of a number format in [`Table::formats`](super::Table::formats).
pub type FormatId = u16;

/// What stood in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(TextId),
    /// A number and how it was shown.
    Number {
        /// The number.
        value: f64,
        /// How it was shown.
        format: FormatId,
    },
    /// A date, a time or both, as a serial number of the 1900 calendar.
    Date {
        /// Days since the last day of 1899.
        serial: f64,
        /// How it was shown.
        format: FormatId,
    },
    /// True or false.
    Boolean(bool),
    /// An error such as `#REF!`.
    Error(ErrorValue),
}

impl Cell {
    /// The text that it is, if it is one.
    pub fn text_id(self) -> Option<TextId> {
        if let Cell::Text(id) = self { Some(id) } else { None }
    }
}

/// Cells one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// What each holds: the bits of a number or a serial, the position of a text or an error, 0 or 1.
    values: Vec<u64>,
    /// What that is, and above it the number format.
    kinds: Vec<u16>,
}

const KIND_BITS: u32 = 3;

/// So many number formats can be told apart.
pub(super) const MOST_FORMATS: usize = (u16::MAX >> KIND_BITS) as usize + 1;

const EMPTY: u16 = 0;
const TEXT: u16 = 1;
const NUMBER: u16 = 2;
const DATE: u16 = 3;
const BOOLEAN: u16 = 4;
const ERROR: u16 = 5;

/// The cells of a part of a table, one after the other.
pub type Row<'t> = Map<std::iter::Zip<slice::Iter<'t, u64>, slice::Iter<'t, u16>>, fn((&u64, &u16)) -> Cell>;

fn packed(cell: Cell) -> (u64, u16) {
    let formatted = |value: f64, kind: u16, format: FormatId| (value.to_bits(), kind | format << KIND_BITS);
    match cell {
        Cell::Empty => (0, EMPTY),
        Cell::Text(id) => (id.to_usize() as u64, TEXT),
        Cell::Number { value, format } => formatted(value, NUMBER, format),
        Cell::Date { serial, format } => formatted(serial, DATE, format),
        Cell::Boolean(value) => (u64::from(value), BOOLEAN),
        Cell::Error(error) => (error as u64, ERROR),
    }
}

fn unpacked((value, kind): (&u64, &u16)) -> Cell {
    let (value, format) = (*value, kind >> KIND_BITS);
    match kind & ((1 << KIND_BITS) - 1) {
        TEXT => TextId::try_from_usize(value as usize).map_or(Cell::Empty, Cell::Text),
        NUMBER => Cell::Number { value: f64::from_bits(value), format },
        DATE => Cell::Date { serial: f64::from_bits(value), format },
        BOOLEAN => Cell::Boolean(value != 0),
        ERROR => ErrorValue::ALL.get(value as usize).map_or(Cell::Empty, |error| Cell::Error(*error)),
        _ => Cell::Empty,
    }
}

impl Cells {
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    pub(super) fn push(&mut self, cell: Cell) {
        let (value, kind) = packed(cell);
        self.values.push(value);
        self.kinds.push(kind);
    }

    /// Adds empty ones until there are so many.
    pub(super) fn fill_up(&mut self, length: usize) {
        self.values.resize(length, 0);
        self.kinds.resize(length, EMPTY);
    }

    pub(super) fn get(&self, at: usize) -> Cell {
        unpacked((&self.values[at], &self.kinds[at]))
    }

    pub(super) fn range(&self, range: Range<usize>) -> Row<'_> {
        self.values[range.clone()].iter().zip(&self.kinds[range]).map(unpacked)
    }

    pub(super) fn truncate(&mut self, length: usize) {
        self.values.truncate(length);
        self.kinds.truncate(length);
    }

    pub(super) fn remove(&mut self, range: Range<usize>) {
        self.values.drain(range.clone());
        self.kinds.drain(range);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_as_they_were() {
        let last = (MOST_FORMATS - 1) as FormatId;
        let numbers = [0.0, -0.0, 1.5, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY];
        let texts = [0, 1, 4_000_000_000].map(|at| Cell::Text(TextId::try_from_usize(at).expect("an id")));
        let cells: Vec<Cell> = [Cell::Empty, Cell::Boolean(false), Cell::Boolean(true)]
            .into_iter()
            .chain(texts)
            .chain(ErrorValue::ALL.map(Cell::Error))
            .chain(numbers.map(|value| Cell::Number { value, format: last }))
            .chain(numbers.map(|serial| Cell::Date { serial, format: 1 }))
            .collect();
        let mut kept = Cells::default();
        for cell in &cells {
            kept.push(*cell);
        }
        assert_eq!(kept.range(0..cells.len()).collect::<Vec<_>>(), cells);
        assert!((0..cells.len()).all(|at| kept.get(at) == cells[at]));
        kept.remove(1..3);
        kept.truncate(2);
        kept.fill_up(4);
        assert_eq!(kept.range(0..4).collect::<Vec<_>>(), [cells[0], cells[3], Cell::Empty, Cell::Empty]);
    }
}
