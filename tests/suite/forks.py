"""Runs Python programs, each in a copy of this process: what nearly all of them import is imported once.

A line of standard input asks for one, as JSON: its arguments, as Python takes them, and the files for what it prints and for what
it complains about. The line that answers is its exit code.
"""
import json
import os
import runpy
import subprocess
import sys

try:
    import openpyxl  # noqa: F401
except ImportError:
    pass


def run(arguments):
    """Runs a program here, as Python itself would."""
    path, *_ = sys.argv = arguments
    if path == "-c":
        sys.argv = ["-c", *arguments[2:]]
        sys.path[0] = ""
        exec(compile(arguments[1], "<string>", "exec"), {"__name__": "__main__"})
    else:
        sys.path[0] = os.path.dirname(path)
        runpy.run_path(path, run_name="__main__")


def copied(arguments, files):
    """Runs a program in a copy of this process; gives its exit code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    for stream, path, mode in zip((0, 1, 2), (os.devnull, *files), (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY)):
        os.dup2(os.open(path, mode | os.O_CREAT), stream)
    sys.stdin = open(0, encoding="utf8")
    run(arguments)
    sys.exit()


for line in sys.stdin:
    arguments, files = json.loads(line)
    if hasattr(os, "fork"):
        code = copied(arguments, files)
    else:
        with open(files[0], "wb") as out, open(files[1], "wb") as complaints:
            code = subprocess.run([sys.executable, *arguments], stdout=out, stderr=complaints).returncode
    print(code, flush=True)
