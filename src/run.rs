//! One run: the pipeline from a file to a report, and the publishing of its outputs, all or none.
//!
//! This is the end that does I/O; what it asks for is in [`Job`], what went wrong is in [`Failure`]. How either is typed
//! or printed is left to the command line.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::thread::ScopedJoinHandle;

use jiff::civil::Date;
use tempfile::{NamedTempFile, PathPersistError, TempPath};

use crate::assessment::{self, Assessed};
use crate::inventory::{self, Assumption, Inventory};
use crate::portfolio::{self, Portfolio};
use crate::problem::{Place, Problem, Problems, Severity};
use crate::report::{self, Effect, Report, Run, json, pdf, workbook};
use crate::rulebook::{self, DecimalMark, Rulebook};
use crate::table::{self, Workbook};

/// What to assess, and by which rules.
#[derive(Clone, Debug)]
pub struct Job {
    /// The inventory.
    pub input: PathBuf,
    /// The sheet; the best one where none is named.
    pub sheet: Option<String>,
    /// The rulebook; the default one where none is named.
    pub rulebook: Option<PathBuf>,
    /// Answers to what the inventory does not say, each a questionnaire or an assessed workbook whose gaps were filled;
    /// later ones count before earlier ones.
    pub answers: Vec<PathBuf>,
    /// What columns hold, each as `COLUMN=ATTRIBUTE`.
    pub columns: Vec<String>,
    /// On which scales columns are, each as `COLUMN=LEAST..MOST`.
    pub scales: Vec<String>,
    /// Which sign marks decimals, where the numbers do not prove it.
    pub decimal_mark: Option<DecimalMark>,
    /// What to take for granted, each as `ATTRIBUTE=VALUE`.
    pub assume: Vec<String>,
    /// The date of the run.
    pub date: Date,
}

impl Job {
    /// The files that are read.
    pub fn inputs(&self) -> Vec<&Path> {
        let single = [Some(&self.input), self.rulebook.as_ref()].into_iter().flatten();
        single.chain(&self.answers).map(PathBuf::as_path).collect()
    }
}

/// How a run ended, as an exit code of the process; the numbers are those of BSD's sysexits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// All is done.
    Done = 0,
    /// The command line makes no sense.
    Usage = 64,
    /// The data cannot be used.
    Data = 65,
    /// The input does not exist or cannot be opened.
    NoInput = 66,
    /// The program is at fault.
    Internal = 70,
    /// An output cannot be created.
    CannotWrite = 73,
    /// Writing went wrong half-way.
    Io = 74,
    /// The rulebook is wrong.
    Rulebook = 78,
}

/// Why a run came to nothing.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// What was wrong, never empty.
    pub problems: Vec<Problem>,
}

impl Failure {
    fn of(exit: Exit, problem: Problem) -> Failure {
        Failure { exit, problems: vec![problem] }
    }
}

/// What a run has come to, before anything is written.
#[derive(Debug)]
pub struct Judgement<'a> {
    /// The rules.
    pub rulebook: &'a Rulebook,
    /// What was read.
    pub inventory: &'a Inventory<'a>,
    /// The judgement on each function.
    pub assessed: &'a Assessed,
    /// The portfolio as a whole.
    pub portfolio: &'a Portfolio,
    /// What was not as it should be.
    pub problems: &'a Problems,
    /// The run itself.
    pub run: &'a Run<'a>,
    /// What there is to say.
    pub report: &'a Report<'a>,
}

