//! Whether a line around a table speaks of which end of a scale means more, in words that state no scale.
//!
//! A header that gives only a range leaves its direction to custom. What speaks of it elsewhere is either understood by the
//! grammar of scales, or makes it doubtful: here it is only told from what is about other things.

use super::grammar::{Parser, Use};
use super::statement::{is_single, month, same};
use super::tokens::{Token, TokenKind};
use crate::rulebook::text::WordSet;
use crate::rulebook::{Legends, Points};

/// More words than this between the halves of a comparison, or between a number and its word, and they belong to others.
const NEAR: usize = 4;

impl Parser<'_> {
    /// Whether a line speaks of the direction of a scale with these ends.
    pub(super) fn speaks_of_direction(&self, ends: Option<(f64, f64)>) -> bool {
        let (low, high) = match ends {
            Some((low, high)) => (self.numbered(low), self.numbered(high)),
            None => (Vec::new(), Vec::new()),
        };
        let numerals = (0..self.tokens.len()).filter(|at| self.is_in(*at, |legends| &legends.numerals));
        let ends: Vec<usize> = low.iter().chain(&high).copied().chain(numerals).collect();
        let of_both = low.iter().any(|low| high.iter().any(|high| self.are_told_apart(*low, *high)));
        of_both
            || ends.iter().any(|at| self.is_tied(*at) || self.is_scored(*at))
            || (self.orders_a_scale() || self.compares_halves()) && !self.agrees_with_custom()
    }

    fn is_in(&self, at: usize, list: fn(&Legends) -> &WordSet<String>) -> bool {
        self.word(at).is_some_and(|word| list(&self.reading.legends).contains(word))
    }

    /// Where a number stands by itself, and is no part of a range, a date, a time or a code.
    fn numbered(&self, number: f64) -> Vec<usize> {
        let is_month = |at: usize| self.word(at).is_some_and(|word| month(word, self.reading).is_some());
        let is_part = |at: usize| {
            let is_joined_number = |next: usize| {
                self.tokens[next].is_joined
                    && self.tokens.get(next + 1).is_some_and(|other| other.is_joined && other.number().is_some())
            };
            let follows = at > 0 && self.tokens[at].is_joined && !self.tokens[at - 1].is_sign(&['"', '\'', '=', ':']);
            let goes_on = at + 1 < self.tokens.len() && is_joined_number(at + 1);
            follows || goes_on || is_month(at + 1) || at.checked_sub(1).is_some_and(is_month)
        };
        let is_there = |at: &usize| self.tokens[*at].number().is_some_and(|other| same(other, number));
        (0..self.tokens.len()).filter(|at| is_there(at) && self.is_free(*at) && !is_part(*at)).collect()
    }

    /// Whether both ends of a scale stand here, with words of their own: `1 (must keep) to 5 (can go)`.
    fn are_told_apart(&self, one: usize, other: usize) -> bool {
        let says = |at: usize| self.word(at).is_some_and(|word| !self.reading.fillers.contains(word));
        (one.min(other) + 1..one.max(other)).any(says)
    }

    /// Whether a number is tied to a degree, by a sign or a small word: `1 – critical to us`, `fives are low`.
    fn is_tied(&self, end: usize) -> bool {
        let links = |at: &usize| match self.tokens[*at].kind {
            TokenKind::Sign(sign) => !",;./&".contains(sign),
            TokenKind::Word => self.reading.fillers.contains(&self.tokens[*at].folded) || self.is_link(*at),
            _ => false,
        };
        let after = (end + 1..self.tokens.len()).take_while(links).take(NEAR).last();
        let before = (0..end).rev().take_while(links).take(NEAR).last();
        after.is_some_and(|link| self.is_degree(link + 1))
            || before.and_then(|link| link.checked_sub(1)).is_some_and(|at| self.is_degree(at))
    }

    fn is_link(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.reading.is.contains(word))
    }

    /// Whether something is said to be scored with a number, or a place in an order is: `scored 1`, `ranks: 1st`.
    fn is_scored(&self, end: usize) -> bool {
        let is_scale = |at: usize| self.is_scale_word(at);
        let passes =
            |at: &usize| !self.tokens[*at].is_word() || self.reading.fillers.contains(&self.tokens[*at].folded);
        let next = self.tokens.get(end + 1);
        // `5 points` says how many there are.
        let is_amount = next.is_some_and(|next| is_single(&self.reading.upward, &next.folded));
        let is_place = next.is_some_and(|next| next.is_joined && self.reading.ordinals.contains(&next.folded));
        let is_behind = (0..end).rev().find(|at| !passes(at)).is_some_and(is_scale);
        is_behind && !is_amount || is_place && (0..self.tokens.len()).any(is_scale)
    }

    /// A word for a scale; the first of a line may only say that it is a note.
    fn is_scale_word(&self, at: usize) -> bool {
        let is_note = || {
            let is_named = self.word(0).is_some_and(|word| self.reading.notes.iter().any(|note| *note == [word]));
            at == 0 && is_named && self.tokens.get(1).is_some_and(|next| next.is_sign(&[':']))
        };
        self.is_in(at, |legends| &legends.scale_words) && !is_note()
    }

    /// A word that puts numbers in order; `low-cost` is another.
    fn is_order(&self, at: usize) -> bool {
        self.is_in(at, |legends| &legends.orders) && !self.is_compound(at)
    }

    fn is_compound(&self, at: usize) -> bool {
        let joined = |at: usize| self.tokens.get(at).filter(|token| token.is_joined);
        joined(at + 1).is_some_and(|sign| sign.is_sign(&['-'])) && joined(at + 2).is_some_and(Token::is_word)
    }

    /// A word for more or less of something, whichever.
    fn is_degree(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|word| word.chars().count() > 1) else { return false };
        let reading = self.reading;
        let is_answer = [&reading.yes, &reading.no].iter().any(|list| list.contains(word));
        let is_level = || self.levels.and_then(|levels| levels.words.get(word)).is_some_and(|l| *l != Points::MEDIUM);
        let is_listed = reading.more.contains(word) || reading.less.contains(word);
        self.is_order(at)
            || (is_listed || is_level()) && !is_answer && !is_single(&reading.negations, word) && !self.is_compound(at)
    }

    /// Whether the numbers of a scale are put in order: `best mark`, `reverse coded`, `low numbers, high importance`.
    fn orders_a_scale(&self) -> bool {
        let all = || 0..self.tokens.len();
        let orders: Vec<usize> = all().filter(|at| self.is_order(*at)).collect();
        let is_figure = |at: usize| self.word(at).is_some_and(|word| self.reading.figures.contains(word));
        let is_beside = |at: &usize| is_figure(at + 1) || at.checked_sub(1).is_some_and(is_figure);
        !orders.is_empty() && all().any(|at| self.is_scale_word(at))
            || orders.iter().any(is_beside) && all().filter(|at| self.is_degree(*at)).count() > 1
    }

    /// `The lower the number, the more important`: a half that begins so and holds a degree, and another half.
    fn compares_halves(&self) -> bool {
        let opening = |at: usize| {
            let ends =
                self.reading.legends.the_more.iter().filter_map(|phrase| Some((phrase, self.phrase(at, phrase)?)));
            // `the lower` holds its degree itself.
            ends.map(|(phrase, end)| if phrase.len() > 1 { end - 1 } else { end }).max()
        };
        (0..self.tokens.len()).any(|at| {
            let from = opening(at);
            let degree = from.and_then(|from| (from..from + NEAR).find(|at| self.is_degree(*at)));
            degree.is_some_and(|degree| {
                (degree + 1..self.tokens.len()).any(|at| self.is_degree(at) || opening(at).is_some())
            })
        })
    }

    /// Whether all that a line says is that more is more, as custom has it: `the higher the number, the more important`.
    fn agrees_with_custom(&self) -> bool {
        let reading = self.reading;
        let halves: WordSet<&str> = reading.legends.the_more.iter().flatten().map(String::as_str).collect();
        let is_high = |word: &str| {
            reading.more.contains(word)
                || self.levels.and_then(|levels| levels.words.get(word)).is_some_and(|level| *level > Points::MEDIUM)
        };
        let is_known = |at: usize| {
            let Some(word) = self.word(at) else { return self.tokens[at].number().is_none() };
            let lists = [&reading.fillers, &reading.figures, &reading.is, &reading.legends.importance];
            let is_plain = lists.iter().any(|list| list.contains(word)) || self.is_scale_word(at);
            let is_own = self.uses[at] == Some(Use::Attribute);
            if self.is_degree(at) { is_high(word) } else { is_plain || is_own || halves.contains(word) }
        };
        (0..self.tokens.len()).all(is_known)
    }
}

