//! The XML of .xlsx sheets: cells that would be read as something else, rows that wrap around, what is hidden.

use super::Case;
use super::forge::{part, xlsx};

/// Cells of the second row; the first shared text is `Function`, the fourth `Sluice keeping`.
const CELLS: [(&str, &str); 46] = [
    (
        "plain.xlsx",
        r#"<c r="A2" t="s"><v>3</v></c><c r="B2" t="inlineStr"><is><t>High</t></is></c><c r="C2"><v>3</v></c>"#,
    ),
    ("no-addresses.xlsx", r#"<c t="s"><v>3</v></c><c t="inlineStr"><is><t>High</t></is></c><c><v>3</v></c>"#),
    ("lower-case-address.xlsx", r#"<c r="a2" t="s"><v>3</v></c>"#),
    ("prefixed-elements.xlsx", r#"<x:c r="A2" t="s"><x:v>3</x:v></x:c>"#),
    (
        "rich-text.xlsx",
        r#"<c r="A2" t="inlineStr"><is><r><t>Sluice</t></r><r><t xml:space="preserve"> keeping</t></r></is></c>"#,
    ),
    ("comment-between-cells.xlsx", r#"<!-- > <c r="A2"><v>9</v></c> --><c r="A2" t="s"><v>3</v></c>"#),
    ("verbatim-inline-text.xlsx", r#"<c r="A2" t="inlineStr"><is><t><![CDATA[<b> & "c"]]></t></is></c>"#),
    ("entities-in-text.xlsx", r#"<c r="A2" t="inlineStr"><is><t>a &lt; b &amp; c&#x2026;</t></is></c>"#),
    ("text-result.xlsx", r#"<c r="A2" t="str"><f>A1&amp;"x"</f><v>R&amp;D &#8364;</v></c>"#),
    ("comment-in-value.xlsx", r#"<c r="A2" t="s"><v>3</v></c><c r="C2"><v>1<!-- -->50</v></c>"#),
    ("comment-before-value.xlsx", r#"<c r="C2"><v><!-- -->150</v></c>"#),
    ("verbatim-value.xlsx", r#"<c r="C2"><v><![CDATA[150]]></v></c>"#),
    ("verbatim-text-result.xlsx", r#"<c r="A2" t="str"><v>Sluice <![CDATA[keeping]]></v></c>"#),
    ("instruction-in-value.xlsx", r#"<c r="C2"><v>1<?x y?>50</v></c>"#),
    ("entity-in-value.xlsx", r#"<c r="C2"><v>1&#53;0</v></c>"#),
    ("element-in-value.xlsx", r#"<c r="C2"><v><b>150</b></v></c>"#),
    ("two-values.xlsx", r#"<c r="C2"><v>1</v><v>2</v></c>"#),
    ("formula-after-value.xlsx", r#"<c r="C2"><v>1</v><f>1</f></c>"#),
    ("value-after-inline-text.xlsx", r#"<c r="A2" t="inlineStr"><is><t>High</t></is><v>1</v></c>"#),
    ("inline-text-as-value.xlsx", r#"<c r="A2" t="inlineStr"><v>High</v></c>"#),
    ("unknown-element.xlsx", r#"<c r="A2"><w>1</w></c>"#),
    ("unknown-type.xlsx", r#"<c r="A2" t="q"><v>1</v></c>"#),
    ("shared-text-negative.xlsx", r#"<c r="A2" t="s"><v>-1</v></c>"#),
    ("shared-text-word.xlsx", r#"<c r="A2" t="s"><v>abc</v></c>"#),
    ("shared-text-decimal.xlsx", r#"<c r="A2" t="s"><v>1.0</v></c>"#),
    ("shared-text-blank.xlsx", r#"<c r="A2" t="s"><v> 3</v></c>"#),
    ("shared-text-empty.xlsx", r#"<c r="A2" t="s"><v></v></c><c r="C2"><v>1</v></c>"#),
    ("shared-text-beyond.xlsx", r#"<c r="A2" t="s"><v>4</v></c>"#),
    ("shared-text-far-beyond.xlsx", r#"<c r="A2" t="s"><v>99999999999999999999999</v></c>"#),
    ("not-a-number.xlsx", r#"<c r="A2" t="s"><v>3</v></c><c r="C2"><v>NaN</v></c>"#),
    ("infinite.xlsx", r#"<c r="B2"><v>-inf</v></c><c r="C2"><v>1e400</v></c>"#),
    ("number-with-a-word.xlsx", r#"<c r="C2" t="n"><v>12 FTE</v></c>"#),
    ("untyped-word.xlsx", r#"<c r="C2"><v>12 FTE</v></c>"#),
    ("boolean-two.xlsx", r#"<c r="C2" t="b"><v>2</v></c>"#),
    ("booleans.xlsx", r#"<c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>false</v></c>"#),
    (
        "new-errors.xlsx",
        r#"<c r="A2" t="e"><v>#SPILL!</v></c><c r="B2" t="e"><v>#CALC!</v></c><c r="C2" t="e"><v>#REF!</v></c>"#,
    ),
    ("error-of-waiting.xlsx", r#"<c r="A2" t="e"><v>#GETTING_DATA</v></c>"#),
    ("error-with-markup.xlsx", r#"<c r="A2" t="e"><v>&#35;REF!</v></c>"#),
    ("iso-date.xlsx", r#"<c r="A2" t="d"><v>2026-01-31</v></c><c r="B2" t="d"><v>soon</v></c>"#),
    ("formula-without-result.xlsx", r#"<c r="A2" t="s"><v>3</v></c><c r="C2"><f>1+1</f></c>"#),
    ("formula-with-empty-result.xlsx", r#"<c r="C2"><f>1+1</f><v></v></c>"#),
    ("formula-shared-far.xlsx", r#"<c r="C2"><f t="shared" si="4000000000" ref="C2:C3">1</f></c>"#),
    ("cell-twice.xlsx", r#"<c r="A2"><v>1</v></c><c r="A2"><v>2</v></c>"#),
    ("cells-out-of-order.xlsx", r#"<c r="C2"><v>1</v></c><c r="A2"><v>2</v></c>"#),
    ("cell-of-another-row.xlsx", r#"<c r="A3"><v>1</v></c>"#),
    ("escape-codes-in-text.xlsx", r#"<c r="A2" t="inlineStr"><is><t>a_x001B_[2Jb</t></is></c>"#),
];

/// Addresses of a cell of the second row.
const ADDRESSES: [(&str, &str); 13] = [
    ("column-xfd.xlsx", "XFD2"),
    ("column-xfe.xlsx", "XFE2"),
    ("column-of-four-letters.xlsx", "AAAA2"),
    ("column-wraps.xlsx", "FXSHRXY2"),
    ("column-alone.xlsx", "A"),
    ("row-alone.xlsx", "2"),
    ("row-zero.xlsx", "A0"),
    ("row-beyond.xlsx", "A1048577"),
    ("row-wraps-in-cell.xlsx", "A4294967298"),
    ("row-with-many-digits.xlsx", "A000000000002"),
    ("address-absolute.xlsx", "$A$2"),
    ("address-of-range.xlsx", "A2:B2"),
    ("address-empty.xlsx", ""),
];

/// Rows below the header.
const ROWS: [(&str, &str); 14] = [
    ("no-rows.xlsx", ""),
    ("row-wraps.xlsx", r#"<row r="4294967299"><c><v>1</v></c></row>"#),
    ("row-negative.xlsx", r#"<row r="-1"><c><v>1</v></c></row>"#),
    ("last-row.xlsx", r#"<row r="1048576"><c r="A1048576"><v>1</v></c></row>"#),
    ("rows-out-of-order.xlsx", r#"<row r="3"><c r="A3"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#),
    ("row-twice.xlsx", r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"#),
    ("row-in-two-pieces.xlsx", r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>"#),
    ("rows-without-numbers.xlsx", r"<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>"),
    (
        "hidden-rows.xlsx",
        r#"<row r="2"><c r="A2" t="s"><v>3</v></c></row><row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="true"><c r="A4"><v>2</v></c></row><row r="6" hidden="1"/><row r="7" hidden="1"><c r="A7"><v>3</v></c></row>"#,
    ),
    ("rows-twice.xlsx", r#"</sheetData><sheetData><row r="2"><c r="A2"><v>1</v></c></row>"#),
    ("unclosed-comment.xlsx", r#"<!-- <row r="2"><c r="A2"><v>1</v></c></row>"#),
    ("unclosed-tag.xlsx", r#"<row r="2"><c r="A2"#),
    ("unclosed-row.xlsx", r#"<row r="2"><c r="A2"><v>1</v></c>"#),
    ("document-type.xlsx", r#"<!DOCTYPE a [<!ENTITY b "c">]><row r="2"><c r="A2"><v>1</v></c></row>"#),
];

pub fn cases() -> Vec<Case> {
    let row = |cells: &str| format!("<row r=\"2\">{cells}</row>");
    let mut cases: Vec<Case> = CELLS.iter().map(|(name, cells)| (*name, xlsx(&row(cells)).file())).collect();
    let cell = |address: &str| xlsx(&row(&format!("<c r=\"{address}\"><v>1</v></c>")));
    cases.extend(ADDRESSES.iter().map(|(name, address)| (*name, cell(address).file())));
    cases.extend(ROWS.iter().map(|(name, rows)| (*name, xlsx(rows).file())));

    let filled = xlsx(&row(r#"<c r="A2" t="s"><v>3</v></c><c r="C2"><v>1</v></c>"#));
    let with = |before: &str, after: &str| {
        let mut changed = filled.clone();
        (changed.before, changed.after) = (before.to_owned(), after.to_owned());
        changed.file()
    };
    let columns = r#"<cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols>"#;
    let merged = |range: &str| format!(r#"<mergeCells count="1"><mergeCell ref="{range}"/></mergeCells>"#);
    cases.extend([
        ("hidden-columns.xlsx", with(columns, "")),
        ("merged.xlsx", with("", &merged("A2:B2"))),
        ("merged-wraps.xlsx", with("", &merged("A2:A4294967299"))),
        ("merged-everything.xlsx", with("", &merged("A1:XFD1048576"))),
        ("merged-nothing.xlsx", with("", &merged(""))),
        ("wrong-dimension.xlsx", with(r#"<dimension ref="A1:XFD1048576"/>"#, "")),
        ("impossible-dimension.xlsx", with(r#"<dimension ref="B7:A99999999999"/>"#, "")),
    ]);
    let noted = |comments: &str| {
        let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"x/comments\" Target=\"../comments1.xml\"/></Relationships>";
        let mut noted = filled.clone();
        noted.more = vec![part("xl/worksheets/_rels/sheet1.xml.rels", relations), part("xl/comments1.xml", comments)];
        noted.file()
    };
    let note = |text: &str| {
        format!(
            "<comments><authors><author>Ana</author></authors><commentList><comment ref=\"B1\" authorId=\"0\"><text><r>\
             <t>Ana:</t></r><r><t>{text}</t></r></text></comment></commentList></comments>"
        )
    };
    cases.extend([
        ("note-on-header.xlsx", noted(&note("1 = high,\n5 &lt; low"))),
        ("note-as-long-as-a-book.xlsx", noted(&note(&"x ".repeat(1 << 20)))),
        ("note-cut-short.xlsx", noted(&note("high")[..120])),
        ("note-on-the-last-cell.xlsx", noted(&note("far").replace("B1", "XFD1048576"))),
    ]);
    let utf16: Vec<u8> =
        "\u{feff}<worksheet><sheetData/></worksheet>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let value = format!("<c r=\"A2\" t=\"str\"><v>{}</v></c>", "x".repeat(3 << 20));
    cases.extend([
        ("sheet-in-utf-16.xlsx", filled.with("xl/worksheets/sheet1.xml", |part| part.data.clone_from(&utf16))),
        (
            "sheet-not-utf-8.xlsx",
            xlsx(&row(r#"<c r="A2" t="inlineStr"><is><t>XX</t></is></c>"#)).with("xl/worksheets/sheet1.xml", |part| {
                let at = part.data.windows(2).position(|two| two == b"XX").expect("the text");
                part.data[at..at + 2].copy_from_slice(&[0xC3, 0x28]);
            }),
        ),
        ("value-without-end.xlsx", xlsx(&row(&value)).file()),
        (
            "sheet-cut-short.xlsx",
            filled.with("xl/worksheets/sheet1.xml", |part| part.data.truncate(part.data.len() / 2)),
        ),
    ]);
    cases
}
