//! Several inventories as one portfolio: each file is read by itself, and their tables are put together as those of one
//! workbook are, if they have the same header. A file that does not fit is never left out in silence.

use std::path::Path;
use std::sync::Arc;

use super::workbook;
use crate::codes::Code;
use crate::inventory;
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure, file_name};
use crate::table::{Manner, SourceFile, Workbook, sha256_hex};

/// Reads files and puts their inventories together as a portfolio of some name; problems name the portfolio and, as its sheets, the files.
pub(in crate::run) fn read(
    name: &str,
    paths: &[&Path],
    manner: &Manner,
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Result<Workbook, Failure> {
    let (mut tables, mut files) = (Vec::new(), Vec::new());
    let name: Arc<str> = name.into();
    let shown = shown_apart(paths);
    for (&path, shown) in paths.iter().zip(&shown) {
        let (mut workbook, _) = workbook::read(path, manner, problems)?;
        inventory::join_sheets(rulebook, &mut workbook, problems);
        let is_only = workbook.tables.len() == 1;
        for mut table in workbook.tables {
            let inside = table.place.sheet.take().filter(|_| !is_only);
            let shown = inside.map_or_else(|| shown.clone(), |sheet| format!("{shown}, {sheet}"));
            table.place = Place { sheet: Some(shown.into()), ..Place::file(name.clone()) };
            tables.push(table);
        }
        files.push(workbook.file);
    }
    // A number is shown as it was only if it is known of all of them.
    let has_formats = tables.iter().all(|table| table.has_formats);
    for table in &mut tables {
        table.has_formats = has_formats;
    }
    let listed: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
    let file = SourceFile {
        name,
        size: files.iter().map(|file| file.size).sum(),
        sha256: sha256_hex(listed.as_bytes()),
        format: files[0].format,
        files,
    };
    let mut workbook = Workbook { file, tables, hidden: Vec::new() };
    inventory::join_sheets(rulebook, &mut workbook, problems);
    all_are_in(workbook, &shown)
}

/// What tells the files apart: their names, and where two have the same one, their paths.
fn shown_apart(paths: &[&Path]) -> Vec<String> {
    let names: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
    let is_shared = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
    let shown =
        |(path, name): (&&Path, &String)| if is_shared(name) { path.display().to_string() } else { name.clone() };
    paths.iter().zip(&names).map(shown).collect()
}

/// Makes sure that every file has become a part of one table, and keeps that table alone. `shown` is what the files are
/// called there.
fn all_are_in(mut workbook: Workbook, shown: &[String]) -> Result<Workbook, Failure> {
    let joined = workbook.tables.iter().position(|table| !table.parts.is_empty());
    let Some(joined) = joined.map(|position| workbook.tables.remove(position)) else {
        let problem = Problem::error(
            Code::NotCombined,
            Place::file(workbook.file.name.clone()),
            "the files have no header in common, or hold the same functions",
        );
        return Err(Failure::of(Exit::Data, problem.help("assess each by itself: leave out `--combine`")));
    };
    let is_in = |file: &&String| {
        let is_its = |sheet: &str| sheet == *file || sheet.starts_with(&format!("{file}, "));
        joined.parts.iter().any(|part| is_its(&part.sheet))
    };
    let left_out = shown.iter().filter(|file| !is_in(file)).map(|file| {
        let place = Place::file(file.clone());
        let message = format!("has another header than {}, and cannot be put together with it", joined.parts[0].sheet);
        Problem::error(Code::NotCombined, place, message)
            .help("give its columns the same headers in the same order, or leave it out")
    });
    let problems: Vec<Problem> = left_out.collect();
    if !problems.is_empty() {
        return Err(Failure { exit: Exit::Data, problems });
    }
    workbook.tables = vec![joined];
    Ok(workbook)
}
