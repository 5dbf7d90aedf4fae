//! What to ask: the order in which answers settle the most functions, on average over all that they may be.

use std::cmp::Reverse;

use super::rule::{Levels, Rule, Sums};
use crate::rulebook::{AttributeId, Points, Span};

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
    /// How many on average, each of Low, Medium and High being as likely, or the ends and the middle of what is disputed.
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
    let of_attribute = |at| {
        let (alone, first) = plan.alone(at);
        Candidate { at, lacking: plan.lacking(at), alone, first }
    };
    let mut left: Vec<Candidate> =
        (0..rule.attributes().len()).map(of_attribute).filter(|candidate| candidate.lacking > 0).collect();
    let mut questions = Vec::new();
    let mut together = Settles::default();
    while !left.is_empty() {
        // The first question is always planned: it is worth what it is alone.
        let is_first = questions.is_empty();
        let is_planned = is_first || plan.tried + plan.to_try(left.len()) < MOST_TRIED;
        let worth = |(place, candidate): (usize, &Candidate)| {
            let worth = match is_planned {
                _ if is_first => candidate.first,
                true => plan.worth(candidate.at),
                false => Worth::default(),
            };
            (worth, candidate.lacking, Reverse(place))
        };
        let Some((.., Reverse(place))) = left.iter().enumerate().map(worth).max() else { break };
        let Candidate { at, lacking, alone, .. } = left.remove(place);
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

/// A question that may be asked next.
struct Candidate {
    /// The attribute, by its position.
    at: usize,
    lacking: usize,
    alone: Settles,
    /// What it is worth as the first question.
    first: Worth,
}

/// What a question is worth: what it settles, then by how much it narrows the bounds; both in parts of all answers.
type Worth = (u128, u128);

fn add(worth: &mut Worth, (settled, narrowed): Worth, times: u128) {
    *worth = (worth.0 + settled * times, worth.1 + narrowed * times);
}

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
    levels: Vec<Span>,
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

    /// What answers to one question settle before any other is asked, and what it is worth then.
    fn alone(&self, at: usize) -> (Settles, Worth) {
        let (mut settles, mut worth) = (Settles::default(), Worth::default());
        let all = Points::ANSWERS.len();
        for (subject, branch) in self.asked(at) {
            let (settled, narrowed) = self.on_branch(branch, at);
            add(&mut worth, (settled, narrowed), subject.functions as u128);
            settles.least += if settled as usize == all { subject.functions } else { 0 };
            settles.most += if settled > 0 { subject.functions } else { 0 };
            settles.mean += (subject.functions * settled as usize) as f64 / all as f64;
        }
        (settles, worth)
    }

    fn worth(&self, at: usize) -> Worth {
        let mut worth = Worth::default();
        for (subject, branch) in self.asked(at) {
            add(&mut worth, self.on_branch(branch, at), subject.functions as u128 * branch.combinations);
        }
        worth
    }

    /// All on which a question would be asked.
    fn asked(&self, at: usize) -> impl Iterator<Item = (&Subject, &Branch)> {
        let asked = self.subjects.iter().filter(move |subject| subject.lacking.contains(&at));
        asked.flat_map(|subject| subject.unsettled.iter().map(move |branch| (subject, branch)))
    }

    /// How many answers to a question settle a branch, and by how much all of them narrow its bounds.
    fn on_branch(&self, branch: &Branch, at: usize) -> Worth {
        let width = |sums: Sums| u128::from(sums.high.abs_diff(sums.low));
        self.answers(branch, at).fold(Worth::default(), |(settled, narrowed), (_, sums)| {
            let narrower = width(branch.sums).saturating_sub(width(sums));
            (settled + u128::from(sums.is_settled()), narrowed + narrower)
        })
    }

    /// What is known after each answer to a question.
    fn answers<'b>(&'b self, branch: &'b Branch, at: usize) -> impl Iterator<Item = (Points, Sums)> + 'b {
        let mut levels = branch.levels.clone();
        levels[at].answers().into_iter().map(move |answer| {
            levels[at] = Span::Known(answer);
            (answer, self.rule.sums(&levels))
        })
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
                    levels[at] = Span::Known(answer);
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
