"""Makes decisions in an assessed workbook, as a person would.

Usage: decide.py WORKBOOK DECIDED JSON

JSON says for each function, by the first cell of its row, which cells of the assessment sheet to fill: {"1": {"Decision":
"retain"}}. What stands in the columns for decisions before is printed as JSON, and so is the list of the decision cells.
"""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
workbook_path, decided_path, decisions = sys.argv[1:]
book = openpyxl.load_workbook(workbook_path)
sheet = book["Assessment"]
columns = {cell.value: cell.column for cell in sheet[1]}
lists = [v.formula1 for v in sheet.data_validations.dataValidation if sheet.cell(2, columns["Decision"]).coordinate in v.sqref]
assert lists == ['"agree,BPO,traditional outsourcing,retain,defer"'], lists
found = {}
decisions = json.loads(decisions)
for row in range(2, sheet.max_row + 1):
    function = str(sheet.cell(row, 1).value)
    known = ["Decision", "Decided by", "Note", "Check"]
    values = [sheet.cell(row, columns[header]).value for header in known if header in columns]
    if any(values):
        found[function] = values
    for header, value in decisions.pop(function, {}).items():
        sheet.cell(row, columns[header]).value = value
assert not decisions, decisions
book.save(decided_path)
print(json.dumps(found))
