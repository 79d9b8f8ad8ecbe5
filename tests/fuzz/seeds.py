#!/usr/bin/env python3
"""Makes the seeds of this folder from the readers' fixtures and the plans of the tests: python3 seeds.py [PLANCHECK]
Needs pdftohtml (poppler-utils).

With the command line program given, the plans' own XML is made too. The files are the same byte for byte each time."""
import pathlib
import re
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
DOCX = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/_rels/document.xml.rels"]
ODT = ["content.xml", "styles.xml", "meta.xml"]
LARGEST = 6000

MARKDOWN = {
    "inline": "# *I*. Summary\n\nA **bold** `code` [link](http://plan.example \"t\") ![figure](a.png) H~2~O ~~gone~~ <b>x</b> &nbsp;&#x202F;&amp;\n",
    "lists": "1. One\n   - nested\n\n     more\n2. Two\n\n> quoted\n> - item\n\n3) Three\n\n* a\n* b\n",
    "tables": "| Action | Contact |\n|:--|--:|\n| A | a@plan.example |\n\n+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\n  a    b\n ---  ---\n  c    d\n\n",
    "html": "<table><tr><td colspan=\"2\">a</td></tr><tr><td>b</td><td>c</td></tr></table>\n\n<p align=\"center\">x<br/>y</p>\n<!-- gone -->\n",
    "matter": "---\ntitle: Plan\ndate: 2025-03-14\n---\n\n% Title\n\nText[^1]\n\n[^1]: A note.\n\n# Title {#id .class}\n\nSetext\n======\n",
}
TEXT = {
    "sections": "BUSINESS PLAN\n- 13 March 2009 -\n\nI.\tSUMMARY OF THE\nISSUE\n(max of 250 words)\n\nV. OPPORTUNITÉS La présente section…\n\nI. Summary of the IssueProducts are\n",
    "lists": "1. One\n2. Two\n   a) x\n   b) y\n\n• bullet\n\uf0b7 bullet\n\ufffd bullet\n– dash\n\ni. one\nii. two\n",
    "pages": "Plan 2025\n\ntext goes on\n\f\nPlan 2025\nand on\n- 2 -\n\f\nPlan 2025\nend\n",
    "tables": "Action\tContact\tCost\nA\ta@plan.example\tUSD 5\nB\tb@plan.example\tEUR 6\n\nAction        Cost\n------        ----\nA             5\n",
    "scripts": "أولاً - موجز المسألة\n\n一、问题概述（不超过250字）\n\nКраткое изложение вопроса\n",
}
HTML = {
    "headings": "<!DOCTYPE html><html><head><meta charset=utf-8><title>Plan</title></head><body><h1>I. Summary</h1><p>A&nbsp;plan</p><div role=heading aria-level=2>x</div></body></html>",
    "tables": "<table><thead><tr><th>Action<th>Cost</thead><tr><td rowspan=2>A<td>5<tr><td colspan=3>6</table><ul><li>a<ol start=3><li>b</ol></ul>",
    "hidden": "<p hidden>x</p><p style='display:none'>y</p><script>z</script><style>p{}</style><br>a<br/>b<!-- c --><![if x]>d<![endif]><o:p></o:p>",
}
SECTIONS = "I. Summary of the issue|II. Objective of the partnership area|III. Priority actions|IV. Partner efforts and timelines|VI. Evaluation|X. Partners"


def odt_seeds():
    spaces = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
              'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')
    body = ('<text:h text:outline-level="1">Summary</text:h><text:p>A<text:s text:c="3"/>plan<text:tab/>of<text:line-break/>work'
            '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>'
            '<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list>'
            '<table:table><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>a</text:p>'
            '</table:table-cell><table:covered-table-cell/></table:table-row></table:table><text:section text:display="none"><text:p>hidden</text:p></text:section>')
    content = f'<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    flat = (f'<office:document {spaces} office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>{body}</office:text></office:body></office:document>')
    styles = f'<office:document-styles {spaces}><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style></office:styles></office:document-styles>'
    return {"content": f"{content}\1{styles}", "flat": flat}


def write(target, name, content):
    folder = HERE / "seeds" / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def parts(path, names):
    with zipfile.ZipFile(path) as archive:
        known = set(archive.namelist())
        return b"\1".join(archive.read(name) if name in known else b"" for name in names).rstrip(b"\1")


def main():
    for path in sorted((TESTS / "read/docx").glob("*.docx")):
        try:
            joined = parts(path, DOCX)
        except zipfile.BadZipFile:
            continue
        if 0 < len(joined) <= LARGEST:
            write("docx", path.stem, joined)
    for path in sorted((TESTS / "read/odt").glob("*.odt")):
        joined = parts(path, ODT)
        if len(joined) <= LARGEST:
            write("odt", path.stem, joined)
    for name, content in odt_seeds().items():
        write("odt", name, content)
    for name in ("contents", "office_arabic", "pages", "table_close", "two_columns"):
        answer = subprocess.run(["pdftohtml", "-xml", "-i", "-stdout", str(TESTS / f"read/pdf/{name}.pdf")], capture_output=True, check=True)
        write("pdf", name, answer.stdout)
    for target, seeds in (("markdown", MARKDOWN), ("text", TEXT), ("html", HTML)):
        for name, content in seeds.items():
            write(target, name, content)
    plans = {"short": "\n\n".join(f"# {title}\n\nMercury waste is counted by 2027." for title in SECTIONS.split("|")) + "\n"}
    for tag in ("en", "fr"):
        plans[tag] = (TESTS / f"checks/base-{tag}.md").read_text()
    for name, content in plans.items():
        write("validation", name, "\0" + content)
        write("c_api", name, content)
        write("markdown", "plan-" + name, content)
        write("text", "plan-" + name, re.sub(r"(?m)^#+ ", "", content))
        if len(sys.argv) > 1:
            made = subprocess.run([sys.argv[1], "extract", "--format", "xml", "-", "--name", "plan.md"], input=content.encode(), capture_output=True, check=True)
            write("plan_xml", name, made.stdout)
    for path in ("table", "lists", "tracked_changes"):
        write("validation", path, b"\2" + (TESTS / f"read/docx/{path}.docx").read_bytes())
    readme = (TESTS.parent / "templates/README.md").read_text()
    write("form", "field-trip", readme.split("```xml\n", 1)[1].split("```", 1)[0])


main()
