//! The columns that are added to the right of the original table: all that there is to each, in one row.
//!
//! A new column is a new kind and its row here. Where its cells stand, and how they are drawn, is left to others.

use std::borrow::Cow;

use super::kinds::Kind;
use crate::assessment::formula::{self, Expression, Variable};
use crate::assessment::{Evidence, Strength};
use crate::own_files::{Choice, Decision as MadeDecision};
use crate::report::model::FunctionLine;
use crate::report::view::dashboard::Dashboard;
use crate::report::view::live::Recount;
use crate::report::view::report::Report;
use crate::report::words::figures::lower_first;
use crate::sheets::{CHECK, DECIDED_BY, DECISION, EVIDENCE, NOTE, SCORE, VERDICT};

/// All that there is to an added column.
pub(crate) struct Definition {
    header: Header,
    /// In characters.
    pub(super) width: f64,
    /// What it means, for the reader of the workbook.
    meaning: &'static str,
    presence: Presence,
    pub(super) look: Look,
    /// What its cell says of a function, given the criterion where it is about one.
    value: for<'f> fn(&'f OfFunction<'f>, usize) -> Content<'f>,
    /// What the cell follows in a workbook with formulas; none where it follows nothing.
    pub(super) formula: Option<Follows>,
    pub(super) edited: Edited,
}

/// An expression, given the bounds of each criterion where nothing is known of it.
pub(super) type Follows = fn(&[(i8, i8)]) -> Expression;

pub(super) enum Header {
    One(&'static str),
    /// A column for each criterion with a direction, with its name behind this.
    OfEachCriterion(&'static str),
    /// The main currency stands behind this.
    WithCurrency(&'static str),
}

/// In which workbooks a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Always,
    /// Where the run knows of an earlier one.
    WithEarlierRun,
    /// Where there are formulas, which alone it serves; folded away.
    ForFormulas,
    /// The same, where there is money to be added up.
    ForFormulasWithMoney,
}

impl Presence {
    fn is_for_formulas(self) -> bool {
        matches!(self, Presence::ForFormulas | Presence::ForFormulasWithMoney)
    }
}

/// How the cells of a column are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// In the colours of the verdict.
    Verdict,
    Prose,
    Points,
    Percent,
    Whole,
    Flag,
    /// As a cell to be filled in.
    FilledIn,
    /// The same, with an alert where the decision is to be checked.
    ToCheck,
}

/// What happens when somebody edits a cell of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edited {
    /// Nothing else changes, and a later run writes it anew.
    Lost,
    /// The judgement of the row follows, in this workbook; evidence is what it takes.
    JudgesAgain,
    /// A later run takes it over.
    TakenOver,
    /// The same; one of the decisions that are offered is what it takes.
    TakenOverAsChoice,
}

/// What a cell says.
pub(super) enum Content<'c> {
    Number(f64),
    /// A text of one line, whatever stands in it.
    Words(Cow<'c, str>),
    /// A text that makes its row as high as it needs.
    Paragraph(&'c str),
}

impl<'c> Content<'c> {
    const NOTHING: Content<'static> = Content::Words(Cow::Borrowed(""));

    fn words(text: &'c str) -> Self {
        Content::Words(Cow::Borrowed(text))
    }

    fn number(number: Option<f64>) -> Self {
        number.map_or(Content::NOTHING, Content::Number)
    }
}

/// What is judged of one function, as its cells say it.
pub(super) struct OfFunction<'f> {
    pub(super) report: &'f Report<'f>,
    pub(super) dashboard: &'f Dashboard,
    pub(super) function: usize,
    pub(super) line: &'f FunctionLine<'f>,
    /// What the formulas are made of, where there are any.
    pub(super) recount: Option<&'f Recount>,
}

impl<'f> OfFunction<'f> {
    /// What the cell of a column says.
    pub(super) fn content(&'f self, column: &Column) -> Content<'f> {
        (column.definition.value)(self, column.criterion)
    }

    fn decided(&self, text: fn(&MadeDecision) -> &str) -> &'f str {
        self.line.decision.map_or("", text)
    }

