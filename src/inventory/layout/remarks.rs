//! The lines that stand around a table and may say something of its columns: titles above it, legends beside it, footnotes
//! below it, notes on its headers, and the sheets that hold nothing else.
//!
//! What they say is told in `stated`.

use std::cell::LazyCell;
use std::collections::HashSet;

use super::find::{Finder, has_rows};
use super::meaning::Match;
use super::rows::Rows;
use crate::inventory::heading::{Heading, Layout};
use crate::inventory::known::Exclusion;
use crate::inventory::statements::names;
use crate::rulebook::text::{fold, header_words, holds_phrase, words};
use crate::rulebook::{AttributeId, Reading};
use crate::table::{Cell, SheetPart, Table, Workbook};

/// A line is short.
const LONGEST: usize = 400;

/// Who writes more lines on other sheets writes no legend.
const MOST: usize = 400;

/// Where a line stands, and so how surely it is about the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Above the table, beside it, or in a note on a header.
    At,
    /// Below it, where it is known to be no function.
    Below,
    /// Below it, where it may be one.
    BelowOrFunction,
    /// On another sheet.
    Elsewhere,
}

/// A line that stands around the table, or in a note.
#[derive(Clone, Debug)]
pub(super) struct Remark {
    /// What it says.
    pub(super) text: String,
    /// All that stands there, for readers.
    shown: String,
    /// Where it stands: `A2`.
    cell: String,
    pub(super) stands: Stands,
    /// The columns that it names; where there are any it is about these alone.
    columns: Vec<usize>,
    /// The attribute that it begins with; where there is one it is about that alone.
    attribute: Option<AttributeId>,
    /// What a legend begins with, or stands under: `Priority` of `Priority: 1 = highest`.
    pub(super) label: Option<String>,
    /// The attributes of numbers that it names.
    amounts: Vec<AttributeId>,
    /// Its mark, which headers or cells may hold: `*`.
    mark: Option<String>,
    /// Whether it stands on some of the sheets that a table was put together from, and not on the others.
    is_of_part: bool,
    /// The rows that hold it; none of a note.
    pub(super) rows: Vec<u32>,
}

impl Remark {
    fn of(line: &Line, text: &str, table: &Table, is_elsewhere: bool) -> Remark {
        let place = table.place_of(line.row0, line.column0);
        let cell = place.cell().unwrap_or_default();
        let sheet = place.sheet.as_deref().filter(|_| is_elsewhere || !table.parts.is_empty());
        Remark {
            text: text.to_owned(),
            shown: line.text.clone(),
            cell: sheet.map_or_else(|| cell.clone(), |sheet| format!("{cell} of sheet `{sheet}`")),
            stands: line.stands,
            columns: Vec::new(),
            attribute: None,
            label: None,
            amounts: Vec::new(),
            mark: None,
            is_of_part: false,
            rows: vec![line.row0],
        }
    }

    /// Whether it may be about a column, of any of some attributes.
    pub(super) fn is_about(&self, column: usize, own: &[AttributeId]) -> bool {
        self.attribute.is_none_or(|attribute| own.contains(&attribute))
            && (self.columns.is_empty() || self.columns.contains(&column))
    }

    /// Whether the units and periods in it are those of other attributes than some.
    pub(super) fn is_of_others(&self, own: &[AttributeId]) -> bool {
        !self.amounts.is_empty() && !self.amounts.iter().any(|id| own.contains(id))
    }

    /// Whether it is a note on a header, or a footnote to one.
    pub(super) fn is_noted(&self) -> bool {
        self.rows.is_empty() || self.mark.is_some() && !self.columns.is_empty()
    }

    /// Whether it may be about some of the functions: it is a footnote to what no header holds, or stands on one sheet of several.
    pub(super) fn is_of_some(&self) -> bool {
        self.is_of_part || self.mark.is_some() && self.columns.is_empty()
    }

    /// What it says, and on which of several sheets.
    fn part(&self, table: &Table) -> (String, Option<u32>) {
        let part = self.rows.first().and_then(|row0| table.part_of(*row0));
        (fold(&self.text), part.map(|part| part.first_row0))
    }

    /// The text and its place, for readers.
    pub(super) fn named(&self) -> String {
        const LONGEST: usize = 60;
        let text: String = self.shown.chars().take(LONGEST).collect();
        let more = if text.len() < self.shown.len() { "…" } else { "" };
        format!("`{text}{more}` in {}", self.cell)
    }
}

