//! What kind of file it really is, and whether it is within the limits; decided before any parser sees it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use memchr::memmem;

use super::cells::Format;
use super::encoding::looks_like_utf16;
use super::limits::{MAX_FILE_BYTES, refused, with_password};
use super::marks::{is_lock_of, lock_file};
use super::package::Package;
use crate::codes::Code;
use crate::problem::{Place, Problem, Severity};

/// What standard input is called where a file has its name.
pub(crate) const STDIN: &str = "stdin";

/// Whether a path stands for standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a regular file, or of standard input, within the size limit.
pub(super) fn load(path: &Path, place: &Place) -> Result<Vec<u8>, Problem> {
    let cannot = |error: &io::Error| {
        let code = if error.kind() == io::ErrorKind::NotFound { Code::NoInput } else { Code::UnreadableFile };
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
            let help = if holds_parts(path) {
                let folder = path.display().to_string();
                let folder = folder.trim_end_matches(std::path::MAIN_SEPARATOR);
                format!("give the parts of the table: `{folder}/*.parquet --combine parts`")
            } else {
                "give the inventory file itself, or `-` to read standard input".to_owned()
            };
            return Err(Problem::error(Code::NotAFile, place.clone(), what).help(help));
        }
        bytes.reserve_exact(metadata.len().min(MAX_FILE_BYTES) as usize);
        File::open(path)
            .and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes))
            .map_err(|error| cannot(&error))?;
    }
    if bytes.len() as u64 > MAX_FILE_BYTES {
        let message = format!("is larger than {} MiB (limit `max-file`)", MAX_FILE_BYTES >> 20);
        return Err(Problem::error(Code::FileTooLarge, place.clone(), message)
            .help("export only the sheet with the inventory, or split it"));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::error(Code::EmptyFile, place.clone(), "the file is empty")
            .help("export the inventory again, with its header row"));
    }
    Ok(bytes)
}

/// Whether a folder holds tables in Parquet, as clusters write one table in many files.
fn holds_parts(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.take(1_000).any(|entry| entry.path().extension().is_some_and(|extension| extension == "parquet"))
}

/// Whether a file is named as a table is; texts may be anything.
pub fn is_named_as_table(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
    extension != "txt" && Format::ALL.iter().any(|format| format.extensions().contains(&extension.as_str()))
}

/// How zip archives begin.
const ZIP: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
/// How tables in Parquet begin.
const PARQUET: &[u8] = b"PAR1";
/// How OLE containers begin.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Whether a file that begins so can only be a workbook, and no text.
pub fn begins_as_workbook(bytes: &[u8]) -> bool {
    ZIP.iter().chain(&[OLE, PARQUET]).any(|magic| bytes.starts_with(magic))
}

/// The kind of file that the bytes are, whatever the name says.
pub(super) fn format_of(bytes: &[u8], place: &Place) -> Result<Format, Problem> {
    if let Some(of) = is_lock_of(&place.file, bytes.len() as u64).filter(|_| !begins_as_workbook(bytes)) {
        return Err(lock_file(Severity::Error, place.clone(), of).help(format!("give `{of}` itself")));
    }
    if ZIP.iter().any(|magic| bytes.starts_with(magic)) {
        return zip_format(bytes, place);
    }
    if bytes.starts_with(OLE) {
        return Ok(Format::Xls);
    }
    if bytes.starts_with(PARQUET) {
        return Ok(Format::Parquet);
    }
    if let [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04..=0x10, 0x00, ..] = bytes {
        return Err(refused(Code::TooOld, place, "was written in a format older than Excel 5"));
    }
    if let Some((_, what, help)) = NO_TABLES.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Err(Problem::error(Code::UnknownFormat, place.clone(), format!("is {what}")).help(*help));
    }
    let head = &bytes[..bytes.len().min(4096)];
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) || head.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Ok(Format::Csv);
    }
    let start = String::from_utf8_lossy(head).trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']).to_lowercase();
    if is_markup(&start) {
        return Err(Problem::error(
            Code::NotASpreadsheet,
            place.clone(),
            "is a web page or XML, whatever its name says",
        )
        .help("open it in Excel or LibreOffice, and save it as .xlsx or .csv"));
    }
    if is_json(bytes, &start) {
        let (what, help) = if start.contains("\"outsift-record/") {
            ("is the record of a run", "give the inventory itself; `--previous` compares with a record")
        } else {
            ("is JSON", "export its table as .csv")
        };
        return Err(Problem::error(Code::UnknownFormat, place.clone(), what).help(help));
    }
    if is_binary(head) && !looks_like_utf16(head) {
        return Err(
            Problem::error(Code::UnknownFormat, place.clone(), "is no kind of file that can be read").help(GIVE)
        );
    }
    Ok(Format::Csv)
}

