//! The rule of the decision as an expression over whole numbers, for whoever has to print it: as formulas of a spreadsheet,
//! or in another language that knows sums, products, comparisons and choices.
//!
//! `rule` is the same rule as the program applies it; a test holds them equal. How a variable is addressed is left
//! to who prints.

use super::verdict::{Balance, Review, Standing, Strength, Verdict};
use crate::rulebook::{AttributeId, Criterion, Join, Pole, Poles, Rulebook, Threshold};

/// Something that the rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variable {
    /// The level of an attribute, 0 to 100; whatever it is where it is not known.
    Level(AttributeId),
    /// Whether an attribute is known, 1 or 0.
    Known(AttributeId),
    /// Whether people give different levels of an attribute, 1 or 0.
    Disputed(AttributeId),
    /// The lowest of them; whatever it is where they do not.
    LowestAnswer(AttributeId),
    /// The highest of them, likewise.
    HighestAnswer(AttributeId),
    /// The weight of a criterion with a direction, by its position among these.
    Weight(usize),
    /// The evidence of such a criterion as far as it is known; 0 where nothing is.
    Evidence(usize),
    /// The least that it may be once everything is known.
    Least(usize),
    /// The greatest that it may be once everything is known.
    Most(usize),
    /// Whether both its poles pull, 1 or 0.
    Torn(usize),
    /// The level of an attribute; no word at all where it is not known.
    Given(AttributeId),
    /// The same as the run had read it.
    AsRead(AttributeId),
    /// How many levels are not those of the run.
    LevelsChanged,
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
    /// The standing.
    Standing,
    /// How undisputed it is, or of a split whether anything pulls.
    Strength,
    /// Whether it is to be looked at again, 0 where not.
    Flag,
    /// Whether weights, thresholds and levels are those of the run, 1 or 0.
    Unchanged,
    /// Whether all weights and thresholds are those of the run, 1 or 0.
    SameRules,
    /// The share of weightings that keep the verdict, as it was judged; no word at all where there is none.
    Robustness,
    /// The same whatever the missing answers are.
    RobustnessLow,
    /// How many steps of readings turn the verdict, as it was judged.
    Margin,
    /// Whether the verdict was fragile as it was judged, 1 or 0.
    Fragile,
    /// Whether it hung on one reading as it was judged, 1 or 0.
    OneReading,
    /// Whether a constraint puts the function on hold, 1 or 0.
    OnHold,
    /// A threshold, in its unit.
    Threshold(Threshold),
}

/// A word that the rule comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// A verdict.
    Verdict(Verdict),
    /// Whether what is missing could still turn it.
    Standing(Standing),
    /// How undisputed it is.
    Strength(Strength),
    /// Of a split, whether anything pulls.
    Balance(Balance),
    /// Whether it is firm.
    Firm(Firm),
    /// No word at all.
    Nothing,
}

/// Whether a verdict is firm: settled, and nothing to be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Firm {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// Only another run can tell.
    RunAgain,
}

impl Firm {
    /// The word for readers.
    pub fn name(self) -> &'static str {
        match self {
            Firm::Yes => "yes",
            Firm::No => "no",
            Firm::RunAgain => "run again",
        }
    }
}

impl Word {
    /// The word for readers; empty where there is none.
    pub fn name(self) -> &'static str {
        match self {
            Word::Verdict(verdict) => verdict.name(),
            Word::Standing(standing) => standing.name(),
            Word::Strength(strength) => strength.name(),
            Word::Balance(balance) => balance.name(),
            Word::Firm(firm) => firm.name(),
            Word::Nothing => "",
        }
    }
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

impl Comparison {
    /// Its sign, which spreadsheets and SQL share.
    pub fn sign(self) -> &'static str {
        match self {
            Comparison::Below => "<",
            Comparison::AtMost => "<=",
            Comparison::Equal => "=",
            Comparison::Above => ">",
        }
    }
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
    Listed(Vec<(Expression, Review)>),
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

