//! Whether somebody seems to have a workbook open that a run replaces: what is saved from there takes its place.

use std::fs::File;
use std::io::Read;

use super::publishing::Outputs;
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::table::{self, LARGEST_MARK};

/// A warning of the marks that office programs have put beside the workbook in the place of a new one; they may be left over.
pub fn seems_open(outputs: &Outputs) -> Option<Problem> {
    let workbook = Some(&outputs.workbook).filter(|workbook| workbook.is_file())?;
    let marks = table::marks_of(&workbook.file_name()?.to_string_lossy());
    let read = |name: String| {
        let mut bytes = Vec::new();
        let mark = File::open(workbook.with_file_name(name)).ok()?;
        mark.take(LARGEST_MARK).read_to_end(&mut bytes).ok()?;
        Some(table::opened_by(&bytes))
    };
    let by = marks.into_iter().filter_map(read).max()?.map_or(String::new(), |name| format!(" by `{name}`"));
    let message = format!("seems to be opened in an office program{by}, which shows it as it was before this run");
    let problem = Problem::warning(Code::OpenElsewhere, Place::file(workbook.display().to_string()), message);
    Some(problem.help(
        "close it there and open it anew: what is saved from there takes the place of the new one, and counts in the next run \
         as a workbook that was edited",
    ))
}