#[cfg(test)]
mod tests {
    use crate::inventory::statements::{OfScale, Remarked, of_remark};
    use crate::rulebook::{Rulebook, load_default};

    fn said(line: &str, rulebook: &Rulebook) -> Remarked {
        let id = rulebook.attribute_named("control").expect("an attribute");
        let rule = rulebook.attribute(id).rule().expect("a column");
        of_remark(line, &[rule], "Control (1-5)", Some((1.0, 5.0)), &rulebook.reading)
    }

    fn speaks(line: &str, rulebook: &Rulebook) -> bool {
        said(line, rulebook).of_scale == OfScale::Doubt
    }

    #[test]
    fn lines_speak_of_a_direction_or_of_other_things() {
        let rulebook = load_default();
        for line in [
            "1 - Critical to us",
            "The lower the number, the higher the rating",
            "Je kleiner die Zahl, desto wichtiger",
            "Plus la note est basse, plus la fonction est importante",
            "Cuanto menor el número, mayor la importancia",
            "Quanto menor, mais importante",
            "Scores are ranks: 1st place comes first",
            "Critical items are scored 1, irrelevant ones 5",
            "One = high, five = low",
            "\"1\" high \"5\" low",
            "Best mark: 1",
            "1 (must keep) – 5 (can go)",
            "1★ = critical",
            "Reverse coded",
            "Scale is inverted in this sheet",
            "Fives are low",
            "Smaller figures show greater control",
            "Die Skala ist umgekehrt",
            "Échelle inversée",
            "Escala invertida",
            "Cinco = bajo",
        ] {
            assert!(speaks(line, &rulebook), "{line}");
        }
        for line in [
            "Status as of March 2024",
            "Contact: Anna Schmidt, tel. 1 234 5",
            "Contract period: 5 years",
            "High-level overview of functions",
            "High volume and low cost functions are candidates for outsourcing",
            "Rating scale: 1 to 5",
            "Please rate each function from 1 to 5",
            "Scores as of 5 March 2024",
            "Page 1 of 5",
            "Note: low volumes are estimated",
            "Scale: 5 points",
            "Top 5 functions",
            "1 - Inventory of functions",
            "Number of functions: 5",
            "Ratings agreed in workshop 1",
            "Bewertung der Funktionen durch die Fachbereiche",
            "The higher the number, the more important",
        ] {
            assert!(!speaks(line, &rulebook), "{line}");
        }
    }

    #[test]
    fn a_scale_beside_an_order_and_an_end_beside_a_degree_are_never_passed_over() {
        let rulebook = load_default();
        let reading = &rulebook.reading;
        let is_more = |word: &String| reading.more.contains(word);
        for order in reading.legends.orders.iter().filter(|order| !is_more(order)) {
            for scale in &reading.legends.scale_words {
                let line = format!("A {scale} is {order} here");
                assert!(speaks(&line, &rulebook), "{line}");
            }
            let numerals = reading.legends.numerals.iter().map(String::as_str);
            for end in numerals.chain(["1", "5"]) {
                for line in [format!("{end} : {order}"), format!("Here {end} are {order}"), format!("{order} = {end}")]
                {
                    let said = said(&line, &rulebook);
                    assert!(said.of_scale == OfScale::Doubt || said.statement.speaks_of_scale(), "{line}");
                }
            }
        }
    }
}
