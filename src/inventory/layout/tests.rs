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

#[test]
fn parents_are_told_by_ids_names_and_kinds_where_they_are_sums() {
    const OUT: &[&str] = &["warning parent-rows B2"];
    for ids in [
        "A A.1 A.2 B",
        "A. A.1. A.2. B.",
        "F1 F1.1 F1.2 F2",
        "P-1 P-1-1 P-1-2 P-2",
        "1 1a 1b 2",
        "I I.1 I.2 II",
        "1 1/1 1/2 2",
        "10 10-01 10-02 20",
        "01 0101 0102 02",
    ] {
        let ids: Vec<&str> = ids.split(' ').collect();
        let rows = |finance: u32| {
            let [a, b, c, d] = [ids[0], ids[1], ids[2], ids[3]];
            format!("ID,Function,FTE\n{a},Finance,{finance}\n{b},AP,20\n{c},AR,10\n{d},HR,4\n")
        };
        check(&rows(30), 0, &["AP", "AR", "HR"], OUT);
        let said = if ids[1] == "0101" { &[][..] } else { OUT };
        check(&rows(31), 0, &["Finance", "AP", "AR", "HR"], said);
    }
    let rows = ["Finance,30,300", "AP,20,200", "AR,10,100", "HR,14,700", "Payroll,10,500", "Hiring,4,200"];
    for (header, beside, out) in [
        ("Code", ["100", "110", "120", "200", "210", "220"], true),
        // Rows that are counted by tens.
        ("Code", ["100", "110", "120", "130", "140", "150"], false),
        ("Type", ["Group", "Function", "Function", "Group", "Function", "Function"], true),
        ("Level", ["L1", "L2", "L2", "L1", "L2", "L2"], true),
        ("Ebene", ["Stufe 1", "Stufe 2", "Stufe 2", "Stufe 1", "Stufe 2", "Stufe 2"], true),
        // Nothing but amounts tells.
        ("Color", ["red", "blue", "green", "red", "green", "blue"], true),
        ("Remark", ["a", "b", "c", "d", "e", "f"], false),
    ] {
        let rows: Vec<String> = rows.iter().zip(beside).map(|(row, beside)| format!("{beside},{row}\n")).collect();
        let text = format!("{header},Function,FTE,Cost (EUR)\n{}", rows.concat());
        let all = ["Finance", "AP", "AR", "HR", "Payroll", "Hiring"];
        let parts = ["AP", "AR", "Payroll", "Hiring"];
        check(&text, 0, if out { &parts } else { &all }, if out { OUT } else { &[] });
    }
}

#[test]
fn names_go_on_with_those_of_their_parents() {
    for (rows, functions, said) in [
        (
            "Finance,30\nFinance > AP,20\nFinance > AR,10\nHR,2\n",
            &["Finance > AP", "Finance > AR", "HR"][..],
            Some("A2"),
        ),
        ("Finance: AP,20\nFinance: AR,10\nFinance,30\n", &["Finance: AP", "Finance: AR"], Some("A4")),
        ("Finance,31\nFinance / AP,20\nFinance / AR,10\n", &["Finance", "Finance / AP", "Finance / AR"], Some("A2")),
        ("Tax,3\nTax & audit,2\nIT,4\nIT-Security,4\n", &["Tax", "Tax & audit", "IT", "IT-Security"], None),
        ("Tax,3\nTax: VAT,2\nAudit,1\n", &["Tax", "Tax: VAT", "Audit"], None),
    ] {
        let said = said.map(|cell| format!("warning parent-rows {cell}"));
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(&format!("Function,FTE\n{rows}"), 0, functions, &said);
    }
}
