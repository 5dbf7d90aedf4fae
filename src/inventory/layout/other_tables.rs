//! Tables of another kind than an inventory: lists of people and of prices, and what an operating system prints.
//!
//! A header that many tables have, such as `Name`, makes no inventory by itself; one that names functions and nothing else
//! does beside a department, whatever else the table says of whom to ask.

use std::collections::HashSet;

use super::find::Finder;
use super::meaning::{Match, Words};
use crate::codes::Code;
use crate::inventory::heading::Layout;
use crate::problem::{Problem, Spot, column_letters};
use crate::rulebook::AttributeId;
use crate::rulebook::text::{fold, header_words, words};
use crate::table::{Cell, Table};

/// How many rows below the header tell what a column holds.
const ROWS: u32 = 200;

impl Finder<'_> {
    /// The problem of a table that is of another kind than an inventory.
    pub(super) fn other_table(&self, table: &Table, layout: &Layout) -> Option<Problem> {
        const LOOKED_FOR: &str =
            "an inventory has a column of names and at least one of an id, a department or a value to judge by";
        if self.is_stated(self.rulebook.roles.name) || self.has_value(layout) {
            return None;
        }
        let refused = |message: String, help: String| {
            let place = table.place.at(Spot::Row { row0: layout.header_row0 });
            Some(Problem::error(Code::NoInventory, place, message).help(help))
        };
        let name = &layout.columns[usize::from(layout.name_column)];
        let stated = format!("`--map \"{}=name\"`", name.typed(layout.name_column));
        let or_stated = || {
            format!(
                "give the inventory of business functions, or, if this is it, say which column holds the names: {stated}"
            )
        };
        let is_common = self.rulebook.reading.common_names.contains(&Words::of(&name.header).outside);
        let names_functions = self.names_functions(layout, usize::from(layout.name_column));
        if !(names_functions && self.is_of_functions(table, layout))
            && let Some((other, found)) = self.headers_of_another(layout, if is_common { 1 } else { 2 })
        {
            return refused(format!("looks like {other}: it has {}; {LOOKED_FOR}", found.join(", ")), or_stated());
        }
        if let Some(column0) = addresses_of_names(table, layout).filter(|_| !names_functions) {
            let (letters, header) = (column_letters(column0), &layout.columns[usize::from(column0)].header);
            let message = format!(
                "looks like a list of people: column {letters} (`{header}`) holds the addresses of those that `{}` names; {LOOKED_FOR}",
                name.header
            );
            return refused(message, or_stated());
        }
        let telling = [self.rulebook.roles.id, self.rulebook.roles.department];
        let has_more = telling.iter().any(|role| role.is_some() && layout.column_of(*role).is_some());
        let headers = layout.columns.iter().filter(|heading| !heading.header.is_empty()).count();
        if !is_common || has_more || headers < 2 {
            return None;
        }
        let message = format!("`{}` alone does not make this an inventory; {LOOKED_FOR}", name.header);
        refused(message, format!("if these are business functions, say so: {stated}"))
    }

    /// Whether a column holds values to judge by.
    fn has_value(&self, layout: &Layout) -> bool {
        let is_value = |id: AttributeId| {
            let attribute = self.rulebook.attribute(id);
            attribute.has_values() || attribute.rule().is_none()
        };
        layout.columns.iter().any(|heading| heading.attribute.is_some_and(is_value))
    }

    /// The kind of table that has these headers, where it has so many of them.
    fn headers_of_another(&self, layout: &Layout, least: usize) -> Option<(&str, Vec<String>)> {
        self.rulebook.reading.other_tables.iter().find_map(|other| {
            let its = layout.columns.iter().filter(|heading| other.headers.contains(&header_words(&heading.header)));
            let found: Vec<String> = its.map(|heading| format!("`{}`", heading.header)).collect();
            (found.len() >= least).then_some((other.name.as_str(), found))
        })
    }

    /// Whether a header names functions and nothing else, as `Process name` does, and `Name` does not.
    fn names_functions(&self, layout: &Layout, column: usize) -> bool {
        let name = self.rulebook.roles.name;
        let Some(rule) = self.rulebook.attribute(name).rule() else { return false };
        let said = layout.columns[column].said();
        let is_exact =
            self.named(said).is_some_and(|meaning| meaning.attribute == name && meaning.quality >= Match::Exact);
        let is_common = |words: &[String]| self.rulebook.reading.common_names.iter().any(|common| common == words);
        let names_thing = |word: &String| {
            let word = std::slice::from_ref(word);
            !is_common(word) && rule.headers.iter().any(|header| header == word)
        };
        is_exact && Words::of(said).outside.iter().any(names_thing)
    }

    /// Whether the names are those of functions, each of its own, that have a department, or an id and somebody to write to;
    /// beside a column of other names they are what these people do.
    fn is_of_functions(&self, table: &Table, layout: &Layout) -> bool {
        let name = self.rulebook.roles.name;
        let has = |role: Option<AttributeId>| role.is_some() && layout.column_of(role).is_some();
        let is_other_name = |column: usize| {
            let heading = &layout.columns[column];
            self.rulebook.reading.common_names.contains(&Words::of(&heading.header).outside)
                && self.named(heading.said()).is_some_and(|meaning| meaning.attribute == name)
        };
        let others = (0..layout.columns.len()).filter(|column| *column != usize::from(layout.name_column));
        let is_listed = has(self.rulebook.roles.department)
            || has(self.rulebook.roles.id) && columns(layout).any(|column0| are_addresses(table, layout, column0));
        is_listed && !others.into_iter().any(is_other_name) && are_different(table, layout)
    }
}

