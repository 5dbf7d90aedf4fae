//! Rows at the end of a table that nobody filled in: tick boxes and formulas that were filled down beyond it.

use crate::codes::Code;
use crate::inventory::heading::Layout;
use crate::problem::{Problem, Spot};
use crate::rulebook::Reading;
use crate::rulebook::text::fold;
use crate::table::{Cell, Table};

/// The rows at the end of a table that say the same in each: no name, and nothing but ticks, numbers, errors and empty texts.
pub(super) struct FilledDown {
    /// The first of them; the number of rows where there are none.
    pub(super) first0: u32,
    /// How many of them are not blank.
    rows: u32,
}

impl FilledDown {
    pub(super) fn of(reading: &Reading, table: &Table, layout: &Layout) -> FilledDown {
        // A row may be alone without a name by mistake.
        const LEAST: u32 = 3;
        let (mut first0, mut rows, mut pattern) = (table.rows(), 0, None);
        for row0 in (layout.header_row0 + 1..table.rows()).rev() {
            if table.is_blank(row0) {
                continue;
            }
            let cells: Vec<(u16, Cell)> =
                table.filled(row0).map(|column0| (column0, table.cell(row0, column0))).collect();
            let is_tick = |text: &str| {
                let folded = fold(text);
                reading.is_answer(&folded) || reading.no_data.contains(&folded)
            };
            let is_typed = |(column0, cell): &(u16, Cell)| match cell {
                _ if *column0 == layout.name_column => true,
                Cell::Text(_) => table.words(*cell).is_some_and(|text| !is_tick(text)),
                Cell::Date { .. } => true,
                Cell::Empty | Cell::Number { .. } | Cell::Boolean(_) | Cell::Error(_) => false,
            };
            if cells.iter().any(is_typed) || pattern.as_ref().is_some_and(|known| *known != cells) {
                break;
            }
            pattern = Some(cells);
            (first0, rows) = (row0, rows + 1);
        }
        if rows < LEAST { FilledDown { first0: table.rows(), rows: 0 } } else { FilledDown { first0, rows } }
    }

    /// What to say of them.
    pub(super) fn problem(&self, table: &Table) -> Option<Problem> {
        let place = table.place.at(Spot::Row { row0: self.first0 });
        let message = format!(
            "from here on {} rows hold no name and nothing but the same ticks and numbers, as where they were filled down; \
             they were left out",
            self.rows
        );
        let help = "if they are functions, give them their names";
        (self.rows > 0).then(|| Problem::note(Code::FilledDown, place, message).help(help))
    }
}
