//! What is known of a run, as the types of the record have it. Functions are written one by one, because there may be a
//! million.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::super::view::compose::Run;
use super::super::view::explanation::{Explanation, Reason};
use super::super::view::judged::Judged;
use super::super::view::report::Report;
use super::super::words::escape::write_json;
use super::wire::{
    AnswersEffect, AnswersUsed, Assumed, ChangesFound, ColumnRead, CriterionEvidence, DecisionMade, EvidenceMoved,
    ExcludedRow, FileSum, FindingRaised, Function, FunctionChange, FunctionTried, Functions, GroupSum, Hold, Input,
    LeftBehind, Money, Others, ProblemFound, Program, READING, Rated, RaterAnswer, ReadingFound, ReadingTurn, Record,
    RulebookUsed, ScenarioTried, ScenariosTried, Steps, Sums, Unlisted, VerdictSum,
};
use crate::assessment::{Balance, Margin, Review, Strength, Turn, Verdict};
use crate::changes::{Change, ChangeKind, Changes, Moved};
use crate::inventory::{AnswerCounts, Assumption, Inventory, Opinion, Outcome};
use crate::own_files::{Choice, Decision, Said};
use crate::portfolio::{self, Portfolio, Totals};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::{AttributeId, Points, Rulebook, Weight};
use crate::scenarios::{Planned, ScenarioOutcome, Scenarios};
use crate::sheets::RECORDS;
use crate::table::SourceFile;

/// Writes the record of a run. `others` gives the other files of its set, and is asked last, so that they may be written at
/// the same time as the record.
///
/// # Errors
/// The other files cannot be written, or whatever writing to `into` comes to.
pub fn write(
    report: &Report,
    problems: &Problems,
    run: &Run,
    others: &dyn Fn() -> io::Result<Vec<FileSum>>,
    into: impl Write,
) -> io::Result<()> {
    write_json(&record(report, problems, run, others), into)
}

/// Writes how an inventory was read: what the record says of it, without its functions.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write_reading(report: &Report, problems: &Problems, run: &Run, into: impl Write) -> io::Result<()> {
    let record = record(report, problems, run, &|| Ok(Vec::new()));
    let Record {
        program, input, rulebook, answers, assumptions, columns, excluded, problems, problems_unlisted, ..
    } = record;
    let (functions, coverage) = (report.functions(), report.judged.portfolio.coverage);
    let reading = ReadingFound {
        schema: READING,
        program,
        input,
        rulebook,
        answers,
        assumptions,
        columns,
        functions,
        coverage,
        excluded,
        problems,
        problems_unlisted,
    };
    write_json(&reading, into)
}

/// Writes one function as it stands in the record.
///
/// # Errors
/// Whatever writing to `into` comes to.
pub fn write_function(report: &Report, function: usize, into: impl Write) -> io::Result<()> {
    write_json(&Function::of(report, function, &report.explain(function)), into)
}

