//! What is known of functions: from the table, from answers, and taken for granted.

use std::path::Path;

use super::*;
use crate::language::Language;
use crate::problem::Problems;
use crate::rulebook::{AttributeId, ColumnName, Rulebook, StatedBy, StatedColumn, load_default};
use crate::table::{self, Cell, Manner, Table, Workbook};

fn workbook(name: &str, text: &str) -> Workbook {
    let mut problems = Problems::default();
    table::parse(Path::new(name), text.as_bytes(), &Manner::default(), &mut problems).expect("a table")
}

/// An inventory after files of answers, the first called `1.csv`, with assumptions; and the problems of the answers.
fn with_answers<T>(
    inventory: &str,
    answers: &[&str],
    assumptions: &[&str],
    then: impl FnOnce(&Rulebook, &Inventory, &Problems) -> T,
) -> T {
    with_raters(inventory, answers, assumptions, None, then)
}

/// The same where some answers are preferred.
fn with_raters<T>(
    inventory: &str,
    answers: &[&str],
    assumptions: &[&str],
    preferred: Option<Preferred>,
    then: impl FnOnce(&Rulebook, &Inventory, &Problems) -> T,
) -> T {
    let rulebook = load_default();
    let own = workbook("own.csv", inventory);
    let files: Vec<Workbook> =
        answers.iter().zip(1..).map(|(answers, i)| workbook(&format!("{i}.csv"), answers)).collect();
    let assumptions: Vec<Assumption> =
        assumptions.iter().map(|given| parse_assumption(&rulebook, given).expect("an assumption")).collect();
    let mut problems = Problems::default();
    let mut inventory = map(&rulebook, &own, &assumptions, &mut problems).expect("an inventory");
    if !answers.is_empty() {
        problems = Problems::default();
    }
    inventory.preferred = preferred;
    for (rater, file) in files.iter().enumerate() {
        let mut found = Problems::default();
        let answers = map(&rulebook, file, &[], &mut found).expect("answers");
        let given = Given { rater, is_typed: false, is_keyed: false };
        inventory.answer(&rulebook, answers, given, found.listed().iter().cloned(), &mut problems);
    }
    inventory.report_raters(&rulebook, &mut problems);
    then(&rulebook, &inventory, &problems)
}

fn id(rulebook: &Rulebook, name: &str) -> AttributeId {
    rulebook.attribute_named(name).expect("an attribute")
}

/// The values of an attribute, function by function, each with where it comes from.
fn values(rulebook: &Rulebook, inventory: &Inventory, name: &str) -> String {
    let id = id(rulebook, name);
    let value = |function: usize| {
        let amount = inventory.amount(id, function);
        let said = match (inventory.level(id, function), inventory.number(id, function)) {
            (Some(level), _) => level.value().to_string(),
            (None, Some(number)) => {
                number.to_string() + amount.map_or("", |amount| inventory.currencies[amount.currency].as_str())
            }
            (None, None) => String::new(),
        };
        let source = match inventory.source(id, function) {
            Source::Cell(column0) => format!("@{column0}"),
            Source::Sum(column0) => format!("@sum {column0}"),
            Source::Answer { file, row0, column0 } => format!("@{}.csv {row0}/{column0}", file + 1),
            Source::Assumed(position) => format!("@assumed {position}"),
            Source::Raters => return format!("{:?}", inventory.span(id, function).0),
            Source::Missing => "-".to_owned(),
        };
        assert_eq!(inventory.is_known(id, function), source != "-", "{name} of {function}");
        said + &source
    };
    (0..inventory.functions.len()).map(value).collect::<Vec<_>>().join(" ")
}

fn said(problems: &Problems) -> Vec<String> {
    problems.listed().iter().map(|problem| format!("{}: {}", problem.code, problem.message)).collect()
}

