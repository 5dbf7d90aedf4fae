//! Rows and cells in the XML of a sheet, appended to a buffer without an allocation for each cell.
//!
//! What stands in which cell, and in which style, is left to the caller.

use std::borrow::Cow;
use std::io::Write;

use crate::problem::column_letters;
use crate::report::words::figures::shortened;

/// The most UTF-16 units that a cell can hold.
pub(crate) const LONGEST_TEXT: usize = 32_767;

/// A style of the workbook, by its position among those of the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Style(pub(crate) u16);

/// A formula of this program over the cells of its own row; never made from the data. Each cell has it in full: `LibreOffice`
/// takes twice as long to open formulas that cells share.
#[derive(Clone, Debug)]
pub(crate) struct RowFormula {
    /// What stands between the row's numbers, escaped.
    parts: Vec<Vec<u8>>,
}

impl RowFormula {
    /// A formula in which each `#` stands for the row's number.
    pub(crate) fn new(formula: &str) -> Self {
        let escaped = |part: &str| {
            let mut escaped = Vec::with_capacity(part.len());
            push_escaped(&mut escaped, part);
            escaped
        };
        RowFormula { parts: formula.split('#').map(escaped).collect() }
    }
}

/// Rows of cells as XML.
#[derive(Debug)]
pub(crate) struct RowWriter {
    /// What was written and not yet taken.
    pub(crate) buffer: Vec<u8>,
    letters: Vec<String>,
    style_indices: Vec<u32>,
    row_number: Vec<u8>,
}

impl RowWriter {
    /// A writer for so many columns; `style_indices` are the styles' positions in the file, by [`Style`].
    pub(crate) fn new(columns: usize, style_indices: Vec<u32>) -> Self {
        RowWriter {
            buffer: Vec::new(),
            letters: (0..columns as u16).map(column_letters).collect(),
            style_indices,
            row_number: Vec::new(),
        }
    }

    /// Opens a row, with a height in points where it is not the usual one.
    pub(crate) fn start_row(&mut self, row0: u32, height: Option<f64>) {
        self.row_number.clear();
        push_digits(&mut self.row_number, u64::from(row0) + 1);
        self.buffer.extend_from_slice(b"<row r=\"");
        self.buffer.extend_from_slice(&self.row_number);
        if let Some(height) = height {
            self.buffer.extend_from_slice(b"\" ht=\"");
            push_number(&mut self.buffer, height);
            self.buffer.extend_from_slice(b"\" customHeight=\"1");
        }
        self.buffer.extend_from_slice(b"\">");
    }

    /// Closes the row.
    pub(crate) fn end_row(&mut self) {
        self.buffer.extend_from_slice(b"</row>");
    }

    /// A cell that has only a style.
    pub(crate) fn blank(&mut self, column0: u16, style: Style) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\"/>");
    }

    /// A number, as short as reads back to the same bits.
    pub(crate) fn number(&mut self, column0: u16, style: Style, value: f64) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\"><v>");
        push_number(&mut self.buffer, value);
        self.buffer.extend_from_slice(b"</v></c>");
    }

    /// A text, whatever it looks like: never a formula.
    pub(crate) fn text(&mut self, column0: u16, style: Style, text: &str) {
        let text = cut(text);
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\" t=\"inlineStr\"><is><t");
        if text.starts_with(|c: char| c.is_ascii_whitespace()) || text.ends_with(|c: char| c.is_ascii_whitespace()) {
            self.buffer.extend_from_slice(b" xml:space=\"preserve\"");
        }
        self.buffer.push(b'>');
        push_escaped(&mut self.buffer, text);
        self.buffer.extend_from_slice(b"</t></is></c>");
    }

    /// True or false.
    pub(crate) fn boolean(&mut self, column0: u16, style: Style, value: bool) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(if value { b"\" t=\"b\"><v>1</v></c>" } else { b"\" t=\"b\"><v>0</v></c>" });
    }

    /// A formula and the number that it comes to.
    pub(crate) fn formula_number(&mut self, column0: u16, style: Style, formula: &RowFormula, value: f64) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\">");
        self.push_formula(formula);
        self.buffer.extend_from_slice(b"<v>");
        push_number(&mut self.buffer, value);
        self.buffer.extend_from_slice(b"</v></c>");
    }

    /// A formula and the text that it comes to, which may be empty.
    pub(crate) fn formula_text(&mut self, column0: u16, style: Style, formula: &RowFormula, text: &str) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\" t=\"str\">");
        self.push_formula(formula);
        self.buffer.extend_from_slice(b"<v>");
        push_escaped(&mut self.buffer, text);
        self.buffer.extend_from_slice(b"</v></c>");
    }

    fn push_formula(&mut self, formula: &RowFormula) {
        self.buffer.extend_from_slice(b"<f>");
        for (i, part) in formula.parts.iter().enumerate() {
            if i > 0 {
                self.buffer.extend_from_slice(&self.row_number);
            }
            self.buffer.extend_from_slice(part);
        }
        self.buffer.extend_from_slice(b"</f>");
    }

    /// An error value such as `#REF!`.
    pub(crate) fn error(&mut self, column0: u16, style: Style, name: &str) {
        self.start_cell(column0, style);
        self.buffer.extend_from_slice(b"\" t=\"e\"><v>");
        self.buffer.extend_from_slice(name.as_bytes());
        self.buffer.extend_from_slice(b"</v></c>");
    }

    fn start_cell(&mut self, column0: u16, style: Style) {
        self.buffer.extend_from_slice(b"<c r=\"");
        self.buffer.extend_from_slice(self.letters[usize::from(column0)].as_bytes());
        self.buffer.extend_from_slice(&self.row_number);
        let index = self.style_indices[usize::from(style.0)];
        if index != 0 {
            self.buffer.extend_from_slice(b"\" s=\"");
            push_digits(&mut self.buffer, u64::from(index));
        }
    }
}

