//! Keeps what stood in a file from acting on a terminal.
//!
//! Names, sheets and values come from anywhere. Control characters could move the cursor, rewrite what was printed or set
//! the clipboard, and directional marks could make a line read otherwise than it is.

use std::borrow::Cow;
use std::fmt::Write;

/// A text without anything that acts on a terminal: control characters are shown as escapes.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    text.chars().for_each(|c| push(&mut out, c));
    Cow::Owned(out)
}

/// A printed text in which nothing but the line breaks and the styles of this program acts on a terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && acts(c)) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len() + 8), text);
    while let Some(c) = rest.chars().next() {
        let length = if c == '\x1b' { style(rest) } else { usize::from(c == '\n') };
        let (kept, after) = rest.split_at(length);
        out.push_str(kept);
        rest = after;
        if length == 0 {
            push(&mut out, c);
            rest = &rest[c.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

/// How many bytes of a text are one of this program's styles.
fn style(text: &str) -> usize {
    let Some(parameters) = text.strip_prefix("\x1b[").and_then(|rest| rest.split('m').next()) else { return 0 };
    let is_colour = parameters.strip_prefix("38;5;").is_some_and(|number| number.parse::<u8>().is_ok());
    let is_own = is_colour || ["0", "1", "2", "31", "33"].contains(&parameters);
    if is_own && text[2 + parameters.len()..].starts_with('m') { 3 + parameters.len() } else { 0 }
}

fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn push(out: &mut String, c: char) {
    if acts(c) {
        let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
    } else {
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal_but_our_own_styles() {
        for (text, shown) in [
            ("Payroll – Löhne", "Payroll – Löhne"),
            ("a\nb", "a\nb"),
            ("\x1b[1mBold\x1b[0m", "\x1b[1mBold\x1b[0m"),
            ("\x1b[38;5;172m█\x1b[0m", "\x1b[38;5;172m█\x1b[0m"),
            ("\x1b[8mhidden", "\\u{1b}[8mhidden"),
            ("\x1b[38;5;999m", "\\u{1b}[38;5;999m"),
            ("\x1b[1", "\\u{1b}[1"),
            ("\x1b]52;c;cm0=\x07", "\\u{1b}]52;c;cm0=\\u{7}"),
            ("a\rb\u{9b}2J", "a\\u{d}b\\u{9b}2J"),
            ("\u{202e}gpj.exe", "\\u{202e}gpj.exe"),
        ] {
            assert_eq!(harmless(text), shown);
        }
        assert_eq!(escaped("a\n\x1b[1mb"), "a\\u{a}\\u{1b}[1mb");
    }
}
