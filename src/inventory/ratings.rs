//! The scale of a column of bare numbers: what its header states, or what its values suggest.
//!
//! A header that speaks of a scale and is not understood leaves the column unread: a scale the wrong way round would turn
//! every verdict round.

use crate::rulebook::text::fold;
use crate::rulebook::{LevelScale, Points, Reading};

/// The scale of a column of ratings, from the number that means least to the one that means most.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rating {
    pub(super) bottom: f64,
    pub(super) top: f64,
    /// How it was found, for readers.
    pub(super) reading: String,
}

/// A scale that was stated for a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedScale {
    /// The number that means least.
    pub bottom: f64,
    /// The number that means most.
    pub top: f64,
    /// Where it was stated, such as `as the rulebook states`.
    pub origin: &'static str,
}

/// What a header says of the scale.
#[derive(Debug, PartialEq)]
enum Stated {
    Nothing,
    Scale(Rating),
    Unclear,
}

/// A part of a header: a number, a word, or a sign.
#[derive(Debug, PartialEq)]
enum Token {
    Number(f64),
    Word(String),
    Sign(char),
}

impl Rating {
    /// The scale of these ratings; none where it cannot be told.
    pub(super) fn of(header: &str, scale: &LevelScale, reading: &Reading, ratings: &[f64]) -> Option<Rating> {
        match stated(header, reading) {
            // Shares under a scale of per cent: either may be meant.
            Stated::Scale(rating) if rating.top.max(rating.bottom) > 10.0 && are_shares(ratings) => None,
            Stated::Scale(rating) => Some(rating),
            Stated::Unclear => None,
            Stated::Nothing => flags(scale, ratings).or_else(|| inferred(ratings)),
        }
    }

    /// A rating as a level; none outside the scale.
    pub(super) fn level(&self, rating: f64) -> Option<Points> {
        let share = (rating - self.bottom) / (self.top - self.bottom);
        (0.0..=1.0).contains(&share).then(|| Points::new((share * 100.0).round() as u8)).flatten()
    }

    fn stated(bottom: f64, top: f64) -> Stated {
        let (low, high) = (bottom.min(top), bottom.max(top));
        if low >= high {
            return Stated::Unclear;
        }
        let more = if bottom < top { "larger" } else { "smaller" };
        Stated::Scale(Rating {
            bottom,
            top,
            reading: format!("a rating from {low} to {high}, as the header states, {more} is more"),
        })
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON
}

fn are_shares(ratings: &[f64]) -> bool {
    ratings.iter().all(|rating| (0.0..=1.0).contains(rating)) && ratings.iter().any(|rating| rating.fract() != 0.0)
}

/// `1-5`, `1 to 5`, `1 = low, 5 = high`, `1-5, 1 = highest`, `out of 10`, `/10`, `max. 10`, `%`.
fn stated(header: &str, reading: &Reading) -> Stated {
    let tokens = tokens(header);
    let ends = ends(&tokens, reading);
    let range = tokens.windows(3).find_map(|window| match window {
        [Token::Number(from), Token::Sign('-'), Token::Number(to)] => Some((*from, *to)),
        [Token::Number(from), Token::Word(word), Token::Number(to)] if word == "to" || word == "bis" => {
            Some((*from, *to))
        }
        _ => None,
    });
    let has_number = tokens.iter().any(|token| matches!(token, Token::Number(_)));
    match (ends.as_slice(), range) {
        ([], Some((from, to))) => Rating::stated(from, to),
        ([], None) => match out_of(&tokens) {
            Some(top) => Rating::stated(0.0, top),
            None if has_number => Stated::Unclear,
            None => Stated::Nothing,
        },
        // One end is named, and the range gives the other.
        ([(end, more)], Some((from, to))) if same(*end, from) || same(*end, to) => {
            let other = if same(*end, from) { to } else { from };
            if *more { Rating::stated(other, *end) } else { Rating::stated(*end, other) }
        }
        (ends, _) => {
            let most = ends.iter().filter(|(_, more)| *more).map(|(end, _)| *end);
            let least = ends.iter().filter(|(_, more)| !*more).map(|(end, _)| *end);
            match (least.collect::<Vec<_>>().as_slice(), most.collect::<Vec<_>>().as_slice()) {
                ([bottom], [top]) => Rating::stated(*bottom, *top),
                _ => Stated::Unclear,
            }
        }
    }
}

/// The numbers that a header says are an end of the scale, and whether they mean most: `1 = low`, `high: 5`.
fn ends(tokens: &[Token], reading: &Reading) -> Vec<(f64, bool)> {
    let direction = |word: &str| match (reading.more.contains(word), reading.less.contains(word)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    };
    let pairs = tokens.windows(3).filter_map(|window| match window {
        [Token::Number(end), Token::Sign('=' | ':'), Token::Word(word)]
        | [Token::Word(word), Token::Sign('=' | ':'), Token::Number(end)] => Some((*end, direction(word)?)),
        [Token::Number(end), Token::Word(is), Token::Word(word)] if is == "is" || is == "ist" => {
            Some((*end, direction(word)?))
        }
        _ => None,
    });
    pairs.collect()
}

/// The top of a scale that starts at 0: `out of 10`, `/10`, `max. 10`, `%`.
fn out_of(tokens: &[Token]) -> Option<f64> {
    let is = |token: Option<&Token>, words: &[&str]| matches!(token, Some(Token::Word(word)) if words.contains(&word.as_str()));
    let numbers: Vec<usize> = (0..tokens.len()).filter(|i| matches!(tokens[*i], Token::Number(_))).collect();
    let percent =
        tokens.contains(&Token::Sign('%')) || tokens.iter().any(|t| is(Some(t), &["percent", "percentage", "pct"]));
    match numbers.as_slice() {
        [] if percent => Some(100.0),
        [at] => {
            let before = |back: usize| at.checked_sub(back).and_then(|i| tokens.get(i));
            let named = before(1) == Some(&Token::Sign('/'))
                || is(before(1), &["max", "maximum"])
                || is(before(1), &["of"]) && is(before(2), &["out"])
                || before(1) == Some(&Token::Sign('.')) && is(before(2), &["max"]);
            match tokens[*at] {
                Token::Number(top) if named => Some(top),
                _ => None,
            }
        }
        _ => None,
    }
}

fn tokens(header: &str) -> Vec<Token> {
    let folded = fold(header).replace("..", "-");
    let mut tokens = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        let length = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let taken = if first.is_ascii_digit() {
            let digits = &rest[..length(|c| c.is_ascii_digit() || c == '.')];
            let digits = digits.trim_end_matches('.');
            tokens.extend(digits.parse().ok().map(Token::Number));
            digits.len()
        } else if first.is_alphabetic() {
            let word = &rest[..length(char::is_alphabetic)];
            tokens.push(Token::Word(word.to_owned()));
            word.len()
        } else {
            // Between `0-100%` and `0 - 100 %` there is no difference.
            if !first.is_whitespace() {
                tokens.push(Token::Sign(first));
            }
            first.len_utf8()
        };
        rest = &rest[taken.max(1)..];
    }
    tokens
}

