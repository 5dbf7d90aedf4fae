//! What each scenario comes to, and the functions whose verdict it changes.

use super::{changes, rankings};
use crate::report::lists::{ScenarioLine, ScenarioMove};
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::table::{self, CellPart, Column, Table, plain, styled, within};
use crate::report::pdf::setting::text::{CELL, CELL_QUIET, CELL_STRONG};

/// Functions that are listed; the workbook holds the rest.
const LISTED: usize = 12;
/// The most lines of why a verdict is another one.
const WHY_LINES: usize = 3;
/// The most lines of a scenario's name.
const NAME_LINES: usize = 2;

/// Adds the scenarios; nothing where there are none.
pub(crate) fn add(flow: &mut Flow, summary: &Summary) {
    let Some(tried) = &summary.tried else { return };
    let say = &summary.say;
    flow.section(&tried.heading);
    flow.exhibit(say, say.scenarios_show());
    let mut columns = vec![Column::words(say.pdf_scenario(), 150.0)];
    columns.extend(Column::of_verdicts(say, [66.0, 78.0, 56.0, 66.0]));
    columns.push(Column::figures(say.term_firm(), 34.0));
    columns.push(Column::figures(say.pdf_other_verdicts(), 0.0));
    let row = |line: &ScenarioLine| {
        let mut name = vec![within(NAME_LINES, &line.name, CELL_STRONG)];
        if !line.differs.is_empty() {
            name.push(styled(&line.differs, CELL_QUIET));
        }
        let verdicts = line
            .verdicts
            .iter()
            .zip(&line.costs)
            .map(|(count, cost)| vec![plain(say.whole(*count as u64)), styled(cost, CELL_QUIET)]);
        let figures = [line.firm, line.moved].map(|count| vec![plain(say.whole(count as u64))]);
        std::iter::once(name).chain(verdicts).chain(figures).collect::<Vec<Vec<CellPart>>>()
    };
    table::add(flow, Table::of(columns, tried.scenarios.iter().map(row).collect()));
    flow.source(&summary.sources.judged);
    if tried.functions.is_empty() {
        return;
    }
    flow.exhibit(say, say.scenarios_moved_show());
    let columns = vec![
        Column::words(say.pdf_function(), 150.0),
        Column::figures(say.pdf_cost(), 62.0),
        Column::words(say.pdf_in_the_run(), 112.0),
        Column::words(say.pdf_in_scenarios(), 0.0),
    ];
    let row = |line: &ScenarioMove| {
        let others =
            line.others.iter().flat_map(|(verdict, why)| [table::verdict(say, *verdict), within(WHY_LINES, why, CELL)]);
        vec![
            rankings::name(say, &line.name, &line.id, &line.row),
            vec![plain(line.cost.as_ref().map_or(String::new(), |cost| cost.short(say)))],
            vec![table::verdict(say, line.verdict)],
            others.collect(),
        ]
    };
    table::add(flow, Table::of(columns, tried.functions.iter().take(LISTED).map(row).collect()));
    flow.source(&summary.sources.judged);
    changes::add_rest(flow, summary, tried.functions.len().saturating_sub(LISTED), tried.more);
}
