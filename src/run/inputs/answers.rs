//! The answers to what an inventory does not say: typed into it, or given as files.

use std::path::PathBuf;

use super::workbook;
use crate::assessment::{self, Assessed};
use crate::codes::Code;
use crate::inventory::{self, Inventory};
use crate::own_files::is_what_to_ask;
use crate::problem::{Problem, Problems, Severity};
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure};
use crate::table::{Manner, SourceFile, Workbook};

/// A workbook with answers, and the rules to read it by.
type Answers = (Workbook, Rulebook);

/// The workbooks with answers; those typed into the inventory itself come first.
pub(in crate::run) fn read(
    files: &[PathBuf],
    asked: Option<Workbook>,
    rulebook: &Rulebook,
    inventory: &Inventory,
) -> Result<Vec<Answers>, Failure> {
    let mut books: Vec<Workbook> = asked.into_iter().collect();
    for path in files {
        let (workbook, asked) = workbook::read(path, &Manner::default(), &mut Problems::default())?;
        books.extend([Some(workbook), asked].into_iter().flatten());
    }
    let with_rules = books.into_iter().map(|mut workbook| {
        let rules = inventory::rules_for_answers(rulebook, inventory, &workbook);
        inventory::join_sheets(&rules, &mut workbook, &mut Problems::default());
        (workbook, rules)
    });
    Ok(with_rules.collect())
}

/// Fills in what an inventory does not say. Gives the files that had answers, and what was judged before they were.
pub(in crate::run) fn fill<'a>(
    inventory: &mut Inventory<'a>,
    answers: &'a [Answers],
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Result<(Vec<&'a SourceFile>, Option<Assessed>), Failure> {
    let (mut used, mut before) = (Vec::new(), None);
    for (workbook, rules) in answers {
        let mut found = Problems::default();
        let answers = inventory::map(rules, workbook, &[], &mut found).map_err(unusable)?;
        let is_unread = found.listed().iter().any(|problem| problem.severity == Severity::Warning);
        if is_what_to_ask(workbook) && !is_unread && !answers.holds_answers(rulebook) {
            continue;
        }
        used.push(&workbook.file);
        before.get_or_insert_with(|| assessment::assess(rulebook, inventory));
        // What was typed over counts before the table that it was typed into.
        let mut found_typed = Problems::default();
        let typed = answers.typed_levels(rulebook, &mut found_typed);
        inventory.answer(rulebook, answers, found.listed().iter().cloned(), problems);
        if let Some(typed) = typed {
            used.push(&workbook.file);
            inventory.answer(rulebook, typed, Vec::new(), problems);
        }
        problems.extend(found_typed.listed().iter().cloned());
    }
    Ok((used, before))
}

/// Answers that cannot be used; `--sheet` names a sheet of the inventory, and is no mend here.
fn unusable(problem: Problem) -> Failure {
    let problem = match problem.code {
        Code::WhichSheet => problem.help("keep the answers on one sheet, or give each sheet as a file of its own"),
        _ => problem,
    };
    Failure::of(Exit::Data, problem)
}
