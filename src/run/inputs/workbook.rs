//! One workbook that is read, and taken apart where this program wrote it.

use std::path::Path;

use super::paths::unchanged;
use crate::own_files::{no_inventory, parts};
use crate::problem::Problems;
use crate::run::ending::{Exit, Failure, cannot_read};
use crate::table::{self, Manner, Workbook};

/// The same of an inventory; what a run made for another purpose is refused.
pub(in crate::run) fn read_inventory(
    path: &Path,
    manner: &Manner,
    problems: &mut Problems,
) -> Result<(Workbook, Option<Workbook>), Failure> {
    let (workbook, asked) = read(path, manner, problems)?;
    match no_inventory(&workbook) {
        Some(problem) => Err(Failure::of(Exit::Data, problem)),
        None => Ok((workbook, asked)),
    }
}

/// Reads a workbook. Of one that was assessed, the answers that were typed on its sheet of questions stand apart.
pub(in crate::run) fn read(
    path: &Path,
    manner: &Manner,
    problems: &mut Problems,
) -> Result<(Workbook, Option<Workbook>), Failure> {
    whole(path, manner, problems).map(parts)
}

/// Reads a workbook with all its sheets.
pub(super) fn whole(path: &Path, manner: &Manner, problems: &mut Problems) -> Result<Workbook, Failure> {
    unchanged(path, || table::read(path, manner, problems).map_err(cannot_read))
}
