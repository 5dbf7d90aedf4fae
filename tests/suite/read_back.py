"""Reads an annotated workbook with openpyxl and compares it with the record and with the inventory it was made from.

Usage: read_back.py WORKBOOK RECORD INVENTORY
"""
import csv
import datetime
import hashlib
import json
import re
import sys
import warnings

import openpyxl

warnings.simplefilter("error")
# Data bars about a zero line are an extension of 2010, which openpyxl leaves out when it reads.
warnings.filterwarnings("ignore", message="(Conditional Formatting|Unknown) extension is not supported")

workbook_path, record_path, inventory_path = sys.argv[1:]
book = openpyxl.load_workbook(workbook_path)
results = openpyxl.load_workbook(workbook_path, data_only=True)["Assessment"]
with open(record_path, encoding="utf-8") as file:
    record = json.load(file)

sheets = ["Summary", "Verdicts", "Assessment", "Review", "Heat map", "Risks", "What to ask", "Criteria", "Data quality", "About", "Rulebook"]
assert book.sheetnames == sheets, book.sheetnames
sheet = book["Assessment"]
header_row = record["input"]["header_row"]
headers = [cell.value for cell in sheet[header_row]]
columns = {header: i for i, header in enumerate(headers)}

verdicts = {
    "bpo": "BPO",
    "traditional-outsourcing": "Traditional outsourcing",
    "split": "Split",
    "insufficient-evidence": "Insufficient evidence",
}
for function in record["functions"]:
    row = [cell.value for cell in results[function["row"]]]
    get = lambda header: row[columns[header]]
    where = f"row {function['row']}"
    assert get("Verdict") == verdicts[function["verdict"]], where
    assert get("Score") == function["score"], where
    assert (get("Lowest"), get("Highest")) == (function["score_low"], function["score_high"]), where
    assert abs(get("Coverage") - function["coverage"]) < 1e-12, where
    if function["robustness"] is not None:
        assert abs(get("Robustness") - function["robustness"]) < 1e-12, where
    # Beside their own row, reasons cite columns.
    reasons = [re.sub(r", ([A-Z]+)\d+\b", r", column \1", reason) for reason in function["reasons"]]
    assert get("Reasons").split(" · ") == reasons, where
    raised = [line for kind in ("Benefits", "Risks", "Contract terms") for line in (get(kind) or "").split(" · ") if line]
    assert len(raised) == len(function["findings"]), where

# Every original cell stands where it was, as what it was.
width = len(record["columns"])
if inventory_path.endswith(".xlsx"):
    original = openpyxl.load_workbook(inventory_path)[record["input"]["sheets"][0]]
    for row in original.iter_rows():
        for cell in row:
            copy = sheet.cell(cell.row, cell.column)
            assert copy.value == cell.value, (copy.coordinate, copy.value, cell.value)
            if isinstance(cell.value, (int, float, datetime.date)):
                assert copy.number_format == cell.number_format, (copy.coordinate, copy.number_format)
            if cell.hyperlink:
                assert copy.hyperlink and copy.hyperlink.target == cell.hyperlink.target, copy.coordinate
else:
    with open(inventory_path, encoding="cp1252", newline="") as file:
        for r, row in enumerate(csv.reader(file, delimiter=";"), 1):
            for c, text in enumerate(row, 1):
                value = sheet.cell(r, c).value
                assert str("" if value is None else value) == text, (r, c, value, text)

# Of ours, only what follows the weights is a formula, and nothing of theirs became one.
live = ["Verdict", "Score", "Lowest", "Highest", "Coverage", "Robustness", "Whatever is missing", "Margin", "Standing"]
live += ["Strength", "Flag", "Review", "Firm", "As in the run"]
live += ["Weighted evidence", "Weighted least", "Weighted most", "Levels changed", "Cells changed", "Changed"]
live += [header for header in headers[width:] if header and header.split(":")[0] in ("Evidence", "In figures", "Least", "Most", "Torn")]
headers = ["Changed" if str(header).startswith("=") else header for header in headers]
of_functions = {function["row"] for function in record["functions"]}
for row in sheet.iter_rows():
    for cell in row:
        is_live = cell.row in of_functions and cell.column > width and headers[cell.column - 1] in live
        is_header = cell.row == header_row and headers[cell.column - 1] == "Changed"
        assert (cell.data_type == "f") == (is_live or is_header), cell.coordinate

