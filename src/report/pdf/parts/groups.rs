//! The portfolio by department and by location.

use crate::assessment::Verdict;
use crate::report::model::{Breakdown, GroupLine};
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{self, CellPart, Column, Table, plain, styled};
use crate::report::pdf::setting::text::{CELL, CELL_STRONG, Style};
use crate::report::words::figures::grouped;
use crate::report::words::messages::Messages;

/// The least and the most that the bar takes up.
const LEAST_BAR: f32 = 54.0;
const MOST_BAR: f32 = 130.0;

/// Adds a breakdown; nothing if it has no groups.
pub(crate) fn add(flow: &mut Flow, say: &Messages, breakdown: &Breakdown) {
    if breakdown.groups.is_empty() {
        return;
    }
    flow.section(&breakdown.heading);
    if !breakdown.caption.is_empty() {
        flow.caption(&breakdown.caption);
    }
    let groups = &breakdown.groups;
    let figures: [(_, _, Text); 3] = [
        (say.pdf_annual_cost(), [58.0, 92.0], |group| &group.cost),
        (say.pdf_people(), [40.0, 56.0], |group| &group.fte),
        (say.pdf_jobs(), [50.0, 56.0], |group| &group.jobs_touched),
    ];
    let figures = figures.into_iter().filter(|(_, _, figure)| groups.iter().any(|group| !figure(group).is_empty()));
    let figures: Vec<_> = figures
        .map(|(title, [least, most], figure)| (title, width(groups, figure, CELL).clamp(least, most), figure))
        .collect();
    let counts = [34.0, 62.0, 34.0, 62.0];
    let taken: f32 = counts.iter().sum::<f32>() + figures.iter().map(|(_, width, _)| width).sum::<f32>();
    // The bar takes what the names leave.
    let names = width(groups, |group| &group.name, CELL_STRONG).max(60.0);
    let bar = (MEASURE - taken - names).clamp(LEAST_BAR, MOST_BAR);
    let mut columns = vec![Column::words(breakdown.dimension.clone(), MEASURE - taken - bar)];
    columns.push(Column::words(say.pdf_functions(), bar));
    let titles = Verdict::ALL.into_iter().zip(counts);
    columns.extend(titles.map(|(verdict, width)| Column::of_verdict(verdict, width, true)));
    columns.extend(figures.iter().map(|(title, width, _)| Column::figures(*title, *width)));
    let whole = groups.iter().map(|group| group.functions.iter().sum::<usize>()).max().unwrap_or(0) as f64;
    let row = |group: &GroupLine| {
        let amounts = group.functions.map(|count| count as f64);
        let mut row = vec![vec![styled(group.name.clone(), CELL_STRONG)], vec![CellPart::Stack { amounts, whole }]];
        row.extend(group.functions.map(|count| vec![plain(grouped(count as u64))]));
        row.extend(figures.iter().map(|(_, _, figure)| vec![plain(figure(group).clone())]));
        row
    };
    table::add(flow, Table::of(columns, groups.iter().map(row).collect()));
}

/// A text about a group.
type Text = fn(&GroupLine) -> &String;

/// The width of a column that holds these texts.
fn width(groups: &[GroupLine], text: Text, style: Style) -> f32 {
    groups.iter().map(|group| style.width(text(group))).fold(0.0, f32::max).ceil() + table::GAP
}
