//! The functions of a portfolio and what is known of each: from the table, from answers, or taken for granted.

use std::borrow::Cow;

use super::cells::column::{Amount, NumberColumn, Values, Way};
use super::heading::{Heading, Layout};
use super::opinions::{Outcome, Preferred};
use crate::problem::Place;
use crate::rulebook::{AttributeId, Points, Span, Steps};
use crate::table::{Cell, Date, Table, TextId, text_index};

/// The functions of a portfolio and what is known of each.
#[derive(Debug)]
pub struct Inventory<'a> {
    /// The table that everything was read from.
    pub table: &'a Table,
    /// The first row of the headers.
    pub header_top0: u32,
    /// The last row of the headers.
    pub header_row0: u32,
    /// The column of the names.
    pub name_column0: u16,
    /// Every column up to the last with a header or a value.
    pub columns: Vec<Column>,
    /// The functions, in the order of their rows.
    pub functions: Vec<BusinessFunction>,
    /// The rows that are no functions, in order; blank rows above the header are not counted.
    pub excluded: Vec<Excluded>,
    /// What was taken for granted where the file says nothing.
    pub assumptions: Vec<Assumption>,
    /// The currencies of the amounts, in the order of their first appearance; empty where none was named.
    pub currencies: Vec<String>,
    /// How many functions share their name, or their id, with an earlier one.
    pub repeated: Repeated,
    /// Answers from other files, which count before the table's own values; the last ones count most.
    pub answers: Vec<Answers<'a>>,
    /// What counts where people give different levels; none where it stays open between them.
    pub preferred: Option<Preferred>,
    pub(super) attributes: Vec<AttributeValues>,
    /// For each assumption the functions that it is for; empty where it is for all.
    pub(super) assumed_for: Vec<Vec<bool>>,
    /// Which of the table's texts mean "not known", by their positions.
    pub(super) no_data: Vec<bool>,
    /// The headers as they were understood, by column.
    pub(super) headings: Vec<Heading>,
}

/// A column and what it was taken for.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its header as it stood.
    pub header: String,
    /// What it holds; none where it is not used.
    pub attribute: Option<AttributeId>,
    /// How its values were read, for readers.
    pub reading: String,
    /// How many functions have a value.
    pub known: usize,
    /// Whether a number of it was read on the scale that was stated for it.
    pub(super) is_on_stated_scale: bool,
}

/// A table whose columns and rows are understood, and its cells not yet.
#[derive(Debug)]
pub struct Understood {
    pub(super) layout: Layout,
    pub(super) functions: Vec<BusinessFunction>,
    pub(super) excluded: Vec<Excluded>,
}

/// One row that is a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BusinessFunction {
    /// Its row.
    pub row0: u32,
}

/// A level taken for granted for every function, or every one of a department, whose own is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The attribute.
    pub attribute: AttributeId,
    /// The level.
    pub level: Points,
    /// The value as it was given.
    pub given: String,
    /// The department for which alone it is taken for granted.
    pub department: Option<String>,
}

/// How many functions repeat an earlier one's name or id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repeated {
    /// Their names.
    pub names: usize,
    /// Their ids.
    pub ids: usize,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A cell of this column, which may be another attribute's.
    Cell(u16),
    /// Several cells added up, of which that of this column is the largest.
    Sum(u16),
    /// It was answered in another file.
    Answer {
        /// The position of the file among the inventory's answers.
        file: usize,
        /// The row of the answer there.
        row0: u32,
        /// Its column there.
        column0: u16,
    },
    /// Several people gave different answers, of which no single one counts.
    Raters,
    /// It was taken for granted: the assumption by its position.
    Assumed(usize),
    /// There is none.
    Missing,
}

