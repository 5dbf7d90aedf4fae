//! The files that a command is given: which of them are the same, and that no output takes the place of one.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::run::ending::{Exit, Failure};
use crate::run::job::{Job, stem};

/// What tells a file from others, by whatever name or link it is given.
#[cfg(unix)]
type Identity = (u64, u64);
#[cfg(not(unix))]
type Identity = PathBuf;

/// The inventories that a command is given, looked at once: there may be thousands.
pub struct Batch<'g> {
    inventories: &'g [PathBuf],
    files: HashSet<Identity>,
    /// Those whose outputs have the same names, by these in lower case: to some file systems that is one name.
    by_stem: HashMap<String, Vec<&'g PathBuf>>,
}

impl<'g> Batch<'g> {
    /// Looks at the inventories.
    pub fn of(inventories: &'g [PathBuf]) -> Batch<'g> {
        let mut by_stem: HashMap<String, Vec<&PathBuf>> = HashMap::new();
        for inventory in inventories {
            by_stem.entry(stem(inventory).to_lowercase()).or_default().push(inventory);
        }
        let files = inventories.iter().filter_map(|inventory| identity(inventory)).collect();
        Batch { inventories, files, by_stem }
    }

    /// Whether it is one alone.
    pub fn is_one(&self) -> bool {
        self.inventories.len() == 1
    }

    /// Another inventory whose outputs would have the names of those of a job.
    pub fn rival(&self, job: &Job) -> Option<&'g PathBuf> {
        let alike = self.by_stem.get(&stem(&job.input).to_lowercase()).filter(|_| job.reading.combine.is_none())?;
        match alike.as_slice() {
            [first, second, ..] if **first == job.input => Some(second),
            [first, _, ..] => Some(first),
            _ => None,
        }
    }

    /// Checks that an output is neither one of these nor of other inputs; `help` says what to do where it is.
    pub(super) fn is_none(&self, inputs: &[PathBuf], output: &Path, help: &str) -> Result<(), Failure> {
        let found = identity(output).filter(|found| self.files.contains(found));
        found.map_or_else(|| is_no_input(inputs, output, help), |_| Err(is_input(output, help)))
    }
}

/// Checks that an output is none of the inputs; `help` says what to do where it is.
pub(super) fn is_no_input(inputs: &[PathBuf], output: &Path, help: &str) -> Result<(), Failure> {
    let is_one =
        identity(output).is_some_and(|output| inputs.iter().any(|input| identity(input).as_ref() == Some(&output)));
    if is_one { Err(is_input(output, help)) } else { Ok(()) }
}

fn is_input(output: &Path, help: &str) -> Failure {
    let message = "would be overwritten, but is an input of this run";
    let problem = Problem::error(Code::OutputIsInput, Place::file(output.display().to_string()), message);
    Failure::of(Exit::Usage, problem.help(help))
}

/// Whether two paths lead to one file.
pub(in crate::run) fn is_same_file(one: &Path, other: &Path) -> bool {
    identity(one).is_some_and(|one| identity(other) == Some(one))
}

/// Which file a path leads to, if there is one.
#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    fs::canonicalize(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inventories_of_one_name_are_rivals_whatever_its_case() {
        let paths = ["a/plant.csv", "b/Plant.xlsx", "c/plant.ods", "mill.csv"].map(PathBuf::from);
        let batch = Batch::of(&paths);
        let rival = |at: usize| batch.rival(&Job::new(paths[at].clone(), jiff::civil::date(2026, 1, 31)));
        let rivals = [0, 1, 2, 3].map(|at| rival(at).and_then(|rival| paths.iter().position(|path| path == rival)));
        assert_eq!(rivals, [Some(1), Some(0), Some(0), None]);
    }

    #[test]
    fn no_output_takes_the_place_of_an_inventory() {
        let folder = tempfile::tempdir().expect("a folder");
        let [inventory, rules, output] = ["a.csv", "rules.toml", "a-record.json"].map(|name| folder.path().join(name));
        fs::write(&inventory, "Function\n").expect("room");
        fs::write(&rules, "").expect("room");
        let batch = Batch::of(std::slice::from_ref(&inventory));
        let is_free = |output: &Path| batch.is_none(std::slice::from_ref(&rules), output, "write elsewhere").is_ok();
        assert_eq!([&inventory, &rules, &output].map(|output| is_free(output)), [false, false, true]);
    }
}
