//! What stands on the pages, as operators of content streams (ISO 32000-1, annex A).
//!
//! They are written as they come, for there are thousands: made of printpdf's values, each is searched for glyphs,
//! translated and encoded, and together that takes as long as all the rest of the document.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use crate::assessment::Verdict;
use crate::report::pdf::setting::fonts::{self, Cut, Face};
use crate::report::pdf::setting::shaping::Glyph;
use crate::report::pdf::setting::sheet::{ElementId, Item, Mark, Symbol};
use crate::report::words::palette::{self, Rgb, WHITE};

/// The glyphs of each face that a document is drawn with, and what each stands for.
type Used = BTreeMap<Face, BTreeMap<u16, String>>;

/// The glyphs that the texts of the pages are drawn with.
pub(crate) fn used(pages: &[Vec<Item>]) -> Used {
    let mut used = Used::new();
    let mut wanted: BTreeMap<Face, Vec<char>> = BTreeMap::new();
    for item in pages.iter().flatten() {
        let Mark::Text { text, style } = &item.mark else { continue };
        let characters = wanted.entry(style.face).or_insert_with(|| vec![' ']);
        if fonts::is_shaped(text) {
            for piece in fonts::shaped(style.face, text).0 {
                for Glyph { face, number, .. } in piece.glyphs {
                    let is_its = |c: &char| fonts::drawn(face, *c).is_some_and(|found| found.glyph == number);
                    let characters = || piece.characters.chars();
                    let own = characters().find(is_its).or_else(|| characters().next());
                    let stands_for = own.map(String::from).unwrap_or_default();
                    used.entry(face).or_default().entry(number).or_insert(stands_for);
                }
            }
        } else {
            characters.extend(text.chars());
        }
    }
    for (face, mut characters) in wanted {
        characters.sort_unstable();
        characters.dedup();
        for character in characters {
            if let Some(found) = fonts::drawn(face, character) {
                used.entry(found.face).or_default().insert(found.glyph, character.to_string());
            }
        }
    }
    used
}

/// Draws a page of the given height with fonts that hold its characters: its operators, and the element of each of its
/// marked contents.
///
/// Texts that follow each other share a text object; marked contents begin and end inside it, or outside.
pub(crate) fn draw(items: &[Item], height: f32, fonts: &BTreeMap<Face, Cut>) -> (String, Vec<ElementId>) {
    let mut pen = Pen {
        height,
        fonts,
        operators: String::new(),
        marked: Vec::new(),
        filled: None,
        stroked: None,
        set: None,
        rise: Decimal(0),
        at: [0; 2],
    };
    let mut current: Option<(Option<ElementId>, bool)> = None;
    for (number, item) in items.iter().enumerate() {
        let next = (item.element, matches!(item.mark, Mark::Text { .. }));
        if current != Some(next) {
            pen.turn(current.map(|current| current.1), Some(next.1));
            pen.begin(item.element);
            current = Some(next);
        }
        pen.item(item, items.get(number + 1).is_some_and(|next| is_apart(item, next)));
    }
    pen.turn(current.map(|current| current.1), None);
    (pen.operators, pen.marked)
}

/// The name of a face among the fonts of the document; not `F1` and the like, which printpdf takes for one of the
/// standard fonts.
pub(crate) fn font_name(face: Face) -> String {
    match face {
        Face::Regular => "R".to_owned(),
        Face::Bold => "B".to_owned(),
        Face::Own(position) => format!("O{position}"),
        Face::Symbols => "S".to_owned(),
    }
}

/// Adds operators; writing to a text does not fail.
macro_rules! put {
    ($pen:expr, $($operator:tt)*) => { writeln!($pen.operators, $($operator)*).expect("a text takes it") };
}

/// Draws a page, and knows what is set already.
struct Pen<'a> {
    height: f32,
    fonts: &'a BTreeMap<Face, Cut>,
    operators: String,
    marked: Vec<ElementId>,
    filled: Option<Rgb>,
    stroked: Option<(Rgb, f32)>,
    set: Option<(Face, f32)>,
    /// How far above its line a text stands.
    rise: Decimal,
    /// Where the last text of the text object began, in hundredths of a point.
    at: [i32; 2],
}

