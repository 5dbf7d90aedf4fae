//! The columns that are added to the right of the original table: their headers, widths and meanings.

use crate::report::view::report::Report;
use crate::report::words::figures::lower_first;
use crate::sheets::{CHECK, DECIDED_BY, DECISION, EVIDENCE, NOTE, SCORE, VERDICT};

/// What an added column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Verdict,
    Score,
    Lowest,
    Highest,
    Coverage,
    Robustness,
    Strength,
    /// How many reasons there are to look at the function again, shown as a flag.
    Flag,
    Review,
    /// The evidence of a criterion, by its position.
    Evidence(usize),
    Reasons,
    /// The least that the evidence of a criterion may be.
    Least(usize),
    /// The greatest that the evidence of a criterion may be.
    Most(usize),
    /// Whether both poles of a criterion pull.
    Torn(usize),
    /// The evidence of a criterion in the run, whatever is typed over it.
    AsJudged(usize),
    Weighted,
    WeightedLeast,
    WeightedMost,
    ShareAbove,
    ShareBelow,
    /// The place of the function when all are ordered by cost.
    Place,
    /// The number of the function's group on the summary.
    Group,
    /// The annual cost that the summary adds up.
    Cost,
    Missing,
    Benefits,
    Risks,
    ContractTerms,
    Decision,
    DecidedBy,
    Note,
    Check,
}

impl Kind {
    /// Whether it only serves the formulas, and is folded away.
    pub(crate) fn is_folded(self) -> bool {
        use Kind::{
            AsJudged, Cost, Group, Least, Most, Place, ShareAbove, ShareBelow, Torn, Weighted, WeightedLeast,
            WeightedMost,
        };
        matches!(
            self,
            Least(_)
                | Most(_)
                | Torn(_)
                | AsJudged(_)
                | Weighted
                | WeightedLeast
                | WeightedMost
                | ShareAbove
                | ShareBelow
                | Place
                | Group
                | Cost
        )
    }
}

/// A column beside the table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) kind: Kind,
    pub(crate) header: String,
    /// In characters.
    pub(crate) width: f64,
}

/// The columns of a report, from left to right.
pub(crate) fn of(report: &Report) -> Vec<Column> {
    let fixed = |(kind, header, width, _): Fixed| Column { kind, header: header.to_owned(), width };
    let each = |kind: fn(usize) -> Kind, what: &'static str, width: f64| {
        report.weighable().enumerate().map(move |(i, criterion)| Column {
            kind: kind(i),
            header: format!("{what}: {}", lower_first(criterion.name)),
            width,
        })
    };
    let decisions = DECISIONS.into_iter().filter(|(kind, ..)| *kind != Kind::Check || report.summary.since.is_some());
    let mut columns: Vec<Column> =
        FIGURES.into_iter().chain(decisions).map(fixed).chain(each(Kind::Evidence, EVIDENCE, 20.0)).collect();
    if report.is_live() {
        columns.extend(each(Kind::Least, "Least", 16.0).chain(each(Kind::Most, "Most", 16.0)));
        columns.extend(each(Kind::Torn, "Torn", 16.0).chain(each(Kind::AsJudged, "As judged", 16.0)));
        columns.extend(FOLDED.into_iter().map(fixed));
        if report.main_currency().is_some() {
            let header = format!("Counted {}", report.main_currency_code());
            columns.push(Column { kind: Kind::Cost, header: header.trim_end().to_owned(), width: 18.0 });
        }
    }
    columns.extend(TEXTS.into_iter().map(fixed));
    columns
}

/// What each column means, for the reader of the workbook.
pub(crate) fn meanings(is_live: bool) -> Vec<(&'static str, &'static str)> {
    let evidence = (
        "Evidence: …",
        "What one criterion says, \u{2212}100 (traditional outsourcing) to +100 (BPO), with a bar to the left or to the right; empty where nothing is known of it.",
    );
    let evidence = if is_live { (evidence.0, LIVE_EVIDENCE) } else { evidence };
    let meaning = |(_, header, _, meaning): Fixed| (header, meaning);
    let mut meanings: Vec<_> = FIGURES.into_iter().chain(DECISIONS).map(meaning).chain([evidence]).collect();
    if is_live {
        if let Some((_, meaning)) = meanings.iter_mut().find(|(header, _)| *header == "Robustness") {
            *meaning = LIVE_ROBUSTNESS;
        }
        meanings.extend(OF_CRITERIA);
        meanings.extend(FOLDED.into_iter().map(meaning));
        meanings.push(("Counted", "The annual cost that the summary adds up by verdict."));
    }
    meanings.extend(TEXTS.into_iter().map(meaning));
    meanings
}

