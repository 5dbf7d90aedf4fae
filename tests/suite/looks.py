"""Makes an inventory with marks of all kinds, and checks what an annotated workbook has kept of them.

Usage: looks.py make INVENTORY.xlsx
       looks.py check WORKBOOK all|numbers
"""
import datetime
import sys
import warnings

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.datavalidation import DataValidation

warnings.filterwarnings("ignore", message="(Conditional Formatting|Unknown) extension is not supported")
HEADERS = ["Id", "Function", "Department", "Strategic value", "Repetitiveness", "Volume", "Annual cost", "Since", "Working time"]


def solid(color):
    return PatternFill("solid", fgColor=color)


def make(path):
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "Functions"
    sheet.append(HEADERS)
    for i in range(8):
        department = "Finance" if i == 0 else "Legal" if i == 4 else None
        since = datetime.date(2020, 1, 1 + i)
        sheet.append([f"F{i}", f"Function {i}", department, "High", "Low", 1200 + i, 1000 * i, since, datetime.timedelta(days=1.5)])
        sheet.cell(i + 2, 7).number_format = '"€"#,##0.00'
        sheet.cell(i + 2, 9).number_format = "[h]:mm"
    sheet.merge_cells("C2:C5")
    sheet.merge_cells("C6:C9")
    sheet["B3"].fill, sheet["B3"].font = solid("FFFF00"), Font(bold=True)
    sheet["B4"].font = Font(strike=True, italic=True, color="FF0000")
    sheet["G5"].fill = solid(Color(theme=4))
    sheet["E6"].fill = solid("1F4E78")
    sheet["D3"].value, sheet["D3"].fill = None, solid("00FF00")
    sheet["B5"].comment, sheet["D7"].comment = Comment("ask Ana", "Bob"), Comment("unsure", "Zoe")
    sheet["B7"].hyperlink = "https://example.com/x"
    sheet["G9"] = "=SUM(G2:G8)"
    sheet.column_dimensions["B"].width = 33
    sheet.column_dimensions["F"].hidden = True
    sheet.row_dimensions[8].hidden = True
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=6, min_row=1, max_row=9))
    sheet.add_chart(chart, "L5")
    sheet.conditional_formatting.add("F2:F9", CellIsRule(operator="greaterThan", formula=["1203"], fill=solid("FF0000")))
    levels = DataValidation(type="list", formula1='"High,Low"')
    sheet.add_data_validation(levels)
    levels.add("D2:E9")
    book.save(path)


def check(path, has_marks):
    book = openpyxl.load_workbook(path)
    sheet = book["Assessment"]
    departments = [sheet.cell(row, 3).value for row in range(2, 10)]
    assert departments == ["Finance"] * 4 + ["Legal"] * 4, departments
    assert not sheet.merged_cells.ranges, "a merged cell cannot be filtered"
    assert sheet["H3"].value.date() == datetime.date(2020, 1, 2), sheet["H3"].value
    assert sheet["I3"].value == datetime.timedelta(days=1.5), sheet["I3"].value
    assert "€" in sheet["G3"].number_format and "0.00" in sheet["G3"].number_format, sheet["G3"].number_format
    columns, rows = sheet.column_dimensions, sheet.row_dimensions
    assert columns["F"].hidden and columns["F"].outlineLevel == 1, "a hidden column is folded"
    assert not rows[8].hidden, "a hidden row is shown"
    said = "\n".join(str(cell.value) for row in book["Data quality"].iter_rows() for cell in row if cell.value)
    assert "Rows that were hidden are shown" in said and "Columns that were hidden are folded" in said, said
    assert "1 formula (but its result is)" in said, said
    assert ("cannot be read from a file of this format" in said) != has_marks, said
    if not has_marks:
        return
    assert 33 <= columns["B"].width <= 48, columns["B"].width
    assert "1 chart" in said and "1 area with conditional formats" in said, said
    fill = lambda cell: sheet[cell].fill.fgColor.rgb if sheet[cell].fill.patternType else None
    fills = [fill(cell) for cell in ("B2", "B3", "G5", "E6", "D3")]
    assert fills[:2] == [None, "FFFFFF00"] and fills[3:] == ["FF1F4E78", "FF00FF00"] and fills[2], fills
    assert sheet["B3"].font.b and not sheet["B4"].font.b
    assert sheet["B4"].font.strike and sheet["B4"].font.i and sheet["B4"].font.color.rgb == "FFFF0000"
    assert sheet["E6"].font.color.rgb == "FFFFFFFF", "letters are legible on their ground"
    assert sheet["B5"].comment.text.endswith("ask Ana") and sheet["D7"].comment.text.endswith("unsure")
    assert sheet["B7"].hyperlink.target == "https://example.com/x"


if sys.argv[1] == "make":
    make(sys.argv[2])
else:
    check(sys.argv[2], sys.argv[3] == "all")
    print("the looks are kept")