/// A cell's text on its way to be a remark.
struct Line {
    row0: u32,
    column0: u16,
    text: String,
    stands: Stands,
}

impl Finder<'_> {
    /// The tables of layouts that hold values of functions.
    pub(super) fn functional(&self, workbook: &Workbook, layouts: &[Layout]) -> Vec<usize> {
        let has_values = |layout: &&Layout| {
            let mut ids = layout.columns.iter().filter_map(|heading| heading.attribute);
            has_rows(&workbook.tables[layout.table], layout) && ids.any(|id| self.rulebook.attribute(id).has_values())
        };
        layouts.iter().filter(has_values).map(|layout| layout.table).collect()
    }

    /// The lines around a table.
    pub(super) fn remarks(&self, workbook: &Workbook, layout: &Layout, functional: &[usize]) -> Vec<Remark> {
        let table = &workbook.tables[layout.table];
        let mut remarks = joined(table, above(table, layout, &self.rulebook.reading), false);
        remarks.extend(joined(table, self.below(table, layout), false));
        let parts: Vec<(String, Option<u32>)> = remarks.iter().map(|remark| remark.part(table)).collect();
        for (remark, (text, _)) in remarks.iter_mut().zip(&parts) {
            let on: HashSet<Option<u32>> =
                parts.iter().filter(|(other, _)| other == text).map(|(_, part)| *part).collect();
            remark.is_of_part = on.len() < table.parts.len();
        }
        for (at, other) in workbook.tables.iter().enumerate() {
            if at != layout.table && !functional.contains(&at) && remarks.len() < MOST {
                remarks.extend(joined(other, self.elsewhere(other, layout), true));
            }
        }
        self.name_subjects(&mut remarks, layout);
        remarks
    }

    /// The lines below the functions, and those below the functions of each sheet that was joined.
    fn below(&self, table: &Table, layout: &Layout) -> Vec<Line> {
        const MOST: usize = 60;
        // What each row is takes long to find, and is asked only where there are lines.
        let rows = LazyCell::new(|| Rows::of(self.rulebook, table, layout));
        let mut ends: Vec<u32> = table.parts.iter().skip(1).map(|part| part.first_row0).collect();
        ends.extend([layout.end0, table.rows()]);
        ends.sort_unstable();
        ends.dedup();
        let mut lines: Vec<Line> = Vec::new();
        let mut above0 = layout.header_row0;
        for end0 in ends {
            let last = (above0 + 1..end0).rev().take(MOST).map(|row0| (row0, self.line(table, layout, row0)));
            let last: Vec<(u32, Option<(u16, String)>)> = last.collect();
            let above = last.iter().rposition(|(_, line)| line.is_some()).map_or(0, |at| at + 1);
            let is_none = |row0: u32| rows.exclusion(row0).is_some();
            let brief = last.into_iter().take(above).take_while(|(row0, line)| line.is_some() || is_none(*row0));
            let brief: Vec<(u32, (u16, String))> = brief.filter_map(|(row0, line)| Some((row0, line?))).collect();
            // Where all rows are of that kind, so are the functions.
            let are_all = brief.last().is_some_and(|(row0, _)| (above0 + 1..*row0).all(|row0| table.is_blank(row0)));
            above0 = end0 - 1;
            if are_all && end0 <= layout.end0 {
                continue;
            }
            lines.extend(brief.into_iter().rev().map(|(row0, (column0, text))| {
                let reason = rows.exclusion(row0);
                let is_none = matches!(reason, Some(Exclusion::Note | Exclusion::OtherTable));
                let stands = if is_none { Stands::Below } else { Stands::BelowOrFunction };
                Line { row0, column0, text, stands }
            }));
        }
        lines
    }

    /// What a sheet says that holds no functions, and no table of numbers either.
    fn elsewhere(&self, table: &Table, layout: &Layout) -> Vec<Line> {
        const ROWS: u32 = 200;
        let is_number = |cell: Cell| table.number(cell).is_some() || matches!(cell, Cell::Date { .. });
        let rows = || (0..table.rows().min(ROWS)).filter(|row0| !table.is_blank(*row0));
        let has_numbers = |row0: &u32| table.row(*row0).skip_while(|c| !table.is_filled(*c)).skip(1).any(is_number);
        if rows().filter(has_numbers).count() * 4 > rows().count() {
            return Vec::new();
        }
        let line = |row0: u32| {
            let (column0, text) = self.line(table, layout, row0)?;
            Some(Line { row0, column0, text, stands: Stands::Elsewhere })
        };
        rows().filter_map(line).collect()
    }

    /// A row that holds one text, a number and what it means, or the name of a column and what is to be said of it.
    fn line(&self, table: &Table, layout: &Layout, row0: u32) -> Option<(u16, String)> {
        let is_sheet_name =
            |column0: &u16| table.part_of(row0).is_some() && usize::from(*column0) + 1 == layout.columns.len();
        let filled: Vec<u16> = table.filled(row0).filter(|column0| !is_sheet_name(column0)).collect();
        let text = |column0: u16| match table.cell(row0, column0) {
            Cell::Text(id) => Some(table.text(id).trim()).filter(|text| text.len() <= LONGEST),
            _ => None,
        };
        let first = *filled.first()?;
        let cell = table.cell(row0, first);
        match (table.number(cell), filled.as_slice()) {
            (Some(value), [_, second]) => Some((first, format!("{value}: {}", text(*second)?))),
            _ if cell.text_id().is_none() => None,
            (_, [_]) => Some((first, text(first)?.to_owned())),
            (_, [_, others @ ..]) => {
                let label = text(first)?.trim_end_matches(':');
                let words = header_words(label);
                let is_column = !words.is_empty() && layout.columns.iter().any(|heading| name(heading) == words);
                let others: Vec<&str> = others.iter().filter_map(|column0| text(*column0)).collect();
                let is_named = is_column || self.attribute_called(label).is_some();
                (is_named && !others.is_empty()).then(|| (first, format!("{label}: {}", others.join("; "))))
            }
            _ => None,
        }
    }

    /// The attribute with values that a text names and does nothing else.
    pub(super) fn attribute_called(&self, text: &str) -> Option<AttributeId> {
        let meaning = self.synonyms.meaning(text).filter(|meaning| meaning.quality >= Match::Section)?;
        self.rulebook.attribute(meaning.attribute).has_values().then_some(meaning.attribute)
    }

    /// Notes in each remark what it is about, as far as it says so.
    fn name_subjects(&self, remarks: &mut [Remark], layout: &Layout) {
        let names_of: Vec<Vec<String>> = layout.columns.iter().map(name).collect();
        for remark in remarks {
            let (mark, text) = mark(&remark.text);
            if !mark.is_empty() {
                let has_mark = |column: &usize| holds_mark(&layout.columns[*column].lines, mark);
                remark.columns = (0..names_of.len()).filter(has_mark).collect();
                (remark.mark, remark.text) = (Some(mark.to_owned()), text.to_owned());
                continue;
            }
            let text = words(&remark.text);
            let is_other = |column: &usize| *column != usize::from(layout.name_column) && !names_of[*column].is_empty();
            let is_named = |column: &usize| is_other(column) && holds_phrase(&text, &names_of[*column]);
            let is_heading = |column: &usize| {
                remark.label.as_ref().is_some_and(|label| header_words(label) == names_of[*column]) && is_other(column)
            };
            remark.columns = (0..names_of.len()).filter(|column| is_named(column) || is_heading(column)).collect();
            remark.label = label(&remark.text).map(ToOwned::to_owned).or(remark.label.take());
            if remark.columns.is_empty() {
                remark.attribute = remark.label.as_ref().and_then(|label| self.attribute_called(label));
            }
            let of_numbers = self.rulebook.attribute_ids().filter(|(_, attribute)| {
                let rule = attribute.rule().filter(|rule| rule.kind.has_unit());
                rule.is_some_and(|rule| names(&remark.text, rule, &self.rulebook.reading))
            });
            remark.amounts = of_numbers.map(|(id, _)| id).collect();
        }
    }
}

