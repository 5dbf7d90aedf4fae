"""Changes weights and thresholds in an assessed workbook, as a person would.

Usage: change_rules.py WORKBOOK CHANGED JSON

JSON says what to put into the cell beside a name on the sheet Criteria: {"Cost": 0.3}; null empties it. A key such as
"Rulebook!A9" or "Criteria!A7" names a cell instead, "insert Criteria" inserts so many rows above the header, "sort" turns the
rows of the criteria round, "unname" empties the cells of names, and "remove" takes a sheet away.
"""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
workbook_path, changed_path, changes = sys.argv[1:]
book = openpyxl.load_workbook(workbook_path)
sheet = book["Criteria"]


def row(name):
    return next(cell.row for cell in sheet["A"] if cell.value == name)


for key, value in json.loads(changes).items():
    if key == "remove":
        del book[value]
    elif key == "unname":
        for name in value:
            sheet.cell(row(name), 1).value = None
    elif key == "insert":
        sheet.insert_rows(3, value)
    elif key == "sort":
        rows = list(sheet.iter_rows(min_row=row("Criterion") + 1, max_row=row("Control and engagement")))
        turned = [[cell.value for cell in cells] for cells in reversed(rows)]
        for cells, values in zip(rows, turned):
            for cell, content in zip(cells, values):
                cell.value = content
    elif "!" in key:
        name, cell = key.split("!")
        book[name][cell].value = value
    else:
        sheet.cell(row(key), 2).value = value
book.save(changed_path)
