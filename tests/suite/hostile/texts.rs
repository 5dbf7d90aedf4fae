//! Delimited text, and files that are something else than they are called.

use super::Case;

pub fn cases() -> Vec<Case> {
    let units = |text: &str, to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let wide = "\u{feff}Function\tFTE\r\nLöhne\t2\r\n";
    let text = |text: &str| text.as_bytes().to_vec();
    let mut cut_letter = text("Function,FTE\nLöhne,2\nSteuern für Ämter,3\nPrü");
    cut_letter.pop();
    vec![
        ("plain.csv", text("Function,FTE\nPayroll,2\n")),
        ("semicolons.csv", text("Function;FTE\nPayroll;2,5\n")),
        ("no-line-end.csv", text("Function,FTE\nPayroll,2")),
        ("one-line.csv", text("Function")),
        ("blank.csv", text(" \n\t\n")),
        ("nothing.csv", Vec::new()),
        ("old-mac-lines.csv", text("Function,FTE\rPayroll,2\rTax,3\r")),
        ("mixed-lines.csv", text("Function,FTE\r\nPayroll,2\nTax,3\r")),
        ("utf-16-le.csv", units(wide, u16::to_le_bytes)),
        ("utf-16-be.csv", units(wide, u16::to_be_bytes)),
        ("utf-16-without-a-mark.csv", units(&wide[3..], u16::to_le_bytes)),
        ("utf-16-half-a-letter.csv", [&units(wide, u16::to_le_bytes)[..], &[0xD8]].concat()),
        ("utf-16-lone-surrogate.csv", [&units(wide, u16::to_le_bytes)[..], &[0x00, 0xD8, 0x41, 0]].concat()),
        ("utf-32.csv", wide.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("windows-1252.csv", b"Function,FTE\nL\xf6hne,2\n".to_vec()),
        ("utf-8-cut-in-a-letter.csv", cut_letter),
        ("utf-8-with-another-encoding.csv", b"Function,FTE\nL\xc3\xb6hne,2\n\xc3\x84mter,2\nf\xfcr,1\n".to_vec()),
        ("utf-8-mark-twice.csv", text("\u{feff}\u{feff}Function,FTE\nPayroll,2\n")),
        ("nul-late.csv", [b"Function,FTE\nPayroll,2\n".repeat(400), b"Tax\0,2\n".to_vec()].concat()),
        ("nul-early.csv", b"Function,FTE\nTax\0,2\n".to_vec()),
        ("all-bytes.csv", (0..=255).collect()),
        ("open-quote.csv", text("Function,FTE\nPayroll,2\n\"Tax,3\nAudit,4\n")),
        ("open-quote-closed-by-the-next.csv", text("Function,FTE\n\"Payroll,2\nTax,\"3\"\nAudit,4\n")),
        ("quote-over-lines.csv", text("Function,FTE\n\"Pay\nroll\",2\n")),
        ("quote-within.csv", text("Function,FTE\n5\" pipes,2\n")),
        ("text-after-a-quote.csv", text("Function,FTE\n\"Pay\"roll,2\n")),
        ("only-quotes.csv", text("\"\"\"\"\"\"")),
        ("delimiters-alone.csv", text(",,,\n,,,\n")),
        ("ragged.csv", text("Function,FTE\nPayroll\nTax,3,4,5\n")),
        ("delimiter-changes.csv", text("Function,FTE,Location\nPayroll,2,Porto\nTax;3;Pune\n")),
        ("many-columns.csv", text(&format!("Function,FTE\nPayroll{}x\n", ",".repeat(20_000)))),
        ("many-empty-columns.csv", text(&format!("Function,FTE\nPayroll{}\n", ",".repeat(20_000)))),
        ("long-field.csv", text(&format!("Function,FTE\n{},2\n", "x".repeat(2 << 20)))),
        ("long-line-of-blanks.csv", text(&format!("Function,FTE\nPayroll,2\n{}\n", " ".repeat(3 << 20)))),
        ("steers-a-terminal.csv", text("Function,FTE\nPay\u{1b}[2Jroll\u{202e},2\n")),
        ("formulas.csv", text("Function,FTE\n=1+1,@SUM(A1)\n+2,-3\n")),
        ("numbers-at-the-edge.csv", text("Function,FTE\nA,1e400\nB,NaN\nC,-0\nD,123456789012345678\nE,0x1F\nF,٣\n")),
        ("errors.csv", text("Function,FTE\n#REF!,#SPILL!\n")),
        ("web-page.xls", text("<html><table><tr><td>Function</td></tr></table></html>")),
        ("xml-spreadsheet.xls", text("<?xml version=\"1.0\"?><Workbook/>")),
        ("flat.fods", text("<office:document/>")),
        ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("photograph.xlsx", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec()),
        ("report.csv", text("%PDF-1.7\n1 0 obj\n")),
        ("letter.csv", text("{\\rtf1 Function}")),
        ("table.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec()),
        ("table.bz2", b"BZh91AY&SY".to_vec()),
        ("table.7z", b"7z\xbc\xaf\x27\x1c\0\x04".to_vec()),
        ("table.rar", b"Rar!\x1a\x07\x01\0".to_vec()),
        ("table.xz", b"\xfd7zXZ\0\0\x04".to_vec()),
        ("table.zst", b"(\xb5/\xfd\x04\0".to_vec()),
        ("data.sqlite", b"SQLite format 3\0\x10\0".to_vec()),
        ("table.slk", text("ID;PWXL;N;E\nC;Y1;X1;K\"Function\"\n")),
        ("text-named-workbook.xlsx", text("Function,FTE\nPayroll,2\n")),
        ("program.csv", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0".to_vec()),
    ]
}
