//! The faces of the document: which face draws a character, how wide it is there, and which scripts a face can set.
//!
//! Widths are whole thousandths of an em, cut off as printpdf cuts them off, so that what is measured is what is drawn.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use allsorts::binary::read::ReadScope;
use allsorts::font_data::FontData;
use allsorts::tables::FontTableProvider;
use allsorts::tag;
use printpdf::ParsedFont;
use rustybuzz::ttf_parser::{self, GlyphId, Tag};
use unicode_script::{Script, UnicodeScript};

/// Characters below this have their glyphs and widths in a table: everything Latin.
const TABULATED: usize = 0x250;

/// A face that a text is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// A font that the user gave, by its position, for what the Noto faces lack.
    Own(u8),
    /// `DejaVu` Sans, for what all others lack.
    Symbols,
}

impl Face {
    /// Does something with the parsed face; none where the user gave no such font.
    pub(super) fn with<T>(self, work: impl FnOnce(&Loaded) -> T) -> Option<T> {
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
            Face::Own(position) => OWN.with_borrow(|own| own.get(usize::from(position)).map(|font| work(&font.0))),
        }
    }
}

thread_local! {
    /// The user's fonts while a document is made. Styles are constants and every text is measured by one, so this alone
    /// is not handed from function to function.
    static OWN: RefCell<Vec<Font>> = const { RefCell::new(Vec::new()) };
}

/// Does some work with the user's fonts at hand.
pub(crate) fn with_own<T>(fonts: &[Font], work: impl FnOnce() -> T) -> T {
    let before = OWN.replace(fonts.to_vec());
    let done = work();
    OWN.set(before);
    done
}

/// A font of the user's.
#[derive(Clone)]
pub struct Font(Arc<Loaded>);

impl Font {
    /// Reads a TrueType or OpenType font, which the document calls `name`; of a collection, the one at `index`.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn parse(name: &str, bytes: Vec<u8>, index: u32) -> Result<Font, &'static str> {
        let unreadable = "is not a TrueType or OpenType font";
        {
            let file = ReadScope::new(&bytes).read::<FontData<'_>>().map_err(|_| unreadable)?;
            let provider = file.table_provider(index as usize).map_err(|_| unreadable)?;
            let os2 = provider.table_data(tag::OS_2).ok().flatten().unwrap_or_default();
            // The permission to embed: restricted, or no cut-down copies (OpenType, OS/2, fsType).
            let permission = os2.get(8..10).map_or(0, |bytes| u16::from_be_bytes([bytes[0], bytes[1]]));
            if permission & 0x000F == 0x0002 || permission & 0x0100 != 0 {
                return Err("may not be embedded into documents, by its own licence");
            }
        }
        let loaded = Loaded::parse(name, Cow::Owned(bytes), index).ok_or(unreadable)?;
        if loaded.glyph(' ').is_none() && loaded.glyph('\u{3000}').is_none() {
            return Err("does not say which characters its glyphs are");
        }
        Ok(Font(Arc::new(loaded)))
    }

    /// How many of these characters it can set.
    pub fn sets(&self, characters: &BTreeSet<char>) -> usize {
        characters.iter().filter(|c| self.0.glyph(**c).is_some() && self.0.sets(**c)).count()
    }
}

impl fmt::Debug for Font {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Font").field(&self.0.name).finish()
    }
}

/// A face as parsed.
pub(super) struct Loaded {
    pub(super) name: String,
    pub(super) bytes: Cow<'static, [u8]>,
    /// Its position in a collection of fonts.
    pub(super) index: u32,
    glyphs: Glyphs,
    /// The scripts whose letters it can join, stack or move.
    scripts: BTreeSet<Tag>,
    tabulated: Vec<Option<[u16; 2]>>,
}

/// Where the glyphs of characters and their widths are looked up.
enum Glyphs {
    /// In the tables of a font that is built in, where they stand: taking it apart takes as long as a small inventory does.
    BuiltIn(Box<ttf_parser::Face<'static>>),
    /// In a font of the user's, as printpdf takes it apart.
    Own(Box<ParsedFont>),
}

impl Loaded {
    fn built_in(name: &str, bytes: &'static [u8]) -> Self {
        let face = ttf_parser::Face::parse(bytes, 0).expect("the fonts are part of the program");
        Loaded::of(name, Cow::Borrowed(bytes), 0, Glyphs::BuiltIn(Box::new(face)))
    }

    fn parse(name: &str, bytes: Cow<'static, [u8]>, index: u32) -> Option<Self> {
        let font = ParsedFont::from_bytes(&bytes, index as usize, &mut Vec::new())?;
        Some(Loaded::of(name, bytes, index, Glyphs::Own(Box::new(font))))
    }

    fn of(name: &str, bytes: Cow<'static, [u8]>, index: u32, glyphs: Glyphs) -> Self {
        let tables = ttf_parser::Face::parse(&bytes, index).ok();
        let substitutions = tables.as_ref().and_then(|face| face.tables().gsub);
        let scripts = substitutions.iter().flat_map(|table| table.scripts).map(|script| script.tag).collect();
        // As a PDF may call it.
        let name = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let mut loaded = Loaded { name, bytes, index, glyphs, scripts, tabulated: Vec::new() };
        loaded.tabulated = (0..TABULATED as u32).map(|code| loaded.look_up(code)).collect();
        loaded
    }

    /// All of it, as printpdf takes it apart.
    pub(super) fn whole(&self) -> Option<ParsedFont> {
        match &self.glyphs {
            Glyphs::BuiltIn(_) => ParsedFont::from_bytes(&self.bytes, self.index as usize, &mut Vec::new()),
            Glyphs::Own(font) => Some(font.as_ref().clone()),
        }
    }

