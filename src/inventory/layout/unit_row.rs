//! A row right below the header that says in what the columns are: `k€`, `per month`, `1 = high, 5 = low`.

use super::find::Finder;
use super::header_cells::text;
use crate::inventory::heading::Heading;
use crate::inventory::statements::of_unit_alone;
use crate::rulebook::text::{fold, header_words};
use crate::table::{Cell, Table};

impl Finder<'_> {
    /// What a row below the header adds to the headers of some columns; none where it is no row of units.
    ///
    /// It names no function: its name is missing, a mark, or a word such as `Unit`. What it says of a column is a part of its
    /// header even where nobody understands it, so that numbers are not read beside words that may change them.
    pub(super) fn unit_row(
        &self,
        table: &Table,
        row0: u32,
        name_column: u16,
        columns: &[Heading],
    ) -> Option<Vec<(u16, String)>> {
        if table.row(row0).any(|cell| cell != Cell::Empty && table.words(cell).is_none()) {
            return None;
        }
        let cells: Vec<(u16, String)> =
            table.filled(row0).map(|column0| (column0, text(table, row0, column0))).collect();
        let is_listed = |(_, text): &&(u16, String)| self.is_listed_as_unit(text);
        let are_bracketed = cells.iter().all(|(_, text)| is_bracketed(text));
        let (names, units): (Vec<_>, Vec<_>) = cells.into_iter().partition(|(column0, _)| *column0 == name_column);
        let is_labelled = are_bracketed || names.iter().all(|(_, text)| self.is_label_of_units(text));
        let are_listed = names.len() + units.len() > 1 && units.iter().all(|unit| is_listed(&unit));
        let heading = |column0: u16| columns.get(usize::from(column0));
        let measures = |column0: u16| heading(column0).is_some_and(|heading| self.numbers(heading).is_some());
        let holds_values = |column0: u16| {
            let attribute = heading(column0).and_then(|heading| heading.attribute);
            attribute.is_some_and(|id| self.rulebook.attribute(id).has_values())
        };
        let has_scale = |text: &str| of_unit_alone(text, &self.rulebook.reading).0.speaks_of_scale();
        let may_say = |unit: &(u16, String)| is_listed(&unit) || measures(unit.0) || self.states_unit(&unit.1);
        // A word such as `Daily` is an answer where nothing is counted.
        let states =
            |(column0, text): &(u16, String)| self.states_unit(text) && (measures(*column0) || has_scale(text));
        let are_stated = units.iter().any(states);
        if !is_labelled || !(are_listed && !units.is_empty() || are_stated && units.iter().all(may_say)) {
            return None;
        }
        let inner = |text: &str| text.trim_matches(['(', ')', '[', ']']).trim().to_owned();
        let reading = &self.rulebook.reading;
        let is_told = |text: &str| !reading.is_no_data(text) && !reading.types.contains(&fold(text));
        let units = units.into_iter().chain(names.into_iter().filter(|_| are_bracketed));
        let units = units.filter(|unit| is_listed(&unit) || holds_values(unit.0));
        let units = units.map(|(column0, text)| (column0, inner(&text))).filter(|(_, text)| is_told(text));
        Some(units.collect())
    }

    /// Whether a text is a unit by itself: one of the list, one in brackets, or the ends of a scale.
    fn is_listed_as_unit(&self, text: &str) -> bool {
        const LONGEST_SCALE: usize = 8;
        let folded = fold(text);
        let is_scale = folded.len() <= LONGEST_SCALE
            && folded.contains(['-', '.'])
            && folded.chars().all(|c| c.is_ascii_digit() || "-. %".contains(c))
            && folded.contains(|c: char| c.is_ascii_digit());
        is_bracketed(&folded) || is_scale || self.rulebook.reading.units.contains(&folded)
    }

    /// Whether all of a text states a unit, a period or a scale, and more than a letter does.
    fn states_unit(&self, text: &str) -> bool {
        let (said, unknown) = of_unit_alone(text, &self.rulebook.reading);
        text.chars().count() > 1 && unknown.is_empty() && (said.names_unit() || said.speaks_of_scale())
    }

    /// Whether what stands where names do is none: a mark, a type of values, or what the row is of.
    fn is_label_of_units(&self, text: &str) -> bool {
        let reading = &self.rulebook.reading;
        let label = fold(text.trim_end_matches(':'));
        let is_listed = reading.types.contains(&label) || reading.units.contains(&label);
        text.chars().count() < 2 || is_listed || header_words(&label).iter().all(|word| self.says_unit(word))
    }
}

fn is_bracketed(text: &str) -> bool {
    text.starts_with(['(', '[']) && text.ends_with([')', ']'])
}
