//! Which words of a text are accounted for by what they are, and which are left over.

use super::grammar::{Parser, Subject, Use};
use super::statement::is_single;
use super::tokens::TokenKind;
use crate::rulebook::{ColumnRule, Numbers, Reading};

impl Parser<'_> {
    /// Words from lists: fillers, languages, and those that make numbers ratings.
    pub(super) fn lists(&mut self) {
        let mut last_answer = None;
        for at in 0..self.tokens.len() {
            let (reading, is_word) = (self.reading, self.tokens[at].is_word());
            if !is_word {
                continue;
            }
            let word = self.tokens[at].folded.clone();
            let word = word.as_str();
            // It may stand in the attribute's own name: `Volume rating`.
            let is_rating = is_single(&reading.upward, word) || is_single(&reading.ratings, word);
            if self.found.rating.is_none() && (is_rating || reading.ranks.contains(word)) {
                self.found.rating = Some(self.tokens[at].text.to_owned());
            }
            if !self.is_free(at) {
                continue;
            }
            if let Some(end) = self.answer_of_several(at) {
                self.mark(at..=end, Use::Filler);
                last_answer = Some(end);
                continue;
            }
            let is_amount = !self.is_stock && reading.of_amounts.contains(word);
            let lists = [&reading.fillers, &reading.about, &reading.between, &reading.is];
            // `Note: 1 = low`
            let is_note = self.is_remark() && at == 0 && reading.notes.iter().any(|note| *note == [word]);
            let is_listed =
                lists.iter().any(|list| list.contains(word)) && !self.is_unit_letter(at) && !self.is_code(at);
            let is_filler = is_note || is_amount || is_listed || self.is_answer(at, word, last_answer);
            // Amounts and counts are the same in all languages: `Cost (IT)` is a part.
            let is_language = || {
                self.levels.is_some_and(|levels| levels.numbers == Numbers::Rating)
                    && reading.languages.iter().any(|language| language == word)
            };
            // `Volume (no.)`; without its point it may be a no.
            let has_point = self.tokens.get(at + 1).is_some_and(|next| next.is_joined && next.is_sign(&['.']));
            let is_clear =
                has_point && (!self.is_stock || self.levels.is_none()) || !reading.cell_negations.contains(word);
            let is_short_for_number = is_clear && reading.numbers_of.contains(word);
            if is_filler || is_language() || is_short_for_number {
                self.mark([at], Use::Filler);
            } else if is_rating {
                self.mark([at], Use::Rating);
            }
        }
    }

    /// Whether a word is written as countries and departments are, `DE` or `IT`, among others that are not.
    fn is_code(&self, at: usize) -> bool {
        let text = self.tokens[at].text;
        let is_capital = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        is_capital && self.tokens.iter().any(|token| token.text.contains(char::is_lowercase))
    }

    /// Whether a letter may be short for a unit, and is none of the little words that are a letter long: `/ d`, `p.d.`, and
    /// not `d'activité`.
    fn is_unit_letter(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let is_behind =
            at > 0 && (self.tokens[at - 1].is_sign(&['/']) || token.is_joined && self.tokens[at - 1].is_sign(&['.']));
        let is_elided = || self.tokens.get(at + 1).is_some_and(|next| next.is_sign(&['\'', '\u{2019}']));
        let is_vowel = || token.folded.starts_with(['a', 'e', 'i', 'o', 'u', 'y']);
        let is_year = is_behind && self.reading.per_year.contains(&token.folded);
        token.text.chars().count() == 1 && !is_year && (is_behind || !is_vowel() && !is_elided())
    }

    /// Where an answer of several words ends that a header lists: `(In-house, Both, Outsourced)`.
    fn answer_of_several(&self, at: usize) -> Option<usize> {
        const MOST: usize = 5;
        let words = &self.levels?.words;
        let (mut end, mut answer) = (at, vec![self.word(at).filter(|_| !self.is_near(at))?]);
        while answer.len() < MOST {
            end += 1 + usize::from(self.tokens.get(end + 1)?.is_sign(&['-']));
            answer.push(self.word(end).filter(|_| self.tokens[end].bracket == self.tokens[at].bracket)?);
            if [" ", "-"].iter().any(|between| words.contains_key(&answer.join(between))) {
                return Some(end).filter(|end| self.is_in_list(at, *end));
            }
        }
        None
    }

    /// Whether an answer stands among others, and is not what the header says of its attribute: `Hors cœur de métier`.
    fn is_in_list(&self, start: usize, end: usize) -> bool {
        let is_name = |at: usize| self.uses.get(at) == Some(&Some(Use::Attribute));
        let is_sign = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_sign(&['/', ',', '|']));
        // `Core or non core`
        let is_second = || start > 1 && self.uses[start - 1] == Some(Use::Filler) && is_name(start - 2);
        !(start..=end).any(is_name) || is_sign(end + 1) || start > 0 && is_sign(start - 1) || is_second()
    }

    /// Whether a word is one of the answers that a header lists: `(High / Medium / Low)`.
    fn is_answer(&self, at: usize, word: &str, last: Option<usize>) -> bool {
        let flags = [&self.reading.yes, &self.reading.no];
        let degrees = [&self.reading.more, &self.reading.less];
        let is_flag = |word: &str| flags.iter().any(|list| list.contains(word));
        let is_known = |word: &str| {
            is_flag(word)
                || degrees.iter().any(|list| list.contains(word))
                || self.levels.is_some_and(|levels| levels.words.contains_key(word))
        };
        let neighbours = [at.checked_sub(2), at.checked_sub(1), Some(at + 1), Some(at + 2)];
        // The attribute's name is an answer only among others: `Core / commodity`, and not `Secondary to core business`.
        let is_listed = |other: usize| {
            let is_name = self.uses.get(other) == Some(&Some(Use::Attribute));
            !is_name || self.tokens[usize::midpoint(at, other)].is_sign(&['/', ',', '|'])
        };
        let is_beside = |other: usize| {
            let begins = || other > at && self.answer_of_several(other).is_some();
            last == Some(other) || self.word(other).is_some_and(is_known) && is_listed(other) || begins()
        };
        // `If yes, which?`
        let is_condition = is_flag(word) && at > 0 && self.uses[at - 1] == Some(Use::Filler);
        is_known(word) && (is_condition || neighbours.into_iter().flatten().any(is_beside)) && !self.is_near(at)
    }

    /// What is counted: a word for such, `(calls)`, or any beside a period or a power of ten, `thousand invoices`.
    pub(super) fn counted(&mut self) {
        const MOST: usize = 3;
        let is_counted = |at: usize| self.word(at).is_some_and(|word| self.reading.counted.contains(word));
        let is = |at: Option<usize>, uses: Use| at.and_then(|at| self.uses.get(at)).is_some_and(|u| *u == Some(uses));
        let mut found: Vec<usize> = Vec::new();
        for at in 0..self.tokens.len() {
            let is_name = |at: usize| self.word(at).is_some() && self.is_free(at);
            let run = (at..self.tokens.len()).take_while(|at| is_name(*at)).count();
            let before = at.checked_sub(1);
            if run == 0 || before.is_some_and(is_name) {
                continue;
            }
            if (at..at + run).all(is_counted) {
                found.extend(at..at + run);
                continue;
            }
            // `max per day`
            if run > MOST || (at..at + run).any(|at| self.is_measure(at)) {
                continue;
            }
            let one_bracket = |other: usize| self.tokens[other].bracket == self.tokens[at].bracket;
            let after = Some(at + run).filter(|after| *after < self.tokens.len() && one_bracket(*after));
            let is_named = is(after, Use::Period) || is(before, Use::Unit) && before.is_some_and(one_bracket);
            if is_named {
                found.extend(at..at + run);
            }
        }
        let words: Vec<&str> = found.iter().map(|at| self.tokens[*at].text).collect();
        self.found.counted = (!words.is_empty()).then(|| words.join(" "));
        self.mark(found, Use::Counted);
    }

    /// A header that none of the attribute's names stands in was taken for it for another reason: its words are the name.
    pub(super) fn named_otherwise(&mut self) {
        if self.uses.contains(&Some(Use::Attribute)) && self.subject != Subject::Stated {
            return;
        }
        let own: Vec<usize> = (0..self.tokens.len())
            .filter(|at| {
                (self.tokens[*at].bracket == 0 || self.subject == Subject::Stated)
                    && self.word(*at).is_some()
                    && !self.is_near(*at)
            })
            .collect();
        self.mark(own, Use::Attribute);
    }

    /// Whether a token stands beside a digit, a scale, a unit or a period, or in one bracket with one.
    pub(super) fn is_near(&self, at: usize) -> bool {
        let bracket = self.tokens[at].bracket;
        // A remark may be about ratings and amounts alike, and each column takes what is said of its own kind.
        let is_rated = self.levels.is_some_and(|levels| levels.numbers == Numbers::Rating);
        let is_strong = |other: usize| {
            other != at
                && self.tokens[other].bracket == bracket
                && match self.uses[other] {
                    Some(Use::Scale) => !(self.is_remark() && self.is_money),
                    Some(Use::Unit | Use::Period) => !(self.is_remark() && is_rated),
                    None => self.tokens[other].number().is_some(),
                    _ => false,
                }
        };
        if bracket > 0 {
            return (0..self.tokens.len()).any(is_strong);
        }
        let passes = |other: &usize| {
            let is_sign = matches!(self.tokens[*other].kind, TokenKind::Sign(sign) if sign != ';');
            is_sign || self.uses[*other] == Some(Use::Filler)
        };
        let after = (at + 1..self.tokens.len()).find(|other| !passes(other));
        let before = (0..at).rev().find(|other| !passes(other));
        let one_line = |other: &usize| self.tokens[*other].line == self.tokens[at].line;
        [before, after].into_iter().flatten().filter(one_line).any(is_strong)
    }

    /// The words that parts of amounts are called by: `Europe`, `external`.
    pub(super) fn parts(&self) -> Vec<usize> {
        let end = |at: usize| self.reading.parts.iter().flatten().filter_map(|phrase| self.phrase(at, phrase)).max();
        (0..self.tokens.len()).filter_map(|at| Some(at..end(at)?)).flatten().collect()
    }

    /// Words of the attribute's names apart from these: `Annual cost (operating)`.
    pub(super) fn own_words(&mut self, rule: &ColumnRule) {
        let is_own = |word: &str| rule.headers.iter().flatten().any(|own| own == word);
        let is_plain = |at: usize| !self.is_measure(at) && !self.is_unit_letter(at);
        let own = (0..self.tokens.len()).filter(|at| self.word(*at).is_some_and(is_own) && is_plain(*at));
        self.mark(own.collect::<Vec<_>>(), Use::Attribute);
    }

    /// Whether a word tells how much of something there is, and not what it is: `max`, `high`, `over`.
    fn is_measure(&self, at: usize) -> bool {
        let Reading { most, at_most, at_least, .. } = self.reading;
        let is_bound = |word: &str| [most, at_most, at_least].iter().any(|list| list.contains(word));
        self.meant(at, at + 1).is_some() || self.word(at).is_some_and(is_bound)
    }

    /// Collects what is left over. Beside amounts and counts any word may say what they are, but for one that parts are called by.
    pub(super) fn leave(&mut self, rule: Option<&ColumnRule>) {
        let are_amounts = rule.is_some_and(|rule| rule.kind.has_unit());
        let are_answers = self.subject == Subject::Column
            && rule.is_some_and(|rule| rule.kind.levels().is_some() && !rule.kind.is_count());
        let parts = rule.filter(|rule| rule.kind.comes_in_parts()).map_or(Vec::new(), |_| self.parts());
        let own = (0..self.tokens.len())
            .find(|at| self.uses[*at] == Some(Use::Attribute))
            .or(self.tokens.len().checked_sub(1));
        let own_line = own.map_or(0, |at| self.tokens[at].line);
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            // A raised digit behind the name is a footnote's.
            let is_note = token.is_joined && at > 0 && self.uses[at - 1] == Some(Use::Attribute);
            let is_telling = token.is_telling_sign() && !is_note || token.is_unknown_currency();
            if !self.is_free(at) || matches!(token.kind, TokenKind::Sign(_)) && !is_telling {
                continue;
            }
            // A number alone at the end only counts the column among others.
            let is_divided = at > 0 && self.tokens[at - 1].is_sign(&['/', '*', '\u{d7}']);
            let is_position = !is_divided
                && token.number().is_some_and(|number| number < 100.0)
                && token.bracket == 0
                && at + 1 == self.tokens.len()
                && !self.is_near(at);
            let text = token.text.to_owned();
            // A group of columns may be called anything.
            let is_group = token.line < own_line;
            let is_amount = are_amounts && !is_group && !parts.contains(&at);
            let is_word = token.is_word() && (is_amount || self.is_near(at));
            let is_left = token.number().is_some() && !is_position || is_word || is_telling && !is_group;
            let may_qualify = are_answers && (!is_group || self.turns_scale(at));
            if !is_left && is_group {
                continue;
            }
            if let Some(own) = own.filter(|own| may_qualify && self.qualifies(at, *own)) {
                let is_of_yes = self.is_of_yes(at, own);
                let list = if is_of_yes { &mut self.found.beside_yes } else { &mut self.found.qualifiers };
                if !list.contains(&text) {
                    list.push(text.clone());
                }
                if !is_of_yes && !is_left {
                    continue;
                }
            }
            let list = if is_left { &mut self.found.left } else { &mut self.found.aside };
            if !list.contains(&text) {
                list.push(text);
            }
        }
    }
}
