//! The statements for a warehouse as files: never over a file that is somebody else's.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use super::batch::is_no_input;
use super::target::Target;
use super::vouched::vouched_for;
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::run::ending::{Exit, Failure, failed_output, file_name};
use crate::warehouse::SetFile;

/// The files of a set, each with its name while it is made.
#[derive(Clone, Debug)]
pub struct Statements {
    files: Vec<(&'static str, PathBuf)>,
}

/// The files of a set in a folder, of which the last vouches for the others.
///
/// # Errors
/// One of them is an input, or stands there and is none of an earlier set.
pub fn statements(inputs: &[PathBuf], folder: &Path, set: &[SetFile]) -> Result<Statements, Failure> {
    let files: Vec<(&'static str, PathBuf)> = set.iter().map(|(made, place)| (*made, folder.join(place))).collect();
    let ours = files.last().map_or_else(Vec::new, |(_, record)| vouched_for(record));
    for ((_, name), (_, place)) in set.iter().zip(&files).rev().skip(1) {
        is_no_input(inputs, place, "write to another folder with `-o DIR`")?;
        if fs::symlink_metadata(place).is_ok() && !ours.iter().any(|known| known == name) {
            let message = "is there already, and is none of an earlier set of statements; it was not touched";
            let problem = Problem::error(Code::AlreadyThere, Place::file(place.display().to_string()), message);
            return Err(Failure::of(Exit::CannotWrite, problem.help("write to another folder with `-o DIR`")));
        }
    }
    Ok(Statements { files })
}

impl Statements {
    /// What a run that writes them has to claim.
    pub fn target(&self) -> Target {
        let record = self.files.last().map_or_else(String::new, |(_, record)| file_name(record));
        Target::new(&record, self.files.clone())
    }

    /// Makes the folders that they stand in.
    ///
    /// # Errors
    /// One cannot be made.
    pub fn make_folders(&self) -> Result<(), Failure> {
        self.files.iter().filter_map(|(_, place)| place.parent()).try_for_each(|folder| {
            fs::create_dir_all(folder).map_err(|error| failed_output(Exit::CannotWrite, folder, "created", &error))
        })
    }
}

/// Writes files into a folder, each to the end and flushed to the disk.
///
/// # Errors
/// One cannot be created or written.
pub fn write_statements(folder: &Path, files: &[(SetFile, String)]) -> Result<(), Failure> {
    for ((name, _), text) in files {
        let path = folder.join(name);
        let failed = |what: &str, error: &std::io::Error| failed_output(Exit::Io, Path::new(name), what, error);
        let mut file =
            OpenOptions::new().create_new(true).write(true).open(&path).map_err(|error| failed("created", &error))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| failed("written", &error))?;
    }
    Ok(())
}
