//! What a whole text says as a level: `[letter] [negation] [strengthener] word [noun] [remark]`.
//!
//! All of a text is accounted for, or it says nothing: a known word inside a longer text is never taken for all of it.

use super::spans::Words;
use crate::rulebook::text::fold;
use crate::rulebook::{LevelScale, Points, Reading};

/// The most words that a text without a remark has.
const MOST_WORDS: usize = 8;
/// What parts a word from a remark on it.
const BEFORE_REMARKS: [&str; 7] = [" - ", " (", " [", ": ", "; ", ", ", ". "];

/// The words of an attribute, and how they are put together.
#[derive(Clone, Copy)]
pub(in crate::inventory) struct Phrases<'a> {
    /// The attribute's words.
    pub(in crate::inventory) scale: &'a LevelScale,
    /// The words about words.
    pub(in crate::inventory) reading: &'a Reading,
}

/// What a text says.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sense {
    level: Points,
    /// Whether it is so or not, with nothing between: what is not core is the opposite; what is not high may be medium.
    is_either_or: bool,
}

impl Sense {
    fn graded(level: Points) -> Sense {
        Sense { level, is_either_or: false }
    }

    fn is_end(self) -> bool {
        [Points::LOW, Points::HIGH].contains(&self.level)
    }
}

impl Phrases<'_> {
    /// The level of a whole folded text.
    pub(in crate::inventory) fn level(self, folded: &str) -> Option<Points> {
        let text = without_letters(folded);
        let timeless = self.without_clock(text);
        let sense = self.word(folded).or_else(|| self.sense(text)).or_else(|| self.sense(timeless));
        sense.map(|sense| sense.level).or_else(|| self.with_remark(timeless))
    }

    /// The level of a text as it was written, and folded.
    pub(in crate::inventory) fn level_of(self, written: &str, folded: &str) -> Option<Points> {
        self.level(folded).or_else(|| self.with_recipient(written, folded))
    }

    /// A word beside its number, and that number: `4 - High`, `4 = high`, `1 (Low)`, `High (4)`, `High: 4`, `1 = full`.
    pub(super) fn level_with_number(self, folded: &str) -> Option<(f64, Points)> {
        let is_digit = |c: char| c.is_ascii_digit();
        let separators: &[char] = &[' ', '-', '=', ':', '.', '(', ')', ','];
        let (digits, word) = if folded.starts_with(is_digit) {
            folded.split_at(folded.find(|c| !is_digit(c))?)
        } else {
            let end = folded.trim_end_matches([')', ' ']);
            let start =
                end.rfind(|c| !is_digit(c)).map(|at| at + end[at..].chars().next().map_or(1, char::len_utf8))?;
            let (word, digits) = end.split_at(start);
            (digits, word)
        };
        let is_apart = word.starts_with(separators) || word.ends_with(separators);
        // Beside a blank alone, `5 m` may be metres, and `12 min` minutes.
        let is_marked = word.contains(['-', '=', ':', '(', ')']);
        // `N-1` is a level of management.
        let is_code = word.len() == 2 && word.ends_with('-');
        let word = word.trim_matches(separators);
        if is_code || !is_marked && word.chars().count() < 4 && !self.reading.short.contains(word) {
            return None;
        }
        let level = self.sense(word).map(|sense| sense.level).or_else(|| self.degree(word))?;
        (is_apart && digits.len() <= 3).then(|| digits.parse().ok().map(|number| (number, level)))?
    }

    /// A word for an end of any scale: `full`, `little`.
    fn degree(self, word: &str) -> Option<Points> {
        match (self.reading.more.contains(word), self.reading.less.contains(word)) {
            (true, _) => Some(Points::HIGH),
            (_, true) => Some(Points::LOW),
            _ => None,
        }
    }

    /// What a text without a remark says.
    fn sense(self, text: &str) -> Option<Sense> {
        let text = text.trim();
        if let Some(sense) = self.word(text).or_else(|| self.pair(text)) {
            return Some(sense);
        }
        let belongs = |c: char| c.is_alphanumeric() || c.is_whitespace() || "-'.:&+".contains(c);
        let words = Words::of(text);
        if words.spans.len() < 2 || words.spans.len() > MOST_WORDS || !text.chars().all(belongs) {
            return None;
        }
        if self.is_no_or_negation(&words) {
            return None;
        }
        self.negated(&words)
            .or_else(|| self.strengthened(&words))
            .or_else(|| self.beside_noun(&words))
            .or_else(|| self.two(&words))
            .or_else(|| self.both(&words))
    }

    /// A listed word: `Med.`, `High!`
    fn word(self, text: &str) -> Option<Sense> {
        let bare = text.trim_end_matches(['.', '!', '*', ',']);
        let (known, level) = [text, bare].into_iter().find_map(|text| self.scale.words.get_key_value(text))?;
        let words = Words::of(known);
        let is_stronger = words.prefixes().any(|(prefix, _)| self.reading.strengtheners.contains(&prefix));
        Some(Sense { level: *level, is_either_or: self.scale.either_or.contains(known) && !is_stronger })
    }

    /// Two neighbouring words: `low-medium`. `Yes/No` is a list that nobody has chosen from.
    fn pair(self, text: &str) -> Option<Sense> {
        let word = |text: &str| self.word(text.trim()).map(|sense| sense.level);
        let mut pairs = self.reading.pairs.iter().filter_map(|between| text.split_once(between.as_str()));
        // `Non-standard` is no `No` and `Standard`.
        let (low, high) = pairs.find_map(|(low, high)| {
            let is_negation = self.reading.cell_negations.contains(low.trim());
            Some((word(low).filter(|_| !is_negation)?, word(high)?))
        })?;
        let is_near = low.value().abs_diff(high.value()) <= 50;
        let middle = Points::new(u8::midpoint(low.value(), high.value()))?;
        is_near.then_some(Sense::graded(middle))
    }

    /// `not core`, `no control`, `risk-free`. Nothing where the word has a middle: what is not high may be medium.
    fn negated(self, words: &Words) -> Option<Sense> {
        let before = words.prefixes().filter(|(negation, _)| self.reading.cell_negations.contains(negation));
        let after = words.suffixes().filter(|(negation, _)| self.reading.negations_after.contains(negation));
        let rest = before.chain(after).last().map(|(_, rest)| rest)?;
        if !rest.is_close {
            return None;
        }
        match self.sense(rest.text) {
            Some(sense) if sense.is_either_or && sense.is_end() => {
                Some(Sense { level: sense.level.opposite(), ..sense })
            }
            Some(_) => None,
            None => self.scale.nouns.contains(&Words::of(rest.text).all()).then_some(Sense::graded(Points::LOW)),
        }
    }

    /// Whether a `no` may be the answer or a negation: `No in-house team` under `Outsourced?`
    fn is_no_or_negation(self, words: &Words) -> bool {
        let is_high = |text: &str| self.sense(text).is_some_and(|sense| sense.level == Points::HIGH);
        words.prefixes().any(|(negation, rest)| {
            let is_answer = self.scale.words.get(&negation) == Some(&Points::HIGH);
            is_answer && self.reading.cell_negations.contains(&negation) && rest.is_close && is_high(rest.text)
        })
    }

    /// `highly repetitive`, `fully outsourced`. What is very medium says nothing, nor does what is not very important.
    fn strengthened(self, words: &Words) -> Option<Sense> {
        let mut stronger = words.prefixes().filter(|(prefix, _)| self.reading.strengtheners.contains(prefix));
        let rest = stronger.next_back().map(|(_, rest)| rest).filter(|rest| rest.is_close)?;
        self.word(rest.text).filter(|sense| sense.is_end()).map(|sense| Sense::graded(sense.level))
    }

    /// A level and what it is the level of: `high volume`, `full control`, `volume élevé`, `in-house team`.
    fn beside_noun(self, words: &Words) -> Option<Sense> {
        words.suffixes().chain(words.prefixes()).find_map(|(noun, rest)| {
            let is_noun = self.scale.nouns.contains(&noun);
            let is_negation = self.reading.cell_negations.contains(rest.text);
            if is_negation || !is_noun && !self.scale.beside.contains(&noun) {
                return None;
            }
            let degree = || self.degree(rest.text).filter(|_| is_noun).map(Sense::graded);
            self.sense(rest.text).or_else(degree)
        })
    }

    /// Two that say the same (`keep full`), or that are both so (`in-house and outsourced`).
    fn two(self, words: &Words) -> Option<Sense> {
        let count = words.spans.len();
        (1..count).find_map(|at| {
            let is_word = at > 1 && self.reading.together.contains(words.slice(at - 1..at));
            let other = words.slice(at..count);
            if !is_word && !words.gap(at).contains(['&', '+']) {
                // `purchased from a vendor`
                let is_filler = |at: usize| self.reading.fillers.contains(words.slice(at - 1..at));
                let end = if self.word(words.slice(0..at)).is_some() { Some(at) } else { None };
                let end = end.or_else(|| (1..at).rev().find(|end| !is_filler(*end)).filter(|_| is_filler(at)))?;
                let (one, other) = (self.word(words.slice(0..end))?, self.word(other)?);
                let are_close = (end..=at).all(|at| words.is_close(at));
                let is_said_twice = one.is_end() && one.level == other.level && are_close;
                return is_said_twice.then_some(Sense::graded(one.level));
            }
            let (one, other) = (self.sense(words.slice(0..at - usize::from(is_word)))?, self.sense(other)?);
            let are_both = [one, other].iter().all(|sense| sense.is_either_or && sense.is_end());
            if one.level == other.level {
                Some(Sense::graded(one.level))
            } else {
                are_both.then_some(Sense::graded(Points::MEDIUM))
            }
        })
    }

    /// A word for the middle before both ends: `developed with both contracting and in-house resources`. Of one of the ends
    /// another form of a known word is enough, for the two are told to be opposites.
    fn both(self, words: &Words) -> Option<Sense> {
        let count = words.spans.len();
        let word = |at: usize| words.slice(at..at + 1);
        let is_middle = |at: &usize| self.word(word(*at)).is_some_and(|sense| sense.level == Points::MEDIUM);
        let is_aside = |at: usize| self.reading.fillers.contains(word(at)) || self.scale.beside.contains(word(at));
        let middle = (0..count).find(is_middle).filter(|middle| (0..*middle).all(is_aside))?;
        let and = (middle + 2..count.checked_sub(1)?).find(|at| self.reading.together.contains(word(*at)))?;
        let takes_back = |phrase: String| {
            let Reading { cell_negations, negations_after, reservations, .. } = self.reading;
            [cell_negations, negations_after, reservations].iter().any(|list| list.contains(&phrase))
        };
        if words.phrases().any(takes_back) {
            return None;
        }
        let end = |from: usize, to: usize| {
            let known = (from + 1..=to).rev().find_map(|to| self.word(words.slice(from..to)));
            known.filter(|sense| sense.is_either_or && sense.is_end()).map(|sense| sense.level)
        };
        let are_opposed = match (end(middle + 1, and), end(and + 1, count)) {
            (Some(one), Some(other)) => one != other,
            (Some(one), None) => self.is_akin(word(and + 1), one.opposite()),
            (None, Some(other)) => self.is_akin(word(middle + 1), other.opposite()),
            (None, None) => false,
        };
        are_opposed.then_some(Sense::graded(Points::MEDIUM))
    }

    /// Whether a word is another form of one with a level: `contracting` beside `contracted`.
    fn is_akin(self, word: &str, level: Points) -> bool {
        const SHORTEST: usize = 7;
        self.scale.words.iter().filter(|(_, own)| **own == level).any(|(known, _)| {
            let same = known.chars().zip(word.chars()).take_while(|(one, other)| one == other).count();
            same >= SHORTEST && same * 3 >= word.chars().count() * 2
        })
    }

    /// A level with a reason or an explanation after it: `Yes - because …`, `High: …`. A remark that may take it back
    /// leaves nothing: `Yes - but only until 2026`, `High, not low`, `Medium (was High)`.
    fn with_remark(self, text: &str) -> Option<Points> {
        let mut ends: Vec<(usize, usize)> = BEFORE_REMARKS
            .iter()
            .flat_map(|between| text.match_indices(between).map(|(at, sign)| (at, at + sign.len())))
            .collect();
        ends.sort_unstable();
        ends.into_iter()
            .find_map(|(end, start)| {
                let level = self.sense(&text[..end])?.level;
                Some((level, &text[start..]))
            })
            .and_then(|(level, remark)| self.is_plain(remark, level).then_some(level))
    }

    /// An answer and whom the work went to, whose name begins with a capital letter: `Outsourced to Northmoor`, and not
    /// `Outsourced to date`.
    fn with_recipient(self, written: &str, folded: &str) -> Option<Points> {
        let words = Words::of(without_letters(folded));
        let count = words.spans.len();
        let word = |at: usize| words.slice(at..at + 1);
        let at = (1..count.checked_sub(1)?).find(|at| self.reading.given_to.contains(word(*at)))?;
        let mut tokens = written.split_whitespace().skip_while(|token| !self.reading.given_to.contains(&fold(token)));
        let is_capital = tokens.nth(1)?.starts_with(char::is_uppercase) && written.contains(char::is_lowercase);
        let level = self.sense(words.slice(0..at)).filter(|sense| sense.is_either_or)?.level;
        let name = words.slice(at + 1..count);
        let is_name = self.is_name(name) && !(at + 1..count).any(|at| self.reading.fillers.contains(word(at)));
        let is_sure = words.is_close(at) && words.is_close(at + 1) && !written.contains('?');
        (level == Points::LOW && is_capital && is_sure && is_name && self.is_plain(name, level)).then_some(level)
    }

    /// Whether a remark leaves a level as it is: no number, doubt, negation, reservation or other level stands in it.
    fn is_plain(self, remark: &str, level: Points) -> bool {
        let whole = remark.trim_end_matches(')').trim();
        if whole.contains(|c: char| c.is_ascii_digit() || c == '?') || self.reading.no_data.contains(whole) {
            return false;
        }
        let words = Words::of(whole);
        words.phrases().all(|phrase| {
            let lists = [&self.reading.cell_negations, &self.reading.negations_after, &self.reading.reservations];
            let is_other = |other: &Points| *other != level && phrase.chars().count() > 2;
            let is_unknown = phrase.contains(' ') && self.reading.no_data.contains(&phrase);
            let contradicts = self.scale.words.get(&phrase).is_some_and(is_other);
            !(is_unknown || contradicts || lists.iter().any(|list| list.contains(&phrase)))
        })
    }

    /// Whether a text can be a name: no word that is known here, and no answer.
    pub(super) fn is_name(self, folded: &str) -> bool {
        let words = Words::of(folded);
        let is_known = |phrase: &String| {
            let lists = [&self.reading.cell_negations, &self.reading.reservations, &self.reading.yes, &self.reading.no];
            lists.iter().any(|list| list.contains(phrase))
                || self.scale.beside.contains(phrase)
                || self.scale.words.contains_key(phrase)
        };
        folded.contains(char::is_alphabetic)
            && !folded.starts_with('#')
            && !words.phrases().any(|phrase| is_known(&phrase))
    }

    /// A text without the time of day at its end: `daily 19:00`, `weekly at 7 pm`.
    fn without_clock(self, text: &str) -> &str {
        let is_clock = |token: &str| {
            let parts: Vec<&str> = token.split([':', 'h']).collect();
            let are_digits =
                |part: &&str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
            match parts.as_slice() {
                [hour, minute] => are_digits(hour) && (are_digits(minute) || minute.is_empty()),
                [hour, minute, second] => [hour, minute, second].into_iter().all(are_digits),
                _ => false,
            }
        };
        let Some((mut rest, mut last)) = text.rsplit_once(' ') else { return text };
        let mut is_hour = false;
        if self.reading.ordinals.contains(last)
            && let Some((before, hour)) = rest.rsplit_once(' ')
        {
            (rest, last) = (before, hour);
            is_hour = last.len() <= 2 && last.bytes().all(|b| b.is_ascii_digit());
        }
        if !is_hour && !is_clock(last) {
            return text;
        }
        let words = Words::of(rest);
        let at = words.suffixes().rfind(|(suffix, _)| self.reading.at.contains(suffix));
        at.map_or(rest, |(_, before)| before.text).trim_end_matches([',', ' ', '@', '-', '('])
    }
}

/// A text without the letters that only count the answers: `a) Yes`, `(b) No`, `b) b) No`, `c. Partly`.
pub(super) fn without_letters(folded: &str) -> &str {
    let mut text = folded;
    loop {
        let mut rest = text.strip_prefix('(').unwrap_or(text).chars();
        let (letter, sign) = (rest.next(), rest.next());
        let rest = rest.as_str();
        let is_counting = letter.is_some_and(char::is_alphabetic)
            && (sign == Some(')') || sign == Some('.') && rest.starts_with(' '))
            && !rest.is_empty();
        if !is_counting {
            return text;
        }
        text = rest.trim_start();
    }
}

#[cfg(test)]
mod tests;
