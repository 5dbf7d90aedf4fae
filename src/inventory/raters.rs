//! Several people who answered the same: what each of them said, whether they agree, and what counts where they do not.
//!
//! A rater is a file of answers, whatever number of sheets it has answers on: its last word counts. What a copy of the
//! inventory repeats is no opinion beside one that says something else. Only levels can be disputed; of amounts, counts and
//! dates the last answer counts.

use super::answers::wholes;
use super::known::{Answers, Inventory, Source};
use super::opinions::{Opinion, Opinions, Outcome, Preferred, day, last, median};
use crate::codes::Code;
use crate::problem::{Problem, Problems};
use crate::rulebook::{AttributeId, Points, Rulebook, Steps};
use crate::table::Cell;

impl Inventory<'_> {
    /// What raters say of the level of an attribute on a function; none where nobody says any.
    pub fn opinions(&self, id: AttributeId, function: usize) -> Option<Opinions> {
        let mut all: Vec<Opinion> = Vec::new();
        for (file, answers) in self.answers.iter().enumerate() {
            let Some(position) = answers.position(function) else { continue };
            let reading = answers.inventory.reading(id, position);
            if reading.is_none() && !answers.inventory.is_unknown(id, position) {
                continue;
            }
            all.retain(|other| self.answers[other.file].rater != answers.rater);
            all.extend(reading.map(|reading| answers.opinion(file, position, id, reading)));
        }
        let differ = |all: &[Opinion]| all.iter().any(|opinion| opinion.level != all[0].level);
        if differ(&all) {
            self.leave_out(&mut all, id, function);
        }
        let outcome = match self.preferred {
            _ if all.is_empty() => return None,
            _ if !differ(&all) => Outcome::Agreed,
            None => {
                let levels = all.iter().map(|opinion| opinion.level);
                let (lowest, highest) =
                    levels.fold((Points::HIGH, Points::LOW), |(low, high), level| (low.min(level), high.max(level)));
                Outcome::Disputed(lowest, highest)
            }
            Some(Preferred::Last) => Outcome::Last(last(&all)),
            Some(Preferred::Median) => Outcome::Median(median(&all)),
        };
        Some(Opinions { all, outcome })
    }

    /// Of opinions that differ, leaves out what copies only repeat or an earlier run had beside what is new, and all others where somebody has seen that they differ and
    /// settled it.
    fn leave_out(&self, all: &mut Vec<Opinion>, id: AttributeId, function: usize) {
        let own = self.known_level(id, function).map(|(level, _)| level);
        all.retain(|opinion| !self.answers[opinion.file].is_copy || Some(opinion.level) != own);
        if all.iter().any(|opinion| !opinion.is_carried) {
            all.retain(|opinion| !opinion.is_carried);
        }
        let has_settled = |opinion: &Opinion| {
            let of_rater = |answers: &&Answers| answers.rater == self.answers[opinion.file].rater;
            self.answers.iter().filter(of_rater).any(|answers| answers.saw_dispute(id, function))
        };
        if all.iter().any(has_settled) {
            all.retain(has_settled);
        }
    }

    /// Says of each attribute of each function on which raters differ who says what, and what counts.
    pub fn report_raters(&self, rulebook: &Rulebook, problems: &mut Problems) {
        if self.answers.windows(2).all(|pair| pair[0].rater == pair[1].rater) {
            return;
        }
        let levels: Vec<AttributeId> = wholes(rulebook);
        for function in 0..self.functions.len() {
            for &id in levels.iter().filter(|id| self.has_column(**id)) {
                let Some(opinions) = self.opinions(id, function) else { continue };
                problems.extend(self.differ(rulebook, id, function, &opinions));
            }
        }
    }

    /// On how many functions raters differ, whatever counts there.
    pub fn differed(&self, rulebook: &Rulebook) -> usize {
        let levels: Vec<AttributeId> = wholes(rulebook);
        let differ = |id, function| self.opinions(id, function).is_some_and(|said| said.outcome != Outcome::Agreed);
        (0..self.functions.len()).filter(|function| levels.iter().any(|id| differ(*id, *function))).count()
    }

    fn differ(&self, rulebook: &Rulebook, id: AttributeId, function: usize, opinions: &Opinions) -> Option<Problem> {
        let row0 = self.functions[function].row0;
        let place = self.table.place_of(row0, self.column0(id).unwrap_or(self.name_column0));
        let each: Vec<String> = opinions.all.iter().map(ToString::to_string).collect();
        let said = |counts: &str| {
            let name = &rulebook.attribute(id).name;
            format!("{name} of `{}` is {}; {counts}", self.name(function), each.join(", "))
        };
        let problem = match opinions.outcome {
            Outcome::Agreed => return None,
            Outcome::Disputed(..) => {
                let message = said("it counts as not known between the lowest and the highest");
                let problem = Problem::warning(Code::RatersDisagree, place, message);
                let help = "settle it: type a level into the assessed workbook and give that with `--answers`, too, or say \
                            `--answers-prefer last` or `--answers-prefer median`";
                return Some(problem.help(help));
            }
            Outcome::Last(at) => said(&format!("the last counts, {}", opinions.all[at])),
            Outcome::Median(level) => said(&format!("the median counts, {}", level.value())),
        };
        Some(Problem::note(Code::RatersDisagree, place, problem))
    }
}

impl Answers<'_> {
    fn opinion(&self, file: usize, position: usize, id: AttributeId, (level, steps): (Points, Steps)) -> Opinion {
        let Answers { inventory, by, on, .. } = self;
        let (table, row0) = (inventory.table, inventory.functions[position].row0);
        let column0 = match inventory.source(id, position) {
            Source::Cell(column0) | Source::Sum(column0) => column0,
            Source::Answer { .. } | Source::Raters | Source::Assumed(_) | Source::Missing => inventory.name_column0,
        };
        let cell = |column0: &Option<u16>| column0.map_or(Cell::Empty, |column0| table.value(row0, column0));
        let shown = |column0: &Option<u16>| table.shown(cell(column0)).trim().to_owned();
        Opinion {
            level,
            by: shown(by),
            on: shown(on),
            place: table.place_of(row0, column0),
            file,
            at: (row0, column0),
            steps,
            is_carried: inventory.is_carried(id, position),
            day: day(table, cell(on)),
        }
    }

    /// Whether its file had shown that raters disagree on an attribute of a function.
    fn saw_dispute(&self, id: AttributeId, function: usize) -> bool {
        self.position(function)
            .is_some_and(|position| self.inventory.attributes[id.index()].disputed.get(position) == Some(&true))
    }
}
