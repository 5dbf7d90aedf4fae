//! From a workbook to the inventory in it: the layout first, then the rows, then the cells.

use super::cells::column::Sheet;
use super::cells::in_parts;
use super::cells::read::table_convention;
use super::heading::{Heading, Layout};
use super::known::{
    Assumption, AttributeValues, BusinessFunction, Column, Excluded, Exclusion, Inventory, Repeated, Understood,
};
use super::layout::find::{self, Naming};
use super::layout::{repeated, rows};
use crate::codes::Code;
use crate::language::Language;
use crate::problem::{Place, Problem, Problems, Spot, column_letters};
use crate::rulebook::{AttributeId, Rulebook};
use crate::sheets::SHEET;
use crate::table::{Cell, Headers, Table, TextId, Workbook};

/// Puts a table together that stands on several sheets with the same header, and says so.
pub fn join_sheets(naming: &Naming, workbook: &mut Workbook, problems: &mut Problems) {
    let sheets = find::split_over_sheets(naming, workbook);
    if sheets.is_empty() {
        return;
    }
    let names: Vec<String> = sheets
        .iter()
        .filter_map(|joining| workbook.tables[joining.table].place.sheet.as_ref())
        .map(|sheet| format!("`{sheet}`"))
        .collect();
    let (last, first) = names.split_last().map_or((String::new(), String::new()), |(l, f)| (l.clone(), f.join(", ")));
    let message = format!("sheets {first} and {last} have the same header and were read as one table");
    let problem = Problem::note(Code::JoinedSheets, Place::file(workbook.file.name.clone()), message);
    problems.push(problem.help("name one with `--sheet` if it alone is meant"));
    workbook.join(&sheets, &Headers { sheet: SHEET.text(Language::En), added: &[] });
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
    let understood = understand(&Naming::of(rulebook), workbook, problems)?;
    Ok(read(rulebook, workbook, understood, assumptions, problems))
}

/// Finds the table with the functions in a workbook, its columns and its rows.
///
/// # Errors
/// The problem that makes the file no inventory.
pub fn understand(naming: &Naming, workbook: &Workbook, problems: &mut Problems) -> Result<Understood, Problem> {
    let layout = find::find(naming, workbook, problems)?;
    forget_other_sheets(&workbook.tables[layout.table], problems);
    rows_of(naming.rulebook(), workbook, layout, problems)
}

/// Takes back what was said of hidden rows and columns of sheets that hold no functions: nothing of them is read as such.
fn forget_other_sheets(table: &Table, problems: &mut Problems) {
    let is_read = |sheet: &str| {
        table.place.sheet.as_deref().is_none_or(|own| own == sheet)
            || table.parts.iter().any(|part| &*part.sheet == sheet)
    };
    problems.retain(|problem| {
        let is_hidden = matches!(problem.code, Code::HiddenRows | Code::HiddenColumns);
        !is_hidden || problem.place.sheet.as_deref().is_none_or(is_read)
    });
}

/// Tells the functions of a table from its other rows.
///
/// # Errors
/// There are none, or its rows cannot be told.
pub(super) fn rows_of(
    rulebook: &Rulebook,
    workbook: &Workbook,
    layout: Layout,
    problems: &mut Problems,
) -> Result<Understood, Problem> {
    let table = &workbook.tables[layout.table];
    let (functions, excluded) = rows::classify(rulebook, table, &layout, problems)?;
    if functions.is_empty() {
        return Err(no_functions(table, &layout, &excluded));
    }
    Ok(Understood { layout, functions, excluded })
}

/// Reads the cells of a table whose columns and rows are understood.
pub fn read<'a>(
    rulebook: &'a Rulebook,
    workbook: &'a Workbook,
    understood: Understood,
    assumptions: &[Assumption],
    problems: &mut Problems,
) -> Inventory<'a> {
    let Understood { layout, functions, excluded } = understood;
    let table = &workbook.tables[layout.table];
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
        preferred: None,
        assumed_for: Vec::new(),
        attributes: Vec::new(),
        no_data: table.texts().map(|text| rulebook.reading.is_no_data(text)).collect(),
        headings: Vec::new(),
    };
    inventory.read_columns(rulebook, &layout, problems);
    inventory.forget_shared(rulebook, problems);
    inventory.read_headings(rulebook);
    inventory.assume(rulebook, problems);
    inventory.report_without_effect(rulebook, &layout, problems);
    inventory.repeated = repeated::report_repeated(rulebook, &inventory, problems);
    inventory.headings = layout.columns;
    inventory
}

