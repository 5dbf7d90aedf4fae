//! `outsift` sifts a portfolio of business functions into candidates for business process outsourcing and candidates for
//! traditional outsourcing, and shows why.
//!
//! A run is a pipeline, and the modules are its stages in reading order: [`table`] reads what stood in the file,
//! [`rulebook`] holds everything that is to be decided by, [`inventory`] finds the functions and reads their values,
//! [`assessment`] judges each of them, [`own_files`] reads back what earlier runs wrote, [`portfolio`] sums up, [`changes`] compares with an earlier run, [`report`] says it in words and draws it as workbook, PDF
//! and record, and [`run`] does it all and publishes the outputs. [`cli`] is the command line.
//!
//! Only the two ends do I/O. Everything between takes values and returns values; what a user got wrong is a
//! [`problem::Problem`], collected on the way and reported all at once. Imports run one way, from the end of that list to
//! its beginning, and a test holds them to it.
//!
//! # As a library
//!
//! What stands at the root is the door, and what is promised to stay: a [`Job`] says what to assess by which rules, [`judge`]
//! reads and judges it, and the [`Judgement`] writes the outputs wherever they are wanted. All other modules serve the program
//! itself and may change with every version.
//!
//! ```
//! use outsift::{Date, Job, Verdict, judge};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let date: Date = "2026-01-31".parse()?;
//! let job = Job::new("samples/portfolio.xlsx".into(), date);
//! let judged = judge(&job, &|stage| eprintln!("{stage}"), |judgement| {
//!     let candidates = judgement.assessed.all().filter(|function| function.verdict == Verdict::Bpo).count();
//!     let (mut record, mut workbook) = (Vec::new(), std::io::Cursor::new(Vec::new()));
//!     let written = (judgement.write_record(&mut record), judgement.write_workbook(&mut workbook));
//!     Ok((candidates, written, record, workbook.into_inner(), judgement.summary_pdf()))
//! });
//! let (candidates, written, record, workbook, summary) = judged.map_err(|failure| failure.problems[0].to_string())?;
//! (written.0?, written.1?);
//! assert_eq!(candidates, 24);
//! assert!(record.starts_with(b"{") && workbook.starts_with(b"PK") && summary.starts_with(b"%PDF"));
//! # Ok(())
//! # }
//! ```

pub mod codes;
pub mod problem;
pub mod language;
pub mod sheets;
pub mod table;
pub mod rulebook;
pub mod inventory;
pub mod assessment;
pub mod own_files;
pub mod portfolio;
pub mod changes;
pub mod scenarios;
pub mod report;
pub mod warehouse;
pub mod run;
pub mod cli;

pub use assessment::Verdict;
pub use run::{Failure, Job, Judgement, judge};
pub use table::Date;
