//! One amount that stands in a cell merged over several functions: what each of them has of it, nobody knows.

use super::known::Inventory;
use crate::codes::Code;
use crate::problem::{Problem, Problems};
use crate::rulebook::Rulebook;
use crate::table::Region;

impl Inventory<'_> {
    /// Takes amounts away that several functions share, so that none is added up twice.
    pub(super) fn forget_shared(&mut self, rulebook: &Rulebook, problems: &mut Problems) {
        if !self.table.has_merged() {
            return;
        }
        for (id, _) in rulebook.attribute_ids().filter(|(id, _)| rulebook.is_added(*id)) {
            for column0 in self.attributes[id.index()].columns.clone() {
                for (region, functions) in self.shared_cells(column0) {
                    for function in &functions {
                        let was_known = self.is_known(id, *function);
                        self.attributes[id.index()].values.forget(*function);
                        self.columns[usize::from(column0)].known -= usize::from(was_known);
                    }
                    problems.push(self.shared_amount(region, column0, functions.len()));
                }
            }
        }
    }

    /// The merged cells of a column that hold a number for several functions, with these.
    fn shared_cells(&self, column0: u16) -> Vec<(Region, Vec<usize>)> {
        let mut found: Vec<(Region, Vec<usize>)> = Vec::new();
        for (function, row) in self.functions.iter().enumerate() {
            let Some(region) = self.table.merged(row.row0, column0) else { continue };
            match found.last_mut() {
                Some((last, functions)) if *last == region => functions.push(function),
                _ => found.push((region, vec![function])),
            }
        }
        let holds_number = |region: &Region| {
            self.table
                .shown(self.table.cell(region.first_row0, region.first_column0))
                .contains(|c: char| c.is_ascii_digit())
        };
        found.retain(|(region, functions)| functions.len() > 1 && holds_number(region));
        found
    }

    fn shared_amount(&self, region: Region, column0: u16, functions: usize) -> Problem {
        let shown = self.table.shown(self.table.cell(region.first_row0, region.first_column0));
        let message =
            format!("one cell holds `{shown}` for {functions} functions together; it counts for none of them");
        let place = self.table.place_of(region.first_row0, region.first_column0);
        let place = place.under(self.columns[usize::from(column0)].header.as_str());
        Problem::warning(Code::SharedAmount, place, message)
            .help("split the cell, and write what each function has of it")
    }
}
