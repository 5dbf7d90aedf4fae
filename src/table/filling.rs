//! A table while its cells come in, whatever format they come from.

use std::sync::Arc;

use super::cells::Table;
use super::error_values::ErrorValue;
use super::formats::ISO_DATE;
use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, damaged};
use super::packed::{Cell, FormatId};
use super::scan::{Odd, What};
use crate::codes::Code;
use crate::problem::{Place, Problem};

/// A table while its cells come in.
pub(super) struct Filling {
    /// The table.
    pub(super) table: Table,
    /// Cells that count as empty though something stands there.
    pub(super) odd: Vec<Odd>,
}

impl Filling {
    /// An empty table for a sheet.
    pub(super) fn new(place: &Place, sheet: &str) -> Filling {
        Filling { table: table_of(place, sheet), odd: Vec::new() }
    }

    /// A number, or nothing where it is none: then the cell is noted.
    pub(super) fn number(&mut self, value: f64, (row0, column): (u32, u32), format: FormatId) -> Cell {
        if value.is_finite() {
            return Cell::Number { value, format };
        }
        let what = What::NoNumber(value.to_string().into());
        self.odd.extend(u16::try_from(column).ok().map(|column0| Odd { cell: (row0, column0), what }));
        Cell::Empty
    }

    /// A text, or the error that some formats have as a text.
    pub(super) fn text(&mut self, text: &str) -> Cell {
        match text {
            "" => Cell::Empty,
            _ => ErrorValue::named(text).map_or_else(|| Cell::Text(self.table.intern(text)), Cell::Error),
        }
    }

    /// A date that the file holds as ISO 8601 text, shown in a format; a text that is none stays a text.
    pub(super) fn iso_date(&mut self, text: &str, format: FormatId) -> Cell {
        match iso_serial(text) {
            Some(serial) => Cell::Date { serial, format: self.date_format(format) },
            None => self.text(text),
        }
    }

    /// The format of a date, which is ISO 8601 where the file states none.
    pub(super) fn date_format(&mut self, format: FormatId) -> FormatId {
        if format == 0 { self.table.format_id(ISO_DATE) } else { format }
    }

    /// Puts the cell into the table, or says why the file's shape does not allow it.
    pub(super) fn append(&mut self, (row0, column): (u32, u32), cell: Cell) -> Result<(), Problem> {
        let table = &mut self.table;
        if cell == Cell::Empty {
            return Ok(());
        }
        let column0 = u16::try_from(column).ok().filter(|c| *c < MAX_COLUMNS && row0 < MAX_ROWS);
        let Some(column0) = column0 else {
            return Err(damaged(&table.place, &format!("it has a cell in row {} and column {}", row0 + 1, column + 1)));
        };
        if table.size() + usize::from(column0) > MAX_CELLS {
            let message = format!("the sheet takes up more than {MAX_CELLS} cells (limit `max-cells`)");
            return Err(Problem::error(Code::TooManyCells, table.place.clone(), message)
                .help("delete what stands far to the right of or below the inventory"));
        }
        if !table.append(row0, column0, cell) {
            return Err(damaged(&table.place_of(row0, column0), "its cells are out of order, or stand there twice"));
        }
        Ok(())
    }
}

/// An empty table for a sheet.
pub(super) fn table_of(place: &Place, sheet: &str) -> Table {
    Table::new(Place { sheet: Some(Arc::from(sheet)), ..place.clone() })
}

/// A date, a date with a time, or a time alone, as a serial number of the 1900 calendar.
fn iso_serial(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('Z');
    let epoch = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
    let date: Option<jiff::civil::DateTime> = text.parse().ok();
    let date = match date {
        Some(date) => date,
        None => text.parse::<jiff::civil::Time>().ok()?.on(1899, 12, 30),
    };
    Some(date.duration_since(epoch).as_secs_f64() / 86_400.0)
}

/// A duration as ISO 8601 writes it, such as `PT36H30M00S`, in days.
pub(super) fn iso_duration(text: &str) -> Option<f64> {
    let (sign, text) = text.trim().strip_prefix('-').map_or((1.0, text.trim()), |text| (-1.0, text));
    let rest = text.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut seconds = 0.0;
    for (part, units) in [(days, &[('D', 86_400.0)][..]), (time, &[('H', 3_600.0), ('M', 60.0), ('S', 1.0)][..])] {
        let mut rest = part;
        while let Some(end) = rest.find(|c: char| c.is_ascii_alphabetic()) {
            let (_, unit) = units.iter().find(|(letter, _)| rest[end..].starts_with(*letter))?;
            seconds += rest[..end].replace(',', ".").parse::<f64>().ok()? * unit;
            rest = &rest[end + 1..];
        }
        if !rest.is_empty() {
            return None;
        }
    }
    Some(sign * seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_durations_are_serial_numbers() {
        for (text, serial) in [
            ("2026-11-23", Some(46349.0)),
            ("2026-11-23T12:00:00", Some(46349.5)),
            ("2026-11-23T12:00:00Z", Some(46349.5)),
            ("06:00:00", Some(0.25)),
            ("23 November", None),
        ] {
            assert_eq!(iso_serial(text), serial, "{text}");
        }
        for (text, days) in [
            ("PT06H00M00S", Some(0.25)),
            ("PT36H30M00S", Some(36.5 / 24.0)),
            ("-PT12H", Some(-0.5)),
            ("P1DT12H", Some(1.5)),
            ("PT0H0M1.5S", Some(1.5 / 86_400.0)),
            ("6 hours", None),
            ("PTXH", None),
        ] {
            assert_eq!(iso_duration(text), days, "{text}");
        }
    }
}
