//! The columns that are added to the right of the original table: all that there is to each, in one row.
//!
//! A new column is a new kind and its row here. Where its cells stand, and how they are drawn, is left to others.

use std::borrow::Cow;

use super::kinds::Kind;
use crate::assessment::formula::{self, Expression, Firm, Variable};
use crate::assessment::{Evidence, Margin, Review};
use crate::own_files::{Choice, Decision as MadeDecision};
use crate::report::model::FunctionLine;
use crate::report::view::dashboard::Dashboard;
use crate::report::view::explanation::{margin_in_words, reasons_in_words};
use crate::report::view::live::Recount;
use crate::report::view::report::Report;
use crate::report::words::figures::lower_first;
use crate::report::words::messages::Messages;
use crate::sheets::{CHECK, DECIDED_BY, DECISION, EVIDENCE, NOTE, SCORE, VERDICT};

/// All that there is to an added column.
pub(crate) struct Definition<'s> {
    header: Header<'s>,
    /// In characters.
    pub(super) width: f64,
    /// What it means, for the reader of the workbook.
    pub(super) meaning: &'s str,
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

pub(super) enum Header<'s> {
    One(&'s str),
    /// A column for each criterion with a direction, with its name behind this.
    OfEachCriterion(&'s str),
    /// The main currency stands behind this.
    WithCurrency(&'s str),
}

/// In which workbooks a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Always,
    /// Where the rules have constraints.
    WithConstraints,
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

    /// How many steps of readings turn the verdict, or that it is more than are tried.
    fn margin(&self) -> Content<'f> {
        match self.line.margin {
            None => Content::NOTHING,
            Some(Margin::Steps(steps)) => Content::Number(steps.into()),
            Some(Margin::More) => Content::Words(margin_in_words(self.report.say(), Margin::More).into()),
        }
    }

    /// The number of the function's group, from 1.
    fn group(&self) -> Option<u8> {
        let groups = self.dashboard.groups.as_ref()?;
        groups.of_functions[self.function].map(|group| group + 1)
    }
}

/// A column beside the table.
pub(crate) struct Column<'s> {
    pub(super) kind: Kind,
    /// Which criterion it is about, by its position among those with a direction; 0 where it is about all.
    pub(super) criterion: usize,
    pub(super) header: String,
    pub(super) definition: Definition<'s>,
}

impl Column<'_> {
    /// Whether it only serves the formulas, and is folded away.
    pub(super) fn is_folded(&self) -> bool {
        self.definition.presence.is_for_formulas()
    }
}

/// The columns of a report, from left to right.
pub(crate) fn of<'r>(report: &'r Report) -> Vec<Column<'r>> {
    let criteria: Vec<String> = report.weighable().map(|criterion| lower_first(criterion.name)).collect();
    let is_present = |presence| match presence {
        Presence::Always => true,
        Presence::WithConstraints => report.has_constraints(),
        Presence::WithEarlierRun => report.summary.since.is_some(),
        Presence::ForFormulas => report.is_live(),
        Presence::ForFormulasWithMoney => report.is_live() && report.main_currency().is_some(),
    };
    let mut columns = Vec::new();
    for &kind in Kind::ALL {
        let define = || of_kind(report.say(), kind, report.is_live());
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
pub(crate) fn meanings(say: &Messages, is_live: bool) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
    let defined = Kind::ALL.iter().map(move |kind| of_kind(say, *kind, is_live));
    defined.filter(move |defined| is_live || !defined.presence.is_for_formulas()).map(|defined| {
        let header = match defined.header {
            Header::One(header) | Header::WithCurrency(header) => header.into(),
            Header::OfEachCriterion(what) => format!("{what}: …").into(),
        };
        (header, defined.meaning)
    })
}

/// A column that only formulas need: a whole number unless it is told otherwise.
fn folded<'s>(header: Header<'s>, meaning: &'s str, formula: Option<Follows>) -> Definition<'s> {
    Definition {
        header,
        width: 16.0,
        meaning,
        presence: Presence::ForFormulas,
        look: Look::Whole,
        value: |_, _| Content::NOTHING,
        formula,
        edited: Edited::Lost,
    }
}

