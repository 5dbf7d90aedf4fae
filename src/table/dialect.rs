//! How the fields of delimited text are parted and marked, told from the text itself, and small damage that can be mended
//! without guessing what a field holds.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::ops::Range;
use std::str::FromStr;

use super::encoding::line_of;
use crate::codes::Code;
use crate::problem::{Place, Problem, Problems, Spot};

/// The delimiters that are looked for.
const DELIMITERS: [(u8, &str); 4] = [(b',', "commas"), (b';', "semicolons"), (b'\t', "tabs"), (b'|', "bars")];

/// Others that a user can state, and that are named where they seem to part the fields.
const RARE: [char; 13] = ['^', '~', '¦', '§', '¬', '·', '¶', '#', '!', ':', '\u{1}', '\u{1E}', '\u{1F}'];

/// What stands for a delimiter that is more than a byte long, while the text is read.
const STAND_IN: u8 = 0x1F;

/// How many records are looked at to tell the delimiter, and how many lines at most.
const RECORDS_SNIFFED: usize = 50;
const LINES_SNIFFED: usize = 1_000;

/// A delimiter that a user states: a character, or the word `tab`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedDelimiter(char);

impl FromStr for StatedDelimiter {
    type Err = String;

    fn from_str(text: &str) -> Result<StatedDelimiter, String> {
        let mut letters = text.chars();
        match (text.to_lowercase().as_str(), letters.next(), letters.next()) {
            ("tab" | "\\t", ..) => Ok(StatedDelimiter('\t')),
            ("comma", ..) => Ok(StatedDelimiter(',')),
            ("semicolon", ..) => Ok(StatedDelimiter(';')),
            (_, Some(letter), None) if !letter.is_alphanumeric() && !"\"\r\n".contains(letter) => {
                Ok(StatedDelimiter(letter))
            }
            _ => Err("expected one character that is no letter, digit or quotation mark, or `tab`".to_owned()),
        }
    }
}

impl fmt::Display for StatedDelimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            '\t' => f.write_str("tab"),
            letter => f.write_char(letter),
        }
    }
}

/// How the fields of a text are parted and marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// The byte between fields.
    pub(super) delimiter: u8,
    /// The delimiter as it stands in the file.
    letter: char,
    /// The mark around fields.
    pub(super) quote: u8,
    /// Whether a backslash stands before a mark that belongs to the text.
    pub(super) has_escapes: bool,
}

