//! Every function of an inventory, judged.

use super::findings;
use super::rule::Scale;
use super::verdict::{Assessment, Evidence};
use crate::inventory::Inventory;
use crate::rulebook::Rulebook;

/// Judges every function of an inventory.
pub fn assess(rulebook: &Rulebook, inventory: &Inventory) -> Assessed {
    let scale = Scale::of(rulebook);
    let mut evidence = Vec::with_capacity(inventory.functions.len() * scale.criteria);
    let mut functions = Vec::with_capacity(inventory.functions.len());
    for function in 0..inventory.functions.len() {
        let start = evidence.len();
        scale.weigh(rulebook, &|id| inventory.level(id, function), &mut evidence);
        let evidence = &evidence[start..];
        let mut assessment = scale.judge(rulebook, evidence);
        assessment.findings = findings::raise(rulebook, inventory, function, assessment.verdict, evidence);
        functions.push(assessment);
    }
    Assessed { scale, functions, evidence }
}

/// The judgement on every function, in the inventory's order.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// What the scores are measured against.
    pub scale: Scale,
    /// The judgements.
    pub functions: Vec<Assessment>,
    evidence: Vec<Evidence>,
}

impl Assessed {
    /// The evidence on a function, one for each criterion of the rulebook.
    pub fn evidence(&self, function: usize) -> &[Evidence] {
        &self.evidence[function * self.scale.criteria..(function + 1) * self.scale.criteria]
    }
}
