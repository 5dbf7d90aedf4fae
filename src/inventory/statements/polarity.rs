//! Words of a header that turn its answers round, or leave open what they mean.
//!
//! Beside a yes, a word that nobody understands may say anything: `Outside core business`, `Core: exempt`. So it is harmless
//! only where its place tells that it says nothing of the answers.

use super::grammar::{Parser, Use};
use super::statement::{Meant, is_single};
use super::tokens::Token;
use crate::rulebook::Points;
use crate::rulebook::text::WordSet;

impl Parser<'_> {
    /// Words that turn the answers round: `non-core`, `no control needed`.
    pub(super) fn negations(&mut self) {
        for at in 0..self.tokens.len() {
            let ends = self.reading.negations.iter().filter_map(|phrase| self.phrase(at, phrase));
            let Some(end) = ends.max().filter(|_| self.is_free(at)) else { continue };
            // `No` alone is an answer: `(Yes, Partly, No)`.
            let next = if self.tokens.get(end).is_some_and(|token| token.is_sign(&['-'])) { end + 1 } else { end };
            let ends_word = at > 0 && self.tokens[at - 1].is_sign(&['-']) && self.tokens[at].is_joined;
            let one_bracket = |next: usize| self.tokens[next].bracket == self.tokens[at].bracket;
            let has_word = self.word(next).is_some() && one_bracket(next);
            if !(ends_word || has_word) {
                continue;
            }
            let words: Vec<&str> = self.tokens[at..end].iter().map(|token| token.text).collect();
            self.found.negation.get_or_insert_with(|| words.join(" "));
            self.mark(at..end, Use::Negation);
        }
    }

    /// Answers that a bracket lists, and nothing besides: `(H/M/L)`.
    pub(super) fn listed_answers(&mut self) {
        let Some(levels) = self.levels else { return };
        let reading = self.reading;
        let is_answer = |word: &str| {
            levels.words.contains_key(word) || [&reading.yes, &reading.no].iter().any(|list| list.contains(word))
        };
        for bracket in 1..=self.tokens.iter().map(|token| token.bracket).max().unwrap_or(0) {
            let inside: Vec<usize> = (0..self.tokens.len()).filter(|at| self.tokens[*at].bracket == bracket).collect();
            let words = inside.iter().filter(|at| self.word(**at).is_some_and(is_answer)).count();
            let signs = inside.iter().filter(|at| self.tokens[**at].is_sign(&['/', ',', '|'])).count();
            if words > 1 && words + signs == inside.len() {
                self.mark(inside, Use::Filler);
            }
        }
    }

    /// Answers that are tied to the other thing: `Core (No) / Support (Yes)`, `Yes = support`.
    pub(super) fn answers(&mut self) {
        for at in 0..self.tokens.len() {
            let is_in = |list: &WordSet<String>| self.word(at).is_some_and(|word| list.contains(word));
            let (is_yes, is_no) = (is_in(&self.reading.yes), is_in(&self.reading.no));
            if !(is_yes || is_no) || !self.is_free(at) {
                continue;
            }
            let Some((start, end)) = self.tied_to(at) else { continue };
            let is_name = (start..end).all(|at| self.uses[at] == Some(Use::Attribute));
            let agrees = match self.meant(start, end) {
                Some(Meant::More) => is_yes,
                Some(Meant::Less) => is_no,
                Some(Meant::Middle) => false,
                None => is_name && is_yes,
            };
            if !agrees {
                self.found.degree.get_or_insert_with(|| self.tokens[at].text.to_owned());
            }
        }
    }

    /// The words that an answer is tied to, by a sign or by standing alone in a bracket behind them.
    fn tied_to(&self, at: usize) -> Option<(usize, usize)> {
        let bracket = self.tokens[at].bracket;
        let is_sign = |at: usize, signs: &[char]| self.tokens.get(at).is_some_and(|token| token.is_sign(signs));
        let is_alone = bracket > 0 && self.tokens.iter().filter(|token| token.bracket == bracket).count() == 1;
        let (start, end) = match at.checked_sub(1) {
            _ if is_sign(at + 1, &['=', ':']) => (at + 2, self.phrase_end(at + 2)),
            Some(before) if is_alone => (self.phrase_start(before), at),
            Some(sign) if is_sign(sign, &['=']) => (self.phrase_start(sign.checked_sub(1)?), sign),
            _ => return None,
        };
        (start < end).then_some((start, end))
    }

    /// Whether a word that is left over may change what answers mean, in a header whose name begins at `own`.
    pub(super) fn qualifies(&self, at: usize, own: usize) -> bool {
        let token = &self.tokens[at];
        if self.is_of_legend(at) {
            return false;
        }
        let is_low = self.is_low(at);
        let is_beside = |word: &str| self.levels.is_some_and(|levels| levels.beside.contains(word));
        let is_title = || (at..own).any(|at| self.parts_sections(at));
        let is_harmless = || {
            is_title()
                || is_beside(&token.folded)
                || self.is_ending(at)
                || self.is_shared_with(at)
                || self.is_asked(at, own)
                || self.is_name_in_bracket(at)
                || self.is_in_question()
                || self.reading.legends.scale_words.contains(&token.folded)
        };
        token.is_word() && (is_low || !is_harmless())
    }

    /// Whether it belongs to what a bracket says of a level: `(high = core, low = support)`.
    fn is_of_legend(&self, at: usize) -> bool {
        let bracket = self.tokens[at].bracket;
        let is_equal = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_sign(&['=']));
        let start = if is_equal(at + 1) { at } else { self.phrase_start(at).saturating_sub(2) };
        let is_level = self.word(start).is_some_and(|word| self.levels.is_some_and(|l| l.words.contains_key(word)));
        bracket > 0 && self.tokens[start].bracket == bracket && is_level && is_equal(start + 1)
    }

    fn is_low(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_low_level =
                || self.levels.and_then(|l| l.words.get(word)).is_some_and(|level| *level < Points::MEDIUM);
            self.reading.less.contains(word) || is_low_level()
        })
    }

    /// Whether a word that qualifies may change what a yes means, and not how much there is: it stands in a bracket, right before
    /// the name, or in a phrase of its own behind it. `Lack of strategic value` and `Strategic value lost` leave both open.
    pub(super) fn is_of_yes(&self, at: usize, own: usize) -> bool {
        let is_used = |at: usize, used: Use| self.uses.get(at) == Some(&Some(used));
        let is_sign = |at: usize| self.tokens.get(at).is_some_and(|token| !token.is_word() && token.number().is_none());
        let is_in_bracket = self.tokens[at].bracket != self.tokens[own].bracket;
        let is_before = at < own && !(at..own).any(|between| is_used(between, Use::Filler));
        let name_end = (own..self.tokens.len()).find(|at| !is_used(*at, Use::Attribute)).unwrap_or(self.tokens.len());
        let next = (name_end..self.tokens.len()).find(|at| !is_sign(*at)).unwrap_or(name_end);
        let is_phrase = at > own && next < at && is_used(next, Use::Filler);
        let is_phrase = is_phrase || (own..at).any(|between| self.parts_sections(between));
        !self.turns_scale(at) && (is_in_bracket || is_before || is_phrase)
    }

    /// Whether it says that there is little, or in which order a scale goes: `Reverse scale`.
    pub(super) fn turns_scale(&self, at: usize) -> bool {
        self.is_low(at) || self.word(at).is_some_and(|word| self.reading.legends.orders.contains(word))
    }

    /// Whether it is a name or is short for one, in a bracket: `Regulated (BaFin)`, `Criticality (BCM)`.
    fn is_name_in_bracket(&self, at: usize) -> bool {
        let begins = |token: &Token| token.is_word() && token.text.starts_with(char::is_uppercase);
        let token = &self.tokens[at];
        // Words are parted at their capitals.
        let is_joined = token.is_joined && at > 0 && begins(&self.tokens[at - 1])
            || self.tokens.get(at + 1).is_some_and(|next| next.is_joined && begins(next));
        let is_short = token.text.chars().count() > 1 && token.text.chars().all(char::is_uppercase);
        token.bracket > 0 && begins(token) && (is_joined || is_short)
    }

    /// Whether a sign parts a title from what stands under it: `Assessment: control`, `Assessment - control`.
    fn parts_sections(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.bracket == 0 && (token.is_sign(&[':', '|', '?']) || token.is_sign(&['-', '/']) && !token.is_joined)
    }

    /// Whether it is the ending of a plural: `Vendor(s)`.
    fn is_ending(&self, at: usize) -> bool {
        const LONGEST: usize = 2;
        let token = &self.tokens[at];
        let is_alone = self.tokens.iter().filter(|other| other.bracket == token.bracket).count() == 1;
        token.bracket > 0 && is_alone && token.text.chars().count() <= LONGEST && token.text == token.folded
    }

    /// Whether it says with what the attribute is shared: `Integration with front office`.
    fn is_shared_with(&self, at: usize) -> bool {
        let bracket = self.tokens[at].bracket;
        let before = (0..at).rev().take_while(|at| self.tokens[*at].is_word() && self.tokens[*at].bracket == bracket);
        let is_with = |at: &usize| {
            self.uses[*at] == Some(Use::Filler) && self.word(*at).is_some_and(|w| self.reading.shared_with.contains(w))
        };
        let Some(with) = before.into_iter().find(is_with) else { return false };
        let name = (0..with).rev().find(|at| self.uses[*at] != Some(Use::Filler));
        name.is_some_and(|name| self.uses[name] == Some(Use::Attribute))
    }

    /// Whether all of it is a question: `How much control should remain in-house?`
    fn is_in_question(&self) -> bool {
        self.uses.first() == Some(&Some(Use::Filler)) && self.tokens.last().is_some_and(|last| last.is_sign(&['?']))
    }

    /// Whether it belongs to a question behind the name: `Control: who decides?`
    fn is_asked(&self, at: usize, own: usize) -> bool {
        let Some(start) = (own..at).rev().find(|at| self.parts_sections(*at)) else { return false };
        let is_question = self.tokens.last().is_some_and(|last| last.is_sign(&['?']));
        is_question && self.uses.get(start + 1) == Some(&Some(Use::Filler))
    }

    /// A low level that stands alone beside the attribute: `Low strategic value`, `Bajo valor estratégico`.
    pub(super) fn degree(&mut self) {
        let Some(levels) = self.levels else { return };
        let level = |at: usize| {
            let word = self.word(at).filter(|_| self.is_free(at) && self.tokens[at].bracket == 0)?;
            levels.words.get(word).filter(|_| !is_single(&self.reading.negations, word))
        };
        let said: Vec<usize> = (0..self.tokens.len()).filter(|at| level(*at).is_some()).collect();
        let [at] = said[..] else { return };
        let is_name = |at: usize| self.uses.get(at) == Some(&Some(Use::Attribute));
        if level(at) < Some(&Points::MEDIUM) && (is_name(at + 1) || at.checked_sub(1).is_some_and(is_name)) {
            self.found.degree = Some(self.tokens[at].text.to_owned());
            self.mark([at], Use::Negation);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::inventory::statements::of_column;
    use crate::rulebook::load_default;

    #[test]
    fn what_a_header_says_of_levels_leaves_them_as_they_are() {
        let rulebook = load_default();
        for (attribute, header, qualifiers) in [
            ("strategic_value", "Strategic value (high = core; medium = support; low = non-core)", 0),
            ("strategic_value", "Strategischer Wert (hoch = Kern, niedrig = Rand)", 0),
            ("control", "Niveau de contrôle (faible = autonome)", 0),
            ("strategic_value", "Assessment by the heads of the group in 2026\nStrategic value", 0),
            ("strategic_value", "Reverse scale 1-5\nStrategic value", 1),
            ("control", "Control (outside)", 1),
            ("strategic_value", "Strategic value (low)", 1),
        ] {
            let id = rulebook.attribute_named(attribute).expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            let found = of_column(header, rule, &rulebook.reading);
            assert_eq!(found.qualifiers.len() + found.beside_yes.len(), qualifiers, "{header}: {found:?}");
        }
    }

    #[test]
    fn headers_are_negated_or_say_how_much() {
        let rulebook = load_default();
        for (attribute, header, negation, degree) in [
            ("strategic_value", "Non-core function", Some("Non"), None),
            ("control", "No control needed", Some("No"), None),
            ("specialisation", "Specialist knowledge not required", Some("not"), None),
            ("repetitiveness", "Non-routine work", Some("Non"), None),
            ("strategic_value", "Core or non-core", None, None),
            ("control", "Control wanted", None, None),
            ("strategic_value", "Low strategic value", None, Some("Low")),
            ("strategic_value", "Geringe strategische Bedeutung", None, Some("Geringe")),
            ("strategic_value", "Bajo valor estratégico", None, Some("Bajo")),
            ("strategic_value", "Valeur stratégique faible", None, Some("faible")),
            ("strategic_value", "High strategic value", None, None),
            ("strategic_value", "Strategic value (low / medium / high)", None, None),
            ("strategic_value", "Strategic value (1 = low)", None, None),
            ("strategic_value", "Strategic value low to high", None, None),
        ] {
            let id = rulebook.attribute_named(attribute).expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            let found = of_column(header, rule, &rulebook.reading);
            assert_eq!((found.negation.as_deref(), found.degree.as_deref()), (negation, degree), "{header}");
        }
    }

    #[test]
    fn what_stands_beside_the_name_leaves_answers_open_or_says_nothing_of_them() {
        let rulebook = load_default();
        let open = |attribute: &str, header: &str| {
            let id = rulebook.attribute_named(attribute).expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            let found = of_column(header, rule, &rulebook.reading);
            found.open_answers().or_else(|| found.open_yes())
        };
        for header in [
            "Hors cœur de métier",
            "Périphérique au cœur de métier",
            "En dehors du cœur de métier",
            "Loin du coeur de métier",
            "Secondary to core business",
            "Little strategic value",
            "Core (No) / Support (Yes)",
            "Strategic value (yes = support)",
            "Outside core business",
            "Apart from core business",
            "Excluding core business",
            "Alheio ao core business",
            "Fora do core business",
            "Supports core business",
            "Strategic value lost if outsourced",
            "Strategic value: low?",
            "Lack of strategic value",
            "Core: exempt",
            "Core business (exempt)",
            "Kaum strategische Bedeutung",
            "Netto strategische Bedeutung",
        ] {
            assert!(open("strategic_value", header).is_some(), "{header}");
        }
        for header in [
            "Q3 Strategic value",
            "2024 Strategic value",
            "Strategic value (Yes/No)",
            "Strategic value (H/M/L)",
            "Strategic value (yes = core, no = support)",
            "Core / Commodity",
            "Core or non-core",
            "Core business (BaFin)",
            "Core business (BCM)",
            "Criteria: Strategic value",
            "Sourcing criteria - Strategic value",
            "Strategic value: how is it seen?",
            "Is the function part of the core business?",
            "Welche strategische Bedeutung hat die Funktion?",
            "Quelle est la valeur stratégique ?",
            "¿Qué importancia estratégica tiene la función?",
        ] {
            assert_eq!(open("strategic_value", header), None, "{header}");
        }
        // What says how little there is leaves levels open too, and what says nothing of it leaves them as they are.
        for (header, is_open) in [
            ("Less strategic value", true),
            ("Little strategic value", true),
            ("Minor strategic value", true),
            ("Strategic value for the group", false),
            ("Group strategic value", false),
            ("Strategic value - group level", false),
            ("Strategic value (CEO)", false),
            ("Strategic value (rated by management)", false),
            ("Strategic value (final)", false),
            ("Perceived strategic value", false),
            ("Degree of strategic value", false),
            ("Strategische Bedeutung für den Konzern", false),
            ("Valeur stratégique selon la direction", false),
            ("Valor estratégico para el grupo", false),
        ] {
            let id = rulebook.attribute_named("strategic_value").expect("an attribute");
            let rule = rulebook.attribute(id).rule().expect("a column");
            let found = of_column(header, rule, &rulebook.reading);
            assert_eq!(found.open_answers().is_some(), is_open, "{header}");
        }
        assert!(open("strategic_value", "Strategic value (inverse)").is_some());
        assert_eq!(open("integration", "Degree of integration needed with front office"), None);
        assert_eq!(open("control", "Control wanted by us"), None);
    }

    #[test]
    fn no_unknown_word_before_or_behind_a_name_leaves_its_answers_as_they_are() {
        let rulebook = load_default();
        for (_, attribute) in rulebook.attribute_ids() {
            let Some(rule) = attribute.rule() else { continue };
            if rule.kind.levels().is_none() || rule.kind.is_count() {
                continue;
            }
            for name in rule.headers.iter().map(|name| name.join(" ")) {
                for header in [format!("Zorblax {name}"), format!("{name} zorblax"), format!("{name} (zorblax)")] {
                    let found = of_column(&header, rule, &rulebook.reading);
                    assert!(found.open_answers().or_else(|| found.open_yes()).is_some(), "{header}");
                }
            }
        }
    }
}
