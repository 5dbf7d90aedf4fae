//! What reports say: every message with its placeholders and plural forms, read from files in the syntax of Project
//! Fluent, and checked there against what the program asks for.
//!
//! The words stand in `templates/language/en/*.ftl`; which messages there are and what each can fill in, in
//! `catalogue`. A message is parsed once and kept as the pieces that it is put together from.

use std::sync::{Arc, LazyLock, OnceLock};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use super::catalogue::DECLARED;
pub use super::pieces::Messages;
use super::pieces::{Declared, Form, Kind, Piece, Pieces};
use crate::codes::Code;
use crate::language::Language;
use crate::problem::Problem;
use crate::rulebook::text::WordMap;
use crate::rulebook::toml_tables::{Loader, nearest};
use crate::table::sha256_hex;

/// The files of a language that hold what reports say, in the order of the catalogue; names that are read back stand in
/// [`crate::sheets`].
macro_rules! files {
    ($language:literal) => {
        [
            files!(@one $language, "around"),
            files!(@one $language, "words"),
            files!(@one $language, "pages"),
            files!(@one $language, "summary"),
            files!(@one $language, "changes"),
            files!(@one $language, "functions"),
            files!(@one $language, "data"),
            files!(@one $language, "asking"),
            files!(@one $language, "outputs"),
            files!(@one $language, "workbook"),
            files!(@one $language, "terminal"),
        ]
    };
    (@one $language:literal, $name:literal) => {
        include_str!(concat!("../../../templates/language/", $language, "/", $name, ".ftl"))
    };
}

/// What reports say in each language, in the order of [`Language::ALL`].
const MESSAGES: [[&str; 11]; 5] = [files!("en"), files!("de"), files!("fr"), files!("es"), files!("pt")];

/// The text of all messages of a language.
pub fn messages_of(language: Language) -> String {
    MESSAGES[language as usize].concat()
}

impl Default for Messages {
    fn default() -> Self {
        Messages::of(Language::En)
    }
}

impl Messages {
    /// What reports say in a language.
    ///
    /// # Panics
    /// Never in a build that passed its tests: one of them loads all languages.
    pub fn of(language: Language) -> Messages {
        static READ: [OnceLock<Messages>; 5] = [const { OnceLock::new() }; 5];
        let read = || {
            let nothing = Arc::new(Pieces::new());
            let plurals = plurals(language.tag()).expect("its rules are known");
            let mut messages =
                Messages { pieces: vec![nothing; DECLARED.len()], plurals, language, sources: Vec::new() };
            for text in MESSAGES[language as usize] {
                let problems = messages.read(language.tag(), text);
                assert!(problems.is_empty(), "the messages are loaded by a test: {problems:?}");
            }
            messages
        };
        READ[language as usize].get_or_init(read).clone()
    }
}

/// Reads messages from files, each with its name and its text; what none of them says keeps the words of a language.
///
/// # Errors
/// All that the files have.
pub fn load_messages(language: Language, files: &[(String, String)]) -> Result<Messages, Vec<Problem>> {
    let mut messages = Messages::of(language);
    let problems: Vec<Problem> = files.iter().flat_map(|(name, text)| messages.read(name, text)).collect();
    messages.sources = files.iter().map(|(name, text)| (name.clone(), sha256_hex(text.as_bytes()))).collect();
    if problems.is_empty() { Ok(messages) } else { Err(problems) }
}

impl Messages {
    /// Takes over the messages of a file; gives what is wrong with them.
    fn read(&mut self, name: &str, text: &str) -> Vec<Problem> {
        let mut reader = Reader { loader: Loader::new(name, text) };
        let resource = parser::parse_runtime(text).unwrap_or_else(|(resource, mistakes)| {
            for mistake in mistakes {
                let message = Language::En.inside_sentence(&mistake.kind.to_string());
                reader.loader.report(mistake.pos, Code::Wording, message, Some(SYNTAX.to_owned()));
            }
            resource
        });
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some((at, pieces)) = reader.message(message.id.name, message.value.as_ref()) {
                        self.pieces[at] = Arc::new(pieces);
                    }
                    if let Some(attribute) = message.attributes.first() {
                        reader.refuse(attribute.id.name, "an attribute");
                    }
                }
                Entry::Term(term) => reader.refuse(term.id.name, "a term"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
            }
        }
        match plurals(self.language()) {
            Some(plurals) => self.plurals = plurals,
            None => reader.report_language(self.language()),
        }
        reader.loader.problems
    }

    /// Things in a sentence: `a`, `a and b`, `a, b and c`.
    pub(crate) fn listed<T: AsRef<str>>(&self, things: &[T]) -> String {
        joined(things, |first, last| self.listed_last(first, last))
    }

    /// Things in a sentence, one of which holds: `a`, `a or b`, `a, b or c`.
    pub(crate) fn either<T: AsRef<str>>(&self, things: &[T]) -> String {
        joined(things, |first, last| self.either_last(first, last))
    }

    /// A date in prose: `23 November 2026`.
    pub(crate) fn long_date(&self, date: Date) -> String {
        self.date(
            usize::from(date.day().unsigned_abs()),
            usize::from(date.month().unsigned_abs()),
            &date.year().to_string(),
        )
    }
}

