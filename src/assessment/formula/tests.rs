//! The expressions against the rule that they print.

use super::*;
use crate::assessment::fixture::{random_rules, random_span};
use crate::assessment::rule::{Rule, greatest_width};
use crate::assessment::verdict::{Assessment, Evidence, Margin};
use crate::rulebook::{Criterion, Rulebook, Span, load_default};

/// The value of an expression, given those of its variables; in floating point, as a spreadsheet counts.
fn value(expression: &E, of: &dyn Fn(Variable) -> f64) -> f64 {
    let holds = |part: &E| value(part, of) != 0.0;
    let each = |parts: &[E]| parts.iter().map(|part| value(part, of)).collect::<Vec<_>>();
    match expression {
        E::Number(number) => *number as f64,
        E::Word(word) => number(*word),
        E::Variable(variable) => of(*variable),
        E::Sum(parts) => each(parts).iter().sum(),
        E::Difference(parts) => value(&parts[0], of) - value(&parts[1], of),
        E::Product(parts) => each(parts).iter().product(),
        E::Quotient(parts) => value(&parts[0], of) / value(&parts[1], of),
        E::Least(parts) => each(parts).into_iter().fold(f64::INFINITY, f64::min),
        E::Greatest(parts) => each(parts).into_iter().fold(f64::NEG_INFINITY, f64::max),
        E::Magnitude(part) => value(part, of).abs(),
        E::Compare(comparison, parts) => {
            let order = value(&parts[0], of).partial_cmp(&value(&parts[1], of)).expect("numbers");
            f64::from(match comparison {
                Below => order.is_lt(),
                AtMost => order.is_le(),
                Equal => order.is_eq(),
                Above => order.is_gt(),
            })
        }
        E::Any(parts) => f64::from(parts.iter().any(holds)),
        E::All(parts) => f64::from(parts.iter().all(holds)),
        E::Choice(parts) if holds(&parts[0]) => value(&parts[1], of),
        E::Choice(parts) => value(&parts[2], of),
        E::Listed(_) => panic!("a list is no number"),
    }
}

/// The number of a word, which no figure is.
fn number(word: Word) -> f64 {
    match word {
        Word::Verdict(verdict) => -1e18 - f64::from(verdict as u8) * 1e4,
        Word::Strength(strength) => -2e18 - f64::from(strength as u8) * 1e4,
        Word::Standing(standing) => -4e18 - f64::from(standing as u8) * 1e4,
        Word::Balance(balance) => -5e18 - f64::from(balance as u8) * 1e4,
        Word::Firm(firm) => -6e18 - f64::from(firm as u8) * 1e4,
        Word::Nothing => -3e18,
    }
}

/// The same of what is known of a level.
fn number_of(level: Span) -> f64 {
    match level {
        Span::Missing => number(Word::Nothing),
        Span::Known(level) => level.value().into(),
        Span::Disputed(lowest, highest) => {
            -7e18 - f64::from(u16::from(lowest.value()) * 101 + u16::from(highest.value())) * 1e4
        }
    }
}

fn number_or_nothing(number_of: Option<impl Into<f64>>) -> f64 {
    number_of.map_or(number(Word::Nothing), Into::into)
}

#[test]
fn the_expressions_are_the_rule_on_every_row_weight_and_threshold() {
    let mut random = fastrand::Rng::with_seed(20_261_128);
    let default = load_default();
    for _ in 0..1_000 {
        let rulebook = random_rules(&default, &mut random);
        let rule = Rule::of(&rulebook);
        let weighable: Vec<_> = rulebook.weighable().collect();
        let weights = || weighable.iter().map(|(_, criterion, _)| criterion.weight.0);
        let widths = weighable.iter().map(|(.., poles)| greatest_width(poles));
        let width = weights().zip(widths).map(|(weight, width)| weight * width).sum();
        let rows = Rows { rulebook: &rulebook, weighable: &weighable, weights: weights().sum(), width };
        let criteria = weighable.len();
        let attributes: Vec<AttributeId> = rulebook.attribute_ids().map(|(id, _)| id).collect();
        // On some attributes nobody disagrees anywhere.
        let disputed: Vec<AttributeId> = attributes.iter().copied().filter(|_| random.bool()).collect();
        let disputed = disputed.as_slice();
        let each = |(.., poles): &(usize, &Criterion, &Poles)| {
            (evidence(poles, disputed), bounds(poles, disputed), torn(poles, disputed))
        };
        let printed = Printed {
            evidence: weighable.iter().map(each).collect(),
            known: weighable.iter().enumerate().map(|(i, (.., poles))| known_evidence(i, poles, disputed)).collect(),
            sums: [weighted(criteria, V::Evidence), weighted(criteria, V::Least), weighted(criteria, V::Most)],
            scores: [V::Weighted, V::WeightedLeast, V::WeightedMost].map(mean),
            verdict: verdict(),
            standing: standing(),
            strength: strength(criteria),
            coverage: coverage(),
            robustness: of_the_run(V::Robustness),
            review: review(disputed),
            flag: flag(disputed),
            levels_changed: levels_changed(&attributes),
            unchanged: unchanged(),
            firm: firm(),
        };
        for _ in 0..100 {
            let mut any_level = |id: &AttributeId| loop {
                let level = random_span(&mut random);
                if !level.is_disputed() || disputed.contains(id) {
                    return level;
                }
            };
            let levels: Vec<Span> = attributes.iter().map(&mut any_level).collect();
            rows.check(&rule, &printed, &levels, &mut random);
        }
    }
}

