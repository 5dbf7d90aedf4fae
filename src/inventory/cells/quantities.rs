//! Quantities as people write them: a number, roughly a number, or a range whose ends are kept as they are.
//!
//! Never a made-up middle: what a range means is left to the reader of the column.

use super::numbers::{self, Beside, Convention, Unclear, Written};
use crate::rulebook::Reading;
use crate::rulebook::text::{CARRIAGE_RETURN, fold};

/// A number, or all that lie between two.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    /// The least that it can be; minus infinity where nothing says.
    pub(super) low: f64,
    /// The most that it can be; infinity where nothing says.
    pub(super) high: f64,
    /// Whether it was written as roughly so.
    pub(super) is_rough: bool,
    /// The currency beside it.
    pub(super) currency: Option<&'static str>,
    /// Whether it was written in per cent.
    pub(super) percent: bool,
    /// Whether a power of ten was written beside it.
    pub(super) has_magnitude: bool,
    /// What is counted, in the words beside it.
    pub(super) unit: String,
}

/// What a word beside a number makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Qualifier {
    About,
    AtMost,
    AtLeast,
}

impl Quantity {
    /// A number that stood in a cell as such.
    pub(super) fn exactly(value: f64) -> Quantity {
        Quantity {
            low: value,
            high: value,
            is_rough: false,
            currency: None,
            percent: false,
            has_magnitude: false,
            unit: String::new(),
        }
    }

    fn written(written: &Written) -> Quantity {
        Quantity {
            currency: written.currency,
            percent: written.percent,
            has_magnitude: written.factor > 1.0,
            unit: written.unit.to_owned(),
            ..Quantity::exactly(written.value)
        }
    }

    /// The two as a range, where they belong together and are in order.
    fn between(from: &Written, to: &Written) -> Option<Quantity> {
        // The thousands of `10-20k` are meant for both, those of `500-1k` are not.
        let shares_magnitude = from.factor <= 1.0 && to.factor > 1.0 && from.value < to.value / to.factor;
        let low = if shares_magnitude { from.value * to.factor } else { from.value };
        let one_currency = from.currency.is_none() || to.currency.is_none() || from.currency == to.currency;
        let one_unit = from.unit.is_empty() || from.unit == to.unit;
        (low >= 0.0 && low < to.value && one_currency && one_unit).then(|| Quantity {
            low,
            high: to.value,
            is_rough: false,
            currency: from.currency.or(to.currency),
            percent: false,
            has_magnitude: from.factor.max(to.factor) > 1.0,
            unit: to.unit.to_owned(),
        })
    }

    fn qualified(self, qualifier: Qualifier) -> Result<Quantity, Unclear> {
        match qualifier {
            Qualifier::About => Ok(Quantity { is_rough: true, ..self }),
            // `up to 1-5` says nothing that could be kept.
            _ if self.low < self.high => Err(Unclear::NotANumber),
            Qualifier::AtMost => Ok(Quantity { low: f64::NEG_INFINITY, ..self }),
            Qualifier::AtLeast => Ok(Quantity { high: f64::INFINITY, ..self }),
        }
    }
}

/// Reads a quantity.
pub(super) fn parse(
    text: &str,
    reading: &Reading,
    convention: Convention,
    allowed: Beside,
) -> Result<Quantity, Unclear> {
    match numbers::parse(text, reading, convention, allowed) {
        Ok(written) if written.unit.is_empty() => Ok(Quantity::written(&written)),
        Err(Unclear::Ambiguous) => Err(Unclear::Ambiguous),
        Err(Unclear::NotANumber) if !text.contains(|c: char| c.is_ascii_digit()) => Err(Unclear::NotANumber),
        _ => Parser { reading, convention, allowed }.quantity(&clean(text)),
    }
}

/// A text without what cannot be seen, and with one kind of dash.
fn clean(text: &str) -> String {
    let visible = text.replace(CARRIAGE_RETURN, " ");
    let characters = visible.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}'));
    characters.map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect()
}

struct Parser<'a> {
    reading: &'a Reading,
    convention: Convention,
    allowed: Beside<'a>,
}

