//! Inventories for tests, as text.

use std::path::Path;

use super::assess::{Assessed, assess};
use crate::inventory::{self, Inventory};
use crate::problem::Problems;
use crate::rulebook::Rulebook;
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
