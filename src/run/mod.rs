//! One run: the pipeline from a file to a report, and the publishing of its outputs, all or none.
//!
//! This is the end that does I/O; what it asks for is in [`Job`], what went wrong is in [`Failure`]. How either is typed
//! or printed is left to the command line.
//!
//! Two processes share a run. A worker, under limits that it puts on itself, reads and judges and writes unfinished files
//! ([`work`]); its supervisor claims the target, waits for the worker, and publishes ([`Supervisor`], [`Claim`]).

mod combining;
mod command;
mod inputs;
mod limits;
mod look;
mod previous;
mod publishing;
mod rules;
mod supervisor;
mod tally;
mod target;
mod verify;
mod worker;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::assessment::{self, Assessed};
use crate::changes;
use crate::inventory::{self, Assumption, Inventory};
use crate::portfolio::{self, Portfolio};
use crate::problem::{Place, Problem, Problems, Severity};
use crate::report::pdf::Design;
use crate::report::{self, Effect, Figures, Report, Run, workbook};
use crate::rulebook::{self, DecimalMark, Rulebook, StatedColumn};
use crate::table::{self, Workbook};

pub use combining::Combined;
use command::command_line;
pub use command::{arguments, next_command};
pub use inputs::matching;
use inputs::unchanged;
pub use limits::{Limits, Memory, Time};
pub use look::Look;
pub use publishing::{FormFile, Outputs, form_file, outputs, write};
pub use rules::load_rulebook;
pub use supervisor::{Failed, Stop, Supervisor};
pub use tally::{Allowance, Tally};
pub use target::{Claim, Target};
pub use verify::{Whole, verify};
pub use worker::{Answer, Notice, Orders, work};

/// What to assess, and by which rules.
#[derive(Clone, Debug)]
pub struct Job {
    /// The inventory.
    pub input: PathBuf,
    /// Other inventories that make one portfolio with it.
    pub combined: Option<Combined>,
    /// The sheet; the best one where none is named.
    pub sheet: Option<String>,
    /// The rulebook; the default one where none is named.
    pub rulebook: Option<PathBuf>,
    /// Answers to what the inventory does not say, each a questionnaire or an assessed workbook whose gaps were filled;
    /// later ones count before earlier ones.
    pub answers: Vec<PathBuf>,
    /// The record or the assessed workbook of an earlier run, to compare with and to carry decisions over from.
    pub previous: Option<PathBuf>,
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
    /// Whether the workbook is to have formulas.
    pub figures: Figures,
    /// How the outputs look.
    pub look: Look,
}

impl Job {
    /// A job that leaves everything to the program.
    pub fn new(input: PathBuf, date: Date) -> Job {
        Job {
            input,
            combined: None,
            sheet: None,
            rulebook: None,
            answers: Vec::new(),
            previous: None,
            columns: Vec::new(),
            scales: Vec::new(),
            decimal_mark: None,
            assume: Vec::new(),
            date,
            figures: Figures::Auto,
            look: Look::default(),
        }
    }

    /// The files that are read.
    pub fn inputs(&self) -> Vec<PathBuf> {
        let single = [Some(&self.input), self.rulebook.as_ref(), self.previous.as_ref()].into_iter().flatten();
        let others = self.combined.iter().flat_map(|combined| &combined.others);
        single.chain(&self.answers).chain(others).cloned().chain(self.look.inputs()).collect()
    }

    /// What the names of its outputs begin with.
    fn stem(&self) -> String {
        self.combined.as_ref().map_or_else(|| stem(&self.input), |combined| combined.name.clone())
    }
}

/// How a run ended, as an exit code of the process; most numbers are those of BSD's sysexits. Where there were several runs,
/// the greatest of their codes is that of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is done.
    #[default]
    Done = 0,
    /// All is done, and goes beyond what was allowed.
    Beyond = 1,
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
    /// Something is in use or changing: the same run may succeed later.
    TryAgain = 75,
    /// The rulebook or the wording is wrong.
    Rulebook = 78,
    /// It was stopped: its terminal was closed.
    HungUp = 129,
    /// It was stopped from the keyboard.
    Interrupted = 130,
    /// It was stopped by the system or another program.
    Terminated = 143,
}

