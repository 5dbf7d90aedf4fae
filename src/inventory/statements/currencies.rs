//! Currencies, as they stand beside numbers, in headers and in number formats.

use crate::rulebook::text::fold;
use crate::rulebook::{CURRENCIES, Reading};

/// The capitals of a code.
const CODE: usize = 3;

/// The currency that a short text beside a number is: a code in any case, or a sign.
pub(in crate::inventory) fn beside(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let sign = || CURRENCIES.signs.iter().copied().find(|(sign, _)| *sign == text).map(|(_, currency)| currency);
    CURRENCIES.code(text).or_else(sign).or_else(|| named(&fold(text)))
}

/// The same with the power of ten that may be joined to it: `TEUR`, `k€`.
pub(in crate::inventory) fn unit_beside(text: &str, reading: &Reading) -> Option<(&'static str, f64)> {
    let joined = || {
        let (currency, magnitude) = split_currency(text.trim(), reading)?;
        Some((currency, reading.magnitude(magnitude)?))
    };
    beside(text).map(|currency| (currency, 1.0)).or_else(joined)
}

/// Whether a word of a header says in what amounts are: `eur`, `keur`, `teur`, `euros`.
pub(in crate::inventory) fn is_unit_word(word: &str, reading: &Reading) -> bool {
    beside(word).is_some()
        || split_currency(&word.to_uppercase(), reading)
            .is_some_and(|(_, magnitude)| magnitude.is_empty() || reading.magnitude(magnitude).is_some())
        || word.len() > 4 && reading.magnitude(word).is_some()
}

/// The currency of a folded name.
pub(super) fn named(folded: &str) -> Option<&'static str> {
    CURRENCIES.names.iter().find(|(name, _)| name == folded).map(|(_, currency)| *currency)
}

/// A currency in a token, and what else stands in it: `TEUR`, `k€`, `$M`, `COST$`.
pub(super) fn split_currency<'t>(token: &'t str, reading: &Reading) -> Option<(&'static str, &'t str)> {
    // A code in small letters is part of a word.
    let code = |part: &str| CURRENCIES.code(part).filter(|code| *code == part);
    let at_end = token.len().checked_sub(CODE).and_then(|start| token.split_at_checked(start));
    let at_end = at_end.and_then(|(rest, part)| Some((code(part)?, rest)));
    let at_start = token.split_at_checked(CODE).and_then(|(part, rest)| Some((code(part)?, rest)));
    let is_told = |(_, rest): &(&str, &str)| rest.is_empty() || reading.magnitude(rest).is_some();
    if let Some(found) = at_end.into_iter().chain(at_start).find(is_told) {
        return Some(found);
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
