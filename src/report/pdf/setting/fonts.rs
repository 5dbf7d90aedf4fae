//! The faces of the document: how wide a text is, which face draws a character, and the cut-down font programs.
//!
//! Widths are whole thousandths of an em, cut off as printpdf cuts them off, so that what is measured is what is drawn.
//! Shaping and kerning are left out: Latin, Greek, Cyrillic and Han read well without. Scripts that do not, because they
//! run from right to left or join their letters, are not drawn at all: drawn letter by letter they would be wrong.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::subset::{CmapTarget, SubsetProfile, subset};
use allsorts::tables::FontTableProvider;
use allsorts::tag;
use printpdf::ParsedFont;
use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::report::words::quotes::in_print;

/// What is drawn in place of a character that no face holds.
const REPLACEMENT: char = '\u{FFFD}';
/// Characters below this have their widths in a table: everything Latin.
const TABULATED: usize = 0x250;

/// A face that a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// The font that the user gave, for what the Noto faces lack.
    Own,
    /// `DejaVu` Sans, for what all others lack.
    Symbols,
}

impl Face {
    /// Does something with the parsed face; none where the user gave no font.
    fn with<T>(self, work: impl FnOnce(&Loaded) -> T) -> Option<T> {
        static REGULAR: LazyLock<Loaded> = LazyLock::new(|| {
            Loaded::built_in("NotoSans-Regular", include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf"))
        });
        static BOLD: LazyLock<Loaded> = LazyLock::new(|| {
            Loaded::built_in("NotoSans-Bold", include_bytes!("../../../../templates/fonts/NotoSans-Bold.ttf"))
        });
        static SYMBOLS: LazyLock<Loaded> = LazyLock::new(|| {
            Loaded::built_in("DejaVuSans", include_bytes!("../../../../templates/fonts/DejaVuSans.ttf"))
        });
        match self {
            Face::Regular => Some(work(&REGULAR)),
            Face::Bold => Some(work(&BOLD)),
            Face::Symbols => Some(work(&SYMBOLS)),
            Face::Own => OWN.with_borrow(|own| own.as_ref().map(|font| work(&font.0))),
        }
    }
}

thread_local! {
    /// The user's font while a document is made. Styles are constants and every text is measured by one, so this alone
    /// is not handed from function to function.
    static OWN: RefCell<Option<Font>> = const { RefCell::new(None) };
}

/// Does some work with a font of the user's at hand.
pub(crate) fn with_own<T>(font: Option<&Font>, work: impl FnOnce() -> T) -> T {
    let before = OWN.replace(font.cloned());
    let done = work();
    OWN.set(before);
    done
}

/// A font of the user's.
#[derive(Clone)]
pub struct Font(Arc<Loaded>);

impl Font {
    /// Reads a TrueType or OpenType font, which the document calls `name`; of a collection, the first.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn parse(name: &str, bytes: Vec<u8>) -> Result<Font, &'static str> {
        let unreadable = "is not a TrueType or OpenType font";
        {
            let file = ReadScope::new(&bytes).read::<FontData<'_>>().map_err(|_| unreadable)?;
            let provider = file.table_provider(0).map_err(|_| unreadable)?;
            let os2 = provider.table_data(tag::OS_2).ok().flatten().unwrap_or_default();
            // The permission to embed: restricted, or no cut-down copies (OpenType, OS/2, fsType).
            let permission = os2.get(8..10).map_or(0, |bytes| u16::from_be_bytes([bytes[0], bytes[1]]));
            if permission & 0x000F == 0x0002 || permission & 0x0100 != 0 {
                return Err("may not be embedded into documents, by its own licence");
            }
        }
        let loaded = Loaded::parse(name, Cow::Owned(bytes)).ok_or(unreadable)?;
        if loaded.advance(' ').is_none() && loaded.advance('\u{3000}').is_none() {
            return Err("does not say which characters its glyphs are");
        }
        Ok(Font(Arc::new(loaded)))
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Font").field(&self.0.name).finish()
    }
}

/// A face as parsed.
struct Loaded {
    name: String,
    bytes: Cow<'static, [u8]>,
    font: ParsedFont,
    tabulated: Vec<Option<u16>>,
}

impl Loaded {
    fn built_in(name: &str, bytes: &'static [u8]) -> Self {
        Loaded::parse(name, Cow::Borrowed(bytes)).expect("the fonts are part of the program")
    }

