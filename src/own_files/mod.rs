//! Our own files, read back: the rules that a workbook carries, earlier runs with the decisions made in them, and the parts of
//! a workbook that was assessed.
//!
//! Files are read leniently, found by the names in [`crate::sheets`]. How they are opened is left to the run.

mod about;
mod copied_rows;
mod decisions;
mod earlier;
pub mod history;
mod lists;
mod parts;
mod rules;
mod shown;
mod unread;
mod weighed;

pub use about::{About, Rules};
pub use decisions::{Agreement, Choice, Decision};
pub use earlier::{Earlier, EarlierFunction, EarlierRow, Said, Shown};
pub use parts::{is_called_questionnaire, is_what_to_ask, leave_out_judgement, made_of, no_inventory, parts};
pub use rules::{WEIGHT_RANGE, from_sheets};
pub use unread::{decided, decisions_and_notes, not_carried, notes_left, unread};
pub use weighed::weighed;
