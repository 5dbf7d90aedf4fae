//! What the workbook's first sheet shows beside the summary: three findings worth a sentence, the costliest functions of
//! each verdict, how scores are spread, and how groups divide.
//!
//! Where the workbook judges again by other weights, formulas take the place of these figures. So each comes with what a
//! formula needs: the order of the functions by cost, and the group of each, neither of which depends on weights.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::judged::Judged;
use super::report::Report;
use crate::assessment::Verdict;
use crate::assessment::weights::{MOST_RAISED, Swing};
use crate::portfolio;
use crate::report::words::figures::{lower_first, shortened};
use crate::report::words::messages::Messages;

/// The most functions of a verdict that are listed.
pub const MOST_LISTED: usize = 10;
/// The most groups in a chart.
const MOST_GROUPS: usize = 12;
/// The points that a bin of scores is wide.
const BIN: i32 = 10;
/// The most functions that a sentence names, and the most characters of each name.
const MOST_NAMED: usize = 3;
const LONGEST_NAME: usize = 40;

/// The first sheet of the workbook, beside what the summary says already.
#[derive(Clone, Debug)]
pub struct Dashboard {
    /// What else is worth a sentence; at most three.
    pub findings: Vec<String>,
    /// The costliest functions of each verdict, in the order of [`Verdict::ALL`].
    pub costliest: [Vec<TopLine>; 4],
    /// How many functions have which score, from −100 to +100.
    pub scores: Vec<Bin>,
    /// Departments, or else locations; none where all functions are in one.
    pub groups: Option<Groups>,
    /// The place of each function among all: the costliest first, then those with the most people, then by their rows.
    pub places: Vec<u32>,
}

/// A function among the costliest.
#[derive(Clone, Debug)]
pub struct TopLine {
    /// The function's position among the assessed functions, 0-based.
    pub function: usize,
    /// Its name.
    pub name: String,
    /// Its annual cost in the currency that is added up; none where it has none.
    pub cost: Option<f64>,
    /// Its score, −100 to +100.
    pub score: f64,
}

/// Functions whose scores lie together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bin {
    /// The end that is farther from 0 and belongs to the bin; the nearer end does not. 0 is a bin by itself.
    pub end: i32,
    /// Functions with a verdict, beyond the borderline.
    pub beyond: usize,
    /// Functions with a verdict, within it.
    pub borderline: usize,
    /// Functions without a verdict.
    pub insufficient: usize,
}

impl Bin {
    /// How far the bin's nearer end is from its farther one, in points.
    pub const WIDTH: i32 = BIN;

    /// The bins from −100 to +100.
    fn all() -> impl Iterator<Item = Bin> {
        let ends = (-100..=100).step_by(BIN as usize);
        ends.map(|end| Bin { end, beyond: 0, borderline: 0, insufficient: 0 })
    }

    /// The position of a score's bin.
    fn of(score: f64) -> usize {
        let bins_from_0 = (score.abs() / f64::from(BIN)).ceil().copysign(score);
        (bins_from_0 + f64::from(100 / BIN)) as usize
    }
}

/// How groups divide by verdict.
#[derive(Clone, Debug)]
pub struct Groups {
    /// What is shown, such as `Functions by department`.
    pub title: String,
    /// The largest groups: their names, and their functions by verdict in the order of [`Verdict::ALL`].
    pub groups: Vec<(String, [usize; 4])>,
    /// The position of each function's group, none where its group is not shown; empty where no formulas count by it.
    pub of_functions: Vec<Option<u8>>,
}

