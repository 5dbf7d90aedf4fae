//! The rules that an annotated workbook carries: on one sheet their text as the run used it, on another the weights and
//! thresholds, which may have been changed since.
//!
//! Cells are found by the words beside them, so that rows may be inserted and sorted. How the sheets are drawn is left to the
//! report, how the file is opened to the run.

use std::collections::HashSet;
use std::ops::{Range, RangeInclusive};

use toml::de::DeTable;

use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::revised::{self, Weighed, called, set_threshold, set_weight};
use crate::rulebook::text::{fold, is_called};
use crate::rulebook::toml_tables::{Table as Toml, nearest};
use crate::rulebook::{Rulebook, Threshold, Unit, load_in};
use crate::sheets::{GOES_ON, LAST_LINE, Name, TEXT_HEADERS, THRESHOLD_HEADERS, WEIGHT_HEADERS, WINDOWS_LINE};
use crate::table::{Cell, Table};

/// What a weight may be.
pub const WEIGHT_RANGE: RangeInclusive<i32> = 0..=1_000_000;

/// Reads the rules of a workbook from its two sheets, with its texts in a language; `noticed` is what was noticed when they were read.
///
/// # Errors
/// All that is wrong with either sheet.
pub fn from_sheets(
    language: Language,
    rules: &Table,
    criteria: &Table,
    noticed: &Problems,
) -> Result<Rulebook, Vec<Problem>> {
    let lines = Lines::of(rules).map_err(|problem| vec![problem])?;
    let mut sheet = Criteria { table: criteria, noticed, problems: Vec::new() };
    let (root, mistakes) = DeTable::parse_recoverable(&lines.text);
    let mut changed = lines.text.clone();
    // Without its tables, a text does not say what the criteria are called.
    if mistakes.is_empty() {
        sheet.revise(root.get_ref(), &mut changed);
    }
    let loaded = load_in(language, &rules.place.file, &lines.text);
    let mut problems = sheet.problems;
    if let Err(mistakes) = &loaded {
        problems.extend(mistakes.iter().cloned().map(|problem| lines.located(problem)));
    }
    match loaded {
        Ok(rulebook) if problems.is_empty() && changed == lines.text => Ok(rulebook),
        Ok(_) if problems.is_empty() => load_in(language, &rules.place.file, &changed),
        _ => Err(problems),
    }
}

/// The text of a rulebook, and where it stands.
struct Lines<'t> {
    table: &'t Table,
    column0: u16,
    text: String,
    /// The row of each line.
    rows0: Vec<u32>,
}

impl Lines<'_> {
    fn of(table: &Table) -> Result<Lines<'_>, Problem> {
        let header = Columns::find(table, TEXT_HEADERS).ok_or_else(|| no_header(table, TEXT_HEADERS))?;
        let (mut text, mut rows0) = (String::new(), Vec::new());
        for row0 in header.row0 + 1..table.rows() {
            let cell = |column0| table.shown(table.cell(row0, column0));
            if text.is_empty() || text.ends_with('\n') {
                rows0.push(row0);
            }
            let line = cell(header.label0);
            // A cell may hold several lines where somebody has typed them.
            rows0.extend(line.matches('\n').map(|_| row0));
            text.push_str(&line);
            text.push_str(match cell(header.value0).as_str() {
                WINDOWS_LINE => "\r\n",
                end if GOES_ON.is(end) => "",
                end if LAST_LINE.is(end) && row0 + 1 == table.rows() => "",
                _ => "\n",
            });
        }
        Ok(Lines { table, column0: header.label0, text, rows0 })
    }

    /// A problem of the text at its cell.
    fn located(&self, problem: Problem) -> Problem {
        let row0 = match problem.place.spot {
            Spot::Text { line, .. } => self.rows0.get(line as usize - 1).or(self.rows0.last()),
            _ => None,
        };
        let spot = row0.map_or(Spot::Whole, |row0| Spot::Cell { row0: *row0, column0: self.column0 });
        Problem { place: self.table.place.at(spot), ..problem }
    }
}

