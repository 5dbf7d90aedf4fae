//! Evidence, score and verdict of every function: the rule of the decision, on whole numbers throughout.
//!
//! A level pulls only above the middle of its scale, `pull(x) = max(0, 2x − 100)`. A criterion's evidence is the pull of
//! its BPO pole less that of its outsourcing pole, where a pole takes the least (`all`) or the greatest (`any`) of its
//! attributes. The score is the weighted mean over all criteria with a direction, known or not; where attributes are
//! missing, each pole pulls the least that it still could, and the bounds say how far the score may yet move. Where people
//! disagree on an attribute, it is missing between the lowest and the highest of their answers.
//!
//! Whole numbers, because with fractions some functions would land on the wrong side of a threshold, and Excel's formulas
//! on the other.

use std::cmp::Ordering;
use std::ops::{Mul, Sub};

use super::robustness;
use super::verdict::{Assessment, Balance, Evidence, Score, Standing, Strength, Verdict};
use crate::rulebook::{AttributeId, Direction, Join, Points, Pole, Poles, Rulebook, Span, Threshold, Thresholds};

/// What is known of a function: where each attribute that the rule uses stands, in the order of [`Rule::attributes`].
pub type Levels = [Span];

/// The rule of a rulebook, ready to judge by.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The attributes of all criteria with a direction, in the order of their first use.
    attributes: Vec<AttributeId>,
    /// Which ways each of them draws criteria with a weight.
    draws: Vec<Draws>,
    /// The criteria with a direction, with a weight or without.
    pub(super) criteria: Vec<Weighable>,
    /// How many criteria the rulebook has, with a direction or without.
    pub(super) rows: usize,
    /// The sum of the weights.
    weights: i64,
    /// How wide the bounds are where nothing is known.
    pub(super) greatest_width: i64,
    thresholds: Thresholds,
    /// Whether people gave different weights.
    pub(super) has_ranges: bool,
}

/// Which ways an attribute draws criteria.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Draws {
    /// Whether more of it is less evidence for BPO, and whether it is more.
    ways: [bool; 2],
    /// Whether a criterion uses it as it stands, so that what is above the middle counts, and whether one uses its opposite,
    /// so that what is below the middle does.
    signs: [bool; 2],
}

/// A criterion with a direction.
#[derive(Clone, Debug)]
pub(super) struct Weighable {
    /// Its position among the criteria of the rulebook.
    pub(super) row: usize,
    /// Its weight in thousandths.
    pub(super) weight: i64,
    /// The least and the greatest weight that people give it, likewise.
    pub(super) range: (i64, i64),
    /// How wide its bounds are where nothing is known.
    pub(super) greatest_width: i64,
    bpo: Terms,
    outsourcing: Terms,
}

/// A pole over the attributes of the rule, by their positions.
#[derive(Clone, Debug)]
struct Terms {
    join: Join,
    /// Each with whether its opposite is meant.
    terms: Vec<(usize, bool)>,
}

/// Sums of evidence, each criterion's times its weight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sums {
    /// As far as it is known.
    pub(super) weighted: i64,
    /// The least that it may be.
    pub(super) low: i64,
    /// The greatest that it may be.
    pub(super) high: i64,
}

impl Sums {
    pub(super) fn add(&mut self, weight: i64, evidence: Evidence) {
        self.weighted += weight * i64::from(evidence.value);
        self.low += weight * i64::from(evidence.low);
        self.high += weight * i64::from(evidence.high);
    }

    /// Whether nothing that is missing could turn the verdict: the bounds lie on one side of 0, or both are 0.
    pub(super) fn is_settled(self) -> bool {
        self.low > 0 || self.high < 0 || (self.low == 0 && self.high == 0)
    }

    pub(super) fn plus(self, other: Sums) -> Sums {
        Sums { weighted: self.weighted + other.weighted, low: self.low + other.low, high: self.high + other.high }
    }
}

