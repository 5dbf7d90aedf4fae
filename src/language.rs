//! The languages that reports are written in. Inventories are read in all of them, whichever the report is in.

use std::fmt;
use std::str::FromStr;

/// A language of reports. A further one is a row here, a folder in `templates/language`, and a file of words beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
}

impl Language {
    /// All of them, in the order of their variants.
    pub const ALL: [Language; 5] = [Language::En, Language::De, Language::Fr, Language::Es, Language::Pt];

    /// Its tag (BCP 47), which is what its folder is called.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::De => "de",
            Language::Fr => "fr",
            Language::Es => "es",
            Language::Pt => "pt",
        }
    }

    /// Its place among the translations; none for English, which stands in the sources themselves.
    pub(crate) fn translation(self) -> Option<usize> {
        (self as usize).checked_sub(1)
    }

    /// What is typed behind a command for its answers to be in the language, with a blank before it; nothing for the usual one.
    pub(crate) fn option(self) -> String {
        if self == Language::default() { String::new() } else { format!(" --language {self}") }
    }

    /// A name inside a sentence, such as `strategic value` of `Strategic value`; where nouns have capitals, they keep them.
    pub fn inside_sentence(self, name: &str) -> String {
        let mut characters = name.chars();
        match (characters.next(), characters.clone().next()) {
            _ if self == Language::De && !begins_with_adjective(name) => name.to_owned(),
            // An acronym keeps its capitals.
            (Some(_), Some(second)) if second.is_uppercase() => name.to_owned(),
            (Some(first), _) => first.to_lowercase().chain(characters).collect(),
            (None, _) => String::new(),
        }
    }
}

/// Whether a German name begins with an adjective: one is inflected, and its noun comes next, in a capital.
fn begins_with_adjective(name: &str) -> bool {
    let mut words = name.split(' ');
    let is_inflected = |word: &str| ["e", "er", "es", "en", "em"].iter().any(|ending| word.ends_with(ending));
    let is_noun = |word: &str| word.chars().zip([true, false]).all(|(c, is_upper)| c.is_uppercase() == is_upper);
    words.next().is_some_and(is_inflected) && words.next().is_some_and(is_noun)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(text: &str) -> Result<Language, String> {
        let found = Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(text.trim()));
        found.ok_or_else(|| format!("expected {}", Language::ALL.map(Language::tag).join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_inside_a_sentence_has_the_capitals_of_the_language() {
        for (language, name, expected) in [
            (Language::En, "Strategic value", "strategic value"),
            (Language::En, "ESG fit", "ESG fit"),
            (Language::En, "People (FTE)", "people (FTE)"),
            (Language::De, "Strategierelevanz", "Strategierelevanz"),
            (Language::De, "Klassische Auslagerung", "klassische Auslagerung"),
            (Language::De, "Anzahl VZÄ", "Anzahl VZÄ"),
            (Language::De, "Kontrolle und Mitwirkung", "Kontrolle und Mitwirkung"),
            (Language::De, "Art der Aufgabe", "Art der Aufgabe"),
            (Language::Fr, "Éléments insuffisants", "éléments insuffisants"),
            (Language::Es, "", ""),
        ] {
            assert_eq!(language.inside_sentence(name), expected);
        }
        assert_eq!("DE".parse(), Ok(Language::De));
        assert_eq!("en-GB".parse::<Language>(), Err("expected en, de, fr, es, pt".to_owned()));
    }
}
