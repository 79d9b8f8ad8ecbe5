"""Markdown of a sample plan -> blocks -> flat ODT with automatic numbering and merged cells.

Only the Markdown that the plans use is read: "#" title, "##" section, "###" sub-heading, paragraphs,
"-" and "1." lists with one nested level, pipe tables, "**bold**".
What Markdown cannot say is derived here:
- a Roman or Chinese numeral typed before a section's title becomes the automatic numbering of the headings;
- in the columns of MERGED a cell that repeats the one above it is merged with it;
- empty cells that follow the first cell of a row (totals, group rows) are merged with that cell.
"""
import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape


@dataclass
class Heading:
    level: int
    text: str
    numbered: bool = False


@dataclass
class Paragraph:
    text: str
    style: str = "Text_20_body"


@dataclass
class Item:
    text: str
    nested: list = field(default_factory=list)


@dataclass
class List:
    ordered: bool
    items: list = field(default_factory=list)


@dataclass
class Table:
    rows: list = field(default_factory=list)


NUMERAL = re.compile(r"^(?:[IVX]+\. |[一二三四五六七八九十]+、)(.*)$")
CAPTION = re.compile(r"^((Tableau|Table|Таблица|Cuadro|الجدول) \d+\. |表\d+ )")
RIGHT_TO_LEFT = ("ar",)

