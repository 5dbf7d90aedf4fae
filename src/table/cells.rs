//! What was read, in typed cells: a sheet, its parts, and the file that it comes from.
//!
//! Every cell is kept as it was (type, number format, link). What a header or a value means is left to the inventory.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use jiff::Span;
use jiff::civil::Date;
use string_interner::backend::StringBackend;
use string_interner::symbol::SymbolU32;
use string_interner::{StringInterner, Symbol};

use super::appearance::{Appearance, Lost, Spans};
use super::formats::Shown;
use super::packed::{Cell, Cells, FormatId, MOST_FORMATS, Row, TextId};
use super::written::written_number;
use crate::problem::Place;
use crate::sheets::Name;

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel workbook, Office Open XML.
    Xlsx,
    /// Excel workbook, binary.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// Spreadsheet of the Open Document Format.
    Ods,
    /// Delimited text.
    Csv,
    /// A table of Apache Parquet.
    Parquet,
}

impl Format {
    /// All of them.
    pub(super) const ALL: [Format; 6] =
        [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods, Format::Csv, Format::Parquet];

    /// The name used in the record: the usual extension.
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Csv => "csv",
            Format::Parquet => "parquet",
        }
    }

    /// The extensions that are usual for the kind.
    pub(super) fn extensions(self) -> &'static [&'static str] {
        match self {
            Format::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
            Format::Xlsb => &["xlsb"],
            Format::Xls => &["xls", "xlt"],
            Format::Ods => &["ods", "ots", "fods"],
            Format::Csv => &["csv", "tsv", "tab", "txt"],
            Format::Parquet => &["parquet", "pq"],
        }
    }
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
    /// The files that it was put together from; empty where it is one.
    pub files: Vec<SourceFile>,
    /// SHA-256 of the inventory that it tells of, where it is a workbook of ours.
    pub of_inventory: Option<String>,
}

/// One sheet, or one file of delimited text.
#[derive(Clone, Debug)]
pub struct Table {
    /// File and sheet.
    pub place: Place,
    /// How delimited text was read, such as `UTF-8, semicolons`; empty for spreadsheets.
    pub dialect: String,
    /// Number formats, by [`FormatId`]; the first is `General`.
    pub formats: Vec<String>,
    /// Whether every number came with the format that it is shown in.
    pub has_formats: bool,
    /// Whether the format says that all rows are of one table.
    pub is_one: bool,
    /// Links to the outside, by 0-based row and column.
    pub links: BTreeMap<(u32, u16), String>,
    /// The sheets that the table was put together from; empty where it is one sheet.
    pub parts: Vec<SheetPart>,
    /// How it looks.
    pub appearance: Appearance,
    /// Notes on its cells.
    pub(super) notes: BTreeMap<(u32, u16), Note>,
    /// Merged ranges by column and first row, each for all its columns.
    pub(super) merged: BTreeMap<(u16, u32), Region>,
    row_starts: Vec<u32>,
    cells: Cells,
    /// The number of columns, once it was asked for and as long as no cell has come or gone since.
    width: OnceLock<u16>,
    texts: Texts,
    /// How many fields the rows of delimited text have; empty for spreadsheets.
    fields: Vec<Fields>,
    /// Rows with a formula whose result is not in the file, and whether all such formulas of a row add up other rows.
    pub(super) uncalculated: BTreeMap<u32, bool>,
    /// The rows of such formulas, by their columns.
    pub(super) lacking: BTreeMap<u16, Spans>,
}

/// A note on a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it, where that is said.
    pub author: String,
    /// What it says.
    pub text: String,
}

/// How many fields a row of delimited text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// As many as its delimiters part.
    pub parted: u16,
    /// As many as there are up to the last that holds anything.
    pub filled: u16,
}

/// The rows of a table that come from one sheet.
#[derive(Clone, Debug)]
pub struct SheetPart {
    /// The sheet.
    pub sheet: Arc<str>,
    /// The sheet's first row in the table.
    pub first_row0: u32,
    /// Its first row below its header, in the table.
    pub data_row0: u32,
    /// How many of its first rows are not in the table.
    pub skipped: u32,
    /// The sheet's own column of each column of the table, none where it has no such; empty where all are its own.
    pub columns: Vec<Option<u16>>,
}

impl SheetPart {
    /// The sheet's own column for a column of the table.
    pub fn own_column(&self, column0: u16) -> Option<u16> {
        if self.columns.is_empty() { Some(column0) } else { self.columns.get(usize::from(column0)).copied().flatten() }
    }
}

