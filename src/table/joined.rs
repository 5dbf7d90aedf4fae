//! One table that stands on several sheets, or in several files, put together again.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::cells::{Region, SheetPart, Table};
use super::packed::{Cell, FormatId};
use crate::problem::{Place, Spot};
use crate::sheets::OF_SHEET;

/// A sheet that becomes a part of a table.
#[derive(Clone, Debug)]
pub struct Joining {
    /// Its position in the workbook.
    pub table: usize,
    /// The rows of its header.
    pub header: RangeInclusive<u32>,
    /// The column of the table for each of its own, none where it holds nothing; empty where all stand as they are.
    pub columns: Vec<Option<u16>>,
}

impl Joining {
    /// The column of the table for one of its own.
    fn column(&self, column0: u16) -> Option<u16> {
        if self.columns.is_empty() { Some(column0) } else { self.columns.get(usize::from(column0)).copied().flatten() }
    }
}

/// What stands in the header of a table that is put together besides what stands in that of its first sheet.
#[derive(Clone, Debug)]
pub struct Headers<'h> {
    /// The header of the last column, which says where each row comes from.
    pub sheet: &'h str,
    /// The headers of the columns that the first sheet has not, each with where it stands in the workbook.
    pub added: &'h [(u16, String)],
}

/// Puts tables together: the rows of one below those of the other, each cell in the column that is its own or was found for
/// it, and a last column with the sheet of each row. Every row is kept.
pub(super) fn join(tables: &[Table], sheets: &[Joining], headers: &Headers) -> Table {
    let first = &tables[sheets[0].table];
    let mut joined = Table::new(first.place.clone());
    joined.dialect.clone_from(&first.dialect);
    joined.has_formats = first.has_formats;
    let own_width = sheets.iter().filter(|sheet| sheet.columns.is_empty()).map(|sheet| tables[sheet.table].columns());
    let added = sheets.iter().flat_map(|sheet| sheet.columns.iter().flatten()).map(|column0| column0 + 1);
    let width = own_width.chain(added).max().unwrap_or(0);
    let fields = first.fields(*sheets[0].header.end());
    for sheet in sheets {
        let first_row0 = joined.rows();
        // Of sheets that have other columns, the first one's header is that of all.
        let skipped = if first_row0 == 0 || sheet.columns.is_empty() { 0 } else { sheet.header.end() + 1 };
        let part = Part { sheet, table: &tables[sheet.table], first_row0, skipped, width };
        part.add_cells(&mut joined, headers);
        // What is parted rightly by its own header is so in the table, which may have more columns.
        part.add_fields(&mut joined, fields.map_or(0, |fields| fields.parted));
        part.add_rest(&mut joined);
    }
    joined
}

/// A sheet on its way into a table.
struct Part<'a> {
    sheet: &'a Joining,
    table: &'a Table,
    /// Its first row there.
    first_row0: u32,
    /// How many of its rows are no part of it.
    skipped: u32,
    /// The column there that says where rows come from.
    width: u16,
}

