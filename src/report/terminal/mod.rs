//! A run on the terminal: the short summary, what a file would be understood as (in `check`), and one function explained.
//!
//! Colour goes along with words and is never needed; whether there is any is decided where the text is printed.

mod text;
mod summary;
mod check;
mod runs;
mod history;
mod codes;
mod attributes;
mod weights;

pub use attributes::attributes;
pub use check::{Page, check};
pub use codes::{code, codes};
pub use history::history;
pub use runs::{RunLine, runs};
pub use summary::{
    explain, nothing_to_ask, notice, outputs, questionnaire, questionnaire_of, summary, template, then, whole,
};
pub use weights::{weighed, weighing, weights};
