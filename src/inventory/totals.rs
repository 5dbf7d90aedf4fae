//! Whether the totals that an inventory states are the sums of its functions.
//!
//! The numbers are compared as they stand, before any unit or currency: a total is in those of its column.

use super::known::{Exclusion, Inventory};
use super::layout::statistics::is_sum_of;
use crate::rulebook::AttributeId;
use crate::table::Cell;

/// After so many totals that are no sums, the others of the column are not looked at.
const MOST_OFF: usize = 10;

/// What the totals of a column come to.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedTotals {
    /// The column.
    pub column0: u16,
    /// How many totals were compared with the sums of functions.
    pub compared: usize,
    /// The first of those that are none, in the order of their rows.
    pub off: Vec<OffTotal>,
}

/// A total that is not the sum of its functions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OffTotal {
    /// Its row.
    pub row0: u32,
    /// What it says.
    pub stated: f64,
    /// What its functions come to.
    pub sum: f64,
}

impl Inventory<'_> {
    /// What the totals in the columns of some attributes come to; a column without totals, or with a number that cannot be
    /// told, is left out.
    pub fn totals(&self, attributes: &[AttributeId]) -> Vec<StatedTotals> {
        // Rows that were not selected are in the totals all the same.
        if self.excluded.iter().any(|row| row.reason == Exclusion::Unselected) {
            return Vec::new();
        }
        let columns = attributes.iter().flat_map(|id| &self.attributes[id.index()].columns);
        columns.filter_map(|column0| self.totals_of(*column0)).filter(|totals| totals.compared > 0).collect()
    }

    fn totals_of(&self, column0: u16) -> Option<StatedTotals> {
        let rows = self.excluded.iter().filter(|row| row.reason == Exclusion::Total).map(|row| row.row0);
        let stated = |row0: u32| Some((row0, self.table.number(self.table.cell(row0, column0))?));
        let stated: Vec<(u32, f64)> = rows.filter_map(stated).collect();
        let last = stated.last()?.0;
        let numbers: Vec<(u32, f64)> = self
            .functions
            .iter()
            .map(|function| Some((function.row0, self.number_as_it_stands(function.row0, column0)?)))
            .collect::<Option<_>>()?;
        let mut totals = StatedTotals { column0, compared: 0, off: Vec::new() };
        let all: Vec<f64> = numbers.iter().map(|(_, number)| *number).collect();
        for (row0, stated) in stated {
            totals.compared += 1;
            if self.spans_before(row0, &numbers).any(|span| is_sum_of(&span, stated)) || is_sum_of(&all, stated) {
                continue;
            }
            // A total that is not the last is that of the functions right above it.
            let own = self.spans_before(row0, &numbers).next().filter(|_| row0 != last);
            totals.off.push(OffTotal { row0, stated, sum: own.as_ref().unwrap_or(&all).iter().sum() });
            if totals.off.len() == MOST_OFF {
                break;
            }
        }
        Some(totals)
    }

    /// The numbers right above a row, from the nearest heading, blank row or total, then from those before it, then all of its
    /// sheet.
    fn spans_before(&self, row0: u32, numbers: &[(u32, f64)]) -> impl Iterator<Item = Vec<f64>> {
        const FARTHEST: usize = 100;
        let is_boundary = |reason| matches!(reason, Exclusion::Total | Exclusion::Heading | Exclusion::Blank);
        let before = self.excluded.iter().rev().filter(move |row| row.row0 < row0 && is_boundary(row.reason));
        let sheet_row0 = self.table.part_of(row0).map_or(0, |part| part.first_row0);
        let starts = before.map(|row| row.row0).take(FARTHEST).chain([sheet_row0, 0]);
        let within = move |start: u32| {
            let first = numbers.partition_point(|(at, _)| *at < start);
            let end = numbers.partition_point(|(at, _)| *at < row0);
            numbers[first..end].iter().map(|(_, number)| *number).collect::<Vec<f64>>()
        };
        starts.map(within).filter(|span| !span.is_empty())
    }

    /// The number of a cell; 0 where it has none, and none where what it holds cannot be told.
    fn number_as_it_stands(&self, row0: u32, column0: u16) -> Option<f64> {
        let cell = self.table.cell(row0, column0);
        match cell {
            Cell::Empty => Some(0.0),
            Cell::Text(text) if self.no_data[crate::table::text_index(text)] => Some(0.0),
            Cell::Text(text) if self.table.text(text).trim().is_empty() => Some(0.0),
            _ => self.table.number(cell),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::problem::Problems;
    use crate::{inventory, rulebook, table};

    #[test]
    fn totals_are_the_sums_of_their_functions_or_named() {
        let rulebook = rulebook::load_default();
        for (rows, compared, off) in [
            ("Payroll,100,1\nAudit,250,2\nTotal,350,3\n", [1, 1], &[][..]),
            ("Payroll,100.4,1\nAudit,249.8,\nTotal,350,1\n", [1, 1], &[]),
            ("Payroll,100,1\nAudit,250,2\nTotal,400,\n", [1, 0], &[(4, 400.0, 350.0)]),
            // Two groups, each with its own total, and one of both.
            (
                "Payroll,1,\nAudit,2,\nTotal Finance,3,\nFleet,4,\nPost,5,\nTotal Sites,9,\nGrand total,12,\n",
                [3, 0],
                &[],
            ),
            (
                "Payroll,1,\nAudit,2,\nSubtotal,4,\nFleet,4,\nPost,5,\nSubtotal,9,\nGrand total,13,\n",
                [3, 0],
                &[(4, 4.0, 3.0), (8, 13.0, 12.0)],
            ),
            // What nobody can add up is not compared.
            ("Payroll,10-20,1\nAudit,250,2\nTotal,270,4\n", [0, 1], &[(4, 4.0, 3.0)]),
        ] {
            let text = format!("Function,Annual cost,FTE\n{rows}");
            let mut problems = Problems::default();
            let manner = table::Manner::default();
            let workbook = table::parse(Path::new("x.csv"), text.as_bytes(), &manner, &mut problems).expect("a table");
            let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems).expect("an inventory");
            let ids = ["annual_cost", "fte"].map(|id| rulebook.attribute_named(id).expect("an attribute"));
            let of = ids.map(|id| inventory.totals(&[id]).first().map_or(0, |totals| totals.compared));
            let found: Vec<(u32, f64, f64)> = inventory
                .totals(&ids)
                .iter()
                .flat_map(|totals| totals.off.iter().map(|off| (off.row0 + 1, off.stated, off.sum)))
                .collect();
            assert_eq!((of, found.as_slice()), (compared, off), "{rows}");
        }
    }
}
