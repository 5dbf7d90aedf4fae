//! The one grammar of what is said about columns: each word of a header, a title, a legend, a note, a unit or the text of a
//! number format is the attribute, a scale, a unit, a period, a year, a negation or a filler. Or it is left over.

use super::answers::yes_means;
use super::currencies::{beside, named};
use super::statement::Statement;
use super::tokens::{Token, TokenKind, tokens};
use crate::rulebook::{ColumnRule, Kind, LevelScale, Reading};

/// What a token was understood as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// It belongs to the name of the attribute.
    Attribute,
    /// It says nothing by itself: `of the`.
    Filler,
    Negation,
    Scale,
    Unit,
    Period,
    /// It says of which year, quarter or month, or which of several plans.
    Series,
    /// It says that the numbers are ratings.
    Rating,
    /// It says what is counted.
    Counted,
}

/// Parses what is said about a column of an attribute.
pub(in crate::inventory) fn of_column(text: &str, rule: &ColumnRule, reading: &Reading) -> Statement {
    let parser = Parser::of_rule(text, rule, reading);
    parser.answer(text).unwrap_or_else(|| parser.statement(Some(rule)))
}

/// The same of a column that holds a part of its attribute, which its header names: `Cost Europe (kEUR)`.
pub(in crate::inventory) fn of_part(text: &str, rule: &ColumnRule, reading: &Reading) -> Statement {
    let mut parser = Parser::of_rule(text, rule, reading);
    parser.mark(parser.parts(), Use::Series);
    parser.statement(Some(rule))
}

/// The same of a column that holds a part of a year, which its header names: `Volume Mar 2024`.
pub(in crate::inventory) fn of_part_of_year(text: &str, rule: &ColumnRule, reading: &Reading) -> Statement {
    Parser { subject: Subject::PartOfYear, ..Parser::of_rule(text, rule, reading) }.statement(Some(rule))
}

/// The same of a column of which somebody said whose it is, so that words beside no number are its name: `Cost Aalen`.
pub(in crate::inventory) fn of_stated(text: &str, rule: &ColumnRule, reading: &Reading) -> Statement {
    let mut parser = Parser::of_rule(text, rule, reading);
    if let Some(statement) = parser.answer(text) {
        return statement;
    }
    parser.mark(parser.parts(), Use::Series);
    parser.subject = Subject::Stated;
    parser.statement(Some(rule))
}

/// Parses a unit that stands by itself, and gives beside it what is not understood of it.
pub(in crate::inventory) fn of_unit_alone(unit: &str, reading: &Reading) -> (Statement, Vec<String>) {
    // In brackets, where a letter is a unit.
    let mut statement = Parser::of(&format!("({unit})"), reading, None).statement(None);
    let mut unknown = std::mem::take(&mut statement.left);
    unknown.append(&mut statement.aside);
    (statement, unknown)
}

/// What a text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A column, which its header names.
    Column,
    /// A column of which somebody said whose it is.
    Stated,
    /// A column that holds a month or a quarter alone.
    PartOfYear,
    /// Several columns, or none.
    Remark,
}

/// The tokens of a text, and what each was understood as.
pub(super) struct Parser<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) uses: Vec<Option<Use>>,
    pub(super) reading: &'a Reading,
    pub(super) levels: Option<&'a LevelScale>,
    /// Whether the column holds amounts, so that `usd` is no word.
    pub(super) is_money: bool,
    /// Whether it holds what is as it was in a month, such as people and ratings, and does not add up over a year.
    pub(super) is_stock: bool,
    pub(super) subject: Subject,
    pub(super) found: Statement,
}

