//! On how many functions each benefit, risk and contract term was raised, and where first.

use std::cmp::Reverse;

use super::judged::Judged;
use crate::report::lists::{ContractTerm, FindingCount, Headline};
use crate::report::words::figures::upper_first;
use crate::report::words::messages::Messages;
use crate::rulebook::{Direction, FindingKind};

/// The most functions that are named of each term, and the most characters of their names.
const MOST_NAMED: usize = 3;
const LONGEST_NAME: usize = 48;
/// The order of the columns about candidates.
const DIRECTIONS: [Direction; 2] = [Direction::Bpo, Direction::Outsourcing];

/// The titles of the first few findings, in one list that begins with a capital.
pub(crate) fn first_titles(say: &Messages, counts: &[FindingCount]) -> String {
    let first = counts.iter().take(MOST_NAMED).map(|count| say.inside(&count.title));
    let more = counts.len().saturating_sub(MOST_NAMED);
    let titles: Vec<String> = first.chain((more > 0).then(|| say.findings_others(more))).collect();
    upper_first(&say.listed(&titles))
}

impl Judged<'_> {
    /// The findings of a kind; those of one title are one, whichever verdict they belong to.
    pub(crate) fn findings(&self, kind: FindingKind) -> Vec<FindingCount> {
        let mut counts: Vec<FindingCount> = Vec::new();
        let mut raised_on: Vec<Vec<usize>> = Vec::new();
        for (finding, candidates) in self.rulebook.findings.iter().zip(self.raised_on_candidates()) {
            if finding.kind != kind {
                continue;
            }
            let at = counts.iter().position(|count| count.title == finding.title).unwrap_or_else(|| {
                let (title, text) = (finding.title.clone(), String::new());
                counts.push(FindingCount { title, text, functions: [None, None], cost: String::new() });
                raised_on.push(Vec::new());
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
                    *number = Some(number.unwrap_or(0) + own.len());
                    raised_on[at].extend(own);
                }
            }
        }
        for (count, functions) in counts.iter_mut().zip(&raised_on) {
            count.cost = self.cost_of(functions);
        }
        counts.sort_by_key(|count| Reverse(count.candidates()));
        counts
    }

    /// On which candidates of either kind each finding of the rulebook was raised.
    fn raised_on_candidates(&self) -> Vec<[Vec<usize>; 2]> {
        let mut raised: Vec<[Vec<usize>; 2]> = vec![Default::default(); self.rulebook.findings.len()];
        for (function, assessment) in self.assessed.all().enumerate() {
            let Some(way) = DIRECTIONS.iter().position(|way| assessment.verdict.direction() == Some(*way)) else {
                continue;
            };
            for (finding, _) in self.assessed.findings(function).of(self.rulebook) {
                raised[finding][way].push(function);
            }
        }
        raised
    }

    /// The terms of contracts, those needed most often first.
    pub(crate) fn contract_terms(&self) -> Vec<ContractTerm> {
        let findings = &self.rulebook.findings;
        let mut raised: Vec<Vec<usize>> = vec![Vec::new(); findings.len()];
        for function in 0..self.assessed.functions() {
            for (finding, of) in self.assessed.findings(function).of(self.rulebook) {
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
                cost: self.cost_of(&functions),
                where_first: self.first_named(functions, MOST_NAMED, LONGEST_NAME),
            })
            .collect();
        terms.sort_by_key(|term| Reverse(term.functions));
        terms
    }

    /// The risk that was raised most often.
    pub(crate) fn raised_heading(&self, risks: &[FindingCount]) -> Headline {
        let [bpo, outsourcing, ..] = &self.portfolio.verdicts;
        let all = bpo.functions + outsourcing.functions;
        let most = FindingCount::most(risks);
        let finding = match most.first().map_or(0, FindingCount::candidates) {
            0 => self.say().raised_none().to_owned(),
            count => {
                self.say().raised_risk(most.len(), &self.say().inside(&first_titles(self.say(), most)), count, all)
            }
        };
        Headline { topic: self.say().findings_heading().to_owned(), finding, lead: self.say().raised_lead().to_owned() }
    }
}
