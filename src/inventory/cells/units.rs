//! Units that stand in the rows: in number formats, and in a column beside the numbers.

use std::collections::HashMap;

use super::column::Sheet;
use crate::inventory::statements::{NumberUnit, Times, of_format, of_unit};
use crate::problem::column_letters;
use crate::rulebook::text::{header_words, holds_phrase};
use crate::rulebook::{AttributeId, ColumnRule, Kind};
use crate::table::{Cell, TextId};

/// The units of a column's cells, each parsed once.
pub(super) struct RowUnits<'a> {
    sheet: &'a Sheet<'a>,
    rule: &'a ColumnRule,
    /// The column of the numbers.
    numbers0: u16,
    /// By number format.
    formats: Vec<Option<Result<NumberUnit, String>>>,
    /// The column of units that is meant for it.
    units0: Option<u16>,
    texts: HashMap<TextId, Result<NumberUnit, String>>,
    /// Whether the column of units said more of some number than that it is plain.
    is_used: bool,
}

impl<'a> RowUnits<'a> {
    pub(super) fn of(sheet: &'a Sheet<'a>, rule: &'a ColumnRule, numbers0: u16) -> RowUnits<'a> {
        let formats = vec![None; sheet.table.formats.len()];
        RowUnits {
            sheet,
            rule,
            numbers0,
            formats,
            units0: beside(sheet, sheet.rulebook.roles.unit, numbers0),
            texts: HashMap::new(),
            is_used: false,
        }
    }

    /// What a row says of the unit of its number.
    ///
    /// # Errors
    /// Why the number cannot be read.
    pub(super) fn unit(&mut self, row0: u32, cell: Cell) -> Result<NumberUnit, String> {
        let shown = self.by_format(cell)?;
        let Some(Cell::Text(id)) = self.units0.map(|units0| self.sheet.table.value(row0, units0)) else {
            return Ok(shown);
        };
        let (text, reading) = (self.sheet.table.text(id), &self.sheet.rulebook.reading);
        let parsed =
            || if reading.is_no_data(text) { Ok(NumberUnit::default()) } else { of_unit(text, self.rule, reading) };
        let beside = self.texts.entry(id).or_insert_with(parsed).clone()?;
        self.is_used |= beside != NumberUnit::default();
        beside.with(shown).ok_or_else(|| format!("`{text}` beside it says otherwise than its number format"))
    }

    /// What states a unit of a number that has none.
    pub(super) fn unlike(&mut self, row0: u32, cell: Cell) -> Option<String> {
        if self.unit(row0, cell) == Ok(NumberUnit::default()) {
            return None;
        }
        if self.by_format(cell) != Ok(NumberUnit::default()) {
            return Some("its number format shows".to_owned());
        }
        let beside = self.units0.map(|units0| self.sheet.table.shown(self.sheet.table.value(row0, units0)));
        Some(format!("`{}` beside it is", beside.unwrap_or_default().trim()))
    }

    /// That a column states the units, for the line that says how numbers were read.
    pub(super) fn by_column(&self) -> Option<String> {
        let units0 = self.units0.filter(|_| self.is_used)?;
        Some(format!("units as column {} states", column_letters(units0)))
    }

    /// What a row says of the unit of its count.
    ///
    /// # Errors
    /// Why the count cannot be read.
    pub(super) fn count_unit(&mut self, row0: u32, cell: Cell) -> Result<NumberUnit, String> {
        let own = self.unit(row0, cell)?;
        let stated = &self.sheet.heading(self.numbers0).statement.times;
        let is_other = |times: f64| stated.as_ref().is_some_and(|stated| *stated != Times::All(times));
        match own {
            NumberUnit { currency: Some(_), .. } => Err("it is said to be an amount of money".to_owned()),
            NumberUnit { times: Some(times), .. } if is_other(times) => {
                Err("it is said to be of another time than its column".to_owned())
            }
            own => Ok(own),
        }
    }

    fn by_format(&mut self, cell: Cell) -> Result<NumberUnit, String> {
        let Cell::Number { format, .. } = cell else { return Ok(NumberUnit::default()) };
        let format = usize::from(format);
        let parsed = || of_format(&self.sheet.table.formats[format], self.rule, &self.sheet.rulebook.reading);
        self.formats[format].get_or_insert_with(parsed).clone()
    }
}

/// The column of units, or of currencies, that is meant for a column: one whose header names it, else one to its right before any
/// other numbers, else the one to its left.
pub(in crate::inventory) fn beside(sheet: &Sheet, role: Option<AttributeId>, column0: u16) -> Option<u16> {
    let role = role?;
    let at = usize::from(column0);
    let all = 0..sheet.headings.len();
    let numbers = |at: usize| {
        let rule = sheet.rulebook.attribute(sheet.headings[at].attribute?).rule();
        rule.filter(|rule| !matches!(rule.kind, Kind::Text))
    };
    let is_role = |at: &usize| sheet.headings[*at].attribute == Some(role);
    let names = |units: usize, at: usize| {
        let header = header_words(sheet.headings[units].said());
        numbers(at).is_some_and(|rule| rule.headers.iter().chain(&rule.series).any(|name| holds_phrase(&header, name)))
    };
    if let Some(named) = all.clone().filter(is_role).find(|units| names(*units, at)) {
        return Some(named as u16);
    }
    let has_units = |units: &usize| is_role(units) && !all.clone().any(|other| names(*units, other));
    let has_numbers = |at: usize| numbers(at).is_some();
    let right = (at + 1..all.end).take_while(|at| !has_numbers(*at)).find(has_units);
    let is_first = || !(0..at).any(has_numbers);
    let left = || (0..at).rev().take_while(|at| !has_numbers(*at)).find(has_units).filter(|_| is_first());
    right.or_else(left).map(|at| at as u16)
}
