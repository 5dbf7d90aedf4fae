//! What an assessed workbook showed of its functions when somebody decided in it: its own levels judged by its own weights and
//! scenario, whether or not a program has calculated them.

use super::about::About;
use super::earlier::{Earlier, Said, Shown};
use crate::assessment;
use crate::inventory::{Inventory, parse_assumption};
use crate::problem::Problems;
use crate::rulebook::{Rulebook, Scenario};
use crate::table::Table;

impl Earlier {
    /// Notes what a workbook showed: by the sheet with its functions, the inventory in it, and the rules that it carries.
    #[must_use]
    pub fn with_shown(
        mut self,
        rulebook: &Rulebook,
        (table, inventory): (&Table, &Inventory),
        about: &About,
        carried: Option<Rulebook>,
    ) -> Earlier {
        let is_of_this_run = self.rules.as_ref().is_some_and(|rules| rules.sha256 == rulebook.sha256());
        let Some(carried) = carried.or_else(|| is_of_this_run.then(|| rulebook.clone())) else { return self };
        let is_chosen = |scenario: &&Scenario| about.scenario.as_ref() == Some(&scenario.name);
        // A job file may hold the scenarios.
        let scenario = carried.scenarios.iter().chain(&rulebook.scenarios).find(is_chosen);
        let rules = scenario.map_or_else(|| carried.clone(), |scenario| scenario.rules(&carried));
        let Some((mut levels, disputed)) = inventory.shown_levels(&rules, table) else { return self };
        let assumed = scenario.into_iter().flat_map(|scenario| &scenario.assumptions);
        let assumed: Vec<_> = assumed.filter_map(|(text, _)| parse_assumption(&rules, text).ok()).collect();
        let judged =
            levels.assuming(&rules, &assumed, &mut Problems::default(), |levels| assessment::assess(&rules, levels));
        let own = |id: &str| rules.directional().find(|(_, criterion, _)| criterion.id == id).map(|(own, ..)| own);
        let criteria: Vec<Option<usize>> = rulebook.directional().map(|(_, criterion, _)| own(&criterion.id)).collect();
        let is_as_run = scenario.is_none() && self.rules.as_ref().is_some_and(|rules| rules.sha256 == carried.sha256());
        for (at, assessment) in judged.all().enumerate() {
            // Between which levels people differed does not show in a cell alone, and the run has told it.
            if !(disputed[at] && is_as_run) {
                let said = |own: &Option<usize>| own.map_or(Said::NotTold, |own| Said::of(judged.evidence(at)[own]));
                let evidence = criteria.iter().map(said).collect();
                self.functions[at].shown = Some(Shown { verdict: assessment.verdict, evidence });
            }
        }
        self
    }
}
