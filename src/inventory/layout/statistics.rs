//! What numbers say of others, as far as rounding tells.

/// What a number can say of others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Statistic {
    Sum,
    Mean,
    Median,
    Least,
    Most,
    Count,
}

pub(super) const STATISTICS: [Statistic; 6] =
    [Statistic::Sum, Statistic::Mean, Statistic::Median, Statistic::Least, Statistic::Most, Statistic::Count];

impl Statistic {
    /// What it is of some numbers, and how far rounding may lead from it.
    fn of(self, numbers: &[f64], stated: f64) -> Option<(f64, f64)> {
        let count = numbers.len() as f64;
        let sum: f64 = numbers.iter().sum();
        let (own, of_parts) = (half_unit(stated), numbers.iter().copied().map(half_unit).fold(f64::INFINITY, f64::min));
        Some(match self {
            // A total may be rounded, and so may each of its parts.
            Statistic::Sum => {
                let rounded = if own > of_parts { own } else { 0.0 };
                (sum, rounded + (of_parts * count.sqrt()).min(sum.abs() / 100.0))
            }
            Statistic::Mean => (sum / count, own),
            Statistic::Median => {
                let mut sorted = numbers.to_vec();
                sorted.sort_by(f64::total_cmp);
                let middle = sorted.len() / 2;
                let lower = if sorted.len().is_multiple_of(2) { middle.checked_sub(1)? } else { middle };
                (f64::midpoint(*sorted.get(lower)?, *sorted.get(middle)?), own)
            }
            Statistic::Least => (numbers.iter().copied().fold(f64::INFINITY, f64::min), 0.0),
            Statistic::Most => (numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max), 0.0),
            Statistic::Count => (count, 0.0),
        })
    }

    /// Whether a number is this of others.
    pub(super) fn is_of(self, numbers: &[f64], stated: f64) -> bool {
        const EXACT: f64 = 1e-9;
        self.of(numbers, stated)
            .is_some_and(|(exact, off)| (exact - stated).abs() <= off * (1.0 + EXACT) + EXACT * stated.abs())
    }
}

/// Whether a number is the sum of others, as far as rounding tells.
pub(in crate::inventory) fn is_sum_of(numbers: &[f64], stated: f64) -> bool {
    Statistic::Sum.is_of(numbers, stated)
}

/// How many digits of a number say something: 2 of `270`, 4 of `62,320`.
pub(super) fn digits(number: f64) -> usize {
    let text = number.abs().to_string();
    text.replace('.', "").trim_matches('0').len()
}

/// Half of the last digit that a number is written with.
fn half_unit(number: f64) -> f64 {
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (0..decimals.min(12)).fold(0.5, |half, _| half / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_say_something_of_others_within_rounding() {
        for (numbers, stated, expected) in [
            (&[100.4, 200.4, 20.0, 20.0, 20.0][..], 361.0, &[Statistic::Sum][..]),
            (&[100.4, 200.4, 20.0, 20.0, 20.0], 362.0, &[]),
            (&[1.0, 1.0], 2.0, &[Statistic::Sum, Statistic::Count]),
            (&[1.0, 1.0], 3.0, &[]),
            (&[2.0, 5.0, 1.0], 2.7, &[Statistic::Mean]),
            (&[2.0, 5.0, 1.0], 2.0, &[Statistic::Median]),
            (&[2.0, 5.0, 1.0, 4.0], 3.0, &[Statistic::Mean, Statistic::Median]),
            (&[2.0, 5.0, 1.0], 5.0, &[Statistic::Most]),
            (&[12.5, 7.5], 20.0, &[Statistic::Sum]),
            (&[12.5, 7.5], 21.0, &[]),
        ] {
            let found: Vec<Statistic> = STATISTICS.into_iter().filter(|s| s.is_of(numbers, stated)).collect();
            assert!(found == expected, "{numbers:?} {stated}: {}", found.len());
        }
    }
}
