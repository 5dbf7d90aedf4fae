#!/usr/bin/env python3
"""Makes the inventories that are no plain text: python3 make.py [folder]

Needs openpyxl and, for .xls, .ods and stored formula results, LibreOffice (soffice). The same bytes come out every
time: workbooks get a fixed date inside and fixed dates in their zip. The text files beside them are written by hand.
"""

import datetime
import io
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

OUT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "inventories"
WHEN = datetime.datetime(2026, 1, 1)
LONG_HEADERS = ["Function", "Department", "Strategic value", "Control wanted", "Annual volume"]


# ----------------------------------------------------------------------------------------------------------------
# Writing


def fixed(data):
    """The same zip without the moment at which it was written."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename in ("docProps/core.xml", "meta.xml"):
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+", WHEN.isoformat().encode(), content)
            entry = zipfile.ZipInfo(item.filename)  # dated 1980-01-01
            entry.compress_type = item.compress_type
            new.writestr(entry, content)
    return result.getvalue()


def xlsx(book):
    book.properties.created = WHEN
    data = io.BytesIO()
    book.save(data)
    return fixed(data.getvalue())


def write(name, data):
    (OUT / name).write_bytes(data)


def converted(book, form):
    """What LibreOffice makes of the workbook: `xls`, `ods`, or `xlsx` with the results of its formulas."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in", "book.xlsx")
        source.parent.mkdir()
        source.write_bytes(xlsx(book))
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", form, "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True)
        data = Path(folder, "book." + form).read_bytes()
        return data if form == "xls" else fixed(data)


def book(**sheets):
    """A workbook with a sheet for each name, from its rows; `_` in a name stands for a blank."""
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return made


def merge(sheet, *ranges):
    for cells in ranges:
        sheet.merge_cells(cells)
        sheet[cells.split(":")[0]].alignment = Alignment(horizontal="center", vertical="center")


# ----------------------------------------------------------------------------------------------------------------
# Finding the table


def merged_header():
    """Two header rows: groups merged over their columns, single headers merged downwards."""
    made = book(
        Inventory=[
            ["Facility services 2026"],
            [],
            ["Process", "Department", "Evaluation", None, None, "Annual", None],
            [None, None, "Strategic value", "Repetitiveness", "Control wanted", "Volume", "Cost (EUR)"],
            ["Lift inspection", "Buildings", "Low", "Medium", "Low", 1240, 88000],
            ["Energy purchasing", "Utilities", "High", "Low", "High", 36, 2400000],
            ["Key handover", "Security", "Low", "High", "Medium", 15800, 41000],
        ]
    )
    merge(made.active, "A1:G1", "A3:A4", "B3:B4", "C3:E3", "F3:G3")
    return made


def one_group_in_the_header():
    """One group over all columns that have headers of their own in the row below; the others stand beside it."""
    made = book(
        Inventory=[
            ["Process", "Department", "Assessment", None, None],
            [None, None, "Strategic value", "Integration", "Control wanted"],
            ["Tide tables", "Harbour", "Low", "Low", "Low"],
            ["Pilotage", "Harbour", "High", "High", "High"],
        ]
    )
    merge(made.active, "C1:E1")
    return made


def three_row_header():
    made = book(
        Processes=[
            ["Identification", None, "Assessment", None, None, None],
            ["Process", None, "Value", None, "Work", None],
            ["ID", "Name", "Strategic", "Core (Y/N)", "Frequency", "Skill level"],
            ["M-01", "Melt shop", "High", "Y", "Continuous", "High"],
            ["M-02", "Scrap sorting", "Low", "N", "Daily", "Low"],
            ["M-03", "Furnace relining", "Medium", "N", "Yearly", "High"],
        ]
    )
    merge(made.active, "A1:B1", "C1:F1", "A2:B2", "C2:D2", "E2:F2")
    return made


def second_of_three_sheets():
    return book(
        ReadMe=[
            ["Business function inventory, Alder Pharma"],
            ["Please fill in one row for each function."],
            [],
            ["Column", "Meaning"],
            ["Function name", "What the function is called"],
            ["Department", "Who runs it"],
            ["Strategic value", "High, Medium or Low"],
            ["Control wanted", "High, Medium or Low"],
        ],
        Inventory=[
            ["Function name", "Department", "Strategic value", "Control wanted"],
            ["Batch release", "Quality", "High", "High"],
            ["Blister packing", "Production", "Low", "Medium"],
            ["Site landscaping", "Facilities", "Low", "Low"],
        ],
        Lists=[
            ["Department", "Frequency", "Control"],
            ["Quality", "Daily", "High"],
            ["Production", "Weekly", "Medium"],
            ["Facilities", "Monthly", "Low"],
        ],
    )


