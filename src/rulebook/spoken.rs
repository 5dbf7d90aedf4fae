//! In which languages columns are called what they are called, by the files of words.

use std::collections::HashMap;
use std::sync::LazyLock;

use toml::de::{DeTable, DeValue};

use super::language::LANGUAGES;
use super::text::header_words;

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

static SPOKEN: LazyLock<HashMap<Vec<String>, Spoken>> = LazyLock::new(|| {
    let mut spoken: HashMap<Vec<String>, Spoken> = HashMap::new();
    // Marks are of no language.
    for (at, (_, text)) in LANGUAGES.iter().enumerate().filter(|(_, (name, _))| *name != "any") {
        let root = DeTable::parse_recoverable(text).0.into_inner();
        let table = |value: Option<&toml::Spanned<DeValue<'static>>>| {
            value.and_then(|value| value.get_ref().as_table().cloned())
        };
        let texts = |table: &DeTable<'static>, key: &str| {
            let list = table.get(key).and_then(|list| list.get_ref().as_array().cloned()).unwrap_or_default();
            list.into_iter().filter_map(|text| text.get_ref().as_str().map(header_words)).collect::<Vec<_>>()
        };
        let attributes = table(root.get("attribute")).unwrap_or_default();
        for (_, attribute) in &attributes {
            let own = attribute.get_ref().as_table().cloned().unwrap_or_default();
            let names = ["headers", "channels", "series", "outsiders"].iter().flat_map(|key| texts(&own, key));
            names.for_each(|header| spoken.entry(header).or_default().names.0 |= 1 << at);
        }
        let reading = table(root.get("reading")).unwrap_or_default();
        let others = texts(&reading, "otherwise").into_iter();
        others.for_each(|header| spoken.entry(header).or_default().otherwise.0 |= 1 << at);
    }
    spoken
});

/// In which languages a header, as words, names something.
pub(crate) fn spoken(header: &[String]) -> Spoken {
    SPOKEN.get(header).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_have_their_languages() {
        let of = |header: &str| spoken(&header_words(header));
        assert!(of("Abteilung").names.is_within(of("Prozess").names));
        assert!(of("Direction").names.is_within(of("Fonction").names));
        assert!(of("Direction").otherwise.meets(of("Strategic value").names));
        assert!(!of("Direction").names.meets(of("Strategic value").names));
        assert_eq!(of("Zorblax").names, Languages::default());
    }
}
