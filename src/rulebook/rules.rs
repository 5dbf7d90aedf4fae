//! A complete set of rules: attributes and how their columns are found, criteria and their poles, findings, axes.

use std::sync::{Arc, LazyLock};

use super::columns::StatedBy;
use super::conditions::{Constraint, Finding};
use super::reading::Reading;
use super::text::{WordMap, WordSet};
use super::thresholds::{Threshold, Thresholds};
use super::translated;
use super::values::{AttributeId, Points, Setting, Weight};
use crate::language::Language;
use crate::problem::Place;
use crate::table::sha256_hex;

/// A complete set of rules.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// The language that its texts are in, as far as they are those of the default.
    pub language: Language,
    /// Its name, for the record.
    pub name: String,
    /// Its version, for the record.
    pub version: String,
    /// The published source that it follows.
    pub source: String,
    pub(super) whole: Whole,
    /// What it says otherwise than the default one, a line for each change.
    pub changes: Vec<String>,
    /// The thresholds of the verdict.
    pub thresholds: Thresholds,
    /// Named numbers that conditions and bands refer to, by name.
    pub settings: Vec<Setting>,
    /// How cells are read, whatever their column.
    pub reading: Reading,
    /// What a column can hold, in the order of the file.
    pub attributes: Vec<Attribute>,
    /// Attributes that have a part of their own in reports.
    pub roles: Roles,
    /// The criteria, in the order of the file.
    pub criteria: Vec<Criterion>,
    /// Benefits, risks and contract terms, in order of importance.
    pub findings: Vec<Finding>,
    /// What puts a function on hold, whatever its verdict; the first that holds is the one that is said.
    pub constraints: Vec<Constraint>,
    /// The horizontal and the vertical axis of the portfolio map.
    pub axes: [Axis; 2],
    /// Other weights, thresholds and assumptions to judge by as well.
    pub scenarios: Vec<Scenario>,
    /// Between which weights people differ on criteria, by their positions; empty where nobody was asked.
    pub weight_ranges: Vec<WeightRange>,
}

/// The least and the greatest weight that people give a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeightRange {
    /// The criterion, by its position.
    pub criterion: usize,
    /// The least.
    pub least: Weight,
    /// The greatest.
    pub greatest: Weight,
}

/// The text of a rulebook; that of the default is made where it is asked for.
#[derive(Clone, Debug)]
pub(super) enum Whole {
    Default(&'static LazyLock<Text>),
    Own(Arc<Text>),
}

#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    sha256: String,
}

impl Text {
    pub(super) fn of(text: String) -> Text {
        Text { sha256: sha256_hex(text.as_bytes()), text }
    }
}

impl Rulebook {
    /// Its text, which is TOML, and a whole: what a file leaves to the default stands there too.
    pub fn text(&self) -> &str {
        &self.stated().text
    }

    /// SHA-256 of its text, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.stated().sha256
    }

    fn stated(&self) -> &Text {
        match &self.whole {
            Whole::Default(text) => text,
            Whole::Own(text) => text,
        }
    }

    /// The attribute with an id.
    pub fn attribute(&self, id: AttributeId) -> &Attribute {
        &self.attributes[id.0]
    }

    /// All attributes with their ids.
    pub fn attribute_ids(&self) -> impl Iterator<Item = (AttributeId, &Attribute)> {
        self.attributes.iter().enumerate().map(|(i, a)| (AttributeId(i), a))
    }

    /// The attribute that may be read from this one.
    pub fn whole_of(&self, part: AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|whole| whole.parts().contains(&part))
    }

    /// The same rules for a file that need not have the columns that options name.
    #[must_use]
    pub fn for_any_file(&self) -> Rulebook {
        let mut rulebook = self.clone();
        let columns = rulebook.reading.columns.iter_mut().map(|stated| &mut stated.column);
        let scales = rulebook.reading.scales.iter_mut().map(|stated| &mut stated.column);
        let units = rulebook.reading.units_of.iter_mut().map(|stated| &mut stated.column);
        for name in columns.chain(scales).chain(units) {
            name.by = StatedBy::Rulebook;
        }
        rulebook.reading.selections.clear();
        rulebook
    }

    /// The attribute itself, or the first of those that it is read from: one with a column of its own.
    pub fn column_of(&self, id: AttributeId) -> AttributeId {
        self.attribute(id).parts().first().copied().unwrap_or(id)
    }

    /// Whether the values of several columns for an attribute can be added: amounts, people or counts.
    pub fn is_added(&self, id: AttributeId) -> bool {
        self.attribute(self.column_of(id)).rule().is_some_and(|rule| rule.kind.has_unit())
    }

    /// The attribute called that in the rulebook file.
    pub fn attribute_named(&self, id: &str) -> Option<AttributeId> {
        self.attributes.iter().position(|a| a.id == id).map(AttributeId)
    }

    /// The criteria that have a direction, with a weight or without, with their positions.
    pub fn weighable(&self) -> impl Iterator<Item = (usize, &Criterion, &Poles)> {
        self.criteria.iter().enumerate().filter_map(|(i, c)| c.poles.as_ref().map(|poles| (i, c, poles)))
    }

    /// The criteria that have a direction and a weight, with their positions.
    pub fn directional(&self) -> impl Iterator<Item = (usize, &Criterion, &Poles)> {
        self.weighable().filter(|(_, c, _)| c.weight.0 > 0)
    }

    /// The attributes that criteria with a direction use, in the order of their first use.
    pub fn deciding_attributes(&self) -> Vec<AttributeId> {
        let mut ids = Vec::new();
        for (_, _, poles) in self.directional() {
            for id in poles.attributes() {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }
}

/// Something that can be known of a function.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its identifier, in `snake_case`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// What it is, in a sentence.
    pub meaning: Option<String>,
    /// What to ask where it is missing.
    pub question: Option<String>,
    /// What its levels stand for.
    pub anchors: Option<Anchors>,
    /// Where it comes from.
    pub origin: Origin,
}

