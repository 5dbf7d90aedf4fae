//! What is stated of each column besides its cells: by its header, by titles and legends around the table, and by options.
//!
//! What a legend says counts where the header says nothing of it. Where the two disagree, the column's numbers are not read.

use super::find::{Finder, is_column};
use super::synonyms::without_number;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part, StatedScale, one_line};
use crate::inventory::statements::{
    Scale, Statement, of_column, of_part, of_part_of_year, of_remark, of_stated, of_unit_alone, quoted,
};
use crate::problem::{Problem, column_letters};
use crate::rulebook::text::{header_words, holds_phrase, words};
use crate::rulebook::{AS_THEY_STAND, ColumnRule, Kind, Origin, Reading, StatedBy};
use crate::table::{Cell, Table};

/// A text that stands beside the table, or in a note.
struct Remark {
    text: String,
    /// Where it stands: `A2`.
    cell: String,
    /// The columns that it names; where there are any it is about these alone.
    columns: Vec<usize>,
}

impl Remark {
    fn is_about(&self, column: usize) -> bool {
        self.columns.is_empty() || self.columns.contains(&column)
    }

    /// The text and its place, for readers.
    fn named(&self) -> String {
        const LONGEST: usize = 60;
        let text: String = self.text.chars().take(LONGEST).collect();
        let more = if text.len() < self.text.len() { "…" } else { "" };
        format!("`{text}{more}` in {}", self.cell)
    }
}

impl Finder<'_> {
    /// Takes down what is stated of the columns that are used.
    ///
    /// # Errors
    /// An option states a unit that is none.
    pub(super) fn take_statements(&self, table: &Table, layout: &mut Layout) -> Result<(), Problem> {
        let around = remarks(table, layout, &self.rulebook.reading);
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let Some(id) = heading.attribute else { continue };
            let Origin::Column(rule) = &self.rulebook.attribute(id).origin else { continue };
            if matches!(rule.kind, Kind::Text | Kind::Date) {
                continue;
            }
            let mut stated = self.rulebook.reading.columns.iter();
            let of = match heading.part {
                _ if stated.any(|s| is_column(&s.column, table, &heading.lines, column as u16)) => of_stated,
                Part::Channel if !rule.kind.is_count() => of_part,
                Part::Period { months, .. } if months < 12 => of_part_of_year,
                _ => of_column,
            };
            let mut statement = of(&said_in_header(heading), rule, &self.rulebook.reading);
            let mut scale = None;
            match self.stated_unit(table, heading, column as u16)?.filter(|_| rule.kind.has_unit()) {
                Some(unit) => statement = Statement { negation: statement.negation, ..unit },
                None if heading.scale.is_none() => {
                    let around = around.iter().filter(|remark| remark.is_about(column));
                    let noted = note(table, layout, column as u16);
                    for remark in around.chain(&noted) {
                        scale = self.add(remark, rule, &heading.lines, &mut statement).or(scale);
                    }
                }
                None => {}
            }
            let heading = &mut layout.columns[column];
            heading.scale = heading.scale.take().or(scale);
            heading.statement = statement;
        }
        Ok(())
    }

    /// The unit that an option or the rulebook states.
    fn stated_unit(&self, table: &Table, heading: &Heading, column0: u16) -> Result<Option<Statement>, Problem> {
        let mut units = self.rulebook.reading.units_of.iter();
        let Some(stated) = units.find(|stated| is_column(&stated.column, table, &heading.lines, column0)) else {
            return Ok(None);
        };
        let by = if stated.column.by == StatedBy::Option { "`--unit`" } else { "the rulebook" };
        let origin = Some(format!("as {by} states"));
        if stated.unit == AS_THEY_STAND {
            return Ok(Some(Statement { origin, ..Statement::default() }));
        }
        let (statement, unknown) = of_unit_alone(&stated.unit, &self.rulebook.reading);
        let Some(words) = quoted(&unknown) else { return Ok(Some(Statement { origin, ..statement })) };
        let message = format!("{by} says that it is in `{}`, of which {words} is not understood", stated.unit);
        Err(Problem::error(Code::Option, heading.place(table, usize::from(column0)), message).help(
            "give a unit as a header would, such as `kEUR`, `thousands` or `per month`, or `1` for plain numbers",
        ))
    }

    /// Adds what a remark says to what a header says of its column; gives the scale that it states.
    fn add(&self, remark: &Remark, rule: &ColumnRule, lines: &str, statement: &mut Statement) -> Option<StatedScale> {
        let header = lines.lines().next_back().unwrap_or_default();
        let said = of_remark(&remark.text, rule, header, &self.rulebook.reading);
        match &rule.kind {
            Kind::Text | Kind::Number { .. } | Kind::Date => None,
            Kind::Money => {
                add_unit(&said, remark, statement);
                None
            }
            kind if kind.is_count() => {
                doubt_unit(&said, remark, statement);
                None
            }
            Kind::Level(_) => add_scale(&said, remark, statement),
        }
    }
}

