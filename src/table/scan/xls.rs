//! The records of an .xls workbook (MS-XLS 2.1.4): each a number, a length and its data.

use std::collections::BTreeMap;

use super::seen::{Odd, Seen, What, refused_cell};
use crate::codes::Code;
use crate::problem::{Place, Problem};
use crate::table::appearance::Lost;
use crate::table::compound::Compound;
use crate::table::formats::built_in;
use crate::table::limits::{MAX_DENSE_CELLS, damaged, refused, with_password};
use crate::table::package::{u16_at, u32_at, u64_at};

const ROWS: u32 = 65_536;
const COLUMNS: u16 = 256;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;

/// What an .xls workbook is like.
#[derive(Debug, Default)]
pub(in crate::table) struct Book {
    /// Whether its texts are in Unicode, whatever code page it names.
    pub(in crate::table) unicode: bool,
    /// The code page that it names; 0 where it names none.
    pub(in crate::table) code_page: u16,
    /// Its sheets, in order.
    pub(in crate::table) sheets: Vec<Sheet>,
    /// The format codes of its styles.
    pub(in crate::table) codes: Vec<String>,
}

/// What a sheet says of its cells that its parser does not.
#[derive(Debug, Default)]
pub(in crate::table) struct Cells {
    /// The styles of cells with numbers that are shown in formats of their own, in the order of rows.
    pub(in crate::table) styles: Vec<((u32, u16), u16)>,
    /// Formulas as Excel 3 and 4 wrote them, with their results, in the order of rows.
    pub(in crate::table) older: Vec<((u32, u16), f64)>,
}

/// What a sheet holds, or why it cannot be read.
pub(in crate::table) type Sheet = Result<(Seen, Cells), Problem>;

/// Walks a workbook.
///
/// # Errors
/// It is no workbook, is protected, is damaged as a whole, or would take up too much memory.
pub(in crate::table) fn walk(bytes: &[u8], place: &Place) -> Result<Book, Problem> {
    let compound = Compound::of(bytes, place)?;
    if compound.has("EncryptedPackage") {
        return Err(with_password(place));
    }
    let stream = match compound.stream("Workbook", place)? {
        Some(stream) => Some(stream),
        None => compound.stream("Book", place)?,
    };
    let Some(stream) = stream else {
        return Err(Problem::error(Code::UnknownFormat, place.clone(), "is an Office document, but no workbook")
            .help("give the spreadsheet itself"));
    };
    let mut seen = Book::default();
    let (mut texts, mut starts) = (0, Vec::new());
    let (mut formats, mut styles) = (BTreeMap::new(), Vec::new());
    let mut records = Records { rest: &stream };
    if u16_at(&stream, 0) != BOF {
        return Err(refused(Code::TooOld, place, "was written in a format older than Excel 5"));
    }
    while let Some((kind, data)) = records.next(place)? {
        match kind {
            BOF => seen.unicode = u16_at(data, 0) == 0x0600,
            // FilePass, whose type is 0 for the older way to hide a file's content.
            0x002F => return Err(with_password(place)),
            // CodePage
            0x0042 => seen.code_page = u16_at(data, 0),
            // Format
            0x041E => {
                formats.insert(u16_at(data, 0), format_code(data.get(2..).unwrap_or_default(), seen.unicode));
            }
            // XF
            0x00E0 => styles.push(u16_at(data, 2)),
            // BoundSheet8
            0x0085 => starts.push(u32_at(data, 0) as usize),
            // SST
            0x00FC => texts = count_texts(data, records.rest),
            EOF => break,
            _ => {}
        }
    }
    seen.codes = styles
        .into_iter()
        .map(|format| match formats.get(&format) {
            Some(code) => code.clone(),
            None => built_in(format).unwrap_or("General").to_owned(),
        })
        .collect();
    let is_plain: Vec<bool> = seen.codes.iter().map(|code| code == "General").collect();
    let mut area = 0;
    for (i, &start) in starts.iter().enumerate() {
        if starts[..i].contains(&start) {
            return Err(damaged(place, "two of its sheets stand in one place"));
        }
        let substream = stream.get(start..).filter(|stream| u16_at(stream, 0) == BOF);
        let substream = substream.ok_or_else(|| damaged(place, "it names a sheet that is not there"))?;
        let mut walk = Walk {
            place,
            texts,
            unicode: seen.unicode,
            is_plain: &is_plain,
            seen: Seen::default(),
            cells: Cells::default(),
            bounds: None,
            filled: Vec::new(),
        };
        let walked = match walk.sheet(substream) {
            Err(Fault::OfFile(problem)) => return Err(problem),
            Err(Fault::OfSheet(problem)) => Err(problem),
            Ok(()) => Ok(()),
        };
        area += walk.area();
        if area > MAX_DENSE_CELLS {
            let message = format!("its sheets span more than {MAX_DENSE_CELLS} cells (limit `max-cells`)");
            return Err(refused(Code::TooManyCells, place, message));
        }
        walk.cells.styles.sort_unstable();
        walk.cells.older.sort_unstable_by_key(|(at, _)| *at);
        seen.sheets.push(walked.map(|()| (walk.seen, walk.cells)));
    }
    Ok(seen)
}

