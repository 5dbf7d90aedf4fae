//! How far a verdict hangs on single readings: which steps turn it, and how many steps it takes at least.
//!
//! A step moves one known attribute to the next value of the scale that it was read from. What is missing
//! or disputed stays so.

use super::rule::{Levels, Rule, Sums, Weighable};
use super::verdict::{Margin, Turn, Verdict};
use crate::rulebook::{Points, Span, Steps};

/// The criteria with a weight in groups that share no attribute, so that steps in one leave the others as they are.
#[derive(Clone, Debug)]
pub(super) struct Readings {
    groups: Vec<Group>,
}

#[derive(Clone, Debug)]
struct Group {
    /// The attributes, by their positions.
    attributes: Vec<usize>,
    criteria: Vec<Weighable>,
}

/// The sums that a group's criteria come to, by the number of steps.
type Reached = [Vec<Sums>; Margin::MOST as usize + 1];

impl Readings {
    pub(super) fn of(rule: &Rule) -> Readings {
        let mut groups: Vec<Group> = Vec::new();
        for criterion in rule.directional() {
            let mut attributes: Vec<usize> = criterion.positions().collect();
            let mut criteria = vec![criterion.clone()];
            let shares = |group: &Group| group.attributes.iter().any(|at| criterion.positions().any(|own| own == *at));
            for joined in groups.extract_if(.., |group| shares(group)) {
                attributes.extend(joined.attributes);
                criteria.extend(joined.criteria);
            }
            attributes.sort_unstable();
            attributes.dedup();
            groups.push(Group { attributes, criteria });
        }
        Readings { groups }
    }

    /// The single steps that give another verdict, and the least number of steps that do.
    pub(super) fn judge(
        &self,
        rule: &Rule,
        verdict: Verdict,
        levels: &Levels,
        steps: &[Steps],
    ) -> (Option<Margin>, Vec<Turn>) {
        if verdict == Verdict::InsufficientEvidence {
            return (None, Vec::new());
        }
        let is_safe = |taken| is_kept_within(rule, verdict, levels, steps, taken);
        let turns = if is_safe(1) { Vec::new() } else { single_steps(rule, verdict, levels, steps) };
        let margin = match turns.is_empty() {
            false => Margin::Steps(1),
            true if is_safe(Margin::MOST) => Margin::More,
            true => self.margin(rule, verdict, levels, steps),
        };
        (Some(margin), turns)
    }

    /// The margin of a verdict that no single step turns.
    fn margin(&self, rule: &Rule, verdict: Verdict, levels: &Levels, steps: &[Steps]) -> Margin {
        let moves = moves(rule, levels, steps);
        let mut moved = levels.to_vec();
        let reached: Vec<Reached> = self.groups.iter().map(|group| group.reached(&mut moved, &moves)).collect();
        if !may_turn(verdict, &reached) {
            return Margin::More;
        }
        let turns = |steps: u8| turns_by(rule, verdict, &reached, usize::from(steps), Sums::default());
        (2..=Margin::MOST).find(|steps| turns(*steps)).map_or(Margin::More, Margin::Steps)
    }
}

/// Whether a verdict is kept even if every reading were so many steps off at once: what mostly spares a search.
fn is_kept_within(rule: &Rule, verdict: Verdict, levels: &Levels, steps: &[Steps], taken: u8) -> bool {
    let farthest = |from: Points, next: &dyn Fn(Points) -> Option<Points>| {
        (0..taken).fold(from, |level, _| next(level).unwrap_or(level))
    };
    let reach = |(level, steps): (&Span, &Steps)| match level.known() {
        Some(from) => (farthest(from, &|level| steps.below(level)), farthest(from, &|level| steps.above(level))),
        None => level.ends(),
    };
    let between: Vec<(Points, Points)> = levels.iter().zip(steps).map(reach).collect();
    let (low, high) = rule.directional().fold((0, 0), |(low, high), criterion| {
        let (least, greatest) = criterion.between(&between);
        (low + criterion.weight * i64::from(least), high + criterion.weight * i64::from(greatest))
    });
    match verdict {
        Verdict::Bpo => low > 0,
        Verdict::TraditionalOutsourcing => high < 0,
        Verdict::Split | Verdict::InsufficientEvidence => false,
    }
}

