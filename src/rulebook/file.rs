//! A rulebook file in TOML becomes a [`Rulebook`], or every problem in it with its line and column.
//!
//! The file is walked by hand rather than deserialised, because a deserialiser stops at the first mistake.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::DeTable;

use super::conditions::Names;
use super::difference::Difference;
use super::merge::{self, Merge, shifted};
use super::rules::{Attribute, ColumnRule, Kind, LevelScale, Numbers, Origin, Roles, Rulebook};
use super::text::{fold, header_words, words};
use super::thresholds::{Threshold, Thresholds};
use super::toml_tables::{Loader, Section, Table, Value, integer, number};
use super::values::{AttributeId, Points, Setting};
use super::{language, print};
use crate::codes::Code;
use crate::problem::{Problem, Spot};
use crate::table::sha256_hex;

/// More findings and contract terms than this would not fit the set that marks them on a function.
const MOST_FINDINGS: usize = 64;

/// The text of the default rulebook with all its words, which is a whole rulebook.
pub static DEFAULT: LazyLock<String> = LazyLock::new(|| print::text(language::default()));

/// The default rulebook.
///
/// # Panics
/// Never in a build that passed its tests: one of them loads it.
pub fn load_default() -> Rulebook {
    let mut loader = Loader::new("the default rulebook", "");
    let rulebook = loader.rulebook(&Section::new(language::default(), 0..0));
    debug_assert!(loader.problems.is_empty(), "{:?}", loader.problems);
    Rulebook { text: DEFAULT.as_str().into(), ..rulebook.expect("the default rulebook is loaded by a test") }.summed()
}

/// Reads a rulebook from the text of a file called `name`: a whole one, or what is put over the default.
///
/// # Errors
/// All that is wrong with the text.
pub fn load(name: &str, text: &str) -> Result<Rulebook, Vec<Problem>> {
    let (mut loader, mut own) = Loader::parse(name, text)?;
    let is_whole = language::is_whole(&own);
    let (rulebook, tree) = if is_whole {
        language::complete(&mut own);
        (loader.rulebook(&Section::new(&own, 0..0)), own)
    } else {
        let own = shifted(own, language::end());
        let (rulebook, tree) = put_over_default(&mut loader, own.clone());
        loader.locate(&own);
        (rulebook, tree)
    };
    match rulebook {
        Some(rulebook) if loader.problems.is_empty() => {
            let text = if is_whole { text.to_owned() } else { print::text(&tree) };
            let changes = Difference::between(language::default(), &tree).lines;
            Ok(Rulebook { text: text.into(), changes, ..rulebook }.summed())
        }
        _ => Err(loader.problems),
    }
}

/// What a rulebook says otherwise than the default one, as a file that says nothing else.
pub fn difference(rulebook: &Rulebook) -> String {
    let mut tree = DeTable::parse_recoverable(&rulebook.text).0.into_inner();
    language::complete(&mut tree);
    print::text(&Difference::between(language::default(), &tree).file)
}

/// The words of all languages, as a file that says nothing else.
pub fn dictionary() -> String {
    print::text(&language::dictionary())
}

/// A file's tree over the default, and what it comes to.
fn put_over_default<'t>(loader: &mut Loader<'t>, mut own: Table<'t>) -> (Option<Rulebook>, Table<'t>) {
    loader.start = language::end();
    let mut tree = language::base(loader, &mut own);
    Merge { loader, adds: false }.file(&mut tree, own);
    (loader.rulebook(&Section::new(&tree, 0..0)), tree)
}

impl Rulebook {
    fn summed(self) -> Rulebook {
        Rulebook { sha256: sha256_hex(self.text.as_bytes()), ..self }
    }
}

/// Of more problems of a file with the default, the places are not searched for.
const MOST_LOCATED: usize = 16;

/// Lists of words by name; each with its levels, in the order of the file.
type WordLists = BTreeMap<String, Vec<(String, Points)>>;

