//! What `check` says of a file: the columns, what is not used, what was not understood, what to do next.

use std::collections::{BTreeMap, HashSet};

use super::grouped::{ProblemGroup, by_kind, counted};
use super::judged::Judged;
use super::reference::{header_rows, rows};
use super::report::Report;
use super::totals::totals;
use crate::inventory::{Exclusion, Inventory};
use crate::portfolio::Portfolio;
use crate::problem::{Problem, Problems, Severity, Spot};
use crate::report::model::{ColumnLine, QuestionLine};
use crate::report::words::figures::{one_line, shortened_header};
use crate::report::words::messages::Messages;
use crate::rulebook::AttributeId;

/// How many columns that are not used are named, in all and for a reason of their own.
const MOST_UNUSED: usize = 12;
/// How many rows that are left out are named for each reason.
const MOST_ROWS: usize = 5;
/// How many kinds of problems are shown.
const MOST_PROBLEMS: usize = 40;
/// The most characters of a header, here and in the table of columns.
pub(crate) const LONGEST_HEADER: usize = 34;
/// A space at which no line is broken.
pub(crate) const UNBROKEN: &str = "\u{a0}";

/// What a file would be understood as, without a verdict on anything.
#[derive(Debug)]
pub struct Checked<'r> {
    /// What is said around it.
    pub(crate) say: &'r Messages,
    /// The functions and their columns.
    pub inventory: &'r Inventory<'r>,
    /// The rows of the headers, such as `rows 4 and 5`.
    pub headers: String,
    /// The columns that are used, in their order.
    pub used: Vec<&'r ColumnLine>,
    /// The columns and rows that are not used, by their reasons.
    pub unused: Vec<Remark>,
    /// The problems by severity, such as `1 warning`.
    pub counted: String,
    /// What was not as it should be, a line for each kind and column.
    pub problems: Vec<ProblemLine<'r>>,
    /// How many kinds are not shown; empty where all are.
    pub more: String,
    /// How much is known, in half a sentence.
    pub coverage: String,
    /// The attributes that decide and have no column, in half a sentence; empty where all have one.
    pub lacking: String,
    /// The answers that would help most.
    pub questions: &'r [QuestionLine],
    /// What comes next.
    pub next: Next,
    /// What it gives.
    pub next_gives: String,
}

/// What there is to say of what is not used, and its mend.
#[derive(Debug)]
pub struct Remark {
    /// The columns or rows, and why.
    pub text: String,
    /// The mend, where there is one.
    pub help: Option<String>,
}

/// A kind of problem in one place.
#[derive(Debug)]
pub struct ProblemLine<'r> {
    /// The first of its kind.
    pub first: &'r Problem,
    /// What is the matter, and where.
    pub sentence: String,
}

/// What to do after a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Every function has a verdict: assess it.
    Assess,
    /// Some are open: ask.
    Ask,
}

/// Puts into words what a file would be understood as.
pub fn checked<'r>(report: &'r Report, problems: &'r Problems) -> Checked<'r> {
    let (say, inventory) = (report.say(), report.judged.inventory);
    let (used, unused): (Vec<&ColumnLine>, Vec<_>) =
        report.summary.columns.iter().partition(|line| !line.known.is_empty());
    let letters: HashSet<&str> = unused.iter().map(|line| line.letters.as_str()).collect();
    let is_on_unused = |group: &ProblemGroup| {
        let place = &group.first.place;
        let is_on_column = matches!(place.spot, Spot::Column { .. }) && place.file == report.table().place.file;
        is_on_column && place.cell().is_some_and(|of| letters.contains(&*of))
    };
    let is_reason = |group: &ProblemGroup| group.first.severity == Severity::Note && is_on_unused(group);
    let (reasons, groups): (Vec<ProblemGroup>, Vec<_>) = by_kind(problems).into_iter().partition(is_reason);
    // What a warning says of a column is not said here as well.
    let warned: HashSet<String> =
        groups.iter().filter(|group| is_on_unused(group)).filter_map(|group| group.first.place.cell()).collect();
    let unused: Vec<&ColumnLine> = unused.iter().copied().filter(|line| !warned.contains(&line.letters)).collect();
    let (shown, more) = groups.split_at(groups.len().min(MOST_PROBLEMS));
    let line =
        |group: &ProblemGroup<'r>| ProblemLine { first: group.first, sentence: group.sentence(say, inventory.place()) };
    let (next, next_gives) = next(say, report.judged.portfolio);
    Checked {
        say,
        inventory,
        headers: header_rows(say, inventory),
        used,
        unused: not_used(report, &unused, &reasons),
        counted: if groups.is_empty() { say.check_none().to_owned() } else { counted(say, &groups) },
        problems: shown.iter().map(line).collect(),
        more: match more.len() {
            0 => String::new(),
            kinds => say.check_other_kinds(&counted(say, more), kinds),
        },
        coverage: say.check_coverage(&say.percent(report.judged.portfolio.coverage)),
        lacking: lacking(report),
        questions: &report.summary.ask_next,
        next,
        next_gives,
    }
}

