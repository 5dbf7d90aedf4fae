//! What the table means: which rows are functions, which columns are attributes, what each cell says.
//!
//! Missing is missing: a cell that is empty, says "not known" or cannot be read has no value, and the last of these is a
//! problem besides. What the values amount to is left to the assessment.

pub mod headers;
pub mod values;
mod answers;
mod columns;
mod matching;
mod rows;
mod levels;
mod counts;
mod periods;
mod ratings;
pub mod numbers;
mod quantities;
mod dates;
mod currencies;

use std::borrow::Cow;

use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::text::fold;
use crate::rulebook::{Attribute, AttributeId, Kind, Origin, Points, Rulebook};
use crate::table::{Cell, Table, Workbook, text_index};
pub use answers::{AnswerCounts, Answers, rules_for_answers};
use headers::{Heading, Layout};
pub use ratings::StatedScale;
pub use rows::{Excluded, Exclusion};
use values::{Amount, Sheet, Values};

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
    attributes: Vec<AttributeValues>,
    /// For each assumption the functions that it is for; empty where it is for all.
    assumed_for: Vec<Vec<bool>>,
    /// Which of the table's texts mean "not known", by their positions.
    no_data: Vec<bool>,
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
    /// It was taken for granted: the assumption by its position.
    Assumed(usize),
    /// There is none.
    Missing,
}

#[derive(Debug, Default)]
struct AttributeValues {
    /// The columns that it was read from; several where each holds a part.
    columns: Vec<u16>,
    /// The column that each function's value comes from; empty where it is always the first.
    from: Vec<u16>,
    /// Whether the columns were added up.
    is_sum: bool,
    values: Values,
    /// The assumptions on it by their positions, those for one department first.
    assumed: Vec<usize>,
    parts: Vec<AttributeId>,
}

impl AttributeValues {
    /// The column that a function's value comes from.
    fn column0(&self, function: usize) -> Option<u16> {
        self.from.get(function).or(self.columns.first()).copied()
    }
}

/// Puts a table together that stands on several sheets with the same header, and says so.
pub fn join_sheets(rulebook: &Rulebook, workbook: &mut Workbook, problems: &mut Problems) {
    let sheets = headers::split_over_sheets(rulebook, workbook);
    if sheets.is_empty() {
        return;
    }
    let names: Vec<String> = sheets
        .iter()
        .filter_map(|(at, _)| workbook.tables[*at].place.sheet.as_ref())
        .map(|sheet| format!("`{sheet}`"))
        .collect();
    let (last, first) = names.split_last().map_or((String::new(), String::new()), |(l, f)| (l.clone(), f.join(", ")));
    let message = format!("sheets {first} and {last} have the same header and were read as one table");
    let problem = Problem::note(Code::JoinedSheets, Place::file(workbook.file.name.clone()), message);
    problems.push(problem.help("name one with `--sheet` if it alone is meant"));
    workbook.join(&sheets);
}

/// Finds the functions and their attributes in a workbook.
///
/// # Errors
/// The problem that makes the file no inventory: no sheet has a column of names, or none has rows.
pub fn map<'a>(
    rulebook: &'a Rulebook,
    workbook: &'a Workbook,
    assumptions: &[Assumption],
    problems: &mut Problems,
) -> Result<Inventory<'a>, Problem> {
    let layout = headers::find(rulebook, workbook, problems)?;
    let table = &workbook.tables[layout.table];
    let (functions, excluded) = rows::classify(rulebook, table, &layout, problems);
    if functions.is_empty() {
        let place = table.place.at(Spot::Row { row0: layout.header_row0 });
        return Err(Problem::error(Code::NoRows, place, "there are no data rows below this header")
            .help("export the inventory with its rows, or name another sheet with `--sheet`"));
    }
    let mut inventory = Inventory {
        table,
        header_top0: layout.header_top0,
        header_row0: layout.header_row0,
        name_column0: layout.name_column,
        columns: Vec::new(),
        functions,
        excluded,
        assumptions: assumptions.to_vec(),
        currencies: Vec::new(),
        repeated: Repeated::default(),
        answers: Vec::new(),
        assumed_for: Vec::new(),
        attributes: Vec::new(),
        no_data: table.texts().map(|text| rulebook.reading.is_no_data(text)).collect(),
    };
    inventory.read_columns(rulebook, &layout, problems);
    inventory.assume(rulebook, problems);
    inventory.repeated = rows::report_repeated(rulebook, &inventory, problems);
    Ok(inventory)
}

