//! Dates as people write them: the year where that decides, and the day where it is compared.

use crate::rulebook::text::fold;
use crate::rulebook::{Points, Reading};
use crate::table::{Cell, Date, Table, moment};

/// The year from which a date stands for "never": systems without an open end write 2099-12-31 or 9999-12-31.
pub(super) const NEVER_FROM_YEAR: u32 = 2099;

/// The last year in which a day stands for none: systems without one write 1900-01-01, 1899-12-30 or 0001-01-01.
const NO_DAY_UNTIL: u32 = 1900;

/// Whether a date of this year stands for none.
pub(super) fn is_none(year: u32) -> bool {
    year <= NO_DAY_UNTIL
}

/// The years that a number alone may stand for.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

/// Whether a cell holds the date of an end that comes.
pub(in crate::inventory) fn is_end(cell: Cell, table: &Table, reading: &Reading) -> bool {
    let year = match cell {
        Cell::Text(id) => year_of(table.text(id), reading),
        Cell::Number { value, .. } => Written::of_number(value).map(|written| written.year),
        Cell::Date { serial, .. } => year_of_day(serial),
        Cell::Empty | Cell::Boolean(_) | Cell::Error(_) => None,
    };
    year.is_some_and(|year| !is_none(year) && year < NEVER_FROM_YEAR)
}

/// The level of an end in this year, where `end` is the level of an end at all.
pub(super) fn level(year: u32, end: Points) -> Points {
    if year >= NEVER_FROM_YEAR { end.opposite() } else { end }
}

/// The year that a bare number stands for, where it can be one.
pub(super) fn plain_year(number: f64) -> Option<u32> {
    let year = number as u32;
    (number.fract() == 0.0 && PLAIN_YEARS.contains(&year)).then_some(year)
}

/// The year of a date: `2025-12-31`, `31.12.2025`, `12/31/2025`, `Dec 2025`, `31 December 25`, `Q4 2025`, `2025`.
pub(super) fn year_of(text: &str, reading: &Reading) -> Option<u32> {
    Written::of(text, reading).map(|written| written.year)
}

/// A date as it is written, as far as that says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    year: u32,
    within: Within,
    /// Which comes first, the day or the month, where this proves it.
    pub(super) proves: Option<First>,
}

/// Which part of a year a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// All of it.
    Year,
    /// A quarter, from 1.
    Quarter(u32),
    /// A month, from 1.
    Month(u32),
    /// A day of a month.
    Day(u32, u32),
    /// Two numbers, of which either may be the month: `05/06/2027`.
    Either(u32, u32),
    /// Something between, such as a half or a week.
    Other,
}

/// Which comes first where a date is written in numbers, the year last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    Day,
    Month,
}

impl Written {
    fn at(year: u32, within: Within) -> Written {
        Written { year, within, proves: None }
    }

    /// The date that a text is; none where it is none.
    pub(super) fn of(text: &str, reading: &Reading) -> Option<Written> {
        let folded = fold(text);
        // `2025-12-31T00:00:00` and `31.12.2025 00:00` come with a time.
        let (date, time) = folded.split_at(folded.find(':').unwrap_or(folded.len()));
        let date = if time.is_empty() { date } else { date.trim_end_matches(|c: char| c.is_ascii_digit()) };
        let (mut numbers, mut month, mut part_of_year) = (Vec::new(), None, None);
        for part in date.split(|c: char| c.is_whitespace() || "-./,".contains(c)).filter(|part| !part.is_empty()) {
            let part = if time.is_empty() { part } else { part.trim_end_matches('t') };
            if let Some(named) = reading.months.get(part) {
                month = Some(*named);
            } else if part.bytes().all(|b| b.is_ascii_digit()) {
                numbers.push(part);
            } else if reading.dates.contains(part) {
                part_of_year = part_of_year.or(quarter(part, reading));
            } else {
                return None;
            }
        }
        let written = if let Some(month) = month { with_month(&numbers, month) } else { in_numbers(&numbers, date) }?;
        Some(match (part_of_year, written.within) {
            (Some(within), Within::Year) => Written { within, ..written },
            _ => written,
        })
    }

    /// The date that a number in a cell is: a year, or `20271231`.
    pub(super) fn of_number(number: f64) -> Option<Written> {
        if let Some(year) = plain_year(number) {
            return Some(Written::at(year, Within::Year));
        }
        let is_day = number.fract() == 0.0 && (19_000_101.0..=99_991_231.0).contains(&number);
        let digits = number as u32;
        is_day.then(|| Written::at(digits / 10_000, Within::Day(digits / 100 % 100, digits % 100)))
    }

