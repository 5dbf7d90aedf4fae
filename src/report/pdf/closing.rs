//! What stands behind the answer: questions, findings, the method, the reading of the data, and where it comes from.

use super::flow::Flow;
use super::table::{self, Cell, Column, Lead, Part, Table, plain, styled};
use super::text::{CELL, CELL_QUIET, CELL_STRONG};
use crate::problem::{Problem, Severity};
use crate::report::palette::ALERT;
use crate::report::{Fact, FindingCount, Question, Summary, Verdict};

/// Problems and excluded rows in full; the workbook holds the rest.
const LISTED: usize = 40;

/// Adds the questions, most settling first.
pub(super) fn add_questions(flow: &mut Flow, questions: &[Question]) {
    if questions.is_empty() {
        return;
    }
    flow.section("What to ask next");
    let columns = vec![
        Column::figures("", 22.0),
        Column::words("Question", 270.0),
        Column::figures("Functions without an answer", 82.0),
        Column::words("What an answer could do", 0.0),
    ];
    let row = |(number, question): (usize, &Question)| {
        vec![
            vec![styled((number + 1).to_string(), CELL_QUIET)],
            vec![styled(&question.attribute, CELL_STRONG), plain(&question.text)],
            vec![plain(super::grouped(question.functions))],
            vec![plain(&question.effect)],
        ]
    };
    table::add(flow, Table { columns, notes: vec![], rows: questions.iter().enumerate().map(row).collect() });
}

/// Adds benefits, risks and contract terms with the number of functions on which each was raised.
pub(super) fn add_findings(flow: &mut Flow, summary: &Summary) {
    if summary.findings.is_empty() && summary.contract_terms.is_empty() {
        return;
    }
    flow.section("Benefits, risks and contract terms");
    for (kind, title) in [("benefit", "Benefits"), ("risk", "Risks")] {
        let findings: Vec<&FindingCount> = summary.findings.iter().filter(|finding| finding.kind == kind).collect();
        add_finding_table(flow, title, &findings);
    }
    add_finding_table(flow, "Contract terms", &summary.contract_terms.iter().collect::<Vec<_>>());
}

fn add_finding_table(flow: &mut Flow, title: &str, findings: &[&FindingCount]) {
    if findings.is_empty() {
        return;
    }
    flow.subsection(title);
    let of_verdicts = findings.iter().any(|finding| finding.verdict.is_some());
    let mut columns = vec![Column::words("What was raised", 138.0)];
    if of_verdicts {
        columns.push(Column::words("Verdict", 112.0));
    }
    columns.push(Column::words("What it says", if of_verdicts { 190.0 } else { 302.0 }));
    columns.push(Column::figures("Functions", 0.0));
    let row = |finding: &&FindingCount| {
        let mut row = vec![vec![styled(&finding.title, CELL_STRONG)]];
        if of_verdicts {
            row.push(finding.verdict.map(table::verdict).into_iter().collect());
        }
        row.extend([vec![plain(&finding.text)], vec![plain(super::grouped(finding.functions))]]);
        row
    };
    table::add(flow, Table { columns, notes: vec![], rows: findings.iter().map(row).collect() });
}

/// Adds the criteria, the settings and the paragraphs on the method.
pub(super) fn add_method(flow: &mut Flow, summary: &Summary) {
    if summary.criteria.is_empty() && summary.method.is_empty() && summary.settings.is_empty() {
        return;
    }
    flow.section("Method");
    for paragraph in &summary.method {
        flow.paragraph(paragraph);
    }
    if !summary.criteria.is_empty() {
        flow.subsection("Criteria");
        let columns = vec![
            Column::words("Criterion", 92.0),
            Column::figures("Weight", 44.0),
            direction("Points to BPO"),
            direction("Points to traditional outsourcing"),
            Column::words("What the source says", 0.0),
        ];
        let rows = summary.criteria.iter().map(|criterion| {
            vec![
                vec![styled(&criterion.name, CELL_STRONG)],
                vec![plain(&criterion.weight)],
                led(&criterion.bpo, Verdict::Bpo),
                led(&criterion.outsourcing, Verdict::TraditionalOutsourcing),
                vec![styled(&criterion.source, CELL_QUIET)],
            ]
        });
        table::add(flow, Table { columns, notes: vec![], rows: rows.collect() });
    }
    add_facts(flow, "Settings", "Setting", &summary.settings);
}

