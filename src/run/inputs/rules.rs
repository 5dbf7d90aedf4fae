//! The file that the rules come from: TOML, or an annotated workbook, whichever it really is.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::paths::unchanged;
use crate::codes::Code;
use crate::language::Language;
use crate::own_files::from_sheets;
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::{self, Rulebook, Scenario};
use crate::run::ending::{Exit, Failure, cannot_be, cannot_read, file_name};
use crate::sheets::{ABOUT, CRITERIA, Name, RULEBOOK};
use crate::table::{self, Table};

/// The rulebook of a path with its texts in a language; the default one where there is none.
///
/// # Errors
/// It cannot be read, changes meanwhile, or is wrong.
pub fn load_rulebook(language: Language, path: Option<&Path>) -> Result<Rulebook, Failure> {
    path.map_or_else(|| Ok(rulebook::default_in(language)), |path| unchanged(path, || load(language, path)))
}

/// The scenarios of a file.
///
/// # Errors
/// It cannot be read, changes meanwhile, or is wrong.
pub(super) fn load_scenarios(rulebook: &Rulebook, path: &Path) -> Result<Vec<Scenario>, Failure> {
    unchanged(path, || {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|error| {
            let problem = Problem::error(Code::NoRulebook, Place::file(name.as_str()), cannot_be("read", &error));
            Failure::of(Exit::NoInput, problem.help("give a file with `[[scenario]]`, such as the job file"))
        })?;
        rulebook::load_scenarios(rulebook, &name, &text).map_err(wrong)
    })
}

fn load(language: Language, path: &Path) -> Result<Rulebook, Failure> {
    if is_workbook(path) {
        return from_workbook(language, path);
    }
    let name = file_name(path);
    let text = fs::read_to_string(path).map_err(|error| {
        let exit = if error.kind() == io::ErrorKind::InvalidData { Exit::Rulebook } else { Exit::NoInput };
        let problem =
            Problem::error(Code::NoRulebook, Place::file(path.display().to_string()), cannot_be("read", &error));
        Failure::of(exit, problem.help("`outsift rulebook > mine.toml` writes one to start from"))
    })?;
    rulebook::load_in(language, &name, &text).map_err(wrong)
}

fn wrong(problems: Vec<Problem>) -> Failure {
    Failure { exit: Exit::Rulebook, problems }
}

/// Whether a file begins as a workbook does; one that cannot be opened is reported as a text.
fn is_workbook(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(8).read_to_end(&mut beginning));
    read.is_ok() && table::begins_as_workbook(&beginning)
}

fn from_workbook(language: Language, path: &Path) -> Result<Rulebook, Failure> {
    let mut noticed = Problems::default();
    let Some(rules) = sheet(path, RULEBOOK, &mut noticed)? else {
        return Err(wrong(vec![no_rules(path, &mut noticed)?]));
    };
    let Some(criteria) = sheet(path, CRITERIA, &mut noticed)? else {
        let message = format!("has no sheet `{CRITERIA}`, whose weights and thresholds count");
        let problem = Problem::error(Code::NoRulebook, Place::file(file_name(path)), message);
        let help = format!("give the workbook as it was written, or the text of its sheet `{RULEBOOK}` as a TOML file");
        return Err(wrong(vec![problem.help(help)]));
    };
    from_sheets(language, &rules, &criteria, &noticed).map_err(wrong)
}

/// A sheet of our own of a workbook, hidden or not, in whichever language it has one.
fn sheet(path: &Path, name: Name, noticed: &mut Problems) -> Result<Option<Table>, Failure> {
    match table::read(path, &table::Manner::of_sheet(name), noticed) {
        Ok(mut workbook) => Ok(workbook.tables.pop()),
        Err(problem) if problem.code == Code::NoSuchSheet => Ok(None),
        Err(problem) if problem.code == Code::UnknownFormat => {
            let problem = problem.help("give a workbook that `outsift assess` wrote, or a rulebook in TOML");
            Err(wrong(vec![problem]))
        }
        Err(problem) => match cannot_read(problem) {
            Failure { exit: Exit::Data, problems } => Err(wrong(problems)),
            failure => Err(failure),
        },
    }
}

/// Why a workbook has no rules to read.
fn no_rules(path: &Path, noticed: &mut Problems) -> Result<Problem, Failure> {
    let is_assessed = sheet(path, CRITERIA, noticed)?.is_some() && sheet(path, ABOUT, noticed)?.is_some();
    let message = if is_assessed {
        format!("has no sheet `{RULEBOOK}`: it was taken away, or an older version wrote the workbook")
    } else {
        format!("is no assessed workbook: it has no sheet `{RULEBOOK}`")
    };
    let problem = Problem::error(Code::NoRulebook, Place::file(file_name(path)), message);
    Ok(problem.help("give a workbook that this version of `outsift assess` wrote, or a rulebook in TOML"))
}