/// A text cut to what a cell can hold.
pub(crate) fn cut(text: &str) -> &str {
    if text.len() <= LONGEST_TEXT {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// A text with a blank for each character that XML cannot hold. `rust_xlsxwriter` escapes such characters in cells and
/// notes but not in attributes: the texts of links, the names of number formats, the descriptions of charts.
pub(crate) fn for_attribute(text: &str) -> Cow<'_, str> {
    let is_no_character = |c: char| matches!(c, '\0'..' ' | '\u{FFFE}' | '\u{FFFF}') && !matches!(c, '\t' | '\n');
    if text.contains(is_no_character) { text.replace(is_no_character, " ").into() } else { text.into() }
}

/// A text as a formula has it, between quotation marks; longer ones are not taken there.
pub(crate) fn in_formula(text: &str) -> String {
    const LONGEST: usize = 255;
    format!("\"{}\"", shortened(&for_attribute(text), LONGEST).replace('"', "\"\""))
}

fn push_digits(buffer: &mut Vec<u8>, number: u64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    let mut rest = number;
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    buffer.extend_from_slice(&digits[start..]);
}

fn push_number(buffer: &mut Vec<u8>, value: f64) {
    let magnitude = value.abs();
    // Writing to a Vec cannot fail.
    let _ = if value.fract() == 0.0 && magnitude < 1e15 {
        if value < 0.0 {
            buffer.push(b'-');
        }
        push_digits(buffer, magnitude as u64);
        Ok(())
    } else if (1e-5..1e15).contains(&magnitude) {
        write!(buffer, "{value}")
    } else {
        write!(buffer, "{value:E}")
    };
}

/// Escapes what XML gives a meaning to, and what it cannot hold at all as Excel does (`_x0001_`).
fn push_escaped(buffer: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(at) = rest.iter().position(|&byte| IS_SPECIAL[usize::from(byte)]) {
        let (before, special) = rest.split_at(at);
        buffer.extend_from_slice(before);
        let taken = push_special(buffer, special);
        rest = &special[taken..];
    }
    buffer.extend_from_slice(rest);
}

/// Writes the first character of `bytes`, which may have to be escaped; says how many bytes it has.
fn push_special(buffer: &mut Vec<u8>, bytes: &[u8]) -> usize {
    let escape: &[u8] = match bytes {
        [b'&', ..] => b"&amp;",
        [b'<', ..] => b"&lt;",
        [b'>', ..] => b"&gt;",
        // A text that happens to look like such an escape is kept as it is by escaping its first character.
        [b'_', ..] if looks_escaped(bytes) => b"_x005F_",
        // U+FFFE and U+FFFF are no characters of XML.
        [0xEF, 0xBF, 0xBE, ..] => {
            buffer.extend_from_slice(b"_xFFFE_");
            return 3;
        }
        [0xEF, 0xBF, 0xBF, ..] => {
            buffer.extend_from_slice(b"_xFFFF_");
            return 3;
        }
        [control @ 0..0x20, ..] => {
            // Writing to a Vec cannot fail.
            let _ = write!(buffer, "_x{control:04X}_");
            return 1;
        }
        [plain, ..] => std::slice::from_ref(plain),
        [] => return 0,
    };
    buffer.extend_from_slice(escape);
    1
}

/// The bytes that [`push_special`] has to look at.
const IS_SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = byte != b'\t' as usize && byte != b'\n' as usize;
        byte += 1;
    }
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'_' as usize] = true;
    special[0xEF] = true;
    special
};