/// Why a walk ends early: nobody may parse the file, or the sheet is not to be used.
enum Fault {
    OfFile(Problem),
    OfSheet(Problem),
}

/// The code of a format: letters with their number before them.
fn format_code(data: &[u8], unicode: bool) -> String {
    // Before Excel 97 a letter was a byte of the code page; signs of currencies are what matters in it.
    let narrow = |bytes: &[u8]| bytes.iter().map(|byte| if *byte == 0x80 { '€' } else { char::from(*byte) }).collect();
    if !unicode {
        let length = usize::from(data.first().copied().unwrap_or_default());
        return narrow(&data[data.len().min(1)..data.len().min(1 + length)]);
    }
    let length = usize::from(u16_at(data, 0));
    let letters = data.get(3..).unwrap_or_default();
    if data.get(2).is_some_and(|flags| flags & 1 == 1) {
        let units: Vec<u16> = letters.chunks_exact(2).take(length).map(|unit| u16_at(unit, 0)).collect();
        return String::from_utf16_lossy(&units);
    }
    letters.iter().take(length).map(|byte| char::from(*byte)).collect()
}

struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    fn next(&mut self, place: &Place) -> Result<Option<(u16, &'a [u8])>, Problem> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let length = usize::from(u16_at(self.rest, 2));
        let record = self.rest.get(4..4 + length).ok_or_else(|| damaged(place, "its last record is cut short"))?;
        let kind = u16_at(self.rest, 0);
        self.rest = &self.rest[4 + length..];
        Ok(Some((kind, record)))
    }
}

/// How many texts a table of shared texts holds (MS-XLS 2.4.265), which goes on in the records after it.
fn count_texts(data: &[u8], mut rest: &[u8]) -> u32 {
    const CONTINUE: u16 = 0x003C;
    let mut pieces = vec![data.get(8..).unwrap_or_default()];
    while u16_at(rest, 0) == CONTINUE {
        let length = usize::from(u16_at(rest, 2));
        let Some(piece) = rest.get(4..4 + length) else { break };
        pieces.push(piece);
        rest = &rest[4 + length..];
    }
    pieces.reverse();
    let mut texts = Pieces(pieces);
    let mut count = 0;
    while texts.skip_text().is_some() {
        count += 1;
    }
    count
}

/// The rest of some records that belong together, the last first.
struct Pieces<'a>(Vec<&'a [u8]>);

