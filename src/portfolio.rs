//! The portfolio as a whole: totals, rankings, the review list, and what to ask next.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::assessment::questions::{Question, plan};
use crate::assessment::weights::{MOST_RAISED, Swing};
use crate::assessment::{Assessed, Balance, Standing, Verdict, in_chunks};
use crate::inventory::{Amount, Inventory};
use crate::rulebook::{AttributeId, Criterion, Points, Rulebook};

/// What the judgements come to.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// Totals of all functions.
    pub all: Totals,
    /// Totals by verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [Totals; 4],
    /// Totals by department, most functions first and the unnamed last; empty without a column of departments.
    pub departments: Vec<Group>,
    /// Totals by location, most functions first and the unnamed last; empty without a column of locations.
    pub locations: Vec<Group>,
    /// How the candidates for BPO and for traditional outsourcing stand.
    pub candidates: [Candidates; 2],
    /// How many functions are split because nothing pulls.
    pub neutral: usize,
    /// For each criterion with a weight, by its position in the rulebook, how many verdicts change as its weight moves.
    pub swings: Vec<(usize, Swing)>,
    /// The functions of each verdict, best first, in the order of [`Verdict::ALL`].
    pub ranking: [Vec<usize>; 4],
    /// The functions that a person should look at again: nearest to 0 first, then the costliest.
    pub review: Vec<usize>,
    /// The functions that are not settled: those without a verdict, the best known first, then those whose verdict what is
    /// missing could still turn, in the order of their rankings.
    pub unsettled: Vec<usize>,
    /// On how many functions each finding was raised, in the rulebook's order.
    pub findings: Vec<usize>,
    /// What to ask next, most settling first.
    pub questions: Vec<Question>,
    /// The mean coverage, 0 to 1.
    pub coverage: f64,
    /// How functions are put in order by their annual cost.
    pub cost_order: CostOrder,
}

/// Who does the work of a function today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sourcing {
    /// The company itself.
    InHouse,
    /// Somebody else.
    External,
    /// Both.
    Partly,
    /// The inventory does not say.
    Unknown,
}

impl Sourcing {
    /// That of a function.
    pub fn of(rulebook: &Rulebook, inventory: &Inventory, function: usize) -> Sourcing {
        match rulebook.roles.sourcing.and_then(|id| inventory.level(id, function)) {
            None => Sourcing::Unknown,
            Some(Points::LOW) => Sourcing::External,
            Some(Points::HIGH) => Sourcing::InHouse,
            Some(_) => Sourcing::Partly,
        }
    }

    /// The word for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Sourcing::InHouse => "in-house",
            Sourcing::External => "external",
            Sourcing::Partly => "partly",
            Sourcing::Unknown => "unknown",
        }
    }
}

/// How the candidates of one kind stand; each of them is firm, provisional, to be reviewed or on hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// Those whose verdict can be acted on.
    pub firm: Totals,
    /// Those whose verdict what is missing could still turn.
    pub provisional: Totals,
    /// Those that are settled, and on the review list.
    pub review: Totals,
    /// Those that a constraint puts on hold.
    pub on_hold: Totals,
    /// Those of all these whose work somebody else does already.
    pub external: Totals,
    /// Those whose work the company does itself.
    pub in_house: Totals,
}

/// Functions, cost and people of some part of the portfolio.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// How many functions.
    pub functions: usize,
    /// Annual cost in each of the inventory's currencies. Currencies are never added.
    pub cost: Vec<f64>,
    /// How many functions have a cost.
    pub with_cost: usize,
    /// People, in full-time equivalents.
    pub fte: f64,
    /// How many functions have a number of people.
    pub with_fte: usize,
}

/// Totals of one department or location.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// Its name; empty where functions have none.
    pub name: String,
    /// Its totals.
    pub all: Totals,
    /// Its totals by verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [Totals; 4],
    /// People (FTE) by verdict in the functions whose work the company does itself.
    pub in_house: [f64; 4],
}

impl Portfolio {
    /// All functions as one group without a name.
    pub fn whole(&self) -> Group {
        let in_house = |verdict: usize| self.candidates.get(verdict).map_or(0.0, |candidates| candidates.in_house.fte);
        Group {
            name: String::new(),
            all: self.all.clone(),
            verdicts: self.verdicts.clone(),
            in_house: [0, 1, 2, 3].map(in_house),
        }
    }
}

