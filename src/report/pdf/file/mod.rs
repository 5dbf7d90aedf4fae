//! The pages as a PDF file: content streams, structure, document.

pub(super) mod content;
pub(super) mod document;
pub(super) mod structure;
