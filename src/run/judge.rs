//! The pipeline, from the files that are read to what there is to say.

use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use super::command::{command_line, told};
use super::ending::{Exit, Failure, file_name};
use super::inputs::earlier_set::{self, Before};
use super::inputs::{Rules, Stamped, answers, combining, copies, typed_aside, workbook};
use super::job::{Job, Judgement, Kept};
use crate::assessment::{self, Assessed};
use crate::changes::{self, Changes, Premise, Premises};
use crate::codes::Code;
use crate::inventory::{self, Inventory, Naming, Understood};
use crate::own_files::{Earlier, leave_out_judgement, notes_left};
use crate::portfolio;
use crate::problem::{Place, Problem, Problems};
use crate::report::pdf::{Design, undrawn, undrawn_characters};
use crate::report::words::messages::Messages;
use crate::report::workbook::{is_added_header, long_texts};
use crate::report::{self, Effect, Run};
use crate::rulebook::Rulebook;
use crate::scenarios;
use crate::table::{self, SourceFile, Workbook};

/// Reads and judges; `stage` is told what is being done, `then` what it came to.
///
/// # Errors
/// The rulebook is wrong, or the input cannot be read or used, or it changes until the end.
pub fn judge<T>(
    job: &Job,
    stage: &dyn Fn(&'static str),
    then: impl FnOnce(&Judgement) -> Result<T, Failure>,
) -> Result<T, Failure> {
    read_once(job)?;
    let stamped = Stamped::of(job);
    let outcome = judge_as_read(job, stage, then)?;
    stamped.are_unchanged()?;
    Ok(outcome)
}

fn judge_as_read<T>(
    job: &Job,
    stage: &dyn Fn(&'static str),
    then: impl FnOnce(&Judgement) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let look = &job.writing.look;

    stage("reading");
    let (rules, table) = rules_and_table(job);
    let (Rules { rulebook, assumptions, scenarios }, say, mut design) = rules?;
    let naming = Naming::of(&rulebook);
    let (Input { workbook, asked, combined }, mut problems) = read(job, &naming, table)?;

    stage("understanding");
    let found = combined.map_or_else(|| understand(&naming, &workbook, &mut problems), Ok)?;
    let mut inventory = inventory::read(&rulebook, &workbook, found, &assumptions, &mut problems);
    inventory.preferred = job.reading.answers_prefer;
    problems.extend(beyond_outputs(job, &rulebook, &inventory, &mut design));
    let answers = answers::read(job, asked, &rulebook, (&workbook.file, &inventory), &mut problems)?;
    let filled = answers::fill(&mut inventory, &answers, &rulebook, &mut problems)?;
    inventory.report_idle_assumptions(&rulebook, &mut problems);

    stage("assessing");
    let assessed = assessment::assess(&rulebook, &inventory).on_hold(&rulebook, &inventory, job.date);
    problems.extend(filled.said(&rulebook, &inventory, &assessed));
    let portfolio = portfolio::summarise(&rulebook, &inventory, &assessed);
    let scenarios = scenarios::try_each((&rulebook, job.date), &mut inventory, &assessed, &scenarios, &mut problems);
    let judged = (&workbook.file, &inventory);
    let (changes, kept) = since(job, &rulebook, judged, (&assessed, &filled.used), &mut problems)?;
    let kept_as: Vec<String> = kept.iter().map(|kept| file_name(&kept.to)).collect();
    let run = Run {
        file: &workbook.file,
        date: job.date,
        command_line: command_line(job),
        answers: filled.used,
        effect: filled.before.map(|before| Effect::of(&before, &assessed)),
        changes: changes.as_ref(),
        scenarios: Some(&scenarios).filter(|scenarios| !scenarios.all.is_empty()),
        kept: &kept_as,
        figures: job.writing.workbook.figures(),
        title: look.title(),
        organisation: look.organisation(),
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
        kept: &kept,
    })
}

/// The rules with the words and looks of the outputs, and beside them the only inventory: they take as long as a small one.
fn rules_and_table(job: &Job) -> (Result<Dressed, Failure>, Option<Result<Alone, Failure>>) {
    let look = &job.writing.look;
    thread::scope(|scope| {
        let table = scope.spawn(|| read_alone(job));
        let rules =
            Rules::of(&job.reading).and_then(|rules| Ok((rules, look.messages(job.reading.language)?, look.design()?)));
        (rules, table.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// What has changed since the run before, and the files of its set that are kept.
fn since(
    job: &Job,
    rulebook: &Rulebook,
    judged: (&SourceFile, &Inventory),
    (assessed, answers): (&Assessed, &[&SourceFile]),
    problems: &mut Problems,
) -> Result<(Option<Changes>, Vec<Kept>), Failure> {
    let Before { mut earlier, mut beside, is_told, kept } = earlier_set::before(job, rulebook, problems)?;
    for earlier in [&mut earlier, &mut beside].into_iter().flatten() {
        problems.extend(typed_aside::in_earlier(rulebook, judged, answers, earlier));
        let assessed = earlier.typed_into.last().into_iter().flat_map(|workbook| &workbook.tables);
        problems.extend(assessed.filter_map(|table| notes_left(table, judged.1.table)));
        // As large as a table, and of no use from here on.
        earlier.typed_into.clear();
    }
    let changes = earlier.map(|earlier| {
        let premises = premises(job, rulebook, answers, &earlier);
        Changes { premises, ..changes::compare(rulebook, judged, assessed, (earlier, beside), problems) }
    });
    let changes = changes.map(|changes| Changes { is_told: is_told || changes.has_changed(), ..changes });
    problems.extend(answers::decisions_left(rulebook, judged.1, changes.as_ref()));
    problems.extend(typed_aside::in_given(job, rulebook, judged, answers, changes.as_ref()));
    problems.extend(copies::decided_in_copies(job, rulebook, judged, changes.as_ref()));
    Ok((changes, kept))
}

/// What this run is told otherwise than an earlier one; none where that does not tell.
fn premises(job: &Job, rulebook: &Rulebook, answers: &[&SourceFile], earlier: &Earlier) -> Option<Premises> {
    let before = Premise {
        told: told(earlier.command.as_deref()?),
        answers: earlier.answers.as_ref().map(|files| files.iter().map(|(name, sum)| (&**name, &**sum)).collect()),
        rules: earlier.rule_changes.as_deref(),
    };
    let now = Premise {
        told: told(&command_line(job)),
        answers: Some(answers.iter().map(|file| (&*file.name, &*file.sha256)).collect()),
        rules: Some(&rulebook.changes),
    };
    Some(Premises::between(before, now))
}

/// What the outputs cannot hold or show of the inventory, with the fonts of this machine if they are asked for.
fn beyond_outputs(job: &Job, rulebook: &Rulebook, inventory: &Inventory, design: &mut Design) -> Vec<Problem> {
    let not_drawn = |design: &Design| undrawn_characters(rulebook, inventory, design);
    job.writing.look.add_installed(design, not_drawn);
    let long = if job.writing.workbook.no_workbook { None } else { long_texts(inventory.table) };
    long.into_iter().chain(undrawn(rulebook, inventory, design)).collect()
}

/// What was read to be judged.
struct Input {
    workbook: Workbook,
    /// Answers that were typed into it.
    asked: Option<Workbook>,
    /// Columns and rows, where several inventories were put together.
    combined: Option<Understood>,
}

/// The rules, with the words and the looks of the outputs.
type Dressed = (Rules, Messages, Design);

/// A table before anything of it is understood, answers that were typed into it, and what was wrong with the file.
type Alone = (Workbook, Option<Workbook>, Problems);

/// Reads the only inventory; several are read with the rules at hand.
fn read_alone(job: &Job) -> Option<Result<Alone, Failure>> {
    if job.reading.combine.is_some() {
        return None;
    }
    // What was made for another purpose can be looked at, and not be judged as if it were an inventory.
    let read = if job.target.is_some() { workbook::read_inventory } else { workbook::read };
    let mut problems = Problems::default();
    let read = read(&job.input, &job.reading.manner(), &mut problems);
    Some(read.map(|(workbook, asked)| (workbook, asked, problems)))
}

/// The inventory, or several as one.
fn read(job: &Job, naming: &Naming, alone: Option<Result<Alone, Failure>>) -> Result<(Input, Problems), Failure> {
    let Some(alone) = alone else {
        let paths: Vec<&Path> = job.inventories().map(PathBuf::as_path).collect();
        let name = job.reading.combine.as_deref().unwrap_or_default();
        let (manner, mut problems) = (job.reading.manner(), Problems::default());
        let (workbook, combined) = combining::read(name, &paths, &manner, naming.rulebook(), &mut problems)?;
        return Ok((Input { workbook, asked: None, combined: Some(combined) }, problems));
    };
    let (mut workbook, asked, mut problems) = alone?;
    leave_out_judgement(&mut workbook, is_added_header, &mut problems);
    inventory::join_sheets(naming, &mut workbook, &mut problems);
    Ok((Input { workbook, asked, combined: None }, problems))
}

/// Finds the inventory; a file that holds nothing to assess is refused.
fn understand(naming: &Naming, workbook: &Workbook, problems: &mut Problems) -> Result<Understood, Failure> {
    inventory::understand(naming, workbook, problems).map_err(|problem| Failure::of(Exit::Data, problem))
}

/// Checks that standard input, which can be read once, is one input at most.
fn read_once(job: &Job) -> Result<(), Failure> {
    if job.inputs().into_iter().filter(|path| table::is_stdin(path)).count() < 2 {
        return Ok(());
    }
    let problem = Problem::error(Code::ReadTwice, Place::file("-"), "standard input is given as more than one file");
    Err(Failure::of(Exit::Usage, problem.help("give files for the others")))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs::{self, OpenOptions};
    use std::io::Write;

    use super::*;

    /// What becomes of a run of which a file grows at some stage.
    #[track_caller]
    fn check(grows: &str, when: &'static str) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("back")).expect("a folder");
        for (name, text) in [
            ("a.csv", "Id,Function,Volume\n1,Payroll,High\n"),
            ("rules.toml", "weights.cost = 2\n"),
            ("back/anna.csv", "Id,Function,Control wanted\n1,Payroll,Low\n"),
        ] {
            fs::write(path(name), text).expect("room");
        }
        let mut job = Job::new(path("a.csv"), jiff::civil::date(2026, 1, 31));
        job.reading.rulebook = Some(path("rules.toml"));
        job.reading.answers = vec![path("back")];
        let grow = |at: &str| {
            if at == when {
                let file = OpenOptions::new().append(true).open(path(grows)).expect("it is there");
                (&file).write_all(b"# more\n").expect("room");
            }
        };
        let is_judged = Cell::new(false);
        let outcome = judge(&job, &grow, |_| {
            is_judged.set(true);
            grow("writing");
            Ok(())
        });
        assert!(is_judged.get(), "{grows} {when}: it was read whole");
        let said = outcome.map_err(|failure| (failure.exit, failure.problems[0].to_string()));
        let name = grows.rsplit('/').next().unwrap_or_default();
        let changed = format!(
            "error[changing-input]: {name}: has changed since it was read\n  \
             help: run again when whatever writes it has ended"
        );
        let expected = if when == "never" { Ok(()) } else { Err((Exit::TryAgain, changed)) };
        assert_eq!(said, expected, "{grows} {when}");
    }

    #[test]
    fn a_file_that_grows_after_it_was_read_is_half_of_one() {
        check("a.csv", "never");
        for file in ["a.csv", "rules.toml"] {
            check(file, "understanding");
        }
        for file in ["a.csv", "rules.toml", "back/anna.csv"] {
            check(file, "assessing");
            check(file, "writing");
        }
    }
}
