//! Benefits, risks and contract terms, each raised only where the row holds the evidence for it; and what puts a function
//! on hold.

use super::verdict::{Evidence, FindingSet, Verdict};
use crate::inventory::Inventory;
use crate::rulebook::text::{holds_phrase, words};
use crate::rulebook::{AttributeId, Condition, Direction, Finding, Rulebook, Side};
use crate::table::Date;

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
    let facts = Facts { inventory, function, evidence, run_date: None };
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
    Facts { inventory, function, evidence, run_date: None }.hold(&finding.when, &mut because);
    because.dedup();
    because
}

/// The first constraint that puts a function on hold on the day of the run, by its position, and what made it hold.
pub fn on_hold(
    rulebook: &Rulebook,
    inventory: &Inventory,
    function: usize,
    evidence: &[Evidence],
    run_date: Date,
) -> Option<(usize, Vec<Because>)> {
    let facts = Facts { inventory, function, evidence, run_date: Some(run_date) };
    let mut because = Vec::new();
    let first = rulebook.constraints.iter().position(|constraint| facts.hold(&constraint.when, &mut because))?;
    because.dedup();
    Some((first, because))
}

struct Facts<'a> {
    inventory: &'a Inventory<'a>,
    function: usize,
    evidence: &'a [Evidence],
    /// The day of the run; no finding depends on it.
    run_date: Option<Date>,
}