/// A range of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The first row.
    pub first_row0: u32,
    /// The first column.
    pub first_column0: u16,
    /// The last row.
    pub last_row0: u32,
    /// The last column.
    pub last_column0: u16,
}

impl Region {
    /// How many columns it has.
    pub fn columns(&self) -> u16 {
        self.last_column0 - self.first_column0 + 1
    }

    /// Whether a cell belongs to it.
    pub fn holds(&self, row0: u32, column0: u16) -> bool {
        (self.first_row0..=self.last_row0).contains(&row0)
            && (self.first_column0..=self.last_column0).contains(&column0)
    }
}

type Texts = StringInterner<StringBackend<SymbolU32>>;

impl Table {
    /// The longest note that is kept whole, in bytes.
    pub(super) const LONGEST_NOTE: usize = 10_000;

    /// An empty table at a place.
    pub fn new(place: Place) -> Self {
        Table {
            place,
            dialect: String::new(),
            formats: vec!["General".to_owned()],
            has_formats: false,
            is_one: false,
            links: BTreeMap::new(),
            parts: Vec::new(),
            appearance: Appearance::default(),
            notes: BTreeMap::new(),
            merged: BTreeMap::new(),
            row_starts: vec![0],
            cells: Cells::default(),
            width: OnceLock::new(),
            texts: Texts::new(),
            fields: Vec::new(),
            uncalculated: BTreeMap::new(),
            lacking: BTreeMap::new(),
        }
    }

    /// Whether a row holds a formula whose result is not in the file.
    pub fn is_uncalculated(&self, row0: u32) -> bool {
        self.uncalculated.contains_key(&row0)
    }

    /// Whether the formulas of a row whose results are not in the file all add up other rows.
    pub fn adds_rows(&self, row0: u32) -> bool {
        self.uncalculated.get(&row0) == Some(&true)
    }

    /// Notes that a formula in a cell has no result, and whether it adds up other rows; cells come in the order of their rows.
    pub(super) fn note_uncalculated(&mut self, (row0, column0): (u32, u16), adds_rows: bool) {
        *self.uncalculated.entry(row0).or_insert(true) &= adds_rows;
        self.lacking.entry(column0).or_default().push(row0, row0);
    }

    /// Whether a cell, or the one that it is merged with downwards, holds a formula whose result is not in the file.
    pub fn lacks_result(&self, row0: u32, column0: u16) -> bool {
        let Some(rows) = self.lacking.get(&column0) else { return false };
        rows.holds(self.merged(row0, column0).map_or(row0, |region| region.first_row0))
    }

    /// How many fields a row of delimited text has; none for rows of spreadsheets and for blank lines.
    pub fn fields(&self, row0: u32) -> Option<Fields> {
        self.fields.get(row0 as usize).copied().filter(|fields| fields.parted > 0)
    }

    /// Notes how many fields a row has.
    pub(crate) fn note_fields(&mut self, row0: u32, parted: u16, filled: u16) {
        self.fields.resize(row0 as usize, Fields::default());
        self.fields.push(Fields { parted, filled });
    }

    /// How delimited text was read, where that is another way than UTF-8 with usual delimiters and marks.
    pub fn unusual_dialect(&self) -> Option<&str> {
        let is_usual = |rest: &str| !rest.contains([',', '`']);
        let dialect = Some(self.dialect.as_str()).filter(|dialect| !dialect.is_empty())?;
        (!dialect.strip_prefix("UTF-8, ").is_some_and(is_usual)).then_some(dialect)
    }

    /// The number of rows up to the last that holds anything.
    pub fn rows(&self) -> u32 {
        self.row_starts.len() as u32 - 1
    }

