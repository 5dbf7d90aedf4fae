//! Options that change nothing, each of which is said: a column that is used otherwise, a scale without numbers on it, an
//! assumption on what is known of every function.

use super::cells::ratings;
use super::heading::Layout;
use super::known::{Inventory, Source};
use super::layout::is_column;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, column_letters};
use crate::rulebook::{AttributeId, ColumnName, ColumnScale, Rulebook, StatedBy};

impl Inventory<'_> {
    /// Says which options change nothing.
    pub(super) fn report_without_effect(&self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        self.report_idle_maps(rulebook, layout, problems);
        self.report_idle_scales(rulebook, layout, problems);
        self.report_idle_units(rulebook, layout, problems);
    }

    fn report_idle_maps(&self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        for stated in rulebook.reading.columns.iter().filter(|stated| stated.column.by == StatedBy::Option) {
            let Some(wanted) = stated.attribute.map(|id| rulebook.column_of(id)) else { continue };
            let columns = self.named(&stated.column, layout);
            if let Some(first) = columns.first().filter(|_| columns.iter().all(|c| self.holds(*c) != Some(wanted))) {
                let message = format!(
                    "`--map \"{}={}\"` has no effect: column {} {}",
                    stated.column.given,
                    rulebook.attribute(wanted).id,
                    column_letters(*first),
                    self.use_of(rulebook, *first)
                );
                problems.push(self.no_effect(message));
            }
        }
    }

    fn report_idle_scales(&self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        for stated in rulebook.reading.scales.iter().filter(|stated| stated.column.by == StatedBy::Option) {
            let columns = self.named(&stated.column, layout);
            let is_taken = |scale: &ColumnScale, column0: u16| {
                let taken = layout.columns[usize::from(column0)].scale.as_ref();
                taken.is_some_and(|taken| (taken.bottom, taken.top) == (scale.bottom, scale.top))
            };
            let is_used =
                |column0: &u16| is_taken(stated, *column0) && self.columns[usize::from(*column0)].is_on_stated_scale;
            let Some(first) = columns.first().copied().filter(|_| !columns.iter().any(is_used)) else { continue };
            let option =
                |scale: &ColumnScale| format!("`--scale \"{}={}..{}\"`", scale.column.given, scale.bottom, scale.top);
            let says_otherwise = |other: &&ColumnScale| {
                other.column.by == StatedBy::Option
                    && is_taken(other, first)
                    && self.named(&other.column, layout).contains(&first)
            };
            let letters = column_letters(first);
            problems.push(self.no_effect(match rulebook.reading.scales.iter().find(says_otherwise) {
                Some(other) if !is_taken(stated, first) => {
                    format!("{} has no effect: {} says otherwise of column {letters}", option(stated), option(other))
                }
                Some(_) | None => format!(
                    "{} has no effect: column {letters} {}, and none of its values is read on a scale",
                    option(stated),
                    self.use_of(rulebook, first)
                ),
            }));
        }
    }

    fn report_idle_units(&self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        for stated in rulebook.reading.units_of.iter().filter(|stated| stated.column.by == StatedBy::Option) {
            let columns = self.named(&stated.column, layout);
            let has_unit = |column0: &u16| {
                let has_unit = self.holds(*column0).is_some_and(|id| rulebook.is_added(id));
                has_unit && !ratings::are_meant(&layout.columns[usize::from(*column0)])
            };
            if let Some(first) = columns.first().filter(|_| !columns.iter().any(has_unit)) {
                let message = format!(
                    "`--unit \"{}={}\"` has no effect: column {} {}, and what is read of it has no unit",
                    stated.column.given,
                    stated.unit,
                    column_letters(*first),
                    self.use_of(rulebook, *first)
                );
                problems.push(self.no_effect(message));
            }
        }
    }

    /// Says which assumptions change nothing, now that all answers are in.
    pub fn report_idle_assumptions(&self, rulebook: &Rulebook, problems: &mut Problems) {
        for (position, assumption) in self.assumptions.iter().enumerate() {
            let is_for = |function: usize| self.assumed_for[position].get(function).copied().unwrap_or(true);
            let mut functions = (0..self.functions.len()).filter(|function| is_for(*function)).peekable();
            let is_used = |function| self.source(assumption.attribute, function) == Source::Assumed(position);
            if functions.peek().is_none() || functions.any(is_used) {
                continue;
            }
            let attribute = &rulebook.attribute(assumption.attribute).id;
            let by_answers = if self.answers.is_empty() { "" } else { ", in the inventory or in an answer" };
            let message = format!(
                "`--assume {attribute}={}` has no effect: every function that it is for has a value already{by_answers}",
                assumption.given
            );
            problems.push(Problem { help: None, ..self.no_effect(message) }.help("leave it out"));
        }
    }

    fn named(&self, name: &ColumnName, layout: &Layout) -> Vec<u16> {
        let columns = (0..).zip(&layout.columns);
        columns.filter(|(c, heading)| is_column(name, self.table, &heading.lines, *c)).map(|(c, _)| c).collect()
    }

    fn holds(&self, column0: u16) -> Option<AttributeId> {
        self.columns[usize::from(column0)].attribute
    }

    fn use_of(&self, rulebook: &Rulebook, column0: u16) -> String {
        let header = &self.columns[usize::from(column0)].header;
        match self.holds(column0) {
            Some(id) => format!("(`{header}`) is read as {}", rulebook.attribute(id).name),
            None => format!("(`{header}`) is not used"),
        }
    }

    fn no_effect(&self, message: String) -> Problem {
        let place = Place { header: None, ..self.table.place.clone() };
        Problem::warning(Code::NoEffect, place, message).help("say what is meant, or leave the option out")
    }
}
