//! Formulas with their results, each of the type that the formula comes to.
//!
//! `rust_xlsxwriter` takes a result for a number or a truth value where it looks like one, and keeps an empty one as 0. A text
//! is therefore marked by a character that no file of XML can hold; the package takes out again what it is written as.

use rust_xlsxwriter::Formula;

use super::cells::for_attribute;

/// What stands before a result that is a text.
const TEXT: char = '\u{FFFF}';
/// The beginning of such a result as it is written, and as it is to be.
pub(crate) const WRITTEN: [&str; 2] = ["<v>_xFFFF_", "<v>"];

/// What a formula comes to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cached<'t> {
    Number(f64),
    /// A text, whatever it looks like; it may be empty.
    Text(&'t str),
    /// `#N/A`, which charts leave out.
    NotAvailable,
}

impl Cached<'_> {
    /// A number, or else no text.
    pub(crate) fn number(number: Option<f64>) -> Cached<'static> {
        number.map_or(Cached::Text(""), Cached::Number)
    }
}

/// A formula with its result.
pub(crate) fn formula(formula: &str, cached: Cached) -> Formula {
    let formula = Formula::new(format!("={formula}"));
    match cached {
        Cached::Number(number) => formula.set_result(number.to_string()),
        Cached::Text(text) => formula.set_result(format!("{TEXT}{}", for_attribute(text))),
        Cached::NotAvailable => formula.set_result("#N/A"),
    }
}
