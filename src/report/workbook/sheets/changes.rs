//! What has changed since an earlier run, with links to the functions, and the decisions that could not be carried over.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::assessment::Verdict;
use crate::report::model::{ChangeLine, Since};
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::words::palette;
use crate::report::workbook::kit::links::Links;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};
use crate::sheets::{CHANGES, DECIDED_BY, DECISION, NOTE};

/// The columns of figures.
const FIGURES: [u16; 3] = [2, 6, 7];
const WIDTHS: [f64; 12] = [38.0, 14.0, 8.0, 30.0, 23.0, 23.0, 14.0, 12.0, 60.0, 23.0, 18.0, 48.0];

pub(crate) fn draw(sheet: &mut Worksheet, report: &Report, since: &Since, links: &Links) -> Result<(), XlsxError> {
    let amber = color(palette::fill(Verdict::TraditionalOutsourcing));
    let mut page = Page::new(sheet, &WIDTHS, amber)?.of_list();
    page.title_of_the_run(report.say().name(CHANGES), report)?;
    page.sentence(&report.say().changes_since(&since.earlier, &since.sentence))?;
    page.sentence(&since.rules)?;
    page.sentence_if_any(&since.premises)?;
    if since.more > 0 {
        page.sentence(&report.say().changes_more(since.more))?;
    }
    if since.lines.is_empty() {
        return Ok(());
    }
    page.row += 1;
    let headers = headers(report.say());
    let header = page.header_of_list(&headers, &FIGURES)?;
    for line in &since.lines {
        page.entries(&entries(report, links, line))?;
    }
    page.end_list(header, headers.len() as u16 - 1)
}

pub(super) fn headers(say: &Messages) -> [&str; 12] {
    [
        say.pdf_function(),
        say.id_heading(),
        say.read_row(),
        say.pdf_what_changed(),
        say.changes_verdict_before(),
        say.changes_verdict_now(),
        say.changes_score_before(),
        say.changes_score_now(),
        say.pdf_what_moved(),
        say.name(DECISION),
        say.name(DECIDED_BY),
        say.name(NOTE),
    ]
}

fn entries(report: &Report, links: &Links, line: &ChangeLine) -> [Entry; 12] {
    let score = |score: Option<f64>| score.map_or(Entry::Empty, Entry::points);
    let verdict =
        |verdict: Option<Verdict>| verdict.map_or(Entry::Empty, |verdict| Entry::verdict(report.say(), verdict));
    let name = match line.function {
        Some(function) => links.entry(function, &line.name),
        None => Entry::text(&line.name),
    };
    [
        name,
        Entry::text(&line.id),
        match line.row.parse() {
            Ok(row) => Entry::Number(row, styles::figure()),
            Err(_) => Entry::Figure(line.row.clone()),
        },
        Entry::text(&line.what),
        verdict(line.verdict_before),
        verdict(line.verdict),
        score(line.score_before),
        score(line.score),
        Entry::indented(&line.because),
        Entry::text(&line.decision),
        Entry::text(&line.decided_by),
        Entry::text(&line.note),
    ]
}
