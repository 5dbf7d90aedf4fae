//! Page one: the answer, the key figures, how the portfolio splits, what to decide and what to ask next.

use super::rankings;
use crate::assessment::Verdict;
use crate::report::model::{DecisionLine, KeyFigure, QuestionLine, Segment, Split, Summary};
use crate::report::pdf::setting::flow::{Flow, Piece, Target};
use crate::report::pdf::setting::fonts;
use crate::report::pdf::setting::sheet::{Drawing, ElementId, GUTTER, MEASURE, columns};
use crate::report::pdf::setting::table::{self, CellPart, Edge};
use crate::report::pdf::setting::text::{ANSWER, BODY, FIGURE, HEADING, LABEL, LABEL_STRONG, LEAD, STRONG, Style};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{ALERT, INK, MUTED, PANEL, RULE};

/// Adds page one, with so many things to decide and to ask at most; all of them stand in sections of their own.
pub(crate) fn add(flow: &mut Flow, summary: &Summary, rows: usize) {
    let (first, others) = summary.headline.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let others: Vec<&str> = others.iter().chain(&summary.decided).map(String::as_str).collect();
    for (kind, text, style, before) in [("H1", first, ANSWER, 10.0), ("P", &others.join(" "), LEAD, 9.0)] {
        let element = flow.element(kind);
        // Long lines are hard to read at this size: the answer leaves the last column free.
        flow.lines(text, style, columns(11), before, element);
    }
    if !summary.assumed.is_empty() {
        let element = flow.element("P");
        flow.lines(&summary.assumed, Style { colour: ALERT, ..STRONG }, columns(11), 9.0, element);
    }
    let element = flow.element("P");
    flow.lines(summary.say.terms_first(), Style { colour: MUTED, ..NEXT }, MEASURE, 6.0, element);
    for row in summary.key_figures.chunks(4) {
        add_tiles(flow, row, summary.key_figures.len().clamp(1, 4));
    }
    for (number, split) in summary.splits.iter().enumerate() {
        add_split(flow, &summary.say, split, number == 0);
    }
    add_next(flow, summary, rows);
}

fn add_tiles(flow: &mut Flow, figures: &[KeyFigure], across: usize) {
    let width = (MEASURE - GUTTER * (across as f32 - 1.0)) / across as f32;
    let inner = width - 18.0;
    let mut tiles = Drawing::default();
    let mut tallest: f32 = 0.0;
    for (number, figure) in figures.iter().enumerate() {
        tiles.element = Some(flow.element("P"));
        let left = number as f32 * (width + GUTTER) + 9.0;
        let value = fitting(&figure.value, inner);
        let top = tiles.lines(left, 8.0, LABEL.wrap(&figure.label, inner), LABEL);
        let top = tiles.lines(left, top, value.wrap(&figure.value, inner), value);
        let top = tiles.lines(left, top, LABEL.wrap(&figure.note, inner), LABEL);
        tallest = tallest.max(top + 7.0);
    }
    let mut drawing = Drawing { height: tallest, ..Drawing::default() };
    for number in 0..figures.len() {
        drawing.fill(number as f32 * (width + GUTTER), 0.0, width, tallest, PANEL);
    }
    drawing.place(tiles, 0.0, 0.0);
    flow.figure(drawing, 20.0);
}

/// The style of a tile's figure: as large as fits on one line, and no smaller than running text.
fn fitting(value: &str, width: f32) -> Style {
    let size = FIGURE.size * width / FIGURE.width(value).max(width);
    if size < 10.0 { Style { size: 10.0, leading: 14.0, ..FIGURE } } else { Style { size, ..FIGURE } }
}

/// One bar, each part named and counted above it: who listens has no first bar to look back to.
fn add_split(flow: &mut Flow, say: &Messages, split: &Split, is_first: bool) {
    let element = flow.element("P");
    let mut drawing = Drawing::of(element);
    let label_width = columns(2);
    let left = label_width + GUTTER;
    let width = MEASURE - left;
    let labels = drawing.lines(0.0, 17.0, LABEL.wrap(&split.label, label_width), LABEL);
    let mut amounts = [0.0; 4];
    for (amount, segment) in amounts.iter_mut().zip(&split.segments) {
        *amount = segment.amount.max(0.0);
    }
    let whole: f64 = amounts.iter().sum();
    let mut starts = [left; 4];
    for number in 1..4 {
        let share = if whole > 0.0 { amounts[number - 1] / whole } else { 0.0 };
        starts[number] = starts[number - 1] + share as f32 * width;
    }
    add_split_labels(&mut drawing, say, split, starts);
    drawing.element = None;
    if whole > 0.0 {
        drawing.stack([left, 12.0], [width, 20.0], amounts, whole);
    } else {
        drawing.fill(left, 12.0, width, 20.0, PANEL);
        drawing.rule(left, 32.0, width, 0.4, RULE);
    }
    drawing.height = labels.max(32.0);
    flow.figure(drawing, if is_first { 20.0 } else { 14.0 });
}

/// Mark, name and value of each part, above where it starts.
fn add_split_labels(drawing: &mut Drawing, say: &Messages, split: &Split, starts: [f32; 4]) {
    let name = |verdict: Verdict| format!("{} ", say.verdict(verdict));
    let lead = |verdict: Verdict| 9.0 + fonts::width(LABEL.face, LABEL.size, &name(verdict));
    let wide = |segment: &Segment| lead(segment.verdict) + LABEL_STRONG.width(&segment.value);
    let wanted: Vec<(f32, f32)> = starts.into_iter().zip(split.segments.iter().map(wide)).collect();
    let element = drawing.element;
    for (segment, x) in split.segments.iter().zip(apart(&wanted, starts[0], MEASURE)) {
        drawing.element = None;
        drawing.sign(x + 3.0, 5.0, 2.7, segment.verdict);
        drawing.element = element;
        drawing.text(x + 9.0, 0.0, name(segment.verdict), Style { colour: INK, ..LABEL });
        drawing.text(x + lead(segment.verdict), 0.0, segment.value.clone(), LABEL_STRONG);
    }
}

