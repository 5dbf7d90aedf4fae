//! The sheets of an assessed workbook that list functions: what somebody typed into them, though nothing of them is read.
//!
//! A decision is told from one that the sheet shows by the assessment sheet, which it follows; a remark by its place.

use std::collections::HashMap;

use super::decisions::Choice;
use crate::rulebook::text::is_called;
use crate::sheets::{CHANGES, DECISION, KEY, Name, REVIEW, RISKS, ROW_HEADERS, VERDICTS};
use crate::table::{Cell, Lost, Table};

/// The sheets whose lines are functions.
const LISTS: [Name; 4] = [VERDICTS, REVIEW, RISKS, CHANGES];

/// A list of functions.
pub(super) struct List<'t> {
    table: &'t Table,
    header_row0: u32,
    /// The last column of the list; what stands right of it is no part of it.
    last0: u16,
}

impl<'t> List<'t> {
    /// The list on a sheet, if it is one that lists functions; `is_ours` tells the headers of such lists.
    pub(super) fn of(table: &'t Table, is_ours: fn(&str) -> bool) -> Option<List<'t>> {
        // Above its header a list has a title and sentences.
        const LAST_HEADER: u32 = 20;
        let is_list = LISTS.iter().any(|name| table.is_sheet(*name));
        let mut rows = 0..table.rows().min(LAST_HEADER).min(if is_list { LAST_HEADER } else { 0 });
        let headers = |row0: u32| {
            let columns = 0..table.row(row0).len() as u16;
            columns.filter(|column0| is_ours(&table.shown(table.cell(row0, *column0)))).collect::<Vec<u16>>()
        };
        rows.find_map(|header_row0| match headers(header_row0).as_slice() {
            [_, .., last0] => Some(List { table, header_row0, last0: *last0 }),
            _ => None,
        })
    }

    /// On how many functions something else is decided here than on the assessment sheet, whose header stands in a row.
    pub(super) fn decisions(&self, (own, own_row0): (&Table, u32)) -> usize {
        if !self.table.is_sheet(VERDICTS) {
            // The others say what was decided when they were written.
            return 0;
        }
        let under = |table: &Table, row0: u32, name: Name| {
            (0..table.row(row0).len() as u16).rfind(|at| is_called(&table.shown(table.cell(row0, *at)), name))
        };
        let here = |name: Name| under(self.table, self.header_row0, name);
        let columns = ROW_HEADERS.into_iter().find_map(here).zip(here(DECISION));
        let own_columns = under(own, own_row0, KEY).zip(under(own, own_row0, DECISION));
        let (Some((key0, decision0)), Some((own_key0, own_decision0))) = (columns, own_columns) else { return 0 };
        let choice = |table: &Table, row0: u32, column0: u16| Choice::of(&table.shown(table.cell(row0, column0)));
        let decided: HashMap<String, Option<Choice>> = (own_row0 + 1..own.rows())
            .map(|row0| (own.shown(own.cell(row0, own_key0)), choice(own, row0, own_decision0)))
            .collect();
        // Where decisions do not follow, one may be older than what stands on the assessment sheet.
        let follows = self.table.appearance.lost.contains_key(&Lost::Formulas);
        let is_typed = |row0: &u32| {
            let key = self.table.shown(self.table.cell(*row0, key0));
            match (choice(self.table, *row0, decision0), decided.get(&key)) {
                (Some(here), Some(Some(there))) => follows && here != *there,
                (Some(_), Some(None)) => true,
                (None, _) | (_, None) => false,
            }
        };
        self.rows().filter(is_typed).count()
    }

    /// How many cells beside the list, and below it, hold something.
    pub(super) fn remarks(&self) -> usize {
        let is_filled = |row0: u32, column0: &u16| self.table.cell(row0, *column0) != Cell::Empty;
        let beside = |row0: u32| {
            let columns = self.last0 + 1..self.table.row(row0).len() as u16;
            // What only serves formulas is hidden.
            let shown = columns.filter(|column0| !self.table.appearance.is_hidden(*column0));
            shown.filter(|column0| is_filled(row0, column0)).count()
        };
        // A line of the list has the number of its row and more, as far as its formulas were calculated.
        let is_text = |row0: u32, column0: &u16| matches!(self.table.cell(row0, *column0), Cell::Text(_));
        let is_remark = |row0: &u32| {
            let filled: Vec<u16> = (0..=self.last0).filter(|column0| is_filled(*row0, column0)).collect();
            matches!(filled.as_slice(), [only] if is_text(*row0, only))
        };
        let rows = std::iter::once(self.header_row0).chain(self.rows());
        rows.map(beside).sum::<usize>() + self.rows().filter(is_remark).count()
    }

    fn rows(&self) -> impl Iterator<Item = u32> {
        self.header_row0 + 1..self.table.rows()
    }
}
