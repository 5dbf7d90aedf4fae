//! Data quality: what each column was read as, how rows were accounted for, and what was not understood.

use crate::problem::Severity;
use crate::report::model::{ProblemRow, Summary};
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::table::{self, Cell, Column, Table, plain, signed, styled, within};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::report::words::messages::Messages;
use crate::report::words::palette::ALERT;

/// Kinds of problems in full; other outputs hold the rest.
const LISTED: usize = 20;
/// Characters that are not drawn, by their numbers.
const NAMED: usize = 40;
/// The most lines of a header.
const HEADER_LINES: usize = 2;
/// The most lines of a fact, such as the command with all its options; the record holds it in full.
const FACT_LINES: usize = 4;

/// Adds how the inventory was read: rows, columns, and what was not understood.
pub(crate) fn add_data_quality(flow: &mut Flow, summary: &Summary, not_drawn: &[char]) {
    flow.section(&summary.reading);
    add_accounting(flow, summary, not_drawn);
    add_columns(flow, summary);
    add_problems(flow, summary, LISTED);
    add_provenance(flow, summary);
}

/// How the rows were accounted for, and which characters stand as U+FFFD.
pub(crate) fn add_accounting(flow: &mut Flow, summary: &Summary, not_drawn: &[char]) {
    flow.caption(&summary.accounting.join(" "));
    if not_drawn.is_empty() {
        return;
    }
    // By their numbers: they cannot be shown.
    let mut names: Vec<String> = not_drawn.iter().take(NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let rest = not_drawn.len().saturating_sub(NAMED);
    if rest > 0 {
        names.push(summary.say.pdf_more(rest));
    }
    flow.caption(&summary.say.quality_not_drawn(summary.rest_in(), &summary.say.listed(&names)));
}

fn add_columns(flow: &mut Flow, summary: &Summary) {
    let say = &summary.say;
    let (used, unused): (Vec<_>, Vec<_>) = summary.columns.iter().partition(|column| !column.known.is_empty());
    if used.is_empty() {
        return;
    }
    flow.exhibit(say, say.quality_columns_heading());
    let columns = vec![
        Column::words(say.pdf_column(), 46.0),
        Column::words(say.pdf_header(), 104.0),
        Column::words(say.pdf_read_as(), 86.0),
        Column::words(say.pdf_how(), 206.0),
        Column::figures(say.pdf_values_read(), 0.0),
    ];
    let rows = used.into_iter().map(|column| {
        vec![
            vec![styled(&column.letters, CELL_QUIET)],
            vec![within(HEADER_LINES, &column.header, CELL_STRONG)],
            vec![plain(&column.attribute)],
            vec![plain(&column.reading)],
            vec![plain(&column.known)],
        ]
    });
    table::add(flow, Table { named: 1, ..Table::close(columns, rows.collect()) });
    flow.source(&summary.sources.file);
    if !unused.is_empty() {
        let letters: Vec<&str> = unused.iter().map(|column| column.letters.as_str()).collect();
        flow.remark(&say.quality_not_used(letters.len(), &say.listed(&letters)));
    }
}

/// Adds so many kinds of problems at most.
pub(crate) fn add_problems(flow: &mut Flow, summary: &Summary, most: usize) {
    let (say, groups) = (&summary.say, &summary.problem_groups);
    if groups.is_empty() {
        return;
    }
    flow.exhibit(say, say.quality_problems_heading());
    let columns = vec![
        Column::words(say.pdf_problem(), 92.0),
        Column::words(say.pdf_where(), 136.0),
        Column::words(say.pdf_what_to_do(), 0.0),
    ];
    let rows = groups.iter().take(most).map(|problem| problem_row(say, problem)).collect();
    table::add(flow, Table::close(columns, rows));
    flow.source(&summary.sources.file);
    let rest = groups.len().saturating_sub(most);
    if rest > 0 {
        flow.remark(&say.rest_problems(rest, summary.rest_in()));
    }
}

fn problem_row(say: &Messages, problem: &ProblemRow) -> Vec<Cell> {
    let sign = match problem.severity {
        Severity::Error | Severity::Warning => "!",
        Severity::Note => "·",
    };
    vec![
        vec![signed(sign, ALERT, say.severity(problem.severity)), styled(problem.code, CELL_QUIET)],
        vec![plain(&problem.place)],
        vec![plain(&problem.message), styled(&problem.help, CELL_QUIET)],
    ]
}

/// Adds where the figures come from.
fn add_provenance(flow: &mut Flow, summary: &Summary) {
    let (say, facts) = (&summary.say, &summary.provenance);
    if facts.is_empty() {
        return;
    }
    flow.exhibit(say, say.quality_provenance_heading());
    let columns = vec![Column::words(say.pdf_source(), 120.0), Column::words(say.pdf_value(), 0.0)];
    let rows = facts
        .iter()
        .map(|fact| vec![vec![styled(&fact.label, CELL_STRONG)], vec![within(FACT_LINES, &fact.value, CELL)]]);
    let first = flow.pieces.len();
    table::add(flow, Table::close(columns, rows.collect()));
    // They are few, and read together.
    for piece in flow.pieces[first..].iter_mut().rev().skip(1) {
        piece.keep = true;
    }
}
