//! The columns of the table: each with its name, its type, what it means, and where its values come from.

use std::borrow::Cow;

use crate::assessment::{Balance, Margin, Review, Strength};
use crate::own_files::{Choice, Decision};
use crate::portfolio::people;
use crate::report::view::explanation::{Explanation, Reason};
use crate::report::view::report::Report;
use crate::rulebook::{AttributeId, FindingKind, Rulebook};

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A whole number of 64 bits.
    Whole,
    /// A floating-point number of 64 bits.
    Number,
    Truth,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Whole(i64),
    Number(f64),
    Truth(bool),
    /// It is not known, or there is none.
    Nothing,
}

/// One column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) meaning: String,
    of: Of,
}

/// Where the values of a column come from.
enum Of {
    Row(fn(&Row<'_>) -> Value<'static>),
    Evidence(usize, fn(&Reason) -> i8),
}

/// A function with all that is said of it.
pub(super) struct Row<'a> {
    report: &'a Report<'a>,
    function: usize,
    explanation: Explanation<'a>,
    decision: Option<&'a Decision>,
}

impl<'a> Row<'a> {
    pub(super) fn of(report: &'a Report<'a>, function: usize) -> Row<'a> {
        let (explanation, decision) = (report.explain(function), report.judged.decision(function));
        Row { report, function, explanation, decision }
    }
}

