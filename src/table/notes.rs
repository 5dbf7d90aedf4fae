//! What stands beside the cells of a sheet of an .xlsx workbook: notes, both remarks as they have been from of old and the
//! threads of remarks that newer programs write beside them, and how many drawings there are.

use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::appearance::Lost;
use super::cells::{Note, Table};
use super::limits::damaged;
use super::package::Package;
use super::scan;
use super::xml::{attribute, relations, resolved};
use crate::problem::Problem;

/// How much of a part with notes is looked at: far more than the notes on headers take up.
const MOST_BYTES: u64 = 16 << 20;

/// Reads the notes on a sheet, which stands in this part, and counts what else stands on it.
///
/// # Errors
/// A part that lists them, or has them, cannot be unpacked.
pub(super) fn read(package: &Package, sheet_part: &str, table: &mut Table) -> Result<(), Problem> {
    let (folder, name) = sheet_part.rfind('/').map_or(("", sheet_part), |at| sheet_part.split_at(at + 1));
    let Some(rels) = content(package, &format!("{folder}_rels/{name}.rels"), table)? else { return Ok(()) };
    // A list of relations that makes no sense is told where links are read.
    let relations = relations(&rels[..]).unwrap_or_default();
    // A thread is more than the remark that stands for it in older programs, and comes after it.
    for kind in ["/comments", "/threadedComment"] {
        for relation in relations.iter().filter(|relation| relation.kind.ends_with(kind)) {
            let Some(part) = content(package, &resolved(folder, &relation.target), table)? else { continue };
            for ((row0, column0), note) in notes(&part[..]) {
                table.note(row0, column0, &note.author, &note.text);
            }
        }
    }
    for relation in &relations {
        if relation.kind.ends_with("/pivotTable") {
            table.appearance.lose(Lost::PivotTables, 1);
        } else if relation.kind.ends_with("/drawing")
            && let Some(part) = content(package, &resolved(folder, &relation.target), table)?
        {
            drawings(&part[..], |what| table.appearance.lose(what, 1));
        }
    }
    Ok(())
}

/// What is drawn in a part, up to where it makes no sense any more.
fn drawings(part: &[u8], mut found: impl FnMut(Lost)) {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => match element.local_name().as_ref() {
                "pic" => found(Lost::Pictures),
                "graphicFrame" => found(Lost::Charts),
                "sp" | "cxnSp" => found(Lost::Shapes),
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

fn content(package: &Package, name: &str, table: &Table) -> Result<Option<Vec<u8>>, Problem> {
    let Some(part) = package.part(name) else { return Ok(None) };
    let mut archive = package.archive(&table.place)?;
    let mut bytes = Vec::new();
    let unpacked = archive.by_index(part.index).map_err(io::Error::other);
    let read = unpacked.and_then(|content| content.take(MOST_BYTES).read_to_end(&mut bytes));
    read.map_err(|_| damaged(&table.place, &format!("its part `{name}` cannot be unpacked")))?;
    Ok(Some(bytes))
}

/// The notes of a part by their cells, up to where it makes no sense any more.
fn notes(part: &[u8]) -> BTreeMap<(u32, u16), Note> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    let (mut reading, mut buffer) = (Notes::default(), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => reading.open(&element),
            Ok(Event::End(element)) => reading.close(element.local_name().as_ref()),
            Ok(Event::Text(text)) => reading.text(&text),
            Ok(Event::CData(text)) => reading.text(&text),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => reading.text(letter.encode_utf8(&mut [0; 4])),
                _ => reading.text(quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Ok(Event::Eof) | Err(_) => return reading.found,
            Ok(_) => {}
        }
    }
}

#[derive(Default)]
struct Notes {
    found: BTreeMap<(u32, u16), Note>,
    authors: Vec<String>,
    /// The cell of the note that is read, and its author.
    note: Option<((u32, u16), String)>,
    /// Whether it is of a thread, whose texts have no formats.
    is_thread: bool,
    text: String,
    within: Within,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Nothing,
    /// A text that counts.
    Text,
    /// How a text is pronounced.
    Reading,
}

impl Notes {
    fn open(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "comment" | "threadedComment" => {
                let author = attribute(element, "authorId").parse().ok();
                // The remark that stands for a thread names the thread as its author.
                let known = author.and_then(|at: usize| self.authors.get(at).cloned());
                let author = known.filter(|author| !author.starts_with("tc={")).unwrap_or_default();
                let cell = scan::xlsx::cell_of(attribute(element, "ref").as_bytes());
                self.note = cell.map(|cell| (cell, author));
                self.is_thread = element.local_name().as_ref() == "threadedComment";
                self.text.clear();
            }
            "rPh" => self.within = Within::Reading,
            "author" | "t" if self.within == Within::Nothing => self.within = Within::Text,
            "text" if self.is_thread => self.within = Within::Text,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "comment" | "threadedComment" => {
                let Some((cell, author)) = self.note.take() else { return };
                // Excel puts the author's name before what is typed.
                let by = self.text.strip_prefix(author.as_str()).and_then(|rest| rest.strip_prefix(':'));
                let text = by.filter(|_| !author.is_empty()).unwrap_or(&self.text).trim();
                let note = self.found.entry(cell).or_insert_with(|| Note { author, text: String::new() });
                if !note.text.is_empty() {
                    note.text.push('\n');
                }
                note.text.push_str(text);
            }
            "author" => {
                self.authors.push(std::mem::take(&mut self.text));
                self.within = Within::Nothing;
            }
            "t" if self.within == Within::Reading => {}
            "rPh" | "t" | "text" => self.within = Within::Nothing,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.within == Within::Text && self.text.len() < Table::LONGEST_NOTE {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_without_their_authors() {
        let check = |part: &str, expected: &[((u32, u16), &str)]| {
            let found = notes(part.as_bytes());
            assert_eq!(found.iter().map(|(cell, note)| (*cell, note.text.as_str())).collect::<Vec<_>>(), expected);
        };
        check(
            "<comments><authors><author>Ana</author><author/></authors><commentList>\
             <comment ref=\"B1\" authorId=\"0\"><text><r><rPr><b/></rPr><t>Ana:</t></r><r><t xml:space=\"preserve\">\n1 = high &amp; </t>\
             </r><r><t>5 = low</t></r></text></comment>\
             <comment ref=\"XFE1\" authorId=\"0\"><text><t>nowhere</t></text></comment>\
             <comment ref=\"C2\" authorId=\"1\"><text>\n  <t>in k€</t><rPh><t>kay</t></rPh>\n</text></comment></commentList></comments>",
            &[((0, 1), "1 = high & 5 = low"), ((1, 2), "in k€")],
        );
        check(
            "<ThreadedComments><threadedComment ref=\"B1\"><text>per month?</text></threadedComment>\
             <threadedComment ref=\"B1\"><text>yes</text></threadedComment><threadedComment ref=\"C1\"><text>cut sh",
            &[((0, 1), "per month?\nyes")],
        );
    }
}
