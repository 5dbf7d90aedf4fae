//! Messages as the pieces that they are put together from: the ground on which a catalogue stands, and what is read.

use std::fmt;
use std::sync::Arc;

use intl_pluralrules::{PluralCategory, PluralRules};

use crate::inventory::grouped;
use crate::language::Language;
use crate::sheets::Name;

/// All messages, checked.
#[derive(Clone)]
pub struct Messages {
    /// In the order of the catalogue.
    pub(super) pieces: Vec<Arc<Pieces>>,
    pub(super) plurals: PluralRules,
    /// The language that they are in but for what a file says otherwise; names that are read back are always its.
    pub(super) language: Language,
    /// The files that they were read from, each with its fingerprint; none for the default.
    pub(in crate::report) sources: Vec<(String, String)>,
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("sources", &self.sources).finish_non_exhaustive()
    }
}

impl Messages {
    /// A name that is read back.
    pub(in crate::report) fn name(&self, name: Name) -> &'static str {
        name.text(self.language)
    }

    /// A name inside a sentence: `Strategic value` becomes `strategic value` where nouns have no capitals.
    pub(in crate::report) fn inside(&self, name: &str) -> String {
        self.language.inside_sentence(name)
    }

    /// A message that fills in nothing, by its position.
    pub(super) fn text(&self, at: usize) -> &str {
        match self.pieces[at].as_slice() {
            [Piece::Text(text)] => text,
            _ => "",
        }
    }

    /// A message by its position, with what it fills in.
    pub(super) fn say(&self, at: usize, arguments: &[Argument]) -> String {
        let mut out = String::with_capacity(64);
        self.push(&mut out, &self.pieces[at], arguments);
        out
    }

    fn push(&self, out: &mut String, pieces: &[Piece], arguments: &[Argument]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Placeholder(at) => match arguments[*at] {
                    Argument::Text(text) => out.push_str(text),
                    Argument::Count(count) => out.push_str(&self.separated(count as u64)),
                },
                Piece::Choice { by, forms, otherwise } => {
                    let Argument::Count(count) = arguments[*by] else { continue };
                    let form = forms.iter().find(|(form, _)| self.is_form_of(form, count));
                    self.push(out, form.map_or(otherwise, |(_, pieces)| pieces), arguments);
                }
            }
        }
    }

    /// A whole number with the marks of the language between thousands.
    pub(super) fn separated(&self, number: u64) -> String {
        let mark = self.figure_thousands_mark();
        let grouped = grouped(number);
        if mark == "," { grouped } else { grouped.replace(',', mark) }
    }

    fn is_form_of(&self, form: &Form, count: usize) -> bool {
        match form {
            Form::Exactly(number) => *number == count,
            Form::Plural(category) => self.plurals.select(count).is_ok_and(|of_count| of_count == *category),
        }
    }
}

/// What a message fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A text, figures in it already as readers read them.
    Text,
    /// A whole number, which may choose the form of the words around it.
    Count,
}

/// A message as the program asks for it.
pub(super) struct Declared {
    /// Its name in Rust; in the file it has hyphens.
    pub(super) name: &'static str,
    pub(super) arguments: &'static [(&'static str, Kind)],
}

impl Declared {
    /// Its name in the file.
    pub(super) fn id(&self) -> String {
        self.name.replace('_', "-")
    }

    /// Whether something must stand there.
    pub(super) fn is_needed(&self) -> bool {
        ["language", "title", "heading"].iter().any(|end| self.name.ends_with(end))
    }
}

/// What a message is given to fill in.
#[derive(Clone, Copy)]
pub(super) enum Argument<'a> {
    Text(&'a str),
    Count(usize),
}

/// A message in pieces; a piece that fills in holds the position of what it fills in.
pub(super) type Pieces = Vec<Piece>;

#[derive(Debug)]
pub(super) enum Piece {
    Text(String),
    Placeholder(usize),
    Choice { by: usize, forms: Vec<(Form, Pieces)>, otherwise: Pieces },
}

#[derive(Debug)]
pub(super) enum Form {
    Exactly(usize),
    Plural(PluralCategory),
}
