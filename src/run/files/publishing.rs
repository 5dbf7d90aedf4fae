//! The files of a run: where they go, never over an input, and how they are written whole.
//!
//! They are written into a folder of their own; moving them to their places is left to the claim on the target.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::ScopedJoinHandle;

use sha2::{Digest, Sha256};

use super::batch::{Batch, is_no_input};
use super::target::{Claim, Target};
use super::vouched::vouched_for;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems};
use crate::report::flat::{self, TableFormat};
use crate::report::pdf::{self, Written};
use crate::report::record::FileSum;
use crate::report::{record, workbook};
use crate::run::ending::{Exit, Failure, failed_output, file_name};
use crate::run::job::{Job, Judgement};

/// What the files are called while they are made.
const WORKBOOK: &str = "workbook";
const SUMMARY: &str = "summary";
const RECORD: &str = "record";
const FORM: &str = "form";
/// What the name of a record ends with.
const RECORD_ENDING: &str = "-record.json";

/// The files of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outputs {
    /// The annotated workbook.
    pub workbook: PathBuf,
    /// Whether there is one; if not, none of an older run stays in its place.
    pub has_workbook: bool,
    /// The summary.
    pub pdf: PathBuf,
    /// The tables of verdicts that are asked for, each with its format.
    pub tables: Vec<(TableFormat, PathBuf)>,
    /// The record, which appears last: where it is, the others are.
    pub record: PathBuf,
}

impl Outputs {
    /// The outputs of a job in a folder.
    pub fn of(job: &Job, folder: &Path) -> Outputs {
        let has_workbook = !job.writing.workbook.no_workbook;
        let mut outputs = Outputs { has_workbook, ..Outputs::beginning_with(&job.stem(), folder) };
        outputs.tables.retain(|(format, _)| job.writing.table.contains(format));
        outputs
    }

    /// All outputs whose names begin so.
    pub(in crate::run) fn beginning_with(stem: &str, folder: &Path) -> Outputs {
        Outputs {
            workbook: folder.join(format!("{stem}-assessed.xlsx")),
            has_workbook: true,
            pdf: folder.join(format!("{stem}-summary.pdf")),
            tables: TableFormat::ALL
                .map(|format| (format, folder.join(format!("{stem}-verdicts.{}", format.name()))))
                .to_vec(),
            record: folder.join(format!("{stem}{RECORD_ENDING}")),
        }
    }

    /// The outputs that a record belongs to by its name.
    pub(super) fn beside(record: &Path) -> Option<Outputs> {
        let stem = record.file_name()?.to_str()?.strip_suffix(RECORD_ENDING)?;
        let folder = record.parent().unwrap_or(Path::new(""));
        Some(Outputs::beginning_with(stem, folder))
    }

    /// Whether an input is the workbook or the record of the set that stands in the place of the outputs, given for what was
    /// typed into it or compared with: it is read before it is replaced, and kept if it was edited.
    fn is_taken_over(&self, job: &Job, input: &Path, output: &Path) -> bool {
        let given = |paths: &[PathBuf]| paths.iter().any(|path| path == input);
        let earlier = job.writing.previous.as_slice();
        if output == self.workbook {
            given(earlier) || given(&job.reading.answers) || given(job.reading.rulebook.as_slice())
        } else {
            output == self.record && given(earlier)
        }
    }

    /// Those that there are, each with what it is.
    pub fn named(&self) -> Vec<(&'static str, &Path)> {
        let workbook = self.has_workbook.then_some((WORKBOOK, self.workbook.as_path()));
        let tables = self.tables.iter().map(|(format, path)| (table_name(*format), path.as_path()));
        let others = workbook.into_iter().chain([(SUMMARY, self.pdf.as_path())]).chain(tables);
        others.chain([(RECORD, self.record.as_path())]).collect()
    }

    /// What a run that writes them has to claim. What it does not write, and an older set has, goes when they appear.
    pub fn target(&self) -> Target {
        let named = |outputs: &Outputs| -> Vec<(&'static str, PathBuf)> {
            outputs.named().into_iter().map(|(what, path)| (what, path.to_owned())).collect()
        };
        let files = named(self);
        let mut target = Target::new(&file_name(&self.record).replace(RECORD_ENDING, ""), files.clone());
        let all = Outputs::beside(&self.record).map_or_else(Vec::new, |all| named(&all));
        let others: Vec<(&'static str, PathBuf)> = all.into_iter().filter(|file| !files.contains(file)).collect();
        // A table of this name may be somebody else's: it is ours where the record beside it says so.
        let has_table = others.iter().any(|(name, place)| *name != WORKBOOK && place.exists());
        let vouched = if has_table { vouched_for(&self.record) } else { Vec::new() };
        for (name, place) in others {
            let is_ours = name == WORKBOOK || vouched.contains(&file_name(&place));
            target = if is_ours { target.without(name, place) } else { target.knowing(name, place) };
        }
        target
    }
}

/// What a table is called while it is made, and to those who read where it is.
fn table_name(format: TableFormat) -> &'static str {
    match format {
        TableFormat::Csv => "table",
        TableFormat::Parquet => "parquet",
    }
}

