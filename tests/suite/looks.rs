//! What people have marked in their inventory is still there on the assessment sheet, whatever format it came in.

use std::ffi::OsStr;
use std::path::Path;

use tempfile::TempDir;

use crate::harness::{assess, checked, has, has_module, path};
use crate::workbook_rules::saved_by_libreoffice;

#[track_caller]
fn check(inventory: &Path, kept: &str) {
    let assessed = assess(inventory, &[]);
    let workbook = assessed.workbook();
    let script = path("tests/suite/looks.py");
    let arguments = [script.as_os_str(), OsStr::new("check"), workbook.as_os_str(), OsStr::new(kept)];
    assert_eq!(checked("python3", &arguments), "the looks are kept\n", "{}", inventory.display());
}

/// Colours, letters, notes, links, widths and number formats are kept as far as the format lets them be read; what is merged
/// is repeated, what was hidden is folded or shown, and what is lost is said.
#[test]
fn marks_of_the_inventory_are_kept() {
    if !has("python3") || !has_module("openpyxl") {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let inventory = folder.path().join("marked.xlsx");
    let script = path("tests/suite/looks.py");
    checked("python3", &[script.as_os_str(), OsStr::new("make"), inventory.as_os_str()]);
    check(&inventory, "all");
    if has("soffice") {
        for (filter, kept) in [("ods", "all"), ("xls:MS Excel 97", "numbers")] {
            let (_folder, saved) = saved_by_libreoffice(std::slice::from_ref(&inventory), filter);
            check(&saved[0], kept);
        }
    }
}
