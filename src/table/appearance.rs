//! How a sheet looks, as far as it can be told: marks on its cells, widths, what is hidden, and how much stands there that is
//! no cell.
//!
//! None of it has a meaning for the inventory. It is kept so that the annotated workbook looks as people left theirs.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

/// How a sheet looks.
#[derive(Clone, Debug, Default)]
pub struct Appearance {
    /// The different looks, by their number from 1.
    kinds: Vec<CellLook>,
    /// The numbers of the looks.
    numbers: HashMap<CellLook, LookId>,
    /// Cells beside each other that look alike, in the order of rows and columns.
    runs: Vec<Run>,
    /// Stretches of columns with the width that somebody gave them, in characters.
    pub(super) widths: Vec<(u32, u32, f64)>,
    /// Columns that are not to be seen.
    pub(super) hidden_columns: Spans,
    /// Rows that are not to be seen.
    pub(super) hidden_rows: Spans,
    /// How deep rows stand in groups that can be folded up, from 1; those outside of all groups are not here.
    pub(super) depths: BTreeMap<u32, u8>,
    /// How much of each kind stands on the sheet and is not kept.
    pub lost: BTreeMap<Lost, usize>,
    /// Whether there are more marks on cells than are kept.
    pub has_more: bool,
    /// How much of it can be told from the file.
    pub reach: Reach,
}

/// How much can be told of the looks of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// There are none, as in delimited text.
    #[default]
    Nothing,
    /// Number formats, widths, and what is hidden.
    Part,
    /// All of it.
    Whole,
}

/// The marks on a cell; one without any has no look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct CellLook {
    /// The colour of its ground, as 0xRRGGBB.
    pub fill: Option<u32>,
    /// The colour of its letters, as 0xRRGGBB.
    pub ink: Option<u32>,
    /// Whether its letters are bold.
    pub is_bold: bool,
    /// Whether they lean.
    pub is_italic: bool,
    /// Whether they are struck through.
    pub is_struck: bool,
}

/// The number of a look in its table, from 1.
pub type LookId = u16;

/// Cells of a row that look alike.
#[derive(Clone, Copy, Debug)]
struct Run {
    row0: u32,
    first_column0: u16,
    last_column0: u16,
    look: LookId,
}

/// What stands on a sheet and is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// Pictures.
    Pictures,
    /// Charts.
    Charts,
    /// Other drawings, such as boxes with text, and buttons.
    Shapes,
    /// Pivot tables.
    PivotTables,
    /// Areas with colours or bars by their values.
    ConditionalFormats,
    /// Rules for what may be typed.
    Validations,
    /// Formulas, of which the results are kept.
    Formulas,
    /// Links within the file, or to another file, which would lead elsewhere from another folder.
    Links,
    /// Notes beyond those that are kept.
    Notes,
}

impl Appearance {
    /// So many stretches of cells that look alike are kept: a marked cell in every other one of a large table.
    const MOST_RUNS: usize = 3_000_000;

    /// The number of a look; 0 for none.
    pub(super) fn look_id(&mut self, look: CellLook) -> LookId {
        if look == CellLook::default() {
            return 0;
        }
        let Ok(next) = LookId::try_from(self.kinds.len() + 1) else {
            return self.numbers.get(&look).copied().unwrap_or(0);
        };
        *self.numbers.entry(look).or_insert_with(|| {
            self.kinds.push(look);
            next
        })
    }

    /// Marks a cell that comes after all that were marked.
    pub(super) fn mark(&mut self, row0: u32, columns: (u16, u16), look: LookId) {
        if look == 0 {
            return;
        }
        let is_full = self.runs.len() >= Appearance::MOST_RUNS;
        match self.runs.last_mut() {
            Some(run) if (run.row0, run.last_column0) >= (row0, columns.0) => {}
            Some(run) if run.row0 == row0 && run.look == look && run.last_column0 + 1 == columns.0 => {
                run.last_column0 = columns.1;
            }
            _ if is_full => self.has_more = true,
            _ => self.runs.push(Run { row0, first_column0: columns.0, last_column0: columns.1, look }),
        }
    }

    /// Whether no cell has a look.
    pub fn is_plain(&self) -> bool {
        self.runs.is_empty()
    }

    /// The stretches of cells with a look in a row, from left to right: first and last column, and the number of the look.
    pub fn of_row(&self, row0: u32) -> impl Iterator<Item = (u16, u16, LookId)> {
        let from = self.runs.partition_point(|run| run.row0 < row0);
        let in_row = self.runs[from..].iter().take_while(move |run| run.row0 == row0);
        in_row.map(|run| (run.first_column0, run.last_column0, run.look))
    }

    /// A look by its number.
    pub fn look(&self, id: LookId) -> CellLook {
        id.checked_sub(1).and_then(|at| self.kinds.get(usize::from(at))).copied().unwrap_or_default()
    }

    /// The width that somebody gave to a column, in characters.
    pub fn width(&self, column0: u16) -> Option<f64> {
        let is_of = |(first, last, _): &&(u32, u32, f64)| (*first..=*last).contains(&u32::from(column0));
        self.widths.iter().find(is_of).map(|(_, _, width)| *width)
    }