/// What raters say of control wanted, what is known by it, and what is said of it.
#[track_caller]
fn check_raters(answers: &[&str], preferred: Option<Preferred>, expected: [&str; 2]) {
    let rows = "Function,Control wanted,FTE\nPayroll,Medium,2\nTax,,3\n";
    with_raters(rows, answers, &["control=low"], preferred, |rulebook, inventory, problems| {
        let disagree: Vec<String> = problems
            .listed()
            .iter()
            .filter(|problem| problem.code == crate::codes::Code::RatersDisagree)
            .map(|problem| format!("{}: {}", problem.severity.name(), problem.message))
            .collect();
        let disagree = disagree.join("\n");
        assert_eq!([values(rulebook, inventory, "control").as_str(), &disagree], expected);
    });
}

#[test]
fn raters_who_differ_leave_a_level_open_between_their_answers() {
    let ann = "Function,Control wanted,Answered by,Answered on\nPayroll,Low,Ann,2026-11-20\nTax,Low,Ann,2026-11-20\n";
    let bob = "Function,Control wanted,Answered by,Answered on\nPayroll,Medium,Bob,2026-11-02\nTax,Low,,\n";
    let said = "Control wanted of `Payroll` is `Low` by Ann on 2026-11-20 (1.csv, cell B2), `Medium` by Bob on \
                2026-11-02 (2.csv, cell B2); ";
    let open = format!("warning: {said}it counts as not known between the lowest and the highest");
    check_raters(&[ann, bob], None, ["Disputed(Points(0), Points(50)) 0@2.csv 2/1", &open]);
    // Those who agree are one.
    check_raters(&[ann, ann], None, ["0@2.csv 1/1 0@2.csv 2/1", ""]);
    let counts = |counts: &str| format!("note: {said}{counts}");
    let last = counts("the last counts, `Low` by Ann on 2026-11-20 (1.csv, cell B2)");
    check_raters(&[ann, bob], Some(Preferred::Last), ["0@1.csv 1/1 0@2.csv 2/1", &last]);
    check_raters(
        &[ann, bob],
        Some(Preferred::Median),
        ["Known(Points(25)) 0@2.csv 2/1", &counts("the median counts, 25")],
    );
    // What a copy of the inventory only repeats is no opinion, and the last of the files counts where one has no day.
    let copy = "Function,Control wanted,FTE\nPayroll,Medium,2\nTax,High,3\n";
    let three = "note: Control wanted of `Tax` is `Low` by Ann on 2026-11-20 (1.csv, cell B3), `High` (2.csv, cell B3); \
                 the last counts, `High` (2.csv, cell B3)";
    check_raters(&[ann, copy], Some(Preferred::Last), ["0@1.csv 1/1 100@2.csv 2/1", three]);
}

const INVENTORY: &str = "\
Id,Function,Department,Strategic value,Control wanted,Annual cost,FTE
1,Payroll,HR,Low,,$100,2
2,Audit,IT,,High,,
3,Tax,HR,High,Low,€ 50,1
4,Legal,IT,,,,
";

