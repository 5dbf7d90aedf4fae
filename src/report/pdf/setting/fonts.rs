//! Texts in the faces of the document: how wide they are, what draws them, and the cut-down font programs.
//!
//! Latin, Greek, Cyrillic and Han read well without kerning, and are set letter by letter; what does not is shaped.

use std::collections::{BTreeMap, BTreeSet};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

pub(crate) use super::faces::{Face, family_with, needs_shaping, with_own};
use super::faces::{Found, Loaded, find, is_joiner};
use super::shaping::{Piece, pieces};
use crate::report::words::quotes::in_print;

/// What is drawn in place of a character that no face holds.
const REPLACEMENT: char = '\u{FFFD}';

/// The characters of a text that are not drawn.
pub(crate) fn not_drawn(text: &str) -> impl Iterator<Item = char> {
    // The replacement itself is what the text says.
    text.chars().filter(|character| {
        !character.is_ascii() && !is_joiner(*character) && find(Face::Regular, *character).is_none()
    })
}

/// The width of a character in points.
pub(crate) fn character_width(face: Face, size: f32, character: char) -> f32 {
    let advance = drawn(face, character).map_or(0, |found| found.advance);
    f32::from(advance) * size / 1000.0
}

/// The width of a text in points.
pub(crate) fn width(face: Face, size: f32, text: &str) -> f32 {
    if is_shaped(text) {
        return pieces(face, &replaced(text)).1 * size / 1000.0;
    }
    text.chars().map(|character| character_width(face, size, character)).sum()
}

/// A text as it is printed: with composed accents, with spaces for control characters, and without characters that are never seen.
pub(crate) fn tidy(text: String) -> String {
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte) && byte != b'`') {
        return text;
    }
    let text = in_print(&text);
    let keeps_joiners = is_shaped(&text);
    let kept = text.chars().filter(|c| !is_invisible(*c) || keeps_joiners && is_joiner(*c));
    let spaced: String = kept.map(|character| if character.is_control() { ' ' } else { character }).collect();
    if is_nfc(&spaced) { spaced } else { spaced.nfc().collect() }
}

/// Joiners, direction marks and variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Whether a text has letters that cannot be set one by one.
pub(crate) fn is_shaped(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(needs_shaping)
}

/// What draws a character, or what stands for one that is not drawn.
pub(crate) fn drawn(face: Face, character: char) -> Option<Found> {
    find(face, character).or_else(|| find(face, REPLACEMENT))
}

/// A text that is shaped, from left to right; and its width in thousandths of an em.
pub(crate) fn shaped(face: Face, text: &str) -> (Vec<Piece>, f32) {
    pieces(face, &replaced(text))
}

/// A text with what no face draws replaced.
fn replaced(text: &str) -> String {
    let is_drawn = |c: &char| c.is_ascii() || is_joiner(*c) || find(Face::Regular, *c).is_some();
    text.chars().map(|character| if is_drawn(&character) { character } else { REPLACEMENT }).collect()
}

/// A font program with the glyphs of a document only.
pub(crate) struct Cut {
    /// What each glyph stands for where nothing else is said.
    pub(crate) stands_for: BTreeMap<u16, String>,
    /// The program, which numbers its glyphs from 0.
    pub(crate) font: ParsedFont,
    /// The glyphs that it holds, by the numbers that they had; none where it could not be cut and holds all.
    glyphs: Option<Vec<u16>>,
}

impl Cut {
    /// The number of a glyph of the whole font in this one.
    pub(crate) fn number(&self, glyph: u16) -> u16 {
        match &self.glyphs {
            Some(glyphs) => glyphs.binary_search(&glyph).unwrap_or(0) as u16,
            None => glyph,
        }
    }
}

/// The font program with the glyphs that stand for something only, named with a tag made from them; none where there is no such face.
pub(crate) fn cut(face: Face, stands_for: BTreeMap<u16, String>) -> Option<Cut> {
    let glyphs: BTreeSet<u16> = std::iter::once(0).chain(stands_for.keys().copied()).collect();
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    face.with(|loaded| {
        let font = subset_program(loaded, &glyphs).and_then(|bytes| ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()));
        let is_cut = font.is_some();
        let mut font = font.or_else(|| loaded.whole())?;
        font.pdf_font_metrics.us_weight_class = loaded.weight();
        font.font_name = Some(format!("{}+{}", tag_of(&glyphs), loaded.name));
        Some(Cut { stands_for, font, glyphs: is_cut.then_some(glyphs) })
    })
    .flatten()
}

fn subset_program(loaded: &Loaded, glyphs: &[u16]) -> Option<Vec<u8>> {
    let file = ReadScope::new(&loaded.bytes).read::<FontData<'_>>().ok()?;
    let provider = file.table_provider(loaded.index as usize).ok()?;
    subset(&provider, glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode).ok()
}