fn looks_escaped(bytes: &[u8]) -> bool {
    matches!(bytes, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut RowWriter)) -> String {
        let mut rows = RowWriter::new(3, vec![0, 7]);
        rows.start_row(16, None);
        rows.buffer.clear();
        write(&mut rows);
        String::from_utf8(rows.buffer).expect("XML is UTF-8")
    }

    #[track_caller]
    fn check_text(text: &str, expected: &str) {
        let found = written(|rows| rows.text(1, Style(1), text));
        assert_eq!(found, format!("<c r=\"B17\" s=\"7\" t=\"inlineStr\"><is><t{expected}</t></is></c>"));
    }

    #[test]
    fn texts_are_escaped_and_never_formulas() {
        check_text("=SUM(A1:A9)", ">=SUM(A1:A9)");
        check_text("R&D <x>", ">R&amp;D &lt;x&gt;");
        check_text(" padded\t", " xml:space=\"preserve\"> padded\t");
        check_text("two\nlines", ">two\nlines");
        check_text("bell\u{7} and return\r", " xml:space=\"preserve\">bell_x0007_ and return_x000D_");
        check_text("_x0041_ as typed, _x_ not", ">_x005F_x0041_ as typed, _x_ not");
        check_text("no\u{FFFE}\u{FFFF}char €", ">no_xFFFE__xFFFF_char €");
    }

    #[test]
    fn attributes_hold_only_what_xml_can() {
        assert_eq!(for_attribute("a\u{1}b\u{b}\u{1f}c\u{fffe}\u{ffff}d\te\nf\r"), "a b  c  d\te\nf ");
        assert!(matches!(for_attribute("Lohn & Gehalt"), Cow::Borrowed("Lohn & Gehalt")));
    }

    #[test]
    fn numbers_are_short_and_read_back() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-12.0, "-12"),
            (1e14, "100000000000000"),
            (0.1, "0.1"),
            (-2.5e-3, "-0.0025"),
            (1e15, "1E15"),
            (1.5e300, "1.5E300"),
            (5e-324, "5E-324"),
            (46_326.520_833_333_33, "46326.52083333333"),
        ] {
            assert_eq!(written(|rows| rows.number(2, Style(0), value)), format!("<c r=\"C17\"><v>{expected}</v></c>"));
            assert_eq!(expected.parse::<f64>(), Ok(value));
        }
    }

    #[test]
    fn formulas_have_their_row_and_their_result() {
        let formula = RowFormula::new("IF(A#<B#,\"x\",\"\")");
        let xml = "<f>IF(A17&lt;B17,\"x\",\"\")</f>";
        assert_eq!(
            written(|rows| rows.formula_text(0, Style(1), &formula, "R&D")),
            format!("<c r=\"A17\" s=\"7\" t=\"str\">{xml}<v>R&amp;D</v></c>")
        );
        assert_eq!(
            written(|rows| rows.formula_number(0, Style(0), &formula, -0.5)),
            format!("<c r=\"A17\">{xml}<v>-0.5</v></c>")
        );
    }

    #[test]
    fn other_cells_and_rows() {
        assert_eq!(written(|rows| rows.boolean(0, Style(1), true)), "<c r=\"A17\" s=\"7\" t=\"b\"><v>1</v></c>");
        assert_eq!(written(|rows| rows.error(0, Style(0), "#REF!")), "<c r=\"A17\" t=\"e\"><v>#REF!</v></c>");
        assert_eq!(written(|rows| rows.blank(0, Style(1))), "<c r=\"A17\" s=\"7\"/>");
        assert_eq!(written(|rows| rows.start_row(9, Some(22.5))), "<row r=\"10\" ht=\"22.5\" customHeight=\"1\">");
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        assert_eq!(cut(&"a".repeat(40_000)).len(), 32_767);
        assert_eq!(cut(&"é".repeat(20_000)).len(), 40_000, "20,000 units fit");
        // A character outside the basic plane takes two units, and is not cut in half.
        assert_eq!(cut(&"🏦".repeat(20_000)).chars().count(), 16_383);
    }
}
