//! The process that a user or a schedule starts: it has workers read and write, publishes what they made, and says what
//! came of it.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write as _};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use terminal_size::{Width, terminal_size_of};

use super::commands::{
    Assessing, Cli, Command, Compiling, Running, completions, job, job_of, manual, questionnaire_path, weighed_file,
};
use super::job_file::Completed;
use super::log::{Log, with_progress};
use super::saving;
use crate::codes::Code;
use crate::problem::{Place, Problem, Severity};
use crate::report::Messages;
use crate::report::terminal::{self, RunLine};
use crate::report::words::escape::{harmless, write_json};
use crate::run::{
    self, Allowance, Answer, Batch, Exit, Failed, Failure, FormFile, Job, Notice, Orders, Outputs, ReadingOptions,
    Stop, Supervisor, Tally, Target,
};
use crate::warehouse;

/// What a command runs with.
struct Attending<'a> {
    supervisor: Supervisor<'a>,
    log: &'a Log,
}

/// Says why a command is not begun.
pub(super) fn refuse(failure: Failure, running: &Running) -> Exit {
    let (log, failed) = (Log::new(running, Vec::new()), Failed::from(failure));
    log.notices("", &failed.notices);
    failed.exit
}

/// Runs a command to its end.
pub(super) fn attend(cli: Cli, completed: &Completed) -> Exit {
    let log = Log::new(&cli.running, completed.origins.clone());
    if let Some(note) = &completed.note {
        log.notice("", &note.into());
    }
    let command_line = completed.arguments.get(1..).unwrap_or_default();
    let stop = match cli.command {
        // These have nothing to clear up, and end as any program does.
        Command::Verify { .. } | Command::Completions { .. } | Command::Man { .. } => Stop::default(),
        _ => Stop::listen(),
    };
    let supervisor = Supervisor { command_line, limits: cli.running.limits(), stop };
    let attending = Attending { supervisor, log: &log };
    let outcome = match cli.command {
        Command::Verify { records } => Ok(attending.verify(&records)),
        Command::Assess(assessing) => attending.assess(&assessing),
        Command::Template { inventory, reading, by: Some(_), output, force, .. } => {
            attending.questionnaires(inventory, reading, &output.unwrap_or_default(), force)
        }
        Command::Template { inventory, reading, output, force, .. } => {
            attending.template(inventory, reading, output, force)
        }
        Command::ExplainCode { code: None } => Ok(print(&terminal::codes(&log.words()))),
        Command::ExplainCode { code: Some(code) } => explain_code(&log.words(), &code).map_err(Into::into),
        Command::Completions { shell } => Ok(print_bytes(&completions(shell))),
        Command::Man { output } => manual(output.as_deref()).map(|page| print_bytes(&page)).map_err(|error| {
            let place = Place::file(output.as_deref().unwrap_or(Path::new("man")).display().to_string());
            let problem = Problem::error(Code::CannotWrite, place, format!("cannot be written: {error}"));
            Failure::of(Exit::CannotWrite, problem.help("give a folder that is there")).into()
        }),
        Command::Check { input, save, json } => {
            input.job("check").map_err(Into::into).and_then(|job| attending.check(&job.shown(), save, json, completed))
        }
        Command::Sql(compiling) => attending.compile(&compiling),
        Command::Explain { subject, json } => {
            let job = subject.job().map_err(Into::into);
            job.and_then(|(job, _)| attending.read_only(&job.shown(), printed(json)))
        }
        Command::Attributes { rulebook } => attending.read_only(&shown(rulebook.as_deref(), "attributes"), print),
        Command::History { records, json, csv } => {
            let shown = shown(records.first().map(PathBuf::as_path), "history");
            attending.read_only(&shown, printed(json || csv))
        }
        Command::Weigh { files, rulebook, output, force } => {
            attending.weigh(&files, rulebook.as_deref(), output.as_deref(), force)
        }
        Command::Wording => attending.read_only("wording", print_file),
        Command::Rulebook(part) => attending.read_only(&shown(part.file(), "rulebook"), print_file),
    };
    match outcome {
        Ok(exit) => exit,
        Err(failed) => {
            log.notices("", &failed.notices);
            failed.exit
        }
    }
}

