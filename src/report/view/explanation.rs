//! One function's judgement in words: why, from which cells, what is missing and what was raised.
//!
//! The sentences are the rulebook's; here they get their evidence. How they are arranged is left to the writers.

use std::borrow::Cow;
use std::fmt::Write;

use super::names::Words;
use crate::assessment::findings::{self, Because};
use crate::assessment::{Assessed, Assessment, Evidence, missing};
use crate::inventory::{Inventory, Source};
use crate::report::model::FunctionLine;
use crate::report::words::figures::{lower_first, number, signed};
use crate::report::words::messages::Messages;
use crate::rulebook::{AttributeId, Criterion, Finding, FindingKind, Pole, Poles, Rulebook, Says};
use crate::table::{Cell, Table};

/// One function with everything that was reasoned about it.
#[derive(Debug)]
pub struct Explanation<'a> {
    /// The row it stands in, 0-based.
    pub row0: u32,
    /// Its id as given; empty where there is none.
    pub id: Cow<'a, str>,
    /// Its name.
    pub name: Cow<'a, str>,
    /// Its department; empty where there is none.
    pub department: Cow<'a, str>,
    /// The judgement.
    pub assessment: &'a Assessment,
    /// The criteria with a direction, each with its evidence and a sentence.
    pub criteria: Vec<Reason<'a>>,
    /// The attributes that are missing and could still move the score.
    pub missing: Vec<AttributeId>,
    /// The benefits, risks and contract terms that were raised.
    pub findings: Vec<Raised<'a>>,
    evidence: &'a [Evidence],
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
        let mut sentence = String::with_capacity(128);
        self.push_sentence(&mut sentence);
        sentence
    }

    fn push_sentence(&self, out: &mut String) {
        out.extend([&self.criterion.name, ": ", self.says]);
        if !self.grounds.is_empty() {
            out.extend([" (", &self.grounds, ")"]);
        }
    }
}

impl<'a> Explanation<'a> {
    pub(crate) fn of(
        rulebook: &'a Rulebook,
        inventory: &Inventory<'a>,
        assessed: &'a Assessed,
        words: &Words,
        function: usize,
    ) -> Explanation<'a> {
        let assessment = &assessed.functions[function];
        let evidence = assessed.evidence(function);
        let teller = Teller { rulebook, inventory, words, evidence, function };
        let criteria = rulebook.directional().map(|(i, criterion, poles)| teller.reason(criterion, poles, evidence[i]));
        let raised = assessment.findings.of(rulebook).map(|(_, finding)| {
            let because = findings::because(inventory, function, evidence, finding);
            Raised { finding, because: teller.because(&because) }
        });
        Explanation {
            row0: inventory.functions[function].row0,
            id: inventory.role(rulebook.roles.id, function),
            name: inventory.name(function),
            department: inventory.role(rulebook.roles.department, function),
            assessment,
            criteria: criteria.collect(),
            missing: missing(rulebook, evidence, &|id| inventory.level(id, function)),
            findings: raised.collect(),
            evidence,
            rulebook,
        }
    }

    /// The same as the columns of a table.
    pub(crate) fn line(self, words: &Words) -> FunctionLine<'a> {
        let assessment = self.assessment;
        let mut reasons = String::with_capacity(512);
        for reason in &self.criteria {
            if !reasons.is_empty() {
                reasons.push('\n');
            }
            reason.push_sentence(&mut reasons);
        }
        FunctionLine {
            verdict: assessment.verdict,
            strength: assessment.strength,
            review: self.review(),
            score: assessment.score.points(),
            low: assessment.low.points(),
            high: assessment.high.points(),
            coverage: assessment.coverage,
            robustness: assessment.robustness,
            evidence: self.rulebook.weighable().map(|(i, ..)| self.evidence[i].known()).collect(),
            reasons,
            missing: words.names(&self.missing),
            benefits: self.raised(FindingKind::Benefit),
            risks: self.raised(FindingKind::Risk),
            contract_terms: self.raised(FindingKind::ContractTerm),
            decision: None,
            name: self.name,
        }
    }

    /// Why a person should look at it again; empty where nobody need.
    pub fn review(&self) -> Vec<&'static str> {
        self.assessment.review_reasons(self.rulebook)
    }

    fn raised(&self, kind: FindingKind) -> String {
        let mut lines = String::new();
        for raised in self.findings.iter().filter(|raised| raised.finding.kind == kind) {
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.extend([&raised.finding.title, " (", &raised.because, ")"]);
        }
        lines
    }
}

/// Tells where one function's evidence comes from.
pub(crate) struct Teller<'t, 'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) inventory: &'t Inventory<'a>,
    pub(crate) words: &'t Words<'t>,
    pub(crate) evidence: &'t [Evidence],
    pub(crate) function: usize,
}

