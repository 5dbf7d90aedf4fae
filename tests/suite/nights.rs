//! What schedules meet: their own outputs among the inventories, time zones, narrowed files; and what people meet who keep
//! options, answers and histories.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{ran, run_in};

const PLANT: &str =
    "Id,Function,Plant,Strategic value,Repetitiveness\n1,Payroll,Aalen,Low,High\n2,Tax,Aalen,High,Low\n";

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("plant.csv"), PLANT).expect("room");
    folder
}

fn record(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&fs::read(folder.join(name)).expect("a record")).expect("JSON")
}

#[test]
fn what_runs_made_is_no_inventory_among_others() {
    let folder = folder();
    run_in(folder.path(), "assess plant.csv --table csv -q");
    run_in(folder.path(), "template plant.csv -q");
    fs::write(folder.path().join("~$plant.xlsx"), "x").expect("room");
    fs::write(folder.path().join("plant.xlsx"), "").expect("room");
    let given = "plant-assessed.xlsx plant-questionnaire.xlsx plant-verdicts.csv plant.csv ~$plant.xlsx";
    let run = run_in(folder.path(), &format!("assess {given} -o out"));
    let made = |name: &str| {
        format!(
            "note[own-output]: {name}: is what a run made of `plant`, and no inventory\n  help: it was skipped; give it by \
             itself if it is meant\n"
        )
    };
    let lock = "note[lock-file]: ~$plant.xlsx: is the mark that `plant.xlsx` is open in an office program, and holds no table\n  \
                help: it was skipped\n";
    let names = ["plant-assessed.xlsx", "plant-questionnaire.xlsx", "plant-verdicts.csv"];
    assert_eq!((run.code, run.stderr), (0, names.map(made).concat() + lock));
    assert!(run.stdout.starts_with("plant.csv: 2 rows, 2 functions\n"), "{}", run.stdout);
    for (name, message) in [
        (
            "plant-questionnaire.xlsx",
            "is a questionnaire on an inventory, and no inventory\n  help: `outsift assess INVENTORY --answers \
             plant-questionnaire.xlsx` takes what was answered in it\n",
        ),
        (
            "plant-verdicts.csv",
            "is a table of verdicts, and no inventory\n  help: give the inventory that they are on\n",
        ),
    ] {
        let run = run_in(folder.path(), &format!("assess {name} -o out"));
        assert_eq!((run.code, run.stderr), (65, format!("error[own-output]: {name}: {message}")));
    }
    // An inventory that only is called so.
    fs::rename(folder.path().join("plant.csv"), folder.path().join("hr-verdicts.csv")).expect("room");
    fs::write(folder.path().join("it.csv"), PLANT).expect("room");
    let run = run_in(folder.path(), "assess hr-verdicts.csv it.csv -o out");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn every_form_of_a_time_zone_gives_the_local_date() {
    let folder = folder();
    let date = |zone: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        let command = command.args(["assess", "plant.csv", "-o", "out", "-q"]).current_dir(folder.path());
        let run = ran(command.env("TZ", zone).env_remove("SOURCE_DATE_EPOCH").output().expect("the program starts"));
        let date = record(folder.path(), "out/plant-record.json")["date"].as_str().unwrap_or_default().to_owned();
        (run.code, run.stderr, date)
    };
    // Two zones that are never on the same day, in all forms.
    let west =
        ["Pacific/Midway", ":Pacific/Midway", "posix/Pacific/Midway", "SST11", "<-11>11", "SST+11:00:00", "Etc/GMT+11"];
    let east = ["Pacific/Kiritimati", ":Pacific/Kiritimati", "<+14>-14", "XXX-14", "XXX-13YYY,J1/0,J365/24"];
    let file = "/usr/share/zoneinfo/Pacific/Kiritimati";
    let by_file = Path::new(file).is_file().then_some(file);
    let before = date("SST11").2;
    let [west, east]: [Vec<String>; 2] = [west.to_vec(), east.into_iter().chain(by_file).collect()]
        .map(|zones| zones.iter().map(|zone| date(zone).2).collect());
    if date("SST11").2 != before {
        return;
    }
    assert!(west.iter().all(|date| *date == west[0]), "{west:?}");
    assert!(east.iter().all(|date| *date == east[0]) && east[0] > west[0], "{east:?}");
    for zone in ["", ":", "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT", "HST10HDT"] {
        assert_eq!(date(zone).0, 0, "{zone}");
    }
    let (code, stderr, _) = date("Europe/Brelin");
    assert_eq!(
        (code, stderr.as_str()),
        (
            64,
            "error[wrong-date]: TZ: `Europe/Brelin` is no time zone, so that the date is not known\n  help: give one such as \
             `Europe/Berlin` or `CET-1CEST,M3.5.0,M10.5.0/3`, or the date itself with `--date`\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn what_the_mode_of_an_output_was_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    run_in(folder.path(), "assess plant.csv -o out -q --date 2026-01-01");
    let names = ["plant-assessed.xlsx", "plant-summary.pdf", "plant-record.json"];
    let place = |name: &str| folder.path().join("out").join(name);
    for (name, mode) in names.into_iter().zip([0o600, 0o640, 0o664]) {
        fs::set_permissions(place(name), fs::Permissions::from_mode(mode)).expect("it is ours");
    }
    let run = run_in(folder.path(), "assess plant.csv -o out -q --date 2026-01-02");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(record(folder.path(), "out/plant-record.json")["date"], "2026-01-02");
    let modes = names.map(|name| fs::metadata(place(name)).expect("an output").permissions().mode() & 0o777);
    assert_eq!(modes, [0o600, 0o640, 0o664]);
}

#[test]
fn a_department_that_is_not_there_is_said_to_whoever_wants_quiet_too() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("a.csv"), "Function,Department,Volume\nPayroll,Finance,High\n").expect("room");
    let run = run_in(folder.path(), "assess a.csv -o out -q --assume control=low@Financ");
    let said = "warning[no-such-department]: a.csv: no function belongs to department `Financ`, for which something is \
                assumed\n  help: did you mean `Finance`?\n";
    assert_eq!((run.code, run.stderr.as_str()), (0, said));
}

