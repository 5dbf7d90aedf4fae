//! The attributes of a rulebook: what a column can be said to hold.

use std::fmt::Write;

use super::text::{bold, wrapped};
use crate::report::words::messages::Messages;
use crate::rulebook::{Anchors, Attribute, Kind, Numbers, Rulebook};
use crate::sheets::LEVEL_WORDS;

/// Every attribute with its id, its name, what it holds and what it means.
pub fn attributes(say: &Messages, rulebook: &Rulebook, width: usize) -> String {
    let all = || rulebook.attribute_ids().map(|(_, attribute)| attribute);
    let widest = all().map(|attribute| attribute.id.len()).max().unwrap_or_default();
    let mut out = String::new();
    for attribute in all() {
        let id = format!("{:<widest$}", attribute.id);
        let meaning = attribute.meaning.as_deref().or(attribute.question.as_deref()).unwrap_or_default();
        let anchors = attribute.anchors.as_ref().map_or(String::new(), |Anchors { low, medium, high }| {
            let [least, middle, most] = LEVEL_WORDS.map(|(_, word)| say.name(word));
            format!(" {least}: {low}; {middle}: {medium}; {most}: {high}.")
        });
        let said = format!("{} ({}). {meaning}{anchors}", attribute.name, say.as_read(&holds(rulebook, attribute)));
        let _ =
            writeln!(out, "{}", with_bold_id(&id, &wrapped(&format!("{id}  "), said.trim_end(), widest + 2, width)));
    }
    out
}

fn with_bold_id(id: &str, line: &str) -> String {
    line.strip_prefix(id).map_or_else(|| line.to_owned(), |rest| format!("{}{rest}", bold(id)))
}

/// What an attribute holds, in words.
fn holds(rulebook: &Rulebook, attribute: &Attribute) -> String {
    let Some(rule) = attribute.rule() else {
        let parts: Vec<&str> = attribute.parts().iter().map(|part| rulebook.attribute(*part).id.as_str()).collect();
        return format!("the first known of {}", parts.join(", "));
    };
    match &rule.kind {
        Kind::Text => "text".to_owned(),
        Kind::Number { .. } => "a number".to_owned(),
        Kind::Money => "an amount of money".to_owned(),
        Kind::Date => "a date".to_owned(),
        Kind::Level(scale) => {
            let words = scale.examples.join(", ");
            match scale.numbers {
                Numbers::Count { .. } => format!("a count, or a level: {words}"),
                Numbers::Rating => format!("a level: {words}, or a number on a scale"),
                Numbers::None if scale.dates.is_some() => format!("a date, or {words}"),
                Numbers::None => format!("one of {words}"),
            }
        }
    }
}