impl Rule {
    /// The rule of a rulebook.
    pub fn of(rulebook: &Rulebook) -> Rule {
        let mut rule = Rule {
            attributes: Vec::new(),
            draws: Vec::new(),
            criteria: Vec::new(),
            rows: rulebook.criteria.len(),
            weights: 0,
            greatest_width: 0,
            thresholds: rulebook.thresholds,
            has_ranges: !rulebook.weight_ranges.is_empty(),
        };
        for (row, criterion, poles) in rulebook.weighable() {
            let (weight, greatest_width) = (criterion.weight.0, greatest_width(poles));
            let [bpo, outsourcing] = [&poles.bpo, &poles.outsourcing].map(|pole| rule.terms(pole));
            rule.weights += weight;
            rule.greatest_width += weight * greatest_width;
            let stated = rulebook.weight_ranges.iter().find(|range| range.criterion == row);
            let range = stated.map_or((weight, weight), |range| (range.least.0, range.greatest.0));
            rule.criteria.push(Weighable { row, weight, range, greatest_width, bpo, outsourcing });
        }
        rule.draws = vec![Draws::default(); rule.attributes.len()];
        for criterion in rule.criteria.iter().filter(|criterion| criterion.weight > 0) {
            for (pole, is_bpo) in [(&criterion.bpo, true), (&criterion.outsourcing, false)] {
                for &(at, opposite) in &pole.terms {
                    let draws = &mut rule.draws[at];
                    draws.ways[usize::from(opposite != is_bpo)] = true;
                    draws.signs[usize::from(opposite)] = true;
                }
            }
        }
        rule
    }

    fn terms(&mut self, pole: &Pole) -> Terms {
        let attributes = &mut self.attributes;
        let mut position = |id: AttributeId| {
            attributes.iter().position(|known| *known == id).unwrap_or_else(|| {
                attributes.push(id);
                attributes.len() - 1
            })
        };
        let terms = pole.terms.iter().map(|term| (position(term.attribute), term.opposite)).collect();
        Terms { join: pole.join, terms }
    }

    /// The attributes that levels are given of, in their order.
    pub fn attributes(&self) -> &[AttributeId] {
        &self.attributes
    }

    /// The levels of a function.
    pub fn levels<S: Into<Span>>(&self, mut level: impl FnMut(AttributeId) -> S) -> Vec<Span> {
        self.attributes.iter().map(|id| level(*id).into()).collect()
    }

    /// The criteria with a weight.
    pub(super) fn directional(&self) -> impl Iterator<Item = &Weighable> {
        self.criteria.iter().filter(|criterion| criterion.weight > 0)
    }

    /// Appends the evidence of each criterion of the rulebook; of one without a direction it is none.
    pub fn weigh(&self, levels: &Levels, into: &mut Vec<Evidence>) {
        let start = into.len();
        into.resize(start + self.rows, Evidence::default());
        for criterion in &self.criteria {
            into[start + criterion.row] = criterion.evidence(levels);
        }
    }

    /// The weighted sums of the evidence of all criteria.
    pub(super) fn weighted(&self, evidence: &[Evidence]) -> Sums {
        let mut sums = Sums::default();
        self.directional().for_each(|criterion| sums.add(criterion.weight, evidence[criterion.row]));
        sums
    }

    /// The same of what levels give.
    pub(super) fn sums(&self, levels: &Levels) -> Sums {
        let mut sums = Sums::default();
        self.directional().for_each(|criterion| sums.add(criterion.weight, criterion.evidence(levels)));
        sums
    }

    /// The verdict that weighted sums come to.
    pub(super) fn verdict(&self, sums: Sums) -> Verdict {
        verdict(self.minimum_coverage(), [sums.weighted, sums.low, sums.high, self.greatest_width])
    }

    /// How much of the possible evidence must be known, in per cent.
    pub(super) fn minimum_coverage(&self) -> i8 {
        self.thresholds[Threshold::MinimumCoverage] as i8
    }

