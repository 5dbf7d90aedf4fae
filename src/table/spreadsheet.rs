//! Workbooks: xlsx and xlsb cell by cell, xls by range, ods by its own reader. The only user of calamine.

use std::cmp::Ordering;
use std::io::{self, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{
    CellErrorType, Color, Data, DataRef, Dimensions, ExcelDateTime, FillPattern, Font, Range, Reader, SheetType,
    SheetVisible, Style, Xls, XlsOptions, Xlsb, XlsbError, Xlsx, XlsxCellReader, XlsxError,
};

use super::appearance::{CellLook, LookId, Reach};
use super::cells::{Format, Region, Table};
use super::error_values::ErrorValue;
use super::filling::{Filling, table_of};
use super::formats::Shown;
use super::formulas::{CALCULATE, adds_rows};
use super::limits::{damaged, no_such_sheet};
use super::manner::Manner;
use super::mended::{Mended, mended, mended_binary};
use super::package::Package;
use super::packed::{Cell, FormatId};
use super::scan::{self, Seen, What};
use super::{notes, open_document, xml};
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems};

type Bytes<'a> = Cursor<&'a [u8]>;

/// What is said of cells in which the parser finds a fault that nothing else has found.
const NO_SENSE: &str = "its cells make no sense";

/// Days from the 1900 calendar's zero to the 1904 calendar's.
const DAYS_TO_1904: f64 = 1462.0;

/// Reads one sheet of a workbook, or every visible one; with the names of the hidden ones.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    manner: &Manner,
    place: &Place,
    problems: &mut Problems,
) -> Result<Sheets, Problem> {
    // The parser is known to panic on some damaged files: that is a broken file, not a broken program.
    let outcome = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => read_xlsx(bytes, manner, place, problems),
        Format::Xlsb => read_xlsb(bytes, manner, place, problems),
        Format::Xls => read_xls(bytes, manner, place, problems),
        Format::Ods | Format::Csv | Format::Parquet => read_ods(bytes, manner, place, problems),
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
where {
    R::new(Cursor::new(bytes)).map_err(|_| damaged(place, "its structure makes no sense"))
}

/// A worksheet of a workbook.
struct Listed {
    name: String,
    is_hidden: bool,
}

/// The worksheets of a workbook, in order; other sheets hold no cells, or none that anyone sees.
fn listed<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<Listed> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    sheets.map(|s| Listed { name: s.name.clone(), is_hidden: s.visible != SheetVisible::Visible }).collect()
}

/// The sheets to read: the one asked for, or all that are visible, and of a file of our own those that somebody has hidden.
fn wanted(sheets: &[Listed], manner: &Manner, place: &Place) -> Result<Vec<String>, Problem> {
    for (i, one) in sheets.iter().enumerate() {
        if sheets[..i].iter().any(|other| other.name == one.name) {
            return Err(damaged(place, &format!("it has two sheets named `{}`", one.name)));
        }
    }
    if let Some(first) = manner.sheet.first() {
        let names: Vec<String> = sheets.iter().map(|s| s.name.clone()).collect();
        let called =
            |name: &String| names.iter().find(|n| *n == name).or(names.iter().find(|n| n.trim() == name.trim()));
        return match manner.sheet.iter().find_map(called) {
            Some(found) => Ok(vec![found.clone()]),
            None => Err(no_such_sheet(place, first, &names)),
        };
    }
    let read = sheets.iter().filter(|sheet| !sheet.is_hidden || manner.reads_hidden(&sheet.name));
    let names: Vec<String> = read.map(|sheet| sheet.name.clone()).collect();
    if names.is_empty() {
        return Err(Problem::error(Code::NoSheet, place.clone(), "the workbook has no visible sheet")
            .help("name a hidden one with `--sheet`"));
    }
    Ok(names)
}

/// The worksheets that are not to be seen.
fn hidden(sheets: &[Listed]) -> Vec<String> {
    sheets.iter().filter(|sheet| sheet.is_hidden).map(|sheet| sheet.name.clone()).collect()
}

/// The tables that were read, and the names of hidden sheets.
type Sheets = (Vec<Table>, Vec<String>);