/// Two columns of a sheet that belong together, and the row of their headers.
#[derive(Clone, Copy, Debug)]
struct Columns {
    row0: u32,
    label0: u16,
    value0: u16,
}

impl Columns {
    /// The first row with both headers.
    fn find(table: &Table, headers: [Name; 2]) -> Option<Columns> {
        (0..table.rows()).find_map(|row0| {
            let column = |header: Name| {
                let is_header = |column0: &u16| is_called(&table.shown(table.cell(row0, *column0)), header);
                table.filled(row0).find(is_header)
            };
            let (label0, value0) = (column(headers[0])?, column(headers[1])?);
            Some(Columns { row0, label0, value0 })
        })
    }
}

fn no_header(table: &Table, [label, value]: [Name; 2]) -> Problem {
    let message = format!("no row has the headers `{label}` and `{value}`");
    let problem = Problem::error(Code::NoHeader, table.place.clone(), message);
    problem.help("give the headers back the names that the workbook was written with")
}

/// The sheet with the weights and thresholds, and what is wrong with it.
struct Criteria<'t> {
    table: &'t Table,
    noticed: &'t Problems,
    problems: Vec<Problem>,
}

/// A number that is looked for on the sheet.
struct Wanted<'w> {
    /// What it is: a weight or a threshold.
    what: &'w str,
    range: RangeInclusive<i32>,
    /// Whether parts of 1 count; where they do not, they are per cents that somebody typed for whole numbers.
    has_parts: bool,
    help: &'w str,
}

const WEIGHT: Wanted = Wanted {
    what: "weight",
    range: WEIGHT_RANGE,
    has_parts: true,
    help: "type a number, of which three decimals count; 0 switches the criterion off",
};
const THRESHOLD: Wanted = Wanted {
    what: "threshold",
    range: Threshold::RANGE,
    has_parts: false,
    help: "type a whole number; the sheet says beside it what it does",
};

