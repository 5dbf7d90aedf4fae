//! Which single answer would give a function another verdict: what to check first where a verdict is close.

use super::rule::Scale;
use super::verdict::Verdict;
use crate::rulebook::{AttributeId, Points, Rulebook};

/// A change of one answer that gives another verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The attribute.
    pub attribute: AttributeId,
    /// Its level as it is; none where it is missing.
    pub now: Option<Points>,
    /// The level that gives the other verdict.
    pub then: Points,
    /// The other verdict.
    pub verdict: Verdict,
}

/// The smallest change of one answer towards each other verdict that says something, the smallest of them first.
///
/// An answer that is missing is no change at all, and comes before all others; of equal changes, the first attribute of the
/// rulebook's counts. Only the ends and the middle of a scale are tried: they are what people answer.
pub fn smallest_turns(
    rulebook: &Rulebook,
    scale: &Scale,
    now: Verdict,
    level: &dyn Fn(AttributeId) -> Option<Points>,
) -> Vec<Turn> {
    let mut turns: Vec<(u8, Turn)> = Vec::new();
    let mut evidence = Vec::new();
    for attribute in rulebook.deciding_attributes() {
        let known = level(attribute);
        for then in [Points::LOW, Points::MEDIUM, Points::HIGH] {
            if known == Some(then) {
                continue;
            }
            let change = known.map_or(0, |known| known.value().abs_diff(then.value()));
            evidence.clear();
            let answered = |id| if id == attribute { Some(then) } else { level(id) };
            scale.weigh(rulebook, &answered, &mut evidence);
            let verdict = scale.judge(rulebook, &evidence).verdict;
            if verdict == now || verdict == Verdict::InsufficientEvidence {
                continue;
            }
            let turn = (change, Turn { attribute, now: known, then, verdict });
            match turns.iter_mut().find(|(_, other)| other.verdict == verdict) {
                Some(other) if change < other.0 => *other = turn,
                Some(_) => {}
                None => turns.push(turn),
            }
        }
    }
    turns.sort_by_key(|(change, _)| *change);
    turns.into_iter().map(|(_, turn)| turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook;

    /// The levels of the default rulebook's deciding attributes by their names, and the turns that they allow.
    #[track_caller]
    fn check(levels: &[(&str, u8)], expected: &[(&str, Option<u8>, u8, Verdict)]) {
        let rulebook = rulebook::load_default();
        let scale = Scale::of(&rulebook);
        let level = |id: AttributeId| {
            let name = &rulebook.attribute(id).name;
            levels.iter().find(|(known, _)| known == name).and_then(|(_, level)| Points::new(*level))
        };
        let mut evidence = Vec::new();
        scale.weigh(&rulebook, &level, &mut evidence);
        let now = scale.judge(&rulebook, &evidence).verdict;
        let turns = smallest_turns(&rulebook, &scale, now, &level);
        let found: Vec<_> = turns
            .iter()
            .map(|turn| {
                let name = rulebook.attribute(turn.attribute).name.as_str();
                (name, turn.now.map(Points::value), turn.then.value(), turn.verdict)
            })
            .collect();
        assert_eq!(found, expected);
    }

    const SPLIT: [(&str, u8); 7] = [
        ("Strategic value", 0),
        ("Integration", 50),
        ("Repetitiveness", 50),
        ("Volume", 50),
        ("Specialisation", 50),
        ("Continuity", 100),
        ("Control wanted", 100),
    ];

    #[test]
    fn a_split_turns_either_way() {
        check(
            &SPLIT,
            &[
                ("Strategic value", Some(0), 50, Verdict::Bpo),
                ("Specialisation", Some(50), 100, Verdict::TraditionalOutsourcing),
            ],
        );
    }

    #[test]
    fn a_missing_answer_comes_before_a_change() {
        let without: Vec<_> = SPLIT.into_iter().filter(|(name, _)| *name != "Control wanted").collect();
        check(&without, &[("Control wanted", None, 100, Verdict::Split)]);
    }

    #[test]
    fn what_no_single_answer_turns_has_no_turn() {
        let clear = SPLIT.map(|(name, _)| (name, if name == "Specialisation" { 0 } else { 100 }));
        check(&clear, &[]);
    }

    /// All single answers of a function with the verdicts that they give, tried without any shortcut.
    fn naive(rulebook: &Rulebook, scale: &Scale, levels: &[Option<Points>]) -> Vec<Turn> {
        let judge = |levels: &[Option<Points>]| {
            let mut evidence = Vec::new();
            scale.weigh(rulebook, &|id| levels[id.index()], &mut evidence);
            scale.judge(rulebook, &evidence).verdict
        };
        let mut turns = Vec::new();
        for attribute in rulebook.deciding_attributes() {
            for then in [Points::LOW, Points::MEDIUM, Points::HIGH] {
                let now = levels[attribute.index()];
                let mut answered = levels.to_vec();
                answered[attribute.index()] = Some(then);
                turns.push(Turn { attribute, now, then, verdict: judge(&answered) });
            }
        }
        let now = judge(levels);
        turns.retain(|turn| turn.verdict != now && turn.verdict != Verdict::InsufficientEvidence);
        let change = |turn: &Turn| turn.now.map_or(0, |now| now.value().abs_diff(turn.then.value()));
        let all = turns.clone();
        turns.sort_by_key(|turn| {
            let first_seen = all.iter().position(|other| other.verdict == turn.verdict);
            (change(turn), first_seen)
        });
        let mut seen = Vec::new();
        turns.retain(|turn| {
            !seen.contains(&turn.verdict) && {
                seen.push(turn.verdict);
                true
            }
        });
        turns
    }

    #[test]
    fn the_smallest_turns_are_those_of_all_that_can_be_tried() {
        let rulebook = rulebook::load_default();
        let scale = Scale::of(&rulebook);
        let mut random = fastrand::Rng::with_seed(5);
        let mut found = 0;
        for _ in 0..3_000 {
            let levels: Vec<Option<Points>> = (0..rulebook.attributes.len())
                .map(|_| match random.u8(0..5) {
                    0 => None,
                    1 => Points::new(random.u8(0..=100)),
                    _ => Some([Points::LOW, Points::MEDIUM, Points::HIGH][random.usize(0..3)]),
                })
                .collect();
            let level = |id: AttributeId| levels[id.index()];
            let mut evidence = Vec::new();
            scale.weigh(&rulebook, &level, &mut evidence);
            let now = scale.judge(&rulebook, &evidence).verdict;
            let turns = smallest_turns(&rulebook, &scale, now, &level);
            assert_eq!(turns, naive(&rulebook, &scale, &levels), "{levels:?}");
            found += turns.len();
        }
        assert!(found > 1_000, "only {found} turns were compared");
    }
}
