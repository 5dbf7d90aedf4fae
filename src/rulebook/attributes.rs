//! The attributes: how their columns are found, and what their words, numbers and dates mean.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::rules::{Anchors, Attribute, ColumnRule, Kind, LevelScale, Numbers, Origin};
use super::text::{WordMap, WordSet, fold, header_words, words};
use super::toml_tables::{Loader, Section, Table, Value, integer};
use super::values::{AttributeId, Points, Setting};
use crate::codes::Code;

/// Lists of words by name; each with its levels, in the order of the file.
#[derive(Default)]
pub(super) struct WordLists {
    lists: BTreeMap<String, Vec<(String, Points)>>,
    /// Those whose words are so or not.
    either_or: WordSet<String>,
    /// Those of which one word may be a header.
    alone: WordSet<String>,
    /// That of answers to a question of yes or no, folded.
    pub(super) answers: WordMap<String, Points>,
    /// What was made of some of them: many attributes are read with the same.
    made: WordMap<Vec<String>, Known>,
}

impl WordLists {
    fn names(&self) -> Vec<&str> {
        self.lists.keys().map(String::as_str).collect()
    }
}

/// Words as cells are compared with them.
#[derive(Clone)]
struct Known {
    words: Arc<WordMap<String, Points>>,
    either_or: Arc<WordSet<String>>,
    examples: Vec<String>,
}

impl Known {
    fn of(listed: Vec<(String, Points)>, either_or: WordSet<String>) -> Known {
        let mut examples: Vec<(Points, String)> = Vec::new();
        for (word, level) in &listed {
            if !examples.iter().any(|(known, _)| known == level) {
                examples.push((*level, word.clone()));
            }
        }
        examples.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
        Known {
            either_or: Arc::new(either_or),
            words: Arc::new(listed.into_iter().map(|(word, level)| (fold(&word), level)).collect()),
            examples: examples.into_iter().map(|(_, word)| word).collect(),
        }
    }
}

