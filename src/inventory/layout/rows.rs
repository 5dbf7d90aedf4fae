//! Which rows below the header are functions, and why the others are none.
//!
//! Every row of the table is one or the other. A row is left out only for what stands in it or around it, never because its
//! values could not be read.

use std::collections::HashSet;

use super::filled_down::FilledDown;
use super::uneven::Evenness;
use crate::codes::Code;
use crate::inventory::heading::Layout;
use crate::inventory::known::{BusinessFunction, Excluded, Exclusion, Inventory, Repeated};
use crate::problem::{Problem, Problems};
use crate::rulebook::Rulebook;
use crate::rulebook::text::{fold, words};
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
    let rows = Rows { rulebook, table, layout, shape: Shape::of(table, layout) };
    let titles = (0..layout.header_top0).filter(|row0| !table.is_blank(*row0));
    let mut excluded: Vec<Excluded> = titles.map(|row0| Excluded { row0, reason: Exclusion::Title }).collect();
    let titles = excluded.len();
    let mut functions = Vec::new();
    let filled_down = FilledDown::of(&rulebook.reading, table, layout);
    for row0 in layout.header_row0 + 1..table.rows() {
        let reason = match rows.exclusion(row0) {
            None | Some(Exclusion::NoName) if is_uneven(row0) => {
                uneven.push(row0);
                Exclusion::Uneven
            }
            Some(reason) => reason,
            None => {
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
    let below = (table.rows() - layout.header_row0 - 1) as usize;
    assert_eq!(functions.len() + excluded.len() - titles, below, "every row is a function or excluded");
    Ok((functions, excluded))
}

/// The rows of a table and what is to be known to tell functions from others.
struct Rows<'a> {
    rulebook: &'a Rulebook,
    table: &'a Table,
    layout: &'a Layout,
    shape: Shape,
}

/// How full the rows of a table are.
struct Shape {
    /// Whether nearly every row holds more than a name, so that one that does not stands out.
    is_full: bool,
    /// The last row that holds more than one value.
    last_full0: Option<u32>,
    /// Whether the names of full rows are often written in capitals.
    is_in_capitals: bool,
}

fn is_in_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

impl Shape {
    fn of(table: &Table, layout: &Layout) -> Shape {
        // One row in five may be a heading; more are a list with gaps.
        const MOST_LONE: usize = 5;
        // As often as an abbreviation is a name.
        const MOST_IN_CAPITALS: usize = 4;
        let (mut filled, mut lone, mut capitals, mut last_full0) = (0, 0, 0, None);
        for row0 in layout.header_row0 + 1..table.rows() {
            match table.filled(row0).take(3).count() {
                0 => {}
                1 => (filled, lone) = (filled + 1, lone + 1),
                more => {
                    filled += 1;
                    // A single value beside a name may be all there is.
                    lone += usize::from(more == 2 && layout.columns.len() > 4 && !has_name(table, layout, row0));
                    last_full0 = Some(row0);
                    capitals += usize::from(match table.cell(row0, layout.name_column) {
                        Cell::Text(id) => is_in_capitals(table.text(id)),
                        _ => false,
                    });
                }
            }
        }
        let is_in_capitals = capitals * MOST_IN_CAPITALS > filled - lone.min(filled);
        Shape { is_full: lone * MOST_LONE <= filled, last_full0, is_in_capitals }
    }
}

impl Rows<'_> {
    fn exclusion(&self, row0: u32) -> Option<Exclusion> {
        let (table, layout, reading) = (self.table, self.layout, &self.rulebook.reading);
        if table.is_blank(row0) {
            return Some(Exclusion::Blank);
        }
        if row0 == layout.header_row0 + 1 && self.is_type_row(row0) {
            return Some(Exclusion::Types);
        }
        if let Some(reason) = self.above_its_data(row0) {
            return Some(reason);
        }
        let lone = self.lone_text(row0);
        match table.value(row0, layout.name_column) {
            Cell::Text(id) if !table.text(id).trim().is_empty() => {
                let name = table.text(id);
                if reading.is_total(name) || self.is_sum(row0, name) {
                    Some(Exclusion::Total)
                } else if reading.is_no_data(name) {
                    Some(Exclusion::NoName)
                } else if self.is_header_again(row0) {
                    Some(Exclusion::Header)
                } else {
                    lone.and_then(|text| self.remark(row0, text))
                }
            }
            Cell::Number { .. } | Cell::Date { .. } | Cell::Boolean(_) => None,
            _ => {
                let total = table
                    .row(row0)
                    .iter()
                    .any(|cell| matches!(cell, Cell::Text(id) if reading.is_total(table.text(*id))));
                let remark = || match lone {
                    Some(text) if self.is_under_the_table(row0, text) => Exclusion::Note,
                    // Beside a blank name a text alone can only name what follows.
                    Some(_) if self.shape.is_full && self.goes_on_below(row0) => Exclusion::Heading,
                    _ => Exclusion::NoName,
                };
                Some(if total { Exclusion::Total } else { remark() })
            }
        }
    }

    /// Whether a name begins with the word for a total, and nothing but sums of the rows right above stands beside it: `Total
    /// Finance`, not `Total Quality Management`. The sums begin at the header, a heading, a blank row or another total.
    fn is_sum(&self, row0: u32, name: &str) -> bool {
        // Who adds up more has subtotals, which are told by their names.
        const MOST_ROWS: usize = 10_000;
        if !self.rulebook.reading.begins_as_total(name) {
            return false;
        }
        let columns: Vec<u16> = self
            .table
            .filled(row0)
            .filter(|column0| *column0 != self.layout.name_column && !self.is_sheet_name(row0, *column0))
            .collect();
        let number = |row0: u32, column0: u16| match self.table.cell(row0, column0) {
            Cell::Number { value, .. } => Some(value),
            _ => None,
        };
        let Some(totals) = columns.iter().map(|column0| number(row0, *column0)).collect::<Option<Vec<f64>>>() else {
            return false;
        };
        let above = (self.layout.header_row0 + 1..row0).rev().take(MOST_ROWS);
        let group: Vec<u32> = above.take_while(|row0| !self.is_boundary(*row0)).collect();
        let adds_up = |(column0, total): (&u16, &f64)| {
            let sum: f64 = group.iter().filter_map(|row0| number(*row0, *column0)).sum();
            (sum - total).abs() <= 1e-9 * total.abs()
        };
        !columns.is_empty() && group.len() > 1 && columns.iter().zip(&totals).all(adds_up)
    }

    /// Whether a row parts those above it from those below.
    fn is_boundary(&self, row0: u32) -> bool {
        let is_total = || match self.table.cell(row0, self.layout.name_column) {
            Cell::Text(id) => self.rulebook.reading.begins_as_total(self.table.text(id)),
            _ => false,
        };
        self.table.is_blank(row0) || self.is_lone(row0) || is_total()
    }

    /// What to say of a row that was left out for its looks, or for what it lacks.
    fn doubtful(&self, row0: u32, reason: Exclusion) -> Option<Problem> {
        let place = self.table.place_of(row0, self.layout.name_column);
        let (what, code) = match reason {
            Exclusion::NoName => {
                let message = "the row has values but no name; it was left out";
                return Some(Problem::warning(Code::NoName, place, message).help("give the function a name"));
            }
            Exclusion::Heading => ("heading", Code::HeadingRow),
            Exclusion::Note => ("note", Code::NoteRow),
            Exclusion::Total if self.is_named_otherwise(row0) => ("total", Code::TotalRow),
            _ => return None,
        };
        let message = format!("taken for a {what}, and left out, found `{}`", self.name_or_lone_text(row0));
        Some(Problem::note(code, place, message).help("if it is a function, fill in its row"))
    }

    fn name_or_lone_text(&self, row0: u32) -> &str {
        match self.table.cell(row0, self.layout.name_column) {
            Cell::Text(id) => self.table.text(id).trim(),
            _ => self.lone_text(row0).unwrap_or_default(),
        }
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
    fn lone_text(&self, row0: u32) -> Option<&str> {
        let mut values = self.table.filled(row0).filter(|column0| !self.is_sheet_name(row0, *column0));
        let (only, None) = (values.next()?, values.next()) else { return None };
        match self.table.cell(row0, only) {
            Cell::Text(id) => Some(self.table.text(id).trim()),
            _ => None,
        }
    }

    /// Whether a cell only says which of several sheets its row comes from.
    fn is_sheet_name(&self, row0: u32, column0: u16) -> bool {
        self.table.part_of(row0).is_some() && usize::from(column0) + 1 == self.layout.columns.len()
    }

    /// The reason of a row that holds nothing but a name which is none.
    fn remark(&self, row0: u32, text: &str) -> Option<Exclusion> {
        if self.is_under_the_table(row0, text) {
            return Some(Exclusion::Note);
        }
        let stands_out = self.shape.is_full && !self.is_lone(row0.wrapping_sub(1));
        let is_heading = self.goes_on_below(row0) && (stands_out || self.is_merged(row0) || self.is_loud(text));
        is_heading.then_some(Exclusion::Heading)
    }

    /// Whether a name spans several columns.
    fn is_merged(&self, row0: u32) -> bool {
        self.table.merged(row0, self.layout.name_column).is_some_and(|region| region.columns() > 1)
    }

    /// Whether a name is written in capitals, and hardly any other is.
    fn is_loud(&self, text: &str) -> bool {
        is_in_capitals(text) && !self.shape.is_in_capitals
    }

    /// Whether a text alone in its row remarks on the table above it.
    fn is_under_the_table(&self, row0: u32, text: &str) -> bool {
        if self.shape.last_full0.is_some_and(|last| last > row0) {
            return false;
        }
        // A mark, or a word such as `Source` with a colon or a figure after it.
        let is_marked = text.starts_with(['*', '\u{b9}', '\u{2020}']);
        let text_words = words(text);
        let says = text.contains(':') || text.contains(|c: char| c.is_ascii_digit());
        let is_note = is_marked || says && self.rulebook.reading.notes.iter().any(|note| text_words.starts_with(note));
        // Apart from the table, a sentence is no name.
        let is_sentence = text_words.len() > 3 || text.ends_with('.');
        let is_apart = self.shape.is_full
            && is_sentence
            && self.shape.last_full0.is_some_and(|last| (last + 1..row0).any(|above| self.table.is_blank(above)));
        is_note || is_apart
    }

    /// Whether the next row is a full one.
    fn goes_on_below(&self, row0: u32) -> bool {
        row0 + 1 < self.table.rows() && self.table.filled(row0 + 1).take(2).count() > 1
    }

    fn is_lone(&self, row0: u32) -> bool {
        row0 > self.layout.header_row0 && row0 < self.table.rows() && self.lone_text(row0).is_some()
    }

    /// Whether every cell of a row names a type of value, as templates have it under their headers.
    fn is_type_row(&self, row0: u32) -> bool {
        let types = &self.rulebook.reading.types;
        let is_type = |cell: &Cell| matches!(cell, Cell::Text(id) if types.contains(&fold(self.table.text(*id))));
        let (types, others): (Vec<&Cell>, Vec<&Cell>) =
            self.table.row(row0).iter().filter(|cell| **cell != Cell::Empty).partition(|cell| is_type(cell));
        types.len() > 1 && others.is_empty()
    }

    /// Whether a row repeats the header, as tables do that were put together from several.
    fn is_header_again(&self, row0: u32) -> bool {
        let (table, layout) = (self.table, self.layout);
        layout.header_rows().any(|header_row0| {
            table.cell(row0, layout.name_column) == table.cell(header_row0, layout.name_column)
                && table.row(row0) == table.row(header_row0)
        })
    }
}

fn has_name(table: &Table, layout: &Layout, row0: u32) -> bool {
    table.is_filled(table.value(row0, layout.name_column))
}

/// Notes each function whose name or id an earlier one has too, and counts them. They are kept: what is one function and
/// what two is not for a program to say.
pub(in crate::inventory) fn report_repeated(
    rulebook: &Rulebook,
    inventory: &Inventory,
    problems: &mut Problems,
) -> Repeated {
    let mut repeated = |column0: Option<u16>, code: Code, what: &str, help: &str| {
        let Some(column0) = column0 else { return 0 };
        let mut seen: HashSet<String> = HashSet::with_capacity(inventory.functions.len());
        let mut count = 0;
        for (function, BusinessFunction { row0 }) in inventory.functions.iter().enumerate() {
            let text = match column0 {
                _ if column0 == inventory.name_column0 => inventory.name(function),
                _ => inventory.text_of(column0, function),
            };
            if !text.is_empty() && !seen.insert(fold(&text)) {
                count += 1;
                let message = format!("expected {what} that no row above has, found `{text}`");
                problems.push(Problem::note(code, inventory.table.place_of(*row0, column0), message).help(help));
            }
        }
        count
    };
    let ids = rulebook.roles.id.and_then(|id| inventory.column0(id));
    Repeated {
        names: repeated(
            Some(inventory.name_column0),
            Code::RepeatedName,
            "a name",
            "both rows are kept, as two functions; delete one if they are the same",
        ),
        ids: repeated(ids, Code::RepeatedId, "an id", "both rows are kept; mend the id that is wrong"),
    }
}
