//! Sheets beside the inventory that hold what its functions are judged by, and are not read.
//!
//! What such a sheet is about is told by its ids and names: those of vendors and applications are none of functions.

use std::collections::HashSet;
use std::ops::Range;

use super::find::Finder;
use super::header_cells::{HEADER_ROWS, text};
use super::meaning::Match;
use crate::codes::Code;
use crate::inventory::heading::{Layout, Part};
use crate::problem::{Problem, Problems};
use crate::rulebook::AttributeId;
use crate::rulebook::text::fold;
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
            let rows = 0..table.rows().min(HEADER_ROWS);
            let headers = rows.map(|row0| (row0, self.headers_lacking(table, row0, layout)));
            let most = headers.max_by_key(|(_, headers)| headers.len());
            let Some((row0, headers)) = most.filter(|(_, headers)| headers.len() >= LEAST) else { continue };
            if !self.is_about_functions(table, row0, &workbook.tables[layout.table], layout) {
                continue;
            }
            let shown: Vec<String> = headers.iter().take(3).map(|header| format!("`{header}`")).collect();
            let more = if headers.len() > 3 { ", …" } else { "" };
            let message = format!("holds columns that `{name}` lacks, and was not read: {}{more}", shown.join(", "));
            let problem = Problem::warning(Code::UnreadSheet, table.place.clone(), message);
            problems.push(
                problem.help(format!("put them beside the functions on `{name}`, such as by XLOOKUP over the ids")),
            );
        }
    }

    /// Whether the first column below a row, or one of ids or names, holds many of the ids or the names of functions.
    fn is_about_functions(&self, table: &Table, row0: u32, inventory: &Table, layout: &Layout) -> bool {
        // A list of all functions may have few that are assessed already, or are on both sheets.
        const MANY: usize = 3;
        let (name, id) = (Some(self.rulebook.roles.name), self.rulebook.roles.id);
        let calls = |attribute: Option<AttributeId>| attribute.is_some() && (attribute == name || attribute == id);
        let own =
            (0..).zip(&layout.columns).filter(|(at, heading)| *at == layout.name_column || calls(heading.attribute));
        let rows = || layout.header_row0 + 1..layout.end0;
        let known: Vec<HashSet<String>> = own.map(|(column0, _)| texts(inventory, rows(), column0)).collect();
        let is_meant = |column0: u16| {
            self.synonyms.meaning(&text(table, row0, column0)).is_some_and(|meaning| calls(Some(meaning.attribute)))
        };
        let first = table.filled(row0).next();
        let mut columns = table.filled(row0).filter(|column0| Some(*column0) == first || is_meant(*column0));
        let is_judged_by = |column0: u16| {
            self.synonyms.meaning(&text(table, row0, column0)).is_some_and(|meaning| self.has_levels(meaning.attribute))
        };
        let mut others = table.filled(row0).filter(|column0| !is_judged_by(*column0));
        let has_others = others.any(|column0| names_rows(table, row0, column0));
        columns.any(|column0| {
            let others = texts(table, row0 + 1..table.rows(), column0);
            // Whatever is counted has a first and a second one.
            let says_nothing = has_others && others.iter().all(|text| text.bytes().all(|b| b.is_ascii_digit()));
            let shared = |known: &HashSet<String>| others.intersection(known).count();
            !says_nothing && known.iter().any(|known| shared(known) > 0 && shared(known) * MANY >= others.len())
        })
    }

    fn has_levels(&self, id: AttributeId) -> bool {
        self.rulebook.attribute(id).levels().is_some()
    }

    /// The headers in a row, above others, that name what functions are judged by, and that another table has no column of.
    fn headers_lacking(&self, table: &Table, row0: u32, layout: &Layout) -> Vec<String> {
        let is_lacking =
            |id: AttributeId| self.has_levels(id) && layout.columns.iter().all(|heading| heading.attribute != Some(id));
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

/// What stands in a column, folded.
fn texts(table: &Table, rows: Range<u32>, column0: u16) -> HashSet<String> {
    let shown = rows.map(|row0| fold(&table.shown(table.value(row0, column0))));
    shown.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Whether a column below a row holds another text in each row.
fn names_rows(table: &Table, row0: u32, column0: u16) -> bool {
    let filled = (row0 + 1..table.rows()).filter(|row0| !table.is_blank(*row0)).count();
    let is_text = |row0: u32| table.words(table.value(row0, column0)).is_some();
    let rows = row0 + 1..table.rows();
    filled > 1
        && rows.clone().filter(|row0| is_text(*row0)).count() == filled
        && texts(table, rows, column0).len() == filled
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::inventory;
    use crate::rulebook::load_default;
    use crate::table::{Manner, parse};

    #[test]
    fn sheets_are_told_of_that_are_about_functions() {
        const OWN: &str = "ID,Function,FTE\nF1,Payroll,3\nF2,Tax,1\nF3,Claims,4\n";
        const NUMBERED: &str = "ID,Function,FTE\n1,Payroll,3\n2,Tax,1\n3,Claims,4\n";
        let rulebook = load_default();
        for (own, sheet, expected) in [
            (OWN, "ID,Strategic value,Repetitiveness\nF1,High,Low\nF2,Low,Low\nF3,Low,High\n", true),
            (NUMBERED, "ID,Strategic value,Repetitiveness\n1,High,Low\n2,Low,High\n", true),
            (OWN, "Topic,Strategic value,Repetitiveness\npayroll,High,Low\nTax,Low,Low\nAudit,Low,High\n", true),
            (NUMBERED, "ID,Strategic value,Repetitiveness\n1,High,Low\n2,Low,Low\n3,Low,High\n", true),
            (OWN, "Repetitiveness,Control wanted\nLow,Low\nMedium,Medium\nHigh,High\n", false),
            (OWN, "Vendor,Country,Criticality,Data sensitivity\nAcme,DE,High,Low\nBolt,FR,Low,High\n", false),
            (NUMBERED, "ID,Vendor,Criticality,Data sensitivity\n1,Acme,High,Low\n2,Bolt,Low,High\n", false),
            (OWN, "Application,Criticality,Integration\nSAP,High,Low\nPega,Low,High\n", false),
        ] {
            let mut problems = Problems::default();
            let mut read = |name: &str, text: &str| {
                let workbook = parse(Path::new("x.csv"), text.as_bytes(), &Manner::default(), &mut problems);
                let mut workbook = workbook.expect("a table");
                workbook.tables[0].place.sheet = Some(name.into());
                workbook
            };
            let (mut workbook, other) = (read("Functions", own), read("Other", sheet));
            workbook.tables.extend(other.tables);
            let layout = inventory::map(&rulebook, &workbook, &[], &mut problems);
            assert!(layout.is_ok(), "{sheet}");
            let is_told = problems.listed().iter().any(|problem| problem.code == Code::UnreadSheet);
            assert_eq!(is_told, expected, "{sheet}");
        }
    }
}
