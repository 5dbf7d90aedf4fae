//! The text of the rules, a line to a row, so that the workbook itself can be given back as the rulebook of another run.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::view::reference::changed_rules;
use crate::report::view::report::Report;
use crate::report::words::palette::MUTED;
use crate::report::workbook::kit::book::{MAX_ROWS, WriteError};
use crate::report::workbook::kit::cells::cut;
use crate::report::workbook::kit::styles::color;
use crate::report::workbook::kit::table::Page;
use crate::sheets::{GOES_ON, LAST_LINE, RULEBOOK, TEXT_HEADERS, WINDOWS_LINE};

/// The rows above the text: title, legend, changes and header.
const ROWS_ABOVE: usize = 4;

/// Whether the text has no more lines than a sheet has rows.
///
/// # Errors
/// It has more.
pub(crate) fn fits(report: &Report) -> Result<(), WriteError> {
    let rows = pieces(report.judged.rulebook.text()).count() + ROWS_ABOVE;
    if rows > MAX_ROWS as usize { Err(WriteError::LongRulebook { rows }) } else { Ok(()) }
}

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[120.0, 20.0], color(MUTED))?;
    page.title(report.say().name(RULEBOOK))?;
    page.sentence(report.say().rules_legend())?;
    if let Some(changes) = changed_rules(report.say(), report.judged.rulebook) {
        page.sentence(&changes)?;
    }
    page.header(&TEXT_HEADERS.map(|header| report.say().name(header)))?;
    page.sheet.set_freeze_panes(page.row, 0)?;
    // Thirty pages of TOML are for programs: on paper only the head is wanted, until somebody clears the print area.
    page.sheet.set_print_area(0, 0, page.row - 1, 1)?;
    page.sheet.set_selection(page.row, 0, page.row, 0)?;
    for (row, (text, end)) in (page.row..).zip(pieces(report.judged.rulebook.text())) {
        if !text.is_empty() {
            page.sheet.write_string(row, 0, text)?;
        }
        if let Some(end) = end {
            let end = match end {
                End::Windows => WINDOWS_LINE,
                End::Last => report.say().name(LAST_LINE),
                End::GoesOn => report.say().name(GOES_ON),
            };
            page.sheet.write_string(row, 1, end)?;
        }
    }
    Ok(())
}

/// What a line ends with where that is not a line feed.
#[derive(Clone, Copy, Debug)]
enum End {
    /// A carriage return before it.
    Windows,
    /// Nothing: the text ends.
    Last,
    /// Nothing: the line goes on in the next row.
    GoesOn,
}

/// The lines of a text, none longer than a cell can hold, and what each ends with where that is not a line feed.
fn pieces(text: &str) -> impl Iterator<Item = (&str, Option<End>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let (line, end) = match text.split_once('\n') {
            Some((line, next)) => {
                rest = Some(next);
                line.strip_suffix('\r').map_or((line, None), |line| (line, Some(End::Windows)))
            }
            None => (text, Some(End::Last)),
        };
        let piece = cut(line);
        if piece.len() == line.len() {
            return Some((line, end));
        }
        rest = Some(&text[piece.len()..]);
        Some((piece, Some(End::GoesOn)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_up_the_text_again() {
        let long = "ä€😀".repeat(20_000);
        for text in ["", "a", "a\n", "a\r\n\r\n", "\n\nb\r\nc \n d", &long, &format!("{long}\r\n{long}\n")] {
            let joined: String = pieces(text)
                .map(|(piece, end)| {
                    assert_eq!(cut(piece), piece);
                    let end = match end {
                        None => "\n",
                        Some(End::Windows) => "\r\n",
                        Some(_) => "",
                    };
                    format!("{piece}{end}")
                })
                .collect();
            assert!(joined == text, "{} characters", text.len());
        }
    }
}
