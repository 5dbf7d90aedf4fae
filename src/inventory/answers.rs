//! Answers that were given beside an inventory, in a file of their own: which function each belongs to, and what they change.
//!
//! The file is an inventory itself, mapped like any other: a questionnaire, or an assessed workbook whose gaps were filled.
//! An answer counts before what the inventory says, and before earlier answers; what it replaces is said.

use std::cell::LazyCell;
use std::collections::HashMap;

use super::counterparts::{Known, Meant};
use super::known::{AnswerCounts, Answers, Column, Exclusion, Inventory, Source};
use super::opinions::undated as undated_in;
use super::typed_levels::first_added;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Severity, Spot, column_letters};
use crate::rulebook::text::{fold, is_called};
use crate::rulebook::{Attribute, AttributeId, ColumnName, Rulebook, StatedBy, StatedColumn};
use crate::sheets::{ANSWERED_BY, ANSWERED_ON, FIRST_HEADERS, KEY, KNOWN_HEADERS, Name, ROW_HEADERS, SHEET, SOURCE};
use crate::table::{Date, Table, Workbook};

/// What is known of an attribute on a function, for comparison.
pub(super) struct Figure {
    bounds: (f64, f64),
    /// The currency of an amount; none where it is not stated.
    currency: Option<String>,
}

impl Figure {
    /// Whether an answer says the same; one without a currency is in that of the inventory.
    pub(super) fn is_same(&self, answer: &Figure) -> bool {
        let ((low, high), (from, to)) = (self.bounds, answer.bounds);
        let is_one_currency = answer.currency.is_none() || answer.currency == self.currency;
        #[expect(clippy::float_cmp, reason = "what was written alike is read alike, to the last bit")]
        let is_one_figure = low == from && high == to;
        is_one_currency && is_one_figure
    }
}

/// Where answers come from.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// Whose they are: answers of one file are those of one rater.
    pub rater: usize,
    /// Whether each of them was typed over something else.
    pub is_typed: bool,
    /// Whether they stand in a workbook that was made of this very inventory, so that keys are its rows.
    pub is_keyed: bool,
}

/// What is not read among answers, as such, and with a mend that helps there: options say how the inventory is read.
fn of_answers(problem: Problem) -> Problem {
    let problem = match problem.code {
        Code::UnclearScale => problem
            .help("answer in the words that the question has, or state the scale in the header: `Control (0-100)`"),
        _ => problem,
    };
    Problem { code: Code::UnreadAnswer, ..problem }
}

impl<'a> Inventory<'a> {
    /// Takes answers for its functions. Those that belong to no function, or to several, are named and left out, and so is
    /// what could not be read in them.
    pub fn answer(
        &mut self,
        rulebook: &Rulebook,
        answers: Inventory<'a>,
        given: Given,
        found: impl IntoIterator<Item = Problem>,
        problems: &mut Problems,
    ) {
        let matched = self.matched(rulebook, &answers, given.is_keyed, problems);
        let mut positions = vec![None; self.functions.len()];
        for (position, function) in matched.iter().enumerate() {
            if let Some(function) = function {
                positions[*function] = Some(position as u32);
            }
        }
        // Hardly ever asked for.
        let meant = LazyCell::new(|| {
            let all = self.meant(rulebook, &answers).into_iter().zip(&matched);
            all.map(|(meant, matched)| matched.or(meant)).collect::<Vec<_>>()
        });
        let is_copy = self.is_copied_in(answers.table);
        let is_new = |problem: &Problem| match (problem.severity, problem.place.spot) {
            // What was typed into a row that is none of a function; a copy has what the inventory has.
            _ if matches!(problem.code, Code::NoName | Code::UnevenRow) => !is_copy,
            (Severity::Warning, Spot::Cell { .. }) => self.is_of_an_answer(&answers, &meant, problem),
            (Severity::Warning, Spot::Column { column0 }) => self.is_new_in(&answers, &meant, column0),
            _ => false,
        };
        let new_problems: Vec<Problem> = found.into_iter().filter(is_new).map(of_answers).collect();
        problems.extend(new_problems);
        problems.extend(self.unread_columns(&answers, &meant));
        let Given { rater, is_typed, .. } = given;
        let (counts, changed) = self.count_answers(rulebook, &answers, &positions, rater, problems);
        let currencies = answers.currencies.iter().map(|currency| self.currency_position(currency)).collect();
        let is_copy = !is_typed && is_copy;
        let [by, on] = [ANSWERED_BY, ANSWERED_ON].map(|header| answers.column_headed(header));
        let undated = matched.iter().enumerate().filter(|(_, function)| function.is_some());
        let undated = undated.filter_map(|(answer, _)| undated_in(answers.table, answers.functions[answer].row0, on?));
        problems.extend(undated.collect::<Vec<Problem>>());
        let taken = Answers { inventory: answers, counts, positions, currencies, changed, rater, is_copy, by, on };
        self.answers.push(taken);
    }

