//! One thing that stands in several rows: a row for each year. Rows that are parents of others are told in `parents`.
//!
//! What would count twice is left out, and said once with the option that takes it instead. Rows that merely share a name are
//! kept: what is one function and what two is not for a program to say.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout};
use crate::inventory::known::{BusinessFunction, Excluded, Exclusion};
use crate::inventory::statements::is_year;
use crate::problem::{Problem, Spot};
use crate::rulebook::text::{WordSet, header_words, words};
use crate::rulebook::{AttributeId, Reading, Rulebook};
use crate::table::{Cell, Table};

/// Functions as they stand in their table.
pub(super) struct Several<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) table: &'a Table,
    pub(super) layout: &'a Layout,
    pub(super) functions: &'a [BusinessFunction],
}

/// Rows that count elsewhere, and what is to be said of it.
pub(super) struct Doubled {
    pub(super) rows: HashSet<u32>,
    pub(super) reason: Exclusion,
    pub(super) problem: Problem,
}

impl Doubled {
    /// Takes the rows from the functions, and gives what is to be said of it.
    pub(super) fn leave_out(self, functions: &mut Vec<BusinessFunction>, excluded: &mut Vec<Excluded>) -> Problem {
        functions.retain(|function| !self.rows.contains(&function.row0));
        excluded.extend(self.rows.iter().map(|row0| Excluded { row0: *row0, reason: self.reason }));
        excluded.sort_by_key(|row| row.row0);
        self.problem
    }
}

/// What a cell says, to be compared: the same text is the same.
pub(super) fn key(cell: Cell) -> Option<(u8, u64)> {
    match cell {
        Cell::Text(id) => Some((0, crate::table::text_index(id) as u64)),
        Cell::Number { value, .. } => Some((1, value.to_bits())),
        Cell::Date { serial, .. } => Some((2, serial.to_bits())),
        Cell::Boolean(value) => Some((3, u64::from(value))),
        Cell::Empty | Cell::Error(_) => None,
    }
}

