//! A sheet of the Open Document Format while it is read: its columns, rows and cells as they come in.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::appearance::{LookId, Lost};
use super::cells::Region;
use super::data_styles::Styles;
use super::filling::{Filling, iso_duration, table_of};
use super::formats::{DURATION, ISO_DATE};
use super::limits::{MAX_COLUMNS, MAX_ROWS, damaged};
use super::packed::{Cell, FormatId};
use super::paragraphs::Text;
use super::scan::{Odd, Seen, What, refused_cell};
use super::xml::attribute;
use crate::problem::{Place, Problem};

/// The most cells that stand there by repetition alone: far more than equal rows follow each other in any inventory.
pub(super) const MOST_REPEATED: u64 = 2_000_000;
/// The longest text of a cell, in bytes.
const LONGEST_TEXT: usize = 1 << 20;
/// A sheet as it was read.
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// Whether it is not to be seen.
    pub(super) hidden: bool,
    /// Its cells.
    pub(super) filling: Filling,
    /// What else it holds.
    pub(super) seen: Seen,
}

/// A sheet while it is read.
pub(super) struct Open {
    pub(super) sheet: Sheet,
    /// The formats of styles by their names.
    formats: HashMap<String, FormatId>,
    /// The looks of styles by their names.
    looks: HashMap<String, LookId>,
    /// The last column of each stretch of columns, with its style.
    columns: Vec<(u64, String)>,
    column_at: u64,
    pub(super) row: Option<Row>,
    pub(super) row0: u64,
    pub(super) cell: Option<Waiting>,
}

/// A row while it is read.
pub(super) struct Row {
    repeats: u64,
    style: String,
    hidden: bool,
    pub(super) column0: u64,
    /// Its cells with something in them, and how often each stands there.
    cells: Vec<(u64, u64, Cell)>,
    /// Its stretches of cells with marks.
    looks: Vec<(u16, u16, LookId)>,
}

/// A cell whose text is still to come.
pub(super) struct Waiting {
    repeats: u64,
    style: String,
    kind: String,
    /// The value that an attribute states.
    value: Option<String>,
    currency: String,
    has_formula: bool,
    is_error: bool,
    spanned: (u64, u64),
    pub(super) text: Text,
    /// Where its text leads to; empty for nowhere.
    link: String,
}

impl Open {
    pub(super) fn new(element: &BytesStart, styles: &Styles, place: &Place) -> Open {
        let name = attribute(element, "table:name");
        let hidden = styles.is_hidden(&attribute(element, "table:style-name"));
        let mut filling = Filling { table: table_of(place, &name), odd: Vec::new() };
        filling.table.has_formats = true;
        Open {
            sheet: Sheet { name, hidden, filling, seen: Seen::default() },
            formats: HashMap::new(),
            looks: HashMap::new(),
            columns: Vec::new(),
            column_at: 0,
            row: None,
            row0: 0,
            cell: None,
        }
    }

    pub(super) fn column(&mut self, element: &BytesStart, styles: &Styles, place: &Place) -> Result<(), Problem> {
        let repeats = repeats(element, "table:number-columns-repeated", place)?;
        let last = (self.column_at + repeats - 1).min(u64::from(MAX_COLUMNS) - 1);
        if self.column_at <= last {
            let (first, last) = (self.column_at as u32, last as u32);
            if is_hidden(element) {
                self.sheet.seen.hidden_columns.push(first, last);
            } else if let Some(width) = styles.width(&attribute(element, "table:style-name")) {
                self.sheet.seen.widths.push((first, last, width));
            }
        }
        self.column_at += repeats;
        self.columns.push((self.column_at, attribute(element, "table:default-cell-style-name")));
        Ok(())
    }

    pub(super) fn start_row(&mut self, element: &BytesStart, place: &Place) -> Result<(), Problem> {
        let repeats = repeats(element, "table:number-rows-repeated", place)?;
        let style = attribute(element, "table:default-cell-style-name");
        self.row =
            Some(Row { repeats, style, hidden: is_hidden(element), column0: 0, cells: Vec::new(), looks: Vec::new() });
        Ok(())
    }

