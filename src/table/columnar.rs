//! Tables in Apache Parquet: columns of one type each. What a type says is kept (dates, exact decimals, whole numbers too long
//! for a number of a spreadsheet). Columns of lists or records have no cells; they are named and left out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use jiff::Span;
use jiff::civil::Date;
use parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use parquet::data_type::{ByteArray, DataType};
use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader, RowGroupReader, SerializedFileReader};
use parquet::schema::types::ColumnDescriptor;

use super::cells::Table;
use super::filling::Filling;
use super::formats::{ISO_DATE, ISO_MOMENT, ISO_TIME};
use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_FIELD};
use super::packed::{Cell, FormatId};
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};

/// How many rows are read of each column before they are put together.
const ROWS_AT_A_TIME: usize = 4_096;

/// Reads the one table of a file; its first row holds the names of the columns.
pub(super) fn read(bytes: &[u8], place: &Place, problems: &mut Problems) -> Result<Table, Problem> {
    // The parser trusts some lengths in the file, and panics where they are wrong.
    let outcome = catch_unwind(AssertUnwindSafe(|| read_file(bytes, place, problems)));
    outcome.unwrap_or_else(|_| Err(damaged(place, "its structure makes no sense")))
}

fn read_file(bytes: &[u8], place: &Place, problems: &mut Problems) -> Result<Table, Problem> {
    let failed = |error: ParquetError| refused(place, &error);
    let file = SerializedFileReader::new(Bytes::copy_from_slice(bytes)).map_err(failed)?;
    let (columns, left_out) = columns(&file);
    let rows = file.metadata().file_metadata().num_rows();
    let groups: i64 = file.metadata().row_groups().iter().map(|group| group.num_rows().max(0)).sum();
    let cells = (columns.len() as u64 + 1).saturating_mul(rows.max(groups).unsigned_abs());
    if cells > MAX_CELLS as u64 {
        let message = format!("the table takes up more than {MAX_CELLS} cells (limit `max-cells`)");
        return Err(Problem::error(Code::TooManyCells, place.clone(), message)
            .help("export only the columns and rows of the inventory"));
    }
    if columns.len() > usize::from(MAX_COLUMNS) {
        let message = format!("the table has {} columns; {MAX_COLUMNS} are read at most", columns.len());
        return Err(
            Problem::error(Code::TooManyColumns, place.clone(), message).help("export only those of the inventory")
        );
    }
    let mut writing = Writing::new(place, &columns)?;
    for group in 0..file.num_row_groups() {
        let group = file.get_row_group(group).map_err(failed)?;
        let mut open =
            columns.iter().map(|column| Open::of(&*group, column)).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        let mut left = group.metadata().num_rows().unsigned_abs() as usize;
        while left > 0 {
            let rows = left.min(ROWS_AT_A_TIME);
            let values: Result<Vec<_>, _> = open.iter_mut().map(|column| column.next(rows)).collect();
            writing.append(values.map_err(failed)?, rows)?;
            left -= rows;
        }
    }
    problems.extend(nested(&left_out, place));
    Ok(writing.finish(problems))
}

/// Why the parser does not go on.
fn refused(place: &Place, error: &ParquetError) -> Problem {
    let said = error.to_string();
    let first = said.lines().next().unwrap_or_default().trim_start_matches("Parquet error: ");
    match (error, first.strip_prefix("Disabled feature at compile time: ")) {
        (ParquetError::EOF(_), _) => damaged(place, "it is cut short"),
        (_, Some(codec)) => damaged(place, &format!("it is packed with {codec}, which is not known here")),
        _ if first.contains("encrypt") => damaged(place, "it needs a key"),
        _ => damaged(place, first),
    }
}

fn damaged(place: &Place, why: &str) -> Problem {
    Problem::error(Code::DamagedParquet, place.clone(), format!("the table cannot be read: {why}"))
        .help("export it again, or as .csv")
}

/// Says which columns have no cells.
fn nested(names: &[String], place: &Place) -> Option<Problem> {
    let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let hold = if names.len() == 1 { "column holds" } else { "columns hold" };
    let message = format!("{} {hold} lists or records, and not looked at: {}", names.len(), shown.join(", "));
    let problem = || Problem::warning(Code::NestedColumns, place.clone(), message);
    (!names.is_empty()).then(|| problem().help("export what counts in them as columns of their own"))
}

/// A column that is read.
struct Column {
    /// Its position among all columns of the file that hold values.
    at: usize,
    name: String,
    meaning: Meaning,
    /// Whether it may lack values.
    is_optional: bool,
}

