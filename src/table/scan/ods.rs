//! The content of an .ods spreadsheet, walked before it is parsed: its parser builds whole sheets in memory, trusts every
//! number of repetitions, and does not end where the XML ends too early.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::seen::{Odd, Seen, What};
use crate::codes::Code;
use crate::problem::{Place, Problem, column_letters};
use crate::table::limits::{MAX_COLUMNS, MAX_DENSE_CELLS, MAX_ROWS, damaged, refused};
use crate::table::xml::attribute;

/// The most blanks that one sheet writes as numbers of blanks.
const MOST_BLANKS: u64 = 64 << 20;
/// The deepest nesting: a few levels of groups, and texts with their formats.
const DEEPEST: usize = 200;

/// Walks the content; gives the sheets that have a name, in order.
///
/// # Errors
/// It is damaged, or would take up too much memory.
pub(in crate::table) fn walk(content: impl Read, place: &Place) -> Result<Vec<(String, Seen)>, Problem> {
    let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, content));
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk::new(place);
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(damaged(place, "its XML is nested too deeply"));
                }
                walk.open(&element)?;
            }
            Ok(Event::End(element)) => {
                depth -= 1;
                walk.close(element.name().as_ref())?;
            }
            Ok(Event::Text(text)) => walk.has_text |= !text.trim().is_empty(),
            Ok(Event::CData(_) | Event::GeneralRef(_)) => walk.has_text = true,
            Ok(Event::DocType(_)) => {
                return Err(damaged(place, "its XML has a document type, which no spreadsheet program writes"));
            }
            Ok(Event::Eof) if depth == 0 => return Ok(walk.sheets),
            Ok(Event::Eof) => return Err(damaged(place, "its content is cut short")),
            Ok(_) => {}
            Err(error) => return Err(damaged(place, &error.to_string())),
        }
    }
}

struct Walk<'p> {
    place: &'p Place,
    sheets: Vec<(String, Seen)>,
    seen: Option<(String, Seen)>,
    in_row: bool,
    cell: Option<Cell>,
    has_text: bool,
    blanks: u64,
    /// Rows and columns before the present one.
    row: u64,
    column: u64,
    row_repeats: u64,
    row_is_hidden: bool,
    /// Columns up to the last that is filled, in this row and in all; rows up to the last that is.
    row_width: u64,
    width: u64,
    height: u64,
    /// Cells that the parser puts into memory, in all sheets.
    cells: u64,
    column_at: u64,
}

struct Cell {
    repeats: u64,
    has_value: bool,
    has_formula: bool,
    is_text: bool,
}

