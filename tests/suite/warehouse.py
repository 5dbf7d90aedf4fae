"""Runs the statements that `outsift sql` wrote on an engine, and compares what they give with the program's own table.

warehouse.py ENGINE (STATEMENTS TABLE.csv VERDICTS.csv)...

The table is loaded as texts. Every column of the verdicts is compared, numbers by their bits. What differs is printed, at most
ten lines of it, and then for each folder of statements a line of JSON that says what was counted."""
import csv
import json
import os
import re
import resource
import struct
import subprocess
import sys
import tempfile
import time

ENGINE = sys.argv[1]


def statement(folder, name):
    with open(os.path.join(folder, name), encoding="utf8", newline="") as file:
        return file.read().strip().removesuffix(";")


def rows_of(path):
    csv.field_size_limit(1 << 24)
    with open(path, encoding="utf8", newline="") as file:
        return list(csv.reader(file))


def parted(script):
    """The statements of a script, each of which ends a line."""
    parts, so_far, inside = [], "", False
    for line in script.splitlines(keepends=True):
        so_far += line
        inside ^= line.replace("\\\\", "").replace("\\'", "").count("'") % 2 == 1 if ENGINE in ("spark", "clickhouse") else line.count("'") % 2 == 1
        if line.rstrip().endswith(";") and not inside:
            parts.append(so_far.strip().removesuffix(";"))
            so_far = ""
    return parts + ([so_far] if so_far.strip() else [])


class DuckDb:
    quote = '"'

    def __init__(self):
        import duckdb

        self.connection = duckdb.connect(":memory:")
        self.connection.execute("SET threads TO 1")

    def load(self, header, rows):
        self.connection.execute(f"CREATE TABLE functions ({', '.join(self.named(name) + ' VARCHAR' for name in header)})")
        marks = ", ".join("?" for _ in header)
        with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf8", newline="") as file:
            csv.writer(file).writerows(rows)
            file.flush()
            self.connection.execute(
                f"INSERT INTO functions SELECT * FROM read_csv('{file.name}', header=false, all_varchar=true, delim=',', quote='\"', escape='\"', "
                "auto_detect=false, strict_mode=false, columns={" + ", ".join(f"'c{i}': 'VARCHAR'" for i in range(len(header))) + "})"
            )

    def clear(self):
        self.run("DROP VIEW IF EXISTS outsift_levels")
        self.run("DROP TABLE IF EXISTS functions")

    def named(self, name):
        return self.quote + name.replace(self.quote, self.quote * 2) + self.quote

    def run(self, sql):
        self.connection.execute(sql)

    def memory(self, _statement):
        """The most that all so far took, in MiB: more than explaining takes alone."""
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def rows(self, sql):
        found = self.connection.execute(sql)
        return [column[0] for column in found.description], found.fetchall()


class Sqlite(DuckDb):
    def __init__(self):
        import sqlite3

        self.connection = sqlite3.connect(":memory:")

    def load(self, header, rows):
        self.connection.execute(f"CREATE TABLE functions ({', '.join(self.named(name) + ' TEXT' for name in header)})")
        filled = [[field if field != "" else None for field in row] for row in rows]
        self.connection.executemany(f"INSERT INTO functions VALUES ({', '.join('?' for _ in header)})", filled)


class DataFusion(DuckDb):
    def __init__(self):
        import datafusion

        self.module = datafusion
        self.clear()

    def clear(self):
        self.context = self.module.SessionContext(self.module.SessionConfig().with_target_partitions(1))

    def load(self, header, rows):
        import pyarrow

        filled = [[row[i] if row[i] != "" else None for row in rows] for i in range(len(header))]
        batch = pyarrow.record_batch([pyarrow.array(column, pyarrow.string()) for column in filled], names=header)
        self.context.register_record_batches("functions", [[batch]])

    def run(self, sql):
        self.context.sql(sql).collect()

    def rows(self, sql):
        frame = self.context.sql(sql)
        names = [field.name for field in frame.schema()]
        batches = frame.collect()
        found = []
        for batch in batches:
            columns = [column.to_pylist() for column in batch.columns]
            found.extend(zip(*columns))
        return names, found