/// Checks that a folder can take the outputs of a job, and that none of them is one of its inputs or of the inventories
/// that are given with it.
///
/// # Errors
/// An output is an input.
pub fn outputs(job: &Job, batch: &Batch, folder: &Path) -> Result<Outputs, Failure> {
    let outputs = Outputs::of(job, folder);
    for (_, output) in outputs.named() {
        let is_taken_over = |input: &PathBuf| outputs.is_taken_over(job, input, output);
        let inputs: Vec<PathBuf> = job.inputs().into_iter().filter(|input| !is_taken_over(input)).collect();
        batch.is_none(&inputs, output, "write to another folder with `-o DIR`")?;
    }
    Ok(outputs)
}

/// Writes workbook, PDF and record into a folder, each to the end and flushed to the disk. Returns the problems that came up
/// while writing.
///
/// # Errors
/// The table is too large for a workbook, or something cannot be created or written.
pub fn write(
    judgement: &Judgement,
    outputs: &Outputs,
    folder: &Path,
    stage: &dyn Fn(&'static str),
) -> Result<Vec<Problem>, Failure> {
    let Judgement { report, problems, run, design, .. } = judgement;
    if let Some(problem) = workbook::too_large(report).filter(|_| outputs.has_workbook) {
        return Err(Failure::of(Exit::Data, problem));
    }
    stage("writing");
    // The record is written at the same time as the files that it vouches for, and waits for them at its end.
    let (sender, written) = mpsc::channel();
    let (workbook, tables, pdf, record) = std::thread::scope(|scope| {
        let sent = sender.clone();
        let pdf = scope.spawn(move || {
            let drawn = pdf::write(&report.summary, design);
            let file = whole_file(&outputs.pdf, &folder.join(SUMMARY), |file| file.write_all(&drawn.bytes))?;
            let _ = sent.send(kept(&outputs.pdf, &file)?);
            Ok(drawn)
        });
        let record = scope.spawn(move || {
            let file = whole_file(&outputs.record, &folder.join(RECORD), |file| {
                let unfinished = file.get_ref().try_clone()?;
                let others = || {
                    // What is long on the disk when the others are need not be waited for afterwards.
                    unfinished.sync_data()?;
                    let count = outputs.named().len() - 1;
                    let mut others: Vec<FileSum> = written.iter().take(count).collect();
                    others.sort();
                    if others.len() == count { Ok(others) } else { Err(io::Error::other("another output failed")) }
                };
                record::write(report, problems, run, &others, file)
            })?;
            flush(&outputs.record, &file)
        });
        let tables = outputs.tables.iter().map(|(format, place)| {
            let sent = sender.clone();
            scope.spawn(move || table(judgement, *format, place, folder).map(|sum| drop(sent.send(sum))))
        });
        let tables: Vec<_> = tables.collect();
        let workbook = || {
            let (place, unfinished) = (&outputs.workbook, folder.join(WORKBOOK));
            let file = whole_file(place, &unfinished, |file| Ok(workbook::write(report, file)?))?;
            let _ = sender.send(kept(place, &file)?);
            Ok(())
        };
        let workbook = if outputs.has_workbook { workbook() } else { Ok(()) };
        // Where one of them failed, nobody is waited for.
        drop(sender);
        let tables: Result<Vec<()>, Failure> = tables.into_iter().map(joined).collect();
        (workbook, tables, joined(pdf), joined(record))
    });
    let ((), _, drawn, ()) = (workbook?, tables?, pdf?, record?);
    Ok(not_drawn(outputs, problems, &drawn).into_iter().collect())
}

/// Writes a table of verdicts into a folder.
fn table(judgement: &Judgement, format: TableFormat, place: &Path, folder: &Path) -> Result<FileSum, Failure> {
    let write = |file: &mut BufWriter<&mut File>| flat::write(judgement.report, format, file);
    kept(place, &whole_file(place, &folder.join(table_name(format)), write)?)
}

/// What a thread has come to; a panic in it goes on here.
fn joined<T>(thread: ScopedJoinHandle<T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// A new file, written to the end; `target` is where it is going to appear.
fn whole_file(
    target: &Path,
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> io::Result<()>,
) -> Result<File, Failure> {
    let options = OpenOptions::new().create_new(true).read(true).write(true).to_owned();
    let mut file = options.open(path).map_err(|error| failed_output(Exit::CannotWrite, target, "created", &error))?;
    let mut buffered = BufWriter::with_capacity(1 << 16, &mut file);
    let written = write(&mut buffered).and_then(|()| buffered.flush());
    drop(buffered);
    written.map(|()| file).map_err(|error| failed_output(Exit::Io, target, "written", &error))
}

/// Flushes a file that was written to the disk.
fn flush(target: &Path, file: &File) -> Result<(), Failure> {
    file.sync_all().map_err(|error| failed_output(Exit::Io, target, "written", &error))
}

/// Flushes a file that was written to the disk, and reads meanwhile what the record says of it.
fn kept(target: &Path, mut file: &File) -> Result<FileSum, Failure> {
    let (flushed, hashed) = std::thread::scope(|scope| {
        let flushed = scope.spawn(|| flush(target, file));
        let hashed = file.seek(SeekFrom::Start(0)).and_then(|_| sha256(file));
        (joined(flushed), hashed)
    });
    flushed?;
    let (sha256, size) = hashed.map_err(|error| failed_output(Exit::Io, target, "read again", &error))?;
    Ok(FileSum { name: file_name(target), size, sha256 })
}

/// SHA-256 of everything that is still to be read, in hexadecimal, and how many bytes that was.
pub(in crate::run) fn sha256(mut file: &File) -> io::Result<(String, u64)> {
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 18]);
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return Ok((hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(), size)),
            Ok(read) => {
                hash.update(&buffer[..read]);
                size += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
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
        let problem = Problem::error(Code::NoWorkbookName, place(), "is no name for a workbook");
        return Err(Failure::of(Exit::Usage, problem.help("give a file name that ends in `.xlsx`")));
    }
    any_file(inputs, path, force)
}