def hidden_sheet_is_fuller():
    made = book(
        Overview=[["Function", "Department"], ["Ad sales", "Commercial"], ["Subtitling", "Production"]],
        Full_2024=[
            LONG_HEADERS,
            ["Ad sales", "Commercial", "High", "High", 5200],
            ["Subtitling", "Production", "Low", "Low", 18400],
            ["Tape archive", "Production", "Low", "Low", 60],
        ],
    )
    made["Full 2024"].sheet_state = "hidden"
    return made


def only_hidden_sheet():
    made = book(
        Cover=[["Service catalogue"], ["Municipal works, edition 2026"], ["Confidential"]],
        Data=[
            ["Service", "Division", "Control wanted"],
            ["Street lighting", "Roads", "Medium"],
            ["Gully emptying", "Drainage", "Low"],
            ["Flood warning", "Drainage", "High"],
        ],
    )
    made["Data"].sheet_state = "hidden"
    return made


def split_over_three_sheets():
    """What is wrong on the second sheet is told by its own name and rows."""
    header = ["Process name", "Owner", "Frequency", "Control wanted", "Annual volume"]
    people = [header, ["Onboarding", "B. Sørensen", "Weekly", "Medium", 700]]
    people.append(["Shift planning", "C. Ito", "Weekly", "High", "100-50,000"])
    return book(
        Finance=[header, ["Fixed assets", "A. Moreau", "Monthly", "Medium", 900], ["Tax audit", "A. Moreau", "Yearly", "High", 4]],
        People=people,
        IT=[header, ["Patching", "D. Silva", "Monthly", "Low", 20000]],
    )


def one_scale_on_each_sheet():
    """A scale that every sheet states holds for all of them."""
    def plant(*rows):
        return [["Control wanted: 1 = full control, 5 = none"], [], ["Function", "Control wanted", "FTE"], *rows]
    return book(Leeds=plant(["Payroll", 1, 3], ["Tax", 4, 2]), Brno=plant(["Mail room", 5, 3], ["Audit", 2, 2]))


def same_headings_on_two_sheets():
    """Rows that hold nothing but a name make no sheet a copy of another."""
    def plant(front, back):
        header = ["Function", "Control wanted", "FTE"]
        return [header, ["Front office"], *front, ["Back office"], *back]
    return book(Leeds=plant([["Payroll", "High", 3], ["Audit", "Low", 2]], [["Claims", "Low", 4], ["Travel", "Low", 1]]),
                Brno=plant([["Mail room", "High", 3], ["Audit", "Low", 3]], [["Fleet", "Low", 4], ["Legal", "High", 2]]))


def two_rival_sheets():
    return book(
        Processes=[
            ["Process name", "Department", "Control wanted"],
            ["Weld inspection", "Quality", "High"],
            ["Crane rental", "Logistics", "Low"],
        ],
        Services=[
            ["Service name", "Owner", "Strategic importance"],
            ["Ship classification", "R. Duarte", "High"],
            ["Dock cleaning", "F. Lund", "Low"],
        ],
    )


def copy_of_the_sheet():
    rows = [LONG_HEADERS, ["Garden design", "Studio", "High", "High", 85], ["Plant delivery", "Fleet", "Low", "Low", 21000]]
    old = [LONG_HEADERS, ["Garden design", "Studio", "High", "Medium", 70], ["Plant delivery", "Fleet", "Low", "Low", 19500]]
    return book(Inventory=rows, Inventory_old=old)


def copy_with_some_of_the_rows():
    rows = [LONG_HEADERS, ["Garden design", "Studio", "High", "High", 85], ["Plant delivery", "Fleet", "Low", "Low", 21000]]
    return book(Final=rows, Old=[*rows, ["Lawn care", "Fleet", "Low", "Low", 900], ["Greenhouses", "Studio", "High", "Low", 12]])


def merged_amounts():
    made = book(Inventory=[["Function", "Department", "FTE", "Annual cost (EUR)"], ["Pruning", "Fleet", 10, 1000],
                           ["Mulching", "Fleet", None, None], ["Tax", "Finance", 2, 500]])
    merge(made.active, "B2:B3", "C2:C3", "D2:D3")
    return made


