//! The words of a text and where they stand, for phrases at its ends and inside.

use std::ops::Range;

/// The most words of a phrase.
const LONGEST_PHRASE: usize = 5;

/// Where the words of a folded text stand.
pub(super) struct Words<'t> {
    text: &'t str,
    pub(super) spans: Vec<(usize, usize)>,
}

/// What is left of a text beside a phrase.
#[derive(Clone, Copy)]
pub(super) struct Rest<'t> {
    pub(super) text: &'t str,
    /// Whether nothing but blanks or a hyphen parts the two, which is no dash.
    pub(super) is_close: bool,
}

impl<'t> Words<'t> {
    pub(super) fn of(text: &'t str) -> Words<'t> {
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let mut goes_on = false;
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match spans.last_mut() {
                _ if !c.is_alphanumeric() => {}
                Some(last) if goes_on => last.1 = end,
                _ => spans.push((at, end)),
            }
            goes_on = c.is_alphanumeric();
        }
        Words { text, spans }
    }

    /// The text from the first to the last of some words.
    pub(super) fn slice(&self, range: Range<usize>) -> &'t str {
        &self.text[self.spans[range.start].0..self.spans[range.end - 1].1]
    }

    pub(super) fn joined(&self, range: Range<usize>) -> String {
        self.spans[range].iter().map(|(start, end)| &self.text[*start..*end]).collect::<Vec<_>>().join(" ")
    }

    /// Every phrase that stands in it.
    pub(super) fn phrases(&self) -> impl Iterator<Item = String> {
        let count = self.spans.len();
        let ranges =
            (0..count).flat_map(move |from| (from + 1..=count.min(from + LONGEST_PHRASE)).map(move |to| from..to));
        ranges.map(|range| self.joined(range))
    }

    pub(super) fn all(&self) -> String {
        self.joined(0..self.spans.len())
    }

    /// What stands before a word.
    pub(super) fn gap(&self, at: usize) -> &'t str {
        &self.text[self.spans[at - 1].1..self.spans[at].0]
    }

    pub(super) fn is_close(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.chars().all(|c| c == ' ' || c == '-') && !gap.contains(" - ")
    }

    /// The phrases that it begins with, the shortest first, and what follows each.
    pub(super) fn prefixes(&self) -> impl DoubleEndedIterator<Item = (String, Rest<'t>)> {
        let count = self.spans.len();
        (1..count.min(LONGEST_PHRASE + 1)).map(move |at| {
            let rest = Rest { text: &self.text[self.spans[at].0..], is_close: self.is_close(at) };
            (self.joined(0..at), rest)
        })
    }

    /// The phrases that it ends with, the shortest first, and what stands before each.
    pub(super) fn suffixes(&self) -> impl DoubleEndedIterator<Item = (String, Rest<'t>)> {
        let count = self.spans.len();
        (1..count.min(LONGEST_PHRASE + 1)).map(move |length| {
            let at = count - length;
            let rest = Rest { text: &self.text[..self.spans[at - 1].1], is_close: self.is_close(at) };
            (self.joined(at..count), rest)
        })
    }
}