/// The evidence of a criterion as far as it is known, over levels; people may disagree on some attributes.
pub fn evidence(poles: &Poles, disputed: &[AttributeId]) -> E {
    less(pull(&poles.bpo, false, disputed), pull(&poles.outsourcing, false, disputed))
}

/// The least and the greatest that the evidence of a criterion may be once everything is known, over levels.
pub fn bounds(poles: &Poles, disputed: &[AttributeId]) -> [E; 2] {
    [false, true].map(|most| less(pull(&poles.bpo, most, disputed), pull(&poles.outsourcing, !most, disputed)))
}

/// The least and the greatest that the weighted evidence of all criteria may be once everything is known, over levels.
pub fn weighted_bounds(rulebook: &Rulebook, disputed: &[AttributeId]) -> [E; 2] {
    let of_all = |end: usize| {
        let of_one = |criterion: &Criterion, poles| {
            let [least, most] = bounds(poles, disputed);
            E::Product(vec![E::Number(criterion.weight.0), if end == 0 { least } else { most }])
        };
        E::Sum(rulebook.directional().map(|(_, criterion, poles)| of_one(criterion, poles)).collect())
    };
    [of_all(0), of_all(1)]
}

/// Whether both poles of a criterion pull, over levels.
pub fn torn(poles: &Poles, disputed: &[AttributeId]) -> E {
    let pulls = |pole| compare(pull(pole, false, disputed), Above, E::Number(0));
    E::Product(vec![pulls(&poles.bpo), pulls(&poles.outsourcing)])
}

/// The pull of a pole: the least that it may be, or the most. A level pulls only above the middle of its scale.
fn pull(pole: &Pole, most: bool, disputed: &[AttributeId]) -> E {
    let end = E::Number(if most { 100 } else { 0 });
    let terms = pole.terms.iter().map(|term| {
        let id = term.attribute;
        let of = |level| if term.opposite { less(E::Number(100), E::Variable(level)) } else { E::Variable(level) };
        // The lowest answer is the greatest of the scale turned round.
        let answer = of(if most == term.opposite { V::LowestAnswer(id) } else { V::HighestAnswer(id) });
        let is_disputed = disputed.contains(&id).then_some(E::Variable(V::Disputed(id)));
        let end = is_disputed.map_or(end.clone(), |is_disputed| choice(is_disputed, answer, end.clone()));
        choice(E::Variable(V::Known(id)), of(V::Level(id)), end)
    });
    let joined = match pole.join {
        Join::All => E::Least(terms.collect()),
        Join::Any => E::Greatest(terms.collect()),
    };
    E::Greatest(vec![E::Number(0), less(E::Product(vec![E::Number(2), joined]), E::Number(100))])
}

/// The same as a reader sees it: no word at all where nothing is known, by its position among the criteria with a direction.
pub fn known_evidence(i: usize, poles: &Poles, disputed: &[AttributeId]) -> E {
    let is_open = compare(E::Variable(V::Least(i)), Below, E::Variable(V::Most(i)));
    let is_nothing = E::All(vec![is_open, compare(evidence(poles, disputed), Equal, E::Number(0))]);
    choice(is_nothing, E::Word(Word::Nothing), evidence(poles, disputed))
}

/// How many of the levels are not those of the run.
pub fn levels_changed(attributes: &[AttributeId]) -> E {
    let is_other = |id: &AttributeId| {
        choice(compare(E::Variable(V::Given(*id)), Equal, E::Variable(V::AsRead(*id))), E::Number(0), E::Number(1))
    };
    E::Sum(attributes.iter().map(is_other).collect())
}