/// What there is to say of a file that does not keep to the syntax.
const SYNTAX: &str =
    "a line is `name = text` with `{ $placeholder }` in it; lines that go on begin with blanks; `{ \"{\" }` is a brace";

/// The position in the catalogue of the message that has this name in files.
fn position(id: &str) -> Option<usize> {
    static POSITIONS: LazyLock<WordMap<String, usize>> =
        LazyLock::new(|| DECLARED.iter().enumerate().map(|(at, declared)| (declared.id(), at)).collect());
    POSITIONS.get(id).copied()
}

/// Reads the messages of a file, and notes what is wrong with them.
struct Reader<'t> {
    loader: Loader<'t>,
}

impl<'t> Reader<'t> {
    /// The position of a message in the catalogue, and its pieces; none where something is wrong.
    fn message(&mut self, id: &'t str, value: Option<&Pattern<&'t str>>) -> Option<(usize, Pieces)> {
        let Some(at) = position(id) else {
            let ids: Vec<String> = DECLARED.iter().map(Declared::id).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let help = nearest(id, &ids);
            self.report(id, Code::UnknownKey, format!("unknown message `{id}`"), &help);
            return None;
        };
        let before = self.loader.problems.len();
        let pieces = self.pieces(&DECLARED[at], value?);
        if DECLARED[at].is_needed() && said(&pieces).trim().is_empty() {
            let help = "write what it is to say, or delete the line";
            self.report(id, Code::Wording, format!("`{id}` is empty"), help);
        }
        (self.loader.problems.len() == before).then_some((at, pieces))
    }

