//! What is said of certainty against other ways to find it: by filling every gap, taking every step and trying weightings.

use std::collections::BTreeSet;

use super::fixture::{random_levels, random_rules};
use super::questions::{Question, Settles, of_one, plan};
use super::readings::Readings;
use super::rule::{Levels, Rule};
use super::verdict::{Assessment, Evidence, Margin, Standing, Verdict};
use crate::rulebook::{
    AttributeId, Join, Points, Pole, Rulebook, Span, Steps, Threshold, Weight, WeightRange, load_default,
};

/// A rulebook and one profile, judged.
struct Case<'a> {
    rulebook: &'a Rulebook,
    rule: &'a Rule,
    levels: Vec<Span>,
    evidence: Vec<Evidence>,
    found: Assessment,
}

/// Judges random profiles by random rules.
fn cases(seed: u64, rulebooks: usize, profiles: usize, mut then: impl FnMut(&Case, &mut fastrand::Rng)) {
    let mut random = fastrand::Rng::with_seed(seed);
    let default = load_default();
    for _ in 0..rulebooks {
        let rulebook = random_rules(&default, &mut random);
        let rule = Rule::of(&rulebook);
        for _ in 0..profiles {
            let levels = random_levels(&rule, &mut random);
            let mut evidence = Vec::new();
            rule.weigh(&levels, &mut evidence);
            let found = rule.judge(&evidence);
            then(&Case { rulebook: &rulebook, rule: &rule, levels, evidence, found }, &mut random);
        }
    }
}

/// The pull of a pole where a missing attribute counts as it is told.
fn pull(pole: &Pole, level: &dyn Fn(usize) -> i64) -> i64 {
    let terms = pole.terms.iter().map(|term| {
        let level = level(term.attribute.index());
        if term.opposite { 100 - level } else { level }
    });
    let joined = match pole.join {
        Join::All => terms.min(),
        Join::Any => terms.max(),
    };
    (2 * joined.expect("a pole has terms") - 100).max(0)
}

impl Case<'_> {
    /// The evidence of each criterion with a weight, and its weight, where everything is known.
    fn filled(&self, levels: &Levels) -> Vec<(i64, i64)> {
        let level = |index: usize| i64::from(self.ends(levels, index)[0]);
        let each = self.rulebook.directional();
        each.map(|(_, criterion, poles)| {
            (criterion.weight.0, pull(&poles.bpo, &level) - pull(&poles.outsourcing, &level))
        })
        .collect()
    }

    /// The lowest and the highest that an attribute may be; of what is known both are the same.
    fn ends(&self, levels: &Levels, index: usize) -> [u8; 2] {
        let at = self.rule.attributes().iter().position(|id| id.index() == index).expect("an attribute of the rule");
        match levels[at] {
            Span::Missing => [0, 100],
            Span::Known(level) => [level.value(); 2],
            Span::Disputed(lowest, highest) => [lowest.value(), highest.value()],
        }
    }

    /// The same with each missing attribute at its least and at its greatest, and each disputed one at its lowest and highest.
    fn corners(&self) -> Vec<Vec<(i64, i64)>> {
        let missing: Vec<usize> = (0..self.levels.len()).filter(|at| !self.levels[*at].is_known()).collect();
        (0..1_usize << missing.len())
            .map(|corner| {
                let mut levels = self.levels.clone();
                for (bit, at) in missing.iter().enumerate() {
                    let ends = self.ends(&self.levels, self.rule.attributes()[*at].index());
                    levels[*at] = Span::Known(Points::new(ends[corner >> bit & 1]).expect("a level"));
                }
                self.filled(&levels)
            })
            .collect()
    }

    /// The verdict by the rule in other words.
    fn verdict(&self, levels: &Levels) -> Verdict {
        let end = |pole: &Pole, most: bool| {
            let terms = pole.terms.iter().map(|term| {
                let ends = self.ends(levels, term.attribute.index()).map(i64::from);
                let ends = if term.opposite { [100 - ends[1], 100 - ends[0]] } else { ends };
                ends[usize::from(most)]
            });
            let joined = if pole.join == Join::All { terms.min() } else { terms.max() };
            (2 * joined.expect("a pole has terms") - 100).max(0)
        };
        let (mut score, mut low, mut high, mut width) = (0, 0, 0, 0);
        for (_, criterion, poles) in self.rulebook.directional() {
            let weight = i128::from(criterion.weight.0);
            let pulls = |bpo, outsourcing| i128::from(end(&poles.bpo, bpo) - end(&poles.outsourcing, outsourcing));
            score += weight * pulls(false, false);
            low += weight * pulls(false, true);
            high += weight * pulls(true, false);
            width += weight * 200;
        }
        let covered = width > high - low
            && 100 * (width - (high - low)) >= i128::from(self.rulebook.thresholds[Threshold::MinimumCoverage]) * width;
        match (low, high, score) {
            (1.., ..) => Verdict::Bpo,
            (_, ..0, _) => Verdict::TraditionalOutsourcing,
            (0, 0, _) => Verdict::Split,
            (.., score) if covered && score > 0 => Verdict::Bpo,
            (.., score) if covered && score < 0 => Verdict::TraditionalOutsourcing,
            _ => Verdict::InsufficientEvidence,
        }
    }

    /// How the verdict's direction is signed.
    fn sign(&self) -> Option<i64> {
        self.found.verdict.direction().map(|_| if self.found.verdict == Verdict::Bpo { 1 } else { -1 })
    }
}

