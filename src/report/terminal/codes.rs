//! The codes of problems: one with its meaning and mend, or all.

use super::text::wrapped;
use crate::codes::{Code, Severity};

/// What a code means, how much it matters, and what to do about it.
pub fn code(code: Code, width: usize) -> String {
    let matters: Vec<&str> = code.severities().iter().copied().map(matters).collect();
    let lines = [
        wrapped("", code.meaning(), 0, width),
        wrapped("", &format!("It is {}.", matters.join("; or ")), 0, width),
        wrapped("What to do: ", code.mend(), 2, width),
    ];
    format!("{code}\n\n{}\n", lines.join("\n\n"))
}

/// Every code with how much it matters, a line each.
pub fn codes() -> String {
    let widest = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or_default();
    let line = |code: &Code| {
        let names: Vec<&str> = code.severities().iter().map(|severity| severity.name()).collect();
        format!("{code:<widest$}  {}\n", names.join(" or "))
    };
    Code::ALL.iter().map(line).collect()
}

fn matters(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "an error: what was asked for was not done",
        Severity::Warning => "a warning: the run went on without what it could not use",
        Severity::Note => "a note: the run went on, and this is to be known",
    }
}
