//! What stands behind the answer: questions, findings and the method.

use crate::assessment::Verdict;
use crate::report::lists::{ContractTerm, FindingCount, MissingGroup};
use crate::report::model::{Fact, QuestionLine, Summary};
use crate::report::pdf::setting::flow::{Flow, Target};
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{self, Cell, CellPart, Column, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL_QUIET, CELL_STRONG, DENSE};
use crate::report::words::messages::Messages;

/// Adds what is not known: what to ask, and the functions without a verdict by what they lack.
pub(crate) fn add_unknown(flow: &mut Flow, summary: &Summary) {
    let Summary { unknown, ask_next, insufficient, say, .. } = summary;
    if ask_next.is_empty() && insufficient.is_empty() {
        return;
    }
    flow.section(unknown);
    if !ask_next.is_empty() {
        let first = flow.pieces.len();
        flow.exhibit(say, say.unknown_questions_heading());
        if let Some(piece) = flow.pieces.get_mut(first) {
            piece.target = Some(Target::Questions);
        }
        add_questions(flow, say, ask_next);
        flow.source(&summary.sources.judged);
    }
    add_insufficient(flow, summary, usize::MAX);
}

/// Adds the functions without a verdict by what they lack, in so many groups at most.
pub(crate) fn add_insufficient(flow: &mut Flow, summary: &Summary, most: usize) {
    let Summary { insufficient, say, .. } = summary;
    if insufficient.is_empty() {
        return;
    }
    flow.exhibit(say, say.unknown_functions_heading());
    let has_cost = insufficient.iter().any(|group| !group.cost.is_empty());
    let mut columns = vec![Column::words(say.pdf_missing(), 224.0), Column::figures(say.pdf_functions(), 56.0)];
    columns.extend(has_cost.then(|| Column::figures(say.pdf_annual_cost(), 66.0)));
    columns.push(Column::words(say.pdf_costliest(), 0.0));
    let row = |group: &MissingGroup| {
        let mut row = vec![vec![plain(&group.missing)], vec![plain(say.whole(group.functions as u64))]];
        row.extend(has_cost.then(|| vec![plain(&group.cost)]));
        row.push(vec![plain(&group.named)]);
        row
    };
    let (shown, others) = insufficient.split_at(most.min(insufficient.len()));
    table::add(flow, Table::close(columns, shown.iter().map(row).collect()));
    flow.source(&summary.sources.functions);
    let more = summary.insufficient_more + others.iter().map(|group| group.functions).sum::<usize>();
    if more > 0 {
        flow.remark(&say.missing_more(more));
    }
}

/// The questions, most settling first.
fn add_questions(flow: &mut Flow, say: &Messages, questions: &[QuestionLine]) {
    let columns = vec![
        Column::figures("", 22.0),
        Column::words(say.pdf_question(), 220.0),
        Column::figures(say.pdf_lacking(), 72.0),
        Column::words(say.pdf_effect(), 0.0),
    ];
    let row = |(number, question): (usize, &QuestionLine)| {
        vec![
            vec![styled((number + 1).to_string(), CELL_QUIET)],
            vec![styled(&question.attribute, CELL_STRONG), plain(&question.text)],
            vec![plain(say.whole(question.functions as u64))],
            vec![plain(&question.effect)],
        ]
    };
    table::add(flow, Table::close(columns, questions.iter().enumerate().map(row).collect()));
}

/// Adds benefits and risks by verdict, and the terms that belong into contracts.
pub(crate) fn add_findings(flow: &mut Flow, summary: &Summary) {
    let Summary { benefits, risks, contract_terms, say, .. } = summary;
    let is_raised = |finding: &FindingCount| finding.functions.iter().flatten().any(|count| *count > 0);
    let has_terms = contract_terms.iter().any(|term| term.functions > 0);
    if !benefits.iter().chain(risks).any(is_raised) && !has_terms {
        return;
    }
    flow.section(&summary.raised);
    add_matrix(flow, summary, say.findings_risks_heading(), say.risk(), risks);
    add_matrix(flow, summary, say.findings_benefits_heading(), say.benefit(), benefits);
    add_contract_terms(flow, summary);
    let unraised = risks.iter().chain(benefits).filter(|finding| !is_raised(finding)).map(|finding| &finding.title);
    let unused = contract_terms.iter().filter(|term| term.functions == 0).map(|term| &term.title);
    let titles: Vec<String> = unraised.chain(unused).map(|title| say.inside(title)).collect();
    if !titles.is_empty() {
        flow.remark(&say.findings_not_raised(&say.listed(&titles)));
    }
}

