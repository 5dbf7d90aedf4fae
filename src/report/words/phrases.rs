//! The words around the figures, which a company can put in its own: headings, captions, and the method.
//!
//! They stand in `templates/wording.toml`. Which phrases there are, and what each may fill in, is told here, and checked
//! when a file is loaded, so that nothing can be missing later. Sentences that are made from counts and names stay in the
//! program, where they are right for 0, 1 and many.

use crate::problem::Problem;
use crate::rulebook::toml_tables::{Loader, Table, Value};
use crate::table::sha256_hex;

/// The text of the default wording.
pub const DEFAULT_WORDING: &str = include_str!("../../../templates/wording.toml");

/// Declares the phrases, each with its key in the file and what it may fill in.
macro_rules! phrases {
    ($($phrase:ident $key:literal [$($placeholder:literal),*];)*) => {
        /// Something that the report says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Phrase { $($phrase),* }

        /// All phrases, in the order of the file.
        const PHRASES: &[Phrase] = &[$(Phrase::$phrase),*];

        impl Phrase {
            /// The key in the file, after its section.
            fn key(self) -> &'static str {
                match self { $(Phrase::$phrase => $key),* }
            }

            /// What may stand in braces.
            fn placeholders(self) -> &'static [&'static str] {
                match self { $(Phrase::$phrase => &[$($placeholder),*]),* }
            }
        }
    };
}

phrases! {
    Language "language" [];
    Title "title" [];
    DecideHeading "page_one.decide_heading" [];
    SettleHeading "page_one.settle_heading" [];
    ContentsHeading "page_one.contents_heading" [];
    MapHeading "map.heading" [];
    MapCaption "map.caption" ["left", "right", "below", "above"];
    MapArea "map.area" [];
    MapAreaByCurrency "map.area_by_currency" [];
    MapCostliest "map.costliest" ["count"];
    MapEmpty "map.empty" [];
    DepartmentsHeading "departments.heading" [];
    LocationsHeading "locations.heading" [];
    LocationsUnknown "locations.unknown" [];
    LocationsNoCandidates "locations.no_candidates" [];
    LocationsNoPeople "locations.no_people" [];
    LocationsJob "locations.job" [];
    LocationsJobs "locations.jobs" [];
    BpoHeading "bpo.heading" [];
    BpoNone "bpo.none" [];
    BpoOne "bpo.one" [];
    BpoMany "bpo.many" ["count"];
    OutsourcingHeading "outsourcing.heading" [];
    OutsourcingNone "outsourcing.none" [];
    OutsourcingOne "outsourcing.one" [];
    OutsourcingMany "outsourcing.many" ["count"];
    ReviewHeading "review.heading" [];
    ReviewNone "review.none" [];
    ReviewOne "review.one" ["borderline", "fragile"];
    ReviewMany "review.many" ["count", "borderline", "fragile"];
    UnknownHeading "unknown.heading" [];
    QuestionsHeading "unknown.questions_heading" [];
    InsufficientHeading "unknown.functions_heading" [];
    InsufficientNone "unknown.none" [];
    InsufficientOne "unknown.one" [];
    InsufficientMany "unknown.many" ["count"];
    FindingsHeading "findings.heading" [];
    RisksHeading "findings.risks_heading" [];
    BenefitsHeading "findings.benefits_heading" [];
    TermsHeading "findings.terms_heading" [];
    NotRaised "findings.not_raised" ["findings"];
    ChangesHeading "changes.heading" [];
    MethodHeading "method.heading" [];
    MethodRules "method.rules" ["criteria", "source"];
    MethodEvidence "method.evidence" [];
    MethodMissing "method.missing" [];
    MethodStrength "method.strength" [];
    MethodCountsTwice "method.counts_twice" ["attributes"];
    MethodCountTwice "method.count_twice" ["attributes"];
    MethodGivesTerms "method.gives_terms" ["criteria"];
    MethodGiveTerms "method.give_terms" ["criteria"];
    MethodIsOff "method.is_off" ["criteria"];
    MethodAreOff "method.are_off" ["criteria"];
    MethodLimits "method.limits" [];
    MethodMore "method.more" [];
    CriteriaHeading "method.criteria_heading" [];
    SettingsHeading "method.settings_heading" [];
    QualityHeading "quality.heading" [];
    NotDrawn "quality.not_drawn" ["characters"];
    ColumnsHeading "quality.columns_heading" [];
    ExcludedHeading "quality.excluded_heading" [];
    ProblemsHeading "quality.problems_heading" [];
    ProvenanceHeading "quality.provenance_heading" [];
}

