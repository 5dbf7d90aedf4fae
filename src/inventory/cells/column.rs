//! A column's cells and what reading them comes to: texts, numbers and money; levels and counts are read in files of their own.
//!
//! How a column is read is decided once, from its header and all its values, and put into words; a cell that does not
//! fit is missing, and named.

use std::collections::BTreeMap;

use super::bare::BareNumbers;
use super::dates;
use super::numbers::{self, Beside, Convention, Proofs, Unclear};
use super::providers::Providers;
use super::quantities::{self, Quantity};
use crate::codes::Code;
use crate::inventory::heading::Heading;
use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::text::{fold, words};
use crate::rulebook::{DecimalMark, Kind, Points, Reading, Rulebook, Steps};
use crate::table::{Cell, Date, Table, text_index};

/// How texts are read.
pub const AS_IT_STANDS: &str = "as it stands";

/// The values of an attribute, one for each function.
#[derive(Debug, Default)]
pub(crate) enum Values {
    /// Texts, which stay in the table; or an attribute without a column.
    #[default]
    None,
    /// Levels.
    Levels(Vec<Option<Points>>),
    /// Days.
    Dates(Vec<Option<Date>>),
    /// Numbers.
    Numbers(NumberColumn),
    /// Amounts of money.
    Amounts {
        /// The amounts.
        numbers: NumberColumn,
        /// The currency of each, by its position in the inventory's list.
        currencies: Vec<u8>,
    },
}

impl Values {
    /// The day of a function; none where missing.
    pub(crate) fn day(&self, function: usize) -> Option<Date> {
        if let Values::Dates(days) = self { days[function] } else { None }
    }

    /// The level of a function; none where missing.
    pub(crate) fn level(&self, function: usize) -> Option<Points> {
        if let Values::Levels(levels) = self { levels[function] } else { None }
    }

    /// Its numbers or amounts; none where it has other values.
    pub(crate) fn numbers(&self) -> Option<&NumberColumn> {
        match self {
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => Some(numbers),
            Values::None | Values::Levels(_) | Values::Dates(_) => None,
        }
    }

    /// Takes the value of a function away.
    pub(crate) fn forget(&mut self, function: usize) {
        match self {
            Values::None => {}
            Values::Levels(levels) => levels[function] = None,
            Values::Dates(days) => days[function] = None,
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => {
                numbers.numbers[function] = f64::NAN;
                numbers.ranges.remove(&function);
            }
        }
    }
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The amount.
    pub value: f64,
    /// Its currency, by its position in [`crate::inventory::Inventory::currencies`].
    pub currency: usize,
}

/// Numbers, some missing, and a few ranges. No number is kept as a NaN, which no cell can hold.
#[derive(Debug, Default)]
pub(crate) struct NumberColumn {
    numbers: Vec<f64>,
    /// The ends of ranges, by function.
    ranges: BTreeMap<usize, (f64, f64)>,
}

impl NumberColumn {
    /// A number; none where missing, or a range.
    pub(crate) fn get(&self, function: usize) -> Option<f64> {
        Some(self.numbers[function]).filter(|number| !number.is_nan())
    }

    /// The least and the most that a value can be; none where missing.
    pub(crate) fn bounds(&self, function: usize) -> Option<(f64, f64)> {
        let number = self.get(function).map(|number| (number, number));
        number.or_else(|| self.ranges.get(&function).copied())
    }

    pub(super) fn push(&mut self, bounds: Option<(f64, f64)>) {
        let (low, high) = bounds.unwrap_or((f64::NAN, f64::NAN));
        if low < high {
            self.ranges.insert(self.numbers.len(), (low, high));
        }
        self.numbers.push(if low < high { f64::NAN } else { low });
    }
}

/// A column of a table, in the rows that are functions.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ColumnCells<'a> {
    /// The table.
    pub table: &'a Table,
    /// The column.
    pub column0: u16,
    /// The rows.
    pub rows: &'a [u32],
}

