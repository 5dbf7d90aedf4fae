//! Job files: what they say counts as if it were typed, what is typed wins, and what is wrong with them is told by line.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, Ran, run_in};

const INVENTORY: &str = "Function,Department,Wichtigkeit,Fit,Repetitiveness,Year\n\
                         Payroll,Finance,1,4,High,2024\nDesign,Sales,9,2,Low,2024\nTax,Finance,5,,High,2023\n";

/// A folder with an inventory and a job file.
fn folder(job: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("a.csv"), INVENTORY).expect("room");
    fs::write(folder.path().join("outsift.toml"), job).expect("room");
    folder
}

fn said(folder: &Path) -> String {
    fs::read_to_string(folder.join("outsift.toml")).expect("a job file")
}

/// The command that the record of a run names.
fn command(folder: &Path, record: &str) -> String {
    let record: Value = serde_json::from_slice(&fs::read(folder.join(record)).expect("a record")).expect("JSON");
    record["command"].as_str().expect("a command").to_owned()
}

#[test]
fn what_a_job_file_says_counts_as_if_it_were_typed() {
    let job = "# ours\ninventory = \"*.csv\"\noutput = \"out\"\ntitle = \"Our review\"\nlive = true\nquiet = false\n\
               fail-on = [\"unread=50%\", \"warnings\"]\ndate = 2026-01-31\nmax-memory = \"1GiB\"\njobs = 1\n\n\
               [map]\nFit = \"specialisation\"\nWichtigkeit = \"strategic_value\"\n\n[scale]\nWichtigkeit = \"1..9\"\nFit = \"1..5\"\n\n\
               [where]\nYear = 2024\n\n[assume]\ncontrol = \"low@Finance\"\n";
    let of_columns = "--map Fit=specialisation --map Wichtigkeit=strategic_value";
    let scales = "--scale Wichtigkeit=1..9 --scale Fit=1..5";
    let rest = "--where Year=2024 --assume control=low@Finance --title 'Our review' --live";
    for (typed, expected) in [
        ("", format!("{of_columns} {scales} {rest}")),
        ("--job ./outsift.toml", format!("{of_columns} {scales} {rest}")),
        ("--values", format!("{of_columns} {scales} {}", rest.replace("--live", "--values"))),
        ("--title Mine", format!("{of_columns} {scales} {}", rest.replace("'Our review'", "Mine"))),
        (
            "--map fit=volume --assume control=high --assume control=high@finance",
            format!(
                "--map fit=volume --map Wichtigkeit=strategic_value {scales} --where Year=2024 --assume control=high \
                 --assume control=high@finance --title 'Our review' --live"
            ),
        ),
        ("a.csv --no-job -o out", String::new()),
    ] {
        let folder = folder(job);
        let run = run_in(folder.path(), &format!("assess {typed} --date {DATE}"));
        assert!(run.code <= 1, "{typed}: {}", run.stderr);
        let inventory = "outsift assess a.csv";
        let expected = if expected.is_empty() { inventory.to_owned() } else { format!("{inventory} {expected}") };
        assert_eq!(command(folder.path(), "out/a-record.json"), format!("{expected} --date {DATE}"), "{typed}");
    }
}

#[test]
fn other_commands_take_what_is_said_of_reading() {
    let folder =
        folder("inventory = \"a.csv\"\noutput = \"out\"\n[map]\nFit = \"specialisation\"\n[scale]\nFit = \"1..5\"\n");
    let note = "note[job-file]: outsift.toml: 3 entries count in this run\n";
    let same = |line: &str, typed: &str| {
        let (by_file, by_hand) = (run_in(folder.path(), line), run_in(folder.path(), typed));
        assert_eq!((by_file.code, by_file.stderr.as_str()), (0, note), "{line}");
        assert_eq!((by_hand.code, by_hand.stderr.as_str()), (0, ""), "{typed}");
        assert_eq!(by_file.stdout, by_hand.stdout, "{line}");
    };
    let options = "--map Fit=specialisation --scale Fit=1..5 --no-job";
    same("check", &format!("check a.csv {options}"));
    same("explain Tax", &format!("explain a.csv Tax {options}"));
    same("template -o one.xlsx", &format!("template a.csv {options} -o one.xlsx --force"));
    // Named or not, an inventory that is typed is the one that counts.
    fs::write(folder.path().join("b.csv"), INVENTORY.replace("Payroll", "Wages")).expect("room");
    let run = run_in(folder.path(), "explain b.csv Wages");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(
        run.stderr,
        "note[job-file]: outsift.toml: 2 entries count in this run, and 1 not, for what was typed instead\n"
    );
}

#[test]
fn paths_are_relative_to_the_job_file() {
    let folder = TempDir::new().expect("a folder");
    let review = folder.path().join("review");
    fs::create_dir(&review).expect("room");
    fs::write(review.join("a.csv"), INVENTORY).expect("room");
    fs::write(review.join("mine.toml"), "weights.control = 2\n").expect("room");
    fs::write(review.join("job.toml"), "inventory = [\"a.csv\"]\nrulebook = \"mine.toml\"\noutput = \"out\"\n")
        .expect("room");
    let run = run_in(folder.path(), "assess --job review/job.toml -q");
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    assert!(review.join("out/a-record.json").is_file());
    // A folder above is not searched.
    fs::rename(review.join("job.toml"), folder.path().join("outsift.toml")).expect("room");
    assert_eq!(run_in(&review, "assess").code, 64);
}