impl Phrase {
    /// The section and the key in it; no section for those at the top.
    fn place(self) -> (Option<&'static str>, &'static str) {
        match self.key().split_once('.') {
            Some((section, key)) => (Some(section), key),
            None => (None, self.key()),
        }
    }

    /// Whether something must stand there.
    fn is_needed(self) -> bool {
        let (section, key) = self.place();
        section.is_none() || key.ends_with("heading")
    }
}

/// All phrases, checked.
#[derive(Clone, Debug)]
pub struct Wording {
    /// By phrase.
    texts: Vec<String>,
    /// The file's name and its fingerprint; none for the default.
    pub(crate) source: Option<(String, String)>,
}

impl Default for Wording {
    fn default() -> Self {
        let unworded = Wording { texts: vec![String::new(); PHRASES.len()], source: None };
        read("the default wording", DEFAULT_WORDING, unworded, true).expect("the default wording is loaded by a test")
    }
}

/// Reads the wording from the text of a file called `name`; what the file does not say keeps its default words.
///
/// # Errors
/// All that the text has.
pub fn load_wording(name: &str, text: &str) -> Result<Wording, Vec<Problem>> {
    let source = Some((name.to_owned(), sha256_hex(text.as_bytes())));
    read(name, text, Wording { source, ..Wording::default() }, false)
}

fn read(name: &str, text: &str, mut wording: Wording, is_whole: bool) -> Result<Wording, Vec<Problem>> {
    let (mut loader, root) = Loader::parse(name, text)?;
    let root = &root;
    check_keys(&mut loader, root);
    for (phrase, kept) in PHRASES.iter().zip(&mut wording.texts) {
        let (section, key) = phrase.place();
        let table = match section {
            None => Some(root),
            Some(section) => root.get(section).and_then(|value| value.get_ref().as_table()),
        };
        match table.and_then(|table| table.get(key)) {
            Some(value) => {
                if let Some(text) = phrase_text(&mut loader, *phrase, value) {
                    *kept = text;
                }
            }
            None if is_whole => loader.report(0..0, "missing-key", format!("there is no `{}`", phrase.key()), None),
            None => {}
        }
    }
    if loader.problems.is_empty() { Ok(wording) } else { Err(loader.problems) }
}

/// Reports keys that mean nothing, and sections that are none.
fn check_keys<'t>(loader: &mut Loader<'t>, root: &Table<'t>) {
    let mut top: Vec<&str> = Vec::new();
    for phrase in PHRASES {
        let (section, key) = phrase.place();
        let name = section.unwrap_or(key);
        if !top.contains(&name) {
            top.push(name);
        }
    }
    loader.known_keys(root, "at the top level", &top);
    for section in top {
        let keys: Vec<&str> =
            PHRASES.iter().map(|phrase| phrase.place()).filter(|place| place.0 == Some(section)).map(|p| p.1).collect();
        if !keys.is_empty()
            && let Some(table) = loader.table(root, section)
        {
            loader.known_keys(&table, &format!("in [{section}]"), &keys);
        }
    }
}

/// The text of a phrase, if all is well with it.
fn phrase_text<'t>(loader: &mut Loader<'t>, phrase: Phrase, value: &Value<'t>) -> Option<String> {
    let key = phrase.key();
    let Some(text) = value.get_ref().as_str() else {
        loader.expected(value, &format!("`{key}` as a text"));
        return None;
    };
    let mistake = if text.trim().is_empty() && phrase.is_needed() {
        Some((format!("`{key}` is empty"), "write what it is to say, or delete the line".to_owned()))
    } else if phrase == Phrase::Language && !is_language(text) {
        let message = format!("expected a language tag, found `{text}`");
        Some((message, "write a tag such as `en-GB`, `de` or `pt-BR`".to_owned()))
    } else {
        parts(text).err().map(|help| (format!("the braces in `{key}` do not match"), help)).or_else(|| {
            let unknown = placeholders(text).find(|name| !phrase.placeholders().contains(name))?;
            Some((format!("`{key}` cannot fill in `{{{unknown}}}`"), what_can_be_filled_in(phrase)))
        })
    };
    if let Some((message, help)) = mistake {
        loader.report(value.span(), "wording", message, Some(help));
        return None;
    }
    Some(text.trim().to_owned())
}

fn what_can_be_filled_in(phrase: Phrase) -> String {
    match phrase.placeholders() {
        [] => "it fills in nothing; write `{{` for a brace".to_owned(),
        names => {
            let names: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
            format!("it can fill in {}", names.join(", "))
        }
    }
}

