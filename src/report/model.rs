//! The figures and lists of a report, as the writers draw them: a [`Summary`] of the portfolio.
//!
//! No fonts, coordinates or crates are known here. Figures arrive as text wherever a reader reads them, and as numbers
//! wherever something is drawn to scale or calculated with.

use jiff::civil::Date;

use super::lists::{
    Certainty, ContractTerm, Course, FindingCount, Headline, Jobs, MissingGroup, Places, Ranking, ReasonCount, Tried,
};
use super::words::messages::Messages;
use crate::assessment::Verdict;
use crate::assessment::weights::Swing;
use crate::own_files::history::RunFigures;
use crate::problem::{Problem, Severity};

/// Everything the writers draw, in the reader's order.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The report's title, such as `Sourcing portfolio review`.
    pub title: String,
    /// Whose portfolio it is: the organisation, or the file's name where none was given.
    pub organisation: String,
    /// The run's date in prose, such as `23 November 2026`.
    pub date: String,
    /// The run's date.
    pub day: Date,
    /// The answer in three or four sentences.
    pub headline: Vec<String>,
    /// Of each kind of candidate how many are firm, provisional, to be looked at again and on hold, a sentence each.
    pub standings: Vec<String>,
    /// What was taken for granted, in a sentence or two; empty where nothing was.
    pub assumed: String,
    /// What is meant by the words of the report.
    pub terms: Vec<Fact>,
    /// The figures worth a tile: functions, cost in scope, people, coverage.
    pub key_figures: Vec<KeyFigure>,
    /// How the portfolio splits by verdict: by count first, then by cost, one for each currency.
    pub splits: Vec<Split>,
    /// What to decide next, most valuable first.
    pub decide_next: Vec<DecisionLine>,
    /// The fewest answers that could settle anything, in a sentence; empty where nothing is open.
    pub first_answers: String,
    /// What to ask next, most settling first.
    pub ask_next: Vec<QuestionLine>,
    /// The portfolio map.
    pub map: Map,
    /// Where the candidates are.
    pub places: Places,
    /// The BPO candidates: those that are firm first, and of these the costliest.
    pub bpo: Ranking,
    /// The traditional-outsourcing candidates, likewise.
    pub outsourcing: Ranking,
    /// The functions that a person should look at again, the costliest first.
    pub review: Ranking,
    /// Why they should, by how many.
    pub reasons: Vec<ReasonCount>,
    /// Whose work the functions are; none where no number of people is known.
    pub jobs: Option<Jobs>,
    /// What is said of what is not known.
    pub unknown: Headline,
    /// The functions without a verdict, by what is missing.
    pub insufficient: Vec<MissingGroup>,
    /// How many more of them there are, who lack something else.
    pub insufficient_more: usize,
    /// What is said of benefits, risks and contract terms.
    pub raised: Headline,
    /// The benefits that may be raised, most frequent first.
    pub benefits: Vec<FindingCount>,
    /// The risks that may be raised, most frequent first.
    pub risks: Vec<FindingCount>,
    /// The contract terms that may be raised, most frequent first.
    pub contract_terms: Vec<ContractTerm>,
    /// The figures of the runs before this one, as far as the earlier run tells of them, and of this one.
    pub history: Vec<RunFigures>,
    /// How the portfolio stood in one run after the other, from the third run on.
    pub course: Option<Course>,
    /// What scenarios come to, where there are any.
    pub tried: Option<Tried>,
    /// What is said of how sure the verdicts are.
    pub sureness: Headline,
    /// How many verdicts hold, and how many hang on little, by verdict.
    pub certainties: Vec<Certainty>,
    /// For each criterion with a weight how many verdicts change as the weight is lowered to 0, and as it is raised.
    pub swings: Vec<(String, Swing)>,
    /// What is said of the method.
    pub rules: Headline,
    /// What there is nothing to list of, in sentences; empty where there is something of everything.
    pub nothing: String,
    /// The criteria as used, in rulebook order.
    pub criteria: Vec<CriterionLine>,
    /// Thresholds and named settings as used.
    pub settings: Vec<Fact>,
    /// How the method treats ties, gaps and doubt, a paragraph each.
    pub method: Vec<String>,
    /// Every column of the inventory and what it was read as.
    pub columns: Vec<ColumnLine>,
    /// What answers from another file came to, in a sentence; none where there are none.
    pub answers: Option<String>,
    /// What has changed since an earlier run; none where none was given.
    pub since: Option<Since>,
    /// How the decisions stand to the verdicts, in a sentence; none where there are no decisions.
    pub decided: Option<String>,
    /// What is said of the decisions.
    pub decision_heading: Headline,
    /// What was decided, the costliest functions first.
    pub decisions: Vec<DecidedLine>,
    /// How many more decisions there are.
    pub decisions_more: usize,
    /// What is said of how the inventory was read.
    pub reading: Headline,
    /// How rows were accounted for, in sentences.
    pub accounting: Vec<String>,
    /// Rows that are no functions, each with its reason.
    pub excluded: Vec<ExcludedLine>,
    /// Every problem kept in full, worst first.
    pub problems: Vec<Problem>,
    /// Problems of one kind in one column together, worst first.
    pub problem_groups: Vec<ProblemRow>,
    /// Sentences about problems that were counted but not kept in full.
    pub unlisted_problems: Vec<String>,
    /// Whether the workbook's figures are formulas, and why not where they are not, in a sentence.
    pub figures: String,
    /// Where the figures come from: input, rulebook, program, each with its fingerprint.
    pub provenance: Vec<Fact>,
    /// The line at the foot of every page.
    pub footer: String,
    /// Where exhibits have their figures from.
    pub sources: Sources,
    /// Whether no function has a verdict.
    pub is_all_open: bool,
    /// Whether there is a workbook, for what the summary leaves out.
    pub has_workbook: bool,
    /// What is said around all this.
    pub say: Messages,
}

