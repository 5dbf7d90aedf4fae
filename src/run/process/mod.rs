//! The two processes of a run: a worker that reads what may be hostile, and its supervisor.

mod limits;
mod messages;
mod supervisor;
mod worker;

pub use limits::{Limits, Memory, Time};
pub use messages::{Answer, Failed, Notice, Orders};
pub use supervisor::{Stop, Supervisor};
pub use worker::work;