type Fixed = (Kind, &'static str, f64, &'static str);

const FIGURES: [Fixed; 9] = [
    (Kind::Verdict, VERDICT, 23.0, "What the evidence points to; a row that was left out says why."),
    (
        Kind::Score,
        SCORE,
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
    (
        Kind::Flag,
        "Flag",
        7.0,
        "A flag where a person should look at the function again, and a red one where there are two reasons to.",
    ),
    (Kind::Review, "Review", 18.0, "Why a person should look at the function again; empty where nobody need."),
];

/// What people fill in; a later run takes it from here with `--previous`.
const DECISIONS: [Fixed; 4] = [
    (Kind::Decision, DECISION, 24.0, "Yours to fill in: what was decided. It never changes the verdict."),
    (Kind::DecidedBy, DECIDED_BY, 18.0, "Yours to fill in: who decided."),
    (Kind::Note, NOTE, 36.0, "Yours to fill in. All three are carried over by a later run with --previous."),
    (
        Kind::Check,
        CHECK,
        36.0,
        "Only with --previous: why a decision should be looked at again. Empty the cell once somebody has.",
    ),
];

const LIVE_EVIDENCE: &str = "What one criterion says, \u{2212}100 (traditional outsourcing) to +100 (BPO), with a bar to the left or to the right; empty where nothing is known of it. It can be typed over, and the verdict follows.";
const LIVE_ROBUSTNESS: &str = "The share of all possible weightings of the criteria that keep the verdict: it depends on the evidence and not on the weights. It is blank where evidence was typed over, and where other criteria have a weight than in the run.";

/// The folded columns that are there for each criterion.
const OF_CRITERIA: [(&str, &str); 4] = [
    (
        "Least: …",
        "The least that the evidence of a criterion may be once everything is known; evidence that is typed over counts as known.",
    ),
    ("Most: …", "The greatest that it may be, likewise."),
    ("Torn: …", "1 where both sides of a criterion pull at once, else 0."),
    (
        "As judged: …",
        "The evidence of a criterion in the run: where the evidence differs from it, somebody has typed it over.",
    ),
];

/// The columns that only serve the formulas.
const FOLDED: [Fixed; 7] = [
    (Kind::Weighted, "Weighted evidence", 16.0, "The sum of the evidence, each times its weight in thousandths."),
    (Kind::WeightedLeast, "Weighted least", 16.0, "The same of the least evidence."),
    (Kind::WeightedMost, "Weighted most", 16.0, "The same of the greatest evidence."),
    (Kind::ShareAbove, "Weightings above 0", 16.0, "The share of all possible weightings that give a score above 0."),
    (Kind::ShareBelow, "Weightings below 0", 16.0, "The share of all possible weightings that give a score below 0."),
    (
        Kind::Place,
        "Place by cost",
        14.0,
        "The function's place when all are ordered by cost, then by people, then by row.",
    ),
    (
        Kind::Group,
        "Group",
        10.0,
        "The number of the function's group in the chart on the summary; empty where it is not shown.",
    ),
];

const TEXTS: [Fixed; 5] = [
    (Kind::Reasons, "Reasons", 96.0, "Why, a line for each criterion, with the cells that it rests on."),
    (Kind::Missing, "Missing", 32.0, "What is not known and could still move the score."),
    (Kind::Benefits, "Benefits", 72.0, "The benefits that the evidence raises, with what raised them."),
    (Kind::Risks, "Risks", 72.0, "The risks that the evidence raises, with what raised them."),
    (Kind::ContractTerms, "Contract terms", 72.0, "What the contract should provide for, with what raised it."),
];
