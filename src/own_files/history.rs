//! How a portfolio stood in one run after the other: the figures that records keep of the runs before them.

use serde::{Deserialize, Serialize};

/// The figures of one run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

/// The runs that several histories tell of, each once, in the order of their dates.
pub fn merged(histories: Vec<Vec<RunFigures>>) -> Vec<RunFigures> {
    let mut all: Vec<RunFigures> = Vec::new();
    for history in histories {
        for figures in history {
            if !all.contains(&figures) {
                all.push(figures);
            }
        }
    }
    // Runs of one day stay in the order in which they were told.
    all.sort_by(|one, other| one.date.cmp(&other.date));
    all
}
