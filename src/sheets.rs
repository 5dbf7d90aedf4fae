//! What our own sheets and their headers are called, for whoever writes them, recognises them or reads them back.

/// The sheet of an assessed workbook that repeats the table, with the judgement beside it.
pub const ASSESSMENT: &str = "Assessment";
/// The sheet on which open questions can be answered.
pub const WHAT_TO_ASK: &str = "What to ask";
/// The sheet that says where the figures come from.
pub const ABOUT: &str = "About";
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
