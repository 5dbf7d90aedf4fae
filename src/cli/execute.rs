//! What a worker does for each command.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::commands::{
    Command, Compiling, RulebookPart, date_of_run, job, job_of, questionnaire_path, to_fill_in, weighed_file,
};
use crate::codes::Code;
use crate::language::Language;
use crate::own_files::decisions_and_notes;
use crate::problem::{Place, Problem, Problems};
use crate::report::asking::form::Form;
use crate::report::asking::groups::groups;
use crate::report::asking::questionnaire::{MOST_ASKED, Questionnaire};
use crate::report::asking::weights::Weighing;
use crate::report::terminal::{self, Page};
use crate::report::view::checked::checked;
use crate::report::words::escape::write_json;
use crate::report::{self, Messages, flat, record, workbook};
use crate::rulebook;
use crate::run::{self, Answer, Exit, Failure, Job, Kept, Notice, Orders, ReadingOptions, Tally};
use crate::warehouse;

/// Does the work of a command, as a worker: what it writes are unfinished files in the folder that it was told.
pub(super) fn execute(
    language: Language,
    command: Command,
    orders: &Orders,
    stage: &dyn Fn(&'static str),
) -> Result<Answer, Failure> {
    match command {
        Command::Assess(assessing) => {
            let all = assessing.inputs().0;
            let is_only = all.len() == 1 || assessing.reading.combine.is_some();
            let inputs = orders.input.clone().map_or(all, |input| vec![input]);
            let job = Job { is_only, ..assessing.job(inputs)? };
            assess(&job, &assessing.output, orders, stage)
        }
        Command::Check { input, json: true, .. } => run::judge(&input.job("check")?, stage, |judgement| {
            let run::Judgement { report, problems, run, .. } = judgement;
            Ok(in_bytes(|out| record::write_reading(report, problems, run, out)))
        }),
        Command::Check { input, .. } => {
            let job = input.job("check")?;
            let page = Page { width: orders.width, arguments: run::arguments(&job, &shown) };
            run::judge(&job, stage, |judgement| {
                Ok(terminal::check(&checked(judgement.report, judgement.problems), &page).into())
            })
        }
        Command::Sql(compiling) => compile(&compiling, orders, stage),
        Command::Explain { subject, json } => {
            let (job, function) = subject.job()?;
            run::judge(&job, stage, |judgement| match judgement.report.find(&function) {
                Ok(found) if json => Ok(in_bytes(|out| record::write_function(judgement.report, found, out))),
                Ok(found) => Ok(terminal::explain(judgement.report, &judgement.report.explain(found)).into()),
                Err(near) => Err(no_such_function(judgement.run.file.name.as_ref(), &function, &near)),
            })
        }
        Command::Template { inventory, reading, output, force, .. } if inventory.is_empty() => {
            let path = output.unwrap_or_else(|| questionnaire_path(None));
            template(reading, &path, force, orders)
        }
        Command::Template { inventory, reading, by: Some(by), output, .. } => {
            let job = job_of("template", reading, inventory)?;
            questionnaires(&job, &by, &output.unwrap_or_default(), orders, stage)
        }
        Command::Template { inventory, reading, by: None, output, force, .. } => {
            let job = job_of("template", reading, inventory)?;
            let path = output.unwrap_or_else(|| questionnaire_path(Some(&job)));
            questionnaire(&job, &path, force, orders, stage)
        }
        Command::Rulebook(part) => rules(&part),
        Command::Attributes { rulebook } => attributes(language, rulebook.as_deref(), orders.width),
        Command::History { records, json, csv } => history(&Messages::of(language), &records, json, csv),
        Command::Weigh { files, rulebook, output, force } => {
            weigh(language, &files, rulebook.as_deref(), output.as_deref(), force, orders)
        }
        Command::Wording => Ok(report::messages_of(language).into()),
        // These read nothing that could be hostile, and are no work for a worker.
        Command::ExplainCode { .. } | Command::Verify { .. } | Command::Completions { .. } | Command::Man { .. } => {
            Ok(Answer::default())
        }
    }
}

/// What a column can be said to hold.
fn attributes(language: Language, rules: Option<&Path>, width: usize) -> Result<Answer, Failure> {
    let rulebook = run::load_rulebook(language, rules)?;
    Ok(terminal::attributes(&Messages::of(language), &rulebook, width).into())
}

/// The text of rules, or of a part of them.
fn rules(part: &RulebookPart) -> Result<Answer, Failure> {
    let of = |file: &Path| run::load_rulebook(Language::En, Some(file));
    let text = match part.file() {
        Some(file) if part.diff.is_some() => rulebook::difference(&of(file)?),
        Some(file) => of(file)?.text().to_owned(),
        None if part.words => rulebook::dictionary(),
        None => rulebook::RULES.to_owned(),
    };
    Ok(text.into())
}

/// Writes the statements that say the same in a warehouse, and how the sample is understood.
fn compile(compiling: &Compiling, orders: &Orders, stage: &dyn Fn(&'static str)) -> Result<Answer, Failure> {
    let job = compiling.job()?;
    let more = compiling.values.as_deref().map(run::more_texts).transpose()?;
    run::judge(&job, stage, |judgement| {
        let request = warehouse::Request {
            dialect: compiling.dialect,
            table: &compiling.table,
            keys: &compiling.key,
            more: more.as_ref(),
            file: judgement.run.file,
            date: job.date.to_string(),
            is_dbt: compiling.dbt,
        };
        let run::Judgement { rulebook, inventory, assessed, problems, report, .. } = judgement;
        let compiled = warehouse::compile(rulebook, (inventory, assessed), problems, &request);
        let compiled = compiled.map_err(|problems| Failure { exit: Exit::Data, problems })?;
        run::write_statements(&orders.folder, &compiled.files)?;
        let page = Page { width: orders.width, arguments: run::arguments(&job, &shown) };
        let text = terminal::check(&checked(report, &compiled.problems), &page);
        Ok(Answer { text, has_files: true, ..Answer::default() })
    })
}

/// Writes the questions on the functions that are not settled, a workbook for each department, owner or whatever else.
fn questionnaires(
    job: &Job,
    by: &str,
    folder: &Path,
    orders: &Orders,
    stage: &dyn Fn(&'static str),
) -> Result<Answer, Failure> {
    run::judge(job, stage, |judgement| {
        let report = judgement.report;
        let say = report.say();
        let groups = groups(report, by).map_err(|headers| no_such_group(&judgement.run.file.name, by, &headers))?;
        let (mut files, mut text) = (Vec::new(), String::new());
        for group in groups {
            let name = group.file_name(&job.stem());
            let command = run::next_command(job, Some(Path::new(&name)), &run::file_name);
            let Some(questions) = Questionnaire::of(report, &group.functions, command, MOST_ASKED) else { continue };
            run::write_form(&folder.join(&name), &orders.folder.join(&name), |file| {
                workbook::questionnaire::write(say, &questions, file)
            })?;
            text.push_str(&terminal::questionnaire_of(say, &questions, &folder.join(&name)));
            files.push(name);
        }
        if files.is_empty() {
            return Ok(terminal::nothing_to_ask(say, report.functions()).into());
        }
        text.push_str(&terminal::then(say, &run::next_command(job, Some(folder), &shown)));
        Ok(Answer { text, has_files: true, files, ..Answer::default() })
    })
}

/// An answer for programs; memory takes all of it.
fn in_bytes(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Answer {
    let mut out = Vec::new();
    let _ = write(&mut out);
    String::from_utf8_lossy(&out).into_owned().into()
}

/// How portfolios stood from run to run.
fn history(say: &Messages, records: &[PathBuf], json: bool, csv: bool) -> Result<Answer, Failure> {
    let (histories, passed_over) = run::histories(records)?;
    let named = || histories.iter().map(|history| (history.portfolio.as_str(), history.runs.as_slice()));
    let answer = if json {
        in_bytes(|out| write_json(&histories, out))
    } else if csv {
        let runs = named().flat_map(|(portfolio, runs)| runs.iter().map(move |run| (portfolio, run)));
        in_bytes(|out| flat::write_history(runs, out))
    } else {
        terminal::history(say, named()).into()
    };
    Ok(Answer { notices: passed_over.iter().map(Into::into).collect(), ..answer })
}

fn no_such_group(file: &str, by: &str, headers: &[String]) -> Failure {
    let message = format!("no column says `{by}` of a function");
    let headers: Vec<String> = headers.iter().take(12).map(|header| format!("`{header}`")).collect();
    let problem = Problem::error(Code::NoSuchColumn, Place::file(file), message);
    Failure::of(Exit::Usage, problem.help(format!("give the header of one of its columns: {}", headers.join(", "))))
}

fn assess(job: &Job, folder: &Path, orders: &Orders, stage: &dyn Fn(&'static str)) -> Result<Answer, Failure> {
    let outputs = run::Outputs::of(job, folder);
    run::judge(job, stage, |judgement| {
        let later = run::write(judgement, &outputs, &orders.folder, stage)?;
        let later = run::seems_open(&outputs).into_iter().chain(later);
        Ok(Answer {
            text: terminal::summary(judgement.report, judgement.problems, orders.width),
            notices: judgement.kept.iter().map(kept).chain(later.map(|problem| Notice::from(&problem))).collect(),
            set_aside: set_aside(judgement.problems),
            kept: judgement.kept.to_vec(),
            tally: Some(Tally::of(judgement)),
            has_files: true,
            files: Vec::new(),
        })
    })
}

/// What people typed, decided or answered and is not used: the first problem of each code, and how many there are like it.
fn set_aside(problems: &Problems) -> Vec<Notice> {
    let mut by_code: BTreeMap<Code, Vec<&Problem>> = BTreeMap::new();
    for problem in problems.listed().iter().filter(|problem| problem.sets_work_aside()) {
        by_code.entry(problem.code).or_default().push(problem);
    }
    let said = |alike: &Vec<&Problem>| {
        let notice = Notice::from(alike[0]);
        let message = match alike.len() - 1 {
            0 => notice.message,
            more => format!("{}; {more} more like it", notice.message),
        };
        Notice { message, ..notice }
    };
    by_code.values().map(said).collect()
}

/// Writes a sheet for weights, or reads what came back and writes what it comes to.
fn weigh(
    language: Language,
    files: &[PathBuf],
    rules: Option<&Path>,
    output: Option<&Path>,
    force: bool,
    orders: &Orders,
) -> Result<Answer, Failure> {
    let (say, rulebook) = (Messages::of(language), run::load_rulebook(language, rules)?);
    let file = weighed_file(files, rules, output, force)?;
    if let (Some(path), Some(file)) = (to_fill_in(files, output), &file) {
        let command = run::weigh_command(language, rules);
        let weighing = Weighing::of(&rulebook, date_of_run()?, command.clone());
        file.write(&orders.folder, |file| workbook::weights::write(&say, &weighing, file))?;
        return Ok(Answer { has_files: true, ..terminal::weighing(&say, path, &command).into() });
    }
    let (group, notes) = run::weighed(&rulebook, files)?;
    let mut text = terminal::weights(&say, &rulebook, &group);
    if let (Some(path), Some(file)) = (output, &file) {
        let toml = group.rulebook(&rulebook);
        file.write(&orders.folder, |file| file.write_all(toml.as_bytes()).map_err(workbook::WriteError::from))?;
        text.push_str(&terminal::weighed(&say, language, path));
    }
    let notices = notes.iter().map(Into::into).collect();
    Ok(Answer { text, notices, has_files: file.is_some(), ..Answer::default() })
}

/// Writes a blank inventory, which is the input of the job that comes next.
fn template(reading: ReadingOptions, path: &Path, force: bool, orders: &Orders) -> Result<Answer, Failure> {
    let next = job(reading, path.to_owned())?;
    let inputs: Vec<PathBuf> = next.reading.rulebook.iter().cloned().collect();
    let file = run::form_file(&inputs, path, force)?;
    let language = next.reading.language;
    let say = Messages::of(language);
    let form = Form::blank(
        &say,
        &run::load_rulebook(language, next.reading.rulebook.as_deref())?,
        next.date,
        run::next_command(&next, None, &run::file_name),
    );
    file.write(&orders.folder, |file| workbook::template::write(&say, &form, file))?;
    let text = terminal::template(&say, path, &run::next_command(&next, None, &shown));
    Ok(Answer { text, has_files: true, ..Answer::default() })
}

/// Writes the questions on the functions of an inventory that have no verdict, if there are any.
fn questionnaire(
    job: &Job,
    path: &Path,
    force: bool,
    orders: &Orders,
    stage: &dyn Fn(&'static str),
) -> Result<Answer, Failure> {
    let file = run::form_file(&job.inputs(), path, force)?;
    let command = |shown: &dyn Fn(&Path) -> String| run::next_command(job, Some(path), shown);
    run::judge(job, stage, |judgement| {
        let report = judgement.report;
        let questions =
            Questionnaire::of(report, &report.judged.portfolio.unsettled, command(&run::file_name), MOST_ASKED);
        let Some(questions) = questions else {
            return Ok(terminal::nothing_to_ask(report.say(), report.functions()).into());
        };
        file.write(&orders.folder, |file| workbook::questionnaire::write(report.say(), &questions, file))?;
        let text = terminal::questionnaire(report.say(), &questions, path, &command(&shown));
        Ok(Answer { text, has_files: true, ..Answer::default() })
    })
}

/// That a file of the earlier set is kept.
fn kept(kept: &Kept) -> Notice {
    let (place, decisions) = (Place::file(kept.from.display().to_string()), decisions_and_notes(kept.decisions));
    let why = if kept.is_edited {
        "was edited since its run".to_owned()
    } else {
        format!("holds {decisions} that this run starts without")
    };
    let message = format!("{why}, and is kept as `{}`", run::file_name(&kept.to));
    let take_over = format!("`--previous {}` takes them over", kept.to.display());
    let typed =
        "levels and answers that were typed come back with `--answers`, weights and thresholds with `--rulebook`";
    let help = match kept.decisions {
        _ if !kept.is_edited => take_over,
        0 => typed.to_owned(),
        _ if kept.is_carried => format!("its decisions and notes were carried over; {typed}"),
        1 => format!("{decisions} in it was not carried over: {take_over}; {typed}"),
        _ => format!("{decisions} in it were not carried over: {take_over}; {typed}"),
    };
    Notice::from(&Problem::note(Code::EditedAndKept, place, message).help(help))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn no_such_function(file: &str, wanted: &str, near: &[String]) -> Failure {
    let problem =
        Problem::error(Code::NoSuchFunction, Place::file(file), format!("`{wanted}` does not mean one function"));
    let problem = problem.help(format!("perhaps {}", near.join(" or ")));
    Failure { exit: Exit::Data, problems: vec![problem] }
}
