//! Sheets beside the inventory that hold what its functions are judged by, and are not read.

use super::find::Finder;
use super::header_cells::{HEADER_ROWS, text};
use super::synonyms::Match;
use crate::codes::Code;
use crate::inventory::heading::{Layout, Part};
use crate::problem::{Problem, Problems};
use crate::rulebook::{AttributeId, Origin};
use crate::table::{Table, Workbook};

impl Finder<'_> {
    /// Names the sheets with headers of several attributes that the inventory has no column of.
    pub(super) fn report_unread(&self, workbook: &Workbook, layout: &Layout, problems: &mut Problems) {
        const LEAST: usize = 2;
        let name = workbook.tables[layout.table].place.sheet.clone().unwrap_or_default();
        let is_part = |table: &Table| {
            let sheet = table.place.sheet.as_deref();
            workbook.tables[layout.table].parts.iter().any(|part| Some(part.sheet.as_ref()) == sheet)
        };
        let others = workbook.tables.iter().enumerate().filter(|(at, table)| *at != layout.table && !is_part(table));
        for (_, table) in others {
            let headers = (0..table.rows().min(HEADER_ROWS)).map(|row0| self.headers_lacking(table, row0, layout));
            let Some(headers) = headers.max_by_key(Vec::len).filter(|headers| headers.len() >= LEAST) else { continue };
            let shown: Vec<String> = headers.iter().take(3).map(|header| format!("`{header}`")).collect();
            let more = if headers.len() > 3 { ", …" } else { "" };
            let message = format!("holds columns that `{name}` lacks, and was not read: {}{more}", shown.join(", "));
            let problem = Problem::warning(Code::UnreadSheet, table.place.clone(), message);
            problems.push(
                problem.help(format!("put them beside the functions on `{name}`, such as by XLOOKUP over the ids")),
            );
        }
    }

    /// The headers in a row, above others, that name what functions are judged by, and that another table has no column of.
    fn headers_lacking(&self, table: &Table, row0: u32, layout: &Layout) -> Vec<String> {
        let is_lacking = |id: AttributeId| {
            let Origin::Column(rule) = &self.rulebook.attribute(id).origin else { return false };
            rule.kind.levels().is_some() && layout.columns.iter().all(|heading| heading.attribute != Some(id))
        };
        let named = table.filled(row0).filter_map(|column0| {
            let header = text(table, row0, column0);
            let meaning = self.synonyms.meaning(&header)?;
            let is_named = meaning.quality >= Match::Section && meaning.part == Part::Whole;
            let has_values = (row0 + 1..table.rows()).take(2).all(|row0| table.is_filled(table.value(row0, column0)));
            (is_named && has_values && is_lacking(meaning.attribute)).then_some(header)
        });
        named.collect()
    }
}
