//! Whether the files of a run stand together as they were written.

use std::fs::File;
use std::io;
use std::path::Path;

use super::publishing::{Outputs, sha256};
use super::target::Target;
use super::vouched::Vouching;
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::report::record::FileSum;
use crate::run::ending::{Exit, Failure, cannot_be};
use crate::sheets::is_record;

/// A set that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The date of its run, ISO 8601.
    pub date: String,
    /// The files that were compared with the record.
    pub files: Vec<FileSum>,
}

/// Compares the files beside a record with what it says of them.
///
/// # Errors
/// The record cannot be read, a file is missing or another one, or a run is writing them at this moment.
pub fn verify(record: &Path) -> Result<Whole, Failure> {
    let place = Place::file(record.display().to_string());
    let target = Outputs::beside(record).map(|outputs| outputs.target());
    if target.as_ref().is_some_and(Target::is_claimed) {
        let problem = Problem::error(Code::InUse, place, "its set is being written at this moment");
        return Err(Failure::of(Exit::TryAgain, problem.help("verify it when that run has ended")));
    }
    let is_half_moved = target.is_some_and(|target| target.is_half_moved());
    let mend = if is_half_moved {
        "a run was interrupted here; the next one puts the older files back"
    } else {
        "assess the inventory again"
    };
    let with_help = |problem: Problem| problem.help(mend);
    let file = File::open(record).map_err(|error| {
        let problem = Problem::error(Code::NoRecord, place.clone(), cannot_be("opened", &error));
        Failure::of(Exit::NoInput, if is_half_moved { with_help(problem) } else { problem })
    })?;
    let found = Vouching::of(file).map_err(|error| {
        let (exit, message) = match error.io_error_kind() {
            Some(_) => (Exit::NoInput, cannot_be("read", &error.into())),
            None => (Exit::Data, "is no record of outsift, or only a part of one".to_owned()),
        };
        Failure::of(exit, with_help(Problem::error(Code::NoRecord, place.clone(), message)))
    })?;
    let files = found.outputs.filter(|_| is_record(&found.schema)).ok_or_else(|| {
        let message = format!("is a record of the format `{}` that does not vouch for other files", found.schema);
        Failure::of(Exit::Data, with_help(Problem::error(Code::NoChecksums, place.clone(), message)))
    })?;
    let problems: Vec<Problem> = files.iter().filter_map(|file| differing(record, file)).map(with_help).collect();
    if problems.is_empty() {
        Ok(Whole { date: found.date, files })
    } else {
        Err(Failure { exit: Exit::Data, problems })
    }
}

/// What is wrong with a file of the set, if anything.
fn differing(record: &Path, expected: &FileSum) -> Option<Problem> {
    let is_name = Path::new(&expected.name).file_name().is_some_and(|name| name == expected.name.as_str());
    let path = record.with_file_name(&expected.name);
    let place = Place::file(if is_name { path.display().to_string() } else { expected.name.clone() });
    if !is_name {
        return Some(Problem::error(Code::WrongOutput, place, "is not the name of a file beside the record"));
    }
    match File::open(&path).and_then(|file| sha256(&file)) {
        Ok((found, _)) if found == expected.sha256 => None,
        Ok((found, size)) => {
            let message = format!(
                "is not as the run wrote it, or belongs to another run: expected SHA-256 {} of {} bytes, found {found} of {size} bytes",
                expected.sha256, expected.size
            );
            Some(Problem::error(Code::WrongOutput, place, message))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Some(Problem::error(Code::MissingOutput, place, "is missing from the set"))
        }
        Err(error) => Some(Problem::error(Code::UnreadableOutput, place, cannot_be("read", &error))),
    }
}
