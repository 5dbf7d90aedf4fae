//! Rows of delimited text that have more or fewer fields than their header, so that no value in them is known to stand in its
//! own column.

use std::ops::RangeInclusive;

use crate::codes::Code;
use crate::problem::{Place, Problem, Spot};
use crate::table::{Fields, Table};

pub(super) const HELP: &str =
    "give each column its header, and put quotation marks around texts that hold the sign between fields or a line end";

/// Excel leaves out the last delimiters of rows by the block, each of so many rows.
const BLOCK: u32 = 16;

/// How many fields a table's rows should have, and whether fewer are sound.
pub(super) struct Evenness<'a> {
    table: &'a Table,
    /// The most fields of a row, and the fewest of one that has all its values.
    header: Fields,
    /// Whether whoever wrote the file left out the delimiters behind the last value of a row.
    leaves_out: bool,
}

impl<'a> Evenness<'a> {
    /// What the rows below a header should be like; nothing where the table is no delimited text.
    pub(super) fn of(table: &'a Table, header: RangeInclusive<u32>) -> Option<Evenness<'a>> {
        let data = header.end() + 1..table.rows();
        // Groups above the headers may reach beyond them; the lowest row has a header for each value.
        let rows = header.filter_map(|row0| table.fields(row0));
        let header = rows.reduce(|a, b| Fields { parted: a.parted.max(b.parted), filled: b.filled })?;
        let mut evenness = Evenness { table, header, leaves_out: false };
        evenness.leaves_out = evenness.are_often_short(data);
        Some(evenness)
    }

    /// Whether many rows are short and none ends in a blank field: then blank ones at the end are not written.
    fn are_often_short(&self, data: std::ops::Range<u32>) -> bool {
        const LEAST: usize = 3;
        const ONE_IN: usize = 4;
        let (mut rows, mut short, mut blank_ends) = (0, 0, 0);
        for fields in data.filter_map(|row0| self.table.fields(row0)).filter(|fields| fields.parted > 1) {
            rows += 1;
            short += usize::from(fields.parted < self.header.filled);
            blank_ends += usize::from(fields.filled < fields.parted);
        }
        blank_ends == 0 && short >= LEAST && short * ONE_IN >= rows
    }

    /// Whether a row's values may stand in other columns than their own.
    pub(super) fn is_uneven(&self, row0: u32) -> bool {
        let Some(fields) = self.table.fields(row0) else { return false };
        if fields.filled > self.header.parted {
            return true;
        }
        fields.parted < self.header.filled && !self.leaves_out && !self.is_in_short_block(row0)
    }

    /// Whether a row is as short as all others of its block, as Excel writes them.
    fn is_in_short_block(&self, row0: u32) -> bool {
        const LEAST: usize = 4;
        let first = row0 - row0 % BLOCK;
        let block: Vec<u16> =
            (first..first + BLOCK).filter_map(|row0| self.table.fields(row0)).map(|fields| fields.parted).collect();
        block.len() >= LEAST && block.iter().all(|parted| *parted == block[0])
    }

    /// What is to be said of an uneven row.
    pub(super) fn problem(&self, row0: u32) -> Problem {
        let has = self.table.fields(row0).map_or(0, |fields| fields.parted);
        let fields = if has == 1 { "field" } else { "fields" };
        let message = format!("has {has} {fields}, its header {}; it was left out", self.header.parted);
        Problem::warning(Code::UnevenRow, self.place(row0), message).help(HELP)
    }

    /// The problem where so many rows are uneven that it is the header that may be wrong.
    pub(super) fn refusal(&self, uneven: &[u32], functions: usize) -> Option<Problem> {
        let (first, count) = (*uneven.first()?, uneven.len());
        if count <= functions {
            return None;
        }
        let has = self.table.fields(first).map_or(0, |fields| fields.parted);
        let rows = if count == 1 { "row has" } else { "rows have" };
        let message = format!(
            "{count} {rows} more or fewer fields than the header, as this one, which has {has} where the header has {}",
            self.header.parted
        );
        Some(Problem::error(Code::UnevenRows, self.place(first), message).help(HELP))
    }

    fn place(&self, row0: u32) -> Place {
        let cell = self.table.place_of(row0, 0);
        match cell.spot {
            Spot::Cell { row0, .. } => cell.at(Spot::Row { row0 }),
            _ => cell,
        }
    }
}
