//! Runs that nobody watches: exit codes, limits, several files, logs, and what schedules do with them.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, expect_file, file, has, outsift, path, ran, run_in, skipped};

/// A folder with a few inventories, most of them wrong.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    put("good.csv", "Function,Strategic value,Repetitiveness\nPayroll,Low,High\nDesign,High,sometimes\n");
    put("also-good.csv", "Function,Volume\nTax,High\n");
    put("empty.csv", "");
    put("good.tsv", "Function\tVolume\nTax\tHigh\n");
    put("wrong.toml", "name = 1\n");
    put("blocker", "");
    fs::create_dir(folder.path().join("taken")).expect("room");
    fs::create_dir(folder.path().join("taken/good-record.json")).expect("room");
    folder
}

#[test]
fn exit_codes_are_a_contract() {
    let folder = folder();
    for (line, code) in [
        ("assess good.csv -o out", 0),
        ("assess good.csv -o out --fail-on unread=50% --fail-on insufficient=100%", 0),
        ("assess good.csv -o out --fail-on warnings", 1),
        ("assess good.csv -o out --fail-on unread=1%", 1),
        ("assess good.csv -o out --fail-on insufficient=10%", 1),
        ("assess good.csv -o new --previous out/good-record.json --fail-on changed", 0),
        (
            "assess good.csv -o new --previous out/good-record.json --fail-on changed --assume control=low --assume volume=high",
            1,
        ),
        ("assess", 64),
        ("assess good.csv --fail-on everything", 64),
        ("assess good.csv -o out --fail-on changed", 0),
        ("assess good.csv --no-previous --fail-on changed", 64),
        ("assess good.csv --max-memory little", 64),
        ("assess good.csv --max-time 0s", 64),
        ("assess good.csv --jobs 0", 64),
        ("assess good.csv good.tsv -o out", 64),
        ("assess good.csv also-good.csv -o new --previous out/good-record.json", 64),
        ("assess good.csv -o out --quiet --verbose", 64),
        ("assess empty.csv -o out", 65),
        ("assess good.csv -o out --max-memory 40MiB", 65),
        ("assess good.csv -o out --max-memory 8MiB", 65),
        ("assess missing.csv -o out", 66),
        ("assess *.ods -o out", 66),
        ("assess good.csv empty.csv also-good.csv -o out", 65),
        ("assess good.csv missing.csv -o out", 66),
        ("assess good.csv -o blocker/out", 73),
        ("assess good.csv -o taken", 73),
        ("assess good.csv -o out --rulebook wrong.toml", 78),
        ("check missing.csv", 66),
        ("verify out/good-record.json", 0),
        ("verify empty.csv", 65),
        ("verify missing.json", 66),
        ("completions tcsh", 64),
        ("man -o missing", 73),
    ] {
        let run = run_in(folder.path(), line);
        assert_eq!(run.code, code, "{line}\n{}{}", run.stdout, run.stderr);
        assert!(!run.stderr.contains("internal"), "{line}\n{}", run.stderr);
    }
    // Codes that need another program or a signal have tests of their own; all are documented in the same words.
    let help = run_in(folder.path(), "--help").stdout;
    let page = fs::read_to_string(path("docs/guide/nightly.md")).expect("a page");
    let (_, listed) = help.split_once("Exit codes:\n").expect("a list");
    for line in listed.lines().filter(|line| !line.is_empty()) {
        let (code, meaning) = line.trim().split_once("  ").expect("a code and what it means");
        let row = format!("| {code} | {meaning} |");
        assert!(page.contains(&row), "the guide lacks\n{row}");
    }
    assert_eq!(listed.lines().filter(|line| !line.is_empty()).count(), 13);
    assert!(!folder.path().join("missing").exists() && !folder.path().join(".good.outsift").exists());
}

#[test]
fn several_inventories_are_assessed_each_by_itself() {
    let folder = folder();
    let run = run_in(folder.path(), "assess go*.csv also-good.csv empty.csv *.ods missing.csv -o out --jobs 2");
    let errors: Vec<&str> = run.stderr.lines().filter(|line| line.starts_with("error[")).collect();
    assert_eq!((run.code, errors.len()), (66, 3), "{}", run.stderr);
    expect_file(&path("tests/suite/expected/several.txt"), &run.stdout);
    let mut names: Vec<_> = fs::read_dir(folder.path().join("out"))
        .expect("outputs")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let of = |stem: &str| ["assessed.xlsx", "record.json", "summary.pdf"].map(|end| format!("{stem}-{end}"));
    assert_eq!(names, [of("also-good"), of("good")].concat());
    // One by one or together, the bytes are the same.
    run_in(folder.path(), &format!("assess good.csv also-good.csv -o one --date {DATE}"));
    run_in(folder.path(), &format!("assess good.csv -o two --date {DATE}"));
    let read = |name: &str| fs::read(folder.path().join(name)).expect("an output");
    assert!(read("one/good-assessed.xlsx") == read("two/good-assessed.xlsx"));
    assert!(read("one/good-record.json") == read("two/good-record.json"));
}

