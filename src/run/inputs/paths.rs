//! The files that a run reads: which are meant, and whether they stay as they are while they are read.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::returned;
use crate::codes::Code;
use crate::own_files::{is_called_questionnaire, made_of};
use crate::problem::{Place, Problem, Severity};
use crate::run::ending::{Exit, Failure, file_name};
use crate::run::job::{Job, stem};
use crate::table::{self, SourceFile};

/// The files that were given, by their bytes: the same bytes twice are one person's word, and count once.
#[derive(Default)]
pub(super) struct Seen {
    names: HashMap<String, String>,
}

impl Seen {
    /// What is to be said of a file whose bytes were given before; none of one that is new.
    pub(super) fn again(&mut self, file: &SourceFile) -> Option<String> {
        let name = file.name.to_string();
        match self.names.get(&file.sha256) {
            Some(first) if *first == name => Some("is given twice; it counts once".to_owned()),
            Some(first) => Some(format!("holds the same bytes as `{first}`; it counts once")),
            None => {
                self.names.insert(file.sha256.clone(), name);
                None
            }
        }
    }
}

/// What a file looks like from outside; none for what is no file, such as standard input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    identity: (u64, u64, i64, i64),
}

impl Stamp {
    pub(super) fn of(path: &Path) -> Option<Stamp> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Stamp { size: metadata.len(), modified: metadata.modified().ok(), identity: identity(&metadata) })
    }
}

/// Which file it is, and when anything about it has changed.
#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_metadata: &fs::Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

/// Reads a file by some function, and makes sure that it was the same file before and after; a file that changes meanwhile
/// may be half one and half another, whatever became of reading it.
pub(in crate::run) fn unchanged<T>(path: &Path, read: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    let before = Stamp::of(path);
    let outcome = read();
    if before.is_none() || Stamp::of(path) == before {
        return outcome;
    }
    Err(changed(path, "has changed while it was read"))
}

fn changed(path: &Path, message: &str) -> Failure {
    let problem = Problem::error(Code::ChangingInput, Place::file(file_name(path)), message);
    Failure::of(Exit::TryAgain, problem.help("run again when whatever writes it has ended"))
}

/// The files of a run as they stood before it read the first of them. A file that has only grown by the time that it is judged was
/// half written when it was read.
pub(in crate::run) struct Stamped(Vec<(PathBuf, Option<Stamp>)>);

impl Stamped {
    /// Takes the stamps of the files that a job reads; of a folder with answers, of what is in it.
    pub(in crate::run) fn of(job: &Job) -> Stamped {
        let is_folder = |path: &PathBuf| job.reading.answers.contains(path) && path.is_dir();
        let (folders, files): (Vec<_>, Vec<_>) = job.inputs().into_iter().partition(is_folder);
        // One that cannot be looked into is said where it is read.
        let returned = folders.iter().filter_map(|folder| returned::files(folder).ok()).flatten();
        Stamped(files.into_iter().chain(returned).map(|path| (path.clone(), Stamp::of(&path))).collect())
    }

    /// Makes sure that all are as they were.
    pub(in crate::run) fn are_unchanged(&self) -> Result<(), Failure> {
        let other = self.0.iter().find(|(path, before)| before.is_some() && Stamp::of(path) != *before);
        other.map_or(Ok(()), |(path, _)| Err(changed(path, "has changed since it was read")))
    }
}