impl<'a> ColumnCells<'a> {
    pub(super) fn iter(self) -> impl Iterator<Item = (u32, Cell)> + use<'a> {
        self.rows.iter().map(move |row0| (*row0, self.table.value(*row0, self.column0)))
    }

    /// Whether all that stands here are numbers, and most of them prices or shares: as many decimals each, one or two of them, behind a comma.
    /// Neither a list of numbers nor a version is written so.
    pub(super) fn are_prices_with_commas(self, reading: &Reading) -> bool {
        const LEAST: usize = 2;
        let (mut filled, mut decimals) = (0, Vec::new());
        for (_, cell) in self.iter() {
            let text = match cell {
                Cell::Empty => continue,
                Cell::Number { value, .. } if value.fract() == 0.0 => "",
                Cell::Text(id) => self.table.text(id).trim(),
                _ => return false,
            };
            let parse = |beside| numbers::parse(text, reading, Convention::DecimalComma, beside);
            if !text.is_empty() && [Beside::Currency, Beside::Percent].into_iter().all(|beside| parse(beside).is_err())
            {
                return false;
            }
            filled += 1;
            let behind = text.split_once(',').map(|(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
            decimals.extend(behind);
        }
        let are_alike = decimals.first().is_some_and(|first| *first < 3 && decimals.iter().all(|own| own == first));
        decimals.len() >= LEAST && are_alike && decimals.len() * 2 >= filled
    }
}

/// The sheet that columns are read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sheet<'a> {
    /// The rules to read by.
    pub rulebook: &'a Rulebook,
    /// The table.
    pub table: &'a Table,
    /// What each column was taken for.
    pub headings: &'a [Heading],
    /// The rows that are functions.
    pub rows: &'a [u32],
    /// The convention that the numbers of the whole table prove.
    pub convention: Convention,
    /// Those that its sheets prove, each by itself; empty where all of them have the same columns.
    pub of_parts: &'a [Convention],
}

impl<'a> Sheet<'a> {
    pub(crate) fn heading(&self, column0: u16) -> &'a Heading {
        &self.headings[usize::from(column0)]
    }

    pub(super) fn cells(&self, column0: u16) -> ColumnCells<'a> {
        ColumnCells { table: self.table, column0, rows: self.rows }
    }

    /// Whether a point marks decimals in a column, whatever number it stands in.
    pub(super) fn marks_points(&self, column0: u16) -> bool {
        convention(self, column0, proofs(&self.cells(column0)).convention()) == Convention::DecimalPoint
    }

    /// How columns of periods are put together, or that the only one holds a plan, for readers.
    pub(super) fn series(&self, columns: &[u16]) -> Option<String> {
        let planned = &self.rulebook.reading.planned;
        let is_planned =
            |column0: &&u16| words(&self.heading(**column0).lines).iter().any(|word| planned.contains(word));
        let plans = columns.iter().filter(is_planned).count();
        let also = match (columns.len(), plans) {
            (1, 0) => return None,
            (1, _) => return Some("a plan".to_owned()),
            (_, 0) => "",
            (all, plans) if plans == all => ", all of them plans",
            _ => ", what was before what is planned",
        };
        Some(format!("one of {} periods, of which the latest known counts{also}", columns.len()))
    }

    pub(super) fn place(&self, column0: u16) -> Place {
        // Rows of one sheet alone among several have its place, and its columns.
        let parts = [self.rows.first(), self.rows.last()].map(|row0| row0.and_then(|row0| self.table.part_of(*row0)));
        let place = match parts {
            [Some(first), Some(last)] if first.first_row0 == last.first_row0 => {
                let column0 = first.own_column(column0).unwrap_or(column0);
                let place = Place { sheet: Some(first.sheet.clone()), ..self.table.place.clone() };
                place.at(Spot::Column { column0 })
            }
            _ => self.table.place.at(Spot::Column { column0 }),
        };
        place.under(self.heading(column0).header.as_str())
    }
}

