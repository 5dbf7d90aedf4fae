//! Python programs that check outputs, each in a copy of a process that has their libraries already.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use tempfile::TempDir;

use crate::harness::{Ran, path};

/// A process that copies itself for each program, one at a time. It ends with its input.
struct Copier {
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// Those that wait for a program: as many as tests run at once.
static WAITING: Mutex<Vec<Copier>> = Mutex::new(Vec::new());

/// Runs a Python program with the arguments that `python3` takes.
pub fn run(arguments: &[&OsStr]) -> Ran {
    let waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut copier = waiting.unwrap_or_else(Copier::start);
    let ran = copier.run(arguments);
    WAITING.lock().unwrap_or_else(PoisonError::into_inner).push(copier);
    ran
}

impl Copier {
    fn start() -> Copier {
        let mut python = Command::new("python3");
        python.arg(path("tests/suite/forks.py")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let Child { stdin, stdout, .. } = python.spawn().expect("Python starts");
        Copier { requests: stdin.expect("a pipe"), answers: BufReader::new(stdout.expect("a pipe")) }
    }

    fn run(&mut self, arguments: &[&OsStr]) -> Ran {
        let folder = TempDir::new().expect("a folder");
        let printed = ["stdout", "stderr"].map(|name| folder.path().join(name));
        let arguments: Vec<&str> = arguments.iter().map(|argument| argument.to_str().expect("UTF-8")).collect();
        let request = serde_json::to_string(&(arguments, &printed)).expect("JSON");
        writeln!(self.requests, "{request}").expect("Python waits");
        let mut code = String::new();
        self.answers.read_line(&mut code).expect("Python answers");
        let [stdout, stderr] = printed.map(|path| fs::read_to_string(path).expect("what was printed"));
        Ran { code: code.trim().parse().expect("an exit code"), stdout, stderr }
    }
}
