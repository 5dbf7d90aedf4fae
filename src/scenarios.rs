//! The same functions judged once more under each scenario, and what that changes.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessed, Evidence, Score, Verdict, assess};
use crate::inventory::{Assumption, Inventory};
use crate::portfolio::{Totals, verdict_totals};
use crate::problem::Problems;
use crate::rulebook::{AttributeId, Rulebook, Scenario, Span};
use crate::table::Date;

/// A scenario with its assumptions understood.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What differs.
    pub scenario: Scenario,
    /// All that is assumed in it: its own, and those of the run that it says nothing of.
    pub assumptions: Vec<Assumption>,
    /// How many of these are its own; they come first.
    pub own: usize,
}

/// What all scenarios come to.
#[derive(Clone, Debug, Default)]
pub struct Scenarios {
    /// Each of them, in order.
    pub all: Vec<ScenarioOutcome>,
    /// How many functions keep the verdict of the run in every one.
    pub holding: usize,
}

/// What one scenario comes to.
#[derive(Clone, Debug)]
pub struct ScenarioOutcome {
    /// What differs.
    pub planned: Planned,
    /// Its totals by verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [Totals; 4],
    /// How many of its verdicts are firm.
    pub firm: usize,
    /// The functions whose verdict differs from the run's, in the order of the rows.
    pub moved: Vec<Turned>,
    /// The attributes of which it assumes something, each with the levels that are others than in the run, by their functions.
    pub levels: Vec<(AttributeId, BTreeMap<usize, Span>)>,
}

/// A function with another verdict than in the run.
#[derive(Clone, Debug)]
pub struct Turned {
    /// Its position.
    pub function: usize,
    /// The verdict in the scenario.
    pub verdict: Verdict,
    /// The score in the scenario.
    pub score: Score,
    /// The evidence that differs: the criterion by its position in the rulebook, before and after.
    pub evidence: Vec<(usize, Evidence, Evidence)>,
}

/// Judges all functions once more under each scenario.
pub fn try_each(
    (rulebook, run_date): (&Rulebook, Date),
    inventory: &mut Inventory,
    assessed: &Assessed,
    planned: &[Planned],
    problems: &mut Problems,
) -> Scenarios {
    let mut all = Vec::with_capacity(planned.len());
    for planned in planned {
        let rules = planned.scenario.rules(rulebook);
        let levels =
            |inventory: &Inventory| planned.attributes().map(|id| (id, spans(inventory, id))).collect::<Vec<_>>();
        let of_the_run = levels(inventory);
        let outcome = inventory.assuming(rulebook, &planned.assumptions, problems, |inventory| {
            let other = assess(&rules, inventory).on_hold(&rules, inventory, run_date);
            let mut outcome = outcome(&rules, inventory, (assessed, &other), planned);
            let pairs = of_the_run.iter().zip(levels(inventory));
            outcome.levels = pairs.map(|((id, before), (_, after))| (*id, others(before, after))).collect();
            outcome
        });
        all.push(outcome);
    }
    let mut holds = vec![true; assessed.functions()];
    all.iter().flat_map(|outcome: &ScenarioOutcome| &outcome.moved).for_each(|moved| holds[moved.function] = false);
    Scenarios { all, holding: holds.into_iter().filter(|holds| *holds).count() }
}

fn outcome(rules: &Rulebook, inventory: &Inventory, of: (&Assessed, &Assessed), planned: &Planned) -> ScenarioOutcome {
    let (before, after) = of;
    let firm = after.firm(rules);
    let moved =
        before.all().zip(after.all()).enumerate().filter(|(_, (before, after))| before.verdict != after.verdict);
    let moved = moved.map(|(function, (_, now))| {
        let rows = rules.directional().map(|(criterion, _, _)| criterion);
        let pairs = rows.zip(before.evidence(function).iter().zip(after.evidence(function)));
        let evidence =
            pairs.filter(|(_, (before, after))| before != after).map(|(row, (b, a))| (row, *b, *a)).collect();
        Turned { function, verdict: now.verdict, score: now.score, evidence }
    });
    ScenarioOutcome {
        planned: planned.clone(),
        verdicts: verdict_totals(rules, inventory, after),
        firm,
        moved: moved.collect(),
        levels: Vec::new(),
    }
}

impl Planned {
    /// The attributes of which the scenario itself assumes something.
    fn attributes(&self) -> impl Iterator<Item = AttributeId> {
        let ids: BTreeSet<AttributeId> = self.assumptions[..self.own].iter().map(|assumed| assumed.attribute).collect();
        ids.into_iter()
    }
}

/// What is known of an attribute on each function.
fn spans(inventory: &Inventory, id: AttributeId) -> Vec<Span> {
    (0..inventory.functions.len()).map(|function| inventory.span(id, function).0).collect()
}

/// What is known now where it is something else than before.
fn others(before: &[Span], after: Vec<Span>) -> BTreeMap<usize, Span> {
    after.into_iter().enumerate().filter(|(function, span)| before[*function] != *span).collect()
}
