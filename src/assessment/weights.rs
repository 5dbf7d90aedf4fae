//! Between which values of one weight a verdict is kept, all other weights staying as they are.
//!
//! Everything that a verdict is told by is linear in a weight, so a verdict can change only where one of these lines crosses 0.

use super::rule::{self, Rule, Sums};
use super::verdict::{Evidence, Verdict};

/// The weights of one criterion around its present one that keep a verdict, in the unit of the rulebook's weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The criterion, by its position in the rulebook.
    pub criterion: usize,
    /// The least; 0 where it may be switched off.
    pub least: End,
    /// The greatest; none where it may be as great as you like.
    pub greatest: Option<End>,
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where it is.
    pub weight: f64,
    /// Whether the verdict is kept there, too.
    pub is_kept: bool,
}

/// How far a weight is raised to see what hangs on it.
pub const MOST_RAISED: i64 = 4;

/// How many verdicts change somewhere on the way as one weight moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swing {
    /// As it is lowered to 0.
    pub lowered: usize,
    /// As it is raised to [`MOST_RAISED`] times.
    pub raised: usize,
}

/// A weight in thousandths as a fraction; the denominator is above 0.
type Fraction = (i128, i128);

/// A value that is linear in the weight: that without it, and what each thousandth of it adds.
type Line = [i128; 2];

impl Interval {
    /// Whether the verdict changes as the weight is lowered to 0.
    pub fn is_lost_below(&self) -> bool {
        self.least.weight > 0.0 || !self.least.is_kept
    }

    /// Whether it changes as the weight is raised to so much.
    pub fn is_lost_up_to(&self, most: f64) -> bool {
        self.greatest.is_some_and(|end| end.weight < most || end.weight <= most && !end.is_kept)
    }
}

impl Rule {
    /// For each criterion with a weight, which weights keep the verdict that this evidence gives.
    pub fn intervals(&self, evidence: &[Evidence]) -> Vec<Interval> {
        let Sums { weighted, low, high } = self.weighted(evidence);
        let of = |criterion: &rule::Weighable| {
            let Evidence { value, low: own_low, high: own_high, .. } = evidence[criterion.row];
            let line = |sum: i64, own: i64| [sum - criterion.weight * own, own].map(i128::from);
            let lines = Lines {
                minimum_coverage: self.minimum_coverage(),
                sums: [
                    line(weighted, value.into()),
                    line(low, own_low.into()),
                    line(high, own_high.into()),
                    line(self.greatest_width, criterion.greatest_width),
                ],
            };
            lines.interval(criterion)
        };
        self.directional().map(of).collect()
    }
}

/// What a verdict is told by, as one weight moves: the weighted evidence, its least and its greatest, and the width of the
/// bounds where nothing is known.
struct Lines {
    minimum_coverage: i8,
    sums: [Line; 4],
}

impl Lines {
    /// The verdict at a weight; none where nothing would have any weight at all.
    fn verdict(&self, (numerator, denominator): Fraction) -> Option<Verdict> {
        let [weighted, low, high, width] = self.sums.map(|[rest, slope]| rest * denominator + slope * numerator);
        (width > 0).then(|| rule::verdict(self.minimum_coverage, [weighted, low, high, width]))
    }

    /// The weights above 0 at which something crosses 0, in order.
    fn crossings(&self) -> Vec<Fraction> {
        let [weighted, low, high, width] = self.sums;
        let known = [0, 1].map(|i| width[i] - high[i] + low[i]);
        let covered = [0, 1].map(|i| 100 * known[i] - i128::from(self.minimum_coverage) * width[i]);
        let crossing = |[rest, slope]: Line| match slope.signum() {
            1 => (-rest, slope),
            _ => (rest, -slope),
        };
        let mut crossings: Vec<Fraction> = [weighted, low, high, known, covered]
            .into_iter()
            .map(crossing)
            .filter(|(numerator, denominator)| *denominator > 0 && *numerator > 0)
            .collect();
        crossings.sort_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)));
        crossings.dedup_by(|a, b| a.0 * b.1 == b.0 * a.1);
        crossings
    }

    fn interval(&self, criterion: &rule::Weighable) -> Interval {
        let now = (i128::from(criterion.weight), 1);
        let (verdict, crossings) = (self.verdict(now), self.crossings());
        let is_kept = |at: Fraction| self.verdict(at).is_none_or(|then| Some(then) == verdict);
        let is_below = |at: &&Fraction| at.0 < now.0 * at.1;
        let is_above = |at: &&Fraction| at.0 > now.0 * at.1;
        let down = crossings.iter().rev().filter(is_below).copied().chain([(0, 1)]);
        let up = crossings.iter().filter(is_above).copied();
        let end = |at: Fraction, is_kept| End { weight: at.0 as f64 / at.1 as f64 / 1000.0, is_kept };
        let first_lost = |ends: &mut dyn Iterator<Item = Fraction>| {
            let mut last = now;
            for at in ends {
                if !is_kept(between(last, at)) {
                    return Err(end(last, true));
                }
                if !is_kept(at) {
                    return Err(end(at, false));
                }
                last = at;
            }
            Ok(last)
        };
        let least = first_lost(&mut down.into_iter()).map_or_else(|lost| lost, |last| end(last, true));
        let greatest = match first_lost(&mut up.into_iter()) {
            Err(lost) => Some(lost),
            Ok(last) if is_kept((last.0 + last.1, last.1)) => None,
            Ok(last) => Some(end(last, true)),
        };
        Interval { criterion: criterion.row, least, greatest }
    }
}

/// The middle of two weights.
fn between((a, b): Fraction, (c, d): Fraction) -> Fraction {
    (a * d + c * b, 2 * b * d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_lost_on_the_way_where_it_ends_before_the_end_or_is_not_kept_at_it() {
        for (end, expected) in [
            (None, false),
            (Some((2.0, true)), true),
            (Some((4.0, true)), false),
            (Some((4.0, false)), true),
            (Some((5.0, false)), false),
        ] {
            let least = End { weight: 0.0, is_kept: true };
            let greatest = end.map(|(weight, is_kept)| End { weight, is_kept });
            assert_eq!(Interval { criterion: 0, least, greatest }.is_lost_up_to(4.0), expected, "{end:?}");
        }
    }

    #[test]
    fn the_only_weight_can_be_lowered_as_no_verdict_is_told_without_any() {
        let lines = Lines { minimum_coverage: 50, sums: [[0, 50], [0, 50], [0, 50], [0, 200]] };
        assert_eq!([(0, 1), (1, 1)].map(|weight| lines.verdict(weight)), [None, Some(Verdict::Bpo)]);
    }

    #[test]
    fn what_crosses_0_is_in_order_and_told_once() {
        let mut random = fastrand::Rng::with_seed(37);
        for _ in 0..500 {
            let sums = [(); 4].map(|()| [random.i128(-9..=9), random.i128(-9..=9)]);
            let crossings = Lines { minimum_coverage: 50, sums }.crossings();
            let weights: Vec<f64> = crossings.iter().map(|at| at.0 as f64 / at.1 as f64).collect();
            assert!(weights.iter().all(|weight| *weight > 0.0), "{weights:?}");
            assert!(weights.windows(2).all(|pair| pair[0] < pair[1]), "{weights:?}");
        }
    }
}