    fn parse(name: &str, bytes: Cow<'static, [u8]>) -> Option<Self> {
        let font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())?;
        // As a PDF may call it.
        let name = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let mut loaded = Loaded { name, bytes, font, tabulated: Vec::new() };
        loaded.tabulated = (0..TABULATED as u32).map(|code| loaded.look_up(code)).collect();
        Some(loaded)
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

/// The face that draws a character, and its width there; none if no face holds it, or if it cannot stand by itself.
fn find(face: Face, character: char) -> Option<(Face, u16)> {
    if needs_shaping(character) {
        return None;
    }
    let faces = [face, Face::Own, Face::Symbols];
    faces.into_iter().find_map(|face| Some((face, face.with(|loaded| loaded.advance(character)).flatten()?)))
}

/// Whether a character is of a script that runs from right to left, or whose letters join, stack or change places.
pub(crate) fn needs_shaping(character: char) -> bool {
    matches!(u32::from(character),
        // Hebrew to the extensions of Arabic, then the scripts of South Asia up to Sinhala.
        0x0590..=0x08FF | 0x0900..=0x0DFF
        // Tibetan and Burmese; Khmer, Mongolian and their neighbours; the Philippine scripts before them do as they are.
        | 0x0F00..=0x109F | 0x1780..=0x18AF | 0x1900..=0x1CFF
        // Forms of Hebrew and Arabic letters, but for the byte order mark.
        | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE
        // Right to left, then Brahmic, then right to left again.
        | 0x10800..=0x10FFF | 0x11000..=0x11FFF | 0x1E800..=0x1EFFF)
}

/// A family of fonts that anybody may have and that has a character; none where there is no one family for its script.
pub(crate) fn family_with(character: char) -> Option<&'static str> {
    match u32::from(character) {
        // Kana, Hangul and Han, in full width and above the first plane.
        0x1100..=0x11FF
        | 0x2E80..=0x9FFF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7FF
        | 0xF900..=0xFAFF
        | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF => Some("Noto Sans CJK"),
        0x2600..=0x27BF | 0x1F000..=0x1FAFF => Some("Noto Emoji"),
        0x0E00..=0x0E7F => Some("Noto Sans Thai"),
        0x1200..=0x139F => Some("Noto Sans Ethiopic"),
        _ => None,
    }
}

/// The characters of a text that are not drawn.
pub(crate) fn not_drawn(text: &str) -> impl Iterator<Item = char> {
    // The replacement itself is what the text says.
    text.chars().filter(|character| !character.is_ascii() && find(Face::Regular, *character).is_none())
}

/// The width of a character in points.
pub(crate) fn character_width(face: Face, size: f32, character: char) -> f32 {
    let advance = find(face, character).or_else(|| find(face, REPLACEMENT)).map_or(0, |found| found.1);
    f32::from(advance) * size / 1000.0
}

/// The width of a text in points.
pub(crate) fn width(face: Face, size: f32, text: &str) -> f32 {
    text.chars().map(|character| character_width(face, size, character)).sum()
}

/// A text as it is printed: with composed accents, with spaces for control characters, and without characters that are never seen.
pub(crate) fn tidy(text: String) -> String {
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte) && byte != b'`') {
        return text;
    }
    let text = in_print(&text);
    let kept = text.chars().filter(|character| !is_invisible(*character));
    let spaced: String = kept.map(|character| if character.is_control() { ' ' } else { character }).collect();
    if is_nfc(&spaced) { spaced } else { spaced.nfc().collect() }
}

/// Joiners, direction marks and variation selectors: they steer shaping, which is not done here.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// Cuts a text into runs of one face each; characters that are not drawn are replaced.
pub(crate) fn runs(face: Face, text: &str) -> Vec<(Face, String)> {
    let mut runs: Vec<(Face, String)> = Vec::new();
    for character in text.chars() {
        let (found, drawn) = match find(face, character) {
            Some((found, _)) => (found, character),
            None => (find(face, REPLACEMENT).map_or(face, |found| found.0), REPLACEMENT),
        };
        match runs.last_mut() {
            Some((last, run)) if *last == found => run.push(drawn),
            _ => runs.push((found, drawn.to_string())),
        }
    }
    runs
}

