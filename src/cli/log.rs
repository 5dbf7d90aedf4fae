//! What is said on standard error while a command runs: problems, events, and progress on a terminal.
//!
//! No value of a cell is in an event. What a failed run has to say may quote headers, and the value that it failed on.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::Serialize;

use super::commands::{Format, Running};
use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, printable};
use crate::report::words::escape::write_json;
use crate::report::{Messages, terminal};
use crate::run::{Exit, Notice};

/// Wipes the line of a terminal that progress may stand on.
const WIPE: &str = "\r\x1b[K";

/// Says something on standard error: in one piece, so that lines of runs at the same time stay apart, and on a line of its own.
fn say(text: &str) {
    let wipe = if io::stderr().is_terminal() { WIPE } else { "" };
    let _ = anstream::stderr().lock().write_all(format!("{wipe}{text}").as_bytes());
}

/// Where problems and events go.
#[derive(Debug)]
pub(super) struct Log {
    format: Format,
    is_quiet: bool,
    is_verbose: bool,
    language: Language,
    /// Options as problems name them, and where they stand in a job file.
    origins: Vec<(String, Place)>,
}

/// One line of a log for programs.
#[derive(Serialize)]
struct Event<'a> {
    time: String,
    level: &'a str,
    code: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<&'a BTreeMap<String, usize>>,
}

impl<'a> Event<'a> {
    fn info(code: &'a str, file: &'a str, message: &'a str) -> Event<'a> {
        let time = Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string();
        Event { time, level: "info", code, file, place: None, message, help: None, problems: None }
    }

    fn write(&self) {
        let mut line = Vec::new();
        let _ = write_json(self, &mut line);
        say(&String::from_utf8_lossy(&line));
    }
}

impl Log {
    pub(super) fn new(running: &Running, origins: Vec<(String, Place)>) -> Log {
        let Running { language, log_format: format, quiet: is_quiet, verbose: is_verbose, .. } = *running;
        Log { format, is_quiet, is_verbose, language, origins }
    }

    /// What is said to people, in their language; most runs have it all said by their worker.
    pub(super) fn words(&self) -> Messages {
        Messages::of(self.language)
    }

    /// A problem as people read it.
    pub(super) fn as_text(&self, notice: &Notice) -> String {
        let code = Code::of(&notice.code);
        terminal::notice(
            &self.words(),
            notice.severity(),
            code,
            [&notice.place, &notice.message],
            notice.help.as_deref(),
        )
    }

    /// Whether nothing but what is wrong is to be said.
    pub(super) fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// Says a problem; from those who want quiet it is kept back unless something is wrong.
    pub(super) fn notice(&self, file: &str, notice: &Notice) {
        if !self.is_quiet || notice.is_wrong() {
            self.always(file, notice);
        }
    }

    /// Says problems likewise.
    pub(super) fn notices(&self, file: &str, notices: &[Notice]) {
        for notice in notices {
            self.notice(file, notice);
        }
    }

    /// Says that what people typed, decided or answered is not used; `is_read` says whether a summary that says so is printed
    /// where quiet is not wanted.
    pub(super) fn set_aside(&self, file: &str, notice: &Notice, is_read: bool) {
        match self.format {
            Format::Json => self.always(file, &notice.in_general()),
            Format::Text if is_read && !self.is_quiet => {}
            Format::Text => self.always(file, notice),
        }
    }

    /// Says a problem to those who want quiet as well.
    pub(super) fn always(&self, file: &str, notice: &Notice) {
        let origin = self.origins.iter().find(|(option, _)| *option == notice.place);
        let notice = &match origin {
            Some((option, place)) => Notice { place: format!("{place} (`{option}`)"), ..notice.clone() },
            None => notice.clone(),
        };
        match self.format {
            Format::Text => say(&self.as_text(notice)),
            Format::Json => {
                let (place, help) = (Some(notice.place.as_str()), notice.help.as_deref());
                let event = Event::info(&notice.code, file, &notice.message);
                Event { level: &notice.severity, place, help, ..event }.write();
            }
        }
    }

    /// Says a problem that people read elsewhere.
    pub(super) fn aside(&self, file: &str, notice: &Notice) {
        if self.format == Format::Json {
            self.notice(file, notice);
        }
    }

    /// Says what happens on the way.
    pub(super) fn event(&self, code: &str, file: &str, message: &str) {
        match self.format {
            _ if self.is_quiet => {}
            Format::Json => Event::info(code, file, message).write(),
            Format::Text if self.is_verbose => {
                say(&format!("info[{code}]: {}: {}\n", printable(file), printable(message)));
            }
            Format::Text => {}
        }
    }

    /// Says that a set of outputs has appeared, and how many problems of each code there were.
    pub(super) fn published(&self, file: &str, record: &str, problems: &BTreeMap<String, usize>) {
        self.ended("published", file, record, Some(problems));
    }

    /// Says that a run has come to nothing.
    pub(super) fn failed(&self, file: &str, exit: Exit) {
        self.ended("failed", file, &format!("exit code {}", exit as u8), None);
    }

    /// Says how a run has ended: of a log for programs, no quiet takes that away, or a night that went well would look like one
    /// that never was.
    fn ended(&self, code: &str, file: &str, message: &str, problems: Option<&BTreeMap<String, usize>>) {
        match self.format {
            Format::Json => Event { problems, ..Event::info(code, file, message) }.write(),
            Format::Text => self.event(code, file, message),
        }
    }
}

/// Runs some work and, on a terminal, says what it is at once it has taken longer than a second.
pub(super) fn with_progress<T>(work: impl FnOnce(&(dyn Fn(&str) + Sync)) -> T) -> T {
    const PATIENCE: Duration = Duration::from_secs(1);
    if !io::stderr().is_terminal() {
        return work(&|_| ());
    }
    let (sender, stages) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let (start, mut stage, mut shown) = (Instant::now(), "starting".to_owned(), false);
            loop {
                match stages.recv_timeout(PATIENCE / 4) {
                    Ok(next) => stage = next,
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if start.elapsed() >= PATIENCE {
                    shown = true;
                    let _ = write!(io::stderr(), "{WIPE}{stage} … {} s", start.elapsed().as_secs());
                }
            }
            if shown {
                let _ = write!(io::stderr(), "{WIPE}");
            }
        });
        // The sender is dropped with the work, which ends the other thread.
        let outcome = work(&|stage| {
            let _ = sender.send(stage.to_owned());
        });
        drop(sender);
        outcome
    })
}
