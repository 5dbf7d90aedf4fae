//! TOML tables, walked with every mistake noted at its line and column and none of them ending the walk.
//!
//! Knows TOML and problems; what a rulebook holds is left to [`super::file`] and its like.

use std::ops::{Deref, Range};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::codes::Code;
use crate::problem::{Place, Problem, Spot};

pub(crate) type Table<'t> = DeTable<'t>;
pub(crate) type Value<'t> = Spanned<DeValue<'t>>;

/// A table and where it stands, so that what it lacks is reported there.
pub(crate) struct Section<'a, 't> {
    table: &'a Table<'t>,
    pub(crate) span: Range<usize>,
}

impl<'a, 't> Section<'a, 't> {
    pub(super) fn new(table: &'a Table<'t>, span: Range<usize>) -> Section<'a, 't> {
        Section { table, span }
    }
}

impl<'t> Deref for Section<'_, 't> {
    type Target = Table<'t>;

    fn deref(&self) -> &Table<'t> {
        self.table
    }
}

/// A rulebook's text and what was found wrong with it so far.
pub(crate) struct Loader<'t> {
    pub(crate) text: &'t str,
    pub(crate) place: Place,
    pub(crate) problems: Vec<Problem>,
    /// Where the spans of the text begin: below it are those of the default, which the text is put over.
    pub(super) start: usize,
}

impl<'t> Loader<'t> {
    /// A loader for the text of a file called `name`.
    pub(crate) fn new(name: &str, text: &'t str) -> Loader<'t> {
        Loader { text, place: Place::file(name), problems: Vec::new(), start: 0 }
    }

    /// A loader for the text of a file called `name`, and the text's tables.
    ///
    /// # Errors
    /// All that keeps the text from being parsed. It is not checked further, for the rest would be found missing only because
    /// it was not read.
    pub(crate) fn parse(name: &str, text: &'t str) -> Result<(Loader<'t>, DeTable<'t>), Vec<Problem>> {
        let mut loader = Loader::new(name, text);
        let (root, mistakes) = DeTable::parse_recoverable(text);
        for mistake in mistakes {
            loader.report(
                mistake.span().unwrap_or(0..0),
                Code::Toml,
                mistake.message().trim().replace('\n', ", "),
                None,
            );
        }
        if loader.problems.is_empty() { Ok((loader, root.into_inner())) } else { Err(loader.problems) }
    }

    pub(crate) fn table<'a>(&mut self, table: &'a Table<'t>, key: &str) -> Option<Section<'a, 't>> {
        table.get(key).and_then(|value| self.as_table(value, &format!("`{key}`")))
    }