struct Printed {
    evidence: Vec<(E, [E; 2], E)>,
    known: Vec<E>,
    sums: [E; 3],
    scores: [E; 3],
    verdict: E,
    standing: E,
    strength: E,
    coverage: E,
    robustness: E,
    review: E,
    flag: E,
    levels_changed: E,
    unchanged: E,
    firm: E,
}

struct Rows<'r> {
    rulebook: &'r Rulebook,
    weighable: &'r [(usize, &'r Criterion, &'r Poles)],
    weights: i64,
    width: i64,
}

impl Rows<'_> {
    /// Judges a row by the expressions, in half of the cases after levels were typed over, and holds each against the rule.
    fn check(&self, rule: &Rule, printed: &Printed, as_read: &[Span], random: &mut fastrand::Rng) {
        let mut levels = as_read.to_vec();
        for level in &mut levels {
            match random.u8(0..4) {
                0 => *level = Span::Missing,
                1 => *level = Span::Known(random_span(random).ends().0),
                _ => {}
            }
        }
        let levels = if random.bool() { levels.as_slice() } else { as_read };
        let changed = levels.iter().zip(as_read).filter(|(level, read)| level != read).count();
        let of_level = |variable| match variable {
            V::Given(id) => number_of(levels[id.index()]),
            V::AsRead(id) => number_of(as_read[id.index()]),
            other => panic!("{other:?} is no level"),
        };
        assert_eq!(value(&printed.levels_changed, &of_level) as usize, changed);
        let mut all = Vec::new();
        rule.weigh(&rule.levels(|id| levels[id.index()]), &mut all);
        let judged: Vec<Evidence> = self.weighable.iter().map(|(i, ..)| all[*i]).collect();
        Self::check_evidence(printed, levels, &judged);
        let mut found = rule.judge(&all);
        // On whatever they do, whether it decides or not.
        found.is_disputed = levels.iter().any(|level| level.is_disputed());
        let same_rules = random.u8(0..4) > 0;
        found.margin = found.verdict.direction().map(|_| Margin::Steps(random.u8(1..=2)));
        let is_on_hold = random.u8(0..4) == 0;
        let row = Row { rows: self, judged: &judged, changed, same_rules, is_on_hold, levels, found: &found };
        row.check(printed, same_rules && changed == 0);
    }

    fn check_evidence(printed: &Printed, levels: &[Span], judged: &[Evidence]) {
        let of_level = |variable| match variable {
            V::Level(id) => levels[id.index()].known().map_or(77.0, |level| level.value().into()),
            V::Known(id) => levels[id.index()].is_known().into(),
            V::Disputed(id) => levels[id.index()].is_disputed().into(),
            V::LowestAnswer(id) => levels[id.index()].ends().0.value().into(),
            V::HighestAnswer(id) => levels[id.index()].ends().1.value().into(),
            V::Least(i) => judged[i].low.into(),
            V::Most(i) => judged[i].high.into(),
            other => panic!("{other:?} is no level"),
        };
        for ((expressions, shown), evidence) in printed.evidence.iter().zip(&printed.known).zip(judged) {
            let (known, [least, most], torn) = expressions;
            let is = [known, least, most, torn].map(|expression| value(expression, &of_level) as i64);
            let Evidence { value: known, low, high, conflict } = *evidence;
            assert_eq!(is, [i64::from(known), low.into(), high.into(), conflict.into()], "{levels:?}");
            assert_eq!(value(shown, &of_level).to_bits(), number_or_nothing(evidence.known()).to_bits(), "{levels:?}");
        }
    }
}

