//! Where the inventory stands: its sheet, its header, its columns and its rows.

mod synonyms;
pub(super) mod find;
mod columns;
mod stated;
mod uneven;
mod filled_down;
pub(super) mod rows;

pub use find::Naming;

pub(super) use find::is_column;
