//! What has changed since an earlier run, and how decisions stand to verdicts, in words.

use super::judged::Judged;
use crate::changes::{Change, ChangeKind, Changes, Counts, LeftBehind, Premises, Told};
use crate::own_files::{Agreement, Decision, EarlierFunction, EarlierRow};
use crate::portfolio::Totals;
use crate::report::lists::Headline;
use crate::report::model::{ChangeLine, DecidedLine, Since};
use crate::report::words::messages::Messages;

/// The most functions that are listed; the record has all.
const MOST_LISTED: usize = 2_000;
/// The most decisions that are listed.
const MOST_DECIDED: usize = 50;

/// A function that only the earlier run had, or that has changed.
enum Moved<'c> {
    Away(LeftBehind),
    Here(&'c Change),
}

/// What has changed since an earlier run; none where none was given.
pub(crate) fn since(judged: &Judged) -> Option<Since> {
    let changes = judged.changes.filter(|changes| changes.is_told)?;
    let say = judged.words.say;
    let left = changes.left_behind.iter().map(|left| (gravity_of_left(changes, *left), Moved::Away(*left)));
    let changed = changes.functions.iter().map(|change| (gravity(change), Moved::Here(change)));
    let mut all: Vec<(usize, Moved)> = left.chain(changed).collect();
    // Of equal gravity they stay in the order of their rows.
    all.sort_by_key(|(gravity, _)| *gravity);
    let more = all.len().saturating_sub(MOST_LISTED);
    let line = |(_, moved): (usize, Moved)| match moved {
        Moved::Away(left) => left_line(say, changes, left),
        Moved::Here(change) => change_line(judged, changes, change),
    };
    let counts = changes.counts();
    let (sentence, rules, premises) = (sentence(say, counts), rules(judged, changes), premises(say, changes));
    let lead = format!("{} {premises}", say.pdf_changes(&changes.earlier.file, &sentence, &rules));
    Some(Since {
        heading: Headline {
            topic: say.changes_heading().to_owned(),
            finding: say.changes_finding(counts.verdicts, counts.new, counts.gone),
            lead: lead.trim_end().to_owned(),
        },
        earlier: changes.earlier.file.to_string(),
        sentence,
        rules,
        is_by_other_rules: changes.rules_changed == Some(true),
        premises,
        lines: all.into_iter().take(MOST_LISTED).map(line).collect(),
        more,
    })
}

/// Decisions that were lost come first, and what only has another name, id or department comes last.
fn gravity_of_left(changes: &Changes, left: LeftBehind) -> usize {
    if changes.earlier.functions[left.earlier].decision.is_some() { 0 } else { 5 }
}

fn gravity(change: &Change) -> usize {
    match change.kinds.iter().min() {
        Some(ChangeKind::Verdict) => 1,
        Some(ChangeKind::Decision) => 2,
        Some(ChangeKind::Ambiguous) => 3,
        Some(ChangeKind::Score) => 4,
        Some(ChangeKind::New) => 6,
        Some(ChangeKind::Name | ChangeKind::Id | ChangeKind::Department) | None => 7,
    }
}

/// The counts in a sentence that goes on after the earlier file's name.
fn sentence(say: &Messages, counts: Counts) -> String {
    let Counts { new, gone, ambiguous, verdicts, scores, decisions, to_check, not_carried } = counts;
    let of_scores = if verdicts > 0 { say.since_other_scores(scores) } else { say.since_scores(scores) };
    let parts = [
        (new, say.since_new(new)),
        (gone, say.since_gone(gone)),
        (verdicts, say.since_verdicts(verdicts)),
        (scores, of_scores),
        (ambiguous, say.since_ambiguous(ambiguous)),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, part)| part).collect();
    let mut sentences = vec![if parts.is_empty() { say.since_nothing().to_owned() } else { parts.join(", ") }];
    match (to_check, decisions) {
        (_, 0) => {}
        (0, of) => sentences.push(say.since_carried(of)),
        (all, of) if all == of => sentences.push(say.since_carried_all_to_check(of)),
        (some, of) => sentences.push(say.since_carried_some_to_check(of, some)),
    }
    if not_carried > 0 {
        sentences.push(say.since_not_carried(not_carried));
    }
    sentences.join("; ")
}

/// Whether the rules are the same, and in which figures they differ.
fn rules(judged: &Judged, changes: &Changes) -> String {
    let say = judged.words.say;
    let now = format!("{} {}", judged.rulebook.name, judged.rulebook.version);
    let figures = changes.premises.as_ref().map_or(&[][..], |premises| &premises.figures);
    let figures =
        if figures.is_empty() { String::new() } else { format!(" {}", say.rules_moved(&say.listed(figures))) };
    let rules = match (&changes.earlier.rules, changes.rules_changed) {
        (Some(before), Some(true)) if before.title == now => say.rules_other_text(&now),
        (Some(before), Some(true)) => say.rules_other(&before.title, &now),
        (_, Some(false)) => say.rules_same(&now),
        _ => say.rules_unnamed().to_owned(),
    };
    rules + &figures
}

