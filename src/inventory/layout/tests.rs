//! Which rows of small tables are functions, and what is said of the others.

use std::path::Path;

use crate::inventory::{self, Inventory};
use crate::problem::Problems;
use crate::rulebook::load_default;
use crate::table::{self, Manner};

/// The columns that most inventories have.
const FULL: &str = "Function,Department,FTE,Annual cost\nPayroll,Finance,10,500000\nLegal advice,Legal,4,200000\n\
                    Claims,Claims,20,900000\nTranslation,Comms,2,90000\nMail room,FM,6,210000\n";

/// The functions of a table, from one on, and the problems of its rows, each with its cell.
#[track_caller]
fn check(text: &str, from: usize, functions: &[&str], said: &[&str]) {
    let rulebook = load_default();
    let mut problems = Problems::default();
    let workbook = table::parse(Path::new("x.csv"), text.as_bytes(), &Manner::default(), &mut problems);
    let workbook = workbook.expect("a table");
    let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems).expect("an inventory");
    let names = |inventory: &Inventory| -> Vec<String> {
        (from..inventory.functions.len()).map(|function| inventory.name(function).into_owned()).collect()
    };
    assert_eq!(names(&inventory), functions, "{text}");
    let mut found: Vec<String> = problems
        .listed()
        .iter()
        .map(|problem| {
            format!("{} {} {}", problem.severity.name(), problem.code, problem.place.cell().unwrap_or_default())
        })
        .collect();
    found.sort();
    assert_eq!(found, said, "{text}");
}

#[test]
fn rows_called_as_totals_are_none_or_said() {
    for (rows, functions, said) in [
        ("Total,,42,1900000\n", &[][..], &[][..]),
        ("Total,,17,1\n", &[], &[]),
        (
            "Total Finance,,10,500000\nTotal others,,32,1400000\n",
            &[],
            &["warning total-row A7", "warning total-row A8"],
        ),
        ("Finance total,,11,500000\n", &[], &["warning total-row A7"]),
        ("Summe Finanzen,,11,500000\n", &[], &["warning total-row A7"]),
        ("Total Quality Management,Ops,11,500000\n", &["Total Quality Management"], &[]),
        ("N-1,,40,1850000\n", &["N-1"], &["warning total-row A7"]),
        (
            "Prior year,,40,1850000\nChange,,2,50000\nBudget,,45,2000000\n",
            &["Prior year", "Change", "Budget"],
            &["warning total-row A7", "warning total-row A8", "warning total-row A9"],
        ),
    ] {
        check(&format!("{FULL}{rows}"), 5, functions, said);
    }
    // Where no row says more, a function may be called so.
    check(
        "Function,FTE\nTax,3\nTotal rewards,5\nAudit,1\n",
        0,
        &["Tax", "Total rewards", "Audit"],
        &["warning total-row A3"],
    );
}
