//! What was typed into assessed workbooks that are given for something else: a run takes decisions from one, levels and answers from
//! another, weights and thresholds from a third, and names what it has of none.

use std::path::PathBuf;

use super::previous;
use crate::changes::{Changes, decided_besides};
use crate::codes::Code;
use crate::inventory::{self, Inventory};
use crate::own_files::{Earlier, decisions_and_notes, is_what_to_ask};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Rulebook;
use crate::run::job::Job;
use crate::table::{self, SourceFile, Workbook};

/// Something that was typed, and the option that takes it.
type Aside = (String, &'static str);

/// Of the workbook of an earlier run, that levels, answers, values, weights or thresholds in it are not what this run has.
pub(in crate::run) fn in_earlier(
    rulebook: &Rulebook,
    judged: (&SourceFile, &Inventory),
    given: &[&SourceFile],
    earlier: &Earlier,
) -> Option<Problem> {
    told(&earlier.file, levels(rulebook, judged, given, earlier).into_iter().chain(rules(rulebook, earlier)))
}

/// The same of the workbooks that rules and answers are taken from, with what was decided in that of the rules.
pub(in crate::run) fn in_given(
    job: &Job,
    rulebook: &Rulebook,
    judged: (&SourceFile, &Inventory),
    given: &[&SourceFile],
    changes: Option<&Changes>,
) -> Vec<Problem> {
    let of_rules = job.reading.rulebook.iter().filter(|path| table::is_named_as_table(path));
    let of_answers = job.reading.answers.iter().filter(|path| path.is_file());
    let read = |path: &PathBuf| previous::read(rulebook, path).ok();
    let is_read = |earlier: &Earlier| changes.is_some_and(|changes| changes.earlier.sha256 == earlier.sha256);
    let of_rules = of_rules.filter_map(read).filter(|earlier| !is_read(earlier)).filter_map(|earlier| {
        let levels = levels(rulebook, judged, given, &earlier);
        // Of a file of answers, what was decided in it is told elsewhere.
        let is_given = given.iter().any(|given| given.sha256 == earlier.sha256);
        let file = earlier.file.clone();
        let decided = if is_given { 0 } else { decided_besides(rulebook, judged, changes, earlier) };
        let decided = (decided > 0).then(|| (decisions_and_notes(decided), "`--previous`"));
        told(&file, levels.into_iter().chain(decided))
    });
    let of_answers = of_answers.filter_map(read).filter(|earlier| !is_read(earlier));
    let of_answers = of_answers.filter_map(|earlier| told(&earlier.file, rules(rulebook, &earlier)));
    of_rules.chain(of_answers).collect()
}

/// Levels, answers and values that a run does not have.
fn levels(
    rulebook: &Rulebook,
    (file, inventory): (&SourceFile, &Inventory),
    given: &[&SourceFile],
    earlier: &Earlier,
) -> Option<Aside> {
    let is_same_export = earlier.input_sha256.as_ref() == Some(&file.sha256);
    let lacking = |workbook: &Workbook| {
        let rules = inventory::rules_for_answers(rulebook, inventory, workbook);
        let (mut of_table, mut of_levels) = (Problems::default(), Problems::default());
        let mut answers = inventory::map(&rules, workbook, &[], &mut of_table).ok()?;
        answers.leave_typed(rulebook, inventory, is_same_export, &mut of_table);
        let typed = answers.typed_levels(rulebook, &mut of_levels);
        // A copy of another export says what that one said.
        let is_typed = is_what_to_ask(workbook) || is_same_export;
        let all = [Some(answers).filter(|_| is_typed), typed];
        let not_calculated = all[0].as_ref().map_or(0, |answers| answers.not_calculated().len());
        let lacking: usize = all.iter().flatten().map(|given| inventory.lacks(rulebook, given, is_same_export)).sum();
        Some(lacking + of_levels.listed().len() + not_calculated)
    };
    let is_given = given.iter().any(|given| given.sha256 == earlier.sha256);
    let what = match earlier.typed_into.iter().filter(|_| !is_given).filter_map(lacking).sum::<usize>() {
        0 => return None,
        1 => "1 level, answer or value".to_owned(),
        number => format!("{number} levels, answers or values"),
    };
    Some((what, "`--answers`"))
}

/// Weights or thresholds that a run does not have.
fn rules(rulebook: &Rulebook, earlier: &Earlier) -> Option<Aside> {
    let revised = earlier.revised_rules.as_deref().filter(|revised| *revised != rulebook.sha256());
    revised.map(|_| ("weights or thresholds".to_owned(), "`--rulebook`"))
}

/// What there is to say of a workbook in which all of this was typed.
fn told(file: &str, aside: impl IntoIterator<Item = Aside>) -> Option<Problem> {
    let (what, options): (Vec<String>, Vec<&str>) = aside.into_iter().unzip();
    let message = format!("has {} typed into it that this run does not have", what.join(" and "));
    let problem = Problem::warning(Code::TypedAside, Place::file(file), message);
    (!what.is_empty())
        .then(|| problem.help(format!("give it with {}, too, if that is to count", options.join(" and "))))
}
