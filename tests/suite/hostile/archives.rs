//! Zip containers: what their lists of parts say, and the parts that an .xlsx workbook needs.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::Case;
use super::forge::{Xlsx, part, xlsx, zip as container};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const TEXTS: &str = "xl/sharedStrings.xml";

fn filled() -> Xlsx {
    xlsx(r#"<row r="2"><c r="A2" t="s"><v>3</v></c><c r="C2"><v>1</v></c></row>"#)
}

/// The workbook without one of its parts.
fn without(name: &str) -> Vec<u8> {
    let parts: Vec<_> = filled().parts().into_iter().filter(|part| part.name != name).collect();
    container(&parts)
}

/// The workbook with one more part.
fn and(name: &str, data: &str) -> Vec<u8> {
    let mut parts = filled().parts();
    parts.push(part(name, data));
    container(&parts)
}

pub fn cases() -> Vec<Case> {
    [lists(), bombs(), packages()].concat()
}

fn lists() -> Vec<Case> {
    let book = filled();
    let file = book.file();
    let mut many = filled();
    many.more = (0..10_001).map(|i| part(&format!("x/{i}"), "")).collect();
    let at_end = |change: &dyn Fn(&mut Vec<u8>, usize)| {
        let mut file = file.clone();
        let end = file.len() - 22;
        change(&mut file, end);
        file
    };
    vec![
        ("part-twice.xlsx", and(SHEET, "<worksheet><sheetData/></worksheet>")),
        ("part-in-other-case.xlsx", and("xl/worksheets/SHEET1.xml", "<worksheet><sheetData/></worksheet>")),
        ("all-parts-with-backslashes.xlsx", {
            let mut parts = book.parts();
            for part in &mut parts {
                part.name = part.name.replace('/', "\\");
            }
            container(&parts)
        }),
        ("large-list-of-sheets.xlsx", book.with("xl/workbook.xml", |part| part.size = Some(65 << 20))),
        ("part-with-backslashes.xlsx", and("xl\\worksheets\\sheet1.xml", "<worksheet><sheetData/></worksheet>")),
        ("ten-thousand-parts.xlsx", many.file()),
        ("part-with-password.xlsx", book.with(SHEET, |part| part.flags = 1)),
        ("part-packed-otherwise.xlsx", book.with(SHEET, |part| part.method = 14)),
        ("wrong-checksum-of-sheet.xlsx", book.with(SHEET, |part| part.checksum = Some(1))),
        ("wrong-checksum-of-texts.xlsx", book.with(TEXTS, |part| part.checksum = Some(1))),
        ("part-larger-than-said.xlsx", book.with(SHEET, |part| part.size = Some(200))),
        ("part-beyond-the-file.xlsx", book.with(SHEET, |part| part.packed = Some(1 << 20))),
        ("part-elsewhere.xlsx", book.with(SHEET, |part| part.offset = Some(0))),
        ("part-far-away.xlsx", book.with(SHEET, |part| part.offset = Some(1 << 30))),
        ("bytes-before.xlsx", [b"#!/bin/sh\n", &file[..]].concat()),
        ("bytes-after.xlsx", [&file[..], b"\n\n"].concat()),
        ("cut-in-half.xlsx", file[..file.len() / 2].to_vec()),
        ("cut-at-the-end.xlsx", file[..file.len() - 1].to_vec()),
        ("first-bytes-alone.xlsx", file[..4].to_vec()),
        ("fewer-parts-said.xlsx", at_end(&|file, end| file[end + 10] -= 1)),
        ("more-parts-said.xlsx", at_end(&|file, end| file[end + 10] += 1)),
        ("list-elsewhere.xlsx", at_end(&|file, end| file[end + 16] ^= 1)),
        (
            "comment-of-the-archive.xlsx",
            at_end(&|file, end| {
                file[end + 20] = 5;
                file.extend(b"hello");
            }),
        ),
        (
            "end-within-the-comment.xlsx",
            at_end(&|file, end| {
                file[end + 20] = 22;
                file.extend([b"PK\x05\x06", &[0; 18][..]].concat());
            }),
        ),
        ("empty-archive.xlsx", container(&[])),
    ]
}

fn bombs() -> Vec<Case> {
    let book = filled();
    let deflated = |name: &str, mebibytes: usize| {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for part in book.parts() {
            writer.start_file(&part.name, options).expect("a part");
            writer.write_all(&part.data).expect("memory");
            if part.name == name {
                writer.write_all(&b" ".repeat(mebibytes << 20)).expect("memory");
            }
        }
        writer.finish().expect("memory").into_inner()
    };
    let said_to_be_large = |name: &str| book.with(name, |part| (part.method, part.size) = (8, Some(80 << 20)));
    let mut wide = filled();
    "99999999999".clone_into(&mut wide.text_count);
    let mut long = filled();
    "<si><t>x</t></si>".clone_into(&mut long.texts);
    "1".clone_into(&mut long.text_count);
    vec![
        ("five-gibibytes-said.xlsx", book.with(SHEET, |part| part.size = Some(u32::MAX - 1))),
        ("sheet-of-blanks.xlsx", deflated(SHEET, 2)),
        ("sheet-bomb.xlsx", said_to_be_large(SHEET)),
        ("texts-bomb.xlsx", said_to_be_large(TEXTS)),
        ("many-large-parts.xlsx", {
            let mut parts = book.parts();
            parts.extend((0..3).map(|i| {
                let mut large = part(&format!("media/{i}"), "");
                (large.size, large.packed, large.method) = (Some(0xF000_0000), Some(0x1000_0000), 8);
                large
            }));
            container(&parts)
        }),
        ("hundred-billion-texts-said.xlsx", wide.file()),
        ("fewer-texts-said.xlsx", long.file()),
    ]
}

fn packages() -> Vec<Case> {
    let sheets = |sheets: &str, relations: &str| {
        let mut book = filled();
        (book.sheets, book.relations) = (sheets.to_owned(), relations.to_owned());
        book.file()
    };
    let one = r#"<sheet name="Functions" sheetId="1" r:id="rId1"/>"#;
    let named = |name: &str| format!(r#"<sheet name="{name}" sheetId="2" r:id="rId1"/>"#);
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let to = |target: &str| format!(r#"<Relationship Id="rId2" Type="{office}/worksheet" Target="{target}"/>"#);
    // Two sheets, each in a part of its own.
    let two = |second: &str| {
        let mut book = filled();
        let sheet = book.parts().into_iter().find(|part| part.name == SHEET).expect("the sheet");
        book.more = vec![part("xl/worksheets/sheet2.xml", sheet.data)];
        (book.sheets, book.relations) = ([one, second].concat(), to("worksheets/sheet2.xml"));
        book.file()
    };
    let second = r#"<sheet name="Other" sheetId="2" r:id="rId2"/>"#;
    vec![
        ("no-workbook.xlsx", without("xl/workbook.xml")),
        ("no-relationships.xlsx", without("_rels/.rels")),
        ("no-relationships-of-the-workbook.xlsx", without("xl/_rels/workbook.xml.rels")),
        ("no-sheet.xlsx", without(SHEET)),
        ("no-texts.xlsx", without(TEXTS)),
        ("no-list-of-types.xlsx", without("[Content_Types].xml")),
        ("two-sheets-of-one-name.xlsx", two(&one.replace("rId1", "rId2"))),
        ("two-sheets-in-one-part.xlsx", sheets(&[one, &named("Copy")].concat(), "")),
        ("sheet-without-a-name.xlsx", sheets(&named(""), "")),
        ("sheet-name-that-steers.xlsx", sheets(&named("a&#x1b;[2J&#x202e;b"), "")),
        ("sheet-name-of-a-path.xlsx", sheets(&named("../../etc/passwd"), "")),
        ("no-sheets-listed.xlsx", sheets("", "")),
        ("hidden-sheet.xlsx", two(r#"<sheet name="B" sheetId="2" state="hidden" r:id="rId2"/>"#)),
        ("all-sheets-hidden.xlsx", sheets(&one.replace("/>", r#" state="veryHidden"/>"#), "")),
        ("sheet-state-unknown.xlsx", sheets(&one.replace("/>", r#" state="shy"/>"#), "")),
        ("many-names-for-one-sheet.xlsx", {
            let names = (0..100_000).map(|i| named(&format!("S{i}")));
            sheets(&names.collect::<String>(), "")
        }),
        ("relation-missing.xlsx", sheets(&[one, second].concat(), "")),
        ("relation-to-outside.xlsx", sheets(&[one, second].concat(), &to("../../../etc/passwd"))),
        ("relation-to-the-web.xlsx", sheets(&[one, second].concat(), &to("http://example.com/sheet.xml"))),
        ("relation-to-itself.xlsx", sheets(&[one, second].concat(), &to("workbook.xml"))),
        ("relation-absolute.xlsx", sheets(second, &to("/xl/worksheets/sheet1.xml"))),
        ("workbook-of-garbage.xlsx", filled().with("xl/workbook.xml", |part| part.data = vec![0xFF; 100])),
        ("workbook-cut-short.xlsx", filled().with("xl/workbook.xml", |part| part.data.truncate(80))),
        ("texts-cut-short.xlsx", filled().with(TEXTS, |part| part.data.truncate(150))),
        ("styles-of-garbage.xlsx", and("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=")),
        (
            "word-document.docx",
            container(&[part("[Content_Types].xml", ""), part("_rels/.rels", ""), part("word/document.xml", "")]),
        ),
        (
            "presentation.pptx",
            container(&[part("[Content_Types].xml", ""), part("_rels/.rels", ""), part("ppt/presentation.xml", "")]),
        ),
        ("zip-of-a-table.zip", container(&[part("table.csv", "Function\nPayroll\n")])),
    ]
}