impl<'t> Loader<'t> {
    /// Finds the place in the file of what shows in the default only: the first that brings the problem about.
    fn locate(&mut self, own: &Table<'t>) {
        let places = merge::places(own);
        for at in 0..self.problems.len().min(MOST_LOCATED) {
            let problem = &self.problems[at];
            if problem.place.spot != Spot::Whole {
                continue;
            }
            let is_brought_about = |place: &usize| {
                let mut loader = Loader { problems: Vec::new(), place: self.place.clone(), ..*self };
                put_over_default(&mut loader, merge::before(own, place + 1));
                loader.problems.iter().any(|p| (p.code, &p.message) == (problem.code, &problem.message))
            };
            let place = places.get(places.partition_point(|place| !is_brought_about(place)));
            let place = place.map_or(self.start, |place| *place);
            let mut here = Loader { problems: Vec::new(), place: self.place.clone(), ..*self };
            here.report(place..place, problem.code, problem.message.clone(), problem.help.clone());
            self.problems[at].place = here.problems.remove(0).place;
        }
    }

    fn rulebook(&mut self, root: &Section<'_, 't>) -> Option<Rulebook> {
        self.known_keys(
            root,
            "at the top level",
            &[
                "name",
                "version",
                "source",
                "verdict",
                "settings",
                "reading",
                "periods",
                "magnitudes",
                "months",
                "words",
                "attribute",
                "criterion",
                "map",
                "finding",
                "contract_term",
                "columns",
                "scales",
                "other_table",
            ],
        );
        let settings = self.settings(root);
        let words = self.word_lists(root);
        let ids = self.ids(root, "attribute");
        let attributes = self.attributes(root, &ids, &words, &settings);
        let reading = self.reading(root, &ids);
        let criterion_ids = self.ids(root, "criterion");
        let criteria = self.criteria(root, &ids, &attributes, &criterion_ids);
        let axes = self.axes(root, &criterion_ids);
        let names = Names { attributes: &ids, criteria: &criterion_ids, settings: &settings };
        let mut findings = self.findings(root, "finding", &names);
        findings.extend(self.findings(root, "contract_term", &names));
        if findings.len() > MOST_FINDINGS {
            let message =
                format!("{} findings and contract terms, at most {MOST_FINDINGS} are possible", findings.len());
            self.report(0..0, Code::TooManyFindings, message, None);
        }
        let mut text = |key| self.required_text(root, key, "the rulebook");
        let (name, version, source) = (text("name"), text("version"), text("source"));
        let thresholds = self.thresholds(root);
        let roles = self.roles(&ids);
        // Only here does it stop at the first thing missing: by now every mistake is on record.
        Some(Rulebook {
            name: name?,
            version: version?,
            source: source?,
            sha256: String::new(),
            text: "".into(),
            changes: Vec::new(),
            thresholds,
            settings,
            reading,
            roles: roles?,
            attributes,
            criteria,
            findings,
            axes: axes?,
        })
    }

    fn thresholds(&mut self, root: &Table<'t>) -> Thresholds {
        let mut thresholds = Thresholds::default();
        let Some(table) = self.table(root, "verdict") else { return thresholds };
        self.known_keys(&table, "in `verdict`", &Threshold::ALL.map(Threshold::key));
        let (least, most) = (i64::from(*Threshold::RANGE.start()), i64::from(*Threshold::RANGE.end()));
        for threshold in Threshold::ALL {
            let key = threshold.key();
            if let Some(value) = table.get(key) {
                match integer(value).filter(|number| (least..=most).contains(number)) {
                    Some(number) => thresholds[threshold] = number,
                    None => self.expected(value, &format!("`{key}` as a whole number from {least} to {most}")),
                }
            }
        }
        thresholds
    }

    fn settings(&mut self, root: &Table<'t>) -> Vec<Setting> {
        let Some(table) = self.table(root, "settings") else { return Vec::new() };
        let mut settings = Vec::new();
        for (key, value) in table.iter() {
            match number(value) {
                Some(number) => settings.push(Setting { name: key.get_ref().to_string(), value: number }),
                None => self.expected(value, &format!("setting `{}` as a number", key.get_ref())),
            }
        }
        settings
    }

    fn word_lists(&mut self, root: &Table<'t>) -> WordLists {
        let mut lists = BTreeMap::new();
        if let Some(table) = self.table(root, "words") {
            for (name, value) in table.iter() {
                if let Some(list) = self.as_table(value, &format!("word list `{}`", name.get_ref())) {
                    lists.insert(name.get_ref().to_string(), self.word_levels(&list));
                }
            }
        }
        lists
    }

