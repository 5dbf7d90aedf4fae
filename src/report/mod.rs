//! What there is to say about a run, and its writers.
//!
//! [`Report`] says it before anyone decides how to draw it: the [`model::Summary`] of the portfolio, which is complete, and
//! a line for each function, made when it is asked for, because there may be a million. `view` composes it, `asking` asks
//! for what is missing, `words` holds the figures and messages of both; the writers (`workbook`, `pdf`, `terminal`,
//! `record`, `flat`) draw it and decide nothing.

pub mod words;
pub mod lists;
pub mod model;
pub mod view;
pub mod asking;
pub mod record;
pub mod flat;
pub mod terminal;
pub mod pdf;
pub mod workbook;
#[cfg(test)]
mod tests;

pub use view::compose::{Effect, Run, compose};
pub use view::live::Figures;
pub use view::report::Report;
pub use words::messages::{Messages, load_messages, messages_of};
