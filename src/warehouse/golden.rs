//! A statement that tries itself: rows of levels with the verdicts that the program gives, and those of them that come out
//! otherwise. It returns nothing where an engine decides as the program does.

use std::collections::BTreeMap;

use super::dialect::{Rows, Words};
use super::statement::{Chain, kept, select};
use super::verdicts::Decision;
use crate::assessment::{Assessment, Balance, Evidence, Review, Rule, Strength, judge_alone};
use crate::rulebook::{AttributeId, Points, Span, Steps, Threshold};

/// The most rows.
const ROWS: usize = 216;
/// How many rows are looked at to find different kinds.
const CANDIDATES: usize = 6_000;
/// The table of rows.
const GOLDEN: &str = "outsift_golden";

/// What a field is expected to be.
#[derive(Clone, Debug, PartialEq)]
enum Expected {
    Text(Option<String>),
    Whole(i64),
    Number(Option<f64>),
    Truth(bool),
}

/// One row: what is known of each deciding attribute, and what the program says of it.
struct Row {
    levels: Vec<(Option<Points>, Steps)>,
    expected: Vec<(String, Expected)>,
}

/// The statement.
pub(super) fn check(decision: &Decision) -> String {
    let words = decision.words;
    let rows = rows(decision);
    let mut chain = Chain::default();
    add_rows(&mut chain, &words, &rows.iter().zip(1..).map(|(row, at)| values(decision, at, row)).collect::<Vec<_>>());
    let from = decision.add(&mut chain, GOLDEN, &["golden_row".to_owned()]);
    let names = decision.columns().into_iter().map(|(_, name)| name);
    let found: Vec<_> = std::iter::once("k0".to_owned()).chain(names).map(|name| kept(&name)).collect();
    chain.select("outsift_found", &found, &from, &words);
    let Some(first) = rows.first() else { return String::new() };
    let differs: Vec<String> = first.expected.iter().map(|(name, expected)| differs(&words, name, expected)).collect();
    let columns = [
        ("g.golden_row", "golden_row"),
        ("g.x_verdict", "expected_verdict"),
        ("f.verdict", "found_verdict"),
        ("g.x_score", "expected_score"),
        ("f.score", "found_score"),
    ]
    .map(|(from, name)| (from.to_owned(), name.to_owned()));
    let from = format!("{GOLDEN} AS g JOIN outsift_found AS f ON f.k0 = g.golden_row");
    let last = format!("{}\n  WHERE {}{}", select(&columns, &from), differs.join("\n  OR "), words.join_end);
    chain.in_steps(&last, &words)
}

/// Whether a field is another than was expected.
fn differs(words: &Words, name: &str, expected: &Expected) -> String {
    let (found, wanted) = (format!("f.{name}"), format!("g.x_{name}"));
    let both = format!("({found} IS NULL AND {wanted} IS NULL)");
    let same = match expected {
        Expected::Truth(_) => format!("CASE WHEN {found} THEN 1 ELSE 0 END = {wanted}"),
        Expected::Text(_) | Expected::Whole(_) => format!("{found} = {wanted} OR {both}"),
        Expected::Number(_) => format!("ABS({found} - {wanted}) < {} OR {both}", words.number(1e-9)),
    };
    format!("CASE WHEN {same} THEN 0 ELSE 1 END = 1")
}

