//! What the table means: which rows are functions, which columns are attributes, what each cell says.
//!
//! Missing is missing: a cell that is empty, says "not known" or cannot be read has no value, and the last of these is a
//! problem besides. What the values amount to is left to the assessment.

pub mod headers;
pub mod values;
mod levels;
mod counts;
mod periods;
mod ratings;
pub mod numbers;
mod quantities;
mod dates;
mod currencies;

use std::borrow::Cow;

use crate::problem::{Place, Problem, Problems, Spot};
use crate::rulebook::text::fold;
use crate::rulebook::{Attribute, AttributeId, Kind, Origin, Points, Rulebook};
use crate::table::{Cell, Table, Workbook, text_index};
use headers::{Heading, Layout};
pub use ratings::{StatedScale, parse_scale};
use values::{Amount, Sheet, Values};

/// The functions of a portfolio and what is known of each.
#[derive(Debug)]
pub struct Inventory<'a> {
    /// The table that everything was read from.
    pub table: &'a Table,
    /// The row of the headers.
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
    attributes: Vec<AttributeValues>,
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
    /// It repeats the header.
    Header,
    /// It adds up other rows.
    Total,
    /// It has values, and no name.
    NoName,
}

impl Exclusion {
    /// The reason for readers and for the record.
    pub fn name(self) -> &'static str {
        match self {
            Exclusion::Title => "title row",
            Exclusion::Blank => "blank row",
            Exclusion::Types => "type row",
            Exclusion::Header => "repeated header row",
            Exclusion::Total => "total row",
            Exclusion::NoName => "unnamed row",
        }
    }
}

/// A level taken for granted for every function whose own is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The attribute.
    pub attribute: AttributeId,
    /// The level.
    pub level: Points,
    /// The value as it was given.
    pub given: String,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A cell of this column, which may be another attribute's.
    Cell(u16),
    /// Several cells added up, of which that of this column is the largest.
    Sum(u16),
    /// It was taken for granted.
    Assumed,
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
    assumed: Option<Points>,
    parts: Vec<AttributeId>,
}

impl AttributeValues {
    /// The column that a function's value comes from.
    fn column0(&self, function: usize) -> Option<u16> {
        self.from.get(function).or(self.columns.first()).copied()
    }
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
    let (functions, excluded) = rows(rulebook, table, &layout, problems);
    if functions.is_empty() {
        let place = table.place.at(Spot::Row { row0: layout.header_row0 });
        return Err(Problem::error("no-rows", place, "there are no data rows below this header")
            .help("export the inventory with its rows, or name another sheet with `--sheet`"));
    }
    let mut inventory = Inventory {
        table,
        header_row0: layout.header_row0,
        name_column0: layout.name_column,
        columns: Vec::new(),
        functions,
        excluded,
        assumptions: assumptions.to_vec(),
        currencies: Vec::new(),
        attributes: Vec::new(),
        no_data: table.texts().map(|text| rulebook.reading.is_no_data(text)).collect(),
    };
    inventory.read_columns(rulebook, &layout, problems);
    Ok(inventory)
}

/// Every row, as a function or as none with the reason.
fn rows(
    rulebook: &Rulebook,
    table: &Table,
    layout: &Layout,
    problems: &mut Problems,
) -> (Vec<BusinessFunction>, Vec<Excluded>) {
    let titles = (0..layout.header_row0).filter(|row0| !is_blank(table, *row0));
    let mut excluded: Vec<Excluded> = titles.map(|row0| Excluded { row0, reason: Exclusion::Title }).collect();
    let titles = excluded.len();
    let mut functions = Vec::new();
    for row0 in layout.header_row0 + 1..table.rows() {
        let types = row0 == layout.header_row0 + 1 && is_type_row(rulebook, table, row0);
        let reason = if types { Some(Exclusion::Types) } else { exclusion(rulebook, table, layout, row0) };
        match reason {
            None => functions.push(BusinessFunction { row0 }),
            Some(reason) => {
                excluded.push(Excluded { row0, reason });
                if reason == Exclusion::NoName {
                    let place = table.place_of(row0, layout.name_column);
                    let message = "the row has values but no name; it was left out";
                    problems.push(Problem::warning("no-name", place, message).help("give the function a name"));
                }
            }
        }
    }
    let below = (table.rows() - layout.header_row0 - 1) as usize;
    assert_eq!(functions.len() + excluded.len() - titles, below, "every row is a function or excluded");
    (functions, excluded)
}

/// Whether nothing stands in a row.
fn is_blank(table: &Table, row0: u32) -> bool {
    table.row(row0).iter().all(|cell| match cell {
        Cell::Empty => true,
        Cell::Text(id) => table.text(*id).trim().is_empty(),
        _ => false,
    })
}

/// Whether every cell of a row names a type of value, as templates have it under their headers.
fn is_type_row(rulebook: &Rulebook, table: &Table, row0: u32) -> bool {
    let is_type =
        |cell: &Cell| matches!(cell, Cell::Text(id) if rulebook.reading.types.contains(&fold(table.text(*id))));
    let (types, others): (Vec<&Cell>, Vec<&Cell>) =
        table.row(row0).iter().filter(|cell| **cell != Cell::Empty).partition(|cell| is_type(cell));
    types.len() > 1 && others.is_empty()
}

