//! What there is to say of each function by itself: its explanation, its place in a ranking, its cost.

use std::cmp::Reverse;
use std::fmt::Write;

use super::called::Called;
use super::explanation::{Cites, Explanation, Reason, Teller, push_shown, strength_in_words, together, turn_in_words};
use super::names::Words;
use crate::assessment::turns::smallest_turns;
use crate::assessment::{Assessed, Balance, Margin, Standing, Turn, Verdict};
use crate::changes::Changes;
use crate::inventory::Amount;
use crate::inventory::{Inventory, Source};
use crate::own_files::Decision;
use crate::portfolio::{Portfolio, Sourcing, annual_cost, people};
use crate::report::lists::{Money, RankedLine};
use crate::report::words::figures::{signed, upper_first};
use crate::report::words::messages::Messages;
use crate::rulebook::text::bracketed;
use crate::rulebook::{AttributeId, Finding, FindingKind, Rulebook};
use crate::table::Cell;

/// The functions of an inventory and the judgement on each.
#[derive(Debug)]
pub(crate) struct Judged<'a> {
    pub(crate) rulebook: &'a Rulebook,
    pub(crate) inventory: &'a Inventory<'a>,
    pub(crate) assessed: &'a Assessed,
    pub(crate) words: Words<'a>,
    pub(crate) changes: Option<&'a Changes>,
    pub(crate) called: Called,
    pub(crate) portfolio: &'a Portfolio,
}

