//! What a table is made of: columns, and cells with texts, marks and small drawings.

use super::sheet::Symbol;
use super::text::{CELL, Style};
use crate::assessment::Verdict;
use crate::report::words::messages::Messages;
use crate::report::words::palette::Rgb;

/// Between the text of one column and the next.
pub(crate) const GAP: f32 = 10.0;
/// What a mark before a text takes up.
pub(super) const LEAD: f32 = 10.0;

/// A column.
#[derive(Debug)]
pub(crate) struct Column {
    /// The words in the header.
    pub(crate) title: String,
    /// The width, with the gap to the next column; the last one takes what is left.
    pub(crate) width: f32,
    /// Whether its text ends at its right edge, as figures do.
    pub(crate) right: bool,
    /// The verdict whose mark stands before the words in the header.
    pub(crate) marked: Option<Verdict>,
}

impl Column {
    /// A column of words.
    pub(crate) fn words(title: impl Into<String>, width: f32) -> Self {
        Column { title: title.into(), width, right: false, marked: None }
    }

    /// A column of figures.
    pub(crate) fn figures(title: impl Into<String>, width: f32) -> Self {
        Column { title: title.into(), width, right: true, marked: None }
    }

    /// A column that is about a verdict, with its mark and its name.
    pub(crate) fn of_verdict(say: &Messages, verdict: Verdict, width: f32) -> Self {
        Column { marked: Some(verdict), ..Column::words(say.verdict(verdict), width) }
    }

    /// A column of figures about each verdict.
    pub(crate) fn of_verdicts(say: &Messages, widths: [f32; 4]) -> impl Iterator<Item = Self> {
        let of = |(verdict, width)| Column { right: true, ..Column::of_verdict(say, verdict, width) };
        Verdict::ALL.into_iter().zip(widths).map(of)
    }
}

/// What stands in a row below one header: parts below each other.
pub(crate) type Cell = Vec<CellPart>;

/// A part of a cell.
#[derive(Clone, Debug)]
pub(crate) enum CellPart {
    /// A text, which is wrapped.
    Text {
        /// The text.
        text: String,
        /// Its style.
        style: Style,
        /// What stands before it.
        lead: Lead,
        /// The most lines that it takes.
        most: usize,
    },
    /// A score with its bar about a zero line.
    Score {
        /// The score, −100 to +100.
        score: f64,
        /// The score as a reader reads it.
        text: String,
    },
    /// A count with its bar.
    Count {
        /// The count.
        count: usize,
        /// The count that fills the column.
        whole: usize,
        /// Both in figures.
        shown: String,
        /// See `shown`.
        widest: String,
        /// What is counted.
        verdict: Verdict,
    },
    /// Two bars from one line: to the left and to the right.
    Swing {
        /// How long the left one is.
        lowered: usize,
        /// How long the right one is.
        raised: usize,
        /// What fills a side.
        whole: usize,
    },
    /// A bar of four parts.
    Stack {
        /// The parts in the verdicts' order.
        amounts: [f64; 4],
        /// The amount that fills the column.
        whole: f64,
    },
}

/// What stands before a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lead {
    /// Nothing.
    None,
    /// The mark of a verdict.
    Symbol(Symbol),
    /// A character in a colour.
    Sign(&'static str, Rgb),
}

/// A text in a given style.
pub(crate) fn styled(text: impl Into<String>, style: Style) -> CellPart {
    within(usize::MAX, text, style)
}

/// A text in so many lines at most, such as a name, which may be as long as a cell is.
pub(crate) fn within(most: usize, text: impl Into<String>, style: Style) -> CellPart {
    CellPart::Text { text: text.into(), style, lead: Lead::None, most }
}

/// A text behind a sign in a colour.
pub(crate) fn signed(sign: &'static str, colour: Rgb, text: impl Into<String>) -> CellPart {
    CellPart::Text { text: text.into(), style: CELL, lead: Lead::Sign(sign, colour), most: usize::MAX }
}

/// A text behind the mark of a verdict.
pub(crate) fn marked(symbol: impl Into<Symbol>, text: impl Into<String>, style: Style) -> CellPart {
    CellPart::Text { text: text.into(), style, lead: Lead::Symbol(symbol.into()), most: usize::MAX }
}

/// A text in the table's own style.
pub(crate) fn plain(text: impl Into<String>) -> CellPart {
    styled(text, CELL)
}

/// The mark and the word of a verdict.
pub(crate) fn verdict(say: &Messages, verdict: Verdict) -> CellPart {
    marked(verdict, say.verdict(verdict), CELL)
}

/// The mark and the word of a split on which nothing pulls.
pub(crate) fn neutral(say: &Messages) -> CellPart {
    marked(Symbol::Neutral, say.pdf_neutral(), CELL)
}
