//! How sure the verdicts are: how many hold, how many hang on little, and which weight most of them hang on.

use super::judged::Judged;
use super::places::by_verdict;
use crate::assessment::weights::{MOST_RAISED, Swing};
use crate::assessment::{Assessment, Margin, Standing, Strength, Verdict};
use crate::report::lists::{Certainty, Headline};
use crate::report::words::messages::Messages;

impl Judged<'_> {
    /// Which weight most verdicts hang on, and how many hold.
    pub(crate) fn sureness_heading(&self) -> Headline {
        let (say, assessed) = (self.say(), self.assessed);
        let firm = assessed.firm(self.rulebook);
        let one_reading = assessed.all().filter(|assessment| hangs_on_one(assessment)).count();
        Headline {
            topic: say.sureness_heading().to_owned(),
            finding: self.hangs(),
            lead: say.sureness_lead(firm, assessed.functions(), one_reading),
        }
    }

    /// How many verdicts hold over all weights of a group; none where nobody was asked, and where no verdict has a direction.
    pub(crate) fn over_group(&self) -> Option<String> {
        let holds = || self.assessed.all().filter_map(|assessment| assessment.holds_over_group);
        let all = holds().count();
        (all > 0).then(|| self.say().standing_group(holds().filter(|holds| *holds).count(), all))
    }

    /// Which weight most verdicts hang on; empty where no criterion has a weight.
    fn hangs(&self) -> String {
        let (say, swings) = (self.say(), &self.portfolio.swings);
        let of_one = |swing: &Swing| swing.lowered.max(swing.raised);
        let Some((criterion, most)) = swings.iter().rev().max_by_key(|(_, swing)| of_one(swing)) else {
            return String::new();
        };
        match of_one(most) {
            0 => say.hangs_none(MOST_RAISED as usize),
            count => {
                let name = say.inside(&self.rulebook.criteria[*criterion].name);
                say.hangs_most(&name, count, self.inventory.functions.len(), MOST_RAISED as usize)
            }
        }
    }

    /// How many verdicts hold, and how many hang on little.
    pub(crate) fn certainties(&self) -> Vec<Certainty> {
        let (say, assessed) = (self.say(), self.assessed);
        let count = |name: &str, meaning: &str, is_counted: &dyn Fn(usize, &Assessment) -> bool| {
            let counted = assessed.all().enumerate().filter(|(function, assessment)| is_counted(*function, assessment));
            let functions = by_verdict(counted.map(|(_, assessment)| assessment.verdict));
            Certainty { name: name.to_owned(), meaning: meaning.to_owned(), functions }
        };
        let is_provisional = |assessment: &Assessment| assessment.standing == Standing::Provisional;
        let mut certainties = vec![
            count(say.term_firm(), say.certainty_firm(), &|function, _| assessed.is_firm(self.rulebook, function)),
            count(say.term_provisional(), say.term_provisional_meaning(), &|_, assessment| is_provisional(assessment)),
            count(say.certainty_thin_name(), say.certainty_thin(), &|_, assessment| {
                assessment.strength == Some(Strength::Thin)
            }),
            count(say.certainty_one_reading_name(), say.certainty_one_reading(), &|_, assessment| {
                hangs_on_one(assessment)
            }),
            count(say.term_hold(), say.certainty_hold(), &|function, assessment| {
                assessment.verdict != Verdict::InsufficientEvidence && assessed.hold(function).is_some()
            }),
            count(say.term_open(), say.term_open_meaning(), &|_, assessment| assessment.standing == Standing::Open),
        ];
        certainties.retain(|certainty| certainty.functions.iter().sum::<usize>() > 0);
        certainties
    }

    /// What there is nothing to list of, in sentences.
    pub(crate) fn nothing(&self) -> String {
        let say = self.say();
        let portfolio = self.portfolio;
        let [bpo, outsourcing, ..] = &portfolio.verdicts;
        let has_name = |groups: &[crate::portfolio::Group]| groups.iter().any(|group| !group.name.is_empty());
        let sentences: [(bool, Word); 6] = [
            (!has_name(&portfolio.departments), Messages::departments_none),
            (!has_name(&portfolio.locations), Messages::locations_unknown),
            (bpo.functions == 0, Messages::bpo_none),
            (outsourcing.functions == 0, Messages::outsourcing_none),
            (portfolio.review.is_empty(), Messages::review_none),
            (bpo.with_fte + outsourcing.with_fte == 0, Messages::locations_no_people),
        ];
        let said = sentences.into_iter().filter(|(is_empty, _)| *is_empty).map(|(_, sentence)| sentence(say));
        said.collect::<Vec<_>>().join(" ")
    }
}

/// A sentence, by the messages.
type Word = fn(&Messages) -> &str;

fn hangs_on_one(assessment: &Assessment) -> bool {
    assessment.margin == Some(Margin::Steps(1))
}
