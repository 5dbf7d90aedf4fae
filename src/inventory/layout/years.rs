//! Rows of earlier years: of functions that have a row for each year the latest one is taken.
//!
//! A column of years alone proves nothing, since functions have years of their own: when they began, when they were reviewed.
//! Nor do functions that come again in other years, where each row has an id of its own, or another column tells them apart,
//! such as a place. What comes again is one function where its id does, or where all come again in the same years.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::names::is_code;
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

impl Sure {
    fn yes_if(is_sure: bool) -> Sure {
        if is_sure { Sure::Yes } else { Sure::Perhaps }
    }
}

impl Several<'_> {
    /// The rows of earlier years, where functions have a row for each of several years.
    pub(super) fn earlier_years(&self) -> Earlier {
        let groupings = self.groupings();
        if groupings.iter().all(|grouped| grouped.rows.is_empty()) {
            return Earlier::default();
        }
        let mut doubt = None;
        for column0 in self.columns_in_question() {
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
        let named = self.columns_in_question().into_iter().filter(|column0| self.names_periods(*column0));
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
        let is_panel = Several::is_panel(&sets, grouped, years);
        let is_crossed = self.is_crossed(grouped, column0, years);
        let have_ids = !grouped.is_by_id && self.have_ids_of_their_own(grouped);
        // What an id calls one may change its owner or program from year to year.
        let are_one = if grouped.is_by_id { is_panel || !is_crossed } else { is_panel && !is_crossed && !have_ids };
        let is_of_places = is_crossed && !is_headed;
        let may_be_one = if is_panel { !have_ids || within == 0 || !is_of_places } else { !have_ids && !is_of_places };
        let say_the_same = || self.say_the_same(grouped, column0, years);
        match () {
            () if !may_be_one => Sure::No,
            () if are_few_within && is_told && are_most && (grouped.is_by_id || say_the_same()) => {
                Sure::yes_if(are_one)
            }
            () if are_few_within && is_headed && say_the_same() => Sure::yes_if(are_one),
            () if is_headed || is_named && again * 2 >= self.functions.len() => Sure::Perhaps,
            () => Sure::No,
        }
    }

    /// Whether functions come again in the same years: in most years stand most of those that come again, and hardly any
    /// other is of a year of its own.
    fn is_panel(sets: &[BTreeSet<u32>], grouped: &Grouped, years: &HashMap<u32, u32>) -> bool {
        const FEW: usize = 5;
        let all: BTreeSet<u32> = sets.iter().flatten().copied().collect();
        let stand: usize = sets.iter().map(BTreeSet::len).sum();
        let outside = years.values().filter(|year| !all.contains(year)).count();
        stand * 2 > sets.len() * all.len() && outside * FEW <= grouped.alone
    }

    /// Whether each row of a function has an id of its own.
    fn have_ids_of_their_own(&self, grouped: &Grouped) -> bool {
        let is_of_ids = |column0: &u16| self.are_codes_of_rows(*column0);
        let ids = self.layout.column_of(self.rulebook.roles.id).into_iter();
        ids.chain(self.free_columns().into_iter().filter(is_of_ids)).any(|column0| self.tells_apart(grouped, column0))
    }

    /// Whether a column holds a code for each row, such as `FIN-10`, and none twice.
    fn are_codes_of_rows(&self, column0: u16) -> bool {
        let mut seen = HashSet::new();
        self.functions.iter().all(|function| match self.table.value(function.row0, column0) {
            cell @ Cell::Text(id) => seen.insert(id) && self.table.words(cell).is_some_and(|text| is_code(text.trim())),
            _ => false,
        })
    }

    /// Whether a column that says nothing of years tells the rows of each function apart, and comes again over functions:
    /// what has a row for each country has none for each year.
    fn is_crossed(&self, grouped: &Grouped, year0: u16, years: &HashMap<u32, u32>) -> bool {
        self.columns_beside(year0).any(|column0| {
            self.tells_apart(grouped, column0) && self.comes_again(column0) && !self.tells_the_year(column0, years)
        })
    }

    /// Whether the rows of nearly each function hold something else each.
    fn tells_apart(&self, grouped: &Grouped, column0: u16) -> bool {
        const FEW: usize = 5;
        let are_apart = |rows: &&Vec<u32>| {
            let mut seen = HashSet::new();
            rows.iter().all(|row0| key(self.table.value(*row0, column0)).is_some_and(|value| seen.insert(value)))
        };
        let apart = grouped.rows.iter().filter(are_apart).count();
        (grouped.rows.len() - apart) * FEW <= grouped.rows.len()
    }

    /// Whether values come up more than once and a half, as those of groups do.
    fn comes_again(&self, column0: u16) -> bool {
        let (mut filled, mut distinct) = (0, HashSet::new());
        for value in self.functions.iter().filter_map(|function| key(self.table.value(function.row0, column0))) {
            filled += 1;
            distinct.insert(value);
        }
        distinct.len() * 3 <= filled * 2
    }

    /// Whether a column says the years once more, such as by the days on which they end.
    fn tells_the_year(&self, column0: u16, years: &HashMap<u32, u32>) -> bool {
        let mut of_years = HashMap::new();
        self.functions.iter().all(|function| {
            let cell = self.table.value(function.row0, column0);
            let has_figures = match cell {
                Cell::Text(id) => self.table.text(id).contains(|c: char| c.is_ascii_digit()),
                _ => true,
            };
            let value = key(cell);
            has_figures && *of_years.entry(years[&function.row0]).or_insert(value) == value
        })
    }

    /// Whether rows of one function say the same in most of their texts: a function in another year does, another function of
    /// the same name does not.
    fn say_the_same(&self, grouped: &Grouped, year0: u16, years: &HashMap<u32, u32>) -> bool {
        let (mut same, mut all) = (0, 0);
        for column0 in self.columns_beside(year0).filter(|column0| !self.tells_the_year(*column0, years)) {
            for pair in grouped.rows.iter().flat_map(|rows| rows.windows(2)) {
                let (one, other) = (self.table.value(pair[0], column0), self.table.value(pair[1], column0));
                if let (Some(one), Some(other)) = (self.table.words(one), self.table.words(other)) {
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
        let is_earlier = |group: &&Vec<u32>| group.iter().any(|row0| rows.contains(row0));
        let (some, all) = (grouped.rows.iter().filter(is_earlier).count(), grouped.rows.len() + grouped.alone);
        let have = match some {
            _ if some == all => "the functions have a row for each year".to_owned(),
            1 => format!("1 of {all} functions has rows of several years"),
            _ => format!("{some} of {all} functions have rows of several years"),
        };
        let message = format!("{have}; the latest of each was taken, and {count} {were} left out");
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        let typed = self.heading(column0).typed(column0);
        let help = format!(
            "to judge another year: `--where \"{typed}={earlier}\"`; if the years say something else of functions, so \
             that all rows count: `--map \"{typed}=none\"`"
        );
        let problem = Problem::warning(Code::SeveralYears, place, message).help(help);
        Some(Doubled { rows, reason: Exclusion::Earlier, problem })
    }

    /// What to say of rows that may be of one function in several years or other periods: of one of some functions.
    fn several_of(&self, periods: &str, (row0, functions): (u32, usize), column0: u16) -> Problem {
        let more = match functions {
            1 => String::new(),
            2 => ", and so has 1 more".to_owned(),
            _ => format!(", and so have {} more", functions - 1),
        };
        let name = self.shown(row0, self.layout.name_column);
        let message = format!("`{name}` has rows of several {periods}{more}; all count as functions, perhaps twice");
        let place = self.table.place.at(Spot::Column { column0 }).under(self.heading(column0).header.as_str());
        let (typed, shown) = (self.heading(column0).typed(column0), self.shown(row0, column0));
        let help = format!(
            "if each row holds what one of them comes to, take one: `--where \"{typed}={shown}\"`; if not, leave the \
             column out: `--map \"{typed}=none\"`"
        );
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
