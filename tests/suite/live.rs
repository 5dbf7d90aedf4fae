//! The workbook's formulas against the program: other weights in the cells, and a rulebook with the same weights.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use outsift::assessment::{Assessment, Balance, Margin, Review, Standing, Strength, Verdict};
use outsift::report::model::MapPoint;
use outsift::rulebook::{self, Points, Rulebook, Span};
use outsift::run::{self, Exit, Job, Judgement};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Assessed, DATE, assess, checked, file, has, outsift, path};
use crate::scenarios::{self, SCENARIOS};

/// The criteria with a direction.
const CRITERIA: [&str; 4] = ["strategic_value", "cost", "nature", "control"];
/// Two files of answers that differ on many levels.
const RATERS: [&str; 2] = ["ann.csv", "bob.csv"];
const THRESHOLDS: [&str; 3] = ["minimum_coverage", "borderline", "fragile"];

/// Weights as they are written, and thresholds.
#[derive(Clone, Debug)]
struct Set {
    weights: [String; 4],
    thresholds: [u32; 3],
}

impl Set {
    fn of(weights: [&str; 4], thresholds: [u32; 3]) -> Set {
        Set { weights: weights.map(str::to_owned), thresholds }
    }

    fn has_weight(&self, criterion: usize) -> bool {
        self.weights[criterion].parse::<f64>().expect("a number") > 0.0
    }

    /// The default rulebook with this set in it.
    fn rulebook(&self) -> String {
        let mut text = rulebook::default_text().to_owned();
        for (id, weight) in CRITERIA.iter().zip(&self.weights) {
            let start = text.find(&format!("[[criterion]]\nid = \"{id}\"")).expect("the criterion");
            let at = start + text[start..].find("weight = 1\n").expect("its weight");
            text.replace_range(at..at + "weight = 1".len(), &format!("weight = {weight}"));
        }
        for (id, value) in THRESHOLDS.iter().zip(self.thresholds) {
            let start = text.find(&format!("\n{id} = ")).expect("the threshold") + 1;
            let end = start + text[start..].find('\n').expect("a line");
            text.replace_range(start..end, &format!("{id} = {value}"));
        }
        text
    }

    /// The same as cells of the workbook.
    fn cells(&self) -> BTreeMap<String, f64> {
        let weights = CRITERIA
            .iter()
            .zip(&self.weights)
            .map(|(id, weight)| (format!("weight_{id}"), weight.parse().expect("a number")));
        let thresholds =
            THRESHOLDS.iter().zip(self.thresholds).map(|(id, value)| (format!("threshold_{id}"), f64::from(value)));
        weights.chain(thresholds).collect()
    }
}

/// What a spreadsheet may read otherwise than the program: ties, nothing at all, many digits, every threshold at an end. That
/// the rule itself holds for all weights and thresholds is proved where it is written; that the shares of weightings, which are
/// no formulas, hold for all weights of the same criteria, is seen by some weights more.
fn sets() -> Vec<Set> {
    vec![
        Set::of(["0", "0", "0", "0"], [50, 20, 60]),
        Set::of(["0", "1", "0", "0"], [100, 100, 100]),
        Set::of(["0.3", "0.1", "0.1", "0.1"], [0, 0, 67]),
        Set::of(["1000000", "0.001", "333333.333", "999999.999"], [75, 25, 0]),
        Set::of(["3", "0.2", "1", "2"], [50, 20, 34]),
        Set::of(["0.5", "4", "1.5", "1"], [25, 38, 75]),
    ]
}

