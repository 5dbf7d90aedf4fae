//! The portfolio as a whole: totals, rankings, the review list, and what to ask next.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::assessment::{Assessed, Scale, Verdict, missing};
use crate::inventory::{Amount, Inventory};
use crate::rulebook::{AttributeId, Points, Rulebook};

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
    /// The functions of each verdict, best first, in the order of [`Verdict::ALL`].
    pub ranking: [Vec<usize>; 4],
    /// The functions that a person should look at again: nearest to 0 first, then the costliest.
    pub review: Vec<usize>,
    /// On how many functions each finding was raised, in the rulebook's order.
    pub findings: Vec<usize>,
    /// What to ask next, most settling first.
    pub questions: Vec<Question>,
    /// The mean coverage, 0 to 1.
    pub coverage: f64,
    /// How functions are put in order by their annual cost.
    pub cost_order: CostOrder,
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
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name; empty where functions have none.
    pub name: String,
    /// Its totals.
    pub all: Totals,
    /// Its totals by verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [Totals; 4],
}

/// An attribute to ask about, and what an answer may settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The attribute.
    pub attribute: AttributeId,
    /// How many functions without a verdict lack it, where it matters.
    pub lacking: usize,
    /// How many open verdicts an answer to this alone could settle.
    pub alone: usize,
    /// How many open verdicts could be settled by answers to this and to all questions before it.
    pub with_earlier: usize,
}

