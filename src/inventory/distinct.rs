//! What each text of the columns that decide comes to, in whatever row it stands: for whoever looks texts up elsewhere.
//!
//! The columns are read once more, as they were understood, from a table with a row for each distinct text. What a text means
//! therefore depends neither on the order of rows nor on how many hold it.

use std::collections::BTreeMap;

use super::cells::column::{Sheet, Values};
use super::cells::{BareNumbers, grouped, read, units};
use super::heading::Part;
use super::known::Inventory;
use super::statements::Times;
use crate::codes::Code;
use crate::problem::{Problem, Problems, Spot};
use crate::rulebook::{AttributeId, ColumnRule, Points, Rulebook, Steps};
use crate::table::{self, Cell, Table};

/// Texts of columns, each with how many rows hold it.
pub type TextCounts = BTreeMap<u16, BTreeMap<String, u64>>;

/// What the texts of a column come to.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// The attribute that the column holds.
    pub attribute: AttributeId,
    /// The column.
    pub column0: u16,
    /// Every text with its level; none where it says nothing, or cannot be read.
    pub texts: BTreeMap<String, Option<Points>>,
    /// The scale that levels are read from.
    pub steps: Steps,
    /// What a bare number means, where that is settled.
    pub bare: Option<BareNumbers>,
}

impl Inventory<'_> {
    /// The level that the columns of an attribute itself say, whatever else may stand for it.
    pub fn read_level(&self, id: AttributeId, function: usize) -> Option<Points> {
        self.attributes[id.index()].values.level(function)
    }

    /// What a column is called in the last row of the header, letter by letter.
    pub fn column_name(&self, column0: u16) -> String {
        self.table.shown(self.table.value(self.header_row0, column0))
    }
}

/// Reads every text of the columns that some attributes are read from: those of the table, and others. What is wrong with the
/// others is said.
///
/// # Errors
/// Columns of which a text does not say by itself what it means.
pub fn look_up(
    rulebook: &Rulebook,
    inventory: &Inventory,
    attributes: &[AttributeId],
    others: &TextCounts,
    problems: &mut Problems,
) -> Result<Vec<Lookup>, Vec<Problem>> {
    let distinct = Distinct::of(inventory, others);
    let rows: Vec<u32> = (0..distinct.table.rows()).collect();
    let headings = inventory.headings.as_slice();
    let convention = read::table_convention(rulebook, &distinct.table, headings, &rows);
    let sheet = Sheet { rulebook, table: &distinct.table, headings, rows: &rows, convention, of_parts: &[] };
    let (mut lookups, mut refused) = (Vec::new(), Vec::new());
    for (id, rule) in parts_of(rulebook, inventory, attributes) {
        let columns = &inventory.attributes[id.index()].columns;
        if let Some(problem) = depends_on_rows(&sheet, inventory, rule, columns) {
            refused.push(problem);
            continue;
        }
        let mut found = Problems::default();
        let outcome = read::read(&sheet, rule, columns, &mut Vec::new(), &mut found);
        let (column0, steps) = (columns[0], outcome.way().steps);
        let Values::Levels(levels) = outcome.values else { continue };
        problems.extend(distinct.counted(&found, others));
        let texts = distinct.texts(column0).zip(levels).map(|(text, level)| (text.to_owned(), level)).collect();
        lookups.push(Lookup { attribute: id, column0, texts, steps, bare: outcome.bare });
    }
    if refused.is_empty() { Ok(lookups) } else { Err(refused) }
}

/// The attributes that some are read from, each once, with the rules of their columns; only those that have one.
fn parts_of<'r>(
    rulebook: &'r Rulebook,
    inventory: &Inventory,
    attributes: &[AttributeId],
) -> Vec<(AttributeId, &'r ColumnRule)> {
    let mut parts: Vec<(AttributeId, &ColumnRule)> = Vec::new();
    let all = attributes.iter().flat_map(|id| {
        let parts = &inventory.attributes[id.index()].parts;
        std::iter::once(*id).chain(parts.iter().copied())
    });
    for id in all {
        if let Some(rule) = rulebook.attribute(id).rule()
            && !inventory.attributes[id.index()].columns.is_empty()
            && !parts.iter().any(|(known, _)| *known == id)
        {
            parts.push((id, rule));
        }
    }
    parts
}

