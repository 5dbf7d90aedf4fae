//! The reading of a file, whatever its kind: a workbook of the sheets that it holds.

use std::ffi::OsStr;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::cells::{Format, SourceFile, Table};
use super::joined::{Headers, Joining};
use super::limits::no_such_sheet;
use super::manner::Manner;
use super::preflight::{STDIN, is_stdin};
use super::{columnar, delimited, encrypted, joined, preflight, spreadsheet, strays};
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems};
use crate::sheets::Name;

/// Reads a file, in the manner that is asked for.
///
/// # Errors
/// The problem that keeps the file from being read: it is missing, too large, of no known kind, or broken.
pub fn read(path: &Path, manner: &Manner, problems: &mut Problems) -> Result<Workbook, Problem> {
    let name = if is_stdin(path) { OsStr::new(STDIN) } else { path.file_name().unwrap_or_default() };
    let bytes = preflight::load(path, &Place::file(name.to_string_lossy()))?;
    parse(Path::new(name), &bytes, manner, problems)
}

/// Reads a file that is in memory already, by its name without a folder, as [`read`] does.
///
/// # Errors
/// The problem that keeps it from being read: it is of no known kind, or broken.
pub fn parse(name: &Path, bytes: &[u8], manner: &Manner, problems: &mut Problems) -> Result<Workbook, Problem> {
    let place = Place::file(name.to_string_lossy());
    let given = bytes;
    let opened = encrypted::opened(bytes, &place);
    let bytes = opened.as_deref().unwrap_or(bytes);
    let format = preflight::format_of(bytes, &place)?;
    if let Some(problem) = manner.is_for_no_text(format, &place) {
        return Err(problem);
    }
    let sheet = manner.sheet.as_slice();
    if let Some(problem) = preflight::misnamed(name, format, &place) {
        problems.push(problem);
    }
    if let (Some(name), Format::Csv | Format::Parquet) = (sheet.first(), format) {
        return Err(no_such_sheet(&place, name, &[]));
    }
    let (sha256, (mut tables, hidden)) = std::thread::scope(|scope| {
        let hash = scope.spawn(|| sha256_hex(given));
        let read = match format {
            Format::Csv => delimited::read(bytes, manner, &place, problems).map(|table| (vec![table], Vec::new())),
            Format::Parquet => columnar::read(bytes, &place, problems).map(|table| (vec![table], Vec::new())),
            Format::Xlsx | Format::Xlsb | Format::Xls | Format::Ods => {
                spreadsheet::read(bytes, format, manner, &place, problems)
            }
        }?;
        Ok((hash.join().expect("hashing cannot panic"), read))
    })?;
    for table in &mut tables {
        strays::trim(table, problems);
    }
    if !hidden.is_empty() && sheet.is_empty() {
        let names: Vec<String> = hidden.iter().map(|name| format!("`{name}`")).collect();
        let are = if names.len() == 1 { "sheet is" } else { "sheets are" };
        let message = format!("{} {are} hidden and not looked at: {}", names.len(), names.join(", "));
        let problem = Problem::note(Code::HiddenSheets, place.clone(), message);
        problems.push(problem.help(format!("`--sheet \"{}\"` reads one all the same", hidden[0])));
    }
    Ok(Workbook {
        file: SourceFile {
            name: place.file,
            size: given.len() as u64,
            sha256,
            format,
            files: Vec::new(),
            of_inventory: None,
        },
        tables,
        hidden,
    })
}

/// A file and the sheets that were read from it.
#[derive(Clone, Debug)]
pub struct Workbook {
    /// The file.
    pub file: SourceFile,
    /// Its visible sheets, in order, or the one that was asked for; exactly one for delimited text.
    pub tables: Vec<Table>,
    /// The names of the sheets that are hidden and were not read.
    pub hidden: Vec<String>,
}

impl Workbook {
    /// Whether it has a sheet of our own.
    pub fn has(&self, sheet: Name) -> bool {
        self.tables.iter().any(|table| table.is_sheet(sheet))
    }

    /// Takes a sheet of our own out of the workbook, as a workbook of its own.
    pub fn take(&mut self, sheet: Name) -> Option<Workbook> {
        let at = self.tables.iter().position(|table| table.is_sheet(sheet))?;
        let tables = vec![self.tables.remove(at)];
        Some(Workbook { file: self.file.clone(), tables, hidden: Vec::new() })
    }

    /// Puts a table together that stands on several sheets, in the place of the first of them.
    pub fn join(&mut self, sheets: &[Joining], headers: &Headers) {
        let Some(first) = sheets.first() else { return };
        self.tables[first.table] = joined::join(&self.tables, sheets, headers);
        let mut others: Vec<usize> = sheets.iter().skip(1).map(|sheet| sheet.table).collect();
        others.sort_unstable();
        for at in others.into_iter().rev() {
            self.tables.remove(at);
        }
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
