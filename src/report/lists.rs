//! The lists and breakdowns of a report, as the writers draw them.

use std::collections::BTreeMap;

use super::words::messages::Messages;
use crate::assessment::{Review, Score, Standing, Verdict};
use crate::rulebook::{AttributeId, Span, Threshold};

/// What stands above a part of the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Headline {
    /// What it is about, in a word or two.
    pub topic: String,
    /// What was found, in a sentence.
    pub finding: String,
    /// How to read it and why it matters, in a sentence or two; may be empty.
    pub lead: String,
}

/// What there is of a kind, a line each, as far as it has room.
#[derive(Clone, Debug)]
pub struct Listing<L> {
    /// What is listed, in which order and what its figures mean, in a sentence or two.
    pub legend: String,
    /// What was left out, in a sentence; empty where nothing was.
    pub more: String,
    /// The lines.
    pub lines: Vec<L>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: f64,
    /// Its currency, as a code or a sign; empty where none was named.
    pub currency: String,
}

impl Money {
    /// The amount in full, for tables: `$6,200,000`.
    pub(crate) fn in_full(&self, say: &Messages) -> String {
        say.money(self.amount, &self.currency)
    }

    /// The amount in three digits or so, for prose and charts: `$6.2M`.
    pub(crate) fn short(&self, say: &Messages) -> String {
        say.short_money(self.amount, &self.currency)
    }
}

/// How the portfolio stood in one run after the other.
#[derive(Clone, Debug)]
pub struct Course {
    /// What has moved since the first run.
    pub heading: Headline,
    /// The dates of the runs.
    pub dates: Vec<String>,
    /// What is followed.
    pub lines: Vec<CourseLine>,
    /// The figures of the first and the last run, in a sentence.
    pub in_words: String,
}

/// One figure in one run after the other.
#[derive(Clone, Debug)]
pub struct CourseLine {
    /// What it counts.
    pub name: String,
    /// How many there were in each run, where that is known.
    pub figures: Vec<Option<usize>>,
}

/// What scenarios come to.
#[derive(Clone, Debug)]
pub struct Tried {
    /// How many verdicts depend on them.
    pub heading: Headline,
    /// The run itself and each scenario.
    pub scenarios: Vec<ScenarioLine>,
    /// The functions whose verdict one of them changes, costliest first.
    pub functions: Vec<ScenarioMove>,
    /// How many of these are not listed.
    pub more: usize,
    /// What each scenario counts otherwise than the run.
    pub plays: Vec<Play>,
}

/// What a scenario counts otherwise than the run, for a workbook that judges by it.
#[derive(Clone, Debug)]
pub struct Play {
    /// The weights in thousandths of the criteria with a direction, in their order; none where one is that of the run.
    pub weights: Vec<Option<i64>>,
    /// The thresholds.
    pub thresholds: Vec<(Threshold, i64)>,
    /// The attributes that decide, each with the levels that it assumes otherwise, by their functions.
    pub levels: Vec<(AttributeId, BTreeMap<usize, Span>)>,
}

/// What one scenario comes to.
#[derive(Clone, Debug)]
pub struct ScenarioLine {
    /// Its name.
    pub name: String,
    /// What differs from the run; empty for the run itself.
    pub differs: String,
    /// How many functions get each verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [usize; 4],
    /// What these cost a year, an amount a currency; empty where that is not known.
    pub costs: [String; 4],
    /// How many of its verdicts are firm.
    pub firm: usize,
    /// How many verdicts are others than in the run.
    pub moved: usize,
}

/// A function whose verdict a scenario changes.
#[derive(Clone, Debug)]
pub struct ScenarioMove {
    /// Its position.
    pub function: usize,
    /// What it is called.
    pub name: String,
    /// Its id; empty where there is none.
    pub id: String,
    /// Its row.
    pub row: String,
    /// Its annual cost, where it is known.
    pub cost: Option<Money>,
    /// Its verdict in the run.
    pub verdict: Verdict,
    /// Each other verdict, with the scenario and why in half a sentence.
    pub others: Vec<(Verdict, String)>,
    /// Its verdict in each scenario.
    pub verdicts: Vec<Verdict>,
}

/// Where functions and candidates are.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Where most of the candidates are.
    pub heading: Headline,
    /// Totals by department and by location, largest first; a breakdown without groups is left out.
    pub breakdowns: Vec<Breakdown>,
}

/// Totals by one dimension.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// What it shows, such as `Functions by department`.
    pub shows: String,
    /// What the groups are, such as `Department`.
    pub dimension: String,
    /// The groups, largest first.
    pub groups: Vec<GroupLine>,
    /// Where its figures come from.
    pub source: String,
}

/// Whose work the functions are, by place and verdict.
#[derive(Clone, Debug)]
pub struct Jobs {
    /// How many people, and where most of them are.
    pub heading: Headline,
    /// What it shows.
    pub shows: String,
    /// What the places are, such as `Location`.
    pub dimension: String,
    /// The places, most people first.
    pub lines: Vec<JobsLine>,
    /// Where its figures come from.
    pub source: String,
}

