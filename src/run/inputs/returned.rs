//! What came back of the questionnaires that were sent out: which are empty, what is still open, and about which functions
//! nothing came back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::assessment::{Assessed, Standing};
use crate::codes::Code;
use crate::inventory::Inventory;
use crate::problem::{Place, Problem};
use crate::report::words::figures::count;
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure, cannot_be, file_name};
use crate::table;

/// A file that came back.
pub(super) struct Returned {
    /// Its name.
    pub(super) file: String,
    /// The functions that it has rows of.
    pub(super) functions: Vec<usize>,
    /// How many answers it has.
    pub(super) answers: usize,
}

/// The files of a folder that answers came back into, by their names.
///
/// # Errors
/// The folder cannot be read, or holds none.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let place = || Place::file(folder.display().to_string());
    let entries = fs::read_dir(folder).map_err(|error| {
        Failure::of(Exit::NoInput, Problem::error(Code::NoInput, place(), cannot_be("read", &error)))
    })?;
    let names = entries.flatten().map(|entry| entry.path());
    let is_table = |path: &PathBuf| !is_hidden(path) && table::is_named_as_table(path);
    let mut files: Vec<PathBuf> = names.filter(is_table).collect();
    files.sort();
    if files.is_empty() {
        let problem = Problem::error(Code::NoMatch, place(), "holds no workbook and no table with answers");
        return Err(Failure::of(
            Exit::NoInput,
            problem.help("give the folder into which the questionnaires came back"),
        ));
    }
    Ok(files)
}

/// Whether a file is hidden, or the mark that one is open.
fn is_hidden(path: &Path) -> bool {
    file_name(path).starts_with(['.', '~'])
}

/// What there is to say of the files that came back, given what was judged before and after their answers.
pub(super) fn said(
    rulebook: &Rulebook,
    inventory: &Inventory,
    [before, after]: [&Assessed; 2],
    files: &[Returned],
) -> Vec<Problem> {
    let was_asked = |function: &usize| before.of(*function).standing != Standing::Settled;
    let is_open = |function: &usize| after.of(*function).standing != Standing::Settled;
    let mut problems = Vec::new();
    for file in files {
        let place = || Place::file(file.file.clone());
        let asked: Vec<usize> = file.functions.iter().copied().filter(was_asked).collect();
        if file.answers == 0 && !asked.is_empty() {
            let message = format!("came back without an answer on the {} that it has", count(asked.len(), "function"));
            problems
                .push(Problem::note(Code::EmptyAnswers, place(), message).help("ask again whoever was to answer it"));
            continue;
        }
        let open: Vec<usize> = asked.iter().copied().filter(is_open).collect();
        let is_lacking = |id: &_| open.iter().any(|function| inventory.level(*id, *function).is_none());
        let lacking: Vec<String> = rulebook
            .deciding_attributes()
            .into_iter()
            .filter(is_lacking)
            .map(|id| rulebook.attribute(id).name.to_lowercase())
            .collect();
        if !lacking.is_empty() {
            let message = format!(
                "leaves {} of {} open: {} {} not known of all",
                open.len(),
                count(asked.len(), "function"),
                lacking.join(", "),
                if lacking.len() == 1 { "is" } else { "are" }
            );
            problems.push(Problem::note(Code::OpenAnswers, place(), message).help("ask again for what is missing"));
        }
    }
    problems.extend(not_back(rulebook, inventory, was_asked, files));
    problems
}

/// The departments with functions that were asked about and stand in no file.
fn not_back(
    rulebook: &Rulebook,
    inventory: &Inventory,
    was_asked: impl Fn(&usize) -> bool,
    files: &[Returned],
) -> Vec<Problem> {
    let back: BTreeSet<usize> = files.iter().flat_map(|file| file.functions.iter().copied()).collect();
    let mut missing: BTreeMap<String, usize> = BTreeMap::new();
    for function in (0..inventory.functions.len()).filter(was_asked).filter(|function| !back.contains(function)) {
        *missing.entry(inventory.role(rulebook.roles.department, function).into_owned()).or_default() += 1;
    }
    let problem = |(department, missing): (String, usize)| {
        let of = if department.is_empty() { String::new() } else { format!(" of `{department}`") };
        let message = format!("nothing came back on {}{of}", count(missing, "function"));
        Problem::note(Code::NotBack, inventory.place().clone(), message).help("ask again, or wait for the file")
    };
    missing.into_iter().map(problem).collect()
}
