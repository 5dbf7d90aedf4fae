//! Reports in five languages: they judge the same, each reads back what another one wrote, and their formulas work.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use outsift::language::Language;
use outsift::sheets;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{DATE, Ran, checked, has, has_module, outsift, path};

/// Runs a command in a language, into a folder.
fn run(language: Language, folder: &Path, arguments: &[&str]) -> Ran {
    let more = ["--language", language.tag(), "-o"].map(OsStr::new);
    let run = outsift(arguments.iter().map(OsStr::new).chain(more).chain([folder.as_os_str()]));
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{language} {arguments:?}");
    run
}

/// Assesses the sample in a language; gives the folder of its outputs, and its record.
fn assess(language: Language, folder: &Path, more: &[&str]) -> (PathBuf, Value) {
    let sample = path("samples/portfolio.xlsx");
    run(language, folder, &[&["assess", &sample.to_string_lossy(), "--date", DATE], more].concat());
    let record = std::fs::read(folder.join("portfolio-record.json")).expect("a record");
    (folder.join("portfolio-assessed.xlsx"), serde_json::from_slice(&record).expect("JSON"))
}

/// What a record says that is no sentence: how each function was judged, and from what.
fn judged(record: &Value) -> Vec<Value> {
    let functions = record["functions"].as_array().expect("functions").iter();
    let kept = [
        "id",
        "name",
        "verdict",
        "standing",
        "strength",
        "score",
        "coverage",
        "robustness",
        "firm",
        "review",
        "levels",
        "decision",
        "missing",
    ];
    functions.map(|function| kept.iter().map(|key| (*key, function[key].clone())).collect()).collect()
}

/// What has changed since an earlier run.
fn unchanged(record: &Value) -> Value {
    let changes = &record["changes"];
    json!(["verdicts_changed", "new", "gone", "not_compared", "functions"].map(|key| changes[key].clone()))
}

/// Types a text into a cell: its sheet, its row and its header, and the text.
fn type_into(workbook: &Path, typed: &Path, [sheet, row, header, text]: [&str; 4]) {
    let files = [OsStr::new("type"), workbook.as_os_str(), typed.as_os_str()];
    python(&[&files[..], &[sheet, row, header, text].map(OsStr::new)].concat());
}

fn python(arguments: &[&OsStr]) -> String {
    let script = path("tests/suite/languages.py");
    checked("python3", &[&[script.as_os_str()], arguments].concat())
}

fn can_edit() -> bool {
    has("python3") && has_module("openpyxl")
}

#[test]
fn a_run_in_each_language_judges_the_same_and_says_it_in_its_words() {
    let folder = TempDir::new().expect("a folder");
    let (_, english) = assess(Language::En, &folder.path().join("en"), &[]);
    for language in Language::ALL {
        let own = folder.path().join(language.tag());
        let (_, record) = assess(language, &own, &[]);
        assert_eq!(judged(&record), judged(&english), "{language}");
        assert_eq!(record["rulebook"], english["rulebook"], "{language}: the rules are the same");
        if has("pdftotext") {
            let pdf = own.join("portfolio-summary.pdf");
            let text = checked("pdftotext", &[OsStr::new("-layout"), pdf.as_os_str(), OsStr::new("-")]);
            let verdict = sheets::VERDICTS_CALLED[1].text(language);
            assert!(text.contains(verdict) && !text.contains('{'), "{language}: {verdict}");
        }
        let pdf = std::fs::read(own.join("portfolio-summary.pdf")).expect("a summary");
        let tag = format!("<dc:language><rdf:Bag><rdf:li>{}", language.tag());
        assert!(pdf.windows(tag.len()).any(|bytes| bytes == tag.as_bytes()), "{language}: the tag of the document");
    }
}

