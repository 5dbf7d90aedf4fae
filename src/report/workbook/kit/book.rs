//! What every sheet knows of its workbook: its limits, its properties, and why it could not be written.

use std::{fmt, io};

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::report::words::figures::{count, grouped};

/// The most rows that a sheet can have.
pub(crate) const MAX_ROWS: u32 = 1_048_576;
/// The most columns that a sheet can have.
pub(crate) const MAX_COLUMNS: usize = 16_384;

/// Adds a sheet, drawn.
pub(crate) fn add(
    book: &mut Workbook,
    name: &str,
    draw: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    draw(sheet)
}

/// Title and date; a fixed date, or the same input would give other bytes every second.
pub(crate) fn properties_of(title: &str, subject: &str, day: Date) -> DocProperties {
    let properties = DocProperties::new().set_title(title).set_subject(subject).set_author("outsift");
    let date = ExcelDateTime::from_ymd(day.year().unsigned_abs(), day.month().unsigned_abs(), day.day().unsigned_abs());
    match date.or_else(|_| ExcelDateTime::from_ymd(1980, 1, 1)) {
        Ok(date) => properties.set_creation_datetime(&date),
        Err(_) => properties,
    }
}

/// Why a workbook could not be written.
#[derive(Debug)]
pub enum WriteError {
    /// The table and the columns beside it do not fit into a sheet.
    TooLarge {
        /// The rows of the table.
        rows: u32,
        /// The columns of the table and those beside it.
        columns: usize,
        /// How many of them are those beside it.
        added: usize,
    },
    /// The rulebook has more lines than a sheet has rows.
    LongRulebook {
        /// The rows that it needs.
        rows: usize,
    },
    /// A part of the workbook could not be made.
    Content(XlsxError),
    /// The file could not be written.
    Io(io::Error),
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::TooLarge { rows, columns, added } => write!(
                f,
                "the table needs {} and {} columns, {added} of them for the judgement, and an Excel sheet holds {} rows and {} columns",
                count(*rows as usize, "row"),
                grouped(*columns as u64),
                grouped(u64::from(MAX_ROWS)),
                grouped(MAX_COLUMNS as u64),
            ),
            WriteError::LongRulebook { rows } => write!(
                f,
                "the rulebook needs {}, and an Excel sheet holds {}",
                count(*rows, "row"),
                grouped(u64::from(MAX_ROWS))
            ),
            WriteError::Content(error) => write!(f, "the workbook cannot be made: {error}"),
            WriteError::Io(error) => write!(f, "the workbook cannot be written: {error}"),
        }
    }
}

impl std::error::Error for WriteError {}

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        WriteError::Content(error)
    }
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> Self {
        WriteError::Io(error)
    }
}

impl From<zip::result::ZipError> for WriteError {
    fn from(error: zip::result::ZipError) -> Self {
        WriteError::Io(error.into())
    }
}

impl From<WriteError> for io::Error {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Io(error) => error,
            error => io::Error::other(error),
        }
    }
}
