//! The parts of a workbook that this program wrote.

use super::about::of_inventory;
use super::unread::{added, decided, decisions_and_notes};
use crate::codes::Code;
use crate::inventory::{first_added, typed_in};
use crate::problem::{Place, Problem, Problems};
use crate::sheets::{ASSESSMENT, EVIDENCE, FLAT, QUESTIONS, READ_ME, VERDICT, WHAT_TO_ASK};
use crate::table::{Table, Workbook};

/// What the names of what a run makes of an inventory hold behind the inventory's own, and what they end with.
const MADE: [(&str, &[&str]); 5] = [
    ("-assessed", &[".xlsx"]),
    ("-verdicts", &[".csv", ".parquet"]),
    ("-summary", &[".pdf"]),
    ("-record", &[".json", ".json.gz"]),
    (ASKING, &[".xlsx"]),
];
const ASKING: &str = "-questionnaire";

/// Whether a file is called as a questionnaire is.
pub fn is_called_questionnaire(name: &str) -> bool {
    made_of(name).is_some_and(|stem| name[stem.len()..].starts_with(ASKING))
}

/// What the inventory was called that a file is made of, by its name: `plants` of `plants-assessed.xlsx`, and of one that was kept
/// under a second name, `plants-assessed.2026-11-29-004113.xlsx`.
pub fn made_of(name: &str) -> Option<&str> {
    MADE.iter().find_map(|(what, endings)| {
        let (stem, rest) = name.rsplit_once(what)?;
        let is_its = rest.starts_with('.') && endings.iter().any(|ending| rest.ends_with(ending));
        (is_its && !stem.is_empty()).then_some(stem)
    })
}

/// Of a workbook that was assessed, the table, and the answers that were typed on its sheet of questions; any other workbook
/// as it is. Other sheets of an assessed workbook look like inventories and are none.
pub fn parts(mut workbook: Workbook) -> (Workbook, Option<Workbook>) {
    // Where nothing was to be asked, there are a title and a sentence.
    const NOTHING_ASKED: u32 = 2;
    workbook.file.of_inventory = of_inventory(&workbook);
    if !(workbook.has(ASSESSMENT) && workbook.has(WHAT_TO_ASK)) {
        return (workbook, None);
    }
    let asked = workbook.take(WHAT_TO_ASK).filter(|asked| asked.tables[0].rows() > NOTHING_ASKED);
    let assessed = workbook.take(ASSESSMENT).unwrap_or(workbook);
    (assessed, asked)
}

/// The problem of a workbook that a run made for another purpose than to be judged: a questionnaire, or a table of verdicts.
pub fn no_inventory(workbook: &Workbook) -> Option<Problem> {
    let name = &workbook.file.name;
    let own = |what: &str, help: String| {
        let problem =
            Problem::error(Code::OwnOutput, Place::file(name.clone()), format!("is {what}, and no inventory"));
        Some(problem.help(help))
    };
    if is_questionnaire(workbook) {
        let help = format!("`outsift assess INVENTORY --answers {name}` takes what was answered in it");
        return own("a questionnaire on an inventory", help);
    }
    let [table] = workbook.tables.as_slice() else { return None };
    let headers: Vec<String> = table.row(0).map(|cell| table.shown(cell)).collect();
    let is_verdicts = FLAT.iter().all(|header| headers.iter().any(|own| own == header));
    if is_verdicts { own("a table of verdicts", "give the inventory that they are on".to_owned()) } else { None }
}

