//! What kind of file it really is, and whether it is within the limits; decided before any parser sees it.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::ops::RangeInclusive;
use std::path::Path;

use memchr::memmem;

use crate::problem::{Place, Problem};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 1 << 30;

/// The most cells of one sheet that are kept, empty ones between others included.
pub const MAX_CELLS: usize = 200_000_000;

/// The kinds of file that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Excel workbook, Office Open XML.
    Xlsx,
    /// Excel workbook, binary.
    Xlsb,
    /// Excel 97–2003 workbook.
    Xls,
    /// Spreadsheet of the Open Document Format.
    Ods,
    /// Delimited text.
    Csv,
}

impl Format {
    /// The name used in the record: the usual extension.
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Xlsb => "xlsb",
            Format::Xls => "xls",
            Format::Ods => "ods",
            Format::Csv => "csv",
        }
    }

    /// The extensions that are usual for the kind.
    fn extensions(self) -> &'static [&'static str] {
        match self {
            Format::Xlsx => &["xlsx", "xlsm", "xltx", "xltm"],
            Format::Xlsb => &["xlsb"],
            Format::Xls => &["xls", "xlt"],
            Format::Ods => &["ods", "ots", "fods"],
            Format::Csv => &["csv", "tsv", "tab", "txt"],
        }
    }
}

/// The bytes of a regular file within the size limit.
pub(super) fn load(path: &Path, place: &Place) -> Result<Vec<u8>, Problem> {
    let cannot = |error: &std::io::Error| {
        let code = if error.kind() == std::io::ErrorKind::NotFound { "no-input" } else { "unreadable-file" };
        Problem::error(code, Place::file(path.display().to_string()), format!("cannot be opened: {error}"))
    };
    let metadata = fs::metadata(path).map_err(|error| cannot(&error))?;
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "is a folder" } else { "is no regular file" };
        return Err(Problem::error("not-a-file", place.clone(), what).help("give the inventory file itself"));
    }
    if metadata.len() > MAX_FILE_BYTES {
        let message = format!("is larger than {} MiB", MAX_FILE_BYTES >> 20);
        return Err(Problem::error("file-too-large", place.clone(), message)
            .help("export only the sheet with the inventory, or split it"));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    File::open(path)
        .and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| cannot(&error))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::error("empty-file", place.clone(), "the file is empty")
            .help("export the inventory again, with its header row"));
    }
    Ok(bytes)
}

/// How zip archives begin.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
/// How OLE containers begin.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file that begins so can only be a workbook, and no text.
pub fn begins_as_workbook(bytes: &[u8]) -> bool {
    ZIP.iter().any(|magic| bytes.starts_with(magic)) || bytes.starts_with(OLE)
}

/// The kind of file that the bytes are, whatever the name says.
pub(super) fn format_of(bytes: &[u8], place: &Place) -> Result<Format, Problem> {
    if ZIP.iter().any(|magic| bytes.starts_with(magic)) {
        return zip_format(bytes, place);
    }
    if bytes.starts_with(OLE) {
        if holds(bytes, &utf16("EncryptedPackage")) {
            return Err(Problem::error("password", place.clone(), "the workbook is protected by a password").help(
                "open it in Excel, remove the password under File > Info > Protect workbook, and save it again",
            ));
        }
        return Ok(Format::Xls);
    }
    let head = &bytes[..bytes.len().min(4096)];
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return Ok(Format::Csv);
    }
    let start = String::from_utf8_lossy(head).trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']).to_lowercase();
    if ["<html", "<!doctype html", "<table", "<?xml"].iter().any(|tag| start.starts_with(tag)) {
        return Err(Problem::error("not-a-spreadsheet", place.clone(), "is a web page or XML, whatever its name says")
            .help("open it in Excel or LibreOffice, and save it as .xlsx or .csv"));
    }
    if head.contains(&0) {
        let what = if head.starts_with(b"\x89PNG") || head.starts_with(b"\xFF\xD8\xFF") || head.starts_with(b"GIF8") {
            "is a picture"
        } else {
            "is no kind of file that can be read"
        };
        return Err(
            Problem::error("unknown-format", place.clone(), what).help("give an .xlsx, .xls, .xlsb, .ods or .csv file")
        );
    }
    if start.starts_with("%pdf") {
        return Err(Problem::error("unknown-format", place.clone(), "is a PDF")
            .help("give the spreadsheet that it was made from"));
    }
    Ok(Format::Csv)
}

fn zip_format(bytes: &[u8], place: &Place) -> Result<Format, Problem> {
    let directory = central_directory(bytes);
    if holds(directory, b"xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if holds(directory, b"[Content_Types].xml") {
        return Ok(Format::Xlsx);
    }
    if bytes.len() > 84 && holds(&bytes[..bytes.len().min(256)], b"application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    Err(Problem::error("unknown-format", place.clone(), "is a zip archive without a workbook in it")
        .help("unpack it, and give the inventory file itself"))
}

/// Whether a zip container has a part whose name holds this text.
pub(super) fn zip_has_part(bytes: &[u8], name: &[u8]) -> bool {
    holds(central_directory(bytes), name)
}

