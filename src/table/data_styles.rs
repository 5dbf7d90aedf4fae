//! How cells of an .ods file are shown: its styles, as the format codes that the other formats have, and as marks.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::appearance::CellLook;
use super::xml::attribute;

/// The styles of an .ods file while they come in, and the code of each style of cells.
#[derive(Debug, Default)]
pub(super) struct Styles {
    cells: BTreeMap<String, CellStyle>,
    formats: BTreeMap<String, Format>,
    /// Styles of sheets that are not to be seen.
    hidden: Vec<String>,
    /// Styles of columns with their widths, in characters.
    widths: BTreeMap<String, f64>,
    /// The family and the name of the style that is being read.
    open: Option<(String, String)>,
    draft: Option<Draft>,
}

/// What a style says of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paint {
    /// That there is none.
    Clear,
    /// As 0xRRGGBB.
    Rgb(u32),
}

impl Paint {
    fn of(value: &str) -> Paint {
        let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6);
        digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).map_or(Paint::Clear, Paint::Rgb)
    }

    /// The colour, where it is another than what there is without one.
    fn other_than(self, usual: u32) -> Option<u32> {
        match self {
            Paint::Rgb(color) if color != usual => Some(color),
            Paint::Rgb(_) | Paint::Clear => None,
        }
    }
}

/// A style of cells.
#[derive(Debug, Default)]
struct CellStyle {
    format: String,
    /// The style that it is built on.
    parent: String,
    /// What it says of colours, where it says something.
    fill: Option<Paint>,
    ink: Option<Paint>,
    is_bold: Option<bool>,
    is_italic: Option<bool>,
    is_struck: Option<bool>,
}

#[derive(Debug, Default)]
struct Format {
    code: String,
    /// Conditions with the formats that hold under them.
    maps: Vec<(String, String)>,
}

/// A format while its parts come in.
#[derive(Debug, Default)]
struct Draft {
    name: String,
    format: Format,
    is_percentage: bool,
    /// Whether hours go on beyond a day.
    is_duration: bool,
    /// Whether the letters that come belong to the format.
    takes_text: bool,
    text: String,
}

/// A style is built on another at most so many times over.
const DEEPEST: usize = 20;

/// The elements that are formats.
const FORMATS: [&str; 6] = [
    "number:number-style",
    "number:currency-style",
    "number:percentage-style",
    "number:date-style",
    "number:time-style",
    "number:text-style",
];

impl Styles {
    /// An element begins.
    pub(super) fn open(&mut self, element: &BytesStart) {
        let name = element.name();
        let name: &str = name.as_ref();
        if FORMATS.contains(&name) {
            self.draft = Some(Draft {
                name: attribute(element, "style:name"),
                is_percentage: name == "number:percentage-style",
                is_duration: attribute(element, "number:truncate-on-overflow") == "false",
                ..Draft::default()
            });
        } else if let Some(draft) = &mut self.draft {
            draft.open(name, element);
        } else if name == "style:style" {
            let (family, style) = (attribute(element, "style:family"), attribute(element, "style:name"));
            if family == "table-cell" {
                let (format, parent) =
                    (attribute(element, "style:data-style-name"), attribute(element, "style:parent-style-name"));
                self.cells.insert(style.clone(), CellStyle { format, parent, ..CellStyle::default() });
            }
            self.open = Some((family, style));
        } else if let Some((family, style)) = &self.open {
            match (family.as_str(), name) {
                ("table", "style:table-properties") if attribute(element, "table:display") == "false" => {
                    self.hidden.push(style.clone());
                }
                ("table-column", "style:table-column-properties") => {
                    let width = characters(&attribute(element, "style:column-width"));
                    self.widths.extend(width.map(|width| (style.clone(), width)));
                }
                ("table-cell", "style:table-cell-properties" | "style:text-properties") => {
                    if let Some(cell) = self.cells.get_mut(style) {
                        cell.mark(element);
                    }
                }
                _ => {}
            }
        }
    }

