//! Several inventories as one portfolio: each file, and each sheet that holds an inventory, is understood by itself, and their
//! rows are put together. What does not fit is never left out in silence.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::workbook;
use crate::inventory::{self, Understood};
use crate::own_files::leave_out_judgement;
use crate::problem::{Place, Problems};
use crate::report::workbook::is_added_header;
use crate::rulebook::Rulebook;
use crate::run::ending::{Exit, Failure, file_name};
use crate::table::{Manner, SourceFile, Workbook, sha256_hex};

/// Reads files and puts their inventories together as a portfolio of some name; problems name the portfolio and, as its sheets,
/// the files, with their sheets where they have several. What stands in one place alone is an inventory like any other.
pub(in crate::run) fn read(
    name: &str,
    paths: &[&Path],
    manner: &Manner,
    rulebook: &Rulebook,
    problems: &mut Problems,
) -> Result<(Workbook, Understood), Failure> {
    let (mut tables, mut files, mut all) = (Vec::new(), Vec::new(), Vec::new());
    let name: Arc<str> = name.into();
    let shown = shown_apart(paths);
    let books = paths
        .iter()
        .map(|path| Ok(workbook::read_inventory(path, manner, problems)?.0))
        .collect::<Result<Vec<_>, _>>()?;
    let rules = inventory::rules_for_each(rulebook, &books);
    for ((mut workbook, rules), shown) in books.into_iter().zip(&rules).zip(&shown) {
        leave_out_judgement(&mut workbook, is_added_header, problems);
        name_tables(&mut workbook, &name, shown, paths.len() == 1);
        let found = inventory::understand_all(rules, &workbook, problems)
            .map_err(|problem| Failure::of(Exit::Data, problem))?;
        all.extend(found.into_iter().map(|one| {
            let table = one.table();
            one.moved(table + tables.len())
        }));
        tables.append(&mut workbook.tables);
        files.push(workbook.file);
    }
    // A number is shown as it was only if it is known of all of them.
    let has_formats = tables.iter().all(|table| table.has_formats);
    for table in &mut tables {
        table.has_formats = has_formats;
    }
    let mut workbook = Workbook { file: source(name, files), tables, hidden: Vec::new() };
    let only = if all.len() == 1 { all.pop() } else { None };
    let understood = match only {
        Some(only) => only,
        None => inventory::combine(rulebook, &mut workbook, all, problems)
            .map_err(|problems| Failure { exit: Exit::Data, problems })?,
    };
    Ok((workbook, understood))
}

/// Gives tables the place that problems name: the portfolio and, as its sheet, the file.
fn name_tables(workbook: &mut Workbook, name: &Arc<str>, shown: &str, is_only_file: bool) {
    let is_only = workbook.tables.len() == 1;
    for table in &mut workbook.tables {
        let sheet = table.place.sheet.take();
        let shown: Arc<str> = match sheet {
            Some(sheet) if is_only_file => sheet,
            Some(sheet) if !is_only => format!("{shown}, {sheet}").into(),
            _ => shown.into(),
        };
        table.place = Place { sheet: Some(shown), ..Place::file(name.clone()) };
    }
}

/// What files are as one: those that it was put together from, and the checksum of theirs.
fn source(name: Arc<str>, files: Vec<SourceFile>) -> SourceFile {
    let listed: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.name)).collect();
    let (size, sha256) = (files.iter().map(|file| file.size).sum(), sha256_hex(listed.as_bytes()));
    SourceFile { name, size, sha256, format: files[0].format, files, of_inventory: None }
}

/// What tells the files apart: their names, and where two have the same one, their paths.
fn shown_apart(paths: &[&Path]) -> Vec<String> {
    let names: Vec<String> = paths.iter().map(|path| file_name(path)).collect();
    let mut files: HashMap<&String, usize> = HashMap::new();
    for name in &names {
        *files.entry(name).or_default() += 1;
    }
    let shown =
        |(path, name): (&&Path, &String)| if files[name] > 1 { path.display().to_string() } else { name.clone() };
    paths.iter().zip(&names).map(shown).collect()
}