#[test]
fn several_inventories_make_one_portfolio() {
    let folder = TempDir::new().expect("a folder");
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    put("north.csv", "Function,Strategic value,Volume\nPayroll,Low,High\nTax,High,1200\n");
    put("south.csv", "Regional office\n\nFunction;Strategic value;Volume\nDesign;High;sometimes\n");
    let run = run_in(folder.path(), &format!("assess ?o*th.csv -o out --combine all --date {DATE}"));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    let record = fs::read_to_string(folder.path().join("out/all-record.json")).expect("a record");
    let record: Value = serde_json::from_str(&record).expect("it is JSON");
    let rows: Vec<String> = record["functions"]
        .as_array()
        .expect("functions")
        .iter()
        .map(|function| format!("{} {} {}", function["name"], function["sheet"], function["row"]).replace('"', ""))
        .collect();
    assert_eq!(rows, ["Payroll north.csv 2", "Tax north.csv 3", "Design south.csv 4"]);
    let input = &record["input"];
    assert_eq!((&input["name"], &input["files"][1]["name"]), (&"all".into(), &"south.csv".into()));
    let unread = record["problems"].as_array().expect("problems").iter().find(|p| p["code"] == "not-a-level");
    assert_eq!(unread.map(|problem| (&problem["sheet"], &problem["cell"])), Some((&"south.csv".into(), &"C4".into())));
    assert_eq!(run_in(folder.path(), "verify out/all-record.json").code, 0);

    // Files of one name are told apart by their folders.
    for (branch, text) in [("a", "Payroll,Low,High\n"), ("b", "Tax,High,1200\n")] {
        fs::create_dir(folder.path().join(branch)).expect("room");
        put(&format!("{branch}/data.csv"), &format!("Function,Strategic value,Volume\n{text}"));
    }
    let run = run_in(folder.path(), "assess a/data.csv b/data.csv -o out --combine both");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    for (line, code) in [("assess north.csv no*.csv x*.csv --combine all", 66), ("assess north.csv --combine a/b", 64)]
    {
        assert_eq!(run_in(folder.path(), line).code, code, "{line}");
    }
}

#[test]
fn no_two_inventories_share_outputs() {
    let folder = folder();
    fs::create_dir(folder.path().join("b")).expect("room");
    fs::copy(folder.path().join("good.csv"), folder.path().join("b/Good.csv")).expect("a copy");
    let refused = |inventory: &str, other: &str| {
        format!(
            "error[same-outputs]: {inventory}: would have the same outputs as {other}\n  \
             help: assess them one by one, with a folder of its own for each: `-o DIR`\n"
        )
    };
    // The others are assessed.
    for (line, expected, assessed) in [
        ("good.csv b/Good.csv", [("good.csv", "b/Good.csv"), ("b/Good.csv", "good.csv")], false),
        ("good.csv good.csv", [("good.csv", "good.csv"); 2], false),
        ("good.* also-good.csv", [("good.csv", "good.tsv"), ("good.tsv", "good.csv")], true),
    ] {
        let run = run_in(folder.path(), &format!("assess {line} -o out --jobs 1"));
        let expected: String = expected.into_iter().map(|(inventory, other)| refused(inventory, other)).collect();
        assert_eq!((run.code, run.stderr), (64, expected), "{line}");
        let made = ["good", "also-good"].map(|stem| folder.path().join(format!("out/{stem}-record.json")).exists());
        assert_eq!(made, [false, assessed], "{line}");
    }
    // An inventory may be what another one's output would replace.
    fs::copy(path("samples/portfolio.xlsx"), folder.path().join("good-assessed.xlsx")).expect("a copy");
    let run = run_in(folder.path(), "assess good.csv good-assessed.xlsx");
    assert_eq!(run.code, 64, "{}", run.stderr);
    assert!(
        run.stderr.starts_with("error[output-is-input]: ./good-assessed.xlsx: would be overwritten"),
        "{}",
        run.stderr
    );
    let sample = fs::read(path("samples/portfolio.xlsx")).expect("a sample");
    assert!(fs::read(folder.path().join("good-assessed.xlsx")).expect("it is there") == sample);
}

