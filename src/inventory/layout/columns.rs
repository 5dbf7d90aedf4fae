//! Which column is which attribute, once the header is found: what was stated of columns, near names, and what to say of
//! columns that would have served as well.
//!
//! What a header by itself means is told in `synonyms`.

use super::find::{Finder, is_column};
use super::meaning::{Match, Meaning, Words};
use super::series::Period;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part, StatedScale};
use crate::inventory::statements::{of_column, quoted};
use crate::problem::{Place, Problem, Problems, Spot, column_letters};
use crate::rulebook::text::{fold, header_words, holds_phrase, words};
use crate::rulebook::{AttributeId, Kind, StatedBy, StatedColumn};
use crate::table::{Cell, Table};

/// A header with more words than this is no second one for a phrase that it holds.
const LONGEST_TWIN: usize = 6;

impl Finder<'_> {
    /// How much of an attribute a column holds for which it was stated: where several were, each holds a part.
    pub(super) fn stated_part(&self, attribute: AttributeId, at: usize) -> Part {
        let columns = &self.rulebook.reading.columns;
        let is_other = |(other, stated): (usize, &StatedColumn)| {
            let id = stated.attribute.map(|id| self.rulebook.column_of(id));
            other != at && id == Some(attribute) && stated.column.by == columns[at].column.by
        };
        let is_part = self.rulebook.is_added(attribute) && columns.iter().enumerate().any(is_other);
        if is_part { Part::Channel } else { Part::Whole }
    }

    pub(super) fn is_stated(&self, attribute: AttributeId) -> bool {
        self.rulebook.reading.columns.iter().any(|stated| stated.attribute == Some(attribute))
    }

    /// Whether it was stated that a column is not to be used.
    pub(super) fn is_set_aside(&self, table: &Table, heading: &Heading, column0: u16) -> bool {
        let stated = &self.rulebook.reading.columns;
        stated.iter().any(|s| s.attribute.is_none() && is_column(&s.column, table, &heading.lines, column0))
    }

    /// Takes headers that name an attribute but for one typing error, where no other column has it; always said.
    pub(super) fn add_nearly_named(&self, table: &Table, layout: &mut Layout, problems: &mut Problems) {
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let place = heading.place(table, column);
            if let Some(id) = heading.attribute {
                let is_near = self.named(heading.said()).is_none();
                if is_near && !self.is_stated(id) {
                    problems.push(self.nearly_note(place, &heading.typed(column as u16), id));
                }
                continue;
            }
            if heading.header.is_empty() || self.is_set_aside(table, heading, column as u16) {
                continue;
            }
            if self.named(heading.said()).is_some() || self.synonyms.ruled_out(heading.said()).is_some() {
                continue;
            }
            let is_free = |id: AttributeId| layout.columns.iter().all(|other| other.attribute != Some(id));
            match self.synonyms.nearly(heading.said()).as_slice() {
                [only] if is_free(only.attribute) && self.may_hold(table, layout, column, *only) => {
                    problems.push(self.nearly_note(place, &heading.typed(column as u16), only.attribute));
                    layout.columns[column].attribute = Some(only.attribute);
                }
                [] | [_] => {}
                several => {
                    let names: Vec<String> =
                        several.iter().map(|m| self.rulebook.attribute(m.attribute).name.clone()).collect();
                    let message = format!("could be meant as {}; it is not used", names.join(" or "));
                    let id = &self.rulebook.attribute(several[0].attribute).id;
                    let help = format!("say which: `--map \"{}={id}\"`", heading.typed(column as u16));
                    problems.push(Problem::warning(Code::UnclearHeader, place, message).help(help));
                }
            }
        }
    }

    /// Whether a column may hold what its header nearly names: where that are numbers, some cell begins with one.
    fn may_hold(&self, table: &Table, layout: &Layout, column: usize, meaning: Meaning) -> bool {
        let is_number = |cell: Cell| match cell {
            Cell::Number { .. } => true,
            Cell::Text(id) => !table.text(id).trim_start().starts_with(char::is_alphabetic),
            _ => false,
        };
        let mut cells = (layout.header_row0 + 1..table.rows()).map(|row0| table.value(row0, column as u16));
        !self.synonyms.kind(meaning).is_some_and(Kind::comes_in_parts) || cells.any(is_number)
    }

    fn nearly_note(&self, place: Place, typed: &str, id: AttributeId) -> Problem {
        let attribute = self.rulebook.attribute(id);
        let message = format!("is taken for {}, whose name it nearly is", attribute.name);
        Problem::note(Code::NearHeader, place, message).help(format!(
            "`--map \"{typed}={}\"` makes this certain, and `--map \"{typed}=none\"` leaves the column out",
            attribute.id
        ))
    }

    /// Puts in what was stated of scales.
    ///
    /// # Errors
    /// An option names a column that is not there.
    pub(super) fn state(&self, table: &Table, layout: &mut Layout) -> Result<(), Problem> {
        let reading = &self.rulebook.reading;
        for stated in &reading.scales {
            let origin = match stated.column.by {
                StatedBy::Rulebook => "as the rulebook states",
                StatedBy::Option => "as `--scale` states",
            };
            for (column0, heading) in (0..).zip(&mut layout.columns) {
                if heading.scale.is_none() && is_column(&stated.column, table, &heading.lines, column0) {
                    heading.scale =
                        Some(StatedScale { bottom: stated.bottom, top: stated.top, origin: origin.to_owned() });
                }
            }
        }
        let named = reading.columns.iter().map(|stated| (&stated.column, "--map"));
        let named = named.chain(reading.scales.iter().map(|stated| (&stated.column, "--scale")));
        let named = named.chain(reading.units_of.iter().map(|stated| (&stated.column, "--unit")));
        let named = named.chain(reading.selections.iter().map(|selection| (&selection.column, "--where")));
        for (name, option) in named.filter(|(name, _)| name.by == StatedBy::Option) {
            let is_there =
                (0..).zip(&layout.columns).any(|(column0, heading)| is_column(name, table, &heading.lines, column0));
            if !is_there {
                let headers = layout.columns.iter().map(|heading| heading.header.as_str()).filter(|h| !h.is_empty());
                let likeness = |header: &str| strsim::normalized_damerau_levenshtein(&fold(header), &fold(&name.given));
                let near = headers.max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
                let place = table.place.at(Spot::Row { row0: layout.header_row0 });
                let message = format!("no column is called `{}`, as `{option}` says", name.given);
                let help =
                    format!("give a header as it stands, such as `{}`, or a column's letters", near.unwrap_or("A"));
                return Err(Problem::error(Code::NoSuchColumn, place, message).help(help));
            }
        }
        Ok(())
    }

    /// Says which words of the headers that are used were left over where they change no number.
    pub(super) fn report_left_over(&self, table: &Table, layout: &Layout, problems: &mut Problems) {
        const MOST: usize = 6;
        let mut left: Vec<(String, Vec<String>)> = Vec::new();
        for (column0, heading) in (0..).zip(&layout.columns) {
            // Of a misspelt name it is said already.
            let is_named = heading.attribute.is_some() && self.named(heading.said()).is_some();
            let Some(words) = quoted(&heading.statement.aside).filter(|_| is_named) else { continue };
            let letters = column_letters(column0);
            match left.iter_mut().find(|(known, _)| *known == words) {
                Some((_, columns)) => columns.push(letters),
                None => left.push((words, vec![letters])),
            }
        }
        let left: Vec<String> = left
            .into_iter()
            .map(|(words, columns)| match columns.split_last() {
                Some((last, before)) if !before.is_empty() => {
                    format!("{words} in columns {} and {last}", before.join(", "))
                }
                _ => format!("{words} in column {}", columns.join("")),
            })
            .collect();
        if left.is_empty() {
            return;
        }
        let more = match left.len().saturating_sub(MOST) {
            0 => String::new(),
            _ => format!("; and {} more", left.len().saturating_sub(MOST)),
        };
        let shown: Vec<&str> = left.iter().take(MOST).map(String::as_str).collect();
        let message = format!("words of headers were not used: {}{more}", shown.join("; "));
        let place = table.place.at(Spot::Row { row0: layout.header_row0 });
        let help = "if one of them changes what its column holds, leave the column out: `--map \"Header=none\"`";
        problems.push(Problem::note(Code::WordsLeftOver, place, message).help(help));
    }

    /// Says which columns name an attribute that another column was taken for, or name one and something else besides.
    pub(super) fn report_unused(&self, table: &Table, layout: &mut Layout, problems: &mut Problems) {
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            if heading.attribute.is_some() || self.is_set_aside(table, heading, column as u16) {
                continue;
            }
            let place = heading.place(table, column);
            if problems.listed().iter().any(|problem| problem.place == place) {
                continue;
            }
            match self.could_mean(table, layout, column) {
                // A long header holds many a phrase by chance.
                Some(Meaning { quality: Match::Phrase(_), .. })
                    if Words::of(heading.said()).outside.len() > LONGEST_TWIN => {}
                Some(meaning) => {
                    let found = self.second_column(table, layout, column, meaning, place);
                    let of = layout.columns.iter().find(|other| other.attribute == Some(meaning.attribute));
                    let is_older = of.is_some_and(|of| self.are_of_two_years(&layout.columns[column], of));
                    let is_second = meaning.part == Part::Whole && !is_older;
                    layout.columns[column].second = found.as_ref().filter(|_| is_second).map(|_| meaning.attribute);
                    problems.extend(found);
                }
                None => {
                    problems.extend(self.ruled_out(heading, place));
                    layout.columns[column].second = self.provider_beside(layout, column);
                }
            }
        }
    }

    /// Takes the latest of columns that hold levels of one attribute by the year: `Strategic value 2025` beside `2024`.
    pub(super) fn prefer_latest_levels(&self, layout: &mut Layout) {
        for column in 0..layout.columns.len() {
            let heading = &layout.columns[column];
            let Some(id) = heading.attribute.filter(|id| !self.is_stated(*id)) else { continue };
            let Some(rule) = self.rulebook.attribute(id).rule() else { continue };
            let Some(own) = self.of_a_year(heading).filter(|_| rule.kind.levels().is_some() && !rule.kind.is_count())
            else {
                continue;
            };
            let others = layout.columns.iter().enumerate().filter(|(_, other)| other.attribute.is_none());
            let later = others.filter_map(|(at, other)| Some((self.of_a_year(other)?, at)));
            let later = later.filter(|((said, end), _)| *said == own.0 && *end > own.1);
            if let Some((_, latest)) = later.max_by_key(|((_, end), _)| *end) {
                layout.columns[column].attribute = None;
                layout.columns[latest].attribute = Some(id);
            }
        }
    }

    /// What a header names beside a year, and the last month of that; none where it names no year.
    fn of_a_year(&self, heading: &Heading) -> Option<(Vec<String>, u32)> {
        let (period, said) = Period::of(&words(heading.said()), &self.rulebook.reading)?;
        (period.is_actual && period.is_year() && period.end > 0).then_some((said, period.end))
    }

    /// Whether columns hold the same of different years, and so do not contradict each other.
    fn are_of_two_years(&self, one: &Heading, other: &Heading) -> bool {
        let years = self.of_a_year(one).zip(self.of_a_year(other));
        years.is_some_and(|((one, end), (other, other_end))| one == other && end != other_end)
    }

    /// The attribute that a column of providers' names says something of, where it was read from a column of answers.
    fn provider_beside(&self, layout: &Layout, column: usize) -> Option<AttributeId> {
        let header = header_words(&layout.columns[column].header);
        let names_providers = |heading: &Heading, phrases: &[Vec<String>]| {
            let words = header_words(&heading.header);
            phrases.iter().any(|phrase| holds_phrase(&words, phrase))
        };
        self.rulebook.attribute_ids().find_map(|(id, attribute)| {
            let rule = attribute.rule()?;
            // Few headers are of providers, so that not each of thousands of columns is held against all others.
            if !rule.outsiders.contains(&header) {
                return None;
            }
            let taken = layout.columns.iter().find(|heading| heading.attribute == Some(id))?;
            let is_question = self.asks(rule, taken) || !names_providers(taken, &rule.outsiders);
            is_question.then_some(id)
        })
    }

    /// What to say of a column whose attribute was read from another.
    fn second_column(
        &self,
        table: &Table,
        layout: &Layout,
        column: usize,
        meaning: Meaning,
        place: Place,
    ) -> Option<Problem> {
        let attribute = self.rulebook.attribute(meaning.attribute);
        let taken = layout.columns.iter().position(|other| other.attribute == Some(meaning.attribute))?;
        let (own, first) = (&layout.columns[column].header, &layout.columns[taken].header);
        let letters = column_letters(taken as u16);
        let message = format!("could be {} too, which was read from column {letters} (`{first}`)", attribute.name);
        if let Some((other, own)) = self.two_currencies(layout, taken, column) {
            let typed = layout.columns[column].typed(column as u16);
            let help = format!(
                "say which is meant: `--map \"{typed}={0}\"`, or give both where each function has one of them: `--map \"{1}={0}\" --map \"{typed}={0}\"`",
                attribute.id,
                layout.columns[taken].typed(taken as u16)
            );
            let message = format!("{message}, and is in {own} where that one is in {other}; it is not used");
            return Some(Problem::warning(Code::WhichColumn, place, message).help(help));
        }
        let is_same_header = fold(own) == fold(first) && meaning.part == Part::Whole;
        if is_same_header && differ(table, layout, taken as u16, column as u16) {
            let help = format!(
                "say which one is meant: `--map \"{letters}={0}\"` or `--map \"{1}={0}\"`",
                attribute.id,
                column_letters(column as u16)
            );
            return Some(
                Problem::warning(Code::WhichColumn, place, format!("{message}, and holds other values")).help(help),
            );
        }
        Some(Problem::note(Code::SecondColumn, place, message))
    }

    /// The currencies of two columns for one attribute, where their headers state different ones.
    fn two_currencies(&self, layout: &Layout, one: usize, other: usize) -> Option<(&'static str, &'static str)> {
        let id = layout.columns[one].attribute?;
        let rule = self.rulebook.attribute(id).rule()?;
        let currency = |column: usize| {
            let statement = of_column(layout.columns[column].said(), rule, &self.rulebook.reading);
            statement.currencies.first().copied()
        };
        let pair = currency(one).zip(currency(other)).filter(|_| matches!(rule.kind, Kind::Money));
        pair.filter(|(one, other)| one != other)
    }

    /// A note on a header that is an attribute's but for what stands beside it.
    fn ruled_out(&self, heading: &Heading, place: Place) -> Option<Problem> {
        let (id, phrase) = self.synonyms.ruled_out(heading.said())?;
        let name = &self.rulebook.attribute(id).name;
        let message = format!("could be {name}, but `{phrase}` makes it something else; it is not used");
        Some(
            Problem::note(Code::RuledOut, place, message)
                .help("give what the column holds as its attribute is meant, or change `unless` in the rulebook"),
        )
    }
}

/// Whether two columns hold different values in any row below the header, where both hold one.
fn differ(table: &Table, layout: &Layout, one: u16, other: u16) -> bool {
    (layout.header_row0 + 1..table.rows()).any(|row0| {
        let (one, other) = (table.cell(row0, one), table.cell(row0, other));
        one != Cell::Empty && other != Cell::Empty && one != other
    })
}
