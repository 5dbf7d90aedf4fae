//! Inventories of any size, made from a seed: 20 columns of the kinds that real ones have, with gaps.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

/// What the columns are called; the first seven that hold levels decide.
const HEADERS: [&str; 20] = [
    "Function ID",
    "Function name",
    "Department",
    "Location",
    "Process owner",
    "Current provider",
    "FTE",
    "Annual cost (USD)",
    "Strategic value",
    "Integration",
    "Repetitiveness",
    "Annual volume",
    "Specialisation",
    "Nature of work",
    "Frequency",
    "Control wanted",
    "Demand variability",
    "Customer facing",
    "Criticality",
    "Last reviewed",
];

/// The inventory of that many rows, made where it is not there yet.
pub(crate) fn inventory(rows: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("inventory-{rows}.xlsx"));
    if !path.exists() {
        let unfinished = path.with_extension("tmp");
        write(&unfinished, rows);
        std::fs::rename(&unfinished, &path).expect("the inventory can be renamed");
    }
    path
}

fn write(path: &Path, rows: u32) {
    let mut random = fastrand::Rng::with_seed(20);
    let mut book = Workbook::new();
    let (money, date) = (Format::new().set_num_format("#,##0"), Format::new().set_num_format("yyyy-mm-dd"));
    // Texts shared between cells, as Excel writes them.
    let sheet = book.add_worksheet_with_low_memory().expect("a sheet");
    for (column, header) in HEADERS.iter().enumerate() {
        sheet.write(0, column as u16, *header).expect("a header");
    }
    for row in 1..=rows {
        let number = row;
        let mut text = |column: u16, text: &str| {
            sheet.write(row, column, text).expect("a cell");
        };
        text(0, &format!("F-{number:07}"));
        text(1, &format!("{} {number}", ["Payroll", "Audit", "Support", "Testing", "Cleaning"][random.usize(0..5)]));
        text(2, ["Finance", "IT", "Human resources", "Operations"][random.usize(0..4)]);
        text(3, ["Austin", "Lyon", "Pune", "Kraków", "Porto"][random.usize(0..5)]);
        text(4, &format!("Owner {}", random.u16(0..500)));
        text(5, ["In-house", "Both", "Northwind Services"][random.usize(0..3)]);
        for column in [8, 9, 10, 12, 15, 16, 18] {
            if random.u8(0..10) > 0 {
                text(column, ["High", "Medium", "Low"][random.usize(0..3)]);
            }
        }
        text(13, ["Ongoing", "Seasonal", "Project"][random.usize(0..3)]);
        text(14, ["Daily", "Monthly", "Yearly"][random.usize(0..3)]);
        text(17, ["Yes", "No"][random.usize(0..2)]);
        sheet.write(row, 6, f64::from(random.u16(0..400)) / 10.0).expect("a cell");
        sheet.write_with_format(row, 7, f64::from(random.u32(10_000..5_000_000)), &money).expect("a cell");
        sheet.write(row, 11, f64::from(random.u32(0..40_000))).expect("a cell");
        sheet.write_with_format(row, 19, f64::from(random.u32(44_000..46_000)), &date).expect("a cell");
    }
    book.save(path).expect("the inventory can be written");
}

/// An inventory of that many rows in CSV of which hardly two hold the same evidence: ratings from 0 to 100, with gaps.
#[allow(dead_code)]
pub(crate) fn all_different(rows: u32) -> PathBuf {
    const RATED: [&str; 6] =
        ["Strategic value", "Integration", "Repetitiveness", "Volume", "Specialisation", "Control wanted"];
    let mut random = fastrand::Rng::with_seed(21);
    let mut text = String::from("Function ID,Function");
    for rated in RATED {
        text.extend([",", rated, " (0-100)"]);
    }
    text.push_str(",Nature\n");
    for row in 1..=rows {
        let number = row.to_string();
        text.extend(["F-", &number, ",Work ", &number]);
        for _ in RATED {
            text.push(',');
            if random.u8(0..10) > 0 {
                text.push_str(&random.u8(0..=100).to_string());
            }
        }
        text.extend([",", ["Ongoing", "Seasonal", "Project"][random.usize(0..3)], "\n"]);
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("all-different-{rows}.csv"));
    std::fs::write(&path, text).expect("the inventory can be written");
    path
}