/// Functions of all kinds, with gaps and with ties.
fn generated() -> (TempDir, PathBuf) {
    let mut random = fastrand::Rng::with_seed(7);
    let mut text = String::from(
        "Function ID,Function,Strategic value,Integration,Repetitiveness,Volume,Specialisation,Nature,Control wanted,Annual cost (USD)\n",
    );
    for row in 0..160 {
        let gaps = random.u8(..10);
        let mut level = || match random.u8(..10) {
            n if n < gaps => "",
            n if n % 4 == 0 => "Low",
            n if n % 4 == 1 => "Medium",
            _ => "High",
        };
        let levels = [level(), level(), level(), level(), level()];
        let control = level();
        let nature = ["Ongoing", "Ongoing", "Seasonal", "One-time", ""][random.usize(..5)];
        let cost = if random.u8(..5) == 0 { String::new() } else { random.u32(1_000..900_000).to_string() };
        let _ = writeln!(text, "F{row},Work {row},{},{nature},{control},{cost}", levels.join(","));
    }
    let (folder, input) = file("generated.csv", text);
    for rater in RATERS {
        let mut answers = String::from("Function ID,Function,Strategic value,Repetitiveness,Control wanted\n");
        for row in (0..160).step_by(2) {
            let mut level = || ["", "", "Low", "Medium", "High", "30", "80"][random.usize(..7)];
            let _ = writeln!(answers, "F{row},Work {row},{},{},{}", level(), level(), level());
        }
        fs::write(input.with_file_name(rater), answers).expect("room");
    }
    (folder, input)
}

/// The files of answers that stand beside an inventory.
fn raters(input: &Path) -> Vec<PathBuf> {
    let beside = RATERS.map(|rater| input.with_file_name(rater));
    beside.into_iter().filter(|rater| rater.is_file()).collect()
}

/// What is different between a recalculated workbook and the program's own judgement, in words.
fn differences(said: &Value, input: &Path, set: &Set, base: &Set) -> Vec<String> {
    judged(input, set, |judgement| match judgement {
        Some(judgement) => {
            let mut found = Differences::default();
            found.rows(said, judgement, set, base);
            found.summary(said, judgement);
            let changed = set.cells() != base.cells();
            let state = said["state"].as_str().unwrap_or_default();
            found.check("the line on the weights", &json!(state.contains("Changed since the run")), &json!(changed));
            found.0
        }
        None => {
            // The program refuses a rulebook in which nothing decides: the workbook must not decide either.
            assert!((0..4).all(|i| !set.has_weight(i)), "{set:?} is a rulebook");
            let rows = said["rows"].as_object().expect("rows");
            let decided = rows.values().filter(|row| row["Verdict"] != "Insufficient evidence" || row["Score"] != "");
            decided.map(ToString::to_string).collect()
        }
    })
}

/// What the program itself says with a set of weights; none where it refuses them.
fn judged<T>(input: &Path, set: &Set, then: impl FnOnce(Option<&Judgement>) -> T) -> T {
    let (_folder, rules) = file("set.toml", set.rulebook());
    let mut job = Job::new(input.to_owned(), jiff::civil::date(2026, 1, 31));
    job.reading.rulebook = Some(rules);
    job.reading.answers = raters(input);
    let mut then = Some(then);
    let mut take = |judgement: Option<&Judgement>| then.take().expect("it is called once")(judgement);
    let outcome = run::judge(&job, &|_| (), |judgement| Ok(take(Some(judgement))));
    outcome.unwrap_or_else(|failure| {
        assert_eq!(failure.exit, Exit::Rulebook, "{failure:?}");
        take(None)
    })
}

