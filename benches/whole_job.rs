//! The whole job as a process, against a floor measured in the same run: `cargo bench --bench whole_job`.
//!
//! The floor is what reading and writing alone cost with the libraries in use: on one thread calamine streams every cell
//! of the inventory, on the other `rust_xlsxwriter` writes as many cells as the annotated workbook has, in constant memory
//! at deflate level 3. Nothing is decided, no PDF and no record is made.
//!
//! `OUTSIFT_BASELINE` may name another build of the program, such as one of an earlier commit: it runs by turns with this
//! one, and the last column is this one's time as a share of its.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use calamine::{Reader, Xlsx};
use rust_xlsxwriter::Workbook;

mod generated;
mod measured;

/// Columns of the inventory, of the numbers and of the texts that the annotated workbook adds.
const ORIGINAL: u16 = 20;
const NUMBERS: u16 = 9;
const TEXTS: u16 = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, input, output, rows] = arguments.as_slice()
        && mode == "floor"
    {
        return floor(Path::new(input), Path::new(output), rows.parse().expect("a number of rows"));
    }
    let baseline = std::env::var_os("OUTSIFT_BASELINE");
    let last = if baseline.is_some() { "  baseline" } else { "" };
    println!("{:>10}  {:>9}  {:>9}  {:>7}  {:>13}{last}", "rows", "floor", "outsift", "ratio", "peak memory");
    for (rows, runs) in [(20, 20), (1_000, 5), (100_000, 5), (1_000_000, 1)] {
        measure(rows, runs, baseline.as_deref());
    }
}

/// Runs floor and job by turns, and prints the fastest of each.
fn measure(rows: u32, runs: usize, baseline: Option<&OsStr>) {
    let input = generated::inventory(rows);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let output = folder.path().join("floor.xlsx");
    let assess = |program: &OsStr| {
        let mut command = Command::new(program);
        command.arg("assess").arg(&input).arg("-o").arg(folder.path()).args(["--date", "2026-01-31"]);
        measured::timed(command)
    };
    let [mut floor, mut job, mut earlier] = [(Duration::MAX, 0); 3];
    for _ in 0..runs {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg("floor").args([&input, &output]).arg(rows.to_string());
        floor = floor.min(measured::timed(command));
        job = job.min(assess(env!("CARGO_BIN_EXE_outsift").as_ref()));
        if let Some(baseline) = baseline {
            earlier = earlier.min(assess(baseline));
        }
    }
    let share = job.0.as_secs_f64() / earlier.0.as_secs_f64();
    println!(
        "{rows:>10}  {:>7.3} s  {:>7.3} s  {:>7.2}  {:>9} MiB{}",
        floor.0.as_secs_f64(),
        job.0.as_secs_f64(),
        job.0.as_secs_f64() / floor.0.as_secs_f64(),
        job.1 / 1024,
        if baseline.is_some() { format!("  {share:>8.2}") } else { String::new() }
    );
}

fn floor(input: &Path, output: &Path, rows: u32) {
    let (sender, receiver) = sync_channel::<u32>(64);
    let writer = std::thread::spawn({
        let output = output.to_owned();
        move || {
            let mut book = Workbook::new();
            book.set_zip_compression_level(3);
            let sheet = book.add_worksheet_with_constant_memory().expect("a sheet");
            for row in receiver {
                for column in 0..ORIGINAL / 2 + TEXTS {
                    sheet.write(row, column, "a text of some length").expect("a cell");
                }
                for column in 0..ORIGINAL / 2 + NUMBERS {
                    sheet.write(row, ORIGINAL / 2 + TEXTS + column, f64::from(row) * 0.5).expect("a cell");
                }
            }
            book.save(output).expect("the workbook can be written");
        }
    });
    let mut book: Xlsx<_> = calamine::open_workbook(input).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).expect("a sheet");
    let mut last = u32::MAX;
    while let Some(cell) = cells.next_cell().expect("a cell") {
        let row = cell.get_position().0;
        if row != last {
            sender.send(row).expect("the writer listens");
            last = row;
        }
    }
    drop(sender);
    writer.join().expect("the writer ends");
    assert_eq!(last, rows, "every row was read");
}