fn read_xlsx(bytes: &[u8], manner: &Manner, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let given = Package::of(bytes, place)?;
    let Mended { bytes: mended, left_out } = mended(&given, place)?;
    let package = match &mended {
        Some(mended) => Package::of(mended, place)?,
        None => given,
    };
    let bytes = package.bytes();
    problems.extend(other_sheets(&left_out, place));
    let parts = xml::xlsx_sheets(&package, place)?;
    xml::check_shared_texts(&package, place)?;
    let mut book: Xlsx<Bytes> = open(bytes, place)?;
    let listed = listed(&book);
    let names = wanted(&listed, manner, place)?;
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
            if let Some((_, part)) = parts.iter().find(|(sheet, _)| *sheet == *name) {
                notes::read(&package, part, table)?;
            }
        }
        seen.regions.iter().for_each(|region| table.merge(*region));
        if seen.uncalculated {
            report_uncalculated(&mut book, &name, table, problems)?;
        }
    }
    Ok((finished(tables, seen, Reach::Whole, problems), hidden(&listed)))
}

/// Says which sheets are no worksheets, and were not looked at.
fn other_sheets(names: &[String], place: &Place) -> Option<Problem> {
    let shown: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let what = if names.len() == 1 { "sheet is of macros" } else { "sheets are of macros" };
    let message = format!("{} {what}, and not looked at: {}", names.len(), shown.join(", "));
    (!names.is_empty()).then(|| Problem::note(Code::MacroSheets, place.clone(), message))
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
        let broken = |_: io::Error| damaged(&place, "the sheet cannot be unpacked");
        let sheet = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
        seen.push(scan::xlsx::walk(sheet, &place).map_err(broken)??);
    }
    let texts = xml::unpack_small_parts(package, &mut archive, place)?;
    for (name, seen) in names.iter().zip(&seen) {
        if let Some((_, cell)) = seen.last_text.filter(|(last, _)| texts.is_none_or(|texts| *last >= texts)) {
            let place = table_of(place, name).place;
            return Err(scan::refused_cell(&place, cell, "names a shared text that is not there"));
        }
    }
    Ok(seen)
}

/// What was read, with what was seen of it: the problems of cells, and notes on what is hidden.
fn finished(mut tables: Vec<Filling>, seen: Vec<Seen>, reach: Reach, problems: &mut Problems) -> Vec<Table> {
    for (Filling { table, odd }, seen) in tables.iter_mut().zip(seen) {
        for odd in odd.iter().chain(&seen.odd) {
            problems.push(odd.problem(table));
            if odd.what == What::NoResult {
                table.note_uncalculated(odd.cell, false);
            }
        }
        problems.extend(seen.notes(table));
        seen.give(&mut table.appearance);
        table.appearance.reach = reach;
    }
    tables.into_iter().map(|filling| filling.table).collect()
}

