//! The risks, contract terms and benefits of all functions, a line each with what raised it.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::lists::Listing;
use crate::report::view::report::Report;
use crate::report::view::risks::RaisedLine;
use crate::report::words::messages::Messages;
use crate::report::words::palette::{self, ALERT};
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{RISKS, VERDICT};

/// The most findings that are listed; they are drawn in memory.
const MOST_LISTED: usize = 2_000;
/// The columns of figures.
const FIGURES: [u16; 2] = [3, 7];
const WIDTHS: [f64; 9] = [38.0, 8.0, 24.0, 16.0, 25.0, 15.0, 34.0, 13.0, 72.0];

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &WIDTHS, color(palette::fill(Verdict::TraditionalOutsourcing)))?.of_list();
    page.title_of_the_run(report.say().name(RISKS), report)?;
    let Listing { legend, more, lines } = report.risks(MOST_LISTED);
    page.sentence(&legend)?;
    page.sentence_if_any(&more)?;
    page.row += 1;
    let headers = headers(report.say());
    let header = page.header_of_list(&headers, &FIGURES)?;
    for line in &lines {
        page.entries(&entries(report, links, line))?;
    }
    page.end_list(header, headers.len() as u16 - 1)
}

pub(super) fn headers(say: &Messages) -> [&str; 9] {
    [
        say.pdf_function(),
        say.read_row(),
        say.department(),
        say.listed_cost(),
        say.name(VERDICT),
        say.risks_kind(),
        say.risks_raised(),
        say.risks_how_often(),
        say.risks_because(),
    ]
}

fn entries(report: &Report, links: &Links, line: &RaisedLine) -> [Entry; 9] {
    let kind =
        if line.is_risk { styles::indented().set_bold().set_font_color(color(ALERT)) } else { styles::indented() };
    let [name, row] = links.entries(line.index, &line.name);
    [
        name,
        row,
        Entry::text(&line.department),
        Entry::money(report.say(), line.cost.as_ref()),
        Entry::verdict(report.say(), line.verdict),
        Entry::Styled(line.kind.clone(), kind),
        Entry::text(&line.title),
        Entry::Number(line.functions as f64, styles::figure().set_num_format("#,##0")),
        Entry::indented(&line.because),
    ]
}
