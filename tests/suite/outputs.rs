//! The outputs, read back with programs that know nothing of this one.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::harness::{
    Assessed, assess, assessed, checked, file, has, has_module, node_modules, outsift, path, skipped,
};

/// The first page is a headline, and every candidate is named somewhere, in embedded subset fonts.
#[test]
fn the_pdf_is_sound() {
    let assessed = assessed("samples/portfolio.xlsx");
    let pdf = assessed.pdf();
    if has("qpdf") {
        let said = checked("qpdf", &[OsStr::new("--check"), pdf.as_os_str()]);
        assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
    }
    if has("pdffonts") {
        let fonts = checked("pdffonts", &[pdf.as_os_str()]);
        let rows: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(rows.len() >= 2, "{fonts}");
        for row in rows {
            let from_the_end: Vec<&str> = row.split_whitespace().rev().collect();
            // emb, sub, uni, and the object's two numbers.
            assert_eq!(from_the_end[2..5], ["yes", "yes", "yes"], "{fonts}");
        }
    }
    if has("pdftotext") {
        let text = checked("pdftotext", &[OsStr::new("-layout"), pdf.as_os_str(), OsStr::new("-")]);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // A name may be broken anywhere, so blanks don't count.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let raw = letters(&checked("pdftotext", &[OsStr::new("-raw"), pdf.as_os_str(), OsStr::new("-")]));
        let first = words(text.split('\u{c}').next().unwrap_or_default());
        assert!(first.contains("24 are candidates for BPO and 20 for traditional outsourcing"), "{first}");
        let record = assessed.record();
        for function in record["functions"].as_array().expect("functions") {
            if function["verdict"] == "bpo" {
                let name = function["name"].as_str().expect("a name");
                assert!(raw.contains(&letters(name)), "`{name}` is not in the PDF");
            }
        }
    }
}

/// What openpyxl reads is what the record says, and every original cell is where it was.
#[test]
fn the_workbook_says_what_the_record_says() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    for sample in ["samples/portfolio.xlsx", "samples/werkzeugbau.csv"] {
        let assessed = assessed(sample);
        let record = assessed.folder.path().join(format!("{}-record.json", assessed.stem));
        let script = path("tests/suite/read_back.py");
        let said = checked(
            "python3",
            &[script.as_os_str(), assessed.workbook().as_os_str(), record.as_os_str(), path(sample).as_os_str()],
        );
        assert_eq!(said, "the workbook agrees with the record\n");
    }
}

/// An inventory of 250 columns, most of which decide nothing.
fn wide() -> (TempDir, PathBuf) {
    let known =
        "Id,Function,Department,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation";
    let others: String = (11..=250).map(|column| format!(",Remark {column}")).collect();
    let row = |id: usize| {
        let level = ["High", "Medium", "Low"][id % 3];
        let remarks: String = (11..=250).map(|column| format!(",{}", column * id % 7)).collect();
        format!("{id},Work {id},IT,{level},High,{level},High,Ongoing,{level},Low{remarks}\n")
    };
    file("wide.csv", format!("{known}{others}\n{}", (1..=12).map(row).collect::<String>()))
}

