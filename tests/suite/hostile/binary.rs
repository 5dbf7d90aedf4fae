//! The records of .xlsb workbooks.

use super::Case;
use super::forge::{Part, numbers, record, row_head, text_cell, xlsb, zip};

fn file(rows: &[&[u8]]) -> Vec<u8> {
    zip(&xlsb(&[], &rows.concat()))
}

fn with(name: &str, change: impl Fn(&mut Part)) -> Vec<u8> {
    let mut parts = xlsb(&[], &[row_head(1, 0), text_cell(0, "Payroll")].concat());
    parts.iter_mut().filter(|part| part.name == name).for_each(change);
    zip(&parts)
}

pub fn cases() -> Vec<Case> {
    let name = || text_cell(0, "Payroll");
    let cell = |kind: u16, column: u32, data: &[u8]| record(kind, &[&numbers(&[column, 0]), data].concat());
    let real = |column: u32, value: f64| cell(5, column, &value.to_le_bytes());
    let error = |kind: u16, code: u8| cell(kind, 1, &[code, 0, 0, 0, 0, 0, 0, 0, 0]);
    let hidden = record(60, &[&numbers(&[1, 16383, 0, 0])[..], &[1, 0]].concat());
    let sheet = "xl/worksheets/sheet1.bin";
    vec![
        ("plain.xlsb", file(&[&row_head(1, 0), &name(), &real(1, 2.5)])),
        ("hidden-row.xlsb", file(&[&row_head(1, 0x10), &name(), &row_head(2, 0), &name()])),
        ("hidden-column.xlsb", zip(&xlsb(&hidden, &[row_head(1, 0), name(), real(1, 2.0)].concat()))),
        ("row-beyond.xlsb", file(&[&row_head(1 << 20, 0), &name()])),
        ("row-far-beyond.xlsb", file(&[&row_head(u32::MAX, 0), &name()])),
        ("column-beyond.xlsb", file(&[&row_head(1, 0), &text_cell(16_384, "x")])),
        ("column-far-beyond.xlsb", file(&[&row_head(1, 0), &text_cell(u32::MAX, "x")])),
        ("cells-out-of-order.xlsb", file(&[&row_head(1, 0), &real(1, 2.0), &name()])),
        ("cell-twice.xlsb", file(&[&row_head(1, 0), &name(), &name()])),
        ("rows-out-of-order.xlsb", file(&[&row_head(2, 0), &name(), &row_head(1, 0), &name()])),
        ("short-cells.xlsb", file(&[&row_head(1, 0), &record(17, &[0, 0, 0, 0, 1, 0, 0, 0, 65, 0])])),
        ("error.xlsb", file(&[&row_head(1, 0), &name(), &error(3, 0x17)])),
        ("unknown-error.xlsb", file(&[&row_head(1, 0), &name(), &error(3, 0x99)])),
        ("error-of-a-formula.xlsb", file(&[&row_head(1, 0), &name(), &error(11, 0x07)])),
        ("formatted-text.xlsb", file(&[&row_head(1, 0), &name(), &cell(62, 1, &[0, 1, 0, 0, 0, 65, 0])])),
        ("not-a-number.xlsb", file(&[&row_head(1, 0), &name(), &real(1, f64::NAN)])),
        ("infinite.xlsb", file(&[&row_head(1, 0), &name(), &real(1, f64::INFINITY)])),
        ("shared-text-beyond.xlsb", file(&[&row_head(1, 0), &cell(7, 0, &numbers(&[7]))])),
        ("text-longer-than-its-record.xlsb", file(&[&row_head(1, 0), &cell(6, 0, &numbers(&[u32::MAX, 65]))])),
        ("cell-shorter-than-its-kind.xlsb", file(&[&row_head(1, 0), &record(5, &[0, 0])])),
        ("record-longer-than-the-sheet.xlsb", with(sheet, |part| part.data.extend([5, 255, 255, 255, 127]))),
        ("sheet-without-end.xlsb", with(sheet, |part| part.data.truncate(part.data.len() - 6))),
        ("sheet-empty.xlsb", with(sheet, |part| part.data.clear())),
        ("wrong-checksum.xlsb", with(sheet, |part| part.checksum = Some(1))),
        ("workbook-empty.xlsb", with("xl/workbook.bin", |part| part.data.clear())),
        ("workbook-of-garbage.xlsb", with("xl/workbook.bin", |part| part.data = vec![0x9C; 300])),
        ("relation-missing.xlsb", with("xl/_rels/workbook.bin.rels", |part| part.data = b"<Relationships/>".to_vec())),
    ]
}
