//! All functions with their verdicts, a line each: the list that is filtered, printed and sent.

use super::report::Report;
use crate::assessment::Verdict;
use crate::own_files::Decision;
use crate::report::lists::{Listing, RankedLine};

/// A function with its verdict.
#[derive(Debug)]
pub struct ListedLine<'a> {
    /// What is said of it in every list.
    pub ranked: RankedLine,
    /// Where the work is done; empty where not known.
    pub location: String,
    /// Who does the work today, as the inventory says it; empty where not known.
    pub sourcing: String,
    /// What was decided; empty where nothing was.
    pub decision: &'a str,
}

impl<'a> Report<'a> {
    /// All functions with their verdicts, or so many of the costliest; the costliest first.
    pub fn listed(&self, most: usize) -> Listing<ListedLine<'a>> {
        let functions = self.judged.costliest((0..self.functions()).collect(), most);
        let more = self.functions() - functions.len();
        Listing {
            legend: self.say().listed_legend(self.judged.inventory.currencies.len()),
            more: if more == 0 { String::new() } else { self.say().listed_more(functions.len(), more) },
            lines: functions.into_iter().map(|function| self.listed_line(function)).collect(),
        }
    }

    fn listed_line(&self, function: usize) -> ListedLine<'a> {
        let (roles, inventory) = (&self.judged.rulebook.roles, self.judged.inventory);
        let say = &self.summary.say;
        let decided = |decision: &'a Decision| decision.choice.as_ref().map_or("", |choice| say.choice(choice));
        let mut ranked = self.judged.ranked(function);
        if ranked.verdict == Verdict::InsufficientEvidence && !ranked.because.is_empty() {
            ranked.because = self.say().because_not_known(&self.say().inside(&ranked.because));
        }
        ListedLine {
            ranked,
            location: inventory.role(roles.location, function).into_owned(),
            sourcing: inventory.role(roles.sourcing, function).into_owned(),
            decision: self.judged.decision(function).map_or("", decided),
        }
    }
}
