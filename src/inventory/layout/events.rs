//! Logs of events, as workflow systems export them: each row is one step of one case at one time, and no function with what a
//! year comes to.

use std::collections::HashSet;

use super::several::{Grouped, Several, key, one_row_each};
use crate::codes::Code;
use crate::problem::{Problem, Spot};
use crate::table::Cell;

/// A point in time, as its numbers stand in a text or as a serial one.
type Moment = [u32; 6];

/// In how many of ten a log may be unlike one.
const FEW: usize = 10;

impl Several<'_> {
    /// The problem of rows that are events: names come again at other times, and so do cases, in which time goes on.
    pub(super) fn events(&self) -> Option<Problem> {
        let may_tell = |column0: &u16| {
            let mut rows = self.functions.iter().map(|function| function.row0);
            let first = rows.find(|row0| self.table.is_filled(self.table.value(*row0, *column0)));
            first.is_some_and(|row0| self.moment(row0, *column0).is_some())
        };
        let times: Vec<u16> = self.free_columns().into_iter().filter(may_tell).collect();
        if times.is_empty() {
            return None;
        }
        let names = self.grouped(&[self.layout.name_column]);
        // Whose rows have ids of their own are told apart by whoever wrote them.
        let has_ids = self.layout.column_of(self.rulebook.roles.id).is_some_and(|id| self.is_unique(id));
        if !names.are_most_repeated() || has_ids {
            return None;
        }
        let time0 = times.into_iter().find(|column0| self.tells_moments(*column0, &names))?;
        let is_code = |column0: u16| {
            let shown = self.functions.iter().take(FEW).map(|function| self.shown(function.row0, column0));
            shown.into_iter().all(|text| text.contains(|c: char| c.is_ascii_digit()))
        };
        let others = self.free_columns().into_iter().chain(self.layout.column_of(self.rulebook.roles.id));
        let mut others = others.filter(|column0| *column0 != time0 && is_code(*column0));
        let case0 = others.find(|column0| self.tells_cases(*column0, time0, &names))?;
        let first = self.functions.first()?.row0;
        let name = self.heading(self.layout.name_column);
        let message = format!(
            "the rows are events, such as `{}` at `{}` in `{}` (`{}`), and none says what a function comes to in a year",
            self.shown(first, self.layout.name_column),
            self.shown(first, time0),
            self.shown(first, case0),
            self.heading(case0).header
        );
        let place = self.table.place.at(Spot::Column { column0: time0 }).under(self.heading(time0).header.as_str());
        Some(Problem::error(Code::NoInventory, place, message).help(one_row_each(&name.header)))
    }

    fn is_unique(&self, column0: u16) -> bool {
        let grouped = self.grouped(&[column0]);
        grouped.rows.is_empty()
    }

    /// Whether a column holds days with their times, others for the same name.
    fn tells_moments(&self, column0: u16, names: &Grouped) -> bool {
        let (mut filled, mut times) = (0, 0);
        for function in self.functions {
            let Some(moment) = self.moment(function.row0, column0) else {
                if self.table.is_filled(self.table.value(function.row0, column0)) {
                    return false;
                }
                continue;
            };
            (filled, times) = (filled + 1, times + usize::from(moment[3..] != [0; 3]));
        }
        let changes = |rows: &&Vec<u32>| {
            rows.iter().map(|row0| key(self.table.value(*row0, column0))).collect::<HashSet<_>>().len() > 1
        };
        filled * FEW >= self.functions.len() * (FEW - 1)
            && times * 2 > filled
            && names.rows.iter().filter(changes).count() * FEW >= names.rows.len() * (FEW - 1)
    }

    /// Whether a column says of which case a row is: it comes again, with other names, and in each case time goes on.
    fn tells_cases(&self, column0: u16, time0: u16, names: &Grouped) -> bool {
        let cases = self.grouped(&[column0]);
        let value = |row0: &u32| key(self.table.value(*row0, column0));
        let is_of_several = |rows: &&Vec<u32>| rows.iter().any(|row0| value(row0) != value(&rows[0]));
        if !cases.are_most_repeated() || !names.rows.iter().any(|rows| is_of_several(&rows)) {
            return false;
        }
        let pairs = || cases.rows.iter().flat_map(|rows| rows.windows(2));
        let all = pairs().count();
        let moments = |pair: &[u32]| Some((self.moment(pair[0], time0)?, self.moment(pair[1], time0)?));
        // Days may stand before months, or behind them.
        let swapped = |[year, one, other, ..]: Moment| [year, other, one];
        let in_order = |swap: bool| {
            let goes_on = |(one, other): (Moment, Moment)| {
                if swap && swapped(one) != swapped(other) { swapped(one) < swapped(other) } else { one <= other }
            };
            pairs().filter_map(moments).filter(|pair| goes_on(*pair)).count()
        };
        in_order(false).max(in_order(true)) * FEW >= all * (FEW - 1)
    }

    /// The day and the time of a cell; none where it has no time of day.
    fn moment(&self, row0: u32, column0: u16) -> Option<Moment> {
        match self.table.value(row0, column0) {
            Cell::Date { serial, .. } if serial >= 1.0 => {
                let seconds = (serial.fract() * 86_400.0).round() as u32;
                Some([serial as u32, 0, 0, seconds / 3_600, seconds / 60 % 60, seconds % 60])
            }
            Cell::Text(id) => moment_of(self.table.text(id)),
            _ => None,
        }
    }
}

/// The day and the time that a text says: `2010-12-30 14:32:00+01:00`, `30.12.2010 14:32`.
fn moment_of(text: &str) -> Option<Moment> {
    const LONGEST: usize = 40;
    let text = text.trim();
    let (day, time) = text.split_once([' ', 'T', ',']).filter(|_| text.len() <= LONGEST)?;
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.bytes().all(|b| b.is_ascii_digit()));
    let day: Vec<u32> = day.split(['-', '.', '/']).map(number).collect::<Option<_>>()?;
    let (year, one, other) = match *day.as_slice() {
        [year, month, day] if year > 1_900 => (year, month, day),
        [day, month, year] => (year, month, day),
        _ => return None,
    };
    let mut parts = time.trim().split(|c: char| !c.is_ascii_digit());
    let hour = number(parts.next()?)?;
    let minute = number(parts.next()?).filter(|_| time.contains(':'))?;
    let second = parts.next().and_then(number).unwrap_or(0);
    let is_after_noon = hour < 12 && text.to_ascii_lowercase().ends_with("pm");
    let hour = if is_after_noon { hour + 12 } else { hour };
    (one <= 31 && other <= 31 && hour < 25 && minute < 60).then_some([year, one, other, hour, minute, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_days_with_their_times() {
        for (text, expected) in [
            ("2010-12-30 14:32:00", Some([2010, 12, 30, 14, 32, 0])),
            ("2010-12-30T14:32:05.123+01:00", Some([2010, 12, 30, 14, 32, 5])),
            ("30.12.2010 14:32", Some([2010, 12, 30, 14, 32, 0])),
            ("12/30/2010 2:32 PM", Some([2010, 30, 12, 14, 32, 0])),
            ("2010-12-30", None),
            ("14:32", None),
            ("Payroll 14:32", None),
            ("", None),
        ] {
            assert_eq!(moment_of(text), expected, "{text}");
        }
    }
}
