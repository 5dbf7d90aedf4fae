"""Answers some of the questions of a questionnaire by chance, and asks its formulas which functions that settles.

Usage: settle.py WORKBOOK SHEET SEED ANSWERED ASKED      answers; ASKED has a formula beside each function, to be calculated
       settle.py CALCULATED SHEET                        says as JSON what the formulas came to, by the functions' ids
"""
import json
import random
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
ID, FORMULA = 1, 60


def lines(sheet):
    header = next(cell.row for cell in sheet["A"] if cell.value == "Id")
    return (row for row in range(header + 1, sheet.max_row + 1) if sheet.cell(row, ID).value is not None)


path, name, *rest = sys.argv[1:]
if rest:
    seed, answered, asked = rest
    random.seed(int(seed))
    book = openpyxl.load_workbook(path)
    sheet = book[name]
    for validation in sheet.data_validations.dataValidation:
        choices = validation.formula1.strip('"').split(",") if validation.type == "list" else [999, 1000, 10000, 10001]
        for part in validation.sqref.ranges:
            for row, column in part.cells:
                if random.random() < 0.6:
                    sheet.cell(row, column).value = random.choice(choices)
    book.save(answered)
    for row in lines(sheet):
        sheet.cell(row, FORMULA).value = "=IF(is_settled,1,0)"
    book.save(asked)
else:
    sheet = openpyxl.load_workbook(path, data_only=True)[name]
    print(json.dumps({sheet.cell(row, ID).value: sheet.cell(row, FORMULA).value for row in lines(sheet)}))
