"""Does on DuckDB what a line of the README says: duckdb DATABASE -c "STATEMENT", or duckdb DATABASE < FILE. What it gives is printed as
delimited text with a header.

warehouse_steps.py DATABASE (-c STATEMENT | FILE | --load TABLE.csv)"""
import csv
import sys

import duckdb

database, *given = sys.argv[1:]
connection = duckdb.connect(database)
if given[0] == "--load":
    with open(given[1], encoding="utf8", newline="") as file:
        header, *rows = csv.reader(file)
    columns = ", ".join('"' + name.replace('"', '""') + '" VARCHAR' for name in header)
    connection.execute(f"CREATE TABLE functions ({columns})")
    marks = ", ".join("?" for _ in header)
    connection.executemany(f"INSERT INTO functions VALUES ({marks})", [[field or None for field in row] for row in rows])
    sys.exit()
statements = given[1] if given[0] == "-c" else open(given[0], encoding="utf8").read()
found = connection.execute(statements)
if found.description and found.description[0][0] != "Count":
    out = csv.writer(sys.stdout)
    out.writerow([column[0] for column in found.description])
    out.writerows(found.fetchall())
