//! Everything that was raised on functions, a line each: risks first, then contract terms and benefits.

use std::cmp::Reverse;

use super::judged::Judged;
use super::report::Report;
use crate::assessment::Verdict;
use crate::report::lists::{Listing, Money};
use crate::report::words::messages::Messages;
use crate::rulebook::FindingKind;

/// A finding on a function.
#[derive(Clone, Debug)]
pub struct RaisedLine {
    /// The function, by its position.
    pub index: usize,
    /// The name of the function, with what tells it apart from those that share it.
    pub name: String,
    /// Its department; empty where there is none.
    pub department: String,
    /// Its annual cost; none where it is not known.
    pub cost: Option<Money>,
    /// Its verdict.
    pub verdict: Verdict,
    /// Whether it is a risk, rather than a contract term or a benefit.
    pub is_risk: bool,
    /// `Risk`, `Contract term` or `Benefit`.
    pub kind: String,
    /// What was raised.
    pub title: String,
    /// On how many functions it was raised.
    pub functions: usize,
    /// The values and cells that raised it.
    pub because: String,
}

impl Report<'_> {
    /// What was raised, or so much of it as was raised on the costliest functions.
    ///
    /// Risks come before contract terms before benefits, of each kind the most frequent first, and of each finding the costliest
    /// function first.
    pub fn risks(&self, most: usize) -> Listing<RaisedLine> {
        let rulebook = self.judged.rulebook;
        let raised = |function: usize| self.judged.assessed.findings(function).of(rulebook);
        let with_findings = (0..self.functions()).filter(|f| raised(*f).next().is_some()).collect();
        let mut found: Vec<(usize, usize)> = Vec::new();
        // Of a function everything is listed, or nothing.
        let mut functions = 0;
        for function in self.judged.costliest(with_findings, most) {
            if found.len() + raised(function).count() > most {
                break;
            }
            found.extend(raised(function).map(|(finding, _)| (finding, function)));
            functions += 1;
        }
        let counts = &self.judged.portfolio.findings;
        // The rulebook's order is that of importance; that of functions is that of cost already.
        found.sort_by_key(|(finding, _)| (rank(rulebook.findings[*finding].kind), Reverse(counts[*finding]), *finding));
        let say = self.say();
        let left = counts.iter().sum::<usize>() - found.len();
        Listing {
            legend: if counts.iter().sum::<usize>() == 0 { say.risks_none() } else { say.risks_legend() }.to_owned(),
            more: if left == 0 { String::new() } else { say.risks_more(found.len(), functions, left) },
            lines: found.into_iter().map(|(finding, function)| self.raised_line(finding, function)).collect(),
        }
    }

    fn raised_line(&self, finding: usize, function: usize) -> RaisedLine {
        let Judged { rulebook, inventory, assessed, .. } = &self.judged;
        let of = &rulebook.findings[finding];
        RaisedLine {
            index: function,
            name: self.judged.called(function),
            department: inventory.role(rulebook.roles.department, function).into_owned(),
            cost: self.judged.cost(function),
            verdict: assessed.of(function).verdict,
            is_risk: of.kind == FindingKind::Risk,
            kind: kind(self.say(), of.kind).to_owned(),
            title: of.title.clone(),
            functions: self.judged.portfolio.findings[finding],
            because: self.judged.raised(of, function),
        }
    }
}

fn rank(kind: FindingKind) -> u8 {
    match kind {
        FindingKind::Risk => 0,
        FindingKind::ContractTerm => 1,
        FindingKind::Benefit => 2,
    }
}

fn kind(say: &Messages, kind: FindingKind) -> &str {
    match kind {
        FindingKind::Risk => say.risk(),
        FindingKind::ContractTerm => say.contract_term(),
        FindingKind::Benefit => say.benefit(),
    }
}
