//! One run: the pipeline from a file to a report, and the publishing of its outputs, all or none.
//!
//! This is the end that does I/O; what it asks for is in [`Job`], what went wrong is in [`Failure`]. How either is typed
//! or printed is left to the command line.

mod command;
mod publishing;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::assessment::{self, Assessed};
use crate::inventory::{self, Assumption, Inventory};
use crate::portfolio::{self, Portfolio};
use crate::problem::{Place, Problem, Problems};
use crate::report::{self, Effect, Figures, Report, Run, workbook};
use crate::rulebook::{self, DecimalMark, Rulebook};
use crate::table::{self, Workbook};

use command::command_line;
pub use command::{arguments, next_command};
use publishing::cannot_be;
pub use publishing::{FormFile, Outputs, form_file, outputs, publish, publish_form};

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
    /// Whether the workbook is to have formulas.
    pub figures: Figures,
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
        figures: job.figures,
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

/// A file's name without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
