//! The whole job as a process, against a floor measured in the same run: `cargo bench --bench whole_job`.
//!
//! The floor is what reading and writing alone cost with the libraries in use: on one thread calamine streams every cell
//! of the inventory, on the other `rust_xlsxwriter` writes as many cells as the annotated workbook has, in constant memory
//! at deflate level 3. Nothing is decided, no PDF and no record is made. The bare read is its first half alone.
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

use measured::Measured;

/// More than anything takes.
const LONGEST: Measured = Measured { wall: Duration::MAX, processor: Duration::MAX, peak: 0 };

/// Columns of the inventory, of the numbers and of the texts that the annotated workbook adds.
const ORIGINAL: u16 = 20;
const NUMBERS: u16 = 9;
const TEXTS: u16 = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, input, output, rows] = arguments.as_slice()
        && ["floor", "read"].contains(&mode.as_str())
    {
        let (input, rows) = (Path::new(input), rows.parse().expect("a number of rows"));
        return if mode == "read" { read(input, rows, |_| ()) } else { floor(input, Path::new(output), rows) };
    }
    let baseline = std::env::var_os("OUTSIFT_BASELINE");
    let last = if baseline.is_some() { "  baseline" } else { "" };
    println!(
        "{:>10}  {:>18}  {:>18}  {:>18}  {:>11}  {:>11}{last}",
        "rows", "bare read", "floor", "outsift", "of the read", "peak memory"
    );
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
    let [mut read, mut floor, mut job, mut earlier] = [LONGEST; 4];
    for _ in 0..runs {
        for (mode, least) in [("read", &mut read), ("floor", &mut floor)] {
            let mut command = Command::new(std::env::current_exe().expect("this program"));
            command.arg(mode).args([&input, &output]).arg(rows.to_string());
            *least = (*least).min(measured::timed(command));
        }
        job = job.min(assess(env!("CARGO_BIN_EXE_outsift").as_ref()));
        if let Some(baseline) = baseline {
            earlier = earlier.min(assess(baseline));
        }
    }
    let seconds = |of: &Measured| format!("{:.3} s ({:.2} s)", of.wall.as_secs_f64(), of.processor.as_secs_f64());
    let share = |of: &Measured| {
        let wall = job.wall.as_secs_f64() / of.wall.as_secs_f64();
        (wall, job.processor.as_secs_f64() / of.processor.as_secs_f64().max(0.001))
    };
    let (wall, processor) = share(&read);
    println!(
        "{rows:>10}  {:>18}  {:>18}  {:>18}  {wall:>4.2} ({processor:.2})  {:>7} MiB{}",
        seconds(&read),
        seconds(&floor),
        seconds(&job),
        job.peak / 1024,
        if baseline.is_some() { format!("  {:>8.2}", share(&earlier).0) } else { String::new() }
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
    read(input, rows, |row| sender.send(row).expect("the writer listens"));
    drop(sender);
    writer.join().expect("the writer ends");
}

/// Streams every cell of an inventory, and says where a row begins.
fn read(input: &Path, rows: u32, mut at_row: impl FnMut(u32)) {
    let mut book: Xlsx<_> = calamine::open_workbook(input).expect("a workbook");
    let name = book.sheet_names()[0].clone();
    let mut cells = book.worksheet_cells_reader(&name).expect("a sheet");
    let mut last = u32::MAX;
    while let Some(cell) = cells.next_cell().expect("a cell") {
        let row = cell.get_position().0;
        if row != last {
            at_row(row);
            last = row;
        }
    }
    assert_eq!(last, rows, "every row was read");
}