/// Six capitals that tell one subset from another, as ISO 32000-1, 9.6.4 asks for.
fn tag_of(glyphs: &[u16]) -> String {
    let bytes: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_be_bytes()).collect();
    Sha256::digest(bytes).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::faces::Font;
    use super::*;

    const SYMBOLS: &[u8] = include_bytes!("../../../../templates/fonts/DejaVuSans.ttf");

    #[test]
    fn what_no_face_draws_is_told() {
        let text = "Ωμ Жду ▲ 結 שלום كتاب เงิน हिन्दी";
        assert!(drawn(Face::Bold, '▲').is_some_and(|found| found.face == Face::Symbols));
        // Right to left is set, and Devanagari, which moves its letters, needs a font that does.
        assert_eq!(not_drawn(text).collect::<String>(), "結เงินहिन्दी");
        assert_eq!(not_drawn("\u{FFFD} ordering").count(), 0);
    }

    #[test]
    fn accents_are_composed_and_control_characters_are_spaces() {
        assert_eq!(tidy("e\u{301}t\u{e9}\tx\u{200b}y".to_owned()), "\u{e9}t\u{e9} xy");
    }

    #[test]
    fn a_cut_font_keeps_the_widths_and_drops_the_rest() {
        let found = ['▲', '☺'].map(|character| drawn(Face::Symbols, character).expect("the face has it"));
        let cut = cut(Face::Symbols, found.iter().map(|found| (found.glyph, String::new())).collect())
            .expect("the face is built in");
        assert!(cut.font.original_bytes.len() < 20_000);
        for found in found {
            let whole = Face::Symbols.with(Loaded::whole).flatten().expect("the face is built in");
            assert_eq!(cut.font.get_glyph_width(cut.number(found.glyph)), whole.get_glyph_width(found.glyph));
        }
    }

    #[test]
    fn what_is_measured_of_the_built_in_faces_is_what_printpdf_draws() {
        for face in [Face::Regular, Face::Bold, Face::Symbols] {
            let whole = face.with(Loaded::whole).flatten().expect("the face is built in");
            for character in (0..0x3000).filter_map(char::from_u32) {
                let glyph = whole.lookup_glyph_index(u32::from(character)).filter(|glyph| *glyph != 0);
                let width = glyph.and_then(|glyph| whole.get_glyph_width(glyph));
                let width = width.map(|width| (f32::from(width) * 1000.0 / f32::from(whole.units_per_em)) as u16);
                let found = face.with(|loaded| loaded.glyph(character)).flatten();
                assert_eq!(found, glyph.zip(width).map(|(glyph, width)| [glyph, width]), "{face:?} {character:?}");
            }
            assert_eq!(face.with(Loaded::weight), Some(whole.pdf_font_metrics.us_weight_class));
        }
    }

    #[test]
    fn letters_join_and_are_read_in_the_order_in_which_they_were_typed() {
        let (pieces, width) = shaped(Face::Regular, "דואר 24 (كتاب) x\u{302}");
        let read: String = pieces.iter().map(|piece| piece.characters.as_str()).collect();
        // From left to right: what runs the other way has its last letter first.
        assert_eq!(read, "(كتاب) 24 דואר x\u{302}".replace("كتاب", "باتك").replace("דואר", "ראוד"));
        let glyph = |of: &str| pieces.iter().find(|piece| piece.characters == of).map(|piece| piece.glyphs[0].number);
        let alone = drawn(Face::Regular, 'ت').map(|found| found.glyph);
        assert!(glyph("ت").is_some() && glyph("ت") != alone, "the middle form is another glyph");
        assert!(pieces.is_sorted_by(|a, b| a.glyphs[0].x <= b.glyphs[0].x) && width > 5_000.0, "{width}");
    }

    #[test]
    fn a_font_of_ones_own_draws_what_the_others_lack_and_only_while_it_is_at_hand() {
        let font = Font::parse("Own", SYMBOLS.to_vec(), 0).expect("a font");
        let faces = |text: &str| text.chars().filter_map(|c| Some(drawn(Face::Regular, c)?.face)).collect::<Vec<_>>();
        assert_eq!(with_own(&[font], || faces("a▲")), [Face::Regular, Face::Own(0)]);
        assert_eq!(faces("a▲"), [Face::Regular, Face::Symbols]);

        assert_eq!(Font::parse("Own", b"no font".to_vec(), 0).err(), Some("is not a TrueType or OpenType font"));
        let mut restricted = SYMBOLS.to_vec();
        let tables = usize::from(restricted[5]);
        let record = (0..tables).map(|table| 12 + 16 * table).find(|at| &restricted[*at..at + 4] == b"OS/2");
        let at = record.expect("the font has this table") + 8;
        let table = u32::from_be_bytes(restricted[at..at + 4].try_into().expect("four bytes")) as usize;
        restricted[table + 8..table + 10].copy_from_slice(&[0, 2]);
        assert_eq!(
            Font::parse("Own", restricted, 0).err(),
            Some("may not be embedded into documents, by its own licence")
        );
    }
}
