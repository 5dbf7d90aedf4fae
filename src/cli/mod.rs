//! The command line: what can be asked for, how it is printed, and the exit code.
//!
//! What can be typed stands in `commands`, but for the options of a run, which a job carries as they are ([`crate::run`]).

mod attend;
mod commands;
mod execute;
mod log;
mod start;

pub use start::main;
