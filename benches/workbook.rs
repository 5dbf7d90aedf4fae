//! Writing a workbook that judges again, against a floor measured in the same run: `cargo bench --bench workbook`.
//!
//! The floor is `rust_xlsxwriter` in constant memory, at the same deflate level, writing the very cells and formulas that
//! the workbook has on its big sheet, each in its style. They are read out of the finished workbook beforehand, so it
//! neither explains nor formats anything. All other sheets are on our side only.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use outsift::report::workbook;
use outsift::run::{self, Job};
use rust_xlsxwriter::{Format, Formula, Workbook};

mod generated;
mod measured;

const ROWS: u32 = 100_000;
const RUNS: usize = 5;
/// The level at which the workbook is written.
const LEVEL: u8 = 2;

enum Content {
    Blank,
    Number(f64),
    Text(String),
    Boolean(bool),
    Formula(String, String),
}

struct Cell {
    column: u16,
    style: usize,
    content: Content,
}

fn main() {
    let input = generated::inventory(ROWS);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let (ours, floor) = (folder.path().join("ours.xlsx"), folder.path().join("floor.xlsx"));
    let mut job = Job::new(input.clone(), jiff::civil::date(2026, 1, 31));
    job.writing.workbook.live = true;
    let (mut best, mut best_floor) = (Duration::MAX, Duration::MAX);
    let outcome = run::judge(&job, &|_| (), |judgement| {
        let write = || workbook::write(judgement.report, File::create(&ours).expect("a file")).expect("it is written");
        write();
        let rows = rows_of(&ours);
        // By turns, so that a busy moment meets both.
        for _ in 0..RUNS {
            best = best.min(timed(write));
            best_floor = best_floor.min(timed(|| write_floor(&rows, &floor)));
        }
        let cells: usize = rows.iter().map(Vec::len).sum();
        let formulas = rows.iter().flatten().filter(|cell| matches!(cell.content, Content::Formula(..))).count();
        println!("{ROWS} rows, {cells} cells, {formulas} of them formulas");
        Ok(())
    });
    outcome.expect("a generated inventory can be judged");
    let ratio = best.as_secs_f64() / best_floor.as_secs_f64();
    println!("workbook {:.3} s, floor {:.3} s, ratio {ratio:.2}", best.as_secs_f64(), best_floor.as_secs_f64());
    let mut command = Command::new(env!("CARGO_BIN_EXE_outsift"));
    command.arg("assess").arg(&input).arg("-o").arg(folder.path()).args(["--live", "--date", "2026-01-31"]);
    let measured::Measured { wall: time, peak, .. } = measured::timed(command);
    println!("the whole job with --live: {:.3} s, peak memory {} MiB", time.as_secs_f64(), peak / 1024);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn write_floor(rows: &[Vec<Cell>], path: &Path) {
    let mut book = Workbook::new();
    book.set_zip_compression_level(LEVEL);
    let styles = rows.iter().flatten().map(|cell| cell.style).max().unwrap_or(0);
    let formats: Vec<Format> =
        (0..=styles).map(|style| Format::new().set_font_size(9.0 + style as f64 / 10.0)).collect();
    let sheet = book.add_worksheet_with_constant_memory().expect("a sheet");
    for (row, cells) in (0..).zip(rows) {
        for Cell { column, style, content } in cells {
            let format = &formats[*style];
            match content {
                Content::Blank => sheet.write_blank(row, *column, format),
                Content::Number(number) => sheet.write_number_with_format(row, *column, *number, format),
                Content::Text(text) => sheet.write_string_with_format(row, *column, text, format),
                Content::Boolean(value) => sheet.write_boolean_with_format(row, *column, *value, format),
                Content::Formula(formula, result) => {
                    let formula = Formula::new(formula.as_str()).set_result(result);
                    sheet.write_formula_with_format(row, *column, formula, format)
                }
            }
            .expect("a cell");
        }
    }
    book.save(path).expect("the workbook can be written");
}

/// The cells of the big sheet, as they stand in the file.
fn rows_of(book: &Path) -> Vec<Vec<Cell>> {
    let mut package = zip::ZipArchive::new(File::open(book).expect("the workbook")).expect("a package");
    let mut xml = String::new();
    package.by_name("xl/worksheets/sheet2.xml").expect("the sheet").read_to_string(&mut xml).expect("text");
    let rows = xml.split("<row ").skip(1);
    rows.map(|row| row.split("<c r=\"").skip(1).map(cell).collect()).collect()
}

fn cell(xml: &str) -> Cell {
    let letters = xml.chars().take_while(char::is_ascii_uppercase);
    let column = letters.fold(0, |column, letter| column * 26 + letter as u16 - u16::from(b'A') + 1) - 1;
    let style = between(xml, "s=\"", "\"").map_or(0, |style| style.parse().expect("a style"));
    let value = between(xml, "<v>", "</v>");
    let content = match (between(xml, "<f>", "</f>"), value) {
        (Some(formula), value) => Content::Formula(plain(formula), plain(value.unwrap_or_default())),
        (None, Some(value)) if xml.contains("t=\"b\"") => Content::Boolean(value == "1"),
        (None, Some(value)) => Content::Number(value.parse().expect("a number")),
        (None, None) => between(xml, "<t", "</t>")
            .map_or(Content::Blank, |text| Content::Text(plain(text.split_once('>').map_or("", |(_, text)| text)))),
    };
    Cell { column, style, content }
}

fn between<'x>(xml: &'x str, start: &str, end: &str) -> Option<&'x str> {
    let (_, rest) = xml.split_once(start)?;
    rest.split_once(end).map(|(inside, _)| inside)
}

fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