fn parse_sheet(book: &mut Xlsx<Bytes>, name: &str, place: &Place) -> Result<Filling, Problem> {
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let mut filling = Filling::new(place, name);
    filling.table.has_formats = true;
    let place = filling.table.place.clone();
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| damaged(&place, NO_SENSE))?;
    let formats: Vec<FormatId> = reader
        .styles()
        .iter()
        .map(|style| {
            filling.table.format_id(style.number_format.as_ref().map_or("General", |f| f.format_code.as_str()))
        })
        .collect();
    let looks: Vec<LookId> =
        reader.styles().iter().map(|style| filling.table.appearance.look_id(look_of(style))).collect();
    // Parsing and storing take turns on two threads, a batch of cells at a time.
    thread::scope(|scope| {
        let (sender, batches) = sync_channel::<Batch>(BATCHES_WAITING);
        let storing = scope.spawn(move || store(filling, &formats, &looks, shift, &batches));
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
    table: &mut Table,
    problems: &mut Problems,
) -> Result<(), Problem> {
    let place = table.place.clone();
    let failed = |_| damaged(&place, NO_SENSE);
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
            problems.push(problem.help(CALCULATE));
            table.note_uncalculated((row0, column0), adds_rows(formula, (row0, column0)));
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
            Err(_) => return Err(damaged(place, NO_SENSE)),
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
    looks: &[LookId],
    shift: f64,
    batches: &Receiver<Batch>,
) -> Result<Filling, Problem> {
    for (cell, style) in batches.iter().flatten() {
        let format = formats.get(style).copied().unwrap_or(0);
        let position = cell.get_position();
        append_ref(&mut filling, position, cell.get_value(), format, shift)?;
        if let (Some(&look @ 1..), Ok(column0)) = (looks.get(style), u16::try_from(position.1)) {
            filling.table.appearance.mark(position.0, (column0, column0), look);
        }
    }
    Ok(filling)
}

/// The marks of a style.
fn look_of(style: &Style) -> CellLook {
    const BLACK: u32 = 0x00_00_00;
    const WHITE: u32 = 0xFF_FF_FF;
    let rgb = |color: Color| color.to_argb() & WHITE;
    let fill = style.fill.as_ref().filter(|fill| fill.pattern == FillPattern::Solid);
    let fill = fill.and_then(|fill| fill.foreground_color).map(rgb).filter(|color| *color != WHITE);
    let font = style.font.as_ref();
    CellLook {
        fill,
        ink: font.and_then(|font| font.color).map(rgb).filter(|color| *color != BLACK),
        is_bold: font.is_some_and(Font::is_bold),
        is_italic: font.is_some_and(Font::is_italic),
        is_struck: font.is_some_and(Font::has_strikethrough),
    }
}

fn read_links(book: &mut Xlsx<Bytes>, sheet: &str, table: &mut Table) -> Result<(), Problem> {
    let links = book.hyperlinks_by_sheet_name(sheet).map_err(|_| damaged(&table.place, NO_SENSE))?;
    for link in links {
        let target = link.target.unwrap_or_default();
        if let (row0, Ok(column0)) = (link.range.start.0, u16::try_from(link.range.start.1)) {
            table.link(row0, column0, &target);
        }
    }
    Ok(())
}

fn read_xlsb(bytes: &[u8], manner: &Manner, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let given = Package::of(bytes, place)?;
    let Mended { bytes: mended, left_out } = mended_binary(&given, place)?;
    let package = match &mended {
        Some(mended) => Package::of(mended, place)?,
        None => given,
    };
    let bytes = package.bytes();
    problems.extend(other_sheets(&left_out, place));
    let parts = scan::xlsb::sheets(&package, place)?;
    let mut archive = package.archive(place)?;
    xml::unpack_small_parts(&package, &mut archive, place)?;
    scan::xlsb::check_shared_texts(&package, place)?;
    let mut book: Xlsb<Bytes> = open(bytes, place)?;
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let (mut tables, mut seen) = (Vec::new(), Vec::new());
    let listed = listed(&book);
    let codes = scan::xlsb::formats(&package, place)?;
    for name in wanted(&listed, manner, place)? {
        let mut filling = Filling::new(place, &name);
        filling.table.has_formats = true;
        let place = filling.table.place.clone();
        let part = parts.iter().find(|(sheet, _)| *sheet == name).and_then(|(_, part)| package.part(part));
        let part = part.ok_or_else(|| damaged(&place, "the sheet is not in the file"))?;
        let broken = |_: io::Error| damaged(&place, "the sheet cannot be unpacked");
        let content = archive.by_index(part.index).map_err(|error| broken(error.into()))?;
        let (found, styles) = scan::xlsb::walk(content, &codes, &place).map_err(broken)??;
        seen.push(found);
        let mut formats = Formats::new(&mut filling, &codes, styles);
        let mut reader = book.worksheet_cells_reader(&name).map_err(|_| damaged(&place, NO_SENSE))?;
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => {
                    let position = cell.get_position();
                    let value = match cell.get_value() {
                        DataRef::Float(value) => *value,
                        DataRef::Int(value) => *value as f64,
                        DataRef::DateTime(date) => date.as_f64(),
                        other => {
                            append_ref(&mut filling, position, other, 0, shift)?;
                            continue;
                        }
                    };
                    let cell = shown(&mut filling, value, position, formats.of(position), shift);
                    filling.append(position, cell)?;
                }
                Ok(None) => break,
                // An error that the parser does not know: the walk names its cell.
                Err(XlsbError::CellError(_)) => {}
                Err(_) => return Err(damaged(&place, NO_SENSE)),
            }
        }
        tables.push(filling);
    }
    Ok((finished(tables, seen, Reach::Part, problems), hidden(&listed)))
}