def grouped_rows():
    made = book(Inventory=[["Function", "FTE", "Annual cost (EUR)"], ["Finance", 30, 300], ["Payables", 20, 200],
                           ["Receivables", 10, 100], ["People", 14, 700], ["Payroll", 10, 500], ["Hiring", 4, 200]])
    for row in (3, 4, 6, 7):
        made.active.row_dimensions[row].outlineLevel = 1
    return made


def grouped_rows_above_their_parents():
    made = book(Inventory=[["Function", "FTE", "Annual cost (EUR)"], ["Payables", 20, 200], ["Receivables", 10, 100],
                           ["Finance", 30, 300], ["Payroll", 10, 500], ["Hiring", 4, 200], ["People", 14, 700]])
    for row in (2, 3, 5, 6):
        made.active.row_dimensions[row].outlineLevel = 1
    return made


def scores_on_a_sheet_of_their_own():
    return book(Processes=[["ID", "Process", "Department"], [1, "Payroll", "People"], [2, "Tax", "Finance"]],
                Scores=[["ID", "Strategic value", "Repetitiveness", "Control wanted"], [1, "Low", "High", "High"],
                        [2, "High", "Low", "Low"]])


def units_in_brackets():
    return book(Functions=[["Process", "Department", "Annual cost", "FTE"], ["[text]", "[text]", "[kEUR]", "[-]"],
                           ["Payroll", "People", 120, 3], ["Tax", "Finance", 20, 2]])


def names_only():
    return book(Sheet1=[["Function"], ["Brewing"], ["Bottle washing"], ["Brewery tours"], ["Excise filing"]])


# ----------------------------------------------------------------------------------------------------------------
# Rows


def merged_departments():
    """A department's cell is merged over its rows, as people do in print layouts."""
    made = book(
        Functions=[
            ["Department", "Function", "Location", "FTE"],
            ["Finance", "Treasury", "Zürich", 2],
            [None, "Accounts receivable", None, 4],
            [None, "Group reporting", "Basel", 3],
            ["Legal", "Patents", "Basel", 5],
            [None, "Contract archive", None, 1],
            [None, "Trade marks", None, 2],
            ["Sales", "Tenders", None, 2],
        ]
    )
    merge(made.active, "A2:A4", "A5:A6", "C2:C3")
    return made


def merged_heading_rows():
    made = book(
        Register=[
            ["Activity", "Frequency", "Control wanted", "FTE"],
            ["1. Guest services"],
            ["Night audit", "Daily", "Medium", 1],
            ["Concierge", "Daily", "High", 3],
            ["2. Back office"],
            ["Linen rental", "Weekly", "Low", 2],
            ["Pest control", "Monthly", "Low", 0.2],
            ["Total", None, None, 6.2],
        ]
    )
    merge(made.active, "A2:D2", "A5:D5")
    return made


def statistics_in_german():
    return book(
        Prozesse=[
            ["Prozess", "Strategischer Wert (1-5)", "Kosten (EUR)"],
            ["Gewichtung", 0.5, 0.5],
            ["Lohnabrechnung", 2, 120000],
            ["Rechtsberatung", 5, 80000],
            ["Poststelle", 1, 40000],
            ["Mittelwert", 2.6667, 80000],
            ["Standardabweichung", 2.0817, 40000],
        ]
    )


def second_table_in_french():
    return book(
        Fonctions=[
            ["Processus", "Contrôle souhaité", "Volume annuel"],
            ["Paie", "Faible", 24000],
            ["Conseil juridique", "Élevé", 120],
            ["Courrier", "Faible", 90000],
            [],
            ["Direction", "Effectif"],
            ["Finances", 12],
            ["Juridique", 4],
        ]
    )


