//! Whether a verdict holds over all weights that a group gives: for every weighting in the box of their least and greatest.
//!
//! A verdict with a direction holds where the weighted evidence keeps its sign and either the bounds lie on its side or enough is
//! known. All of these are linear in the weights, so that the first is decided at a corner of the box, where each weight is at
//! the end that is worse; and the second by the least of one line where the other fails, a linear program of one constraint over
//! a box, which its dual solves exactly (Dantzig, "Discrete-variable extremum problems", Operations Research 5, 1957: weights
//! move in the order of their ratios). Whole numbers throughout: no rounding can turn an answer.

use super::rule::{Rule, Sums};
use super::verdict::Evidence;
use crate::rulebook::Direction;

/// A line over the weights: what each criterion's weight adds.
type Line = Vec<i128>;

impl Rule {
    /// Whether the verdict that this evidence gives is the same for every weighting between the least and the greatest weights
    /// that people give; none where nobody was asked, and where the verdict has no direction.
    pub fn holds_over_group(&self, evidence: &[Evidence]) -> Option<bool> {
        if !self.has_ranges {
            return None;
        }
        let Sums { weighted, low, high } = self.weighted(evidence);
        let verdict = self.verdict(Sums { weighted, low, high });
        let toward_bpo = verdict.direction()? == Direction::Bpo;
        // Towards outsourcing is the same mirrored.
        let mut lines: [Line; 3] = Default::default();
        for criterion in &self.criteria {
            let Evidence { value, low, high, .. } = evidence[criterion.row];
            let [value, least] = if toward_bpo { [value, low] } else { [-value, -high] }.map(i128::from);
            let width = i128::from(criterion.greatest_width);
            let known = width - (i128::from(high) - i128::from(low));
            let covered = 100 * known - i128::from(self.minimum_coverage()) * width;
            for (line, own) in lines.iter_mut().zip([value, least, covered]) {
                line.push(own);
            }
        }
        let ends: Vec<(i128, i128)> =
            self.criteria.iter().map(|c| (i128::from(c.range.0), i128::from(c.range.1))).collect();
        let [value, least, covered] = &lines;
        Some(least_over(value, &ends) > 0 && is_one_above(least, covered, &ends))
    }
}

/// The least of a line over a box, which it has at a corner.
fn least_over(line: &[i128], ends: &[(i128, i128)]) -> i128 {
    line.iter().zip(ends).map(|(own, (least, greatest))| (own * least).min(own * greatest)).sum()
}

/// Whether everywhere in a box the first line is above 0, or the second at least 0.
///
/// It is not where the least of the second, among the weights for which the first is at most 0, is below 0. That least is the
/// greatest, over all μ ≥ 0, of the least of `second + μ·first` over the box, which is concave in μ with corners only where a
/// weight's part of the sum is 0.
fn is_one_above(first: &[i128], second: &[i128], ends: &[(i128, i128)]) -> bool {
    if least_over(first, ends) > 0 {
        return true;
    }
    let corners = first.iter().zip(second).filter(|(one, other)| (**one > 0) != (**other > 0) && **one != 0);
    let corners = corners.map(|(one, other)| (other.abs(), one.abs()));
    std::iter::once((0, 1)).chain(corners).any(|(numerator, denominator)| {
        let sum: Line = first.iter().zip(second).map(|(one, other)| other * denominator + one * numerator).collect();
        least_over(&sum, ends) >= 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The least of the second line where the first is at most 0: at a corner of the box, or where an edge meets the plane. All
    /// is multiplied by what makes it whole.
    fn naive(first: &[i128], second: &[i128], ends: &[(i128, i128)]) -> bool {
        let n = ends.len();
        let at = |line: &[i128], point: &[i128]| line.iter().zip(point).map(|(a, b)| a * b).sum::<i128>();
        for corner in 0..1_usize << n {
            let end = |i: usize| if corner >> i & 1 == 1 { ends[i].1 } else { ends[i].0 };
            let point: Vec<i128> = (0..n).map(end).collect();
            if at(first, &point) <= 0 && at(second, &point) < 0 {
                return false;
            }
            for edge in 0..n {
                // first·point = 0 along the edge, for w = -rest / slope.
                let (slope, rest) = (first[edge], at(first, &point) - first[edge] * point[edge]);
                if slope == 0 {
                    continue;
                }
                let (numerator, denominator) = if slope > 0 { (-rest, slope) } else { (rest, -slope) };
                let (least, greatest) = ends[edge];
                if numerator < least * denominator || numerator > greatest * denominator {
                    continue;
                }
                let others = at(second, &point) - second[edge] * point[edge];
                if others * denominator + second[edge] * numerator < 0 {
                    return false;
                }
            }
        }
        true
    }

    #[test]
    fn the_dual_agrees_with_every_vertex() {
        let mut random = fastrand::Rng::with_seed(7);
        let mut answers = [0, 0];
        for _ in 0..20_000 {
            let n = random.usize(1..6);
            let mut line = |most: i128| (0..n).map(|_| random.i128(-most..=most)).collect::<Line>();
            let (first, second) = (line(4), line(5));
            let ends: Vec<(i128, i128)> = (0..n)
                .map(|_| {
                    let least = random.i128(0..4);
                    (least, least + random.i128(0..4))
                })
                .collect();
            let expected = naive(&first, &second, &ends);
            assert_eq!(is_one_above(&first, &second, &ends), expected, "{first:?} {second:?} {ends:?}");
            answers[usize::from(expected)] += 1;
        }
        assert!(answers.iter().all(|count| *count > 2_000), "{answers:?}");
    }
}
