//! Workbooks: xlsx and xlsb cell by cell, xls and ods by range. The only user of calamine.

use std::io::{self, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{
    CellErrorType, Data, DataRef, Dimensions, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls,
    XlsOptions, Xlsb, XlsbError, Xlsx, XlsxCellReader, XlsxError,
};

use super::cells::{Cell, ErrorValue, Format, FormatId, Region, Table};
use super::limits::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, damaged, no_such_sheet};
use super::package::Package;
use super::scan::{self, Odd, Seen, What};
use super::xml;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems};

type Bytes<'a> = Cursor<&'a [u8]>;

/// How a date is shown where the format of the file does not say.
const ISO_DATE: &str = "yyyy-mm-dd";

/// Days from the 1900 calendar's zero to the 1904 calendar's.
const DAYS_TO_1904: f64 = 1462.0;

/// Reads one sheet of a workbook, or every visible one; with the names of the hidden ones.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    sheet: Option<&str>,
    place: &Place,
    problems: &mut Problems,
) -> Result<Sheets, Problem> {
    // The parser is known to panic on some damaged files: that is a broken file, not a broken program.
    let outcome = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => read_xlsx(bytes, sheet, place, problems),
        Format::Xlsb => read_xlsb(bytes, sheet, place, problems),
        Format::Xls => read_xls(bytes, sheet, place, problems),
        Format::Ods | Format::Csv => read_ods(bytes, sheet, place, problems),
    }));
    outcome.unwrap_or_else(|panic| match panic.downcast::<String>() {
        // That says nothing about the file.
        Ok(text) if text.contains(NO_THREAD) => resume_unwind(text),
        _ => Err(damaged(place, "its structure makes no sense")),
    })
}

/// What a panic says where the system gives no more threads: the standard library has no other name for it.
pub const NO_THREAD: &str = "failed to spawn thread";

fn open<'a, R: Reader<Bytes<'a>>>(bytes: &'a [u8], place: &Place) -> Result<R, Problem>
where
    R::Error: std::fmt::Display,
{
    R::new(Cursor::new(bytes)).map_err(|error| damaged(place, &error.to_string()))
}

/// The sheets to read: the one asked for, or all that are visible worksheets.
fn wanted<'a, R: Reader<Bytes<'a>>>(book: &R, sheet: Option<&str>, place: &Place) -> Result<Vec<String>, Problem> {
    let sheets = book.sheets_metadata();
    for (i, one) in sheets.iter().enumerate() {
        if sheets[..i].iter().any(|other| other.name == one.name) {
            return Err(damaged(place, &format!("it has two sheets named `{}`", one.name)));
        }
    }
    if let Some(name) = sheet {
        let names: Vec<String> = sheets.iter().map(|s| s.name.clone()).collect();
        return match names.iter().find(|n| *n == name).or(names.iter().find(|n| n.trim() == name.trim())) {
            Some(found) => Ok(vec![found.clone()]),
            None => Err(no_such_sheet(place, name, &names)),
        };
    }
    let visible = sheets.iter().filter(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet);
    let names: Vec<String> = visible.map(|s| s.name.clone()).collect();
    if names.is_empty() {
        return Err(Problem::error(Code::NoSheet, place.clone(), "the workbook has no visible sheet")
            .help("name a hidden one with `--sheet`"));
    }
    Ok(names)
}

/// The worksheets that are not to be seen.
fn hidden<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let hidden = sheets.filter(|s| s.visible != SheetVisible::Visible && s.typ == SheetType::WorkSheet);
    hidden.map(|s| s.name.clone()).collect()
}

fn table_of(place: &Place, sheet: &str) -> Table {
    Table::new(Place { sheet: Some(Arc::from(sheet)), ..place.clone() })
}

/// The tables that were read, and the names of hidden sheets.
type Sheets = (Vec<Table>, Vec<String>);