def statements_on_other_sheets():
    """What a dictionary and a legend say of columns, beside a list of answers and a sheet of other figures."""
    return book(
        Read_me=[["Functions of the harbour"], ["Rate each from 1 to 5."], ["Prepared in January 2024 by the board"]],
        Functions=[
            ["Process", "Integration (1-5)", "Volume", "Cost", "Control wanted (1-5)", "Strategic value (1-5)"],
            ["Berth planning", 1, 4000, 120, 1, 5],
            ["Mooring", 5, 50, 300, 5, 1],
        ],
        Columns=[
            ["Column", "Meaning"],
            ["Volume", "per month"],
            ["Cost", "in kEUR"],
            ["Strategic value (1-5)", "1 = very low, 5 = very high"],
        ],
        Scale=[["Control wanted"], [1, "very high"], [3, "medium"], [5, "very low"], ["Priority"], [1, "high"], [5, "low"]],
        Lists=[["EUR"], ["USD"], ["Monthly"], ["Daily"]],
        Budget=[["All amounts in kUSD per quarter"], ["Post", "Budget"], ["Tugs", 12], ["Pilots", 14]],
    )


def footer_in_spanish():
    return book(
        Funciones=[
            ["Proceso", "Departamento", "Control deseado", "Volumen anual"],
            ["Nóminas", "Personal", "Bajo", 24000],
            ["Asesoría jurídica", "Jurídico", "Alto", 120],
            ["Correo", "Servicios", "Bajo", 90000],
            ["Contabilidad", "Finanzas", "Bajo", 70000],
            [],
            [],
            ["Informe de la cartera de funciones"],
            ["Fuente: SAP, 31.12.2025"],
            ["Información confidencial. No distribuir."],
        ]
    )


def transposed_in_portuguese():
    return book(
        Folha1=[
            ["Processo", "Folha de pagamento", "Assessoria jurídica", "Correio"],
            ["Valor estratégico", "Baixo", "Alto", "Baixo"],
            ["Repetitividade", "Alta", "Baixa", "Alta"],
            ["Volume anual", 24000, 120, 90000],
        ]
    )


def headings_without_a_column():
    """Headings between the functions, which no column of departments repeats."""
    return book(
        Register=[
            ["Activity", "Frequency", "FTE"],
            ["GUEST SERVICES"],
            ["Night audit", "Daily", 1],
            ["Concierge", "Daily", 3],
            ["BACK OFFICE"],
            ["Linen rental", "Weekly", 2],
            ["Pest control", "Monthly", 0.2],
        ]
    )


def totals_without_results():
    """Totals that no program has calculated."""
    return book(
        Costs=[
            ["Process", "Department", "Annual cost (EUR)", "FTE"],
            ["Payroll", "HR", 120000, 3],
            ["Recruiting", "HR", 90000, 2],
            ["HR in all", None, "=SUM(C2:C3)", "=SUM(D2:D3)"],
            ["Invoicing", "Finance", 70000, 2],
            ["Grand total", None, "=SUBTOTAL(9,C2:C5)", "=SUBTOTAL(9,D2:D5)"],
        ]
    )


# ----------------------------------------------------------------------------------------------------------------
# Values


def per_cent():
    """The same shares as numbers shown as per cent, as typed text, and as numbers whose header says per cent."""
    made = book(
        Shares=[
            ["Process", "Repetitiveness", "Manual effort", "Specialisation (%)"],
            ["Lens grinding", 0.9, "95%", 20],
            ["Eye tests", 0.3, "40 %", 100],
            ["Frame repair", 0.5, "75,5 %", 50],
        ]
    )
    for row in range(2, 5):
        made.active.cell(row, 2).number_format = "0%"
    return made


def numbers_as_text():
    return book(
        Export=[
            ["Process ID", "Process", "Annual volume", "FTE", "Annual cost (EUR)"],
            ["0012", "Till rolls", "5400", "2", "'61000"],
            ["0105", "Shelf labels", "250000", "1.5", " 84000 "],
            ["0007", "Store radio", " 365", "0.25", "\u00a012000"],
        ]
    )


def dates():
    made = book(
        Projects=[
            ["Function", "Type of work", "End date", "Annual volume"],
            ["Fish ladder monitoring", "Ongoing", None, 365],
            ["Weir removal", "Project", datetime.date(2026, 9, 30), 1],
            ["Sensor rollout", "Project", datetime.date(2027, 3, 15), 40],
            ["Bank repair", "Seasonal", "spring 2027", 12],
        ]
    )
    for row in (3, 4):
        made.active.cell(row, 3).number_format = "dd.mm.yyyy"
    return made


def dates_from_1904():
    made = dates()
    made.epoch = CALENDAR_MAC_1904
    return made


