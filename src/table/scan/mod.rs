//! What the parsers of spreadsheets do not say, or get wrong without a word, looked for in the sheets themselves.
//!
//! Each format is walked once, record by record or tag by tag, without building values: hidden rows and columns, merged
//! cells, formulas without results, and whatever would be read as something else than it is. What a walk refuses is refused
//! for the file; what it only finds odd is a problem with its cell, and the cell counts as empty.

mod seen;
pub(super) mod xls;
pub(super) mod xlsb;
pub(super) mod xlsx;

pub(super) use seen::{Odd, Seen, What, refused_cell};
