//! A header, a legend or the text of a number format as words, numbers, signs and units, each with the bracket it stands in.

use super::currencies::split_currency;
use crate::rulebook::Reading;
use crate::rulebook::text::fold;

/// A part of a text that may say something.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'t> {
    pub(super) kind: TokenKind,
    /// As it stands.
    pub(super) text: &'t str,
    /// The same, folded.
    pub(super) folded: String,
    /// The bracket that it stands in, counted from 1; 0 outside of all.
    pub(super) bracket: u16,
    /// The line that it stands in.
    pub(super) line: u16,
    /// Whether it follows on the one before without a blank.
    pub(super) is_joined: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind {
    Word,
    Number(f64),
    /// A sign; all dashes are `-`, all arrows `>`.
    Sign(char),
    /// A currency, and a power of ten in the same word: `k€`, `TEUR`, `USD`.
    Currency(&'static str, f64),
    /// A power of ten in figures: `x1000`, `'000`.
    Factor(f64),
}

impl Token<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// The word as phrases have it, or the number as it stands.
    pub(super) fn said(&self) -> &str {
        if self.is_word() { &self.folded } else { self.text }
    }

    pub(super) fn number(&self) -> Option<f64> {
        if let TokenKind::Number(number) = self.kind { Some(number) } else { None }
    }

    /// Whether it is a sign that says something, and none between words: `³`, `½`, `‰`.
    pub(super) fn is_telling_sign(&self) -> bool {
        matches!(self.kind, TokenKind::Sign(sign) if sign.is_numeric() || "\u{2030}\u{2031}\u{b1}".contains(sign))
    }

    /// Whether it is a sign for a currency that is not known: `₭`.
    pub(super) fn is_unknown_currency(&self) -> bool {
        matches!(self.kind, TokenKind::Sign(sign) if is_currency_sign(sign))
    }

    pub(super) fn is_sign(&self, signs: &[char]) -> bool {
        matches!(self.kind, TokenKind::Sign(sign) if signs.contains(&sign))
    }
}

/// More than this is a text, and no header.
const MOST: usize = 400;

/// The tokens of a text.
pub(super) fn tokens<'t>(text: &'t str, reading: &Reading) -> Vec<Token<'t>> {
    let mut lexer = Lexer { text, reading, at: 0, open: Vec::new(), brackets: 0, line: 0, end: 0, tokens: Vec::new() };
    while lexer.at < text.len() && lexer.tokens.len() < MOST {
        lexer.step();
    }
    lexer.tokens
}

struct Lexer<'t, 'r> {
    text: &'t str,
    reading: &'r Reading,
    at: usize,
    open: Vec<u16>,
    brackets: u16,
    line: u16,
    /// Where the last token ended.
    end: usize,
    tokens: Vec<Token<'t>>,
}

impl Lexer<'_, '_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else { return };
        let begins = self.text[..self.at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        match first {
            '(' | '[' | '{' => {
                self.brackets += 1;
                self.open.push(self.brackets);
                self.at += 1;
            }
            ')' | ']' | '}' => {
                self.open.pop();
                self.at += 1;
            }
            '\n' => {
                self.line += 1;
                self.at += 1;
            }
            c if c.is_whitespace() || c == '_' => self.at += c.len_utf8(),
            _ if begins && self.unit(rest) => {}
            c if c.is_ascii_digit() => self.number(rest),
            c if c.is_alphabetic() => self.word(rest),
            _ => self.sign(rest),
        }
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let text = &self.text[self.at..self.at + length];
        let is_joined = self.end == self.at && !self.tokens.is_empty();
        let bracket = self.open.last().copied().unwrap_or(0);
        self.tokens.push(Token { kind, text, folded: fold(text), bracket, line: self.line, is_joined });
        self.at += length;
        self.end = self.at;
    }

    /// A word that is a currency, alone or with a power of ten, or a power of ten in figures.
    fn unit(&mut self, rest: &str) -> bool {
        let is_between = |c: char| c.is_whitespace() || "()[]{}/;:=|_\u{2192}".contains(c);
        let chunk = &rest[..rest.find(is_between).unwrap_or(rest.len())];
        let chunk = chunk.trim_end_matches(['.', ',', '%', '?', '*']);
        if let Some((currency, magnitude)) = split_currency(chunk, self.reading) {
            if magnitude.is_empty() {
                self.push(TokenKind::Currency(currency, 1.0), chunk.len());
                return true;
            }
            if let Some(factor) = self.reading.magnitude(magnitude) {
                self.push(TokenKind::Currency(currency, factor), chunk.len());
                return true;
            }
            // `COST$`
            if chunk.starts_with(magnitude) && magnitude.chars().all(char::is_alphabetic) {
                self.push(TokenKind::Word, magnitude.len());
                self.push(TokenKind::Currency(currency, 1.0), chunk.len() - magnitude.len());
                return true;
            }
            return false;
        }
        let figures = chunk.strip_prefix(['x', 'X', '\u{d7}', '*']);
        let is_times = figures.is_some_and(|figures| figures.starts_with(|c: char| c.is_ascii_digit()));
        let marked = chunk.starts_with(['\'', '\u{2019}']) || chunk.starts_with("000") || is_times;
        match self.reading.magnitude(figures.filter(|_| is_times).unwrap_or(&fold(chunk))) {
            Some(factor) if marked => {
                self.push(TokenKind::Factor(factor), chunk.len());
                true
            }
            _ => false,
        }
    }

    /// Digits, with groups of three behind a comma, a point or an apostrophe, or a fraction.
    fn number(&mut self, rest: &str) {
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let mut length = digits(rest);
        let mut plain = rest[..length].to_owned();
        let is_short = length <= 3;
        while is_short
            && rest[length..].starts_with([',', '\'', '.'])
            && digits(&rest[length + 1..]) == 3
            && !(rest[length..].starts_with('.') && plain == "0")
        {
            plain += &rest[length + 1..length + 4];
            length += 4;
        }
        let fraction = rest[length..].strip_prefix(['.', ',']).map_or(0, digits);
        if fraction > 0 {
            plain = format!("{plain}.{}", &rest[length + 1..length + 1 + fraction]);
            length += 1 + fraction;
        }
        self.push(TokenKind::Number(plain.parse().unwrap_or(f64::NAN)), length);
    }

    /// Letters, up to where camelCase starts a new word.
    fn word(&mut self, rest: &str) {
        let characters: Vec<(usize, char)> = rest.char_indices().take_while(|(_, c)| belongs(*c)).collect();
        let is = |at: usize, of: fn(char) -> bool| characters.get(at).is_some_and(|(_, c)| of(*c));
        let lower_after = |at: usize| characters[at..].iter().take_while(|(_, c)| c.is_lowercase()).count();
        let starts = |at: &usize| {
            let lower = lower_after(at + 1);
            let ends_acronym = lower > 1 || lower == 1 && !characters[at + 1].1.eq(&'s');
            is(*at, char::is_uppercase)
                && (is(at - 1, char::is_lowercase) || is(at - 1, char::is_uppercase) && ends_acronym)
        };
        let end = (1..characters.len()).find(starts).map(|at| characters[at].0);
        let whole = characters.last().map_or(rest.len(), |(at, c)| at + c.len_utf8());
        self.push(TokenKind::Word, end.unwrap_or(whole));
    }

    fn sign(&mut self, rest: &str) {
        for (text, sign) in [("...", '\u{2026}'), ("..", '-'), ("->", '>'), ("=>", '>'), ("==", '=')] {
            if rest.starts_with(text) {
                return self.push(TokenKind::Sign(sign), text.len());
            }
        }
        let Some(first) = rest.chars().next() else { return };
        let sign = match first {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2190}'..='\u{21ff}' | '\u{27a1}' => '>',
            other => other,
        };
        self.push(TokenKind::Sign(sign), first.len_utf8());
    }
}

