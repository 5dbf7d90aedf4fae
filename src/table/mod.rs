//! What stood in the file, before anyone knows what it means: sheets of typed cells, each with its place.
//!
//! [`read`] is the program's one input. It keeps every cell as it was (type, number format, link), so that the annotated
//! workbook can repeat it. What a header or a value means is left to the inventory.

mod appearance;
mod cells;
mod columnar;
mod compound;
mod data_styles;
mod delimited;
mod dialect;
mod encoding;
mod encrypted;
mod error_values;
mod filling;
mod formats;
mod formulas;
mod joined;
mod limits;
mod manner;
mod marks;
mod mended;
mod notes;
mod open_document;
mod open_sheet;
mod package;
mod packed;
mod written;
mod paragraphs;
mod preflight;
mod scan;
mod spreadsheet;
mod strays;
mod workbook;
mod xml;

pub use appearance::{Appearance, CellLook, LookId, Lost, Reach};
pub use cells::{Fields, Format, Note, Region, SheetPart, SourceFile, Table, moment, text_index};
pub(crate) use delimited::cell;
pub use dialect::StatedDelimiter;
pub use encoding::StatedEncoding;
pub use error_values::ErrorValue;
pub use formulas::{CALCULATE, NO_RESULT};
/// A day of the calendar, as cells hold it.
pub use jiff::civil::Date;
pub use joined::{Headers, Joining};
pub use limits::{
    MAX_CELLS, MAX_DENSE_CELLS, MAX_FILE_BYTES, MAX_LIST_BYTES, MAX_PART_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES,
};
pub use manner::Manner;
pub use marks::{LARGEST_MARK, is_lock_of, lock_file, marks_of, opened_by};
pub use packed::{Cell, FormatId, Row, TextId};
pub(crate) use preflight::{STDIN, is_stdin};
pub use preflight::{begins_as_workbook, is_named_as_table};
pub use spreadsheet::NO_THREAD;
pub use workbook::{Workbook, parse, read, sha256_hex};