impl Pen<'_> {
    /// Ends a marked content, and a text object if no text follows; begins one if text follows something else.
    fn turn(&mut self, before: Option<bool>, after: Option<bool>) {
        if before.is_some() {
            put!(self, "EMC");
        }
        match (before == Some(true), after == Some(true)) {
            (true, false) => put!(self, "ET"),
            (false, true) => {
                put!(self, "BT");
                self.at = [0; 2];
            }
            _ => {}
        }
    }

    fn begin(&mut self, element: Option<ElementId>) {
        let Some(element) = element else { return put!(self, "/Artifact BMC") };
        put!(self, "/Span <</MCID {}>> BDC", self.marked.len());
        self.marked.push(element);
    }

    fn item(&mut self, item: &Item, apart: bool) {
        let (x, y) = (item.x, self.height - item.y);
        match &item.mark {
            Mark::Text { text, style } => {
                self.fill(style.colour);
                let text = format!("{text}{}", if apart { " " } else { "" });
                self.text(x, y, &text, style.face, style.size);
            }
            Mark::Fill { width, height, colour } => {
                self.fill(*colour);
                let [x, y, width, height] = [x, y - height, *width, *height].map(pt);
                put!(self, "{x} {y} {width} {height} re f");
            }
            Mark::Rule { dx, dy, thickness, colour } => {
                self.stroke(*colour, *thickness);
                let [x, y, to_x, to_y] = [x, y, x + dx, y - dy].map(pt);
                put!(self, "{x} {y} m {to_x} {to_y} l S");
            }
            Mark::Sign { symbol, radius } => self.sign(x, y, *radius, *symbol),
        }
    }

    fn text(&mut self, x: f32, y: f32, text: &str, face: Face, size: f32) {
        let [left, up] = std::mem::replace(&mut self.at, [hundredths(x), hundredths(y)]);
        let [dx, dy] = [self.at[0] - left, self.at[1] - up].map(|moved| Decimal(10 * moved));
        put!(self, "{dx} {dy} Td");
        if fonts::is_shaped(text) {
            self.shaped(text, face, size);
        } else {
            self.plain(text, face, size);
        }
    }

    /// A text letter by letter.
    fn plain(&mut self, text: &str, face: Face, size: f32) {
        let mut open = false;
        for found in text.chars().filter_map(|character| fonts::drawn(face, character)) {
            if self.set != Some((found.face, size)) || !open {
                self.operators.push_str(if open { "> Tj\n" } else { "" });
                self.font(found.face, size);
                self.operators.push('<');
                open = true;
            }
            self.code(found.face, found.glyph);
        }
        self.operators.push_str(if open { "> Tj\n" } else { "" });
    }

    /// Glyphs at their places, from left to right. Where a glyph is not what it mostly stands for, its characters stand
    /// beside it.
    fn shaped(&mut self, text: &str, face: Face, size: f32) {
        let (body, spaces) = text.split_at(text.trim_end().len());
        let (pieces, width) = fonts::shaped(face, body);
        let mut pen = 0.0;
        for piece in pieces {
            let stands_for = |glyph: &Glyph| self.fonts.get(&glyph.face)?.stands_for.get(&glyph.number);
            let is_plain = piece.glyphs.len() == 1 && stands_for(&piece.glyphs[0]) == Some(&piece.characters);
            if !is_plain {
                self.saying(&piece.characters);
            }
            for glyph in &piece.glyphs {
                self.move_to(&mut pen, glyph.x, glyph.y, glyph.face, size);
                self.operators.push('<');
                self.code(glyph.face, glyph.number);
                put!(self, "> Tj");
                pen = glyph.x + f32::from(glyph.advance);
            }
            if !is_plain {
                put!(self, "EMC");
            }
        }
        self.move_to(&mut pen, width, 0.0, face, size);
        self.plain(spaces, face, size);
    }

    /// Begins what stands for other characters than its glyphs do.
    fn saying(&mut self, characters: &str) {
        let units = characters.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
        put!(self, "/Span <</ActualText <FEFF{units}>>> BDC");
    }

    /// Moves the pen within a line, in thousandths of an em, and sets the font for what follows.
    fn move_to(&mut self, pen: &mut f32, x: f32, y: f32, face: Face, size: f32) {
        self.font(face, size);
        let rise = pt(y * size / 1000.0);
        if self.rise != rise {
            self.rise = rise;
            put!(self, "{rise} Ts");
        }
        let back = (*pen - x).round() as i32;
        if back != 0 {
            put!(self, "[{back}] TJ");
        }
        *pen = x;
    }

    /// Sets a font, unless it is set already.
    fn font(&mut self, face: Face, size: f32) {
        if self.set != Some((face, size)) {
            self.set = Some((face, size));
            put!(self, "/{} {} Tf", font_name(face), pt(size));
        }
    }

    /// The four digits of a glyph.
    fn code(&mut self, face: Face, glyph: u16) {
        let number = self.fonts.get(&face).map_or(0, |font| font.number(glyph));
        let digits = [12, 8, 4, 0].map(|bits| u32::from(number >> bits) & 0xF);
        self.operators.extend(digits.into_iter().filter_map(|digit| char::from_digit(digit, 16)));
    }

    /// The marks have one area for one radius: a white edge parts those that overlap.
    fn sign(&mut self, x: f32, y: f32, radius: f32, symbol: Symbol) {
        let colour = match symbol {
            Symbol::Verdict(verdict) => palette::fill(verdict),
            Symbol::Neutral => palette::fill(Verdict::Split),
        };
        let corners = match symbol {
            Symbol::Verdict(Verdict::Bpo) => return self.dot(x, y, [(WHITE, radius + 0.2), (colour, radius - 0.2)]),
            Symbol::Verdict(Verdict::InsufficientEvidence) => {
                return self.dot(x, y, [(palette::MUTED, radius), (WHITE, radius - 0.8)]);
            }
            Symbol::Verdict(Verdict::TraditionalOutsourcing) => triangle(radius),
            Symbol::Verdict(Verdict::Split) => diamond(radius),
            Symbol::Neutral => diamond(radius - 0.4),
        };
        let (fill, edge, width) = if symbol == Symbol::Neutral { (WHITE, colour, 0.8) } else { (colour, WHITE, 0.4) };
        self.fill(fill);
        self.stroke(edge, width);
        for (number, [dx, dy]) in corners.into_iter().enumerate() {
            put!(self, "{} {} {}", pt(x + dx), pt(y + dy), if number == 0 { "m" } else { "l" });
        }
        put!(self, "b");
    }

    /// Discs on top of each other: lines of no length with round ends, which take a tenth of the room of curves.
    fn dot(&mut self, x: f32, y: f32, discs: [(Rgb, f32); 2]) {
        let [x, y] = [x, y].map(pt);
        put!(self, "1 J");
        for (colour, radius) in discs {
            self.stroke(colour, 2.0 * radius);
            put!(self, "{x} {y} m {x} {y} l S");
        }
        put!(self, "0 J");
    }

    fn fill(&mut self, colour: Rgb) {
        if self.filled != Some(colour) {
            self.filled = Some(colour);
            let [red, green, blue] = ink(colour);
            put!(self, "{red} {green} {blue} rg");
        }
    }

    fn stroke(&mut self, colour: Rgb, thickness: f32) {
        if self.stroked != Some((colour, thickness)) {
            self.stroked = Some((colour, thickness));
            let [red, green, blue] = ink(colour);
            put!(self, "{red} {green} {blue} RG {} w", pt(thickness));
        }
    }
}

