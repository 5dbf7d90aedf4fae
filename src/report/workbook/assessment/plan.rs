//! What of the assessment sheet is drawn where: the table's columns at their addresses, and those added beside it.

use std::collections::BTreeMap;

use super::columns::{self, Column};
use super::folding;
use super::formulas::{self, Deciding, Places};
use super::kinds::Kind;
use super::marks::{self, Mark};
use super::measures::{self, OriginalColumn};
use crate::problem::column_letters;
use crate::report::view::dashboard::Dashboard;
use crate::report::view::report::Report;
use crate::report::words::messages::Messages;
use crate::report::workbook::kit::book::{MAX_COLUMNS, MAX_ROWS, WriteError};
use crate::report::workbook::kit::cells::RowFormula;
use crate::report::workbook::kit::links::assessment_in_formula;
use crate::table::Table;

/// What is to be drawn where.
pub(crate) struct AssessmentSheet<'a> {
    pub(super) report: &'a Report<'a>,
    pub(super) dashboard: &'a Dashboard,
    pub(super) table: &'a Table,
    pub(super) original_columns: u16,
    pub(super) added: Vec<Column<'a>>,
    pub(super) deciding: Deciding<'a>,
    /// The formulas of the added columns; none where cells are values.
    pub(super) formulas: Vec<Option<RowFormula>>,
    pub(super) original: Vec<OriginalColumn>,
    pub(super) marks: BTreeMap<(u32, u16), Mark>,
}

impl<'a> AssessmentSheet<'a> {
    /// Measures the table.
    ///
    /// # Errors
    /// It does not fit into a sheet.
    pub(crate) fn plan(report: &'a Report<'a>, dashboard: &'a Dashboard) -> Result<Self, WriteError> {
        let table = report.table();
        let deciding = Deciding::of(report);
        let added = columns::of(report, &deciding);
        let original_columns = original_columns(report);
        fits(report)?;
        let mut original: Vec<OriginalColumn> =
            (0..original_columns as u16).map(|column0| measures::measure(report, column0)).collect();
        folding::fold(report, &mut original);
        let marks = marks::of(report);
        let original_columns = original_columns as u16;
        let formulas = followed(report, &deciding, &added, original_columns);
        Ok(AssessmentSheet { report, dashboard, table, original_columns, added, deciding, formulas, original, marks })
    }

    /// The cells of an added column below its header, for formulas on other sheets; none where there is no such column.
    pub(crate) fn range(&self, kind: Kind) -> Option<String> {
        self.range_of(kind, 0)
    }

    /// The same of the column that is about one of what decides, by its position.
    pub(crate) fn range_of(&self, kind: Kind, at: usize) -> Option<String> {
        let position = position(&self.added, kind, at)?;
        Some(self.below_header(self.original_columns + position))
    }

    /// The cells with what the functions are called on other sheets.
    pub(crate) fn called(&self) -> String {
        self.range(Kind::Called).unwrap_or_else(|| self.names())
    }

    /// The cells with the functions' names.
    pub(crate) fn names(&self) -> String {
        self.below_header(self.report.name_column0())
    }

    /// The cells of an added column below its header, down to the end of the sheet: rows that somebody adds are among them.
    pub(crate) fn whole_column(&self, kind: Kind) -> String {
        position(&self.added, kind, 0).map_or(String::new(), |at| self.to_the_end(self.original_columns + at))
    }

    /// The same of the functions' names.
    pub(crate) fn whole_names(&self) -> String {
        self.to_the_end(self.report.name_column0())
    }

    fn to_the_end(&self, column0: u16) -> String {
        let letters = column_letters(column0);
        format!("{}!${letters}${}:${letters}${MAX_ROWS}", self.sheet(), self.above() + 1)
    }

    /// How many rows below the header have a key.
    pub(crate) fn keys(&self) -> usize {
        let header_row0 = self.report.header_row0();
        self.report.functions() + self.report.excluded().filter(|(row0, _)| *row0 > header_row0).count()
    }