    /// The cells of a row up to the last that holds anything.
    pub fn row(&self, row0: u32) -> Row<'_> {
        self.cells.range(self.row_range(row0))
    }

    fn row_range(&self, row0: u32) -> Range<usize> {
        let row = row0 as usize;
        match (self.row_starts.get(row), self.row_starts.get(row + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }

    /// The number of columns up to the last that holds anything.
    pub fn columns(&self) -> u16 {
        *self.width.get_or_init(|| (0..self.rows()).map(|row0| self.row(row0).len()).max().unwrap_or(0) as u16)
    }

    /// A cell; empty beyond the last.
    pub fn cell(&self, row0: u32, column0: u16) -> Cell {
        let Range { start, end } = self.row_range(row0);
        let at = start + usize::from(column0);
        if at < end { self.cells.get(at) } else { Cell::Empty }
    }

    /// What a cell says: its own value, or that of the merged range that it belongs to.
    pub fn value(&self, row0: u32, column0: u16) -> Cell {
        let own = self.cell(row0, column0);
        if own != Cell::Empty || self.merged.is_empty() {
            return own;
        }
        self.merged(row0, column0).map_or(own, |region| self.cell(region.first_row0, region.first_column0))
    }

    /// The same in a column whose cells are each a row's own, which is merged downwards alone: what somebody typed for several
    /// rows at once.
    pub fn value_of_rows(&self, row0: u32, column0: u16) -> Cell {
        let own = self.cell(row0, column0);
        if own != Cell::Empty || self.merged.is_empty() {
            return own;
        }
        let of_column = self.merged(row0, column0).filter(|region| region.first_column0 == column0);
        of_column.map_or(own, |region| self.cell(region.first_row0, column0))
    }

    /// Whether anything is to be seen in a cell.
    pub fn is_filled(&self, cell: Cell) -> bool {
        match cell {
            Cell::Empty => false,
            Cell::Text(id) => !self.text(id).trim().is_empty(),
            _ => true,
        }
    }

    /// The columns in which a row holds something.
    pub fn filled(&self, row0: u32) -> impl Iterator<Item = u16> {
        (0..).zip(self.row(row0)).filter(|(_, cell)| self.is_filled(*cell)).map(|(column0, _)| column0)
    }

    /// Whether nothing stands in a row.
    pub fn is_blank(&self, row0: u32) -> bool {
        self.filled(row0).next().is_none()
    }

    /// Whether it has merged ranges.
    pub fn has_merged(&self) -> bool {
        !self.merged.is_empty()
    }

    /// The merged range that a cell belongs to.
    pub fn merged(&self, row0: u32, column0: u16) -> Option<Region> {
        let (_, region) = self.merged.range((column0, 0)..=(column0, row0)).next_back()?;
        region.holds(row0, column0).then_some(*region)
    }

    /// A text by its id.
    pub fn text(&self, id: TextId) -> &str {
        self.texts.resolve(id).unwrap_or_default()
    }

    /// The number that a cell is, or that its text writes.
    pub fn number(&self, cell: Cell) -> Option<f64> {
        match cell {
            Cell::Number { value, .. } => Some(value),
            Cell::Text(id) => written_number(self.text(id)),
            Cell::Empty | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => None,
        }
    }

    /// The text of a cell, if it is more than a number that was stored as one.
    pub fn words(&self, cell: Cell) -> Option<&str> {
        let text = self.text(cell.text_id()?);
        written_number(text).is_none().then_some(text)
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
            Cell::Date { serial, format } => {
                match Shown::by(self.formats.get(usize::from(format)).map_or("", String::as_str)) {
                    Shown::Duration => hours(serial),
                    Shown::Time => hours(serial.rem_euclid(1.0)),
                    Shown::Date | Shown::Number => iso_date(serial),
                }
            }
            Cell::Boolean(true) => "TRUE".to_owned(),
            Cell::Boolean(false) => "FALSE".to_owned(),
            Cell::Error(error) => error.name().to_owned(),
        }
    }

    /// Whether it is a sheet of our own.
    pub fn is_sheet(&self, name: Name) -> bool {
        self.place.sheet.as_deref().is_some_and(|sheet| name.is(sheet))
    }

    /// Whether a cell is a text that is just this name.
    pub(crate) fn shows(&self, row0: u32, column0: u16, name: Name) -> bool {
        matches!(self.cell(row0, column0), Cell::Text(id) if name.is(self.text(id)))
    }

    /// The note on a cell, as much of it as can be a statement on a column.
    pub fn note_of(&self, row0: u32, column0: u16) -> Option<&str> {
        const LONGEST: usize = 2_000;
        self.notes.get(&(row0, column0)).map(|note| beginning(&note.text, LONGEST))
    }

    /// The notes on its cells, by row and column.
    pub fn notes(&self) -> impl Iterator<Item = ((u32, u16), &Note)> {
        self.notes.iter().map(|(at, note)| (*at, note))
    }

    /// Keeps where a cell leads to, if that is no file, which would be another one from another folder.
    pub(super) fn link(&mut self, row0: u32, column0: u16, target: &str) {
        if ["http://", "https://", "ftp://", "mailto:"].iter().any(|scheme| target.starts_with(scheme)) {
            self.links.insert((row0, column0), target.to_owned());
        } else {
            self.appearance.lose(Lost::Links, 1);
        }
    }

    /// Keeps the note on a cell, in the place of an earlier one.
    pub(super) fn note(&mut self, row0: u32, column0: u16, author: &str, text: &str) {
        const MOST: usize = 5_000;
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if self.notes.len() >= MOST && !self.notes.contains_key(&(row0, column0)) {
            return self.appearance.lose(Lost::Notes, 1);
        }
        let text = beginning(text, Table::LONGEST_NOTE).to_owned();
        self.notes.insert((row0, column0), Note { author: author.trim().to_owned(), text });
    }

    /// Notes a merged range.
    pub(crate) fn merge(&mut self, region: Region) {
        // More would be no table, and could be made large at little cost.
        const MOST_COLUMNS: usize = 1_000_000;
        if region.first_row0 == region.last_row0 && region.columns() == 1 {
            return;
        }
        for column0 in region.first_column0..=region.last_column0 {
            if self.merged.len() < MOST_COLUMNS {
                self.merged.insert((column0, region.first_row0), region);
            }
        }
    }

    /// Puts a cell after all cells so far; rows and columns may be skipped, never gone back to.
    ///
    /// # Errors
    /// `false` where the cell lies before the last one: the file's order is broken.
    pub(crate) fn append(&mut self, row0: u32, column0: u16, cell: Cell) -> bool {
        self.width.take();
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
        self.cells.fill_up((start + column) as usize);
        self.cells.push(cell);
        self.row_starts[row + 1] = self.cells.len() as u32;
        true
    }

    /// Takes rows away from the end, so that so many are left.
    pub(crate) fn truncate(&mut self, rows: u32) {
        self.width.take();
        if let Some(&end) = self.row_starts.get(rows as usize) {
            self.cells.truncate(end as usize);
            self.row_starts.truncate(rows as usize + 1);
        }
    }

    /// Takes the cells at the end of a row away, so that so many are left.
    pub(crate) fn shorten(&mut self, row0: u32, columns: u16) {
        self.width.take();
        let (start, end) = (self.row_starts[row0 as usize], self.row_starts[row0 as usize + 1]);
        let from = (start + u32::from(columns)).min(end);
        self.cells.remove(from as usize..end as usize);
        self.row_starts[row0 as usize + 1..].iter_mut().for_each(|start| *start -= end - from);
    }

    /// Takes all columns away but so many at the left.
    pub(crate) fn keep_columns(&mut self, columns: u16) {
        self.width.take();
        let (mut kept, mut starts) = (Cells::default(), vec![0]);
        for row0 in 0..self.rows() {
            self.row(row0).take(usize::from(columns)).for_each(|cell| kept.push(cell));
            starts.push(kept.len() as u32);
        }
        (self.cells, self.row_starts) = (kept, starts);
        self.links.retain(|(_, column0), _| *column0 < columns);
        self.notes.retain(|(_, column0), _| *column0 < columns);
        self.merged.retain(|_, region| region.last_column0 < columns);
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
        if self.formats.len() >= MOST_FORMATS {
            return 0;
        }
        self.formats.push(format.to_owned());
        (self.formats.len() - 1) as FormatId
    }
}