fn read_xlsx(bytes: &[u8], sheet: Option<&str>, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let package = Package::of(bytes, place)?;
    let parts = xml::xlsx_sheets(&package, place)?;
    xml::check_shared_texts(&package, place)?;
    let mut book: Xlsx<Bytes> = open(bytes, place)?;
    let names = wanted(&book, sheet, place)?;
    let has_links = package.parts().iter().any(|part| part.name.contains("worksheets/_rels/"));
    let (mut tables, seen) = thread::scope(|scope| {
        let seen = scope.spawn(|| walk_xlsx(&package, &parts, &names, place));
        let tables = catch_unwind(AssertUnwindSafe(|| {
            names.iter().map(|name| parse_sheet(&mut book, name, place)).collect::<Result<Vec<_>, _>>()
        }));
        // Where both have something to say, the walk knows the cell.
        let seen = seen.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        tables.unwrap_or_else(|panic| resume_unwind(panic)).map(|tables| (tables, seen))
    })?;
    for (Filling { table, .. }, seen) in tables.iter_mut().zip(&seen) {
        // Each of these reads the sheet once more, so only where there is something to be found.
        let name = table.place.sheet.clone().unwrap_or_default();
        if has_links {
            read_links(&mut book, &name, table)?;
        }
        if seen.merged {
            let regions = book.merge_cells_by_sheet_name(&name).map_err(|e| damaged(&table.place, &e.to_string()))?;
            merge(table, &regions);
        }
        if seen.uncalculated {
            report_uncalculated(&mut book, &name, table, problems)?;
        }
    }
    Ok((finished(tables, &seen, problems), hidden(&book)))
}

/// Walks the sheets that are read, and unpacks what else is read of the workbook, so that all its checksums are looked at.
fn walk_xlsx(
    package: &Package,
    parts: &[(String, String)],
    names: &[String],
    place: &Place,
) -> Result<Vec<Seen>, Problem> {
    let mut archive = package.archive(place)?;
    let mut seen = Vec::new();
    for name in names {
        let place = table_of(place, name).place;
        let part = parts.iter().find(|(sheet, _)| sheet == name).and_then(|(_, part)| package.part(part));
        let part = part.ok_or_else(|| damaged(&place, "the sheet is not in the file"))?;
        let broken = |error: io::Error| damaged(&place, &error.to_string());
        let sheet = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
        seen.push(scan::xlsx::walk(sheet, &place).map_err(broken)??);
    }
    xml::unpack_small_parts(package, &mut archive, place)?;
    Ok(seen)
}

/// What was read, with what was seen of it: the problems of cells, and notes on what is hidden.
fn finished(tables: Vec<Filling>, seen: &[Seen], problems: &mut Problems) -> Vec<Table> {
    for (Filling { table, odd }, seen) in tables.iter().zip(seen) {
        problems.extend(odd.iter().chain(&seen.odd).map(|odd| odd.problem(table)));
        problems.extend(seen.notes(table));
    }
    tables.into_iter().map(|filling| filling.table).collect()
}

/// A table while its cells come in.
struct Filling {
    table: Table,
    /// Cells that count as empty though something stands there.
    odd: Vec<Odd>,
}

impl Filling {
    fn new(place: &Place, sheet: &str) -> Filling {
        Filling { table: table_of(place, sheet), odd: Vec::new() }
    }
}

fn parse_sheet(book: &mut Xlsx<Bytes>, name: &str, place: &Place) -> Result<Filling, Problem> {
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let mut filling = Filling::new(place, name);
    filling.table.has_formats = true;
    let place = filling.table.place.clone();
    let mut reader = book.worksheet_cells_reader(name).map_err(|e| damaged(&place, &e.to_string()))?;
    let formats: Vec<FormatId> = reader
        .styles()
        .iter()
        .map(|style| {
            filling.table.format_id(style.number_format.as_ref().map_or("General", |f| f.format_code.as_str()))
        })
        .collect();
    // Parsing and storing take turns on two threads, a batch of cells at a time.
    thread::scope(|scope| {
        let (sender, batches) = sync_channel::<Batch>(BATCHES_WAITING);
        let storing = scope.spawn(move || store(filling, &formats, shift, &batches));
        let parsed = parse(&mut reader, &place, &sender);
        drop(sender);
        let stored = storing.join().unwrap_or_else(|panic| resume_unwind(panic));
        // A table that could not be stored ends the parsing too, and is the reason for it.
        let filling = stored?;
        parsed.map(|()| filling)
    })
}

fn merge(table: &mut Table, regions: &[Dimensions]) {
    let column = |column: u32| u16::try_from(column).ok();
    for Dimensions { start, end } in regions {
        if let (Some(first_column0), Some(last_column0)) = (column(start.1), column(end.1)) {
            table.merge(Region { first_row0: start.0, first_column0, last_row0: end.0, last_column0 });
        }
    }
}