/// The columns of a file that have cells, and the names of the others.
fn columns(file: &SerializedFileReader<Bytes>) -> (Vec<Column>, Vec<String>) {
    let (mut columns, mut left_out) = (Vec::new(), Vec::new());
    for (at, column) in file.metadata().file_metadata().schema_descr().columns().iter().enumerate() {
        let [name, inner @ ..] = column.path().parts() else { continue };
        if inner.is_empty() && column.max_rep_level() == 0 {
            let (name, meaning) = (name.clone(), Meaning::of(column));
            columns.push(Column { at, name, meaning, is_optional: column.max_def_level() > 0 });
        } else if left_out.last() != Some(name) {
            left_out.push(name.clone());
        }
    }
    (columns, left_out)
}

/// What the values of a column mean.
#[derive(Clone, Copy)]
enum Meaning {
    /// As their physical type says: truths, numbers, and texts where the bytes are UTF-8.
    Plain,
    /// Whole numbers without a sign, kept in so many bits with one.
    Unsigned,
    /// Whole numbers, to be divided by ten so many times.
    Decimal { scale: i32 },
    /// Days since 1970.
    Days,
    /// So many parts of a day since 1970.
    Moments { in_a_day: i64 },
    /// So many parts of a day since midnight.
    Times { in_a_day: i64 },
    /// The sixteen bytes of a UUID.
    Uuid,
    /// Two bytes of a number.
    Half,
}

impl Meaning {
    fn of(column: &ColumnDescriptor) -> Meaning {
        const SECONDS: i64 = 86_400;
        let parts = |unit: &TimeUnit| match unit {
            TimeUnit::MILLIS => SECONDS * 1_000,
            TimeUnit::MICROS => SECONDS * 1_000_000,
            TimeUnit::NANOS => SECONDS * 1_000_000_000,
        };
        match (column.logical_type_ref(), column.converted_type()) {
            (Some(LogicalType::Date), _) | (None, ConvertedType::DATE) => Meaning::Days,
            (Some(LogicalType::Timestamp(kind)), _) => Meaning::Moments { in_a_day: parts(&kind.unit) },
            (None, ConvertedType::TIMESTAMP_MILLIS) => Meaning::Moments { in_a_day: parts(&TimeUnit::MILLIS) },
            (None, ConvertedType::TIMESTAMP_MICROS) => Meaning::Moments { in_a_day: parts(&TimeUnit::MICROS) },
            (Some(LogicalType::Time(kind)), _) => Meaning::Times { in_a_day: parts(&kind.unit) },
            (None, ConvertedType::TIME_MILLIS) => Meaning::Times { in_a_day: parts(&TimeUnit::MILLIS) },
            (None, ConvertedType::TIME_MICROS) => Meaning::Times { in_a_day: parts(&TimeUnit::MICROS) },
            (Some(LogicalType::Decimal(kind)), _) => Meaning::Decimal { scale: kind.scale },
            (None, ConvertedType::DECIMAL) => Meaning::Decimal { scale: column.type_scale() },
            (Some(LogicalType::Integer(kind)), _) if !kind.is_signed => Meaning::Unsigned,
            (None, ConvertedType::UINT_32 | ConvertedType::UINT_64) => Meaning::Unsigned,
            (Some(LogicalType::Uuid), _) => Meaning::Uuid,
            (Some(LogicalType::Float16), _) => Meaning::Half,
            _ => Meaning::Plain,
        }
    }

    fn whole(self, value: i64, bits: u32) -> Value {
        match self {
            Meaning::Days => Value::Moment { day: value, part: 0.0 },
            Meaning::Moments { in_a_day } => {
                let part = value.rem_euclid(in_a_day) as f64 / in_a_day as f64;
                Value::Moment { day: value.div_euclid(in_a_day), part }
            }
            Meaning::Times { in_a_day } => Value::Time(value as f64 / in_a_day as f64),
            Meaning::Decimal { scale } => decimal(i128::from(value), scale),
            Meaning::Unsigned if bits == 32 => decimal(i128::from(value as u32), 0),
            Meaning::Unsigned => decimal(i128::from(value as u64), 0),
            Meaning::Plain | Meaning::Uuid | Meaning::Half => decimal(i128::from(value), 0),
        }
    }

