//! The command line: messages as a whole, exit codes, and commands that the documentation shows.

use std::ffi::OsStr;
use std::fs;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{DATE, file, outsift, path, ran};

/// What a user mistake comes to: exit code and everything on standard error.
#[track_caller]
fn check(arguments: &[&str], code: i32, stderr: &str) {
    let run = outsift(arguments);
    assert_eq!((run.code, run.stderr.as_str(), run.stdout.as_str()), (code, stderr, ""), "{arguments:?}");
}

#[test]
fn input_that_cannot_be_used_is_named_with_its_mend() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    for (name, content, code, message) in [
        (
            "empty.csv",
            &b""[..],
            65,
            "error[empty-file]: empty.csv: the file is empty\n  help: export the inventory again, with its header row\n",
        ),
        (
            "page.xls",
            b"<html><table><tr><td>Function</td></tr></table></html>",
            65,
            "error[not-a-spreadsheet]: page.xls: is a web page or XML, whatever its name says\n  \
             help: open it in Excel or LibreOffice, and save it as .xlsx or .csv\n",
        ),
        (
            "picture.xlsx",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            65,
            "error[unknown-format]: picture.xlsx: is a picture\n  help: give an .xlsx, .xls, .xlsb, .ods, .csv or .parquet file\n",
        ),
        (
            "prices.csv",
            b"Item,Price\nBolt,0.25\n",
            65,
            "error[no-inventory]: prices.csv: no column holds the names of functions (looked in the first 30 rows; \
             the fullest row is row 1 with `Item`, `Price`)\n  \
             help: give the column of names a header such as `Function name`, `Process` or `Service`, in a row \
             above them, or say which one it is with `--map \"Header=name\"`\n",
        ),
        (
            "header.csv",
            b"Function name,Strategic value\n",
            65,
            "error[no-rows]: header.csv, row 1: there are no data rows below this header\n  \
             help: export the inventory with its rows, or name another sheet with `--sheet`\n",
        ),
        (
            "quote.csv",
            b"Function name,Volume\nPayroll,\"12\nTax,3\n",
            65,
            "error[open-quote]: quote.csv:2:9: a quotation mark opens here and is never closed\n  \
             help: close it, or double it where it belongs to the text\n",
        ),
        (
            "~$portfolio.xlsx",
            b"\x03Ana            A\0n\0a\0 \0 \0",
            65,
            "error[lock-file]: ~$portfolio.xlsx: is the mark that `portfolio.xlsx` is open in an office program, and \
             holds no table\n  help: give `portfolio.xlsx` itself\n",
        ),
        (
            "rows.json",
            b"[{\"Function\": \"Payroll\"}]",
            65,
            "error[unknown-format]: rows.json: is JSON\n  help: export its table as .csv\n",
        ),
        (
            "x-record.json",
            b"{\"schema\": \"outsift-record/1.0\"}",
            65,
            "error[unknown-format]: x-record.json: is the record of a run\n  \
             help: give the inventory itself; `--previous` compares with a record\n",
        ),
    ] {
        fs::write(at(name), content).expect("a file");
        for command in ["check", "assess"] {
            let more: &[&str] = if command == "assess" { &["-o", &at("out")] } else { &[] };
            check(&[&[command, &at(name)][..], more].concat(), code, message);
        }
    }
    assert!(!folder.path().join("out").exists(), "a run that fails makes no folder");
    let missing = at("missing.csv");
    let run = outsift(["check", &missing]);
    assert_eq!(run.code, 66);
    assert!(run.stderr.starts_with(&format!("error[no-input]: {missing}: cannot be opened: ")), "{}", run.stderr);
    check(
        &["check", &folder.path().to_string_lossy()],
        66,
        &format!(
            "error[not-a-file]: {}: is a folder\n  help: give the inventory file itself, or `-` to read standard input\n",
            folder.path().file_name().expect("a name").to_string_lossy()
        ),
    );
}

