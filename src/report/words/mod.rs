//! Figures, phrases and colours that all writers share.

pub mod escape;
pub(crate) mod figures;
pub mod palette;
pub mod phrases;
