//! What a text says of time: how often something is counted, over how long, and of which year or quarter it is.

use super::grammar::{Parser, Subject, Use};
use super::statement::{Times, is_single, is_year, month, same};
use super::tokens::{Token, TokenKind};
use crate::rulebook::ColumnRule;

/// A year that a text names.
struct Year {
    /// The year, or what of it stands there.
    number: f64,
    /// Whether it is two digits alone.
    is_short: bool,
    /// Whether a word says that it is one.
    is_named: bool,
    /// The token behind it.
    end: usize,
}

impl Parser<'_> {
    /// How often, or for how long: `per month`, `p.a.`, `last 12 months`, `Jan-Mar`, `2019-2024`, `Q1`.
    pub(super) fn periods(&mut self, rule: Option<&ColumnRule>) {
        let per_run = rule.is_some_and(|rule| {
            let is_said = |at: usize| rule.per_run.iter().any(|phrase| self.phrase(at, phrase).is_some());
            (0..self.tokens.len()).any(is_said)
        });
        let mut found: Vec<Times> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let (times, end) = self.period(at, per_run).unwrap_or((None, at + 1));
            if end > at + 1 || times.is_some() {
                self.mark(at..end, Use::Period);
            }
            found.extend(times);
            at = end;
        }
        self.found.times = match found.as_slice() {
            [] if per_run => Some(Times::Runs),
            [] => None,
            [first, others @ ..] if others.iter().all(|other| other == first) => Some(first.clone()),
            several => {
                let unclear = several.iter().find(|times| matches!(times, Times::Unclear(_)));
                Some(unclear.cloned().unwrap_or_else(|| Times::Unclear("names two periods".to_owned())))
            }
        };
    }

    /// The period that begins at a token, and where it ends.
    fn period(&self, at: usize, per_run: bool) -> Option<(Option<Times>, usize)> {
        let token = &self.tokens[at];
        if self.uses[at] == Some(Use::Counted) {
            return None;
        }
        if let Some(number) = token.number() {
            return self.several(at, number).or_else(|| self.years(at));
        }
        if let Some(years) = self.years(at) {
            return Some(years);
        }
        if let Some(months) = self.months(at) {
            return Some(months);
        }
        let is_per = token.is_sign(&['/']) || token.is_word() && self.reading.per.contains(&token.folded);
        let start = if is_per { at + 1 } else { at };
        let beginning = self.tokens.get(start).map_or(&[][..], |token| self.reading.periods.beginning(token.said()));
        let named = beginning.iter().find_map(|period| Some((period, self.phrase(start, &period.phrase)?)));
        match named {
            Some((period, mut end)) => {
                while self.tokens.get(end).is_some_and(|token| token.is_sign(&['.']) && token.is_joined) {
                    end += 1;
                }
                Some((Some(Times::All(period.times_a_year)), end))
            }
            None if is_per && token.is_word() && !per_run => {
                // `Volume per clerk` is a rate, and of what nobody knows.
                let what = self.tokens.get(start).filter(|what| what.is_word())?;
                (self.uses[at].is_none())
                    .then(|| (Some(Times::Unclear(format!("counts per `{}`", what.folded))), start + 1))
            }
            // How many they are is not said.
            None if self.is_free(at) && self.is_several(at) => {
                Some((Some(Times::Unclear(format!("counts over `{}`", token.text))), at + 1))
            }
            None => None,
        }
    }

    /// Whether a word is a period in the plural: `months`, `Monate`, `meses`.
    fn is_several(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.reading.periods.plural(word).is_some())
    }

    /// Several periods together: `last 12 months`, `over 2 years`.
    fn several(&self, at: usize, number: f64) -> Option<(Option<Times>, usize)> {
        const MOST: f64 = 100.0;
        let named = self.word(at + 1)?;
        if number.fract() != 0.0 || !(1.0..=MOST).contains(&number) {
            return None;
        }
        let period = self.reading.periods.counted(named)?;
        // How many of 30 days are worked is not said.
        let is_whole = period.times_a_year <= 52.0;
        let times = if let Some(statistic) = self.statistic() {
            Times::Unclear(format!("is said to be the `{statistic}` over {number} {named}"))
        } else if is_whole {
            Times::All(period.times_a_year / number)
        } else {
            Times::Unclear(format!("counts over {number} {named}"))
        };
        Some((Some(times), at + 2))
    }

    /// The word that makes numbers something of several others and no sum: `Volume (mean of 3 years)`.
    fn statistic(&self) -> Option<&str> {
        let reading = self.reading;
        let is_statistic =
            |token: &&Token| is_single(&reading.statistics, &token.folded) && !reading.figures.contains(&token.folded);
        self.tokens.iter().filter(|token| token.is_word()).find(is_statistic).map(|token| token.text)
    }

    /// Years from one to another: `2019-2024`, `FY23-FY26`; `2023/24`, `FY23/24` and `23/24` are one.
    fn years(&self, at: usize) -> Option<(Option<Times>, usize)> {
        let from = self.year(at)?;
        let (sign, to) = (self.tokens.get(from.end)?, self.year(from.end + 1)?);
        let is_between =
            sign.is_sign(&['-', '/', '>']) || self.word(from.end).is_some_and(|w| self.reading.between.contains(w));
        if !is_between || to.is_named && !from.is_named {
            return None;
        }
        let is_next = same(to.number, if to.is_short { (from.number + 1.0) % 100.0 } else { from.number + 1.0 });
        if from.is_short {
            // What could be months is none, nor is a share.
            let is_pair = is_next && from.number > 12.0 && sign.is_sign(&['-', '/']) && sign.is_joined;
            return is_pair.then_some((None, to.end));
        }
        if is_next && !to.is_named && (to.is_short || sign.is_sign(&['/', '-'])) {
            return Some((None, to.end));
        }
        // `2024-03` is a month, and `2024-03-31` a day.
        let month = &self.tokens[to.end - 1];
        let goes_on = self.tokens.get(to.end).is_some_and(|token| token.is_joined && token.is_sign(&['-', '/', '.']));
        let is_month = to.is_short && (1.0..=12.0).contains(&to.number) && month.is_joined && sign.is_joined;
        if is_month && !from.is_named {
            let is_told = !goes_on && self.subject == Subject::Column && !self.is_stock;
            let why = || format!("is of a month, `{}{}{}`", from.number, sign.text, month.text);
            return is_told.then(|| (Some(Times::Unclear(why())), to.end));
        }
        let until = if to.is_short { from.number - from.number % 100.0 + to.number } else { to.number };
        let several = until - from.number + 1.0;
        (!goes_on && several > 1.0).then(|| (Some(Times::Unclear(format!("counts over {several} years"))), to.end))
    }

    /// The year that begins here: `2024`, `FY24`, `FY 2024`, `FY'24`, or the `24` that may be the second one of two.
    fn year(&self, at: usize) -> Option<Year> {
        let is_named = self.word(at).is_some_and(|word| self.reading.years.contains(word));
        let is_apostrophe = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_sign(&['\'', '\u{2019}']));
        let at = if is_named { at + 1 + usize::from(is_apostrophe(at + 1)) } else { at };
        let (token, number) = (self.tokens.get(at)?, self.tokens.get(at)?.number()?);
        let is_short = token.text.len() == 2 && number.fract() == 0.0;
        let year = |number, is_short| Year { number, is_short, is_named, end: at + 1 };
        match (is_year(number), is_short, is_named) {
            (true, ..) => Some(year(number, false)),
            (_, true, true) => Some(year(2000.0 + number, false)),
            (_, true, false) => Some(year(number, true)),
            _ => None,
        }
    }

    /// Months or quarters from one to another, or a quarter: `Jan-Mar`, `Q1`, `Q1-Q2`.
    fn months(&self, at: usize) -> Option<(Option<Times>, usize)> {
        let ((from, until), mut next) = self.part_of_year(at)?;
        if self.subject == Subject::PartOfYear || self.is_stock && !self.is_remark() {
            return Some((None, next));
        }
        while self.tokens.get(next).is_some_and(|token| token.is_sign(&['.']) || token.number().is_some_and(is_year)) {
            next += 1;
        }
        let is_between = self.tokens.get(next).is_some_and(|token| token.is_sign(&['-', '/']))
            || self.word(next).is_some_and(|word| self.reading.between.contains(word));
        let end = if is_between { self.part_of_year(next + 1) } else { None };
        let year = |at: usize| self.tokens.get(at).and_then(Token::number).filter(|number| is_year(*number));
        let began = year(next - 1).filter(|_| end.is_some());
        let (until, next) = end.map_or((until, next), |((_, until), end)| (until, end));
        // `Jan 2023 - Dec 2024` is two years.
        let years = began.zip(year(next)).map_or(0, |(first, last)| (last - first) as u32);
        let months = (until + 12 - from) % 12 + 1 + 12 * years.saturating_sub(u32::from(until < from));
        // What ends with a month is that month's, or that of the year to its end.
        let times = match months {
            1 if self.is_remark() || self.ends_year(at) => None,
            1 => Some(Times::Unclear(format!("is of a month, `{}`", self.tokens[at].text))),
            _ => Some(Times::All(12.0 / f64::from(months))),
        };
        Some((times, next))
    }

    /// The first and the last month of a month or a quarter, and where it ends.
    fn part_of_year(&self, at: usize) -> Option<((u32, u32), usize)> {
        let word = self.word(at)?;
        if let Some(month) = month(word, self.reading) {
            return Some(((month, month), at + 1));
        }
        let next = self.tokens.get(at + 1).filter(|next| next.is_joined)?;
        let quarter = self.reading.quarter(&format!("{word}{}", next.text))?;
        Some(((3 * quarter - 2, 3 * quarter), at + 2))
    }

    /// Whether a month only says when a year ends: `year to March 2024`.
    fn ends_year(&self, month: usize) -> bool {
        let is_year = |at: usize| {
            let Some(word) = self.word(at).filter(|_| self.uses[at] != Some(Use::Attribute)) else { return false };
            self.reading.years.contains(word) || self.reading.periods.counted(word).is_some()
        };
        (0..month).any(is_year)
    }

    /// Years, months and quarters of a series.
    pub(super) fn series(&mut self) {
        let years = (0..self.tokens.len()).filter_map(|at| self.year(at)).filter(|year| year.is_named);
        let named: Vec<usize> = years.map(|year| year.end - 1).collect();
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let is_series = match token.kind {
                TokenKind::Number(number) => is_year(number) || named.contains(&at),
                TokenKind::Word => {
                    let reading = self.reading;
                    [&reading.years, &reading.actual, &reading.planned].iter().any(|list| list.contains(&token.folded))
                        || month(&token.folded, reading).is_some()
                }
                _ => false,
            };
            if is_series {
                self.mark([at], Use::Series);
            }
        }
    }
}
