//! Which rows below the header are functions, and why the others are none.
//!
//! Every row of the table is one or the other. A row is left out only for what stands in it or around it, never because its
//! values could not be read.

use std::collections::{HashMap, HashSet};

use super::filled_down::FilledDown;
use super::selected::{Selected, is_selected, nothing_selected};
use super::several::Several;
use super::shifted::shifted;
use super::uneven::Evenness;
use crate::codes::Code;
use crate::inventory::heading::Layout;
use crate::inventory::known::{BusinessFunction, Excluded, Exclusion};
use crate::problem::{Problem, Problems};
use crate::rulebook::Rulebook;
use crate::table::{Cell, Table};

/// Every row, as a function or as none with the reason.
///
/// # Errors
/// More rows are uneven than are not.
pub(in crate::inventory) fn classify(
    rulebook: &Rulebook,
    table: &Table,
    layout: &Layout,
    problems: &mut Problems,
) -> Result<(Vec<BusinessFunction>, Vec<Excluded>), Problem> {
    let evenness = Evenness::of(table, layout.header_top0..=layout.header_row0);
    let is_uneven = |row0: u32| evenness.as_ref().is_some_and(|evenness| evenness.is_uneven(row0));
    let mut uneven = Vec::new();
    let mut shifted = shifted(rulebook, table, layout);
    let rows = Rows::of(rulebook, table, layout);
    let titles = (0..layout.header_top0).filter(|row0| !table.is_blank(*row0));
    let mut excluded: Vec<Excluded> = titles.map(|row0| Excluded { row0, reason: Exclusion::Title }).collect();
    let titles = excluded.len();
    let mut functions = Vec::new();
    let filled_down = FilledDown::of(&rulebook.reading, table, layout);
    let mut selected = Selected::of(rulebook, table, layout);
    for row0 in layout.header_row0 + 1..table.rows() {
        let reason = match rows.exclusion(row0) {
            None | Some(Exclusion::NoName) if is_uneven(row0) => {
                uneven.push(row0);
                Exclusion::Uneven
            }
            None if shifted.contains_key(&row0) => {
                problems.extend(shifted.remove(&row0));
                Exclusion::Uneven
            }
            Some(reason) => reason,
            None if !is_selected(table, row0, &mut selected) => Exclusion::Unselected,
            None => {
                let doubt = rows.possible_example(row0).or_else(|| rows.possible_total(row0));
                let doubt = doubt.or_else(|| rows.possible_footer(row0));
                problems.extend(doubt.or_else(|| functions.is_empty().then(|| rows.possible_heading(row0)).flatten()));
                functions.push(BusinessFunction { row0 });
                continue;
            }
        };
        excluded.push(Excluded { row0, reason });
        if row0 < filled_down.first0 {
            problems.extend(rows.doubtful(row0, reason));
        }
    }
    problems.extend(filled_down.problem(table));
    if let Some(evenness) = evenness {
        if let Some(problem) = evenness.refusal(&uneven, functions.len()) {
            return Err(problem);
        }
        problems.extend(uneven.into_iter().map(|row0| evenness.problem(row0)));
    }
    if let Some(problem) = nothing_selected(table, layout, &selected, functions.len()) {
        return Err(problem);
    }
    let several = Several::of(rulebook, table, layout, &functions);
    if let Some(problem) = several.within_years().or_else(|| several.planned_besides()).or_else(|| several.events()) {
        return Err(problem);
    }
    let earlier = several.earlier_years();
    problems.extend(earlier.doubt);
    problems.extend(earlier.doubled.map(|doubled| doubled.leave_out(&mut functions, &mut excluded)));
    let parents = Several::of(rulebook, table, layout, &functions).parents(&excluded);
    problems.extend(parents.doubt);
    problems.extend(parents.doubled.map(|doubled| doubled.leave_out(&mut functions, &mut excluded)));
    let below = (table.rows() - layout.header_row0 - 1) as usize;
    assert_eq!(functions.len() + excluded.len() - titles, below, "every row is a function or excluded");
    Ok((functions, excluded))
}