/// Workbooks of all kinds, in one folder: what every promise about workbooks is held against.
fn workbooks_of_all_kinds() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let keep = |assessed: &Assessed, name: &str| {
        let kept = folder.path().join(format!("{name}.xlsx"));
        fs::copy(assessed.workbook(), &kept).expect("the workbook is there");
        kept
    };
    let sample = path("samples/portfolio.xlsx");
    let live = keep(assessed("samples/portfolio.xlsx"), "live");
    keep(&assess(&sample, &["--values"]), "values");
    keep(&assess(&sample, &["--previous", &live.to_string_lossy()]), "changes");
    keep(assessed("samples/werkzeugbau.csv"), "other-money");
    // Those so far have the sheet of all default rules, which is longer than their others; the rest have it shorter.
    let (_folder, rules) = file("english.toml", "languages = [\"en\"]\n");
    let by_fewer_rules = ["--rulebook", &rules.to_string_lossy()];
    let head = "Id,Function,Department,Strategic value,Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation,Annual cost";
    let row = "High,High,High,High,Ongoing,High,Low";
    let long = "x".repeat(300);
    for (name, rows) in [
        ("nothing-known", "1,Payroll,,,,,,,,,\n".to_owned()),
        ("one", format!("1,Payroll,Finance,{row},5000\n")),
        (
            "many-currencies",
            format!("1,Payroll,Finance,{row},$5000\n2,Tax,Finance,{row},-700 EUR\n3,Audit,IT,{row},900 CHF\n"),
        ),
        (
            "odd-texts",
            format!(
                "1,\u{1b}Pay\u{1}roll \u{ffff}<&\u{b},\u{fffe}&<>,{row},\n2,=1+1,@SUM(A1),{row},\n007,{long},\"{long}\",{row},1e300\n"
            ),
        ),
    ] {
        let (_folder, input) = file(&format!("{name}.csv"), format!("{head}\n{rows}"));
        keep(&assess(&input, &by_fewer_rules), name);
    }
    let (_folder, ann) = file("ann.csv", "Id,Function,Control wanted,Answered by\n1,Payroll,Low,Ann\n");
    let (_folder, bob) = file("bob.csv", "Id,Function,Control wanted\n1,Payroll,80\n");
    let (_folder, input) =
        file("disputed.csv", format!("{head}\n1,Payroll,Finance,High,High,High,High,Ongoing,,Low,5000\n"));
    let [ann, bob] = [ann, bob].map(|path| path.to_string_lossy().into_owned());
    let answered = [&by_fewer_rules[..], &["--answers", &ann, "--answers", &bob]].concat();
    keep(&assess(&input, &answered), "disputed");
    let (_folder, input) = wide();
    keep(&assess(&input, &by_fewer_rules), "wide");
    for (name, arguments) in [("blank", vec![]), ("questions", vec![sample.as_os_str()])] {
        let to = folder.path().join(format!("{name}.xlsx"));
        let arguments = [OsStr::new("template")].into_iter().chain(arguments).chain([OsStr::new("-o"), to.as_os_str()]);
        assert_eq!(outsift(arguments).code, 0);
    }
    folder
}

/// Every workbook is valid, and openpyxl reads it, saying of nothing but two extensions of 2010 that it leaves them out.
#[test]
fn every_workbook_is_valid_open_xml_and_read_by_openpyxl() {
    let is_audited = has("openxml-audit") && has("python3") && has_module("openxml_audit");
    let is_read = has("python3") && has_module("openpyxl");
    if !is_audited && !is_read {
        return;
    }
    let folder = workbooks_of_all_kinds();
    if is_audited {
        let script = path("tests/suite/audit.py");
        let versions = ["office2016", "office2019", "microsoft365"].map(OsStr::new);
        let given = [script.as_os_str(), folder.path().as_os_str()];
        let said = checked("python3", &[&given[..], &versions].concat());
        assert_eq!(said, "36 36\n");
    }
    if is_read {
        let script = "import pathlib, sys, warnings, openpyxl\n\
             warnings.simplefilter('error')\n\
             warnings.filterwarnings('ignore', message='(Conditional Formatting|Unknown) extension is not supported')\n\
             books = [openpyxl.load_workbook(path) for path in pathlib.Path(sys.argv[1]).glob('*.xlsx')]\n\
             print(len(books), all(sheet.max_row > 1 for book in books for sheet in book))";
        let said = checked("python3", &[OsStr::new("-c"), OsStr::new(script), folder.path().as_os_str()]);
        assert_eq!(said, "12 True\n");
    }
}

/// `ExcelJS` and `SheetJS` read the same sheets, cells and results of formulas in every workbook; what `LibreOffice` comes to
/// has the type of what was written.
#[test]
fn every_workbook_is_the_same_to_other_readers() {
    let (modules, is_recalculated) = (node_modules(), has("soffice") && has("python3"));
    let folder = workbooks_of_all_kinds();
    if let Some(modules) = modules {
        let mut node = std::process::Command::new("node");
        node.arg(path("tests/suite/other_readers.js")).arg(folder.path()).env("NODE_PATH", modules);
        let said = node.output().expect("Node starts");
        assert_eq!(String::from_utf8_lossy(&said.stdout), "12 true []\n", "{}", String::from_utf8_lossy(&said.stderr));
    }
    if is_recalculated {
        let (script, out) = (path("tests/suite/result_types.py"), TempDir::new().expect("a folder"));
        let said = checked("python3", &[script.as_os_str(), folder.path().as_os_str(), out.path().as_os_str()]);
        assert_eq!(said, "12 True [] 0\n");
    }
}

