//! The XML of an .xlsx sheet, tag by tag.
//!
//! It runs beside the parser over millions of cells, so it looks at bytes and builds nothing. It takes a sheet to be what a
//! spreadsheet program writes, and refuses whatever in a cell is not.

use std::io::{self, Read};

use memchr::{memchr, memmem};

use super::seen::{Odd, Seen, What, refused_cell, within_sheet};
use crate::problem::{Place, Problem};
use crate::table::appearance::Lost;
use crate::table::cells::Region;
use crate::table::error_values::ErrorValue;
use crate::table::limits::damaged;

/// How many bytes are unpacked at a time.
const PIECE: usize = 1 << 17;
/// The longest tag or value that is read: more than a cell can hold.
const LONGEST: usize = 1 << 20;
/// The highest number of a formula that cells share: a parser keeps a table as long.
const MOST_SHARED: usize = 1 << 20;

/// Walks a sheet to its end, so that its checksum is looked at too.
///
/// # Errors
/// The part cannot be unpacked.
pub(in crate::table) fn walk(mut sheet: impl Read, place: &Place) -> io::Result<Result<Seen, Problem>> {
    let mut walk = Walk::new(place);
    let (mut buffer, mut kept) = (vec![0; PIECE], 0);
    loop {
        if kept == buffer.len() {
            if kept >= LONGEST {
                return Ok(Err(damaged(place, "its XML has a tag or a value that is longer than a cell can be")));
            }
            buffer.resize(2 * kept, 0);
        }
        let read = sheet.read(&mut buffer[kept..])?;
        let end = kept + read;
        match walk.take(&buffer[..end]) {
            Ok(_) if read == 0 => return Ok(walk.finish()),
            Ok(taken) => {
                buffer.copy_within(taken..end, 0);
                kept = end - taken;
            }
            Err(problem) => return Ok(Err(problem)),
        }
    }
}

struct Walk<'p> {
    place: &'p Place,
    seen: Seen,
    rows: Rows,
    /// The row that a row without a number is, and the column that a cell without one is in.
    row0: u32,
    row_is_stated: bool,
    column0: u32,
    cell: Option<Cell>,
    within: Within,
    /// The end of a comment or the like, up to which nothing counts.
    skipped_to: Option<&'static [u8]>,
    /// The names of the elements around the present place, one behind the other, and where each begins.
    names: Vec<u8>,
    starts: Vec<usize>,
    /// The cell with the highest number of a shared text, and that number.
    last_text: Option<(u32, (u32, u16))>,
    formulas: usize,
}

/// Whether the rows are still to come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    Before,
    Within,
    After,
}

/// What the next tag stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Sheet,
    Value,
    Formula,
    InlineText,
}

struct Cell {
    row0: u32,
    column0: u16,
    kind: Kind,
    /// Whether its value has been read; what comes after it would take its place.
    has_value: bool,
    /// Whether it has a value that counts only if nothing else is there.
    has_unused_value: bool,
    /// Whether it has a formula, and no result so far.
    lacks_result: bool,
}

/// What a cell says that it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number, or else a text.
    Unstated,
    Number,
    SharedText,
    Boolean,
    Error,
    Text,
    InlineText,
    Unknown,
}

impl Kind {
    /// The kind that an attribute `t` names.
    fn named(name: &[u8]) -> Kind {
        match name {
            b"s" => Kind::SharedText,
            b"b" => Kind::Boolean,
            b"e" => Kind::Error,
            b"inlineStr" | b"is" => Kind::InlineText,
            b"n" => Kind::Number,
            b"str" | b"d" | b"" => Kind::Text,
            _ => Kind::Unknown,
        }
    }
}

impl<'p> Walk<'p> {
    fn new(place: &'p Place) -> Self {
        Walk {
            place,
            seen: Seen::default(),
            rows: Rows::Before,
            row0: 0,
            row_is_stated: false,
            column0: 0,
            cell: None,
            within: Within::Sheet,
            skipped_to: None,
            names: Vec::new(),
            starts: Vec::new(),
            last_text: None,
            formulas: 0,
        }
    }

