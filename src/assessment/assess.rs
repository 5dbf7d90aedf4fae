//! Every function of an inventory, judged.

use std::collections::HashMap;

use super::findings;
use super::readings::Readings;
use super::rule::{Levels, Rule};
use super::threads::in_chunks;
use super::verdict::{Assessment, Evidence, FindingSet};
use crate::inventory::Inventory;
use crate::rulebook::{Rulebook, Span, Steps};
use crate::table::Date;

/// Judges every function of an inventory.
pub fn assess(rulebook: &Rulebook, inventory: &Inventory) -> Assessed {
    let rule = Rule::of(rulebook);
    let functions = inventory.functions.len();
    // Functions of which the same is known are judged once.
    let mut seen: HashMap<Box<[u8]>, u32> = HashMap::new();
    let mut known = Known::default();
    let mut different: Vec<Different> = Vec::new();
    let mut of = Vec::with_capacity(functions);
    for function in 0..functions {
        known.read(&rule, inventory, function);
        let at = match seen.get(known.key.as_slice()) {
            Some(at) => *at,
            None => {
                let at = different.len() as u32;
                let (levels, steps) = (known.levels.as_slice().into(), known.steps.as_slice().into());
                different.push(Different { levels, steps, functions: 0 });
                seen.insert(known.key.as_slice().into(), at);
                at
            }
        };
        different[at as usize].functions += 1;
        of.push(at);
    }
    let (profiles, evidence) = judged(&rule, different);
    let raise = |(function, at): (usize, &u32)| {
        let at = *at as usize;
        let evidence = of_profile(&evidence, rule.rows, at);
        findings::raise(rulebook, inventory, function, profiles[at].assessment.verdict, evidence)
    };
    let findings = of.iter().enumerate().map(raise).collect();
    Assessed { rule, profiles, evidence, of, findings, holds: Vec::new() }
}

/// What is known of some functions, and the scales that it was read from.
struct Different {
    levels: Box<Levels>,
    steps: Box<[Steps]>,
    functions: usize,
}

/// Judges all that is different; the evidence of each profile stands behind that of the one before it.
fn judged(rule: &Rule, different: Vec<Different>) -> (Vec<Profile>, Vec<Evidence>) {
    let readings = Readings::of(rule);
    let parts = in_chunks(&different, |_, chunk| -> (Vec<Assessment>, Vec<Evidence>) {
        let mut all = Vec::with_capacity(chunk.len() * rule.rows);
        let assessments =
            chunk.iter().map(|Different { levels, steps, .. }| judge(rule, &readings, (levels, steps), &mut all));
        (assessments.collect(), all)
    });
    let (assessments, evidence): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let profiles = different.into_iter().zip(assessments.into_iter().flatten()).map(|(different, assessment)| {
        Profile { levels: different.levels, assessment, functions: different.functions }
    });
    (profiles.collect(), evidence.concat())
}

/// The judgement on what is known of a function, and the scales that it was read from; its evidence goes behind that of others.
fn judge(
    rule: &Rule,
    readings: &Readings,
    (levels, steps): (&Levels, &[Steps]),
    evidence: &mut Vec<Evidence>,
) -> Assessment {
    let start = evidence.len();
    rule.weigh(levels, evidence);
    let mut assessment = rule.judge(&evidence[start..]);
    assessment.is_exact = rule.has_exact_bounds(levels);
    assessment.is_disputed = levels.iter().any(|level| level.is_disputed());
    (assessment.margin, assessment.turns) = readings.judge(rule, assessment.verdict, levels, steps);
    assessment
}

/// The judgement on what could be known of a function, with the evidence of each criterion of the rulebook.
pub fn judge_alone(rule: &Rule, levels: &Levels, steps: &[Steps]) -> (Assessment, Vec<Evidence>) {
    let mut evidence = Vec::new();
    let assessment = judge(rule, &Readings::of(rule), (levels, steps), &mut evidence);
    (assessment, evidence)
}

/// What is known of one function after the other.
#[derive(Default)]
struct Known {
    levels: Vec<Span>,
    steps: Vec<Steps>,
    /// The scales so far, of which there are few.
    scales: Vec<Steps>,
    /// The same in bytes: a level, and the position of the scale that it was read from; or between which levels it is disputed.
    key: Vec<u8>,
}