/// The columns of an attribute, from the first.
fn columns_of(layout: &Layout, id: AttributeId) -> Vec<u16> {
    let columns = layout.columns.iter().enumerate().filter(|(_, heading)| heading.attribute == Some(id));
    columns.map(|(column, _)| column as u16).collect()
}

impl<'a> Inventory<'a> {
    fn read_columns(&mut self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        let rows: Vec<u32> = self.functions.iter().map(|f| f.row0).collect();
        let sheet = Sheet {
            rulebook,
            table: self.table,
            headings: &layout.columns,
            rows: &rows,
            convention: values::table_convention(rulebook, self.table, layout, &rows),
        };
        self.attributes = rulebook.attributes.iter().map(|_| AttributeValues::default()).collect();
        let unused = |heading: &Heading| Column {
            header: heading.header.clone(),
            attribute: None,
            reading: String::new(),
            known: 0,
        };
        self.columns = layout.columns.iter().map(unused).collect();
        for column in 0..layout.columns.len() {
            // The columns of an attribute are read together, at the first of them.
            let Some(id) = layout.columns[column].attribute else { continue };
            let columns = columns_of(layout, id);
            let Origin::Column(rule) = &rulebook.attribute(id).origin else { continue };
            if columns.first() != Some(&(column as u16)) {
                continue;
            }
            let outcome = values::read(&sheet, rule, &columns, &mut self.currencies, problems);
            for (column0, read) in columns.iter().zip(outcome.columns) {
                let column = &mut self.columns[usize::from(*column0)];
                (column.attribute, column.reading, column.known) = (Some(id), read.reading, read.known);
            }
            let target = &mut self.attributes[id.index()];
            (target.columns, target.values) = (columns, outcome.values);
            (target.from, target.is_sum) = (outcome.from, outcome.is_sum);
        }
        for (id, attribute) in rulebook.attribute_ids() {
            if let Origin::FirstOf(parts) = &attribute.origin {
                self.attributes[id.index()].parts.clone_from(parts);
            }
        }
    }

    /// Finds the functions that each assumption is for; a department that has none is a problem.
    fn assume(&mut self, rulebook: &Rulebook, problems: &mut Problems) {
        for (position, assumption) in self.assumptions.iter().enumerate() {
            let assumed = &mut self.attributes[assumption.attribute.index()].assumed;
            let Some(department) = &assumption.department else {
                assumed.push(position);
                self.assumed_for.push(Vec::new());
                continue;
            };
            assumed.insert(0, position);
            let wanted = fold(department);
            let of = |function: usize| self.role(rulebook.roles.department, function);
            let is_meant: Vec<bool> = (0..self.functions.len()).map(|f| fold(&of(f)) == wanted).collect();
            if !is_meant.contains(&true) {
                let near = (0..self.functions.len())
                    .map(of)
                    .filter(|name| !name.is_empty())
                    .min_by_key(|name| strsim::damerau_levenshtein(&fold(name), &wanted));
                let message =
                    format!("no function belongs to department `{department}`, for which something is assumed");
                let problem = Problem::warning(Code::NoSuchDepartment, self.table.place.clone(), message);
                problems.push(match near {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem.help("the inventory names no departments: leave out `@` and what follows"),
                });
            }
            self.assumed_for.push(is_meant);
        }
    }

    /// The assumption that stands for a missing value, by its position.
    fn assumption(&self, id: AttributeId, function: usize) -> Option<usize> {
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
        let assumed = || self.assumption(id, function).map(|position| self.assumptions[position].level);
        self.stated_level(id, function).or_else(assumed)
    }

