//! Columns that say of one attribute what cannot both be true: what a function has there counts as not known.
//!
//! Two kinds of columns do: those that stand for one attribute, of which the first that says anything counts (`Project` beside
//! `Daily`), and a column that was not used because another has its attribute already. Levels contradict each other on
//! opposite sides of the middle of their scale, for they pull opposite ways; else the one that was taken counts.

use super::cells::column::{Sheet, Values};
use super::cells::{grouped, in_parts};
use super::heading::{Heading, Part};
use super::known::Inventory;
use crate::codes::Code;
use crate::problem::{Problem, Problems, column_letters};
use crate::rulebook::{AttributeId, Points};

/// The levels of a column.
struct Said<'v> {
    column0: u16,
    levels: &'v [Option<Points>],
}

impl Inventory<'_> {
    /// Finds what columns contradict each other on, says so, and lets nothing count there.
    pub(super) fn find_contradictions(&mut self, sheet: &Sheet, problems: &mut Problems) {
        for (id, attribute) in sheet.rulebook.attribute_ids() {
            let mut found = Vec::new();
            let parts = attribute.parts();
            for (at, first) in parts.iter().enumerate() {
                let pairs = parts[at + 1..].iter().filter_map(|other| Some((self.said(*first)?, self.said(*other)?)));
                pairs.for_each(|(one, other)| found.extend(self.contradict(&attribute.name, &one, &other)));
            }
            for (column0, levels) in seconds(sheet, id) {
                let (Some(one), other) = (self.said(id), Said { column0, levels: &levels }) else { continue };
                found.extend(self.contradict(&attribute.name, &one, &other));
            }
            let mut contradicted = Vec::new();
            for (functions, problem) in found {
                contradicted.resize(self.functions.len(), false);
                for function in functions {
                    contradicted[function] = true;
                }
                problems.push(problem);
            }
            self.attributes[id.index()].contradicted = contradicted;
        }
    }

    /// The columns that are compared with another, and that one.
    pub(crate) fn second_columns(&self) -> impl Iterator<Item = (u16, u16)> {
        let seconds = (0..).zip(&self.headings).filter_map(|(column0, heading)| Some((column0, heading.second?)));
        seconds.filter_map(|(column0, id)| Some((column0, self.column0(id)?)))
    }

    /// The levels of the column that an attribute was read from.
    fn said(&self, id: AttributeId) -> Option<Said<'_>> {
        let read = &self.attributes[id.index()];
        let Values::Levels(levels) = &read.values else { return None };
        Some(Said { column0: *read.columns.first()?, levels })
    }

    /// The functions on which two columns contradict each other, and what to say of it; none where they are on none.
    fn contradict(&self, whole: &str, one: &Said, other: &Said) -> Option<(Vec<usize>, Problem)> {
        let are_opposed = |function: &usize| {
            let both = one.levels[*function].zip(other.levels[*function]);
            both.is_some_and(|(one, other)| one.min(other) < Points::MEDIUM && one.max(other) > Points::MEDIUM)
        };
        let functions: Vec<usize> = (0..self.functions.len()).filter(are_opposed).collect();
        let row0 = self.functions[*functions.first()?].row0;
        let more = match functions.len() - 1 {
            0 => String::new(),
            1 => ", and so does 1 row more".to_owned(),
            more => format!(", and so do {} rows more", grouped(more as u64)),
        };
        let shown = |column0: u16| self.table.shown(self.table.value(row0, column0)).trim().to_owned();
        let header = |column0: u16| self.columns[usize::from(column0)].header.as_str();
        let message = format!(
            "says `{}` where column {} (`{}`) says `{}`{more}; neither counts for {whole}",
            shown(one.column0),
            column_letters(other.column0),
            header(other.column0),
            shown(other.column0),
        );
        let place = self.table.place_of(row0, one.column0).under(header(one.column0));
        let help = format!(
            "mend the one that is wrong, or leave a column out: `--map \"{}=none\"` or `--map \"{}=none\"`",
            column_letters(one.column0),
            column_letters(other.column0)
        );
        Some((functions, Problem::warning(Code::ConflictingStatements, place, message).help(help)))
    }
}

/// The levels of the columns that name an attribute and are not used, each read as if it were.
fn seconds(sheet: &Sheet, id: AttributeId) -> Vec<(u16, Vec<Option<Points>>)> {
    let Some(rule) = sheet.rulebook.attribute(id).rule() else { return Vec::new() };
    if rule.kind.levels().is_none() {
        return Vec::new();
    }
    // What was put together of parts was held against its whole.
    let is_whole = sheet.headings.iter().all(|heading| heading.attribute != Some(id) || heading.part == Part::Whole);
    let seconds = (0_u16..).zip(sheet.headings).filter(|(_, heading)| is_whole && heading.second == Some(id));
    let seconds: Vec<u16> = seconds.map(|(column0, _)| column0).collect();
    if seconds.is_empty() {
        return Vec::new();
    }
    let without =
        |heading: &Heading| Heading { attribute: heading.attribute.filter(|own| *own != id), ..heading.clone() };
    let mut headings: Vec<Heading> = sheet.headings.iter().map(without).collect();
    let mut read = Vec::new();
    for column0 in seconds {
        headings[usize::from(column0)].attribute = Some(id);
        let sheet = Sheet { headings: &headings, ..*sheet };
        let outcome = in_parts::read_in_parts(&sheet, rule, &[column0], &mut Vec::new(), &mut Problems::default());
        if let Values::Levels(levels) = outcome.values {
            read.push((column0, levels));
        }
        headings[usize::from(column0)].attribute = None;
    }
    read
}