fn read_xls(bytes: &[u8], manner: &Manner, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    // Unicode, whatever code page the workbook names besides.
    const UNICODE: u16 = 1200;
    let walked = scan::xls::walk(bytes, place)?;
    let mut options = XlsOptions::default();
    options.force_codepage = match walked.code_page {
        _ if walked.unicode => Some(UNICODE),
        // Those of a Mac and of Windows, whichever these are.
        0x8000 => Some(10000),
        0x8001 => Some(1252),
        _ => None,
    };
    let mut book = Xls::new_with_options(Cursor::new(bytes), options).map_err(|_| match walked.code_page {
        0 | 1200 | 1250..=1258 => damaged(place, "its structure makes no sense"),
        _ if walked.unicode => damaged(place, "its structure makes no sense"),
        page => damaged(place, &format!("its texts are in code page {page}, which is not known")),
    })?;
    let shift = if book.has_1904_epoch() { DAYS_TO_1904 } else { 0.0 };
    let listed = listed(&book);
    let names = wanted(&listed, manner, place)?;
    let all: Vec<String> = book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
    let (mut sheets, mut seen) = (Vec::new(), Vec::new());
    for (name, walked) in all.into_iter().zip(walked.sheets) {
        if names.contains(&name) {
            let in_sheet = |problem: Problem| Problem {
                place: Place { sheet: Some(name.as_str().into()), ..problem.place },
                ..problem
            };
            let (found, cells) = walked.map_err(in_sheet)?;
            seen.push(found);
            sheets.push((name, cells));
        }
    }
    let mut tables = read_ranges(&mut book, sheets, &walked.codes, place, shift)?;
    for Filling { table, .. } in &mut tables {
        let name = table.place.sheet.clone().unwrap_or_default();
        let regions = book.merge_cells_by_sheet_name(&name).map_err(|_| damaged(&table.place, NO_SENSE))?;
        merge(table, &regions);
    }
    Ok((finished(tables, seen, Reach::Part, problems), hidden(&listed)))
}

fn read_ods(bytes: &[u8], manner: &Manner, place: &Place, problems: &mut Problems) -> Result<Sheets, Problem> {
    let package = Package::of(bytes, place)?;
    let (mut archive, mut common) = (package.archive(place)?, package.archive(place)?);
    let unpacked = |_| damaged(place, "its content cannot be unpacked");
    let part = package.part("content.xml").ok_or_else(|| damaged(place, "it has no content"))?;
    let content = archive.by_index(part.index).map_err(unpacked)?;
    let styles = match package.part("styles.xml") {
        Some(part) => Some(common.by_index(part.index).map_err(unpacked)?),
        None => None,
    };
    let sheets = open_document::read(content, styles, place)?;
    let listed: Vec<Listed> =
        sheets.iter().map(|sheet| Listed { name: sheet.name.clone(), is_hidden: sheet.hidden }).collect();
    let names = wanted(&listed, manner, place)?;
    let (mut tables, mut seen) = (Vec::new(), Vec::new());
    for sheet in sheets.into_iter().filter(|sheet| names.contains(&sheet.name)) {
        tables.push(sheet.filling);
        seen.push(sheet.seen);
    }
    Ok((finished(tables, seen, Reach::Whole, problems), hidden(&listed)))
}

/// Reads the sheets of an .xls workbook, whose numbers are what their formats show.
fn read_ranges(
    book: &mut Xls<Bytes>,
    sheets: Vec<(String, scan::xls::Cells)>,
    codes: &[String],
    place: &Place,
    shift: f64,
) -> Result<Vec<Filling>, Problem> {
    let mut tables = Vec::new();
    for (name, cells) in sheets {
        let mut filling = Filling::new(place, &name);
        filling.table.has_formats = true;
        let mut formats = Formats::new(&mut filling, codes, cells.styles);
        let range: Range<Data> =
            book.worksheet_range(&name).map_err(|_| damaged(&filling.table.place, "its cells make no sense"))?;
        let (row0, column0) = range.start().unwrap_or_default();
        let mut older = cells.older.into_iter().peekable();
        for (row, column, value) in range.used_cells() {
            let position = (row0 + row as u32, column0 + column as u32);
            while let Some(((row0, column0), value)) = older.next_if(|(at, _)| (at.0, u32::from(at.1)) < position) {
                append_owned(&mut filling, (row0, u32::from(column0)), &Data::Float(value), &mut formats, shift)?;
            }
            append_owned(&mut filling, position, value, &mut formats, shift)?;
        }
        for ((row0, column0), value) in older {
            append_owned(&mut filling, (row0, u32::from(column0)), &Data::Float(value), &mut formats, shift)?;
        }
        tables.push(filling);
    }
    Ok(tables)
}

