//! Delimited text: encoding, delimiter, quotes and line numbers. The only user of the csv crate.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::cells::{Cell, ErrorValue, Table};
use super::limits::{MAX_CELLS, MAX_COLUMNS};
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};

const DELIMITERS: [(u8, &str); 4] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "bars")];

/// How many lines are looked at to tell the delimiter.
const LINES_SNIFFED: usize = 50;

/// The longest field that is read, in bytes: thirty times what a cell of a workbook can hold.
const MAX_FIELD: usize = 1 << 20;

/// Reads delimited text; a row of the table is a record, and blank lines are rows too, as a spreadsheet counts.
pub(super) fn read(bytes: &[u8], place: &Place, problems: &mut Problems) -> Result<Table, Problem> {
    let (text, encoding) = decode(bytes, place)?;
    let (delimiter, delimiter_name) = sniff_delimiter(&text);
    problems.extend(check_quotes(&text, delimiter, place)?);
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
                return Err(Problem::error(Code::DamagedText, place.clone(), message));
            }
        }
        row0 += blank_lines(text.as_bytes(), start);
        if let Some(other) = other_delimiter(&record, delimiter, &mut usual_fields) {
            let message = format!("the fields are parted by {other} from here on, and by {delimiter_name} before");
            return Err(Problem::error(Code::DelimiterChanges, place.at(Spot::Row { row0 }), message)
                .help("export the file again with one delimiter, or replace the other one from this row on"));
        }
        for (column, field) in record.iter().enumerate() {
            let cell = cell(&mut table, field);
            if cell == Cell::Empty {
                continue;
            }
            let refused = |code, message| {
                Err(Problem::error(code, place.at(Spot::Row { row0 }), message)
                    .help("export only the columns of the inventory, and look for a quotation mark that is not closed"))
            };
            let column0 = match u16::try_from(column) {
                Ok(column0) if column0 < MAX_COLUMNS && table.size() < MAX_CELLS => column0,
                Ok(column0) if column0 < MAX_COLUMNS => {
                    return refused(Code::TooManyCells, format!("has more than {MAX_CELLS} cells (limit `max-cells`)"));
                }
                _ => {
                    let message = format!("has more than {MAX_COLUMNS} columns (limit `max-columns`)");
                    return refused(Code::TooManyColumns, message);
                }
            };
            if field.len() > MAX_FIELD {
                let message = format!("has a field of more than {} KiB (limit `max-field`)", MAX_FIELD >> 10);
                return refused(Code::FieldTooLong, message);
            }
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
    let wrong = |message: String| {
        Err(Problem::error(Code::WrongEncoding, place.clone(), message).help("save the file as UTF-8"))
    };
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return wrong("is written in UTF-32".to_owned());
    }
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if looks_utf16(bytes, 1) => UTF_16LE,
        None if looks_utf16(bytes, 0) => UTF_16BE,
        None => match std::str::from_utf8(bytes) {
            Ok(_) => UTF_8,
            Err(error) if is_mostly_utf8(bytes) => {
                let line = line_of(bytes, error.valid_up_to());
                return wrong(format!("is written in UTF-8, but line {line} holds something else"));
            }
            Err(_) => WINDOWS_1252,
        },
    };
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed {
        return wrong(format!("is not valid {}", encoding.name()));
    }
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        let message = "holds a NUL character: the file is damaged, or no text";
        let place = place.at(Spot::Text { line: line_of(text.as_bytes(), at), column: 1 });
        return Err(Problem::error(Code::DamagedText, place, message).help("export it again"));
    }
    Ok((text, encoding))
}

/// Whether text that is not quite UTF-8 has more letters in UTF-8 than not: other encodings hardly ever have any.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut others) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        others += chunk.invalid().len();
    }
    letters > others
}

