//! Headers that say how many, in other words than the rulebook lists: `No. of cases` and `Cases per month` say the same as `Number
//! of cases` and `Cases per year`.

use super::meaning::{Match, Meaning, Synonym, UNMARKED, Words, ruled_out_by};
use crate::inventory::cells::periods::without_periods;
use crate::rulebook::text::WordMap;
use crate::rulebook::{Kind, Reading, Rulebook};

/// What is counted, by its words, and the synonym that counts it; none where several attributes do.
pub(super) type Counted<'r> = WordMap<Vec<String>, Option<Synonym<'r>>>;

/// A header without the words that say that it counts, and how often.
pub(super) struct Count {
    of: Vec<String>,
    has_number: bool,
    has_period: bool,
}

impl Count {
    /// Of a header that says that it counts.
    pub(super) fn of(header: &Words, reading: &Reading) -> Option<Count> {
        Some(Count::in_words(&header.outside, reading)).filter(|count| count.has_number || count.has_period)
    }

    /// The attribute of it, where it counts what a synonym counts.
    pub(super) fn meaning(&self, counted: &Counted, header: &Words, reading: &Reading) -> Option<Meaning> {
        let synonym = counted.get(&self.of)?.as_ref()?;
        // People are as many in a month as in a year.
        let is_number = matches!(synonym.rule.kind, Kind::Number { .. });
        let is_out = is_number && self.has_period || ruled_out_by(synonym.rule, reading, &header.inside).is_some();
        (!is_out).then(|| synonym.meaning(Match::Section, UNMARKED))
    }

    fn in_words(words: &[String], reading: &Reading) -> Count {
        let mut of = without_periods(words, reading, f64::INFINITY);
        let has_period = of.len() < words.len();
        let has_number = of.first().is_some_and(|word| reading.numbers_of.contains(word));
        of.drain(..usize::from(has_number));
        of.retain(|word| !reading.neutral.contains(word));
        Count { of, has_number, has_period }
    }
}

/// What synonyms of counts and of people count, where they say that they do.
pub(super) fn counted(rulebook: &Rulebook) -> Counted<'_> {
    let mut counted = Counted::default();
    for (attribute, of) in rulebook.attribute_ids() {
        let Some(rule) = of.rule() else { continue };
        if !rule.kind.is_count() && !matches!(rule.kind, Kind::Number { .. }) {
            continue;
        }
        for (preference, words) in rule.headers.iter().enumerate() {
            let count = Count::in_words(words, &rulebook.reading);
            let says_so = count.has_number || count.has_period && rule.kind.is_count();
            if says_so && !count.of.is_empty() {
                let synonym = Synonym { attribute, preference, rule, is_channel: false };
                let known = counted.entry(count.of).or_insert(Some(synonym));
                *known = known.filter(|known| known.attribute == attribute);
            }
        }
    }
    counted
}