    /// The functions that rows of answers are for, whether there are answers in them or not.
    pub fn meant_by(&self, rulebook: &Rulebook, answers: &Inventory) -> Vec<usize> {
        self.meant(rulebook, answers).into_iter().flatten().collect()
    }

    /// The same for each row.
    pub fn meant(&self, rulebook: &Rulebook, answers: &Inventory) -> Vec<Option<usize>> {
        let own = self.keys(rulebook);
        let known = Known::of(&own);
        let only = |meant| match meant {
            Meant::One(only) | Meant::ById(only) => Some(only),
            Meant::None | Meant::Elsewhere(_) | Meant::Several(_) | Meant::Torn(_) => None,
        };
        known.meant(&answers.keys(rulebook)).into_iter().map(only).collect()
    }

    /// Whether a column of answers has values that were not read, and that the inventory has not as well.
    fn is_new_in(&self, answers: &Inventory, meant: &[Option<usize>], column0: u16) -> bool {
        let Some(id) = answers.columns.get(usize::from(column0)).and_then(|column| column.attribute) else {
            return false;
        };
        let own = self.column0(id);
        (0..answers.functions.len()).filter(|answer| answers.reading(id, *answer).is_none()).any(|answer| {
            let given = answers.said_in(answer, column0);
            !given.is_empty()
                && own.zip(meant[answer]).is_none_or(|(own, function)| self.said_in(function, own) != given)
        })
    }

    /// The columns of answers that no attribute goes by, and that are neither the inventory's own nor those that every
    /// questionnaire has: what stands there for its functions is not used.
    fn unread_columns(&self, answers: &Inventory, meant: &[Option<usize>]) -> Vec<Problem> {
        let own: Vec<String> = self.columns.iter().map(|column| fold(&column.header)).collect();
        let beside = [ROW_HEADERS, KNOWN_HEADERS, FIRST_HEADERS];
        let ours: Vec<Name> =
            [SHEET, SOURCE, ANSWERED_BY, ANSWERED_ON].into_iter().chain(beside.into_iter().flatten()).collect();
        let is_new = |column: &Column| {
            let header = fold(&column.header);
            column.attribute.is_none()
                && !header.is_empty()
                && !own.contains(&header)
                && !ours.iter().any(|name| is_called(&header, *name))
        };
        // Columns that were added to an inventory are no answers.
        let (width, is_copy) = (answers.columns.len() as u16, self.is_copied_in(answers.table));
        let end = if is_copy { 0 } else { first_added(answers.table).map_or(width, |(_, first)| first) };
        let unread = (0..end).zip(&answers.columns).filter(|(_, column)| is_new(column));
        let problem = |(column0, column): (u16, &Column)| {
            let has = |answer: &usize| meant[*answer].is_some() && !answers.said_in(*answer, column0).is_empty();
            let count = (0..answers.functions.len()).filter(has).count();
            let values = if count == 1 { "value is" } else { "values are" };
            let message = format!("no attribute goes by this header, so its {count} {values} not used");
            let place = answers.table.place_of(answers.header_row0, column0).under(column.header.as_str());
            (count > 0).then(|| {
                Problem::warning(Code::UnknownAnswers, place, message)
                    .help("give the column the header that the questionnaire or the inventory has")
            })
        };
        unread.filter_map(problem).chain(if is_copy { None } else { answers.remarks_aside() }).collect()
    }

