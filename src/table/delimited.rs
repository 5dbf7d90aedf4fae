//! Delimited text: records, fields and line numbers. The only user of the csv crate.

use super::cells::Table;
use super::dialect::Dialect;
use super::encoding;
use super::error_values::ErrorValue;
use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_FIELD};
use super::manner::Manner;
use super::packed::Cell;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};

/// Reads delimited text; a row of the table is a record, and blank lines are rows too, as a spreadsheet counts.
pub(super) fn read(bytes: &[u8], manner: &Manner, place: &Place, problems: &mut Problems) -> Result<Table, Problem> {
    let (text, encoding) = encoding::decode(bytes, manner.encoding, place, problems)?;
    // The mark that programs of old put at the end.
    let text = text.trim_end_matches('\u{1A}');
    let (dialect, text) = Dialect::of(text, manner.delimiter, place, problems)?;
    let mut table = Table::new(place.clone());
    table.dialect = format!("{encoding}, {}", dialect.description());
    let mut reader = reader_of(&text, dialect);
    let (mut record, mut inner) = (csv::StringRecord::new(), csv::StringRecord::new());
    let (mut usual_fields, mut row0) = (0, 0);
    loop {
        let start = reader.position().byte() as usize;
        if !reader.read_record(&mut record).map_err(|_| unreadable(place, row0))? {
            return Ok(table);
        }
        row0 += blank_lines(text.as_bytes(), start);
        if record.len() > 1 {
            usual_fields = record.len();
        } else if let Some(line) = record.get(0).filter(|_| usual_fields > 2) {
            if let Some(other) = dialect.other_delimiter(line, usual_fields) {
                let name = dialect.name();
                let message = format!("the fields are parted by {other} from here on, and by {name} before");
                return Err(Problem::error(Code::DelimiterChanges, place.at(Spot::Row { row0 }), message)
                    .help("export the file again with one delimiter, or replace the other one from this row on"));
            }
            // A line that stands in marks as a whole.
            if parts(line, dialect, usual_fields, &mut inner) {
                std::mem::swap(&mut record, &mut inner);
            }
        }
        append(&mut table, row0, &record, dialect)?;
        row0 += 1;
    }
}

/// What takes a text apart.
fn reader_of(text: &str, dialect: Dialect) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(dialect.delimiter)
        .quote(dialect.quote)
        .escape(dialect.has_escapes.then_some(b'\\'))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// Whether a line has so many fields, which are put into the record.
fn parts(line: &str, dialect: Dialect, fields: usize, record: &mut csv::StringRecord) -> bool {
    let has_read = reader_of(line, dialect).read_record(record);
    has_read.is_ok_and(|has_read| has_read) && record.len() == fields
}

fn unreadable(place: &Place, row0: u32) -> Problem {
    Problem::error(Code::DamagedText, place.at(Spot::Row { row0 }), "cannot be read as delimited text")
        .help("export the file again")
}

/// Puts the fields of a record into a row.
fn append(table: &mut Table, row0: u32, record: &csv::StringRecord, dialect: Dialect) -> Result<(), Problem> {
    let mut filled = 0;
    for (column, field) in record.iter().enumerate() {
        let cell = cell(table, &dialect.field(field));
        if cell == Cell::Empty {
            continue;
        }
        let refused = |code, message| {
            Err(Problem::error(code, table.place.at(Spot::Row { row0 }), message)
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
        filled = column0 + 1;
    }
    table.note_fields(row0, u16::try_from(record.len()).unwrap_or(u16::MAX), filled);
    Ok(())
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
pub(crate) fn cell(table: &mut Table, field: &str) -> Cell {
    let unwrapped = as_formula(field);
    let field = unwrapped.as_deref().unwrap_or(field);
    if field.is_empty() {
        return Cell::Empty;
    }
    match (plain_number(field), ErrorValue::named(field)) {
        (Some(value), _) => Cell::Number { value, format: 0 },
        (_, Some(error)) => Cell::Error(error),
        _ => Cell::Text(table.intern(field)),
    }
}

/// The text in a field such as `="007"`, written so that a spreadsheet program takes it for a text.
fn as_formula(field: &str) -> Option<String> {
    let inner = field.strip_prefix("=\"")?.strip_suffix('"')?;
    let is_one_text = inner.matches('"').count() == 2 * inner.matches("\"\"").count();
    is_one_text.then(|| inner.replace("\"\"", "\""))
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
        let table = read(bytes, &Manner::default(), &Place::file("x.csv"), &mut Problems::default()).expect("a table");
        let rows = (0..table.rows()).map(|r| table.row(r).map(|c| table.shown(c)).collect()).collect();
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
        let refused = read(bytes, &Manner::default(), &Place::file("x.csv"), &mut problems).err();
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
    fn rows_torn_by_a_line_feed_alone_are_whole_again() {
        let note = |at: &str, more: &str| {
            format!(
                "note[stray-return]: x.csv:{at}: a line feed alone tears a row in two{more}; it was read as a blank"
            )
        };
        check(b"a,b,c\r\n1,tw\no,3\r\n4,5,6\r\n", &note("2:5", ""));
        check(b"a,b\r\n1\n2,3\r\n4,5\n6\r\n", &note("2:2", ", here and in 1 more"));
        let (_, rows) = rows(b"a,b,c\r\n1,tw\no,3\r\n4,5,6\r\n");
        assert_eq!(rows[1..], [["1", "tw o", "3"], ["4", "5", "6"]]);
        // Other lines, blank ones, those between marks, and a part whose lines end so throughout.
        check(b"a,b,c\n1,tw\no,3\n", "");
        check(b"a,b\r\n1,2\r\n\n3,4\n\r\n5,6\r\n", "");
        check(b"a,b\r\n1,\"2\n\"\r\n", "");
        check(b"a,b\r\n1,2\r\n3,4\n5,6\n", "");
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
