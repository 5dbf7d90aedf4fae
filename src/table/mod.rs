//! What stood in the file, before anyone knows what it means: sheets of typed cells, each with its place.
//!
//! [`read`] is the program's one input. It keeps every cell as it was (type, number format, link), so that the annotated
//! workbook can repeat it. What a header or a value means is left to the inventory.

mod delimited;
mod preflight;
mod spreadsheet;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol};

pub use preflight::{Format, MAX_CELLS, MAX_FILE_BYTES};

use crate::problem::{Place, Problem, Problems, Spot};

/// Reads a file; with `sheet` that sheet alone, hidden or not, else every visible sheet.
///
/// # Errors
/// The problem that keeps the file from being read: it is missing, too large, of no known kind, or broken.
pub fn read(path: &Path, sheet: Option<&str>, problems: &mut Problems) -> Result<Workbook, Problem> {
    let name: Arc<str> = path.file_name().unwrap_or(OsStr::new("")).to_string_lossy().into();
    let place = Place::file(name.clone());
    let bytes = preflight::load(path, &place)?;
    let format = preflight::format_of(&bytes, &place)?;
    if let Some(problem) = preflight::misnamed(path, format, &place) {
        problems.push(problem);
    }
    let (sha256, tables) = std::thread::scope(|scope| {
        let hash = scope.spawn(|| sha256_hex(&bytes));
        let tables = match format {
            Format::Csv => {
                if let Some(name) = sheet {
                    return Err(no_such_sheet(&place, name, &[]));
                }
                delimited::read(&bytes, &place).map(|table| vec![table])
            }
            _ => spreadsheet::read(&bytes, format, sheet, &place, problems),
        }?;
        Ok((hash.join().expect("hashing cannot panic"), tables))
    })?;
    Ok(Workbook { file: SourceFile { name, size: bytes.len() as u64, sha256, format }, tables })
}

fn no_such_sheet(place: &Place, wanted: &str, sheets: &[String]) -> Problem {
    let problem = Problem::error("no-such-sheet", place.clone(), format!("there is no sheet `{wanted}`"));
    if sheets.is_empty() {
        return problem.help("the file has no sheets: leave out `--sheet`");
    }
    problem.help(format!("its sheets are {}", sheets.iter().map(|s| format!("`{s}`")).collect::<Vec<_>>().join(", ")))
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file and the sheets that were read from it.
#[derive(Debug)]
pub struct Workbook {
    /// The file.
    pub file: SourceFile,
    /// Its sheets, in order; exactly one for delimited text.
    pub tables: Vec<Table>,
}

/// Which file it was.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name, without the folder.
    pub name: Arc<str>,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// What kind of file it really is, whatever its name says.
    pub format: Format,
}

/// One sheet, or one file of delimited text.
#[derive(Debug)]
pub struct Table {
    /// File and sheet.
    pub place: Place,
    /// How delimited text was read, such as `UTF-8, semicolons`; empty for spreadsheets.
    pub dialect: String,
    /// Number formats, by [`FormatId`]; the first is `General`.
    pub formats: Vec<String>,
    /// Whether every number came with the format that it is shown in.
    pub has_formats: bool,
    /// Links to the outside, by 0-based row and column.
    pub links: BTreeMap<(u32, u16), String>,
    row_starts: Vec<u32>,
    cells: Vec<Cell>,
    texts: Texts,
}

type Texts = StringInterner<StringBackend<SymbolU32>>;

/// A text that occurs in a table, once for all its cells.
pub type TextId = SymbolU32;

/// The position of a number format in [`Table::formats`].
pub type FormatId = u16;

/// What stood in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(TextId),
    /// A number and how it was shown.
    Number {
        /// The number.
        value: f64,
        /// How it was shown.
        format: FormatId,
    },
    /// A date, a time or both, as a serial number of the 1900 calendar.
    Date {
        /// Days since the last day of 1899.
        serial: f64,
        /// How it was shown.
        format: FormatId,
    },
    /// True or false.
    Boolean(bool),
    /// An error such as `#REF!`.
    Error(ErrorValue),
}

/// An error that a formula left in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorValue {
    /// `#DIV/0!`
    DivisionByZero,
    /// `#N/A`
    NotAvailable,
    /// `#NAME?`
    Name,
    /// `#NULL!`
    Null,
    /// `#NUM!`
    Number,
    /// `#REF!`
    Reference,
    /// `#VALUE!`
    Value,
    /// `#GETTING_DATA`
    GettingData,
}

impl ErrorValue {
    /// What the cell shows.
    pub fn name(self) -> &'static str {
        match self {
            ErrorValue::DivisionByZero => "#DIV/0!",
            ErrorValue::NotAvailable => "#N/A",
            ErrorValue::Name => "#NAME?",
            ErrorValue::Null => "#NULL!",
            ErrorValue::Number => "#NUM!",
            ErrorValue::Reference => "#REF!",
            ErrorValue::Value => "#VALUE!",
            ErrorValue::GettingData => "#GETTING_DATA",
        }
    }
}

