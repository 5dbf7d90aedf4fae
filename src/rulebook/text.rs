//! Texts made comparable: the same folding for the rulebook's words and for the cells they are compared with.

use std::borrow::Cow;

/// Words as they are looked up: by a faster hash than that of the standard library, which is made for keys that strangers choose.
pub use foldhash::{HashMap as WordMap, HashSet as WordSet};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::sheets::Name;

/// Whether a text is a name of our own files in any language, as texts are compared.
pub fn is_called(text: &str, name: Name) -> bool {
    let folded = fold(text);
    name.texts().iter().any(|own| fold(own) == folded)
}

/// What a header of our own is about: `Expertise` of `Level: Expertise`, given the name before the colon.
pub fn called_of(header: &str, what: Name) -> Option<&str> {
    header.split_once(": ").filter(|(before, _)| is_called(before, what)).map(|(_, of)| of)
}

/// How workbooks write a carriage return in a text; some programs leave it so.
pub const CARRIAGE_RETURN: &str = "_x000D_";

/// A value as it is compared: without case, accents, outer blanks or repeated blanks, with one kind of dash and quote.
pub fn fold(value: &str) -> String {
    if value.contains('_') && value.contains(CARRIAGE_RETURN) {
        return fold(&value.replace(CARRIAGE_RETURN, " "));
    }
    if value.is_ascii() {
        return fold_ascii(value);
    }
    let mut folded = String::with_capacity(value.len());
    for character in value.chars() {
        // The order of marks does not matter, for none is kept.
        decompose_compatible(character, |part| push_folded(&mut folded, part));
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_folded(folded: &mut String, character: char) {
    if is_combining_mark(character) {
        return;
    }
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
        '\u{2018}' | '\u{2019}' => folded.push('\''),
        '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
        c if c.is_whitespace() || c.is_control() => {
            if folded.chars().next_back().is_some_and(|last| last != ' ') {
                folded.push(' ');
            }
        }
        c => folded.extend(c.to_lowercase()),
    }
}

/// The same for a text of plain letters, as most are.
fn fold_ascii(value: &str) -> String {
    let is_blank = |byte: u8| byte <= b' ' || byte == 0x7f;
    if !value.bytes().any(is_blank) {
        return value.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if !is_blank(byte) {
            folded.push(char::from(byte.to_ascii_lowercase()));
        } else if folded.as_bytes().last().is_some_and(|last| *last != b' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A header as words: split at blanks, signs, underscores and camelCase, without what stands in brackets.
pub fn header_words(header: &str) -> Vec<String> {
    let has_brackets = header.bytes().any(|byte| matches!(byte, b'(' | b')' | b'[' | b']'));
    if has_brackets { words(&without_brackets(header)) } else { words(header) }
}

/// What a header holds in brackets, joined by blanks: a unit, a range or a list of values.
pub fn bracketed(header: &str) -> String {
    let mut inside = String::new();
    let mut depth = 0_u32;
    for character in header.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                inside.push(' ');
            }
            c if depth > 0 => inside.push(c),
            _ => {}
        }
    }
    inside.trim().to_owned()
}

/// A header without the brackets that say what numbers of a scale mean: `(1 = critical, 5 = negligible)`, `1 (tight) to 5
/// (loose)`. What is said there is no qualifier of the header.
pub fn without_labels(header: &str) -> Cow<'_, str> {
    let (mut kept, mut from) = (String::new(), 0);
    while let Some(start) = header[from..].find(['(', '[']).map(|at| from + at) {
        let Some(end) = header[start..].find([')', ']']).map(|at| start + at + 1) else { break };
        let is_label = ends_with_rating(&header[..start]) || ties(&header[start + 1..end - 1]);
        kept.push_str(&header[from..if is_label { start } else { end }]);
        from = end;
    }
    if from == 0 { Cow::Borrowed(header) } else { Cow::Owned(kept + &header[from..]) }
}

/// Whether a text says what a number other than a year means: `1 = high`, `5: low`.
fn ties(text: &str) -> bool {
    text.match_indices(['=', ':'])
        .any(|(at, _)| ends_with_rating(&text[..at]) && text[at + 1..].trim_start().starts_with(char::is_alphabetic))
}

