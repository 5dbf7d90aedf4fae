"""Fills in a workbook that was made to be filled in, and says as JSON what it asks.

Usage: fill_in.py WORKBOOK FILLED

A blank template gets three functions, with the first, second and last word of each list. A questionnaire gets the first
word of each list in every cell that has one.
"""
import json
import sys
import warnings

import openpyxl
from openpyxl.utils import get_column_letter

warnings.simplefilter("error")
workbook_path, filled_path = sys.argv[1:]
book = openpyxl.load_workbook(workbook_path)
assert book.sheetnames[0] == "Read me", book.sheetnames
sheet = book[book.sheetnames[1]]
is_blank = sheet.title == "Functions"
header_row = 2 if is_blank else 4
headers = [cell.value for cell in sheet[header_row]]
while headers[-1] is None:
    headers.pop()

# Where a sheet ends, the library looks for in all of its cells.
last = sheet.max_row
lists, prompts = {}, {}
for validation in sheet.data_validations.dataValidation:
    assert validation.showInputMessage and validation.prompt, validation.sqref
    for part in validation.sqref.ranges:
        for row in range(part.min_row, min(part.max_row, header_row + max(3, last)) + 1):
            at = (row, part.min_col)
            assert at not in prompts, at
            prompts[at] = validation.prompt
            if validation.type == "list":
                lists[at] = validation.formula1.strip('"').split(",")
            elif validation.type == "decimal":
                assert validation.errorStyle == "warning", at
                lists[at] = [12, 3.5]

rows = []
for row in range(header_row + 1, header_row + 4 if is_blank else last + 1):
    asked, framed = [], []
    for column, header in enumerate(headers, 1):
        cell = sheet.cell(row, column)
        assert cell.data_type != "f", cell.coordinate
        choices = lists.get((row, column))
        if cell.border.left.style == "thick":
            framed.append(header)
        if choices:
            assert cell.value is None, cell.coordinate
            cell.value = choices[[0, min(1, len(choices) - 1), -1][row - header_row - 1] if is_blank else 0]
            asked.append(header)
        elif is_blank:
            cell.value = f"{header} {row}"
    values = [sheet.cell(row, column).value for column in range(1, len(headers) + 1)]
    rows.append({"values": values, "asked": asked, "framed": framed})

book.save(filled_path)
frozen = sheet.freeze_panes
assert frozen and frozen.endswith(str(header_row + 1)), frozen
print(json.dumps({
    "headers": headers,
    "rows": rows,
    "prompts": {get_column_letter(column): prompt for (row, column), prompt in prompts.items()},
    "read_me": [cell.value for row in book["Read me"].iter_rows() for cell in row if cell.value is not None],
    "above": [cell.value for row in sheet.iter_rows(max_row=header_row - 1) for cell in row if cell.value],
    "last_row_with_prompts": max(part.max_row for v in sheet.data_validations.dataValidation for part in v.sqref.ranges),
}))
