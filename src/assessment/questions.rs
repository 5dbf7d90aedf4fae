//! What to ask: the order in which answers settle the most functions, on average over all that they may be.

use std::cmp::Reverse;

use super::rule::{Levels, Rule, Sums};
use crate::rulebook::{AttributeId, Points};

/// An attribute to ask about, and what answers settle. Only functions count that are not settled yet, open or provisional.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The attribute.
    pub attribute: AttributeId,
    /// How many functions lack it, where it matters.
    pub lacking: usize,
    /// What answers to this question alone settle.
    pub alone: Settles,
    /// What answers to this and to all questions before it settle together.
    pub with_earlier: Settles,
}

/// How many functions answers settle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settles {
    /// How many at least: whatever the answers are.
    pub least: usize,
    /// How many at most: by the answers that settle the most.
    pub most: usize,
    /// How many on average, each of Low, Medium and High being as likely.
    pub mean: f64,
}

/// How many answers are tried on functions before what is left is put in order by how many functions lack it; some hundred
/// milliseconds' worth.
const MOST_TRIED: usize = 2_000_000;

/// What to ask about functions, given the levels of each and how many there are of it: a greedy order, each question being
/// the one that settles the most on average, given the questions before it; of equals, the one that narrows the bounds the
/// most, then the one that most functions lack, then the first of the rule.
pub fn plan<'l>(rule: &Rule, functions: impl Iterator<Item = (&'l Levels, usize)>) -> Vec<Question> {
    let mut plan = Plan::of(rule, functions);
    let lacking = |at| Some((at, plan.lacking(at))).filter(|(_, lacking)| *lacking > 0);
    let mut left: Vec<(usize, usize, Settles)> =
        (0..rule.attributes().len()).filter_map(lacking).map(|(at, lacking)| (at, lacking, plan.alone(at))).collect();
    let mut questions = Vec::new();
    let mut together = Settles::default();
    while !left.is_empty() {
        // The first question is always planned.
        let is_planned = questions.is_empty() || plan.tried + plan.to_try(left.len()) < MOST_TRIED;
        let worth = |(place, (at, lacking, _)): (usize, &(usize, usize, Settles))| {
            let worth = if is_planned { plan.worth(*at) } else { Worth::default() };
            (worth, *lacking, Reverse(place))
        };
        let Some((.., Reverse(place))) = left.iter().enumerate().map(worth).max() else { break };
        let (at, lacking, alone) = left.remove(place);
        if is_planned {
            together = plan.ask(at);
        }
        questions.push(Question { attribute: rule.attributes()[at], lacking, alone, with_earlier: together });
    }
    questions
}

/// How many questions on one function are put in an order of its own: after the answers to these, that of all functions is
/// as good.
const OF_ONE: usize = 3;

/// The best first questions on one function: those with which [`plan`] would begin; none where nothing is to be asked.
pub fn of_one(rule: &Rule, levels: &Levels) -> Vec<AttributeId> {
    let mut plan = Plan::of(rule, std::iter::once((levels, 1)));
    let mut left: Vec<usize> = (0..levels.len()).filter(|at| plan.lacking(*at) > 0).collect();
    let mut questions = Vec::new();
    while questions.len() < OF_ONE
        && let Some(best) = left.iter().copied().max_by_key(|at| (plan.worth(*at), Reverse(*at)))
    {
        left.retain(|at| *at != best);
        plan.ask(best);
        questions.push(rule.attributes()[best]);
    }
    questions
}

/// What a question is worth: what it settles, then by how much it narrows the bounds; both in parts of all answers.
type Worth = (u128, u128);

struct Plan<'r> {
    rule: &'r Rule,
    subjects: Vec<Subject>,
    /// How many answers have been given so far: the number of their combinations.
    combinations: u128,
    /// How many answers were tried on how many functions.
    tried: usize,
}

/// Functions of which the same is known.
struct Subject {
    functions: usize,
    /// The positions of the attributes that are missing and matter.
    lacking: Vec<usize>,
    /// What may be known after the answers so far, where that leaves them unsettled.
    unsettled: Vec<Branch>,
    /// Whether some answers so far settle them.
    could_settle: bool,
}

struct Branch {
    levels: Vec<Option<Points>>,
    sums: Sums,
    /// By how many combinations of answers it comes about.
    combinations: u128,
}

