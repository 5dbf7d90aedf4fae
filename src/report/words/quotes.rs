//! What stands between backticks on a terminal stands between quotation marks in print.

use std::borrow::Cow;

/// A text as it is printed: no reader of a page takes a backtick for a quotation mark.
pub(crate) fn in_print(text: &str) -> Cow<'_, str> {
    if !text.contains('`') {
        return Cow::Borrowed(text);
    }
    let mut printed = String::with_capacity(text.len() + 8);
    let mut before = None;
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next();
        let is_letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
        let opens = before.is_none_or(|before: char| before.is_whitespace() || "([{/\u{2013}\u{2014}".contains(before));
        printed.push(match character {
            '`' if is_letter(before) && is_letter(after) => '\u{2019}',
            '`' if opens => '\u{201C}',
            '`' => '\u{201D}',
            other => other,
        });
        before = Some(character);
    }
    Cow::Owned(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_become_quotation_marks() {
        for (text, printed) in [
            ("plain", "plain"),
            ("`names` and `High`", "\u{201C}names\u{201D} and \u{201C}High\u{201D}"),
            (
                "cell D5 (`Repetitiveness`): found ``",
                "cell D5 (\u{201C}Repetitiveness\u{201D}): found \u{201C}\u{201D}",
            ),
            ("a, found `b``", "a, found \u{201C}b\u{201D}\u{201D}"),
            ("rock`n`roll", "rock\u{2019}n\u{2019}roll"),
        ] {
            assert_eq!(in_print(text), printed);
        }
    }
}
