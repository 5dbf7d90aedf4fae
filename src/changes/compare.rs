//! Compares a run with an earlier one, function by function, and carries over what was decided.

use super::beside::Beside;
use super::change::{ChangeKind, Changes};
use super::comparison::{Comparison, counterparts, left_behind};
use crate::assessment::Assessed;
use crate::inventory::Inventory;
use crate::own_files::{Decision, Earlier};
use crate::problem::Problems;
use crate::rulebook::Rulebook;
use crate::table::SourceFile;

/// Compares a run with an earlier one, and carries over what was decided there, and in another set beside it if there is one.
pub fn compare(
    rulebook: &Rulebook,
    (file, inventory): (&SourceFile, &Inventory),
    assessed: &Assessed,
    (mut earlier, mut beside): (Earlier, Option<Earlier>),
    problems: &mut Problems,
) -> Changes {
    let matches = counterparts(rulebook, (file, inventory), &mut earlier);
    let in_other = beside.as_mut().map(|other| counterparts(rulebook, (file, inventory), other));
    let rules_changed = earlier.rules.as_ref().map(|rules| rules.sha256 != rulebook.sha256());
    let comparison = Comparison { rulebook, inventory, assessed, earlier: &earlier };
    let beside = beside.as_ref().zip(in_other).map(|(other, matches)| Beside {
        comparison: Comparison { rulebook, inventory, assessed, earlier: other },
        matches,
        given: earlier.file.clone(),
        is_newer: other.compared_with.as_ref() == Some(&earlier.sha256),
    });
    comparison.report_missing_verdicts(problems);
    problems.extend(comparison.told_by_no_id(&matches.other_ids));
    let unread = beside.iter().flat_map(|beside| &beside.comparison.earlier.unread);
    problems.extend(earlier.unread.iter().chain(unread).cloned());
    let (mut changes, mut decisions, mut taken) = (Vec::new(), Vec::with_capacity(matches.earlier.len()), 0);
    for (function, counterpart) in matches.earlier.iter().enumerate() {
        let (mut change, own) = comparison.of(function, counterpart, problems);
        let is_undecided = own.is_none();
        let decision =
            beside.as_ref().map_or_else(|| own.clone(), |beside| beside.joined(function, own.clone(), problems));
        taken += usize::from(is_undecided && decision.is_some());
        if decision.as_ref().is_some_and(Decision::is_to_check) {
            change.kinds.push(ChangeKind::Decision);
            change.kinds.sort_unstable();
        }
        changes.extend(Some(change).filter(|change| !change.kinds.is_empty()));
        decisions.push(decision);
    }
    problems.extend(beside.as_ref().and_then(|beside| beside.taken(taken)));
    let left_behind = left_behind(&earlier, &matches.now);
    for left in &left_behind {
        problems.extend(comparison.not_carried(*left));
    }
    let mut changes =
        Changes { functions: changes, left_behind, decisions, rules_changed, earlier, premises: None, is_told: true };
    if let Some(beside) = &beside {
        beside.left_behind(&mut changes, problems);
    }
    changes
}
