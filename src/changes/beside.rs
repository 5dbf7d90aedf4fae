//! What was decided in a second set beside the one that a run is compared with: the one that stands where the run writes.
//!
//! It is replaced, so that what was decided in it alone is taken over, and what the other set contradicts is said and marked.
//! Nothing else of it is compared.

use std::collections::HashMap;
use std::sync::Arc;

use super::change::{Changes, LeftBehind};
use super::comparison::{Comparison, counterparts, left_behind};
use crate::codes::Code;
use crate::inventory::{Counterpart, Inventory, Matches};
use crate::language::Language;
use crate::own_files::{Decision, Earlier, EarlierFunction, EarlierRow, decisions_and_notes};
use crate::problem::{Place, Problem, Problems};
use crate::rulebook::Rulebook;
use crate::rulebook::text::fold;
use crate::table::SourceFile;

/// A second set, with the functions of the run in it.
pub(super) struct Beside<'c, 'a> {
    /// The run beside that set.
    pub(super) comparison: Comparison<'c, 'a>,
    /// Which function is which there.
    pub(super) matches: Matches,
    /// The file that the run is compared with.
    pub(super) given: Arc<str>,
    /// Whether that very file was taken over into the set already, so that what it has besides was decided since.
    pub(super) is_newer: bool,
}

impl Beside<'_, '_> {
    /// What was decided on a function in either set, given what was in the one that counts.
    pub(super) fn joined(&self, function: usize, own: Option<Decision>, problems: &mut Problems) -> Option<Decision> {
        let Counterpart::One(at) = self.matches.earlier[function] else { return own };
        let Some(other) = &self.comparison.earlier.functions[at].decision else { return own };
        let Some(own) = own else { return self.comparison.carried(function, at, problems) };
        match own.together(other) {
            Some(both) if self.is_newer && both.check.is_empty() => {
                Some(Decision { check: other.check.clone(), ..both })
            }
            Some(both) => Some(both),
            None if self.is_newer => self.comparison.carried(function, at, problems),
            None => {
                problems.push(self.contradicted(function, &own, other));
                Some(own.marked_against(other, self.comparison.rulebook.language))
            }
        }
    }

    /// That so many decisions are of this set alone.
    pub(super) fn taken(&self, decisions: usize) -> Option<Problem> {
        let were = if decisions == 1 { "was" } else { "were" };
        let message = format!(
            "{} of the set in the place of the outputs {were} carried over as well, as `{}` has none there",
            decisions_and_notes(decisions),
            self.given
        );
        let problem = Problem::note(Code::DecisionsJoined, Place::file(self.comparison.earlier.file.clone()), message);
        (decisions > 0).then(|| problem.help("empty the cells of the new workbook if they are not to stand"))
    }

    /// What was decided there on functions that the run does not have, and that the other set does not remember so.
    pub(super) fn left_behind(&self, changes: &mut Changes, problems: &mut Problems) {
        let mut remembered = Remembered::of(changes);
        for left in left_behind(self.comparison.earlier, &self.matches.now) {
            let function = &self.comparison.earlier.functions[left.earlier];
            if function.decision.is_some() && !remembered.holds(function) {
                remembered.add(function);
                problems.extend(self.comparison.not_carried(left));
                changes.left_behind.push(LeftBehind { earlier: changes.earlier.functions.len(), ..left });
                changes.earlier.functions.push(EarlierFunction { kind: EarlierRow::GoneBefore, ..function.clone() });
            }
        }
    }

    fn contradicted(&self, function: usize, own: &Decision, other: &Decision) -> Problem {
        let message = format!(
            "what was decided on `{}` differs: `{}` in `{}` counts, and the set in the place of the outputs has `{}`",
            self.comparison.inventory.name(function),
            own.shown(Language::En),
            self.given,
            other.shown(Language::En)
        );
        let problem = Problem::warning(Code::DecisionsDiffer, self.comparison.place(function), message);
        problem.help("decide which one is meant, and empty its cell in the column `Check`")
    }
}

/// How many decisions and notes of another file a run does not have; none where the file has none of its functions.
pub fn decided_besides(
    rulebook: &Rulebook,
    judged: (&SourceFile, &Inventory),
    changes: Option<&Changes>,
    mut other: Earlier,
) -> usize {
    let Matches { now, .. } = counterparts(rulebook, judged, &mut other);
    if !now.iter().any(|now| matches!(now, Counterpart::One(_))) {
        return 0;
    }
    let remembered = changes.map(Remembered::of).unwrap_or_default();
    let is_known = |function: &EarlierFunction, now: &Counterpart, decision: &Decision| match now {
        Counterpart::One(at) => {
            changes.and_then(|changes| changes.decisions[*at].as_ref()).is_some_and(|own| own.says_the_same(decision))
        }
        Counterpart::None | Counterpart::Several(_) => remembered.holds(function),
    };
    let decided = other.functions.iter().zip(&now).filter_map(|(function, now)| {
        let decision = function.decision.as_ref()?;
        Some(is_known(function, now, decision))
    });
    decided.filter(|is_known| !is_known).count()
}

/// What was decided on the functions that a run has left behind, by their ids and names, folded.
#[derive(Default)]
struct Remembered(HashMap<[String; 2], Vec<Decision>>);

impl Remembered {
    fn of(changes: &Changes) -> Remembered {
        let mut remembered = Remembered::default();
        for left in &changes.left_behind {
            remembered.add(&changes.earlier.functions[left.earlier]);
        }
        remembered
    }

    fn add(&mut self, function: &EarlierFunction) {
        if let Some(decision) = &function.decision {
            self.0.entry(Remembered::called(function)).or_default().push(decision.clone());
        }
    }

    /// Whether a function that is called as this one is among them, and the same was decided on it.
    fn holds(&self, function: &EarlierFunction) -> bool {
        let Some(decision) = &function.decision else { return false };
        let known = self.0.get(&Remembered::called(function));
        known.into_iter().flatten().any(|known| known.says_the_same(decision))
    }

    fn called(function: &EarlierFunction) -> [String; 2] {
        [&function.id, &function.name].map(|text| fold(text))
    }
}
