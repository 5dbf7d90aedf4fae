//! One function's judgement in words: why, from which cells, what is missing and what was raised.
//!
//! The sentences are the rulebook's; here they get their evidence. How they are arranged is left to the writers.

use std::borrow::Cow;
use std::fmt::Write;

use super::names::Words;
use crate::assessment::findings::{self, Because};
use crate::assessment::{Assessed, Assessment, Evidence, Margin, Review, Turn};
use crate::inventory::{Inventory, Opinion, Opinions, Outcome, Source};
use crate::portfolio::Sourcing;
use crate::problem::column_letters;
use crate::report::words::figures::signed;
use crate::report::words::messages::Messages;
use crate::rulebook::text::fold;
use crate::rulebook::{
    AttributeId, Constraint, Criterion, Finding, FindingKind, Join, Numbers, Points, Pole, Poles, Rulebook, Says, Term,
};
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
    /// The benefits, risks and contract terms that were raised: those on the fewest functions first, for they say most of
    /// this one.
    pub findings: Vec<Raised<'a>>,
    /// What puts it on hold.
    pub hold: Option<&'a Constraint>,
    /// Whether it can be acted on.
    pub is_firm: bool,
    /// Who does the work today.
    pub sourcing: Sourcing,
    pub(super) evidence: &'a [Evidence],
    rulebook: &'a Rulebook,
}

/// What one criterion says of a function.
#[derive(Debug)]
pub struct Reason<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// Its evidence.
    pub evidence: Evidence,
    /// What pulls the way of the evidence, with its words where it alone is named.
    pub(crate) pulling: Vec<(AttributeId, Option<&'a str>)>,
    /// The evidence in words, without the criterion's name.
    pub says: Cow<'a, str>,
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
        out.extend([&self.criterion.name, ": ", &self.says]);
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
        raised_on: &[usize],
        function: usize,
        cites: Cites,
    ) -> Explanation<'a> {
        let assessment = assessed.of(function);
        let evidence = assessed.evidence(function);
        let teller = Teller { rulebook, inventory, words, evidence, function, cites };
        let criteria = rulebook.directional().map(|(i, criterion, poles)| teller.reason(criterion, poles, evidence[i]));
        let mut raised: Vec<(usize, &Finding)> = assessed.findings(function).of(rulebook).collect();
        raised.sort_by_key(|(at, _)| (raised_on[*at], *at));
        let raised = raised.into_iter().map(|(_, finding)| Raised { finding, because: teller.raised(finding) });
        Explanation {
            row0: inventory.functions[function].row0,
            id: inventory.role(rulebook.roles.id, function),
            name: inventory.name(function),
            department: inventory.role(rulebook.roles.department, function),
            assessment,
            criteria: criteria.collect(),
            missing: assessed.rule.missing(&assessed.profile(function).levels),
            hold: assessed.hold(function).map(|at| &rulebook.constraints[at]),
            is_firm: assessed.is_firm(rulebook, function),
            sourcing: Sourcing::of(rulebook, inventory, function),
            findings: raised.collect(),
            evidence,
            rulebook,
        }
    }

    /// Why, a sentence for each criterion, one to a line.
    pub(crate) fn reasons(&self) -> String {
        let mut reasons = String::with_capacity(512);
        for reason in &self.criteria {
            if !reasons.is_empty() {
                reasons.push('\n');
            }
            reason.push_sentence(&mut reasons);
        }
        reasons
    }

    /// Why a person should look at it again; empty where nobody need.
    pub fn review(&self) -> Vec<Review> {
        self.assessment.review_reasons(self.rulebook)
    }

    /// The findings of a kind that were raised, one to a line.
    pub(crate) fn raised(&self, kind: FindingKind) -> String {
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

/// How values are traced: to their cells, or, beside the row that they stand in, to their columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cites {
    Cells,
    Columns,
}

/// Tells where one function's evidence comes from.
pub(crate) struct Teller<'t, 'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) inventory: &'t Inventory<'a>,
    pub(crate) words: &'t Words<'t>,
    pub(crate) evidence: &'t [Evidence],
    pub(crate) function: usize,
    pub(crate) cites: Cites,
}