impl Dialect {
    /// The dialect of a text, with the text as it is to be read and what there is to be said of it. Lines stay where they are.
    ///
    /// # Errors
    /// Nothing that is known parts the fields, or a mark opens and is never closed.
    pub(super) fn of<'t>(
        text: &'t str,
        stated: Option<StatedDelimiter>,
        place: &Place,
        problems: &mut Problems,
    ) -> Result<(Dialect, Cow<'t, str>), Problem> {
        let named = named_in_first_line(text);
        let body = named.as_ref().map_or(text, |(_, rest)| &text[rest.start..]);
        let quote = mark_around_all(body);
        let stated = stated.map(|stated| stated.0).or(named.as_ref().map(|(letter, _)| *letter));
        let (letter, wrapped) = match stated {
            Some(letter) => (letter, false),
            None => sniffed(body, quote, place)?,
        };
        let delimiter = u8::try_from(letter).ok().filter(u8::is_ascii).unwrap_or(STAND_IN);
        let mut dialect = Dialect { delimiter, letter, quote, has_escapes: false };
        // The line stays, and is empty.
        let mut text = Cow::Borrowed(named.map_or(text, |(_, rest)| &text[rest.start - rest.len()..]));
        if wrapped {
            text = Cow::Owned(unwrapped(&text));
        }
        if delimiter == STAND_IN && letter != char::from(STAND_IN) {
            text = Cow::Owned(text.replace(letter, "\u{1F}"));
        }
        let text = dialect.mended(text, place, problems)?;
        Ok((dialect, text))
    }

    /// The delimiter's name, in the plural.
    pub(super) fn name(self) -> String {
        match DELIMITERS.iter().find(|(byte, _)| *byte == self.delimiter) {
            Some((_, name)) => (*name).to_owned(),
            None => shown(self.letter),
        }
    }

    /// How the text is read, apart from its encoding.
    pub(super) fn description(self) -> String {
        let mut parts = Vec::new();
        if self.quote == b'\'' {
            parts.push("single quotation marks".to_owned());
        }
        if self.has_escapes {
            parts.push("backslashes before marks".to_owned());
        }
        parts.push(self.name());
        parts.join(", ")
    }

    /// A field as it stands in the file.
    pub(super) fn field(self, field: &str) -> Cow<'_, str> {
        if self.delimiter == STAND_IN && self.letter != char::from(STAND_IN) && field.contains('\u{1F}') {
            return Cow::Owned(field.replace('\u{1F}', self.letter.encode_utf8(&mut [0; 4])));
        }
        Cow::Borrowed(field)
    }

    /// Another delimiter that parts a line into so many fields.
    pub(super) fn other_delimiter(self, line: &str, fields: usize) -> Option<&'static str> {
        let parts = |other: &&(u8, &str)| other.0 != self.delimiter && unquoted(line, other.0) + 1 == fields;
        DELIMITERS.iter().find(parts).map(|(_, name)| *name)
    }

    /// The text without what stands between fields and belongs to none of them.
    fn mended<'t>(
        &mut self,
        text: Cow<'t, str>,
        place: &Place,
        problems: &mut Problems,
    ) -> Result<Cow<'t, str>, Problem> {
        let mut marks = Marks::of(&text, *self);
        if (marks.open.is_some() || marks.stray > 0) && text.contains("\\\"") {
            let escaped = Dialect { has_escapes: true, ..*self };
            let better = Marks::of(&text, escaped);
            if better.open.is_none() && better.stray == 0 {
                (*self, marks) = (escaped, better);
            }
        }
        problems.extend(marks.problems(&text, place)?);
        if marks.edits.is_empty() {
            return Ok(text);
        }
        let (mut mended, mut from) = (String::with_capacity(text.len()), 0);
        // A byte-order mark among blanks goes with them.
        for (range, instead) in marks.edits.iter().filter(|(range, _)| !range.is_empty()) {
            if range.start < from {
                continue;
            }
            mended.push_str(&text[from..range.start]);
            mended.push_str(instead);
            from = range.end;
        }
        mended.push_str(&text[from..]);
        Ok(Cow::Owned(mended))
    }
}

fn shown(letter: char) -> String {
    if letter.is_control() { format!("`\\x{:02x}`", u32::from(letter)) } else { format!("`{letter}`") }
}

/// The delimiter that a first line such as `sep=;` names, and the range of what ends that line.
fn named_in_first_line(text: &str) -> Option<(char, Range<usize>)> {
    let end = text.find(['\r', '\n'])?;
    let line = text[..end].trim_matches('"');
    let rest = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..])?;
    let letter = rest.chars().next().filter(|letter| !letter.is_alphanumeric())?;
    let ending = if text[end..].starts_with("\r\n") { 2 } else { 1 };
    rest[letter.len_utf8()..].chars().all(|more| more == letter).then_some((letter, end + ending..end + 2 * ending))
}

/// The mark around fields: single ones where most fields of the first line stand in them, as all texts do beside numbers.
fn mark_around_all(text: &str) -> u8 {
    const LEAST: usize = 2;
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    let parted = |(delimiter, _): &(u8, &str)| {
        let fields = || first.split(char::from(*delimiter)).map(str::trim);
        let begun = fields().filter(|field| field.starts_with('\'')).count();
        let ended = fields().filter(|field| field.len() > 1 && field.ends_with('\'')).count();
        begun >= LEAST && begun == ended && begun * 2 > fields().count() && first.matches('\'').count() == begun + ended
    };
    if DELIMITERS.iter().any(parted) { b'\'' } else { b'"' }
}