class Postgres(DuckDb):
    """A cluster of its own, on a socket, with a limit on its memory."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = os.path.join(self.folder.name, "data")
        as_root = hasattr(os, "getuid") and os.getuid() == 0
        self.prefix = ["runuser", "-u", "postgres", "--"] if as_root else []
        if as_root:
            os.chmod(self.folder.name, 0o777)
        self.call(["initdb", "-D", self.data, "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C", "-U", "outsift"])
        options = f"-c listen_addresses='' -k {self.folder.name} -c fsync=off -c jit=off"
        command = f"ulimit -v 5000000; exec pg_ctl -D {self.data} -w -l {self.folder.name}/log -o \"{options}\" start"
        self.call(["bash", "-c", command])

    def call(self, command, text=None):
        path = os.environ["PATH"] + ":/usr/lib/postgresql/15/bin:/usr/lib/postgresql/16/bin:/usr/lib/postgresql/17/bin"
        environment = {**os.environ, "PATH": path}
        done = subprocess.run(self.prefix + command, input=text, capture_output=True, text=True, env=environment, cwd="/")
        if done.returncode:
            raise SystemExit(f"{command[:3]}: {done.stderr[:2000]}")
        return done.stdout

    def psql(self, script):
        arguments = ["psql", "-h", self.folder.name, "-U", "outsift", "-d", "postgres", "-X", "-q", "--csv", "-v", "ON_ERROR_STOP=1"]
        return self.call([*arguments, "-P", "null=\\N", "-f", "-"], script)

    def load(self, header, rows):
        self.psql(f"CREATE TABLE functions ({', '.join(self.named(name) + ' TEXT' for name in header)})")
        with tempfile.NamedTemporaryFile("w", dir=self.folder.name, suffix=".csv", encoding="utf8", newline="") as file:
            csv.writer(file).writerows(rows)
            file.flush()
            os.chmod(file.name, 0o644)
            self.psql(f"COPY functions FROM '{file.name}' (FORMAT csv); ANALYZE functions")

    def run(self, sql):
        self.psql(sql)

    def rows(self, sql):
        found = list(csv.reader(self.psql(sql).splitlines(keepends=True)))
        return found[0], [[None if field == "\\N" else field for field in row] for row in found[1:]]

    def memory(self, statement):
        """The same of the process that explains."""
        said = self.psql(f"EXPLAIN {statement};\nSELECT pg_read_file('/proc/self/status')")
        return int(re.search(r"VmHWM:\s*(\d+) kB", said)[1]) / 1024

    def close(self):
        self.call(["pg_ctl", "-D", self.data, "-m", "immediate", "stop"])


class ClickHouse(DuckDb):
    def __init__(self):
        from chdb import session

        self.folder = tempfile.TemporaryDirectory()
        self.session = session.Session(self.folder.name)
        self.session.query("CREATE DATABASE IF NOT EXISTS work ENGINE = Atomic")
        self.session.query("USE work")

    def load(self, header, rows):
        columns = ", ".join(self.named(name) + " Nullable(String)" for name in header)
        self.session.query(f"CREATE TABLE functions ({columns}) ENGINE = MergeTree ORDER BY tuple()")
        path = os.path.join(self.folder.name, "table.csv")
        with open(path, "w", encoding="utf8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_MINIMAL).writerows([[f if f != "" else "\\N" for f in row] for row in rows])
        structure = ", ".join(f"c{i} Nullable(String)" for i in range(len(header)))
        self.session.query(f"INSERT INTO functions SELECT * FROM file('{path}', 'CSV', '{structure}') SETTINGS input_format_csv_trim_whitespaces = 0")

    def run(self, sql):
        self.session.query(sql)

    def rows(self, sql):
        explained = sql.startswith("EXPLAIN ")
        *steps, sql = parted(sql.removeprefix("EXPLAIN "))
        for step in steps:
            if explained:
                self.session.query("EXPLAIN " + step.split(" AS\n", 1)[1])
            self.run(step)
        sql = "EXPLAIN " + sql if explained else sql
        lines = str(self.session.query(sql, "JSONCompactEachRowWithNames")).splitlines()
        # What gives no row gives no names.
        return (json.loads(lines[0]), [json.loads(line) for line in lines[1:]]) if lines else ([], [])


class Spark(DuckDb):
    quote = "`"

    def __init__(self):
        from pyspark.sql import SparkSession

        self.folder = tempfile.TemporaryDirectory()
        builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.warehouse.dir", self.folder.name)
        self.session = builder.config("spark.sql.shuffle.partitions", "1").config("spark.driver.memory", "1g").getOrCreate()

    def clear(self):
        self.session.catalog.dropTempView("outsift_levels")

    def load(self, header, rows):
        from pyspark.sql.types import StringType, StructField, StructType

        schema = StructType([StructField(name, StringType()) for name in header])
        filled = [tuple(field if field != "" else None for field in row) for row in rows]
        self.session.createDataFrame(filled, schema).createOrReplaceTempView("functions")

    def run(self, sql):
        # A view over a view of this session is one of it, too.
        self.session.sql(re.sub(r"^CREATE OR REPLACE VIEW", "CREATE OR REPLACE TEMPORARY VIEW", sql))

    def rows(self, sql):
        frame = self.session.sql(sql)
        return frame.columns, [tuple(row) for row in frame.collect()]


ENGINES = {"duckdb": DuckDb, "sqlite": Sqlite, "datafusion": DataFusion, "postgres": Postgres, "clickhouse": ClickHouse, "spark": Spark}
TRUTHS = {"firm", "borderline"}
NUMBERS = {"score", "score_low", "score_high", "coverage", "robustness", "robustness_low", "flip"}


def bits(number):
    # A zero has no sign that anybody sees.
    return None if number in (None, "") else struct.pack("<d", float(number) + 0.0)


def normal(name, value):
    if name in NUMBERS:
        return bits(value)
    if name in TRUTHS:
        return str(value).lower() in ("true", "1", "t")
    return None if value in (None, "") else str(value)


def compare(names, found, keys, verdicts):
    """How many fields differ from those of the program's table, and some of them."""
    header, *expected = rows_of(verdicts)
    known = {name: header.index(name) for name in names if name in header and name not in keys}
    own = header.index("id") if any(row[header.index("id")] for row in expected) else header.index("name")
    by_key = {row[own]: row for row in expected}
    differing, shown = 0, []
    if len(found) != len(expected):
        differing, shown = 1, [f"{len(found)} rows instead of {len(expected)}"]
    for row in found:
        other = by_key.get(str(row[0]).strip())
        if other is None:
            differing += 1
            shown.append(f"{row[0]} is not in the table")
            continue
        for at, name in enumerate(names):
            if name in known and normal(name, row[at]) != normal(name, other[known[name]]):
                differing += 1
                shown.append(f"{row[0]}: {name} is {row[at]!r} and not {other[known[name]]!r}")
    for line in shown[:10]:
        print(line)
    return {"rows": len(found), "fields": len(known), "differing": differing}