/// Whether two texts of one element need a space between them, for those who listen or copy: unless the second goes on
/// with a word of the first.
fn is_apart(item: &Item, next: &Item) -> bool {
    let (Mark::Text { text, style }, Mark::Text { text: next_text, style: next_style }) = (&item.mark, &next.mark)
    else {
        return false;
    };
    let goes_on = style == next_style && (item.x - next.x).abs() < 0.01;
    item.element.is_some()
        && item.element == next.element
        && !goes_on
        && !text.ends_with(' ')
        && !next_text.starts_with(' ')
}

/// A number in thousandths, as content streams have it.
#[derive(Clone, Copy, PartialEq)]
struct Decimal(i32);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Decimal(thousandths) = *self;
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
        match part {
            0 => write!(f, "{sign}{whole}"),
            part if part % 100 == 0 => write!(f, "{sign}{whole}.{}", part / 100),
            part if part % 10 == 0 => write!(f, "{sign}{whole}.{:02}", part / 10),
            part => write!(f, "{sign}{whole}.{part:03}"),
        }
    }
}

/// A hundredth of a point is finer than any printer.
fn hundredths(points: f32) -> i32 {
    (points * 100.0).round() as i32
}

/// A length in points.
fn pt(points: f32) -> Decimal {
    Decimal(10 * hundredths(points))
}

fn ink(colour: Rgb) -> [Decimal; 3] {
    colour.parts().map(|part| Decimal((i32::from(part) * 1000 + 127) / 255))
}

/// An equilateral triangle as large as the circle, its centre of mass on the circle's centre.
fn triangle(radius: f32) -> Vec<[f32; 2]> {
    let reach = radius * 1.555;
    vec![[0.0, reach], [-reach * 0.866, -reach / 2.0], [reach * 0.866, -reach / 2.0]]
}

fn diamond(radius: f32) -> Vec<[f32; 2]> {
    let reach = radius * 1.253;
    vec![[0.0, reach], [-reach, 0.0], [0.0, -reach], [reach, 0.0]]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_more_digits_than_they_need() {
        let cases = [(0, "0"), (1000, "1"), (-1500, "-1.5"), (70, "0.07"), (-5, "-0.005"), (12_345, "12.345")];
        for (thousandths, written) in cases {
            assert_eq!(Decimal(thousandths).to_string(), written);
        }
        assert_eq!(pt(1.005_1).to_string(), "1.01");
    }
}