fn record<'a>(
    report: &'a Report<'a>,
    problems: &'a Problems,
    run: &'a Run,
    others: &'a dyn Fn() -> io::Result<Vec<FileSum>>,
) -> Record<'a> {
    let Judged { rulebook, inventory, .. } = &report.judged;
    let attribute = |id| rulebook.attribute(id).id.as_str();
    Record {
        schema: RECORDS[0],
        program: Program { name: "outsift", version: env!("CARGO_PKG_VERSION") },
        command: &run.command_line,
        date: run.date.to_string(),
        input: Input {
            name: &run.file.name,
            size: run.file.size,
            sha256: &run.file.sha256,
            format: run.file.format.name(),
            dialect: Some(inventory.table.dialect.as_str()).filter(|dialect| !dialect.is_empty()),
            sheets: inventory.table.sheets(),
            header_row: inventory.header_row0 + 1,
            name_column: crate::problem::column_letters(inventory.name_column0),
            selections: rulebook.reading.selections.iter().map(|selection| selection.given.as_str()).collect(),
            files: run.file.files.iter().map(input_file).collect(),
        },
        rulebook: RulebookUsed {
            name: &rulebook.name,
            version: &rulebook.version,
            sha256: rulebook.sha256(),
            changes: &rulebook.changes,
        },
        answers: answers_used(inventory, run),
        answers_effect: run.effect.map(|effect| AnswersEffect {
            open: effect.open,
            settled: effect.settled,
            changed: effect.changed,
        }),
        assumptions: inventory.assumptions.iter().map(|assumption| assumed(rulebook, assumption)).collect(),
        columns: inventory
            .columns
            .iter()
            .enumerate()
            .map(|(i, column)| ColumnRead {
                header: &column.header,
                column: crate::problem::column_letters(i as u16),
                attribute: column.attribute.map(attribute),
                scale: column.attribute.map(|_| column.reading.as_str()),
            })
            .collect(),
        functions: Functions(report),
        excluded: report
            .excluded()
            .map(|(row0, reason)| ExcludedRow {
                sheet: inventory.table.sheet_of(row0),
                row: inventory.table.row_in_sheet(row0),
                reason: reason.name(),
            })
            .collect(),
        problems: problems.listed().iter().map(problem_found).collect(),
        problems_unlisted: problems.unlisted().map(|(code, count)| Unlisted { code: code.id(), count }).collect(),
        changes: report.judged.changes.filter(|changes| changes.is_told).map(|changes| changes_found(report, changes)),
        scenarios: run.scenarios.map(|scenarios| scenarios_tried(report, scenarios)),
        totals: sums(inventory, report.judged.portfolio),
        history: &report.summary.history,
        outputs: Others(others),
    }
}

fn assumed<'a>(rulebook: &'a Rulebook, assumption: &'a Assumption) -> Assumed<'a> {
    Assumed {
        attribute: &rulebook.attribute(assumption.attribute).id,
        value: &assumption.given,
        level: assumption.level.value(),
        department: assumption.department.as_deref(),
    }
}

fn scenarios_tried<'a>(report: &Report<'a>, scenarios: &'a Scenarios) -> ScenariosTried<'a> {
    let Judged { rulebook, inventory, .. } = report.judged;
    let tried = |outcome: &'a ScenarioOutcome| {
        let Planned { scenario, assumptions, own } = &outcome.planned;
        let weight =
            |(position, weight): &(usize, Weight)| (rulebook.criteria[*position].id.as_str(), weight.0 as f64 / 1000.0);
        let moved = outcome.moved.iter().map(|moved| FunctionTried {
            function: moved.function,
            verdict: moved.verdict.id(),
            score: moved.score.points(),
        });
        let sums = Verdict::ALL.into_iter().zip(&outcome.verdicts);
        ScenarioTried {
            name: &scenario.name,
            weights: scenario.weights.iter().map(weight).collect(),
            thresholds: scenario.thresholds.iter().map(|(threshold, value)| (threshold.key(), *value)).collect(),
            assumptions: assumptions[..*own].iter().map(|assumption| assumed(rulebook, assumption)).collect(),
            firm: outcome.firm,
            verdicts: sums.map(|(verdict, totals)| verdict_sum(inventory, verdict, totals)).collect(),
            functions: moved.collect(),
        }
    };
    ScenariosTried { holding: scenarios.holding, all: scenarios.all.iter().map(tried).collect() }
}

fn input_file(file: &SourceFile) -> FileSum {
    FileSum { name: file.name.to_string(), size: file.size, sha256: file.sha256.clone() }
}

fn answers_used<'a>(inventory: &'a Inventory, run: &'a Run) -> Vec<AnswersUsed<'a>> {
    let used = inventory.raters().into_iter().zip(&run.answers).map(|((_, counts), file)| {
        let AnswerCounts { functions, filled, replaced, unused } = counts;
        AnswersUsed { name: &file.name, sha256: &file.sha256, functions, filled, replaced, unused }
    });
    used.collect()
}

fn decision_made(decision: &Decision) -> DecisionMade<'_> {
    let Decision { choice, by, note, check } = decision;
    DecisionMade { choice: choice.as_ref().map(Choice::name), by, note, check }
}

