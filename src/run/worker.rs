//! The process that does the work, and what it says to the one that waits for it.
//!
//! It reads what may be hostile, under limits that it puts on itself, and writes unfinished files only. It speaks on its
//! standard output, a message of JSON a line; everything that has a lasting effect is left to its supervisor.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::limits::Limits;
use super::supervisor::outlive_large_files;
use super::tally::Tally;
use super::{Exit, Failure};
use crate::problem::{Problem, Severity};
use crate::table::NO_THREAD;

/// The first argument of a worker; what comes after its orders is the command line as it was given.
pub(super) const WORKER: &str = "--worker";

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
    Done(Answer),
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
    /// The figures of an assessment.
    pub tally: Option<Tally>,
    /// Whether files were written that are to be moved to their places.
    pub has_files: bool,
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
            code: problem.code.to_owned(),
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
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}: {}", self.severity, self.code, self.place, self.message)?;
        self.help.iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

/// Does some work as a worker and says what came of it; `work` is given a function that tells what is being done.
pub fn work(limits: &Limits, work: impl FnOnce(&dyn Fn(&'static str)) -> Result<Answer, Failure>) -> Exit {
    // The first panic is the one that matters; others follow from it.
    static FIRST: OnceLock<(String, String)> = OnceLock::new();
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
        let text = panic.payload().downcast_ref::<String>().cloned().unwrap_or_default();
        let _ = FIRST.set((place, text));
    }));
    outlive_large_files();
    limits.apply();
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        end_with_supervisor();
        work(&|stage| say(&Message::Stage(stage.to_owned())))
    }));
    match outcome {
        Ok(Ok(answer)) => {
            say(&Message::Done(answer));
            Exit::Done
        }
        Ok(Err(failure)) => {
            say(&Message::Failed(failure.exit as u8, failure.problems.iter().map(Notice::from).collect()));
            failure.exit
        }
        Err(_) => {
            let (place, text) = FIRST.get().cloned().unwrap_or_default();
            let is_no_thread = text.contains(NO_THREAD);
            say(&if is_no_thread { Message::OutOfMemory } else { Message::Panicked(place) });
            Exit::Internal
        }
    }
}

/// Says something to the supervisor; where it is gone, nobody is left to be told.
fn say(message: &Message) {
    let mut line = serde_json::to_vec(message).unwrap_or_default();
    line.push(b'\n');
    let mut stdout = io::stdout().lock();
    let _ = stdout.write_all(&line).and_then(|()| stdout.flush());
}

/// Ends this process as soon as its supervisor has ended, however that came about: nobody would publish its files.
#[cfg(unix)]
fn end_with_supervisor() {
    use rustix::event::{PollFd, PollFlags, poll};
    std::thread::spawn(|| {
        let stdout = io::stdout();
        // Whatever is asked for, the closing of the other end is always told.
        let mut closed = [PollFd::new(&stdout, PollFlags::empty())];
        while !matches!(poll(&mut closed, None), Ok(1..)) {}
        std::process::exit(Exit::Internal as i32);
    });
}

#[cfg(not(unix))]
fn end_with_supervisor() {}
