//! The year, quarter or month that a header of a series names beside what is counted: `2024 Volume`, `2012-Q4 Vol.`.

use crate::inventory::heading::Part;
use crate::inventory::statements::is_year;
use crate::rulebook::Reading;

/// A stretch of time that a header names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) is_actual: bool,
    /// Its last month, counted from the year 0, or in a year that is not named; 0 where neither is.
    pub(super) end: u32,
    pub(super) months: u8,
}

impl Period {
    pub(super) fn is_year(self) -> bool {
        self.months == 12
    }

    /// The period among the words of a header, and the other words; none where there is none, or nothing else.
    pub(super) fn of(words: &[String], reading: &Reading) -> Option<(Period, Vec<String>)> {
        let mut rest = words.to_vec();
        let is_actual = !rest.iter().any(|word| reading.planned.contains(word));
        rest.retain(|word| !reading.planned.contains(word) && !reading.actual.contains(word));
        let is_told = rest.len() < words.len();
        let mut year = 0;
        let named = (0..rest.len()).find_map(|at| Some((at, named_year(&rest[at..], reading)?)));
        if let Some((at, (named, length))) = named {
            year = named;
            rest.drain(at..at + length);
            rest.retain(|word| !reading.years.contains(word));
        }
        let (mut month, mut months) = (12, 12);
        if let Some((at, quarter)) = rest.iter().enumerate().find_map(|(at, word)| Some((at, reading.quarter(word)?))) {
            rest.remove(at);
            (month, months) = (3 * quarter, 3);
        } else if let Some((at, named)) =
            rest.iter().enumerate().find_map(|(at, word)| Some((at, *reading.months.get(word)?)))
        {
            rest.remove(at);
            (month, months) = (named, 1);
        }
        let end = if year == 0 && months == 12 { 0 } else { year * 12 + month };
        let is_any = is_told || end > 0;
        (is_any && !rest.is_empty()).then_some((Period { is_actual, end, months }, rest))
    }

    /// The part of a year that is all that brackets say: `(Mar 2024)`.
    pub(super) fn in_brackets(words: &[String], reading: &Reading) -> Option<Period> {
        let said = words.iter().filter(|word| !reading.fillers.contains(*word)).cloned();
        let (period, rest) = Period::of(&said.chain([String::new()]).collect::<Vec<_>>(), reading)?;
        (rest == [""] && !period.is_year()).then_some(period)
    }
}

impl From<Period> for Part {
    fn from(Period { is_actual, end, months }: Period) -> Part {
        Part::Period { is_actual, end, months }
    }
}

/// The year that words begin with, and of how many of them it is: `2024`, `fy24`, `fy 24`, `2023/24`, `fy23/24`, `23/24`.
fn named_year(words: &[String], reading: &Reading) -> Option<(u32, usize)> {
    let two_digits = |word: &String| (word.len() == 2).then(|| word.parse().ok()).flatten();
    let second = |year: u32, word: Option<&String>| {
        word.is_some_and(|word| two_digits(word) == Some((year + 1) % 100) || word.parse() == Ok(year + 1))
    };
    let (first, next) = (words.first()?, words.get(1));
    let named = match self::year(first, reading) {
        Some(year) => Some((year, 1)),
        None if reading.years.contains(first) => {
            next.and_then(|next| Some((self::year(next, reading).or(two_digits(next).map(|year| 2000 + year))?, 2)))
        }
        None => None,
    };
    match named {
        Some((year, length)) => Some((year, length + usize::from(second(year, words.get(length))))),
        // What could be months is no year.
        None => two_digits(first).filter(|year| *year > 12 && second(2000 + year, next)).map(|year| (2000 + year, 2)),
    }
}

/// `2024`, `fy24`, `fy2024`.
fn year(word: &str, reading: &Reading) -> Option<u32> {
    let digits = reading.years.iter().filter(|name| name.len() == 2).find_map(|name| word.strip_prefix(name.as_str()));
    let number: u32 = digits.unwrap_or(word).parse().ok()?;
    match (digits.is_some(), number) {
        (true, 0..=99) => Some(2000 + number),
        (_, number) if is_year(f64::from(number)) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;
    use crate::rulebook::text::header_words;

    #[test]
    fn periods_are_told_from_what_is_counted() {
        let reading = load_default().reading;
        let of = |header: &str| {
            Period::of(&header_words(header), &reading)
                .map(|(period, rest)| (period.end, period.months, rest.join(" ")))
        };
        for (header, expected) in [
            ("2024 Volume", Some((2024 * 12 + 12, 12, "volume"))),
            ("2012-Q4 Vol.", Some((2012 * 12 + 12, 3, "vol"))),
            ("FY22 Annual cost", Some((2022 * 12 + 12, 12, "annual cost"))),
            ("Volume 2023/24", Some((2023 * 12 + 12, 12, "volume"))),
            ("Volume 2023/2024", Some((2023 * 12 + 12, 12, "volume"))),
            ("Volume FY23/24", Some((2023 * 12 + 12, 12, "volume"))),
            ("Volumen GJ 23/24", Some((2023 * 12 + 12, 12, "volumen"))),
            ("23/24 volume", Some((2023 * 12 + 12, 12, "volume"))),
            ("Volume FY 24", Some((2024 * 12 + 12, 12, "volume"))),
            ("Volume 10/11", None),
            ("Volume Mar 2024", Some((2024 * 12 + 3, 1, "volume"))),
            ("Volume Feb", Some((2, 1, "volume"))),
            ("Q3 volume", Some((9, 3, "volume"))),
            ("2024", None),
            ("Volume", None),
        ] {
            assert_eq!(
                of(header),
                expected.map(|(end, months, rest): (u32, u8, &str)| (end, months, rest.to_owned())),
                "{header}"
            );
        }
    }
}
