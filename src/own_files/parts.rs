//! The parts of a workbook that this program wrote.

use crate::sheets::{ASSESSMENT, WHAT_TO_ASK};
use crate::table::Workbook;

/// Of a workbook that was assessed, the table, and the answers that were typed on its sheet of questions; any other workbook
/// as it is. Other sheets of an assessed workbook look like inventories and are none.
pub fn parts(mut workbook: Workbook) -> (Workbook, Option<Workbook>) {
    // Where nothing was to be asked, there are a title and a sentence.
    const NOTHING_ASKED: u32 = 2;
    let has = |name: &str| workbook.tables.iter().any(|table| table.place.sheet.as_deref() == Some(name));
    if !(has(ASSESSMENT) && has(WHAT_TO_ASK)) {
        return (workbook, None);
    }
    let asked = workbook.take(WHAT_TO_ASK).filter(|asked| asked.tables[0].rows() > NOTHING_ASKED);
    let assessed = workbook.take(ASSESSMENT).unwrap_or(workbook);
    (assessed, asked)
}

/// Whether a workbook is the sheet of questions of one that was assessed.
pub fn is_what_to_ask(workbook: &Workbook) -> bool {
    matches!(workbook.tables.as_slice(), [only] if only.place.sheet.as_deref() == Some(WHAT_TO_ASK))
}
