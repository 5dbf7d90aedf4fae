//! The scale of a column of bare numbers: what was stated of it, what its header states, or what its values say.
//!
//! A scale the wrong way round would turn every verdict round. So where nothing says which end means more, or a header
//! speaks of a scale and is not understood, the column is left unread.

use super::bare::{BareNumbers, Meaning};
use crate::inventory::heading::{Heading, StatedScale};
use crate::inventory::statements::{Scale, Statement};
use crate::rulebook::text::{WordSet, fold};
use crate::rulebook::{LevelScale, Points, Reading, Steps};

/// The scale of a column of ratings, from the number that means least to the one that means most.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rating {
    pub(super) bottom: f64,
    pub(super) top: f64,
    /// Numbers that the column's own values tie to words: `4 - High`.
    ties: Vec<(f64, Points)>,
    /// How it was found, for readers.
    pub(super) reading: String,
}

/// What a column's values say of their scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clues<'a> {
    /// The bare numbers.
    pub(super) ratings: &'a [f64],
    /// The numbers that stand beside words, with the levels of these.
    pub(super) ties: &'a [(f64, Points)],
    /// Whether the file would say if the numbers were shown in per cent.
    pub(super) has_formats: bool,
}

/// Why the scale of a column cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// The header speaks of a scale, and it is not clear what it says.
    Header,
    /// The numbers are not on the scale that the header states.
    Disagreement,
    /// Larger is more, on a scale that nothing tells.
    Ends,
    /// Nothing says which end means more.
    Direction,
}

impl Open {
    /// What is open, as the end of a sentence about the column's numbers.
    pub(super) fn message(self) -> &'static str {
        match self {
            Open::Header => "what the header says of their scale is not clear",
            Open::Disagreement => "they do not go with the scale in the header",
            Open::Ends => "nothing says what their scale is",
            Open::Direction => "nothing says which end means more",
        }
    }
}

/// Where a scale is stated, for readers.
const HEADER: &str = "as the header states";

impl Rating {
    /// The scale of a column's ratings, or why it cannot be told.
    pub(super) fn of(heading: &Heading, scale: &LevelScale, reading: &Reading, clues: Clues) -> Result<Rating, Open> {
        if let Some(StatedScale { bottom, top, origin }) = &heading.scale {
            return Ok(Rating::new(*bottom, *top, origin));
        }
        let are_shares = are_shares(clues.ratings);
        // A word that nobody understood may turn the scale round: `Control (inverse)`.
        if !heading.statement.aside.is_empty() || !heading.statement.qualifiers.is_empty() {
            return tied(clues).ok_or(Open::Header);
        }
        match heading.statement.scale() {
            Scale::Ends { bottom, top, .. } if top.max(bottom) > 10.0 && (are_shares || are_mixed(clues.ratings)) => {
                Err(Open::Disagreement)
            }
            Scale::Percent if are_mixed(clues.ratings) => Err(Open::Disagreement),
            Scale::Ends { bottom, top, .. } => Ok(Rating::new(bottom, top, HEADER)),
            // A file that keeps formats would have said that a share is shown in per cent: either may be meant.
            Scale::Percent if are_shares && clues.has_formats => Err(Open::Disagreement),
            Scale::Percent if are_shares => Ok(Rating::share("as the header says per cent and no number is above 1")),
            Scale::Percent => Ok(Rating::new(0.0, 100.0, HEADER)),
            Scale::Direction { is_upward } => {
                let (low, high) = usual(clues.ratings).ok_or(Open::Ends)?;
                let (bottom, top) = if is_upward { (low, high) } else { (high, low) };
                Ok(Rating::new(bottom, top, "as its values suggest and its header says"))
            }
            Scale::Unclear => Err(Open::Header),
            Scale::None => flags(scale, reading, clues.ratings)
                .or_else(|| tied(clues))
                .map_or_else(|| upward_or_share(&heading.statement, reading, clues.ratings), Ok),
        }
    }

    fn new(bottom: f64, top: f64, why: &str) -> Rating {
        let (low, high) = (bottom.min(top), bottom.max(top));
        let more = if bottom < top { "larger" } else { "smaller" };
        let reading = format!("a rating from {low} to {high}, {why}, {more} is more");
        Rating { bottom, top, ties: Vec::new(), reading }
    }

    fn share(why: &str) -> Rating {
        let reading = format!("a share from 0 to 1, {why}, larger is more");
        Rating { bottom: 0.0, top: 1.0, ties: Vec::new(), reading }
    }