#[test]
fn logs_are_for_programs_and_hold_no_values() {
    let folder = folder();
    let events = |line: &str| -> Vec<Value> {
        let run = run_in(folder.path(), &format!("{line} --log-format json"));
        let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
        run.stderr.lines().map(parse).collect()
    };
    let codes = |events: &[Value]| -> Vec<String> {
        events.iter().map(|event| format!("{}:{}", event["level"], event["code"]).replace('"', "")).collect()
    };
    let done = events("assess good.csv -o out --fail-on warnings");
    let stages = ["info:stage"; 4];
    assert_eq!(
        codes(&done),
        [&["info:started"][..], &stages, &["info:published", "warning:beyond-allowance"]].concat()
    );
    let published = done.iter().find(|event| event["code"] == "published").expect("it is published");
    assert_eq!(published["problems"]["not-a-level"], 1);
    assert!(done.iter().all(|event| event["time"].as_str().is_some_and(|time| time.ends_with('Z'))));
    assert!(done.iter().all(|event| !event.to_string().contains("sometimes")), "a value is in the log: {done:?}");
    assert_eq!(
        codes(&events("assess empty.csv -o out")),
        ["info:started", "info:stage", "error:empty-file", "info:failed"]
    );
    // Of a log for programs, quiet leaves how each run has ended, and what is wrong.
    assert_eq!(codes(&events("assess empty.csv -o out -q")), ["error:empty-file", "info:failed"]);
    assert_eq!(codes(&events("assess good.csv also-good.csv -o out -q")), ["info:published"; 2]);

    let quiet = run_in(folder.path(), "assess good.csv -o out -q");
    assert_eq!((quiet.code, quiet.stdout.as_str(), quiet.stderr.as_str()), (0, "", ""));
    let verbose = run_in(folder.path(), "assess good.csv -o out -v");
    assert_eq!(
        verbose.stderr,
        "info[started]: good.csv: assessing it\ninfo[stage]: good.csv: reading\ninfo[stage]: good.csv: understanding\n\
         info[stage]: good.csv: assessing\ninfo[stage]: good.csv: writing\n\
         info[published]: good.csv: out/good-record.json\n"
    );
}

#[test]
fn the_summary_can_be_json() {
    let folder = folder();
    let run = run_in(folder.path(), "assess good.csv empty.csv -o out --json --fail-on warnings");
    let summary: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    assert_eq!((run.code, &summary["exit"], &summary["schema"]), (65, &65.into(), &"outsift-summary/1".into()));
    let [good, empty] = summary["runs"].as_array().expect("runs").as_slice() else { panic!("{summary}") };
    assert_eq!((&good["exit"], &good["figures"]["functions"]), (&1.into(), &2.into()));
    assert_eq!(good["outputs"]["record"], "out/good-record.json");
    assert_eq!(good["beyond"], serde_json::json!(["1 warning"]));
    assert_eq!((&empty["exit"], &empty["problems"][0]["code"]), (&65.into(), &"empty-file".into()));
    assert_eq!(empty["outputs"], Value::Null);
}

#[test]
fn nothing_from_a_file_acts_on_a_terminal() {
    let hostile = "Function,\x1b[8mVolume\nPay\x1b]0;owned\x07roll,High\n\u{202e}xaT,\x1b[2Jmany\n";
    let input = "\x1b[31mred\u{202e}.csv";
    let (folder, _) = file(input, hostile);
    for arguments in [
        &["check", input][..],
        &["explain", input, "roll"],
        &["explain", input, "none"],
        &["assess", input, "-o", "out"],
        &["assess", input, "-o", "out", "--log-format", "json", "-v"],
        &["assess", input, "\x1b[2Jmissing.csv", "-o", "out"],
        &["assess", input, "\x1b[2Jmissing.csv", "-o", "out", "--json"],
        &["check", "\x1b[2Jmissing.csv"],
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        // As on a terminal: with colours.
        command.args(arguments).current_dir(&folder).env("CLICOLOR_FORCE", "1");
        let run = ran(command.output().expect("the program starts"));
        for text in [&run.stdout, &run.stderr] {
            let plain = ["\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[33m", "\x1b[38;5;"]
                .iter()
                .fold(text.clone(), |text, style| text.replace(style, ""));
            let acting = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202e}';
            assert_eq!(plain.chars().find(acting), None, "{arguments:?}\n{text:?}");
        }
    }
    let record = fs::read_dir(folder.path().join("out")).expect("outputs").map(|entry| entry.expect("an entry").path());
    let record = record
        .filter(|path| path.extension() == Some(OsStr::new("json")))
        .find_map(|path| fs::read_to_string(path).ok());
    let record = record.expect("a record");
    assert!(record.contains("\\u202exaT") && !record.contains('\u{202e}'), "{record}");
}