/// Says which cells hold a formula that the program that wrote the file has not calculated: they read as empty.
fn report_uncalculated(
    book: &mut Xlsx<Bytes>,
    sheet: &str,
    table: &Table,
    problems: &mut Problems,
) -> Result<(), Problem> {
    let failed = |error: XlsxError| damaged(&table.place, &error.to_string());
    let mut reader = book.worksheet_cells_reader(sheet).map_err(failed)?;
    loop {
        let cell = match reader.next_cell_with_formula() {
            Ok(Some(cell)) => cell,
            Ok(None) => return Ok(()),
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(failed(error)),
        };
        let (row0, column) = cell.pos;
        if let (DataRef::Empty, Some(formula), Ok(column0)) = (&cell.value, &cell.formula, u16::try_from(column)) {
            let message = format!("holds the formula `={formula}` without its result; it counts as empty");
            let problem = Problem::warning(Code::NotCalculated, table.place_of(row0, column0), message);
            problems.push(problem.help("open the file in Excel or LibreOffice and save it, so that it is calculated"));
        }
    }
}

/// Cells with their styles, in the order of the file.
type Batch<'a> = Vec<(calamine::Cell<DataRef<'a>>, usize)>;

/// How many cells go from one thread to the other at a time: few enough to stay in the cache.
const BATCH: usize = 2_048;
/// How many batches may wait to be stored.
const BATCHES_WAITING: usize = 8;

/// Sends the cells of a sheet to be stored; ends early where nobody takes them any more.
fn parse<'a>(
    reader: &mut XlsxCellReader<'a, Bytes>,
    place: &Place,
    sender: &SyncSender<Batch<'a>>,
) -> Result<(), Problem> {
    let mut batch = Batch::with_capacity(BATCH);
    loop {
        match reader.next_cell_with_style_id() {
            Ok(Some(cell)) => batch.push(cell),
            Ok(None) => break,
            // An error that the parser does not know: the walk names its cell.
            Err(XlsxError::CellError(_)) => {}
            Err(error) => return Err(damaged(place, &error.to_string())),
        }
        if batch.len() == BATCH && sender.send(std::mem::replace(&mut batch, Batch::with_capacity(BATCH))).is_err() {
            return Ok(());
        }
    }
    let _ = sender.send(batch);
    Ok(())
}

/// Puts the cells that arrive into the table.
fn store(
    mut filling: Filling,
    formats: &[FormatId],
    shift: f64,
    batches: &Receiver<Batch>,
) -> Result<Filling, Problem> {
    for (cell, style) in batches.iter().flatten() {
        let format = formats.get(style).copied().unwrap_or(0);
        append_ref(&mut filling, cell.get_position(), cell.get_value(), format, shift)?;
    }
    Ok(filling)
}

fn read_links(book: &mut Xlsx<Bytes>, sheet: &str, table: &mut Table) -> Result<(), Problem> {
    let links = book.hyperlinks_by_sheet_name(sheet).map_err(|e| damaged(&table.place, &e.to_string()))?;
    for link in links {
        if let (Some(target), (row0, Ok(column0))) =
            (link.target, (link.range.start.0, u16::try_from(link.range.start.1)))
        {
            table.links.insert((row0, column0), target);
        }
    }
    Ok(())
}

fn read_xlsb(bytes: &[u8], sheet: Option<&str>, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let package = Package::of(bytes, place)?;
    let parts = scan::xlsb::sheets(&package, place)?;
    let mut archive = package.archive(place)?;
    xml::unpack_small_parts(&package, &mut archive, place)?;
    scan::xlsb::check_shared_texts(&package, place)?;
    let mut book: Xlsb<Bytes> = open(bytes, place)?;
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let (mut tables, mut seen) = (Vec::new(), Vec::new());
    for name in wanted(&book, sheet, place)? {
        let mut filling = Filling::new(place, &name);
        let place = filling.table.place.clone();
        let part = parts.iter().find(|(sheet, _)| *sheet == name).and_then(|(_, part)| package.part(part));
        let part = part.ok_or_else(|| damaged(&place, "the sheet is not in the file"))?;
        let broken = |error: io::Error| damaged(&place, &error.to_string());
        let content = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
        seen.push(scan::xlsb::walk(content, &place).map_err(broken)??);
        let mut reader = book.worksheet_cells_reader(&name).map_err(|e| damaged(&place, &e.to_string()))?;
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => append_ref(&mut filling, cell.get_position(), cell.get_value(), 0, shift)?,
                Ok(None) => break,
                // An error that the parser does not know: the walk names its cell.
                Err(XlsbError::CellError(_)) => {}
                Err(error) => return Err(damaged(&place, &error.to_string())),
            }
        }
        tables.push(filling);
    }
    Ok((finished(tables, &seen, problems), hidden(&book)))
}

