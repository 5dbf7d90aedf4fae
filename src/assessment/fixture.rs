//! Inventories for tests, as text.

use std::path::Path;

use super::assess::{Assessed, assess};
use super::rule::Rule;
use crate::inventory::{self, Inventory};
use crate::problem::Problems;
use crate::rulebook::{Join, Points, Rulebook, Span, Term, Threshold};
use crate::table;

/// The headers of everything that decides by the default rules, and of what the portfolio adds up.
pub(crate) const HEADER: &str = "Function,Department,Location,Strategic value,Integration,Repetitiveness,Volume,Specialisation,Nature,Control wanted,Annual cost,FTE\n";

/// Judges an inventory that is delimited text.
pub(crate) fn with_assessed<T>(
    rulebook: &Rulebook,
    inventory: &str,
    then: impl FnOnce(&Inventory, &Assessed) -> T,
) -> T {
    let mut problems = Problems::default();
    let workbook =
        table::parse(Path::new("inventory.csv"), inventory.as_bytes(), &table::Manner::default(), &mut problems)
            .expect("the text can be read");
    let inventory = inventory::map(rulebook, &workbook, &[], &mut problems).expect("the text is an inventory");
    then(&inventory, &assess(rulebook, &inventory))
}

/// Rows of random answers with gaps, each with a name of its own.
pub(crate) fn random_rows(random: &mut fastrand::Rng, rows: usize) -> String {
    let row = |row| {
        let gaps = random.u8(..8);
        let mut answer = |answers: &[&str]| match random.u8(..10) {
            n if n < gaps => String::new(),
            _ => answers[random.usize(..answers.len())].to_owned(),
        };
        let levels: Vec<String> = (0..5).map(|_| answer(&["Low", "Medium", "High"])).collect();
        let nature = answer(&["Ongoing", "Seasonal", "One-time"]);
        let (control, cost) = (answer(&["Low", "Medium", "High"]), answer(&["$100", "$250", "$250", "€ 80", "€ 900"]));
        let (department, fte) = (answer(&["HR", "IT", "Sales"]), answer(&["1", "2.5"]));
        format!("Work {row},{department},,{},{nature},{control},{cost},{fte}\n", levels.join(","))
    };
    HEADER.to_owned() + &(0..rows).map(row).collect::<String>()
}

/// A rulebook with other poles, weights and thresholds.
pub(crate) fn random_rules(default: &Rulebook, random: &mut fastrand::Rng) -> Rulebook {
    let mut rulebook = default.clone();
    let attributes = rulebook.deciding_attributes();
    let of_ones_own = random.bool();
    for criterion in &mut rulebook.criteria {
        let Some(poles) = &mut criterion.poles else { continue };
        criterion.weight.0 = match random.u8(0..4) {
            0 => 0,
            1 => 1000,
            2 => random.i64(1..=3) * 100,
            _ => random.i64(1..=1_000_000_000),
        };
        for pole in [&mut poles.bpo, &mut poles.outsourcing].into_iter().filter(|_| of_ones_own) {
            pole.join = if random.bool() { Join::All } else { Join::Any };
            let mut term = || Term { attribute: attributes[random.usize(..attributes.len())], opposite: random.bool() };
            pole.terms = vec![term(), term()];
            pole.terms.truncate(random.usize(1..=2));
        }
    }
    if rulebook.directional().next().is_none() {
        rulebook.criteria.iter_mut().filter(|criterion| criterion.poles.is_some()).for_each(|c| c.weight.0 = 1000);
    }
    for threshold in Threshold::ALL {
        rulebook.thresholds[threshold] = random.i64(0..=100);
    }
    rulebook
}

/// Random levels of the attributes of a rule, with gaps and with answers that disagree.
pub(crate) fn random_levels(rule: &Rule, random: &mut fastrand::Rng) -> Vec<Span> {
    rule.levels(|_| random_span(random))
}

/// What may be known of an attribute.
pub(crate) fn random_span(random: &mut fastrand::Rng) -> Span {
    let mut level = || {
        let any = Points::new(random.u8(0..=100)).unwrap_or(Points::MEDIUM);
        if random.bool() { Points::ANSWERS[random.usize(0..3)] } else { any }
    };
    let (one, other) = (level(), level());
    match random.u8(0..8) {
        0 => Span::Missing,
        1 if one != other => Span::Disputed(one.min(other), one.max(other)),
        _ => Span::Known(one),
    }
}
