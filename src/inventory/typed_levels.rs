//! Levels that were typed over in an assessed workbook: each that is another one than the run had beside it is an answer, and one
//! that was deleted is the answer that it is not known. What was answered to the run comes back, too.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::known::{AttributeValues, BusinessFunction, Column, Inventory, Repeated};
use crate::codes::Code;
use crate::inventory::cells::column::{Values, Way};
use crate::problem::{Problem, Problems};
use crate::rulebook::text::{called_of, fold, is_called};
use crate::rulebook::{Points, Rulebook, Steps};
use crate::sheets::{ANSWERED, AS_READ, BETWEEN, KEY, LEVEL, LEVEL_WORDS, Name, SCORE, VERDICT};
use crate::table::{CALCULATE, Cell, NO_RESULT, Table};

/// What stands in a cell of levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Level(Points),
    Nothing,
    /// People give different levels.
    Between(Points, Points),
    /// What is no level counts as it was read.
    Other,
}

impl Typed {
    /// What stands in a row of a column that people type into. A formula that no program has calculated is no level, and not nothing.
    fn at(table: &Table, row0: u32, column0: u16) -> Typed {
        if table.lacks_result(row0, column0) {
            Typed::Other
        } else {
            Typed::of(table, table.value_of_rows(row0, column0))
        }
    }

    pub(super) fn of(table: &Table, cell: Cell) -> Typed {
        match cell {
            Cell::Number { value, format } => {
                let is_percent = table.formats[usize::from(format)].contains('%');
                let level = if is_percent { value * 100.0 } else { value };
                // A fraction may be meant as a part of the whole scale.
                let is_fraction = !is_percent && value > 0.0 && value < 1.0;
                let is_level = (0.0..=100.0).contains(&level) && !is_fraction;
                Points::new(level.round() as u8).filter(|_| is_level).map_or(Typed::Other, Typed::Level)
            }
            Cell::Text(text) => Typed::of_word(&fold(table.text(text))),
            Cell::Empty => Typed::Nothing,
            _ => Typed::Other,
        }
    }

    fn of_word(folded: &str) -> Typed {
        static LEVELS: LazyLock<HashMap<String, Points>> = LazyLock::new(|| {
            let each = |(level, name): (u8, Name)| {
                Points::new(level).into_iter().flat_map(move |level| name.texts().map(|word| (fold(word), level)))
            };
            LEVEL_WORDS.into_iter().flat_map(each).collect()
        });
        let level = |folded: &str| LEVELS.get(folded.trim()).copied();
        let end = |folded: &str| level(folded).or_else(|| folded.trim().parse().ok().and_then(Points::new));
        let ends = || {
            folded
                .split_once(&*fold(BETWEEN.encode_utf8(&mut [0; 4])))
                .and_then(|(lowest, highest)| end(lowest).zip(end(highest)))
        };
        match level(folded) {
            _ if folded.is_empty() => Typed::Nothing,
            Some(level) => Typed::Level(level),
            None => ends().map_or(Typed::Other, |(lowest, highest)| Typed::Between(lowest, highest)),
        }
    }
}

/// The header's row and the first of the columns that the program had added to a table, where it had.
pub(crate) fn first_added(table: &Table) -> Option<(u32, u16)> {
    // Above its header a table has titles and legends.
    const LAST_HEADER: u32 = 100;
    (0..table.rows().min(LAST_HEADER)).find_map(|row0| {
        let mut columns = 0..table.row(row0).len() as u16;
        // A table that was assessed twice has such columns of its own; all that stands right of the first is the program's.
        let first =
            columns.find(|at| table.shows(row0, *at, VERDICT) && table.shows(row0, at.saturating_add(1), SCORE))?;
        Some((row0, first))
    })
}

/// That what was typed over a level is none.
fn no_level(table: &Table, row0: u32, level0: u16) -> Problem {
    let (found, help) = if table.lacks_result(row0, level0) {
        (NO_RESULT.to_owned(), CALCULATE)
    } else {
        let help = "it counts as it was read; half of the scale is 50 or 50%; empty the cell where it is not known";
        (format!("`{}`", table.shown(table.cell(row0, level0))), help)
    };
    let message = format!("expected `Low`, `Medium`, `High` or a number from 0 to 100, found {found}");
    Problem::warning(Code::UnreadAnswer, table.place_of(row0, level0), message).help(help)
}

/// How many levels were typed over in a table that was assessed.
pub(crate) fn typed_in(table: &Table) -> usize {
    let Some((row0, first)) = first_added(table) else { return 0 };
    let headers: Vec<String> =
        (first..table.row(row0).len() as u16).map(|at| table.shown(table.cell(row0, at))).collect();
    let under = |what: Name| {
        let named = |(header, column0): (&String, u16)| Some((fold(called_of(header, what)?), column0));
        headers.iter().zip(first..).filter_map(named).collect::<HashMap<String, u16>>()
    };
    let (levels, read) = (under(LEVEL), under(AS_READ));
    let pairs = levels.iter().filter_map(|(name, level0)| Some((*level0, *read.get(name)?)));
    let is_other = |row0: u32, [level0, read0]: [u16; 2]| {
        Typed::at(table, row0, level0) != Typed::of(table, table.cell(row0, read0))
    };
    pairs.map(|(level0, read0)| (row0 + 1..table.rows()).filter(|row0| is_other(*row0, [level0, read0])).count()).sum()
}

