//! What the processes of a run tell each other.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
#[cfg(unix)]
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::codes::Code;
use crate::problem::{Problem, Severity};
use crate::run::ending::{Exit, Failure};
use crate::run::job::Kept;
use crate::run::tally::Tally;

/// The first argument of a worker; what comes after its orders is the command line as it was given.
const WORKER: &str = "--worker";

/// What a worker is told beside the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orders {
    /// How many characters a line of text should have.
    pub width: usize,
    /// Where unfinished files go.
    pub folder: PathBuf,
    /// The one inventory to work on, where the command line has several.
    pub input: Option<PathBuf>,
}

impl Orders {
    /// The orders as arguments, to be put before those of the command line.
    pub(super) fn arguments(&self) -> [OsString; 4] {
        let input = self.input.clone().unwrap_or_default();
        [WORKER.into(), self.width.to_string().into(), self.folder.clone().into(), input.into()]
    }

    /// Parts the orders from the arguments of the command line, program and all; none where this is no worker.
    pub fn parted(mut arguments: Vec<OsString>) -> (Option<Orders>, Vec<OsString>) {
        if arguments.get(1).is_none_or(|first| first != WORKER) || arguments.len() < 5 {
            return (None, arguments);
        }
        let mut orders = arguments.drain(1..5).skip(1);
        let (width, folder, input) = (orders.next(), orders.next(), orders.next());
        drop(orders);
        let width = width.and_then(|width| width.to_str()?.parse().ok());
        let input = input.filter(|input| !input.is_empty()).map(PathBuf::from);
        (Some(Orders { width: width.unwrap_or(80), folder: folder.unwrap_or_default().into(), input }), arguments)
    }
}

/// What a worker says.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message {
    /// What it is doing now.
    Stage(String),
    /// What it came to.
    Done(Box<Answer>),
    /// Why it came to nothing.
    Failed(u8, Vec<Notice>),
    /// It is at fault itself, at this place in the program.
    Panicked(String),
    /// There was no memory for the stack of a thread.
    OutOfMemory,
}

/// What came of a command.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What to print.
    pub text: String,
    /// What came up on the way and does not stand in the text.
    pub notices: Vec<Notice>,
    /// That what people typed, decided or answered is not used, which is said to those who want quiet as well.
    pub set_aside: Vec<Notice>,
    /// The figures of an assessment.
    pub tally: Option<Tally>,
    /// Whether files were written that are to be moved to their places.
    pub has_files: bool,
    /// The names of files that were written to stand in a folder, each by itself.
    pub files: Vec<String>,
    /// The older files that get another name before they are replaced.
    pub kept: Vec<Kept>,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Answer { text, ..Answer::default() }
    }
}

/// A problem on its way between processes, and to logs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// A stable code.
    pub code: String,
    /// Where it is.
    pub place: String,
    /// What was expected and what was found.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl From<&Problem> for Notice {
    fn from(problem: &Problem) -> Self {
        Notice {
            severity: problem.severity.name().to_owned(),
            code: problem.code.id().to_owned(),
            place: problem.place.to_string(),
            message: problem.message.clone(),
            help: problem.help.clone(),
        }
    }
}

impl Notice {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        let all = [Severity::Error, Severity::Warning, Severity::Note];
        all.into_iter().find(|severity| severity.name() == self.severity).unwrap_or(Severity::Error)
    }

    /// Whether it is said to those who want nothing but what is wrong.
    pub fn is_wrong(&self) -> bool {
        match self.severity() {
            Severity::Error => true,
            Severity::Warning => Code::of(&self.code).is_some_and(Code::sets_work_aside),
            Severity::Note => false,
        }
    }

    /// The same without any value of a cell: what holds for all of its code.
    #[must_use]
    pub fn in_general(&self) -> Notice {
        let Some(code) = Code::of(&self.code) else { return self.clone() };
        Notice { message: code.meaning().to_owned(), help: Some(code.mend().to_owned()), ..self.clone() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}: {}", self.severity, self.code, self.place, self.message)?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

/// Why a worker came to nothing.
#[derive(Debug)]
pub struct Failed {
    /// The exit code.
    pub exit: Exit,
    /// What was wrong; empty where the run was stopped.
    pub notices: Vec<Notice>,
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        Failed { exit: failure.exit, notices: failure.problems.iter().map(Notice::from).collect() }
    }
}

/// Has a file that grows beyond a limit fail like any other that cannot be written, instead of ending the process.
pub(super) fn outlive_large_files() {
    #[cfg(unix)]
    const SIGXFSZ: i32 = 25;
    #[cfg(unix)]
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
}
