"""Sorts, filters, inserts and deletes in copies of an assessed workbook with LibreOffice, and says what came apart.

Usage: rearrange.py WORKBOOK FOLDER

Decisions and levels are typed first, so that they have to travel along. Prints JSON: for each way to rearrange the workbook, the
file that LibreOffice saved, and what is not as it should be: a function with another verdict, level or decision than before, a
link that leads to another function, a line that does not say what was changed.
"""
import json
import pathlib
import subprocess
import sys
import warnings
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.utils import get_column_letter

warnings.simplefilter("ignore")
workbook, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
profile = folder / "profile"

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Rearrange"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Rearrange" script:language="StarBasic">{}</script:module>"""
# What a link leads to is put beside it as a text: the part of its formula before the name that it shows.
BASIC = """
Sub Rearranged(source As String, target As String, way As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  sheet = book.Sheets.getByName("Assessment")
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  lastRow = cursor.RangeAddress.EndRow
  lastColumn = cursor.RangeAddress.EndColumn
%(typed)s
  Select Case way
  Case "sorted by cost"
    Sort(sheet.getCellRangeByPosition(0, %(first)d, lastColumn, lastRow), %(cost)d)
  Case "sorted by verdict, and the review too"
    Sort(sheet.getCellRangeByPosition(0, %(first)d, lastColumn, lastRow), %(verdict)d)
    review = book.Sheets.getByName("Review")
    Sort(review.getCellRangeByPosition(0, %(review)d, 12, %(review)d + 20), 5)
  Case "rows inserted and deleted"
    sheet.Rows.insertByIndex(%(first)d + 5, 3)
    sheet.getCellByPosition(%(name)d, %(first)d + 6).String = "Added by hand"
    sheet.Rows.removeByIndex(%(first)d + 1, 2)
  Case "columns inserted and deleted"
    sheet.Columns.insertByIndex(%(name)d, 2)
    sheet.Columns.removeByIndex(%(name)d + 5, 1)
  Case "rows filtered"
    filter = sheet.getCellRangeByPosition(0, %(first)d - 1, lastColumn, lastRow).createFilterDescriptor(True)
    Dim fields(0) As New com.sun.star.sheet.TableFilterField
    fields(0).Field = %(verdict)d
    fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
    fields(0).StringValue = "BPO"
    filter.FilterFields = fields()
    filter.ContainsHeader = True
    sheet.getCellRangeByPosition(0, %(first)d - 1, lastColumn, lastRow).filter(filter)
  End Select
  book.calculateAll()
  For Each listed In Array("Review", "Verdicts", "Heat map", "Risks")
    Follow(book.Sheets.getByName(listed), 0)
  Next
  Follow(book.Sheets.getByName("Data quality"), 2)
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName" : saved(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), saved())
  book.close(True)
End Sub

Sub Sort(cells, column)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = column
  fields(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields" : how(0).Value = fields()
  how(1).Name = "ContainsHeader" : how(1).Value = False
  cells.sort(how())
End Sub

Sub Follow(sheet, column)
  For row = 0 To 200
    formula = sheet.getCellByPosition(column, row).Formula
    start = InStr(formula, "HYPERLINK(")
    If start > 0 Then
      start = start + Len("HYPERLINK(")
      sheet.getCellByPosition(50, row).Formula = "=" & Mid(formula, start, InStr(start, formula, ";4);") + 3 - start)
    End If
  Next
End Sub

Sub Main
%(calls)s
  StarDesktop.terminate()
End Sub
"""
WAYS = [
    "as it was", "sorted by cost", "sorted by verdict, and the review too", "rows inserted and deleted",
    "columns inserted and deleted", "rows filtered",
]


def header_row(sheet):
    return next(row[0].row for row in sheet.iter_rows(max_row=20) if "Key" in [cell.value for cell in row])


def by_key(book):
    """The rows of the assessment by their keys, each by its headers, and in which row it stands."""
    sheet = book["Assessment"]
    first = header_row(sheet)
    headers = [str(cell.value or "") for cell in sheet[first]]
    headers = ["Changed" if header.startswith("Changed") else header for header in headers]
    rows = {}
    for cells in sheet.iter_rows(min_row=first + 1):
        row = {header: cell.value for header, cell in zip(headers, cells) if header}
        row["row"] = cells[0].row
        if row.get("Key") is not None:
            rows[row["Key"]] = row
    return rows


original = openpyxl.load_workbook(workbook, data_only=True)
assessment = original["Assessment"]
first = header_row(assessment)
at = {str(cell.value): cell.column for cell in assessment[first] if cell.value}
review = next(row[0].row for row in original["Review"].iter_rows(max_row=20) if row[0].value == "Function")
before = by_key(original)
functions = [key for key, row in before.items() if not str(row["Verdict"]).startswith("excluded")]
decided = {key: f"by hand {key}" for key in functions[3::7]}
levelled = functions[5]
level = next(header for header in at if header.startswith("Level: "))
typed = []
for key, note in decided.items():
    for header, text in [("Decision", "agree"), ("Note", note)]:
        typed.append(f'  sheet.getCellRangeByName("{get_column_letter(at[header])}{key}").String = "{text}"')
typed.append(f'  sheet.getCellRangeByName("{get_column_letter(at[level])}{levelled}").String = "Low"')
targets = {way: folder / f"{position}.xlsx" for position, way in enumerate(WAYS)}
basic = BASIC % {
    "typed": "\n".join(typed),
    "first": first,
    "cost": at["Annual cost (USD)"] - 1,
    "verdict": at["Verdict"] - 1,
    "name": at["Function name"] - 1,
    "review": review,
    "calls": "\n".join(f'  Rearranged("{workbook}", "{target}", "{way}")' for way, target in targets.items()),
}


def office(*arguments):
    subprocess.run(
        ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", *arguments],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
    )


# The first start lays out the profile, and would write over the macro.
(folder / "least.csv").write_text("one\n")
office("--convert-to", "ods", "--outdir", str(folder / "unused"), str(folder / "least.csv"))
library = profile / "user" / "basic" / "Standard"
(library / "script.xlb").write_text(LIBRARY)
(library / "Rearrange.xba").write_text(MODULE.format(escape(basic)))
office("macro:///Standard.Rearrange.Main")

said = []
expected = None
for way, path in targets.items():
    wrong = []
    book = openpyxl.load_workbook(path, data_only=True)
    found = by_key(book)
    # The first way leaves everything as it was.
    expected = expected or found
    gone = set(functions) - set(found)
    for key in set(functions) - gone:
        for header in ["Verdict", "Score", "Standing", "Firm", "Decision", "Note", "Changed", level]:
            if found[key][header] != expected[key][header]:
                wrong.append(f"{key}: {header} is {found[key][header]!r}, not {expected[key][header]!r}")
        note = decided.get(key)
        if found[key]["Note"] != note:
            wrong.append(f"{key}: the note is {found[key]['Note']!r}, not {note!r}")
    standing = {row["row"]: key for key, row in found.items()}
    for name in ["Review", "Verdicts", "Heat map", "Risks"]:
        sheet, links = book[name], 0
        for row in sheet.iter_rows(max_row=200):
            key, target = row[1].value, row[50].value if len(row) > 50 else None
            if key in gone and row[0].value != "(removed)":
                wrong.append(f"{name}, {key}: {row[0].value!r} is gone")
            if not target or key in gone:
                continue
            links += 1
            cell = target.split("!")[1]
            reached = standing.get(int("".join(filter(str.isdigit, cell))))
            value = book["Assessment"][cell].value
            if reached != key or value != row[0].value or value != before[key]["Function name"]:
                wrong.append(f"{name}, {key}: {row[0].value!r} leads to {cell}, where {value!r} ({reached}) stands")
            if name == "Verdicts" and row[7].value != found[key]["Verdict"]:
                wrong.append(f"{name}, {key}: {row[7].value!r}, not {found[key]['Verdict']!r}")
        if not links:
            wrong.append(f"{name} has no links")
    places = [(row[2].value, row[50].value) for row in book["Data quality"].iter_rows(max_row=200) if len(row) > 50]
    for place, target in places:
        if target and int("".join(filter(str.isdigit, place))) not in gone:
            value = book["Assessment"][target.split("!")[1]].value
            if value != assessment[place].value:
                wrong.append(f"Data quality, {place}: leads to {target}, where {value!r} stands")
    if not any(target for _, target in places):
        wrong.append("Data quality has no links")
    lines = [cell.value for row in book["Summary"].iter_rows(max_row=20) for cell in row if isinstance(cell.value, str)]
    line = next((line for line in lines if line.startswith("Changed since the run: ")), "")
    rows = "1 row added, which is not judged" in line and "2 rows removed" in line
    if "1 level" not in line or rows != (way == "rows inserted and deleted"):
        wrong.append(f"the summary says {line!r}")
    title = book["Review"]["A1"].value
    if not title.startswith("Review, as of the run; since then: 1 level"):
        wrong.append(f"the review is called {title!r}")
    said.append({"way": way, "file": str(path), "wrong": wrong})
print(json.dumps({"ways": said, "decided": decided}))
