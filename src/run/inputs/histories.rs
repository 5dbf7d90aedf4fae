//! The histories of portfolios, by the records of their runs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::previous;
use crate::codes::Code;
use crate::own_files::history::{RunFigures, merged};
use crate::problem::{Place, Problem, Severity};
use crate::run::ending::{Exit, Failure, cannot_be, file_name};

/// How one portfolio stood in one run after the other.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct History {
    /// What the names of its outputs begin with.
    pub portfolio: String,
    /// Its runs, in the order of their dates.
    pub runs: Vec<RunFigures>,
}

/// What a record's name holds behind the portfolio's.
const RECORD: &str = "-record";

/// The histories that records tell of, those in folders included: one for each portfolio, by its name; and which records of
/// folders cannot be used.
///
/// # Errors
/// A record cannot be read, or a folder has none.
pub fn histories(paths: &[PathBuf]) -> Result<(Vec<History>, Vec<Problem>), Failure> {
    let rulebook = crate::rulebook::load_default();
    let mut of: BTreeMap<String, Vec<Vec<RunFigures>>> = BTreeMap::new();
    let mut passed_over = Vec::new();
    for path in paths {
        for record in records(path)? {
            let told = previous::read(&rulebook, &record).map(|earlier| earlier.history);
            let read = match told {
                Ok(history) if history.is_empty() => Err(Failure::of(Exit::Data, no_history(&record))),
                told => told,
            };
            match read {
                Ok(history) => of.entry(portfolio(&record)).or_default().push(history),
                // One of many in a folder keeps nothing from being told of the others.
                Err(failure) if path.is_dir() => passed_over.extend(failure.problems.into_iter().map(as_warning)),
                Err(failure) => return Err(failure),
            }
        }
    }
    Ok((of.into_iter().map(|(portfolio, told)| History { portfolio, runs: merged(told) }).collect(), passed_over))
}

fn no_history(path: &Path) -> Problem {
    let problem = Problem::error(Code::NoRecord, Place::file(path.display().to_string()), "tells of no runs");
    problem.help("give the `-record.json` of a run, or the folder that it stands in")
}

fn as_warning(problem: Problem) -> Problem {
    let message = format!("{}; it was passed over", problem.message);
    Problem { severity: Severity::Warning, code: Code::EarlierUnusable, message, ..problem }
}

/// The records of a folder, older ones that were kept included; or the record itself.
fn records(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let place = || Place::file(path.display().to_string());
    let entries = fs::read_dir(path).map_err(|error| {
        Failure::of(Exit::NoInput, Problem::error(Code::UnreadableFile, place(), cannot_be("read", &error)))
    })?;
    let is_record = |path: &PathBuf| {
        let name = file_name(path);
        name.contains(RECORD) && path.extension().is_some_and(|extension| extension == "json") && path.is_file()
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_record).collect();
    found.sort();
    if found.is_empty() {
        let problem = Problem::error(Code::NoRecord, place(), "holds no record of a run");
        return Err(Failure::of(Exit::NoInput, problem.help("give the folder that `outsift assess` wrote to")));
    }
    Ok(found)
}

/// The portfolio of a record, by its name.
fn portfolio(record: &Path) -> String {
    let name = file_name(record);
    name.rsplit_once(RECORD).map_or_else(|| name.clone(), |(portfolio, _)| portfolio.to_owned())
}