    pub(super) fn start_cell(&mut self, element: &BytesStart, place: &Place) -> Result<(), Problem> {
        let mut cell = Waiting {
            repeats: 1,
            style: String::new(),
            kind: String::new(),
            value: None,
            currency: String::new(),
            has_formula: false,
            is_error: false,
            spanned: (1, 1),
            text: Text::default(),
            link: String::new(),
        };
        for attribute in element.attributes() {
            let Ok(attribute) = attribute else {
                return Err(damaged(place, "its XML makes no sense, in the attributes of a cell"));
            };
            let name: &str = attribute.key.as_ref();
            let value = || {
                let unescaped = quick_xml::escape::unescape(&attribute.value);
                unescaped.map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned)
            };
            match name {
                "table:number-columns-repeated" => cell.repeats = repeats(element, name, place)?,
                "table:number-columns-spanned" => cell.spanned.0 = repeats(element, name, place)?,
                "table:number-rows-spanned" => cell.spanned.1 = repeats(element, name, place)?,
                "table:style-name" => cell.style = value(),
                "office:value-type" => cell.kind = value(),
                "office:value"
                | "office:date-value"
                | "office:time-value"
                | "office:boolean-value"
                | "office:string-value" => cell.value = Some(value()),
                "office:currency" => cell.currency = value(),
                "calcext:value-type" => cell.is_error = value() == "error",
                "table:formula" => cell.has_formula = true,
                _ => {}
            }
        }
        self.cell = Some(cell);
        Ok(())
    }

    /// What stands within a cell.
    pub(super) fn start_text(&mut self, name: &str, element: &BytesStart, place: &Place) -> Result<(), Problem> {
        let (column0, row0) = (self.row.as_ref().map_or(0, |row| row.column0), self.row0);
        let Some(cell) = &mut self.cell else { return Ok(()) };
        match name {
            "text:s" => {
                let blanks = repeats(element, "text:c", place)?;
                if cell.text.letters.len() as u64 + blanks > LONGEST_TEXT as u64 {
                    return Err(too_long(&self.sheet.filling.table.place, row0, column0));
                }
                (0..blanks).for_each(|_| cell.text.push_letter(' '));
            }
            "text:a" => cell.link = attribute(element, "xlink:href"),
            _ => cell.text.element(name),
        }
        if cell.text.letters.len() > LONGEST_TEXT {
            return Err(too_long(&self.sheet.filling.table.place, row0, column0));
        }
        Ok(())
    }

    pub(super) fn end_cell(&mut self, styles: &Styles) -> Result<(), Problem> {
        let Some(waiting) = self.cell.take() else { return Ok(()) };
        let Some(row) = &self.row else { return Ok(()) };
        let (row0, column0, repeats) = (self.row0, row.column0, waiting.repeats);
        if row0 < u64::from(MAX_ROWS) && column0 < u64::from(MAX_COLUMNS) {
            let at = (row0 as u32, column0 as u32);
            if waiting.spanned != (1, 1) {
                self.merge(at, waiting.spanned);
            }
            let cell = self.cell(&waiting, at, styles)?;
            self.look(&waiting, at, styles);
            if let Some(row) = self.row.as_mut().filter(|_| cell != Cell::Empty) {
                row.cells.push((column0, repeats, cell));
            }
        } else if waiting.value.is_some() || !waiting.text.letters.is_empty() {
            let (what, number) = if column0 < u64::from(MAX_COLUMNS) { ("row", row0) } else { ("column", column0) };
            return Err(damaged(&self.sheet.filling.table.place, &format!("it has a cell in {what} {}", number + 1)));
        }
        if let Some(row) = &mut self.row {
            row.column0 += repeats;
        }
        Ok(())
    }

    /// Keeps the marks of a cell, its link, and that it has a formula.
    fn look(&mut self, waiting: &Waiting, (row0, column): (u32, u32), styles: &Styles) {
        // Beyond the table's own columns a style is one of the sheet's ground.
        const MOST_ALIKE: u64 = 200;
        if !waiting.link.is_empty() {
            self.sheet.filling.table.link(row0, column as u16, &waiting.link);
        }
        if waiting.has_formula {
            self.sheet.seen.lose(Lost::Formulas);
        }
        let style = self.style_of(waiting, column);
        let look = match self.looks.get(style) {
            Some(known) => *known,
            None => {
                let (style, look) = (style.to_owned(), styles.look(style));
                let id = self.sheet.filling.table.appearance.look_id(look);
                self.looks.insert(style, id);
                id
            }
        };
        if let (1.., Some(row), true) = (look, &mut self.row, waiting.repeats <= MOST_ALIKE) {
            let last = (u64::from(column) + waiting.repeats - 1).min(u64::from(MAX_COLUMNS) - 1);
            row.looks.push((column as u16, last as u16, look));
        }
    }

    fn merge(&mut self, (row0, column): (u32, u32), (columns, rows): (u64, u64)) {
        let last_row0 = (u64::from(row0) + rows - 1).min(u64::from(MAX_ROWS) - 1) as u32;
        let last_column0 = (u64::from(column) + columns - 1).min(u64::from(MAX_COLUMNS) - 1) as u16;
        let region = Region { first_row0: row0, first_column0: column as u16, last_row0, last_column0 };
        self.sheet.filling.table.merge(region);
    }

    /// What a cell holds.
    fn cell(&mut self, waiting: &Waiting, at: (u32, u32), styles: &Styles) -> Result<Cell, Problem> {
        let text = waiting.text.letters.as_str();
        let stated = waiting.value.as_deref();
        if waiting.is_error {
            return Ok(self.error(text, at));
        }
        let Some(value) = stated.filter(|value| !value.is_empty() || waiting.kind != "string") else {
            if waiting.has_formula && text.is_empty() {
                let what = What::NoResult;
                self.sheet.filling.odd.push(Odd { cell: (at.0, at.1 as u16), what });
            }
            return Ok(self.sheet.filling.text(text));
        };
        let refused = |what: &str| {
            let message = format!("holds `{value}`, which is no {what}");
            Err(refused_cell(&self.sheet.filling.table.place, (at.0, at.1 as u16), &message))
        };
        match waiting.kind.as_str() {
            "float" | "percentage" | "currency" => {
                let Ok(number) = value.trim().parse::<f64>() else { return refused("number") };
                let format = self.format(waiting, at.1, styles);
                Ok(self.sheet.filling.number(number, at, format))
            }
            "date" => {
                let format = self.format(waiting, at.1, styles);
                Ok(self.sheet.filling.iso_date(value, format))
            }
            "time" => {
                let Some(serial) = iso_duration(value) else { return refused("time") };
                let format = self.format(waiting, at.1, styles);
                let table = &mut self.sheet.filling.table;
                let format = if format == 0 { table.format_id(DURATION) } else { format };
                Ok(Cell::Date { serial, format })
            }
            "boolean" => match value {
                "true" | "TRUE" | "1" => Ok(Cell::Boolean(true)),
                "false" | "FALSE" | "0" => Ok(Cell::Boolean(false)),
                _ => refused("truth value"),
            },
            _ => Ok(self.sheet.filling.text(value)),
        }
    }

    fn error(&mut self, text: &str, at: (u32, u32)) -> Cell {
        match self.sheet.filling.text(text) {
            cell @ Cell::Error(_) => cell,
            _ => {
                let what = What::Error(text.into());
                self.sheet.filling.odd.push(Odd { cell: (at.0, at.1 as u16), what });
                Cell::Empty
            }
        }
    }

    /// The style of a cell: its own, its row's or its column's.
    fn style_of<'s>(&'s self, waiting: &'s Waiting, column: u32) -> &'s str {
        let of_row = self.row.as_ref().map(|row| row.style.as_str());
        let of_column = || {
            let at = self.columns.partition_point(|(end, _)| *end <= u64::from(column));
            self.columns.get(at).map(|(_, style)| style.as_str())
        };
        let style = Some(waiting.style.as_str()).filter(|style| !style.is_empty());
        style.or(of_row.filter(|style| !style.is_empty())).or_else(of_column).unwrap_or_default()
    }

    /// The format that a cell is shown in.
    fn format(&mut self, waiting: &Waiting, column: u32, styles: &Styles) -> FormatId {
        let style = self.style_of(waiting, column);
        let key = if waiting.kind == "float" {
            style.to_owned()
        } else {
            format!("{style}\n{}{}", waiting.kind, waiting.currency)
        };
        if let Some(known) = self.formats.get(&key) {
            return *known;
        }
        let code = styles.code(style);
        let code = match waiting.kind.as_str() {
            "currency" if !waiting.currency.is_empty() => {
                let code = code.unwrap_or_else(|| "#,##0.00".to_owned());
                let has_currency = code.contains(['$', '"']) || !code.is_ascii();
                if has_currency { code } else { format!("{code} [${}]", waiting.currency) }
            }
            "percentage" => code.unwrap_or_else(|| "0%".to_owned()),
            "date" => code.unwrap_or_else(|| ISO_DATE.to_owned()),
            _ => code.unwrap_or_else(|| "General".to_owned()),
        };
        let id = self.sheet.filling.table.format_id(&code);
        self.formats.insert(key, id);
        id
    }

    /// Puts the cells of a row into the table; says how many stand there by repetition.
    pub(super) fn end_row(&mut self, place: &Place) -> Result<u64, Problem> {
        let Some(row) = self.row.take() else { return Ok(0) };
        let first = self.row0;
        self.row0 += row.repeats;
        if row.hidden && first < u64::from(MAX_ROWS) {
            let last = (self.row0 - 1).min(u64::from(MAX_ROWS) - 1);
            self.sheet.seen.hidden_rows.push(first as u32, last as u32);
        }
        let Some((column0, repeats, _)) = row.cells.last() else { return Ok(0) };
        if self.row0 > u64::from(MAX_ROWS) {
            return Err(damaged(place, &format!("it has a cell in row {}", self.row0)));
        }
        if column0 + repeats > u64::from(MAX_COLUMNS) {
            return Err(damaged(place, &format!("it has a cell in column {}", column0 + repeats)));
        }
        let cells: u64 = row.cells.iter().map(|(_, repeats, _)| repeats).sum();
        let repeated = cells * row.repeats - row.cells.len() as u64;
        if repeated > MOST_REPEATED {
            return Ok(repeated);
        }
        for row0 in first..self.row0 {
            for &(first, last, look) in &row.looks {
                self.sheet.filling.table.appearance.mark(row0 as u32, (first, last), look);
            }
            for &(column0, repeats, cell) in &row.cells {
                for column0 in column0..column0 + repeats {
                    self.sheet.filling.append((row0 as u32, column0 as u32), cell)?;
                }
            }
        }
        Ok(repeated)
    }
}

fn too_long(place: &Place, row0: u64, column0: u64) -> Problem {
    let (row0, column0) = (row0.min(u64::from(MAX_ROWS) - 1), column0.min(u64::from(MAX_COLUMNS) - 1));
    let message = format!("holds a text of more than {} KiB (limit `max-field`)", LONGEST_TEXT >> 10);
    refused_cell(place, (row0 as u32, column0 as u16), &message)
}

/// How often something stands there: once where nothing is said.
fn repeats(element: &BytesStart, name: &str, place: &Place) -> Result<u64, Problem> {
    // More than any sheet has, and few enough to be added up.
    const MOST: u64 = 1 << 31;
    match attribute(element, name).as_str() {
        "" => Ok(1),
        given => match given.parse() {
            Ok(repeats) if (1..=MOST).contains(&repeats) => Ok(repeats),
            // No blanks at all is harmless.
            Ok(0) if name == "text:c" => Ok(0),
            _ => Err(damaged(place, &format!("something in it is repeated `{given}` times"))),
        },
    }
}

fn is_hidden(element: &BytesStart) -> bool {
    matches!(attribute(element, "table:visibility").as_str(), "collapse" | "filter")
}
