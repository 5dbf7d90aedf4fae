use std::path::Path;

use super::*;
use crate::assessment::{Verdict, assess};
use crate::inventory::{self, contents_of_row};
use crate::language::Language;
use crate::own_files::{Decision, Earlier, EarlierFunction, EarlierRow, Rules, Said};
use crate::problem::{Place, Problems};
use crate::rulebook::{Rulebook, load_default};
use crate::table::{self, Manner};

const HEADER: &str =
    "Id,Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation,Department\n";
/// Every criterion says +100 of it.
const BPO: &str = "High,High,High,High,Ongoing,High,Low,";
/// The same but for control, which says −100: 50 points, still BPO.
const BPO_BUT_CONTROL: &str = "High,High,High,High,Ongoing,Low,Low,";

/// A function as an earlier run has it: BPO by +100 on every criterion.
fn before(id: &str, name: &str) -> EarlierFunction {
    EarlierFunction {
        kind: EarlierRow::Function,
        row: "7".into(),
        place: Place::file("earlier.json"),
        id: id.into(),
        name: name.into(),
        department: String::new(),
        source: String::new(),
        verdict: Some(Verdict::Bpo),
        score: Some(100.0),
        evidence: vec![Said::Points(100); 4],
        decision: None,
        key: String::new(),
        contents: None,
        shown: None,
    }
}

fn decided(choice: &str, note: &str, check: &str) -> Option<Decision> {
    Decision::of(choice, "Ana", note, check)
}

fn earlier(functions: Vec<EarlierFunction>) -> Earlier {
    Earlier { file: "earlier.json".into(), functions, ..Earlier::default() }
}

/// Compares rows of an inventory with an earlier run.
fn compared<T>(rows: &[&str], earlier: Earlier, then: impl FnOnce(&Rulebook, &Changes, &Problems) -> T) -> T {
    compared_beside(rows, (earlier, None), then)
}

/// The same with another set in the place of the outputs.
fn compared_beside<T>(
    rows: &[&str],
    sets: (Earlier, Option<Earlier>),
    then: impl FnOnce(&Rulebook, &Changes, &Problems) -> T,
) -> T {
    let text = format!("{HEADER}{}", rows.iter().map(|row| format!("{row}\n")).collect::<String>());
    let (rulebook, mut problems) = (load_default(), Problems::default());
    let workbook =
        table::parse(Path::new("now.csv"), text.as_bytes(), &Manner::default(), &mut problems).expect("a table");
    let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems).expect("an inventory");
    let assessed = assess(&rulebook, &inventory);
    let mut problems = Problems::default();
    let changes = compare(&rulebook, (&workbook.file, &inventory), &assessed, sets, &mut problems);
    then(&rulebook, &changes, &problems)
}

/// What is said of a comparison: a line for each function that has changed, each decision, and each problem.
#[track_caller]
fn check(rows: &[&str], earlier: Earlier, expected: &[&str]) {
    check_beside(rows, (earlier, None), expected);
}

#[track_caller]
fn check_beside(rows: &[&str], sets: (Earlier, Option<Earlier>), expected: &[&str]) {
    let said = compared_beside(rows, sets, |rulebook, changes, problems| {
        let changed = changes.functions.iter().map(|change| {
            let moved: Vec<String> = change.moved.iter().map(|moved| moved.shown(rulebook, Language::En)).collect();
            let was =
                change.earlier.and_then(|at| changes.earlier.functions[at].verdict).map_or("nothing", Verdict::name);
            format!("{}: {:?}, was {was}, moved {moved:?}", change.function, change.kinds)
        });
        let decisions = changes.decisions.iter().flatten();
        let decisions =
            decisions.map(|d| format!("{:?} by {}, {:?}, check {:?}", d.choice.as_ref(), d.by, d.note, d.check));
        let problems = problems.listed().iter().map(|problem| format!("{}: {}", problem.code, problem.message));
        changed.chain(decisions).chain(problems).collect::<Vec<_>>()
    });
    assert_eq!(said, expected);
}

#[test]
fn what_is_the_same_is_not_said() {
    check(&[&format!("1,Payroll,{BPO}")], earlier(vec![before("1", "Payroll")]), &[]);
    // Neither case nor blanks make another name.
    check(&[&format!("1,Payroll,{BPO}")], earlier(vec![before("1", " PAYROLL ")]), &[]);
}

