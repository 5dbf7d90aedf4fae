//! What was decided in an assessed workbook, and what of it stands where it is not looked for.

use std::collections::{HashMap, HashSet};

use super::decisions::Decision;
use super::lists::List;
use crate::assessment::Verdict;
use crate::codes::Code;
use crate::inventory::first_added;
use crate::problem::{Place, Problem, Spot, column_letters};
use crate::rulebook::text::{fold, is_called};
use crate::sheets::{ASSESSMENT, CHECK, DECIDED_BY, DECISION, KEY, NOTE, NOTES_BY, Name, QUALITY, SHEETS, VERDICT};
use crate::table::{CALCULATE, Cell, NO_RESULT, Note, Table};

/// The columns that are filled in by people, in the order in which they stand.
const TYPED: [Name; 3] = [DECISION, DECIDED_BY, NOTE];

/// The rows of a table in which something was decided or noted, each with that.
pub fn decided(table: &Table) -> Vec<(u32, Decision)> {
    let Some((row0, first)) = first_added(table) else { return Vec::new() };
    let columns = TYPED.map(|name| column(table, row0, first, name));
    let of_row = |row0: u32| {
        let text =
            |at: usize| columns[at].map_or(String::new(), |column0| table.shown(table.value_of_rows(row0, column0)));
        Some((row0, Decision::of(&text(0), &text(1), &text(2), "")?))
    };
    (row0 + 1..table.rows()).filter_map(of_row).collect()
}

/// What was decided on other sheets than the one that is read, what stands in columns that have lost their headers, and what
/// somebody added besides; what is ours tells the headers that the program writes on the assessment sheet, and in lists of
/// functions.
pub fn unread(tables: &[Table], [is_ours, is_of_list]: [fn(&str) -> bool; 2]) -> Vec<Problem> {
    // Somebody may have given it another name.
    let named = tables.iter().position(|table| table.is_sheet(ASSESSMENT));
    let Some(own_at) = named.or_else(|| tables.iter().position(|table| first_added(table).is_some())) else {
        return Vec::new();
    };
    let own = &tables[own_at];
    let known: HashSet<Decision> = decided(own).into_iter().map(|(_, decision)| decision).collect();
    let others: Vec<&Table> = [&tables[..own_at], &tables[own_at + 1..]].into_iter().flatten().collect();
    let header = first_added(own).map(|(row0, _)| (own, row0));
    let of_sheet = |table: &Table| {
        let list = List::of(table, is_of_list);
        let copied = decided(table).into_iter().filter(|(_, decision)| !known.contains(decision)).count();
        let others = copied + list.as_ref().zip(header).map_or(0, |(list, own)| list.decisions(own));
        let message = format!(
            "{} of this sheet {} not carried over: only the sheet `{}` is read",
            decisions_and_notes(others),
            were(others),
            own.place.sheet.as_deref().unwrap_or_default()
        );
        let help = "type them there, or give that sheet its name";
        let decisions = (others > 0).then(|| not_carried(table.place.clone(), message).help(help));
        let remarks = list.map_or(0, |list| list.remarks());
        let message =
            format!("{} beside the list on this sheet {} not carried over", of_values(remarks), were(remarks));
        let problem = Problem::warning(Code::AdditionNotCarried, table.place.clone(), message);
        let help =
            format!("the workbook is kept; what stands in the column `{NOTE}` of the sheet `{ASSESSMENT}` comes back");
        let is_ours = SHEETS.iter().any(|name| table.is_sheet(*name));
        let notes = if is_ours { of_notes(table.place.clone(), table.notes().count()) } else { None };
        decisions.into_iter().chain((remarks > 0).then(|| problem.help(help))).chain(notes)
    };
    let on_sheets: Vec<Problem> = others.iter().copied().flat_map(of_sheet).collect();
    let mut unread = not_calculated(own);
    unread.extend(renamed(own));
    let is_told = |place: &Place| unread.iter().any(|problem| problem.place == *place);
    let columns = inserted(tables, own).into_iter().chain(added(own, is_ours));
    let columns: Vec<Problem> = columns.filter(|added| !is_told(&added.place)).map(not_repeated).collect();
    let sheets = others.iter().filter(|table| table.rows() > 0 && !SHEETS.iter().any(|name| table.is_sheet(*name)));
    let is_new = |table: &&&Table| !on_sheets.iter().any(|problem| problem.place == table.place);
    let sheets: Vec<Problem> = sheets
        .filter(is_new)
        .map(|table| {
            let message = "is a sheet that somebody added, and was not carried over";
            Problem::warning(Code::AdditionNotCarried, table.place.clone(), message).help("the workbook is kept")
        })
        .collect();
    unread.extend(columns);
    unread.extend(added_rows(own));
    unread.extend(on_sheets);
    unread.extend(sheets);
    unread
}

