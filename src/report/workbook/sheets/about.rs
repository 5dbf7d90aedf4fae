//! Where the figures come from: input, rulebook, program and date, and how the rows were accounted for.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::model::Summary;
use crate::report::words::palette::MUTED;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};

pub(crate) fn draw(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[30.0, 90.0], color(MUTED))?;
    page.title("About this workbook")?;
    page.sentence("The same input, rulebook and date give the same file, byte for byte.")?;
    page.heading("Where the figures come from")?;
    for fact in &summary.provenance {
        page.entries(&[Entry::Styled(fact.label.clone(), styles::muted()), Entry::text(&fact.value)])?;
    }
    page.heading("What follows what")?;
    page.paragraph(&summary.figures)?;
    page.heading("How the rows were accounted for")?;
    for sentence in &summary.accounting {
        page.paragraph(sentence)?;
    }
    Ok(())
}
