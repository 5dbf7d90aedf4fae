//! What a walk over a sheet finds beyond plain cells, and how it is said.

use std::collections::BTreeMap;

use crate::codes::Code;
use crate::problem::{Place, Problem, Spot, column_letters};
use crate::table::appearance::{Appearance, Lost, Spans};
use crate::table::cells::{Region, Table};
use crate::table::formulas::{CALCULATE, NO_RESULT};
use crate::table::limits::{MAX_COLUMNS, MAX_ROWS};

/// What one sheet holds beyond plain cells.
#[derive(Debug, Default)]
pub(in crate::table) struct Seen {
    /// The merged ranges of cells, where the walk reads them.
    pub(in crate::table) regions: Vec<Region>,
    /// The highest number of a shared text, and a cell that names it, where the walk reads them.
    pub(in crate::table) last_text: Option<(u32, (u32, u16))>,
    /// Whether some formula has no result.
    pub(in crate::table) uncalculated: bool,
    /// Rows that are not to be seen.
    pub(in crate::table) hidden_rows: Spans,
    /// How deep rows stand in groups that can be folded up, where that is more than 0.
    pub(in crate::table) depths: BTreeMap<u32, u8>,
    /// Columns that are not to be seen.
    pub(in crate::table) hidden_columns: Spans,
    /// Stretches of columns with the width that somebody gave them, in characters.
    pub(in crate::table) widths: Vec<(u32, u32, f64)>,
    /// How much of each kind stands there and is not kept.
    pub(in crate::table) lost: BTreeMap<Lost, usize>,
    /// What counts as empty though something stands there.
    pub(in crate::table) odd: Vec<Odd>,
}

/// A cell that counts as empty though something stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) struct Odd {
    /// Its row and column.
    pub(in crate::table) cell: (u32, u16),
    /// What stands there.
    pub(in crate::table) what: What,
}

/// What a cell holds that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::table) enum What {
    /// A formula that the program which wrote the file has not calculated.
    NoResult,
    /// An error that the parser does not know or passes over.
    Error(Box<str>),
    /// A number that is none, such as infinity.
    NoNumber(Box<str>),
    /// A text with formats of its own.
    FormattedText,
}

impl Odd {
    /// The problem of a cell of this table.
    pub(in crate::table) fn problem(&self, table: &Table) -> Problem {
        let (code, found, help) = match &self.what {
            What::NoResult => (Code::NotCalculated, NO_RESULT.to_owned(), CALCULATE),
            What::Error(error) => (Code::ErrorValue, format!("the error `{error}`"), "mend the formula in this cell"),
            What::NoNumber(number) => {
                (Code::ErrorValue, format!("`{number}`, which is no number"), "mend the formula in this cell")
            }
            What::FormattedText => (
                Code::FormattedText,
                "a text with formats of its own, which cannot be read in an .xlsb file".to_owned(),
                "save the file as .xlsx",
            ),
        };
        let message = format!("holds {found}; it counts as empty");
        Problem::warning(code, table.place_of(self.cell.0, self.cell.1), message).help(help)
    }
}

impl Seen {
    /// Notes that something stands there that is not kept.
    pub(in crate::table) fn lose(&mut self, what: Lost) {
        *self.lost.entry(what).or_default() += 1;
    }

    /// Notes how columns are as the binary formats say it (MS-XLS 2.4.53): their width in 256ths of a character, and flags.
    pub(super) fn column(&mut self, first: u32, last: u32, width: u32, flags: u16) {
        const HIDDEN: u16 = 1;
        const SET_BY_USER: u16 = 2;
        if flags & HIDDEN != 0 {
            self.hidden_columns.push(first, last);
        } else if flags & SET_BY_USER != 0 && first <= last {
            self.widths.push((first, last, f64::from(width) / 256.0));
        }
    }

    /// Hands over what the sheet looks like.
    pub(in crate::table) fn give(self, appearance: &mut Appearance) {
        (appearance.hidden_rows, appearance.hidden_columns) = (self.hidden_rows, self.hidden_columns);
        (appearance.widths, appearance.depths) = (self.widths, self.depths);
        self.lost.into_iter().for_each(|(what, count)| appearance.lose(what, count));
    }

    /// Says which rows and columns of a table are hidden and were read all the same.
    pub(in crate::table) fn notes(&self, table: &Table) -> Vec<Problem> {
        let rows: Vec<u32> = self.hidden_rows.numbers(table.rows()).filter(|row0| !table.is_blank(*row0)).collect();
        let columns: Vec<u32> = self.hidden_columns.numbers(u32::from(table.columns())).collect();
        let note = |code, what: &str, count: usize, shown: String| {
            let (s, are, were) = if count == 1 { ("", "is", "was") } else { ("s", "are", "were") };
            let message = format!("{count} {what}{s} {are} hidden, and {were} read like all others: {shown}");
            Problem::note(code, table.place.clone(), message)
        };
        let mut notes = Vec::new();
        if !rows.is_empty() {
            let shown = in_ranges(&rows, |row0| (row0 + 1).to_string());
            notes.push(
                note(Code::HiddenRows, "row", rows.len(), shown)
                    .help("delete in the file what is not to be assessed, such as rows that a filter hides"),
            );
        }
        if !columns.is_empty() {
            let shown = in_ranges(&columns, |column0| column_letters(column0 as u16));
            notes.push(note(Code::HiddenColumns, "column", columns.len(), shown));
        }
        notes
    }
}

/// Numbers in order, neighbours as a range, the first few of them.
fn in_ranges(numbers: &[u32], shown: impl Fn(u32) -> String) -> String {
    const MOST: usize = 8;
    let mut ranges: Vec<String> = Vec::new();
    for range in numbers.chunk_by(|a, b| a + 1 == *b) {
        if ranges.len() == MOST {
            ranges.push("…".to_owned());
            break;
        }
        ranges.push(match range {
            [only] => shown(*only),
            [first, .., last] => format!("{}–{}", shown(*first), shown(*last)),
            [] => continue,
        });
    }
    ranges.join(", ")
}

/// A cell that cannot be read as what it is.
pub(in crate::table) fn refused_cell(place: &Place, (row0, column0): (u32, u16), what: &str) -> Problem {
    Problem::error(Code::DamagedCell, place.at(Spot::Cell { row0, column0 }), what)
        .help("open the file in Excel or LibreOffice, look at this cell, and save the file again")
}

/// A row and a column within a sheet, or nothing.
pub(super) fn within_sheet(row0: u32, column: u32) -> Option<(u32, u16)> {
    let column0 = u16::try_from(column).ok().filter(|column0| *column0 < MAX_COLUMNS)?;
    (row0 < MAX_ROWS).then_some((row0, column0))
}
