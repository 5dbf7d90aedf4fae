//! Columns under a question that are known by their answers: `Who delivers it today?` with `in-house` and `outsourced` in its
//! cells, or `Outsourced?` with yes and no, say more than a column of vendors' names.

use std::collections::HashSet;

use super::find::Finder;
use super::meaning::{Match, Meaning, UNMARKED, without_number};
use crate::inventory::cells::phrases::Phrases;
use crate::inventory::heading::{Heading, Layout, Part};
use crate::inventory::statements::{is_of_function, is_word, yes_means};
use crate::rulebook::text::{fold, holds_phrase, words};
use crate::rulebook::{Attribute, AttributeId, ColumnRule, Kind, LevelScale};
use crate::table::{Cell, Table, TextId};

/// How many of how many texts are answers at least, in a column that names an attribute.
const NEARLY_ALL: (usize, usize) = (4, 5);

/// The same in a column that asks for it in a question, or whose header is an answer.
const MOST_OF_ANSWERS: (usize, usize) = (3, 5);

impl Finder<'_> {
    /// Takes the column that names an attribute, or asks for it in a question, and whose cells are answers, before one whose
    /// cells are none, such as names of vendors, and where no other column has the attribute. A header may be an answer itself,
    /// and its cells say yes or no: `Bespoke?`
    pub(super) fn prefer_answers(&self, table: &Table, layout: &mut Layout) {
        for (id, attribute) in self.rulebook.attribute_ids() {
            let Some(rule) = attribute.rule() else { continue };
            let Kind::Level(scale) = &rule.kind else { continue };
            if self.is_stated(id) {
                continue;
            }
            let taken = layout.column_of(Some(id)).map(usize::from);
            let is_known = |taken| rule.asks.is_empty() || self.are_answers(table, layout, scale, taken, NEARLY_ALL);
            if taken.is_some_and(is_known) {
                continue;
            }
            let found = (0..layout.columns.len()).find(|column| {
                let heading = &layout.columns[*column];
                heading.attribute.is_none()
                    && !self.is_set_aside(table, heading, *column as u16)
                    && (self.is_answered(table, layout, (id, rule, scale), *column)
                        || self.is_answer(table, layout, (rule, scale), *column))
            });
            let Some(found) = found else { continue };
            if let Some(taken) = taken {
                layout.columns[taken].attribute = None;
            }
            (layout.columns[found].attribute, layout.columns[found].part) = (Some(id), Part::Whole);
        }
    }

    /// What a column that is not used could mean: its header names an attribute, or is an answer of one.
    pub(super) fn could_mean(&self, table: &Table, layout: &Layout, column: usize) -> Option<Meaning> {
        // What a function is says less than how much: one that supports others may be of high strategic value.
        let is_as_much = |id, scale: &LevelScale| {
            let taken = layout.column_of(Some(id));
            scale.is_alone || taken.is_none_or(|taken| self.says_yes_or_no(table, layout, taken))
        };
        let answered = |(id, attribute): (AttributeId, &Attribute)| {
            let rule = attribute.rule()?;
            let scale = rule.kind.levels()?;
            let is_answer = self.is_answer(table, layout, (rule, scale), column) && is_as_much(id, scale);
            let (quality, part) = (Match::Section, Part::Whole);
            is_answer.then_some(Meaning { attribute: id, quality, preference: 0, part, language: UNMARKED })
        };
        let named = self.named(layout.columns[column].said());
        named.or_else(|| self.rulebook.attribute_ids().find_map(answered))
    }

    /// Whether a column's header names an attribute, or asks for it, and its cells are answers.
    fn is_answered(
        &self,
        table: &Table,
        layout: &Layout,
        (id, rule, scale): (AttributeId, &ColumnRule, &LevelScale),
        column: usize,
    ) -> bool {
        let heading = &layout.columns[column];
        let asks = self.asks(rule, heading);
        let is_named = || self.named(heading.said()).is_some_and(|meaning| meaning.attribute == id);
        let least = if asks { MOST_OF_ANSWERS } else { NEARLY_ALL };
        !rule.asks.is_empty() && (asks || is_named()) && self.are_answers(table, layout, scale, column, least)
    }

    /// Whether a column's header is an answer of one attribute alone, and its cells say yes or no.
    fn is_answer(
        &self,
        table: &Table,
        layout: &Layout,
        (rule, scale): (&ColumnRule, &LevelScale),
        column: usize,
    ) -> bool {
        let reading = &self.rulebook.reading;
        let heading = &layout.columns[column];
        let header = without_number(heading.said());
        let Some(yes) = yes_means(header, scale, reading) else { return false };
        // What is recurrent may be repetitive, or go on.
        let has_word = |scale: &LevelScale| is_word(header, scale, reading);
        let alike = self.rulebook.attributes.iter().filter(|attribute| attribute.levels().is_some_and(has_word));
        alike.count() == 1
            && (scale.is_alone || is_of_function(header, self.names(), reading))
            && (rule.asks.is_empty() || self.asks(rule, heading))
            && self.named(heading.said()).is_none()
            && self.are_answers(table, layout, &scale.answered(yes, &reading.answers), column, MOST_OF_ANSWERS)
    }

    /// Whether a column holds answers of yes and no alone.
    fn says_yes_or_no(&self, table: &Table, layout: &Layout, column0: u16) -> bool {
        let reading = &self.rulebook.reading;
        let is_answer = |text: &str| reading.is_no_data(text) || reading.is_answer(&fold(text));
        (layout.header_row0 + 1..table.rows()).all(|row0| match table.value(row0, column0) {
            Cell::Text(id) => is_answer(table.text(id)),
            Cell::Empty | Cell::Boolean(_) => true,
            _ => false,
        })
    }

    /// What functions are called in headers.
    fn names(&self) -> &[Vec<String>] {
        self.rulebook.attribute(self.rulebook.roles.name).rule().map_or(&[], |rule| &rule.headers)
    }

    /// Whether a header is a question for an attribute, in whatever words.
    pub(super) fn asks(&self, rule: &ColumnRule, heading: &Heading) -> bool {
        // A question is longer than a header, and shorter than a text.
        const LONGEST: usize = 400;
        if heading.header.len() > LONGEST {
            return false;
        }
        let said = words(&heading.header);
        let holds = |phrases: &[Vec<String>]| phrases.iter().any(|phrase| holds_phrase(&said, phrase));
        holds(&rule.asks) && !holds(&rule.unless) && !holds(&self.rulebook.reading.unless)
    }

    /// Whether at least such a part of the texts of a column are words of an attribute.
    fn are_answers(
        &self,
        table: &Table,
        layout: &Layout,
        scale: &LevelScale,
        column: usize,
        (known_of, of): (usize, usize),
    ) -> bool {
        let reading = &self.rulebook.reading;
        let phrases = Phrases { scale, reading };
        let cells = (layout.header_row0 + 1..table.rows()).map(|row0| table.value(row0, column as u16));
        let (mut distinct, mut flags): (HashSet<TextId>, HashSet<bool>) = Default::default();
        for cell in cells {
            distinct.extend(cell.text_id());
            flags.extend(if let Cell::Boolean(flag) = cell { Some(flag) } else { None });
        }
        let texts = distinct.into_iter().map(|id| table.text(id)).filter(|text| !reading.is_no_data(text));
        let known_flags = flags.iter().filter(|flag| scale.words.contains_key(&flag.to_string())).count();
        let (mut all, mut known) = (flags.len(), known_flags);
        for text in texts {
            (all, known) = (all + 1, known + usize::from(phrases.level_of(text, &fold(text)).is_some()));
        }
        all > 0 && known * of >= all * known_of
    }
}