    /// How bold it is, from 1 to 1000.
    pub(super) fn weight(&self) -> u16 {
        match &self.glyphs {
            Glyphs::BuiltIn(face) => face.weight().to_number(),
            Glyphs::Own(font) => font.pdf_font_metrics.us_weight_class,
        }
    }

    /// The glyph of a character, and its width in thousandths of an em; none if the face lacks it.
    pub(super) fn glyph(&self, character: char) -> Option<[u16; 2]> {
        let code = character as u32;
        match self.tabulated.get(code as usize) {
            Some(found) => *found,
            None => self.look_up(code),
        }
    }

    fn look_up(&self, code: u32) -> Option<[u16; 2]> {
        let glyph = match &self.glyphs {
            Glyphs::BuiltIn(face) => face.glyph_index(char::from_u32(code)?).map(|glyph| glyph.0),
            Glyphs::Own(font) => font.lookup_glyph_index(code),
        };
        let glyph = glyph.filter(|glyph| *glyph != 0)?;
        Some([glyph, self.thousandths(glyph)?])
    }

    /// The width of a glyph in thousandths of an em.
    pub(super) fn thousandths(&self, glyph: u16) -> Option<u16> {
        let (width, units) = match &self.glyphs {
            Glyphs::BuiltIn(face) => (face.glyph_hor_advance(GlyphId(glyph))?, face.units_per_em()),
            Glyphs::Own(font) => (font.get_glyph_width(glyph)?, font.units_per_em),
        };
        Some((f32::from(width) * 1000.0 / f32::from(units)) as u16)
    }

    /// Whether it sets a character as its script wants it: letters that join or move need rules of the font for that.
    fn sets(&self, character: char) -> bool {
        if !needs_shaping(character) {
            return true;
        }
        match character.script() {
            Script::Latin
            | Script::Greek
            | Script::Cyrillic
            | Script::Common
            | Script::Inherited
            | Script::Hebrew
            | Script::Thaana
            | Script::Samaritan
            | Script::Thai
            | Script::Lao => true,
            script => tags(script).iter().any(|tag| self.scripts.contains(tag)),
        }
    }
}

/// What OpenType calls a script in its first and in its second form.
fn tags(script: Script) -> [Tag; 2] {
    let name = script.short_name().to_ascii_lowercase();
    let second = match name.as_str() {
        "beng" => "bng2".to_owned(),
        "gujr" => "gjr2".to_owned(),
        "mlym" => "mlm2".to_owned(),
        "nkoo" => "nko ".to_owned(),
        "taml" => "tml2".to_owned(),
        name => name.chars().take(3).chain(['2']).collect(),
    };
    [&name, &second].map(|tag| Tag::from_bytes_lossy(tag.as_bytes()))
}

/// What draws a character.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// The face.
    pub(crate) face: Face,
    /// The glyph in that face.
    pub(crate) glyph: u16,
    /// Its width in thousandths of an em.
    pub(crate) advance: u16,
}

/// What draws a character of a text in some face; none if no face at hand can.
pub(crate) fn find(face: Face, character: char) -> Option<Found> {
    find_in(face, character).or_else(|| {
        let own = OWN.with_borrow(Vec::len) as u8;
        (0..own).map(Face::Own).chain([Face::Symbols]).find_map(|face| find_in(face, character))
    })
}

/// The same in one face alone.
pub(super) fn find_in(face: Face, character: char) -> Option<Found> {
    let found = face.with(|loaded| loaded.glyph(character).filter(|_| loaded.sets(character))).flatten();
    found.map(|[glyph, advance]| Found { face, glyph, advance })
}

/// Whether a character cannot be drawn by itself: its script runs from right to left, its letters join, stack or change
/// places, or it is a mark on another.
pub(crate) fn needs_shaping(character: char) -> bool {
    matches!(u32::from(character),
        // Marks; Hebrew to the extensions of Arabic, then the scripts of South Asia, Thai and Lao.
        0x0300..=0x036F | 0x0590..=0x08FF | 0x0900..=0x0EFF
        // Tibetan and Burmese; Khmer, Mongolian and their neighbours; the Philippine scripts before them do as they are.
        | 0x0F00..=0x109F | 0x1780..=0x18AF | 0x1900..=0x1CFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF
        // More of South and South-East Asia, but for Hangul.
        | 0xA800..=0xA95F | 0xA980..=0xAADF | 0xABC0..=0xABFF
        // Forms of Hebrew and Arabic letters, but for the byte order mark; more marks.
        | 0xFB1D..=0xFDFF | 0xFE20..=0xFE2F | 0xFE70..=0xFEFE
        // Right to left, then Brahmic, then right to left again.
        | 0x10800..=0x10FFF | 0x11000..=0x11FFF | 0x1E800..=0x1EFFF)
}

/// Characters that are never seen, but tell how their neighbours join.
pub(crate) fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

/// A family of fonts that anybody may have and that has a character; none where there is no one family for its script.
pub(crate) fn family_with(character: char) -> Option<String> {
    let code = u32::from(character);
    match character.script() {
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Some("Noto Sans CJK".to_owned())
        }
        _ if matches!(code, 0x3000..=0x303F | 0xFF00..=0xFFEF) => Some("Noto Sans CJK".to_owned()),
        _ if matches!(code, 0x2600..=0x27BF | 0x1F000..=0x1FAFF) => Some("Noto Emoji".to_owned()),
        Script::Common | Script::Inherited | Script::Unknown => None,
        script => Some(format!("Noto Sans {}", script.full_name().replace('_', " "))),
    }
}
