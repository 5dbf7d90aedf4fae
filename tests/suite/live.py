"""Sets weights and thresholds in live workbooks, lets LibreOffice recalculate them, and reads back what they come to.

Usage: live.py SETS FOLDER

SETS is a JSON list of {"workbook", "cells": {name: value}, "levels": [[row, header, value or null]]?, "tamper": [part,
from, to]?}. Cells are changed in the file's own XML, so that LibreOffice gets what the program wrote and not what another
program made of it; values are numbers, texts, or null for nothing; `levels` are typed over on the assessment, or deleted;
`tamper` changes every formula of a part, the assessment or the summary. All copies are recalculated in one start; what they say is printed as JSON, in the order of the
sets.
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import zipfile
from xml.sax.saxutils import escape

sets_path, folder = sys.argv[1], pathlib.Path(sys.argv[2])
with open(sets_path, encoding="utf-8") as file:
    sets = json.load(file)
COLUMNS = [
    "Verdict", "Score", "Lowest", "Highest", "Coverage", "Robustness", "Whatever is missing", "Margin", "Standing", "Strength",
    "Flag", "Review", "Firm", "Changed",
]

copies, recalculated, profile = folder / "sets", folder / "recalculated", folder / "profile"
for new in (copies, recalculated, profile / "user"):
    new.mkdir(parents=True)
(profile / "user" / "registrymodifications.xcu").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)



def typed(cell, style, value):
    """A cell in which somebody typed a value."""
    if value is None:
        return f'<c r="{cell}" s="{style}"/>'
    if isinstance(value, str):
        return f'<c r="{cell}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{cell}" s="{style}"><v>{value!r}</v></c>'


books = {}
for position, case in enumerate(sets):
    if case["workbook"] not in books:
        with zipfile.ZipFile(case["workbook"]) as book:
            books[case["workbook"]] = {name: book.read(name) for name in book.namelist()}
    parts = dict(books[case["workbook"]])
    order = re.findall(r'<sheet name="([^"]+)"', parts["xl/workbook.xml"].decode())
    part_of = {name: f"xl/worksheets/sheet{order.index(name) + 1}.xml" for name in ("Assessment", "Criteria", "Summary")}
    criteria_part = part_of["Criteria"]
    names = dict(re.findall(r'<definedName name="(\w+)">Criteria!([$A-Z0-9]+)<', parts["xl/workbook.xml"].decode()))
    criteria = parts[criteria_part].decode()
    for name, value in case["cells"].items():
        cell = names[name].replace("$", "")
        criteria, found = re.subn(
            rf'<c r="{cell}" s="(\d+)"(?: t="s")?><v>[^<]*</v></c>', lambda match: typed(cell, match[1], value), criteria
        )
        assert found == 1, f"{name} is a cell to be changed"
    parts[criteria_part] = criteria.encode()
    if "levels" in case:
        sheet = parts[part_of["Assessment"]].decode()
        for row, header, value in case["levels"]:
            letters = re.search(rf'<c r="([A-Z]+)\d+"[^>]*><is><t>{re.escape(escape(header))}</t>', sheet).group(1)
            cell = f"{letters}{row}"
            sheet, found = re.subn(
                rf'<c r="{cell}" s="(\d+)"(?:/>|(?: t="inlineStr")?>.*?</c>)', lambda match: typed(cell, match[1], value), sheet
            )
            assert found == 1, f"{cell} is a level"
        parts[part_of["Assessment"]] = sheet.encode()
    if "tamper" in case:
        part, old, new = part_of[case["tamper"][0]], *(escape(text).encode() for text in case["tamper"][1:])
        assert old in parts[part], case["tamper"]
        parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(copies / f"{position}.xlsx", "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)

# Every sheet as text, with full numbers: the options' last figures are the sheets (-1 is all), and "as shown" is off.
subprocess.run(
    ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to",
     "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
     "--outdir", str(recalculated), *(str(copies / f"{position}.xlsx") for position in range(len(sets)))],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=1200,
)


def value(text):
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return text


def sheet(position, name):
    with open(recalculated / f"{position}-{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


said = []
for position in range(len(sets)):
    assessment = sheet(position, "Assessment")
    header_row = next(i for i, row in enumerate(assessment) if "Weighted evidence" in row)
    # The header of what was changed says so once something was.
    headers = ["Changed" if header.startswith("Changed: ") else header for header in assessment[header_row]]
    at = {name: headers.index(name) for name in COLUMNS}
    rows = {}
    for number, row in enumerate(assessment[header_row + 1:], header_row + 2):
        values = {name: value(row[column]) for name, column in at.items()}
        if values["Verdict"] and not values["Verdict"].startswith("excluded"):
            rows[number] = values
    summary = sheet(position, "Summary")
    first = next(row.index("Figures behind the charts") for row in summary if "Figures behind the charts" in row)
    blocks, block = {}, None
    for line in summary[1:]:
        cells = [value(text) for text in line[first:first + 9]]
        if not any(cell != "" for cell in cells):
            block = None
        elif block is None:
            block = blocks.setdefault(cells[0], [])
        else:
            block.append(cells)
    top = next(i for i, line in enumerate(summary) if line[1] == "BPO")
    width = 24 // 4
    costliest = [
        [[value(line[1 + width * verdict + column]) for column in (0, width - 2, width - 1)] for line in summary[top + 1:top + 11]]
        for verdict in range(4)
    ]
    coverage = next(i for i, line in enumerate(summary) if "coverage" in line)
    said.append({
        "rows": rows,
        "blocks": blocks,
        "costliest": costliest,
        "coverage": value(summary[coverage + 1][summary[coverage].index("coverage")]),
        "state": summary[coverage - 2][1],
        "header": next(header for header in assessment[header_row] if header.startswith("Changed")),
    })
print(json.dumps(said))
