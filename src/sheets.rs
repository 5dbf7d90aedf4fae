//! What our own sheets and their headers are called, for whoever writes them, recognises them or reads them back.
//!
//! The names stand in `templates/language/*/names.ftl`, since a run in one language reads back what a run in another wrote.
//! They must not change, or older workbooks are not understood.

use crate::language::Language;

/// A name that is written into our own files and read back, in each language. A name that a language lacks does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// In the order of [`Language::ALL`].
    texts: [&'static str; 5],
}

/// The texts that names are taken from, in the order of [`Language::ALL`].
const NAMES: [&str; 5] = [
    include_str!("../templates/language/en/names.ftl"),
    include_str!("../templates/language/de/names.ftl"),
    include_str!("../templates/language/fr/names.ftl"),
    include_str!("../templates/language/es/names.ftl"),
    include_str!("../templates/language/pt/names.ftl"),
];

impl Name {
    /// The name with an id.
    pub(crate) const fn of(id: &str) -> Name {
        let [en, de, fr, es, pt] = NAMES;
        Name { texts: [said(en, id), said(de, id), said(fr, id), said(es, id), said(pt, id)] }
    }

    /// A name that is the same in all languages.
    const fn in_all(text: &'static str) -> Name {
        Name { texts: [text; 5] }
    }

    /// How it is written in a language.
    pub fn text(self, language: Language) -> &'static str {
        self.texts[language as usize]
    }

    /// How it is written in all languages.
    pub fn texts(self) -> [&'static str; 5] {
        self.texts
    }

    /// Whether a text is this name in any language.
    pub fn is(self, text: &str) -> bool {
        self.texts.contains(&text)
    }
}

/// In English, as messages of problems have it.
impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text(Language::En))
    }
}