impl Known {
    fn read(&mut self, rule: &Rule, inventory: &Inventory, function: usize) {
        const MISSING: [u8; 3] = [u8::MAX; 3];
        // Beyond all levels, which end at 100.
        const DISPUTED: u8 = 128;
        self.levels.clear();
        self.steps.clear();
        self.key.clear();
        for id in rule.attributes() {
            let (level, steps) = inventory.span(*id, function);
            let bytes = match level {
                Span::Missing => MISSING,
                Span::Known(level) => {
                    let [first, second] = self.scale(steps).to_le_bytes();
                    [level.value(), first, second]
                }
                Span::Disputed(lowest, highest) => [DISPUTED + lowest.value(), highest.value(), 0],
            };
            self.key.extend(bytes);
            self.levels.push(level);
            self.steps.push(steps);
        }
    }

    /// The position of a scale.
    fn scale(&mut self, steps: Steps) -> u16 {
        let at = self.scales.iter().position(|scale| *scale == steps).unwrap_or_else(|| {
            self.scales.push(steps);
            self.scales.len() - 1
        });
        at as u16
    }
}

fn of_profile(evidence: &[Evidence], rows: usize, profile: usize) -> &[Evidence] {
    &evidence[profile * rows..(profile + 1) * rows]
}

/// What is known of some functions, and the judgement on it.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The levels.
    pub levels: Box<Levels>,
    /// The judgement.
    pub assessment: Assessment,
    /// Of how many functions exactly this is known.
    pub functions: usize,
}

/// The judgement on every function, in the inventory's order.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// What was judged by.
    pub rule: Rule,
    /// Everything different that is known of functions, in the order of the first of them.
    pub profiles: Vec<Profile>,
    /// The evidence of each profile, one after the other.
    evidence: Vec<Evidence>,
    /// The profile of each function.
    of: Vec<u32>,
    findings: Vec<FindingSet>,
    /// The constraint that puts a function on hold, by its position in the rulebook; empty where none does.
    holds: Vec<Option<usize>>,
}

impl Assessed {
    /// The same with the functions on hold that a constraint holds on the day of the run.
    #[must_use]
    pub fn on_hold(mut self, rulebook: &Rulebook, inventory: &Inventory, run_date: Date) -> Assessed {
        if !rulebook.constraints.is_empty() {
            let first = |function| findings::on_hold(rulebook, inventory, function, self.evidence(function), run_date);
            self.holds = (0..self.functions()).map(|function| first(function).map(|(at, _)| at)).collect();
        }
        self
    }

    /// The constraint that puts a function on hold, by its position in the rulebook.
    pub fn hold(&self, function: usize) -> Option<usize> {
        self.holds.get(function).copied().flatten()
    }

    /// Whether a verdict can be acted on: settled, on no review list, and not on hold.
    pub fn is_firm(&self, rulebook: &Rulebook, function: usize) -> bool {
        self.hold(function).is_none() && self.of(function).is_firm(rulebook)
    }

    /// How many verdicts can be acted on.
    pub fn firm(&self, rulebook: &Rulebook) -> usize {
        (0..self.functions()).filter(|function| self.is_firm(rulebook, *function)).count()
    }

    /// How many functions were judged.
    pub fn functions(&self) -> usize {
        self.of.len()
    }

    /// The judgement on a function.
    pub fn of(&self, function: usize) -> &Assessment {
        &self.profile(function).assessment
    }

    /// The judgements on all functions.
    pub fn all(&self) -> impl ExactSizeIterator<Item = &Assessment> + Clone {
        self.of.iter().map(|at| &self.profiles[*at as usize].assessment)
    }

    /// What is known of a function.
    pub fn profile(&self, function: usize) -> &Profile {
        &self.profiles[self.of[function] as usize]
    }

    /// The evidence on a function, one for each criterion of the rulebook.
    pub fn evidence(&self, function: usize) -> &[Evidence] {
        self.evidence_of(self.of[function] as usize)
    }

    /// The evidence of a profile, likewise.
    pub fn evidence_of(&self, profile: usize) -> &[Evidence] {
        of_profile(&self.evidence, self.rule.rows, profile)
    }

    /// The benefits, risks and contract terms that were raised on a function.
    pub fn findings(&self, function: usize) -> FindingSet {
        self.findings[function]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_told_apart_and_known_again() {
        let mut known = Known::default();
        let scales = [Steps::ANSWERS, Steps::QUARTERS, Steps::ANSWERS, Steps::QUARTERS];
        assert_eq!(scales.map(|steps| known.scale(steps)), [0, 1, 0, 1]);
    }
}
