//! What kind of file it really is, and whether it is within the limits; decided before any parser sees it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use memchr::memmem;

use super::package::Package;
use crate::problem::{Place, Problem};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 1 << 30;

/// The most cells of one sheet that are kept, empty ones between others included.
pub const MAX_CELLS: usize = 200_000_000;

/// The most cells that an .xls or .ods file may span in all: their parser keeps every one of them, empty or not.
pub const MAX_DENSE_CELLS: u64 = 33_554_432;

/// The most parts of a zip container.
pub const MAX_PARTS: usize = 10_000;

/// The largest part of a zip container when it is unpacked, in bytes.
pub const MAX_PART_BYTES: u64 = 4 << 30;

/// The largest part with the sheets, formats or relationships of a workbook when it is unpacked, in bytes.
pub const MAX_LIST_BYTES: u64 = 64 << 20;

/// The size of all parts of a zip container when they are unpacked, in bytes.
pub const MAX_UNPACKED_BYTES: u64 = 8 << 30;

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

/// Whether a path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a regular file, or of standard input, within the size limit.
pub(super) fn load(path: &Path, place: &Place) -> Result<Vec<u8>, Problem> {
    let cannot = |error: &io::Error| {
        let code = if error.kind() == io::ErrorKind::NotFound { "no-input" } else { "unreadable-file" };
        Problem::error(code, Place::file(path.display().to_string()), format!("cannot be opened: {error}"))
    };
    let mut bytes = Vec::new();
    if is_stdin(path) {
        io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|error| cannot(&error))?;
    } else {
        // Looked at before it is opened: opening a pipe waits for somebody to write to it.
        let metadata = fs::metadata(path).map_err(|error| cannot(&error))?;
        if !metadata.is_file() {
            let what = if metadata.is_dir() { "is a folder" } else { "is no regular file" };
            return Err(Problem::error("not-a-file", place.clone(), what)
                .help("give the inventory file itself, or `-` to read standard input"));
        }
        bytes.reserve_exact(metadata.len().min(MAX_FILE_BYTES) as usize);
        File::open(path)
            .and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|error| cannot(&error))?;
    }
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let message = format!("is larger than {} MiB (limit `max-file`)", MAX_FILE_BYTES >> 20);
        return Err(Problem::error("file-too-large", place.clone(), message)
            .help("export only the sheet with the inventory, or split it"));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::error("empty-file", place.clone(), "the file is empty")
            .help("export the inventory again, with its header row"));
    }
    Ok(bytes)
}

/// How zip archives begin.
const ZIP: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
/// How OLE containers begin.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file that begins so can only be a workbook, and no text.
pub fn begins_as_workbook(bytes: &[u8]) -> bool {
    ZIP.iter().any(|magic| bytes.starts_with(magic)) || bytes.starts_with(OLE)
}

/// A workbook that cannot be read as it is.
pub(super) fn damaged(place: &Place, why: &str) -> Problem {
    refused("damaged-workbook", place, format!("the workbook cannot be read: {why}"))
        .help("open it in Excel or LibreOffice, let it be repaired, and save it again")
}

/// A file that is not read, for a reason that saving it anew takes away.
pub(super) fn refused(code: &'static str, place: &Place, message: impl Into<String>) -> Problem {
    Problem::error(code, place.clone(), message)
        .help("open it in Excel or LibreOffice, and save the sheet with the inventory as a new file")
}

/// A workbook that only its owner can open.
pub(super) fn with_password(place: &Place) -> Problem {
    Problem::error("password", place.clone(), "the workbook is protected by a password")
        .help("open it in Excel, remove the password under File > Info > Protect workbook, and save it again")
}

/// The kind of file that the bytes are, whatever the name says.
pub(super) fn format_of(bytes: &[u8], place: &Place) -> Result<Format, Problem> {
    if ZIP.iter().any(|magic| bytes.starts_with(magic)) {
        return zip_format(bytes, place);
    }
    if bytes.starts_with(OLE) {
        return Ok(Format::Xls);
    }
    if let Some((_, what, help)) = NO_TABLES.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Err(Problem::error("unknown-format", place.clone(), format!("is {what}")).help(*help));
    }
    let head = &bytes[..bytes.len().min(4096)];
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) || head.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Ok(Format::Csv);
    }
    let start = String::from_utf8_lossy(head).trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']).to_lowercase();
    if ["<html", "<!doctype html", "<table", "<?xml", "<workbook", "<office:document"]
        .iter()
        .any(|tag| start.starts_with(tag))
    {
        return Err(Problem::error("not-a-spreadsheet", place.clone(), "is a web page or XML, whatever its name says")
            .help("open it in Excel or LibreOffice, and save it as .xlsx or .csv"));
    }
    if head.contains(&0) && !super::delimited::looks_like_utf16(head) {
        return Err(Problem::error("unknown-format", place.clone(), "is no kind of file that can be read").help(GIVE));
    }
    Ok(Format::Csv)
}

const GIVE: &str = "give an .xlsx, .xls, .xlsb, .ods or .csv file";

/// Files that are told by how they begin, and hold no table that could be read: what they are, and what to do.
const NO_TABLES: [(&[u8], &str, &str); 14] = [
    (b"\x89PNG", "a picture", GIVE),
    (b"\xFF\xD8\xFF", "a picture", GIVE),
    (b"GIF8", "a picture", GIVE),
    (b"%PDF", "a PDF", "give the spreadsheet that it was made from"),
    (b"{\\rtf", "a text document (RTF)", "save its table as .csv"),
    (b"\x1F\x8B", "packed with gzip", UNPACK),
    (b"BZh", "packed with bzip2", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive", UNPACK),
    (b"Rar!\x1A", "a RAR archive", UNPACK),
    (b"\xFD7zXZ", "packed with xz", UNPACK),
    (b"(\xB5/\xFD", "packed with zstd", UNPACK),
    (b"SQLite format 3", "a database (SQLite)", "export its table as .csv"),
    (b"PAR1", "a table in Parquet", "export it as .csv"),
    (b"ID;P", "a table in SYLK", "open it in Excel or LibreOffice, and save it as .xlsx or .csv"),
];

const UNPACK: &str = "unpack it, and give the inventory file itself";

/// The kind of workbook that a zip container holds.
fn zip_format(bytes: &[u8], place: &Place) -> Result<Format, Problem> {
    const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
    let package = Package::of(bytes, place)?;
    if package.has("xl/workbook.bin") {
        return Ok(Format::Xlsb);
    }
    if package.has("[Content_Types].xml") && package.has("_rels/.rels") {
        let other = [("word/document.xml", "a Word document"), ("ppt/presentation.xml", "a presentation")];
        return match other.iter().find(|(part, _)| package.has(part)) {
            Some((_, what)) => Err(Problem::error("unknown-format", place.clone(), format!("is {what}")).help(GIVE)),
            None => Ok(Format::Xlsx),
        };
    }
    if package.has("content.xml") && package.beginning("mimetype", 64).starts_with(SPREADSHEET) {
        let manifest = package.beginning("META-INF/manifest.xml", 1 << 20);
        return if memmem::find(&manifest, b"encryption-data").is_some() {
            Err(with_password(place))
        } else {
            Ok(Format::Ods)
        };
    }
    Err(Problem::error("unknown-format", place.clone(), "is a zip archive without a workbook in it")
        .help("unpack it, and give the inventory file itself"))
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
