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

pub mod codes;
pub mod problem;
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
