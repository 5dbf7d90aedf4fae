//! Words of a header that turn its answers round, or leave open what they mean.

use super::grammar::{Parser, Use};
use super::statement::is_single;
use crate::rulebook::Points;

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
    use crate::rulebook::{Origin, load_default};

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
            let Origin::Column(rule) = &rulebook.attribute(id).origin else { panic!("{attribute} has no column") };
            let found = of_column(header, rule, &rulebook.reading);
            assert_eq!((found.negation.as_deref(), found.degree.as_deref()), (negation, degree), "{header}");
        }
    }
}