/// What Low, Medium and High stand for, a phrase each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// What Low stands for.
    pub low: String,
    /// What Medium stands for.
    pub medium: String,
    /// What High stands for.
    pub high: String,
}

impl Attribute {
    /// How its column is found and read; none where it has none of its own.
    pub fn rule(&self) -> Option<&ColumnRule> {
        match &self.origin {
            Origin::Column(rule) => Some(rule),
            Origin::FirstOf(_) => None,
        }
    }

    /// The attributes of which it is the first that is known; none where it has a column of its own.
    pub fn parts(&self) -> &[AttributeId] {
        match &self.origin {
            Origin::FirstOf(parts) => parts,
            Origin::Column(_) => &[],
        }
    }

    /// Whether it is read from a column of its own whose numbers are written as numbers.
    pub fn has_numbers(&self) -> bool {
        self.has_values() && !self.rule().is_some_and(|rule| matches!(rule.kind, Kind::Date))
    }

    /// Whether it is read from a column of its own that holds values, not texts.
    pub fn has_values(&self) -> bool {
        self.rule().is_some_and(|rule| !matches!(rule.kind, Kind::Text))
    }

    /// How values are read onto a level, where it is read so from a column of its own.
    pub fn levels(&self) -> Option<&LevelScale> {
        self.rule()?.kind.levels()
    }
}

/// Where an attribute comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A column of the inventory.
    Column(Box<ColumnRule>),
    /// The first of other attributes that is known.
    FirstOf(Vec<AttributeId>),
}

/// How an attribute's column is found and read.
#[derive(Clone, Debug)]
pub struct ColumnRule {
    /// What the column is called, each as words (see [`crate::rulebook::text::header_words`]), in order of preference.
    pub headers: Vec<Vec<String>>,
    /// Words that rule out a longer header.
    pub unless: Vec<Vec<String>>,
    /// Headers that mean a count for each run, to be multiplied by how often the function runs.
    pub per_run: Vec<Vec<String>>,
    /// The attribute that says how often the function runs.
    pub frequency: Option<AttributeId>,
    /// What is left of the headers of a series of periods without the period, each as words.
    pub series: Vec<Vec<String>>,
    /// Headers of columns that each hold a part of the count, to be added.
    pub channels: Vec<Vec<String>>,
    /// Headers of columns that name who else does the work, so that a name there is an answer.
    pub outsiders: Vec<Vec<String>>,
    /// The same where another cell of the column says that the work is the company's own.
    pub outsiders_beside_own: Vec<Vec<String>>,
    /// What a question holds that asks for it, each as words: a column under one counts where its cells are answers.
    pub asks: Vec<Vec<String>>,
    /// Headers that mean something else in a table that has one of `unless_beside`.
    pub doubtful: Vec<Vec<String>>,
    /// What stands in the header of another column that makes the doubtful ones something else.
    pub unless_beside: Vec<Vec<String>>,
    /// How its values are read.
    pub kind: Kind,
}