#[test]
fn options_that_make_no_sense_are_usage_errors() {
    let sample = path("samples/portfolio.xlsx");
    let sample = sample.to_string_lossy();
    check(
        &["check", &sample, "--assume", "contrl=low"],
        64,
        "error[assumption]: --assume contrl=low: there is no attribute `contrl`; those that decide are \
         strategic_value, integration, repetitiveness, volume, specialisation, continuity, control\n",
    );
    check(
        &["check", &sample, "--assume", "control=some", "--assume", "control"],
        64,
        "error[assumption]: --assume control=some: `some` is no level of `control`; expected low, medium, high or a \
         word that the rulebook knows\n\
         error[assumption]: --assume control: expected ATTRIBUTE=VALUE, such as control=low\n",
    );
    check(
        &["check", &sample, "--sheet", "Funktions"],
        65,
        "error[no-such-sheet]: portfolio.xlsx: there is no sheet `Funktions`\n  \
         help: its sheets are `Read me`, `Functions`\n",
    );
    check(
        &["explain", &sample, "Payrol"],
        65,
        &fs::read_to_string(path("tests/suite/expected/explain-near.txt")).expect("expected text"),
    );
    check(
        &["explain", &sample, " "],
        64,
        "error[no-function]: explain: no function is named\n  \
         help: give a function's id, its name, or a part of its name that no other has\n",
    );
    check(
        &["explain", &sample, "a"],
        65,
        "error[no-such-function]: portfolio.xlsx: `a` does not mean one function\n  \
         help: perhaps `Accounts payable` (FIN-010, row 2) or `Accounts receivable and cash application` (FIN-020, row 3) or \
         `General ledger and month-end close` (FIN-030, row 4) or `Expense claims processing` (FIN-040, row 5) or \
         `VAT return preparation` (FIN-050, row 6) or one of 49 more\n",
    );
    for arguments in [&["assess"][..], &["frobnicate"], &["check", &sample, "--date", "tomorrow"], &[]] {
        let run = outsift(arguments);
        assert_eq!(run.code, 64, "{arguments:?}\n{}", run.stderr);
    }
    let run = Command::new(env!("CARGO_BIN_EXE_outsift"))
        .args(["check", &sample])
        .env("SOURCE_DATE_EPOCH", "soon")
        .output()
        .expect("the program starts");
    assert_eq!(run.status.code(), Some(64));
    assert_eq!(
        String::from_utf8_lossy(&run.stderr),
        "error[wrong-date]: SOURCE_DATE_EPOCH: expected seconds since 1970, found `soon`\n"
    );
}

#[test]
fn help_and_version_are_no_errors() {
    for arguments in [&["--help"][..], &["assess", "--help"], &["--version"]] {
        let run = outsift(arguments);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(!run.stdout.is_empty());
    }
}

#[test]
fn the_default_rulebook_is_printed_and_can_be_given_back() {
    let printed = outsift(["rulebook"]);
    assert_eq!(printed.stdout, fs::read_to_string(path("templates/rulebook.toml")).expect("the rulebook"));
    let (_folder, rulebook) = file("mine.toml", &printed.stdout);
    let sample = path("samples/werkzeugbau.csv");
    let run = outsift([OsStr::new("check"), sample.as_os_str(), OsStr::new("--rulebook"), rulebook.as_os_str()]);
    let default = outsift([OsStr::new("check"), sample.as_os_str()]);
    let page = |text: &str| text.split_once("\nNext:").map(|(page, _)| page.to_owned());
    assert_eq!((run.code, page(&run.stdout)), (0, page(&default.stdout)));
    assert!(page(&run.stdout).is_some() && run.stdout.contains(&format!(" --rulebook {}", rulebook.display())));
}

