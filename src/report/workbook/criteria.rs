//! By what the functions were judged: the criteria, thresholds and settings as used, and what the added columns mean.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::columns;
use super::styles::{self, color};
use super::table::{Entry, Page};
use crate::report::Summary;
use crate::report::palette::MUTED;

pub(super) fn draw(sheet: &mut Worksheet, summary: &Summary) -> Result<(), XlsxError> {
    let mut page = Page::new(sheet, &[28.0, 10.0, 40.0, 40.0, 64.0], color(MUTED))?;
    page.title("Criteria")?;
    page.sentence("What each function was judged by, in the state in which it was used for this workbook.")?;
    page.row += 1;
    page.header(&[
        "Criterion",
        "Weight",
        "Points to BPO",
        "Points to traditional outsourcing",
        "What the source says",
    ])?;
    for criterion in &summary.criteria {
        page.entries(&[
            Entry::Styled(criterion.name.clone(), styles::wrapped().set_bold()),
            Entry::Figure(criterion.weight.clone()),
            Entry::text(&criterion.bpo),
            Entry::text(&criterion.outsourcing),
            Entry::text(&criterion.source),
        ])?;
    }
    page.heading("Thresholds and settings")?;
    for fact in &summary.settings {
        page.fact(&fact.label, &fact.value)?;
    }
    page.heading("How ties, gaps and doubt are treated")?;
    for paragraph in &summary.method {
        page.paragraph(paragraph)?;
    }
    page.heading("The columns added to the inventory")?;
    for (header, meaning) in columns::meanings() {
        page.fact(header, meaning)?;
    }
    Ok(())
}
