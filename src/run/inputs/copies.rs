//! Copies of an assessed workbook that lie where the outputs go and that no run reads: saved in another format, or under another
//! name. What was decided in them is named, and taken over by whoever gives them.

use std::fs;
use std::path::{Path, PathBuf};

use super::previous;
use crate::changes::{Changes, decided_besides};
use crate::inventory::Inventory;
use crate::own_files::{decisions_and_notes, made_of, not_carried};
use crate::problem::{Place, Problem};
use crate::rulebook::Rulebook;
use crate::run::ending::file_name;
use crate::run::files::{Outputs, is_same_file};
use crate::run::job::Job;
use crate::table::{self, SourceFile};

/// That decisions stand in copies which a run has not read, and does not have. Whoever starts afresh wants none of them.
pub(in crate::run) fn decided_in_copies(
    job: &Job,
    rulebook: &Rulebook,
    judged: (&SourceFile, &Inventory),
    changes: Option<&Changes>,
) -> Vec<Problem> {
    let Some(folder) = job.target.as_deref().filter(|_| !job.writing.no_previous) else { return Vec::new() };
    let told = |path: &PathBuf| {
        let earlier = previous::read(rulebook, path).ok()?;
        let decisions = decided_besides(rulebook, judged, changes, earlier);
        let (were, them) = if decisions == 1 { ("was", "it") } else { ("were", "them") };
        let (what, shown) = (decisions_and_notes(decisions), path.display().to_string());
        let message = format!(
            "stands beside the outputs with {what} that {were} not read; `--previous {shown}` takes {them} over"
        );
        let problem = not_carried(Place::file(shown.as_str()), message);
        (decisions > 0).then(|| problem.help("where nothing of it is to count, move the file elsewhere, or delete it"))
    };
    copies(job, folder).iter().filter_map(told).collect()
}

/// The files of a folder that are called as the workbook of a job, with something behind, and are none of its inputs.
fn copies(job: &Job, folder: &Path) -> Vec<PathBuf> {
    let workbook = Outputs::of(job, folder).workbook;
    let called = workbook.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let is_copy = |path: &PathBuf| {
        let name = file_name(path);
        let rest = name.strip_prefix(&*called);
        rest.is_some_and(|rest| !is_of_a_run(&name, rest, &job.stem()))
            && *path != workbook
            && table::is_named_as_table(path)
            && !job.inputs().iter().any(|input| is_same_file(input, path))
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut copies: Vec<PathBuf> = entries.filter(is_copy).collect();
    copies.sort();
    copies
}

/// Whether a run has given a file its name: one that it kept under the date at which it was saved, whose decisions were carried over
/// or named then, or what it made of another inventory.
fn is_of_a_run(name: &str, rest: &str, stem: &str) -> bool {
    let is_dated = |rest: &str| rest.chars().all(|character| character.is_ascii_digit() || character == '-');
    let kept = rest.strip_prefix('.').and_then(|rest| rest.strip_suffix(".xlsx"));
    kept.is_some_and(is_dated) || made_of(name).is_some_and(|of| of != stem)
}
