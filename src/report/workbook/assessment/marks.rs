//! What is remarked on the cells of the table, as notes on them.

use std::collections::BTreeMap;

use crate::problem::{Problem, Severity, Spot};
use crate::report::view::report::Report;

/// What is remarked on a cell.
#[derive(Debug, Default)]
pub(crate) struct Mark {
    pub(crate) text: String,
    /// Whether it could not be read, or only needs a remark.
    pub(crate) is_alert: bool,
}

/// What is remarked on the cells of this table.
pub(crate) fn of(report: &Report) -> BTreeMap<(u32, u16), Mark> {
    let table = report.table();
    let mut marks: BTreeMap<(u32, u16), Mark> = BTreeMap::new();
    for problem in &report.summary.problems {
        if let (Spot::Cell { column0, .. }, Some(row0)) = (problem.place.spot, table.row0_of(&problem.place)) {
            let mark = marks.entry((row0, column0)).or_default();
            mark.is_alert |= problem.severity != Severity::Note;
            if !mark.text.is_empty() {
                mark.text.push_str("\n\n");
            }
            mark.text.push_str(&remark(problem));
        }
    }
    marks
}

fn remark(problem: &Problem) -> String {
    let mut text = format!("{}: {}", problem.severity.name(), problem.message);
    if let Some(help) = &problem.help {
        text.push('\n');
        text.push_str(help);
    }
    text
}