/// Why the texts of some columns do not say by themselves what they mean.
fn depends_on_rows(sheet: &Sheet, inventory: &Inventory, rule: &ColumnRule, columns: &[u16]) -> Option<Problem> {
    let heading = sheet.heading(columns[0]);
    let is_count = rule.kind.is_count();
    let has_units = || units::beside(sheet, sheet.rulebook.roles.unit, columns[0]).is_some();
    let (why, help) = match heading.part {
        Part::Channel => ("is one of several channels that are added", "add the channels up in a column of the table"),
        Part::Period { .. } => ("is of one period of a series", "give the latest year's count in a column of its own"),
        Part::Whole if columns.len() > 1 => ("is one of several of an attribute", "give one column for it"),
        Part::Whole if is_count && heading.statement.times == Some(Times::Runs) => {
            ("counts each run, so that it depends on the frequency in its row", "compute a year's count in the table")
        }
        Part::Whole if is_count && has_units() => {
            ("has its unit in a column beside it", "give the numbers of all rows in one unit")
        }
        Part::Whole => return None,
    };
    let place = inventory.table.place.at(Spot::Column { column0: columns[0] }).under(heading.header.as_str());
    let problem = Problem::error(Code::NotCompiled, place, format!("{why}, which SQL does not do"));
    Some(problem.help(format!("{help}, or leave it out: `--map \"{}=none\"`", heading.typed(columns[0]))))
}

/// A table with a row for each distinct text.
struct Distinct {
    table: Table,
    /// The texts by column, in the order of their rows.
    texts: BTreeMap<u16, Vec<String>>,
}

impl Distinct {
    fn of(inventory: &Inventory, others: &TextCounts) -> Distinct {
        let from = inventory.table;
        let mut table = Table::new(from.place.clone());
        table.dialect.clone_from(&from.dialect);
        table.has_formats = from.has_formats;
        let mut columns: BTreeMap<u16, BTreeMap<String, Cell>> = BTreeMap::new();
        for (column0, _) in (0..).zip(&inventory.columns).filter(|(_, column)| column.attribute.is_some()) {
            let column = columns.entry(column0).or_default();
            let cells = || inventory.functions.iter().map(|function| from.value(function.row0, column0));
            // Where a text and something else show the same, the text counts, wherever it stands.
            let (texts, rest): (Vec<Cell>, Vec<Cell>) = cells().partition(|cell| matches!(cell, Cell::Text(_)));
            for cell in texts.into_iter().chain(rest).filter(|cell| *cell != Cell::Empty) {
                column.entry(from.shown(cell)).or_insert_with(|| copied(cell, from, &mut table));
            }
            for text in others.get(&column0).into_iter().flat_map(BTreeMap::keys) {
                if !column.contains_key(text) {
                    column.insert(text.clone(), table::cell(&mut table, text));
                }
            }
        }
        let rows = columns.values().map(BTreeMap::len).max().unwrap_or(0);
        let texts = columns.iter().map(|(column0, texts)| (*column0, texts.keys().cloned().collect())).collect();
        let mut cells: Vec<_> = columns.into_iter().map(|(column0, texts)| (column0, texts.into_values())).collect();
        for row0 in 0..rows as u32 {
            for (column0, cells) in &mut cells {
                if let Some(cell) = cells.next().filter(|cell| *cell != Cell::Empty) {
                    table.append(row0, *column0, cell);
                }
            }
        }
        Distinct { table, texts }
    }

    fn texts(&self, column0: u16) -> impl Iterator<Item = &str> {
        self.texts.get(&column0).into_iter().flatten().map(String::as_str)
    }

    /// What is wrong with texts that others hold, each at its column, with how many rows hold it.
    fn counted(&self, found: &Problems, others: &TextCounts) -> Vec<Problem> {
        let at_column = |problem: &Problem| {
            let Spot::Cell { row0, column0 } = problem.place.spot else { return Some(problem.clone()) };
            let text = self.texts.get(&column0)?.get(row0 as usize)?;
            let rows = match others.get(&column0)?.get(text)? {
                1 => "in 1 row".to_owned(),
                rows => format!("in {} rows", grouped(*rows)),
            };
            let place = problem.place.at(Spot::Column { column0 });
            Some(Problem { place, message: format!("{}, {rows}", problem.message), ..problem.clone() })
        };
        if others.is_empty() { Vec::new() } else { found.listed().iter().filter_map(at_column).collect() }
    }
}

/// The same cell in another table.
fn copied(cell: Cell, from: &Table, to: &mut Table) -> Cell {
    let mut format_of = |format: u16| to.format_id(&from.formats[usize::from(format)]);
    match cell {
        Cell::Number { value, format } => Cell::Number { value, format: format_of(format) },
        Cell::Date { serial, format } => Cell::Date { serial, format: format_of(format) },
        Cell::Text(id) => Cell::Text(to.intern(from.text(id))),
        Cell::Empty | Cell::Boolean(_) | Cell::Error(_) => cell,
    }
}
