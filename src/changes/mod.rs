//! This run against an earlier one: what is new, gone or judged otherwise, by which evidence, and which decisions stand.
//!
//! Decisions are carried over and never dropped: one whose evidence has changed is marked, and one whose function is gone
//! is kept among what was left behind. How any of it is worded for readers is left to the report.

mod beside;
mod change;
mod compare;
mod comparison;
mod premises;
#[cfg(test)]
mod tests;

pub use beside::decided_besides;
pub use change::{Change, ChangeKind, Changes, Counts, LeftBehind, Moved};
pub use compare::compare;
pub use premises::{Premise, Premises, Told};