fn direction(title: &str) -> Column {
    Column::words(title, 112.0)
}

fn led(text: &str, verdict: Verdict) -> Cell {
    vec![Part::Text { text: text.to_owned(), style: CELL, lead: Lead::Verdict(verdict) }]
}

fn add_facts(flow: &mut Flow, title: &str, label: &str, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    flow.subsection(title);
    let columns = vec![Column::words(label, 190.0), Column::words("Value", 0.0)];
    let rows = facts.iter().map(|fact| vec![vec![styled(&fact.label, CELL_STRONG)], vec![plain(&fact.value)]]);
    table::add(flow, Table { columns, notes: vec![], rows: rows.collect() });
}

/// Adds how the inventory was read: rows, columns, what was left out and what was not understood.
pub(super) fn add_data_quality(flow: &mut Flow, summary: &Summary) {
    flow.section("Data quality");
    for sentence in &summary.accounting {
        flow.caption(sentence);
    }
    add_columns(flow, summary);
    add_excluded(flow, summary);
    add_problems(flow, summary);
    add_facts(flow, "Where the figures come from", "Source", &summary.provenance);
}

fn add_columns(flow: &mut Flow, summary: &Summary) {
    if summary.columns.is_empty() {
        return;
    }
    flow.subsection("Columns as read");
    let columns = vec![
        Column::words("Column", 44.0),
        Column::words("Header", 112.0),
        Column::words("Read as", 90.0),
        Column::words("How", 186.0),
        Column::figures("Values read", 0.0),
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
    table::add(flow, Table { columns, notes: vec![], rows: rows.collect() });
}

fn add_excluded(flow: &mut Flow, summary: &Summary) {
    if summary.excluded.is_empty() {
        return;
    }
    flow.subsection("Rows that are no functions");
    let columns = vec![Column::words("Row", 44.0), Column::words("Why", 0.0)];
    let rows = summary.excluded.iter().take(LISTED);
    let rows = rows.map(|line| vec![vec![plain(&line.row)], vec![plain(&line.reason)]]);
    table::add(flow, Table { columns, notes: vec![], rows: rows.collect() });
    add_rest(flow, summary.excluded.len(), ["row", "rows"]);
}

fn add_problems(flow: &mut Flow, summary: &Summary) {
    if summary.problems.is_empty() && summary.unlisted_problems.is_empty() {
        return;
    }
    flow.subsection("Problems");
    let columns =
        vec![Column::words("Problem", 84.0), Column::words("Where", 150.0), Column::words("What, and what to do", 0.0)];
    let rows = summary.problems.iter().take(LISTED).map(problem_row).collect();
    table::add(flow, Table { columns, notes: vec![], rows });
    add_rest(flow, summary.problems.len(), ["problem", "problems"]);
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
        vec![Part::Text { text: word, style: CELL, lead }, styled(problem.code, CELL_QUIET)],
        vec![plain(problem.place.to_string())],
        what,
    ]
}

/// Says how many of `all` were not listed.
fn add_rest(flow: &mut Flow, all: usize, [one, many]: [&str; 2]) {
    let rest = all.saturating_sub(LISTED);
    if rest > 0 {
        let (noun, verb) = if rest == 1 { (one, "is") } else { (many, "are") };
        flow.remark(&format!("{} more {noun} {verb} in the workbook only.", super::grouped(rest)));
    }
}