/// Characters that XML cannot hold stand in names, headers and rules; every part of the workbook is still XML.
#[test]
fn every_part_of_the_workbook_is_well_formed() {
    if !has("python3") {
        return;
    }
    let row = "\u{1b}Pay\u{1}roll \u{ffff}<&\",Fin\u{b}ance,High,High,High,High,Ongoing,High,Low\n";
    let header = "Function,Department,Strategic value\u{1},Integration,Repetitiveness,Volume,Nature,Control wanted,Specialisation\n";
    let (_folder, input) = file("names.csv", format!("{header}{row}\u{8}Tax,\u{fffe},some,,,,,,\n"));
    let rules = fs::read_to_string(path("templates/rulebook.toml")).expect("the rulebook");
    let rules = rules.replace("name = \"Routine and volume\"", "name = \"Routine\\u0001and volume\"");
    let (_folder, rules) = file("mine.toml", rules);
    let assessed = assess(&input, &["--rulebook", &rules.to_string_lossy()]);
    let script = "import sys, zipfile, xml.dom.minidom as dom\n\
                  book = zipfile.ZipFile(sys.argv[1])\n\
                  parts = [name for name in book.namelist() if name.endswith(('.xml', '.rels', '.vml'))]\n\
                  [dom.parseString(book.read(name)) for name in parts]\n\
                  print(len(parts) > 20)";
    let said = checked("python3", &[OsStr::new("-c"), OsStr::new(script), assessed.workbook().as_os_str()]);
    assert_eq!(said, "True\n");
}

/// An office suite opens the workbook and shows its sheets.
#[test]
fn libreoffice_opens_the_workbook() {
    if !has("soffice") {
        return;
    }
    let assessed = assessed("samples/portfolio.xlsx");
    let kept = TempDir::new().expect("a folder");
    let folder = kept.path();
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let convert = |filter: &str| {
        checked(
            "soffice",
            &[
                OsStr::new("--headless"),
                OsStr::new("--norestore"),
                OsStr::new(&profile),
                OsStr::new("--convert-to"),
                OsStr::new(filter),
                OsStr::new("--outdir"),
                folder.as_os_str(),
                assessed.workbook().as_os_str(),
            ],
        );
    };
    // The third sheet, as text: token 12 of the filter's options names it by number.
    convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3");
    let sheet = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension() == Some(OsStr::new("csv")))
        .map(|path| fs::read_to_string(Path::new(&path)).expect("the sheet as text"))
        .expect("LibreOffice wrote the sheet");
    let record = assessed.record();
    for function in record["functions"].as_array().expect("functions") {
        let (id, name) = (function["id"].as_str().expect("an id"), function["name"].as_str().expect("a name"));
        let row =
            sheet.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap_or_else(|| panic!("no row {id}"));
        assert!(row.contains(name), "{row}");
    }
}

/// Portfolios at the edges: one function, one verdict, no costs, three currencies, names of every kind.
fn portfolios() -> Vec<PathBuf> {
    let folder = fs::read_dir(path("tests/suite/portfolios")).expect("portfolios");
    let mut portfolios: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    portfolios.retain(|file| file.extension() == Some(OsStr::new("csv")));
    portfolios.sort();
    assert!(portfolios.len() >= 10);
    portfolios.push(path("samples/portfolio.xlsx"));
    portfolios
}

