//! Data quality: what each column was read as, the rows that were left out, and every problem.

use super::closing::add_facts;
use crate::problem::{Problem, Severity};
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::table::{self, Cell, CellPart, Column, Lead, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::report::words::palette::ALERT;

/// Problems and excluded rows in full; other outputs hold the rest.
const LISTED: usize = 40;

/// Adds how the inventory was read: rows, columns, what was left out and what was not understood.
pub(crate) fn add_data_quality(flow: &mut Flow, summary: &Summary, not_drawn: &[char]) {
    flow.section(summary.say.quality_heading());
    for sentence in &summary.accounting {
        flow.caption(sentence);
    }
    add_not_drawn(flow, summary, not_drawn);
    add_columns(flow, summary);
    add_excluded(flow, summary);
    add_problems(flow, summary);
    add_facts(flow, summary);
}

/// Says which characters stand as U+FFFD, by their numbers: they cannot be shown.
fn add_not_drawn(flow: &mut Flow, summary: &Summary, not_drawn: &[char]) {
    if not_drawn.is_empty() {
        return;
    }
    let mut names: Vec<String> = not_drawn.iter().take(LISTED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let rest = not_drawn.len().saturating_sub(LISTED);
    if rest > 0 {
        names.push(summary.say.pdf_more(rest));
    }
    flow.caption(&summary.say.quality_not_drawn(summary.rest_in(), &summary.say.listed(&names)));
}

fn add_columns(flow: &mut Flow, summary: &Summary) {
    if summary.columns.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_columns_heading());
    let columns = vec![
        Column::words(summary.say.pdf_column(), 44.0),
        Column::words(summary.say.pdf_header(), 112.0),
        Column::words(summary.say.pdf_read_as(), 90.0),
        Column::words(summary.say.pdf_how(), 170.0),
        Column::figures(summary.say.pdf_values_read(), 0.0),
    ];
    let rows = summary.columns.iter().map(|column| {
        let strength = if column.reading.is_empty() { CELL_QUIET } else { CELL };
        vec![
            vec![styled(&column.letters, CELL_QUIET)],
            vec![styled(&column.header, CELL_STRONG)],
            vec![styled(&column.attribute, strength)],
            vec![plain(&column.reading)],
            vec![plain(&column.known)],
        ]
    });
    table::add(flow, Table::of(columns, rows.collect()));
}

fn add_excluded(flow: &mut Flow, summary: &Summary) {
    if summary.excluded.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_excluded_heading());
    let columns = vec![Column::words(summary.say.pdf_row(), 44.0), Column::words(summary.say.pdf_why(), 0.0)];
    let rows = summary.excluded.iter().take(LISTED);
    let rows = rows.map(|line| vec![vec![plain(&line.row)], vec![plain(&line.reason)]]);
    table::add(flow, Table::of(columns, rows.collect()));
    if let Some(rest) = rest(summary.excluded.len()) {
        flow.remark(&summary.say.rest_rows(rest, summary.rest_in()));
    }
}

fn add_problems(flow: &mut Flow, summary: &Summary) {
    if summary.problems.is_empty() && summary.unlisted_problems.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_problems_heading());
    let columns = vec![
        Column::words(summary.say.pdf_problem(), 84.0),
        Column::words(summary.say.pdf_where(), 150.0),
        Column::words(summary.say.pdf_what_to_do(), 0.0),
    ];
    let rows = summary.problems.iter().take(LISTED).map(problem_row).collect();
    table::add(flow, Table::of(columns, rows));
    if let Some(rest) = rest(summary.problems.len()) {
        flow.remark(&summary.say.rest_problems(rest, summary.rest_in()));
    }
    for sentence in &summary.unlisted_problems {
        flow.paragraph(sentence);
    }
}

fn problem_row(problem: &Problem) -> Vec<Cell> {
    let word = problem.severity.name().to_owned();
    let lead = match problem.severity {
        Severity::Error | Severity::Warning => Lead::Sign("!", ALERT),
        Severity::Note => Lead::Sign("·", ALERT),
    };
    let mut what = vec![plain(&problem.message)];
    what.extend(problem.help.as_ref().map(|help| styled(help, CELL_QUIET)));
    vec![
        vec![CellPart::Text { text: word, style: CELL, lead }, styled(problem.code.id(), CELL_QUIET)],
        vec![plain(problem.place.to_string())],
        what,
    ]
}

/// How many of `all` are not listed, if any.
fn rest(all: usize) -> Option<usize> {
    all.checked_sub(LISTED).filter(|rest| *rest > 0)
}