/// That somebody put notes on cells of an assessed sheet: such as stand where the program puts none, or have an author and are
/// not of the inventory, to which the program may have added a remark.
pub fn notes_left(table: &Table, inventory: &Table) -> Option<Problem> {
    let (header_row0, first) = first_added(table)?;
    let known: HashSet<String> = inventory.notes().map(|(_, note)| fold(&note.text)).collect();
    let is_known = |text: &str| {
        let ends = text.match_indices("\n\n").map(|(at, _)| at).chain([text.len()]);
        ends.into_iter().any(|end| known.contains(&fold(&text[..end])))
    };
    let is_added = |((row0, column0), note): &((u32, u16), &Note)| {
        let is_named = !matches!(note.author.trim(), "" | NOTES_BY);
        if *column0 == first && note.author.trim().is_empty() {
            // Programs that keep no authors keep what the program says of a verdict.
            *row0 > header_row0 && !is_of_a_verdict(&note.text)
        } else if *column0 <= first {
            is_named && !is_known(&note.text)
        } else {
            *row0 > header_row0
        }
    };
    of_notes(table.place.clone(), table.notes().filter(is_added).count())
}

/// Whether a note says first what the verdict is, as the program's own do.
fn is_of_a_verdict(text: &str) -> bool {
    let text = fold(text);
    Verdict::ALL
        .into_iter()
        .any(|verdict| verdict.called().texts().iter().any(|called| text.starts_with(&fold(called))))
}

/// That so many notes on cells are in no new workbook.
fn of_notes(place: Place, number: usize) -> Option<Problem> {
    let notes = if number == 1 { "1 note".to_owned() } else { format!("{number} notes") };
    let message = format!("{notes} that somebody put on cells of this sheet {} not carried over", were(number));
    let problem = Problem::warning(Code::AdditionNotCarried, place, message);
    let help =
        format!("the workbook is kept; what stands in the column `{NOTE}` of the sheet `{ASSESSMENT}` comes back");
    (number > 0).then(|| problem.help(help))
}

/// A column that somebody added to an assessed workbook.
pub(super) struct Added {
    /// Where its header stands.
    pub(super) place: Place,
    /// The header; empty where it has none.
    pub(super) header: String,
    /// How many of its cells hold something.
    values: usize,
}

fn not_repeated(Added { place, values, .. }: Added) -> Problem {
    let message = format!("{} in a column that somebody added {} not carried over", of_values(values), were(values));
    Problem::warning(Code::AdditionNotCarried, place, message)
        .help("the workbook is kept; a column that is to stay belongs in the inventory")
}

impl Added {
    /// A column under its header, unless that is a known one or nothing stands below it.
    fn of(table: &Table, (row0, column0): (u32, u16), is_known: impl Fn(&str) -> bool) -> Option<Added> {
        let header = table.shown(table.cell(row0, column0));
        let values = values(table, row0, column0);
        let place = table.place_of(row0, column0).under(header.as_str());
        (values > 0 && !is_known(&header)).then_some(Added { place, header, values })
    }
}

/// The columns that somebody added among or behind those that the program had added to a table.
pub(super) fn added(table: &Table, is_ours: fn(&str) -> bool) -> Vec<Added> {
    let Some((row0, first)) = first_added(table) else { return Vec::new() };
    // A table that was assessed twice has each of them twice.
    let is_twice = (first + 1..table.columns()).any(|column0| table.shows(row0, column0, VERDICT));
    let is_second = |column0: u16| {
        let of_name = |name: &Name| is_called(&table.shown(table.cell(row0, column0)), *name);
        let name = TYPED.iter().find(|name| of_name(name));
        !is_twice && name.is_some_and(|name| column(table, row0, first, *name) != Some(column0))
    };
    let of_column = |column0: u16| Added::of(table, (row0, column0), |header| is_ours(header) && !is_second(column0));
    (first..table.columns()).filter_map(of_column).collect()
}

/// That somebody added rows to an assessed sheet: such as have no key of the program's. What was decided in them is told elsewhere.
fn added_rows(table: &Table) -> Option<Problem> {
    let (header_row0, first) = first_added(table)?;
    let key0 = column(table, header_row0, first, KEY)?;
    let rows = header_row0 + 1..table.rows();
    let has_key = |row0: &u32| table.cell(*row0, key0) != Cell::Empty;
    let told: HashSet<u32> = decided(table).into_iter().map(|(row0, _)| row0).collect();
    let is_filled = |row0: &u32| (0..first).any(|column0| table.is_filled(table.cell(*row0, column0)));
    let added = || rows.clone().filter(|row0| !has_key(row0) && !told.contains(row0) && is_filled(row0));
    let place = table.place.at(Spot::Row { row0: added().next()? });
    let message = match added().count() {
        1 => "is a row that somebody added, and was not carried over".to_owned(),
        number => format!("is the first of {number} rows that somebody added, and were not carried over"),
    };
    // Of a workbook that has lost all keys nothing can be told.
    let problem =
        rows.clone().any(|row0| has_key(&row0)).then(|| Problem::warning(Code::AdditionNotCarried, place, message));
    problem
        .map(|problem| problem.help("the workbook is kept; a function that is to be judged belongs in the inventory"))
}

