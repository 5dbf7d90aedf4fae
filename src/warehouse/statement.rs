//! A statement put together of parts that each take one step, and its fences.

use std::fmt::Write;

use super::dialect::{Fence, Words};

/// An expression and what it is called from there on.
pub(super) type Named = (String, String);

/// A column that keeps its name.
pub(super) fn kept(name: &str) -> Named {
    (name.to_owned(), name.to_owned())
}

/// The parts of a statement, each over the one before.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain {
    parts: Vec<(String, String)>,
}

impl Chain {
    /// Adds a part as it is written.
    pub(super) fn push(&mut self, name: &str, body: String) {
        self.parts.push((name.to_owned(), body));
    }

    /// Adds a part that takes columns from a source, of which the same row may come twice.
    pub(super) fn select(&mut self, name: &str, columns: &[Named], from: &str, words: &Words) {
        let end = if words.fence == Fence::Offset { "\n  OFFSET 0" } else { "" };
        self.push(name, format!("{}{end}", select(columns, from)));
    }

    /// Adds a part that takes columns from the part before, of which no row comes twice.
    pub(super) fn step(&mut self, name: &str, columns: &[Named], words: &Words) {
        let from = self.parts.last().map_or_else(String::new, |(name, _)| name.clone());
        if words.fence == Fence::Distinct {
            self.push(name, select_different(columns, &from));
        } else {
            self.select(name, columns, &from, words);
        }
    }

    /// The same where each part may be a table of the session: statements one after the other, the last of which selects.
    pub(super) fn in_steps(&self, last: &str, words: &Words) -> String {
        let Some(step) = words.step else { return self.then(last, words) };
        let table = |(name, body): &(String, String)| {
            format!("{}\n  {body}{};\n\n", step.replace("{name}", name), words.join_end)
        };
        self.parts.iter().map(table).collect::<String>() + last
    }

    /// The whole statement, which ends in a selection.
    pub(super) fn then(&self, last: &str, words: &Words) -> String {
        let is = if words.fence == Fence::Materialized { "AS MATERIALIZED" } else { "AS" };
        let mut text = String::new();
        for (at, (name, body)) in self.parts.iter().enumerate() {
            let _ = writeln!(text, "{} {name} {is} (\n  {body}\n)", if at == 0 { "WITH" } else { "," });
        }
        text.push_str(last);
        text
    }
}

/// A line to which no name is added.
const LONG_LINE: usize = 100;

/// A selection of columns in which each row stands once.
pub(super) fn select_different(columns: &[Named], from: &str) -> String {
    select(columns, from).replacen("SELECT", "SELECT DISTINCT", 1)
}

/// A selection of columns.
pub(super) fn select(columns: &[Named], from: &str) -> String {
    let column = |(expression, name): &Named| {
        if expression == name { name.clone() } else { format!("{expression} AS {name}") }
    };
    // What is only passed on shares its lines.
    let mut lines: Vec<String> = Vec::new();
    let mut is_passed_on = false;
    for named in columns {
        let is_kept = named.0 == named.1;
        match lines.last_mut().filter(|line| is_kept && is_passed_on && line.len() < LONG_LINE) {
            Some(line) => line.extend([", ", &named.1]),
            None => lines.push(column(named)),
        }
        is_passed_on = is_kept;
    }
    format!("SELECT {}\n  FROM {from}", lines.join(",\n    "))
}
