//! The lists of functions that choose: candidates of either kind, what to look at again, what lacks evidence.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::judged::{Judged, in_prose, keep_first};
use super::places::by_verdict;
use crate::assessment::{Review, Verdict};
use crate::portfolio::{Totals, position};
use crate::report::lists::{Headline, MissingGroup, RankedLine, Ranking, ReasonCount};
use crate::report::words::figures::{shortened, upper_first};
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, Threshold};

/// How many functions of a list are shown in full, and how many in all; the others are counted.
const IN_FULL: usize = 10;
const MOST_RANKED: usize = 50;
/// The most sets of answers that functions lack, and the most functions that are named of each.
const MOST_MISSING: usize = 10;
const MOST_NAMED: usize = 8;
/// The most characters of their names.
const LONGEST_NAME: usize = 32;
/// The most currencies in a sentence.
const MOST_CURRENCIES: usize = 3;

impl Judged<'_> {
    /// The candidates of one kind: those that are firm first, and of these the costliest.
    pub(crate) fn candidates(&self, verdict: Verdict) -> Ranking {
        let all = &self.portfolio.ranking[position(verdict)];
        let key = |function: &usize| {
            let is_firm = self.assessed.is_firm(self.rulebook, *function);
            (!is_firm, Reverse(self.cost_rank(*function)), *function)
        };
        let lines = self.first(all.clone(), key);
        let heading = Headline {
            topic: if verdict == Verdict::Bpo { self.say().bpo_heading() } else { self.say().outsourcing_heading() }
                .to_owned(),
            finding: self.firm_candidates(verdict),
            lead: self.coverage(verdict, &lines),
        };
        Ranking { heading, in_full: IN_FULL.min(lines.len()), more: all.len() - lines.len(), lines }
    }

    /// The first of some functions as lines.
    fn first<K: Ord>(&self, mut functions: Vec<usize>, key: impl Fn(&usize) -> K) -> Vec<RankedLine> {
        keep_first(&mut functions, MOST_RANKED, key);
        let mut lines: Vec<RankedLine> = functions.into_iter().map(|function| self.ranked(function)).collect();
        for at in 1..lines.len().min(IN_FULL) {
            lines[at].because_of = lines[..at].iter().position(|line| line.because == lines[at].because);
        }
        lines
    }

    /// How many candidates of a kind are firm, and how much of what they cost.
    fn firm_candidates(&self, verdict: Verdict) -> String {
        let (say, kind) = (self.say(), in_prose(self.say(), verdict));
        let at = position(verdict);
        let (all, firm) = (&self.portfolio.verdicts[at], &self.portfolio.candidates[at].firm);
        match firm.functions {
            0 => say.ranked_none_firm(all.functions, &kind),
            some if some == all.functions => say.ranked_all_firm(some, &kind),
            some => match self.share(firm, all) {
                Some(share) => say.ranked_firm_share(all.functions, &kind, some, &share),
                None => say.ranked_firm(all.functions, &kind, some),
            },
        }
    }

    /// The share of cost that a part has of a whole; none where there is no one currency, or the share says nothing.
    fn share(&self, part: &Totals, whole: &Totals) -> Option<String> {
        let sum = |totals: &Totals| totals.cost.iter().sum::<f64>();
        let is_one = self.inventory.currencies.len() == 1;
        let is_share = sum(part) >= 0.0 && sum(part) <= sum(whole) && sum(whole) > 0.0;
        (is_one && is_share).then(|| self.say().percent(sum(part) / sum(whole)))
    }

    /// In which order candidates come, and how much of their cost those cover that are shown.
    fn coverage(&self, verdict: Verdict, lines: &[RankedLine]) -> String {
        let say = self.say();
        let whole = &self.portfolio.verdicts[position(verdict)];
        let mut sentences = match lines {
            [] | [_] => Vec::new(),
            lines if lines[0].is_firm && !lines.iter().all(|line| line.is_firm) => vec![say.ranked_order().to_owned()],
            _ => vec![say.ranked_order_cost().to_owned()],
        };
        let in_full = lines.len().min(IN_FULL);
        if whole.functions > in_full
            && let Some(first) = self.shares_of(&lines[..in_full], whole)
        {
            let listed =
                self.shares_of(lines, whole).filter(|_| lines.len() > in_full && whole.functions > lines.len());
            sentences.push(match listed {
                Some(listed) => say.ranked_cover_listed(in_full, &first, lines.len(), &listed),
                None => say.ranked_cover(in_full, &first),
            });
        }
        if lines.iter().take(IN_FULL).any(|line| line.robustness_low < line.robustness) {
            sentences.push(say.ranked_two_figures().to_owned());
        }
        sentences.join(" ")
    }

    /// The share of the cost of a whole that some functions have, in each currency.
    fn shares_of(&self, lines: &[RankedLine], whole: &Totals) -> Option<String> {
        let currencies = self.inventory.currencies.iter().zip(&whole.cost).enumerate();
        let shares: Vec<String> = currencies
            .filter(|(_, (_, whole))| **whole > 0.0)
            .filter_map(|(at, (code, whole))| {
                let amounts = lines.iter().filter_map(|line| self.money(line.index));
                let part = amounts.filter(|amount| amount.currency == at).map(|amount| amount.value).sum::<f64>();
                let is_share = (0.0..=*whole * 1.000_001).contains(&part);
                let share = is_share.then(|| self.say().percent((part / whole).min(1.0)))?;
                Some(if self.inventory.currencies.len() == 1 {
                    share
                } else {
                    self.say().ranked_share_in(&share, code)
                })
            })
            .take(MOST_CURRENCIES)
            .collect();
        (!shares.is_empty()).then(|| self.say().listed(&shares))
    }

    /// The functions that a person should look at again, the costliest first.
    pub(crate) fn review(&self, reasons: &[(Review, Vec<usize>)]) -> Ranking {
        let all = &self.portfolio.review;
        let lines = self.first(all.clone(), |function| (Reverse(self.cost_rank(*function)), *function));
        let most = reasons.iter().rev().max_by_key(|(_, functions)| functions.len());
        let finding = most.map_or(String::new(), |(reason, functions)| match functions.len() {
            count if count == all.len() => self.say().review_finding_all(count, self.why(*reason)),
            count => self.say().review_finding(all.len(), count, self.why(*reason)),
        });
        let heading = Headline {
            topic: self.say().review_heading().to_owned(),
            finding,
            lead: self.say().review_lead(all.len()),
        };
        Ranking { heading, in_full: IN_FULL.min(lines.len()), more: all.len() - lines.len(), lines }
    }

    /// The functions that each reason to look again sends to the review.
    pub(crate) fn reasons(&self) -> Vec<(Review, Vec<usize>)> {
        let mut reasons = Review::ALL.map(|reason| (reason, Vec::new()));
        for function in &self.portfolio.review {
            for reason in self.assessed.of(*function).review_reasons(self.rulebook) {
                let of = reasons.iter_mut().find(|(own, _)| *own == reason);
                of.expect("all reasons are there").1.push(*function);
            }
        }
        reasons.into_iter().filter(|(_, functions)| !functions.is_empty()).collect()
    }

    /// Why functions should be looked at again, by how many.
    pub(crate) fn reason_counts(&self, reasons: Vec<(Review, Vec<usize>)>) -> Vec<ReasonCount> {
        let [borderline, fragile] = [Threshold::Borderline, Threshold::Fragile]
            .map(|threshold| self.rulebook.thresholds[threshold].to_string());
        let meaning = |reason: Review| match reason {
            Review::Split => self.say().reason_split().to_owned(),
            Review::Neutral => self.say().reason_neutral().to_owned(),
            Review::Provisional => self.say().term_provisional_meaning().to_owned(),
            Review::Borderline => self.say().reason_borderline(&borderline),
            Review::Fragile => self.say().reason_fragile(&fragile),
            Review::Thin => self.say().certainty_thin().to_owned(),
            Review::OneReading => self.say().certainty_one_reading().to_owned(),
            Review::RatersDisagree => self.say().reason_raters_disagree().to_owned(),
        };
        let count = |(reason, functions): (Review, Vec<usize>)| ReasonCount {
            reason: upper_first(self.say().reviewed(reason)),
            meaning: meaning(reason),
            functions: by_verdict(functions.iter().map(|function| self.assessed.of(*function).verdict)),
            cost: self.cost_of(&functions),
        };
        reasons.into_iter().map(count).collect()
    }

    /// A reason to look again, in a sentence about several verdicts.
    fn why(&self, reason: Review) -> &str {
        match reason {
            Review::Split => self.say().why_split(),
            Review::Neutral => self.say().why_neutral(),
            Review::Provisional => self.say().why_provisional(),
            Review::Borderline => self.say().why_borderline(),
            Review::Fragile => self.say().why_fragile(),
            Review::Thin => self.say().why_thin(),
            Review::OneReading => self.say().why_one_reading(),
            Review::RatersDisagree => self.say().why_raters_disagree(),
        }
    }

    /// What some functions cost together, in short; empty where that is not known.
    pub(crate) fn cost_of(&self, functions: &[usize]) -> String {
        let mut totals = Totals::default();
        for function in functions {
            totals.add(self.rulebook, self.inventory, *function);
        }
        self.say().costs(self.inventory, &totals, Messages::short_money)
    }

    /// The functions without a verdict by what they lack: what most of them lack together first.
    pub(crate) fn insufficient(&self) -> (Vec<MissingGroup>, usize) {
        let assessed = self.assessed;
        let mut positions: HashMap<Vec<AttributeId>, usize> = HashMap::new();
        let mut groups: Vec<(Vec<AttributeId>, Vec<usize>)> = Vec::new();
        for function in &self.portfolio.ranking[position(Verdict::InsufficientEvidence)] {
            let missing = assessed.rule.missing(&assessed.profile(*function).levels);
            let at = *positions.entry(missing).or_insert_with_key(|missing| {
                groups.push((missing.clone(), Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(*function);
        }
        groups.sort_by_key(|(_, functions)| Reverse(functions.len()));
        let rest = groups.split_off(groups.len().min(MOST_MISSING));
        let more = rest.iter().map(|(_, functions)| functions.len()).sum();
        let line = |(missing, functions): (Vec<AttributeId>, Vec<usize>)| MissingGroup {
            missing: upper_first(&self.words.names(&missing)),
            functions: functions.len(),
            cost: self.cost_of(&functions),
            named: self.first_named(functions, MOST_NAMED, LONGEST_NAME),
        };
        (groups.into_iter().map(line).collect(), more)
    }

    /// The costliest of some functions by their names, and how many others there are.
    pub(crate) fn first_named(&self, functions: Vec<usize>, most: usize, longest: usize) -> String {
        let others = functions.len().saturating_sub(most);
        let first = self.costliest(functions, most);
        let mut names: Vec<String> =
            first.iter().map(|function| shortened(&self.inventory.name(*function), longest)).collect();
        if others > 0 {
            names.push(self.say().findings_others(others));
        }
        self.say().listed(&names)
    }

    /// What is missing most, and how much of the evidence is known.
    pub(crate) fn unknown(&self) -> Headline {
        let say = self.say();
        let questions = &self.portfolio.questions;
        let most = questions.iter().map(|question| question.lacking).max().unwrap_or(0);
        let of: Vec<AttributeId> =
            questions.iter().filter(|question| question.lacking == most).map(|question| question.attribute).collect();
        let all = self.portfolio.unsettled.len();
        let finding = match of.len() {
            0 => self.known(),
            1 => say.unknown_most(&upper_first(&self.words.names(&of)), most, all),
            2..=3 => say.unknown_most_each(&upper_first(&self.words.names(&of)), most, all),
            several => say.unknown_most_several(several, most, all),
        };
        let lead = if of.is_empty() { String::new() } else { self.known() };
        Headline { topic: say.unknown_heading().to_owned(), finding, lead }
    }
}