/// The texts above the table, and those beside it under no header.
fn above(table: &Table, layout: &Layout, reading: &Reading) -> Vec<Line> {
    // A legend is short, and stands at the top.
    const MOST: usize = 40;
    const ROWS: u32 = 60;
    let is_beside = |column0: u16| {
        let heading = layout.columns.get(usize::from(column0));
        heading.is_none_or(|heading| heading.attribute.is_none() && is_legend(&heading.header, reading))
    };
    let header_rows = layout.header_row0 + 1 - layout.header_top0;
    let is_above = |row0: u32| {
        let is_above_part = |part: &SheetPart| row0 + header_rows < part.data_row0;
        row0 < layout.header_top0 || table.part_of(row0).is_some_and(is_above_part)
    };
    let last = table.rows().min(layout.header_row0 + ROWS);
    let cells = (0..last).flat_map(|row0| table.filled(row0).map(move |column0| (column0, row0)));
    let around = cells.filter(|(column0, row0)| is_above(*row0) || is_beside(*column0));
    let around = around.filter(|(_, row0)| !layout.header_rows().contains(row0));
    let texts = around.filter_map(|(column0, row0)| match table.cell(row0, column0) {
        Cell::Text(id) if table.text(id).len() <= LONGEST => Some((column0, row0, table.text(id).trim())),
        _ => None,
    });
    let mut texts: Vec<(u16, u32, &str)> = texts.take(MOST).collect();
    texts.sort_unstable();
    let line =
        |(column0, row0, text): (u16, u32, &str)| Line { row0, column0, text: text.to_owned(), stands: Stands::At };
    texts.into_iter().map(line).collect()
}

