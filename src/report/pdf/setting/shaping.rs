//! Texts whose letters cannot be set one by one: cut into stretches of one direction, face and script, and shaped.
//!
//! A line runs from left to right, as the language of the document does, unless no letter of it does. Glyphs come as they
//! stand, from left to right: readers of PDF files turn what runs the other way round themselves.

use std::ops::Range;

use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face as Shaper, Script as ShaperScript, UnicodeBuffer};
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_script::{Script, UnicodeScript};

use super::faces::{Face, find, find_in, is_joiner};

/// A glyph at its place; lengths are thousandths of an em.
#[derive(Clone, Debug)]
pub(crate) struct Glyph {
    /// The face.
    pub(crate) face: Face,
    /// Its number in that face.
    pub(crate) number: u16,
    /// From the start of the line.
    pub(crate) x: f32,
    /// Above the line.
    pub(crate) y: f32,
    /// The width that the face gives it.
    pub(crate) advance: u16,
    /// The bytes of the text that it stands for, maybe together with glyphs next to it.
    cluster: Range<usize>,
    is_reversed: bool,
}

/// Glyphs next to each other, and what they stand for together.
#[derive(Debug)]
pub(crate) struct Piece {
    /// The glyphs.
    pub(crate) glyphs: Vec<Glyph>,
    /// The characters from left to right: the last one first in what runs the other way.
    pub(crate) characters: String,
}

/// A line in pieces, from left to right; and its width.
pub(crate) fn pieces(face: Face, text: &str) -> (Vec<Piece>, f32) {
    let (glyphs, width) = shape(face, text);
    let piece = |cluster: &[Glyph]| {
        let characters = text[cluster[0].cluster.clone()].chars();
        let characters =
            if cluster[0].is_reversed { characters.rev().map(mirrored).collect() } else { characters.collect() };
        Piece { glyphs: cluster.to_vec(), characters }
    };
    (glyphs.chunk_by(|a, b| a.cluster == b.cluster).map(piece).collect(), width)
}

/// What a bracket looks like in a text from right to left.
fn mirrored(character: char) -> char {
    match character {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

/// The glyphs of a line from left to right, and the width of the line. What no face draws is left out.
fn shape(face: Face, text: &str) -> (Vec<Glyph>, f32) {
    let is_left_to_right = text.chars().any(|character| bidi_class(character) == BidiClass::L);
    let bidi = BidiInfo::new(text, is_left_to_right.then(Level::ltr));
    let (mut glyphs, mut x) = (Vec::new(), 0.0);
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_reversed = levels[run.start].is_rtl();
            let mut stretches = stretches(face, text, run);
            if is_reversed {
                stretches.reverse();
            }
            for stretch in stretches {
                x += stretch.set(text, is_reversed, x, &mut glyphs);
            }
        }
    }
    (glyphs, x)
}

/// A part of a text of one direction, face and script.
struct Stretch {
    face: Face,
    script: Script,
    range: Range<usize>,
}

/// Cuts what runs in one direction into stretches; spaces, marks and signs go with what stands before them.
fn stretches(face: Face, text: &str, run: Range<usize>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (at, character) in text[run.clone()].char_indices() {
        let range = run.start + at..run.start + at + character.len_utf8();
        let script = character.script();
        let follows = matches!(script, Script::Common | Script::Inherited);
        if let Some(last) = stretches.last_mut() {
            let is_drawn = is_joiner(character) || find_in(last.face, character).is_some();
            let is_settled = !matches!(last.script, Script::Common | Script::Inherited);
            if is_drawn && (follows || script == last.script || !is_settled) {
                last.range.end = range.end;
                if !is_settled {
                    last.script = script;
                }
                continue;
            }
        }
        if let Some(found) = find(face, character) {
            stretches.push(Stretch { face: found.face, script, range });
        }
    }
    stretches
}

impl Stretch {
    /// Adds its glyphs from `x` on; gives its width.
    fn set(&self, text: &str, is_reversed: bool, x: f32, glyphs: &mut Vec<Glyph>) -> f32 {
        let part = &text[self.range.clone()];
        let set = self.face.with(|loaded| {
            let shaper = Shaper::from_slice(&loaded.bytes, loaded.index)?;
            let mut buffer = UnicodeBuffer::new();
            buffer.push_str(part);
            buffer.set_direction(if is_reversed { Direction::RightToLeft } else { Direction::LeftToRight });
            let tag = Tag::from_bytes_lossy(self.script.short_name().as_bytes());
            buffer.set_script(ShaperScript::from_iso15924_tag(tag)?);
            let shaped = rustybuzz::shape(&shaper, &[], buffer);
            let scale = 1000.0 / shaper.units_per_em() as f32;
            let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
            starts.sort_unstable();
            starts.dedup();
            let mut at = 0.0;
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                let start = info.cluster as usize;
                let end = starts.iter().find(|other| **other > start).copied().unwrap_or(part.len());
                let number = info.glyph_id as u16;
                glyphs.push(Glyph {
                    face: self.face,
                    number,
                    x: x + (at + position.x_offset as f32) * scale,
                    y: position.y_offset as f32 * scale,
                    advance: loaded.thousandths(number).unwrap_or(0),
                    cluster: self.range.start + start..self.range.start + end,
                    is_reversed,
                });
                at += position.x_advance as f32;
            }
            Some(at * scale)
        });
        set.flatten().unwrap_or(0.0)
    }
}
