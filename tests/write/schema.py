"""Validates every kept report with the JSON Schema: schema.py SCHEMA FOLDER. It fails on a folder without reports, and on a
schema that lets a damaged report pass."""

import copy
import json
import pathlib
import sys

import jsonschema
import once


def damaged(report):
    """Copies of a report, each with one fault that a schema has to see."""
    for key in report:
        yield f"without {key}", {k: v for k, v in report.items() if k != key}
    yield "unknown verdict", {**report, "verdict": "valid"}
    yield "count below zero", {**report, "counts": {**report["counts"], "error": -1}}
    yield "place that is no object", {**report, "notifications": [{"id": "read/x", "severity": "note", "message": "m", "arguments": {}, "location": 1}]}
    broken = copy.deepcopy(report)
    broken["requirements"][0]["outcome"] = "ok"
    yield "unknown outcome", broken


def main(schema_path, folder):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    validator = once.validator(jsonschema.Draft202012Validator, schema)
    faults, reports = 0, []
    paths = sorted(pathlib.Path(folder).glob("*.json*"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        for value in [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else [json.loads(text)]:
            for error in validator.iter_errors(value):
                print(f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
                faults += 1
            if value.get("schema") == "plancheck-report/1":
                reports.append(value)
    if not reports:
        print(f"there are no reports in {folder}")
        return 1
    for what, value in damaged({k: v for k, v in reports[0].items() if k != "truncated"}):
        if validator.is_valid(value):
            print(f"the schema accepts a report {what}")
            faults += 1
    print(f"{len(paths)} files, {len(reports)} reports on their own, {faults} faults")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
