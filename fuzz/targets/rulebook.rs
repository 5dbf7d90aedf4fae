//! The rulebook's file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use outsift::rulebook;

fuzz_target!(|text: &str| {
    match rulebook::load("fuzz.toml", text) {
        Ok(_) => {}
        Err(problems) => assert!(!problems.is_empty(), "a rulebook is refused for a reason"),
    }
});
