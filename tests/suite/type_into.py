"""Types into cells of a workbook, as a person would.

Usage: type_into.py WORKBOOK SHEET JSON

JSON lists the cells, each by a text among the first three of its row, its header, and what is typed: [["1", "Level: volume",
"Low"]]; without a header it is the second of the row. A per cent such as "75%" becomes what Excel
makes of it; {"over": 3, "value": …} is a cell that is merged with those below it, three in all, {"note": …} a note on a cell, by
Eve or whoever is named as "by", {"column": …} a column with that header before the cell's, {"below": …} a text below
the table, {"copy": true} a copy of the sheet, and {"hidden": true} hides it. What
stood in them before is printed as JSON.
"""
import json
import sys
import warnings

import openpyxl
from openpyxl.comments import Comment

warnings.simplefilter("ignore")
path, name, cells = sys.argv[1:]
cells = json.loads(cells)
book = openpyxl.load_workbook(path)
sheet = book[name]
wanted = {header for _, header, _ in cells}
headers = lambda row: {str(cell.value): cell.column for cell in sheet[row]}
top = next(row for row in range(1, 30) if wanted <= set(headers(row)) | {""})
columns = headers(top)
found = []
for row, header, value in cells:
    at = next(r for r in range(top + 1, sheet.max_row + 1) if row in [str(c.value) for c in sheet[r][:3]])
    cell = sheet.cell(at, columns[header] if header else 2)
    found.append(cell.value)
    if isinstance(value, dict) and "note" in value:
        cell.comment = Comment(value["note"], value.get("by", "Eve"))
        continue
    if isinstance(value, dict) and "hidden" in value:
        sheet.sheet_state = "hidden"
        continue
    if isinstance(value, dict) and "copy" in value:
        book.copy_worksheet(sheet)
        continue
    if isinstance(value, dict) and "below" in value:
        sheet.cell(sheet.max_row + 2, columns[header]).value = value["below"]
        continue
    if isinstance(value, dict) and "column" in value:
        sheet.insert_cols(cell.column)
        sheet.cell(top, columns[header]).value, sheet.cell(at, columns[header]).value = value["column"], "by hand"
        continue
    if isinstance(value, dict):
        sheet.merge_cells(start_row=at, end_row=at + value["over"] - 1, start_column=cell.column, end_column=cell.column)
        value = value["value"]
    if isinstance(value, str) and value.endswith("%"):
        value, cell.number_format = float(value[:-1]) / 100, "0%"
    cell.value = value
book.save(path)
print(json.dumps(found))