impl Column {
    pub(super) fn value(&self, row: &Row<'_>) -> Value<'static> {
        match self.of {
            Of::Row(value) => value(row),
            Of::Evidence(criterion, part) => Value::Whole(i64::from(part(&row.explanation.criteria[criterion]))),
        }
    }
}

/// The columns of a rulebook's table.
pub(super) fn columns(rulebook: &Rulebook) -> Vec<Column> {
    let fixed = |rows: &[Fixed]| {
        let column = |(name, kind, meaning, value): &Fixed| Column {
            name: (*name).to_owned(),
            kind: *kind,
            meaning: (*meaning).to_owned(),
            of: Of::Row(*value),
        };
        rows.iter().map(column).collect::<Vec<_>>()
    };
    let mut columns = fixed(FUNCTION);
    columns.extend(fixed(JUDGEMENT));
    let parts: [(&str, &str, Part); 3] = [
        ("evidence", "from −100 (traditional outsourcing) to 100 (BPO), as far as it is known", |reason| {
            reason.evidence.value
        }),
        ("low", "the least that it may be once everything is known", |reason| reason.evidence.low),
        ("high", "the greatest that it may be once everything is known", |reason| reason.evidence.high),
    ];
    for (position, (_, criterion, _)) in rulebook.directional().enumerate() {
        columns.extend(parts.map(|(part, meaning, value)| Column {
            name: format!("{}_{part}", criterion.id),
            kind: Kind::Whole,
            meaning: format!("The evidence of `{}`: {meaning}.", criterion.name),
            of: Of::Evidence(position, value),
        }));
    }
    columns.extend(fixed(REASONS));
    columns
}

/// A figure of a criterion.
type Part = fn(&Reason) -> i8;

type Fixed = (&'static str, Kind, &'static str, fn(&Row<'_>) -> Value<'static>);

/// What the inventory says of the function.
const FUNCTION: &[Fixed] = &[
    ("sheet", Kind::Text, "The sheet or file that it stands in, where there are several.", |row| {
        text(row.report.table().sheet_of(row.explanation.row0).unwrap_or_default())
    }),
    ("row", Kind::Whole, "Its row there, counted from 1 as spreadsheets do.", |row| {
        Value::Whole(i64::from(row.report.table().row_in_sheet(row.explanation.row0)))
    }),
    ("id", Kind::Text, "Its id.", |row| text(&row.explanation.id)),
    ("name", Kind::Text, "Its name.", |row| text(&row.explanation.name)),
    ("department", Kind::Text, "Its department.", |row| text(&row.explanation.department)),
    ("location", Kind::Text, "Its location.", |row| said(row, row.report.judged.rulebook.roles.location)),
    ("country", Kind::Text, "The country or countries where the work is done.", |row| {
        said(row, row.report.judged.rulebook.attribute_named("country"))
    }),
    ("annual_cost", Kind::Number, "What it costs a year.", |row| {
        row.report.judged.cost(row.function).map_or(Value::Nothing, |cost| Value::Number(cost.amount))
    }),
    (
        "currency",
        Kind::Text,
        "The currency of `annual_cost`: ISO 4217 where it could be told, else the sign as it stood.",
        |row| row.report.judged.cost(row.function).map_or(Value::Nothing, |cost| text(&cost.currency)),
    ),
    ("fte", Kind::Number, "How many people do it, in full-time equivalents.", |row| {
        number(people(row.report.judged.rulebook, row.report.judged.inventory, row.function))
    }),
    (
        "current_sourcing",
        Kind::Text,
        "Who does the work today: `in-house`, `external`, `partly` or `unknown`.",
        |row| text(row.explanation.sourcing.name()),
    ),
];

/// What was judged.
const JUDGEMENT: &[Fixed] = &[
    ("verdict", Kind::Text, "`bpo`, `traditional-outsourcing`, `split` or `insufficient-evidence`.", |row| {
        text(row.explanation.assessment.verdict.id())
    }),
    (
        "standing",
        Kind::Text,
        "`settled` where nothing that is missing could turn the verdict, `provisional` where it could, `open` where evidence is \
         insufficient.",
        |row| text(row.explanation.assessment.standing.name()),
    ),
    ("strength", Kind::Text, "`clear`, `contested` or `thin`; nothing for a split and insufficient evidence.", |row| {
        text(row.explanation.assessment.strength.map_or("", Strength::name))
    }),
    ("split", Kind::Text, "Of a split `neutral`, where nothing pulls, or `balanced`.", |row| {
        text(row.explanation.assessment.split.map_or("", Balance::name))
    }),
    ("firm", Kind::Truth, "Whether the verdict is settled, and nobody need look at it again.", |row| {
        Value::Truth(row.explanation.is_firm)
    }),
    ("score", Kind::Number, "From −100 (traditional outsourcing) to 100 (BPO).", |row| {
        Value::Number(row.explanation.assessment.score.points())
    }),
    ("score_low", Kind::Number, "The least that the score may be once everything is known.", |row| {
        Value::Number(row.explanation.assessment.low.points())
    }),
    ("score_high", Kind::Number, "The greatest that the score may be once everything is known.", |row| {
        Value::Number(row.explanation.assessment.high.points())
    }),
    ("score_rounded", Kind::Whole, "The score in whole points, halves away from 0.", |row| {
        Value::Whole(row.explanation.assessment.score.points().round() as i64)
    }),
    ("coverage", Kind::Number, "The share of the possible evidence that is known, 0 to 1.", |row| {
        Value::Number(row.explanation.assessment.coverage)
    }),
    (
        "robustness",
        Kind::Number,
        "The share of all weightings that keep the verdict by what is known, 0 to 1; nothing for a split and insufficient \
         evidence.",
        |row| number(row.explanation.assessment.robustness),
    ),
    (
        "robustness_low",
        Kind::Number,
        "The share that keeps it whatever the missing answers are, 0 to 1; likewise.",
        |row| number(row.explanation.assessment.robustness_low),
    ),
    (
        "holds_over_group",
        Kind::Truth,
        "Whether the verdict is the same for every weighting between the least and the greatest weights of a group; nothing \
         where `weight_range` of the rulebook has none, and where there is no direction.",
        |row| row.explanation.assessment.holds_over_group.map_or(Value::Nothing, Value::Truth),
    ),
    ("flip", Kind::Number, "The least relative error of all weights that turns the score to 0; likewise.", |row| {
        number(row.explanation.assessment.flip)
    }),
    (
        "margin",
        Kind::Whole,
        "The least number of steps of readings that turn the verdict: 1, 2 or 3, and 4 for more than 3; nothing where evidence \
         is insufficient.",
        |row| match row.explanation.assessment.margin {
            Some(Margin::Steps(steps)) => Value::Whole(i64::from(steps)),
            Some(Margin::More) => Value::Whole(4),
            None => Value::Nothing,
        },
    ),
    ("borderline", Kind::Truth, "Whether the score that decided lies within the rulebook's distance of 0.", |row| {
        Value::Truth(row.explanation.assessment.borderline)
    }),
    ("review", Kind::Text, "Why a person should look at it again, parted by `;`; nothing where nobody need.", |row| {
        list(row.explanation.review().into_iter().map(Review::name), ";")
    }),
    ("hold", Kind::Text, "The id of the constraint that puts it on hold.", |row| {
        text(row.explanation.hold.map_or("", |constraint| &constraint.id))
    }),
];

/// Why, what is missing, and what people decided.
const REASONS: &[Fixed] = &[
    (
        "missing",
        Kind::Text,
        "The ids of the attributes that are missing, or on which raters disagree, and could still move the score, parted by `,`.",
        |row| {
            let rulebook = row.report.judged.rulebook;
            list(row.explanation.missing.iter().map(|id| rulebook.attribute(*id).id.as_str()), ",")
        },
    ),
    ("benefits", Kind::Text, "The ids of the benefits that were raised, parted by `;`.", |row| {
        findings(row, FindingKind::Benefit)
    }),
    ("risks", Kind::Text, "The ids of the risks that were raised, parted by `;`.", |row| {
        findings(row, FindingKind::Risk)
    }),
    ("contract_terms", Kind::Text, "The ids of the contract terms that were raised, parted by `;`.", |row| {
        findings(row, FindingKind::ContractTerm)
    }),
    ("reasons", Kind::Text, "Why, a sentence for each criterion, parted by ` / `.", |row| {
        let sentences: Vec<String> = row.explanation.criteria.iter().map(Reason::sentence).collect();
        list(sentences.iter().map(String::as_str), " / ")
    }),
    (
        "decision",
        Kind::Text,
        "What people decided: `agree`, `BPO`, `traditional outsourcing`, `retain`, `defer`, or whatever else was written.",
        |row| text(row.decision.and_then(|decision| decision.choice.as_ref()).map_or("", Choice::name)),
    ),
    ("decided_by", Kind::Text, "Who decided.", |row| text(row.decision.map_or("", |decision| &decision.by))),
    ("decision_note", Kind::Text, "Their note.", |row| text(row.decision.map_or("", |decision| &decision.note))),
    (
        "decision_check",
        Kind::Text,
        "Why the decision should be looked at again, such as evidence that has changed.",
        |row| text(row.decision.map_or("", |decision| &decision.check)),
    ),
    ("run_date", Kind::Text, "The date of the run, ISO 8601.", |row| text(&row.report.summary.day.to_string())),
    ("rulebook_sha256", Kind::Text, "SHA-256 of the rulebook's text, in hexadecimal.", |row| {
        text(row.report.judged.rulebook.sha256())
    }),
];

fn text(text: &str) -> Value<'static> {
    if text.is_empty() { Value::Nothing } else { Value::Text(Cow::Owned(text.to_owned())) }
}

fn number(number: Option<f64>) -> Value<'static> {
    number.map_or(Value::Nothing, Value::Number)
}

fn list<'t>(items: impl Iterator<Item = &'t str>, between: &str) -> Value<'static> {
    text(&items.collect::<Vec<_>>().join(between))
}

fn said(row: &Row<'_>, attribute: Option<AttributeId>) -> Value<'static> {
    text(&row.report.judged.inventory.role(attribute, row.function))
}

fn findings(row: &Row<'_>, kind: FindingKind) -> Value<'static> {
    let raised = row.explanation.findings.iter().filter(|raised| raised.finding.kind == kind);
    list(raised.map(|raised| raised.finding.id.as_str()), ";")
}
