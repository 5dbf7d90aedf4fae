//! What the table means: which rows are functions, which columns are attributes, what each cell says.
//!
//! Missing is missing: a cell that is empty, says "not known" or cannot be read has no value, and the last of these is a
//! problem besides. What the values amount to is left to the assessment.

mod statements;
mod heading;
mod cells;
mod known;
mod counterparts;
mod layout;
mod assumptions;
mod effect;
mod answers;
mod contradictions;
mod merged;
mod map;
mod combined;
mod distinct;
mod totals;
mod typed_levels;
mod untouched;
mod opinions;
mod raters;
#[cfg(test)]
mod tests;

pub use answers::{Given, rules_for_answers};
pub use assumptions::parse_assumption;
pub use cells::{AS_IT_STANDS, Amount, BareNumbers, Meaning, grouped};
pub use combined::{combine, rules_for_each, understand_all};
pub(crate) use counterparts::{Counterpart, Key, Matches, contents_of_row, matched};
pub use distinct::{Lookup, TextCounts, look_up};
pub use heading::StatedScale;
pub use known::{
    AnswerCounts, Answers, Assumption, BusinessFunction, Column, Excluded, Exclusion, Inventory, Repeated, Source,
    Understood,
};
pub use layout::Naming;
pub use map::{join_sheets, map, read, understand};
pub use opinions::{Opinion, Opinions, Outcome, Preferred};
pub use totals::{OffTotal, StatedTotals};
pub(crate) use typed_levels::{first_added, typed_in};
