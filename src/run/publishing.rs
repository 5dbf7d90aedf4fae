//! Publishing: all files of a run or none, each whole, and never over an input.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;

use tempfile::{NamedTempFile, PathPersistError, TempPath};

use super::{Exit, Failure, Job, Judgement, file_name};
use crate::problem::{Place, Problem, Severity};
use crate::report::pdf::Written;
use crate::report::{json, pdf, workbook};

/// The files of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outputs {
    /// The annotated workbook.
    pub workbook: PathBuf,
    /// The summary.
    pub pdf: PathBuf,
    /// The record, which appears last: where it is, the others are.
    pub record: PathBuf,
}

impl Outputs {
    /// The outputs of an input in a folder.
    pub fn of(input: &Path, folder: &Path) -> Outputs {
        let stem = input.file_stem().unwrap_or_default().to_string_lossy();
        Outputs {
            workbook: folder.join(format!("{stem}-assessed.xlsx")),
            pdf: folder.join(format!("{stem}-summary.pdf")),
            record: folder.join(format!("{stem}-record.json")),
        }
    }

    fn all(&self) -> [&Path; 3] {
        [&self.workbook, &self.pdf, &self.record]
    }
}

/// Checks that a folder can take the outputs of a job, and that none of them is one of its inputs.
///
/// # Errors
/// An output is an input.
pub fn outputs(job: &Job, folder: &Path) -> Result<Outputs, Failure> {
    let outputs = Outputs::of(&job.input, folder);
    for output in outputs.all() {
        if let Some(previous) = &job.previous {
            is_no_input(
                std::slice::from_ref(previous),
                output,
                "write to another folder with `-o DIR`, or give the earlier file another name first, such as one with its date",
            )?;
        }
        is_no_input(&job.inputs(), output, "write to another folder with `-o DIR`")?;
    }
    Ok(outputs)
}

/// Checks that an output is none of the inputs; `help` says what to do where it is.
fn is_no_input(inputs: &[PathBuf], output: &Path, help: &str) -> Result<(), Failure> {
    let mut inputs = inputs.iter().filter_map(|path| fs::canonicalize(path).ok());
    if fs::canonicalize(output).is_ok_and(|path| inputs.any(|input| input == path)) {
        let message = "would be overwritten, but is an input of this run";
        let problem = Problem::error("output-is-input", Place::file(output.display().to_string()), message);
        return Err(Failure::of(Exit::Usage, problem.help(help)));
    }
    Ok(())
}