# First header cell -> widths of the columns in per cent, columns whose repeated cells are merged.
TABLES = {
    ("Action prioritaire", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("Priority action", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("Objectif", 5): ([13, 32, 14, 19, 22], (0,)),
    ("Origine", 3): ([42, 35, 23], ()),
    ("Source", 3): ([42, 35, 23], ()),
    ("Partenaire", 4): ([31, 20, 14, 35], ()),
    ("Partner", 4): ([31, 18, 16, 35], ()),
    ("优先行动", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("目标", 5): ([13, 32, 14, 19, 22], (0,)),
    ("来源", 3): ([42, 35, 23], ()),
    ("合作伙伴", 5): ([28, 12, 10, 15, 35], ()),
    ("Sigle", 2): ([20, 80], ()),
    ("Medida prioritaria", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("Objetivo", 5): ([13, 32, 14, 19, 22], (0,)),
    ("Origen", 3): ([42, 35, 23], ()),
    ("Asociado", 4): ([31, 20, 14, 35], ()),
    ("Sigla", 2): ([20, 80], ()),
    ("Abbreviation", 2): ([20, 80], ()),
    ("Приоритетная мера", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("Цель", 5): ([10, 35, 14, 19, 22], (0,)),
    ("Источник", 3): ([42, 35, 23], ()),
    ("Партнер", 4): ([31, 20, 14, 35], ()),
    ("Сокращение", 2): ([20, 80], ()),
    ("الإجراء ذو الأولوية", 6): ([13, 30, 15, 13, 12, 17], (0, 2, 5)),
    ("الهدف", 5): ([13, 32, 14, 19, 22], (0,)),
    ("المصدر", 3): ([42, 35, 23], ()),
    ("الشريك", 4): ([31, 20, 14, 35], ()),
    ("المصطلح", 2): ([20, 80], ()),
}


def parse(markdown):
    """Blocks of the plan, in order."""
    blocks = []
    for chunk in re.split(r"\n\s*\n", markdown.strip()):
        lines = chunk.split("\n")
        first = lines[0]
        mark = re.match(r"^(#{1,3}) (.*)$", first)
        if mark:
            numeral = NUMERAL.match(mark[2])
            blocks.append(Heading(len(mark[1]) - 1, numeral[1] if numeral else mark[2], bool(numeral)))
        elif first.startswith("|"):
            rows = [[c.strip() for c in line.strip()[1:-1].split("|")] for line in lines]
            blocks.append(Table([rows[0]] + rows[2:]))
        elif re.match(r"^(- |\d+\. )", first):
            listing = List(not first.startswith("- "))
            for line in lines:
                if line.startswith("    - "):
                    listing.items[-1].nested.append(line[6:])
                else:
                    listing.items.append(Item(line.split(" ", 1)[1]))
            blocks.append(listing)
        else:
            text = " ".join(lines)
            blocks.append(Paragraph(text, "Caption" if CAPTION.match(text) else "Text_20_body"))
    for block in blocks[1:3]:
        block.style = "Subtitle"
    return blocks


def typographic(text, language):
    """Apostrophes and spaces as a word processor sets them; the number of words stays the same."""
    text = text.replace("'", "\u2019")
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "\u00a0", text) if language in ("fr", "ru") and "+41" not in text else text
    if language == "fr":
        text = re.sub(r" (?=[:;?!%»])", "\u00a0", text).replace("« ", "«\u00a0")
    return text


def inline(text, language):
    parts = re.split(r"\*\*(.+?)\*\*", typographic(text, language))
    return "".join(f'<text:span text:style-name="Bold">{escape(p)}</text:span>' if i % 2 else escape(p)
                   for i, p in enumerate(parts))


def spans(rows, merged):
    """For each cell (column span, row span), or None where another cell covers it."""
    grid = [[(1, 1)] * len(rows[0]) for _ in rows]
    for r, row in enumerate(rows):
        wide = 1
        while wide < len(row) and r and not row[wide]:
            wide += 1
        if wide > 1 and row[0]:
            grid[r] = [(wide, 1)] + [None] * (wide - 1) + grid[r][wide:]
    for c in merged:
        top = 1
        for r in range(2, len(rows)):
            single = grid[r][c] == (1, 1) and grid[r][0] is not None and grid[r][0][0] == 1
            if single and rows[r][c] and rows[r][c] == rows[top][c] and grid[top][c]:
                grid[top][c] = (1, grid[top][c][1] + 1)
                grid[r][c] = None
            else:
                top = r
    return grid


def table_xml(table, number, language):
    rows = table.rows
    widths, merged = TABLES.get((rows[0][0], len(rows[0])), ([100 / len(rows[0])] * len(rows[0]), ()))
    grid = spans(rows, merged)
    styles = "".join(f'<style:style style:name="T{number}.{c}" style:family="table-column">'
                     f'<style:table-column-properties style:column-width="{17.0 * w / 100:.3f}cm"/></style:style>'
                     for c, w in enumerate(widths))
    out = [f'<table:table table:name="T{number}" table:style-name="Table">']
    out += [f'<table:table-column table:style-name="T{number}.{c}"/>' for c in range(len(widths))]
    for r, row in enumerate(rows):
        out.append("<table:table-header-rows><table:table-row>" if r == 0 else '<table:table-row>')
        for c, text in enumerate(row):
            if grid[r][c] is None:
                out.append("<table:covered-table-cell/>")
                continue
            wide, high = grid[r][c]
            strong = r == 0 or wide > 1
            right = re.fullmatch(r"[\d ,.]+( %)?", text) and not strong
            style = "Table_20_Heading" if strong else "Table_20_Number" if right else "Table_20_Contents"
            span = (f' table:number-columns-spanned="{wide}"' if wide > 1 else "") + \
                   (f' table:number-rows-spanned="{high}"' if high > 1 else "")
            out.append(f'<table:table-cell table:style-name="Cell{"Head" if r == 0 else ""}" office:value-type="string"{span}>'
                       f'<text:p text:style-name="{style}">{inline(text, language)}</text:p></table:table-cell>')
        out.append("</table:table-row></table:table-header-rows>" if r == 0 else "</table:table-row>")
    out.append('</table:table><text:p text:style-name="Text_20_body"/>')
    return styles, "".join(out)


def list_xml(block, language):
    out = [f'<text:list text:style-name="{"Numbers" if block.ordered else "Bullets"}">']
    for item in block.items:
        out.append(f'<text:list-item><text:p text:style-name="List_20_Paragraph">{inline(item.text, language)}</text:p>')
        if item.nested:
            out.append("<text:list>")
            out += [f'<text:list-item><text:p text:style-name="List_20_Paragraph">{inline(n, language)}</text:p></text:list-item>'
                    for n in item.nested]
            out.append("</text:list>")
        out.append("</text:list-item>")
    return "".join(out) + "</text:list>"


def heading_xml(block, language):
    text = inline(block.text, language)
    if block.level == 0:
        return f'<text:p text:style-name="Title">{text}</text:p>'
    if block.level == 1 and not block.numbered:
        return f'<text:h text:style-name="Annex" text:outline-level="1" text:is-list-header="true">{text}</text:h>'
    return f'<text:h text:style-name="Heading_20_{block.level}" text:outline-level="{block.level}">{text}</text:h>'


def paragraph_style(name, display, parent, paragraph, text, extra=""):
    up = f' style:parent-style-name="{parent}"' if parent else ""
    return (f'<style:style style:name="{name}" style:display-name="{display}" style:family="paragraph"{up}{extra}>'
            f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/></style:style>")


def styles_xml(language, running):
    country = {"fr": "CH", "en": "GB", "ru": "RU", "zh": "CN", "es": "ES", "ar": "JO"}[language]
    form, suffix = ("一, 二, 三, ...", "、") if language == "zh" else ("I", ".")
    asian = ' style:language-asian="zh" style:country-asian="CN" style:font-size-asian="11pt"' if language == "zh" else ""
    rtl = language in RIGHT_TO_LEFT
    complex_script = f' style:language-complex="{language}" style:country-complex="{country}"' if rtl else ""
    direction = ' style:writing-mode="rl-tb"' if rtl else ""
    level = ' style:default-outline-level="{}" style:next-style-name="Text_20_body"'
    small = 'fo:font-size="9pt"'
    styles = [
        '<style:default-style style:family="paragraph">'
        + (f"<style:paragraph-properties{direction}/>" if rtl else "") +
        '<style:text-properties style:font-name="Verdana"'
        f' fo:font-size="11pt" fo:language="{language}" fo:country="{country}"{asian}{complex_script}/></style:default-style>',
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>',
        paragraph_style("Text_20_body", "Text body", "Standard", 'fo:margin-bottom="0.25cm" fo:line-height="115%"', ""),
        paragraph_style("Title", "Title", "Standard", 'fo:text-align="center" fo:margin-bottom="0.5cm" fo:margin-top="2cm"',
                        'fo:font-size="20pt" fo:font-weight="bold"'),
        paragraph_style("Subtitle", "Subtitle", "Standard", 'fo:text-align="center" fo:margin-bottom="0.6cm"',
                        'fo:font-size="12pt" fo:font-style="italic"'),
        paragraph_style("Heading_20_1", "Heading 1", "Standard",
                        'fo:margin-top="0.7cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
                        'fo:font-size="15pt" fo:font-weight="bold" fo:color="#1f3864"', level.format(1)),
        paragraph_style("Heading_20_2", "Heading 2", "Standard",
                        'fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
                        'fo:font-size="12pt" fo:font-weight="bold" fo:color="#1f3864"', level.format(2)),
        paragraph_style("Caption", "Caption", "Standard", 'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm"'
                        ' fo:keep-with-next="always"', 'fo:font-size="10pt" fo:font-style="italic"'),
        paragraph_style("List_20_Paragraph", "List Paragraph", "Standard", 'fo:margin-bottom="0.12cm" fo:line-height="115%"', ""),
        paragraph_style("Table_20_Contents", "Table Contents", "Standard", "", small),
        paragraph_style("Table_20_Number", "Table Number", "Table_20_Contents", 'fo:text-align="end"', ""),
        paragraph_style("Table_20_Heading", "Table Heading", "Table_20_Contents", "", 'fo:font-weight="bold"'),
        paragraph_style("Header", "Header", "Standard", 'fo:text-align="end"', small),
        paragraph_style("Footer", "Footer", "Standard", 'fo:text-align="center"', small),
        '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
    ]
    outline = ['<text:outline-style style:name="Outline">'
               f'<text:outline-level-style text:level="1" style:num-format="{form}" style:num-suffix="{suffix}">'
               '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
               '<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1cm"'
               ' fo:text-indent="-1cm" fo:margin-left="1cm"/></style:list-level-properties></text:outline-level-style>']
    outline += [f'<text:outline-level-style text:level="{n}" style:num-format=""/>' for n in range(2, 11)]
    outline.append("</text:outline-style>")

    def levels(first):
        out = []
        for n in (1, 2):
            place = ('<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
                     '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm"'
                     f' fo:margin-left="{0.5 + 0.7 * n:.1f}cm"/></style:list-level-properties>')
            if n == 1 and first == "number":
                out.append(f'<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">{place}</text:list-level-style-number>')
            else:
                out.append(f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="{"•" if n == 1 else "–"}">{place}</text:list-level-style-bullet>')
        return "".join(out)

    lists = (f'<text:list-style style:name="Numbers">{levels("number")}</text:list-style>'
             f'<text:list-style style:name="Bullets">{levels("bullet")}</text:list-style>')
    page = ('<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"'
            ' fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"' + direction + '/>'
            '<style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm"/></style:header-style>'
            '<style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>')
    master = ('<style:master-page style:name="Standard" style:page-layout-name="Page">'
              f'<style:header><text:p text:style-name="Header">{escape(typographic(running, language))}</text:p></style:header>'
              '<style:footer><text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
              '</style:master-page>')
    return "".join(styles) + "".join(outline) + lists, page, master


NAMESPACES = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
    ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("svg", "svg-compatible")))


def write(blocks, language, date):
    """The whole flat ODT as text."""
    automatic, body = [], []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            body.append(heading_xml(block, language))
        elif isinstance(block, Paragraph):
            body.append(f'<text:p text:style-name="{block.style}">{inline(block.text, language)}</text:p>')
        elif isinstance(block, List):
            body.append(list_xml(block, language))
        else:
            styles, table = table_xml(block, number, language)
            automatic.append(styles)
            body.append(table)
    common, page, master = styles_xml(language, blocks[0].text.rsplit(" – " if language in ("fr", "ru", "es", "ar") else ", ", 1)[-1])
    automatic.append('<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm"'
                     ' table:align="margins" table:border-model="collapsing"/></style:style>')
    automatic.append('<style:style style:name="Annex" style:family="paragraph" style:parent-style-name="Heading_20_1">'
                     '<style:paragraph-properties fo:margin-left="0cm" fo:text-indent="0cm"/></style:style>')
    for name, colour in (("Cell", "transparent"), ("CellHead", "#d9e2f3")):
        automatic.append(f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties'
                         f' fo:padding="0.08cm" fo:border="0.5pt solid #808080" fo:background-color="{colour}"/></style:style>')
    stamp = f"{date}T09:00:00"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<office:document {NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"'
            ' office:mimetype="application/vnd.oasis.opendocument.text">'
            f'<office:meta><dc:title>{escape(blocks[0].text)}</dc:title><meta:creation-date>{stamp}</meta:creation-date>'
            f'<dc:date>{stamp}</dc:date></office:meta>'
            '<office:font-face-decls><style:font-face style:name="Verdana" svg:font-family="Verdana"/></office:font-face-decls>'
            f"<office:styles>{common}</office:styles>"
            f'<office:automatic-styles>{"".join(automatic)}{page}</office:automatic-styles>'
            f"<office:master-styles>{master}</office:master-styles>"
            f'<office:body><office:text>{"".join(body)}</office:text></office:body></office:document>\n')
