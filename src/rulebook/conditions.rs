//! Findings, contract terms and constraints: what they say, and the conditions under which they are raised.

use std::collections::HashSet;

use toml::Spanned;

use super::text::words;
use super::toml_tables::{Loader, Section, Table, Value};
use super::values::{AttributeId, Direction, Setting};
use crate::codes::Code;

/// A benefit, risk or contract term, and the evidence that raises it.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its identifier, in kebab-case.
    pub id: String,
    /// What it is.
    pub kind: FindingKind,
    /// The verdict it belongs to; none for contract terms, which belong to all.
    pub direction: Option<Direction>,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence.
    pub text: String,
    /// The evidence that raises it.
    pub when: Condition,
    /// Whether the source's lists do not have it, so that reports say so.
    pub is_extension: bool,
}

/// What puts a function on hold whatever its verdict: a law, a contract that still runs. No part of the source.
#[derive(Clone, Debug)]
pub struct Constraint {
    /// Its identifier, in kebab-case.
    pub id: String,
    /// Its title, after "on hold: ".
    pub title: String,
    /// What it says, in a sentence.
    pub text: String,
    /// The evidence that puts a function on hold.
    pub when: Condition,
}

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// An expected benefit.
    Benefit,
    /// A risk.
    Risk,
    /// Something to write into the contract.
    ContractTerm,
}

impl FindingKind {
    /// Its name in the record and in reports.
    pub fn name(self) -> &'static str {
        match self {
            FindingKind::Benefit => "benefit",
            FindingKind::Risk => "risk",
            FindingKind::ContractTerm => "contract term",
        }
    }
}

/// A test on what is known of a function.
#[derive(Clone, Debug)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold, as where what it looks at is missing.
    Not(Box<Condition>),
    /// The level, number or amount is known and lies within these limits.
    Within {
        /// The attribute.
        attribute: AttributeId,
        /// The least value that passes.
        at_least: Option<f64>,
        /// The greatest value that passes.
        at_most: Option<f64>,
    },
    /// There is a value, or there is a column without one.
    Known {
        /// The attribute.
        attribute: AttributeId,
        /// Whether there must be a value.
        known: bool,
    },
    /// The cell lists at least that many parts.
    Parts {
        /// The attribute.
        attribute: AttributeId,
        /// The least number of parts.
        at_least: f64,
    },
    /// The text holds one of these words or phrases.
    Contains {
        /// The attribute.
        attribute: AttributeId,
        /// The phrases, each as words.
        phrases: Vec<Vec<String>>,
    },
    /// The day lies on one side of the day of the run.
    Dated {
        /// The attribute.
        attribute: AttributeId,
        /// The side.
        side: Side,
    },
    /// A criterion's evidence points one way, or does not.
    Points {
        /// The criterion's position.
        criterion: usize,
        /// The way.
        to: Direction,
        /// Whether it must not point there.
        negated: bool,
    },
}

/// Where a day lies as seen from the day of the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Before it.
    Before,
    /// After it, or on it: what ends today still runs.
    After,
}

impl Condition {
    /// Whether it looks at an attribute.
    pub fn names(&self, id: AttributeId) -> bool {
        match self {
            Condition::All(conditions) | Condition::Any(conditions) => conditions.iter().any(|c| c.names(id)),
            Condition::Not(condition) => condition.names(id),
            Condition::Within { attribute, .. }
            | Condition::Known { attribute, .. }
            | Condition::Parts { attribute, .. }
            | Condition::Contains { attribute, .. }
            | Condition::Dated { attribute, .. } => *attribute == id,
            Condition::Points { .. } => false,
        }
    }

    /// Whether it counts the parts of what an attribute's cell lists.
    pub fn counts_parts_of(&self, id: AttributeId) -> bool {
        match self {
            Condition::All(conditions) | Condition::Any(conditions) => conditions.iter().any(|c| c.counts_parts_of(id)),
            Condition::Not(condition) => condition.counts_parts_of(id),
            Condition::Parts { attribute, .. } => *attribute == id,
            _ => false,
        }
    }
}

/// What is said where a condition holds.
struct Raised {
    title: String,
    text: String,
    when: Condition,
}

/// What conditions may name.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) ids: &'a [String],
    /// What each attribute can be compared with.
    pub(super) compared: &'a [Compared],
    pub(super) criteria: &'a [String],
    pub(super) settings: &'a [Setting],
    /// Whether they may look at the day of the run, which no verdict depends on.
    pub(super) of_the_run: bool,
}

/// What the values of an attribute can be compared with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    /// Limits.
    Limits,
    /// A day.
    Days,
}

/// The day that dates are compared with.
const RUN_DATE: &str = "run-date";