impl Parser<'_> {
    fn quantity(&self, text: &str) -> Result<Quantity, Unclear> {
        match numbers::parse(text, self.reading, self.convention, self.allowed) {
            Ok(written) => return self.with_unit(&written),
            Err(Unclear::Ambiguous) => return Err(Unclear::Ambiguous),
            Err(Unclear::NotANumber) => {}
        }
        match self.before(text).or_else(|| self.after(text)) {
            Some((qualifier, rest)) => self.quantity(&rest)?.qualified(qualifier),
            None => self.range(text),
        }
    }

    /// A number whose unit may begin or end with a qualifier: `500 or more tickets`, `500 tickets (approx.)`.
    fn with_unit(&self, written: &Written) -> Result<Quantity, Unclear> {
        let quantity = Quantity::written(written);
        let unit = written.unit;
        let blanks = unit.match_indices(char::is_whitespace).map(|(at, _)| at);
        for at in blanks.chain([unit.len()]).collect::<Vec<_>>().into_iter().rev() {
            let (head, tail) = unit.split_at(at);
            let found = self.qualifier(head).map(|qualifier| (qualifier, tail));
            if let Some((qualifier, rest)) = found.or_else(|| Some((self.qualifier(tail)?, head))) {
                return Quantity { unit: rest.trim().to_owned(), ..quantity }.qualified(qualifier);
            }
        }
        Ok(quantity)
    }

    /// A qualifier in front of the first digit, and the text without it: `up to $500`.
    fn before(&self, text: &str) -> Option<(Qualifier, String)> {
        let digit = text.find(|c: char| c.is_ascii_digit())?;
        let ends = text[..digit].char_indices().map(|(at, c)| at + c.len_utf8()).collect::<Vec<_>>();
        ends.into_iter().rev().find_map(|end| {
            let (head, rest) = text.split_at(end);
            let qualifier = self.qualifier(head)?;
            parts_words(head, rest).then(|| (qualifier, rest.to_owned()))
        })
    }

    /// A qualifier behind the last digit, and the text without it: `50,000+`, `500 or more`, `500+ tickets`.
    fn after(&self, text: &str) -> Option<(Qualifier, String)> {
        let digit = text.rfind(|c: char| c.is_ascii_digit())? + 1;
        if let Some(plus) = text[digit..].find('+') {
            let qualifier = self.qualifier("+")?;
            return Some((qualifier, text[..digit + plus].to_owned() + &text[digit + plus + 1..]));
        }
        text[digit..].char_indices().find_map(|(at, _)| {
            let (rest, tail) = text.split_at(digit + at);
            let qualifier = self.qualifier(tail)?;
            (parts_words(rest, tail)).then(|| (qualifier, rest.to_owned()))
        })
    }

    fn qualifier(&self, text: &str) -> Option<Qualifier> {
        const LONGEST: usize = 24;
        let text = text.trim().trim_start_matches('(').trim_end_matches(')');
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let folded = fold(text);
        let lists = [
            (&self.reading.about, Qualifier::About),
            (&self.reading.at_most, Qualifier::AtMost),
            (&self.reading.at_least, Qualifier::AtLeast),
        ];
        lists.into_iter().find(|(list, _)| list.contains(&folded)).map(|(_, qualifier)| qualifier)
    }

    fn range(&self, text: &str) -> Result<Quantity, Unclear> {
        for (from, to) in self.halves(text) {
            let number = |half| numbers::parse(half, self.reading, self.convention, self.allowed);
            match (number(from), number(to)) {
                (Ok(from), Ok(to)) if !from.percent && !to.percent => {
                    return Quantity::between(&from, &to).ok_or(Unclear::NotANumber);
                }
                (Err(Unclear::Ambiguous), Ok(_) | Err(Unclear::Ambiguous)) | (Ok(_), Err(Unclear::Ambiguous)) => {
                    return Err(Unclear::Ambiguous);
                }
                _ => {}
            }
        }
        Err(Unclear::NotANumber)
    }

    /// What stands before and behind each sign or word that may lie between the ends of a range.
    fn halves<'t>(&self, text: &'t str) -> Vec<(&'t str, &'t str)> {
        let is_word = |between: &&String| between.chars().any(char::is_alphabetic);
        let signs = self.reading.between.iter().filter(|between| !is_word(between));
        let mut halves: Vec<(usize, usize)> =
            signs.flat_map(|sign| text.match_indices(sign.as_str()).map(|(at, sign)| (at, sign.len()))).collect();
        for (blank, _) in text.match_indices(char::is_whitespace) {
            let rest = text[blank..].trim_start();
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            if word.starts_with(char::is_alphabetic) && self.reading.between.contains(&fold(word)) {
                halves.push((text.len() - rest.len(), word.len()));
            }
        }
        halves.sort_unstable();
        halves.into_iter().map(|(at, length)| (text[..at].trim(), text[at + length..].trim())).collect()
    }
}

