//! How the source is built: which room may use which, who may use which crate, and how long things may be.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::path;

/// A room may use those before it.
const ORDER: [&str; 18] = [
    "codes",
    "problem",
    "language",
    "sheets",
    "table",
    "rulebook",
    "inventory",
    "assessment",
    "own_files",
    "portfolio",
    "changes",
    "scenarios",
    "report",
    "warehouse",
    "run",
    "cli",
    "lib",
    "main",
];

/// Every crate, and the one place that knows it; of a few that are of use to several rooms, all of them.
const OWNERS: [(&str, &[&str]); 43] = [
    ("calamine", &["src/table/spreadsheet.rs"]),
    ("csv", &["src/table/delimited.rs", "src/report/flat/as_csv.rs", "src/warehouse/texts.rs"]),
    ("encoding_rs", &["src/table/encoding.rs"]),
    ("chardetng", &["src/table/encoding.rs"]),
    ("string-interner", &["src/table/cells.rs", "src/table/packed.rs"]),
    // A rulebook that was revised by hand is put together from the keys of the one before.
    ("toml", &["src/rulebook", "src/own_files/rules.rs", "src/cli/job_file.rs", "src/cli/saving.rs"]),
    ("fluent-syntax", &["src/report/words/messages.rs"]),
    ("intl_pluralrules", &["src/report/words"]),
    ("unic-langid", &["src/report/words/messages.rs"]),
    // Whatever is looked up by what somebody typed: codes, headers, names of functions, keys.
    ("strsim", &["src/codes.rs", "src/rulebook/toml_tables.rs", "src/inventory", "src/report/view/report.rs"]),
    ("unicode-normalization", &["src/rulebook/text.rs", "src/report/pdf/setting/fonts.rs"]),
    ("rust_xlsxwriter", &["src/report/workbook"]),
    // One end unpacks workbooks, the other packs one.
    ("zip", &["src/table", "src/report/workbook"]),
    ("quick-xml", &["src/table"]),
    ("memchr", &["src/table"]),
    ("printpdf", &["src/report/pdf"]),
    ("parquet", &["src/report/flat/as_parquet.rs", "src/table/columnar.rs"]),
    ("bytes", &["src/table/columnar.rs"]),
    ("half", &["src/table/columnar.rs"]),
    ("allsorts", &["src/report/pdf/setting"]),
    ("rustybuzz", &["src/report/pdf/setting"]),
    ("foldhash", &["src/rulebook/text.rs"]),
    ("fontdb", &["src/run/inputs/installed.rs"]),
    ("unicode-bidi", &["src/report/pdf/setting/shaping.rs"]),
    ("unicode-script", &["src/report/pdf/setting"]),
    ("lopdf", &["src/report/pdf/file"]),
    ("flate2", &["src/report/pdf/file/document.rs"]),
    ("unicode-linebreak", &["src/report/pdf/setting/text.rs"]),
    // Fingerprints of what is read, of what is published, and the identifiers in a PDF.
    ("sha2", &["src/table/workbook.rs", "src/table/encrypted.rs", "src/run/files/publishing.rs", "src/report/pdf"]),
    ("sha1", &["src/table/encrypted.rs"]),
    ("aes", &["src/table/encrypted.rs"]),
    // The options of a run say themselves how they are typed, so that nobody has to copy them.
    ("clap", &["src/cli", "src/run/options.rs"]),
    ("clap_complete", &["src/cli/commands.rs"]),
    ("clap_mangen", &["src/cli/commands.rs"]),
    ("anstream", &["src/cli"]),
    ("anstyle", &["src/report/terminal/text.rs"]),
    ("signal-hook", &["src/run/process"]),
    ("terminal_size", &["src/cli/attend.rs"]),
    ("rustix", &["src/run"]),
    ("seccompiler", &["src/run/process/limits.rs"]),
    // JSON is what an input may turn out to be, the record, earlier records, what processes tell each other, the log and the summary of runs.
    (
        "serde",
        &[
            "src/table/preflight.rs",
            "src/report",
            "src/own_files/earlier.rs",
            "src/own_files/history.rs",
            "src/warehouse/compile.rs",
            "src/run",
            "src/cli",
        ],
    ),
    ("serde_json", &["src/table/preflight.rs", "src/report/words/escape.rs", "src/own_files/earlier.rs", "src/run"]),
    // Dates are read from cells, typed on the command line, and said.
    ("jiff", &["src/table", "src/report", "src/run", "src/cli"]),
];

/// A source file that is no test.
struct Source {
    /// Its path from the root.
    file: String,
    /// Where it stands below `src`, such as `table/cells`; a face is its folder.
    place: String,
    /// Its text before its tests.
    text: String,
}

