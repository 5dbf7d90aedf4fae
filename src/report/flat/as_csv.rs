//! The table as delimited text.

use std::io::{self, Write};

pub(super) use csv::Writer;
use csv::WriterBuilder;

use super::columns::{Column, Row, Value};
use crate::report::view::report::Report;

/// A writer as RFC 4180 has it.
pub(super) fn writer<W: Write>(into: W) -> Writer<W> {
    WriterBuilder::new().from_writer(into)
}

pub(super) fn write(columns: &[Column], report: &Report, into: impl Write) -> io::Result<()> {
    let mut out = writer(into);
    out.write_record(columns.iter().map(|column| column.name.as_str()))?;
    for function in 0..report.functions() {
        let row = Row::of(report, function);
        for column in columns {
            match column.value(&row) {
                Value::Text(text) => out.write_field(text.as_ref())?,
                Value::Whole(number) => out.write_field(number.to_string())?,
                Value::Number(number) => out.write_field(number.to_string())?,
                Value::Truth(truth) => out.write_field(truth.to_string())?,
                Value::Nothing => out.write_field("")?,
            }
        }
        out.write_record(None::<&[u8]>)?;
    }
    out.flush()
}
