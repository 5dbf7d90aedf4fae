//! The records of an .xlsb workbook (MS-XLSB 2.1.4): each a number, a length and its data.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read};

use super::seen::{Odd, Seen, What, refused_cell, within_sheet};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::table::appearance::Lost;
use crate::table::formats::built_in;
use crate::table::limits::{MAX_ROWS, damaged};
use crate::table::package::{Package, u16_at, u32_at};
use crate::table::xml;

const WORKBOOK: &str = "xl/workbook.bin";

/// The sheets of a workbook with the parts that they stand in, in order.
pub(in crate::table) fn sheets(package: &Package, place: &Place) -> Result<Vec<(String, String)>, Problem> {
    let mut archive = package.archive(place)?;
    let rels = match package.part("xl/_rels/workbook.bin.rels") {
        Some(part) => archive
            .by_index(part.index)
            .map_err(io::Error::other)
            .and_then(xml::relations)
            .map_err(|_| damaged(place, "its list of sheets cannot be read"))?,
        None => Vec::new(),
    };
    let Some(part) = package.part(WORKBOOK) else { return Err(damaged(place, "it has no list of sheets")) };
    let part = archive.by_index(part.index).map_err(|_| damaged(place, "its list of sheets cannot be read"))?;
    let (mut records, mut sheets) = (Records::new(BufReader::new(part)), Vec::new());
    while let Some(kind) = records.next().map_err(|_| damaged(place, "its list of sheets cannot be read"))? {
        // BrtBundleSh
        if kind == 156 {
            let data = &records.data;
            let (relation, after) = wide_text(data, 8);
            let (name, _) = wide_text(data, after);
            if let Some(target) = rels.iter().rev().find(|rel| rel.id == relation).map(|rel| &rel.target) {
                sheets.push((name, format!("xl/{target}")));
            }
        }
    }
    xml::each_in_its_own_part(&sheets, place)?;
    Ok(sheets)
}

/// A text with its length in characters before it (MS-XLSB 2.5.168), and where it ends.
fn wide_text(data: &[u8], at: usize) -> (String, usize) {
    let characters = match u32_at(data, at) {
        // A text that is none.
        u32::MAX => 0,
        characters => characters as usize,
    };
    let units = data.get(at + 4..).unwrap_or_default().chunks_exact(2).take(characters);
    let text: Vec<u16> = units.map(|unit| u16_at(unit, 0)).collect();
    (String::from_utf16_lossy(&text), at + 4 + 2 * text.len())
}

/// The styles of cells with numbers that are shown in formats of their own, in the order of the file.
pub(in crate::table) type Styles = Vec<((u32, u16), u16)>;

/// The format codes of the styles of cells.
pub(in crate::table) fn formats(package: &Package, place: &Place) -> Result<Vec<String>, Problem> {
    let broken = |_: io::Error| damaged(place, "its styles cannot be read");
    let Some(part) = package.part("xl/styles.bin") else { return Ok(Vec::new()) };
    let mut archive = package.archive(place)?;
    let part = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
    let mut records = Records::new(BufReader::new(part));
    let (mut formats, mut codes, mut is_of_cells) = (BTreeMap::new(), Vec::new(), false);
    while let Some(kind) = records.next().map_err(broken)? {
        let data = &records.data;
        match kind {
            // BrtFmt
            44 => drop(formats.insert(u16_at(data, 0), wide_text(data, 2).0)),
            // BrtBeginCellXFs, BrtEndCellXFs
            617 | 618 => is_of_cells = kind == 617,
            // BrtXF
            47 if is_of_cells => {
                let number = u16_at(data, 2);
                let code = formats.get(&number).map(String::as_str).or(built_in(number));
                codes.push(code.unwrap_or("General").to_owned());
            }
            _ => {}
        }
    }
    Ok(codes)
}