    /// The judgement that the evidence of all criteria comes to; without what only the levels can tell.
    pub fn judge(&self, evidence: &[Evidence]) -> Assessment {
        let sums = self.weighted(evidence);
        let Sums { weighted, low, high } = sums;
        let verdict = self.verdict(sums);
        let decided = verdict != Verdict::InsufficientEvidence;
        let direction = verdict.direction();
        let towards = |towards_bpo: &dyn Fn(&Evidence) -> i8, towards_outsourcing: &dyn Fn(&Evidence) -> i8| {
            let votes = |vote: &dyn Fn(&Evidence) -> i8| {
                let votes: Vec<i8> = self.directional().map(|criterion| vote(&evidence[criterion.row])).collect();
                robustness::share_above(&votes)
            };
            direction.map(|direction| match direction {
                Direction::Bpo => votes(towards_bpo),
                Direction::Outsourcing => votes(towards_outsourcing),
            })
        };
        let robustness = towards(&|e| e.value, &|e| -e.value);
        // Where nothing that matters is missing, both are the same.
        let is_known = low == weighted && high == weighted;
        let robustness_low = if is_known { robustness } else { towards(&|e| e.low, &|e| -e.high) };
        let score = |weighted| Score { weighted, weights: self.weights };
        let weighed = || self.directional().map(|criterion| (criterion.weight, evidence[criterion.row].value));
        Assessment {
            verdict,
            standing: match verdict {
                Verdict::InsufficientEvidence => Standing::Open,
                _ if sums.is_settled() => Standing::Settled,
                _ => Standing::Provisional,
            },
            split: (verdict == Verdict::Split).then(|| self.balance(evidence)),
            strength: direction.map(|direction| self.strength(evidence, direction)),
            borderline: decided && weighted.abs() <= self.thresholds[Threshold::Borderline] * self.weights,
            score: score(weighted),
            low: score(low),
            high: score(high),
            coverage: (self.greatest_width - (high - low)) as f64 / self.greatest_width as f64,
            robustness,
            robustness_low,
            is_exact: true,
            holds_over_group: self.holds_over_group(evidence),
            is_disputed: false,
            flip: direction.map(|_| robustness::smallest_flip(weighed())),
            margin: None,
            turns: Vec::new(),
        }
    }

    fn balance(&self, evidence: &[Evidence]) -> Balance {
        let mut all = self.directional().map(|criterion| evidence[criterion.row]);
        let is_neutral = all.all(|evidence| evidence.value == 0 && !evidence.conflict);
        if is_neutral { Balance::Neutral } else { Balance::Balanced }
    }

    fn strength(&self, evidence: &[Evidence], direction: Direction) -> Strength {
        let all = || self.directional().map(|criterion| evidence[criterion.row]);
        let disputes = |evidence: Evidence| match direction {
            Direction::Bpo => evidence.value < 0 || evidence.conflict,
            Direction::Outsourcing => evidence.value > 0 || evidence.conflict,
        };
        if all().count() > 1 && all().filter(|evidence| evidence.value != 0).count() == 1 {
            Strength::Thin
        } else if all().any(disputes) {
            Strength::Contested
        } else {
            Strength::Clear
        }
    }

    /// Whether the bounds are reached by some answers, given which are missing: they are where each missing attribute
    /// draws all criteria one way.
    pub(super) fn has_exact_bounds(&self, levels: &Levels) -> bool {
        levels.iter().zip(&self.draws).all(|(level, draws)| level.is_known() || draws.ways != [true, true])
    }

    /// What of a level counts: two levels that pull alike in every criterion are the same.
    pub(super) fn what_counts(&self, attribute: usize, level: Points) -> (u8, u8) {
        let [plain, opposite] = self.draws[attribute].signs;
        let above = if plain { level.value().max(50) } else { 50 };
        let below = if opposite { level.value().min(50) } else { 50 };
        (above, below)
    }

    /// The attributes that are missing or disputed on a function and could still move its bounds, in the order of the criteria
    /// that lack them.
    pub fn missing(&self, levels: &Levels) -> Vec<AttributeId> {
        self.missing_positions(levels).into_iter().map(|at| self.attributes[at]).collect()
    }

    /// The same by their positions.
    pub(super) fn missing_positions(&self, levels: &Levels) -> Vec<usize> {
        let mut missing = Vec::new();
        if levels.iter().all(|level| level.is_known()) {
            return missing;
        }
        let mut answered = levels.to_vec();
        for criterion in self.directional() {
            let Evidence { low, high, .. } = criterion.evidence(levels);
            if low == high {
                continue;
            }
            for at in criterion.positions() {
                if levels[at].is_known() || missing.contains(&at) {
                    continue;
                }
                let mut moves = |answer| {
                    answered[at] = Span::Known(answer);
                    let then = criterion.evidence(&answered);
                    (then.low, then.high) != (low, high)
                };
                if levels[at].answers().into_iter().any(&mut moves) {
                    missing.push(at);
                }
                answered[at] = levels[at];
            }
        }
        missing
    }
}

