//! Numbers and amounts of money, each with the unit that its cell, its number format and its column state.

use std::cmp::Reverse;

use super::added::{Parts, value};
use super::column::{ColumnRead, Expected, NumberColumn, Outcome, Reader, Sheet, Values};
use super::numbers::{self, Beside};
use super::quantities::Quantity;
use super::units::{self, RowUnits};
use crate::codes::Code;
use crate::inventory::heading::Part;
use crate::inventory::statements::{NumberUnit, beside, of_unit};
use crate::problem::{Problem, Problems, column_letters};
use crate::rulebook::{CURRENCIES, ColumnRule, Kind};
use crate::table::Cell;

/// Reads the columns of a number or of amounts: one, or several that are each of a period, of which the latest known counts.
pub(super) fn read(
    sheet: &Sheet,
    rule: &ColumnRule,
    columns: &[u16],
    currencies: &mut Vec<String>,
    problems: &mut Problems,
) -> Outcome {
    let mut read: Vec<(u16, Outcome)> = columns
        .iter()
        .map(|column0| {
            let mut reader = Reader::of(sheet, *column0, problems);
            let outcome = match &rule.kind {
                Kind::Number { units, .. } => reader.numbers(sheet, rule, units),
                _ => reader.money(sheet, rule, currencies),
            };
            (*column0, outcome)
        })
        .collect();
    let are_added = sheet.heading(columns[0]).part == Part::Channel;
    let series = if are_added {
        Some(format!("one of {} parts, which are added", columns.len()))
    } else {
        sheet.series(columns)
    };
    for column in read.iter_mut().flat_map(|(_, outcome)| &mut outcome.columns) {
        column.reading = series.iter().chain([&column.reading]).cloned().collect::<Vec<_>>().join("; ");
    }
    if read.len() == 1 {
        return read.remove(0).1;
    }
    let of_columns: Vec<ColumnRead> = read.iter_mut().flat_map(|(_, outcome)| outcome.columns.drain(..)).collect();
    if are_added {
        return Parts { sheet, parts: &read }.added(of_columns, problems);
    }
    read.sort_by_key(|(column0, _)| Reverse(sheet.heading(*column0).part));
    let (mut latest, mut own, mut from) = (NumberColumn::default(), Vec::new(), Vec::new());
    for function in 0..sheet.rows.len() {
        let known = read.iter().find_map(|(column0, outcome)| {
            let (bounds, currency) = value(&outcome.values, function)?;
            Some((*column0, bounds, currency))
        });
        latest.push(known.map(|(_, bounds, _)| bounds));
        own.push(known.map_or(0, |(.., currency)| currency));
        from.push(known.map_or(columns[0], |(column0, ..)| column0));
    }
    let values = match rule.kind {
        Kind::Number { .. } => Values::Numbers(latest),
        _ => Values::Amounts { numbers: latest, currencies: own },
    };
    Outcome { values, columns: of_columns, from, ..Outcome::default() }
}

