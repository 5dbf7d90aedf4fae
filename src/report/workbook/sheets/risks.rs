//! The risks, contract terms and benefits of all functions, a line each with what raised it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::view::report::Report;
use crate::report::view::risks::{RaisedLine, Risks};
use crate::report::words::palette::{self, ALERT};
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};

/// The most findings that are listed; they are drawn in memory.
const MOST_LISTED: usize = 2_000;
const HEADERS: [&str; 9] =
    ["Function", "Row", "Department", "Annual cost", "Verdict", "Kind", "What was raised", "How often", "Because"];
/// The columns of figures.
const FIGURES: [u16; 2] = [3, 7];
const WIDTHS: [f64; 9] = [38.0, 8.0, 24.0, 16.0, 25.0, 15.0, 34.0, 13.0, 72.0];

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &WIDTHS, color(palette::fill(Verdict::TraditionalOutsourcing)))?.of_list();
    page.title_of_the_run("Risks", report)?;
    let Risks { legend, more, lines } = report.risks(MOST_LISTED);
    page.sentence(&legend)?;
    if !more.is_empty() {
        page.sentence(&more)?;
    }
    page.row += 1;
    let header = page.header(&HEADERS)?;
    for column0 in FIGURES {
        let title = HEADERS[usize::from(column0)];
        page.sheet.write_string_with_format(header, column0, title, &styles::header_of_figures())?;
    }
    for line in &lines {
        page.entries(&entries(report, links, line))?;
    }
    if !lines.is_empty() {
        page.sheet.autofilter(header, 0, page.row - 1, HEADERS.len() as u16 - 1)?;
    }
    page.sheet.set_freeze_panes(header + 1, 1)?;
    page.sheet.set_repeat_rows(header, header)?;
    page.sheet.set_selection(header + 1, 0, header + 1, 0)?;
    Ok(())
}

fn entries(report: &Report, links: &Links, line: &RaisedLine) -> [Entry; 9] {
    let function = &line.function;
    let kind =
        if line.is_risk { styles::indented().set_bold().set_font_color(color(ALERT)) } else { styles::indented() };
    let [name, row] = links.entries(report, function.index, &function.name);
    [
        name,
        row,
        Entry::text(&function.department),
        function.cost.as_ref().map_or(Entry::Empty, Entry::money),
        Entry::Styled(function.verdict.name().to_owned(), styles::verdict(function.verdict)),
        Entry::Styled(line.kind.clone(), kind),
        Entry::text(&line.title),
        Entry::Number(line.functions as f64, styles::figure().set_num_format("#,##0")),
        Entry::Styled(line.because.clone(), styles::indented()),
    ]
}