/// Why a table has no functions.
fn no_functions(table: &Table, layout: &Layout, excluded: &[Excluded]) -> Problem {
    let place = table.place.at(Spot::Row { row0: layout.header_row0 });
    // A value alone, such as that of a formula filled down, is no function that lacks its name.
    let is_unnamed = |row: &&Excluded| row.reason == Exclusion::NoName && table.filled(row.row0).count() > 1;
    let unnamed = excluded.iter().filter(is_unnamed).count();
    if unnamed == 0 {
        return Problem::error(Code::NoRows, place, "there are no data rows below this header")
            .help("export the inventory with its rows, or name another sheet with `--sheet`");
    }
    let rows = if unnamed == 1 { "the row below this header has" } else { "all rows below this header have" };
    let (letters, heading) = (column_letters(layout.name_column), &layout.columns[usize::from(layout.name_column)]);
    let message = format!("{rows} values and no name in column {letters} (`{}`)", heading.header);
    Problem::error(Code::NoRows, place, message)
        .help("give each function a name, or say which column holds the names: `--map \"Header=name\"`")
}

/// The columns of an attribute, from the first.
fn columns_of(layout: &Layout, id: AttributeId) -> Vec<u16> {
    let columns = layout.columns.iter().enumerate().filter(|(_, heading)| heading.attribute == Some(id));
    columns.map(|(column, _)| column as u16).collect()
}

impl Inventory<'_> {
    /// Takes the headings between the functions for their departments, where no column says them.
    fn read_headings(&mut self, rulebook: &Rulebook) {
        let Some(id) = rulebook.roles.department.filter(|id| self.attributes[id.index()].columns.is_empty()) else {
            return;
        };
        let text = |row0: u32| {
            self.table.row(row0).find_map(|cell| match cell {
                Cell::Text(id) if !self.table.text(id).trim().is_empty() => Some(id),
                _ => None,
            })
        };
        let headings = self.excluded.iter().filter(|row| row.reason == Exclusion::Heading).map(|row| row.row0);
        let headings: Vec<(u32, Option<TextId>)> = headings.map(|row0| (row0, text(row0))).collect();
        if headings.is_empty() {
            return;
        }
        let above = |function: &BusinessFunction| {
            let before = headings.partition_point(|(row0, _)| *row0 < function.row0);
            // The last heading of another sheet is above none of this one's.
            let first_row0 = self.table.part_of(function.row0).map_or(0, |part| part.first_row0);
            let (row0, text) = headings[before.checked_sub(1)?];
            text.filter(|_| row0 >= first_row0)
        };
        self.attributes[id.index()].headings = self.functions.iter().map(above).collect();
    }

    fn read_columns(&mut self, rulebook: &Rulebook, layout: &Layout, problems: &mut Problems) {
        let rows: Vec<u32> = self.functions.iter().map(|f| f.row0).collect();
        let of_parts = in_parts::conventions_of_parts(rulebook, self.table, &layout.columns, &rows);
        let sheet = Sheet {
            rulebook,
            table: self.table,
            headings: &layout.columns,
            rows: &rows,
            convention: table_convention(rulebook, self.table, &layout.columns, &rows),
            of_parts: &of_parts,
        };
        self.attributes = rulebook.attributes.iter().map(|_| AttributeValues::default()).collect();
        let unused = |heading: &Heading| Column {
            header: heading.header.clone(),
            attribute: None,
            reading: String::new(),
            known: 0,
            is_on_stated_scale: false,
        };
        self.columns = layout.columns.iter().map(unused).collect();
        for column in 0..layout.columns.len() {
            // The columns of an attribute are read together, at the first of them.
            let Some(id) = layout.columns[column].attribute else { continue };
            let columns = columns_of(layout, id);
            let Some(rule) = rulebook.attribute(id).rule() else { continue };
            if columns.first() != Some(&(column as u16)) {
                continue;
            }
            let reading = in_parts::read_in_parts(&sheet, rule, &columns, &mut self.currencies, problems);
            for (column0, read) in columns.iter().zip(reading.columns) {
                let column = &mut self.columns[usize::from(*column0)];
                (column.attribute, column.reading, column.known) = (Some(id), read.reading, read.known);
                column.is_on_stated_scale = read.is_on_stated_scale;
            }
            let target = &mut self.attributes[id.index()];
            (target.columns, target.values, target.from) = (columns, reading.values, reading.from);
            (target.years, target.ways, target.way_of) = (reading.years, reading.ways, reading.way_of);
        }
        for (id, attribute) in rulebook.attribute_ids() {
            self.attributes[id.index()].parts = attribute.parts().to_vec();
        }
        self.find_contradictions(&sheet, problems);
    }
}