    /// That somebody put remarks beside answers where none is looked for: in notes on cells, under no header, or below the table.
    fn remarks_aside(&self) -> Option<Problem> {
        if first_added(self.table).is_some() {
            return None;
        }
        let is_bare = |column0: &u16| {
            let header = self.columns.get(usize::from(*column0)).map_or("", |column| &column.header);
            // What only serves a form is hidden, and a bare number counts its rows.
            header.trim().is_empty() && !self.table.appearance.is_hidden(*column0)
        };
        let is_remark = |answer: usize, column0: u16| {
            let said = self.said_in(answer, column0);
            !said.is_empty() && said.parse::<f64>().is_err()
        };
        let bare = (0..self.table.columns()).filter(is_bare);
        let beside = bare.map(|at| (0..self.functions.len()).filter(|answer| is_remark(*answer, at)).count());
        let below = self.excluded.iter().filter(|row| row.reason == Exclusion::Note).count();
        let notes = self.table.notes().filter(|((row0, _), _)| *row0 > self.header_row0).count();
        let number = notes + beside.sum::<usize>() + below;
        let remarks = if number == 1 { "1 remark is".to_owned() } else { format!("{number} remarks are") };
        let message = format!("{remarks} not used: notes on cells, or texts under no header or below the table");
        let problem = Problem::warning(Code::UnknownAnswers, self.table.place.clone(), message);
        (number > 0).then(|| problem.help("what is to count belongs under a header of the questionnaire"))
    }

    /// How many of the answers of a workbook it has not, where they are for one of its functions; what an earlier run had been
    /// answered was not typed into it.
    pub fn lacks(&self, rulebook: &Rulebook, answers: &Inventory, is_keyed: bool) -> usize {
        let attributes: Vec<AttributeId> = wholes(rulebook).into_iter().filter(|id| answers.has_column(*id)).collect();
        let is_lacking = |function: usize, answer: usize, id: AttributeId| {
            let own = self.figure(id, function, None);
            match answers.figure(id, answer, None) {
                _ if answers.is_carried(id, answer) => false,
                Some(answer) => own.is_none_or(|own| !own.is_same(&answer)),
                None => own.is_some() && answers.is_unknown(id, answer),
            }
        };
        let matched = self.matched(rulebook, answers, is_keyed, &mut Problems::default());
        let of_row = |(answer, function): (usize, Option<usize>)| {
            let function = function?;
            Some(attributes.iter().filter(|id| is_lacking(function, answer, **id)).count())
        };
        matched.into_iter().enumerate().filter_map(of_row).sum()
    }

    /// Whether any of its functions has a value that could be an answer.
    pub fn holds_answers(&self, rulebook: &Rulebook) -> bool {
        (0..self.functions.len()).any(|answer| has_answers(rulebook, self, answer))
    }

    /// What the answers of each rater came to, with the name of the file.
    pub fn raters(&self) -> Vec<(&str, AnswerCounts)> {
        let of_rater = |all: &[Answers]| {
            let mut changed: Vec<usize> = all.iter().flat_map(|answers| answers.changed.iter().copied()).collect();
            changed.sort_unstable();
            changed.dedup();
            let sum = |count: fn(&AnswerCounts) -> usize| all.iter().map(|answers| count(&answers.counts)).sum();
            let (filled, replaced) = (sum(|counts| counts.filled), sum(|counts| counts.replaced));
            let unused = all.iter().map(|answers| answers.counts.unused).max().unwrap_or(0);
            AnswerCounts { functions: changed.len(), filled, replaced, unused }
        };
        let raters = self.answers.chunk_by(|one, other| one.rater == other.rater);
        raters.map(|all| (&*all[0].inventory.table.place.file, of_rater(all))).collect()
    }

    /// The sheet that some answers stand on, where their file alone does not tell them from the table or other answers.
    pub fn sheet_of_answers(&self, position: usize) -> Option<&str> {
        let place = &self.answers[position].inventory.table.place;
        let others = self.answers.iter().enumerate().filter(|(other, _)| *other != position);
        let others = others.map(|(_, answers)| answers.inventory.table).chain([self.table]);
        others.into_iter().any(|table| table.place.file == place.file).then_some(place.sheet.as_deref()).flatten()
    }