#[test]
fn each_kind_of_change_alone_is_one() {
    let same = format!("1,Payroll,{BPO}");
    let of_rules = |sha256: &str| Earlier {
        rules: Some(Rules { title: "default 1".into(), sha256: sha256.into() }),
        ..earlier(vec![before("1", "Payroll")])
    };
    let has_changed = |rows: &[&str], earlier| compared(rows, earlier, |_, changes, _| changes.has_changed());
    assert!(!has_changed(&[&same], earlier(vec![before("1", "Payroll")])));
    assert!(!has_changed(&[&same], of_rules(load_default().sha256())));
    assert!(has_changed(&[&same], of_rules("others")));
    assert!(has_changed(&[&same], earlier(vec![before("1", "Wages"), before("2", "Audit")])));
    assert!(has_changed(&[&same], earlier(vec![before("1", "Payroll"), before("2", "Audit")])));
}

#[test]
fn new_functions_and_other_names_and_ids_are_said() {
    check(
        &[&format!("1,Payroll,{BPO}"), &format!("2,Audit,{BPO}"), &format!("9,Tax,{BPO}")],
        earlier(vec![before("1", "Wages"), before("8", "Tax")]),
        &[
            "0: [Name], was BPO, moved []",
            "1: [New], was nothing, moved []",
            "2: [Id], was BPO, moved []",
            "renamed: `Payroll` was called `Wages` in `earlier.json`",
            "id-changed: `Tax` had the id `8` in `earlier.json` and has the id `9` here",
        ],
    );
    check(
        &[&format!(",Payroll,{BPO}")],
        earlier(vec![before("1", "Payroll")]),
        &["0: [Id], was BPO, moved []", "id-changed: `Payroll` had the id `1` in `earlier.json` and has no id here"],
    );
}

#[test]
fn scores_that_have_moved_more_than_the_threshold_are_said() {
    let noted = |score: f64| {
        let function = EarlierFunction { score: Some(score), evidence: Vec::new(), ..before("1", "Payroll") };
        compared(&[&format!("1,Payroll,{BPO_BUT_CONTROL}")], earlier(vec![function]), |_, changes, _| {
            changes.functions.iter().map(|change| change.kinds.clone()).collect::<Vec<_>>()
        })
    };
    // The score is 50, and 20 points are not noteworthy yet.
    for score in [50.0, 30.0, 70.0, 70.0004] {
        assert!(noted(score).is_empty(), "{score}");
    }
    for score in [29.999, 70.001, -50.0, 100.0] {
        assert_eq!(noted(score), [[ChangeKind::Score]], "{score}");
    }
    // Where the verdict is another, that is said, and not the score as well.
    let function = EarlierFunction { verdict: Some(Verdict::Split), ..before("1", "Payroll") };
    check(
        &[&format!("1,Payroll,{BPO_BUT_CONTROL}")],
        earlier(vec![function]),
        &["0: [Verdict], was Split, moved [\"control and engagement +100 → −100\"]"],
    );
}

