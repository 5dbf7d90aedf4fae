//! The command line: what can be asked for, how it is printed, and the exit code.
//!
//! What can be typed stands in `commands`, but for the options of a run, which a job carries as they are ([`crate::run`]).
//! What a job file says is put into the command line (`job_file`) and what was typed into a job file (`saving`).

mod attend;
mod commands;
mod execute;
mod job_file;
mod log;
mod saving;
mod start;

pub use start::main;