    fn bytes(self, value: &ByteArray) -> Value {
        match (self, value.data()) {
            (Meaning::Decimal { scale }, bytes @ [first, ..]) => {
                let sign = if first & 0x80 == 0 { 0 } else { -1 };
                let (before, last) = bytes.split_at(bytes.len().saturating_sub(16));
                let unscaled = last.iter().fold(sign, |number: i128, byte| number << 8 | i128::from(*byte));
                let is_all = before.iter().all(|byte| *byte == sign as u8) && (unscaled < 0) == (sign < 0);
                if is_all { decimal(unscaled, scale) } else { Value::NoText }
            }
            (Meaning::Uuid, bytes) if bytes.len() == 16 => {
                let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
                Value::text(parts.join("-"))
            }
            (Meaning::Half, &[low, high]) => number(half::f16::from_le_bytes([low, high]).to_string()),
            _ => Value::Bytes(value.clone()),
        }
    }
}

/// A value, before it is a cell of the table.
enum Value {
    Nothing,
    Truth(bool),
    Number(f64),
    /// The day since 1970, and the part of it that is over.
    Moment {
        day: i64,
        part: f64,
    },
    /// A part of a day.
    Time(f64),
    /// A text, if it is one.
    Bytes(ByteArray),
    /// Bytes that are none.
    NoText,
}

impl Value {
    /// How long a text is, in bytes.
    fn length(&self) -> usize {
        if let Value::Bytes(bytes) = self { bytes.len() } else { 0 }
    }

    fn text(text: String) -> Value {
        Value::Bytes(ByteArray::from(text.into_bytes()))
    }
}

/// A number by its digits, so that what is short in decimals stays so; what is no number is no value, and infinity a text.
fn number(digits: String) -> Value {
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => Value::Number(number),
        Ok(number) if number.is_nan() => Value::Nothing,
        _ => Value::text(digits),
    }
}

/// A whole number divided by ten so many times; a text where a number of a spreadsheet would not keep its digits.
fn decimal(unscaled: i128, scale: i32) -> Value {
    const EXACT: u128 = 1 << 53;
    if unscaled.unsigned_abs() <= EXACT {
        return number(format!("{unscaled}e{}", i64::from(scale).saturating_neg()));
    }
    let places = usize::try_from(scale).unwrap_or_default();
    let (sign, digits) =
        (if unscaled < 0 { "-" } else { "" }, format!("{:0>1$}", unscaled.unsigned_abs(), places.min(64) + 1));
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(places));
    match fraction.trim_end_matches('0') {
        "" => Value::text(format!("{sign}{whole}")),
        fraction => number(format!("{sign}{whole}.{fraction}")),
    }
}

/// A column of a group of rows while it is read.
struct Open {
    reader: ColumnReader,
    meaning: Meaning,
    is_optional: bool,
}

impl Open {
    fn of(group: &dyn RowGroupReader, column: &Column) -> Result<Open, ParquetError> {
        let Column { at, meaning, is_optional, .. } = *column;
        Ok(Open { reader: group.get_column_reader(at)?, meaning, is_optional })
    }

    /// The values of the next rows.
    fn next(&mut self, rows: usize) -> Result<Vec<Value>, ParquetError> {
        let (meaning, optional) = (self.meaning, self.is_optional);
        match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => next(reader, rows, optional, Value::Truth),
            ColumnReader::Int32ColumnReader(reader) => next(reader, rows, optional, |v| meaning.whole(v.into(), 32)),
            ColumnReader::Int64ColumnReader(reader) => next(reader, rows, optional, |v| meaning.whole(v, 64)),
            ColumnReader::Int96ColumnReader(reader) => {
                // Such a number is always a moment.
                let moment = Meaning::Moments { in_a_day: 86_400_000 };
                next(reader, rows, optional, |v| moment.whole(v.to_millis(), 64))
            }
            ColumnReader::FloatColumnReader(reader) => next(reader, rows, optional, |v| number(v.to_string())),
            ColumnReader::DoubleColumnReader(reader) => next(reader, rows, optional, |v| match v {
                v if v.is_finite() => Value::Number(v),
                v => number(v.to_string()),
            }),
            ColumnReader::ByteArrayColumnReader(reader) => next(reader, rows, optional, |v| meaning.bytes(&v)),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                next(reader, rows, optional, |v| meaning.bytes(&ByteArray::from(v)))
            }
        }
    }
}

