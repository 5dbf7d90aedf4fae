//! The default rulebook as one tree: its rules, and the words of each language, which stand in files of their own.

use std::borrow::Cow;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::legends::LEGENDS;
use super::merge::{LISTS, Merge, in_order, shifted};
use super::text::fold;
use super::toml_tables::{Loader, Table};
use crate::language::Language;

/// The rules of the default rulebook, as they are edited.
pub const RULES: &str = include_str!("../../templates/rulebook.toml");

/// The files of words by their names; a language more is a line more.
pub(super) const LANGUAGES: [(&str, &str); 6] = [
    ("en", include_str!("../../templates/language/en.toml")),
    ("de", include_str!("../../templates/language/de.toml")),
    ("fr", include_str!("../../templates/language/fr.toml")),
    ("es", include_str!("../../templates/language/es.toml")),
    ("pt", include_str!("../../templates/language/pt.toml")),
    // Last, so that words come before marks.
    ("any", include_str!("../../templates/language/any.toml")),
];

const READING: &str = "reading";
/// Which languages a rulebook reads.
const READ: &str = "languages";
/// What a rulebook has that is a whole by itself.
const WHOLE: [&str; 6] = ["name", "version", "source", "map", "attribute", "criterion"];
/// What rulebooks that are a whole were without before languages were files and functions could be on hold.
const SINCE: [&str; 3] = ["magnitudes", "months", "constraint"];
/// The same of `[reading]`.
const READ_SINCE: &[&str] = &[
    "per",
    "per_year",
    "years",
    "quarters",
    "dates",
    "percent",
    "ordinals",
    "is",
    "most",
    "out_of",
    "short",
    "fillers",
    "neutral",
    "negations",
    "actual",
    "planned",
    "channelled",
    "counted",
    "numbers_of",
    "given_to",
    "unit_names",
    "channels",
    "yes",
    "no",
    "beside_totals",
    "cell_negations",
    "negations_after",
    "strengtheners",
    "reservations",
    "together",
    "at",
    "statistics",
    "asks_name",
    "parents",
    "parts_of",
    "or_departments",
    "stand_ins",
    "legal_forms",
    "otherwise",
    "depths",
    "year_columns",
    "parts_by_place",
    "parts_by_provider",
    "parts_by_kind",
    "ranks",
    "figures",
    "reporting",
    "as_of",
    "of_amounts",
    "shared_with",
];
/// What stands for currencies, which are the same in all rulebooks.
const CURRENCY: &str = "currencies";

/// How amounts of money name their currency.
#[derive(Debug)]
pub struct Currencies {
    /// Signs and what they stand for, longer ones before those that they end with.
    pub signs: Vec<(&'static str, &'static str)>,
    /// Signs of several currencies, which stand for themselves, and the codes of these.
    pub shared: Vec<(&'static str, Vec<&'static str>)>,
    /// Codes of ISO 4217, sorted.
    codes: Vec<&'static str>,
    /// Names, folded, and what they stand for.
    pub names: Vec<(String, &'static str)>,
}

impl Currencies {
    /// The code that a text is, in any case.
    pub fn code(&self, text: &str) -> Option<&'static str> {
        const LETTERS: usize = 3;
        let mut code: [u8; LETTERS] = text.as_bytes().try_into().ok()?;
        code.make_ascii_uppercase();
        self.codes.binary_search_by(|known| known.as_bytes().cmp(&code)).ok().map(|at| self.codes[at])
    }

    /// Whether two may be the same: a code and itself, or the sign that it shares with others.
    pub fn may_be_one(&self, one: &str, other: &str) -> bool {
        let holds =
            |sign: &str, code: &str| self.shared.iter().any(|(own, codes)| *own == sign && codes.contains(&code));
        one == other || holds(one, other) || holds(other, one)
    }
}

/// The currencies that are known.
pub static CURRENCIES: LazyLock<Currencies> = LazyLock::new(|| {
    let (mut signs, mut shared, mut codes, mut names) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // The others are long, and need not be parsed once more.
    for (_, text) in LANGUAGES.into_iter().filter(|(_, text)| text.contains("\n[currencies]\n")) {
        let stated = DeTable::parse_recoverable(text).0.into_inner().remove(CURRENCY);
        let Some(DeValue::Table(stated)) = stated.map(Spanned::into_inner) else { continue };
        for (name, value) in in_order(stated) {
            match (name.into_inner(), value.into_inner()) {
                (Cow::Borrowed(sign), DeValue::String(Cow::Borrowed(currency))) => signs.push((sign, currency)),
                (name, DeValue::Array(list)) => {
                    let texts = list.into_iter().filter_map(|text| match text.into_inner() {
                        DeValue::String(Cow::Borrowed(text)) => Some(text),
                        _ => None,
                    });
                    match name {
                        Cow::Borrowed(sign) if !sign.starts_with(char::is_alphabetic) => {
                            signs.push((sign, sign));
                            shared.push((sign, texts.collect()));
                        }
                        Cow::Borrowed(currency) if currency != "codes" => {
                            names.extend(texts.map(|text| (fold(text), currency)));
                        }
                        _ => codes.extend(texts),
                    }
                }
                _ => {}
            }
        }
    }
    codes.sort_unstable();
    Currencies { signs, shared, codes, names }
});