/// Sums up the judgements.
pub fn summarise(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed) -> Portfolio {
    let count = assessed.functions();
    let mut all = Totals::default();
    let mut findings = vec![0; rulebook.findings.len()];
    let mut ranking: [Vec<usize>; 4] = Default::default();
    let mut candidates: [Candidates; 2] = Default::default();
    for (function, assessment) in assessed.all().enumerate() {
        let verdict = position(assessment.verdict);
        if let Some(candidates) = candidates.get_mut(verdict) {
            candidates.add(rulebook, inventory, assessed, function);
        }
        all.add(rulebook, inventory, function);
        ranking[verdict].push(function);
        for (finding, _) in assessed.findings(function).of(rulebook) {
            findings[finding] += 1;
        }
    }
    let cost_order = CostOrder::of(rulebook, inventory);
    let cost = |function: usize| annual_cost(rulebook, inventory, function).map_or(0, |amount| cost_order.rank(amount));
    for (verdict, functions) in Verdict::ALL.into_iter().zip(&mut ranking) {
        functions.sort_by_cached_key(|function| rank(assessed, verdict, *function, cost(*function)));
    }
    let mut review: Vec<usize> = (0..count).filter(|f| assessed.of(*f).needs_review(rulebook)).collect();
    review.sort_by_cached_key(|f| (magnitude(assessed, *f), Reverse(cost(*f)), *f));
    let [bpo, outsourcing, _, insufficient] = &ranking;
    let is_provisional = |function: &&usize| assessed.of(**function).standing == Standing::Provisional;
    let unsettled = insufficient.iter().chain(bpo.iter().chain(outsourcing).filter(is_provisional)).copied().collect();
    let coverage = assessed.all().map(|a| a.coverage).sum::<f64>() / count.max(1) as f64;
    Portfolio {
        all,
        verdicts: verdict_totals(rulebook, inventory, assessed),
        departments: groups(rulebook, inventory, assessed, rulebook.roles.department),
        locations: groups(rulebook, inventory, assessed, rulebook.roles.location),
        questions: plan(&assessed.rule, assessed.profiles.iter().map(|profile| (&*profile.levels, profile.functions))),
        candidates,
        neutral: assessed.all().filter(|assessment| assessment.split == Some(Balance::Neutral)).count(),
        swings: swings(rulebook, assessed),
        ranking,
        review,
        unsettled,
        findings,
        coverage,
        cost_order,
    }
}

/// Totals by verdict, in the order of [`Verdict::ALL`].
pub fn verdict_totals(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed) -> [Totals; 4] {
    let mut verdicts: [Totals; 4] = Default::default();
    for (function, assessment) in assessed.all().enumerate() {
        verdicts[position(assessment.verdict)].add(rulebook, inventory, function);
    }
    verdicts
}

/// How many verdicts change as the weight of one criterion moves, all others staying as they are.
fn swings(rulebook: &Rulebook, assessed: &Assessed) -> Vec<(usize, Swing)> {
    let weight = |criterion: &Criterion| criterion.weight.0 as f64 / 1000.0;
    let most: Vec<(usize, f64)> =
        rulebook.directional().map(|(i, criterion, _)| (i, weight(criterion) * MOST_RAISED as f64)).collect();
    let none = || vec![Swing::default(); most.len()];
    let parts = in_chunks(&assessed.profiles, |start, profiles| {
        let mut swings = none();
        for (at, profile) in (start..).zip(profiles) {
            let intervals = assessed.rule.intervals(assessed.evidence_of(at));
            for ((interval, swing), (_, most)) in intervals.iter().zip(&mut swings).zip(&most) {
                swing.lowered += if interval.is_lost_below() { profile.functions } else { 0 };
                swing.raised += if interval.is_lost_up_to(*most) { profile.functions } else { 0 };
            }
        }
        swings
    });
    let mut all = none();
    for (swing, part) in parts.iter().flat_map(|part| (0..).zip(part)) {
        all[swing].lowered += part.lowered;
        all[swing].raised += part.raised;
    }
    most.iter().map(|(criterion, _)| *criterion).zip(all).collect()
}

