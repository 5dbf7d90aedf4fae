//! What is remarked on the cells of the table, as notes on them.

use std::collections::BTreeMap;

use crate::problem::{Problem, Severity, Spot};
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;

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
            mark.text.push_str(&remark(report.say(), problem));
        }
    }
    marks
}

/// The remarks on cells, at most so many in a column, and one more for what each column has beyond: of its position and of
/// how many more.
pub(super) fn noted(
    marks: &BTreeMap<(u32, u16), Mark>,
    most: usize,
    more: impl Fn((u16, usize)) -> ((u32, u16), String),
) -> BTreeMap<(u32, u16), String> {
    let (mut noted, mut columns) = (BTreeMap::<(u32, u16), String>::new(), BTreeMap::<u16, usize>::new());
    for (at, mark) in marks {
        let count = columns.entry(at.1).or_default();
        *count += 1;
        if *count <= most {
            noted.insert(*at, mark.text.clone());
        }
    }
    for (column0, count) in columns.into_iter().filter(|(_, count)| *count > most) {
        let (at, text) = more((column0, count - most));
        let note = noted.entry(at).or_default();
        if !note.is_empty() {
            note.push_str("\n\n");
        }
        note.push_str(&text);
    }
    noted
}

fn remark(say: &Messages, problem: &Problem) -> String {
    let mut text = format!("{}: {}", say.severity(problem.severity), say.seen(problem.code, &problem.message));
    if let Some(help) = &problem.help {
        text.push('\n');
        text.push_str(&say.help(problem.code, help));
    }
    text
}
