//! What an assessed workbook showed of its functions when somebody decided in it: its own levels judged by its own weights and
//! scenario, whether or not a program has calculated them.

use super::about::About;
use super::earlier::{Earlier, EarlierFunction, Said, Shown};
use crate::assessment;
use crate::codes::Code;
use crate::inventory::{Inventory, parse_assumption};
use crate::problem::{Problem, Problems};
use crate::rulebook::{Rulebook, Scenario};
use crate::sheets::DECISION;
use crate::table::{Lost, Table};

impl Earlier {
    /// That verdicts of a workbook with formulas are not what its own levels, weights and scenario come to: somebody typed over them.
    pub fn verdicts_typed_over(&self, table: &Table) -> Option<Problem> {
        let is_live = table.appearance.lost.contains_key(&Lost::Formulas);
        let is_other = |function: &&EarlierFunction| {
            function.verdict.zip(function.shown.as_ref()).is_some_and(|(verdict, shown)| verdict != shown.verdict)
        };
        let number = self.functions.iter().filter(is_other).count();
        let what = if number == 1 { "1 verdict that was".to_owned() } else { format!("{number} verdicts that were") };
        let message = format!("has {what} typed over, and no run takes over");
        let problem = Problem::warning(Code::AdditionNotCarried, table.place.clone(), message);
        let help = format!("the workbook is kept; what was decided belongs in the column `{DECISION}`");
        (is_live && !self.is_judged_anew && number > 0).then(|| problem.help(help))
    }

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