/// A column of 0 and 1 whose answers are yes and no.
fn flags(scale: &LevelScale, ratings: &[f64]) -> Option<Rating> {
    let answers = scale.words.contains_key("yes") && scale.words.contains_key("no");
    let has = |flag: f64| ratings.iter().any(|rating| same(*rating, flag));
    let only = ratings.iter().all(|rating| same(*rating, 0.0) || same(*rating, 1.0));
    (answers && only && has(0.0) && has(1.0)).then(|| Rating {
        bottom: 0.0,
        top: 1.0,
        reading: "1 as yes and 0 as no, as its values suggest".to_owned(),
    })
}

/// The usual scale whose top is reached and that holds all values, by the default that larger is more.
fn inferred(ratings: &[f64]) -> Option<Rating> {
    const USUAL: [(f64, f64); 6] = [(0.0, 1.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (0.0, 100.0)];
    let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let fits = |(bottom, top): &(f64, f64)| {
        if *top <= 1.0 { are_shares(ratings) } else { same(most, *top) && least >= *bottom }
    };
    let (bottom, top) = USUAL.into_iter().find(fits)?;
    let reading = format!("a rating from {bottom} to {top}, as its values suggest, larger is more");
    Some(Rating { bottom, top, reading })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn headers_state_scales() {
        let reading = load_default().reading;
        for (header, expected) in [
            ("Strategic value (1-5)", Some((1.0, 5.0))),
            ("Strategic value (1 to 5)", Some((1.0, 5.0))),
            ("Strategic value 0..10", Some((0.0, 10.0))),
            ("Specialisation (5-1)", Some((5.0, 1.0))),
            ("Strategic value (1 = highest, 5 = lowest)", Some((5.0, 1.0))),
            ("Control wanted (1 = full, 5 = none)", Some((5.0, 1.0))),
            ("Control (1-5, 1=highest)", Some((5.0, 1.0))),
            ("Control (1-5; 5 is high)", Some((1.0, 5.0))),
            ("Control (1 = low, 3 = medium, 5 = high)", Some((1.0, 5.0))),
            ("Integration (out of 10)", Some((0.0, 10.0))),
            ("Integration (max. 10)", Some((0.0, 10.0))),
            ("Integration (score /10)", Some((0.0, 10.0))),
            ("Specialisation (%)", Some((0.0, 100.0))),
            ("Repetitiveness (0-100%)", Some((0.0, 100.0))),
            ("Repetitiveness (0–1)", Some((0.0, 1.0))),
        ] {
            match (stated(header, &reading), expected) {
                (Stated::Scale(rating), Some(ends)) => assert_eq!((rating.bottom, rating.top), ends, "{header}"),
                (found, expected) => panic!("{header}: {found:?}, expected {expected:?}"),
            }
        }
        for header in
            ["Control (see table 3)", "Control (1 = purple, 5 = green)", "Control 2025", "Control (1 = high, 5 = high)"]
        {
            assert_eq!(stated(header, &reading), Stated::Unclear, "{header}");
        }
        assert_eq!(stated("Control wanted", &reading), Stated::Nothing);
    }

    #[test]
    fn shares_under_a_scale_of_per_cent_are_not_read() {
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("an attribute");
        let crate::rulebook::Origin::Column(rule) = &rulebook.attribute(id).origin else { panic!("no column") };
        let crate::rulebook::Kind::Level(scale) = &rule.kind else { panic!("no level") };
        let of = |header: &str, ratings: &[f64]| {
            Rating::of(header, scale, &rulebook.reading, ratings).map(|rating| (rating.bottom, rating.top))
        };
        assert_eq!(of("Control (0-100%)", &[0.9, 0.2]), None);
        assert_eq!(of("Control (0-100%)", &[90.0, 20.0]), Some((0.0, 100.0)));
        assert_eq!(of("Control", &[0.9, 0.2]), Some((0.0, 1.0)));
        assert_eq!(of("Control", &[0.0, 1.0]), Some((0.0, 1.0)), "flags");
        assert_eq!(of("Control", &[1.0, 5.0]), Some((1.0, 5.0)));
        assert_eq!(of("Control", &[2.0, 4.0]), None);
    }
}