/// Sums up the judgements.
pub fn summarise(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed) -> Portfolio {
    let count = assessed.functions.len();
    let mut all = Totals::default();
    let mut verdicts: [Totals; 4] = Default::default();
    let mut findings = vec![0; rulebook.findings.len()];
    let mut ranking: [Vec<usize>; 4] = Default::default();
    for (function, assessment) in assessed.functions.iter().enumerate() {
        let verdict = position(assessment.verdict);
        all.add(rulebook, inventory, function);
        verdicts[verdict].add(rulebook, inventory, function);
        ranking[verdict].push(function);
        for (finding, _) in assessment.findings.of(rulebook) {
            findings[finding] += 1;
        }
    }
    let cost_order = CostOrder::of(rulebook, inventory);
    let cost = |function: usize| annual_cost(rulebook, inventory, function).map_or(0, |amount| cost_order.rank(amount));
    for (verdict, functions) in Verdict::ALL.into_iter().zip(&mut ranking) {
        functions.sort_by_cached_key(|function| rank(assessed, verdict, *function, cost(*function)));
    }
    let mut review: Vec<usize> = (0..count).filter(|f| assessed.functions[*f].needs_review(rulebook)).collect();
    review.sort_by_cached_key(|f| (magnitude(assessed, *f), Reverse(cost(*f)), *f));
    let coverage = assessed.functions.iter().map(|a| a.coverage).sum::<f64>() / count.max(1) as f64;
    Portfolio {
        all,
        verdicts,
        departments: groups(rulebook, inventory, assessed, rulebook.roles.department),
        locations: groups(rulebook, inventory, assessed, rulebook.roles.location),
        questions: questions(rulebook, inventory, assessed, &ranking[position(Verdict::InsufficientEvidence)]),
        ranking,
        review,
        findings,
        coverage,
        cost_order,
    }
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

impl Group {
    /// Adds another group's totals to this one's.
    pub fn merge(&mut self, other: &Group) {
        self.all.merge(&other.all);
        for (own, theirs) in self.verdicts.iter_mut().zip(&other.verdicts) {
            own.merge(theirs);
        }
    }
}

impl Totals {
    fn merge(&mut self, other: &Totals) {
        self.functions += other.functions;
        self.cost.resize(self.cost.len().max(other.cost.len()), 0.0);
        for (own, theirs) in self.cost.iter_mut().zip(&other.cost) {
            *own += theirs;
        }
        self.with_cost += other.with_cost;
        self.fte += other.fte;
        self.with_fte += other.with_fte;
    }

    fn add(&mut self, rulebook: &Rulebook, inventory: &Inventory, function: usize) {
        self.functions += 1;
        if let Some(amount) = annual_cost(rulebook, inventory, function) {
            if self.cost.len() <= amount.currency {
                self.cost.resize(amount.currency + 1, 0.0);
            }
            self.cost[amount.currency] += amount.value;
            self.with_cost += 1;
        }
        if let Some(fte) = rulebook.roles.fte.and_then(|id| inventory.number(id, function)) {
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
    let assessment = &assessed.functions[function];
    let cost = Reverse(cost);
    let per_mille = |share: f64| Reverse((share * 1000.0).round() as i64);
    match verdict {
        Verdict::InsufficientEvidence => (per_mille(assessment.coverage), Reverse(0), cost, function),
        _ => (Reverse(magnitude(assessed, function)), per_mille(assessment.robustness.unwrap_or(0.0)), cost, function),
    }
}

/// The distance of a score from 0, in thousandths of a point.
fn magnitude(assessed: &Assessed, function: usize) -> i64 {
    (assessed.functions[function].score.points().abs() * 1000.0).round() as i64
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

fn groups(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed, by: Option<AttributeId>) -> Vec<Group> {
    let Some(by) = by.filter(|id| inventory.has_column(*id)) else { return Vec::new() };
    let mut positions: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (function, assessment) in assessed.functions.iter().enumerate() {
        let name = inventory.text(by, function);
        let at = match positions.get(name.as_ref()) {
            Some(at) => *at,
            None => {
                positions.insert(name.to_string(), groups.len());
                groups.push(Group { name: name.into_owned(), all: Totals::default(), verdicts: Default::default() });
                groups.len() - 1
            }
        };
        groups[at].all.add(rulebook, inventory, function);
        groups[at].verdicts[position(assessment.verdict)].add(rulebook, inventory, function);
    }
    // The unnamed last, the largest first; those of one size as the inventory has them.
    groups.sort_by_key(|group| (group.name.is_empty(), Reverse(group.all.functions)));
    groups
}

/// How many questions are planned ahead together. Each one more triples the answers that are tried.
const PLANNED: usize = 3;

/// What to ask about the functions without a verdict, in a greedy order: each question is the one that, with the answers
/// to those before it, could settle the most.
fn questions(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed, open: &[usize]) -> Vec<Question> {
    let deciding = rulebook.deciding_attributes();
    // Functions of which the same is known need the same answers, so each pattern is tried once.
    let mut patterns: BTreeMap<Vec<Option<Points>>, usize> = BTreeMap::new();
    for &function in open {
        *patterns.entry(deciding.iter().map(|id| inventory.level(*id, function)).collect()).or_default() += 1;
    }
    let trial = Trial { rulebook, scale: &assessed.scale, deciding: &deciding };
    let lacking_by_pattern: Vec<Pattern> =
        patterns.iter().map(|(levels, count)| (levels, *count, trial.missing(levels))).collect();
    let settled_by = |asked: &[AttributeId]| {
        let settled = lacking_by_pattern.iter().filter(|(levels, _, lacking)| {
            let useful: Vec<AttributeId> = asked.iter().copied().filter(|id| lacking.contains(id)).collect();
            !useful.is_empty() && trial.could_settle(levels, &useful)
        });
        settled.map(|(_, count, _)| count).sum::<usize>()
    };
    let lacking = |id: AttributeId| {
        lacking_by_pattern
            .iter()
            .filter(|(_, _, lacking)| lacking.contains(&id))
            .map(|(_, count, _)| count)
            .sum::<usize>()
    };
    let mut left: Vec<(AttributeId, usize, usize)> = deciding
        .iter()
        .map(|id| (*id, lacking(*id), settled_by(&[*id])))
        .filter(|(_, lacking, _)| *lacking > 0)
        .collect();
    let mut questions: Vec<Question> = Vec::new();
    while !left.is_empty() {
        let mut asked: Vec<AttributeId> = questions.iter().map(|q| q.attribute).collect();
        let planned = asked.len() < PLANNED;
        let scored = left.iter().enumerate().map(|(at, (id, lacking, alone))| {
            asked.push(*id);
            let together = if planned { settled_by(&asked) } else { questions.last().map_or(0, |q| q.with_earlier) };
            asked.pop();
            (together, *alone, *lacking, Reverse(at))
        });
        let Some((with_earlier, alone, lacking, Reverse(at))) = scored.max() else { break };
        let (attribute, ..) = left.remove(at);
        questions.push(Question { attribute, lacking, alone, with_earlier });
    }
    questions
}

/// The known levels of some open functions, how many these are, and what they lack.
type Pattern<'a> = (&'a Vec<Option<Points>>, usize, Vec<AttributeId>);

struct Trial<'a> {
    rulebook: &'a Rulebook,
    scale: &'a Scale,
    deciding: &'a [AttributeId],
}

impl Trial<'_> {
    fn level(&self, levels: &[Option<Points>], id: AttributeId) -> Option<Points> {
        self.deciding.iter().position(|known| *known == id).and_then(|i| levels[i])
    }

    fn missing(&self, levels: &[Option<Points>]) -> Vec<AttributeId> {
        let level = |id| self.level(levels, id);
        let mut evidence = Vec::new();
        self.scale.weigh(self.rulebook, &level, &mut evidence);
        missing(self.rulebook, &evidence, &level)
    }

    /// Whether some answers to these questions give a function a verdict.
    fn could_settle(&self, levels: &[Option<Points>], asked: &[AttributeId]) -> bool {
        const ANSWERS: [Points; 3] = [Points::LOW, Points::MEDIUM, Points::HIGH];
        let mut evidence = Vec::new();
        (0..ANSWERS.len().pow(asked.len() as u32)).any(|mut combination| {
            let mut answered = levels.to_vec();
            for id in asked {
                if let Some(at) = self.deciding.iter().position(|known| known == id) {
                    answered[at] = Some(ANSWERS[combination % ANSWERS.len()]);
                }
                combination /= ANSWERS.len();
            }
            evidence.clear();
            self.scale.weigh(self.rulebook, &|id| self.level(&answered, id), &mut evidence);
            self.scale.judge(self.rulebook, &evidence).verdict != Verdict::InsufficientEvidence
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
            let mut whole = Group { name: String::new(), all: Totals::default(), verdicts: Default::default() };
            portfolio.departments.iter().for_each(|group| whole.merge(group));
            assert_eq!(whole.all, portfolio.all);
            assert_eq!(whole.verdicts, portfolio.verdicts);
        });
        let rulebook = load_default();
        with_assessed(&rulebook, "Function,Strategic value\nPayroll,High\n", |inventory, assessed| {
            let portfolio = summarise(&rulebook, inventory, assessed);
            assert!(portfolio.departments.is_empty() && portfolio.locations.is_empty());
        });
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
                let judged = &assessed.functions;
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
                                .then(by(&|f| (judged[f].robustness.expect("a verdict") * 1e3).round())),
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
                    assert_eq!(*count, judged.iter().filter(|a| a.findings.holds(i)).count());
                }
                assert_eq!(portfolio.questions, naive_questions(&rulebook, inventory, assessed));
            });
        }
    }

    /// The questions by trying every answer on every function, one after the other.
    fn naive_questions(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed) -> Vec<Question> {
        let open: Vec<(usize, Vec<AttributeId>)> = (0..assessed.functions.len())
            .filter(|f| assessed.functions[*f].verdict == Verdict::InsufficientEvidence)
            .map(|f| (f, missing(rulebook, assessed.evidence(f), &|id| inventory.level(id, f))))
            .collect();
        let settles = |f: usize, asked: &[AttributeId]| {
            let mut answers: Vec<Vec<(AttributeId, Points)>> = vec![Vec::new()];
            for id in asked {
                let with = |given: &Vec<_>, level| given.iter().copied().chain([(*id, level)]).collect();
                let levels = [Points::LOW, Points::MEDIUM, Points::HIGH];
                answers = answers.iter().flat_map(|given| levels.map(|level| with(given, level))).collect();
            }
            answers.iter().any(|given| {
                let answer = |id| given.iter().find(|(asked, _)| *asked == id).map(|(_, level)| *level);
                let mut evidence = Vec::new();
                assessed.scale.weigh(rulebook, &|id| answer(id).or_else(|| inventory.level(id, f)), &mut evidence);
                assessed.scale.judge(rulebook, &evidence).verdict != Verdict::InsufficientEvidence
            })
        };
        let settled = |asked: &[AttributeId]| {
            let useful = |lacking: &[AttributeId]| asked.iter().copied().filter(|id| lacking.contains(id)).collect();
            open.iter()
                .filter(|(f, lacking)| {
                    let useful: Vec<AttributeId> = useful(lacking);
                    !useful.is_empty() && settles(*f, &useful)
                })
                .count()
        };
        let lacking = |id: &AttributeId| open.iter().filter(|(_, lacking)| lacking.contains(id)).count();
        let mut left: Vec<AttributeId> =
            rulebook.deciding_attributes().into_iter().filter(|id| lacking(id) > 0).collect();
        let mut questions: Vec<Question> = Vec::new();
        while !left.is_empty() {
            let earlier: Vec<AttributeId> = questions.iter().map(|question| question.attribute).collect();
            let mut best: Option<(usize, Question)> = None;
            for (at, id) in left.iter().enumerate() {
                let with_earlier = match questions.get(2) {
                    // Three are planned ahead; all others are listed after them.
                    Some(third) => third.with_earlier,
                    None => settled(&[&earlier[..], &[*id]].concat()),
                };
                let question = Question { attribute: *id, lacking: lacking(id), alone: settled(&[*id]), with_earlier };
                let worth = |q: &Question| (q.with_earlier, q.alone, q.lacking);
                if best.as_ref().is_none_or(|(_, other)| worth(&question) > worth(other)) {
                    best = Some((at, question));
                }
            }
            let (at, question) = best.expect("one is left");
            left.remove(at);
            questions.push(question);
        }
        questions
    }
}
