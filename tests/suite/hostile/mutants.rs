//! Mutants of small workbooks in all formats: each comes to a result or to a clean message, in time and within memory.
//!
//! A batch is a process of its own, this test binary once more, so that an endless loop, an abort or a hunger for memory is
//! seen from outside and known by the number of its mutant. The seed of a mutant is its number: a finding is repeated with
//! `MUTANTS=1234..1235`, and a longer hunt is `MUTANTS=0..100000`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use outsift::problem::{Problems, Severity};
use outsift::{inventory, rulebook, table};
use parquet::basic::Compression;
use parquet::file::properties::WriterVersion;
use tempfile::TempDir;

use super::columnar;
use super::forge::{self, Part, part};
use crate::harness::path;

/// How many mutants are made, in two batches at a time.
const MUTANTS: u64 = 3_000;
/// How long one may take; the slowest needs a hundredth of it.
const DEADLINE: Duration = Duration::from_secs(30);
/// How much memory a batch may ask for, in KiB.
const MEMORY: u32 = 4 << 20;
/// What a batch prints before each mutant.
const MARK: &str = "mutant ";

#[test]
fn each_mutant_comes_to_a_result_or_a_message() {
    let all = asked().unwrap_or(0..MUTANTS);
    let middle = all.start + (all.end - all.start) / 2;
    std::thread::scope(|scope| {
        let first = scope.spawn(|| run_batch(all.start..middle));
        let second = run_batch(middle..all.end);
        let failures = [first.join().expect("a batch"), second].concat();
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

/// The mutants that are asked for from outside.
fn asked() -> Option<Range<u64>> {
    let asked = std::env::var("MUTANTS").ok()?;
    let (start, end) = asked.split_once("..")?;
    Some(start.parse().ok()?..end.parse().ok()?)
}

/// Runs mutants in a process of its own, and goes on behind each that it does not survive; gives what was wrong.
fn run_batch(mut mutants: Range<u64>) -> Vec<String> {
    let mut failures = Vec::new();
    while !mutants.is_empty() {
        let program = std::env::current_exe().expect("this program");
        let limited = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
        let mut command = if cfg!(target_os = "linux") { Command::new("sh") } else { Command::new(&program) };
        if cfg!(target_os = "linux") {
            command.args(["-c", &limited]).arg(&program);
        }
        let mut child = command
            .args(["--exact", "hostile::mutants::batch", "--ignored", "--nocapture"])
            .env("MUTANTS", format!("{}..{}", mutants.start, mutants.end))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (sender, lines) = mpsc::channel();
        let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        std::thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut stderr = child.stderr.take().expect("a pipe");
        let stderr = std::thread::spawn(move || {
            let mut said = String::new();
            let _ = stderr.read_to_string(&mut said);
            said
        });
        let mut at = mutants.start;
        let in_time = loop {
            match lines.recv_timeout(DEADLINE) {
                Ok(line) => at = line.rsplit(MARK).next().and_then(|n| n.parse().ok()).unwrap_or(at),
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
        };
        let _ = if in_time { Ok(()) } else { child.kill() };
        let status = child.wait().expect("a child");
        if in_time && status.success() {
            assert_eq!(at + 1, mutants.end, "a batch ends with its last mutant");
            break;
        }
        let why = if in_time { format!("{status}") } else { format!("takes more than {DEADLINE:?}") };
        failures.push(format!("mutant {at}: {why}\n{}", stderr.join().expect("a thread")));
        mutants.start = at + 1;
    }
    failures
}

#[test]
#[ignore = "a batch of mutants, which the test above runs in a process of its own"]
fn batch() {
    let rules = rulebook::load_default();
    let (folder, seeds) = (TempDir::new().expect("a folder"), seeds());
    // The panics of parsers are caught where they are called; nobody wants to read them.
    std::panic::set_hook(Box::new(|_| ()));
    for number in asked().expect("a range") {
        println!("{MARK}{number}");
        std::io::stdout().flush().expect("a pipe");
        let file = folder.path().join(format!("mutant-{number}"));
        fs::write(&file, mutant(&seeds, number)).expect("a file");
        let read = std::panic::catch_unwind(|| read(&rules, &file));
        match read {
            Ok(Ok(())) => {}
            Ok(Err(why)) => panic_loudly(&format!("mutant {number}: {why}")),
            Err(_) => panic_loudly(&format!("mutant {number} panics")),
        }
        fs::remove_file(file).expect("the file");
    }
}

fn panic_loudly(why: &str) -> ! {
    eprintln!("{why}");
    std::process::exit(3);
}

/// Reads a mutant as far as its inventory; what is refused has to be an error with a mend.
fn read(rules: &rulebook::Rulebook, file: &Path) -> Result<(), String> {
    let mut problems = Problems::default();
    let refused = match table::read(file, &table::Manner::default(), &mut problems) {
        Ok(mut book) => {
            inventory::join_sheets(&inventory::Naming::of(rules), &mut book, &mut problems);
            inventory::map(rules, &book, &[], &mut problems).err()
        }
        Err(problem) => Some(problem),
    };
    match refused {
        Some(problem) if problem.severity != Severity::Error || problem.help.is_none() => Err(problem.to_string()),
        _ => Ok(()),
    }
}

/// What is mutated: a file as it is, or the parts of a container, so that a mutation reaches what is packed in it.
enum Seed {
    File(Vec<u8>),
    Parts(Vec<Part>),
}

fn seeds() -> Vec<Seed> {
    let sample = |name: &str| fs::read(path("tests/suite/inventories").join(name)).expect("an inventory");
    let forged = forge::xlsx(
        "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>High</t></is></c>\
         <c r=\"C2\"><f>1+1</f><v>2</v></c></row>",
    );
    let rows = [forge::row_head(1, 0), forge::text_cell(0, "Payroll"), forge::text_cell(1, "High")].concat();
    let old = forge::xls(&[], &[forge::label(1, 0, "Payroll"), forge::label(1, 1, "High")].concat());
    let mut seeds = vec![
        Seed::Parts(forged.parts()),
        Seed::File(forged.file()),
        Seed::Parts(forge::xlsb(&[], &rows)),
        Seed::File(old),
        Seed::File(columnar::small(Compression::UNCOMPRESSED, WriterVersion::PARQUET_1_0)),
        Seed::File(columnar::small(Compression::SNAPPY, WriterVersion::PARQUET_2_0)),
        Seed::File(forge::ods(&forge::ods_row(&["Payroll", "2"]))),
    ];
    for name in [
        "rich-text-and-links.xlsx",
        "merged-header.xlsx",
        "merged-header-xlsb.xlsb",
        "merged-header-ods.ods",
        "dates-ods.ods",
        "formulas-with-results.xlsx",
    ] {
        seeds.push(Seed::Parts(unpacked(&sample(name))));
        seeds.push(Seed::File(sample(name)));
    }
    for name in [
        "merged-header-xls.xls",
        "error-cells-xls.xls",
        "dates-from-1904-xls.xls",
        "utf-16.csv",
        "german.csv",
        "questions-as-headers.csv",
        "money.csv",
    ] {
        seeds.push(Seed::File(sample(name)));
    }
    seeds
}

fn unpacked(file: &[u8]) -> Vec<Part> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).expect("a zip container");
    (0..archive.len())
        .map(|i| {
            let mut entry = archive.by_index(i).expect("a part");
            let mut data = Vec::new();
            entry.read_to_end(&mut data).expect("the part");
            part(entry.name().expect("a name").as_ref(), data)
        })
        .collect()
}

/// A mutant by its number.
fn mutant(seeds: &[Seed], number: u64) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(number);
    match &seeds[number as usize % seeds.len()] {
        Seed::File(bytes) => {
            let mut bytes = bytes.clone();
            mutate(&mut bytes, &mut random);
            bytes
        }
        Seed::Parts(parts) => {
            let mut parts = parts.clone();
            for _ in 0..random.usize(1..3) {
                let at = random.usize(0..parts.len());
                mutate(&mut parts[at].data, &mut random);
            }
            forge::zip(&parts)
        }
    }
}

/// Values at the edge of what something can hold.
const EDGES: [u32; 8] = [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF];

/// Texts that mean something to some parser.
const WORDS: [&str; 16] = [
    "4294967296",
    "-1",
    "1e999",
    "NaN",
    "\"",
    "<",
    "<!--",
    "<![CDATA[",
    "&#0;",
    "\0",
    "\u{feff}",
    "_x001B_",
    "XFD1048576",
    "</c>",
    "0000000000",
    "=1+1",
];

/// Changes a few things.
fn mutate(bytes: &mut Vec<u8>, random: &mut fastrand::Rng) {
    for _ in 0..random.usize(1..6) {
        if bytes.is_empty() {
            return;
        }
        let at = random.usize(0..bytes.len());
        let end = (at + 1 + random.usize(0..64)).min(bytes.len());
        match random.u8(0..10) {
            0 | 1 => bytes[at] ^= 1 << random.u8(0..8),
            2 => bytes[at] = random.u8(..),
            3 => {
                bytes.drain(at..end);
            }
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = random.usize(0..=bytes.len());
                bytes.splice(to..to, piece);
            }
            5 => bytes.truncate(at),
            6 | 7 => {
                let edge = random.choice(EDGES).unwrap_or_default().to_le_bytes();
                for (byte, new) in bytes[at..].iter_mut().zip(&edge[..random.usize(1..=4)]) {
                    *byte = *new;
                }
            }
            8 => {
                let word = random.choice(WORDS).unwrap_or_default().bytes();
                bytes.splice(at..at, word);
            }
            _ => change_digits(bytes, at, random),
        }
    }
}

/// Puts another number in the place of the next one that is written in digits.
fn change_digits(bytes: &mut Vec<u8>, at: usize, random: &mut fastrand::Rng) {
    let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|from| at + from) else { return };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = random.u64(..) >> random.u32(0..64);
    bytes.splice(start..start + length, number.to_string().into_bytes());
}
