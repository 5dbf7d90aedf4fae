//! The portfolio map: every function by its evidence on two axes, its cost as an area, its verdict as a mark.
//!
//! Functions on the same spot are spread by a fixed pattern; those that lack an axis stand in a strip beside the map, at
//! the height or the place of the axis that is known.

use std::collections::BTreeMap;

use crate::assessment::Verdict;
use crate::report::model::{Map, MapPoint};
use crate::report::pdf::setting::flow::Flow;
use crate::report::pdf::setting::fonts;
use crate::report::pdf::setting::sheet::{Drawing, GUTTER, HAIRLINE, MEASURE, Symbol};
use crate::report::pdf::setting::text::{LABEL, LABEL_STRONG, Style};
use crate::report::words::messages::Messages;
use crate::report::words::palette::{INK, MUTED, PANEL, RULE, WHITE};

/// The least and the greatest height of the field with what stands below it, up to the figures of the axis.
const FIELD: [f32; 2] = [300.0, 470.0];
/// What stands below that, with the source.
const BELOW: f32 = 44.0;
/// Left of the field, for the figures of the axis.
const AXIS: f32 = 30.0;
/// The width of a strip for functions that lack an axis.
const STRIP: f32 = 46.0;
/// Between the field and a strip.
const APART: f32 = 8.0;
/// How far functions on the same spot are spread.
const SPREAD: f32 = 13.0;
/// How many lines say what a corner means.
const CORNER_LINES: usize = 4;
/// How many functions are named.
const NAMED: usize = 12;
/// How wide a name may be.
const NAME_WIDTH: f32 = 118.0;
/// The angle between two neighbours of a sunflower's seeds, in radians.
const GOLDEN_ANGLE: f32 = 2.399_963_2;

/// Left, top, right and bottom.
type Area = [f32; 4];

/// A mark as placed.
struct Placed<'a> {
    point: &'a MapPoint,
    x: f32,
    y: f32,
    radius: f32,
}

impl Placed<'_> {
    /// From the centre to the edge: a triangle reaches further than a circle of the same area.
    fn reach(&self) -> f32 {
        self.radius * if self.point.verdict == Verdict::TraditionalOutsourcing { 1.35 } else { 1.1 }
    }

    fn area(&self) -> Area {
        let reach = self.reach();
        [self.x - reach, self.y - reach, self.x + reach, self.y + reach]
    }
}

/// Adds the map on a page of its own, of so much height.
pub(crate) fn add(flow: &mut Flow, say: &Messages, map: &Map, source: &str, page: f32) {
    if map.points.is_empty() {
        return;
    }
    let before = flow.pieces.len();
    flow.section(&map.heading);
    flow.exhibit(say, say.map_shows());
    flow.caption(&map.caption);
    let figure = flow.element("Figure");
    flow.elements[figure].alternative =
        Some(say.pdf_map(&map.heading.finding, &map.x_title, &map.y_title, &map.in_words));
    let above: f32 = flow.pieces[before..].iter().map(|piece| piece.before + piece.drawing.height).sum();
    let drawing = draw(say, map, figure, page - above);
    flow.figure(drawing, 6.0);
    flow.source(source);
    if map.left_off > 0 {
        flow.remark(&say.pdf_map_left_off(map.left_off));
    }
}

