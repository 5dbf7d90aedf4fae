//! Where the figures come from: input, rulebook, program and date, and how the rows were accounted for.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::model::Summary;
use crate::report::words::palette::MUTED;
use crate::report::workbook::kit::styles::{self, color};
use crate::report::workbook::kit::table::{Entry, Page};

pub(crate) fn draw(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[30.0, 90.0], color(MUTED))?.of_list();
    page.title(summary.say.about_title())?;
    page.sentence(summary.say.about_same())?;
    page.heading(summary.say.about_figures())?;
    for fact in &summary.provenance {
        page.entries(&[Entry::Styled(fact.label.clone(), styles::muted()), Entry::text(&fact.value)])?;
    }
    page.heading(summary.say.about_follows())?;
    page.paragraph(&summary.figures)?;
    page.heading(summary.say.about_rows())?;
    for sentence in &summary.accounting {
        page.paragraph(sentence)?;
    }
    Ok(())
}
