//! The files that a run writes: made whole beside their places, and moved there all or none.

mod batch;
mod keeping;
mod opened;
mod publishing;
mod statements;
mod target;
mod verify;
mod vouched;

pub use batch::Batch;
pub(super) use batch::is_same_file;
pub use opened::seems_open;
pub(super) use publishing::sha256;
pub use publishing::{FormFile, Outputs, any_file, form_file, outputs, publish_forms, write, write_form};
pub use statements::{Statements, statements, write_statements};
pub use target::{Claim, Target};
pub use verify::{Whole, verify};
