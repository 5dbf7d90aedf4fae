//! The assessment sheet: every cell of the original table at its own address, and the judgement to the right of it.
//!
//! The sheet comes in two halves: a shell (widths, panes, filter, bars, notes, links, print setup and a specimen of every
//! style) for `rust_xlsxwriter`, and the rows, which are streamed. Where they meet is left to the package.

pub(super) mod columns;
mod content;
mod definitions;
pub(super) mod kinds;
pub(super) mod formulas;
mod sheet;
pub(super) mod plan;
pub(super) mod specimens;
mod folding;
mod heights;
mod marks;
mod measures;
mod rows;