#[derive(Debug, Default)]
pub(super) struct AttributeValues {
    /// The columns that it was read from; several where each holds a part.
    pub(super) columns: Vec<u16>,
    /// The column that each function's value comes from; empty where it is always the first.
    pub(super) from: Vec<u16>,
    /// The ways in which its values were read: several where sheets with columns of their own were put together.
    pub(super) ways: Vec<Way>,
    /// The way in which each function's value was read, by its position; empty where it is always the first.
    pub(super) way_of: Vec<u16>,
    pub(super) values: Values,
    /// The year's counts that values came to, where they are other numbers than the cells show.
    pub(super) years: Option<NumberColumn>,
    /// The assumptions on it by their positions, those for one department first.
    pub(super) assumed: Vec<usize>,
    pub(super) parts: Vec<AttributeId>,
    /// What the heading above each function says; empty where a column says it.
    pub(super) headings: Vec<Option<TextId>>,
    /// The functions of which it was answered that it is not known; empty where it was of none.
    pub(super) unknown: Vec<bool>,
    /// The functions on which columns of the table contradict each other; empty where there are none.
    pub(super) contradicted: Vec<bool>,
    /// The functions on which the table itself shows that people gave different levels; empty where there are none.
    pub(super) disputed: Vec<bool>,
    /// The functions on which an answer only comes back that an earlier run had; empty where there are none.
    pub(super) carried: Vec<bool>,
}

impl AttributeValues {
    /// Where its text stands, without any value.
    pub(super) fn text_alone(&self) -> AttributeValues {
        let (columns, from, headings) = (self.columns.clone(), self.from.clone(), self.headings.clone());
        AttributeValues { columns, from, headings, ..AttributeValues::default() }
    }

    /// Whether columns of the table contradict each other on a function.
    fn is_contradicted(&self, function: usize) -> bool {
        self.contradicted.get(function) == Some(&true)
    }

    /// How a function's value was read.
    fn way(&self, function: usize) -> Way {
        let way = self.way_of.get(function).map_or(0, |way| usize::from(*way));
        self.ways.get(way).copied().unwrap_or_default()
    }

    /// The column that a function's value comes from.
    fn column0(&self, function: usize) -> Option<u16> {
        self.from.get(function).or(self.columns.first()).copied()
    }
}

/// Answers and the functions that they are for.
#[derive(Debug)]
pub struct Answers<'a> {
    /// The answers as they were read.
    pub inventory: Inventory<'a>,
    /// What they came to.
    pub counts: AnswerCounts,
    /// The functions with an answer that fills or replaces something.
    pub(super) changed: Vec<usize>,
    /// Whose they are: answers of one file are those of one rater.
    pub(super) rater: usize,
    /// Whether they stand in a copy of the table, in which most cells are no answers.
    pub(super) is_copy: bool,
    /// The columns that say who answered, and when.
    pub(super) by: Option<u16>,
    pub(super) on: Option<u16>,
    /// For each function the position of its answers among the answers' functions.
    pub(super) positions: Vec<Option<u32>>,
    /// For each currency of the answers its position among the inventory's.
    pub(super) currencies: Vec<usize>,
}

/// How many answers there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnswerCounts {
    /// Functions with an answer that fills or replaces something.
    pub functions: usize,
    /// Answers where the inventory has no value.
    pub filled: usize,
    /// Answers that replace another value.
    pub replaced: usize,
    /// Rows of answers that belong to no function, or to several.
    pub unused: usize,
}

impl Answers<'_> {
    /// The position of a function's answers among the answers' functions.
    pub(super) fn position(&self, function: usize) -> Option<usize> {
        self.positions[function].map(|position| position as usize)
    }
}

/// One row that is no function; the header itself and blank rows above it are not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The row.
    pub row0: u32,
    /// Why.
    pub reason: Exclusion,
}

/// Why a row is no function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exclusion {
    /// It stands above the header.
    Title,
    /// Nothing stands in it.
    Blank,
    /// It stands under the header and says what kind of value goes into each column.
    Types,
    /// It repeats the header, or says the same in other words, such as technical names.
    Header,
    /// It parts the header from what stands below, and holds nothing but dashes.
    Line,
    /// It stands over a group of rows and names it.
    Heading,
    /// It adds up other rows.
    Total,
    /// It says something of all other rows, such as their average.
    Statistic,
    /// It stands under the table and remarks on it.
    Note,
    /// It belongs to another table, which begins below a blank row.
    OtherTable,
    /// It has its parts in other rows, which are judged.
    Parent,
    /// It is some of a row above it, which is judged.
    Part,
    /// It is of an earlier year than another row of the same function.
    Earlier,
    /// It does not hold what `--where` says.
    Unselected,
    /// It has values, and no name.
    NoName,
    /// It has more or fewer fields than its header.
    Uneven,
}

