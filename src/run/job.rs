//! What is asked for, and what it came to.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::inputs::{Combined, Look};
use crate::assessment::Assessed;
use crate::inventory::Inventory;
use crate::portfolio::Portfolio;
use crate::problem::Problems;
use crate::report::pdf::Design;
use crate::report::{Figures, Report, Run};
use crate::rulebook::{DecimalMark, Rulebook};
use crate::table;

/// What to assess, and by which rules.
#[derive(Clone, Debug)]
pub struct Job {
    /// The inventory.
    pub input: PathBuf,
    /// Other inventories that make one portfolio with it.
    pub combined: Option<Combined>,
    /// The sheet; the best one where none is named.
    pub sheet: Option<String>,
    /// The rulebook; the default one where none is named.
    pub rulebook: Option<PathBuf>,
    /// Answers to what the inventory does not say, each a questionnaire or an assessed workbook whose gaps were filled;
    /// later ones count before earlier ones.
    pub answers: Vec<PathBuf>,
    /// The record or the assessed workbook of an earlier run, to compare with and to carry decisions over from.
    pub previous: Option<PathBuf>,
    /// What columns hold, each as `COLUMN=ATTRIBUTE`.
    pub columns: Vec<String>,
    /// On which scales columns are, each as `COLUMN=LEAST..MOST`.
    pub scales: Vec<String>,
    /// Which sign marks decimals, where the numbers do not prove it.
    pub decimal_mark: Option<DecimalMark>,
    /// What to take for granted, each as `ATTRIBUTE=VALUE`.
    pub assume: Vec<String>,
    /// The date of the run.
    pub date: Date,
    /// Whether the workbook is to have formulas.
    pub figures: Figures,
    /// How the outputs look.
    pub look: Look,
}

impl Job {
    /// A job that leaves everything to the program.
    pub fn new(input: PathBuf, date: Date) -> Job {
        Job {
            input,
            combined: None,
            sheet: None,
            rulebook: None,
            answers: Vec::new(),
            previous: None,
            columns: Vec::new(),
            scales: Vec::new(),
            decimal_mark: None,
            assume: Vec::new(),
            date,
            figures: Figures::Auto,
            look: Look::default(),
        }
    }

    /// The files that are read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let single = [Some(&self.input), self.rulebook.as_ref(), self.previous.as_ref()].into_iter().flatten();
        let others = self.combined.iter().flat_map(|combined| &combined.others);
        single.chain(&self.answers).chain(others).cloned().chain(self.look.inputs()).collect()
    }

    /// What the names of its outputs begin with.
    pub(super) fn stem(&self) -> String {
        self.combined.as_ref().map_or_else(|| stem(&self.input), |combined| combined.name.clone())
    }
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