/// The single steps that give another verdict, attribute by attribute.
fn single_steps(rule: &Rule, verdict: Verdict, levels: &Levels, steps: &[Steps]) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut moved = levels.to_vec();
    for (at, attribute) in rule.attributes().iter().enumerate() {
        let Some(from) = levels[at].known() else { continue };
        for to in [steps[at].below(from), steps[at].above(from)].into_iter().flatten() {
            moved[at] = Span::Known(to);
            let then = rule.verdict(rule.sums(&moved));
            if then != verdict {
                turns.push(Turn { attribute: *attribute, from: Some(from), to, verdict: then });
            }
        }
        moved[at] = levels[at];
    }
    turns
}

/// Whether so many steps in all, in whichever of these groups, turn a verdict, given the sums of the other groups.
fn turns_by(rule: &Rule, verdict: Verdict, groups: &[Reached], steps: usize, others: Sums) -> bool {
    match groups {
        [] => false,
        [last] => last[steps].iter().any(|sums| rule.verdict(others.plus(*sums)) != verdict),
        [first, rest @ ..] => (0..=steps)
            .any(|own| first[own].iter().any(|sums| turns_by(rule, verdict, rest, steps - own, others.plus(*sums)))),
    }
}

/// A level that so many steps of an attribute lead to.
type Move = (u8, Points);

/// Where steps lead for each attribute; what pulls no otherwise than what fewer steps lead to is left out.
fn moves(rule: &Rule, levels: &Levels, steps: &[Steps]) -> Vec<Vec<Move>> {
    let of_attribute = |at: usize| {
        let Some(from) = levels[at].known() else { return Vec::new() };
        let mut moves = Vec::new();
        for next in [Steps::below, Steps::above] as [fn(Steps, Points) -> Option<Points>; 2] {
            let (mut level, mut last) = (from, rule.what_counts(at, from));
            for taken in 1..=Margin::MOST {
                let Some(to) = next(steps[at], level) else { break };
                level = to;
                let counts = rule.what_counts(at, to);
                if counts != last {
                    moves.push((taken, to));
                    last = counts;
                }
            }
        }
        moves
    };
    (0..levels.len()).map(of_attribute).collect()
}

/// Whether the bound that holds a verdict could be lost at all, each group at its worst: what mostly spares the rest.
fn may_turn(verdict: Verdict, reached: &[Reached]) -> bool {
    let worst = |worse: &dyn Fn(&Sums) -> i64| {
        let mut worst = [0; Margin::MOST as usize + 1];
        for group in reached {
            let own = group.each_ref().map(|sums| sums.iter().map(worse).min());
            for steps in (0..worst.len()).rev() {
                let splits = (0..=steps).filter_map(|own_steps| Some(worst[steps - own_steps] + own[own_steps]?));
                worst[steps] = splits.min().unwrap_or(worst[steps]);
            }
        }
        worst.into_iter().any(|worst| worst <= 0)
    };
    match verdict {
        Verdict::Bpo => worst(&|sums| sums.low),
        Verdict::TraditionalOutsourcing => worst(&|sums| -sums.high),
        Verdict::Split | Verdict::InsufficientEvidence => true,
    }
}

fn distinct(sums: &mut Vec<Sums>) {
    sums.sort_unstable();
    sums.dedup();
}

impl Group {
    /// All sums that so many steps of its attributes lead to.
    fn reached(&self, levels: &mut Levels, moves: &[Vec<Move>]) -> Reached {
        let mut reached = Reached::default();
        self.step(&self.attributes, Margin::MOST, levels, moves, &mut reached);
        reached.iter_mut().for_each(distinct);
        reached
    }

    fn step(&self, attributes: &[usize], left: u8, levels: &mut Levels, moves: &[Vec<Move>], reached: &mut Reached) {
        let Some((&at, rest)) = attributes.split_first() else {
            let mut sums = Sums::default();
            self.criteria.iter().for_each(|criterion| sums.add(criterion.weight, criterion.evidence(levels)));
            reached[usize::from(Margin::MOST - left)].push(sums);
            return;
        };
        self.step(rest, left, levels, moves, reached);
        let from = levels[at];
        for &(taken, to) in moves[at].iter().filter(|(taken, _)| *taken <= left) {
            levels[at] = Span::Known(to);
            self.step(rest, left - taken, levels, moves, reached);
        }
        levels[at] = from;
    }
}