/// Writes workbook, PDF and record under temporary names beside their targets and renames them when all are whole, the
/// record last. Returns the problems that came up while writing.
///
/// # Errors
/// The table is too large for a workbook, or something cannot be created or written; then nothing is left behind, and
/// older outputs stay as they were.
pub fn publish(
    judgement: &Judgement,
    outputs: &Outputs,
    stage: &dyn Fn(&'static str),
) -> Result<Vec<Problem>, Failure> {
    if let Some(problem) = workbook::too_large(judgement.report) {
        return Err(Failure::of(Exit::Data, problem));
    }
    let folder = outputs.record.parent().unwrap_or(Path::new("."));
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let created = create_folder(folder)?;
    stage("writing");
    let result = write_all(judgement, outputs, folder);
    if result.is_err() && created {
        // Only ever removes the empty folder that this run has made.
        let _ = fs::remove_dir(folder);
    }
    result
}

/// Makes the folder if it is not there; says whether it was made.
fn create_folder(folder: &Path) -> Result<bool, Failure> {
    if folder.is_dir() {
        return Ok(false);
    }
    let created = fs::create_dir_all(folder);
    created.map(|()| true).map_err(|error| failed_output(Exit::CannotWrite, folder, "created", &error))
}

fn write_all(judgement: &Judgement, outputs: &Outputs, folder: &Path) -> Result<Vec<Problem>, Failure> {
    let Judgement { report, portfolio, problems, run, design, .. } = judgement;
    let (workbook, pdf, record) = std::thread::scope(|scope| {
        let pdf = scope.spawn(|| {
            let drawn = pdf::write(&report.summary, design);
            let file = whole_file(&outputs.pdf, folder, |file| file.write_all(&drawn.bytes))?;
            Ok((file, drawn))
        });
        let record = scope
            .spawn(|| whole_file(&outputs.record, folder, |file| json::write(report, portfolio, problems, run, file)));
        let workbook = whole_file(&outputs.workbook, folder, |file| Ok(workbook::write(report, file)?));
        (workbook, joined(pdf), joined(record))
    });
    let (workbook, (pdf, drawn), record) = (workbook?, pdf?, record?);
    for target in outputs.all() {
        if target.is_dir() {
            let error = io::Error::new(io::ErrorKind::IsADirectory, "it is a folder");
            return Err(failed_output(Exit::CannotWrite, target, "replaced", &error));
        }
    }
    replace_all(vec![(workbook, &outputs.workbook), (pdf, &outputs.pdf), (record, &outputs.record)], folder)?;
    // So that the renames, too, survive a power cut; some file systems cannot do it, and lose nothing by it.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(not_drawn(&outputs.pdf, &drawn))
}

/// Puts all files in the places of older ones, or none: the older ones are kept aside until all are there, the last of
/// them first, so that a record never stands beside outputs of another run.
fn replace_all(files: Vec<(NamedTempFile, &PathBuf)>, folder: &Path) -> Result<(), Failure> {
    let (mut older, mut replaced) = (Vec::new(), Vec::new());
    let replace = || {
        for (_, target) in files.iter().rev() {
            older.extend(set_aside(target, folder)?.map(|kept| (kept, *target)));
        }
        for (file, target) in files {
            file.persist(target).map_err(|error| failed_output(Exit::CannotWrite, target, "replaced", &error.error))?;
            replaced.push(target);
        }
        Ok(())
    };
    replace().map_err(|mut failure: Failure| {
        for target in replaced {
            let _ = fs::remove_file(target);
        }
        for (kept, target) in older {
            if let Err(PathPersistError { error, path }) = kept.persist(target) {
                let kept = path.keep().map_or(String::new(), |path| format!(", and is kept as `{}`", path.display()));
                let message = format!("the older output cannot be put back{kept}: {error}");
                failure.problems.push(Problem::error(
                    "not-restored",
                    Place::file(target.display().to_string()),
                    message,
                ));
            }
        }
        failure
    })
}

/// Gives an older output a temporary name, under which it is removed in the end; nothing where there is none.
fn set_aside(target: &Path, folder: &Path) -> Result<Option<TempPath>, Failure> {
    let failed = |error: &io::Error| failed_output(Exit::CannotWrite, target, "replaced", error);
    let kept = temporary_file(folder).map_err(|error| failed(&error))?.into_temp_path();
    match fs::rename(target, &kept) {
        Ok(()) => Ok(Some(kept)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(&error)),
    }
}

fn temporary_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".outsift-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// What a thread has come to; a panic in it goes on here.
fn joined<T>(thread: ScopedJoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// A temporary file beside its target, written to the end and flushed to the disk.
fn whole_file(
    target: &Path,
    folder: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>,
) -> Result<NamedTempFile, Failure> {
    let mut file =
        temporary_file(folder).map_err(|error| failed_output(Exit::CannotWrite, target, "created", &error))?;
    let mut buffered = BufWriter::with_capacity(1 << 16, file.as_file_mut());
    let written = write(&mut buffered).and_then(|()| buffered.flush());
    drop(buffered);
    match written.and_then(|()| file.as_file().sync_all()) {
        Ok(()) => Ok(file),
        Err(error) => Err(failed_output(Exit::Io, target, "written", &error)),
    }
}

/// A workbook to be filled in: where it goes, and whether what stands there may be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFile {
    path: PathBuf,
    force: bool,
}

/// Says where a workbook to be filled in goes. With `force`, it replaces what is there, answers and all.
///
/// # Errors
/// It is an input, or no workbook by its name.
pub fn form_file(inputs: &[PathBuf], path: &Path, force: bool) -> Result<FormFile, Failure> {
    let place = || Place::file(path.display().to_string());
    if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
        let problem = Problem::error("no-workbook-name", place(), "is no name for a workbook");
        return Err(Failure::of(Exit::Usage, problem.help("give a file name that ends in `.xlsx`")));
    }
    is_no_input(inputs, path, "write to another file with `-o FILE`")?;
    Ok(FormFile { path: path.to_owned(), force })
}

