//! A column's header as it was understood, and where the table of the inventory stands: the words that layout and cells share.

use std::ops::RangeInclusive;

use super::statements::Statement;
use crate::problem::{Place, Spot, column_letters};
use crate::rulebook::AttributeId;
use crate::table::Table;

/// Where the inventory stands in a workbook.
#[derive(Debug)]
pub(super) struct Layout {
    /// The table, by its position in the workbook.
    pub table: usize,
    /// The first row of the headers.
    pub header_top0: u32,
    /// The last row of the headers.
    pub header_row0: u32,
    /// The row below the table, where another one begins, or the end of the sheet.
    pub end0: u32,
    /// Every column, from the first.
    pub columns: Vec<Heading>,
    /// Rows below the functions that say something of columns, and nothing else.
    pub(super) legend_rows: Vec<u32>,
    /// The column that holds the names.
    pub name_column: u16,
    /// Whether the column of names is called just that, in a row with other headers.
    pub(super) is_named: bool,
    pub(super) score: usize,
}

impl Layout {
    /// How much like a header the row is: a value may hold a synonym by chance, and seldom is one.
    pub(super) fn rank(&self) -> (bool, usize) {
        (self.is_named, self.score)
    }

    /// The first column of an attribute; none where no column holds it, or there is no such attribute.
    pub(super) fn column_of(&self, attribute: Option<AttributeId>) -> Option<u16> {
        let id = attribute?;
        self.columns.iter().position(|heading| heading.attribute == Some(id)).map(|column| column as u16)
    }

    /// The rows of the header.
    pub(super) fn header_rows(&self) -> RangeInclusive<u32> {
        self.header_top0..=self.header_row0
    }
}

/// A column's header and what it was taken for.
#[derive(Clone, Debug, Default)]
pub(super) struct Heading {
    /// The text as it stood; what stood in several rows is joined by ` / `.
    pub header: String,
    /// The attribute; none where the column is not used.
    pub attribute: Option<AttributeId>,
    /// The attribute that it names and that was read from another column.
    pub(super) second: Option<AttributeId>,
    /// How much of the attribute it holds.
    pub part: Part,
    /// The scale that its numbers were stated to be on.
    pub scale: Option<StatedScale>,
    /// The same with a line for each row.
    pub(super) lines: String,
    /// What is known of its values besides the cells.
    pub(super) statement: Statement,
    /// What stands in brackets, where that says what the column holds: `Function name` of `Custom field (Function name)`.
    pub(super) in_brackets: Option<String>,
}

/// How much of an attribute a column holds. Only counts and amounts come in parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// All of it.
    #[default]
    Whole,
    /// One of several channels, which are added.
    Channel,
    /// One of several periods, of which the latest counts.
    Period {
        /// Whether it tells what was, and not what was planned.
        is_actual: bool,
        /// The last month of the period, counted from the year 0; a greater number is later.
        end: u32,
        /// How many months the period has.
        months: u8,
    },
}

impl Heading {
    /// How an option names the column: by its header, or by its letters where that is long, or hard to type.
    pub(super) fn typed(&self, column0: u16) -> String {
        typed(&self.header, column0)
    }

    /// What says what the column holds.
    pub(super) fn said(&self) -> &str {
        self.in_brackets.as_deref().unwrap_or(&self.lines)
    }

    pub(super) fn place(&self, table: &Table, column: usize) -> Place {
        table.place.at(Spot::Column { column0: column as u16 }).under(self.header.as_str())
    }
}

/// The rows of a header in one line.
pub(super) fn one_line(lines: &str) -> String {
    lines.lines().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// The scale that somebody stated for a column, which counts above all else.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedScale {
    /// The number that means least.
    pub bottom: f64,
    /// The number that means most.
    pub top: f64,
    /// Who stated it: `as the rulebook states`.
    pub origin: String,
}

/// A column as an option names it: by its header where that can be typed, else by its letters.
pub(super) fn typed(header: &str, column0: u16) -> String {
    const LONGEST: usize = 32;
    let is_plain = |c: char| c.is_alphanumeric() || " -_/().,?%&".contains(c);
    let is_short = header.chars().count() <= LONGEST && header.chars().all(is_plain);
    if is_short && !header.is_empty() { header.to_owned() } else { column_letters(column0) }
}