    pub(super) fn as_table<'a>(&mut self, value: &'a Value<'t>, what: &str) -> Option<Section<'a, 't>> {
        let table = value.get_ref().as_table().map(|table| Section::new(table, value.span()));
        if table.is_none() {
            self.expected(value, &format!("{what} as a table"));
        }
        table
    }

    pub(super) fn tables<'a>(&mut self, root: &'a Table<'t>, list: &str) -> Vec<Section<'a, 't>> {
        let Some(value) = root.get(list) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.expected(value, &format!("a list of [[{list}]]"));
            return Vec::new();
        };
        items.iter().filter_map(|item| self.as_table(item, &format!("[[{list}]]"))).collect()
    }

    pub(super) fn texts(&mut self, table: &Table<'t>, key: &str) -> Vec<(String, Range<usize>)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.expected(value, &format!("`{key}` as a list of texts"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.to_owned(), item.span())),
                None => self.expected(item, "a text"),
            }
        }
        texts
    }

    /// A list of texts, or one text.
    pub(super) fn text_or_texts(&mut self, table: &Table<'t>, key: &str) -> Vec<(String, Range<usize>)> {
        let value = table.get(key);
        match value.and_then(|value| Some((value.get_ref().as_str()?.to_owned(), value.span()))) {
            Some(only) => vec![only],
            None => self.texts(table, key),
        }
    }

    pub(super) fn optional_text(&mut self, table: &Table<'t>, key: &str) -> Option<String> {
        let value = table.get(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.expected(value, &format!("`{key}` as a text"));
        }
        text
    }

    pub(super) fn required_text(&mut self, table: &Section<'_, 't>, key: &str, owner: &str) -> Option<String> {
        if !table.contains_key(key) {
            self.missing(table, key, owner);
        }
        self.optional_text(table, key)
    }

    /// Reports a key that a table lacks, at the table.
    pub(super) fn missing(&mut self, table: &Section<'_, 't>, key: &str, owner: &str) {
        self.report(table.span.clone(), Code::MissingKey, format!("{owner} has no `{key}`"), None);
    }

    pub(crate) fn known_keys(&mut self, table: &Table<'t>, owner: &str, keys: &[&str]) {
        for (key, _) in table {
            if !keys.contains(&key.get_ref().as_ref()) {
                let message = format!("unknown key `{}` {owner}", key.get_ref());
                self.report(key.span(), Code::UnknownKey, message, Some(nearest(key.get_ref(), keys)));
            }
        }
    }

    pub(super) fn unknown(&mut self, span: Range<usize>, kind: &str, found: &str, names: &[&str]) {
        self.report(span, Code::UnknownName, format!("there is no {kind} `{found}`"), Some(nearest(found, names)));
    }

    pub(crate) fn expected(&mut self, value: &Value<'t>, what: &str) {
        let span = value.span();
        let own = span.start.checked_sub(self.start).and_then(|start| self.text.get(start..span.end - self.start));
        let found = own.unwrap_or_default().lines().next().unwrap_or_default().to_owned();
        self.report(value.span(), Code::WrongValue, format!("expected {what}, found `{found}`"), None);
    }

    /// Where a span begins, as a line and a column.
    pub(crate) fn place_of(&self, span: Range<usize>) -> Place {
        // What the default says is no place of the file.
        let spot = span.start.checked_sub(self.start).map_or(Spot::Whole, |start| {
            let before = self.text.get(..start).unwrap_or_default();
            let line = before.matches('\n').count() as u32 + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() as u32 + 1;
            Spot::Text { line, column }
        });
        self.place.at(spot)
    }

    pub(crate) fn report(&mut self, span: Range<usize>, code: Code, message: String, help: Option<String>) {
        let mut problem = Problem::error(code, self.place_of(span), message);
        problem.help = help;
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

/// The name that was most likely meant.
pub(super) fn near<'n>(found: &str, names: &[&'n str]) -> Option<&'n str> {
    let distances = names.iter().map(|name| (strsim::damerau_levenshtein(found, name), *name));
    distances.filter(|(distance, name)| *distance <= 1 + name.len().max(found.len()) / 4).min().map(|(_, name)| name)
}

/// "did you mean …", or all there is to choose from.
pub(crate) fn nearest(found: &str, names: &[&str]) -> String {
    match near(found, names) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("known are {}", names.iter().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ")),
    }
}

pub(super) fn integer(value: &Value) -> Option<i64> {
    let integer = value.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

pub(super) fn number(value: &Value) -> Option<f64> {
    match value.get_ref() {
        DeValue::Integer(_) => integer(value).map(|n| n as f64),
        DeValue::Float(float) => float.as_str().parse().ok().filter(|n: &f64| n.is_finite()),
        _ => None,
    }
}

/// The digits of a decimal number as they are written; none for anything else.
pub(super) fn digits<'v>(value: &'v Value) -> Option<&'v str> {
    match value.get_ref() {
        DeValue::Integer(integer) if integer.radix() == 10 => Some(integer.as_str()),
        DeValue::Float(float) => Some(float.as_str()),
        _ => None,
    }
}

/// A decimal number in thousandths, exactly; none with more decimals, an exponent, or above a million.
pub(super) fn thousandths(digits: &str) -> Option<i64> {
    let (sign, digits) = digits.strip_prefix('-').map_or((1, digits.trim_start_matches('+')), |rest| (-1, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if fraction.len() > 3 || !fraction.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok().filter(|n| (0..=1_000_000).contains(n))?;
    let fraction: i64 = format!("{fraction:0<3}").parse().ok()?;
    Some(sign * (whole * 1000 + fraction))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_exact() {
        for (digits, expected) in [
            ("1", Some(1000)),
            ("0.3", Some(300)),
            ("2.125", Some(2125)),
            ("-1", Some(-1000)),
            ("0.0001", None),
            ("1e3", None),
            ("nan", None),
        ] {
            assert_eq!(thousandths(digits), expected, "{digits}");
        }
    }
}
