//! Names that the document cannot draw, found before anything is written, so that every output says so.

use std::collections::{BTreeSet, HashSet};

use super::setting::fonts;
use super::write::Design;
use crate::codes::Code;
use crate::inventory::Inventory;
use crate::problem::{Place, Problem};
use crate::rulebook::Rulebook;
use crate::table::Cell;

/// A problem for each different name of a function, a department or a location, and each header, that cannot be drawn.
pub fn undrawn(rulebook: &Rulebook, inventory: &Inventory, design: &Design) -> Vec<Problem> {
    texts(rulebook, inventory, design, |text, place, characters| {
        problem(characters.first().copied().unwrap_or_default(), text, &place())
    })
}

/// The characters of these that cannot be drawn.
pub fn undrawn_characters(rulebook: &Rulebook, inventory: &Inventory, design: &Design) -> BTreeSet<char> {
    texts(rulebook, inventory, design, |_, _, characters| characters.to_vec()).into_iter().flatten().collect()
}

/// What is said of each different text that is shown and cannot be drawn, given its place and the characters.
fn texts<T>(
    rulebook: &Rulebook,
    inventory: &Inventory,
    design: &Design,
    say: impl Fn(&str, &dyn Fn() -> Place, &[char]) -> T,
) -> Vec<T> {
    let roles = &rulebook.roles;
    let shown = [Some(roles.name), roles.department, roles.location];
    let is_shown = |column0: u16| {
        let attribute = inventory.columns[usize::from(column0)].attribute;
        column0 == inventory.name_column0 || attribute.is_some() && shown.contains(&attribute)
    };
    let columns: Vec<u16> = (0..inventory.columns.len() as u16).filter(|column0| is_shown(*column0)).collect();
    let table = inventory.table;
    fonts::with_own(&design.fonts, || {
        let mut found = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        for function in &inventory.functions {
            for &column0 in &columns {
                let Cell::Text(text) = table.value(function.row0, column0) else { continue };
                let text = table.text(text);
                if text.is_ascii() || !seen.insert(text) {
                    continue;
                }
                let characters: Vec<char> = fonts::not_drawn(&fonts::tidy(text.to_owned())).collect();
                if !characters.is_empty() {
                    let header = inventory.columns[usize::from(column0)].header.as_str();
                    found.push(say(text, &|| table.place_of(function.row0, column0).under(header), &characters));
                }
            }
        }
        found
    })
}

/// A text that has a character that no font at hand draws.
fn problem(character: char, text: &str, place: &Place) -> Problem {
    let font = fonts::family_with(character).map_or(String::new(), |family| format!(", such as {family},"));
    Problem::warning(
        Code::NotDrawn,
        place.clone(),
        format!("expected a text that the PDF has a font for, found `{text}`"),
    )
    .help(format!("give a font that has it{font} with `--font FILE`, or look for one among those of this machine with `--font system`"))
}