/// What a file says of an id: the rest of the line that begins with it and ` = `.
const fn said(file: &'static str, id: &str) -> &'static str {
    let (bytes, id) = (file.as_bytes(), id.as_bytes());
    let mut line = 0;
    while line < bytes.len() {
        let mut end = line;
        while end < bytes.len() && bytes[end] != b'\n' {
            end += 1;
        }
        let mut same = 0;
        while same < id.len() && line + same < end && bytes[line + same] == id[same] {
            same += 1;
        }
        let text = line + id.len() + " = ".len();
        if same == id.len() && text < end && bytes[text - 3] == b' ' && bytes[text - 2] == b'=' {
            return file.split_at(end).0.split_at(text).1;
        }
        line = end + 1;
    }
    panic!("a language lacks a name")
}

/// The name and version of the record's format, then of those that are read besides it; a minor version may follow each.
pub const RECORDS: [&str; 2] = ["outsift-record/2", "outsift-record/1"];

/// The author of notes that the program puts on cells.
pub const NOTES_BY: &str = "outsift";
/// Whether a record of this format is understood.
pub fn is_record(schema: &str) -> bool {
    RECORDS.iter().any(|known| schema.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

/// The first sheet of an assessed workbook.
pub const SUMMARY: Name = Name::of("sheet-summary");
/// The sheet that lists all functions with their verdicts.
pub const VERDICTS: Name = Name::of("sheet-verdicts");
/// The sheet of an assessed workbook that repeats the table, with the judgement beside it.
pub const ASSESSMENT: Name = Name::of("sheet-assessment");
/// The header of the verdicts there, the first of the added columns.
pub const VERDICT: Name = Name::of("header-verdict");
/// The header of the scores, beside it.
pub const SCORE: Name = Name::of("header-score");
/// The header of what people decided.
pub const DECISION: Name = Name::of("header-decision");
/// The header of who decided.
pub const DECIDED_BY: Name = Name::of("header-decided-by");
/// The header of what else was noted.
pub const NOTE: Name = Name::of("header-note");
/// The header of why a decision is to be looked at again.
pub const CHECK: Name = Name::of("header-check");
/// What the headers of evidence begin with, before a colon and the name of the criterion.
pub const EVIDENCE: Name = Name::of("header-evidence");
/// What the headers of levels begin with, before a colon and the name of the attribute.
pub const LEVEL: Name = Name::of("header-level");
/// The words that stand for levels in the cells below, each with its level; others are numbers from 0 to 100.
pub const LEVEL_WORDS: [(u8, Name); 3] =
    [(0, Name::of("level-low")), (50, Name::of("level-medium")), (100, Name::of("level-high"))];
/// What stands between the lowest and the highest level on which people disagree, in cells of levels.
pub const BETWEEN: char = '\u{2013}';
/// What the headers of levels as the run read them begin with, likewise.
pub const AS_READ: Name = Name::of("header-as-read");
/// The header of which levels are answers, and not read from the table: their attributes, with this between them.
pub const ANSWERED: (Name, &str) = (Name::of("header-answered"), "; ");
/// The header of what tells functions apart through sorting: the row in which each stood.
pub const KEY: Name = Name::of("header-key");

/// The headers of what a table that stands on several sheets, or in several files, says of each row: where it comes from.
pub const SHEET: Name = Name::of("header-sheet");
/// See [`SHEET`].
pub const SOURCE: Name = Name::of("header-source");
/// Headers for the row in which a function stands, with what it comes from before this mark; the first that no rulebook's
/// headers hold is taken.
pub const ROW_HEADERS: [Name; 3] = [Name::of("header-row"), Name::in_all("Line"), Name::in_all("\u{2116}")];
/// Headers for what is known already, likewise.
pub const KNOWN_HEADERS: [Name; 3] =
    [Name::of("header-known"), Name::in_all("Already there"), Name::in_all("\u{2026}")];
/// Headers for what to ask first, likewise.
pub const FIRST_HEADERS: [Name; 3] = [Name::of("header-first"), Name::in_all("Begin with"), Name::in_all("1, 2, 3")];
/// See [`ROW_HEADERS`].
pub const OF_SHEET: char = '!';

/// Columns of the table of verdicts for other programs that no other table has all of.
pub const FLAT: [&str; 6] = ["sheet", "row", "name", "verdict", "standing", "coverage"];

/// The sheet on which open questions can be answered.
pub const WHAT_TO_ASK: Name = Name::of("sheet-what-to-ask");
/// The sheet of a questionnaire that is to be answered, and the one that says how.
pub const QUESTIONS: Name = Name::of("sheet-questions");
/// See [`QUESTIONS`].
pub const READ_ME: Name = Name::of("sheet-read-me");
/// The headers of who answered in a row, and when.
pub const ANSWERED_BY: Name = Name::of("header-answered-by");
/// See [`ANSWERED_BY`].
pub const ANSWERED_ON: Name = Name::of("header-answered-on");
/// The sheet on which somebody weighs the criteria, and its headers.
pub const WEIGHTS: Name = Name::of("sheet-weights");
/// See [`WEIGHTS`].
pub const WEIGHED: Name = Name::of("header-criterion");
/// See [`WEIGHTS`].
pub const RANK: Name = Name::of("header-rank");
/// See [`WEIGHTS`].
pub const SWING_POINTS: Name = Name::of("header-swing-points");
/// See [`WEIGHTS`].
pub const DIRECT_POINTS: Name = Name::of("header-direct-points");
/// See [`WEIGHTS`].
pub const REASON: Name = Name::of("header-reason");
/// The sheet that lists what has changed since an earlier run.
pub const CHANGES: Name = Name::of("sheet-changes");
/// The sheet with what scenarios come to.
pub const SCENARIOS: Name = Name::of("sheet-scenarios");

/// The sheet that says where the figures come from.
pub const ABOUT: Name = Name::of("sheet-about");
/// Its label of the date.
pub const DATE: Name = Name::of("label-date");
/// Its label of the name and version of the rules.
pub const RULES: Name = Name::of("label-rules");
/// Its label of the checksum of their text.
pub const RULES_SHA256: Name = Name::of("label-rules-sha256");

/// The sheet with the text of the rules.
pub const RULEBOOK: Name = Name::of("sheet-rulebook");
/// The headers of its columns: a line of the text, and what it ends with where that is not a line feed.
pub const TEXT_HEADERS: [Name; 2] = [Name::of("header-text"), Name::of("header-ends-with")];
/// A line that ends as on Windows.
pub const WINDOWS_LINE: &str = "CR LF";
/// A line that is longer than a cell, and goes on in the next row.
pub const GOES_ON: Name = Name::of("text-goes-on");
/// The last line.
pub const LAST_LINE: Name = Name::of("text-last-line");

/// The sheet with the weights and thresholds.
pub const CRITERIA: Name = Name::of("sheet-criteria");
/// The headers of its criteria and weights.
pub const WEIGHT_HEADERS: [Name; 2] = [WEIGHED, Name::of("header-weight")];
/// The headers of its thresholds.
pub const THRESHOLD_HEADERS: [Name; 2] = [Name::of("header-threshold"), Name::of("header-value")];

/// The sheet with the functions that a person should look at again.
pub const REVIEW: Name = Name::of("sheet-review");
/// The sheet with the evidence of all functions in colours.
pub const HEAT_MAP: Name = Name::of("sheet-heat-map");
/// The sheet with what may go wrong.
pub const RISKS: Name = Name::of("sheet-risks");
/// The sheet that says how the inventory was read.
pub const QUALITY: Name = Name::of("sheet-quality");
/// The sheet of a blank inventory.
pub const FUNCTIONS: Name = Name::of("sheet-functions");
/// What verdicts are called: BPO, traditional outsourcing, split, insufficient evidence.
pub const VERDICTS_CALLED: [Name; 4] = [
    Name::of("verdict-bpo"),
    Name::of("verdict-outsourcing"),
    Name::of("verdict-split"),
    Name::of("verdict-insufficient"),
];
/// The decisions that are offered: as the verdict says, BPO, traditional outsourcing, kept in the house, put off.
pub const DECISIONS: [Name; 5] = [
    Name::of("choice-agree"),
    Name::of("choice-bpo"),
    Name::of("choice-outsourcing"),
    Name::of("choice-retain"),
    Name::of("choice-defer"),
];
/// What an earlier run said of a criterion, where it was no number: nothing is known of it, or the file does not tell.
pub const SAID: [Name; 2] = [Name::of("said-nothing"), Name::of("said-not-told")];
/// Why a decision is to be looked at again: its evidence has changed, and then again; the verdict, the name or the department
/// that it was made on.
pub const TO_CHECK: [Name; 6] = [
    Name::of("check-evidence"),
    Name::of("check-then"),
    Name::of("check-verdict"),
    Name::of("check-name"),
    Name::of("check-department"),
    Name::of("check-copy"),
];

/// All sheets that are written into workbooks.
pub const SHEETS: [Name; 17] = [
    SUMMARY,
    VERDICTS,
    ASSESSMENT,
    REVIEW,
    HEAT_MAP,
    RISKS,
    WHAT_TO_ASK,
    CHANGES,
    SCENARIOS,
    CRITERIA,
    QUALITY,
    ABOUT,
    RULEBOOK,
    QUESTIONS,
    READ_ME,
    WEIGHTS,
    FUNCTIONS,
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Whoever reads a file back finds what stands there by its name alone, whichever language it is in.
    #[track_caller]
    fn are_told_apart(names: &[Name]) {
        let mut meanings: BTreeMap<String, Name> = BTreeMap::new();
        for name in names {
            for text in name.texts() {
                let other = meanings.insert(text.to_lowercase(), *name);
                assert!(other.is_none_or(|other| other == *name), "`{text}` means two things");
            }
        }
    }

    #[test]
    fn names_are_told_apart_in_all_languages() {
        are_told_apart(&SHEETS);
        for text in SHEETS.map(Name::texts).concat() {
            assert!(text.chars().count() <= 31 && !text.contains(['[', ']', ':', '*', '?', '/', '\\', '\'']), "{text}");
        }
        are_told_apart(&[VERDICT, SCORE, DECISION, DECIDED_BY, NOTE, CHECK, EVIDENCE, LEVEL, AS_READ, ANSWERED.0, KEY]);
        are_told_apart(&[WEIGHED, RANK, SWING_POINTS, DIRECT_POINTS, REASON]);
        are_told_apart(&[SHEET, SOURCE, ANSWERED_BY, ANSWERED_ON, ROW_HEADERS[0], KNOWN_HEADERS[0], FIRST_HEADERS[0]]);
        are_told_apart(&[DATE, RULES, RULES_SHA256]);
        are_told_apart(&[TEXT_HEADERS[0], TEXT_HEADERS[1], GOES_ON, LAST_LINE]);
        are_told_apart(&LEVEL_WORDS.map(|(_, word)| word));
        are_told_apart(&VERDICTS_CALLED);
        are_told_apart(&DECISIONS);
    }
}