#[test]
fn a_run_that_takes_too_long_ends_with_a_message() {
    let rows: String = (0..400_000).map(|row| format!("Function {row},High,\"a note\"\n")).collect();
    let rows = format!("Function,Volume,Notes\n{rows}");
    let (folder, _) = file("long.csv", rows);
    let run = run_in(folder.path(), "assess long.csv -o out --max-time 1s");
    let (first, _) = run.stderr.split_once(" within").unwrap_or_default();
    assert!(first.starts_with("error[out-of-time]: long.csv: could not be "), "{}", run.stderr);
    assert!(run.stderr.ends_with(" within 1 second\n  help: split the file, or raise the limit with `--max-time`\n"));
    assert_eq!(run.code, 65);
    assert!(!folder.path().join("out").exists(), "nothing is left behind");
}

/// On a terminal, what is being done is shown while it takes long, and wiped in the end; elsewhere, as the test above shows,
/// nothing is.
#[cfg(target_os = "linux")]
/// An export that is written in two goes, the second of them after the first was read.
#[test]
fn an_input_that_grows_before_the_outputs_appear_is_refused() {
    let rows: String = (0..3_000).map(|row| format!("Function {row},High,Low\n")).collect();
    let (folder, input) = file("a.csv", format!("Function,Volume,Strategic value\n{rows}"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
    let command = command.args(["assess", "a.csv", "-o", "out", "-v"]).current_dir(&folder).stderr(Stdio::piped());
    let mut run = command.spawn().expect("the program starts");
    let mut said = BufReader::new(run.stderr.take().expect("a pipe")).lines().map(|line| line.expect("text"));
    let is_read = said.by_ref().any(|line| line == "info[stage]: a.csv: understanding");
    assert!(is_read, "it is read whole before it is understood");
    let mut export = fs::OpenOptions::new().append(true).open(&input).expect("it is there");
    export.write_all(rows.as_bytes()).expect("room");
    let said: Vec<String> = said.skip_while(|line| line.starts_with("info[stage]")).collect();
    assert_eq!(
        (run.wait().expect("it ends").code(), said),
        (
            Some(75),
            vec![
                "error[changing-input]: a.csv: has changed since it was read".to_owned(),
                "  help: run again when whatever writes it has ended".to_owned(),
                "info[failed]: a.csv: exit code 75".to_owned(),
            ]
        )
    );
    assert!(!folder.path().join("out").exists(), "nothing is left behind");
}

#[test]
fn progress_is_for_terminals() {
    if !has_here("script") {
        return skipped("`script` is not installed, so nothing is run on a terminal");
    }
    let rows: String = (0..400_000).map(|row| format!("Function {row},High\n")).collect();
    let (folder, _) = file("long.csv", format!("Function,Volume\n{rows}"));
    let command = format!("{} assess long.csv -o out --max-time 3s", env!("CARGO_BIN_EXE_outsift"));
    let mut script = Command::new("script");
    script.args(["-qec", &command, "/dev/null"]).current_dir(&folder).env("TERM", "xterm").env_remove("NO_COLOR");
    let piped = std::process::Stdio::piped;
    let mut child = script.stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("script starts");
    // It ends with its input, whatever it runs.
    let input = child.stdin.take();
    let run = ran(child.wait_with_output().expect("script ends"));
    drop(input);
    assert!(run.stdout.contains(" … 1 s"), "{:?}", run.stdout);
    // The message has a line of its own, and nothing stands after it.
    let (_, message) = run.stdout.split_once("error").expect("a message");
    let (_, before) = run.stdout.split_at(run.stdout.find("\x1b[1m\x1b[31merror").expect("a message in red") - 4);
    assert!(before.starts_with("\r\x1b[K"), "{:?}", run.stdout);
    assert!(message.ends_with("with `--max-time`\r\n\r\x1b[K"), "{message:?}");
}

/// The process that reads has limits of its own, and no way to the network.
#[cfg(target_os = "linux")]
#[test]
fn the_worker_has_limits() {
    let rows: String = (0..60_000).map(|row| format!("Function {row},High\n")).collect();
    let rows = format!("Function,Volume\n{rows}");
    let (folder, _) = file("long.csv", rows);
    let mut parent = Command::new(env!("CARGO_BIN_EXE_outsift"))
        .args(["assess", "long.csv", "-o", "out", "--max-memory", "1GiB", "--max-time", "100s"])
        .current_dir(&folder)
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    let found = crate::faults::worker_of(parent.id()).map(|worker| {
        let read = |name: &str| fs::read_to_string(format!("/proc/{worker}/{name}")).unwrap_or_default();
        let (mut limits, mut status) = (String::new(), String::new());
        // Limits are put on right at the start, but not before it.
        for _ in 0..200 {
            (limits, status) = (read("limits"), read("status"));
            if limits.contains("1073741824") && status.contains("Seccomp:\t2") {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        (limits, status)
    });
    parent.kill().expect("it runs");
    let _ = parent.wait();
    let (limits, status) = found.expect("there is a worker");
    let limit = |name: &str| {
        let line = limits.lines().find(|line| line.starts_with(name)).expect("a limit");
        line[name.len()..].split_whitespace().next().map(str::to_owned)
    };
    assert_eq!(limit("Max address space").as_deref(), Some("1073741824"));
    assert_eq!(limit("Max core file size").as_deref(), Some("0"));
    assert_ne!(limit("Max cpu time").as_deref(), Some("unlimited"));
    assert_ne!(limit("Max file size").as_deref(), Some("unlimited"));
    if cfg!(any(target_arch = "x86_64", target_arch = "aarch64")) {
        assert!(status.contains("Seccomp:\t2"), "{status}");
        assert!(status.contains("NoNewPrivs:\t1"), "{status}");
    }
}

#[test]
fn completions_and_manual_pages_are_made_of_the_command_line() {
    let folder = TempDir::new().expect("a folder");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = outsift(["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{shell}");
        assert!(run.stdout.contains("--fail-on") || run.stdout.contains("fail-on"), "{shell} knows no options");
        let script = folder.path().join(shell);
        fs::write(&script, run.stdout).expect("room");
        if ["bash", "zsh", "fish"].contains(&shell) && has_here(shell) {
            crate::harness::checked(shell, &[OsStr::new("-n"), script.as_os_str()]);
        }
    }
    let page = outsift(["man"]);
    assert_eq!(page.code, 0);
    assert!(page.stdout.contains(".TH outsift 1") && page.stdout.contains("Exit codes"), "{}", page.stdout);
    let run = outsift([OsStr::new("man"), OsStr::new("-o"), folder.path().as_os_str()]);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    for page in ["outsift.1", "outsift-assess.1", "outsift-verify.1"] {
        assert!(folder.path().join(page).is_file(), "{page}");
        if has_here("mandoc") {
            crate::harness::checked(
                "mandoc",
                &[OsStr::new("-T"), OsStr::new("utf8"), folder.path().join(page).as_os_str()],
            );
        }
    }
}

/// Whether a program that is no check of the outputs happens to be there.
fn has_here(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()))
}

/// The command line of a schedule, run on a folder of exports in the place of the one that it names.
#[track_caller]
fn check_schedule(words: &[String], folder: &Path) {
    let job = folder.join("outsift.toml").to_string_lossy().into_owned();
    let run = outsift(
        words
            .iter()
            .map(|word| word.replace("/srv/outsift/outsift.toml", &job))
            .filter(|word| !word.ends_with("/outsift")),
    );
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{words:?}\n{}", run.stderr);
    assert!(folder.join("out/export-record.json").is_file(), "{words:?}");
    fs::remove_dir_all(folder.join("out")).expect("it was there");
}

/// A folder as the schedules expect it at `/srv/outsift`, with an export in .csv.
fn scheduled() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    fs::create_dir(folder.path().join("exports")).expect("room");
    fs::write(folder.path().join("exports/export.csv"), "Function,Volume\nPayroll,High\n").expect("room");
    let job = fs::read_to_string(path("templates/schedule/outsift.toml")).expect("a job file");
    fs::write(folder.path().join("outsift.toml"), job.replace("*.xlsx", "*.csv")).expect("room");
    folder
}

#[test]
fn the_schedules_do_what_they_say() {
    let text = |name: &str| fs::read_to_string(path("templates/schedule").join(name)).expect("a schedule");
    let exports = scheduled();
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();

    let service = text("outsift.service");
    let line = service.lines().find_map(|line| line.strip_prefix("ExecStart=")).expect("a command");
    check_schedule(&words(line), exports.path());

    let crontab = text("crontab");
    let line = crontab.lines().find(|line| line.contains("/outsift assess")).expect("a command");
    let (line, _) = line.split_once(" || ").expect("what is done otherwise");
    check_schedule(&words(line)[5..], exports.path());

    let actions = text("github-actions.yml");
    let line = actions.lines().find(|line| line.contains("outsift assess")).expect("a command");
    let (line, _) = line.split_once(" || ").expect("what is done otherwise");
    let line = line.replace("outsift.toml", "/srv/outsift/outsift.toml");
    check_schedule(&words(&line)[1..], exports.path());

    let job = text("cronjob.yaml");
    let (_, rest) = job.split_once("              args:\n").expect("arguments");
    let arguments = rest.lines().map_while(|line| line.trim().strip_prefix("- ")).map(str::to_owned);
    check_schedule(&arguments.collect::<Vec<_>>(), exports.path());
    assert!(job.contains("concurrencyPolicy: Forbid") && job.contains("values: [1, 64, 65, 66, 70, 73, 74, 78]"));
    assert!(service.contains("RestartPreventExitStatus=1 64 65 66 70 73 74 78\n"));
}

const UNITS: [&str; 3] = ["outsift.service", "outsift-alert.service", "outsift.timer"];

#[test]
fn the_units_are_in_order() {
    if !has_here("systemd-analyze") {
        return skipped("`systemd-analyze` is not installed, so the units are not verified");
    }
    let folder = TempDir::new().expect("a folder");
    for unit in UNITS {
        let text = fs::read_to_string(path("templates/schedule").join(unit)).expect("a unit");
        let program = path(env!("CARGO_BIN_EXE_outsift"));
        fs::write(folder.path().join(unit), text.replace("/usr/local/bin/outsift", &program.to_string_lossy()))
            .expect("room");
    }
    let units = UNITS.map(|unit| folder.path().join(unit));
    let run =
        ran(Command::new("systemd-analyze").args(["verify", "--man=no"]).args(units).output().expect("it starts"));
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
}

/// As much of Airflow as the DAG uses.
const AIRFLOW: &str = "\
def dag(**options):
    assert options['max_active_runs'] == 1
    return lambda function: function
def task(function):
    import datetime
    return lambda: print(function(logical_date=datetime.datetime(2026, 1, 31)))
";

#[test]
fn the_dag_runs() {
    if !has("python3") {
        return;
    }
    let folder = scheduled();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("room");
    fs::create_dir(folder.path().join("airflow")).expect("room");
    put("airflow/__init__.py", "");
    put("airflow/decorators.py", AIRFLOW);
    put(
        "airflow/exceptions.py",
        "class AirflowException(Exception): pass\nclass AirflowFailException(Exception): pass\n",
    );
    let dag = fs::read_to_string(path("templates/schedule/airflow_dag.py")).expect("a DAG");
    put("dag.py", &dag.replace("/srv/outsift/outsift.toml", "outsift.toml"));
    let programs = Path::new(env!("CARGO_BIN_EXE_outsift")).parent().expect("a folder");
    let paths = std::env::join_paths(
        [programs.to_owned()]
            .into_iter()
            .chain(std::env::var_os("PATH").iter().flat_map(|paths| std::env::split_paths(paths).collect::<Vec<_>>())),
    );
    let mut python = Command::new("python3");
    python.arg("dag.py").current_dir(&folder).env("PATH", paths.expect("a path"));
    let run = ran(python.output().expect("Python starts"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let summary: Value = serde_json::from_str(&run.stdout).expect("the figures");
    assert_eq!(summary["runs"][0]["figures"]["functions"], 1);
}

#[test]
fn marks_of_open_workbooks_are_skipped() {
    let folder = folder();
    fs::write(folder.path().join("~$good.csv"), "\u{3}Ana").expect("room");
    let run = run_in(folder.path(), "assess ~$good.csv good.csv -o out -q");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = run_in(folder.path(), "assess ~$good.csv good.csv also-good.csv -o out");
    assert!(
        run.stderr.starts_with(
            "note[lock-file]: ~$good.csv: is the mark that `good.csv` is open in an office program, and holds no table\n  \
             help: it was skipped\n"
        ),
        "{}",
        run.stderr
    );
}