impl<'a> Teller<'_, 'a> {
    fn reason(&self, criterion: &'a Criterion, poles: &Poles, evidence: Evidence) -> Reason<'a> {
        let says = &criterion.says;
        let both = [&poles.bpo, &poles.outsourcing];
        let (words, of): (_, &[&Pole]) = match evidence.value {
            _ if evidence.conflict => (Cow::Borrowed(says.conflict.as_str()), &both),
            1.. => (Cow::Borrowed(says.bpo.as_str()), &both[..1]),
            ..0 => (Cow::Borrowed(says.outsourcing.as_str()), &both[1..]),
            0 if evidence.is_settled() => (Cow::Borrowed(says.neutral.as_str()), &both),
            0 => (Cow::Borrowed(says.unknown.as_str()), &both),
        };
        let pulling = match of {
            [pole] => self.pulling(says, pole),
            _ => Vec::new(),
        };
        let words = match named_alone(&pulling, self.words.say) {
            Some(named) => named,
            None if evidence.conflict => self.torn(says, both).map_or(words, Cow::Owned),
            None => words,
        };
        Reason { criterion, evidence, pulling, says: words, grounds: self.grounds(of, evidence) }
    }

    /// What holds of a criterion that pulls both ways; none where its terms have no words of their own.
    fn torn(&self, says: &'a Says, poles: [&Pole; 2]) -> Option<String> {
        let [bpo, outsourcing] = poles.map(|pole| self.pulling(says, pole));
        let [bpo, outsourcing] = [&bpo, &outsourcing].map(|pulling| named_alone(pulling, self.words.say));
        if bpo.is_none() && outsourcing.is_none() {
            return None;
        }
        let (bpo, outsourcing) =
            (bpo.as_deref().unwrap_or(&says.bpo), outsourcing.as_deref().unwrap_or(&says.outsourcing));
        Some(self.words.say.reason_torn(bpo, outsourcing))
    }

    /// Whether the level of a term's attribute is on the side that pulls.
    fn pulls(&self, term: Term) -> bool {
        let level = self.inventory.level(term.attribute, self.function);
        level.is_some_and(|level| if term.opposite { level < Points::MEDIUM } else { level > Points::MEDIUM })
    }

    /// The terms of a pole that pull, with their words where any of several is enough.
    fn pulling(&self, says: &'a Says, pole: &Pole) -> Vec<(AttributeId, Option<&'a str>)> {
        let pulling = pole.terms.iter().filter(|term| self.pulls(**term));
        let words = |term: &Term| if pole.join == Join::Any { says.term(*term) } else { None };
        pulling.map(|term| (term.attribute, words(term))).collect()
    }

    /// The known values of the poles' attributes with their cells, those alone that pull where a pole does, and, where it
    /// matters, the names of the missing ones.
    fn grounds(&self, poles: &[&Pole], evidence: Evidence) -> String {
        let is_pulled = evidence.conflict || evidence.value != 0;
        let mut grounds = String::with_capacity(64);
        let mut seen: Vec<AttributeId> = Vec::with_capacity(4);
        let (mut lacking, mut disputed): (Vec<AttributeId>, Vec<AttributeId>) = (Vec::new(), Vec::new());
        for term in poles.iter().flat_map(|pole| &pole.terms) {
            if seen.contains(&term.attribute) {
                continue;
            }
            seen.push(term.attribute);
            if self.inventory.source(term.attribute, self.function) == Source::Missing {
                lacking.push(term.attribute);
            } else if self.inventory.span(term.attribute, self.function).0.is_disputed() {
                disputed.push(term.attribute);
            } else if !is_pulled || self.pulls(*term) {
                separate(&mut grounds);
                self.push_value(&mut grounds, term.attribute);
            }
        }
        for id in disputed {
            separate(&mut grounds);
            self.push_value(&mut grounds, id);
        }
        if !evidence.is_settled() && !lacking.is_empty() {
            separate(&mut grounds);
            grounds.push_str(&self.words.say.ground_missing(&self.words.names(&lacking)));
        }
        grounds
    }

    /// An attribute's value and its cell, such as `repetitiveness High, M12`.
    fn push_value(&self, out: &mut String, id: AttributeId) {
        out.push_str(&self.words.attributes[id.index()]);
        out.push(' ');
        self.push_source(out, id);
    }

    /// A value and where it comes from, such as `High, M12`, `High, answers.xlsx D5` or `low, assumed`.
    pub(crate) fn push_source(&self, out: &mut String, id: AttributeId) {
        match self.inventory.source(id, self.function) {
            Source::Cell(column0) => {
                self.push_known(out, id, self.inventory.table, self.row0(), column0);
                self.push_address(out, column0);
            }
            Source::Sum(column0) => {
                let mut first = String::new();
                push_shown(&mut first, self.words.say, self.inventory.table, self.row0(), column0);
                self.push_address(&mut first, column0);
                out.push_str(&self.words.say.ground_channels(&first));
            }
            Source::Answer { file, row0, column0 } => {
                let table = self.inventory.answers[file].inventory.table;
                self.push_known(out, id, table, row0, column0);
                out.push_str(", ");
                match self.inventory.opinions(id, self.function) {
                    Some(Opinions { all, outcome: Outcome::Agreed }) => {
                        let each: Vec<String> = all.iter().map(|opinion| self.who(opinion)).collect();
                        out.push_str(&self.words.say.listed(&each));
                    }
                    Some(_) | None => self.push_cell_of_answers(out, file, row0, column0),
                }
            }
            Source::Raters => self.push_raters(out, id),
            Source::Assumed(position) => {
                out.push_str(&self.words.say.ground_assumed(&self.inventory.assumptions[position].given));
            }
            Source::Missing => out.push_str(self.words.say.level_missing()),
        }
    }

    /// A cell of answers, such as `answers.xlsx D5`.
    fn push_cell_of_answers(&self, out: &mut String, file: usize, row0: u32, column0: u16) {
        let cell = self.inventory.answers[file].inventory.table.place_of(row0, column0);
        let _ = write!(out, "{} ", cell.file);
        if let Some(sheet) = self.inventory.sheet_of_answers(file) {
            let _ = write!(out, "{sheet}!");
        }
        out.push_str(&cell.cell().unwrap_or_default());
    }

    /// Where a rater says something, and who it is, if that was filled in: `Ann, answers.xlsx D5`.
    fn who(&self, opinion: &Opinion) -> String {
        let mut who = opinion.by.clone();
        if !who.is_empty() {
            who.push_str(", ");
        }
        let (file, (row0, column0)) = opinion.stands_at();
        self.push_cell_of_answers(&mut who, file, row0, column0);
        who
    }

    /// What raters who differ say, and what that comes to.
    fn push_raters(&self, out: &mut String, id: AttributeId) {
        let Some(Opinions { all, outcome }) = self.inventory.opinions(id, self.function) else { return };
        let say = self.words.say;
        let each = all.iter().map(|opinion| format!("{} ({})", level_in_words(say, opinion.level), self.who(opinion)));
        let each = say.listed(&each.collect::<Vec<_>>());
        out.push_str(&match outcome {
            Outcome::Median(level) => say.ground_median(&level_in_words(say, level), &each),
            Outcome::Disputed(..) | Outcome::Agreed | Outcome::Last(_) => say.ground_disputed(&each),
        });
    }

    fn row0(&self) -> u32 {
        self.inventory.functions[self.function].row0
    }

    /// A cell as a reader would see it, with what it came to where that is another: the year's count
    /// (`2,900 a month, 34,800 a year`), or the level of a rating or an answer (`5 = high`).
    pub(crate) fn push_known(&self, out: &mut String, id: AttributeId, table: &Table, row0: u32, column0: u16) {
        let mut shown = String::new();
        push_shown(&mut shown, self.words.say, table, row0, column0);
        let value = match table.value(row0, column0) {
            Cell::Number { value, format } if !table.formats[usize::from(format)].contains('%') => Some(value),
            _ => None,
        };
        if let Some(year) = self.inventory.count_of_year(id, self.function) {
            let times = value.filter(|value| *value > 0.0).map_or(0, |value| (year / value).round() as usize);
            out.push_str(&self.words.say.count_of_year(&shown, times, &self.words.say.number(year)));
        } else if let Some(level) =
            value.map_or_else(|| self.turned(id, table, table.value(row0, column0)), |value| self.rated(id, value))
        {
            out.push_str(&self.words.say.level_of_rating(&shown, &level_in_words(self.words.say, level)));
        } else {
            out.push_str(&shown);
        }
    }

    /// The level of a rating, where that is another number.
    fn rated(&self, id: AttributeId, value: f64) -> Option<Points> {
        let level = self.level_of_rating(id)?;
        ((f64::from(level.value()) - value).abs() > f64::EPSILON).then_some(level)
    }

    /// The level of a yes or no, where its header means the opposite: `Bespoke (Y/N)`, `No control wanted`.
    fn turned(&self, id: AttributeId, table: &Table, cell: Cell) -> Option<Points> {
        let said = match cell {
            Cell::Text(text) => fold(table.text(text)),
            Cell::Boolean(flag) => flag.to_string(),
            _ => return None,
        };
        let meant = self.rulebook.reading.answers.get(&said)?;
        self.level_of_rating(id).filter(|level| level != meant)
    }

    fn level_of_rating(&self, id: AttributeId) -> Option<Points> {
        let is_rating = self.rulebook.attribute(id).levels().is_some_and(|scale| scale.numbers == Numbers::Rating);
        self.inventory.level(id, self.function).filter(|_| is_rating)
    }

    /// Where a value stands: `, M12`, or `, People!M12` in a table on several sheets, or `, column M`.
    fn push_address(&self, out: &mut String, column0: u16) {
        let row0 = self.row0();
        let letters = &self.words.letters[usize::from(column0)];
        let _ = match self.inventory.table.part_of(row0) {
            _ if self.cites == Cites::Columns => write!(out, ", {}", self.words.say.ground_column(letters)),
            Some(part) => {
                let own = part.own_column(column0).map_or_else(|| letters.clone(), column_letters);
                write!(out, ", {}!{own}{}", part.sheet, self.inventory.table.row_in_sheet(row0))
            }
            None => write!(out, ", {letters}{}", row0 + 1),
        };
    }

    /// The values and cells that raise a finding.
    pub(crate) fn raised(&self, finding: &Finding) -> String {
        let mut out = String::with_capacity(48);
        for because in &findings::because(self.inventory, self.function, self.evidence, finding) {
            separate(&mut out);
            match because {
                Because::Attribute(id) => self.push_value(&mut out, *id),
                Because::NotKnown(id) => {
                    out.push_str(&self.words.say.ground_not_known(&self.words.attributes[id.index()]));
                }
                Because::Criterion(i) => {
                    let name = self.words.say.inside(&self.rulebook.criteria[*i].name);
                    let points = signed(i64::from(self.evidence[*i].value));
                    out.push_str(&self.words.say.ground_evidence(&name, &points));
                }
            }
        }
        out
    }
}