fn changes_found<'a>(report: &'a Report<'a>, changes: &'a Changes) -> ChangesFound<'a> {
    let (counts, earlier) = (changes.counts(), &changes.earlier);
    let change = |change: &'a Change| {
        let before = change.earlier.map(|at| &earlier.functions[at]);
        FunctionChange {
            function: change.function,
            kinds: change.kinds.iter().map(|kind| kind_name(*kind)).collect(),
            earlier_id: before.map(|before| before.id.as_str()).filter(|id| !id.is_empty()),
            earlier_name: before.map(|before| before.name.as_str()),
            earlier_verdict: before.and_then(|before| before.verdict).map(Verdict::id),
            earlier_score: before.and_then(|before| before.score),
            moved: change.moved.iter().map(|moved| evidence_moved(report, *moved)).collect(),
        }
    };
    let left = changes.left_behind.iter().map(|left| {
        let before = &earlier.functions[left.earlier];
        LeftBehind {
            row: &before.row,
            id: Some(before.id.as_str()).filter(|id| !id.is_empty()),
            name: &before.name,
            gone: left.is_gone,
            verdict: before.verdict.map(Verdict::id),
            decision: before.decision.as_ref().map(decision_made),
        }
    });
    ChangesFound {
        earlier: &earlier.file,
        earlier_sha256: &earlier.sha256,
        earlier_date: earlier.date.as_deref(),
        rulebook_changed: changes.rules_changed,
        premises: changes.premises.as_ref().map(Into::into),
        new: counts.new,
        gone: counts.gone,
        not_compared: counts.ambiguous,
        verdicts_changed: counts.verdicts,
        decisions_carried: counts.decisions,
        decisions_to_check: counts.to_check,
        decisions_not_carried: counts.not_carried,
        functions: changes.functions.iter().map(change).collect(),
        left_behind: left.collect(),
    }
}

fn evidence_moved<'a>(report: &'a Report<'a>, moved: Moved) -> EvidenceMoved<'a> {
    let points = |said: Said| match said {
        Said::Points(points) => Some(points),
        Said::Nothing | Said::NotTold => None,
    };
    EvidenceMoved {
        id: &report.judged.rulebook.criteria[moved.criterion].id,
        from: points(moved.from),
        to: points(moved.to),
    }
}

impl Serialize for Functions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut functions = serializer.serialize_seq(Some(self.0.functions()))?;
        for function in 0..self.0.functions() {
            functions.serialize_element(&Function::of(self.0, function, &self.0.explain(function)))?;
        }
        functions.end()
    }
}

impl<'a> Function<'a> {
    fn of(report: &'a Report<'a>, function: usize, explanation: &'a Explanation<'a>) -> Function<'a> {
        let assessment = explanation.assessment;
        Function {
            sheet: report.table().sheet_of(explanation.row0),
            row: report.table().row_in_sheet(explanation.row0),
            id: Some(explanation.id.as_ref()).filter(|id| !id.is_empty()),
            name: &explanation.name,
            department: Some(explanation.department.as_ref()).filter(|department| !department.is_empty()),
            verdict: assessment.verdict.id(),
            standing: assessment.standing.name(),
            split: assessment.split.map(Balance::name),
            strength: assessment.strength.map(Strength::name),
            borderline: assessment.borderline,
            score: assessment.score.points(),
            score_low: assessment.low.points(),
            score_high: assessment.high.points(),
            coverage: assessment.coverage,
            robustness: assessment.robustness,
            robustness_low: assessment.robustness_low,
            robustness_low_exact: assessment.robustness_low.map(|_| assessment.is_exact),
            holds_over_group: assessment.holds_over_group,
            flip: assessment.flip,
            margin: assessment.margin.map(steps),
            turns: assessment.turns.iter().filter_map(|turn| reading_turn(report, turn)).collect(),
            review: explanation.review().into_iter().map(Review::name).collect(),
            firm: explanation.is_firm,
            hold: explanation.hold.map(|constraint| Hold { id: &constraint.id, title: &constraint.title }),
            current_sourcing: explanation.sourcing.name(),
            criteria: explanation
                .criteria
                .iter()
                .map(|reason| CriterionEvidence {
                    id: &reason.criterion.id,
                    evidence: reason.evidence.value,
                    low: reason.evidence.low,
                    high: reason.evidence.high,
                })
                .collect(),
            missing: explanation.missing.iter().map(|id| report.judged.rulebook.attribute(*id).id.as_str()).collect(),
            raters: rated(report, function),
            reasons: explanation.criteria.iter().map(Reason::sentence).collect(),
            findings: explanation
                .findings
                .iter()
                .map(|raised| FindingRaised {
                    kind: raised.finding.kind.name(),
                    id: &raised.finding.id,
                    because: &raised.because,
                })
                .collect(),
            decision: report.judged.decision(function).map(decision_made),
        }
    }
}

