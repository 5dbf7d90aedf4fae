//! One thing that stands in several rows: a row for each month, or for what was and what was planned. Rows of earlier years are
//! told in `years`, and rows that are parents of others in `parents`.
//!
//! What would count twice is left out, and said once with the option that takes it instead. Rows that merely share a name are
//! kept: what is one function and what two is not for a program to say.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use super::find::is_column;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout};
use crate::inventory::known::{BusinessFunction, Excluded, Exclusion};
use crate::inventory::statements::is_year;
use crate::problem::{Problem, Spot};
use crate::rulebook::text::{WordSet, header_words, words};
use crate::rulebook::{Reading, Rulebook};
use crate::table::{Cell, Table};

/// Functions as they stand in their table.
pub(super) struct Several<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) table: &'a Table,
    pub(super) layout: &'a Layout,
    pub(super) functions: &'a [BusinessFunction],
    /// The rows of each function, once they were asked for.
    groupings: OnceCell<Vec<Grouped>>,
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

/// Rows in groups of which each is one function, if it is.
pub(super) struct Grouped {
    /// The rows of each that has several, in order.
    pub(super) rows: Vec<Vec<u32>>,
    /// How many have one row.
    pub(super) alone: usize,
    /// Whether an id tells them, and not their names.
    pub(super) is_by_id: bool,
}

impl Grouped {
    /// Whether most of them have several rows.
    pub(super) fn are_most_repeated(&self) -> bool {
        !self.rows.is_empty() && self.rows.len() >= self.alone
    }

    pub(super) fn of(groups: impl Iterator<Item = Vec<u32>>, alone: usize, is_by_id: bool) -> Grouped {
        let (mut rows, others): (Vec<Vec<u32>>, Vec<_>) = groups.partition(|rows| rows.len() > 1);
        rows.sort_unstable();
        Grouped { rows, alone: alone + others.len(), is_by_id }
    }
}

impl<'a> Several<'a> {
    pub(super) fn of(
        rulebook: &'a Rulebook,
        table: &'a Table,
        layout: &'a Layout,
        functions: &'a [BusinessFunction],
    ) -> Several<'a> {
        Several { rulebook, table, layout, functions, groupings: OnceCell::new() }
    }
}

