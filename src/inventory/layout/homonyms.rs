//! Headers that name an attribute in one language and mean something else in another: `Direction`, which is a department in
//! French. Beside headers of the other language, and none of their own, they count for nothing.

use super::doubtful::left_out;
use super::find::Finder;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout};
use crate::problem::Problems;
use crate::rulebook::spoken;
use crate::rulebook::text::header_words;
use crate::table::Table;

/// A longer header is no single word.
const LONGEST: usize = 40;

impl Finder<'_> {
    /// Which headers of a row mean something else in the language of the others.
    pub(super) fn homonyms(&self, headers: &[&str]) -> Vec<usize> {
        let may_be = |header: &str| {
            let is_short = !header.is_empty() && header.len() <= LONGEST;
            is_short
                && self.synonyms.meaning(header).is_some()
                && self.rulebook.reading.otherwise.contains(&header_words(header))
        };
        let found: Vec<usize> = (0..headers.len()).filter(|at| may_be(headers[*at])).collect();
        if found.is_empty() {
            return found;
        }
        let all: Vec<_> = headers.iter().map(|header| spoken(header)).collect();
        let is_foreign = |at: &usize| {
            let own = all[*at];
            let others = || all.iter().enumerate().filter(|(other, _)| other != at).map(|(_, other)| other.names);
            let is_of_other = others().any(|other| other.meets(own.otherwise) && !other.meets(own.names));
            is_of_other && !others().any(|other| other.is_within(own.names))
        };
        found.into_iter().filter(is_foreign).collect()
    }

    /// Says which headers were not used for that.
    pub(super) fn report_homonyms(&self, table: &Table, layout: &Layout, problems: &mut Problems) {
        let headers: Vec<&str> = layout.columns.iter().map(Heading::said).collect();
        for column in self.homonyms(&headers) {
            let heading = &layout.columns[column];
            let is_free = heading.attribute.is_none() && !self.is_set_aside(table, heading, column as u16);
            let Some(meaning) = self.named(heading.said()).filter(|_| is_free) else { continue };
            let attribute = self.rulebook.attribute(meaning.attribute);
            let why = "but in another language than the headers beside it, in which it means something else";
            problems.push(left_out(table, layout, column, Code::RuledOut, (&attribute.id, &attribute.name), why));
        }
    }
}
