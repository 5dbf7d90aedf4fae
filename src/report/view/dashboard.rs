//! What the workbook's first sheet shows beside the summary: three findings worth a sentence, the costliest functions of
//! each verdict, how scores are spread, and how groups divide.
//!
//! Where the workbook judges again by other weights, formulas take the place of these figures. So each comes with what a
//! formula needs: the order of the functions by cost, and the group of each, neither of which depends on weights.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::findings::first_titles;
use super::judged::Judged;
use super::report::Report;
use crate::assessment::Verdict;
use crate::inventory::Amount;
use crate::portfolio;
use crate::report::lists::FindingCount;
use crate::report::words::figures::shortened;
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
    /// The costliest functions of each verdict, in the order of [`Verdict::ALL`]: as many lines of each currency as it has, in
    /// the order of the currencies, blank ones where there are no more functions.
    pub costliest: [Vec<Option<TopLine>>; 4],
    /// The currencies of annual costs, the main one first; one entry without a currency where there are none.
    pub currencies: Vec<OfCurrency>,
    /// How many functions have which score, from −100 to +100.
    pub scores: Vec<Bin>,
    /// Departments, or else locations; none where all functions are in one.
    pub groups: Option<Groups>,
    /// The place of each function among all: by the currency of its cost, the costliest first, then those with the most
    /// people, then by their rows.
    pub places: Vec<u32>,
}

/// What is listed of one currency: amounts of several are never compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfCurrency {
    /// Its position in the inventory; none where no costs are known.
    pub currency: Option<usize>,
    /// How many lines it has among the costliest functions of a verdict.
    pub lines: usize,
    /// The first and the last place of its functions.
    pub places: (u32, u32),
}

/// A function among the costliest.
#[derive(Clone, Debug)]
pub struct TopLine {
    /// The function's position among the assessed functions, 0-based.
    pub function: usize,
    /// Its name.
    pub name: String,
    /// Its annual cost in its own currency; none where it has none.
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

impl Dashboard {
    /// The first and the last place of the functions with costs in a currency; none where there is only one.
    pub(crate) fn of_one(&self, currency: Option<usize>) -> Option<(u32, u32)> {
        let of = self.currencies.iter().find(|of| of.currency == currency)?;
        (self.currencies.len() > 1).then_some(of.places)
    }
}

impl Report<'_> {
    /// The first sheet of the workbook.
    pub fn dashboard(&self) -> Dashboard {
        let order = self.by_cost();
        let mut places = vec![0; order.len()];
        for (place, function) in (1..).zip(&order) {
            places[*function] = place;
        }
        let currencies = self.of_currencies(&order);
        let costliest = Verdict::ALL.map(|wanted| {
            let mut lines = Vec::new();
            for OfCurrency { lines: most, places: (first, last), .. } in &currencies {
                let within = &order[*first as usize - 1..*last as usize];
                let of_verdict = within.iter().filter(|f| self.judged.assessed.of(**f).verdict == wanted);
                let listed: Vec<_> = of_verdict.take(*most).map(|function| Some(self.top_line(*function))).collect();
                let blank = most - listed.len();
                lines.extend(listed.into_iter().chain(std::iter::repeat_n(None, blank)));
            }
            lines
        });
        let findings = self.worth_a_sentence();
        Dashboard { findings, costliest, currencies, scores: self.scores(), groups: self.groups(), places }
    }

    /// The currencies of the functions in this order, each with its lines and places; the first few share the lines.
    fn of_currencies(&self, order: &[usize]) -> Vec<OfCurrency> {
        const MOST_LISTED_CURRENCIES: usize = 5;
        let with_cost = order.iter().take_while(|function| self.listed_cost(**function).is_some()).count();
        let currency = |function: &usize| self.listed_cost(*function).map(|cost| cost.currency);
        let stretches: Vec<&[usize]> = order[..with_cost].chunk_by(|a, b| currency(a) == currency(b)).collect();
        if stretches.len() <= 1 {
            let places = (1, order.len() as u32);
            let currency = stretches.first().and_then(|functions| currency(&functions[0]));
            return vec![OfCurrency { currency, lines: MOST_LISTED, places }];
        }
        let shown = stretches.len().min(MOST_LISTED_CURRENCIES);
        let mut first = 1;
        let of_stretch = |(at, functions): (usize, &&[usize])| {
            let places = (first, first + functions.len() as u32 - 1);
            first = places.1 + 1;
            let share = MOST_LISTED / shown + usize::from(at < MOST_LISTED % shown);
            let lines = if at < shown { share } else { 0 };
            OfCurrency { currency: currency(&functions[0]), lines, places }
        };
        stretches.iter().enumerate().map(of_stretch).collect()
    }

    /// The currency whose amounts are added up by verdict, by its position in the inventory.
    pub fn main_currency(&self) -> Option<usize> {
        self.summary.splits.iter().find_map(|split| split.currency)
    }

    /// The annual cost of a function in its own currency; none where costs are not added up at all.
    pub(crate) fn listed_cost(&self, function: usize) -> Option<Amount> {
        let Judged { rulebook, inventory, .. } = &self.judged;
        self.main_currency().and_then(|_| portfolio::annual_cost(rulebook, inventory, function))
    }

    /// The code of a currency by its position; empty where amounts have none.
    pub(crate) fn currency_code(&self, currency: Option<usize>) -> &str {
        currency.map_or("", |currency| &self.judged.inventory.currencies[currency])
    }

    fn by_cost(&self) -> Vec<usize> {
        let Judged { rulebook, inventory, .. } = &self.judged;
        let hundredths = |amount: f64| (amount * 100.0).round() as i64;
        let main = self.main_currency();
        let mut order: Vec<usize> = (0..self.functions()).collect();
        order.sort_by_cached_key(|function| {
            let people = portfolio::people(rulebook, inventory, *function);
            let cost = self.listed_cost(*function);
            let currency = cost.map_or((true, usize::MAX), |cost| (Some(cost.currency) != main, cost.currency));
            let cost = cost.map(|cost| hundredths(cost.value));
            (currency, Reverse(cost), Reverse(people.map(hundredths)), *function)
        });
        order
    }

    fn top_line(&self, function: usize) -> TopLine {
        TopLine {
            function,
            name: self.judged.called(function),
            cost: self.listed_cost(function).map(|cost| cost.value),
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
            (say.groups_by_department(), &self.judged.portfolio.departments, rulebook.roles.department),
            (say.groups_by_location(), &self.judged.portfolio.locations, rulebook.roles.location),
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
        let hangs = Some(self.summary.sureness.finding.clone()).filter(|sentence| !sentence.is_empty());
        [self.ready(), hangs, self.main_risk()].into_iter().flatten().collect()
    }

    fn ready(&self) -> Option<String> {
        let ready = self.judged.portfolio.candidates.iter().map(|candidates| candidates.firm.functions).sum();
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

    fn main_risk(&self) -> Option<String> {
        let most = FindingCount::most(&self.summary.risks);
        let candidates = most.first()?.candidates();
        (candidates > 0).then(|| self.say().main_risk(most.len(), &first_titles(self.say(), most), candidates))
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
