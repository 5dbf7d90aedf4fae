//! Currencies and powers of ten, as they stand beside numbers, in headers and in number formats.

use crate::rulebook::text::bracketed;
use crate::rulebook::{CURRENCIES, Reading};

/// What a header or a number format says of amounts of money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stated {
    /// The currency; none where it says none.
    pub(super) currency: Option<&'static str>,
    /// What amounts are to be multiplied by.
    pub(super) factor: f64,
}

/// The currency that a short text beside a number is: a code in any case, or a sign.
pub(super) fn beside(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let code = CURRENCIES.codes.iter().copied().find(|code| code.eq_ignore_ascii_case(text));
    code.or_else(|| CURRENCIES.signs.iter().copied().find(|(sign, _)| *sign == text).map(|(_, currency)| currency))
}

/// What a header says: a currency anywhere, and a power of ten beside it, in brackets or as a whole word.
pub(super) fn in_header(header: &str, reading: &Reading) -> Stated {
    let mut stated = Stated { currency: None, factor: 1.0 };
    let bracketed = bracketed(header);
    for token in tokens(header) {
        if let Some((currency, rest)) = split_currency(token, reading) {
            stated.currency = stated.currency.or(Some(currency));
            stated.factor = stated.factor.max(reading.magnitude(rest).unwrap_or(1.0));
        } else if let Some(factor) = reading.magnitude(token)
            // Outside brackets a letter or a number may mean anything.
            && (token.len() > 4 && !token.starts_with(|c: char| c.is_ascii_digit()) || tokens(&bracketed).any(|t| t == token))
        {
            stated.factor = stated.factor.max(factor);
        }
    }
    stated
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || "()[]/;:".contains(c))
        .map(|token| token.trim_matches(|c| ".,'".contains(c) && !token.starts_with("'0")))
        .filter(|token| !token.is_empty())
}

/// A currency in a token, and what else stands in it: `TEUR`, `k€`, `$M`, `COST$`.
fn split_currency<'t>(token: &'t str, reading: &Reading) -> Option<(&'static str, &'t str)> {
    for code in CURRENCIES.codes.iter().copied() {
        if token == code {
            return Some((code, ""));
        }
        let rest = token.strip_suffix(code).or(token.strip_prefix(code));
        if let Some(rest) = rest.filter(|rest| reading.magnitude(rest).is_some()) {
            return Some((code, rest));
        }
    }
    // Longer signs come first, so that `R$` is not taken for `$`.
    CURRENCIES.signs.iter().copied().find_map(|(sign, currency)| {
        if let Some(rest) = token.strip_prefix(sign) {
            return Some((currency, rest.trim_matches('.')));
        }
        let rest = token.strip_suffix(sign)?;
        // The `S` of `COSTS$` belongs to the word.
        let ends_word = sign.starts_with(char::is_alphabetic) && rest.ends_with(char::is_alphabetic);
        (!ends_word).then_some((currency, rest.trim_matches('.')))
    })
}

/// The currency that a number format shows.
pub(super) fn in_format(format: &str) -> Option<&'static str> {
    // `[$€-407]` and `[$R$-416]` name a currency and a language, `[$-409]` a language alone.
    if let Some((_, rest)) = format.split_once("[$") {
        let shown = rest.split([']', '-']).next().unwrap_or_default();
        if !shown.is_empty() {
            return beside(shown);
        }
    }
    let plain: String = format.replace("[$-", "[").chars().filter(|c| !"\"\\".contains(*c)).collect();
    let literal = plain.split(|c: char| "#0,.;_()[]@*?- ".contains(c)).map(str::trim).filter(|part| !part.is_empty());
    literal.into_iter().find_map(beside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn headers_state_currency_and_magnitude() {
        let reading = load_default().reading;
        for (header, currency, factor) in [
            ("Annual cost (USD)", Some("USD"), 1.0),
            ("Annual cost", None, 1.0),
            ("Gains (k€)", Some("EUR"), 1e3),
            ("Cost (TEUR)", Some("EUR"), 1e3),
            ("Cost (kEUR)", Some("EUR"), 1e3),
            ("Cost (EUR k)", Some("EUR"), 1e3),
            ("Cost (USD thousands)", Some("USD"), 1e3),
            ("Cost ($M)", Some("$"), 1e6),
            ("Kosten (Mio. €)", Some("EUR"), 1e6),
            ("Cost (in 000s)", None, 1e3),
            ("Cost ('000)", None, 1e3),
            ("ANNUAL COST$", Some("$"), 1.0),
            ("COSTS$", Some("$"), 1.0),
            ("Custo (R$)", Some("BRL"), 1.0),
            ("Custo anual (R$ mil)", Some("BRL"), 1e3),
            ("Cost (US$)", Some("USD"), 1.0),
            ("Cost in thousands", None, 1e3),
            ("Cost per M", None, 1.0),
            ("Cost 1000", None, 1.0),
        ] {
            assert_eq!(in_header(header, &reading), Stated { currency, factor }, "{header}");
        }
    }

    #[test]
    fn formats_show_currencies() {
        for (format, currency) in [
            ("#,##0 [$€-407]", Some("EUR")),
            ("[$R$-416] #,##0", Some("BRL")),
            ("\"$\"#,##0", Some("$")),
            ("[$$-409]#,##0", Some("$")),
            ("#,##0\\ \"CHF\"", Some("CHF")),
            ("$#,##0.00;($#,##0.00)", Some("$")),
            ("[$-409]d mmm yyyy", None),
            ("#,##0", None),
        ] {
            assert_eq!(in_format(format), currency, "{format}");
        }
    }
}