/// The files that a pattern stands for, in order; the path itself where it is none, or where nothing matches.
///
/// Most shells do this themselves, and this is for those that don't. Only the last part of a path may be a pattern.
fn matching(path: &Path) -> Vec<PathBuf> {
    let pattern = file_name(path);
    if !pattern.contains(['*', '?']) || path.exists() {
        return vec![path.to_owned()];
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let pattern: Vec<char> = pattern.chars().collect();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_meant = |name: &str| {
        // Neither hidden files nor those that Excel puts beside an open workbook.
        !name.starts_with('.') && !name.starts_with("~$") && matches(&pattern, &name.chars().collect::<Vec<_>>())
    };
    let names = entries.map(|entry| entry.file_name()).filter(|name| is_meant(&name.to_string_lossy()));
    let mut found: Vec<PathBuf> = names.map(|name| path.with_file_name(name)).collect();
    found.sort();
    if found.is_empty() { vec![path.to_owned()] } else { found }
}

/// The inventories that are meant among the files that are given, and what is said of those that are left out, which a pattern
/// of a shell takes in too: the marks of open workbooks, and what earlier runs made of inventories.
pub fn meant(given: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let paths: Vec<PathBuf> = given.iter().flat_map(|path| matching(path)).collect();
    let stems: HashSet<String> = paths.iter().map(|path| stem(path)).collect();
    let skipped = |path: &PathBuf| {
        let (name, size) = (file_name(path), Stamp::of(path)?.size);
        if let Some(of) = table::is_lock_of(&name, size) {
            return Some(table::lock_file(Severity::Note, Place::file(name.clone()), of).help("it was skipped"));
        }
        // Anybody may call an inventory so. What a run made has its record beside it, and what asks about an inventory, which no
        // run replaces, is known by that.
        let of = made_of(&name)?;
        let is_asking = stems.contains(of) && is_called_questionnaire(&name);
        let is_made = is_asking || path.with_file_name(format!("{of}-record.json")).is_file();
        let message = format!("is what a run made of `{of}`, and no inventory");
        let problem = Problem::note(Code::OwnOutput, Place::file(name.clone()), message);
        is_made.then(|| problem.help("it was skipped; give it by itself if it is meant"))
    };
    let (locks, inventories): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| skipped(path).is_some());
    if inventories.is_empty() {
        return (paths, Vec::new());
    }
    (inventories, locks.iter().filter_map(skipped).collect())
}

/// Whether a name fits a pattern of `*` and `?`.
fn matches(pattern: &[char], name: &[char]) -> bool {
    // Which beginnings of the name, by their lengths, fit the part of the pattern that was looked at.
    let mut fits = vec![false; name.len() + 1];
    fits[0] = true;
    for wanted in pattern {
        if *wanted == '*' {
            let shortest = fits.iter().position(|fits| *fits).unwrap_or(fits.len());
            fits[shortest..].fill(true);
        } else {
            for length in (0..name.len()).rev() {
                fits[length + 1] = fits[length] && (*wanted == '?' || *wanted == name[length]);
            }
            fits[0] = false;
        }
    }
    fits[name.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_the_files_of_one_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.xlsx", "a.xlsx", "a.csv", ".a.xlsx", "~$a.xlsx"] {
            fs::write(folder.path().join(name), "").expect("room");
        }
        let check = |pattern: &str, expected: &[&str]| {
            let found = matching(&folder.path().join(pattern));
            assert_eq!(found.iter().map(|path| file_name(path)).collect::<Vec<_>>(), expected, "{pattern}");
        };
        check("*.xlsx", &["a.xlsx", "b.xlsx"]);
        check("a.*", &["a.csv", "a.xlsx"]);
        check("?.c*v", &["a.csv"]);
        check("*?.xlsx*", &["a.xlsx", "b.xlsx"]);
        check(&"*?".repeat(20), &[&*"*?".repeat(20)]);
        check("a.csv", &["a.csv"]);
        check("*.ods", &["*.ods"]);
    }

    #[test]
    fn marks_of_open_workbooks_are_skipped_among_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = ["a.xlsx", "~$a.xlsx", ".~lock.b.ods#"];
        let paths = names.map(|name| folder.path().join(name));
        for path in &paths {
            fs::write(path, "x").expect("room");
        }
        let (inventories, skipped) = meant(&paths);
        assert_eq!(inventories, paths[..1]);
        let said: Vec<String> = skipped.iter().map(ToString::to_string).collect();
        let note = |name: &str, of: &str| {
            format!(
                "note[lock-file]: {name}: is the mark that `{of}` is open in an office program, and holds no table\n  \
                 help: it was skipped"
            )
        };
        assert_eq!(said, [note("~$a.xlsx", "a.xlsx"), note(".~lock.b.ods#", "b.ods")]);
        assert_eq!(meant(&paths[1..]), (paths[1..].to_vec(), Vec::new()), "nothing else is there");
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        fs::write(&path, "Function\nPayroll\n").expect("room");
        assert_eq!(unchanged(&path, || Ok(1)).expect("nothing changes"), 1);
        let failure = unchanged(&path, || {
            fs::write(&path, "Function\n").expect("room");
            Ok(1)
        });
        assert_eq!(failure.expect_err("it has changed").exit, Exit::TryAgain);
    }
}
