//! Which rows are taken: those whose columns hold what `--where` says.

use super::find::is_column;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout};
use crate::problem::{Problem, Spot};
use crate::rulebook::text::fold;
use crate::rulebook::{Rulebook, Selection};
use crate::table::Table;

/// What a column has to hold, and how many rows do.
pub(super) struct Selected<'a> {
    column0: u16,
    selection: &'a Selection,
    rows: usize,
}

impl<'a> Selected<'a> {
    /// What the options say of the columns of a table; that each is there was made sure of.
    pub(super) fn of(rulebook: &'a Rulebook, table: &Table, layout: &Layout) -> Vec<Selected<'a>> {
        let selections = &rulebook.reading.selections;
        let found = selections.iter().filter_map(|selection| {
            let mut columns = (0..).zip(&layout.columns);
            let is_it =
                |(column0, heading): &(u16, &Heading)| is_column(&selection.column, table, &heading.lines, *column0);
            let (column0, _) = columns.find(is_it)?;
            Some(Selected { column0, selection, rows: 0 })
        });
        found.collect()
    }
}

/// Whether a row holds all that was asked for.
pub(super) fn is_selected(table: &Table, row0: u32, selected: &mut [Selected]) -> bool {
    let mut is_selected = true;
    for asked in selected {
        let cell = table.value(row0, asked.column0);
        let number = table.number(cell);
        let shown = table.shown(cell);
        let is_met = asked.selection.wanted.iter().any(|wanted| wanted.is_met(&shown, number));
        asked.rows += usize::from(is_met);
        is_selected &= is_met;
    }
    is_selected
}

/// The problem of what no row holds, or of all that no row holds together.
pub(super) fn nothing_selected(
    table: &Table,
    layout: &Layout,
    selected: &[Selected],
    functions: usize,
) -> Option<Problem> {
    const SHOWN: usize = 5;
    let place = table.place.at(Spot::Row { row0: layout.header_row0 });
    let Some(missed) = selected.iter().find(|asked| asked.rows == 0) else {
        let message = "no row holds all that `--where` says";
        return (functions == 0 && !selected.is_empty())
            .then(|| Problem::error(Code::NothingSelected, place, message).help("leave one of the options out"));
    };
    let mut values: Vec<String> = Vec::new();
    for row0 in layout.header_row0 + 1..layout.end0 {
        let shown = table.shown(table.value(row0, missed.column0)).trim().to_owned();
        if !shown.is_empty() && !values.contains(&shown) {
            values.push(shown);
        }
        if values.len() > 200 {
            break;
        }
    }
    let value = missed.selection.given.split_once('=').map_or("", |(_, value)| value);
    let likeness = |text: &String| strsim::normalized_damerau_levenshtein(&fold(text), &fold(value));
    values.sort_by(|one, other| likeness(other).total_cmp(&likeness(one)));
    let shown: Vec<String> = values.iter().take(SHOWN).map(|value| format!("`{value}`")).collect();
    let message = format!("no row holds what `--where \"{}\"` says", missed.selection.given);
    let help = match shown.as_slice() {
        [] => "the column is empty; give another one".to_owned(),
        shown => format!("the column holds {}", shown.join(", ")),
    };
    Some(Problem::error(Code::NothingSelected, place, message).help(help))
}
