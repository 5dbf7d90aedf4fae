//! The record: one JSON object a run, for programs and for auditors.

mod premises;
mod wire;
mod write;

pub use wire::FileSum;
pub use write::{write, write_function, write_reading};
