//! The blocks of the document in reading order, and their division into pages before anything is drawn.
//!
//! A piece is what is never cut: a line of text, a row of a table, a figure. Pieces that keep with the next one move
//! to the next page together; a table's header is repeated above rows that start a page.

use std::collections::BTreeMap;

use super::sheet::{BODY_TOP, Drawing, ElementId, Item, MEASURE, Paper};
use super::text::{BODY, LABEL, SECTION, STRONG, Style, TOPIC};
use crate::report::lists::Headline;
use crate::report::words::messages::Messages;

/// A section starts a page of its own where the page before is filled to this share.
const ENOUGH: f32 = 0.72;

/// An element of the document's structure, for readers who listen.
#[derive(Clone, Debug)]
pub(crate) struct Element {
    /// The structure type of ISO 32000-1, 14.8.4.
    pub(crate) kind: &'static str,
    /// The element that holds it; its own number for the document itself.
    pub(crate) parent: ElementId,
    /// What a figure shows, in words.
    pub(crate) alternative: Option<String>,
    /// Whether it is the header of a row, rather than of a column.
    pub(crate) heads_row: bool,
    /// Where a link leads.
    pub(crate) target: Option<Target>,
}

/// A place in the document that links lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Target {
    /// A section, by its number.
    Section(usize),
    /// The row of a function.
    Function(usize),
    /// What to ask next.
    Questions,
}

/// A spot on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    /// The page, from 0.
    pub(crate) page: usize,
    /// The height on the page.
    pub(crate) y: f32,
}

/// An entry of the outline.
#[derive(Clone, Debug)]
pub(crate) struct Bookmark {
    /// 1 for a section, 2 for a part of one.
    pub(crate) level: u8,
    /// The heading.
    pub(crate) title: String,
    /// Where the heading stands.
    pub(crate) spot: Spot,
}

/// What is never cut.
#[derive(Clone, Debug, Default)]
pub(crate) struct Piece {
    /// Its items, about the left margin and its own top.
    pub(crate) drawing: Drawing,
    /// The space above, which is dropped at the top of a page.
    pub(crate) before: f32,
    /// Whether it stands on the same page as the next piece.
    pub(crate) keep: bool,
    /// Starts a page, if the page before is filled to this share at least.
    pub(crate) fresh: Option<f32>,
    /// The header that is repeated above it at the top of a page, by its place in `Flow::headers`.
    pub(crate) header: Option<usize>,
    /// Its entry in the outline: level and title.
    pub(crate) bookmark: Option<(u8, String)>,
    /// What links to it aim at.
    pub(crate) target: Option<Target>,
    /// Whether it is the room for what can be drawn only once the pages are known.
    pub(crate) is_reserved: bool,
}

/// The document before it is divided into pages.
#[derive(Debug)]
pub(crate) struct Flow {
    /// The pieces in reading order.
    pub(crate) pieces: Vec<Piece>,
    /// The headers of tables, for repetition.
    pub(crate) headers: Vec<Drawing>,
    /// The elements; the first is the document itself.
    pub(crate) elements: Vec<Element>,
    /// What the sections are about.
    pub(crate) sections: Vec<String>,
    exhibits: usize,
    parent: ElementId,
}

/// The document divided into pages.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// The items of each page.
    pub(crate) sheets: Vec<Vec<Item>>,
    /// The outline.
    pub(crate) bookmarks: Vec<Bookmark>,
    /// How far down each page is filled.
    pub(crate) filled: Vec<f32>,
    /// Where links lead.
    pub(crate) targets: BTreeMap<Target, Spot>,
    /// The room that was reserved.
    pub(crate) reserved: Option<Spot>,
    /// What it is printed on.
    pub(crate) paper: Paper,
}

impl Flow {
    /// An empty document.
    pub(crate) fn new() -> Self {
        let mut flow = Flow {
            pieces: Vec::new(),
            headers: Vec::new(),
            elements: Vec::new(),
            sections: Vec::new(),
            exhibits: 0,
            parent: 0,
        };
        flow.element("Document");
        flow
    }

