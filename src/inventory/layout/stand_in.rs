//! Columns that may hold the names of functions though no header says so: a description that stands in for them, and others that
//! a user may have meant.

use std::collections::HashSet;

use super::find::Finder;
use super::header_cells::text;
use super::meaning::{Match, Meaning, UNMARKED, Words};
use super::names::is_code;
use crate::codes::Code;
use crate::inventory::cells::numbers::first_digits;
use crate::inventory::heading::{Layout, Part, one_line, typed};
use crate::problem::{Problem, Problems};
use crate::rulebook::{AttributeId, Kind};
use crate::table::{Cell, Table};

/// So many rows show what a column holds.
const ROWS: usize = 300;

/// Longer texts are no names.
const LONGEST_NAME: usize = 80;

fn rows_below(table: &Table, header_row0: u32) -> impl Iterator<Item = u32> {
    (header_row0 + 1..table.rows()).take(ROWS).filter(|row0| !table.is_blank(*row0))
}

/// The headers of columns of which nearly every row holds a short text of its own that is no code, no address and no number.
pub(super) fn may_be_names(table: &Table, header_row0: u32) -> Vec<(u16, String)> {
    let rows = || rows_below(table, header_row0);
    let all = rows().count();
    let are_names = |column0: &u16| {
        let (mut distinct, mut filled, mut length) = (HashSet::new(), 0, 0);
        for cell in rows().map(|row0| table.value(row0, *column0)).filter(|cell| table.is_filled(*cell)) {
            let Cell::Text(id) = cell else { return false };
            let name = table.text(id).trim();
            if name.contains(['@', '/', '\\']) || is_code(name) {
                return false;
            }
            filled += 1;
            if distinct.insert(id) {
                length += name.chars().count();
            }
        }
        filled * 5 >= all * 4
            && filled > 1
            && distinct.len() * 50 >= filled * 49
            && length <= LONGEST_NAME * distinct.len()
    };
    let headers = table.filled(header_row0).filter(are_names);
    headers.map(|column0| (column0, one_line(&text(table, header_row0, column0)))).collect()
}