#[test]
fn mistakes_are_told_by_line_and_column() {
    for (job, code, expected) in [
        (
            "titel = \"x\"\n",
            64,
            "error[unknown-key]: outsift.toml:1:1: there is no option `titel`\n  help: did you mean `title`?\n",
        ),
        (
            "inventory = \"a.csv\"\npaper = \"a5\"\n",
            64,
            "error[wrong-value]: outsift.toml:2:9: `paper` cannot be `a5`: expected `a4` or `letter`\n",
        ),
        ("live = 1\n", 64, "error[wrong-value]: outsift.toml:1:8: expected `live` as `true` or `false`, found `1`\n"),
        (
            "title = [\"x\"]\n",
            64,
            "error[wrong-value]: outsift.toml:1:9: expected `title` as a text, found `[\"x\"]`\n",
        ),
        (
            "answers = { a = \"x\" }\n",
            64,
            "error[wrong-value]: outsift.toml:1:11: expected `answers` as a text or a list of texts, found `{ a = \"x\" }`\n",
        ),
        ("[map]\nFit = true\n", 64, "error[wrong-value]: outsift.toml:2:7: expected a text, found `true`\n"),
        (
            "live = true\nvalues = true\n",
            64,
            "error[wrong-value]: outsift.toml:2:10: `values` does not go with `live`\n  help: keep one of them\n",
        ),
        ("title = \"x\n", 64, "error[toml]: outsift.toml:1:11: invalid basic string, expected `\"`\n"),
        (
            "inventory = \"a.csv\"\n[map]\nFit = \"specialization\"\n",
            64,
            "error[option]: outsift.toml:3:7 (`--map Fit=specialization`): there is no attribute `specialization`; did you mean \
             `specialisation`?\n",
        ),
    ] {
        let run = run_in(folder(job).path(), "assess");
        let said: String =
            run.stderr.lines().filter(|line| !line.starts_with("note[job-file]")).map(|l| format!("{l}\n")).collect();
        assert_eq!((run.code, run.stdout.as_str(), said.as_str()), (code, "", expected), "{job}");
    }
    let run = run_in(folder("").path(), "assess a.csv --job gone.toml");
    assert!(run.stderr.starts_with("error[job-file]: gone.toml: cannot be read: No such file"), "{}", run.stderr);
    let json = run_in(folder("titel = 1\n").path(), "assess a.csv --log-format json").stderr;
    let event: Value = serde_json::from_str(json.trim()).expect("an event");
    assert_eq!((event["code"].as_str(), event["place"].as_str()), (Some("unknown-key"), Some("outsift.toml:1:1")));
}

/// A job file that is wrong still says how that is to be said.
#[test]
fn mistakes_are_events_where_the_job_file_asks_for_them() {
    for (job, more, expected) in [
        ("titel = 1\n", "", "unknown-key outsift.toml:1:1: there is no option `titel`"),
        ("paper = \"a5\"\n", "", "wrong-value outsift.toml:1:9: `paper` cannot be `a5`: expected `a4` or `letter`"),
        (
            "max-time = \"long\"\nlive = 1\n",
            "",
            "wrong-value outsift.toml:2:8: expected `live` as `true` or `false`, found `1`",
        ),
        ("title = \"x\n", "", "toml outsift.toml:1:11: invalid basic string, expected `\"`"),
        ("titel = 1\n", "--quiet", "unknown-key outsift.toml:1:1: there is no option `titel`"),
    ] {
        let folder = folder(&format!("{job}log-format = \"json\"\n"));
        let run = run_in(folder.path(), &format!("assess a.csv {more}"));
        let event: Value =
            serde_json::from_str(run.stderr.trim()).unwrap_or_else(|_| panic!("no event: {}", run.stderr));
        let [code, place, message] = ["code", "place", "message"].map(|part| event[part].as_str().unwrap_or_default());
        assert_eq!((run.code, format!("{code} {place}: {message}").as_str()), (64, expected), "{job}");
        // What is typed wins.
        let run = run_in(folder.path(), "assess a.csv --log-format text");
        assert!(run.stderr.starts_with("error["), "{}", run.stderr);
    }
    // One that says nothing that can be understood is answered in text.
    let run = run_in(folder("titel = 1\nlog-format = \"jsn\"\n").path(), "assess a.csv");
    assert!(run.stderr.starts_with("error[unknown-key]: outsift.toml:1:1: "), "{}", run.stderr);
}

