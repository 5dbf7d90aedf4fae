//! A column of days, which conditions compare with the day of the run.

use super::column::{Expected, Outcome, Reader, Values};
use super::dates::{self, First, Written};
use crate::table::{Cell, moment};

impl Reader<'_> {
    /// A column of days. `05/06/2027` is one where another cell of the column shows which number is the month.
    pub(super) fn dates(&mut self) -> Outcome {
        let written: Vec<Option<Written>> = self.cells.iter().map(|(_, cell)| self.written(cell)).collect();
        let proofs = |first| written.iter().flatten().any(|written| written.proves == Some(first));
        let first = match (proofs(First::Day), proofs(First::Month)) {
            (true, false) => Some(First::Day),
            (false, true) => Some(First::Month),
            _ => None,
        };
        let mut days = Vec::with_capacity(written.len());
        for (written, (row0, cell)) in written.into_iter().zip(self.cells.iter()) {
            let day = match cell {
                Cell::Date { serial, .. } => moment(serial).map(|(day, _)| day),
                _ => written.and_then(|written| written.last_day(first)),
            };
            // What is written for no day is none.
            let is_none = day.is_some_and(|day| u32::try_from(day.year()).is_ok_and(dates::is_none));
            let day = day.filter(|_| !is_none);
            if day.is_none() && !is_none && self.is_text_known(cell) || matches!(cell, Cell::Error(_)) {
                self.unreadable(row0, Expected::Date);
            }
            days.push(day);
        }
        let known = days.iter().flatten().count();
        let read = match first {
            _ if known == 0 => None,
            Some(First::Day) => Some("a date, the day before the month"),
            Some(First::Month) => Some("a date, the month before the day"),
            None => Some("a date"),
        };
        self.outcome(Values::Dates(days), read.map(str::to_owned).into_iter().collect(), known)
    }

    fn written(&self, cell: Cell) -> Option<Written> {
        match cell {
            Cell::Text(id) => Written::of(self.cells.table.text(id), self.reading),
            Cell::Number { value, .. } => Written::of_number(value),
            Cell::Empty | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => None,
        }
    }
}
