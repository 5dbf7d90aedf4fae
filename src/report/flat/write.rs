//! The kinds of files that the table can be written as, and the writing of each.

use std::io::{self, Write};

use super::{as_csv, as_parquet, columns};
use crate::report::view::report::Report;

/// The kinds of files that the table can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TableFormat {
    /// Delimited text as RFC 4180 has it: UTF-8, commas, a header, nothing for what is not known.
    Csv,
    /// Apache Parquet with typed columns, deflated.
    Parquet,
}

impl TableFormat {
    /// Both.
    pub const ALL: [TableFormat; 2] = [TableFormat::Csv, TableFormat::Parquet];

    /// The ending of its files, which is how it is named.
    pub fn name(self) -> &'static str {
        match self {
            TableFormat::Csv => "csv",
            TableFormat::Parquet => "parquet",
        }
    }
}

impl std::str::FromStr for TableFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<TableFormat, String> {
        let found = TableFormat::ALL.into_iter().find(|format| format.name() == text);
        found.ok_or_else(|| "expected `csv` or `parquet`".to_owned())
    }
}

/// Writes the table of a run.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write(report: &Report, format: TableFormat, into: impl Write + Send) -> io::Result<()> {
    let columns = columns::columns(report.judged.rulebook);
    match format {
        TableFormat::Csv => as_csv::write(&columns, report, into),
        TableFormat::Parquet => as_parquet::write(&columns, report, into),
    }
}
