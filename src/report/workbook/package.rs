//! Puts the rows of the big sheet into the package that `rust_xlsxwriter` made with an empty shell for it.
//!
//! All other parts are copied as they are. It knows nothing of what the rows say.

use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::sync::mpsc::sync_channel;
use std::thread;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::assessment::plan::AssessmentSheet;
use super::assessment::specimens::Styles;
use super::kit::book::WriteError;
use super::kit::results;
use crate::sheets::ASSESSMENT;

/// Where the charts are.
const CHART_PARTS: &str = "xl/charts/chart";
/// Where the sheets are.
const SHEET_PARTS: &str = "xl/worksheets/sheet";
/// Fast rather than small: the next level makes the file a tenth smaller and a run a twentieth longer.
pub(crate) const LEVEL: u8 = 2;
/// From an estimate of so many bytes, a part gets 64-bit lengths; it needs them from 4 GiB.
const LARGE: u64 = 3_750_000_000;
/// How many finished buffers may wait for the deflater.
const WAITING: usize = 4;

/// Writes the package with the rows of the sheet in place.
pub(crate) fn write(
    package: Vec<u8>,
    into: impl Write + Seek,
    sheet: &AssessmentSheet,
    styles: &Styles,
) -> Result<(), WriteError> {
    let mut package = ZipArchive::new(Cursor::new(package))?;
    let relations = text(&mut package, "xl/_rels/workbook.xml.rels")?;
    let sheet_part = part_of(sheet.say().name(ASSESSMENT), &text(&mut package, "xl/workbook.xml")?, &relations)
        .ok_or_else(|| io::Error::other("the package has no assessment sheet"))?;
    let mut out = ZipWriter::new(UntilFailure::new(into));
    for part in 0..package.len() {
        let raw = package.by_index_raw(part)?;
        let name = raw.name()?.into_owned();
        if name.starts_with(CHART_PARTS) {
            drop(raw);
            out.start_file(&name, options())?;
            out.write_all(in_schema_order(&text(&mut package, &name)?).as_bytes())?;
        } else if name.starts_with(SHEET_PARTS) && name != sheet_part {
            drop(raw);
            out.start_file(&name, options())?;
            let [marked, plain] = results::WRITTEN;
            out.write_all(text(&mut package, &name)?.replace(marked, plain).as_bytes())?;
        } else if name != sheet_part {
            out.raw_copy_file(raw)?;
        }
    }
    let xml = text(&mut package, &sheet_part)?;
    let shell = Shell::parse(&xml).ok_or_else(|| io::Error::other("the sheet's shell has no rows"))?;

    // LibreOffice cannot open parts with 64-bit lengths, so they are for sheets that need them.
    let is_large = sheet.estimated_bytes(styles) > LARGE;
    out.start_file(&sheet_part, options().large_file(is_large))?;
    shell.write_head(&mut out, &sheet.dimension())?;
    let style_indices = shell.style_indices();
    // The rows are made on one thread while those before them are compressed on another.
    thread::scope(|scope| {
        let (sender, buffers) = sync_channel(WAITING);
        scope.spawn(move || sheet.write_rows(styles, style_indices, &sender));
        buffers.iter().try_for_each(|buffer: Vec<u8>| out.write_all(&buffer))
    })?;
    out.write_all(shell.tail.as_bytes())?;
    out.finish()?.flush()?;
    Ok(())
}

/// A writer that takes everything and keeps nothing after its first failure: an archive that is dropped tries to finish its
/// file, and would complain on the terminal if it could not.
struct UntilFailure<W> {
    into: W,
    has_failed: bool,
    /// Where the next byte goes, or would go.
    position: u64,
    end: u64,
}

impl<W> UntilFailure<W> {
    fn new(into: W) -> Self {
        UntilFailure { into, has_failed: false, position: 0, end: 0 }
    }

    fn attempt<T>(&mut self, instead: T, act: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if self.has_failed {
            return Ok(instead);
        }
        let outcome = act(&mut self.into);
        self.has_failed = outcome.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        outcome
    }
}

impl<W: Write> Write for UntilFailure<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.attempt(bytes.len(), |into| into.write(bytes))?;
        self.position += written as u64;
        self.end = self.end.max(self.position);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt((), Write::flush)
    }
}

impl<W: Seek> Seek for UntilFailure<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let wanted = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
            SeekFrom::End(offset) => self.end.checked_add_signed(offset),
        };
        let wanted = wanted.ok_or(io::ErrorKind::InvalidInput)?;
        self.position = self.attempt(wanted, |into| into.seek(to))?;
        Ok(self.position)
    }
}

/// How parts are stored; without a time, or no two files would be the same.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(i64::from(LEVEL)))
        .unix_permissions(0o600)
        .last_modified_time(DateTime::default())
}

fn text(package: &mut ZipArchive<Cursor<Vec<u8>>>, part: &str) -> Result<String, WriteError> {
    let mut text = String::new();
    package.by_name(part)?.read_to_string(&mut text)?;
    Ok(text)
}

