//! Names that every sentence on a function uses, made once.

use crate::inventory::Inventory;
use crate::problem::column_letters;
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, Rulebook};

/// Words that every explanation uses, made once.
#[derive(Debug)]
pub(crate) struct Words<'a> {
    /// What is said around them.
    pub(crate) say: &'a Messages,
    /// The names of attributes inside a sentence, by position.
    pub(crate) attributes: Vec<String>,
    /// The letters of the table's columns.
    pub(crate) letters: Vec<String>,
}

impl<'a> Words<'a> {
    pub(crate) fn of(rulebook: &Rulebook, inventory: &Inventory, say: &'a Messages) -> Words<'a> {
        Words {
            say,
            attributes: rulebook.attributes.iter().map(|attribute| say.inside(&attribute.name)).collect(),
            letters: (0..inventory.columns.len() as u16).map(column_letters).collect(),
        }
    }

    /// The names of attributes in a sentence.
    pub(crate) fn names(&self, attributes: &[AttributeId]) -> String {
        let names: Vec<&str> = attributes.iter().map(|id| self.attributes[id.index()].as_str()).collect();
        self.say.listed(&names)
    }
}