/// Walks a sheet to its end.
///
/// # Errors
/// The part cannot be unpacked.
pub(in crate::table) fn walk(
    sheet: impl Read,
    codes: &[String],
    place: &Place,
) -> io::Result<Result<(Seen, Styles), Problem>> {
    let is_plain: Vec<bool> = codes.iter().map(|code| code == "General").collect();
    let mut styles = Styles::new();
    let mut records = Records::new(BufReader::with_capacity(1 << 16, sheet));
    let (mut seen, mut row0, mut ended) = (Seen::default(), 0, false);
    while let Some(kind) = records.next()? {
        let data = &records.data;
        let cell = |row0| within_sheet(row0, u32_at(data, 0));
        if (2..=11).contains(&kind) {
            if ended {
                return Ok(Err(damaged(place, "it has cells after its end")));
            }
            let Some(cell) = cell(row0) else {
                let message = format!("it has a cell in column {}", u64::from(u32_at(data, 0)) + 1);
                return Ok(Err(damaged(place, &message)));
            };
            if data.len() < least_length(kind, data) {
                return Ok(Err(refused_cell(place, cell, "is shorter than what it holds")));
            }
            // BrtFmlaString to BrtFmlaError
            if kind >= 8 {
                seen.lose(Lost::Formulas);
            }
        }
        match kind {
            // BrtCellRk, BrtCellReal, BrtFmlaNum
            2 | 5 | 9 => {
                let style = (u32_at(data, 4) & 0x00FF_FFFF) as usize;
                let is_shown_otherwise = is_plain.get(style) == Some(&false);
                styles.extend(cell(row0).filter(|_| is_shown_otherwise).map(|cell| (cell, style as u16)));
            }
            // BrtRowHdr
            0 => {
                row0 = u32_at(data, 0);
                if row0 >= MAX_ROWS {
                    return Ok(Err(damaged(place, &format!("it has a cell in row {}", u64::from(row0) + 1))));
                }
                if data.get(11).is_some_and(|flags| flags & 0x10 != 0) {
                    seen.hidden_rows.push(row0, row0);
                }
            }
            // BrtColInfo
            60 => {
                let last = u32_at(data, 4).min(u32::from(u16::MAX));
                seen.column(u32_at(data, 0), last, u32_at(data, 8), u16_at(data, 16));
            }
            // BrtShortBlank to BrtShortIsst, MS-XLSB 2.3.2: cells that leave out their columns. Some libraries write them,
            // and calamine passes over them.
            12..=18 => {
                let message = "its cells are written in a short form that cannot be read";
                return Ok(Err(Problem::error(Code::ShortCells, place.clone(), message)
                    .help("open it in Excel or LibreOffice, and save it as .xlsx")));
            }
            // BrtFmlaError, which calamine passes over, and BrtCellRString, likewise.
            11 | 62 => {
                let Some(cell) = cell(row0) else { continue };
                let what = if kind == 62 { What::FormattedText } else { What::Error(error_name(data).into()) };
                seen.odd.push(Odd { cell, what });
            }
            // BrtCellError with an error that calamine does not know.
            3 if !ERRORS.iter().any(|(code, _)| Some(code) == data.get(8)) => {
                let what = What::Error(error_name(data).into());
                seen.odd.extend(cell(row0).map(|cell| Odd { cell, what }));
            }
            // BrtEndSheetData
            146 => ended = true,
            _ => {}
        }
    }
    Ok(if ended { Ok((seen, styles)) } else { Err(damaged(place, "a sheet of it has no end")) })
}

/// How long the data of a cell is at least (MS-XLSB 2.4). A parser that keeps its buffer would read on in the cell before.
fn least_length(kind: u64, data: &[u8]) -> usize {
    // Column and format come first.
    const HEAD: usize = 8;
    HEAD + match kind {
        3 | 4 | 10 | 11 => 1,
        2 | 7 => 4,
        5 | 9 => 8,
        // A text with its length before it.
        _ => 4 + 2 * u32_at(data, HEAD) as usize,
    }
}

