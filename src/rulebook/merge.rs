//! What a file says, put over what is there without it: whatever it leaves unsaid stays.
//!
//! Trees of TOML go in and come out, so that a rulebook is checked as a whole, whoever wrote its parts. Each value keeps its
//! span: those of the default lie below those of the file, and so what is wrong with the sum can be told at a place of the
//! file.

use std::collections::{HashMap, HashSet};

use toml::Spanned;
use toml::de::{DeArray, DeString, DeValue};

use super::text::fold;
use super::toml_tables::{Loader, Table, Value, near};
use crate::codes::Code;

type Key<'t> = Spanned<DeString<'t>>;

/// A list whose tables are known by an id.
pub(super) struct Listed {
    pub(super) name: &'static str,
    /// The key of the id.
    pub(super) id: &'static str,
    /// What a table must say to be one of its own, and no change of one that is there.
    own: &'static [&'static str],
}

pub(super) const LISTS: [Listed; 6] = [
    Listed { name: "attribute", id: "id", own: &["kind", "first_of"] },
    Listed { name: "criterion", id: "id", own: &["name"] },
    Listed { name: "finding", id: "id", own: &["when"] },
    Listed { name: "contract_term", id: "id", own: &["when"] },
    Listed { name: "constraint", id: "id", own: &["when"] },
    Listed { name: "other_table", id: "name", own: &["headers"] },
];

/// Tables in which a word stands once: said under another key, it moves there.
const EACH_WORD_ONCE: [&str; 3] = ["periods", "magnitudes", "months"];

/// How what is not there is said: `off = true`.
pub(super) const OFF: &str = "off";
/// How a list is said to be longer or shorter than it was.
pub(super) const ADD: &str = "add";
pub(super) const REMOVE: &str = "remove";
/// The weights of criteria by their ids, for short.
pub(super) const WEIGHTS: &str = "weights";

/// Puts parts of a rulebook together.
pub(super) struct Merge<'l, 't> {
    pub(super) loader: &'l mut Loader<'t>,
    /// Whether a list is added to the one that is there, as those of languages are, instead of replacing it.
    pub(super) adds: bool,
}

