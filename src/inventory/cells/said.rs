//! What a cell says before the column's scale is known, and the levels that words and phrases stand for.

use std::collections::{BTreeMap, HashSet};

use super::dates;
use super::ratings::Rating;
use crate::inventory::statements::NumberUnit;
use crate::rulebook::text::words;
use crate::rulebook::{LevelScale, Numbers, Points, Reading};
use crate::table::TextId;

/// What a cell says, before the column's scale is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Nothing,
    Level(Points),
    /// A text that is an answer without being a known word.
    Other(Points),
    /// A date, where a date is an answer.
    Date(Points),
    Number(f64),
    Percent(f64),
    /// A number or a range of a column of counts, with what stands beside it.
    Count(Count),
    /// One number with a decimal comma, and another with a decimal point.
    Ambiguous,
    Unreadable,
}

/// What numbers in texts mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figures {
    /// Ratings and shares.
    Ratings,
    /// Counts.
    Counts,
    /// The counts of one channel of several, of which some may not be in use.
    ChannelCounts,
}

/// What the cells of a column say.
pub(super) struct Told {
    /// What each says.
    pub(super) said: Vec<Said>,
    /// The numbers that stand beside words, with the levels of these.
    pub(super) ties: Vec<(f64, Points)>,
    /// The ratings and shares that were written as roughly so.
    pub(super) rough: HashSet<TextId>,
}

/// What was seen in a column, for the line that says how it was read.
#[derive(Default)]
pub(super) struct Seen {
    /// A text for each level.
    pub(super) words: BTreeMap<u8, String>,
    pub(super) others: usize,
    pub(super) dates: usize,
    pub(super) percent: bool,
}

impl Seen {
    /// How words, answers, dates and per cent were read, one part each.
    pub(super) fn parts(&self, scale: &LevelScale) -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        if !self.words.is_empty() {
            let samples: Vec<String> =
                self.words.iter().rev().map(|(level, word)| format!("{word} = {level}")).collect();
            parts.push(format!("words onto levels ({})", samples.join(", ")));
        }
        if let (1.., Some(level)) = (self.others, scale.otherwise) {
            parts.push(format!("any other text = {} ({})", level.value(), self.others));
        }
        if let (1.., Some(end)) = (self.dates, scale.dates) {
            let (end, never) = (end.value(), end.opposite().value());
            parts.push(format!("a date = {end}, from {} on {never} ({})", dates::NEVER_FROM_YEAR, self.dates));
        }
        if self.percent {
            parts.push("per cent from 0 to 100, larger is more".to_owned());
        }
        parts
    }
}

/// The level of a folded text: a word, or two neighbouring ones (`low-medium`).
pub(in crate::inventory) fn level_of_word(scale: &LevelScale, reading: &Reading, folded: &str) -> Option<Points> {
    // `Med.`, `High!`
    let word = |text: &str| {
        let text = text.trim();
        let bare = || scale.words.get(text.trim_end_matches(['.', '!', '*', ','])).copied();
        scale.words.get(text).copied().or_else(bare)
    };
    let unlettered = without_letters(folded);
    if let Some(level) = word(folded).or_else(|| word(unlettered)) {
        return Some(level);
    }
    let mut pairs = reading.pairs.iter().filter_map(|between| unlettered.split_once(between.as_str()));
    let (low, high) = pairs.find_map(|(low, high)| Some((word(low)?, word(high)?)))?;
    // The middle of two that lie side by side; `Yes/No` is a list that nobody has chosen from.
    (low.value().abs_diff(high.value()) <= 50).then(|| Points::new(u8::midpoint(low.value(), high.value())))?
}

/// A text without the letters that only count the answers: `a) Yes`, `(b) No`, `b) b) No`, `c. Partly`.
pub(super) fn without_letters(folded: &str) -> &str {
    let mut text = folded;
    loop {
        let mut rest = text.strip_prefix('(').unwrap_or(text).chars();
        let (letter, sign) = (rest.next(), rest.next());
        let rest = rest.as_str();
        let is_counting = letter.is_some_and(char::is_alphabetic)
            && (sign == Some(')') || sign == Some('.') && rest.starts_with(' '))
            && !rest.is_empty();
        if !is_counting {
            return text;
        }
        text = rest.trim_start();
    }
}

