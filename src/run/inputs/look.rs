//! How the outputs are dressed: title, paper and words, read before the inventory so that a mistake is told at once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::installed;
use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, Problem};
use crate::report::pdf::{Design, Font};
use crate::report::words::messages::{Messages, load_messages};
use crate::run::ending::{Exit, Failure, cannot_be};
use crate::run::options::Look;

/// What `--font` takes for the fonts of this machine.
const SYSTEM: &str = "system";
/// Fonts for all of Han are 20 MB.
const LARGEST_FONT: u64 = 64 << 20;

/// How the files of a template folder end that hold what reports say, and the one that held it before.
const MESSAGES: &str = "ftl";
const OLD_WORDING: &str = "wording.toml";

impl Look {
    /// The files that are read.
    pub(in crate::run) fn inputs(&self) -> Vec<PathBuf> {
        let messages = self.template.iter().flat_map(|folder| message_files(folder).unwrap_or_default());
        messages.chain(self.font_file().map(Path::to_owned)).collect()
    }

    /// What the reports say in a language, with the words of a template.
    pub(in crate::run) fn messages(&self, language: Language) -> Result<Messages, Failure> {
        let Some(folder) = &self.template else { return Ok(Messages::of(language)) };
        let to_start = format!("`outsift wording > {}` writes all to start from", folder.join("words.ftl").display());
        let unread = |path: &Path, error: &io::Error| {
            let problem = Problem::error(Code::NoWording, place(path), cannot_be("read", error));
            Failure::of(Exit::NoInput, problem.help(to_start.clone()))
        };
        let old = folder.join(OLD_WORDING);
        if old.exists() {
            let problem = Problem::error(Code::Wording, place(&old), "is no longer read: words stand in `.ftl` files");
            let help = "; put your words there (`bpo.heading` is `bpo-heading`), \
                        and delete this file";
            return Err(Failure::of(Exit::Rulebook, problem.help(to_start + help)));
        }
        let paths = message_files(folder).map_err(|error| unread(folder, &error))?;
        if paths.is_empty() {
            return Err(unread(folder, &io::Error::new(io::ErrorKind::NotFound, "it has no `.ftl` file")));
        }
        let read = |path: &PathBuf| match fs::read_to_string(path) {
            Ok(text) => Ok((path.display().to_string(), text)),
            Err(error) => Err(unread(path, &error)),
        };
        let files = paths.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        load_messages(language, &files).map_err(|problems| Failure { exit: Exit::Rulebook, problems })
    }

    /// How the summary is drawn.
    pub(in crate::run) fn design(&self) -> Result<Design, Failure> {
        let fonts = self.font_file().map(font).transpose()?;
        Ok(Design { paper: self.paper, fonts: fonts.into_iter().collect() })
    }

    /// Adds fonts of this machine, if they are asked for, for the characters that the design does not draw.
    pub(in crate::run) fn add_installed(&self, design: &mut Design, not_drawn: impl Fn(&Design) -> BTreeSet<char>) {
        if self.font.is_some() && self.font_file().is_none() {
            design.fonts = installed::fonts(not_drawn(design));
        }
    }

    /// The font that was given, but for the word for those of this machine.
    fn font_file(&self) -> Option<&Path> {
        self.font.as_deref().filter(|path| *path != Path::new(SYSTEM))
    }
}

/// The files of a folder that hold what reports say, by their names.
fn message_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> =
        paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == MESSAGES)).collect();
    paths.sort();
    Ok(paths)
}

fn font(path: &Path) -> Result<Font, Failure> {
    let help = "give a file such as NotoSansCJK-Regular.ttc, one that holds the letters of your names";
    let failure =
        |exit, message: String| Failure::of(exit, Problem::error(Code::NoFont, place(path), message).help(help));
    let read = fs::metadata(path).and_then(|about| {
        if about.len() > LARGEST_FONT {
            let message = format!("it is larger than {} MiB", LARGEST_FONT >> 20);
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
        }
        fs::read(path)
    });
    let bytes = read.map_err(|error| failure(Exit::NoInput, cannot_be("read", &error)))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Font::parse(&name, bytes, 0).map_err(|message| failure(Exit::Data, message.to_owned()))
}

fn place(path: &Path) -> Place {
    Place::file(path.display().to_string())
}