fn sources() -> Vec<Source> {
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
        let file = file.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned();
        let tests = ["#[cfg(test)]\nmod tests", "#[cfg(all(test, unix))]\nmod tests"];
        let end = tests.iter().filter_map(|tests| text.find(tests)).min().unwrap_or(text.len());
        let place = file["src/".len()..].trim_end_matches(".rs").trim_end_matches("/mod").to_owned();
        Source { file, place, text: text[..end].to_owned() }
    };
    files.iter().map(read).collect()
}

/// The paths that a text uses, from `crate`, `self` or `super` on, with braces opened; where something may be seen is no use.
fn paths(text: &str) -> Vec<String> {
    let code: String = text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    let is_of_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    for start in ["crate::", "self::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            if before.ends_with("(in ") || before.ends_with("::") || before.ends_with(is_of_name) {
                continue;
            }
            open(&code[at..], "", &mut found);
        }
    }
    found
}

/// Opens the braces of a tree of paths; gives where it ends.
fn open(tree: &str, before: &str, found: &mut Vec<String>) -> usize {
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(tree.len());
    let path = format!("{before}{}", &tree[..end]);
    if !tree[end..].starts_with('{') {
        found.push(path);
        return end;
    }
    let mut at = end + 1;
    loop {
        at += tree[at..].len() - tree[at..].trim_start_matches([',', '\n', ' ']).len();
        if tree[at..].starts_with('}') || at >= tree.len() {
            return at + 1;
        }
        at += open(&tree[at..], &path, found).max(1);
    }
}

/// Which file uses which, each by its position.
fn uses(sources: &[Source]) -> BTreeSet<(usize, usize)> {
    let positions: BTreeMap<&str, usize> = sources.iter().enumerate().map(|(i, s)| (s.place.as_str(), i)).collect();
    let mut uses = BTreeSet::new();
    for (own, source) in sources.iter().enumerate() {
        for path in paths(&source.text) {
            let mut place: Vec<&str> = source.place.split('/').collect();
            for part in path.split("::") {
                match part {
                    "crate" => place.clear(),
                    "super" => drop(place.pop()),
                    "self" | "" => {}
                    part => place.push(part),
                }
            }
            let used = (1..=place.len()).rev().find_map(|parts| positions.get(place[..parts].join("/").as_str()));
            uses.extend(used.filter(|used| **used != own).map(|used| (own, *used)));
        }
    }
    uses
}

/// The first folder of a place, or the file itself.
fn room(place: &str) -> &str {
    place.split('/').next().unwrap_or_default()
}

#[test]
fn rooms_use_those_before_them() {
    let sources = sources();
    let position = |source: &Source| {
        let position = ORDER.iter().position(|known| *known == room(&source.place));
        position.unwrap_or_else(|| panic!("{} is in no room that is known", source.file))
    };
    let orders: Vec<usize> = sources.iter().map(position).collect();
    for (own, used) in uses(&sources) {
        let is_in_order = orders[used] <= orders[own];
        assert!(is_in_order, "{} uses {}, whose room comes later", sources[own].file, sources[used].file);
    }
}

#[test]
fn no_file_uses_the_face_of_its_own_folder() {
    let sources = sources();
    for (own, used) in uses(&sources) {
        let (own, used) = (&sources[own], &sources[used]);
        let is_face = own.place.strip_prefix(&used.place).is_some_and(|rest| rest.starts_with('/'));
        assert!(!is_face, "{} uses {}: name the file beside it", own.file, used.file);
    }
}

/// Two that stand beside each other in a folder, and a file of the one that uses a file of the other.
type Arrows<'s> = BTreeMap<&'s str, BTreeMap<&'s str, String>>;