impl Reader<'_> {
    fn numbers(&mut self, sheet: &Sheet, rule: &ColumnRule, units: &[String]) -> Outcome {
        let stated = sheet.heading(self.cells.column0).statement.plain();
        let mut units_of = RowUnits::of(sheet, rule, self.cells.column0);
        let (mut numbers, mut seen) = (NumberColumn::default(), Quantities::default());
        if let Err(why) = stated {
            self.unread(&why, "its numbers are not read", None);
            self.cells.iter().for_each(|_| numbers.push(None));
            return self.outcome(Values::Numbers(numbers), Vec::new(), 0);
        }
        for (row0, cell) in self.cells.iter() {
            let quantity = self.quantity(row0, cell, Beside::Units(units));
            let is_negative = quantity.as_ref().is_some_and(|quantity| quantity.low < 0.0 && quantity.low.is_finite());
            let unlike = units_of.unlike(row0, cell);
            if is_negative {
                self.unreadable(row0, Expected::Number("a number of 0 or more"));
            } else if let (Some(what), Some(_)) = (&unlike, &quantity) {
                self.unlike(row0, &format!("{what} a unit that such numbers do not have"));
            }
            let quantity = quantity.filter(|_| !is_negative && unlike.is_none());
            seen.add(quantity.as_ref());
            numbers.push(quantity.map(|quantity| (quantity.low, quantity.high)));
        }
        self.doubt_no_data(None);
        self.outcome(Values::Numbers(numbers), seen.parts("a number".to_owned()), seen.known)
    }

    fn money(&mut self, sheet: &Sheet, rule: &ColumnRule, currencies: &mut Vec<String>) -> Outcome {
        let (mut numbers, mut own) = (NumberColumn::default(), Vec::with_capacity(self.cells.rows.len()));
        let stated = match sheet.heading(self.cells.column0).statement.unit() {
            Ok(stated) => stated,
            Err(why) => {
                self.unread(&why, "its amounts are not read", Some("kEUR per year"));
                self.cells.iter().for_each(|_| numbers.push(None));
                own.resize(self.cells.rows.len(), 0);
                return self.outcome(Values::Amounts { numbers, currencies: own }, Vec::new(), 0);
            }
        };
        let mut units_of = RowUnits::of(sheet, rule, self.cells.column0);
        let by_row = self.currency_column(sheet, rule);
        let (mut used, mut seen, mut others, mut disagreeing): (Vec<&str>, Quantities, Vec<u32>, Vec<u32>) =
            Default::default();
        for (function, (row0, cell)) in self.cells.iter().enumerate() {
            let beside = by_row.as_ref().and_then(|(_, units)| units[function]);
            let of_row = beside.map_or(Some(stated), |beside| stated.with(beside));
            let mut amount = self.amount(row0, cell, of_row.unwrap_or(stated), &mut units_of);
            if amount.as_ref().is_some_and(|(amount, _)| disagree(stated, beside, of_row, amount)) {
                disagreeing.push(row0);
                amount = None;
            }
            seen.add(amount.as_ref().map(|(amount, _)| amount));
            let unit = amount.as_ref().map_or(stated, |(_, unit)| *unit);
            seen.by_row_unit += usize::from(
                matches!(&amount, Some((own, _)) if !own.has_magnitude && (unit.all() - stated.all()).abs() > f64::EPSILON),
            );
            let of_row = of_row.and_then(|unit| unit.currency);
            let is_another = |own: &str| unit.currency.is_some_and(|currency| !CURRENCIES.may_be_one(own, currency));
            if amount.is_some() && of_row.is_some_and(is_another) {
                others.push(row0);
            }
            let currency = unit.currency.unwrap_or_default();
            if amount.is_some() && !used.contains(&currency) {
                used.push(currency);
            }
            own.push(currency_index(currencies, currency, amount.is_some()));
            numbers.push(amount.map(|(amount, unit)| (amount.low * unit.all(), amount.high * unit.all())));
        }
        let place = by_row.as_ref().map(|(column0, _)| format!("column {}", column_letters(*column0)));
        self.other_currencies(stated, place.as_deref(), &others);
        if let Some((column0, _)) = &by_row {
            self.disagreeing(sheet, *column0, &disagreeing);
        }
        let origin = sheet.heading(self.cells.column0).statement.origin.as_ref();
        let origin = origin.map_or(String::new(), |origin| format!(", {origin}"));
        let by_row = place.map_or(String::new(), |column| format!(", as {column} states"));
        let mut parts = seen.parts(money_reading(&used, stated) + &origin + &by_row);
        parts.extend(units_of.by_column());
        self.doubt_no_data(None);
        self.outcome(Values::Amounts { numbers, currencies: own }, parts, seen.known)
    }

    /// An amount with its unit; none where missing, unreadable, or shown in a unit that is not its column's.
    fn amount(
        &mut self,
        row0: u32,
        cell: Cell,
        stated: NumberUnit,
        units_of: &mut RowUnits,
    ) -> Option<(Quantity, NumberUnit)> {
        let amount = self.quantity(row0, cell, Beside::Currency)?;
        if amount.low < 0.0 && amount.low.is_finite() {
            let message = format!("`{}` is negative, and lowers the totals", self.shown(row0));
            self.problems.push(Problem::note(Code::NegativeAmount, self.place_of(row0), message));
        }
        let unit = units_of.unit(row0, cell).and_then(|own| {
            stated.with(own).ok_or_else(|| "it is said to be in another unit than its column".to_owned())
        });
        let unit = match unit {
            Ok(unit) => unit,
            Err(why) => {
                self.unlike(row0, &why);
                return None;
            }
        };
        let currency = unit.currency_with(amount.currency);
        // The header's thousands are not meant where the cell has its own.
        let factor = if amount.has_magnitude { 1.0 } else { unit.factor };
        Some((amount, NumberUnit { currency, factor, ..unit }))
    }

    /// The currency of each function, and a power of ten with it, where a column of its own holds it; what is no currency there
    /// is said.
    fn currency_column(&mut self, sheet: &Sheet, rule: &ColumnRule) -> Option<(u16, Vec<Option<NumberUnit>>)> {
        let role = sheet.rulebook.roles.currency?;
        let mut all = (0..).zip(sheet.headings).filter(|(_, heading)| heading.attribute == Some(role));
        // One alone is meant for all amounts, wherever it stands.
        let column0 = match (all.next()?.0, all.next()) {
            (only, None) => only,
            (first, Some(_)) => units::beside(sheet, Some(role), self.cells.column0).unwrap_or(first),
        };
        let mut unknown: Option<(u32, String)> = None;
        let currencies = sheet.cells(column0).iter().map(|(row0, cell)| {
            let Cell::Text(id) = cell else { return None };
            let text = sheet.table.text(id).trim();
            let plain = beside(text).map(|currency| NumberUnit { currency: Some(currency), ..NumberUnit::default() });
            let unit = || of_unit(text, rule, self.reading).ok().filter(|unit| unit.currency.is_some());
            let currency = plain.or_else(unit);
            if currency.is_none() && !self.reading.is_no_data(text) {
                unknown.get_or_insert_with(|| (row0, text.to_owned()));
            }
            currency
        });
        let currencies = currencies.collect();
        if let Some((row0, text)) = unknown {
            let place = sheet.table.place_of(row0, column0);
            let message = format!("expected a currency, found `{text}`; the amounts beside such texts are in none");
            self.problems.push(
                Problem::warning(Code::UnclearUnit, place, message).help("give the code of a currency, such as `EUR`"),
            );
        }
        Some((column0, currencies))
    }

    /// Says that cells are in another currency than their column, or a column beside it, says.
    fn other_currencies(&mut self, stated: NumberUnit, beside: Option<&str>, others: &[u32]) {
        let Some(first) = others.first() else { return };
        let said = match (beside, stated.currency) {
            (Some(column), _) => format!("is said to be in the currencies of {column}"),
            (None, Some(currency)) => format!("is said to be in {currency}"),
            (None, None) => return,
        };
        let cells = match others.len() {
            1 => "1 cell is".to_owned(),
            many => format!("{} cells are", numbers::grouped(many as u64)),
        };
        let message =
            format!("{said}, and {cells} in another, such as `{}`; each counts as its cell says", self.shown(*first));
        let problem = Problem::warning(Code::ConflictingStatements, self.place.clone(), message);
        self.problems.push(problem.help("make the header and the cells agree"));
    }

    /// Says that the column of currencies states others than the header, so that nobody knows which are meant.
    fn disagreeing(&mut self, sheet: &Sheet, column0: u16, rows: &[u32]) {
        let Some(first) = rows.first() else { return };
        let (cells, count) = match rows.len() {
            1 => ("1 cell".to_owned(), "it counts as missing"),
            many => (format!("{} cells", numbers::grouped(many as u64)), "they count as missing"),
        };
        let shown = sheet.table.shown(sheet.table.value(*first, column0));
        let message = format!(
            "its header says otherwise than column {} beside {cells}, such as `{}`; {count}",
            column_letters(column0),
            shown.trim()
        );
        let problem = Problem::warning(Code::ConflictingStatements, self.place.clone(), message);
        self.problems.push(problem.help("make the header and the column of currencies agree"));
    }

    /// Says why none of the column's numbers is read.
    fn unread(&mut self, why: &str, what: &str, example: Option<&str>) {
        let name = self.typed.clone();
        let message = format!("{why}, so {what}; they count as missing");
        let or = example
            .map_or(String::new(), |unit| format!("say what they are in, such as `--unit \"{name}={unit}\"`, or "));
        let help = format!("{or}state `--unit \"{name}=1\"` where they are meant as they stand, or mend the header");
        self.problems.push(Problem::warning(Code::UnclearUnit, self.place.clone(), message).help(help));
    }

    /// Says that a number is in a unit that is not its column's, or that nobody understands.
    pub(super) fn unlike(&mut self, row0: u32, why: &str) {
        let message = format!("is not read, because {why}; it counts as missing, found `{}`", self.shown(row0));
        let problem = Problem::warning(Code::ConflictingStatements, self.place_of(row0), message);
        self.problems.push(problem.help("write the number out in the unit of its column"));
    }
}