impl<'t> Merge<'_, 't> {
    /// Puts what a file says over a tree, and reports what it would change and is not there.
    pub(super) fn file(&mut self, base: &mut Table<'t>, mut own: Table<'t>) {
        let weights = own.remove(WEIGHTS);
        self.table(base, own, "");
        if let Some(weights) = weights {
            self.weights(base, weights);
        }
    }

    fn weights(&mut self, base: &mut Table<'t>, weights: Value<'t>) {
        let Some(weights) = self.as_table(weights, WEIGHTS) else { return };
        let Some(DeValue::Array(criteria)) = base.get_mut("criterion").map(Spanned::get_mut) else { return };
        for (id, weight) in weights {
            let found = criteria.iter_mut().find(|item| id_of(item, "id") == Some(id.get_ref()));
            match found.map(Spanned::get_mut) {
                Some(DeValue::Table(criterion)) => drop(criterion.insert(key("weight", &id), weight)),
                _ => self.unknown(&id, "criterion", &ids(criteria.iter(), "id")),
            }
        }
    }

    fn table(&mut self, base: &mut Table<'t>, own: Table<'t>, path: &str) {
        for (name, value) in in_order(own) {
            if is_off(&value) {
                if base.remove(&name).is_none() {
                    let known: Vec<String> = base.keys().map(|key| key.get_ref().to_string()).collect();
                    self.unknown(&name, "entry", &known);
                }
                continue;
            }
            let has_words = path == "words" || path.is_empty() && EACH_WORD_ONCE.contains(&name.get_ref().as_ref());
            let listed = LISTS.iter().find(|listed| path.is_empty() && listed.name == name.get_ref());
            match (base.get_mut(&name), listed) {
                (Some(known), Some(listed)) if known.get_ref().is_array() => self.list(listed, known, value),
                (Some(known), _) => {
                    if let (true, DeValue::Table(words)) = (has_words && !self.adds, known.get_mut()) {
                        move_words(words, &value);
                    }
                    self.value(&name, known, value);
                }
                (None, _) => {
                    let value = self.said_anew(value);
                    base.insert(name, value);
                }
            }
        }
    }

    fn value(&mut self, name: &Key<'t>, known: &mut Value<'t>, own: Value<'t>) {
        let (span, is_change) = (own.span(), is_change(&own));
        match (known.get_mut(), own.into_inner()) {
            (DeValue::Array(list), DeValue::Array(own)) if self.adds => {
                own.into_iter().for_each(|item| list.push(item));
            }
            (DeValue::Array(list), DeValue::Table(change)) if is_change => {
                let changed = self.changed(name, std::mem::replace(list, DeArray::new()), change);
                *known = Spanned::new(span, DeValue::Array(changed));
            }
            // Half of another test, or of a pole of another kind, would mean what nobody said.
            (DeValue::Table(table), DeValue::Table(own))
                if name.get_ref() != "when" && !(is_pole(table) && own.keys().any(|key| !table.contains_key(key))) =>
            {
                self.table(table, own, name.get_ref());
            }
            (_, own) => *known = self.said_anew(Spanned::new(span, own)),
        }
    }

    /// Changes a list whose tables have ids, by `[[list]]` with them or by `[list.id]`.
    fn list(&mut self, listed: &Listed, known: &mut Value<'t>, own: Value<'t>) {
        let Some(entries) = self.entries(listed, own) else { return };
        let DeValue::Array(list) = known.get_mut() else { return };
        let (mut off, mut seen) = (HashSet::new(), HashSet::new());
        let known = list.iter().zip(0..).filter_map(|(item, at)| Some((id_of(item, listed.id)?.to_string(), at)));
        let known: HashMap<String, usize> = known.collect();
        for (id, mut entry, span) in entries {
            let at = known.get(id.get_ref().as_ref()).copied();
            let is_own = self.adds || listed.own.iter().any(|key| entry.contains_key(*key)) || id.get_ref().is_empty();
            match at {
                Some(_) if !seen.insert(id.get_ref().clone()) => {
                    let message = format!("{} `{}` is given twice", listed.name, id.get_ref());
                    self.loader.report(id.span(), Code::DuplicateId, message, None);
                }
                Some(at) if is_switched_off(&entry) => drop(off.insert(at)),
                Some(at) => {
                    entry.remove(listed.id);
                    if let Some(DeValue::Table(known)) = list.get_mut(at).map(Spanned::get_mut) {
                        self.table(known, entry, id.get_ref());
                    }
                }
                None if is_own => {
                    seen.insert(id.get_ref().clone());
                    if !entry.contains_key(listed.id) && !id.get_ref().is_empty() {
                        entry.insert(key(listed.id, &id), Spanned::new(id.span(), DeValue::String(id.into_inner())));
                    }
                    list.push(Spanned::new(span, DeValue::Table(entry)));
                }
                None => self.unknown(&id, listed.name, &ids(list.iter(), listed.id)),
            }
        }
        if !off.is_empty() {
            let kept =
                std::mem::replace(list, DeArray::new()).into_iter().enumerate().filter(|(at, _)| !off.contains(at));
            *list = kept.map(|(_, item)| item).collect();
        }
    }

    /// The tables of a list with their ids, whichever way it is written.
    fn entries(
        &mut self,
        listed: &Listed,
        own: Value<'t>,
    ) -> Option<Vec<(Key<'t>, Table<'t>, std::ops::Range<usize>)>> {
        let named: Vec<(Option<Key>, Value)> = match own.get_ref() {
            DeValue::Array(_) => {
                let DeValue::Array(list) = own.into_inner() else { return None };
                list.into_iter().map(|item| (None, item)).collect()
            }
            DeValue::Table(_) => {
                let DeValue::Table(table) = own.into_inner() else { return None };
                in_order(table).into_iter().map(|(id, entry)| (Some(id), entry)).collect()
            }
            _ => {
                self.loader.expected(&own, &format!("a list of [[{}]]", listed.name));
                return None;
            }
        };
        let mut entries = Vec::new();
        for (id, entry) in named {
            let (span, said) = (entry.span(), id_of(&entry, listed.id).cloned());
            let Some(table) = self.as_table(entry, listed.name) else { continue };
            let place = table.get(listed.id).map_or(span.clone(), Spanned::span);
            let id = id.unwrap_or_else(|| Spanned::new(place, said.unwrap_or_default()));
            entries.push((id, table, span));
        }
        Some(entries)
    }

    /// A list with some texts more and some less.
    fn changed(&mut self, name: &Key<'t>, list: DeArray<'t>, mut change: Table<'t>) -> DeArray<'t> {
        let mut items: Vec<Value> = list.into_iter().collect();
        for removed in self.texts(change.remove(REMOVE)) {
            let text = removed.get_ref().as_str().unwrap_or_default();
            let before = items.len();
            items.retain(|item| item.get_ref().as_str().is_none_or(|known| fold(known) != fold(text)));
            if items.len() == before {
                let known: Vec<&str> = items.iter().filter_map(|item| item.get_ref().as_str()).collect();
                let near = near(text, &known).map(|near| format!("did you mean `{near}`?"));
                let message = format!("`{}` holds no `{text}` that could be removed", name.get_ref());
                self.loader.report(removed.span(), Code::UnknownName, message, near);
            }
        }
        let known: HashSet<String> =
            items.iter().filter_map(|item| item.get_ref().as_str().map(str::to_owned)).collect();
        let added = self.texts(change.remove(ADD)).into_iter();
        items.extend(added.filter(|item| item.get_ref().as_str().is_some_and(|text| !known.contains(text))));
        items.into_iter().collect()
    }

    fn texts(&mut self, list: Option<Value<'t>>) -> Vec<Value<'t>> {
        let Some(list) = list else { return Vec::new() };
        let is_text = |item: &Value| item.get_ref().is_str();
        match list.get_ref() {
            DeValue::Array(items) if items.iter().all(is_text) => {}
            _ => {
                self.loader.expected(&list, "a list of texts");
                return Vec::new();
            }
        }
        let DeValue::Array(items) = list.into_inner() else { return Vec::new() };
        items.into_iter().collect()
    }

    /// What is said of something that is not there yet: only additions can be meant.
    fn said_anew(&mut self, own: Value<'t>) -> Value<'t> {
        if !is_change(&own) {
            return own;
        }
        let span = own.span();
        let DeValue::Table(mut change) = own.into_inner() else {
            return Spanned::new(span, DeValue::Array(DeArray::new()));
        };
        let added = self.texts(change.remove(ADD));
        Spanned::new(span, DeValue::Array(added.into_iter().collect()))
    }

    fn as_table(&mut self, value: Value<'t>, what: &str) -> Option<Table<'t>> {
        self.loader.as_table(&value, &format!("`{what}`"))?;
        if let DeValue::Table(table) = value.into_inner() { Some(table) } else { None }
    }

    fn unknown(&mut self, name: &Key, kind: &str, known: &[String]) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        self.loader.unknown(name.span(), kind, name.get_ref(), &known);
    }
}

/// The entries of a table in the order in which they were written.
pub(super) fn in_order(table: Table<'_>) -> Vec<(Key<'_>, Value<'_>)> {
    let mut entries: Vec<_> = table.into_iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

fn key<'t>(name: &'static str, at: &Key) -> Key<'t> {
    Spanned::new(at.span(), DeString::Borrowed(name))
}

pub(super) fn id_of<'v, 't>(item: &'v Value<'t>, id: &str) -> Option<&'v DeString<'t>> {
    match item.get_ref().as_table()?.get(id)?.get_ref() {
        DeValue::String(id) => Some(id),
        _ => None,
    }
}

fn ids<'v, 't: 'v>(items: impl Iterator<Item = &'v Value<'t>>, id: &str) -> Vec<String> {
    items.filter_map(|item| Some(id_of(item, id)?.to_string())).collect()
}