    /// Whether a table begins with the columns of the inventory, under its headers.
    fn is_copied_in(&self, table: &Table) -> bool {
        let (own, row0) = (self.table, self.header_row0);
        (0..self.columns.len() as u16)
            .all(|column0| table.shown(table.cell(row0, column0)) == own.shown(own.cell(row0, column0)))
    }

    fn column_headed(&self, header: Name) -> Option<u16> {
        let is_it = |column: &Column| is_called(&column.header, header);
        self.columns.iter().position(is_it).map(|at| at as u16)
    }

    fn currency_position(&mut self, currency: &str) -> usize {
        self.currencies.iter().position(|known| known == currency).unwrap_or_else(|| {
            self.currencies.push(currency.to_owned());
            self.currencies.len() - 1
        })
    }

    /// For each row of answers the function that it is for.
    fn matched(
        &self,
        rulebook: &Rulebook,
        answers: &Inventory,
        is_keyed: bool,
        problems: &mut Problems,
    ) -> Vec<Option<usize>> {
        let own = self.keys(rulebook);
        let meant = Known::of(&own).meant(&answers.keys(rulebook));
        let key0 = answers.added(KEY).filter(|_| is_keyed);
        let mut taken: HashMap<usize, usize> = HashMap::new();
        let mut matched = Vec::with_capacity(answers.functions.len());
        for (answer, meant) in meant.into_iter().enumerate() {
            if !has_answers(rulebook, answers, answer) {
                matched.push(None);
                continue;
            }
            let (only, problem) = match meant {
                Meant::One(only) | Meant::ById(only)
                    if key0.is_some_and(|key0| self.has_other_key(answers, answer, key0, only)) =>
                {
                    (None, Some(answers.torn(answer)))
                }
                meant => self.said_of(rulebook, answers, answer, meant),
            };
            problems.extend(problem);
            let only = only.filter(|only| match taken.insert(*only, answer) {
                None => true,
                Some(earlier) => {
                    taken.insert(*only, earlier);
                    let row = answers.table.row_shown(answers.functions[earlier].row0);
                    let message =
                        format!("`{}` was answered in row {row} already; this row is not used", answers.name(answer));
                    let problem = Problem::warning(Code::AnsweredTwice, answers.place_of_name(answer), message);
                    problems.push(problem.help("keep one row for each function"));
                    false
                }
            });
            matched.push(only);
        }
        matched
    }

    /// The function that a row of answers is for, and what there is to say of that.
    fn said_of(
        &self,
        rulebook: &Rulebook,
        answers: &Inventory,
        answer: usize,
        meant: Meant,
    ) -> (Option<usize>, Option<Problem>) {
        let (shown, place) = (answers.name(answer), answers.place_of_name(answer));
        let id = answers.role(rulebook.roles.id, answer);
        let row = |function: usize| self.table.row_shown(self.functions[function].row0);
        let problem = match meant {
            Meant::One(only) => return (Some(only), None),
            Meant::ById(only) => {
                let message = format!(
                    "`{shown}` is called `{}` in the inventory; its answers are taken by the id `{id}`",
                    self.name(only)
                );
                let problem = Problem::note(Code::Renamed, place, message);
                return (Some(only), Some(problem.help("make sure that it is the same function")));
            }
            Meant::None => {
                let message = format!("no function of the inventory is called `{shown}`; its answers are not used");
                Problem::warning(Code::UnknownFunction, place, message)
                    .help("give the id or the name as the inventory has it")
            }
            Meant::Elsewhere(other) => {
                let [own, other] = [(answers, answer), (self, other)]
                    .map(|(inventory, function)| inventory.role(rulebook.roles.department, function));
                let message =
                    format!("`{shown}` is of `{own}` here and of `{other}` in the inventory; its answers are not used");
                Problem::warning(Code::UnknownFunction, place, message)
                    .help("give the department as the inventory has it, if it is the same function")
            }
            Meant::Torn([by_id, by_name]) => {
                let (called, rows) = (self.name(by_id), [by_id, by_name].map(row));
                let message = format!(
                    "the id `{id}` is that of `{called}` in the inventory (row {}), and `{shown}` stands in row {}; its \
                     answers are not used",
                    rows[0], rows[1]
                );
                Problem::warning(Code::AmbiguousAnswer, place, message)
                    .help("give the id and the name of one function; sort a sheet by all of its columns")
            }
            Meant::Several(several) => {
                if let Some(only) = self.by_key(answers, answer, &several) {
                    return (Some(only), None);
                }
                let rows: Vec<String> = several.iter().take(5).map(|function| row(*function)).collect();
                let message = format!(
                    "`{shown}` may be any of the functions in rows {}; its answers are not used",
                    rows.join(", ")
                );
                Problem::warning(Code::AmbiguousAnswer, place, message)
                    .help("say which one is meant: give its id, or its department beside its name")
            }
        };
        (None, Some(problem))
    }

