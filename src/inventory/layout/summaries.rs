//! Rows that say something of the other rows: their sums, averages, extremes.
//!
//! What counts is that the numbers of a row are what its name says of those above. A name that is nothing but the word for a
//! total or a statistic is believed without.

use super::footers::LOOKED_AT;
use super::rows::{Adds, Rows};
use super::statistics::{STATISTICS, Statistic, digits};
use crate::inventory::known::Exclusion;
use crate::rulebook::LevelScale;
use crate::rulebook::text::fold;
use crate::table::Cell;

/// Who adds up more has subtotals, which are told by their names.
pub(super) const MOST_ROWS: usize = 10_000;

/// So many rows on each side are those that a row stands among.
const NEAR: usize = 3;

impl Rows<'_> {
    /// What a row with a name says of other rows, where it does.
    pub(super) fn summary(&self, row0: u32, name: &str) -> Option<Exclusion> {
        let reading = &self.rulebook.reading;
        // Whatever it is called, it says of itself that it adds up others.
        if self.table.adds_rows(row0) && self.numbers(row0).is_some_and(|numbers| numbers.is_empty()) {
            return Some(Exclusion::Total);
        }
        match self.adds.get(&row0) {
            Some(Adds::Up) => return Some(Exclusion::Total),
            Some(Adds::Beside) => return Some(Exclusion::Statistic),
            Some(Adds::Called) if reading.names_total(name) => return Some(Exclusion::Total),
            _ if !reading.begins_as_summary(name) || reading.is_no_data(name) => return None,
            _ if self.is_judged_as_others(row0) => return None,
            _ => {}
        }
        if reading.is_total(name) || (reading.begins_as_total(name) && self.is_sum(row0)) {
            return Some(Exclusion::Total);
        }
        if self.has_own_texts(row0) {
            return None;
        }
        let is_all = reading.statistic(name)?;
        let is_one_of = |of: &[u32]| self.is_statistic(row0, of, &STATISTICS);
        let is_one = if is_all && self.is_amid(row0) {
            self.is_likely_statistic(row0, &self.group(row0))
        } else {
            is_all
                || self.is_beside_statistic(row0)
                || is_one_of(&self.group(row0))
                || is_one_of(&self.numbered_rows(row0))
        };
        is_one.then_some(Exclusion::Statistic)
    }

    /// Whether the row above or below one is called a total or a statistic and nothing else: `Median` above `90th percentile`.
    fn is_beside_statistic(&self, row0: u32) -> bool {
        let reading = &self.rulebook.reading;
        let is_one = |name: &str| reading.is_total(name) || reading.statistic(name) == Some(true);
        let others = [row0 - 1, row0 + 1].into_iter().filter(|other| self.names_summary(*other));
        others.into_iter().any(|other| is_one(self.name_or_lone_text(other)))
    }

    /// Whether a row has an id of its own as others have, or texts beside its name in the columns where they do, other than the
    /// row above it: what says something of other rows has none.
    fn has_own_texts(&self, row0: u32) -> bool {
        let is_other = |other: &u32| !self.is_boundary(*other);
        let above = (self.layout.header_row0 + 1..row0).rev().take(LOOKED_AT).filter(is_other);
        let below = (row0 + 1..self.layout.end0).take(LOOKED_AT).filter(is_other);
        let others: Vec<u32> = above.take(NEAR).chain(below.take(NEAR)).collect();
        let text = |row0: u32, column0: u16| {
            let words = self.table.words(self.table.cell(row0, column0));
            words.filter(|words| !self.rulebook.reading.is_no_data(words))
        };
        let roles = &self.rulebook.roles;
        let is_beside = |column0: &u16| {
            let heading = self.layout.columns.get(usize::from(*column0));
            let attribute = heading.and_then(|heading| heading.attribute);
            let is_unit = attribute.is_some() && [roles.unit, roles.currency].contains(&attribute);
            Some(*column0) != self.label(row0) && !is_unit && !self.is_sheet_name(row0, *column0)
        };
        let texts_of = |other: u32| {
            let columns = self.table.filled(other).filter(|column0| is_beside(column0));
            columns.filter(|column0| text(other, *column0).is_some()).collect::<Vec<u16>>()
        };
        let own = texts_of(row0);
        let is_own = own.iter().any(|column0| {
            others.iter().all(|other| text(*other, *column0) != text(row0, *column0))
                || text(row0, *column0) != text(row0 - 1, *column0)
        });
        let says_as_much = || others.iter().all(|other| texts_of(*other).iter().all(|column0| own.contains(column0)));
        !others.is_empty() && (self.has_own_id(row0, &others) || !own.is_empty() && is_own && says_as_much())
    }

    /// Whether a row has an id that is made like those of others, and is none of theirs.
    fn has_own_id(&self, row0: u32, others: &[u32]) -> bool {
        let column0 = self.layout.column_of(self.rulebook.roles.id);
        let Some(column0) = column0.filter(|column0| Some(*column0) != self.label(row0)) else {
            return false;
        };
        let own = self.table.value(row0, column0);
        self.table.is_filled(own)
            && others.iter().all(|other| self.table.value(*other, column0) != own)
            && self.is_made_like(row0, others)
    }

    /// Whether a row stands between two that are functions for all that is seen, and holds as much as they do: what says
    /// something of others stands at their end, or above them.
    fn is_amid(&self, row0: u32) -> bool {
        let filled = |row0: u32| self.table.filled(row0).count();
        let is_other = |other: u32| {
            other > self.layout.header_row0
                && other < self.layout.end0
                && !self.is_boundary(other)
                && filled(other) <= filled(row0)
        };
        is_other(row0 - 1) && is_other(row0 + 1)
    }

    /// Whether a row has levels, and says no less than the one above it: no total is judged.
    fn is_judged_as_others(&self, row0: u32) -> bool {
        let filled = |row0: u32| self.table.filled(row0).filter(|at| !self.is_sheet_name(row0, *at)).count();
        let is_other =
            |other: &u32| !self.table.is_blank(*other) && !self.is_lone(*other) && !self.names_summary(*other);
        let above = || (self.layout.header_row0 + 1..row0).rev().take(LOOKED_AT).find(is_other);
        let other = || above().or_else(|| (row0 + 1..self.layout.end0).take(LOOKED_AT).find(is_other));
        self.holds_level(row0) && other().is_some_and(|other| filled(row0) >= filled(other))
    }

    /// Whether a row has a word for a level in a column of levels.
    pub(super) fn holds_level(&self, row0: u32) -> bool {
        self.table.filled(row0).any(|column0| match (self.levels_of(column0), self.table.cell(row0, column0)) {
            (Some(scale), Cell::Text(text)) => scale.words.contains_key(fold(self.table.text(text)).trim()),
            _ => false,
        })
    }

    /// The levels that a column holds, where it does.
    pub(super) fn levels_of(&self, column0: u16) -> Option<&LevelScale> {
        let id = self.layout.columns.get(usize::from(column0))?.attribute?;
        self.rulebook.attribute(id).levels()
    }

    /// What a row says of others that has no name, or only a number for one: its first text says so.
    pub(super) fn summary_beside(&self, row0: u32) -> Option<Exclusion> {
        self.summary(row0, self.first_text(row0)?)
    }

    /// The first text of a row.
    pub(super) fn first_text(&self, row0: u32) -> Option<&str> {
        match self.table.cell(row0, self.column_of_text(row0)?) {
            Cell::Text(id) => Some(self.table.text(id).trim()),
            _ => None,
        }
    }

    /// Whether nothing but sums of the rows right above stands beside a name: `Total Finance`, not `Total Quality
    /// Management`. The sums begin at the header, a heading, a blank row or another total.
    fn is_sum(&self, row0: u32) -> bool {
        let group = self.group(row0);
        self.table.is_uncalculated(row0) && self.numbers(row0).is_some_and(|numbers| numbers.is_empty())
            || group.len() > 1 && self.is_statistic(row0, &group, &[Statistic::Sum])
    }

    /// The rows right above one, from the last blank row, heading or total.
    fn group(&self, row0: u32) -> Vec<u32> {
        let above = (self.layout.header_row0 + 1..row0).rev().take(MOST_ROWS);
        above.take_while(|row0| !self.is_boundary(*row0)).filter(|row0| !self.is_part(*row0)).collect()
    }

    /// The rows above one that say nothing of others themselves.
    fn numbered_rows(&self, row0: u32) -> Vec<u32> {
        let above = (self.layout.header_row0 + 1..row0).take(MOST_ROWS);
        let says_of_others = |row0: &u32| matches!(self.adds.get(row0), Some(Adds::Up | Adds::Beside));
        above.filter(|r| !self.table.is_blank(*r) && !self.names_summary(*r) && !says_of_others(r)).collect()
    }

    /// Whether the numbers of a row are all one and the same statistic of those of other rows.
    fn is_statistic(&self, row0: u32, of: &[u32], statistics: &[Statistic]) -> bool {
        self.numbers(row0).is_some_and(|stated| self.are_statistic(stated, of, statistics))
    }

    /// Whether the numbers of a row, whatever texts it holds, are a statistic of those of other rows that is hardly one by
    /// chance, as the least of small ones is.
    fn is_likely_statistic(&self, row0: u32, of: &[u32]) -> bool {
        const SMALL: usize = 1;
        let columns = self.table.filled(row0).filter_map(|column0| Some((column0, self.number(row0, column0)?)));
        let stated: Vec<(u16, f64)> = columns.collect();
        let are_small = stated.iter().all(|(_, number)| digits(*number) <= SMALL);
        let likely = [Statistic::Sum, Statistic::Mean, Statistic::Median];
        of.len() > 1 && self.are_statistic(stated, of, if are_small { &likely } else { &STATISTICS })
    }

    fn are_statistic(&self, stated: Vec<(u16, f64)>, of: &[u32], statistics: &[Statistic]) -> bool {
        let numbers = |column0: u16| of.iter().filter_map(|row0| self.number(*row0, column0)).collect::<Vec<f64>>();
        let columns: Vec<(f64, Vec<f64>)> =
            stated.into_iter().map(|(column0, number)| (number, numbers(column0))).collect();
        let fits = |statistic: &Statistic| {
            columns.iter().all(|(stated, numbers)| !numbers.is_empty() && statistic.is_of(numbers, *stated))
        };
        !columns.is_empty() && statistics.iter().any(fits)
    }

    /// The numbers of a row by their columns; none where it holds anything else beside its label.
    fn numbers(&self, row0: u32) -> Option<Vec<(u16, f64)>> {
        let first = self.column_of_text(row0);
        let is_label = |column0: u16| column0 == self.layout.name_column || Some(column0) == first;
        let columns = self.table.filled(row0).filter(|c| !is_label(*c) && !self.is_sheet_name(row0, *c));
        columns.map(|column0| Some((column0, self.number(row0, column0)?))).collect()
    }

    fn number(&self, row0: u32, column0: u16) -> Option<f64> {
        self.table.number(self.table.cell(row0, column0))
    }

    /// Whether a row parts those above it from those below.
    fn is_boundary(&self, row0: u32) -> bool {
        self.table.is_blank(row0) || self.is_lone(row0) || self.names_summary(row0)
    }

    pub(super) fn names_summary(&self, row0: u32) -> bool {
        match self.label(row0).map(|column0| self.table.cell(row0, column0)) {
            Some(Cell::Text(id)) => {
                let (reading, name) = (&self.rulebook.reading, self.table.text(id));
                reading.begins_as_summary(name) || reading.names_total(name)
            }
            _ => false,
        }
    }

    /// The column of what a row is called: of its name, else of its first text.
    pub(super) fn label(&self, row0: u32) -> Option<u16> {
        let name = self.layout.name_column;
        if self.table.is_filled(self.table.cell(row0, name)) { Some(name) } else { self.column_of_text(row0) }
    }

    fn column_of_text(&self, row0: u32) -> Option<u16> {
        self.table.filled(row0).find(|column0| self.table.words(self.table.cell(row0, *column0)).is_some())
    }
}