fn is_switched_off(table: &Table) -> bool {
    table.get(OFF).is_some_and(|off| off.get_ref().as_bool() == Some(true))
}

fn is_off(value: &Value) -> bool {
    value.get_ref().as_table().is_some_and(|table| table.len() == 1 && is_switched_off(table))
}

/// `{ add = […], remove = […] }`
fn is_change(value: &Value) -> bool {
    let is_part = |key: &Key| [ADD, REMOVE].contains(&key.get_ref().as_ref());
    value.get_ref().as_table().is_some_and(|table| !table.is_empty() && table.keys().all(is_part))
}

fn is_pole(table: &Table) -> bool {
    !table.is_empty() && table.keys().all(|key| ["all", "any"].contains(&key.get_ref().as_ref()))
}

/// Takes the words that a file lists away from where the default lists them.
fn move_words(known: &mut Table, own: &Value) {
    let Some(own) = own.get_ref().as_table() else { return };
    for (level, words) in own {
        let listed =
            if is_change(words) { words.get_ref().as_table().and_then(|change| change.get(ADD)) } else { Some(words) };
        let items = listed.and_then(|list| list.get_ref().as_array());
        let texts = items.into_iter().flatten().filter_map(|item| item.get_ref().as_str());
        let is_word = items.is_none().then_some(level.get_ref().as_ref());
        let moved: HashSet<String> = texts.chain(is_word).map(fold).collect();
        let is_kept = |text: &str| !moved.contains(&fold(text));
        let others = std::mem::replace(known, Table::new()).into_iter().filter_map(|(key, mut value)| {
            if &key == level {
                return Some((key, value));
            }
            match value.get_mut() {
                DeValue::Array(list) => {
                    let words = std::mem::replace(list, DeArray::new()).into_iter();
                    *list = words.filter(|item| item.get_ref().as_str().is_none_or(is_kept)).collect();
                }
                _ if !is_kept(key.get_ref()) => return None,
                _ => {}
            }
            Some((key, value))
        });
        *known = others.collect();
    }
}