/// The verdict by the weighted evidence, the least and the greatest that it may be, and how wide the bounds are where nothing
/// is known; `minimum_coverage` is in per cent. Sums that are multiplied alike give the same verdict.
pub(super) fn verdict<N>(minimum_coverage: i8, [weighted, low, high, greatest_width]: [N; 4]) -> Verdict
where
    N: Copy + Ord + From<i8> + Sub<Output = N> + Mul<Output = N>,
{
    let (zero, hundred) = (N::from(0), N::from(100));
    let known_width = greatest_width - (high - low);
    // Where nothing is known there is no evidence to decide by, whatever the rulebook asks for.
    let covered = known_width > zero && known_width * hundred >= N::from(minimum_coverage) * greatest_width;
    match weighted.cmp(&zero) {
        _ if low > zero => Verdict::Bpo,
        _ if high < zero => Verdict::TraditionalOutsourcing,
        _ if low == zero && high == zero && greatest_width > zero => Verdict::Split,
        Ordering::Greater if covered => Verdict::Bpo,
        Ordering::Less if covered => Verdict::TraditionalOutsourcing,
        // That the known evidence balances decides nothing while the rest may tip it.
        _ => Verdict::InsufficientEvidence,
    }
}

impl Weighable {
    /// The evidence, given the levels that are known.
    ///
    /// The bounds put each pole at its least and its greatest by itself. Where every attribute draws the criterion one way
    /// only, as in the default rulebook, both are reached together, and the bounds are exact; where a rule of one's own uses
    /// an attribute both ways, they are safe, and wider than need be.
    pub(super) fn evidence(&self, levels: &Levels) -> Evidence {
        evidence(self.bpo.range(levels), self.outsourcing.range(levels))
    }

    /// The least and the greatest evidence, given between which levels each attribute lies.
    pub(super) fn between(&self, levels: &[(Points, Points)]) -> (i8, i8) {
        let of = |pole: &Terms| range(pole.join, pole.terms.iter().map(|(at, opposite)| (levels[*at], *opposite)));
        let both = evidence(of(&self.bpo), of(&self.outsourcing));
        (both.low, both.high)
    }

    /// The positions of its attributes; one that is in both poles comes twice.
    pub(super) fn positions(&self) -> impl Iterator<Item = usize> {
        self.bpo.terms.iter().chain(&self.outsourcing.terms).map(|(at, _)| *at)
    }
}

impl Terms {
    /// The least and the greatest level that the pole may have, given what is known.
    fn range(&self, levels: &Levels) -> (Points, Points) {
        range(self.join, self.terms.iter().map(|(at, opposite)| (levels[*at].ends(), *opposite)))
    }
}

/// The evidence of a criterion, given the least and the greatest level of each pole.
fn evidence((bpo_least, bpo_greatest): (Points, Points), (out_least, out_greatest): (Points, Points)) -> Evidence {
    Evidence {
        value: pull(bpo_least) - pull(out_least),
        low: pull(bpo_least) - pull(out_greatest),
        high: pull(bpo_greatest) - pull(out_least),
        conflict: pull(bpo_least) > 0 && pull(out_least) > 0,
    }
}

/// The evidence of a criterion where nothing is known of it.
fn unknown(poles: &Poles) -> Evidence {
    let nothing = |pole: &Pole| range(pole.join, pole.terms.iter().map(|term| (Span::Missing.ends(), term.opposite)));
    evidence(nothing(&poles.bpo), nothing(&poles.outsourcing))
}

/// How far apart the bounds of a criterion are where nothing is known of it.
pub fn greatest_width(poles: &Poles) -> i64 {
    let Evidence { low, high, .. } = unknown(poles);
    i64::from(high) - i64::from(low)
}

/// How strongly a level pulls: only above the middle, 0 to 100.
fn pull(level: Points) -> i8 {
    (2 * i16::from(level.value()) - 100).max(0) as i8
}