# What a formula comes to is kept as what it is.
cached = openpyxl.load_workbook(workbook_path, data_only=True)
coverage = [cell for row in book["Summary"].iter_rows() for cell in row if str(cell.value).startswith("=AVERAGE(")]
assert len(coverage) == 1 and cached["Summary"][coverage[0].coordinate].data_type == "n" and "%" in coverage[0].number_format
for page in cached:
    for row in page.iter_rows():
        for cell in row:
            assert not (isinstance(cell.value, str) and "_xFFFF_" in cell.value), (page.title, cell.coordinate)
            formula = str(book[page.title][cell.coordinate].value)
            if formula.startswith("=IF(") and "HYPERLINK(" in formula:
                assert cell.value is None or isinstance(cell.value, str), (page.title, cell.coordinate, cell.value)

# The rules stand there as they were used.
lines = list(book["Rulebook"].iter_rows(min_row=4, max_col=2, values_only=True))
assert lines[-1] == (None, "the end of the text") and not any(end for _, end in lines[:-1]), lines[-1]
text = "\n".join(line or "" for line, _ in lines)
assert hashlib.sha256(text.encode()).hexdigest() == record["rulebook"]["sha256"]

assert sheet.freeze_panes, "the header is frozen"
assert sheet.auto_filter.ref, "the table can be filtered"

# What the reader of the workbook is promised.
summary = book["Summary"]
assert len(summary._charts) >= 4, "the summary has charts"
links = [cell for row in summary.iter_rows() for cell in row if str(cell.value).startswith("=IF") and "HYPERLINK(" in cell.value]
assert len(links) == 40, "the costliest functions of each verdict link to their rows"
criteria = ["strategic_value", "cost", "nature", "control"]
names = {f"weight_{name}" for name in criteria}
names |= {f"threshold_{name}" for name in ("minimum_coverage", "borderline", "fragile")}
assert names <= set(book.defined_names), set(book.defined_names)
inputs = {book.defined_names[name].attr_text.split("!")[1].replace("$", "") for name in names}
validated = {str(area) for rule in book["Criteria"].data_validations.dataValidation for area in rule.sqref.ranges}
assert inputs <= validated, (inputs, validated)
kinds = {rule.type for rule in sheet.data_validations.dataValidation}
assert kinds == {"list"}, "decisions and levels are chosen from lists"
rules = {rule.type for area in sheet.conditional_formatting for rule in area.rules}
assert {"dataBar", "cellIs"} <= rules, rules
for page in book:
    assert page.page_setup.orientation == "landscape" and page.sheet_properties.pageSetUpPr.fitToPage, page.title
assert (summary.page_setup.fitToWidth or 1, summary.page_setup.fitToHeight or 1) == (1, 1), "the summary is one page"
notes = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
for function in record["functions"]:
    note = notes[sheet.cell(function["row"], columns["Verdict"] + 1).coordinate]
    assert note.startswith(verdicts[function["verdict"]]), note
if record["problems"]:
    located = [p for p in record["problems"] if p["cell"]]
    leads = lambda cell: cell.hyperlink or (cell.data_type == "f" and "HYPERLINK(" in cell.value)
    links = [cell for row in book["Data quality"].iter_rows() for cell in row if leads(cell)]
    assert len(links) >= len(located), "every problem links to its cell"
    notes = [cell for row in sheet.iter_rows() for cell in row if cell.comment]
    assert notes, "cells that could not be read have notes"
print("the workbook agrees with the record")