/// A tree with all its spans moved.
pub(super) fn shifted<'t>(table: Table<'t>, by: usize) -> Table<'t> {
    fn moved_value(value: Value<'_>, by: usize) -> Value<'_> {
        let span = value.span();
        let inner = match value.into_inner() {
            DeValue::Table(table) => DeValue::Table(shifted(table, by)),
            DeValue::Array(list) => DeValue::Array(list.into_iter().map(|item| moved_value(item, by)).collect()),
            other => other,
        };
        Spanned::new(span.start + by..span.end + by, inner)
    }
    if by == 0 {
        return table;
    }
    let moved = |key: Key<'t>| {
        let span = key.span();
        Spanned::new(span.start + by..span.end + by, key.into_inner())
    };
    table.into_iter().map(|(key, item)| (moved(key), moved_value(item, by))).collect()
}

/// What a tree says before a place of its text.
pub(super) fn before<'t>(table: &Table<'t>, end: usize) -> Table<'t> {
    fn value<'t>(item: &Value<'t>, end: usize) -> Value<'t> {
        let inner = match item.get_ref() {
            DeValue::Table(table) => DeValue::Table(before(table, end)),
            DeValue::Array(list) => {
                let kept = list.iter().filter(|item| item.span().start < end);
                DeValue::Array(kept.map(|item| value(item, end)).collect())
            }
            other => other.clone(),
        };
        Spanned::new(item.span(), inner)
    }
    let kept = table.iter().filter(|(key, _)| key.span().start < end);
    kept.map(|(key, item)| (key.clone(), value(item, end))).collect()
}

