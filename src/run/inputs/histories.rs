//! The histories of portfolios, by the records of their runs.

use std::fs;
use std::path::{Path, PathBuf};

use super::previous;
use crate::codes::Code;
use crate::own_files::history::{RunFigures, merged};
use crate::problem::{Place, Problem, Severity};
use crate::rulebook::Rulebook;
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
    let mut told: Vec<Told> = Vec::new();
    let mut passed_over = Vec::new();
    for path in paths {
        for record in records(path)? {
            match read(&rulebook, &record) {
                Ok(runs) => {
                    told.push(Told { portfolio: portfolio(&record), folder: folder(&record), runs: vec![runs] });
                }
                // One of many in a folder keeps nothing from being told of the others.
                Err(failure) if path.is_dir() => passed_over.extend(failure.problems.into_iter().map(as_warning)),
                Err(failure) => return Err(failure),
            }
        }
    }
    Ok((by_portfolio(told), passed_over))
}

/// What a record tells, or several of one portfolio.
struct Told {
    portfolio: String,
    folder: PathBuf,
    runs: Vec<Vec<RunFigures>>,
}

impl Told {
    /// Whether it is of the same portfolio: records of one name in one folder are, and in two where a run stands in both.
    fn is_same(&self, other: &Told) -> bool {
        let shares_a_run =
            || self.runs.iter().flatten().any(|run| other.runs.iter().flatten().any(|known| known == run));
        self.portfolio == other.portfolio && (self.folder == other.folder || shares_a_run())
    }
}

/// The histories of portfolios, by their names; those of one name are told apart by their folders.
fn by_portfolio(told: Vec<Told>) -> Vec<History> {
    let mut all: Vec<Told> = Vec::new();
    for mut one in told {
        // It may be what shows that two folders hold the same portfolio.
        let (same, others) = all.into_iter().partition(|known: &Told| known.is_same(&one));
        all = others;
        for known in same {
            one.folder = known.folder;
            one.runs.splice(0..0, known.runs);
        }
        all.push(one);
    }
    all.sort_by(|one, other| (&one.portfolio, &one.folder).cmp(&(&other.portfolio, &other.folder)));
    let is_shared: Vec<bool> =
        all.iter().map(|one| all.iter().filter(|other| other.portfolio == one.portfolio).count() > 1).collect();
    let named = |(one, is_shared): (Told, bool)| {
        let shown = if one.folder.as_os_str().is_empty() { ".".into() } else { one.folder.display().to_string() };
        let portfolio = if is_shared { format!("{} ({shown})", one.portfolio) } else { one.portfolio };
        History { portfolio, runs: merged(one.runs) }
    };
    all.into_iter().zip(is_shared).map(named).collect()
}

/// The runs that a record tells of.
fn read(rulebook: &Rulebook, path: &Path) -> Result<Vec<RunFigures>, Failure> {
    let is_empty = fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() == 0);
    if is_empty {
        return Err(no_record(path, "is empty"));
    }
    if path.exists() && !previous::is_record(path) {
        return Err(no_record(path, "is no record of a run"));
    }
    let earlier = previous::read(rulebook, path).map_err(|failure| {
        let is_none = failure.problems.iter().any(|problem| problem.code == Code::NoEarlierRun);
        if is_none { no_record(path, &failure.problems[0].message) } else { failure }
    })?;
    if earlier.history.is_empty() { Err(no_record(path, "tells of no runs")) } else { Ok(earlier.history) }
}

fn no_record(path: &Path, message: &str) -> Failure {
    let problem = Problem::error(Code::NoRecord, Place::file(path.display().to_string()), message);
    Failure::of(Exit::Data, problem.help("give the `-record.json` of a run, or the folder that it stands in"))
}

fn folder(record: &Path) -> PathBuf {
    record.parent().unwrap_or(Path::new("")).to_owned()
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
