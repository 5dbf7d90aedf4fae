//! The answers to what an inventory does not say: typed into it, or given as files.

use std::cell::LazyCell;

use super::paths::Seen;
use super::returned::{self, Returned};
use super::workbook;
use crate::assessment::{self, Assessed};
use crate::changes::Changes;
use crate::codes::Code;
use crate::inventory::{self, Given, Inventory, Naming};
use crate::own_files::{Decision, decided, decisions_and_notes, is_what_to_ask, not_carried, parts};
use crate::problem::{Place, Problem, Problems, Severity};
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure};
use crate::run::job::Job;
use crate::table::{Manner, SourceFile, Workbook};

/// A workbook with answers, and the rules to read it by.
pub(in crate::run) struct Answered {
    workbook: Workbook,
    rules: Rulebook,
    /// Whether it is one of the files that came back into a folder.
    is_returned: bool,
    /// Whose answers they are: those of one file are one rater's.
    rater: usize,
    /// Whether the workbook says that it was made of the very inventory.
    is_same_export: bool,
}

/// The workbooks with answers; those typed into the inventory itself come first.
pub(in crate::run) fn read(
    job: &Job,
    asked: Option<Workbook>,
    rulebook: &Rulebook,
    (file, inventory): (&SourceFile, &Inventory),
    problems: &mut Problems,
) -> Result<Vec<Answered>, Failure> {
    let mut books: Vec<(Workbook, [bool; 2], usize)> = asked.map(|asked| (asked, [false; 2], 0)).into_iter().collect();
    let mut seen = Seen::default();
    let mut raters = 0;
    for given in &job.reading.answers {
        let is_folder = given.is_dir();
        for path in if is_folder { returned::files(given)? } else { vec![given.clone()] } {
            let workbook = workbook::whole(&path, &Manner::of_own_file(), &mut Problems::default())?;
            let (workbook, asked) = parts(workbook);
            let is_same_export = workbook.file.of_inventory.as_ref() == Some(&file.sha256);
            if let Some(said) = seen.again(&workbook.file) {
                problems.push(given_twice(&workbook, &said));
                continue;
            }
            raters += 1;
            // What is typed over a level counts before what is answered on the sheet of questions.
            books.extend(asked.map(|asked| (asked, [false, is_same_export], raters)));
            books.push((workbook, [is_folder, is_same_export], raters));
        }
    }
    let with_rules = books.into_iter().map(|(mut workbook, [is_returned, is_same_export], rater)| {
        let rules = inventory::rules_for_answers(rulebook, inventory, &workbook);
        inventory::join_sheets(&Naming::of(&rules), &mut workbook, &mut Problems::default());
        Answered { workbook, rules, is_returned, rater, is_same_export }
    });
    Ok(with_rules.collect())
}

/// What is said of a file of answers whose bytes are those of another one: it is the same person's word.
fn given_twice(workbook: &Workbook, said: &str) -> Problem {
    let name = &workbook.file.name;
    let problem = Problem::note(Code::AnsweredTwice, Place::file(name.clone()), format!("`{name}` {said}"));
    problem.help("give the answers of each person in a file of their own")
}

/// What came of answers.
pub(in crate::run) struct Filled<'a> {
    /// The files that had answers.
    pub(in crate::run) used: Vec<&'a SourceFile>,
    /// What was judged before they were; none where there were none.
    pub(in crate::run) before: Option<Assessed>,
    returned: Vec<Returned>,
}

impl Filled<'_> {
    /// What there is to say of files that came back into a folder, given what was judged with their answers.
    pub(in crate::run) fn said(&self, rulebook: &Rulebook, inventory: &Inventory, after: &Assessed) -> Vec<Problem> {
        match &self.before {
            Some(before) if !self.returned.is_empty() => {
                returned::said(rulebook, inventory, [before, after], &self.returned)
            }
            Some(_) | None => Vec::new(),
        }
    }
}

