//! What a line around a table says of a column: a title, a legend, a footnote or a note, which may be about any column or none.

use super::grammar::{Parser, Subject, Use};
use super::statement::{Scale, Statement, Times, is_year, month, same};
use crate::rulebook::text::{WordSet, header_words};
use crate::rulebook::{ColumnRule, Reading};

/// What a line says, and how surely it is about the column.
#[derive(Clone, Debug, Default)]
pub(in crate::inventory) struct Remarked {
    pub(in crate::inventory) statement: Statement,
    pub(in crate::inventory) about: About,
    /// Whether it holds units and periods alone, as a list of answers does: `EUR`, `Monthly`.
    pub(in crate::inventory) is_bare: bool,
    pub(in crate::inventory) of_scale: OfScale,
    /// Whether it says that the figures are of another time than a year: `Reporting period: Q1 2024`.
    pub(in crate::inventory) is_of_part: bool,
    /// Whether it holds a power of ten that may be the unit of the figures, or the amount of something: `in 1.000 EUR`.
    pub(in crate::inventory) has_power: bool,
}

/// What a line speaks of, as far as the column is concerned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::inventory) enum About {
    /// The attribute, or the column by its header.
    Column,
    /// Figures, whatever they are of: `All figures are monthly`.
    Figures,
    /// A rate by itself: `per month`.
    Rate,
    #[default]
    Nothing,
}

/// What a line says of which numbers mean more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::inventory) enum OfScale {
    /// It says what numbers mean: `1 = very high, 5 = very low`.
    Legend,
    /// It speaks of that, in words that are not understood: `reverse coded`.
    Doubt,
    #[default]
    Nothing,
}

/// The time that a line says a table is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Year,
    Part,
    /// None, a day, or what the words for periods tell.
    Open,
}

/// Whether a line names an attribute.
pub(in crate::inventory) fn names(text: &str, rule: &ColumnRule, reading: &Reading) -> bool {
    let mut parser = Parser::of_rule(text, rule, reading);
    parser.nouns(rule);
    parser.uses.contains(&Some(Use::Attribute))
}

/// Parses what a line says about a column, which it may name by its header or by its attribute, whose rule comes first, or
/// others like it; the ends of the column's scale are told, where its header gives them.
pub(in crate::inventory) fn of_remark(
    text: &str,
    rules: &[&ColumnRule],
    header: &str,
    ends: Option<(f64, f64)>,
    reading: &Reading,
) -> Remarked {
    let Some((rule, others)) = rules.split_first() else { return Remarked::default() };
    let mut parser = Parser::of_rule(text, rule, reading);
    parser.subject = Subject::Remark;
    for other in others {
        parser.attribute(other);
    }
    parser.nouns(rule);
    let own = header_words(header);
    let mut named = (0..parser.tokens.len()).filter_map(|at| Some((at, parser.phrase(at, &own)?)));
    if let Some((at, end)) = named.find(|(at, end)| end > at) {
        parser.mark(at..end, Use::Attribute);
    }
    let has =
        |list: &WordSet<String>| (0..parser.tokens.len()).any(|at| parser.word(at).is_some_and(|w| list.contains(w)));
    let about = match () {
        () if parser.uses.contains(&Some(Use::Attribute)) => About::Column,
        () if has(&reading.figures) => About::Figures,
        () if has(&reading.per) || parser.tokens.iter().any(|token| token.is_sign(&['/'])) => About::Rate,
        () => About::Nothing,
    };
    let figures = (0..parser.tokens.len()).filter(|at| parser.word(*at).is_some_and(|w| reading.figures.contains(w)));
    parser.mark(figures.collect::<Vec<_>>(), Use::Filler);
    let units = (0..parser.tokens.len()).filter(|at| parser.word(*at).is_some_and(|w| reading.unit_names.contains(w)));
    parser.mark(units.collect::<Vec<_>>(), Use::Filler);
    let reporting = parser.reporting();
    let span = parser.span(reporting.unwrap_or(0));
    parser.understand(None);
    let is_said = |uses: &Option<Use>| !matches!(uses, Some(Use::Unit | Use::Period | Use::Series) | None);
    let is_bare = about == About::Nothing && !parser.uses.iter().any(is_said);
    let is_doubt = parser.speaks_of_direction(ends);
    let has_power = parser.has_power();
    let has_figures = parser.tokens.iter().any(|token| token.number().is_some());
    let mut statement = parser.found;
    let is_legend = matches!(statement.scale(), Scale::Ends { is_directed: true, .. })
        || text.starts_with(|c: char| c.is_ascii_digit()) && text.matches('=').count() > 1;
    let of_scale = match is_legend {
        true => OfScale::Legend,
        false if is_doubt => OfScale::Doubt,
        false => OfScale::Nothing,
    };
    let is_clear = statement.left.is_empty() && statement.aside.is_empty();
    let is_of_part = match (reporting, &statement.times, span) {
        (Some(_), Some(times), Span::Open) => *times != Times::All(1.0),
        (Some(_), _, Span::Part) => true,
        (None, None, Span::Part) => matches!(about, About::Column | About::Figures) && is_clear,
        // `9 months to September 2024`, `Six months to 30 June`
        (None, Some(times), _) => {
            let few = usize::from(matches!(times, Times::Unclear(_)));
            let is_about_all = about == About::Nothing && statement.aside.is_empty() && statement.left.len() <= few;
            is_about_all && has_figures && *times != Times::All(1.0)
        }
        _ => false,
    };
    if reporting.is_some() {
        statement.times = None;
    }
    Remarked { statement, about, is_bare, of_scale, is_of_part, has_power }
}