/// The list of parts at the end of a zip file, or the whole file where that cannot be found.
fn central_directory(bytes: &[u8]) -> &[u8] {
    let tail = bytes.len().saturating_sub(65_557);
    let end = bytes[tail..].windows(4).rposition(|window| window == b"PK\x05\x06").map(|at| tail + at);
    let start = end
        .and_then(|end| bytes.get(end + 16..end + 20))
        .map(|field| u32::from_le_bytes(field.try_into().expect("the slice above has four bytes")) as usize);
    match (start, end) {
        (Some(start), Some(end)) if start < end => &bytes[start..end],
        _ => bytes,
    }
}

/// What some sheet of a workbook holds beyond plain cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Merged ranges.
    pub(super) merged: bool,
    /// Formulas.
    pub(super) formulas: bool,
}

impl Marks {
    /// Looks through the sheets of an xlsx or ods file without parsing them. Other formats are not looked through.
    pub(super) fn of(bytes: &[u8], format: Format) -> Marks {
        let mut marks = Marks::default();
        let texts: [&[u8]; 2] = match format {
            Format::Xlsx => [b"mergeCell ", b"</f>"],
            // Every merged range of a spreadsheet covers cells, and has them as such.
            Format::Ods => [b"covered-table-cell", b"table:formula"],
            Format::Xlsb | Format::Xls | Format::Csv => return marks,
        };
        let Ok(mut parts) = zip::ZipArchive::new(Cursor::new(bytes)) else { return marks };
        for i in 0..parts.len() {
            let Ok(part) = parts.by_index(i) else { continue };
            let is_sheet = part.name().is_ok_and(|name| match format {
                Format::Ods => name == "content.xml",
                _ => name.starts_with("xl/worksheets/") && name.ends_with(".xml"),
            });
            if is_sheet {
                // A part that cannot be unpacked is a problem of the reading itself.
                let found = found_in(part, &texts).unwrap_or_default();
                (marks.merged, marks.formulas) = (marks.merged || found[0], marks.formulas || found[1]);
            }
        }
        marks
    }
}

/// Which of these texts a stream holds.
fn found_in(mut stream: impl Read, texts: &[&[u8]; 2]) -> io::Result<[bool; 2]> {
    let longest = texts.iter().map(|text| text.len()).max().unwrap_or(1);
    let finders = texts.map(memmem::Finder::new);
    let (mut buffer, mut kept, mut found) = (vec![0; 1 << 16], 0, [false; 2]);
    loop {
        let read = stream.read(&mut buffer[kept..])?;
        if read == 0 {
            return Ok(found);
        }
        let end = kept + read;
        for (found, finder) in found.iter_mut().zip(&finders) {
            *found = *found || finder.find(&buffer[..end]).is_some();
        }
        // What may be the beginning of a text goes on in the next piece.
        kept = end.min(longest - 1);
        buffer.copy_within(end - kept..end, 0);
    }
}

/// Whether a sheet of an xlsb file holds cells in the short form that leaves out their columns. Some libraries write it,
/// and calamine passes over such cells without a word.
pub(super) fn has_short_cells(bytes: &[u8]) -> bool {
    let Ok(mut parts) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    (0..parts.len()).any(|i| {
        let Ok(part) = parts.by_index(i) else { return false };
        let is_sheet = part.name().is_ok_and(|name| name.starts_with("xl/worksheets/") && name.ends_with(".bin"));
        is_sheet && short_cell_in(BufReader::new(part)).unwrap_or(false)
    })
}

/// Reads a sheet's records up to the first short cell, or to the end.
fn short_cell_in(mut sheet: impl BufRead) -> io::Result<bool> {
    // BrtShortBlank to BrtShortIsst, MS-XLSB 2.3.2.
    const SHORT_CELLS: RangeInclusive<u64> = 12..=18;
    while !sheet.fill_buf()?.is_empty() {
        let id = number(&mut sheet, 2)?;
        let size = number(&mut sheet, 4)?;
        if SHORT_CELLS.contains(&id) {
            return Ok(true);
        }
        if io::copy(&mut sheet.by_ref().take(size), &mut io::sink())? < size {
            break;
        }
    }
    Ok(false)
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

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    memmem::find(bytes, part).is_some()
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A warning where a file's extension says another kind than its content.
pub(super) fn misnamed(path: &Path, format: Format, place: &Place) -> Option<Problem> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    let known = [Format::Xlsx, Format::Xlsb, Format::Xls, Format::Ods, Format::Csv];
    let claimed = known.into_iter().find(|f| f.extensions().contains(&extension.as_str()))?;
    (claimed != format).then(|| {
        let message = format!("is named .{extension}, but holds {}; it was read as that", format.name());
        Problem::note("misnamed-file", place.clone(), message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_cells_are_found_among_records() {
        // An id of two bytes (0x81 0x01, BrtBeginSheet), a row (0x00) with three bytes, and a cell.
        let sheet = |cell: &[u8]| [&[0x81, 0x01, 0x00, 0x00, 0x03, 1, 2, 3][..], cell].concat();
        for (records, expected) in [
            (sheet(&[0x07, 0x02, 12, 12]), false),
            (sheet(&[0x0C, 0x00]), true),
            (sheet(&[0x12, 0x01, 0]), true),
            // The data is shorter than its size says.
            (sheet(&[0x07, 0x09, 12, 12]), false),
            (Vec::new(), false),
        ] {
            assert_eq!(short_cell_in(records.as_slice()).expect("whole records"), expected, "{records:?}");
        }
    }
}
