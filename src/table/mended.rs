//! What an .xlsx package may hold and its parser refuses, put right in memory before the parser looks: parts in UTF-16, targets
//! such as `./worksheets/sheet1.xml`, sheets of macros beside good ones, and a statement of a sheet's size that makes no sense
//! and that nothing needs.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::encoding::{is_utf16_xml, utf16_text};
use super::limits::damaged;
use super::package::Package;
use super::scan;
use super::xml::{attribute, relations, resolved};
use crate::problem::{Place, Problem};

/// A package as its parser takes it.
pub(super) struct Mended {
    /// The bytes of the package where something had to be put right.
    pub(super) bytes: Option<Vec<u8>>,
    /// Sheets that are no worksheets, and that the parser would not pass over.
    pub(super) left_out: Vec<String>,
}

/// Looks for what the parser refuses, and puts it right.
///
/// # Errors
/// A part cannot be unpacked.
pub(super) fn mended(package: &Package, place: &Place) -> Result<Mended, Problem> {
    let mut mending = Mending { package, place, archive: package.archive(place)?, changed: BTreeMap::new() };
    mending.decode()?;
    mending.straighten_targets("_rels/.rels")?;
    let root = mending.relations("_rels/.rels")?;
    let workbook = root.into_iter().rev().find(|relation| relation.kind.ends_with("/relationships/officeDocument"));
    let workbook = workbook.map(|relation| relation.target.trim_start_matches('/').to_owned()).unwrap_or_default();
    let (folder, name) = workbook.rfind('/').map_or(("", workbook.as_str()), |at| workbook.split_at(at + 1));
    let rels = format!("{folder}_rels/{name}.rels");
    mending.straighten_targets(&rels)?;
    let left_out = mending.leave_out_sheets(&workbook, &rels)?;
    mending.leave_out_sizes(&format!("{folder}worksheets/"))?;
    let bytes = if mending.changed.is_empty() { None } else { Some(mending.written()?) };
    Ok(Mended { bytes, left_out })
}

/// The same for an .xlsb package, whose parser tells kinds of sheets by the folders of their parts: sheets of macros are put among
/// the charts, which it passes over.
///
/// # Errors
/// A part cannot be unpacked.
pub(super) fn mended_binary(package: &Package, place: &Place) -> Result<Mended, Problem> {
    const RELS: &str = "xl/_rels/workbook.bin.rels";
    let mut mending = Mending { package, place, archive: package.archive(place)?, changed: BTreeMap::new() };
    let given = String::from_utf8_lossy(&mending.content(RELS, u64::MAX)?).into_owned();
    let mut text = given.clone();
    for target in mending.relations(RELS)?.into_iter().map(|relation| relation.target) {
        let path = resolved("xl/", &target);
        let straight = path.strip_prefix("xl/").unwrap_or(&path).replacen("macrosheets/", "chartsheets/macro-", 1);
        if straight != target && !target.contains("://") {
            for mark in ['"', '\''] {
                text = text.replace(&format!("{mark}{target}{mark}"), &format!("{mark}{straight}{mark}"));
            }
        }
    }
    if text == given {
        return Ok(Mended { bytes: None, left_out: Vec::new() });
    }
    let is_macros = |(_, part): &(String, String)| part.contains("macrosheets/");
    let left_out = scan::xlsb::sheets(package, place)?.into_iter().filter(is_macros).map(|(name, _)| name).collect();
    mending.change(RELS, text.into_bytes());
    Ok(Mended { bytes: Some(mending.written()?), left_out })
}

struct Mending<'a> {
    package: &'a Package<'a>,
    place: &'a Place,
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The new contents of parts, by their positions.
    changed: BTreeMap<usize, Vec<u8>>,
}