/// The position of a verdict in every table and chart.
pub fn position(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Bpo => 0,
        Verdict::TraditionalOutsourcing => 1,
        Verdict::Split => 2,
        Verdict::InsufficientEvidence => 3,
    }
}

impl Candidates {
    fn add(&mut self, rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed, function: usize) {
        let add = |totals: &mut Totals| totals.add(rulebook, inventory, function);
        let assessment = assessed.of(function);
        add(match assessment.standing {
            _ if assessed.hold(function).is_some() => &mut self.on_hold,
            Standing::Provisional => &mut self.provisional,
            _ if assessment.needs_review(rulebook) => &mut self.review,
            _ => &mut self.firm,
        });
        match Sourcing::of(rulebook, inventory, function) {
            Sourcing::External => add(&mut self.external),
            Sourcing::InHouse => add(&mut self.in_house),
            Sourcing::Partly | Sourcing::Unknown => {}
        }
    }
}

impl Group {
    /// Adds another group's totals to this one's.
    pub fn merge(&mut self, other: &Group) {
        self.all.merge(&other.all);
        for (own, theirs) in self.verdicts.iter_mut().zip(&other.verdicts) {
            own.merge(theirs);
        }
        for (own, theirs) in self.in_house.iter_mut().zip(other.in_house) {
            *own += theirs;
        }
    }
}

impl Totals {
    /// Adds other totals to these.
    pub fn merge(&mut self, other: &Totals) {
        self.functions += other.functions;
        self.cost.resize(self.cost.len().max(other.cost.len()), 0.0);
        for (own, theirs) in self.cost.iter_mut().zip(&other.cost) {
            *own += theirs;
        }
        self.with_cost += other.with_cost;
        self.fte += other.fte;
        self.with_fte += other.with_fte;
    }

    /// Adds a function.
    pub fn add(&mut self, rulebook: &Rulebook, inventory: &Inventory, function: usize) {
        self.functions += 1;
        if let Some(amount) = annual_cost(rulebook, inventory, function) {
            if self.cost.len() <= amount.currency {
                self.cost.resize(amount.currency + 1, 0.0);
            }
            self.cost[amount.currency] += amount.value;
            self.with_cost += 1;
        }
        if let Some(fte) = people(rulebook, inventory, function) {
            self.fte += fte;
            self.with_fte += 1;
        }
    }
}

/// Strongest score first, then the most robust, then the costliest; without a verdict, the best known first.
fn rank(
    assessed: &Assessed,
    verdict: Verdict,
    function: usize,
    cost: i64,
) -> (Reverse<i64>, Reverse<i64>, Reverse<i64>, usize) {
    let assessment = assessed.of(function);
    let cost = Reverse(cost);
    let per_mille = |share: f64| Reverse((share * 1000.0).round() as i64);
    match verdict {
        Verdict::InsufficientEvidence => (per_mille(assessment.coverage), Reverse(0), cost, function),
        _ => (Reverse(magnitude(assessed, function)), per_mille(assessment.robustness.unwrap_or(0.0)), cost, function),
    }
}

/// The distance of a score from 0; all scores of a run are over the same sum of weights.
fn magnitude(assessed: &Assessed, function: usize) -> i64 {
    assessed.of(function).score.weighted().abs()
}

/// Puts functions in order by their annual cost.
///
/// Amounts of different currencies are never held against each other: where there are several, it is the share of the
/// greatest amount in the same currency that counts.
#[derive(Clone, Debug)]
pub struct CostOrder {
    /// The greatest amount in each currency; empty where there is only one.
    greatest: Vec<f64>,
}

impl CostOrder {
    /// The order for the functions of an inventory.
    fn of(rulebook: &Rulebook, inventory: &Inventory) -> CostOrder {
        let mut greatest = Vec::new();
        if inventory.currencies.len() > 1 {
            greatest = vec![0.0_f64; inventory.currencies.len()];
            let amounts =
                (0..inventory.functions.len()).filter_map(|function| annual_cost(rulebook, inventory, function));
            for amount in amounts {
                greatest[amount.currency] = greatest[amount.currency].max(amount.value.abs());
            }
        }
        CostOrder { greatest }
    }