#[test]
fn answers_count_before_the_table_and_the_last_before_all() {
    let first = "Id,Function,Strategic value,Control wanted,Annual cost,FTE\n\
                 4,Legal,High,Low,€ 70,\n1,Payroll,Low,High,,5\n2,Audit,,,,\n";
    let second = "Function,Strategic value\nPayroll,Medium\n";
    with_answers(INVENTORY, &[first, second], &[], |rulebook, inventory, problems| {
        for (name, expected) in [
            ("strategic_value", "Disputed(Points(0), Points(50)) - 100@3 100@1.csv 1/2"),
            ("control", "100@1.csv 2/3 100@4 0@4 0@1.csv 1/3"),
            ("annual_cost", "100$@5 - 50EUR@5 70EUR@1.csv 1/4"),
            ("fte", "5@1.csv 2/5 - 1@6 -"),
        ] {
            assert_eq!(values(rulebook, inventory, name), expected, "{name}");
        }
        let counts: Vec<AnswerCounts> = inventory.answers.iter().map(|answers| answers.counts).collect();
        assert_eq!(
            counts,
            [
                AnswerCounts { functions: 2, filled: 4, replaced: 1, unused: 0 },
                AnswerCounts { functions: 1, filled: 0, replaced: 1, unused: 0 }
            ]
        );
        assert_eq!(
            said(problems),
            [
                "answer-differs: People (FTE) is `2` here and `5` in 1.csv, cell F3; the answer counts",
                "answer-differs: Strategic value is `Low` here and `Medium` in 2.csv, cell B2; the answer counts",
                "raters-disagree: Strategic value of `Payroll` is `Low` (1.csv, cell C3), `Medium` (2.csv, cell B2); it \
                 counts as not known between the lowest and the highest",
            ]
        );
        assert_eq!(problems.listed()[0].place.cell().as_deref(), Some("G2"));
    });
    // What an earlier file answered is what a later one replaces, and it is shown with its own cell.
    let third = "Function,Control wanted,Annual cost\nLegal,Medium,CHF 9\n";
    with_answers(INVENTORY, &[first, third], &[], |rulebook, inventory, problems| {
        assert_eq!(values(rulebook, inventory, "annual_cost"), "100$@5 - 50EUR@5 9CHF@2.csv 1/2");
        assert_eq!(inventory.currencies, ["$", "EUR", "CHF"]);
        assert_eq!(inventory.answers[1].counts, AnswerCounts { functions: 1, filled: 1, replaced: 1, unused: 0 });
        let mut places: Vec<_> = problems.listed()[1..].iter().map(|p| (&*p.place.file, p.place.cell())).collect();
        places.sort();
        // Levels that differ are a dispute, of which the cell is that of the inventory.
        assert_eq!(places, [("1.csv", Some("E2".to_owned())), ("own.csv", Some("E5".to_owned()))]);
    });
}

#[test]
fn rows_without_an_answer_are_passed_over_and_others_without_a_function_are_named() {
    let answers = "Id,Function,Control wanted,FTE\n\
                   ,Sales,,\n,Sales,Low,\n1,Payroll,High,\n1,Payroll,Low,\n1,Payroll,Low,\n,Tax,,3\n";
    let rows = "Id,Function,Control wanted\n1,Payroll,\n2,Tax,\n3,Tax,\n4,Tax,\n5,Tax,\n6,Tax,\n7,Tax,\n";
    with_answers(rows, &[answers], &[], |_, inventory, problems| {
        assert_eq!(
            said(problems),
            [
                "unknown-function: no function of the inventory is called `Sales`; its answers are not used",
                "answered-twice: `Payroll` was answered in row 4 already; this row is not used",
                "answered-twice: `Payroll` was answered in row 4 already; this row is not used",
                "ambiguous-answer: `Tax` may be any of the functions in rows 3, 4, 5, 6, 7; its answers are not used",
            ]
        );
        let cells: Vec<_> = problems.listed().iter().map(|problem| problem.place.cell().unwrap_or_default()).collect();
        assert_eq!(cells, ["B3", "B5", "B6", "B7"]);
        let counts = AnswerCounts { functions: 1, filled: 1, replaced: 0, unused: 4 };
        assert_eq!(inventory.answers[0].counts, counts);
    });
}

/// A column of answers that no attribute goes by is named where it holds anything.
#[test]
fn columns_of_answers_that_are_not_understood_are_named() {
    let answers = "Function,Control wanted,Mood,Weather\nPayroll,High,good,\nTax,Low,bad,\n";
    with_answers("Id,Function,Control wanted\n1,Payroll,\n2,Tax,\n", &[answers], &[], |_, _, problems| {
        let why = "unknown-answers: no attribute goes by this header, so its 2 values are not used";
        assert_eq!(said(problems), [why]);
    });
}

