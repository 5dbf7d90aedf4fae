//! What is taken for granted where the file says nothing.

use super::cells::phrases::Phrases;
use super::known::{Assumption, Inventory};
use crate::codes::Code;
use crate::problem::{Problem, Problems};
use crate::rulebook::text::fold;
use crate::rulebook::{Attribute, Kind, Origin, Points, Rulebook};

/// Reads `ATTRIBUTE=VALUE` or `ATTRIBUTE=VALUE@DEPARTMENT`, as given on the command line.
///
/// # Errors
/// A sentence that says what is wrong and what would be right.
pub fn parse_assumption(rulebook: &Rulebook, given: &str) -> Result<Assumption, String> {
    let (name, value) = given.split_once('=').ok_or("expected ATTRIBUTE=VALUE, such as control=low")?;
    let (value, department) = match value.split_once('@') {
        Some((value, department)) if department.trim().is_empty() => {
            return Err(format!("expected a department after `@`, such as {name}={}@Finance", value.trim()));
        }
        Some((value, department)) => (value, Some(department.trim().to_owned())),
        None => (value, None),
    };
    let name = name.trim();
    let deciding = rulebook.deciding_attributes();
    let names = || deciding.iter().map(|id| rulebook.attribute(*id).id.as_str()).collect::<Vec<_>>().join(", ");
    let id = rulebook
        .attribute_named(name)
        .ok_or_else(|| format!("there is no attribute `{name}`; those that decide are {}", names()))?;
    if let Some(whole) = rulebook.whole_of(id) {
        return Err(format!("`{name}` is one of the columns that `{}` is read from; assume `{0}` instead", whole.id));
    }
    let level = assumed_level(rulebook, rulebook.attribute(id), value).ok_or_else(|| {
        format!("`{value}` is no level of `{name}`; expected low, medium, high or a word that the rulebook knows")
    })?;
    Ok(Assumption { attribute: id, level, given: value.trim().to_owned(), department })
}

fn assumed_level(rulebook: &Rulebook, attribute: &Attribute, value: &str) -> Option<Points> {
    match &attribute.origin {
        Origin::FirstOf(parts) => {
            parts.iter().find_map(|part| assumed_level(rulebook, rulebook.attribute(*part), value))
        }
        Origin::Column(rule) => match &rule.kind {
            Kind::Level(scale) => {
                let phrases = Phrases { scale, reading: &rulebook.reading };
                phrases.level(&fold(value)).or(match fold(value).as_str() {
                    "low" => Some(Points::LOW),
                    "medium" => Some(Points::MEDIUM),
                    "high" => Some(Points::HIGH),
                    _ => None,
                })
            }
            _ => None,
        },
    }
}

impl Inventory<'_> {
    /// What comes of something else being taken for granted, for once.
    pub fn assuming<T>(
        &mut self,
        rulebook: &Rulebook,
        assumptions: &[Assumption],
        problems: &mut Problems,
        then: impl FnOnce(&Inventory) -> T,
    ) -> T {
        if self.assumptions == assumptions {
            return then(self);
        }
        let before = std::mem::replace(&mut self.assumptions, assumptions.to_vec());
        self.forget_assumed();
        self.assume(rulebook, problems);
        let outcome = then(self);
        self.assumptions = before;
        self.forget_assumed();
        // What is wrong with them was said when they were first assumed.
        self.assume(rulebook, &mut Problems::default());
        outcome
    }

    fn forget_assumed(&mut self) {
        self.assumed_for.clear();
        self.attributes.iter_mut().for_each(|attribute| attribute.assumed.clear());
    }

    /// Finds the functions that each assumption is for; a department that has none is a problem.
    pub(super) fn assume(&mut self, rulebook: &Rulebook, problems: &mut Problems) {
        for (position, assumption) in self.assumptions.iter().enumerate() {
            let assumed = &mut self.attributes[assumption.attribute.index()].assumed;
            let Some(department) = &assumption.department else {
                assumed.push(position);
                self.assumed_for.push(Vec::new());
                continue;
            };
            assumed.insert(0, position);
            let wanted = fold(department);
            let of = |function: usize| self.role(rulebook.roles.department, function);
            let is_meant: Vec<bool> = (0..self.functions.len()).map(|f| fold(&of(f)) == wanted).collect();
            if !is_meant.contains(&true) {
                let near = (0..self.functions.len())
                    .map(of)
                    .filter(|name| !name.is_empty())
                    .min_by_key(|name| strsim::damerau_levenshtein(&fold(name), &wanted));
                let message =
                    format!("no function belongs to department `{department}`, for which something is assumed");
                let problem = Problem::warning(Code::NoSuchDepartment, self.table.place.clone(), message);
                problems.push(match near {
                    Some(near) => problem.help(format!("did you mean `{near}`?")),
                    None => problem.help("the inventory names no departments: leave out `@` and what follows"),
                });
            }
            self.assumed_for.push(is_meant);
        }
    }
}
