//! Makes spreadsheet files byte by byte, so that they can be wrong in any way. Only what a reader looks at is in them.

/// A part of a zip container, and what the container says of it.
#[derive(Clone)]
pub struct Part {
    pub name: String,
    pub data: Vec<u8>,
    pub method: u16,
    pub flags: u16,
    /// What the list of parts says in place of the truth.
    pub size: Option<u32>,
    pub packed: Option<u32>,
    pub checksum: Option<u32>,
    pub offset: Option<u32>,
}

pub fn part(name: &str, data: impl AsRef<[u8]>) -> Part {
    let (name, data) = (name.to_owned(), data.as_ref().to_vec());
    Part { name, data, method: 0, flags: 0, size: None, packed: None, checksum: None, offset: None }
}

/// A zip container with these parts, none of them compressed.
pub fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for part in parts {
        let offset = part.offset.unwrap_or(file.len() as u32);
        let checksum = part.checksum.unwrap_or_else(|| crc32(&part.data));
        let length = part.data.len() as u32;
        let (size, packed) = (part.size.unwrap_or(length), part.packed.unwrap_or(length));
        let mut fields = [20, part.flags, part.method, 0, 0x21].map(u16::to_le_bytes).concat();
        fields.extend([checksum, packed, size].map(u32::to_le_bytes).concat());
        fields.extend([part.name.len() as u16, 0].map(u16::to_le_bytes).concat());
        file.extend([b"PK\x03\x04", &fields[..], part.name.as_bytes(), &part.data].concat());
        list.extend(
            [b"PK\x01\x02\x14\x00", &fields[..], &[0; 10], &offset.to_le_bytes(), part.name.as_bytes()].concat(),
        );
    }
    let (start, count) = (file.len() as u32, parts.len() as u16);
    let mut end = [0, 0, count, count].map(u16::to_le_bytes).concat();
    end.extend([list.len() as u32, start].map(u32::to_le_bytes).concat());
    [&file[..], &list, b"PK\x05\x06", &end, &[0, 0]].concat()
}

pub fn crc32(data: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !data.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// An .xlsx workbook: what a case changes of it.
#[derive(Clone)]
pub struct Xlsx {
    /// What stands in the workbook's list of sheets.
    pub sheets: String,
    /// What stands before the rows.
    pub before: String,
    /// What stands among the rows of its first sheet, below the header.
    pub rows: String,
    /// What stands after the rows.
    pub after: String,
    /// Its shared texts, from the fifth.
    pub texts: String,
    /// How many shared texts it says that it has.
    pub text_count: String,
    /// Relationships of the workbook beyond those of its first sheet.
    pub relations: String,
    pub more: Vec<Part>,
}

pub fn xlsx(rows: &str) -> Xlsx {
    let text = |text: &str| text.to_owned();
    Xlsx {
        sheets: text("<sheet name=\"Functions\" sheetId=\"1\" r:id=\"rId1\"/>"),
        before: String::new(),
        rows: text(rows),
        after: String::new(),
        texts: String::new(),
        text_count: text("4"),
        relations: String::new(),
        more: Vec::new(),
    }
}

pub const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

impl Xlsx {
    pub fn parts(&self) -> Vec<Part> {
        let xml = |text: String| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}");
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
        };
        let relations = |all: &str| xml(format!("<Relationships xmlns=\"{RELATIONS}\">{all}</Relationships>"));
        let texts: String = ["Function", "Control wanted", "FTE", "Sluice keeping"]
            .iter()
            .map(|t| format!("<si><t>{t}</t></si>"))
            .collect();
        let Xlsx { sheets, before, rows, after, text_count, relations: more, .. } = self;
        let own = [
            ("[Content_Types].xml", xml("<Types/>".to_owned())),
            ("_rels/.rels", relations(&relation("rId1", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/_rels/workbook.xml.rels",
                relations(&format!("{}{more}", relation("rId1", "worksheet", "worksheets/sheet1.xml"))),
            ),
            (
                "xl/workbook.xml",
                xml(format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{sheets}</sheets></workbook>")),
            ),
            (
                "xl/sharedStrings.xml",
                xml(format!("<sst xmlns=\"{MAIN}\" uniqueCount=\"{text_count}\">{texts}{}</sst>", self.texts)),
            ),
            (
                "xl/worksheets/sheet1.xml",
                xml(format!(
                    "<worksheet xmlns=\"{MAIN}\">{before}<sheetData>{HEADER}{rows}</sheetData>{after}</worksheet>"
                )),
            ),
        ];
        own.into_iter().map(|(name, text)| part(name, text)).chain(self.more.iter().cloned()).collect()
    }

    pub fn file(&self) -> Vec<u8> {
        zip(&self.parts())
    }

    /// The file with one of its parts changed.
    pub fn with(&self, name: &str, change: impl Fn(&mut Part)) -> Vec<u8> {
        let mut parts = self.parts();
        parts.iter_mut().filter(|part| part.name == name).for_each(change);
        zip(&parts)
    }
}

/// An .ods spreadsheet whose one sheet has these rows below its header.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_content(&format!("<table:table table:name=\"Functions\">{}{rows}</table:table>", ods_row(&["Function", "FTE"])))
}

pub fn ods_row(texts: &[&str]) -> String {
    let cells = texts.iter().map(|text| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    });
    format!("<table:table-row>{}</table:table-row>", cells.collect::<String>())
}

pub fn ods_content(tables: &str) -> Vec<u8> {
    ods_file(&ods_xml(tables))
}

pub fn ods_xml(tables: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
}

pub fn ods_file(content: &str) -> Vec<u8> {
    zip(&[
        part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        part("META-INF/manifest.xml", "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"m\"/>"),
        part("content.xml", content),
    ])
}

