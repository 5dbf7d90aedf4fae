//! Where the inventory stands: its sheet, its header, its columns and its rows.

mod synonyms;
pub(super) mod find;
mod columns;
mod stated;
mod uneven;
pub(super) mod rows;

pub use find::Naming;