/// What cannot be read in answers is news, unless the inventory says the same; a remark on their file is none.
#[test]
fn what_the_inventory_has_as_well_is_no_news() {
    let same = "4,Legal,High\n5,Fleet,Low\n6,Travel,Low\n7,Design,Medium\n";
    let inventory = format!("Id,Function,Control wanted\n1,Payroll,High\n2,Audit,Perhaps\n3,Tax,\n{same}");
    let answers = format!(
        "Id,Function,Control wanted,Strategic value\n1,Payroll,perhaps,some\n2,Audit,perhaps,High\n3,Tax,maybe,Low\n{}\
         9,Sales,never,High\n",
        same.replace('\n', ",\n")
    );
    let expected = [
        "unknown-function: no function of the inventory is called `Sales`; its answers are not used",
        "unread-answer: expected a level (`high`, `medium`, `low`), found `some`",
        "unread-answer: expected a level (`high`, `medium`, `low`), found `perhaps`",
        "unread-answer: expected a level (`high`, `medium`, `low`), found `maybe`",
        "unread-answer: expected a level (`high`, `medium`, `low`), found `never`",
    ];
    let mut found = with_answers(&inventory, &[&answers], &[], |_, _, problems| said(problems));
    found[1..].sort();
    let mut expected = expected.map(str::to_owned);
    expected[1..].sort();
    assert_eq!(found, expected);
}

#[test]
fn rows_hold_answers_where_any_value_is_known() {
    let rulebook = load_default();
    for (text, expected) in [
        ("Function,Department,Control wanted\nPayroll,HR,\n", false),
        ("Function,Department,Control wanted\nPayroll,HR,Low\n", true),
        ("Function,FTE\nPayroll,\nAudit,3\n", true),
    ] {
        let own = workbook("own.csv", text);
        let inventory = map(&rulebook, &own, &[], &mut Problems::default()).expect("an inventory");
        assert_eq!(inventory.holds_answers(&rulebook), expected, "{text}");
    }
}

#[test]
fn answers_of_a_file_of_their_own_are_known_by_it() {
    with_answers(INVENTORY, &["Function,FTE\nAudit,1\n"], &[], |_, inventory, _| {
        assert_eq!(inventory.sheet_of_answers(0), None);
    });
}

/// Of two columns that name one attribute, neither counts where they contradict each other; a question of many words that
/// holds its name is none of them.
#[test]
fn columns_that_contradict_each_other_count_for_nothing() {
    for (headers, expected) in [
        ("Desired control,FTE,Owner", "- - 100@1"),
        ("Desired control,FTE onshore,FTE offshore", "- - 100@1"),
        ("Names of the people asked about control wanted,FTE,Owner", "100@1 0@1 100@1"),
    ] {
        let rows = "Payroll,High,Low,2,3\nTax,Low,High,1,1\nAudit,High,High,2,2\n";
        with_answers(&format!("Function,Control wanted,{headers}\n{rows}"), &[], &[], |rulebook, inventory, _| {
            assert_eq!(values(rulebook, inventory, "control"), expected, "{headers}");
        });
    }
}

/// What was stated of columns holds for a copy of the inventory, in which columns that were added are no answers.
#[test]
fn stated_columns_hold_for_a_copy_and_for_nothing_else() {
    let mut rulebook = load_default();
    let control = id(&rulebook, "control");
    let column = ColumnName { given: "Say".into(), by: StatedBy::Rulebook };
    rulebook.reading.columns = vec![StatedColumn { column, attribute: Some(control) }];
    let own = workbook("own.csv", "Function,Say\nPayroll,High\n");
    let inventory = map(&rulebook, &own, &[], &mut Problems::default()).expect("an inventory");
    for (answers, expected) in [
        ("Function,Say,Verdict,Control wanted\nPayroll,Low,BPO,\n", &["Say", "C", "D"][..]),
        ("Function,Say\nPayroll,Low\n", &["Say"]),
        ("Function,Control wanted\nPayroll,Low\n", &[]),
        ("Function\nPayroll\n", &[]),
    ] {
        let rules = rules_for_answers(&rulebook, &inventory, &workbook("answers.csv", answers));
        let stated: Vec<&str> = rules.reading.columns.iter().map(|stated| stated.column.given.as_str()).collect();
        assert_eq!(stated, expected, "{answers}");
        let attributes: Vec<_> = rules.reading.columns.iter().map(|stated| stated.attribute).collect();
        assert!(attributes.iter().enumerate().all(|(i, found)| *found == (i == 0).then_some(control)), "{answers}");
    }
}