    /// A figure that only the formulas need.
    fn recounted(&self, figure: impl FnOnce(&Recount) -> Option<f64>) -> Content<'f> {
        Content::number(self.recount.and_then(figure))
    }

    /// The same of the criterion.
    fn weighed(&self, criterion: usize, figure: impl FnOnce(&Evidence) -> Option<f64>) -> Content<'f> {
        self.recounted(|recount| figure(&recount.evidence[criterion]))
    }

    /// The number of the function's group, from 1.
    fn group(&self) -> Option<u8> {
        let groups = self.dashboard.groups.as_ref()?;
        groups.of_functions[self.function].map(|group| group + 1)
    }
}

/// A column beside the table.
pub(crate) struct Column {
    pub(super) kind: Kind,
    /// Which criterion it is about, by its position among those with a direction; 0 where it is about all.
    pub(super) criterion: usize,
    pub(super) header: String,
    pub(super) definition: Definition,
}

impl Column {
    /// Whether it only serves the formulas, and is folded away.
    pub(super) fn is_folded(&self) -> bool {
        self.definition.presence.is_for_formulas()
    }
}

/// The columns of a report, from left to right.
pub(crate) fn of(report: &Report) -> Vec<Column> {
    let criteria: Vec<String> = report.weighable().map(|criterion| lower_first(criterion.name)).collect();
    let is_present = |presence| match presence {
        Presence::Always => true,
        Presence::WithEarlierRun => report.summary.since.is_some(),
        Presence::ForFormulas => report.is_live(),
        Presence::ForFormulasWithMoney => report.is_live() && report.main_currency().is_some(),
    };
    let mut columns = Vec::new();
    for &kind in Kind::ALL {
        let define = || of_kind(kind, report.is_live());
        let column = |(criterion, header)| Column { kind, criterion, header, definition: define() };
        match define() {
            Definition { presence, .. } if !is_present(presence) => {}
            Definition { header: Header::One(header), .. } => columns.push(column((0, header.to_owned()))),
            Definition { header: Header::WithCurrency(header), .. } => {
                let header = format!("{header} {}", report.main_currency_code());
                columns.push(column((0, header.trim_end().to_owned())));
            }
            Definition { header: Header::OfEachCriterion(what), .. } => {
                columns.extend(criteria.iter().map(|name| format!("{what}: {name}")).enumerate().map(column));
            }
        }
    }
    columns
}

/// What each column means, for the reader of the workbook.
pub(crate) fn meanings(is_live: bool) -> impl Iterator<Item = (Cow<'static, str>, &'static str)> {
    let defined = Kind::ALL.iter().map(move |kind| of_kind(*kind, is_live));
    defined.filter(move |defined| is_live || !defined.presence.is_for_formulas()).map(|defined| {
        let header = match defined.header {
            Header::One(header) | Header::WithCurrency(header) => header.into(),
            Header::OfEachCriterion(what) => format!("{what}: …").into(),
        };
        (header, defined.meaning)
    })
}

const PLAIN_EVIDENCE: &str = "What one criterion says, \u{2212}100 (traditional outsourcing) to +100 (BPO), with a bar to the left or to the right; empty where nothing is known of it.";
const LIVE_EVIDENCE: &str = "What one criterion says, \u{2212}100 (traditional outsourcing) to +100 (BPO), with a bar to the left or to the right; empty where nothing is known of it. It can be typed over, and the verdict follows.";
const LIVE_ROBUSTNESS: &str = "The share of all possible weightings of the criteria that keep the verdict: it depends on the evidence and not on the weights. It is blank where evidence was typed over, and where other criteria have a weight than in the run.";

