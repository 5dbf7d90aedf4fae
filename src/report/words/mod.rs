//! Figures, messages and colours that all writers share.

mod catalogue;
pub mod escape;
pub(crate) mod figures;
mod judgement;
pub mod messages;
pub mod palette;
pub(crate) mod quotes;
mod pieces;
mod problems;
mod readings;
