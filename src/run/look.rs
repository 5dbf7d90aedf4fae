//! How the outputs are dressed: title, paper and wording, read before the inventory so that a mistake is told at once.

use std::fs;
use std::path::{Path, PathBuf};

use super::publishing::cannot_be;
use super::{Exit, Failure};
use crate::problem::{Place, Problem};
use crate::report::pdf::{Design, Paper};
use crate::report::{Wording, load_wording};

/// How the outputs look, which changes nothing about what they say of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The title of the report; that of the wording where none is given.
    pub title: Option<String>,
    /// Whose portfolio it is; the name of the input where nobody is named.
    pub organisation: Option<String>,
    /// What the summary is printed on.
    pub paper: Paper,
    /// The folder with a wording of one's own.
    pub template: Option<PathBuf>,
}

/// The file of a template folder that holds the wording.
const WORDING: &str = "wording.toml";

impl Look {
    /// The files that are read.
    pub(super) fn inputs(&self) -> Vec<PathBuf> {
        self.template.iter().map(|folder| folder.join(WORDING)).collect()
    }

    /// The words around the figures.
    pub(super) fn wording(&self) -> Result<Wording, Failure> {
        let Some(folder) = &self.template else { return Ok(Wording::default()) };
        let path = folder.join(WORDING);
        let text = fs::read_to_string(&path).map_err(|error| {
            let problem = Problem::error("no-wording", place(&path), cannot_be("read", &error));
            let help = format!("`outsift wording > {}` writes one to start from", path.display());
            Failure::of(Exit::NoInput, problem.help(help))
        })?;
        let shown = path.display().to_string();
        load_wording(&shown, &text).map_err(|problems| Failure { exit: Exit::Rulebook, problems })
    }

    /// How the summary is drawn.
    pub(super) fn design(&self) -> Design {
        Design { paper: self.paper }
    }
}

fn place(path: &Path) -> Place {
    Place::file(path.display().to_string())
}
