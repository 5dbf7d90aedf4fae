//! Waits for a worker: until it is done, fails, dies, takes too long, or this process is told to stop.
//!
//! However a worker ends, it ends in an answer or in one message. Only the message knows what the work was about; what the
//! work is, and what is done with its files, is left to others.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::limits::Limits;
use super::messages::{Answer, Failed, Message, Orders, outlive_large_files};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::run::ending::{Exit, Failure};

/// How long it may take until a request to stop is seen.
const TICK: Duration = Duration::from_millis(25);
/// How much is kept of what a dying worker says on standard error.
const MOST_SAID: u64 = 1 << 16;

/// Whether this process was told to stop.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicUsize>);

impl Stop {
    /// Takes requests to stop from now on: they no longer end this process by themselves.
    pub fn listen() -> Stop {
        let stop = Stop::default();
        outlive_large_files();
        for &(signal, exit) in SIGNALS {
            // Where a signal cannot be caught it ends the process at once, and the next run clears up.
            let _ = signal_hook::flag::register_usize(signal, Arc::clone(&stop.0), exit as usize);
        }
        stop
    }

    /// The exit code of a run that was told to stop.
    pub fn exit(&self) -> Option<Exit> {
        let told = self.0.load(Ordering::Relaxed);
        SIGNALS.iter().map(|(_, exit)| *exit).find(|exit| *exit as usize == told)
    }
}

/// The signals that stop a run, and the exit codes that shells show for them.
const SIGNALS: &[(i32, Exit)] = &[
    (signal_hook::consts::SIGTERM, Exit::Terminated),
    (signal_hook::consts::SIGINT, Exit::Interrupted),
    #[cfg(unix)]
    (signal_hook::consts::SIGHUP, Exit::HungUp),
];

/// What all workers of a command line have in common.
#[derive(Debug)]
pub struct Supervisor<'a> {
    /// The command line, whose work they do.
    pub command_line: &'a [OsString],
    /// What each of them may use.
    pub limits: Limits,
    /// What ends them.
    pub stop: Stop,
}

impl Supervisor<'_> {
    /// Has a worker of this program carry out its orders, and waits for it. `shown` is the file that the work is about, and
    /// `stage` is told what is being done.
    ///
    /// # Errors
    /// What the worker says is wrong, or how it ended.
    pub fn supervise(&self, orders: &Orders, shown: &str, stage: &dyn Fn(&str)) -> Result<Answer, Failed> {
        let program = itself().map_err(|error| no_worker(shown, &error))?;
        self.supervise_by(&program, orders, shown, stage)
    }

    fn supervise_by(
        &self,
        program: &Path,
        orders: &Orders,
        shown: &str,
        stage: &dyn Fn(&str),
    ) -> Result<Answer, Failed> {
        let mut worker = start(program, orders, self.command_line).map_err(|error| no_worker(shown, &error))?;
        let (sender, messages) = mpsc::channel();
        let (stdout, stderr) = (worker.stdout.take(), worker.stderr.take());
        std::thread::scope(|scope| {
            let thread = || std::thread::Builder::new();
            let listening = thread().spawn_scoped(scope, move || stdout.map(|stdout| listen(stdout, &sender)));
            let said = thread().spawn_scoped(scope, move || stderr.map_or(String::new(), last_words));
            let said = listening.and(said).map_err(|error| {
                let _ = worker.kill().and_then(|()| worker.wait());
                no_worker(shown, &error)
            })?;
            let start = Instant::now();
            let (mut doing, mut outcome) = ("starting".to_owned(), None);
            let ended = loop {
                match messages.recv_timeout(TICK) {
                    Ok(Message::Stage(next)) => {
                        stage(&next);
                        doing = next;
                    }
                    Ok(message) => outcome = Some(message),
                    Err(RecvTimeoutError::Disconnected) => break End::Itself,
                    Err(RecvTimeoutError::Timeout) => {}
                }
                match self.stop.exit() {
                    Some(exit) => break End::Stopped(exit),
                    None if start.elapsed() >= self.limits.time.0 => break End::TooLate,
                    None => {}
                }
            };
            if !matches!(ended, End::Itself) {
                let _ = worker.kill();
            }
            let status = worker.wait();
            let said = said.join().unwrap_or_default();
            let told = Told { shown, doing: &doing, limits: &self.limits.in_force(), said: &said };
            match (ended, outcome, self.stop.exit()) {
                (End::Itself, Some(Message::Done(answer)), _) => Ok(*answer),
                (End::Stopped(exit), ..) | (_, _, Some(exit)) => Err(Failed { exit, notices: Vec::new() }),
                (End::TooLate, ..) => Err(told.too_late()),
                (End::Itself, Some(Message::Failed(exit, notices)), _) => Err(Failed { exit: Exit::of(exit), notices }),
                (End::Itself, Some(Message::Panicked(place)), _) => {
                    Err(told.crashed(&format!("the program failed at {place}")))
                }
                (End::Itself, Some(Message::OutOfMemory), _) => Err(told.out_of_memory()),
                (End::Itself, ..) => Err(told.died(status)),
            }
        })
    }
}

