//! The table as delimited text.

use std::io::{self, Write};

pub(super) use csv::Writer;
use csv::WriterBuilder;

use super::columns::{Column, Rows, Value};

/// A writer as RFC 4180 has it.
pub(super) fn writer<W: Write>(into: W) -> Writer<W> {
    WriterBuilder::new().from_writer(into)
}

pub(super) fn write(columns: &[Column], rows: &Rows<'_>, into: impl Write) -> io::Result<()> {
    let mut out = writer(into);
    out.write_record(columns.iter().map(|column| column.name.as_str()))?;
    for function in 0..rows.report.functions() {
        let row = rows.row(function);
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
