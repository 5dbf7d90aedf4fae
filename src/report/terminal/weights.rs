//! The weights of a group: what each person gave, their mean and their spread, and why.

use std::fmt::Write;

use super::text::bold;
use crate::language::Language;
use crate::problem::printable;
use crate::report::words::messages::Messages;
use crate::rulebook::Rulebook;
use crate::rulebook::elicited::GroupWeights;

/// The most characters of a person's name above a column.
const LONGEST: usize = 12;

/// A table with a row for each criterion, and the reasons below it.
pub fn weights(say: &Messages, rulebook: &Rulebook, group: &GroupWeights) -> String {
    let name = |at: usize| rulebook.criteria[group.criteria[at]].name.as_str();
    let widest = (0..group.criteria.len()).map(|at| name(at).chars().count()).max().unwrap_or(0);
    let widest = widest.max(say.weigh_criterion().chars().count());
    let people: Vec<String> =
        group.people.iter().map(|given| printable(&given.person).chars().take(LONGEST).collect()).collect();
    let columns = people.iter().map(String::as_str).chain([say.weigh_mean(), say.weigh_least(), say.weigh_greatest()]);
    let title: String = columns.map(|column| format!("  {column:>LONGEST$}")).collect();
    let mut out = format!("{}\n", bold(&format!("{:<widest$}{title}", say.weigh_criterion())));
    for at in 0..group.criteria.len() {
        let shares = group.people.iter().map(|given| given.shares[at]).chain(group.figures(at));
        let shares: String = shares.map(|share| format!("  {:>LONGEST$}", say.percent(share))).collect();
        let _ = writeln!(out, "{:<widest$}{shares}", name(at));
    }
    out.push('\n');
    for given in &group.people {
        let (person, file) = (printable(&given.person), printable(&given.file));
        let _ = writeln!(out, "{}", say.weigh_by(&person, say.method(given.method), &file));
        for (at, reason) in given.reasons.iter().enumerate().filter(|(_, reason)| !reason.is_empty()) {
            let _ = writeln!(out, "  {}: {}", name(at), printable(reason));
        }
    }
    out
}

/// What to do with a sheet for weights.
pub fn weighing(say: &Messages, path: &std::path::Path, command: &str) -> String {
    format!("{:<10}{}\n{}\n  {command}\n", say.weigh_sheet(), path.display(), say.weigh_then())
}

/// What to do with a group's rulebook.
pub fn weighed(say: &Messages, language: Language, path: &std::path::Path) -> String {
    let path = path.display().to_string();
    format!(
        "\n{:<10}{path}\n{}\n  outsift assess INVENTORY --rulebook {path}{}\n",
        say.weigh_rulebook(),
        say.weigh_next(),
        language.option()
    )
}