/// The running program itself, even where its file has been replaced by a newer one.
fn itself() -> io::Result<PathBuf> {
    let itself = Path::new("/proc/self/exe");
    if itself.exists() { Ok(itself.to_owned()) } else { std::env::current_exe() }
}

fn no_worker(shown: &str, error: &io::Error) -> Failed {
    let problem = Problem::error(Code::NoWorker, Place::file(shown), format!("no process can be started: {error}"));
    Failure::of(Exit::TryAgain, problem.help("look for limits on processes and memory of this user")).into()
}

/// How a worker came to its end.
#[derive(Clone, Copy)]
enum End {
    Itself,
    Stopped(Exit),
    TooLate,
}

fn start(program: &Path, orders: &Orders, command_line: &[OsString]) -> io::Result<Child> {
    let mut command = Command::new(program);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::arg0(&mut command, "outsift");
    command.args(orders.arguments()).args(command_line);
    // Only an inventory named `-` comes from standard input.
    let is_asked = orders
        .input
        .as_ref()
        .map_or_else(|| command_line.iter().any(|argument| argument == "-"), |input| input == Path::new("-"));
    command.stdin(if is_asked { Stdio::inherit() } else { Stdio::null() });
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()
}

/// Passes on what a worker says until it has ended.
fn listen(stdout: ChildStdout, messages: &Sender<Message>) {
    for line in BufReader::new(stdout).split(b'\n') {
        let Ok(line) = line else { break };
        if let Ok(message) = serde_json::from_slice(&line) {
            let _ = messages.send(message);
        }
    }
}

/// What a worker says on standard error, which is nothing unless it dies.
fn last_words(mut stderr: ChildStderr) -> String {
    let mut said = Vec::new();
    let _ = (&mut stderr).take(MOST_SAID).read_to_end(&mut said);
    let _ = io::copy(&mut stderr, &mut io::sink());
    String::from_utf8_lossy(&said).into_owned()
}

/// What is known of a worker that came to nothing.
struct Told<'a> {
    shown: &'a str,
    doing: &'a str,
    limits: &'a Limits,
    said: &'a str,
}

impl Told<'_> {
    fn failed(&self, exit: Exit, code: Code, message: String, help: String) -> Failed {
        let problem = Problem::error(code, Place::file(self.shown), message);
        Failed::from(Failure::of(exit, problem.help(help)))
    }

    /// What could not be done, by what was being done.
    fn could_not(&self) -> String {
        let done = match self.doing {
            "writing" => "written",
            "assessing" => "assessed",
            "understanding" => "understood",
            _ => "read",
        };
        format!("could not be {done}")
    }

    fn too_late(&self) -> Failed {
        let message = format!("{} within {}", self.could_not(), self.limits.time);
        self.failed(
            Exit::Data,
            Code::OutOfTime,
            message,
            "split the file, or raise the limit with `--max-time`".to_owned(),
        )
    }

    fn out_of_memory(&self) -> Failed {
        let message = format!("{} within {} of memory", self.could_not(), self.limits.memory);
        let help = "export only the sheet with the inventory, or raise the limit with `--max-memory`";
        self.failed(Exit::Data, Code::OutOfMemory, message, help.to_owned())
    }

    fn crashed(&self, how: &str) -> Failed {
        // While outputs are written, the input has long been understood.
        let exit = if self.doing == "writing" { Exit::Internal } else { Exit::Data };
        let message = format!("{}: {how}; nothing was written", self.could_not());
        let help = "save the file again in Excel or LibreOffice and try that one; if it fails, too, this is a fault of outsift";
        self.failed(exit, Code::Crashed, message, help.to_owned())
    }

    /// A worker that ended without a word.
    fn died(&self, status: io::Result<ExitStatus>) -> Failed {
        let status = match status {
            Ok(status) => status,
            Err(error) => return self.crashed(&format!("the process was lost ({error})")),
        };
        if self.said.contains("memory allocation of") {
            return self.out_of_memory();
        }
        match signal(status) {
            Some(SIGKILL) => self.failed(
                Exit::Data,
                Code::Killed,
                format!("{}: the process was killed, as systems do when memory runs out", self.could_not()),
                "run fewer at once, or give the machine or container more memory".to_owned(),
            ),
            Some(SIGXCPU) => self.too_late(),
            Some(signal) => match SIGNALS.iter().find(|(stops, _)| *stops == signal) {
                // Whoever stops a group of processes stops the worker, too, and perhaps first.
                Some((_, exit)) => Failed { exit: *exit, notices: Vec::new() },
                None => self.crashed(&format!("the process ended by signal {signal}")),
            },
            None => self.crashed(&format!("the process ended ({status})")),
        }
    }
}

