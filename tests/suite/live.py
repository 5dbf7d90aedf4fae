"""Sets weights and thresholds in live workbooks, lets LibreOffice recalculate them, and reads back what they come to.

Usage: live.py SETS FOLDER

SETS is a JSON list of {"workbook", "cells": {name: value}, "unset": name?, "tamper": [header, from, to]?}. All copies are
recalculated in one start of LibreOffice; what they say is printed as JSON, in the order of the sets.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import warnings

import openpyxl
from openpyxl.utils import column_index_from_string

warnings.simplefilter("ignore")
sets_path, folder = sys.argv[1], pathlib.Path(sys.argv[2])
with open(sets_path, encoding="utf-8") as file:
    sets = json.load(file)
COLUMNS = ["Verdict", "Score", "Lowest", "Highest", "Coverage", "Robustness", "Strength", "Review"]

(folder / "set").mkdir()
(folder / "recalculated").mkdir()
profile = folder / "profile" / "user"
profile.mkdir(parents=True)
(profile / "registrymodifications.xcu").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)

books = {}
for position, case in enumerate(sets):
    copy = folder / "set" / f"{position}.xlsx"
    if not case["cells"] and "tamper" not in case:
        # The workbook itself, and not what openpyxl makes of it.
        shutil.copy(case["workbook"], copy)
        continue
    book = books.get(case["workbook"])
    if book is None or "tamper" in case:
        book = openpyxl.load_workbook(case["workbook"])
    if "tamper" not in case:
        books[case["workbook"]] = book
    for name, value in case["cells"].items():
        sheet, cell = book.defined_names[name].attr_text.split("!")
        target = book[sheet.strip("'")][cell.replace("$", "")]
        assert isinstance(target.value, (int, float)), f"{name} is a cell to be changed"
        target.value = value
    if "tamper" in case:
        header, old, new = case["tamper"]
        sheet, tampered = book["Assessment"], 0
        at = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == header)
        for (cell,) in sheet.iter_rows(min_col=at, max_col=at):
            if cell.data_type == "f" and old in cell.value:
                cell.value, tampered = cell.value.replace(old, new), tampered + 1
        assert tampered, f"{header} has {old}"
    book.save(copy)

copies = [str(folder / "set" / f"{position}.xlsx") for position in range(len(sets))]
subprocess.run(
    ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder / 'profile'}",
     "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "recalculated"), *copies],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
)

said = []
for position in range(len(sets)):
    book = openpyxl.load_workbook(folder / "recalculated" / f"{position}.xlsx", data_only=True)
    sheet = book["Assessment"]
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Weighted evidence" for cell in row))
    at = {cell.value: cell.column for cell in header}
    rows = {}
    for row in sheet.iter_rows(min_row=header[0].row + 1):
        values = {name: row[at[name] - 1].value for name in COLUMNS}
        if values["Verdict"] and not str(values["Verdict"]).startswith("excluded"):
            rows[row[0].row] = {name: "" if value is None else value for name, value in values.items()}
    figures = {}
    for row in book["Summary"].iter_rows(min_col=column_index_from_string("O"), max_col=column_index_from_string("P")):
        if row[0].value and isinstance(row[1].value, (int, float)):
            figures.setdefault(row[0].value, []).append(row[1].value)
    said.append({"rows": rows, "figures": figures})
print(json.dumps(said))