fn draw(say: &Messages, map: &Map, figure: usize, room: f32) -> Drawing {
    let lacks_x = map.unplaced.iter().any(|point| point.x.is_none());
    let lacks_y = map.unplaced.iter().any(|point| point.y.is_none());
    let right = MEASURE - if lacks_x { STRIP + APART } else { 0.0 };
    let corners = map.corners.each_ref().map(|corner| {
        let mut lines = LABEL.wrap(corner, (right - AXIS - GUTTER) / 2.0);
        lines.truncate(CORNER_LINES);
        lines
    });
    let height = |one: usize, other: usize| corners[one].len().max(corners[other].len()) as f32 * LABEL.leading;
    let top = 31.0 + height(2, 3);
    let below = top + (room - top - BELOW).clamp(FIELD[0], FIELD[1]) - height(0, 1);
    let field = [AXIS, top, right, below - 4.0 - height(0, 1) - if lacks_y { STRIP } else { 0.0 }];
    let mut drawing = Drawing::of(figure);
    draw_key(&mut drawing, say, map);
    let title = |title: &str| LABEL.fit(title, right - AXIS);
    drawing.text(0.0, 15.0, format!("↑ {}", title(&map.y_title)), Style { colour: INK, ..LABEL });
    draw_axes(&mut drawing, field, below);
    drawing.text_right(right, below + 12.0, format!("{} →", title(&map.x_title)), Style { colour: INK, ..LABEL });
    draw_corners(&mut drawing, corners, field);
    draw_strips(&mut drawing, say, map, field, below);
    let placed = place(&map.points, field);
    for mark in &placed {
        drawing.sign(mark.x, mark.y, mark.radius, symbol(mark.point));
    }
    draw_names(&mut drawing, &placed, field);
    drawing.height = below + 23.0;
    drawing
}

/// The mark of a function.
fn symbol(point: &MapPoint) -> Symbol {
    if point.is_neutral { Symbol::Neutral } else { point.verdict.into() }
}

/// What the marks mean, above the map at the right.
fn draw_key(drawing: &mut Drawing, say: &Messages, map: &Map) {
    let mut x = 0.0;
    for verdict in Verdict::ALL {
        drawing.sign(x + 3.5, 5.0, 3.2, verdict);
        drawing.text(x + 10.0, 0.0, say.verdict(verdict), Style { colour: INK, ..LABEL });
        x += 10.0 + LABEL.width(say.verdict(verdict)) + 16.0;
    }
    if map.points.iter().chain(&map.unplaced).any(|point| point.is_neutral) {
        drawing.sign(x + 3.5, 5.0, 3.2, Symbol::Neutral);
        drawing.text(x + 10.0, 0.0, say.pdf_neutral(), Style { colour: INK, ..LABEL });
        x += 10.0 + LABEL.width(say.pdf_neutral()) + 16.0;
    }
    if map.points.iter().any(|point| point.weight > 0.0) {
        // Beside the title of the axis where the verdicts leave no room.
        let line = if x + LABEL.width(say.pdf_map_key()) > MEASURE + 10.0 { 15.0 } else { 0.0 };
        drawing.text_right(MEASURE, line, say.pdf_map_key(), LABEL);
    }
}

/// The field with its zero lines; where the other lines would cross, a small cross says so. A whole grid would shout down
/// the marks, and to a screen reader's eye it is a table.
fn draw_axes(drawing: &mut Drawing, field: Area, below: f32) {
    const EDGE: f32 = 0.6;
    const ARM: f32 = 3.0;
    let [left, top, right, bottom] = field;
    drawing.fill(left, top, right - left, bottom - top, RULE);
    drawing.fill(left + EDGE, top + EDGE, right - left - 2.0 * EDGE, bottom - top - 2.0 * EDGE, WHITE);
    let (zero_x, zero_y) = (across(0.0, field), upwards(0.0, field));
    drawing.line([zero_x, top], [zero_x, bottom], 0.7, MUTED);
    drawing.rule(left, zero_y, right - left, 0.7, MUTED);
    for x in [-50.0, 50.0].map(|value| across(value, field)) {
        for y in [-100.0, -50.0, 50.0, 100.0].map(|value| upwards(value, field)) {
            drawing.rule(x - ARM, y, 2.0 * ARM, EDGE, RULE);
            drawing.line([x, y - ARM], [x, y + ARM], EDGE, RULE);
        }
    }
    for (value, text) in [(-100.0, "−100"), (-50.0, "−50"), (0.0, "0"), (50.0, "+50"), (100.0, "+100")] {
        let (x, y) = (across(value, field), upwards(value, field));
        drawing.text_right(left - 5.0, y - LABEL.leading / 2.0, text, LABEL);
        drawing.text_centred(x, below + 2.0, text, LABEL);
    }
}

