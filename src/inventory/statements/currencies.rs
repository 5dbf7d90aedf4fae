//! Currencies, as they stand beside numbers, in headers and in number formats.

use crate::rulebook::text::fold;
use crate::rulebook::{CURRENCIES, Reading};

/// The capitals of a code.
const CODE: usize = 3;

/// The currency that a short text beside a number is: a code in any case, or a sign.
pub(in crate::inventory) fn beside(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let code = CURRENCIES.codes.iter().copied().find(|code| code.eq_ignore_ascii_case(text));
    let sign = || CURRENCIES.signs.iter().copied().find(|(sign, _)| *sign == text).map(|(_, currency)| currency);
    code.or_else(sign).or_else(|| named(&fold(text)))
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
    // Most words hold no capitals where a code would be.
    let is_code = |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_uppercase()));
    let may_hold = is_code(token.get(..CODE)) || is_code(token.get(token.len().saturating_sub(CODE)..));
    for code in CURRENCIES.codes.iter().copied().filter(|_| may_hold) {
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
