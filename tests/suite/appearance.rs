//! How the reports look: title, organisation, paper, font and wording of a company's own.

use std::ffi::OsStr;
use std::fs;

use tempfile::TempDir;

use crate::harness::{assess, assessed, checked, has, outsift, path};

#[test]
fn a_report_carries_the_words_that_a_company_gives() {
    let ours = TempDir::new().expect("a folder");
    let printed = outsift(["wording"]);
    assert_eq!((printed.code, printed.stderr.as_str()), (0, ""));
    fs::write(ours.path().join("words.ftl"), &printed.stdout).expect("the words can be written");
    let template = ours.path().to_string_lossy().into_owned();

    // What was printed changes nothing but the account of where the words come from.
    let plain = assessed("samples/werkzeugbau.csv").record();
    let same = assess(&path("samples/werkzeugbau.csv"), &["--template", &template]).record();
    assert_eq!(plain["functions"], same["functions"]);

    let edited = "language = de\nbpo-heading = Für Dienstleister\nmethod-limits = { \"\" }\nmethod-more = Nur für den\n  Aufsichtsrat.\n";
    fs::write(ours.path().join("words.ftl"), edited).expect("the words can be written");
    let more = [
        "--template",
        &template,
        "--title",
        "Wer macht was",
        "--organisation",
        "Werkzeugbau & Söhne",
        "--paper",
        "letter",
    ];
    let assessed = assess(&path("samples/werkzeugbau.csv"), &more);
    let pdf = assessed.pdf();
    if has("pdfinfo") {
        let about = checked("pdfinfo", &[pdf.as_os_str()]);
        assert!(about.contains("Werkzeugbau & Söhne: Wer macht was"), "{about}");
        assert!(about.contains("Page size:       612 x 792 pts (letter)"), "{about}");
    }
    if has("pdftotext") {
        let text = checked("pdftotext", &[OsStr::new("-layout"), pdf.as_os_str(), OsStr::new("-")]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let command = "--title 'Wer macht was' --organisation 'Werkzeugbau & Söhne'";
        for said in [command, "--paper letter", "Für Dienstleister", "Nur für den Aufsichtsrat."] {
            assert!(text.contains(said), "`{said}` is not in\n{text}");
        }
        for unsaid in ["Sourcing portfolio review", "BPO candidates", "not advice"] {
            assert!(!text.contains(unsaid), "`{unsaid}` is in\n{text}");
        }
    }
}

#[test]
fn what_cannot_be_used_is_told_before_anything_is_written() {
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(folder.path().join("words.ftl"), "findings-others = { $functions } functions\n").expect("a file");
    fs::create_dir(folder.path().join("old")).expect("a folder");
    fs::write(folder.path().join("old/wording.toml"), "title = \"Review\"\n").expect("a file");
    let input = path("samples/werkzeugbau.csv");
    let cases = [
        (
            ["--template".to_owned(), at("")],
            78,
            format!(
                "error[wording]: {}:1:22: `findings-others` cannot fill in `{{ $functions }}`\n  help: it can fill in `{{ $count }}`\n",
                at("words.ftl")
            ),
        ),
        (
            ["--template".to_owned(), at("none")],
            66,
            format!(
                "error[no-wording]: {0}: cannot be read: No such file or directory (os error 2)\n  help: `outsift wording > {0}/words.ftl` writes all to start from\n",
                at("none")
            ),
        ),
        (
            ["--template".to_owned(), at("old")],
            78,
            format!(
                "error[wording]: {0}/wording.toml: is no longer read: words stand in `.ftl` files\n  help: `outsift wording > {0}/words.ftl` writes all to start from; put your words there (`bpo.heading` is `bpo-heading`), and delete this file\n",
                at("old")
            ),
        ),
        (
            ["--font".to_owned(), at("words.ftl")],
            65,
            format!(
                "error[no-font]: {}: is not a TrueType or OpenType font\n  help: give a file such as NotoSansCJK-Regular.ttc, one that holds the letters of your names\n",
                at("words.ftl")
            ),
        ),
    ];
    for (options, code, said) in cases {
        let output = at("out");
        let arguments = [OsStr::new("assess"), input.as_os_str(), OsStr::new("-o"), OsStr::new(&output)];
        let run = outsift(arguments.into_iter().chain(options.iter().map(OsStr::new)));
        // The folder of the case ends with a slash, as people type it.
        assert_eq!((run.code, run.stderr.replace("//", "/")), (code, said), "{options:?}");
        assert!(!folder.path().join("out").exists());
    }
}

/// Hebrew letters are drawn; letters of another script and a picture are in no font. Either is named, and so is the row.
#[test]
fn names_that_cannot_be_drawn_are_told_and_can_be_looked_up() {
    let header = "Id,Function,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
    let rows = "F-1,सेवा,High,High,High,High,Ongoing,High,Low\n,🚀,High,High,High,High,Ongoing,High,Low\nF-3,שירות,High,High,High,High,Ongoing,High,Low\n";
    let folder = TempDir::new().expect("a folder");
    let input = folder.path().join("names.csv");
    fs::write(&input, format!("{header}{rows}")).expect("a file");
    let run = outsift([OsStr::new("assess"), input.as_os_str(), OsStr::new("-o"), folder.path().as_os_str()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let said = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    let expected =
        "2 cells in column B (`Function`): expected a text that the PDF has a font for, found `सेवा` (B2) and `🚀` (B3)";
    assert!(said.contains(expected), "{}", run.stdout);
    let record = fs::read_to_string(folder.path().join("names-record.json")).expect("a record");
    assert!(
        record.contains("give a font that has it, such as Noto Emoji, with `--font FILE`, or look for one"),
        "{record}"
    );
    let strict = folder.path().join("strict");
    let allowed = ["--fail-on", "warnings", "-o"].map(OsStr::new);
    let given = [OsStr::new("assess"), input.as_os_str()].into_iter().chain(allowed).chain([strict.as_os_str()]);
    let run = outsift(given);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    if has("pdftotext") {
        let pdf = folder.path().join("names-summary.pdf");
        let text = checked("pdftotext", &[OsStr::new("-layout"), pdf.as_os_str(), OsStr::new("-")]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for said in ["F-1", "row 3", "U+0938", "U+1F680"] {
            assert!(text.contains(said), "`{said}` is not in\n{text}");
        }
    }
}
