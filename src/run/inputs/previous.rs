//! The file that tells of an earlier run: a record or an assessed workbook, whichever it really is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::paths::unchanged;
use super::rules::load_rulebook;
use crate::codes::Code;
use crate::inventory;
use crate::own_files::{About, Earlier, leave_out_judgement, unread};
use crate::problem::{Place, Problem, Problems, Severity};
use crate::report::workbook::{is_added_header, is_list_header};
use crate::rulebook::Rulebook;
use crate::rulebook::text::is_called;
use crate::run::ending::{Exit, Failure, cannot_be, cannot_read, file_name};
use crate::sheets::{CRITERIA, WHAT_TO_ASK};
use crate::table::{self, MAX_FILE_BYTES};

/// Reads an earlier run.
///
/// # Errors
/// The file cannot be read, changes meanwhile, or tells of no run.
pub(in crate::run) fn read(rulebook: &Rulebook, path: &Path) -> Result<Earlier, Failure> {
    unchanged(path, || load(rulebook, path))
}

fn load(rulebook: &Rulebook, path: &Path) -> Result<Earlier, Failure> {
    let unusable = |problem| Failure::of(Exit::Data, problem);
    if is_record(path) {
        let bytes = record(path).map_err(|problem| cannot_read(*problem))?;
        return Earlier::from_record(rulebook, &file_name(path), table::sha256_hex(&bytes), &bytes).map_err(unusable);
    }
    let mut workbook =
        table::read(path, &table::Manner::of_own_file(), &mut Problems::default()).map_err(cannot_read)?;
    let mut unread = unread(&workbook.tables, [is_added_header, is_list_header]);
    let asked = workbook.take(WHAT_TO_ASK);
    let about = About::take(&mut workbook);
    // What the run had added is no part of the inventory, whatever its headers may be taken for.
    let mut alone = workbook.clone();
    leave_out_judgement(&mut alone, is_added_header, &mut Problems::default());
    let of_any_file = rulebook.for_any_file();
    let inventory = inventory::map(&of_any_file, &alone, &[], &mut Problems::default()).map_err(unusable)?;
    let whole = workbook.tables.iter().find(|table| table.place == inventory.table.place).unwrap_or(inventory.table);
    let earlier = Earlier::from_workbook(rulebook, (whole, &inventory), &about).map_err(unusable)?;
    let (carried, refused) = match load_rulebook(rulebook.language, Some(path)) {
        Ok(carried) => (Some(carried), Vec::new()),
        Err(failure) => (None, failure.problems),
    };
    unread.extend(refused.into_iter().filter_map(no_weight));
    let carries = carried.as_ref().map(Rulebook::sha256);
    let revised_rules = carries.filter(|carries| earlier.rules.as_ref().is_some_and(|rules| rules.sha256 != *carries));
    let revised_rules = revised_rules.map(str::to_owned);
    let earlier = earlier.with_shown(rulebook, (whole, &inventory), &about, carried);
    unread.extend(earlier.verdicts_typed_over(whole));
    let typed_into = asked.into_iter().chain([workbook]).collect();
    Ok(Earlier { unread, typed_into, revised_rules, ..earlier }.without_copied_rows(rulebook.language))
}

/// That what was typed as a weight or a threshold is none; what else is wrong with the rules of a workbook was not typed there.
fn no_weight(problem: Problem) -> Option<Problem> {
    let is_typed = problem.place.sheet.as_ref().is_some_and(|sheet| is_called(sheet, CRITERIA));
    let message = format!("{}; no weight or threshold of this sheet counts", problem.message);
    is_typed.then_some(Problem { severity: Severity::Warning, code: Code::TypedAside, message, ..problem })
}

/// Whether a file begins as a record does; one that cannot be opened is reported as a workbook.
pub(super) fn is_record(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(64).read_to_end(&mut beginning));
    read.is_ok() && beginning.trim_ascii_start().first() == Some(&b'{')
}

fn record(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let place = || Place::file(file_name(path));
    let cannot = |error: &io::Error| Box::new(Problem::error(Code::UnreadableFile, place(), cannot_be("read", error)));
    let size = fs::metadata(path).map_err(|error| cannot(&error))?.len();
    if size > MAX_FILE_BYTES {
        let message = format!("is larger than {} MiB", MAX_FILE_BYTES >> 20);
        let problem = Problem::error(Code::FileTooLarge, place(), message);
        return Err(Box::new(problem.help("give the assessed workbook of that run instead")));
    }
    fs::read(path).map_err(|error| cannot(&error))
}
