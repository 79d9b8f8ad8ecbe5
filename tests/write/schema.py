"""Validates every kept report with the JSON Schema and the rules that a schema cannot state: schema.py SCHEMA FOLDER. It
fails on a folder without reports, and on a schema or rules that let a damaged report pass."""

import copy
import json
import multiprocessing
import pathlib
import sys

import jsonschema
import once
import rules


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


def faults_of(path):
    """What the schema says against the values of a file, how many of them are reports, and the first of these."""
    text = path.read_text(encoding="utf-8")
    values = [json.loads(line) for line in text.splitlines()] if path.suffix == ".jsonl" else [json.loads(text)]
    found = [
        f"{path.name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for value in values
        for error in validator.iter_errors(value)
    ]
    reports = [value for value in values if value.get("schema") == "plancheck-report/1"]
    # Reports written by hand to test how they are written need not be true.
    for value in [] if ".sample." in path.name else values:
        for report in value["documents"] if value.get("schema") == "plancheck-batch/1" else [value]:
            if report.get("schema") == "plancheck-report/1":
                found += [f"{path.name}: {report['document']['name']}: {fault}" for fault in rules.faults(report)]
    breakable = [] if ".sample." in path.name else [r for r in reports if can_be_damaged(r)]
    return found, len(reports), next(iter(reports), None), next(iter(breakable), None)


def can_be_damaged(report):
    """Whether there is something to break in it: it was read, something passed, and its format has no pages."""
    return report["verdict"] == "review" and report["outline"] and report["document"]["format"] != "pdf" and "truncated" not in report


def make_validator(schema):
    global validator
    validator = once.validator(jsonschema.Draft202012Validator, schema)


def main(schema_path, folder):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    make_validator(schema)
    faults, reports, first, whole = 0, 0, None, None
    paths = sorted(pathlib.Path(folder).glob("*.json*"))
    with multiprocessing.Pool(initializer=make_validator, initargs=(schema,)) as pool:
        for found, count, report, breakable in pool.imap(faults_of, paths, chunksize=16):
            for fault in found:
                print(fault)
            faults += len(found)
            reports += count
            first = first or report
            whole = whole or breakable
    if not reports or not whole:
        print(f"there are no reports in {folder}")
        return 1
    for what, value in damaged({k: v for k, v in first.items() if k != "truncated"}):
        if validator.is_valid(value):
            print(f"the schema accepts a report {what}")
            faults += 1
    for what, value in rules.damaged(whole):
        if not any(rules.faults(value)):
            print(f"the rules accept a report with {what}")
            faults += 1
    print(f"{len(paths)} files, {reports} reports on their own, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
