//! What stands in the rows at the top of a table.

use crate::table::Table;

/// How many rows from the top are searched for the header.
pub(crate) const HEADER_ROWS: u32 = 30;

/// How many columns the rows from one on have at most.
pub(super) fn widest_row(table: &Table, header_row0: u32) -> usize {
    (header_row0..table.rows()).map(|row0| table.row(row0).len()).max().unwrap_or(0)
}

/// What a header cell says, in one line; of a merged range every cell says the same.
pub(super) fn text(table: &Table, row0: u32, column0: u16) -> String {
    table.shown(table.value(row0, column0)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a row of groups says over a column: its own text, else that of the group to the left.
pub(super) fn group_text(table: &Table, row0: u32, column0: u16) -> String {
    let own = text(table, row0, column0);
    if !own.is_empty() || table.filled(row0).any(|at| table.merged(row0, at).is_some()) {
        return own;
    }
    // A text with nothing below it is a column's own, and no group.
    let group = table.filled(row0).filter(|at| *at < column0).last();
    match group {
        Some(at) if !text(table, row0 + 1, at).is_empty() && !text(table, row0 + 1, column0).is_empty() => {
            text(table, row0, at)
        }
        _ => String::new(),
    }
}