impl Criteria<'_> {
    /// Puts the weights and thresholds of the sheet into a text where they are other ones.
    fn revise(&mut self, root: &Toml, text: &mut String) {
        let [weights, thresholds] =
            [WEIGHT_HEADERS, THRESHOLD_HEADERS].map(|headers| (headers, Columns::find(self.table, headers)));
        for (headers, found) in [weights, thresholds] {
            if found.is_none() {
                self.problems.push(no_header(self.table, headers));
            }
        }
        let (weights, thresholds) = (weights.1, thresholds.1);
        // A part of the sheet ends where the other begins.
        let rows0 = |part: Columns, other: Option<Columns>| {
            let end = other.map(|other| other.row0).filter(|end| *end > part.row0);
            part.row0 + 1..end.unwrap_or(self.table.rows())
        };
        let weights = weights.map(|columns| (columns, rows0(columns, thresholds)));
        let thresholds = thresholds.map(|columns| (columns, rows0(columns, weights.as_ref().map(|(c, _)| *c))));
        if let Some((columns, rows0)) = weights {
            self.revise_weights(columns, rows0, root, text);
        }
        if let Some((columns, rows0)) = thresholds {
            let stated = revised::thresholds(root);
            // Workbooks written before there was a switch have none of that name.
            let labels: Vec<String> = rows0.clone().map(|row0| self.label(row0, columns)).collect();
            let is_there = |(threshold, name): &(Threshold, Name)| {
                threshold.unit() != Unit::Switch || labels.iter().any(|label| is_called(label, *name))
            };
            for (threshold, name) in Threshold::on_the_sheet().filter(is_there) {
                let names = name.texts().map(fold);
                let found = self.row_of(&THRESHOLD, name.text(Language::En), &names, (0, 1), columns, rows0.clone());
                let value = found.and_then(|row0| self.number(&THRESHOLD, &self.name(row0, columns), row0, columns));
                // As the formulas round it.
                let Some(value) = value.map(|value| value.round() as i64) else { continue };
                if stated[threshold] != value {
                    set_threshold(text, threshold.key(), value);
                }
            }
        }
    }

    /// What a row is called.
    fn name(&self, row0: u32, columns: Columns) -> String {
        self.table.shown(self.table.cell(row0, columns.label0))
    }

    /// The same, folded.
    fn label(&self, row0: u32, columns: Columns) -> String {
        fold(&self.name(row0, columns))
    }

    fn revise_weights(&mut self, columns: Columns, rows0: Range<u32>, root: &Toml, text: &mut String) {
        let (criteria, others) = revised::criteria(root);
        let names = || {
            criteria
                .iter()
                .map(|criterion| &criterion.name)
                .chain(others.iter().map(|(_, name)| name))
                .map(String::as_str)
        };
        let mut all = Vec::new();
        for (position, Weighed { id, name, thousandths, .. }) in criteria.iter().enumerate() {
            // Criteria of one name are told apart by their order.
            let is_same = |other: &&Weighed| fold(&other.name) == fold(name);
            let before = criteria[..position].iter().filter(is_same).count();
            let in_all = criteria.iter().filter(is_same).count();
            let called = called(id, name, names());
            let found = self.row_of(&WEIGHT, name, &called, (before, in_all), columns, rows0.clone());
            let value = found.and_then(|row0| self.number(&WEIGHT, name, row0, columns)).map(in_thousandths);
            all.push(value);
            if let Some(value) = value
                && Some(value) != *thousandths
            {
                set_weight(text, position, value);
            }
        }
        if !all.is_empty() && all.iter().all(|value| *value == Some(0)) {
            let place = self.place(columns.row0, columns.value0);
            let problem = Problem::error(Code::NoWeight, place, "no criterion decides anything: every weight is 0");
            self.problems.push(problem.help("give at least one criterion a weight above 0"));
        }
        let without: HashSet<String> = others.iter().flat_map(|(id, name)| called(id, name, names())).collect();
        let known: Vec<&str> = criteria.iter().map(|criterion| &*criterion.name).collect();
        let all = criteria.iter().map(|criterion| (&criterion.id, &criterion.name));
        let all = all.chain(others.iter().map(|(id, name)| (id, name)));
        let all: HashSet<String> = all.flat_map(|(id, name)| called(id, name, names())).collect();
        for row0 in rows0 {
            let label = self.table.shown(self.table.cell(row0, columns.label0));
            let has_weight = matches!(self.table.cell(row0, columns.value0), Cell::Number { .. });
            if has_weight && without.contains(&fold(&label)) {
                let message = format!("`{label}` moves no verdict, so that it can have no weight");
                let problem = Problem::error(Code::WrongValue, self.place(row0, columns.value0), message);
                self.problems.push(problem.help(
                    "empty the cell, or give the criterion the two poles `bpo` and `outsourcing` on the sheet of the rules",
                ));
            }
            if has_weight && !all.contains(&fold(&label)) {
                let place = self.place(row0, columns.label0);
                let problem = Problem::error(Code::UnknownName, place, format!("there is no criterion `{label}`"));
                self.problems.push(problem.help(nearest(&label, &known)));
            }
        }
    }

    /// The row of a name, given in each language: of `in_all` such rows the one that has so many `before` it.
    fn row_of(
        &mut self,
        wanted: &Wanted,
        name: &str,
        names: &[String],
        (before, in_all): (usize, usize),
        columns: Columns,
        rows0: Range<u32>,
    ) -> Option<u32> {
        let rows_of =
            |name: &String| rows0.clone().filter(|row0| self.label(*row0, columns) == *name).collect::<Vec<_>>();
        let found = names.iter().map(rows_of).find(|found| !found.is_empty()).unwrap_or_default();
        if let Some(&row0) = found.get(in_all)
            && before == 0
        {
            let place = self.place(row0, columns.label0);
            let problem = Problem::error(Code::StatedTwice, place, format!("`{name}` stands there once more"));
            self.problems.push(problem.help("delete one of the rows"));
            return None;
        }
        if found.get(before).is_none() {
            let message = format!("there is no row with the {} of `{name}`", wanted.what);
            let problem = Problem::error(Code::MissingRow, self.table.place.clone(), message);
            self.problems.push(problem.help("give the row back its name, or add one under the header"));
        }
        found.get(before).copied()
    }

    /// The number in a row, within its range.
    fn number(&mut self, wanted: &Wanted, name: &str, row0: u32, columns: Columns) -> Option<f64> {
        let cell = self.table.cell(row0, columns.value0);
        if let Cell::Number { value, .. } = cell
            && (f64::from(*wanted.range.start())..=f64::from(*wanted.range.end())).contains(&value)
            && (wanted.has_parts || value == 0.0 || value >= 1.0)
        {
            return Some(value);
        }
        let place = self.place(row0, columns.value0);
        let not_calculated = self.noticed.listed().iter().find(|problem| {
            problem.code == Code::NotCalculated
                && (&problem.place.sheet, problem.place.spot) == (&place.sheet, place.spot)
        });
        if let Some(noticed) = not_calculated {
            let message = "holds a formula without its result";
            let problem = Problem::error(Code::NotCalculated, place, message);
            self.problems.push(Problem { help: noticed.help.clone(), ..problem });
            return None;
        }
        let found = match cell {
            Cell::Empty => "nothing".to_owned(),
            Cell::Text(text) => format!("the text `{}`", self.table.text(text)),
            cell => format!("`{}`", self.table.shown(cell)),
        };
        let Wanted { what, range, help, .. } = wanted;
        let message = format!(
            "expected the {what} of `{name}` as a number from {} to {}, found {found}",
            range.start(),
            range.end()
        );
        self.problems.push(Problem::error(Code::WrongValue, place, message).help(*help));
        None
    }

    fn place(&self, row0: u32, column0: u16) -> Place {
        self.table.place.at(Spot::Cell { row0, column0 })
    }
}

