//! Keeps what stood in a file from acting on a terminal, now or when an output or a log is looked at.
//!
//! Names, sheets and values come from anywhere. Control characters could move the cursor, rewrite what was printed or set
//! the clipboard, and directional marks could make a line read otherwise than it is.

use std::borrow::Cow;
use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use crate::problem::{printable, steers};

/// Writes a value as one line of JSON in which nothing acts on a terminal.
///
/// # Errors
/// The value cannot be written as JSON, or whatever writing to `into` comes to.
pub fn write_json(value: &impl Serialize, mut into: impl io::Write) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut into, Escaping))?;
    into.write_all(b"\n")
}

/// JSON on one line; what acts is escaped beyond what JSON asks for, which is the control characters of ASCII.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, into: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        // Almost all texts are plain, and are told so faster by their bytes.
        while !is_plain(rest) {
            let Some((at, c)) = rest.char_indices().find(|(_, c)| steers(*c)) else { break };
            into.write_all(&rest.as_bytes()[..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(into, "\\u{unit:04x}")?;
            }
            rest = &rest[at + c.len_utf8()..];
        }
        into.write_all(rest.as_bytes())
    }
}

fn is_plain(text: &str) -> bool {
    text.is_ascii() && !text.as_bytes().contains(&0x7f)
}

/// A printed text in which nothing but line ends, tabs and the styles of this program acts on a terminal.
pub fn harmless(text: &str) -> Cow<'_, str> {
    let stays = |c: char| matches!(c, '\n' | '\t');
    if !text.contains(|c| !stays(c) && steers(c)) {
        return Cow::Borrowed(text);
    }
    let (mut out, mut rest) = (String::with_capacity(text.len() + 8), text);
    while let Some(c) = rest.chars().next() {
        let length = if c == '\x1b' { style(rest) } else { usize::from(stays(c)) };
        let (kept, after) = rest.split_at(length);
        out.push_str(kept);
        rest = after;
        if length == 0 {
            let (shown, after) = rest.split_at(c.len_utf8());
            out.push_str(&printable(shown));
            rest = after;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal_but_our_own_styles() {
        for (text, shown) in [
            ("Payroll – Löhne", "Payroll – Löhne"),
            ("a\nb\tc", "a\nb\tc"),
            ("\x1b[1mBold\x1b[0m", "\x1b[1mBold\x1b[0m"),
            ("\x1b[38;5;172m█\x1b[0m", "\x1b[38;5;172m█\x1b[0m"),
            ("\x1b[8mhidden", "<U+001B>[8mhidden"),
            ("\x1b[38;5;999m", "<U+001B>[38;5;999m"),
            ("\x1b[1", "<U+001B>[1"),
            ("\x1b]52;c;cm0=\x07", "<U+001B>]52;c;cm0=<U+0007>"),
            ("a\rb\u{9b}2J", "a<U+000D>b<U+009B>2J"),
            ("\u{202e}gpj.exe", "<U+202E>gpj.exe"),
        ] {
            assert_eq!(harmless(text), shown);
        }
        let mut json = Vec::new();
        write_json(&["é\x1b[0m\u{9b}2J", "\u{202e}xaT\u{7f}"], &mut json).expect("memory takes it");
        let json = String::from_utf8(json).expect("JSON is UTF-8");
        assert_eq!(json, "[\"é\\u001b[0m\\u009b2J\",\"\\u202exaT\\u007f\"]\n");
    }
}
