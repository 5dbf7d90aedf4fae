//! Rows that say in words what columns hold, where other rows hold it: an example, types of values, a header in another language.

use std::collections::HashSet;

use super::rows::Rows;
use super::selected::cell_number;
use crate::table::Cell;

impl Rows<'_> {
    /// The columns of values that hold numbers in nearly all rows.
    pub(super) fn numeric_columns(&self) -> HashSet<u16> {
        const LEAST: usize = 2;
        let columns = (0..).zip(&self.layout.columns);
        let valued =
            columns.filter(|(_, heading)| heading.attribute.is_some_and(|id| self.rulebook.attribute(id).has_values()));
        let is_numeric = |column0: &u16| {
            let (mut filled, mut numbers) = (0, 0);
            for row0 in self.layout.header_row0 + 1..self.layout.end0 {
                let cell = self.table.cell(row0, *column0);
                filled += usize::from(self.table.is_filled(cell));
                numbers += usize::from(cell_number(self.table, cell).is_some());
            }
            numbers >= LEAST && numbers * 3 >= filled * 2
        };
        valued.map(|(column0, _)| column0).filter(is_numeric).collect()
    }

    /// Whether a row holds no value, and texts instead that no other row holds, where others hold numbers and words that come
    /// again.
    pub(super) fn is_of_words(&self, row0: u32) -> bool {
        const LEAST: usize = 3;
        const LEAST_NUMERIC: usize = 2;
        let (mut words, mut numeric) = (Vec::new(), 0);
        for column0 in self.table.filled(row0) {
            let attribute = self.layout.columns.get(usize::from(column0)).and_then(|heading| heading.attribute);
            if !attribute.is_some_and(|id| self.rulebook.attribute(id).has_values()) {
                continue;
            }
            let Cell::Text(id) = self.table.cell(row0, column0) else { return false };
            let text = self.table.text(id).trim();
            let is_bracketed = text.starts_with(['(', '[']);
            if self.rulebook.reading.is_no_data(text) || text.contains(|c: char| c.is_ascii_digit()) && !is_bracketed {
                return false;
            }
            if self.numeric_columns.contains(&column0) {
                numeric += 1;
            } else {
                words.push(column0);
            }
        }
        let is_new = |column0: &u16| {
            let own = self.table.cell(row0, *column0);
            let rows = self.layout.header_row0 + 1..self.layout.end0;
            rows.filter(|other| *other != row0).all(|other| self.table.cell(other, *column0) != own)
        };
        numeric >= LEAST_NUMERIC && numeric + words.len() >= LEAST && words.iter().all(is_new)
    }
}