#[test]
fn the_command_that_comes_next_can_be_copied() {
    let (folder, input) = file("Bob's list.csv", "Function,Control wanted\nPayroll,High\n");
    let next = |input: &str, more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        let run =
            ran(command.args(["check", input]).args(more).current_dir(&folder).output().expect("the program starts"));
        let (_, next) = run.stdout.split_once("\nNext:").expect("a last line");
        let command = next.trim().split("  ").next().unwrap_or_default();
        command.trim().to_owned()
    };
    let quoted = if cfg!(windows) { "\"Bob's list.csv\"" } else { "'Bob'\\''s list.csv'" };
    assert_eq!(next("Bob's list.csv", &[]), format!("outsift template {quoted}"));
    fs::rename(&input, folder.path().join("list.csv")).expect("another name");
    let all = [
        "strategic_value=high",
        "integration=high",
        "repetitiveness=high",
        "volume=high",
        "specialisation=low",
        "continuity=high",
    ];
    let assumed: Vec<&str> = all.iter().flat_map(|given| ["--assume", given]).collect();
    assert_eq!(next("list.csv", &assumed), format!("outsift assess list.csv {} -o out", assumed.join(" ")));
}

#[test]
fn one_function_is_explained() {
    let sample = path("samples/portfolio.xlsx");
    let text =
        |name: &str| fs::read_to_string(path(&format!("tests/suite/expected/{name}.txt"))).expect("expected text");
    let run = outsift([OsStr::new("explain"), sample.as_os_str(), OsStr::new("security monitoring")]);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path("tests/suite/expected/explain.txt"), &run.stdout).expect("the expected text can be written");
    }
    assert_eq!((run.code, run.stdout), (0, text("explain")));
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_outsift"))
        .arg("rulebook")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn no_colour_goes_into_a_pipe() {
    let sample = path("samples/portfolio.csv");
    let run = outsift([OsStr::new("check"), sample.as_os_str()]);
    assert!(!run.stdout.contains('\u{1b}'));
}

/// Every command of the README and of the guide that starts with `outsift` is run, those of a page in one folder.
#[test]
fn the_commands_of_the_documentation_work() {
    let guide = fs::read_dir(path("docs/guide")).expect("a guide").map(|entry| entry.expect("a page").path());
    for page in guide.chain([path("README.md")]) {
        run_commands(&page);
    }
}