/// The line, from 1, of a byte: lines end in LF, CR or both.
fn line_of(text: &[u8], at: usize) -> u32 {
    let before = &text[..at.min(text.len())];
    let ends =
        memchr::memchr2_iter(b'\n', b'\r', before).filter(|i| before[*i] == b'\n' || before.get(i + 1) != Some(&b'\n'));
    ends.count() as u32 + 1
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

/// Checks that quotation marks open and close whole fields. Where text follows a mark that closes a field of one line, that
/// is a problem to be told; where the field has several, a mark is missing, and rows would have been swallowed.
fn check_quotes(text: &str, delimiter: u8, place: &Place) -> Result<Option<Problem>, Problem> {
    enum At {
        FieldStart,
        Plain,
        Quoted,
        MarkInQuoted,
    }
    let spot = |at: usize| {
        let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let (line, column) = (line_of(text.as_bytes(), at), text[start..at].chars().count() as u32 + 1);
        place.at(Spot::Text { line, column })
    };
    let open = |at: usize, message: &str| {
        Problem::error(Code::OpenQuote, spot(at), message).help("close it, or double it where it belongs to the text")
    };
    let (mut at, mut opened, mut has_lines, mut stray, mut first_stray) = (At::FieldStart, 0, false, 0, None);
    for (i, byte) in text.bytes().enumerate() {
        let ends_line = byte == b'\n' || byte == b'\r';
        at = match at {
            At::FieldStart if byte == b'"' => {
                (opened, has_lines) = (i, false);
                At::Quoted
            }
            At::Quoted if byte == b'"' => At::MarkInQuoted,
            At::MarkInQuoted if byte == b'"' => At::Quoted,
            At::Quoted => {
                has_lines |= ends_line;
                At::Quoted
            }
            _ if byte == delimiter || ends_line => At::FieldStart,
            At::MarkInQuoted if has_lines => {
                return Err(open(
                    opened,
                    "a quotation mark opens here, and text follows the one that closes it lines below",
                ));
            }
            At::MarkInQuoted => {
                stray += 1;
                first_stray.get_or_insert(opened);
                At::Plain
            }
            _ => At::Plain,
        };
    }
    if matches!(at, At::Quoted) {
        return Err(open(opened, "a quotation mark opens here and is never closed"));
    }
    Ok(first_stray.map(|at| {
        let more = match stray {
            1 => String::new(),
            many => format!(", here and in {} more", many - 1),
        };
        let message = format!("text follows the quotation mark that closes a field{more}; the marks are left out");
        Problem::warning(Code::StrayQuote, spot(at), message).help("double the marks that belong to the text")
    }))
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
        let table = read(bytes, &Place::file("x.csv"), &mut Problems::default()).expect("a table");
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

    /// What a text comes to: the problem that it is refused for, the problems of reading it, or nothing.
    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let mut problems = Problems::default();
        let refused = read(bytes, &Place::file("x.csv"), &mut problems).err();
        let said = refused
            .iter()
            .chain(problems.listed())
            .map(|p| format!("{}[{}]: {}: {}", p.severity.name(), p.code, p.place, p.message));
        assert_eq!(said.collect::<Vec<_>>().join("\n"), expected, "{}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn quotation_marks_that_are_not_closed_are_named_by_their_place() {
        let open = |at: &str| format!("error[open-quote]: x.csv:{at}: a quotation mark opens here and is never closed");
        check(b"a,b\n1,2\n3,\"4\n5,6\n", &open("3:3"));
        check(b"a,b\r1,2\r3,\"4\r5,6\r", &open("3:3"));
        check(b"a,b\r\n1,2\r\n\xc3\xa4,\"4\r\n5,6\r\n", &open("3:3"));
        check(b"a,b\n1,\"2\"\"\"\n\"\",5\" disk\n", "");
        check(b"a,b\n1,\"2\n3\"\n", "");
        check(
            b"a,b\n1,\"2\n3,\"4\n5,6\n",
            "error[open-quote]: x.csv:2:3: a quotation mark opens here, and text follows the one that closes it lines below",
        );
        check(
            b"a,b\n\"5\" disk,2\n\"3\" disk,\"4\"\n",
            "warning[stray-quote]: x.csv:2:1: text follows the quotation mark that closes a field, here and in 1 more; the \
             marks are left out",
        );
    }

    #[test]
    fn what_is_no_text_of_one_encoding_is_refused() {
        check(b"\xff\xfe\0\0a\0\0\0", "error[wrong-encoding]: x.csv: is written in UTF-32");
        check(
            b"a,b\n\xc3\xa4\xc3\xb6,1\n\xfc,2\n",
            "error[wrong-encoding]: x.csv: is written in UTF-8, but line 3 holds something else",
        );
        check(b"a,b\n\xe4,1\n", "");
        check(
            b"a,b\n1,2\n3,\0\n",
            "error[damaged-text]: x.csv:3:1: holds a NUL character: the file is damaged, or no text",
        );
    }

    #[test]
    fn texts_beyond_the_limits_are_refused() {
        let long = format!("a,b\n1,{}\n", "x".repeat(MAX_FIELD + 1));
        check(
            long.as_bytes(),
            "error[field-too-long]: x.csv, row 2: has a field of more than 1024 KiB (limit `max-field`)",
        );
        let wide = format!("a,b\n{}1\n", ",".repeat(usize::from(MAX_COLUMNS)));
        check(
            wide.as_bytes(),
            "error[too-many-columns]: x.csv, row 2: has more than 16384 columns (limit `max-columns`)",
        );
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