/// What a header says, with what a row of units added to it.
fn said_in_header(heading: &Heading) -> String {
    let unit = heading.header.strip_prefix(one_line(&heading.lines).as_str()).unwrap_or_default();
    format!("{}{unit}", without_number(heading.said()))
}

/// The texts above the table, and those beside it under no header.
fn remarks(table: &Table, layout: &Layout, reading: &Reading) -> Vec<Remark> {
    // A legend is short, and stands at the top.
    const MOST: usize = 40;
    const LONGEST: usize = 400;
    const ROWS: u32 = 60;
    let is_beside = |column0: u16| {
        let heading = layout.columns.get(usize::from(column0));
        heading.is_none_or(|heading| heading.attribute.is_none() && is_legend(&heading.header, reading))
    };
    let last = table.rows().min(layout.header_row0 + ROWS);
    let cells = (0..last).flat_map(|row0| table.filled(row0).map(move |column0| (column0, row0)));
    let around = cells.filter(|(column0, row0)| *row0 < layout.header_top0 || is_beside(*column0));
    let texts = around.filter_map(|(column0, row0)| match table.cell(row0, column0) {
        Cell::Text(id) if table.text(id).len() <= LONGEST => Some((column0, row0, table.text(id).trim())),
        _ => None,
    });
    let mut texts: Vec<(u16, u32, &str)> = texts.take(MOST).collect();
    texts.sort_unstable();
    let mut remarks: Vec<Remark> = Vec::new();
    let mut last_tie = None;
    for (column0, row0, text) in texts {
        // One end in each cell: `1 = highest` above `5 = lowest`.
        let is_tie = text.starts_with(|c: char| c.is_ascii_digit());
        match remarks.last_mut().filter(|_| is_tie && last_tie == Some((column0, row0.wrapping_sub(1)))) {
            Some(remark) => remark.text = format!("{}, {text}", remark.text),
            None => {
                let cell = format!("{}{}", column_letters(column0), row0 + 1);
                remarks.push(Remark { text: text.to_owned(), cell, columns: Vec::new() });
            }
        }
        last_tie = is_tie.then_some((column0, row0));
    }
    name_columns(&mut remarks, layout);
    remarks
}

/// The note on a column's header.
fn note(table: &Table, layout: &Layout, column0: u16) -> Option<Remark> {
    let noted = layout.header_rows().find_map(|row0| Some((row0, table.note_of(row0, column0)?)));
    noted.map(|(row0, text)| Remark {
        text: text.trim().to_owned(),
        cell: format!("the note on {}{}", column_letters(column0), row0 + 1),
        columns: Vec::new(),
    })
}

/// Whether a column that is not used may hold a legend: it has no header, or one that says so.
fn is_legend(header: &str, reading: &Reading) -> bool {
    header.is_empty() || reading.notes.contains(&header_words(header))
}

