//! What all sheets are made with: cells, styles, tables, charts, forms.

pub(super) mod book;
pub(super) mod cells;
pub(super) mod charts;
pub(super) mod forms;
pub(super) mod links;
pub(super) mod results;
pub(super) mod styles;
pub(super) mod table;
