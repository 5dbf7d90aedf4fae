//! The table as Apache Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::columns::{Column, Kind, Row, Value};
use crate::report::view::report::Report;

/// How many rows stand in memory until they are written.
const ROWS_OF_A_GROUP: usize = 50_000;

pub(super) fn write(columns: &[Column], report: &Report, into: impl Write + Send) -> io::Result<()> {
    written(columns, report, into).map_err(|error| match error {
        ParquetError::External(error) => io::Error::other(error),
        error => io::Error::other(error),
    })
}

fn written(columns: &[Column], report: &Report, into: impl Write + Send) -> Result<(), ParquetError> {
    // What each column means travels with the file.
    let meanings = columns.iter().map(|column| KeyValue::new(column.name.clone(), column.meaning.clone()));
    let properties = WriterProperties::builder()
        .set_key_value_metadata(Some(meanings.collect()))
        .set_compression(Compression::GZIP(GzipLevel::default()))
        .set_created_by(format!("outsift {}", env!("CARGO_PKG_VERSION")));
    let mut out = SerializedFileWriter::new(into, Arc::new(schema(columns)?), Arc::new(properties.build()))?;
    let functions = report.functions();
    for first in (0..functions).step_by(ROWS_OF_A_GROUP) {
        let mut values: Vec<Vec<Value>> = columns.iter().map(|_| Vec::new()).collect();
        for function in first..functions.min(first + ROWS_OF_A_GROUP) {
            let row = Row::of(report, function);
            columns.iter().zip(&mut values).for_each(|(column, values)| values.push(column.value(&row)));
        }
        let mut group = out.next_row_group()?;
        for values in &values {
            write_column(&mut group, values)?;
        }
        group.close()?;
    }
    out.close().map(drop)
}

fn schema(columns: &[Column]) -> Result<Type, ParquetError> {
    let field = |column: &Column| {
        let (physical, logical) = match column.kind {
            Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Kind::Whole => (Physical::INT64, None),
            Kind::Number => (Physical::DOUBLE, None),
            Kind::Truth => (Physical::BOOLEAN, None),
        };
        let field = Type::primitive_type_builder(&column.name, physical).with_repetition(Repetition::OPTIONAL);
        field.with_logical_type(logical).build().map(Arc::new)
    };
    let fields = columns.iter().map(field).collect::<Result<Vec<_>, _>>()?;
    Type::group_type_builder("verdicts").with_fields(fields).build()
}

/// Writes the values of the next column: those that are there, and for each row whether it has one.
fn write_column(
    group: &mut SerializedRowGroupWriter<'_, impl Write + Send>,
    values: &[Value],
) -> Result<(), ParquetError> {
    let there: Vec<i16> = values.iter().map(|value| i16::from(*value != Value::Nothing)).collect();
    let Some(mut column) = group.next_column()? else { return Ok(()) };
    match column.untyped() {
        ColumnWriter::ByteArrayColumnWriter(out) => {
            let texts = values
                .iter()
                .filter_map(|value| if let Value::Text(text) = value { Some(text.as_ref().into()) } else { None });
            out.write_batch(&texts.collect::<Vec<_>>(), Some(&there), None)?;
        }
        ColumnWriter::Int64ColumnWriter(out) => {
            let numbers =
                values.iter().filter_map(|value| if let Value::Whole(number) = value { Some(*number) } else { None });
            out.write_batch(&numbers.collect::<Vec<_>>(), Some(&there), None)?;
        }
        ColumnWriter::DoubleColumnWriter(out) => {
            let numbers =
                values.iter().filter_map(|value| if let Value::Number(number) = value { Some(*number) } else { None });
            out.write_batch(&numbers.collect::<Vec<_>>(), Some(&there), None)?;
        }
        ColumnWriter::BoolColumnWriter(out) => {
            let truths =
                values.iter().filter_map(|value| if let Value::Truth(truth) = value { Some(*truth) } else { None });
            out.write_batch(&truths.collect::<Vec<_>>(), Some(&there), None)?;
        }
        _ => return Err(ParquetError::NYI("a column of another type".to_owned())),
    }
    column.close()
}