const SIGKILL: i32 = 9;
const SIGXCPU: i32 = 24;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::super::limits::Time;
    use super::*;

    /// What is said of a worker that behaves like some shell script.
    #[track_caller]
    fn check(script: &str, exit: Exit, said: &str) {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("worker");
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("room");
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("it is ours");
        let limits = Limits { time: Time(Duration::from_secs(2)), ..Limits::default() };
        let supervisor = Supervisor { command_line: &[], limits, stop: Stop::default() };
        let failed = supervisor.supervise_by(&program, &Orders::default(), "a.csv", &|_| ()).expect_err("it fails");
        let notices = failed.notices.iter().map(|notice| notice.to_string().replace("error[", "["));
        assert_eq!((failed.exit, notices.collect::<Vec<_>>().join("\n").as_str()), (exit, said), "{script}");
    }

    #[test]
    fn whatever_becomes_of_a_worker_is_one_message() {
        let again = "  help: save the file again in Excel or LibreOffice and try that one; if it fails, too, this is a fault of outsift";
        let smaller = "  help: export only the sheet with the inventory, or raise the limit with `--max-memory`";
        check(
            r#"echo '{"Stage":"reading"}'; echo '{"Panicked":"src/table/mod.rs:7"}'; exit 70"#,
            Exit::Data,
            &format!(
                "[crashed]: a.csv: could not be read: the program failed at src/table/mod.rs:7; nothing was written\n{again}"
            ),
        );
        check(
            r#"echo '{"Stage":"writing"}'; echo '{"Panicked":"src/report/mod.rs:7"}'; exit 70"#,
            Exit::Internal,
            &format!(
                "[crashed]: a.csv: could not be written: the program failed at src/report/mod.rs:7; nothing was written\n{again}"
            ),
        );
        check(
            r#"echo '{"Stage":"understanding"}'; echo 'memory allocation of 8 bytes failed' >&2; kill -ABRT $$"#,
            Exit::Data,
            &format!("[out-of-memory]: a.csv: could not be understood within 6 GiB of memory\n{smaller}"),
        );
        check(
            r#"echo '"OutOfMemory"'; exit 70"#,
            Exit::Data,
            &format!("[out-of-memory]: a.csv: could not be read within 6 GiB of memory\n{smaller}"),
        );
        check(
            r#"echo '{"Stage":"assessing"}'; exec sleep 60"#,
            Exit::Data,
            "[out-of-time]: a.csv: could not be assessed within 2 seconds\n  help: split the file, or raise the limit with `--max-time`",
        );
        check(
            "while :; do :; done",
            Exit::Data,
            "[out-of-time]: a.csv: could not be read within 2 seconds\n  help: split the file, or raise the limit with `--max-time`",
        );
        check(
            "echo something else; exit 3",
            Exit::Data,
            &format!(
                "[crashed]: a.csv: could not be read: the process ended (exit status: 3); nothing was written\n{again}"
            ),
        );
        check(
            "kill -BUS $$",
            Exit::Data,
            &format!(
                "[crashed]: a.csv: could not be read: the process ended by signal 7; nothing was written\n{again}"
            ),
        );
        check(
            r#"echo '{"Failed":[78,[{"severity":"error","code":"c","place":"p","message":"m","help":null}]]}'"#,
            Exit::Rulebook,
            "[c]: p: m",
        );
        check("kill -TERM $$", Exit::Terminated, "");
    }
}
