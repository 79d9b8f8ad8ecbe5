#!/usr/bin/env python3
"""Makes the files of this folder: every sample plan of examples/plans in the other formats that people send.

    python3 tests/formats/make.py [PLAN…]      needs soffice (libreoffice-writer), pandoc, pdftotext (poppler-utils) and chromium

A name says where a file comes from: PLAN.WAY.ENDING, where WAY is
    pandoc     from the Markdown, by pandoc                                 (odt html txt md)
    grid       the same with all tables drawn as grids, of the good plans   (md)
    writer     from the Word file with automatic numerals, by LibreOffice   (odt html pdf txt)
    tagged     the same as a PDF with tags, of two of them                  (pdf)
    numbered   the flat ODT that the Word file was made from                (fodt)
    plain      the Word file of pandoc, by LibreOffice, of the good plans   (pdf)
    browser    pandoc's HTML, printed by Chromium, of the good plans        (pdf)
    stream     the text of the PDF of LibreOffice, by pdftotext             (txt)
    layout     the same with -layout                                        (txt)
    raw        the same with -raw, of the good plans                        (txt)
    loose      the text of the PDF "plain", by pdftotext                    (txt)
    saved      the text that Word saves as "plain text": a paragraph a line, cells parted by tabs, numerals and bullets
               typed before a tab; written by this script                   (txt)
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
from make import GOOD, fix_times  # noqa: E402

# Their letters come out of a PDF in another order, or numbers of sections and of items stand apart from their words.
LEFT_OUT = ("coal-zh.loose.txt", "products-en.loose.txt", "supply-storage-ru.loose.txt", "chlor-alkali-ar.raw.txt", "chlor-alkali-ar-careless.layout.txt", "chlor-alkali-ar.plain.pdf", "chlor-alkali-ar.loose.txt")
TAGGED = ("products-en", "waste-fr")
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1742000000"}


def run(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def language_of(name):
    return next(part for part in name.split("-") if part in ("en", "fr", "es", "ru", "ar", "zh"))


def office(folder, kind, ending, sources):
    """Files of LibreOffice by the stem of their source."""
    out = Path(folder) / (ending + "-" + str(len(list(Path(folder).iterdir()))))
    run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(out)]
        + [str(source) for source in sources])
    return {source.stem: out / (source.stem + "." + ending) for source in sources}


def saved_text(blocks, language):
    """What Word writes when a document is saved as plain text."""
    lines, numeral = [], 0
    form = "一二三四五六七八九十" if language == "zh" else ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
    for block in blocks:
        if isinstance(block, fodt.Heading):
            label = form[numeral] + ("、" if language == "zh" else ".") + "\t" if block.numbered else ""
            numeral += block.numbered
            lines.append(label + fodt.typographic(block.text, language))
        elif isinstance(block, fodt.Paragraph):
            lines.append(fodt.typographic(block.text.replace("**", ""), language))
        elif isinstance(block, fodt.List):
            for number, item in enumerate(block.items, 1):
                lines.append((f"{number}." if block.ordered else "•") + "\t" + fodt.typographic(item.text.replace("**", ""), language))
                lines += ["–\t" + fodt.typographic(nested.replace("**", ""), language) for nested in item.nested]
        else:
            merged = fodt.TABLES.get((block.rows[0][0], len(block.rows[0])), ((), ()))[1]
            for row, places in zip(block.rows, fodt.spans(block.rows, merged)):
                # A cell below one that is merged over rows is there, and empty; one that a wide cell covers is not.
                wide = next((place[0] for place in places if place), 1)
                kept = [cell if place else "" for c, (cell, place) in enumerate(zip(row, places)) if not 0 < c < wide]
                lines.append("\t".join(fodt.typographic(cell.replace("**", ""), language) for cell in kept))
            lines.append("")
    return "\r\n".join(lines) + "\r\n"


def make_texts(names, folder):
    text = "txt:Text (encoded):UTF8,LF"
    for stem, made in office(folder, text, "txt", [PLANS / (name + ".docx") for name in names]).items():
        (HERE / f"{stem}.writer.txt").write_bytes(made.read_bytes())
    for name in names:
        source = PLANS / (name + ".md")
        run(["pandoc", "--from=markdown", "--to=plain", "--output", str(HERE / f"{name}.pandoc.txt"), str(source)])
        run(["pandoc", "--from=markdown", "--to=markdown", "--output", str(HERE / f"{name}.pandoc.md"), str(source)])
        if name in GOOD:
            grids = "markdown-simple_tables-multiline_tables-pipe_tables"
            run(["pandoc", "--columns=400", "--from=markdown", "--to=" + grids, "--output", str(HERE / f"{name}.grid.md"), str(source)])
        for way, options in (("stream", []), ("layout", ["-layout"])):
            run(["pdftotext", "-enc", "UTF-8"] + options + [str(HERE / f"{name}.writer.pdf"), str(HERE / f"{name}.{way}.txt")])
        if name in GOOD:
            run(["pdftotext", "-enc", "UTF-8", "-raw", str(HERE / f"{name}.writer.pdf"), str(HERE / f"{name}.raw.txt")])
        blocks = fodt.parse(source.read_text(encoding="utf-8"))
        (HERE / f"{name}.saved.txt").write_text(saved_text(blocks, language_of(name)), encoding="utf-8", newline="")


def make_pdfs(names, folder):
    names = [name for name in names if name in GOOD]
    plain = [PLANS / (name + "-pandoc.docx") for name in names]
    for stem, made in office(folder, "pdf", "pdf", plain).items():
        printed = HERE / f"{stem.removesuffix('-pandoc')}.plain.pdf"
        printed.write_bytes(made.read_bytes())
        run(["pdftotext", "-enc", "UTF-8", str(printed), str(printed.with_suffix("").with_suffix(".loose.txt"))])
    for name in names:
        run(["chromium", "--headless", "--no-sandbox", f"--user-data-dir={folder}/chromium", "--no-pdf-header-footer",
             f"--print-to-pdf={HERE / (name + '.browser.pdf')}", str(HERE / (name + ".pandoc.html"))])


def make(names, folder):
    numbered = [PLANS / (name + ".docx") for name in names]
    for kind, ending in (("odt", "odt"), ("html:HTML (StarWriter)", "html"), ("pdf", "pdf")):
        for stem, made in office(folder, kind, ending, numbered).items():
            (HERE / f"{stem}.writer.{ending}").write_bytes(made.read_bytes())
    tags = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    for stem, made in office(folder, tags, "pdf", [PLANS / (name + ".docx") for name in names if name in TAGGED]).items():
        (HERE / f"{stem}.tagged.pdf").write_bytes(made.read_bytes())
    for name in names:
        language = language_of(name)
        source = PLANS / (name + ".md")
        for ending in ("odt", "html"):
            run(["pandoc", "--from=markdown", "--to=" + ending, "--standalone", "--shift-heading-level-by=-1", f"--metadata=lang:{language}"] + (["--metadata=dir:rtl"] if language == "ar" else []) + ["--output", str(HERE / f"{name}.pandoc.{ending}"), str(source)])
        (HERE / f"{name}.numbered.fodt").write_text(fodt.write(fodt.parse(source.read_text(encoding="utf-8")), language, "2025-03-14"), encoding="utf-8")
        for way in ("pandoc", "writer"):
            fix_times(HERE / f"{name}.{way}.odt")


def main():
    names = sys.argv[1:] or sorted(path.name.removesuffix("-pandoc.docx") for path in PLANS.glob("*-pandoc.docx"))
    with tempfile.TemporaryDirectory() as folder:
        make(names, folder)
        make_texts(names, folder)
        make_pdfs(names, folder)
    for pattern in LEFT_OUT:
        for path in HERE.glob(pattern):
            path.unlink()


if __name__ == "__main__":
    main()
