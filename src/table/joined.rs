//! One table that stands on several sheets, put together again.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::cells::{Cell, FormatId, Region, SheetPart, Table};

/// The header of the column that says which sheet a row comes from.
const SHEET: &str = "Sheet";

/// Puts tables with the same header together, each with the rows of its header: the rows of one below those of the other,
/// and a last column with the sheet of each row. Every row is kept.
pub(super) fn join(tables: &[(&Table, RangeInclusive<u32>)]) -> Table {
    let first = tables[0].0;
    let mut joined = Table::new(first.place.clone());
    joined.dialect.clone_from(&first.dialect);
    joined.has_formats = first.has_formats;
    let width = tables.iter().map(|(table, _)| table.columns()).max().unwrap_or(0);
    for (table, header) in tables {
        let first_row0 = joined.rows();
        let sheet: Arc<str> = table.place.sheet.clone().unwrap_or_default();
        let formats: Vec<FormatId> = table.formats.iter().map(|format| joined.format_id(format)).collect();
        for row0 in 0..table.rows() {
            if let Some(fields) = table.fields(row0) {
                joined.note_fields(first_row0 + row0, fields.parted, fields.filled);
            }
            for (column0, cell) in (0..).zip(table.row(row0)) {
                let cell = carried(&mut joined, table, *cell, &formats);
                if cell != Cell::Empty {
                    joined.append(first_row0 + row0, column0, cell);
                }
            }
            let beside = match () {
                () if row0 == *header.end() => Some(SHEET),
                () if row0 > *header.end() && !table.row(row0).is_empty() => Some(sheet.as_ref()),
                () => None,
            };
            if let Some(text) = beside {
                let cell = Cell::Text(joined.intern(text));
                joined.append(first_row0 + row0, width, cell);
            }
        }
        joined.uncalculated.extend(table.uncalculated.iter().map(|(row0, adds)| (first_row0 + row0, *adds)));
        for (&(row0, column0), target) in &table.links {
            joined.links.insert((first_row0 + row0, column0), target.clone());
        }
        for (&(row0, column0), note) in &table.notes {
            joined.notes.insert((first_row0 + row0, column0), note.clone());
        }
        joined.appearance.append(&table.appearance, first_row0);
        for region in table.merged.values() {
            joined.merge(Region {
                first_row0: region.first_row0 + first_row0,
                last_row0: region.last_row0 + first_row0,
                ..*region
            });
        }
        joined.parts.push(SheetPart { sheet, first_row0, data_row0: first_row0 + header.end() + 1 });
    }
    joined
}

/// A cell with its text and number format in the other table.
fn carried(joined: &mut Table, table: &Table, cell: Cell, formats: &[FormatId]) -> Cell {
    let format_of = |format: FormatId| formats.get(usize::from(format)).copied().unwrap_or(0);
    match cell {
        Cell::Text(id) => Cell::Text(joined.intern(table.text(id))),
        Cell::Number { value, format } => Cell::Number { value, format: format_of(format) },
        Cell::Date { serial, format } => Cell::Date { serial, format: format_of(format) },
        cell => cell,
    }
}
