//! Numbers as people write them: signs, separators of either convention, currencies, per cent and units.

use std::collections::HashSet;

use crate::rulebook::text::fold;

/// Which sign marks decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Convention {
    /// `1,234.56`
    DecimalPoint,
    /// `1.234,56`
    DecimalComma,
    /// Nothing in the file tells.
    Unknown,
}

/// A number as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<'a> {
    /// Its value, thousands and millions multiplied out.
    pub value: f64,
    /// The currency sign or code beside it.
    pub currency: Option<&'a str>,
    /// Whether it was written in per cent.
    pub percent: bool,
}

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// It is something else.
    NotANumber,
    /// It is one number by one convention and another by the other.
    Ambiguous,
}

/// Currency signs, and the ISO 4217 codes that are read beside a number.
const SIGNS: [&str; 6] = ["$", "€", "£", "¥", "₹", "zł"];
const CODES: [&str; 24] = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "BRL", "MXN", "ZAR", "SGD", "HKD", "PHP", "TRY",
];

/// Reads a number; `units` are the folded words that may follow it.
pub fn parse<'a>(text: &'a str, convention: Convention, units: &HashSet<String>) -> Result<Written<'a>, Unclear> {
    let text = text.trim();
    let (inner, bracketed) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner.trim(), true),
        None => (text, false),
    };
    let start = inner.find(|c: char| c.is_ascii_digit()).ok_or(Unclear::NotANumber)?;
    let is_digit_or_mark =
        |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}');
    let after = inner[start..].find(|c: char| !is_digit_or_mark(c)).map_or(inner.len(), |at| start + at);
    let digits = inner[start..after].trim_end();
    let (negative, prefix) = sign(inner[..start].trim());
    let (factor, percent, suffix) = magnitude(inner[after..].trim());
    let currency = match (currency(prefix), currency(suffix)) {
        (Some(found), _) if suffix.is_empty() || is_per_year(suffix) => Some(found),
        (None, Some(found)) if prefix.is_empty() => Some(found),
        (None, None)
            if prefix.is_empty() && (suffix.is_empty() || is_per_year(suffix) || units.contains(&fold(suffix))) =>
        {
            None
        }
        _ => return Err(Unclear::NotANumber),
    };
    let value = plain(digits, convention)? * factor;
    Ok(Written { value: if negative || bracketed { -value } else { value }, currency, percent })
}

fn sign(prefix: &str) -> (bool, &str) {
    for minus in ['-', '\u{2212}', '\u{2013}'] {
        if let Some(rest) = prefix.strip_prefix(minus).or(prefix.strip_suffix(minus)) {
            return (true, rest.trim());
        }
    }
    (false, prefix.strip_prefix('+').unwrap_or(prefix).trim())
}

/// A thousand, a million or per cent after a number, and what follows it.
fn magnitude(suffix: &str) -> (f64, bool, &str) {
    if let Some(rest) = suffix.strip_prefix('%') {
        return (1.0, true, rest.trim());
    }
    let word = suffix.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let rest = suffix[word.len()..].trim_start_matches('.').trim();
    match word {
        "k" | "K" | "tsd" | "Tsd" => (1e3, false, rest),
        "m" | "M" | "mn" | "mio" | "Mio" | "million" | "Million" | "Millionen" => (1e6, false, rest),
        "bn" | "B" | "Mrd" | "billion" => (1e9, false, rest),
        _ => (1.0, false, suffix),
    }
}

fn is_per_year(suffix: &str) -> bool {
    matches!(
        fold(suffix).trim_start_matches('/').trim(),
        "year" | "yr" | "a" | "p.a." | "pa" | "per year" | "a year" | "per annum" | "annually" | "pro jahr" | "jahr"
    )
}

/// The currency sign or code that a short text is.
pub fn currency(text: &str) -> Option<&'static str> {
    let text = text.trim();
    SIGNS.into_iter().chain(CODES).find(|known| *known == text)
}

/// The first currency sign or code that stands in a header or in a number format, and the power of ten before it.
pub fn currency_in(text: &str) -> Option<(&'static str, f64)> {
    if let Some(code) =
        text.split(|c: char| !c.is_ascii_alphabetic()).find_map(|word| CODES.into_iter().find(|c| *c == word))
    {
        return Some((code, 1.0));
    }
    // `[$-409]` in a number format is a language; a currency follows the dollar sign of `[$€-407]`.
    let text = text.replace("[$-", "[");
    let sign = SIGNS.into_iter().skip(1).find(|sign| text.contains(sign)).or_else(|| {
        let stripped = text.replace("[$", "[");
        stripped.contains('$').then_some("$").or(text.contains("[$$").then_some("$"))
    })?;
    let before = text.split(sign).next().unwrap_or_default();
    let factor = match before.chars().next_back() {
        Some('k' | 'K' | 'T') => 1e3,
        Some('M') => 1e6,
        _ => 1.0,
    };
    Some((sign, factor))
}

