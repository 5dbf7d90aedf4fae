//! What stands far from everything else on a sheet: blanks at its end, which count for nothing, and a few cells that nobody
//! meant to be there.

use super::cells::Table;
use crate::codes::Code;
use crate::problem::{Problem, Problems};

/// So many blank rows or columns lie within no table.
const FAR_ROWS: u32 = 100_000;
const FAR_COLUMNS: u16 = 4_096;
/// So few cells are strays; more are another table.
const MOST: usize = 3;

/// Takes away blank rows at the end, and the few cells that stand far from everything else, which are said.
pub(super) fn trim(table: &mut Table, problems: &mut Problems) {
    trim_blank_rows(table);
    far_below(table, problems);
    far_right(table, problems);
}

fn trim_blank_rows(table: &mut Table) {
    let filled = (0..table.rows()).rev().find(|row0| !table.is_blank(*row0)).map_or(0, |row0| row0 + 1);
    table.truncate(filled);
}

fn far_below(table: &mut Table, problems: &mut Problems) {
    if table.rows() <= FAR_ROWS {
        return;
    }
    let (mut strays, mut below) = (Vec::new(), table.rows());
    while let Some(row0) = (0..below).rev().find(|row0| !table.is_blank(*row0)) {
        if below - row0 > FAR_ROWS && !strays.is_empty() {
            for &(row0, column0) in &strays {
                problems.push(stray(table, row0, column0, "below"));
            }
            table.truncate(row0 + 1);
            return;
        }
        strays.extend(table.filled(row0).take(MOST + 1).map(|column0| (row0, column0)));
        if strays.len() > MOST {
            return;
        }
        below = row0;
    }
}

fn far_right(table: &mut Table, problems: &mut Problems) {
    let mut strays = Vec::new();
    for row0 in (0..table.rows()).filter(|row0| table.row(*row0).len() > usize::from(FAR_COLUMNS)) {
        let mut before = 0;
        let far = table.filled(row0).find(|column0| {
            let is_far = column0 - before > FAR_COLUMNS;
            before = *column0;
            is_far
        });
        let Some(first) = far else { continue };
        strays.extend(
            table.filled(row0).filter(|column0| *column0 >= first).take(MOST + 1).map(|column0| (row0, column0)),
        );
        if strays.len() > MOST {
            return;
        }
    }
    for &(row0, column0) in &strays {
        problems.push(stray(table, row0, column0, "right of"));
    }
    for row in strays.chunk_by(|a, b| a.0 == b.0) {
        let (row0, first) = row[0];
        let kept = table.filled(row0).take_while(|column0| *column0 < first).last().map_or(0, |column0| column0 + 1);
        table.shorten(row0, kept);
    }
}

fn stray(table: &Table, row0: u32, column0: u16, side: &str) -> Problem {
    const SHOWN: usize = 40;
    let text = table.shown(table.cell(row0, column0));
    let more = if text.chars().nth(SHOWN).is_some() { "…" } else { "" };
    let shown: String = text.chars().take(SHOWN).collect();
    let message = format!("holds `{shown}{more}`, far {side} everything else; it was left out");
    Problem::warning(Code::StrayCell, table.place_of(row0, column0), message)
        .help("delete it, or move it beside what it belongs to")
}
