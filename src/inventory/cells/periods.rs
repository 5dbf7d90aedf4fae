//! How often in a year: what the header of counts, a cell beside its number and a frequency say of it.

use std::ops::Range;

use super::column::Sheet;
use super::numbers::Unclear;
use crate::rulebook::text::{fold, words};
use crate::rulebook::{ColumnRule, Reading};
use crate::table::{Cell, text_index};

/// How often a function runs in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Runs {
    Times(f64),
    /// Its frequency says no number, such as `ad hoc`.
    Uncounted,
    Unknown,
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
        let period = reading.periods.starting(&text[start..]);
        let length = period.map_or(1, |period| period.phrase.len());
        found.extend(period.map(|period| (start..start + length, period.times_a_year)));
        start += length;
    }
    found
}

/// A header's words without those that say how often something is counted, at most so often a year: `monthly`, `per week`.
pub(in crate::inventory) fn without_periods(header: &[String], reading: &Reading, most: f64) -> Vec<String> {
    let mut rest = Vec::new();
    let mut from = 0;
    for (period, _) in periods_in(header, reading).into_iter().filter(|(_, times)| *times <= most) {
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
    reading.periods.called(&text).map(|period| period.times_a_year)
}