struct Row<'r> {
    rows: &'r Rows<'r>,
    judged: &'r [Evidence],
    changed: usize,
    same_rules: bool,
    is_on_hold: bool,
    levels: &'r [Span],
    /// What the rule says of the levels.
    found: &'r Assessment,
}

impl Row<'_> {
    fn base(&self, variable: Variable) -> f64 {
        let Rows { rulebook, weighable, weights, width } = self.rows;
        let found = self.found;
        match variable {
            V::Weight(i) => weighable[i].1.weight.0 as f64,
            V::Evidence(i) => self.judged[i].value.into(),
            V::LevelsChanged => self.changed as f64,
            V::Least(i) => self.judged[i].low.into(),
            V::Most(i) => self.judged[i].high.into(),
            V::Torn(i) => self.judged[i].conflict.into(),
            V::Weights => *weights as f64,
            V::Width => *width as f64,
            V::Threshold(threshold) => rulebook.thresholds[threshold] as f64,
            V::SameRules => self.same_rules.into(),
            V::OnHold => self.is_on_hold.into(),
            V::Disputed(id) => self.levels[id.index()].is_disputed().into(),
            V::Robustness => number_or_nothing(found.robustness),
            V::Fragile => found.is_fragile(rulebook).into(),
            V::OneReading => {
                let is_on = rulebook.thresholds[Threshold::ReviewOneReading] > 0;
                (is_on && found.margin == Some(Margin::Steps(1))).into()
            }
            other => panic!("{other:?} is not given"),
        }
    }

    /// Holds what the expressions come to, one after the other, against what was found.
    fn check(&self, printed: &Printed, is_unchanged: bool) {
        let found = self.found;
        let [weighted, least, most] = printed.sums.each_ref().map(|sum| value(sum, &|variable| self.base(variable)));
        let of_sums = |variable| match variable {
            V::Weighted => weighted,
            V::WeightedLeast => least,
            V::WeightedMost => most,
            other => self.base(other),
        };
        let bits = |expression: &E| value(expression, &of_sums).to_bits();
        let scores = [found.score, found.low, found.high].map(|score| score.points().to_bits());
        assert_eq!(printed.scores.each_ref().map(bits), scores, "{found:?}");
        assert_eq!(bits(&printed.coverage), found.coverage.to_bits(), "{found:?}");
        assert_eq!(bits(&printed.verdict), number(Word::Verdict(found.verdict)).to_bits(), "{found:?}");
        let strength = found.strength.map(Word::Strength).or(found.split.map(Word::Balance));
        let strength = strength.unwrap_or(Word::Nothing);
        let of_verdict = |variable| match variable {
            V::Verdict => number(Word::Verdict(found.verdict)),
            V::Standing => number(Word::Standing(found.standing)),
            V::Strength => number(strength),
            V::Unchanged => is_unchanged.into(),
            other => of_sums(other),
        };
        let bits = |expression: &E| value(expression, &of_verdict).to_bits();
        assert_eq!(bits(&printed.standing), number(Word::Standing(found.standing)).to_bits(), "{found:?}");
        assert_eq!(bits(&printed.strength), number(strength).to_bits(), "{found:?}");
        assert_eq!(value(&printed.unchanged, &of_verdict) != 0.0, is_unchanged, "{found:?}");
        let robustness = number_or_nothing(found.robustness.filter(|_| is_unchanged));
        assert_eq!(bits(&printed.robustness), robustness.to_bits(), "{found:?}");
        // What is not known does not send a function to the review.
        let mut reasons = found.review_reasons(self.rows.rulebook);
        reasons.retain(|reason| is_unchanged || ![Review::Fragile, Review::OneReading].contains(reason));
        let E::Listed(listed) = &printed.review else { panic!("reasons are listed") };
        let listed = listed.iter().filter(|(holds, _)| value(holds, &of_verdict) != 0.0).map(|(_, reason)| *reason);
        assert_eq!(listed.collect::<Vec<_>>(), reasons, "{found:?}");
        assert_eq!(value(&printed.flag, &of_verdict) as usize, reasons.len().min(2), "{found:?}");
        let firm = match found.standing == Standing::Settled && reasons.is_empty() && !self.is_on_hold {
            true if is_unchanged => Firm::Yes,
            true => Firm::RunAgain,
            false => Firm::No,
        };
        let of_flag = |variable| match variable {
            V::Flag => value(&printed.flag, &of_verdict),
            other => of_verdict(other),
        };
        assert_eq!(value(&printed.firm, &of_flag).to_bits(), number(Word::Firm(firm)).to_bits(), "{found:?}");
    }
}
