//! What reports say: every message with its placeholders and plural forms, read from files in the syntax of Project
//! Fluent, and checked there against what the program asks for.
//!
//! The words stand in `templates/language/en/*.ftl`; which messages there are and what each can fill in, in
//! `catalogue`. A message is parsed once and kept as the pieces that it is put together from.

use std::sync::{Arc, LazyLock};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use jiff::civil::Date;
use unic_langid::LanguageIdentifier;

use super::catalogue::DECLARED;
use super::figures::lower_first;
pub use super::pieces::Messages;
use super::pieces::{Declared, Form, Kind, Piece, Pieces};
use crate::codes::Code;
use crate::problem::Problem;
use crate::rulebook::toml_tables::{Loader, nearest};
use crate::table::sha256_hex;

/// The text of the default messages.
pub const DEFAULT_MESSAGES: &str = concat!(
    include_str!("../../../templates/language/en/around.ftl"),
    include_str!("../../../templates/language/en/pages.ftl"),
    include_str!("../../../templates/language/en/summary.ftl"),
    include_str!("../../../templates/language/en/changes.ftl"),
    include_str!("../../../templates/language/en/functions.ftl"),
    include_str!("../../../templates/language/en/data.ftl"),
    include_str!("../../../templates/language/en/asking.ftl"),
    include_str!("../../../templates/language/en/outputs.ftl"),
    include_str!("../../../templates/language/en/workbook.ftl"),
    include_str!("../../../templates/language/en/terminal.ftl"),
);

impl Default for Messages {
    fn default() -> Self {
        static DEFAULT: LazyLock<Messages> = LazyLock::new(|| {
            let nothing = Arc::new(Pieces::new());
            let plurals = plurals("en").expect("English has its rules");
            let mut messages = Messages { pieces: vec![nothing; DECLARED.len()], plurals, sources: Vec::new() };
            let problems = messages.read("the default messages", DEFAULT_MESSAGES);
            assert!(problems.is_empty(), "the default messages are loaded by a test: {problems:?}");
            messages
        });
        DEFAULT.clone()
    }
}

/// Reads messages from files, each with its name and its text; what none of them says keeps its default words.
///
/// # Errors
/// All that the files have.
pub fn load_messages(files: &[(String, String)]) -> Result<Messages, Vec<Problem>> {
    let mut messages = Messages::default();
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
                let message = lower_first(&mistake.kind.to_string());
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
        self.date(&date.day().to_string(), usize::from(date.month().unsigned_abs()), &date.year().to_string())
    }
}

/// What there is to say of a file that does not keep to the syntax.
const SYNTAX: &str =
    "a line is `name = text` with `{ $placeholder }` in it; lines that go on begin with blanks; `{ \"{\" }` is a brace";

/// Reads the messages of a file, and notes what is wrong with them.
struct Reader<'t> {
    loader: Loader<'t>,
}

impl<'t> Reader<'t> {
    /// The position of a message in the catalogue, and its pieces; none where something is wrong.
    fn message(&mut self, id: &'t str, value: Option<&Pattern<&'t str>>) -> Option<(usize, Pieces)> {
        let Some(at) = DECLARED.iter().position(|declared| declared.is(id)) else {
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

    #[test]
    fn every_message_that_is_asked_for_stands_in_a_file_once_with_all_that_it_fills_in() {
        let resource = parser::parse_runtime(DEFAULT_MESSAGES).expect("the default keeps to the syntax");
        let ids = resource.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        });
        let declared: Vec<String> = DECLARED.iter().map(Declared::id).collect();
        assert_eq!(ids.collect::<Vec<_>>(), declared, "the file and the catalogue have one order");
        for (declared, pieces) in DECLARED.iter().zip(&Messages::default().pieces) {
            let mut used = BTreeSet::new();
            placeholders(pieces, &mut used);
            assert_eq!(used, (0..declared.arguments.len()).collect(), "{}", declared.id());
        }
    }

    /// Each folder beside the English one has all that reports say in another language, for `--template`.
    #[test]
    fn a_language_says_every_message_with_all_that_it_fills_in() {
        let languages = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/language");
        let folders = std::fs::read_dir(languages).expect("languages").map(|entry| entry.expect("an entry").path());
        let mut others = 0;
        for folder in folders.filter(|path| path.is_dir() && !path.ends_with("en")) {
            others += 1;
            let files = std::fs::read_dir(&folder).expect("files").map(|entry| entry.expect("an entry").path());
            let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "ftl"));
            let files: Vec<(String, String)> = files
                .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a file")))
                .collect();
            let said: BTreeSet<&str> = files
                .iter()
                .flat_map(|(_, text)| text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())))
                .filter_map(|line| Some(line.split_once(" =")?.0))
                .collect();
            let declared: Vec<String> = DECLARED.iter().map(Declared::id).collect();
            assert_eq!(said, declared.iter().map(String::as_str).collect(), "{}", folder.display());
            let messages = load_messages(&files).expect("the messages are right");
            for (declared, pieces) in DECLARED.iter().zip(&messages.pieces) {
                let mut used = BTreeSet::new();
                placeholders(pieces, &mut used);
                assert_eq!(used, (0..declared.arguments.len()).collect(), "{} {}", folder.display(), declared.id());
            }
            let tag = messages.language().split('-').next().unwrap_or_default();
            assert!(folder.ends_with(tag), "{}", folder.display());
            let rules = std::fs::read_to_string(folder.join("rules.toml")).expect("rules");
            let rules = crate::rulebook::load("rules.toml", &rules).expect("the texts of the rules");
            let default = crate::rulebook::load_default();
            let names = |rules: &crate::rulebook::Rulebook| -> Vec<String> {
                rules.attributes.iter().map(|attribute| attribute.name.clone()).collect()
            };
            assert!(names(&rules).iter().zip(names(&default)).filter(|(own, other)| *own == other).count() < 5);
        }
        assert!(others > 0, "no language beside English");
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = load_messages(&[("ours/words.ftl".to_owned(), text.to_owned())]).err().unwrap_or_default();
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
        let messages = load_messages(&[("words.ftl".to_owned(), ours.to_owned())]).expect("the messages are right");
        assert_eq!(messages.map_area(), "Its area is its annual cost.");
        assert_eq!(messages.map_costliest(1_200), "Nur 1,200 in {BPO}, nicht alle");
        let said = [0, 1, 3, 5, 22].map(|count| messages.findings_others(count));
        assert_eq!(said, ["nic", "1 funkcja", "3 funkcje", "5 funkcji", "22 funkcje"]);
    }
}