    fn pieces(&mut self, of: &Declared, pattern: &Pattern<&'t str>) -> Pieces {
        let mut pieces = Pieces::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => add_text(&mut pieces, value),
                PatternElement::Placeable { expression } => self.expression(of, expression, &mut pieces),
            }
        }
        pieces
    }

    fn expression(&mut self, of: &Declared, expression: &Expression<&'t str>, pieces: &mut Pieces) {
        match expression {
            Expression::Select { selector, variants } => {
                if let Some(choice) = self.choice(of, selector, variants) {
                    pieces.push(choice);
                }
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                if let Some((at, _)) = self.argument(of, id.name) {
                    pieces.push(Piece::Placeholder(at));
                }
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                add_text(pieces, &fluent_syntax::unicode::unescape_unicode_to_string(value));
            }
            Expression::Inline(InlineExpression::NumberLiteral { value }) => add_text(pieces, value),
            Expression::Inline(InlineExpression::Placeable { expression }) => self.expression(of, expression, pieces),
            Expression::Inline(InlineExpression::FunctionReference { id, .. }) => self.refuse(id.name, "a function"),
            Expression::Inline(InlineExpression::MessageReference { id, .. }) => {
                self.refuse(id.name, "another message");
            }
            Expression::Inline(InlineExpression::TermReference { id, .. }) => self.refuse(id.name, "a term"),
        }
    }

    /// A choice between forms by a count.
    fn choice(
        &mut self,
        of: &Declared,
        selector: &InlineExpression<&'t str>,
        variants: &[Variant<&'t str>],
    ) -> Option<Piece> {
        let InlineExpression::VariableReference { id } = selector else { return None };
        let (by, kind) = self.argument(of, id.name)?;
        if kind != Kind::Count {
            let help = "only a count chooses between forms";
            self.report(id.name, Code::Wording, format!("`{{ ${} }}` of `{}` is a text", id.name, of.id()), help);
        }
        let (mut forms, mut otherwise) = (Vec::new(), Pieces::new());
        for variant in variants {
            let pieces = self.pieces(of, &variant.value);
            match self.form(variant) {
                _ if variant.default => otherwise = pieces,
                Some(form) => forms.push((form, pieces)),
                None => {}
            }
        }
        Some(Piece::Choice { by, forms, otherwise })
    }

    fn form(&mut self, variant: &Variant<&'t str>) -> Option<Form> {
        let (key, form) = match &variant.key {
            VariantKey::NumberLiteral { value } => (value, value.parse().ok().map(Form::Exactly)),
            VariantKey::Identifier { name } => (name, category(name).map(Form::Plural)),
        };
        if form.is_none() {
            let help = "forms are whole numbers, and `zero`, `one`, `two`, `few`, `many` and `other`";
            self.report(key, Code::Wording, format!("`[{key}]` is no form of a count"), help);
        }
        form
    }

    /// The position and the kind of what a message fills in.
    fn argument(&mut self, of: &Declared, name: &'t str) -> Option<(usize, Kind)> {
        let found = of.arguments.iter().position(|(known, _)| *known == name);
        if found.is_none() {
            let names: Vec<String> = of.arguments.iter().map(|(name, _)| format!("`{{ ${name} }}`")).collect();
            let help = match names.as_slice() {
                [] => "it fills in nothing".to_owned(),
                names => format!("it can fill in {}", names.join(", ")),
            };
            self.report(name, Code::Wording, format!("`{}` cannot fill in `{{ ${name} }}`", of.id()), &help);
        }
        found.map(|at| (at, of.arguments[at].1))
    }

    fn refuse(&mut self, name: &'t str, what: &str) {
        let help = "a message is made of text, placeholders and forms by a count";
        self.report(name, Code::Wording, format!("`{name}` is {what}, which is not used here"), help);
    }

    fn report_language(&mut self, language: &str) {
        let line = self.loader.text.find("\nlanguage").map_or(0, |end| end + 1);
        let message = format!("expected a language tag, found `{language}`");
        let help = "write a tag such as `en-GB`, `de` or `pt-BR`".to_owned();
        self.loader.report(line..line, Code::Wording, message, Some(help));
    }

    /// Notes what is wrong with a part of the text.
    fn report(&mut self, part: &'t str, code: Code, message: String, help: &str) {
        let start = (part.as_ptr() as usize).saturating_sub(self.loader.text.as_ptr() as usize);
        self.loader.report(start..start + part.len(), code, message, Some(help.to_owned()));
    }
}

/// Things with commas between them, the last one led in.
fn joined<T: AsRef<str>>(things: &[T], with_last: impl Fn(&str, &str) -> String) -> String {
    match things {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            with_last(&first.join(", "), last.as_ref())
        }
    }
}

/// Adds a text to what comes before; a message that goes over several lines is one line.
fn add_text(pieces: &mut Pieces, text: &str) {
    let text = text.replace('\n', " ");
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.push_str(&text),
        _ => pieces.push(Piece::Text(text)),
    }
}

/// What pieces say in any case.
fn said(pieces: &[Piece]) -> String {
    let said = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Placeholder(_) | Piece::Choice { .. } => "…",
    });
    said.collect()
}

fn category(name: &str) -> Option<PluralCategory> {
    match name {
        "zero" => Some(PluralCategory::ZERO),
        "one" => Some(PluralCategory::ONE),
        "two" => Some(PluralCategory::TWO),
        "few" => Some(PluralCategory::FEW),
        "many" => Some(PluralCategory::MANY),
        "other" => Some(PluralCategory::OTHER),
        _ => None,
    }
}

