//! The zip container of a workbook, judged by its own list of parts before a parser opens it.
//!
//! Libraries find a part by its name, so that of two parts with one name one wins without a word; and they unpack whatever
//! they are told to. Here the list is walked entry by entry, and what no spreadsheet program writes is refused. That a part is
//! as large as the list says, and has its checksum, is for whoever reads it to the end.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::limits::{MAX_LIST_BYTES, MAX_PART_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES, damaged, refused};
use crate::codes::Code;
use crate::problem::{Place, Problem};

/// The parts of a container.
#[derive(Debug)]
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    parts: Vec<PackagePart>,
}

/// What the list says of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PackagePart {
    /// Its name, with slashes.
    pub(super) name: String,
    /// Its position in the list. Some programs write names with backslashes, so that the name does not always find it.
    pub(super) index: usize,
    /// Its size when unpacked.
    pub(super) size: u64,
    packed: u64,
    method: u16,
    encrypted: bool,
    /// Where its own header stands in the file.
    offset: u64,
}

impl<'a> Package<'a> {
    /// Walks the list of parts.
    ///
    /// # Errors
    /// The list is damaged, or holds what cannot be read in safety: too much, the same name twice, passwords.
    pub(super) fn of(bytes: &'a [u8], place: &Place) -> Result<Package<'a>, Problem> {
        let broken = || damaged(place, "its list of parts is missing or broken, as where a file was copied in part");
        let bytes = without_what_follows(bytes).ok_or_else(broken)?;
        let (mut rest, count) = list_of_parts(bytes).ok_or_else(broken)?;
        let mut parts = Vec::new();
        while !rest.is_empty() {
            let (part, after) = PackagePart::read(rest, parts.len()).ok_or_else(broken)?;
            rest = after;
            parts.push(part);
            if parts.len() > MAX_PARTS {
                let message = format!("has more than {MAX_PARTS} parts (limit `max-parts`)");
                return Err(refused(Code::TooManyParts, place, message));
            }
        }
        if parts.len() as u64 != count {
            return Err(broken());
        }
        let package = Package { bytes, parts };
        package.check_sizes(place)?;
        package.check_names(place)?;
        package.check_packing(place)?;
        Ok(package)
    }

    /// Whether there is a part of this name, whatever its case.
    pub(super) fn has(&self, name: &str) -> bool {
        self.part(name).is_some()
    }

    /// A part by its name, whatever its case.
    pub(super) fn part(&self, name: &str) -> Option<&PackagePart> {
        self.parts.iter().find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of the container alone.
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The parts.
    pub(super) fn parts(&self) -> &[PackagePart] {
        &self.parts
    }

    /// The container, to read its parts by their position.
    pub(super) fn archive(&self, place: &Place) -> Result<ZipArchive<Cursor<&'a [u8]>>, Problem> {
        ZipArchive::new(Cursor::new(self.bytes)).map_err(|_| damaged(place, "its list of parts is broken"))
    }

    /// The beginning of a part; nothing where there is no such part or it cannot be unpacked.
    pub(super) fn beginning(&self, name: &str, most: u64) -> Vec<u8> {
        let mut bytes = Vec::new();
        let Some(part) = self.part(name) else { return bytes };
        let Ok(mut archive) = ZipArchive::new(Cursor::new(self.bytes)) else { return bytes };
        if let Ok(content) = archive.by_index(part.index) {
            // What cannot be unpacked is a problem of the reading itself.
            let _ = content.take(most).read_to_end(&mut bytes);
        }
        bytes
    }

    fn check_sizes(&self, place: &Place) -> Result<(), Problem> {
        // Deflate packs a thousandfold at most; sheets and texts of spreadsheets are packed five- to fiftyfold.
        const MOST_PACKED: u64 = 250;
        const HARMLESS: u64 = 64 << 20;
        for part in &self.parts {
            let most = if is_list(&part.name) { MAX_LIST_BYTES } else { MAX_PART_BYTES };
            if part.size > most {
                let message = format!("unpacks `{}` to more than {} MiB (limit `max-part`)", part.name, most >> 20);
                return Err(refused(Code::PartTooLarge, place, message));
            }
            if part.size > HARMLESS && part.size / MOST_PACKED > part.packed {
                let message =
                    format!("unpacks `{}` to more than {MOST_PACKED} times its size (limit `max-packing`)", part.name);
                return Err(refused(Code::PackedTooDensely, place, message));
            }
        }
        if self.parts.iter().map(|part| part.size).sum::<u64>() > MAX_UNPACKED_BYTES {
            let message =
                format!("unpacks to more than {} MiB in all (limit `max-unpacked`)", MAX_UNPACKED_BYTES >> 20);
            return Err(refused(Code::UnpacksTooLarge, place, message));
        }
        Ok(())
    }

    fn check_names(&self, place: &Place) -> Result<(), Problem> {
        let mut seen = BTreeMap::new();
        for part in &self.parts {
            if let Some(other) = seen.insert(part.name.to_ascii_lowercase(), &part.name) {
                let message = if other == &part.name {
                    format!("holds two parts named `{other}`")
                } else {
                    format!("holds two parts whose names differ in case alone, `{other}` and `{}`", part.name)
                };
                return Err(refused(Code::DuplicatePart, place, message));
            }
        }
        Ok(())
    }

    fn check_packing(&self, place: &Place) -> Result<(), Problem> {
        const STORED: u16 = 0;
        const DEFLATED: u16 = 8;
        // What follows a part's own header: its name, and then its bytes.
        const LEAST_HEADER: u64 = 30;
        if let Some(part) = self.parts.iter().find(|part| part.encrypted) {
            let message = format!("is protected by a password (part `{}`)", part.name);
            return Err(Problem::error(Code::Password, place.clone(), message)
                .help("remove the password, or unpack the archive and give the file itself"));
        }
        if let Some(part) = self.parts.iter().find(|part| ![STORED, DEFLATED].contains(&part.method)) {
            let message = format!("packs `{}` by method {}, which no spreadsheet program uses", part.name, part.method);
            return Err(refused(Code::UnknownPacking, place, message));
        }
        let mut by_offset: Vec<&PackagePart> = self.parts.iter().collect();
        by_offset.sort_by_key(|part| part.offset);
        for pair in by_offset.windows(2) {
            let end = pair[0].offset + LEAST_HEADER + pair[0].name.len() as u64 + pair[0].packed;
            if end > pair[1].offset {
                let message = format!("its parts `{}` and `{}` lie over each other", pair[0].name, pair[1].name);
                return Err(damaged(place, &message));
            }
        }
        Ok(())
    }
}

/// Whether a part lists the sheets, formats or relationships of a workbook, which are few.
fn is_list(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let is_of_relationships = name.rsplit('/').nth(1) == Some("_rels");
    is_of_relationships || ["workbook.", "styles.", "theme"].iter().any(|beginning| file.starts_with(beginning))
}

impl PackagePart {
    /// The first entry of the list (APPNOTE 4.3.12), and what follows it.
    fn read(entry: &[u8], index: usize) -> Option<(PackagePart, &[u8])> {
        const FIXED: usize = 46;
        if !entry.starts_with(b"PK\x01\x02") || entry.len() < FIXED {
            return None;
        }
        let lengths = [28, 30, 32].map(|at| usize::from(u16_at(entry, at)));
        let name = entry.get(FIXED..FIXED + lengths[0])?;
        let extra = entry.get(FIXED + lengths[0]..FIXED + lengths[0] + lengths[1])?;
        let after = entry.get(FIXED + lengths.iter().sum::<usize>()..)?;
        let mut large = zip64_values(extra);
        let mut value = |at: usize| match u32_at(entry, at) {
            u32::MAX => large.next(),
            value => Some(u64::from(value)),
        };
        // In this order (4.5.3).
        let (size, packed, offset) = (value(24)?, value(20)?, value(42)?);
        let part = PackagePart {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            index,
            size,
            packed,
            method: u16_at(entry, 10),
            encrypted: u16_at(entry, 8) & 1 == 1,
            offset,
        };
        Some((part, after))
    }
}

/// The archive up to its end record and the remark within it; some programs and transfers add bytes after it.
fn without_what_follows(bytes: &[u8]) -> Option<&[u8]> {
    const END: usize = 22;
    let end = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let remark = usize::from(u16_at(bytes.get(end..end + END)?, 20));
    bytes.get(..end + END + remark)
}

/// The list of parts, which is all that stands between the place where the end record says that it begins, and the end
/// records; and how many parts it should have.
fn list_of_parts(bytes: &[u8]) -> Option<(&[u8], u64)> {
    const END: usize = 22;
    const LOCATOR: usize = 20;
    let tail = bytes.len().saturating_sub(END + usize::from(u16::MAX));
    let end = tail + memchr::memmem::rfind(&bytes[tail..], b"PK\x05\x06")?;
    let record = bytes.get(end..end + END)?;
    let (mut count, mut start, mut list_end) = (u64::from(u16_at(record, 10)), u64::from(u32_at(record, 16)), end);
    if let Some(locator) = end.checked_sub(LOCATOR).map(|at| &bytes[at..end]).filter(|l| l.starts_with(b"PK\x06\x07")) {
        let at = usize::try_from(u64_at(locator, 8)).ok()?;
        let large = bytes.get(at..at.checked_add(56)?).filter(|record| record.starts_with(b"PK\x06\x06"))?;
        (count, start, list_end) = (u64_at(large, 32), u64_at(large, 48), at);
    }
    let list = bytes.get(usize::try_from(start).ok()?..list_end)?;
    Some((list, count))
}

/// The 64-bit values of an entry (APPNOTE 4.5.3).
fn zip64_values(mut extra: &[u8]) -> impl Iterator<Item = u64> {
    let mut values = Vec::new();
    while extra.len() >= 4 {
        let (id, length) = (u16_at(extra, 0), usize::from(u16_at(extra, 2)));
        let Some(data) = extra.get(4..4 + length) else { break };
        if id == 1 {
            values = data.chunks_exact(8).map(|chunk| u64_at(chunk, 0)).collect();
        }
        extra = &extra[4 + length..];
    }
    values.into_iter()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|b| b.try_into().ok()).map_or(0, u16::from_le_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes)
}
