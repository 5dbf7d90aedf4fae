//! The process that does the work, and what it says to the one that waits for it.
//!
//! It reads what may be hostile, under limits that it puts on itself, and writes unfinished files only. It speaks on its
//! standard output, a message of JSON a line; everything that has a lasting effect is left to its supervisor.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::OnceLock;

use super::limits::Limits;
use super::messages::{Answer, Message, Notice, outlive_large_files};
use crate::run::ending::{Exit, Failure};
use crate::table::NO_THREAD;

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
            say(&Message::Done(Box::new(answer)));
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
