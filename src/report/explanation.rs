//! One function's judgement in words: why, from which cells, what is missing and what was raised.
//!
//! The sentences are the rulebook's; here they get their evidence. How they are arranged is left to the writers.

use std::borrow::Cow;
use std::fmt::Write;

use super::FunctionLine;
use super::wording::{listed, number, signed};
use crate::assessment::findings::{self, Because};
use crate::assessment::{Assessed, Assessment, Evidence, missing};
use crate::inventory::{Inventory, Source};
use crate::problem::column_letters;
use crate::rulebook::{AttributeId, Criterion, Finding, FindingKind, Pole, Poles, Rulebook, Says};

/// One function with everything that was reasoned about it.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The row it stands in, 0-based.
    pub row0: u32,
    /// Its id as given; empty where there is none.
    pub id: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// The judgement.
    pub assessment: &'a Assessment,
    /// The criteria with a direction, each with its evidence and a sentence.
    pub criteria: Vec<Reason<'a>>,
    /// The attributes that are missing and could still move the score.
    pub missing: Vec<AttributeId>,
    /// The benefits, risks and contract terms that were raised.
    pub findings: Vec<Raised<'a>>,
    rulebook: &'a Rulebook,
}

/// What one criterion says of a function.
#[derive(Debug)]
pub struct Reason<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its evidence.
    pub evidence: Evidence,
    /// The evidence in words, without the criterion's name.
    pub says: &'a str,
    /// Values and cells that it rests on, and what is missing; may be empty.
    pub grounds: String,
}

/// A benefit, risk or contract term on a function.
#[derive(Debug)]
pub struct Raised<'a> {
    /// What was raised.
    pub finding: &'a Finding,
    /// The values and cells that raised it.
    pub because: String,
}

impl Reason<'_> {
    /// The whole sentence, such as `Cost: repetitive and high in volume, where BPO saves (repetitiveness High, M12)`.
    pub fn sentence(&self) -> String {
        let mut sentence = format!("{}: {}", self.criterion.name, self.says);
        if !self.grounds.is_empty() {
            let _ = write!(sentence, " ({})", self.grounds);
        }
        sentence
    }

    /// Whether nothing at all is known of it.
    pub fn is_unknown(&self) -> bool {
        self.evidence.value == 0 && !self.evidence.is_settled()
    }
}

impl<'a> Explanation<'a> {
    pub(super) fn of(
        rulebook: &'a Rulebook,
        inventory: &Inventory<'a>,
        assessed: &'a Assessed,
        function: usize,
    ) -> Explanation<'a> {
        let assessment = &assessed.functions[function];
        let evidence = assessed.evidence(function);
        let teller = Teller { rulebook, inventory, evidence, function };
        let criteria = rulebook.directional().map(|(i, criterion, poles)| teller.reason(criterion, poles, evidence[i]));
        let raised = assessment.findings.of(rulebook).map(|(_, finding)| {
            let because = findings::because(inventory, function, evidence, finding);
            Raised { finding, because: teller.because(&because) }
        });
        Explanation {
            row0: inventory.functions[function].row0,
            id: inventory.role(rulebook.roles.id, function),
            name: inventory.name(function),
            assessment,
            criteria: criteria.collect(),
            missing: missing_of(rulebook, inventory, assessed, function),
            findings: raised.collect(),
            rulebook,
        }
    }

    /// The same as the columns of a table.
    pub fn line(self) -> FunctionLine<'a> {
        let assessment = self.assessment;
        let sentences: Vec<String> = self.criteria.iter().map(Reason::sentence).collect();
        FunctionLine {
            verdict: assessment.verdict,
            strength: assessment.strength.map_or("", |strength| strength.name()),
            review: self.review().join(", "),
            score: assessment.score.points(),
            low: assessment.low.points(),
            high: assessment.high.points(),
            coverage: assessment.coverage,
            robustness: assessment.robustness,
            evidence: self.criteria.iter().map(|r| (!r.is_unknown()).then_some(r.evidence.value)).collect(),
            reasons: sentences.join("\n"),
            missing: names_of(self.rulebook, &self.missing),
            benefits: self.raised(FindingKind::Benefit),
            risks: self.raised(FindingKind::Risk),
            contract_terms: self.raised(FindingKind::ContractTerm),
            name: self.name,
        }
    }

    /// Why a person should look at it again; empty where nobody need.
    pub fn review(&self) -> Vec<&'static str> {
        self.assessment.review_reasons(self.rulebook)
    }

    fn raised(&self, kind: FindingKind) -> String {
        let of_kind = self.findings.iter().filter(|raised| raised.finding.kind == kind);
        of_kind.map(|raised| format!("{} ({})", raised.finding.title, raised.because)).collect::<Vec<_>>().join("\n")
    }
}

/// The attributes that are missing on a function and could still move its score.
fn missing_of(rulebook: &Rulebook, inventory: &Inventory, assessed: &Assessed, function: usize) -> Vec<AttributeId> {
    if assessed.evidence(function).iter().all(|evidence| evidence.is_settled()) {
        return Vec::new();
    }
    missing(rulebook, &assessed.scale, &|id| inventory.level(id, function))
}

