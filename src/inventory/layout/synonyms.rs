//! What a header means: the attribute of which it is a synonym.
//!
//! A header is compared word by word with the rulebook's synonyms: all of it or one of its sections first, then a synonym of
//! two words or more inside a longer header. Never a part of a word, and never a single common word inside a longer
//! header. Which of several columns is taken is left to the layout.

use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;

use super::how_many::{Count, Counted, counted};
use super::meaning::{Match, Meaning, Synonym, UNMARKED, WEEKLY, Words, ruled_out_by};
use super::series::Period;
use super::spellings::{Spelling, is_one_edit, sorted, spellings};
use crate::inventory::cells::periods::without_periods;
use crate::inventory::statements::holds_code;
use crate::rulebook::text::{WordMap, WordSet, fold, header_words, without_labels, words};
use crate::rulebook::{Attribute, AttributeId, ColumnRule, Kind, Reading, Rulebook};

/// A header with more words than this is a sentence, in which a synonym means little.
const LONGEST_PHRASE_HEADER: usize = 10;

/// Between the sections of a header: rows of a header, lines of a cell, a title and its explanation.
const BETWEEN_SECTIONS: [&str; 7] = ["\n", " / ", " | ", ": ", "? ", " - ", " \u{2013} "];

/// All synonyms of a rulebook.
pub(super) struct Synonyms<'r> {
    pub(super) reading: &'r Reading,
    by_words: WordMap<&'r [String], Synonym<'r>>,
    /// What stands beside the period in a series of columns.
    series: WordMap<&'r [String], Synonym<'r>>,
    rulebook: &'r Rulebook,
    /// Those that may be misspelt, in the order of the rulebook, once a header is none of them.
    spellings: OnceCell<Vec<Spelling<'r>>>,
    longest: usize,
    /// The words of which a header has to hold one at least.
    vocabulary: WordSet<&'r str>,
    /// What says of numbers beside it in what they are.
    pub(super) of_numbers: Vec<Synonym<'r>>,
    /// How the column of each attribute is read; none where it has none of its own.
    rules: Vec<Option<&'r ColumnRule>>,
    /// The attribute that has channels.
    channels: Option<Synonym<'r>>,
    /// What synonyms count, once a header may count it.
    counted: OnceCell<Counted<'r>>,
    /// What headers were found to mean, and to mean nearly.
    known: RefCell<WordMap<String, Option<Meaning>>>,
    known_nearly: RefCell<WordMap<String, Vec<Meaning>>>,
}

/// As much of a header as can name something: beyond a long question, what stands there is a text.
fn beginning(header: &str) -> &str {
    const LONGEST: usize = 2_000;
    let end = (0..=header.len().min(LONGEST)).rev().find(|at| header.is_char_boundary(*at)).unwrap_or(0);
    &header[..end]
}

