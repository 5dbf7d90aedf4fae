//! Rows that add up others, whatever they are called: arithmetic tells.
//!
//! A row that says nothing of its own but amounts, each of them the sum of rows above, is their total. Where that may be
//! chance, it stays a function, and is asked about.

use std::collections::HashMap;

use super::footers::{LOOKED_AT, is_id_like};
use super::rows::{Adds, Rows};
use super::statistics::{digits, is_sum_of};
use super::summaries::MOST_ROWS;
use crate::codes::Code;
use crate::inventory::heading::Heading;
use crate::problem::Problem;
use crate::rulebook::AttributeId;
use crate::rulebook::text::fold;
use crate::table::Cell;

/// How many groups of rows right above a row are tried as its parts.
const MOST_GROUPS: usize = 100;

/// So much speaks against chance where a row says nothing else, as others do: two columns of small sums, or one of three digits.
const SURE: usize = 4;
/// The same where several rows are such sums.
const TWICE: usize = 2;
/// The same where the other rows hold no more either.
const SURE_ALONE: usize = 6;

/// Rows are few where there are more than so many times as many others, or where they are no more than so many.
const FEW: usize = 2;
const FEW_ROWS: usize = 10;

/// So many sums are looked at closely; no table has more totals that are not called so.
const MOST_TRIED: usize = 2_000;

/// What a row holds beside its label.
struct Held {
    /// What stands in columns that can be added, by their positions among these.
    amounts: Vec<(usize, f64)>,
    /// Whether it says anything besides.
    is_worded: bool,
    /// Whether that is anything that the row above does not say too.
    is_dressed: bool,
    /// Whether it holds numbers of which nobody knows what they are.
    has_unknown: bool,
    /// The column in which it is called a total before its name, or where others have their ids.
    total0: Option<u16>,
}

impl Held {
    /// How much has to speak against chance for its amounts to be the sums of others, and to be asked about.
    fn needed(&self, is_named: bool, is_bare: bool, usual: usize) -> (usize, usize) {
        match () {
            // What says something of its own is asked about at most.
            () if self.is_dressed => (usize::MAX, SURE_ALONE),
            () if is_named || self.total0.is_some() => (0, 0),
            () if is_bare => (usual, 0),
            () => (SURE_ALONE, usual),
        }
    }
}

/// The rows that a total may add up, in groups.
struct Parts {
    rows: Vec<u32>,
    /// For each column, what the rows come to so far.
    sums: Vec<Vec<f64>>,
    /// Where groups begin.
    groups: Vec<usize>,
}

impl Parts {
    fn add(&mut self, row0: u32, amounts: &[(usize, f64)]) {
        self.rows.push(row0);
        for (column, sums) in self.sums.iter_mut().enumerate() {
            let amount = amounts.iter().find(|(at, amount)| *at == column && !amount.is_nan());
            let amount = amount.map_or(0.0, |(_, amount)| *amount);
            sums.push(sums.last().copied().unwrap_or_default() + amount);
        }
    }

    /// Takes the rows from one on away.
    fn leave_out(&mut self, end: usize) -> std::vec::Drain<'_, u32> {
        for sums in &mut self.sums {
            sums.truncate(end);
        }
        self.groups.retain(|group| *group <= end);
        self.rows.drain(end..)
    }

    fn begin_group(&mut self) {
        if self.groups.last() != Some(&self.rows.len()) {
            self.groups.push(self.rows.len());
        }
    }

    /// Whether columns come to amounts from one row to before another, as far as a quick look tells.
    fn may_come_to(&self, amounts: &[(usize, f64)], from: usize, to: usize) -> bool {
        let before = |column: usize, row: usize| row.checked_sub(1).map_or(0.0, |last| self.sums[column][last]);
        let is_near = |(column, amount): &(usize, f64)| {
            (before(*column, to) - before(*column, from) - amount).abs() <= 0.5 + 1e-9 * amount.abs()
        };
        from < to && to - from <= MOST_ROWS && amounts.iter().all(is_near)
    }
}

/// The rows of a table as far as amounts are concerned.
struct Amounts {
    /// The columns that can be added.
    columns: Vec<u16>,
    /// The row below the last one that says anything else: below it, rows may be no functions.
    body_end0: u32,
    /// Whether most rows above it do.
    are_worded: bool,
    /// Whether nearly all do.
    are_all_worded: bool,
    /// How much has to speak against chance where a row says nothing else, as others do.
    needed: usize,
}

