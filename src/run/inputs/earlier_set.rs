//! The set that an earlier run left where this one writes: what is taken over from it, and which of its files are kept because
//! somebody has edited them.
//!
//! An edited workbook is known by its checksum, which stands in the record beside it. Nothing here moves a file: keeping one
//! is a part of publishing, and is left to the claim on the target.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::previous;
use crate::codes::Code;
use crate::own_files::{Earlier, made_of};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure, file_name};
use crate::run::files::{Outputs, is_same_file, sha256};
use crate::run::job::{Job, Kept};

/// The most earlier runs that are named where none is meant.
const MOST_NAMED: usize = 5;

/// What a run knows of the one before it.
pub(in crate::run) struct Before {
    /// The earlier run; none where there is none, or it cannot be used.
    pub(in crate::run) earlier: Option<Earlier>,
    /// The set in the place of the outputs, where another one was given: what was decided in it is not lost either.
    pub(in crate::run) beside: Option<Earlier>,
    /// Whether the reports tell of it, though nothing may have changed.
    pub(in crate::run) is_told: bool,
    /// The files in the place of the outputs that get another name before they are replaced.
    pub(in crate::run) kept: Vec<Kept>,
}

/// Reads the earlier run that a job is compared with: the one that was given, else the set in the place of its outputs.
///
/// # Errors
/// The file that was given cannot be used, or one of the set changes while it is read.
pub(in crate::run) fn before(job: &Job, rulebook: &Rulebook, problems: &mut Problems) -> Result<Before, Failure> {
    let place = job.target.as_deref().map(|folder| Outputs::of(job, folder));
    let given = job.writing.previous.as_deref();
    let is_in_place = |given: &Path| {
        let of_it = |outputs: &Outputs| [&outputs.workbook, &outputs.record].map(|output| is_same_file(output, given));
        place.as_ref().is_some_and(|outputs| of_it(outputs).contains(&true)) || job.target.as_deref() == Some(given)
    };
    let in_place = place.as_ref().map(|outputs| Set::read(outputs, rulebook)).transpose()?;
    let kept = in_place.as_ref().map(|set| set.kept(job)).unwrap_or_default();
    let is_told = given.is_some() || !kept.is_empty();
    if job.writing.no_previous {
        return Ok(Before { earlier: None, beside: None, is_told, kept });
    }
    let elsewhere = match given.filter(|given| !is_in_place(given)) {
        Some(folder) if folder.is_dir() => {
            let (set, others) = Set::in_folder(job, folder, rulebook)?;
            let is_replaced = in_place.as_ref().is_some_and(|set| !set.is_empty());
            problems.extend(set.is_empty().then(|| set.nothing_there(job, &others, is_replaced)));
            set.earlier(problems)
        }
        Some(file) => Some(previous::read(rulebook, file)?),
        None => None,
    };
    let in_place = in_place.and_then(|set| set.earlier(problems));
    let (earlier, beside) = if elsewhere.is_some() { (elsewhere, in_place) } else { (in_place, None) };
    Ok(Before { earlier, beside, is_told, kept })
}

/// The files of a set as far as they tell of a run.
struct Set {
    outputs: Outputs,
    /// The record, where there is one.
    record: Option<Result<Earlier, Failure>>,
    /// The workbook, where there is one that is not as its run wrote it.
    edited: Option<Result<Earlier, Failure>>,
}

impl Set {
    fn read(outputs: &Outputs, rulebook: &Rulebook) -> Result<Set, Failure> {
        let read = |path: &Path| match previous::read(rulebook, path) {
            Err(failure) if failure.exit == Exit::TryAgain => Err(failure),
            outcome => Ok(outcome),
        };
        let record = outputs.record.is_file().then(|| read(&outputs.record)).transpose()?;
        let workbook = Some(&outputs.workbook).filter(|workbook| workbook.is_file());
        let is_as_written = |workbook: &PathBuf| match &record {
            Some(Ok(record)) => record.output_sha256(&file_name(workbook)) == checksum(workbook).as_deref(),
            Some(Err(_)) | None => false,
        };
        let edited = workbook.filter(|workbook| !is_as_written(workbook)).map(|workbook| read(workbook)).transpose()?;
        Ok(Set { outputs: outputs.clone(), record, edited })
    }

