//! What is a name of somebody else who does the work, in a column of providers. What is not known to be one is said, and open.

use std::collections::HashSet;

use crate::rulebook::text::words;
use crate::rulebook::{LevelScale, Origin, Reading, Rulebook, in_brackets};
use crate::table::TextId;

/// What is no name in a column of providers.
pub(super) struct Providers {
    /// The folded names of the company's own departments and owners.
    own: HashSet<String>,
    /// Whole texts of one word that mean something in inventories.
    known: HashSet<String>,
    /// Words of all such texts. A name has another besides.
    common: HashSet<String>,
    /// Texts that several other columns hold as well, whatever these are about.
    elsewhere: HashSet<TextId>,
}

impl Providers {
    /// Of a table with these names of its own, and these texts that stand elsewhere too.
    pub(super) fn of(rulebook: &Rulebook, own: HashSet<String>, elsewhere: HashSet<TextId>) -> Providers {
        let texts = known_texts(rulebook);
        let is_word = |word: &&String| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
        let common = texts.iter().flatten().filter(is_word).cloned().collect();
        let known = texts.into_iter().filter_map(|mut text| text.pop().filter(|_| text.is_empty())).collect();
        Providers { own, known, common, elsewhere }
    }

    /// Whether a text that holds no answer can be a provider's name.
    pub(super) fn may_be(&self, id: TextId, folded: &str) -> bool {
        // `x` is a mark.
        let has_letters = folded.chars().filter(|letter| letter.is_alphanumeric()).count() > 1;
        let words = words(folded);
        let is_common = match words.as_slice() {
            [only] => self.known.contains(only),
            several => several.iter().all(|word| self.common.contains(word)),
        };
        let is_other = in_brackets(folded).is_some() || self.own.contains(folded) || self.elsewhere.contains(&id);
        has_letters && !is_common && !is_other
    }
}

/// The texts that headers and answers are made of, each as words.
fn known_texts(rulebook: &Rulebook) -> Vec<Vec<String>> {
    let Reading { fillers, no_data, nothing, more, less, reservations, at_most, between, .. } = &rulebook.reading;
    let Reading { notes, parts, channels, stand_ins, .. } = &rulebook.reading;
    let lists = [fillers, no_data, nothing, more, less, reservations, at_most, between, stand_ins];
    let mut known: Vec<Vec<String>> = lists.into_iter().flatten().map(|text| words(text)).collect();
    known.extend([notes, channels].into_iter().chain(parts).flatten().cloned());
    for attribute in &rulebook.attributes {
        let Origin::Column(rule) = &attribute.origin else { continue };
        known.extend([&rule.headers, &rule.outsiders].into_iter().flatten().cloned());
        let answers = rule.kind.levels().into_iter().flat_map(|LevelScale { words, .. }| words.keys());
        known.extend(answers.map(|answer| words(answer)));
    }
    known
}
