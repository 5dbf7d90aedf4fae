//! What each scenario comes to, and which verdicts it changes.

use super::compose::Run;
use super::judged::Judged;
use super::live;
use super::reference::number_of_thousandths;
use crate::assessment::{Score, Verdict};
use crate::inventory::Assumption;
use crate::portfolio::Totals;
use crate::report::lists::{Headline, Play, ScenarioLine, ScenarioMove, Tried};
use crate::report::words::figures::{signed, upper_first};
use crate::report::words::messages::Messages;
use crate::rulebook::AttributeId;
use crate::scenarios::{ScenarioOutcome, Scenarios, Turned};

/// What the run is called beside its scenarios, none of which is called the same.
fn name_of_the_run(say: &Messages, scenarios: &Scenarios) -> String {
    let mut name = say.scenarios_run().to_owned();
    while scenarios.all.iter().any(|outcome| outcome.planned.scenario.name.eq_ignore_ascii_case(&name)) {
        name = format!("({name})");
    }
    name
}

/// The most functions that are listed; the record has all.
const MOST_LISTED: usize = 2_000;

impl Judged<'_> {
    /// The scenarios; none where there are none.
    pub(crate) fn tried(&self, run: &Run) -> Option<Tried> {
        let scenarios = run.scenarios?;
        let (say, functions) = (self.say(), self.inventory.functions.len());
        let moved = functions - scenarios.holding;
        let line = |name: String, verdicts: &[Totals; 4], firm: usize| ScenarioLine {
            name,
            differs: String::new(),
            verdicts: verdicts.each_ref().map(|totals| totals.functions),
            costs: verdicts.each_ref().map(|totals| say.costs(self.inventory, totals, Messages::short_money)),
            firm,
            moved: 0,
        };
        let firm = self.assessed.firm(self.rulebook);
        let of_the_run = line(name_of_the_run(say, scenarios), &self.portfolio.verdicts, firm);
        let others = scenarios.all.iter().map(|outcome| ScenarioLine {
            differs: self.differs(outcome),
            moved: outcome.moved.len(),
            ..line(outcome.planned.scenario.name.clone(), &outcome.verdicts, outcome.firm)
        });
        let (functions_moved, more) = self.moves(scenarios);
        Some(Tried {
            heading: Headline {
                topic: say.scenarios_heading().to_owned(),
                finding: say.scenarios_finding(moved, functions),
                lead: say.scenarios_lead(scenarios.holding, functions, scenarios.all.len()),
            },
            scenarios: std::iter::once(of_the_run).chain(others).collect(),
            functions: functions_moved,
            more,
            plays: scenarios.all.iter().map(|outcome| self.play(outcome)).collect(),
        })
    }

    fn play(&self, outcome: &ScenarioOutcome) -> Play {
        let scenario = &outcome.planned.scenario;
        let weight = |criterion: usize| scenario.weights.iter().find(|(i, _)| *i == criterion).map(|(_, w)| w.0);
        let decides =
            |id: &AttributeId| self.rulebook.weighable().any(|(.., poles)| poles.attributes().any(|a| a == *id));
        Play {
            weights: self.rulebook.weighable().map(|(criterion, ..)| weight(criterion)).collect(),
            thresholds: scenario.thresholds.clone(),
            levels: outcome.levels.iter().filter(|(id, levels)| decides(id) && !levels.is_empty()).cloned().collect(),
        }
    }

    /// What differs in a scenario, in a sentence.
    fn differs(&self, outcome: &ScenarioOutcome) -> String {
        let (say, scenario) = (self.say(), &outcome.planned.scenario);
        let weights = scenario.weights.iter().map(|(position, weight)| {
            let criterion = &self.rulebook.criteria[*position];
            let [now, before] = [weight.0, criterion.weight.0].map(number_of_thousandths);
            say.scenarios_weight(&say.inside(&criterion.name), &now, &before)
        });
        let thresholds = scenario.thresholds.iter().map(|(threshold, value)| {
            let name = say.inside(live::said(say, *threshold).0);
            say.scenarios_threshold(&name, &value.to_string(), &self.rulebook.thresholds[*threshold].to_string())
        });
        let assumed =
            outcome.planned.assumptions[..outcome.planned.own].iter().map(|assumption| self.assumes(assumption));
        upper_first(&weights.chain(thresholds).chain(assumed).collect::<Vec<_>>().join("; "))
    }

    fn assumes(&self, assumption: &Assumption) -> String {
        let name = self.say().inside(&self.rulebook.attribute(assumption.attribute).name);
        match &assumption.department {
            None => self.say().scenarios_assumed(&name, &self.say().level_as_given(assumption)),
            Some(department) => {
                self.say().scenarios_assumed_in(&name, &self.say().level_as_given(assumption), department)
            }
        }
    }

    /// The functions whose verdict some scenario changes, costliest first, and how many there are beyond those.
    fn moves(&self, scenarios: &Scenarios) -> (Vec<ScenarioMove>, usize) {
        let mut of: Vec<Vec<Option<&Turned>>> = vec![Vec::new(); self.inventory.functions.len()];
        for (position, outcome) in scenarios.all.iter().enumerate() {
            for moved in &outcome.moved {
                let places = &mut of[moved.function];
                places.resize(scenarios.all.len(), None);
                places[position] = Some(moved);
            }
        }
        let all: Vec<usize> = (0..of.len()).filter(|function| !of[*function].is_empty()).collect();
        let more = all.len().saturating_sub(MOST_LISTED);
        let costliest = self.costliest(all, MOST_LISTED).into_iter();
        (costliest.map(|function| self.moved(function, &of[function], scenarios)).collect(), more)
    }

    fn moved(&self, function: usize, of: &[Option<&Turned>], scenarios: &Scenarios) -> ScenarioMove {
        let (say, verdict) = (self.say(), self.assessed.of(function).verdict);
        let others = scenarios.all.iter().zip(of).filter_map(|(outcome, moved)| {
            let moved = (*moved)?;
            Some((moved.verdict, say.scenarios_in(&outcome.planned.scenario.name, &self.moved_by(moved))))
        });
        ScenarioMove {
            function,
            name: self.called(function),
            id: self.inventory.role(self.rulebook.roles.id, function).into_owned(),
            row: self.inventory.table.row_shown(self.inventory.functions[function].row0),
            cost: self.cost(function),
            verdict,
            others: others.collect(),
            verdicts: of.iter().map(|moved| moved.map_or(verdict, |moved| moved.verdict)).collect(),
        }
    }

    /// What brings the other verdict about: the evidence that moved, and the score.
    fn moved_by(&self, moved: &Turned) -> String {
        let before = self.assessed.of(moved.function).score;
        // So near that whole points do not tell them apart.
        let whole = |score: Score| score.points().round() as i64;
        let is_near = whole(before) == whole(moved.score);
        let points = |score: f64| {
            if is_near { format!("{score:+.2}").replace('-', "−") } else { signed(score.round() as i64) }
        };
        let evidence = moved.evidence.iter().filter(|(_, before, after)| before.value != after.value);
        let evidence = evidence.map(|(criterion, before, after)| {
            let name = self.say().inside(&self.rulebook.criteria[*criterion].name);
            format!("{name} {} → {}", signed(i64::from(before.value)), signed(i64::from(after.value)))
        });
        let (before, now) = (points(before.points()), points(moved.score.points()));
        // Where the score stays, it is what must be known that differs, or what a weight of 0 makes of what is not.
        let score = if before != now {
            self.say().scenarios_score(&before, &now)
        } else if moved.verdict == Verdict::InsufficientEvidence {
            self.say().scenarios_coverage().to_owned()
        } else {
            self.say().scenarios_enough().to_owned()
        };
        evidence.chain([score]).collect::<Vec<_>>().join(", ")
    }
}