def changed(check):
    """The same statement with one comparison changed."""
    found = re.sub(r"WHEN w_least > 0 THEN", "WHEN w_least >= 0 THEN", check, count=1)
    assert found != check, "there is no such comparison"
    return found


def tried(engine, folder, table, verdicts):
    """What is counted of one folder of statements."""
    header, *rows = rows_of(table)
    engine.load(header, rows)
    for part in parted(statement(folder, "dictionary.sql")):
        engine.run(part)
    engine.run(statement(folder, "levels.sql"))
    with open(os.path.join(folder, "sql.json"), encoding="utf8") as file:
        keys = json.load(file)["keys"]
    summary = compare(*engine.rows(statement(folder, "verdicts.sql")), keys, verdicts)
    check = statement(folder, "check.sql")
    summary["check"] = len(engine.rows(check)[1])
    summary["changed"] = len(engine.rows(changed(check))[1])
    summary["unread"] = [list(map(str, row)) for row in engine.rows(statement(folder, "unread.sql"))[1]]
    summary["profile"] = len(engine.rows(statement(folder, "profile.sql"))[1])
    # Another process explains on PostgreSQL.
    clock = time.time if ENGINE == "postgres" else time.process_time
    start = clock()
    engine.rows("EXPLAIN " + statement(folder, "verdicts.sql"))
    summary["explain"] = clock() - start
    summary["memory"] = engine.memory(statement(folder, "verdicts.sql"))
    return summary


def main():
    engine = ENGINES[ENGINE]()
    try:
        for at in range(2, len(sys.argv), 3):
            print(json.dumps(tried(engine, *sys.argv[at : at + 3])), flush=True)
            engine.clear()
    finally:
        if hasattr(engine, "close"):
            engine.close()


main()