/// A word beside its number, and that number: `4 - High`, `4 = high`, `1 (Low)`, `High (4)`, `High: 4`, `1 = full`.
pub(super) fn level_with_number(scale: &LevelScale, reading: &Reading, folded: &str) -> Option<(f64, Points)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let separators: &[char] = &[' ', '-', '=', ':', '.', '(', ')', ','];
    let (digits, word) = if folded.starts_with(is_digit) {
        folded.split_at(folded.find(|c| !is_digit(c))?)
    } else {
        let end = folded.trim_end_matches([')', ' ']);
        let start = end.rfind(|c| !is_digit(c)).map(|at| at + end[at..].chars().next().map_or(1, char::len_utf8))?;
        let (word, digits) = end.split_at(start);
        (digits, word)
    };
    let is_apart = word.starts_with(separators) || word.ends_with(separators);
    // Beside a blank alone, `5 m` may be metres, and `12 min` minutes.
    let is_marked = word.contains(['-', '=', ':', '(', ')']);
    let word = word.trim_matches(separators);
    if !is_marked && word.chars().count() < 4 && !reading.short.contains(word) {
        return None;
    }
    let level = level_of_word(scale, reading, word).or_else(|| {
        match (reading.more.contains(word), reading.less.contains(word)) {
            (true, _) => Some(Points::HIGH),
            (_, true) => Some(Points::LOW),
            _ => None,
        }
    })?;
    (is_apart && digits.len() <= 3).then(|| digits.parse().ok().map(|number| (number, level)))?
}

/// The level of a word with a remark after it: `Yes - because …`, `High: …`.
pub(super) fn level_with_remark(scale: &LevelScale, reading: &Reading, folded: &str) -> Option<Points> {
    let text = without_letters(folded);
    for between in [" - ", " (", ": ", "; ", ", ", ". "] {
        let Some((word, remark)) = text.split_once(between) else { continue };
        let remark = remark.trim_end_matches(')');
        let Some(level) = level_of_word(scale, reading, word.trim()) else { continue };
        // `No - not known` says nothing, and `Once (daily)` two things.
        let contradicts = level_of_phrase(scale, remark).is_some_and(|other| other != level);
        return (!contradicts && !reading.no_data.contains(remark.trim())).then_some(level);
    }
    None
}

/// The level of the known words that stand in a longer text; the middle where they disagree.
pub(super) fn level_of_phrase(scale: &LevelScale, folded: &str) -> Option<Points> {
    let text = words(folded);
    let mut levels: Vec<Points> = Vec::new();
    for at in 0..text.len() {
        for (phrase, level) in scale.phrases.get(&text[at]).into_iter().flatten() {
            if !levels.contains(level) && text[at..].starts_with(phrase) {
                levels.push(*level);
            }
        }
    }
    match levels.as_slice() {
        [] => None,
        [only] => Some(*only),
        _ => Some(Points::MEDIUM),
    }
}

pub(super) fn expected_level(scale: &LevelScale, rating: Option<&Rating>) -> String {
    let words = scale.examples.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    match (rating, scale.numbers) {
        (Some(rating), _) => {
            let (low, high) = (rating.bottom.min(rating.top), rating.bottom.max(rating.top));
            format!("a level ({words}) or a number from {low} to {high}")
        }
        (None, Numbers::Count { .. }) => format!("a level ({words}) or a count"),
        (None, _) if scale.dates.is_some() => format!("a date or a word such as {words}"),
        _ => format!("a level ({words})"),
    }
}

/// A count, or a range of counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Count {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) is_rough: bool,
    /// Whether a power of ten stands beside it, so that the header's is not meant.
    pub(super) has_magnitude: bool,
    /// Whether the cell says how often, so that it is a year's whatever the column counts.
    pub(super) is_yearly: bool,
}

impl Count {
    /// The count in ones, where its row says that it is in thousands.
    pub(super) fn times(self, own: NumberUnit) -> Count {
        let has_magnitude = self.has_magnitude || own.factor > 1.0;
        let factor = if self.has_magnitude { 1.0 } else { own.factor };
        Count { low: self.low * factor, high: self.high * factor, has_magnitude, ..self }
    }

    pub(super) fn plain(number: f64) -> Count {
        Count { low: number, high: number, is_rough: false, has_magnitude: false, is_yearly: false }
    }
}
