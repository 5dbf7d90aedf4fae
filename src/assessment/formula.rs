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
    /// The evidence of such a criterion as far as it is known; 0 where nothing is.
    Evidence(usize),
    /// Whether there is any evidence, 1 or 0.
    HasEvidence(usize),
    /// The evidence as it stands there, which may have been typed over; no word at all where nothing is known.
    Given(usize),
    /// The evidence as it was judged, likewise.
    AsJudged(usize),
    /// The least that it may be once everything is known, as it was judged.
    Least(usize),
    /// The greatest that it may be once everything is known, as it was judged.
    Most(usize),
    /// Whether both its poles pull, 1 or 0, as it was judged.
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
    /// Whether the same criteria have a weight as when it was judged, 1 or 0.
    SameCriteria,
    /// The share of weightings that give a score above 0, as it was judged.
    ShareAbove,
    /// The share of weightings that give a score below 0, as it was judged.
    ShareBelow,
    /// Whether the share of weightings that keep the verdict is known, 1 or 0.
    HasShare,
    /// The share of weightings that keep the verdict, in billionths; 0 where it is not known.
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

/// A number, whole but for shares and quotients; what holds or not is 1 or 0, and a word counts as a number of its own.
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
    /// The first over the second.
    Quotient(Box<[Expression; 2]>),
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
    /// Whether all hold.
    All(Vec<Expression>),
    /// The second where the first holds, else the third.
    Choice(Box<[Expression; 3]>),
    /// The words of those that hold, one after the other.
    Listed(Vec<(Expression, &'static str)>),
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

fn over(first: E, second: E) -> E {
    E::Quotient(Box::new([first, second]))
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

/// Whether the evidence of a criterion is what was judged; else somebody has typed it over.
fn is_as_judged(i: usize) -> E {
    compare(E::Variable(V::Given(i)), Equal, E::Variable(V::AsJudged(i)))
}

/// A bound of a criterion: evidence that was typed over is known, and where it was deleted nothing is.
fn bound(i: usize, judged: Variable, unknown: i8) -> E {
    let typed = choice(E::Variable(V::HasEvidence(i)), E::Variable(V::Evidence(i)), E::Number(unknown.into()));
    choice(is_as_judged(i), E::Variable(judged), typed)
}

/// What is given of each criterion, times its weight.
fn weighted(parts: impl Iterator<Item = E>) -> E {
    E::Sum(parts.enumerate().map(|(i, part)| E::Product(vec![E::Variable(V::Weight(i)), part])).collect())
}

/// The weighted evidence of so many criteria.
pub fn weighted_evidence(criteria: usize) -> E {
    weighted((0..criteria).map(|i| E::Variable(V::Evidence(i))))
}

/// The least that it may be, given the bounds of each criterion where nothing is known of it.
pub fn weighted_least(unknown: &[(i8, i8)]) -> E {
    weighted(unknown.iter().enumerate().map(|(i, (least, _))| bound(i, V::Least(i), *least)))
}

/// The greatest that it may be, likewise.
pub fn weighted_most(unknown: &[(i8, i8)]) -> E {
    weighted(unknown.iter().enumerate().map(|(i, (_, most))| bound(i, V::Most(i), *most)))
}

/// A weighted sum as a score; no word at all where no criterion has a weight.
pub fn mean(sum: Variable) -> E {
    let weights = || E::Variable(V::Weights);
    choice(compare(weights(), Equal, E::Number(0)), E::Word(Word::Nothing), over(E::Variable(sum), weights()))
}

/// The share of the possible evidence that is known.
pub fn coverage() -> E {
    let width = || E::Variable(V::Width);
    choice(compare(width(), Equal, E::Number(0)), E::Number(0), over(known_width(), width()))
}

/// How much of the width between the bounds is known.
fn known_width() -> E {
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
fn has_direction() -> E {
    E::Any(vec![verdict_is(Verdict::Bpo), verdict_is(Verdict::TraditionalOutsourcing)])
}

/// How undisputed the verdict is: contested where one of so many criteria with a weight votes the other way or is torn.
pub fn strength(criteria: usize) -> E {
    let against = (0..criteria).map(|i| {
        let side = choice(verdict_is(Verdict::Bpo), E::Number(1), E::Number(-1));
        let votes = E::Product(vec![E::Variable(V::Evidence(i)), side]);
        let torn = E::Product(vec![E::Variable(V::Torn(i)), is_as_judged(i)]);
        let disputes = E::Sum(vec![compare(votes, Below, E::Number(0)), torn]);
        E::Product(vec![compare(E::Variable(V::Weight(i)), Above, E::Number(0)), disputes])
    });
    let is_contested = compare(E::Sum(against.collect()), Above, E::Number(0));
    let word = |strength| E::Word(Word::Strength(strength));
    let strength = choice(is_contested, word(Strength::Contested), word(Strength::Clear));
    choice(has_direction(), strength, E::Word(Word::Nothing))
}

/// Whether the score lies within the threshold's distance of 0.
fn is_near_zero() -> E {
    let distance = E::Product(vec![E::Variable(V::Threshold(Threshold::Borderline)), E::Variable(V::Weights)]);
    compare(E::Magnitude(Box::new(E::Variable(V::Weighted))), AtMost, distance)
}

/// Whether fewer weightings keep the verdict than the threshold asks for; of a verdict that points one way.
fn is_fragile() -> E {
    let needed = E::Product(vec![E::Variable(V::Threshold(Threshold::Fragile)), E::Number(10_000_000)]);
    compare(E::Variable(V::Billionths), Below, needed)
}

/// The share of weightings on the verdict's side; a split is kept where nothing pulls at all. Where evidence was typed over or
/// other criteria have a weight, it is not known.
///
/// The shares themselves are no expression: each is the end of a table of intermediate sums that grows with the square of
/// the criteria. They are given as they were judged, and hold for all weights of the same criteria.
pub fn robustness(criteria: usize) -> E {
    let [above, below] = [V::ShareAbove, V::ShareBelow].map(E::Variable);
    let nothing_pulls = compare(E::Sum(vec![above.clone(), below.clone()]), Equal, E::Number(0));
    let of_split = choice(nothing_pulls, E::Number(1), E::Number(0));
    let share = choice(verdict_is(Verdict::Split), of_split, E::Word(Word::Nothing));
    let share = choice(verdict_is(Verdict::TraditionalOutsourcing), below, share);
    let share = choice(verdict_is(Verdict::Bpo), above, share);
    let holds = std::iter::once(E::Variable(V::SameCriteria)).chain((0..criteria).map(is_as_judged));
    choice(E::All(holds.collect()), share, E::Word(Word::Nothing))
}

/// The reasons for a review, each with when it is one.
fn reasons() -> Vec<(E, &'static str)> {
    vec![
        (verdict_is(Verdict::Split), "split"),
        (E::All(vec![has_direction(), is_near_zero()]), "borderline"),
        (E::All(vec![has_direction(), E::Variable(V::HasShare), is_fragile()]), "fragile"),
    ]
}

/// Why a person should look at the function again.
pub fn review() -> E {
    E::Listed(reasons())
}

/// Whether there is no reason for it, one, or more.
pub fn flag() -> E {
    E::Least(vec![E::Number(2), E::Sum(reasons().into_iter().map(|(holds, _)| holds).collect())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::robustness::shares;
    use crate::assessment::rule::{Scale, greatest_width, unknown};
    use crate::assessment::verdict::{Assessment, Evidence};
    use crate::rulebook::{Criterion, Points, Rulebook, Term, load_default};

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
            Word::Nothing => -3e18,
        }
    }

    fn number_or_nothing(number_of: Option<impl Into<f64>>) -> f64 {
        number_of.map_or(number(Word::Nothing), Into::into)
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
            let unknown: Vec<(i8, i8)> =
                weighable.iter().map(|(.., poles)| unknown(poles)).map(|e| (e.low, e.high)).collect();
            let criteria = weighable.len();
            let printed = Printed {
                evidence: weighable.iter().map(|(.., poles)| (evidence(poles), bounds(poles), torn(poles))).collect(),
                sums: [weighted_evidence(criteria), weighted_least(&unknown), weighted_most(&unknown)],
                scores: [V::Weighted, V::WeightedLeast, V::WeightedMost].map(mean),
                verdict: verdict(),
                strength: strength(criteria),
                coverage: coverage(),
                robustness: robustness(criteria),
                review: review(),
                flag: flag(),
                unknown,
            };
            for _ in 0..100 {
                let levels: Vec<Option<u8>> = (0..rulebook.attributes.len())
                    .map(|_| match random.u8(0..4) {
                        0 => None,
                        1 => Some([0, 50, 100][random.usize(0..3)]),
                        _ => Some(random.u8(0..=100)),
                    })
                    .collect();
                rows.check(&scale, &printed, &levels, &mut random);
            }
        }
    }

    struct Printed {
        evidence: Vec<(E, [E; 2], E)>,
        sums: [E; 3],
        scores: [E; 3],
        verdict: E,
        strength: E,
        coverage: E,
        robustness: E,
        review: E,
        flag: E,
        unknown: Vec<(i8, i8)>,
    }

    struct Rows<'r> {
        rulebook: &'r Rulebook,
        weighable: &'r [(usize, &'r Criterion, &'r Poles)],
        weights: i64,
        width: i64,
    }

    impl Rows<'_> {
        /// Judges a row by the expressions, in half of the cases after evidence was typed over, and holds each against the rule.
        fn check(&self, scale: &Scale, printed: &Printed, levels: &[Option<u8>], random: &mut fastrand::Rng) {
            let mut all = Vec::new();
            scale.weigh(self.rulebook, &|id| levels[id.index()].and_then(Points::new), &mut all);
            let judged: Vec<Evidence> = self.weighable.iter().map(|(i, ..)| all[*i]).collect();
            Self::check_evidence(printed, levels, &judged);
            let mut given: Vec<Option<i8>> = judged.iter().map(|evidence| evidence.known()).collect();
            let is_typed_over = random.bool();
            for i in (0..given.len()).filter(|_| is_typed_over) {
                given[i] = match random.u8(0..4) {
                    0 => None,
                    1 => Some([0, 100, -100][random.usize(0..3)]),
                    2 => Some(random.i8(-100..=100)),
                    _ => continue,
                };
                if given[i] != judged[i].known() {
                    let (low, high) = printed.unknown[i];
                    let nothing = Evidence { value: 0, low, high, conflict: false };
                    let known = |value| Evidence { value, low: value, high: value, conflict: false };
                    all[self.weighable[i].0] = given[i].map_or(nothing, known);
                }
            }
            let same_criteria = random.u8(0..4) > 0;
            let votes: Vec<i8> = self
                .weighable
                .iter()
                .zip(&judged)
                .filter(|((_, c, _), _)| c.weight.0 > 0)
                .map(|(_, e)| e.value)
                .collect();
            let row = Row { rows: self, judged: &judged, given: &given, same_criteria, shares: shares(&votes) };
            row.check(printed, &scale.judge(self.rulebook, &all));
        }

        fn check_evidence(printed: &Printed, levels: &[Option<u8>], judged: &[Evidence]) {
            let of_level = |variable| match variable {
                V::Level(id) => f64::from(levels[id.index()].unwrap_or(77)),
                V::Known(id) => f64::from(levels[id.index()].is_some()),
                other => panic!("{other:?} is no level"),
            };
            for ((known, [least, most], torn), evidence) in printed.evidence.iter().zip(judged) {
                let is = [known, least, most, torn].map(|expression| value(expression, &of_level) as i64);
                let Evidence { value, low, high, conflict } = *evidence;
                assert_eq!(is, [i64::from(value), low.into(), high.into(), conflict.into()], "{levels:?}");
            }
        }
    }

    struct Row<'r> {
        rows: &'r Rows<'r>,
        judged: &'r [Evidence],
        given: &'r [Option<i8>],
        same_criteria: bool,
        shares: (f64, f64),
    }

    impl Row<'_> {
        fn base(&self, variable: Variable) -> f64 {
            let Rows { rulebook, weighable, weights, width } = self.rows;
            match variable {
                V::Weight(i) => weighable[i].1.weight.0 as f64,
                V::Evidence(i) => self.given[i].unwrap_or(0).into(),
                V::HasEvidence(i) => self.given[i].is_some().into(),
                V::Given(i) => number_or_nothing(self.given[i]),
                V::AsJudged(i) => number_or_nothing(self.judged[i].known()),
                V::Least(i) => self.judged[i].low.into(),
                V::Most(i) => self.judged[i].high.into(),
                V::Torn(i) => self.judged[i].conflict.into(),
                V::Weights => *weights as f64,
                V::Width => *width as f64,
                V::Threshold(threshold) => rulebook.thresholds[threshold] as f64,
                V::SameCriteria => self.same_criteria.into(),
                V::ShareAbove => self.shares.0,
                V::ShareBelow => self.shares.1,
                other => panic!("{other:?} is not given"),
            }
        }

        /// Holds what the expressions come to, one after the other, against what was found.
        fn check(&self, printed: &Printed, found: &Assessment) {
            let [weighted, least, most] =
                printed.sums.each_ref().map(|sum| value(sum, &|variable| self.base(variable)));
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
            let of_verdict = |variable| match variable {
                V::Verdict => number(Word::Verdict(found.verdict)),
                other => of_sums(other),
            };
            let strength = found.strength.map_or(Word::Nothing, Word::Strength);
            assert_eq!(value(&printed.strength, &of_verdict).to_bits(), number(strength).to_bits(), "{found:?}");
            let is_as_judged = self.given.iter().zip(self.judged).all(|(given, judged)| *given == judged.known());
            let share = found.robustness.filter(|_| self.same_criteria && is_as_judged);
            let robustness = value(&printed.robustness, &of_verdict);
            assert_eq!(robustness.to_bits(), number_or_nothing(share).to_bits(), "{found:?}");
            let of_share = |variable| match variable {
                V::HasShare => share.is_some().into(),
                V::Billionths => (share.unwrap_or(0.0) * 1e9).round(),
                other => of_verdict(other),
            };
            // What is not known does not send a function to the review.
            let mut reasons = found.review_reasons(self.rows.rulebook);
            reasons.retain(|reason| *reason != "fragile" || share.is_some());
            let E::Listed(listed) = &printed.review else { panic!("reasons are listed") };
            let listed = listed.iter().filter(|(holds, _)| value(holds, &of_share) != 0.0).map(|(_, word)| *word);
            assert_eq!(listed.collect::<Vec<_>>(), reasons, "{found:?}");
            assert_eq!(value(&printed.flag, &of_share) as usize, reasons.len().min(2), "{found:?}");
        }
    }
}