    /// Adds an element below the current one.
    pub(crate) fn element(&mut self, kind: &'static str) -> ElementId {
        self.child(self.parent, kind)
    }

    /// Adds an element below a given one.
    pub(crate) fn child(&mut self, parent: ElementId, kind: &'static str) -> ElementId {
        self.elements.push(Element { kind, parent, alternative: None, heads_row: false, target: None });
        self.elements.len() - 1
    }

    /// Adds a link below a given element.
    pub(crate) fn link(&mut self, parent: ElementId, target: Target) -> ElementId {
        let link = self.child(parent, "Link");
        self.elements[link].target = Some(target);
        link
    }

    /// Starts a section: what it is about, what was found, and what else it takes to read it.
    ///
    /// It has a page of its own, unless the page before would be left rather empty.
    pub(crate) fn section(&mut self, heading: &Headline) {
        self.parent = 0;
        self.parent = self.element("Sect");
        // What introduces nothing else does not introduce the next section.
        if let Some(last) = self.pieces.last_mut() {
            last.keep = false;
        }
        let first = self.pieces.len();
        let topic = self.element("P");
        self.lines(&heading.topic, TOPIC, MEASURE, 26.0, topic);
        self.heading(&heading.finding, "H2", SECTION, 1.0);
        if !heading.lead.is_empty() {
            self.caption(&heading.lead);
        }
        for piece in &mut self.pieces[first..] {
            piece.keep = true;
        }
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.target = Some(Target::Section(self.sections.len()));
            piece.fresh = Some(ENOUGH);
            piece.bookmark = Some((1, format!("{}: {}", heading.topic, heading.finding)));
        }
        self.sections.push(heading.topic.clone());
    }

    /// Adds the number of an exhibit and what it shows.
    pub(crate) fn exhibit(&mut self, say: &Messages, shows: &str) {
        self.exhibits += 1;
        let title = say.pdf_exhibit(&self.exhibits.to_string(), shows);
        let first = self.pieces.len();
        self.heading(&title, "H3", STRONG, 14.0);
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.bookmark = Some((2, title));
        }
    }

    fn heading(&mut self, title: &str, kind: &'static str, style: Style, before: f32) {
        let element = self.element(kind);
        let first = self.pieces.len();
        self.lines(title, style, MEASURE, before, element);
        for piece in &mut self.pieces[first..] {
            piece.keep = true;
        }
    }

    /// Adds a paragraph of running text.
    pub(crate) fn paragraph(&mut self, text: &str) {
        let element = self.element("P");
        self.lines(text, BODY, MEASURE, 5.0, element);
    }

    /// Adds a sentence that stays with what it introduces.
    pub(crate) fn caption(&mut self, text: &str) {
        let first = self.pieces.len();
        self.paragraph(text);
        for piece in &mut self.pieces[first..] {
            piece.keep = true;
        }
    }

    /// Adds the lines of a text; neither its first nor its last line stands alone on a page.
    pub(crate) fn lines(&mut self, text: &str, style: Style, width: f32, before: f32, element: ElementId) {
        let lines = style.wrap(text, width);
        let count = lines.len();
        for (number, line) in lines.into_iter().enumerate() {
            let mut drawing = Drawing { height: style.leading, ..Drawing::of(element) };
            drawing.text(0.0, 0.0, line, style);
            let before = if number == 0 { before } else { 0.0 };
            let keep = number + 1 < count && (number == 0 || number + 2 == count);
            self.pieces.push(Piece { drawing, before, keep, ..Piece::default() });
        }
    }

    /// Adds a figure with the words that stand for it.
    pub(crate) fn figure(&mut self, drawing: Drawing, before: f32) {
        self.pieces.push(Piece { drawing, before, ..Piece::default() });
    }

    /// Adds a sentence that stays with what it closes.
    pub(crate) fn remark(&mut self, text: &str) {
        self.close(text, BODY, 8.0);
    }

    /// Says where an exhibit's figures come from.
    pub(crate) fn source(&mut self, text: &str) {
        self.close(text, LABEL, 4.0);
    }

    fn close(&mut self, text: &str, style: Style, before: f32) {
        if text.is_empty() {
            return;
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.keep = true;
        }
        let element = self.element("P");
        self.lines(text, style, MEASURE, before, element);
    }

    /// The height of the pieces below each other.
    pub(crate) fn height(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.before + piece.drawing.height).sum()
    }

    /// Divides the pieces into pages.
    pub(crate) fn paginate(&mut self, paper: Paper) -> Pages {
        let mut chains: Vec<Vec<Piece>> = vec![Vec::new()];
        for piece in std::mem::take(&mut self.pieces) {
            let keep = piece.keep;
            chains.last_mut().expect("begins with one").push(piece);
            if !keep {
                chains.push(Vec::new());
            }
        }
        let mut pages = Pages::new(paper);
        for chain in chains {
            pages.take(chain, &self.headers);
        }
        pages
    }
}

