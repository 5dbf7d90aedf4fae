//! The files that a run reads: which they are, and each by whatever reads its kind.

pub(super) mod combining;
mod look;
mod paths;
pub(super) mod previous;
pub(super) mod rules;

pub use combining::Combined;
pub use look::Look;
pub use paths::matching;
pub(super) use paths::unchanged;
pub use rules::load_rulebook;
