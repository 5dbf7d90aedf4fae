//! Delimited text, as far as the inventory in it.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use outsift::problem::Problems;
use outsift::rulebook::{self, Rulebook};
use outsift::{inventory, table};

static RULES: LazyLock<Rulebook> = LazyLock::new(rulebook::load_default);

fuzz_target!(|data: &[u8]| {
    // Containers are for the other target.
    if data.starts_with(b"PK") || data.starts_with(&[0xD0, 0xCF]) {
        return;
    }
    let mut problems = Problems::default();
    if let Ok(mut book) = table::parse(Path::new("fuzz.csv"), data, &table::Manner::default(), &mut problems) {
        inventory::join_sheets(&inventory::Naming::of(&RULES), &mut book, &mut problems);
        let _ = inventory::map(&RULES, &book, &[], &mut problems);
    }
});
