#!/usr/bin/env python3
"""Makes the files of this folder: every sample plan of examples/plans in the other formats that people send.

    python3 tests/formats/make.py [PLAN…]      needs soffice (libreoffice-writer) and pandoc

A name says where a file comes from: PLAN.WAY.ENDING, where WAY is
    pandoc     from the Markdown, by pandoc                                 (odt html)
    writer     from the Word file with automatic numerals, by LibreOffice   (odt html pdf)
    tagged     the same as a PDF with tags                                  (pdf)
    numbered   the flat ODT that the Word file was made from                (fodt)
The same plan gives the same findings in all of them: tests/formats/formats_test.cpp.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
PLANS = HERE.parent.parent / "examples" / "plans"
sys.path.insert(0, str(PLANS))
import fodt  # noqa: E402
from make import fix_times  # noqa: E402

ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1742000000"}


def run(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def office(folder, kind, ending, sources):
    """Files of LibreOffice by the stem of their source."""
    out = Path(folder) / (ending + "-" + str(len(list(Path(folder).iterdir()))))
    run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(out)]
        + [str(source) for source in sources])
    return {source.stem: out / (source.stem + "." + ending) for source in sources}


def make(names, folder):
    numbered = [PLANS / (name + ".docx") for name in names]
    for kind, ending in (("odt", "odt"), ("html:HTML (StarWriter)", "html"), ("pdf", "pdf")):
        for stem, made in office(folder, kind, ending, numbered).items():
            (HERE / f"{stem}.writer.{ending}").write_bytes(made.read_bytes())
    tags = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    for stem, made in office(folder, tags, "pdf", numbered).items():
        (HERE / f"{stem}.tagged.pdf").write_bytes(made.read_bytes())
    for name in names:
        language = name.split("-")[1]
        source = PLANS / (name + ".md")
        for ending in ("odt", "html"):
            run(["pandoc", "--from=markdown", "--to=" + ending, "--standalone", "--shift-heading-level-by=-1", f"--metadata=lang:{language}", "--output", str(HERE / f"{name}.pandoc.{ending}"), str(source)])
        (HERE / f"{name}.numbered.fodt").write_text(fodt.write(fodt.parse(source.read_text(encoding="utf-8")), language, "2025-03-14"), encoding="utf-8")
        for way in ("pandoc", "writer"):
            fix_times(HERE / f"{name}.{way}.odt")


def main():
    names = sys.argv[1:] or sorted(path.name.removesuffix("-pandoc.docx") for path in PLANS.glob("*-pandoc.docx"))
    with tempfile.TemporaryDirectory() as folder:
        make(names, folder)


if __name__ == "__main__":
    main()