impl Attending<'_> {
    fn supervise(&self, orders: &Orders, shown: &str, stage: &dyn Fn(&str)) -> Result<Answer, Failed> {
        self.supervisor.supervise(orders, shown, &|doing| {
            self.log.event("stage", shown, doing);
            stage(doing);
        })
    }

    /// Has a worker write into a folder of unfinished files; says what it has to say.
    fn have(&self, folder: &Path, shown: &str) -> Result<Answer, Failed> {
        let orders = orders(folder, None);
        let answer = with_progress(|stage| self.supervise(&orders, shown, stage))?;
        self.log.notices("", &answer.notices);
        Ok(answer)
    }

    /// Has a workbook to be filled in made, and publishes it.
    fn make_form(&self, file: &FormFile, shown: &str) -> Result<Exit, Failed> {
        let target = file.target();
        let mut claim = target.claim()?;
        let answer = self.have(claim.unfinished(), shown)?;
        if answer.has_files {
            file.publish(&mut claim)?;
        }
        Ok(self.print(&answer.text))
    }

    /// Prints what a command says, unless nothing is to be said.
    fn print(&self, text: &str) -> Exit {
        if self.log.is_quiet() { Exit::Done } else { print(text) }
    }

    /// A command that writes nothing, and how what it says is printed.
    fn read_only(&self, shown: &str, print: fn(&str) -> Exit) -> Result<Exit, Failed> {
        self.have(Path::new(""), shown).map(|answer| print(&answer.text))
    }

    /// Says how an inventory is understood, and keeps what was typed for it.
    fn check(&self, shown: &str, save: bool, json: bool, completed: &Completed) -> Result<Exit, Failed> {
        let exit = self.read_only(shown, printed(json))?;
        if let Some(typed) = completed.typed.as_ref().filter(|_| save && exit == Exit::Done) {
            self.log.notice("", &Notice::from(&saving::save(typed)?));
        }
        Ok(exit)
    }

    /// Has the statements for a warehouse written, and publishes them.
    fn compile(&self, compiling: &Compiling) -> Result<Exit, Failed> {
        let job = compiling.job()?;
        let statements =
            run::statements(&compiling.inputs(&job), &compiling.output, warehouse::set_files(compiling.dbt))?;
        let target = statements.target();
        let mut claim = target.claim()?;
        let answer = self.have(claim.unfinished(), &job.shown())?;
        statements.make_folders()?;
        claim.publish()?;
        let exit = self.print(&answer.text);
        Ok(exit.max(self.print(&terminal::outputs(&self.log.words(), &[("SQL", compiling.output.as_path())]))))
    }

    /// Has a blank inventory made, or a questionnaire.
    fn template(
        &self,
        inventory: Vec<PathBuf>,
        reading: ReadingOptions,
        output: Option<PathBuf>,
        force: bool,
    ) -> Result<Exit, Failed> {
        let is_blank = inventory.is_empty();
        let job =
            if is_blank { job(reading, Path::new("").to_owned())? } else { job_of("template", reading, inventory)? };
        let path = output.unwrap_or_else(|| questionnaire_path((!is_blank).then_some(&job)));
        let inputs = if is_blank { job.reading.rulebook.iter().cloned().collect() } else { job.inputs() };
        let file = run::form_file(&inputs, &path, force)?;
        self.make_form(&file, &if is_blank { run::file_name(&path) } else { job.shown() })
    }

    /// Has a sheet for weights made, or what came back read, and publishes what comes of it.
    fn weigh(
        &self,
        files: &[PathBuf],
        rulebook: Option<&Path>,
        output: Option<&Path>,
        force: bool,
    ) -> Result<Exit, Failed> {
        match weighed_file(files, rulebook, output, force)? {
            Some(file) => self.make_form(&file, "weigh"),
            None => self.read_only(&shown(files.first().map(PathBuf::as_path), "weigh"), print),
        }
    }

    /// Has a questionnaire made for each group of functions, and publishes them.
    fn questionnaires(
        &self,
        inventory: Vec<PathBuf>,
        reading: ReadingOptions,
        folder: &Path,
        force: bool,
    ) -> Result<Exit, Failed> {
        let job = job_of("template", reading, inventory)?;
        let target = Target::folder(&format!("{}-questionnaires", job.stem()), folder);
        let mut claim = target.claim()?;
        let answer = self.have(claim.unfinished(), &job.shown())?;
        run::publish_forms(&mut claim, &job.inputs(), folder, &answer.files, force)?;
        Ok(self.print(&answer.text))
    }

    /// Checks sets of outputs; all that is wrong with any of them is said.
    fn verify(&self, records: &[PathBuf]) -> Exit {
        let mut exit = Exit::Done;
        for record in records {
            match run::verify(record) {
                Ok(whole) => exit = exit.max(self.print(&terminal::whole(&self.log.words(), record, &whole.date))),
                Err(failure) => {
                    exit = exit.max(failure.exit);
                    self.log.notices("", &Failed::from(failure).notices);
                }
            }
        }
        exit
    }

    /// Assesses every inventory by itself, or all as one, and goes on past those that cannot be.
    fn assess(&self, assessing: &Assessing) -> Result<Exit, Failed> {
        let (inputs, skipped) = assessing.inputs();
        for problem in &skipped {
            self.log.notice("", &problem.into());
        }
        let jobs = if assessing.reading.combine.is_some() {
            vec![assessing.job(inputs.clone())?]
        } else {
            inputs.iter().map(|input| assessing.job(vec![input.clone()])).collect::<Result<_, _>>()?
        };
        make_sense(assessing, &jobs)?;
        let batch = Batch::of(&inputs);
        let runs: Vec<Mutex<Option<AssessmentRun>>> = jobs.iter().map(|_| Mutex::new(None)).collect();
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let at_once = assessing.jobs.map_or_else(cores, usize::from).min(jobs.len());
        let is_only = jobs.len() == 1;
        with_progress(|progress| {
            let attend = || {
                while let Some((job, place)) =
                    next_of(&next, &jobs, &runs).filter(|_| self.supervisor.stop.exit().is_none())
                {
                    let run = self.assess_one(assessing, &batch, job, &|doing| {
                        if is_only {
                            progress(doing);
                        }
                    });
                    *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(run);
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if !is_only {
                        progress(&format!("{done} of {} inventories done", jobs.len()));
                    }
                }
            };
            std::thread::scope(|scope| {
                // Where the system gives no more threads, there are fewer at once.
                (1..at_once).for_each(|_| drop(std::thread::Builder::new().spawn_scoped(scope, attend)));
                attend();
            });
        });
        let runs: Vec<AssessmentRun> =
            runs.into_iter().filter_map(|run| run.into_inner().unwrap_or_else(PoisonError::into_inner)).collect();
        let exit = runs.iter().map(|run| run.exit).chain(self.supervisor.stop.exit()).max().unwrap_or(Exit::Done);
        let printed = match runs.as_slice() {
            _ if assessing.json => print_bytes(&summary_as_json(&runs, exit)),
            [only] if is_only => self.print(&only.text),
            _ => {
                let lines: Vec<_> = runs.iter().map(AssessmentRun::line).collect();
                self.print(&terminal::runs(&self.log.words(), &lines))
            }
        };
        Ok(exit.max(printed))
    }

    /// Assesses one inventory and says on standard error what went wrong.
    fn assess_one(&self, assessing: &Assessing, batch: &Batch, job: &Job, stage: &dyn Fn(&str)) -> AssessmentRun {
        let shown = job.shown();
        self.log.event("started", &shown, "assessing it");
        match self.publish_one(assessing, batch, job, &shown, stage) {
            Ok(run) => {
                for allowance in &run.beyond {
                    // Whoever wants quiet still has to know why the exit code is not 0.
                    self.log.always(&shown, &beyond(&shown, allowance));
                }
                run
            }
            Err(failed) => {
                self.log.notices(&shown, &failed.notices);
                self.log.failed(&shown, failed.exit);
                AssessmentRun { input: shown, exit: failed.exit, problems: failed.notices, ..AssessmentRun::default() }
            }
        }
    }

    fn publish_one(
        &self,
        assessing: &Assessing,
        batch: &Batch,
        job: &Job,
        shown: &str,
        stage: &dyn Fn(&str),
    ) -> Result<AssessmentRun, Failed> {
        let is_pattern = |path: &&PathBuf| path.as_os_str().to_string_lossy().contains(['*', '?']) && !path.exists();
        if let Some(pattern) = job.inputs().iter().find(is_pattern) {
            return Err(no_match(pattern).into());
        }
        if let Some(other) = batch.rival(job) {
            return Err(same_outputs(job, other).into());
        }
        let outputs = run::outputs(job, batch, &assessing.output)?;
        let target = outputs.target();
        let mut claim = target.claim()?;
        let only = Some(job.input.as_path()).filter(|_| job.reading.combine.is_none());
        let answer = self.supervise(&orders(claim.unfinished(), only), shown, stage)?;
        claim.keep(&answer.kept)?;
        claim.publish()?;
        // The summary of the only run says it by itself, where it is printed.
        let is_read = !assessing.json && (batch.is_one() || job.reading.combine.is_some());
        answer.set_aside.iter().for_each(|notice| self.log.set_aside(shown, notice, is_read));
        let notices: Vec<Notice> = claim.notes().iter().map(Notice::from).chain(answer.notices).collect();
        drop(claim);
        let mut tally = answer.tally.unwrap_or_default();
        tally.warnings += notices.iter().filter(|notice| notice.severity() == Severity::Warning).count();
        let mut text = answer.text;
        for notice in &notices {
            text.push_str(&self.log.as_text(notice));
            self.log.aside(shown, notice);
        }
        text.push_str(&terminal::outputs(&self.log.words(), &outputs.named()));
        self.log.published(shown, &outputs.record.display().to_string(), &tally.problems);
        let beyond: Vec<String> =
            assessing.fail_on.iter().filter_map(|allowance| Allowance::exceeded(*allowance, &tally)).collect();
        let exit = if beyond.is_empty() { Exit::Done } else { Exit::Beyond };
        Ok(AssessmentRun {
            input: shown.to_owned(),
            exit,
            text,
            outputs: Some(outputs),
            tally: Some(tally),
            beyond,
            problems: notices,
        })
    }
}