/// The inside of the field's edge, so that a large mark at ±100 stays on the page.
const INSET: f32 = 14.0;

fn across(value: f64, [left, _, right, _]: Area) -> f32 {
    let share = (value.clamp(-100.0, 100.0) as f32 + 100.0) / 200.0;
    left + INSET + share * (right - left - 2.0 * INSET)
}

fn upwards(value: f64, [_, top, _, bottom]: Area) -> f32 {
    let share = (value.clamp(-100.0, 100.0) as f32 + 100.0) / 200.0;
    bottom - INSET - share * (bottom - top - 2.0 * INSET)
}

/// The meaning of the corners in words, above and below the field, where no mark covers them.
fn draw_corners(drawing: &mut Drawing, corners: [Vec<String>; 4], [left, top, right, bottom]: Area) {
    for (number, lines) in corners.into_iter().enumerate() {
        let above = lines.len() as f32 * LABEL.leading + 2.0;
        let mut y = if number < 2 { bottom + 2.0 } else { top - above };
        for line in lines {
            if number % 2 == 0 {
                drawing.text(left, y, line, LABEL);
            } else {
                drawing.text_right(right, y, line, LABEL);
            }
            y += LABEL.leading;
        }
    }
}

/// The functions that lack an axis: at the right those without the horizontal one, below those without the vertical one.
fn draw_strips(drawing: &mut Drawing, say: &Messages, map: &Map, field: Area, below: f32) {
    let [left, top, right, bottom] = field;
    let beside = [right + APART, top, right + APART + STRIP, bottom];
    let beneath = [left, below - STRIP, right, below];
    let corner = [beside[0], beneath[1], beside[2], beneath[3]];
    let area = |point: &MapPoint| match (point.x, point.y) {
        (None, None) => corner,
        (None, Some(_)) => beside,
        _ => beneath,
    };
    let lacks = |lacking: fn(&MapPoint) -> bool| map.unplaced.iter().any(lacking);
    let shown = [
        (lacks(|point| point.x.is_none()), beside),
        (lacks(|point| point.y.is_none()), beneath),
        (lacks(|point| point.x.is_none() && point.y.is_none()), corner),
    ];
    for (shown, strip) in shown {
        if shown {
            drawing.fill(strip[0], strip[1], strip[2] - strip[0], strip[3] - strip[1], PANEL);
        }
    }
    draw_strip_titles(drawing, say, map, beside, beneath);
    let spot = |point: &MapPoint| {
        let area = area(point);
        let x = point.x.map_or(f32::midpoint(area[0], area[2]), |x| across(x, field));
        let y = point.y.map_or(f32::midpoint(area[1], area[3]), |y| upwards(y, field));
        [x, y]
    };
    let spots: Vec<[f32; 2]> = map.unplaced.iter().map(spot).collect();
    for (point, [x, y]) in map.unplaced.iter().zip(spread(&spots, 5.4, SPREAD)) {
        let [left, top, right, bottom] = area(point);
        drawing.sign(x.clamp(left + 3.0, right - 3.0), y.clamp(top + 3.0, bottom - 3.0), 2.4, symbol(point));
    }
}

/// What a strip stands for, where its figure on the axis would be: there no mark covers it.
fn draw_strip_titles(drawing: &mut Drawing, say: &Messages, map: &Map, beside: Area, beneath: Area) {
    if map.unplaced.iter().any(|point| point.x.is_none()) {
        drawing.text_centred(f32::midpoint(beside[0], beside[2]), beneath[3] + 2.0, say.pdf_map_not_known(), LABEL);
    }
    if map.unplaced.iter().any(|point| point.y.is_none()) {
        let middle = f32::midpoint(beneath[1], beneath[3]);
        let words: Vec<&str> = say.pdf_map_not_known().split(' ').collect();
        let top = middle - LABEL.leading * words.len() as f32 / 2.0;
        for (number, word) in words.into_iter().enumerate() {
            drawing.text_right(beneath[0] - 5.0, top + LABEL.leading * number as f32, word, LABEL);
        }
    }
}