/// Digits with separators.
fn plain(digits: &str, convention: Convention) -> Result<f64, Unclear> {
    let digits: String = digits.chars().filter(|c| !matches!(c, '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let decimal = match (evidence(&digits), convention) {
        (Evidence::None, _) => return digits.parse().map_err(|_| Unclear::NotANumber),
        (Evidence::Decides(Convention::DecimalPoint), _) | (Evidence::Ambiguous, Convention::DecimalPoint) => '.',
        (Evidence::Decides(_), _) | (Evidence::Ambiguous, Convention::DecimalComma) => ',',
        (Evidence::Ambiguous, Convention::Unknown) => return Err(Unclear::Ambiguous),
        (Evidence::Contradicts, _) => return Err(Unclear::NotANumber),
    };
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((&digits, ""));
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let grouped_well = groups.iter().skip(1).all(|group| group.len() == 3) && (1..=3).contains(&groups[0].len());
    if (groups.len() > 1 && !grouped_well) || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Unclear::NotANumber);
    }
    format!("{}.{fraction}0", groups.concat()).parse().map_err(|_| Unclear::NotANumber)
}

/// What a text says about the file's convention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// No separators.
    None,
    /// It makes sense in one convention only.
    Decides(Convention),
    /// Three digits follow its only separator.
    Ambiguous,
    /// It makes sense in neither.
    Contradicts,
}

fn evidence(digits: &str) -> Evidence {
    let points = digits.matches('.').count();
    let commas = digits.matches(',').count();
    let comma_last = digits.rfind(',') > digits.rfind('.');
    match (points, commas) {
        (0, 0) => Evidence::None,
        (1, 0) | (0, 1) => {
            let (before, after) = digits.split_once(['.', ',']).unwrap_or_default();
            if after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0') {
                Evidence::Ambiguous
            } else if points == 1 {
                Evidence::Decides(Convention::DecimalPoint)
            } else {
                Evidence::Decides(Convention::DecimalComma)
            }
        }
        (1, _) if !comma_last => Evidence::Decides(Convention::DecimalPoint),
        (_, 1) if comma_last => Evidence::Decides(Convention::DecimalComma),
        (0, _) => Evidence::Decides(Convention::DecimalPoint),
        (_, 0) => Evidence::Decides(Convention::DecimalComma),
        _ => Evidence::Contradicts,
    }
}

/// The convention that a text proves, if it is a number at all.
pub fn proves(text: &str) -> Option<Convention> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
    match evidence(rest[..end].trim_end_matches(['.', ','])) {
        Evidence::Decides(convention) => Some(convention),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, convention: Convention, expected: Result<(f64, Option<&str>, bool), Unclear>) {
        let units = HashSet::from(["fte".to_owned()]);
        let found = parse(text, convention, &units).map(|w| (w.value, w.currency, w.percent));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_read_as_written() {
        use Convention::{DecimalComma, DecimalPoint, Unknown};
        for (text, convention, value, currency, percent) in [
            ("1234", Unknown, 1234.0, None, false),
            ("6,400,000", Unknown, 6_400_000.0, None, false),
            ("1,234.56", Unknown, 1234.56, None, false),
            ("1.234,56 €", Unknown, 1234.56, Some("€"), false),
            ("1.234", DecimalComma, 1234.0, None, false),
            ("1.234", DecimalPoint, 1.234, None, false),
            ("1,234", DecimalPoint, 1234.0, None, false),
            ("12,5", Unknown, 12.5, None, false),
            ("$17,366,497", Unknown, 17_366_497.0, Some("$"), false),
            ("$1.2M", Unknown, 1_200_000.0, Some("$"), false),
            ("$90k", Unknown, 90_000.0, Some("$"), false),
            ("EUR 500", Unknown, 500.0, Some("EUR"), false),
            ("12 FTE", Unknown, 12.0, None, false),
            ("55%", Unknown, 55.0, None, true),
            ("(1,234)", DecimalPoint, -1234.0, None, false),
            ("\u{2212}5", Unknown, -5.0, None, false),
            ("1\u{a0}234", Unknown, 1234.0, None, false),
            ("1'234'567", Unknown, 1_234_567.0, None, false),
            ("480,000 per year", DecimalPoint, 480_000.0, None, false),
        ] {
            check(text, convention, Ok((value, currency, percent)));
        }
        for text in ["approx. 300", "12 k?", "1-100", "50,000+", "", "n/a", "1,23,4.5.6", "12 apples", "12/31"] {
            check(text, DecimalPoint, Err(Unclear::NotANumber));
        }
        check("1.234", Unknown, Err(Unclear::Ambiguous));
    }

    #[test]
    fn currencies_are_found_in_headers_and_formats() {
        for (text, expected) in [
            ("Annual cost (USD)", Some(("USD", 1.0))),
            ("Gains (k€)", Some(("€", 1e3))),
            ("#,##0 [$€-407]", Some(("€", 1.0))),
            ("\"$\"#,##0", Some(("$", 1.0))),
            ("[$$-409]#,##0", Some(("$", 1.0))),
            ("[$-409]d mmm yyyy", None),
            ("#,##0", None),
        ] {
            assert_eq!(currency_in(text), expected, "{text}");
        }
    }
}
