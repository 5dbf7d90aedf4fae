//! Columns that name other rows: what a row is a part of, whatever the header says.
//!
//! Other links look the same, such as what a row depends on or what comes after it. Headers tell them apart. Where the amounts
//! of those that are named are the sums of those that name them, and no header says so, all rows count, and it is asked.
//! Numbers that stand for something else, such as a rank, equal the numbers of rows by chance.

use std::collections::{HashMap, HashSet};

use super::families::{Family, Sums};
use super::several::{Several, key};
use crate::codes::Code;
use crate::problem::{Problem, Spot};
use crate::rulebook::text::{header_words, holds_phrase};

/// What a cell holds, to be found elsewhere.
type Key = (u8, u64);

/// A column that names other rows.
pub(super) struct Links {
    pub(super) column0: u16,
    /// The rows that are named, each with those that name it.
    families: Vec<Family>,
    /// Whether any row names none, as the first of a tree does; what stands in each row may be a year or a depth.
    has_blanks: bool,
    /// Whether rows are named by their ids or names, and not by the units that they stand for.
    is_of_rows: bool,
}

impl Several<'_> {
    /// The columns that no attribute goes by and that name other rows by their ids or names, or by what the header of a column of
    /// parents says: `Unit ID` beside `Parent unit ID`.
    pub(super) fn links(&self) -> Vec<Links> {
        let targets = self.layout.column_of(self.rulebook.roles.id).into_iter().chain([self.layout.name_column]);
        let mut targets: Vec<u16> = targets.collect();
        let own = targets.len();
        targets.extend(self.named_beside_parents());
        let columns = self.columns_of_targets(&targets);
        if columns.is_empty() {
            return Vec::new();
        }
        let rows_of = |target0: u16| {
            let rows = self.rows_by(target0);
            (are_running(&rows), rows)
        };
        let targets: Vec<(bool, HashMap<Key, Option<u32>>)> = targets.into_iter().map(rows_of).collect();
        let links = |column0: &u16| {
            let is_sure = |are_running: bool| !are_running || self.names_parents(*column0);
            let mut sure = targets.iter().enumerate().filter(|(_, (are_running, _))| is_sure(*are_running));
            sure.find_map(|(at, (_, rows))| Some(Links { is_of_rows: at < own, ..self.links_of(*column0, rows)? }))
        };
        columns.iter().filter_map(links).collect()
    }

    /// The columns whose headers are those of columns of parents without the words for these.
    fn named_beside_parents(&self) -> Vec<u16> {
        let free = self.columns_in_question();
        let words = |column0: &u16| header_words(self.heading(*column0).said());
        let parents: Vec<Vec<String>> =
            free.iter().filter(|column0| self.names_parents(**column0)).map(words).collect();
        let is_meant = |column0: &u16| {
            let own = words(column0);
            let is_in = |parent: &Vec<String>| own.len() < parent.len() && own.iter().all(|word| parent.contains(word));
            !own.is_empty() && parents.iter().any(is_in)
        };
        if parents.is_empty() { Vec::new() } else { free.iter().copied().filter(is_meant).collect() }
    }

    /// The columns of which the first texts are ids or names of rows.
    fn columns_of_targets(&self, targets: &[u16]) -> Vec<u16> {
        const SAMPLE: usize = 20;
        let value = |row0: u32, column0: u16| key(self.table.value(row0, column0));
        let sample = |column0: u16| {
            let values = self.functions.iter().filter_map(|function| value(function.row0, column0));
            (column0, values.take(SAMPLE).collect::<HashSet<Key>>())
        };
        let columns = self.columns_in_question().into_iter();
        let samples: Vec<(u16, HashSet<Key>)> = columns.map(sample).filter(|(_, sample)| !sample.is_empty()).collect();
        let sought: HashSet<Key> = samples.iter().flat_map(|(_, sample)| sample).copied().collect();
        let mut found: HashSet<Key> = HashSet::new();
        for target0 in targets {
            let values = self.functions.iter().filter_map(|function| value(function.row0, *target0));
            found.extend(values.filter(|value| sought.contains(value)));
        }
        let are_found = |sample: &HashSet<Key>| are_nearly_all(sample.intersection(&found).count(), sample.len());
        samples.into_iter().filter(|(_, sample)| are_found(sample)).map(|(column0, _)| column0).collect()
    }

    /// The row of each value of a column; none of what stands in several.
    fn rows_by(&self, column0: u16) -> HashMap<Key, Option<u32>> {
        let mut rows = HashMap::with_capacity(self.functions.len());
        for row0 in self.functions.iter().map(|function| function.row0) {
            if let Some(value) = key(self.table.value(row0, column0)) {
                rows.entry(value).and_modify(|row| *row = None).or_insert(Some(row0));
            }
        }
        rows
    }

    /// The links of a column, where nearly all that it holds names one other row, and no row comes back to itself.
    fn links_of(&self, column0: u16, rows: &HashMap<Key, Option<u32>>) -> Option<Links> {
        let (mut filled, mut named) = (0, HashMap::new());
        for row0 in self.functions.iter().map(|function| function.row0) {
            let Some(value) = key(self.table.value(row0, column0)) else { continue };
            filled += 1;
            if let Some(other) = rows.get(&value).copied().flatten() {
                named.insert(row0, other);
            }
        }
        if !are_nearly_all(named.len(), filled) {
            return None;
        }
        // The first of a tree may name itself.
        named.retain(|row0, other| row0 != other);
        if named.is_empty() || has_circle(&named) {
            return None;
        }
        let mut parts: HashMap<u32, Vec<u32>> = HashMap::new();
        for row0 in self.functions.iter().map(|function| function.row0) {
            if let Some(parent) = named.get(&row0) {
                parts.entry(*parent).or_default().push(row0);
            }
        }
        let families = parts.into_iter().map(|(parent, parts)| Family { parent, is_clear: parts.len() > 1, parts });
        let mut families: Vec<Family> = families.collect();
        families.sort_by_key(|family| family.parent);
        Some(Links { column0, families, has_blanks: filled < self.functions.len(), is_of_rows: true })
    }

    /// The rows that a column names as parents, where its header says so. What stands for a unit above others may be a function of
    /// its own there: it is a parent where its amounts hold those of its parts.
    pub(super) fn linked_parents(&self, links: &Links) -> Option<HashSet<u32>> {
        let columns = self.added_columns();
        let holds_parts = |family: &&Family| links.is_of_rows || self.holds_parts(family, &columns);
        let parents = || links.families.iter().filter(holds_parts).map(|family| family.parent);
        if self.names_parents(links.column0) { self.some(parents()) } else { None }
    }

    fn holds_parts(&self, family: &Family, columns: &[u16]) -> bool {
        let stated = self.amounts(family.parent, columns);
        let holds = |(column0, stated): &(u16, f64)| {
            let parts = family.parts.iter().filter_map(|row0| self.amount(*row0, *column0));
            parts.sum::<f64>() <= *stated
        };
        !stated.is_empty() && stated.iter().all(holds)
    }

    /// What to say of a column that may name parents: of a tree, where amounts do not tell.
    pub(super) fn possible_parents(&self, links: &Links) -> Option<Problem> {
        let sums = self.sums_of(links);
        let parts: usize = links.families.iter().map(|family| family.parts.len()).sum();
        // What follows or replaces another has one before it; a tree has more branches than forks, and few rows outside it.
        let is_tree = links.has_blanks && parts >= 2 * links.families.len() && parts * 2 >= self.functions.len();
        let fit = sums.iter().filter(|sums| matches!(sums, Sums::Fit(_))).count();
        let off = sums.iter().filter(|sums| **sums == Sums::Off).count();
        // One parent of several may be rounded, or have something of its own; of many some may fit by chance.
        let are_sums = fit > 0 && fit >= off;
        if !are_sums && (off > 0 || !is_tree) {
            return None;
        }
        let heading = self.heading(links.column0);
        let name = self.shown(links.families[0].parent, self.layout.name_column);
        let more = match links.families.len() {
            1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        let message =
            format!("names other rows, `{name}`{more}; all count as functions, twice if these have their parts there");
        let place = self.table.place.at(Spot::Column { column0: links.column0 }).under(heading.header.as_str());
        let typed = heading.typed(links.column0);
        let help = format!(
            "if it says what a row is part of, head it `Parent`; if not, leave it out: `--map \"{typed}=none\"`"
        );
        Some(Problem::warning(Code::ParentRows, place, message).help(help))
    }

    fn sums_of(&self, links: &Links) -> Vec<Sums> {
        let columns = self.added_columns();
        links.families.iter().map(|family| self.sums(family, &columns)).collect()
    }

    /// Whether a header holds a word for what a row is part of: `parent_process_id`.
    fn names_parents(&self, column0: u16) -> bool {
        let words = header_words(self.heading(column0).said());
        self.rulebook.reading.parents.iter().any(|phrase| holds_phrase(&words, phrase))
    }
}

