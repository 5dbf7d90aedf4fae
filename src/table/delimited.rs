//! Delimited text: encoding, delimiter, quotes and line numbers. The only user of the csv crate.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Cell, ErrorValue, MAX_CELLS, Table};
use crate::problem::{Place, Problem, Spot};

const DELIMITERS: [(u8, &str); 4] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "bars")];

/// How many lines are looked at to tell the delimiter.
const LINES_SNIFFED: usize = 50;

/// Reads delimited text; a row of the table is a record, and blank lines are rows too, as a spreadsheet counts.
pub(super) fn read(bytes: &[u8], place: &Place) -> Result<Table, Problem> {
    let (text, encoding) = decode(bytes, place)?;
    let (delimiter, delimiter_name) = sniff_delimiter(&text);
    if let Some(line) = open_quote(&text, delimiter) {
        let message = "a quotation mark opens here and is never closed";
        return Err(Problem::error("open-quote", place.at(Spot::Text { line, column: 1 }), message)
            .help("close it, or double it where it belongs to the text"));
    }
    let mut table = Table::new(place.clone());
    table.dialect = format!("{}, {delimiter_name}", encoding.name());
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut usual_fields = 0;
    let mut row0 = 0;
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(table),
            Err(error) => {
                let message = format!("cannot be read as delimited text: {error}");
                return Err(Problem::error("damaged-text", place.clone(), message));
            }
        }
        row0 += blank_lines(text.as_bytes(), start);
        if let Some(other) = other_delimiter(&record, delimiter, &mut usual_fields) {
            let message = format!("the fields are parted by {other} from here on, and by {delimiter_name} before");
            return Err(Problem::error("delimiter-changes", place.at(Spot::Row { row0 }), message)
                .help("export the file again with one delimiter, or replace the other one from this row on"));
        }
        for (column, field) in record.iter().enumerate() {
            let cell = cell(&mut table, field);
            if cell == Cell::Empty {
                continue;
            }
            let column0 = u16::try_from(column).ok().filter(|_| table.size() < MAX_CELLS).ok_or_else(|| {
                let message = format!("has more than 65535 columns or more than {MAX_CELLS} cells (limit `max-cells`)");
                Problem::error("too-many-cells", place.at(Spot::Row { row0 }), message)
            })?;
            table.append(row0, column0, cell);
        }
        row0 += 1;
    }
}

/// The delimiter that parts a record into as many fields as the records before it have, where the file's own does not part
/// it at all.
fn other_delimiter(record: &csv::StringRecord, delimiter: u8, usual_fields: &mut usize) -> Option<&'static str> {
    if record.len() > 1 {
        *usual_fields = record.len();
        return None;
    }
    let line = record.get(0).filter(|_| *usual_fields > 2)?;
    let parts = |other: &&(u8, &str)| other.0 != delimiter && unquoted(line, other.0) + 1 == *usual_fields;
    DELIMITERS.iter().find(parts).map(|(_, name)| *name)
}

/// The text and its encoding: a byte-order mark decides, else UTF-8 where it is valid, else Windows-1252.
fn decode<'a>(bytes: &'a [u8], place: &Place) -> Result<(Cow<'a, str>, &'static Encoding), Problem> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if looks_utf16(bytes, 1) => UTF_16LE,
        None if looks_utf16(bytes, 0) => UTF_16BE,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed {
        let message = format!("is not valid {}", encoding.name());
        return Err(Problem::error("wrong-encoding", place.clone(), message).help("save the file as UTF-8"));
    }
    Ok((text, encoding))
}

/// Whether the beginning of a file is UTF-16 text of western letters, without a mark that says so.
pub(super) fn looks_like_utf16(head: &[u8]) -> bool {
    looks_utf16(head, 0) || looks_utf16(head, 1)
}

/// Whether every second byte of the beginning is zero, as in UTF-16 text of western letters without a mark.
fn looks_utf16(bytes: &[u8], offset: usize) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    head.len() >= 4 && zeros * 10 >= head.len() / 2 * 9
}

/// The delimiter that splits most of the first lines into the same number of fields, and into the most.
fn sniff_delimiter(text: &str) -> (u8, &'static str) {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES_SNIFFED).collect();
    let agreement = |delimiter: u8| {
        let mut counts: Vec<usize> = lines.iter().map(|line| unquoted(line, delimiter)).filter(|n| *n > 0).collect();
        counts.sort_unstable();
        counts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).max().unwrap_or_default()
    };
    // `max_by_key` takes the last of equals: the comma, the commonest, comes last.
    *DELIMITERS.iter().rev().max_by_key(|(delimiter, _)| agreement(*delimiter)).unwrap_or(&DELIMITERS[0])
}

fn unquoted(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        count += usize::from(byte == delimiter && !quoted);
    }
    count
}