impl Table {
    /// An empty table at a place.
    pub fn new(place: Place) -> Self {
        Table {
            place,
            dialect: String::new(),
            formats: vec!["General".to_owned()],
            has_formats: false,
            links: BTreeMap::new(),
            row_starts: vec![0],
            cells: Vec::new(),
            texts: Texts::new(),
        }
    }

    /// The number of rows up to the last that holds anything.
    pub fn rows(&self) -> u32 {
        self.row_starts.len() as u32 - 1
    }

    /// The cells of a row up to the last that holds anything.
    pub fn row(&self, row0: u32) -> &[Cell] {
        let row = row0 as usize;
        match (self.row_starts.get(row), self.row_starts.get(row + 1)) {
            (Some(&start), Some(&end)) => &self.cells[start as usize..end as usize],
            _ => &[],
        }
    }

    /// A cell; empty beyond the last.
    pub fn cell(&self, row0: u32, column0: u16) -> Cell {
        self.row(row0).get(usize::from(column0)).copied().unwrap_or(Cell::Empty)
    }

    /// A text by its id.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.resolve(id).unwrap_or_default()
    }

    /// The different texts, in the order of their [`text_index`].
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(_, text)| text)
    }

    /// How many different texts there are, for tables with a row for each.
    pub fn text_count(&self) -> usize {
        self.texts.len()
    }

    /// What a cell shows, without its number format: the text itself, digits, an ISO date.
    pub fn shown(&self, cell: Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(id) => self.text(id).to_owned(),
            Cell::Number { value, .. } => format!("{value}"),
            Cell::Date { serial, .. } => iso_date(serial),
            Cell::Boolean(true) => "TRUE".to_owned(),
            Cell::Boolean(false) => "FALSE".to_owned(),
            Cell::Error(error) => error.name().to_owned(),
        }
    }

    /// The place of a cell.
    pub fn place_of(&self, row0: u32, column0: u16) -> Place {
        self.place.at(Spot::Cell { row0, column0 })
    }

    /// Puts a cell after all cells so far; rows and columns may be skipped, never gone back to.
    ///
    /// # Errors
    /// `false` where the cell lies before the last one: the file's order is broken.
    pub(crate) fn append(&mut self, row0: u32, column0: u16, cell: Cell) -> bool {
        let row = row0 as usize;
        if row + 2 < self.row_starts.len() {
            return false;
        }
        while self.row_starts.len() < row + 2 {
            self.row_starts.push(self.cells.len() as u32);
        }
        let end = self.cells.len() as u32;
        let start = self.row_starts[row];
        let column = u32::from(column0);
        if end - start > column {
            return false;
        }
        self.cells.resize((start + column) as usize, Cell::Empty);
        self.cells.push(cell);
        self.row_starts[row + 1] = self.cells.len() as u32;
        true
    }

    /// How many cells the table takes up, empty ones between others included.
    pub(crate) fn size(&self) -> usize {
        self.cells.len()
    }

    pub(crate) fn intern(&mut self, text: &str) -> TextId {
        self.texts.get_or_intern(text)
    }

    /// The position of a number format, added where it is new.
    pub(crate) fn format_id(&mut self, format: &str) -> FormatId {
        if let Some(known) = self.formats.iter().position(|f| f == format) {
            return known as FormatId;
        }
        if self.formats.len() >= usize::from(FormatId::MAX) {
            return 0;
        }
        self.formats.push(format.to_owned());
        (self.formats.len() - 1) as FormatId
    }
}

/// The index of a text among the texts of its table.
pub fn text_index(id: TextId) -> usize {
    id.to_usize()
}

/// A date serial of the 1900 calendar as ISO 8601, with the time where there is one.
fn iso_date(serial: f64) -> String {
    let Ok(date) = rust_date(serial) else { return format!("{serial}") };
    let seconds = ((serial.fract() * 86_400.0).round() as i64).clamp(0, 86_399);
    if seconds == 0 {
        return date;
    }
    format!("{date} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn rust_date(serial: f64) -> Result<String, jiff::Error> {
    // Excel counts a 29 February 1900 that never was, so only serials after it follow the calendar.
    let days = serial.floor() as i64 - i64::from(serial >= 60.0);
    let date = jiff::civil::date(1899, 12, 31).checked_add(jiff::Span::new().try_days(days)?)?;
    Ok(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_go_in_order() {
        let mut table = Table::new(Place::file("x.csv"));
        assert!(table.append(0, 1, Cell::Boolean(true)));
        assert!(table.append(2, 0, Cell::Boolean(false)));
        assert!(!table.append(2, 0, Cell::Boolean(true)), "the same cell twice");
        assert!(!table.append(1, 5, Cell::Boolean(true)), "an earlier row");
        assert_eq!((table.rows(), table.row(1).len(), table.cell(0, 0)), (3, 0, Cell::Empty));
        assert_eq!(table.cell(2, 0), Cell::Boolean(false));
    }

    #[test]
    fn a_cell_is_small() {
        assert_eq!(size_of::<Cell>(), 16);
    }

    #[test]
    fn dates_are_iso() {
        for (serial, expected) in
            [(1.0, "1900-01-01"), (61.0, "1900-03-01"), (46326.0, "2026-10-31"), (46326.5, "2026-10-31 12:00:00")]
        {
            assert_eq!(iso_date(serial), expected);
        }
    }
}