/// Reads and judges; `stage` is told what is being done, `then` what it came to.
///
/// # Errors
/// The rulebook is wrong, or the input cannot be read or used.
pub fn judge<T>(
    job: &Job,
    stage: &dyn Fn(&'static str),
    then: impl FnOnce(&Judgement) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut rulebook = load_rulebook(job.rulebook.as_deref())?;
    state(&mut rulebook, job)?;
    let assumptions = assumptions(&rulebook, &job.assume)?;
    let mut problems = Problems::default();

    stage("reading");
    let mut workbook = table::read(&job.input, job.sheet.as_deref(), &mut problems).map_err(cannot_read)?;
    stage("understanding");
    inventory::join_sheets(&rulebook, &mut workbook, &mut problems);
    let unusable = |problem| Failure::of(Exit::Data, problem);
    let mut inventory = inventory::map(&rulebook, &workbook, &assumptions, &mut problems).map_err(unusable)?;
    problems.extend(workbook::long_texts(inventory.table));

    let read = |path: &PathBuf| table::read(path, None, &mut Problems::default()).map_err(cannot_read);
    let answers: Vec<Workbook> = job.answers.iter().map(read).collect::<Result<_, _>>()?;
    let (of_any_file, mut before) = (rulebook.for_any_file(), None);
    for workbook in &answers {
        let mut found = Problems::default();
        let answers = inventory::map(&of_any_file, workbook, &[], &mut found).map_err(unusable)?;
        before.get_or_insert_with(|| assessment::assess(&rulebook, &inventory));
        inventory.answer(&rulebook, answers, found.listed().iter().cloned(), &mut problems);
    }

    stage("assessing");
    let assessed = assessment::assess(&rulebook, &inventory);
    let portfolio = portfolio::summarise(&rulebook, &inventory, &assessed);
    let run = Run {
        file: &workbook.file,
        date: job.date,
        command_line: command_line(job),
        answers: answers.iter().map(|answers| &answers.file).collect(),
        effect: before.map(|before| Effect::of(&before, &assessed)),
    };
    let report = report::compose(&rulebook, &inventory, &assessed, &portfolio, &problems, &run);

    then(&Judgement {
        rulebook: &rulebook,
        inventory: &inventory,
        assessed: &assessed,
        portfolio: &portfolio,
        problems: &problems,
        run: &run,
        report: &report,
    })
}

/// The rulebook of a path; the default one where there is none.
///
/// # Errors
/// It cannot be read, or is wrong.
pub fn load_rulebook(path: Option<&Path>) -> Result<Rulebook, Failure> {
    let Some(path) = path else { return Ok(rulebook::load_default()) };
    let name = file_name(path);
    let text = fs::read_to_string(path).map_err(|error| {
        let exit = if error.kind() == io::ErrorKind::InvalidData { Exit::Rulebook } else { Exit::NoInput };
        let problem = Problem::error("no-rulebook", Place::file(path.display().to_string()), cannot_be("read", &error));
        Failure::of(exit, problem.help("`outsift rulebook > mine.toml` writes one to start from"))
    })?;
    rulebook::load(&name, &text).map_err(|problems| Failure { exit: Exit::Rulebook, problems })
}

/// Puts what the options say of columns before what the rulebook says of them.
fn state(rulebook: &mut Rulebook, job: &Job) -> Result<(), Failure> {
    let (mut columns, mut scales, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    let mut wrong = |option: &str, given: &str, message: String| {
        problems.push(Problem::error("option", Place::file(format!("{option} {given}")), message));
    };
    for given in &job.columns {
        match rulebook::parse_column(rulebook, given) {
            Ok(stated) => columns.push(stated),
            Err(message) => wrong("--map", given, message),
        }
    }
    for given in &job.scales {
        match rulebook::parse_column_scale(given) {
            Ok(stated) => scales.push(stated),
            Err(message) => wrong("--scale", given, message),
        }
    }
    rulebook.reading.decimal_mark = job.decimal_mark.or(rulebook.reading.decimal_mark);
    columns.append(&mut rulebook.reading.columns);
    scales.append(&mut rulebook.reading.scales);
    rulebook.reading.columns = columns;
    rulebook.reading.scales = scales;
    if problems.is_empty() { Ok(()) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

fn assumptions(rulebook: &Rulebook, given: &[String]) -> Result<Vec<Assumption>, Failure> {
    let (mut assumptions, mut problems) = (Vec::<Assumption>::new(), Vec::new());
    for text in given {
        let place = || Place::file(format!("--assume {text}"));
        match inventory::parse_assumption(rulebook, text) {
            Ok(new)
                if assumptions
                    .iter()
                    .any(|known| (known.attribute, &known.department) == (new.attribute, &new.department)) =>
            {
                problems.push(Problem::error("assumed-twice", place(), "the same attribute is assumed twice"));
            }
            Ok(new) => assumptions.push(new),
            Err(message) => problems.push(Problem::error("assumption", place(), message)),
        }
    }
    if problems.is_empty() { Ok(assumptions) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

fn cannot_read(problem: Problem) -> Failure {
    let exit = match problem.code {
        "no-input" | "unreadable-file" | "not-a-file" => Exit::NoInput,
        _ => Exit::Data,
    };
    Failure::of(exit, problem)
}

/// The command that gives the same outputs: without folders, and with the date that was used.
fn command_line(job: &Job) -> String {
    format!("{} --date {}", next_command(job, None, &file_name), job.date)
}

/// The command that assesses a job, with more answers where they are in a file; files are named as `shown` says.
pub fn next_command(job: &Job, answers: Option<&Path>, shown: &dyn Fn(&Path) -> String) -> String {
    let answers = answers.map(|answers| format!(" --answers {}", quoted(&shown(answers))));
    format!("outsift assess {}{}", arguments(job, shown), answers.unwrap_or_default())
}

/// The inventory of a job and how it is read, to be typed after a command; files are named as `shown` says.
pub fn arguments(job: &Job, shown: &dyn Fn(&Path) -> String) -> String {
    let mut words = vec![shown(&job.input)];
    let mut option = |name: &str, value: String| words.extend([name.to_owned(), value]);
    if let Some(sheet) = &job.sheet {
        option("--sheet", sheet.clone());
    }
    if let Some(rulebook) = &job.rulebook {
        option("--rulebook", shown(rulebook));
    }
    for answers in &job.answers {
        option("--answers", shown(answers));
    }
    if let Some(mark) = job.decimal_mark {
        option("--decimal-mark", mark.name().to_owned());
    }
    for (name, values) in [("--map", &job.columns), ("--scale", &job.scales), ("--assume", &job.assume)] {
        for value in values {
            option(name, value.clone());
        }
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:=,+@".contains(c);
    match word {
        _ if !word.is_empty() && word.chars().all(|c| is_plain(c) && (cfg!(windows) || c != '\\')) => word.to_owned(),
        _ if cfg!(windows) => format!("\"{word}\""),
        _ => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// A file's name without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

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
    outputs
        .all()
        .into_iter()
        .try_for_each(|output| is_no_input(&job.inputs(), output, "write to another folder with `-o DIR`"))?;
    Ok(outputs)
}

/// Checks that an output is none of the inputs; `help` says what to do where it is.
fn is_no_input(inputs: &[&Path], output: &Path, help: &str) -> Result<(), Failure> {
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
    let Judgement { report, portfolio, problems, run, .. } = judgement;
    let (workbook, pdf, record) = std::thread::scope(|scope| {
        let pdf = scope.spawn(|| {
            let drawn = pdf::write(&report.summary);
            let file = whole_file(&outputs.pdf, folder, |file| file.write_all(&drawn.bytes))?;
            Ok((file, drawn.missing))
        });
        let record = scope
            .spawn(|| whole_file(&outputs.record, folder, |file| json::write(report, portfolio, problems, run, file)));
        let workbook = whole_file(&outputs.workbook, folder, |file| Ok(workbook::write(report, file)?));
        (workbook, joined(pdf), joined(record))
    });
    let (workbook, (pdf, missing), record) = (workbook?, pdf?, record?);
    for target in outputs.all() {
        if target.is_dir() {
            let error = io::Error::new(io::ErrorKind::IsADirectory, "it is a folder");
            return Err(failed_output(Exit::CannotWrite, target, "replaced", &error));
        }
    }
    replace_all(vec![(workbook, &outputs.workbook), (pdf, &outputs.pdf), (record, &outputs.record)], folder)?;
    // So that the renames, too, survive a power cut; some file systems cannot do it, and lose nothing by it.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(not_drawn(&outputs.pdf, &missing))
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
pub fn form_file(inputs: &[&Path], path: &Path, force: bool) -> Result<FormFile, Failure> {
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

fn cannot_be(what: &str, error: &io::Error) -> String {
    format!("cannot be {what}: {error}")
}

/// A note on the characters that the fonts do not hold.
fn not_drawn(pdf: &Path, missing: &[char]) -> Vec<Problem> {
    if missing.is_empty() {
        return Vec::new();
    }
    let shown: Vec<String> = missing.iter().take(10).map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    let more = if missing.len() > 10 { ", …" } else { "" };
    let message = format!("characters that no font has are shown as a substitute: {}{more}", shown.join(", "));
    vec![Problem::new(Severity::Note, "not-drawn", Place::file(file_name(pdf)), message)]
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