impl<'r> Plan<'r> {
    fn of<'l>(rule: &'r Rule, functions: impl Iterator<Item = (&'l Levels, usize)>) -> Plan<'r> {
        let subjects = functions.filter_map(|(levels, functions)| {
            let sums = rule.sums(levels);
            let branch = Branch { levels: levels.to_vec(), sums, combinations: 1 };
            let lacking = if sums.is_settled() { return None } else { rule.missing_positions(levels) };
            Some(Subject { functions, lacking, unsettled: vec![branch], could_settle: false })
        });
        Plan { rule, subjects: subjects.collect(), combinations: 1, tried: 0 }
    }

    /// How many answers are tried to find the next of so many questions.
    fn to_try(&self, questions: usize) -> usize {
        self.subjects.iter().map(|subject| subject.unsettled.len()).sum::<usize>() * questions * Points::ANSWERS.len()
    }

    fn lacking(&self, at: usize) -> usize {
        self.subjects.iter().filter(|subject| subject.lacking.contains(&at)).map(|subject| subject.functions).sum()
    }

    /// What answers to one question settle, before any other is asked.
    fn alone(&self, at: usize) -> Settles {
        let mut settles = Settles::default();
        for subject in &self.subjects {
            let [branch] = subject.unsettled.as_slice() else { continue };
            if !subject.lacking.contains(&at) {
                continue;
            }
            let settled = self.answers(branch, at).filter(|(_, sums)| sums.is_settled()).count();
            settles.least += if settled == Points::ANSWERS.len() { subject.functions } else { 0 };
            settles.most += if settled > 0 { subject.functions } else { 0 };
            settles.mean += (subject.functions * settled) as f64 / Points::ANSWERS.len() as f64;
        }
        settles
    }

    /// What is known after each answer to a question.
    fn answers<'b>(&'b self, branch: &'b Branch, at: usize) -> impl Iterator<Item = (Points, Sums)> + 'b {
        let mut levels = branch.levels.clone();
        Points::ANSWERS.into_iter().map(move |answer| {
            levels[at] = Some(answer);
            (answer, self.rule.sums(&levels))
        })
    }

    fn worth(&self, at: usize) -> Worth {
        let (mut settled, mut narrowed) = (0, 0);
        for subject in self.subjects.iter().filter(|subject| subject.lacking.contains(&at)) {
            let functions = subject.functions as u128;
            for branch in &subject.unsettled {
                let width = |sums: Sums| u128::from(sums.high.abs_diff(sums.low));
                for (_, sums) in self.answers(branch, at) {
                    let share = functions * branch.combinations;
                    settled += if sums.is_settled() { share } else { 0 };
                    narrowed += share * width(branch.sums).saturating_sub(width(sums));
                }
            }
        }
        (settled, narrowed)
    }

    /// Asks a question; gives what all questions so far settle.
    fn ask(&mut self, at: usize) -> Settles {
        let mut subjects = std::mem::take(&mut self.subjects);
        self.combinations *= Points::ANSWERS.len() as u128;
        let (mut settles, mut left) = (Settles::default(), 0.0);
        for subject in &mut subjects {
            let branches = std::mem::take(&mut subject.unsettled);
            for branch in branches {
                let answered: Vec<(Points, Sums)> =
                    if subject.lacking.contains(&at) { self.answers(&branch, at).collect() } else { Vec::new() };
                self.tried += answered.len();
                if answered.iter().all(|(_, sums)| *sums == branch.sums) {
                    let combinations = branch.combinations * Points::ANSWERS.len() as u128;
                    subject.unsettled.push(Branch { combinations, ..branch });
                    continue;
                }
                for (answer, sums) in answered {
                    if sums.is_settled() {
                        subject.could_settle = true;
                        continue;
                    }
                    let mut levels = branch.levels.clone();
                    levels[at] = Some(answer);
                    subject.unsettled.push(Branch { levels, sums, combinations: branch.combinations });
                }
            }
            let unsettled: u128 = subject.unsettled.iter().map(|branch| branch.combinations).sum();
            left += subject.functions as f64 * (unsettled as f64 / self.combinations as f64);
            settles.least += if subject.unsettled.is_empty() { subject.functions } else { 0 };
            settles.most += if subject.could_settle { subject.functions } else { 0 };
        }
        self.subjects = subjects;
        settles.mean = self.subjects.iter().map(|subject| subject.functions as f64).sum::<f64>() - left;
        settles
    }
}
