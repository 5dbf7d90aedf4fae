//! How wide the columns of a table are, by what stands in them.

use super::cells::{Cell, CellPart, Column, GAP, LEAD, Lead};
use super::sheet::MEASURE;
use super::text::{COLUMN, Style};

/// The most of its width that a column of words gives to figures although it needs it.
const MOST_TAKEN: f32 = 0.5;
/// What a column of drawings keeps of its width, so that they can be told apart.
const LEAST_DRAWN: f32 = 70.0;
/// What is given to a text beside its width, so that no rounding breaks it.
const HAIR: f32 = 0.5;

/// The widths of the columns, gaps included. Figures get what they need on one line, and columns of words that have more room
/// than they need give it to those that have less; drawings stand where they were meant to.
pub(super) fn widths(columns: &[Column], rows: &[Vec<Cell>]) -> Vec<f32> {
    let others: f32 = columns.iter().rev().skip(1).map(|column| column.width).sum();
    let last = columns.len().saturating_sub(1);
    let meant = columns.iter().enumerate().map(|(i, column)| if i == last { MEASURE - others } else { column.width });
    let mut widths: Vec<f32> = meant.collect();
    let gap = |i: usize| if i == last { HAIR } else { GAP + HAIR };
    let cells = |i: usize| rows.iter().filter_map(move |row| row.get(i));
    let needed = |(i, column): (usize, &Column)| needed(column, cells(i)).map(|width| width + gap(i));
    let needs: Vec<Option<f32>> = columns.iter().enumerate().map(needed).collect();
    let figures = (0..columns.len()).filter(|i| columns[*i].right);
    let wanted: f32 = figures.clone().filter_map(|i| Some((needs[i]? - widths[i]).max(0.0))).sum();
    // What figures lack is taken from words, first from those that can spare it.
    let words: Vec<usize> = (0..columns.len()).filter(|i| !columns[*i].right && needs[*i].is_some()).collect();
    let lacks = |widths: &[f32], i: usize| needs[i].map_or(0.0, |need| need - widths[i]);
    let spare: f32 = words.iter().map(|i| (-lacks(&widths, *i)).max(0.0)).sum();
    let room: f32 = words.iter().map(|i| widths[*i] * MOST_TAKEN).sum();
    let given = wanted.min(room.max(spare));
    if given > 0.0 {
        for i in figures {
            widths[i] += lacks(&widths, i).max(0.0) * given / wanted;
        }
        for i in &words {
            let share =
                if given <= spare { (-lacks(&widths, *i)).max(0.0) / spare } else { widths[*i] * MOST_TAKEN / room };
            widths[*i] -= given * share;
        }
    }
    give(&mut widths, &words, |width, i| needs[i].map_or(0.0, |need| need - width));
    // Last, that no word is broken: what is drawn gives as well.
    let least: Vec<f32> = (0..columns.len()).map(|i| longest_word(&columns[i], cells(i)) + gap(i)).collect();
    give(&mut widths, &(0..columns.len()).collect::<Vec<_>>(), |width, i| match needs[i] {
        Some(need) if columns[i].right => least[i].max(need) - width,
        Some(_) => least[i] - width,
        None => least[i].max(width.min(LEAST_DRAWN)) - width,
    });
    widths
}

/// Gives columns what they lack, as far as others have to spare; what a column lacks is below zero where it has.
fn give(widths: &mut [f32], columns: &[usize], lacks: impl Fn(f32, usize) -> f32) {
    let lacking: Vec<f32> = columns.iter().map(|i| lacks(widths[*i], *i)).collect();
    let lack: f32 = lacking.iter().filter(|width| **width > 0.0).sum();
    let spare: f32 = lacking.iter().filter(|width| **width < 0.0).map(|width| -width).sum();
    let moved = lack.min(spare);
    for (i, lacking) in columns.iter().zip(lacking).filter(|_| moved > 0.0) {
        widths[*i] += lacking * moved / if lacking > 0.0 { lack } else { spare };
    }
}

/// The width of the longest word of a column's header and, where it holds words, of its cells, as far as a column may grow for it.
fn longest_word<'c>(column: &Column, cells: impl Iterator<Item = &'c Cell>) -> f32 {
    const MOST: f32 = 120.0;
    let widest = |text: &str, style: Style, lead: f32| {
        text.split(|c: char| c.is_whitespace() && c != '\u{a0}')
            .map(|word| style.width(word) + lead)
            .fold(0.0, f32::max)
    };
    let mark = if column.marked.is_some() && !column.right { LEAD } else { 0.0 };
    let header = widest(&column.title, COLUMN, mark);
    let cells = cells.flatten().map(|part| match part {
        CellPart::Text { text, style, lead, .. } if !column.right => {
            widest(text, *style, if *lead == Lead::None { 0.0 } else { LEAD })
        }
        _ => 0.0,
    });
    cells.fold(header, f32::max).min(MOST)
}

/// The width that a column's texts take up: words on one line, with their header, and figures one below the other where there
/// are several; none where it holds drawings.
fn needed<'c>(column: &Column, cells: impl Iterator<Item = &'c Cell>) -> Option<f32> {
    let mark = if column.marked.is_some() { LEAD } else { 0.0 };
    let header = if column.right { 0.0 } else { COLUMN.width(&column.title) + mark };
    cells.flatten().try_fold(header, |widest, part| match part {
        CellPart::Text { text, style, lead, .. } => {
            let indent = if *lead == Lead::None { 0.0 } else { LEAD };
            let parts = text.lines().flat_map(|line| line.split_inclusive(if column.right { " + " } else { "\n" }));
            Some(parts.map(|part| style.width(part.trim_end()) + indent).fold(widest, f32::max))
        }
        CellPart::Score { .. } | CellPart::Count { .. } | CellPart::Swing { .. } | CellPart::Stack { .. } => None,
    })
}
