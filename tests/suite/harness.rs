//! Runs the program, and the programs that its outputs are checked with.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use serde_json::Value;
use tempfile::TempDir;

use crate::python;

/// The date of every run of these tests.
pub const DATE: &str = "2026-01-31";

/// A run of the program.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The program, whatever date or width the environment states.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("COLUMNS");
    command
}

/// Runs the program.
pub fn outsift<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Ran {
    ran(program().args(arguments).output().expect("the program starts"))
}

/// Runs a command line in a folder; words are parted by spaces, and `SAMPLES` is the folder of samples.
pub fn run_in(folder: &Path, line: &str) -> Ran {
    let samples = path("samples").to_string_lossy().into_owned();
    let mut command = program();
    command.args(line.split_whitespace().map(|word| word.replace("SAMPLES", &samples))).current_dir(folder);
    ran(command.output().expect("the program starts"))
}

pub fn ran(output: Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("output is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("output is UTF-8"),
    }
}

/// A file of this repository.
pub fn path(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The outputs of an assessment in a folder of their own.
pub struct Assessed {
    pub folder: TempDir,
    pub stem: String,
}

impl Assessed {
    pub fn workbook(&self) -> PathBuf {
        self.folder.path().join(format!("{}-assessed.xlsx", self.stem))
    }

    pub fn pdf(&self) -> PathBuf {
        self.folder.path().join(format!("{}-summary.pdf", self.stem))
    }

    pub fn record(&self) -> Value {
        let path = self.folder.path().join(format!("{}-record.json", self.stem));
        serde_json::from_slice(&fs::read(path).expect("a record")).expect("the record is JSON")
    }

    /// Verdict and score in whole points (halves away from 0) of every function, by id.
    pub fn verdicts(&self) -> BTreeMap<String, (String, i64)> {
        let record = self.record();
        let functions = record["functions"].as_array().expect("functions").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        functions
            .map(|f| (text(&f["id"]), (text(&f["verdict"]), f["score"].as_f64().expect("a score").round() as i64)))
            .collect()
    }
}

/// Assesses a file with some more arguments; it must succeed.
#[track_caller]
pub fn assess(input: &Path, more: &[&str]) -> Assessed {
    assess_into(TempDir::new().expect("a temporary folder"), input, more)
}

#[track_caller]
fn assess_into(folder: TempDir, input: &Path, more: &[&str]) -> Assessed {
    let run = outsift(
        [OsStr::new("assess"), input.as_os_str(), OsStr::new("-o"), folder.path().as_os_str()]
            .into_iter()
            .chain(["--date", DATE].map(OsStr::new))
            .chain(more.iter().map(OsStr::new)),
    );
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{} {more:?}", input.display());
    let stem = input.file_stem().expect("a stem").to_string_lossy().into_owned();
    Assessed { folder, stem }
}

/// The outputs of a sample, assessed once for all tests that read them; none may change them or write beside them.
///
/// What is kept for the life of a process is never dropped, so they stand in a folder that the next run of the tests clears.
pub fn assessed(sample: &'static str) -> &'static Assessed {
    static FOLDER: OnceLock<(PathBuf, fs::File)> = OnceLock::new();
    static SO_FAR: Mutex<BTreeMap<&str, &Assessed>> = Mutex::new(BTreeMap::new());
    let (folder, _lock) = FOLDER.get_or_init(|| {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let lock = fs::File::create(kept.join("samples.lock")).expect("a lock");
        // Another run of the tests over the same build has it until its end.
        lock.lock().expect("the lock");
        let folder = kept.join("samples");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        (folder, lock)
    });
    let mut so_far = SO_FAR.lock().unwrap_or_else(PoisonError::into_inner);
    so_far.entry(sample).or_insert_with(|| {
        let folder = tempfile::Builder::new().disable_cleanup(true).tempdir_in(folder).expect("a folder");
        &*Box::leak(Box::new(assess_into(folder, &path(sample), &[])))
    })
}

/// A file with some content in a folder of its own.
pub fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("the file can be written");
    (folder, path)
}

/// Whether a program that checks outputs is there. In CI it must be; elsewhere its absence is said aloud.
pub fn has(program: &str) -> bool {
    let found = std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()));
    assert!(found || std::env::var_os("CI").is_none(), "`{program}` is needed to check outputs and is not installed");
    if !found {
        skipped(&format!("`{program}` is not installed, so what it would check is not checked"));
    }
    found
}

/// The folder with the modules that Node reads workbooks with; none where one of them, or Node, is not installed.
pub fn node_modules() -> Option<PathBuf> {
    let folder = path("target/check-tools/node_modules");
    let found = has("node") && ["exceljs", "xlsx"].iter().all(|module| folder.join(module).is_dir());
    assert!(found || std::env::var_os("CI").is_none(), "Node's `exceljs` and `xlsx` are needed to check outputs");
    if !found {
        skipped("Node has no `exceljs` and `xlsx` in `target/check-tools`, so the workbook is not read with them");
    }
    found.then_some(folder)
}

/// Whether Python has a module, likewise; it is asked once for each, and does not load it for that.
pub fn has_module(module: &str) -> bool {
    static SO_FAR: Mutex<BTreeMap<String, bool>> = Mutex::new(BTreeMap::new());
    let ask = || {
        let script = format!("import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)");
        let mut python = Command::new("python3");
        python.args(["-c", &script]).stderr(std::process::Stdio::null()).status().is_ok_and(|status| status.success())
    };
    let found = *SO_FAR.lock().unwrap_or_else(PoisonError::into_inner).entry(module.to_owned()).or_insert_with(ask);
    assert!(found || std::env::var_os("CI").is_none(), "Python's `{module}` is needed to check outputs");
    if !found {
        skipped(&format!("Python has no `{module}`, so the workbook is not read back"));
    }
    found
}

/// Says aloud that something was not tested, and counts it: past the capturing of what tests print.
pub fn skipped(why: &str) {
    static SO_FAR: AtomicUsize = AtomicUsize::new(0);
    let number = SO_FAR.fetch_add(1, Ordering::Relaxed) + 1;
    let _ = writeln!(io::stderr(), "SKIPPED ({number} so far): {why}");
}

/// Runs a checking program, which must succeed; gives what it printed.
#[track_caller]
pub fn checked(program: &str, arguments: &[&OsStr]) -> String {
    let run = if program == "python3" {
        python::run(arguments)
    } else {
        ran(Command::new(program).args(arguments).output().expect("the program starts"))
    };
    assert_eq!(run.code, 0, "{program} {arguments:?}\n{}\n{}", run.stdout, run.stderr);
    run.stdout
}

/// Compares a text with a file of expected text; `UPDATE_EXPECTED=1` writes the file anew.
#[track_caller]
pub fn expect_file(expected: &Path, found: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(expected, found).expect("the expected text can be written");
    }
    let text = fs::read_to_string(expected).unwrap_or_default();
    assert!(text == found, "{} is\n{text}\nbut found\n{found}", expected.display());
}