impl Kind {
    /// The scale that values are read onto; none where they are no levels.
    pub fn levels(&self) -> Option<&LevelScale> {
        match self {
            Kind::Level(scale) => Some(scale),
            Kind::Text | Kind::Number { .. } | Kind::Money | Kind::Date => None,
        }
    }

    /// Whether its numbers are amounts, people or counts, which have a unit and can be added.
    pub fn has_unit(&self) -> bool {
        matches!(self, Kind::Money | Kind::Number { .. }) || self.is_count()
    }

    /// Whether columns of it may each hold a part, which are added up.
    pub fn comes_in_parts(&self) -> bool {
        matches!(self, Kind::Money | Kind::Number { .. })
    }

    /// Whether bare numbers are counts, which bands turn into levels.
    pub fn is_count(&self) -> bool {
        self.levels().is_some_and(|scale| matches!(scale.numbers, Numbers::Count { .. }))
    }
}

/// How the values of a column are read.
#[derive(Clone, Debug)]
pub enum Kind {
    /// As they stand.
    Text,
    /// Onto a scale from 0 to 100.
    Level(LevelScale),
    /// As a number, which may be followed by a unit.
    Number {
        /// The unit to ask for.
        unit: Option<String>,
        /// The units that may follow (folded).
        units: Vec<String>,
    },
    /// As an amount of money, in a currency that the cell, its format or the header names.
    Money,
    /// As a day; a month, quarter or year alone is its last day.
    Date,
}

/// How values are read onto a level.
#[derive(Clone, Debug)]
pub struct LevelScale {
    /// Folded words and their levels.
    pub words: Arc<WordMap<String, Points>>,
    /// Those of them that are so or not, with nothing between, so that `not` turns them into their opposite.
    pub either_or: Arc<WordSet<String>>,
    /// Whether one of them may be a header by itself, of which the cells say yes or no.
    pub is_alone: bool,
    /// What it is a level of, each in words parted by blanks: beside a level, and where there is none of it.
    pub nouns: WordSet<String>,
    /// Words that stand beside a level without changing it.
    pub beside: WordSet<String>,
    /// One word for each level, the highest first: the one that stands first in the file.
    pub examples: Vec<String>,
    /// What a bare number means.
    pub numbers: Numbers,
    /// The level of a date, where a date is an answer; one that stands for "never" means the opposite.
    pub dates: Option<Points>,
}

impl LevelScale {
    /// The level of a folded word at one of the ends that is so or not, with nothing between.
    pub(crate) fn so_or_not(&self, word: &str) -> Option<Points> {
        let level = self.words.get(word).filter(|level| [Points::LOW, Points::HIGH].contains(level))?;
        self.either_or.contains(word).then_some(*level)
    }

    /// The same with answers of yes and no, where a yes means one of its ends.
    pub(crate) fn answered(&self, yes: Points, answers: &WordMap<String, Points>) -> LevelScale {
        let turned = |level: Points| if yes == Points::HIGH { level } else { level.opposite() };
        let answers = answers.iter().map(|(answer, level)| (answer.clone(), turned(*level)));
        let words = self.words.iter().map(|(word, level)| (word.clone(), *level)).chain(answers).collect();
        LevelScale { words: Arc::new(words), ..self.clone() }
    }
}

/// What a bare number in a column of levels means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numbers {
    /// Nothing: it cannot be read.
    None,
    /// A rating such as 1–5, 1–10, 0–1 or per cent.
    Rating,
    /// A count, which bands turn into Low (below), Medium and High (above).
    Count {
        /// A count below this is Low.
        low_below: f64,
        /// A count above this is High.
        high_above: f64,
    },
}

/// Attributes that have a part of their own in reports.
#[derive(Clone, Copy, Debug)]
pub struct Roles {
    /// The function's name. The only one that an inventory must have.
    pub name: AttributeId,
    /// The function's id.
    pub id: Option<AttributeId>,
    /// The department.
    pub department: Option<AttributeId>,
    /// The location.
    pub location: Option<AttributeId>,
    /// The annual cost.
    pub annual_cost: Option<AttributeId>,
    /// The people, in full-time equivalents.
    pub fte: Option<AttributeId>,
    /// Who does the work today.
    pub sourcing: Option<AttributeId>,
    /// The unit of the number beside it.
    pub unit: Option<AttributeId>,
    /// The currency of the amounts of a row.
    pub currency: Option<AttributeId>,
}

