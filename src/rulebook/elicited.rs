//! Weights that people gave by swing weighting, by points or by ranks: as shares of a whole, as a group's, and as a rulebook.
//!
//! Points are normalised to 1 (W. Edwards, "How to use multiattribute utility measurement for social decisionmaking", IEEE
//! Transactions on Systems, Man, and Cybernetics 7, 1977: SMART). Points for swings, from the worst to the best of each
//! criterion, say what those for importance leave out (D. von Winterfeldt and W. Edwards, "Decision Analysis and Behavioral
//! Research", 1986), so that they count where both are given. Ranks alone come to the weights at the centroid of all that agree
//! with them (W. Edwards and F. H. Barron, "SMARTS and SMARTER", Organizational Behavior and Human Decision Processes 60, 1994).
//! The weights of several people are a range (J. Mustajoki, R. P. Hämäläinen and A. Salo, "Decision support by interval
//! SMART/SWING", Decision Sciences 36, 2005).

use std::fmt::Write;

use super::file::difference;
use super::print::{name, quoted};
use super::revised::set_in_table;
use super::rules::Rulebook;
use super::scenarios::{LONGEST_NAME, MOST};

/// How somebody gave weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By points for swings.
    Swing,
    /// By points for importance.
    Direct,
    /// By ranks alone.
    Ranks,
}

/// What one person gave.
#[derive(Clone, Debug)]
pub struct PersonalWeights {
    /// Who it was.
    pub person: String,
    /// The file.
    pub file: String,
    /// How.
    pub method: Method,
    /// The share of each criterion with a direction, in their order; together 1.
    pub shares: Vec<f64>,
    /// Why, likewise; empty where nothing was said.
    pub reasons: Vec<String>,
}

/// What a group gave.
#[derive(Clone, Debug)]
pub struct GroupWeights {
    /// The positions of the criteria with a direction in the rulebook.
    pub criteria: Vec<usize>,
    /// Each person.
    pub people: Vec<PersonalWeights>,
}

/// Points as shares of a whole; none where all are 0.
pub fn shares_of_points(points: &[f64]) -> Option<Vec<f64>> {
    let sum: f64 = points.iter().sum();
    (sum > 0.0).then(|| points.iter().map(|points| points / sum).collect())
}

/// The shares at the centroid of all weights that agree with ranks, of which 1 is the first; equal ranks share what is theirs.
pub fn shares_of_ranks(ranks: &[usize]) -> Vec<f64> {
    let count = ranks.len();
    let centroid = |place: usize| (place..=count).map(|k| 1.0 / k as f64).sum::<f64>() / count as f64;
    let share = |rank: &usize| {
        let before = ranks.iter().filter(|other| *other < rank).count();
        let equal = ranks.iter().filter(|other| *other == rank).count();
        (before + 1..=before + equal).map(centroid).sum::<f64>() / equal as f64
    };
    ranks.iter().map(share).collect()
}

impl GroupWeights {
    /// The mean, the least and the greatest share of a criterion, by its position among those with a direction.
    pub fn figures(&self, at: usize) -> [f64; 3] {
        let shares = || self.people.iter().map(|given| given.shares[at]);
        let mean = shares().sum::<f64>() / self.people.len().max(1) as f64;
        [mean, shares().fold(f64::INFINITY, f64::min), shares().fold(0.0, f64::max)]
    }

    /// Shares as weights in thousandths, whose mean is 1.
    fn thousandths(&self, share: f64) -> i64 {
        (share * 1000.0 * self.criteria.len() as f64).round() as i64
    }