/// Fills in what an inventory does not say.
pub(in crate::run) fn fill<'a>(
    inventory: &mut Inventory<'a>,
    answers: &'a [Answered],
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Result<Filled<'a>, Failure> {
    let (mut used, mut before, mut returned) = (Vec::new(), None, Vec::new());
    for Answered { workbook, rules, is_returned, rater, is_same_export } in answers {
        let mut found = Problems::default();
        let mut answers = inventory::map(rules, workbook, &[], &mut found).map_err(unusable)?;
        answers.leave_typed(rulebook, inventory, *is_same_export, problems);
        let not_calculated = answers.not_calculated();
        let is_unread = found.listed().iter().chain(&not_calculated).any(|found| found.severity == Severity::Warning);
        if is_what_to_ask(workbook) && !is_unread && !answers.holds_answers(rulebook) {
            continue;
        }
        if used.last().is_none_or(|(last, _)| last != rater) {
            used.push((*rater, &workbook.file));
        }
        before.get_or_insert_with(|| assessment::assess(rulebook, inventory));
        problems.extend(not_calculated);
        // What was typed over counts before the table that it was typed into.
        let mut found_typed = Problems::default();
        let typed = answers.typed_levels(rulebook, &mut found_typed);
        let functions = if *is_returned { inventory.meant_by(rulebook, &answers) } else { Vec::new() };
        let given = |is_typed| Given { rater: *rater, is_typed, is_keyed: *is_same_export };
        inventory.answer(rulebook, answers, given(false), found.listed().iter().cloned(), problems);
        if *is_returned {
            let answers = inventory.answers.last().map_or(0, |answers| answers.counts.filled + answers.counts.replaced);
            returned.push(Returned { file: workbook.file.name.to_string(), functions, answers });
        }
        if let Some(mut typed) = typed {
            typed.note_disputes(rulebook);
            inventory.answer(rulebook, typed, given(true), Vec::new(), problems);
        }
        problems.extend(found_typed.listed().iter().cloned());
    }
    inventory.report_raters(rulebook, problems);
    let used = used.into_iter().map(|(_, file)| file).collect();
    Ok(Filled { used, before, returned })
}

/// That decisions and notes in the workbooks of answers are other ones than those that this run has; answers are levels alone.
pub(in crate::run) fn decisions_left(
    rulebook: &Rulebook,
    inventory: &Inventory,
    changes: Option<&Changes>,
) -> Vec<Problem> {
    let mut seen: Vec<&Place> = Vec::new();
    let mut problems = Vec::new();
    for answers in &inventory.answers {
        let given = &answers.inventory;
        if seen.contains(&&given.table.place) {
            continue;
        }
        seen.push(&given.table.place);
        let meant = LazyCell::new(|| inventory.meant(rulebook, given));
        let is_carried = |(row0, decision): &(u32, Decision)| {
            let row = given.functions.binary_search_by_key(row0, |function| function.row0).ok();
            let kept = row.and_then(|row| meant[row]).zip(changes).and_then(|(at, all)| all.decisions[at].as_ref());
            kept.is_some_and(|kept| kept.says_the_same(decision))
        };
        let left: Vec<_> = decided(given.table).into_iter().filter(|decided| !is_carried(decided)).collect();
        let Some((first, _)) = left.first() else { continue };
        let what = decisions_and_notes(left.len());
        let message = format!(
            "{what} from this row on are not those of this run: `--answers` takes levels and answers alone, `--previous` \
             decisions and notes"
        );
        let file = &given.table.place.file;
        let problem = not_carried(given.table.place_of(*first, given.name_column0), message);
        problems.push(
            problem
                .help(format!("give `--previous {file}`, too, or type them into the workbook that is given with it")),
        );
    }
    problems
}

/// Answers that cannot be used; `--sheet` names a sheet of the inventory, and is no mend here.
fn unusable(problem: Problem) -> Failure {
    let problem = match problem.code {
        Code::WhichSheet => problem.help("keep the answers on one sheet, or give each sheet as a file of its own"),
        _ => problem,
    };
    Failure::of(Exit::Data, problem)
}
