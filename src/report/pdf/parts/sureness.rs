//! How sure the verdicts are: which hold, and which weight they hang on.

use crate::assessment::weights::{MOST_RAISED, Swing};
use crate::report::lists::Certainty;
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::table::{self, CellPart, Column, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL_QUIET, CELL_STRONG};

/// Adds how many verdicts hold, and how many change with each weight.
pub(crate) fn add(flow: &mut Flow, summary: &Summary) {
    if summary.swings.is_empty() || summary.sureness.finding.is_empty() {
        return;
    }
    flow.section(&summary.sureness);
    add_certainties(flow, summary);
    add_swings(flow, summary);
}

/// The same bar for each thing that makes verdicts more or less sure, all to one scale.
fn add_certainties(flow: &mut Flow, summary: &Summary) {
    let say = &summary.say;
    flow.exhibit(say, say.sureness_show());
    let mut columns = vec![Column::words(say.pdf_kind(), 84.0), Column::words("", 84.0)];
    columns.extend(Column::of_verdicts(say, [28.0, 58.0, 30.0, 58.0]));
    columns.push(Column::words(say.pdf_meaning(), 0.0));
    let all = summary.certainties.iter().map(|certainty| certainty.functions.iter().sum::<usize>()).max().unwrap_or(0);
    let row = |certainty: &Certainty| {
        let amounts = certainty.functions.map(|count| count as f64);
        let mut row =
            vec![vec![styled(&certainty.name, CELL_STRONG)], vec![CellPart::Stack { amounts, whole: all as f64 }]];
        row.extend(certainty.functions.map(|count| vec![plain(say.whole(count as u64))]));
        row.push(vec![styled(&certainty.meaning, CELL_QUIET)]);
        row
    };
    table::add(flow, Table::close(columns, summary.certainties.iter().map(row).collect()));
    flow.source(&summary.sources.judged);
}

/// A tornado: the weights that most verdicts hang on come first. Where none hangs on any, the heading says all.
fn add_swings(flow: &mut Flow, summary: &Summary) {
    let say = &summary.say;
    let whole = summary.swings.iter().map(|(_, swing)| swing.lowered.max(swing.raised)).max().unwrap_or(0);
    if whole == 0 {
        return;
    }
    flow.exhibit(say, &say.swings_show(MOST_RAISED as usize));
    let columns = vec![
        Column::words(say.pdf_weight(), 150.0),
        Column::figures(say.swings_lowered(), 52.0),
        Column::words("", 200.0),
        Column::words(say.swings_raised(MOST_RAISED as usize), 0.0),
    ];
    let mut swings: Vec<&(String, Swing)> = summary.swings.iter().collect();
    swings.sort_by_key(|(_, swing)| std::cmp::Reverse(swing.lowered.max(swing.raised)));
    let row = |(name, swing): &&(String, Swing)| {
        vec![
            vec![styled(name, CELL_STRONG)],
            vec![plain(say.whole(swing.lowered as u64))],
            vec![CellPart::Swing { lowered: swing.lowered, raised: swing.raised, whole }],
            vec![plain(say.whole(swing.raised as u64))],
        ]
    };
    table::add(flow, Table::close(columns, swings.iter().map(row).collect()));
    flow.source(&summary.sources.judged);
}
