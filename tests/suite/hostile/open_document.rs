//! The content of .ods spreadsheets.

use super::Case;
use super::forge::{ods, ods_content, ods_file, ods_row, ods_xml, part, zip};

pub fn cases() -> Vec<Case> {
    let row = |cells: &str| ods(&format!("<table:table-row>{cells}</table:table-row>"));
    let number =
        |attributes: &str| format!("<table:table-cell office:value-type=\"float\" office:value=\"1\" {attributes}/>");
    let text = |inner: &str| format!("<table:table-cell office:value-type=\"string\">{inner}</table:table-cell>");
    let noted = |inner: &str| {
        let cell = |inner: &str| format!("<table:table-cell office:value-type=\"string\">{inner}</table:table-cell>");
        let note = format!("<office:annotation>{inner}</office:annotation><text:p>Function</text:p>");
        let header = format!("<table:table-row>{}{}</table:table-row>", cell(&note), cell("<text:p>FTE</text:p>"));
        ods_content(&format!("<table:table table:name=\"Functions\">{header}{}</table:table>", ods_row(&["Tax", "2"])))
    };
    let whole = ods_xml(&format!(
        "<table:table table:name=\"Functions\">{}{}</table:table>",
        ods_row(&["Function"]),
        ods_row(&["Payroll", "2"])
    ));
    let content = |cut: &str| whole[..whole.find(cut).expect("the end")].to_owned();
    let sheet = |name: &str| {
        format!("<table:table table:name=\"{name}\">{}{}</table:table>", ods_row(&["Function"]), ods_row(&["Tax"]))
    };
    let blanks = |count: &str| row(&text(&format!("<text:p>a<text:s text:c=\"{count}\"/>b</text:p>")));
    let repeated = |rows: &str, cells: &str| {
        ods(&format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cells}</table:table-row>"))
    };
    let columns = |count: &str| format!("table:number-columns-repeated=\"{count}\"");
    vec![
        ("plain.ods", ods(&ods_row(&["Payroll", "2"]))),
        (
            "note-on-header.ods",
            noted("<dc:creator>Ana</dc:creator><text:p>1 &amp; 2 = high</text:p><text:p>in  k€<text:s/></text:p>"),
        ),
        ("note-as-long-as-a-book.ods", noted(&format!("<text:p>{}</text:p>", "ä ".repeat(1 << 20)))),
        (
            "note-within-a-note.ods",
            noted("<text:p>a</text:p><office:annotation><text:p>b</text:p></office:annotation>"),
        ),
        ("repeated.ods", repeated("3", &number(&columns("2")))),
        (
            "empty-to-the-last-cell.ods",
            ods(&format!(
                "{}<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell {}/></table:table-row>",
                ods_row(&["Payroll"]),
                columns("16384")
            )),
        ),
        ("filled-to-the-last-cell.ods", repeated("1048575", &number(&columns("16384")))),
        (
            "filled-in-the-last-row.ods",
            ods(&format!(
                "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell/></table:table-row>{}",
                ods_row(&["Tax"])
            )),
        ),
        ("filled-beyond-the-last-row.ods", repeated("1048576", &number(""))),
        ("filled-to-the-last-column.ods", row(&number(&columns("16384")))),
        ("filled-beyond-the-last-column.ods", row(&number(&columns("16385")))),
        ("cell-beyond-the-last-column.ods", row(&format!("<table:table-cell {}/>{}", columns("16384"), number("")))),
        ("repeated-two-billion-times.ods", repeated("2000000000", &number(&columns("2000000000")))),
        ("repeated-minus-once.ods", repeated("-1", &number(""))),
        ("repeated-a-word.ods", row(&number(&columns("many")))),
        (
            "wide-rows.ods",
            ods(&format!("<table:table-row>{}</table:table-row>", number(&columns("16384"))).repeat(2100)),
        ),
        (
            "far-cell.ods",
            ods(&format!(
                "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row><table:table-row><table:table-cell {}/>{}</table:table-row>",
                columns("100"),
                number("")
            )),
        ),
        ("three-blanks.ods", blanks("3")),
        ("two-billion-blanks.ods", blanks("2000000000")),
        ("minus-blanks.ods", blanks("-4")),
        (
            "hidden-rows.ods",
            ods(&format!(
                "<table:table-row table:visibility=\"collapse\">{}</table:table-row><table:table-row table:visibility=\"filter\">{}</table:table-row>",
                number(""),
                number("")
            )),
        ),
        (
            "hidden-column.ods",
            ods_content(&format!(
                "<table:table table:name=\"Functions\"><table:table-column/><table:table-column table:visibility=\"collapse\"/>{}{}</table:table>",
                ods_row(&["Function", "FTE"]),
                ods_row(&["Tax", "2"])
            )),
        ),
        ("formula-without-result.ods", row("<table:table-cell table:formula=\"of:=1+1\"/>")),
        ("not-a-number.ods", row("<table:table-cell office:value-type=\"float\" office:value=\"NaN\"/>")),
        ("infinite.ods", row("<table:table-cell office:value-type=\"float\" office:value=\"1e999\"/>")),
        ("number-with-a-word.ods", row("<table:table-cell office:value-type=\"float\" office:value=\"12 FTE\"/>")),
        ("several-paragraphs.ods", row(&text("<text:p>a</text:p><text:p>b &amp; <text:span>c</text:span></text:p>"))),
        ("two-sheets-of-one-name.ods", ods_content(&[sheet("A"), sheet("A")].concat())),
        (
            "sheet-without-a-name.ods",
            ods_content("<table:table><table:table-row><table:table-cell/></table:table-row></table:table>"),
        ),
        ("sheet-within-a-sheet.ods", row(&format!("<table:table-cell>{}</table:table-cell>", sheet("B")))),
        ("comment-at-the-end.ods", ods_file(&format!("{}</table:table><!-- and no more", content("</table:table>")))),
        ("note-without-end.ods", ods_file(&format!("{}<office:annotation><text:p>note", content("<text:p>2")))),
        ("cut-in-a-row.ods", ods_file(&content("<text:p>2"))),
        ("cut-after-a-row.ods", ods_file(&content("</table:table>"))),
        ("cut-after-the-sheet.ods", ods_file(&format!("{}</table:table>", content("</table:table>")))),
        ("wrong-end.ods", row("<table:table-cell></table:covered-table-cell>")),
        ("nested-deeply.ods", row(&text(&format!("{}{}", "<text:span>".repeat(300), "</text:span>".repeat(300))))),
        ("document-type.ods", ods_file("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>")),
        ("no-content.ods", zip(&[part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])),
        (
            "no-manifest.ods",
            zip(&[part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", "<a/>")]),
        ),
        (
            "text-document.odt",
            zip(&[part("mimetype", "application/vnd.oasis.opendocument.text"), part("content.xml", "<a/>")]),
        ),
        (
            "with-password.ods",
            zip(&[
                part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                part("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>"),
                part("content.xml", "garbage"),
            ]),
        ),
    ]
}