impl Mending<'_> {
    fn broken(&self, part: &str) -> Problem {
        damaged(self.place, &format!("its part `{part}` cannot be unpacked"))
    }

    /// The beginning of a part as it is now; nothing where there is no such part.
    fn content(&mut self, name: &str, most: u64) -> Result<Vec<u8>, Problem> {
        let Some(part) = self.package.part(name) else { return Ok(Vec::new()) };
        if let Some(changed) = self.changed.get(&part.index) {
            return Ok(changed.clone());
        }
        let mut bytes = Vec::new();
        let read =
            self.archive.by_index(part.index).ok().and_then(|content| content.take(most).read_to_end(&mut bytes).ok());
        read.map(|_| bytes).ok_or_else(|| self.broken(name))
    }

    fn change(&mut self, name: &str, content: Vec<u8>) {
        if let Some(part) = self.package.part(name) {
            self.changed.insert(part.index, content);
        }
    }

    fn relations(&mut self, name: &str) -> Result<Vec<super::xml::Relation>, Problem> {
        let content = self.content(name, u64::MAX)?;
        relations(&content[..]).map_err(|_| damaged(self.place, &format!("its part `{name}` makes no sense")))
    }

    /// Turns parts in UTF-16 into UTF-8.
    fn decode(&mut self) -> Result<(), Problem> {
        let is_xml = |name: &str| name.rsplit('.').next().is_some_and(|end| ["xml", "rels"].contains(&end));
        let names: Vec<String> =
            self.package.parts().iter().map(|part| part.name.clone()).filter(|name| is_xml(name)).collect();
        for name in names {
            let beginning = self.content(&name, 4)?;
            if !is_utf16_xml(&beginning) {
                continue;
            }
            let text = utf16_text(&self.content(&name, u64::MAX)?);
            let declaration = text.find("?>").unwrap_or(0);
            let text = text[..declaration].replace("UTF-16", "UTF-8").replace("utf-16", "UTF-8") + &text[declaration..];
            self.change(&name, text.into_bytes());
        }
        Ok(())
    }

    /// Writes targets such as `./sheet.xml` and `../xl/sheet.xml` from the root of the package.
    fn straighten_targets(&mut self, rels: &str) -> Result<(), Problem> {
        // `xl/_rels/workbook.xml.rels` speaks of what stands in `xl/`.
        let folder = rels.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
        let crooked: Vec<String> = self
            .relations(rels)?
            .into_iter()
            .map(|relation| relation.target)
            .filter(|target| target.split('/').any(|step| step == "." || step == "..") && !target.contains("://"))
            .collect();
        if crooked.is_empty() {
            return Ok(());
        }
        let mut text = String::from_utf8_lossy(&self.content(rels, u64::MAX)?).into_owned();
        for target in crooked {
            let straight = format!("/{}", resolved(folder, &target));
            for mark in ['"', '\''] {
                text = text.replace(&format!("{mark}{target}{mark}"), &format!("{mark}{straight}{mark}"));
            }
        }
        self.change(rels, text.into_bytes());
        Ok(())
    }

    /// Takes sheets out of the list that are no worksheets, charts or dialogues; gives their names.
    fn leave_out_sheets(&mut self, workbook: &str, rels: &str) -> Result<Vec<String>, Problem> {
        const PASSED_OVER: [&str; 3] = ["worksheet", "chartsheet", "dialogsheet"];
        let relations = self.relations(rels)?;
        let content = self.content(workbook, u64::MAX)?;
        let is_other = |element: &BytesStart| {
            let id = element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "id");
            let id = id.map(|id| id.value.into_owned()).unwrap_or_default();
            let kind = relations.iter().rev().find(|relation| relation.id == id).map(|relation| relation.kind.as_str());
            match kind.and_then(|kind| kind.rsplit('/').next()) {
                Some(kind) => !PASSED_OVER.contains(&kind),
                // What names no part is a module of macros; what names one that is missing is damage.
                None => id.is_empty(),
            }
        };
        let (mut reader, mut buffer) = (Reader::from_reader(&content[..]), Vec::new());
        let (mut names, mut cuts, mut start) = (Vec::new(), Vec::new(), 0);
        loop {
            let at = reader.buffer_position() as usize;
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Empty(element)) if element.local_name().as_ref() == "sheet" && is_other(&element) => {
                    names.push(attribute(&element, "name"));
                    cuts.push(at..reader.buffer_position() as usize);
                }
                Ok(Event::Start(element)) if element.local_name().as_ref() == "sheet" && is_other(&element) => {
                    names.push(attribute(&element, "name"));
                    start = at;
                }
                Ok(Event::End(element)) if element.local_name().as_ref() == "sheet" && start > 0 => {
                    cuts.push(start..reader.buffer_position() as usize);
                    start = 0;
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
        if !cuts.is_empty() {
            let mut kept = content;
            cuts.into_iter().rev().for_each(|cut| drop(kept.drain(cut)));
            self.change(workbook, kept);
        }
        Ok(names)
    }

    /// Takes statements of sheets' sizes away that no sheet can have.
    fn leave_out_sizes(&mut self, folder: &str) -> Result<(), Problem> {
        const BEGINNING: u64 = 4096;
        let sheets = self.package.parts().iter().map(|part| part.name.clone());
        let sheets: Vec<String> = sheets
            .filter(|name| {
                name.starts_with(folder)
                    && !name.contains("_rels/")
                    && Path::new(name).extension().is_some_and(|end| end == "xml")
            })
            .collect();
        for name in sheets {
            let beginning = self.content(&name, BEGINNING)?;
            if size_of_no_sheet(&beginning).is_some() {
                let mut content = self.content(&name, u64::MAX)?;
                if let Some(tag) = size_of_no_sheet(&content[..content.len().min(BEGINNING as usize)]) {
                    content.drain(tag);
                }
                self.change(&name, content);
            }
        }
        Ok(())
    }

    /// The package with its new parts.
    fn written(mut self) -> Result<Vec<u8>, Problem> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let changed = std::mem::take(&mut self.changed);
        for index in 0..self.archive.len() {
            let raw =
                self.archive.by_index_raw(index).map_err(|_| damaged(self.place, "a part of it cannot be unpacked"))?;
            let name = raw.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
            let is_written = match changed.get(&index) {
                Some(content) => {
                    let start = writer.start_file(name, SimpleFileOptions::default());
                    start.is_ok_and(|()| writer.write_all(content).is_ok())
                }
                None => writer.raw_copy_file(raw).is_ok(),
            };
            if !is_written {
                return Err(damaged(self.place, "a part of it cannot be unpacked"));
            }
        }
        let written = writer.finish().map_err(|_| damaged(self.place, "a part of it cannot be unpacked"))?;
        Ok(written.into_inner())
    }
}

/// The tag with the size of a sheet, where no sheet has it.
fn size_of_no_sheet(beginning: &[u8]) -> Option<std::ops::Range<usize>> {
    let text = std::str::from_utf8(beginning)
        .unwrap_or_else(|error| std::str::from_utf8(&beginning[..error.valid_up_to()]).unwrap_or_default());
    let at = text.find("dimension ")?;
    let start = text[..at].rfind('<')?;
    let end = start + text[start..].find("/>")? + 2;
    let value = text[at..end].split("ref=").nth(1)?;
    let quote = value.chars().next().filter(|mark| "\"'".contains(*mark))?;
    let range = value[1..].split(quote).next()?;
    (!scan::xlsx::is_range(range.as_bytes())).then_some(start..end)
}
