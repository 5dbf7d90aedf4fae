//! The arrows between modules, and which of them may use which crate.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::path;

/// A module may use those before it.
const ORDER: [&str; 12] = [
    "problem",
    "sheets",
    "table",
    "rulebook",
    "inventory",
    "assessment",
    "own_files",
    "portfolio",
    "changes",
    "report",
    "run",
    "cli",
];

/// Crates that few modules know.
const OWNERS: [(&str, &[&str]); 7] = [
    ("calamine", &["src/table/spreadsheet.rs"]),
    ("csv", &["src/table/delimited.rs"]),
    ("encoding_rs", &["src/table/encoding.rs"]),
    ("chardetng", &["src/table/encoding.rs"]),
    ("rust_xlsxwriter", &["src/report/workbook"]),
    ("printpdf", &["src/report/pdf"]),
    // The options of a run say themselves how they are typed, so that nobody has to copy them.
    ("clap", &["src/cli", "src/run/options.rs"]),
];

/// Every source file that is no test, with its text before the tests.
fn sources() -> Vec<(String, String)> {
    fn visit(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.file_name().and_then(|name| name.to_str()) {
                Some("tests.rs" | "fixture.rs") => {}
                _ if path.is_dir() => visit(&path, files),
                _ => files.push(path),
            }
        }
    }
    let mut files = Vec::new();
    visit(&path("src"), &mut files);
    files.sort();
    let root = path("");
    let read = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a source file");
        let name = file.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
        (name, text.split("#[cfg(test)]\nmod").next().unwrap_or_default().to_owned())
    };
    files.iter().map(read).collect()
}

#[test]
fn imports_run_one_way() {
    for (file, text) in sources() {
        let module = file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
        // The library lists all modules, and the program calls the last.
        let Some(own) = ORDER.iter().position(|known| *known == module) else { continue };
        for (later, name) in ORDER.iter().enumerate().skip(own + 1) {
            assert!(
                !text.contains(&format!("crate::{name}")),
                "{file} uses `{name}`, which comes {} later",
                later - own
            );
        }
    }
}

#[test]
fn writers_do_not_know_each_other() {
    let writers = ["workbook", "pdf", "record", "terminal"];
    for (file, text) in sources() {
        let Some(own) = writers.iter().find(|w| file.starts_with(&format!("src/report/{w}"))) else { continue };
        for other in writers.iter().filter(|other| *other != own) {
            for import in [format!("super::{other}"), format!("report::{other}")] {
                assert!(!text.contains(&import), "{file} uses the writer `{other}`");
            }
        }
    }
}

#[test]
fn each_library_has_one_user() {
    for (library, owners) in OWNERS {
        let users: Vec<String> = sources()
            .into_iter()
            .filter(|(_, text)| {
                ["use ", "", "&", "(", "<", " "].iter().any(|before| text.contains(&format!("{before}{library}::")))
            })
            .map(|(file, _)| file)
            .collect();
        assert!(!users.is_empty(), "nobody uses {library}");
        for user in users {
            let may = owners.iter().any(|owner| user.starts_with(owner));
            assert!(may, "{user} uses {library}, which only {} may", owners.join(" or "));
        }
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = fs::read_to_string(path("Cargo.toml")).expect("a manifest");
    let lines: Vec<&str> = manifest.lines().collect();
    let mut in_dependencies = false;
    for (i, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && line.contains('=') {
            let commented = lines[..i].iter().rev().take_while(|l| !l.is_empty()).any(|l| l.starts_with('#'));
            assert!(commented, "no comment says what `{line}` is for");
        }
    }
}

/// Where everything that is said stands in `templates/language`.
const SPEAKING_BY_MESSAGES: [&str; 7] = [
    "src/report/view/",
    "src/report/asking/",
    "src/report/pdf/parts/",
    "src/report/terminal/text.rs",
    "src/report/workbook/sheets/about.rs",
    "src/report/workbook/sheets/rulebook.rs",
    "src/report/workbook/sheets/what_to_ask.rs",
];

/// Headers of our own, which are recognised when they come back.
const HEADERS: [&str; 2] = ["What is known", "Already there"];

/// The texts between quotation marks in a line of code.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    let code = line.trim_start();
    let code = if code.starts_with("//") { "" } else { code };
    code.split('"').skip(1).step_by(2)
}

/// Whether a text has two words beside each other.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]) && pair[1].starts_with(char::is_lowercase))
}

#[test]
fn what_is_said_stands_among_the_messages() {
    for (file, text) in sources() {
        let is_meant = SPEAKING_BY_MESSAGES.iter().any(|place| file.starts_with(place));
        for line in text.lines().filter(|line| is_meant && !line.contains("expect(")) {
            let said = literals(line).find(|text| is_sentence(text) && !HEADERS.contains(text));
            assert_eq!(said, None, "{file} says what belongs into templates/language");
        }
    }
}