/// What was raised on the candidates of either kind.
fn add_matrix(flow: &mut Flow, summary: &Summary, shows: &str, column: &str, findings: &[FindingCount]) {
    let is_raised = |finding: &&FindingCount| finding.functions.iter().flatten().any(|count| *count > 0);
    let raised: Vec<_> = findings.iter().filter(is_raised).collect();
    if raised.is_empty() {
        return;
    }
    flow.exhibit(&summary.say, shows);
    let columns = vec![
        Column::words(column, 106.0),
        Column::of_verdict(&summary.say, Verdict::Bpo, 68.0),
        Column::of_verdict(&summary.say, Verdict::TraditionalOutsourcing, 72.0),
        Column::figures(summary.say.pdf_cost(), 52.0),
        Column::words(summary.say.pdf_says(), 0.0),
    ];
    let whole = findings.iter().flat_map(|finding| finding.functions).flatten().max().unwrap_or(0);
    let row = |finding: &FindingCount| {
        let [bpo, outsourcing] = finding.functions;
        let count = |functions: Option<usize>, verdict| -> Cell {
            functions
                .map(|count| {
                    let [shown, widest] = [count, whole].map(|count| summary.say.whole(count as u64));
                    CellPart::Count { count, whole, shown, widest, verdict }
                })
                .into_iter()
                .collect()
        };
        vec![
            vec![styled(&finding.title, CELL_STRONG)],
            count(bpo, Verdict::Bpo),
            count(outsourcing, Verdict::TraditionalOutsourcing),
            vec![plain(&finding.cost)],
            vec![styled(&finding.text, CELL_QUIET)],
        ]
    };
    table::add(flow, Table::close(columns, raised.into_iter().map(row).collect()));
    flow.source(&summary.sources.judged);
}

fn add_contract_terms(flow: &mut Flow, summary: &Summary) {
    let say = &summary.say;
    let raised: Vec<_> = summary.contract_terms.iter().filter(|term| term.functions > 0).collect();
    if raised.is_empty() {
        return;
    }
    flow.exhibit(say, say.findings_terms_heading());
    let columns = vec![
        Column::words(say.pdf_where(), 106.0),
        Column::figures(say.pdf_functions(), 52.0),
        Column::figures(say.pdf_cost(), 58.0),
        Column::words(say.pdf_agree(), 150.0),
        Column::words(say.pdf_costliest(), 0.0),
    ];
    let row = |term: &ContractTerm| {
        vec![
            vec![styled(&term.title, CELL_STRONG)],
            vec![plain(say.whole(term.functions as u64))],
            vec![plain(&term.cost)],
            vec![styled(&term.text, CELL_QUIET)],
            vec![plain(&term.where_first)],
        ]
    };
    table::add(flow, Table::close(columns, raised.into_iter().map(row).collect()));
    flow.source(&summary.sources.judged);
}

/// Adds the method: the paragraphs, what there is nothing to list of, the criteria, the settings and the terms.
pub(crate) fn add_method(flow: &mut Flow, summary: &Summary) {
    flow.section(&summary.rules);
    let nothing = Some(&summary.nothing).filter(|sentences| !sentences.is_empty());
    for paragraph in summary.method.iter().chain(nothing) {
        let element = flow.element("P");
        flow.lines(paragraph, DENSE, MEASURE, 4.0, element);
    }
    if !summary.criteria.is_empty() {
        flow.exhibit(&summary.say, summary.say.method_criteria_heading());
        let columns = vec![
            Column::words(summary.say.pdf_criterion(), 82.0),
            Column::figures(summary.say.pdf_weight(), 40.0),
            Column::of_verdict(&summary.say, Verdict::Bpo, 86.0),
            Column::of_verdict(&summary.say, Verdict::TraditionalOutsourcing, 92.0),
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
        table::add(flow, Table::close(columns, rows.collect()));
        flow.source(&summary.sources.rules);
    }
    add_settings(flow, &summary.say, &summary.settings);
    add_terms(flow, summary);
}

/// What is meant by the words of the report.
fn add_terms(flow: &mut Flow, summary: &Summary) {
    if summary.terms.is_empty() {
        return;
    }
    flow.exhibit(&summary.say, summary.say.terms_heading());
    let columns = vec![Column::words(summary.say.pdf_term(), 120.0), Column::words(summary.say.pdf_says(), 0.0)];
    let rows = summary.terms.iter().map(|term| vec![vec![styled(&term.label, CELL_STRONG)], vec![plain(&term.value)]]);
    table::add(flow, Table::close(columns, rows.collect()));
}

/// The settings, two to a row: they are short, and the method should fit on its page.
fn add_settings(flow: &mut Flow, say: &Messages, settings: &[Fact]) {
    if settings.is_empty() {
        return;
    }
    flow.exhibit(say, say.method_settings_heading());
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
    table::add(flow, Table::close(columns, pairs.collect()));
}