/// Moves what stands on one spot apart, like the seeds of a sunflower: at most `step` from one to the next, and within
/// `reach` of the spot.
fn spread(spots: &[[f32; 2]], step: f32, reach: f32) -> Vec<[f32; 2]> {
    // Half a point apart is the same spot.
    let key = |[x, y]: [f32; 2]| ((x * 2.0).round() as i32, (y * 2.0).round() as i32);
    let mut shared: BTreeMap<(i32, i32), (usize, usize)> = BTreeMap::new();
    for spot in spots {
        shared.entry(key(*spot)).or_default().1 += 1;
    }
    let moved = |[x, y]: &[f32; 2]| {
        let (before, all) = shared.entry(key([*x, *y])).or_default();
        let distance = step.min(reach / (*all as f32).sqrt()) * (*before as f32).sqrt();
        let angle = *before as f32 * GOLDEN_ANGLE;
        *before += 1;
        [x + distance * angle.cos(), y + distance * angle.sin()]
    };
    spots.iter().map(moved).collect()
}

/// Where each function stands, and how large its mark is: smaller where there are many.
fn place(points: &[MapPoint], field: Area) -> Vec<Placed<'_>> {
    let [left, top, right, bottom] = field;
    let largest = (110.0 / (points.len().max(1) as f32).sqrt()).clamp(4.0, 13.0);
    let smallest = (largest / 2.0).min(2.2);
    let spot = |point: &MapPoint| [across(point.x.unwrap_or(0.0), field), upwards(point.y.unwrap_or(0.0), field)];
    let spots: Vec<[f32; 2]> = points.iter().map(spot).collect();
    let place = |(point, [x, y]): (_, [f32; 2])| {
        let point: &MapPoint = point;
        let radius = (largest * (point.weight.clamp(0.0, 1.0) as f32).sqrt()).max(smallest);
        let mut placed = Placed { point, x, y, radius };
        let reach = placed.reach();
        (placed.x, placed.y) = (x.clamp(left + reach, right - reach), y.clamp(top + reach, bottom - reach));
        placed
    };
    points.iter().zip(spread(&spots, 7.0, SPREAD)).map(place).collect()
}

/// What names should not cover, on a grid of squares: marks, and less so the lines of the axes.
struct Crowd {
    field: Area,
    across: usize,
    costs: Vec<usize>,
}

/// The side of a square of the grid.
const SQUARE: f32 = 3.0;
/// What it costs a name to cover a square of a line of the axes, and one of a mark.
const OVER_LINE: usize = 1;
const OVER_MARK: usize = 1_000;

