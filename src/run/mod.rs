//! One run: the pipeline from a file to a report, and the publishing of its outputs, all or none.
//!
//! This is the end that does I/O; what it asks for is in [`Job`], what went wrong is in [`Failure`]. How either is typed
//! or printed is left to the command line.
//!
//! Two processes share a run. A worker, under limits that it puts on itself, reads and judges and writes unfinished files
//! ([`work`]); its supervisor claims the target, waits for the worker, and publishes ([`Supervisor`], [`Claim`]).

mod command;
mod ending;
mod files;
mod inputs;
mod job;
mod judge;
mod options;
mod process;
mod tally;
mod written;

pub use command::{arguments, next_command, weigh_command};
pub use ending::{Exit, Failure, file_name};
pub use files::{
    Batch, Claim, FormFile, Outputs, Statements, Target, Whole, any_file, form_file, outputs, publish_forms,
    seems_open, statements, verify, write, write_form, write_statements,
};
pub use inputs::{History, histories, load_rulebook, meant, more_texts, weighed};
pub use job::{Job, Judgement, Kept, stem};
pub use judge::judge;
pub use options::{Look, ReadingOptions, WorkbookKind, WritingOptions};
pub use process::{Answer, Failed, Limits, Memory, Notice, Orders, Stop, Supervisor, Time, work};
pub use tally::{Allowance, Tally};