    /// Takes what is whole, and says how many bytes that is.
    fn take(&mut self, bytes: &[u8]) -> Result<usize, Problem> {
        let mut at = 0;
        loop {
            let rest = &bytes[at..];
            if let Some(mark) = self.skipped_to {
                let Some(end) = memmem::find(rest, mark) else {
                    return Ok(at + rest.len().saturating_sub(mark.len() - 1));
                };
                self.skipped_to = None;
                at += end + mark.len();
                continue;
            }
            // The text of a value is kept until the tag after it is whole.
            let kept_from = |text: usize| if self.within == Within::Value { at } else { at + text };
            let Some(open) = memchr(b'<', rest) else { return Ok(kept_from(rest.len())) };
            let from = kept_from(open);
            match self.tag(&rest[..open], &rest[open..])? {
                0 => return Ok(from),
                length => at += open + length,
            }
        }
    }

    /// What a sheet came to that has no more tags.
    fn finish(self) -> Result<Seen, Problem> {
        match self.rows {
            Rows::After => {
                let mut seen = Seen { last_text: self.last_text, ..self.seen };
                seen.lost.extend((self.formulas > 0).then_some((Lost::Formulas, self.formulas)));
                Ok(seen)
            }
            Rows::Within => Err(damaged(self.place, "its rows have no end")),
            Rows::Before => Err(damaged(self.place, "its XML has no rows, or is not written in UTF-8")),
        }
    }

    /// One tag with the text before it: how long the tag is, or 0 where its end has not come.
    fn tag(&mut self, text: &[u8], tag: &[u8]) -> Result<usize, Problem> {
        if matches!(tag.get(1), None | Some(b'!' | b'?')) {
            return self.no_element(tag);
        }
        let may_be_cell = self.rows == Rows::Within && self.within == Within::Sheet;
        if let Some(cell) = may_be_cell.then(|| PlainCell::read(tag)).flatten() {
            self.enter_cell(Some(cell.at), cell.kind)?;
            let Some((value, length)) = plain_value(&tag[cell.length..]) else {
                self.starts.push(self.names.len());
                self.names.push(b'c');
                return Ok(cell.length);
            };
            if let Some(cell) = &mut self.cell {
                cell.has_value = cell.kind != Kind::InlineText;
            }
            self.value(value)?;
            self.close_cell()?;
            return Ok(cell.length + length);
        }
        let Some(end) = end_of_tag(tag) else { return Ok(0) };
        let inner = &tag[1..end];
        if let Some(name) = inner.strip_prefix(b"/") {
            let name = name.trim_ascii_end();
            self.leave(name)?;
            self.close(text, local_name(name))?;
            return Ok(end + 1);
        }
        let (inner, is_empty) = inner.strip_suffix(b"/").map_or((inner, false), |inner| (inner, true));
        let name_end = inner.iter().position(u8::is_ascii_whitespace).unwrap_or(inner.len());
        let name = local_name(&inner[..name_end]);
        self.open(name, Attributes(&inner[name_end..]))?;
        if is_empty {
            self.close(b"", name)?;
        } else {
            self.starts.push(self.names.len());
            self.names.extend_from_slice(&inner[..name_end]);
        }
        Ok(end + 1)
    }

    /// An element ends, which has to be the one that was opened last.
    fn leave(&mut self, name: &[u8]) -> Result<(), Problem> {
        let start = self.starts.pop().unwrap_or(0);
        if &self.names[start..] != name {
            let message = format!(
                "its XML ends `{}` where `{}` is open, in or after row {}",
                lossy(name),
                lossy(&self.names[start..]),
                self.row0 + 1
            );
            return Err(damaged(self.place, &message));
        }
        self.names.truncate(start);
        Ok(())
    }