#[test]
fn a_settled_verdict_is_kept_by_whatever_fills_the_gaps() {
    let mut seen = [0; 3];
    cases(31, 60, 100, |case, _| {
        let Assessment { verdict, standing, low, high, .. } = case.found;
        assert_eq!(verdict, case.verdict(&case.levels), "{:?}", case.levels);
        let sums = case.corners().into_iter().map(|corner| corner.iter().map(|(w, e)| w * e).sum::<i64>());
        let sums: BTreeSet<i64> = sums.collect();
        let (least, greatest) = (*sums.first().expect("a corner"), *sums.last().expect("a corner"));
        assert!(low.weighted() <= least && greatest <= high.weighted(), "{:?}", case.levels);
        let is_kept = match verdict {
            Verdict::Bpo => least > 0,
            Verdict::TraditionalOutsourcing => greatest < 0,
            Verdict::Split => least == 0 && greatest == 0,
            Verdict::InsufficientEvidence => false,
        };
        if case.rule.has_exact_bounds(&case.levels) {
            assert_eq!((low.weighted(), high.weighted()), (least, greatest), "{:?}", case.levels);
            assert_eq!(standing == Standing::Settled, is_kept, "{:?}", case.levels);
        }
        assert!(standing != Standing::Settled || is_kept, "{:?}", case.levels);
        assert_eq!(standing == Standing::Open, verdict == Verdict::InsufficientEvidence);
        seen[standing as usize] += 1;
    });
    assert!(seen.iter().all(|seen| *seen > 300), "{seen:?}");
}

/// The share of the simplex on which `Σ w·d` is above 0 in the form of divided differences, which needs different values.
fn share_by_differences(votes: &[i64]) -> f64 {
    let little = votes.iter().map(|vote| vote.abs()).max().unwrap_or(0) as f64 / 2000.0;
    let apart: Vec<f64> = votes.iter().zip(1..).map(|(vote, i)| *vote as f64 + little * f64::from(i)).collect();
    let positive = apart.iter().enumerate().filter(|(_, d)| **d > 0.0);
    let terms = positive.map(|(i, d)| {
        let others = apart.iter().enumerate().filter(|(j, _)| *j != i);
        others.map(|(_, other)| d / (d - other)).product::<f64>()
    });
    terms.sum()
}

/// Weightings on a grid over the simplex of so many criteria, none of them on its edge.
fn weightings(criteria: usize, parts: usize) -> Vec<Vec<f64>> {
    if criteria == 1 {
        return vec![vec![parts as f64 + 0.5]];
    }
    let first = 0..=parts;
    first
        .flat_map(|own| {
            weightings(criteria - 1, parts - own).into_iter().map(move |mut rest| {
                rest.push(own as f64 + 0.5);
                rest
            })
        })
        .collect()
}