/// A weight in thousandths as the formulas round it: by its decimals, halves up.
fn in_thousandths(weight: f64) -> i64 {
    // The digits that a spreadsheet shows, not those of the binary fraction: 1.0005 is a half above 1.000.
    let digits = format!("{weight}");
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let number = |digits: &str| digits.parse::<i64>().unwrap_or_default();
    let is_half = fraction.as_bytes().get(3).is_some_and(|digit| *digit >= b'5');
    number(whole) * 1000 + number(&format!("{fraction:0<3}")[..3]) + i64::from(is_half)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::table::{Manner, parse};

    #[test]
    fn a_weight_that_nobody_has_calculated_is_told_from_an_empty_one() {
        let mut noticed = Problems::default();
        let text = "Criterion,Weight\nCost,\nControl,\nNature,2\n";
        let workbook = parse(Path::new("rules.csv"), text.as_bytes(), &Manner::default(), &mut noticed);
        let table = &workbook.expect("a table").tables[0];
        noticed.push(Problem::warning(Code::NotCalculated, table.place_of(1, 1), "has no value"));
        let mut criteria = Criteria { table, noticed: &noticed, problems: Vec::new() };
        let columns = Columns { row0: 0, label0: 0, value0: 1 };
        let numbers = [1, 2, 3].map(|row0| criteria.number(&WEIGHT, "a criterion", row0, columns));
        assert_eq!(numbers, [None, None, Some(2.0)]);
        let codes: Vec<Code> = criteria.problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, [Code::NotCalculated, Code::WrongValue]);
    }

    #[test]
    fn weights_are_rounded_by_their_decimals() {
        for (weight, expected) in [
            (0.0, 0),
            (1.0, 1_000),
            (0.3, 300),
            (2.3456, 2_346),
            (1.0005, 1_001),
            (1.000_499_9, 1_000),
            (0.000_4, 0),
            (0.999_5, 1_000),
            (1e-300, 0),
            (333_333.333_499, 333_333_333),
            (1_000_000.0, 1_000_000_000),
        ] {
            assert_eq!(in_thousandths(weight), expected, "{weight}");
        }
    }
}
