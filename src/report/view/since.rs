//! What has changed since an earlier run, and how decisions stand to verdicts, in words.

use std::fmt::Write;

use super::judged::Judged;
use crate::changes::{Change, Changes, Counts, Decision, EarlierFunction, Kind, LeftBehind, Standing};
use crate::report::model::{ChangeLine, Since};
use crate::report::words::figures::{count, grouped, listed};

/// The most functions that are listed; the record has all.
const MOST_LISTED: usize = 2_000;

/// What has changed since an earlier run; none where none was given.
pub(crate) fn since(judged: &Judged) -> Option<Since> {
    let changes = judged.changes?;
    let left = changes.left_behind.iter().map(|left| (gravity_of_left(changes, *left), left_line(changes, *left)));
    let mut lines: Vec<(usize, ChangeLine)> = left.collect();
    lines.extend(changes.functions.iter().map(|change| (gravity(change), change_line(judged, changes, change))));
    // Of equal gravity they stay in the order of their rows.
    lines.sort_by_key(|(gravity, _)| *gravity);
    let more = lines.len().saturating_sub(MOST_LISTED);
    Some(Since {
        earlier: changes.earlier.file.to_string(),
        sentence: sentence(changes.counts()),
        rules: rules(judged, changes),
        lines: lines.into_iter().take(MOST_LISTED).map(|(_, line)| line).collect(),
        more,
    })
}

/// Decisions that were lost come first, and what only has another name comes last.
fn gravity_of_left(changes: &Changes, left: LeftBehind) -> usize {
    if changes.earlier.functions[left.earlier].decision.is_some() { 0 } else { 5 }
}

fn gravity(change: &Change) -> usize {
    match change.kinds.iter().min() {
        Some(Kind::Verdict) => 1,
        Some(Kind::Decision) => 2,
        Some(Kind::Ambiguous) => 3,
        Some(Kind::Score) => 4,
        Some(Kind::New) => 6,
        Some(Kind::Name | Kind::Id) | None => 7,
    }
}

/// The counts in a sentence that goes on after the earlier file's name.
fn sentence(counts: Counts) -> String {
    let Counts { new, gone, ambiguous, verdicts, scores, decisions, to_check, not_carried } = counts;
    let number = |n: usize| grouped(n as u64);
    let mut parts = Vec::new();
    let mut part = |n: usize, text: String| parts.extend((n > 0).then_some(text));
    part(new, format!("{} new", number(new)));
    part(gone, format!("{} gone", number(gone)));
    part(verdicts, format!("{} changed", count(verdicts, "verdict")));
    let score = if verdicts > 0 { "other score" } else { "score" };
    part(scores, format!("{} moved noteworthily", count(scores, score)));
    part(ambiguous, format!("{} not compared", number(ambiguous)));
    let mut sentence =
        if parts.is_empty() { "nothing new, nothing gone, no verdict changed".to_owned() } else { parts.join(", ") };
    if decisions > 0 {
        let _ = write!(sentence, "; {} carried over", count(decisions, "decision"));
        let of_them = match (to_check, decisions) {
            (0, _) => String::new(),
            (1, 1) => ", on evidence that has changed".to_owned(),
            (all, of) if all == of => ", all on evidence that has changed".to_owned(),
            (some, _) => format!(", {} of them on evidence that has changed", number(some)),
        };
        sentence.push_str(&of_them);
    }
    if not_carried > 0 {
        let _ = write!(sentence, "; {} not carried over", count(not_carried, "decision"));
    }
    sentence
}

/// Whether the rules are the same, in a sentence.
fn rules(judged: &Judged, changes: &Changes) -> String {
    let now = format!("{} {}", judged.rulebook.name, judged.rulebook.version);
    match (&changes.earlier.rules, changes.rules_changed) {
        (Some(before), Some(true)) if before.title == now => {
            format!(
                "The rulebook is still called {now}, but its text has changed, so verdicts may have changed with it."
            )
        }
        (Some(before), Some(true)) => {
            format!("The rulebook was {} and is {now}, so verdicts may have changed with it.", before.title)
        }
        (_, Some(false)) => format!("The rulebook is the same, {now}."),
        _ => "The earlier file does not name its rulebook.".to_owned(),
    }
}