#[test]
fn what_was_typed_is_kept_once_it_is_understood() {
    let folder = folder("# our review\ntitle = 'Ours' # for the board\n\n[map] # settled in March\nFit = \"volume\"\n");
    let keep = |line: &str| -> Ran { run_in(folder.path(), &format!("check {line} --save")) };
    let run = keep("a.csv --map fit=specialisation --scale Fit=1..5 --assume control=low@Finance");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains("outsift.toml: keeps `inventory`, `map.Fit`, `scale.Fit`, `assume.\"control@Finance\"`\n"),
        "{}",
        run.stderr
    );
    let text = "# our review\ntitle = 'Ours' # for the board\n\ninventory = \"a.csv\"\n\n\
                [map] # settled in March\nFit = \"specialisation\"\n\n[scale]\nFit = \"1..5\"\n\n[assume]\n\"control@Finance\" = \"low\"\n";
    assert_eq!(said(folder.path()), text);
    // One attribute may be assumed otherwise in another department, and each is said anew by itself.
    assert_eq!(keep("--assume control=high@Sales --assume control=medium").code, 0);
    assert_eq!(keep("--assume control=medium@sales").code, 0);
    let kept = "[assume]\ncontrol = \"medium\"\n\"control@Sales\" = \"medium\"\n\"control@Finance\" = \"low\"\n";
    assert!(said(folder.path()).ends_with(kept), "{}", said(folder.path()));
    fs::write(folder.path().join("outsift.toml"), text).expect("room");
    // What is not understood is not kept; what is there already stays as it is.
    assert_ne!(keep("--map Fit=nothing-such").code, 0);
    assert_eq!(keep("--map Fit=specialisation").code, 0);
    assert_eq!(said(folder.path()), text);
    // And it counts.
    assert_eq!(run_in(folder.path(), "assess -o out").code, 0);
    let command = command(folder.path(), "out/a-record.json");
    assert!(command.contains("--map Fit=specialisation --scale Fit=1..5 --assume control=low@Finance"), "{command}");
    // A file that is not there yet, elsewhere: its paths are found from there.
    let run = keep("a.csv --where Year=2024 --job new/job.toml");
    assert_eq!(run.code, 73, "{}", run.stderr);
    fs::create_dir(folder.path().join("new")).expect("room");
    fs::write(folder.path().join("new/job.toml"), "").expect("room");
    assert_eq!(keep("a.csv --where Year=2024 --job new/job.toml").code, 0);
    let run = run_in(folder.path(), "assess --job new/job.toml -o out");
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn quiet_runs_say_why_they_end_with_1() {
    let folder = folder("");
    let run = run_in(folder.path(), "assess a.csv -o out --no-job -q --fail-on insufficient=10%");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert_eq!(
        run.stderr,
        "warning[beyond-allowance]: a.csv: 3 of 3 functions have insufficient evidence, and at most 10% are allowed\n  \
         help: the outputs are there all the same; `--fail-on` says what is allowed\n"
    );
    let run = run_in(folder.path(), "assess a.csv -o out -q --fail-on insufficient=10% --log-format json");
    let events = run.stderr.lines().map(|line| serde_json::from_str(line).expect("an event"));
    let said: Vec<String> = events.map(|event: Value| format!("{} {}", event["level"], event["code"])).collect();
    assert_eq!(said, ["\"info\" \"published\"", "\"warning\" \"beyond-allowance\""]);
}

#[test]
fn a_list_is_kept_as_a_list_with_what_is_said_anew() {
    let folder = folder("inventory = \"a.csv\"\nmap = [\"Fit=volume\", \"Year=none\"] # ours\n");
    let run = run_in(folder.path(), "check --map fit=specialisation --save");
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(said(folder.path()), "inventory = \"a.csv\"\nmap = [\"Year=none\", \"fit=specialisation\"] # ours\n");
    assert_eq!(run_in(folder.path(), "check").code, 0);
    // One text without brackets is a list of one.
    fs::write(folder.path().join("outsift.toml"), "inventory = \"a.csv\"\nmap = \"Year=none\"\n").expect("room");
    assert_eq!(run_in(folder.path(), "check --map Fit=specialisation --save").code, 0);
    assert_eq!(said(folder.path()), "inventory = \"a.csv\"\nmap = [\"Year=none\", \"Fit=specialisation\"]\n");
    // A job file that is to be left alone is not written, either.
    assert_eq!(run_in(folder.path(), "check a.csv --no-job --map Fit=volume --save").code, 64);
    // A column that the job file names by its letter is the same column: what is typed comes first.
    fs::write(folder.path().join("outsift.toml"), "inventory = \"a.csv\"\n[map]\nD = \"none\"\n").expect("room");
    let run = run_in(folder.path(), "check --map Fit=specialisation");
    assert!(run.stdout.contains("Specialisation"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_command_for_one_inventory_asks_which_of_several() {
    let folder = folder("inventory = [\"a.csv\", \"b.csv\"]\n");
    let said = "error[job-file]: outsift.toml: has 2 inventories, and `check` takes one\n  help: name it: `outsift check INVENTORY`, or make one portfolio of them with `--combine`\n";
    let run = run_in(folder.path(), "check");
    assert_eq!((run.code, run.stderr.as_str()), (64, said));
    assert_eq!(run_in(folder.path(), "check a.csv").code, 0);
}
