//! What nobody typed in an assessed workbook: its copy of the inventory is as old as its run, and no answer.
//!
//! The workbook itself says what it was read as, in a column beside each attribute that decides. Of the others it does not, so that
//! what differs from the inventory may be older as well as newer, unless both are of the same export.

use super::answers::wholes;
use super::known::Inventory;
use super::typed_levels::{Typed, first_added};
use crate::codes::Code;
use crate::problem::{Problem, Problems};
use crate::rulebook::{AttributeId, Rulebook};
use crate::sheets::{ANSWERED, AS_READ};

/// Why a value of a copy of the inventory is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Untouched {
    /// It is what the run had, or what the inventory says.
    AsItWas,
    /// The inventory says something else, and nothing tells which is newer.
    CannotBeTold,
}

impl Inventory<'_> {
    /// Of an assessed workbook, leaves only what was typed into its copy of an inventory.
    pub fn leave_typed(
        &mut self,
        rulebook: &Rulebook,
        inventory: &Inventory,
        is_same_export: bool,
        problems: &mut Problems,
    ) {
        if first_added(self.table).is_none() {
            return;
        }
        let meant = inventory.meant(rulebook, self);
        let answered0 = self.added(ANSWERED.0);
        for id in wholes(rulebook) {
            let names = rulebook.names_of_attribute(rulebook.attribute(id));
            let read0 = self.added_for(AS_READ, &names);
            let columns = self.columns_beside(id, inventory);
            // What is doubtful in the inventory may not look so in a workbook, and is no answer for that.
            let says_the_same = |answer: usize, function: usize| {
                let is_same =
                    |(own, theirs): &(u16, u16)| self.said_in(answer, *own) == inventory.said_in(function, *theirs);
                !columns.is_empty() && columns.iter().all(is_same)
            };
            let untouched = |answer: usize| match read0 {
                _ if meant[answer].is_some_and(|function| says_the_same(answer, function)) => Some(Untouched::AsItWas),
                Some(read0) => self.is_as_read(id, answer, read0, |row0| {
                    answered0.is_some_and(|answered0| self.was_answered(&names, row0, answered0))
                }),
                None => self.compared(id, answer, (inventory, meant[answer]), is_same_export),
            };
            let found: Vec<Option<Untouched>> = (0..self.functions.len()).map(untouched).collect();
            problems.extend(self.cannot_be_told(rulebook, id, &found));
            let untouched = (0..found.len()).filter(|answer| found[*answer].is_some());
            let parts = self.attributes[id.index()].parts.clone();
            for answer in untouched {
                for part in std::iter::once(id).chain(parts.iter().copied()) {
                    self.attributes[part.index()].values.forget(answer);
                }
            }
        }
    }

    /// The columns that an attribute is read from, each with that of an inventory; none where they are not the same number.
    fn columns_beside(&self, id: AttributeId, inventory: &Inventory) -> Vec<(u16, u16)> {
        let [own, theirs] = [self, inventory]
            .map(|inventory| inventory.columns_of(id).flat_map(|part| part.columns.clone()).collect::<Vec<u16>>());
        if own.len() == theirs.len() { own.into_iter().zip(theirs).collect() } else { Vec::new() }
    }

    /// Whether a level is no answer, beside the column that says what it was read as.
    fn is_as_read(
        &self,
        id: AttributeId,
        answer: usize,
        read0: u16,
        was_answered: impl Fn(u32) -> bool,
    ) -> Option<Untouched> {
        let row0 = self.functions[answer].row0;
        let level = self.known_level(id, answer).map(|(level, _)| level);
        let is_as_read = match Typed::of(self.table, self.table.cell(row0, read0)) {
            Typed::Level(read) => level == Some(read) || was_answered(row0),
            Typed::Nothing => level.is_none() || was_answered(row0),
            Typed::Between(..) => true,
            Typed::Other => false,
        };
        is_as_read.then_some(Untouched::AsItWas)
    }

    /// Whether a value is no answer, beside nothing but what the inventory says.
    fn compared(
        &self,
        id: AttributeId,
        answer: usize,
        (inventory, function): (&Inventory, Option<usize>),
        is_same_export: bool,
    ) -> Option<Untouched> {
        let (own, given) = (inventory.figure(id, function?, None)?, self.figure(id, answer, None)?);
        if own.is_same(&given) {
            return Some(Untouched::AsItWas);
        }
        (!is_same_export).then_some(Untouched::CannotBeTold)
    }

    /// That values of a column are not used, because nothing tells whether they were typed.
    fn cannot_be_told(&self, rulebook: &Rulebook, id: AttributeId, found: &[Option<Untouched>]) -> Option<Problem> {
        let mut untold = (0..found.len()).filter(|answer| found[*answer] == Some(Untouched::CannotBeTold));
        let first = untold.next()?;
        let column0 = self.column0(id).unwrap_or(self.name_column0);
        let rows = match untold.count() {
            0 => "in this row".to_owned(),
            others => format!("in {} rows, of which this is the first,", others + 1),
        };
        let message = format!(
            "{} is another one than in the inventory {rows} and nothing tells whether it was typed or is of an earlier \
             export; the inventory counts",
            rulebook.attribute(id).name,
        );
        let place = self.table.place_of(self.functions[first].row0, column0);
        let problem = Problem::note(Code::AnswerDiffers, place, message);
        Some(problem.help("give what is to count in a file of answers, or in the inventory"))
    }
}
