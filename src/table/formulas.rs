//! What formulas do, as far as it matters where their results are missing.

use crate::problem::column_letters;

/// What is found where a formula has no result.
pub const NO_RESULT: &str = "a formula without its result";
/// How it gets one.
pub const CALCULATE: &str = "open the file in Excel or LibreOffice and save it, so that it is calculated";

/// Whether a formula adds up the cells above or below its own: `SUM(C2:C5)`, `SUBTOTAL(9,C2:C5)`.
pub(super) fn adds_rows(formula: &str, (row0, column0): (u32, u16)) -> bool {
    let inner = ["SUM(", "SUBTOTAL(9,", "SUBTOTAL(109,"].iter().find_map(|start| formula.strip_prefix(start));
    let Some(inner) = inner.and_then(|inner| inner.strip_suffix(')')) else { return false };
    inner.split(',').all(|range| {
        let range = range.replace('$', "");
        let ends = range.split_once(':').unwrap_or((&range, &range));
        let row = |cell: &str| cell.strip_prefix(column_letters(column0).as_str())?.parse::<u32>().ok();
        row(ends.0).zip(row(ends.1)).is_some_and(|(first, last)| first <= last && !(first..=last).contains(&(row0 + 1)))
    })
}