/// The sum of a figure of so many criteria, each times its weight.
pub fn weighted(criteria: usize, figure: impl Fn(usize) -> Variable) -> E {
    E::Sum((0..criteria).map(|i| E::Product(vec![E::Variable(V::Weight(i)), E::Variable(figure(i))])).collect())
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

/// How a variable stands to 0.
fn sign(variable: Variable, comparison: Comparison) -> E {
    compare(E::Variable(variable), comparison, E::Number(0))
}

/// Whether both bounds are 0, of rules in which something has a weight.
fn both_bounds_are_zero() -> E {
    E::All(vec![sign(V::WeightedLeast, Equal), sign(V::WeightedMost, Equal), sign(V::Width, Above)])
}

/// The verdict.
pub fn verdict() -> E {
    let word = |verdict| E::Word(Word::Verdict(verdict));
    let needed = E::Product(vec![E::Variable(V::Threshold(Threshold::MinimumCoverage)), E::Variable(V::Width)]);
    let known = E::Product(vec![known_width(), E::Number(100)]);
    let uncovered = E::Any(vec![compare(known_width(), AtMost, E::Number(0)), compare(known, Below, needed)]);
    let (bpo, outsourcing) = (word(Verdict::Bpo), word(Verdict::TraditionalOutsourcing));
    let insufficient = word(Verdict::InsufficientEvidence);
    let by_sign = choice(sign(V::Weighted, Below), outsourcing.clone(), insufficient.clone());
    let by_sign = choice(sign(V::Weighted, Above), bpo.clone(), by_sign);
    let by_score = choice(uncovered, insufficient, by_sign);
    let by_score = choice(both_bounds_are_zero(), word(Verdict::Split), by_score);
    choice(sign(V::WeightedLeast, Above), bpo, choice(sign(V::WeightedMost, Below), outsourcing, by_score))
}

/// Whether the verdict points one way.
fn has_direction() -> E {
    E::Any(vec![verdict_is(Verdict::Bpo), verdict_is(Verdict::TraditionalOutsourcing)])
}

/// Whether what is missing could still turn the verdict.
pub fn standing() -> E {
    let word = |standing| E::Word(Word::Standing(standing));
    let is_settled = E::Any(vec![sign(V::WeightedLeast, Above), sign(V::WeightedMost, Below), both_bounds_are_zero()]);
    let unsettled = choice(has_direction(), word(Standing::Provisional), word(Standing::Open));
    choice(is_settled, word(Standing::Settled), unsettled)
}

fn standing_is(standing: Standing) -> E {
    compare(E::Variable(V::Standing), Equal, E::Word(Word::Standing(standing)))
}

/// How many of so many criteria have a weight and are so.
fn how_many(criteria: usize, are: impl Fn(usize) -> E) -> E {
    let weighted = |i| compare(E::Variable(V::Weight(i)), Above, E::Number(0));
    E::Sum((0..criteria).map(|i| E::Product(vec![weighted(i), are(i)])).collect())
}

/// Whether a criterion has evidence other than 0.
fn pulls(i: usize) -> E {
    compare(E::Magnitude(Box::new(E::Variable(V::Evidence(i)))), Above, E::Number(0))
}

/// Whether a verdict rests on one of so many criteria with a weight alone, where there are more.
fn is_thin(criteria: usize) -> E {
    let several = compare(how_many(criteria, |_| E::Number(1)), Above, E::Number(1));
    E::All(vec![has_direction(), several, compare(how_many(criteria, pulls), Equal, E::Number(1))])
}

/// How undisputed the verdict is: thin where it rests on one criterion alone, contested where one of so many criteria with a
/// weight votes the other way or is torn; of a split, whether anything pulls.
pub fn strength(criteria: usize) -> E {
    let disputes = |i| {
        let side = choice(verdict_is(Verdict::Bpo), E::Number(1), E::Number(-1));
        let votes = E::Product(vec![E::Variable(V::Evidence(i)), side]);
        E::Sum(vec![compare(votes, Below, E::Number(0)), E::Variable(V::Torn(i))])
    };
    let is_contested = compare(how_many(criteria, disputes), Above, E::Number(0));
    let word = |strength| E::Word(Word::Strength(strength));
    let strength = choice(is_contested, word(Strength::Contested), word(Strength::Clear));
    let strength = choice(is_thin(criteria), word(Strength::Thin), strength);
    let balance = |balance| E::Word(Word::Balance(balance));
    let balance = choice(is_neutral(criteria), balance(Balance::Neutral), balance(Balance::Balanced));
    let of_others = choice(verdict_is(Verdict::Split), balance, E::Word(Word::Nothing));
    choice(has_direction(), strength, of_others)
}

/// Whether no pole of so many criteria with a weight pulls.
fn is_neutral(criteria: usize) -> E {
    compare(how_many(criteria, |i| E::Sum(vec![pulls(i), E::Variable(V::Torn(i))])), Equal, E::Number(0))
}

/// Whether the score lies within the threshold's distance of 0.
pub fn is_near_zero() -> E {
    let distance = E::Product(vec![E::Variable(V::Threshold(Threshold::Borderline)), E::Variable(V::Weights)]);
    compare(E::Magnitude(Box::new(E::Variable(V::Weighted))), AtMost, distance)
}

/// Whether weights, thresholds and levels are those of the run.
pub fn unchanged() -> E {
    E::All(vec![E::Variable(V::SameRules), sign(V::LevelsChanged, Equal)])
}

/// A figure of the run, which is no expression: a share of weightings is the end of a table of sums that grows with the
/// square of the criteria, and a margin that of a search. It is gone where anything that it rests on was changed.
pub fn of_the_run(figure: Variable) -> E {
    choice(E::Variable(V::Unchanged), E::Variable(figure), E::Word(Word::Nothing))
}

/// The reasons for a review, each with when it is one; that people disagree is one only where they do on some attribute.
fn reasons(disputed: &[AttributeId]) -> Vec<(E, Review)> {
    let is_on = |threshold| compare(E::Variable(V::Threshold(threshold)), Above, E::Number(0));
    let is = |word| compare(E::Variable(V::Strength), Equal, E::Word(word));
    let of_run = |flag| E::All(vec![E::Variable(V::Unchanged), E::Variable(flag)]);
    let holds = |reason| match reason {
        Review::Split => E::All(vec![is(Word::Balance(Balance::Balanced)), is_on(Threshold::ReviewSplit)]),
        Review::Neutral => E::All(vec![is(Word::Balance(Balance::Neutral)), is_on(Threshold::ReviewNeutral)]),
        Review::Provisional => E::All(vec![standing_is(Standing::Provisional), is_on(Threshold::ReviewProvisional)]),
        Review::Borderline => E::All(vec![has_direction(), is_near_zero()]),
        Review::Fragile => of_run(V::Fragile),
        Review::Thin => E::All(vec![is(Word::Strength(Strength::Thin)), is_on(Threshold::ReviewThin)]),
        Review::OneReading => of_run(V::OneReading),
        Review::RatersDisagree => {
            let any = E::Any(disputed.iter().map(|id| E::Variable(V::Disputed(*id))).collect());
            E::All(vec![any, is_on(Threshold::ReviewRatersDisagree)])
        }
    };
    let can_hold = |reason: &Review| *reason != Review::RatersDisagree || !disputed.is_empty();
    Review::ALL.into_iter().filter(can_hold).map(|reason| (holds(reason), reason)).collect()
}

/// Why a person should look at the function again.
pub fn review(disputed: &[AttributeId]) -> E {
    E::Listed(reasons(disputed))
}

/// Whether there is no reason for it, one, or more.
pub fn flag(disputed: &[AttributeId]) -> E {
    E::Least(vec![E::Number(2), E::Sum(reasons(disputed).into_iter().map(|(holds, _)| holds).collect())])
}

/// Whether the verdict is firm. What weightings and readings say is only known of what the run judged.
pub fn firm() -> E {
    let word = |firm| E::Word(Word::Firm(firm));
    let settled = choice(E::Variable(V::Unchanged), word(Firm::Yes), word(Firm::RunAgain));
    let is_none = |variable| compare(E::Variable(variable), Equal, E::Number(0));
    let is_settled = E::All(vec![standing_is(Standing::Settled), is_none(V::Flag), is_none(V::OnHold)]);
    choice(is_settled, settled, word(Firm::No))
}

#[cfg(test)]
mod tests;
