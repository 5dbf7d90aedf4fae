//! What is a name of somebody else who does the work, in a column of providers. What is not known to be one is said, and open.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

use crate::rulebook::text::WordSet;
use crate::rulebook::{LevelScale, Reading, Rulebook, in_brackets};
use crate::table::TextId;

/// A word of fewer letters, such as `our`, names no thing.
const SHORTEST_THING: usize = 4;

/// What is no name in a column of providers.
pub(super) struct Providers<'r> {
    rulebook: &'r Rulebook,
    /// The folded names of the company's own departments and owners.
    own: HashSet<String>,
    /// Once a text was looked at.
    known: OnceCell<Known<'r>>,
    /// Texts that stand for something else than a name, whatever it is, with the columns that show it.
    elsewhere: BTreeMap<TextId, Vec<u16>>,
}

/// The words that headers, answers and what stands for them are made of.
struct Known<'r> {
    /// Whole texts that mean something in inventories, each as words.
    texts: WordSet<Vec<&'r str>>,
    /// Words of all such texts, and of channels. Many a company is called by them: `Global Services`, `Die Post`.
    common: WordSet<&'r str>,
    /// Words that say that no name is given, or not for all: beside common ones they leave none.
    instead: WordSet<&'r str>,
    /// Words of answers, which together make an answer.
    answers: WordSet<&'r str>,
    /// Words that say nothing by themselves.
    fillers: WordSet<&'r str>,
}

impl<'r> Providers<'r> {
    /// Of a table with these names of its own, and these texts that stand elsewhere too.
    pub(super) fn of(
        rulebook: &'r Rulebook,
        own: HashSet<String>,
        elsewhere: BTreeMap<TextId, Vec<u16>>,
    ) -> Providers<'r> {
        Providers { rulebook, own, known: OnceCell::new(), elsewhere }
    }

    /// Whether a text that holds no answer can be a provider's name.
    pub(super) fn may_be(&self, id: TextId, folded: &str) -> bool {
        self.is_like_a_name(folded) && !self.elsewhere.contains_key(&id)
    }

    /// The columns that show that a text which could be a name may be none.
    pub(super) fn shown_by(&self, id: TextId, folded: &str) -> Option<&[u16]> {
        self.elsewhere.get(&id).filter(|_| self.is_like_a_name(folded)).map(Vec::as_slice)
    }

    /// Whether a text is made of common words alone.
    pub(super) fn are_known(&self, folded: &str) -> bool {
        folded_words(folded).iter().all(|word| self.known().common.contains(word))
    }

    fn is_like_a_name(&self, folded: &str) -> bool {
        // `x` is a mark.
        let has_letters = folded.chars().filter(|letter| letter.is_alphanumeric()).count() > 1;
        let is_other = in_brackets(folded).is_some() || self.own.contains(folded);
        has_letters && !is_other && !self.known().is_no_name(&folded_words(folded))
    }

    fn known(&self) -> &Known<'r> {
        self.known.get_or_init(|| Known::of(self.rulebook))
    }
}

/// The words of a text that is folded already.
fn folded_words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

impl<'r> Known<'r> {
    fn of(rulebook: &'r Rulebook) -> Known<'r> {
        let reading = &rulebook.reading;
        let Reading { fillers, no_data, nothing, more, less, very, strengtheners, .. } = reading;
        let Reading { reservations, at_most, at_least, between, stand_ins, notes, parts, totals, .. } = reading;
        let in_words =
            |list: &mut dyn Iterator<Item = &'r String>| list.map(|text| folded_words(text)).collect::<Vec<_>>();
        let in_parts = |phrase: &'r Vec<String>| phrase.iter().map(String::as_str).collect::<Vec<&str>>();
        let instead =
            in_words(&mut [no_data, nothing, reservations, at_most, between, stand_ins].into_iter().flatten());
        let fillers = in_words(&mut fillers.iter());
        let mut answers = in_words(&mut [no_data, more, less, very, strengtheners, at_least].into_iter().flatten());
        answers.extend([notes].into_iter().chain(parts).flatten().map(in_parts));
        let mut headers = Vec::new();
        for attribute in &rulebook.attributes {
            let Some(rule) = attribute.rule() else { continue };
            headers.extend([&rule.headers, &rule.outsiders].into_iter().flatten().map(in_parts));
            let levels = rule.kind.levels().into_iter().flat_map(|LevelScale { words, .. }| words.keys());
            answers.extend(levels.map(|answer| folded_words(answer)));
        }
        let mut texts: WordSet<Vec<&str>> =
            [&instead, &fillers, &answers, &headers].into_iter().flatten().cloned().collect();
        // Rows and columns are totals; who does the work is none.
        for total in totals {
            texts.remove(&folded_words(total));
        }
        let single = |texts: &[Vec<&'r str>]| -> WordSet<&'r str> {
            texts.iter().filter_map(|text| if let [only] = text.as_slice() { Some(*only) } else { None }).collect()
        };
        let is_word = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
        let every = |texts: &mut dyn Iterator<Item = &'r str>| -> WordSet<&'r str> { texts.filter(is_word).collect() };
        Known {
            common: every(
                &mut texts.iter().flatten().copied().chain(reading.channels.iter().flatten().map(String::as_str)),
            ),
            instead: single(&instead),
            answers: every(&mut answers.iter().flatten().copied()),
            fillers: single(&fillers),
            texts,
        }
    }

    /// Whether words mean something that is no name: a known text, an answer, what stands where a name does, or nothing.
    fn is_no_name(&self, text: &[&str]) -> bool {
        let all = |list: &WordSet<&str>| text.iter().all(|word| list.contains(word));
        let [_, .., last] = text else { return self.texts.contains(text) };
        let is_thing = |word: &&str| word.chars().count() >= SHORTEST_THING;
        // `Company Services`
        let names_thing = text.iter().all(is_thing) && self.texts.contains(std::slice::from_ref(last));
        let is_answer = text.iter().all(|word| self.answers.contains(word) && !self.fillers.contains(word));
        let is_instead = all(&self.common) && text.iter().any(|word| self.instead.contains(word));
        is_answer || is_instead || all(&self.fillers) && !names_thing || self.texts.contains(text)
    }
}
