//! Faults injected into runs: whatever happens, the older set of outputs stands or the newer one does, nothing else is left,
//! the exit code says what it was, and nothing panics.
//!
//! All of it is for Linux, where there is `strace` to make calls fail. What a machine refuses is skipped aloud.
#![cfg(target_os = "linux")]

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::harness::{Ran, ran, skipped};

const OUTSIFT: &str = env!("CARGO_BIN_EXE_outsift");
const NAMES: [&str; 3] = ["a-assessed.xlsx", "a-record.json", "a-summary.pdf"];
const INVENTORY: &str = "Function,Strategic value,Repetitiveness\nPayroll,Low,High\nDesign,High,Low\n";
/// The dates of the two runs, by which their outputs differ.
const OLDER: &str = "2025-01-31";
const NEWER: &str = "2026-01-31";

type Set = [Vec<u8>; 3];

/// What a run of a date writes; the newer one has the older one before it.
fn set(date: &'static str) -> &'static Set {
    static SETS: [OnceLock<Set>; 2] = [OnceLock::new(), OnceLock::new()];
    SETS[usize::from(date == NEWER)].get_or_init(|| {
        let scene = if date == NEWER { Scene::new() } else { Scene::empty() };
        let run = ran(scene.assess(date).output().expect("the program starts"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        scene.found()
    })
}

/// An inventory, and a folder with the outputs of an older run.
struct Scene {
    folder: TempDir,
}

impl Scene {
    fn empty() -> Scene {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("a.csv"), INVENTORY).expect("room");
        fs::create_dir(folder.path().join("out")).expect("room");
        Scene { folder }
    }

    fn new() -> Scene {
        let scene = Scene::empty();
        scene.restore();
        scene
    }

    /// A run that takes a while.
    fn long() -> Scene {
        let scene = Scene::new();
        let rows: String = (0..30_000).map(|row| format!("Function {row},High,Low\n")).collect();
        fs::write(scene.folder.path().join("a.csv"), format!("{INVENTORY}{rows}")).expect("room");
        scene
    }

    /// Puts the older set in its place.
    fn restore(&self) {
        for (name, bytes) in NAMES.iter().zip(set(OLDER)) {
            fs::write(self.out().join(name), bytes).expect("room");
        }
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    fn assess(&self, date: &str) -> Command {
        self.through(&[], date)
    }

    /// A run that another program starts.
    fn through(&self, starter: &[&str], date: &str) -> Command {
        let words: Vec<&str> = [starter, &[OUTSIFT, "assess", "a.csv", "-o", "out", "--date", date]].concat();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(&self.folder).env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "C");
        command
    }

    fn found(&self) -> Set {
        NAMES.map(|name| fs::read(self.out().join(name)).unwrap_or_default())
    }

    fn entries(&self) -> Vec<String> {
        let entries = fs::read_dir(self.out()).expect("the folder");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Which set stands in the folder; nothing else may.
    #[track_caller]
    fn standing(&self, context: &str) -> &'static str {
        assert_eq!(self.entries(), NAMES, "{context}");
        let found = self.found();
        let standing = [OLDER, NEWER].into_iter().find(|date| found == *set(date));
        standing.unwrap_or_else(|| panic!("half of one set and half of another: {context}"))
    }

    /// A fault that the run lives to tell: it ends with one of these codes, and the set that goes with it stands.
    #[track_caller]
    fn check(&self, output: Output, codes: &[i32], context: &str) -> Ran {
        let run = ran(output);
        assert!(codes.contains(&run.code), "{context}: exit code {}\n{}", run.code, run.stderr);
        assert!(!run.stderr.contains("panicked") && !run.stderr.contains("internal"), "{context}\n{}", run.stderr);
        // By the time that the summary is printed, the outputs are there.
        let is_published = run.code == 0 || run.stderr.contains("error[cannot-print]: standard output: ");
        let expected = if is_published { NEWER } else { OLDER };
        assert_eq!(self.standing(context), expected, "{context}: exit code {}\n{}", run.code, run.stderr);
        run
    }

    /// A fault that the run did not survive: the next one, which fails by itself, leaves a whole set all the same.
    #[track_caller]
    fn mended(&self, context: &str) -> &'static str {
        let wrong = self.folder.path().join("wrong.toml");
        fs::write(&wrong, "name = 1\n").expect("room");
        let next = ran(self.assess(NEWER).arg("--rulebook").arg(&wrong).output().expect("the program starts"));
        assert_eq!(next.code, 78, "{context}\n{}", next.stderr);
        self.standing(context)
    }
}

/// The process that a run has started for the work; none where it has ended.
pub(crate) fn worker_of(parent: u32) -> Option<u32> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(5) {
        let tasks = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
        let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
        if let Some(worker) = children.collect::<String>().split_whitespace().next().and_then(|id| id.parse().ok()) {
            return Some(worker);
        }
        thread::sleep(Duration::from_millis(1));
    }
    None
}

