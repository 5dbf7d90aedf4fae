//! The three faces of the document: how wide a text is, which face draws a character, and the cut-down font programs.
//!
//! Widths are whole thousandths of an em, cut off as printpdf cuts them off, so that what is measured is what is drawn.
//! Shaping and kerning are left out: Latin, Greek and Cyrillic read well without.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What is drawn in place of a character that no face holds.
const REPLACEMENT: char = '\u{FFFD}';
/// Characters below this have their widths in a table: everything Latin.
const TABULATED: usize = 0x250;

/// A face that a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Face {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// `DejaVu` Sans, for what the Noto faces lack.
    Symbols,
}

impl Face {
    /// The name of the font program.
    pub(super) fn name(self) -> &'static str {
        match self {
            Face::Regular => "NotoSans-Regular",
            Face::Bold => "NotoSans-Bold",
            Face::Symbols => "DejaVuSans",
        }
    }

    fn loaded(self) -> &'static Loaded {
        static REGULAR: LazyLock<Loaded> =
            LazyLock::new(|| Loaded::parse(include_bytes!("../../../templates/fonts/NotoSans-Regular.ttf")));
        static BOLD: LazyLock<Loaded> =
            LazyLock::new(|| Loaded::parse(include_bytes!("../../../templates/fonts/NotoSans-Bold.ttf")));
        static SYMBOLS: LazyLock<Loaded> =
            LazyLock::new(|| Loaded::parse(include_bytes!("../../../templates/fonts/DejaVuSans.ttf")));
        match self {
            Face::Regular => &REGULAR,
            Face::Bold => &BOLD,
            Face::Symbols => &SYMBOLS,
        }
    }
}

/// A face as parsed, once for the life of the program.
struct Loaded {
    bytes: &'static [u8],
    font: ParsedFont,
    tabulated: Vec<Option<u16>>,
}

impl Loaded {
    fn parse(bytes: &'static [u8]) -> Self {
        let font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).expect("the fonts are part of the program");
        let mut loaded = Loaded { bytes, font, tabulated: Vec::new() };
        loaded.tabulated = (0..TABULATED as u32).map(|code| loaded.look_up(code)).collect();
        loaded
    }

    /// The width of a character in thousandths of an em; none if the face lacks it.
    fn advance(&self, character: char) -> Option<u16> {
        let code = character as u32;
        match self.tabulated.get(code as usize) {
            Some(advance) => *advance,
            None => self.look_up(code),
        }
    }

    fn look_up(&self, code: u32) -> Option<u16> {
        let glyph = self.font.lookup_glyph_index(code).filter(|glyph| *glyph != 0)?;
        let width = self.font.get_glyph_width(glyph)?;
        Some((f32::from(width) * 1000.0 / f32::from(self.font.units_per_em)) as u16)
    }
}

/// The face that draws a character, and its width there; none if no face holds it.
fn find(face: Face, character: char) -> Option<(Face, u16)> {
    [face, Face::Symbols].into_iter().find_map(|face| Some((face, face.loaded().advance(character)?)))
}

/// The width of a character in points.
pub(super) fn character_width(face: Face, size: f32, character: char) -> f32 {
    let advance = find(face, character).or_else(|| find(face, REPLACEMENT)).map_or(0, |found| found.1);
    f32::from(advance) * size / 1000.0
}

/// The width of a text in points.
pub(super) fn width(face: Face, size: f32, text: &str) -> f32 {
    text.chars().map(|character| character_width(face, size, character)).sum()
}

/// A text with composed accents, with spaces for control characters, and without characters that are never seen.
pub(super) fn tidy(text: String) -> String {
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte)) {
        return text;
    }
    let kept = text.chars().filter(|character| !is_invisible(*character));
    let spaced: String = kept.map(|character| if character.is_control() { ' ' } else { character }).collect();
    if is_nfc(&spaced) { spaced } else { spaced.nfc().collect() }
}

