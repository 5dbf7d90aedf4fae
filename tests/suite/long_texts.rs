//! A text as long as a cell takes, wherever somebody may type one: no output gives it more than two lines.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use crate::harness::{Assessed, assess, checked, file, has, outsift};
use crate::hostile::forge::{ods_content, ods_row};

const LONG: usize = 40_000;

/// So many characters of words that begin with `word`.
fn words(word: &str, length: usize) -> String {
    format!("{word} and more of the {word} ").repeat(LONG).chars().take(length).collect()
}

/// An inventory whose typed texts are so long; they stand among the functions, the departments, the values and the headers.
fn inventory(length: usize) -> Vec<u8> {
    let text = |word: &str| words(word, length);
    let unbroken = "Unbroken".repeat(LONG).chars().take(length).collect::<String>();
    let headers =
        ["ID", "Function", "Department", "Location", "Strategic value", "Integration", "Repetitiveness", "Volume"];
    let headers = [&headers[..], &["Nature", "Control wanted", "Specialisation", "Annual cost", "FTE"]].concat();
    let remarks = text("Remark");
    let mut rows = vec![[&headers[..], &[&remarks]].concat().iter().map(ToString::to_string).collect::<Vec<_>>()];
    let mut row = |id: &str, [name, department, location, value]: [&str; 4], is_bpo: bool| {
        let [high, low, nature] = if is_bpo { ["High", "Low", "Ongoing"] } else { ["Low", "High", "Once"] };
        let known = [high, high, high, if value.is_empty() { high } else { value }, nature, high, low];
        rows.push(
            [&[id, name, department, location][..], &known, &["1000", "2", value]]
                .concat()
                .iter()
                .map(ToString::to_string)
                .collect(),
        );
    };
    row("F1", [&text("Name"), "Finance", "Riga", ""], true);
    row("F2", [&unbroken, "Finance", "Riga", ""], false);
    row("F3", ["Tax", &text("Department"), &text("Location"), &text("Value")], true);
    row("F4", ["Desk", &unbroken, &unbroken, &unbroken], false);
    row(&text("Key"), ["Mail", "Finance", "Riga", ""], true);
    let rows = rows.iter().map(|row| ods_row(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    ods_content(&format!("<table:table table:name=\"{}\">{}</table:table>", text("Sheet"), rows.collect::<String>()))
}

fn assess_titled(input: &Path, length: usize) -> Assessed {
    assess(input, &["--title", &words("Title", length), "--organisation", &words("Organisation", length)])
}

/// The height of the highest row of each sheet, in points.
fn highest_rows(workbook: &Path) -> Vec<(String, f64)> {
    let mut package = zip::ZipArchive::new(std::fs::File::open(workbook).expect("the workbook")).expect("a package");
    let mut highest = Vec::new();
    for index in 0..package.len() {
        let mut part = package.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            continue;
        }
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("text");
        let rows = xml.split("<row ").skip(1);
        let heights = rows.filter_map(|row| row.split_once(" ht=\"")?.1.split('"').next()?.parse().ok());
        highest.push((name, heights.fold(0.0, f64::max)));
    }
    highest
}

#[test]
fn no_text_takes_more_than_two_lines_however_long_it_is() {
    let ((_short, short_input), (_long, long_input)) =
        (file("texts.ods", inventory(40)), file("texts.ods", inventory(LONG)));
    let (short, long) = (assess_titled(&short_input, 40), assess_titled(&long_input, LONG));
    let [few, many] = [&short, &long].map(|run| pages(&run.pdf()));
    assert!(many <= few + 1, "{few} pages become {many}");
    for ((name, low), (_, high)) in highest_rows(&short.workbook()).into_iter().zip(highest_rows(&long.workbook())) {
        // Four lines, which reasons may take, with the room around them.
        assert!(high <= f64::max(low, 66.0), "the rows of {name} are {high} points high");
    }
    for command in [["check", ""], ["explain", "F1"], ["explain", "F3"], ["explain", "Mail"]] {
        let words = [command[0].as_ref(), long_input.as_os_str(), command[1].as_ref()];
        let run = outsift(words.into_iter().filter(|word: &&OsStr| !word.is_empty()));
        let longest = run.stdout.lines().chain(run.stderr.lines()).map(|line| line.chars().count()).max();
        assert!((run.code, longest) < (1, Some(250)), "{command:?}: {longest:?} characters\n{}", run.stderr);
    }
    if has("pdftotext") {
        let [few, many] = [&short, &long].map(|run| {
            checked("pdftotext", &[OsStr::new("-raw"), run.pdf().as_os_str(), OsStr::new("-")]).chars().count()
        });
        assert!(many < 2 * few, "{few} characters become {many}");
    }
}

fn pages(pdf: &Path) -> usize {
    lopdf::Document::load(pdf).expect("a PDF").get_pages().len()
}