/// The columns that somebody inserted among those of the inventory, which the workbook lists by their letters where it says how they
/// were read.
fn inserted(tables: &[Table], own: &Table) -> Vec<Added> {
    let Some((row0, first)) = first_added(own) else { return Vec::new() };
    let Some(quality) = tables.iter().find(|table| table.is_sheet(QUALITY)) else { return Vec::new() };
    let text = |row0: u32, column0: u16| quality.shown(quality.cell(row0, column0));
    let letters: HashMap<String, u16> = (0..first).map(|column0| (column_letters(column0), column0)).collect();
    let (mut listed, mut of_run) = (HashSet::from([String::new()]), 0);
    for row0 in 0..quality.rows() {
        if let Some(column0) = letters.get(&text(row0, 0)) {
            listed.insert(fold(&text(row0, 1)));
            of_run = of_run.max(column0 + 1);
        }
    }
    // As long as there are as many as the run had, headers may stand in several rows.
    let columns = if (1..first).contains(&of_run) { 0..first } else { 0..0 };
    columns.filter_map(|column0| Added::of(own, (row0, column0), |header| listed.contains(&fold(header)))).collect()
}

/// The columns for what people decide that have another header by now, with how much stands in them.
fn renamed(table: &Table) -> Vec<Problem> {
    let Some((row0, first)) = first_added(table) else { return Vec::new() };
    let found = TYPED.map(|name| column(table, row0, first, name));
    let start = found.iter().zip(0..).find_map(|(column0, at)| column0.map(|column0| column0.saturating_sub(at)));
    let lost = |(at, name): (u16, &Name)| {
        let column0 = start? + at;
        let is_free = !found.contains(&Some(column0)) && !table.shows(row0, column0, CHECK);
        let values = values(table, row0, column0);
        let message = format!(
            "{} in this column {} not carried over: it stands where `{name}` was, and has another header",
            of_values(values),
            were(values)
        );
        let header = table.shown(table.cell(row0, column0));
        let problem = not_carried(table.place_of(row0, column0).under(header.as_str()), message);
        let is_lost = found[usize::from(at)].is_none() && is_free && values > 0;
        is_lost.then(|| problem.help(format!("give the column back its header `{name}`")))
    };
    (0..).zip(&TYPED).filter_map(lost).collect()
}

/// How many cells of a column below its header hold something; of the program's own formulas that none has calculated, none does.
fn values(table: &Table, header_row0: u32, column0: u16) -> usize {
    let is_own = table.lacks_result(header_row0, column0);
    let is_filled =
        |row0: u32| table.cell(row0, column0) != Cell::Empty || !is_own && table.lacks_result(row0, column0);
    (header_row0 + 1..table.rows()).filter(|row0| is_filled(*row0)).count()
}

/// The columns for what people decide in which formulas stand that no program has calculated.
fn not_calculated(table: &Table) -> Vec<Problem> {
    let Some((header_row0, first)) = first_added(table) else { return Vec::new() };
    let columns = TYPED.into_iter().chain([CHECK]).filter_map(|name| column(table, header_row0, first, name));
    let lacking = |column0: u16| {
        let mut rows = (header_row0 + 1..table.rows()).filter(|row0| table.lacks_result(*row0, column0));
        let place = table.place_of(rows.next()?, column0);
        let more = match rows.count() {
            0 => String::new(),
            more => format!(", as {more} more below it"),
        };
        let message = format!("holds {NO_RESULT}{more}, and was not carried over");
        Some(not_carried(place, message).help(CALCULATE))
    };
    columns.filter_map(lacking).collect()
}

fn of_values(number: usize) -> String {
    if number == 1 { "1 value".to_owned() } else { format!("{number} values") }
}

fn column(table: &Table, row0: u32, first: u16, name: Name) -> Option<u16> {
    let mut columns = first..table.row(row0).len() as u16;
    columns.find(|column0| is_called(&table.shown(table.cell(row0, *column0)), name))
}

/// A decision that stays behind though its function may be there.
pub fn not_carried(place: Place, message: String) -> Problem {
    Problem::warning(Code::DecisionNotCarried, place, message)
}

/// So many rows with a decision or a note.
pub fn decisions_and_notes(number: usize) -> String {
    if number == 1 { "1 decision or note".to_owned() } else { format!("{number} decisions and notes") }
}

fn were(number: usize) -> &'static str {
    if number == 1 { "was" } else { "were" }
}