/// Of several files, what was stated of a column holds for those that have it; what none has is told of the first.
#[test]
fn stated_columns_hold_for_the_files_that_have_them() {
    let books = [workbook("a.csv", "Function,Say\nPayroll,High\n"), workbook("b.csv", "Function,Wish\nTax,Low\n")];
    for (given, by, expected) in [
        ("Say", StatedBy::Option, [true, false]),
        ("Wish", StatedBy::Option, [false, true]),
        ("Function", StatedBy::Option, [true, true]),
        ("B", StatedBy::Option, [true, false]),
        ("Nowhere", StatedBy::Option, [true, false]),
        ("Nowhere", StatedBy::Rulebook, [true, true]),
    ] {
        let mut rulebook = load_default();
        rulebook.reading.columns =
            vec![StatedColumn { column: ColumnName { given: given.into(), by }, attribute: None }];
        let holds = rules_for_each(&rulebook, &books).into_iter().map(|rules| !rules.reading.columns.is_empty());
        assert_eq!(holds.collect::<Vec<_>>(), expected, "{given}");
    }
}

#[test]
fn assumptions_fill_what_is_missing_and_one_for_a_department_counts_first() {
    let given = ["control=low", "control=high@ hr ", "strategic_value=medium@IT"];
    with_answers(INVENTORY, &[], &given, |rulebook, inventory, problems| {
        assert_eq!(values(rulebook, inventory, "control"), "100@assumed 1 100@4 0@4 0@assumed 0");
        assert_eq!(values(rulebook, inventory, "strategic_value"), "0@3 50@assumed 2 100@3 50@assumed 2");
        assert!(!said(problems).iter().any(|problem| problem.contains("belongs to department")));
        assert_eq!(values(rulebook, inventory, "integration"), "- - - -");
    });
    // An answer fills what was assumed, and replaces nothing.
    let answers = "Function,Control wanted\nPayroll,Low\nLegal,Low\n";
    with_answers(INVENTORY, &[answers], &given[..1], |rulebook, inventory, problems| {
        assert_eq!(values(rulebook, inventory, "control"), "0@1.csv 1/1 100@4 0@4 0@1.csv 2/1");
        let counts = AnswerCounts { functions: 2, filled: 2, replaced: 0, unused: 0 };
        assert_eq!((inventory.answers[0].counts, said(problems)), (counts, Vec::new()));
    });
}

#[test]
fn a_department_that_is_not_there_is_said_with_the_nearest() {
    let problem = |inventory: &str, given: &str| {
        with_answers(inventory, &[], &[given], |_, _, problems| {
            let mut listed = problems.listed().iter();
            let problem = listed.find(|problem| problem.message.contains("belongs to department")).expect("a problem");
            (problem.message.clone(), problem.help.clone().unwrap_or_default())
        })
    };
    let message = |name: &str| format!("no function belongs to department `{name}`, for which something is assumed");
    assert_eq!(problem(INVENTORY, "control=low@ITT"), (message("ITT"), "did you mean `IT`?".to_owned()));
    assert_eq!(
        problem("Function,Control wanted\nPayroll,Low\n", "control=low@HR"),
        (message("HR"), "the inventory names no departments: leave out `@` and what follows".to_owned())
    );
}

