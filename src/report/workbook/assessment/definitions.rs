//! All that there is to each added column, in one row. A new column is a new kind and its row here.

use super::content::{Content, Definition, Edited, Header, Look, Presence, level_in_cell};
use super::formulas::Follows;
use super::kinds::Kind;
use crate::assessment::Review;
use crate::assessment::formula::{self, Firm, Variable};
use crate::report::words::messages::Messages;
use crate::sheets::{ANSWERED, AS_READ, CHECK, DECIDED_BY, DECISION, EVIDENCE, KEY, LEVEL, NOTE, SCORE, VERDICT};

/// The word for what holds or not.
fn yes_or_no(say: &Messages, holds: bool) -> &str {
    say.firm(if holds { Firm::Yes } else { Firm::No })
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
pub(super) fn of_kind(say: &Messages, kind: Kind, is_live: bool) -> Definition<'_> {
    match kind {
        Kind::Verdict => Definition {
            header: Header::One(say.name(VERDICT)),
            width: 23.0,
            meaning: say.column_verdict(),
            presence: Presence::Always,
            look: Look::Verdict,
            value: |of, _| Content::words(of.say().verdict(of.line.verdict)),
            formula: Some(Follows::Rule(|_, _| formula::verdict())),
            edited: Edited::Lost,
        },
        Kind::Standing => Definition {
            header: Header::One(say.column_standing_heading()),
            width: 12.0,
            meaning: say.column_standing(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(of.say().standing(of.line.standing)),
            formula: Some(Follows::Rule(|_, _| formula::standing())),
            edited: Edited::Lost,
        },
        Kind::Score => Definition {
            header: Header::One(say.name(SCORE)),
            width: 9.0,
            meaning: say.column_score(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.score),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::Weighted))),
            edited: Edited::Lost,
        },
        Kind::Lowest => Definition {
            header: Header::One(say.column_lowest_heading()),
            width: 11.0,
            meaning: say.column_lowest(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.low),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::WeightedLeast))),
            edited: Edited::Lost,
        },
        Kind::Highest => Definition {
            header: Header::One(say.column_highest_heading()),
            width: 11.0,
            meaning: say.column_highest(),
            presence: Presence::Always,
            look: Look::Points,
            value: |of, _| Content::Number(of.line.high),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::WeightedMost))),
            edited: Edited::Lost,
        },
        Kind::Coverage => Definition {
            header: Header::One(say.column_coverage_heading()),
            width: 12.0,
            meaning: say.column_coverage(),
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::Number(of.line.coverage),
            formula: Some(Follows::Rule(|_, _| formula::coverage())),
            edited: Edited::Lost,
        },
        Kind::Robustness => Definition {
            header: Header::One(say.column_robustness_heading()),
            width: 14.5,
            meaning: if is_live { say.column_robustness_live() } else { say.column_robustness() },
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::Robustness))),
            edited: Edited::Lost,
        },
        Kind::RobustnessLow => Definition {
            header: Header::One(say.column_robustness_low_heading()),
            width: 14.5,
            meaning: say.column_robustness_low(),
            presence: Presence::Always,
            look: Look::Percent,
            value: |of, _| Content::number(of.line.robustness_low),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::RobustnessLow))),
            edited: Edited::Lost,
        },
        Kind::OverGroup => Definition {
            header: Header::One(say.column_over_group_heading()),
            width: 12.0,
            meaning: say.column_over_group(),
            presence: Presence::WithWeightRanges,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.holds_over_group.map_or("", |holds| yes_or_no(of.say(), holds))),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Margin => Definition {
            header: Header::One(say.column_margin_heading()),
            width: 9.0,
            meaning: say.column_margin(),
            presence: Presence::Always,
            look: Look::Whole,
            value: |of, _| of.margin(),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::Margin))),
            edited: Edited::Lost,
        },
        Kind::Strength => Definition {
            header: Header::One(say.column_strength_heading()),
            width: 11.0,
            meaning: say.column_strength(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(of.line.strength),
            formula: Some(Follows::Rule(|deciding, _| formula::strength(deciding.poles.len()))),
            edited: Edited::Lost,
        },
        Kind::Flag => Definition {
            header: Header::One(say.column_flag_heading()),
            width: 6.0,
            meaning: say.column_flag(),
            presence: Presence::Always,
            look: Look::Flag,
            value: |of, _| Content::Number(of.line.review.len().min(2) as f64),
            formula: Some(Follows::Rule(|deciding, _| formula::flag(&deciding.disputed))),
            edited: Edited::Lost,
        },
        Kind::Review => Definition {
            header: Header::One(say.column_review_heading()),
            width: 44.0,
            meaning: say.column_review(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Words(of.say().reasons(&of.line.review).into()),
            formula: Some(Follows::Rule(|deciding, _| formula::review(&deciding.disputed))),
            edited: Edited::Lost,
        },
        Kind::Firm => Definition {
            header: Header::One(say.column_firm_heading()),
            width: 9.0,
            meaning: say.column_firm(),
            presence: Presence::Always,
            look: Look::Prose,
            value: |of, _| Content::words(yes_or_no(of.say(), of.line.is_firm)),
            formula: Some(Follows::Rule(|_, _| formula::firm())),
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
            header: Header::One(say.name(DECISION)),
            width: 20.0,
            meaning: say.column_decision(),
            presence: Presence::Always,
            look: Look::ToCheck,
            value: |of, _| Content::words(of.choice()),
            formula: None,
            edited: Edited::TakenOverAsChoice,
        },
        Kind::DecidedBy => Definition {
            header: Header::One(say.name(DECIDED_BY)),
            width: 14.0,
            meaning: say.column_decided_by(),
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::words(of.decided(|decision| &decision.by)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Note => Definition {
            header: Header::One(say.name(NOTE)),
            width: 36.0,
            meaning: say.column_note(),
            presence: Presence::Always,
            look: Look::FilledIn,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.note)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Check => Definition {
            header: Header::One(say.name(CHECK)),
            width: 36.0,
            meaning: say.column_check(),
            presence: Presence::WithEarlierRun,
            look: Look::ToCheck,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.check)),
            formula: None,
            edited: Edited::TakenOver,
        },
        Kind::Changed => Definition {
            header: Header::One(say.column_changed_heading()),
            width: 16.0,
            meaning: say.column_changed(),
            presence: Presence::WithFormulas,
            look: Look::Count,
            value: |_, _| Content::Number(0.0),
            formula: Some(Follows::Changes),
            edited: Edited::Lost,
        },
        Kind::Level => Definition {
            header: Header::OfEachAttribute(say.name(LEVEL)),
            width: 13.0,
            meaning: say.column_level(),
            presence: Presence::WithFormulas,
            look: Look::Input,
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), true),
            formula: None,
            edited: Edited::JudgesAgain,
        },
        Kind::Key => Definition {
            presence: Presence::Folded,
            value: |of, _| Content::Number(f64::from(of.report.row0(of.function)) + 1.0),
            ..folded(Header::One(say.name(KEY)), say.column_key(), None)
        },
        Kind::Figure => Definition {
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), false),
            ..folded(Header::OfEachAttribute(say.column_figure_heading()), say.column_figure(), Some(Follows::Level))
        },
        Kind::AsRead => Definition {
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), false),
            ..folded(Header::OfEachAttribute(say.name(AS_READ)), say.column_as_read(), None)
        },
        Kind::Assumed => Definition {
            value: |of, column| of.assumed(column),
            ..folded(Header::OfEachAssumption(say.column_assumed_heading()), say.column_assumed(), None)
        },
        Kind::InForce => Definition {
            value: |of, at| level_in_cell(of.say(), of.report.level(of.deciding.in_scenarios[at], of.function), false),
            ..folded(
                Header::OfEachAssumed(say.column_in_force_heading()),
                say.column_in_force(),
                Some(Follows::Scenario),
            )
        },
        Kind::Answered => Definition {
            look: Look::Line,
            value: |of, _| Content::Words(of.report.answered(&of.deciding.attributes, of.function).into()),
            ..folded(Header::One(say.name(ANSWERED.0)), say.column_answered(), None)
        },
        Kind::AsExported => Definition {
            value: |of, column| {
                Content::Original(of.report.table().cell(of.report.row0(of.function), of.deciding.columns0[column]))
            },
            ..folded(Header::OfEachColumn(say.column_as_exported_heading()), say.column_as_exported(), None)
        },
        Kind::LevelsChanged => Definition {
            value: |_, _| Content::Number(0.0),
            ..folded(
                Header::One(say.column_levels_changed_heading()),
                say.column_levels_changed(),
                Some(Follows::Rule(|deciding, _| formula::levels_changed(&deciding.attributes))),
            )
        },
        Kind::CellsChanged => Definition {
            value: |_, _| Content::Number(0.0),
            ..folded(
                Header::One(say.column_cells_changed_heading()),
                say.column_cells_changed(),
                Some(Follows::CellsChanged),
            )
        },
        Kind::Evidence => Definition {
            header: Header::OfEachCriterion(say.name(EVIDENCE)),
            width: 16.0,
            meaning: if is_live { say.column_evidence_live() } else { say.column_evidence() },
            presence: Presence::Always,
            look: Look::Points,
            value: |of, criterion| Content::number(of.line.evidence.get(criterion).copied().flatten().map(f64::from)),
            formula: Some(Follows::Rule(|deciding, i| {
                formula::known_evidence(i, deciding.poles[i], &deciding.disputed)
            })),
            edited: Edited::Lost,
        },
        Kind::Least => Definition {
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.low.into())),
            ..folded(
                Header::OfEachCriterion(say.column_least_heading()),
                say.column_least(),
                Some(Follows::Rule(|deciding, i| {
                    let [least, _] = formula::bounds(deciding.poles[i], &deciding.disputed);
                    least
                })),
            )
        },
        Kind::Most => Definition {
            look: Look::Points,
            value: |of, criterion| of.weighed(criterion, |evidence| Some(evidence.high.into())),
            ..folded(
                Header::OfEachCriterion(say.column_most_heading()),
                say.column_most(),
                Some(Follows::Rule(|deciding, i| {
                    let [_, most] = formula::bounds(deciding.poles[i], &deciding.disputed);
                    most
                })),
            )
        },
        Kind::Torn => Definition {
            value: |of, criterion| of.weighed(criterion, |evidence| Some(u8::from(evidence.conflict).into())),
            ..folded(
                Header::OfEachCriterion(say.column_torn_heading()),
                say.column_torn(),
                Some(Follows::Rule(|deciding, i| formula::torn(deciding.poles[i], &deciding.disputed))),
            )
        },
        Kind::Weighted => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.weighted as f64)),
            ..folded(
                Header::One(say.column_weighted_heading()),
                say.column_weighted(),
                Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Evidence))),
            )
        },
        Kind::WeightedLeast => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.lowest as f64)),
            ..folded(
                Header::One(say.column_weighted_least_heading()),
                say.column_weighted_least(),
                Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Least))),
            )
        },
        Kind::WeightedMost => Definition {
            value: |of, _| of.recounted(|recount| Some(recount.highest as f64)),
            ..folded(
                Header::One(say.column_weighted_most_heading()),
                say.column_weighted_most(),
                Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Most))),
            )
        },
        Kind::Unchanged => Definition {
            value: |of, _| of.recounted(|_| Some(f64::from(u8::from(true)))),
            ..folded(
                Header::One(say.column_unchanged_heading()),
                say.column_unchanged(),
                Some(Follows::Rule(|_, _| formula::unchanged())),
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
        Kind::Called => Definition {
            look: Look::Line,
            value: |of, _| Content::Words(of.report.called(of.function).into()),
            presence: Presence::ForFormulasWithSharedNames,
            ..folded(Header::One(say.column_called_heading()), say.column_called(), None)
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
            header: Header::One(say.column_cost_heading()),
            width: 18.0,
            meaning: say.column_cost(),
            presence: Presence::ForFormulasWithMoney,
            look: Look::Whole,
            value: |of, _| Content::number(of.report.listed_cost(of.function).map(|cost| cost.value)),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Reasons => Definition {
            header: Header::One(say.column_reasons_heading()),
            width: 96.0,
            meaning: say.column_reasons(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Paragraph(&of.line.reasons),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Missing => Definition {
            header: Header::One(say.column_missing_heading()),
            width: 32.0,
            meaning: say.column_missing(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Paragraph(&of.line.missing),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Benefits => Definition {
            header: Header::One(say.column_benefits_heading()),
            width: 72.0,
            meaning: say.column_benefits(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Paragraph(&of.line.benefits),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::Risks => Definition {
            header: Header::One(say.column_risks_heading()),
            width: 72.0,
            meaning: say.column_risks(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Paragraph(&of.line.risks),
            formula: None,
            edited: Edited::Lost,
        },
        Kind::ContractTerms => Definition {
            header: Header::One(say.column_contract_terms_heading()),
            width: 72.0,
            meaning: say.column_contract_terms(),
            presence: Presence::Always,
            look: Look::Line,
            value: |of, _| Content::Paragraph(&of.line.contract_terms),
            formula: None,
            edited: Edited::Lost,
        },
    }
}