impl Part<'_> {
    fn add_cells(&self, joined: &mut Table, headers: &Headers) {
        let (table, header) = (self.table, &self.sheet.header);
        let name: Arc<str> = table.place.sheet.clone().unwrap_or_default();
        let formats: Vec<FormatId> = table.formats.iter().map(|format| joined.format_id(format)).collect();
        let is_first = self.first_row0 == 0;
        for row0 in self.skipped..table.rows() {
            let own = (0..).zip(table.row(row0)).filter(|(_, cell)| *cell != Cell::Empty);
            let mut cells: Vec<(u16, Cell)> = own
                .filter_map(|(column0, cell)| {
                    Some((self.sheet.column(column0)?, carried(joined, table, cell, &formats)))
                })
                .collect();
            if is_first && row0 == *header.start() {
                cells.extend(headers.added.iter().map(|(column0, text)| (*column0, Cell::Text(joined.intern(text)))));
            }
            let beside = match () {
                () if row0 == *header.start() => Some(headers.sheet),
                () if row0 > *header.end() && table.row(row0).len() > 0 => Some(name.as_ref()),
                () => None,
            };
            cells.extend(beside.map(|text| (self.width, Cell::Text(joined.intern(text)))));
            cells.sort_by_key(|(column0, _)| *column0);
            for (column0, cell) in cells {
                joined.append(row0 + self.first_row0 - self.skipped, column0, cell);
            }
        }
        let own_column = |column0: u16| {
            let at = self.sheet.columns.iter().position(|known| *known == Some(column0));
            at.map(|at| at as u16)
        };
        joined.parts.push(SheetPart {
            sheet: name,
            first_row0: self.first_row0,
            data_row0: self.first_row0 + header.end() + 1 - self.skipped,
            skipped: self.skipped,
            columns: if self.sheet.columns.is_empty() { Vec::new() } else { (0..self.width).map(own_column).collect() },
        });
    }

    fn add_fields(&self, joined: &mut Table, wanted: u16) {
        let own = self.table.fields(*self.sheet.header.end()).map_or(wanted, |fields| fields.parted);
        let moved = |fields: u16| (fields + wanted).saturating_sub(own);
        for row0 in self.skipped..self.table.rows() {
            if let Some(fields) = self.table.fields(row0) {
                joined.note_fields(row0 + self.first_row0 - self.skipped, moved(fields.parted), moved(fields.filled));
            }
        }
    }

    fn add_rest(&self, joined: &mut Table) {
        let table = self.table;
        let row = |row0: u32| Some(row0.checked_sub(self.skipped)? + self.first_row0);
        joined.uncalculated.extend(table.uncalculated.iter().filter_map(|(row0, adds)| Some((row(*row0)?, *adds))));
        for (column0, rows0) in &table.lacking {
            let Some(column0) = self.sheet.column(*column0) else { continue };
            joined.lacking.entry(column0).or_default().append(rows0, (self.skipped, self.first_row0));
        }
        let moved = |&(row0, column0): &(u32, u16)| Some((row(row0)?, self.sheet.column(column0)?));
        let links = table.links.iter().filter_map(|(at, target)| Some((moved(at)?, target.clone())));
        joined.links.extend(links);
        let notes = table.notes.iter().filter_map(|(at, note)| Some((moved(at)?, note.clone())));
        joined.notes.extend(notes);
        joined.appearance.append(&table.appearance, (self.skipped, self.first_row0), &self.sheet.columns);
        for region in table.merged.values() {
            let columns: Option<Vec<u16>> =
                (region.first_column0..=region.last_column0).map(|column0| self.sheet.column(column0)).collect();
            // A range over columns that no longer stand side by side is none.
            let columns = columns.filter(|columns| columns.windows(2).all(|pair| pair[0] + 1 == pair[1]));
            let rows = row(region.first_row0).zip(row(region.last_row0));
            let Some((columns, (first_row0, last_row0))) = columns.zip(rows) else { continue };
            joined.merge(Region {
                first_row0,
                last_row0,
                first_column0: columns[0],
                last_column0: columns[columns.len() - 1],
            });
        }
    }
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

impl Table {
    /// The place of a cell in the file, whatever sheet its row comes from.
    pub fn place_of(&self, row0: u32, column0: u16) -> Place {
        match self.part_of(row0) {
            Some(part) => Place { sheet: Some(part.sheet.clone()), ..self.place.clone() }.at(Spot::Cell {
                row0: row0 - part.first_row0 + part.skipped,
                column0: part.own_column(column0).unwrap_or(column0),
            }),
            None => self.place.at(Spot::Cell { row0, column0 }),
        }
    }

    /// The row of the table that a place in the file came to; none for other sheets and for what is no cell or row.
    pub fn row0_of(&self, place: &Place) -> Option<u32> {
        let (Spot::Cell { row0, .. } | Spot::Row { row0 }) = place.spot else { return None };
        if place.file != self.place.file {
            return None;
        }
        if self.parts.is_empty() {
            return (place.sheet == self.place.sheet).then_some(row0);
        }
        let part = self.parts.iter().find(|part| Some(&part.sheet) == place.sheet.as_ref())?;
        row0.checked_sub(part.skipped).map(|row0| row0 + part.first_row0)
    }

    /// The sheet that a row comes from, in a table that was put together from several.
    pub fn part_of(&self, row0: u32) -> Option<&SheetPart> {
        let after = self.parts.partition_point(|part| part.first_row0 <= row0);
        self.parts.get(after.checked_sub(1)?)
    }

    /// The sheets that the table stands on; none for delimited text.
    pub fn sheets(&self) -> Vec<&str> {
        if self.parts.is_empty() {
            return self.place.sheet.as_deref().into_iter().collect();
        }
        self.parts.iter().map(|part| part.sheet.as_ref()).collect()
    }

    /// The sheet, or file, that a row stands in, where the table stands on several.
    pub fn sheet_of(&self, row0: u32) -> Option<&str> {
        self.part_of(row0).map(|part| part.sheet.as_ref())
    }

    /// A row as its sheet counts it, from 1.
    pub fn row_in_sheet(&self, row0: u32) -> u32 {
        self.part_of(row0).map_or(row0, |part| row0 - part.first_row0 + part.skipped) + 1
    }

    /// A row as its file counts it, from 1, with its sheet where the table stands on several: `12`, `People!12`.
    pub fn row_shown(&self, row0: u32) -> String {
        let row = self.row_in_sheet(row0);
        self.sheet_of(row0).map_or_else(|| row.to_string(), |sheet| format!("{sheet}{OF_SHEET}{row}"))
    }
}