    /// What an amount counts: the more it costs, the greater.
    pub fn rank(&self, amount: Amount) -> i64 {
        match self.greatest.get(amount.currency) {
            Some(greatest) if *greatest > 0.0 => (amount.value / greatest * 1e15).round() as i64,
            _ => (amount.value * 100.0).round() as i64,
        }
    }
}

/// A function's annual cost with its currency; none where it is not known.
pub fn annual_cost(rulebook: &Rulebook, inventory: &Inventory, function: usize) -> Option<Amount> {
    rulebook.roles.annual_cost.and_then(|id| inventory.amount(id, function))
}

/// A function's people (FTE); none where they are not known.
pub fn people(rulebook: &Rulebook, inventory: &Inventory, function: usize) -> Option<f64> {
    rulebook.roles.fte.and_then(|id| inventory.number(id, function))
}

fn groups(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed, by: Option<AttributeId>) -> Vec<Group> {
    let Some(by) = by.filter(|id| inventory.has_column(*id)) else { return Vec::new() };
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (function, assessment) in assessed.all().enumerate() {
        let name = inventory.text(by, function);
        let at = match positions.get(name.as_ref()) {
            Some(at) => *at,
            None => {
                positions.insert(name.to_string(), groups.len());
                groups.push(Group { name: name.into_owned(), ..Group::default() });
                groups.len() - 1
            }
        };
        groups[at].all.add(rulebook, inventory, function);
        groups[at].verdicts[position(assessment.verdict)].add(rulebook, inventory, function);
        if Sourcing::of(rulebook, inventory, function) == Sourcing::InHouse {
            groups[at].in_house[position(assessment.verdict)] += people(rulebook, inventory, function).unwrap_or(0.0);
        }
    }
    // The unnamed last, the largest first; those of one size as the inventory has them.
    groups.sort_by_key(|group| (group.name.is_empty(), Reverse(group.all.functions)));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Assessment;
    use crate::assessment::fixture::{HEADER, random_rows, with_assessed};
    use crate::rulebook::{Threshold, load_default};

    #[test]
    fn amounts_of_different_currencies_are_not_held_against_each_other() {
        let rank = |order: &CostOrder, value: f64, currency: usize| order.rank(Amount { value, currency });
        let one = CostOrder { greatest: Vec::new() };
        assert_eq!((rank(&one, 12.34, 0), rank(&one, -5.0, 0)), (1_234, -500));
        let yen_and_dollars = CostOrder { greatest: vec![9e6, 5e6] };
        assert_eq!(rank(&yen_and_dollars, 9e6, 0), rank(&yen_and_dollars, 5e6, 1));
        assert!(rank(&yen_and_dollars, 4e6, 1) > rank(&yen_and_dollars, 6e6, 0));
        assert!(rank(&yen_and_dollars, 6e6, 0) > rank(&yen_and_dollars, -4e6, 1));
    }

    /// Sums up an inventory of these rows, judged by the default rules.
    fn with_portfolio(rows: &str, then: impl FnOnce(&Rulebook, &Inventory, &Assessed, &Portfolio)) {
        let rulebook = load_default();
        with_assessed(&rulebook, &format!("{HEADER}{rows}"), |inventory, assessed| {
            then(&rulebook, inventory, assessed, &summarise(&rulebook, inventory, assessed));
        });
    }

    const ROWS: &str = "\
        Support,HR,Bonn,High,High,High,High,Low,Ongoing,High,$100,2\n\
        Design,,Bonn,Low,Low,Low,Low,High,One-time,Low,€ 80,1.5\n\
        Archive,IT,,,,,,,,,$50,\n\
        Cleaning,IT,Bonn,Low,Low,High,High,Low,Ongoing,Low,,3\n\
        Payroll,HR,Kiel,Low,Low,High,High,Low,Ongoing,High,€ 20,1\n\
        Overflow,Sales,,Low,Low,High,High,Low,One-time,Low,,\n";

    #[test]
    fn totals_are_those_of_the_rows() {
        let totals = |functions, cost: &[f64], with_cost, fte, with_fte| Totals {
            functions,
            cost: cost.to_vec(),
            with_cost,
            fte,
            with_fte,
        };
        with_portfolio(ROWS, |_, inventory, _, portfolio| {
            assert_eq!(inventory.currencies, ["$", "EUR"]);
            assert_eq!(portfolio.all, totals(6, &[150.0, 100.0], 4, 7.5, 4));
            let [bpo, outsourcing, split, insufficient] = &portfolio.verdicts;
            assert_eq!(*bpo, totals(2, &[100.0, 20.0], 2, 3.0, 2));
            assert_eq!(*outsourcing, totals(2, &[0.0, 80.0], 1, 1.5, 1));
            assert_eq!(*split, totals(1, &[], 0, 3.0, 1));
            assert_eq!(*insufficient, totals(1, &[50.0], 1, 0.0, 0));
            let groups = |groups: &[Group]| {
                groups
                    .iter()
                    .map(|group| {
                        (group.name.clone(), group.all.clone(), group.verdicts.each_ref().map(|v| v.functions))
                    })
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                groups(&portfolio.departments),
                [
                    ("HR".to_owned(), totals(2, &[100.0, 20.0], 2, 3.0, 2), [2, 0, 0, 0]),
                    ("IT".to_owned(), totals(2, &[50.0], 1, 3.0, 1), [0, 0, 1, 1]),
                    ("Sales".to_owned(), totals(1, &[], 0, 0.0, 0), [0, 1, 0, 0]),
                    (String::new(), totals(1, &[0.0, 80.0], 1, 1.5, 1), [0, 1, 0, 0]),
                ]
            );
            let named: Vec<&str> = portfolio.locations.iter().map(|group| group.name.as_str()).collect();
            assert_eq!(named, ["Bonn", "Kiel", ""]);
            // Groups put together are the whole.
            let mut whole = Group::default();
            portfolio.departments.iter().for_each(|group| whole.merge(group));
            let told = portfolio.whole();
            assert_eq!((&whole.all, &told.all), (&portfolio.all, &portfolio.all));
            assert_eq!((&whole.verdicts, &told.verdicts), (&portfolio.verdicts, &portfolio.verdicts));
            // Of the other verdicts nobody is moved.
            assert_eq!((told.name.as_str(), told.in_house[..2].to_vec()), ("", whole.in_house[..2].to_vec()));
        });
        let rulebook = load_default();
        with_assessed(&rulebook, "Function,Strategic value\nPayroll,High\n", |inventory, assessed| {
            let portfolio = summarise(&rulebook, inventory, assessed);
            assert!(portfolio.departments.is_empty() && portfolio.locations.is_empty());
        });
    }

    #[test]
    fn people_count_as_in_house_where_the_company_does_the_work() {
        const TEXT: &str = "\
            Function,Department,Strategic value,Integration,Repetitiveness,Volume,Specialisation,Control wanted,Current sourcing,FTE\n\
            Support,HR,High,High,High,High,Low,Low,in-house,2\n\
            Payroll,HR,High,High,High,High,Low,Low,in-house,1.5\n\
            Hiring,HR,High,High,High,High,Low,Low,outsourced,4\n\
            Design,HR,Low,Low,Low,Low,High,High,in-house,3\n\
            Tax,Finance,High,High,High,High,Low,Low,in-house,5\n";
        let rulebook = load_default();
        with_assessed(&rulebook, TEXT, |inventory, assessed| {
            let portfolio = summarise(&rulebook, inventory, assessed);
            let whole = portfolio.whole();
            let in_house = portfolio.departments.iter().chain([&whole]).map(|group| group.in_house);
            assert_eq!(
                in_house.collect::<Vec<_>>(),
                [[3.5, 3.0, 0.0, 0.0], [5.0, 0.0, 0.0, 0.0], [8.5, 3.0, 0.0, 0.0]]
            );
            let mut together = Group::default();
            portfolio.departments.iter().for_each(|group| together.merge(group));
            assert_eq!(together.in_house.to_vec(), whole.in_house.to_vec());
        });
    }

    /// Of each criterion, against the functions whose verdict is another one at a weight on the way, tried in small steps.
    #[test]
    fn swings_are_the_verdicts_that_change_as_one_weight_moves() {
        // Each row twice.
        let text = format!("{HEADER}{ROWS}{ROWS}");
        let rulebook = load_default();
        let verdicts = |rulebook: &Rulebook| {
            with_assessed(rulebook, &text, |_, assessed| assessed.all().map(|a| a.verdict).collect::<Vec<_>>())
        };
        let before = verdicts(&rulebook);
        let changed = |criterion: usize, weights: std::ops::RangeInclusive<i64>| {
            let mut moved = rulebook.clone();
            let mut has_changed = vec![false; before.len()];
            for weight in weights.step_by(50) {
                moved.criteria[criterion].weight.0 = weight;
                let now = verdicts(&moved);
                has_changed.iter_mut().zip(&before).zip(now).for_each(|((has, before), now)| *has |= *before != now);
            }
            has_changed.into_iter().filter(|has| *has).count()
        };
        let swings =
            with_assessed(&rulebook, &text, |inventory, assessed| summarise(&rulebook, inventory, assessed).swings);
        assert!(swings.iter().any(|(_, swing)| swing.lowered > 0) && swings.iter().any(|(_, swing)| swing.raised > 0));
        for (criterion, swing) in swings {
            let weight = rulebook.criteria[criterion].weight.0;
            let (lowered, raised) = (changed(criterion, 0..=weight), changed(criterion, weight..=weight * MOST_RAISED));
            assert_eq!(swing, Swing { lowered, raised }, "{}", rulebook.criteria[criterion].id);
        }
    }

    /// The lists of many random portfolios against sorting by what the reader is told.
    #[test]
    fn lists_are_in_the_order_that_is_told() {
        let mut rulebook = load_default();
        let mut random = fastrand::Rng::with_seed(17);
        for round in 0..60 {
            // Where all must be known, more questions are open than are planned ahead.
            rulebook.thresholds[Threshold::MinimumCoverage] = if round % 3 == 0 { 100 } else { 50 };
            let rows = random.usize(2..60);
            with_assessed(&rulebook, &random_rows(&mut random, rows), |inventory, assessed| {
                let portfolio = summarise(&rulebook, inventory, assessed);
                let judged: Vec<&Assessment> = assessed.all().collect();
                let all = || 0..judged.len();
                let greatest = |currency: usize| {
                    let costs = all().filter_map(|f| annual_cost(&rulebook, inventory, f));
                    costs.filter(|cost| cost.currency == currency).map(|cost| cost.value).fold(0.0, f64::max)
                };
                let cost =
                    |f: usize| annual_cost(&rulebook, inventory, f).map_or(0.0, |c| c.value / greatest(c.currency));
                let descending =
                    |a: f64, b: f64| if (a - b).abs() < 1e-9 { std::cmp::Ordering::Equal } else { b.total_cmp(&a) };
                for (verdict, list) in Verdict::ALL.into_iter().zip(&portfolio.ranking) {
                    let mut expected: Vec<usize> = all().filter(|f| judged[*f].verdict == verdict).collect();
                    expected.sort_by(|a, b| {
                        let by = |key: &dyn Fn(usize) -> f64| descending(key(*a), key(*b));
                        let strength = match verdict {
                            Verdict::InsufficientEvidence => by(&|f| (judged[f].coverage * 1e3).round()),
                            _ => by(&|f| judged[f].score.points().abs())
                                .then(by(&|f| (judged[f].robustness.unwrap_or(0.0) * 1e3).round())),
                        };
                        strength.then(by(&cost))
                    });
                    assert_eq!(*list, expected, "{verdict:?}");
                }
                let mut review: Vec<usize> = all().filter(|f| judged[*f].needs_review(&rulebook)).collect();
                review.sort_by(|a, b| {
                    let by = |key: &dyn Fn(usize) -> f64| descending(key(*a), key(*b));
                    by(&|f| -judged[f].score.points().abs()).then(by(&cost))
                });
                assert_eq!(portfolio.review, review);
                assert!(
                    (portfolio.coverage - judged.iter().map(|a| a.coverage).sum::<f64>() / judged.len() as f64).abs()
                        < 1e-12
                );
                for (i, count) in portfolio.findings.iter().enumerate() {
                    assert_eq!(*count, all().filter(|f| assessed.findings(*f).holds(i)).count());
                }
            });
        }
    }
}
