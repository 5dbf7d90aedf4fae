//! Which rows of small tables are functions, and what is said of the others.

use std::path::Path;

use crate::codes::Code;
use crate::inventory;
use crate::problem::{Problem, Problems};
use crate::rulebook::load_default;
use crate::table::{Manner, parse};

/// The columns that most inventories have.
const FULL: &str = "Function,Department,FTE,Annual cost\nPayroll,Finance,10,500000\nLegal advice,Legal,4,200000\n\
                    Claims,Claims,20,900000\nTranslation,Comms,2,90000\nMail room,FM,6,210000\n";

/// The functions of a table, and all problems of it.
fn mapped(text: &str) -> (Vec<String>, Problems) {
    found(text).expect("an inventory")
}

/// The same, or why it is no inventory.
fn found(text: &str) -> Result<(Vec<String>, Problems), Problem> {
    let rulebook = load_default();
    let mut problems = Problems::default();
    let workbook = parse(Path::new("x.csv"), text.as_bytes(), &Manner::default(), &mut problems);
    let workbook = workbook.expect("a table");
    let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems)?;
    let names = (0..inventory.functions.len()).map(|function| inventory.name(function).into_owned()).collect();
    Ok((names, problems))
}

/// The functions of a table, and the problems of its rows, each with its cell.
fn understood(text: &str) -> (Vec<String>, Vec<String>) {
    let (names, problems) = mapped(text);
    let said = |problem: &Problem| {
        format!("{} {} {}", problem.severity.name(), problem.code, problem.place.cell().unwrap_or_default())
    };
    let mut said: Vec<String> = problems.listed().iter().map(said).collect();
    said.sort();
    (names, said)
}

/// A table whose rows all have as many fields as its header.
fn table(header: &str, rows: &[&str]) -> String {
    let commas = |row: &str| row.matches(',').count();
    let rows = rows.iter().map(|row| format!("{row}{}\n", ",".repeat(commas(header) - commas(row))));
    format!("{header}\n{}", rows.collect::<String>())
}

#[track_caller]
fn check(text: &str, from: usize, functions: &[&str], expected: &[&str]) {
    let (names, said) = understood(text);
    assert_eq!(names[from..], *functions, "{text}");
    assert_eq!(said, expected, "{text}");
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
    // A row with the amount of the only one above it is no total, and one that is called so is asked about.
    for (row, said) in [("Legal desk,,4", &[][..]), ("Total Legal,,4", &["warning total-row A6"])] {
        let name = row.split(',').next().unwrap_or_default();
        let rows =
            ["Payroll,Finance,10", "AP,Finance,5", "Total Finance,,15", "Legal advice,Legal,4", row, "Mail room,FM,6"];
        let said = [&["note total-row A4"], said].concat();
        check(&table("Function,Department,FTE", &rows), 3, &[name, "Mail room"], &said);
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
fn full_rows_amid_others_are_functions_whatever_they_are_called() {
    const HEADER: &str = "Function,Department,FTE";
    for (rows, asked) in [
        (&["Payroll,HR,2", "Total rewards,HR,1", "Tax,Finance,4"][..], None),
        (&["Payroll,HR,2", "Average pricing,HR,1", "Tax,Finance,4"], None),
        // It stands at the end, says less, or says what it is the total of.
        (&["Payroll,HR,2", "Tax,Finance,4", "Total rewards,Finance,1"], Some("warning total-row A4")),
        (&["Payroll,HR,2", "Total rewards,,1", "Tax,Finance,4"], Some("warning total-row A3")),
        (&["Payroll,HR,2", "Total HR,HR,3", "Tax,Finance,4"], Some("warning total-row A3")),
    ] {
        let (names, found) = understood(&table(HEADER, rows));
        assert_eq!(names.len(), 3, "{rows:?}");
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), Vec::from_iter(asked), "{rows:?}");
    }
}