    /// That a row has the key of another function.
    fn torn(&self, answer: usize) -> Problem {
        let message = format!(
            "the row of `{}` has the key of another function, as if sorted by a part of its columns; its answers are not used",
            self.name(answer)
        );
        let problem = Problem::warning(Code::AmbiguousAnswer, self.place_of_name(answer), message);
        problem.help("sort the sheet by all of its columns, with those that are folded away")
    }

    fn place_of_name(&self, function: usize) -> Place {
        self.table.place_of(self.functions[function].row0, self.name_column0)
    }

    /// Whether a problem of the answers is news: not a value that the inventory has as well, nor a remark on the file.
    fn is_of_an_answer(&self, answers: &Inventory, meant: &[Option<usize>], problem: &Problem) -> bool {
        let Spot::Cell { column0, .. } = problem.place.spot else { return false };
        let Some(row0) = answers.table.row0_of(&problem.place) else { return false };
        let Ok(answer) = answers.functions.binary_search_by_key(&row0, |function| function.row0) else { return false };
        let attribute = answers.columns.get(usize::from(column0)).and_then(|column| column.attribute);
        let own = attribute.and_then(|id| self.column0(id)).zip(meant[answer]);
        own.is_none_or(|(own, function)| self.said_in(function, own) != answers.said_in(answer, column0))
    }

    /// What a column says of a function, for comparison.
    pub(super) fn said_in(&self, function: usize, column0: u16) -> String {
        fold(&self.table.shown(self.table.value(self.functions[function].row0, column0)))
    }

    /// Counts what the answers fill and replace, and notes each value that they replace.
    fn count_answers(
        &self,
        rulebook: &Rulebook,
        answers: &Inventory,
        positions: &[Option<u32>],
        rater: usize,
        problems: &mut Problems,
    ) -> (AnswerCounts, Vec<usize>) {
        let rows = (0..answers.functions.len()).filter(|answer| has_answers(rulebook, answers, *answer)).count();
        let mut counts = AnswerCounts { unused: rows - positions.iter().flatten().count(), ..AnswerCounts::default() };
        let mut changed = Vec::new();
        let attributes: Vec<AttributeId> = wholes(rulebook).into_iter().filter(|id| answers.has_column(*id)).collect();
        for (function, position) in positions.iter().enumerate() {
            let Some(position) = position.map(|position| position as usize) else { continue };
            let before = (counts.filled, counts.replaced);
            for &id in &attributes {
                match (self.figure(id, function, Some(rater)), answers.figure(id, position, None)) {
                    (Some(_), None) if answers.is_unknown(id, position) => {
                        counts.replaced += 1;
                        problems.push(self.replaced(rulebook, answers, id, [function, position], rater));
                    }
                    (_, None) => {}
                    (None, Some(_)) => counts.filled += 1,
                    (Some(own), Some(answer)) if own.is_same(&answer) => {}
                    (Some(_), Some(_)) => {
                        counts.replaced += 1;
                        problems.push(self.replaced(rulebook, answers, id, [function, position], rater));
                    }
                }
            }
            changed.extend(((counts.filled, counts.replaced) != before).then_some(function));
        }
        counts.functions = changed.len();
        (counts, changed)
    }

