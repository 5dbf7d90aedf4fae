//! Input that is broken, awkward or meant to do harm: made here byte by byte, each with what becomes of it.
//!
//! The cases of a format are in its module, what each comes to in `expected/hostile.txt`, a paragraph each;
//! `UPDATE_EXPECTED=1` writes it anew. Every case is read by the library, cell by cell, and by the program, whose exit code and
//! message have to agree with that.

mod archives;
pub mod columnar;
pub mod forge;
mod mutants;
mod open_document;
mod old_binary;
mod binary;
mod sheets;
mod texts;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use outsift::problem::{Problem, Problems, column_letters, printable};
use outsift::table::{self, Cell, Table};
use tempfile::TempDir;

use crate::harness::{expect_file, outsift, path};

/// A file to be read, by its name.
type Case = (&'static str, Vec<u8>);

fn cases() -> Vec<Case> {
    let workbooks = [sheets::cases(), archives::cases(), binary::cases(), old_binary::cases(), open_document::cases()];
    [workbooks.concat(), texts::cases(), columnar::cases()].concat()
}

/// How long a case may take: much longer than any needs, and no hang.
const DEADLINE: Duration = Duration::from_secs(60);

#[test]
fn each_is_read_right_or_refused_by_name() {
    let cases = cases();
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let folder = TempDir::new().expect("a folder");
    let (mut found, mut refused) = (String::new(), Vec::new());
    for (name, bytes) in &cases {
        let file = folder.path().join(name);
        assert!(!file.exists(), "two cases are named {name}");
        fs::write(&file, bytes).expect("a file");
        let (outcome, problem) = outcome(&file);
        let _ = writeln!(found, "{name}\n{outcome}\n");
        refused.push((file, problem));
    }
    expect_file(&path("tests/suite/expected/hostile.txt"), &found);

    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((file, refused)) = refused.get(next.fetch_add(1, Ordering::Relaxed)) {
                    agrees(file, refused.as_ref());
                }
            });
        }
    });
}

/// What the library makes of a file: the problem that it is refused for, or its cells below the header and its problems.
fn outcome(file: &Path) -> (String, Option<Problem>) {
    let mut problems = Problems::default();
    let book = match table::read(file, &table::Manner::default(), &mut problems) {
        Ok(book) => book,
        Err(problem) => return (indented(&problem), Some(problem)),
    };
    let mut lines: Vec<String> = book.tables.iter().map(|table| format!("  {}", rows(table))).collect();
    lines.extend(problems.listed().iter().map(indented));
    (lines.join("\n"), None)
}

fn indented(problem: &Problem) -> String {
    format!("  {}", problem.to_string().replace('\n', "\n  "))
}

/// The first cells below the header, with the texts between backticks.
fn rows(table: &Table) -> String {
    const MOST: usize = 12;
    let mut cells = Vec::new();
    for row0 in 1..table.rows() {
        for (column0, cell) in (0..).zip(table.row(row0)).filter(|(_, cell)| *cell != Cell::Empty) {
            let shown = table.shown(cell).replace('\n', "⏎");
            let quoted = if matches!(cell, Cell::Text(_)) { format!("`{shown}`") } else { shown };
            cells.push(format!("{}{} {quoted}", column_letters(column0), row0 + 1));
        }
    }
    let more = if cells.len() > MOST { format!(", and {} more", cells.len() - MOST) } else { String::new() };
    cells.truncate(MOST);
    let shown = if cells.is_empty() { "nothing".to_owned() } else { cells.join(", ") };
    let sheet = table.place.sheet.as_deref().map_or(String::new(), |sheet| format!("{sheet}: "));
    printable(&format!("{sheet}{shown}{more}{}", notes(table))).into_owned()
}

/// The notes on the headers of a table.
fn notes(table: &Table) -> String {
    const MOST: usize = 60;
    let noted = |column0| Some((column_letters(column0), table.note_of(0, column0)?.replace('\n', "⏎")));
    let shown = |(letters, note): (String, String)| {
        let more = if note.chars().count() > MOST { format!("… ({} bytes)", note.len()) } else { String::new() };
        format!("; note on {letters}1 `{}{more}`", note.chars().take(MOST).collect::<String>())
    };
    (0..table.columns()).filter_map(noted).map(shown).collect()
}