/// The least and the greatest level that joined terms may have, each with between which levels it lies, and whether its opposite
/// is meant.
fn range(join: Join, terms: impl Iterator<Item = ((Points, Points), bool)>) -> (Points, Points) {
    let ranges = terms.map(
        |((least, greatest), opposite)| {
            if opposite { (greatest.opposite(), least.opposite()) } else { (least, greatest) }
        },
    );
    let joined = ranges.reduce(|(least, greatest), (low, high)| match join {
        Join::All => (least.min(low), greatest.min(high)),
        Join::Any => (least.max(low), greatest.max(high)),
    });
    joined.unwrap_or((Points::LOW, Points::LOW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{Term, load_default};

    const NAMES: [&str; 7] =
        ["strategic_value", "integration", "repetitiveness", "volume", "specialisation", "continuity", "control"];

    fn judge(rulebook: &Rulebook, levels: [Option<u8>; 7]) -> Assessment {
        let ids = NAMES.map(|name| rulebook.attribute_named(name).expect("a default attribute"));
        let rule = Rule::of(rulebook);
        let level = |id| ids.iter().position(|known| *known == id).and_then(|i| levels[i]).and_then(Points::new);
        let mut evidence = Vec::new();
        rule.weigh(&rule.levels(level), &mut evidence);
        rule.judge(&evidence)
    }

    /// The rule in other words: fractions of any size, poles spelt out, and bounds by trying both ends of all that is
    /// missing. Gives Σ w·e, and its least and greatest, in thousandths of a point.
    fn naive(levels: [Option<u8>; 7], weights: [i64; 4]) -> (i64, i64, i64) {
        let pull = |x: i64| (2 * x - 100).max(0);
        let sum = |evidence: [i64; 4]| evidence.iter().zip(weights).map(|(e, w)| e * w).sum::<i64>();
        let score = |[strategic, integration, repetitive, volume, special, continuity, control]: [i64; 7]| {
            sum([
                pull(strategic.min(integration)) - pull(100 - strategic),
                pull(repetitive.min(volume)) - pull(special),
                pull(continuity.min(repetitive)) - pull((100 - continuity).max(special)),
                pull(control) - pull(100 - control),
            ])
        };
        let missing: Vec<usize> = (0..7).filter(|i| levels[*i].is_none()).collect();
        let (mut low, mut high) = (i64::MAX, i64::MIN);
        for corner in 0..1_u32 << missing.len() {
            let mut filled = levels.map(|level| i64::from(level.unwrap_or(0)));
            for (bit, attribute) in missing.iter().enumerate() {
                filled[*attribute] = if corner >> bit & 1 == 1 { 100 } else { 0 };
            }
            low = low.min(score(filled));
            high = high.max(score(filled));
        }
        // Each pole by itself at the least that it could be: what is missing counts 0 in a pole, and so does its opposite.
        let level = |i: usize| levels[i].map_or(0, i64::from);
        let opposite = |i: usize| levels[i].map_or(0, |x| 100 - i64::from(x));
        let known = sum([
            pull(level(0).min(level(1))) - pull(opposite(0)),
            pull(level(2).min(level(3))) - pull(level(4)),
            pull(level(5).min(level(2))) - pull(opposite(5).max(level(4))),
            pull(level(6)) - pull(opposite(6)),
        ]);
        (known, low, high)
    }

    #[test]
    fn score_bounds_and_verdict_agree_with_a_naive_oracle() {
        let mut rulebook = load_default();
        let mut random = fastrand::Rng::with_seed(7);
        for round in 0..20_000 {
            let weights: [i64; 4] = match round % 3 {
                0 => [1000; 4],
                1 => std::array::from_fn(|_| random.i64(1..=3) * 100),
                _ => std::array::from_fn(|_| random.i64(1..=1_000_000_000)),
            };
            let directional: Vec<usize> = rulebook.directional().map(|(i, ..)| i).collect();
            for (i, weight) in directional.into_iter().zip(weights) {
                rulebook.criteria[i].weight.0 = weight;
            }
            rulebook.thresholds[Threshold::MinimumCoverage] = random.i64(0..=100);
            let levels: [Option<u8>; 7] = std::array::from_fn(|_| match random.u8(0..4) {
                0 => None,
                1 => Some([0, 50, 100][random.usize(0..3)]),
                _ => Some(random.u8(0..=100)),
            });
            let found = judge(&rulebook, levels);
            let (score, low, high) = naive(levels, weights);
            assert_eq!(
                (found.score.weighted, found.low.weighted, found.high.weighted),
                (score, low, high),
                "{levels:?}"
            );
            let all = 200 * weights.iter().sum::<i64>();
            assert!((found.coverage - (1.0 - (high - low) as f64 / all as f64)).abs() < 1e-12);
            let known = all - (high - low);
            let covered = known > 0 && 100 * known >= rulebook.thresholds[Threshold::MinimumCoverage] * all;
            let expected = match score.signum() {
                _ if low > 0 => Verdict::Bpo,
                _ if high < 0 => Verdict::TraditionalOutsourcing,
                _ if (low, high) == (0, 0) => Verdict::Split,
                _ if !covered => Verdict::InsufficientEvidence,
                1 => Verdict::Bpo,
                -1 => Verdict::TraditionalOutsourcing,
                _ => Verdict::InsufficientEvidence,
            };
            assert_eq!(found.verdict, expected, "{levels:?} {weights:?}");
        }
    }

    /// Strategic, integration, repetitive, volume, specialised, nature, control; the verdict, its standing, its strength or
    /// what a split is; the score.
    #[test]
    fn the_sources_examples_come_out_as_its_words_say() {
        const CASES: &str = "
            tier-1 customer support, 24/7 | H H H H L ongoing  H | bpo settled clear                         |  100
            holiday overflow chat, 6 weeks| L L H H L one-time L | traditional-outsourcing settled contested |  -50
            annual penetration test       | M L L L H project  L | traditional-outsourcing settled clear     |  -75
            security monitoring (SOC)     | H H H H H ongoing  H | bpo settled contested                     |   50
            iOS app development           | H H L L H project  H | split settled balanced                    |    0
            payroll, approvals kept       | L L H H L ongoing  H | bpo settled contested                     |   50
            payroll, hands-off            | L L H M L ongoing  L | traditional-outsourcing settled contested |  -25
            HR administration             | M M H H L ongoing  H | bpo settled clear                         |   75
            office cleaning, 14 sites     | L L H H L ongoing  L | split settled balanced                    |    0
            records management            | M - - - - -        - | insufficient-evidence open                |    0
            nothing pulls                 | M M M M M seasonal M | split settled neutral                     |    0
            nothing pulls, control missing| M M M M M seasonal - | insufficient-evidence open                |    0
            what is known balances        | L H M M M seasonal - | traditional-outsourcing provisional thin  |  -25
            half is known                 | - - H H L ongoing  - | bpo provisional clear                     |   50
            control alone                 | M M M M M seasonal L | traditional-outsourcing settled thin      |  -25
            control alone, in conflict    | M M H H H seasonal L | traditional-outsourcing settled contested |  -50";
        let rulebook = load_default();
        for case in CASES.trim().lines() {
            let fields: Vec<&str> = case.split('|').map(str::trim).collect();
            let mut levels = fields[1].split_whitespace().map(|word| match word {
                "H" | "ongoing" => Some(100),
                "M" | "seasonal" => Some(50),
                "L" | "project" | "one-time" => Some(0),
                _ => None,
            });
            let found = judge(&rulebook, std::array::from_fn(|_| levels.next().expect("seven levels")));
            let word = found.strength.map(Strength::name).or(found.split.map(Balance::name)).unwrap_or_default();
            let said = format!("{} {} {word}", found.verdict.id(), found.standing.name());
            assert_eq!(said.trim(), fields[2], "{}", fields[0]);
            assert_eq!(found.score.rounded().to_string(), fields[3], "{}", fields[0]);
        }
    }

    #[test]
    fn halves_round_away_from_zero() {
        for (weighted, rounded) in [(1, 1), (-1, -1), (3, 2), (-3, -2), (0, 0), (2, 1)] {
            assert_eq!(Score { weighted, weights: 2 }.rounded(), rounded, "{weighted}/2");
        }
    }

    #[test]
    fn what_is_missing_is_named_only_where_it_matters() {
        let rulebook = load_default();
        let rule = Rule::of(&rulebook);
        let id = |name: &str| rulebook.attribute_named(name).expect("a default attribute");
        let (strategic, control) = (id("strategic_value"), id("control"));
        // With a Low strategic value the least of it and integration is known, and so is nothing else to ask there.
        let level = |of| if of == strategic { Some(Points::LOW) } else { (of != control).then_some(Points::HIGH) };
        let without_integration = |of| if of == id("integration") { None } else { level(of) };
        assert_eq!(rule.missing(&rule.levels(without_integration)), [control]);
    }

    #[test]
    fn bounds_are_safe_where_a_rule_uses_an_attribute_both_ways() {
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("a default attribute");
        let pole = || Pole { join: Join::All, terms: vec![Term { attribute: id, opposite: false }] };
        let mut rulebook = rulebook;
        rulebook.criteria.retain(|criterion| criterion.id == "control");
        rulebook.criteria[0].poles = Some(Poles { bpo: pole(), outsourcing: pole() });
        let rule = Rule::of(&rulebook);
        let of = |level: Option<Points>| rule.criteria[0].evidence(&[level.into()]);
        let unknown = of(None);
        assert_eq!((unknown.low, unknown.high), (-100, 100));
        for level in 0..=100 {
            let known = of(Points::new(level));
            assert!(unknown.low <= known.value && known.value <= unknown.high);
        }
        assert!(!rule.has_exact_bounds(&[Span::Missing]) && rule.has_exact_bounds(&[Span::Known(Points::LOW)]));
        let default = Rule::of(&load_default());
        assert!(default.has_exact_bounds(&vec![Span::Missing; default.attributes().len()]));
    }
}