    /// How many of the levels are neither words nor numbers that stand for one, as a formula.
    pub(crate) fn not_levels(&self) -> String {
        let count = self.deciding.attributes.len();
        let Some(first) = position(&self.added, Kind::Level, 0) else { return "0".to_owned() };
        let [first, last] = [first, first + count as u16 - 1].map(|at| column_letters(self.original_columns + at));
        let (above, below) = (self.above() + 1, (self.last_row0() + 1).max(self.above() + 1));
        let others =
            formulas::count_of_others(self.say(), &format!("{}!${first}${above}:${last}${below}", self.sheet()));
        let disputed =
            self.deciding.attributes.iter().enumerate().filter(|(_, id)| self.deciding.disputed.contains(id));
        let still = disputed.filter_map(|(at, _)| {
            let [level, read] = [Kind::Level, Kind::AsRead].map(|kind| self.column0_of(kind, at));
            let [level, read] = [level?, read?].map(|column0| formulas::is_disputed(&self.below_header(column0)));
            Some(format!("-SUMPRODUCT({level}*{read})"))
        });
        still.fold(others, |others, still| others + &still)
    }

    pub(super) fn below_header(&self, column0: u16) -> String {
        let (letters, above) = (column_letters(column0), self.above());
        format!("{}!${letters}${}:${letters}${}", self.sheet(), above + 1, (self.last_row0() + 1).max(above + 1))
    }

    /// The words of the reports.
    pub(crate) fn say(&self) -> &Messages {
        self.report.say()
    }

    /// The name of the sheet, as formulas have it.
    fn sheet(&self) -> String {
        assessment_in_formula(self.say())
    }

    /// How many rows stand above the functions.
    pub(crate) fn above(&self) -> u32 {
        self.report.header_row0() + 1
    }

    /// The position of a function's row among those below the header, from 1.
    pub(crate) fn position(&self, function: usize) -> u32 {
        self.report.row0(function) + 1 - self.above()
    }

    /// The place of a function when all are ordered by cost, from 1.
    pub(crate) fn place(&self, function: usize) -> u32 {
        self.dashboard.places[function]
    }

    /// The cells from the first to the last.
    pub(crate) fn dimension(&self) -> String {
        let last = column_letters(self.columns() - 1);
        format!("A1:{last}{}", self.table.rows().max(1))
    }

    /// Whether a row belongs to the header, which is drawn as ours.
    pub(super) fn is_of_header(&self, row0: u32) -> bool {
        (self.report.header_top0()..=self.report.header_row0()).contains(&row0)
    }

    pub(super) fn columns(&self) -> u16 {
        self.original_columns + self.added.len() as u16
    }

    pub(super) fn last_row0(&self) -> u32 {
        last_row0(self.report)
    }

    pub(super) fn column0(&self, kind: Kind) -> Option<u16> {
        self.column0_of(kind, 0)
    }

    pub(super) fn column0_of(&self, kind: Kind, at: usize) -> Option<u16> {
        Some(self.original_columns + position(&self.added, kind, at)?)
    }
}

fn last_row0(report: &Report) -> u32 {
    report.table().rows().saturating_sub(1).max(report.header_row0())
}

/// The position of an added column among these.
fn position(added: &[Column], kind: Kind, at: usize) -> Option<u16> {
    let position = added.iter().position(|column| (column.kind, column.at) == (kind, at))?;
    Some(position as u16)
}

/// What the added columns follow, each; nothing where all are values.
fn followed(report: &Report, deciding: &Deciding, added: &[Column], first_column0: u16) -> Vec<Option<RowFormula>> {
    let letters = |kind, at| {
        let position = position(added, kind, at).expect("formulas are about columns that are there with them");
        column_letters(first_column0 + position)
    };
    let places = Places::of(report, deciding, &letters);
    let formula = |column: &Column| {
        let follows = column.definition.formula.filter(|_| report.is_live())?;
        Some(RowFormula::new(&places.formula(follows, column.at)))
    };
    added.iter().map(formula).collect()
}

/// The columns of the table, up to the last of its widest row.
fn original_columns(report: &Report) -> usize {
    let table = report.table();
    let widest_row = (0..table.rows()).map(|row0| table.row(row0).len()).max().unwrap_or(0);
    usize::from(report.columns()).max(widest_row)
}

/// Whether a sheet can hold the table and the judgement beside it.
pub(crate) fn fits(report: &Report) -> Result<(), WriteError> {
    let (rows, added) = (report.table().rows(), columns::of(report, &Deciding::of(report)).len());
    let columns = original_columns(report) + added;
    if rows > MAX_ROWS || columns > MAX_COLUMNS {
        return Err(WriteError::TooLarge { rows, columns, added });
    }
    Ok(())
}