impl Pages {
    fn new(paper: Paper) -> Self {
        Pages { sheets: vec![Vec::new()], filled: vec![BODY_TOP], paper, ..Pages::default() }
    }

    /// Sets pieces that keep together, on a new page if this one has no room for them all.
    fn take(&mut self, chain: Vec<Piece>, headers: &[Drawing]) {
        let bottom = self.paper.body_bottom();
        let filled = (self.y() - BODY_TOP) / (bottom - BODY_TOP);
        if chain.first().and_then(|first| first.fresh).is_some_and(|share| filled > 0.0 && filled >= share) {
            self.turn();
        }
        let needed: f32 = chain.iter().map(|piece| piece.before + piece.drawing.height).sum();
        let rest = bottom - self.y();
        // What no page holds is cut between its pieces, and so is what would leave a page half empty.
        if needed > rest && needed <= bottom - BODY_TOP && rest < (bottom - BODY_TOP) / 2.0 {
            self.turn();
        }
        for piece in chain {
            self.set(piece, headers);
        }
    }

    fn set(&mut self, piece: Piece, headers: &[Drawing]) {
        if self.y() + piece.before + piece.drawing.height > self.paper.body_bottom() && self.y() > BODY_TOP {
            self.turn();
        }
        let at_top = self.y() <= BODY_TOP;
        if let Some(header) = piece.header.and_then(|header| headers.get(header)).filter(|_| at_top) {
            self.draw(header.clone(), 0.0);
        }
        let before = if at_top { 0.0 } else { piece.before };
        let spot = Spot { page: self.sheets.len() - 1, y: self.y() + before };
        if let Some((level, title)) = piece.bookmark {
            self.bookmarks.push(Bookmark { level, title, spot });
        }
        if let Some(target) = piece.target {
            self.targets.entry(target).or_insert(spot);
        }
        if piece.is_reserved {
            self.reserved = Some(spot);
        }
        self.draw(piece.drawing, before);
    }

    fn draw(&mut self, drawing: Drawing, before: f32) {
        let top = self.y() + before;
        let page = self.sheets.len() - 1;
        self.filled[page] = top + drawing.height;
        self.add(page, drawing, top);
    }

    /// Adds a drawing to a page that may be full.
    pub(crate) fn add(&mut self, page: usize, drawing: Drawing, top: f32) {
        let left = self.paper.left();
        let moved = drawing.items.into_iter().map(|item| Item { x: item.x + left, y: item.y + top, ..item });
        self.sheets[page].extend(moved);
    }

    fn y(&self) -> f32 {
        self.filled.last().copied().unwrap_or(BODY_TOP)
    }

    fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.filled.push(BODY_TOP);
    }
}
