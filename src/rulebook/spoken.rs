//! In which languages columns are called what they are called, by the files of words.

use std::collections::HashMap;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::language::{default, language_at};
use super::text::{fold, header_words};

/// A set of languages, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Languages(u8);

impl Languages {
    /// Whether it holds any that another holds.
    pub(crate) fn meets(self, other: Languages) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether all that it holds are in another, and it holds some.
    pub(crate) fn is_within(self, other: Languages) -> bool {
        self.0 != 0 && self.0 & !other.0 == 0
    }
}

/// What the words of a header are in each language.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spoken {
    /// Where they name an attribute.
    pub(crate) names: Languages,
    /// Where they mean something else than in those.
    pub(crate) otherwise: Languages,
}

static SPOKEN: LazyLock<HashMap<String, Spoken>> = LazyLock::new(|| {
    let mut spoken: HashMap<String, Spoken> = HashMap::new();
    let texts = |table: &DeTable<'static>, key: &str| {
        let list = table.get(key).and_then(|list| list.get_ref().as_array()).into_iter().flatten();
        // Marks are of no language.
        let spoken_in =
            |text: &Spanned<DeValue<'static>>| language_at(text.span().start).filter(|(_, name)| *name != "any");
        let text = |text: &Spanned<DeValue<'static>>| Some((joined(text.get_ref().as_str()?), spoken_in(text)?.0));
        list.filter_map(text).collect::<Vec<_>>()
    };
    let attributes = default().get("attribute").and_then(|list| list.get_ref().as_array()).into_iter().flatten();
    for attribute in attributes.filter_map(|attribute| attribute.get_ref().as_table()) {
        for (header, at) in ["headers", "channels", "series", "outsiders"].iter().flat_map(|key| texts(attribute, key))
        {
            spoken.entry(header).or_default().names.0 |= 1 << at;
        }
    }
    let reading = default().get("reading").and_then(|reading| reading.get_ref().as_table());
    for (header, at) in reading.into_iter().flat_map(|reading| texts(reading, "otherwise")) {
        spoken.entry(header).or_default().otherwise.0 |= 1 << at;
    }
    spoken
});

/// In which languages a header names something.
pub(crate) fn spoken(header: &str) -> Spoken {
    SPOKEN.get(&joined(header)).copied().unwrap_or_default()
}

/// The words of a header, as one text.
fn joined(header: &str) -> String {
    // Most are nothing but words.
    let is_plain = header.chars().all(|c| c.is_lowercase() || c == ' ');
    if is_plain { fold(header) } else { header_words(header).join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_their_languages() {
        let of = |header: &str| spoken(header);
        assert!(of("Abteilung").names.is_within(of("Prozess").names));
        assert!(of("Direction").names.is_within(of("Fonction").names));
        assert!(of("Direction").otherwise.meets(of("Strategic value").names));
        assert!(!of("Direction").names.meets(of("Strategic value").names));
        assert_eq!(of("Zorblax").names, Languages::default());
    }
}
