//! How wide the columns of the assessment sheet are.

use crate::report::view::report::Report;
use crate::report::workbook::kit::styles::text_width;
use crate::table::{Cell, Table};

/// Original columns are at most as wide as this; longer texts go over several lines.
const WIDEST: f64 = 48.0;
/// How many rows are looked at for the widths of the columns.
const SAMPLED_ROWS: usize = 2_000;

/// How an original column is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct OriginalColumn {
    pub(crate) width: f64,
    pub(crate) wraps: bool,
    /// Whether it is out of view until somebody unfolds it.
    pub(crate) is_folded: bool,
}

/// How wide an original column is: as somebody has made it where its numbers fit, else as its content needs, up to [`WIDEST`].
pub(crate) fn measure(report: &Report, column0: u16) -> OriginalColumn {
    const PADDING: f64 = 2.0;
    let table = report.table();
    let header_row0 = report.header_row0();
    // A heading or a note may run over the columns beside it.
    let sampled = (0..report.functions().min(SAMPLED_ROWS)).map(|function| report.row0(function));
    let (mut content, mut numbers) = (0.0_f64, 0.0_f64);
    for cell in sampled.map(|row0| table.cell(row0, column0)) {
        let width = cell_width(table, cell);
        content = content.max(width);
        // A number that does not fit is shown as signs.
        if matches!(cell, Cell::Number { .. } | Cell::Date { .. }) {
            numbers = numbers.max(width);
        }
    }
    let header = table.shown(table.cell(header_row0, column0));
    let longest_word = header.split_whitespace().map(text_width).fold(0.0, f64::max);
    // A header may go over two lines; its words are kept whole, and the filter's button has its room.
    let header_width = (text_width(&header) / 2.0).clamp(longest_word, longest_word.max(20.0)) + 4.0;
    let wanted = match table.appearance.width(column0) {
        Some(width) => width.max(numbers + PADDING).max(longest_word.min(20.0) + 4.0),
        None => (content + PADDING).max(header_width).max(9.0),
    };
    let width = wanted.min(WIDEST).ceil();
    OriginalColumn { width, wraps: content + PADDING > WIDEST, is_folded: table.appearance.is_hidden(column0) }
}

/// Beyond so many digits a number is shown with an exponent.
const LONGEST_NUMBER: f64 = 18.0;

/// How wide the letters are that a number format shows beside the digits: quoted, escaped, or as the sign of a currency.
fn literal_width(format: &str) -> f64 {
    if format == "General" {
        return 0.0;
    }
    let (mut width, mut letters) = (0, format.split(';').next().unwrap_or_default().chars());
    while let Some(letter) = letters.next() {
        width += match letter {
            '"' => letters.by_ref().take_while(|letter| *letter != '"').count(),
            '[' => {
                let inner: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                inner.strip_prefix('$').map_or(0, |sign| sign.split('-').next().unwrap_or_default().chars().count())
            }
            '\\' | '_' => letters.next().map_or(0, |_| 1),
            '*' => letters.next().map_or(0, |_| 0),
            '#' | '0' | '?' | ',' | '.' => 0,
            _ => 1,
        };
    }
    width as f64 + 1.0
}

/// The width of a cell as its number format is likely to show it.
fn cell_width(table: &Table, cell: Cell) -> f64 {
    match cell {
        Cell::Text(id) => table.text(id).lines().map(text_width).fold(0.0, f64::max),
        Cell::Number { value, format } => {
            let format = table.formats.get(usize::from(format)).map_or("", String::as_str);
            let separators = if format.contains(',') { value.abs().max(1.0).log10() / 3.0 } else { 0.0 };
            let decimals = if value.fract() == 0.0 && !format.contains('.') { 0.0 } else { 3.0 };
            text_width(&format!("{value:.0}")).min(LONGEST_NUMBER) + decimals + separators + literal_width(format)
        }
        Cell::Date { format, .. } => {
            table.formats.get(usize::from(format)).map_or(10.0, |f| text_width(f).clamp(10.0, 20.0))
        }
        cell => text_width(&table.shown(cell)),
    }
}
