//! What the program promises, tested from outside: one binary, a small harness, and cases as data.

// One binary: what its modules share is public to nobody else.
#![allow(unreachable_pub)]

mod appearance;
mod architecture;
mod certainty;
mod changes;
mod closing_gaps;
mod combined;
mod command_line;
mod copies;
mod documentation;
mod faults;
mod findings;
mod harness;
mod hostile;
mod inventories;
mod job_files;
mod languages;
mod live;
mod long_texts;
mod looks;
mod month;
mod options;
mod pages;
mod premises;
mod nights;
mod outputs;
mod problems;
mod promises;
mod python;
mod rearranged;
mod rulebooks;
mod samples;
mod scenarios;
mod set_aside;
mod sets;
mod tables;
mod templates;
mod weighing;
mod workbook_rules;
mod typed;
mod unattended;
mod warehouse;