impl Pieces<'_> {
    /// Goes past a text (MS-XLS 2.5.293); nothing where there is none, or not all of it.
    fn skip_text(&mut self) -> Option<()> {
        while self.0.last().is_some_and(|piece| piece.is_empty()) {
            self.0.pop();
        }
        let piece = self.0.last_mut()?;
        let (mut letters, flags) = (usize::from(u16_at(piece, 0)), *piece.get(2)?);
        let has = |flag: u8| flags & flag != 0;
        let runs = if has(8) { u16_at(piece, 3) } else { 0 };
        let extra = if has(4) { u32_at(piece, if has(8) { 5 } else { 3 }) } else { 0 };
        *piece = piece.get(3 + if has(8) { 2 } else { 0 } + if has(4) { 4 } else { 0 }..)?;
        let mut width = if has(1) { 2 } else { 1 };
        while letters > 0 {
            let piece = self.0.last_mut()?;
            let here = letters.min(piece.len() / width);
            *piece = &piece[here * width..];
            letters -= here;
            if letters > 0 {
                // The next record says anew how wide the letters are.
                self.0.pop();
                let piece = self.0.last_mut()?;
                width = if piece.first()? & 1 == 1 { 2 } else { 1 };
                *piece = &piece[1..];
            }
        }
        self.skip(usize::from(runs) * 4 + extra as usize)
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > 0 {
            let piece = self.0.last_mut()?;
            let here = length.min(piece.len());
            *piece = &piece[here..];
            length -= here;
            if length > 0 {
                self.0.pop();
            }
        }
        Some(())
    }
}

struct Walk<'p> {
    place: &'p Place,
    /// How many shared texts there are.
    texts: u32,
    /// Whether its texts say how wide their letters are.
    unicode: bool,
    /// Which styles show numbers as they are.
    is_plain: &'p [bool],
    seen: Seen,
    cells: Cells,
    /// The first and last row and column with a value.
    bounds: Option<[u32; 4]>,
    /// A bit for each cell that has a value.
    filled: Vec<u64>,
}