/// What a command is said to work on: a file, or where there is none itself.
fn shown(file: Option<&Path>, command: &str) -> String {
    file.map_or_else(|| command.to_owned(), run::file_name)
}

/// How many characters a line of text should have: as the terminal is wide, within reason.
fn width() -> usize {
    const USUAL: usize = 100;
    const RANGE: RangeInclusive<usize> = 60..=120;
    terminal_size_of(io::stdout())
        .map_or(USUAL, |(Width(columns), _)| usize::from(columns).clamp(*RANGE.start(), *RANGE.end()))
}

fn orders(folder: &Path, input: Option<&Path>) -> Orders {
    Orders { width: width(), folder: folder.to_owned(), input: input.map(Path::to_owned) }
}

/// What became of one inventory.
#[derive(Debug, Default)]
struct AssessmentRun {
    input: String,
    exit: Exit,
    text: String,
    outputs: Option<Outputs>,
    tally: Option<Tally>,
    beyond: Vec<String>,
    problems: Vec<Notice>,
}

impl AssessmentRun {
    fn line(&self) -> RunLine<'_> {
        RunLine {
            input: &self.input,
            counts: self.tally.as_ref().map(|tally| (tally.functions, tally.counts())),
            code: self.exit as u8,
            why: match self.problems.as_slice() {
                _ if !self.beyond.is_empty() => self.beyond.join("; "),
                [first, ..] if self.tally.is_none() => first.code.clone(),
                _ if self.tally.is_none() => "stopped".to_owned(),
                _ => String::new(),
            },
        }
    }
}