/// A name as the first sheet has room for it.
fn cut(name: &str) -> String {
    const LONGEST: usize = 38;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

#[derive(Default)]
struct Differences(Vec<String>);

impl Differences {
    fn check(&mut self, what: &str, found: &Value, expected: &Value) {
        let same = match (expected.as_f64(), found.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
            _ => found == expected,
        };
        if !same {
            self.0.push(format!("{what} is {found}, not {expected}"));
        }
    }

    /// A row; where it is not as in the run, what is no formula is blank.
    fn assessment(&mut self, row: &Value, number: u32, assessment: &Assessment, rulebook: &Rulebook, is_as_run: bool) {
        let mut differ = |what: &str, expected: Value| {
            self.check(&format!("row {number}: {what}"), &row[what], &expected);
        };
        differ("Verdict", json!(assessment.verdict.name()));
        differ("Standing", json!(assessment.standing.name()));
        differ("Score", json!(assessment.score.points()));
        differ("Lowest", json!(assessment.low.points()));
        differ("Highest", json!(assessment.high.points()));
        differ("Coverage", json!(assessment.coverage));
        let strength = assessment.strength.map(Strength::name).or(assessment.split.map(Balance::name));
        differ("Strength", json!(strength.unwrap_or_default()));
        let share = |share: Option<f64>| share.filter(|_| is_as_run).map_or(json!(""), |share| json!(share));
        differ("Robustness", share(assessment.robustness));
        differ("Whatever is missing", share(assessment.robustness_low));
        let margin = assessment.margin.filter(|_| is_as_run);
        differ(
            "Margin",
            match margin {
                None => json!(""),
                Some(Margin::Steps(steps)) => json!(steps),
                Some(Margin::More) => json!("more than 3"),
            },
        );
        let mut reasons = assessment.review_reasons(rulebook);
        // What is not known does not send a function to the review.
        reasons.retain(|reason| is_as_run || ![Review::Fragile, Review::OneReading].contains(reason));
        let named: Vec<&str> = reasons.iter().map(|reason| reason.name()).collect();
        differ("Review", json!(named.join(", ")));
        differ("Flag", json!(reasons.len().min(2)));
        let is_settled = assessment.standing == Standing::Settled && reasons.is_empty();
        differ("Firm", json!(if is_settled { if is_as_run { "yes" } else { "run again" } } else { "no" }));
    }

    fn rows(&mut self, said: &Value, judgement: &Judgement, set: &Set, base: &Set) {
        let rows = said["rows"].as_object().expect("rows");
        let Judgement { inventory, assessed, rulebook, .. } = judgement;
        assert_eq!(rows.len(), assessed.functions(), "every function has its row");
        let is_as_run = set.cells() == base.cells();
        for (function, assessment) in inventory.functions.iter().zip(assessed.all()) {
            let number = function.row0 + 1;
            self.assessment(&rows[&number.to_string()], number, assessment, rulebook, is_as_run);
        }
    }

    /// The rows where some levels were typed over, against the judgement on those levels.
    fn typed_over(&mut self, said: &Value, judgement: &Judgement, typed: &Typed, is_as_run: bool) {
        let Judgement { rulebook, inventory, assessed, .. } = judgement;
        for (position, function) in inventory.functions.iter().enumerate() {
            let number = function.row0 + 1;
            let mut levels: BTreeMap<&str, Span> = BTreeMap::new();
            for (id, attribute) in rulebook.attribute_ids() {
                levels.insert(&attribute.id, inventory.span(id, position).0);
            }
            let mut changed = 0;
            for (attribute, value) in typed.get(&number).into_iter().flatten() {
                let level = levels.get_mut(attribute).expect("an attribute");
                let was = std::mem::replace(level, counted(value, *level));
                changed += usize::from(*level != was);
            }
            let mut evidence = Vec::new();
            let level = |id| levels[rulebook.attribute(id).id.as_str()];
            assessed.rule.weigh(&assessed.rule.levels(level), &mut evidence);
            let mut judged = assessed.rule.judge(&evidence);
            judged.is_disputed = assessed.rule.levels(level).iter().any(|level| level.is_disputed());
            let row = &said["rows"][&number.to_string()];
            let found = if changed == 0 { assessed.of(position) } else { &judged };
            self.assessment(row, number, found, rulebook, is_as_run && changed == 0);
            self.check(&format!("row {number}: Changed"), &row["Changed"], &json!(changed));
        }
    }

    /// The first sheet: what each chart shows, and the costliest functions.
    fn summary(&mut self, said: &Value, judgement: &Judgement) {
        let Judgement { report, portfolio, .. } = judgement;
        let dashboard = report.dashboard();
        self.check("the coverage", &said["coverage"], &json!(portfolio.coverage));
        for split in &report.summary.splits {
            let amounts = split.segments.iter().map(|segment| vec![segment.amount]).collect();
            self.block(said, &format!("Verdicts {}", split.label), amounts);
        }
        let bins = dashboard.scores.iter().map(|bin| [bin.beyond, bin.borderline, bin.insufficient].map(|n| n as f64));
        self.block(said, "Functions by score", bins.map(Vec::from).collect());
        if let Some(groups) = &dashboard.groups {
            let counts = groups.groups.iter().map(|(_, counts)| counts.map(|n| n as f64).to_vec());
            self.block(said, &groups.title, counts.collect());
        }
        for (i, lines) in dashboard.costliest.iter().enumerate() {
            for place in 0..10 {
                let line = lines[place].as_ref();
                let expected = [
                    json!(line.map_or(String::new(), |line| cut(&line.name))),
                    line.and_then(|line| line.cost).map_or(json!(""), |cost| json!(cost)),
                    line.map_or(json!(""), |line| json!(line.score)),
                ];
                for (column, expected) in expected.into_iter().enumerate() {
                    let found = &said["costliest"][i][place][column];
                    self.check(&format!("place {place} of verdict {i}"), found, &expected);
                }
            }
        }
        self.map(said, judgement);
    }

    fn block(&mut self, said: &Value, title: &str, expected: Vec<Vec<f64>>) {
        let lines = said["blocks"][title].as_array().unwrap_or_else(|| panic!("no block `{title}`"));
        assert_eq!(lines.len(), expected.len(), "{title}");
        for (found, expected) in lines.iter().zip(expected) {
            for (column, figure) in (1..).zip(expected) {
                self.check(&format!("{title}, {}, {column}", found[0]), &found[column], &json!(figure));
            }
        }
    }

    /// Each function stands near its evidence, in the column of its verdict only.
    fn map(&mut self, said: &Value, judgement: &Judgement) {
        let map = &judgement.report.summary.map;
        if map.points.is_empty() {
            return;
        }
        let lines = said["blocks"]["Portfolio map (marks on one spot are spread)"].as_array().expect("a map");
        let points: BTreeMap<&str, &MapPoint> =
            map.points.iter().chain(&map.unplaced).map(|point| (point.name.as_str(), point)).collect();
        assert_eq!(lines.len(), points.len(), "every function is on the map, by its own name");
        for line in lines {
            let name = line[0].as_str().expect("a name");
            let point = points[name];
            let ordinates = Verdict::ALL.map(|verdict| point.y.filter(|_| point.verdict == verdict));
            for (column, expected) in (2..).zip([point.x].into_iter().chain(ordinates)) {
                let near = match (line[column].as_f64(), expected) {
                    (Some(found), Some(expected)) => (found - expected).abs() <= 8.0,
                    (found, expected) => found.is_none() && expected.is_none(),
                };
                self.check(
                    &format!("{name} on the map, column {column}, {}", line[column]),
                    &json!(near),
                    &json!(true),
                );
            }
        }
    }
}

fn recalculated(cases: &[Value]) -> Vec<Value> {
    let folder = TempDir::new().expect("a temporary folder");
    let sets = folder.path().join("sets.json");
    fs::write(&sets, json!(cases).to_string()).expect("the sets can be written");
    let script = path("tests/suite/live.py");
    let said = checked("python3", &[script.as_os_str(), sets.as_os_str(), folder.path().as_os_str()]);
    serde_json::from_str(&said).expect("JSON")
}

fn live(input: &Path, base: &Set) -> Assessed {
    let (_folder, rules) = file("base.toml", base.rulebook());
    let mut words = vec!["--rulebook".to_owned(), rules.to_string_lossy().into_owned()];
    for rater in raters(input) {
        words.extend(["--answers".to_owned(), rater.to_string_lossy().into_owned()]);
    }
    assess(input, &words.iter().map(String::as_str).collect::<Vec<_>>())
}

type Check = Box<dyn FnOnce(&[Value])>;

/// Workbooks to be recalculated, and what is to hold of what they say then, each at its place.
struct Trial {
    cases: Vec<Value>,
    check: Check,
}

/// `LibreOffice` takes longer to start than to recalculate, so it is started once for all that is asked of the formulas.
#[test]
fn the_formulas_say_what_the_program_would_say() {
    if !has("soffice") || !has("python3") {
        return;
    }
    let trials = [
        other_weights_give_what_the_program_would_give(),
        a_wrong_formula_is_noticed(),
        levels_can_be_typed_over(),
        what_is_no_weight_counts_as_in_the_run(),
        the_scenario_that_is_chosen_is_shown(),
    ];
    let cases: Vec<Value> = trials.iter().flat_map(|trial| trial.cases.clone()).collect();
    let said = recalculated(&cases);
    assert_eq!(said.len(), cases.len());
    let mut rest = said.as_slice();
    for Trial { cases, check } in trials {
        let (own, others) = rest.split_at(cases.len());
        check(own);
        rest = others;
    }
}

/// Whatever is typed into the cells, the formulas say what the program would say, to the last row.
fn other_weights_give_what_the_program_would_give() -> Trial {
    let usual = Set::of(["1", "1", "1", "1"], [50, 20, 60]);
    let switched_off = Set::of(["1", "0", "2.5", "1"], [50, 20, 60]);
    let (folder, generated) = generated();
    let sample = path("samples/portfolio.xlsx");
    let (mut cases, mut expected, mut books) = (Vec::new(), Vec::new(), Vec::new());
    for (input, base, sets) in [
        (&sample, &usual, Vec::new()),
        (&generated, &usual, sets()),
        // A criterion that had no weight in the run can be given one.
        (&generated, &switched_off, vec![usual.clone()]),
    ] {
        let book = live(input, base);
        let workbook = book.workbook();
        cases.push(json!({ "workbook": workbook, "cells": {} }));
        expected.push((input.clone(), base.clone(), base.clone()));
        for set in sets {
            cases.push(json!({ "workbook": workbook, "cells": set.cells() }));
            expected.push((input.clone(), set, base.clone()));
        }
        books.push(book);
    }
    let check = move |said: &[Value]| {
        let _kept = (folder, books);
        for (said, (input, set, base)) in said.iter().zip(&expected) {
            let differences = differences(said, input, set, base);
            assert!(differences.is_empty(), "{set:?}\n{}", differences.join("\n"));
        }
    };
    Trial { cases, check: Box::new(check) }
}

/// The comparison notices a formula that is wrong at a tie, and a weight that is not applied.
fn a_wrong_formula_is_noticed() -> Trial {
    let usual = Set::of(["1", "1", "1", "1"], [50, 20, 60]);
    let other = Set::of(["0.3", "0.1", "0.1", "0.1"], [50, 20, 60]);
    // Scores are multiples of an eighth of 100.
    let at_the_line = Set::of(["1", "1", "1", "1"], [50, 25, 60]);
    let (folder, input) = generated();
    let book = live(&input, &usual);
    let workbook = book.workbook();
    let mut without_one = other.cells();
    without_one.remove("weight_strategic_value");
    let mut cases = vec![json!({ "workbook": workbook, "cells": without_one })];
    let mut sets = vec![other];
    for (set, part, from, to) in [
        (&usual, "Assessment", ">0,\"BPO\"", ">=0,\"BPO\""),
        (&usual, "Assessment", "*N(", "*0*N("),
        (&at_the_line, "Assessment", "<=whole", "<whole"),
        (&at_the_line, "Summary", "\"<=\"&whole", "\"<\"&whole"),
        (&usual, "Summary", "SUMIFS(", "0.999*SUMIFS("),
        (&usual, "Summary", "SMALL(", "LARGE("),
    ] {
        cases.push(json!({ "workbook": workbook, "cells": set.cells(), "tamper": [part, from, to] }));
        sets.push(set.clone());
    }
    let tampered: Vec<Value> = cases.iter().map(|case| case["tamper"].clone()).collect();
    let check = move |said: &[Value]| {
        let _kept = (folder, book);
        for ((said, set), tampered) in said.iter().zip(&sets).zip(&tampered) {
            assert!(!differences(said, &input, set, &usual).is_empty(), "unnoticed: {tampered}");
        }
    };
    Trial { cases, check: Box::new(check) }
}

/// What is typed over some of the levels, or nothing, by row and attribute.
type Typed = BTreeMap<u32, Vec<(&'static str, Value)>>;

/// The level that a typed value counts as; what is none counts as what was read.
fn counted(typed: &Value, read: Span) -> Span {
    let level = |level| Points::new(level).into();
    match typed {
        Value::Null => Span::Missing,
        Value::String(word) => match word.to_lowercase().as_str() {
            "low" => level(0),
            "medium" => level(50),
            "high" => level(100),
            _ => read,
        },
        number => match number.as_f64() {
            // A fraction may be a part of the scale as well.
            Some(number) if number > 0.0 && number < 1.0 => read,
            Some(number @ 0.0..=100.0) => level(number.round() as u8),
            _ => read,
        },
    }
}

fn typed_over() -> Typed {
    const ATTRIBUTES: [&str; 7] =
        ["strategic_value", "integration", "repetitiveness", "volume", "specialisation", "continuity", "control"];
    let mut random = fastrand::Rng::with_seed(11);
    let typed = (2..160).step_by(3).map(|row| {
        let mut attributes = ATTRIBUTES;
        random.shuffle(&mut attributes);
        let values = attributes[..random.usize(1..=4)].iter().map(|attribute| {
            let some = json!(random.u8(0..=100));
            let values = [
                Value::Null,
                json!("Low"),
                json!("Medium"),
                json!("high"),
                json!(0),
                json!(62.5),
                json!(0.6),
                json!(150),
                json!(-1),
                json!("hoch"),
                json!("70"),
                some,
            ];
            (*attribute, values[random.usize(..values.len())].clone())
        });
        (row, values.collect())
    });
    typed.collect()
}

/// Levels that are typed over count from then on, what is deleted is not known, and what is no level counts as it was read;
/// the rest of the row follows.
fn levels_can_be_typed_over() -> Trial {
    let usual = Set::of(["1", "1", "1", "1"], [50, 20, 60]);
    let other = Set::of(["2", "0.5", "1", "0.3"], [60, 20, 60]);
    let (folder, input) = generated();
    let book = live(&input, &usual);
    let typed = typed_over();
    let header = |attribute: &str| match attribute {
        "control" => "Level: control wanted".to_owned(),
        other => format!("Level: {}", other.replace('_', " ")),
    };
    let of_row = |(row, typed): (&u32, &Vec<(&'static str, Value)>)| {
        typed.iter().map(|(attribute, value)| json!([row, header(attribute), value])).collect::<Vec<_>>()
    };
    let cells: Vec<Value> = typed.iter().flat_map(of_row).collect();
    let sets = [usual, other];
    let case = |set: &Set| json!({ "workbook": book.workbook(), "cells": set.cells(), "levels": cells });
    let cases = sets.iter().map(case).collect();
    let check = move |said: &[Value]| {
        let _kept = (folder, book);
        for (said, (set, is_as_run)) in said.iter().zip(sets.iter().zip([true, false])) {
            let mut found = Differences::default();
            judged(&input, set, |judgement| found.typed_over(said, judgement.expect("a rulebook"), &typed, is_as_run));
            assert!(found.0.is_empty(), "{set:?}\n{}", found.0.join("\n"));
            let (state, header) = (&said["state"], &said["header"]);
            for part in [" levels, ", " that are no levels and count as they were read"] {
                assert!(state.as_str().is_some_and(|text| text.contains(part)), "{state}");
                assert!(header.as_str().is_some_and(|text| text.contains(part)), "{header}");
            }
        }
    };
    Trial { cases, check: Box::new(check) }
}

/// A weight or a threshold that is no number in range counts as that of the run, and the others as they are.
fn what_is_no_weight_counts_as_in_the_run() -> Trial {
    let usual = Set::of(["1", "2", "1", "0.5"], [50, 20, 60]);
    let (folder, input) = generated();
    let book = live(&input, &usual);
    let wrong = [json!("much"), json!(-3), json!(2_000_000), Value::Null];
    let names = ["weight_cost", "weight_control", "threshold_borderline", "threshold_minimum_coverage"];
    let case = |wrong: &Value| {
        let mut cells = json!(usual.cells());
        for name in names {
            cells[name] = wrong.clone();
        }
        json!({ "workbook": book.workbook(), "cells": cells })
    };
    // A per cent is a weight like any number, and no threshold.
    let mut per_cent = json!({ "workbook": book.workbook(), "cells": usual.cells() });
    for name in &names[2..] {
        per_cent["cells"][name] = json!(0.2);
    }
    let cases = wrong.iter().map(case).chain([per_cent]).collect();
    let check = move |said: &[Value]| {
        let _kept = (folder, book);
        for (said, wrong) in said.iter().zip(wrong.iter().chain([&json!(0.2)])) {
            let differences = differences(said, &input, &usual, &usual);
            assert!(differences.is_empty(), "{wrong}\n{}", differences.join("\n"));
        }
    };
    Trial { cases, check: Box::new(check) }
}

/// Each scenario gives in the workbook what a run of its own gives, and what is no scenario the run itself.
fn the_scenario_that_is_chosen_is_shown() -> Trial {
    let (mut cases, mut expected, mut folders) = (Vec::new(), Vec::new(), Vec::new());
    for sample in ["portfolio", "service-catalogue"] {
        let folder = scenarios::assessed(&format!("{sample}.xlsx"), "");
        let [workbook, of_the_run] =
            ["assessed.xlsx", "record.json"].map(|end| folder.path().join(format!("out/{sample}-{end}")));
        let of_the_run = scenarios::record(&of_the_run);
        let own = SCENARIOS.map(|scenario| (scenario.0, scenarios::own_run(&folder, sample, scenario)));
        for (name, record) in own.into_iter().chain([("COST FIRST", of_the_run)]) {
            cases.push(json!({ "workbook": workbook, "cells": { "scenario_shown": name } }));
            expected.push((sample, name, record));
        }
        folders.push(folder);
    }
    let check = move |said: &[Value]| {
        let _kept = folders;
        for (said, (sample, name, record)) in said.iter().zip(&expected) {
            for function in record["functions"].as_array().expect("functions") {
                let row = &said["rows"][function["row"].to_string()];
                let verdict = row["Verdict"].as_str().expect("a verdict").to_lowercase().replace(' ', "-");
                let found = [&row["Score"], &row["Lowest"], &row["Highest"], &row["Coverage"]].map(Value::as_f64);
                let stated = ["score", "score_low", "score_high", "coverage"].map(|key| function[key].as_f64());
                let differ = found.iter().zip(stated).any(|(found, stated)| {
                    found.zip(stated).is_none_or(|(found, stated)| (found - stated).abs() > 1e-9)
                });
                assert!(
                    verdict == function["verdict"] && row["Standing"] == function["standing"] && !differ,
                    "{sample}, {name}, row {}: {row}, not {}",
                    function["row"],
                    function["verdict"]
                );
            }
            let state = said["state"].as_str().expect("a state");
            assert_eq!(state.contains("1 scenario chosen"), *name != "COST FIRST", "{state}");
        }
    };
    Trial { cases, check: Box::new(check) }
}

/// `--values` writes no formulas, and says so; `--live` is what is done anyway while there are few functions.
#[test]
fn values_are_written_where_they_are_asked_for() {
    let input = path("samples/portfolio.xlsx");
    let has_formulas = |more: &[&str]| {
        let assessed = assess(&input, more);
        let book = fs::read(assessed.workbook()).expect("the workbook");
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(book)).expect("an archive");
        let mut sheet = String::new();
        let mut part = book.by_name("xl/worksheets/sheet3.xml").expect("the sheet");
        std::io::Read::read_to_string(&mut part, &mut sheet).expect("text");
        sheet.contains("<f>")
    };
    assert!(has_formulas(&[]));
    assert!(has_formulas(&["--live"]));
    assert!(!has_formulas(&["--values"]));
    let run = outsift([OsStr::new("assess"), input.as_os_str(), OsStr::new("--live"), OsStr::new("--values")]);
    assert_eq!(run.code, 64, "{DATE}: both make no sense");
}
