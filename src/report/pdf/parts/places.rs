//! The portfolio by department and by location, and whose work it is.

use crate::report::lists::{Breakdown, GroupLine, Jobs, JobsLine, Places};
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::table::{self, CellPart, Column, Table, plain, within};
use crate::report::pdf::setting::text::{CELL, CELL_STRONG, Style};
use crate::report::words::messages::Messages;

/// The least and the most that the bar takes up, and the most that names do.
const LEAST_BAR: f32 = 52.0;
const MOST_BAR: f32 = 130.0;
const MOST_NAMES: f32 = 190.0;
/// What names get at least, where they need it.
const LEAST_NAMES: f32 = 90.0;
/// The most lines of a name.
const NAME_LINES: usize = 2;

/// Adds where the candidates are; nothing if no place has a name.
pub(crate) fn add(flow: &mut Flow, say: &Messages, places: &Places) {
    if places.breakdowns.is_empty() {
        return;
    }
    flow.section(&places.heading);
    for breakdown in &places.breakdowns {
        add_breakdown(flow, say, breakdown);
    }
}

/// Adds a table of groups.
pub(crate) fn add_breakdown(flow: &mut Flow, say: &Messages, breakdown: &Breakdown) {
    flow.exhibit(say, &breakdown.shows);
    let groups = &breakdown.groups;
    let figures: [(_, _, Text); 3] = [
        (say.pdf_annual_cost(), [58.0, 92.0], |group| &group.cost),
        (say.pdf_candidate_cost(), [58.0, 92.0], |group| &group.candidate_cost),
        (say.pdf_people(), [40.0, 56.0], |group| &group.fte),
    ];
    let figures = figures.into_iter().filter(|(_, _, figure)| groups.iter().any(|group| !figure(group).is_empty()));
    let mut figures: Vec<_> = figures
        .map(|(title, [least, most], figure)| (title, width(groups, figure, CELL).clamp(least, most), figure))
        .collect();
    let counts = wide_enough([28.0, 58.0, 30.0, 57.0], |verdict| {
        groups.iter().map(move |group| say.whole(group.functions[verdict] as u64))
    });
    let names = width(groups, |group| &group.name, CELL_STRONG).clamp(60.0, MOST_NAMES);
    let taken_by = |figures: &[(&str, f32, Text)]| {
        counts.iter().sum::<f32>() + figures.iter().map(|(_, width, _)| width).sum::<f32>()
    };
    // Names need their room more than the cost of the candidates does.
    if MEASURE - taken_by(&figures) - LEAST_BAR < names.min(LEAST_NAMES) && figures.len() > 2 {
        figures.remove(1);
    }
    let taken = taken_by(&figures);
    // The bar takes what the names leave.
    let bar = (MEASURE - taken - names).clamp(LEAST_BAR, MOST_BAR);
    let mut columns = vec![Column::words(breakdown.dimension.clone(), MEASURE - taken - bar)];
    columns.push(Column::words(say.pdf_functions(), bar));
    columns.extend(Column::of_verdicts(say, counts));
    columns.extend(figures.iter().map(|(title, width, _)| Column::figures(*title, *width)));
    let whole = groups.iter().map(|group| group.functions.iter().sum::<usize>()).max().unwrap_or(0) as f64;
    let row = |group: &GroupLine| {
        let amounts = group.functions.map(|count| count as f64);
        let mut row = vec![name(&group.name), vec![CellPart::Stack { amounts, whole }]];
        row.extend(group.functions.map(|count| vec![plain(say.whole(count as u64))]));
        row.extend(figures.iter().map(|(_, _, figure)| vec![plain(figure(group).clone())]));
        row
    };
    table::add(flow, Table::close(columns, groups.iter().map(row).collect()));
    flow.source(&breakdown.source);
}

/// Adds whose work the functions are.
pub(crate) fn add_jobs(flow: &mut Flow, say: &Messages, jobs: Option<&Jobs>) {
    let Some(jobs) = jobs else { return };
    flow.section(&jobs.heading);
    flow.exhibit(say, &jobs.shows);
    let lines = &jobs.lines;
    let counts = wide_enough([44.0, 64.0, 44.0, 64.0], |verdict| lines.iter().map(move |line| &line.shown[verdict]));
    let [all] = wide_enough([44.0], |_| lines.iter().map(|line| &line.all));
    let taken = counts.iter().sum::<f32>() + all;
    let mut columns = vec![
        Column::words(jobs.dimension.clone(), MEASURE - taken - MOST_BAR),
        Column::words(say.pdf_people(), MOST_BAR),
    ];
    columns.extend(Column::of_verdicts(say, counts));
    columns.push(Column::figures(say.pdf_all_people(), all));
    let whole = jobs.lines.iter().map(|line| line.people.iter().sum::<f64>()).fold(0.0, f64::max);
    let row = |line: &JobsLine| {
        let mut row = vec![name(&line.name), vec![CellPart::Stack { amounts: line.people, whole }]];
        row.extend(line.shown.iter().chain([&line.all]).map(|figure| vec![plain(figure)]));
        row
    };
    table::add(flow, Table::close(columns, jobs.lines.iter().map(row).collect()));
    flow.source(&jobs.source);
}

fn name(name: &str) -> Vec<CellPart> {
    vec![within(NAME_LINES, name, CELL_STRONG)]
}

/// Widths of columns at which no figure is broken, and no header.
fn wide_enough<const N: usize, F: AsRef<str>, I: Iterator<Item = F>>(
    least: [f32; N],
    figures: impl Fn(usize) -> I,
) -> [f32; N] {
    std::array::from_fn(|column| {
        let widths = figures(column).map(|figure| CELL.width(figure.as_ref()).ceil() + table::GAP);
        widths.fold(least[column], f32::max)
    })
}

/// A text about a group.
type Text = fn(&GroupLine) -> &String;

/// The width of a column that holds these texts.
fn width(groups: &[GroupLine], text: Text, style: Style) -> f32 {
    // More than a line of a page need not be measured.
    let seen = |text: &str| text.chars().take(120).collect::<String>();
    groups.iter().map(|group| style.width(&seen(text(group)))).fold(0.0, f32::max).ceil() + table::GAP
}