/// Every file is sound, every function that it lists can be found in its text, and a screen reader can read it: what a
/// machine can check of PDF/UA-1, by two programs. The metadata claim it because they find nothing.
#[test]
fn the_pdf_of_every_portfolio_is_sound_and_can_be_read_aloud() {
    let (qpdf, pdftotext) = (has("qpdf"), has("pdftotext"));
    let assessed: Vec<Assessed> = portfolios().iter().map(|portfolio| assess(portfolio, &[])).collect();
    for assessed in &assessed {
        let pdf = assessed.pdf();
        if qpdf {
            let said = checked("qpdf", &[OsStr::new("--check"), pdf.as_os_str()]);
            assert!(said.contains("No syntax or stream encoding errors found"), "{}\n{said}", assessed.stem);
        }
        let record = assessed.record();
        let functions = record["functions"].as_array().expect("functions");
        if pdftotext && functions.len() <= 60 {
            // A name may be broken anywhere, accents may be composed, and what no font holds is not drawn.
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
            let text = letters(&checked("pdftotext", &[OsStr::new("-raw"), pdf.as_os_str(), OsStr::new("-")]));
            // What lacks evidence is counted by what it lacks, and only the costliest are named.
            for function in functions.iter().filter(|function| function["verdict"] != "insufficient-evidence") {
                let name = function["name"].as_str().expect("a name");
                // Two lines are enough of a name.
                let (shown, _) = name.char_indices().nth(40).map_or((name, ""), |(at, _)| name.split_at(at));
                for word in shown.split(|c: char| !c.is_ascii_alphanumeric()) {
                    assert!(text.contains(word), "`{word}` of `{name}` is not in the PDF of {}", assessed.stem);
                }
            }
        }
    }
    let pdfs: Vec<PathBuf> = assessed.iter().map(Assessed::pdf).collect();
    let pdfs: Vec<&OsStr> = pdfs.iter().map(|pdf| pdf.as_os_str()).collect();
    if has("outloud") {
        let arguments = ["--fail-on", "warning"].map(OsStr::new);
        let said = checked("outloud", &[&arguments, &pdfs[..]].concat());
        assert_eq!(said.matches("0 error(s), 0 warning(s)").count(), pdfs.len(), "{said}");
    }
    if has("pdfua") {
        let said = checked("pdfua", &[&[OsStr::new("check")], &pdfs[..]].concat());
        assert_eq!(said.matches("errors=0 warnings=0").count(), pdfs.len(), "{said}");
        assert!(!said.contains("not evaluated"), "{said}");
    }
    // Where VERAPDF is a class path with veraPDF on it.
    if let Some(class_path) = std::env::var_os("VERAPDF") {
        let program = path("tests/suite/verapdf.java");
        let arguments = [OsStr::new("-cp"), class_path.as_os_str(), program.as_os_str()];
        let said = checked("java", &[&arguments, &pdfs[..]].concat());
        assert_eq!(said.lines().filter(|line| line.starts_with("PDF/UA-1: ")).count(), pdfs.len(), "{said}");
    } else {
        skipped("VERAPDF names no class path with veraPDF, so PDF/UA is not validated by it");
    }
}

/// What a screen reader meets, in this order, as poppler reads the structure.
#[test]
fn the_pdf_is_read_aloud_in_order() {
    if !has("pdfinfo") {
        return;
    }
    let assessed = assess(&path("tests/suite/portfolios/one-bpo.csv"), &[]);
    let said = checked("pdfinfo", &[OsStr::new("-struct-text"), assessed.pdf().as_os_str()]);
    let mut rest = said.as_str();
    for expected in [
        "P (block)\n    \"Sourcing portfolio review\"",
        "H1 (block)\n    \"The one function is a candidate for BPO.\"",
        "\"functions 1 every row\"",
        "\"by count\"",
        "H2 (block)\n    \"What to decide next\"",
        "LBody (block)\n        Link (inline)\n          \"1 Payroll $",
        "TOCI\n      Reference (inline)\n        Link (inline)\n          \"Why: the portfolio map 2\"",
        "Sect\n    P (block)\n      \"Why: the portfolio map\"\n    H2 (block)\n      \"The one function on the map",
        "\"Exhibit 1: Every function by its evidence\"",
        "Figure",
        "\"All functions belong to Operations.\"",
        "\"Exhibit 2: Functions by department\"",
        "Table (block)\n      TR\n        TH:\n           /Scope /Column\n          \"Department\"",
        "TD\n          \"Operations\"",
        "\"Who: BPO\"",
        "\"Method\"",
        "\"Data: how the inventory was read\"",
        "\"outsift assess one-bpo.csv --date 2026-01-31\"",
    ] {
        let Some(at) = rest.find(expected) else { panic!("{expected} does not follow in\n{said}") };
        rest = &rest[at + expected.len()..];
    }
}
