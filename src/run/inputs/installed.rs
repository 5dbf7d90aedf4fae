//! Fonts of this machine that draw what the built-in ones lack, where that was asked for.
//!
//! What is found differs from machine to machine, and so does the summary: a run is the same everywhere with `--font FILE`.

use std::collections::BTreeSet;

use fontdb::{Database, FaceInfo, Stretch, Style, Weight};

use crate::report::pdf::Font;

/// No document needs more.
const MOST_FONTS: usize = 8;
/// The most fonts that are opened for it.
const MOST_TRIED: usize = 400;

/// The fonts that together draw most of these characters, those for most of them first.
pub(super) fn fonts(mut wanted: BTreeSet<char>) -> Vec<Font> {
    let mut found = Vec::new();
    if wanted.is_empty() {
        return found;
    }
    let mut fonts: Vec<Font> = candidates();
    while found.len() < MOST_FONTS {
        let best = fonts.iter().enumerate().max_by_key(|(place, font)| (font.sets(&wanted), usize::MAX - place));
        let Some((place, _)) = best.filter(|(_, font)| font.sets(&wanted) > 0) else { break };
        let font = fonts.swap_remove(place);
        wanted.retain(|character| font.sets(&BTreeSet::from([*character])) == 0);
        found.push(font);
    }
    found
}

/// The upright fonts of usual weight, plain ones first, in an order that depends on their names alone.
fn candidates() -> Vec<Font> {
    let mut database = Database::new();
    database.load_system_fonts();
    let is_usual = |face: &&FaceInfo| {
        face.style == Style::Normal && face.weight == Weight::NORMAL && face.stretch == Stretch::Normal
    };
    let mut faces: Vec<&FaceInfo> = database.faces().filter(is_usual).collect();
    let family = |face: &FaceInfo| face.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
    faces.sort_by_cached_key(|face| {
        let family = family(face);
        (face.monospaced, !family.contains("Sans"), family, face.post_script_name.clone(), face.index)
    });
    faces.truncate(MOST_TRIED);
    let parse = |face: &FaceInfo| {
        let parsed = database
            .with_face_data(face.id, |bytes, index| Font::parse(&face.post_script_name, bytes.to_vec(), index).ok());
        parsed.flatten()
    };
    faces.into_iter().filter_map(parse).collect()
}