/// The part that holds a sheet, wherever in the book it stands.
fn part_of(sheet: &str, workbook: &str, relations: &str) -> Option<String> {
    let value = |xml: &str, attribute: String, wanted: &str| {
        let at = xml.find(&attribute)?;
        let element = xml[xml[..at].rfind('<')?..].split('>').next()?;
        Some(element.split_once(wanted)?.1.split('"').next()?.to_owned())
    };
    let id = value(workbook, format!("name=\"{sheet}\""), "r:id=\"")?;
    value(relations, format!("Id=\"{id}\""), "Target=\"").map(|target| format!("xl/{target}"))
}

/// Puts the line of a scatter chart's series before its marker, where the schema wants it and `rust_xlsxwriter` 0.102 does
/// not write it.
fn in_schema_order(chart: &str) -> String {
    const MARKER: &str = "<c:marker><c:symbol";
    let mut series = chart.split(MARKER);
    let mut ordered = series.next().unwrap_or_default().to_owned();
    for series in series {
        let (marker, rest) = series.split_once("</c:marker>").unwrap_or((series, ""));
        let line =
            rest.strip_prefix("<c:spPr>").and_then(|line| Some(line.find("</c:spPr>")? + "<c:spPr></c:spPr>".len()));
        let (line, rest) = rest.split_at(line.unwrap_or(0));
        ordered.extend([line, MARKER, marker, "</c:marker>", rest]);
    }
    ordered
}

/// A sheet's XML, cut at its rows.
#[derive(Debug, PartialEq)]
struct Shell<'a> {
    /// Up to the value of the dimension.
    head: &'a str,
    /// From there to the opening of the rows.
    middle: &'a str,
    /// The row of specimens: a cell for each style.
    specimens: &'a str,
    /// From the end of the rows.
    tail: &'a str,
}

impl<'a> Shell<'a> {
    fn parse(xml: &'a str) -> Option<Shell<'a>> {
        const DIMENSION: &str = "<dimension ref=\"";
        const ROWS: &str = "<sheetData>";
        let (head, rest) = xml.split_at(xml.find(DIMENSION)? + DIMENSION.len());
        let middle = rest.split_at(rest.find('"')?).1;
        let (middle, rows) = middle.split_at(middle.find(ROWS)? + ROWS.len());
        let (rows, tail) = rows.split_at(rows.rfind("</sheetData>")?);
        Some(Shell { head, middle, specimens: rows.split("</row>").next()?, tail })
    }

    fn write_head(&self, mut out: impl Write, dimension: &str) -> io::Result<()> {
        [self.head, dimension, self.middle].into_iter().try_for_each(|part| out.write_all(part.as_bytes()))
    }

    /// The positions of the specimens' styles in the file.
    fn style_indices(&self) -> Vec<u32> {
        let cells = self.specimens.split("<c ").skip(1);
        cells
            .map(|cell| {
                let attributes = cell.split('>').next().unwrap_or_default();
                let index = attributes.split_once("s=\"").and_then(|(_, rest)| rest.split('"').next());
                index.and_then(|digits| digits.parse().ok()).unwrap_or(0)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_stands_before_its_marker() {
        let chart = "<c:ser><c:marker><c:symbol val=\"circle\"/><c:spPr>m</c:spPr></c:marker><c:spPr>line</c:spPr><c:xVal/></c:ser>";
        let expected = "<c:ser><c:spPr>line</c:spPr><c:marker><c:symbol val=\"circle\"/><c:spPr>m</c:spPr></c:marker><c:xVal/></c:ser>";
        assert_eq!(in_schema_order(chart), expected);
        assert_eq!(in_schema_order(expected), expected);
        assert_eq!(in_schema_order("<c:barChart/>"), "<c:barChart/>");
    }

    #[test]
    fn a_sheet_is_found_by_its_name_wherever_it_stands() {
        let book = "<sheets><sheet name=\"Summary\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Assessment\" sheetId=\"2\" \
                    r:id=\"rId12\"/></sheets>";
        let relations = "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship \
                         Id=\"rId12\" Target=\"worksheets/sheet7.xml\"/></Relationships>";
        let part = |sheet| part_of(sheet, book, relations);
        assert_eq!(part("Assessment").as_deref(), Some("xl/worksheets/sheet7.xml"));
        assert_eq!(part("Summary").as_deref(), Some("xl/worksheets/sheet1.xml"));
        assert_eq!((part("Other"), part_of("Summary", book, "<Relationships/>")), (None, None));
    }

    #[test]
    fn the_shell_is_cut_at_its_rows() {
        let xml = "<worksheet><dimension ref=\"A1:C1\"/><cols/><sheetData><row r=\"1\"><c r=\"A1\"><v>0</v></c>\
                   <c r=\"B1\" s=\"12\"><v>0</v></c><c r=\"C1\" s=\"3\" t=\"s\"><v>0</v></c></row><row r=\"9\"/></sheetData><end/></worksheet>";
        let shell = Shell::parse(xml).expect("it has rows");
        assert_eq!(shell.style_indices(), [0, 12, 3]);
        let mut written = Vec::new();
        shell.write_head(&mut written, "A1:XFD9").expect("writing to memory");
        assert_eq!(String::from_utf8_lossy(&written), "<worksheet><dimension ref=\"A1:XFD9\"/><cols/><sheetData>");
        assert_eq!(shell.tail, "</sheetData><end/></worksheet>");
        assert_eq!(Shell::parse("<worksheet/>"), None);
    }
}