/// The columns and rows that are not used, by their reasons.
fn not_used(report: &Report, unused: &[&ColumnLine], reasons: &[ProblemGroup]) -> Vec<Remark> {
    let say = report.say();
    let mut by_reason: Vec<(String, Option<String>, Vec<&ColumnLine>)> = Vec::new();
    let mut unknown = Vec::new();
    let reason_of: BTreeMap<String, &ProblemGroup> =
        reasons.iter().filter_map(|reason| Some((reason.first.place.cell()?, reason))).collect();
    for line in unused {
        let Some(reason) = reason_of.get(&line.letters) else {
            unknown.push(*line);
            continue;
        };
        let message = reason.message(say);
        match by_reason.iter_mut().find(|(known, ..)| *known == message) {
            Some((.., columns)) => columns.push(line),
            None => {
                let help = reason.first.help.as_deref().map(|help| say.help(reason.first.code, help).into_owned());
                by_reason.push((message, help, vec![line]));
            }
        }
    }
    let mut remarks: Vec<Remark> = by_reason
        .into_iter()
        .map(|(message, help, columns)| Remark { text: say.led(&named(say, &columns), &one_line(&message)), help })
        .collect();
    let mut remark = |text: String| remarks.push(Remark { text, help: None });
    let (bare, unknown): (Vec<&ColumnLine>, Vec<_>) = unknown.into_iter().partition(|line| line.header.is_empty());
    if !bare.is_empty() {
        remark(say.check_no_header(&named(say, &bare)));
    }
    if !unknown.is_empty() {
        remark(say.check_no_attribute(unknown.len(), &named(say, &unknown)));
    }
    let rows = rows_left_out(report);
    if !rows.is_empty() {
        remark(say.check_left_out(&say.listed(&rows)));
    }
    totals(say, report.judged.rulebook, report.judged.inventory).into_iter().for_each(remark);
    remarks
}

/// Columns by their letters and headers; many are counted.
fn named(say: &Messages, columns: &[&ColumnLine]) -> String {
    let name = |line: &&ColumnLine| match line.header.as_str() {
        "" => line.letters.clone(),
        header => format!("{} `{}`", line.letters, shortened_header(header, LONGEST_HEADER)).replace(' ', UNBROKEN),
    };
    let shown: Vec<String> = columns.iter().take(MOST_UNUSED).map(name).collect();
    match columns.len() - shown.len() {
        0 => shown.join(", "),
        more => say.check_more_columns(&shown.join(", "), more),
    }
}

/// How many rows were left out for each reason, and the first of them: `3 total rows (12, 40, 41)`.
fn rows_left_out(report: &Report) -> Vec<String> {
    let mut reasons: Vec<(Exclusion, Vec<u32>)> = Vec::new();
    for row in &report.judged.inventory.excluded {
        match reasons.iter_mut().find(|(known, _)| *known == row.reason) {
            Some((_, rows)) => rows.push(row.row0),
            None => reasons.push((row.reason, vec![row.row0])),
        }
    }
    let reasons = reasons.into_iter().map(|(reason, left_out)| {
        let first: Vec<String> = left_out.iter().take(MOST_ROWS).map(|row0| report.table().row_shown(*row0)).collect();
        let more = if left_out.len() > MOST_ROWS { ", …" } else { "" };
        format!("{} ({}{more})", rows(report.say(), reason, left_out.len()), first.join(", "))
    });
    reasons.collect()
}

/// The attributes that decide, have no column and are not taken for granted.
fn lacking(report: &Report) -> String {
    let Judged { rulebook, inventory, .. } = report.judged;
    let is_assumed = |id: AttributeId| inventory.assumptions.iter().any(|assumption| assumption.attribute == id);
    let mut lacking = rulebook.deciding_attributes();
    lacking.retain(|id| !inventory.has_column(*id) && !is_assumed(*id));
    if lacking.is_empty() { String::new() } else { report.say().check_lacking(&report.names_of(&lacking)) }
}

/// What comes next, and what it gives.
fn next(say: &Messages, portfolio: &Portfolio) -> (Next, String) {
    match portfolio.unsettled.len() {
        0 => (Next::Assess, say.check_gives_outputs().to_owned()),
        open => (Next::Ask, say.check_gives_questionnaire(open)),
    }
}