fn change_line(judged: &Judged, changes: &Changes, change: &Change) -> ChangeLine {
    let assessment = &judged.assessed.functions[change.function];
    let before = change.earlier.map(|at| &changes.earlier.functions[at]);
    let decision = judged.decision(change.function);
    let kinds: Vec<&str> = change.kinds.iter().map(|kind| name(*kind)).collect();
    ChangeLine {
        function: Some(change.function),
        row: judged.inventory.table.row_shown(judged.inventory.functions[change.function].row0),
        id: judged.inventory.role(judged.rulebook.roles.id, change.function).into_owned(),
        name: judged.inventory.name(change.function).into_owned(),
        what: kinds.join(", "),
        verdict_before: before.and_then(|before| before.verdict),
        verdict: Some(assessment.verdict),
        score_before: before.and_then(|before| before.score),
        score: Some(assessment.score.points()),
        because: because(judged, changes, change, before),
        ..decided_line(decision)
    }
}

/// A function of the earlier run that this one does not have.
fn left_line(changes: &Changes, left: LeftBehind) -> ChangeLine {
    let before = &changes.earlier.functions[left.earlier];
    let mut because = format!("Stood in row {} of {}", before.row, changes.earlier.file);
    if !left.is_gone {
        because.push_str("; several functions share its id or its name");
    }
    if before.decision.is_some() {
        because.push_str("; what was decided is kept here only");
    }
    ChangeLine {
        function: None,
        row: String::new(),
        id: before.id.clone(),
        name: before.name.clone(),
        what: match left.is_gone {
            _ if !before.is_function => "no function",
            true => "gone",
            false => "not compared",
        }
        .to_owned(),
        verdict_before: before.verdict,
        verdict: None,
        score_before: before.score,
        score: None,
        because,
        ..decided_line(before.decision.as_ref())
    }
}

/// A line that has only what was decided.
fn decided_line(decision: Option<&Decision>) -> ChangeLine {
    let of = |text: fn(&Decision) -> &str| decision.map_or(String::new(), |decision| text(decision).to_owned());
    ChangeLine {
        function: None,
        row: String::new(),
        id: String::new(),
        name: String::new(),
        what: String::new(),
        verdict_before: None,
        verdict: None,
        score_before: None,
        score: None,
        because: String::new(),
        decision: of(|decision| decision.choice.as_ref().map_or("", |choice| choice.name())),
        decided_by: of(|decision| &decision.by),
        note: of(|decision| &decision.note),
    }
}

/// The words for a change.
pub(crate) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Verdict => "another verdict",
        Kind::Decision => "decision to check",
        Kind::Ambiguous => "not compared",
        Kind::Score => "another score",
        Kind::New => "new",
        Kind::Name => "another name",
        Kind::Id => "another id",
    }
}

/// What has moved, and what else there is to know of a change.
fn because(judged: &Judged, changes: &Changes, change: &Change, before: Option<&EarlierFunction>) -> String {
    let mut parts: Vec<String> = change.moved.iter().map(|moved| moved.shown(judged.rulebook)).collect();
    if change.moved.is_empty() && change.kinds.contains(&Kind::Verdict) {
        let why = match changes.rules_changed {
            Some(true) => "no evidence has moved; the rulebook is another",
            _ => "no evidence has moved, but how much of it is known",
        };
        parts.push(why.to_owned());
    }
    if change.kinds.contains(&Kind::Ambiguous) {
        parts.push("several functions share its id or its name".to_owned());
    }
    if let Some(before) = before {
        if change.kinds.contains(&Kind::Name) {
            parts.push(format!("was called {}", before.name));
        }
        if change.kinds.contains(&Kind::Id) {
            parts.push(match before.id.as_str() {
                "" => "had no id".to_owned(),
                id => format!("had the id {id}"),
            });
        }
    }
    crate::report::words::figures::upper_first(&parts.join("; "))
}

/// How the decisions stand to the verdicts, in a sentence; none where there are no decisions.
pub(crate) fn decided(judged: &Judged) -> Option<String> {
    let decisions = judged.changes?.decisions.iter().zip(&judged.assessed.functions);
    let standings: Vec<Standing> =
        decisions.filter_map(|(decision, assessment)| decision.as_ref()?.standing(assessment.verdict)).collect();
    if standings.is_empty() {
        return None;
    }
    let of = |wanted: Standing| standings.iter().filter(|standing| **standing == wanted).count();
    let verb = |n: usize, one: &str, many: &str| format!("{} {}", grouped(n as u64), if n == 1 { one } else { many });
    let parts = [
        (Standing::Agrees, "agrees with the verdict", "agree with the verdict"),
        (Standing::Differs, "differs from it", "differ from it"),
        (Standing::Deferred, "is deferred", "are deferred"),
        (Standing::ToCheck, "is to be checked", "are to be checked"),
    ];
    let parts = parts.map(|(standing, one, many)| (of(standing), one, many));
    let parts: Vec<String> =
        parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| verb(n, one, many)).collect();
    Some(format!(
        "{} on {}: {}.",
        count(standings.len(), "decision"),
        count(judged.assessed.functions.len(), "function"),
        listed(&parts)
    ))
}
