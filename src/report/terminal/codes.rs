//! The codes of problems: one with its meaning and mend, or all.

use super::text::wrapped;
use crate::codes::{Code, Severity};
use crate::report::words::messages::Messages;

/// What a code means, how much it matters, and what to do about it.
pub fn code(say: &Messages, code: Code, width: usize) -> String {
    let matters: Vec<&str> = code.severities().iter().map(|severity| matters(say, *severity)).collect();
    let lines = [
        wrapped("", say.meaning(code), 0, width),
        wrapped("", &say.code_matters(&matters.join(say.code_or())), 0, width),
        wrapped(&format!("{} ", say.code_mend()), say.mend(code), 2, width),
    ];
    format!("{code}\n\n{}\n", lines.join("\n\n"))
}

/// Every code with how much it matters, a line each.
pub fn codes(say: &Messages) -> String {
    let widest = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or_default();
    let line = |code: &Code| {
        let names: Vec<&str> = code.severities().iter().map(|severity| say.severity(*severity)).collect();
        format!("{code:<widest$}  {}\n", say.either(&names))
    };
    Code::ALL.iter().map(line).collect()
}

fn matters(say: &Messages, severity: Severity) -> &str {
    match severity {
        Severity::Error => say.code_error(),
        Severity::Warning => say.code_warning(),
        Severity::Note => say.code_note(),
    }
}
