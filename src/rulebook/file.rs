//! A rulebook file in TOML becomes a [`Rulebook`], or every problem in it with its line and column.
//!
//! The file is walked by hand rather than deserialised, because a deserialiser stops at the first mistake.

use std::ops::Range;
use std::sync::LazyLock;

use toml::Spanned;
use toml::de::DeTable;

use super::conditions::{Compared, Names};
use super::difference::Difference;
use super::merge::{self, Merge, shifted};
use super::rules::{Attribute, Kind, Origin, Roles, Rulebook, Text, Whole};
use super::scenarios::{self, SCENARIO};
use super::thresholds::Threshold;
use super::toml_tables::{Loader, Section, Table, Value, integer, number};
use super::values::{AttributeId, Setting};
use super::weight_ranges::WEIGHT_RANGES;
use super::{language, print, translated};
use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Problem, Spot};

/// More findings and contract terms than this would not fit the set that marks them on a function.
const MOST_FINDINGS: usize = 64;

static DEFAULT: LazyLock<Text> = LazyLock::new(|| Text::of(print::text(language::default())));

/// The text of the default rulebook with all its words, which is a whole rulebook.
pub fn default_text() -> &'static str {
    &DEFAULT.text
}

/// The default rulebook.
///
/// # Panics
/// Never in a build that passed its tests: one of them loads it.
pub fn load_default() -> Rulebook {
    default_in(Language::En)
}

/// The default rulebook with its texts in a language.
///
/// # Panics
/// Never in a build that passed its tests: one of them loads it in each language.
pub fn default_in(language: Language) -> Rulebook {
    let mut loader = Loader::new("the default rulebook", "");
    let rulebook = if language == Language::En {
        loader.rulebook(&Section::new(language::default(), 0..0))
    } else {
        let mut tree = language::default().clone();
        translated::translate(&mut tree, language);
        loader.rulebook(&Section::new(&tree, 0..0))
    };
    debug_assert!(loader.problems.is_empty(), "{:?}", loader.problems);
    let rulebook = rulebook.expect("the default rulebook is loaded by a test");
    Rulebook { language, ..rulebook }
}

/// Reads a rulebook from the text of a file called `name`: a whole one, or what is put over the default.
///
/// # Errors
/// All that is wrong with the text.
pub fn load(name: &str, text: &str) -> Result<Rulebook, Vec<Problem>> {
    load_in(Language::En, name, text)
}

/// The same, with whatever it says in the words of the default in a language. Its text and its fingerprint are the same in all.
///
/// # Errors
/// All that is wrong with the text.
pub fn load_in(language: Language, name: &str, text: &str) -> Result<Rulebook, Vec<Problem>> {
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
            let rulebook = if language == Language::En {
                rulebook
            } else {
                let mut tree = tree;
                translated::translate(&mut tree, language);
                loader.rulebook(&Section::new(&tree, 0..0)).unwrap_or(rulebook)
            };
            Ok(Rulebook { whole: Whole::Own(Text::of(text).into()), changes, language, ..rulebook })
        }
        _ => Err(loader.problems),
    }
}

/// What a rulebook says otherwise than the default one, as a file that says nothing else.
pub fn difference(rulebook: &Rulebook) -> String {
    let mut tree = DeTable::parse_recoverable(rulebook.text()).0.into_inner();
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

/// What the values of an attribute can be compared with.
fn compared(attribute: &Attribute) -> Compared {
    match &attribute.origin {
        Origin::Column(rule) if matches!(rule.kind, Kind::Date) => Compared::Days,
        Origin::Column(_) | Origin::FirstOf(_) => Compared::Limits,
    }
}

/// Of more problems of a file with the default, the places are not searched for.
const MOST_LOCATED: usize = 16;

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
                "constraint",
                "columns",
                "scales",
                "units",
                "other_table",
                SCENARIO,
                WEIGHT_RANGES,
            ],
        );
        let settings = self.settings(root);
        let mut words = self.word_lists(root);
        let ids = self.ids(root, "attribute");
        let attributes = self.attributes(root, &ids, &mut words, &settings);
        let mut reading = self.reading(root, &ids);
        reading.answers = words.answers;
        let criterion_ids = self.ids(root, "criterion");
        let criteria = self.criteria(root, &ids, &attributes, &criterion_ids);
        let axes = self.axes(root, &criterion_ids);
        let compared: Vec<Compared> = attributes.iter().map(compared).collect();
        let names =
            Names { ids: &ids, compared: &compared, criteria: &criterion_ids, settings: &settings, of_the_run: false };
        let mut findings = self.findings(root, "finding", &names);
        findings.extend(self.findings(root, "contract_term", &names));
        if findings.len() > MOST_FINDINGS {
            let message =
                format!("{} findings and contract terms, at most {MOST_FINDINGS} are possible", findings.len());
            self.report(0..0, Code::TooManyFindings, message, None);
        }
        let constraints = self.constraints(root, &Names { of_the_run: true, ..names });
        let mut text = |key| self.required_text(root, key, "the rulebook");
        let (name, version, source) = (text("name"), text("version"), text("source"));
        let thresholds = scenarios::with(self.stated_thresholds(root));
        let scenarios = self.scenarios(root, &criterion_ids);
        let weight_ranges = self.weight_ranges(root, &criterion_ids);
        let roles = self.roles(&ids);
        // Only here does it stop at the first thing missing: by now every mistake is on record.
        Some(Rulebook {
            language: Language::En,
            name: name?,
            version: version?,
            source: source?,
            whole: Whole::Default(&DEFAULT),
            changes: Vec::new(),
            thresholds,
            settings,
            reading,
            roles: roles?,
            attributes,
            criteria,
            findings,
            constraints,
            axes: axes?,
            scenarios,
            weight_ranges,
        })
    }

    /// The thresholds that a table states under `verdict`.
    pub(super) fn stated_thresholds(&mut self, root: &Table<'t>) -> Vec<(Threshold, i64)> {
        let Some(table) = self.table(root, "verdict") else { return Vec::new() };
        let mut stated = Vec::new();
        self.known_keys(&table, "in `verdict`", &Threshold::ALL.map(Threshold::key));
        let (least, most) = (i64::from(*Threshold::RANGE.start()), i64::from(*Threshold::RANGE.end()));
        for threshold in Threshold::ALL {
            let key = threshold.key();
            if let Some(value) = table.get(key) {
                match integer(value).filter(|number| (least..=most).contains(number)) {
                    Some(number) => stated.push((threshold, number)),
                    None => self.expected(value, &format!("`{key}` as a whole number from {least} to {most}")),
                }
            }
        }
        stated
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
            sourcing: find("sourcing"),
            currency: find("currency"),
            unit: find("unit"),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_rulebook_loads() {
        let problems = load("rulebook.toml", default_text()).err().unwrap_or_default();
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
    }
}