    /// A level, number, amount or day that is not assumed, for comparison; levels as far as no other rater gives them.
    pub(super) fn figure(&self, id: AttributeId, function: usize, rater: Option<usize>) -> Option<Figure> {
        let is_heard = |answers: &Answers| rater.is_none_or(|rater| answers.rater == rater);
        let level = self.stated_level(id, function, is_heard).map(|level| f64::from(level.value()));
        let day = || self.day(id, function).map(|day| f64::from((day - Date::ZERO).get_days()));
        let one = |figure: f64| (figure, figure);
        let bounds = level.map(one).or_else(|| self.bounds(id, function)).or_else(|| day().map(one))?;
        let currency = self.amount(id, function).map(|amount| self.currencies[amount.currency].clone());
        Some(Figure { bounds, currency: currency.filter(|currency| !currency.is_empty()) })
    }

    fn replaced(
        &self,
        rulebook: &Rulebook,
        answers: &Inventory,
        id: AttributeId,
        [function, position]: [usize; 2],
        rater: usize,
    ) -> Problem {
        let is_level = self.stated_level(id, function, |answers| answers.rater == rater).is_some();
        let is_heard = |answers: &Answers| !is_level || answers.rater == rater;
        let shown = |inventory: &Inventory, id, function: usize| match inventory.source_by(id, function, is_heard) {
            Source::Cell(column0) | Source::Sum(column0) => {
                let row0 = inventory.functions[function].row0;
                let value = inventory.table.shown(inventory.table.value(row0, column0));
                (inventory.table.place_of(row0, column0), value.trim().to_owned())
            }
            Source::Answer { file, row0, column0 } => {
                let table = inventory.answers[file].inventory.table;
                (table.place_of(row0, column0), table.shown(table.value(row0, column0)).trim().to_owned())
            }
            Source::Raters | Source::Assumed(_) | Source::Missing => (inventory.table.place.clone(), String::new()),
        };
        let (place, was) = shown(self, id, function);
        let (by, is) = if let (true, Some(column0)) = (answers.is_unknown(id, position), answers.column0(id)) {
            (answers.table.place_of(answers.functions[position].row0, column0), "not known".to_owned())
        } else {
            let (by, is) = shown(answers, id, position);
            (by, format!("`{is}`"))
        };
        let message = format!(
            "{} is `{was}` here and {is} in {}, cell {}; the answer counts",
            rulebook.attribute(id).name,
            by.file,
            by.cell().unwrap_or_default()
        );
        Problem::note(Code::AnswerDiffers, place, message)
    }
}

/// Whether a row of answers holds any.
fn has_answers(rulebook: &Rulebook, answers: &Inventory, answer: usize) -> bool {
    let has_value = |(id, attribute): (AttributeId, &Attribute)| {
        (attribute.has_values() || attribute.rule().is_none())
            && (answers.is_known(id, answer) || answers.is_unknown(id, answer))
    };
    rulebook.attribute_ids().any(has_value)
}

/// The rules to read answers by. What was stated of the inventory's columns holds for a copy of it, such as an assessed
/// workbook, in which the columns that were added are no answers; of any other file it says nothing.
pub fn rules_for_answers(rulebook: &Rulebook, inventory: &Inventory, answers: &Workbook) -> Rulebook {
    let mut rules = rulebook.for_any_file();
    let width = inventory.columns.len() as u16;
    let copy = answers.tables.iter().find(|table| inventory.is_copied_in(table));
    if copy.is_none() {
        (rules.reading.columns, rules.reading.scales) = (Vec::new(), Vec::new());
        rules.reading.units_of = Vec::new();
    }
    let assessed = || answers.tables.iter().find_map(|table| Some((table, first_added(table)?.1)));
    if let Some((table, first)) = copy.map(|copy| (copy, width)).or_else(assessed) {
        rules.reading.columns.extend((first..table.columns()).map(|column0| StatedColumn {
            column: ColumnName { given: column_letters(column0), by: StatedBy::Rulebook },
            attribute: None,
        }));
    }
    rules
}

/// The attributes that have values, and are no part of another.
pub(super) fn wholes(rulebook: &Rulebook) -> Vec<AttributeId> {
    let has_values = |attribute: &Attribute| attribute.has_values() || attribute.rule().is_none();
    let attributes =
        rulebook.attribute_ids().filter(|(id, attribute)| has_values(attribute) && rulebook.whole_of(*id).is_none());
    attributes.map(|(id, _)| id).collect()
}