/// Joiners, direction marks and variation selectors: they steer shaping, which is not done here.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Cuts a text into runs of one face each; characters that no face holds are replaced, and added to `missing`.
pub(super) fn runs(face: Face, text: &str, missing: &mut BTreeSet<char>) -> Vec<(Face, String)> {
    let mut runs: Vec<(Face, String)> = Vec::new();
    for character in text.chars() {
        let (found, drawn) = if let Some((found, _)) = find(face, character) {
            (found, character)
        } else {
            missing.insert(character);
            (find(face, REPLACEMENT).map_or(face, |found| found.0), REPLACEMENT)
        };
        match runs.last_mut() {
            Some((last, run)) if *last == found => run.push(drawn),
            _ => runs.push((found, drawn.to_string())),
        }
    }
    runs
}

/// The font program with the glyphs of these characters only, named with a tag made from them.
pub(super) fn cut(face: Face, characters: &BTreeSet<char>) -> ParsedFont {
    let loaded = face.loaded();
    let glyph = |character: char| loaded.font.lookup_glyph_index(character as u32).unwrap_or(0);
    let glyphs: BTreeSet<u16> = std::iter::once(0).chain(characters.iter().map(|c| glyph(*c))).collect();
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    let mut font = subset_program(loaded.bytes, &glyphs)
        .and_then(|bytes| ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()))
        .unwrap_or_else(|| loaded.font.clone());
    // The cut font numbers its glyphs in the order asked for; its own character map may leave some out.
    if font.original_bytes.len() < loaded.bytes.len() {
        let new_index = |character: char| glyphs.binary_search(&glyph(character)).unwrap_or(0) as u16;
        font.codepoint_to_glyph = characters.iter().map(|c| (*c as u32, new_index(*c))).collect();
    }
    font.pdf_font_metrics.us_weight_class = loaded.font.pdf_font_metrics.us_weight_class;
    font.font_name = Some(format!("{}+{}", tag(characters), face.name()));
    font
}

fn subset_program(bytes: &[u8], glyphs: &[u16]) -> Option<Vec<u8>> {
    let file = ReadScope::new(bytes).read::<FontData<'_>>().ok()?;
    let provider = file.table_provider(0).ok()?;
    subset(&provider, glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode).ok()
}

/// Six capitals that tell one subset from another, as ISO 32000-1, 9.6.4 asks for.
fn tag(characters: &BTreeSet<char>) -> String {
    let digest = Sha256::digest(characters.iter().collect::<String>().as_bytes());
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_runs_and_what_no_face_draws_is_told() {
        let mut missing = BTreeSet::new();
        let drawn = runs(Face::Bold, "Ωμ Жду ▲ 結", &mut missing);
        let symbols: Vec<&str> =
            drawn.iter().filter(|(face, _)| *face == Face::Symbols).map(|(_, text)| text.as_str()).collect();
        assert_eq!(symbols.first(), Some(&"▲"));
        assert_eq!(missing, BTreeSet::from(['結']));
        assert!(drawn.iter().any(|(_, text)| text.contains(REPLACEMENT)));
    }

    #[test]
    fn accents_are_composed_and_control_characters_are_spaces() {
        assert_eq!(tidy("e\u{301}t\u{e9}\tx\u{200b}y".to_owned()), "\u{e9}t\u{e9} xy");
    }

    #[test]
    fn a_cut_font_keeps_the_widths_and_drops_the_rest() {
        let font = cut(Face::Symbols, &BTreeSet::from(['▲', '☺']));
        assert!(font.original_bytes.len() < 20_000);
        for character in ['▲', '☺'] {
            let glyph = font.lookup_glyph_index(character as u32).expect("the glyph was kept");
            let whole = &Face::Symbols.loaded().font;
            let original = whole.lookup_glyph_index(character as u32).expect("the glyph is there");
            assert_eq!(font.get_glyph_width(glyph), whole.get_glyph_width(original));
        }
    }
}