/// A record of an .xlsb part.
pub fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let kind = if kind < 128 { vec![kind as u8] } else { vec![(kind & 127) as u8 | 128, (kind >> 7) as u8] };
    let size = match data.len() {
        short @ ..128 => vec![short as u8],
        long => vec![(long & 127) as u8 | 128, (long >> 7) as u8],
    };
    [kind, size, data.to_vec()].concat()
}

/// A text of an .xlsb part, with its length before it.
pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [&(units.len() as u32 / 2).to_le_bytes()[..], &units].concat()
}

pub fn numbers(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A text cell of an .xlsb sheet.
pub fn text_cell(column: u32, text: &str) -> Vec<u8> {
    record(6, &[numbers(&[column, 0]), wide(text)].concat())
}

/// The head of a row of an .xlsb sheet.
pub fn row_head(row0: u32, flags: u8) -> Vec<u8> {
    record(0, &[&numbers(&[row0, 0])[..], &[44, 1, 0, flags, 0], &numbers(&[0])].concat())
}

/// An .xlsb workbook whose one sheet has these records below its header.
pub fn xlsb(columns: &[u8], rows: &[u8]) -> Vec<Part> {
    let header = [row_head(0, 0), text_cell(0, "Function"), text_cell(1, "Control wanted")].concat();
    let start = [record(129, &[]), record(148, &numbers(&[0, 3, 0, 1])), columns.to_vec(), record(145, &[])].concat();
    let sheet = [start, header, rows.to_vec(), record(146, &[]), record(130, &[])].concat();
    let bundle = record(156, &[numbers(&[0, 1]), wide("rId1"), wide("Functions")].concat());
    let book =
        [record(131, &[]), record(143, &[]), bundle, record(144, &[]), record(157, &[0; 4]), record(132, &[])].concat();
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{RELATIONS}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    vec![
        part("[Content_Types].xml", "<Types/>"),
        part("_rels/.rels", relation("officeDocument", "xl/workbook.bin")),
        part("xl/_rels/workbook.bin.rels", relation("worksheet", "worksheets/sheet1.bin")),
        part("xl/workbook.bin", book),
        part("xl/worksheets/sheet1.bin", sheet),
    ]
}

/// A record of an .xls stream.
pub fn biff(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// A cell of an .xls stream: row, column, format, and what it holds.
pub fn biff_cell(kind: u16, row0: u16, column0: u16, data: &[u8]) -> Vec<u8> {
    biff(kind, &[&[row0, column0, 0].map(u16::to_le_bytes).concat()[..], data].concat())
}

/// A text cell of an .xls stream, whose text is in bytes of the code page.
pub fn label(row0: u16, column0: u16, text: &str) -> Vec<u8> {
    biff_cell(0x0204, row0, column0, &[&(text.len() as u16).to_le_bytes()[..], &[0], text.as_bytes()].concat())
}

/// The beginning of an .xls stream: of the workbook (5) or of a sheet (16).
pub fn bof(kind: u16) -> Vec<u8> {
    biff(0x0809, &[0x0600, kind, 0x1000, 0x07CC, 0, 0, 0, 0].map(u16::to_le_bytes).concat())
}

pub const BIFF_EOF: [u8; 4] = [0x0A, 0, 0, 0];

/// The stream of an .xls workbook: records of the workbook, and of its one sheet below the header.
pub fn xls_stream(globals: &[u8], rows: &[u8]) -> Vec<u8> {
    let name = "Functions";
    let bound_sheet =
        |at: u32| biff(0x0085, &[&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name.as_bytes()].concat());
    let length = bof(5).len() + globals.len() + bound_sheet(0).len() + BIFF_EOF.len();
    let header = [label(0, 0, "Function"), label(0, 1, "Control wanted")].concat();
    let book = [bof(5), globals.to_vec(), bound_sheet(length as u32), BIFF_EOF.to_vec()].concat();
    [book, bof(16), header, rows.to_vec(), BIFF_EOF.to_vec()].concat()
}

/// An .xls workbook with records of the workbook, and of its one sheet below the header.
pub fn xls(globals: &[u8], rows: &[u8]) -> Vec<u8> {
    compound("Workbook", &xls_stream(globals, rows))
}

const FREE: u32 = 0xFFFF_FFFF;
const LAST: u32 = 0xFFFF_FFFE;
pub const SECTOR: usize = 512;

/// A compound file with one stream: a sector for its table of chains, one for its directory, and then the stream.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const LEAST: usize = 4096;
    let mut stream = stream.to_vec();
    let size = stream.len().max(LEAST);
    stream.resize(size.next_multiple_of(SECTOR), 0);
    let sectors = (stream.len() / SECTOR) as u32;
    let mut table = vec![0xFFFF_FFFD, LAST];
    table.extend((2..2 + sectors).map(|at| if at == 1 + sectors { LAST } else { at + 1 }));
    table.resize(SECTOR / 4, FREE);

    let mut header = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 16]].concat();
    header.extend([0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0].map(u16::to_le_bytes).concat());
    header.extend(numbers(&[0, 1, 1, 0, LEAST as u32, LAST, 0, LAST, 0, 0]));
    header.resize(SECTOR, 0xFF);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u16 + 2;
        entry.resize(64, 0);
        entry.extend([&length.to_le_bytes()[..], &[kind, 1], &numbers(&[FREE, FREE, child]), &[0; 36]].concat());
        entry.extend(numbers(&[start, size, 0]));
        entry
    };
    let mut directory = [entry("Root Entry", 5, 1, LAST, 0), entry(name, 2, FREE, 2, size as u32)].concat();
    directory.resize(SECTOR, 0);
    [header, numbers(&table), directory, stream].concat()
}