/// The formats of a sheet's cells, asked for in the order of the cells.
struct Formats {
    ids: Vec<FormatId>,
    styles: std::vec::IntoIter<((u32, u16), u16)>,
    next: Option<((u32, u16), u16)>,
}

impl Formats {
    fn new(filling: &mut Filling, codes: &[String], styles: Vec<((u32, u16), u16)>) -> Formats {
        let ids = codes.iter().map(|code| filling.table.format_id(code)).collect();
        let mut styles = styles.into_iter();
        let next = styles.next();
        Formats { ids, styles, next }
    }

    /// The format of a cell that comes after all that were asked for.
    fn of(&mut self, (row0, column): (u32, u32)) -> FormatId {
        while let Some(((other_row0, other_column0), style)) = self.next {
            match (other_row0, u32::from(other_column0)).cmp(&(row0, column)) {
                Ordering::Less => self.next = self.styles.next(),
                Ordering::Equal => return self.ids.get(usize::from(style)).copied().unwrap_or(0),
                Ordering::Greater => return 0,
            }
        }
        0
    }
}

fn append_ref(
    filling: &mut Filling,
    position: (u32, u32),
    value: &DataRef,
    format: FormatId,
    shift: f64,
) -> Result<(), Problem> {
    let cell = match value {
        DataRef::Empty => return Ok(()),
        DataRef::Int(value) => Cell::Number { value: *value as f64, format },
        DataRef::Float(value) => filling.number(*value, position, format),
        DataRef::String(text) | DataRef::DurationIso(text) => filling.text(text),
        DataRef::SharedString(text) => filling.text(text),
        DataRef::Bool(value) => Cell::Boolean(*value),
        DataRef::DateTime(date) => date_cell(filling, *date, format, shift),
        DataRef::DateTimeIso(text) => filling.iso_date(text, format),
        DataRef::Error(error) => Cell::Error(error_value(error)),
    };
    filling.append(position, cell)
}

fn append_owned(
    filling: &mut Filling,
    position: (u32, u32),
    value: &Data,
    formats: &mut Formats,
    shift: f64,
) -> Result<(), Problem> {
    let mut number = |filling: &mut Filling, value: f64| shown(filling, value, position, formats.of(position), shift);
    let cell = match value {
        Data::Empty => return Ok(()),
        Data::Int(value) => number(filling, *value as f64),
        Data::Float(value) => number(filling, *value),
        Data::DateTime(date) => number(filling, date.as_f64()),
        Data::String(text) | Data::DurationIso(text) => filling.text(text),
        Data::Bool(value) => Cell::Boolean(*value),
        Data::DateTimeIso(text) => filling.iso_date(text, 0),
        Data::Error(error) => Cell::Error(error_value(error)),
    };
    filling.append(position, cell)
}

/// What the format of a cell makes of a number.
fn shown(filling: &mut Filling, value: f64, position: (u32, u32), format: FormatId, shift: f64) -> Cell {
    let code = filling.table.formats.get(usize::from(format)).map_or("General", String::as_str);
    match Shown::by(code) {
        Shown::Number => filling.number(value, position, format),
        // The calendar begins elsewhere; a time or a duration does not.
        Shown::Date => Cell::Date { serial: value + shift, format },
        Shown::Time | Shown::Duration => Cell::Date { serial: value, format },
    }
}

fn date_cell(filling: &mut Filling, date: ExcelDateTime, format: FormatId, shift: f64) -> Cell {
    let format = filling.date_format(format);
    let code = filling.table.formats.get(usize::from(format)).map_or("", String::as_str);
    let shift = if matches!(Shown::by(code), Shown::Time | Shown::Duration) { 0.0 } else { shift };
    Cell::Date { serial: date.as_f64() + shift, format }
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