#[test]
fn in_every_folder_arrows_run_one_way() {
    let sources = sources();
    let mut folders: BTreeMap<String, Arrows> = BTreeMap::new();
    for (own, used) in uses(&sources) {
        let (own, used) = (&sources[own], &sources[used]);
        let pairs = own.place.split('/').zip(used.place.split('/'));
        let shared = pairs.clone().take_while(|(a, b)| a == b).count();
        // Where one is the other's face they do not stand beside each other.
        let Some((a, b)) = pairs.clone().nth(shared) else { continue };
        let folder: Vec<&str> = own.place.split('/').take(shared).collect();
        let arrows = folders.entry(folder.join("/")).or_default().entry(a).or_default();
        arrows.entry(b).or_insert_with(|| format!("{} uses {}", own.file, used.file));
    }
    let circles: Vec<String> = folders.iter().filter_map(|(folder, arrows)| circle(folder, arrows)).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

/// The shortest circle among those that stand in a folder, in words.
fn circle(folder: &str, arrows: &Arrows) -> Option<String> {
    let circle = arrows.keys().filter_map(|from| back_to(from, arrows)).min_by_key(Vec::len)?;
    let why: Vec<&str> = circle.windows(2).map(|pair| arrows[pair[0]][pair[1]].as_str()).collect();
    Some(format!("a circle in src/{folder}: {}; {}", circle.join(" → "), why.join(", ")))
}

/// The shortest way from one of them back to itself.
fn back_to<'s>(from: &'s str, arrows: &Arrows<'s>) -> Option<Vec<&'s str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut next = VecDeque::from([from]);
    while let Some(at) = next.pop_front() {
        for to in arrows.get(at).into_iter().flat_map(BTreeMap::keys) {
            if *to == from {
                let back = std::iter::successors(Some(at), |at| came_from.get(at).copied());
                let mut circle: Vec<&str> = [from].into_iter().chain(back).collect();
                circle.reverse();
                return Some(circle);
            }
            if !came_from.contains_key(to) {
                came_from.insert(to, at);
                next.push_back(to);
            }
        }
    }
    None
}

#[test]
fn writers_do_not_know_each_other() {
    let writers = ["workbook", "pdf", "record", "terminal"];
    let sources = sources();
    let writer = |source: &Source| {
        let below = source.place.strip_prefix("report/")?;
        writers.into_iter().find(|writer| room(below) == *writer)
    };
    for (own, used) in uses(&sources) {
        let (own, used) = (&sources[own], &sources[used]);
        if let (Some(a), Some(b)) = (writer(own), writer(used)) {
            assert_eq!(a, b, "{} uses {}", own.file, used.file);
        }
    }
}

/// The dependencies of the program itself, as `Cargo.toml` names them.
fn dependencies() -> BTreeSet<String> {
    let manifest = fs::read_to_string(path("Cargo.toml")).expect("a manifest");
    let mut is_in = false;
    let mut found = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            is_in = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if is_in && !line.starts_with('#') {
            found.extend(line.split_once(" = ").map(|(name, _)| name.to_owned()));
        }
    }
    found
}

