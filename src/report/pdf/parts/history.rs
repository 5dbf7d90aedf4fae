//! How the portfolio stood in one run after the other, as lines.

use jiff::civil::Date;

use crate::report::lists::Course;
use crate::report::model::Summary;
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::sheet::{Drawing, MEASURE};
use crate::report::pdf::setting::text::{LABEL, LABEL_STRONG, Style};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{ALERT, BPO_BAR, INK, Rgb};

/// The field of the lines: its left edge, its right edge, its height.
const FIELD: [f32; 3] = [28.0, MEASURE - 150.0, 150.0];
/// The colours of the lines, which are none of a verdict's.
const COLOURS: [Rgb; 3] = [INK, BPO_BAR, ALERT];
/// The least distance between the names of two lines.
const APART: f32 = 12.0;

/// Adds the course of the figures; nothing where there were fewer than three runs.
pub(crate) fn add(flow: &mut Flow, summary: &Summary) {
    let Some(course) = &summary.course else { return };
    let say = &summary.say;
    flow.section(&course.heading);
    flow.exhibit(say, say.course_show());
    let figure = flow.element("Figure");
    flow.elements[figure].alternative = Some(course.in_words.clone());
    let mut drawing = Drawing::of(figure);
    draw(&mut drawing, &summary.say, course);
    flow.figure(drawing, 6.0);
    flow.source(&summary.sources.earlier);
}

fn draw(drawing: &mut Drawing, say: &Messages, course: &Course) {
    let [left, right, height] = FIELD;
    let most = course.lines.iter().flat_map(|line| line.figures.iter().flatten()).max().copied().unwrap_or(0).max(1);
    let y = |figure: usize| 6.0 + height * (1.0 - figure as f32 / most as f32);
    for figure in [0, most] {
        drawing.hairline(left, y(figure), right - left);
        drawing.text_right(left - 6.0, y(figure) - 5.0, say.whole(figure as u64), LABEL);
    }
    let across = places(&course.dates);
    let x = |at: usize| left + (right - left) * across[at];
    let ends = [course.dates.first(), course.dates.last()].map(|date| date.map_or("", String::as_str));
    drawing.text(left, y(0) + 5.0, ends[0], LABEL);
    drawing.text_right(right, y(0) + 5.0, ends[1], LABEL);
    let mut names: Vec<(f32, String)> = Vec::new();
    for (line, colour) in course.lines.iter().zip(COLOURS) {
        let known: Vec<(f32, f32)> =
            line.figures.iter().enumerate().filter_map(|(at, figure)| Some((x(at), y((*figure)?)))).collect();
        for pair in known.windows(2) {
            drawing.line([pair[0].0, pair[0].1], [pair[1].0, pair[1].1], 1.6, colour);
        }
        if let (Some((_, at)), Some(last)) = (known.last(), line.figures.iter().rev().flatten().next()) {
            drawing.fill(right - 2.5, *at - 2.5, 5.0, 5.0, colour);
            names.push((*at, format!("{} {}", say.whole(*last as u64), line.name)));
        }
    }
    // Names keep apart, in the order of their lines.
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free = f32::MIN;
    for (at, name) in names {
        let top = (at - 5.0).max(free);
        free = top + APART;
        let style = Style { colour: INK, ..LABEL_STRONG };
        drawing.text(right + 10.0, top, style.fit(&name, MEASURE - right - 10.0), style);
    }
    drawing.height = (y(0) + 16.0).max(free);
}

/// Where each run stands between the first and the last, 0 to 1: by its date, or one after the other where dates do not tell.
fn places(dates: &[String]) -> Vec<f32> {
    let days: Option<Vec<i32>> = dates.iter().map(|date| day(date)).collect();
    let days = days.filter(|days| days.first() != days.last());
    let days = days.unwrap_or_else(|| (0..).take(dates.len()).collect());
    let (first, last) = (days.first().copied().unwrap_or(0), days.last().copied().unwrap_or(1));
    days.iter().map(|day| (day - first) as f32 / (last - first).max(1) as f32).collect()
}

fn day(date: &str) -> Option<i32> {
    let date: Date = date.parse().ok()?;
    date.since(Date::ZERO).ok().map(|span| span.get_days())
}
