//! A job as a command to be typed again: in the outputs, and where a command says what to do next.

use std::path::Path;

use super::ending::file_name;
use super::job::Job;
use super::options::{ReadingOptions, Words};
use crate::changes::Told;
use crate::language::Language;

/// The command that gives the same outputs: without folders, and with the date that was used.
pub(super) fn command_line(job: &Job) -> String {
    let previous = job.writing.previous.as_deref().map(|path| format!(" --previous {}", quoted(&file_name(path))));
    let afresh = if job.writing.no_previous { " --no-previous" } else { "" };
    let command = next_command(job, None, &file_name);
    format!("{command}{}{afresh} --date {}", previous.unwrap_or_default(), job.date)
}

/// The command that assesses a job, with more answers where they are in a file; files are named as `shown` says.
pub fn next_command(job: &Job, answers: Option<&Path>, shown: &dyn Fn(&Path) -> String) -> String {
    let answers = answers.map(|answers| format!(" --answers {}", quoted(&shown(answers))));
    format!("outsift assess {}{}", arguments(job, shown), answers.unwrap_or_default())
}

/// What a command tells of how to read and judge: the options that say so, each with its value.
pub(super) fn told(command: &str) -> Vec<Told> {
    let mut words = words(command).into_iter();
    let mut told = Vec::new();
    while let Some(word) = words.next() {
        if let Some(option) = word.strip_prefix("--").filter(|name| ReadingOptions::has(name)) {
            told.push(Told { option: option.to_owned(), value: words.next().unwrap_or_default() });
        }
    }
    told
}

/// The words of a command, as [`quoted`] wrote each on whichever system.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut mark, mut characters) = (None, command.chars().peekable());
    while let Some(character) = characters.next() {
        let word = words.last_mut().expect("there is one from the beginning");
        match (mark, character) {
            (Some(open), _) if open == character => mark = None,
            (None, '\'' | '"') => mark = Some(character),
            (None, ' ') => words.push(String::new()),
            (None, '\\') => word.push(characters.next_if_eq(&'\'').unwrap_or(character)),
            _ => word.push(character),
        }
    }
    words
}

/// The command that reads what people weighed.
pub fn weigh_command(language: Language, rulebook: Option<&Path>) -> String {
    let rulebook =
        rulebook.map_or(String::new(), |path| format!(" --rulebook {}", quoted(&path.display().to_string())));
    format!("outsift weigh ANNA.xlsx BEN.xlsx{rulebook}{} -o weights.toml", language.option())
}

/// The inventory of a job and how it is read, to be typed after a command; files are named as `shown` says.
pub fn arguments(job: &Job, shown: &dyn Fn(&Path) -> String) -> String {
    let mut words = Words { words: job.inventories().map(|path| shown(path)).collect(), shown };
    words.option("--combine", &job.reading.combine);
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

#[cfg(all(test, unix))]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::report::flat::TableFormat;
    use crate::report::pdf::Paper;
    use crate::run::options::{Look, WorkbookKind, WritingOptions};

    #[test]
    fn every_option_is_typed_again() {
        let reading = ReadingOptions {
            combine: Some("All".into()),
            sheet: Some("Our functions".into()),
            delimiter: "tab".parse().ok(),
            encoding: "windows-1250".parse().ok(),
            language: Language::De,
            rulebook: Some("rules/mine.toml".into()),
            answers: vec!["in/a.xlsx".into(), "in/b.xlsx".into()],
            answers_prefer: "median".parse().ok(),
            map: vec!["Wichtigkeit=strategic_value".into()],
            scale: vec!["Fit=5..1".into()],
            unit: vec!["Cost=kEUR".into()],
            r#where: vec!["Year=2024".into()],
            decimal_mark: "comma".parse().ok(),
            assume: vec!["control=low@People's office".into()],
            scenarios: Some("in/job.toml".into()),
            date: None,
        };
        let look = Look {
            paper: Paper::Letter,
            font: Some("fonts/a.ttf".into()),
            template: Some("ours".into()),
            title: Some(" Our review ".into()),
            organisation: None,
        };
        let writing = WritingOptions {
            previous: Some("last year/a-record.json".into()),
            no_previous: false,
            workbook: WorkbookKind { no_workbook: true, ..WorkbookKind::default() },
            table: TableFormat::ALL.to_vec(),
            look,
        };
        let others = vec!["in/two.csv".into()];
        let job = Job { others, reading, writing, ..Job::new("in/one.csv".into(), date(2026, 1, 31)) };
        let between = "--decimal-mark comma --map Wichtigkeit=strategic_value --scale Fit=5..1 --unit Cost=kEUR \
                       --where Year=2024 \
                       --assume 'control=low@People'\\''s office' --scenarios job.toml --title 'Our review'";
        assert_eq!(
            command_line(&job),
            format!(
                "outsift assess one.csv two.csv --combine All --sheet 'Our functions' --delimiter tab --encoding windows-1250 --language de --rulebook mine.toml \
                 --answers a.xlsx --answers b.xlsx --answers-prefer median {between} --font a.ttf --template ours --paper letter --table csv --table parquet --no-workbook \
                 --previous a-record.json --date 2026-01-31"
            )
        );
        let told: Vec<String> =
            told(&command_line(&job)).into_iter().map(|Told { option, value }| format!("{option}: {value}")).collect();
        assert_eq!(
            told,
            [
                "combine: All",
                "sheet: Our functions",
                "delimiter: tab",
                "encoding: windows-1250",
                "rulebook: mine.toml",
                "answers: a.xlsx",
                "answers: b.xlsx",
                "answers-prefer: median",
                "decimal-mark: comma",
                "map: Wichtigkeit=strategic_value",
                "scale: Fit=5..1",
                "unit: Cost=kEUR",
                "where: Year=2024",
                "assume: control=low@People's office",
                "scenarios: job.toml",
            ]
        );
        let shown = |path: &Path| path.display().to_string();
        let next = next_command(&job, Some(Path::new("my answers.xlsx")), &shown);
        assert!(next.starts_with("outsift assess in/one.csv in/two.csv --combine All "), "{next}");
        assert!(next.ends_with(" --no-workbook --answers 'my answers.xlsx'"), "{next}");
        assert!(!next.contains("--previous") && !next.contains("--date"), "{next}");
    }

    #[test]
    fn what_is_left_to_the_program_is_not_typed() {
        let mut job = Job::new("a.csv".into(), date(2026, 1, 31));
        assert_eq!(command_line(&job), "outsift assess a.csv --date 2026-01-31");
        job.writing.look.title = Some(" ".into());
        for (kind, typed) in [
            (WorkbookKind { live: true, ..WorkbookKind::default() }, "a.csv --live"),
            (WorkbookKind { values: true, ..WorkbookKind::default() }, "a.csv --values"),
            (WorkbookKind::default(), "a.csv"),
        ] {
            job.writing.workbook = kind;
            assert_eq!(arguments(&job, &file_name), typed);
        }
        for (word, as_typed) in
            [("", "''"), ("a b", "'a b'"), (r"a\b", r"'a\b'"), ("$x", "'$x'"), ("é-1_2.x", "é-1_2.x")]
        {
            assert_eq!(quoted(word), as_typed);
            assert_eq!(words(as_typed), [word]);
        }
    }
}
