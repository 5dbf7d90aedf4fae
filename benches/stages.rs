//! How long each stage of a run takes: `cargo bench --bench stages`.

use std::io::Cursor;

use divan::Bencher;
use divan::counter::ItemsCount;
use outsift::problem::Problems;
use outsift::report::pdf;
use outsift::report::record;
use outsift::report::workbook;
use outsift::run::{self, Job, Judgement};
use outsift::{assessment, inventory, portfolio, rulebook, table};

mod generated;

const ROWS: [u32; 2] = [1_000, 100_000];

fn main() {
    divan::main();
}

fn job(rows: u32) -> Job {
    Job::new(generated::inventory(rows), jiff::civil::date(2026, 1, 31))
}

/// Measures something that needs a judged inventory.
fn judged(bencher: Bencher, rows: u32, work: impl Fn(&Judgement)) {
    of_job(bencher, rows, &job(rows), work);
}

fn of_job(bencher: Bencher, rows: u32, job: &Job, work: impl Fn(&Judgement)) {
    let outcome = run::judge(job, &|_| (), |judgement| {
        bencher.counter(ItemsCount::new(rows)).bench_local(|| work(judgement));
        Ok(())
    });
    outcome.expect("a generated inventory can be judged");
}

#[divan::bench]
fn load_rulebook() -> rulebook::Rulebook {
    rulebook::load_default()
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn read(bencher: Bencher, rows: u32) {
    let path = generated::inventory(rows);
    bencher
        .counter(ItemsCount::new(rows))
        .bench(|| table::read(&path, &table::Manner::default(), &mut Problems::default()));
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn understand(bencher: Bencher, rows: u32) {
    let rules = rulebook::load_default();
    let book = table::read(&generated::inventory(rows), &table::Manner::default(), &mut Problems::default())
        .expect("a workbook");
    bencher
        .counter(ItemsCount::new(rows))
        .bench(|| inventory::map(&rules, &book, &[], &mut Problems::default()).expect("an inventory").functions.len());
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn assess(bencher: Bencher, rows: u32) {
    judged(bencher, rows, |j| drop(divan::black_box(assessment::assess(j.rulebook, j.inventory))));
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn summarise(bencher: Bencher, rows: u32) {
    judged(bencher, rows, |j| drop(divan::black_box(portfolio::summarise(j.rulebook, j.inventory, j.assessed))));
}

/// The same where hardly two functions hold the same evidence, so that each is judged by itself.
#[divan::bench(args = ROWS, sample_count = 10)]
fn assess_all_different(bencher: Bencher, rows: u32) {
    let job = Job::new(generated::all_different(rows), jiff::civil::date(2026, 1, 31));
    of_job(bencher, rows, &job, |j| drop(divan::black_box(assessment::assess(j.rulebook, j.inventory))));
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn summarise_all_different(bencher: Bencher, rows: u32) {
    let job = Job::new(generated::all_different(rows), jiff::civil::date(2026, 1, 31));
    of_job(bencher, rows, &job, |j| drop(divan::black_box(portfolio::summarise(j.rulebook, j.inventory, j.assessed))));
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn write_workbook(bencher: Bencher, rows: u32) {
    judged(bencher, rows, |j| {
        workbook::write(j.report, &mut Cursor::new(Vec::new())).expect("memory takes it");
    });
}

/// 60 functions within 15 ms and 10,000 within 150 ms are what a reader should wait for at most.
#[divan::bench(args = [60, 1_000, 10_000, 100_000], sample_count = 10)]
fn write_pdf(bencher: Bencher, rows: u32) {
    judged(bencher, rows, |j| drop(divan::black_box(pdf::write(&j.report.summary, j.design))));
}

#[divan::bench(args = ROWS, sample_count = 10)]
fn write_record(bencher: Bencher, rows: u32) {
    judged(bencher, rows, |j| {
        record::write(j.report, j.problems, j.run, &|| Ok(Vec::new()), &mut Vec::new()).expect("memory takes it");
    });
}