/// The font program with the glyphs of these characters only, named with a tag made from them; none where there is no
/// such face.
pub(crate) fn cut(face: Face, characters: &BTreeSet<char>) -> Option<ParsedFont> {
    face.with(|loaded| {
        let glyph = |character: char| loaded.font.lookup_glyph_index(character as u32).unwrap_or(0);
        let glyphs: BTreeSet<u16> = std::iter::once(0).chain(characters.iter().map(|c| glyph(*c))).collect();
        let glyphs: Vec<u16> = glyphs.into_iter().collect();
        let mut font = subset_program(&loaded.bytes, &glyphs)
            .and_then(|bytes| ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()))
            .unwrap_or_else(|| loaded.font.clone());
        // The cut font numbers its glyphs in the order asked for; its own character map may leave some out.
        if font.original_bytes.len() < loaded.bytes.len() {
            let new_index = |character: char| glyphs.binary_search(&glyph(character)).unwrap_or(0) as u16;
            font.codepoint_to_glyph = characters.iter().map(|c| (*c as u32, new_index(*c))).collect();
        }
        font.pdf_font_metrics.us_weight_class = loaded.font.pdf_font_metrics.us_weight_class;
        font.font_name = Some(format!("{}+{}", tag_of(characters), loaded.name));
        font
    })
}

fn subset_program(bytes: &[u8], glyphs: &[u16]) -> Option<Vec<u8>> {
    let file = ReadScope::new(bytes).read::<FontData<'_>>().ok()?;
    let provider = file.table_provider(0).ok()?;
    subset(&provider, glyphs, &SubsetProfile::Pdf, CmapTarget::Unicode).ok()
}

/// Six capitals that tell one subset from another, as ISO 32000-1, 9.6.4 asks for.
fn tag_of(characters: &BTreeSet<char>) -> String {
    let digest = Sha256::digest(characters.iter().collect::<String>().as_bytes());
    digest.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_runs_and_what_no_face_draws_is_told() {
        let text = "Ωμ Жду ▲ 結 שלום";
        let drawn = runs(Face::Bold, text);
        let symbols: Vec<&str> =
            drawn.iter().filter(|(face, _)| *face == Face::Symbols).map(|(_, text)| text.as_str()).collect();
        assert_eq!(symbols.first(), Some(&"▲"));
        assert!(drawn.iter().any(|(_, text)| text.contains(REPLACEMENT)));
        // The symbols' font has Hebrew letters, but nobody could read them in this order.
        assert_eq!(not_drawn(text).collect::<String>(), "結שלום");
        assert_eq!(not_drawn("\u{FFFD} ordering").count(), 0);
    }

    #[test]
    fn accents_are_composed_and_control_characters_are_spaces() {
        assert_eq!(tidy("e\u{301}t\u{e9}\tx\u{200b}y".to_owned()), "\u{e9}t\u{e9} xy");
    }

    #[test]
    fn a_cut_font_keeps_the_widths_and_drops_the_rest() {
        let font = cut(Face::Symbols, &BTreeSet::from(['▲', '☺'])).expect("the face is built in");
        assert!(font.original_bytes.len() < 20_000);
        for character in ['▲', '☺'] {
            let glyph = font.lookup_glyph_index(character as u32).expect("the glyph was kept");
            let width = Face::Symbols.with(|whole| {
                let original = whole.font.lookup_glyph_index(character as u32).expect("the glyph is there");
                whole.font.get_glyph_width(original)
            });
            assert_eq!(font.get_glyph_width(glyph), width.flatten());
        }
    }

    #[test]
    fn a_font_of_ones_own_draws_what_the_others_lack_and_only_while_it_is_at_hand() {
        let bytes = include_bytes!("../../../../templates/fonts/DejaVuSans.ttf").to_vec();
        let font = Font::parse("Own", bytes.clone()).expect("a font");
        let faces = |text: &str| runs(Face::Regular, text).into_iter().map(|(face, _)| face).collect::<Vec<_>>();
        assert_eq!(with_own(Some(&font), || faces("a▲")), [Face::Regular, Face::Own]);
        assert_eq!(faces("a▲"), [Face::Regular, Face::Symbols]);

        assert_eq!(Font::parse("Own", b"no font".to_vec()).err(), Some("is not a TrueType or OpenType font"));
        let mut restricted = bytes;
        let tables = usize::from(restricted[5]);
        let record = (0..tables).map(|table| 12 + 16 * table).find(|at| &restricted[*at..at + 4] == b"OS/2");
        let at = record.expect("the font has this table") + 8;
        let table = u32::from_be_bytes(restricted[at..at + 4].try_into().expect("four bytes")) as usize;
        restricted[table + 8..table + 10].copy_from_slice(&[0, 2]);
        assert_eq!(
            Font::parse("Own", restricted).err(),
            Some("may not be embedded into documents, by its own licence")
        );
    }
}