/// The rows of a table and what is to be known to tell functions from others.
pub(super) struct Rows<'a> {
    pub(super) rulebook: &'a Rulebook,
    pub(super) table: &'a Table,
    pub(super) layout: &'a Layout,
    pub(super) shape: Shape,
    /// Whether a column holds the departments.
    pub(super) has_departments: bool,
    /// Those at the end that say little.
    pub(super) footers: Footers,
    /// Those between the pages of a report.
    between_pages: HashMap<u32, Exclusion>,
    /// Those that are some of one above them.
    parts: HashSet<u32>,
    /// Those that have words where others have numbers.
    pub(super) of_words: OfWords,
    /// What amounts say of other rows.
    pub(super) adds: HashMap<u32, Adds>,
}

/// What the amounts of a row say of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Adds {
    /// They are the sums of others.
    Up,
    /// The last total of the table does not count them.
    Beside,
    /// They are the sums of others, be it by chance.
    Perhaps,
    /// They stand alone below rows that say more.
    Alone,
    /// They stand alone there, and the row is called as totals and statistics are, though they are the sums of none.
    Called,
    /// The same of a row that says no less than others, so that it may be a function.
    PerhapsCalled,
}

/// The rows that have words where others have numbers, and what they are held against.
#[derive(Default)]
pub(super) struct OfWords {
    pub(super) rows: HashSet<u32>,
    /// The first of the others, which tell how functions are called.
    pub(super) others: Vec<u32>,
    /// The last of the others.
    pub(super) last_other0: Option<u32>,
}

/// The rows under a table that say little.
#[derive(Default)]
pub(super) struct Footers {
    /// Those that are no functions.
    pub(super) notes: HashSet<u32>,
    /// Those that may be none.
    pub(super) doubtful: HashSet<u32>,
}

/// How full the rows of a table are.
pub(super) struct Shape {
    /// Whether nearly every row holds more than a name, so that one that does not stands out.
    pub(super) is_full: bool,
    /// The last row that holds more than one value.
    pub(super) last_full0: Option<u32>,
    /// Whether the names of full rows are often written in capitals.
    pub(super) is_in_capitals: bool,
    /// Whether each group of rows has its heading: the first one has.
    pub(super) is_grouped: bool,
    /// Where the texts below a table begin that are no functions, as a report's footer; none where there are none.
    pub(super) footer0: Option<u32>,
}

pub(super) fn is_in_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

impl Shape {
    fn of(table: &Table, layout: &Layout) -> Shape {
        // One row in five may be a heading; more are a list with gaps.
        const MOST_LONE: usize = 5;
        // As often as an abbreviation is a name.
        const MOST_IN_CAPITALS: usize = 4;
        let (mut filled, mut lone, mut capitals, mut last_full0, mut in_table) = (0, 0, 0, None, (0, 0));
        for row0 in (layout.header_row0 + 1..layout.end0).filter(|row0| !layout.legend_rows.contains(row0)) {
            match table.filled(row0).take(3).count() {
                0 => {}
                1 => (filled, lone) = (filled + 1, lone + 1),
                more => {
                    filled += 1;
                    // A single value beside a name may be all there is.
                    lone += usize::from(more == 2 && layout.columns.len() > 4 && !has_name(table, layout, row0));
                    last_full0 = Some(row0);
                    in_table = (filled, lone);
                    capitals += usize::from(match table.cell(row0, layout.name_column) {
                        Cell::Text(id) => is_in_capitals(table.text(id)),
                        _ => false,
                    });
                }
            }
        }
        // What stands alone below the table says nothing of it.
        let (filled, lone) = in_table;
        let is_in_capitals = capitals * MOST_IN_CAPITALS > filled - lone.min(filled);
        Shape { is_full: lone * MOST_LONE <= filled, last_full0, is_in_capitals, is_grouped: false, footer0: None }
    }
}