/// The names of attributes in a sentence.
pub(super) fn names_of(rulebook: &Rulebook, attributes: &[AttributeId]) -> String {
    let names: Vec<String> = attributes.iter().map(|id| lower_first(&rulebook.attribute(*id).name)).collect();
    listed(&names)
}

/// Tells where one function's evidence comes from.
struct Teller<'r, 'i, 'a> {
    rulebook: &'r Rulebook,
    inventory: &'i Inventory<'a>,
    evidence: &'i [Evidence],
    function: usize,
}

impl<'r> Teller<'r, '_, '_> {
    fn reason(&self, criterion: &'r Criterion, poles: &Poles, evidence: Evidence) -> Reason<'r> {
        let Says { bpo, outsourcing, conflict, neutral, unknown } = &criterion.says;
        let both = [&poles.bpo, &poles.outsourcing];
        let (says, of): (_, &[&Pole]) = match evidence.value {
            _ if evidence.conflict => (conflict, &both),
            1.. => (bpo, &both[..1]),
            ..0 => (outsourcing, &both[1..]),
            0 if evidence.is_settled() => (neutral, &both),
            0 => (unknown, &both),
        };
        Reason { criterion, evidence, says, grounds: self.grounds(of, !evidence.is_settled()) }
    }

    /// The known values of the poles' attributes with their cells, and, where it matters, the names of the missing ones.
    fn grounds(&self, poles: &[&Pole], with_missing: bool) -> String {
        let mut grounds = Vec::new();
        let mut lacking = Vec::new();
        let mut seen: Vec<AttributeId> = Vec::new();
        for term in poles.iter().flat_map(|pole| &pole.terms) {
            if seen.contains(&term.attribute) {
                continue;
            }
            seen.push(term.attribute);
            match self.value(term.attribute) {
                Some(value) => grounds.push(value),
                None => lacking.push(lower_first(&self.rulebook.attribute(term.attribute).name)),
            }
        }
        if with_missing && !lacking.is_empty() {
            grounds.push(format!("{} missing", listed(&lacking)));
        }
        grounds.join("; ")
    }

    /// An attribute's value and its cell, such as `repetitiveness High, M12`; none where missing.
    fn value(&self, id: AttributeId) -> Option<String> {
        let name = lower_first(&self.rulebook.attribute(id).name);
        match self.inventory.source(id, self.function) {
            Source::Cell(column0) => {
                let row0 = self.inventory.functions[self.function].row0;
                let shown = self.shown(column0);
                Some(format!("{name} {shown}, {}{}", column_letters(column0), row0 + 1))
            }
            Source::Assumed => {
                let given = self.inventory.assumptions.iter().find(|assumption| assumption.attribute == id);
                Some(format!("{name} {}, assumed", given.map_or("", |assumption| &assumption.given)))
            }
            Source::Missing => None,
        }
    }

    /// A cell as a reader would see it, cut where it is long.
    fn shown(&self, column0: u16) -> String {
        const LONGEST: usize = 40;
        let table = self.inventory.table;
        let cell = table.cell(self.inventory.functions[self.function].row0, column0);
        let shown = match cell {
            crate::table::Cell::Number { value, format } if !table.formats[usize::from(format)].contains('%') => {
                return number(value);
            }
            crate::table::Cell::Number { value, .. } => return format!("{} %", number(value * 100.0)),
            cell => table.shown(cell),
        };
        let mut characters = shown.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect::<Vec<_>>();
        if characters.len() > LONGEST {
            characters.truncate(LONGEST - 1);
            characters.push('…');
        }
        characters.into_iter().collect()
    }

    fn because(&self, because: &[Because]) -> String {
        let parts = because.iter().map(|because| match because {
            Because::Attribute(id) => self.value(*id).unwrap_or_default(),
            Because::NotKnown(id) => format!("no {}", lower_first(&self.rulebook.attribute(*id).name)),
            Because::Criterion(i) => {
                let name = lower_first(&self.rulebook.criteria[*i].name);
                format!("{name} evidence {}", signed(i64::from(self.evidence[*i].value)))
            }
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}

/// A name inside a sentence: `Strategic value` becomes `strategic value`, and `People (FTE)` `people (FTE)`.
pub(super) fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    match (characters.next(), characters.clone().next()) {
        // An acronym keeps its capitals.
        (Some(_), Some(second)) if second.is_uppercase() => name.to_owned(),
        (Some(first), _) => first.to_lowercase().chain(characters).collect(),
        (None, _) => String::new(),
    }
}

/// A score with what is still open, such as `+25 (0 to +50)`.
pub(super) fn score_with_bounds(assessment: &Assessment) -> String {
    let (score, low, high) = (assessment.score.rounded(), assessment.low.rounded(), assessment.high.rounded());
    if low == high { signed(score) } else { format!("{} ({} to {})", signed(score), signed(low), signed(high)) }
}
