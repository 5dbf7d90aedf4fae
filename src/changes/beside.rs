//! What was decided in a second set beside the one that a run is compared with: the one that stands where the run writes.
//!
//! It is replaced, so that what was decided in it alone is taken over, and what the other set contradicts is said and marked.
//! Nothing else of it is compared.

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
        for left in left_behind(self.comparison.earlier, &self.matches.now) {
            let function = &self.comparison.earlier.functions[left.earlier];
            if function.decision.is_some() && !remembers(changes, function) {
                problems.extend(self.comparison.not_carried(left));
                changes.left_behind.push(LeftBehind { earlier: changes.earlier.functions.len(), ..left });
                let remembered = EarlierFunction { kind: EarlierRow::GoneBefore, ..function.clone() };
                changes.earlier.functions.push(remembered);
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
    let is_known = |function: &EarlierFunction, now: &Counterpart, decision: &Decision| match now {
        Counterpart::One(at) => {
            changes.and_then(|changes| changes.decisions[*at].as_ref()).is_some_and(|own| own.says_the_same(decision))
        }
        Counterpart::None | Counterpart::Several(_) => changes.is_some_and(|changes| remembers(changes, function)),
    };
    let decided = other.functions.iter().zip(&now).filter_map(|(function, now)| {
        let decision = function.decision.as_ref()?;
        Some(is_known(function, now, decision))
    });
    decided.filter(|is_known| !is_known).count()
}

/// Whether a run has left a function behind that is called as another one, and on which the same was decided.
fn remembers(changes: &Changes, function: &EarlierFunction) -> bool {
    let is_same = |one: &str, other: &str| fold(one) == fold(other);
    changes.left_behind.iter().map(|left| &changes.earlier.functions[left.earlier]).any(|known| {
        let decisions = known.decision.as_ref().zip(function.decision.as_ref());
        is_same(&known.id, &function.id)
            && is_same(&known.name, &function.name)
            && decisions.is_some_and(|(known, decision)| known.says_the_same(decision))
    })
}