    /// The level that answers or the table itself state.
    fn stated_level(&self, id: AttributeId, function: usize) -> Option<Points> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.level(id, position));
        answer.or_else(|| self.known_level(id, function))
    }

    /// The level that the table itself says.
    fn known_level(&self, id: AttributeId, function: usize) -> Option<Points> {
        self.columns_of(id).find_map(|attribute| match &attribute.values {
            Values::Levels(levels) => levels[function],
            _ => None,
        })
    }

    /// The attribute itself, and those that may stand for it.
    fn columns_of(&self, id: AttributeId) -> impl Iterator<Item = &AttributeValues> {
        let attribute = &self.attributes[id.index()];
        std::iter::once(attribute).chain(attribute.parts.iter().map(|part| &self.attributes[part.index()]))
    }

    /// The number or amount of an attribute on a function; none where missing.
    pub fn number(&self, id: AttributeId, function: usize) -> Option<f64> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.number(id, position));
        answer.or_else(|| self.known_number(id, function))
    }

    fn known_number(&self, id: AttributeId, function: usize) -> Option<f64> {
        match &self.attributes[id.index()].values {
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.get(function),
            _ => None,
        }
    }

    /// The least and the most that the number or amount of an attribute on a function can be; none where missing.
    pub fn bounds(&self, id: AttributeId, function: usize) -> Option<(f64, f64)> {
        let answer = self.answered(function).find_map(|(answers, position)| answers.inventory.bounds(id, position));
        answer.or_else(|| self.known_bounds(id, function))
    }

    fn known_bounds(&self, id: AttributeId, function: usize) -> Option<(f64, f64)> {
        match &self.attributes[id.index()].values {
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.bounds(function),
            _ => None,
        }
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
        let column0 = self.attributes[id.index()].column0(function);
        column0.map_or(Cow::Borrowed(""), |column0| self.text_of(column0, function))
    }

    fn text_of(&self, column0: u16, function: usize) -> Cow<'a, str> {
        let table = self.table;
        match table.value(self.functions[function].row0, column0) {
            Cell::Text(text) if self.no_data[text_index(text)] => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(table.text(text).trim()),
            Cell::Empty | Cell::Error(_) => Cow::Borrowed(""),
            cell => Cow::Owned(table.shown(cell)),
        }
    }

    /// The first column of an attribute, not counting those that may stand for it.
    fn column0(&self, id: AttributeId) -> Option<u16> {
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
            Values::None => {
                self.level(id, function).is_some()
                    || self.number(id, function).is_some()
                    || !self.text(id, function).is_empty()
            }
        }
    }

    /// Where the value of an attribute on a function comes from.
    pub fn source(&self, id: AttributeId, function: usize) -> Source {
        for (file, answers) in self.answers.iter().enumerate().rev() {
            if let Some(position) = answers.position(function)
                && let Source::Cell(column0) | Source::Sum(column0) = answers.inventory.source(id, position)
            {
                return Source::Answer { file, row0: answers.inventory.functions[position].row0, column0 };
            }
        }
        let known = self.columns_of(id).find(|attribute| match &attribute.values {
            Values::Levels(levels) => levels[function].is_some(),
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.bounds(function).is_some(),
            Values::None => {
                attribute.column0(function).is_some_and(|column0| !self.text_of(column0, function).is_empty())
            }
        });
        match known.and_then(|attribute| Some((attribute.is_sum, attribute.column0(function)?))) {
            Some((true, column0)) => Source::Sum(column0),
            Some((false, column0)) => Source::Cell(column0),
            None => self.assumption(id, function).map_or(Source::Missing, Source::Assumed),
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

/// Reads `ATTRIBUTE=VALUE` or `ATTRIBUTE=VALUE@DEPARTMENT`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_assumption(rulebook: &Rulebook, given: &str) -> Result<Assumption, String> {
    let (name, value) = given.split_once('=').ok_or("expected ATTRIBUTE=VALUE, such as control=low")?;
    let (value, department) = match value.split_once('@') {
        Some((value, department)) if department.trim().is_empty() => {
            return Err(format!("expected a department after `@`, such as {name}={}@Finance", value.trim()));
        }
        Some((value, department)) => (value, Some(department.trim().to_owned())),
        None => (value, None),
    };
    let name = name.trim();
    let deciding = rulebook.deciding_attributes();
    let names = || deciding.iter().map(|id| rulebook.attribute(*id).id.as_str()).collect::<Vec<_>>().join(", ");
    let id = rulebook
        .attribute_named(name)
        .ok_or_else(|| format!("there is no attribute `{name}`; those that decide are {}", names()))?;
    if let Some(whole) = rulebook.whole_of(id) {
        return Err(format!("`{name}` is one of the columns that `{}` is read from; assume `{0}` instead", whole.id));
    }
    let level = assumed_level(rulebook, rulebook.attribute(id), value).ok_or_else(|| {
        format!("`{value}` is no level of `{name}`; expected low, medium, high or a word that the rulebook knows")
    })?;
    Ok(Assumption { attribute: id, level, given: value.trim().to_owned(), department })
}

fn assumed_level(rulebook: &Rulebook, attribute: &Attribute, value: &str) -> Option<Points> {
    match &attribute.origin {
        Origin::FirstOf(parts) => {
            parts.iter().find_map(|part| assumed_level(rulebook, rulebook.attribute(*part), value))
        }
        Origin::Column(rule) => match &rule.kind {
            Kind::Level(scale) => levels::level_of_word(scale, &fold(value)).or(match fold(value).as_str() {
                "low" => Some(Points::LOW),
                "medium" => Some(Points::MEDIUM),
                "high" => Some(Points::HIGH),
                _ => None,
            }),
            _ => None,
        },
    }
}