    /// An element ends.
    pub(super) fn close(&mut self, name: &str) {
        if FORMATS.contains(&name) {
            if let Some(draft) = self.draft.take() {
                self.formats.insert(draft.name, draft.format);
            }
        } else if let Some(draft) = &mut self.draft {
            draft.close(name);
        } else if name == "style:style" {
            self.open = None;
        }
    }

    /// Letters between elements.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(draft) = self.draft.as_mut().filter(|draft| draft.takes_text) {
            draft.text.push_str(text);
        }
    }

    /// Whether a sheet of a style is hidden.
    pub(super) fn is_hidden(&self, table_style: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == table_style)
    }

    /// The width of a style of columns, in characters.
    pub(super) fn width(&self, column_style: &str) -> Option<f64> {
        self.widths.get(column_style).copied()
    }

    /// The marks of a style of cells, its own before those of the styles that it is built on.
    pub(super) fn look(&self, cell_style: &str) -> CellLook {
        const BLACK: u32 = 0x00_00_00;
        const WHITE: u32 = 0xFF_FF_FF;
        let (mut style, mut all) = (cell_style, CellStyle::default());
        for _ in 0..DEEPEST {
            let Some(cell) = self.cells.get(style) else { break };
            all.fill = all.fill.or(cell.fill);
            all.ink = all.ink.or(cell.ink);
            all.is_bold = all.is_bold.or(cell.is_bold);
            all.is_italic = all.is_italic.or(cell.is_italic);
            all.is_struck = all.is_struck.or(cell.is_struck);
            style = &cell.parent;
        }
        CellLook {
            fill: all.fill.and_then(|paint| paint.other_than(WHITE)),
            ink: all.ink.and_then(|paint| paint.other_than(BLACK)),
            is_bold: all.is_bold == Some(true),
            is_italic: all.is_italic == Some(true),
            is_struck: all.is_struck == Some(true),
        }
    }

    /// The format code of a style of cells; none where it is shown as it comes.
    pub(super) fn code(&self, cell_style: &str) -> Option<String> {
        let mut style = cell_style;
        for _ in 0..DEEPEST {
            let cell = self.cells.get(style)?;
            if cell.format.is_empty() {
                style = &cell.parent;
                continue;
            }
            return self.formats.get(&cell.format).map(|format| self.whole(format)).filter(|code| !code.is_empty());
        }
        None
    }

    /// A code with the sections for positive and negative numbers that stand in formats of their own.
    fn whole(&self, format: &Format) -> String {
        let mut sections: Vec<&str> = format
            .maps
            .iter()
            .filter(|(condition, _)| condition.starts_with("value()>") || condition.starts_with("value()<"))
            .filter_map(|(_, other)| self.formats.get(other))
            .map(|other| other.code.as_str())
            .collect();
        sections.truncate(2);
        sections.push(&format.code);
        sections.join(";")
    }
}

impl CellStyle {
    /// Takes what an element says of colours and letters.
    fn mark(&mut self, element: &BytesStart) {
        let stated = |name: &str| Some(attribute(element, name)).filter(|value| !value.is_empty());
        self.fill = stated("fo:background-color").map(|value| Paint::of(&value)).or(self.fill);
        self.ink = stated("fo:color").map(|value| Paint::of(&value)).or(self.ink);
        self.is_bold = stated("fo:font-weight").map(|weight| weight == "bold").or(self.is_bold);
        self.is_italic = stated("fo:font-style").map(|style| style == "italic").or(self.is_italic);
        self.is_struck = stated("style:text-line-through-style").map(|style| style != "none").or(self.is_struck);
    }
}

/// A length such as `2.258cm`, in characters of a column.
fn characters(length: &str) -> Option<f64> {
    const PIXELS: [(&str, f64); 4] = [("cm", 96.0 / 2.54), ("mm", 96.0 / 25.4), ("in", 96.0), ("pt", 96.0 / 72.0)];
    let (unit, pixels) = PIXELS.iter().find(|(unit, _)| length.ends_with(unit))?;
    let length: f64 = length.strip_suffix(unit)?.parse().ok()?;
    // As wide as columns are that nobody has given a width (0.889 inches).
    let is_usual = (length * pixels - 85.3).abs() < 0.3;
    // A character of Calibri 11 has seven pixels, and a column five besides.
    (!is_usual).then_some((length * pixels - 5.0) / 7.0)
}

