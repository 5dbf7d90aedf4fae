//! All that there is to each added column, in one row. A new column is a new kind and its row here.

use super::content::{Content, Definition, Edited, Header, Look, Presence, level_in_cell};
use super::formulas::Follows;
use super::kinds::Kind;
use crate::assessment::Review;
use crate::assessment::formula::{self, Firm, Variable};
use crate::report::view::explanation::strength_in_words;
use crate::report::words::messages::Messages;
use crate::rulebook::FindingKind;
use crate::sheets::{ANSWERED, AS_READ, CHECK, DECIDED_BY, DECISION, EVIDENCE, KEY, LEVEL, NOTE, SCORE, VERDICT};

/// The word for what holds or not.
fn yes_or_no(say: &Messages, holds: bool) -> &str {
    say.firm(if holds { Firm::Yes } else { Firm::No })
}

/// A column that every workbook shows, in one line and following nothing unless it is told otherwise.
fn shown<'s>(header: Header<'s>, width: f64, meaning: &'s str) -> Definition<'s> {
    Definition {
        header,
        width,
        meaning,
        presence: Presence::Always,
        look: Look::Line,
        value: |_, _| Content::NOTHING,
        formula: None,
        edited: Edited::Lost,
    }
}

/// A column that only formulas need: a whole number unless it is told otherwise.
fn folded<'s>(header: Header<'s>, meaning: &'s str) -> Definition<'s> {
    Definition { presence: Presence::ForFormulas, look: Look::Whole, ..shown(header, 16.0, meaning) }
}