/// What the two runs were told otherwise, in sentences; empty where nothing was.
fn premises(say: &Messages, changes: &Changes) -> String {
    let Some(Premises { before, now, answers_changed, .. }) = &changes.premises else {
        return say.premises_untold().to_owned();
    };
    let sentence = |told: &[Told], say_it: &dyn Fn(&str) -> String| {
        (!told.is_empty()).then(|| say_it(&say.listed(&told_in_words(say, told))))
    };
    let sentences = [
        sentence(before, &|parts| say.premises_before(parts)),
        sentence(now, &|parts| say.premises_now(parts)),
        (!answers_changed.is_empty()).then(|| say.premises_answers_changed(&say.listed(answers_changed))),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// An option, and what its values are in a part of a sentence.
type InWords<'s> = (&'static str, &'s dyn Fn(&str) -> String);

/// What a run was told, in parts of a sentence: what is told most is worded, and the rest stands as it was typed.
fn told_in_words(say: &Messages, told: &[Told]) -> Vec<String> {
    let worded: [InWords; 3] = [
        ("answers", &|files| say.premises_answers(files)),
        ("assume", &|levels| say.premises_assumed(levels)),
        ("where", &|rows| say.premises_where(rows)),
    ];
    let listed = |values: Vec<String>| (!values.is_empty()).then(|| say.listed(&values));
    let in_words = worded.iter().filter_map(|(option, in_words)| {
        let of_it = told.iter().filter(|told| told.option == *option);
        listed(of_it.map(|told| format!("`{}`", told.value)).collect()).map(|values| in_words(&values))
    });
    let others = told.iter().filter(|told| worded.iter().all(|(option, _)| told.option != *option));
    let typed = others.map(|told| format!("`--{} {}`", told.option, told.value)).collect();
    in_words.chain(listed(typed).map(|typed| say.premises_given(&typed))).collect()
}

fn change_line(judged: &Judged, changes: &Changes, change: &Change) -> ChangeLine {
    let assessment = judged.assessed.of(change.function);
    let before = change.earlier.map(|at| &changes.earlier.functions[at]);
    let decision = judged.decision(change.function);
    let kinds: Vec<&str> = change.kinds.iter().map(|kind| name(judged.words.say, *kind)).collect();
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
        ..decided_line(judged.words.say, decision)
    }
}

/// A function of the earlier run that this one does not have.
fn left_line(say: &Messages, changes: &Changes, left: LeftBehind) -> ChangeLine {
    let before = &changes.earlier.functions[left.earlier];
    let mut because = Vec::new();
    if before.kind != EarlierRow::GoneBefore {
        because.push(say.left_row(&before.row, &changes.earlier.file));
    }
    if !left.is_gone {
        because.push(say.left_ambiguous().to_owned());
    }
    if before.decision.is_some() {
        because.push(say.left_decided().to_owned());
    }
    ChangeLine {
        id: before.id.clone(),
        name: before.name.clone(),
        what: match left.is_gone {
            _ if before.kind == EarlierRow::NoFunction => say.left_no_function(),
            true => say.left_gone(),
            false => say.change_ambiguous(),
        }
        .to_owned(),
        verdict_before: before.verdict,
        score_before: before.score,
        because: because.join("; "),
        ..decided_line(say, before.decision.as_ref())
    }
}

/// A line that has only what was decided.
fn decided_line(say: &Messages, decision: Option<&Decision>) -> ChangeLine {
    let of = |text: &dyn Fn(&Decision) -> &str| decision.map_or(String::new(), |decision| text(decision).to_owned());
    ChangeLine {
        decision: of(&|decision| decision.choice.as_ref().map_or("", |choice| say.choice(choice))),
        decided_by: of(&|decision| &decision.by),
        note: of(&|decision| &decision.note),
        ..ChangeLine::default()
    }
}

/// A change in a few words.
fn name(say: &Messages, kind: ChangeKind) -> &str {
    match kind {
        ChangeKind::Verdict => say.change_verdict(),
        ChangeKind::Decision => say.change_decision(),
        ChangeKind::Ambiguous => say.change_ambiguous(),
        ChangeKind::Score => say.change_score(),
        ChangeKind::New => say.change_new(),
        ChangeKind::Name => say.change_name(),
        ChangeKind::Id => say.change_id(),
        ChangeKind::Department => say.change_department(),
    }
}

/// What has moved, and what else there is to know of a change.
fn because(judged: &Judged, changes: &Changes, change: &Change, before: Option<&EarlierFunction>) -> String {
    let say = judged.words.say;
    let mut parts: Vec<String> =
        change.moved.iter().map(|moved| moved.shown(judged.rulebook, judged.rulebook.language)).collect();
    if change.moved.is_empty() && change.kinds.contains(&ChangeKind::Verdict) {
        let why = match changes.rules_changed {
            Some(true) => say.because_other_rules(),
            _ => say.because_other_coverage(),
        };
        parts.push(why.to_owned());
    }
    if change.kinds.contains(&ChangeKind::Ambiguous) {
        parts.push(say.left_ambiguous().to_owned());
    }
    if let Some(before) = before {
        if change.kinds.contains(&ChangeKind::Name) {
            parts.push(say.because_was_called(&before.name));
        }
        if change.kinds.contains(&ChangeKind::Id) {
            parts.push(match before.id.as_str() {
                "" => say.because_had_no_id().to_owned(),
                id => say.because_had_id(id),
            });
        }
        if change.kinds.contains(&ChangeKind::Department) {
            parts.push(say.because_was_of(&before.department));
        }
    }
    crate::report::words::figures::upper_first(&parts.join("; "))
}

/// What was decided on the costliest functions, and on how many others something was.
pub(crate) fn decisions(judged: &Judged) -> (Vec<DecidedLine>, usize) {
    let say = judged.words.say;
    let decided: Vec<usize> = (0..judged.assessed.functions()).filter(|f| judged.is_decided(*f)).collect();
    let more = decided.len().saturating_sub(MOST_DECIDED);
    let line = |function: usize| {
        let decision = judged.decision(function)?;
        let notes: Vec<&str> = [&decision.note, &decision.check].into_iter().map(String::as_str).collect();
        Some(DecidedLine {
            id: judged.inventory.role(judged.rulebook.roles.id, function).into_owned(),
            row: judged.inventory.table.row_shown(judged.inventory.functions[function].row0),
            name: judged.inventory.name(function).into_owned(),
            verdict: judged.assessed.of(function).verdict,
            decision: decision.choice.as_ref().map_or("", |choice| say.choice(choice)).to_owned(),
            by: decision.by.clone(),
            note: notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("; "),
        })
    };
    (judged.costliest(decided, MOST_DECIDED).into_iter().filter_map(line).collect(), more)
}

/// How far decisions are, and what is still open.
pub(crate) fn decision_heading(judged: &Judged, decided: Option<&str>) -> Headline {
    let say = judged.words.say;
    let (assessed, functions) = (judged.assessed, judged.assessed.functions());
    let is_open =
        |function: &usize| !judged.is_decided(*function) && assessed.of(*function).verdict.direction().is_some();
    let open: Vec<usize> = (0..functions).filter(is_open).collect();
    let mut totals = Totals::default();
    for function in &open {
        totals.add(judged.rulebook, judged.inventory, *function);
    }
    let still_open = match say.costs_of_all(judged.inventory, &totals) {
        _ if open.is_empty() => say.decisions_none_open().to_owned(),
        cost if cost.is_empty() => say.decisions_open(open.len()),
        cost => say.decisions_open_cost(open.len(), &cost),
    };
    let count = (0..functions).filter(|function| judged.is_decided(*function)).count();
    Headline {
        topic: say.decisions_heading().to_owned(),
        finding: say.decisions_finding(count, functions),
        lead: format!("{} {still_open}", decided.unwrap_or_default()).trim_start().to_owned(),
    }
}

/// How the decisions stand to the verdicts, in a sentence; none where there are no decisions.
pub(crate) fn decided(judged: &Judged) -> Option<String> {
    let decisions = judged.changes?.decisions.iter().zip(judged.assessed.all());
    let agreements: Vec<Agreement> =
        decisions.filter_map(|(decision, assessment)| decision.as_ref()?.agreement(assessment.verdict)).collect();
    if agreements.is_empty() {
        return None;
    }
    let of = |wanted: Agreement| agreements.iter().filter(|agreement| **agreement == wanted).count();
    let say = judged.words.say;
    let parts = [
        (of(Agreement::Agrees), say.decided_agrees(of(Agreement::Agrees))),
        (of(Agreement::Differs), say.decided_differs(of(Agreement::Differs))),
        (of(Agreement::Deferred), say.decided_deferred(of(Agreement::Deferred))),
        (of(Agreement::ToCheck), say.decided_to_check(of(Agreement::ToCheck))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(_, part)| part).collect();
    Some(say.decided(agreements.len(), judged.assessed.functions(), &say.listed(&parts)))
}
