//! What a cell says before the column's scale is known.

use std::collections::{BTreeMap, HashSet};

use super::dates;
use super::ratings::Rating;
use crate::inventory::statements::NumberUnit;
use crate::rulebook::{LevelScale, Numbers, Points};
use crate::table::TextId;

/// What a cell says, before the column's scale is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    Nothing,
    Level(Points),
    /// The name of somebody else who does the work.
    Outsider,
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
    /// How often each outside provider is named.
    pub(super) outsiders: BTreeMap<TextId, usize>,
    /// How many cells name one, and which come most often.
    pub(super) named: String,
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
        if !self.outsiders.is_empty() {
            parts.push(format!("outside provider named = {} ({})", Points::LOW.value(), self.named));
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
    /// The number that the cell shows.
    pub(super) shown: f64,
}

impl Count {
    /// The count in ones, where its row says that it is in thousands.
    pub(super) fn times(self, own: NumberUnit) -> Count {
        let has_magnitude = self.has_magnitude || own.factor > 1.0;
        let factor = if self.has_magnitude { 1.0 } else { own.factor };
        Count { low: self.low * factor, high: self.high * factor, has_magnitude, ..self }
    }

    pub(super) fn plain(number: f64) -> Count {
        Count { low: number, high: number, is_rough: false, has_magnitude: false, is_yearly: false, shown: number }
    }
}
