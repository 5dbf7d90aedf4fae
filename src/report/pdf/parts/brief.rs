//! What is said instead of all else where no function has a verdict: what is missing, and what the file does tell.

use super::{closing, places, quality};
use crate::report::lists::{Breakdown, Headline};
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::sheet::MEASURE;
use crate::report::pdf::setting::text::LABEL;
use crate::report::words::figures::shortened;

/// The most lines of each list.
const MOST: usize = 6;
/// The most characters of a fact, such as the command with all its options; the record holds it in full.
const LONGEST_FACT: usize = 200;

/// Adds the page after the first, its lists as long as so much height allows.
pub(crate) fn add(flow: &mut Flow, summary: &Summary, not_drawn: &[char], page: f32) {
    let fits = |lines: &usize| {
        let mut trial = Flow::new();
        lay_out(&mut trial, summary, not_drawn, *lines);
        let above = trial.pieces.first().map_or(0.0, |piece| piece.before);
        trial.height() - above <= page
    };
    let lines = (1..=MOST).rev().find(fits).unwrap_or(1);
    lay_out(flow, summary, not_drawn, lines);
}

fn lay_out(flow: &mut Flow, summary: &Summary, not_drawn: &[char], lines: usize) {
    let say = &summary.say;
    flow.section(&summary.unknown);
    closing::add_insufficient(flow, summary, lines);
    let read: Vec<&str> = summary
        .columns
        .iter()
        .filter(|column| !column.known.is_empty() && !column.examples.is_empty())
        .map(|column| column.attribute.as_str())
        .collect();
    let finding = say.brief_read(read.len(), summary.columns.len(), &say.listed(&read));
    let first = flow.pieces.len();
    flow.section(&Headline { topic: say.brief_heading().to_owned(), finding, lead: String::new() });
    // Both stand on one page.
    flow.pieces[first].fresh = None;
    quality::add_accounting(flow, summary, not_drawn);
    if let Some(breakdown) = summary.places.breakdowns.first() {
        let groups: Vec<_> = breakdown.groups.iter().take(lines).cloned().collect();
        let is_cut = groups.len() < breakdown.groups.len();
        let shows = if is_cut { say.groups_largest(&breakdown.shows) } else { breakdown.shows.clone() };
        places::add_breakdown(flow, say, &Breakdown { shows, groups, ..breakdown.clone() });
    }
    quality::add_problems(flow, summary, lines);
    flow.paragraph(say.method_limits());
    let facts: Vec<String> =
        summary.provenance.iter().map(|fact| say.led(&fact.label, &shortened(&fact.value, LONGEST_FACT))).collect();
    let element = flow.element("P");
    flow.lines(&facts.join(" · "), LABEL, MEASURE, 4.0, element);
}
