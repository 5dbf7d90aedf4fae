//! Tables: columns of wrapped text, small bars and marks, with hairlines between rows and no vertical rules.
//!
//! A row stands on one page whole, unless it is higher than half a page: then it goes on below.

use std::collections::VecDeque;
use std::ops::Range;

use super::cells::LEAD;
pub(crate) use super::cells::{
    Cell, CellPart, Column, GAP, Lead, marked, neutral, plain, signed, styled, verdict, within,
};
use super::flow::{Flow, Piece, Target};
use super::fonts::Face;
use super::sheet::{Drawing, ElementId, MEASURE};
use super::text::{CELL, CELL_QUIET, COLUMN, Style};
use super::widths::widths;
use crate::assessment::Verdict;
use crate::report::words::palette::{INK, MUTED, RULE, fill};

/// A table of so many rows is not divided.
const FEW_ROWS: usize = 5;
/// Above and below the text of a row, and of one that stands close to its neighbours.
const PADDING: f32 = 3.0;
const CLOSE: f32 = 1.3;
/// Between a column and the note below it.
const TIER: f32 = 1.0;
/// A row higher than this is cut.
const HIGHEST: f32 = 330.0;

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    /// The columns from left to right.
    pub(crate) columns: Vec<Column>,
    /// Wider cells below those of the columns, in the same row.
    pub(crate) notes: Vec<Note>,
    /// The rows, each with one cell for each column and then one for each note.
    pub(crate) rows: Vec<Vec<Cell>>,
    /// What links to the rows aim at; empty where none do.
    pub(crate) targets: Vec<Target>,
    /// The column that says what a row is about.
    pub(crate) named: usize,
    /// Whether rows stand close together.
    pub(crate) is_close: bool,
}

impl Table {
    /// A table without notes, whose rows are named by their first column.
    pub(crate) fn of(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Table { columns, notes: Vec::new(), rows, targets: Vec::new(), named: 0, is_close: false }
    }

    /// The same with rows that stand close together.
    pub(crate) fn close(columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Self {
        Table { is_close: true, ..Table::of(columns, rows) }
    }
}

/// A cell below several columns.
#[derive(Debug)]
pub(crate) struct Note {
    /// The words in the header.
    pub(crate) title: String,
    /// The columns that it spans.
    pub(crate) columns: Range<usize>,
}

/// Where the text of a cell ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Edge {
    /// Where it will: it starts at the left.
    Ragged,
    /// At the right, where figures have their decimal points below each other: the number is the width of the longest
    /// fraction.
    Figures(f32),
}

/// The drawings of a cell's lines, from top to bottom.
pub(crate) fn lines(cell: Cell, width: f32, edge: Edge, element: Option<ElementId>) -> Vec<Drawing> {
    let mut drawn = Vec::new();
    for part in cell {
        match part {
            CellPart::Text { text, style, lead, most } => {
                let indent = if lead == Lead::None { 0.0 } else { LEAD };
                let lines = style.wrap_most(&text, width - indent, most);
                text_lines(lines, (style, lead, indent), width, edge, element, &mut drawn);
            }
            CellPart::Score { score, text } => drawn.push(score_bar(score, text, width, element)),
            CellPart::Count { count, whole, shown, widest, verdict } => {
                let texts = [shown, widest];
                drawn.push(count_bar(count, whole, texts, verdict, width, element));
            }
            CellPart::Swing { lowered, raised, whole } => drawn.push(swing_bars([lowered, raised], whole, width)),
            CellPart::Stack { amounts, whole } => {
                let mut drawing = Drawing { height: 11.0, ..Drawing::default() };
                drawing.stack([0.0, 1.5], [width, 8.0], amounts, whole);
                drawn.push(drawing);
            }
        }
    }
    drawn
}

