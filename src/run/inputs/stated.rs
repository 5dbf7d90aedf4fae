//! The rules with what the options say beside them: of columns and scales, and of what is taken for granted.

use super::rules::{load_rulebook, load_scenarios};
use crate::codes::Code;
use crate::inventory::{self, Assumption};
use crate::problem::{Place, Problem};
use crate::rulebook::{self, Rulebook, Scenario, StatedColumn};
use crate::run::ending::{Exit, Failure};
use crate::run::options::ReadingOptions;
use crate::scenarios::Planned;

/// The rules to read and judge by.
pub(in crate::run) struct Rules {
    pub(in crate::run) rulebook: Rulebook,
    /// What is taken for granted wherever the inventory says nothing.
    pub(in crate::run) assumptions: Vec<Assumption>,
    /// By what else the functions are judged.
    pub(in crate::run) scenarios: Vec<Planned>,
}

impl Rules {
    pub(in crate::run) fn of(reading: &ReadingOptions) -> Result<Rules, Failure> {
        let mut rulebook = load_rulebook(reading.language, reading.rulebook.as_deref())?;
        state(&mut rulebook, reading)?;
        let assumptions = assumptions(&rulebook, &reading.assume)?;
        if let Some(path) = &reading.scenarios {
            rulebook.scenarios = load_scenarios(&rulebook, path)?;
        }
        let scenarios =
            rulebook.scenarios.clone().into_iter().map(|scenario| planned(&rulebook, &assumptions, scenario));
        let scenarios = scenarios.collect::<Result<Vec<_>, _>>()?;
        Ok(Rules { rulebook, assumptions, scenarios })
    }
}

/// A scenario, with what it assumes put before what the run assumes.
fn planned(rulebook: &Rulebook, of_the_run: &[Assumption], scenario: Scenario) -> Result<Planned, Failure> {
    let mut problems = Vec::new();
    if !scenario.rules(rulebook).directional().any(|(_, criterion, _)| criterion.weight.0 > 0) {
        let message = format!("no criterion decides anything in scenario `{}`", scenario.name);
        problems.push(Problem::error(Code::NoWeight, scenario.place.clone(), message));
    }
    let mut assumptions: Vec<Assumption> = Vec::new();
    for (text, place) in &scenario.assumptions {
        match inventory::parse_assumption(rulebook, text) {
            Ok(new) if is_said(&assumptions, &new) => {
                problems.push(Problem::error(Code::AssumedTwice, place.clone(), "the same attribute is assumed twice"));
            }
            Ok(new) => assumptions.push(new),
            Err(message) => problems.push(Problem::error(Code::Assumption, place.clone(), message)),
        }
    }
    let own = assumptions.len();
    if own == 0 && scenario.is_none(rulebook) && problems.is_empty() {
        let message = format!("scenario `{}` differs in nothing from the run", scenario.name);
        let problem = Problem::error(Code::WrongValue, scenario.place.clone(), message);
        problems.push(problem.help("give it other `weights`, another `verdict`, or what to `assume`"));
    }
    let others: Vec<Assumption> = of_the_run.iter().filter(|known| !is_said(&assumptions, known)).cloned().collect();
    assumptions.extend(others);
    if problems.is_empty() {
        Ok(Planned { scenario, assumptions, own })
    } else {
        Err(Failure { exit: Exit::Rulebook, problems })
    }
}

/// Puts what the options say of columns before what the rulebook says of them.
fn state(rulebook: &mut Rulebook, reading: &ReadingOptions) -> Result<(), Failure> {
    let mut problems = Vec::new();
    let columns = parsed("--map", &reading.map, |given| rulebook::parse_column(rulebook, given), &mut problems);
    let scales = parsed("--scale", &reading.scale, rulebook::parse_column_scale, &mut problems);
    let units = parsed("--unit", &reading.unit, rulebook::parse_column_unit, &mut problems);
    let selections = parsed("--where", &reading.r#where, rulebook::parse_selection, &mut problems);
    problems.extend(stated_twice(rulebook, &columns));
    let own = &mut rulebook.reading;
    own.columns.splice(0..0, columns);
    own.scales.splice(0..0, scales);
    own.units_of.splice(0..0, units);
    own.selections.extend(selections);
    own.decimal_mark = reading.decimal_mark.or(own.decimal_mark);
    if problems.is_empty() { Ok(()) } else { Err(Failure { exit: Exit::Usage, problems }) }
}

/// What an option says each time that it is given.
fn parsed<T>(
    option: &str,
    given: &[String],
    parse: impl Fn(&str) -> Result<T, String>,
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut all = Vec::new();
    for given in given {
        match parse(given) {
            Ok(stated) => all.push(stated),
            Err(message) => {
                problems.push(Problem::error(Code::Option, Place::file(format!("{option} {given}")), message));
            }
        }
    }
    all
}

/// Options that say two things of one column, or one thing of two.
fn stated_twice(rulebook: &Rulebook, columns: &[StatedColumn]) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Parts are added, and numbers may each have their unit beside them.
    let roles = &rulebook.roles;
    let can_repeat = |id| rulebook.is_added(id) || [roles.unit, roles.currency].contains(&Some(id));
    for (i, stated) in columns.iter().enumerate() {
        let earlier = &columns[..i];
        let is_same = |other: &&StatedColumn| other.column == stated.column;
        let place = || Place::file(format!("--map {}=…", stated.column.given));
        if earlier.iter().any(|other| is_same(&other)) {
            problems.push(Problem::error(Code::MappedTwice, place(), "the same column is mapped twice"));
        } else if let Some(id) = stated.attribute.filter(|id| !can_repeat(*id))
            && earlier.iter().any(|other| other.attribute == Some(id))
        {
            problems.push(Problem::error(Code::MappedTwice, place(), "another column is mapped to the same attribute"));
        }
    }
    problems
}

/// Whether something is assumed already of what an assumption is about.
fn is_said(known: &[Assumption], new: &Assumption) -> bool {
    known.iter().any(|known| (known.attribute, &known.department) == (new.attribute, &new.department))
}

/// What is taken for granted wherever the inventory says nothing.
fn assumptions(rulebook: &Rulebook, given: &[String]) -> Result<Vec<Assumption>, Failure> {
    let (mut assumptions, mut problems) = (Vec::<Assumption>::new(), Vec::new());
    for text in given {
        let place = || Place::file(format!("--assume {text}"));
        match inventory::parse_assumption(rulebook, text) {
            Ok(new) if is_said(&assumptions, &new) => {
                problems.push(Problem::error(Code::AssumedTwice, place(), "the same attribute is assumed twice"));
            }
            Ok(new) => assumptions.push(new),
            Err(message) => problems.push(Problem::error(Code::Assumption, place(), message)),
        }
    }
    if problems.is_empty() { Ok(assumptions) } else { Err(Failure { exit: Exit::Usage, problems }) }
}