    /// The set in a folder that was given, and what others it holds: the one of the same name, else the only one where one inventory
    /// is assessed, such as the export of the month before.
    fn in_folder(job: &Job, folder: &Path, rulebook: &Rulebook) -> Result<(Set, BTreeSet<String>), Failure> {
        let set = Set::read(&Outputs::of(job, folder), rulebook)?;
        if !set.is_empty() {
            return Ok((set, BTreeSet::new()));
        }
        let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| file_name(&entry.path()));
        let others: BTreeSet<String> = names
            .filter_map(|name| made_of(&name).map(str::to_owned))
            .filter(|stem| {
                let outputs = Outputs::beginning_with(stem, folder);
                outputs.record.is_file() || outputs.workbook.is_file()
            })
            .collect();
        let only = others.first().filter(|_| job.is_only && others.len() == 1);
        let set = only.map_or(Ok(set), |stem| Set::read(&Outputs::beginning_with(stem, folder), rulebook))?;
        Ok((set, others))
    }

    fn is_empty(&self) -> bool {
        self.record.is_none() && self.edited.is_none()
    }

    /// That a folder has no earlier run of an inventory, but perhaps those of others.
    fn nothing_there(&self, job: &Job, others: &BTreeSet<String>, is_replaced: bool) -> Problem {
        let place = Place::file(self.outputs.record.display().to_string());
        let holds = match others.len() {
            0 => "the folder holds no run".to_owned(),
            1..=MOST_NAMED => {
                let names: Vec<String> = others.iter().map(|stem| format!("`{stem}`")).collect();
                format!("the folder holds runs of {}", names.join(", "))
            }
            number => format!("the folder holds runs of {number} others"),
        };
        let so = if is_replaced {
            "the set in the place of the outputs counts"
        } else {
            "nothing was compared and no decision carried over"
        };
        let message = format!("is not there, so {so}; {holds}");
        // Among several inventories one may be new.
        let problem = if job.is_only { Problem::warning } else { Problem::note };
        let help = "right where the inventory is new; else give the workbook or the record of its earlier run, or their folder";
        problem(Code::NothingBefore, place, message).help(help)
    }

    /// The run that the set tells of: what the record says, and what was decided since in the workbook. What cannot be used is said.
    fn earlier(self, problems: &mut Problems) -> Option<Earlier> {
        let mut usable = |read: Option<Result<Earlier, Failure>>| match read? {
            Ok(earlier) => Some(earlier),
            Err(failure) => {
                problems.extend(failure.problems.into_iter().map(unusable));
                None
            }
        };
        match (usable(self.record), usable(self.edited)) {
            (Some(record), Some(workbook)) => Some(record.with_decisions_of(workbook)),
            (record, workbook) => record.or(workbook),
        }
    }

    /// The files that get another name before they are replaced: a workbook that was edited, a record that cannot be read, and
    /// what decisions stand in that a run starts without.
    fn kept(&self, job: &Job) -> Vec<Kept> {
        let is_afresh = job.writing.no_previous;
        let decided = |run: &Earlier| run.functions.iter().filter(|function| function.decision.is_some()).count();
        let kept = |from: &PathBuf, decisions: usize, is_edited: bool| Kept {
            from: from.clone(),
            to: free_name(from, job),
            decisions,
            is_edited,
            is_carried: !is_afresh,
        };
        let Outputs { workbook, record, .. } = &self.outputs;
        let edited = self.edited.as_ref().map(|edited| kept(workbook, edited.as_ref().map_or(0, decided), true));
        let of_record = match &self.record {
            Some(Err(_)) => Some(kept(record, 0, true)),
            Some(Ok(run)) if is_afresh && edited.is_none() && decided(run) > 0 => {
                Some(kept(if workbook.is_file() { workbook } else { record }, decided(run), false))
            }
            _ => None,
        };
        edited.into_iter().chain(of_record).collect()
    }
}

/// An earlier file that cannot be used, which is no reason not to assess.
fn unusable(problem: Problem) -> Problem {
    let message = format!("{}; nothing of it was carried over", problem.message);
    let problem = Problem::warning(Code::EarlierUnusable, problem.place, message);
    problem.help("it is kept where it stood in the place of an output; mend it, and give it with `--previous`")
}

fn checksum(path: &Path) -> Option<String> {
    File::open(path).and_then(|file| sha256(&file)).ok().map(|(sha256, _)| sha256)
}

/// The name that a file is kept under: with the date and time (UTC) at which it was saved, and with a number where another file
/// has that name. A copy of the file itself is no other one.
fn free_name(path: &Path, job: &Job) -> PathBuf {
    let saved = fs::metadata(path).and_then(|about| about.modified()).ok();
    let saved = saved.and_then(|saved| Timestamp::try_from(saved).ok());
    let saved = saved.map_or_else(
        || job.date.to_string(),
        |saved| saved.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d-%H%M%S").to_string(),
    );
    let name = file_name(path);
    let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
    let own = checksum(path);
    let is_free = |candidate: &PathBuf| fs::symlink_metadata(candidate).is_err() || checksum(candidate) == own;
    let numbered = (2_u32..).map(|number| format!("{stem}.{saved}-{number}.{extension}"));
    let mut candidates =
        std::iter::once(format!("{stem}.{saved}.{extension}")).chain(numbered).map(|name| path.with_file_name(name));
    candidates.find(is_free).unwrap_or_else(|| path.with_file_name(format!("{name}.kept")))
}