    /// A rating as a level; none outside the scale.
    pub(super) fn level(&self, rating: f64) -> Option<Points> {
        if let Some((_, level)) = self.ties.iter().find(|(number, _)| same(*number, rating)) {
            return Some(*level);
        }
        let share = (rating - self.bottom) / (self.top - self.bottom);
        (0.0..=1.0).contains(&share).then(|| Points::new((share * 100.0).round() as u8)).flatten()
    }

    /// What a bare number means on it.
    pub(super) fn bare(&self, has_points: bool) -> BareNumbers {
        let Rating { bottom, top, ties, .. } = self;
        BareNumbers { meaning: Meaning::Rating { bottom: *bottom, top: *top, ties: ties.clone() }, has_points }
    }

    /// The values of the scale: whole numbers from end to end, unless it is one of 0 to 1 and the column has fractions.
    pub(super) fn steps(&self, has_fractions: bool) -> Steps {
        let (least, most) = (self.bottom.min(self.top), self.bottom.max(self.top));
        if least.fract() != 0.0 || most - least > 10.0 || (most - least < 2.0 && has_fractions) {
            return Steps::QUARTERS;
        }
        let values = (0..=(most - least) as u8).filter_map(|at| self.level(least + f64::from(at)));
        Steps::of(values)
    }

    /// A number of per cent as a level; none outside the scale.
    pub(super) fn level_of_percent(&self, percent: f64) -> Option<Points> {
        match self.bottom.max(self.top) {
            most if same(most, 100.0) => self.level(percent),
            most if same(most, 1.0) => self.level(percent / 100.0),
            _ => share_of_hundred(percent),
        }
    }
}

/// Whether the numbers of a column of counts are ratings all the same: somebody stated their scale, or its header does, or
/// calls it one, such as `Volume rating`. Per cent of a count are shares of a total, and say nothing of high and low.
pub(in crate::inventory) fn are_meant(heading: &Heading) -> bool {
    let by_header = match heading.statement.scale() {
        Scale::Ends { bottom, top, .. } => bottom.min(top) <= 1.0 && bottom.max(top) <= 100.0,
        Scale::Direction { .. } => true,
        Scale::None | Scale::Percent | Scale::Unclear => false,
    };
    heading.scale.is_some() || by_header || heading.statement.rating.is_some()
}

/// Per cent as a level, where nothing else is stated: more is more.
pub(super) fn share_of_hundred(percent: f64) -> Option<Points> {
    (0.0..=100.0).contains(&percent).then(|| Points::new(percent.round() as u8)).flatten()
}

/// The scale to give as an example for these numbers: the first usual one that holds them all, else their own ends.
pub(super) fn example(ratings: &[f64]) -> (f64, f64) {
    let (least, most) = ends_of(ratings);
    let holds = |(bottom, top): &(f64, f64)| least >= *bottom && most <= *top;
    // A column of ones alone is hardly on a scale that ends there.
    let usual = USUAL.into_iter().skip(usize::from(same(least, 1.0))).find(holds);
    usual.unwrap_or((if least < most { least } else { least.min(0.0) }, most))
}

fn ends_of(ratings: &[f64]) -> (f64, f64) {
    let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (least, most)
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < f64::EPSILON
}

fn are_shares(ratings: &[f64]) -> bool {
    ratings.iter().all(|rating| (0.0..=1.0).contains(rating)) && ratings.iter().any(|rating| rating.fract() != 0.0)
}

/// Whether some of the numbers may be shares, as 0.8 is, and others are none.
fn are_mixed(ratings: &[f64]) -> bool {
    let is_share = |rating: &f64| (f64::EPSILON..1.0).contains(rating);
    ratings.iter().any(is_share) && ratings.iter().any(|rating| *rating > 1.0)
}

/// A column of 0 and 1 whose answers are yes and no.
fn flags(scale: &LevelScale, reading: &Reading, ratings: &[f64]) -> Option<Rating> {
    let has_any = |words: &WordSet<String>| words.iter().any(|word| scale.words.contains_key(word));
    let answers = has_any(&reading.yes) && has_any(&reading.no);
    let has = |flag: f64| ratings.iter().any(|rating| same(*rating, flag));
    let only = ratings.iter().all(|rating| same(*rating, 0.0) || same(*rating, 1.0));
    (answers && only && has(0.0) && has(1.0)).then(|| Rating {
        bottom: 0.0,
        top: 1.0,
        ties: Vec::new(),
        reading: "1 as yes and 0 as no, as its values suggest".to_owned(),
    })
}

