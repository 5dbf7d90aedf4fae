//! The rule of the decision as an expression over whole numbers, for whoever has to print it: as formulas of a spreadsheet,
//! or in another language that knows sums, products, comparisons and choices.
//!
//! `rule` is the same rule as the program applies it; a test holds them equal. How a variable is addressed is left
//! to who prints.

use super::verdict::{Strength, Verdict};
use crate::rulebook::{AttributeId, Join, Pole, Poles, Threshold};

/// Something that the rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// The level of an attribute, 0 to 100; whatever it is where it is not known.
    Level(AttributeId),
    /// Whether an attribute is known, 1 or 0.
    Known(AttributeId),
    /// The weight of a criterion with a direction, by its position among these.
    Weight(usize),
    /// The evidence of such a criterion as far as it is known.
    Evidence(usize),
    /// The least that it may be once everything is known.
    Least(usize),
    /// The greatest that it may be once everything is known.
    Most(usize),
    /// Whether both its poles pull, 1 or 0.
    Torn(usize),
    /// The weighted evidence of all criteria.
    Weighted,
    /// The least that it may be.
    WeightedLeast,
    /// The greatest that it may be.
    WeightedMost,
    /// The sum of the weights.
    Weights,
    /// How far apart the weighted bounds are where nothing is known.
    Width,
    /// The verdict.
    Verdict,
    /// The share of weightings that keep the verdict, in billionths.
    Billionths,
    /// A threshold, in its unit.
    Threshold(Threshold),
}

/// A word that the rule comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// A verdict.
    Verdict(Verdict),
    /// How undisputed it is.
    Strength(Strength),
    /// No word at all.
    Nothing,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The first is less.
    Below,
    /// The first is less, or they are equal.
    AtMost,
    /// They are equal.
    Equal,
    /// The first is greater.
    Above,
}

/// A whole number; what holds or not is 1 or 0, and a word counts as the number of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number.
    Number(i64),
    /// A word.
    Word(Word),
    /// What stands for itself.
    Variable(Variable),
    /// The sum of all.
    Sum(Vec<Expression>),
    /// The first less the second.
    Difference(Box<[Expression; 2]>),
    /// The product of all.
    Product(Vec<Expression>),
    /// The least of all.
    Least(Vec<Expression>),
    /// The greatest of all.
    Greatest(Vec<Expression>),
    /// The size without the sign.
    Magnitude(Box<Expression>),
    /// Whether two numbers compare so.
    Compare(Comparison, Box<[Expression; 2]>),
    /// Whether any holds.
    Any(Vec<Expression>),
    /// The second where the first holds, else the third.
    Choice(Box<[Expression; 3]>),
}

use Comparison::{Above, AtMost, Below, Equal};
use Expression as E;
use Variable as V;

fn compare(first: E, comparison: Comparison, second: E) -> E {
    E::Compare(comparison, Box::new([first, second]))
}

fn choice(condition: E, then: E, otherwise: E) -> E {
    E::Choice(Box::new([condition, then, otherwise]))
}

fn less(first: E, second: E) -> E {
    E::Difference(Box::new([first, second]))
}

fn verdict_is(verdict: Verdict) -> E {
    compare(E::Variable(V::Verdict), Equal, E::Word(Word::Verdict(verdict)))
}

/// The evidence of a criterion as far as it is known, over levels.
pub fn evidence(poles: &Poles) -> E {
    less(pull(&poles.bpo, false), pull(&poles.outsourcing, false))
}

/// The least and the greatest that the evidence of a criterion may be once everything is known, over levels.
pub fn bounds(poles: &Poles) -> [E; 2] {
    [false, true].map(|most| less(pull(&poles.bpo, most), pull(&poles.outsourcing, !most)))
}

/// Whether both poles of a criterion pull, over levels.
pub fn torn(poles: &Poles) -> E {
    let pulls = |pole| compare(pull(pole, false), Above, E::Number(0));
    E::Product(vec![pulls(&poles.bpo), pulls(&poles.outsourcing)])
}