/// Notes in each remark the columns that it names by their headers.
fn name_columns(remarks: &mut [Remark], layout: &Layout) {
    if remarks.is_empty() {
        return;
    }
    let name = |heading: &Heading| header_words(heading.header.split(" / ").last().unwrap_or_default());
    let names: Vec<Vec<String>> = layout.columns.iter().map(name).collect();
    for remark in remarks {
        let text = words(&remark.text);
        let is_named =
            |column: &usize| *column != usize::from(layout.name_column) && holds_phrase(&text, &names[*column]);
        remark.columns = (0..names.len()).filter(is_named).collect();
    }
}

/// A legend's scale, where the header leaves its direction open.
fn add_scale(said: &Statement, remark: &Remark, statement: &mut Statement) -> Option<StatedScale> {
    let named = remark.named();
    let own = statement.scale();
    let is_told = said.speaks_of_scale() || said.range().is_some() && said.range() == statement.range();
    let stated = |bottom: f64, top: f64| Some(StatedScale { bottom, top, origin: format!("as {named} states") });
    // What it says of amounts besides is about other columns.
    match (own, said.scale_beside_units()) {
        (Scale::None, Scale::Ends { bottom, top, is_directed }) if is_directed || said.aside.is_empty() => {
            stated(bottom, top)
        }
        (Scale::Ends { bottom, top, .. }, Scale::Ends { bottom: low, top: high, .. })
            if !have_same_ends((bottom, top), (low, high)) =>
        {
            None
        }
        (Scale::Ends { bottom, top, is_directed }, Scale::Ends { bottom: low, top: high, is_directed: true }) => {
            if is_directed && (bottom < top) != (low < high) {
                statement.conflict = Some(format!("its header and {named} disagree on which end means more"));
                return None;
            }
            stated(low, high)
        }
        (Scale::Ends { bottom, top, is_directed: false }, Scale::Direction { is_upward }) => {
            let (low, high) = (bottom.min(top), bottom.max(top));
            if is_upward { stated(low, high) } else { stated(high, low) }
        }
        (Scale::Ends { is_directed: false, .. } | Scale::None, Scale::Unclear) if is_told => {
            statement.conflict = Some(format!("what {named} says of the scale is not understood"));
            None
        }
        _ => None,
    }
}

fn have_same_ends(one: (f64, f64), other: (f64, f64)) -> bool {
    let ends = |(bottom, top): (f64, f64)| (bottom.min(top), bottom.max(top));
    ends(one) == ends(other)
}

/// Whether a remark states a unit, and no amount of its own.
fn states_unit(said: &Statement) -> bool {
    !(said.currencies.is_empty() && said.factors.is_empty() || said.has_figures())
}

/// The power of ten that a title states, which may be meant for counts, and may not; a currency is none of theirs.
fn doubt_unit(said: &Statement, remark: &Remark, statement: &mut Statement) {
    if states_unit(said) && said.currencies.is_empty() && statement.factors.is_empty() {
        statement.conflict = Some(format!("{} may be meant for it or not", remark.named()));
    }
}

/// The unit that a title states for all amounts: `Beträge in T€`.
fn add_unit(said: &Statement, remark: &Remark, statement: &mut Statement) {
    fn disagree<T: PartialEq>(own: &[T], other: &[T]) -> bool {
        matches!((own.first(), other.first()), (Some(own), Some(other)) if own != other)
    }
    if !states_unit(said) {
        return;
    }
    let named = remark.named();
    if !said.left.is_empty() {
        statement.conflict = Some(format!("what {named} says of the unit is not understood"));
        return;
    }
    if disagree(&statement.currencies, &said.currencies) || disagree(&statement.factors, &said.factors) {
        statement.conflict = Some(format!("its header and {named} disagree on the unit"));
        return;
    }
    if statement.currencies.is_empty() {
        statement.currencies.clone_from(&said.currencies);
    }
    if statement.factors.is_empty() {
        statement.factors.clone_from(&said.factors);
    }
    if statement.times.is_none() {
        statement.times.clone_from(&said.times);
    }
    statement.origin = Some(format!("as {named} states"));
}
