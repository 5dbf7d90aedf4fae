//! How a run ends: its exit codes, and why it came to nothing.

use std::io;
use std::path::Path;

use crate::codes::Code;
use crate::problem::{Place, Problem};

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
    pub(super) fn of(code: u8) -> Exit {
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

/// An input that cannot be read.
pub(super) fn cannot_read(problem: Problem) -> Failure {
    let exit = match problem.code {
        Code::NoInput | Code::UnreadableFile | Code::NotAFile => Exit::NoInput,
        _ => Exit::Data,
    };
    Failure::of(exit, problem)
}

/// An output that could not be made.
pub(super) fn failed_output(exit: Exit, path: &Path, what: &str, error: &io::Error) -> Failure {
    let problem = Problem::error(Code::CannotWrite, Place::file(path.display().to_string()), cannot_be(what, error));
    Failure::of(exit, problem.help("make room or write elsewhere with `-o`; older outputs are untouched"))
}

/// What could not be done with a file, and why.
pub(super) fn cannot_be(what: &str, error: &io::Error) -> String {
    format!("cannot be {what}: {error}")
}

/// A file's name without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A number with what it counts.
pub(super) fn counted(number: u64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
