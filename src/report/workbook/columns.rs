//! The columns that are added to the right of the original table: their headers, widths and meanings.

use crate::report::Report;
use crate::report::wording::lower_first;

/// What an added column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Verdict,
    Score,
    Lowest,
    Highest,
    Coverage,
    Robustness,
    Strength,
    Review,
    /// The evidence of a criterion, by its position.
    Evidence(usize),
    Reasons,
    Missing,
    Benefits,
    Risks,
    ContractTerms,
    Decision,
    DecidedBy,
    Note,
    Check,
}

/// A column beside the table.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) kind: Kind,
    pub(super) header: String,
    /// In characters.
    pub(super) width: f64,
}

/// The columns of a report, from left to right.
pub(super) fn of(report: &Report) -> Vec<Column> {
    let fixed = |(kind, header, width, _): Fixed| Column { kind, header: header.to_owned(), width };
    let evidence = report.criteria().enumerate().map(|(i, criterion)| Column {
        kind: Kind::Evidence(i),
        header: format!("Evidence: {}", lower_first(criterion)),
        width: 20.0,
    });
    let decisions = DECISIONS.into_iter().filter(|(kind, ..)| *kind != Kind::Check || report.summary.since.is_some());
    FIGURES.into_iter().chain(decisions).map(fixed).chain(evidence).chain(TEXTS.into_iter().map(fixed)).collect()
}

/// What each column means, for the reader of the workbook.
pub(super) fn meanings() -> impl Iterator<Item = (&'static str, &'static str)> {
    let evidence = (
        "Evidence: …",
        "What one criterion says, \u{2212}100 (traditional outsourcing) to +100 (BPO), with a bar to the left or to the right; empty where nothing is known of it.",
    );
    let meaning = |(_, header, _, meaning): Fixed| (header, meaning);
    FIGURES.into_iter().chain(DECISIONS).map(meaning).chain([evidence]).chain(TEXTS.into_iter().map(meaning))
}

type Fixed = (Kind, &'static str, f64, &'static str);

const FIGURES: [Fixed; 8] = [
    (Kind::Verdict, "Verdict", 23.0, "What the evidence points to; a row that was left out says why."),
    (
        Kind::Score,
        "Score",
        14.0,
        "The weighted mean of the evidence, \u{2212}100 (traditional outsourcing) to +100 (BPO).",
    ),
    (Kind::Lowest, "Lowest", 11.0, "The least that the score may be once everything is known."),
    (Kind::Highest, "Highest", 11.0, "The greatest that the score may be once everything is known."),
    (Kind::Coverage, "Coverage", 12.0, "The share of the possible evidence that is known."),
    (
        Kind::Robustness,
        "Robustness",
        14.5,
        "The share of all possible weightings of the criteria that keep the verdict.",
    ),
    (
        Kind::Strength,
        "Strength",
        11.0,
        "Clear: no criterion points the other way and none is torn. Contested: one does or is.",
    ),
    (Kind::Review, "Review", 18.0, "Why a person should look at the function again; empty where nobody need."),
];

/// What people fill in; a later run takes it from here with `--previous`.
const DECISIONS: [Fixed; 4] = [
    (Kind::Decision, "Decision", 24.0, "Yours to fill in: what was decided. It never changes the verdict."),
    (Kind::DecidedBy, "Decided by", 18.0, "Yours to fill in: who decided."),
    (Kind::Note, "Note", 36.0, "Yours to fill in. All three are carried over by a later run with --previous."),
    (
        Kind::Check,
        "Check",
        36.0,
        "Only with --previous: why a decision should be looked at again. Empty the cell once somebody has.",
    ),
];

const TEXTS: [Fixed; 5] = [
    (Kind::Reasons, "Reasons", 96.0, "Why, a line for each criterion, with the cells that it rests on."),
    (Kind::Missing, "Missing", 32.0, "What is not known and could still move the score."),
    (Kind::Benefits, "Benefits", 72.0, "The benefits that the evidence raises, with what raised them."),
    (Kind::Risks, "Risks", 72.0, "The risks that the evidence raises, with what raised them."),
    (Kind::ContractTerms, "Contract terms", 72.0, "What the contract should provide for, with what raised it."),
];