#[test]
fn mistakes_of_a_job_file_are_told_in_its_own_words() {
    let folder = folder();
    let check = |text: &[u8], message: &str| {
        fs::write(folder.path().join("outsift.toml"), text).expect("room");
        let run = run_in(folder.path(), "assess -o out");
        assert_eq!((run.code, run.stderr.as_str()), (64, message));
    };
    check(
        b"inventory = \"plant.csv\"\njobs = 0\n",
        "error[wrong-value]: outsift.toml:2:8: `jobs` cannot be `0`: expected a whole number of 1 or more\n",
    );
    check(
        b"inventory = \"plant.csv\"\ntitle = \"\xff\"\n",
        "error[job-file]: outsift.toml: line 2 holds a byte that is no UTF-8\n  help: save it as UTF-8\n",
    );
    check(
        b"inventory = \"plant.csv\"\nscenarios = \"s.toml\"\n[[scenario]]\nname = \"b\"\nassume = \"control=low\"\n",
        "error[wrong-value]: outsift.toml:3:1: `scenarios` names another file with scenarios, and `[[scenario]]` stands in this \
         one\n  help: keep one of them\n",
    );
    // What is assumed in a scenario may be a text alone.
    fs::write(
        folder.path().join("outsift.toml"),
        "inventory = \"plant.csv\"\n[[scenario]]\nname = \"b\"\nassume = \"control=low\"\n",
    )
    .expect("room");
    let run = run_in(folder.path(), "assess -o out");
    assert!(run.stdout.contains("Scenarios: "), "{}{}", run.stdout, run.stderr);
    // Standard input is another thing each time.
    fs::remove_file(folder.path().join("outsift.toml")).expect("it is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
    let plant = fs::File::open(folder.path().join("plant.csv")).expect("it is there");
    let command = command.args(["check", "-", "--map", "Plant=location", "--save"]).stdin(plant);
    let run = ran(command.current_dir(folder.path()).output().expect("the program starts"));
    assert!(run.stderr.starts_with("note[job-file]: outsift.toml: keeps `map.Plant`\n"), "{}", run.stderr);
}

#[test]
fn histories_of_one_name_are_kept_apart_unless_they_share_a_run() {
    let folder = folder();
    let run = |line: &str| {
        let run = run_in(folder.path(), line);
        assert_eq!(run.code, 0, "{line}: {}", run.stderr);
        run.stdout
    };
    run("assess plant.csv -o one -q --date 2026-01-01");
    run("assess plant.csv -o two -q --date 2026-01-02 --previous one/plant-record.json");
    fs::write(folder.path().join("plant.csv"), PLANT.replace("Low", "High")).expect("room");
    run("assess plant.csv -o other -q --date 2026-01-01");
    let told = run("history one other two --csv");
    let runs: Vec<String> =
        told.lines().skip(1).map(|line| line.split(',').take(2).collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(runs, ["plant (one) 2026-01-01", "plant (one) 2026-01-02", "plant (other) 2026-01-01"]);
    for (name, bytes, message) in [
        ("empty.json", "", "is empty"),
        ("odd.json", "{}", "is no record of a run, or only a part of one"),
        ("odd.txt", "hello", "is no record of a run"),
    ] {
        fs::write(folder.path().join(name), bytes).expect("room");
        let run = run_in(folder.path(), &format!("history {name}"));
        let help = "give the `-record.json` of a run, or the folder that it stands in";
        assert_eq!((run.code, run.stderr), (65, format!("error[no-record]: {name}: {message}\n  help: {help}\n")));
    }
}

#[test]
fn answers_that_are_given_twice_count_once_and_a_day_that_is_none_is_said() {
    let folder = folder();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    let answers =
        "Function,Control wanted,Answered by,Answered on\nPayroll,Low,Ana,2026-01-05\nTax,High,Ben,one day in May\n";
    put("ana.csv", answers);
    put("copy.csv", answers);
    let run = run_in(folder.path(), "assess plant.csv -o out --answers ana.csv --answers copy.csv --answers ana.csv");
    assert_eq!(run.code, 0, "{}", run.stderr);
    let said = "Answers: `ana.csv` has 2 new answers for 2 functions. Of 2 functions that have no verdict without the answers,\n";
    assert!(run.stdout.replace("\n         ", " ").contains(said.trim_end()), "{}", run.stdout);
    let record = record(folder.path(), "out/plant-record.json");
    let problems = record["problems"].as_array().expect("problems").iter();
    let found: Vec<String> = problems
        .filter(|p| ["answered-twice", "not-a-date"].contains(&p["code"].as_str().unwrap_or_default()))
        .map(|p| format!("{} {}", p["cell"], p["message"]).replace('"', ""))
        .collect();
    assert_eq!(
        found,
        [
            "null `copy.csv` holds the same bytes as `ana.csv`; it counts once",
            "null `ana.csv` is given twice; it counts once",
            "D3 expected a date of the answer in `ana.csv`, found `one day in May`",
        ]
    );
}