/// The summary for programs: always of the same shape, however many inventories there were.
fn summary_as_json(runs: &[AssessmentRun], exit: Exit) -> Vec<u8> {
    #[derive(Serialize)]
    struct Summary<'a> {
        schema: &'static str,
        exit: u8,
        runs: Vec<RunOfIt<'a>>,
    }
    #[derive(Serialize)]
    struct RunOfIt<'a> {
        input: &'a str,
        exit: u8,
        outputs: Option<BTreeMap<&'static str, String>>,
        figures: Option<&'a Tally>,
        beyond: &'a [String],
        problems: &'a [Notice],
    }
    let named = |outputs: &Outputs| {
        outputs.named().into_iter().map(|(what, path)| (what, path.display().to_string())).collect()
    };
    let runs = runs.iter().map(|run| RunOfIt {
        input: &run.input,
        exit: run.exit as u8,
        outputs: run.outputs.as_ref().map(named),
        figures: run.tally.as_ref(),
        beyond: &run.beyond,
        problems: &run.problems,
    });
    let summary = Summary { schema: "outsift-summary/1", exit: exit as u8, runs: runs.collect() };
    let mut json = Vec::new();
    let _ = write_json(&summary, &mut json);
    json
}

/// The next job, and where what becomes of it is kept.
fn next_of<'a, T>(next: &AtomicUsize, jobs: &'a [Job], runs: &'a [T]) -> Option<(&'a Job, &'a T)> {
    let position = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(position).zip(runs.get(position))
}

