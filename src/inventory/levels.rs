//! A column's cells onto levels: words, ratings, per cent and counts.

use std::collections::BTreeMap;

use super::numbers::{self, Beside, grouped};
use super::ratings::Rating;
use super::values::{Outcome, Reader, Values};
use crate::problem::Problem;
use crate::rulebook::text::{fold, holds_phrase, words};
use crate::rulebook::{LevelScale, Numbers, Points, Reading};
use crate::table::{Cell, TextId, text_index};

/// What a cell says, before the column's scale is known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Nothing,
    Level(Points),
    /// A text that is an answer without being a known word.
    Other(Points),
    Number(f64),
    Percent(f64),
    Unreadable,
}

/// What was seen in a column, for the line that says how it was read.
#[derive(Default)]
struct Seen {
    /// A text for each level.
    words: BTreeMap<u8, String>,
    others: usize,
    counted: bool,
    percent: bool,
}

impl Reader<'_> {
    pub(super) fn levels(&mut self, scale: &LevelScale, header: &str) -> Outcome {
        let said = self.what_was_said(scale);
        let rating = self.rating(scale, header, &said);
        let mut seen = Seen::default();
        let mut levels = Vec::with_capacity(said.len());
        for (said, &row0) in said.iter().zip(self.cells.rows) {
            let level = self.level(*said, row0, scale, rating.as_ref(), &mut seen);
            // Bare numbers of a column without a scale are one problem of the column, which has been reported.
            let is_reported = matches!(said, Said::Number(_)) && rating.is_none() && scale.numbers == Numbers::Rating;
            if level.is_none() && *said != Said::Nothing && !is_reported {
                self.unreadable(row0, &expected_level(scale, rating.as_ref()));
            }
            levels.push(level);
        }
        let known = levels.iter().flatten().count();
        Outcome { values: Values::Levels(levels), reading: seen.reading(scale, rating), known }
    }

    fn level(
        &self,
        said: Said,
        row0: u32,
        scale: &LevelScale,
        rating: Option<&Rating>,
        seen: &mut Seen,
    ) -> Option<Points> {
        match (said, scale.numbers) {
            (Said::Level(level), _) => {
                seen.words.entry(level.value()).or_insert_with(|| self.shown(row0));
                Some(level)
            }
            (Said::Other(level), _) => {
                seen.others += 1;
                Some(level)
            }
            (Said::Number(number), Numbers::Count { low_below, high_above }) if number >= 0.0 => {
                seen.counted = true;
                Some(band(number, low_below, high_above))
            }
            (Said::Number(number), Numbers::Rating) => rating.and_then(|rating| rating.level(number)),
            (Said::Percent(share), Numbers::Rating) if (0.0..=100.0).contains(&share) => {
                seen.percent = true;
                Points::new(share.round() as u8)
            }
            _ => None,
        }
    }

    /// What each cell says; every text is looked at once.
    fn what_was_said(&mut self, scale: &LevelScale) -> Vec<Said> {
        let table = self.cells.table;
        let mut by_text: Vec<Option<Said>> = vec![None; table.text_count()];
        let flag = |flag: bool| {
            level_of_word(scale, if flag { "true" } else { "false" }).map_or(Said::Unreadable, Said::Level)
        };
        let (yes, no) = (flag(true), flag(false));
        let mut said = Vec::with_capacity(self.cells.rows.len());
        for (_, cell) in self.cells.iter() {
            said.push(match cell {
                Cell::Empty => Said::Nothing,
                Cell::Text(id) => *by_text[text_index(id)].get_or_insert_with(|| self.said_by_text(scale, id)),
                Cell::Number { value, format } if table.formats[usize::from(format)].contains('%') => {
                    Said::Percent(value * 100.0)
                }
                Cell::Number { value, .. } => Said::Number(value),
                Cell::Boolean(true) => yes,
                Cell::Boolean(false) => no,
                Cell::Date { .. } | Cell::Error(_) => Said::Unreadable,
            });
        }
        said
    }

    fn said_by_text(&self, scale: &LevelScale, id: TextId) -> Said {
        let text = self.cells.table.text(id);
        let folded = fold(text);
        if let Some(level) = level_of_word(scale, &folded).or_else(|| level_with_remark(scale, self.reading, &folded)) {
            return Said::Level(level);
        }
        if folded.is_empty() || self.reading.no_data.contains(&folded) {
            return Said::Nothing;
        }
        if let Ok(written) = numbers::parse(text, self.convention, Beside::Percent) {
            return if written.percent { Said::Percent(written.value) } else { Said::Number(written.value) };
        }
        match scale.otherwise {
            // Yes and no answer another question, and an error that came as text answers none.
            Some(_) if matches!(folded.as_str(), "yes" | "no" | "true" | "false") || folded.starts_with('#') => {
                Said::Unreadable
            }
            Some(otherwise) => level_of_phrase(scale, &folded).map_or(Said::Other(otherwise), Said::Level),
            None => Said::Unreadable,
        }
    }

    /// The scale of the column's bare numbers; none where there are none, or where it cannot be told.
    fn rating(&mut self, scale: &LevelScale, header: &str, said: &[Said]) -> Option<Rating> {
        if scale.numbers != Numbers::Rating {
            return None;
        }
        let ratings: Vec<f64> =
            said.iter().filter_map(|s| if let Said::Number(n) = s { Some(*n) } else { None }).collect();
        if ratings.is_empty() {
            return None;
        }
        let rating = Rating::of(header, scale, self.reading, &ratings);
        if rating.is_none() {
            let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
            let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let numbers =
                if least < most { format!("numbers from {least} to {most}") } else { format!("only {least}") };
            let message = format!("holds {numbers}, and which scale they are on is not clear; they count as missing");
            let name = header.split(['(', '[']).next().unwrap_or_default().trim();
            let help = if header.contains(|c: char| c.is_ascii_digit() || c == '%') {
                "make the header and the numbers agree".to_owned()
            } else {
                format!("state the scale in the header, such as `{name} (1-5)`, or `{name} (5-1)` where 1 is most")
            };
            self.problems.push(Problem::warning("unclear-scale", self.place.clone(), message).help(help));
        }
        rating
    }
}

