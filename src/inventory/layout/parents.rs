//! Rows that have their parts in other rows, which would count twice.
//!
//! A column may name the parent, or count how deep a row stands; ids may be numbers with points. That is believed; columns that
//! name other rows without saying what they are to them are told in `links`. Where ids or
//! names only go on with others, where names stand further right or where rows are grouped, amounts tell: those of a parent
//! are the sums of its parts.

use std::collections::{HashMap, HashSet};

use super::families::{Families, Family, Kin, Sums};
use super::several::{Doubled, Several};
use super::statistics::is_sum_of;
use crate::codes::Code;
use crate::inventory::heading::Heading;
use crate::inventory::known::{Excluded, Exclusion};
use crate::problem::Problem;
use crate::table::Cell;

/// The rows that have parts among the others, and those of which nobody can tell.
#[derive(Default)]
pub(super) struct Parents {
    pub(super) doubled: Option<Doubled>,
    pub(super) doubt: Option<Problem>,
}

impl Several<'_> {
    /// The rows that have parts among the others; the last of the totals may tell them.
    pub(super) fn parents(&self, excluded: &[Excluded]) -> Parents {
        let reading = &self.rulebook.reading;
        let depth = self.column_headed(&reading.depths);
        let named_by = self.column_headed(&reading.parents).filter(|column0| !self.is_left_out(*column0));
        if let Some(rows) = named_by.and_then(|column0| self.named_parents(column0)) {
            return Parents { doubled: self.left_out(rows, depth, named_by), doubt: None };
        }
        if let Some((rows, named_by)) = self.stated_parents() {
            return Parents { doubled: self.left_out(rows, depth, named_by), doubt: None };
        }
        let mut doubt = None;
        for links in self.links() {
            if let Some(rows) = self.linked_parents(&links) {
                return Parents { doubled: self.left_out(rows, None, Some(links.column0)), doubt: None };
            }
            doubt = doubt.or_else(|| self.possible_parents(&links));
        }
        for families in self.families() {
            let (rows, doubtful) = self.judged(&families);
            let parents = || families.each.iter().map(|family| family.parent).collect::<HashSet<u32>>();
            if let Some(rows) =
                (!doubtful.is_empty()).then(parents).filter(|rows| self.are_not_in_total(rows, excluded))
            {
                return Parents { doubled: self.left_out(rows, families.column0, None), doubt: None };
            }
            let own_doubt = self.doubt(families.kin, &doubtful);
            if let Some(rows) = self.some(rows.into_iter()) {
                return Parents { doubled: self.left_out(rows, families.column0, None), doubt: own_doubt };
            }
            doubt = doubt.or(own_doubt);
        }
        Parents { doubled: None, doubt }
    }

    /// The parents by what columns say: a number with points, a depth; and the column of numbers, where it is no column of ids.
    fn stated_parents(&self) -> Option<(HashSet<u32>, Option<u16>)> {
        let id = self.rulebook.roles.id;
        let is_id = |(_, heading): &(u16, &Heading)| {
            id.is_some() && (heading.attribute == id || heading.attribute.is_none() && heading.second == id)
        };
        let mut ids = (0..).zip(&self.layout.columns).filter(is_id);
        let by_number = ids.find_map(|(column0, heading)| {
            let is_second = heading.attribute.is_none();
            Some((self.numbered_parents(column0)?, is_second.then_some(column0)))
        });
        let depths = || self.column_headed(&self.rulebook.reading.depths);
        by_number.or_else(|| Some((depths().and_then(|column0| self.parents_by_depth(column0))?, None)))
    }

    /// The rows that are left out, and what is said of it; a column may tell them from the others, or name them in others.
    fn left_out(&self, rows: HashSet<u32>, told_by: Option<u16>, named_by: Option<u16>) -> Option<Doubled> {
        let first = self.functions.iter().find(|function| rows.contains(&function.row0))?.row0;
        let (count, name) = (rows.len(), self.shown(first, self.layout.name_column));
        let message = if count == 1 {
            format!("1 row has its parts in other rows, `{name}`; it was left out, so that nothing counts twice")
        } else {
            format!(
                "{count} rows have their parts in other rows, such as `{name}`; they were left out, so that nothing counts twice"
            )
        };
        let help = match told_by {
            Some(column0) => {
                let typed = self.heading(column0).typed(column0);
                format!(
                    "to judge the parents instead of their parts: `--where \"{typed}={}\"`",
                    self.shown(first, column0)
                )
            }
            None => {
                let typed = self.heading(self.layout.name_column).typed(self.layout.name_column);
                format!("to judge a parent instead of its parts: `--where \"{typed}={name}\"`")
            }
        };
        let typed = named_by.map(|column0| self.heading(column0).typed(column0));
        let unless = typed.map(|typed| format!("; if `{typed}` names no parents: `--map \"{typed}=none\"`"));
        let help = help + &unless.unwrap_or_default();
        let place = self.table.place_of(first, self.layout.name_column);
        let problem = Problem::warning(Code::ParentRows, place, message).help(help);
        Some(Doubled { rows, reason: Exclusion::Parent, problem })
    }

    /// The rows whose id or name a column of other rows holds.
    fn named_parents(&self, column0: u16) -> Option<HashSet<u32>> {
        let parents: HashSet<String> = self.functions.iter().map(|f| self.shown(f.row0, column0)).collect();
        let id = self.layout.column_of(self.rulebook.roles.id);
        let is_parent = |row0: u32| {
            let by_id = id.map(|id| self.shown(row0, id)).filter(|id| !id.is_empty());
            let is_own = |text: &String| *text == self.shown(row0, column0);
            let mut keys = by_id.into_iter().chain([self.shown(row0, self.layout.name_column)]);
            keys.any(|key| parents.contains(&key) && !is_own(&key))
        };
        self.some(self.functions.iter().map(|function| function.row0).filter(|row0| is_parent(*row0)))
    }

    /// The rows whose id others go on with: `8` of `8.1`. All ids are such numbers.
    fn numbered_parents(&self, column0: u16) -> Option<HashSet<u32>> {
        let mut ids: HashMap<String, u32> = HashMap::new();
        let mut parents: HashSet<String> = HashSet::new();
        for function in self.functions {
            let shown = self.shown(function.row0, column0);
            let id = shown.trim_end_matches('.');
            let is_numbered = !id.is_empty()
                && id
                    .split('.')
                    .all(|part| !part.is_empty() && part.len() < 5 && part.bytes().all(|b| b.is_ascii_digit()));
            if !is_numbered {
                return None;
            }
            let id = id.strip_suffix(".0").unwrap_or(id);
            if let Some((parent, _)) = id.rsplit_once('.') {
                parents.insert(parent.to_owned());
            }
            // Two of one number are no tree.
            if ids.insert(id.to_owned(), function.row0).is_some() {
                return None;
            }
        }
        self.some(ids.iter().filter(|(id, _)| parents.contains(*id)).map(|(_, row0)| *row0))
    }

    /// The rows that stand a level above the next one.
    fn parents_by_depth(&self, column0: u16) -> Option<HashSet<u32>> {
        let depths =
            self.functions.iter().map(|f| Some((f.row0, self.depth(f.row0, column0)?))).collect::<Option<Vec<_>>>()?;
        let top = depths.iter().map(|(_, depth)| *depth).min()?;
        let is_tree = depths.first().is_some_and(|(_, depth)| *depth == top)
            && depths.windows(2).all(|pair| pair[1].1 <= pair[0].1 + 1);
        if !is_tree {
            return None;
        }
        self.some(depths.windows(2).filter(|pair| pair[1].1 > pair[0].1).map(|pair| pair[0].0))
    }

    /// How deep a row stands by its cell: `2`, `L2`, `Level 2`.
    fn depth(&self, row0: u32, column0: u16) -> Option<i32> {
        match self.table.value(row0, column0) {
            Cell::Number { value, .. } if value.fract() == 0.0 && (0.0..10.0).contains(&value) => Some(value as i32),
            Cell::Text(id) => {
                let text = self.table.text(id).trim();
                let digit = text.chars().next_back()?.to_digit(10)?;
                let is_counted = |c: char| c.is_alphabetic() || c.is_whitespace() || ".-_".contains(c);
                text[..text.len() - 1].chars().all(is_counted).then_some(digit.cast_signed())
            }
            _ => None,
        }
    }

    /// The parents among some families, and the families of which nobody can tell.
    fn judged<'f>(&self, Families { kin, each: families, needed, .. }: &'f Families) -> (Vec<u32>, Vec<&'f Family>) {
        let columns = self.added_columns();
        let sums: Vec<Sums> = families.iter().map(|family| self.sums(family, &columns)).collect();
        let are_all = !sums.contains(&Sums::Off);
        let said: usize = sums.iter().map(|sums| if let Sums::Fit(said) = sums { *said } else { 0 }).sum();
        // What little tells holds for all or for none.
        if *needed > 0 && (!are_all || said < *needed) {
            // Two may be chance less often than one.
            let is_asked = are_all && (families.len() > 1 || *needed == usize::MAX) && said > 0;
            return (Vec::new(), if is_asked { families.iter().collect() } else { Vec::new() });
        }
        let are_whole = || {
            let rows = families.iter().flat_map(|family| family.parts.iter().chain([&family.parent]));
            let are_clear = families.iter().all(|family| family.is_clear);
            are_clear && rows.collect::<HashSet<_>>().len() == self.functions.len()
        };
        // Where no amounts tell, a row with a judgement of its own may be a function.
        let are_told = said > 0 && (are_all || are_whole());
        let (parents, others): (Vec<_>, Vec<_>) =
            families.iter().zip(sums).partition(|(_, sums)| are_told || matches!(sums, Sums::Fit(_)));
        // Amounts that are far from sums speak against names that only begin alike.
        let is_doubtful = |family: &Family, sums: Sums| {
            family.is_clear
                && (![Kin::Names, Kin::Slugs].contains(kin) || sums != Sums::Off || self.are_near(family, &columns))
        };
        let doubtful = others.into_iter().filter(|(family, sums)| is_doubtful(family, *sums));
        (parents.into_iter().map(|(family, _)| family.parent).collect(), doubtful.map(|(family, _)| family).collect())
    }

    /// Whether the last total is that of all rows but these, so that they are in it by their parts.
    fn are_not_in_total(&self, rows: &HashSet<u32>, excluded: &[Excluded]) -> bool {
        let Some(total) = excluded.iter().rev().find(|row| row.reason == Exclusion::Total) else { return false };
        let is_that_of = |column0: u16, stated: f64, is_in: &dyn Fn(u32) -> bool| {
            let own = self.functions.iter().map(|function| function.row0).filter(|row0| is_in(*row0));
            is_sum_of(&own.filter_map(|row0| self.amount(row0, column0)).collect::<Vec<f64>>(), stated)
        };
        let stated = self.amounts(total.row0, &self.added_columns());
        let is_rest = |(column0, stated): &(u16, f64)| {
            is_that_of(*column0, *stated, &|row0| !rows.contains(&row0)) && !is_that_of(*column0, *stated, &|_| true)
        };
        !stated.is_empty() && stated.iter().all(is_rest)
    }

    /// The problem of rows that look like parents, and may be none.
    fn doubt(&self, kin: Kin, doubtful: &[&Family]) -> Option<Problem> {
        let row0 = doubtful.first()?.parent;
        let name = self.shown(row0, self.layout.name_column);
        let more = if doubtful.len() == 1 { String::new() } else { format!(", and so of {} more", doubtful.len() - 1) };
        let is_by_id = matches!(kin, Kin::Ids | Kin::Slugs | Kin::Codes);
        let said = if is_by_id && self.layout.column_of(self.rulebook.roles.id).is_none() {
            "what stands before the names of other rows goes on with what stands before"
        } else {
            kin.said()
        };
        let message = format!("{said} `{name}`{more}; all count as functions, perhaps twice");
        let place = self.table.place_of(row0, self.layout.name_column);
        let help = "if a row has its parts in others, delete it or them";
        Some(Problem::warning(Code::ParentRows, place, message).help(help))
    }

    /// These rows, where there are any, and others besides.
    pub(super) fn some(&self, rows: impl Iterator<Item = u32>) -> Option<HashSet<u32>> {
        let rows: HashSet<u32> = rows.collect();
        (!rows.is_empty() && rows.len() < self.functions.len()).then_some(rows)
    }
}