/// How values were read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Way {
    /// Whether columns were added up, so that the one that a value comes from is only the largest of them.
    pub is_sum: bool,
    /// The scale that levels were read from.
    pub steps: Steps,
}

/// What reading the columns of an attribute came to.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The values.
    pub values: Values,
    /// How each column was read.
    pub columns: Vec<ColumnRead>,
    /// The column that each function's value comes from; empty where it is always the first.
    pub from: Vec<u16>,
    /// The year's counts that functions' values came to, where they are other numbers than their cells show.
    pub years: Option<NumberColumn>,
    /// The ways in which they were read: several where sheets with columns of their own were put together.
    pub ways: Vec<Way>,
    /// That of each function, by its position; empty where it is always the first.
    pub way_of: Vec<u16>,
    /// What a bare number means, where that is the same in every row.
    pub bare: Option<BareNumbers>,
}

impl Outcome {
    /// The first way in which values were read.
    pub(crate) fn way(&self) -> Way {
        self.ways.first().copied().unwrap_or_default()
    }
}

/// How a column was read.
#[derive(Debug)]
pub(crate) struct ColumnRead {
    /// The same, for readers.
    pub reading: String,
    /// How many functions have a value in it.
    pub known: usize,
    /// Whether a number of it was read on the scale that was stated for it.
    pub is_on_stated_scale: bool,
}

/// What the numbers of a column prove, each text once.
pub(super) fn proofs(cells: &ColumnCells) -> Proofs {
    // A fraction that delimited text holds was written with a point; a workbook's numbers are not written at all.
    let is_delimited = !cells.table.dialect.is_empty();
    let mut seen = vec![false; cells.table.text_count()];
    let mut proofs = Proofs::default();
    for (_, cell) in cells.iter() {
        match cell {
            Cell::Text(id) if !std::mem::replace(&mut seen[text_index(id)], true) => proofs.add(cells.table.text(id)),
            Cell::Number { value, .. } => proofs.decimal.point |= is_delimited && value.fract() != 0.0,
            _ => {}
        }
    }
    proofs
}

/// The convention of a column: as stated, as its own numbers prove, else as those of the whole table do.
fn convention(sheet: &Sheet, column0: u16, own: Convention) -> Convention {
    let heading = sheet.heading(column0);
    let reading = &sheet.rulebook.reading;
    match (reading.decimal_mark, own) {
        (Some(mark), _) => mark.into(),
        (None, Convention::Unproven) if has_no_thousandths(sheet, heading) => match sheet.convention {
            Convention::Unproven | Convention::DecimalPoint => Convention::CommaThousands,
            Convention::DecimalComma => Convention::PointThousands,
            other => other,
        },
        (None, Convention::Unproven) => sheet.convention,
        (None, own) => own,
    }
}

/// Whether a column holds whole things or money, and not millions of them: nobody writes thousandths of these.
fn has_no_thousandths(sheet: &Sheet, heading: &Heading) -> bool {
    let Some(rule) = heading.attribute.and_then(|id| sheet.rulebook.attribute(id).rule()) else { return false };
    let is_whole = matches!(rule.kind, Kind::Money) || rule.kind.is_count();
    is_whole && heading.statement.factors.is_empty()
}

/// What several proofs come to.
pub(super) fn together(proofs: impl Iterator<Item = Convention>) -> Convention {
    let mut proven = Convention::Unproven;
    for proof in proofs.filter(|proof| *proof != Convention::Unproven) {
        if proven != Convention::Unproven && proof != proven {
            return Convention::Conflicting;
        }
        proven = proof;
    }
    proven
}

