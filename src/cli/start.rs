//! Where a process begins, as a worker or as the one that a user starts.

use std::io::{self, Write as _};
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use super::attend::{attend, refuse};
use super::commands::{Cli, command};
use super::execute::execute;
use super::job_file::{self, Completed};
use crate::run::{self, Exit, Orders};

/// Runs the command line and gives its exit code.
pub fn main() -> ExitCode {
    let (orders, arguments) = Orders::parted(std::env::args_os().collect());
    // A worker is given a command line that is complete.
    let completed = match orders {
        Some(_) => Completed::alone(arguments, None),
        None => match job_file::complete(&arguments) {
            Ok(completed) => completed,
            Err(failure) => return code(refuse(failure, &job_file::running(&arguments))),
        },
    };
    let arguments = &completed.arguments;
    let parsed = command().try_get_matches_from(arguments).and_then(|matches| Cli::of(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { code(Exit::Usage) } else { code(Exit::Done) };
        }
    };
    if let Some(orders) = orders {
        return code(run::work(&cli.running.limits(), |stage| {
            execute(cli.running.language, cli.command, &orders, stage)
        }));
    }
    // A panic is this program's fault: it is said once, in one line, and ends with its own exit code.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or(String::new(), |at| format!(" ({}:{})", at.file(), at.line()));
        let _ =
            writeln!(io::stderr(), "error[internal]: something went wrong inside outsift{place}; nothing was written");
    }));
    let outcome = std::panic::catch_unwind(AssertUnwindSafe(|| attend(cli, &completed)));
    code(outcome.unwrap_or(Exit::Internal))
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}