#[test]
fn rows_with_levels_are_functions_whatever_they_are_called() {
    const HEADER: &str = "ID,Function,Department,FTE,Strategic value,Control wanted";
    let (a, b) = ("F1,Payroll,HR,2,Low,Low", "F4,Tax,Finance,1,High,High");
    for (row, name) in [
        ("F2,Subtotal reconciliation,Finance,4,High,High", Some("Subtotal reconciliation")),
        ("F2,Total de recompensas,HR,4,Low,High", Some("Total de recompensas")),
        ("F2,Average pricing,HR,4,Low,High", Some("Average pricing")),
        (",Total,,3", None),
        (",Total,,3,Low", None),
    ] {
        for rows in [[a, row, b], [a, b, row]] {
            let mut names = understood(&table(HEADER, &rows)).0;
            names.retain(|name| !["Payroll", "Tax"].contains(&name.as_str()));
            assert_eq!(names, Vec::from_iter(name), "{rows:?}");
        }
    }
    let rows = ["Process improvement,Operations department,Process owner office,High", "Payroll,HR,Ann,Low"];
    check(&table("Process,Department,Owner,Strategic value", &rows), 0, &["Process improvement", "Payroll"], &[]);
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
        check(&rows(90), 0, &["Finance", "AP", "AR", "HR"], said);
    }
    // Rows of three levels, by how deep each stands.
    for deep in ["Level 1/Level 2/Level 3", "L-1/L-2/L-3", "1/2/3"] {
        let deep: Vec<&str> = deep.split('/').collect();
        let rows = ["Company", "Finance", "AP", "AR", "HR", "Payroll"].into_iter().zip([0, 1, 2, 2, 1, 2]);
        let rows: String = rows.map(|(name, at)| format!("{name},{}\n", deep[at])).collect();
        check(&format!("Function,Level\n{rows}"), 0, &["AP", "AR", "Payroll"], &["warning parent-rows A2"]);
    }
    // Where some are sums and none is not, the others are parents as well.
    let rows =
        "ID,Function,FTE\nF1,Finance,30\nF1.1,AP,20\nF1.2,AR,10\nF2,HR,\nF2.1,Payroll,\nF2.2,Hiring,\nF3,Legal,2\n";
    check(rows, 0, &["AP", "AR", "Payroll", "Hiring", "Legal"], OUT);
    let rows = ["Finance,30,300", "AP,20,200", "AR,10,100", "HR,14,700", "Payroll,10,500", "Hiring,4,200"];
    for (header, beside, out) in [
        ("Code", ["100", "110", "120", "200", "210", "220"], true),
        // Of rows that are counted by tens, amounts are asked about.
        ("Code", ["100", "110", "120", "130", "140", "150"], false),
        ("Type", ["Group", "Function", "Function", "Group", "Function", "Function"], true),
        ("Level", ["L1", "L2", "L2", "L1", "L2", "L2"], true),
        ("Ebene", ["Stufe 1", "Stufe 2", "Stufe 2", "Stufe 1", "Stufe 2", "Stufe 2"], true),
        ("Color", ["red", "blue", "green", "red", "green", "blue"], true),
    ] {
        let rows: Vec<String> = rows.iter().zip(beside).map(|(row, beside)| format!("{beside},{row}\n")).collect();
        let text = format!("{header},Function,FTE,Cost (EUR)\n{}", rows.concat());
        let all = ["Finance", "AP", "AR", "HR", "Payroll", "Hiring"];
        let parts = ["AP", "AR", "Payroll", "Hiring"];
        check(&text, 0, if out { &parts } else { &all }, OUT);
    }
}