/// Whether no word goes on from the one text to the next.
fn parts_words(before: &str, after: &str) -> bool {
    !(before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn quantities_are_read_as_they_are_written() {
        const OPEN: f64 = f64::INFINITY;
        let reading = load_default().reading;
        let units = ["fte".to_owned(), "ftes".to_owned()];
        let counted = Beside::Counted;
        for (text, allowed, low, high, is_rough) in [
            ("~500", counted, 500.0, 500.0, true),
            ("ca. 300", counted, 300.0, 300.0, true),
            ("approx. 500", counted, 500.0, 500.0, true),
            ("about 500 tickets", counted, 500.0, 500.0, true),
            ("c. 500", counted, 500.0, 500.0, true),
            ("etwa 1.200", counted, 1200.0, 1200.0, true),
            ("env. 500", counted, 500.0, 500.0, true),
            ("aprox. 500", counted, 500.0, 500.0, true),
            ("500 (approx.)", counted, 500.0, 500.0, true),
            ("1-100", counted, 1.0, 100.0, false),
            ("10,000\u{2013}50,000", counted, 10_000.0, 50_000.0, false),
            ("10 to 20 invoices", counted, 10.0, 20.0, false),
            ("10-20k", counted, 10_000.0, 20_000.0, false),
            ("500-1k", counted, 500.0, 1000.0, false),
            ("50,000+", counted, 50_000.0, OPEN, false),
            ("50,000 +", counted, 50_000.0, OPEN, false),
            ("500+ tickets/day", counted, 500.0, OPEN, false),
            ("500 or more", counted, 500.0, OPEN, false),
            ("5k or more tickets", counted, 5000.0, OPEN, false),
            ("500 tickets per day (approx.)", counted, 500.0, 500.0, true),
            ("500 FTE or more", Beside::Units(&units), 500.0, OPEN, false),
            ("> 1,000", counted, 1000.0, OPEN, false),
            ("more than 50", counted, 50.0, OPEN, false),
            ("at least 10", counted, 10.0, OPEN, false),
            ("<100", counted, -OPEN, 100.0, false),
            ("up to 500", counted, -OPEN, 500.0, false),
            ("1\u{2013}5 FTE", Beside::Units(&units), 1.0, 5.0, false),
            ("~4", Beside::Units(&units), 4.0, 4.0, true),
            ("$1M - $2M", Beside::Currency, 1e6, 2e6, false),
            ("up to €90k", Beside::Currency, -OPEN, 90e3, false),
            ("1234_x000D_", counted, 1234.0, 1234.0, false),
            ("12\u{200b}", counted, 12.0, 12.0, false),
        ] {
            let comma = if text.contains('.') { Convention::DecimalComma } else { Convention::DecimalPoint };
            let found = parse(text, &reading, comma, allowed).map(|q| (q.low, q.high, q.is_rough));
            assert_eq!(found, Ok((low, high, is_rough)), "{text}");
        }
        for text in ["5-1", "2025-12-31", "12-31-2025", "$1 - €2", "up to 1-5", "cast 5", "1-2-3", "5 - high", "n/a"]
        {
            let found = parse(text, &reading, Convention::DecimalPoint, Beside::Currency);
            assert_eq!(found, Err(Unclear::NotANumber), "{text}");
        }
        let ambiguous = parse("1.234-5.678", &reading, Convention::Unproven, counted);
        assert_eq!(ambiguous, Err(Unclear::Ambiguous));
    }
}
