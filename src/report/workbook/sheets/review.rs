//! The functions that a person should look at again, and those that lack evidence, with links to their rows.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::lists::RankedLine;
use crate::report::model::Summary;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::palette;
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::color;
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{REVIEW, SCORE, VERDICT};

/// The most functions for review that are listed; they are drawn in memory.
const MOST_LISTED: usize = 2_000;
/// The most functions without a verdict.
const MOST_OPEN: usize = 50;
/// The columns of figures.
const FIGURES: [u16; 4] = [3, 4, 7, 8];
const WIDTHS: [f64; 13] = [38.0, 8.0, 22.0, 15.0, 9.0, 23.0, 12.0, 9.0, 14.0, 26.0, 70.0, 60.0, 30.0];

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, links: &Links) -> Result<(), XlsxError> {
    let amber = color(palette::fill(Verdict::TraditionalOutsourcing));
    let mut page = Page::new(sheet, &WIDTHS, amber)?.of_list();
    page.title_of_the_run(report.say().name(REVIEW), report)?;
    let Summary { review, unknown, .. } = &report.summary;
    page.sentence(if review.lines.is_empty() { report.say().review_none() } else { &review.heading.finding })?;
    page.sentence(&unknown.finding)?;
    let (all_open, open) = report.without_verdict(MOST_OPEN);
    let more = (review.lines.len() + review.more).saturating_sub(MOST_LISTED) + all_open.saturating_sub(MOST_OPEN);
    if more > 0 {
        page.sentence(&report.say().review_more(more))?;
    }
    page.row += 1;
    let headers = headers(report.say());
    let header = page.header_of_list(&headers, &FIGURES)?;
    for line in report.for_review().take(MOST_LISTED).chain(open) {
        page.entries(&entries(report, links, &line))?;
    }
    page.end_list(header, headers.len() as u16 - 1)
}

pub(super) fn headers(say: &Messages) -> [&str; 13] {
    [
        say.pdf_function(),
        say.read_row(),
        say.department(),
        say.listed_cost(),
        say.listed_people(),
        say.name(VERDICT),
        say.column_strength_heading(),
        say.name(SCORE),
        say.column_robustness_heading(),
        say.review_to_look_at(),
        say.listed_why(),
        say.review_turns(),
        say.review_risk(),
    ]
}

fn entries(report: &Report, links: &Links, line: &RankedLine) -> [Entry; 13] {
    let [name, row] = links.entries(line.index, &line.name);
    [
        name,
        row,
        Entry::text(&line.department),
        Entry::money(report.say(), line.cost.as_ref()),
        Entry::people(line.fte),
        Entry::verdict(report.say(), line.verdict),
        Entry::text(&line.strength),
        Entry::points(line.score.points()),
        Entry::Figure(line.robustness.map_or(String::new(), |share| report.say().percent(share))),
        Entry::indented(report.say().reasons(&line.review)),
        Entry::indented(&line.because),
        Entry::indented(&line.turns),
        Entry::indented(&line.risk),
    ]
}