fn run_commands(page: &std::path::Path) {
    let text = fs::read_to_string(page).expect("a page");
    let folder = TempDir::new().expect("a folder");
    let mut count = 0;
    for line in text.lines().filter_map(|line| line.strip_prefix("    outsift ").or(line.strip_prefix("outsift "))) {
        // What follows is where the output goes, or a remark.
        let line = line.split(" > ").next().and_then(|line| line.split(" # ").next()).unwrap_or_default().trim_end();
        // This one reads what a database gave, and is run with it.
        if line.starts_with("sql ") {
            continue;
        }
        let mut words: Vec<String> = Vec::new();
        for (i, part) in line.split('"').enumerate() {
            if i % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        if words[0] == "assess" {
            words.extend(["--date".to_owned(), DATE.to_owned()]);
        }
        let status = Command::new(env!("CARGO_BIN_EXE_outsift"))
            .args(words.iter().map(|word| {
                let is_ours = ["samples/", "templates/"].iter().any(|folder| word.starts_with(folder));
                if is_ours { path(word).into_os_string() } else { word.into() }
            }))
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .status()
            .expect("the program starts");
        assert!(status.success(), "{}: outsift {line}", page.display());
        count += 1;
    }
    let is_of_databases = text.contains("    outsift sql ");
    assert!(count >= 2 || is_of_databases, "{} shows {count} commands", page.display());
}

/// What `check` says of an inventory with some options, without what it prints of the coverage.
fn checked(inventory: &std::path::Path, options: &[&str]) -> String {
    let inventory = inventory.to_string_lossy();
    let run = outsift([&["check", &inventory], options].concat());
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout.split("\nCoverage").next().unwrap_or_default().to_owned()
}

#[test]
fn letters_name_a_column_whatever_its_cells_hold() {
    let folder = TempDir::new().expect("a folder");
    let inventory = folder.path().join("grades.csv");
    fs::write(&inventory, "Thing,Grade,Judgement,Strategic value\nPayroll,A,High,Low\nTax,C,Low,High\n")
        .expect("a file");
    let found = checked(&inventory, &["--map", "A=name", "--map", "C=specialisation", "--map", "b=none"]);
    for line in ["    A  Thing            Function", "    C  Judgement        Specialisation"] {
        assert!(found.contains(line), "{found}");
    }
    assert!(found.contains("headers in row 1") && found.contains("Problems: none"), "{found}");
}

#[test]
fn an_option_without_effect_is_said() {
    let folder = TempDir::new().expect("a folder");
    let inventory = folder.path().join("plain.csv");
    fs::write(&inventory, "Function,Department,Control wanted,Fit\nPayroll,HR,High,3\nTax,Fin,Low,4\n")
        .expect("a file");
    for (options, message) in [
        (["--scale", "Department=1..5"], "`--scale \"Department=1..5\"` has no effect"),
        (["--scale", "Fit=1..5"], "`--scale \"Fit=1..5\"` has no effect"),
        (["--assume", "control=low"], "`--assume control=low` has no effect"),
    ] {
        let found = checked(&inventory, &options).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(found.contains(message), "{found}");
    }
    let found =
        checked(&inventory, &["--map", "Fit=strategic_value", "--scale", "Fit=1..5", "--assume", "integration=low"]);
    assert!(!found.contains("no-effect"), "{found}");
}

#[test]
fn every_attribute_is_listed_with_what_it_holds() {
    let run = outsift(["attributes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    crate::harness::expect_file(&path("tests/suite/expected/attributes.txt"), &run.stdout);
}

#[test]
fn a_unit_is_stated_for_a_column() {
    let folder = TempDir::new().expect("a folder");
    let inventory = folder.path().join("units.csv");
    fs::write(&inventory, "Process,Annual cost (EUR zorblax),Volume (quux 5)\nPayroll,10,2\nTax,20,30\n")
        .expect("a file");
    let found = checked(&inventory, &["--unit", "B=kEUR p.m.", "--unit", "C=thousands"]);
    for line in [
        "an amount in EUR, multiplied by 1,000, 12 times the number as stated, as `--unit` states",
        "a year's count, multiplied by 1,000, as `--unit` states: below 1,000 Low, above 10,000 High",
        "Problems: none",
    ] {
        assert!(found.contains(line), "{found}");
    }
    let plain = checked(&inventory, &["--unit", "B=1", "--unit", "Volume (quux 5)=1"]);
    assert!(
        plain.contains("an amount, its currency not stated, as `--unit` states") && plain.contains("Problems: none")
    );
    for (option, said) in [
        ("B=zorblax", "`--unit` says that it is in `zorblax`, of which `zorblax` is not understood"),
        ("Z=kEUR", "no column is called `Z`, as `--unit` says"),
        ("B", "expected COLUMN=UNIT, such as"),
    ] {
        let run = outsift(["check", &inventory.to_string_lossy(), "--unit", option]);
        assert!(run.code != 0 && run.stderr.contains(said), "{option}: {}{}", run.stdout, run.stderr);
    }
}

/// What is printed for programs is what the record of a run holds.
#[test]
fn check_and_explain_print_json_as_the_record_has_it() {
    for sample in ["portfolio.xlsx", "service-catalogue.xlsx"] {
        let inventory = path(&format!("samples/{sample}"));
        let run = |arguments: &[&str]| -> Value {
            let inventory = inventory.to_string_lossy().into_owned();
            let run = outsift([&[arguments[0], &inventory], &arguments[1..], &["--date", DATE, "--json"]].concat());
            assert_eq!((run.code, run.stderr.as_str()), (0, ""));
            serde_json::from_str(&run.stdout).expect("JSON")
        };
        let record = crate::harness::assess(&inventory, &[]).record();
        let reading = run(&["check"]);
        for part in [
            "program",
            "input",
            "rulebook",
            "answers",
            "assumptions",
            "columns",
            "excluded",
            "problems",
            "problems_unlisted",
        ] {
            assert_eq!(reading[part], record[part], "{part} of {sample}");
        }
        assert_eq!(
            (&reading["schema"], &reading["functions"]),
            (&Value::from("outsift-reading/1"), &record["totals"]["functions"])
        );
        let functions = record["functions"].as_array().expect("functions");
        for function in [&functions[0], &functions[functions.len() - 1]] {
            assert_eq!(run(&["explain", function["name"].as_str().expect("a name")]), *function, "{sample}");
        }
    }
}
