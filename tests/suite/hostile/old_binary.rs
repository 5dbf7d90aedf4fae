//! The records of .xls workbooks, and the compound files around them.

use super::Case;
use super::forge::{SECTOR, biff, biff_cell, bof, compound, label, xls, xls_stream};

fn rows(rows: &[&[u8]]) -> Vec<u8> {
    xls(&[], &rows.concat())
}

/// A workbook with some bytes of its compound file changed.
fn with(changes: &[(usize, u32)]) -> Vec<u8> {
    let mut file = rows(&[&label(1, 0, "Payroll"), &number(1, 1, 2.0)]);
    for (at, value) in changes {
        file[*at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    file
}

fn number(row0: u16, column0: u16, value: f64) -> Vec<u8> {
    biff_cell(0x0203, row0, column0, &value.to_le_bytes())
}

/// A formula of one token, with the beginning of its result.
fn formula(row0: u16, column0: u16, result: [u8; 8]) -> Vec<u8> {
    biff_cell(0x0006, row0, column0, &[&result[..], &[0; 6], &[3, 0, 0x1E, 1, 0]].concat())
}

pub fn cases() -> Vec<Case> {
    [sheets(), workbooks(), containers()].concat()
}

fn sheets() -> Vec<Case> {
    let name = || label(1, 0, "Payroll");
    let hidden_row = biff(0x0208, &[&[1, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0][..], &[0x20, 1, 0, 0]].concat());
    let hidden_column = biff(0x007D, &[1, 0, 255, 0, 0, 8, 0, 0, 1, 0, 0, 0]);
    let dimensions = |rows: u32, columns: u16| {
        biff(0x0200, &[&[0; 4][..], &rows.to_le_bytes(), &[0; 2], &columns.to_le_bytes(), &[0; 2]].concat())
    };
    let boolean_or_error = |value: u8, is_error: u8| biff_cell(0x0205, 1, 1, &[value, is_error]);
    let text_result = biff(0x0207, &[3, 0, 0, b'a', b'b', b'c']);
    let awaits_text = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let shared = |said: u32, texts: &[&[u8]]| {
        let texts = texts.iter().flat_map(|text| [&[text.len() as u8, 0, 0][..], text].concat());
        biff(0x00FC, &[[said, said].map(u32::to_le_bytes).concat(), texts.collect()].concat())
    };
    let shared_cell = |column0: u16, text: u32| biff_cell(0x00FD, 1, column0, &text.to_le_bytes());
    let many = |first: u16, last: u16| {
        biff(0x00BD, &[&[1, 0][..], &first.to_le_bytes(), &[0, 0, 6, 0, 0, 0], &last.to_le_bytes()].concat())
    };
    vec![
        ("plain.xls", rows(&[&name(), &number(1, 1, 2.5)])),
        ("hidden-row.xls", rows(&[&hidden_row, &name(), &label(2, 0, "Tax")])),
        ("hidden-column.xls", rows(&[&hidden_column, &name(), &number(1, 1, 1.0)])),
        ("column-256.xls", rows(&[&name(), &number(1, 256, 1.0)])),
        ("column-65535.xls", rows(&[&name(), &number(65535, 65535, 1.0)])),
        ("many-numbers-beyond.xls", rows(&[&name(), &many(250, 65000)])),
        ("many-numbers-backwards.xls", rows(&[&name(), &many(9, 2)])),
        ("last-row.xls", rows(&[&name(), &number(65535, 0, 1.0)])),
        ("last-column.xls", rows(&[&name(), &number(1, 255, 1.0)])),
        ("text-cut-short.xls", rows(&[&name(), &biff_cell(0x0204, 1, 1, &[200, 0, 0, b'a', b'b'])])),
        ("text-result-cut-short.xls", rows(&[&name(), &formula(1, 1, awaits_text), &biff(0x0207, &[200, 0, 0, b'a'])])),
        ("shared-texts.xls", xls(&shared(2, &[b"Payroll", b"High"]), &[shared_cell(0, 0), shared_cell(1, 1)].concat())),
        (
            "shared-texts-fewer-than-said.xls",
            xls(&shared(9, &[b"Payroll"]), &[shared_cell(0, 0), shared_cell(1, 1)].concat()),
        ),
        ("cell-twice.xls", rows(&[&name(), &label(1, 0, "Tax")])),
        ("rows-out-of-order.xls", rows(&[&label(2, 0, "Tax"), &name()])),
        ("huge-dimensions.xls", rows(&[&dimensions(u32::MAX, 256), &name()])),
        ("wide-dimensions.xls", rows(&[&dimensions(10, u16::MAX), &name()])),
        ("wrong-dimensions.xls", rows(&[&dimensions(1, 1), &name()])),
        ("shared-text-beyond.xls", rows(&[&biff_cell(0x00FD, 1, 0, &[7, 0, 0, 0])])),
        ("boolean.xls", rows(&[&name(), &boolean_or_error(1, 0)])),
        ("error.xls", rows(&[&name(), &boolean_or_error(0x2A, 1)])),
        ("unknown-error.xls", rows(&[&name(), &boolean_or_error(0x77, 1)])),
        ("formula.xls", rows(&[&name(), &formula(1, 1, 2.0_f64.to_le_bytes())])),
        ("formula-with-text.xls", rows(&[&name(), &formula(1, 1, awaits_text), &text_result])),
        ("number-with-text.xls", rows(&[&name(), &formula(1, 1, 2.0_f64.to_le_bytes()), &text_result])),
        ("formula-without-text.xls", rows(&[&formula(1, 1, awaits_text), &name()])),
        ("not-a-number.xls", rows(&[&name(), &number(1, 1, f64::NAN)])),
        ("infinite.xls", rows(&[&name(), &number(1, 1, f64::NEG_INFINITY)])),
        ("chart-within.xls", rows(&[&name(), &bof(32), &number(5, 300, 9.0), &[0x0A, 0, 0, 0]])),
        ("chart-without-end.xls", rows(&[&name(), &bof(32), &number(5, 5, 9.0)])),
        ("record-cut-short.xls", rows(&[&name(), &[0x03, 0x02, 0xFF, 0xFF]])),
        ("cell-shorter-than-its-kind.xls", rows(&[&name(), &biff(0x0203, &[1, 0, 1, 0])])),
    ]
}

fn workbooks() -> Vec<Case> {
    let code_page = |page: u16| biff(0x0042, &page.to_le_bytes());
    let book = |globals: &[u8]| {
        xls(globals, &label(1, 0, "Caf\u{e9}").iter().copied().filter(|b| *b != 0xC3).collect::<Vec<_>>())
    };
    let western = label(1, 0, "mpg");
    let stream = xls_stream(&[], &western);
    let mut no_end = stream.clone();
    no_end.truncate(no_end.len() - 4);
    let mut far = stream.clone();
    let at = stream.windows(2).position(|two| two == [0x85, 0]).expect("the list of sheets") + 4;
    far[at + 2] = 0x7F;
    let old: Vec<u8> = [&[0x09, 0x04, 6, 0, 0, 0, 0x10, 0, 0, 0][..], &stream].concat();
    vec![
        ("code-page-western.xls", xls(&code_page(1252), &western)),
        ("code-page-unknown.xls", xls(&code_page(9999), &western)),
        ("code-page-of-unicode.xls", xls(&code_page(1200), &western)),
        ("with-password.xls", book(&biff(0x002F, &[1, 0, 1, 0]))),
        ("sheet-far-away.xls", compound("Workbook", &far)),
        ("sheet-listed-twice.xls", {
            let list = &stream[at - 4..at + u16::from_le_bytes([stream[at - 2], stream[at - 1]]) as usize];
            let mut twice = stream.clone();
            twice.splice(at - 4..at - 4, list.iter().copied());
            let moved = (list.len() + usize::from(u16::from_le_bytes([stream[at], stream[at + 1]]))) as u32;
            for place in [at, at + list.len()] {
                twice[place..place + 4].copy_from_slice(&moved.to_le_bytes());
            }
            compound("Workbook", &twice)
        }),
        ("sheet-padded-by-zeros.xls", compound("Workbook", &no_end)),
        ("excel-4.xls", compound("Workbook", &old)),
        ("called-book.xls", compound("Book", &stream)),
        ("word-document.doc", compound("WordDocument", &stream)),
        ("stream-of-zeros.xls", compound("Workbook", &[0; 5000])),
        ("encrypted.xls", compound("EncryptedPackage", &[7; 5000])),
        ("old-named-new.xlsx", xls(&[], &western)),
    ]
}

fn containers() -> Vec<Case> {
    let whole = with(&[]);
    let (table, directory) = (SECTOR, 2 * SECTOR);
    vec![
        ("chain-that-bites-its-tail.xls", with(&[(table + 4 * 5, 2)])),
        ("chain-out-of-the-file.xls", with(&[(table + 4 * 5, 9_999)])),
        ("chain-too-short.xls", with(&[(table + 4 * 5, 0xFFFF_FFFE)])),
        ("directory-that-bites-its-tail.xls", with(&[(table + 4, 1)])),
        ("directory-in-a-circle.xls", with(&[(table + 4, 2), (table + 4 * 9, 1)])),
        ("directory-out-of-the-file.xls", with(&[(48, 5_000)])),
        ("list-of-tables-in-a-circle.xls", with(&[(68, 3), (4 * SECTOR + SECTOR - 4, 3)])),
        ("list-of-tables-out-of-the-file.xls", with(&[(68, 70_000)])),
        ("table-out-of-the-file.xls", with(&[(76, 4_000)])),
        ("stream-longer-than-the-file.xls", with(&[(directory + 128 + 120, 1 << 30)])),
        ("small-stream-without-its-table.xls", with(&[(directory + 128 + 120, 100)])),
        ("small-streams-in-a-circle.xls", with(&[(64, 1), (60, 3), (table + 4 * 3, 3), (directory + 116, 4)])),
        ("sector-size-unknown.xls", with(&[(30, 0x0006_000B)])),
        ("header-alone.xls", whole[..SECTOR].to_vec()),
        ("half-a-header.xls", whole[..200].to_vec()),
        ("cut-in-half.xls", whole[..whole.len() / 2].to_vec()),
    ]
}
