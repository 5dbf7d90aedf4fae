//! Names that the document cannot draw, found before anything is written, so that every output says so.

use std::collections::HashSet;

use super::setting::fonts;
use super::write::Design;
use crate::codes::Code;
use crate::inventory::Inventory;
use crate::problem::{Place, Problem};
use crate::rulebook::Rulebook;
use crate::table::Cell;

/// Why a text cannot be drawn.
#[derive(Clone, Copy)]
enum Why {
    /// No font at hand has its characters.
    Missing(char),
    /// Its script runs from right to left, or joins its letters.
    Unshaped,
}

/// A problem for each different name of a function, a department or a location, and each header, that cannot be drawn.
pub fn undrawn(rulebook: &Rulebook, inventory: &Inventory, design: &Design) -> Vec<Problem> {
    let roles = &rulebook.roles;
    let shown = [Some(roles.name), roles.department, roles.location];
    let is_shown = |column0: u16| {
        let attribute = inventory.columns[usize::from(column0)].attribute;
        column0 == inventory.name_column0 || attribute.is_some() && shown.contains(&attribute)
    };
    let columns: Vec<u16> = (0..inventory.columns.len() as u16).filter(|column0| is_shown(*column0)).collect();
    let table = inventory.table;
    fonts::with_own(design.font.as_ref(), || {
        let mut problems = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        for function in &inventory.functions {
            for &column0 in &columns {
                let Cell::Text(text) = table.value(function.row0, column0) else { continue };
                let text = table.text(text);
                if text.is_ascii() || !seen.insert(text) {
                    continue;
                }
                if let Some(why) = why(text) {
                    let place = table.place_of(function.row0, column0);
                    let header = inventory.columns[usize::from(column0)].header.as_str();
                    problems.push(problem(why, text, &place.under(header)));
                }
            }
        }
        problems
    })
}

fn problem(why: Why, text: &str, place: &Place) -> Problem {
    let (expected, help) = match why {
        Why::Missing(character) => {
            let font = fonts::family_with(character).map_or(String::new(), |family| format!(", such as {family},"));
            ("a text that the PDF has a font for", format!("give a font that has it{font} with `--font FILE`"))
        }
        Why::Unshaped => (
            "a text whose script the PDF can set",
            "no font can mend this; the PDF names the function by its id or its row".to_owned(),
        ),
    };
    Problem::warning(Code::NotDrawn, place.clone(), format!("expected {expected}, found `{text}`")).help(help)
}

/// Why a text cannot be drawn; none where it can.
fn why(text: &str) -> Option<Why> {
    let text = fonts::tidy(text.to_owned());
    let mut undrawn = fonts::not_drawn(&text);
    let first = undrawn.next()?;
    let is_unshaped = std::iter::once(first).chain(undrawn).any(fonts::needs_shaping);
    Some(if is_unshaped { Why::Unshaped } else { Why::Missing(first) })
}
