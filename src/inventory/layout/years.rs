//! Rows of earlier years: of functions that have a row for each year the latest one is taken.
//!
//! A column of years alone proves nothing, since functions have years of their own: when they began, when they were reviewed.
//! Functions that come again in other years do.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::several::{Doubled, Grouped, Several, key, year_of};
use crate::codes::Code;
use crate::inventory::known::Exclusion;
use crate::problem::{Problem, Spot};
use crate::rulebook::AttributeId;
use crate::rulebook::text::header_words;
use crate::table::Cell;

/// The rows of earlier years, or what is to be said of rows that may be such.
#[derive(Default)]
pub(super) struct Earlier {
    pub(super) doubled: Option<Doubled>,
    pub(super) doubt: Option<Problem>,
}

/// How sure it is that rows with one key are one function in several years.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    No,
    Perhaps,
    Yes,
}

impl Several<'_> {
    /// The rows of earlier years, where functions have a row for each of several years.
    pub(super) fn earlier_years(&self) -> Earlier {
        let groupings = self.groupings();
        if groupings.iter().all(|grouped| grouped.rows.is_empty()) {
            return Earlier::default();
        }
        let mut doubt = None;
        for column0 in self.free_columns() {
            let Some(years) = self.years(column0) else { continue };
            for grouped in groupings {
                let parted = self.apart_in_a_year(grouped, column0, &years);
                let grouped = parted.as_ref().unwrap_or(grouped);
                match self.sureness(grouped, column0, &years) {
                    Sure::Yes => return Earlier { doubled: self.but_latest(grouped, column0, &years), doubt: None },
                    Sure::Perhaps => {
                        doubt = doubt.or_else(|| Some(self.doubt_of_years(grouped, column0, &years)));
                    }
                    Sure::No => {}
                }
            }
        }
        Earlier { doubled: None, doubt: doubt.or_else(|| self.possible_periods(groupings)) }
    }

    /// What to say of functions of which some have rows of several months or the like.
    fn possible_periods(&self, groupings: &[Grouped]) -> Option<Problem> {
        let named = self.free_columns().into_iter().filter(|column0| self.names_periods(*column0));
        named.into_iter().find_map(|column0| {
            let value = |row0: &u32| key(self.table.value(*row0, column0));
            let is_filled = self.functions.iter().all(|function| value(&function.row0).is_some());
            let are_several = |rows: &&Vec<u32>| rows.iter().any(|row0| value(row0) != value(&rows[0]));
            let of = |grouped: &Grouped| {
                let groups: Vec<&Vec<u32>> = grouped.rows.iter().filter(are_several).collect();
                let first = *groups.first()?.first()?;
                Some(self.several_of("periods", (first, groups.len()), column0))
            };
            groupings.iter().filter(|_| is_filled).find_map(of)
        })
    }

    fn sureness(&self, grouped: &Grouped, column0: u16, years: &HashMap<u32, u32>) -> Sure {
        let in_years = |rows: &Vec<u32>| rows.iter().map(|row0| years[row0]).collect::<BTreeSet<u32>>();
        let sets: Vec<BTreeSet<u32>> = grouped.rows.iter().map(in_years).collect();
        let again: usize = sets.iter().filter(|set| set.len() > 1).map(BTreeSet::len).sum();
        let within: usize = grouped.rows.iter().zip(&sets).map(|(rows, set)| rows.len() - set.len()).sum();
        // What stands as often within a year as in several is told apart by something else than the year.
        if again == 0 || within * 2 > again {
            return Sure::No;
        }
        let are_most = grouped.are_most_repeated();
        let are_few_within = within < 2 || within * 10 <= self.functions.len();
        let are_of_the_same_years = grouped.alone == 0 && sets.len() > 1 && sets.iter().all(|set| *set == sets[0]);
        let (is_headed, is_named) = (self.reads_as_year_column(column0), self.names_years(column0));
        let is_told = is_named || are_most && are_of_the_same_years;
        let say_the_same = || self.say_the_same(grouped, column0);
        match () {
            () if are_few_within && is_told && are_most && (grouped.is_by_id || say_the_same()) => Sure::Yes,
            () if are_few_within && is_headed && say_the_same() => Sure::Yes,
            () if is_headed || is_named && again * 2 >= self.functions.len() => Sure::Perhaps,
            () => Sure::No,
        }
    }

    /// Whether rows of one function say the same in most of their texts: a function in another year does, another function of
    /// the same name does not.
    fn say_the_same(&self, grouped: &Grouped, year0: u16) -> bool {
        let (mut same, mut all) = (0, 0);
        for column0 in self.columns_beside(year0) {
            for pair in grouped.rows.iter().flat_map(|rows| rows.windows(2)) {
                let (one, other) = (self.table.value(pair[0], column0), self.table.value(pair[1], column0));
                if let (Cell::Text(one), Cell::Text(other)) = (one, other) {
                    (same, all) = (same + usize::from(one == other), all + 1);
                }
            }
        }
        same * 2 >= all
    }

    /// The columns of what says something of functions but values, ids and names, and is no year.
    fn columns_beside(&self, year0: u16) -> impl Iterator<Item = u16> {
        let id = self.rulebook.roles.id;
        let is_value =
            move |attribute: AttributeId| self.rulebook.attribute(attribute).has_values() || Some(attribute) == id;
        (0..self.layout.columns.len() as u16).filter(move |column0| {
            let is_other = ![year0, self.layout.name_column].contains(column0);
            is_other && !self.heading(*column0).attribute.is_some_and(is_value)
        })
    }

    /// The same groups, parted by a column that tells rows of one year apart, such as a region, where most come again all the
    /// same.
    fn apart_in_a_year(&self, grouped: &Grouped, year0: u16, years: &HashMap<u32, u32>) -> Option<Grouped> {
        let count = |grouped: &Grouped| {
            let (mut again, mut within) = (0, 0);
            for rows in &grouped.rows {
                let set: HashSet<u32> = rows.iter().map(|row0| years[row0]).collect();
                (again, within) = (again + set.len() - 1, within + rows.len() - set.len());
            }
            (again, within)
        };
        let (again, within) = count(grouped);
        if within == 0 {
            return None;
        }
        let mut parted = self.columns_beside(year0).map(|column0| self.parted(grouped, column0));
        let is_apart = |parted: &Grouped| {
            let (still_again, still_within) = count(parted);
            still_within == 0 && still_again * 5 >= again * 4
        };
        parted.find(is_apart)
    }

    /// Groups whose rows have the same in one more column.
    fn parted(&self, grouped: &Grouped, column0: u16) -> Grouped {
        let mut parted = Vec::new();
        for rows in &grouped.rows {
            let mut parts: HashMap<_, Vec<u32>> = HashMap::new();
            for row0 in rows {
                parts.entry(key(self.table.value(*row0, column0))).or_default().push(*row0);
            }
            parted.extend(parts.into_values());
        }
        Grouped::of(parted.into_iter(), grouped.alone, grouped.is_by_id)
    }

    /// All rows but those of the latest year of each function.
    fn but_latest(&self, grouped: &Grouped, column0: u16, years: &HashMap<u32, u32>) -> Option<Doubled> {
        let mut rows = HashSet::new();
        for group in &grouped.rows {
            let latest = group.iter().map(|row0| years[row0]).max()?;
            rows.extend(group.iter().filter(|row0| years[*row0] < latest));
        }
        let first = rows.iter().min()?;
        let (count, earlier) = (rows.len(), self.shown(*first, column0));
        let were = if count == 1 { "row of an earlier year was" } else { "rows of earlier years were" };
        let message = format!(
            "the functions have a row for each year; the latest of each was taken, and {count} {were} left out"
        );
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        let help = format!("to judge another year: `--where \"{}={earlier}\"`", self.heading(column0).typed(column0));
        let problem = Problem::warning(Code::SeveralYears, place, message).help(help);
        Some(Doubled { rows, reason: Exclusion::Earlier, problem })
    }

    /// What to say of rows that may be of one function in several years or other periods: of one of some functions.
    fn several_of(&self, periods: &str, (row0, functions): (u32, usize), column0: u16) -> Problem {
        let more = match functions {
            1 => String::new(),
            _ => format!(", and so have {} more", functions - 1),
        };
        let name = self.shown(row0, self.layout.name_column);
        let message = format!("`{name}` has rows of several {periods}{more}; all count as functions, perhaps twice");
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        let (typed, shown) = (self.heading(column0).typed(column0), self.shown(row0, column0));
        let help = format!("if each row holds what one of them comes to, take one: `--where \"{typed}={shown}\"`");
        Problem::warning(Code::SeveralYears, place, message).help(help)
    }

    fn doubt_of_years(&self, grouped: &Grouped, column0: u16, years: &HashMap<u32, u32>) -> Problem {
        let are_several = |rows: &&Vec<u32>| rows.iter().any(|row0| years[row0] != years[&rows[0]]);
        let groups: Vec<&Vec<u32>> = grouped.rows.iter().filter(are_several).collect();
        let latest = groups.first().and_then(|rows| rows.iter().max_by_key(|row0| years[*row0]));
        self.several_of("years", (latest.copied().unwrap_or_default(), groups.len()), column0)
    }

    /// Whether a header says that its column holds the year that a row is of, and nothing else: `Fiscal year`.
    fn reads_as_year_column(&self, column0: u16) -> bool {
        self.rulebook.reading.year_columns.contains(&header_words(self.heading(column0).said()))
    }

    /// Whether a header says that its column holds years: `Fiscal year`, `Berichtsjahr`.
    fn names_years(&self, column0: u16) -> bool {
        let names = &self.rulebook.reading.years;
        let is_year = |word: &String| {
            names.contains(word) || names.iter().any(|name| name.chars().count() > 3 && word.ends_with(name.as_str()))
        };
        self.reads_as_year_column(column0) || header_words(self.heading(column0).said()).iter().any(is_year)
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
