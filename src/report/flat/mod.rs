//! The verdicts as a flat table for other programs: one row a function, one typed column each thing that is said of it.
//!
//! `columns` says what there is; `as_csv` and `as_parquet` write it. The same input gives the same bytes.

mod columns;
mod as_csv;
mod as_parquet;
mod history;
mod write;
#[cfg(test)]
mod tests;

pub use history::write_history;
pub use write::{TableFormat, write};