impl<'r> Synonyms<'r> {
    pub(super) fn of(rulebook: &'r Rulebook) -> Synonyms<'r> {
        let (mut by_words, mut series) = (WordMap::default(), WordMap::default());
        for (attribute, of) in rulebook.attribute_ids() {
            let Some(rule) = of.rule() else { continue };
            for (preference, words) in rule.series.iter().enumerate() {
                series.entry(words.as_slice()).or_insert(Synonym { attribute, preference, rule, is_channel: false });
            }
            let lists = [(&rule.headers, false), (&rule.channels, true)];
            for (headers, is_channel) in lists {
                for (preference, words) in headers.iter().enumerate() {
                    let synonym = Synonym { attribute, preference, rule, is_channel };
                    by_words.entry(words.as_slice()).or_insert(synonym);
                }
            }
        }
        let with_channels = rulebook.attribute_ids().find_map(|(attribute, of)| {
            let rule = of.rule().filter(|rule| !rule.channels.is_empty())?;
            Some(Synonym { attribute, preference: rule.channels.len(), rule, is_channel: true })
        });
        let longest = by_words.keys().map(|words| words.len()).max().unwrap_or(0);
        let rules = rulebook.attributes.iter().map(Attribute::rule);
        let of_numbers = [rulebook.roles.unit, rulebook.roles.currency].into_iter().flatten();
        let of_numbers = of_numbers.filter_map(|attribute| {
            let rule = rulebook.attribute(attribute).rule()?;
            Some(Synonym { attribute, preference: rule.headers.len(), rule, is_channel: false })
        });
        let of_numbers = of_numbers.collect();
        let (reading, rules) = (&rulebook.reading, rules.collect());
        let named = by_words.keys().chain(series.keys()).flat_map(|words| words.iter());
        let vocabulary = named.chain(&reading.channelled).map(String::as_str).collect();
        let (known, known_nearly) = Default::default();
        Synonyms {
            known,
            known_nearly,
            reading,
            by_words,
            series,
            rulebook,
            spellings: OnceCell::new(),
            longest,
            vocabulary,
            of_numbers,
            rules,
            channels: with_channels,
            counted: OnceCell::new(),
        }
    }

    /// What a header counts that a synonym counts in other words.
    fn count(&self, header: &str, words: &Words) -> Option<Meaning> {
        let count = Count::of(words, self.reading)?;
        let meaning = count.meaning(self.counted.get_or_init(|| counted(self.rulebook)), words, self.reading);
        meaning.filter(|_| !holds_code(header, self.reading))
    }

    /// The attribute that a header names best; none where it names none. Each text is looked at once: rows of data that
    /// could be headers say the same again and again.
    pub(super) fn meaning(&self, header: &str) -> Option<Meaning> {
        let header = beginning(header);
        if let Some(meaning) = self.known.borrow().get(header) {
            return *meaning;
        }
        let meaning = self.looked_up(header);
        self.known.borrow_mut().insert(header.to_owned(), meaning);
        meaning
    }

    /// A header without a word that it begins with as a question in one language, and that rules headers out in another: `Quelle` of
    /// `Quelle valeur stratégique ?`.
    fn asked<'h>(&self, header: &'h str) -> &'h str {
        let Reading { fillers, unless, .. } = self.reading;
        let Some((first, rest)) = header.split_once(' ') else { return header };
        let first = fold(first);
        let is_both = fillers.contains(&first) && unless.iter().any(|phrase| *phrase == [first.as_str()]);
        // `Quelle der Kosten` is no question.
        let goes_on = |phrase: &Vec<String>| phrase.len() > 1 && self::words(header).starts_with(phrase);
        if is_both && !unless.iter().any(goes_on) { rest } else { header }
    }

    fn looked_up(&self, header: &str) -> Option<Meaning> {
        let header = &*without_labels(self.asked(header));
        let whole = Words::of(header);
        // Whatever is tried below leaves words out, and adds none.
        let mut words = whole.outside.iter().chain(&whole.inside);
        if whole.outside.is_empty() || !words.any(|word| self.vocabulary.contains(word.as_str())) {
            return None;
        }
        let has_sign = header.contains(['€', '$', '£', '¥']);
        let found = self
            .exact(&whole, Match::Exact)
            .map(|meaning| self.parted(meaning, &whole))
            .or_else(|| self.of_period(&whole))
            .or_else(|| self.part(&whole, has_sign))
            .or_else(|| self.in_unit(&whole, has_sign))
            .or_else(|| self.total(&whole))
            .or_else(|| self.unit_of(&whole))
            .or_else(|| self.channel(&whole))
            .or_else(|| self.section(header))
            .or_else(|| self.twin(&whole))
            .or_else(|| self.rate(&whole))
            .or_else(|| self.count(header, &whole))
            .or_else(|| self.phrase(&whole))
            .or_else(|| self.numbered(&whole));
        found.filter(|meaning| !self.is_figure_of(*meaning, &whole.outside))
    }

    /// Whether a header says what pivot tables say of the rows behind an amount, and not what they come to: `Count of annual
    /// cost`, `Max of cost`.
    fn is_figure_of(&self, meaning: Meaning, header: &[String]) -> bool {
        let Reading { fillers, numbers_of, statistics, .. } = self.reading;
        let [first, of, _, ..] = header else { return false };
        if !fillers.contains(of) || !self.adds_up(meaning) {
            return false;
        }
        if numbers_of.contains(first) {
            return matches!(self.kind(meaning), Some(Kind::Money));
        }
        // A mean is still what a year costs.
        let is_statistic = statistics.iter().any(|phrase| *phrase == [first.as_str()]);
        is_statistic && !fillers.contains(first) && meaning.quality < Match::Exact
    }

    /// A header that is a synonym, in whatever language the column is written.
    pub(super) fn exact(&self, header: &Words, quality: Match) -> Option<Meaning> {
        let all = &self.reading.languages;
        let position = |word: &String| all.iter().position(|language| language == word);
        let named = header.inside.iter().find_map(position);
        let own = |outside: &[String], language: Option<usize>| {
            let synonym = self.by_words.get(outside)?;
            let is_out = ruled_out_by(synonym.rule, self.reading, &header.inside).is_some();
            let meaning = synonym.meaning(quality, UNMARKED);
            let language = language.filter(|_| !self.adds_up(meaning)).map_or(UNMARKED, |language| language + 1);
            (!is_out).then_some(Meaning { language, ..meaning })
        };
        own(&header.outside, named).or_else(|| match header.outside.as_slice() {
            // Amounts and counts are the same in all languages: `Cost IT` and `Volume DE` are parts.
            [rest @ .., last] if !rest.is_empty() => {
                position(last).and_then(|language| own(rest, Some(language))).filter(|meaning| !self.adds_up(*meaning))
            }
            _ => None,
        })
    }

    /// A header with a section that is a synonym, the last such one; the other sections may rule it out.
    fn section(&self, header: &str) -> Option<Meaning> {
        let sections = sections(header);
        if sections.len() < 2 {
            return None;
        }
        let mut found: Vec<(bool, usize, Meaning)> = Vec::new();
        for (at, own) in sections.iter().enumerate() {
            let mut words = Words::of(own);
            for (_, other) in sections.iter().enumerate().filter(|(i, _)| *i != at) {
                words.inside.extend(self::words(other));
            }
            if let Some(meaning) = self.exact(&words, Match::Section).or_else(|| self.of_period(&words)) {
                found.push((!self.is_text(&words), at, meaning));
            }
        }
        // Words such as `number` and `name` say little beside one that names a value; else the last row says the most.
        found.into_iter().max_by_key(|(is_value, at, _)| (*is_value, *at)).map(|(.., meaning)| meaning)
    }

    /// A header in two languages: `Function Funktion`.
    fn twin(&self, header: &Words) -> Option<Meaning> {
        (1..header.outside.len()).find_map(|at| {
            let (one, other) = header.outside.split_at(at);
            let of = |outside: &[String]| {
                self.exact(&Words { outside: outside.to_vec(), inside: header.inside.clone() }, Match::Section)
            };
            of(one)
                .filter(|one| of(other).is_some_and(|other| other.attribute == one.attribute && other.part == one.part))
        })
    }

    /// Whether words beside a synonym make it something else.
    pub(super) fn rules_out(&self, meaning: Meaning, rest: &[String]) -> bool {
        let rule = self.rules[meaning.attribute.index()];
        rule.is_some_and(|rule| ruled_out_by(rule, self.reading, rest).is_some())
    }

    /// The attribute that has channels, as the last of its names.
    pub(super) fn of_channels(&self) -> Option<Meaning> {
        self.channels.as_ref().map(|synonym| synonym.meaning(Match::Exact, UNMARKED))
    }

    /// How the values of what a header means are read.
    pub(super) fn kind(&self, meaning: Meaning) -> Option<&'r Kind> {
        self.rules[meaning.attribute.index()].map(|rule| &rule.kind)
    }

    fn is_text(&self, header: &Words) -> bool {
        self.by_words.get(header.outside.as_slice()).is_some_and(|synonym| matches!(synonym.rule.kind, Kind::Text))
    }

    /// A synonym of a count or an amount beside the period that it is of: `2024 Volume`, `2012-Q4 Vol.`.
    pub(super) fn of_period(&self, header: &Words) -> Option<Meaning> {
        let (period, rest) = Period::of(&header.outside, self.reading)?;
        let synonym = self.series.get(rest.as_slice()).or_else(|| self.by_words.get(rest.as_slice()))?;
        let comes_in_periods = match &synonym.rule.kind {
            kind @ Kind::Level(_) => kind.is_count(),
            Kind::Money | Kind::Number { .. } => period.is_year(),
            Kind::Text | Kind::Date => false,
        };
        // `RTO actual` is no objective.
        let actual = header.outside.iter().filter(|word| self.reading.actual.contains(*word)).cloned();
        let said: Vec<String> = actual.chain(header.inside.iter().cloned()).collect();
        let is_out = ruled_out_by(synonym.rule, self.reading, &said).is_some();
        // `Volume 2025 (plan)`
        let is_actual = period.is_actual && !header.inside.iter().any(|word| self.reading.planned.contains(word));
        (comes_in_periods && !is_out && !synonym.is_channel)
            .then(|| Meaning { part: Period { is_actual, ..period }.into(), ..synonym.meaning(Match::Exact, UNMARKED) })
    }

    /// What is counted, beside the channel that it comes by: `Demandes par un autre canal`, `postal mail applications`.
    fn channel(&self, header: &Words) -> Option<Meaning> {
        let reading = self.reading;
        let (mut is_counted, mut is_channel, mut at) = (false, false, 0);
        let all: Vec<&String> = header.outside.iter().chain(&header.inside).collect();
        while at < all.len() {
            let rest = &all[at..];
            let is_there =
                |phrase: &&Vec<String>| rest.len() >= phrase.len() && rest.iter().zip(*phrase).all(|(w, p)| *w == p);
            let by = reading.channels.iter().filter(is_there).map(Vec::len).max();
            match by {
                Some(length) => (is_channel, at) = (true, at + length),
                None if reading.channelled.contains(rest[0]) && !is_counted => (is_counted, at) = (true, at + 1),
                None if reading.fillers.contains(rest[0]) || reading.per.contains(rest[0]) => at += 1,
                None => return None,
            }
        }
        let synonym = self.channels.as_ref().filter(|_| is_counted && is_channel)?;
        Some(synonym.meaning(Match::Exact, UNMARKED))
    }

    /// A synonym of a count beside how often it is counted: `Monthly volume`, `Volume per week`.
    pub(super) fn rate(&self, header: &Words) -> Option<Meaning> {
        let rest = without_periods(&header.outside, self.reading, f64::INFINITY);
        let synonym = self.by_words.get(rest.as_slice()).filter(|_| rest.len() < header.outside.len())?;
        let is_rate = match &synonym.rule.kind {
            // What an hour or a day costs is a price.
            Kind::Money => rest == without_periods(&header.outside, self.reading, WEEKLY),
            kind => kind.is_count(),
        };
        let is_out = ruled_out_by(synonym.rule, self.reading, &header.inside).is_some();
        (is_rate && !is_out).then(|| synonym.meaning(Match::Exact, UNMARKED))
    }

    /// A synonym beside numbers, which are its scale or count it among others: `Specialisation 1-10`, `Volume 2`.
    fn numbered(&self, header: &Words) -> Option<Meaning> {
        let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
        let mut outside = header.outside.clone();
        outside.retain(|word| !is_number(word));
        let is_shorter = outside.len() < header.outside.len();
        // `Integration, 1 to 5`
        outside.retain(|word| !self.reading.between.contains(word));
        is_shorter.then(|| self.exact(&Words { outside, inside: header.inside.clone() }, Match::Section))?
    }

    /// A longer header that holds a synonym of two words or more.
    fn phrase(&self, header: &Words) -> Option<Meaning> {
        let outside = &header.outside;
        if outside.len() > LONGEST_PHRASE_HEADER {
            return None;
        }
        let mut best: Option<Meaning> = None;
        for length in 2..=self.longest.min(outside.len().saturating_sub(1)) {
            for at in 0..=outside.len() - length {
                let Some(synonym) = self.by_words.get(&outside[at..at + length]) else { continue };
                let mut rest = outside.clone();
                rest.drain(at..at + length);
                rest.extend_from_slice(&header.inside);
                if ruled_out_by(synonym.rule, self.reading, &rest).is_some() {
                    continue;
                }
                let found = synonym.meaning(Match::Phrase(length), UNMARKED);
                let is_better = |known: &Meaning| {
                    (found.quality, Reverse(found.attribute)) > (known.quality, Reverse(known.attribute))
                };
                if best.as_ref().is_none_or(is_better) {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// The attributes that a header, or else one of its sections, names but for one typing error, or with its words in
    /// another order.
    pub(super) fn nearly(&self, header: &str) -> Vec<Meaning> {
        let header = beginning(header);
        if let Some(meanings) = self.known_nearly.borrow().get(header) {
            return meanings.clone();
        }
        let meanings = self.looked_up_nearly(header);
        self.known_nearly.borrow_mut().insert(header.to_owned(), meanings.clone());
        meanings
    }

    fn looked_up_nearly(&self, header: &str) -> Vec<Meaning> {
        let header = self.asked(header);
        let sections = sections(header).into_iter().rev().filter(|section| *section != header);
        let found = std::iter::once(header).chain(sections).map(|section| self.near(&Words::of(section)));
        found.into_iter().find(|near| !near.is_empty()).unwrap_or_default()
    }

    fn near(&self, header: &Words) -> Vec<Meaning> {
        // In a short word, one letter more makes another word.
        const SHORTEST: usize = 6;
        let text = header.outside.join(" ");
        let (length, own) = (text.chars().count(), sorted(&header.outside));
        let is_near = |spelt: &Spelling| {
            let is_typed = spelt.length.abs_diff(length) <= 1
                && spelt.length.min(length) >= SHORTEST
                && is_one_edit(&spelt.text, &text);
            is_typed || (own.len() > 1 && spelt.sorted == own)
        };
        let mut found: Vec<Meaning> = Vec::new();
        for spelt in self.spellings.get_or_init(|| spellings(self.rulebook)).iter().filter(|spelt| is_near(spelt)) {
            let synonym = &spelt.synonym;
            let is_known = found.iter().any(|known| known.attribute == synonym.attribute);
            if !is_known && ruled_out_by(synonym.rule, self.reading, &header.inside).is_none() {
                found.push(synonym.meaning(Match::Nearly, UNMARKED));
            }
        }
        found
    }

    /// The attribute whose synonym a header is but for what stands beside it, and that.
    pub(super) fn ruled_out(&self, header: &str) -> Option<(AttributeId, String)> {
        let words = Words::of(self.asked(beginning(header)));
        let synonym = self.by_words.get(words.outside.as_slice())?;
        let phrase = ruled_out_by(synonym.rule, self.reading, &words.inside)?;
        Some((synonym.attribute, phrase.join(" ")))
    }
}

/// The sections of a header.
fn sections(header: &str) -> Vec<&str> {
    let mut sections = vec![header];
    for between in BETWEEN_SECTIONS {
        sections = sections.iter().flat_map(|section| section.split(between)).collect();
    }
    sections.retain(|section| !header_words(section).is_empty());
    sections
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn headers_name_attributes() {
        let rulebook = load_default();
        let synonyms = Synonyms::of(&rulebook);
        for (header, expected) in [
            ("Strategic value", Some(("strategic_value", Match::Exact))),
            ("3. Volume", Some(("stated_volume", Match::Exact))),
            ("Q7: Control wanted", Some(("control", Match::Exact))),
            ("Quelle valeur stratégique ?", Some(("strategic_value", Match::Exact))),
            ("Quelle est la valeur stratégique ?", Some(("strategic_value", Match::Phrase(2)))),
            ("Jährliche Kosten Quelle", None),
            ("Strategische Bedeutung (Quelle)", None),
            ("Quelle der jährlichen Kosten", None),
            ("STRATEGIC_VALUE", Some(("strategic_value", Match::Exact))),
            ("Assessment / Control", Some(("control", Match::Section))),
            ("Volume / Number", Some(("stated_volume", Match::Section))),
            ("Vendor / Name", Some(("sourcing", Match::Exact))),
            ("Applicant / Name", Some(("name", Match::Section))),
            ("Function Funktion", Some(("name", Match::Section))),
            ("Process improvement", None),
            ("Control: who decides?", Some(("control", Match::Section))),
            ("Monthly volume", Some(("annual_volume", Match::Exact))),
            ("Fortnightly workload", Some(("stated_volume", Match::Exact))),
            ("No. of cases", Some(("annual_volume", Match::Section))),
            ("Tickets / month", Some(("annual_volume", Match::Section))),
            ("Anz. Rechnungen", Some(("annual_volume", Match::Section))),
            ("Nº de empleados", Some(("fte", Match::Exact))),
            ("Nb de salariés", Some(("fte", Match::Section))),
            ("Cases", None),
            ("Case no.", None),
            ("No. of errors", None),
            ("No. of all cases processed", Some(("annual_volume", Match::Section))),
            ("No. of cases wanted", None),
            ("No. of past employees", None),
            ("No. of invoices US", None),
            ("Employees per month", None),
            ("Volume per week", Some(("annual_volume", Match::Exact))),
            ("Daily calls received", Some(("annual_volume", Match::Exact))),
            ("Monthly cost", Some(("annual_cost", Match::Exact))),
            ("Cost per hour", None),
            ("Cost (EUR per year)", Some(("annual_cost", Match::Exact))),
            ("Cost per transaction", None),
            ("Estimated annual cost of the service", Some(("annual_cost", Match::Phrase(3)))),
            ("Service Name (English)", Some(("name", Match::Exact))),
            ("service_name_fr", Some(("name", Match::Exact))),
            ("Vendor(s) Name", Some(("sourcing", Match::Exact))),
            ("System Name", None),
            ("Criticality of control", None),
        ] {
            let found = synonyms.meaning(header).map(|m| (rulebook.attribute(m.attribute).id.as_str(), m.quality));
            assert_eq!(found, expected, "{header}");
        }
    }

    #[test]
    fn one_edit_is_told_from_more() {
        for (one, other) in [
            ("frequency", "frequenzy"),
            ("frequency", "frequecny"),
            ("frequency", "frequency"),
            ("frequency", "freqency"),
            ("frequency", "frequencys"),
            ("frequency", "frequenzi"),
            ("häufigkeit", "hufigkeit"),
            ("häufigkeit", "häfuigkeit"),
            ("abc", "cba"),
            ("", "a"),
        ] {
            let expected = strsim::damerau_levenshtein(one, other) == 1;
            assert_eq!((is_one_edit(one, other), is_one_edit(other, one)), (expected, expected), "{one} {other}");
        }
    }

    #[test]
    fn near_headers_are_found_and_short_ones_are_not() {
        let rulebook = load_default();
        let synonyms = Synonyms::of(&rulebook);
        for (header, expected) in [
            ("Strategic valeu", &["strategic_value"][..]),
            ("Value, strategic", &["strategic_value"]),
            ("Assessment / Strategic valeu", &["strategic_value"]),
            ("Frequenzy", &["frequency"]),
            ("Cors", &[]),
            ("Volumes (score)", &[]),
            ("Something else", &[]),
        ] {
            let found: Vec<&str> =
                synonyms.nearly(header).iter().map(|m| rulebook.attribute(m.attribute).id.as_str()).collect();
            assert_eq!(found, expected, "{header}");
        }
    }
}