impl Exit {
    /// All ways in which a run can end, with what they mean to users.
    pub const ALL: [(Exit, &'static str); 13] = [
        (Exit::Done, "done"),
        (Exit::Beyond, "done, but beyond what `--fail-on` allows"),
        (Exit::Usage, "the command line makes no sense"),
        (Exit::Data, "the data cannot be used, or not within the limits"),
        (Exit::NoInput, "the input does not exist or cannot be opened"),
        (Exit::Internal, "the program is at fault"),
        (Exit::CannotWrite, "an output cannot be created"),
        (Exit::Io, "writing went wrong half-way"),
        (Exit::TryAgain, "something is in use or changing; the same run may succeed later"),
        (Exit::Rulebook, "the rulebook or the wording is wrong"),
        (Exit::HungUp, "stopped: the terminal was closed"),
        (Exit::Interrupted, "stopped from the keyboard"),
        (Exit::Terminated, "stopped by the system (SIGTERM); nothing is left behind"),
    ];

    /// The way of ending that a code stands for; an unknown one is a fault.
    fn of(code: u8) -> Exit {
        Exit::ALL.iter().map(|(exit, _)| *exit).find(|exit| *exit as u8 == code).unwrap_or(Exit::Internal)
    }
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
    /// A failure for one reason.
    pub fn of(exit: Exit, problem: Problem) -> Failure {
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
    /// How the summary is drawn.
    pub design: &'a Design,
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
    read_once(job)?;
    let (wording, design) = (job.look.wording()?, job.look.design()?);
    let mut problems = Problems::default();

    stage("reading");
    let workbook = match &job.combined {
        Some(combined) => combining::read(&job.input, combined, job.sheet.as_deref(), &rulebook, &mut problems)?,
        None => {
            unchanged(&job.input, || table::read(&job.input, job.sheet.as_deref(), &mut problems).map_err(cannot_read))?
        }
    };
    let (mut workbook, asked) = parts(workbook);
    stage("understanding");
    inventory::join_sheets(&rulebook, &mut workbook, &mut problems);
    let unusable = |problem| Failure::of(Exit::Data, problem);
    let mut inventory = inventory::map(&rulebook, &workbook, &assumptions, &mut problems).map_err(unusable)?;
    problems.extend(workbook::long_texts(inventory.table));

    let answers = answers(job, asked, &rulebook, &inventory)?;
    let (mut before, mut used) = (None, Vec::new());
    for (workbook, rules) in &answers {
        let mut found = Problems::default();
        let answers = inventory::map(rules, workbook, &[], &mut found).map_err(unusable_answers)?;
        let is_unread = found.listed().iter().any(|problem| problem.severity == Severity::Warning);
        if is_what_to_ask(workbook) && !is_unread && !answers.holds_answers(&rulebook) {
            continue;
        }
        used.push(&workbook.file);
        before.get_or_insert_with(|| assessment::assess(&rulebook, &inventory));
        inventory.answer(&rulebook, answers, found.listed().iter().cloned(), &mut problems);
    }

    stage("assessing");
    let assessed = assessment::assess(&rulebook, &inventory);
    let portfolio = portfolio::summarise(&rulebook, &inventory, &assessed);
    let read = |path| unchanged(path, || previous::read(&rulebook, path));
    let earlier = job.previous.as_deref().map(read).transpose()?;
    let compare = |earlier| changes::compare(&rulebook, &inventory, &assessed, earlier, &mut problems);
    let changes = earlier.map(compare);
    let run = Run {
        file: &workbook.file,
        date: job.date,
        command_line: command_line(job),
        answers: used,
        effect: before.map(|before| Effect::of(&before, &assessed)),
        changes: changes.as_ref(),
        figures: job.figures,
        title: job.look.title.as_deref(),
        organisation: job.look.organisation.as_deref(),
        wording: &wording,
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
        design: &design,
    })
}

/// Checks that standard input, which can be read once, is one input at most.
fn read_once(job: &Job) -> Result<(), Failure> {
    if job.inputs().into_iter().filter(|path| table::is_stdin(path)).count() < 2 {
        return Ok(());
    }
    let problem = Problem::error("read-twice", Place::file("-"), "standard input is given as more than one file");
    Err(Failure::of(Exit::Usage, problem.help("give files for the others")))
}

/// The workbooks with answers, each with the rules to read it by; those typed into the inventory itself come first.
fn answers(
    job: &Job,
    asked: Option<Workbook>,
    rulebook: &Rulebook,
    inventory: &Inventory,
) -> Result<Vec<(Workbook, Rulebook)>, Failure> {
    let mut books: Vec<Workbook> = asked.into_iter().collect();
    for path in &job.answers {
        let workbook = unchanged(path, || table::read(path, None, &mut Problems::default()).map_err(cannot_read))?;
        let (workbook, asked) = parts(workbook);
        books.extend([Some(workbook), asked].into_iter().flatten());
    }
    let with_rules = books.into_iter().map(|mut workbook| {
        let rules = inventory::rules_for_answers(rulebook, inventory, &workbook);
        inventory::join_sheets(&rules, &mut workbook, &mut Problems::default());
        (workbook, rules)
    });
    Ok(with_rules.collect())
}

/// Of a workbook that was assessed, the table, and the answers that were typed on its sheet of questions; any other workbook
/// as it is. Other sheets of an assessed workbook look like inventories and are none.
fn parts(mut workbook: Workbook) -> (Workbook, Option<Workbook>) {
    // Where nothing was to be asked, there are a title and a sentence.
    const NOTHING_ASKED: u32 = 2;
    let has = |name: &str| workbook.tables.iter().any(|table| table.place.sheet.as_deref() == Some(name));
    if !(has(workbook::ASSESSMENT) && has(workbook::WHAT_TO_ASK)) {
        return (workbook, None);
    }
    let asked = workbook.take(workbook::WHAT_TO_ASK).filter(|asked| asked.tables[0].rows() > NOTHING_ASKED);
    let assessed = workbook.take(workbook::ASSESSMENT).unwrap_or(workbook);
    (assessed, asked)
}

/// Whether a workbook is the sheet of questions of one that was assessed.
fn is_what_to_ask(workbook: &Workbook) -> bool {
    matches!(workbook.tables.as_slice(), [only] if only.place.sheet.as_deref() == Some(workbook::WHAT_TO_ASK))
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
    problems.extend(stated_twice(&columns));
    columns.append(&mut rulebook.reading.columns);
    scales.append(&mut rulebook.reading.scales);
    rulebook.reading.columns = columns;
    rulebook.reading.scales = scales;
    if problems.is_empty() { Ok(()) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

/// Options that say two things of one column, or one thing of two.
fn stated_twice(columns: &[StatedColumn]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, stated) in columns.iter().enumerate() {
        let earlier = &columns[..i];
        let is_same = |other: &&StatedColumn| other.column == stated.column;
        let place = || Place::file(format!("--map {}=…", stated.column.given));
        if earlier.iter().any(|other| is_same(&other)) {
            problems.push(Problem::error("mapped-twice", place(), "the same column is mapped twice"));
        } else if stated.attribute.is_some() && earlier.iter().any(|other| other.attribute == stated.attribute) {
            problems.push(Problem::error("mapped-twice", place(), "another column is mapped to the same attribute"));
        }
    }
    problems
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

/// Answers that cannot be used; `--sheet` names a sheet of the inventory, and is no mend here.
fn unusable_answers(problem: Problem) -> Failure {
    let problem = match problem.code {
        "which-sheet" => problem.help("keep the answers on one sheet, or give each sheet as a file of its own"),
        _ => problem,
    };
    Failure::of(Exit::Data, problem)
}

fn cannot_read(problem: Problem) -> Failure {
    let exit = match problem.code {
        "no-input" | "unreadable-file" | "not-a-file" => Exit::NoInput,
        _ => Exit::Data,
    };
    Failure::of(exit, problem)
}

/// What the outputs of an input are named after: its name without its extension.
pub fn stem(input: &Path) -> String {
    if table::is_stdin(input) {
        return table::STDIN.to_owned();
    }
    input.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// A file's name without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A number with what it counts.
fn counted(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
