"""Word files as people make them, from their own XML: automatic numbering, tracked changes, merged and nested tables, notes,
text boxes, hidden text, fields. word_plans.py writes plans with it.

In texts: **bold** · {+inserted} {-deleted} {^footnote} {~hidden} {%code|field} {$control} · \\t tab, \\n line break, \\f new page.
In rows of tables: "<<" goes on with the cell to the left, "^^" with the one above.
"""
import re
import zipfile
from xml.sax.saxutils import escape

SPACES = " ".join(f'xmlns:{prefix}="http://schemas.{uri}"' for prefix, uri in (
    ("w", "openxmlformats.org/wordprocessingml/2006/main"), ("r", "openxmlformats.org/officeDocument/2006/relationships"),
    ("mc", "openxmlformats.org/markup-compatibility/2006"), ("wps", "microsoft.com/office/word/2010/wordprocessingShape"),
    ("wp", "openxmlformats.org/drawingml/2006/wordprocessingDrawing"), ("a", "openxmlformats.org/drawingml/2006/main")))
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# The first level of each list; the first one numbers the headings.
LISTS = {1: ("upperRoman", "%1."), 2: ("decimal", "%1."), 3: ("bullet", "•"), 4: ("upperRoman", "%1."), 5: ("lowerLetter", "%1)"),
         6: ("chineseCountingThousand", "%1、"), 7: ("decimal", "%1)"), 8: ("russianLower", "%1)"), 10: ("hindiNumbers", "%1-"), 12: ("decimal", "(%1)")}
MARKUP = re.compile(r"(\*\*|\{[-+^~%$][^{}]*\})")
BOLD = "<w:b/><w:bCs/>"