/// Whether so many of all are all but a few.
fn are_nearly_all(found: usize, all: usize) -> bool {
    const FEW: usize = 10;
    found > 0 && (all - found) * FEW <= all
}

/// Whether values are numbers that count rows, or tens of them; other numbers equal them by chance.
fn are_running(rows: &HashMap<Key, Option<u32>>) -> bool {
    const TENS: f64 = 10.0;
    let is_small = |(kind, bits): &Key| *kind == 1 && f64::from_bits(*bits) <= rows.len() as f64 * TENS;
    rows.keys().all(is_small)
}

/// Whether any row comes back to itself.
fn has_circle(named: &HashMap<u32, u32>) -> bool {
    let mut ends: HashSet<u32> = HashSet::new();
    for first in named.keys() {
        let (mut row0, mut way) = (*first, HashSet::new());
        while !ends.contains(&row0) {
            if !way.insert(row0) {
                return true;
            }
            let Some(next) = named.get(&row0) else { break };
            row0 = *next;
        }
        ends.extend(way);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found() {
        for (named, expected) in [
            (&[(1, 2), (2, 3), (4, 3)][..], false),
            (&[(1, 2), (2, 3), (3, 1)], true),
            (&[(1, 2), (2, 1), (4, 5)], true),
            (&[], false),
        ] {
            assert_eq!(has_circle(&named.iter().copied().collect()), expected, "{named:?}");
        }
    }
}