/// Makes remarks of lines: the ends of one scale together, and what stands behind a semicolon by itself.
fn joined(table: &Table, lines: Vec<Line>, is_elsewhere: bool) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    let mut last: Option<Line> = None;
    for line in lines {
        let above = last.filter(|above| (above.column0, above.row0 + 1) == (line.column0, line.row0));
        let goes_on = is_tie(&line.text) && above.as_ref().is_some_and(|above| is_tie(&above.text));
        if let Some(remark) = remarks.last_mut().filter(|_| goes_on) {
            // One end in each cell: `1 = highest` above `5 = lowest`.
            remark.text = format!("{}, {}", remark.text, line.text);
            remark.shown = format!("{}, {}", remark.shown, line.text);
            remark.rows.push(line.row0);
        } else {
            let begins = remarks.len();
            for part in line.text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
                match remarks[begins..].last_mut().filter(|_| is_tie(part)) {
                    Some(remark) => remark.text = format!("{}; {part}", remark.text),
                    None => remarks.push(Remark::of(&line, part, table, is_elsewhere)),
                }
            }
            let label = above.filter(|above| is_tie(&line.text) && !is_tie(&above.text)).map(|above| above.text);
            if let Some(remark) = remarks.get_mut(begins) {
                remark.label = label;
            }
        }
        last = Some(line);
    }
    remarks
}

/// Whether a text begins with a number and what that means.
fn is_tie(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && mark(text).0.is_empty()
}

/// The note on a column's header.
pub(super) fn note(table: &Table, layout: &Layout, column0: u16) -> Option<Remark> {
    let (row0, text) = layout.header_rows().find_map(|row0| Some((row0, table.note_of(row0, column0)?)))?;
    let text = text.trim();
    let remark = Remark::of(&Line { row0, column0, text: text.to_owned(), stands: Stands::At }, text, table, false);
    Some(Remark { cell: format!("the note on {}", remark.cell), rows: Vec::new(), ..remark })
}

/// What a legend begins with, before the first number's meaning: `Priority` of `Priority: 1 = highest`.
fn label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    let label = label.trim();
    (!label.is_empty() && !rest.trim().is_empty() && !label.contains(['=', ',']) && !is_tie(label)).then_some(label)
}

/// The mark that a footnote begins with, and what follows: `*`, `**`, `¹`, `1)`.
fn mark(text: &str) -> (&str, &str) {
    let numbered = text.split_once(')').filter(|(number, _)| (1..=2).contains(&number.len()));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let length = match numbered {
        Some((number, _)) if is_number(number) => number.len() + 1,
        _ => text.find(|c: char| !is_mark(c)).unwrap_or(text.len()),
    };
    let (mark, rest) = text.split_at(length);
    (mark, rest.trim_start())
}

fn is_mark(c: char) -> bool {
    matches!(c, '*' | '\u{2020}' | '\u{2021}' | '\u{a7}' | '\u{b9}' | '\u{b2}' | '\u{b3}' | '\u{2070}'..='\u{2079}')
}

/// Whether a header holds a mark, and not a longer one.
fn holds_mark(header: &str, mark: &str) -> bool {
    if mark.ends_with(')') {
        return header.split_whitespace().any(|word| word == mark);
    }
    header.split(|c: char| !is_mark(c)).any(|run| run == mark)
}

/// Whether a column that is not used may hold a legend: it has no header, or one that says so.
fn is_legend(header: &str, reading: &Reading) -> bool {
    header.is_empty() || reading.notes.contains(&header_words(header))
}

/// The words that name a column.
fn name(heading: &Heading) -> Vec<String> {
    header_words(heading.header.split(" / ").last().unwrap_or_default())
}