impl Finder<'_> {
    /// Takes the one column that may hold names and whose header holds a word for functions beside others, where no header names any
    /// and others are those of an inventory word for word, and some hold numbers: `Outsourced function`, `Servicio municipal`.
    pub(super) fn add_likely_names(&self, table: &Table, row0: u32, meanings: &mut [Option<Meaning>]) {
        const MOST_WORDS: usize = 5;
        const LEAST_KNOWN: usize = 2;
        let attribute = self.rulebook.roles.name;
        if meanings.iter().flatten().any(|meaning| meaning.attribute == attribute) {
            return;
        }
        let holds_number = |column: usize| {
            rows_below(table, row0).any(|row0| match table.value(row0, column as u16) {
                Cell::Number { .. } => true,
                Cell::Text(id) => first_digits(table.text(id)).is_some(),
                _ => false,
            })
        };
        let is_number = |(column, meaning): (usize, Meaning)| {
            self.synonyms.kind(meaning).is_some_and(Kind::has_unit) && holds_number(column)
        };
        let known = || meanings.iter().enumerate().filter_map(|(column, meaning)| Some((column, (*meaning)?)));
        let are_exact = known().filter(|(_, meaning)| meaning.quality >= Match::Exact).count() >= LEAST_KNOWN;
        if !are_exact || !known().any(is_number) {
            return;
        }
        let is_likely = |(column0, header): &(u16, String)| {
            let words = Words::of(header).outside;
            meanings[usize::from(*column0)].is_none() && words.len() <= MOST_WORDS && self.names_thing(&words)
        };
        let likely: Vec<(u16, String)> = may_be_names(table, row0).into_iter().filter(is_likely).collect();
        if let [(column0, _)] = likely.as_slice() {
            let (quality, part, language) = (Match::Phrase(1), Part::Whole, UNMARKED);
            let meaning = Meaning { attribute, quality, preference: usize::MAX, part, language };
            meanings[usize::from(*column0)] = Some(meaning);
        }
    }

    /// The column of the names, else the first that may hold what may stand in for them: of `Summary` and `Description` the one on
    /// the left.
    pub(super) fn column_of_names(
        &self,
        table: &Table,
        row0: u32,
        meanings: &[Option<Meaning>],
        attributes: &mut [Option<AttributeId>],
    ) -> Option<usize> {
        let named = |id: AttributeId| attributes.iter().position(|attribute| *attribute == Some(id));
        let by_role = named(self.rulebook.roles.name);
        if by_role.is_some() {
            return by_role;
        }
        let taken = self.rulebook.reading.name_fallback.iter().find_map(|id| named(*id))?;
        let is_alike = |column: &usize| meanings[*column].map(|meaning| meaning.attribute) == attributes[taken];
        if (0..meanings.len()).filter(is_alike).count() < 2 {
            return Some(taken);
        }
        let open = may_be_names(table, row0).into_iter().filter(|(_, header)| !self.is_note(header));
        let first = open.map(|(column0, _)| usize::from(column0)).find(is_alike).unwrap_or(taken);
        attributes.swap(first, taken);
        Some(first)
    }

    /// Whether what a header describes may stand in for the names of functions: no note on them, and in nearly every row where
    /// another column may hold their names.
    pub(super) fn may_stand_in(&self, table: &Table, layout: &Layout) -> bool {
        let name0 = layout.name_column;
        let rows = || rows_below(table, layout.header_row0);
        let described = rows().filter(|row0| table.is_filled(table.value(*row0, name0))).count();
        let is_full = || described * 10 >= rows().count() * 9;
        !self.is_note(layout.columns[usize::from(name0)].said())
            && (is_full() || self.other_names(table, layout).is_empty())
    }

    /// The columns before a description that may hold the names of what it describes.
    fn other_names(&self, table: &Table, layout: &Layout) -> Vec<String> {
        let is_open = |(column0, header): &(u16, String)| {
            let heading = &layout.columns[usize::from(*column0)];
            *column0 < layout.name_column && heading.attribute.is_none() && self.may_mean_names(header)
        };
        let columns = may_be_names(table, layout.header_row0).into_iter().filter(is_open);
        columns.map(|(column0, header)| typed(&header, column0)).collect()
    }

    /// The columns that may be meant to hold names, as options name them, by the texts of a row that may be their header.
    pub(super) fn meant_as_names(&self, table: &Table, row0: u32) -> Vec<String> {
        const MOST: usize = 3;
        let is_known = |column0: u16| self.named(&text(table, row0, column0)).is_some();
        // Where no header is known at all, the row may be a title or a row of data.
        if !table.filled(row0).any(is_known) {
            return Vec::new();
        }
        let open = may_be_names(table, row0).into_iter().filter(|(_, header)| self.may_mean_names(header));
        open.take(MOST).map(|(column0, header)| typed(&header, column0)).collect()
    }

    /// Whether a header that says of no names leaves open that there are some below it.
    pub(super) fn may_mean_names(&self, header: &str) -> bool {
        let attribute = self.named(header).map(|meaning| meaning.attribute);
        !self.is_note(header) && attribute.is_none_or(|id| self.rulebook.reading.name_fallback.contains(&id))
    }

    fn is_note(&self, header: &str) -> bool {
        self.rulebook.reading.notes.contains(&Words::of(header).outside)
    }

    /// Says that a description stands in for the names.
    pub(super) fn report_stand_in(&self, table: &Table, layout: &Layout, problems: &mut Problems) {
        let column = usize::from(layout.name_column);
        let heading = &layout.columns[column];
        if heading.attribute == Some(self.rulebook.roles.name) {
            return;
        }
        let typed = heading.typed(layout.name_column);
        let (place, others) = (heading.place(table, column), self.other_names(table, layout));
        let message = "no header says that its column holds names, and this one was taken for them";
        problems.push(match others.as_slice() {
            [] => Problem::note(Code::NearHeader, place, message).help(format!(
                "`--map \"{typed}=name\"` makes this certain; or give the column that holds them a header such as `Function name`"
            )),
            [first, ..] => {
                let quoted: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
                let message = format!("{message}, though they may stand in {}", quoted.join(", "));
                Problem::warning(Code::NearHeader, place, message)
                    .help(format!("say which: `--map \"{first}=name\"` or `--map \"{typed}=name\"`"))
            }
        });
    }
}
