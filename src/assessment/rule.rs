//! Evidence, score and verdict of every function: the rule of the decision, on whole numbers throughout.
//!
//! A level pulls only above the middle of its scale, `pull(x) = max(0, 2x − 100)`. A criterion's evidence is the pull of
//! its BPO pole less that of its outsourcing pole, where a pole takes the least (`all`) or the greatest (`any`) of its
//! attributes. The score is the weighted mean over all criteria with a direction, known or not; where attributes are
//! missing, each pole pulls the least that it still could, and the bounds say how far the score may yet move.
//!
//! Whole numbers, because with fractions some functions would land on the wrong side of a threshold, and Excel's formulas
//! on the other.

use super::robustness;
use super::verdict::{Assessment, Evidence, FindingSet, Score, Strength, Verdict};
use crate::rulebook::{AttributeId, Direction, Join, Points, Pole, Poles, Rulebook, Threshold};

/// What scores are measured against: the same for every function of a run.
#[derive(Clone, Debug)]
pub struct Scale {
    /// How many criteria the rulebook has, with a direction or without.
    pub(super) criteria: usize,
    /// The sum of the weights of criteria with a direction.
    weights: i64,
    /// How wide the bounds are where nothing is known.
    greatest_width: i64,
}

impl Scale {
    /// The scale of a rulebook.
    pub fn of(rulebook: &Rulebook) -> Scale {
        let mut scale = Scale { criteria: rulebook.criteria.len(), weights: 0, greatest_width: 0 };
        for (_, criterion, poles) in rulebook.directional() {
            scale.weights += criterion.weight.0;
            scale.greatest_width += criterion.weight.0 * greatest_width(poles);
        }
        scale
    }

    /// Appends the evidence of each criterion, given the levels that are known.
    pub fn weigh(&self, rulebook: &Rulebook, level: &dyn Fn(AttributeId) -> Option<Points>, into: &mut Vec<Evidence>) {
        into.extend(rulebook.criteria.iter().map(|criterion| match &criterion.poles {
            Some(poles) => evidence(poles, level),
            None => Evidence::default(),
        }));
    }

    /// The judgement that the evidence of all criteria comes to; without findings.
    pub fn judge(&self, rulebook: &Rulebook, evidence: &[Evidence]) -> Assessment {
        let sum = |part: fn(&Evidence) -> i8| {
            rulebook.directional().map(|(i, criterion, _)| criterion.weight.0 * i64::from(part(&evidence[i]))).sum()
        };
        let (weighted, low, high): (i64, i64, i64) = (sum(|e| e.value), sum(|e| e.low), sum(|e| e.high));
        let known_width = self.greatest_width - (high - low);
        // Where nothing is known there is no evidence to decide by, whatever the rulebook asks for.
        let covered = known_width > 0
            && known_width * 100 >= rulebook.thresholds[Threshold::MinimumCoverage] * self.greatest_width;
        let verdict = if low > 0 {
            Verdict::Bpo
        } else if high < 0 {
            Verdict::TraditionalOutsourcing
        } else if !covered {
            Verdict::InsufficientEvidence
        } else {
            match weighted.signum() {
                1 => Verdict::Bpo,
                -1 => Verdict::TraditionalOutsourcing,
                _ => Verdict::Split,
            }
        };
        let decided = verdict != Verdict::InsufficientEvidence;
        let votes = || rulebook.directional().map(|(i, criterion, _)| (criterion.weight.0, evidence[i].value));
        let score = |weighted| Score { weighted, weights: self.weights };
        Assessment {
            verdict,
            strength: verdict.direction().map(|direction| strength(rulebook, evidence, direction)),
            borderline: decided && weighted.abs() <= rulebook.thresholds[Threshold::Borderline] * self.weights,
            score: score(weighted),
            low: score(low),
            high: score(high),
            coverage: known_width as f64 / self.greatest_width as f64,
            robustness: decided.then(|| robustness::share_that_keeps(verdict, votes().map(|(_, vote)| vote))),
            flip: decided.then(|| robustness::smallest_flip(votes())),
            findings: FindingSet::default(),
        }
    }
}

fn strength(rulebook: &Rulebook, evidence: &[Evidence], direction: Direction) -> Strength {
    let other_way = |value: i8| match direction {
        Direction::Bpo => value < 0,
        Direction::Outsourcing => value > 0,
    };
    let contested = rulebook.directional().any(|(i, ..)| other_way(evidence[i].value) || evidence[i].conflict);
    if contested { Strength::Contested } else { Strength::Clear }
}

/// The evidence of one criterion.
///
/// The bounds put each pole at its least and its greatest by itself. Where every attribute draws the criterion one way
/// only, as in the default rulebook, both are reached together, and the bounds are exact; where a rule of one's own uses
/// an attribute both ways, they are safe, and wider than need be.
fn evidence(poles: &Poles, level: &dyn Fn(AttributeId) -> Option<Points>) -> Evidence {
    let (bpo_least, bpo_greatest) = pole_range(&poles.bpo, level);
    let (out_least, out_greatest) = pole_range(&poles.outsourcing, level);
    Evidence {
        value: pull(bpo_least) - pull(out_least),
        low: pull(bpo_least) - pull(out_greatest),
        high: pull(bpo_greatest) - pull(out_least),
        conflict: pull(bpo_least) > 0 && pull(out_least) > 0,
    }
}

