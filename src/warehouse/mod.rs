//! The same verdicts in a warehouse: what was read of an inventory, and the rule, as SQL.
//!
//! `dialect` is the one table of how dialects differ, `verdicts` walks the rulebook, `levels` writes how texts become levels.
//! Nothing here runs SQL, and no engine is built in.

mod dialect;
mod folding;
mod print;
mod statement;
mod shares;
mod verdicts;
mod levels;
mod golden;
mod texts;
mod refused;
mod dbt;
mod compile;

pub use compile::{Compiled, Request, SetFile, compile, set_files};
pub use dialect::Dialect;
pub use texts::{MoreTexts, read as read_texts};
