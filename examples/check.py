"""The verdict on one file, and its diagnostics, from Python: PYTHONPATH=PREFIX/share/plancheck/python python3 check.py FILE"""
import sys

import plancheck

with open(sys.argv[1], "rb") as file:
    report = plancheck.Validator().validate(file.read(), sys.argv[1])
for diagnostic in report.diagnostics:
    print(f"{diagnostic.message} ({diagnostic.requirement})")
sys.exit(0 if report.verdict in ("pass", "review") else 1)