/// The rules for the forms of a count in a language, given by a tag such as `en-GB`.
fn plurals(tag: &str) -> Option<PluralRules> {
    let tag: LanguageIdentifier = tag.parse().ok()?;
    let plurals = |tag: &LanguageIdentifier| PluralRules::create(tag.clone(), PluralRuleType::CARDINAL).ok();
    // Some rules are for a language as it is spoken in one country.
    plurals(&tag).or_else(|| plurals(&LanguageIdentifier::from_parts(tag.language, None, None, &[])))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What stands in the braces of a message.
    fn placeholders(pieces: &[Piece], into: &mut BTreeSet<usize>) {
        for piece in pieces {
            match piece {
                Piece::Text(_) => {}
                Piece::Placeholder(at) => drop(into.insert(*at)),
                Piece::Choice { by, forms, otherwise } => {
                    into.insert(*by);
                    for pieces in forms.iter().map(|(_, pieces)| pieces).chain([otherwise]) {
                        placeholders(pieces, into);
                    }
                }
            }
        }
    }

    /// Each language has all that reports say, and names that tell sheets and headers apart.
    #[test]
    fn a_language_says_every_message_with_all_that_it_fills_in() {
        let declared: Vec<String> = DECLARED.iter().map(Declared::id).collect();
        for language in Language::ALL {
            let text = messages_of(language);
            let ids = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            let said: Vec<&str> = ids.filter_map(|line| Some(line.split_once(" =")?.0)).collect();
            assert_eq!(said, declared, "{language}: the files and the catalogue have one order");
            let messages = Messages::of(language);
            for (declared, pieces) in DECLARED.iter().zip(&messages.pieces) {
                let mut used = BTreeSet::new();
                placeholders(pieces, &mut used);
                assert_eq!(used, (0..declared.arguments.len()).collect(), "{language} {}", declared.id());
            }
            assert_eq!(messages.language().split('-').next(), Some(language.tag()));
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems =
            load_messages(Language::En, &[("ours/words.ftl".to_owned(), text.to_owned())]).err().unwrap_or_default();
        let said: Vec<String> = problems
            .iter()
            .map(|problem| {
                let help = problem.help.as_deref().filter(|help| *help != SYNTAX);
                format!(
                    "{}: {}{}",
                    problem.place,
                    problem.message,
                    help.map_or(String::new(), |help| format!("; {help}"))
                )
            })
            .collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn mistakes_are_told_with_their_places() {
        check("titel = x", &["ours/words.ftl:1:1: unknown message `titel`; did you mean `title`?"]);
        check(
            "title = { \"\" }\nlanguage = English",
            &[
                "ours/words.ftl:1:1: `title` is empty; write what it is to say, or delete the line",
                "ours/words.ftl:2:1: expected a language tag, found `English`; write a tag such as `en-GB`, `de` or `pt-BR`",
            ],
        );
        check(
            "title = Of { $count }\nfindings-others = { $number } { NUMBER($count) }\n  .more = More\nmap-area = { title",
            &[
                "ours/words.ftl:4:19: expected a token starting with \"}\"",
                "ours/words.ftl:1:15: `title` cannot fill in `{ $count }`; it fills in nothing",
                "ours/words.ftl:2:22: `findings-others` cannot fill in `{ $number }`; it can fill in `{ $count }`",
                "ours/words.ftl:2:33: `NUMBER` is a function, which is not used here; a message is made of text, placeholders and forms by a count",
                "ours/words.ftl:3:4: `more` is an attribute, which is not used here; a message is made of text, placeholders and forms by a count",
            ],
        );
        check(
            "findings-not-raised = { $findings ->\n  [single] A\n *[other] B\n }",
            &[
                "ours/words.ftl:1:26: `{ $findings }` of `findings-not-raised` is a text; only a count chooses between forms",
                "ours/words.ftl:2:4: `[single]` is no form of a count; forms are whole numbers, and `zero`, `one`, `two`, `few`, `many` and `other`",
            ],
        );
    }

    #[test]
    fn what_is_not_said_keeps_its_words_and_counts_take_the_forms_of_the_language() {
        let ours = "language = pl\nfindings-others = { $count ->\n [0] nic\n [one] { $count } funkcja\n [few] { $count } funkcje\n\
                    *[many] { $count } funkcji\n }\nmap-costliest = Nur { $count } in { \"{\" }BPO{ \"}\" },\n  nicht alle";
        let messages =
            load_messages(Language::En, &[("words.ftl".to_owned(), ours.to_owned())]).expect("the messages are right");
        assert_eq!(messages.map_area(), "Its area is its annual cost.");
        assert_eq!(messages.map_costliest(1_200), "Nur 1,200 in {BPO}, nicht alle");
        let said = [0, 1, 3, 5, 22].map(|count| messages.findings_others(count));
        assert_eq!(said, ["nic", "1 funkcja", "3 funkcje", "5 funkcji", "22 funkcje"]);
    }
}