impl Parser<'_> {
    /// Marks other words for what an attribute counts.
    fn nouns(&mut self, rule: &ColumnRule) {
        let Some(scale) = rule.kind.levels().filter(|_| rule.kind.is_count()) else { return };
        let is_noun = |at: &usize| self.word(*at).is_some_and(|word| scale.nouns.contains(word));
        let nouns: Vec<usize> = (0..self.tokens.len()).filter(is_noun).collect();
        self.mark(nouns, Use::Attribute);
    }

    /// Whether a number that nobody has used is a power of ten, of a thousand at least.
    fn has_power(&self) -> bool {
        const LEAST: f64 = 1000.0;
        (0..self.tokens.len()).any(|at| {
            let is_number = self.tokens[at].number().is_some() && self.is_free(at);
            is_number && self.reading.magnitude(self.tokens[at].text).is_some_and(|factor| factor >= LEAST)
        })
    }

    /// Where the time begins that a line says its table is of; all of that is marked.
    fn reporting(&mut self) -> Option<usize> {
        let is_filler = |at: &usize| self.word(*at).is_some_and(|word| self.reading.fillers.contains(word));
        let first = (0..self.tokens.len()).find(|at| !is_filler(at))?;
        // The first word may be a filler itself.
        let end = |at: usize| self.reading.reporting.iter().filter_map(|phrase| self.phrase(at, phrase)).max();
        let (at, end) = (0..=first).find_map(|at| Some((at, end(at)?)))?;
        let reading = self.reading;
        let is_time = |at: &usize| {
            let is_joined_number =
                self.tokens.get(at + 1).is_some_and(|next| next.is_joined && next.number().is_some());
            !self.tokens[*at].is_word()
                || self.word(*at).is_some_and(|word| {
                    month(word, reading).is_some()
                        || [&reading.between, &reading.years].iter().any(|list| list.contains(word))
                })
                || is_joined_number
        };
        let after = (end..self.tokens.len()).take_while(is_time).last().map_or(end, |last| last + 1);
        self.mark(at..after, Use::Series);
        Some(end)
    }

    /// The time that is named from a token on.
    fn span(&self, from: usize) -> Span {
        let tokens = from..self.tokens.len();
        let digits = |at: usize| {
            let number = self.tokens[at].number().map(|_| self.tokens[at].text);
            number.into_iter().flat_map(|text| text.split(['.', ',', '\'']))
        };
        let numbers: Vec<f64> = tokens.clone().flat_map(digits).filter_map(|part| part.parse().ok()).collect();
        let months =
            tokens.clone().filter(|at| self.word(*at).is_some_and(|w| month(w, self.reading).is_some())).count();
        let is_quarter = |at: &usize| {
            self.word(*at).is_some_and(|word| self.reading.quarters.iter().any(|quarter| quarter == word))
                && self.tokens.get(at + 1).is_some_and(|next| next.is_joined && next.number().is_some())
        };
        let has_quarter = tokens.clone().any(|at| is_quarter(&at));
        let is_as_of =
            tokens.clone().any(|at| self.reading.as_of.iter().any(|phrase| self.phrase(at, phrase).is_some()));
        match (months, numbers.as_slice()) {
            _ if is_as_of => Span::Open,
            (0, [from @ .., _, _, _]) if from.len() == 3 => {
                if is_year_long(from, &numbers[3..]) {
                    Span::Year
                } else {
                    Span::Part
                }
            }
            (0, [year]) if is_year(*year) => Span::Year,
            (0, [year, next]) if is_year(*year) && same((year + 1.0 - next) % 100.0, 0.0) => Span::Year,
            (0, [year, others @ ..]) if is_year(*year) && others.iter().all(|other| is_year(*other)) => Span::Open,
            // A day.
            (0, [_, _, _] | []) | (1, [_, _]) => Span::Open,
            (1, _) => Span::Part,
            (0, _) if has_quarter || from > 0 => Span::Part,
            _ => Span::Open,
        }
    }
}

/// Whether there is a year from one day to another, each in whatever order its numbers stand.
fn is_year_long(from: &[f64], to: &[f64]) -> bool {
    let year = |day: &[f64]| day.iter().copied().find(|number| is_year(*number));
    let others = |day: &[f64]| day.iter().copied().filter(|number| !is_year(*number)).collect::<Vec<f64>>();
    let (Some(first), Some(last)) = (year(from), year(to)) else { return false };
    let (from, to) = (others(from), others(to));
    // The first of a month to the last of the one before.
    let starts = [(0, 1), (1, 0)].into_iter().filter(|(day, _)| from.get(*day) == Some(&1.0));
    let mut months = starts.filter_map(|(_, month)| from.get(month).copied());
    months.any(|month| {
        let (end, years) = if month > 1.0 { (month - 1.0, 1.0) } else { (12.0, 0.0) };
        same(last - first, years) && to.contains(&end) && to.iter().any(|day| *day >= 28.0)
    })
}
