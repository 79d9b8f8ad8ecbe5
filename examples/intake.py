"""Takes in plans: each file of a folder goes, with its report, where its verdict says.

    PYTHONPATH=PREFIX/share/plancheck/python python3 intake.py INBOX DESK [--language fr] [--template ID] [--pdf-program /usr/bin/pdftohtml]

    DESK/pass/plan.docx          nothing stands against it
    DESK/review/…                a person decides
    DESK/fail/…                  goes back to its author, with the report
    DESK/notApplicable/…         no document of this template
    DESK/unreadable/…            the report says why, and what to send instead
    DESK/…/plan.docx.html        the report for people, .json for programs

A file leaves the inbox only when its reports are written, so that a run that was cut off is simply started again. Of two
files of one name the second gets the beginning of its digest into its name. Hidden files, and files that are still written
to (".part"), are left alone. A line is printed for each document; the exit status is 0 where all were taken in.
"""

import argparse
import concurrent.futures
import datetime
import hashlib
import os
import pathlib
import sys

import plancheck


def place_for(folder: pathlib.Path, name: str, content: bytes) -> pathlib.Path:
    place = folder / name
    if place.exists() and place.read_bytes() != content:
        digest = hashlib.sha256(content).hexdigest()[:8]
        place = folder / f"{place.stem}-{digest}{place.suffix}"
    return place


def written(path: pathlib.Path, content: bytes) -> None:
    """All of it or nothing, whenever the machine stops."""
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    os.replace(part, path)


def take_in(path: pathlib.Path, desk: pathlib.Path, validator: plancheck.Validator) -> str:
    content = path.read_bytes()
    report = validator.validate(content, path.name)
    folder = desk / report.verdict
    folder.mkdir(parents=True, exist_ok=True)
    place = place_for(folder, path.name, content)
    for ending in ("json", "html"):
        written(place.with_name(f"{place.name}.{ending}"), report.write(ending).encode("utf-8"))
    written(place, content)
    path.unlink()
    if report.verdict in ("notApplicable", "unreadable"):
        said = "; ".join(one["message"] for one in report.json()["notifications"])
    else:
        counts = report.counts
        said = f"errors {counts.error}, warnings {counts.warning}, for a reviewer {counts.review + counts.reviewer}"
    return f"{report.verdict}: {place.name}: {said}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Takes in plans: each file of a folder goes, with its report, where its verdict says.")
    parser.add_argument("inbox", type=pathlib.Path)
    parser.add_argument("desk", type=pathlib.Path)
    parser.add_argument("--template", help="id of a built-in template")
    parser.add_argument("--language", help="of messages (default: the document's)")
    parser.add_argument("--as-of", default=datetime.date.today().isoformat(), help="the day that requirements about dates are judged by (default: today)")
    parser.add_argument("--pdf-program", help="path of pdftohtml, which reads PDF")
    options = parser.parse_args()
    try:
        validator = plancheck.Validator(options.template, language=options.language, as_of=options.as_of, pdf_program=options.pdf_program)
        files = sorted(path for path in options.inbox.iterdir() if path.is_file() and not path.name.startswith(".") and path.suffix != ".part")
    except (plancheck.Error, OSError) as reason:
        parser.error(str(reason))
    faults = 0
    # Documents at a time: a validation lets other threads run.
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, taken in [(path, pool.submit(take_in, path, options.desk, validator)) for path in files]:
            try:
                print(taken.result(), flush=True)
            except OSError as reason:  # this one stays in the inbox
                faults += 1
                print(f"{path.name}: {reason}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