#[test]
fn assumptions_are_read_or_said_to_be_wrong() {
    let rulebook = load_default();
    let read = |given: &str| {
        parse_assumption(&rulebook, given).map(|assumption| {
            let name = &rulebook.attribute(assumption.attribute).id;
            format!("{name} {} `{}` {:?}", assumption.level.value(), assumption.given, assumption.department)
        })
    };
    for (given, expected) in [
        ("control=low", Ok("control 0 `low` None")),
        (" control = Medium ", Ok("control 50 `Medium` None")),
        ("control=HIGH@ Human Resources ", Ok("control 100 `HIGH` Some(\"Human Resources\")")),
        ("continuity=ongoing", Ok("continuity 100 `ongoing` None")),
        ("continuity=daily", Ok("continuity 100 `daily` None")),
        ("continuity=low", Ok("continuity 0 `low` None")),
        ("control", Err("expected ATTRIBUTE=VALUE, such as control=low")),
        ("control=low@ ", Err("expected a department after `@`, such as control=low@Finance")),
        (
            "contrl=low",
            Err("there is no attribute `contrl`; those that decide are strategic_value, integration, repetitiveness, \
                 volume, specialisation, continuity, control"),
        ),
        (
            "control=never",
            Err("`never` is no level of `control`; expected low, medium, high or a word that the rulebook knows"),
        ),
        (
            "annual_cost=low",
            Err("`low` is no level of `annual_cost`; expected low, medium, high or a word that the rulebook knows"),
        ),
    ] {
        assert_eq!(read(given), expected.map(str::to_owned).map_err(str::to_owned), "{given}");
    }
    for (id, _) in rulebook.attribute_ids() {
        let Some(whole) = rulebook.whole_of(id) else { continue };
        let name = &rulebook.attribute(id).id;
        let expected = format!("`{name}` is one of the columns that `{}` is read from; assume `{0}` instead", whole.id);
        assert_eq!(read(&format!("{name}=low")), Err(expected));
    }
}

/// What a run in one language asks, a run in another one understands. For English names that are no headers, the first of the
/// headers stands.
#[test]
fn the_name_of_an_attribute_in_any_language_is_a_header_of_it() {
    let default = crate::rulebook::load_default();
    let naming = Naming::of(&default);
    let mut wrong = Vec::new();
    for language in Language::ALL.into_iter().skip(1) {
        for attribute in &crate::rulebook::default_in(language).attributes {
            let found = naming.exact(&attribute.name).map(|id| default.attribute(id).id.as_str());
            if attribute.rule().is_some() && found != Some(&*attribute.id) {
                wrong.push(format!(
                    "{language} {}: {} is {}",
                    attribute.id,
                    attribute.name,
                    found.unwrap_or("nothing")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The rows that are functions and why the others are none, or that it is no inventory.
fn rows(rulebook: &Rulebook, workbook: &Workbook) -> Option<(Vec<u32>, Vec<Excluded>)> {
    let inventory = map(rulebook, workbook, &[], &mut Problems::default()).ok()?;
    Some((inventory.functions.iter().map(|function| function.row0).collect(), inventory.excluded))
}

/// Workbooks hold numbers as texts where an export left them so; no row may mean something else for that.
#[test]
fn numbers_stored_as_texts_leave_the_same_rows() {
    const LARGEST: usize = 20_000;
    let rulebook = load_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/inventories");
    let mut tried = 0;
    for entry in std::fs::read_dir(folder).expect("the inventories") {
        let path = entry.expect("a file").path();
        let is_small = |bytes: &Vec<u8>| bytes.len() <= LARGEST && path.extension().is_some_and(|end| end == "csv");
        let Some(bytes) = std::fs::read(&path).ok().filter(is_small) else { continue };
        let Ok(read) = table::parse(&path, &bytes, &Manner::default(), &mut Problems::default()) else { continue };
        let again = |are_texts: bool| {
            let (mut workbook, own) = (read.clone(), &read.tables[0]);
            let mut copy = Table::new(own.place.clone());
            for row0 in 0..own.rows() {
                for (column0, cell) in (0..).zip(own.row(row0)).filter(|(_, cell)| *cell != Cell::Empty) {
                    let cell = match cell {
                        Cell::Number { .. } if !are_texts => cell,
                        cell => Cell::Text(copy.intern(&own.shown(cell))),
                    };
                    assert!(copy.append(row0, column0, cell));
                }
            }
            workbook.tables = vec![copy];
            workbook
        };
        let expected = rows(&rulebook, &again(false));
        assert_eq!(rows(&rulebook, &again(true)), expected, "{}", path.display());
        tried += usize::from(expected.is_some());
    }
    assert!(tried > 300, "{tried}");
}