impl<'a> Parser<'a> {
    fn of(text: &'a str, reading: &'a Reading, levels: Option<&'a LevelScale>) -> Parser<'a> {
        let tokens = tokens(text, reading);
        let uses = vec![None; tokens.len()];
        let found = Statement::default();
        let subject = Subject::Column;
        Parser { tokens, uses, reading, levels, is_money: false, is_stock: false, subject, found }
    }

    /// Of a text about columns of an attribute, whose names in it are told.
    pub(super) fn of_rule(text: &'a str, rule: &'a ColumnRule, reading: &'a Reading) -> Parser<'a> {
        let mut parser = Parser::of(text, reading, rule.kind.levels());
        parser.is_money = matches!(rule.kind, Kind::Money);
        parser.is_stock = !parser.is_money && !rule.kind.is_count();
        parser.attribute(rule);
        parser
    }

    /// What is said by a header that names no attribute, and is an answer itself.
    fn answer(&self, header: &str) -> Option<Statement> {
        let is_named = self.uses.contains(&Some(Use::Attribute));
        let yes = yes_means(header, self.levels.filter(|_| !is_named)?, self.reading)?;
        Some(Statement { yes: Some(yes), ..Statement::default() })
    }

    /// What all of it comes to; of a header with the rule of its column.
    fn statement(mut self, rule: Option<&ColumnRule>) -> Statement {
        self.understand(rule);
        self.found
    }

    pub(super) fn understand(&mut self, rule: Option<&ColumnRule>) {
        self.listed_answers();
        self.periods(rule);
        self.series();
        self.units();
        self.answers();
        self.scales();
        self.figures();
        self.negations();
        self.degree();
        self.lists();
        if let Some(rule) = rule {
            if rule.kind.is_count() {
                self.counted();
            }
            self.named_otherwise();
            let has_dates = rule.kind.levels().is_some_and(|scale| scale.dates.is_some());
            if rule.kind.has_unit() || has_dates {
                self.own_words(rule);
            }
        }
        self.leave(rule);
    }

    pub(super) fn is_remark(&self) -> bool {
        self.subject == Subject::Remark
    }

    /// Marks tokens that nothing has used yet.
    pub(super) fn mark(&mut self, at: impl IntoIterator<Item = usize>, used: Use) {
        for at in at {
            self.uses[at].get_or_insert(used);
        }
    }

    pub(super) fn is_free(&self, at: usize) -> bool {
        self.uses.get(at).is_some_and(Option::is_none)
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.tokens.get(at).filter(|token| token.is_word()).map(|token| token.folded.as_str())
    }

    /// The tokens of a phrase that begins here, points between its words left out: `p. a.`
    pub(super) fn phrase(&self, at: usize, phrase: &[String]) -> Option<usize> {
        let (mut end, first) = (at, self.tokens.get(at)?);
        for (i, word) in phrase.iter().enumerate() {
            while i > 0 && self.tokens.get(end)?.is_sign(&['.', '-', '/']) {
                end += 1;
            }
            let token = self.tokens.get(end)?;
            let is_there = match token.kind {
                TokenKind::Word => token.folded == *word,
                TokenKind::Number(_) => token.text == word,
                _ => false,
            };
            if !is_there || token.bracket != first.bracket {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Marks the attribute's own names, and the units of its numbers.
    pub(super) fn attribute(&mut self, rule: &ColumnRule) {
        if let Kind::Number { units, .. } = &rule.kind {
            let own = (0..self.tokens.len())
                .filter(|at| self.word(*at).is_some_and(|word| units.iter().any(|unit| unit == word)));
            self.mark(own.collect::<Vec<_>>(), Use::Counted);
        }
        if !rule.channels.is_empty() {
            self.channel();
        }
        let lists = [&rule.headers, &rule.series, &rule.channels, &rule.per_run];
        let mut at = 0;
        while at < self.tokens.len() {
            let names = lists.iter().flat_map(|list| list.iter()).filter(|name| !name.is_empty());
            match names.filter_map(|name| self.phrase(at, name)).max() {
                Some(end) => {
                    self.mark(at..end, Use::Attribute);
                    at = end;
                }
                None => at += 1,
            }
        }
    }

    /// Marks what comes by a channel, and the channel: `Demandes par un autre canal`.
    fn channel(&mut self) {
        let reading = self.reading;
        let all = || 0..self.tokens.len();
        let counted = all().find(|at| self.word(*at).is_some_and(|word| reading.channelled.contains(word)));
        let ends = |at: usize| reading.channels.iter().filter_map(|phrase| self.phrase(at, phrase)).max();
        let by = all().find_map(|at| Some((at, ends(at)?)));
        let (Some(counted), Some((at, end))) = (counted, by) else { return };
        let links: Vec<usize> =
            all().filter(|at| self.word(*at).is_some_and(|word| reading.per.contains(word))).collect();
        self.mark([counted], Use::Attribute);
        self.mark(at..end, Use::Attribute);
        self.mark(links, Use::Filler);
    }

    /// Currencies, and powers of ten: in one word with a currency, beside one, in brackets, or as a long word.
    fn units(&mut self) {
        let (mut currencies, mut factors): (Vec<&'static str>, Vec<f64>) = (Vec::new(), Vec::new());
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let is_currency = |at: Option<usize>| {
                let token = at.and_then(|at| self.tokens.get(at));
                matches!(token.map(|token| token.kind), Some(TokenKind::Currency(..)))
            };
            let skip = |from: usize| {
                if self.tokens.get(from).is_some_and(|token| token.is_sign(&['.'])) { from + 1 } else { from }
            };
            let is_beside = || is_currency(at.checked_sub(1)) || is_currency(Some(skip(at + 1)));
            // `m³` is no million.
            let is_raised = self.tokens.get(at + 1).is_some_and(|next| next.is_joined && next.is_telling_sign());
            let is_known = matches!(self.uses[at], Some(Use::Period | Use::Filler));
            // `usd` is a word but in a column of amounts.
            let code = beside(token.text).filter(|_| self.is_money && token.text.len() == 3);
            let code = code.or_else(|| named(&token.folded)).filter(|_| token.is_word());
            currencies.extend(code);
            if code.is_some() {
                self.mark([at], Use::Unit);
                continue;
            }
            let factor = match token.kind {
                TokenKind::Currency(currency, factor) => {
                    currencies.push(currency);
                    Some(factor).filter(|factor| *factor > 1.0)
                }
                TokenKind::Factor(factor) => Some(factor),
                TokenKind::Word
                    if !(is_raised || is_known || token.is_joined && self.tokens[at - 1].number().is_some())
                        && (token.text.len() > 4 || token.bracket > 0 || is_beside()) =>
                {
                    self.reading.magnitude(token.text)
                }
                _ => None,
            };
            if factor.is_some() || is_currency(Some(at)) {
                self.mark([at], Use::Unit);
            }
            factors.extend(factor);
        }
        currencies.dedup();
        factors.dedup();
        (self.found.currencies, self.found.factors) = (currencies, factors);
    }

    /// Powers of ten in figures that are no scale: `(1000)`, `/ 1000`.
    fn figures(&mut self) {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let is_meant = token.bracket > 0 || at > 0 && self.tokens[at - 1].is_sign(&['/', 'x', '\u{d7}', '*']);
            if token.number().is_none() || !is_meant || !self.is_free(at) {
                continue;
            }
            if let Some(factor) = self.reading.magnitude(token.text).filter(|factor| *factor > 1.0) {
                self.found.factors.push(factor);
                self.mark([at], Use::Unit);
            }
        }
        self.found.factors.dedup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::statements::Times;
    use crate::rulebook::{Rulebook, load_default};

    fn rule<'r>(rulebook: &'r Rulebook, attribute: &str) -> &'r ColumnRule {
        let id = rulebook.attribute_named(attribute).expect("an attribute");
        rulebook.attribute(id).rule().expect("a column")
    }

    #[test]
    fn amounts_have_a_unit_or_a_reason() {
        let rulebook = load_default();
        let rule = rule(&rulebook, "annual_cost");
        for (header, currency, all) in [
            ("Annual cost (USD)", Some("USD"), 1.0),
            ("Annual cost", None, 1.0),
            ("Annual cost (expenses)", None, 1.0),
            ("Cost (TEUR)", Some("EUR"), 1e3),
            ("Cost kEUR", Some("EUR"), 1e3),
            ("Annual_Cost_EUR", Some("EUR"), 1.0),
            ("Cost (EUR k)", Some("EUR"), 1e3),
            ("Cost (USD thousands)", Some("USD"), 1e3),
            ("Cost ($M)", Some("$"), 1e6),
            ("Cost [T\u{20ac}/a]", Some("EUR"), 1e3),
            ("Annual cost (\u{20bd})", Some("RUB"), 1.0),
            ("Annual cost \u{20aa}", Some("ILS"), 1.0),
            ("Co\u{fb}t annuel d'activit\u{e9}", None, 1.0),
            ("Kosten (Mio. €)", Some("EUR"), 1e6),
            ("Cost (in 000s)", None, 1e3),
            ("Cost ('000)", None, 1e3),
            ("Cost (x1,000 EUR)", Some("EUR"), 1e3),
            ("ANNUAL COST$", Some("$"), 1.0),
            ("Custo (R$)", Some("BRL"), 1.0),
            ("Custo anual (R$ mil)", Some("BRL"), 1e3),
            ("Cost in thousands", None, 1e3),
            ("Cost (lakhs)", None, 1e5),
            ("Cost (EUR, excl. VAT)", Some("EUR"), 1.0),
            ("Cost (EUR p.m.)", Some("EUR"), 12.0),
            ("Cost per quarter (EUR)", Some("EUR"), 4.0),
            ("Monthly cost", None, 12.0),
            ("Kosten pro Monat", None, 12.0),
            ("Total cost (5 years)", None, 0.2),
            ("Cost 2024 (EUR)", Some("EUR"), 1.0),
        ] {
            let unit = of_column(header, rule, &rulebook.reading).unit();
            assert_eq!(unit.map(|unit| (unit.currency, unit.all())), Ok((currency, all)), "{header}");
        }
        for (header, why) in [
            ("Cost (EUR zorblax)", "`zorblax` in its header is not understood"),
            ("Cost (EUR/USD)", "is said to be in EUR and in USD"),
            ("Cost (% of total)", "is said to hold shares"),
            ("Cost (1-5)", "is said to be on a scale"),
            ("Cost index", "`index` says that its numbers are ratings"),
            ("Cost rating", "`rating` says that its numbers are ratings"),
            ("Cost 2019-2024", "counts over 6 years"),
            ("Cost (five years)", "`five` in its header is not understood"),
            ("Cost (average of 3 years)", "is said to be the `average` over 3 years"),
            ("Annual cost/d", "`d` in its header is not understood"),
            ("Annual cost (\u{20ad})", "`\u{20ad}` in its header is not understood"),
            ("Annual cost (\u{fdfc})", "`\u{fdfc}` in its header is not understood"),
        ] {
            assert_eq!(of_column(header, rule, &rulebook.reading).unit(), Err(why.to_owned()), "{header}");
        }
    }

    #[test]
    fn counts_have_a_time_and_a_factor_or_a_reason() {
        let rulebook = load_default();
        let rule = rule(&rulebook, "annual_volume");
        for (header, times, factor) in [
            ("Annual volume", 1.0, 1.0),
            ("Volume (Jan-Mar)", 4.0, 1.0),
            ("Volume (Januar bis Juni)", 2.0, 1.0),
            ("Volume (Oct 2023 - Mar 2024)", 2.0, 1.0),
            ("Volume (Jan 2023 - Dec 2024)", 0.5, 1.0),
            ("Volume (rolling 3 months)", 4.0, 1.0),
            ("Volume (p.m.)", 12.0, 1.0),
            ("Volume Q1", 4.0, 1.0),
            ("Volume (invoices per month)", 12.0, 1.0),
            ("Volume (thousand calls)", 1.0, 1000.0),
            ("Annual volume (x1000)", 1.0, 1000.0),
            ("Annual volume / 1000", 1.0, 1000.0),
            ("Volume (hundreds)", 1.0, 100.0),
            ("Volume (lakhs)", 1.0, 100_000.0),
            ("Volume (calls)", 1.0, 1.0),
        ] {
            let found = of_column(header, rule, &rulebook.reading).count();
            assert_eq!(found, Ok((Times::All(times), factor)), "{header}");
        }
        for (header, why) in [
            ("Volume (rolling 3m)", "`3` and `m` in its header are not understood"),
            ("Volume (months)", "counts over `months`"),
            ("Volume (2019-2024)", "counts over 6 years"),
            (
                "Volume (x1000 zorblax quux frob wibble)",
                "`zorblax`, `quux`, `frob` and `wibble` in its header are not understood",
            ),
            ("Volume (EUR)", "is said to be in EUR"),
            ("Volume / d", "`d` in its header is not understood"),
            ("Volume p.d.", "`p` and `d` in its header are not understood"),
            ("Volume 2024-03", "is of a month, `2024-03`"),
            ("Volume (mean of 3 years)", "is said to be the `mean` over 3 years"),
            ("Volume (% of total)", "is said to hold shares"),
            ("Volume (per clerk)", "counts per `clerk`"),
        ] {
            assert_eq!(of_column(header, rule, &rulebook.reading).count(), Err(why.to_owned()), "{header}");
        }
    }

    #[test]
    fn numbers_that_tell_nothing_are_left_but_for_one_that_counts_the_column() {
        let rulebook = load_default();
        for (header, left) in [
            ("Control 2", &[][..]),
            ("Control 250", &["250"]),
            ("Control (2)", &["2"]),
            ("2 Control", &["2"]),
            ("Control 2 wanted", &["2"]),
        ] {
            let found = of_column(header, rule(&rulebook, "control"), &rulebook.reading);
            assert_eq!(found.left, left, "{header}");
        }
    }

    /// Headers that are read, each with its attribute and a place for another word beside what it states.
    const READ: [(&str, &str); 14] = [
        ("control", "Control (1-5 %)"),
        ("control", "Control 1-5 %"),
        ("control", "Control (1 = high, 5 = low, %)"),
        ("control", "Control (1 = high %, 5 = low)"),
        ("control", "Control (% out of 10)"),
        ("control", "Control (1-5, % lower is more)"),
        ("annual_volume", "Volume (% per month)"),
        ("annual_volume", "Volume per month %"),
        ("annual_volume", "Volume (x1000 %)"),
        ("annual_volume", "Volume (Jan-Mar %)"),
        ("annual_cost", "Cost (k€ %)"),
        ("annual_cost", "Cost (EUR, 5 years, %)"),
        ("annual_cost", "Cost % kEUR"),
        ("fte", "FTE (1 % 5)"),
    ];

    #[test]
    fn no_unknown_word_leaves_a_reading_unchanged_and_silent() {
        let rulebook = load_default();
        let mut seed = 7_u64;
        let mut letter = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'a' + ((seed >> 33) % 26) as u8)
        };
        for (attribute, header) in READ {
            for _ in 0..200 {
                let word: String = "zq".chars().chain((0..5).map(|_| letter())).collect();
                let statement = of_column(&header.replace('%', &word), rule(&rulebook, attribute), &rulebook.reading);
                let is_said = |list: &[String]| list.contains(&word);
                let is_counted = statement.counted.as_ref().is_some_and(|counted| counted.contains(&word));
                // Beside a period that is in the attribute's own name it is said, and changes nothing.
                let is_aside = header == "Volume per month %" && is_said(&statement.aside);
                assert!(is_said(&statement.left) || is_counted || is_aside, "{header} {word}: {statement:?}");
            }
        }
    }

    #[test]
    fn no_sign_of_a_currency_is_passed_over() {
        let rulebook = load_default();
        let signs = ('\u{20a0}'..='\u{20c0}').chain("\u{e3f}\u{17db}\u{9f3}\u{58f}\u{60b}\u{fdfc}".chars());
        for header in signs.map(|sign| format!("Annual cost ({sign})")) {
            let unit = of_column(&header, rule(&rulebook, "annual_cost"), &rulebook.reading).unit();
            assert!(unit.as_ref().map_or(true, |unit| unit.currency.is_some()), "{header}: {unit:?}");
        }
    }
}
