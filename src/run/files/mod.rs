//! The files that a run writes: made whole beside their places, and moved there all or none.

mod keeping;
mod opened;
mod publishing;
mod statements;
mod target;
mod verify;
mod vouched;

pub use opened::seems_open;
pub use publishing::{FormFile, Outputs, any_file, form_file, outputs, publish_forms, write, write_form};
pub(super) use publishing::{is_same_file, sha256};
pub use statements::{Statements, statements, write_statements};
pub use target::{Claim, Target};
pub use verify::{Whole, verify};