fn already_there(path: &Path) -> Failure {
    let message = "is there already, and may have been filled in; it was not touched";
    let problem = Problem::error("already-there", Place::file(path.display().to_string()), message);
    Failure::of(Exit::CannotWrite, problem.help("write to another file with `-o FILE`, or replace it with `--force`"))
}

/// Writes a workbook to be filled in under a temporary name and renames it when it is whole.
///
/// # Errors
/// It cannot be created or written, or one that may hold answers is there already; then that one is untouched.
pub fn publish_form(
    file: &FormFile,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<(), workbook::WriteError>,
) -> Result<(), Failure> {
    let path = &file.path;
    if !file.force && fs::symlink_metadata(path).is_ok() {
        return Err(already_there(path));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let created = create_folder(folder)?;
    let published = whole_file(path, folder, |buffered| Ok(write(buffered)?)).and_then(|whole| {
        let published = if file.force { whole.persist(path) } else { whole.persist_noclobber(path) };
        published.map(|_| ()).map_err(|error| match error.error.kind() {
            // Another program may have put one there in the meantime.
            io::ErrorKind::AlreadyExists => already_there(path),
            _ => failed_output(Exit::CannotWrite, path, "replaced", &error.error),
        })
    });
    if published.is_err() && created {
        let _ = fs::remove_dir(folder);
    }
    published
}

fn failed_output(exit: Exit, path: &Path, what: &str, error: &io::Error) -> Failure {
    let problem = Problem::error("cannot-write", Place::file(path.display().to_string()), cannot_be(what, error));
    Failure::of(exit, problem.help("make room or write elsewhere with `-o`; older outputs are untouched"))
}

pub(super) fn cannot_be(what: &str, error: &io::Error) -> String {
    format!("cannot be {what}: {error}")
}

/// Notes on the characters that the PDF does not show.
fn not_drawn(pdf: &Path, drawn: &Written) -> Vec<Problem> {
    const MOST_NAMED: usize = 40;
    let notes = [
        (
            &drawn.missing,
            "characters that no font has stand as U+FFFD",
            "give a font that has them with `--font FILE`; the workbook and the record have them",
        ),
        (
            &drawn.unshaped,
            "letters of scripts that run from right to left, or whose letters join, stand as U+FFFD",
            "no font can mend this; the workbook and the record have them",
        ),
    ];
    let note = |(characters, message, help): (&Vec<char>, &str, &str)| {
        let mut named: Vec<String> =
            characters.iter().take(MOST_NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
        let more = characters.len().saturating_sub(MOST_NAMED);
        named.extend((more > 0).then(|| format!("and {more} more")));
        let message = format!("{message}: {}", named.join(", "));
        Problem::new(Severity::Note, "not-drawn", Place::file(file_name(pdf)), message).help(help)
    };
    notes.into_iter().filter(|(characters, ..)| !characters.is_empty()).map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_are_replaced_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let read = |name: &str| fs::read_to_string(at(name)).ok();
        let new = |text: &str| {
            let mut file = temporary_file(folder.path()).expect("a file");
            file.write_all(text.as_bytes()).expect("room");
            file
        };
        let (workbook, pdf, record, lost) = (at("a.xlsx"), at("a.pdf"), at("a.json"), at("gone/a.json"));
        fs::write(&workbook, "old workbook").expect("a file");
        fs::write(&record, "old record").expect("a file");

        let failure =
            replace_all(vec![(new("workbook"), &workbook), (new("pdf"), &pdf), (new("record"), &lost)], folder.path());
        assert_eq!(failure.map_err(|failure| (failure.exit, failure.problems.len())), Err((Exit::CannotWrite, 1)));
        assert_eq!((read("a.xlsx").as_deref(), read("a.pdf")), (Some("old workbook"), None));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 2, "nothing is left behind");

        replace_all(vec![(new("workbook"), &workbook), (new("pdf"), &pdf), (new("record"), &record)], folder.path())
            .expect("all can be replaced");
        let found = ["a.xlsx", "a.pdf", "a.json"].map(read);
        assert_eq!(found, ["workbook", "pdf", "record"].map(|text| Some(text.to_owned())));
        assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 3, "the older ones are gone");
    }
}