/// Whether a header and a column of currencies state two things of an amount that does not state its own.
fn disagree(stated: NumberUnit, beside: Option<NumberUnit>, of_row: Option<NumberUnit>, amount: &Quantity) -> bool {
    let pair = stated.currency.zip(beside.and_then(|beside| beside.currency));
    of_row.is_none() || amount.currency.is_none() && pair.is_some_and(|(own, other)| !CURRENCIES.may_be_one(own, other))
}

/// How many quantities a column holds, for the line that says how it was read.
#[derive(Default)]
struct Quantities {
    known: usize,
    ranges: usize,
    rough: usize,
    /// Those multiplied by what their number formats, or a column of units, say.
    by_row_unit: usize,
}

impl Quantities {
    fn add(&mut self, quantity: Option<&Quantity>) {
        self.known += usize::from(quantity.is_some());
        self.ranges += usize::from(quantity.is_some_and(|quantity| quantity.low < quantity.high));
        self.rough += usize::from(quantity.is_some_and(|quantity| quantity.is_rough));
    }

    fn parts(&self, what: String) -> Vec<String> {
        let mut parts = vec![what];
        match self.ranges {
            0 => {}
            1 => parts.push("1 range, whose bounds are kept but not added up".to_owned()),
            many => {
                let many = numbers::grouped(many as u64);
                parts.push(format!("{many} ranges, whose bounds are kept but not added up"));
            }
        }
        if self.by_row_unit > 0 {
            let many = numbers::grouped(self.by_row_unit as u64);
            parts.push(format!("{many} multiplied by what their rows say of the unit"));
        }
        if self.rough > 0 {
            parts.push(format!("{} approximate", numbers::grouped(self.rough as u64)));
        }
        parts
    }
}

