//! Headers of columns that hold a part of an amount or of the people, or state the unit without brackets: `FTE onshore`, `Cost Europe`,
//! `Cost kEUR`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::find::Finder;
use super::meaning::{Match, Meaning, UNMARKED, Words};
use super::series::Period;
use super::synonyms::Synonyms;
use crate::codes::Code;
use crate::inventory::heading::{Heading, Layout, Part};
use crate::inventory::statements::{beside, is_unit_word};
use crate::problem::{Problem, Problems, Spot, column_letters};
use crate::rulebook::text::{fold, header_words, holds_phrase};
use crate::rulebook::{AttributeId, Kind, Reading};
use crate::table::{Cell, Table};

impl Synonyms<'_> {
    /// An attribute whose header says in brackets which part of it the column holds: `FTE (onshore)`, `Volume (Mar)`.
    pub(super) fn parted(&self, meaning: Meaning, header: &Words) -> Meaning {
        let is_count = self.kind(meaning).is_some_and(Kind::is_count) && meaning.part == Part::Whole;
        if let Some(period) = Period::in_brackets(&header.inside, self.reading).filter(|_| is_count) {
            return Meaning { part: period.into(), ..meaning };
        }
        match without_part(&header.inside, self.reading) {
            Some((kind, _)) if self.comes_in_parts(meaning) => {
                Meaning { part: Part::Channel, preference: kind, ..meaning }
            }
            _ => meaning,
        }
    }

    /// A synonym of amounts or people beside words for a part of them: `Cost Europe`, `Internal FTE`.
    pub(super) fn part(&self, header: &Words, has_sign: bool) -> Option<Meaning> {
        let (kind, rest) = without_part(&header.outside, self.reading)?;
        let rest = Words { outside: rest, inside: header.inside.clone() };
        let meaning = self.exact(&rest, Match::Section).or_else(|| self.in_unit(&rest, has_sign))?;
        let is_whole = meaning.part == Part::Whole && self.comes_in_parts(meaning);
        // Parts of several kinds are no parts of one whole.
        is_whole.then_some(Meaning { part: Part::Channel, quality: Match::Section, preference: kind, ..meaning })
    }

    /// A synonym of amounts beside their unit: `Cost kEUR`, `Kosten in TEUR`, and `Cost k€`, whose sign is no word; or of
    /// counts beside a power of ten: `Volume thousands`.
    pub(super) fn in_unit(&self, header: &Words, has_sign: bool) -> Option<Meaning> {
        if !has_sign && !header.outside.iter().any(|word| is_unit_word(word, self.reading)) {
            return None;
        }
        // The `k` of `kEUR`.
        let is_factor = |word: &str| [word, &word.to_uppercase()].iter().any(|w| self.reading.magnitude(w).is_some());
        let is_unit = |word: &String| is_unit_word(word, self.reading) || is_factor(word);
        let mut outside: Vec<String> = header.outside.iter().filter(|word| !is_unit(word)).cloned().collect();
        let of = |outside: &[String]| {
            let words = Words { outside: outside.to_vec(), inside: header.inside.clone() };
            self.exact(&words, Match::Exact).or_else(|| self.of_period(&words)).or_else(|| self.rate(&words))
        };
        let found = of(&outside).or_else(|| {
            outside.retain(|word| !self.reading.fillers.contains(word));
            of(&outside)
        });
        let is_shorter = outside.len() < header.outside.len();
        found.filter(|meaning| {
            let is_power = || header.outside.iter().all(|word| beside(word).is_none()) && !has_sign;
            is_shorter
                && match self.kind(*meaning) {
                    Some(Kind::Money) => true,
                    kind => kind.is_some_and(Kind::is_count) && is_power(),
                }
        })
    }

    /// A synonym of amounts or people beside the word for a total: `FTE gesamt`.
    pub(super) fn total(&self, header: &Words) -> Option<Meaning> {
        let is_total = |word: &String| self.reading.totals.contains(&fold(word));
        let rest: Vec<String> = header.outside.iter().filter(|word| !is_total(word)).cloned().collect();
        let is_shorter = rest.len() < header.outside.len();
        // `Anträge gesamt`, beside the channels that they came by.
        if let ([only], Some(meaning), true) = (rest.as_slice(), self.of_channels(), is_shorter)
            && self.reading.channelled.contains(only)
        {
            return Some(Meaning { part: Part::Whole, ..meaning });
        }
        let found = self.exact(&Words { outside: rest, inside: header.inside.clone() }, Match::Exact);
        found.filter(|meaning| is_shorter && self.comes_in_parts(*meaning))
    }

    /// The units, or the currencies, of the numbers that the words before name: `Annual volume unit`.
    pub(super) fn unit_of(&self, header: &Words) -> Option<Meaning> {
        let names = |phrase: &Vec<String>| {
            let rest = header.outside.strip_suffix(phrase.as_slice()).filter(|rest| !rest.is_empty())?;
            let own = self.exact(&Words { outside: rest.to_vec(), inside: Vec::new() }, Match::Exact)?;
            let kind = self.kind(own)?;
            // A cost unit is a thing that costs are of.
            (kind.has_unit() && (rest.len() > 1 || !matches!(kind, Kind::Money))).then_some(())
        };
        let found = self.of_numbers.iter().find(|synonym| synonym.rule.headers.iter().any(|p| names(p).is_some()));
        found.map(|synonym| synonym.meaning(Match::Section, UNMARKED))
    }

    /// Those of the parts of an attribute that make up one whole. A part alone is not all there is, and parts of several kinds
    /// hold the same things twice.
    pub(super) fn of_one_whole(&self, mut named: Vec<(usize, Meaning)>) -> Vec<(usize, Meaning)> {
        let Some(&(_, first)) = named.first() else { return named };
        if named.iter().any(|(_, meaning)| meaning.quality == Match::Stated) {
            named.retain(|(_, meaning)| meaning.quality == Match::Stated);
            // Of two columns with one header the first was meant.
            named.dedup_by_key(|(_, meaning)| meaning.preference);
            if let [(_, only)] = named.as_mut_slice() {
                only.part = Part::Whole;
            }
            return named;
        }
        if !self.comes_in_parts(first) {
            return named;
        }
        match named.as_slice() {
            // It is called like the whole, and says in brackets what is in it.
            [(column, only)] if only.quality > Match::Section => {
                vec![(*column, Meaning { part: Part::Whole, ..*only })]
            }
            [_] => Vec::new(),
            all if all.iter().all(|(_, meaning)| meaning.preference == first.preference) => named,
            _ => Vec::new(),
        }
    }

    /// The attribute of which a column could hold a part: a synonym with a word or two before or behind it.
    fn could_be_part(&self, header: &str) -> Option<AttributeId> {
        const MOST_WORDS: usize = 2;
        let words = Words::of(header);
        if let Some(meaning) = self.meaning(header) {
            return (meaning.part == Part::Channel && self.adds_up(meaning)).then_some(meaning.attribute);
        }
        let all = &words.outside;
        let is_out = |rest: &[String]| {
            let Reading { planned, actual, unit_names, per_year, .. } = self.reading;
            // What a `cost basis` or a `cost period` holds is of the amounts, and none of them.
            let lists = [planned, actual, unit_names, per_year];
            let is_other = |word: &String| lists.iter().any(|list| list.contains(word));
            rest.iter().any(is_other) || self.reading.unless.iter().any(|phrase| holds_phrase(rest, phrase))
        };
        let of = |own: &[String], rest: &[String]| {
            let meaning = self.exact(&Words { outside: own.to_vec(), inside: words.inside.clone() }, Match::Exact)?;
            let adds_up = self.adds_up(meaning);
            let is_part = adds_up && !is_out(rest) && !self.rules_out(meaning, rest);
            is_part.then_some(meaning.attribute)
        };
        (1..=MOST_WORDS.min(all.len().saturating_sub(1))).find_map(|more| {
            let (front, back) = (all.split_at(more), all.split_at(all.len() - more));
            of(front.1, front.0).or_else(|| of(back.0, back.1))
        })
    }

    /// Whether what is not understood beside a word for a count that comes by channels may be another channel.
    fn could_be_channel(&self, header: &str, counted: &HashSet<String>) -> bool {
        const MOST_WORDS: usize = 4;
        let words = header_words(header);
        words.len() <= MOST_WORDS && words.iter().any(|word| counted.contains(word)) && self.meaning(header).is_none()
    }

    fn comes_in_parts(&self, meaning: Meaning) -> bool {
        self.kind(meaning).is_some_and(Kind::comes_in_parts)
    }

    /// Whether the numbers are amounts or counts, which add up and are the same in all languages.
    pub(super) fn adds_up(&self, meaning: Meaning) -> bool {
        self.kind(meaning).is_some_and(|kind| kind.comes_in_parts() || kind.is_count())
    }
}