#[test]
fn robustness_is_the_share_of_weightings_that_keep_the_direction() {
    let grids: Vec<Vec<Vec<f64>>> = (1..=4).map(|criteria| weightings(criteria, 14)).collect();
    let (mut compared, mut lower) = (0, 0);
    cases(32, 40, 60, |case, _| {
        let Some(sign) = case.sign() else {
            assert_eq!((case.found.robustness, case.found.robustness_low), (None, None));
            return;
        };
        let known = |part: fn(&Evidence) -> i8| {
            let each = case.rulebook.directional();
            each.map(|(i, ..)| sign * i64::from(part(&case.evidence[i]))).collect::<Vec<i64>>()
        };
        let corners: BTreeSet<Vec<i64>> =
            case.corners().iter().map(|corner| corner.iter().map(|(_, e)| sign * e).collect()).collect();
        let grid = &grids[known(|e| e.value).len() - 1];
        let keeps = |weights: &[f64], votes: &[i64]| {
            let sum = |of: &dyn Fn(i64) -> f64| weights.iter().zip(votes).map(|(w, v)| w * of(*v)).sum::<f64>();
            sum(&|vote| vote as f64) > 1e-9
        };
        let share = |keeps: &dyn Fn(&[f64]) -> bool| {
            grid.iter().filter(|weights| keeps(weights)).count() as f64 / grid.len() as f64
        };
        let robustness = case.found.robustness.expect("a direction");
        let low = case.found.robustness_low.expect("a direction");
        let nonzero = |votes: Vec<i64>| votes.into_iter().filter(|vote| *vote != 0).collect::<Vec<_>>();
        for (found, votes) in
            [(robustness, known(|e| e.value)), (low, if sign > 0 { known(|e| e.low) } else { known(|e| e.high) })]
        {
            let exact = share_by_differences(&nonzero(votes.clone()));
            assert!((found - exact).abs() < 0.01, "{votes:?}: {found}, by differences {exact}");
        }
        let on_grid = share(&|weights| keeps(weights, &known(|e| e.value)));
        assert!((robustness - on_grid).abs() < 0.13, "{:?}: {robustness}, on the grid {on_grid}", case.levels);
        let whatever = share(&|weights| corners.iter().all(|corner| keeps(weights, corner)));
        if case.rule.has_exact_bounds(&case.levels) {
            assert!((low - whatever).abs() < 0.13, "{:?}: {low}, on the grid {whatever}", case.levels);
        }
        assert!(low < whatever + 0.13 && low <= robustness, "{:?}", case.levels);
        compared += 1;
        lower += usize::from(low < robustness);
    });
    assert!(compared > 500 && lower > 200, "{compared} {lower}");
}

/// The levels that one step of one reading leads to.
fn steps_from(levels: &Levels, steps: &[Steps]) -> Vec<(usize, Vec<Span>)> {
    let mut next = Vec::new();
    for (at, level) in levels.iter().enumerate() {
        let Span::Known(level) = *level else { continue };
        for to in [steps[at].below(level), steps[at].above(level)].into_iter().flatten() {
            let mut moved = levels.to_vec();
            moved[at] = Span::Known(to);
            next.push((at, moved));
        }
    }
    next
}

#[test]
fn margins_and_turns_are_those_of_all_steps() {
    let mut seen = [0; 5];
    cases(33, 50, 40, |case, random| {
        let scales = [Steps::ANSWERS, Steps::QUARTERS, Steps::of([0, 33, 67, 100].into_iter().filter_map(Points::new))];
        let steps: Vec<Steps> = case.levels.iter().map(|_| scales[random.usize(..scales.len())]).collect();
        let verdict = case.found.verdict;
        let (margin, turns) = Readings::of(case.rule).judge(case.rule, verdict, &case.levels, &steps);
        if verdict == Verdict::InsufficientEvidence {
            assert_eq!((margin, turns.len()), (None, 0));
            return;
        }
        let expected: Vec<_> = steps_from(&case.levels, &steps)
            .into_iter()
            .map(|(at, moved)| (case.rule.attributes()[at], moved[at], case.verdict(&moved)))
            .filter(|(.., then)| *then != verdict)
            .collect();
        let found: Vec<_> = turns.iter().map(|turn| (turn.attribute, Span::Known(turn.to), turn.verdict)).collect();
        assert_eq!(found, expected, "{:?}", case.levels);
        let mut reached = BTreeSet::from([case.levels.clone()]);
        let mut naive = Margin::More;
        for taken in 1..=Margin::MOST {
            reached = reached.iter().flat_map(|levels| steps_from(levels, &steps)).map(|(_, moved)| moved).collect();
            if reached.iter().any(|levels| case.verdict(levels) != verdict) {
                naive = Margin::Steps(taken);
                break;
            }
        }
        assert_eq!(margin, Some(naive), "{:?} {steps:?}", case.levels);
        seen[match naive {
            Margin::Steps(steps) => usize::from(steps),
            Margin::More => 4,
        }] += 1;
    });
    assert!(seen[1..].iter().all(|seen| *seen > 30), "{seen:?}");
}