/// People (FTE) at one place.
#[derive(Clone, Debug)]
pub struct JobsLine {
    /// The place.
    pub name: String,
    /// People by verdict, in the order of [`Verdict::ALL`].
    pub people: [f64; 4],
    /// The same as a reader reads it.
    pub shown: [String; 4],
    /// All of them.
    pub all: String,
}

/// One group of a breakdown.
#[derive(Clone, Debug)]
pub struct GroupLine {
    /// The group's name.
    pub name: String,
    /// Functions by verdict: BPO, traditional outsourcing, split, insufficient evidence.
    pub functions: [usize; 4],
    /// Annual cost in full, one amount a currency; empty where none is known.
    pub cost: String,
    /// The same of the candidates among them.
    pub candidate_cost: String,
    /// People (FTE) in all; empty where none is known.
    pub fte: String,
}

/// Functions in order, the first ones in full.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// What was found.
    pub heading: Headline,
    /// The functions shown.
    pub lines: Vec<RankedLine>,
    /// How many of them are shown in full; the others are a line each.
    pub in_full: usize,
    /// How many more there are, in the workbook only.
    pub more: usize,
}

/// Why functions should be looked at again, and how many.
#[derive(Clone, Debug)]
pub struct ReasonCount {
    /// The reason.
    pub reason: String,
    /// What it means.
    pub meaning: String,
    /// How many functions, by verdict.
    pub functions: [usize; 4],
    /// What they cost, in short; empty where that is not known.
    pub cost: String,
}

/// Functions without a verdict that lack the same.
#[derive(Clone, Debug)]
pub struct MissingGroup {
    /// What is missing.
    pub missing: String,
    /// How many functions.
    pub functions: usize,
    /// What they cost, in short; empty where that is not known.
    pub cost: String,
    /// Which they are, the costliest first.
    pub named: String,
}

/// How many verdicts have one thing in common that makes them more or less sure.
#[derive(Clone, Debug)]
pub struct Certainty {
    /// What it is, such as `Firm`.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// How many, by verdict.
    pub functions: [usize; 4],
}

/// A function in a ranking.
#[derive(Clone, Debug)]
pub struct RankedLine {
    /// The function's position among the assessed functions, 0-based: the row to link to.
    pub index: usize,
    /// The function's id as given; empty where there is none.
    pub id: String,
    /// Its row as the file counts it, with its sheet where the table stands on several.
    pub row: String,
    /// The function's name.
    pub name: String,
    /// Its department; empty where not known.
    pub department: String,
    /// Its annual cost; none where not known.
    pub cost: Option<Money>,
    /// Its people (FTE); none where not known.
    pub fte: Option<f64>,
    /// Who does the work today; empty where that is not known.
    pub sourcing: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether what is missing could still turn it.
    pub standing: Standing,
    /// How undisputed the verdict is; of a split, whether anything pulls; empty where evidence is lacking.
    pub strength: String,
    /// Whether it is a split on which nothing pulls.
    pub is_neutral: bool,
    /// Whether it is settled, not on hold, and nobody need look at it again.
    pub is_firm: bool,
    /// The title of what puts it on hold; empty where nothing does.
    pub hold: String,
    /// The score.
    pub score: Score,
    /// The share of weightings that keep the verdict, 0 to 1; none where it has no direction.
    pub robustness: Option<f64>,
    /// The same whatever the missing answers are.
    pub robustness_low: Option<f64>,
    /// Why a person should look at it again; empty where nobody need.
    pub review: Vec<Review>,
    /// What would turn the verdict, in a sentence; empty where evidence is lacking.
    pub turns: String,
    /// Why, in a sentence or two.
    pub because: String,
    /// The number of the function in the same ranking for which the same was said; none where it is the first.
    pub because_of: Option<usize>,
    /// The main benefit; empty where none was raised.
    pub benefit: String,
    /// The main risk; empty where none was raised.
    pub risk: String,
}

/// A benefit or a risk, and on how many candidates of either kind it was raised.
#[derive(Clone, Debug)]
pub struct FindingCount {
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// On how many candidates for BPO and for traditional outsourcing it was raised; none where it never is.
    pub functions: [Option<usize>; 2],
    /// What these candidates cost, in short; empty where that is not known.
    pub cost: String,
}

impl FindingCount {
    /// On how many candidates it was raised.
    pub fn candidates(&self) -> usize {
        self.functions.iter().flatten().sum()
    }

    /// Those of the first of some, which are raised most often, that are raised as often as it is.
    pub fn most(counts: &[FindingCount]) -> &[FindingCount] {
        let most = counts.first().map_or(0, FindingCount::candidates);
        &counts[..counts.iter().take_while(|count| count.candidates() == most).count()]
    }
}

/// Something to be agreed in a contract, and where.
#[derive(Clone, Debug)]
pub struct ContractTerm {
    /// Its title.
    pub title: String,
    /// What it says.
    pub text: String,
    /// On how many functions it was raised.
    pub functions: usize,
    /// What these functions cost, in short; empty where that is not known.
    pub cost: String,
    /// The costliest of these functions, in a few words; empty where there are none.
    pub where_first: String,
}