    /// Whether a column is not to be seen.
    pub fn is_hidden(&self, column0: u16) -> bool {
        self.hidden_columns.holds(u32::from(column0))
    }

    /// Whether some row of these is not to be seen.
    pub fn hides_rows(&self, rows: u32) -> bool {
        self.hidden_rows.numbers(rows).next().is_some()
    }

    /// Whether rows are grouped, so that they can be folded up.
    pub fn has_groups(&self) -> bool {
        !self.depths.is_empty()
    }

    /// How deep a row stands in groups that can be folded up.
    pub fn depth(&self, row0: u32) -> u8 {
        self.depths.get(&row0).copied().unwrap_or(0)
    }

    /// Notes that so many things of a kind are not kept.
    pub(super) fn lose(&mut self, what: Lost, count: usize) {
        if count > 0 {
            *self.lost.entry(what).or_default() += count;
        }
    }

    /// Takes in the looks of a table whose rows stand below so many of this one; its widths count where none are known.
    pub(super) fn append(&mut self, other: &Appearance, (skipped, first_row0): (u32, u32), columns: &[Option<u16>]) {
        let ids: Vec<LookId> = other.kinds.iter().map(|look| self.look_id(*look)).collect();
        let rows = other.runs.chunk_by(|one, next| one.row0 == next.row0);
        for row in rows.filter(|row| row[0].row0 >= skipped) {
            let mut marks: Vec<(u16, u16, LookId)> = Vec::new();
            for run in row {
                let look = ids[usize::from(run.look) - 1];
                if columns.is_empty() {
                    marks.push((run.first_column0, run.last_column0, look));
                }
                let own = columns.iter().skip(run.first_column0.into());
                let reach = usize::from(run.last_column0 - run.first_column0) + 1;
                marks.extend(own.take(reach).flatten().map(|column0| (*column0, *column0, look)));
            }
            marks.sort_unstable();
            for (first, last, look) in marks {
                self.mark(row[0].row0 - skipped + first_row0, (first, last), look);
            }
        }
        if self.widths.is_empty() {
            self.widths.clone_from(&other.widths);
        }
        self.hidden_rows.append(&other.hidden_rows, (skipped, first_row0));
        let depths = other.depths.iter().filter(|(row0, _)| **row0 >= skipped);
        self.depths.extend(depths.map(|(row0, depth)| (row0 - skipped + first_row0, *depth)));
        (self.has_more, self.reach) = (self.has_more | other.has_more, other.reach);
        other.lost.iter().for_each(|(what, count)| self.lose(*what, *count));
    }
}

/// Ranges of rows or columns, from 0, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Spans(Vec<RangeInclusive<u32>>);

impl Spans {
    /// Adds a range that comes after all others.
    pub(super) fn push(&mut self, first: u32, last: u32) {
        match self.0.last_mut() {
            Some(span) if *span.end() + 1 >= first => *span = *span.start()..=last.max(*span.end()),
            _ => self.0.push(first..=last),
        }
    }

    /// Adds ranges that come after all others when moved by so much.
    pub(super) fn append(&mut self, other: &Spans, (skipped, by): (u32, u32)) {
        let rest = other.0.iter().filter(|span| *span.end() >= skipped);
        rest.for_each(|span| self.push(span.start().saturating_sub(skipped) + by, span.end() - skipped + by));
    }

    /// Whether a number lies within a range.
    pub(super) fn holds(&self, number: u32) -> bool {
        let next = self.0.partition_point(|span| *span.start() <= number);
        next > 0 && self.0[next - 1].contains(&number)
    }

    pub(super) fn numbers(&self, end: u32) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(move |span| *span.start()..(*span.end() + 1).min(end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_look_alike_are_kept_together() {
        let mut appearance = Appearance::default();
        let yellow = appearance.look_id(CellLook { fill: Some(0xFF_FF_00), ..CellLook::default() });
        let bold = appearance.look_id(CellLook { is_bold: true, ..CellLook::default() });
        assert_eq!((appearance.look_id(CellLook::default()), yellow, bold), (0, 1, 2));
        for (row0, column0, look) in [(0, 1, yellow), (0, 2, yellow), (0, 3, bold), (0, 5, bold), (2, 0, yellow)] {
            appearance.mark(row0, (column0, column0), look);
        }
        appearance.mark(1, (0, 9), bold);
        let of_row = |row0| appearance.of_row(row0).collect::<Vec<_>>();
        assert_eq!(of_row(0), [(1, 2, yellow), (3, 3, bold), (5, 5, bold)]);
        assert_eq!((of_row(1), of_row(2)), (vec![], vec![(0, 0, yellow)]), "what comes out of order is left out");
        let mut joined = Appearance::default();
        joined.append(&appearance, (0, 10), &[]);
        assert_eq!(joined.of_row(12).collect::<Vec<_>>(), [(0, 0, 1)]);
        assert!(joined.look(2).is_bold && joined.look(0) == CellLook::default());
    }
}