/// Whether a text begins as a web page does, saved in one piece or several, or as other XML.
fn is_markup(start: &str) -> bool {
    let is_tag =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "!?".contains(c)) && rest.contains('>');
    let is_message = || start.starts_with("mime-version:") || start.contains("content-type: multipart/related");
    start.strip_prefix('<').is_some_and(is_tag) || is_message()
}

/// Whether a text that begins in a bracket is an object or a list of JSON, or several in a row.
fn is_json(bytes: &[u8], start: &str) -> bool {
    let first = || serde_json::Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>().next();
    // A word in brackets is a header; objects and lists of lists are none.
    let opens = start.starts_with('{') || start.starts_with('[') && start[1..].trim_start().starts_with(['{', '[']);
    opens && first().is_some_and(|first| first.is_ok())
}

/// Whether the beginning of a file is no text: it has characters that no text has, or zeros in plenty. A few zeros are text
/// that is damaged.
fn is_binary(head: &[u8]) -> bool {
    const MOST_ZEROS: usize = 5;
    let zeros = memchr::memchr_iter(0, head).count();
    let has_controls = || head.iter().any(|byte| matches!(byte, 0x01..=0x08 | 0x0E..=0x1A | 0x7F));
    zeros > 0 && (zeros * MOST_ZEROS > head.len() || has_controls())
}

const GIVE: &str = "give an .xlsx, .xls, .xlsb, .ods, .csv or .parquet file";

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
    (b"PARE", "a table in Parquet that needs a key", "export it without encryption, or as .csv"),
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
            Some((_, what)) => Err(Problem::error(Code::UnknownFormat, place.clone(), format!("is {what}")).help(GIVE)),
            None => Ok(Format::Xlsx),
        };
    }
    // Some programs leave out the mark at the beginning, and name the kind in the list of parts alone, or nowhere.
    let is_spreadsheet = || {
        let lists = || package.beginning("META-INF/manifest.xml", 1 << 20);
        let begins = || package.beginning("content.xml", 1 << 20);
        memmem::find(&lists(), SPREADSHEET).is_some() || memmem::find(&begins(), b"<office:spreadsheet").is_some()
    };
    let is_marked = package.beginning("mimetype", 64).starts_with(SPREADSHEET);
    if package.has("content.xml") && (is_marked || !package.has("mimetype") && is_spreadsheet()) {
        let manifest = package.beginning("META-INF/manifest.xml", 1 << 20);
        return if memmem::find(&manifest, b"encryption-data").is_some() {
            Err(with_password(place))
        } else {
            Ok(Format::Ods)
        };
    }
    Err(Problem::error(Code::UnknownFormat, place.clone(), "is a zip archive without a workbook in it")
        .help("unpack it, and give the inventory file itself"))
}

/// A warning where a file's extension says another kind than its content.
pub(super) fn misnamed(path: &Path, format: Format, place: &Place) -> Option<Problem> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    let claimed = Format::ALL.into_iter().find(|f| f.extensions().contains(&extension.as_str()))?;
    (claimed != format).then(|| {
        let message = format!("is named .{extension}, but holds {}; it was read as that", format.name());
        Problem::note(Code::MisnamedFile, place.clone(), message)
    })
}
