//! The verdicts as a flat table for other programs: one row a function, one typed column each thing that is said of it.
//!
//! `columns` says what there is; `csv` and `parquet` write it. The same input gives the same bytes.

mod columns;
mod csv;
mod parquet;
mod history;
mod write;
#[cfg(test)]
mod tests;

pub use history::write_history;
pub use write::{Format, write};
