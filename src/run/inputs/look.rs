//! How the outputs are dressed: title, paper and wording, read before the inventory so that a mistake is told at once.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::problem::{Place, Problem};
use crate::report::pdf::{Design, Font, Paper};
use crate::report::words::phrases::{Wording, load_wording};
use crate::run::ending::{Exit, Failure, cannot_be};

/// How the outputs look, which changes nothing about what they say of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The title of the report; that of the wording where none is given.
    pub title: Option<String>,
    /// Whose portfolio it is; the name of the input where nobody is named.
    pub organisation: Option<String>,
    /// What the summary is printed on.
    pub paper: Paper,
    /// A font for what the built-in ones lack.
    pub font: Option<PathBuf>,
    /// The folder with a wording of one's own.
    pub template: Option<PathBuf>,
}

/// Fonts for all of Han are 20 MB.
const LARGEST_FONT: u64 = 64 << 20;

/// The file of a template folder that holds the wording.
const WORDING: &str = "wording.toml";

impl Look {
    /// The files that are read.
    pub(in crate::run) fn inputs(&self) -> Vec<PathBuf> {
        self.template.iter().map(|folder| folder.join(WORDING)).chain(self.font.clone()).collect()
    }

    /// The words around the figures.
    pub(in crate::run) fn wording(&self) -> Result<Wording, Failure> {
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
    pub(in crate::run) fn design(&self) -> Result<Design, Failure> {
        let font = self.font.as_deref().map(font).transpose()?;
        Ok(Design { paper: self.paper, font })
    }
}

fn font(path: &Path) -> Result<Font, Failure> {
    let help = "give a file such as NotoSansCJK-Regular.ttc, one that holds the letters of your names";
    let failure = |exit, message: String| Failure::of(exit, Problem::error("no-font", place(path), message).help(help));
    let read = fs::metadata(path).and_then(|about| {
        if about.len() > LARGEST_FONT {
            let message = format!("it is larger than {} MiB", LARGEST_FONT >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        fs::read(path)
    });
    let bytes = read.map_err(|error| failure(Exit::NoInput, cannot_be("read", &error)))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Font::parse(&name, bytes).map_err(|message| failure(Exit::Data, message.to_owned()))
}

fn place(path: &Path) -> Place {
    Place::file(path.display().to_string())
}