#[test]
fn sums_that_little_speaks_for_are_asked_about() {
    const ASKED: &[&str] = &["warning parent-rows B2"];
    let rows = ["Finance,30", "AP,20", "AR,10", "HR,14", "Payroll,10", "Hiring,4"];
    for (header, beside, said) in [
        ("Code", ["1000", "1100", "1200", "2000", "2100", "2200"], ASKED),
        ("Remark", ["a", "b", "c", "d", "e", "f"], ASKED),
    ] {
        let rows: Vec<String> = rows.iter().zip(beside).map(|(row, beside)| format!("{beside},{row}")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (names, found) = understood(&table(&format!("{header},Function,FTE"), &rows));
        assert_eq!(names.len(), 6, "{header}");
        assert_eq!(found, said, "{header}");
    }
    let rows = ["a,Tax,3", "b,Audit,2", "c,Legal,1"];
    check(&table("Remark,Function,FTE", &rows), 0, &["Tax", "Audit", "Legal"], &[]);
}

#[test]
fn what_may_be_parents_is_told_by_what_makes_it_look_so() {
    const GROUPS: [&str; 6] = ["Finance,3", "AP,2", "AR,1", "HR,5", "Payroll,3", "Hiring,2"];
    let beside = |marks: [&str; 6]| GROUPS.iter().zip(marks).map(|(row, mark)| format!("{mark},{row}\n")).collect();
    let codes: String = beside(["1000", "1100", "1200", "2000", "2100", "2200"]);
    let kinds: String = beside(["Group", "Function", "Function", "Group", "Function", "Function"]);
    for (header, rows, place, found) in [
        (
            "ID,Function",
            "F1,Finance,90\nF1.1,AP,20\nF1.2,AR,10\n",
            "B2",
            "ids of other rows go on with that of `Finance`",
        ),
        ("Code,Function", &codes, "B2", "ids of other rows go on with that of `Finance`, and so of 1 more"),
        (
            "Function",
            "Finance,31\nFinance / AP,20\nFinance / AR,10\n",
            "A2",
            "names of other rows go on with `Finance`",
        ),
        (
            "Function",
            "Finance,31\n   AP,20\n   AR,10\nHR,2\n",
            "A2",
            "names of other rows stand further right below `Finance`",
        ),
        ("Type,Function", &kinds, "B2", "rows of another kind stand below `Finance`, and so of 1 more"),
        (
            "Function,Site",
            "AP,Leeds,2\nAP,Brno,1\nAP,Linz,3\nAR,Leeds,2\nAR,Brno,3\nAR,Linz,5\n",
            "A4",
            "other rows with the same name may be parts of `AP`, and so of 1 more",
        ),
        (
            "Function",
            "Finance,31\n   AP,20\n   AR,10\nHR,40\n",
            "A2",
            "names of other rows stand further right below `Finance`",
        ),
        // One sum alone, of many digits.
        (
            "Function",
            "Finance,31234\nAP,20111\nAR,11123\nTax,7\n",
            "A2",
            "amounts of the rows right below come to those of `Finance`",
        ),
    ] {
        let text = format!("{header},FTE\n{rows}");
        let (names, problems) = mapped(&text);
        assert_eq!(names.len(), rows.lines().count(), "{text}");
        let said = problems.listed().iter().filter(|problem| problem.code == Code::ParentRows);
        let said: Vec<String> =
            said.map(|said| format!("{}: {}", said.place.cell().unwrap_or_default(), said.message)).collect();
        assert_eq!(said, [format!("{place}: {found}; all count as functions, perhaps twice")], "{text}");
    }
}

#[test]
fn rows_with_the_same_amounts_are_no_parents() {
    for rows in [
        "Function,Site,FTE\nPayroll,Leeds,2\nPayroll,Brno,2\nTax,Leeds,3\nTax,Brno,3\nLegal,Leeds,1\nLegal,Brno,1\n",
        "Function,Wave,FTE\nPayroll,A,1\nTax,B,1\nLegal,A,1\nFleet,B,1\nAudit,A,1\nTreasury,B,1\n",
        "Function,FTE\nRecruiting,3\nRecruiting: executives,3\nTax,1\nLegal,2\n",
        "Function,Strategic value\nPayroll,Low\nPayroll - Germany,High\nPayroll - France,Low\n",
        "ID,Function,FTE\n1,Payroll,2\n10,Tax,2\n2,Legal,1\n3,Fleet,4\n",
        "Cost centre,Function,FTE\n4100,Payroll,3\n4110,Tax,3\n4200,Legal,2\n4210,Fleet,2\n4300,Audit,1\n4310,Mail,1\n",
        "ID,Function,FTE\nHR,HR strategy,2\nHR-1,Payroll,2\nFIN,Finance strategy,3\nFIN-1,Tax,3\nIT,Service desk,4\n",
        "Function,FTE\nIT support,5\nIT support - night,2\nIT support - weekend,1\nTax,1\n",
        "Function,FTE\nFinance,31\n AP,20\n AR,10\nHR,2\n",
    ] {
        let (names, _) = understood(rows);
        assert_eq!(names.len(), rows.lines().count() - 1, "{rows}");
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
        // Amounts that are far from its own are no parts of it.
        ("Finance,90\nFinance / AP,20\nFinance / AR,10\n", &["Finance", "Finance / AP", "Finance / AR"], None),
        ("Tax,3\nTax & audit,2\nIT,4\nIT-Security,4\n", &["Tax", "Tax & audit", "IT", "IT-Security"], None),
        ("Tax,3\nTax: VAT,2\nAudit,1\n", &["Tax", "Tax: VAT", "Audit"], None),
    ] {
        let said = said.map(|cell| format!("warning parent-rows {cell}"));
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        check(&format!("Function,FTE\n{rows}"), 0, functions, &said);
    }
}

#[test]
fn rows_at_the_end_that_say_little_are_none_or_said() {
    const HEADER: &str = "Function,Department,Strategic value,Repetitiveness,Annual volume,FTE";
    const TABLE: [&str; 4] = [
        "Payroll,HR,Low,High,120000,3",
        "Tax,Fin,High,Low,10,4",
        "Claims,Ops,Low,High,50000,9",
        "Mail,FM,Low,Low,900,2",
    ];
    for (rows, functions, said) in [
        (&["(4 rows)"][..], &[][..], &["note note-row A6"][..]),
        (&["4 records selected."], &[], &["note note-row A6"]),
        (&["1) incl. temporary staff", "2) Schätzung"], &[], &["note note-row A6", "note note-row A7"]),
        (&["https://intranet/functions"], &[], &["note note-row A6"]),
        (&["Bemerkungen:", "Payroll wird geprüft"], &[], &["note note-row A6", "note note-row A7"]),
        (&["Nombre total : 4"], &[], &["note note-row A6"]),
        (&["Contact,jdoe@acme.com"], &[], &["note note-row A6"]),
        (&["Dernière mise à jour,12/03/2024"], &[], &["note note-row A6"]),
        (&["Fim da lista"], &["Fim da lista"], &["warning note-row A6"]),
        (&["Version 3", "Last update,2024-03-12"], &["Version 3"], &["note note-row A7", "warning note-row A6"]),
        // A blank row parts no names from the table.
        (&["", "Travel", "Fleet"], &["Travel", "Fleet"], &["warning note-row A7", "warning note-row A8"]),
        (&["Open points", "Clarify,Ann"], &["Open points", "Clarify"], &["warning note-row A6", "warning note-row A7"]),
        // It says something of its own.
        (&["Fleet,,High"], &["Fleet"], &[]),
        // Rows that nobody has filled in yet.
        (&["Fleet", "Travel", "Audit", "Legal"], &["Fleet", "Travel", "Audit", "Legal"], &[]),
    ] {
        check(&table(HEADER, &[&TABLE, rows].concat()), 4, functions, said);
    }
}

#[test]
fn last_rows_not_yet_filled_in_are_functions_where_ids_or_departments_go_on() {
    let ids = "ID,Function,Department,FTE,Strategic value,Control wanted";
    let table_of_ids = ["F1,Payroll,HR,2,Low,Low", "F2,Tax,Finance,1,High,High", "F3,Legal,Legal,3,High,High"];
    for name in [
        "IT: helpdesk",
        "Accounting dept.",
        "Accounts payable dept.",
        "Total rewards",
        "Mean time analysis",
        "Note processing",
        "Report: monthly closing",
        "Note: taking",
    ] {
        let rows = [&format!("F4,{name}"), "F5,Travel"];
        check(&table(ids, &[&table_of_ids[..], &rows].concat()), 3, &[name, "Travel"], &[]);
    }
    let rows = ["F4,Travel,,2024-03-12", "F5,Audit", ",Source: SAP", ",END"];
    let said = ["note note-row B7", "note note-row B8"];
    let (names, found) = understood(&table(ids, &[&table_of_ids[..], &rows].concat()));
    assert_eq!(names[3..], ["Travel", "Audit"]);
    assert!(said.iter().all(|said| found.iter().any(|found| found == said)), "{found:?}");
    // A note parts no function from those above it.
    let rows = ["Report: monthly closing,HR", "Source: SAP", "Travel,Finance", "Fleet", "Stand: Mai", "END"];
    let departments = "Function,Department,FTE,Strategic value,Control wanted";
    let full = ["Payroll,HR,2,Low,Low", "Hiring,HR,2,Low,Low", "Tax,Finance,1,High,High", "AP,Finance,3,High,High"];
    let full = [&full[..], &["AR,Finance,3,Low,High", "Legal,Legal,1,Low,Low", "Audit,Legal,1,Low,Low"]].concat();
    check(
        &table(departments, &[&full[..], &rows].concat()),
        7,
        &["Report: monthly closing", "Travel", "Fleet"],
        &["note note-row A10", "note note-row A13", "note note-row A14", "warning note-row A12"],
    );
}

#[test]
fn headings_are_none_and_one_alone_is_said() {
    const FULL: [&str; 4] = ["Payroll,HR,3,High", "Hiring,HR,4,High", "Tax,Fin,5,Low", "AP,Fin,6,Low"];
    let [a, b, c, d] = FULL;
    for (rows, expected) in [
        (&["Front office", a, b, "Back office", c, d][..], &["note heading-row A2", "note heading-row A5"][..]),
        (&["1. Human resources", a, b, "2. Finance", c, d], &["note heading-row A2", "note heading-row A5"]),
        (&["--- Ops ---", a, "=== Finance ===", c, d], &["note heading-row A2", "note heading-row A4"]),
        (&[a, b, "Fin", c, d], &["note heading-row A4"]),
        (&[a, b, "Department: Finance", c, d], &["note heading-row A4"]),
        (&[a, b, "Subtotal,,7", "Finance", c, d], &["note heading-row A5"]),
        (&[a, b, a, b, "", "Finance", c, d], &["note heading-row A7"]),
        (&[a, b, "Other functions", "Function,Department,FTE,Repetitiveness", c, d], &["note heading-row A4"]),
        // Nothing tells that it is a heading, or a note.
        (&[a, b, "Procurement", c, d], &[]),
        (&[a, b, "Note: taking", c, d], &[]),
        (&["Procurement", a, b, c, d], &["warning heading-row A2"]),
    ] {
        let text = table("Function,Department,FTE,Repetitiveness", rows);
        let said = understood(&text).1.into_iter().filter(|said| said.contains("-row"));
        assert_eq!(said.collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn a_header_that_comes_again_with_gaps_is_no_function() {
    const AGAIN: &str = "Function,Department,,Repetitiveness";
    let rows = ["Payroll,HR,3,High", AGAIN, "Tax,Fin,5,Low", "Function,Fin,6,Low"];
    check(&table("Function,Department,FTE,Repetitiveness", &rows), 0, &["Payroll", "Tax", "Function"], &[]);
}

#[test]
fn a_row_with_an_id_of_its_own_is_a_function() {
    let header = "ID,Function,Department,Strategic value,Repetitiveness,FTE";
    for (row, said) in [("F4,Mail", &[][..]), ("Signed,J. Doe", &["warning note-row B5"])] {
        let name = row.split_once(',').map_or("", |(_, name)| name);
        let rows = ["F1,Payroll,HR,Low,High,3", "F2,Tax,Fin,High,Low,4", "F3,Claims,Ops,Low,High,9", row];
        check(&table(header, &rows), 3, &[name], said);
    }
}

#[test]
fn rows_with_one_name_are_parts_of_the_one_that_they_add_up_to() {
    const OUT: &[&str] = &["note repeated-name A", "warning parent-rows A4"];
    const KEPT: &[&str] = &["note repeated-name A"];
    for (whole, amounts, expected) in
        [("Total", "20,200", OUT), ("alle", "20,200", OUT), ("Linz", "21,200", KEPT), ("Linz", "20,201", KEPT)]
    {
        let rows = [
            "AP,Leeds,12,120",
            "AP,Brno,8,80",
            &format!("AP,{whole},{amounts}"),
            "AR,Leeds,10,100",
            &format!("AR,{whole},10,100"),
        ];
        assert_eq!(understood(&table("Function,Site,FTE,Cost (EUR)", &rows)).1, expected, "{whole} {amounts}");
    }
    let rows = ["AP,1,12", "AP,2,14", "AR,1,10", "AR,2,10"];
    assert_eq!(understood(&table("Function,Version,FTE", &rows)).1, ["warning repeated-name A"]);
    let rows = ["AP,Leeds,12", "AP,Brno,14", "AR,Leeds,10"];
    assert_eq!(understood(&table("Function,Hall,FTE", &rows)).1, ["note repeated-name A"]);
}

#[test]
fn rows_of_words_for_what_columns_hold_are_no_functions() {
    const HEADER: &str = "ID,Function,Department,Strategic value,Annual volume,FTE,Annual cost (EUR)";
    const TABLE: [&str; 3] =
        ["F1,Payroll,HR,Low,120000,3,100", "F2,Tax,Finance,High,10,4,200", "F3,Claims,Ops,Low,500,9,300"];
    for row in [
        "1,2,3,4,5,6,7",
        "(1),(2),(3),(4),(5),(6),(7)",
        "(text),(text),(text),(H/M/L),(number),(number),(number)",
        "[-],[Text],[Text],[1-5],[1/Jahr],[VZÄ],[EUR]",
        "key,string,string,enum,int,float,float",
        "Schlüssel,Text,Text,Auswahl,Zahl,Zahl,Zahl",
    ] {
        let names = understood(&table(HEADER, &[&[row], &TABLE[..]].concat())).0;
        assert_eq!(names, ["Payroll", "Tax", "Claims"], "{row}");
    }
    // Under a header that comes again, as on the next page.
    for row in [",e.g. Mail,e.g. FM,High/Low,number,number,number", "no.,text,text,level,number,number,amount"] {
        let rows = [&TABLE[..], &[HEADER, row, "F4,Mail,FM,High,12,5,300"]].concat();
        assert_eq!(understood(&table(HEADER, &rows)).0, ["Payroll", "Tax", "Claims", "Mail"], "{row}");
    }
    for row in [
        "example,e.g. Payroll,e.g. HR,High/Medium/Low,number,number,number",
        "Nr.,Funktion,Abteilung,Strategische Bedeutung,Jahresvolumen,VZÄ,Kosten",
        "exemple,p. ex. Paie,p. ex. RH,élevé/faible,nombre,nombre,nombre",
    ] {
        check(&table(HEADER, &[&TABLE[..], &[row]].concat()), 3, &[], &["note note-row B5"]);
        let names = understood(&table(HEADER, &[&TABLE[..2], &[row], &TABLE[2..]].concat())).0;
        assert_eq!(names, ["Payroll", "Tax", "Claims"], "{row}");
    }
    // A function of which hardly anything is known.
    for row in ["F4,Mail,FM,Low,see note,ask Ann,see note", "F4,Mail,FM,,see note,ask Ann,", "F4,Mail,FM,,,,"] {
        assert_eq!(understood(&table(HEADER, &[&TABLE[..], &[row]].concat())).0.len(), 4, "{row}");
    }
}

#[test]
fn functions_with_words_for_numbers_are_functions() {
    const HEADER: &str = "Function,FTE,Annual cost (EUR),Annual volume,Strategic value";
    const COUNCIL: &str = "Works council,shared,in HR budget,not counted";
    const TYPES: &str = "text,number,amount in EUR,number of cases,level";
    let (a, b) = ("Payroll,2,120000,900,Low", "Tax,1,80000,300,High");
    for (rows, functions, said) in [
        (&[a, COUNCIL, b][..], &["Payroll", "Works council", "Tax"][..], None),
        (&[a, b, COUNCIL], &["Payroll", "Tax", "Works council"], Some("warning note-row A4")),
        (
            &[a, b, "Funktion,VZÄ,Kosten,Menge,Bedeutung", a, b],
            &["Payroll", "Tax", "Funktion", "Payroll", "Tax"],
            Some("warning note-row A4"),
        ),
        (
            &[TYPES, "e.g. Mail,(number),(EUR),(number),(H/M/L)", a, b, a, b],
            &["Payroll", "Tax", "Payroll", "Tax"],
            None,
        ),
        (&["----", TYPES, a, b], &["Payroll", "Tax"], Some("note note-row A3")),
        // One number below a blank row and words makes no table of them.
        (&[a, b, "", COUNCIL, "2025,1,80000,300,High"], &["Payroll", "Tax", "Works council", "2025"], None),
    ] {
        let (names, all) = understood(&table(HEADER, rows));
        assert_eq!(names, functions, "{rows:?}");
        let found = all.iter().find(|found| found.contains("note-row")).map(String::as_str);
        assert_eq!(found, said, "{rows:?} {all:?}");
    }
    // Its id or its department tells, wherever it stands.
    let header = "ID,Function,Department,FTE,Annual cost (EUR),Annual volume";
    let (a, b) = ("F1,Payroll,HR,2,120000,900", "F3,Tax,Finance,1,80000,300");
    let council = "F2,Works council,HR,shared,in HR budget,not counted";
    for rows in [[council, a, b], [a, council, b], [a, b, council]] {
        for from in [0, 3] {
            let rows = rows.map(|row| &row[from..]);
            let (names, found) = understood(&table(&header[from..], &rows));
            assert_eq!(names.len(), 3, "{rows:?}");
            assert!(!found.iter().any(|found| found.contains("note-row")), "{rows:?} {found:?}");
        }
    }
}

#[test]
fn names_stand_in_each_row_and_are_those_of_the_table() {
    let rows = ["Finance,AP,20", ",AR,10", "HR,Payroll,10", ",Hiring,4"];
    check(&table("Process,Sub-process,FTE", &rows), 0, &["AP", "AR", "Payroll", "Hiring"], &["note second-column A"]);
    let rows = ["Payroll,Lohn,3", "Tax,Steuer,4"];
    check(&table("Process name,Process name (German),FTE", &rows), 0, &["Payroll", "Tax"], &["note second-column B"]);
}

#[test]
fn columns_that_may_be_parts_of_one_whole_are_named_together() {
    for (columns, said) in [
        ("Cost Aalen,Cost Brno", &["warning unclear-header 1"][..]),
        ("FTE Aalen,FTE Brno", &["warning unclear-header 1"]),
        // What costs are of is no part of them.
        ("Cost basis,Cost period", &[]),
    ] {
        let rows = ["Payroll,HR,High,3,~ 2", "Tax,Finance,Low,4,~ 4"];
        let text = table(&format!("Function,Department,Repetitiveness,{columns}"), &rows);
        assert_eq!(understood(&text).1, said, "{columns}");
    }
}

#[test]
fn a_row_for_each_month_is_told_by_names_or_by_ids() {
    for rows in [
        ["F1,Payroll,Jan,2", "F1,Payroll,Feb,3", "F2,Tax,Jan,1", "F2,Tax,Feb,1"],
        ["F1,Payroll,Jan,2", "F1,Payroll services,Feb,3", "F2,Tax,Jan,1", "F2,Taxes,Feb,1"],
    ] {
        let why = found(&table("ID,Function,Month,FTE", &rows)).expect_err("rows of months");
        assert!(why.message.contains("a row for each of several periods, such as `Jan` and `Feb`"), "{why}");
    }
    // A month for each function says when, and not of which part of a year a row is.
    let rows = ["F1,Payroll,Jan,2", "F2,Tax,Feb,1", "F3,Audit,Jan,1", "F4,Legal,Feb,1"];
    assert_eq!(understood(&table("ID,Function,Month,FTE", &rows)).0.len(), 4);
}

/// The rows of earlier years are left out, unless a column that comes again tells the rows of a function apart as well.
#[test]
fn a_row_for_each_wave_is_none_for_each_year() {
    for (waves, count) in [(["A", "B", "B", "A", "A", "B"], 6), (["A", "A", "B", "B", "A", "A"], 3)] {
        let rows =
            ["Payroll,x,m,2023", "Payroll,x,m,2024", "Tax,y,n,2023", "Tax,y,n,2024", "AP,z,o,2023", "AP,z,o,2024"];
        let rows: Vec<String> = rows.iter().zip(waves).map(|(row, wave)| format!("{row},{wave},2")).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let (names, _) = understood(&table("Function,Desk,Line,Year,Wave,FTE", &rows));
        assert_eq!(names.len(), count, "{waves:?}");
    }
}

#[test]
fn a_table_with_a_row_for_each_attribute_is_refused() {
    let rows = ["Payroll", "Tax", "Audit", "Legal"].map(|name| format!("{name},FTE,2\n{name},Control wanted,High\n"));
    let why = found(&format!("Process,Attribute,Value\n{}", rows.concat())).expect_err("no row for each function");
    assert_eq!(why.code, Code::Transposed, "{why}");
}
