//! Columns whose headers name an attribute, and mean something else beside what else the header or the table says: they are
//! left out, which is said.

use super::find::{Finder, is_column};
use super::meaning::Words;
use super::stated::said_in_header;
use crate::codes::Code;
use crate::inventory::cells::dates;
use crate::inventory::cells::periods::without_periods;
use crate::inventory::heading::{Heading, Layout, Part};
use crate::inventory::statements::{of_column, quoted};
use crate::problem::{Problem, Problems, column_letters};
use crate::rulebook::text::{fold, header_words, holds_phrase};
use crate::rulebook::{AttributeId, ColumnRule, Kind, LevelScale};
use crate::table::Table;

impl Finder<'_> {
    /// Leaves out what is doubtful. Where that was an end, another column may hold it.
    pub(super) fn set_doubtful_aside(&self, table: &Table, layout: &mut Layout, problems: &mut Problems) {
        let mut aside = Vec::new();
        for column in 0..layout.columns.len() {
            let Some(id) = layout.columns[column].attribute else { continue };
            if let Some(problem) = self.doubt(table, layout, column, id) {
                problems.push(problem);
                layout.columns[column].attribute = None;
                aside.push((column, id));
            }
        }
        for (first, id) in aside {
            for column in 0..layout.columns.len() {
                let heading = &layout.columns[column];
                let is_free = column != first
                    && heading.attribute.is_none()
                    && !self.is_set_aside(table, heading, column as u16)
                    && self.ends(id).is_some()
                    && self.named(heading.said()).is_some_and(|meaning| meaning.attribute == id);
                if !is_free || layout.column_of(Some(id)).is_some() {
                    continue;
                }
                match self.doubt(table, layout, column, id) {
                    Some(problem) => problems.push(problem),
                    None => layout.columns[column].attribute = Some(id),
                }
            }
        }
    }

    /// What speaks against a column.
    fn doubt(&self, table: &Table, layout: &Layout, column: usize, id: AttributeId) -> Option<Problem> {
        let heading = &layout.columns[column];
        if self.is_column_stated(table, heading, column) {
            return None;
        }
        let attribute = self.rulebook.attribute(id);
        let rule = attribute.rule()?;
        let (code, why) = beside_others(layout, column, rule).or_else(|| self.end_of_what(layout, column, id))?;
        Some(left_out(table, layout, column, code, (&attribute.id, &attribute.name), &format!("but {why}")))
    }

    /// The rule of an attribute whose columns hold ends, and how their values are read.
    fn ends(&self, id: AttributeId) -> Option<(&ColumnRule, &LevelScale)> {
        let rule = self.rulebook.attribute(id).rule()?;
        let scale = rule.kind.levels().filter(|scale| scale.dates.is_some())?;
        Some((rule, scale))
    }

    /// Whether it was stated what a column holds.
    pub(super) fn is_column_stated(&self, table: &Table, heading: &Heading, column: usize) -> bool {
        let mut stated = self.rulebook.reading.columns.iter();
        stated.any(|stated| is_column(&stated.column, table, &heading.lines, column as u16))
    }

    /// Why the end that a header speaks of may be another one than the function's: `Audit end date`.
    fn end_of_what(&self, layout: &Layout, column: usize, id: AttributeId) -> Option<(Code, String)> {
        let (rule, scale) = self.ends(id)?;
        let heading = &layout.columns[column];
        let statement = of_column(&said_in_header(heading), rule, &self.rulebook.reading);
        // The letters of a date: `(dd.mm.yyyy)`.
        let is_pattern = |word: &str| word.chars().all(|letter| word.starts_with(letter));
        let is_own = |word: &str| rule.headers.iter().flatten().any(|own| own == word);
        let is_harmless = |word: &str| is_own(word) || scale.beside.contains(word) || is_pattern(word);
        let mut words = statement.left_over();
        words.extend(statement.beside_yes);
        words.extend(self.of_other_functions(layout, heading));
        words.extend(group_of_dates(layout, column));
        words.retain(|word| !is_harmless(&fold(word)));
        words.dedup();
        quoted(&words).map(|words| (Code::UnclearHeader, format!("{words} in its header leaves open what ends then")))
    }

    /// Words that may be a function, or something that it has: `Service` of `Service end date`, where the names are no services.
    fn of_other_functions(&self, layout: &Layout, heading: &Heading) -> Vec<String> {
        let names = header_words(layout.columns[usize::from(layout.name_column)].said());
        let is_of_names = |word: &str| names.iter().any(|own| own.starts_with(word) || word.starts_with(own.as_str()));
        let may_be_other = |word: &String| {
            let is_one = |phrase: &Vec<String>| phrase.len() == 1 && phrase[0] == *word;
            self.rulebook.reading.or_departments.iter().any(is_one) && !is_of_names(word)
        };
        header_words(heading.said()).into_iter().filter(may_be_other).collect()
    }

    /// Leaves amounts unread that may be those of the whole time until an end, where most functions that have one end: a project's
    /// cost is no year's.
    pub(super) fn doubt_costs_of_projects(&self, table: &Table, layout: &mut Layout) {
        let ends =
            layout.columns.iter().position(|heading| heading.attribute.is_some_and(|id| self.ends(id).is_some()));
        let Some(ends) = ends else { return };
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let is_of_time = !matches!(heading.part, Part::Whole | Part::Channel | Part::Period { end: 0, .. });
            let rule = heading.attribute.and_then(|id| self.rulebook.attribute(id).rule());
            let is_cost = rule.is_some_and(|rule| matches!(rule.kind, Kind::Money));
            let is_stated = heading.statement.origin.is_some() || self.is_column_stated(table, heading, column);
            if !is_cost || is_of_time || is_stated || heading.statement.times.is_some() || self.names_time(heading) {
                continue;
            }
            let rows = layout.header_row0 + 1..layout.end0;
            let filled = rows.filter(|row0| table.is_filled(table.value(*row0, column as u16)));
            let (all, ending) = filled.fold((0, 0), |(all, ending), row0| {
                let cell = table.value(row0, ends as u16);
                (all + 1, ending + usize::from(dates::is_end(cell, table, &self.rulebook.reading)))
            });
            if ending * 2 > all {
                let (letters, header) = (column_letters(ends as u16), &layout.columns[ends].header);
                let why =
                    format!("may be what all costs until its end in column {letters} (`{header}`), and not a year");
                layout.columns[column].statement.conflict.get_or_insert(why);
            }
        }
    }

    /// Whether a header says of which time its numbers are: `Annual cost`, `Jahreskosten`.
    fn names_time(&self, heading: &Heading) -> bool {
        // `an` may begin any word.
        const SHORTEST: usize = 4;
        let reading = &self.rulebook.reading;
        let words = header_words(&heading.header);
        let begins_with_year = |word: &String| {
            let mut years = reading.per_year.iter().chain(&reading.years).filter(|year| year.len() >= SHORTEST);
            years.any(|year| word.starts_with(year.as_str()))
        };
        without_periods(&words, reading, f64::INFINITY).len() < words.len() || words.iter().any(begins_with_year)
    }
}