/// How a column of amounts was read.
fn money_reading(used: &[&str], stated: NumberUnit) -> String {
    let named: Vec<&str> = used.iter().copied().filter(|currency| !currency.is_empty()).collect();
    let unit = match (used, named.join(" and in ")) {
        ([], _) => "an amount".to_owned(),
        ([""], _) => "an amount, its currency not stated".to_owned(),
        (all, currencies) if all.len() == named.len() => format!("an amount in {currencies}"),
        (_, currencies) => format!("an amount in {currencies}, or in a currency not stated"),
    };
    let factor = match stated.factor {
        factor if factor > 1.0 => format!(", multiplied by {}", numbers::grouped(factor as u64)),
        _ => String::new(),
    };
    let times = match stated.times.unwrap_or(1.0) {
        times if times > 1.0 => format!(", {} times the number as stated", (times * 100.0).round() / 100.0),
        times if times < 1.0 => format!(", divided by {} as stated", (1.0 / times * 100.0).round() / 100.0),
        _ => String::new(),
    };
    unit + &factor + &times
}

/// The position of a currency in the inventory's list, added where it is new and in use.
fn currency_index(currencies: &mut Vec<String>, currency: &str, in_use: bool) -> u8 {
    if let Some(known) = currencies.iter().position(|c| c == currency) {
        return known as u8;
    }
    if !in_use || currencies.len() >= usize::from(u8::MAX) {
        return 0;
    }
    currencies.push(currency.to_owned());
    (currencies.len() - 1) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_amounts_were_read_names_their_currencies() {
        for (used, factor, expected) in [
            (&[][..], 1.0, "an amount"),
            (&[""], 1_000.0, "an amount, its currency not stated, multiplied by 1,000"),
            (&["EUR"], 1.0, "an amount in EUR"),
            (&["EUR", "USD"], 1_000_000.0, "an amount in EUR and in USD, multiplied by 1,000,000"),
            (&["", "EUR"], 1.0, "an amount in EUR, or in a currency not stated"),
        ] {
            assert_eq!(money_reading(used, NumberUnit { factor, ..NumberUnit::default() }), expected);
        }
    }

    #[test]
    fn a_currency_is_listed_once_it_is_in_use() {
        let mut list = Vec::new();
        let found = [("EUR", false), ("EUR", true), ("USD", true), ("EUR", false), ("GBP", false)]
            .map(|(currency, in_use)| currency_index(&mut list, currency, in_use));
        assert_eq!((found, list), ([0, 0, 1, 0, 0], vec!["EUR".to_owned(), "USD".to_owned()]));
    }

    #[test]
    fn ranges_and_rough_numbers_are_counted() {
        let exact = || Quantity::exactly(1.0);
        let mut seen = Quantities::default();
        seen.add(None);
        seen.add(Some(&exact()));
        assert_eq!((seen.known, seen.parts("a number".to_owned())), (1, vec!["a number".to_owned()]));
        seen.add(Some(&Quantity { high: 2.0, ..exact() }));
        let one = "1 range, whose bounds are kept but not added up";
        assert_eq!(seen.parts(String::new())[1..], [one]);
        seen.add(Some(&Quantity { high: 2.0, is_rough: true, ..exact() }));
        let two = "2 ranges, whose bounds are kept but not added up";
        assert_eq!(
            (seen.known, &seen.parts(String::new())[1..]),
            (3, &[two.to_owned(), "1 approximate".to_owned()][..])
        );
    }
}
