//! The words by which a line around a table speaks of a scale, whether or not it is understood.

use super::text::{WordSet, fold, words};
use super::toml_tables::{Loader, Table};

/// The keys of these words in `[reading]`.
pub(super) const LEGENDS: [&str; 5] = ["scale_words", "orders", "the_more", "numerals", "importance"];

/// Words of legends. Texts are folded.
#[derive(Clone, Debug, Default)]
pub struct Legends {
    /// Words for a scale and for the numbers on it.
    pub scale_words: WordSet<String>,
    /// Words that put numbers in order, or turn their order round.
    pub orders: WordSet<String>,
    /// What the halves of `the more, the more` begin with, each as words.
    pub the_more: Vec<Vec<String>>,
    /// Words for the numbers that scales end with.
    pub numerals: WordSet<String>,
    /// Words for how much something matters.
    pub importance: WordSet<String>,
}

impl<'t> Loader<'t> {
    pub(super) fn legends(&mut self, reading: &Table<'t>) -> Legends {
        let mut set = |key| self.texts(reading, key).iter().map(|(text, _)| fold(text)).collect();
        let [scale_words, orders, numerals, importance] =
            ["scale_words", "orders", "numerals", "importance"].map(&mut set);
        Legends { scale_words, orders, the_more: self.phrases(reading, "the_more", words), numerals, importance }
    }
}