/// The evidence of a criterion where nothing is known of it.
pub fn unknown(poles: &Poles) -> Evidence {
    evidence(poles, &|_| None)
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

/// The least and the greatest level that a pole may have, given what is known.
fn pole_range(pole: &Pole, level: &dyn Fn(AttributeId) -> Option<Points>) -> (Points, Points) {
    let ranges = pole.terms.iter().map(|term| match level(term.attribute) {
        Some(known) if term.opposite => (known.opposite(), known.opposite()),
        Some(known) => (known, known),
        None => (Points::LOW, Points::HIGH),
    });
    let joined = ranges.reduce(|(least, greatest), (low, high)| match pole.join {
        Join::All => (least.min(low), greatest.min(high)),
        Join::Any => (least.max(low), greatest.max(high)),
    });
    joined.unwrap_or((Points::LOW, Points::LOW))
}

/// The attributes that are missing on a function and could still move its bounds, in the order of the criteria that lack
/// them; `evidence` is what its known levels give.
pub fn missing(
    rulebook: &Rulebook,
    evidence: &[Evidence],
    level: &dyn Fn(AttributeId) -> Option<Points>,
) -> Vec<AttributeId> {
    const ANSWERS: [Points; 3] = [Points::LOW, Points::MEDIUM, Points::HIGH];
    let mut missing = Vec::new();
    for (i, _, poles) in rulebook.directional().filter(|(i, ..)| !evidence[*i].is_settled()) {
        let (low, high) = (evidence[i].low, evidence[i].high);
        for id in poles.attributes() {
            let moves = |answer| {
                let then = self::evidence(poles, &|other| if other == id { Some(answer) } else { level(other) });
                (then.low, then.high) != (low, high)
            };
            if level(id).is_none() && !missing.contains(&id) && ANSWERS.into_iter().any(moves) {
                missing.push(id);
            }
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{Term, load_default};

    const NAMES: [&str; 7] =
        ["strategic_value", "integration", "repetitiveness", "volume", "specialisation", "continuity", "control"];

    fn judge(rulebook: &Rulebook, levels: [Option<u8>; 7]) -> Assessment {
        let ids = NAMES.map(|name| rulebook.attribute_named(name).expect("a default attribute"));
        let scale = Scale::of(rulebook);
        let level = |id| ids.iter().position(|known| *known == id).and_then(|i| levels[i]).and_then(Points::new);
        let mut evidence = Vec::new();
        scale.weigh(rulebook, &level, &mut evidence);
        scale.judge(rulebook, &evidence)
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
                _ if !covered => Verdict::InsufficientEvidence,
                1 => Verdict::Bpo,
                -1 => Verdict::TraditionalOutsourcing,
                _ => Verdict::Split,
            };
            assert_eq!(found.verdict, expected, "{levels:?} {weights:?}");
        }
    }

    /// Strategic, integration, repetitive, volume, specialised, nature, control; the verdict; the score.
    #[test]
    fn the_sources_examples_come_out_as_its_words_say() {
        const CASES: &str = "
            tier-1 customer support, 24/7 | H H H H L ongoing  H | bpo clear                         |  100
            holiday overflow chat, 6 weeks| L L H H L one-time L | traditional-outsourcing contested |  -50
            annual penetration test       | M L L L H project  L | traditional-outsourcing clear     |  -75
            security monitoring (SOC)     | H H H H H ongoing  H | bpo contested                     |   50
            iOS app development           | H H L L H project  H | split                             |    0
            payroll, approvals kept       | L L H H L ongoing  H | bpo contested                     |   50
            payroll, hands-off            | L L H M L ongoing  L | traditional-outsourcing contested |  -25
            HR administration             | M M H H L ongoing  H | bpo clear                         |   75
            office cleaning, 14 sites     | L L H H L ongoing  L | split                             |    0
            records management            | M - - - - -        - | insufficient-evidence             |    0";
        let rulebook = load_default();
        for case in CASES.trim().lines() {
            let fields: Vec<&str> = case.split('|').map(str::trim).collect();
            let mut levels = fields[1].split_whitespace().map(|word| match word {
                "H" | "ongoing" => Some(100),
                "M" => Some(50),
                "L" | "project" | "one-time" => Some(0),
                _ => None,
            });
            let found = judge(&rulebook, std::array::from_fn(|_| levels.next().expect("seven levels")));
            let strength = found.strength.map_or(String::new(), |s| format!(" {}", s.name()));
            assert_eq!(format!("{}{strength}", found.verdict.id()), fields[2], "{}", fields[0]);
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
        let scale = Scale::of(&rulebook);
        let id = |name: &str| rulebook.attribute_named(name).expect("a default attribute");
        let (strategic, control) = (id("strategic_value"), id("control"));
        // With a Low strategic value the least of it and integration is known, and so is nothing else to ask there.
        let level = |of| if of == strategic { Some(Points::LOW) } else { (of != control).then_some(Points::HIGH) };
        let without_integration = |of| if of == id("integration") { None } else { level(of) };
        let mut evidence = Vec::new();
        scale.weigh(&rulebook, &without_integration, &mut evidence);
        assert_eq!(missing(&rulebook, &evidence, &without_integration), [control]);
    }

    #[test]
    fn bounds_are_safe_where_a_rule_uses_an_attribute_both_ways() {
        let rulebook = load_default();
        let id = rulebook.attribute_named("control").expect("a default attribute");
        let pole = || Pole { join: Join::All, terms: vec![Term { attribute: id, opposite: false }] };
        let poles = Poles { bpo: pole(), outsourcing: pole() };
        let unknown = evidence(&poles, &|_| None);
        assert_eq!((unknown.low, unknown.high), (-100, 100));
        for level in 0..=100 {
            let known = evidence(&poles, &|_| Points::new(level));
            assert!(unknown.low <= known.value && known.value <= unknown.high);
        }
    }
}
