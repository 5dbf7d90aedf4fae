//! What stands behind the answer: questions, findings, the method, the reading of the data, and where it comes from.

use super::rankings;
use crate::assessment::Verdict;
use crate::report::model::{ContractTerm, Fact, FindingCount, QuestionLine, Summary};
use crate::report::pdf::setting::flow::{Flow, Target};
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{self, Cell, CellPart, Column, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL_QUIET, CELL_STRONG, DENSE};
use crate::report::words::figures::{grouped, lower_first};
use crate::report::words::messages::Messages;

/// Adds in a few sentences what there is nothing to list of, instead of sections of one line each.
pub(crate) fn add_empty(flow: &mut Flow, summary: &Summary) {
    let Summary { map, departments, locations, bpo, outsourcing, review, known, .. } = summary;
    let groups = [departments, locations].into_iter().filter(|breakdown| breakdown.groups.is_empty());
    let rankings = [bpo, outsourcing, review].into_iter().filter(|ranking| ranking.lines.is_empty());
    let captions = Some(&map.caption).filter(|_| map.points.is_empty()).into_iter();
    let captions =
        captions.chain(groups.map(|breakdown| &breakdown.caption)).chain(rankings.map(|ranking| &ranking.caption));
    let captions = captions.chain(Some(known).filter(|_| is_all_known(summary)));
    let sentences: Vec<&str> = captions.map(String::as_str).filter(|caption| !caption.is_empty()).collect();
    if !sentences.is_empty() {
        flow.remark(&sentences.join(" "));
    }
}

fn is_all_known(summary: &Summary) -> bool {
    summary.ask_next.is_empty() && summary.insufficient.lines.is_empty()
}

/// Adds what is not known: how much, what to ask, and the functions without a verdict.
pub(crate) fn add_unknown(flow: &mut Flow, summary: &Summary) {
    let Summary { known, ask_next, insufficient, .. } = summary;
    if is_all_known(summary) {
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
        add_questions(flow, &summary.say, ask_next);
    }
    if !insufficient.lines.is_empty() {
        flow.subsection(summary.say.unknown_functions_heading());
        rankings::add_insufficient(flow, summary);
    }
}

/// The questions, most settling first.
fn add_questions(flow: &mut Flow, say: &Messages, questions: &[QuestionLine]) {
    let columns = vec![
        Column::figures("", 22.0),
        Column::words(say.pdf_question(), 252.0),
        Column::figures(say.pdf_lacking(), 72.0),
        Column::words(say.pdf_effect(), 0.0),
    ];
    let row = |(number, question): (usize, &QuestionLine)| {
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
    add_matrix(flow, summary, summary.say.findings_risks_heading(), summary.say.risk(), &summary.risks);
    add_matrix(flow, summary, summary.say.findings_benefits_heading(), summary.say.benefit(), &summary.benefits);
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
        Column::words(summary.say.pdf_says(), 0.0),
    ];
    let whole = findings.iter().flat_map(|finding| finding.functions).flatten().max().unwrap_or(0);
    let row = |finding: &FindingCount| {
        let [bpo, outsourcing] = finding.functions;
        let count = |functions: Option<usize>, verdict| -> Cell {
            functions.map(|count| CellPart::Count { count, whole, verdict }).into_iter().collect()
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
        flow.remark(&summary.say.findings_not_raised(&summary.say.listed(&titles)));
    }
}

fn add_contract_terms(flow: &mut Flow, summary: &Summary) {
    if summary.contract_terms.is_empty() {
        return;
    }
    flow.subsection(summary.say.findings_terms_heading());
    let (raised, others): (Vec<_>, Vec<_>) = summary.contract_terms.iter().partition(|term| term.functions > 0);
    let columns = vec![
        Column::words(summary.say.pdf_where(), 138.0),
        Column::words(summary.say.pdf_agree(), 170.0),
        Column::words(summary.say.pdf_costliest(), 135.0),
        Column::figures(summary.say.pdf_functions(), 0.0),
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
            Column::words(summary.say.pdf_criterion(), 82.0),
            Column::figures(summary.say.pdf_weight(), 40.0),
            Column::of_verdict(Verdict::Bpo, 86.0, false),
            Column::of_verdict(Verdict::TraditionalOutsourcing, 92.0, false),
            Column::words(summary.say.pdf_in_source(), 0.0),
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
    add_settings(flow, &summary.say, &summary.settings);
    add_terms(flow, summary);
}

/// What is meant by the words of the report.
fn add_terms(flow: &mut Flow, summary: &Summary) {
    if summary.terms.is_empty() {
        return;
    }
    flow.subsection(summary.say.terms_heading());
    let columns = vec![Column::words(summary.say.pdf_term(), 120.0), Column::words(summary.say.pdf_says(), 0.0)];
    let rows = summary.terms.iter().map(|term| vec![vec![styled(&term.label, CELL_STRONG)], vec![plain(&term.value)]]);
    table::add(flow, Table::of(columns, rows.collect()));
}

/// The settings, two to a row: they are short, and the method should fit on its page.
fn add_settings(flow: &mut Flow, say: &Messages, settings: &[Fact]) {
    if settings.is_empty() {
        return;
    }
    flow.subsection(say.method_settings_heading());
    let columns = vec![
        Column::words(say.pdf_setting(), 188.0),
        Column::words(say.pdf_value(), 64.0),
        Column::words(say.pdf_setting(), 188.0),
        Column::words(say.pdf_value(), 0.0),
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

pub(crate) fn add_facts(flow: &mut Flow, summary: &Summary) {
    let (say, facts) = (&summary.say, &summary.provenance);
    if facts.is_empty() {
        return;
    }
    flow.subsection(say.quality_provenance_heading());
    let columns = vec![Column::words(say.pdf_source(), 190.0), Column::words(say.pdf_value(), 0.0)];
    let rows = facts.iter().map(|fact| vec![vec![styled(&fact.label, CELL_STRONG)], vec![plain(&fact.value)]]);
    let first = flow.pieces.len();
    table::add(flow, Table::of(columns, rows.collect()));
    // They are few, and read together.
    for piece in flow.pieces[first..].iter_mut().rev().skip(1) {
        piece.keep = true;
    }
}
