"""What users would otherwise write, measured beside outsift: pandas or polars read an inventory with calamine, judge it by the same
rule, and write it with XlsxWriter; without a PDF, a record, reasons, findings or formulas.

    python3 benches/compare.py INVENTORY.xlsx OUTSIFT

Needs pandas, python-calamine, polars, fastexcel and xlsxwriter. Prints seconds, seconds of processor time and MiB, the least of RUNS (3)
runs by turns. The columns are those of the benches' inventories."""
import os
import resource
import subprocess
import sys
import tempfile
import time

LEVELS = {"low": 0, "medium": 50, "high": 100}
ATTRIBUTES = ["strategic value", "integration", "repetitiveness", "volume", "specialisation", "nature", "control"]


def judged(level, least, most):
    """The verdicts by the five considerations, of functions that give columns: by what is known, at their worst and at their best."""
    pull = lambda x: (2 * x - 100).clip(0, 100) if hasattr(x, "clip") else max(0, 2 * x - 100)
    strategic, integration, repetitive, volume, special, nature, control = (level(name) for name in ATTRIBUTES)
    evidence = [
        pull(least(strategic, integration)) - pull(100 - strategic),
        pull(least(repetitive, volume)) - pull(special),
        pull(least(nature, repetitive)) - pull(most(100 - nature, special)),
        pull(control) - pull(100 - control),
    ]
    return evidence, sum(evidence) / 4


def with_pandas(source, target):
    import numpy as np
    import pandas as pd

    table = pd.read_excel(source, engine="calamine")
    names = {str(name).lower(): name for name in table.columns}

    def level(name):
        found = next((column for lower, column in names.items() if name in lower), None)
        if found is None:
            return pd.Series(50.0, index=table.index)
        column = table[found]
        if pd.api.types.is_numeric_dtype(column):
            return (column.rank(pct=True) * 100).fillna(50.0)
        return column.astype(str).str.lower().map(LEVELS).fillna(50.0)

    evidence, score = judged(level, np.minimum, np.maximum)
    for at, one in enumerate(evidence):
        table[f"Evidence {at + 1}"] = one
    table["Score"] = score
    table["Verdict"] = np.select([score > 0, score < 0], ["BPO", "Traditional outsourcing"], "Split")
    with pd.ExcelWriter(target, engine="xlsxwriter") as writer:
        table.to_excel(writer, index=False)


def with_polars(source, target):
    import polars as pl

    table = pl.read_excel(source, engine="calamine")
    names = {name.lower(): name for name in table.columns}

    def level(name):
        found = next((column for lower, column in names.items() if name in lower), None)
        if found is None:
            return pl.lit(50.0)
        if table.schema[found].is_numeric():
            return (pl.col(found).rank() / pl.len() * 100).fill_null(50.0)
        return pl.col(found).cast(pl.String).str.to_lowercase().replace_strict(LEVELS, default=50.0, return_dtype=pl.Float64)

    evidence, score = judged(level, pl.min_horizontal, pl.max_horizontal)
    verdict = pl.when(score > 0).then(pl.lit("BPO")).when(score < 0).then(pl.lit("Traditional outsourcing")).otherwise(pl.lit("Split"))
    columns = [one.alias(f"Evidence {at + 1}") for at, one in enumerate(evidence)]
    table.with_columns(*columns, score.alias("Score"), verdict.alias("Verdict")).write_excel(target)


def measured(command):
    """Seconds, seconds of processor time, and MiB of the largest process."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command}: ended with {status}")
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, used.ru_maxrss / 1024


def main():
    if sys.argv[1] in ("pandas", "polars"):
        return {"pandas": with_pandas, "polars": with_polars}[sys.argv[1]](*sys.argv[2:])
    inventory, program = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        ways = {name: [sys.executable, __file__, name, inventory, os.path.join(folder, f"{name}.xlsx")] for name in ("pandas", "polars")}
        ways["outsift"] = [program, "assess", inventory, "-o", os.path.join(folder, ""), "-q", "--no-job", "--no-previous"]
        least = {}
        for _ in range(int(os.environ.get("RUNS", "3"))):
            for name, command in ways.items():
                figures = measured(command)
                least[name] = min(least.get(name, figures), figures)
        for name, (seconds, processor, memory) in least.items():
            print(f"{name:<8} {seconds:8.2f} s {processor:8.2f} s of processor time {memory:8.0f} MiB")


main()
