//! The histories of portfolios, by the records of their runs.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::iter;
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
                    told.push(Told { portfolio: portfolio(&record), folder: folder(&record), runs });
                }
                // One of many in a folder keeps nothing from being told of the others.
                Err(failure) if path.is_dir() => passed_over.extend(failure.problems.into_iter().map(as_warning)),
                Err(failure) => return Err(failure),
            }
        }
    }
    Ok((by_portfolio(told), passed_over))
}

/// What a record tells.
struct Told {
    portfolio: String,
    folder: PathBuf,
    runs: Vec<RunFigures>,
}

/// The histories of portfolios, by their names; those of one name are told apart by their folders.
fn by_portfolio(told: Vec<Told>) -> Vec<History> {
    let groups = groups(&told);
    let mut all: BTreeMap<usize, (String, PathBuf, Vec<Vec<RunFigures>>)> = BTreeMap::new();
    for (group, one) in groups.into_iter().zip(told) {
        all.entry(group).or_insert_with(|| (one.portfolio, one.folder, Vec::new())).2.push(one.runs);
    }
    let mut of_name: HashMap<String, usize> = HashMap::new();
    for (portfolio, ..) in all.values() {
        *of_name.entry(portfolio.clone()).or_default() += 1;
    }
    let mut all: Vec<_> = all.into_values().collect();
    all.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    let named = |(portfolio, folder, runs): (String, PathBuf, _)| {
        let shown = if folder.as_os_str().is_empty() { ".".into() } else { folder.display().to_string() };
        let portfolio = if of_name[&portfolio] > 1 { format!("{portfolio} ({shown})") } else { portfolio };
        History { portfolio, runs: merged(runs) }
    };
    all.into_iter().map(named).collect()
}

/// Which records are of the same portfolio, by the position of the first of them: those of one name in one folder are, and in two
/// where a run stands in both.
fn groups(told: &[Told]) -> Vec<usize> {
    let mut groups: Vec<usize> = Vec::new();
    let mut known = HashMap::new();
    for (at, one) in told.iter().enumerate() {
        groups.push(at);
        let signs = one.runs.iter().map(Ok).chain([Err(&one.folder)]);
        for sign in signs {
            let other = *known.entry((&one.portfolio, sign)).or_insert(at);
            let (own, its) = (first_of(&groups, at), first_of(&groups, other));
            // It may be what shows that two folders hold the same portfolio.
            groups[own.max(its)] = own.min(its);
        }
    }
    (0..told.len()).map(|at| first_of(&groups, at)).collect()
}

/// The first record of a group, by any of it.
fn first_of(groups: &[usize], at: usize) -> usize {
    iter::successors(Some(at), |at| Some(groups[*at]).filter(|next| next != at)).last().unwrap_or(at)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::own_files::history::with;

    fn told(portfolio: &str, folder: &str, dates: &[&str]) -> Told {
        let run = |date: &&str| RunFigures { date: (*date).to_owned(), ..RunFigures::default() };
        let runs = dates.iter().map(run).fold(Vec::new(), |runs, now| with(&runs, now));
        Told { portfolio: portfolio.to_owned(), folder: folder.into(), runs }
    }

    #[test]
    fn a_record_may_show_that_two_folders_hold_one_portfolio() {
        let [a, b] = [("a", "old", "2025-01-31"), ("a", "new", "2026-01-31")];
        let apart = [a, b].map(|(name, folder, date)| told(name, folder, &[date]));
        assert_eq!(groups(&apart), [0, 1]);
        let both = told("a", "kept", &[a.2, b.2]);
        let other = told("b", "old", &[a.2, b.2]);
        assert_eq!(groups(&apart.into_iter().chain([other, both]).collect::<Vec<_>>()), [0, 0, 2, 0]);
    }
}