fn text_lines(
    lines: Vec<String>,
    (style, lead, indent): (Style, Lead, f32),
    width: f32,
    edge: Edge,
    element: Option<ElementId>,
    drawn: &mut Vec<Drawing>,
) {
    for (number, line) in lines.into_iter().enumerate() {
        let mut drawing = Drawing { height: style.leading, element, ..Drawing::default() };
        match lead {
            Lead::Symbol(symbol) if number == 0 => {
                drawing.element = None;
                drawing.sign(3.2, style.leading / 2.0, 2.9, symbol);
                drawing.element = element;
            }
            Lead::Sign(sign, colour) if number == 0 => drawing.text(0.0, 0.0, sign, Style { colour, ..style }),
            _ => {}
        }
        match edge {
            Edge::Ragged => drawing.text(indent, 0.0, line, style),
            Edge::Figures(longest) => {
                // A figure that is as wide as the column has no room to step aside.
                let aside = (longest - fraction(&line, style)).min(width - style.width(&line)).max(0.0);
                drawing.text_right(width - aside, 0.0, line, style);
            }
        }
        drawn.push(drawing);
    }
}

/// The width of a figure's decimal mark and what follows it; 0 for whole figures and words.
fn fraction(text: &str, style: Style) -> f32 {
    // So many digits stand behind a mark between thousands.
    const GROUP: usize = 3;
    let text = text.trim_end();
    let decimals = text.rsplit(['.', ',']).next().unwrap_or_default();
    let is_fraction = decimals.len() < text.len() && (1..GROUP).contains(&decimals.len());
    if is_fraction && decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        style.width(".") + style.width(decimals)
    } else {
        0.0
    }
}

/// Where the text of a column ends, given all its cells.
fn edge(column: &Column, cells: impl Iterator<Item = impl AsRef<[CellPart]>>) -> Edge {
    if !column.right {
        return Edge::Ragged;
    }
    let mut longest: f32 = 0.0;
    for cell in cells {
        for part in cell.as_ref() {
            if let CellPart::Text { text, style, .. } = part {
                longest = longest.max(fraction(text, *style));
            }
        }
    }
    Edge::Figures(longest)
}

/// The figure, and beside it a bar as long as it is large, to one scale however wide the column is.
fn count_bar(
    count: usize,
    whole: usize,
    [shown, widest]: [String; 2],
    verdict: Verdict,
    width: f32,
    element: Option<ElementId>,
) -> Drawing {
    let figure = CELL.width(&widest).max(12.0);
    let mut drawing = Drawing { height: CELL.leading, element, ..Drawing::default() };
    drawing.text_right(figure, 0.0, shown, if count == 0 { CELL_QUIET } else { CELL });
    drawing.element = None;
    let length = (width - figure - 6.0).min(50.0) * count as f32 / whole.max(1) as f32;
    drawing.fill(figure + 6.0, 2.5, length, 6.0, fill(verdict));
    drawing
}

/// Two bars from a line in the middle.
fn swing_bars([lowered, raised]: [usize; 2], whole: usize, width: f32) -> Drawing {
    let mut drawing = Drawing { height: CELL.leading, ..Drawing::default() };
    let half = width / 2.0;
    let [left, right] = [lowered, raised].map(|count| half * count as f32 / whole.max(1) as f32);
    drawing.fill(half - left, 1.5, left, 8.0, MUTED);
    drawing.fill(half, 1.5, right, 8.0, INK);
    drawing.line([half, 0.0], [half, CELL.leading], 0.6, MUTED);
    drawing
}

/// The figure, and beside it a bar that goes left for outsourcing and right for BPO.
fn score_bar(score: f64, text: String, width: f32, element: Option<ElementId>) -> Drawing {
    let figure = 21.0;
    let mut drawing = Drawing { height: CELL.leading, element, ..Drawing::default() };
    drawing.text_right(figure, 0.0, text, CELL);
    drawing.element = None;
    let half = ((width - figure - 6.0) / 2.0).clamp(0.0, 24.0);
    let zero = figure + 6.0 + half;
    let length = (score.clamp(-100.0, 100.0) / 100.0) as f32 * half;
    let verdict = if score < 0.0 { Verdict::TraditionalOutsourcing } else { Verdict::Bpo };
    drawing.rule(zero - half, CELL.leading / 2.0, 2.0 * half, super::sheet::HAIRLINE, RULE);
    drawing.fill(zero + length.min(0.0), 2.5, length.abs(), 6.0, fill(verdict));
    drawing.line([zero, 1.0], [zero, CELL.leading - 1.0], 0.6, MUTED);
    drawing
}