/// Whether a text ends with a number that is no year.
fn ends_with_rating(text: &str) -> bool {
    const YEAR: usize = 4;
    (1..YEAR).contains(&text.trim_end().bytes().rev().take_while(u8::is_ascii_digit).count())
}

fn without_brackets(header: &str) -> String {
    let mut outside = String::new();
    let mut depth = 0_u32;
    for character in header.chars() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// A text as folded words: split at everything that is no letter or digit, and where camelCase starts a new word.
pub fn words(value: &str) -> Vec<String> {
    if value.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b' ')) {
        return value.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }
    if !value.is_ascii() && is_nfc_quick(value.chars()) != IsNormalized::Yes {
        return parted(&value.nfc().collect::<String>());
    }
    parted(value)
}

/// The words of a text whose accents are composed.
fn parted(value: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut start, mut before) = (None, ' ');
    for (at, character) in value.char_indices() {
        let starts_word = character.is_uppercase()
            && (before.is_lowercase()
                || before.is_uppercase() && starts_lower_case_word(&value[at + character.len_utf8()..]));
        let is_part = character.is_alphanumeric();
        if starts_word || !is_part {
            words.extend(start.take().map(|start| fold(&value[start..at])));
        }
        start = start.or(is_part.then_some(at));
        before = character;
    }
    words.extend(start.map(|start| fold(&value[start..])));
    words
}

/// Whether lower case goes on after a capital that ends an acronym: `Server` in `HTTPServer`, not `s` in `FTEs`.
fn starts_lower_case_word(rest: &str) -> bool {
    let lower = rest.chars().take(2).take_while(|c| c.is_lowercase()).count();
    lower > 1 || (lower == 1 && !rest.starts_with('s'))
}

/// Whether a phrase stands in a text as whole words, in order.
pub fn holds_phrase(text: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_a_scale_are_no_qualifiers() {
        for (header, without) in [
            ("Importance (1 = critical, 5 = negligible)", "Importance "),
            ("Integration, 1 (tight) to 5 (loose)", "Integration, 1  to 5 "),
            ("Control [1: full; 5: none] wanted", "Control  wanted"),
            ("Volume (Q1: 2024)", "Volume (Q1: 2024)"),
            ("Volume (2024: plan)", "Volume (2024: plan)"),
            ("Volume 2025 (plan)", "Volume 2025 (plan)"),
            ("Cost (EUR)", "Cost (EUR)"),
            ("Cost (open", "Cost (open"),
            ("Cost", "Cost"),
        ] {
            assert_eq!(without_labels(header), without);
        }
    }

    #[test]
    fn values_fold() {
        for (value, folded) in [
            ("  High ", "high"),
            ("Élevé", "eleve"),
            ("Low\u{2013}Medium", "low-medium"),
            ("N/A", "n/a"),
            ("one\u{a0}\n time", "one time"),
            ("K. A.", "k. a."),
            ("\u{feff}Ja", "ja"),
            (" two \t\r\n words\u{b} ", "two words"),
            ("\u{7f}x", "x"),
            ("High_x000D_", "high"),
            ("one_x000D_\ntime\u{200b}", "one time"),
        ] {
            assert_eq!(fold(value), folded, "{value:?}");
        }
    }

    #[test]
    fn plain_letters_fold_as_any_others_do() {
        let mut random = fastrand::Rng::with_seed(1);
        for _ in 0..2_000 {
            let plain: String = (0..random.usize(0..12)).map(|_| char::from(random.u8(0..128))).collect();
            // A letter with an accent leads the text the other way round.
            assert_eq!(fold(&format!("{plain}é")), fold(&format!("{plain}e")), "{plain:?}");
        }
    }

    #[test]
    fn headers_split_into_words() {
        for (header, expected) in [
            ("Annual cost (USD)", "annual cost"),
            ("annual_cost", "annual cost"),
            ("annualCost", "annual cost"),
            ("  Service\nName (English) ", "service name"),
            ("RTO", "rto"),
            ("FTEs", "ftes"),
            ("totalFTE", "total fte"),
            ("HTTPServer", "http server"),
            ("Core/Non-core", "core non core"),
            ("Häufigkeit", "haufigkeit"),
        ] {
            assert_eq!(header_words(header).join(" "), expected, "{header:?}");
        }
        assert_eq!(bracketed("Strategic value (1-5)"), "1-5");
    }
}
