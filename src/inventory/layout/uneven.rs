//! Rows of delimited text that have more or fewer fields than their header, so that no value in them is known to stand in its
//! own column.

use std::ops::{Range, RangeInclusive};

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
    /// The first column of those at the end that are empty in most rows.
    mostly_empty0: u16,
    /// What stands in the columns before it.
    kinds: Vec<Kind>,
    /// The stretches of rows that are all as short as one of Excel's blocks among them, in order.
    short_runs: Vec<Range<u32>>,
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Numbers,
    Texts,
    Both,
}

impl<'a> Evenness<'a> {
    /// What the rows below a header should be like; nothing where the table is no delimited text.
    pub(super) fn of(table: &'a Table, header: RangeInclusive<u32>) -> Option<Evenness<'a>> {
        let data = header.end() + 1..table.rows();
        // Groups above the headers may reach beyond them; the lowest row has a header for each value.
        let rows = header.filter_map(|row0| table.fields(row0));
        let header = rows.reduce(|a, b| Fields { parted: a.parted.max(b.parted), filled: b.filled })?;
        let (leaves_out, mostly_empty0) = (false, header.filled);
        let mut evenness =
            Evenness { table, header, leaves_out, mostly_empty0, kinds: Vec::new(), short_runs: Vec::new() };
        evenness.leaves_out = evenness.are_often_short(data.clone());
        if !evenness.leaves_out && data.clone().any(|row0| evenness.is_short(row0)) {
            evenness.short_runs = evenness.runs(data.clone());
            evenness.look_at_columns(data);
        }
        Some(evenness)
    }

    fn is_short(&self, row0: u32) -> bool {
        self.table.fields(row0).is_some_and(|fields| fields.parted < self.header.filled)
    }

    /// The stretches of rows that are all as short, and fill one of Excel's blocks somewhere.
    fn runs(&self, data: Range<u32>) -> Vec<Range<u32>> {
        let parted = |row0: u32| self.table.fields(row0).map(|fields| fields.parted);
        let (mut runs, mut start0) = (Vec::new(), data.start);
        while start0 < data.end {
            let end0 = (start0 + 1..data.end).find(|row0| parted(*row0) != parted(start0)).unwrap_or(data.end);
            if self.is_short(start0) && (start0..end0).any(|row0| self.is_in_short_block(row0)) {
                runs.push(start0..end0);
            }
            start0 = end0;
        }
        runs
    }

    /// Finds the columns at the end that are empty in most rows, and what stands in the others.
    fn look_at_columns(&mut self, data: Range<u32>) {
        let width = usize::from(self.header.filled);
        let (mut rows, mut numbers, mut filled) = (0_usize, vec![0_usize; width], vec![0_usize; width]);
        for row0 in data.filter(|row0| !self.table.is_blank(*row0) && !self.is_short(*row0)) {
            rows += 1;
            for column0 in self.table.filled(row0).map(usize::from).filter(|column0| *column0 < width) {
                filled[column0] += 1;
                let cell = self.table.cell(row0, column0 as u16);
                numbers[column0] += usize::from(self.table.number(cell).is_some());
            }
        }
        let empty = filled.iter().rev().take_while(|filled| **filled * 2 < rows).count();
        self.mostly_empty0 = (width - empty) as u16;
        let kind = |(numbers, filled): (&usize, &usize)| match () {
            () if *filled > 0 && numbers == filled => Kind::Numbers,
            () if *numbers == 0 => Kind::Texts,
            () => Kind::Both,
        };
        self.kinds = numbers.iter().zip(&filled).map(kind).collect();
    }

    /// Whether a short row lacks nothing but what most rows lack, and holds what others do in their columns.
    fn lacks_little(&self, row0: u32) -> bool {
        let Some(fields) = self.table.fields(row0) else { return false };
        let fits = |column0: u16| match (self.kinds.get(usize::from(column0)), self.table.cell(row0, column0)) {
            (Some(Kind::Numbers), cell) => self.table.number(cell).is_some(),
            (Some(Kind::Texts), cell) => self.table.number(cell).is_none(),
            _ => true,
        };
        // What most rows say it says too. One that ends in a blank has lost a sign elsewhere.
        let is_cut_off = fields.parted >= self.mostly_empty0 && fields.filled == fields.parted;
        is_cut_off && fields.parted > 1 && self.table.filled(row0).all(fits)
    }

    /// Whether many rows are short and none ends in a blank field: then blank ones at the end are not written.
    fn are_often_short(&self, data: Range<u32>) -> bool {
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
        let is_in_run = || {
            let at = self.short_runs.partition_point(|run| run.end <= row0);
            self.short_runs.get(at).is_some_and(|run| run.contains(&row0))
        };
        self.is_short(row0) && !self.leaves_out && !is_in_run() && !self.lacks_little(row0)
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
