//! The cells of a column as values: levels, numbers, money and texts.
//!
//! Which column is which attribute is left to the layout, and which rows are read to the inventory.

mod bare;
pub(super) mod column;
mod spans;
pub(super) mod phrases;
mod said;
pub(super) mod numbers;
pub(super) mod dates;
mod days;
mod quantities;
pub(super) mod periods;
pub(super) mod ratings;
mod providers;
mod levels;
mod counts;
pub(super) mod units;
mod added;
mod amounts;
pub(super) mod read;
pub(super) mod in_parts;

pub use bare::{BareNumbers, Meaning};
pub use column::{AS_IT_STANDS, Amount};
pub use numbers::grouped;