impl Summary {
    /// Which other output has what the summary leaves out.
    pub(crate) fn rest_in(&self) -> &str {
        if self.has_workbook { self.say.rest_in_workbook() } else { self.say.rest_in_record() }
    }
}

/// What has changed since an earlier run.
#[derive(Clone, Debug)]
pub struct Since {
    /// What has changed.
    pub heading: Headline,
    /// The earlier file.
    pub earlier: String,
    /// What has changed, in a sentence that goes on after the earlier file's name.
    pub sentence: String,
    /// Whether the rules are the same, and in which figures they differ, in a sentence or two.
    pub rules: String,
    /// Whether they are others.
    pub is_by_other_rules: bool,
    /// What the two runs were told otherwise, in sentences; empty where nothing was.
    pub premises: String,
    /// The functions that have changed, the gravest changes first.
    pub lines: Vec<ChangeLine>,
    /// How many more there are, in the record only.
    pub more: usize,
}

/// A function that has changed since an earlier run.
#[derive(Clone, Debug, Default)]
pub struct ChangeLine {
    /// The function, where this run has it.
    pub function: Option<usize>,
    /// Its row; empty where this run does not have it.
    pub row: String,
    /// Its id; empty where there is none.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In which ways it has changed, such as `another verdict`.
    pub what: String,
    /// The verdict that it had, where it is known.
    pub verdict_before: Option<Verdict>,
    /// The verdict, where this run has the function.
    pub verdict: Option<Verdict>,
    /// The score that it had, −100 to +100, where it is known.
    pub score_before: Option<f64>,
    /// The score, where this run has the function.
    pub score: Option<f64>,
    /// What has moved, or what else there is to know.
    pub because: String,
    /// What was decided on it; empty where nothing was.
    pub decision: String,
    /// Who decided.
    pub decided_by: String,
    /// The note on it.
    pub note: String,
}

/// A figure with its label.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// What is counted, such as `functions`.
    pub label: String,
    /// The figure as a reader reads it, such as `$41.2M`.
    pub value: String,
    /// A few quiet words below it; may be empty.
    pub note: String,
    /// The coverage as a share, where it is that: it depends on the weights.
    pub coverage: Option<f64>,
}

/// One bar: the portfolio by verdict, by count or by cost.
#[derive(Clone, Debug)]
pub struct Split {
    /// What the bar shows, such as `by count` or `by cost (USD)`.
    pub label: String,
    /// The currency that is added up, by its position in the inventory; none where functions are counted.
    pub currency: Option<usize>,
    /// The parts in the order BPO, traditional outsourcing, split, insufficient evidence; none is left out.
    pub segments: Vec<Segment>,
}

/// One part of a bar.
#[derive(Clone, Debug)]
pub struct Segment {
    /// The verdict that the part stands for.
    pub verdict: Verdict,
    /// The amount, not negative, in the bar's own unit.
    pub amount: f64,
    /// The amount as a reader reads it.
    pub value: String,
}

