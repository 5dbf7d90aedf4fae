//! The portfolio by department and by location.

use super::flow::Flow;
use super::sheet::MEASURE;
use super::table::{self, Column, Part, Table, plain, styled};
use super::text::CELL_STRONG;
use crate::report::{Breakdown, Group, Verdict};

/// Adds a breakdown; nothing if it has neither groups nor a caption.
pub(super) fn add(flow: &mut Flow, breakdown: &Breakdown) {
    if breakdown.groups.is_empty() && breakdown.caption.is_empty() {
        return;
    }
    flow.section(&breakdown.heading);
    if !breakdown.caption.is_empty() {
        flow.caption(&breakdown.caption);
    }
    let has = |figure: fn(&Group) -> &String| breakdown.groups.iter().any(|group| !figure(group).is_empty());
    let figures = [
        ("Annual cost", 76.0, cost as fn(&Group) -> &String),
        ("People (FTE)", 44.0, fte),
        ("Jobs touched (FTE)", 50.0, jobs),
    ];
    let figures: Vec<_> = figures.into_iter().filter(|(_, _, figure)| has(*figure)).collect();
    let counts = [34.0, 62.0, 34.0, 62.0];
    let taken: f32 = counts.iter().sum::<f32>() + figures.iter().map(|(_, width, _)| width).sum::<f32>();
    // The name and the bar share what the figures leave.
    let name = ((MEASURE - taken) * 0.6).min(150.0);
    let bar = (MEASURE - taken - name).min(130.0);
    let mut columns = vec![Column::words(breakdown.dimension.clone(), MEASURE - taken - bar)];
    columns.push(Column::words("Functions", bar));
    let titles = Verdict::ALL.into_iter().zip(counts);
    columns.extend(titles.map(|(verdict, width)| Column::of_verdict(verdict, width, true)));
    columns.extend(figures.iter().map(|(title, width, _)| Column::figures(*title, *width)));
    let whole = breakdown.groups.iter().map(|group| group.functions.iter().sum::<usize>()).max().unwrap_or(0) as f64;
    let row = |group: &Group| {
        let amounts = group.functions.map(|count| count as f64);
        let mut row = vec![vec![styled(group.name.clone(), CELL_STRONG)], vec![Part::Stack { amounts, whole }]];
        row.extend(group.functions.map(|count| vec![plain(super::grouped(count))]));
        row.extend(figures.iter().map(|(_, _, figure)| vec![plain(figure(group).clone())]));
        row
    };
    table::add(flow, Table::of(columns, breakdown.groups.iter().map(row).collect()));
}

fn cost(group: &Group) -> &String {
    &group.cost
}

fn fte(group: &Group) -> &String {
    &group.fte
}

fn jobs(group: &Group) -> &String {
    &group.jobs_touched
}
