//! The codes of problems: each is used, explained and listed in the documentation.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use outsift::codes::{Code, Severity};

use crate::harness::{expect_file, outsift, path};

/// The documentation's list of all codes.
fn page() -> String {
    let mut page = "# Problems and what to do about them\n\n\
        Every problem that `outsift` reports has a code, in brackets before its text; records and events have it as `code`.\n\
        An error keeps something from being done, a warning leaves something out, and a note is only to be known. Warnings\n\
        that are said aloud leave out what people typed, decided or answered: they come first, and `--quiet` has them, too.\n\
        `outsift explain-code CODE` shows what stands here on one code.\n"
        .to_owned();
    for code in Code::ALL {
        let severities: Vec<&str> = code.severities().iter().map(|severity| severity.name()).collect();
        let (severity, meaning, mend) = (severities.join(" or "), code.meaning(), code.mend());
        let aloud = if code.sets_work_aside() { ", said aloud" } else { "" };
        let _ = write!(page, "\n## {code}\n\n*{severity}{aloud}* – {meaning}\n\n**What to do:** {mend}\n");
    }
    page
}

#[test]
fn the_documentation_lists_every_code_with_its_mend() {
    expect_file(&path("docs/problems.md"), &page());
}

#[test]
fn codes_are_unique_in_order_and_explained_in_sentences() {
    let ids: Vec<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "codes stand in alphabetical order, each once");
    let mut texts = BTreeSet::new();
    for code in Code::ALL {
        let is_kebab = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(code.id().split('-').all(is_kebab), "{code} is not in kebab case");
        assert_eq!(format!("{code:?}").to_lowercase(), code.id().replace('-', ""), "a variant is called as its text");
        for sentence in [code.meaning(), code.mend()] {
            assert!(sentence.starts_with(|c: char| c.is_uppercase() || c == '`'), "{code}: {sentence}");
            assert!(sentence.ends_with('.') && !sentence.contains("  "), "{code}: {sentence}");
        }
        assert!(texts.insert(code.meaning()), "{code} means what another code does");
        let can_warn = code.severities().contains(&Severity::Warning);
        assert!(can_warn || !code.sets_work_aside(), "{code} is said aloud, and no warning");
    }
}

#[test]
fn every_code_is_used() {
    fn read(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let file = entry.expect("an entry").path();
            if file.is_dir() {
                read(&file, text);
            } else if !file.ends_with("codes.rs") {
                let source = fs::read_to_string(&file).expect("a source file");
                text.push_str(source.split("#[cfg(test)]\nmod").next().unwrap_or_default());
            }
        }
    }
    let mut text = String::new();
    read(&path("src"), &mut text);
    let words: BTreeSet<&str> = text
        .match_indices("Code::")
        .map(|(at, lead)| {
            let name = &text[at + lead.len()..];
            name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
        })
        .collect();
    for code in Code::ALL {
        assert!(words.contains(format!("{code:?}").as_str()), "nothing reports `{code}`");
    }
}

#[test]
fn a_code_is_explained_on_the_terminal() {
    let run = outsift(["explain-code", "unclear-header"]);
    let explained = "unclear-header\n\n\
        A header fits several attributes; its column is not used.\n\n\
        It is a warning: the run went on without what it could not use.\n\n\
        What to do: Say with `--map` which one is meant.\n";
    assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (0, explained, ""));

    let run = outsift(["explain-code"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!((run.code, lines.len(), run.stderr.as_str()), (0, Code::ALL.len(), ""));
    let is_there = |line: &&str| line.split_whitespace().eq(["not-a-level", "warning", "or", "error"]);
    assert!(lines.iter().any(is_there), "{}", run.stdout);

    for (typed, help) in [("not-a-levl", "perhaps `not-a-level`"), ("xyzzy", "`outsift explain-code` lists all")] {
        let run = outsift(["explain-code", typed]);
        let said = format!("error[no-such-code]: explain-code: there is no code `{typed}`\n  help: {help}\n");
        assert_eq!((run.code, run.stdout.as_str(), run.stderr), (64, "", said));
    }
}