/// The row of a kind.
fn of_kind(kind: Kind, is_live: bool) -> Definition {
    match kind {
        Kind::Verdict => Definition {
            header: Header::One(VERDICT),
            width: 23.0,
            meaning: "What the evidence points to; a row that was left out says why.",
            presence: Presence::Always,
            look: Look::Verdict,
            value: |of, _| Content::words(of.line.verdict.name()),
            formula: Some(|_| formula::verdict()),
            edited: Edited::Lost,
        },
        Kind::Score => Definition {
            header: Header::One(SCORE),
            width: 14.0,
            meaning: "The weighted mean of the evidence, \u{2212}100 (traditional outsourcing) to +100 (BPO).",
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.score),
            formula: Some(|_| formula::mean(Variable::Weighted)),
            edited: Edited::Lost,
        },
        Kind::Lowest => Definition {
            header: Header::One("Lowest"),
            width: 11.0,
            meaning: "The least that the score may be once everything is known.",
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.low),
            formula: Some(|_| formula::mean(Variable::WeightedLeast)),
            edited: Edited::Lost,
        },
        Kind::Highest => Definition {
            header: Header::One("Highest"),
            width: 11.0,
            meaning: "The greatest that the score may be once everything is known.",
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.high),
            formula: Some(|_| formula::mean(Variable::WeightedMost)),
            edited: Edited::Lost,
        },
        Kind::Coverage => Definition {
            header: Header::One("Coverage"),
            width: 12.0,
            meaning: "The share of the possible evidence that is known.",
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::Number(of.line.coverage),
            formula: Some(|_| formula::coverage()),
            edited: Edited::Lost,
        },
        Kind::Robustness => Definition {
            header: Header::One("Robustness"),
            width: 14.5,
            meaning: if is_live {
                LIVE_ROBUSTNESS
            } else {
                "The share of all possible weightings of the criteria that keep the verdict."
            },
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness),
            formula: Some(|unknown| formula::robustness(unknown.len())),
            edited: Edited::Lost,
        },
        Kind::Strength => Definition {
            header: Header::One("Strength"),
            width: 11.0,
            meaning: "Clear: no criterion points the other way and none is torn. Contested: one does or is.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.strength.map_or("", Strength::name)),
            formula: Some(|unknown| formula::strength(unknown.len())),
            edited: Edited::Lost,
        },
        Kind::Flag => Definition {
            header: Header::One("Flag"),
            width: 7.0,
            meaning: "A flag where a person should look at the function again, and a red one where there are two reasons to.",
            presence: Presence::Always,
            look: Look::Flag,
            value: |of, _| Content::Number(of.line.review.len().min(2) as f64),
            formula: Some(|_| formula::flag()),
            edited: Edited::Lost,
        },
        Kind::Review => Definition {
            header: Header::One("Review"),
            width: 18.0,
            meaning: "Why a person should look at the function again; empty where nobody need.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Words(of.line.review.join(", ").into()),
            formula: Some(|_| formula::review()),
            edited: Edited::Lost,
        },
        Kind::Decision => Definition {
            header: Header::One(DECISION),
            width: 24.0,
            meaning: "Yours to fill in: what was decided. It never changes the verdict.",
            presence: Presence::Always,
            look: Look::ToCheck,
            value: |of, _| Content::words(of.decided(|decision| decision.choice.as_ref().map_or("", Choice::name))),
            formula: None,
            edited: Edited::TakenOverAsChoice,
        },
        Kind::DecidedBy => Definition {
            header: Header::One(DECIDED_BY),
            width: 18.0,
            meaning: "Yours to fill in: who decided.",
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::words(of.decided(|decision| &decision.by)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Note => Definition {
            header: Header::One(NOTE),
            width: 36.0,
            meaning: "Yours to fill in. All three are carried over by a later run with --previous.",
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.note)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Check => Definition {
            header: Header::One(CHECK),
            width: 36.0,
            meaning: "Only with --previous: why a decision should be looked at again. Empty the cell once somebody has.",
            presence: Presence::WithEarlierRun,
            look: Look::ToCheck,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.check)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Evidence => Definition {
            header: Header::OfEachCriterion(EVIDENCE),
            width: 20.0,
            meaning: if is_live { LIVE_EVIDENCE } else { PLAIN_EVIDENCE },
            presence: Presence::Always,
            look: Look::Points,
            value: |of, criterion| Content::number(of.line.evidence.get(criterion).copied().flatten().map(f64::from)),
            formula: None,
            edited: if is_live { Edited::JudgesAgain } else { Edited::Lost },
        },
        Kind::Least => Definition {
            header: Header::OfEachCriterion("Least"),
            width: 16.0,
            meaning: "The least that the evidence of a criterion may be once everything is known; evidence that is typed over counts as known.",
            presence: Presence::ForFormulas,
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.low.into())),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Most => Definition {
            header: Header::OfEachCriterion("Most"),
            width: 16.0,
            meaning: "The greatest that it may be, likewise.",
            presence: Presence::ForFormulas,
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.high.into())),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Torn => Definition {
            header: Header::OfEachCriterion("Torn"),
            width: 16.0,
            meaning: "1 where both sides of a criterion pull at once, else 0.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(u8::from(evidence.conflict).into())),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::AsJudged => Definition {
            header: Header::OfEachCriterion("As judged"),
            width: 16.0,
            meaning: "The evidence of a criterion in the run: where the evidence differs from it, somebody has typed it over.",
            presence: Presence::ForFormulas,
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| evidence.known().map(f64::from)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Weighted => Definition {
            header: Header::One("Weighted evidence"),
            width: 16.0,
            meaning: "The sum of the evidence, each times its weight in thousandths.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, _| of.recounted(|recount| Some(recount.weighted as f64)),
            formula: Some(|unknown| formula::weighted_evidence(unknown.len())),
            edited: Edited::Lost,
        },
        Kind::WeightedLeast => Definition {
            header: Header::One("Weighted least"),
            width: 16.0,
            meaning: "The same of the least evidence.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, _| of.recounted(|recount| Some(recount.lowest as f64)),
            formula: Some(formula::weighted_least),
            edited: Edited::Lost,
        },
        Kind::WeightedMost => Definition {
            header: Header::One("Weighted most"),
            width: 16.0,
            meaning: "The same of the greatest evidence.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, _| of.recounted(|recount| Some(recount.highest as f64)),
            formula: Some(formula::weighted_most),
            edited: Edited::Lost,
        },
        Kind::ShareAbove => Definition {
            header: Header::One("Weightings above 0"),
            width: 16.0,
            meaning: "The share of all possible weightings that give a score above 0.",
            presence: Presence::ForFormulas,
            look: Look::Percent,
            value: |of, _| of.recounted(|recount| Some(recount.shares.0)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::ShareBelow => Definition {
            header: Header::One("Weightings below 0"),
            width: 16.0,
            meaning: "The share of all possible weightings that give a score below 0.",
            presence: Presence::ForFormulas,
            look: Look::Percent,
            value: |of, _| of.recounted(|recount| Some(recount.shares.1)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Place => Definition {
            header: Header::One("Place by cost"),
            width: 14.0,
            meaning: "The function's place when all are ordered by cost, then by people, then by row.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, _| Content::Number(of.dashboard.places[of.function].into()),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Group => Definition {
            header: Header::One("Group"),
            width: 10.0,
            meaning: "The number of the function's group in the chart on the summary; empty where it is not shown.",
            presence: Presence::ForFormulas,
            look: Look::Whole,
            value: |of, _| Content::number(of.group().map(f64::from)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Cost => Definition {
            header: Header::WithCurrency("Counted"),
            width: 18.0,
            meaning: "The annual cost that the summary adds up by verdict.",
            presence: Presence::ForFormulasWithMoney,
            look: Look::Whole,
            value: |of, _| Content::number(of.report.main_cost(of.function)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Reasons => Definition {
            header: Header::One("Reasons"),
            width: 96.0,
            meaning: "Why, a line for each criterion, with the cells that it rests on.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.reasons),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Missing => Definition {
            header: Header::One("Missing"),
            width: 32.0,
            meaning: "What is not known and could still move the score.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.missing),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Benefits => Definition {
            header: Header::One("Benefits"),
            width: 72.0,
            meaning: "The benefits that the evidence raises, with what raised them.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.benefits),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Risks => Definition {
            header: Header::One("Risks"),
            width: 72.0,
            meaning: "The risks that the evidence raises, with what raised them.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.risks),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::ContractTerms => Definition {
            header: Header::One("Contract terms"),
            width: 72.0,
            meaning: "What the contract should provide for, with what raised it.",
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.contract_terms),
            formula: None,
            edited: Edited::Lost,
        },
    }
}