impl<'t> Loader<'t> {
    pub(super) fn findings(&mut self, root: &Table<'t>, list: &str, names: &Names) -> Vec<Finding> {
        let mut seen = HashSet::new();
        let mut findings = Vec::new();
        for table in self.tables(root, list) {
            let (id, owner) = self.own_id(&table, list, &mut seen);
            let (kind, direction) = if list == "finding" {
                let keys = ["id", "kind", "verdict", "title", "text", "when", "extension"];
                self.known_keys(&table, &format!("in {owner}"), &keys);
                (self.finding_kind(&table, &owner), self.direction(&table, "verdict", &owner))
            } else {
                self.known_keys(&table, &format!("in {owner}"), &["id", "title", "text", "when", "extension"]);
                (FindingKind::ContractTerm, None)
            };
            let is_extension = self.flag(&table, "extension");
            if let Some(Raised { title, text, when }) = self.raised(&table, &owner, names) {
                findings.push(Finding { id, kind, direction, title, text, when, is_extension });
            }
        }
        findings
    }

    pub(super) fn constraints(&mut self, root: &Table<'t>, names: &Names) -> Vec<Constraint> {
        let mut seen = HashSet::new();
        let mut constraints = Vec::new();
        for table in self.tables(root, "constraint") {
            let (id, owner) = self.own_id(&table, "constraint", &mut seen);
            self.known_keys(&table, &format!("in {owner}"), &["id", "title", "text", "when"]);
            if let Some(Raised { title, text, when }) = self.raised(&table, &owner, names) {
                constraints.push(Constraint { id, title, text, when });
            }
        }
        constraints
    }

    /// The id of a table of a list, and how messages name it; one that is given twice is reported.
    fn own_id(&mut self, table: &Section<'_, 't>, list: &str, seen: &mut HashSet<String>) -> (String, String) {
        let id = self.required_text(table, "id", &format!("this {list}")).unwrap_or_default();
        let owner = format!("{list} `{id}`");
        if !id.is_empty() && !seen.insert(id.clone()) {
            let span = table.get("id").map_or(table.span.clone(), Spanned::span);
            self.report(span, Code::DuplicateId, format!("{owner} is given twice"), None);
        }
        (id, owner)
    }