impl Crowd {
    fn of(placed: &[Placed<'_>], field: Area) -> Self {
        let across_field = ((field[2] - field[0]) / SQUARE) as usize + 1;
        let down_field = ((field[3] - field[1]) / SQUARE) as usize + 1;
        let mut crowd = Crowd { field, across: across_field, costs: vec![0; across_field * down_field] };
        let (x, y) = (across(0.0, field), upwards(0.0, field));
        crowd.add([x, field[1], x, field[3]], OVER_LINE);
        crowd.add([field[0], y, field[2], y], OVER_LINE);
        for mark in placed {
            crowd.add(mark.area(), OVER_MARK);
        }
        crowd
    }

    /// The numbers of the squares that an area touches.
    fn squares(&self, area: Area) -> impl Iterator<Item = usize> + use<> {
        let [left, top, ..] = self.field;
        let at = |value: f32, origin: f32| ((value - origin).max(0.0) / SQUARE) as usize;
        let across = self.across;
        let columns = at(area[0], left)..=at(area[2], left).min(across - 1);
        let last_row = self.costs.len() / across - 1;
        let rows = at(area[1], top)..=at(area[3], top).min(last_row);
        rows.flat_map(move |row| columns.clone().map(move |column| row * across + column))
    }

    fn add(&mut self, area: Area, cost: usize) {
        for square in self.squares(area) {
            self.costs[square] += cost;
        }
    }

    fn cost(&self, area: Area) -> usize {
        self.squares(area).map(|square| self.costs[square]).sum()
    }
}

/// Names the largest functions, each where it covers no mark and no other name.
fn draw_names(drawing: &mut Drawing, placed: &[Placed<'_>], field: Area) {
    let crowd = Crowd::of(placed, field);
    let mut taken: Vec<Area> = Vec::new();
    let mut names = Vec::new();
    // A row of boxes names nobody.
    let can_be_read = |mark: &&Placed| 2 * fonts::not_drawn(&mark.point.name).count() < mark.point.name.chars().count();
    for mark in placed.iter().filter(can_be_read).take(2 * NAMED) {
        let name = LABEL_STRONG.fit(&mark.point.name, NAME_WIDTH);
        let size = [LABEL_STRONG.width(&name), LABEL_STRONG.leading - 1.0];
        let Some(Position { area, distance, .. }) = best_position(mark, size, &taken, &crowd) else { continue };
        if distance > 0.0 {
            draw_leader(drawing, mark, area);
        }
        names.push((name, area));
        // Names side by side need a space between them.
        taken.push([area[0] - 5.0, area[1], area[2] + 5.0, area[3]]);
        if taken.len() == NAMED {
            break;
        }
    }
    // Names last, on white: a line to one of them may pass below another.
    for (name, area) in names {
        drawing.fill(area[0] - 1.0, area[1], area[2] - area[0] + 2.0, area[3] - area[1], WHITE);
        drawing.text(area[0], area[1] - 0.5, name, LABEL_STRONG);
    }
}

/// A line from the edge of a mark to its name.
fn draw_leader(drawing: &mut Drawing, mark: &Placed<'_>, area: Area) {
    let end = [mark.x.clamp(area[0] - 1.0, area[2] + 1.0), mark.y.clamp(area[1], area[3])];
    let (dx, dy) = (end[0] - mark.x, end[1] - mark.y);
    let share = mark.reach() / dx.hypot(dy).max(mark.reach());
    drawing.line([mark.x + dx * share, mark.y + dy * share], end, HAIRLINE, MUTED);
}

/// A place for a name.
struct Position {
    /// What it covers.
    cost: usize,
    area: Area,
    /// From the edge of the mark.
    distance: f32,
}

/// Tries eight directions at growing distances, and takes the first place that covers least; none if all are taken.
fn best_position(mark: &Placed<'_>, [width, height]: [f32; 2], taken: &[Area], crowd: &Crowd) -> Option<Position> {
    let field = crowd.field;
    let directions: [(i8, i8); 8] = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)];
    let mut best: Option<Position> = None;
    for distance in [0.0, 8.0, 18.0, 30.0, 46.0, 66.0, 90.0] {
        for (right, down) in directions {
            let away = mark.reach() + SQUARE + distance;
            let away = if right != 0 && down != 0 { away * 0.75 } else { away };
            let x = mark.x + f32::from(right) * (away + width / 2.0) - width / 2.0;
            let y = mark.y + f32::from(down) * (away + height / 2.0) - height / 2.0;
            let area = [x, y, x + width, y + height];
            let inside =
                x > field[0] + 2.0 && y > field[1] + 2.0 && area[2] < field[2] - 2.0 && area[3] < field[3] - 2.0;
            if !inside || taken.iter().any(|other| overlap(area, *other)) {
                continue;
            }
            // A long way from the mark is as bad as a line of the axes below the name.
            let cost = crowd.cost(area) + distance as usize;
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Position { cost, area, distance });
            }
        }
        if best.as_ref().is_some_and(|best| best.cost <= distance as usize) {
            break;
        }
    }
    // A name is worth less than a mark that it would cover.
    best.filter(|best| best.cost < OVER_MARK)
}

fn overlap(one: Area, other: Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}