/// Checks that the shared texts are as long as they say.
///
/// # Errors
/// One of them is longer than its record.
pub(in crate::table) fn check_shared_texts(package: &Package, place: &Place) -> Result<(), Problem> {
    let Some(part) = package.part("xl/sharedStrings.bin") else { return Ok(()) };
    let broken = |_: io::Error| damaged(place, "its shared texts cannot be read");
    let mut archive = package.archive(place)?;
    let part = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
    let mut records = Records::new(BufReader::new(part));
    while let Some(kind) = records.next().map_err(broken)? {
        // BrtSSTItem: flags, and a text.
        if kind == 19 && records.data.len() < 5 + 2 * u32_at(&records.data, 1) as usize {
            return Err(damaged(place, "one of its shared texts is shorter than it says"));
        }
    }
    Ok(())
}

/// Errors by their codes (MS-XLSB 2.5.98.2).
const ERRORS: [(u8, &str); 8] = [
    (0x00, "#NULL!"),
    (0x07, "#DIV/0!"),
    (0x0F, "#VALUE!"),
    (0x17, "#REF!"),
    (0x1D, "#NAME?"),
    (0x24, "#NUM!"),
    (0x2A, "#N/A"),
    (0x2B, "#GETTING_DATA"),
];

/// What the error in a cell shows.
fn error_name(data: &[u8]) -> String {
    let code = data.get(8).copied().unwrap_or_default();
    ERRORS.iter().find(|(known, _)| *known == code).map_or(format!("{code:#04x}"), |(_, name)| (*name).to_owned())
}

struct Records<R> {
    stream: R,
    data: Vec<u8>,
}

impl<R: BufRead> Records<R> {
    fn new(stream: R) -> Self {
        Records { stream, data: Vec::new() }
    }

    /// The number of the next record, whose data is put aside; nothing at the end.
    fn next(&mut self) -> io::Result<Option<u64>> {
        if self.stream.fill_buf()?.is_empty() {
            return Ok(None);
        }
        let kind = number(&mut self.stream, 2)?;
        let size = number(&mut self.stream, 4)?;
        self.data.clear();
        if (&mut self.stream).take(size).read_to_end(&mut self.data)? as u64 != size {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a record is cut short"));
        }
        Ok(Some(kind))
    }
}

/// A number of at most so many bytes with seven bits each, the least significant first; the top bit of a byte says that
/// another follows (MS-XLSB 2.1.4).
fn number(bytes: &mut impl Read, most: u32) -> io::Result<u64> {
    let mut number = 0;
    for i in 0..most {
        let mut byte = [0];
        bytes.read_exact(&mut byte)?;
        number |= u64::from(byte[0] & 0x7F) << (7 * i);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_cells_are_found_among_records() {
        // An id of two bytes (0x81 0x01, BrtBeginSheet), a row (0x00) with four bytes, and a cell.
        let sheet = |cell: &[u8]| [&[0x81, 0x01, 0x00, 0x00, 0x04, 1, 0, 0, 0][..], cell, &[0x92, 0x01, 0x00]].concat();
        let code = |bytes: &[u8]| match walk(bytes, &[], &Place::file("x.xlsb")) {
            Ok(Ok(_)) => "read",
            Ok(Err(problem)) => problem.code.id(),
            Err(_) => "cut short",
        };
        for (records, expected) in [
            (sheet(&[0x01, 0x08, 0, 0, 0, 0, 0, 0, 0, 0]), "read"),
            (sheet(&[0x07, 0x08, 255, 255, 0, 0, 0, 0, 0, 0]), "damaged-workbook"),
            (sheet(&[0x0C, 0x00]), "short-cells"),
            (sheet(&[0x12, 0x01, 0]), "short-cells"),
            (sheet(&[0x07, 0x09, 12, 12]), "cut short"),
            (vec![0x81, 0x01, 0x00], "damaged-workbook"),
        ] {
            assert_eq!(code(&records), expected, "{records:?}");
        }
    }
}