impl<'a> Inventory<'a> {
    /// The levels that were typed over in its table, as answers of their own; none where there are none. What is no level is said.
    pub fn typed_levels(&self, rulebook: &Rulebook, problems: &mut Problems) -> Option<Inventory<'a>> {
        first_added(self.table)?;
        // Of all else that the table says, what tells its functions apart is enough.
        let keys = [rulebook.roles.id, rulebook.roles.department];
        let of_keys = |(at, known): (usize, &AttributeValues)| {
            let is_key = keys.iter().flatten().any(|key| key.index() == at);
            let own = if is_key { known.text_alone() } else { AttributeValues::default() };
            AttributeValues { parts: known.parts.clone(), ..own }
        };
        let mut attributes: Vec<AttributeValues> = self.attributes.iter().enumerate().map(of_keys).collect();
        let mut any = false;
        for id in rulebook.deciding_attributes() {
            let names = rulebook.names_of_attribute(rulebook.attribute(id));
            let header = |what: Name| self.added_for(what, &names);
            let Some((level0, read0)) = header(LEVEL).zip(header(AS_READ)) else { continue };
            let mut typed = self.typed_over(level0, read0, problems);
            let carried = self.carried(&names, level0, &mut typed);
            if typed.iter().all(Option::is_none) {
                continue;
            }
            any = true;
            let unknown = typed.iter().map(|typed| *typed == Some(Typed::Nothing)).collect();
            let levels = typed.iter().map(|typed| match typed {
                Some(Typed::Level(level)) => Some(*level),
                Some(Typed::Nothing | Typed::Between(..) | Typed::Other) | None => None,
            });
            let values = Values::Levels(levels.collect());
            attributes[id.index()] = AttributeValues {
                columns: vec![level0],
                values,
                ways: vec![Way { is_sum: false, steps: Steps::ANSWERS }],
                unknown,
                carried,
                ..AttributeValues::default()
            };
        }
        any.then(|| self.of_levels(self.table, attributes))
    }

    /// The cells of its columns that hold a formula which no program has calculated.
    pub fn not_calculated(&self) -> Vec<Problem> {
        let table = self.table;
        let columns = (0..).zip(&self.columns).filter(|(_, column)| column.attribute.is_some());
        let lacking = |(column0, _): (u16, &Column)| {
            let rows = self.functions.iter().map(|function| function.row0);
            rows.filter(|row0| table.lacks_result(*row0, column0)).map(|row0| (row0, column0)).collect::<Vec<_>>()
        };
        let problem = |(row0, column0)| {
            let message = format!("expected an answer, found {NO_RESULT}");
            Problem::warning(Code::UnreadAnswer, table.place_of(row0, column0), message).help(CALCULATE)
        };
        columns.flat_map(lacking).map(problem).collect()
    }

    /// The levels that an assessed workbook shows, typed or not, where `table` is its sheet with all that was added; and on which
    /// functions it shows that people gave different ones. None where it shows none.
    pub fn shown_levels<'t>(&self, rulebook: &Rulebook, table: &'t Table) -> Option<(Inventory<'t>, Vec<bool>)> {
        let attributes = rulebook.attribute_ids().map(|_| AttributeValues::default());
        let mut shown = self.of_levels(table, attributes.collect());
        let mut disputed = vec![false; shown.functions.len()];
        let mut any = false;
        for id in rulebook.deciding_attributes() {
            let names = rulebook.names_of_attribute(rulebook.attribute(id));
            let header = |what: Name| shown.added_for(what, &names);
            let Some((level0, read0)) = header(LEVEL).zip(header(AS_READ)) else { continue };
            let level = |(function, disputed): (&BusinessFunction, &mut bool)| {
                let [now, then] = [level0, read0].map(|column0| Typed::at(table, function.row0, column0));
                match if now == Typed::Other { then } else { now } {
                    Typed::Level(level) => Some(level),
                    Typed::Between(..) => {
                        *disputed = true;
                        None
                    }
                    Typed::Nothing | Typed::Other => None,
                }
            };
            let levels = shown.functions.iter().zip(&mut disputed).map(level).collect();
            shown.attributes[id.index()].values = Values::Levels(levels);
            any = true;
        }
        any.then_some((shown, disputed))
    }

    /// Its functions in a table with the same rows, with nothing known of them but these levels.
    fn of_levels<'t>(&self, table: &'t Table, attributes: Vec<AttributeValues>) -> Inventory<'t> {
        Inventory {
            table,
            header_top0: self.header_top0,
            header_row0: self.header_row0,
            name_column0: self.name_column0,
            columns: self.columns.clone(),
            functions: self.functions.clone(),
            excluded: Vec::new(),
            assumptions: Vec::new(),
            currencies: Vec::new(),
            repeated: Repeated::default(),
            answers: Vec::new(),
            preferred: None,
            attributes,
            assumed_for: Vec::new(),
            no_data: self.no_data.clone(),
            headings: Vec::new(),
        }
    }

    /// Notes of which functions its table shows that people gave different levels, and of what.
    pub fn note_disputes(&mut self, rulebook: &Rulebook) {
        if first_added(self.table).is_none() {
            return;
        }
        for id in rulebook.deciding_attributes() {
            let names = rulebook.names_of_attribute(rulebook.attribute(id));
            let Some(read0) = self.added_for(AS_READ, &names) else { continue };
            let table = self.table;
            let is_disputed = |row0: u32| matches!(Typed::of(table, table.cell(row0, read0)), Typed::Between(..));
            let disputed: Vec<bool> = self.functions.iter().map(|function| is_disputed(function.row0)).collect();
            if disputed.contains(&true) {
                self.attributes[id.index()].disputed = disputed;
            }
        }
    }

    /// What stands in each row of a column of levels, where that is not what the run had.
    fn typed_over(&self, level0: u16, read0: u16, problems: &mut Problems) -> Vec<Option<Typed>> {
        let table = self.table;
        let mut typed = Vec::with_capacity(self.functions.len());
        for function in &self.functions {
            let [now, then] = [level0, read0].map(|column0| Typed::at(table, function.row0, column0));
            let is_level = matches!(now, Typed::Level(_) | Typed::Nothing) || now == then;
            if !is_level {
                problems.push(no_level(table, function.row0, level0));
            }
            typed.push(Some(now).filter(|now| is_level && *now != then));
        }
        typed
    }

    /// Takes the levels that were answers to the run, and were not typed over since, as answers again; gives which these are.
    fn carried(&self, names: &[String], level0: u16, typed: &mut [Option<Typed>]) -> Vec<bool> {
        let Some(answered0) = self.added(ANSWERED.0) else { return Vec::new() };
        let table = self.table;
        let carry = |(function, typed): (&BusinessFunction, &mut Option<Typed>)| {
            let is_carried = typed.is_none() && self.was_answered(names, function.row0, answered0);
            if is_carried {
                *typed = Some(Typed::of(table, table.value_of_rows(function.row0, level0)));
            }
            is_carried
        };
        self.functions.iter().zip(typed).map(carry).collect()
    }

    /// Whether an attribute was an answer to the run in a row.
    pub(super) fn was_answered(&self, names: &[String], row0: u32, answered0: u16) -> bool {
        let answered = self.table.shown(self.table.cell(row0, answered0));
        answered.split(ANSWERED.1).any(|answered| names.contains(&fold(answered)))
    }

    /// A column that the program has added, by its header.
    pub(super) fn added(&self, header: Name) -> Option<u16> {
        self.added_as(|text| is_called(text, header))
    }

    /// A column that the program has added for an attribute, such as `Level: Expertise`, by the first of its names that has one.
    pub(super) fn added_for(&self, what: Name, names: &[String]) -> Option<u16> {
        let of_name = |own: &String| self.added_as(|text| called_of(text, what).is_some_and(|name| fold(name) == *own));
        names.iter().find_map(of_name)
    }

    fn added_as(&self, is_it: impl Fn(&str) -> bool) -> Option<u16> {
        let (row0, first) = first_added(self.table).filter(|(row0, _)| *row0 == self.header_row0)?;
        let columns = first..self.table.row(row0).len() as u16;
        columns.into_iter().find(|column0| is_it(&self.table.shown(self.table.cell(row0, *column0))))
    }

    /// The program's own key of a function, in the column that it stands in.
    fn key(&self, function: usize, key0: u16) -> Option<f64> {
        match self.table.cell(self.functions[function].row0, key0) {
            Cell::Number { value, .. } => Some(value),
            _ => None,
        }
    }

    fn has_key(&self, function: usize, key: f64) -> bool {
        f64::from(self.functions[function].row0) + 1.0 - key == 0.0
    }

    /// Whether the program's own key of a row of answers, in the column that it stands in, is not that of a function.
    pub(super) fn has_other_key(&self, answers: &Inventory, answer: usize, key0: u16, function: usize) -> bool {
        answers.key(answer, key0).is_some_and(|key| !self.has_key(function, key))
    }

    /// Of several functions that some answers may be for, the one that the program's own key names, if its whole row is the same.
    pub(super) fn by_key(&self, answers: &Inventory, answer: usize, several: &[usize]) -> Option<usize> {
        let row0 = answers.functions[answer].row0;
        let key = answers.key(answer, answers.added(KEY)?)?;
        let found = *several.iter().find(|function| self.has_key(**function, key))?;
        let shown =
            |inventory: &Inventory, row0: u32, column0: u16| inventory.table.shown(inventory.table.cell(row0, column0));
        let is_same = (0..self.columns.len() as u16)
            .all(|column0| shown(self, self.functions[found].row0, column0) == shown(answers, row0, column0));
        is_same.then_some(found)
    }
}