fn read_xls(bytes: &[u8], sheet: Option<&str>, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    // Unicode, whatever code page the workbook names besides.
    const UNICODE: u16 = 1200;
    let walked = scan::xls::walk(bytes, place)?;
    let mut options = XlsOptions::default();
    options.force_codepage = walked.unicode.then_some(UNICODE);
    let mut book =
        Xls::new_with_options(Cursor::new(bytes), options).map_err(|error| damaged(place, &error.to_string()))?;
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let names = wanted(&book, sheet, place)?;
    let all: Vec<String> = book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
    let mut seen = Vec::new();
    for (name, walked) in all.into_iter().zip(walked.sheets) {
        if names.contains(&name) {
            let in_sheet = |problem: Problem| Problem {
                place: Place { sheet: Some(name.as_str().into()), ..problem.place },
                ..problem
            };
            seen.push(walked.map_err(in_sheet)?);
        }
    }
    let mut tables = read_ranges(&mut book, &names, place, shift)?;
    for Filling { table, .. } in &mut tables {
        let name = table.place.sheet.clone().unwrap_or_default();
        let regions = book.merge_cells_by_sheet_name(&name).map_err(|e| damaged(&table.place, &e.to_string()))?;
        merge(table, &regions);
    }
    Ok((finished(tables, &seen, problems), hidden(&book)))
}

fn read_ods(bytes: &[u8], sheet: Option<&str>, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let package = Package::of(bytes, place)?;
    let mut archive = package.archive(place)?;
    let content = archive.by_name("content.xml").map_err(|error| damaged(place, &error.to_string()))?;
    let walked = scan::ods::walk(content, place)?;
    let mut book = open::<Ods<_>>(bytes, place)?;
    let names = wanted(&book, sheet, place)?;
    let seen: Vec<Seen> = walked.into_iter().filter(|(name, _)| names.contains(name)).map(|(_, seen)| seen).collect();
    let tables = read_ranges(&mut book, &names, place, 0.0)?;
    if seen.iter().any(|seen| seen.merged) {
        let message = "has merged cells; in an .ods file a value counts for the first cell of its range only";
        problems.push(Problem::note(Code::MergedCells, place.clone(), message).help(
            "where a column has gaps for it, save the file as .xlsx, in which it counts for all of them, or unmerge the cells",
        ));
    }
    Ok((finished(tables, &seen, problems), hidden(&book)))
}

fn read_ranges<'a, R: Reader<Bytes<'a>>>(
    book: &mut R,
    names: &[String],
    place: &Place,
    shift: f64,
) -> Result<Vec<Filling>, Problem>
where
    R::Error: std::fmt::Display,
{
    let mut tables = Vec::new();
    for name in names {
        let mut filling = Filling::new(place, name);
        let range: Range<Data> =
            book.worksheet_range(name).map_err(|e| damaged(&filling.table.place, &e.to_string()))?;
        let (row0, column0) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            append_owned(&mut filling, (row0 + row as u32, column0 + column as u32), value, shift)?;
        }
        tables.push(filling);
    }
    Ok(tables)
}

fn append_ref(
    filling: &mut Filling,
    position: (u32, u32),
    value: &DataRef,
    format: FormatId,
    shift: f64,
) -> Result<(), Problem> {
    let Filling { table, odd } = filling;
    let cell = match value {
        DataRef::Empty => return Ok(()),
        DataRef::Int(value) => Cell::Number { value: *value as f64, format },
        DataRef::Float(value) => number(*value, position, format, odd),
        DataRef::String(text) | DataRef::DurationIso(text) => text_cell(table, text),
        DataRef::SharedString(text) => text_cell(table, text),
        DataRef::Bool(value) => Cell::Boolean(*value),
        DataRef::DateTime(date) => date_cell(table, *date, format, shift),
        DataRef::DateTimeIso(text) => iso_cell(table, text),
        DataRef::Error(error) => Cell::Error(error_value(error)),
    };
    append(table, position, cell)
}

