//! The texts of the default rules in the other languages of reports: put over whatever a rulebook says in the default's words,
//! so that its text, its fingerprint and what it decides are the same in all of them.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::language::{default, dictionary_of};
use super::merge::{LISTS, id_of};
use super::text::fold;
use super::toml_tables::{Table, Value};
use crate::language::Language;

/// The texts of the rules in the languages of reports but English, in the order of [`Language::ALL`].
const RULES_IN: [&str; 4] = [
    include_str!("../../templates/language/de/rules.toml"),
    include_str!("../../templates/language/fr/rules.toml"),
    include_str!("../../templates/language/es/rules.toml"),
    include_str!("../../templates/language/pt/rules.toml"),
];
/// What the rules of the default say in a language; nothing in English, which is theirs.
fn texts_in(language: Language) -> Option<Table<'static>> {
    Some(DeTable::parse_recoverable(RULES_IN[language.translation()?]).0.into_inner())
}

/// Says in a language whatever a rulebook says in the words of the default.
pub(super) fn translate<'t>(tree: &mut Table<'t>, language: Language)
where
    'static: 't,
{
    if let Some(texts) = texts_in(language) {
        say_in(tree, default(), texts);
        put_first(tree, &dictionary_of(language), &["words", "attribute"]);
    }
}

/// Puts the words of a language before those of others that mean the same: the first is the one that is offered.
fn put_first<'t>(tree: &mut Table<'t>, own: &Table<'t>, keys: &[&str]) {
    for (key, words) in own.iter().filter(|(key, _)| keys.is_empty() || keys.contains(&key.get_ref().as_ref())) {
        match (tree.get_mut(key.get_ref().as_ref()).map(Spanned::get_mut), words.get_ref()) {
            (Some(DeValue::Table(tree)), DeValue::Table(own)) => put_first(tree, own, &[]),
            (Some(DeValue::Array(all)), DeValue::Array(own)) => {
                let own: Vec<&str> = own.iter().filter_map(|word| word.get_ref().as_str()).collect();
                let place =
                    |word: &Value| word.get_ref().as_str().and_then(|word| own.iter().position(|own| *own == word));
                let mut words: Vec<Value> = std::mem::replace(all, DeArray::new()).into_iter().collect();
                words.sort_by_key(|word| place(word).unwrap_or(usize::MAX));
                *all = words.into_iter().collect();
            }
            (Some(DeValue::Array(all)), DeValue::Table(own)) => {
                for item in all.iter_mut() {
                    let of =
                        id_of(item, "id").and_then(|id| own.get(id.as_ref())).and_then(|own| own.get_ref().as_table());
                    let of = of.cloned();
                    if let (Some(of), DeValue::Table(item)) = (of, item.get_mut()) {
                        put_first(item, &of, &[]);
                    }
                }
            }
            _ => {}
        }
    }
}

fn say_in<'t>(own: &mut Table<'t>, default: &Table<'t>, texts: Table<'t>) {
    for (key, text) in texts {
        let (Some(said), Some(known)) = (own.get_mut(&key), default.get(&key)) else { continue };
        match (said.get_mut(), known.get_ref(), text.into_inner()) {
            (DeValue::String(said), DeValue::String(known), DeValue::String(text)) if said == known => *said = text,
            (DeValue::Table(said), DeValue::Table(known), DeValue::Table(texts)) => say_in(said, known, texts),
            (DeValue::Array(said), DeValue::Array(known), DeValue::Table(texts)) => {
                let id = LISTS.iter().find(|listed| listed.name == key.get_ref()).map_or("id", |listed| listed.id);
                for (name, texts) in texts {
                    let is_it = |item: &&Value| id_of(item, id) == Some(name.get_ref());
                    let known = known.iter().find(is_it).and_then(|item| item.get_ref().as_table());
                    let said = said.iter_mut().find(|item| id_of(item, id) == Some(name.get_ref()));
                    if let (Some(DeValue::Table(said)), Some(known), DeValue::Table(texts)) =
                        (said.map(Spanned::get_mut), known, texts.into_inner())
                    {
                        say_in(said, known, texts);
                    }
                }
            }
            _ => {}
        }
    }
}

/// What an entry of a list is called, folded: its own name first, then those that the default has for it in any language, but for
/// what is the own name of one of the others.
pub(super) fn all_names<'n>(list: &str, id: &str, own: &str, all: impl Iterator<Item = &'n str>) -> Vec<String> {
    let others: HashSet<String> = all.map(fold).collect();
    let mut names = vec![fold(own)];
    names.extend(names_in_all(list, id).map(fold).filter(|name| !others.contains(name)));
    names
}

/// What an entry of a list is called by the default, in each language that has a name for it.
fn names_in_all(list: &str, id: &str) -> impl Iterator<Item = &'static str> + use<> {
    static NAMES: LazyLock<HashMap<(String, String), Vec<String>>> = LazyLock::new(|| {
        let mut names: HashMap<(String, String), Vec<String>> = HashMap::new();
        for listed in LISTS {
            let name = |item: &Table| Some(item.get("name")?.get_ref().as_str()?.to_owned());
            let mut add = |id: &str, item: &Table| {
                if let Some(name) = name(item) {
                    names.entry((listed.name.to_owned(), id.to_owned())).or_default().push(name);
                }
            };
            for item in default().get(listed.name).and_then(|list| list.get_ref().as_array()).into_iter().flatten() {
                if let (Some(id), Some(item)) = (id_of(item, listed.id), item.get_ref().as_table()) {
                    add(id, item);
                }
            }
            for texts in Language::ALL.into_iter().filter_map(texts_in) {
                let entries = texts.get(listed.name).and_then(|list| list.get_ref().as_table());
                for (id, item) in entries.into_iter().flatten() {
                    item.get_ref().as_table().into_iter().for_each(|item| add(id.get_ref(), item));
                }
            }
        }
        names
    });
    let known = NAMES.get(&(list.to_owned(), id.to_owned()));
    known.into_iter().flatten().map(String::as_str)
}
