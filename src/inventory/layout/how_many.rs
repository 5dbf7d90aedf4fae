//! Headers that say how many, in other words than the rulebook lists: `No. of cases` and `Cases per month` say the same as `Number
//! of cases` and `Cases per year`.

use super::meaning::{Match, Meaning, Synonym, UNMARKED, Words, ruled_out_by};
use crate::inventory::cells::periods::without_periods;
use crate::rulebook::text::WordMap;
use crate::rulebook::{Kind, Reading};

/// What is counted, by its words, and the synonym that counts it; none where several attributes do.
pub(super) type Counted<'r> = WordMap<Vec<String>, Option<Synonym<'r>>>;

/// A header without the words that say that it counts, and how often.
struct Count {
    of: Vec<String>,
    has_number: bool,
    has_period: bool,
}

impl Count {
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
pub(super) fn counted<'a, 'r>(
    synonyms: impl Iterator<Item = (&'a str, Synonym<'r>)>,
    reading: &Reading,
) -> Counted<'r> {
    let mut counted = Counted::default();
    for (header, synonym) in synonyms {
        let words: Vec<String> = header.split(' ').map(str::to_owned).collect();
        let count = Count::in_words(&words, reading);
        let says_so = count.has_number || count.has_period && synonym.rule.kind.is_count();
        let may_count = synonym.rule.kind.is_count() || matches!(synonym.rule.kind, Kind::Number { .. });
        if may_count && says_so && !count.of.is_empty() {
            let known = counted.entry(count.of).or_insert(Some(synonym));
            *known = known.filter(|known| known.attribute == synonym.attribute);
        }
    }
    counted
}

/// The attribute of a header that counts what a synonym of it counts.
pub(super) fn meaning(counted: &Counted, header: &Words, reading: &Reading) -> Option<Meaning> {
    let count = Count::in_words(&header.outside, reading);
    let synonym = counted.get(&count.of)?.as_ref().filter(|_| count.has_number || count.has_period)?;
    // People are as many in a month as in a year.
    let is_number = matches!(synonym.rule.kind, Kind::Number { .. });
    let is_out = is_number && count.has_period || ruled_out_by(synonym.rule, reading, &header.inside).is_some();
    (!is_out).then(|| synonym.meaning(Match::Section, UNMARKED))
}
