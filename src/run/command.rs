//! A job as a command to be typed again: in the outputs, and where a command says what to do next.

use std::path::Path;

use super::ending::file_name;
use super::job::Job;
use super::options::Words;

/// The command that gives the same outputs: without folders, and with the date that was used.
pub(super) fn command_line(job: &Job) -> String {
    let previous = job.writing.previous.as_deref().map(|path| format!(" --previous {}", quoted(&file_name(path))));
    format!("{}{} --date {}", next_command(job, None, &file_name), previous.unwrap_or_default(), job.date)
}

/// The command that assesses a job, with more answers where they are in a file; files are named as `shown` says.
pub fn next_command(job: &Job, answers: Option<&Path>, shown: &dyn Fn(&Path) -> String) -> String {
    let answers = answers.map(|answers| format!(" --answers {}", quoted(&shown(answers))));
    format!("outsift assess {}{}", arguments(job, shown), answers.unwrap_or_default())
}

/// The inventory of a job and how it is read, to be typed after a command; files are named as `shown` says.
pub fn arguments(job: &Job, shown: &dyn Fn(&Path) -> String) -> String {
    let mut words = Words { words: job.inventories().map(|path| shown(path)).collect(), shown };
    words.option("--combine", &job.writing.combine);
    job.reading.again(&mut words);
    job.writing.again(&mut words);
    words.words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:=,+@".contains(c);
    match word {
        _ if !word.is_empty() && word.chars().all(|c| is_plain(c) && (cfg!(windows) || c != '\\')) => word.to_owned(),
        _ if cfg!(windows) => format!("\"{word}\""),
        _ => format!("'{}'", word.replace('\'', r"'\''")),
    }
}