def error_cells():
    return book(
        Sheet1=[
            ["Function", "Department", "Strategic value", "Annual volume", "Annual cost"],
            ["Gas trading", "#REF!", "High", 860, 1900000],
            ["Pipe cleaning", "Network", "#N/A", 1450, "#DIV/0!"],
            ["#NAME?", "Network", "Low", 22, 8000],
            ["Leak hotline", "Network", "Low", "#VALUE!", 240000],
        ]
    )


def formulas():
    return book(
        Costing=[
            ["Function", "Department", "FTE", "Cost per FTE", "Annual cost"],
            ["Sawing", "Mill", 4, 52000, "=C2*D2"],
            ["Grading", "Mill", 2.5, 61000, "=C3*D3"],
            ['="Kiln "&"drying"', "Mill", "=1+1", 58000, "=C4*D4"],
            ["Total", None, "=SUM(C2:C4)", None, "=SUM(E2:E4)"],
        ]
    )


def rich_text_and_links():
    bold = InlineFont(b=True)
    made = book(
        Catalogue=[
            ["Service name", "Description", "Control wanted", "Owner"],
            [None, "Loans of\nlaptops", None, "Helpdesk"],
            ["Poster printing", "A0 to A3_x000D_\nwithin 2 days", "Low", "print@example.com"],
            ["Lecture recording", "\u00a0Rooms 1\u20139\u200b ", "Medium\u00a0", "AV team"],
        ]
    )
    sheet = made.active
    sheet["A2"] = CellRichText("Equipment ", TextBlock(bold, "loans"))
    sheet["C2"] = CellRichText(TextBlock(bold, "High"), " - data on devices")
    sheet["A3"].hyperlink = "https://example.com/posters"
    sheet["A3"].font = Font(underline="single", color="0563C1")
    sheet["D3"].hyperlink = "mailto:print@example.com"
    return made


def booleans():
    return book(
        Sheet1=[
            ["Process", "Core", "Repetitive", "Personal data", "Regulated"],
            ["Blood donation", True, False, True, True],
            ["Bed linen", False, True, False, False],
            ["Ambulance billing", False, True, True, None],
        ]
    )


# ----------------------------------------------------------------------------------------------------------------
# Bad input


def widest_sheet():
    made = book(
        Sheet1=[
            ["Function", "Department", "Control wanted"],
            ["Tile cutting", "Works", "Low"],
            ["Mosaic design", "Studio", "High"],
            ["Showroom", "Sales", "Medium"],
        ]
    )
    made.active["XFD1"] = "x"
    return made


def encrypted():
    """The container in which Excel puts a workbook with a password: its directory, with empty streams."""
    end, free, fat = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0) + struct.pack("<109I", 0, *[free] * 108)

    def entry(name, kind, left=free, child=free):
        text = (name + "\0").encode("utf-16-le")
        where = struct.pack("<H2B3I", len(text), kind, 1, left, free, child)
        return text.ljust(64, b"\0") + where + bytes(36) + struct.pack("<IQ", end, 0)

    directory = entry("Root Entry", 5, child=1) + entry("EncryptedPackage", 2, left=2) + entry("EncryptionInfo", 2)
    return header + struct.pack("<128I", fat, end, *[free] * 126) + directory.ljust(512, b"\0")


def picture():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">2I5B", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(4))) + chunk(b"IEND", b"")


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()