/// The words of a header without those for a part, and of which kind these are; none where there are none.
fn without_part(words: &[String], reading: &Reading) -> Option<(usize, Vec<String>)> {
    let found = reading.parts.iter().enumerate().flat_map(|(kind, phrases)| phrases.iter().map(move |p| (kind, p)));
    let longest = found.filter(|(_, phrase)| holds_phrase(words, phrase)).max_by_key(|(_, phrase)| phrase.len());
    let (kind, phrase) = longest?;
    let at = words.windows(phrase.len()).position(|window| window == phrase.as_slice())?;
    let mut rest = words.to_vec();
    rest.drain(at..at + phrase.len());
    Some((kind, rest))
}

impl Finder<'_> {
    /// Leaves parts and channels unread where another column may be one more of them: they may not be the whole.
    pub(super) fn doubt_incomplete(&self, table: &Table, layout: &mut Layout) {
        let of_parts = layout.columns.iter().filter(|heading| heading.part == Part::Channel);
        let ids: BTreeSet<AttributeId> = of_parts.filter_map(|heading| heading.attribute).collect();
        for id in ids.into_iter().filter(|id| !self.is_stated(*id)) {
            let own = layout.columns.iter().filter(|heading| heading.attribute == Some(id));
            let mut counted: HashSet<String> = own.flat_map(|heading| header_words(heading.said())).collect();
            counted.retain(|word| self.rulebook.reading.channelled.contains(word));
            let is_sibling = |(column, heading): &(usize, &Heading)| {
                heading.attribute.is_none()
                    && !self.is_set_aside(table, heading, *column as u16)
                    && (self.synonyms.could_be_part(heading.said()) == Some(id)
                        || self.synonyms.could_be_channel(heading.said(), &counted))
                    && has_numbers(table, layout, *column as u16)
            };
            let Some((column, heading)) = layout.columns.iter().enumerate().find(is_sibling) else { continue };
            let letters = column_letters(column as u16);
            let why = format!(
                "column {letters} (`{}`) may hold more of what is added up (if not, state `--map \"{}=none\"`)",
                heading.header,
                heading.typed(column as u16)
            );
            for heading in layout.columns.iter_mut().filter(|heading| heading.attribute == Some(id)) {
                heading.statement.conflict.get_or_insert(why.clone());
            }
        }
    }

    /// Says which columns could each hold a part of amounts or people that no column has as a whole, and were not added,
    /// because their headers do not say so, or hold parts of several kinds.
    pub(super) fn report_possible_parts(&self, table: &Table, layout: &Layout, problems: &mut Problems) {
        let mut found: BTreeMap<AttributeId, Vec<usize>> = BTreeMap::new();
        for (column, heading) in layout.columns.iter().enumerate() {
            if heading.attribute.is_none()
                && !self.is_set_aside(table, heading, column as u16)
                && let Some(id) = self.synonyms.could_be_part(heading.said())
                && has_numbers(table, layout, column as u16)
            {
                found.entry(id).or_default().push(column);
            }
        }
        for (id, columns) in found {
            let (true, [others @ .., last]) = (columns.len() > 1, columns.as_slice()) else { continue };
            if layout.column_of(Some(id)).is_some() {
                continue;
            }
            let attribute = self.rulebook.attribute(id);
            let named =
                |column: &usize| format!("{} (`{}`)", column_letters(*column as u16), layout.columns[*column].header);
            let others: Vec<String> = others.iter().map(named).collect();
            let message = format!(
                "columns {} and {} could be parts of {}, of one whole or of several; they are not used",
                others.join(", "),
                named(last),
                attribute.name
            );
            let typed = |column: &usize| {
                format!("--map \"{}={}\"", layout.columns[*column].typed(*column as u16), attribute.id)
            };
            let options: Vec<String> = columns.iter().take(2).map(typed).collect();
            let place = table.place.at(Spot::Row { row0: layout.header_row0 });
            let help = format!("name those that are to be added up, such as `{}`", options.join(" "));
            problems.push(Problem::warning(Code::UnclearHeader, place, message).help(help));
        }
    }
}

/// Whether a column holds more numbers than texts.
fn has_numbers(table: &Table, layout: &Layout, column0: u16) -> bool {
    let (mut numbers, mut others) = (0_usize, 0_usize);
    for row0 in layout.header_row0 + 1..table.rows() {
        match table.value(row0, column0) {
            Cell::Number { .. } => numbers += 1,
            Cell::Text(id) if table.text(id).contains(|c: char| c.is_ascii_digit()) => numbers += 1,
            Cell::Empty => {}
            Cell::Text(_) | Cell::Date { .. } | Cell::Boolean(_) | Cell::Error(_) => others += 1,
        }
    }
    numbers > others
}
