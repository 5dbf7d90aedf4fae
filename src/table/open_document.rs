//! Spreadsheets of the Open Document Format, read tag by tag.
//!
//! calamine reads them too, but without the formats of cells, and refuses what the format allows (blanks between tags, comments,
//! a missing mark at the beginning); it builds whole sheets in memory, and trusts every number of repetitions.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::cells::{Cell, FormatId, Region, Table};
use super::data_styles::Styles;
use super::filling::{Filling, iso_duration, table_of};
use super::formats::{DURATION, ISO_DATE};
use super::limits::{MAX_COLUMNS, MAX_ROWS, damaged, refused};
use super::paragraphs::{PARAGRAPHS, Text};
use super::scan::{Odd, Seen, What, refused_cell};
use super::xml::attribute;
use crate::codes::Code;
use crate::problem::{Place, Problem};

/// The most cells that stand there by repetition alone: far more than equal rows follow each other in any inventory.
const MOST_REPEATED: u64 = 2_000_000;
/// The longest text of a cell, in bytes.
const LONGEST_TEXT: usize = 1 << 20;
/// The deepest nesting: a few levels of groups, and texts with their formats.
const DEEPEST: usize = 200;

/// What stands beside the cells and looks like them, or like their texts.
const SKIPPED: [&str; 6] = [
    "office:forms",
    "table:shapes",
    "table:tracked-changes",
    "table:dde-links",
    "draw:frame",
    "table:content-validations",
];

/// A note on a cell, which stands within it.
const NOTE: &str = "office:annotation";

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

/// Reads the content, after the common styles where the file has a part for them.
///
/// # Errors
/// It is damaged, or would take up too much memory.
pub(super) fn read(content: impl Read, styles: Option<impl Read>, place: &Place) -> Result<Vec<Sheet>, Problem> {
    let mut reading = Reading::new(place);
    if let Some(styles) = styles {
        reading.part(styles)?;
        reading.sheets.clear();
    }
    reading.part(content)?;
    Ok(reading.sheets)
}

struct Reading<'p> {
    place: &'p Place,
    styles: Styles,
    sheets: Vec<Sheet>,
    sheet: Option<Open>,
    /// How deep within what is skipped.
    skipped: usize,
    /// A note that is read, and how deep within it.
    note: Option<(Text, usize)>,
    repeated: u64,
}

/// A sheet while it is read.
struct Open {
    sheet: Sheet,
    /// The formats of styles by their names.
    formats: HashMap<String, FormatId>,
    /// The last column of each stretch of columns, with its style.
    columns: Vec<(u64, String)>,
    column_at: u64,
    row: Option<Row>,
    row0: u64,
    cell: Option<Waiting>,
}

/// A row while it is read.
struct Row {
    repeats: u64,
    style: String,
    hidden: bool,
    column0: u64,
    /// Its cells with something in them, and how often each stands there.
    cells: Vec<(u64, u64, Cell)>,
}

/// A cell whose text is still to come.
struct Waiting {
    repeats: u64,
    style: String,
    kind: String,
    /// The value that an attribute states.
    value: Option<String>,
    currency: String,
    has_formula: bool,
    is_error: bool,
    spanned: (u64, u64),
    text: Text,
}

impl<'p> Reading<'p> {
    fn new(place: &'p Place) -> Self {
        Reading {
            place,
            styles: Styles::default(),
            sheets: Vec::new(),
            sheet: None,
            skipped: 0,
            note: None,
            repeated: 0,
        }
    }