impl Exclusion {
    /// The reason for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Exclusion::Title => "title row",
            Exclusion::Blank => "blank row",
            Exclusion::Types => "type row",
            Exclusion::Header => "repeated header row",
            Exclusion::Line => "line",
            Exclusion::Heading => "heading row",
            Exclusion::Total => "total row",
            Exclusion::Statistic => "statistics row",
            Exclusion::Note => "note row",
            Exclusion::OtherTable => "row of another table",
            Exclusion::Parent => "parent row",
            Exclusion::Part => "row of a part",
            Exclusion::Earlier => "row of an earlier year",
            Exclusion::Unselected => "row outside `--where`",
            Exclusion::NoName => "unnamed row",
            Exclusion::Uneven => "uneven row",
        }
    }
}

impl<'a> Inventory<'a> {
    /// The assumption that stands for a missing value, by its position. None does where somebody answered that it is not known.
    fn assumption(&self, id: AttributeId, function: usize) -> Option<usize> {
        if self.is_answered_as_unknown(id, function) || self.is_contradicted(id, function) {
            return None;
        }
        let is_for = |position: &usize| {
            let functions = &self.assumed_for[*position];
            functions.is_empty() || functions[function]
        };
        self.attributes[id.index()].assumed.iter().copied().find(is_for)
    }

    /// The answers on a function, each with the position of the function there; the last ones first.
    fn answered(&self, function: usize) -> impl Iterator<Item = (&Answers<'a>, usize)> {
        self.answers.iter().rev().filter_map(move |answers| Some((answers, answers.position(function)?)))
    }

    /// The level of an attribute on a function, by its position in [`Inventory::functions`]; none where missing.
    pub fn level(&self, id: AttributeId, function: usize) -> Option<Points> {
        self.reading(id, function).map(|(level, _)| level)
    }

    /// The same with the scale that it was read from; of what was taken for granted, that of answers.
    pub fn reading(&self, id: AttributeId, function: usize) -> Option<(Points, Steps)> {
        let (span, steps) = self.span(id, function);
        span.known().map(|level| (level, steps))
    }

    /// Where an attribute of a function stands, with the scale of a level that is known.
    pub fn span(&self, id: AttributeId, function: usize) -> (Span, Steps) {
        match self.stated(id, function) {
            (Span::Missing, steps) => match self.assumption(id, function) {
                Some(position) => (Span::Known(self.assumptions[position].level), Steps::ANSWERS),
                None => (Span::Missing, steps),
            },
            stated => stated,
        }
    }

    /// The level that answers or the table itself state, as far as answers are heard.
    pub(super) fn stated_level(
        &self,
        id: AttributeId,
        function: usize,
        is_heard: impl Fn(&Answers) -> bool,
    ) -> Option<Points> {
        for (answers, position) in self.answered(function).filter(|(answers, _)| is_heard(answers)) {
            match answers.inventory.level(id, position) {
                None if answers.inventory.is_unknown(id, position) => return None,
                None => {}
                answer => return answer,
            }
        }
        self.known_level(id, function).map(|(level, _)| level)
    }

    /// Where answers or the table itself say that an attribute stands, and on which scale.
    fn stated(&self, id: AttributeId, function: usize) -> (Span, Steps) {
        let own = || self.known_level(id, function).filter(|_| !self.is_answered_as_unknown(id, function));
        match self.opinions(id, function) {
            Some(opinions) => opinions.span(),
            None => own().map_or((Span::Missing, Steps::default()), |(level, steps)| (Span::Known(level), steps)),
        }
    }

    /// Whether a level was answered, be it that it is not known, and no answer disputes it.
    pub fn is_answered(&self, id: AttributeId, function: usize) -> bool {
        match self.opinions(id, function) {
            Some(opinions) => !matches!(opinions.outcome, Outcome::Disputed(..)),
            None => self.is_answered_as_unknown(id, function),
        }
    }

    fn is_answered_as_unknown(&self, id: AttributeId, function: usize) -> bool {
        self.answered(function).any(|(answers, position)| answers.inventory.is_unknown(id, position))
    }

    /// Whether it was answered that an attribute of a function is not known.
    pub(super) fn is_unknown(&self, id: AttributeId, function: usize) -> bool {
        self.attributes[id.index()].unknown.get(function) == Some(&true)
    }

