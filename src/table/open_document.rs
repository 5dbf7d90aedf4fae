//! Spreadsheets of the Open Document Format, read tag by tag.
//!
//! calamine reads them too, but without the formats of cells, and refuses what the format allows (blanks between tags, comments,
//! a missing mark at the beginning); it builds whole sheets in memory, and trusts every number of repetitions.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::appearance::Lost;
use super::cells::Table;
use super::data_styles::Styles;
use super::limits::{damaged, refused};
use super::open_sheet::{MOST_REPEATED, Open, Sheet};
use super::paragraphs::{PARAGRAPHS, Text};
use super::xml::attribute;
use crate::codes::Code;
use crate::problem::{Place, Problem};

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
    note: Option<OpenNote>,
    repeated: u64,
}

/// A note while it is read.
#[derive(Default)]
struct OpenNote {
    text: Text,
    author: String,
    /// How deep within it the reading is.
    depth: usize,
    within_author: bool,
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
            self.lose(element);
            return Ok(());
        }
        if let Some(note) = &mut self.note {
            note.depth += 1;
            note.within_author |= name == "dc:creator";
            note.text.element(name);
            return Ok(());
        }
        if name == NOTE {
            if self.sheet.is_some() {
                self.note = Some(OpenNote { depth: 1, ..OpenNote::default() });
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
            "table:table-column" => open.column(element, &self.styles, self.place),
            "table:table-row" => open.start_row(element, self.place),
            "table:table-cell" | "table:covered-table-cell" if open.row.is_some() => {
                open.start_cell(element, self.place)
            }
            _ => {
                open.start_text(name, element, self.place)?;
                self.lose(element);
                Ok(())
            }
        }
    }

    fn close(&mut self, name: &str) -> Result<(), Problem> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return Ok(());
        }
        if let Some(note) = &mut self.note {
            note.depth -= 1;
            note.within_author &= name != "dc:creator";
            if PARAGRAPHS.contains(&name) {
                note.text.depth = note.text.depth.saturating_sub(1);
            }
            if note.depth == 0 {
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

    /// Counts what is skipped, or only stands beside the cells.
    fn lose(&mut self, element: &BytesStart) {
        let Some(open) = &mut self.sheet else { return };
        let what = match element.name().as_ref() {
            // A chart comes with a picture of itself.
            "draw:image" if attribute(element, "xlink:href").contains("ObjectReplacements") => return,
            "draw:image" => Lost::Pictures,
            "draw:object" => Lost::Charts,
            "draw:custom-shape" | "draw:text-box" => Lost::Shapes,
            "calcext:conditional-format" => Lost::ConditionalFormats,
            _ => return,
        };
        open.sheet.seen.lose(what);
    }

    /// Keeps a note on the cell that it stands in.
    fn end_note(&mut self) {
        let (Some(note), Some(open)) = (self.note.take(), &mut self.sheet) else { return };
        let Some(row) = open.row.as_ref().filter(|_| open.cell.is_some()) else { return };
        if let (Ok(row0), Ok(column0)) = (u32::try_from(open.row0), u16::try_from(row.column0)) {
            open.sheet.filling.table.note(row0, column0, &note.author, &note.text.letters);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(note) = self.note.as_mut().filter(|_| self.skipped == 0) {
            if note.within_author {
                note.author.push_str(text);
            } else if note.text.letters.len() < Table::LONGEST_NOTE {
                note.text.push(text);
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
            (Some(note), _) => letter.chars().for_each(|letter| note.text.push_letter(letter)),
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