/// The problem of a column that could be an attribute, given by its id and as what of it, and is left out.
pub(super) fn left_out(
    table: &Table,
    layout: &Layout,
    column: usize,
    code: Code,
    (id, what): (&str, &str),
    why: &str,
) -> Problem {
    let heading = &layout.columns[column];
    let (place, message) = (heading.place(table, column), format!("could be {what}, {why}; it is not used"));
    let problem = match code {
        Code::RuledOut => Problem::note(code, place, message),
        _ => Problem::warning(code, place, message),
    };
    problem.help(format!("if it is meant: `--map \"{}={id}\"`", heading.typed(column as u16)))
}

/// Why a header means something else beside another: the end date of a contract is no project's.
fn beside_others(layout: &Layout, column: usize, rule: &ColumnRule) -> Option<(Code, String)> {
    let own = Words::of(layout.columns[column].said()).outside;
    if !rule.doubtful.contains(&own) {
        return None;
    }
    let others = || (0..).zip(&layout.columns).filter(|(other, _)| *other != column);
    let words = |heading: &Heading| header_words(&heading.header);
    let is_beside = |heading: &Heading| rule.unless_beside.iter().any(|p| holds_phrase(&words(heading), p));
    // Beside `Contract end date`, another end date is something else's.
    if others().any(|(_, other)| holds_phrase(&words(other), &own) && is_beside(other)) {
        return None;
    }
    let (other, beside) = others().find(|(_, other)| is_beside(other))?;
    let letters = column_letters(other as u16);
    Some((Code::RuledOut, format!("beside column {letters} (`{}`) it is something else", beside.header)))
}

/// The words above a header, where the columns that they stand over are dates alone.
fn group_of_dates(layout: &Layout, column: usize) -> Vec<String> {
    let groups = |heading: &Heading| {
        let lines: Vec<String> = heading.lines.lines().map(str::to_owned).collect();
        lines.split_last().map_or(Vec::new(), |(_, groups)| groups.to_vec())
    };
    let others =
        || layout.columns.iter().enumerate().filter(|(other, heading)| *other != column && heading.attribute.is_some());
    let is_of_all = |group: &String| others().any(|(_, heading)| groups(heading).contains(group));
    groups(&layout.columns[column]).into_iter().filter(|group| !is_of_all(group)).collect()
}