/// The scale of a column some of whose values tie a number to a word: `4 - High`, `1 (Low)`.
fn tied(clues: Clues) -> Option<Rating> {
    let numbers: Vec<f64> = clues.ratings.iter().copied().chain(clues.ties.iter().map(|(number, _)| *number)).collect();
    let mut ties = clues.ties.to_vec();
    ties.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    let (first, last) = (ties.first()?, ties.last()?);
    let (bottom, top) = usual(&numbers).unwrap_or_else(|| example(&numbers));
    let is_upward = match first.1.cmp(&last.1) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Greater => false,
        // One word alone tells where its number stands in the upper or the lower half.
        std::cmp::Ordering::Equal => {
            let (level, above) = (i32::from(first.1.value()) - 50, first.0 - f64::midpoint(bottom, top));
            if level == 0
                || same(above, 0.0)
                || ties.iter().any(|tie| (tie.0 > f64::midpoint(bottom, top)) != (above > 0.0))
            {
                return None;
            }
            (level > 0) == (above > 0.0)
        }
    };
    // Numbers that go up and down beside their words tell nothing.
    let agrees = |pair: &[(f64, Points)]| match same(pair[0].0, pair[1].0) {
        true => pair[0].1 == pair[1].1,
        false if is_upward => pair[0].1 <= pair[1].1,
        false => pair[0].1 >= pair[1].1,
    };
    if !ties.windows(2).all(agrees) {
        return None;
    }
    // Where both ends are tied to words, these are the ends, unless a number lies beyond them.
    let is_whole = first.1.value().abs_diff(last.1.value()) == 100;
    let (least, most) = ends_of(&numbers);
    let (low, high) =
        if is_whole && same(first.0, least) && same(last.0, most) { (least, most) } else { (bottom, top) };
    let (bottom, top) = if is_upward { (low, high) } else { (high, low) };
    Some(Rating { ties, ..Rating::new(bottom, top, "as its values say") })
}

/// A scale whose header says that larger is more, or a share.
fn upward_or_share(statement: &Statement, reading: &Reading, ratings: &[f64]) -> Result<Rating, Open> {
    if are_shares(ratings) {
        return Ok(Rating::share("as its values suggest"));
    }
    let says_so = |word: &String| reading.upward.contains(&vec![fold(word)]);
    if !statement.rating.as_ref().is_some_and(says_so) {
        return Err(Open::Direction);
    }
    let (bottom, top) = usual(ratings).ok_or(Open::Ends)?;
    Ok(Rating::new(bottom, top, "as its values suggest and its header says"))
}

