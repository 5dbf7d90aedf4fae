//! The decision of a rulebook as one statement over a table of levels: it walks the criteria, and prints the rule.

use super::dialect::Words;
use super::folding::folded;
use super::print::{Printer, Stands, code_of};
use super::shares::{Figure, Shares};
use super::statement::{Chain, Named, kept, select_different};
use crate::assessment::formula::{self, Comparison, Expression, Firm, Variable, Word};
use crate::assessment::{Verdict, greatest_width};
use crate::rulebook::{AttributeId, Criterion, Poles, Rulebook, Threshold};
use Expression as E;
use Variable as V;

/// The decision of a rulebook.
pub(super) struct Decision<'r> {
    pub(super) rulebook: &'r Rulebook,
    pub(super) words: Words,
    /// The criteria with a weight.
    criteria: Vec<(&'r Criterion, &'r Poles)>,
    /// Their attributes.
    pub(super) attributes: Vec<AttributeId>,
    weights: i64,
    width: i64,
}

/// One more than the numbers of a level, and of none.
const BASE: u8 = 102;
/// The columns of weighted sums.
const SUMS: [&str; 4] = ["w", "w_least", "w_most", "w_size"];

impl<'r> Decision<'r> {
    pub(super) fn of(rulebook: &'r Rulebook, words: Words) -> Decision<'r> {
        let criteria: Vec<_> = rulebook.directional().map(|(_, criterion, poles)| (criterion, poles)).collect();
        let weights = criteria.iter().map(|(criterion, _)| criterion.weight.0).sum();
        let width = criteria.iter().map(|(criterion, poles)| criterion.weight.0 * greatest_width(poles)).sum();
        Decision { rulebook, words, criteria, attributes: rulebook.deciding_attributes(), weights, width }
    }

    /// The names of a level, and of the next lower and the next higher one.
    pub(super) fn levels_of(&self, id: AttributeId) -> [String; 3] {
        ["level", "lower", "higher"].map(|what| self.words.named(&format!("{what}_{}", self.rulebook.attribute(id).id)))
    }

    /// Whether it is asked whether one reading turns a verdict.
    fn looks_at_readings(&self) -> bool {
        self.rulebook.thresholds[Threshold::ReviewOneReading] > 0
    }

    /// Adds the parts that judge the rows of a source, which go by some keys. What is known of a row is packed into a few numbers, and
    /// rows of which the same is known are judged once. Gives what to select from; there, the keys are called `k0`, `k1` and so on.
    pub(super) fn add(&self, chain: &mut Chain, source: &str, keys: &[String]) -> String {
        let n = self.attributes.len();
        let packs: Vec<String> = (0..n).map(|i| format!("p{i}")).collect();
        let mut facts: Vec<Named> = keys.iter().cloned().zip((0..).map(|i| format!("k{i}"))).collect();
        facts.extend(self.attributes.iter().map(|id| self.packed(*id)).zip(packs.iter().cloned()));
        chain.select("outsift_facts", &facts, source, &self.words);
        chain.push("outsift_profiles", select_different(&both(&[&packs], Vec::new()), "outsift_facts"));
        let of_profiles = self.add_levels(chain, &packs);
        let of_criteria = self.evidence_names();
        let mut passed_on = [packs.as_slice(), &of_profiles].concat();
        chain.step("outsift_evidence", &both(&[&passed_on], self.evidence()), &self.words);
        passed_on.extend_from_slice(&of_criteria);
        chain.step("outsift_sums", &both(&[&passed_on], self.sums()), &self.words);
        let sums: Vec<String> = SUMS.map(str::to_owned).to_vec();
        passed_on.extend_from_slice(&sums);
        chain.step("outsift_judged", &both(&[&passed_on], self.judged()), &self.words);
        let told: Vec<String> = ["v", "stands", "strong", "hangs", "lacks"].map(str::to_owned).to_vec();
        let shown = of_criteria.into_iter().filter(|name| !name.starts_with('t')).collect();
        let before = [packs.clone(), shown, sums].concat();
        let carried = [before.clone(), told].concat();
        self.add_shares(chain, &before, &carried);
        let shares = ["r_share", "s_share"].map(str::to_owned);
        chain.step("outsift_reviewed", &both(&[&carried, &shares], self.reviewed()), &self.words);
        chain.step("outsift_verdicts", &both(&[&packs], self.columns()), &self.words);
        let same = packs.iter().map(|pack| format!("outsift_verdicts.{pack} = outsift_facts.{pack}"));
        format!("outsift_facts\n  JOIN outsift_verdicts ON {}", same.collect::<Vec<_>>().join(" AND "))
    }

    /// A level, and the next ones beside it, as one number that is never null: each counts from 1, and 0 stands for none.
    fn packed(&self, id: AttributeId) -> String {
        let [level, lower, higher] = self.levels_of(id).map(|name| format!("COALESCE({name} + 1, 0)"));
        if self.looks_at_readings() { format!("({level} * {BASE} + {lower}) * {BASE} + {higher}") } else { level }
    }

    /// Adds the parts that take the numbers apart again; gives the names of the levels.
    fn add_levels(&self, chain: &mut Chain, packs: &[String]) -> Vec<String> {
        let level = |of: &str, name: String| (format!("CASE WHEN {of} > 0 THEN {of} - 1 END"), name);
        let whole =
            |of: &str| self.words.floor.replace("{x}", &format!("{} / {BASE}", Words::cast(of, self.words.double)));
        let each = |make: &dyn Fn(usize, &String) -> Vec<Named>| -> Vec<Named> {
            packs.iter().enumerate().flat_map(|(i, pack)| make(i, pack)).collect()
        };
        if !self.looks_at_readings() {
            let levels = each(&|i, pack| vec![level(pack, format!("a{i}"))]);
            let names = levels.iter().map(|(_, name)| name.clone()).collect();
            chain.step("outsift_apart", &both(&[packs], levels), &self.words);
            return names;
        }
        let halves = each(&|i, pack| vec![(whole(pack), format!("q{i}"))]);
        chain.step("outsift_halves", &both(&[packs], halves), &self.words);
        let thirds = each(&|i, pack| {
            let q = format!("q{i}");
            vec![(whole(&q), format!("x{i}")), (format!("{pack} - {BASE} * {q}"), format!("z{i}")), kept(&q)]
        });
        chain.step("outsift_thirds", &both(&[packs], thirds), &self.words);
        let levels = each(&|i, _| {
            let middle = format!("(q{i} - {BASE} * x{i})");
            vec![
                level(&format!("x{i}"), format!("a{i}")),
                level(&middle, format!("b{i}")),
                level(&format!("z{i}"), format!("c{i}")),
            ]
        });
        let names = levels.iter().map(|(_, name)| name.clone()).collect();
        chain.step("outsift_apart", &both(&[packs], levels), &self.words);
        names
    }

    /// The columns of the verdict but for the keys, over the last part.
    pub(super) fn columns(&self) -> Vec<Named> {
        let Words { double, text, .. } = self.words;
        let at = |variable: Variable| match variable {
            V::Standing => Stands::Value("stands".to_owned()),
            V::Flag => Stands::Value("flagged".to_owned()),
            other => Self::of_sums(other),
        };
        let printer = Printer { words: &self.words, at: &at };
        let value = |expression: E| printer.value(&self.settled(&expression));
        let truth = |expression: E| self.words.as_truth(&printer.truth(&self.settled(&expression)));
        let score = value(formula::mean(V::Weighted));
        let named = |verdict: Verdict| format!("WHEN {} THEN {}", code_of(verdict), self.words.literal(verdict.id()));
        let verdict = format!("CASE v {} END", Verdict::ALL.map(named).join(" "));
        let is_split = format!("v = {}", code_of(Verdict::Split));
        let none = Words::cast("NULL", text);
        let rounded = format!("({})", self.words.floor.replace("{x}", &format!("ABS({score}) + 0.5")));
        let has_direction = "v IN (1, -1)";
        let flip = format!(
            "CASE WHEN w_size = 0 THEN {} ELSE {} END",
            Words::cast("0", double),
            over("ABS(w)", "w_size", double)
        );
        let is_near = format!(
            "v <> {} AND {}",
            code_of(Verdict::InsufficientEvidence),
            printer.truth(&self.settled(&formula::is_near_zero()))
        );
        let mut columns: Vec<Named> = [
            ("verdict", verdict),
            ("standing", "stands".to_owned()),
            ("strength", format!("CASE WHEN {is_split} THEN {none} ELSE strong END")),
            ("split", format!("CASE WHEN {is_split} THEN strong ELSE {none} END")),
            ("firm", truth(E::Compare(Comparison::Equal, Box::new([formula::firm(), E::Word(Word::Firm(Firm::Yes))])))),
            ("score", score.clone()),
            ("score_low", value(formula::mean(V::WeightedLeast))),
            ("score_high", value(formula::mean(V::WeightedMost))),
            ("score_rounded", format!("CASE WHEN w < 0 THEN -{rounded} ELSE {rounded} END")),
            ("coverage", value(formula::coverage())),
            ("robustness", format!("CASE WHEN {has_direction} THEN r_share END")),
            ("robustness_low", format!("CASE WHEN {has_direction} THEN s_share END")),
            ("flip", format!("CASE WHEN {has_direction} THEN {flip} END")),
            ("borderline", self.words.as_truth(&is_near)),
            ("review", "reasons".to_owned()),
        ]
        .map(|(name, expression)| (expression, name.to_owned()))
        .to_vec();
        for (i, (criterion, _)) in self.criteria.iter().enumerate() {
            let parts = [("e", "evidence"), ("l", "low"), ("m", "high")];
            let named = |(short, part)| (format!("{short}{i}"), self.words.named(&format!("{}_{part}", criterion.id)));
            columns.extend(parts.map(named));
        }
        columns.push(("lacks".to_owned(), "missing".to_owned()));
        columns.push((self.words.literal(self.rulebook.sha256()), "rulebook_sha256".to_owned()));
        columns
    }

    /// An expression with all that the rulebook settles put in.
    fn settled(&self, expression: &E) -> E {
        folded(expression, &|variable| {
            Some(E::Number(match variable {
                V::Weight(i) => self.criteria[i].0.weight.0,
                V::Weights => self.weights,
                V::Width => self.width,
                V::Threshold(threshold) => self.rulebook.thresholds[threshold],
                V::Unchanged | V::SameRules => 1,
                V::OnHold => 0,
                _ => return None,
            }))
        })
    }

    fn evidence_names(&self) -> Vec<String> {
        let names = (0..self.criteria.len()).flat_map(|i| ["e", "l", "m", "t"].map(|name| format!("{name}{i}")));
        names.collect()
    }

    fn position(&self, id: AttributeId) -> usize {
        self.attributes.iter().position(|known| *known == id).expect("the rule is about the attributes of its criteria")
    }

    /// Where levels stand.
    fn of_levels(&self, variable: Variable) -> Stands {
        match variable {
            V::Level(id) => Stands::Value(format!("a{}", self.position(id))),
            V::Known(id) => Stands::Truth(format!("a{} IS NOT NULL", self.position(id))),
            other => Self::of_sums(other),
        }
    }

    /// Where what was made of levels stands.
    fn of_sums(variable: Variable) -> Stands {
        Stands::Value(match variable {
            V::Evidence(i) => format!("e{i}"),
            V::Least(i) => format!("l{i}"),
            V::Most(i) => format!("m{i}"),
            V::Torn(i) => format!("t{i}"),
            V::Weighted => "w".to_owned(),
            V::WeightedLeast => "w_least".to_owned(),
            V::WeightedMost => "w_most".to_owned(),
            V::Verdict => "v".to_owned(),
            other => unreachable!("{other:?} is settled, or no part of a statement"),
        })
    }

    fn evidence(&self) -> Vec<Named> {
        let at = |variable| self.of_levels(variable);
        let printer = Printer { words: &self.words, at: &at };
        let mut columns = Vec::new();
        for (i, (_, poles)) in self.criteria.iter().enumerate() {
            let [least, most] = formula::bounds(poles, &[]);
            let parts = [formula::evidence(poles, &[]), least, most, formula::torn(poles, &[])];
            for (name, part) in ["e", "l", "m", "t"].into_iter().zip(parts) {
                columns.push((printer.value(&self.settled(&part)), format!("{name}{i}")));
            }
        }
        columns
    }

    fn sums(&self) -> Vec<Named> {
        let printer = Printer { words: &self.words, at: &Self::of_sums };
        let n = self.criteria.len();
        let sizes = (0..n).map(|i| {
            let size = E::Magnitude(Box::new(E::Variable(V::Evidence(i))));
            E::Product(vec![E::Variable(V::Weight(i)), size])
        });
        let sums = [
            formula::weighted(n, V::Evidence),
            formula::weighted(n, V::Least),
            formula::weighted(n, V::Most),
            E::Sum(sizes.collect()),
        ];
        sums.iter().zip(SUMS).map(|(sum, name)| (printer.value(&self.settled(sum)), name.to_owned())).collect()
    }

    /// The verdict, and what the sums would be if one reading were one step off.
    fn judged(&self) -> Vec<Named> {
        let printer = Printer { words: &self.words, at: &Self::of_sums };
        let mut columns = vec![(printer.value(&self.settled(&formula::verdict())), "v".to_owned())];
        for moved in self.moves() {
            let at = |variable| match variable {
                V::Level(id) if self.position(id) == moved.attribute => Stands::Value(moved.level.clone()),
                other => self.of_levels(other),
            };
            let printer = Printer { words: &self.words, at: &at };
            let id = self.attributes[moved.attribute];
            for (figure, sum) in [V::Weighted, V::WeightedLeast, V::WeightedMost].into_iter().enumerate() {
                let mut parts = vec![E::Variable(sum)];
                for (i, (_, poles)) in self.criteria.iter().enumerate() {
                    if !poles.attributes().any(|used| used == id) {
                        continue;
                    }
                    let [least, most] = formula::bounds(poles, &[]);
                    let (then, now) = match figure {
                        0 => (formula::evidence(poles, &[]), V::Evidence(i)),
                        1 => (least, V::Least(i)),
                        _ => (most, V::Most(i)),
                    };
                    let then = folded(&then, &|variable| (variable == V::Known(id)).then_some(E::Number(1)));
                    let change = E::Difference(Box::new([then, E::Variable(now)]));
                    parts.push(E::Product(vec![E::Variable(V::Weight(i)), change]));
                }
                columns.push((printer.value(&self.settled(&E::Sum(parts))), moved.sums[figure].clone()));
            }
        }
        columns
    }

    /// The single steps of single readings.
    fn moves(&self) -> Vec<Move> {
        let attributes = if self.looks_at_readings() { 0..self.attributes.len() } else { 0..0 };
        let steps = attributes.flat_map(|attribute| [(attribute, "b"), (attribute, "c")]);
        let step = |(attribute, side): (usize, &str)| {
            let level = format!("{side}{attribute}");
            Move { attribute, sums: ["w", "least", "most"].map(|sum| format!("{level}_{sum}")), level }
        };
        steps.map(step).collect()
    }

    /// What is told of a verdict, with the votes for it.
    fn told(&self) -> Vec<Named> {
        let printer = Printer { words: &self.words, at: &Self::of_sums };
        let n = self.criteria.len();
        let turns = |moved: &Move| {
            let [w, least, most] = &moved.sums;
            let at = |variable| match variable {
                V::Weighted => Stands::Value(w.clone()),
                V::WeightedLeast => Stands::Value(least.clone()),
                V::WeightedMost => Stands::Value(most.clone()),
                other => Self::of_sums(other),
            };
            let verdict = Printer { words: &self.words, at: &at }.value(&self.settled(&formula::verdict()));
            // A reading that is missing has no step.
            format!("({} IS NOT NULL AND {verdict} <> v)", moved.level)
        };
        let turns: Vec<String> = self.moves().iter().map(turns).collect();
        let decided = format!("v <> {}", code_of(Verdict::InsufficientEvidence));
        let hangs = match turns.as_slice() {
            [] => "0".to_owned(),
            turns => format!("CASE WHEN {decided} AND ({}) THEN 1 ELSE 0 END", turns.join("\n      OR ")),
        };
        vec![
            kept("v"),
            (printer.value(&self.settled(&formula::standing())), "stands".to_owned()),
            (printer.value(&self.settled(&formula::strength(n))), "strong".to_owned()),
            (hangs, "hangs".to_owned()),
            (self.lacking(), "lacks".to_owned()),
        ]
    }

    /// The ids of the attributes that are missing and could still move a bound, in the order of the criteria that lack them.
    fn lacking(&self) -> String {
        let at = |variable| self.of_levels(variable);
        let printer = Printer { words: &self.words, at: &at };
        let mut so_far: Vec<(AttributeId, String)> = Vec::new();
        let mut pieces: Vec<(String, &str)> = Vec::new();
        for (i, (_, poles)) in self.criteria.iter().enumerate() {
            for id in poles.attributes() {
                let moves =
                    format!("(a{} IS NULL AND l{i} <> m{i} AND ({}))", self.position(id), self.moving(&printer, i, id));
                let earlier = so_far.iter().filter(|(known, _)| *known == id).map(|(_, moves)| moves);
                if earlier.clone().any(|known| *known == moves) {
                    continue;
                }
                // The first criterion that lacks it names it.
                let not_yet: String = earlier.map(|moves| format!(" AND NOT {moves}")).collect();
                pieces.push((format!("{moves}{not_yet}"), &self.rulebook.attribute(id).id));
                so_far.push((id, moves));
            }
        }
        printer.listed(&pieces, ',')
    }

    /// Whether an answer to a missing attribute could move a bound of a criterion.
    fn moving(&self, printer: &Printer, criterion: usize, id: AttributeId) -> String {
        let mut tests: Vec<String> = Vec::new();
        for (answer, end) in [0, 50, 100].into_iter().flat_map(|answer| [(answer, 0), (answer, 1)]) {
            let given = |variable| match variable {
                V::Level(known) if known == id => Some(E::Number(answer)),
                V::Known(known) if known == id => Some(E::Number(1)),
                _ => None,
            };
            let bound = folded(&formula::bounds(self.criteria[criterion].1, &[])[end], &given);
            let test = format!("{} <> {}{criterion}", printer.value(&self.settled(&bound)), ["l", "m"][end]);
            if !tests.contains(&test) {
                tests.push(test);
            }
        }
        tests.join(" OR ")
    }

    /// Adds what is told of the verdict, and the shares of weightings that keep it.
    fn add_shares(&self, chain: &mut Chain, before: &[String], carried: &[String]) {
        let n = self.criteria.len();
        let side = |tag: &str, bpo: &str, other: &str| -> Vec<Named> {
            let vote = |i| format!("CASE v WHEN 1 THEN {bpo}{i} WHEN -1 THEN -{other}{i} ELSE 0 END");
            (0..n).map(|i| (vote(i), format!("{tag}_{i}"))).collect()
        };
        let votes = [side("r", "e", "e"), side("s", "l", "m")];
        let names = votes.each_ref().map(|side| side.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>());
        chain.step("outsift_told", &both(&[before], [self.told(), votes.concat()].concat()), &self.words);
        let [r, s] = names;
        let figures = [Figure { tag: "r", votes: r }, Figure { tag: "s", votes: s }];
        Shares { words: &self.words, carried, figures: &figures }.add(chain);
    }

    /// Why a person should look at it again.
    fn reviewed(&self) -> Vec<Named> {
        let double = self.words.double;
        let fragile = self.rulebook.thresholds[Threshold::Fragile] * 10_000_000;
        // The share in billionths, rounded, and without rounding.
        let is_fragile = format!(
            "(v IN (1, -1) AND r_share * {} < {})",
            Words::cast("1000000000", double),
            self.words.number(fragile as f64 - 0.5)
        );
        let at = |variable| match variable {
            V::Standing => Stands::Value("stands".to_owned()),
            V::Strength => Stands::Value("strong".to_owned()),
            V::Fragile => Stands::Truth(is_fragile.clone()),
            V::OneReading => Stands::Value("hangs".to_owned()),
            other => Self::of_sums(other),
        };
        let printer = Printer { words: &self.words, at: &at };
        let print = |expression: E| printer.value(&self.settled(&expression));
        vec![(print(formula::review(&[])), "reasons".to_owned()), (print(formula::flag(&[])), "flagged".to_owned())]
    }
}

/// A step of a reading.
struct Move {
    attribute: usize,
    /// The column with the level that it leads to.
    level: String,
    /// What the sums are called that it leads to.
    sums: [String; 3],
}

/// Columns that are passed on, and new ones.
fn both(before: &[&[String]], new: Vec<Named>) -> Vec<Named> {
    before.iter().flat_map(|names| names.iter()).map(|name| kept(name)).chain(new).collect()
}

/// One whole number over another.
fn over(one: &str, other: &str, double: &str) -> String {
    format!("{} / {}", Words::cast(one, double), Words::cast(other, double))
}