/// Where something is said in a tree: each of its keys and texts, in the order of the text.
pub(super) fn places(table: &Table) -> Vec<usize> {
    fn of_value(value: &Value, places: &mut Vec<usize>) {
        match value.get_ref() {
            DeValue::Table(table) => of_table(table, places),
            DeValue::Array(list) => list.iter().for_each(|item| {
                places.push(item.span().start);
                of_value(item, places);
            }),
            _ => {}
        }
    }
    fn of_table(table: &Table, places: &mut Vec<usize>) {
        for (key, value) in table {
            places.push(key.span().start);
            of_value(value, places);
        }
    }
    let mut found = Vec::new();
    of_table(table, &mut found);
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use crate::problem::Spot;
    use crate::rulebook::{Rulebook, default_text, difference, load, load_default};

    #[track_caller]
    fn with(text: &str) -> Rulebook {
        load("part.toml", text).unwrap_or_else(|problems| panic!("{text}: {problems:?}"))
    }

    #[test]
    fn a_file_that_says_nothing_is_the_default() {
        let (empty, default) = (with("# nothing"), load_default());
        assert!(empty.text() == default.text() && empty.changes.is_empty());
        assert_eq!(empty.sha256(), default.sha256());
        assert_eq!(difference(&empty), "");
    }

    /// What a file says is all that differs, and what it comes to is a rulebook that says the same.
    #[test]
    fn a_file_changes_what_it_says_alone() {
        for (text, changes) in [
            ("weights.control = 2", "weights.control 2 (default 1)"),
            ("[[criterion]]\nid = \"control\"\nweight = 0.5", "weights.control 0.5 (default 1)"),
            ("verdict.borderline = 30", "verdict.borderline 30 (default 20)"),
            ("settings.many_systems = 5\nsettings.ours = 1", "settings.many_systems 5 (default 4); settings.ours 1"),
            ("finding.bpo-culture.off = true", "finding.bpo-culture off"),
            ("[[finding]]\nid = \"bpo-culture\"\noff = true", "finding.bpo-culture off"),
            (
                "contract_term.term-growth.title = \"More\"",
                "contract_term.term-growth.title \"More\" (default \"Growth\")",
            ),
            (
                "[attribute.control]\nheaders = { add = [\"say in it\"], remove = [\"Control wanted\"] }",
                "attribute.control.headers 1 added, 1 removed",
            ),
            ("reading.is = [\"sind\"]", "reading.is 1 entry (default 48 entries)"),
            ("[attribute.mood]\nname = \"Mood\"\nkind = \"level\"\nheaders = [\"mood\"]", "attribute.mood added"),
            ("reading.no_data = { add = [\"on request\"] }", "reading.no_data 1 added"),
            ("reading.decimal_mark = \"comma\"", "reading.decimal_mark \"comma\""),
            ("[words.yes-no]\n100 = { add = [\"aye\"] }", "words.yes-no.100 1 added"),
            (
                "words.yes-no.25 = [\"hardly ever\", \"only where the law asks for it\", \"as good as never\"]",
                "words.yes-no.25 added",
            ),
            ("[columns]\n\"Judgement\" = \"specialisation\"", "columns.Judgement \"specialisation\""),
            ("[scales]\n\"Fit\" = \"5..1\"", "scales.Fit \"5..1\""),
            (
                "criterion.nature.says.terms.specialisation = \"expert work\"",
                "criterion.nature.says.terms.specialisation \"expert work\" (default \"specialised\")",
            ),
            (
                "attribute.control.anchors.low = \"none\"",
                "attribute.control.anchors.low \"none\" (default \"hands-off, the provider takes over in full\")",
            ),
            ("map.x.low = \"less\"", "map.x.low \"less\" (default \"specialised or one-time\")"),
            ("criterion.control.bpo = { any = [\"control\"] }", "criterion.control.bpo changed"),
            (
                "constraint.ours = { title = \"T\", text = \"U\", when = { attribute = \"contract_end\", after = \"run-date\" } }",
                "constraint.ours added",
            ),
            ("other_table.ours = { headers = [\"pid\"] }", "other_table.ours added"),
        ] {
            let changed = with(text);
            let expected = changes.replace("criterion.control.bpo changed", &changed.changes[0]);
            assert_eq!(changed.changes.join("; "), expected, "{text}");
            let whole = with(changed.text());
            assert!(whole.text() == changed.text() && whole.changes == changed.changes, "{text}: {:?}", whole.changes);
            assert!(with(&difference(&changed)).text() == changed.text(), "{text}\n{}", difference(&changed));
        }
    }

    #[test]
    fn every_id_can_be_changed_by_itself() {
        let default = load_default();
        let attributes = default.attributes.iter().map(|attribute| format!("attribute.{}.name", attribute.id));
        let criteria = default.criteria.iter().map(|criterion| format!("criterion.{}.name", criterion.id));
        let findings = default.findings.iter().map(|finding| match finding.direction {
            Some(_) => format!("finding.{}.title", finding.id),
            None => format!("contract_term.{}.title", finding.id),
        });
        let keys: Vec<String> = attributes.chain(criteria).chain(findings).collect();
        let changed = with(&keys.iter().map(|key| format!("{key} = \"Ours\"\n")).collect::<String>());
        for (key, change) in keys.iter().zip(&changed.changes) {
            assert!(change.starts_with(&format!("{key} \"Ours\" (default ")), "{change}");
        }
        let lines = changed.text().lines().zip(default_text().lines());
        let differing = lines.filter(|(one, other)| one != other).count();
        assert_eq!((changed.changes.len(), differing), (keys.len(), keys.len()));
    }

    #[test]
    fn a_word_that_moves_means_one_thing() {
        let moved = with("[words.level]\n50 = { add = [\"Critical\"] }");
        assert_eq!(moved.changes, ["words.level.100 1 removed", "words.level.50 1 added"]);
        assert_eq!(
            with("[words.level]\n\"critical\" = 40").changes,
            ["words.level.100 1 removed", "words.level.critical 40"]
        );
        assert_eq!(with("[periods]\n2 = { add = [\"annual\"] }").changes.len(), 2);
    }

    /// A mistake is told at the place of the file that brings it about, wherever it shows.
    #[test]
    fn mistakes_stand_in_the_file() {
        for (text, expected) in [
            ("weights.contrl = 2", "1:9 there is no criterion `contrl`"),
            ("weights = 2", "1:11 expected `weights` as a table, found `2`"),
            ("[weights]\ncontrol = -2", "2:11 weight -2 is below 0"),
            (
                "weights = { control = 0, cost = 0, nature = 0, strategic_value = 0 }",
                "1:48 no criterion decides anything",
            ),
            ("# one\n\n[attribute.volume]\noff = true", "4:1 there is no attribute `volume`"),
            ("attribute.nature.kind = \"text\"", "1:18 a pole cannot weigh `continuity`, which is no level"),
            ("settings.many_systems = { off = true }", "1:10 there is no setting `many_systems`"),
            ("settings.many = { off = true }", "1:10 there is no entry `many`"),
            ("verdict.bordrline = 3", "1:9 unknown key `bordrline` in `verdict`"),
            ("finding.new.kind = \"risk\"", "1:9 there is no finding `new`"),
            ("finding = 3", "1:11 expected a list of [[finding]], found `3`"),
            (
                "[[finding]]\nid = \"bpo-focus\"\n[[finding]]\nid = \"bpo-focus\"",
                "4:6 finding `bpo-focus` is given twice",
            ),
            (
                "attribute.name.headers = { add = [\"boss\", \"owner\"] }",
                "1:43 header `owner` is claimed by attribute `name` and by `owner`",
            ),
            ("reading.no_data = { remove = [\"tdb\"] }", "1:31 `no_data` holds no `tdb` that could be removed"),
            ("reading.no_data = { add = [3] }", "1:27 expected a list of texts, found `[3]`"),
            ("languages = [\"en\", \"it\"]", "1:20 there is no language `it`"),
            (
                "criterion.nature.says.terms = { continuity = \"ongoing\", speciality = \"expert\" }",
                "1:57 there is no term of criterion `nature` `speciality`",
            ),
            (
                "attribute.risk.anchors = { low = \"a\", high = \"b\" }",
                "1:26 `anchors` of attribute `risk` has no `medium`",
            ),
            (
                "attribute.fte.anchors = { low = \"a\", medium = \"b\", high = \"c\" }",
                "1:25 `anchors` of attribute `fte` explain levels, which it does not have",
            ),
            ("constraint.new.title = \"T\"", "1:12 there is no constraint `new`"),
            (
                "[[constraint]]\nid = \"a\"\ntitle = \"\"\ntext = \"\"\nwhen = { attribute = \"contract_start\", after = \"run-date\" }",
                "5:22 there is no attribute `contract_start`",
            ),
            (
                "[[constraint]]\nid = \"a\"\ntitle = \"\"\ntext = \"\"\nwhen = { attribute = \"end_date\", after = \"run-date\" }",
                "5:42 `after` needs an attribute of the kind `date`, and `end_date` is none",
            ),
            (
                "[[constraint]]\nid = \"a\"\ntitle = \"\"\ntext = \"\"\nwhen = { attribute = \"contract_end\", before = \"today\" }",
                "5:47 expected `before = \"run-date\"`, found `\"today\"`",
            ),
            (
                "finding.bpo-focus.when = { attribute = \"contract_end\", at_least = 3 }",
                "1:67 `at_least` needs an attribute of the kind `level`, `number` or `money`, and `contract_end` is none",
            ),
            (
                "finding.bpo-focus.when = { attribute = \"contract_end\", after = \"run-date\" }",
                "1:56 unknown key `after` in a test",
            ),
            ("words.level.off = true", "1:13 there is no word list `level`"),
            ("months.13 = [\"x\"]", "1:8 expected a month from 1 to 12, found `13`"),
        ] {
            let problems = load("part.toml", text).err().unwrap_or_default();
            let said = problems.first().map(|problem| match problem.place.spot {
                Spot::Text { line, column } => format!("{line}:{column} {}", problem.message),
                spot => format!("{spot:?} {}", problem.message),
            });
            assert_eq!(said.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_whole_rulebook_stays_as_it_is() {
        let whole = default_text().replace("id = \"bpo-culture\"", "id = \"ours\"");
        let loaded = with(&whole);
        assert!(loaded.text() == whole);
        assert_eq!(loaded.changes, ["finding.bpo-culture off", "finding.ours added", "finding in another order"][..2]);
        // One of before languages were files reads months and powers of ten all the same.
        let start = default_text().find("\n[magnitudes]").expect("a section");
        let end = start + default_text()[start..].find("\n[words").expect("a section");
        let older = with(&(default_text()[..start].to_owned() + &default_text()[end..]));
        assert_eq!((older.reading.magnitude("Mio"), older.changes.len()), (Some(1e6), 0));
    }

    #[test]
    fn one_language_is_read_alone() {
        let german = with("languages = [\"de\"]").reading;
        assert!(german.no_data.contains("unbekannt") && !german.no_data.contains("unknown"));
    }
}
