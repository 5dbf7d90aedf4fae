//! What has changed since an earlier run, and how much.

use super::premises::Premises;
use crate::language::Language;
use crate::own_files::{Decision, Earlier, EarlierRow, Said};
use crate::rulebook::Rulebook;

/// What has changed since an earlier run.
#[derive(Debug)]
pub struct Changes {
    /// The earlier run.
    pub earlier: Earlier,
    /// The functions of which there is something to say, in the order of their rows.
    pub functions: Vec<Change>,
    /// The functions of the earlier run without a counterpart, in the order of their rows.
    pub left_behind: Vec<LeftBehind>,
    /// What was decided on each function; none for most.
    pub decisions: Vec<Option<Decision>>,
    /// Whether the rules are others; none where the earlier file does not name them.
    pub rules_changed: Option<bool>,
    /// What the two runs were told otherwise; none where the earlier file does not tell.
    pub premises: Option<Premises>,
    /// Whether the reports tell of it. Where an earlier run stood in the place of this one and nothing has changed since,
    /// decisions are carried over and that is all.
    pub is_told: bool,
}

/// What has changed on a function.
#[derive(Clone, Debug)]
pub struct Change {
    /// The function.
    pub function: usize,
    /// What it was in the earlier run, by its position there; none where it is new or cannot be told from others.
    pub earlier: Option<usize>,
    /// In which ways it has changed, the gravest first; never empty.
    pub kinds: Vec<ChangeKind>,
    /// The evidence that has moved.
    pub moved: Vec<Moved>,
}

/// In which way a function has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It has another verdict.
    Verdict,
    /// What was decided on it rests on evidence that has changed, or on a function that may be another one.
    Decision,
    /// Several functions of the earlier run may be the same.
    Ambiguous,
    /// It has the same verdict, and its score has moved by more than the rulebook calls noteworthy.
    Score,
    /// The earlier run did not have it.
    New,
    /// It has another name.
    Name,
    /// It has another id.
    Id,
    /// It is in another department.
    Department,
}

/// Evidence that has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The criterion, by its position in the rulebook.
    pub criterion: usize,
    /// What it said.
    pub from: Said,
    /// What it says.
    pub to: Said,
}

/// A function of the earlier run without a counterpart in this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Its position in the earlier run.
    pub earlier: usize,
    /// Whether it is gone, or cannot be told from others.
    pub is_gone: bool,
}

/// How many functions have changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Functions that the earlier run did not have.
    pub new: usize,
    /// Functions that only the earlier run had.
    pub gone: usize,
    /// Functions of this run that cannot be told from others of the earlier one.
    pub ambiguous: usize,
    /// Functions with another verdict.
    pub verdicts: usize,
    /// Functions with the same verdict whose score has moved noteworthily.
    pub scores: usize,
    /// Decisions that were carried over.
    pub decisions: usize,
    /// Decisions among them that are to be looked at again.
    pub to_check: usize,
    /// Decisions on functions without a counterpart.
    pub not_carried: usize,
}

impl Changes {
    /// Whether anything is otherwise than it was, or what was decided has lost its function.
    pub fn has_changed(&self) -> bool {
        let is_told_otherwise = self.premises.as_ref().is_some_and(Premises::differ);
        !self.functions.is_empty()
            || !self.left_behind.is_empty()
            || self.rules_changed == Some(true)
            || is_told_otherwise
    }

    /// How many functions have changed, and how.
    pub fn counts(&self) -> Counts {
        let of = |kind: ChangeKind| self.functions.iter().filter(|change| change.kinds.contains(&kind)).count();
        let carried = || self.decisions.iter().flatten().filter(|decision| decision.choice.is_some());
        let is_decided = |left: &&LeftBehind| {
            let decision = self.earlier.functions[left.earlier].decision.as_ref();
            decision.is_some_and(|decision| decision.choice.is_some())
        };
        Counts {
            new: of(ChangeKind::New),
            gone: self
                .left_behind
                .iter()
                .filter(|left| left.is_gone && self.earlier.functions[left.earlier].kind == EarlierRow::Function)
                .count(),
            ambiguous: of(ChangeKind::Ambiguous),
            verdicts: of(ChangeKind::Verdict),
            scores: of(ChangeKind::Score),
            decisions: carried().count(),
            to_check: carried().filter(|decision| !decision.check.is_empty()).count(),
            not_carried: self.left_behind.iter().filter(is_decided).count(),
        }
    }
}

impl Moved {
    /// The criterion and its evidence in a few words of a language: `cost +50 → −20`.
    pub fn shown(&self, rulebook: &Rulebook, language: Language) -> String {
        let name = language.inside_sentence(&rulebook.criteria[self.criterion].name);
        format!("{name} {} → {}", self.from.text(language), self.to.text(language))
    }
}
