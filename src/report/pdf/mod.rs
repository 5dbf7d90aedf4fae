//! The PDF summary: a [`Summary`](super::model::Summary) laid out on pages and written as a tagged PDF 1.7.
//!
//! All words and figures about the portfolio come from the view model; here are only headings, columns and marks. The
//! pages are laid out in full (`setting`, and in `parts` a module for each part of the document) before anything is drawn,
//! tagged and put into a file (`file`). The same summary gives the same bytes.

mod setting;
mod parts;
mod file;
mod write;
mod undrawn;
#[cfg(test)]
mod tests;

pub use setting::faces::Font;
pub use setting::sheet::Paper;
pub use undrawn::{undrawn, undrawn_characters};
pub use write::{Design, Written, write};