fn signal(process: u32, name: &str) {
    let _ = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).stderr(Stdio::null()).status();
}

fn quietly(command: &mut Command) -> Child {
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// Whether a program that injects faults is there.
fn can(program: &str) -> bool {
    let found = std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()));
    if !found {
        skipped(&format!("`{program}` is not installed, so its faults are not injected"));
    }
    found
}

/// Whether calls can be made to fail here.
fn can_inject() -> bool {
    can("strace") && {
        let tried = Command::new("strace").args(["-o", "/dev/null", "-f", "true"]).output();
        let works = tried.is_ok_and(|output| output.status.success());
        if !works {
            skipped("`strace` may not trace here, so no calls are made to fail");
        }
        works
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

#[test]
fn killed_at_any_moment() {
    let start = Instant::now();
    set(NEWER);
    let usual = start.elapsed();
    set(OLDER);
    let mut random = fastrand::Rng::with_seed(4);
    for moment in 0..40 {
        let scene = Scene::new();
        let mut run = quietly(&mut scene.assess(NEWER));
        thread::sleep(usual.mul_f64(random.f64() * 1.2));
        let context = format!("moment {moment}");
        let worker = worker_of_now(run.id());
        run.kill().expect("it can be killed");
        let _ = run.wait();
        if let Some(worker) = worker {
            wait_for_end(worker, &context);
        }
        scene.mended(&context);
    }
}

/// As [`worker_of`], without waiting.
fn worker_of_now(parent: u32) -> Option<u32> {
    let tasks = fs::read_dir(format!("/proc/{parent}/task")).into_iter().flatten().flatten();
    let children = tasks.filter_map(|task| fs::read_to_string(task.path().join("children")).ok());
    children.collect::<String>().split_whitespace().next().and_then(|id| id.parse().ok())
}

/// A worker whose supervisor is gone ends by itself, and soon.
#[track_caller]
fn wait_for_end(worker: u32, context: &str) {
    let start = Instant::now();
    while Path::new(&format!("/proc/{worker}/exe")).exists() {
        assert!(start.elapsed() < Duration::from_secs(5), "{context}: the worker goes on by itself");
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn killed_between_any_two_moves() {
    if !can_inject() {
        return;
    }
    // Three older files are set aside, three new ones take their places; the last of these moves is the one that counts.
    let mut standing = Vec::new();
    for step in 1..=6 {
        let scene = Scene::new();
        let inject = format!("inject=rename,renameat,renameat2:signal=KILL:when={step}");
        let strace = ["strace", "-o", "/dev/null", "-f", "-e", "trace=rename,renameat,renameat2", "-e", &inject];
        let run = scene.through(&strace, NEWER).output().expect("strace starts");
        assert_ne!(run.status.code(), Some(0), "step {step}");
        let record = scene.out().join("a-record.json");
        let verified = ran(Command::new(OUTSIFT).arg("verify").arg(record).output().expect("the program starts"));
        let is_whole = scene.found() == *set(OLDER) || scene.found() == *set(NEWER);
        assert_eq!(verified.code == 0, is_whole, "step {step}: {}{}", verified.stdout, verified.stderr);
        standing.push(scene.mended(&format!("step {step}")));
    }
    assert_eq!(standing, [OLDER; 6]);
}

/// Somebody has edited the workbook: it stands under one of its two names at every moment, and the next run that comes to its end
/// keeps it once.
#[test]
fn an_edited_workbook_is_never_lost() {
    const CALLS: &str = "rename,renameat,renameat2,link,linkat";
    if !can_inject() {
        return;
    }
    let mut is_done = false;
    for step in 1..=20 {
        let scene = Scene::new();
        let edited = b"edited by somebody".to_vec();
        fs::write(scene.out().join(NAMES[0]), &edited).expect("room");
        let (trace, inject) = (format!("trace={CALLS}"), format!("inject={CALLS}:signal=KILL:when={step}"));
        let strace = ["strace", "-o", "/dev/null", "-f", "-e", &trace, "-e", &inject];
        let run = scene.through(&strace, NEWER).output().expect("strace starts");
        let has_edited = || {
            let visible = scene.entries().into_iter().filter(|name| !name.starts_with('.'));
            visible.filter(|name| fs::read(scene.out().join(name)).is_ok_and(|bytes| bytes == edited)).count()
        };
        assert!(has_edited() >= 1, "step {step}: {:?}", scene.entries());
        let next = ran(scene.assess(NEWER).output().expect("the program starts"));
        assert_eq!((next.code, has_edited(), scene.entries().len()), (0, 1, 4), "step {step}: {:?}", scene.entries());
        is_done |= run.status.success();
    }
    assert!(is_done, "there are more steps than were tried");
}

#[test]
fn stopped_by_signals() {
    for (name, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        for wait in [0, 50, 200] {
            let scene = Scene::long();
            let run = quietly(&mut scene.assess(NEWER));
            // From when on it has a worker, it listens.
            let Some(worker) = worker_of(run.id()) else { panic!("no worker") };
            thread::sleep(Duration::from_millis(wait));
            signal(run.id(), name);
            let output = run.wait_with_output().expect("it ends");
            let context = format!("{name} after {wait} ms");
            scene.check(output, &[code], &context);
            wait_for_end(worker, &context);
        }
    }
    // A whole group of processes is told to stop, as by a terminal or by systemd.
    let scene = Scene::long();
    let run = quietly(&mut scene.assess(NEWER));
    let Some(worker) = worker_of(run.id()) else { panic!("no worker") };
    signal(worker, "TERM");
    let run = scene.check(run.wait_with_output().expect("it ends"), &[143], "the worker alone");
    assert_eq!(run.stderr, "");
}

#[test]
fn a_worker_that_dies() {
    for (name, code, said) in [
        ("ABRT", 65, "error[crashed]: a.csv: could not be "),
        ("KILL", 65, "error[killed]: a.csv: could not be "),
        ("XCPU", 65, "error[out-of-time]: a.csv: could not be "),
    ] {
        let scene = Scene::long();
        let run = quietly(&mut scene.assess(NEWER));
        let Some(worker) = worker_of(run.id()) else { panic!("no worker") };
        thread::sleep(Duration::from_millis(20));
        signal(worker, name);
        // A fault while outputs are written is the program's.
        let codes = if name == "ABRT" { vec![code, 70] } else { vec![code] };
        let run = scene.check(run.wait_with_output().expect("it ends"), &codes, name);
        assert!(run.stderr.starts_with(said) && run.stderr.lines().count() == 2, "{name}\n{}", run.stderr);
    }
}

#[test]
fn calls_that_fail() {
    if !can_inject() {
        return;
    }
    let cases: &[(&str, &str, &[usize], &[i32])] = &[
        // Also those that lead to standard error, to pipes and to the lock.
        ("write", "ENOSPC", &[1, 2, 3, 5, 9], &[0, 65, 70, 74]),
        ("write", "EIO", &[1, 2, 4], &[0, 65, 70, 74]),
        ("fsync", "EIO", &[1, 2], &[0, 74]),
        ("rename", "EIO", &[1, 2, 3, 4, 5, 6], &[73]),
        ("rename", "ENOSPC", &[4, 6], &[73]),
        ("mkdir", "ENOSPC", &[1], &[73]),
    ];
    for (call, error, when, codes) in cases {
        for step in *when {
            let scene = Scene::new();
            let inject = format!("inject={call}:error={error}:when={step}");
            let trace = format!("trace={call}");
            let strace = ["strace", "-o", "/dev/null", "-f", "-e", &trace, "-e", &inject];
            let output = scene.through(&strace, NEWER).output().expect("strace starts");
            scene.check(output, codes, &inject);
        }
    }
    // A disk that is full from some moment on.
    for call in ["write", "fsync"] {
        let scene = Scene::new();
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:error=ENOSPC:when=1+"));
        let strace = ["strace", "-o", "/dev/null", "-f", "-P", "out/.a.outsift/workbook", "-e", &trace, "-e", &inject];
        let output = scene.through(&strace, NEWER).output().expect("strace starts");
        scene.check(output, &[0, 74], &inject);
    }
}

#[test]
fn a_full_disk() {
    if !is_root() {
        return skipped("only root mounts a small disk");
    }
    let scene = Scene::empty();
    let out = scene.out();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(&out).output();
    if !mount.is_ok_and(|output| output.status.success()) {
        return skipped("no small disk can be mounted here");
    }
    scene.restore();
    let rows: String =
        (0..3_000_u64).map(|row| format!("Function {row} {:x},High,Low\n", row * 7_919 * 104_729)).collect();
    let rows = format!("{INVENTORY}{rows}");
    fs::write(scene.folder.path().join("a.csv"), rows).expect("room");
    let output = scene.assess(NEWER).output().expect("the program starts");
    let (entries, found) = (scene.entries(), scene.found());
    // Not even a folder for the lock can be made on a disk that is full already.
    let filled = fs::write(out.join("filler"), vec![0; 1 << 20]).is_err();
    let full = ran(scene.assess(NEWER).output().expect("the program starts"));
    let after = scene.found();
    assert!(Command::new("umount").arg(&out).status().is_ok_and(|status| status.success()));
    let run = ran(output);
    assert_eq!((run.code, entries), (74, NAMES.map(str::to_owned).to_vec()), "{}", run.stderr);
    assert!(run.stderr.contains("No space left on device"), "{}", run.stderr);
    assert!(found == *set(OLDER) && after == *set(OLDER) && filled);
    assert!([73, 74].contains(&full.code), "{}", full.stderr);
}

#[test]
fn a_folder_for_temporary_files_that_is_none() {
    let scene = Scene::new();
    let output = scene.assess(NEWER).env("TMPDIR", "/nowhere").output().expect("the program starts");
    scene.check(output, &[0], "TMPDIR");
}

#[test]
fn limits_of_the_user() {
    // By bash: other shells count in other units.
    if !can("bash") {
        return;
    }
    for (limit, codes, said) in [
        ("-f 16", &[74][..], "error[cannot-write]: out/a-"),
        ("-f 0", &[74], "error[cannot-write]: out/a-"),
        ("-v 60000", &[65], "error[out-of-memory]: a.csv: could not be "),
        ("-n 12", &[0, 65, 66, 73, 74, 75], ""),
        ("-n 6", &[65, 66, 73, 74, 75], "error["),
    ] {
        let scene = Scene::new();
        let script = format!("ulimit -S {limit} && exec \"$0\" \"$@\"");
        let output = scene.through(&["bash", "-c", &script], NEWER).output().expect("a shell");
        let run = scene.check(output, codes, limit);
        assert!(run.stderr.starts_with(said), "{limit}\n{}", run.stderr);
    }
}

#[test]
fn no_rights() {
    if !is_root() || !can("setpriv") {
        return skipped("only root can become nobody");
    }
    let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"];
    let scene = Scene::new();
    let readable = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    // The program must be within reach of anyone, too.
    let program = scene.folder.path().join("outsift");
    fs::copy(OUTSIFT, &program).expect("room");
    readable(scene.folder.path(), 0o755);
    let run = |scene: &Scene| {
        let words = [&nobody[..], &["./outsift", "assess", "a.csv", "-o", "out", "--date", NEWER]].concat();
        Command::new(words[0]).args(&words[1..]).current_dir(&scene.folder).output().expect("setpriv starts")
    };
    let refused = scene.check(run(&scene), &[73], "a folder of somebody else");
    assert!(refused.stderr.contains("cannot be created: Permission denied"), "{}", refused.stderr);
    readable(&scene.out(), 0o777);
    scene.check(run(&scene), &[0], "a folder for all");
    readable(&scene.folder.path().join("a.csv"), 0o600);
    scene.restore();
    scene.check(run(&scene), &[66], "an input of somebody else");
}

#[test]
fn what_stands_in_the_way() {
    let scene = Scene::new();
    let summary = scene.out().join("a-summary.pdf");
    fs::remove_file(&summary).expect("it was there");
    fs::create_dir(&summary).expect("room");
    let run = ran(scene.assess(NEWER).output().expect("the program starts"));
    assert_eq!((run.code, scene.entries()), (73, NAMES.map(str::to_owned).to_vec()), "{}", run.stderr);
    assert!(scene.found()[0] == set(OLDER)[0] && scene.found()[1] == set(OLDER)[1]);

    // A link is replaced; what it leads to is not.
    let scene = Scene::new();
    let elsewhere = scene.folder.path().join("elsewhere");
    fs::write(&elsewhere, "kept").expect("room");
    fs::remove_file(scene.out().join("a-summary.pdf")).expect("it was there");
    std::os::unix::fs::symlink(&elsewhere, scene.out().join("a-summary.pdf")).expect("room");
    scene.check(scene.assess(NEWER).output().expect("the program starts"), &[0], "a link");
    assert_eq!(fs::read_to_string(&elsewhere).expect("it is there"), "kept");

    // A link to the input, or another name of it, is the input.
    for is_hard in [false, true] {
        let scene = Scene::new();
        let (input, summary) = (scene.folder.path().join("a.csv"), scene.out().join("a-summary.pdf"));
        fs::remove_file(&summary).expect("it was there");
        if is_hard {
            fs::hard_link(&input, &summary).expect("room");
        } else {
            std::os::unix::fs::symlink(&input, &summary).expect("room");
        }
        let run = ran(scene.assess(NEWER).output().expect("the program starts"));
        assert_eq!(run.code, 64, "{}", run.stderr);
        assert_eq!(fs::read_to_string(&input).expect("it is there"), INVENTORY);
    }

    // Something else has the name of the hidden folder, be it a link to a folder with files of somebody.
    let scene = Scene::new();
    std::os::unix::fs::symlink(scene.folder.path(), scene.out().join(".a.outsift")).expect("room");
    let run = ran(scene.assess(NEWER).output().expect("the program starts"));
    assert_eq!(run.code, 73, "{}", run.stderr);
    assert!(run.stderr.contains("it is no folder, and stands in the way"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(scene.folder.path().join("a.csv")).expect("it is there"), INVENTORY);
}

#[test]
fn eight_at_once() {
    let scene = Scene::new();
    let runs: Vec<Child> = (0..8).map(|_| quietly(&mut scene.assess(NEWER))).collect();
    let codes: Vec<i32> = runs
        .into_iter()
        .map(|run| {
            let run = ran(run.wait_with_output().expect("it ends"));
            if run.code == 75 {
                assert!(
                    run.stderr.starts_with("error[in-use]: out/a-record.json: is being written by "),
                    "{}",
                    run.stderr
                );
            }
            run.code
        })
        .collect();
    assert!(codes.iter().all(|code| [0, 75].contains(code)) && codes.contains(&0), "{codes:?}");
    assert_eq!(scene.standing("after all"), NEWER);
}

#[test]
fn an_input_that_changes_while_it_is_read() {
    let scene = Scene::new();
    let input = scene.folder.path().join("a.csv");
    let rows: String = (0..40_000).map(|row| format!("Function {row},High,Low\n")).collect();
    let rows = format!("{INVENTORY}{rows}");
    fs::write(&input, &rows).expect("room");
    let is_over = AtomicBool::new(false);
    let output = thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = fs::OpenOptions::new().write(true).open(&input).expect("it is there");
            while !is_over.load(Ordering::Relaxed) {
                file.set_len(rows.len() as u64 / 2).expect("it is ours");
                file.seek(SeekFrom::Start(0)).expect("it is a file");
                file.write_all(rows.as_bytes()).expect("room");
            }
        });
        let output = scene.assess(NEWER).output().expect("the program starts");
        is_over.store(true, Ordering::Relaxed);
        output
    });
    let run = scene.check(output, &[75], "truncated again and again");
    assert_eq!(
        run.stderr,
        "error[changing-input]: a.csv: has changed while it was read\n  \
         help: run again when whatever writes it has ended\n"
    );
}

#[test]
fn a_clock_that_is_set_back() {
    if can("faketime") {
        let scene = Scene::new();
        let output = scene.through(&["faketime", "-f", "-30y x0.1"], NEWER).output().expect("faketime starts");
        scene.check(output, &[0], "the clock");
    }
}

#[test]
fn places_that_cannot_be_printed_to() {
    for (script, code) in [
        ("\"$0\" \"$@\" > /dev/full", 74),
        ("\"$0\" \"$@\" 2> /dev/full", 0),
        ("\"$0\" \"$@\" >&-", 0),
        ("\"$0\" \"$@\" >&- 2>&- <&-", 0),
        ("\"$0\" \"$@\" | true; exit ${PIPESTATUS[0]}", 0),
    ] {
        let scene = Scene::new();
        let run = ran(scene.through(&["bash", "-c", script], NEWER).output().expect("a shell"));
        // The outputs had been published by then.
        assert_eq!((run.code, scene.standing(script)), (code, NEWER), "{script}\n{}", run.stderr);
    }
}

#[test]
fn an_environment_with_nothing_in_it() {
    let scene = Scene::new();
    scene.check(scene.assess(NEWER).env_clear().output().expect("the program starts"), &[0], "no HOME, no TERM");
    scene.restore();
    let mut other = scene.assess(NEWER);
    other.env_clear().env("LC_ALL", "de_DE.ISO-8859-1").env("LANG", "xx").env("TERM", "none").env("COLUMNS", "0");
    scene.check(other.output().expect("the program starts"), &[0], "another locale");
}

#[test]
fn names_that_are_no_text() {
    let scene = Scene::empty();
    for bytes in [&b"caf\xe9 \xff.csv"[..], b"new\nline.csv", b"-.csv", b"a b'c\"d.csv"] {
        let name = OsString::from_vec(bytes.to_vec());
        fs::rename(scene.folder.path().join("a.csv"), scene.folder.path().join(&name)).expect("another name");
        let out = scene.folder.path().join(OsString::from_vec(b"out \xfe".to_vec()));
        let arguments = [OsStr::new("assess"), OsStr::new("-o"), out.as_os_str(), OsStr::new("--"), &name];
        let run = Command::new(OUTSIFT).args(arguments).current_dir(&scene.folder).output();
        let run = ran(run.expect("the program starts"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name:?}");
        let entries = fs::read_dir(&out).expect("outputs").map(|entry| entry.expect("an entry").path());
        let records: Vec<PathBuf> = entries.filter(|path| path.extension() == Some(OsStr::new("json"))).collect();
        let [record] = records.as_slice() else { panic!("{records:?}") };
        let run = ran(Command::new(OUTSIFT).arg("verify").arg(record).output().expect("the program starts"));
        assert_eq!(run.code, 0, "{name:?}\n{}", run.stderr);
        fs::remove_dir_all(&out).expect("it was there");
        fs::rename(scene.folder.path().join(&name), scene.folder.path().join("a.csv")).expect("another name");
    }
}