def xlsb(rows, merged=(), short=False, macros=False):
    """A binary workbook with one sheet; `short` leaves the columns out of its cells, as some libraries write them.
    With `macros` a sheet of macros stands before it, and the targets of both are written from the root of the package.

    `merged` holds (first row, last row, first column, last column), from 0.
    """

    def record(kind, data=b""):
        number = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
        assert len(data) < 1 << 14
        size = bytes([len(data)]) if len(data) < 128 else bytes([len(data) & 127 | 128, len(data) >> 7])
        return number + size + data

    def text(value):
        return struct.pack("<I", len(value)) + value.encode("utf-16-le")

    sheet = record(129) + record(148, struct.pack("<4I", 0, len(rows) - 1, 0, len(rows[0]) - 1)) + record(145)
    for r, row in enumerate(rows):
        sheet += record(0, struct.pack("<2IH3BI2I", r, 0, 300, 0, 0, 0, 1, 0, len(row) - 1))
        for c, value in enumerate(row):
            place = struct.pack("<I", 0) if short else struct.pack("<2I", c, 0)
            if value is None:
                sheet += record(12 if short else 1, place)
            elif isinstance(value, str):
                sheet += record(17 if short else 6, place + text(value))
            else:
                sheet += record(16 if short else 5, place + struct.pack("<d", value))
    sheet += record(146)
    if merged:
        ranges = b"".join(record(176, struct.pack("<4I", *cells)) for cells in merged)
        sheet += record(177, struct.pack("<I", len(merged))) + ranges + record(178)
    sheet += record(130)
    sheets = [("rId2", "Macros")] * macros + [("rId1", "Inventory")]
    listed = [record(156, struct.pack("<2I", 0, at) + text(id) + text(name)) for at, (id, name) in enumerate(sheets, 1)]
    bundle = record(143) + b"".join(listed) + record(144)
    types, office = "http://schemas.openxmlformats.org/package/2006/", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    main = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"

    def relation(kind, target, more=""):
        one = f'<Relationship Id="rId1" Type="{office}{kind}" Target="{target}"/>{more}'
        return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{types}relationships">{one}</Relationships>'

    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{types}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.bin" ContentType="{main}"/>'
        '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
    )
    kind = "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet"
    macro = f'<Relationship Id="rId2" Type="{kind}" Target="/xl/macrosheets/sheet1.bin"/>'
    parts = {
        "[Content_Types].xml": content,
        "_rels/.rels": relation("officeDocument", "xl/workbook.bin"),
        "xl/workbook.bin": record(131) + bundle + record(132),
        "xl/_rels/workbook.bin.rels": relation("worksheet", "worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": sheet,
    }
    if macros:
        parts["xl/_rels/workbook.bin.rels"] = relation("worksheet", "/xl/worksheets/sheet1.bin", macro)
        parts["xl/macrosheets/sheet1.bin"] = record(129) + record(145) + record(146) + record(130)
    return zipped(parts)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for make in (
        merged_header, one_group_in_the_header, three_row_header, second_of_three_sheets, hidden_sheet_is_fuller,
        only_hidden_sheet,
        split_over_three_sheets, one_scale_on_each_sheet, same_headings_on_two_sheets, two_rival_sheets,
        copy_of_the_sheet, names_only, merged_departments,
        copy_with_some_of_the_rows, merged_amounts, grouped_rows, grouped_rows_above_their_parents,
        scores_on_a_sheet_of_their_own, units_in_brackets,
        merged_heading_rows, per_cent, numbers_as_text, dates_from_1904, error_cells, rich_text_and_links, booleans,
        widest_sheet, statistics_in_german, second_table_in_french, transposed_in_portuguese,
        headings_without_a_column, totals_without_results, statements_on_other_sheets,
    ):  # fmt: skip
        write(make.__name__.replace("_", "-") + ".xlsx", xlsx(make()))
    for make, form in (
        (merged_header, "xls"), (merged_header, "ods"), (merged_departments, "xls"), (merged_departments, "ods"),
        (per_cent, "ods"), (dates_from_1904, "xls"), (dates, "ods"), (error_cells, "xls"), (error_cells, "ods"),
        (only_hidden_sheet, "xls"), (booleans, "ods"), (footer_in_spanish, "ods"),
    ):  # fmt: skip
        write(f"{make.__name__.replace('_', '-')}-{form}.{form}", converted(make(), form))
    write("formulas-without-results.xlsx", xlsx(formulas()))
    write("formulas-with-results.xlsx", converted(formulas(), "xlsx"))

    rows = [list(row) + [None] * (7 - len(row)) for row in merged_header().active.iter_rows(values_only=True)]
    merged = [(0, 0, 0, 6), (2, 3, 0, 0), (2, 3, 1, 1), (2, 2, 2, 4), (2, 2, 5, 6)]
    write("merged-header-xlsb.xlsb", xlsb(rows, merged))
    table = [["Function", "Control wanted", "FTE"], ["Sluice keeping", "High", 3.0], ["Towpath mowing", "Low", 1.5]]
    write("short-cells.xlsb", xlsb(table, short=True))
    write("macro-sheet.xlsb", xlsb(table, macros=True))

    whole = xlsx(second_of_three_sheets())
    write("truncated.xlsx", whole[: len(whole) * 3 // 5])
    write("workbook-named.csv", xlsx(names_only()))
    write("encrypted.xlsx", encrypted())
    write("picture.xlsx", picture())
    write("zip-no-workbook.xlsx", zipped({"inventory.csv": "Function,Department\nRadio spots,Marketing\n"}))


main()
