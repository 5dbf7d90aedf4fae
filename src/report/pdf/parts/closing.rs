//! What stands behind the answer: questions, findings, the method, the reading of the data, and where it comes from.

use super::rankings;
use crate::assessment::Verdict;
use crate::problem::{Problem, Severity};
use crate::report::model::{ContractTerm, Fact, FindingCount, Question, Summary};
use crate::report::pdf::setting::flow::{Flow, Target};
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{self, Cell, Column, Lead, Part, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG, DENSE};
use crate::report::words::figures::{grouped, listed, lower_first};
use crate::report::words::palette::ALERT;

/// Problems and excluded rows in full; the workbook holds the rest.
const LISTED: usize = 40;

/// Adds what is not known: how much, what to ask, and the functions without a verdict.
pub(crate) fn add_unknown(flow: &mut Flow, summary: &Summary) {
    let Summary { known, ask_next, insufficient, .. } = summary;
    if known.is_empty() && ask_next.is_empty() && insufficient.lines.is_empty() {
        return;
    }
    flow.section(summary.say.unknown_heading());
    flow.caption(known);
    if !ask_next.is_empty() {
        let first = flow.pieces.len();
        flow.subsection(summary.say.unknown_questions_heading());
        if let Some(piece) = flow.pieces.get_mut(first) {
            piece.target = Some(Target::Questions);
        }
        add_questions(flow, ask_next);
    }
    if !insufficient.lines.is_empty() {
        flow.subsection(summary.say.unknown_functions_heading());
        rankings::add_insufficient(flow, insufficient);
    }
}

/// The questions, most settling first.
fn add_questions(flow: &mut Flow, questions: &[Question]) {
    let columns = vec![
        Column::figures("", 22.0),
        Column::words("Question", 252.0),
        Column::figures("Open functions lacking it", 72.0),
        Column::words("Effect of an answer", 0.0),
    ];
    let row = |(number, question): (usize, &Question)| {
        vec![
            vec![styled((number + 1).to_string(), CELL_QUIET)],
            vec![styled(&question.attribute, CELL_STRONG), plain(&question.text)],
            vec![plain(grouped(question.functions as u64))],
            vec![plain(&question.effect)],
        ]
    };
    table::add(flow, Table::of(columns, questions.iter().enumerate().map(row).collect()));
}

/// Adds benefits and risks by verdict, and the terms that belong into contracts.
pub(crate) fn add_findings(flow: &mut Flow, summary: &Summary) {
    if summary.benefits.is_empty() && summary.risks.is_empty() && summary.contract_terms.is_empty() {
        return;
    }
    flow.section(summary.say.findings_heading());
    add_matrix(flow, summary, summary.say.findings_risks_heading(), "Risk", &summary.risks);
    add_matrix(flow, summary, summary.say.findings_benefits_heading(), "Benefit", &summary.benefits);
    add_contract_terms(flow, summary);
}

/// What was raised on the candidates of either kind.
fn add_matrix(flow: &mut Flow, summary: &Summary, heading: &str, column: &str, findings: &[FindingCount]) {
    if findings.is_empty() {
        return;
    }
    flow.subsection(heading);
    let is_raised = |finding: &&FindingCount| finding.functions.iter().flatten().any(|count| *count > 0);
    let (raised, others): (Vec<_>, Vec<_>) = findings.iter().partition(is_raised);
    let columns = vec![
        Column::words(column, 138.0),
        Column::of_verdict(Verdict::Bpo, 82.0, false),
        Column::of_verdict(Verdict::TraditionalOutsourcing, 112.0, false),
        Column::words("What it says", 0.0),
    ];
    let whole = findings.iter().flat_map(|finding| finding.functions).flatten().max().unwrap_or(0);
    let row = |finding: &FindingCount| {
        let [bpo, outsourcing] = finding.functions;
        let count = |functions: Option<usize>, verdict| -> Cell {
            functions.map(|count| Part::Count { count, whole, verdict }).into_iter().collect()
        };
        vec![
            vec![styled(&finding.title, CELL_STRONG)],
            count(bpo, Verdict::Bpo),
            count(outsourcing, Verdict::TraditionalOutsourcing),
            vec![plain(&finding.text)],
        ]
    };
    table::add(flow, Table::of(columns, raised.into_iter().map(row).collect()));
    add_not_raised(flow, summary, others.iter().map(|finding| &*finding.title));
}

/// Says what was raised on no candidate, which may yet come.
fn add_not_raised<'a>(flow: &mut Flow, summary: &Summary, titles: impl Iterator<Item = &'a str>) {
    let titles: Vec<String> = titles.map(lower_first).collect();
    if !titles.is_empty() {
        flow.remark(&summary.say.findings_not_raised(&listed(&titles)));
    }
}

fn add_contract_terms(flow: &mut Flow, summary: &Summary) {
    if summary.contract_terms.is_empty() {
        return;
    }
    flow.subsection(summary.say.findings_terms_heading());
    let (raised, others): (Vec<_>, Vec<_>) = summary.contract_terms.iter().partition(|term| term.functions > 0);
    let columns = vec![
        Column::words("Where", 138.0),
        Column::words("What to agree", 170.0),
        Column::words("Costliest first", 135.0),
        Column::figures("Functions", 0.0),
    ];
    let row = |term: &ContractTerm| {
        vec![
            vec![styled(&term.title, CELL_STRONG)],
            vec![plain(&term.text)],
            vec![styled(&term.where_first, CELL_QUIET)],
            vec![plain(grouped(term.functions as u64))],
        ]
    };
    table::add(flow, Table::of(columns, raised.into_iter().map(row).collect()));
    add_not_raised(flow, summary, others.iter().map(|term| &*term.title));
}

