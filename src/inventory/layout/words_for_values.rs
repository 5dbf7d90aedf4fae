//! Rows that say in words what columns hold, where other rows hold it: an example, types of values, a header in another language.
//!
//! They stand right under the header. Elsewhere such a row is one only where it has an id like none; else it is a function that
//! nobody has numbers of.

use std::collections::{HashMap, HashSet};

use super::footers::LOOKED_AT;
use super::rows::{OfWords, Rows};
use crate::codes::Code;
use crate::problem::Problem;
use crate::table::{Cell, TextId};

/// So many rows that are none of functions stand under a header, one by one.
const MOST: usize = 3;

impl Rows<'_> {
    /// The columns of values that hold numbers in nearly all rows.
    fn numeric_columns(&self) -> HashSet<u16> {
        const LEAST: usize = 2;
        let columns = (0..).zip(&self.layout.columns);
        let valued =
            columns.filter(|(_, heading)| heading.attribute.is_some_and(|id| self.rulebook.attribute(id).has_values()));
        let is_numeric = |column0: &u16| {
            let (mut filled, mut numbers) = (0, 0);
            for row0 in self.layout.header_row0 + 1..self.layout.end0 {
                let cell = self.table.cell(row0, *column0);
                filled += usize::from(self.table.is_filled(cell));
                numbers += usize::from(self.table.number(cell).is_some());
            }
            numbers >= LEAST && numbers * 3 >= filled * 2
        };
        valued.map(|(column0, _)| column0).filter(is_numeric).collect()
    }

    /// Whether a row of words for what columns hold is none of a function: under the header, or with an id like none.
    pub(super) fn is_for_values(&self, row0: u32) -> bool {
        self.is_of_words(row0) && (self.is_under_header(row0) || self.has_id(row0)) && !self.is_called_like_others(row0)
    }

    /// What to ask about a function that may be none: one at the end, as an example, or one that has words in every column, as
    /// another header.
    pub(super) fn possible_example(&self, row0: u32) -> Option<Problem> {
        let fills_all = self.table.filled(row0).count() == self.layout.columns.len();
        if !self.is_of_words(row0) || !(fills_all || self.is_last(row0)) || self.is_called_like_others(row0) {
            return None;
        }
        let name = self.name_or_lone_text(row0);
        let place = self.table.place_of(row0, self.layout.name_column);
        let message = format!("has words where other rows have numbers; it counts as a function, found `{name}`");
        let help = "if it is a function, fill in its row; else delete it";
        Some(Problem::warning(Code::NoteRow, place, message).help(help))
    }

    /// Whether nothing but rows of words stands between a row and the header above it, or the beginning of its sheet.
    fn is_under_header(&self, row0: u32) -> bool {
        let begins = |row0: u32| {
            let begins_sheet = self.table.part_of(row0).is_some_and(|part| part.data_row0 == row0);
            begins_sheet || row0 <= self.layout.header_row0 + 1 || self.is_header_again(row0 - 1)
        };
        let belongs =
            |row0: u32| self.table.is_blank(row0) || self.belongs_to_header(row0).is_some() || self.is_of_words(row0);
        let mut run =
            (self.layout.header_row0 + 1..=row0).rev().take(MOST).take_while(|at| *at == row0 || belongs(*at));
        run.any(begins)
    }

    fn is_last(&self, row0: u32) -> bool {
        self.of_words.last_other0.is_none_or(|last| row0 > last)
    }

    fn has_id(&self, row0: u32) -> bool {
        let column0 = self.layout.column_of(self.rulebook.roles.id);
        column0.is_some_and(|column0| self.table.is_filled(self.table.cell(row0, column0)))
    }

    fn is_called_like_others(&self, row0: u32) -> bool {
        self.is_made_like(row0, &self.of_words.others)
    }

    /// Whether a row holds no value, and texts instead that no other row holds, where others hold numbers and words that come
    /// again.
    fn is_of_words(&self, row0: u32) -> bool {
        self.of_words.rows.contains(&row0)
    }

    /// The rows of words, found once for all.
    pub(super) fn of_words(&self) -> OfWords {
        let columns = self.numeric_columns();
        let candidates = self.layout.header_row0 + 1..self.table.rows();
        let candidates = candidates.filter_map(|row0| Some((row0, self.words_beside_numbers(row0, &columns)?)));
        let candidates: Vec<(u32, Vec<(u16, TextId)>)> = candidates.collect();
        let rows = || self.layout.header_row0 + 1..self.layout.end0;
        let mut counts: HashMap<(u16, TextId), usize> = HashMap::new();
        counts.extend(candidates.iter().flat_map(|(_, words)| words).map(|word| (*word, 0)));
        let counted: HashSet<u16> = counts.keys().map(|(column0, _)| *column0).collect();
        for row0 in rows() {
            for column0 in &counted {
                if let Cell::Text(id) = self.table.cell(row0, *column0) {
                    counts.entry((*column0, id)).and_modify(|count| *count += 1);
                }
            }
        }
        let is_new = |row0: u32, word: &(u16, TextId)| counts[word] == usize::from(row0 < self.layout.end0);
        let of_words = candidates.into_iter().filter(|(row0, words)| words.iter().all(|word| is_new(*row0, word)));
        let of_words: HashSet<u32> = of_words.map(|(row0, _)| row0).collect();
        let is_other = |row0: &u32| !self.table.is_blank(*row0) && !of_words.contains(row0);
        let (others, last_other0) = (rows().filter(is_other).take(LOOKED_AT).collect(), rows().rev().find(is_other));
        OfWords { rows: of_words, others, last_other0 }
    }

    /// The words in a row that has texts for numbers, and no value; none in any other row.
    fn words_beside_numbers(&self, row0: u32, columns: &HashSet<u16>) -> Option<Vec<(u16, TextId)>> {
        const LEAST: usize = 3;
        const LEAST_NUMERIC: usize = 2;
        let (mut words, mut numeric) = (Vec::new(), 0);
        for column0 in self.table.filled(row0) {
            let attribute = self.layout.columns.get(usize::from(column0)).and_then(|heading| heading.attribute);
            if !attribute.is_some_and(|id| self.rulebook.attribute(id).has_values()) {
                continue;
            }
            let Cell::Text(id) = self.table.cell(row0, column0) else { return None };
            let text = self.table.text(id).trim();
            let is_bracketed = text.starts_with(['(', '[']);
            if self.rulebook.reading.is_no_data(text) || text.contains(|c: char| c.is_ascii_digit()) && !is_bracketed {
                return None;
            }
            if columns.contains(&column0) {
                numeric += 1;
            } else {
                words.push((column0, id));
            }
        }
        (numeric >= LEAST_NUMERIC && numeric + words.len() >= LEAST).then_some(words)
    }
}
