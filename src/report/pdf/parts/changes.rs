//! What was decided, and what has changed since an earlier run.

use super::rankings;
use crate::assessment::Verdict;
use crate::report::model::{ChangeLine, DecidedLine, Summary};
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::table::{self, CellPart, Column, Table, plain, styled, within};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::report::words::figures::signed;
use crate::report::words::messages::Messages;

/// Functions that have changed, in full; the workbook holds the rest.
const LISTED: usize = 12;
/// The most lines of what somebody typed.
const NOTE_LINES: usize = 3;

/// Adds the changes; nothing where there was no earlier run.
pub(crate) fn add(flow: &mut Flow, summary: &Summary) {
    let Some(since) = &summary.since else { return };
    let say = &summary.say;
    flow.section(&since.heading);
    if since.lines.is_empty() {
        return;
    }
    flow.exhibit(say, say.changes_show());
    let columns = vec![
        Column::words(say.pdf_function(), 104.0),
        Column::words(say.pdf_what_changed(), 70.0),
        Column::words(say.pdf_before(), 109.0),
        Column::words(say.pdf_now(), 109.0),
        Column::words(say.pdf_what_moved(), 0.0),
    ];
    let rows = since.lines.iter().take(LISTED).map(|line| row(say, line)).collect();
    table::add(flow, Table::of(columns, rows));
    flow.source(&summary.sources.earlier);
    add_rest(flow, summary, since.lines.len().saturating_sub(LISTED), since.more);
}

/// Says where the functions of a list are that it does not show: `beyond` of them are in the record alone.
pub(super) fn add_rest(flow: &mut Flow, summary: &Summary, below: usize, beyond: usize) {
    let rest = below + beyond;
    if rest > 0 {
        let place = if beyond > 0 { summary.say.rest_in_record() } else { summary.rest_in() };
        flow.remark(&summary.say.rest_functions(rest, place));
    }
}

fn row(say: &Messages, line: &ChangeLine) -> Vec<table::Cell> {
    let judged = |verdict: Option<Verdict>, score: Option<f64>| {
        let score = score.map(|score| styled(signed(score.round() as i64), CELL_QUIET));
        verdict.map(|verdict| table::verdict(say, verdict)).into_iter().chain(score).collect::<Vec<CellPart>>()
    };
    let mut because = vec![within(2 * NOTE_LINES, &line.because, CELL)];
    if !line.decision.is_empty() {
        because.push(styled(say.pdf_decision(&line.decision), CELL_QUIET));
    }
    vec![
        rankings::name(say, &line.name, &line.id, &line.row),
        vec![plain(&line.what)],
        judged(line.verdict_before, line.score_before),
        judged(line.verdict, line.score),
        because,
    ]
}

/// Adds what was decided, and how it stands to the verdicts.
pub(crate) fn add_decisions(flow: &mut Flow, summary: &Summary) {
    let (decisions, say) = (&summary.decisions, &summary.say);
    if decisions.is_empty() {
        return;
    }
    flow.section(&summary.decision_heading);
    flow.exhibit(say, say.decisions_show());
    let columns = vec![
        Column::words(say.pdf_function(), 150.0),
        Column::words(say.pdf_decided(), 96.0),
        Column::words(say.pdf_decided_by(), 84.0),
        Column::words(say.pdf_verdict(), 112.0),
        Column::words(say.pdf_note(), 0.0),
    ];
    let row = |line: &DecidedLine| {
        vec![
            rankings::name(say, &line.name, &line.id, &line.row),
            vec![styled(&line.decision, CELL_STRONG)],
            vec![within(NOTE_LINES, &line.by, CELL)],
            vec![table::verdict(say, line.verdict)],
            vec![within(NOTE_LINES, &line.note, CELL_QUIET)],
        ]
    };
    table::add(flow, Table::of(columns, decisions.iter().take(LISTED).map(row).collect()));
    flow.source(&summary.sources.earlier);
    add_rest(flow, summary, decisions.len().saturating_sub(LISTED) + summary.decisions_more, 0);
}