    /// A comment, an instruction, or text that is taken as it stands.
    fn no_element(&mut self, tag: &[u8]) -> Result<usize, Problem> {
        const CDATA: &[u8] = b"<![CDATA[";
        if tag.len() < CDATA.len() {
            return Ok(0);
        }
        if self.within == Within::Value {
            return Err(self.odd_value());
        }
        let (length, end): (usize, &[u8]) = match tag {
            _ if tag.starts_with(b"<!--") => (4, b"-->"),
            _ if tag.starts_with(CDATA) => (CDATA.len(), b"]]>"),
            _ if tag.starts_with(b"<?") => (2, b"?>"),
            _ => return Err(damaged(self.place, "its XML has a document type, which no spreadsheet program writes")),
        };
        self.skipped_to = Some(end);
        Ok(length)
    }

    fn open(&mut self, name: &[u8], attributes: Attributes) -> Result<(), Problem> {
        match (self.within, name) {
            (Within::Sheet, b"c") if self.rows == Rows::Within => self.open_cell(attributes),
            (Within::Sheet, b"v" | b"f" | b"is") if self.cell.is_some() => self.open_content(name, attributes),
            (Within::Sheet, b"row") if self.rows == Rows::Within => self.open_row(attributes),
            (Within::Sheet, b"sheetData") if self.rows == Rows::Before => {
                self.rows = Rows::Within;
                Ok(())
            }
            (Within::Sheet, b"sheetData") => Err(damaged(self.place, "its XML has rows in two places")),
            (Within::Sheet, b"col") if self.rows == Rows::Before => {
                self.columns(attributes);
                Ok(())
            }
            (Within::Sheet, b"mergeCell") => {
                let range = attributes.named(b"ref").unwrap_or_default();
                match region(range) {
                    Some(region) => self.seen.regions.push(region),
                    // Whole columns and rows are more than a table.
                    None if is_of_whole_lines(range) => {}
                    None => {
                        let message = format!("it has a range of cells `{}`, which no sheet has", lossy(range));
                        return Err(damaged(self.place, &message));
                    }
                }
                Ok(())
            }
            (Within::Sheet, b"conditionalFormatting") => {
                self.seen.lose(Lost::ConditionalFormats);
                Ok(())
            }
            (Within::Sheet, b"dataValidation") => {
                self.seen.lose(Lost::Validations);
                Ok(())
            }
            (Within::Value, _) => Err(self.odd_value()),
            (Within::Formula, b"f") => Err(self.damaged_cell("holds a formula within a formula")),
            _ => Ok(()),
        }
    }

