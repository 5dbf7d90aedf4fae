//! The pipeline, from the files that are read to what there is to say.

use super::command::command_line;
use super::ending::{Exit, Failure, cannot_read};
use super::inputs::{combining, previous, rules::load_rulebook, unchanged};
use super::job::{Job, Judgement};
use super::parts::{is_what_to_ask, parts};
use crate::assessment;
use crate::changes;
use crate::inventory::{self, Assumption, Inventory};
use crate::portfolio;
use crate::problem::{Place, Problem, Problems, Severity};
use crate::report::{self, Effect, Run, workbook};
use crate::rulebook::{self, Rulebook, StatedColumn};
use crate::table::{self, Workbook};

/// Reads and judges; `stage` is told what is being done, `then` what it came to.
///
/// # Errors
/// The rulebook is wrong, or the input cannot be read or used.
pub fn judge<T>(
    job: &Job,
    stage: &dyn Fn(&'static str),
    then: impl FnOnce(&Judgement) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let mut rulebook = load_rulebook(job.rulebook.as_deref())?;
    state(&mut rulebook, job)?;
    let assumptions = assumptions(&rulebook, &job.assume)?;
    read_once(job)?;
    let (say, design) = (job.look.messages()?, job.look.design()?);
    let mut problems = Problems::default();

    stage("reading");
    let workbook = match &job.combined {
        Some(combined) => combining::read(&job.input, combined, job.sheet.as_deref(), &rulebook, &mut problems)?,
        None => {
            unchanged(&job.input, || table::read(&job.input, job.sheet.as_deref(), &mut problems).map_err(cannot_read))?
        }
    };
    let (mut workbook, asked) = parts(workbook);
    stage("understanding");
    inventory::join_sheets(&rulebook, &mut workbook, &mut problems);
    let unusable = |problem| Failure::of(Exit::Data, problem);
    let mut inventory = inventory::map(&rulebook, &workbook, &assumptions, &mut problems).map_err(unusable)?;
    problems.extend(workbook::long_texts(inventory.table));

    let answers = answers(job, asked, &rulebook, &inventory)?;
    let (mut before, mut used) = (None, Vec::new());
    for (workbook, rules) in &answers {
        let mut found = Problems::default();
        let answers = inventory::map(rules, workbook, &[], &mut found).map_err(unusable_answers)?;
        let is_unread = found.listed().iter().any(|problem| problem.severity == Severity::Warning);
        if is_what_to_ask(workbook) && !is_unread && !answers.holds_answers(&rulebook) {
            continue;
        }
        used.push(&workbook.file);
        before.get_or_insert_with(|| assessment::assess(&rulebook, &inventory));
        inventory.answer(&rulebook, answers, found.listed().iter().cloned(), &mut problems);
    }

    stage("assessing");
    let assessed = assessment::assess(&rulebook, &inventory);
    let portfolio = portfolio::summarise(&rulebook, &inventory, &assessed);
    let read = |path| unchanged(path, || previous::read(&rulebook, path));
    let earlier = job.previous.as_deref().map(read).transpose()?;
    let compare = |earlier| changes::compare(&rulebook, &inventory, &assessed, earlier, &mut problems);
    let changes = earlier.map(compare);
    let run = Run {
        file: &workbook.file,
        date: job.date,
        command_line: command_line(job),
        answers: used,
        effect: before.map(|before| Effect::of(&before, &assessed)),
        changes: changes.as_ref(),
        figures: job.figures,
        title: job.look.title.as_deref(),
        organisation: job.look.organisation.as_deref(),
        say: &say,
    };
    let report = report::compose(&rulebook, &inventory, &assessed, &portfolio, &problems, &run);

    then(&Judgement {
        rulebook: &rulebook,
        inventory: &inventory,
        assessed: &assessed,
        portfolio: &portfolio,
        problems: &problems,
        run: &run,
        report: &report,
        design: &design,
    })
}

/// Checks that standard input, which can be read once, is one input at most.
fn read_once(job: &Job) -> Result<(), Failure> {
    if job.inputs().into_iter().filter(|path| table::is_stdin(path)).count() < 2 {
        return Ok(());
    }
    let problem = Problem::error("read-twice", Place::file("-"), "standard input is given as more than one file");
    Err(Failure::of(Exit::Usage, problem.help("give files for the others")))
}

/// The workbooks with answers, each with the rules to read it by; those typed into the inventory itself come first.
fn answers(
    job: &Job,
    asked: Option<Workbook>,
    rulebook: &Rulebook,
    inventory: &Inventory,
) -> Result<Vec<(Workbook, Rulebook)>, Failure> {
    let mut books: Vec<Workbook> = asked.into_iter().collect();
    for path in &job.answers {
        let workbook = unchanged(path, || table::read(path, None, &mut Problems::default()).map_err(cannot_read))?;
        let (workbook, asked) = parts(workbook);
        books.extend([Some(workbook), asked].into_iter().flatten());
    }
    let with_rules = books.into_iter().map(|mut workbook| {
        let rules = inventory::rules_for_answers(rulebook, inventory, &workbook);
        inventory::join_sheets(&rules, &mut workbook, &mut Problems::default());
        (workbook, rules)
    });
    Ok(with_rules.collect())
}

/// Puts what the options say of columns before what the rulebook says of them.
fn state(rulebook: &mut Rulebook, job: &Job) -> Result<(), Failure> {
    let (mut columns, mut scales, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    let mut wrong = |option: &str, given: &str, message: String| {
        problems.push(Problem::error("option", Place::file(format!("{option} {given}")), message));
    };
    for given in &job.columns {
        match rulebook::parse_column(rulebook, given) {
            Ok(stated) => columns.push(stated),
            Err(message) => wrong("--map", given, message),
        }
    }
    for given in &job.scales {
        match rulebook::parse_column_scale(given) {
            Ok(stated) => scales.push(stated),
            Err(message) => wrong("--scale", given, message),
        }
    }
    rulebook.reading.decimal_mark = job.decimal_mark.or(rulebook.reading.decimal_mark);
    problems.extend(stated_twice(&columns));
    columns.append(&mut rulebook.reading.columns);
    scales.append(&mut rulebook.reading.scales);
    rulebook.reading.columns = columns;
    rulebook.reading.scales = scales;
    if problems.is_empty() { Ok(()) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

/// Options that say two things of one column, or one thing of two.
fn stated_twice(columns: &[StatedColumn]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (i, stated) in columns.iter().enumerate() {
        let earlier = &columns[..i];
        let is_same = |other: &&StatedColumn| other.column == stated.column;
        let place = || Place::file(format!("--map {}=…", stated.column.given));
        if earlier.iter().any(|other| is_same(&other)) {
            problems.push(Problem::error("mapped-twice", place(), "the same column is mapped twice"));
        } else if stated.attribute.is_some() && earlier.iter().any(|other| other.attribute == stated.attribute) {
            problems.push(Problem::error("mapped-twice", place(), "another column is mapped to the same attribute"));
        }
    }
    problems
}

fn assumptions(rulebook: &Rulebook, given: &[String]) -> Result<Vec<Assumption>, Failure> {
    let (mut assumptions, mut problems) = (Vec::<Assumption>::new(), Vec::new());
    for text in given {
        let place = || Place::file(format!("--assume {text}"));
        match inventory::parse_assumption(rulebook, text) {
            Ok(new)
                if assumptions
                    .iter()
                    .any(|known| (known.attribute, &known.department) == (new.attribute, &new.department)) =>
            {
                problems.push(Problem::error("assumed-twice", place(), "the same attribute is assumed twice"));
            }
            Ok(new) => assumptions.push(new),
            Err(message) => problems.push(Problem::error("assumption", place(), message)),
        }
    }
    if problems.is_empty() { Ok(assumptions) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

/// Answers that cannot be used; `--sheet` names a sheet of the inventory, and is no mend here.
fn unusable_answers(problem: Problem) -> Failure {
    let problem = match problem.code {
        "which-sheet" => problem.help("keep the answers on one sheet, or give each sheet as a file of its own"),
        _ => problem,
    };
    Failure::of(Exit::Data, problem)
}
