//! The evidence on every function side by side: where it points, and where there is none.
//!
//! How strong a colour stands for how much evidence is left to the writers.

use std::cmp::Reverse;

use super::report::Report;
use crate::assessment::Verdict;
use crate::portfolio::position;
use crate::report::lists::Listing;

/// A function and its evidence.
#[derive(Clone, Debug)]
pub struct HeatLine {
    /// The function's position among the assessed functions, 0-based: the row to link to.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// Its department; empty where not known.
    pub department: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The score, −100 to +100.
    pub score: f64,
    /// The evidence of each criterion with a direction, −100 to +100; none where nothing is known of it.
    pub evidence: Vec<Option<i8>>,
}

/// From one end of the scale to the other, and what has no place on it last.
const ORDER: [Verdict; 4] =
    [Verdict::Bpo, Verdict::Split, Verdict::TraditionalOutsourcing, Verdict::InsufficientEvidence];

impl Report<'_> {
    /// The evidence on the functions, or on so many of the costliest: from the most for BPO to the most for traditional outsourcing.
    pub fn heat_map(&self, most: usize) -> Listing<HeatLine> {
        let mut ordered: Vec<usize> = Vec::with_capacity(self.functions());
        for verdict in ORDER {
            let start = ordered.len();
            ordered.extend(&self.judged.portfolio.ranking[position(verdict)]);
            if verdict != Verdict::InsufficientEvidence {
                let score = |function: &usize| self.judged.assessed.of(*function).score.points();
                ordered[start..].sort_by_key(|function| Reverse((score(function) * 1000.0).round() as i64));
            }
        }
        let more = if ordered.len() > most {
            let mut is_shown = vec![false; self.functions()];
            for function in self.judged.costliest(ordered.clone(), most) {
                is_shown[function] = true;
            }
            ordered.retain(|function| is_shown[*function]);
            self.say().heat_map_more(ordered.len(), self.functions(), self.functions() - ordered.len())
        } else {
            String::new()
        };
        Listing {
            legend: self.say().heat_map_legend().to_owned(),
            more,
            lines: ordered.into_iter().map(|f| self.heat_line(f)).collect(),
        }
    }

    fn heat_line(&self, index: usize) -> HeatLine {
        let (rulebook, assessment) = (self.judged.rulebook, self.judged.assessed.of(index));
        HeatLine {
            index,
            name: self.judged.called(index),
            department: self.judged.inventory.role(rulebook.roles.department, index).into_owned(),
            verdict: assessment.verdict,
            score: assessment.score.points(),
            evidence: self.evidence(index).iter().map(|evidence| evidence.known()).collect(),
        }
    }
}