/// Checks that the program says of a file what the library does, in time.
#[track_caller]
fn agrees(file: &Path, refused: Option<&Problem>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_outsift"))
        .args([Path::new("check"), file])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let start = Instant::now();
    while child.try_wait().expect("a child").is_none() {
        if start.elapsed() > DEADLINE {
            let _ = child.kill();
            panic!("{} takes more than {DEADLINE:?}", file.display());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let output = child.wait_with_output().expect("a child");
    let stderr = String::from_utf8(output.stderr).expect("messages are UTF-8");
    match refused {
        Some(problem) => assert_eq!((output.status.code(), stderr), (Some(65), format!("{problem}\n"))),
        // A table that was read may still hold no inventory.
        None => assert!(matches!(output.status.code(), Some(0 | 65)), "{} {stderr}", file.display()),
    }
}

#[test]
fn standard_input_is_read_like_a_file() {
    let folder = TempDir::new().expect("a folder");
    let run = |bytes: &[u8], arguments: &[&str]| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_outsift"))
            .args(arguments)
            .current_dir(&folder)
            .env("SOURCE_DATE_EPOCH", "0")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), bytes).expect("the program reads");
        crate::harness::ran(child.wait_with_output().expect("the program ends"))
    };
    let sample = fs::read(path("samples/portfolio.xlsx")).expect("a sample");
    let read = run(&sample, &["assess", "-"]);
    assert_eq!((read.code, read.stderr.as_str()), (0, ""));
    let mut names: Vec<_> = fs::read_dir(&folder).expect("outputs").map(|e| e.expect("an entry").file_name()).collect();
    names.sort();
    assert_eq!(names, ["stdin-assessed.xlsx", "stdin-record.json", "stdin-summary.pdf"]);
    let empty = run(b"", &["check", "-"]);
    assert_eq!(
        (empty.code, empty.stderr.as_str()),
        (65, "error[empty-file]: stdin: the file is empty\n  help: export the inventory again, with its header row\n")
    );
    let twice = run(b"", &["check", "-", "--answers", "-"]);
    assert_eq!(
        (twice.code, twice.stderr.as_str()),
        (
            64,
            "error[read-twice]: -: standard input is given as more than one file\n  help: give files for the others\n"
        )
    );
}

#[test]
#[cfg(unix)]
fn only_regular_files_are_opened() {
    let folder = TempDir::new().expect("a folder");
    let pipe = folder.path().join("pipe.csv");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "a pipe can be made");
    for (file, what) in
        [(Path::new("/dev/null"), "no regular file"), (&pipe, "no regular file"), (folder.path(), "a folder")]
    {
        let run = outsift([Path::new("check"), file]);
        let name = file.file_name().expect("a name").to_string_lossy();
        let message = format!(
            "error[not-a-file]: {name}: is {what}\n  help: give the inventory file itself, or `-` to read standard input\n"
        );
        assert_eq!((run.code, run.stderr), (66, message));
    }
    // A cluster writes one table as a folder of parts.
    let table = folder.path().join("functions.parquet");
    fs::create_dir(&table).expect("room");
    for part in ["part-0.snappy.parquet", "part-1.snappy.parquet"] {
        fs::copy(path("samples/portfolio.parquet"), table.join(part)).expect("room");
    }
    let run = outsift([Path::new("check"), &table]);
    let help = format!("help: give the parts of the table: `{0}/*.parquet --combine parts`\n", table.display());
    assert!(run.code == 66 && run.stderr.ends_with(&help), "{}", run.stderr);
}

#[test]
fn nothing_in_a_file_steers_the_terminal() {
    let folder = TempDir::new().expect("a folder");
    let name = if cfg!(unix) { "in\u{1b}[2Jv\u{202e}.csv" } else { "inv.csv" };
    let file = folder.path().join(name);
    let rows = "Function,Vol\u{1b}]0;x\u{7}ume,Control wanted\nPay\u{1b}[8mroll,ma\u{9b}31mny,\u{202e}hgih\nTax\u{7f},\u{2066}few,\u{8}High\n";
    fs::write(&file, rows).expect("a file");
    let steers = |c: char| c != '\n' && outsift::problem::steers(c);
    for arguments in [&["check"][..], &["assess", "-o"]] {
        let out = folder.path().join("out");
        let out = if arguments.len() > 1 { Some(out.as_os_str()) } else { None };
        let words = arguments.iter().map(std::ffi::OsStr::new).chain(out).chain([file.as_os_str()]);
        let run = outsift(words);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(!run.stdout.contains(steers) && !run.stderr.contains(steers), "{:?}", run.stdout);
    }
    for record in fs::read_dir(folder.path().join("out")).expect("outputs").map(|e| e.expect("an entry").path()) {
        if record.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(record).expect("a record");
            assert!(!text.contains(steers) && text.contains("\\u202ehgih"));
        }
    }
}
