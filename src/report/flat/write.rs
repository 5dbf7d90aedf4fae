//! The kinds of files that the table can be written as, and the writing of each.

use std::io::{self, Write};

use super::{columns, csv, parquet};
use crate::report::view::compose::Run;
use crate::report::view::report::Report;

/// The kinds of files that the table can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Delimited text as RFC 4180 has it: UTF-8, commas, a header, nothing for what is not known.
    Csv,
    /// Apache Parquet with typed columns, deflated.
    Parquet,
}

impl Format {
    /// Both.
    pub const ALL: [Format; 2] = [Format::Csv, Format::Parquet];

    /// The ending of its files, which is how it is named.
    pub fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Parquet => "parquet",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Format, String> {
        let found = Format::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| "expected `csv` or `parquet`".to_owned())
    }
}

/// Writes the table of a run.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write(report: &Report, run: &Run, format: Format, into: impl Write + Send) -> io::Result<()> {
    let columns = columns::columns(report.judged.rulebook);
    let rows = columns::Rows { report, run };
    match format {
        Format::Csv => csv::write(&columns, &rows, into),
        Format::Parquet => parquet::write(&columns, &rows, into),
    }
}