impl Draft {
    fn open(&mut self, name: &str, element: &BytesStart) {
        let is_long = attribute(element, "number:style") == "long";
        let code = &mut self.format.code;
        match name {
            "number:text" | "number:currency-symbol" => {
                (self.takes_text, self.text) = (true, String::new());
            }
            "number:number" => code.push_str(&digits(element)),
            "number:scientific-number" => {
                let places = count(element, "number:decimal-places").unwrap_or(0);
                code.push('0');
                if places > 0 {
                    code.push('.');
                    code.push_str(&"0".repeat(places));
                }
                code.push_str("E+");
                code.push_str(&"0".repeat(count(element, "number:min-exponent-digits").unwrap_or(2).max(1)));
            }
            "number:fraction" => code.push_str("# ?/?"),
            "number:year" => code.push_str(if is_long { "yyyy" } else { "yy" }),
            "number:month" => code.push_str(match (attribute(element, "number:textual") == "true", is_long) {
                (true, true) => "mmmm",
                (true, false) => "mmm",
                (false, true) => "mm",
                (false, false) => "m",
            }),
            "number:day" => code.push_str(if is_long { "dd" } else { "d" }),
            "number:day-of-week" => code.push_str(if is_long { "dddd" } else { "ddd" }),
            "number:hours" if self.is_duration => code.push_str("[h]"),
            "number:hours" => code.push_str(if is_long { "hh" } else { "h" }),
            "number:minutes" => code.push_str("mm"),
            "number:seconds" => {
                code.push_str("ss");
                if let Some(places) = count(element, "number:decimal-places").filter(|places| *places > 0) {
                    code.push('.');
                    code.push_str(&"0".repeat(places));
                }
            }
            "number:am-pm" => code.push_str("AM/PM"),
            "number:text-content" => code.push('@'),
            "style:map" => {
                let map = (attribute(element, "style:condition"), attribute(element, "style:apply-style-name"));
                self.format.maps.push(map);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "number:text" => self.format.code.push_str(&literal(&self.text, self.is_percentage)),
            "number:currency-symbol" if !self.text.is_empty() => {
                self.format.code.extend(["[$", &self.text, "]"]);
            }
            _ => return,
        }
        self.takes_text = false;
    }
}

/// A number's digits in a code: `#,##0.00`.
fn digits(element: &BytesStart) -> String {
    let whole = count(element, "number:min-integer-digits").unwrap_or(0);
    let is_grouped = attribute(element, "number:grouping") == "true";
    let Some(places) = count(element, "number:decimal-places") else {
        return if is_grouped { "#,##0".to_owned() } else { "General".to_owned() };
    };
    let mut code = match (is_grouped, whole) {
        (true, 0..=3) => format!("#,{}{}", "#".repeat(3 - whole), "0".repeat(whole)),
        (false, 0) => "#".to_owned(),
        (_, whole) => "0".repeat(whole),
    };
    if places > 0 {
        let least = count(element, "number:min-decimal-places").unwrap_or(places).min(places);
        code.push('.');
        code.push_str(&"0".repeat(least));
        code.push_str(&"#".repeat(places - least));
    }
    // A comma for each thousand that the number is divided by.
    let factor = attribute(element, "number:display-factor").parse::<f64>().unwrap_or(1.0);
    let thousands = if factor >= 1.0 { factor.log(1000.0).round() as usize } else { 0 };
    code.push_str(&",".repeat(thousands.min(4)));
    code
}

/// A small number among the attributes.
fn count(element: &BytesStart, name: &str) -> Option<usize> {
    const MOST: usize = 30;
    attribute(element, name).parse().ok().map(|count: usize| count.min(MOST))
}

/// Letters that a format shows as they are.
fn literal(text: &str, is_percentage: bool) -> String {
    let is_plain = |c: char| " -/:().+".contains(c) || is_percentage && c == '%';
    if text.chars().all(is_plain) { text.to_owned() } else { format!("\"{}\"", text.replace('"', "")) }
}