/// Adds the method on a page of its own: the paragraphs, the criteria and the settings.
pub(crate) fn add_method(flow: &mut Flow, summary: &Summary) {
    if summary.criteria.is_empty() && summary.method.is_empty() && summary.settings.is_empty() {
        return;
    }
    flow.page_section(summary.say.method_heading());
    for paragraph in &summary.method {
        let element = flow.element("P");
        flow.lines(paragraph, DENSE, MEASURE, 4.0, element);
    }
    if !summary.criteria.is_empty() {
        flow.subsection(summary.say.method_criteria_heading());
        let columns = vec![
            Column::words("Criterion", 82.0),
            Column::figures("Weight", 40.0),
            Column::of_verdict(Verdict::Bpo, 86.0, false),
            Column::of_verdict(Verdict::TraditionalOutsourcing, 92.0, false),
            Column::words("In the source", 0.0),
        ];
        let rows = summary.criteria.iter().map(|criterion| {
            vec![
                vec![styled(&criterion.name, CELL_STRONG)],
                vec![plain(&criterion.weight)],
                vec![plain(&criterion.bpo)],
                vec![plain(&criterion.outsourcing)],
                vec![styled(&criterion.source, CELL_QUIET)],
            ]
        });
        table::add(flow, Table::of(columns, rows.collect()));
    }
    add_settings(flow, summary.say.method_settings_heading(), &summary.settings);
}

/// The settings, two to a row: they are short, and the method should fit on its page.
fn add_settings(flow: &mut Flow, title: &str, settings: &[Fact]) {
    if settings.is_empty() {
        return;
    }
    flow.subsection(title);
    let columns = vec![
        Column::words("Setting", 188.0),
        Column::words("Value", 64.0),
        Column::words("Setting", 188.0),
        Column::words("Value", 0.0),
    ];
    let pairs = settings.chunks(2).map(|pair| {
        let cells = |fact: Option<&Fact>| match fact {
            Some(fact) => [vec![plain(&fact.label)], vec![styled(&fact.value, CELL_STRONG)]],
            None => [vec![], vec![]],
        };
        [cells(pair.first()), cells(pair.get(1))].concat()
    });
    table::add(flow, Table::of(columns, pairs.collect()));
}

fn add_facts(flow: &mut Flow, title: &str, label: &str, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    flow.subsection(title);
    let columns = vec![Column::words(label, 190.0), Column::words("Value", 0.0)];
    let rows = facts.iter().map(|fact| vec![vec![styled(&fact.label, CELL_STRONG)], vec![plain(&fact.value)]]);
    let first = flow.pieces.len();
    table::add(flow, Table::of(columns, rows.collect()));
    // They are few, and read together.
    for piece in flow.pieces[first..].iter_mut().rev().skip(1) {
        piece.keep = true;
    }
}

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
    add_facts(flow, summary.say.quality_provenance_heading(), "Source", &summary.provenance);
}

/// Says which characters stand as U+FFFD, by their numbers: they cannot be shown.
fn add_not_drawn(flow: &mut Flow, summary: &Summary, not_drawn: &[char]) {
    if not_drawn.is_empty() {
        return;
    }
    let mut names: Vec<String> = not_drawn.iter().take(LISTED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let rest = not_drawn.len().saturating_sub(LISTED);
    if rest > 0 {
        names.push(format!("{} more", grouped(rest as u64)));
    }
    flow.caption(&summary.say.quality_not_drawn(&listed(&names)));
}

fn add_columns(flow: &mut Flow, summary: &Summary) {
    if summary.columns.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_columns_heading());
    let columns = vec![
        Column::words("Column", 44.0),
        Column::words("Header", 112.0),
        Column::words("Read as", 90.0),
        Column::words("How", 170.0),
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
    table::add(flow, Table::of(columns, rows.collect()));
}

fn add_excluded(flow: &mut Flow, summary: &Summary) {
    if summary.excluded.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_excluded_heading());
    let columns = vec![Column::words("Row", 44.0), Column::words("Why", 0.0)];
    let rows = summary.excluded.iter().take(LISTED);
    let rows = rows.map(|line| vec![vec![plain(&line.row)], vec![plain(&line.reason)]]);
    table::add(flow, Table::of(columns, rows.collect()));
    add_rest(flow, summary.excluded.len(), ["row", "rows"]);
}

fn add_problems(flow: &mut Flow, summary: &Summary) {
    if summary.problems.is_empty() && summary.unlisted_problems.is_empty() {
        return;
    }
    flow.subsection(summary.say.quality_problems_heading());
    let columns =
        vec![Column::words("Problem", 84.0), Column::words("Where", 150.0), Column::words("What, and what to do", 0.0)];
    let rows = summary.problems.iter().take(LISTED).map(problem_row).collect();
    table::add(flow, Table::of(columns, rows));
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
        flow.remark(&format!("{} more {noun} {verb} in the workbook only.", grouped(rest as u64)));
    }
}