/// The row of a kind.
pub(super) fn of_kind(say: &Messages, kind: Kind, is_live: bool) -> Definition<'_> {
    match kind {
        Kind::Verdict => Definition {
            look: Look::Verdict,
            value: |of, _| Content::words(of.say().verdict(of.assessment().verdict)),
            formula: Some(Follows::Rule(|_, _| formula::verdict())),
            ..shown(Header::One(say.name(VERDICT)), 23.0, say.column_verdict())
        },
        Kind::Standing => Definition {
            look: Look::Prose,
            value: |of, _| Content::words(of.say().standing(of.assessment().standing)),
            formula: Some(Follows::Rule(|_, _| formula::standing())),
            ..shown(Header::One(say.column_standing_heading()), 12.0, say.column_standing())
        },
        Kind::Score => Definition {
            look: Look::Points,
            value: |of, _| Content::Number(of.assessment().score.points()),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::Weighted))),
            ..shown(Header::One(say.name(SCORE)), 9.0, say.column_score())
        },
        Kind::Lowest => Definition {
            look: Look::Points,
            value: |of, _| Content::Number(of.assessment().low.points()),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::WeightedLeast))),
            ..shown(Header::One(say.column_lowest_heading()), 11.0, say.column_lowest())
        },
        Kind::Highest => Definition {
            look: Look::Points,
            value: |of, _| Content::Number(of.assessment().high.points()),
            formula: Some(Follows::Rule(|_, _| formula::mean(Variable::WeightedMost))),
            ..shown(Header::One(say.column_highest_heading()), 11.0, say.column_highest())
        },
        Kind::Coverage => Definition {
            look: Look::Percent,
            value: |of, _| Content::Number(of.assessment().coverage),
            formula: Some(Follows::Rule(|_, _| formula::coverage())),
            ..shown(Header::One(say.column_coverage_heading()), 12.0, say.column_coverage())
        },
        Kind::Robustness => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.assessment().robustness),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::Robustness))),
            ..shown(
                Header::One(say.column_robustness_heading()),
                14.5,
                if is_live { say.column_robustness_live() } else { say.column_robustness() },
            )
        },
        Kind::RobustnessLow => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.assessment().robustness_low),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::RobustnessLow))),
            ..shown(Header::One(say.column_robustness_low_heading()), 14.5, say.column_robustness_low())
        },
        Kind::OverGroup => Definition {
            presence: Presence::WithWeightRanges,
            look: Look::Prose,
            value: |of, _| {
                Content::words(of.assessment().holds_over_group.map_or("", |holds| yes_or_no(of.say(), holds)))
            },
            ..shown(Header::One(say.column_over_group_heading()), 12.0, say.column_over_group())
        },
        Kind::Margin => Definition {
            look: Look::Whole,
            value: |of, _| of.margin(),
            formula: Some(Follows::Rule(|_, _| formula::of_the_run(Variable::Margin))),
            ..shown(Header::One(say.column_margin_heading()), 9.0, say.column_margin())
        },
        Kind::Strength => Definition {
            look: Look::Prose,
            value: |of, _| Content::words(strength_in_words(of.say(), of.assessment())),
            formula: Some(Follows::Rule(|deciding, _| formula::strength(deciding.poles.len()))),
            ..shown(Header::One(say.column_strength_heading()), 11.0, say.column_strength())
        },
        Kind::Flag => Definition {
            look: Look::Flag,
            value: |of, _| Content::Number(of.explanation.review().len().min(2) as f64),
            formula: Some(Follows::Rule(|deciding, _| formula::flag(&deciding.disputed))),
            ..shown(Header::One(say.column_flag_heading()), 6.0, say.column_flag())
        },
        Kind::Review => Definition {
            value: |of, _| Content::Words(of.say().reasons(&of.explanation.review()).into()),
            formula: Some(Follows::Rule(|deciding, _| formula::review(&deciding.disputed))),
            ..shown(Header::One(say.column_review_heading()), 44.0, say.column_review())
        },
        Kind::Firm => Definition {
            look: Look::Prose,
            value: |of, _| Content::words(yes_or_no(of.say(), of.explanation.is_firm)),
            formula: Some(Follows::Rule(|_, _| formula::firm())),
            ..shown(Header::One(say.column_firm_heading()), 9.0, say.column_firm())
        },
        Kind::Hold => Definition {
            presence: Presence::WithConstraints,
            look: Look::Prose,
            value: |of, _| Content::words(of.explanation.hold.map_or("", |constraint| &constraint.title)),
            ..shown(Header::One(say.column_hold_heading()), 24.0, say.column_hold())
        },
        Kind::Decision => Definition {
            look: Look::ToCheck,
            value: |of, _| Content::words(of.choice()),
            edited: Edited::TakenOverAsChoice,
            ..shown(Header::One(say.name(DECISION)), 20.0, say.column_decision())
        },
        Kind::DecidedBy => Definition {
            look: Look::FilledIn,
            value: |of, _| Content::words(of.decided(|decision| &decision.by)),
            edited: Edited::TakenOver,
            ..shown(Header::One(say.name(DECIDED_BY)), 14.0, say.column_decided_by())
        },
        Kind::Note => Definition {
            look: Look::FilledIn,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.note).into()),
            edited: Edited::TakenOver,
            ..shown(Header::One(say.name(NOTE)), 36.0, say.column_note())
        },
        Kind::Check => Definition {
            presence: Presence::WithEarlierRun,
            look: Look::ToCheck,
            value: |of, _| Content::Paragraph(of.decided(|decision| &decision.check).into()),
            edited: Edited::TakenOver,
            ..shown(Header::One(say.name(CHECK)), 36.0, say.column_check())
        },
        Kind::Changed => Definition {
            presence: Presence::WithFormulas,
            look: Look::Count,
            value: |_, _| Content::Number(0.0),
            formula: Some(Follows::Changes),
            ..shown(Header::One(say.column_changed_heading()), 16.0, say.column_changed())
        },
        Kind::Level => Definition {
            presence: Presence::WithFormulas,
            look: Look::Input,
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), true),
            edited: Edited::JudgesAgain,
            ..shown(Header::OfEachAttribute(say.name(LEVEL)), 13.0, say.column_level())
        },
        Kind::Key => Definition {
            presence: Presence::Folded,
            value: |of, _| Content::Number(f64::from(of.report.row0(of.function)) + 1.0),
            ..folded(Header::One(say.name(KEY)), say.column_key())
        },
        Kind::Figure => Definition {
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), false),
            formula: Some(Follows::Level),
            ..folded(Header::OfEachAttribute(say.column_figure_heading()), say.column_figure())
        },
        Kind::AsRead => Definition {
            value: |of, attribute| level_in_cell(of.say(), of.level(attribute), false),
            ..folded(Header::OfEachAttribute(say.name(AS_READ)), say.column_as_read())
        },
        Kind::Assumed => Definition {
            value: |of, column| of.assumed(column),
            ..folded(Header::OfEachAssumption(say.column_assumed_heading()), say.column_assumed())
        },
        Kind::InForce => Definition {
            value: |of, at| level_in_cell(of.say(), of.report.level(of.deciding.in_scenarios[at], of.function), false),
            formula: Some(Follows::Scenario),
            ..folded(Header::OfEachAssumed(say.column_in_force_heading()), say.column_in_force())
        },
        Kind::Answered => Definition {
            look: Look::Line,
            value: |of, _| Content::Words(of.report.answered(&of.deciding.attributes, of.function).into()),
            ..folded(Header::One(say.name(ANSWERED.0)), say.column_answered())
        },
        Kind::AsExported => Definition {
            value: |of, column| {
                Content::Original(of.report.table().cell(of.report.row0(of.function), of.deciding.columns0[column]))
            },
            ..folded(Header::OfEachColumn(say.column_as_exported_heading()), say.column_as_exported())
        },
        Kind::LevelsChanged => Definition {
            value: |_, _| Content::Number(0.0),
            formula: Some(Follows::Rule(|deciding, _| formula::levels_changed(&deciding.attributes))),
            ..folded(Header::One(say.column_levels_changed_heading()), say.column_levels_changed())
        },
        Kind::CellsChanged => Definition {
            value: |_, _| Content::Number(0.0),
            formula: Some(Follows::CellsChanged),
            ..folded(Header::One(say.column_cells_changed_heading()), say.column_cells_changed())
        },
        Kind::Evidence => Definition {
            look: Look::Points,
            value: |of, criterion| Content::number(of.evidence[criterion].known().map(f64::from)),
            formula: Some(Follows::Rule(|deciding, i| {
                formula::known_evidence(i, deciding.poles[i], &deciding.disputed)
            })),
            ..shown(
                Header::OfEachCriterion(say.name(EVIDENCE)),
                16.0,
                if is_live { say.column_evidence_live() } else { say.column_evidence() },
            )
        },
        Kind::Least => Definition {
            look: Look::Points,
            value: |of, criterion| Content::Number(of.evidence[criterion].low.into()),
            formula: Some(Follows::Rule(|deciding, i| {
                let [least, _] = formula::bounds(deciding.poles[i], &deciding.disputed);
                least
            })),
            ..folded(Header::OfEachCriterion(say.column_least_heading()), say.column_least())
        },
        Kind::Most => Definition {
            look: Look::Points,
            value: |of, criterion| Content::Number(of.evidence[criterion].high.into()),
            formula: Some(Follows::Rule(|deciding, i| {
                let [_, most] = formula::bounds(deciding.poles[i], &deciding.disputed);
                most
            })),
            ..folded(Header::OfEachCriterion(say.column_most_heading()), say.column_most())
        },
        Kind::Torn => Definition {
            value: |of, criterion| Content::Number(u8::from(of.evidence[criterion].conflict).into()),
            formula: Some(Follows::Rule(|deciding, i| formula::torn(deciding.poles[i], &deciding.disputed))),
            ..folded(Header::OfEachCriterion(say.column_torn_heading()), say.column_torn())
        },
        Kind::Weighted => Definition {
            value: |of, _| Content::Number(of.assessment().score.weighted() as f64),
            formula: Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Evidence))),
            ..folded(Header::One(say.column_weighted_heading()), say.column_weighted())
        },
        Kind::WeightedLeast => Definition {
            value: |of, _| Content::Number(of.assessment().low.weighted() as f64),
            formula: Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Least))),
            ..folded(Header::One(say.column_weighted_least_heading()), say.column_weighted_least())
        },
        Kind::WeightedMost => Definition {
            value: |of, _| Content::Number(of.assessment().high.weighted() as f64),
            formula: Some(Follows::Rule(|deciding, _| formula::weighted(deciding.poles.len(), Variable::Most))),
            ..folded(Header::One(say.column_weighted_most_heading()), say.column_weighted_most())
        },
        Kind::Unchanged => Definition {
            value: |_, _| Content::Number(1.0),
            formula: Some(Follows::Rule(|_, _| formula::unchanged())),
            ..folded(Header::One(say.column_unchanged_heading()), say.column_unchanged())
        },
        Kind::RobustnessOfRun => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.assessment().robustness),
            ..folded(Header::One(say.column_robustness_of_run_heading()), say.column_robustness_of_run())
        },
        Kind::RobustnessLowOfRun => Definition {
            look: Look::Percent,
            value: |of, _| Content::number(of.assessment().robustness_low),
            ..folded(Header::One(say.column_robustness_low_of_run_heading()), say.column_robustness_low_of_run())
        },
        Kind::MarginOfRun => Definition {
            value: |of, _| of.margin(),
            ..folded(Header::One(say.column_margin_of_run_heading()), say.column_margin_of_run())
        },
        Kind::FragileOfRun => Definition {
            value: |of, _| Content::Number(u8::from(of.assessment().is_fragile(of.report.judged.rulebook)).into()),
            ..folded(Header::One(say.column_fragile_of_run_heading()), say.column_fragile_of_run())
        },
        Kind::OneReadingOfRun => Definition {
            value: |of, _| Content::Number(u8::from(of.explanation.review().contains(&Review::OneReading)).into()),
            ..folded(Header::One(say.column_one_reading_of_run_heading()), say.column_one_reading_of_run())
        },
        Kind::Called => Definition {
            look: Look::Line,
            value: |of, _| Content::Words(of.report.called(of.function).into()),
            presence: Presence::ForFormulasWithSharedNames,
            ..folded(Header::One(say.column_called_heading()), say.column_called())
        },
        Kind::Place => Definition {
            value: |of, _| Content::Number(of.dashboard.places[of.function].into()),
            ..folded(Header::One(say.column_place_heading()), say.column_place())
        },
        Kind::Group => Definition {
            value: |of, _| Content::number(of.group().map(f64::from)),
            ..folded(Header::One(say.column_group_heading()), say.column_group())
        },
        Kind::Cost => Definition {
            presence: Presence::ForFormulasWithMoney,
            look: Look::Whole,
            value: |of, _| Content::number(of.report.listed_cost(of.function).map(|cost| cost.value)),
            ..shown(Header::One(say.column_cost_heading()), 18.0, say.column_cost())
        },
        Kind::Reasons => Definition {
            value: |of, _| Content::Paragraph(of.explanation.reasons().into()),
            ..shown(Header::One(say.column_reasons_heading()), 96.0, say.column_reasons())
        },
        Kind::Missing => Definition {
            value: |of, _| Content::Paragraph(of.report.names_of(&of.explanation.missing).into()),
            ..shown(Header::One(say.column_missing_heading()), 32.0, say.column_missing())
        },
        Kind::Benefits => Definition {
            value: |of, _| Content::Paragraph(of.explanation.raised(FindingKind::Benefit).into()),
            ..shown(Header::One(say.column_benefits_heading()), 72.0, say.column_benefits())
        },
        Kind::Risks => Definition {
            value: |of, _| Content::Paragraph(of.explanation.raised(FindingKind::Risk).into()),
            ..shown(Header::One(say.column_risks_heading()), 72.0, say.column_risks())
        },
        Kind::ContractTerms => Definition {
            value: |of, _| Content::Paragraph(of.explanation.raised(FindingKind::ContractTerm).into()),
            ..shown(Header::One(say.column_contract_terms_heading()), 72.0, say.column_contract_terms())
        },
    }
}