/// The pull of a pole: the least that it may be, or the most. A level pulls only above the middle of its scale.
fn pull(pole: &Pole, most: bool) -> E {
    let end = E::Number(if most { 100 } else { 0 });
    let terms = pole.terms.iter().map(|term| {
        let level = E::Variable(V::Level(term.attribute));
        let level = if term.opposite { less(E::Number(100), level) } else { level };
        choice(E::Variable(V::Known(term.attribute)), level, end.clone())
    });
    let joined = match pole.join {
        Join::All => E::Least(terms.collect()),
        Join::Any => E::Greatest(terms.collect()),
    };
    E::Greatest(vec![E::Number(0), less(E::Product(vec![E::Number(2), joined]), E::Number(100))])
}

/// A part of the evidence of so many criteria, each times its weight.
pub fn weighted(criteria: usize, part: fn(usize) -> Variable) -> E {
    E::Sum((0..criteria).map(|i| E::Product(vec![E::Variable(V::Weight(i)), E::Variable(part(i))])).collect())
}

/// How much of the width between the bounds is known: over [`Variable::Width`], it is the coverage.
pub fn known_width() -> E {
    less(E::Variable(V::Width), less(E::Variable(V::WeightedMost), E::Variable(V::WeightedLeast)))
}

/// The verdict.
pub fn verdict() -> E {
    let word = |verdict| E::Word(Word::Verdict(verdict));
    let sign = |variable, comparison| compare(E::Variable(variable), comparison, E::Number(0));
    let needed = E::Product(vec![E::Variable(V::Threshold(Threshold::MinimumCoverage)), E::Variable(V::Width)]);
    let known = E::Product(vec![known_width(), E::Number(100)]);
    let uncovered = E::Any(vec![compare(known_width(), AtMost, E::Number(0)), compare(known, Below, needed)]);
    let (bpo, outsourcing) = (word(Verdict::Bpo), word(Verdict::TraditionalOutsourcing));
    let by_sign = choice(sign(V::Weighted, Below), outsourcing.clone(), word(Verdict::Split));
    let by_sign = choice(sign(V::Weighted, Above), bpo.clone(), by_sign);
    let by_score = choice(uncovered, word(Verdict::InsufficientEvidence), by_sign);
    choice(sign(V::WeightedLeast, Above), bpo, choice(sign(V::WeightedMost, Below), outsourcing, by_score))
}

/// Whether the verdict points one way.
pub fn has_direction() -> E {
    E::Any(vec![verdict_is(Verdict::Bpo), verdict_is(Verdict::TraditionalOutsourcing)])
}

/// How undisputed the verdict is: contested where one of so many criteria with a weight votes the other way or is torn.
pub fn strength(criteria: usize) -> E {
    let against = (0..criteria).map(|i| {
        let side = choice(verdict_is(Verdict::Bpo), E::Number(1), E::Number(-1));
        let votes = E::Product(vec![E::Variable(V::Evidence(i)), side]);
        let disputes = E::Sum(vec![compare(votes, Below, E::Number(0)), E::Variable(V::Torn(i))]);
        E::Product(vec![compare(E::Variable(V::Weight(i)), Above, E::Number(0)), disputes])
    });
    let is_contested = compare(E::Sum(against.collect()), Above, E::Number(0));
    let word = |strength| E::Word(Word::Strength(strength));
    let strength = choice(is_contested, word(Strength::Contested), word(Strength::Clear));
    choice(has_direction(), strength, E::Word(Word::Nothing))
}

/// Whether the score lies within the threshold's distance of 0.
pub fn is_near_zero() -> E {
    let distance = E::Product(vec![E::Variable(V::Threshold(Threshold::Borderline)), E::Variable(V::Weights)]);
    compare(E::Magnitude(Box::new(E::Variable(V::Weighted))), AtMost, distance)
}