/// Whether a character is of Unicode's category of currency symbols (`Sc`).
fn is_currency_sign(c: char) -> bool {
    matches!(c,
        '$' | '\u{a2}'..='\u{a5}' | '\u{58f}' | '\u{60b}' | '\u{7fe}' | '\u{7ff}' | '\u{9f2}' | '\u{9f3}' | '\u{9fb}'
        | '\u{af1}' | '\u{bf9}' | '\u{e3f}' | '\u{17db}' | '\u{20a0}'..='\u{20cf}' | '\u{a838}' | '\u{fdfc}' | '\u{fe69}'
        | '\u{ff04}' | '\u{ffe0}' | '\u{ffe1}' | '\u{ffe5}' | '\u{ffe6}' | '\u{11fdd}'..='\u{11fe0}' | '\u{1e2ff}' | '\u{1ecb0}')
}

fn belongs(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::load_default;

    #[test]
    fn headers_fall_into_words_numbers_signs_and_units() {
        let reading = load_default().reading;
        for (text, expected) in [
            ("Annual_Cost_EUR", "Annual Cost €EUR"),
            ("Cost (k€, p.a.)", "Cost €EUR*1000/1 ,/1 p/1 ./1 a/1 ./1"),
            ("Náklady (Kč, 5 k)", "Náklady €CZK/1 ,/1 5/1 k/1"),
            ("COST$ [x1000]", "COST €$ *1000/1"),
            ("Volume ('000s)", "Volume *1000/1"),
            ("Volume (x1,000)", "Volume *1000/1"),
            ("Value 1\u{2013}5 \u{2192} high", "Value 1 - 5 > high"),
            ("annualVolume 2023/24", "annual Volume 2023 / 24"),
            ("FTEs (1.5, 10,000)", "FTEs 1.5/1 ,/1 10000/1"),
            ("in 1.000 or 0.500 or 12'000", "in 1000 or 0.5 or 12000"),
            ("1..5 ... 7", "1 - 5 \u{2026} 7"),
            ("Umfang in Tsd. St\u{fc}ck", "Umfang in Tsd . St\u{fc}ck"),
        ] {
            let found: Vec<String> = tokens(text, &reading)
                .iter()
                .map(|token| {
                    let shown = match token.kind {
                        TokenKind::Word => token.text.to_owned(),
                        TokenKind::Number(number) => number.to_string(),
                        TokenKind::Sign(sign) => sign.to_string(),
                        TokenKind::Currency(currency, 1.0) => format!("€{currency}"),
                        TokenKind::Currency(currency, factor) => format!("€{currency}*{factor}"),
                        TokenKind::Factor(factor) => format!("*{factor}"),
                    };
                    if token.bracket > 0 { format!("{shown}/{}", token.bracket) } else { shown }
                })
                .collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