    fn weight(&self, share: f64) -> String {
        let thousandths = self.thousandths(share);
        let (whole, fraction) = (thousandths / 1000, format!("{:03}", thousandths % 1000));
        format!("{whole}.{fraction}").trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// The group's rulebook: what another one says besides weights, the mean of the weights, their range, and where people differ
    /// each one's as a scenario.
    pub fn rulebook(&self, rulebook: &Rulebook) -> String {
        let mut text = difference(rulebook);
        let id = |at: usize| rulebook.criteria[self.criteria[at]].id.as_str();
        // What is new in a table stands first in it.
        for at in (0..self.criteria.len()).rev() {
            let [mean, least, greatest] = self.figures(at);
            set_in_table(&mut text, super::merge::WEIGHTS, id(at), &self.weight(mean));
            let range = format!("[{}, {}]", self.weight(least), self.weight(greatest));
            set_in_table(&mut text, super::weight_ranges::WEIGHT_RANGES, id(at), &range);
        }
        let mut head = String::new();
        for given in &self.people {
            let _ =
                writeln!(head, "# {}, by {} ({})", one_line(&given.person), given.method.name(), one_line(&given.file));
            for (at, reason) in given.reasons.iter().enumerate().filter(|(_, reason)| !reason.is_empty()) {
                let _ = writeln!(head, "#   {}: {}", id(at), one_line(reason));
            }
        }
        let mut scenarios = String::new();
        for given in self.as_scenarios(rulebook.scenarios.len()) {
            let _ = writeln!(scenarios, "\n[[scenario]]\nname = {}", quoted(&given.person));
            let weights = given.shares.iter().enumerate();
            let weights: Vec<String> =
                weights.map(|(at, share)| format!("{} = {}", name(id(at)), self.weight(*share))).collect();
            let _ = writeln!(scenarios, "weights = {{ {} }}", weights.join(", "));
        }
        format!("{head}\n{}\n{scenarios}", text.trim())
    }

    /// The people whose weights become a scenario: those that differ from the mean, where there is room for all of them.
    pub fn as_scenarios(&self, taken: usize) -> Vec<&PersonalWeights> {
        let differs = |given: &&PersonalWeights| {
            let own = given.shares.iter().enumerate();
            own.into_iter().any(|(at, share)| self.thousandths(*share) != self.thousandths(self.figures(at)[0]))
        };
        let all: Vec<&PersonalWeights> = self.people.iter().filter(differs).collect();
        if all.len() + taken > MOST { Vec::new() } else { all }
    }
}

impl Method {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Method::Swing => "swing points",
            Method::Direct => "direct points",
            Method::Ranks => "ranks",
        }
    }
}

/// A name that a scenario can have.
pub fn scenario_name(person: &str) -> String {
    one_line(person).chars().take(LONGEST_NAME).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::{load, load_default};

    #[test]
    fn ranks_come_to_the_weights_at_their_centroid() {
        let close = |found: &[f64], expected: &[f64]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
        };
        // The published weights for three and four criteria.
        close(&shares_of_ranks(&[1, 2, 3]), &[11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0]);
        close(&shares_of_ranks(&[2, 1, 4, 3]), &[13.0 / 48.0, 25.0 / 48.0, 3.0 / 48.0, 7.0 / 48.0]);
        close(&shares_of_ranks(&[1, 1]), &[0.5, 0.5]);
        close(&shares_of_points(&[100.0, 50.0, 50.0]).expect("points"), &[0.5, 0.25, 0.25]);
        assert_eq!(shares_of_points(&[0.0, 0.0]), None);
    }

    #[test]
    fn a_group_comes_to_a_rulebook() {
        let rulebook = load_default();
        let criteria: Vec<usize> = rulebook.weighable().map(|(row, ..)| row).collect();
        let given = |person: &str, shares: [f64; 4]| PersonalWeights {
            person: person.to_owned(),
            file: format!("{person}.xlsx"),
            method: Method::Swing,
            shares: shares.to_vec(),
            reasons: vec!["why\nnot".to_owned(), String::new(), String::new(), String::new()],
        };
        let group = GroupWeights {
            criteria,
            people: vec![given("Ana", [0.4, 0.2, 0.2, 0.2]), given("Ben", [0.1, 0.3, 0.3, 0.3])],
        };
        let text = group.rulebook(&rulebook);
        let own = load("w.toml", &text).expect("a rulebook");
        let weights: Vec<i64> = own.weighable().map(|(_, criterion, _)| criterion.weight.0).collect();
        assert_eq!(weights, [1000, 1000, 1000, 1000]);
        let ranges: Vec<(i64, i64)> = own.weight_ranges.iter().map(|range| (range.least.0, range.greatest.0)).collect();
        assert_eq!(ranges, [(400, 1600), (800, 1200), (800, 1200), (800, 1200)]);
        assert_eq!(own.scenarios.iter().map(|scenario| scenario.name.as_str()).collect::<Vec<_>>(), ["Ana", "Ben"]);
        assert!(text.starts_with("# Ana, by swing points (Ana.xlsx)\n#   strategic_value: why not\n"), "{text}");
        // One person has no range, and nothing to compare with.
        let alone = GroupWeights { people: vec![given("Ana", [0.4, 0.2, 0.2, 0.2])], ..group };
        let own = load("w.toml", &alone.rulebook(&rulebook)).expect("a rulebook");
        assert!(own.scenarios.is_empty() && own.weight_ranges.iter().all(|range| range.least == range.greatest));
    }
}
