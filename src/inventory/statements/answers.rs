//! Headers that are an answer themselves: `Is it outsourced?`

use crate::rulebook::text::{bracketed, fold, header_words, words};
use crate::rulebook::{LevelScale, Points, Reading};

/// What a yes means under a header that is a word of an attribute which is so or not, and no more: the level of `outsourced`
/// under `Is it outsourced?`, and that of `bespoke` under `Bespoke (Y/N)`. A no means the opposite.
pub(in crate::inventory) fn yes_means(header: &str, scale: &LevelScale, reading: &Reading) -> Option<Points> {
    if scale.either_or.is_empty() {
        return None;
    }
    said(header, scale, reading, |word| scale.so_or_not(word))
}

/// Whether a header is a word of a scale, and no more.
pub(in crate::inventory) fn is_word(header: &str, scale: &LevelScale, reading: &Reading) -> bool {
    said(header, scale, reading, |word| scale.words.contains_key(word).then_some(())).is_some()
}

/// What a header is, where it is a word of a scale that is something, and no more.
fn said<T>(header: &str, scale: &LevelScale, reading: &Reading, of: impl Fn(&str) -> Option<T>) -> Option<T> {
    const MOST_WORDS: usize = 8;
    let said = header_words(header);
    let is_answer = |word: &String| reading.answers.contains_key(word);
    if said.len() > MOST_WORDS || header.contains(['=', ':']) || !words(&bracketed(header)).iter().all(is_answer) {
        return None;
    }
    if holds_code(header, reading) {
        return None;
    }
    // What is not fully so may be partly so.
    let says_nothing = |word: &String| {
        let lists = [&reading.neutral, &reading.is, &scale.beside];
        lists.iter().any(|list| list.contains(word)) && !reading.strengtheners.contains(word)
    };
    let ranges = (0..said.len()).flat_map(|from| (from + 1..=said.len()).map(move |to| from..to));
    ranges
        .filter(|range| said[..range.start].iter().chain(&said[range.end..]).all(says_nothing))
        .find_map(|range| [" ", "-"].iter().find_map(|between| of(&said[range.clone()].join(between))))
}

/// Whether a word that says nothing stands in a header as a code, such as that of a country or a department: `Outsourced US`.
pub(in crate::inventory) fn holds_code(header: &str, reading: &Reading) -> bool {
    let is_code = |word: &str| {
        word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase) && reading.neutral.contains(&fold(word))
    };
    header.contains(char::is_lowercase) && header.split(|c: char| !c.is_alphanumeric()).any(is_code)
}

/// Whether a header says of the function itself what it is: `Support function`, `Is it key?`, `Closely integrated`. A word by
/// itself may be said of anything else: `Support`.
pub(in crate::inventory) fn is_of_function(header: &str, names: &[Vec<String>], reading: &Reading) -> bool {
    // `Kernprozess`
    const SHORTEST_IN_WORD: usize = 6;
    let is_name = |word: &str| {
        names.iter().any(|name| match name.as_slice() {
            [name] => word == name || name.chars().count() >= SHORTEST_IN_WORD && word.ends_with(name),
            _ => false,
        })
    };
    let said = header_words(header);
    said.iter().any(|word| reading.is.contains(word) || is_name(word))
        || said.iter().filter(|word| !reading.neutral.contains(*word)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn a_header_may_be_an_answer() {
        let rulebook = load_default();
        let of = |header: &str, attribute: &str| {
            let id = rulebook.attribute_named(attribute).expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            yes_means(header, rule.kind.levels().expect("levels"), &rulebook.reading)
        };
        for (header, attribute, expected) in [
            ("Outsourced?", "sourcing", Some(Points::LOW)),
            ("Is the function currently outsourced (Y/N)", "sourcing", Some(Points::LOW)),
            ("Is this done in-house?", "sourcing", Some(Points::HIGH)),
            ("Sous-traité (oui/non)", "sourcing", Some(Points::LOW)),
            ("¿Está externalizado?", "sourcing", Some(Points::LOW)),
            ("Ist die Funktion ausgelagert?", "sourcing", Some(Points::LOW)),
            ("Terceirizado hoje?", "sourcing", Some(Points::LOW)),
            ("Bespoke", "repetitiveness", Some(Points::LOW)),
            // What lies between the ends, what is more than the word, and what ties answers otherwise.
            ("Hybrid", "sourcing", None),
            ("Fully outsourced", "sourcing", None),
            ("Not outsourced", "sourcing", None),
            ("Outsourced or in-house", "sourcing", None),
            ("Outsourced since", "sourcing", None),
            ("Outsourced to", "sourcing", None),
            ("Outsourced (No = external)", "sourcing", None),
            ("Outsourced (2023)", "sourcing", None),
            ("IS IT OUTSOURCED?", "sourcing", Some(Points::LOW)),
            // What is wanted, what was, and what holds somewhere else.
            ("Outsourced wanted", "sourcing", None),
            ("Was it outsourced?", "sourcing", None),
            ("Outsourced in the past?", "sourcing", None),
            ("Outsourced US", "sourcing", None),
            ("IT outsourced", "sourcing", None),
            ("Support required", "strategic_value", None),
            ("Externalisé souhaité", "sourcing", None),
            ("War ausgelagert", "sourcing", None),
        ] {
            assert_eq!(of(header, attribute), expected, "{header}");
        }
    }

    #[test]
    fn a_header_may_say_what_the_function_is() {
        let rulebook = load_default();
        let rule = rulebook.attribute(rulebook.roles.name).rule().expect("a column");
        let is_of_function = |header| is_of_function(header, &rule.headers, &rulebook.reading);
        for header in
            ["Support function", "Is it key?", "Kernprozess", "Fonction support", "Closely integrated", "Non-core"]
        {
            assert!(is_of_function(header), "{header}");
        }
        for header in ["Support", "Key (Y/N)", "Zentral", "Separate?"] {
            assert!(!is_of_function(header), "{header}");
        }
    }
}
