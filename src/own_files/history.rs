//! How a portfolio stood in one run after the other: the figures that records keep of the runs before them.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

/// The figures of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RunFigures {
    /// The date of the run, ISO 8601.
    pub date: String,
    /// SHA-256 of the inventory, in hexadecimal.
    pub input_sha256: String,
    /// SHA-256 of the rulebook's text, in hexadecimal.
    pub rulebook_sha256: String,
    /// How many functions there were.
    pub functions: usize,
    /// How many were candidates for business process outsourcing.
    pub bpo: usize,
    /// How many were candidates for traditional outsourcing.
    pub traditional_outsourcing: usize,
    /// How many were split.
    pub split: usize,
    /// How many had insufficient evidence.
    pub insufficient_evidence: usize,
    /// How many verdicts were firm; null where an older version did not tell.
    pub firm: Option<usize>,
    /// How many functions a person was to look at again.
    pub review: usize,
    /// The mean coverage in whole per cent.
    pub coverage_percent: u8,
    /// How many functions something was decided on.
    pub decisions: usize,
}

impl RunFigures {
    /// How many functions have each verdict, in the order of `Verdict::ALL`.
    pub fn verdicts(&self) -> [usize; 4] {
        [self.bpo, self.traditional_outsourcing, self.split, self.insufficient_evidence]
    }
}

/// The figures of all runs up to one, which is not told again where it came to the same on the same day.
pub fn with(earlier: &[RunFigures], now: RunFigures) -> Vec<RunFigures> {
    let mut all = earlier.to_vec();
    if all.last() != Some(&now) {
        all.push(now);
    }
    all
}

/// The runs that several histories of one portfolio tell of: those of the longest in its order, and what only others tell of at
/// its date.
pub fn merged(mut histories: Vec<Vec<RunFigures>>) -> Vec<RunFigures> {
    histories.sort_by_key(|history| std::cmp::Reverse(history.len()));
    let mut histories = histories.into_iter();
    let longest = histories.next().unwrap_or_default();
    let mut told: HashSet<RunFigures> = longest.iter().cloned().collect();
    let mut others: Vec<RunFigures> = histories.flatten().filter(|figures| told.insert(figures.clone())).collect();
    others.sort_by(|one, next| one.date.cmp(&next.date));
    let mut others = others.into_iter().peekable();
    let mut all = Vec::new();
    for known in longest {
        all.extend(std::iter::from_fn(|| others.next_if(|other| other.date < known.date)));
        all.push(known);
    }
    all.extend(others);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(date: &str, bpo: usize) -> RunFigures {
        RunFigures { date: date.to_owned(), functions: 9, bpo, ..RunFigures::default() }
    }

    #[test]
    fn a_run_that_comes_to_the_same_as_the_one_before_is_told_once() {
        let [one, other] = [run("2026-01-02", 3), run("2026-01-02", 4)];
        let told = with(&with(&[], one.clone()), one.clone());
        assert_eq!(told, std::slice::from_ref(&one));
        // Back to what it was is another run.
        let told = with(&with(&told, other.clone()), one.clone());
        assert_eq!(told, [one.clone(), other.clone(), one.clone()]);
        assert_eq!(merged(vec![told.clone()]), told);
        let earlier = run("2026-01-01", 2);
        assert_eq!(merged(vec![vec![earlier.clone(), one.clone()], told.clone()]), [&[earlier], &told[..]].concat());
    }
}