/// The delimiter that parts most of the first records into the same number of fields, and into the most; and whether each
/// line stands in quotation marks as a whole.
fn sniffed(text: &str, quote: u8, place: &Place) -> Result<(char, bool), Problem> {
    let best = |text: &str| {
        let scores = DELIMITERS.map(|(delimiter, _)| (score(text, delimiter, quote), delimiter));
        // `max_by_key` takes the last of equals: the comma, the commonest, comes last.
        scores.into_iter().rev().max_by_key(|(score, _)| *score).unwrap_or(((0, 0), b','))
    };
    let (plain, delimiter) = best(text);
    let rare = rare_delimiter(text);
    let lines = text.lines().filter(|line| !line.trim().is_empty()).take(RECORDS_SNIFFED).count();
    if plain.1 > 1 && (rare.is_none() || 2 * plain.0 > lines) {
        return Ok((char::from(delimiter), false));
    }
    if let Some(lines) = are_wrapped(text).then(|| unwrapped(text)) {
        let (inner, delimiter) = best(&lines);
        if inner.1 > 1 {
            return Ok((char::from(delimiter), true));
        }
    }
    if let Some(letter) = rare {
        let stated = if letter.is_control() { "CHARACTER".to_owned() } else { format!("'{letter}'") };
        let message = format!("each line is one field; {} seems to part its fields", shown(letter));
        return Err(Problem::error(Code::UnknownDelimiter, place.clone(), message)
            .help(format!("state it: `--delimiter {stated}`")));
    }
    Ok((char::from(delimiter), false))
}

/// Whether every line stands in quotation marks, and has none within that are not doubled.
fn are_wrapped(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(LINES_SNIFFED).peekable();
    let is_wrapped = |line: &str| {
        let inner = line.strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        inner.is_some_and(|inner| inner.matches('"').count() == 2 * inner.matches("\"\"").count())
    };
    lines.peek().is_some() && lines.all(is_wrapped)
}

/// The lines without the marks around each of them.
fn unwrapped(text: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| {
        let end = line.trim_end_matches(['\r', '\n']).len();
        let inner = line[..end].strip_prefix('"').and_then(|line| line.strip_suffix('"'));
        inner.map_or_else(|| line.to_owned(), |inner| inner.replace("\"\"", "\"") + &line[end..])
    });
    lines.collect()
}

/// A character that stands equally often in each of several lines, and is no delimiter that is looked for.
fn rare_delimiter(text: &str) -> Option<char> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(RECORDS_SNIFFED).collect();
    let parts = |letter: &char| {
        let count = lines[0].matches(*letter).count();
        // A colon may stand in any text, so it must part more than two fields.
        count > usize::from(letter.is_ascii_punctuation())
            && lines.iter().all(|line| line.matches(*letter).count() == count)
    };
    if lines.len() < 2 {
        return None;
    }
    RARE.into_iter().find(parts)
}

/// How many of the first lines belong to records of the same number of fields, and what that is.
fn score(text: &str, delimiter: u8, quote: u8) -> (usize, usize) {
    let mut records: Vec<(usize, usize)> = Vec::new();
    let (mut fields, mut lines, mut is_odd, mut is_filled) = (1, 1, false, false);
    let (mut quoted, mut at_start, mut has_closed, mut before, mut all) = (false, true, false, delimiter, 0);
    for byte in text.bytes() {
        let ends_line = byte == b'\n' || byte == b'\r' && !quoted;
        let turns = byte == quote && (quoted || at_start || has_closed);
        has_closed = turns && quoted;
        match byte {
            _ if turns => quoted = !quoted,
            // A mark opens beside another delimiter: then that is the one.
            _ if byte == quote => is_odd |= DELIMITERS.iter().any(|(other, _)| *other == before),
            b'\n' | b'\r' if quoted => lines += usize::from(ends_line),
            b'\n' | b'\r' => {
                if is_filled && !is_odd {
                    records.push((fields, lines));
                }
                all += lines;
                (fields, lines, is_odd, is_filled) = (1, 1, false, false);
                if records.len() == RECORDS_SNIFFED || all > LINES_SNIFFED {
                    break;
                }
            }
            _ if byte == delimiter && !quoted => fields += 1,
            _ => {}
        }
        is_filled |= !byte.is_ascii_whitespace();
        at_start = !quoted && (byte == delimiter || ends_line || at_start && byte == b' ');
        before = byte;
    }
    if is_filled && !is_odd && !quoted {
        records.push((fields, lines));
    }
    records.retain(|(fields, _)| *fields > 1);
    records.sort_unstable();
    let groups = records.chunk_by(|a, b| a.0 == b.0);
    groups.map(|same| (same.iter().map(|(_, lines)| lines).sum(), same[0].0)).max().unwrap_or_default()
}

