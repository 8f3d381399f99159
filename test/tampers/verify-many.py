"""Calls the second verifier once for each list of arguments in a JSON list on standard input; prints the reports as one.

Its start and the tables of keys are most of its time, so that a test with many packs starts it once.
"""

import contextlib
import io
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../tools/verify-independent"))

import verify  # noqa: E402

reports = []
for arguments in json.load(sys.stdin):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = verify.main(arguments)
    report = json.loads(printed.getvalue())
    if status != (0 if report["ok"] else 1):
        sys.exit(f"exit {status} with ok {report['ok']}")
    reports.append(report)
json.dump(reports, sys.stdout)