/// One of the considerations.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// Its identifier, in `snake_case`.
    pub id: String,
    /// Its name for readers.
    pub name: String,
    /// Its weight beside the others.
    pub weight: Weight,
    /// What points which way; none for a criterion without a direction.
    pub poles: Option<Poles>,
    /// What the source says of it.
    pub source: String,
    /// How each outcome is put into words.
    pub says: Says,
}

impl Rulebook {
    /// What a criterion is called, folded: its own name first, then those that the default rules have for it in any language, but for
    /// what is another one's own name here.
    pub fn names_of_criterion(&self, criterion: &Criterion) -> Vec<String> {
        let others = self.criteria.iter().map(|other| other.name.as_str());
        translated::all_names("criterion", &criterion.id, &criterion.name, others)
    }

    /// The same of an attribute.
    pub fn names_of_attribute(&self, attribute: &Attribute) -> Vec<String> {
        let others = self.attributes.iter().map(|other| other.name.as_str());
        translated::all_names("attribute", &attribute.id, &attribute.name, others)
    }
}

/// What differs from the rules otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Its name for readers.
    pub name: String,
    /// Other weights, by the positions of their criteria.
    pub weights: Vec<(usize, Weight)>,
    /// Other thresholds.
    pub thresholds: Vec<(Threshold, i64)>,
    /// Where it stands.
    pub place: Place,
    /// What is assumed wherever the inventory says nothing, `control=low`, each with its place.
    pub assumptions: Vec<(String, Place)>,
}

impl Scenario {
    /// Whether its weights and thresholds are those of the rules.
    pub fn is_none(&self, rulebook: &Rulebook) -> bool {
        self.weights.iter().all(|(criterion, weight)| rulebook.criteria[*criterion].weight == *weight)
            && self.thresholds.iter().all(|(threshold, value)| rulebook.thresholds[*threshold] == *value)
    }

    /// The rules with what this scenario says of weights and thresholds.
    #[must_use]
    pub fn rules(&self, rulebook: &Rulebook) -> Rulebook {
        let mut rules = rulebook.clone();
        for (criterion, weight) in &self.weights {
            rules.criteria[*criterion].weight = *weight;
        }
        for (threshold, value) in &self.thresholds {
            rules.thresholds[*threshold] = *value;
        }
        rules
    }
}

/// The two directions of a criterion.
#[derive(Clone, Debug)]
pub struct Poles {
    /// What points to BPO.
    pub bpo: Pole,
    /// What points to traditional outsourcing.
    pub outsourcing: Pole,
}

impl Poles {
    /// The attributes of both poles; one that is in both comes twice.
    pub fn attributes(&self) -> impl Iterator<Item = AttributeId> {
        self.bpo.terms.iter().chain(&self.outsourcing.terms).map(|term| term.attribute)
    }
}

/// Attributes that point one way together.
#[derive(Clone, Debug)]
pub struct Pole {
    /// How they go together.
    pub join: Join,
    /// The attributes or their opposites; never empty.
    pub terms: Vec<Term>,
}

/// How the terms of a pole go together: the source's "and" and "or", as the standard fuzzy connectives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// And: the least counts.
    All,
    /// Or: the greatest counts.
    Any,
}

/// An attribute or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The attribute.
    pub attribute: AttributeId,
    /// Whether its opposite is meant.
    pub opposite: bool,
}

/// How the outcomes of a criterion are put into words; each goes on after "Name: ".
#[derive(Clone, Debug, Default)]
pub struct Says {
    /// Points to BPO.
    pub bpo: String,
    /// Points to traditional outsourcing.
    pub outsourcing: String,
    /// Both poles pull.
    pub conflict: String,
    /// Neither pole pulls.
    pub neutral: String,
    /// Nothing is known.
    pub unknown: String,
    /// Words for single terms of its poles: where any of several is enough, the ones that pull are named alone.
    pub terms: Vec<(Term, String)>,
}

impl Says {
    /// The words for a term of a pole.
    pub fn term(&self, term: Term) -> Option<&str> {
        self.terms.iter().find(|(known, _)| *known == term).map(|(_, words)| words.as_str())
    }
}

/// An axis of the portfolio map: the mean evidence of some criteria.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Its name for readers.
    pub name: String,
    /// What its lower end means, in words.
    pub low: String,
    /// What its upper end means, in words.
    pub high: String,
    /// Positions of its criteria.
    pub criteria: Vec<usize>,
}