impl Several<'_> {
    pub(super) fn column_of(&self, role: Option<AttributeId>) -> Option<u16> {
        let id = role?;
        let column = self.layout.columns.iter().position(|heading| heading.attribute == Some(id))?;
        Some(column as u16)
    }

    pub(super) fn heading(&self, column0: u16) -> &Heading {
        &self.layout.columns[usize::from(column0)]
    }

    pub(super) fn column_headed(&self, headers: &[Vec<String>]) -> Option<u16> {
        let is_it = |heading: &Heading| headers.contains(&header_words(heading.said()));
        self.layout.columns.iter().position(is_it).map(|column| column as u16)
    }

    pub(super) fn shown(&self, row0: u32, column0: u16) -> String {
        self.table.shown(self.table.value(row0, column0)).trim().to_owned()
    }

    /// The problem of functions with a row for what was and others for what was planned: they say the same thing twice.
    pub(super) fn planned_besides(&self) -> Option<Problem> {
        let groups = self.repeated()?;
        let reading = &self.rulebook.reading;
        let is_figure = |word: &String| word.bytes().all(|b| b.is_ascii_digit()) || reading.years.contains(word);
        let said = |row0: u32, column0: u16, list: &WordSet<String>| {
            let words = words(&self.shown(row0, column0));
            words.iter().any(|word| list.contains(word))
                && words.iter().all(|word| list.contains(word) || is_figure(word))
        };
        let is_actual = |row0: u32, column0: u16| said(row0, column0, &reading.actual);
        let is_planned = |row0: u32, column0: u16| said(row0, column0, &reading.planned);
        let free = (0..).zip(&self.layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        let (column0, heading) = free.into_iter().find(|(column0, _)| {
            let rows = || self.functions.iter().map(|function| function.row0);
            rows().all(|row0| is_actual(row0, *column0) || is_planned(row0, *column0))
                && groups.iter().any(|group| group.len() > 1)
                && rows().any(|row0| is_planned(row0, *column0))
        })?;
        let mut kinds: Vec<String> = Vec::new();
        for function in self.functions {
            let shown = self.shown(function.row0, column0);
            if !kinds.contains(&shown) {
                kinds.push(shown);
            }
        }
        let shown: Vec<String> = kinds.iter().take(3).map(|kind| format!("`{kind}`")).collect();
        let message = format!("the functions have a row for each of {}, which would be added up", shown.join(", "));
        let place = self.table.place.at(Spot::Column { column0 }).under(heading.header.as_str());
        let (typed, first) = (heading.typed(column0), &kinds[0]);
        let help = format!("take the rows of one of them: `--where \"{typed}={first}\"`");
        Some(Problem::error(Code::NoInventory, place, message).help(help))
    }

    /// The problem of functions with a row for each of several months or the like: what a year comes to no row says.
    pub(super) fn within_years(&self) -> Option<Problem> {
        let groups = self.repeated()?;
        let free = (0..).zip(&self.layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        let (column0, heading) = free.into_iter().find(|(column0, _)| self.tells_periods(*column0, &groups))?;
        let name = self.heading(self.layout.name_column);
        let (first, last) = (self.functions.first()?.row0, self.functions.last()?.row0);
        let message = format!(
            "the functions have a row for each of several periods, such as `{}` and `{}`, and none for a year",
            self.shown(first, column0),
            self.shown(last, column0)
        );
        let place = self.table.place.at(Spot::Column { column0 }).under(heading.header.as_str());
        let help = format!(
            "give each function one row with what a year comes to, such as by a pivot table with `{}` in its rows, and \
             the other values beside it",
            name.header
        );
        Some(Problem::error(Code::NoInventory, place, message).help(help))
    }

    /// Whether a column says which month or the like a row is of.
    fn tells_periods(&self, column0: u16, groups: &[Vec<u32>]) -> bool {
        let reading = &self.rulebook.reading;
        let header = header_words(self.heading(column0).said());
        let is_named = reading.periods.called(&header).is_some_and(|period| period.times_a_year > 1.0);
        let is_period = |row0: u32| match self.table.value(row0, column0) {
            Cell::Text(id) => names_period(self.table.text(id), reading),
            Cell::Date { .. } => true,
            _ => false,
        };
        let value = |row0: &u32| key(self.table.value(*row0, column0));
        let values: HashSet<_> = self.functions.iter().map(|function| value(&function.row0)).collect();
        let changes = |rows: &Vec<u32>| rows.len() < 2 || rows.iter().map(value).collect::<HashSet<_>>().len() > 1;
        // Days that hardly come again say something of the functions themselves.
        let come_again = values.len() * 2 <= self.functions.len() || groups.len() == 1;
        let are_periods = || come_again && self.functions.iter().all(|function| is_period(function.row0));
        !values.contains(&None) && groups.iter().all(changes) && (is_named || are_periods())
    }

    /// The rows of each function, where most have several.
    fn repeated(&self) -> Option<Vec<Vec<u32>>> {
        let name = |function: &BusinessFunction| key(self.table.value(function.row0, self.layout.name_column));
        // Of fewer names, half may come up twice.
        if self.functions.iter().map(name).collect::<HashSet<_>>().len() * 3 > self.functions.len() * 2 {
            return None;
        }
        let roles = &self.rulebook.roles;
        // The same name in two plants is two functions.
        let also = [roles.id, roles.department, self.rulebook.attribute_named("location")];
        let by: Vec<u16> = also.into_iter().filter_map(|role| self.column_of(role)).collect();
        let mut groups: HashMap<Vec<_>, Vec<u32>> = HashMap::new();
        for function in self.functions {
            let columns = std::iter::once(&self.layout.name_column).chain(&by);
            let keys: Vec<_> = columns.map(|column0| key(self.table.value(function.row0, *column0))).collect();
            groups.entry(keys).or_default().push(function.row0);
        }
        let groups: Vec<Vec<u32>> = groups.into_values().collect();
        let repeated = groups.iter().filter(|rows| rows.len() > 1).count();
        (repeated > 0 && repeated * 2 >= groups.len()).then_some(groups)
    }

    /// The rows of earlier years, where most functions have a row for each of several years.
    pub(super) fn earlier_years(&self) -> Option<Doubled> {
        let groups = self.repeated()?;
        let free = (0..).zip(&self.layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        let (column0, years) = free.map(|(column0, _)| column0).find_map(|column0: u16| {
            let years = self.years(column0)?;
            (self.names_years(column0) || are_of_the_same_years(&groups, &years)).then_some((column0, years))
        })?;
        let mut rows = HashSet::new();
        for group in &groups {
            let mut group: Vec<(u32, u32)> = group.iter().map(|row0| (years[row0], *row0)).collect();
            group.sort_unstable();
            if group.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                return None;
            }
            group.pop();
            rows.extend(group.into_iter().map(|(_, row0)| row0));
        }
        let typed = self.heading(column0).typed(column0);
        let (count, earlier) = (rows.len(), rows.iter().min().map_or(String::new(), |row0| self.shown(*row0, column0)));
        let were = if count == 1 { "row of an earlier year was" } else { "rows of earlier years were" };
        let message = format!(
            "the functions have a row for each year; the latest of each was taken, and {count} {were} left out"
        );
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        let help = format!("to judge another year: `--where \"{typed}={earlier}\"`");
        let problem = Problem::warning(Code::SeveralYears, place, message).help(help);
        Some(Doubled { rows, reason: Exclusion::Earlier, problem })
    }

    /// Whether a header says that its column holds years: `Fiscal year`, `Berichtsjahr`.
    fn names_years(&self, column0: u16) -> bool {
        let names = &self.rulebook.reading.years;
        let is_year = |word: &String| {
            names.contains(word) || names.iter().any(|name| name.chars().count() > 3 && word.ends_with(name.as_str()))
        };
        header_words(self.heading(column0).said()).iter().any(is_year)
    }

    /// The year of each row, where a column holds nothing else.
    fn years(&self, column0: u16) -> Option<HashMap<u32, u32>> {
        let year = |row0: u32| match self.table.value(row0, column0) {
            Cell::Number { value, .. } => year_of(&value.to_string(), &self.rulebook.reading),
            Cell::Text(id) => year_of(self.table.text(id), &self.rulebook.reading),
            Cell::Empty | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => None,
        };
        self.functions.iter().map(|f| Some((f.row0, year(f.row0)?))).collect()
    }
}

/// Whether all functions, two or more, have rows of the same years: other years say something of the functions themselves.
fn are_of_the_same_years(groups: &[Vec<u32>], years: &HashMap<u32, u32>) -> bool {
    let mut sets = groups.iter().map(|rows| rows.iter().map(|row0| years[row0]).collect::<BTreeSet<u32>>());
    let first = sets.next();
    groups.len() > 1 && sets.all(|set| Some(&set) == first.as_ref())
}

/// Whether a text names a month, a quarter or a day, and nothing but a year besides.
fn names_period(text: &str, reading: &Reading) -> bool {
    let is_month = |word: &String| reading.months.contains_key(word) || reading.quarter(word).is_some();
    let is_figure = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    let words = words(text);
    let short = words.iter().filter(|word| word.len() < 3).count();
    let is_dated = (2..=3).contains(&words.len()) && short + 1 == words.len() && words.iter().all(is_figure);
    is_dated && year_of(text, reading).is_none()
        || words.iter().any(is_month) && words.iter().all(|word| is_month(word) || is_figure(word))
}

/// The last year of a text that says nothing else: `2024`, `2023-2024`, `2023/24`, `FY24`.
fn year_of(text: &str, reading: &Reading) -> Option<u32> {
    let years = &reading.years;
    let mut found: Option<u32> = None;
    for word in words(text) {
        if years.contains(&word) {
            continue;
        }
        let marked = years.iter().find_map(|name| word.strip_prefix(name.as_str()));
        let digits = marked.unwrap_or(&word);
        let number: u32 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let year = match (digits.len(), found) {
            (4, _) if is_year(f64::from(number)) => number,
            (2, Some(first)) if number == (first + 1) % 100 => first + 1,
            (2, None) if marked.is_some() => 2000 + number,
            _ => return None,
        };
        found = Some(year);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn periods_are_told_from_other_texts() {
        let reading = load_default().reading;
        for (text, expected) in [
            ("January", true),
            ("Jan 2026", true),
            ("Q1", true),
            ("März", true),
            ("2026-01", true),
            ("31.01.2026", true),
            ("2026", false),
            ("2025-2026", false),
            ("2025/26", false),
            ("FY 26", false),
            ("May day rota", false),
            ("12", false),
            ("", false),
        ] {
            assert_eq!(names_period(text, &reading), expected, "{text}");
        }
    }

    #[test]
    fn years_are_told_from_other_numbers() {
        let reading = load_default().reading;
        for (text, expected) in [
            ("2024", Some(2024)),
            ("2022-2023", Some(2023)),
            ("2023/24", Some(2024)),
            ("FY24", Some(2024)),
            ("FY 2024", Some(2024)),
            ("Jahr 2024", Some(2024)),
            ("2024 Q1", None),
            ("24", None),
            ("Payroll 2024", None),
            ("1200", None),
            ("", None),
        ] {
            assert_eq!(year_of(text, &reading), expected, "{text}");
        }
    }
}
