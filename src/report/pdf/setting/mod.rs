//! Type and paper: fonts, styles, tables, and pieces that flow onto pages.

mod cells;
pub(super) mod faces;
pub(super) mod flow;
pub(super) mod fonts;
pub(super) mod shaping;
pub(super) mod sheet;
pub(super) mod table;
pub(super) mod text;
mod widths;
