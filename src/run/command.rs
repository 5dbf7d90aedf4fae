//! A job as a command to be typed again: in the outputs, and where a command says what to do next.

use std::path::Path;

use super::ending::file_name;
use super::job::Job;
use crate::report::pdf::Paper;
use crate::report::view::live::Figures;

/// The command that gives the same outputs: without folders, and with the date that was used.
pub(super) fn command_line(job: &Job) -> String {
    let previous = job.previous.as_deref().map(|path| format!(" --previous {}", quoted(&file_name(path))));
    format!("{}{} --date {}", next_command(job, None, &file_name), previous.unwrap_or_default(), job.date)
}

/// The command that assesses a job, with more answers where they are in a file; files are named as `shown` says.
pub fn next_command(job: &Job, answers: Option<&Path>, shown: &dyn Fn(&Path) -> String) -> String {
    let answers = answers.map(|answers| format!(" --answers {}", quoted(&shown(answers))));
    format!("outsift assess {}{}", arguments(job, shown), answers.unwrap_or_default())
}

/// The inventory of a job and how it is read, to be typed after a command; files are named as `shown` says.
pub fn arguments(job: &Job, shown: &dyn Fn(&Path) -> String) -> String {
    let mut words = vec![shown(&job.input)];
    words.extend(job.combined.iter().flat_map(|combined| &combined.others).map(|other| shown(other)));
    let mut option = |name: &str, value: String| words.extend([name.to_owned(), value]);
    if let Some(combined) = &job.combined {
        option("--combine", combined.name.clone());
    }
    if let Some(sheet) = &job.sheet {
        option("--sheet", sheet.clone());
    }
    if let Some(rulebook) = &job.rulebook {
        option("--rulebook", shown(rulebook));
    }
    for answers in &job.answers {
        option("--answers", shown(answers));
    }
    if let Some(mark) = job.decimal_mark {
        option("--decimal-mark", mark.name().to_owned());
    }
    for (name, values) in [("--map", &job.columns), ("--scale", &job.scales), ("--assume", &job.assume)] {
        for value in values {
            option(name, value.clone());
        }
    }
    let look = &job.look;
    let texts = [("--title", look.title.clone()), ("--organisation", look.organisation.clone())];
    for (name, value) in texts
        .into_iter()
        .chain([("--font", look.font.as_deref().map(shown)), ("--template", look.template.as_deref().map(shown))])
    {
        if let Some(value) = value {
            option(name, value);
        }
    }
    if look.paper != Paper::default() {
        option("--paper", look.paper.name().to_owned());
    }
    match job.figures {
        Figures::Auto => {}
        Figures::Live => words.push("--live".to_owned()),
        Figures::Values => words.push("--values".to_owned()),
        Figures::NoWorkbook => words.push("--no-workbook".to_owned()),
    }
    words.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
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