impl Facts<'_> {
    /// Whether a condition holds; if so, what made it hold is added.
    fn hold(&self, condition: &Condition, because: &mut Vec<Because>) -> bool {
        let before = because.len();
        let holds = match condition {
            Condition::All(tests) => tests.iter().all(|test| self.hold(test, because)),
            Condition::Any(tests) => tests.iter().filter(|test| self.hold(test, because)).count() > 0,
            Condition::Not(test) => {
                let holds = self.hold(test, because);
                because.truncate(before);
                if !holds {
                    because.extend(self.known_in(test));
                }
                !holds
            }
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
            Condition::Dated { attribute, side } => {
                because.push(Because::Attribute(*attribute));
                let both = self.inventory.day(*attribute, self.function).zip(self.run_date);
                both.is_some_and(|(day, today)| match side {
                    Side::Before => day < today,
                    Side::After => day >= today,
                })
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

    /// What is known of what a condition looks at.
    fn known_in(&self, condition: &Condition) -> Vec<Because> {
        match condition {
            Condition::All(tests) | Condition::Any(tests) => {
                tests.iter().flat_map(|test| self.known_in(test)).collect()
            }
            Condition::Not(test) => self.known_in(test),
            Condition::Within { attribute, .. }
            | Condition::Known { attribute, .. }
            | Condition::Parts { attribute, .. }
            | Condition::Contains { attribute, .. }
            | Condition::Dated { attribute, .. } => {
                let is_known = self.inventory.is_known(*attribute, self.function);
                is_known.then_some(Because::Attribute(*attribute)).into_iter().collect()
            }
            Condition::Points { criterion, .. } => vec![Because::Criterion(*criterion)],
        }
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
    use super::*;
    use crate::assessment::fixture::with_assessed;
    use crate::rulebook::{FindingKind, load};

    const INVENTORY: &str = "Function,Strategic value,Annual cost,Systems,Owner,Control wanted\n\
        Payroll for all,Medium,10000-50000,SAP; Oracle,Ann,High\n\
        Cleaning,,,,,Low\n\
        Legal,High,50001,SAP,,Medium\n";

    /// Conditions, and for each function what makes them hold; nothing where they do not.
    const CASES: &str = r#"
        { attribute = "strategic_value", at_least = "medium" }        | strategic_value | | strategic_value
        { attribute = "strategic_value", at_least = 51 }              | | | strategic_value
        { attribute = "strategic_value", at_most = "medium" }         | strategic_value | |
        { attribute = "strategic_value", at_least = 50, at_most = 50 } | strategic_value | |
        { attribute = "annual_cost", at_least = 10000 }               | annual_cost | | annual_cost
        { attribute = "annual_cost", at_least = 10001 }               | | | annual_cost
        { attribute = "annual_cost", at_most = 50000 }                | annual_cost | |
        { attribute = "annual_cost", at_most = 49999 }                | | |
        { attribute = "owner", known = true }                         | owner | |
        { attribute = "strategic_value", known = true }               | strategic_value | | strategic_value
        { attribute = "owner", known = false }                        | | no owner | no owner
        { attribute = "annual_cost", known = false }                  | | no annual_cost |
        { attribute = "country", known = false }                      | | |
        { attribute = "systems", parts_at_least = 1 }                 | systems | | systems
        { attribute = "systems", parts_at_least = 2 }                 | systems | |
        { attribute = "name", contains = ["of all", "payroll"] }      | name | |
        { attribute = "name", contains = ["for all", "legal"] }       | name | | name
        { all = [{ attribute = "systems", known = true }, { not = { attribute = "strategic_value", at_least = 51 } }] } | systems strategic_value | |
        { all = [{ attribute = "name", known = true }, { not = { attribute = "owner", known = true } }] } | | name | name
        { criterion = "control", points_to = "bpo" }                  | control! | |
        { criterion = "control", points_to = "outsourcing" }          | | control! |
        { criterion = "control", not_points_to = "bpo" }              | | control! | control!
        { criterion = "control", not_points_to = "outsourcing" }      | control! | | control!
        { all = [{ attribute = "owner", known = true }, { attribute = "systems", parts_at_least = 2 }] } | owner systems | |
        { all = [{ attribute = "strategic_value", at_least = 50 }, { attribute = "strategic_value", known = true }] } | strategic_value | | strategic_value
        { all = [{ attribute = "systems", known = true }, { attribute = "owner", known = false }] } | | | systems no owner
        { any = [{ attribute = "owner", known = true }, { attribute = "systems", known = true }] } | owner systems | | systems
        { any = [{ attribute = "owner", known = true }, { attribute = "owner", known = false }] } | owner | no owner | no owner
        { any = [{ all = [{ attribute = "systems", known = true }, { attribute = "owner", known = true }] }, { attribute = "name", known = true }] } | systems owner name | name | name"#;

    /// Rules in which nothing can be raised but a contract term for each condition.
    fn rules<'c>(conditions: impl Iterator<Item = &'c str>) -> Rulebook {
        let terms = conditions.enumerate().map(|(i, when)| {
            format!("[[contract_term]]\nid = \"case-{i}\"\ntitle = \"A title\"\ntext = \"A text.\"\nwhen = {when}\n")
        });
        let mut rulebook = load("mine.toml", &terms.collect::<String>()).expect("the rules are right");
        rulebook.findings.retain(|finding| finding.id.starts_with("case-"));
        rulebook
    }

    fn name(rulebook: &Rulebook, because: &Because) -> String {
        match because {
            Because::Attribute(id) => rulebook.attribute(*id).id.clone(),
            Because::NotKnown(id) => format!("no {}", rulebook.attribute(*id).id),
            Because::Criterion(criterion) => format!("{}!", rulebook.criteria[*criterion].id),
        }
    }

    #[test]
    fn conditions_hold_where_the_row_has_the_evidence_and_say_what_it_is() {
        let cases: Vec<Vec<&str>> =
            CASES.trim().lines().map(|case| case.split(" |").map(str::trim).collect()).collect();
        let rulebook = rules(cases.iter().map(|case| case[0]));
        with_assessed(&rulebook, INVENTORY, |inventory, assessed| {
            for function in 0..3 {
                let evidence = assessed.evidence(function);
                let raised = raise(&rulebook, inventory, function, Verdict::Split, evidence);
                for (i, (case, finding)) in cases.iter().zip(&rulebook.findings).enumerate() {
                    let because = because(inventory, function, evidence, finding);
                    let found = because.iter().map(|because| name(&rulebook, because)).collect::<Vec<_>>().join(" ");
                    assert_eq!(found, case[function + 1], "{} of function {function}", case[0]);
                    assert_eq!(raised.holds(i), !found.is_empty(), "{} of function {function}", case[0]);
                }
            }
        });
    }

    #[test]
    fn functions_are_on_hold_where_a_constraint_holds_on_the_day_of_the_run() {
        const RULES: &str = r#"
            [constraint.by-law]
            title = "must stay in-house by law"
            text = "A law or a regulator lays down that the company does it itself."
            when = { all = [{ attribute = "regulated", at_least = "high" }, { attribute = "owner", known = true }] }
            [constraint.ended]
            title = "just ended"
            text = "The contract has just ended."
            when = { all = [{ attribute = "contract_end", before = "run-date" }, { criterion = "control", points_to = "bpo" }] }
            [constraint.under-contract]
            title = "under contract"
            text = "A contract with the present provider still runs."
            when = { attribute = "contract_end", after = "run-date" }"#;
        let rulebook = load("mine.toml", RULES).expect("the rules are right");
        let inventory = "Function,Regulated,Owner,Contract end,Control wanted\n\
            Payroll,High,Ann,2030-01-01,High\n\
            Legal,High,,30.06.2026,High\n\
            Cleaning,,,2026-06-29,High\n\
            Post,,,2026-06-29,Low\n\
            Fleet,,,2026,Low\n\
            Security,,,open-ended,High\n\
            Reception,,,,High\n";
        let expected = [
            Some(("by-law", "regulated owner")),
            Some(("under-contract", "contract_end")),
            Some(("ended", "contract_end control!")),
            None,
            Some(("under-contract", "contract_end")),
            None,
            None,
        ];
        with_assessed(&rulebook, inventory, |inventory, assessed| {
            for (function, expected) in expected.into_iter().enumerate() {
                let day = Date::constant(2026, 6, 30);
                let held = on_hold(&rulebook, inventory, function, assessed.evidence(function), day);
                let held = held.map(|(first, because)| {
                    let because: Vec<String> = because.iter().map(|because| name(&rulebook, because)).collect();
                    (rulebook.constraints[first].id.as_str(), because.join(" "))
                });
                let held = held.as_ref().map(|(id, because)| (*id, because.as_str()));
                assert_eq!(held, expected, "{}", inventory.name(function));
            }
        });
    }

    #[test]
    fn findings_belong_to_their_verdict() {
        let mut rulebook = rules(["{ attribute = \"name\", known = true }"; 4].into_iter());
        let belongs = [None, Some(Direction::Bpo), Some(Direction::Outsourcing), Some(Direction::Bpo)];
        let kinds = [FindingKind::ContractTerm, FindingKind::Risk, FindingKind::Risk, FindingKind::Benefit];
        for ((finding, direction), kind) in rulebook.findings.iter_mut().zip(belongs).zip(kinds) {
            (finding.direction, finding.kind) = (direction, kind);
        }
        with_assessed(&rulebook, INVENTORY, |inventory, assessed| {
            for (verdict, expected) in Verdict::ALL.into_iter().zip([&[0, 1, 3][..], &[0, 2], &[0], &[]]) {
                let raised = raise(&rulebook, inventory, 0, verdict, assessed.evidence(0));
                let found: Vec<usize> = raised.of(&rulebook).map(|(i, _)| i).collect();
                assert_eq!(found, expected, "{verdict:?}");
            }
        });
    }

    #[test]
    fn lists_are_counted_by_their_parts() {
        for (text, expected) in [("", 0), ("SAP", 1), ("SAP; Oracle", 2), ("a | b\nc", 3), ("Germany, Poland,", 2)] {
            assert_eq!(parts(text), expected, "{text:?}");
        }
    }
}