impl<'a> Judged<'a> {
    pub(crate) fn new(
        rulebook: &'a Rulebook,
        inventory: &'a Inventory<'a>,
        assessed: &'a Assessed,
        portfolio: &'a Portfolio,
        changes: Option<&'a Changes>,
        say: &'a Messages,
    ) -> Judged<'a> {
        let called = Called::of(inventory);
        Judged { called, rulebook, inventory, assessed, words: Words::of(rulebook, inventory, say), changes, portfolio }
    }

    /// What reports say.
    pub(crate) fn say(&self) -> &'a Messages {
        self.words.say
    }

    /// The name of a function, with what tells it apart from those that share it.
    pub(crate) fn called(&self, function: usize) -> String {
        self.called.name(self.say(), self.rulebook, self.inventory, function)
    }

    /// What was decided on a function.
    pub(crate) fn decision(&self, function: usize) -> Option<&'a Decision> {
        self.changes?.decisions[function].as_ref()
    }

    /// Whether anything was decided on a function.
    pub(crate) fn is_decided(&self, function: usize) -> bool {
        self.decision(function).is_some_and(|decision| decision.choice.is_some())
    }

    /// Whether any decision is to be looked at again.
    pub(crate) fn is_any_to_check(&self) -> bool {
        self.changes
            .is_some_and(|changes| changes.decisions.iter().flatten().any(|decision| !decision.check.is_empty()))
    }

    pub(crate) fn explain(&self, function: usize) -> Explanation<'a> {
        self.explain_by(function, Cites::Cells)
    }

    /// The same, citing what it rests on so.
    pub(crate) fn explain_by(&self, function: usize, cites: Cites) -> Explanation<'a> {
        let Judged { rulebook, inventory, assessed, words, portfolio, .. } = self;
        Explanation::of(rulebook, inventory, assessed, words, &portfolio.findings, function, cites)
    }

    /// The values and cells that raise a finding on a function.
    pub(crate) fn raised(&self, finding: &Finding, function: usize) -> String {
        self.teller(function).raised(finding)
    }

    fn teller(&self, function: usize) -> Teller<'_, 'a> {
        let Judged { rulebook, inventory, assessed, words, .. } = self;
        Teller { rulebook, inventory, words, evidence: assessed.evidence(function), function, cites: Cites::Cells }
    }

    /// A function's annual cost with its currency; none where it is not known.
    pub(crate) fn money(&self, function: usize) -> Option<Amount> {
        annual_cost(self.rulebook, self.inventory, function)
    }

    /// So many of some functions, the costliest first; one without a cost comes after all others.
    pub(crate) fn costliest(&self, mut functions: Vec<usize>, most: usize) -> Vec<usize> {
        keep_first(&mut functions, most, |function| (Reverse(self.cost_rank(*function)), *function));
        functions
    }

    /// What a function's annual cost counts where functions are put in order by it; none where it is not known.
    pub(crate) fn cost_rank(&self, function: usize) -> Option<i64> {
        self.money(function).map(|amount| self.portfolio.cost_order.rank(amount))
    }

    /// Who does the work today.
    pub(crate) fn sourcing(&self, function: usize) -> Sourcing {
        Sourcing::of(self.rulebook, self.inventory, function)
    }

    /// A function's annual cost, for readers; none where it is not known.
    pub(crate) fn cost(&self, function: usize) -> Option<Money> {
        let amount = self.money(function)?;
        Some(Money { amount: amount.value, currency: self.inventory.currencies[amount.currency].clone() })
    }

    /// A function as a line of a ranking.
    pub(crate) fn ranked(&self, function: usize) -> RankedLine {
        let explanation = self.explain(function);
        let assessment = explanation.assessment;
        let fte = people(self.rulebook, self.inventory, function);
        let main = |kind| {
            let first = explanation.findings.iter().find(|raised| raised.finding.kind == kind);
            first.map_or(String::new(), |raised| raised.finding.title.clone())
        };
        RankedLine {
            index: function,
            id: explanation.id.to_string(),
            row: self.inventory.table.row_shown(explanation.row0),
            department: self.inventory.role(self.rulebook.roles.department, function).into_owned(),
            cost: self.cost(function),
            fte,
            sourcing: match self.sourcing(function) {
                Sourcing::Unknown => String::new(),
                known => self.say().sourcing(known).to_owned(),
            },
            verdict: assessment.verdict,
            standing: assessment.standing,
            strength: strength_in_words(self.say(), assessment).to_owned(),
            is_neutral: assessment.split == Some(Balance::Neutral),
            is_firm: explanation.is_firm,
            hold: explanation.hold.map_or(String::new(), |constraint| constraint.title.clone()),
            score: assessment.score,
            robustness: assessment.robustness,
            robustness_low: assessment.robustness_low,
            review: explanation.review(),
            turns: self.turns(function),
            because: self.because(&explanation),
            because_of: None,
            benefit: main(FindingKind::Benefit),
            risk: main(FindingKind::Risk),
            name: self.called(function),
        }
    }

    /// How sure a verdict is: its standing, its strength, its score, and how many weightings keep it; less where evidence is
    /// lacking.
    pub(crate) fn sureness(&self, function: usize) -> String {
        let assessment = self.assessed.of(function);
        let (say, score) = (self.say(), signed(assessment.score.rounded()));
        let kept = match (assessment.robustness, assessment.robustness_low) {
            (Some(known), Some(low)) if known >= 1.0 && low >= 1.0 => say.sureness_every(&score),
            (Some(known), Some(low)) if low < known => {
                let low = if assessment.is_exact { say.percent(low) } else { say.at_least(&say.percent(low)) };
                say.sureness_whatever(&score, &say.percent(known), &low)
            }
            (Some(known), _) => say.sureness_some(&score, &say.percent(known)),
            (None, _) if assessment.split.is_some() => say.sureness_split(&score),
            (None, _) => say.sureness_open(&score, &say.percent(assessment.coverage)),
        };
        let words = [say.standing(assessment.standing), strength_in_words(say, assessment)];
        let words = words.into_iter().filter(|word| !word.is_empty() && assessment.standing != Standing::Open);
        words.chain([kept.as_str()]).collect::<Vec<_>>().join(", ")
    }

    /// What would turn a verdict, in a sentence: a missing answer, a reading, or the weights; empty where evidence is lacking.
    fn turns(&self, function: usize) -> String {
        let (assessed, words) = (self.assessed, &self.words);
        let assessment = assessed.of(function);
        if assessment.standing == Standing::Open {
            return String::new();
        }
        let by_answer = smallest_turns(&assessed.rule, assessment.verdict, &assessed.profile(function).levels);
        // A split may go either way; what has a direction only has to lose it.
        let shown = if assessment.verdict == Verdict::Split { 2 } else { 1 };
        let say = words.say;
        let turn = |turn: &Turn| {
            let [from, to] = turn_in_words(say, turn);
            say.turn(&in_prose(say, turn.verdict), &words.names(&[turn.attribute]), &to, &from)
        };
        // The next value of the scale that was read says more than an end of it, and a missing answer more than either.
        let is_missing = by_answer.first().is_some_and(|turn| turn.from.is_none());
        let single: Vec<Turn> = if is_missing { Vec::new() } else { nearest(&assessment.turns, shown) };
        let turns = if single.is_empty() { &by_answer } else { &single };
        let parts = turns.iter().take(shown).map(turn).reduce(|one, other| say.turn_between(&one, &other));
        let parts = match (parts, assessment.margin) {
            (Some(parts), _) => say.turns(&parts),
            (None, Some(Margin::Steps(steps))) => say.turns_together(usize::from(steps)),
            (None, _) => say.turns_none().to_owned(),
        };
        match assessment.flip {
            Some(flip) if flip < 1.0 => format!("{parts} {}", say.turns_weights(&say.percent(flip))),
            _ => parts,
        }
    }

    /// Why a function has its verdict, in a sentence or two: what pulls each way, and what is open.
    pub(crate) fn because(&self, explanation: &Explanation) -> String {
        let torn = explanation.criteria.iter().filter(|r| r.evidence.conflict);
        let torn: Vec<&str> = torn.map(|r| r.says.as_ref()).collect();
        // One that pulls both ways is said as such, and once.
        let mut reasons: Vec<_> =
            explanation.criteria.iter().filter(|r| r.evidence.value != 0 && !r.evidence.conflict).collect();
        reasons.sort_by_key(|r| -r.criterion.weight.0 * i64::from(r.evidence.value.unsigned_abs()));
        let says = |towards_bpo: bool| {
            let side: Vec<_> = reasons.iter().copied().filter(|r| (r.evidence.value > 0) == towards_bpo).collect();
            together(&side, self.say())
        };
        let (for_bpo, for_outsourcing) = (says(true), says(false));
        let say = self.say();
        let led = |lead: fn(&Messages, &str) -> String, reasons: &str| match reasons {
            "" => String::new(),
            reasons => lead(say, reasons),
        };
        let torn = led(Messages::because_torn, &torn.join("; "));
        let lacking = self.words.names(&explanation.missing);
        let sentences = match explanation.assessment.verdict {
            Verdict::Bpo => vec![upper_first(&for_bpo), led(Messages::because_against, &for_outsourcing), torn],
            Verdict::TraditionalOutsourcing => {
                vec![upper_first(&for_outsourcing), led(Messages::because_against, &for_bpo), torn]
            }
            Verdict::Split => {
                vec![
                    led(Messages::because_for_bpo, &for_bpo),
                    led(Messages::because_for_outsourcing, &for_outsourcing),
                    torn,
                ]
            }
            Verdict::InsufficientEvidence => vec![upper_first(&lacking)],
        };
        let mut because: String = sentences.into_iter().filter(|s| !s.is_empty()).map(|s| format!("{s}. ")).collect();
        if explanation.assessment.verdict == Verdict::Split && because.is_empty() {
            because.push_str(say.because_nothing());
        }
        because.truncate(because.trim_end().len());
        because
    }
}