    /// Words with their levels, in the order of the file: `100 = ["high", "hoch"]`, or `"high" = 100`.
    fn word_levels(&mut self, list: &Table<'t>) -> Vec<(String, Points)> {
        let mut entries: Vec<_> = list.iter().collect();
        entries.sort_by_key(|(word, _)| word.span().start);
        let mut words = Vec::new();
        for (key, value) in entries {
            let key_text = key.get_ref().to_string();
            if !value.get_ref().is_array() {
                words.extend(self.points(value).map(|level| (key_text, level)));
                continue;
            }
            match key_text.parse().ok().and_then(Points::new) {
                Some(level) => {
                    words.extend(self.texts(list, &key_text).into_iter().map(|(word, _)| (word, level)));
                }
                None => {
                    let message = format!("expected a level from 0 to 100 before a list of words, found `{key_text}`");
                    self.report(key.span(), Code::WrongValue, message, None);
                }
            }
        }
        words
    }

    fn points(&mut self, value: &Value<'t>) -> Option<Points> {
        let level = integer(value).and_then(|n| u8::try_from(n).ok()).and_then(Points::new);
        if level.is_none() {
            self.expected(value, "a level from 0 to 100");
        }
        level
    }

    /// The ids of a list of tables, reporting those that are missing or given twice.
    fn ids(&mut self, root: &Table<'t>, list: &str) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for table in self.tables(root, list) {
            let id = self.required_text(&table, "id", &format!("this {list}")).unwrap_or_default();
            if !id.is_empty() && ids.contains(&id) {
                let span = table.get("id").map_or(table.span.clone(), Spanned::span);
                self.report(span, Code::DuplicateId, format!("{list} `{id}` is given twice"), None);
            }
            ids.push(id);
        }
        if ids.is_empty() {
            self.report(0..0, Code::MissingKey, format!("a rulebook needs at least one [[{list}]]"), None);
        }
        ids
    }

    fn attributes(
        &mut self,
        root: &Table<'t>,
        ids: &[String],
        words: &WordLists,
        settings: &[Setting],
    ) -> Vec<Attribute> {
        let mut claimed: HashMap<Vec<String>, String> = HashMap::new();
        let mut attributes = Vec::new();
        let tables = self.tables(root, "attribute");
        let has_column: Vec<bool> = tables.iter().map(|table| !table.contains_key("first_of")).collect();
        for (table, id) in tables.iter().zip(ids) {
            let origin = if let Some(parts) = table.get("first_of") {
                self.known_keys(table, &format!("in attribute `{id}`"), &["id", "name", "question", "first_of"]);
                self.role_needs(id, "first_of", parts.span());
                Origin::FirstOf(self.first_of(table, parts, ids, &has_column))
            } else {
                Origin::Column(Box::new(self.column_rule(table, id, ids, words, settings, &mut claimed)))
            };
            attributes.push(Attribute {
                id: id.clone(),
                name: self.required_text(table, "name", &format!("attribute `{id}`")).unwrap_or_default(),
                question: self.optional_text(table, "question"),
                origin,
            });
        }
        attributes
    }

    /// Attributes with a column of their own, at least one: so no chain of them can run in a circle.
    fn first_of(
        &mut self,
        table: &Table<'t>,
        value: &Value<'t>,
        ids: &[String],
        has_column: &[bool],
    ) -> Vec<AttributeId> {
        if value.get_ref().as_array().is_some_and(|parts| parts.is_empty()) {
            self.expected(value, "`first_of` as a list of at least one attribute");
        }
        let mut parts = Vec::new();
        for (part, span) in self.texts(table, "first_of") {
            let Some(id) = self.attribute(ids, &part, span.clone()) else { continue };
            if has_column[id.index()] {
                parts.push(id);
            } else {
                let message = format!("`first_of` names `{part}`, which has no column of its own");
                let help = "name attributes with `headers` only";
                self.report(span, Code::NestedFirstOf, message, Some(help.to_owned()));
            }
        }
        parts
    }

    /// Checks the kind of an attribute that has a part of its own in reports, where that part needs a kind.
    fn role_needs(&mut self, id: &str, kind: &str, span: Range<usize>) {
        let needed = match id {
            "annual_cost" => "money",
            "fte" => "number",
            _ => return,
        };
        if kind != needed {
            let message = format!("attribute `{id}` must be of the kind `{needed}`, and is `{kind}`");
            let help = "reports add it up; give an attribute of another kind another `id`";
            self.report(span, Code::WrongKind, message, Some(help.to_owned()));
        }
    }

    fn column_rule(
        &mut self,
        table: &Section<'_, 't>,
        id: &str,
        ids: &[String],
        words_lists: &WordLists,
        settings: &[Setting],
        claimed: &mut HashMap<Vec<String>, String>,
    ) -> ColumnRule {
        self.known_keys(
            table,
            &format!("in attribute `{id}`"),
            &[
                "id",
                "name",
                "kind",
                "headers",
                "unless",
                "series",
                "channels",
                "words",
                "more",
                "numbers",
                "bands",
                "otherwise",
                "dates",
                "per_run",
                "frequency",
                "channels",
                "units",
                "question",
            ],
        );
        let mut headers = self.claimed_headers(table, "headers", id, claimed);
        let per_run = self.claimed_headers(table, "per_run", id, claimed);
        headers.extend_from_slice(&per_run);
        let channels = self.claimed_headers(table, "channels", id, claimed);
        let frequency = self.frequency(table, ids, &per_run);
        let series = self.phrases(table, "series", header_words);
        let unless = self.phrases(table, "unless", words);
        let named = self.required_text(table, "kind", &format!("attribute `{id}`"));
        let span = table.get("kind").map_or(table.span.clone(), Spanned::span);
        let kind = match named.as_deref() {
            Some("level") => Kind::Level(self.level_scale(table, words_lists, settings)),
            Some("number") => {
                Kind::Number { units: self.texts(table, "units").iter().map(|(unit, _)| fold(unit)).collect() }
            }
            Some("money") => Kind::Money,
            Some("text") => Kind::Text,
            mistaken => {
                if let Some(mistaken) = mistaken {
                    self.unknown(span.clone(), "kind", mistaken, &["text", "level", "number", "money"]);
                }
                // As a level it draws no second complaint from the poles that use it.
                Kind::Level(self.level_scale(table, words_lists, settings))
            }
        };
        if let Some(named) = named {
            self.role_needs(id, &named, span);
        }
        ColumnRule { headers, unless, per_run, frequency, series, channels, kind }
    }

    /// A list of headers as words, each of which no other attribute may claim.
    fn claimed_headers(
        &mut self,
        table: &Table<'t>,
        key: &str,
        id: &str,
        claimed: &mut HashMap<Vec<String>, String>,
    ) -> Vec<Vec<String>> {
        let mut headers = Vec::new();
        for (header, span) in self.texts(table, key) {
            let words = header_words(&header);
            match claimed.get(&words) {
                Some(owner) if owner != id => {
                    let message = format!("header `{header}` is claimed by attribute `{owner}` and by `{id}`");
                    let help = "a header can mean one thing only: remove it from one of them";
                    self.report(span, Code::HeaderClaimedTwice, message, Some(help.to_owned()));
                }
                _ => drop(claimed.insert(words.clone(), id.to_owned())),
            }
            headers.push(words);
        }
        headers
    }

    /// The attribute that says how often a function runs; counts for each run need one.
    fn frequency(&mut self, table: &Section<'_, 't>, ids: &[String], per_run: &[Vec<String>]) -> Option<AttributeId> {
        if !per_run.is_empty() && !table.contains_key("frequency") {
            self.missing(table, "frequency", "an attribute with `per_run`");
        }
        let id = self.optional_text(table, "frequency")?;
        let span = table.get("frequency").map_or(0..0, Spanned::span);
        self.attribute(ids, &id, span)
    }

    fn level_scale(&mut self, table: &Table<'t>, lists: &WordLists, settings: &[Setting]) -> LevelScale {
        let mut listed: Vec<(String, Points)> = Vec::new();
        for (name, span) in self.texts(table, "words") {
            match lists.get(&name) {
                Some(list) => listed.extend_from_slice(list),
                None => self.unknown(span, "word list", &name, &lists.keys().map(String::as_str).collect::<Vec<_>>()),
            }
        }
        if let Some(more) = self.table(table, "more") {
            listed.extend(self.word_levels(&more));
        }
        let mut examples: Vec<(Points, String)> = Vec::new();
        for (word, level) in &listed {
            if !examples.iter().any(|(known, _)| known == level) {
                examples.push((*level, word.clone()));
            }
        }
        examples.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
        let numbers = match self.optional_text(table, "numbers").as_deref() {
            None | Some("rating") => Numbers::Rating,
            Some("none") => Numbers::None,
            Some("count") => self.bands(table, settings),
            Some(other) => {
                let span = table.get("numbers").map_or(0..0, Spanned::span);
                self.unknown(span, "reading of numbers", other, &["rating", "count", "none"]);
                Numbers::None
            }
        };
        let otherwise = table.get("otherwise").and_then(|value| self.points(value));
        let dates = table.get("dates").and_then(|value| self.points(value));
        LevelScale {
            phrases: phrases(&listed),
            words: listed.into_iter().map(|(word, level)| (fold(&word), level)).collect(),
            examples: examples.into_iter().map(|(_, word)| word).collect(),
            numbers,
            otherwise,
            dates,
        }
    }

    fn bands(&mut self, table: &Table<'t>, settings: &[Setting]) -> Numbers {
        let Some(bands) = self.table(table, "bands") else {
            let span = table.get("numbers").map_or(0..0, Spanned::span);
            let help = "add `bands = { low_below = 1000, high_above = 10000 }`";
            self.report(span, Code::MissingKey, "counts need `bands`".to_owned(), Some(help.to_owned()));
            return Numbers::None;
        };
        self.known_keys(&bands, "in `bands`", &["low_below", "high_above"]);
        let low_below = self.required_amount(&bands, "low_below", settings);
        let high_above = self.required_amount(&bands, "high_above", settings);
        let (Some(low_below), Some(high_above)) = (low_below, high_above) else { return Numbers::None };
        if low_below > high_above {
            let span = bands.get("low_below").map_or(0..0, Spanned::span);
            self.report(span, Code::BandsOverlap, "`low_below` is greater than `high_above`".to_owned(), None);
        }
        Numbers::Count { low_below, high_above }
    }

    fn required_amount(&mut self, bands: &Section<'_, 't>, key: &str, settings: &[Setting]) -> Option<f64> {
        if !bands.contains_key(key) {
            self.missing(bands, key, "`bands`");
        }
        bands.get(key).and_then(|value| self.amount(value, settings))
    }

    /// A number, a level's name or the name of a setting.
    pub(super) fn amount(&mut self, value: &Value<'t>, settings: &[Setting]) -> Option<f64> {
        let Some(name) = value.get_ref().as_str() else {
            let amount = number(value);
            if amount.is_none() {
                self.expected(value, "a number, a level or the name of a setting");
            }
            return amount;
        };
        match name {
            "low" => Some(0.0),
            "medium" => Some(50.0),
            "high" => Some(100.0),
            _ => {
                let setting = settings.iter().find(|s| s.name == name).map(|s| s.value);
                if setting.is_none() {
                    let names: Vec<&str> =
                        ["low", "medium", "high"].into_iter().chain(settings.iter().map(|s| s.name.as_str())).collect();
                    self.unknown(value.span(), "setting", name, &names);
                }
                setting
            }
        }
    }

    fn roles(&mut self, ids: &[String]) -> Option<Roles> {
        let find = |id: &str| ids.iter().position(|known| known == id).map(AttributeId);
        let Some(name) = find("name") else {
            let help = "add an attribute with `id = \"name\"`: it says which column holds the functions' names";
            self.report(0..0, Code::MissingKey, "there is no attribute `name`".to_owned(), Some(help.to_owned()));
            return None;
        };
        Some(Roles {
            name,
            id: find("id"),
            department: find("department"),
            location: find("location"),
            annual_cost: find("annual_cost"),
            fte: find("fte"),
        })
    }

    pub(super) fn attribute(&mut self, ids: &[String], id: &str, span: Range<usize>) -> Option<AttributeId> {
        self.position("attribute", ids, id, span).map(AttributeId)
    }

    pub(super) fn position(&mut self, kind: &str, ids: &[String], id: &str, span: Range<usize>) -> Option<usize> {
        let position = ids.iter().position(|known| known == id);
        if position.is_none() {
            self.unknown(span, kind, id, &ids.iter().map(String::as_str).collect::<Vec<_>>());
        }
        position
    }
}

/// Words with their levels by the first word of each, without those of one or two letters.
fn phrases(listed: &[(String, Points)]) -> HashMap<String, Vec<(Vec<String>, Points)>> {
    let mut phrases: HashMap<String, Vec<(Vec<String>, Points)>> = HashMap::new();
    for (text, level) in listed.iter().filter(|(text, _)| text.chars().count() > 2) {
        let phrase = words(text);
        if let Some(first) = phrase.first() {
            phrases.entry(first.clone()).or_default().push((phrase, *level));
        }
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_rulebook_loads() {
        let problems = load("rulebook.toml", &DEFAULT).err().unwrap_or_default();
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
    }
}
