//! Columns under a question that are known by their answers: `Who delivers it today?` with `in-house` and `outsourced` in its
//! cells says more than a column of vendors' names.

use std::collections::HashSet;

use super::find::Finder;
use crate::inventory::cells::phrases::Phrases;
use crate::inventory::heading::{Heading, Layout, Part};
use crate::rulebook::text::{fold, holds_phrase, words};
use crate::rulebook::{ColumnRule, Kind, LevelScale, Origin};
use crate::table::{Table, TextId};

/// How many of how many texts are answers at least, in a column that names an attribute.
const NEARLY_ALL: (usize, usize) = (4, 5);

/// The same in a column that asks for it in a question.
const MOST_OF_ANSWERS: (usize, usize) = (3, 5);

impl Finder<'_> {
    /// Takes the column that names an attribute, or asks for it in a question, and whose cells are answers, before one whose
    /// cells are none, such as names of vendors, and where no other column has the attribute.
    pub(super) fn prefer_answers(&self, table: &Table, layout: &mut Layout) {
        for (id, attribute) in self.rulebook.attribute_ids() {
            let Origin::Column(rule) = &attribute.origin else { continue };
            let Kind::Level(scale) = &rule.kind else { continue };
            if rule.asks.is_empty() || self.is_stated(id) {
                continue;
            }
            let taken = layout.column_of(Some(id)).map(usize::from);
            if taken.is_some_and(|taken| self.are_answers(table, layout, scale, taken, NEARLY_ALL)) {
                continue;
            }
            let found = (0..layout.columns.len()).find(|column| {
                let heading = &layout.columns[*column];
                let least = if self.asks(rule, heading) { MOST_OF_ANSWERS } else { NEARLY_ALL };
                let is_named = || self.named(heading.said()).is_some_and(|meaning| meaning.attribute == id);
                heading.attribute.is_none()
                    && (self.asks(rule, heading) || is_named())
                    && !self.is_set_aside(table, heading, *column as u16)
                    && self.are_answers(table, layout, scale, *column, least)
            });
            let Some(found) = found else { continue };
            if let Some(taken) = taken {
                layout.columns[taken].attribute = None;
            }
            (layout.columns[found].attribute, layout.columns[found].part) = (Some(id), Part::Whole);
        }
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
        let cells =
            (layout.header_row0 + 1..table.rows()).filter_map(|row0| table.value(row0, column as u16).text_id());
        let distinct: HashSet<TextId> = cells.collect();
        let texts = distinct.into_iter().map(|id| table.text(id)).filter(|text| !reading.is_no_data(text));
        let (mut all, mut known) = (0, 0);
        for text in texts {
            (all, known) = (all + 1, known + usize::from(phrases.level(&fold(text)).is_some()));
        }
        all > 0 && known * of >= all * known_of
    }
}
