//! The texts that a warehouse counted.

use std::path::Path;

use super::paths::unchanged;
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::run::ending::{Exit, Failure, cannot_be, file_name};
use crate::table::MAX_FILE_BYTES;
use crate::warehouse::{MoreTexts, read_texts};

/// The texts of a file.
///
/// # Errors
/// It cannot be read, changes meanwhile, or holds something else.
pub fn more_texts(path: &Path) -> Result<MoreTexts, Failure> {
    unchanged(path, || {
        let refused = |message: String| {
            let problem = Problem::error(Code::NoValues, Place::file(path.display().to_string()), message);
            Failure::of(Exit::NoInput, problem.help("give what the statement in `profile.sql` gave, as .csv"))
        };
        let size = std::fs::metadata(path).map_err(|error| refused(cannot_be("opened", &error)))?.len();
        if size > MAX_FILE_BYTES {
            return Err(refused(format!("has more than {} MiB (limit `max-file`)", MAX_FILE_BYTES >> 20)));
        }
        let bytes = std::fs::read(path).map_err(|error| refused(cannot_be("read", &error)))?;
        read_texts(&file_name(path), &bytes).map_err(|problem| Failure::of(Exit::Data, problem))
    })
}