impl<'p> Walk<'p> {
    fn new(place: &'p Place) -> Self {
        Walk {
            place,
            sheets: Vec::new(),
            seen: None,
            in_row: false,
            cell: None,
            has_text: false,
            blanks: 0,
            row: 0,
            column: 0,
            row_repeats: 1,
            row_is_hidden: false,
            row_width: 0,
            width: 0,
            height: 0,
            cells: 0,
            column_at: 0,
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<(), Problem> {
        match element.name().as_ref() {
            "table:table" if self.seen.is_some() => {
                return Err(damaged(self.place, "it has a sheet within a sheet"));
            }
            "table:table" => {
                self.seen = Some((attribute(element, "table:name"), Seen::default()));
                (self.row, self.width, self.height, self.column_at) = (0, 0, 0, 0);
            }
            "table:table-column" => {
                let repeats = self.repeats(element, "table:number-columns-repeated")?;
                if let Some((_, seen)) = self.seen.as_mut().filter(|_| is_hidden(element)) {
                    let last = (self.column_at + repeats - 1).min(u64::from(MAX_COLUMNS) - 1);
                    if self.column_at <= last {
                        seen.hidden_columns.push(self.column_at as u32, last as u32);
                    }
                }
                self.column_at += repeats;
            }
            "table:table-row" if self.seen.is_some() => {
                self.row_repeats = self.repeats(element, "table:number-rows-repeated")?;
                self.row_is_hidden = is_hidden(element);
                (self.in_row, self.column, self.row_width) = (true, 0, 0);
            }
            name @ ("table:table-cell" | "table:covered-table-cell") if self.in_row => {
                if let Some((_, seen)) = &mut self.seen {
                    seen.merged |= name == "table:covered-table-cell";
                }
                self.open_cell(element)?;
            }
            "text:s" => {
                self.blanks += self.repeats(element, "text:c")?;
                if self.blanks > MOST_BLANKS {
                    return Err(damaged(self.place, "its texts have millions of blanks"));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, element: &BytesStart) -> Result<(), Problem> {
        let repeats = self.repeats(element, "table:number-columns-repeated")?;
        let has = |name: &str| element.attributes().flatten().any(|attribute| attribute.key.as_ref() == name);
        let values =
            ["office:value", "office:string-value", "office:date-value", "office:time-value", "office:boolean-value"];
        self.cell = Some(Cell {
            repeats,
            has_value: values.into_iter().any(has),
            has_formula: has("table:formula"),
            is_text: attribute(element, "office:value-type") == "string",
        });
        self.has_text = false;
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Problem> {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                if let Some(cell) = self.cell.take() {
                    self.close_cell(&cell)?;
                }
            }
            "table:table-row" if self.in_row => {
                self.in_row = false;
                self.close_row()?;
            }
            "table:table" => {
                self.cells += self.width * self.height;
                self.check_size()?;
                self.sheets.extend(self.seen.take().filter(|(name, _)| !name.is_empty()));
            }
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self, cell: &Cell) -> Result<(), Problem> {
        let is_filled = cell.has_value || cell.has_formula || cell.is_text && self.has_text;
        let first = self.column;
        self.column += cell.repeats;
        if !is_filled {
            return Ok(());
        }
        if self.column > u64::from(MAX_COLUMNS) {
            return Err(damaged(self.place, &format!("it has a cell in column {}", self.column)));
        }
        self.row_width = self.column;
        if let Some((_, seen)) = self.seen.as_mut().filter(|_| cell.has_formula && !cell.has_value && !self.has_text) {
            seen.odd.push(Odd { cell: (self.row as u32, first as u16), what: What::NoResult });
        }
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), Problem> {
        let (first, end) = (self.row, self.row + self.row_repeats);
        self.row = end;
        if let Some((_, seen)) = self.seen.as_mut().filter(|_| self.row_is_hidden && first < u64::from(MAX_ROWS)) {
            seen.hidden_rows.push(first as u32, (end - 1).min(u64::from(MAX_ROWS) - 1) as u32);
        }
        if self.row_width == 0 {
            return Ok(());
        }
        if end > u64::from(MAX_ROWS) {
            return Err(damaged(self.place, &format!("it has a cell in row {end}")));
        }
        self.cells += self.row_width;
        self.width = self.width.max(self.row_width);
        self.height = end;
        self.check_size()
    }

    fn check_size(&self) -> Result<(), Problem> {
        if self.cells + self.width * self.height > MAX_DENSE_CELLS {
            let column = column_letters((self.width - 1) as u16);
            let message = format!(
                "its sheets span more than {MAX_DENSE_CELLS} cells, up to column {column} and row {} (limit `max-cells`)",
                self.height
            );
            return Err(refused(Code::TooManyCells, self.place, message));
        }
        Ok(())
    }

    /// How often something stands there: once where nothing is said.
    fn repeats(&self, element: &BytesStart, name: &str) -> Result<u64, Problem> {
        // More than any sheet has, and few enough to be added up.
        const MOST: u64 = 1 << 31;
        match attribute(element, name).as_str() {
            "" => Ok(1),
            given => match given.parse() {
                Ok(repeats) if (1..=MOST).contains(&repeats) => Ok(repeats),
                // No blanks at all is harmless.
                Ok(0) if name == "text:c" => Ok(0),
                _ => Err(damaged(self.place, &format!("something in it is repeated `{given}` times"))),
            },
        }
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    matches!(attribute(element, "table:visibility").as_str(), "collapse" | "filter")
}
