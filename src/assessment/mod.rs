//! Evidence, score and verdict of every function.
//!
//! `verdict` says what there is to judge, `rule` is the rule of the decision, `formula` the same rule as an expression that
//! can be printed. `robustness`, `weights`, `readings` and `turns` say how firmly a verdict stands, `questions` what to ask
//! where it does not, `findings` what it brings.

mod verdict;
mod robustness;
mod rule;
pub mod formula;
pub mod findings;
mod readings;
pub mod turns;
pub mod weights;
pub mod questions;
mod threads;
mod group;
mod assess;
#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;

pub use assess::{Assessed, Profile, assess, judge_alone};
pub use rule::{Levels, Rule, greatest_width};
pub(crate) use threads::in_chunks;
pub use verdict::{
    Assessment, Balance, Evidence, FindingSet, Margin, Review, Score, Standing, Strength, Turn, Verdict,
};
