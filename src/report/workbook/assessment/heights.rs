//! How high the rows of the assessment sheet are.

use super::content::{Content, Look, OfFunction};
use super::plan::AssessmentSheet;
use crate::report::workbook::kit::styles::{LINE, lines};

/// Up to so many rows, each is as high as its text; beyond, all are one line high and can be scanned.
const MOST_TALL_ROWS: u32 = 2_000;
/// No row is higher than this many lines.
const MOST_LINES: usize = 3;

impl AssessmentSheet<'_> {
    pub(crate) fn header_height(&self) -> f64 {
        // The filter's button takes up the room of two characters.
        let original = (0..).zip(&self.original).filter(|(_, column)| !column.is_folded).map(|(column0, column)| {
            let header = self.table.cell(self.report.header_row0(), column0);
            lines(&self.table.shown(header), column.width - 2.0)
        });
        let added = self.added.iter().filter(|column| !column.is_folded());
        let added = added.map(|column| lines(&column.header, column.definition.width - 2.0));
        LINE * original.chain(added).max().unwrap_or(1).clamp(1, MOST_LINES) as f64 + 2.0
    }

    /// The height of a row that shows its texts, in a table of few rows; else that of one line.
    pub(super) fn height(&self, row0: u32, of: Option<&OfFunction>) -> f64 {
        if self.table.rows() > MOST_TALL_ROWS {
            return LINE;
        }
        let original = self.table.row(row0).zip(&self.original).filter(|(_, column)| column.wraps && !column.is_folded);
        let original = original.map(|(cell, column)| lines(&self.table.shown(cell), column.width));
        let wrapping = self.added.iter().filter(|column| column.definition.look != Look::Line);
        let added = wrapping.map(|column| match of.map(|of| column.content(of)) {
            Some(Content::Paragraph(text)) => lines(&text, column.definition.width),
            Some(Content::Original(_) | Content::Number(_) | Content::Words(_)) | None => 1,
        });
        LINE * original.chain(added).max().unwrap_or(1).clamp(1, MOST_LINES) as f64
    }
}