/// A value, its name and its type.
type Value = (String, String, &'static str);

/// Adds rows of constants; the first says their types.
fn add_rows(chain: &mut Chain, words: &Words, rows: &[Vec<Value>]) {
    let names = rows.first().map_or_else(Vec::new, |row| row.iter().map(|(_, name, _)| name.as_str()).collect());
    let typed = |(value, _, kind): &Value| Words::cast(value, kind);
    let plain = |(value, ..): &Value| value.clone();
    let shown = |at: usize, row: &Vec<Value>| -> Vec<String> {
        if at == 0 { row.iter().map(typed).collect() } else { row.iter().map(plain).collect() }
    };
    let each = rows.iter().enumerate();
    match words.rows {
        Rows::Values => {
            let rows: Vec<String> = each.map(|(at, row)| format!("({})", shown(at, row).join(", "))).collect();
            chain.push(&format!("{GOLDEN} ({})", names.join(", ")), format!("VALUES {}", rows.join(",\n    ")));
        }
        Rows::Function => {
            let types = rows.first().into_iter().flatten().map(|(_, name, kind)| format!("{name} {kind}"));
            let types = types.collect::<Vec<_>>().join(", ");
            // Told of their types, the rows need say none.
            let rows: Vec<String> = each.map(|(at, row)| format!("({})", shown(at + 1, row).join(", "))).collect();
            chain.push(GOLDEN, format!("SELECT * FROM values('{types}',\n    {})", rows.join(",\n    ")));
        }
        Rows::Union => {
            let all = |(at, row)| {
                let named = |(value, name): (String, &&str)| if at == 0 { format!("{value} AS {name}") } else { value };
                shown(at, row).into_iter().zip(&names).map(named).collect::<Vec<_>>().join(", ")
            };
            let rows: Vec<String> = each.map(|row| format!("SELECT {}", all(row))).collect();
            chain.push(GOLDEN, rows.join("\n  UNION ALL "));
        }
    }
}

/// A row as constants.
fn values(decision: &Decision, at: usize, row: &Row) -> Vec<Value> {
    let words = &decision.words;
    let mut values = vec![(at.to_string(), "golden_row".to_owned(), words.small)];
    for (id, (level, steps)) in decision.attributes.iter().zip(&row.levels) {
        let shown = |level: Option<Points>| level.map_or("NULL".to_owned(), |level| level.value().to_string());
        let beside = [*level, level.and_then(|l| steps.below(l)), level.and_then(|l| steps.above(l))];
        let named = beside.map(shown).into_iter().zip(decision.levels_of(*id));
        values.extend(named.map(|(level, name)| (level, name, words.small)));
    }
    let null = || "NULL".to_owned();
    for (name, expected) in &row.expected {
        let (value, kind) = match expected {
            Expected::Text(text) => (text.as_ref().map_or_else(null, |text| words.literal(text)), words.text),
            Expected::Whole(number) => (number.to_string(), words.small),
            Expected::Number(number) => (number.map_or_else(null, |number| format!("{number:?}")), words.double),
            Expected::Truth(truth) => (i32::from(*truth).to_string(), words.small),
        };
        values.push((value, format!("x_{name}"), kind));
    }
    values
}

/// Rows of as many kinds as there are.
fn rows(decision: &Decision) -> Vec<Row> {
    let rule = Rule::of(decision.rulebook);
    let mut numbers = Numbers(20_261_129);
    let mut kinds: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for _ in 0..CANDIDATES {
        let levels: Vec<(Option<Points>, Steps)> = decision.attributes.iter().map(|_| numbers.level()).collect();
        let of = |id: &AttributeId| decision.attributes.iter().position(|known| known == id).map(|at| levels[at]);
        let facts: Vec<_> = rule.attributes().iter().map(|id| of(id).unwrap_or_default()).collect();
        let spans: Vec<Span> = facts.iter().map(|(level, _)| Span::from(*level)).collect();
        let steps: Vec<Steps> = facts.iter().map(|(_, steps)| *steps).collect();
        let (assessment, evidence) = judge_alone(&rule, &spans, &steps);
        let missing = rule.missing(&spans);
        let kind = kinds.entry(kind(decision, &assessment, missing.is_empty())).or_default();
        if kind.len() < ROWS {
            let expected = expected(decision, &assessment, &evidence, &missing);
            kind.push(Row { levels, expected });
        }
    }
    // One of each kind, then another of each, so that the rare ones are among them.
    let mut waiting: Vec<_> = kinds.into_values().map(Vec::into_iter).collect();
    let mut rows = Vec::new();
    while rows.len() < ROWS && !waiting.is_empty() {
        waiting.retain_mut(|kind| {
            let next = kind.next().filter(|_| rows.len() < ROWS);
            let is_there = next.is_some();
            rows.extend(next);
            is_there
        });
    }
    rows
}

/// What is special about a row: what is said of it, and on which side of each line it lies, or on it.
fn kind(decision: &Decision, assessment: &Assessment, is_complete: bool) -> String {
    let rulebook = decision.rulebook;
    let Assessment { verdict, standing, strength, split, score, low, high, coverage, .. } = assessment;
    let signs = [score, low, high].map(|score| score.weighted().signum());
    let covered = (coverage * 100.0).partial_cmp(&(rulebook.thresholds[Threshold::MinimumCoverage] as f64));
    let near = score.points().abs().partial_cmp(&(rulebook.thresholds[Threshold::Borderline] as f64));
    let review = assessment.review_reasons(rulebook);
    format!("{verdict:?} {standing:?} {strength:?} {split:?} {signs:?} {covered:?} {near:?} {review:?} {is_complete}")
}

/// What the program says, by the names of the statement's columns.
fn expected(
    decision: &Decision,
    assessment: &Assessment,
    evidence: &[Evidence],
    missing: &[AttributeId],
) -> Vec<(String, Expected)> {
    use Expected::{Number, Text, Truth, Whole};
    let rulebook = decision.rulebook;
    let listed = |words: Vec<&str>, between: &str| Text((!words.is_empty()).then(|| words.join(between)));
    let review = assessment.review_reasons(rulebook).into_iter().map(Review::name).collect();
    let mut fields: Vec<(String, Expected)> = [
        ("verdict", Text(Some(assessment.verdict.id().to_owned()))),
        ("standing", Text(Some(assessment.standing.name().to_owned()))),
        ("strength", Text(assessment.strength.map(Strength::name).map(str::to_owned))),
        ("split", Text(assessment.split.map(Balance::name).map(str::to_owned))),
        ("firm", Truth(assessment.is_firm(rulebook))),
        ("score", Number(Some(assessment.score.points()))),
        ("score_low", Number(Some(assessment.low.points()))),
        ("score_high", Number(Some(assessment.high.points()))),
        ("score_rounded", Whole(assessment.score.rounded())),
        ("coverage", Number(Some(assessment.coverage))),
        ("robustness", Number(assessment.robustness)),
        ("robustness_low", Number(assessment.robustness_low)),
        ("flip", Number(assessment.flip)),
        ("borderline", Truth(assessment.borderline)),
        ("review", listed(review, ";")),
    ]
    .map(|(name, expected)| (name.to_owned(), expected))
    .to_vec();
    for (row, criterion, _) in rulebook.directional() {
        let Evidence { value, low, high, .. } = evidence[row];
        let parts = [("evidence", value), ("low", low), ("high", high)];
        fields.extend(parts.map(|(part, points)| (format!("{}_{part}", criterion.id), Whole(points.into()))));
    }
    let missing = missing.iter().map(|id| rulebook.attribute(*id).id.as_str()).collect();
    fields.push(("missing".to_owned(), listed(missing, ",")));
    fields
}

/// Numbers that look random and are the same in every run: a linear congruential generator (Knuth, MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    /// A level that is mostly one of those that people give, or missing, and the scale that it is on.
    fn level(&mut self) -> (Option<Points>, Steps) {
        let steps = if self.below(2) == 0 { Steps::ANSWERS } else { Steps::QUARTERS };
        let level = match self.below(8) {
            0 => None,
            1 => Points::new(self.below(101) as u8),
            2 => Some([25, 75][self.below(2) as usize]).and_then(Points::new),
            _ => Some(Points::ANSWERS[self.below(3) as usize]),
        };
        (level, steps)
    }
}