static DEFAULT: LazyLock<Table<'static>> = LazyLock::new(|| tree(&LANGUAGES.map(|(name, _)| name)));

/// The default rulebook, each of whose spans is below [`end`].
pub(super) fn default() -> &'static Table<'static> {
    &DEFAULT
}

/// Where the spans of the default end.
pub(super) fn end() -> usize {
    LANGUAGES.iter().map(|(_, text)| text.len()).sum::<usize>() + RULES.len() + 1
}

/// The file of words that a place in the default belongs to: its position among them, and its name.
pub(super) fn language_at(place: usize) -> Option<(usize, &'static str)> {
    let mut end = RULES.len();
    (0..).zip(LANGUAGES).find_map(|(at, (name, text))| {
        end += text.len();
        (RULES.len()..end).contains(&place).then_some((at, name))
    })
}

/// The words of all languages.
pub(super) fn dictionary() -> Table<'static> {
    words(Table::new(), &LANGUAGES.map(|(name, _)| name))
}

/// The words of one language.
pub(super) fn dictionary_of(language: Language) -> Table<'static> {
    let text = LANGUAGES.iter().find(|(name, _)| *name == language.tag()).map_or("", |(_, text)| text);
    DeTable::parse_recoverable(text).0.into_inner()
}

/// The rules with the words of some languages.
fn tree(names: &[&str]) -> Table<'static> {
    let lists = LISTS.iter().zip(0..).map(|(listed, at)| {
        let empty = DeValue::Array(DeArray::new());
        (Spanned::new(at..at, Cow::Borrowed(listed.name)), Spanned::new(at..at, empty))
    });
    let mut tree = lists.collect();
    add(&mut tree, RULES, 0);
    tree.remove(READ);
    words(tree, names)
}

