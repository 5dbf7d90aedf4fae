//! Puts the parts of the PDF summary together and writes it out.

use std::collections::BTreeSet;

use super::file::document;
use super::parts::{
    brief, changes, closing, contents, history, map, opening, places, quality, rankings, scenarios, sureness,
};
use super::setting::faces::Font;
use super::setting::flow::{Flow, Pages};
use super::setting::fonts;
use super::setting::sheet::{self, Drawing, MARGIN, MEASURE, Mark, Paper};
use super::setting::text::{LABEL, LABEL_STRONG};
use crate::assessment::Verdict;
use crate::report::model::Summary;

/// What is to be decided about the looks of the summary.
#[derive(Clone, Debug, Default)]
pub struct Design {
    /// What it is printed on.
    pub paper: Paper,
    /// Fonts for what the built-in ones lack.
    pub fonts: Vec<Font>,
}

/// A written PDF.
#[derive(Clone, Debug)]
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// Characters that no font has, or has no rules to join, in code-point order; each stands as U+FFFD in the PDF.
    pub missing: Vec<char>,
}

/// Draws the summary.
pub fn write(summary: &Summary, design: &Design) -> Written {
    fonts::with_own(&design.fonts, || {
        let (mut pages, mut flow) = lay_out(summary, design, &[]);
        let not_drawn: Vec<char> = not_drawn(&pages).into_iter().collect();
        if !not_drawn.is_empty() {
            // Now that it is known what is not drawn, the document says so itself.
            (pages, flow) = lay_out(summary, design, &not_drawn);
        }
        let bytes = document::write(summary, &pages, &flow.elements);
        Written { bytes, missing: not_drawn }
    })
}

/// The characters that stand on the pages as U+FFFD.
fn not_drawn(pages: &Pages) -> BTreeSet<char> {
    let texts = pages.sheets.iter().flatten().filter_map(|item| match &item.mark {
        Mark::Text { text, .. } => Some(text),
        _ => None,
    });
    texts.flat_map(|text| fonts::not_drawn(text)).collect()
}

/// The most things to decide and to ask on page one.
const ROWS: usize = 5;
/// The fewest of them, where the contents want room.
pub(super) const FEWEST_ROWS: usize = 3;

/// The pages, and the structure that their items belong to.
pub(super) fn lay_out(summary: &Summary, design: &Design, not_drawn: &[char]) -> (Pages, Flow) {
    let paper = design.paper;
    // Page one is the opening alone: rather fewer rows than a second page, and rather no contents than too few rows.
    let below_opening = |rows: usize| {
        let mut trial = Flow::new();
        opening::add(&mut trial, summary, rows);
        paper.body_bottom() - sheet::BODY_TOP - trial.height()
    };
    let fitting = |room: f32| (FEWEST_ROWS..=ROWS).rev().find(|rows| below_opening(*rows) >= room);
    let with_contents = fitting(contents::room());
    // Where there is much to say above them, such as of several currencies, one or two are better than a page of their own.
    let fewer = || (1..FEWEST_ROWS).rev().find(|rows| below_opening(*rows) >= 0.0);
    let rows = with_contents.or_else(|| fitting(0.0)).or_else(fewer).unwrap_or(FEWEST_ROWS);
    let mut flow = Flow::new();
    let organisation = flow.element("P");
    let title = flow.element("P");
    opening::add(&mut flow, summary, rows);
    let contents = with_contents.map(|_| contents::reserve(&mut flow));
    let opened = flow.pieces.len();
    if summary.is_all_open {
        brief::add(&mut flow, summary, not_drawn, paper.body_bottom() - sheet::BODY_TOP);
        scenarios::add(&mut flow, summary);
    } else {
        add_pages(&mut flow, summary, paper, not_drawn);
    }
    // Page one is a page of its own.
    if let Some(piece) = flow.pieces.get_mut(opened) {
        piece.fresh = Some(0.0);
    }
    let mut pages = flow.paginate(paper);
    if let Some(contents) = contents {
        contents::draw(&mut flow, &mut pages, &contents, summary.say.page_one_contents_heading());
    }
    let count = pages.sheets.len();
    for (number, page) in pages.sheets.iter_mut().enumerate() {
        let elements = (number == 0).then_some([organisation, title]);
        page.splice(0..0, running_head(summary, paper, elements).items);
        page.extend(running_foot(summary, paper, number + 1, count).items);
    }
    (pages, flow)
}

/// The pages after the first, in the order of the questions that they answer: why, where, who, what next, how sure, what is not
/// known, and by which rules and from what.
fn add_pages(flow: &mut Flow, summary: &Summary, paper: Paper, not_drawn: &[char]) {
    let say = &summary.say;
    map::add(flow, say, &summary.map, &summary.sources.functions, paper.body_bottom() - sheet::BODY_TOP);
    places::add(flow, say, &summary.places);
    rankings::add_candidates(flow, summary, Verdict::Bpo, &summary.bpo);
    rankings::add_candidates(flow, summary, Verdict::TraditionalOutsourcing, &summary.outsourcing);
    rankings::add_review(flow, summary);
    changes::add_decisions(flow, summary);
    changes::add(flow, summary);
    history::add(flow, summary);
    closing::add_findings(flow, summary);
    places::add_jobs(flow, say, summary.jobs.as_ref());
    scenarios::add(flow, summary);
    sureness::add(flow, summary);
    closing::add_unknown(flow, summary);
    closing::add_method(flow, summary);
    quality::add_data_quality(flow, summary, not_drawn);
}

/// Whose portfolio it is and when, and the title; on page one they belong to the text.
fn running_head(summary: &Summary, paper: Paper, elements: Option<[sheet::ElementId; 2]>) -> Drawing {
    let title = LABEL_STRONG.fit(&summary.title, MEASURE / 3.0);
    let room = MEASURE - LABEL_STRONG.width(&title) - 20.0;
    let dated = format!(" · {}", summary.date);
    let organisation = LABEL_STRONG.fit(&summary.organisation, room - LABEL.width(&dated));
    let mut head = Drawing { element: elements.map(|elements| elements[0]), ..Drawing::default() };
    let left = paper.left();
    let start = left + LABEL_STRONG.width(&organisation);
    head.text(left, MARGIN, organisation, LABEL_STRONG);
    head.text(start, MARGIN, dated, LABEL);
    head.element = elements.map(|elements| elements[1]);
    head.text_right(left + MEASURE, MARGIN, title, LABEL_STRONG);
    head.hairline(left, MARGIN + 14.0, MEASURE);
    head
}

fn running_foot(summary: &Summary, paper: Paper, page: usize, count: usize) -> Drawing {
    let (left, top) = (paper.left(), paper.height() - MARGIN - LABEL.leading);
    let number = summary.say.pdf_page(&page.to_string(), &count.to_string());
    let mut foot = Drawing::default();
    foot.hairline(left, top - 4.0, MEASURE);
    let room = MEASURE - LABEL.width(&number) - 20.0;
    foot.text(left, top, LABEL.fit(&summary.footer, room), LABEL);
    foot.text_right(left + MEASURE, top, number, LABEL);
    foot
}
