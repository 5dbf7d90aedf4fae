//! Benefits, risks and contract terms: each raised only where the row holds the evidence for it.

use super::verdict::{Evidence, FindingSet, Verdict};
use crate::inventory::Inventory;
use crate::rulebook::text::{holds_phrase, words};
use crate::rulebook::{AttributeId, Condition, Direction, Finding, Rulebook};

/// Something that made a finding be raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// The value of an attribute.
    Attribute(AttributeId),
    /// That an attribute has no value.
    NotKnown(AttributeId),
    /// The evidence of a criterion.
    Criterion(usize),
}

/// The findings that a function's verdict and evidence raise. Without a verdict there is nothing to expect or to fear.
pub fn raise(
    rulebook: &Rulebook,
    inventory: &Inventory,
    function: usize,
    verdict: Verdict,
    evidence: &[Evidence],
) -> FindingSet {
    let mut set = FindingSet::default();
    if verdict == Verdict::InsufficientEvidence {
        return set;
    }
    let facts = Facts { inventory, function, evidence };
    let mut because = Vec::new();
    for (i, finding) in rulebook.findings.iter().enumerate() {
        let belongs = finding.direction.is_none() || finding.direction == verdict.direction();
        if belongs && facts.hold(&finding.when, &mut because) {
            set.0 |= 1 << i;
        }
        because.clear();
    }
    set
}

/// What raised a finding on a function.
pub fn because(inventory: &Inventory, function: usize, evidence: &[Evidence], finding: &Finding) -> Vec<Because> {
    let mut because = Vec::new();
    Facts { inventory, function, evidence }.hold(&finding.when, &mut because);
    because.dedup();
    because
}

struct Facts<'a> {
    inventory: &'a Inventory<'a>,
    function: usize,
    evidence: &'a [Evidence],
}

impl Facts<'_> {
    /// Whether a condition holds; if so, what made it hold is added.
    fn hold(&self, condition: &Condition, because: &mut Vec<Because>) -> bool {
        let before = because.len();
        let holds = match condition {
            Condition::All(tests) => tests.iter().all(|test| self.hold(test, because)),
            Condition::Any(tests) => tests.iter().filter(|test| self.hold(test, because)).count() > 0,
            Condition::Within { attribute, at_least, at_most } => {
                because.push(Because::Attribute(*attribute));
                // Of a range every value must pass.
                self.bounds(*attribute).is_some_and(|(low, high)| {
                    at_least.is_none_or(|least| low >= least) && at_most.is_none_or(|most| high <= most)
                })
            }
            Condition::Known { attribute, known: true } => {
                because.push(Because::Attribute(*attribute));
                self.inventory.is_known(*attribute, self.function)
            }
            Condition::Known { attribute, known: false } => {
                because.push(Because::NotKnown(*attribute));
                self.inventory.has_column(*attribute) && !self.inventory.is_known(*attribute, self.function)
            }
            Condition::Parts { attribute, at_least } => {
                because.push(Because::Attribute(*attribute));
                parts(&self.inventory.text(*attribute, self.function)) as f64 >= *at_least
            }
            Condition::Contains { attribute, phrases } => {
                because.push(Because::Attribute(*attribute));
                let text = words(&self.inventory.text(*attribute, self.function));
                phrases.iter().any(|phrase| holds_phrase(&text, phrase))
            }
            Condition::Points { criterion, to, negated } => {
                because.push(Because::Criterion(*criterion));
                let value = self.evidence[*criterion].value;
                let points = match to {
                    Direction::Bpo => value > 0,
                    Direction::Outsourcing => value < 0,
                };
                points != *negated
            }
        };
        if !holds {
            because.truncate(before);
        }
        holds
    }

    /// The least and the most that a level, number or amount can be.
    fn bounds(&self, attribute: AttributeId) -> Option<(f64, f64)> {
        let level = self.inventory.level(attribute, self.function).map(|level| f64::from(level.value()));
        level.map(|level| (level, level)).or_else(|| self.inventory.bounds(attribute, self.function))
    }
}

/// How many parts a list in a cell has.
fn parts(text: &str) -> usize {
    text.split([';', ',', '|', '\n', '/']).filter(|part| !part.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn lists_are_counted_by_their_parts() {
        for (text, expected) in [("", 0), ("SAP", 1), ("SAP; Oracle", 2), ("a | b\nc", 3), ("Germany, Poland,", 2)] {
            assert_eq!(parts(text), expected, "{text:?}");
        }
    }
}
