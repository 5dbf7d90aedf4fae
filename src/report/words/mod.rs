//! Figures, messages and colours that all writers share.

mod catalogue;
pub mod escape;
pub(crate) mod figures;
pub mod messages;
pub mod palette;
pub(crate) mod quotes;
mod pieces;
