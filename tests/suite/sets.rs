//! The files of a run as a set: whole, verified, one run at a time.

use std::ffi::OsStr;
use std::fs;

use tempfile::TempDir;

use crate::harness::{DATE, assess, assessed, outsift, path};

/// What a change to a set of outputs comes to: exit code and everything that is printed, with the folder as `OUT`.
#[track_caller]
fn check_set(change: impl FnOnce(&dyn Fn(&str) -> std::path::PathBuf), code: i32, said: &str) {
    let folder = TempDir::new().expect("a folder");
    for output in fs::read_dir(assessed("samples/werkzeugbau.csv").folder.path()).expect("outputs") {
        let output = output.expect("an output");
        fs::copy(output.path(), folder.path().join(output.file_name())).expect("a copy");
    }
    let at = |name: &str| folder.path().join(name);
    change(&at);
    let run = outsift([OsStr::new("verify"), at("werkzeugbau-record.json").as_os_str()]);
    let found = format!("{}{}", run.stdout, run.stderr);
    let found = found.replace(&*folder.path().to_string_lossy(), "OUT").replace('\\', "/");
    assert_eq!((run.code, found.as_str()), (code, said));
}

#[test]
fn a_set_is_whole_or_what_is_wrong_with_it_is_said() {
    check_set(|_| (), 0, "OUT/werkzeugbau-record.json: whole, as the run of 2026-01-31 wrote it\n");
    check_set(
        |at| fs::remove_file(at("werkzeugbau-summary.pdf")).expect("it was there"),
        65,
        "error[missing-output]: OUT/werkzeugbau-summary.pdf: is missing from the set\n  help: assess the inventory again\n",
    );
    check_set(
        |at| {
            fs::write(at("werkzeugbau-summary.pdf"), "").expect("room");
            let record = fs::read_to_string(at("werkzeugbau-record.json")).expect("a record");
            let (before, sum) = record.rsplit_once("\"sha256\":\"").expect("a sum");
            fs::write(at("werkzeugbau-record.json"), format!("{before}\"sha256\":\"{}{}", "0".repeat(64), &sum[64..]))
                .expect("room");
            let (before, size) = before.rsplit_once("\"size\":").expect("a size");
            let (_, rest) = size.split_once(',').expect("more");
            let record = format!("{before}\"size\":7,{rest}\"sha256\":\"{}{}", "0".repeat(64), &sum[64..]);
            fs::write(at("werkzeugbau-record.json"), record).expect("room");
        },
        65,
        "error[wrong-output]: OUT/werkzeugbau-summary.pdf: is not as the run wrote it, or belongs to another run: \
         expected SHA-256 0000000000000000000000000000000000000000000000000000000000000000 of 7 bytes, found \
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 of 0 bytes\n  help: assess the inventory again\n",
    );
    check_set(
        |at| fs::write(at("werkzeugbau-record.json"), "{\"schema\":\"outsift-record/1\",\"da").expect("room"),
        65,
        "error[no-record]: OUT/werkzeugbau-record.json: is no record of outsift, or only a part of one\n  \
         help: assess the inventory again\n",
    );
    check_set(
        |at| {
            let old = "{\"schema\":\"outsift-record/1\",\"date\":\"2025-01-31\",\"functions\":[]}";
            fs::write(at("werkzeugbau-record.json"), old).expect("room");
        },
        65,
        "error[no-checksums]: OUT/werkzeugbau-record.json: is a record of the format `outsift-record/1` that does not \
         vouch for other files\n  help: assess the inventory again\n",
    );
    check_set(
        |at| {
            let hostile = "{\"schema\":\"outsift-record/1\",\"date\":\"2026-01-31\",\"outputs\":\
                           [{\"name\":\"../secret\",\"size\":1,\"sha256\":\"00\"}]}";
            fs::write(at("werkzeugbau-record.json"), hostile).expect("room");
        },
        65,
        "error[wrong-output]: ../secret: is not the name of a file beside the record\n  help: assess the inventory again\n",
    );
    #[cfg(unix)]
    check_set(
        |at| {
            fs::remove_file(at("werkzeugbau-record.json")).expect("it was there");
            fs::create_dir(at(".werkzeugbau.outsift")).expect("room");
            fs::write(at(".werkzeugbau.outsift/moving"), "").expect("room");
        },
        66,
        "error[no-record]: OUT/werkzeugbau-record.json: cannot be opened: No such file or directory (os error 2)\n  \
         help: a run was interrupted here; the next one puts the older files back\n",
    );
}

#[test]
fn a_set_in_the_making_is_left_alone() {
    let assessed = assess(&path("samples/werkzeugbau.csv"), &[]);
    let folder = assessed.folder.path();
    let before = fs::read(assessed.pdf()).expect("a summary");
    let hidden = folder.join(".werkzeugbau.outsift");
    fs::create_dir(&hidden).expect("room");
    fs::write(hidden.join("lock"), "process 4711 on another, since long ago").expect("room");
    let lock = fs::File::open(hidden.join("lock")).expect("it is there");
    lock.lock().expect("nobody has it");
    let run = outsift([
        OsStr::new("assess"),
        path("samples/werkzeugbau.csv").as_os_str(),
        OsStr::new("-o"),
        folder.as_os_str(),
        OsStr::new("--date"),
        OsStr::new(DATE),
    ]);
    let record = folder.join("werkzeugbau-record.json");
    let said = format!(
        "error[in-use]: {}: is being written by process 4711 on another, since long ago\n  \
         help: wait until it has ended, or write to another folder with `-o DIR`\n",
        record.display()
    );
    assert_eq!(
        (run.code, run.stderr),
        (75, if cfg!(windows) { said.replace("process 4711 on another, since long ago", "another run") } else { said })
    );
    let run = outsift([OsStr::new("verify"), record.as_os_str()]);
    let said = format!(
        "error[in-use]: {}: its set is being written at this moment\n  help: verify it when that run has ended\n",
        record.display()
    );
    assert_eq!((run.code, run.stderr), (75, said));
    drop(lock);
    assert_eq!(outsift([OsStr::new("verify"), record.as_os_str()]).code, 0);
    assert_eq!(fs::read(assessed.pdf()).expect("a summary"), before);
}