/// The words of terms that pull, where each has words of its own.
fn named_alone<'a>(pulling: &[(AttributeId, Option<&'a str>)], say: &Messages) -> Option<Cow<'a, str>> {
    let words: Option<Vec<&'a str>> = pulling.iter().map(|(_, words)| *words).collect();
    match words?.as_slice() {
        [] => None,
        [only] => Some(Cow::Borrowed(*only)),
        several => Some(Cow::Owned(say.listed(several))),
    }
}

/// What several reasons say together. What one says of an attribute, another that has words for each of its own need not
/// repeat.
pub(crate) fn together(reasons: &[&Reason], say: &Messages) -> String {
    let has_words = |reason: &Reason| named_alone(&reason.pulling, say).is_some();
    let whole = reasons.iter().filter(|reason| !has_words(reason));
    let said: Vec<AttributeId> = whole.flat_map(|reason| reason.pulling.iter().map(|(id, _)| *id)).collect();
    let parts = reasons.iter().filter_map(|reason| {
        if !has_words(reason) {
            return Some(reason.says.to_string());
        }
        let others: Vec<_> = reason.pulling.iter().copied().filter(|(id, _)| !said.contains(id)).collect();
        named_alone(&others, say).map(Cow::into_owned)
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// A cell as a reader would see it, on one line, and cut where it is long.
pub(crate) fn push_shown(out: &mut String, say: &Messages, table: &Table, row0: u32, column0: u16) {
    const LONGEST: usize = 40;
    match table.value(row0, column0) {
        Cell::Number { value, format } if table.formats[usize::from(format)].contains('%') => {
            let _ = write!(out, "{} %", say.number(value * 100.0));
        }
        Cell::Number { value, .. } => out.push_str(&say.number(value)),
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

/// A level as people say it.
pub(crate) fn level_in_words(say: &Messages, level: Points) -> String {
    match level {
        Points::LOW => say.level_low().to_owned(),
        Points::MEDIUM => say.level_medium().to_owned(),
        Points::HIGH => say.level_high().to_owned(),
        between => say.level_between(&between.value().to_string()),
    }
}

/// A score with what is still open, such as `+25 (0 to +50)`.
pub(crate) fn score_with_bounds(say: &Messages, assessment: &Assessment) -> String {
    let (score, low, high) = (assessment.score.rounded(), assessment.low.rounded(), assessment.high.rounded());
    if low == high { signed(score) } else { say.score_with_range(&signed(score), &signed(low), &signed(high)) }
}

/// How undisputed a verdict is; of a split, whether anything pulls; empty where evidence is lacking.
pub(crate) fn strength_in_words<'s>(say: &'s Messages, assessment: &Assessment) -> &'s str {
    let strength = assessment.strength.map(|strength| say.strength(strength));
    strength.or(assessment.split.map(|balance| say.balance(balance))).unwrap_or_default()
}

/// The levels that a turn leads from and to, in words.
pub(crate) fn turn_in_words(say: &Messages, turn: &Turn) -> [String; 2] {
    let from = turn.from.map_or(say.level_missing().to_owned(), |from| level_in_words(say, from));
    [from, level_in_words(say, turn.to)]
}

/// How many steps of readings turn a verdict, in words: `1`, `2`, `3` or `more`.
pub(crate) fn margin_in_words(say: &Messages, margin: Margin) -> String {
    match margin {
        Margin::Steps(steps) => steps.to_string(),
        Margin::More => say.margin_more().to_owned(),
    }
}
