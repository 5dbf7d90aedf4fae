//! The list of contents at the foot of page one: drawn when all pages are known, in room that was kept for it.

use crate::report::pdf::setting::flow::{Flow, Pages, Piece, Target};
use crate::report::pdf::setting::sheet::{Drawing, ElementId, GUTTER, MEASURE};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, HEADING};

/// Entries stand in so many columns.
const COLUMNS: usize = 3;
/// The most entries that find room.
const MOST: usize = 12;
/// From one entry to the next.
const LEADING: f32 = 13.0;
/// The heading and what is below it.
const HEAD: f32 = 21.0;
/// Above the list.
const BEFORE: f32 = 20.0;

/// The elements of the list.
pub(crate) struct Contents {
    heading: ElementId,
    list: ElementId,
}

fn height() -> f32 {
    HEAD + MOST.div_ceil(COLUMNS) as f32 * LEADING
}

/// The room that the list wants on page one.
pub(crate) fn room() -> f32 {
    BEFORE + height()
}

/// Keeps room for the list.
pub(crate) fn reserve(flow: &mut Flow) -> Contents {
    let contents = Contents { heading: flow.element("H2"), list: flow.element("TOC") };
    let drawing = Drawing { height: height(), ..Drawing::default() };
    flow.pieces.push(Piece { drawing, before: BEFORE, is_reserved: true, ..Piece::default() });
    contents
}

/// Draws the list into its room: each section with its page, and a link to it.
pub(crate) fn draw(flow: &mut Flow, pages: &mut Pages, contents: &Contents, heading: &str) {
    let Some(room) = pages.reserved else { return };
    let width = (MEASURE - GUTTER * (COLUMNS as f32 - 1.0)) / COLUMNS as f32;
    let mut drawing = Drawing::of(contents.heading);
    drawing.text(0.0, 0.0, heading, HEADING);
    drawing.hairline(0.0, HEADING.leading + 3.0, MEASURE);
    let rows = flow.sections.len().div_ceil(COLUMNS).max(1);
    for (number, title) in flow.sections.clone().into_iter().enumerate().take(MOST) {
        let target = Target::Section(number);
        let Some(spot) = pages.targets.get(&target) else { continue };
        let entry = flow.child(contents.list, "TOCI");
        let reference = flow.child(entry, "Reference");
        drawing.element = Some(flow.link(reference, target));
        let left = (number / rows) as f32 * (width + GUTTER);
        let top = HEAD + (number % rows) as f32 * LEADING;
        let page = (spot.page + 1).to_string();
        drawing.text(left, top, CELL.fit(&title, width - CELL_QUIET.width(&page) - 8.0), CELL);
        drawing.text_right(left + width, top, page, CELL_QUIET);
    }
    pages.add(room.page, drawing, room.y);
}
