//! Small inventories as people have them: what `outsift check` says of each, whole.
//!
//! A case is a file in `inventories/` and the expected text beside it; `UPDATE_EXPECTED=1` writes the texts anew.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{expect_file, outsift, path, ran, skipped};

fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(path("tests/suite/inventories")).expect("cases");
    let mut cases: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    cases
}

#[test]
fn each_is_understood_as_expected() {
    let inputs: Vec<PathBuf> = cases().into_iter().filter(|case| case.extension() != Some(OsStr::new("txt"))).collect();
    assert!(inputs.len() >= 10);
    for input in inputs {
        // From their own folder, so that the command that comes next names no other.
        let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
        command
            .args([OsStr::new("check"), input.file_name().expect("a name")])
            .current_dir(path("tests/suite/inventories"));
        let run = ran(command.output().expect("the program starts"));
        let found = format!("exit {}\n{}{}", run.code, run.stdout, run.stderr);
        expect_file(&input.with_extension("txt"), &found);
    }
}

#[test]
fn no_expected_text_is_without_its_case() {
    let cases = cases();
    for text in cases.iter().filter(|case| case.extension() == Some(OsStr::new("txt"))) {
        let has_input = |c: &PathBuf| c != text && c.file_stem() == text.file_stem();
        assert!(cases.iter().any(has_input), "{} belongs to no case", text.display());
    }
}

/// Public inventories, read in place from the folder that `PUBLIC_INVENTORIES` names: what each comes to.
#[test]
fn public_inventories_are_assessed_or_refused_with_a_reason() {
    let Some(folder) = std::env::var_os("PUBLIC_INVENTORIES") else {
        skipped("PUBLIC_INVENTORIES names no folder with public inventories");
        return;
    };
    for (name, code, said) in [
        ("omb2025_ai_use_cases_noemail.xlsx", 0, "3,611 rows, 3,610 functions and 1 left out"),
        ("omb2025_ai_cots.xlsx", 0, "900 rows, 900 functions"),
        ("govuk_local_services_lgsl.csv", 0, "123 rows, 123 functions"),
        ("govuk_transactions_fixture.csv", 0, "11 rows, 11 functions"),
        ("govuk_transactions_stub_commas.csv", 0, "8 rows, 8 functions"),
        ("dora_roi_master_template.xlsx", 65, "there are no data rows below this header"),
    ] {
        let run = outsift([OsStr::new("check"), Path::new(&folder).join(name).as_os_str()]);
        let text = format!("{}{}", run.stdout, run.stderr);
        assert_eq!(run.code, code, "{name}\n{text}");
        assert!(text.contains(said), "{name}\n{text}");
        if code == 0 {
            assert!(text.contains("Ask next: How essential is the function"), "{name} says what is missing\n{text}");
        }
    }
}