    /// Whether a level was an answer to the run of the workbook that it stands in, and only comes back.
    pub(super) fn is_carried(&self, id: AttributeId, function: usize) -> bool {
        self.attributes[id.index()].carried.get(function) == Some(&true)
    }

    /// The year's count that a level was read from, where that is another number than the cell shows.
    pub fn count_of_year(&self, id: AttributeId, function: usize) -> Option<f64> {
        if let Some(opinions) = self.opinions(id, function) {
            let answers = &self.answers[opinions.counts().file];
            let is_one = matches!(opinions.outcome, Outcome::Agreed | Outcome::Last(_));
            return answers.inventory.count_of_year(id, answers.position(function)?).filter(|_| is_one);
        }
        let known = self.heard_columns_of(id, function).find(|attribute| attribute.values.level(function).is_some());
        known?.years.as_ref()?.get(function)
    }

    /// The level that the table itself says, and on which scale.
    pub(super) fn known_level(&self, id: AttributeId, function: usize) -> Option<(Points, Steps)> {
        let mut columns = self.heard_columns_of(id, function);
        columns.find_map(|attribute| Some((attribute.values.level(function)?, attribute.way(function).steps)))
    }

    /// Whether what the table says of an attribute on a function contradicts itself, so that nothing of it counts.
    fn is_contradicted(&self, id: AttributeId, function: usize) -> bool {
        self.columns_of(id).any(|attribute| attribute.is_contradicted(function))
    }

    /// The attribute itself, and those that may stand for it.
    pub(super) fn columns_of(&self, id: AttributeId) -> impl Iterator<Item = &AttributeValues> {
        let attribute = &self.attributes[id.index()];
        std::iter::once(attribute).chain(attribute.parts.iter().map(|part| &self.attributes[part.index()]))
    }

    /// The same as far as they count for a function.
    fn heard_columns_of(&self, id: AttributeId, function: usize) -> impl Iterator<Item = &AttributeValues> {
        let is_heard = !self.is_contradicted(id, function);
        self.columns_of(id).filter(move |_| is_heard)
    }

    /// The columns of the table that an attribute, or what may stand for it, was read from.
    pub fn columns_with(&self, id: AttributeId) -> impl Iterator<Item = u16> {
        self.columns_of(id).flat_map(|attribute| attribute.columns.iter().copied())
    }

