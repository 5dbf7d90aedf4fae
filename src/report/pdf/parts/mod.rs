//! The parts of the document, in the reader's order.

pub(super) mod opening;
pub(super) mod contents;
pub(super) mod map;
pub(super) mod places;
pub(super) mod rankings;
pub(super) mod changes;
pub(super) mod history;
pub(super) mod scenarios;
pub(super) mod sureness;
pub(super) mod closing;
pub(super) mod brief;
pub(super) mod quality;
