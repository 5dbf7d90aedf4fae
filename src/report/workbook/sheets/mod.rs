//! The sheets of the workbooks but for the assessment, a module each.

pub(super) mod about;
pub(super) mod changes;
pub(super) mod criteria;
pub(super) mod edits;
pub(super) mod figures;
pub(super) mod heat_map;
mod lists;
pub(super) mod quality;
pub mod questionnaire;
pub(super) mod review;
pub(super) mod risks;
pub(super) mod rulebook;
pub(super) mod scenarios;
pub(super) mod settling;
pub(super) mod summary;
pub mod template;
pub mod weights;
pub(super) mod verdicts;
pub(super) mod what_to_ask;

pub use lists::is_list_header;