/// Something to decide next.
#[derive(Clone, Debug)]
pub struct DecisionLine {
    /// The function's position among the assessed functions, 0-based.
    pub index: usize,
    /// The function's name.
    pub function: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Why it is worth deciding now, in a sentence.
    pub because: String,
    /// Its annual cost in short form; empty where none is known.
    pub cost: String,
}

/// What was decided on a function.
#[derive(Clone, Debug)]
pub struct DecidedLine {
    /// Its id as given; empty where there is none.
    pub id: String,
    /// Its row as the file counts it, with its sheet where the table stands on several.
    pub row: String,
    /// Its name.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// What was decided.
    pub decision: String,
    /// Who decided; may be empty.
    pub by: String,
    /// What was noted, and why it is to be looked at again; may be empty.
    pub note: String,
}

/// Something to ask next.
#[derive(Clone, Debug)]
pub struct QuestionLine {
    /// The attribute that is missing.
    pub attribute: String,
    /// The question in words.
    pub text: String,
    /// What an answer could settle, such as `could settle 7 of 9 open verdicts`.
    pub effect: String,
    /// How many functions lack the answer.
    pub functions: usize,
}

/// The portfolio on two axes of evidence, each −100 to +100.
#[derive(Clone, Debug)]
pub struct Map {
    /// What it shows.
    pub heading: Headline,
    /// The same in words for those who do not see it: how many functions stand where.
    pub in_words: String,
    /// Title of the horizontal axis.
    pub x_title: String,
    /// Title of the vertical axis.
    pub y_title: String,
    /// What the four corners mean: bottom left, bottom right, top left, top right.
    pub corners: [String; 4],
    /// The functions that have both axes, largest cost first.
    pub points: Vec<MapPoint>,
    /// The functions that lack one axis or both, by how many; they stand beside the map.
    pub unplaced: Vec<MapPoint>,
    /// How many functions were left off the map, beyond those drawn.
    pub left_off: usize,
    /// How to read it, in a sentence or two.
    pub caption: String,
}

/// A function on the map.
#[derive(Clone, Debug)]
pub struct MapPoint {
    /// The function's position among the assessed functions, 0-based.
    pub function: usize,
    /// The function's name.
    pub name: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Whether it is a split on which nothing pulls.
    pub is_neutral: bool,
    /// Evidence of routine and volume, −100 to +100; none where it is not known.
    pub x: Option<f64>,
    /// Evidence of strategy and control, −100 to +100; none where it is not known.
    pub y: Option<f64>,
    /// Share of the largest annual cost on the map, 0 to 1; 0 where the cost is not known.
    pub weight: f64,
}

/// Problems of one kind in one column.
#[derive(Clone, Debug)]
pub struct ProblemRow {
    /// How grave they are.
    pub severity: Severity,
    /// What kind they are of.
    pub code: &'static str,
    /// Where they are, and how many.
    pub place: String,
    /// What is wrong, with an example or two.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Where exhibits have their figures from, in a line each.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// What was judged of each function, with its size.
    pub functions: String,
    /// What was judged alone.
    pub judged: String,
    /// What was decided, and what has changed.
    pub earlier: String,
    /// The rules.
    pub rules: String,
    /// The file.
    pub file: String,
}

/// A criterion as used.
#[derive(Clone, Debug)]
pub struct CriterionLine {
    /// Its name, such as `Strategic value`.
    pub name: String,
    /// Its weight as given.
    pub weight: String,
    /// Whether it points anywhere.
    pub has_direction: bool,
    /// What points to BPO, in words; empty for a criterion without a direction.
    pub bpo: String,
    /// What points to traditional outsourcing, in words; empty for a criterion without a direction.
    pub outsourcing: String,
    /// What the source says of it.
    pub source: String,
}

/// A label and a value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// A column of the inventory and its reading.
#[derive(Clone, Debug)]
pub struct ColumnLine {
    /// The column's letters.
    pub letters: String,
    /// Its header as it stood.
    pub header: String,
    /// What it was taken for, or `not used`.
    pub attribute: String,
    /// How its values were read; empty where not used.
    pub reading: String,
    /// How many functions have a value that was read, such as `58 of 60`.
    pub known: String,
    /// The first different values of the column, at most three, each on one line and shortened.
    pub examples: Vec<String>,
}

/// A row that is no function.
#[derive(Clone, Debug)]
pub struct ExcludedLine {
    /// The row as it is counted in the table, from 0.
    pub row0: u32,
    /// The row as the file counts it, from 1, with its sheet where the table stands on several.
    pub row: String,
    /// Why it was excluded.
    pub reason: String,
}