/// Scales that people use, from the lower to the higher number.
const USUAL: [(f64, f64); 6] = [(0.0, 1.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (0.0, 100.0)];

/// The usual scale whose higher end is reached and that holds all values.
fn usual(ratings: &[f64]) -> Option<(f64, f64)> {
    let (least, most) = ends_of(ratings);
    USUAL.into_iter().skip(1).find(|(bottom, top)| same(most, *top) && least >= *bottom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::statements::of_column;
    use crate::rulebook::load_default;

    /// What a header says of the wanted control.
    fn stated(header: &str) -> Statement {
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("an attribute");
        let rule = rulebook.attribute(id).rule().expect("a column");
        of_column(header, rule, &rulebook.reading)
    }

    #[test]
    fn headers_state_scales() {
        for (header, expected) in [
            ("Control (1-5)", Some((1.0, 5.0))),
            ("Control (1 to 5)", Some((1.0, 5.0))),
            ("Control 0..10", Some((0.0, 10.0))),
            ("Control (5-1)", Some((5.0, 1.0))),
            ("Control (1-5; 0 = not assessed)", Some((1.0, 5.0))),
            ("Control (1-5; 0 = N/A)", Some((1.0, 5.0))),
            ("Control (1-5, 0: keine Angabe)", Some((1.0, 5.0))),
            ("Control (0-5; 0 = none)", Some((0.0, 5.0))),
            ("Control (1 = highest, 5 = lowest)", Some((5.0, 1.0))),
            ("Control wanted (1 = full, 5 = none)", Some((5.0, 1.0))),
            ("Control (1-5, 1=highest)", Some((5.0, 1.0))),
            ("Control (1-5; 5 is high)", Some((1.0, 5.0))),
            ("Control (1 = low, 3 = medium, 5 = high)", Some((1.0, 5.0))),
            ("Control (1-5, 1 = very low)", Some((1.0, 5.0))),
            ("Control (1 = sehr hoch, 5 = sehr niedrig)", Some((5.0, 1.0))),
            ("Control (1 = very low, 2 = low, 3 = medium, 4 = high, 5 = very high)", Some((1.0, 5.0))),
            ("Control (out of 10)", Some((0.0, 10.0))),
            ("Control (max. 10)", Some((0.0, 10.0))),
            ("Control (score /10)", Some((0.0, 10.0))),
            ("Control (0-100%)", Some((0.0, 100.0))),
            ("Control (1-5, 1 being most)", Some((5.0, 1.0))),
            ("Control (1-5, 1 being most strategic)", Some((5.0, 1.0))),
            ("Control (1 to 5 where 1 is full control)", Some((5.0, 1.0))),
            ("Control (1 \u{2192} high, 5 \u{2192} low)", Some((5.0, 1.0))),
            ("Control (1 -> high, 5 -> low)", Some((5.0, 1.0))),
            ("Control (1-5, lower is more)", Some((5.0, 1.0))),
            ("Control (1-5, higher = more)", Some((1.0, 5.0))),
            ("Control (1 (low) to 5 (high))", Some((1.0, 5.0))),
            ("Control (low (1) to high (5))", Some((1.0, 5.0))),
            ("Control (1 high \u{2026} 5 low)", Some((5.0, 1.0))),
            ("Control (1 = no control, 5 = full control)", Some((1.0, 5.0))),
            ("Control (1 = sehr hoch, 5 = gering)", Some((5.0, 1.0))),
            ("Control (1 = très élevé, 5 = faible)", Some((5.0, 1.0))),
            ("Control (1 = muy alto, 5 = bajo)", Some((5.0, 1.0))),
            ("Control (1 = muito alto, 5 = baixo)", Some((5.0, 1.0))),
            ("Control (1 \u{e0} 5)", Some((1.0, 5.0))),
            ("Control (0–1)", Some((0.0, 1.0))),
            ("Control (scale = 1-5)", Some((1.0, 5.0))),
            ("Control (score: 1-5)", Some((1.0, 5.0))),
        ] {
            match (stated(header).scale(), expected) {
                (Scale::Ends { bottom, top, .. }, Some(ends)) => assert_eq!((bottom, top), ends, "{header}"),
                (found, expected) => panic!("{header}: {found:?}, expected {expected:?}"),
            }
        }
        for header in [
            "Control (see table 3)",
            "Control (1 = purple, 5 = green)",
            "Control (1-5, 1 = purple)",
            "Control (purple = 1-5)",
            "Control (1-5, score = 5)",
            "Control (1 = high, 5 = high)",
            "Control (1-5, reverse scored)",
            "Control rank 1-5 most strategic first",
            "Control (1-5, lower is better)",
            "Control (1-5: 1 fully embedded ... 5 stand-alone)",
            "Control (Schulnote 1-6)",
            "Control (1-5, zorblax)",
            "Control zorblax 1-5",
            "Control (1-5 EUR)",
            "Control (1-5 per month)",
            "Control (2024-01-05)",
        ] {
            assert_eq!(stated(header).scale(), Scale::Unclear, "{header}");
        }
        for header in ["Control wanted", "Control 2025"] {
            assert_eq!(stated(header).scale(), Scale::None, "{header}");
        }
        for header in ["Control (%)", "Control percentile", "control_pct"] {
            assert_eq!(stated(header).scale(), Scale::Percent, "{header}");
        }
    }

    #[test]
    fn a_step_is_the_next_value_of_a_scale_of_eleven_at_most() {
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("an attribute");
        let rule = rulebook.attribute(id).rule().expect("a column");
        let crate::rulebook::Kind::Level(scale) = &rule.kind else { panic!("no level") };
        for (header, ratings, step) in [
            ("Control (1-5)", [2.0, 4.0], 25),
            ("Control (0-10)", [2.0, 4.0], 10),
            ("Control (0-20)", [2.0, 4.0], 25),
            ("Control (0-1)", [0.0, 1.0], 100),
            ("Control (0-1)", [0.5, 1.0], 25),
        ] {
            let statement = of_column(header, rule, &rulebook.reading);
            let heading = Heading { header: header.to_owned(), statement, ..Heading::default() };
            let clues = Clues { ratings: &ratings, ties: &[], has_formats: false };
            let rating = Rating::of(&heading, scale, &rulebook.reading, clues).expect("a scale");
            let steps = rating.steps(ratings.iter().any(|rating| rating.fract() != 0.0));
            assert_eq!(steps.above(Points::LOW).map(Points::value), Some(step), "{header} {ratings:?}");
        }
    }

    /// A header, the bare numbers, the numbers beside words, and the ends of the scale.
    type Case<'a> = (&'a str, &'a [f64], &'a [(f64, Points)], Result<(f64, f64), Open>);

    #[test]
    fn no_direction_is_guessed() {
        const LOW: Points = Points::LOW;
        const HIGH: Points = Points::HIGH;
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("an attribute");
        let rule = rulebook.attribute(id).rule().expect("a column");
        let crate::rulebook::Kind::Level(scale) = &rule.kind else { panic!("no level") };
        let cases: [Case; 21] = [
            ("Control (0-100%)", &[0.9, 0.2], &[], Err(Open::Disagreement)),
            ("Control (0-100%)", &[90.0, 20.0], &[], Ok((0.0, 100.0))),
            ("Control (%)", &[0.9, 0.2], &[], Ok((0.0, 1.0))),
            ("Control (%)", &[90.0, 0.2], &[], Err(Open::Disagreement)),
            ("Control (0-100)", &[90.0, 0.2], &[], Err(Open::Disagreement)),
            ("Control (0-100)", &[90.0, 0.0, 2.5], &[], Ok((0.0, 100.0))),
            ("Control", &[0.9, 0.2], &[], Ok((0.0, 1.0))),
            ("Control", &[0.0, 1.0], &[], Ok((0.0, 1.0))),
            ("Control", &[1.0, 5.0], &[], Err(Open::Direction)),
            ("Control", &[2.0, 4.0], &[], Err(Open::Direction)),
            ("Control score", &[1.0, 5.0], &[], Ok((1.0, 5.0))),
            ("Control score", &[1.0, 4.0], &[], Err(Open::Ends)),
            ("Control, see table 3", &[1.0, 5.0], &[], Err(Open::Header)),
            ("Control", &[2.0, 3.0], &[(1.0, LOW), (4.0, HIGH)], Ok((1.0, 4.0))),
            ("Control", &[2.0, 3.0], &[(1.0, HIGH), (4.0, LOW)], Ok((4.0, 1.0))),
            ("Control", &[1.0, 5.0], &[(4.0, HIGH)], Ok((1.0, 5.0))),
            ("Control", &[1.0, 5.0], &[(1.0, HIGH)], Ok((5.0, 1.0))),
            ("Control", &[1.0, 5.0], &[(3.0, Points::MEDIUM)], Err(Open::Direction)),
            ("Control", &[1.0, 5.0], &[(2.0, HIGH), (2.0, LOW)], Err(Open::Direction)),
            ("Control", &[1.0, 5.0], &[(1.0, LOW), (3.0, HIGH), (4.0, LOW)], Err(Open::Direction)),
            ("Control", &[1.0, 5.0], &[(1.0, LOW), (4.0, HIGH)], Ok((1.0, 5.0))),
        ];
        let heading = |header: &str| Heading {
            header: header.to_owned(),
            statement: of_column(header, rule, &rulebook.reading),
            ..Heading::default()
        };
        for (header, ratings, ties, expected) in cases {
            let clues = Clues { ratings, ties, has_formats: false };
            let found = Rating::of(&heading(header), scale, &rulebook.reading, clues);
            assert_eq!(found.map(|rating| (rating.bottom, rating.top)), expected, "{header} {ratings:?} {ties:?}");
        }
        let clues = Clues { ratings: &[0.9, 0.2], ties: &[], has_formats: true };
        let found = Rating::of(&heading("Control (%)"), scale, &rulebook.reading, clues);
        assert_eq!(found, Err(Open::Disagreement), "a format would have said so");
        let stated = StatedScale { bottom: 5.0, top: 1.0, origin: "as `--scale` states".to_owned() };
        let heading = Heading { scale: Some(stated), ..heading("Control (1-5)") };
        let rating = Rating::of(&heading, scale, &rulebook.reading, clues).expect("a scale");
        assert_eq!(rating.reading, "a rating from 1 to 5, as `--scale` states, smaller is more");
    }

    #[test]
    fn examples_are_usual_scales() {
        for (ratings, expected) in [
            (&[2.0, 4.0] as &[f64], (1.0, 5.0)),
            (&[2.0, 7.0], (1.0, 10.0)),
            (&[0.0, 7.0], (0.0, 10.0)),
            (&[0.0, 1.0], (0.0, 1.0)),
            (&[0.8, 0.9], (0.0, 1.0)),
            (&[40.0, 85.0], (0.0, 100.0)),
            (&[40.0, 850.0], (40.0, 850.0)),
            (&[850.0], (0.0, 850.0)),
            (&[1.0], (1.0, 5.0)),
        ] {
            assert_eq!(example(ratings), expected, "{ratings:?}");
        }
    }
}
