//! What is stated of columns: by a rulebook for many files, or by an option for the file at hand.

use super::text::fold;
use super::values::AttributeId;

/// A column, and what it was stated to hold.
#[derive(Clone, Debug)]
pub struct StatedColumn {
    /// Which column.
    pub column: ColumnName,
    /// The attribute; none where the column is not to be used.
    pub attribute: Option<AttributeId>,
}

/// A column, and the scale that its numbers were stated to be on.
#[derive(Clone, Debug)]
pub struct ColumnScale {
    /// Which column.
    pub column: ColumnName,
    /// The number that means least.
    pub bottom: f64,
    /// The number that means most; less than `bottom` where the scale runs backwards.
    pub top: f64,
}

/// A column, and the unit that its numbers were stated to be in.
#[derive(Clone, Debug)]
pub struct ColumnUnit {
    /// Which column.
    pub column: ColumnName,
    /// The unit as a header would say it, such as `kEUR per month`; [`AS_THEY_STAND`] for none.
    pub unit: String,
}

/// The unit of numbers that are meant as they stand.
pub const AS_THEY_STAND: &str = "1";

/// What a column has to hold in the rows that are taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// Which column.
    pub column: ColumnName,
    /// What it may hold.
    pub wanted: Vec<Wanted>,
    /// The option as it was given.
    pub given: String,
}

/// What the cells of a selected row may hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// This text, folded, or the number that it stands for.
    Value(String),
    /// A number between these two, or one of them.
    Between(f64, f64),
}

impl Wanted {
    /// Whether a cell holds it, by what it shows and the number in it.
    pub fn is_met(&self, shown: &str, number: Option<f64>) -> bool {
        match self {
            Wanted::Value(value) => {
                fold(shown) == *value || number.is_some_and(|number| value.parse::<f64>() == Ok(number))
            }
            Wanted::Between(least, most) => number.is_some_and(|number| (*least..=*most).contains(&number)),
        }
    }
}

/// A column as somebody names it: by its header, or by its letters where no header is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnName {
    /// The name as it was given.
    pub given: String,
    /// Who gave it.
    pub by: StatedBy,
}

/// Who stated something about a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedBy {
    /// The rulebook, which is for many files: a column that one of them lacks is no mistake.
    Rulebook,
    /// An option of the command line, for the file at hand.
    Option,
}

/// The ends of a scale, the one that means least first: `1..5`, `5..1`, `0..100`; none where it is none.
pub fn parse_scale(text: &str) -> Option<(f64, f64)> {
    let (bottom, top) = text.trim().split_once("..")?;
    let end = |text: &str| text.trim().parse().ok().filter(|end: &f64| end.is_finite());
    let (bottom, top): (f64, f64) = (end(bottom)?, end(top)?);
    ((bottom - top).abs() > f64::EPSILON).then_some((bottom, top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_written_from_least_to_most() {
        for (text, expected) in [
            ("1..5", Some((1.0, 5.0))),
            (" 5 .. 1 ", Some((5.0, 1.0))),
            ("0..0.5", Some((0.0, 0.5))),
            ("-2..2", Some((-2.0, 2.0))),
            ("5..5", None),
            ("1-5", None),
            ("1..", None),
            ("1..inf", None),
        ] {
            assert_eq!(parse_scale(text), expected, "{text}");
        }
    }
}