class Word:
    def __init__(self, right_to_left=False, numbered=True):
        self.right_to_left = right_to_left
        self.numbered = numbered  # headings, by their style
        self.body, self.footnotes, self.anew = [], [], []
        self.header = None
        self.ids = 0

    def change(self):
        self.ids += 1
        return f'w:id="{self.ids}" w:author="A. Editor" w:date="2026-01-15T10:00:00Z"'

    def run(self, text, look="", element="t"):
        inner = ""
        for piece in re.split(r"([\t\n\f])", text):
            sign = {"\t": "<w:tab/>", "\n": "<w:br/>", "\f": '<w:br w:type="page"/>'}.get(piece)
            inner += sign or (piece and f'<w:{element} xml:space="preserve">{escape(piece)}</w:{element}>')
        look += "<w:rtl/>" if self.right_to_left else ""
        return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}{inner}</w:r>' if inner else ""

    def marked(self, kind, text, look):
        if kind == "+":
            return f"<w:ins {self.change()}>{self.run(text, look)}</w:ins>"
        if kind == "-":
            return f'<w:del {self.change()}>{self.run(text, look, "delText")}</w:del>'
        if kind == "^":
            self.footnotes.append(text)
            return f'<w:r><w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        if kind == "~":
            return self.run(text, look + "<w:vanish/>")
        if kind == "$":
            return f'<w:sdt><w:sdtPr><w:alias w:val="field"/></w:sdtPr><w:sdtContent>{self.run(text, look)}</w:sdtContent></w:sdt>'
        code, _, shown = text.partition("|")
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        return f'{sign("begin")}<w:r><w:instrText> {escape(code)} </w:instrText></w:r>{sign("separate")}{self.run(shown, look)}{sign("end")}'

    def runs(self, text, look=""):
        made, bold = "", False
        for piece in MARKUP.split(text):
            own = look + (BOLD if bold else "")
            if piece == "**":
                bold = not bold
            elif MARKUP.fullmatch(piece):
                made += self.marked(piece[1], piece[2:-1], own)
            elif piece:  # a run every few words, as Word writes them
                made += "".join(self.run(part, own) for part in re.findall(r"(?s).{1,60}(?:\s|$)|.{1,60}", piece))
        return made

    def paragraph(self, text, style=None, number=None, look="", mark_deleted=False):
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if number is not None:
            properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        properties += "<w:bidi/>" if self.right_to_left else ""
        properties += f"<w:rPr><w:del {self.change()}/></w:rPr>" if mark_deleted else ""
        return f'<w:p>{properties and f"<w:pPr>{properties}</w:pPr>"}{self.runs(text, look)}</w:p>'

    def p(self, *texts, **more):
        self.body += [self.paragraph(text, **more) for text in texts]

    def h(self, text, level=1, **more):
        self.p(text, style=f"Heading{level}", **more)

    def bold(self, text, **more):
        self.p(text, look=BOLD, **more)

    def items(self, *texts, number=3):
        self.p(*texts, style="ListParagraph", number=number)

    def list_anew(self, base, start=1):
        """A list that counts from `start` again."""
        self.anew.append((100 + len(self.anew), base, start))
        return self.anew[-1][0]

    def contents(self, *titles):
        """A table of contents as Word makes it."""
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        self.body.append(f'<w:p>{sign("begin")}<w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r>{sign("separate")}</w:p>'
                         + "".join(self.paragraph(f"{title}\t{page}", style="TOC1") for page, title in enumerate(titles, 2)) + f'<w:p>{sign("end")}</w:p>')

    def box(self, text):
        self.body.append('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="wps"><wps:wsp><wps:txbx>'
                         f"<w:txbxContent>{self.paragraph(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>")

    def cell(self, content):
        """A text, a table (a list of rows), items of a list ({"number", "items"}), or several of these (a tuple)."""
        parts = content if isinstance(content, tuple) else (content,)
        made = ""
        for part in parts:
            if isinstance(part, list):
                made += self.rows(part)
            elif isinstance(part, dict):
                made += "".join(self.paragraph(text, number=part["number"]) for text in part["items"])
            else:
                made += self.paragraph(part)
        return made if made.endswith("</w:p>") else made + "<w:p/>"

    def rows(self, rows):
        rows = [[cell.strip() for cell in row.split("|")] if isinstance(row, str) else row for row in rows]
        made = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="1500"/>' * max(map(len, rows)) + "</w:tblGrid>"
        for y, row in enumerate(rows):
            made += "<w:tr>"
            for x, content in enumerate(row):
                if content == "<<":
                    continue
                span = 1
                while row[x + span:x + span + 1] == ["<<"]:
                    span += 1
                goes_on = y + 1 < len(rows) and rows[y + 1][x:x + 1] == ["^^"]
                properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
                properties += "<w:vMerge/>" if content == "^^" else '<w:vMerge w:val="restart"/>' if goes_on else ""
                made += f'<w:tc><w:tcPr>{properties}</w:tcPr>{"<w:p/>" if content == "^^" else self.cell(content)}</w:tc>'
            made += "</w:tr>"
        return made + "</w:tbl>"

    def table(self, *rows):
        self.body.append(self.rows(rows) + "<w:p/>")

    def numbering(self):
        made = ""
        for key, (kind, text) in LISTS.items():
            second = '<w:pStyle w:val="Heading2"/>' if key == 1 and self.numbered else ""
            first = '<w:pStyle w:val="Heading1"/>' if key == 1 and self.numbered else ""
            made += (f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{first}<w:lvlText w:val="{text}"/></w:lvl>'
                     f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{second}<w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>')
        made += "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in LISTS)
        return made + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{base}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
                              for key, base, start in self.anew)

    def styles(self):
        made = ""
        for level in (1, 2):
            number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>' if self.numbered else ""
            made += f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/><w:pPr>{number}<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
        return made + "".join(f'<w:style w:type="paragraph" w:styleId="{name.title().replace(" ", "")}"><w:name w:val="{name}"/></w:style>' for name in ("Title", "list paragraph")) + (
            '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>')

    def save(self, path):
        notes = "".join(f'<w:footnote w:id="{i}">{self.paragraph(text)}</w:footnote>' for i, text in enumerate(self.footnotes, 1))
        section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>' if self.header else "<w:sectPr/>"
        parts = {"document": ("document", f"<w:body>{''.join(self.body)}{section}</w:body>"), "styles": ("styles", self.styles()),
                 "numbering": ("numbering", self.numbering()), "footnotes": ("footnotes", notes)}
        if self.header:
            parts["header"] = ("hdr", self.paragraph(self.header))
        types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD}{"document.main" if name == "document" else name}+xml"/>' for name in parts)
        relations = "".join(f'<Relationship Id="rId{name}" Type="{RELATION}{name}" Target="{name}.xml"/>' for name in parts if name != "document")
        package = "http://schemas.openxmlformats.org/package/2006/"
        files = {"[Content_Types].xml": f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
                 "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type="{RELATION}officeDocument" Target="word/document.xml"/></Relationships>',
                 "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}relationships">{relations}</Relationships>'}
        files |= {f"word/{name}.xml": f"<w:{root} {SPACES}>{content}</w:{root}>" for name, (root, content) in parts.items()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package_file:
            for name, content in files.items():
                package_file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), HEAD + content, zipfile.ZIP_DEFLATED)