fn columns(layout: &Layout) -> impl Iterator<Item = u16> + use<> {
    0..layout.columns.len() as u16
}

/// The first rows below the header that have a name.
fn rows<'t>(table: &'t Table, layout: &'t Layout) -> impl Iterator<Item = u32> + use<'t> {
    let first = layout.header_row0 + 1;
    let rows = first..table.rows().min(first.saturating_add(ROWS));
    rows.filter(|row0| table.is_filled(table.value(*row0, layout.name_column)))
}

fn text(table: &Table, row0: u32, column0: u16) -> Option<&str> {
    if let Cell::Text(id) = table.value(row0, column0) { Some(table.text(id).trim()) } else { None }
}

/// Whether nearly every row has a name of its own.
fn are_different(table: &Table, layout: &Layout) -> bool {
    const NEARLY_ALL: (usize, usize) = (9, 10);
    let names: Vec<String> =
        rows(table, layout).filter_map(|row0| text(table, row0, layout.name_column)).map(fold).collect();
    let distinct: HashSet<&String> = names.iter().collect();
    distinct.len() * NEARLY_ALL.1 >= names.len() * NEARLY_ALL.0
}

/// Whom an address of e-mail names: what stands before its `@`.
fn local_part(text: &str) -> Option<&str> {
    let (local, domain) = text.split_once('@')?;
    let is_one = !local.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace);
    (is_one && !domain.contains('@')).then_some(local)
}

/// Whether a column holds addresses of e-mail and hardly anything else, for most rows.
fn are_addresses(table: &Table, layout: &Layout, column0: u16) -> bool {
    const NEARLY_ALL: (usize, usize) = (9, 10);
    let (mut named, mut filled, mut addresses) = (0, 0, 0);
    for row0 in rows(table, layout) {
        named += 1;
        filled += usize::from(table.is_filled(table.value(row0, column0)));
        addresses += usize::from(text(table, row0, column0).and_then(local_part).is_some());
    }
    addresses * 2 > named && addresses * NEARLY_ALL.1 >= filled * NEARLY_ALL.0
}

/// The column of addresses, most of which hold a word of the name beside them.
fn addresses_of_names(table: &Table, layout: &Layout) -> Option<u16> {
    const SHORTEST: usize = 3;
    const MOST: (usize, usize) = (2, 3);
    let holds_name = |column0: u16, row0: u32| {
        let local = fold(text(table, row0, column0).and_then(local_part)?);
        let name = words(text(table, row0, layout.name_column)?);
        Some(name.iter().any(|word| word.chars().count() >= SHORTEST && local.contains(word.as_str())))
    };
    columns(layout).filter(|column0| are_addresses(table, layout, *column0)).find(|column0| {
        let held: Vec<bool> = rows(table, layout).filter_map(|row0| holds_name(*column0, row0)).collect();
        held.iter().filter(|held| **held).count() * MOST.1 >= held.len() * MOST.0
    })
}