    fn flag(&mut self, table: &Table<'t>, key: &str) -> bool {
        let Some(value) = table.get(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.expected(value, "true or false");
            false
        })
    }

    /// What is said, and when; none where it is not said when.
    fn raised(&mut self, table: &Section<'_, 't>, owner: &str, names: &Names) -> Option<Raised> {
        let title = self.required_text(table, "title", owner).unwrap_or_default();
        let text = self.required_text(table, "text", owner).unwrap_or_default();
        let Some(when) = table.get("when") else {
            self.missing(table, "when", owner);
            return None;
        };
        Some(Raised { title, text, when: self.condition(when, names)? })
    }

    fn finding_kind(&mut self, table: &Section<'_, 't>, owner: &str) -> FindingKind {
        match self.required_text(table, "kind", owner).as_deref() {
            Some("risk") => FindingKind::Risk,
            Some("benefit") | None => FindingKind::Benefit,
            Some(other) => {
                let span = table.get("kind").map_or(0..0, Spanned::span);
                self.unknown(span, "kind", other, &["benefit", "risk"]);
                FindingKind::Benefit
            }
        }
    }

    fn direction(&mut self, table: &Section<'_, 't>, key: &str, owner: &str) -> Option<Direction> {
        match self.required_text(table, key, owner)?.as_str() {
            "bpo" => Some(Direction::Bpo),
            "outsourcing" | "traditional-outsourcing" => Some(Direction::Outsourcing),
            other => {
                let span = table.get(key).map_or(0..0, Spanned::span);
                self.unknown(span, "direction", other, &["bpo", "traditional-outsourcing"]);
                None
            }
        }
    }

    fn condition(&mut self, value: &Value<'t>, names: &Names) -> Option<Condition> {
        let table = self.as_table(value, "a test")?;
        for (key, join) in [("all", Condition::All as fn(Vec<Condition>) -> Condition), ("any", Condition::Any)] {
            if let Some(list) = table.get(key) {
                self.known_keys(&table, "in a test", &[key]);
                // Of no tests, `all` would hold everywhere and `any` nowhere; neither can be meant.
                let Some(tests) = list.get_ref().as_array().filter(|tests| !tests.is_empty()) else {
                    self.expected(list, &format!("`{key}` as a list of at least one test"));
                    return None;
                };
                return Some(join(tests.iter().filter_map(|test| self.condition(test, names)).collect()));
            }
        }
        if let Some(test) = table.get("not") {
            self.known_keys(&table, "in a test", &["not"]);
            return Some(Condition::Not(Box::new(self.condition(test, names)?)));
        }
        if table.contains_key("criterion") {
            return self.criterion_test(&table, names);
        }
        self.attribute_test(value, &table, names)
    }

    fn criterion_test(&mut self, table: &Section<'_, 't>, names: &Names) -> Option<Condition> {
        self.only_one(table, &[&["points_to"], &["not_points_to"]])?;
        self.known_keys(table, "in a test", &["criterion", "points_to", "not_points_to"]);
        let id = self.required_text(table, "criterion", "this test")?;
        let span = table.get("criterion").map_or(table.span.clone(), Spanned::span);
        let criterion = self.position("criterion", names.criteria, &id, span)?;
        let negated = table.contains_key("not_points_to");
        let to = self.direction(table, if negated { "not_points_to" } else { "points_to" }, "this test")?;
        Some(Condition::Points { criterion, to, negated })
    }

    fn attribute_test(&mut self, value: &Value<'t>, table: &Section<'_, 't>, names: &Names) -> Option<Condition> {
        let keys = ["attribute", "at_least", "at_most", "known", "parts_at_least", "contains", "after", "before"];
        self.known_keys(table, "in a test", if names.of_the_run { &keys } else { &keys[..6] });
        let id = self.required_text(table, "attribute", "this test")?;
        let span = table.get("attribute").map_or(table.span.clone(), Spanned::span);
        let attribute = self.attribute(names.ids, &id, span)?;
        self.only_one(
            table,
            &[&["at_least", "at_most"], &["known"], &["parts_at_least"], &["contains"], &["after"], &["before"]],
        )?;
        for (key, side) in [("after", Side::After), ("before", Side::Before)] {
            if let Some(day) = table.get(key).filter(|_| names.of_the_run) {
                self.comparable((key, Compared::Days), day, attribute, names);
                if day.get_ref().as_str() != Some(RUN_DATE) {
                    self.expected(day, &format!("`{key} = \"{RUN_DATE}\"`"));
                    return None;
                }
                return Some(Condition::Dated { attribute, side });
            }
        }
        if let Some(known) = table.get("known") {
            let Some(known) = known.get_ref().as_bool() else {
                self.expected(known, "true or false");
                return None;
            };
            return Some(Condition::Known { attribute, known });
        }
        if let Some(parts) = table.get("parts_at_least") {
            return Some(Condition::Parts { attribute, at_least: self.amount(parts, names.settings)? });
        }
        if table.contains_key("contains") {
            let phrases: Vec<_> = self.texts(table, "contains").iter().map(|(phrase, _)| words(phrase)).collect();
            return Some(Condition::Contains { attribute, phrases });
        }
        for key in ["at_least", "at_most"] {
            if let Some(limit) = table.get(key) {
                self.comparable((key, Compared::Limits), limit, attribute, names);
            }
        }
        let at_least = table.get("at_least").and_then(|limit| self.amount(limit, names.settings));
        let at_most = table.get("at_most").and_then(|limit| self.amount(limit, names.settings));
        if !table.contains_key("at_least") && !table.contains_key("at_most") {
            self.expected(value, "a test with `at_least`, `at_most`, `known`, `parts_at_least` or `contains`");
            return None;
        }
        // A limit that could not be read has been reported, and must not widen the test.
        (at_least.is_some() || at_most.is_some()).then_some(Condition::Within { attribute, at_least, at_most })
    }

    /// Reports a test that could never hold, for what the attribute has is nothing that it could be compared with.
    fn comparable(&mut self, (key, with): (&str, Compared), value: &Value<'t>, id: AttributeId, names: &Names) {
        if names.compared[id.index()] != with {
            let kinds = match with {
                Compared::Limits => "`level`, `number` or `money`",
                Compared::Days => "`date`",
            };
            let message =
                format!("`{key}` needs an attribute of the kind {kinds}, and `{}` is none", names.ids[id.index()]);
            self.report(value.span(), Code::WrongKind, message, None);
        }
    }

    /// A test makes one kind of statement: of two, one would be ignored without a word.
    fn only_one(&mut self, table: &Table<'t>, kinds: &[&[&str]]) -> Option<()> {
        let mut found = kinds
            .iter()
            .filter_map(|keys| keys.iter().find_map(|key| Some((*key, table.get_key_value(*key)?.0.span()))));
        let (Some((first, _)), Some((second, span))) = (found.next(), found.next()) else { return Some(()) };
        let message = format!("a test cannot have `{first}` and `{second}` together");
        let help = "make two tests of it, such as `{ all = [{ … }, { … }] }`";
        self.report(span, Code::TwoTestsInOne, message, Some(help.to_owned()));
        None
    }
}
