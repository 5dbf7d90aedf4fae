//! What is said of how sure a verdict is: standing, what would turn it, what is ready to decide and what is not.

use std::ffi::OsStr;
use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{assess, expect_file, file, outsift, path};

/// What the terminal says of an inventory and of each of its functions, read line by line when it was accepted.
#[test]
fn certainty_is_said_as_expected() {
    for (inventory, functions) in [
        ("tests/suite/certainty/thin.csv", &["A", "B", "C", "D", "E"][..]),
        ("tests/suite/certainty/t1.csv", &["A", "B", "C", "D", "E"]),
        ("tests/suite/certainty/could-still-turn.csv", &["row 2", "row 3"]),
        ("samples/portfolio.xlsx", &["FIN-010", "FIN-050", "FIN-060", "HR-010", "row 30"]),
        ("samples/service-catalogue.xlsx", &["S-01", "S-07"]),
        ("samples/werkzeugbau.csv", &["row 2", "row 5"]),
    ] {
        let inventory = path(inventory);
        let name = inventory.file_stem().expect("a name").to_string_lossy().into_owned();
        let folder = TempDir::new().expect("a folder");
        let of = |command: &str, more: &[&OsStr]| {
            let given = [OsStr::new(command), inventory.as_os_str()];
            let run = outsift(given.into_iter().chain(more.iter().copied()));
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
            run.stdout.replace(&*folder.path().to_string_lossy(), "OUT")
        };
        let options = [OsStr::new("-o"), folder.path().as_os_str(), OsStr::new("--date"), OsStr::new("2026-01-31")];
        let mut said = of("assess", &options);
        for function in functions {
            said.extend(["\n", &"=".repeat(60), "\n\n"]);
            said.push_str(&of("explain", &[OsStr::new(function)]));
        }
        expect_file(&path(&format!("tests/suite/certainty/{name}.txt")), &said);
    }
}

/// Some fields of a function of a record, by its name.
fn fields(record: &Value, name: &str, keys: &[&str]) -> Value {
    let functions = record["functions"].as_array().expect("functions");
    let function = functions.iter().find(|function| function["name"] == name).expect("the function");
    keys.iter().map(|key| function[key].clone()).collect()
}

#[test]
fn the_record_says_how_sure_a_verdict_is() {
    let record = assess(&path("tests/suite/certainty/thin.csv"), &[]).record();
    let keys = [
        "verdict",
        "standing",
        "split",
        "strength",
        "robustness_low_exact",
        "margin",
        "review",
        "firm",
        "current_sourcing",
    ];
    for (name, expected) in [
        (
            "Van deliveries",
            json!([
                "traditional-outsourcing",
                "settled",
                null,
                "thin",
                true,
                1,
                ["thin", "hangs on one reading"],
                false,
                "external"
            ]),
        ),
        (
            "Staff canteen",
            json!([
                "traditional-outsourcing",
                "provisional",
                null,
                "thin",
                true,
                1,
                ["provisional", "thin", "hangs on one reading"],
                false,
                "external"
            ]),
        ),
        (
            "Payroll run",
            json!(["bpo", "settled", null, "contested", true, 1, ["hangs on one reading"], false, "in-house"]),
        ),
        ("Two known", json!(["insufficient-evidence", "open", null, null, null, null, [], false, "in-house"])),
    ] {
        assert_eq!(fields(&record, name, &keys), expected, "{name}");
    }
    let turns = json!([
        { "attribute": "repetitiveness", "from": 50, "to": 100, "verdict": "bpo" },
        { "attribute": "control", "from": 0, "to": 50, "verdict": "split" },
    ]);
    assert_eq!(fields(&record, "Van deliveries", &["turns"]), json!([turns]));
    // Another weight makes a verdict that hung on coverage insufficient evidence: the second figure said so.
    let low = fields(&record, "Staff canteen", &["robustness", "robustness_low"]);
    assert!(low[0] == json!(1.0) && low[1].as_f64().is_some_and(|share| share < 0.2), "{low}");
}

#[test]
fn what_is_missing_is_asked_for_where_it_could_still_turn_a_verdict() {
    let record = assess(&path("tests/suite/certainty/could-still-turn.csv"), &[]).record();
    let functions = record["functions"].as_array().expect("functions");
    assert!(functions.iter().all(|function| function["standing"] == "provisional" && function["firm"] == false));
    let folder = TempDir::new().expect("a folder");
    let questions = folder.path().join("questions.xlsx");
    let inventory = path("tests/suite/certainty/could-still-turn.csv");
    let run = outsift([OsStr::new("template"), inventory.as_os_str(), OsStr::new("-o"), questions.as_os_str()]);
    assert!(run.code == 0 && run.stdout.contains(" on 2 functions, "), "{}", run.stdout);
    assert!(questions.exists());
}

/// The second column of the review list, of a workbook or of a PDF, is left to other tests; here a constraint holds a verdict back.
#[test]
fn a_constraint_puts_a_function_on_hold_until_its_date() {
    const RULES: &str = "[[constraint]]\nid = \"under-contract\"\ntitle = \"Under contract\"\n\
        text = \"The contract still runs.\"\nwhen = { attribute = \"contract_end\", after = \"run-date\" }\n";
    let (_rules, rules) = file("rules.toml", RULES);
    let (_folder, inventory) = file(
        "inventory.csv",
        "Function,Strategic value,Integration,Repetitiveness,Volume,Specialisation,Nature,Control wanted,Contract end\n\
         Payroll,High,High,High,High,Low,Ongoing,High,2026-01-31\n\
         Helpdesk,High,High,High,High,Low,Ongoing,High,2026-01-30\n",
    );
    let run = assess(&inventory, &["--rulebook", &rules.to_string_lossy()]);
    let record = run.record();
    let keys = ["verdict", "standing", "review", "firm", "hold"];
    let hold = json!({ "id": "under-contract", "title": "Under contract" });
    assert_eq!(fields(&record, "Payroll", &keys), json!(["bpo", "settled", [], false, hold]), "on the day itself");
    assert_eq!(fields(&record, "Helpdesk", &keys), json!(["bpo", "settled", [], true, null]), "a day later");
    let explained = outsift([
        OsStr::new("explain"),
        inventory.as_os_str(),
        OsStr::new("Payroll"),
        OsStr::new("--rulebook"),
        rules.as_os_str(),
        OsStr::new("--date"),
        OsStr::new("2026-01-31"),
    ]);
    assert!(explained.stdout.contains("On hold   under contract: The contract still runs.\n"), "{}", explained.stdout);
}

/// A register in which many verdicts rest on half of the evidence: none of these is called firm.
#[test]
fn a_verdict_that_a_gap_could_turn_is_never_firm() {
    let options = fs::read_to_string(path("tests/suite/certainty/bank.args")).expect("the options");
    let record = assess(&path("tests/suite/certainty/bank.csv"), &options.lines().collect::<Vec<_>>()).record();
    let functions = record["functions"].as_array().expect("functions");
    let reaches = |function: &&Value| {
        let [low, high] = ["score_low", "score_high"].map(|key| function[key].as_f64().expect("a score"));
        low <= 0.0 && high >= 0.0 && function["verdict"] != "split"
    };
    assert!(
        functions.iter().filter(reaches).all(|function| function["firm"] == false && function["standing"] != "settled")
    );
}