/// What a cell should have held, in words.
#[derive(Clone, Copy)]
pub(super) enum Expected<'e> {
    Number(&'e str),
    Level(&'e str),
    Date,
}

/// Reads one column.
pub(super) struct Reader<'a> {
    pub(super) cells: ColumnCells<'a>,
    pub(super) place: Place,
    /// How an option names the column.
    pub(super) typed: String,
    pub(super) reading: &'a Reading,
    pub(super) convention: Convention,
    /// What the column's own numbers prove.
    own: Proofs,
    /// Whether other columns prove what its own numbers leave open.
    is_proven: bool,
    /// In a column of providers what is no name of one.
    pub(super) providers: Option<Providers<'a>>,
    /// The rows of the texts that are one number by one convention, and another by the other.
    pub(super) doubtful: Vec<u32>,
    pub(super) problems: &'a mut Problems,
}

impl<'a> Reader<'a> {
    pub(super) fn of(sheet: &Sheet<'a>, column0: u16, problems: &'a mut Problems) -> Reader<'a> {
        let cells = sheet.cells(column0);
        let reading = &sheet.rulebook.reading;
        let own = proofs(&cells);
        let convention = convention(sheet, column0, own.convention());
        Reader {
            cells,
            place: sheet.place(column0),
            typed: sheet.heading(column0).typed(column0),
            reading,
            convention,
            own,
            is_proven: sheet.convention != Convention::Unproven,
            providers: None,
            doubtful: Vec::new(),
            problems,
        }
    }

    pub(super) fn texts(&mut self) -> Outcome {
        let known = self.cells.iter().filter(|(_, cell)| self.is_text_known(*cell)).count();
        self.outcome(Values::None, vec![AS_IT_STANDS.to_owned()], known)
    }

    pub(super) fn is_text_known(&self, cell: Cell) -> bool {
        match cell {
            Cell::Empty | Cell::Error(_) => false,
            Cell::Text(id) => {
                let text = self.cells.table.text(id).trim();
                !text.is_empty() && !self.reading.is_no_data(text)
            }
            _ => true,
        }
    }

    /// A number or a range with what stands beside it; none where missing or unreadable.
    pub(super) fn quantity(&mut self, row0: u32, cell: Cell, allowed: Beside) -> Option<Quantity> {
        let text = match cell {
            Cell::Empty => return None,
            Cell::Number { value, .. } if value.abs() <= numbers::LARGEST => return Some(Quantity::exactly(value)),
            Cell::Text(id) => self.cells.table.text(id),
            Cell::Number { .. } | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => {
                self.unreadable(row0, Expected::Number("a number"));
                return None;
            }
        };
        match quantities::parse(text, self.reading, self.convention, allowed) {
            Ok(quantity) => return Some(quantity),
            Err(Unclear::Ambiguous) => self.doubtful.push(row0),
            Err(Unclear::NotANumber) => {
                let folded = fold(text);
                if !folded.is_empty() && !self.reading.no_data.contains(&folded) {
                    self.unreadable(row0, Expected::Number("a number"));
                }
            }
        }
        None
    }

    /// What the only column of an attribute came to.
    pub(super) fn outcome(&mut self, values: Values, parts: Vec<String>, known: usize) -> Outcome {
        let reading = self.finished(parts);
        let column = ColumnRead { reading, known, is_on_stated_scale: false };
        Outcome { values, columns: vec![column], ..Outcome::default() }
    }

    /// The line that says how the column was read; what was doubtful in it is reported.
    pub(super) fn finished(&mut self, mut parts: Vec<String>) -> String {
        self.report_doubtful();
        if parts.is_empty() {
            parts.push("no value was read".to_owned());
        } else {
            parts.extend(self.mark_as_stated());
        }
        parts.join("; ")
    }

    /// That a stated decimal mark, or what the column holds, decided what its numbers are, where it did.
    fn mark_as_stated(&self) -> Option<String> {
        let Some(mark) = self.reading.decimal_mark else {
            return match self.convention {
                Convention::CommaThousands if self.own.doubtful.comma && !self.is_proven => {
                    Some("commas taken to part thousands".to_owned())
                }
                _ => None,
            };
        };
        let (marks, others) = match mark {
            DecimalMark::Comma => ("decimal commas as stated", "points"),
            DecimalMark::Point => ("decimal points as stated", "commas"),
        };
        let is_contradicted = ![Convention::Unproven, mark.into()].contains(&self.own.convention());
        self.own.is_doubtful().then(|| {
            if is_contradicted { format!("{marks}, though other cells have {others}") } else { marks.to_owned() }
        })
    }

    fn report_doubtful(&mut self) {
        let doubtful = std::mem::take(&mut self.doubtful);
        let Some(first) = doubtful.first().map(|row0| self.shown(*row0)) else { return };
        let message = match doubtful.len() - 1 {
            0 => format!("holds `{first}`, which may be thousands or a fraction; it counts as missing"),
            more => format!(
                "holds `{first}` and {} more that may be thousands or fractions; they count as missing",
                numbers::grouped(more as u64)
            ),
        };
        let digits = numbers::first_digits(&first).unwrap_or_default();
        let (thousand, fraction) = if digits.contains('.') { ("comma", "point") } else { ("point", "comma") };
        let help = format!(
            "say which: `--decimal-mark {thousand}` where {digits} is a thousand, or `--decimal-mark {fraction}`"
        );
        self.problems.push(Problem::warning(Code::WhichDecimal, self.place.clone(), message).help(help));
    }

    pub(super) fn shown(&self, row0: u32) -> String {
        self.cells.table.shown(self.cells.table.value(row0, self.cells.column0)).trim().to_owned()
    }

    pub(super) fn place_of(&self, row0: u32) -> Place {
        let place = self.cells.table.place_of(row0, self.cells.column0);
        Place { header: self.place.header.clone(), ..place }
    }

    pub(super) fn unreadable(&mut self, row0: u32, expected: Expected) {
        let column0 = self.cells.column0;
        let cell = self.cells.table.value(row0, column0);
        let found = self.shown(row0);
        let place = self.place_of(row0);
        let (expected, code, help) = match expected {
            Expected::Number(expected) => (
                expected,
                Code::NotANumber,
                "write digits only, such as 1234.5, or list this text under `no_data` in the rulebook",
            ),
            Expected::Level(expected) => {
                (expected, Code::NotALevel, "use one of these words, or add this one to the rulebook")
            }
            Expected::Date => {
                ("a date", Code::NotADate, "write it as 2027-12-31, or list this text under `no_data` in the rulebook")
            }
        };
        let range = if let Cell::Date { serial, .. } = cell { dates::range_behind(serial) } else { None };
        let (code, help) = match (cell, range) {
            (Cell::Error(_), _) => (Code::ErrorValue, "mend the formula, or empty the cell".to_owned()),
            (_, Some(range)) => (
                code,
                format!("Excel may have turned `{range}` into a date: format the cell as text, and write it again"),
            ),
            _ => (code, help.to_owned()),
        };
        self.problems.push(Problem::warning(code, place, format!("expected {expected}, found `{found}`")).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges_are_kept_apart() {
        let mut column = NumberColumn::default();
        let bounds = [Some((2.0, 2.0)), None, Some((1.0, 3.0)), Some((0.0, 0.0))];
        for bounds in bounds {
            column.push(bounds);
        }
        assert_eq!([0, 1, 2, 3].map(|at| column.get(at)), [Some(2.0), None, None, Some(0.0)]);
        assert_eq!([0, 1, 2, 3].map(|at| column.bounds(at)), bounds);
    }

    #[test]
    fn proofs_that_disagree_are_a_conflict() {
        use Convention::{Conflicting, DecimalComma, DecimalPoint, Unproven};
        for (proofs, expected) in [
            (vec![], Unproven),
            (vec![Unproven, DecimalComma, Unproven, DecimalComma], DecimalComma),
            (vec![DecimalPoint, Unproven], DecimalPoint),
            (vec![DecimalPoint, DecimalComma, DecimalPoint], Conflicting),
        ] {
            assert_eq!(together(proofs.iter().copied()), expected, "{proofs:?}");
        }
    }
}