    /// The last day that a date names, so that what ends in a year ends with it; none where its day is not clear.
    pub(super) fn last_day(self, first: Option<First>) -> Option<Date> {
        let last_of = |month: u32| Some(day(self.year, month, 1)?.last_of_month());
        match (self.within, first) {
            (Within::Year, _) => last_of(12),
            (Within::Quarter(quarter), _) => last_of(quarter * 3),
            (Within::Month(month), _) => last_of(month),
            (Within::Day(month, date), _) | (Within::Either(date, month), Some(First::Day)) => {
                day(self.year, month, date)
            }
            (Within::Either(month, date), Some(First::Month)) => day(self.year, month, date),
            (Within::Either(one, other), None) if one == other => day(self.year, one, one),
            (Within::Either(..), None) | (Within::Other, _) => None,
        }
    }
}

fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    let part = |number: u32| i8::try_from(number).ok();
    Date::new(i16::try_from(year).ok()?, part(month)?, part(day)?).ok()
}

/// The part of a year that a word such as `q4` names.
fn quarter(word: &str, reading: &Reading) -> Option<Within> {
    match reading.quarter(word) {
        Some(number) => Some(Within::Quarter(number)),
        None => word.contains(|c: char| c.is_ascii_digit()).then_some(Within::Other),
    }
}

