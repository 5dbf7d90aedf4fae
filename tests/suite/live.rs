//! The workbook's formulas against the program: other weights in the cells, and a rulebook with the same weights.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use outsift::problem::Problems;
use outsift::{assessment, inventory, rulebook, table};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{Assessed, DATE, assess, checked, file, has, outsift, path};

/// The criteria with a direction.
const CRITERIA: [&str; 4] = ["strategic_value", "cost", "nature", "control"];
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
        let mut text = rulebook::DEFAULT.to_owned();
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

/// Edges first, then random ones, the same in every run.
fn sets() -> Vec<Set> {
    let usual = [50, 20, 60];
    let mut sets = vec![
        Set::of(["1", "1", "1", "1"], usual),
        Set::of(["0", "0", "0", "0"], usual),
        Set::of(["1", "0", "0", "0"], usual),
        Set::of(["0", "1", "0", "0"], [100, 100, 100]),
        Set::of(["0", "0", "1", "0"], [0, 0, 0]),
        Set::of(["0", "0", "0", "1"], usual),
        Set::of(["0.3", "0.1", "0.1", "0.1"], [50, 0, 60]),
        Set::of(["0.1", "0.2", "0.3", "0.6"], [25, 25, 67]),
        Set::of(["0.7", "0.1", "0.6", "0.001"], [75, 50, 33]),
        Set::of(["2", "1", "1", "0"], [50, 0, 100]),
        Set::of(["1000000", "0.001", "333333.333", "999999.999"], usual),
        Set::of(["1", "1", "1", "3"], [0, 100, 50]),
        Set::of(["3", "1.5", "1.5", "1"], [100, 33, 75]),
    ];
    let mut random = fastrand::Rng::with_seed(20_261_125);
    let mut thousandths = || match random.u8(..6) {
        0 => "0".to_owned(),
        1 => random.u32(1..6).to_string(),
        2 => format!("0.{}", random.u32(1..10)),
        _ => format!("{}.{:03}", random.u32(..4), random.u32(1..1000)),
    };
    let drawn: Vec<[String; 4]> = (0..14).map(|_| std::array::from_fn(|_| thousandths())).collect();
    for weights in drawn {
        sets.push(Set { weights, thresholds: std::array::from_fn(|_| random.u32(0..=100)) });
    }
    sets
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
    file("generated.csv", text)
}

/// What is different between a recalculated workbook and the program's own judgement, in words.
fn differences(said: &Value, table: &table::Workbook, set: &Set, base: &Set) -> Vec<String> {
    let rows = said["rows"].as_object().expect("rows");
    let mut problems = Problems::default();
    let Ok(rulebook) = rulebook::load("set.toml", &set.rulebook()) else {
        // The program refuses a rulebook in which nothing decides: the workbook must not decide either.
        assert!((0..4).all(|i| !set.has_weight(i)), "{set:?} is a rulebook");
        let decided = rows.values().filter(|row| row["Verdict"] != "Insufficient evidence" || row["Score"] != "");
        return decided.map(ToString::to_string).collect();
    };
    let inventory = inventory::map(&rulebook, table, &[], &mut problems).expect("an inventory");
    let assessed = assessment::assess(&rulebook, &inventory);
    assert_eq!(rows.len(), assessed.functions.len(), "every function has its row");
    let same_criteria = (0..4).all(|i| set.has_weight(i) == base.has_weight(i));
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    let mut differences = Vec::new();
    for (function, assessment) in inventory.functions.iter().zip(&assessed.functions) {
        let number = function.row0 + 1;
        let row = &rows[&number.to_string()];
        *counts.entry(assessment.verdict.name()).or_default() += 1.0;
        let mut differ = |what: &str, expected: Value| {
            let same = match (expected.as_f64(), row[what].as_f64()) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-9,
                _ => expected == row[what],
            };
            if !same {
                differences.push(format!("row {number}: {what} is {}, not {expected}", row[what]));
            }
        };
        differ("Verdict", json!(assessment.verdict.name()));
        differ("Score", json!(assessment.score.points()));
        differ("Lowest", json!(assessment.low.points()));
        differ("Highest", json!(assessment.high.points()));
        differ("Coverage", json!(assessment.coverage));
        differ("Strength", json!(assessment.strength.map_or("", |strength| strength.name())));
        let robustness = assessment.robustness.filter(|_| same_criteria);
        differ("Robustness", robustness.map_or(json!(""), |share| json!(share)));
        let mut reasons = assessment.review_reasons(&rulebook);
        // What is not known does not send a function to the review.
        reasons.retain(|reason| *reason != "fragile" || same_criteria);
        differ("Review", json!(reasons.join(", ")));
    }
    for (verdict, expected) in counts {
        let counted = said["figures"][verdict][0].as_f64();
        if counted != Some(expected) {
            differences.push(format!("the summary counts {counted:?} of {verdict}, not {expected}"));
        }
    }
    differences
}

