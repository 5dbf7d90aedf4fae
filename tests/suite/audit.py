"""Validates every workbook of a folder against versions of Office, by what the command of openxml-audit does, in one start.

Usage: audit.py FOLDER VERSION...

Prints what is wrong, and then how often a workbook was validated and how often it was found valid.
"""
import pathlib
import sys

from openxml_audit import context
from openxml_audit.errors import FileFormat
from openxml_audit.validator import OpenXmlValidator

# Which of its likes an element is stands in messages alone, and to count that anew for each of two thousand rows takes as long
# as all else. A message still has the part and the element.
assert callable(context._sibling_position)
context._sibling_position = lambda element: 0

folder, *versions = sys.argv[1:]
results = [
    OpenXmlValidator(file_format=FileFormat(version), max_errors=100, security_validation=False, strict=True).validate(path)
    for version in versions
    for path in sorted(pathlib.Path(folder).glob("*.xlsx"))
]
for result in results:
    for error in result.errors:
        print(result.file_path, result.file_format.value, error.severity.value, error.description, error.part_uri, error.path, error.node)
print(len(results), sum(result.is_valid for result in results))