fn exclusion(rulebook: &Rulebook, table: &Table, layout: &Layout, row0: u32) -> Option<Exclusion> {
    let reading = &rulebook.reading;
    if is_blank(table, row0) {
        return Some(Exclusion::Blank);
    }
    match table.cell(row0, layout.name_column) {
        Cell::Text(id) if !table.text(id).trim().is_empty() => {
            let name = table.text(id);
            if reading.is_total(name) {
                Some(Exclusion::Total)
            } else if reading.is_no_data(name) {
                Some(Exclusion::NoName)
            } else {
                is_header_again(table, layout, row0).then_some(Exclusion::Header)
            }
        }
        Cell::Number { .. } | Cell::Date { .. } | Cell::Boolean(_) => None,
        _ => {
            let total =
                table.row(row0).iter().any(|cell| matches!(cell, Cell::Text(id) if reading.is_total(table.text(*id))));
            Some(if total { Exclusion::Total } else { Exclusion::NoName })
        }
    }
}

/// Whether a row repeats the header, as tables do that were put together from several.
fn is_header_again(table: &Table, layout: &Layout, row0: u32) -> bool {
    table.cell(row0, layout.name_column) == table.cell(layout.header_row0, layout.name_column)
        && table.row(row0) == table.row(layout.header_row0)
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
        for assumption in &self.assumptions {
            self.attributes[assumption.attribute.index()].assumed = Some(assumption.level);
        }
    }

    /// The level of an attribute on a function, by its position in [`Inventory::functions`]; none where missing.
    pub fn level(&self, id: AttributeId, function: usize) -> Option<Points> {
        let known = self.columns_of(id).find_map(|attribute| match &attribute.values {
            Values::Levels(levels) => levels[function],
            _ => None,
        });
        known.or(self.attributes[id.index()].assumed)
    }

    /// The attribute itself, and those that may stand for it.
    fn columns_of(&self, id: AttributeId) -> impl Iterator<Item = &AttributeValues> {
        let attribute = &self.attributes[id.index()];
        std::iter::once(attribute).chain(attribute.parts.iter().map(|part| &self.attributes[part.index()]))
    }

    /// The number or amount of an attribute on a function; none where missing.
    pub fn number(&self, id: AttributeId, function: usize) -> Option<f64> {
        match &self.attributes[id.index()].values {
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.get(function),
            _ => None,
        }
    }

    /// The least and the most that the number or amount of an attribute on a function can be; none where missing.
    pub fn bounds(&self, id: AttributeId, function: usize) -> Option<(f64, f64)> {
        match &self.attributes[id.index()].values {
            Values::Numbers(numbers) | Values::Amounts { numbers, .. } => numbers.bounds(function),
            _ => None,
        }
    }

    /// The amount of money of an attribute on a function; none where missing.
    pub fn amount(&self, id: AttributeId, function: usize) -> Option<Amount> {
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
        match table.cell(self.functions[function].row0, column0) {
            Cell::Text(text) if self.no_data[text_index(text)] => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(table.text(text).trim()),
            Cell::Empty | Cell::Error(_) => Cow::Borrowed(""),
            cell => Cow::Owned(table.shown(cell)),
        }
    }

    /// Whether the inventory has a column for an attribute.
    pub fn has_column(&self, id: AttributeId) -> bool {
        self.columns_of(id).any(|attribute| !attribute.columns.is_empty())
    }

    /// Whether an attribute has a value on a function, of whatever kind.
    pub fn is_known(&self, id: AttributeId, function: usize) -> bool {
        match &self.attributes[id.index()].values {
            Values::Numbers(_) | Values::Amounts { .. } => self.bounds(id, function).is_some(),
            Values::Levels(_) => self.level(id, function).is_some(),
            Values::None => self.level(id, function).is_some() || !self.text(id, function).is_empty(),
        }
    }

    /// Where the value of an attribute on a function comes from.
    pub fn source(&self, id: AttributeId, function: usize) -> Source {
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
            None if self.attributes[id.index()].assumed.is_some() => Source::Assumed,
            None => Source::Missing,
        }
    }

    /// The name of a function.
    pub fn name(&self, function: usize) -> Cow<'a, str> {
        let table = self.table;
        match table.cell(self.functions[function].row0, self.name_column0) {
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

/// Reads `ATTRIBUTE=VALUE`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_assumption(rulebook: &Rulebook, given: &str) -> Result<Assumption, String> {
    let (name, value) = given.split_once('=').ok_or("expected ATTRIBUTE=VALUE, such as control=low")?;
    let name = name.trim();
    let deciding = rulebook.deciding_attributes();
    let names = || deciding.iter().map(|id| rulebook.attribute(*id).id.as_str()).collect::<Vec<_>>().join(", ");
    let id = rulebook
        .attribute_named(name)
        .ok_or_else(|| format!("there is no attribute `{name}`; those that decide are {}", names()))?;
    let whole = rulebook
        .attribute_ids()
        .find(|(_, whole)| matches!(&whole.origin, Origin::FirstOf(parts) if parts.contains(&id)));
    if let Some((_, whole)) = whole {
        return Err(format!("`{name}` is one of the columns that `{}` is read from; assume `{0}` instead", whole.id));
    }
    let level = assumed_level(rulebook, rulebook.attribute(id), value).ok_or_else(|| {
        format!("`{value}` is no level of `{name}`; expected low, medium, high or a word that the rulebook knows")
    })?;
    Ok(Assumption { attribute: id, level, given: value.trim().to_owned() })
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