/// Whether a text has the form of a language tag: two or three letters, and perhaps parts after hyphens (RFC 5646).
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_first = |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_later = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    parts.next().is_some_and(is_first) && parts.all(is_later)
}

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'t> {
    Text(&'t str),
    Placeholder(&'t str),
}

/// A phrase in its parts; what to do about it where its braces do not match.
fn parts(text: &str) -> Result<Vec<Part<'_>>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let brace = &rest[at..=at];
        parts.push(Part::Text(&rest[..at]));
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            parts.push(Part::Text(brace));
            rest = after;
        } else if brace == "}" {
            return Err("write `}}` for a brace that closes nothing".to_owned());
        } else {
            let (name, after) = rest.split_once('}').ok_or("close the brace with `}`, or write `{{` for a brace")?;
            parts.push(Part::Placeholder(name));
            rest = after;
        }
    }
    parts.push(Part::Text(rest));
    Ok(parts)
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    parts(text).unwrap_or_default().into_iter().filter_map(|part| match part {
        Part::Placeholder(name) => Some(name),
        Part::Text(_) => None,
    })
}

impl Wording {
    /// A phrase that fills in nothing.
    pub(crate) fn text(&self, phrase: Phrase) -> String {
        self.fill(phrase, &[])
    }

    /// A phrase with what it fills in.
    pub(crate) fn fill(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        debug_assert!(phrase.placeholders().iter().all(|name| values.iter().any(|(given, _)| given == name)));
        let value = |name| values.iter().find(|(given, _)| *given == name).map_or("", |(_, value)| *value);
        let parts = parts(&self.texts[phrase as usize]).unwrap_or_default();
        let filled = parts.into_iter().map(|part| match part {
            Part::Text(text) => text,
            Part::Placeholder(name) => value(name),
        });
        filled.collect()
    }

    /// The phrase for a number, which may fill in the count.
    pub(crate) fn counted(&self, [none, one, many]: [Phrase; 3], count: usize, values: &[(&str, &str)]) -> String {
        let grouped = super::figures::grouped(count as u64);
        let values = [values, &[("count", grouped.as_str())]].concat();
        self.fill([none, one, many][count.min(2)], &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let problems = load_wording("ours/wording.toml", text).err().unwrap_or_default();
        let said: Vec<String> = problems
            .iter()
            .map(|problem| {
                let help = problem.help.as_ref().map_or(String::new(), |help| format!("; {help}"));
                format!("{}: {}{help}", problem.place, problem.message)
            })
            .collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn every_phrase_has_its_words() {
        let wording = Wording::default();
        assert_eq!(wording.text(Phrase::MapHeading), "Portfolio map");
        for phrase in PHRASES {
            let names: Vec<&str> = placeholders(&wording.texts[*phrase as usize]).collect();
            assert_eq!(
                names.len(),
                phrase.placeholders().len(),
                "the default of {phrase:?} shows all that it fills in"
            );
        }
    }

    #[test]
    fn what_is_not_said_keeps_its_words() {
        let ours = "title = \"Unser Portfolio\"\n[bpo]\nmany = \"{count} für {{BPO}}\"\n[method]\nlimits = \"\"";
        let wording = load_wording("wording.toml", ours).expect("the wording is right");
        assert_eq!(wording.text(Phrase::Title), "Unser Portfolio");
        assert_eq!(wording.text(Phrase::MethodLimits), "");
        let phrases = [Phrase::BpoNone, Phrase::BpoOne, Phrase::BpoMany];
        assert_eq!(wording.counted(phrases, 0, &[]), "No function is a candidate for BPO.");
        assert_eq!(wording.counted(phrases, 1_200, &[]), "1,200 für {BPO}");
    }

    #[test]
    fn mistakes_are_told_with_their_places() {
        check("titel = \"x\"", &["ours/wording.toml:1:1: unknown key `titel` at the top level; did you mean `title`?"]);
        check("[bpo]\nheading = 3", &["ours/wording.toml:2:11: expected `bpo.heading` as a text, found `3`"]);
        check("bpo = 3", &["ours/wording.toml:1:7: expected `bpo` as a table, found `3`"]);
        check(
            "[bpo]\nheading = \" \"\nmany = \"{number} functions\"\none = \"{count}\"\nnone = \"none}\"",
            &[
                "ours/wording.toml:2:11: `bpo.heading` is empty; write what it is to say, or delete the line",
                "ours/wording.toml:5:8: the braces in `bpo.none` do not match; write `}}` for a brace that closes nothing",
                "ours/wording.toml:4:7: `bpo.one` cannot fill in `{count}`; it fills in nothing; write `{{` for a brace",
                "ours/wording.toml:3:8: `bpo.many` cannot fill in `{number}`; it can fill in `{count}`",
            ],
        );
        check(
            "language = \"English\"",
            &["ours/wording.toml:1:12: expected a language tag, found `English`; \
               write a tag such as `en-GB`, `de` or `pt-BR`"],
        );
    }
}