impl Seen {
    fn reading(self, scale: &LevelScale, rating: Option<Rating>) -> String {
        let mut reading: Vec<String> = Vec::new();
        if !self.words.is_empty() {
            let samples: Vec<String> =
                self.words.iter().rev().map(|(level, word)| format!("{word} = {level}")).collect();
            reading.push(format!("words onto levels ({})", samples.join(", ")));
        }
        if let (1.., Some(level)) = (self.others, scale.otherwise) {
            reading.push(format!("any other text = {} ({})", level.value(), self.others));
        }
        if let (true, Numbers::Count { low_below, high_above }) = (self.counted, scale.numbers) {
            let (low, high) = (grouped(low_below as u64), grouped(high_above as u64));
            reading.push(format!("a year's count: below {low} Low, above {high} High"));
        }
        if self.percent {
            reading.push("per cent, 0 to 100".to_owned());
        }
        reading.extend(rating.map(|rating| rating.reading));
        if reading.is_empty() { "no value was read".to_owned() } else { reading.join("; ") }
    }
}

/// The level of a folded text: a word, or two neighbouring ones (`low-medium`).
pub(super) fn level_of_word(scale: &LevelScale, folded: &str) -> Option<Points> {
    let word = |text: &str| scale.words.get(text.trim()).copied();
    // `a) Yes`: the letter only counts the answers.
    let unlettered = folded.split_once(')').filter(|(letter, _)| letter.chars().count() == 1).map(|(_, rest)| rest);
    if let Some(level) = word(folded).or_else(|| unlettered.and_then(word)) {
        return Some(level);
    }
    let mut pairs = ["-", " to ", "/"].into_iter().filter_map(|between| folded.split_once(between));
    let (low, high) = pairs.find_map(|(low, high)| Some((word(low)?, word(high)?)))?;
    // The middle of two that lie side by side; `Yes/No` is a list that nobody has chosen from.
    (low.value().abs_diff(high.value()) <= 50).then(|| Points::new(u8::midpoint(low.value(), high.value())))?
}