/// The next values of a column, each at its row.
fn next<T: DataType>(
    reader: &mut ColumnReaderImpl<T>,
    rows: usize,
    is_optional: bool,
    said: impl Fn(T::T) -> Value,
) -> Result<Vec<Value>, ParquetError> {
    let (mut levels, mut values) = (Vec::new(), Vec::new());
    let (read, ..) = reader.read_records(rows, is_optional.then_some(&mut levels), None, &mut values)?;
    if read != rows || !is_optional && values.len() != rows {
        return Err(ParquetError::General("a column is shorter than the table".to_owned()));
    }
    let mut values = values.into_iter().map(said);
    if !is_optional {
        return Ok(values.collect());
    }
    let at_row = |level: &i16| if *level > 0 { values.next() } else { Some(Value::Nothing) };
    let short = || ParquetError::General("a column lacks values".to_owned());
    levels.iter().map(at_row).collect::<Option<Vec<_>>>().ok_or_else(short)
}

/// The table while its rows come in.
struct Writing {
    filling: Filling,
    rows: u32,
    /// The formats of dates, times and both.
    formats: [FormatId; 3],
    /// How many values of each column are bytes that are no text.
    no_text: Vec<usize>,
}

impl Writing {
    fn new(place: &Place, columns: &[Column]) -> Result<Writing, Problem> {
        let mut filling = Filling { table: Table::new(place.clone()), odd: Vec::new() };
        filling.table.is_one = true;
        for (column, Column { name, .. }) in (0..).zip(columns) {
            let header = filling.text(name);
            filling.append((0, column), header)?;
        }
        let formats = [ISO_DATE, ISO_TIME, ISO_MOMENT].map(|format| filling.table.format_id(format));
        Ok(Writing { filling, rows: 1, formats, no_text: vec![0; columns.len()] })
    }

    /// Puts the next rows below, given by columns.
    fn append(&mut self, columns: Vec<Vec<Value>>, rows: usize) -> Result<(), Problem> {
        let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
        for _ in 0..rows {
            for (at, column) in columns.iter_mut().enumerate() {
                let value = column.next().unwrap_or(Value::Nothing);
                if value.length() > MAX_FIELD {
                    let message = format!("has a text of more than {} KiB (limit `max-field`)", MAX_FIELD >> 10);
                    let place = self.filling.table.place_of(self.rows, at as u16);
                    return Err(Problem::error(Code::FieldTooLong, place, message)
                        .help("export only the columns of the inventory"));
                }
                // No sheet limits the rows: all cells together are within their limit.
                let cell = self.cell(at, value);
                if cell != Cell::Empty {
                    self.filling.table.append(self.rows, at as u16, cell);
                }
            }
            self.rows += 1;
        }
        Ok(())
    }

    fn cell(&mut self, column: usize, value: Value) -> Cell {
        let [date, time, moment] = self.formats;
        match value {
            Value::Nothing => Cell::Empty,
            Value::Truth(truth) => Cell::Boolean(truth),
            Value::Number(value) => Cell::Number { value, format: 0 },
            Value::Time(serial) => Cell::Date { serial, format: time },
            Value::Moment { day, part } => match serial(day) {
                Some(serial) => Cell::Date { serial: serial + part, format: if part == 0.0 { date } else { moment } },
                None => self.filling.text(&iso(day)),
            },
            Value::Bytes(bytes) if bytes.as_utf8().is_ok() => self.filling.text(bytes.as_utf8().unwrap_or_default()),
            Value::Bytes(_) | Value::NoText => {
                self.no_text[column] += 1;
                Cell::Empty
            }
        }
    }

    /// The table; says which columns have values that are no text.
    fn finish(self, problems: &mut Problems) -> Table {
        let table = self.filling.table;
        for (column0, count) in (0..).zip(self.no_text).filter(|(_, count)| *count > 0) {
            let values = if count == 1 { "value is" } else { "values are" };
            let message = format!("{count} {values} bytes that are no text in UTF-8, and count as empty");
            let mut place = table.place.at(Spot::Column { column0 });
            if let Cell::Text(header) = table.cell(0, column0) {
                place = place.under(table.text(header));
            }
            problems.push(Problem::warning(Code::NotText, place, message).help("export the column as text"));
        }
        table
    }
}

/// A day since 1970 as a serial number of the 1900 calendar; none before March 1900, where that counts a day that never
/// was, and none after the year 9999.
fn serial(day: i64) -> Option<f64> {
    const EPOCH: i64 = 25_569;
    let serial = day.checked_add(EPOCH)?;
    (61..=2_958_465).contains(&serial).then_some(serial as f64)
}

/// A day since 1970 as ISO 8601, or in digits where no calendar has it.
fn iso(day: i64) -> String {
    let date = || Date::constant(1970, 1, 1).checked_add(Span::new().try_days(day).ok()?).ok();
    date().map_or_else(|| day.to_string(), |date| date.to_string())
}