    /// The number or amount of an attribute on a function; none where missing.
    pub fn number(&self, id: AttributeId, function: usize) -> Option<f64> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.number(id, position));
        answer.or_else(|| self.attributes[id.index()].values.numbers()?.get(function))
    }

    /// The least and the most that the number or amount of an attribute on a function can be; none where missing.
    pub fn bounds(&self, id: AttributeId, function: usize) -> Option<(f64, f64)> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.bounds(id, position));
        answer.or_else(|| self.attributes[id.index()].values.numbers()?.bounds(function))
    }

    /// The day of an attribute on a function; none where missing.
    pub fn day(&self, id: AttributeId, function: usize) -> Option<Date> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.day(id, position));
        answer.or_else(|| self.attributes[id.index()].values.day(function))
    }

    /// The amount of money of an attribute on a function; none where missing.
    pub fn amount(&self, id: AttributeId, function: usize) -> Option<Amount> {
        let answer = self.answered(function).find_map(|(answers, position)| {
            let amount = answers.inventory.amount(id, position)?;
            Some(Amount { currency: answers.currencies[amount.currency], ..amount })
        });
        answer.or_else(|| self.known_amount(id, function))
    }

    fn known_amount(&self, id: AttributeId, function: usize) -> Option<Amount> {
        match &self.attributes[id.index()].values {
            Values::Amounts { numbers, currencies } => {
                numbers.get(function).map(|value| Amount { value, currency: usize::from(currencies[function]) })
            }
            _ => None,
        }
    }

    /// The text of an attribute on a function, trimmed; empty where missing.
    pub fn text(&self, id: AttributeId, function: usize) -> Cow<'a, str> {
        let attribute = &self.attributes[id.index()];
        match attribute.column0(function) {
            Some(column0) => self.text_of(column0, function),
            None => {
                let heading = attribute.headings.get(function).copied().flatten();
                Cow::Borrowed(heading.map_or("", |text| self.table.text(text).trim()))
            }
        }
    }

    pub(super) fn text_of(&self, column0: u16, function: usize) -> Cow<'a, str> {
        let table = self.table;
        match table.value(self.functions[function].row0, column0) {
            Cell::Text(text) if self.no_data[text_index(text)] => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(table.text(text).trim()),
            Cell::Empty | Cell::Error(_) => Cow::Borrowed(""),
            cell => Cow::Owned(table.shown(cell)),
        }
    }

    /// The first column of an attribute, not counting those that may stand for it.
    pub(super) fn column0(&self, id: AttributeId) -> Option<u16> {
        self.attributes[id.index()].columns.first().copied()
    }

    /// Whether the inventory has a column for an attribute.
    pub fn has_column(&self, id: AttributeId) -> bool {
        self.columns_of(id).any(|attribute| !attribute.columns.is_empty())
            || self.answers.iter().any(|answers| answers.inventory.has_column(id))
    }

    /// Whether an attribute has a value on a function, of whatever kind.
    pub fn is_known(&self, id: AttributeId, function: usize) -> bool {
        match &self.attributes[id.index()].values {
            Values::Numbers(_) | Values::Amounts { .. } => self.bounds(id, function).is_some(),
            Values::Levels(_) => self.level(id, function).is_some(),
            Values::Dates(_) => self.day(id, function).is_some(),
            Values::None => {
                self.level(id, function).is_some()
                    || self.number(id, function).is_some()
                    || self.day(id, function).is_some()
                    || !self.text(id, function).is_empty()
            }
        }
    }

    /// Where the value of an attribute on a function comes from.
    pub fn source(&self, id: AttributeId, function: usize) -> Source {
        let Some(opinions) = self.opinions(id, function) else { return self.source_by(id, function, |_| true) };
        match opinions.outcome {
            Outcome::Agreed | Outcome::Last(_) => {
                let opinion = opinions.counts();
                Source::Answer { file: opinion.file, row0: opinion.at.0, column0: opinion.at.1 }
            }
            Outcome::Median(_) | Outcome::Disputed(..) => Source::Raters,
        }
    }

    /// The same as far as answers are heard, the last ones first.
    pub(super) fn source_by(&self, id: AttributeId, function: usize, is_heard: impl Fn(&Answers) -> bool) -> Source {
        let assumed = || self.assumption(id, function).map_or(Source::Missing, Source::Assumed);
        for (file, answers) in self.answers.iter().enumerate().rev().filter(|(_, answers)| is_heard(answers)) {
            let Some(position) = answers.position(function) else { continue };
            if answers.inventory.is_unknown(id, position) {
                return assumed();
            }
            if let Source::Cell(column0) | Source::Sum(column0) = answers.inventory.source(id, position) {
                return Source::Answer { file, row0: answers.inventory.functions[position].row0, column0 };
            }
        }
        let known = self.heard_columns_of(id, function).find(|attribute| match &attribute.values {
            Values::Levels(levels) => levels[function].is_some(),
            Values::Dates(days) => days[function].is_some(),
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.bounds(function).is_some(),
            Values::None => {
                attribute.column0(function).is_some_and(|column0| !self.text_of(column0, function).is_empty())
            }
        });
        match known.and_then(|attribute| Some((attribute.way(function).is_sum, attribute.column0(function)?))) {
            Some((true, column0)) => Source::Sum(column0),
            Some((false, column0)) => Source::Cell(column0),
            None => assumed(),
        }
    }

    /// The name of a function.
    pub fn name(&self, function: usize) -> Cow<'a, str> {
        let table = self.table;
        match table.value(self.functions[function].row0, self.name_column0) {
            Cell::Text(text) => Cow::Borrowed(table.text(text).trim()),
            cell => Cow::Owned(table.shown(cell)),
        }
    }

    /// The text of a role's attribute on a function; empty where there is none.
    pub fn role(&self, role: Option<AttributeId>, function: usize) -> Cow<'a, str> {
        role.map_or(Cow::Borrowed(""), |id| self.text(id, function))
    }

    /// The place of the sheet.
    pub fn place(&self) -> &Place {
        &self.table.place
    }
}
