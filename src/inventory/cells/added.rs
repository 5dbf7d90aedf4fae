//! Amounts and numbers of people that stand in several columns, each a part of the whole: added up for each function.
//!
//! What is not known of a part may be any number, and amounts in several currencies have no sum.

use super::column::{ColumnRead, NumberColumn, Outcome, Sheet, Values, Way};
use super::numbers::grouped;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Steps;

/// The columns that each hold a part, with what was read in them.
pub(super) struct Parts<'a> {
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) parts: &'a [(u16, Outcome)],
}

/// What a column says of a function: the least and the most, and the currency.
pub(super) fn value(values: &Values, function: usize) -> Option<((f64, f64), u8)> {
    let currency = if let Values::Amounts { currencies, .. } = values { currencies[function] } else { 0 };
    Some((values.numbers()?.bounds(function)?, currency))
}

/// The parts of a function together.
#[derive(Default)]
struct Sum {
    bounds: Option<(f64, f64)>,
    currency: u8,
    is_mixed: bool,
    /// The largest part, and its column.
    largest: Option<(f64, u16)>,
    /// The first column whose part is not known.
    unknown: Option<u16>,
}

impl Parts<'_> {
    /// The parts of each function added up.
    pub(super) fn added(&self, columns: Vec<ColumnRead>, problems: &mut Problems) -> Outcome {
        let (mut sums, mut currencies, mut from) = (NumberColumn::default(), Vec::new(), Vec::new());
        let (mut open, mut mixed) = (Vec::new(), Vec::new());
        for (function, row0) in self.sheet.rows.iter().enumerate() {
            let sum = self.sum(function);
            let column0 = sum.largest.map_or(self.parts[0].0, |(_, column0)| column0);
            match sum.unknown.filter(|_| sum.bounds.is_some()) {
                _ if sum.is_mixed => mixed.push((*row0, column0)),
                Some(unknown0) => open.push((*row0, unknown0)),
                None => {}
            }
            let bounds = sum.bounds.filter(|_| !sum.is_mixed);
            sums.push(bounds.map(|(low, high)| (low, if sum.unknown.is_some() { f64::INFINITY } else { high })));
            currencies.push(if bounds.is_some() { sum.currency } else { 0 });
            from.push(column0);
        }
        self.report(&open, &mixed, problems);
        let is_money = matches!(self.parts[0].1.values, Values::Amounts { .. });
        let values = if is_money { Values::Amounts { numbers: sums, currencies } } else { Values::Numbers(sums) };
        let ways = vec![Way { is_sum: true, steps: Steps::default() }];
        Outcome { values, columns, from, ways, ..Outcome::default() }
    }

    fn sum(&self, function: usize) -> Sum {
        let mut sum = Sum::default();
        for (column0, outcome) in self.parts {
            let Some(((low, high), currency)) = value(&outcome.values, function) else {
                sum.unknown.get_or_insert(*column0);
                continue;
            };
            if sum.largest.is_none_or(|(largest, _)| low > largest) {
                sum.largest = Some((low, *column0));
            }
            let (from, to) = sum.bounds.unwrap_or_else(|| {
                sum.currency = currency;
                (0.0, 0.0)
            });
            sum.is_mixed |= sum.currency != currency;
            sum.bounds = Some((from + low, to + high));
        }
        // Where each column is in a currency of its own, a function has its amount in one of them.
        let currency_of = |column0: u16| self.sheet.heading(column0).statement.currencies.first();
        let is_of_its_own =
            |column0: &u16| sum.largest.is_some_and(|(_, known0)| currency_of(*column0) != currency_of(known0));
        sum.unknown = sum.unknown.filter(|column0| !is_of_its_own(column0));
        sum
    }

    /// Says, once each, what could not be added in cells of such rows and columns.
    fn report(&self, open: &[(u32, u16)], mixed: &[(u32, u16)], problems: &mut Problems) {
        let mut say = |cells: &[(u32, u16)], code, message: &dyn Fn(&str) -> String, help: &str| {
            let Some(first) = cells.first() else { return };
            problems.push(Problem::warning(code, self.place(*first), message(&here(cells.len()))).help(help));
        };
        let is_open = |here: &str| {
            format!("a part is not known {here}, so what is known of the others is the least that it can be")
        };
        say(open, Code::WideRange, &is_open, "fill in the part, with 0 where there is none");
        let is_mixed = |here: &str| {
            format!("the parts are in several currencies {here}, and were not added; they count as missing")
        };
        say(mixed, Code::ConflictingStatements, &is_mixed, "give all parts of a function in one currency");
    }

    fn place(&self, (row0, column0): (u32, u16)) -> Place {
        self.sheet.table.place_of(row0, column0).under(self.sheet.heading(column0).header.as_str())
    }
}

fn here(rows: usize) -> String {
    match rows - 1 {
        0 => "here".to_owned(),
        1 => "here and in 1 row more".to_owned(),
        more => format!("here and in {} rows more", grouped(more as u64)),
    }
}