/// The row of a kind.
fn of_kind(say: &Messages, kind: Kind, is_live: bool) -> Definition<'_> {
    match kind {
        Kind::Verdict => Definition {
            header: Header::One(VERDICT),
            width: 23.0,
            meaning: say.column_verdict(),
            presence: Presence::Always,
            look: Look::Verdict,
            value: |of, _| Content::words(of.line.verdict.name()),
            formula: Some(|_| formula::verdict()),
            edited: Edited::Lost,
        },
        Kind::Standing => Definition {
            header: Header::One(say.column_standing_heading()),
            width: 12.0,
            meaning: say.column_standing(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.standing.name()),
            formula: Some(|_| formula::standing()),
            edited: Edited::Lost,
        },
        Kind::Score => Definition {
            header: Header::One(SCORE),
            width: 14.0,
            meaning: say.column_score(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.score),
            formula: Some(|_| formula::mean(Variable::Weighted)),
            edited: Edited::Lost,
        },
        Kind::Lowest => Definition {
            header: Header::One(say.column_lowest_heading()),
            width: 11.0,
            meaning: say.column_lowest(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.low),
            formula: Some(|_| formula::mean(Variable::WeightedLeast)),
            edited: Edited::Lost,
        },
        Kind::Highest => Definition {
            header: Header::One(say.column_highest_heading()),
            width: 11.0,
            meaning: say.column_highest(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.high),
            formula: Some(|_| formula::mean(Variable::WeightedMost)),
            edited: Edited::Lost,
        },
        Kind::Coverage => Definition {
            header: Header::One(say.column_coverage_heading()),
            width: 12.0,
            meaning: say.column_coverage(),
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::Number(of.line.coverage),
            formula: Some(|_| formula::coverage()),
            edited: Edited::Lost,
        },
        Kind::Robustness => Definition {
            header: Header::One(say.column_robustness_heading()),
            width: 14.5,
            meaning: if is_live { say.column_robustness_live() } else { say.column_robustness() },
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness),
            formula: Some(|_| formula::of_the_run(Variable::Robustness)),
            edited: Edited::Lost,
        },
        Kind::RobustnessLow => Definition {
            header: Header::One(say.column_robustness_low_heading()),
            width: 14.5,
            meaning: say.column_robustness_low(),
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness_low),
            formula: Some(|_| formula::of_the_run(Variable::RobustnessLow)),
            edited: Edited::Lost,
        },
        Kind::Margin => Definition {
            header: Header::One(say.column_margin_heading()),
            width: 9.0,
            meaning: say.column_margin(),
            presence: Presence::Always,
            look: Look::Whole,
            value: |of, _| of.margin(),
            formula: Some(|_| formula::of_the_run(Variable::Margin)),
            edited: Edited::Lost,
        },
        Kind::Strength => Definition {
            header: Header::One(say.column_strength_heading()),
            width: 11.0,
            meaning: say.column_strength(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.strength),
            formula: Some(|unknown| formula::strength(unknown.len())),
            edited: Edited::Lost,
        },
        Kind::Flag => Definition {
            header: Header::One(say.column_flag_heading()),
            width: 7.0,
            meaning: say.column_flag(),
            presence: Presence::Always,
            look: Look::Flag,
            value: |of, _| Content::Number(of.line.review.len().min(2) as f64),
            formula: Some(|_| formula::flag()),
            edited: Edited::Lost,
        },
        Kind::Review => Definition {
            header: Header::One(say.column_review_heading()),
            width: 18.0,
            meaning: say.column_review(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Words(reasons_in_words(&of.line.review).into()),
            formula: Some(|_| formula::review()),
            edited: Edited::Lost,
        },
        Kind::Firm => Definition {
            header: Header::One(say.column_firm_heading()),
            width: 9.0,
            meaning: say.column_firm(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(if of.line.is_firm { Firm::Yes.name() } else { Firm::No.name() }),
            formula: Some(|_| formula::firm()),
            edited: Edited::Lost,
        },
        Kind::Hold => Definition {
            header: Header::One(say.column_hold_heading()),
            width: 24.0,
            meaning: say.column_hold(),
            presence: Presence::WithConstraints,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.hold),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Decision => Definition {
            header: Header::One(DECISION),
            width: 24.0,
            meaning: say.column_decision(),
            presence: Presence::Always,
            look: Look::ToCheck,
            value: |of, _| Content::words(of.decided(|decision| decision.choice.as_ref().map_or("", Choice::name))),
            formula: None,
            edited: Edited::TakenOverAsChoice,
        },
        Kind::DecidedBy => Definition {
            header: Header::One(DECIDED_BY),
            width: 18.0,
            meaning: say.column_decided_by(),
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::words(of.decided(|decision| &decision.by)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Note => Definition {
            header: Header::One(NOTE),
            width: 36.0,
            meaning: say.column_note(),
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.note)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Check => Definition {
            header: Header::One(CHECK),
            width: 36.0,
            meaning: say.column_check(),
            presence: Presence::WithEarlierRun,
            look: Look::ToCheck,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.check)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Evidence => Definition {
            header: Header::OfEachCriterion(EVIDENCE),
            width: 20.0,
            meaning: if is_live { say.column_evidence_live() } else { say.column_evidence() },
            presence: Presence::Always,
            look: Look::Points,
            value: |of, criterion| Content::number(of.line.evidence.get(criterion).copied().flatten().map(f64::from)),
            formula: None,
            edited: if is_live { Edited::JudgesAgain } else { Edited::Lost },
        },
        Kind::Least => Definition {
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.low.into())),
            ..folded(Header::OfEachCriterion(say.column_least_heading()), say.column_least(), None)
        },
        Kind::Most => Definition {
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.high.into())),
            ..folded(Header::OfEachCriterion(say.column_most_heading()), say.column_most(), None)
        },
        Kind::Torn => Definition {
            value: |of, criterion| of.weighed(criterion, |evidence| Some(u8::from(evidence.conflict).into())),
            ..folded(Header::OfEachCriterion(say.column_torn_heading()), say.column_torn(), None)
        },
        Kind::AsJudged => Definition {
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| evidence.known().map(f64::from)),
            ..folded(Header::OfEachCriterion(say.column_as_judged_heading()), say.column_as_judged(), None)
        },
        Kind::Weighted => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.weighted as f64)),
            ..folded(
                Header::One(say.column_weighted_heading()),
                say.column_weighted(),
                Some(|unknown| formula::weighted_evidence(unknown.len())),
            )
        },
        Kind::WeightedLeast => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.lowest as f64)),
            ..folded(
                Header::One(say.column_weighted_least_heading()),
                say.column_weighted_least(),
                Some(formula::weighted_least),
            )
        },
        Kind::WeightedMost => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.highest as f64)),
            ..folded(
                Header::One(say.column_weighted_most_heading()),
                say.column_weighted_most(),
                Some(formula::weighted_most),
            )
        },
        Kind::Unchanged => Definition {
            value: |of, _| of.recounted(|_| Some(f64::from(u8::from(true)))),
            ..folded(
                Header::One(say.column_unchanged_heading()),
                say.column_unchanged(),
                Some(|unknown| formula::unchanged(unknown.len())),
            )
        },
        Kind::RobustnessOfRun => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness),
            ..folded(Header::One(say.column_robustness_of_run_heading()), say.column_robustness_of_run(), None)
        },
        Kind::RobustnessLowOfRun => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness_low),
            ..folded(Header::One(say.column_robustness_low_of_run_heading()), say.column_robustness_low_of_run(), None)
        },
        Kind::MarginOfRun => Definition {
            value: |of, _| of.margin(),
            ..folded(Header::One(say.column_margin_of_run_heading()), say.column_margin_of_run(), None)
        },
        Kind::FragileOfRun => Definition {
            value: |of, _| of.recounted(|_| Some(f64::from(u8::from(of.line.is_fragile)))),
            ..folded(Header::One(say.column_fragile_of_run_heading()), say.column_fragile_of_run(), None)
        },
        Kind::OneReadingOfRun => Definition {
            value: |of, _| of.recounted(|_| Some(f64::from(u8::from(of.line.review.contains(&Review::OneReading))))),
            ..folded(Header::One(say.column_one_reading_of_run_heading()), say.column_one_reading_of_run(), None)
        },
        Kind::Place => Definition {
            value: |of, _| Content::Number(of.dashboard.places[of.function].into()),
            ..folded(Header::One(say.column_place_heading()), say.column_place(), None)
        },
        Kind::Group => Definition {
            value: |of, _| Content::number(of.group().map(f64::from)),
            ..folded(Header::One(say.column_group_heading()), say.column_group(), None)
        },
        Kind::Cost => Definition {
            header: Header::WithCurrency(say.column_cost_heading()),
            width: 18.0,
            meaning: say.column_cost(),
            presence: Presence::ForFormulasWithMoney,
            look: Look::Whole,
            value: |of, _| Content::number(of.report.main_cost(of.function)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Reasons => Definition {
            header: Header::One(say.column_reasons_heading()),
            width: 96.0,
            meaning: say.column_reasons(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.reasons),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Missing => Definition {
            header: Header::One(say.column_missing_heading()),
            width: 32.0,
            meaning: say.column_missing(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.missing),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Benefits => Definition {
            header: Header::One(say.column_benefits_heading()),
            width: 72.0,
            meaning: say.column_benefits(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.benefits),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Risks => Definition {
            header: Header::One(say.column_risks_heading()),
            width: 72.0,
            meaning: say.column_risks(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.risks),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::ContractTerms => Definition {
            header: Header::One(say.column_contract_terms_heading()),
            width: 72.0,
            meaning: say.column_contract_terms(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::Paragraph(&of.line.contract_terms),
            formula: None,
            edited: Edited::Lost,
        },
    }
}
