//! What a text says of a scale: its ends, and which of them means more.

use super::grammar::{Parser, Use};
use super::statement::{Meant, is_single, is_year};
use super::tokens::Token;
use crate::rulebook::{Numbers, Points};

/// A phrase of more words is a sentence.
const LONGEST: usize = 6;

impl Parser<'_> {
    pub(super) fn scales(&mut self) {
        self.per_cent();
        let numbers: Vec<(usize, f64)> = (0..self.tokens.len())
            .filter(|at| self.is_free(*at))
            .filter_map(|at| Some((at, self.tokens[at].number().filter(|number| !is_year(*number))?)))
            .collect();
        for (at, number) in &numbers {
            self.range(*at, *number);
        }
        for (at, number) in &numbers {
            self.tie(*at, *number);
        }
        if let [(at, number)] = numbers.as_slice() {
            self.out_of(*at, *number);
        }
        self.comparison();
    }

    fn per_cent(&mut self) {
        for at in 0..self.tokens.len() {
            let is_word = self.word(at).is_some_and(|word| self.reading.percent.contains(word));
            if is_word || self.tokens[at].is_sign(&['%']) {
                self.found.scale.is_percent = true;
                self.mark([at], Use::Scale);
            }
        }
    }

    /// `1-5`, `1 to 5`, `1 … 5`
    fn range(&mut self, at: usize, from: f64) {
        let Some(to) = self.tokens.get(at + 2).and_then(Token::number) else { return };
        let between = &self.tokens[at + 1];
        let is_between = between.is_sign(&['-', '\u{2026}', '~'])
            || between.is_word() && self.reading.between.contains(&between.folded);
        let one_bracket = self.tokens[at].bracket == self.tokens[at + 2].bracket;
        // `2024-01-31` is a day.
        let is_dash = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_sign(&['-']) && token.is_joined);
        let is_number = |at: usize| self.tokens.get(at).is_some_and(|token| token.number().is_some());
        let is_day = at > 1 && is_dash(at - 1) && is_number(at - 2) || is_dash(at + 3) && is_number(at + 4);
        if is_between && one_bracket && !is_day && self.found.scale.range.is_none() {
            self.found.scale.range = Some((from, to));
            self.mark(at..=at + 2, Use::Scale);
        }
    }

    /// A number and the words that say what it means: `1 = high`, `high: 5`, `5 (very high)`, `low (1)`, `1 being most`.
    fn tie(&mut self, at: usize, number: f64) {
        let is_link = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.is_sign(&['=', ':', '>']) || token.is_word() && self.reading.is.contains(&token.folded)
            })
        };
        let bracket = self.tokens[at].bracket;
        let in_next = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_word() && token.bracket > bracket);
        let (start, is_linked) = match () {
            () if is_link(at + 1) || self.is_dash(at + 1) => (at + 2, true),
            () if in_next(at + 1) => (at + 1, true),
            () => (at + 1, false),
        };
        let end = self.phrase_end(start);
        // Beside `1-5` a word without a sign may belong to either end.
        let is_in_range = self.uses[at].is_some();
        // `-1 = unknown` is none of its numbers.
        let is_negative =
            at.checked_sub(1).is_some_and(|before| self.tokens[before].is_sign(&['-']) && self.is_free(before));
        if end > start && is_linked && !is_negative && self.is_no_answer(start, end) {
            self.found.scale.unanswered.push(number);
            return self.mark(at..end, Use::Scale);
        }
        if end > start && (is_linked || !is_in_range) {
            // Without a sign between them, `3 m` is three of something.
            let is_told = |meant: &Meant| {
                is_linked || *meant != Meant::Middle && (end > start + 1 || self.tokens[start].text.len() > 2)
            };
            match self.meant(start, end).filter(is_told) {
                Some(meant) => return self.tied(number, meant, at..end),
                // What is told behind the number is not looked for in front of it.
                None if is_link(at + 1) => {
                    self.found.scale.open.push(number);
                    return self.mark([at, at + 1], Use::Scale);
                }
                None => {}
            }
        }
        let alone = self.tokens.get(at + 1).is_none_or(|next| next.bracket != bracket) && bracket > 0;
        let (before, is_linked) = match at.checked_sub(1) {
            Some(before) if self.tokens[before].is_sign(&['=', ':', '>']) => (before.checked_sub(1), true),
            Some(before) if alone && self.tokens[before].bracket < bracket => (Some(before), true),
            before => (before, false),
        };
        let Some(last) = before.filter(|_| is_linked) else { return };
        let start = self.phrase_start(last);
        if start > last {
            return;
        }
        if let Some(meant) = self.meant(start, last + 1) {
            self.tied(number, meant, start..at + 1);
        }
    }

    /// Whether a dash stands among blanks before a word: `1 - high`.
    fn is_dash(&self, at: usize) -> bool {
        let is_alone = |at: usize| self.tokens.get(at).is_some_and(|token| !token.is_joined);
        self.tokens.get(at).is_some_and(|token| token.is_sign(&['-']))
            && is_alone(at)
            && is_alone(at + 1)
            && self.word(at + 1).is_some()
    }

    /// Whether words say that there is no answer. `None` is one, and so is `none` of a thing.
    fn is_no_answer(&self, start: usize, end: usize) -> bool {
        let between = |at: usize| if at > start && !self.tokens[at].is_joined { " " } else { "" };
        let text: String = (start..end).flat_map(|at| [between(at), self.tokens[at].text]).collect();
        self.reading.is_no_data(&text) && (end > start + 1 || self.meant(start, end).is_none())
    }

    fn tied(&mut self, number: f64, meant: Meant, at: std::ops::Range<usize>) {
        self.found.scale.ties.push((number, meant));
        self.mark(at, Use::Scale);
    }

    /// Where the words of a phrase end that begins here.
    pub(super) fn phrase_end(&self, start: usize) -> usize {
        let Some(first) = self.tokens.get(start) else { return start };
        let belongs = |at: &usize| {
            let token = &self.tokens[*at];
            let is_hyphen = token.is_sign(&['-', '\'', '/'])
                && token.is_joined
                && self.tokens.get(at + 1).is_some_and(|next| next.is_word() && next.is_joined);
            let ends_range = self.tokens.get(at + 1).is_some_and(|next| next.number().is_some())
                && token.is_word()
                && self.reading.between.contains(&token.folded);
            (token.is_word() || is_hyphen) && !ends_range && token.bracket == first.bracket && token.line == first.line
        };
        let length = (start..self.tokens.len()).take_while(belongs).count();
        start + if length > 2 * LONGEST { 0 } else { length }
    }

    /// Where the words of a phrase begin that ends here.
    pub(super) fn phrase_start(&self, last: usize) -> usize {
        let belongs = |at: &usize| {
            let token = &self.tokens[*at];
            let is_hyphen = token.is_sign(&['-']) && token.is_joined;
            (token.is_word() && !self.reading.between.contains(&token.folded) || is_hyphen)
                && token.bracket == self.tokens[last].bracket
                && token.line == self.tokens[last].line
        };
        let length = (0..=last).rev().take_while(belongs).count();
        if length > LONGEST { last + 1 } else { last + 1 - length }
    }

    /// Which end of a scale words mean; none where one of them is not understood.
    pub(super) fn meant(&self, start: usize, end: usize) -> Option<Meant> {
        let words: Vec<&str> = (start..end).filter_map(|at| self.word(at)).collect();
        let by_level = |level: Points| match level.value() {
            0..50 => Meant::Less,
            50 => Meant::Middle,
            _ => Meant::More,
        };
        let level = |text: &str| self.levels.and_then(|levels| levels.words.get(text)).copied().map(by_level);
        let whole = [words.join(" "), words.join("-")];
        if let Some(meant) = whole.iter().find_map(|text| level(text)) {
            return Some(meant);
        }
        let (mut found, mut is_negated, mut is_middle, mut is_very) = (None, false, false, false);
        for at in start..end {
            let Some(word) = self.word(at) else { continue };
            let reading = self.reading;
            let meant = match (reading.more.contains(word), reading.less.contains(word)) {
                (true, _) => Some(Meant::More),
                (_, true) if self.is_negation(word) && words.len() > 1 => None,
                (_, true) => Some(Meant::Less),
                _ => level(word),
            };
            match meant {
                Some(Meant::Middle) => is_middle = true,
                Some(meant) if found.is_none_or(|found| found == meant) => found = Some(meant),
                Some(_) => return None,
                None if self.is_negation(word) => is_negated = true,
                None => {
                    is_very |= reading.very.contains(word);
                    let is_known = reading.very.contains(word)
                        || reading.fillers.contains(word)
                        || self.uses[at] == Some(Use::Attribute);
                    if !is_known {
                        return None;
                    }
                }
            }
        }
        match (found, is_negated) {
            (Some(Meant::More) | None, true) => Some(Meant::Less),
            (Some(Meant::Less), true) => Some(Meant::More),
            (Some(meant), false) => Some(meant),
            // `very important`
            (None, false) if is_very && is_middle => Some(Meant::More),
            (None, false) => is_middle.then_some(Meant::Middle),
            (Some(Meant::Middle), true) => None,
        }
    }

    fn is_negation(&self, word: &str) -> bool {
        is_single(&self.reading.negations, word)
    }

    /// The top of a scale that starts at 0: `out of 10`, `/10`, `max. 10`.
    fn out_of(&mut self, at: usize, number: f64) {
        if self.uses[at].is_some() {
            return;
        }
        let before = |back: usize| at.checked_sub(back).and_then(|at| self.word(at));
        let is_sign =
            |back: usize, signs: &[char]| at.checked_sub(back).is_some_and(|at| self.tokens[at].is_sign(signs));
        let is_most = |word: Option<&str>| word.is_some_and(|word| self.reading.most.contains(word));
        let phrase = self
            .reading
            .out_of
            .iter()
            .find(|phrase| phrase.iter().rev().zip(1..).all(|(word, back)| before(back) == Some(word.as_str())));
        let length = match () {
            () if is_sign(1, &['/']) || is_most(before(1)) => 1,
            () if is_sign(1, &['.']) && is_most(before(2)) => 2,
            () => match phrase {
                Some(phrase) => phrase.len(),
                None => return,
            },
        };
        // A thousand is no scale, and neither is what a count is divided by.
        let is_count = self.levels.is_some_and(|levels| levels.numbers != Numbers::Rating);
        if is_count && is_sign(1, &['/']) && self.tokens[at].bracket == 0 {
            return;
        }
        if self.reading.magnitude(self.tokens[at].text).is_some() {
            return;
        }
        self.found.scale.out_of = Some(number);
        self.mark(at - length..=at, Use::Scale);
    }

    /// That larger is more or less without a number: `lower is more`, `higher number = higher importance`.
    fn comparison(&mut self) {
        for at in 0..self.tokens.len() {
            let is_link = self.tokens[at].is_sign(&['=', '>'])
                || self.word(at).is_some_and(|word| self.reading.is.contains(word));
            let (Some(before), true) = (at.checked_sub(1), is_link && self.is_free(at)) else { continue };
            let (start, end) = (self.phrase_start(before), self.phrase_end(at + 1));
            if start > before || end <= at + 1 {
                continue;
            }
            let free = |from: usize, to: usize| (from..to).all(|at| self.tokens[at].number().is_none());
            let both = (self.meant(start, at), self.meant(at + 1, end));
            let is_known = |at: usize| {
                self.uses[at].is_some() || self.word(at).is_none_or(|word| self.reading.fillers.contains(word))
            };
            if self.is_remark()
                && matches!(both, (Some(Meant::Less | Meant::More), None))
                && free(start, end)
                && !(at + 1..end).all(is_known)
            {
                self.found.scale.compares_otherwise = true;
            }
            if let (Some(first @ (Meant::Less | Meant::More)), Some(second @ (Meant::Less | Meant::More))) = both
                && free(start, end)
            {
                let words: Vec<&str> = (start..at).filter_map(|at| self.word(at)).collect();
                let is_level = self.levels.is_some_and(|levels| levels.words.contains_key(words.join(" ").as_str()));
                if is_level && first != second {
                    self.found.scale.words_turned_by = Some("its header".to_owned());
                }
                self.found.scale.is_upward = Some(first == second);
                self.mark(start..end, Use::Scale);
            }
        }
    }
}
