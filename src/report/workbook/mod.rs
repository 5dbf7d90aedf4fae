//! The annotated workbook: the original table with the judgement beside it, and sheets that sum it up.
//!
//! `rust_xlsxwriter` builds the whole package in memory, with the big sheet as an empty shell; its rows, of which there may
//! be a million, are then streamed into the package while it is written out. The sheets draw what the view model says and
//! decide nothing; where the file goes, and that it appears whole or not at all, is left to the caller.

mod kit;
mod assessment;
mod sheets;
mod package;
mod write;
#[cfg(test)]
mod tests;

pub use assessment::columns::is_added_header;
pub use kit::book::WriteError;
pub use sheets::{is_list_header, questionnaire, template, weights};
pub use write::{long_texts, too_large, write};