fn unquoted(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        count += usize::from(byte == delimiter && !quoted);
    }
    count
}

/// What stands around fields, looked at byte by byte.
#[derive(Default)]
struct Marks {
    /// A mark that opens and is not closed as it should be, with what is wrong.
    open: Option<(usize, &'static str)>,
    /// Fields with text behind the mark that closes them, and the first of them.
    stray: usize,
    first_stray: Option<usize>,
    /// Carriage returns within lines, and the first of them.
    returns: usize,
    first_return: Option<usize>,
    /// Line feeds within fields without marks, and the first of them.
    feeds: usize,
    first_feed: Option<usize>,
    /// What is to be left out or replaced, in order.
    edits: Vec<(Range<usize>, &'static str)>,
}

/// The fields of lines, in a text whose lines end in a carriage return and a line feed: a line feed alone then may stand
/// within a field, and does where the pieces before and behind it make one row.
struct Lines {
    has_returns: bool,
    /// The fields of the first line.
    usual: Option<usize>,
    fields: usize,
    /// A line feed alone, and the fields before it.
    torn: Option<(usize, usize)>,
}

impl Lines {
    fn of(text: &[u8]) -> Lines {
        let first = memchr::memchr(b'\n', text).and_then(|at| at.checked_sub(1));
        let has_returns = first.is_some_and(|before| text[before] == b'\r');
        Lines { has_returns, usual: None, fields: 1, torn: None }
    }

    /// A field ends without marks; gives the line feed that has torn its row.
    fn field_ends(&mut self, text: &[u8], at: usize, ends_line: bool) -> Option<usize> {
        if !self.has_returns {
            return None;
        }
        if !ends_line {
            self.fields += 1;
            return None;
        }
        let before = at.checked_sub(1).map(|before| text[before]);
        if text[at] == b'\n' && before == Some(b'\r') {
            return None;
        }
        // A blank line is no piece of a row.
        if before == Some(b'\n') {
            (self.fields, self.torn) = (1, None);
            return None;
        }
        let fields = std::mem::replace(&mut self.fields, 1);
        let usual = *self.usual.get_or_insert(fields);
        let found = self.torn.take().filter(|(_, torn)| usual > 1 && torn + fields == usual + 1);
        if text[at] == b'\n' {
            self.torn = Some((at, fields));
        }
        found.map(|(feed, _)| feed)
    }
}

enum At {
    FieldStart,
    /// Blanks since the start of the field.
    Blank(usize),
    Plain,
    Quoted,
    Escaped,
    MarkInQuoted,
    /// Blanks since the mark that closes a field.
    BlankAfter(usize),
}

impl Marks {
    /// Checks that quotation marks open and close whole fields. Where text follows a mark that closes a field of one line,
    /// that is a problem to be told; where the field has several, a mark is missing, and rows would have been swallowed.
    fn of(text: &str, dialect: Dialect) -> Marks {
        const MARK: &[u8] = "\u{FEFF}".as_bytes();
        let Dialect { delimiter, quote, has_escapes, .. } = dialect;
        let bytes = text.as_bytes();
        let has_feeds = memchr::memchr(b'\n', bytes).is_some();
        let (mut marks, mut at, mut opened, mut has_lines) = (Marks::default(), At::FieldStart, 0, false);
        let mut lines = Lines::of(bytes);
        for (i, &byte) in bytes.iter().enumerate() {
            let is_lone_return = byte == b'\r' && has_feeds && bytes.get(i + 1).is_some_and(|next| *next != b'\n');
            let ends_line = byte == b'\n' || byte == b'\r' && !is_lone_return;
            let ends_field = byte == delimiter || ends_line;
            at = match at {
                At::Quoted if byte == quote => At::MarkInQuoted,
                At::Quoted if byte == b'\\' && has_escapes => At::Escaped,
                At::Quoted => {
                    has_lines |= ends_line;
                    At::Quoted
                }
                At::Escaped => At::Quoted,
                At::MarkInQuoted if byte == quote => At::Quoted,
                _ if byte == MARK[0] && bytes[i..].starts_with(MARK) => {
                    marks.edits.push((i..i + MARK.len(), ""));
                    at
                }
                // The rest of the mark before.
                At::FieldStart if byte == MARK[1] || byte == MARK[2] => At::FieldStart,
                At::FieldStart | At::Blank(_) if byte == quote => {
                    if let At::Blank(from) = at {
                        marks.edits.push((from..i, ""));
                    }
                    (opened, has_lines) = (i, false);
                    At::Quoted
                }
                At::BlankAfter(from) if ends_field => {
                    marks.edits.push((from..i, ""));
                    At::FieldStart
                }
                _ if ends_field => At::FieldStart,
                At::FieldStart if byte == b' ' => At::Blank(i),
                At::Blank(from) if byte == b' ' => At::Blank(from),
                At::MarkInQuoted if byte == b' ' => At::BlankAfter(i),
                At::BlankAfter(from) if byte == b' ' => At::BlankAfter(from),
                At::MarkInQuoted | At::BlankAfter(_) if has_lines => {
                    marks.open.get_or_insert((
                        opened,
                        "a quotation mark opens here, and text follows the one that closes it lines below",
                    ));
                    At::Plain
                }
                At::MarkInQuoted | At::BlankAfter(_) => {
                    marks.stray += 1;
                    marks.first_stray.get_or_insert(opened);
                    At::Plain
                }
                _ => At::Plain,
            };
            let has_ended = matches!(at, At::FieldStart) && ends_field;
            if let Some(feed) = has_ended.then(|| lines.field_ends(bytes, i, ends_line)).flatten() {
                marks.feeds += 1;
                marks.first_feed.get_or_insert(feed);
                marks.edits.push((feed..feed + 1, " "));
            }
            if is_lone_return && !matches!(at, At::Quoted) {
                marks.returns += 1;
                marks.first_return.get_or_insert(i);
                marks.edits.push((i..i + 1, " "));
            }
        }
        if matches!(at, At::Quoted | At::Escaped) {
            marks.open.get_or_insert((opened, "a quotation mark opens here and is never closed"));
        }
        marks.edits.sort_by_key(|(range, _)| range.start);
        marks
    }

    /// What is to be said of the marks.
    fn problems(&self, text: &str, place: &Place) -> Result<Vec<Problem>, Problem> {
        let spot = |at: usize| {
            let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
            let (line, column) = (line_of(text.as_bytes(), at), text[start..at].chars().count() as u32 + 1);
            place.at(Spot::Text { line, column })
        };
        if let Some((at, message)) = self.open {
            return Err(Problem::error(Code::OpenQuote, spot(at), message)
                .help("close it, or double it where it belongs to the text"));
        }
        let more = |count: usize| match count {
            1 => String::new(),
            many => format!(", here and in {} more", many - 1),
        };
        let stray = self.first_stray.map(|at| {
            let more = more(self.stray);
            let message = format!("text follows the quotation mark that closes a field{more}; the marks are left out");
            Problem::warning(Code::StrayQuote, spot(at), message).help("double the marks that belong to the text")
        });
        let returns = self.first_return.map(|at| {
            let more = more(self.returns);
            let message = format!("a carriage return stands within a line{more}; it was read as a blank");
            Problem::note(Code::StrayReturn, spot(at), message)
        });
        let feeds = self.first_feed.map(|at| {
            let more = more(self.feeds);
            let message = format!("a line feed alone tears a row in two{more}; it was read as a blank");
            Problem::note(Code::StrayReturn, spot(at), message)
        });
        Ok(stray.into_iter().chain(returns).chain(feeds).collect())
    }
}