/// The line, from 1, of a quotation mark that opens a field and is never closed.
fn open_quote(text: &str, delimiter: u8) -> Option<u32> {
    enum At {
        FieldStart,
        Plain,
        Quoted,
        MarkInQuoted,
    }
    let (mut at, mut line, mut opened) = (At::FieldStart, 1, 1);
    for byte in text.bytes() {
        let ends = byte == delimiter || byte == b'\n' || byte == b'\r';
        at = match at {
            At::FieldStart if byte == b'"' => {
                opened = line;
                At::Quoted
            }
            At::Quoted if byte == b'"' => At::MarkInQuoted,
            At::MarkInQuoted if byte == b'"' => At::Quoted,
            At::Quoted => At::Quoted,
            _ if ends => At::FieldStart,
            _ => At::Plain,
        };
        line += u32::from(byte == b'\n');
    }
    matches!(at, At::Quoted).then_some(opened)
}

/// How many blank lines stand between the end of one record, where the reader stopped, and the next.
fn blank_lines(text: &[u8], start: usize) -> u32 {
    let mut rest = &text[start.min(text.len())..];
    // The reader stops after the CR of a CRLF.
    if start > 0 && text.get(start - 1) == Some(&b'\r') {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return lines,
        };
        lines += 1;
    }
}

/// A field as a cell: a number only where it is written as a spreadsheet would write it back, and could mean no other.
fn cell(table: &mut Table, field: &str) -> Cell {
    if field.is_empty() {
        return Cell::Empty;
    }
    match (plain_number(field), ErrorValue::named(field)) {
        (Some(value), _) => Cell::Number { value, format: 0 },
        (_, Some(error)) => Cell::Error(error),
        _ => Cell::Text(table.intern(field)),
    }
}

/// Digits without a leading zero or plus, at most 15 of them. `1.234` stays a text: it may be a thousand or a fraction.
fn plain_number(field: &str) -> Option<f64> {
    let fraction = field.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let starts = field.as_bytes().first().is_some_and(|b| b.is_ascii_digit() || *b == b'-');
    if !starts || field.len() > 16 || fraction == 3 {
        return None;
    }
    let value: f64 = field.parse().ok().filter(|value: &f64| value.is_finite())?;
    (value.to_string() == field).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> (String, Vec<Vec<String>>) {
        let table = read(bytes, &Place::file("x.csv")).expect("a table");
        let rows = (0..table.rows()).map(|r| table.row(r).iter().map(|c| table.shown(*c)).collect()).collect();
        (table.dialect.clone(), rows)
    }

    #[test]
    fn dialects_are_detected() {
        let utf16: Vec<u8> = "\u{feff}a\tb\r\nÄ\t1\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], &str); 6] = [
            (b"a,b\n\xc3\x84,1\n", "UTF-8, commas"),
            (b"\xef\xbb\xbfa;b\n\xc3\x84;1\n", "UTF-8, semicolons"),
            (b"a|b\n\xc3\x84|1\n", "UTF-8, bars"),
            (b"a;b\r\n\xc4;1\r\n", "windows-1252, semicolons"),
            (b"a,b\r\xc4,1\r", "windows-1252, commas"),
            (&utf16, "UTF-16LE, tabs"),
        ];
        for (bytes, dialect) in cases {
            assert_eq!(
                rows(bytes),
                (dialect.to_owned(), vec![vec!["a".into(), "b".into()], vec!["Ä".into(), "1".into()]])
            );
        }
    }

    #[test]
    fn thousands_do_not_outvote_the_delimiter() {
        let (dialect, rows) = rows(b"a;b\n1;1,234,567\n2;7,654,321\n");
        assert_eq!((dialect.as_str(), rows[1][1].as_str()), ("UTF-8, semicolons", "1,234,567"));
    }

    #[test]
    fn blank_lines_are_rows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "", "", "\"1", "2\",3", ""].join(end);
            let (_, rows) = rows(text.as_bytes());
            assert_eq!(rows.len(), 5, "{end:?}: {rows:?}");
            assert_eq!((rows[1].len(), rows[4][1].as_str()), (2, "3"));
        }
    }

    #[test]
    fn an_open_quote_is_named_by_its_line() {
        let problem = read(b"a,b\n1,2\n3,\"4\n5,6\n", &Place::file("x.csv")).expect_err("a problem");
        assert_eq!(
            problem.to_string(),
            "error[open-quote]: x.csv:3:1: a quotation mark opens here and is never closed\n  \
             help: close it, or double it where it belongs to the text"
        );
        assert!(read(b"a,b\n1,\"2\"\"\"\n\"\",5\" disk\n", &Place::file("x.csv")).is_ok());
    }

    #[test]
    fn numbers_are_plain_or_stay_texts() {
        for (field, number) in [
            ("1234", true),
            ("-5", true),
            ("0.25", true),
            ("007", false),
            ("1.10", false),
            ("1.234", false),
            ("1e5", false),
            ("12345678901234567", false),
            ("+5", false),
        ] {
            assert_eq!(plain_number(field).is_some(), number, "{field}");
        }
    }
}
