//! What our own sheets and their headers are called, for whoever writes them, recognises them or reads them back.
//!
//! Names that nobody reads back stand where they are written. These must not change, or older workbooks are not understood.

/// The name and version of the record's format, then of those that are read besides it; a minor version may follow each.
pub const RECORDS: [&str; 2] = ["outsift-record/2", "outsift-record/1"];

/// Whether a record of this format is understood.
pub fn is_record(schema: &str) -> bool {
    RECORDS.iter().any(|known| schema.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

/// The first sheet of an assessed workbook.
pub const SUMMARY: &str = "Summary";
/// The sheet that lists all functions with their verdicts.
pub const VERDICTS: &str = "Verdicts";
/// The sheet of an assessed workbook that repeats the table, with the judgement beside it.
pub const ASSESSMENT: &str = "Assessment";
/// The header of the verdicts there, the first of the added columns.
pub const VERDICT: &str = "Verdict";
/// The header of the scores, beside it.
pub const SCORE: &str = "Score";
/// The header of what people decided.
pub const DECISION: &str = "Decision";
/// The header of who decided.
pub const DECIDED_BY: &str = "Decided by";
/// The header of what else was noted.
pub const NOTE: &str = "Note";
/// The header of why a decision is to be looked at again.
pub const CHECK: &str = "Check";
/// What the headers of evidence begin with, before a colon and the name of the criterion.
pub const EVIDENCE: &str = "Evidence";
/// What the headers of levels begin with, before a colon and the name of the attribute.
pub const LEVEL: &str = "Level";
/// The words that stand for levels in the cells below, each with its level; others are numbers from 0 to 100.
pub const LEVEL_WORDS: [(u8, &str); 3] = [(0, "Low"), (50, "Medium"), (100, "High")];
/// What stands between the lowest and the highest level on which people disagree, in cells of levels.
pub const BETWEEN: char = '\u{2013}';
/// What the headers of levels as the run read them begin with, likewise.
pub const AS_READ: &str = "As read";
/// The header of which levels are answers, and not read from the table: their attributes, with this between them.
pub const ANSWERED: (&str, &str) = ("Answered", "; ");
/// The header of what tells functions apart through sorting: the row in which each stood.
pub const KEY: &str = "Key";

/// The headers of what a table that stands on several sheets, or in several files, says of each row: where it comes from.
pub const SHEET: &str = "Sheet";
/// See [`SHEET`].
pub const SOURCE: &str = "Source";
/// Headers for the row in which a function stands, with what it comes from before this mark; the first that no rulebook's
/// headers hold is taken.
pub const ROW_HEADERS: [&str; 3] = ["Row", "Line", "\u{2116}"];
/// Headers for what is known already, likewise.
pub const KNOWN_HEADERS: [&str; 3] = ["What is known", "Already there", "\u{2026}"];
/// Headers for what to ask first, likewise.
pub const FIRST_HEADERS: [&str; 3] = ["Ask first", "Begin with", "1, 2, 3"];
/// See [`ROW_HEADERS`].
pub const OF_SHEET: char = '!';

/// Columns of the table of verdicts for other programs that no other table has all of.
pub const FLAT: [&str; 6] = ["sheet", "row", "name", "verdict", "standing", "coverage"];

/// The sheet on which open questions can be answered.
pub const WHAT_TO_ASK: &str = "What to ask";
/// The sheet of a questionnaire that is to be answered, and the one that says how.
pub const QUESTIONS: &str = "Questions";
/// See [`QUESTIONS`].
pub const READ_ME: &str = "Read me";
/// The headers of who answered in a row, and when.
pub const ANSWERED_BY: &str = "Answered by";
/// See [`ANSWERED_BY`].
pub const ANSWERED_ON: &str = "Answered on";
/// The sheet on which somebody weighs the criteria, and its headers.
pub const WEIGHTS: &str = "Weights";
/// See [`WEIGHTS`].
pub const WEIGHED: &str = "Criterion";
/// See [`WEIGHTS`].
pub const RANK: &str = "Rank";
/// See [`WEIGHTS`].
pub const SWING_POINTS: &str = "Swing points";
/// See [`WEIGHTS`].
pub const DIRECT_POINTS: &str = "Direct points";
/// See [`WEIGHTS`].
pub const REASON: &str = "Reason";
/// The sheet that lists what has changed since an earlier run.
pub const CHANGES: &str = "Changes";
/// The sheet with what scenarios come to.
pub const SCENARIOS: &str = "Scenarios";

/// The sheet that says where the figures come from.
pub const ABOUT: &str = "About";
/// Its label of the date.
pub const DATE: &str = "Date";
/// Its label of the name and version of the rules.
pub const RULES: &str = "Rulebook";
/// Its label of the checksum of their text.
pub const RULES_SHA256: &str = "Rulebook SHA-256";

/// The sheet with the text of the rules.
pub const RULEBOOK: &str = "Rulebook";
/// The headers of its columns: a line of the text, and what it ends with where that is not a line feed.
pub const TEXT_HEADERS: [&str; 2] = ["Text", "Ends with"];
/// A line that ends as on Windows.
pub const WINDOWS_LINE: &str = "CR LF";
/// A line that is longer than a cell, and goes on in the next row.
pub const GOES_ON: &str = "nothing: it goes on";
/// The last line.
pub const LAST_LINE: &str = "the end of the text";

/// The sheet with the weights and thresholds.
pub const CRITERIA: &str = "Criteria";
/// The headers of its criteria and weights.
pub const WEIGHT_HEADERS: [&str; 2] = ["Criterion", "Weight"];
/// The headers of its thresholds.
pub const THRESHOLD_HEADERS: [&str; 2] = ["Threshold", "Value"];
