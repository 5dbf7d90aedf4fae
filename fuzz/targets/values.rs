//! Values under headers of every kind: each line is a value, and stands in every column.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use outsift::problem::Problems;
use outsift::rulebook::{self, Rulebook};
use outsift::{assessment, inventory, table};

static RULES: LazyLock<Rulebook> = LazyLock::new(rulebook::load_default);

const HEADER: &str = "Function;Strategic value;Integration;Repetitiveness;Annual volume;Specialisation;Nature of work;\
    Frequency;Control wanted;FTE;Annual cost (EUR);Demand variability;Customer facing;Last reviewed\n";

fuzz_target!(|text: &str| {
    let mut file = HEADER.to_owned();
    for (i, value) in text.lines().take(20).enumerate() {
        let value = format!(";\"{}\"", value.replace('"', "\"\"").replace('\0', ""));
        file.push_str(&format!("Function {i}{}\n", value.repeat(13)));
    }
    let mut problems = Problems::default();
    let book = table::parse(Path::new("fuzz.csv"), file.as_bytes(), &table::Manner::default(), &mut problems);
    let Ok(book) = book else { return };
    if let Ok(inventory) = inventory::map(&RULES, &book, &[], &mut problems) {
        let _ = assessment::assess(&RULES, &inventory);
    }
});