/// Adds a table to the document; nothing if it has no rows.
pub(crate) fn add(flow: &mut Flow, table: Table) {
    if table.rows.is_empty() {
        return;
    }
    let grid = Grid::of(&table.columns, &table.rows, table.notes);
    let element = flow.element("Table");
    let header = add_header(flow, element, &table.columns, &grid);
    let count = table.rows.len();
    // A table with more headers than other cells is taken for one whose headers are broken.
    let across = grid.columns.len() + grid.notes.len();
    let has_row_headers = across + count <= count * (across - 1);
    let edges: Vec<Edge> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| edge(column, table.rows.iter().filter_map(|row| row.get(place))))
        .collect();
    for (number, row) in table.rows.into_iter().enumerate() {
        let elements = add_row_elements(flow, element, "TD", &grid);
        if has_row_headers {
            let naming = &mut flow.elements[elements[table.named]];
            (naming.kind, naming.heads_row) = ("TH", true);
        }
        let mut tiers = [Vec::new(), Vec::new()];
        for (place, cell) in row.into_iter().enumerate() {
            let (tier, [left, width]) = grid.place(place);
            let edge = edges.get(place).copied().unwrap_or(Edge::Ragged);
            let lines = lines(cell, width, edge, elements.get(place).copied()).into();
            tiers[tier].push(Stacked { left, right: left + width, lines });
        }
        // Few rows stay together, of many the first two and the last two.
        let keep = number + 1 < count && (count <= FEW_ROWS || number == 0 || number + 2 == count);
        let first = flow.pieces.len();
        add_row(flow, tiers, (header, if table.is_close { CLOSE } else { PADDING }), keep);
        flow.pieces[first].target = table.targets.get(number).copied();
    }
}

/// Where the text of columns and notes stands.
struct Grid {
    columns: Vec<[f32; 2]>,
    notes: Vec<(Note, [f32; 2])>,
}

impl Grid {
    fn of(columns: &[Column], rows: &[Vec<Cell>], notes: Vec<Note>) -> Self {
        let columns = spans(&widths(columns, rows));
        let span = |note: Note| {
            let left = columns[note.columns.start][0];
            let [last, width] = columns[note.columns.end - 1];
            (note, [left, last + width - left])
        };
        let notes = notes.into_iter().map(span).collect();
        Grid { columns, notes }
    }

    /// The tier and the span of a row's cell.
    fn place(&self, cell: usize) -> (usize, [f32; 2]) {
        match self.columns.get(cell) {
            Some(span) => (0, *span),
            None => (1, self.notes[cell - self.columns.len()].1),
        }
    }
}

/// Left edge and width of the text of each column.
fn spans(widths: &[f32]) -> Vec<[f32; 2]> {
    let mut left = 0.0;
    let last = widths.len().saturating_sub(1);
    let span = |(number, width): (usize, &f32)| {
        let span = [left, if number == last { MEASURE - left } else { width - GAP }];
        left += width;
        span
    };
    widths.iter().enumerate().map(span).collect()
}

/// Adds the elements of a row: one for each column, then one for each note. To those who listen a note is a column like any
/// other, and a function is one row.
fn add_row_elements(flow: &mut Flow, table: ElementId, kind: &'static str, grid: &Grid) -> Vec<ElementId> {
    let tr = flow.child(table, "TR");
    (0..grid.columns.len() + grid.notes.len()).map(|_| flow.child(tr, kind)).collect()
}

