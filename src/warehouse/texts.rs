//! Texts that a warehouse counted, as it exports them: `column_name,value,n`; and delimited text as others load it.

use crate::codes::Code;
use crate::problem::{Place, Problem, Spot};

/// The most different texts of a column.
pub(super) const MOST_TEXTS: usize = 100_000;

/// Texts of columns, each with how many rows hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoreTexts {
    /// The file that they were read from.
    pub file: String,
    /// The name of the column, the text and the number of rows.
    pub rows: Vec<(String, String, u64)>,
}

/// Reads what the statement in `profile.sql` gave, as delimited text with a header.
///
/// # Errors
/// The problem that keeps it from being read.
pub fn read(file: &str, bytes: &[u8]) -> Result<MoreTexts, Problem> {
    let place = Place::file(file);
    let help = "run the statement in `profile.sql`, and export what it gives as .csv with a header";
    let refused =
        |row0: u32, message: &str| Problem::error(Code::NoValues, place.at(Spot::Row { row0 }), message).help(help);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
    let header = reader.headers().map_err(|_| refused(0, "is no UTF-8"))?.clone();
    let at = |name: &str| header.iter().position(|field| field.trim().eq_ignore_ascii_case(name));
    let (Some(column), Some(value)) = (at("column_name"), at("value")) else {
        return Err(refused(0, "has no columns `column_name` and `value`"));
    };
    let count = at("n");
    let mut rows = Vec::new();
    for (row, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|_| refused(row, "is no UTF-8"))?;
        let (Some(column), Some(value)) = (record.get(column), record.get(value)) else {
            return Err(refused(row, "has too few fields"));
        };
        let count = count.and_then(|count| record.get(count)?.trim().parse().ok()).unwrap_or(1);
        rows.push((column.to_owned(), value.to_owned(), count));
    }
    Ok(MoreTexts { file: file.to_owned(), rows })
}

/// Rows as delimited text (RFC 4180).
pub(super) fn delimited<'t>(header: &[&str], rows: impl Iterator<Item = Vec<std::borrow::Cow<'t, str>>>) -> String {
    let mut out = csv::WriterBuilder::new().from_writer(Vec::new());
    // Memory takes all of it.
    let _ = out.write_record(header);
    for row in rows {
        let _ = out.write_record(row.iter().map(AsRef::as_ref));
    }
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_with_their_rows() {
        let read = |text: &str| read("v.csv", text.as_bytes());
        let row = |column: &str, value: &str, n| (column.to_owned(), value.to_owned(), n);
        assert_eq!(
            read("\u{feff}column_name,value,n\nA,\"a \"\"b\"\"\n,c\",12\nB,,3\n").map(|more| more.rows),
            Ok(vec![row("A", "a \"b\"\n,c", 12), row("B", "", 3)])
        );
        assert_eq!(read("VALUE,COLUMN_NAME\nx,A\n").map(|more| more.rows), Ok(vec![row("A", "x", 1)]));
        let wrong = |text: &str| read(text).map_err(|problem| problem.message);
        assert_eq!(wrong("a,b\n"), Err("has no columns `column_name` and `value`".to_owned()));
        assert_eq!(wrong("value,column_name\nx\n"), Err("has too few fields".to_owned()));
    }
}
