//! What is asked for, and what it came to.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ending::file_name;
use super::options::{ReadingOptions, WritingOptions};
use crate::assessment::Assessed;
use crate::inventory::Inventory;
use crate::portfolio::Portfolio;
use crate::problem::Problems;
use crate::report::pdf::Design;
use crate::report::{Report, Run};
use crate::rulebook::Rulebook;
use crate::table;

/// What to assess, by which rules, and what to make of it.
#[derive(Clone, Debug)]
pub struct Job {
    /// The inventory.
    pub input: PathBuf,
    /// Other inventories that make one portfolio with it.
    pub others: Vec<PathBuf>,
    /// Whether its command assesses nothing else.
    pub is_only: bool,
    /// The date of the run.
    pub date: Date,
    /// How the inventory is read and judged.
    pub reading: ReadingOptions,
    /// What is made of it.
    pub writing: WritingOptions,
    /// Where its outputs go, if it has any: a set of an earlier run that stands there is an input, too.
    pub target: Option<PathBuf>,
}

impl Job {
    /// A job that leaves everything to the program.
    pub fn new(input: PathBuf, date: Date) -> Job {
        let (reading, writing) = (ReadingOptions::default(), WritingOptions::default());
        Job { input, others: Vec::new(), is_only: true, date, reading, writing, target: None }
    }

    /// The inventories.
    pub fn inventories(&self) -> impl Iterator<Item = &PathBuf> {
        std::iter::once(&self.input).chain(&self.others)
    }

    /// The files that are read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let Job { input, others, reading, writing, .. } = self;
        let single = [Some(input), reading.rulebook.as_ref(), reading.scenarios.as_ref(), writing.previous.as_ref()];
        let single = single.into_iter().flatten();
        single.chain(&reading.answers).chain(others).cloned().chain(writing.look.inputs()).collect()
    }

    /// What the names of its outputs begin with.
    pub fn stem(&self) -> String {
        self.reading.combine.clone().unwrap_or_else(|| stem(&self.input))
    }

    /// What it is called in messages.
    pub fn shown(&self) -> String {
        self.reading.combine.clone().unwrap_or_else(|| file_name(&self.input))
    }
}

/// A file in the place of an output, and the name that it is kept under when that is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// Where it stands.
    pub from: PathBuf,
    /// Its second name, beside the first.
    pub to: PathBuf,
    /// Whether somebody has edited it since its run; if not, it holds decisions that this run starts without.
    pub is_edited: bool,
    /// How many decisions and notes it holds.
    pub decisions: usize,
    /// Whether these were carried over.
    pub is_carried: bool,
}

/// What a run has come to, before anything is written.
#[derive(Debug)]
pub struct Judgement<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// What was read.
    pub inventory: &'a Inventory<'a>,
    /// The judgement on each function.
    pub assessed: &'a Assessed,
    /// The portfolio as a whole.
    pub portfolio: &'a Portfolio,
    /// What was not as it should be.
    pub problems: &'a Problems,
    /// The run itself.
    pub run: &'a Run<'a>,
    /// What there is to say.
    pub report: &'a Report<'a>,
    /// The files of an earlier run that get another name before they are replaced.
    pub kept: &'a [Kept],
    /// How the summary is drawn.
    pub design: &'a Design,
}

/// What the outputs of an input are named after: its name without its extension.
pub fn stem(input: &Path) -> String {
    if table::is_stdin(input) {
        return table::STDIN.to_owned();
    }
    input.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
