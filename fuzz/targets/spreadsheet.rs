//! Workbooks: whole files, and what stands in their parts. The first byte says which part the rest is.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use outsift::problem::Problems;
use outsift::table;

#[allow(dead_code)]
#[path = "../../tests/suite/hostile/forge.rs"]
mod forge;

fuzz_target!(init: catch_panics_of_parsers(), |data: &[u8]| {
    let Some((kind, rest)) = data.split_first() else { return };
    let in_xlsx = |part: &str| forge::xlsx("").with(part, |part| part.data = rest.to_vec());
    let in_xlsb = |name: &str| {
        let mut parts = forge::xlsb(&[], &[]);
        parts.retain(|part| part.name != name);
        parts.push(forge::part(name, rest));
        forge::zip(&parts)
    };
    let file = match kind {
        1 => in_xlsx("xl/worksheets/sheet1.xml"),
        2 => in_xlsx("xl/sharedStrings.xml"),
        3 => in_xlsx("xl/workbook.xml"),
        4 => in_xlsb("xl/worksheets/sheet1.bin"),
        5 => in_xlsb("xl/sharedStrings.bin"),
        6 => forge::compound("Workbook", &rest[..rest.len().min(60_000)]),
        7 => forge::ods_file(&String::from_utf8_lossy(rest)),
        _ => data.to_vec(),
    };
    let _ = table::parse(Path::new("fuzz.xlsx"), &file, &table::Manner::default(), &mut Problems::default());
});

/// A panic of a parser is caught where the parser is called. The fuzzer would end at it, so it gets to see only those that
/// are not caught there.
fn catch_panics_of_parsers() {
    std::panic::set_hook(Box::new(|_| ()));
}