/// Whether fewer weightings keep the verdict than the threshold asks for; of a verdict that points one way.
pub fn is_fragile() -> E {
    let needed = E::Product(vec![E::Variable(V::Threshold(Threshold::Fragile)), E::Number(10_000_000)]);
    compare(E::Variable(V::Billionths), Below, needed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::rule::{Scale, greatest_width};
    use crate::assessment::verdict::Evidence;
    use crate::rulebook::{Criterion, Points, Rulebook, Term, load_default};

    /// The value of an expression, given those of its variables.
    fn value(expression: &E, of: &dyn Fn(Variable) -> i64) -> i64 {
        match expression {
            E::Number(number) => *number,
            E::Word(word) => number(*word),
            E::Variable(variable) => of(*variable),
            E::Sum(parts) => parts.iter().map(|part| value(part, of)).sum(),
            E::Difference(parts) => value(&parts[0], of) - value(&parts[1], of),
            E::Product(parts) => parts.iter().map(|part| value(part, of)).product(),
            E::Least(parts) => parts.iter().map(|part| value(part, of)).min().expect("a part"),
            E::Greatest(parts) => parts.iter().map(|part| value(part, of)).max().expect("a part"),
            E::Magnitude(part) => value(part, of).abs(),
            E::Compare(comparison, parts) => {
                let (first, second) = (value(&parts[0], of), value(&parts[1], of));
                i64::from(match comparison {
                    Below => first < second,
                    AtMost => first <= second,
                    Equal => first == second,
                    Above => first > second,
                })
            }
            E::Any(parts) => i64::from(parts.iter().any(|part| value(part, of) != 0)),
            E::Choice(parts) if value(&parts[0], of) != 0 => value(&parts[1], of),
            E::Choice(parts) => value(&parts[2], of),
        }
    }

    /// The number of a word.
    fn number(word: Word) -> i64 {
        match word {
            Word::Verdict(verdict) => verdict as i64,
            Word::Strength(strength) => 10 + strength as i64,
            Word::Nothing => -1,
        }
    }

    /// A rulebook with other poles, weights and thresholds.
    fn shuffled(default: &Rulebook, random: &mut fastrand::Rng) -> Rulebook {
        let mut rulebook = default.clone();
        let attributes = rulebook.deciding_attributes();
        let of_ones_own = random.bool();
        for criterion in &mut rulebook.criteria {
            let Some(poles) = &mut criterion.poles else { continue };
            criterion.weight.0 = match random.u8(0..4) {
                0 => 0,
                1 => 1000,
                2 => random.i64(1..=3) * 100,
                _ => random.i64(1..=1_000_000_000),
            };
            for pole in [&mut poles.bpo, &mut poles.outsourcing].into_iter().filter(|_| of_ones_own) {
                pole.join = if random.bool() { Join::All } else { Join::Any };
                let mut term =
                    || Term { attribute: attributes[random.usize(..attributes.len())], opposite: random.bool() };
                pole.terms = vec![term(), term()];
                pole.terms.truncate(random.usize(1..=2));
            }
        }
        if rulebook.directional().next().is_none() {
            rulebook.criteria.iter_mut().filter(|criterion| criterion.poles.is_some()).for_each(|c| c.weight.0 = 1000);
        }
        for threshold in Threshold::ALL {
            rulebook.thresholds[threshold] = random.i64(0..=100);
        }
        rulebook
    }

    #[test]
    fn the_expressions_are_the_rule_on_every_row_weight_and_threshold() {
        let mut random = fastrand::Rng::with_seed(20_261_128);
        let default = load_default();
        for _ in 0..1_000 {
            let rulebook = shuffled(&default, &mut random);
            let scale = Scale::of(&rulebook);
            let weighable: Vec<_> = rulebook.weighable().collect();
            let weights = || weighable.iter().map(|(_, criterion, _)| criterion.weight.0);
            let widths = weighable.iter().map(|(.., poles)| greatest_width(poles));
            let width = weights().zip(widths).map(|(weight, width)| weight * width).sum();
            let rows = Rows { rulebook: &rulebook, weighable: &weighable, weights: weights().sum(), width };
            let printed = Printed {
                evidence: weighable.iter().map(|(.., poles)| (evidence(poles), bounds(poles), torn(poles))).collect(),
                sums: [V::Evidence, V::Least, V::Most].map(|part| weighted(weighable.len(), part)),
                verdict: verdict(),
                strength: strength(weighable.len()),
                known: known_width(),
                near: is_near_zero(),
                fragile: is_fragile(),
            };
            for _ in 0..100 {
                let levels: Vec<Option<u8>> = (0..rulebook.attributes.len())
                    .map(|_| match random.u8(0..4) {
                        0 => None,
                        1 => Some([0, 50, 100][random.usize(0..3)]),
                        _ => Some(random.u8(0..=100)),
                    })
                    .collect();
                rows.check(&scale, &printed, &levels);
            }
        }
    }

    struct Printed {
        evidence: Vec<(E, [E; 2], E)>,
        sums: [E; 3],
        verdict: E,
        strength: E,
        known: E,
        near: E,
        fragile: E,
    }

    struct Rows<'r> {
        rulebook: &'r Rulebook,
        weighable: &'r [(usize, &'r Criterion, &'r Poles)],
        weights: i64,
        width: i64,
    }

    impl Rows<'_> {
        /// Judges a row by the expressions, and holds each against the rule.
        fn check(&self, scale: &Scale, printed: &Printed, levels: &[Option<u8>]) {
            let Rows { rulebook, weighable, .. } = self;
            let mut all = Vec::new();
            scale.weigh(rulebook, &|id| levels[id.index()].and_then(Points::new), &mut all);
            let found = scale.judge(rulebook, &all);
            let of_level = |variable| match variable {
                V::Level(id) => i64::from(levels[id.index()].unwrap_or(77)),
                V::Known(id) => i64::from(levels[id.index()].is_some()),
                other => panic!("{other:?} is no level"),
            };
            let evidence: Vec<Evidence> = weighable.iter().map(|(i, ..)| all[*i]).collect();
            for ((known, [least, most], torn), evidence) in printed.evidence.iter().zip(&evidence) {
                let is = [known, least, most, torn].map(|expression| value(expression, &of_level));
                let Evidence { value, low, high, conflict } = *evidence;
                assert_eq!(is, [i64::from(value), low.into(), high.into(), conflict.into()], "{levels:?}");
            }
            let base = |variable| match variable {
                V::Weight(i) => weighable[i].1.weight.0,
                V::Evidence(i) => evidence[i].value.into(),
                V::Least(i) => evidence[i].low.into(),
                V::Most(i) => evidence[i].high.into(),
                V::Torn(i) => evidence[i].conflict.into(),
                V::Weights => self.weights,
                V::Width => self.width,
                V::Threshold(threshold) => rulebook.thresholds[threshold],
                other => panic!("{other:?} is not given"),
            };
            let [weighted, least, most] = printed.sums.each_ref().map(|sum| value(sum, &base));
            let of_sums = |variable| match variable {
                V::Weighted => weighted,
                V::WeightedLeast => least,
                V::WeightedMost => most,
                other => base(other),
            };
            assert_eq!(value(&printed.verdict, &of_sums), number(Word::Verdict(found.verdict)), "{levels:?}");
            let judged = |variable| match variable {
                V::Verdict => number(Word::Verdict(found.verdict)),
                V::Billionths => (found.robustness.expect("a share") * 1e9).round() as i64,
                other => of_sums(other),
            };
            let strength = found.strength.map_or(Word::Nothing, Word::Strength);
            assert_eq!(value(&printed.strength, &judged), number(strength), "{levels:?}");
            if found.verdict != Verdict::InsufficientEvidence {
                assert_eq!(value(&printed.near, &judged) != 0, found.borderline, "{levels:?}");
            }
            if found.verdict.direction().is_some() {
                assert_eq!(value(&printed.fragile, &judged) != 0, found.is_fragile(rulebook), "{levels:?}");
            }
            let coverage = value(&printed.known, &of_sums) as f64 / self.width as f64;
            assert_eq!(coverage.to_bits(), found.coverage.to_bits(), "{levels:?}");
        }
    }
}