fn append_owned(filling: &mut Filling, position: (u32, u32), value: &Data, shift: f64) -> Result<(), Problem> {
    let Filling { table, odd } = filling;
    let cell = match value {
        Data::Empty => return Ok(()),
        Data::Int(value) => Cell::Number { value: *value as f64, format: 0 },
        Data::Float(value) => number(*value, position, 0, odd),
        Data::String(text) | Data::DurationIso(text) => text_cell(table, text),
        Data::Bool(value) => Cell::Boolean(*value),
        Data::DateTime(date) => date_cell(table, *date, 0, shift),
        Data::DateTimeIso(text) => iso_cell(table, text),
        Data::Error(error) => Cell::Error(error_value(error)),
    };
    append(table, position, cell)
}

/// Puts the cell into the table, or says why the file's shape does not allow it.
fn append(table: &mut Table, (row0, column): (u32, u32), cell: Cell) -> Result<(), Problem> {
    if cell == Cell::Empty {
        return Ok(());
    }
    let column0 = u16::try_from(column).ok().filter(|c| *c < MAX_COLUMNS && row0 < MAX_ROWS);
    let Some(column0) = column0 else {
        return Err(damaged(&table.place, &format!("it has a cell in row {} and column {}", row0 + 1, column + 1)));
    };
    if table.size() + usize::from(column0) > MAX_CELLS {
        let message = format!("the sheet takes up more than {MAX_CELLS} cells (limit `max-cells`)");
        return Err(Problem::error(Code::TooManyCells, table.place.clone(), message)
            .help("delete what stands far to the right of or below the inventory"));
    }
    if !table.append(row0, column0, cell) {
        return Err(damaged(&table.place_of(row0, column0), "its cells are out of order, or stand there twice"));
    }
    Ok(())
}

/// A number, or nothing where it is none: then the cell is noted.
fn number(value: f64, (row0, column): (u32, u32), format: FormatId, odd: &mut Vec<Odd>) -> Cell {
    if value.is_finite() {
        return Cell::Number { value, format };
    }
    let what = What::NoNumber(value.to_string().into());
    odd.extend(u16::try_from(column).ok().map(|column0| Odd { cell: (row0, column0), what }));
    Cell::Empty
}

fn text_cell(table: &mut Table, text: &str) -> Cell {
    match text {
        "" => Cell::Empty,
        // Some formats have errors as texts.
        _ => ErrorValue::named(text).map_or_else(|| Cell::Text(table.intern(text)), Cell::Error),
    }
}

fn date_cell(table: &mut Table, date: ExcelDateTime, format: FormatId, shift: f64) -> Cell {
    let format = if format == 0 { table.format_id(ISO_DATE) } else { format };
    Cell::Date { serial: date.as_f64() + shift, format }
}

/// A date that the file holds as ISO 8601 text; a text that is none stays a text.
fn iso_cell(table: &mut Table, text: &str) -> Cell {
    let date: Option<jiff::civil::DateTime> = text.trim_end_matches('Z').parse().ok();
    let epoch = jiff::civil::date(1899, 12, 30).at(0, 0, 0, 0);
    match date.and_then(|date| (date - epoch).total(jiff::Unit::Second).ok()) {
        Some(seconds) => Cell::Date { serial: seconds / 86_400.0, format: table.format_id(ISO_DATE) },
        None => text_cell(table, text),
    }
}

fn error_value(error: &CellErrorType) -> ErrorValue {
    match error {
        CellErrorType::Div0 => ErrorValue::DivisionByZero,
        CellErrorType::NA => ErrorValue::NotAvailable,
        CellErrorType::Name => ErrorValue::Name,
        CellErrorType::Null => ErrorValue::Null,
        CellErrorType::Num => ErrorValue::Number,
        CellErrorType::Ref => ErrorValue::Reference,
        CellErrorType::Value => ErrorValue::Value,
        CellErrorType::GettingData => ErrorValue::GettingData,
    }
}
