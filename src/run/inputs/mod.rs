//! The files that a run reads: which they are, and each by whatever reads its kind.

pub(super) mod answers;
pub(super) mod combining;
pub(super) mod copies;
pub(super) mod earlier_set;
mod histories;
mod installed;
mod look;
mod paths;
pub(super) mod previous;
mod returned;
mod rules;
mod values;
mod stated;
pub(super) mod typed_aside;
pub(super) mod workbook;
mod weighed;

pub use histories::{History, histories};
pub(super) use paths::Stamped;
pub use paths::meant;
pub use rules::load_rulebook;
pub(super) use stated::Rules;
pub use values::more_texts;
pub use weighed::weighed;