#[test]
fn a_weight_keeps_the_verdict_between_its_ends_and_no_farther() {
    // Weights in billionths, so that there is room beside each end.
    const FINER: i64 = 1_000_000;
    let (mut ends, mut open) = (0, 0);
    cases(34, 60, 20, |case, random| {
        if case.rulebook.directional().any(|(_, criterion, _)| criterion.weight.0 > 1_000_000) {
            return;
        }
        let mut finer = case.rulebook.clone();
        finer.criteria.iter_mut().for_each(|criterion| criterion.weight.0 *= FINER);
        let mut keeps = |row: usize, weight: i64| {
            let own = std::mem::replace(&mut finer.criteria[row].weight.0, weight);
            let decides = finer.directional().next().is_some();
            let keeps = !decides || Rule::of(&finer).judge(&case.evidence).verdict == case.found.verdict;
            finer.criteria[row].weight.0 = own;
            keeps
        };
        for interval in case.rule.intervals(&case.evidence) {
            let row = interval.criterion;
            let of_end = |weight: f64| (weight * 1000.0 * FINER as f64).round() as i64;
            let least = of_end(interval.least.weight);
            let greatest = interval.greatest.map_or(i64::MAX, |end| of_end(end.weight));
            let now = case.rulebook.criteria[row].weight.0 * FINER;
            for _ in 0..6 {
                let weight = random.i64(0..=5 * now);
                if least + 9 < weight && weight < greatest - 9 {
                    assert!(keeps(row, weight), "{:?}: {interval:?} at {weight}", case.evidence);
                }
            }
            if interval.least.weight > 0.0 && least < now {
                assert!(!keeps(row, least - 9), "{:?}: {interval:?}", case.evidence);
                ends += 1;
            }
            match interval.greatest {
                Some(_) if greatest > now => {
                    assert!(!keeps(row, greatest + 9), "{:?}: {interval:?}", case.evidence);
                    ends += 1;
                }
                Some(_) => {}
                None => {
                    assert!(keeps(row, 1_000 * now.max(1)), "{:?}: {interval:?}", case.evidence);
                    open += 1;
                }
            }
        }
    });
    assert!(ends > 200 && open > 200, "{ends} {open}");
}

/// The verdict that some evidence comes to by other weights.
fn verdict_by(rule: &Rule, weights: &[i64], evidence: &[Evidence]) -> Verdict {
    let mut weighed = rule.clone();
    weighed.criteria.iter_mut().zip(weights).for_each(|(criterion, weight)| criterion.weight = *weight);
    weighed.greatest_width = weighed.criteria.iter().map(|c| c.weight * c.greatest_width).sum();
    weighed.verdict(weighed.weighted(evidence))
}

#[test]
fn criteria_that_hang_on_one_attribute_move_together() {
    let mut rulebook = load_default();
    let control =
        rulebook.criteria.iter().find(|criterion| criterion.id == "control").expect("it is one of the default");
    let poles = control.poles.clone();
    rulebook.criteria.iter_mut().filter(|criterion| criterion.poles.is_some()).for_each(|c| c.poles = poles.clone());
    let rule = Rule::of(&rulebook);
    let readings = Readings::of(&rule);
    let (margin, turns) = readings.judge(&rule, Verdict::Bpo, &[Span::Known(Points::HIGH)], &[Steps::QUARTERS]);
    assert_eq!((margin, turns.len()), (Some(Margin::Steps(2)), 0));
}

#[test]
fn a_criterion_has_the_range_of_weights_that_is_stated_of_it() {
    let mut rulebook = load_default();
    let (criterion, ..) = rulebook.directional().nth(1).expect("a second criterion");
    rulebook.weight_ranges = vec![WeightRange { criterion, least: Weight(500), greatest: Weight(2500) }];
    let ranges: Vec<_> =
        Rule::of(&rulebook).criteria.iter().map(|criterion| (criterion.row, criterion.range)).collect();
    let expected: Vec<_> = rulebook
        .weighable()
        .map(|(row, own, _)| (row, if row == criterion { (500, 2500) } else { (own.weight.0, own.weight.0) }))
        .collect();
    assert_eq!(ranges, expected);
}

