//! A column's cells onto levels: words, ratings, per cent and dates.
//!
//! What each cell says is told first, and every text is looked at once; counts are left to [`super::counts`].

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::column::{Expected, Outcome, Reader, Values, Way};
use super::dates;
use super::numbers::{self, Beside, Convention, Unclear};
use super::phrases::Phrases;
use super::providers::Providers;
use super::quantities;
use super::ratings::{self, Clues, Open, Rating};
use super::said::{Figures, Said, Seen, Told, expected_level};
use super::spans::Words;
use crate::codes::Code;
use crate::inventory::heading::Heading;
use crate::inventory::statements::{Statement, shows_otherwise};
use crate::problem::{Problem, column_letters};
use crate::rulebook::text::fold;
use crate::rulebook::{ColumnRule, Kind, LevelScale, Numbers, Points, Steps};
use crate::table::{Cell, FormatId, TextId, text_index};

/// The scale of a column of words, with what dates mean there; per cent are finer than words.
fn steps_of_words(scale: &LevelScale, has_percent: bool) -> Steps {
    let of_dates = scale.dates.into_iter().flat_map(|end| [end, end.opposite()]);
    if has_percent { Steps::QUARTERS } else { Steps::of(scale.words.values().copied().chain(of_dates)) }
}

impl Reader<'_> {
    pub(super) fn levels(&mut self, scale: &LevelScale, heading: &Heading) -> Outcome {
        let are_ratings = scale.numbers == Numbers::Rating || ratings::are_meant(heading);
        let Told { mut said, ties, rough } = self.what_was_said(scale, Figures::Ratings);
        let unanswered = &heading.statement.scale.unanswered;
        let is_none = |said: &Said| matches!(said, Said::Number(n) if unanswered.contains(n));
        said.iter_mut().filter(|said| is_none(said)).for_each(|said| *said = Said::Nothing);
        let rating = if are_ratings { self.rating(scale, heading, &said, &ties) } else { None };
        let mut seen = Seen::default();
        let mut levels = self.levels_said(&said, scale, heading, rating.as_ref(), are_ratings, &mut seen);
        seen.named = self.most_named(&seen.outsiders);
        let Statement { negation, .. } = &heading.statement;
        let open = heading.statement.open_answers();
        let open = open.or_else(|| heading.statement.open_yes().filter(|_| self.has_yes_or_no()));
        let has_words = || said.iter().any(|said| matches!(said, Said::Level(_)));
        let open = open.or_else(|| heading.statement.open_words().filter(|_| has_words()));
        let negated = (negation.is_some() || open.is_some())
            .then(|| self.turned_round(negation.as_deref(), open, &said, &mut levels));
        let is_fraction = |said: &Said| matches!(said, Said::Number(number) if number.fract() != 0.0);
        let of_rating = |rating: &Rating| rating.steps(said.iter().any(is_fraction));
        // Words are on no scale, whatever legend stands beside them.
        let has_numbers = said.iter().any(|said| matches!(said, Said::Number(_) | Said::Percent(_)));
        let of_numbers = rating.as_ref().filter(|_| has_numbers || seen.parts(scale).is_empty());
        let steps = of_numbers.map_or_else(|| steps_of_words(scale, seen.percent), of_rating);
        let steps = if negated.is_some() { steps.opposite() } else { steps };
        let known = levels.iter().flatten().count();
        let is_on_scale = |(said, level): (&Said, &Option<Points>)| {
            matches!(said, Said::Number(_) | Said::Percent(_)) && level.is_some()
        };
        let is_on_stated_scale = heading.scale.is_some() && said.iter().zip(&levels).any(is_on_scale);
        let mut reading = if negated == Some(false) { Vec::new() } else { seen.parts(scale) };
        if negated == Some(true) {
            reading.push("each answer turned round, as the header is negated".to_owned());
        }
        reading.extend(of_numbers.filter(|_| negated.is_none()).map(|rating| rating.reading.clone()));
        // A number within the scale that stands for no answer is told by no formula.
        let is_plain = |rating: &&Rating| unanswered.iter().all(|number| rating.level(*number).is_none());
        let bare = rating.as_ref().filter(|_| negated.is_none() && scale.dates.is_none()).filter(is_plain);
        let bare = bare.map(|rating| rating.bare(self.convention == Convention::DecimalPoint));
        if !rough.is_empty() {
            let cells = self.cells.iter().filter(|(_, cell)| matches!(cell, Cell::Text(id) if rough.contains(id)));
            reading.push(format!("{} approximate", numbers::grouped(cells.count() as u64)));
        }
        let mut outcome = self.outcome(Values::Levels(levels), reading, known);
        outcome.columns[0].is_on_stated_scale = is_on_stated_scale;
        Outcome { ways: vec![Way { is_sum: false, steps }], bare, ..outcome }
    }

    /// The level of each cell; one that says something else is named.
    fn levels_said(
        &mut self,
        said: &[Said],
        scale: &LevelScale,
        heading: &Heading,
        rating: Option<&Rating>,
        are_ratings: bool,
        seen: &mut Seen,
    ) -> Vec<Option<Points>> {
        let mut levels = Vec::with_capacity(said.len());
        for (said, &row0) in said.iter().zip(self.cells.rows) {
            let level = match *said {
                Said::Number(number) => rating.and_then(|rating| rating.level(number)),
                Said::Percent(percent) if are_ratings => {
                    seen.percent |= heading.scale.is_none();
                    rating.map_or(ratings::share_of_hundred(percent), |r| r.level_of_percent(percent))
                }
                _ => self.level(*said, row0, seen),
            };
            // Bare numbers of a column without a scale are one problem of the column, which has been reported.
            let is_reported = matches!(said, Said::Number(_)) && rating.is_none() && are_ratings;
            match said {
                Said::Nothing => {}
                Said::Ambiguous => self.doubtful.push(row0),
                _ if level.is_none() && self.reports_no_provider(row0) => {}
                _ if level.is_none() && !is_reported => {
                    self.unreadable(row0, Expected::Level(&expected_level(scale, rating)));
                }
                _ => {}
            }
            levels.push(level);
        }
        levels
    }

    /// Says of what could be a provider's name that other columns show it to be none; whether they do.
    fn reports_no_provider(&mut self, row0: u32) -> bool {
        let Some(providers) = &self.providers else { return false };
        let Some(id) = self.cells.table.value(row0, self.cells.column0).text_id() else { return false };
        let Some(columns) = providers.shown_by(id, &fold(self.cells.table.text(id))) else { return false };
        let letters: Vec<String> = columns.iter().map(|column0| column_letters(*column0)).collect();
        let (last, before) = letters.split_last().expect("two columns at least");
        let columns = format!("{} and {last}", before.join(", "));
        let message =
            format!("may be no provider's name, for it stands in columns {columns} too, found `{}`", self.shown(row0));
        let help = "write the provider's name, or list this text under `no_data` in the rulebook";
        self.problems.push(Problem::warning(Code::NotALevel, self.place_of(row0), message).help(help));
        true
    }

    /// Whether some cell says yes or no.
    fn has_yes_or_no(&self) -> bool {
        self.cells.iter().any(|(_, cell)| match cell {
            Cell::Boolean(_) => true,
            Cell::Text(id) => self.reading.is_answer(&fold(self.cells.table.text(id))),
            _ => false,
        })
    }

    /// Turns the answers of a negated header round; says whether they could be. `No control needed: High` is anybody's guess,
    /// and so is `Low control: No`.
    fn turned_round(
        &mut self,
        negation: Option<&str>,
        open: Option<String>,
        said: &[Said],
        levels: &mut [Option<Points>],
    ) -> bool {
        let is_answer = |cell: Cell| match cell {
            Cell::Boolean(_) | Cell::Empty => true,
            Cell::Text(id) => {
                let folded = fold(self.cells.table.text(id));
                self.reading.is_answer(&folded) || self.reading.no_data.contains(&folded)
            }
            _ => false,
        };
        let known = self.cells.iter().zip(levels.iter()).filter(|(_, level)| level.is_some());
        let has_any = levels.iter().any(Option::is_some);
        let can_turn = open.is_none() && known.into_iter().all(|((_, cell), _)| is_answer(cell));
        for level in levels.iter_mut() {
            *level = level.filter(|_| can_turn).map(Points::opposite);
        }
        let has_numbers = said.iter().any(|said| matches!(said, Said::Number(_)));
        if !can_turn && has_any || has_numbers && negation.is_some() {
            let why = open.unwrap_or_else(|| {
                let words = negation.unwrap_or_default();
                format!("`{words}` turns its header round, and its values are no mere yes and no")
            });
            let message = format!("{why}; they count as missing");
            self.problems.push(Problem::warning(Code::NegatedHeader, self.place.clone(), message).help(format!(
                "ask for the thing itself in the header, or leave the column out: `--map \"{}=none\"`",
                self.typed
            )));
        }
        can_turn
    }

    /// The level of a word, an answer or a date.
    pub(super) fn level(&self, said: Said, row0: u32, seen: &mut Seen) -> Option<Points> {
        match said {
            Said::Level(level) => {
                seen.words.entry(level.value()).or_insert_with(|| self.shown(row0));
                Some(level)
            }
            Said::Outsider => {
                if let Some(id) = self.cells.table.value(row0, self.cells.column0).text_id() {
                    *seen.outsiders.entry(id).or_default() += 1;
                }
                Some(Points::LOW)
            }
            Said::Date(level) => {
                seen.dates += 1;
                Some(level)
            }
            _ => None,
        }
    }

    /// How many cells name an outside provider, and the names that come most often, so that a reader sees what counts as one.
    fn most_named(&self, outsiders: &BTreeMap<TextId, usize>) -> String {
        const MOST: usize = 3;
        const LONGEST: usize = 24;
        let mut names: Vec<(&TextId, &usize)> = outsiders.iter().collect();
        names.sort_by_key(|(_, count)| Reverse(**count));
        let shown = |(id, _): &(&TextId, &usize)| {
            let name = self.cells.table.text(**id).trim();
            let short: String =
                name.chars().take(LONGEST).map(|c| if c == ';' || c.is_control() { ' ' } else { c }).collect();
            format!("`{short}{}`", if name.chars().count() > LONGEST { "\u{2026}" } else { "" })
        };
        let mut all: Vec<String> = names.iter().take(MOST).map(shown).collect();
        all.extend((names.len() > MOST).then(|| "\u{2026}".to_owned()));
        format!("{}: {}", numbers::grouped(outsiders.values().sum::<usize>() as u64), all.join(", "))
    }

    /// Whether some cell says that the work is the company's own.
    pub(super) fn names_own(&self, rule: &ColumnRule) -> bool {
        let Kind::Level(scale) = &rule.kind else { return false };
        let mut seen = vec![false; self.cells.table.text_count()];
        let phrases = Phrases { scale, reading: self.reading };
        self.cells.iter().any(|(_, cell)| match cell {
            Cell::Text(id) if !std::mem::replace(&mut seen[text_index(id)], true) => {
                phrases.level(&fold(self.cells.table.text(id))) == Some(Points::HIGH)
            }
            _ => false,
        })
    }

    /// Takes `t` and `f` for yes and no, as databases write them, where the column holds nothing else.
    fn read_flags(&self, yes: Said, no: Said, told: &mut Told) {
        let folded =
            |cell: Cell| if let Cell::Text(id) = cell { fold(self.cells.table.text(id)) } else { String::new() };
        let is_flag = |(cell, said): (Cell, &Said)| match said {
            Said::Nothing => true,
            Said::Unreadable => ["t", "f"].contains(&folded(cell).as_str()),
            // Beside other words for the same a letter may stand for anything.
            said => {
                let text = folded(cell);
                let is_answer = text.is_empty() || self.reading.is_answer(&text);
                [yes, no].contains(said) && (is_answer || ["true", "false"].contains(&text.as_str()))
            }
        };
        let cells = || self.cells.iter().map(|(_, cell)| cell);
        if [yes, no].contains(&Said::Unreadable) || !cells().zip(&told.said).all(is_flag) {
            return;
        }
        for (cell, said) in cells().zip(&mut told.said).filter(|(_, said)| **said == Said::Unreadable) {
            *said = if folded(cell) == "t" { yes } else { no };
        }
    }

    /// Says that a word which was taken for no data could be an answer, such as `None` of an integration, or of people.
    pub(super) fn doubt_no_data(&mut self, scale: Option<&LevelScale>) {
        let is_answer = |text: &str| self.reading.nothing.contains(text) || self.reading.less.contains(text);
        let is_level = |text: &str| scale.is_some_and(|scale| scale.words.contains_key(text));
        let is_rated = scale.is_some_and(|scale| scale.numbers == Numbers::Rating);
        let mut by_text: Vec<Option<bool>> = vec![None; self.cells.table.text_count()];
        let mut could_be = |cell: Cell| match cell {
            Cell::Text(id) => *by_text[text_index(id)].get_or_insert_with(|| {
                let folded = fold(self.cells.table.text(id));
                let folded = folded.trim_end_matches('.');
                is_answer(folded) && self.reading.no_data.contains(folded) && !is_level(folded)
            }),
            _ => false,
        };
        let rows: Vec<u32> = self.cells.iter().filter(|(_, cell)| could_be(*cell)).map(|(row0, _)| row0).collect();
        let Some(first) = rows.first() else { return };
        let message = match rows.len() {
            1 => "1 cell taken for no data could be an answer".to_owned(),
            many => format!("{} cells taken for no data could be answers", numbers::grouped(many as u64)),
        };
        let message = format!("{message}, found `{}`", self.shown(*first));
        let help = if is_rated {
            "where it means that there is none, write `low` there, or give the word a level in the rulebook"
        } else {
            "where it means that there is none, write 0 there"
        };
        self.problems.push(Problem::note(Code::NoDataOrAnswer, self.place.clone(), message).help(help));
    }

    /// What each cell says, and the numbers that stand beside words.
    pub(super) fn what_was_said(&mut self, scale: &LevelScale, figures: Figures) -> Told {
        let table = self.cells.table;
        let mut by_text: Vec<Option<Said>> = vec![None; table.text_count()];
        let said = Vec::with_capacity(self.cells.rows.len());
        let mut told = Told { said, ties: Vec::new(), rough: HashSet::new() };
        let flag = |flag: bool| {
            let word = if flag { "true" } else { "false" };
            scale.words.get(word).map_or(Said::Unreadable, |level| Said::Level(*level))
        };
        let (yes, no) = (flag(true), flag(false));
        let shows_otherwise: Vec<bool> = table.formats.iter().map(|format| shows_otherwise(format)).collect();
        let is_otherwise = |format: FormatId| figures == Figures::Ratings && shows_otherwise[usize::from(format)];
        let date = |year: Option<u32>| Some(date_said(scale.dates?, year?));
        for (_, cell) in self.cells.iter() {
            let said = match cell {
                Cell::Empty => Said::Nothing,
                Cell::Text(id) => {
                    *by_text[text_index(id)].get_or_insert_with(|| self.said_by_text(scale, figures, id, &mut told))
                }
                Cell::Number { format, .. } if is_otherwise(format) => Said::Unreadable,
                Cell::Number { value, format } if table.formats[usize::from(format)].contains('%') => {
                    Said::Percent(value * 100.0)
                }
                Cell::Number { value, .. } => date(dates::plain_year(value)).unwrap_or(Said::Number(value)),
                Cell::Boolean(true) => yes,
                Cell::Boolean(false) => no,
                Cell::Date { serial, .. } => date(dates::year_of_day(serial)).unwrap_or(Said::Unreadable),
                Cell::Error(_) => Said::Unreadable,
            };
            told.said.push(said);
        }
        self.read_flags(yes, no, &mut told);
        // A channel that is not offered counts as 0, and a word for who does the work means nobody by nothing.
        let is_answer = match figures {
            Figures::Ratings => scale.numbers == Numbers::Rating,
            Figures::Counts => true,
            Figures::ChannelCounts => false,
        };
        if is_answer {
            self.doubt_no_data(Some(scale));
        }
        told
    }

    fn said_by_text(&self, scale: &LevelScale, figures: Figures, id: TextId, told: &mut Told) -> Said {
        let text = self.cells.table.text(id);
        let folded = fold(text);
        if figures == Figures::ChannelCounts && self.reading.nothing.contains(&folded) {
            return Said::Number(0.0);
        }
        let phrases = Phrases { scale, reading: self.reading };
        if let Some(level) = scale.words.get(&folded) {
            return Said::Level(*level);
        }
        if folded.is_empty() || self.reading.is_no_data(&folded) {
            return Said::Nothing;
        }
        if let Some((number, level)) = phrases.level_with_number(&folded) {
            told.ties.push((number, level));
            return Said::Level(level);
        }
        if let Some(level) = phrases.level_of(text, &folded) {
            return Said::Level(level);
        }
        if let Some((end, year)) = scale.dates.zip(dates::year_of(text, self.reading)) {
            return date_said(end, year);
        }
        let figure = match figures {
            Figures::Ratings => self.share_or_rating(text).map(|(figure, is_rough)| {
                told.rough.extend(is_rough.then_some(id));
                figure
            }),
            Figures::Counts | Figures::ChannelCounts => self.count(text).map(Said::Count),
        };
        match figure {
            // `3M`
            Ok(Said::Number(_)) if text.contains(char::is_alphabetic) && self.is_outsider(phrases, id, &folded) => {
                Said::Outsider
            }
            Ok(figure) => figure,
            Err(Unclear::Ambiguous) => Said::Ambiguous,
            Err(Unclear::NotANumber) if self.is_outsider(phrases, id, &folded) => Said::Outsider,
            Err(Unclear::NotANumber) => Said::Unreadable,
        }
    }

    /// Whether a text names somebody else who does the work: a name in a column of providers, and none of the company's own.
    fn is_outsider(&self, phrases: Phrases, id: TextId, folded: &str) -> bool {
        self.providers.as_ref().is_some_and(|providers| {
            let is_name = phrases.is_name(folded) || self.is_company(phrases, providers, folded);
            is_name && providers.may_be(id, folded)
        })
    }

    /// Whether a text ends as companies' names do, and nothing before it says that the work is the company's own, or takes
    /// the name back: `Team GmbH`, `Both Ltd`. Beside a name, a word for both is an answer: `shared with Northmoor Ltd`.
    fn is_company(&self, phrases: Phrases, providers: &Providers, folded: &str) -> bool {
        let Some((name, form)) = folded.rsplit_once(' ') else { return false };
        let is_against = |phrase: String| {
            let lists = [&self.reading.cell_negations, &self.reading.reservations];
            let own = phrases.scale.words.get(&phrase).filter(|level| **level != Points::LOW);
            let is_answer = own.is_some_and(|level| *level != Points::MEDIUM || !providers.are_known(name));
            is_answer || lists.iter().any(|list| list.contains(&phrase))
        };
        self.reading.legal_forms.contains(form) && !Words::of(name).phrases().any(is_against)
    }

    /// A text as a rating or a share of a hundred, and whether it is only roughly so. A range is neither.
    fn share_or_rating(&self, text: &str) -> Result<(Said, bool), Unclear> {
        let quantity = quantities::parse(text, self.reading, self.convention, Beside::Percent)?;
        match (quantity.low < quantity.high, quantity.percent) {
            (true, _) => Err(Unclear::NotANumber),
            (false, true) => Ok((Said::Percent(quantity.low), quantity.is_rough)),
            (false, false) => Ok((Said::Number(quantity.low), quantity.is_rough)),
        }
    }

    /// The scale of the column's bare numbers; none where there are none, or where it cannot be told.
    fn rating(
        &mut self,
        scale: &LevelScale,
        heading: &Heading,
        said: &[Said],
        ties: &[(f64, Points)],
    ) -> Option<Rating> {
        let ratings: Vec<f64> =
            said.iter().filter_map(|s| if let Said::Number(n) = s { Some(*n) } else { None }).collect();
        if ratings.is_empty() && heading.scale.is_none() {
            return None;
        }
        let clues = Clues { ratings: &ratings, ties, has_formats: self.cells.table.has_formats };
        match Rating::of(heading, scale, self.reading, clues) {
            Ok(rating) => Some(rating),
            Err(open) => {
                self.unclear_scale(heading, &ratings, open);
                None
            }
        }
    }

    fn unclear_scale(&mut self, heading: &Heading, ratings: &[f64], open: Open) {
        let least = ratings.iter().copied().fold(f64::INFINITY, f64::min);
        let most = ratings.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let numbers = if least < most { format!("numbers from {least} to {most}") } else { format!("only {least}") };
        let statement = &heading.statement;
        let (code, why) = match (&statement.conflict, open) {
            (Some(conflict), _) => (Code::ConflictingStatements, conflict.clone()),
            (None, Open::Header) if !statement.left_over().is_empty() => {
                (Code::UnclearScale, statement.not_understood())
            }
            _ => (Code::UnclearScale, open.message().to_owned()),
        };
        let message = format!("holds {numbers}, and {why}; they count as missing");
        let (name, (low, high)) = (
            heading.typed(self.cells.column0),
            heading.statement.range().filter(|_| open == Open::Header).unwrap_or_else(|| ratings::example(ratings)),
        );
        let or = match open {
            Open::Direction | Open::Ends | Open::Header => "or write it into the header",
            Open::Disagreement => "or make the header and the numbers agree",
        };
        let help = format!(
            "state it: `--scale \"{name}={low}..{high}\"` where {high} is most, or `--scale \"{name}={high}..{low}\"` \
             where {low} is most; {or}"
        );
        self.problems.push(Problem::warning(code, self.place.clone(), message).help(help));
    }
}

/// What a date of a year says, where `end` is the level of an end.
fn date_said(end: Points, year: u32) -> Said {
    if dates::is_none(year) { Said::Nothing } else { Said::Date(dates::level(year, end)) }
}
