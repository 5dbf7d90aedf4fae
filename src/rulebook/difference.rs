//! What a rulebook says otherwise than the default: the least file that makes the one of the other, and the same in short
//! for reports.

use std::collections::HashSet;

use toml::Spanned;
use toml::de::{DeArray, DeString, DeValue};

use super::merge::{ADD, LISTS, Listed, OFF, REMOVE, WEIGHTS, id_of};
use super::print::{name, shown};
use super::toml_tables::{Table, Value};

/// Longer values are not repeated in reports.
const LONGEST_SHOWN: usize = 60;

/// The changes between two trees.
pub(super) struct Difference<'t> {
    /// The file that makes the second of the first.
    pub(super) file: Table<'t>,
    /// The same, a line for each change: `weights.control 2 (default 1)`.
    pub(super) lines: Vec<String>,
    weights: Table<'t>,
    /// Where the next key of the file stands.
    next: usize,
}

impl<'t> Difference<'t> {
    /// What makes `now` of `default`.
    pub(super) fn between(default: &Table<'t>, now: &Table<'t>) -> Difference<'t> {
        let mut difference = Difference { file: Table::new(), lines: Vec::new(), weights: Table::new(), next: 0 };
        let file = difference.tables(default, now, "", &|_| true);
        if !difference.weights.is_empty() {
            let weights = std::mem::take(&mut difference.weights);
            let key = difference.key(WEIGHTS);
            difference.file.insert(key, Spanned::new(0..0, DeValue::Table(weights)));
        }
        difference.file.extend(file);
        difference
    }

    /// A key that is printed behind those before it.
    fn key(&mut self, name: impl Into<DeString<'t>>) -> Spanned<DeString<'t>> {
        self.next += 1;
        Spanned::new(self.next..self.next, name.into())
    }

    fn tables(
        &mut self,
        default: &Table<'t>,
        now: &Table<'t>,
        path: &str,
        is_meant: &dyn Fn(&str) -> bool,
    ) -> Table<'t> {
        let mut changes = Table::new();
        for key in keys(default, now).into_iter().filter(|key| is_meant(key)) {
            let path = if path.is_empty() { name(&key) } else { format!("{path}.{}", name(&key)) };
            let change = match (default.get(key.as_str()), now.get(key.as_str())) {
                (Some(_), None) => Some(self.off(&path)),
                (None, Some(value)) => {
                    let shown = shown(value);
                    self.lines.push(if shown.len() > LONGEST_SHOWN {
                        format!("{path} added")
                    } else {
                        format!("{path} {shown}")
                    });
                    Some(value.clone())
                }
                (Some(default), Some(now)) => self.values(default, now, &key, &path),
                (None, None) => None,
            };
            if let Some(change) = change {
                changes.insert(self.key(key), change);
            }
        }
        changes
    }

    fn values(&mut self, default: &Value<'t>, now: &Value<'t>, key: &str, path: &str) -> Option<Value<'t>> {
        if shown(default) == shown(now) {
            return None;
        }
        let listed = LISTS.iter().find(|listed| listed.name == path);
        match (default.get_ref(), now.get_ref()) {
            (DeValue::Array(default), DeValue::Array(now)) => match listed {
                Some(listed) => self.entries(listed, default, now),
                None => Some(self.lists(default, now, path)),
            },
            (DeValue::Table(default), DeValue::Table(now)) if !["when", "bpo", "outsourcing"].contains(&key) => {
                let changes = self.tables(default, now, path, &|_| true);
                (!changes.is_empty()).then(|| Spanned::new(0..0, DeValue::Table(changes)))
            }
            _ => {
                let [before, after] = [default, now].map(shown);
                let is_short = before.len().max(after.len()) <= LONGEST_SHOWN;
                self.lines.push(if is_short {
                    format!("{path} {after} (default {before})")
                } else {
                    format!("{path} changed")
                });
                Some(now.clone())
            }
        }
    }

    /// A list by what is added to it and what is taken away, where that gives its order too.
    fn lists(&mut self, default: &DeArray<'t>, now: &DeArray<'t>, path: &str) -> Value<'t> {
        let texts = |list: &DeArray<'t>| -> Vec<String> { list.iter().map(shown).collect() };
        let (old, new) = (texts(default), texts(now));
        let (olds, news): (HashSet<&String>, HashSet<&String>) = (old.iter().collect(), new.iter().collect());
        let added: Vec<&Value> = now.iter().filter(|item| !olds.contains(&shown(item))).collect();
        let removed: Vec<&Value> = default.iter().filter(|item| !news.contains(&shown(item))).collect();
        let kept = old.iter().filter(|text| news.contains(text)).cloned();
        let is_sum = kept.chain(added.iter().map(|item| shown(item))).eq(new.iter().cloned());
        let are_texts = added.iter().chain(&removed).all(|item| item.get_ref().is_str());
        if !is_sum || !are_texts || removed.len() == old.len() {
            self.lines.push(format!("{path} {} (default {})", entries(new.len()), entries(old.len())));
            return Spanned::new(0..0, DeValue::Array(now.clone()));
        }
        let said = [(added.len(), "added"), (removed.len(), "removed")];
        let said = said.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        self.lines.push(format!("{path} {}", said.collect::<Vec<_>>().join(", ")));
        let mut change = Table::new();
        for (what, items) in [(ADD, added), (REMOVE, removed)] {
            if !items.is_empty() {
                let list = items.into_iter().cloned().collect();
                change.insert(self.key(what), Spanned::new(0..0, DeValue::Array(list)));
            }
        }
        Spanned::new(0..0, DeValue::Table(change))
    }

    /// A list whose tables have ids.
    fn entries(&mut self, listed: &Listed, default: &DeArray<'t>, now: &DeArray<'t>) -> Option<Value<'t>> {
        let mut changes = Table::new();
        let table = |list: &DeArray<'t>, id: &str| {
            list.iter()
                .find(|item| id_of(item, listed.id).is_some_and(|known| known == id))
                .and_then(|item| item.get_ref().as_table().cloned())
        };
        let ids = |list: &DeArray<'t>| {
            list.iter().filter_map(|item| id_of(item, listed.id)).map(ToString::to_string).collect::<Vec<_>>()
        };
        let (old, new) = (ids(default), ids(now));
        for id in old.iter().chain(new.iter().filter(|id| !old.contains(id))) {
            let path = format!("{}.{}", listed.name, name(id));
            let change = match (table(default, id), table(now, id)) {
                (Some(_), None) => self.off(&path),
                (None, Some(mut added)) => {
                    self.lines.push(format!("{path} added"));
                    added.remove(listed.id);
                    Spanned::new(0..0, DeValue::Table(added))
                }
                (Some(default), Some(now)) => {
                    self.weight(listed, id, &default, &now);
                    let is_meant = |key: &str| listed.name != "criterion" || key != "weight";
                    Spanned::new(0..0, DeValue::Table(self.tables(&default, &now, &path, &is_meant)))
                }
                (None, None) => continue,
            };
            if change.get_ref().as_table().is_some_and(|table| !table.is_empty()) {
                changes.insert(self.key(id.clone()), change);
            }
        }
        let kept = |ids: &[String], others: &[String]| {
            ids.iter().filter(|id| others.contains(id)).cloned().collect::<Vec<_>>()
        };
        if kept(&old, &new) != kept(&new, &old) {
            self.lines.push(format!("{} in another order", listed.name));
        }
        (!changes.is_empty()).then(|| Spanned::new(0..0, DeValue::Table(changes)))
    }

    fn weight(&mut self, listed: &Listed, id: &str, default: &Table<'t>, now: &Table<'t>) {
        let (Some(before), Some(after)) = (default.get("weight"), now.get("weight")) else { return };
        if listed.name == "criterion" && shown(before) != shown(after) {
            self.lines.push(format!("{WEIGHTS}.{} {} (default {})", name(id), shown(after), shown(before)));
            let key = self.key(id.to_owned());
            self.weights.insert(key, after.clone());
        }
    }

    fn off(&mut self, path: &str) -> Value<'t> {
        self.lines.push(format!("{path} off"));
        let off = Spanned::new(0..0, DeValue::Boolean(true));
        Spanned::new(0..0, DeValue::Table([(self.key(OFF), off)].into_iter().collect()))
    }
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

/// The keys of both tables in the order of the first, then of the second.
fn keys(default: &Table, now: &Table) -> Vec<String> {
    let of = |table: &Table| {
        let mut keys: Vec<_> = table.keys().collect();
        keys.sort_by_key(|key| key.span().start);
        keys.into_iter().map(|key| key.get_ref().to_string()).collect::<Vec<_>>()
    };
    let mut keys = of(default);
    keys.extend(of(now).into_iter().filter(|key| !default.contains_key(key.as_str())));
    keys
}