#[test]
fn a_verdict_holds_over_a_group_where_each_of_its_weightings_keeps_it() {
    let (mut held, mut lost, mut unseen) = (0, 0, 0);
    cases(36, 40, 6, |case, random| {
        let mut rule = case.rule.clone();
        rule.has_ranges = true;
        for criterion in &mut rule.criteria {
            let least = random.i64(0..=2) * 6;
            criterion.range = (least, least + random.i64(0..=2) * 6);
        }
        let Some(holds) = rule.holds_over_group(&case.evidence) else { return };
        let verdict = rule.verdict(rule.weighted(&case.evidence));
        let keeps = (0..100).all(|_| {
            let mut any = |(least, greatest): (i64, i64)| match random.u8(0..4) {
                0 => least,
                1 => greatest,
                _ => random.i64(least..=greatest),
            };
            let weights: Vec<i64> = rule.criteria.iter().map(|criterion| any(criterion.range)).collect();
            let is_any = weights.iter().any(|weight| *weight > 0);
            !is_any || verdict_by(&rule, &weights, &case.evidence) == verdict
        });
        assert!(keeps || !holds, "{:?}", case.evidence);
        held += usize::from(holds);
        lost += usize::from(!holds);
        unseen += usize::from(!holds && keeps);
    });
    // Few weightings may be the ones that do not keep it.
    assert!(held > 20 && lost > 20 && unseen * 10 < lost, "{held} {lost} {unseen}");
}

/// What answers to some questions settle, each function's answers tried one by one.
fn naive_settles(rule: &Rule, functions: &[(Vec<Span>, usize)], asked: &[usize]) -> Settles {
    let mut settles = Settles::default();
    let is_settled = |levels: &Levels| {
        let mut evidence = Vec::new();
        rule.weigh(levels, &mut evidence);
        rule.judge(&evidence).standing == Standing::Settled
    };
    for (levels, count) in functions.iter().filter(|(levels, _)| !is_settled(levels)) {
        let combinations = Points::ANSWERS.len().pow(asked.len() as u32);
        let settled = (0..combinations).filter(|combination| {
            let mut left = *combination;
            let mut answered = levels.clone();
            for at in asked {
                // What is known already is not asked, and whoever is to settle a dispute answers within it.
                let [lowest, highest] = match levels[*at] {
                    Span::Known(level) => [level.value(); 2],
                    Span::Disputed(lowest, highest) => [lowest.value(), highest.value()],
                    Span::Missing => [0, 100],
                };
                let middle = lowest + (highest - lowest).div_ceil(2);
                let answer = [lowest, middle, highest][left % Points::ANSWERS.len()];
                answered[*at] = Span::Known(Points::new(answer).expect("a level"));
                left /= Points::ANSWERS.len();
            }
            is_settled(&answered)
        });
        let settled = settled.count();
        settles.least += if settled == combinations { *count } else { 0 };
        settles.most += if settled > 0 { *count } else { 0 };
        settles.mean += (*count * settled) as f64 / combinations as f64;
    }
    settles
}

#[test]
fn questions_settle_what_trying_all_answers_says_and_are_asked_greedily() {
    let same = |one: Settles, other: Settles| {
        (one.least, one.most) == (other.least, other.most) && (one.mean - other.mean).abs() < 1e-9
    };
    let mut random = fastrand::Rng::with_seed(35);
    let default = load_default();
    let mut asked_in_all = 0;
    for _ in 0..30 {
        let rule = Rule::of(&random_rules(&default, &mut random));
        let functions: Vec<(Vec<Span>, usize)> =
            (0..random.usize(1..8)).map(|_| (random_levels(&rule, &mut random), random.usize(1..4))).collect();
        let questions = plan(&rule, functions.iter().map(|(levels, count)| (levels.as_slice(), *count)));
        let at = |question: &Question| {
            rule.attributes().iter().position(|id| *id == question.attribute).expect("an attribute of the rule")
        };
        let order: Vec<usize> = questions.iter().map(at).collect();
        for (number, question) in questions.iter().enumerate().take(4) {
            let asked = &order[..=number];
            assert!(same(question.alone, naive_settles(&rule, &functions, &asked[number..])), "{question:?}");
            let together = naive_settles(&rule, &functions, asked);
            assert!(same(question.with_earlier, together), "{question:?}, not {together:?}");
            for other in &order[number + 1..] {
                let instead = [&asked[..number], &[*other]].concat();
                let worth = naive_settles(&rule, &functions, &instead).mean;
                assert!(worth <= together.mean + 1e-9, "{instead:?} settles {worth}, {asked:?} {}", together.mean);
            }
            asked_in_all += 1;
        }
        let unknown = vec![Span::Missing; rule.attributes().len()];
        for levels in functions.iter().map(|(levels, _)| levels).chain([&unknown]) {
            let alone = plan(&rule, std::iter::once((levels.as_slice(), 1)));
            let alone: Vec<AttributeId> = alone.into_iter().map(|question| question.attribute).take(3).collect();
            assert_eq!(of_one(&rule, levels), alone, "{levels:?}");
        }
    }
    assert!(asked_in_all > 40, "{asked_in_all}");
}