/// That neither of two inventories is assessed, for which of them the outputs would be of is left to chance.
fn same_outputs(job: &Job, other: &Path) -> Failure {
    let message = format!("would have the same outputs as {}", other.display());
    let problem = Problem::error(Code::SameOutputs, Place::file(job.input.display().to_string()), message);
    Failure::of(Exit::Usage, problem.help("assess them one by one, with a folder of its own for each: `-o DIR`"))
}

/// Checks what only the command line as a whole can tell.
fn make_sense(assessing: &Assessing, jobs: &[Job]) -> Result<(), Failure> {
    let usage = |code, place: &Path, message: String, help: &str| {
        let problem = Problem::error(code, Place::file(place.display().to_string()), message);
        Err(Failure::of(Exit::Usage, problem.help(help)))
    };
    if let (Some(previous), [_, _, ..]) = (assessing.writing.previous.as_ref().filter(|given| !given.is_dir()), jobs) {
        let message = "goes with one inventory, and several are given".to_owned();
        return usage(
            Code::OneInventory,
            Path::new("--previous"),
            message,
            &format!(
                "assess the inventory that {} belongs to by itself, or give the folder with all",
                previous.display()
            ),
        );
    }
    let of_earlier = assessing.fail_on.iter().find_map(|allowance| allowance.of_earlier());
    if let Some(condition) = of_earlier.filter(|_| assessing.writing.no_previous) {
        let message = "there is no earlier run to compare with".to_owned();
        let option = format!("--fail-on {condition}");
        return usage(Code::NothingToCompare, Path::new(&option), message, "leave out `--no-previous`");
    }
    Ok(())
}

fn explain_code(say: &Messages, typed: &str) -> Result<Exit, Failure> {
    if let Some(code) = Code::of(typed.trim()) {
        return Ok(print(&terminal::code(say, code, width())));
    }
    let message = format!("there is no code `{typed}`");
    let problem = Problem::error(Code::NoSuchCode, Place::file("explain-code"), message);
    let near: Vec<String> = Code::near(typed).iter().map(|code| format!("`{code}`")).collect();
    let help = match near.as_slice() {
        [] => "`outsift explain-code` lists all".to_owned(),
        near => format!("perhaps {}", near.join(" or ")),
    };
    Err(Failure::of(Exit::Usage, problem.help(help)))
}

fn no_match(pattern: &Path) -> Failure {
    let problem = Problem::error(Code::NoMatch, Place::file(pattern.display().to_string()), "no file has such a name");
    Failure::of(Exit::NoInput, problem.help("patterns stand for names of files; folders have to be named"))
}

fn beyond(shown: &str, what: &str) -> Notice {
    let problem = Problem::warning(Code::BeyondAllowance, Place::file(shown), what);
    Notice::from(&problem.help("the outputs are there all the same; `--fail-on` says what is allowed"))
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Prints a text to standard output, without anything in it that acts on a terminal.
fn print(text: &str) -> Exit {
    print_bytes(harmless(text).as_bytes())
}

/// How a text is printed that is for people, or for programs.
fn printed(is_for_programs: bool) -> fn(&str) -> Exit {
    if is_for_programs { print_file } else { print }
}

/// Prints the text of a file: on a terminal without anything that acts on it, into another file as it is.
fn print_file(text: &str) -> Exit {
    if io::stdout().is_terminal() { print(text) } else { write_out(io::stdout().lock(), text.as_bytes()) }
}

fn print_bytes(bytes: &[u8]) -> Exit {
    write_out(anstream::stdout().lock(), bytes)
}

/// Prints to standard output; a reader that has seen enough and closes the pipe is no error.
fn write_out(mut stdout: impl io::Write, bytes: &[u8]) -> Exit {
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let message = format!("what came of it cannot be printed: {error}");
            let problem = Problem::error(Code::CannotPrint, Place::file("standard output"), message);
            let text = format!("{problem}\n");
            let _ = anstream::stderr().lock().write_all(text.as_bytes());
            Exit::Io
        }
        _ => Exit::Done,
    }
}
