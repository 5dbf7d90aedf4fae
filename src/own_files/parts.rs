//! The parts of a workbook that this program wrote.

use crate::codes::Code;
use crate::inventory::first_added;
use crate::problem::{Problem, Problems};
use crate::sheets::{ASSESSMENT, EVIDENCE, QUESTIONS, READ_ME, VERDICT, WHAT_TO_ASK};
use crate::table::{Table, Workbook};

/// Of a workbook that was assessed, the table, and the answers that were typed on its sheet of questions; any other workbook
/// as it is. Other sheets of an assessed workbook look like inventories and are none.
pub fn parts(mut workbook: Workbook) -> (Workbook, Option<Workbook>) {
    // Where nothing was to be asked, there are a title and a sentence.
    const NOTHING_ASKED: u32 = 2;
    let has = |name: &str| workbook.tables.iter().any(|table| table.place.sheet.as_deref() == Some(name));
    if !(has(ASSESSMENT) && has(WHAT_TO_ASK)) {
        return (workbook, None);
    }
    let asked = workbook.take(WHAT_TO_ASK).filter(|asked| asked.tables[0].rows() > NOTHING_ASKED);
    let assessed = workbook.take(ASSESSMENT).unwrap_or(workbook);
    (assessed, asked)
}

/// Takes the columns of an earlier judgement away, which are no answers, and says so.
pub fn leave_out_judgement(workbook: &mut Workbook, problems: &mut Problems) {
    if is_questionnaire(workbook) {
        // Those are the program's.
        problems.retain(|problem| problem.code != Code::HiddenColumns);
    }
    for table in &mut workbook.tables {
        let Some(first) = judgement(table) else { continue };
        // Those were the program's.
        problems.retain(|problem| problem.code != Code::HiddenColumns);
        let message = format!("holds an earlier assessment; its columns from `{VERDICT}` on were left out");
        let problem = Problem::note(Code::AssessedBefore, table.place.clone(), message);
        let help = format!("`--previous {}` takes over what was decided there", table.place.file);
        problems.push(problem.help(help));
        table.keep_columns(first);
    }
}

/// The first column that the program had added to a table, where it had.
fn judgement(table: &Table) -> Option<u16> {
    let (row0, first) = first_added(table)?;
    let has_evidence = (first..table.columns()).any(|at| table.shown(table.cell(row0, at)).starts_with(EVIDENCE));
    has_evidence.then_some(first)
}

/// Whether a workbook is a questionnaire.
fn is_questionnaire(workbook: &Workbook) -> bool {
    let has = |name: &str| workbook.tables.iter().any(|table| table.place.sheet.as_deref() == Some(name));
    has(QUESTIONS) && has(READ_ME)
}

/// Whether a workbook is the sheet of questions of one that was assessed.
pub fn is_what_to_ask(workbook: &Workbook) -> bool {
    matches!(workbook.tables.as_slice(), [only] if only.place.sheet.as_deref() == Some(WHAT_TO_ASK))
}
