//! How the synonyms of a rulebook are spelt, for headers that name one but for a typing error.

use super::meaning::Synonym;
use crate::rulebook::Rulebook;

/// How a synonym is spelt.
pub(super) struct Spelling<'r> {
    pub(super) text: String,
    /// In characters.
    pub(super) length: usize,
    /// Its words in the order of the alphabet.
    pub(super) sorted: Vec<&'r String>,
    pub(super) synonym: Synonym<'r>,
}

/// Words in the order of the alphabet.
pub(super) fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_unstable();
    words
}

/// How the synonyms of a rulebook are spelt.
pub(super) fn spellings(rulebook: &Rulebook) -> Vec<Spelling<'_>> {
    let mut spellings = Vec::new();
    for (attribute, of) in rulebook.attribute_ids() {
        let Some(rule) = of.rule() else { continue };
        for (preference, words) in rule.headers.iter().enumerate() {
            let text = words.join(" ");
            let synonym = Synonym { attribute, preference, rule, is_channel: false };
            spellings.push(Spelling { length: text.chars().count(), text, sorted: sorted(words), synonym });
        }
    }
    spellings
}

/// Whether two texts differ by one letter, or by two that changed places.
pub(super) fn is_one_edit(one: &str, other: &str) -> bool {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let at = (0..=same).rev().find(|at| one.is_char_boundary(*at) && other.is_char_boundary(*at)).unwrap_or(0);
    let (one, other) = (&one[at..], &other[at..]);
    let behind = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    let (first, second) = (&one[behind(one)..], &other[behind(other)..]);
    let are_swapped = || {
        let (mut one, mut other) = (one.chars(), other.chars());
        let (a, b) = (one.next(), one.next());
        a.is_some() && b.is_some() && (other.next(), other.next()) == (b, a) && one.as_str() == other.as_str()
    };
    one != other && (first == second || first == other || one == second || are_swapped())
}
