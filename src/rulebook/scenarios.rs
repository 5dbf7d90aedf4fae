//! Scenarios: other weights, thresholds and assumptions under which the same functions are judged once more.

use toml::Spanned;

use super::rules::{Rulebook, Scenario};
use super::thresholds::{Threshold, Thresholds};
use super::toml_tables::{Loader, Section, Table};
use crate::codes::Code;
use crate::problem::Problem;

/// The list of scenarios, in a rulebook and in a file of its own.
pub const SCENARIO: &str = "scenario";

/// More scenarios than this could not be read side by side.
pub(super) const MOST: usize = 8;

/// The scenarios of a file called `name`, which may be a rulebook, a job file or one of its own; whatever else it holds is
/// read elsewhere.
///
/// # Errors
/// All that is wrong with them.
pub fn load_scenarios(rulebook: &Rulebook, name: &str, text: &str) -> Result<Vec<Scenario>, Vec<Problem>> {
    let (mut loader, root) = Loader::parse(name, text)?;
    let criteria: Vec<String> = rulebook.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let scenarios = loader.scenarios(&root, &criteria);
    if scenarios.is_empty() && loader.problems.is_empty() {
        let help = "add `[[scenario]]` with a `name`, and with `weights`, `verdict` or `assume`";
        loader.report(0..0, Code::MissingKey, "the file has no [[scenario]]".to_owned(), Some(help.to_owned()));
    }
    if loader.problems.is_empty() { Ok(scenarios) } else { Err(loader.problems) }
}

/// The most characters of a scenario's name, which stands above a column.
pub(super) const LONGEST_NAME: usize = 60;

fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control)
}

impl<'t> Loader<'t> {
    pub(super) fn scenarios(&mut self, root: &Table<'t>, criteria: &[String]) -> Vec<Scenario> {
        let mut scenarios: Vec<Scenario> = Vec::new();
        for table in self.tables(root, SCENARIO) {
            self.known_keys(&table, "in this scenario", &["name", "weights", "verdict", "assume"]);
            let name = self.required_text(&table, "name", "this scenario").unwrap_or_default();
            let span = table.get("name").map_or(table.span.clone(), Spanned::span);
            if scenarios.iter().any(|scenario| scenario.name == name) {
                self.report(span, Code::DuplicateId, format!("scenario `{name}` is given twice"), None);
            } else if table.contains_key("name") && !is_name(&name) {
                let message = format!("expected a name of one line and at most {LONGEST_NAME} characters");
                self.report(span, Code::WrongValue, message, None);
            }
            let known = self.problems.len();
            let scenario = self.scenario(&table, name, criteria);
            let is_read = self.problems.len() == known;
            if is_read
                && scenario.weights.is_empty()
                && scenario.thresholds.is_empty()
                && scenario.assumptions.is_empty()
            {
                let help = "give it other `weights`, another `verdict`, or what to `assume`";
                let message = format!("scenario `{}` differs in nothing", scenario.name);
                self.report(table.span.clone(), Code::MissingKey, message, Some(help.to_owned()));
            }
            scenarios.push(scenario);
        }
        if scenarios.len() > MOST {
            let message = format!("{} scenarios, at most {MOST} can be shown side by side", scenarios.len());
            self.report(0..0, Code::WrongValue, message, None);
        }
        scenarios
    }

    fn scenario(&mut self, table: &Section<'_, 't>, name: String, criteria: &[String]) -> Scenario {
        let mut weights = Vec::new();
        if let Some(section) = self.table(table, "weights") {
            for (id, value) in section.iter() {
                let Some(position) = self.position("criterion", criteria, id.get_ref(), id.span()) else { continue };
                weights.push((position, self.weight(value)));
            }
        }
        weights.sort_by_key(|(position, _)| *position);
        let thresholds = self.stated_thresholds(table);
        let assumptions = self.text_or_texts(table, "assume").into_iter();
        let assumptions = assumptions.map(|(text, span)| (text, self.place_of(span))).collect();
        let place = self.place_of(table.span.clone());
        Scenario { name, weights, thresholds, place, assumptions }
    }
}

/// Thresholds with what is stated of them.
pub(super) fn with(stated: Vec<(Threshold, i64)>) -> Thresholds {
    let mut thresholds = Thresholds::default();
    for (threshold, value) in stated {
        thresholds[threshold] = value;
    }
    thresholds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Spot;
    use crate::rulebook::{load, load_default};

    #[test]
    fn scenarios_stand_in_a_rulebook_or_in_a_file_of_their_own() {
        let text = "[[scenario]]\nname = \"Cost first\"\nweights = { cost = 3, control = 0.5 }\n\
                    [[scenario]]\nname = \"Hands off\"\nassume = [\"control=low\"]\nverdict.borderline = 5\n";
        let own = load_scenarios(&load_default(), "s.toml", text).expect("scenarios");
        let rulebook = load("r.toml", &format!("weights.cost = 2\n{text}")).expect("a rulebook");
        assert_eq!(rulebook.scenarios.len(), 2);
        for (one, other) in own.iter().zip(&rulebook.scenarios) {
            assert_eq!((&one.name, &one.weights, &one.thresholds), (&other.name, &other.weights, &other.thresholds));
        }
        let rules = own[0].rules(&rulebook);
        let weights: Vec<i64> = rules.directional().map(|(_, criterion, _)| criterion.weight.0).collect();
        assert_eq!(weights, [1000, 3000, 1000, 500]);
        assert_eq!(own[1].rules(&rulebook).thresholds[Threshold::Borderline], 5);
        assert_eq!(own[1].assumptions[0].0, "control=low");
        assert_eq!(load("r.toml", rulebook.text()).expect("its text is one too").scenarios.len(), 2);
    }

    #[test]
    fn mistakes_in_scenarios_have_their_places() {
        for (text, expected) in [
            ("[[scenario]]\nname = \"A\"\nweights.contrl = 1", "3:9 there is no criterion `contrl`"),
            ("[[scenario]]\nname = \"A\"\nweights.control = -1", "3:19 weight -1 is below 0"),
            (
                "[[scenario]]\nname = \"A\"\nverdict.borderline = 300",
                "3:22 expected `borderline` as a whole number from 0 to 100, found `300`",
            ),
            ("[[scenario]]\nname = \"A\"", "1:1 scenario `A` differs in nothing"),
            ("[[scenario]]\nweights.control = 1", "1:1 this scenario has no `name`"),
            ("[[scenario]]\nname = \"A\"\nasume = [\"control=low\"]", "3:1 unknown key `asume` in this scenario"),
            (
                "[[scenario]]\nname = \"A\"\nweights.control = 1\n[[scenario]]\nname = \"A\"\nweights.cost = 1",
                "5:8 scenario `A` is given twice",
            ),
            ("x = 1", "1:1 the file has no [[scenario]]"),
            (
                &format!("[[scenario]]\nname = \"{}\"\nweights.cost = 1", "A".repeat(61)),
                "2:8 expected a name of one line and at most 60 characters",
            ),
            (
                "[[scenario]]\nname = \"A\\nB\"\nweights.cost = 1",
                "2:8 expected a name of one line and at most 60 characters",
            ),
            (
                "[[scenario]]\nname = \" \"\nweights.cost = 1",
                "2:8 expected a name of one line and at most 60 characters",
            ),
        ] {
            let problems = load_scenarios(&load_default(), "s.toml", text).expect_err("a mistake");
            let Spot::Text { line, column } = problems[0].place.spot else { panic!("{problems:?}") };
            assert_eq!(format!("{line}:{column} {}", problems[0].message), expected);
        }
    }
}