/// Adds the header as a piece, and keeps a copy without elements for the next pages.
fn add_header(flow: &mut Flow, table: ElementId, columns: &[Column], grid: &Grid) -> usize {
    let elements = add_row_elements(flow, table, "TH", grid);
    let wrap = |(column, [_, width]): (&Column, &[f32; 2])| {
        COLUMN.wrap(&column.title, width - if column.marked.is_some() && !column.right { LEAD } else { 0.0 })
    };
    let titles: Vec<Vec<String>> = columns.iter().zip(&grid.columns).map(wrap).collect();
    // Above figures there is no room for a mark beside the words: it stands on a line of its own.
    let above = |column: &Column| usize::from(column.marked.is_some() && column.right);
    let tallest = titles.iter().zip(columns).map(|(lines, column)| lines.len() + above(column)).max();
    let tallest = tallest.unwrap_or(0) as f32 * COLUMN.leading;
    let mut drawing = Drawing::default();
    for (((lines, column), [left, width]), element) in titles.into_iter().zip(columns).zip(&grid.columns).zip(&elements)
    {
        drawing.element = Some(*element);
        let mut top = tallest - lines.len() as f32 * COLUMN.leading;
        let indent = if column.marked.is_some() && !column.right { LEAD } else { 0.0 };
        if let Some(verdict) = column.marked {
            drawing.element = None;
            let (x, y) = if column.right { (left + width - 3.2, top - 5.0) } else { (left + 3.2, top + 5.0) };
            drawing.sign(x, y, 2.4, verdict);
            drawing.element = Some(*element);
        }
        for line in lines {
            if column.right {
                drawing.text_right(left + width, top, line, COLUMN);
            } else {
                drawing.text(left + indent, top, line, COLUMN);
            }
            top += COLUMN.leading;
        }
    }
    let mut bottom = tallest;
    for ((note, [left, width]), element) in grid.notes.iter().zip(&elements[columns.len()..]) {
        drawing.element = Some(*element);
        drawing.text(*left, tallest, COLUMN.fit(&note.title, *width), Style { face: Face::Regular, ..COLUMN });
        bottom = tallest + COLUMN.leading;
    }
    drawing.height = bottom + 4.0;
    drawing.element = None;
    drawing.rule(0.0, bottom + 3.0, MEASURE, 0.7, MUTED);
    let mut copy = drawing.clone();
    for item in &mut copy.items {
        item.element = None;
    }
    flow.headers.push(copy);
    flow.pieces.push(Piece { drawing, before: 8.0, keep: true, ..Piece::default() });
    flow.headers.len() - 1
}

/// The lines of a cell that are not set yet, and the edges between which they stand.
struct Stacked {
    left: f32,
    right: f32,
    lines: VecDeque<Drawing>,
}

/// Adds a row as one piece; as several if it is higher than half a page. A note starts below the columns that it spans.
fn add_row(flow: &mut Flow, mut tiers: [Vec<Stacked>; 2], (header, padding): (usize, f32), keep: bool) {
    loop {
        let mut drawing = Drawing::default();
        let mut set: Vec<[f32; 3]> = Vec::new();
        for tier in &mut tiers {
            let above = set.clone();
            for Stacked { left, right, lines } in tier {
                let spanned = above.iter().filter(|[from, to, _]| *from < *right && *left < *to);
                let mut top = spanned.map(|[.., bottom]| bottom + TIER).fold(padding, f32::max);
                while let Some(line) = lines.front().filter(|line| top + line.height <= HIGHEST) {
                    let height = line.height;
                    drawing.place(lines.pop_front().unwrap_or_default(), *left, top);
                    top += height;
                }
                set.push([*left, *right, top]);
            }
        }
        let more = tiers.iter().flatten().any(|cell| !cell.lines.is_empty());
        drawing.height = set.iter().map(|[.., bottom]| *bottom).fold(padding, f32::max) + padding;
        if !more {
            drawing.hairline(0.0, drawing.height, MEASURE);
        }
        // High rows go their own ways: kept together they would leave pages half empty.
        let keep = keep && !more && drawing.height < HIGHEST / 3.0;
        flow.pieces.push(Piece { drawing, keep, header: Some(header), ..Piece::default() });
        if !more {
            return;
        }
    }
}