    /// Reads one part to its end, where its checksum is looked at.
    fn part(&mut self, part: impl Read) -> Result<(), Problem> {
        let mut reader = Reader::from_reader(BufReader::with_capacity(1 << 16, part));
        reader.config_mut().expand_empty_elements = true;
        let (mut buffer, mut depth) = (Vec::new(), 0_usize);
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(damaged(self.place, "its XML is nested too deeply"));
                    }
                    self.open(&element)?;
                }
                Ok(Event::End(element)) => {
                    depth -= 1;
                    self.close(element.name().as_ref())?;
                }
                Ok(Event::Text(text)) => self.text(&text),
                Ok(Event::CData(text)) => self.text(&text),
                Ok(Event::GeneralRef(reference)) => self.reference(&reference)?,
                Ok(Event::DocType(_)) => {
                    return Err(damaged(
                        self.place,
                        "its XML has a document type, which no spreadsheet program writes",
                    ));
                }
                Ok(Event::Eof) if depth == 0 => return Ok(()),
                Ok(Event::Eof) => return Err(damaged(self.place, "its content is cut short")),
                Ok(_) => {}
                Err(quick_xml::Error::Io(_)) => {
                    return Err(damaged(self.place, &format!("its content cannot be unpacked{}", self.at())));
                }
                Err(_) => {
                    let message = format!("its XML makes no sense{}", self.at());
                    return Err(damaged(self.place, &message));
                }
            }
        }
    }

    /// Where the reading is, for messages.
    fn at(&self) -> String {
        match &self.sheet {
            Some(open) => format!(", in sheet `{}`, in or after row {}", open.sheet.name, open.row0 + 1),
            None => String::new(),
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<(), Problem> {
        let name = element.name();
        let name: &str = name.as_ref();
        if self.skipped > 0 || SKIPPED.contains(&name) {
            self.skipped += 1;
            return Ok(());
        }
        if let Some((text, depth)) = &mut self.note {
            *depth += 1;
            text.element(name);
            return Ok(());
        }
        if name == NOTE {
            let may_be_of_header = self.sheet.as_ref().is_some_and(|open| open.row0 < u64::from(Table::NOTED_ROWS));
            if may_be_of_header {
                self.note = Some((Text::default(), 1));
            } else {
                self.skipped = 1;
            }
            return Ok(());
        }
        let Some(open) = &mut self.sheet else {
            if name == "table:table" {
                self.sheet = Some(Open::new(element, &self.styles, self.place));
            } else {
                self.styles.open(element);
            }
            return Ok(());
        };
        match name {
            "table:table" => Err(damaged(self.place, "it has a sheet within a sheet")),
            "table:table-column" => open.column(element, self.place),
            "table:table-row" => open.start_row(element, self.place),
            "table:table-cell" | "table:covered-table-cell" if open.row.is_some() => {
                open.start_cell(element, self.place)
            }
            _ => open.start_text(name, element, self.place),
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Problem> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if let Some((text, depth)) = &mut self.note {
            *depth -= 1;
            if PARAGRAPHS.contains(&name) {
                text.depth = text.depth.saturating_sub(1);
            }
            if *depth == 0 {
                self.end_note();
            }
            return Ok(());
        }
        let Some(open) = &mut self.sheet else {
            self.styles.close(name);
            return Ok(());
        };
        match name {
            "table:table-cell" | "table:covered-table-cell" => open.end_cell(&self.styles),
            "table:table-row" => {
                self.repeated += open.end_row(self.place)?;
                if self.repeated > MOST_REPEATED {
                    let message = format!("repeats more than {MOST_REPEATED} cells (limit `max-repeated`)");
                    return Err(refused(Code::TooManyCells, &open.sheet.filling.table.place, message));
                }
                Ok(())
            }
            "table:table" => {
                self.sheets.extend(self.sheet.take().map(|open| open.sheet).filter(|sheet| !sheet.name.is_empty()));
                Ok(())
            }
            _ if PARAGRAPHS.contains(&name) => {
                if let Some(cell) = &mut open.cell {
                    cell.text.depth = cell.text.depth.saturating_sub(1);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Keeps a note on the cell that it stands in.
    fn end_note(&mut self) {
        let (Some((text, _)), Some(open)) = (self.note.take(), &mut self.sheet) else { return };
        let Some(row) = open.row.as_ref().filter(|_| open.cell.is_some()) else { return };
        if let (Ok(row0), Ok(column0)) = (u32::try_from(open.row0), u16::try_from(row.column0)) {
            open.sheet.filling.table.note(row0, column0, &text.letters);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((note, _)) = self.note.as_mut().filter(|_| self.skipped == 0) {
            if note.letters.len() < Table::LONGEST_NOTE {
                note.push(text);
            }
            return;
        }
        match &mut self.sheet {
            _ if self.skipped > 0 => {}
            Some(open) => {
                if let Some(cell) = &mut open.cell {
                    cell.text.push(text);
                }
            }
            None => self.styles.text(text),
        }
    }

    /// A reference such as `&amp;` or `&#233;`.
    fn reference(&mut self, reference: &BytesRef) -> Result<(), Problem> {
        let letter = match reference.resolve_char_ref() {
            Ok(Some(letter)) => Some(letter.to_string()),
            Ok(None) => quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned),
            Err(_) => None,
        };
        let Some(letter) = letter else {
            let shown: String = reference.chars().take(40).collect();
            return Err(damaged(self.place, &format!("its XML has an unknown reference `&{shown};`{}", self.at())));
        };
        match (&mut self.note, &mut self.sheet) {
            _ if self.skipped > 0 => {}
            (Some((note, _)), _) => letter.chars().for_each(|letter| note.push_letter(letter)),
            (None, Some(open)) => {
                if let Some(cell) = &mut open.cell {
                    letter.chars().for_each(|letter| cell.text.push_letter(letter));
                }
            }
            (None, None) => self.styles.text(&letter),
        }
        Ok(())
    }
}

impl Open {
    fn new(element: &BytesStart, styles: &Styles, place: &Place) -> Open {
        let name = attribute(element, "table:name");
        let hidden = styles.is_hidden(&attribute(element, "table:style-name"));
        let mut filling = Filling { table: table_of(place, &name), odd: Vec::new() };
        filling.table.has_formats = true;
        Open {
            sheet: Sheet { name, hidden, filling, seen: Seen::default() },
            formats: HashMap::new(),
            columns: Vec::new(),
            column_at: 0,
            row: None,
            row0: 0,
            cell: None,
        }
    }

    fn column(&mut self, element: &BytesStart, place: &Place) -> Result<(), Problem> {
        let repeats = repeats(element, "table:number-columns-repeated", place)?;
        if is_hidden(element) {
            let last = (self.column_at + repeats - 1).min(u64::from(MAX_COLUMNS) - 1);
            if self.column_at <= last {
                self.sheet.seen.hidden_columns.push(self.column_at as u32, last as u32);
            }
        }
        self.column_at += repeats;
        self.columns.push((self.column_at, attribute(element, "table:default-cell-style-name")));
        Ok(())
    }

    fn start_row(&mut self, element: &BytesStart, place: &Place) -> Result<(), Problem> {
        let repeats = repeats(element, "table:number-rows-repeated", place)?;
        let style = attribute(element, "table:default-cell-style-name");
        self.row = Some(Row { repeats, style, hidden: is_hidden(element), column0: 0, cells: Vec::new() });
        Ok(())
    }

    fn start_cell(&mut self, element: &BytesStart, place: &Place) -> Result<(), Problem> {
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
    fn start_text(&mut self, name: &str, element: &BytesStart, place: &Place) -> Result<(), Problem> {
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
            _ => cell.text.element(name),
        }
        if cell.text.letters.len() > LONGEST_TEXT {
            return Err(too_long(&self.sheet.filling.table.place, row0, column0));
        }
        Ok(())
    }

    fn end_cell(&mut self, styles: &Styles) -> Result<(), Problem> {
        let Some(waiting) = self.cell.take() else { return Ok(()) };
        let Some(row) = &self.row else { return Ok(()) };
        let (row0, column0, repeats) = (self.row0, row.column0, waiting.repeats);
        if row0 < u64::from(MAX_ROWS) && column0 < u64::from(MAX_COLUMNS) {
            let at = (row0 as u32, column0 as u32);
            if waiting.spanned != (1, 1) {
                self.merge(at, waiting.spanned);
            }
            let cell = self.cell(&waiting, at, styles)?;
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

    /// The format that a cell is shown in: that of its style, its row's or its column's.
    fn format(&mut self, waiting: &Waiting, column: u32, styles: &Styles) -> FormatId {
        let of_row = self.row.as_ref().map(|row| row.style.as_str());
        let of_column = || {
            let at = self.columns.partition_point(|(end, _)| *end <= u64::from(column));
            self.columns.get(at).map(|(_, style)| style.as_str())
        };
        let style = Some(waiting.style.as_str()).filter(|style| !style.is_empty());
        let style = style.or(of_row.filter(|style| !style.is_empty())).or_else(of_column).unwrap_or_default();
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
    fn end_row(&mut self, place: &Place) -> Result<u64, Problem> {
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
