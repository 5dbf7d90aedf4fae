//! The PDF summary: a [`Summary`] laid out on A4 pages and written as a tagged PDF 1.7.
//!
//! All words and figures about the portfolio come from the view model; here are only headings, columns and marks. The
//! pages are laid out in full (`flow`, `table`, and a module for each part of the document) before anything is drawn,
//! and only `document` and `fonts` know printpdf, lopdf and allsorts. The same summary gives the same bytes.

mod changes;
mod closing;
mod document;
#[cfg(test)]
mod fixture;
mod flow;
mod fonts;
mod groups;
mod map;
mod opening;
mod rankings;
mod sheet;
mod structure;
mod table;
#[cfg(test)]
mod tests;
mod text;

use super::Summary;
use flow::{Flow, Pages};
use sheet::{Drawing, HEIGHT, MARGIN, MEASURE};
use text::{LABEL, LABEL_STRONG};

/// A written PDF.
#[derive(Clone, Debug)]
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// Characters that no font can draw, in code-point order; each stands as U+FFFD in the PDF.
    pub missing: Vec<char>,
}

/// Draws the summary.
pub fn write(summary: &Summary) -> Written {
    let (pages, flow) = lay_out(summary);
    document::write(summary, &pages, &flow.elements)
}

/// The pages, and the structure that their items belong to.
fn lay_out(summary: &Summary) -> (Pages, Flow) {
    let mut flow = Flow::new();
    let organisation = flow.element("P");
    let title = flow.element("H1");
    opening::add(&mut flow, summary);
    let opened = flow.pieces.len();
    map::add(&mut flow, &summary.map);
    groups::add(&mut flow, &summary.departments);
    groups::add(&mut flow, &summary.locations);
    rankings::add_candidates(&mut flow, "BPO candidates", &summary.bpo);
    rankings::add_candidates(&mut flow, "Traditional-outsourcing candidates", &summary.outsourcing);
    rankings::add_review(&mut flow, "To look at again", &summary.review);
    closing::add_unknown(&mut flow, summary);
    closing::add_findings(&mut flow, summary);
    changes::add(&mut flow, summary.since.as_ref());
    closing::add_method(&mut flow, summary);
    closing::add_data_quality(&mut flow, summary);
    // Page one is a page of its own.
    if let Some(piece) = flow.pieces.get_mut(opened) {
        piece.fresh = Some(1.0 / 3.0);
    }
    let mut pages = flow.paginate();
    let count = pages.sheets.len();
    for (number, page) in pages.sheets.iter_mut().enumerate() {
        let elements = (number == 0).then_some([organisation, title]);
        page.splice(0..0, running_head(summary, elements).items);
        page.extend(running_foot(summary, number + 1, count).items);
    }
    (pages, flow)
}

/// Whose portfolio it is and when, and the title; on page one they belong to the text.
fn running_head(summary: &Summary, elements: Option<[sheet::ElementId; 2]>) -> Drawing {
    let title = LABEL_STRONG.fit(&summary.title, MEASURE / 3.0);
    let room = MEASURE - LABEL_STRONG.width(&title) - 20.0;
    let dated = format!(" · {}", summary.date);
    let organisation = LABEL_STRONG.fit(&summary.organisation, room - LABEL.width(&dated));
    let mut head = Drawing { element: elements.map(|elements| elements[0]), ..Drawing::default() };
    let start = MARGIN + LABEL_STRONG.width(&organisation);
    head.text(MARGIN, MARGIN, organisation, LABEL_STRONG);
    head.text(start, MARGIN, dated, LABEL);
    head.element = elements.map(|elements| elements[1]);
    head.text_right(MARGIN + MEASURE, MARGIN, title, LABEL_STRONG);
    head.hairline(MARGIN, MARGIN + 14.0, MEASURE);
    head
}

fn running_foot(summary: &Summary, page: usize, count: usize) -> Drawing {
    let top = HEIGHT - MARGIN - LABEL.leading;
    let number = format!("{page} of {count}");
    let mut foot = Drawing::default();
    foot.hairline(MARGIN, top - 4.0, MEASURE);
    let room = MEASURE - LABEL.width(&number) - 20.0;
    foot.text(MARGIN, top, LABEL.fit(&summary.footer, room), LABEL);
    foot.text_right(MARGIN + MEASURE, top, number, LABEL);
    foot
}

/// A count with separators.
fn grouped(count: usize) -> String {
    super::wording::grouped(count as u64)
}
