//! Rows that look like data all over, and so are no header: the values of a table whose header is missing.

use std::ops::{Range, RangeInclusive};

use crate::inventory::statements::is_year;
use crate::table::{Cell, Table};

/// How many other rows are looked at.
const ROWS: usize = 40;

/// Fewer headers than this say nothing of their kind.
const LEAST: usize = 3;

/// Whether most texts of a row come again beside it, each in its own column, or look like what stands there: `word7` above
/// `word12`, numbers above numbers.
pub(super) fn is_data(table: &Table, rows: RangeInclusive<u32>) -> bool {
    let (top0, row0) = (*rows.start(), *rows.end());
    // A header may come again, where tables were put together.
    let is_again = |other0: &u32| {
        let both = table.row(*other0).zip(table.row(row0));
        let same = both.filter(|(cell, own)| cell == own && table.is_filled(*cell)).count();
        2 * same > table.filled(row0).count()
    };
    let others = |rows: Range<u32>| -> Vec<u32> {
        rows.filter(|other0| table.row(*other0).len() > 0 && !is_again(other0)).take(ROWS).collect()
    };
    let (above, below) = (others(0..top0), others(row0 + 1..table.rows()));
    // The last row of data has others above it.
    let like = if below.is_empty() { &above } else { &below };
    if top0 < row0 || like.is_empty() {
        return false;
    }
    let (mut all, mut alike) = (0, 0);
    for column0 in table.filled(row0) {
        all += 1;
        let own = table.cell(row0, column0);
        let values = like.iter().map(|other0| table.cell(*other0, column0));
        let mut values = values.filter(|cell| table.is_filled(*cell)).peekable();
        let comes_again = || above.iter().chain(&below).any(|other0| table.cell(*other0, column0) == own);
        let has_values = values.peek().is_some();
        alike += usize::from(match (own, table.number(own)) {
            (Cell::Text(_), _) if comes_again() => true,
            (_, Some(number)) => !is_year(number) && has_values && values.all(|cell| table.number(cell).is_some()),
            (Cell::Text(id), None) => {
                has_values && is_numbered(table.text(id)) && values.all(|cell| has_shape_of(table, id, cell))
            }
            (Cell::Date { .. }, None) => has_values && values.all(|cell| matches!(cell, Cell::Date { .. })),
            (Cell::Boolean(_) | Cell::Error(_), None) => true,
            (Cell::Empty | Cell::Number { .. }, None) => false,
        });
    }
    all >= LEAST && 2 * alike > all
}

/// Whether rows that end in one with several cells go on what stands right above them: something there is as wide, and the last
/// of them holds a value, or a text that comes again in its column in a row that is not the same.
pub(super) fn goes_on(table: &Table, top0: u32, row0: u32) -> bool {
    let columns: Vec<u16> = table.filled(row0).collect();
    let above = (0..top0).rev().take(ROWS).take_while(|above0| !table.is_blank(*above0));
    if columns.len() < LEAST || !above.clone().any(|above0| table.filled(above0).count() >= columns.len()) {
        return false;
    }
    let below = (row0 + 1..table.rows()).take(ROWS).take_while(|below0| !table.is_blank(*below0));
    let others: Vec<u32> = above.chain(below).filter(|other0| !table.row(*other0).eq(table.row(row0))).collect();
    columns.into_iter().any(|column0| {
        let own = table.cell(row0, column0);
        match (own, table.number(own)) {
            (_, Some(number)) => !is_year(number),
            (Cell::Text(_), None) => others.iter().any(|other0| table.cell(*other0, column0) == own),
            (Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_), None) => true,
            (Cell::Empty | Cell::Number { .. }, None) => false,
        }
    })
}

fn is_numbered(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// Whether a cell is a text made like another one: letters, digits and signs in the same order.
fn has_shape_of(table: &Table, text: crate::table::TextId, cell: Cell) -> bool {
    let Cell::Text(other) = cell else { return false };
    shape(table.text(text)).eq(shape(table.text(other)))
}

/// The kinds of a text's characters, each run of one kind once.
pub(super) fn shape(text: &str) -> impl Iterator<Item = char> {
    let kinds = text.trim().chars().map(|c| match c {
        c if c.is_alphabetic() => 'a',
        c if c.is_ascii_digit() => '0',
        c => c,
    });
    let mut before = None;
    kinds.filter(move |kind| before.replace(*kind) != Some(*kind))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Place;

    #[test]
    fn rows_of_data_are_told_from_headers() {
        for (rows, expected) in [
            (&["word7,x12,b3", "alpha1,y9,c44"][..], true),
            (&["High,Low,Payroll", "High,High,Tax", "Low,Low,Travel"], true),
            (&["1,2,3", "4,5,6"], true),
            (&["Function,2023,2024", "Payroll,5,6"], false),
            (&["Function,Control,Volume", "Payroll,High,5"], false),
            (&["Function,Q1,Q2", "Payroll,High,Low"], false),
            // The same header again.
            (&["Function,Control,Volume", "Payroll,High,5", "Function,Control,Volume", "Tax,Low,5"], false),
            (&["High,Low", "High,Low"], false),
            (&["Function,Control,Volume"], false),
        ] {
            let mut table = Table::new(Place::file("x.csv"));
            for (row0, row) in rows.iter().enumerate() {
                for (column0, text) in row.split(',').enumerate() {
                    let cell = match text.parse() {
                        Ok(value) => Cell::Number { value, format: 0 },
                        Err(_) => Cell::Text(table.intern(text)),
                    };
                    table.append(row0 as u32, column0 as u16, cell);
                }
            }
            assert_eq!(is_data(&table, 0..=0), expected, "{rows:?}");
        }
    }
}
