//! The annotated workbook: the original table with the judgement beside it, and sheets that sum it up.
//!
//! `rust_xlsxwriter` builds the whole package in memory, with the big sheet as an empty shell; its rows, of which there may
//! be a million, are then streamed into the package while it is written out. The sheets draw what the view model says and
//! decide nothing; where the file goes, and that it appears whole or not at all, is left to the caller.

mod about;
mod assessment;
mod cells;
mod changes;
mod charts;
mod columns;
mod criteria;
mod figures;
mod formulas;
mod forms;
mod heat_map;
mod package;
mod quality;
pub mod questionnaire;
mod review;
mod risks;
mod rulebook;
mod styles;
mod summary;
mod table;
pub mod template;
#[cfg(test)]
mod tests;
mod what_to_ask;

use std::fmt;
use std::io::{self, Seek, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::wording::{count, grouped};
use super::{Report, Summary};
use crate::problem::Problem;
use crate::rulebook::workbook::{CRITERIA, RULEBOOK};
use crate::table::Table;
use assessment::AssessmentSheet;
use cells::{LONGEST_TEXT, cut};

/// The sheet of an annotated workbook that repeats the table.
pub const ASSESSMENT: &str = assessment::NAME;
/// The sheet of an annotated workbook on which its open questions can be answered.
pub const WHAT_TO_ASK: &str = "What to ask";
/// The most rows that a sheet can have.
const MAX_ROWS: u32 = 1_048_576;
/// The most columns that a sheet can have.
const MAX_COLUMNS: usize = 16_384;

/// What keeps the workbook of a report from being written at all: it is to be known before anything is.
pub fn too_large(report: &Report) -> Option<Problem> {
    let too_large = |error: WriteError, help: &str| {
        Problem::error("too-large-for-a-sheet", report.table().place.clone(), error.to_string()).help(help)
    };
    if let Err(error) = rulebook::fits(report) {
        return Some(too_large(error, "give a rulebook with fewer lines"));
    }
    let error = assessment::fits(report).err()?;
    Some(too_large(
        error,
        "split the file, delete what stands far to the right, or do without a workbook with `--no-workbook`",
    ))
}

/// A note on the texts of a table that no cell can hold in full.
pub fn long_texts(table: &Table) -> Option<Problem> {
    let long = table.texts().filter(|text| cut(text).len() < text.len()).count();
    if long == 0 {
        return None;
    }
    let (are, its, it) = if long == 1 { ("is", "its beginning", "it") } else { ("are", "their beginnings", "them") };
    let message = format!(
        "{} {are} longer than the {} characters that a cell can hold; the workbook has {its}",
        count(long, "text"),
        grouped(LONGEST_TEXT as u64)
    );
    let problem = Problem::note("long-text", table.place.clone(), message);
    Some(problem.help(format!("shorten {it} in the input, or read {it} there")))
}

/// Writes the annotated workbook of a report.
///
/// # Errors
/// The table has more rows or columns than a sheet can have, or the file cannot be written.
pub fn write(report: &Report, into: impl Write + Seek) -> Result<(), WriteError> {
    let dashboard = report.dashboard();
    let assessment = AssessmentSheet::plan(report, &dashboard)?;
    let mut book = Workbook::new();
    book.set_zip_compression_level(package::LEVEL);
    let Summary { title, organisation, date_iso, .. } = &report.summary;
    book.set_properties(&properties_of(title, organisation, date_iso));

    let links = Links { name_column0: report.name_column0() };
    add(&mut book, "Summary", |sheet| summary::draw(sheet, report, &dashboard, &assessment, &links))?;
    let styles = assessment.styles();
    add(&mut book, assessment::NAME, |sheet| assessment.draw_shell(sheet, &styles))?;
    add(&mut book, "Review", |sheet| review::draw(sheet, report, &links))?;
    add(&mut book, "Heat map", |sheet| heat_map::draw(sheet, report, &links))?;
    add(&mut book, "Risks", |sheet| risks::draw(sheet, report, &links))?;
    add(&mut book, WHAT_TO_ASK, |sheet| what_to_ask::draw(sheet, report, &links))?;
    if let Some(since) = &report.summary.since {
        add(&mut book, "Changes", |sheet| changes::draw(sheet, report, since, &links))?;
    }
    let mut names = Vec::new();
    add(&mut book, CRITERIA, |sheet| {
        names = criteria::draw(sheet, report)?;
        Ok(())
    })?;
    add(&mut book, "Data quality", |sheet| quality::draw(sheet, report))?;
    add(&mut book, "About", |sheet| about::draw(sheet, &report.summary))?;
    add(&mut book, RULEBOOK, |sheet| rulebook::draw(sheet, report))?;

    for (name, cell) in names {
        book.define_name(name, &cell)?;
    }
    package::write(book.save_to_buffer()?, into, &assessment, &styles)
}

fn add(
    book: &mut Workbook,
    name: &str,
    draw: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    draw(sheet)
}

/// Title and date; a fixed date, or the same input would give other bytes every second.
fn properties_of(title: &str, subject: &str, date_iso: &str) -> DocProperties {
    let properties = DocProperties::new().set_title(title).set_subject(subject).set_author("outsift");
    let mut parts = date_iso.split('-').map(|part| part.parse::<u16>().unwrap_or(1));
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let date = ExcelDateTime::from_ymd(year.unwrap_or(1), month.unwrap_or(1) as u8, day.unwrap_or(1) as u8);
    match date.or_else(|_| ExcelDateTime::from_ymd(1980, 1, 1)) {
        Ok(date) => properties.set_creation_datetime(&date),
        Err(_) => properties,
    }
}

/// Links from the other sheets to the rows and cells of the assessment.
struct Links {
    name_column0: u16,
}

impl Links {
    fn to_function(&self, report: &Report, function: usize) -> String {
        Links::to_cell(report.row0(function), self.name_column0)
    }

    fn to_cell(row0: u32, column0: u16) -> String {
        format!("internal:{}!{}{}", assessment::NAME, crate::problem::column_letters(column0), row0 + 1)
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