fn words(mut tree: Table<'static>, names: &[&str]) -> Table<'static> {
    let mut start = RULES.len();
    for (name, text) in LANGUAGES {
        if names.contains(&name) {
            add(&mut tree, text, start);
        }
        start += text.len();
    }
    tree
}

/// Adds what a file of the default says.
fn add(tree: &mut Table<'static>, text: &'static str, start: usize) {
    let mut loader = Loader::new("the default rulebook", text);
    let mut own = DeTable::parse_recoverable(text).0.into_inner();
    own.remove(CURRENCY);
    Merge { loader: &mut loader, adds: true }.file(tree, shifted(own, start));
    debug_assert!(loader.problems.is_empty(), "{:?}", loader.problems);
}

/// What a file that is no whole is put over: the default, with the languages that the file names.
pub(super) fn base<'t>(loader: &mut Loader<'t>, own: &mut Table<'t>) -> Table<'t> {
    if !own.contains_key(READ) {
        return DEFAULT.clone();
    }
    let known = LANGUAGES.map(|(name, _)| name);
    let named = loader.texts(own, READ);
    own.remove(READ);
    for (name, span) in &named {
        if !known.contains(&name.as_str()) {
            loader.unknown(span.clone(), "language", name, &known);
        }
    }
    tree(&named.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>())
}

/// Whether a file is a whole rulebook, into which nothing is merged.
pub(super) fn is_whole(own: &Table) -> bool {
    WHOLE.iter().all(|key| own.contains_key(*key)) && !own.contains_key(READ)
}

/// Gives a whole rulebook the words that were no part of one before languages were files.
pub(super) fn complete(whole: &mut Table<'_>) {
    fill(whole, &DEFAULT, &SINCE);
    let known = DEFAULT.get_key_value(READING).and_then(|(name, known)| Some((name, known.get_ref().as_table()?)));
    if let Some((name, known)) = known {
        let empty = || Spanned::new(0..0, DeValue::Table(Table::new()));
        if let DeValue::Table(reading) = whole.entry(name.clone()).or_insert_with(empty).get_mut() {
            fill(reading, known, READ_SINCE);
            fill(reading, known, &LEGENDS);
        }
    }
}

fn fill<'t>(whole: &mut Table<'t>, default: &Table<'t>, keys: &[&str]) {
    for key in keys {
        if let (None, Some((name, value))) = (whole.get(*key), default.get_key_value(*key)) {
            whole.insert(name.clone(), value.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::rulebook::text::fold;

    /// What stands for something in a language, by its section and key: `words.level`, `100`.
    fn said(text: &'static str) -> BTreeMap<(String, String), Vec<String>> {
        fn walk(table: &Table, path: &str, said: &mut BTreeMap<(String, String), Vec<String>>) {
            for (key, value) in table {
                match value.get_ref() {
                    DeValue::Table(inner) if path.is_empty() => walk(inner, key.get_ref(), said),
                    DeValue::Table(inner) => walk(inner, &format!("{path}.{}", key.get_ref()), said),
                    DeValue::Array(list) => {
                        let words = list.iter().filter_map(|word| word.get_ref().as_str());
                        said.insert((path.to_owned(), key.get_ref().to_string()), words.map(fold).collect());
                    }
                    _ => {}
                }
            }
        }
        let (root, mistakes) = DeTable::parse_recoverable(text);
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let mut found = BTreeMap::new();
        walk(root.get_ref(), "", &mut found);
        found
    }

    /// Keys of English that not every language has words for.
    fn is_rare(section: &str, key: &str) -> bool {
        section == "reading" && ["short", "negations_after", "otherwise"].contains(&key)
            || section == "periods" && !["260", "12", "4", "1"].contains(&key)
            || section == "magnitudes" && !["1000", "1000000", "1000000000"].contains(&key)
            || section.starts_with("attribute.") && key != "headers"
            || section.starts_with("other_table.")
    }

    #[test]
    fn every_language_has_every_section() {
        let english = said(LANGUAGES[0].1);
        for (name, text) in LANGUAGES.into_iter().filter(|(name, _)| *name != "any") {
            let words = said(text);
            let lacks: Vec<_> = english
                .keys()
                .filter(|at| !is_rare(&at.0, &at.1) && words.get(*at).is_none_or(Vec::is_empty))
                .collect();
            assert!(lacks.is_empty(), "{name} lacks {lacks:?}");
        }
    }

    #[test]
    fn no_word_means_two_things_in_its_place() {
        let mut meanings: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
        for (_, text) in LANGUAGES {
            for ((section, key), words) in said(text) {
                let place = if section.matches('.').count() == 1 && section.starts_with("attribute.") {
                    // A header names one attribute.
                    let is_name = ["headers", "per_run", "channels"].contains(&key.as_str());
                    is_name.then(|| ("headers".to_owned(), section))
                } else {
                    ["words.", "periods", "months", "magnitudes", "attribute."]
                        .iter()
                        .any(|list| section.starts_with(list))
                        .then_some((section, key))
                };
                let Some((place, meaning)) = place else { continue };
                // One or two letters are told by their case there.
                for word in words.into_iter().filter(|word| place != "magnitudes" || word.chars().count() > 2) {
                    meanings.entry((place.clone(), word)).or_default().insert(meaning.clone());
                }
            }
        }
        meanings.retain(|_, means| means.len() > 1);
        assert!(meanings.is_empty(), "{meanings:?}");
    }

    #[test]
    fn a_word_that_says_nothing_and_rules_headers_out_in_another_language_begins_questions() {
        let words = |key: &str| {
            let all = LANGUAGES
                .into_iter()
                .filter_map(move |(_, text)| said(text).remove(&(READING.to_owned(), key.to_owned())));
            all.flatten().collect::<BTreeSet<String>>()
        };
        assert_eq!(words("fillers").intersection(&words("unless")).collect::<Vec<_>>(), ["quelle"]);
    }

    #[test]
    fn the_default_names_its_languages_and_knows_its_currencies() {
        let (root, _) = DeTable::parse_recoverable(RULES);
        let mut loader = Loader::new("rulebook.toml", RULES);
        let named: Vec<String> = loader.texts(root.get_ref(), READ).into_iter().map(|(name, _)| name).collect();
        assert_eq!(named, LANGUAGES.map(|(name, _)| name));
        assert_eq!((CURRENCIES.signs.len(), CURRENCIES.codes.len()), (32, 73));
        assert!(CURRENCIES.shared.iter().flat_map(|(_, codes)| codes).all(|code| CURRENCIES.code(code) == Some(code)));
        assert!(
            CURRENCIES.may_be_one("USD", "$")
                && CURRENCIES.may_be_one("¥", "CNY")
                && CURRENCIES.may_be_one("EUR", "EUR")
        );
        assert!(
            !CURRENCIES.may_be_one("EUR", "$")
                && !CURRENCIES.may_be_one("USD", "CAD")
                && !CURRENCIES.may_be_one("$", "¥")
        );
        assert!(CURRENCIES.codes.iter().all(|code| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())));
        let longest_first = CURRENCIES.signs.iter().position(|(sign, _)| *sign == "$");
        assert!(CURRENCIES.signs.iter().position(|(sign, _)| *sign == "R$") < longest_first);
    }
}