/// The level of a word with a remark after it: `Yes - because …`, `High (4)`, `High: …`; or after its number: `4 - High`.
fn level_with_remark(scale: &LevelScale, reading: &Reading, folded: &str) -> Option<Points> {
    for between in [" - ", " (", ": ", "; ", ", "] {
        let Some((before, after)) = folded.split_once(between) else { continue };
        let after = after.trim_end_matches(')');
        let (word, remark) = if before.trim().parse::<f64>().is_ok() { (after, "") } else { (before, after) };
        let Some(level) = level_of_word(scale, word.trim()) else { continue };
        // `No - not known` says nothing, and `Once (daily)` two things.
        let contradicts = level_of_phrase(scale, remark).is_some_and(|other| other != level);
        return (!contradicts && !reading.no_data.contains(remark.trim())).then_some(level);
    }
    None
}

/// The level of the known words that stand in a longer text; the middle where they disagree.
fn level_of_phrase(scale: &LevelScale, folded: &str) -> Option<Points> {
    let text = words(folded);
    let mut levels: Vec<Points> = Vec::new();
    for (known, level) in &scale.words {
        // A letter alone is a word of many meanings.
        if known.chars().count() > 2 && !levels.contains(level) && holds_phrase(&text, &words(known)) {
            levels.push(*level);
        }
    }
    match levels.as_slice() {
        [] => None,
        [only] => Some(*only),
        _ => Some(Points::MEDIUM),
    }
}

fn expected_level(scale: &LevelScale, rating: Option<&Rating>) -> String {
    let words = scale.examples.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    match (rating, scale.numbers) {
        (Some(rating), _) => {
            let (low, high) = (rating.bottom.min(rating.top), rating.bottom.max(rating.top));
            format!("a level ({words}) or a number from {low} to {high}")
        }
        (None, Numbers::Count { .. }) => format!("a level ({words}) or a count"),
        _ => format!("a level ({words})"),
    }
}

fn band(count: f64, low_below: f64, high_above: f64) -> Points {
    if count < low_below {
        Points::LOW
    } else if count > high_above {
        Points::HIGH
    } else {
        Points::MEDIUM
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{Kind, Origin, load_default};

    #[track_caller]
    fn check(attribute: &str, text: &str, expected: Option<u8>) {
        let rulebook = load_default();
        let id = rulebook.attribute_named(attribute).expect("an attribute");
        let Origin::Column(rule) = &rulebook.attribute(id).origin else { panic!("{attribute} has no column") };
        let Kind::Level(scale) = &rule.kind else { panic!("{attribute} is no level") };
        let folded = fold(text);
        let found = level_of_word(scale, &folded).or_else(|| level_with_remark(scale, &rulebook.reading, &folded));
        assert_eq!(found.map(Points::value), expected, "{attribute}: {text}");
    }

    #[test]
    fn words_are_read_in_all_their_forms() {
        for (text, expected) in [
            ("High", Some(100)),
            (" MEDIUM ", Some(50)),
            ("Low–Medium", Some(25)),
            ("Medium to High", Some(75)),
            ("a) Yes", Some(100)),
            ("Yes – because of the audit", Some(100)),
            ("High (4)", Some(100)),
            ("4 - High", Some(100)),
            ("4 (High)", Some(100)),
            ("Hoch", Some(100)),
            ("Low - High", None),
            ("Yes/No", None),
            ("Y/N", None),
            ("No - not known", None),
            ("high-ish", None),
            ("", None),
        ] {
            check("control", text, expected);
        }
        for (text, expected) in [
            ("Daily", Some(100)),
            ("Once", Some(0)),
            ("Once (daily)", None),
            ("Once, every month", None),
            ("Once a week", Some(100)),
        ] {
            check("frequency", text, expected);
        }
    }

    #[test]
    fn a_status_is_found_inside_a_longer_text() {
        let rulebook = load_default();
        let id = rulebook.attribute_named("sourcing").expect("an attribute");
        let Origin::Column(rule) = &rulebook.attribute(id).origin else { panic!("sourcing has no column") };
        let Kind::Level(scale) = &rule.kind else { panic!("sourcing is no level") };
        for (text, expected) in [
            ("In-house team", Some(100)),
            ("internal department", Some(100)),
            ("In-house and external contractors", Some(50)),
            ("Northwind Services", None),
        ] {
            assert_eq!(level_of_phrase(scale, &fold(text)).map(Points::value), expected, "{text}");
        }
    }
}
