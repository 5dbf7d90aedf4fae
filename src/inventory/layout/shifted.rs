//! Rows of delimited text that have as many fields as their header and yet stand one column off: a sign between fields stood
//! in a text, and a value at the end is missing. `Travel, fleet,Ops,Low` has a department in the column of levels.

use std::collections::HashMap;

use super::uneven::HELP;
use crate::codes::Code;
use crate::inventory::heading::Layout;
use crate::problem::{Problem, Spot, column_letters};
use crate::rulebook::text::fold;
use crate::rulebook::{LevelScale, Rulebook};
use crate::table::{Table, TextId};

/// The rows that stand one column off, each with what is to be said of it.
pub(super) fn shifted(rulebook: &Rulebook, table: &Table, layout: &Layout) -> HashMap<u32, Problem> {
    let levels = |column: usize| -> Option<&LevelScale> {
        let rule = rulebook.attribute(layout.columns.get(column)?.attribute?).rule()?;
        rule.kind.levels().filter(|_| !rule.kind.is_count())
    };
    let is_delimited = table.fields(layout.header_row0).is_some();
    let pairs = (1..layout.columns.len()).filter(|at| is_delimited && levels(at - 1).is_none());
    let pairs = pairs.filter_map(|at| Some((at as u16, levels(at)?)));
    pairs.flat_map(|(column0, scale)| beside(rulebook, table, layout, (column0, scale))).collect()
}

/// Those that hold in a column of levels what the column of texts to its left holds in other rows, and no level.
fn beside(
    rulebook: &Rulebook,
    table: &Table,
    layout: &Layout,
    (column0, scale): (u16, &LevelScale),
) -> Vec<(u32, Problem)> {
    let rows0 = layout.header_row0 + 1..layout.end0;
    let text = |row0: u32, column0: u16| table.value(row0, column0).text_id();
    let count = |column0: u16| {
        let mut counts: HashMap<TextId, usize> = HashMap::new();
        for id in rows0.clone().filter_map(|row0| text(row0, column0)) {
            *counts.entry(id).or_default() += 1;
        }
        counts
    };
    let own = count(column0);
    let is_stray = |id: TextId| {
        let shown = table.text(id);
        own.get(&id) == Some(&1) && !scale.words.contains_key(&fold(shown)) && !rulebook.reading.is_no_data(shown)
    };
    if !own.keys().any(|id| is_stray(*id)) {
        return Vec::new();
    }
    let left = count(column0 - 1);
    // A sign between fields within a text has a blank after it.
    let goes_on = |row0: u32| {
        let texts = (1..column0).filter_map(|at| text(row0, at));
        texts.into_iter().any(|id| table.text(id).starts_with(' '))
    };
    let is_off = |row0: &u32| {
        let id = text(*row0, column0).filter(|id| is_stray(*id))?;
        (left.contains_key(&id) && goes_on(*row0)).then_some((*row0, id))
    };
    let problem = |(row0, id): (u32, TextId)| {
        let message = format!(
            "holds `{}` in column {}, as other rows do in column {}, so that its values seem to stand one column off; it was \
             left out",
            table.text(id),
            column_letters(column0),
            column_letters(column0 - 1)
        );
        let place = table.place_of(row0, 0);
        let place = match place.spot {
            Spot::Cell { row0, .. } => place.at(Spot::Row { row0 }),
            _ => place,
        };
        (row0, Problem::warning(Code::UnevenRow, place, message).help(HELP))
    };
    rows0.clone().filter_map(|row0| is_off(&row0)).map(problem).collect()
}
