//! Dates as people write them, as far as an end needs them: the year.

use crate::rulebook::text::fold;
use crate::rulebook::{Points, Reading};
use crate::table::moment;

/// The year from which a date stands for "never": systems without an open end write 2099-12-31 or 9999-12-31.
pub(super) const NEVER_FROM_YEAR: u32 = 2099;

/// The years that a number alone may stand for.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1990..=2100;

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
    let folded = fold(text);
    // `2025-12-31T00:00:00` and `31.12.2025 00:00` come with a time.
    let (date, time) = folded.split_at(folded.find(':').unwrap_or(folded.len()));
    let date = if time.is_empty() { date } else { date.trim_end_matches(|c: char| c.is_ascii_digit()) };
    let mut numbers: Vec<&str> = Vec::new();
    let mut has_month = false;
    for part in date.split(|c: char| c.is_whitespace() || "-./,".contains(c)).filter(|part| !part.is_empty()) {
        let part = if time.is_empty() { part } else { part.trim_end_matches('t') };
        if reading.months.contains_key(part) {
            has_month = true;
        } else if part.bytes().all(|b| b.is_ascii_digit()) {
            numbers.push(part);
        } else if !reading.dates.contains(part) {
            return None;
        }
    }
    let value = |digits: &str| digits.parse::<u32>().ok();
    let is_day = |digits: &str| digits.len() <= 2 && value(digits).is_some_and(|n| (1..=31).contains(&n));
    let year = |digits: &str| match digits.len() {
        4 => value(digits).filter(|year| (1900..=9999).contains(year)),
        2 => value(digits).map(|year| 2000 + year),
        _ => None,
    };
    match numbers.as_slice() {
        [only] if only.len() == 4 || has_month => year(only),
        [first, day] | [first, day, ..] if first.len() == 4 && is_day(day) && numbers.len() <= 3 => {
            numbers.iter().skip(1).all(|n| is_day(n)).then(|| year(first))?
        }
        // `12/25` may be a day or a month, and is no year.
        [day, last] if is_day(day) && (last.len() == 4 || has_month) => year(last),
        [day, month, last] if is_day(day) && is_day(month) => year(last),
        _ => None,
    }
}

/// The year of a date in a cell.
pub(super) fn year_of_day(serial: f64) -> Option<u32> {
    let (day, _) = moment(serial)?;
    u32::try_from(day.year()).ok().filter(|year| *year >= 1900)
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
        assert_eq!((plain_year(2026.0), plain_year(12.0), plain_year(2026.5)), (Some(2026), None, None));
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
        for (serial, year) in
            [(46_326.5, Some(2026)), (1.0, Some(1900)), (0.5, None), (2_958_465.0, Some(9999)), (3e9, None)]
        {
            assert_eq!(year_of_day(serial), year, "{serial}");
        }
    }
}
