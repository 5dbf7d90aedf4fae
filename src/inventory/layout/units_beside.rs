//! Columns that no header names and whose cells say in what the numbers beside them are: `1000` beside `month`, `12` beside `kEUR`.
//!
//! Where the header says that this is what they are for, they are taken for units. Else they may be, and nobody knows.

use std::collections::HashSet;

use super::find::Finder;
use crate::inventory::heading::{Heading, Layout};
use crate::inventory::statements::of_unit_alone;
use crate::problem::column_letters;
use crate::rulebook::text::{fold, header_words, holds_phrase};
use crate::rulebook::{ColumnRule, Kind};
use crate::table::{Cell, Table};

impl Finder<'_> {
    /// Takes columns of units that stand beside numbers for such, and doubts numbers beside which others may be meant.
    pub(super) fn take_units_beside(&self, table: &Table, layout: &mut Layout) {
        let Some(unit) = self.rulebook.roles.unit else { return };
        self.take_unit_of_people(table, layout);
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let is_free = heading.attribute.is_none() && !self.is_set_aside(table, heading, column as u16);
            if !is_free || !self.holds_units(table, layout, column as u16) {
                continue;
            }
            let (meant, is_told) = self.meant_by(layout, column);
            if is_told && meant == [column.wrapping_sub(1)] {
                layout.columns[column].attribute = Some(unit);
                continue;
            }
            let typed = heading.typed(column as u16);
            let said = format!(
                "column {} (`{}`) may say in what it is (`--map \"{typed}={}\"` if it does, `--map \"{typed}=none\"` if not)",
                column_letters(column as u16),
                heading.header,
                self.rulebook.attribute(unit).id,
            );
            for at in meant {
                let statement = &mut layout.columns[at].statement;
                // What somebody stated of the unit stands.
                if statement.origin.is_none() {
                    statement.conflict.get_or_insert_with(|| said.clone());
                }
            }
        }
    }

    /// Takes a column called `Unit` for the departments where no numbers but people stand beside it, or people behind it, or the
    /// names behind it and no numbers before, and it holds no unit and nothing that is counted.
    fn take_unit_of_people(&self, table: &Table, layout: &mut Layout) {
        let roles = &self.rulebook.roles;
        let Some(column0) = layout.column_of(roles.unit) else { return };
        let is_people = |rule: &ColumnRule| matches!(rule.kind, Kind::Number { .. });
        let (before, behind) = layout.columns.split_at(usize::from(column0));
        let rule = |heading: Option<&Heading>| heading.and_then(|heading| self.numbers(heading));
        let is_of_names = rule(behind.get(1)).is_none() && column0 < layout.name_column;
        let is_theirs = rule(before.last()).is_none() && (rule(behind.get(1)).is_some_and(is_people) || is_of_names);
        let has_people = layout.columns.iter().any(|heading| self.numbers(heading).is_some_and(is_people));
        // What an amount is of stands right beside it.
        let is_far = |at: usize| has_people && at.abs_diff(usize::from(column0)) > 1;
        let is_other = |(at, heading): (usize, &Heading)| {
            let rule = self.numbers(heading);
            rule.is_some_and(|rule| !(is_people(rule) || matches!(rule.kind, Kind::Money) && is_far(at)))
        };
        let has_others = !is_theirs && layout.columns.iter().enumerate().any(is_other);
        let is_stated = roles.unit.is_some_and(|id| self.is_stated(id));
        if !is_stated && !has_others && !self.has_unit(table, layout, column0) {
            let has_departments = layout.column_of(roles.department).is_some();
            layout.columns[usize::from(column0)].attribute = roles.department.filter(|_| !has_departments);
        }
    }

    /// Whether a column holds a word for a time, a power of ten, a currency or what is counted.
    fn has_unit(&self, table: &Table, layout: &Layout, column0: u16) -> bool {
        let mut seen = HashSet::new();
        (layout.header_row0 + 1..table.rows()).any(|row0| match table.value(row0, column0) {
            Cell::Text(id) if seen.insert(id) => {
                let (text, reading) = (table.text(id), &self.rulebook.reading);
                of_unit_alone(text, reading).0.names_unit() || reading.is_counted(&fold(text))
            }
            _ => false,
        })
    }

    /// The columns of numbers that a column of units may be meant for: those that its header names, else one beside it; and
    /// whether its header says that it holds units.
    fn meant_by(&self, layout: &Layout, column: usize) -> (Vec<usize>, bool) {
        let header = header_words(layout.columns[column].said());
        let rule = |at: usize| self.numbers(layout.columns.get(at)?);
        let names = |rule: &ColumnRule| rule.headers.iter().chain(&rule.series).any(|name| holds_phrase(&header, name));
        let is_named = |at: &usize| {
            let own = header_words(layout.columns[*at].said());
            rule(*at).is_some_and(|rule| names(rule) || !own.is_empty() && holds_phrase(&header, &own))
        };
        let mut meant: Vec<usize> = (0..layout.columns.len()).filter(is_named).collect();
        if meant.is_empty() {
            // `4000`, `invoices`, `month`: units may stand between.
            let is_unit = |at: &usize| {
                self.synonyms.of_numbers.iter().any(|own| layout.columns[*at].attribute == Some(own.attribute))
            };
            let before = (0..column).rev().find(|at| !is_unit(at));
            meant.extend(before.into_iter().chain([column + 1]).find(|at| rule(*at).is_some()));
        }
        let is_name = |word: &String| {
            let rules = meant.iter().filter_map(|at| rule(*at));
            rules.flat_map(|rule| rule.headers.iter().chain(&rule.series).flatten()).any(|own| own == word)
        };
        let is_told =
            self.says_unit(&header.concat()) || header.iter().all(|word| self.says_unit(word) || is_name(word));
        // How often people work is not what they are counted in.
        meant.retain(|at| is_told || rule(*at).is_some_and(|rule| !matches!(rule.kind, Kind::Number { .. })));
        (meant, is_told)
    }

    /// How the numbers of a column with a unit are read.
    pub(super) fn numbers(&self, heading: &Heading) -> Option<&ColumnRule> {
        self.rulebook.attribute(heading.attribute?).rule().filter(|rule| rule.kind.has_unit())
    }

    /// Whether a word of a header says that the column holds units, or times.
    pub(super) fn says_unit(&self, word: &str) -> bool {
        let reading = &self.rulebook.reading;
        let unit = || self.rulebook.attribute(self.rulebook.roles.unit?).rule();
        let is_unit = || unit().is_some_and(|rule| rule.headers.iter().flatten().any(|own| own == word));
        [&reading.per, &reading.fillers, &reading.unit_names].iter().any(|list| list.contains(word)) || is_unit()
    }

    /// Whether all that a column holds are words for a time, a power of ten or a currency; one such word is enough where its header
    /// ends with a word for units: `Each` and `Month` below `Price unit`.
    fn holds_units(&self, table: &Table, layout: &Layout, column0: u16) -> bool {
        const LONGEST: usize = 40;
        let reading = &self.rulebook.reading;
        let (mut is_any, mut seen) = (false, HashSet::new());
        let header = header_words(layout.columns[usize::from(column0)].said());
        let is_called_so = header.last().is_some_and(|word| reading.unit_names.contains(word));
        let is_row = |row0: &u32| table.value(*row0, layout.name_column) != Cell::Empty;
        for row0 in (layout.header_row0 + 1..table.rows()).filter(is_row) {
            let text = match table.value(row0, column0) {
                Cell::Empty => continue,
                Cell::Text(id) if !seen.insert(id) => continue,
                Cell::Text(id) => table.text(id).trim(),
                _ => return false,
            };
            if text.is_empty() || reading.is_no_data(text) {
                continue;
            }
            if text.len() > LONGEST {
                return false;
            }
            let (said, unknown) = of_unit_alone(text, reading);
            if !unknown.is_empty() || !said.names_unit() {
                if is_called_so {
                    continue;
                }
                return false;
            }
            // A letter alone is an answer as well.
            is_any |= fold(text).chars().count() > 1;
        }
        is_any
    }
}
