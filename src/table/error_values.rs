//! The errors that formulas leave in their cells.

/// An error that a formula left in its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorValue {
    /// `#DIV/0!`
    DivisionByZero,
    /// `#N/A`
    NotAvailable,
    /// `#NAME?`
    Name,
    /// `#NULL!`
    Null,
    /// `#NUM!`
    Number,
    /// `#REF!`
    Reference,
    /// `#VALUE!`
    Value,
    /// `#GETTING_DATA`
    GettingData,
}

impl ErrorValue {
    /// All of them, in their order.
    pub(super) const ALL: [ErrorValue; 8] = [
        ErrorValue::DivisionByZero,
        ErrorValue::NotAvailable,
        ErrorValue::Name,
        ErrorValue::Null,
        ErrorValue::Number,
        ErrorValue::Reference,
        ErrorValue::Value,
        ErrorValue::GettingData,
    ];

    /// The error that a text shows.
    pub(super) fn named(text: &str) -> Option<ErrorValue> {
        let is_error = |error: &ErrorValue| text.starts_with('#') && error.name() == text;
        ErrorValue::ALL.into_iter().find(is_error)
    }

    /// What the cell shows.
    pub fn name(self) -> &'static str {
        match self {
            ErrorValue::DivisionByZero => "#DIV/0!",
            ErrorValue::NotAvailable => "#N/A",
            ErrorValue::Name => "#NAME?",
            ErrorValue::Null => "#NULL!",
            ErrorValue::Number => "#NUM!",
            ErrorValue::Reference => "#REF!",
            ErrorValue::Value => "#VALUE!",
            ErrorValue::GettingData => "#GETTING_DATA",
        }
    }
}