impl<'a> Teller<'_, 'a> {
    fn reason(&self, criterion: &'a Criterion, poles: &Poles, evidence: Evidence) -> Reason<'a> {
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
        let mut grounds = String::with_capacity(64);
        let mut seen: Vec<AttributeId> = Vec::with_capacity(4);
        let mut lacking: Vec<AttributeId> = Vec::new();
        for term in poles.iter().flat_map(|pole| &pole.terms) {
            if seen.contains(&term.attribute) {
                continue;
            }
            seen.push(term.attribute);
            if self.inventory.source(term.attribute, self.function) == Source::Missing {
                lacking.push(term.attribute);
            } else {
                separate(&mut grounds);
                self.push_value(&mut grounds, term.attribute);
            }
        }
        if with_missing && !lacking.is_empty() {
            separate(&mut grounds);
            grounds.push_str(&self.words.say.ground_missing(&self.words.names(&lacking)));
        }
        grounds
    }

    /// An attribute's value and its cell, such as `repetitiveness High, M12`.
    fn push_value(&self, out: &mut String, id: AttributeId) {
        out.push_str(&self.words.attributes[id.index()]);
        out.push(' ');
        self.push_source(out, self.inventory.source(id, self.function));
    }

    /// A value and where it comes from, such as `High, M12`, `High, answers.xlsx D5` or `low, assumed`.
    pub(crate) fn push_source(&self, out: &mut String, source: Source) {
        match source {
            Source::Cell(column0) => self.push_cell(out, column0),
            Source::Sum(column0) => {
                let mut first = String::new();
                self.push_cell(&mut first, column0);
                out.push_str(&self.words.say.ground_channels(&first));
            }
            Source::Answer { file, row0, column0 } => {
                let table = self.inventory.answers[file].inventory.table;
                push_shown(out, table, row0, column0);
                let cell = table.place_of(row0, column0);
                let _ = write!(out, ", {} ", cell.file);
                if let Some(sheet) = self.inventory.sheet_of_answers(file) {
                    let _ = write!(out, "{sheet}!");
                }
                out.push_str(&cell.cell().unwrap_or_default());
            }
            Source::Assumed(position) => {
                out.push_str(&self.words.say.ground_assumed(&self.inventory.assumptions[position].given));
            }
            Source::Missing => out.push_str(self.words.say.level_missing()),
        }
    }

    /// A value and its cell.
    fn push_cell(&self, out: &mut String, column0: u16) {
        push_shown(out, self.inventory.table, self.inventory.functions[self.function].row0, column0);
        self.push_address(out, column0);
    }

    /// Where a value stands: `, M12`, or `, People!M12` in a table on several sheets.
    fn push_address(&self, out: &mut String, column0: u16) {
        let row0 = self.inventory.functions[self.function].row0;
        let letters = &self.words.letters[usize::from(column0)];
        let _ = match self.inventory.table.part_of(row0) {
            Some(part) => write!(out, ", {}!{letters}{}", part.sheet, row0 - part.first_row0 + 1),
            None => write!(out, ", {letters}{}", row0 + 1),
        };
    }

    fn because(&self, because: &[Because]) -> String {
        let mut out = String::with_capacity(48);
        for because in because {
            separate(&mut out);
            match because {
                Because::Attribute(id) => self.push_value(&mut out, *id),
                Because::NotKnown(id) => {
                    out.push_str(&self.words.say.ground_not_known(&self.words.attributes[id.index()]));
                }
                Because::Criterion(i) => {
                    let name = lower_first(&self.rulebook.criteria[*i].name);
                    let points = signed(i64::from(self.evidence[*i].value));
                    out.push_str(&self.words.say.ground_evidence(&name, &points));
                }
            }
        }
        out
    }
}

/// A cell as a reader would see it, on one line, and cut where it is long.
pub(crate) fn push_shown(out: &mut String, table: &Table, row0: u32, column0: u16) {
    const LONGEST: usize = 40;
    match table.value(row0, column0) {
        Cell::Number { value, format } if table.formats[usize::from(format)].contains('%') => {
            let _ = write!(out, "{} %", number(value * 100.0));
        }
        Cell::Number { value, .. } => out.push_str(&number(value)),
        Cell::Text(text) => {
            let start = out.len();
            for word in table.text(text).split_whitespace() {
                if out.len() > start {
                    out.push(' ');
                }
                out.push_str(word);
            }
            if let Some((cut, _)) = out[start..].char_indices().nth(LONGEST) {
                out.truncate(start + cut);
                out.pop();
                out.push('…');
            }
        }
        cell => out.push_str(&table.shown(cell)),
    }
}

fn separate(out: &mut String) {
    if !out.is_empty() {
        out.push_str("; ");
    }
}

/// A score with what is still open, such as `+25 (0 to +50)`.
pub(crate) fn score_with_bounds(say: &Messages, assessment: &Assessment) -> String {
    let (score, low, high) = (assessment.score.rounded(), assessment.low.rounded(), assessment.high.rounded());
    if low == high { signed(score) } else { say.score_with_range(&signed(score), &signed(low), &signed(high)) }
}
