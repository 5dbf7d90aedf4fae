//! Which single answer would give a function another verdict: what to check first where a verdict is close.

use super::rule::{Levels, Rule};
use super::verdict::{Turn, Verdict};
use crate::rulebook::{Points, Span};

/// The smallest change of one answer towards each other verdict that says something, the smallest of them first.
///
/// An answer that is missing is no change at all, and comes before all others; of equal changes, the first attribute of the
/// rule counts. Only the ends and the middle of a scale are tried, as they are
/// what people answer, or of what is disputed those of the answers.
pub fn smallest_turns(rule: &Rule, now: Verdict, levels: &Levels) -> Vec<Turn> {
    let mut turns: Vec<(u8, Turn)> = Vec::new();
    let mut answered = levels.to_vec();
    for (at, &attribute) in rule.attributes().iter().enumerate() {
        let from = levels[at].known();
        let answers = if from.is_some() { Points::ANSWERS } else { levels[at].answers() };
        for to in answers {
            if from == Some(to) {
                continue;
            }
            let change = from.map_or(0, |from| from.value().abs_diff(to.value()));
            answered[at] = Span::Known(to);
            let verdict = rule.verdict(rule.sums(&answered));
            if verdict == now || verdict == Verdict::InsufficientEvidence {
                continue;
            }
            let turn = (change, Turn { attribute, from, to, verdict });
            match turns.iter_mut().find(|(_, other)| other.verdict == verdict) {
                Some(other) if change < other.0 => *other = turn,
                Some(_) => {}
                None => turns.push(turn),
            }
        }
        answered[at] = levels[at];
    }
    turns.sort_by_key(|(change, _)| *change);
    turns.into_iter().map(|(_, turn)| turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::fixture::random_levels;
    use crate::rulebook;

    /// The levels of the default rulebook's deciding attributes by their names, and the turns that they allow.
    #[track_caller]
    fn check(levels: &[(&str, u8)], expected: &[(&str, Option<u8>, u8, Verdict)]) {
        let rulebook = rulebook::load_default();
        let rule = Rule::of(&rulebook);
        let levels = rule.levels(|id| {
            let name = &rulebook.attribute(id).name;
            levels.iter().find(|(known, _)| known == name).and_then(|(_, level)| Points::new(*level))
        });
        let turns = smallest_turns(&rule, rule.verdict(rule.sums(&levels)), &levels);
        let found: Vec<_> = turns
            .iter()
            .map(|turn| {
                let name = rulebook.attribute(turn.attribute).name.as_str();
                (name, turn.from.map(Points::value), turn.to.value(), turn.verdict)
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
    fn naive(rule: &Rule, levels: &Levels) -> Vec<Turn> {
        let judge = |levels: &Levels| {
            let mut evidence = Vec::new();
            rule.weigh(levels, &mut evidence);
            rule.judge(&evidence).verdict
        };
        let mut turns = Vec::new();
        for (at, &attribute) in rule.attributes().iter().enumerate() {
            let within = if levels[at].is_disputed() { levels[at].answers() } else { Points::ANSWERS };
            for to in within {
                let mut answered = levels.to_vec();
                answered[at] = Span::Known(to);
                turns.push(Turn { attribute, from: levels[at].known(), to, verdict: judge(&answered) });
            }
        }
        let now = judge(levels);
        turns.retain(|turn| turn.verdict != now && turn.verdict != Verdict::InsufficientEvidence);
        let change = |turn: &Turn| turn.from.map_or(0, |from| from.value().abs_diff(turn.to.value()));
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
        let rule = Rule::of(&rulebook::load_default());
        let mut random = fastrand::Rng::with_seed(5);
        let mut found = 0;
        for _ in 0..3_000 {
            let levels = random_levels(&rule, &mut random);
            let turns = smallest_turns(&rule, rule.verdict(rule.sums(&levels)), &levels);
            assert_eq!(turns, naive(&rule, &levels), "{levels:?}");
            found += turns.len();
        }
        assert!(found > 1_000, "only {found} turns were compared");
    }
}