#[test]
fn what_has_changed_is_counted_by_its_kind() {
    let decided_on = |id: &str, name: &str| EarlierFunction { decision: decided("agree", "", ""), ..before(id, name) };
    let noted = EarlierFunction { decision: decided("", "soon", ""), ..before("6", "Travel") };
    let rows = [
        format!("1,Payroll,{BPO}"),
        format!("2,Audit,{BPO_BUT_CONTROL}"),
        format!("3,Tax,{BPO}"),
        format!("6,Travel,{BPO}"),
    ];
    let functions = vec![
        decided_on("1", "Payroll"),
        decided_on("2", "Audit"),
        decided_on("4", "Legal"),
        before("5", "Fleet"),
        noted,
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let counts = compared(&rows, earlier(functions), |_, changes, _| changes.counts());
    let expected =
        Counts { new: 1, gone: 2, ambiguous: 0, verdicts: 0, scores: 1, decisions: 2, to_check: 1, not_carried: 1 };
    assert_eq!(counts, expected);
}

#[test]
fn decisions_are_carried_over_with_a_mark_where_their_evidence_has_changed() {
    let same = EarlierFunction { decision: decided("agree", "", ""), ..before("1", "Payroll") };
    check(&[&format!("1,Payroll,{BPO}")], earlier(vec![same.clone()]), &["Some(Agree) by Ana, \"\", check \"\""]);
    check(
        &[&format!("1,Payroll,{BPO_BUT_CONTROL}")],
        earlier(vec![same]),
        &[
            "0: [Decision, Score], was BPO, moved [\"control and engagement +100 → −100\"]",
            "Some(Agree) by Ana, \"\", check \"evidence has changed: control and engagement +100 → −100\"",
            "decision-to-check: the decision `agree` on `Payroll` is to be checked: evidence has changed: control and engagement +100 → −100",
        ],
    );
    // An earlier mark stays, and a decision without one is not marked for evidence that the file does not tell.
    let marked = EarlierFunction {
        decision: decided("retain", "", "evidence has changed: cost 0 → +50"),
        evidence: vec![Said::NotTold, Said::NotTold, Said::NotTold, Said::Nothing],
        score: None,
        ..before("1", "Payroll")
    };
    check(
        &[&format!("1,Payroll,{BPO}")],
        earlier(vec![marked]),
        &[
            "0: [Decision], was BPO, moved [\"control and engagement not known → +100\"]",
            "Some(Retain) by Ana, \"\", check \"evidence has changed: cost 0 → +50; then: control and engagement not known → +100\"",
            "decision-to-check: the decision `retain` on `Payroll` is to be checked: evidence has changed: control and engagement not \
             known → +100",
        ],
    );
    let untold = EarlierFunction {
        decision: decided("retain", "", ""),
        verdict: Some(Verdict::TraditionalOutsourcing),
        evidence: Vec::new(),
        ..before("1", "Payroll")
    };
    check(
        &[&format!("1,Payroll,{BPO}")],
        earlier(vec![untold]),
        &[
            "0: [Verdict, Decision], was Traditional outsourcing, moved []",
            "Some(Retain) by Ana, \"\", check \"evidence has changed: the verdict was Traditional outsourcing\"",
            "decision-to-check: the decision `retain` on `Payroll` is to be checked: evidence has changed: the verdict was \
             Traditional outsourcing",
        ],
    );
    // A note decides nothing, and is never marked; what was not offered stays as it is.
    let noted = EarlierFunction { decision: decided("", "ask Ben", ""), ..before("1", "Payroll") };
    check(
        &[&format!("1,Payroll,{BPO_BUT_CONTROL}")],
        earlier(vec![noted]),
        &[
            "0: [Score], was BPO, moved [\"control and engagement +100 → −100\"]",
            "None by Ana, \"ask Ben\", check \"\"",
        ],
    );
    let other = EarlierFunction { decision: decided("perhaps", "", ""), ..before("1", "Payroll") };
    check(
        &[&format!("1,Payroll,{BPO}")],
        earlier(vec![other]),
        &[
            "Some(Other(\"perhaps\")) by Ana, \"\", check \"\"",
            "unknown-decision: expected one of agree, BPO, traditional outsourcing, retain, defer, found `perhaps`",
        ],
    );
}

/// A function with another name has kept its id, or the other way round; what is decided on it may not be meant for it.
#[test]
fn a_decision_that_came_by_an_id_alone_is_marked() {
    let renamed = EarlierFunction { decision: decided("agree", "", ""), ..before("1", "Wages") };
    let other_id = EarlierFunction { decision: decided("retain", "", ""), ..before("2", "Audit") };
    check(
        &[&format!("1,Payroll,{BPO}"), &format!("7,Audit,{BPO}")],
        earlier(vec![renamed, other_id]),
        &[
            "0: [Decision, Name], was BPO, moved []",
            "1: [Id], was BPO, moved []",
            "Some(Agree) by Ana, \"\", check \"the name was Wages\"",
            "Some(Retain) by Ana, \"\", check \"\"",
            "decision-to-check: the decision `agree` on `Payroll` is to be checked: the name was Wages",
            "renamed: `Payroll` was called `Wages` in `earlier.json`",
            "id-changed: `Audit` had the id `2` in `earlier.json` and has the id `7` here",
        ],
    );
}

/// Nor is it where another department has it, and no id says that it is the same.
#[test]
fn a_decision_of_another_department_is_marked_unless_an_id_tells() {
    let of =
        |id| EarlierFunction { department: "HR".into(), decision: decided("agree", "", ""), ..before(id, "Payroll") };
    for (id, department, check) in
        [("", "Finance", "the department was HR"), ("1", "Finance", ""), ("", "hr", ""), ("", "", "")]
    {
        let rows = [&*format!("{id},Payroll,{BPO}{department}")];
        let found = compared(&rows, earlier(vec![of(id)]), |_, changes, _| changes.decisions[0].clone());
        assert_eq!(found.expect("a decision").check, check, "{id} {department}");
    }
}

#[test]
fn what_cannot_be_told_apart_is_said_with_its_rows() {
    let twins = |count: usize| {
        let twin = |row: usize| EarlierFunction { row: row.to_string(), ..before("", "Payroll") };
        earlier((2..2 + count).map(twin).collect())
    };
    check(
        &[&format!(",Payroll,{BPO}")],
        twins(2),
        &[
            "0: [Ambiguous], was nothing, moved []",
            "ambiguous-earlier: `Payroll` cannot be told from others by id or name in `earlier.json` (rows 2, 3), and was not \
             compared",
        ],
    );
    check(
        &[&format!(",Payroll,{BPO}"), &format!(",Payroll,{BPO}")],
        twins(1),
        &[
            "0: [Ambiguous], was nothing, moved []",
            "1: [Ambiguous], was nothing, moved []",
            "ambiguous-earlier: `Payroll` cannot be told from others by id or name in `earlier.json` (row 2), and was not \
             compared",
            "ambiguous-earlier: `Payroll` cannot be told from others by id or name in `earlier.json` (row 2), and was not \
             compared",
        ],
    );
    // The rows in which the run had them tell nothing once they say something else.
    let other_rows = ["2", "3"].map(|row| EarlierFunction {
        row: row.into(),
        key: row.into(),
        contents: Some(0),
        ..before("", "Payroll")
    });
    check(
        &[&format!(",Payroll,{BPO}")],
        earlier(other_rows.to_vec()),
        &[
            "0: [Ambiguous], was nothing, moved []",
            "ambiguous-earlier: `Payroll` cannot be told from others by id or name in `earlier.json` (rows 2, 3), and was not \
             compared",
        ],
    );
    let said = |count| {
        let of = |_: &Rulebook, _: &Changes, problems: &Problems| problems.listed()[0].message.clone();
        compared(&[&format!(",Payroll,{BPO}")], twins(count), of)
    };
    assert!(said(5).contains("(rows 2, 3, 4, 5, 6), and"), "{}", said(5));
    assert!(said(6).contains("(rows 2, 3, 4, 5, 6, …), and"), "{}", said(6));
}

#[test]
fn functions_of_one_name_are_told_by_rows_that_say_the_same() {
    let rows = [format!(",Payroll,{BPO}"), format!(",Payroll,{BPO_BUT_CONTROL}")];
    let text = format!("{HEADER}{}\n", rows.join("\n"));
    let workbook = table::parse(Path::new("then.csv"), text.as_bytes(), &Manner::default(), &mut Problems::default());
    let contents = |row0: u32| {
        let table = &workbook.as_ref().expect("a table").tables[0];
        Some(contents_of_row(table, row0, table.columns()))
    };
    // The workbook was sorted since.
    let then = |row0: u32, decision: &str| EarlierFunction {
        key: (row0 + 1).to_string(),
        contents: contents(row0),
        decision: decided(decision, "", ""),
        score: None,
        evidence: Vec::new(),
        ..before("", "Payroll")
    };
    check(
        &rows.each_ref().map(String::as_str),
        earlier(vec![then(2, "retain"), then(1, "agree")]),
        &["Some(Agree) by Ana, \"\", check \"\"", "Some(Retain) by Ana, \"\", check \"\""],
    );
}

#[test]
fn decisions_on_what_has_no_counterpart_are_named() {
    let gone = EarlierFunction { decision: decided("retain", "", ""), ..before("2", "Audit") };
    let noted = EarlierFunction { decision: decided("", "ask Ben", ""), ..before("3", "Tax") };
    let heading =
        EarlierFunction { kind: EarlierRow::NoFunction, decision: decided("defer", "", ""), ..before("", "FINANCE") };
    let twins = [decided("agree", "", ""), None].map(|decision| EarlierFunction { decision, ..before("", "Legal") });
    let mut functions = vec![before("1", "Payroll"), gone, noted, heading, before("4", "Sales")];
    functions.extend(twins);
    check(
        &[&format!("1,Payroll,{BPO}"), &format!(",Legal,{BPO}")],
        earlier(functions.clone()),
        &[
            "1: [Ambiguous], was nothing, moved []",
            "ambiguous-earlier: `Legal` cannot be told from others by id or name in `earlier.json` (rows 7, 7), and was not \
             compared",
            "decision-not-carried: the decision `retain` on `Audit` was not carried over: the function is gone",
            "decision-not-carried: the note on `Tax` was not carried over: the function is gone",
            "decision-not-carried: the decision `defer` on `FINANCE` was not carried over: the row was no function",
            "decision-not-carried: the decision `agree` on `Legal` was not carried over: the function cannot be told from others",
        ],
    );
    let left = compared(&[&format!(",Legal,{BPO}")], earlier(functions), |_, changes, _| changes.left_behind.clone());
    assert_eq!(left.iter().map(|left| (left.earlier, left.is_gone)).collect::<Vec<_>>(), {
        [(0, true), (1, true), (2, true), (3, true), (4, true), (5, false), (6, false)]
    });
}

#[test]
fn counts_are_of_functions_and_of_decisions() {
    let with = |decision, function| EarlierFunction { decision, ..function };
    let functions = vec![
        with(decided("agree", "", ""), before("1", "Payroll")),
        with(decided("retain", "", ""), EarlierFunction { verdict: Some(Verdict::Split), ..before("2", "Audit") }),
        with(decided("", "a note", ""), before("3", "Tax")),
        with(decided("defer", "", ""), before("4", "Gone with a decision")),
        with(decided("", "a note", ""), before("5", "Gone with a note")),
        with(decided("defer", "", ""), EarlierFunction { kind: EarlierRow::NoFunction, ..before("", "HEADING") }),
        EarlierFunction { score: Some(0.0), evidence: Vec::new(), ..before("6", "Sales") },
        before("", "Legal"),
        before("", "Legal"),
    ];
    let rows = ["1,Payroll", "2,Audit", "3,Tax", "6,Sales", "7,New one", "8,New two", ",Legal"];
    let rows: Vec<String> = rows.map(|row| format!("{row},{BPO}")).to_vec();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let counts = compared(&rows, earlier(functions), |_, changes, _| changes.counts());
    let expected =
        Counts { new: 2, gone: 2, ambiguous: 1, verdicts: 1, scores: 1, decisions: 2, to_check: 1, not_carried: 2 };
    assert_eq!(counts, expected);
}

#[test]
fn what_the_earlier_file_does_not_tell_is_said() {
    let without = |name| EarlierFunction { verdict: None, score: None, evidence: Vec::new(), ..before("", name) };
    let heading = EarlierFunction { kind: EarlierRow::NoFunction, ..without("FINANCE") };
    let rows = format!(",Payroll,{BPO}");
    check(
        &[&rows],
        earlier(vec![without("Payroll"), before("", "Tax"), heading]),
        &[
            "no-earlier-verdict: has no verdict on 1 of 2 functions, so neither these nor the evidence of their decisions can be \
           compared",
        ],
    );
    check(
        &[&rows],
        Earlier { is_judged_anew: true, ..earlier(vec![before("", "Payroll")]) },
        &["earlier-judged-anew: has lost its verdicts, so its table was judged anew by the rules of this run"],
    );
    let rules = |sha256: String| {
        let rules = Some(Rules { title: "default 1".into(), sha256 });
        let earlier = Earlier { rules, ..earlier(vec![before("", "Payroll")]) };
        compared(&[&rows], earlier, |_, changes, _| changes.rules_changed)
    };
    assert_eq!((rules(load_default().sha256().to_owned()), rules("0".into())), (Some(false), Some(true)));
    assert_eq!(compared(&[&rows], earlier(Vec::new()), |_, changes, _| changes.rules_changed), None);
}

#[test]
fn what_was_decided_in_the_set_in_the_place_of_the_outputs_is_joined() {
    const CHECKED: &str = "evidence has changed: cost 0 → +50";
    let agree = |check| decided("agree", "", check);
    let carried = "decisions-joined: 1 decision or note of the set in the place of the outputs was carried over as well, as \
                   `earlier.json` has none there";
    let differs = "decisions-differ: what was decided on `Payroll` differs: `agree, Ana` in `earlier.json` counts, and the set in \
                   the place of the outputs has `retain, Ana`";
    let to_check = "0: [Decision], was BPO, moved []";
    for (own, other, is_newer, expected) in [
        (None, agree(""), false, &["Some(Agree) by Ana, \"\", check \"\"", carried][..]),
        (agree(""), None, false, &["Some(Agree) by Ana, \"\", check \"\""]),
        (agree(""), agree(""), false, &["Some(Agree) by Ana, \"\", check \"\""]),
        (agree(""), decided("", "soon", ""), false, &["Some(Agree) by Ana, \"soon\", check \"\""]),
        // A mark was set or emptied since in the set that is newer, and there alone.
        (agree(""), agree(CHECKED), false, &["Some(Agree) by Ana, \"\", check \"\""]),
        (
            agree(""),
            agree(CHECKED),
            true,
            &[to_check, "Some(Agree) by Ana, \"\", check \"evidence has changed: cost 0 → +50\""],
        ),
        (agree(""), decided("retain", "", ""), true, &["Some(Retain) by Ana, \"\", check \"\""]),
        (
            agree(""),
            decided("retain", "", ""),
            false,
            &[to_check, "Some(Agree) by Ana, \"\", check \"another copy says: retain, Ana\"", differs],
        ),
    ] {
        let set = |decision| earlier(vec![EarlierFunction { decision, ..before("1", "Payroll") }]);
        let given = Earlier { sha256: "given".into(), ..set(own) };
        let compared_with = Some(if is_newer { "given" } else { "another" }.to_owned());
        let other = Earlier { file: "here.json".into(), compared_with, ..set(other) };
        check_beside(&[&format!("1,Payroll,{BPO}")], (given, Some(other)), expected);
    }
}

#[test]
fn rows_that_a_workbook_alone_has_count_where_something_was_decided_on_them() {
    let on = |decision: &str, function| EarlierFunction { decision: decided(decision, "", ""), ..function };
    let workbook =
        vec![on("agree", before("1", "Payroll")), before("8", "Typed in"), on("retain", before("9", "Fleet"))];
    let joined = earlier(vec![before("1", "Payroll")]).with_decisions_of(earlier(workbook));
    let found: Vec<_> = joined.functions.iter().map(|function| (&*function.name, function.kind)).collect();
    assert_eq!(found, [("Payroll", EarlierRow::Function), ("Fleet", EarlierRow::NoFunction)]);
    assert!(joined.functions.iter().all(|function| function.decision.is_some()));
}

#[test]
fn what_was_decided_in_another_set_on_functions_that_are_gone_is_remembered_once() {
    use EarlierRow::{Function, GoneBefore};
    let told = "the decision `agree` on `Fleet` was not carried over: the function is gone";
    let retained = "the decision `retain` on `Fleet` was not carried over: the function is gone";
    // What the given set and the other decided, the rows of both that are left, what is told, and what a third set would add.
    for (own, other, left, messages, besides) in [
        ("", "", &[Function][..], &[][..], 1),
        ("", "agree", &[Function, GoneBefore], &[told], 0),
        ("agree", "", &[Function], &[told], 0),
        ("agree", "agree", &[Function], &[told], 0),
        ("retain", "agree", &[Function, GoneBefore], &[retained, told], 0),
        ("retain", "retain", &[Function], &[retained], 1),
    ] {
        let set = |file: &str, choice: &str| {
            let decision = decided(choice, "", "").filter(|_| !choice.is_empty());
            let fleet = EarlierFunction { decision, ..before("9", "Fleet") };
            Earlier { file: file.into(), sha256: file.into(), ..earlier(vec![before("1", "Payroll"), fleet]) }
        };
        let text = format!("{HEADER}1,Payroll,{BPO}\n");
        let (rulebook, mut problems) = (load_default(), Problems::default());
        let workbook =
            table::parse(Path::new("now.csv"), text.as_bytes(), &Manner::default(), &mut problems).expect("a table");
        let inventory = inventory::map(&rulebook, &workbook, &[], &mut problems).expect("an inventory");
        let (judged, mut problems) = ((&workbook.file, &inventory), Problems::default());
        let sets = (set("given", own), Some(set("here", other)));
        let changes = compare(&rulebook, judged, &assess(&rulebook, &inventory), sets, &mut problems);
        let rows = changes.left_behind.iter().map(|left| &changes.earlier.functions[left.earlier]);
        let rows: Vec<_> = rows.map(|row| (&*row.name, row.kind)).collect();
        assert_eq!(rows, left.iter().map(|kind| ("Fleet", *kind)).collect::<Vec<_>>(), "{own} {other}");
        let said: Vec<&str> = problems.listed().iter().map(|problem| &*problem.message).collect();
        assert_eq!(said, messages, "{own} {other}");
        let third = decided_besides(&rulebook, judged, Some(&changes), set("third", "agree"));
        assert_eq!(third, besides, "{own} {other}");
        let strange = earlier(vec![EarlierFunction { decision: decided("agree", "", ""), ..before("9", "Fleet") }]);
        assert_eq!(decided_besides(&rulebook, judged, Some(&changes), strange), 0);
    }
}