    fn close(&mut self, text: &[u8], name: &[u8]) -> Result<(), Problem> {
        match (self.within, name) {
            (Within::Value, b"v") => {
                self.within = Within::Sheet;
                self.value(text)
            }
            (Within::Value, _) => Err(self.odd_value()),
            (Within::Formula, b"f") | (Within::InlineText, b"is") => {
                self.within = Within::Sheet;
                Ok(())
            }
            (Within::Sheet, b"c") => self.close_cell(),
            (Within::Sheet, b"row") => {
                (self.row0, self.column0) = (self.row0 + 1, 0);
                Ok(())
            }
            (Within::Sheet, b"sheetData") => {
                self.rows = Rows::After;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn open_row(&mut self, attributes: Attributes) -> Result<(), Problem> {
        let (mut hidden, mut depth) = (false, 0);
        self.row_is_stated = false;
        for (name, value) in attributes {
            match name {
                b"r" => {
                    self.row_is_stated = true;
                    let row = number(value).and_then(|row| within_sheet(row.checked_sub(1)?, 0));
                    let Some((row0, _)) = row else {
                        return Err(damaged(self.place, &format!("it has a row `{}`", lossy(value))));
                    };
                    self.row0 = row0;
                }
                b"hidden" => hidden = is_true(value),
                b"outlineLevel" => depth = number(value).map_or(0, |depth| depth.min(u32::from(u8::MAX)) as u8),
                _ => {}
            }
        }
        if depth > 0 {
            self.seen.depths.insert(self.row0, depth);
        }
        if hidden {
            self.seen.hidden_rows.push(self.row0, self.row0);
        }
        Ok(())
    }

    fn open_cell(&mut self, attributes: Attributes) -> Result<(), Problem> {
        let (mut at, mut kind) = (None, Kind::Unstated);
        for (name, value) in attributes {
            match name {
                b"r" => at = Some(value),
                b"t" => kind = Kind::named(value),
                _ => {}
            }
        }
        self.enter_cell(at, kind)
    }

    fn enter_cell(&mut self, at: Option<&[u8]>, kind: Kind) -> Result<(), Problem> {
        let position = match at {
            Some(at) => reference(at),
            None => within_sheet(self.row0, self.column0),
        };
        let Some((row0, column0)) = position else {
            let cell = at.map_or("beyond the last column".into(), |at| format!("`{}`", lossy(at)));
            return Err(damaged(self.place, &format!("it has a cell {cell}, which no sheet has")));
        };
        if !self.row_is_stated && row0 > self.row0 {
            self.row0 = row0;
        }
        if row0 != self.row0 {
            let message = format!("stands in the file as a cell of row {}", self.row0 + 1);
            return Err(refused_cell(self.place, (row0, column0), &message));
        }
        self.column0 = u32::from(column0);
        self.cell = Some(Cell { row0, column0, kind, has_value: false, has_unused_value: false, lacks_result: false });
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Problem> {
        if self.cell.as_ref().is_some_and(|cell| cell.has_unused_value && !cell.has_value) {
            return Err(self.odd_value());
        }
        self.seen.uncalculated |= self.cell.take().is_some_and(|cell| cell.lacks_result);
        self.column0 += 1;
        Ok(())
    }

    fn open_content(&mut self, name: &[u8], attributes: Attributes) -> Result<(), Problem> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        if cell.has_value {
            return Err(self.damaged_cell("holds more after its value, which would take its place"));
        }
        match name {
            b"v" => {
                cell.has_value = cell.kind != Kind::InlineText;
                self.within = Within::Value;
            }
            b"is" => {
                (cell.has_value, cell.lacks_result) = (true, false);
                self.within = Within::InlineText;
            }
            _ => {
                cell.lacks_result = true;
                self.formulas += 1;
                self.within = Within::Formula;
                let shared = attributes.named(b"si").and_then(|si| std::str::from_utf8(si).ok()?.parse::<usize>().ok());
                if shared.is_some_and(|shared| shared > MOST_SHARED) {
                    return Err(self.damaged_cell("shares a formula that cannot be there"));
                }
            }
        }
        Ok(())
    }

    /// Looks at the text of a value as the parser will.
    fn value(&mut self, text: &[u8]) -> Result<(), Problem> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        let is_cut = |text: &[u8]| memchr(b'&', text).is_some();
        cell.lacks_result &= text.is_empty() && cell.kind != Kind::Text;
        match cell.kind {
            Kind::Unknown => Err(self.damaged_cell("holds a kind of value that no spreadsheet program writes")),
            Kind::Number | Kind::Unstated | Kind::Boolean | Kind::Error if is_cut(text) => Err(self.odd_value()),
            Kind::Number if !is_number(text) => {
                Err(self.damaged_cell(&format!("holds `{}`, which is no number", lossy(text))))
            }
            Kind::SharedText if !text.is_empty() && !is_index(text) => {
                let message = format!("names a shared text `{}`, which cannot be there", lossy(text));
                Err(self.damaged_cell(&message))
            }
            Kind::SharedText if !text.is_empty() => {
                let index = text.iter().fold(0, |index: u32, digit| index * 10 + u32::from(digit - b'0'));
                if self.last_text.is_none_or(|(last, _)| last < index) {
                    self.last_text = Some((index, (cell.row0, cell.column0)));
                }
                Ok(())
            }
            Kind::Error => {
                let shown = lossy(text);
                if ErrorValue::named(&shown).is_none_or(|error| error == ErrorValue::GettingData) {
                    let what = What::Error(shown.into());
                    self.seen.odd.push(Odd { cell: (cell.row0, cell.column0), what });
                }
                Ok(())
            }
            Kind::InlineText => {
                cell.has_unused_value = !text.is_empty();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// How wide some columns are, where somebody has said so, and whether they are to be seen.
    fn columns(&mut self, attributes: Attributes) {
        let (mut first, mut last, mut hidden, mut width, mut is_custom) = (0, 0, false, None, false);
        for (name, value) in attributes {
            match name {
                b"min" => first = number(value).unwrap_or_default(),
                b"max" => last = number(value).unwrap_or_default(),
                b"hidden" => hidden = is_true(value),
                b"width" => width = std::str::from_utf8(value).ok().and_then(|width| width.parse::<f64>().ok()),
                b"customWidth" => is_custom = is_true(value),
                _ => {}
            }
        }
        if first == 0 || last < first {
            return;
        }
        if hidden {
            self.seen.hidden_columns.push(first - 1, last - 1);
        } else if let Some(width) = width.filter(|_| is_custom) {
            self.seen.widths.push((first - 1, last - 1, width));
        }
    }

    fn odd_value(&self) -> Problem {
        self.damaged_cell("holds its value in an unusual form, of which a part would be lost")
    }

    fn damaged_cell(&self, message: &str) -> Problem {
        match &self.cell {
            Some(cell) => refused_cell(self.place, (cell.row0, cell.column0), message),
            None => damaged(self.place, &format!("a cell {message}")),
        }
    }
}

/// The beginning of a cell with content, written as nearly all of them are: `<c r="B7" s="1" t="s">`. Only there to be fast;
/// any other is read attribute by attribute.
struct PlainCell<'a> {
    at: &'a [u8],
    kind: Kind,
    length: usize,
}

impl<'a> PlainCell<'a> {
    fn read(tag: &'a [u8]) -> Option<PlainCell<'a>> {
        const LONGEST: usize = 12;
        let until_mark = |text: &'a [u8]| text.iter().take(LONGEST).position(|byte| *byte == b'"');
        let rest = tag.strip_prefix(b"<c r=\"")?;
        let end = until_mark(rest)?;
        let (at, mut rest, mut kind) = (&rest[..end], &rest[end + 1..], Kind::Unstated);
        if let Some(style) = rest.strip_prefix(b" s=\"") {
            rest = &style[until_mark(style)? + 1..];
        }
        if let Some(named) = rest.strip_prefix(b" t=\"") {
            let end = until_mark(named)?;
            (kind, rest) = (Kind::named(&named[..end]), &named[end + 1..]);
        }
        let rest = rest.strip_prefix(b">")?;
        Some(PlainCell { at, kind, length: tag.len() - rest.len() })
    }
}

/// The value of a cell that holds nothing else, and how long it is with all that ends the cell; nothing where it is not whole.
fn plain_value(content: &[u8]) -> Option<(&[u8], usize)> {
    const START: &[u8] = b"<v>";
    const END: &[u8] = b"</v></c>";
    let value = content.strip_prefix(START)?;
    let end = memchr(b'<', value)?;
    value[end..].starts_with(END).then(|| (&value[..end], START.len() + end + END.len()))
}

/// Where a tag ends: its first `>` that is in no quotation marks.
fn end_of_tag(tag: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (i, &byte) in tag.iter().enumerate() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            None if byte == b'>' => return Some(i),
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            _ => {}
        }
    }
    None
}

/// A name without the prefix of its namespace.
fn local_name(name: &[u8]) -> &[u8] {
    memchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// The attributes of a tag, as they stand.
struct Attributes<'a>(&'a [u8]);

impl<'a> Attributes<'a> {
    fn named(self, name: &[u8]) -> Option<&'a [u8]> {
        self.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.0.trim_ascii_start();
        let equals = memchr(b'=', rest)?;
        let name = rest[..equals].trim_ascii_end();
        let value = rest[equals + 1..].trim_ascii_start();
        let quote = *value.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
        let end = 1 + memchr(quote, &value[1..])?;
        self.0 = &value[end + 1..];
        Some((name, &value[1..end]))
    }
}

/// A cell by its name, such as `B7`, from 0; nothing where no sheet has it.
fn reference(name: &[u8]) -> Option<(u32, u16)> {
    const LONGEST: usize = 10;
    let (mut column, mut row, mut letters) = (0, 0, 0);
    if name.len() > LONGEST {
        return None;
    }
    for byte in name {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 && letters < 3 => {
                column = column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
                letters += 1;
            }
            b'0'..=b'9' if letters > 0 => row = row * 10 + u64::from(byte - b'0'),
            _ => return None,
        }
    }
    within_sheet(u32::try_from(row).ok()?.checked_sub(1)?, column.checked_sub(1)?)
}

/// The cell that some text names.
pub(in crate::table) fn cell_of(name: &[u8]) -> Option<(u32, u16)> {
    reference(name)
}

/// Whether some text names a cell or a range of cells, from its first to its last.
pub(in crate::table) fn is_range(range: &[u8]) -> bool {
    region(range).is_some()
}

fn region(range: &[u8]) -> Option<Region> {
    let mut corners = range.split(|byte| *byte == b':');
    let first = reference(corners.next()?)?;
    let last = corners.next().map_or(Some(first), reference)?;
    let is_range = corners.next().is_none() && first.0 <= last.0 && first.1 <= last.1;
    is_range.then_some(Region { first_row0: first.0, first_column0: first.1, last_row0: last.0, last_column0: last.1 })
}

/// Whether a range is of whole columns or rows, such as `H:J` and `1:4`.
fn is_of_whole_lines(range: &[u8]) -> bool {
    let mut ends = range.split(|byte| *byte == b':');
    let (Some(first), Some(last), None) = (ends.next(), ends.next(), ends.next()) else { return false };
    let all = |test: fn(&u8) -> bool| [first, last].into_iter().all(|end| !end.is_empty() && end.iter().all(test));
    all(u8::is_ascii_alphabetic) || all(u8::is_ascii_digit)
}

/// A whole number of few digits.
fn number(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Whether a parser takes some text for a number.
fn is_number(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    let has_points = memchr::memchr_iter(b'.', digits).nth(1).is_some();
    let is_plain = !has_points && digits.first().is_some_and(u8::is_ascii_digit);
    is_plain && digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
        || text.is_empty()
        || std::str::from_utf8(text).is_ok_and(|text| text.parse::<f64>().is_ok())
}

/// Whether some text is a number that counts the texts of a workbook.
fn is_index(text: &[u8]) -> bool {
    text.len() <= 9 && text.iter().all(u8::is_ascii_digit)
}

fn is_true(value: &[u8]) -> bool {
    value == b"1" || value == b"true"
}

/// Some bytes to be shown, the first of many.
fn lossy(bytes: &[u8]) -> String {
    const MOST: usize = 40;
    let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST)]).into_owned();
    if bytes.len() > MOST { format!("{shown}…") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a sheet with these rows comes to, however it is cut into pieces.
    fn check(rows: &str, expected: &str) {
        struct Pieces<'a>(&'a [u8], usize);
        impl Read for Pieces<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                let length = self.0.len().min(self.1).min(buffer.len());
                buffer[..length].copy_from_slice(&self.0[..length]);
                self.0 = &self.0[length..];
                Ok(length)
            }
        }
        let sheet = format!("<?xml version=\"1.0\"?><worksheet><sheetData>{rows}</sheetData></worksheet>");
        for piece in [1, 7, 1000] {
            let found = match walk(Pieces(sheet.as_bytes(), piece), &Place::file("x.xlsx")).expect("memory") {
                Ok(seen) => {
                    let said = [
                        seen.odd.iter().map(|odd| format!("{odd:?}")).collect(),
                        if seen.uncalculated { "uncalculated".to_owned() } else { String::new() },
                        if seen.hidden_rows.numbers(u32::MAX).next().is_none() {
                            String::new()
                        } else {
                            "hidden".to_owned()
                        },
                    ];
                    said.concat()
                }
                Err(problem) => format!("{}: {}", problem.place, problem.message),
            };
            assert_eq!(found, expected, "{rows}, {piece} bytes at a time");
        }
    }

    #[test]
    fn what_would_be_read_wrong_is_refused_with_its_cell() {
        let odd = |cell: &str| {
            format!("x.xlsx, cell {cell}: holds its value in an unusual form, of which a part would be lost")
        };
        let no_cell =
            |cell: &str| format!("x.xlsx: the workbook cannot be read: it has a cell `{cell}`, which no sheet has");
        let more = "x.xlsx, cell A1: holds more after its value, which would take its place";
        for (cells, expected) in [
            ("<c r=\"A1\"><v>5</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>", String::new()),
            ("<c r='A1' t='inlineStr'><is><t>a &amp; <![CDATA[<v>]]><!-- </is> --></t></is></c>", String::new()),
            ("<c><v>5</v></c><c><f>A1+1</f><v>6</v></c>", String::new()),
            ("<c r=\"A1\"><f>1+1</f></c>", "uncalculated".to_owned()),
            ("<c r=\"A1\"><f>1+1</f><v/></c>", "uncalculated".to_owned()),
            ("<x:c r=\"A1\"><x:v>5</x:v></x:c>", String::new()),
            ("<c r=\"A1\"><!-- a comment --><v>5</v></c>", String::new()),
            ("<c r=\"A1\"><v><!-- -->5</v></c>", odd("A1")),
            ("<c r=\"A1\"><v>5<!-- -->6</v></c>", odd("A1")),
            ("<c r=\"A1\"><v><![CDATA[5]]></v></c>", odd("A1")),
            ("<c r=\"A1\"><v>1&#50;3</v></c>", odd("A1")),
            ("<c r=\"A1\"><v><b>5</b></v></c>", odd("A1")),
            ("<c r=\"A1\" t=\"inlineStr\"><v>5</v></c>", odd("A1")),
            ("<c r=\"A1\" t=\"str\"><v>a &amp; b</v></c>", String::new()),
            ("<c r=\"A1\"><v>5</v><v>6</v></c>", more.to_owned()),
            ("<c r=\"A1\"><v>5</v><f>2+3</f></c>", more.to_owned()),
            (
                "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                "x.xlsx, cell A1: names a shared text `-1`, which cannot be there".to_owned(),
            ),
            (
                "<c r=\"A1\" t=\"s\"><v>1.0</v></c>",
                "x.xlsx, cell A1: names a shared text `1.0`, which cannot be there".to_owned(),
            ),
            ("<c r=\"A4294967297\"><v>5</v></c>", no_cell("A4294967297")),
            ("<c r=\"XFE1\"><v>5</v></c>", no_cell("XFE1")),
            ("<c r=\"A1048577\"><v>5</v></c>", no_cell("A1048577")),
            ("<c r=\"A2\"><v>5</v></c>", "x.xlsx, cell A2: stands in the file as a cell of row 1".to_owned()),
            ("<c r=\"A1\" t=\"e\"><v>#SPILL!</v></c>", "Odd { cell: (0, 0), what: Error(\"#SPILL!\") }".to_owned()),
            ("<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", String::new()),
            (
                "<c r=\"A1\"><f t=\"shared\" si=\"4000000000\"/></c>",
                "x.xlsx, cell A1: shares a formula that cannot be there".to_owned(),
            ),
        ] {
            check(&format!("<row r=\"1\">{cells}</row>"), &expected);
        }
    }

    #[test]
    fn rows_are_counted_and_hidden_ones_seen() {
        for (rows, expected) in [
            ("<row><c><v>1</v></c></row><row hidden=\"1\"><c r=\"B2\"><v>1</v></c></row>", "hidden"),
            ("<row><c r=\"B5\"><v>1</v></c></row><row><c r=\"B6\"><v>1</v></c></row>", ""),
            (
                "<row r=\"4294967299\"><c><v>1</v></c></row>",
                "x.xlsx: the workbook cannot be read: it has a row `4294967299`",
            ),
            ("</sheetData><sheetData>", "x.xlsx: the workbook cannot be read: its XML has rows in two places"),
            (
                "<!DOCTYPE a>",
                "x.xlsx: the workbook cannot be read: its XML has a document type, which no spreadsheet program writes",
            ),
        ] {
            check(rows, expected);
        }
    }
}