/// Places labels as near as may be to where they belong, without overlaps, between two edges.
fn apart(wanted: &[(f32, f32)], left: f32, right: f32) -> Vec<f32> {
    let gap = 9.0;
    let mut places: Vec<f32> = Vec::with_capacity(wanted.len());
    let mut free = left;
    for (start, wide) in wanted {
        let place = start.max(free);
        places.push(place);
        free = place + wide + gap;
    }
    let mut limit = right;
    for (place, (_, wide)) in places.iter_mut().zip(wanted).rev() {
        *place = place.min(limit - wide);
        limit = *place - gap;
    }
    places
}

/// Decisions and questions beside each other, row by row, so that the block may run over a page.
fn add_next(flow: &mut Flow, summary: &Summary, rows: usize) {
    let [decisions, questions] = [summary.decide_next.len(), summary.ask_next.len()].map(|count| count.min(rows));
    let has_both = decisions > 0 && questions > 0;
    let (half, right) = if has_both { (columns(6), columns(6) + GUTTER) } else { (MEASURE, 0.0) };
    let [decide, settle] = [summary.say.page_one_decide_heading(), summary.say.page_one_settle_heading()];
    let sides = [(0.0, decide, decisions), (right, settle, questions)];
    let mut heads = Drawing { height: HEADING.leading + 6.0, ..Drawing::default() };
    let mut lists = [0; 2];
    for ((left, title, count), list) in sides.into_iter().zip(&mut lists) {
        if count > 0 {
            heads.element = Some(flow.element("H2"));
            heads.text(left, 0.0, title, HEADING);
            heads.hairline(left, HEADING.leading + 3.0, half);
            *list = flow.element("L");
        }
    }
    if heads.items.is_empty() {
        return;
    }
    flow.pieces.push(Piece { drawing: heads, before: 28.0, keep: true, ..Piece::default() });
    let ranked =
        |index: usize| summary.bpo.lines.iter().chain(&summary.outsourcing.lines).find(|line| line.index == index);
    for row in 0..decisions.max(questions) {
        let mut drawing = Drawing::default();
        if let Some(decision) = summary.decide_next[..decisions].get(row) {
            let line = ranked(decision.index);
            let element = add_list_item(flow, lists[0], line.map(|line| Target::Function(line.index)));
            let key = line.and_then(|line| rankings::key_instead(&summary.say, &line.name, &line.id, &line.row));
            draw_numbered(
                &mut drawing,
                row,
                decision_parts(&summary.say, decision, key),
                &decision.cost,
                [0.0, half],
                element,
            );
        }
        if let Some(question) = summary.ask_next[..questions].get(row) {
            let element = add_list_item(flow, lists[1], Some(Target::Questions));
            draw_numbered(&mut drawing, row, question_parts(question), "", [right, half], element);
        }
        drawing.height += 8.0;
        flow.pieces.push(Piece { drawing, ..Piece::default() });
    }
}

/// Adds an item to a list; as a link where there is more about it further on.
fn add_list_item(flow: &mut Flow, list: ElementId, target: Option<Target>) -> ElementId {
    let item = flow.child(list, "LI");
    let body = flow.child(item, "LBody");
    target.map_or(body, |target| flow.link(body, target))
}

fn decision_parts(say: &Messages, decision: &DecisionLine, key: Option<String>) -> (String, Vec<CellPart>) {
    let verdict = table::marked(decision.verdict, say.verdict(decision.verdict), NEXT);
    let name = match key {
        Some(key) => format!("{} ({key})", decision.function),
        None => decision.function.clone(),
    };
    (name, vec![verdict, table::styled(decision.because.clone(), NEXT)])
}

fn question_parts(question: &QuestionLine) -> (String, Vec<CellPart>) {
    let effect = Style { colour: MUTED, ..NEXT };
    (
        question.attribute.clone(),
        vec![table::styled(question.text.clone(), NEXT), table::styled(question.effect.clone(), effect)],
    )
}

/// The text of decisions and questions.
const NEXT: Style = Style { size: 8.5, leading: 12.0, ..BODY };

/// A number, a strong first line with an amount at its end, and parts below.
fn draw_numbered(
    drawing: &mut Drawing,
    row: usize,
    (title, mut parts): (String, Vec<CellPart>),
    amount: &str,
    [left, width]: [f32; 2],
    element: ElementId,
) {
    let indent = 15.0;
    let inner = width - indent;
    let mut amount_width = if amount.is_empty() { 0.0 } else { STRONG.width(amount) + 8.0 };
    if amount_width > inner / 2.0 {
        // Amounts in several currencies get lines of their own.
        parts.insert(0, table::styled(amount, STRONG));
        amount_width = 0.0;
    }
    drawing.element = Some(element);
    drawing.text(left, 2.0, (row + 1).to_string(), Style { colour: MUTED, ..STRONG });
    let name = STRONG.wrap_most(&title, inner - amount_width, 2);
    let mut top = drawing.lines(left + indent, 2.0, name, STRONG);
    if amount_width > 0.0 {
        drawing.text_right(left + width, 2.0, amount, STRONG);
    }
    for line in table::lines(parts, inner, Edge::Ragged, Some(element)) {
        let height = line.height;
        drawing.place(line, left + indent, top);
        top += height;
    }
    drawing.height = drawing.height.max(top);
}