impl Report<'_> {
    /// The first sheet of the workbook.
    pub fn dashboard(&self) -> Dashboard {
        let order = self.by_cost();
        let mut places = vec![0; order.len()];
        for (place, function) in (1..).zip(&order) {
            places[*function] = place;
        }
        let verdict = |function: usize| self.judged.assessed.of(function).verdict;
        let costliest = Verdict::ALL.map(|wanted| {
            let functions = order.iter().filter(|function| verdict(**function) == wanted);
            functions.take(MOST_LISTED).map(|function| self.top_line(*function)).collect()
        });
        Dashboard { findings: self.worth_a_sentence(), costliest, scores: self.scores(), groups: self.groups(), places }
    }

    /// The currency whose amounts are added up by verdict, by its position in the inventory.
    pub fn main_currency(&self) -> Option<usize> {
        self.summary.splits.iter().find_map(|split| split.currency)
    }

    /// The code of that currency; empty where amounts have none, or there are no amounts.
    pub fn main_currency_code(&self) -> &str {
        self.main_currency().map_or("", |currency| &self.judged.inventory.currencies[currency])
    }

    /// The annual cost of a function in that currency.
    pub fn main_cost(&self, function: usize) -> Option<f64> {
        self.main_currency().and_then(|currency| self.cost_in(currency, function))
    }

    fn by_cost(&self) -> Vec<usize> {
        let Judged { rulebook, inventory, .. } = &self.judged;
        let hundredths = |amount: f64| (amount * 100.0).round() as i64;
        let mut order: Vec<usize> = (0..self.functions()).collect();
        order.sort_by_cached_key(|function| {
            let people = rulebook.roles.fte.and_then(|id| inventory.number(id, *function));
            (Reverse(self.main_cost(*function).map(hundredths)), Reverse(people.map(hundredths)), *function)
        });
        order
    }

    fn top_line(&self, function: usize) -> TopLine {
        TopLine {
            function,
            name: self.judged.inventory.name(function).into_owned(),
            cost: self.main_cost(function),
            score: self.judged.assessed.of(function).score.points(),
        }
    }

    fn scores(&self) -> Vec<Bin> {
        let mut bins: Vec<Bin> = Bin::all().collect();
        for assessment in self.judged.assessed.all() {
            let bin = &mut bins[Bin::of(assessment.score.points())];
            match assessment.verdict {
                Verdict::InsufficientEvidence => bin.insufficient += 1,
                _ if assessment.borderline => bin.borderline += 1,
                _ => bin.beyond += 1,
            }
        }
        bins
    }

    fn groups(&self) -> Option<Groups> {
        let Judged { rulebook, inventory, .. } = &self.judged;
        let say = self.say();
        let dimensions = [
            (say.groups_by_department(), &self.portfolio.departments, rulebook.roles.department),
            (say.groups_by_location(), &self.portfolio.locations, rulebook.roles.location),
        ];
        // A single group would say what the split by count says already.
        let (title, all, attribute) = dimensions.into_iter().find(|(_, groups, _)| groups.len() > 1)?;
        let shown = &all[..all.len().min(MOST_GROUPS)];
        let positions: HashMap<&str, u8> = shown.iter().map(|group| group.name.as_str()).zip(0..).collect();
        let group = |function| positions.get(attribute.map(|id| inventory.text(id, function))?.as_ref()).copied();
        let named = |group: &portfolio::Group| {
            let name = if group.name.is_empty() { say.group_not_stated().to_owned() } else { group.name.clone() };
            (name, group.verdicts.each_ref().map(|totals| totals.functions))
        };
        Some(Groups {
            title: if shown.len() < all.len() { say.groups_largest(title) } else { title.to_owned() },
            groups: shown.iter().map(named).collect(),
            of_functions: if self.is_live { (0..self.functions()).map(group).collect() } else { Vec::new() },
        })
    }

    /// What can be decided now, what hangs on the weights, and what to beware of most.
    fn worth_a_sentence(&self) -> Vec<String> {
        [self.ready(), self.hangs(), self.main_risk()].into_iter().flatten().collect()
    }

    fn ready(&self) -> Option<String> {
        let ready = self.portfolio.candidates.iter().map(|candidates| candidates.firm.functions).sum();
        let say = self.say();
        let named = self.summary.decide_next.iter().take(MOST_NAMED).map(|decision| {
            let function = shortened(&decision.function, LONGEST_NAME);
            match (decision.verdict, decision.cost.as_str()) {
                (Verdict::Bpo, "") => say.ready_bpo(&function),
                (Verdict::Bpo, cost) => say.ready_bpo_cost(&function, cost),
                (_, "") => say.ready_outsourcing(&function),
                (_, cost) => say.ready_outsourcing_cost(&function, cost),
            }
        });
        ready_sentence(say, self.functions(), ready, &named.collect::<Vec<_>>())
    }

    /// Which weight most verdicts hang on, where any do.
    fn hangs(&self) -> Option<String> {
        let (say, swings) = (self.say(), &self.portfolio.swings);
        let of_one = |swing: &Swing| swing.lowered.max(swing.raised);
        let (criterion, most) = swings.iter().rev().max_by_key(|(_, swing)| of_one(swing))?;
        match of_one(most) {
            0 => Some(say.hangs_none(MOST_RAISED as usize)),
            count => {
                let name = lower_first(&self.judged.rulebook.criteria[*criterion].name);
                Some(say.hangs_most(&name, count, self.functions(), MOST_RAISED as usize))
            }
        }
    }

    fn main_risk(&self) -> Option<String> {
        let risk = self.summary.risks.first()?;
        let candidates = risk.functions.iter().flatten().sum();
        (candidates > 0).then(|| self.say().main_risk(&risk.title, candidates))
    }
}

fn ready_sentence(say: &Messages, all: usize, ready: usize, named: &[String]) -> Option<String> {
    match ready {
        0 => None,
        1 if all == 1 => Some(say.ready_the_one().to_owned()),
        _ if ready > named.len() => Some(say.ready_first(ready, &say.listed(named))),
        _ => Some(say.ready(ready, &say.listed(named))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_fall_into_bins_that_are_the_same_on_both_sides() {
        let ends: Vec<i32> = Bin::all().map(|bin| bin.end).collect();
        assert_eq!(ends.len(), 21);
        for (score, end) in [
            (-100.0, -100),
            (-90.5, -100),
            (-90.0, -90),
            (-0.01, -10),
            (0.0, 0),
            (-0.0, 0),
            (0.01, 10),
            (10.0, 10),
            (12.5, 20),
            (100.0, 100),
        ] {
            assert_eq!(ends[Bin::of(score)], end, "{score}");
        }
    }

    #[test]
    fn sentences_are_right_in_number() {
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (all, ready, names, expected) in [
            (9, 0, vec![], None),
            (1, 1, vec!["A (BPO)"], Some("It can be decided without a second look.")),
            (9, 1, vec!["A (BPO)"], Some("1 function can be decided without a second look: A (BPO).")),
            (
                9,
                2,
                vec!["A (BPO)", "B (BPO)"],
                Some("2 functions can be decided without a second look: A (BPO) and B (BPO)."),
            ),
            (
                9,
                5,
                vec!["A", "B", "C"],
                Some("5 functions can be decided without a second look, first of all A, B and C."),
            ),
        ] {
            assert_eq!(ready_sentence(&Messages::default(), all, ready, &named(&names)).as_deref(), expected);
        }
    }
}