/// So many bytes of a text at most, whole letters.
fn beginning(text: &str, most: usize) -> &str {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    if text.len() <= most { text } else { &text[..ends.take_while(|end| *end <= most).last().unwrap_or_default()] }
}

/// The index of a text among the texts of its table.
pub fn text_index(id: TextId) -> usize {
    id.to_usize()
}

/// A part of a day, or more than one, as hours, minutes and seconds.
fn hours(days: f64) -> String {
    let seconds = (days.abs() * 86_400.0).round() as u64;
    let sign = if days < 0.0 && seconds > 0 { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A date serial of the 1900 calendar as ISO 8601, with the time where there is one.
fn iso_date(serial: f64) -> String {
    let Some((date, seconds)) = moment(serial) else { return format!("{serial}") };
    if seconds == 0 {
        return date.to_string();
    }
    format!("{date} {:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// The day of a date serial, and the second of that day; none beyond the calendar.
pub fn moment(serial: f64) -> Option<(Date, i64)> {
    // Excel counts a 29 February 1900 that never was, so only serials after it follow the calendar.
    let days = serial.floor() as i64 - i64::from(serial >= 60.0);
    let date = Date::constant(1899, 12, 31).checked_add(Span::new().try_days(days).ok()?).ok()?;
    Some((date, ((serial.fract() * 86_400.0).round() as i64).clamp(0, 86_399)))
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
    fn dates_are_iso() {
        for (serial, expected) in
            [(1.0, "1900-01-01"), (61.0, "1900-03-01"), (46326.0, "2026-10-31"), (46326.5, "2026-10-31 12:00:00")]
        {
            assert_eq!(iso_date(serial), expected);
        }
    }
}
