//! On how many functions each benefit, risk and contract term was raised, and where first.

use std::cmp::Reverse;

use super::compose::Composer;
use crate::report::model::{ContractTerm, FindingCount};
use crate::report::words::figures::shortened;
use crate::rulebook::{Direction, FindingKind};

/// The order of the columns about candidates.
const DIRECTIONS: [Direction; 2] = [Direction::Bpo, Direction::Outsourcing];

impl Composer<'_, '_> {
    /// The findings of a kind; those of one title are one, whichever verdict they belong to.
    pub(crate) fn findings(&self, kind: FindingKind) -> Vec<FindingCount> {
        let mut counts: Vec<FindingCount> = Vec::new();
        for (finding, candidates) in self.rulebook.findings.iter().zip(self.raised_on_candidates()) {
            if finding.kind != kind {
                continue;
            }
            let at = counts.iter().position(|count| count.title == finding.title).unwrap_or_else(|| {
                let (title, text) = (finding.title.clone(), String::new());
                counts.push(FindingCount { title, text, functions: [None, None] });
                counts.len() - 1
            });
            let count = &mut counts[at];
            // What one of them says beyond the other is said once.
            if finding.text.contains(count.text.trim_end_matches('.')) {
                count.text.clone_from(&finding.text);
            } else if !count.text.contains(finding.text.trim_end_matches('.')) {
                if !count.text.is_empty() {
                    count.text.push(' ');
                }
                count.text.push_str(&finding.text);
            }
            for ((direction, number), own) in DIRECTIONS.into_iter().zip(&mut count.functions).zip(candidates) {
                if finding.direction.is_none_or(|of| of == direction) {
                    *number = Some(number.unwrap_or(0) + own);
                }
            }
        }
        counts.sort_by_key(|count| Reverse(count.functions.iter().flatten().sum::<usize>()));
        counts
    }

    /// On how many candidates of either kind each finding of the rulebook was raised.
    fn raised_on_candidates(&self) -> Vec<[usize; 2]> {
        let mut raised = vec![[0; 2]; self.rulebook.findings.len()];
        for (function, assessment) in self.judged.assessed.all().enumerate() {
            let Some(way) = DIRECTIONS.iter().position(|way| assessment.verdict.direction() == Some(*way)) else {
                continue;
            };
            for (finding, _) in self.judged.assessed.findings(function).of(self.rulebook) {
                raised[finding][way] += 1;
            }
        }
        raised
    }

    /// The terms of contracts, those needed most often first.
    pub(crate) fn contract_terms(&self) -> Vec<ContractTerm> {
        let findings = &self.rulebook.findings;
        let mut raised: Vec<Vec<usize>> = vec![Vec::new(); findings.len()];
        for function in 0..self.judged.assessed.functions() {
            for (finding, of) in self.judged.assessed.findings(function).of(self.rulebook) {
                if of.kind == FindingKind::ContractTerm {
                    raised[finding].push(function);
                }
            }
        }
        let terms = findings.iter().zip(raised).filter(|(finding, _)| finding.kind == FindingKind::ContractTerm);
        let mut terms: Vec<ContractTerm> = terms
            .map(|(finding, functions)| ContractTerm {
                title: finding.title.clone(),
                text: finding.text.clone(),
                functions: functions.len(),
                where_first: self.first_of(functions),
            })
            .collect();
        terms.sort_by_key(|term| Reverse(term.functions));
        terms
    }

    /// The costliest of some functions in a few words, and how many others there are.
    fn first_of(&self, functions: Vec<usize>) -> String {
        const MOST: usize = 3;
        const LONGEST: usize = 60;
        let others = functions.len().saturating_sub(MOST);
        let first = self.judged.costliest(functions, MOST);
        let mut names: Vec<String> =
            first.iter().map(|function| shortened(&self.inventory.name(*function), LONGEST)).collect();
        if others > 0 {
            names.push(self.say.findings_others(others));
        }
        self.say.listed(&names)
    }
}