/// The known values of some attributes on a function, without their cells: `Volume High; Frequency Monthly`.
pub(crate) fn known(judged: &Judged, attributes: &[AttributeId], function: usize) -> String {
    let Judged { rulebook, inventory, words, .. } = judged;
    let teller = judged.teller(function);
    let mut known: Vec<String> = Vec::new();
    for &id in attributes {
        let (named, value) = match inventory.source(id, function) {
            Source::Cell(column0) => {
                let (mut value, row0) = (String::new(), inventory.functions[function].row0);
                let column = &inventory.columns[usize::from(column0)];
                // A rating says little without its scale.
                let scale = bracketed(&column.header);
                let is_number = matches!(inventory.table.cell(row0, column0), Cell::Number { .. });
                if is_number && !scale.is_empty() && inventory.count_of_year(id, function).is_none() {
                    push_shown(&mut value, words.say, inventory.table, row0, column0);
                    let _ = write!(value, " ({scale})");
                } else {
                    teller.push_known(&mut value, id, inventory.table, row0, column0);
                }
                (column.attribute.unwrap_or(id), value)
            }
            Source::Sum(_) | Source::Answer { .. } | Source::Raters | Source::Assumed(_) => {
                let mut value = String::new();
                teller.push_source(&mut value, id);
                (id, value)
            }
            Source::Missing => continue,
        };
        known.push(format!("{} {value}", rulebook.attribute(named).name));
    }
    known.join("; ")
}

/// What speaks most for a verdict with a direction, in half a sentence.
pub(crate) fn main_reason(explanation: &Explanation) -> String {
    let towards = if explanation.assessment.verdict == Verdict::Bpo { 1 } else { -1 };
    let pull = |reason: &&Reason| towards * reason.criterion.weight.0 * i64::from(reason.evidence.value);
    let strongest = explanation.criteria.iter().rev().max_by_key(pull);
    upper_first(strongest.map_or("", |reason| &reason.says))
}

/// The first steps towards so many different verdicts, those that say something before insufficient evidence.
fn nearest(turns: &[Turn], most: usize) -> Vec<Turn> {
    let mut nearest: Vec<Turn> = Vec::new();
    let is_open = |turn: &&Turn| turn.verdict == Verdict::InsufficientEvidence;
    for turn in turns.iter().filter(|turn| !is_open(turn)).chain(turns.iter().filter(is_open)) {
        if nearest.len() < most && nearest.iter().all(|other| other.verdict != turn.verdict) {
            nearest.push(*turn);
        }
    }
    nearest
}

/// Keeps so many of some functions, those with the least keys, and puts them in order.
pub(crate) fn keep_first<K: Ord>(functions: &mut Vec<usize>, most: usize, key: impl Fn(&usize) -> K) {
    if functions.len() > most {
        functions.select_nth_unstable_by_key(most, &key);
        functions.truncate(most);
    }
    functions.sort_by_cached_key(key);
}

/// A verdict inside a sentence.
pub(crate) fn in_prose(say: &Messages, verdict: Verdict) -> String {
    match verdict {
        Verdict::Split => say.verdict_split().to_owned(),
        other => say.inside(say.verdict(other)),
    }
}
