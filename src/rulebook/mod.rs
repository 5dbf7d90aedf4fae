//! The rules: what columns are called, how values are read, what the criteria weigh and what is said.
//!
//! A [`Rulebook`] is valid by construction: it only comes out of [`load`], which reports every mistake at once and
//! never returns half of one. Nothing here knows what a particular inventory holds.

mod file;
mod language;
mod spoken;
mod merge;
mod difference;
pub(crate) mod print;
mod columns;
mod periods;
mod legends;
mod reading;
mod rules;
mod stated;
mod values;
mod attributes;
mod thresholds;
mod criteria;
mod conditions;
mod translated;
mod scenarios;
mod weight_ranges;
pub mod elicited;
pub(crate) mod toml_tables;
pub(crate) mod revised;
pub mod text;
#[cfg(test)]
mod tests;

pub use columns::{
    AS_THEY_STAND, ColumnName, ColumnScale, ColumnUnit, Selection, StatedBy, StatedColumn, Wanted, parse_scale,
};
pub use conditions::{Condition, Constraint, Finding, FindingKind, Side};
pub use file::{default_in, default_text, dictionary, difference, load, load_default, load_in};
pub use language::{CURRENCIES, Currencies, RULES};
pub use legends::Legends;
pub use periods::{Period, Periods};
pub(crate) use reading::in_brackets;
pub use reading::{DecimalMark, NOT_USED, OtherTable, Reading};
pub use rules::{
    Anchors, Attribute, Axis, ColumnRule, Criterion, Join, Kind, LevelScale, Numbers, Origin, Pole, Poles, Roles,
    Rulebook, Says, Scenario, Term, WeightRange,
};
pub use scenarios::{SCENARIO, load_scenarios};
pub(crate) use spoken::spoken;
pub use stated::{parse_column, parse_column_scale, parse_column_unit, parse_selection};
pub use thresholds::{Threshold, Thresholds, Unit};
pub use values::{AttributeId, Direction, Points, Setting, Span, Steps, Weight};