fn value(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

fn is_day(digits: &str) -> bool {
    digits.len() <= 2 && value(digits).is_some_and(|n| (1..=31).contains(&n))
}

fn year(digits: &str) -> Option<u32> {
    match digits.len() {
        4 => value(digits).filter(|year| (1900..=9999).contains(year)),
        2 => value(digits).map(|year| 2000 + year),
        _ => None,
    }
}

/// The year of a day that is told in full: what is written for none is long ago.
fn year_of_whole(digits: &str) -> Option<u32> {
    if digits.len() == 4 { value(digits).filter(|year| *year > 0) } else { year(digits) }
}

/// The numbers beside a month that stands in letters.
fn with_month(numbers: &[&str], month: u32) -> Option<Written> {
    let (year, within) = match numbers {
        [only] => (year(only)?, Within::Month(month)),
        [first, day] if first.len() == 4 && is_day(day) => (year_of_whole(first)?, Within::Day(month, value(day)?)),
        [day, last] if is_day(day) => (year_of_whole(last)?, Within::Day(month, value(day)?)),
        _ => return None,
    };
    Some(Written::at(year, within))
}

/// Numbers alone.
fn in_numbers(numbers: &[&str], date: &str) -> Option<Written> {
    let month = |digits: &str| value(digits).filter(|n| (1..=12).contains(n));
    let mut proves = None;
    let (year, within) = match numbers {
        [only] if only.len() == 4 => (year(only)?, Within::Year),
        [first, second] if first.len() == 4 && is_day(second) => {
            (year(first)?, month(second).map_or(Within::Other, Within::Month))
        }
        [first, second, third] if first.len() == 4 && is_day(second) && is_day(third) => {
            (year_of_whole(first)?, Within::Day(value(second)?, value(third)?))
        }
        // `12/25` may be a day or a month, and is no year.
        [first, last] if is_day(first) && last.len() == 4 => {
            (year(last)?, month(first).map_or(Within::Other, Within::Month))
        }
        [first, second, last] if is_day(first) && is_day(second) => {
            let within = match (month(first), month(second)) {
                // With points the day comes first, wherever that is done.
                (Some(_), Some(second)) if !date.contains('.') => Within::Either(value(first)?, second),
                (one, Some(second)) => {
                    proves = one.is_none().then_some(First::Day);
                    Within::Day(second, value(first)?)
                }
                (Some(first), None) => {
                    proves = Some(First::Month);
                    Within::Day(first, value(second)?)
                }
                (None, None) => Within::Other,
            };
            (year_of_whole(last)?, within)
        }
        _ => return None,
    };
    Some(Written { year, within, proves })
}

/// The year of a date in a cell; before the first day stand times.
pub(super) fn year_of_day(serial: f64) -> Option<u32> {
    let (day, _) = moment(serial)?;
    u32::try_from(day.year()).ok().filter(|year| *year >= 1900 || serial.fract() == 0.0)
}

/// The range that a spreadsheet program took for this date: of `1-5` it makes 5 January or 1 May.
pub(super) fn range_behind(serial: f64) -> Option<String> {
    let (date, 0) = moment(serial)? else { return None };
    let (month, day) = (date.month(), date.day());
    (month != day).then(|| format!("{}-{}", month.min(day), month.max(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn dates_have_a_year() {
        let reading = load_default().reading;
        for (text, year) in [
            ("2025-12-31", Some(2025)),
            ("2025-12-31T00:00:00", Some(2025)),
            ("2025-12-31 12:30", Some(2025)),
            ("31.12.2025", Some(2025)),
            ("31.12.25", Some(2025)),
            ("12/31/2025", Some(2025)),
            ("Dec 2025", Some(2025)),
            ("Décembre 2025", Some(2025)),
            ("31-Dec-25", Some(2025)),
            ("December 31, 2025", Some(2025)),
            ("Q4 2025", Some(2025)),
            ("end of 2025", Some(2025)),
            ("12/2025", Some(2025)),
            ("2025", Some(2025)),
            ("31.12.9999", Some(9999)),
            ("0001-01-01", Some(1)),
            ("30.12.1899", Some(1899)),
            ("1 Jan 1753", Some(1753)),
            ("1200", None),
            ("12/1200", None),
            ("31.123.2025", None),
            ("ongoing", None),
            ("12/31", None),
            ("5 years", None),
            ("12", None),
            ("2025 or 2026", None),
            ("45,2025", None),
            ("", None),
        ] {
            assert_eq!(year_of(text, &reading), year, "{text}");
        }
        assert_eq!((level(2026, Points::LOW), level(2099, Points::LOW)), (Points::LOW, Points::HIGH));
        assert_eq!([1, 1899, 1900, 1901].map(is_none), [true, true, true, false]);
        assert_eq!((plain_year(2026.0), plain_year(12.0), plain_year(2026.5)), (Some(2026), None, None));
    }

    #[test]
    fn a_date_is_the_last_day_that_it_names() {
        let reading = load_default().reading;
        for (text, first, day) in [
            ("2027-12-31", None, "2027-12-31"),
            ("2027/2/28 12:30", None, "2027-02-28"),
            ("31.12.2027", None, "2027-12-31"),
            ("05.06.27", None, "2027-06-05"),
            ("12/31/2027", None, "2027-12-31"),
            ("05/06/2027", None, ""),
            ("05/05/2027", None, "2027-05-05"),
            ("05/06/2027", Some(First::Day), "2027-06-05"),
            ("05-06-2027", Some(First::Month), "2027-05-06"),
            ("31 December 2027", None, "2027-12-31"),
            ("June 5, 2027", None, "2027-06-05"),
            ("févr. 2028", None, "2028-02-29"),
            ("6/2027", None, "2027-06-30"),
            ("2027-06", None, "2027-06-30"),
            ("Q2 2027", None, "2027-06-30"),
            ("2027", None, "2027-12-31"),
            ("end of 2027", None, "2027-12-31"),
            ("31.12.9999", None, "9999-12-31"),
            ("2027-02-30", None, ""),
            ("H1 2027", None, ""),
            ("31/31/2027", None, ""),
        ] {
            let found = Written::of(text, &reading).and_then(|written| written.last_day(first));
            assert_eq!(found.map_or(String::new(), |day| day.to_string()), day, "{text}");
        }
        for text in ["2025-2027", "01.01.2025 - 31.12.2027", "open-ended", "12 months", "46387"] {
            assert_eq!(Written::of(text, &reading), None, "{text}");
        }
        for (number, day) in [
            (2027.0, "2027-12-31"),
            (20_270_605.0, "2027-06-05"),
            (46_387.0, ""),
            (20_271_331.0, ""),
            (20_271_231.5, ""),
            (1_010_101.0, ""),
        ] {
            let found = Written::of_number(number).and_then(|written| written.last_day(None));
            assert_eq!(found.map_or(String::new(), |day| day.to_string()), day, "{number}");
        }
        let proves = |text| Written::of(text, &reading).and_then(|written| written.proves);
        assert_eq!([proves("31/12/2027"), proves("12/31/2027")], [Some(First::Day), Some(First::Month)]);
        assert_eq!([proves("05/06/2027"), proves("2027-12-31"), proves("31 Dec 2027")], [None; 3]);
    }

    #[test]
    fn a_date_may_have_been_a_range() {
        for (serial, range) in [
            (46_027.0, Some("1-5")),
            (46_143.0, Some("1-5")),
            (46_315.0, Some("10-20")),
            (46_084.0, None),
            (46_027.5, None),
        ] {
            assert_eq!(range_behind(serial).as_deref(), range, "{serial}");
        }
    }

    #[test]
    fn a_date_in_a_cell_has_its_year() {
        for (serial, year) in [
            (46_326.5, Some(2026)),
            (1.0, Some(1900)),
            (0.0, Some(1899)),
            (0.5, None),
            (2_958_465.0, Some(9999)),
            (3e9, None),
        ] {
            assert_eq!(year_of_day(serial), year, "{serial}");
        }
    }
}
