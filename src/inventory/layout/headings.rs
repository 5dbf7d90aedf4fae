//! Rows that stand over a group of others and name it.

use super::rows::{Rows, is_in_capitals};
use crate::codes::Code;
use crate::inventory::known::Exclusion;
use crate::problem::Problem;
use crate::rulebook::text::fold;
use crate::table::Cell;

impl Rows<'_> {
    /// The reason of a row that holds nothing but a name which is none.
    pub(super) fn remark(&self, row0: u32, text: &str) -> Option<Exclusion> {
        if self.is_under_the_table(row0, text) {
            return Some(Exclusion::Note);
        }
        let stands_out = || self.shape.is_grouped && !self.is_lone(row0.wrapping_sub(1));
        let is_heading =
            self.goes_on_below(row0) && (stands_out() || self.is_marked(row0) || self.begins_group(row0, text));
        is_heading.then_some(Exclusion::Heading)
    }

    /// Whether a text alone in its row, above full ones, can only name these: the header comes again below it, a total or a
    /// blank row has ended the group above, or it is their department.
    fn begins_group(&self, row0: u32, text: &str) -> bool {
        let before = row0 - 1;
        let is_apart = before > self.layout.header_row0 && (self.table.is_blank(before) || self.names_summary(before));
        let is_department = || {
            let column0 = self.layout.column_of(self.rulebook.roles.department);
            column0.is_some_and(|column0| match self.table.value(row0 + 1, column0) {
                Cell::Text(id) => fold(self.table.text(id)) == fold(text),
                _ => false,
            })
        };
        self.is_header_again(row0 + 1) || self.shape.is_full && is_apart || is_department()
    }

    /// What to ask about the first function that may be a heading: it holds nothing but its name.
    pub(super) fn possible_heading(&self, row0: u32) -> Option<Problem> {
        if !self.shape.is_full || !self.is_lone(row0) || !self.goes_on_below(row0) {
            return None;
        }
        let name = self.name_or_lone_text(row0);
        let place = self.table.place_of(row0, self.layout.name_column);
        let message = format!("stands alone above rows that say more; it counts as a function, found `{name}`");
        Some(
            Problem::warning(Code::HeadingRow, place, message)
                .help("if it is a function, fill in its row; else delete it"),
        )
    }

    /// Whether each group of rows has its heading. So has the first one then; where each row says its department, one heading
    /// alone may be a function.
    pub(super) fn is_grouped(&self) -> bool {
        // A heading has two rows below it or more, on average.
        const LEAST_ROWS: usize = 3;
        let rows = || (self.layout.header_row0 + 1..self.layout.end0).filter(|row0| !self.table.is_blank(*row0));
        if !rows().next().is_some_and(|row0| self.is_lone(row0)) {
            return false;
        }
        let table = || rows().take_while(|row0| self.shape.last_full0.is_some_and(|last| *row0 <= last));
        let lone: Vec<u32> = table().filter(|row0| self.is_lone(*row0)).collect();
        let are_apart = lone.iter().all(|row0| self.goes_on_below(*row0));
        if self.has_departments {
            return are_apart && lone.len() > 1 && lone.len() * 2 < table().count();
        }
        let is_marked = || lone.iter().any(|row0| self.is_marked(*row0));
        self.shape.is_full || are_apart && (lone.len() * LEAST_ROWS <= table().count() || is_marked())
    }

    /// Whether a text alone in its row is written as headings are.
    fn is_marked(&self, row0: u32) -> bool {
        self.is_merged(row0)
            || self.lone_text(row0).is_some_and(|text| self.is_loud(text) || is_framed(text) || self.names_column(text))
    }

    /// Whether a text says the header of a column and a value: `Department: HR`.
    fn names_column(&self, text: &str) -> bool {
        let header = text.split_once(": ").map(|(header, _)| fold(header));
        header.is_some_and(|header| self.layout.columns.iter().any(|heading| fold(&heading.header) == header))
    }

    /// Whether a name spans several columns.
    fn is_merged(&self, row0: u32) -> bool {
        self.table.merged(row0, self.layout.name_column).is_some_and(|region| region.columns() > 1)
    }

    /// Whether a name is written in capitals, and hardly any other is.
    fn is_loud(&self, text: &str) -> bool {
        is_in_capitals(text) && !self.shape.is_in_capitals
    }

    /// Whether the next row is a full one.
    pub(super) fn goes_on_below(&self, row0: u32) -> bool {
        self.table.filled(row0 + 1).take(2).count() > 1
    }
}

/// Whether the same signs stand before a text and behind it: `--- Finance ---`.
fn is_framed(text: &str) -> bool {
    let sign = text.chars().next().filter(|c| !c.is_alphanumeric() && !"\"'".contains(*c));
    sign.is_some_and(|sign| text.chars().count() > 2 && text.ends_with(sign))
}