impl Rows<'_> {
    /// The rows whose amounts say something of others.
    pub(super) fn added_up(&self) -> HashMap<u32, Adds> {
        let columns = (0..).zip(&self.layout.columns);
        let is_added = |heading: &Heading| heading.attribute.is_some_and(|id| self.rulebook.is_added(id));
        let columns: Vec<u16> = columns.filter(|(_, heading)| is_added(heading)).map(|(column0, _)| column0).collect();
        if columns.is_empty() {
            return self.called_total_by_id();
        }
        let worded = self.rows().map(|row0| (row0, !self.parts_groups(row0) && self.is_worded(row0, &columns)));
        let worded: Vec<(u32, bool)> = worded.collect();
        let body = worded.iter().rposition(|(_, is_worded)| *is_worded).map_or(&[][..], |last| &worded[..=last]);
        let body_end0 = body.last().map_or(0, |(row0, _)| row0 + 1);
        let said = body.iter().filter(|(_, is_worded)| *is_worded).count();
        // Words that stand once for several rows are fewer.
        let (are_worded, are_all_worded) = (said * 2 > body.len(), said * 5 >= body.len() * 4);
        let mut amounts = Amounts { columns, body_end0, are_worded, are_all_worded, needed: SURE };
        let found = self.adds(&amounts);
        // What may be chance once is none twice.
        if are_worded && found.values().filter(|adds| **adds == Adds::Perhaps).count() > 1 {
            amounts.needed = TWICE;
            return self.adds(&amounts);
        }
        found
    }

    /// The rows that have a word for a total in the place of their ids, where nothing can be added.
    fn called_total_by_id(&self) -> HashMap<u32, Adds> {
        let Some(id0) = self.layout.column_of(self.rulebook.roles.id) else { return HashMap::new() };
        let is_called = |row0: &u32| self.is_called_total(*row0, id0, self.table.cell(*row0, id0));
        self.rows().filter(is_called).map(|row0| (row0, Adds::PerhapsCalled)).collect()
    }

    fn rows(&self) -> impl Iterator<Item = u32> {
        (self.layout.header_row0 + 1..self.layout.end0)
            .filter(|row0| self.belongs_to_header(*row0).is_none() && !self.is_part(*row0))
    }

    fn adds(&self, amounts: &Amounts) -> HashMap<u32, Adds> {
        let mut found = HashMap::new();
        let mut parts = Parts { rows: Vec::new(), sums: vec![Vec::new(); amounts.columns.len()], groups: vec![0] };
        let (mut body, mut counted, mut tried) = (0, None, 0);
        for row0 in self.rows() {
            if self.parts_groups(row0) {
                parts.begin_group();
                continue;
            }
            let held = self.held(row0, &amounts.columns);
            let is_below = amounts.are_worded && row0 >= amounts.body_end0;
            let is_named = self.names_summary(row0) && !held.is_dressed;
            let is_bare = amounts.are_worded && !held.is_worded;
            let (needed, least) = held.needed(is_named, is_bare, amounts.needed);
            let ends = if is_below { &[parts.rows.len(), body][..] } else { &[parts.rows.len()] };
            let has_totals = found.values().any(|adds| *adds == Adds::Up);
            match self.best_sum(&parts, &held.amounts, amounts, ends, has_totals, &mut tried) {
                Some((end, weight)) if weight >= needed => {
                    found.extend(parts.leave_out(end).map(|row0| (row0, Adds::Beside)));
                    found.insert(row0, Adds::Up);
                    parts.begin_group();
                    counted = is_below.then_some(end);
                }
                _ if is_named => {
                    parts.begin_group();
                    if !held.amounts.is_empty() && !self.is_full_amid(row0, &amounts.columns) {
                        found.insert(row0, if is_below && is_bare { Adds::Called } else { Adds::PerhapsCalled });
                    }
                }
                sum => {
                    parts.add(row0, &held.amounts);
                    body = if row0 < amounts.body_end0 { parts.rows.len() } else { body };
                    if sum.is_some_and(|(_, weight)| weight >= least) {
                        found.insert(row0, Adds::Perhaps);
                        parts.begin_group();
                    } else if held.total0.is_some() && held.total0 == self.layout.column_of(self.rulebook.roles.id) {
                        found.insert(row0, Adds::PerhapsCalled);
                    }
                }
            }
        }
        // Few rows at the end may be of another kind; many were not filled in yet.
        let rest = &parts.rows[counted.unwrap_or(body)..];
        let have_amounts = body > 0 && parts.sums.iter().any(|sums| sums[body - 1] != 0.0);
        let is_few = have_amounts && rest.len() < body && (rest.len() * FEW < body || rest.len() <= FEW_ROWS);
        match counted {
            Some(_) => found.extend(rest.iter().map(|row0| (*row0, Adds::Beside))),
            None if amounts.are_all_worded && is_few => {
                let is_bare = |row0: &&u32| {
                    let held = self.held(**row0, &amounts.columns);
                    !held.has_unknown && held.total0.is_none()
                };
                for row0 in rest.iter().filter(is_bare) {
                    found.entry(*row0).or_insert(Adds::Alone);
                }
            }
            None => {}
        }
        found
    }

    /// Whether a row stands between groups of others.
    fn parts_groups(&self, row0: u32) -> bool {
        let begins_sheet = self.table.part_of(row0).is_some_and(|part| part.first_row0 == row0);
        self.table.is_blank(row0) || self.is_lone(row0) || begins_sheet
    }

    /// The cells of a row beside its label.
    fn beside_label(&self, row0: u32) -> impl Iterator<Item = (u16, Cell)> {
        let label = self.label(row0);
        let columns = self.table.filled(row0).filter(move |c| Some(*c) != label && !self.is_sheet_name(row0, *c));
        columns.map(move |column0| (column0, self.table.cell(row0, column0)))
    }

    fn attribute(&self, column0: u16) -> Option<AttributeId> {
        self.layout.columns.get(usize::from(column0)).and_then(|heading| heading.attribute)
    }

    /// Whether a cell calls its row a total, before the name or in the place of its id or department, and those above and below
    /// it do not say so too, as they do of a department that is called `Total`.
    fn is_called_total(&self, row0: u32, column0: u16, cell: Cell) -> bool {
        let roles = &self.rulebook.roles;
        let attribute = self.attribute(column0);
        let is_role = attribute.is_some() && [roles.id, roles.department].contains(&attribute);
        let is_key = column0 < self.layout.name_column || is_role;
        let is_alone = || [row0 - 1, row0 + 1].iter().all(|other| self.table.value(*other, column0) != cell);
        let is_total =
            |text: &str| !text.contains(|c: char| c.is_ascii_digit()) && self.rulebook.reading.is_total(text);
        is_key && is_alone() && matches!(cell, Cell::Text(id) if is_total(self.table.text(id)))
    }

    /// Whether a text stands in the place of an id and is made like none: `TRAILER` below `17`.
    fn is_no_id(&self, column0: u16, cell: Cell, above: Cell) -> bool {
        let is_id = self.attribute(column0).is_some_and(|id| Some(id) == self.rulebook.roles.id);
        is_id && !is_id_like(&self.table.shown(cell), &self.table.shown(above))
    }

    fn is_no_data(&self, cell: Cell) -> bool {
        matches!(cell, Cell::Text(id) if self.rulebook.reading.is_no_data(self.table.text(id)))
    }

    /// Whether a cell says something besides amounts.
    fn says_more(&self, row0: u32, (column0, cell): (u16, Cell), columns: &[u16]) -> bool {
        let roles = &self.rulebook.roles;
        let is_more = match self.attribute(column0) {
            _ if columns.contains(&column0) => false,
            // What amounts are in is no word of its own.
            Some(id) => ![roles.unit, roles.currency].contains(&Some(id)),
            // What a number of no attribute is nobody knows.
            None => self.table.number(cell).is_none(),
        };
        is_more && !self.is_no_data(cell) && !self.is_called_total(row0, column0, cell)
    }

    /// Whether a row says anything besides amounts.
    fn is_worded(&self, row0: u32, columns: &[u16]) -> bool {
        self.beside_label(row0).any(|at| self.says_more(row0, at, columns))
    }

    /// Whether a row stands between others and says more than amounts, and no less than they do: a total stands at their end, or
    /// says less, or what it says is what it is the total of.
    fn is_full_amid(&self, row0: u32, columns: &[u16]) -> bool {
        let filled = |row0: u32| self.beside_label(row0).filter(|(_, cell)| !self.is_no_data(*cell)).count();
        let is_other = |other: &u32| !self.parts_groups(*other) && !self.names_summary(*other);
        let above = (self.layout.header_row0 + 1..row0).rev().take(LOOKED_AT).find(is_other);
        let below = (row0 + 1..self.layout.end0).take(LOOKED_AT).find(is_other);
        let name = fold(self.name_or_lone_text(row0));
        let says_more = |(column0, cell): (u16, Cell)| {
            let said = fold(&self.table.shown(cell));
            self.says_more(row0, (column0, cell), columns) && !name.contains(said.trim())
        };
        let is_amid = above.zip(below).is_some_and(|(above, below)| filled(row0) >= filled(above).max(filled(below)));
        is_amid && self.beside_label(row0).any(says_more)
    }

    fn held(&self, row0: u32, columns: &[u16]) -> Held {
        let mut held =
            Held { amounts: Vec::new(), is_worded: false, is_dressed: false, has_unknown: false, total0: None };
        for (column0, cell) in self.beside_label(row0) {
            let attribute = self.attribute(column0);
            if self.says_more(row0, (column0, cell), columns) {
                held.is_worded = true;
                let is_value = attribute.is_some_and(|id| self.rulebook.attribute(id).has_values());
                let above = self.table.value(row0 - 1, column0);
                held.is_dressed |= is_value || above != cell && !self.is_no_id(column0, cell, above);
            } else if self.is_called_total(row0, column0, cell) {
                held.total0 = Some(column0);
            } else if !self.is_no_data(cell) {
                match columns.iter().position(|column| *column == column0) {
                    // What is no plain number is the sum of nothing.
                    Some(at) => held.amounts.push((at, self.table.number(cell).unwrap_or(f64::NAN))),
                    None => held.has_unknown |= attribute.is_none(),
                }
            }
        }
        held
    }

    /// The rows above whose sums amounts are, up to one of some ends, and how much speaks against chance: digits, columns, many
    /// parts.
    fn best_sum(
        &self,
        parts: &Parts,
        stated: &[(usize, f64)],
        amounts: &Amounts,
        ends: &[usize],
        has_totals: bool,
        tried: &mut usize,
    ) -> Option<(usize, usize)> {
        const MANY: usize = 3;
        let digits: Vec<usize> =
            stated.iter().map(|(_, amount)| digits(*amount)).filter(|digits| *digits > 0).collect();
        if digits.is_empty() {
            return None;
        }
        ends.iter().find_map(|end| {
            let starts = parts.groups.iter().rev().take(MOST_GROUPS).chain(&[0]);
            let start = starts.copied().find(|start| {
                if *tried >= MOST_TRIED || !parts.may_come_to(stated, *start, *end) {
                    return false;
                }
                *tried += 1;
                stated.iter().all(|(at, amount)| {
                    let cell = |row0: &u32| self.table.number(self.table.cell(*row0, amounts.columns[*at]));
                    is_sum_of(&parts.rows[*start..*end].iter().filter_map(cell).collect::<Vec<f64>>(), *amount)
                })
            })?;
            let count = end - start;
            // A group of one row has the same amounts as its total, and so has many another row.
            let is_told = count > 1 || has_totals && digits.len() > 1;
            is_told.then(|| (*end, digits.iter().sum::<usize>() + digits.len() + usize::from(count >= MANY)))
        })
    }

    /// What to ask about a function that may be none.
    pub(super) fn possible_total(&self, row0: u32) -> Option<Problem> {
        let what = match self.adds.get(&row0)? {
            Adds::Perhaps => "its amounts are the sums of rows above it",
            Adds::Alone => "amounts stand alone in it, below rows that say more",
            Adds::Called | Adds::PerhapsCalled => {
                "it is called as totals and statistics are, and says nothing of rows above it"
            }
            Adds::Up | Adds::Beside => return None,
        };
        let name = self.name_or_lone_text(row0);
        let place = self.table.place_of(row0, self.layout.name_column);
        let message = format!("{what}; it counts as a function, found `{name}`");
        let help = "if it says something of other rows, delete it, or call it `Total`; else fill in its row";
        Some(Problem::warning(Code::TotalRow, place, message).help(help))
    }
}