impl<'a> Rows<'a> {
    pub(super) fn of(rulebook: &'a Rulebook, table: &'a Table, layout: &'a Layout) -> Rows<'a> {
        let department = rulebook.roles.department;
        let is_department = |column0: &usize| layout.columns[*column0].attribute == department;
        let holds_any = |column: usize| {
            (layout.header_row0 + 1..layout.end0).any(|row0| table.is_filled(table.value(row0, column as u16)))
        };
        let has_departments =
            department.is_some() && (0..layout.columns.len()).find(is_department).is_some_and(holds_any);
        let (shape, parts, adds) = (Shape::of(table, layout), HashSet::new(), HashMap::new());
        let (footers, between_pages, of_words) = (Footers::default(), HashMap::new(), OfWords::default());
        let mut rows =
            Rows { rulebook, table, layout, shape, has_departments, footers, between_pages, parts, of_words, adds };
        rows.between_pages = rows.between_pages();
        rows.parts = rows.parts();
        (rows.shape.footer0, rows.shape.is_grouped) = (rows.footer(), rows.is_grouped());
        rows.of_words = rows.of_words();
        rows.footers = rows.footers();
        rows.adds = rows.added_up();
        rows
    }

    /// Why a row is no function; none where it is one.
    pub(super) fn exclusion(&self, row0: u32) -> Option<Exclusion> {
        let (table, layout, reading) = (self.table, self.layout, &self.rulebook.reading);
        if table.is_blank(row0) {
            return Some(Exclusion::Blank);
        }
        if row0 >= layout.end0 {
            return Some(Exclusion::OtherTable);
        }
        if layout.legend_rows.contains(&row0) {
            return Some(Exclusion::Note);
        }
        if let Some(reason) = self.belongs_to_header(row0).or_else(|| self.above_its_data(row0)) {
            return Some(reason);
        }
        if let Some(reason) = self.between_pages.get(&row0) {
            return Some(*reason);
        }
        if self.is_for_values(row0) {
            return Some(Exclusion::Types);
        }
        if self.is_footer(row0) {
            return Some(self.summary_beside(row0).unwrap_or(Exclusion::Note));
        }
        let lone = self.lone_text(row0);
        match table.value(row0, layout.name_column) {
            cell if table.number(cell).is_some() => self.summary_beside(row0),
            Cell::Text(id) if !table.text(id).trim().is_empty() => {
                let name = table.text(id);
                if let Some(summary) = self.summary(row0, name) {
                    Some(summary)
                } else if self.is_part(row0) {
                    Some(Exclusion::Part)
                } else if reading.is_no_data(name) {
                    Some(Exclusion::NoName)
                } else if self.is_header_again(row0) {
                    Some(Exclusion::Header)
                } else {
                    lone.and_then(|text| self.remark(row0, text))
                }
            }
            Cell::Date { .. } | Cell::Boolean(_) => self.summary_beside(row0),
            _ => {
                let remark = || match lone {
                    Some(text) if self.is_under_the_table(row0, text) => Exclusion::Note,
                    // Beside a blank name a text alone can only name what follows.
                    Some(_) if self.shape.is_full && self.goes_on_below(row0) => Exclusion::Heading,
                    _ => Exclusion::NoName,
                };
                Some(self.total_beside(row0).or_else(|| self.summary_beside(row0)).unwrap_or_else(remark))
            }
        }
    }

    /// Whether any text of a row without a name is the word for a total.
    fn total_beside(&self, row0: u32) -> Option<Exclusion> {
        let is_total =
            |cell: Cell| matches!(cell, Cell::Text(id) if self.rulebook.reading.is_total(self.table.text(id)));
        self.table.row(row0).any(is_total).then_some(Exclusion::Total)
    }

    /// What to say of a row that was left out for its looks, or for what it lacks.
    fn doubtful(&self, row0: u32, reason: Exclusion) -> Option<Problem> {
        let place = self.table.place_of(row0, self.layout.name_column);
        let (what, code) = match reason {
            Exclusion::NoName => {
                let message = "the row has values but no name; it was left out";
                return Some(Problem::warning(Code::NoName, place, message).help("give the function a name"));
            }
            Exclusion::Part => {
                let message =
                    format!("taken for some of a row above it, and left out, found `{}`", self.name_or_lone_text(row0));
                let help = "if it is not counted there, give the function a name that says so";
                return Some(Problem::warning(Code::ParentRows, place, message).help(help));
            }
            Exclusion::Total if self.is_named_otherwise(row0) && self.adds.get(&row0) == Some(&Adds::Called) => {
                let name = self.name_or_lone_text(row0);
                let message = format!(
                    "taken for a total, though it is not the sum of rows above it, and left out, found `{name}`"
                );
                let help = "if it is a function, fill in its row";
                return Some(Problem::warning(Code::TotalRow, place, message).help(help));
            }
            Exclusion::Heading if !self.has_departments => ("the department of the rows below", Code::HeadingRow),
            Exclusion::Heading => ("a heading", Code::HeadingRow),
            Exclusion::Note => ("a note", Code::NoteRow),
            Exclusion::Total if self.is_named_otherwise(row0) => ("a total", Code::TotalRow),
            Exclusion::Statistic => ("a statistic of other rows", Code::StatisticRow),
            Exclusion::Types if row0 > self.layout.header_row0 + 1 => ("words for what columns hold", Code::NoteRow),
            Exclusion::Total
            | Exclusion::Title
            | Exclusion::Blank
            | Exclusion::Types
            | Exclusion::Header
            | Exclusion::Line
            | Exclusion::OtherTable
            | Exclusion::Unselected
            | Exclusion::Parent
            | Exclusion::Earlier
            | Exclusion::Uneven => return None,
        };
        let message = format!("taken for {what}, and left out, found `{}`", self.name_or_lone_text(row0));
        Some(Problem::note(code, place, message).help("if it is a function, fill in its row"))
    }

    pub(super) fn name_or_lone_text(&self, row0: u32) -> &str {
        match self.table.cell(row0, self.layout.name_column) {
            Cell::Text(id) => self.table.text(id).trim(),
            _ => self.first_text(row0).unwrap_or_default(),
        }
    }

    /// Whether a row is some of one above it.
    pub(super) fn is_part(&self, row0: u32) -> bool {
        self.parts.contains(&row0)
    }

    /// The rows that are some of one above them, by their names.
    fn parts(&self) -> HashSet<u32> {
        let filled = (self.layout.header_row0 + 1..self.table.rows()).filter(|row0| !self.table.is_blank(*row0));
        let is_part = |row0: &u32| match self.table.cell(*row0, self.layout.name_column) {
            Cell::Text(id) => self.rulebook.reading.is_part(self.table.text(id)),
            _ => false,
        };
        filled.skip(1).filter(is_part).collect()
    }

    /// Whether a total is not called just that.
    fn is_named_otherwise(&self, row0: u32) -> bool {
        match self.table.cell(row0, self.layout.name_column) {
            Cell::Text(id) => !self.rulebook.reading.is_total(self.table.text(id)),
            _ => false,
        }
    }

    /// The reason of a row that stands above the first data of a sheet other than the first.
    fn above_its_data(&self, row0: u32) -> Option<Exclusion> {
        let part = self.table.part_of(row0).filter(|part| row0 < part.data_row0 && part.first_row0 > 0)?;
        let header_rows = self.layout.header_row0 - self.layout.header_top0 + 1;
        Some(if row0 + header_rows >= part.data_row0 { Exclusion::Header } else { Exclusion::Title })
    }

    /// The text of a row that holds nothing else; a range merged over several columns is one text.
    pub(super) fn lone_text(&self, row0: u32) -> Option<&str> {
        let mut values = self.table.filled(row0).filter(|column0| !self.is_sheet_name(row0, *column0));
        let (only, None) = (values.next()?, values.next()) else { return None };
        match self.table.cell(row0, only) {
            Cell::Text(id) => Some(self.table.text(id).trim()),
            _ => None,
        }
    }

    /// Whether a cell only says which of several sheets its row comes from.
    pub(super) fn is_sheet_name(&self, row0: u32, column0: u16) -> bool {
        self.table.part_of(row0).is_some() && usize::from(column0) + 1 == self.layout.columns.len()
    }

    pub(super) fn is_lone(&self, row0: u32) -> bool {
        row0 > self.layout.header_row0 && row0 < self.table.rows() && self.lone_text(row0).is_some()
    }

    /// Whether a row repeats the header, as tables do that were put together from several; some of its texts may be missing.
    pub(super) fn is_header_again(&self, row0: u32) -> bool {
        const LEAST: usize = 3;
        let (table, layout) = (self.table, self.layout);
        layout.header_rows().any(|header_row0| {
            if table.cell(row0, layout.name_column) != table.cell(header_row0, layout.name_column) {
                return false;
            }
            let is_of_header = |column0: u16| table.row(header_row0).any(|cell| cell == table.cell(row0, column0));
            table.row(row0).eq(table.row(header_row0))
                || table.filled(row0).count() >= LEAST && table.filled(row0).all(is_of_header)
        })
    }
}

fn has_name(table: &Table, layout: &Layout, row0: u32) -> bool {
    table.is_filled(table.value(row0, layout.name_column))
}
