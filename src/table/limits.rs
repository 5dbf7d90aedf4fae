//! How much is read at most, and how it is said that a file is not read.

use crate::codes::Code;
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

/// The longest field that is read of a file without cells, in bytes: thirty times what a cell of a workbook can hold.
pub(super) const MAX_FIELD: usize = 1 << 20;

/// The rows and columns of the largest sheet of a spreadsheet program.
pub(super) const MAX_ROWS: u32 = 1_048_576;
pub(super) const MAX_COLUMNS: u16 = 16_384;

/// A workbook that cannot be read as it is.
pub(super) fn damaged(place: &Place, why: &str) -> Problem {
    refused(Code::DamagedWorkbook, place, format!("the workbook cannot be read: {why}"))
        .help("open it in Excel or LibreOffice, let it be repaired, and save it again")
}

/// A file that is not read, for a reason that saving it anew takes away.
pub(super) fn refused(code: Code, place: &Place, message: impl Into<String>) -> Problem {
    Problem::error(code, place.clone(), message)
        .help("open it in Excel or LibreOffice, and save the sheet with the inventory as a new file")
}

/// A workbook that only its owner can open.
pub(super) fn with_password(place: &Place) -> Problem {
    Problem::error(Code::Password, place.clone(), "the workbook is protected by a password")
        .help(
            "open it in Excel, remove the password under File > Info > Protect workbook, and save it again; where Excel opens it \
             without asking for one, as what is recommended to be read only, save it as a new file of another type, such as .csv",
        )
}

/// A sheet that is asked for and is not there, among those that are.
pub(super) fn no_such_sheet(place: &Place, wanted: &str, sheets: &[String]) -> Problem {
    let problem = Problem::error(Code::NoSuchSheet, place.clone(), format!("there is no sheet `{wanted}`"));
    if sheets.is_empty() {
        return problem.help("the file has no sheets: leave out `--sheet`");
    }
    problem.help(format!("its sheets are {}", sheets.iter().map(|s| format!("`{s}`")).collect::<Vec<_>>().join(", ")))
}
