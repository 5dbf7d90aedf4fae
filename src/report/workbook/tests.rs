//! The workbook as other programs read it.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Seek, Write};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx};

use super::kit::book::WriteError;
use super::write::write;
use crate::report::tests::with_report_by;
use crate::report::view::report::Report;
use crate::rulebook;

fn with_report<T>(input: &Path, then: impl FnOnce(&Report) -> T) -> T {
    with_report_by(&rulebook::load_default(), input, |report, _| then(report))
}

fn written(report: &Report) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    write(report, &mut bytes).expect("the workbook can be written");
    bytes.into_inner()
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/portfolio.xlsx")
}

fn file_of(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".csv").tempfile().expect("there is room for a file");
    std::fs::write(file.path(), text).expect("the file can be written");
    file
}

/// The values of a sheet by their addresses.
fn cells(bytes: &[u8], sheet: &str) -> BTreeMap<(u32, u32), Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("it is a workbook");
    let range = book.worksheet_range(sheet).expect("it has the sheet");
    let (row0, column0) = range.start().unwrap_or_default();
    range
        .used_cells()
        .map(|(row, column, value)| ((row0 + row as u32, column0 + column as u32), value.clone()))
        .collect()
}

#[test]
fn every_cell_of_the_sample_keeps_its_address_and_type() {
    let original = cells(&std::fs::read(sample()).expect("the sample is there"), "Functions");
    let bytes = with_report(&sample(), written);
    let assessed = cells(&bytes, "Assessment");
    for (address, value) in &original {
        assert_eq!(assessed.get(address), Some(value), "at {address:?}");
    }
    let right_of = original.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    assert_eq!(assessed.get(&(0, right_of)), Some(&Data::String("Verdict".to_owned())));
    let added_to_the_left = assessed.keys().filter(|at| at.1 < right_of && !original.contains_key(at)).count();
    assert_eq!(added_to_the_left, 0);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let [first, second] = [(); 2].map(|()| with_report(&sample(), written));
    assert!(first == second);
}

#[test]
fn sheets_are_in_reading_order() {
    let bytes = with_report(&sample(), written);
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    assert_eq!(
        book.sheet_names(),
        [
            "Summary",
            "Verdicts",
            "Assessment",
            "Review",
            "Heat map",
            "Risks",
            "What to ask",
            "Criteria",
            "Data quality",
            "About",
            "Rulebook"
        ]
    );
}

#[test]
fn titles_blank_rows_totals_and_formulas_stay_what_they_were() {
    let input = file_of(
        "Inventory of functions,,\n,,\nFunction,Volume,Specialisation\n=HYPERLINK(\"x\"),High,Low\n,,\n+1 payroll,Low, _x0041_ \nTotal,,\n",
    );
    let sheet = cells(&with_report(input.path(), written), "Assessment");
    let text = |row, column| match sheet.get(&(row, column)) {
        Some(Data::String(text)) => text.as_str(),
        _ => "",
    };
    assert_eq!(text(0, 0), "Inventory of functions");
    assert_eq!(text(3, 0), "=HYPERLINK(\"x\")");
    assert_eq!(text(5, 0), "+1 payroll");
    assert_eq!((text(2, 3), text(4, 3), text(6, 3)), ("Verdict", "excluded: blank row", "excluded: total row"));
}

#[test]
fn a_table_that_leaves_no_room_is_refused() {
    let header: Vec<String> = (1..16_384).map(|i| format!("c{i}")).collect();
    let input = file_of(&format!("Function,Volume,{}\nPayroll,High{}\n", header[2..].join(","), ",".repeat(16_381)));
    with_report(input.path(), |report| match write(report, Cursor::new(Vec::new())) {
        Err(error @ WriteError::TooLarge { .. }) => {
            let message = error.to_string();
            assert!(message.contains("an Excel sheet holds 1,048,576 rows and 16,384 columns"), "{message}");
        }
        other => panic!("expected a refusal, got {other:?}"),
    });
}

/// A disk that is full after so many bytes.
struct FullAfter(usize, Cursor<Vec<u8>>);

impl Write for FullAfter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.1.position() as usize + bytes.len() > self.0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.1.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for FullAfter {
    fn seek(&mut self, position: io::SeekFrom) -> io::Result<u64> {
        self.1.seek(position)
    }
}

#[test]
fn a_full_disk_is_an_error_wherever_it_is_full() {
    with_report(&sample(), |report| {
        let length = written(report).len();
        for room in (0..length).step_by(length / 40).chain([length - 1]) {
            match write(report, FullAfter(room, Cursor::default())) {
                Err(WriteError::Io(error)) => assert_eq!(error.kind(), io::ErrorKind::StorageFull),
                other => panic!("expected a full disk after {room} bytes, got {other:?}"),
            }
        }
        assert!(write(report, FullAfter(length, Cursor::default())).is_ok());
    });
}