#[test]
fn a_run_reads_back_what_a_run_in_another_language_wrote() {
    if !can_edit() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let (english, _) = assess(Language::En, &at("en"), &[]);
    let questions = |language: Language| {
        let (blank, filled) = (at(&format!("{language}-questions.xlsx")), at(&format!("{language}-answers.xlsx")));
        run(language, &blank, &["template", &path("samples/portfolio.xlsx").to_string_lossy()]);
        python(&[OsStr::new("answer"), blank.as_os_str(), filled.as_os_str()]);
        filled
    };
    let answered = |language: Language, answers: &Path, name: &str| {
        let (_, record) = assess(language, &at(name), &["--answers", &answers.to_string_lossy()]);
        judged(&record)
    };
    // The words of lists are those of the language, and what is first in one need not be in another: levels are compared.
    let by_english = answered(Language::En, &questions(Language::En), "answered-en");
    for language in [Language::De, Language::Fr, Language::Es, Language::Pt] {
        let (workbook, _) = assess(language, &at(language.tag()), &[]);
        let level = |name: &str| format!("{}: {name}", sheets::LEVEL.text(language));
        // A decision, in the language's words, and the rules come back in English.
        let decided = at(&format!("{language}-decided.xlsx"));
        let words = sheets::DECISIONS[3].text(language);
        let header = sheets::DECISION.text(language);
        let sheet = sheets::ASSESSMENT.text(language);
        type_into(&workbook, &decided, [sheet, "2", header, words]);
        let more = ["--previous", &decided.to_string_lossy(), "--rulebook", &workbook.to_string_lossy()];
        let (_, record) = assess(Language::En, &at(&format!("after-{language}")), &more);
        assert_eq!(record["functions"][0]["decision"]["choice"], "retain", "{language}");
        assert_eq!(unchanged(&record), json!([0, 0, 0, 0, []]), "{language}");
        // A level that was typed over, in the language's words.
        let typed = at(&format!("{language}-typed.xlsx"));
        let name = outsift::rulebook::default_in(language);
        let control = &name.attributes[name.attribute_named("control").expect("it is asked").index()].name;
        let header = level(&language.inside_sentence(control));
        let low = sheets::LEVEL_WORDS[0].1.text(language);
        type_into(&workbook, &typed, [sheet, "2", &header, low]);
        let (_, record) =
            assess(Language::En, &at(&format!("typed-{language}")), &["--answers", &typed.to_string_lossy()]);
        assert_eq!(record["answers"][0]["replaced"], 1, "{language}: {}", record["answers"]);
        // An English workbook comes back in the language.
        let more = ["--previous", &english.to_string_lossy(), "--rulebook", &english.to_string_lossy()];
        let (_, record) = assess(language, &at(&format!("after-en-{language}")), &more);
        assert_eq!(unchanged(&record), json!([0, 0, 0, 0, []]), "{language}");
        // A questionnaire, whose headers and words are the language's.
        assert_eq!(
            answered(Language::En, &questions(language), &format!("answered-{language}")),
            by_english,
            "{language}"
        );
    }
}

#[test]
fn formulas_come_to_the_same_in_every_language() {
    if !(can_edit() && has("soffice")) {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let books: Vec<PathBuf> = Language::ALL
        .iter()
        .map(|language| {
            let (workbook, _) = assess(*language, &folder.path().join(language.tag()), &[]);
            let named = folder.path().join(format!("{language}.xlsx"));
            std::fs::rename(workbook, &named).expect("the same disk");
            named
        })
        .collect();
    let arguments = [OsStr::new("recalculate"), folder.path().as_os_str()];
    let said = python(&arguments.into_iter().chain(books.iter().map(|book| book.as_os_str())).collect::<Vec<_>>());
    let all: Vec<Value> = serde_json::from_str(&said).expect("JSON");
    for (language, said) in Language::ALL.into_iter().zip(&all) {
        assert_eq!(said["others"], json!([]), "{language}");
        assert_eq!(said["formulas"], all[0]["formulas"], "{language}");
        assert_eq!(said["sheets"][2], sheets::ASSESSMENT.text(language), "{language}");
    }
}

#[test]
fn a_blank_inventory_is_read_without_a_question() {
    if !can_edit() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    for language in Language::ALL {
        let at = |what: &str| folder.path().join(format!("{language}-{what}.xlsx"));
        let (blank, named) = (at("blank"), at("named"));
        run(language, &blank, &["template"]);
        let name = outsift::rulebook::default_in(language);
        let header = &name.attributes[name.roles.name.index()].name;
        type_into(&blank, &named, [sheets::FUNCTIONS.text(language), "3", header, "Payroll"]);
        let ran = outsift(["check", &named.to_string_lossy(), "--language", language.tag(), "--json"]);
        let said: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!((ran.code, &said["problems"]), (0, &json!([])), "{language}");
    }
}