/// Takes the columns of an earlier judgement away, which are no answers, and says so; `is_ours` tells the headers that the
/// program writes.
pub fn leave_out_judgement(workbook: &mut Workbook, is_ours: fn(&str) -> bool, problems: &mut Problems) {
    if is_questionnaire(workbook) {
        // Those are the program's.
        problems.retain(|problem| problem.code != Code::HiddenColumns);
    }
    for table in &mut workbook.tables {
        let Some((first, verdict)) = judgement(table) else { continue };
        // Those were the program's.
        problems.retain(|problem| problem.code != Code::HiddenColumns);
        // So is what was never calculated there, and on sheets that are not read.
        let is_read = |place: &Place| place.sheet == table.place.sheet && place.column0().is_none_or(|at| at < first);
        problems.retain(|problem| problem.code != Code::NotCalculated || is_read(&problem.place));
        let file = &table.place.file;
        let lost = lost(table, is_ours, file);
        let message = format!("holds an earlier assessment; its columns from `{verdict}` on were left out{lost}");
        let problem = if lost.is_empty() { Problem::note } else { Problem::warning };
        let problem = problem(Code::AssessedBefore, table.place.clone(), message);
        problems.push(problem.help(format!("`--previous {file}` takes over what was decided there")));
        table.keep_columns(first);
    }
}

/// What people had typed into the columns that were left out, and how it comes back; empty where they typed nothing.
fn lost(table: &Table, is_ours: fn(&str) -> bool, file: &str) -> String {
    let decided = match decided(table).len() {
        0 => None,
        number => Some(format!("{} (`--previous {file}` takes them over)", decisions_and_notes(number))),
    };
    let levels = match typed_in(table) {
        0 => None,
        1 => Some(format!("1 level that was typed over (`--answers {file}` takes it over)")),
        number => Some(format!("{number} levels that were typed over (`--answers {file}` takes them over)")),
    };
    let names: Vec<String> = added(table, is_ours).iter().map(|added| format!("`{}`", added.header)).collect();
    let added = match names.as_slice() {
        [] => None,
        [only] => Some(format!("column {only}, which somebody added (left of `{VERDICT}` it would be read)")),
        several => Some(format!(
            "columns {}, which somebody added (left of `{VERDICT}` they would be read)",
            several.join(", ")
        )),
    };
    let lost: Vec<String> = [decided, levels, added].into_iter().flatten().collect();
    if lost.is_empty() { String::new() } else { format!(", with {}", lost.join(" and ")) }
}

/// The first column that the program had added to a table, and its header, where it had.
fn judgement(table: &Table) -> Option<(u16, String)> {
    let (row0, first) = first_added(table)?;
    let has_evidence = (first..table.columns())
        .any(|at| table.shown(table.cell(row0, at)).split_once(": ").is_some_and(|(what, _)| EVIDENCE.is(what)));
    has_evidence.then(|| (first, table.shown(table.cell(row0, first))))
}

/// Whether a workbook is a questionnaire.
fn is_questionnaire(workbook: &Workbook) -> bool {
    workbook.has(QUESTIONS) && workbook.has(READ_ME)
}

/// Whether a workbook is the sheet of questions of one that was assessed.
pub fn is_what_to_ask(workbook: &Workbook) -> bool {
    matches!(workbook.tables.as_slice(), [only] if only.is_sheet(WHAT_TO_ASK))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::table::{Manner, parse};

    #[test]
    fn what_was_noticed_of_an_earlier_judgement_is_left_out_with_it() {
        let text = "Function,FTE,Verdict,Score,Evidence: control\nPayroll,2,BPO,50,100\n";
        let mut problems = Problems::default();
        let mut workbook =
            parse(Path::new("assessed.csv"), text.as_bytes(), &Manner::default(), &mut problems).expect("a table");
        let at = |column0| workbook.tables[0].place_of(1, column0);
        problems.push(Problem::note(Code::HiddenColumns, at(1), "some are hidden"));
        problems.push(Problem::note(Code::RepeatedName, at(1), "another row has it"));
        for column0 in 1..4 {
            problems.push(Problem::warning(Code::NotCalculated, at(column0), "no program has calculated it"));
        }
        leave_out_judgement(&mut workbook, |_| true, &mut problems);
        let left = problems.listed().iter().map(|problem| (problem.code, problem.place.cell()));
        let own = [Code::RepeatedName, Code::NotCalculated].map(|code| (code, Some("B2".to_owned())));
        assert_eq!(left.collect::<Vec<_>>(), [&own[..], &[(Code::AssessedBefore, None)]].concat());
        assert_eq!(workbook.tables[0].columns(), 2);
    }
}