fn steps(margin: Margin) -> Steps {
    match margin {
        Margin::Steps(steps) => Steps::Number(steps),
        Margin::More => Steps::More("more"),
    }
}

fn rated<'a>(report: &'a Report<'a>, function: usize) -> Vec<Rated<'a>> {
    let Judged { rulebook, inventory, assessed, .. } = &report.judged;
    let of_attribute = |id: &AttributeId| {
        let opinions = inventory.opinions(*id, function).filter(|opinions| opinions.outcome != Outcome::Agreed)?;
        let answer = |opinion: &Opinion| RaterAnswer {
            level: opinion.level.value(),
            by: opinion.by.clone(),
            on: opinion.on.clone(),
            file: opinion.place.file.to_string(),
            sheet: opinion.place.sheet.as_deref().map(str::to_owned),
            cell: opinion.place.cell(),
        };
        let level = inventory.level(*id, function).map(Points::value);
        let answers = opinions.all.iter().map(answer).collect();
        Some(Rated { attribute: &rulebook.attribute(*id).id, level, answers })
    };
    assessed.rule.attributes().iter().filter_map(of_attribute).collect()
}

fn reading_turn<'a>(report: &'a Report<'a>, turn: &Turn) -> Option<ReadingTurn<'a>> {
    Some(ReadingTurn {
        attribute: &report.judged.rulebook.attribute(turn.attribute).id,
        from: turn.from?.value(),
        to: turn.to.value(),
        verdict: turn.verdict.id(),
    })
}

fn problem_found(problem: &Problem) -> ProblemFound<'_> {
    let Place { sheet, .. } = &problem.place;
    ProblemFound {
        severity: problem.severity.name(),
        code: problem.code.id(),
        sheet: sheet.as_deref(),
        cell: problem.place.cell(),
        message: &problem.message,
        help: problem.help.as_deref(),
    }
}

fn sums<'a>(inventory: &'a Inventory, portfolio: &'a Portfolio) -> Sums<'a> {
    let verdicts = |totals: &'a [Totals; 4]| {
        let of_each = Verdict::ALL.into_iter().zip(totals);
        of_each.map(|(verdict, totals)| verdict_sum(inventory, verdict, totals)).collect::<Vec<_>>()
    };
    let groups = |groups: &'a [portfolio::Group]| {
        groups.iter().map(|group| GroupSum { name: &group.name, verdicts: verdicts(&group.verdicts) }).collect()
    };
    Sums {
        rows: inventory.functions.len() + inventory.excluded.len(),
        functions: inventory.functions.len(),
        excluded: inventory.excluded.len(),
        review: portfolio.review.len(),
        coverage: portfolio.coverage,
        verdicts: verdicts(&portfolio.verdicts),
        departments: groups(&portfolio.departments),
        locations: groups(&portfolio.locations),
    }
}

fn verdict_sum<'a>(inventory: &'a Inventory, verdict: Verdict, totals: &'a Totals) -> VerdictSum<'a> {
    let annual_cost = totals.cost.iter().zip(&inventory.currencies).filter(|(amount, _)| **amount != 0.0);
    VerdictSum {
        verdict: verdict.id(),
        functions: totals.functions,
        annual_cost: annual_cost.map(|(amount, currency)| Money { currency, amount: *amount }).collect(),
        fte: totals.fte,
    }
}

/// The words for a change, which are the same in all languages.
fn kind_name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Verdict => "another verdict",
        ChangeKind::Decision => "decision to check",
        ChangeKind::Ambiguous => "not compared",
        ChangeKind::Score => "another score",
        ChangeKind::New => "new",
        ChangeKind::Name => "another name",
        ChangeKind::Id => "another id",
        ChangeKind::Department => "another department",
    }
}