impl Several<'_> {
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
        if !self.are_names_repeated() {
            return None;
        }
        let reading = &self.rulebook.reading;
        let is_figure = |word: &String| word.bytes().all(|b| b.is_ascii_digit()) || reading.years.contains(word);
        let said = |row0: u32, column0: u16, list: &WordSet<String>| {
            let words = words(&self.shown(row0, column0));
            words.iter().any(|word| list.contains(word))
                && words.iter().all(|word| list.contains(word) || is_figure(word))
        };
        let is_actual = |row0: u32, column0: u16| said(row0, column0, &reading.actual);
        let is_planned = |row0: u32, column0: u16| said(row0, column0, &reading.planned);
        let column0 = self.free_columns().into_iter().find(|column0| {
            let rows = || self.functions.iter().map(|function| function.row0);
            rows().all(|row0| is_actual(row0, *column0) || is_planned(row0, *column0))
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
        let heading = self.heading(column0);
        let place = self.table.place.at(Spot::Column { column0 }).under(heading.header.as_str());
        let (typed, first) = (heading.typed(column0), &kinds[0]);
        let help = format!("take the rows of one of them: `--where \"{typed}={first}\"`");
        Some(Problem::error(Code::NoInventory, place, message).help(help))
    }

    /// The problem of functions with a row for each of several months or the like: what a year comes to no row says.
    pub(super) fn within_years(&self) -> Option<Problem> {
        let mut groupings = self.groupings().iter().filter(|grouped| grouped.are_most_repeated());
        let column0 = groupings.find_map(|grouped| {
            self.free_columns().into_iter().find(|column0| self.tells_periods(*column0, grouped))
        })?;
        let name = self.heading(self.layout.name_column);
        let (first, last) = (self.functions.first()?.row0, self.functions.last()?.row0);
        let message = format!(
            "the functions have a row for each of several periods, such as `{}` and `{}`, and none for a year",
            self.shown(first, column0),
            self.shown(last, column0)
        );
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        Some(Problem::error(Code::NoInventory, place, message).help(one_row_each(&name.header)))
    }

    /// Whether a header is what a part of a year is called: `Month`.
    pub(super) fn names_periods(&self, column0: u16) -> bool {
        let header = header_words(self.heading(column0).said());
        self.rulebook.reading.periods.called(&header).is_some_and(|period| period.times_a_year > 1.0)
    }

    /// Whether a column says which month or the like a row is of.
    fn tells_periods(&self, column0: u16, grouped: &Grouped) -> bool {
        // Few functions may stand twice in one period by mistake.
        const FEW: usize = 10;
        let reading = &self.rulebook.reading;
        let is_named = self.names_periods(column0);
        let is_period = |row0: u32| match self.table.value(row0, column0) {
            Cell::Text(id) => names_period(self.table.text(id), reading),
            Cell::Date { .. } => true,
            _ => false,
        };
        let value = |row0: &u32| key(self.table.value(*row0, column0));
        let values: HashSet<_> = self.functions.iter().map(|function| value(&function.row0)).collect();
        let (mut again, mut still, mut within) = (0, 0, 0);
        for rows in &grouped.rows {
            let values = rows.iter().map(value).collect::<HashSet<_>>().len();
            (again, still, within) = (again + 1, still + usize::from(values == 1), within + rows.len() - values);
        }
        let changes = still * FEW <= again && (!grouped.is_by_id || within * FEW <= self.functions.len());
        // Days that hardly come again say something of the functions themselves.
        let come_again = values.len() * 2 <= self.functions.len() || grouped.rows.len() + grouped.alone == 1;
        let are_periods = || come_again && self.functions.iter().all(|function| is_period(function.row0));
        !values.contains(&None) && changes && (is_named || are_periods())
    }

    /// Whether most names stand in several rows.
    fn are_names_repeated(&self) -> bool {
        self.groupings().iter().any(|grouped| !grouped.is_by_id && grouped.are_most_repeated())
    }

    /// The columns that no attribute goes by.
    pub(super) fn free_columns(&self) -> Vec<u16> {
        let free = (0..).zip(&self.layout.columns).filter(|(_, heading)| heading.attribute.is_none());
        free.map(|(column0, _)| column0).collect()
    }

    /// The columns that no attribute goes by, but those that are stated to be none.
    pub(super) fn columns_in_question(&self) -> Vec<u16> {
        self.free_columns().into_iter().filter(|column0| !self.is_left_out(*column0)).collect()
    }

    /// Whether a column is stated to be none: `--map "Wave=none"`.
    pub(super) fn is_left_out(&self, column0: u16) -> bool {
        let stated = &self.rulebook.reading.columns;
        let lines = &self.heading(column0).lines;
        stated.iter().any(|s| s.attribute.is_none() && is_column(&s.column, self.table, lines, column0))
    }

    /// The rows of each function: by the ids, where these come again, and by the names.
    pub(super) fn groupings(&self) -> &[Grouped] {
        self.groupings.get_or_init(|| self.all_groupings())
    }

    fn all_groupings(&self) -> Vec<Grouped> {
        let roles = &self.rulebook.roles;
        // The same name in two plants is two functions.
        let also = [roles.department, self.rulebook.attribute_named("location")];
        let also = also.into_iter().filter_map(|role| self.layout.column_of(role));
        let by_name = self.grouped(&std::iter::once(self.layout.name_column).chain(also).collect::<Vec<u16>>());
        let by_id = self.layout.column_of(roles.id).map(|id| Grouped { is_by_id: true, ..self.grouped(&[id]) });
        let by_id = by_id.filter(|grouped| !grouped.rows.is_empty());
        by_id.into_iter().chain([by_name]).collect()
    }

    /// The rows that hold the same in some columns; one that holds nothing there is alone.
    pub(super) fn grouped(&self, columns: &[u16]) -> Grouped {
        let keys =
            |row0: u32| -> Vec<_> { columns.iter().map(|column0| key(self.table.value(row0, *column0))).collect() };
        // Most rows are alone, and need no place among the groups.
        let hashes = RandomState::new();
        let hash = |row0: u32| {
            let mut hasher = hashes.build_hasher();
            for column0 in columns {
                key(self.table.value(row0, *column0)).hash(&mut hasher);
            }
            hasher.finish()
        };
        let (mut seen, mut again) = (HashSet::new(), HashSet::new());
        for hash in self.functions.iter().map(|function| hash(function.row0)) {
            if !seen.insert(hash) {
                again.insert(hash);
            }
        }
        drop(seen);
        let (mut groups, mut alone): (HashMap<Vec<_>, Vec<u32>>, usize) = (HashMap::new(), 0);
        for row0 in self.functions.iter().map(|function| function.row0) {
            let is_told = !again.is_empty() && again.contains(&hash(row0));
            match is_told.then(|| keys(row0)).filter(|keys| keys[0].is_some()) {
                Some(keys) => groups.entry(keys).or_default().push(row0),
                None => alone += 1,
            }
        }
        Grouped::of(groups.into_values(), alone, false)
    }
}

/// What helps where functions have several rows of what is no year's.
pub(super) fn one_row_each(name: &str) -> String {
    format!(
        "give each function one row with what a year comes to, such as by a pivot table with `{name}` in its rows, and \
         the other values beside it"
    )
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
pub(super) fn year_of(text: &str, reading: &Reading) -> Option<u32> {
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