impl Walk<'_> {
    /// Walks a sheet to its end.
    fn sheet(&mut self, stream: &[u8]) -> Result<(), Fault> {
        const STRING: u16 = 0x0207;
        // ShrFmla, Array, Table and Continue stand between a formula and its text.
        const BEFORE_STRING: [u16; 4] = [0x04BC, 0x0221, 0x0236, 0x003C];
        let mut records = Records { rest: stream };
        let (mut depth, mut awaits_text) = (0, None);
        while let Some((kind, data)) = records.next(self.place).map_err(Fault::OfFile)? {
            match kind {
                BOF => depth += 1,
                EOF if depth <= 1 => {
                    self.no_text(awaits_text);
                    return Ok(());
                }
                EOF => depth -= 1,
                // Charts within the sheet have cells of their own.
                _ if depth > 1 => {}
                _ if BEFORE_STRING.contains(&kind) => {}
                STRING => match awaits_text.take() {
                    Some(cell) if self.is_cut(data) => return Err(self.cut_short(cell)),
                    Some(_) => {}
                    None => return Err(self.damaged("a sheet of it has the text of a formula that has none")),
                },
                _ => {
                    self.no_text(awaits_text.take());
                    awaits_text = self.record(kind, data)?;
                }
            }
        }
        Err(self.damaged("a sheet of it has no end"))
    }

    fn damaged(&self, why: &str) -> Fault {
        Fault::OfFile(damaged(self.place, why))
    }

    fn cut_short(&self, cell: (u32, u16)) -> Fault {
        Fault::OfSheet(refused_cell(self.place, cell, "holds a text that is cut short"))
    }

    /// Notes a formula whose text has not come.
    fn no_text(&mut self, cell: Option<(u32, u16)>) {
        self.seen.odd.extend(cell.map(|cell| Odd { cell, what: What::NoResult }));
    }

    /// One record; gives the cell whose text is still to come.
    fn record(&mut self, kind: u16, data: &[u8]) -> Result<Option<(u32, u16)>, Fault> {
        match kind {
            // Dimensions: memory is set aside for as many cells.
            0x0200 if data.len() >= 14 => {
                let (rows, columns) = (u32_at(data, 4), u16_at(data, 10));
                if rows > ROWS || columns > COLUMNS || u32_at(data, 0) > rows {
                    return Err(self.damaged("a sheet of it says that it is larger than a sheet can be"));
                }
            }
            // Row
            0x0208 if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                self.seen.hidden_rows.push(u32::from(u16_at(data, 0)), u32::from(u16_at(data, 0)));
            }
            // ColInfo
            0x007D => {
                let (first, last) = (u32::from(u16_at(data, 0)), u32::from(u16_at(data, 2)));
                self.seen.column(first, last, u32::from(u16_at(data, 4)), u16_at(data, 8));
            }
            // Number, Label, RString, BoolErr, Rk, LabelSst, Formula, and formulas of Excel 3 and 4
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 | 0x0206 | 0x0406 => {
                let (row0, column0) = (u32::from(u16_at(data, 0)), u16_at(data, 2));
                self.fill(row0, column0, column0)?;
                if matches!(kind, 0x0204 | 0x00D6) && self.is_cut(&data[data.len().min(6)..]) {
                    return Err(self.cut_short((row0, column0)));
                }
                if kind == 0x00FD && u32_at(data, 6) >= self.texts {
                    let message = "names a shared text that is not there";
                    return Err(Fault::OfSheet(refused_cell(self.place, (row0, column0), message)));
                }
                if matches!(kind, 0x0203 | 0x027E | 0x0006 | 0x0206 | 0x0406) {
                    self.style(row0, column0, u16_at(data, 4));
                }
                if matches!(kind, 0x0206 | 0x0406) {
                    if u16_at(data, 12) == 0xFFFF || data.len() < 14 {
                        let message = "holds a formula of Excel 4, whose result cannot be read";
                        return Err(Fault::OfSheet(refused_cell(self.place, (row0, column0), message)));
                    }
                    self.cells.older.push(((row0, column0), f64::from_bits(u64_at(data, 6))));
                }
                if matches!(kind, 0x0006 | 0x0206 | 0x0406) {
                    self.seen.lose(Lost::Formulas);
                }
                if kind == 0x0006 {
                    let is_text = data.get(6) == Some(&0) && u16_at(data, 12) == 0xFFFF;
                    return Ok(is_text.then_some((row0, column0)));
                }
            }
            // MulRk
            0x00BD => {
                let last = u16_at(data, data.len().saturating_sub(2));
                let (row0, first) = (u32::from(u16_at(data, 0)), u16_at(data, 2));
                self.fill(row0, first, last)?;
                for (column0, at) in (first..=last).zip((4..).step_by(6)) {
                    self.style(row0, column0, u16_at(data, at));
                }
            }
            _ => {}
        }
        Ok(None)
    }

    /// Notes the style of a cell with a number.
    fn style(&mut self, row0: u32, column0: u16, style: u16) {
        if self.is_plain.get(usize::from(style)) == Some(&false) {
            self.cells.styles.push(((row0, column0), style));
        }
    }

    /// Whether a text is longer than its record, in which a parser looks for it.
    fn is_cut(&self, text: &[u8]) -> bool {
        let length = usize::from(u16_at(text, 0));
        let is_wide = self.unicode && text.get(2).is_some_and(|flags| flags & 1 == 1);
        length > 0 && text.len() < if self.unicode { 3 } else { 2 } + if is_wide { 2 * length } else { length }
    }

    /// Notes that cells of a row have values.
    fn fill(&mut self, row0: u32, first: u16, last: u16) -> Result<(), Fault> {
        if last >= COLUMNS || first > last {
            return Err(self.damaged(&format!("a sheet of it has a cell in column {}", u32::from(last.max(first)) + 1)));
        }
        if self.filled.is_empty() {
            self.filled = vec![0; (ROWS * u32::from(COLUMNS) / 64) as usize];
        }
        for column0 in first..=last {
            let at = row0 * u32::from(COLUMNS) + u32::from(column0);
            let (word, bit) = (&mut self.filled[(at / 64) as usize], 1 << (at % 64));
            if *word & bit != 0 {
                return Err(Fault::OfSheet(refused_cell(self.place, (row0, column0), "stands there twice")));
            }
            *word |= bit;
        }
        let [top, left, bottom, right] = self.bounds.unwrap_or([row0, u32::from(first), row0, u32::from(last)]);
        self.bounds = Some([top.min(row0), left.min(u32::from(first)), bottom.max(row0), right.max(u32::from(last))]);
        Ok(())
    }

    fn area(&self) -> u64 {
        self.bounds.map_or(0, |[top, left, bottom, right]| u64::from(bottom - top + 1) * u64::from(right - left + 1))
    }
}