#[test]
fn each_library_has_one_user() {
    let known: BTreeSet<String> = OWNERS.iter().map(|(library, _)| (*library).to_owned()).collect();
    assert_eq!(known, dependencies(), "every dependency has its owner here, and no other stands here");
    let sources = sources();
    for (library, owners) in OWNERS {
        let name = library.replace('-', "_");
        let is_used = |source: &&Source| {
            let ends = source.text.match_indices(&name).filter(|(at, _)| {
                !source.text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '/')
            });
            ends.map(|(at, _)| &source.text[at + name.len()..]).any(|rest| rest.starts_with("::"))
        };
        let users: Vec<&Source> = sources.iter().filter(is_used).collect();
        for Source { file, .. } in &users {
            let is_owner = owners.iter().any(|owner| file.starts_with(owner));
            assert!(is_owner, "{file} uses {library}, which only {} may", owners.join(" and "));
        }
        for owner in owners {
            let is_user = users.iter().any(|user| user.file.starts_with(owner));
            assert!(is_user, "{owner} may use {library}, and does not");
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

/// The most lines of a file, of a face, and of a function.
const LONGEST_FILE: usize = 600;
const LONGEST_FACE: usize = 60;
const LONGEST_FUNCTION: usize = 60;

/// Files that are longer, and why.
const LONG_FILES: [(&str, &str); 4] = [
    ("src/codes.rs", "a row for each code"),
    ("src/inventory/cells/counts.rs", "volumes of one attribute that stand in several columns"),
    ("src/report/words/catalogue.rs", "a row for each message"),
    ("src/table/scan/xlsx.rs", "one pass over a sheet"),
];

/// Functions that are longer, and why.
const LONG_FUNCTIONS: [(&str, &str, &str); 8] = [
    ("src/own_files/earlier.rs", "from_workbook", "reads one cell after the other into one value"),
    ("src/report/record/write.rs", "record", "fills one value, field by field"),
    ("src/report/view/compose.rs", "compose", "fills one value, field by field"),
    ("src/report/workbook/assessment/definitions.rs", "of_kind", "a table, a row for each kind of column"),
    ("src/rulebook/attributes.rs", "column_rule", "reads a table, key by key"),
    ("src/rulebook/file.rs", "rulebook", "reads a table, key by key"),
    ("src/rulebook/reading.rs", "reading", "reads a table, key by key"),
    ("src/table/dialect.rs", "of", "one machine, whose states are read beside each other"),
];

#[test]
fn files_and_faces_are_short() {
    let is_long = |file: &String| {
        let lines = fs::read_to_string(path(file)).expect("a source file").lines().count();
        lines > if file.ends_with("/mod.rs") { LONGEST_FACE } else { LONGEST_FILE }
    };
    let long: Vec<String> = sources().into_iter().map(|source| source.file).filter(is_long).collect();
    let excepted = LONG_FILES.map(|(file, _)| file);
    assert_eq!(long, excepted, "divide what is new on the left; strike what is only on the right from the exceptions");
}

#[test]
fn functions_are_short() {
    let sources = sources();
    let mut long = Vec::new();
    for Source { file, text, .. } in &sources {
        let lines: Vec<&str> = text.lines().collect();
        for (i, line) in lines.iter().enumerate() {
            let Some((before, rest)) = line.split_once("fn ") else { continue };
            let indent = &line[..line.len() - line.trim_start().len()];
            if !before.trim().split(' ').all(|word| word.is_empty() || word.starts_with("pub") || word == "const") {
                continue;
            }
            // As the formatter leaves them, the brace that ends a function stands under its first letter.
            let end = lines[i..].iter().position(|line| line.strip_prefix(indent).is_some_and(|rest| rest == "}"));
            if end.is_some_and(|end| end >= LONGEST_FUNCTION) && !line.ends_with(['}', ';']) {
                let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                long.push((file.as_str(), name));
            }
        }
    }
    let excepted = LONG_FUNCTIONS.map(|(file, function, _)| (file, function));
    assert_eq!(long, excepted, "divide what is new on the left; strike what is only on the right from the exceptions");
}

#[test]
fn a_name_means_one_thing() {
    let mut named: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Source { file, text, .. } in sources() {
        for line in text.lines() {
            let Some((_, declared)) = line.split_once("pub ").filter(|(before, _)| before.trim().is_empty()) else {
                continue;
            };
            let kinds = ["struct ", "enum ", "type ", "trait "];
            if let Some(rest) = kinds.iter().find_map(|kind| declared.strip_prefix(kind)) {
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
                named.entry(name).or_default().push(file.clone());
            }
        }
    }
    named.retain(|_, files| files.len() > 1);
    assert!(named.is_empty(), "types of one name: {named:#?}");
}

/// Where everything that is said stands in `templates/language`.
const SPEAKING_BY_MESSAGES: [&str; 24] = [
    "src/report/view/",
    "src/report/asking/",
    "src/report/pdf/parts/",
    "src/report/terminal/check.rs",
    "src/report/terminal/runs.rs",
    "src/report/terminal/summary.rs",
    "src/report/terminal/text.rs",
    "src/report/workbook/assessment/definitions.rs",
    "src/report/workbook/assessment/sheet.rs",
    "src/report/workbook/kit/charts.rs",
    "src/report/workbook/kit/forms.rs",
    "src/report/workbook/sheets/about.rs",
    "src/report/workbook/sheets/changes.rs",
    "src/report/workbook/sheets/criteria.rs",
    "src/report/workbook/sheets/figures.rs",
    "src/report/workbook/sheets/heat_map.rs",
    "src/report/workbook/sheets/quality.rs",
    "src/report/workbook/sheets/questionnaire.rs",
    "src/report/workbook/sheets/review.rs",
    "src/report/workbook/sheets/risks.rs",
    "src/report/workbook/sheets/rulebook.rs",
    "src/report/workbook/sheets/summary.rs",
    "src/report/workbook/sheets/template.rs",
    "src/report/workbook/sheets/what_to_ask.rs",
];

/// Headers and sheets of our own, which have one name in all words.
const NAMES: [&str; 5] = ["What is known", "Already there", "Ask first", "Begin with", "Read me"];

/// The texts between quotation marks in a line of code.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    let code = line.trim_start();
    let code = if code.starts_with("//") { "" } else { code };
    code.split('"').skip(1).step_by(2)
}

/// Whether a text has two words beside each other, and is no command to be typed.
fn is_sentence(text: &str) -> bool {
    if text.starts_with("outsift ") {
        return false;
    }
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]) && pair[1].starts_with(char::is_lowercase))
}

#[test]
fn what_is_said_stands_among_the_messages() {
    for Source { file, text, .. } in sources() {
        let is_meant = SPEAKING_BY_MESSAGES.iter().any(|place| file.starts_with(place));
        for line in text.lines().filter(|line| is_meant && !line.contains("expect(")) {
            let said = literals(line).find(|text| is_sentence(text) && !NAMES.contains(text));
            assert_eq!(said, None, "{file} says what belongs into templates/language");
        }
    }
}