/// Any other file to be written, likewise.
///
/// # Errors
/// It is one of the inputs.
pub fn any_file(inputs: &[PathBuf], path: &Path, force: bool) -> Result<FormFile, Failure> {
    is_no_input(inputs, path, "write to another file with `-o FILE`")?;
    Ok(FormFile { path: path.to_owned(), force })
}

fn already_there(path: &Path) -> Failure {
    let message = "is there already, and may have been filled in; it was not touched";
    let problem = Problem::error(Code::AlreadyThere, Place::file(path.display().to_string()), message);
    Failure::of(Exit::CannotWrite, problem.help("write to another file with `-o FILE`, or replace it with `--force`"))
}

impl FormFile {
    /// What a run that writes it has to claim.
    pub fn target(&self) -> Target {
        Target::new(&file_name(&self.path), vec![(FORM, self.path.clone())])
    }

    /// Writes it into a folder, to the end and flushed to the disk.
    ///
    /// # Errors
    /// One that may hold answers is there already, or it cannot be created or written.
    pub fn write(
        &self,
        folder: &Path,
        write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<(), workbook::WriteError>,
    ) -> Result<(), Failure> {
        if !self.force && fs::symlink_metadata(&self.path).is_ok() {
            return Err(already_there(&self.path));
        }
        let file = whole_file(&self.path, &folder.join(FORM), |buffered| Ok(write(buffered)?))?;
        flush(&self.path, &file)
    }

    /// Moves it to its place.
    ///
    /// # Errors
    /// It cannot be moved, or another program has put one there in the meantime; then that one is untouched.
    pub fn publish(&self, claim: &mut Claim) -> Result<(), Failure> {
        if self.force {
            return claim.publish();
        }
        claim.publish_new()?.ok_or_else(|| already_there(&self.path))
    }
}

/// Writes one of several workbooks to be filled in, to the end and flushed to the disk; `place` is where it is going to appear.
///
/// # Errors
/// It cannot be created or written.
pub fn write_form(
    place: &Path,
    unfinished: &Path,
    write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<(), workbook::WriteError>,
) -> Result<(), Failure> {
    let file = whole_file(place, unfinished, |buffered| Ok(write(buffered)?))?;
    flush(place, &file)
}

/// Moves several workbooks to be filled in to their places: none where one of them is there already, unless that is meant.
///
/// # Errors
/// One is there already or is an input, or cannot be moved.
pub fn publish_forms(
    claim: &mut Claim,
    inputs: &[PathBuf],
    folder: &Path,
    names: &[String],
    force: bool,
) -> Result<(), Failure> {
    for place in names.iter().map(|name| folder.join(name)) {
        is_no_input(inputs, &place, "write to another folder with `-o DIR`")?;
        if !force && fs::symlink_metadata(&place).is_ok() {
            return Err(already_there(&place));
        }
    }
    names.iter().try_for_each(|name| claim.publish_one(name, force)?.ok_or_else(|| already_there(&folder.join(name))))
}

/// A warning of characters that the PDF does not show, and that stand in no name that was warned of already.
fn not_drawn(outputs: &Outputs, known: &Problems, drawn: &Written) -> Option<Problem> {
    const MOST_NAMED: usize = 40;
    let told = known.listed().iter().filter(|problem| problem.code == Code::NotDrawn);
    let told: BTreeSet<char> = told.flat_map(|problem| problem.message.chars()).collect();
    let others = if outputs.has_workbook { "the workbook and the record have them" } else { "the record has them" };
    let characters: Vec<char> = drawn.missing.iter().copied().filter(|character| !told.contains(character)).collect();
    if characters.is_empty() {
        return None;
    }
    let mut named: Vec<String> =
        characters.iter().take(MOST_NAMED).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let more = characters.len().saturating_sub(MOST_NAMED);
    named.extend((more > 0).then(|| format!("and {more} more")));
    let message = format!("characters that no font has stand as U+FFFD: {}", named.join(", "));
    let help = format!("give a font that has them with `--font FILE`; {others}");
    Some(Problem::warning(Code::NotDrawn, Place::file(file_name(&outputs.pdf)), message).help(help))
}
