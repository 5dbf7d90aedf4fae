//! Which column holds the ids: the one whose values each stand once. What comes again beside such a column is an id of something
//! else, and numbers that come again under a header that may mean a count are no ids.

use std::collections::HashSet;

use super::find::Finder;
use super::meaning::{Match, Words};
use super::several::key;
use crate::inventory::heading::Layout;
use crate::table::Table;

/// A column's values, as far as ids are concerned.
struct Ids {
    filled: usize,
    distinct: usize,
    are_numbers: bool,
}

impl Ids {
    fn of(table: &Table, layout: &Layout, column0: u16) -> Ids {
        let mut seen = HashSet::new();
        let mut ids = Ids { filled: 0, distinct: 0, are_numbers: true };
        for row0 in layout.header_row0 + 1..table.rows() {
            let cell = table.value(row0, column0);
            // What has no name is no function.
            let is_named = table.is_filled(table.value(row0, layout.name_column));
            let Some(key) = key(cell).filter(|_| is_named && table.is_filled(cell)) else { continue };
            ids.filled += 1;
            ids.distinct += usize::from(seen.insert(key));
            ids.are_numbers &= table.number(cell).is_some();
        }
        ids
    }

    fn are_unique(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }
}

impl Finder<'_> {
    /// Takes another column for the ids where the values of the first one come again, or none where it may hold counts.
    pub(super) fn prefer_unique_ids(&self, table: &Table, layout: &mut Layout) {
        let Some(role) = self.rulebook.roles.id.filter(|id| !self.is_stated(*id)) else { return };
        let Some(first) = layout.column_of(Some(role)).map(usize::from) else { return };
        let own = Ids::of(table, layout, first as u16);
        if own.filled == 0 || own.are_unique() {
            return;
        }
        let may_be_id = |column: &usize| {
            let heading = &layout.columns[*column];
            let meaning = self.named(heading.said());
            heading.attribute.is_none()
                && meaning.is_some_and(|m| m.attribute == role && m.quality >= Match::Section)
                && !self.is_set_aside(table, heading, *column as u16)
        };
        let is_better = |column: &usize| {
            let other = Ids::of(table, layout, *column as u16);
            other.are_unique() && other.filled >= own.filled
        };
        let other = (0..layout.columns.len()).filter(may_be_id).find(is_better);
        let are_counts = || {
            let names = Ids::of(table, layout, layout.name_column);
            own.are_numbers && names.are_unique() && self.may_mean_count(layout.columns[first].said())
        };
        if other.is_some() || are_counts() {
            layout.columns[first].attribute = None;
        }
        if let Some(column) = other {
            layout.columns[column].attribute = Some(role);
        }
    }

    /// Whether a header is a word that counts have as well: `Number`.
    fn may_mean_count(&self, header: &str) -> bool {
        let reading = &self.rulebook.reading;
        match Words::of(header).outside.as_slice() {
            [word] => reading.figures.contains(word) || reading.fillers.contains(word),
            _ => false,
        }
    }
}
