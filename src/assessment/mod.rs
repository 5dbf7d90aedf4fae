//! Evidence, score and verdict of every function.
//!
//! `verdict` says what there is to judge, `rule` is the rule of the decision, `formula` the same rule as an expression that
//! can be printed; `robustness` and `turns` say how firmly a verdict stands, `findings` what it brings.

mod verdict;
pub mod robustness;
mod rule;
pub mod formula;
pub mod findings;
pub mod turns;
mod assess;
#[cfg(test)]
pub(crate) mod fixture;

pub use assess::{Assessed, assess};
pub use rule::{Scale, greatest_width, missing, unknown};
pub use verdict::{Assessment, Evidence, FindingSet, Score, Strength, Verdict};
