//! How often in a year: what the header of counts, a cell beside its number and a frequency say of it.

use std::ops::Range;

use super::column::Sheet;
use super::numbers::Unclear;
use crate::inventory::heading::Heading;
use crate::rulebook::text::{bracketed, fold, header_words, holds_phrase, words};
use crate::rulebook::{ColumnRule, Reading};
use crate::table::{Cell, text_index};

/// What the numbers of a column are to be multiplied by.
#[derive(Debug, PartialEq)]
pub(super) enum Times {
    /// The same for every function.
    All(f64),
    /// How often the function runs in a year.
    Runs,
    /// The header says two things, or one that is no period.
    Unclear(String),
}

/// How often a function runs in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Runs {
    Times(f64),
    /// Its frequency says no number, such as `ad hoc`.
    Uncounted,
    Unknown,
}

/// What a header makes of the numbers under it: a year's, a month's, each run's.
pub(super) fn times(heading: &Heading, rule: &ColumnRule, reading: &Reading) -> Times {
    let header = &heading.header;
    let mut text = header_words(header);
    text.extend(words(&bracketed(header)));
    if let Some(several) = of_several(&text, reading) {
        return several;
    }
    let found = periods_in(&text, reading);
    let is_per_run = rule.per_run.iter().any(|phrase| holds_phrase(&text, phrase));
    // `Volume per clerk` is a rate, and of what nobody knows.
    let rate = (1..text.len())
        .find(|at| reading.per.contains(&text[at - 1]) && !found.iter().any(|(period, _)| period.start == *at));
    if let Some(at) = rate.filter(|_| !is_per_run) {
        return Times::Unclear(format!("counts per `{}`", text[at]));
    }
    if let Some((_, first)) = found.first() {
        let is_one = found.iter().all(|(_, times)| (times - first).abs() < f64::EPSILON);
        return if is_one { Times::All(*first) } else { Times::Unclear("names two periods".to_owned()) };
    }
    if is_per_run { Times::Runs } else { Times::All(1.0) }
}

/// What a header makes of its numbers that names several periods together: `last 12 months`, `over 2 years`.
fn of_several(text: &[String], reading: &Reading) -> Option<Times> {
    const MOST: u32 = 100;
    text.windows(2).find_map(|pair| {
        let several = pair[0].parse().ok().filter(|several| (2..=MOST).contains(several))?;
        let is_named = |phrase: &[String]| match phrase {
            // `months`, `Monate`, `meses`
            [word] => pair[1].strip_prefix(word.as_str()).is_some_and(|ending| ending.chars().count() <= 2),
            _ => false,
        };
        let period = reading.periods.iter().find(|period| is_named(&period.phrase))?;
        // How many of 30 days are worked is not said.
        let is_whole = period.times_a_year <= 52.0;
        Some(if is_whole {
            Times::All(period.times_a_year / f64::from(several))
        } else {
            Times::Unclear(format!("counts over {several} {}", pair[1]))
        })
    })
}

/// The period that stands beside a number, in times a year: `contacts/yr`, `invoices per month`, `tickets a day`.
pub(super) fn own_period(unit: &str, reading: &Reading) -> Result<Option<f64>, Unclear> {
    let text = words(unit);
    let after = text.iter().rposition(|word| reading.per.contains(word)).map(|at| at + 1);
    let after = after.or_else(|| unit.rfind('/').map(|at| words(&unit[..at]).len()));
    let found = periods_in(&text, reading);
    match (after, found.as_slice()) {
        (None, []) => Ok(None),
        // A rate of something else, such as `20 per clerk`.
        (Some(after), [(at, times)]) if at.start == after => Ok(Some(*times)),
        (None, [(at, times)]) if at.end == text.len() => Ok(Some(*times)),
        _ => Err(Unclear::NotANumber),
    }
}

/// The periods that a text names, with their words' positions and their times a year.
fn periods_in(text: &[String], reading: &Reading) -> Vec<(Range<usize>, f64)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < text.len() {
        // The longest phrases come first, so that `half yearly` is not yearly.
        let period = reading.periods.iter().find(|period| text[start..].starts_with(&period.phrase));
        let length = period.map_or(1, |period| period.phrase.len().max(1));
        found.extend(period.map(|period| (start..start + length, period.times_a_year)));
        start += length;
    }
    found
}

/// A header's words without those that say how often something is counted: `monthly`, `per week`.
pub(in crate::inventory) fn without_periods(header: &[String], reading: &Reading) -> Vec<String> {
    without(header, reading, |_| true)
}

/// A header's words without those that say that something is a year's.
pub(in crate::inventory) fn without_years(header: &[String], reading: &Reading) -> Vec<String> {
    without(header, reading, |times| (times - 1.0).abs() < f64::EPSILON)
}

fn without(header: &[String], reading: &Reading, is_meant: fn(f64) -> bool) -> Vec<String> {
    let mut rest = Vec::new();
    let mut from = 0;
    for (period, _) in periods_in(header, reading).into_iter().filter(|(_, times)| is_meant(*times)) {
        let per = period.start > from && reading.per.contains(&header[period.start - 1]);
        rest.extend_from_slice(&header[from..period.start - usize::from(per)]);
        from = period.end;
    }
    rest.extend_from_slice(&header[from..]);
    rest
}

/// How often each function runs, and the column that says so; none where there is no such column.
pub(super) fn runs(sheet: &Sheet, rule: &ColumnRule) -> Option<(u16, Vec<Runs>)> {
    let frequency = rule.frequency?;
    let column0 = sheet.headings.iter().position(|heading| heading.attribute == Some(frequency))? as u16;
    let reading = &sheet.rulebook.reading;
    let mut by_text: Vec<Option<Runs>> = vec![None; sheet.table.text_count()];
    let of_text = |text: &str| match times_a_year(text, reading) {
        Some(times) => Runs::Times(times),
        None if text.trim().is_empty() || reading.is_no_data(text) => Runs::Unknown,
        None => Runs::Uncounted,
    };
    let runs = sheet.cells(column0).iter().map(|(_, cell)| match cell {
        Cell::Text(id) => *by_text[text_index(id)].get_or_insert_with(|| of_text(sheet.table.text(id))),
        Cell::Empty | Cell::Error(_) => Runs::Unknown,
        _ => Runs::Uncounted,
    });
    Some((column0, runs.collect()))
}

/// How often a frequency is in a year: `Daily`, `once a week`, `Monthly (by the 5th)`.
fn times_a_year(frequency: &str, reading: &Reading) -> Option<f64> {
    let folded = fold(frequency);
    let end = [" - ", " (", ": ", "; ", ", "].into_iter().filter_map(|before| folded.find(before)).min();
    let text = words(&folded[..end.unwrap_or(folded.len())]);
    reading.periods.iter().find(|period| period.phrase == text).map(|period| period.times_a_year)
}
