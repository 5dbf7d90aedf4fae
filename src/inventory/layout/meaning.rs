//! What a header means, and the words for it: the vocabulary of headers.

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::inventory::cells::periods::without_periods;
use crate::inventory::heading::Part;
use crate::rulebook::text::{bracketed, header_words, holds_phrase, words};
use crate::rulebook::{AttributeId, ColumnRule, Kind, Reading};

/// Amounts of so many times a year at most are added up to a year's.
pub(super) const WEEKLY: f64 = 52.0;

/// How well a header names an attribute; greater is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// A synonym but for one typing error, or the same words in another order.
    Nearly,
    /// A synonym of this many words inside a longer header.
    Phrase(usize),
    /// A section is a synonym: a row of the header, or what stands before a colon.
    Section,
    /// The same words, bar those in brackets.
    Exact,
    /// It was stated.
    Stated,
}

/// What a header was understood as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Meaning {
    pub(super) attribute: AttributeId,
    pub(super) quality: Match,
    /// The position of the synonym among the attribute's: the first is the best.
    pub(super) preference: usize,
    pub(super) part: Part,
    /// The position of the header's language among the rulebook's, from 1; the least is the best. A header that does not say its
    /// language is that of the table.
    pub(super) language: usize,
}

/// The language of a header that does not say which it is in.
pub(super) const UNMARKED: usize = 0;

impl Meaning {
    /// The better of two columns for the same attribute has the greater rank.
    pub(super) fn rank(&self) -> (Match, Reverse<usize>, Reverse<usize>) {
        (self.quality, Reverse(self.language), Reverse(self.preference))
    }
}

/// A header as words: outside brackets, and what else is said beside them.
pub(super) struct Words {
    pub(super) outside: Vec<String>,
    pub(super) inside: Vec<String>,
}

impl Words {
    pub(super) fn of(header: &str) -> Words {
        let header = without_number(header);
        Words { outside: header_words(header), inside: words(&bracketed(header)) }
    }
}

/// The header without the number of its question: `3. Volume`, `Q7: Control`, `1.2 Frequency`.
pub(super) fn without_number(header: &str) -> &str {
    let header = header.trim_start();
    let Some((first, rest)) = header.split_once(' ') else { return header };
    let number = first.trim_end_matches(['.', ')', ':']);
    let digits = number.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let is_number = number.len() - digits.len() <= 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_marked = number.len() < first.len() || number.contains('.');
    if is_number && is_marked { rest.trim_start() } else { header }
}

/// A synonym, by its words.
#[derive(Clone, Copy)]
pub(super) struct Synonym<'r> {
    pub(super) attribute: AttributeId,
    pub(super) preference: usize,
    pub(super) rule: &'r ColumnRule,
    pub(super) is_channel: bool,
}

impl Synonym<'_> {
    pub(super) fn meaning(&self, quality: Match, language: usize) -> Meaning {
        let part = if self.is_channel { Part::Channel } else { Part::Whole };
        Meaning { attribute: self.attribute, quality, preference: self.preference, part, language }
    }
}

/// The words of a header, beyond the synonym that it holds, that say it is something else.
pub(super) fn ruled_out_by<'r>(rule: &'r ColumnRule, reading: &'r Reading, rest: &[String]) -> Option<&'r Vec<String>> {
    let general: &[Vec<String>] = if matches!(rule.kind, Kind::Text) { &[] } else { &reading.unless };
    // An amount `per month` is a twelfth of what is meant; one per anything else is something else.
    let rest =
        if matches!(rule.kind, Kind::Money) { Cow::Owned(without_periods(rest, reading, WEEKLY)) } else { rest.into() };
    rule.unless.iter().chain(general).find(|phrase| holds_phrase(&rest, phrase))
}
