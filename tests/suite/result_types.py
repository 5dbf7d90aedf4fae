"""Lets LibreOffice recalculate workbooks, and holds the type of every formula's result against the one that was written.

Usage: result_types.py FOLDER OUT

Prints how many workbooks there were, whether there were many formulas, and the first cells that differ as JSON.
"""
import json
import pathlib
import re
import subprocess
import sys
import zipfile

folder, out = map(pathlib.Path, sys.argv[1:])
profile = out / "profile"
(profile / "user").mkdir(parents=True)
(profile / "user" / "registrymodifications.xcu").write_text(
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    "<value>0</value></prop></item></oor:items>"
)
books = sorted(folder.glob("*.xlsx"))
subprocess.run(
    ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}", "--convert-to", "xlsx", "--outdir", str(out),
     *map(str, books)],
    check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600,
)


def results(path):
    """The type of what each formula came to, by sheet and cell."""
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        found = {}
        for number, name in enumerate(names, 1):
            sheet = book.read(f"xl/worksheets/sheet{number}.xml").decode()
            for attributes, content in re.findall(r"<c ([^>]*[^/])>(.*?)</c>", sheet, re.S):
                if "<f" in content:
                    kind = re.search(r'\bt="(\w+)"', attributes)
                    found[name, re.search(r'\br="(\w+)"', attributes)[1]] = kind[1] if kind else "n"
    return found


differences, formulas = [], 0
for book in books:
    written, recalculated = results(book), results(out / book.name)
    formulas += len(written)
    for (sheet, cell), kind in written.items():
        now = recalculated.get((sheet, cell))
        if now != kind:
            differences.append(f"{book.name} {sheet}!{cell}: {kind}, recalculated {now}")
print(len(books), formulas > 1000, json.dumps(differences[:10]), len(differences))