fn read(input: &Path) -> table::Workbook {
    table::read(input, None, &mut Problems::default()).expect("a table")
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
    assess(input, &["--rulebook", &rules.to_string_lossy()])
}

/// Whatever is typed into the cells, the formulas say what the program would say, to the last row.
#[test]
fn other_weights_give_what_the_program_would_give() {
    if !has("soffice") || !has("python3") {
        return;
    }
    let usual = Set::of(["1", "1", "1", "1"], [50, 20, 60]);
    let switched_off = Set::of(["1", "0", "2.5", "1"], [50, 20, 60]);
    let (_folder, generated) = generated();
    let sample = path("samples/portfolio.xlsx");
    let (mut cases, mut expected, mut books) = (Vec::new(), Vec::new(), Vec::new());
    let tables = [read(&sample), read(&generated)];
    for (input, table, base, sets) in [
        (&sample, &tables[0], &usual, sets()),
        (&generated, &tables[1], &usual, sets()),
        // A criterion that had no weight in the run can be given one.
        (&generated, &tables[1], &switched_off, sets().split_off(22)),
    ] {
        let book = live(input, base);
        let workbook = book.workbook();
        cases.push(json!({ "workbook": workbook, "cells": {} }));
        expected.push((table, base.clone(), base));
        for set in sets {
            cases.push(json!({ "workbook": workbook, "cells": set.cells() }));
            expected.push((table, set, base));
        }
        books.push(book);
    }
    for (said, (table, set, base)) in recalculated(&cases).iter().zip(&expected) {
        let differences = differences(said, table, set, base);
        assert!(differences.is_empty(), "{set:?}\n{}", differences.join("\n"));
    }
}

/// The comparison would notice a formula that is wrong at a tie, and a weight that is not applied.
#[test]
fn a_wrong_formula_would_be_noticed() {
    if !has("soffice") || !has("python3") {
        return;
    }
    let usual = Set::of(["1", "1", "1", "1"], [50, 20, 60]);
    let other = Set::of(["0.3", "0.1", "0.1", "0.1"], [50, 20, 60]);
    // Scores are multiples of an eighth of 100.
    let at_the_line = Set::of(["1", "1", "1", "1"], [50, 25, 60]);
    let (_folder, input) = generated();
    let (book, table) = (live(&input, &usual), read(&input));
    let workbook = book.workbook();
    let mut without_one = other.cells();
    without_one.remove("weight_strategic_value");
    let wrong = [
        (json!({ "workbook": workbook, "cells": without_one }), &other),
        (json!({ "workbook": workbook, "cells": usual.cells(), "tamper": [">0,\"BPO\"", ">=0,\"BPO\""] }), &usual),
        (json!({ "workbook": workbook, "cells": usual.cells(), "tamper": ["+N(", "+0*N("] }), &usual),
        (json!({ "workbook": workbook, "cells": at_the_line.cells(), "tamper": ["<=whole", "<whole"] }), &at_the_line),
    ];
    let cases: Vec<Value> = wrong.iter().map(|(case, _)| case.clone()).collect();
    for (said, (case, set)) in recalculated(&cases).iter().zip(&wrong) {
        assert!(!differences(said, &table, set, &usual).is_empty(), "unnoticed: {}", case["tamper"]);
    }
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
        let mut part = book.by_name("xl/worksheets/sheet2.xml").expect("the sheet");
        std::io::Read::read_to_string(&mut part, &mut sheet).expect("text");
        sheet.contains("<f>")
    };
    assert!(has_formulas(&[]));
    assert!(has_formulas(&["--live"]));
    assert!(!has_formulas(&["--values"]));
    let run = outsift([OsStr::new("assess"), input.as_os_str(), OsStr::new("--live"), OsStr::new("--values")]);
    assert_eq!(run.code, 64, "{DATE}: both make no sense");
}