impl<'t> Loader<'t> {
    pub(super) fn word_lists(&mut self, root: &Table<'t>) -> WordLists {
        let mut lists = WordLists::default();
        let mut answers = None;
        if let Some(reading) = self.table(root, "reading") {
            let mut named = |key| self.texts(&reading, key).into_iter().map(|(name, _)| name).collect();
            (lists.either_or, lists.alone) = (named("either_or"), named("alone"));
            answers = self.optional_text(&reading, "answers").zip(reading.get("answers").map(Spanned::span));
        }
        if let Some(table) = self.table(root, "words") {
            for (name, value) in table.iter() {
                if let Some(list) = self.as_table(value, &format!("word list `{}`", name.get_ref())) {
                    lists.lists.insert(name.get_ref().to_string(), self.word_levels(&list));
                }
            }
        }
        if let Some((name, span)) = answers {
            match lists.lists.get(&name) {
                Some(list) => lists.answers = list.iter().map(|(word, level)| (fold(word), *level)).collect(),
                None => self.unknown(span, "word list", &name, &lists.names()),
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

    pub(super) fn attributes(
        &mut self,
        root: &Table<'t>,
        ids: &[String],
        words: &mut WordLists,
        settings: &[Setting],
    ) -> Vec<Attribute> {
        let mut claimed: WordMap<String, &str> = WordMap::default();
        let mut attributes = Vec::new();
        let tables = self.tables(root, "attribute");
        let has_column: Vec<bool> = tables.iter().map(|table| !table.contains_key("first_of")).collect();
        for (table, id) in tables.iter().zip(ids) {
            let origin = if let Some(parts) = table.get("first_of") {
                self.known_keys(
                    table,
                    &format!("in attribute `{id}`"),
                    &["id", "name", "meaning", "question", "anchors", "first_of"],
                );
                self.role_needs(id, "first_of", parts.span());
                Origin::FirstOf(self.first_of(table, parts, ids, &has_column))
            } else {
                Origin::Column(Box::new(self.column_rule(table, id, ids, words, settings, &mut claimed)))
            };
            attributes.push(Attribute {
                id: id.clone(),
                name: self.required_text(table, "name", &format!("attribute `{id}`")).unwrap_or_default(),
                meaning: self.optional_text(table, "meaning"),
                question: self.optional_text(table, "question"),
                anchors: self.anchors(table, id, &origin),
                origin,
            });
        }
        attributes
    }

    /// What the levels of an attribute stand for: all three of them, for one says little without the others.
    fn anchors(&mut self, attribute: &Table<'t>, id: &str, origin: &Origin) -> Option<Anchors> {
        let table = self.table(attribute, "anchors")?;
        let owner = format!("`anchors` of attribute `{id}`");
        if let Origin::Column(rule) = origin
            && rule.kind.levels().is_none()
        {
            let message = format!("{owner} explain levels, which it does not have");
            self.report(table.span.clone(), Code::WrongKind, message, None);
        }
        self.known_keys(&table, &format!("in {owner}"), &["low", "medium", "high"]);
        let [low, medium, high] = ["low", "medium", "high"].map(|key| self.required_text(&table, key, &owner));
        Some(Anchors { low: low?, medium: medium?, high: high? })
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

    fn column_rule<'i>(
        &mut self,
        table: &Section<'_, 't>,
        id: &'i str,
        ids: &[String],
        words_lists: &mut WordLists,
        settings: &[Setting],
        claimed: &mut WordMap<String, &'i str>,
    ) -> ColumnRule {
        self.known_keys(
            table,
            &format!("in attribute `{id}`"),
            &[
                "id",
                "name",
                "meaning",
                "kind",
                "headers",
                "unless",
                "series",
                "channels",
                "words",
                "more",
                "numbers",
                "bands",
                "nouns",
                "beside",
                "outsiders",
                "outsiders_beside_own",
                "asks",
                "doubtful",
                "unless_beside",
                "dates",
                "per_run",
                "frequency",
                "channels",
                "units",
                "question",
                "anchors",
            ],
        );
        let mut headers = self.claimed_headers(table, "headers", id, claimed);
        let per_run = self.claimed_headers(table, "per_run", id, claimed);
        headers.extend_from_slice(&per_run);
        let channels = self.claimed_headers(table, "channels", id, claimed);
        let frequency = self.frequency(table, ids, &per_run);
        let series = self.phrases(table, "series", header_words);
        let outsiders = self.phrases(table, "outsiders", header_words);
        let outsiders_beside_own = self.phrases(table, "outsiders_beside_own", header_words);
        let asks = self.phrases(table, "asks", words);
        let doubtful = self.phrases(table, "doubtful", header_words);
        let unless_beside = self.phrases(table, "unless_beside", words);
        let unless = self.phrases(table, "unless", words);
        let named = self.required_text(table, "kind", &format!("attribute `{id}`"));
        let span = table.get("kind").map_or(table.span.clone(), Spanned::span);
        let kind = match named.as_deref() {
            Some("level") => Kind::Level(self.level_scale(table, words_lists, settings, &headers)),
            Some("number") => {
                let units: Vec<String> = self.texts(table, "units").into_iter().map(|(unit, _)| unit).collect();
                Kind::Number { unit: in_full(&units), units: units.iter().map(|unit| fold(unit)).collect() }
            }
            Some("money") => Kind::Money,
            Some("text") => Kind::Text,
            Some("date") => Kind::Date,
            mistaken => {
                if let Some(mistaken) = mistaken {
                    self.unknown(span.clone(), "kind", mistaken, &["text", "level", "number", "money", "date"]);
                }
                // As a level it draws no second complaint from the poles that use it.
                Kind::Level(self.level_scale(table, words_lists, settings, &headers))
            }
        };
        if let Some(named) = named {
            self.role_needs(id, &named, span);
        }
        ColumnRule {
            headers,
            unless,
            per_run,
            frequency,
            series,
            channels,
            outsiders,
            outsiders_beside_own,
            asks,
            doubtful,
            unless_beside,
            kind,
        }
    }

    /// A list of headers as words, each of which no other attribute may claim.
    fn claimed_headers<'i>(
        &mut self,
        table: &Table<'t>,
        key: &str,
        id: &'i str,
        claimed: &mut WordMap<String, &'i str>,
    ) -> Vec<Vec<String>> {
        let mut headers = Vec::new();
        for (header, span) in self.texts(table, key) {
            let words = header_words(&header);
            match claimed.entry(words.join(" ")) {
                Entry::Occupied(owner) if *owner.get() != id => {
                    let owner = owner.get();
                    let message = format!("header `{header}` is claimed by attribute `{owner}` and by `{id}`");
                    let help = "a header can mean one thing only: remove it from one of them";
                    self.report(span, Code::HeaderClaimedTwice, message, Some(help.to_owned()));
                }
                Entry::Occupied(_) => {}
                Entry::Vacant(free) => drop(free.insert(id)),
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

    fn level_scale(
        &mut self,
        table: &Table<'t>,
        lists: &mut WordLists,
        settings: &[Setting],
        headers: &[Vec<String>],
    ) -> LevelScale {
        let Known { words, either_or, examples } = self.known_words(table, lists);
        let is_alone = self.texts(table, "words").iter().any(|(name, _)| lists.alone.contains(name));
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
        let dates = table.get("dates").and_then(|value| self.points(value));
        // `high volume`, `full control`; a nature or a status is no more or less.
        let is_degree = numbers != Numbers::None && dates.is_none();
        let stated: WordSet<String> = self.joined(table, "nouns");
        let headers = headers.iter().filter(|_| is_degree).map(|words| words.join(" "));
        let nouns = stated.into_iter().chain(headers).collect();
        let beside = self.joined(table, "beside");
        LevelScale { words, either_or, is_alone, nouns, beside, examples, numbers, dates }
    }

    /// The words of the lists that an attribute names, and those of its own.
    fn known_words(&mut self, table: &Table<'t>, lists: &mut WordLists) -> Known {
        let named = self.texts(table, "words");
        for (name, span) in named.iter().filter(|(name, _)| !lists.lists.contains_key(name)) {
            self.unknown(span.clone(), "word list", name, &lists.names());
        }
        let names: Vec<String> = named.into_iter().map(|(name, _)| name).collect();
        let listed =
            |lists: &WordLists| names.iter().filter_map(|name| lists.lists.get(name)).flatten().cloned().collect();
        let either_or = |lists: &WordLists| {
            let named = names.iter().filter(|name| lists.either_or.contains(*name));
            named.filter_map(|name| lists.lists.get(name)).flatten().map(|(word, _)| fold(word)).collect()
        };
        if let Some(more) = self.table(table, "more") {
            let mut listed: Vec<_> = listed(lists);
            listed.extend(self.word_levels(&more));
            return Known::of(listed, either_or(lists));
        }
        if let Some(made) = lists.made.get(&names) {
            return made.clone();
        }
        let known = Known::of(listed(lists), either_or(lists));
        lists.made.insert(names, known.clone());
        known
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
}

/// The unit to ask for: the longest of the language that comes first, which lists its own from short to long.
fn in_full(units: &[String]) -> Option<String> {
    let length = |unit: &String| unit.chars().count();
    let shorter = units.windows(2).position(|pair| length(&pair[1]) < length(&pair[0]));
    shorter.map_or(units.last(), |at| units.get(at)).cloned()
}
