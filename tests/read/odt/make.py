#!/usr/bin/env python3
"""Makes the files of this folder: each shows one thing of the format in as little as a word processor would accept.

Run it in this folder; the files are the same byte for byte each time. Those whose names begin with "from_" are made by
other programs and only kept:
  from_pandoc.odt        pandoc -o from_pandoc.odt from_pandoc.md
  from_writer.odt        soffice --convert-to odt writer_source.fodt, renamed"""
import zipfile

SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
    )
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TYPE = "application/vnd.oasis.opendocument.text"


def outline(formats="IAa", suffix="."):
    return '<text:outline-style style:name="Outline">' + "".join(
        f'<text:outline-level-style text:level="{i}" style:num-format="{f}" style:num-suffix="{suffix}"/>'
        for i, f in enumerate(formats, 1)) + "</text:outline-style>"


def number(level, form="1", more='style:num-suffix="."'):
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


def bullet(level, char="•"):
    return f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="{char}"/>'


def list_style(name, *levels):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def style(name, inside="", family="paragraph", parent="", more=""):
    base = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{base} {more}>{inside}</style:style>'


def look(attributes):
    return f"<style:text-properties {attributes}/>"


def layout(attributes):
    return f"<style:paragraph-properties {attributes}/>"


COMMON = (
    style("Standard")
    + style("Heading_20_1", look('fo:font-weight="bold"'), parent="Standard", more='style:display-name="Heading 1" style:default-outline-level="1"')
    + style("Heading_20_2", parent="Standard", more='style:display-name="Heading 2" style:default-outline-level="2"')
    + style("Heading_20_3", parent="Standard", more='style:display-name="Heading 3" style:default-outline-level="3"')
    + style("Title", layout('fo:text-align="center"'), parent="Standard")
    + list_style("Numbers", number(1), number(2, "a", 'style:num-suffix=")"'), number(3, "i", 'style:num-prefix="(" style:num-suffix=")"'))
    + list_style("Nested", *(number(i, "1", f'style:num-suffix="." text:display-levels="{i}"') for i in (1, 2, 3)))
    + list_style("Bullets", bullet(1), bullet(2, "–"))
)
BOLD = look('fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"')


def flat(name, body, common=COMMON, automatic="", scripts="", spaces=SPACES, head=HEAD):
    text = (f'{head}<office:document {spaces} office:version="1.3" office:mimetype="{TYPE}">\n{scripts}'
            f"<office:styles>{common}</office:styles>\n<office:automatic-styles>{automatic}</office:automatic-styles>\n"
            f"<office:body><office:text>\n{body}\n</office:text></office:body></office:document>\n")
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def package(name, body, common=COMMON, automatic="", more=None, drop=(), kind=TYPE, manifest="", content=None):
    parts = {
        "mimetype": kind,
        "content.xml": content or f'{HEAD}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f'{HEAD}<office:document-styles {SPACES} office:version="1.3"><office:styles>{common}</office:styles>'
        "<office:automatic-styles/></office:document-styles>",
        "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>{manifest}</manifest:manifest>',
    }
    parts.update(more or {})
    with zipfile.ZipFile(name, "w") as archive:
        for part, text in parts.items():
            if part in drop:
                continue
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if part == "mimetype" else zipfile.ZIP_DEFLATED
            info.external_attr = 0
            archive.writestr(info, text)


def p(inside="", of="Standard", more=""):
    return f'<text:p text:style-name="{of}"{more}>{inside}</text:p>'


def h(inside, level=1, of=None, more=""):
    return f'<text:h text:style-name="{of or f"Heading_20_{level}"}" text:outline-level="{level}"{more}>{inside}</text:h>'


def span(inside, of):
    return f'<text:span text:style-name="{of}">{inside}</text:span>'


def lst(*items, of="", more=""):
    name = f' text:style-name="{of}"' if of else ""
    return f'<text:list{name}{more}>{"".join(items)}</text:list>'


def li(inside, more=""):
    return f"<text:list-item{more}>{inside if inside.startswith('<') else p(inside)}</text:list-item>"


def cell(inside="", more=""):
    return f"<table:table-cell {more}>{p(inside) if inside and not inside.startswith('<') else inside}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def table(*rows, more=""):
    return f'<table:table{more}><table:table-column table:number-columns-repeated="3"/>{"".join(rows)}</table:table>'


def box(inside, more=' text:anchor-type="paragraph"'):
    return f"<draw:frame{more}><draw:text-box>{inside}</draw:text-box></draw:frame>"


IMAGE = '<draw:frame text:anchor-type="as-char"><draw:image xlink:href="Pictures/a.png"/><svg:title>A map</svg:title></draw:frame>'


def note(kind, mark, text):
    return (f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
            f"<text:note-body>{p(text)}</text:note-body></text:note>")


flat("paragraphs.fodt", p("One  two\n   three ") + p() + p("   ") + p("after two empty ones") + p(" lead" + span(" spread ", "x") + " over" + span(" ", "x") + span("spans ", "x")))
flat("white_space.fodt", p("a<text:s/>b<text:s text:c=\"3\"/>c <text:s/>d<text:tab/>e<text:line-break/> f<text:tab/>")
     + p("<text:s text:c=\"4\"/>indented") + p("soft\u00adhyphen, non\u2011breaking, no\u00a0break, <![CDATA[cut  here]]> &amp; there"))
flat("headings.fodt", h("Context") + h("Detail", 2) + p("text") + '<text:h>no level</text:h>' + '<text:h text:outline-level="10">ten</text:h>'
     + p("by its style", "Heading_20_2") + p("not by its style", "None"), automatic=style("None", parent="Heading_20_1", more='style:default-outline-level=""'))
flat("numbered_headings.fodt", h("Issue") + h("Part", 2) + h("Part", 2) + h("Smaller", 3) + h("Objective") + h("Part", 2)
     + h("Annex", more=' text:is-list-header="true"') + h("Also without", of="Bare") + h("Actions") + h("Five", more=' text:restart-numbering="true" text:start-value="5"')
     + h("Six") + h("", 1) + h("Eight") + p("paragraph of the style", "Heading_20_1") + p("of a style based on it", "Based") + p("of an automatic style", "Auto") + h("heading of a style based on it", of="Based"),
     COMMON + outline() + style("Based", parent="Heading_20_1"), automatic=style("Bare", parent="Heading_20_1", more='style:list-style-name=""') + style("Auto", parent="Heading_20_1"))
flat("headings_by_name.fodt", p("built-in by its name", "Heading_20_4") + p("by its translated name", "Own") + p("automatic", "Auto") + p("level taken away", "Heading_20_5") + h("first with a number"),
     COMMON + outline() + style("Heading_20_4", parent="Standard") + style("Own", parent="Standard", more='style:display-name="Titre 2"') + style("Heading_20_5", parent="Standard", more='style:default-outline-level=""'),
     automatic=style("Auto", parent="Heading_20_4"))
flat("heading_levels_shown.fodt", h("Issue") + h("Part", 2) + h("Smaller", 3) + h("Part", 2) + h("Objective") + h("Skips one", 3),
     COMMON + '<text:outline-style style:name="Outline">' + "".join(
         f'<text:outline-level-style text:level="{i}" style:num-format="1" text:display-levels="{i}" style:num-prefix="{x}"/>'
         for i, x in ((1, "Part "), (2, ""), (3, "§ "))) + "</text:outline-style>")
flat("headings_in_lists.fodt", lst(li(h("Issue") + lst(li(h("Part", 2)))), of="Outline") + h("Objective")
     + lst(li(h("Own list", 2)), li(h("Own list", 2)), of="Numbers"), COMMON + outline())
flat("headings_of_first_versions.fodt", lst(li(lst(li(h("Part", 2)))), of="Outline") + lst(li("dot"), of="Bullets") + lst(li(lst(li(h("Next part", 2)))), of="Outline") + h("Issue"),
     COMMON + list_style("Outline", number(1, "I"), number(2, "1")))
flat("lists.fodt", p("Before:") + lst(li("one"), li(p("two") + p("more of two") + lst(li("below"), li("below") , li(p("deep") + lst(li("deeper"))))), li("three"), of="Numbers")
     + lst(li("dot"), li(p("dot") + lst(li("dash"))), of="Bullets") + lst(li("begins again"), of="Numbers"))
flat("list_continues.fodt", lst(li("one"), of="Nested", more=' xml:id="first"') + p("between") + lst(li("two"), of="Nested", more=' text:continue-numbering="true"')
     + lst(li("other"), of="Numbers", more=' xml:id="other"') + lst(li("not continued: another style was last"), of="Nested", more=' text:continue-numbering="true"')
     + lst(li("three of the first"), of="Nested", more=' text:continue-list="first" xml:id="again"')
     + lst(li(lst(li("below three"))), of="Nested", more=' text:continue-list="again"') + lst(li("unknown list"), of="Nested", more=' text:continue-list="nowhere"'))
flat("list_continues_in_note.fodt", lst(li("one"), of="Numbers", more=' xml:id="a"') + p("Text" + note("footnote", "1", "A source").replace("</text:note-body>", lst(li("in a note"), of="Numbers", more=' xml:id="b" text:continue-list="a"') + "</text:note-body>"))
     + lst(li("goes on"), of="Numbers", more=' xml:id="c" text:continue-list="b"') + lst(li("and on"), of="Numbers", more=' text:continue-numbering="true"'))
flat("list_continues_by_word.fodt", lst(li("one"), of="LFO1", more=' text:continue-numbering="true"') + lst(li("of another list"), of="LFO2", more=' text:continue-numbering="true"')
     + lst(li("two"), of="LFO1", more=' text:continue-numbering="true"'), COMMON + list_style("LFO1", number(1)) + list_style("LFO2", number(1, "A")))
flat("list_goes_on_below.fodt", lst(li(p("one") + lst(li("first below")))
     , of="Nested") + p("between") + lst(li(lst(li("second below, as its item begins with a list"))), li("two"), of="Nested", more=' text:continue-numbering="true"'))
flat("list_restarts.fodt", lst(li("five", ' text:start-value="5"'), li("six"), li("nine", ' text:start-value="9"'), li("zero", ' text:start-value="0"'), of="Numbers")
     + lst(li("from three"), li("four"), of="Late") + lst(li(p("a") + lst(li("below"), li("below")) + p("between") + lst(li("again"))), of="Nested")
     + lst(li(p("b") + lst(li("below")) + p("between") + lst(li("goes on"), more=' text:continue-numbering="true"')), of="Nested"),
     COMMON + list_style("Late", number(1, "1", 'text:start-value="3"')))
flat("list_formats.fodt", "".join(lst(*(li(f"{name} {i}", f' text:start-value="{i}"' if i > 2 else "") for i in (1, 2, 27, 28)), of=name)
                                  for name in ("upper-roman", "lower-roman", "upper-letter", "lower-letter", "letters-repeat", "prefix", "pattern", "none", "words", "arabic")),
     COMMON + list_style("upper-roman", number(1, "I")) + list_style("lower-roman", number(1, "i")) + list_style("upper-letter", number(1, "A"))
     + list_style("lower-letter", number(1, "a", 'style:num-suffix=")"')) + list_style("letters-repeat", number(1, "a", 'style:num-letter-sync="true"'))
     + list_style("prefix", number(1, "1", 'style:num-prefix="Action " style:num-suffix=":"')) + list_style("pattern", number(1, "1", 'loext:num-list-format="[%1%]" style:num-suffix="."'))
     + list_style("none", number(1, "", "")) + list_style("words", number(1, "", 'style:num-prefix="Step"'))
     + list_style("arabic", number(1, "أ, ب, ج, ...", 'style:num-suffix="."')))
flat("list_words.fodt", "".join(lst(li("un"), li("deux"), of=name) for name in ("One", "First", "1st", "001", "Signs", "Stems", "Branches", "Legal")),
     COMMON + '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="CH"/></style:default-style>'
     + "".join(list_style(name, number(1, form)) for name, form in (("One", "One"), ("First", "First"), ("1st", "1st"), ("001", "001, 002, 003, ..."), ("Signs", "*, †, ‡, §, **, ††, ..."), ("Stems", "甲, 乙, 丙, ..."), ("Branches", "子, 丑, 寅, ..."), ("Legal", "壹, 貳, 參, ..."))))
flat("list_patterns.fodt", lst(li(p("one") + lst(li(p("two") + lst(li("three"))))), li(p("four") + lst(li("five"))), of="Pattern") + lst(li(p("hidden") + lst(li("below"))), of="Gap"),
     COMMON + list_style("Pattern", number(1, "I", 'style:num-list-format="%1%."'), number(2, "1", 'style:num-list-format="%1%-%2%" text:display-levels="2"'),
                         number(3, "a", 'style:num-list-format="100% %2%/%3%"'))
     + list_style("Gap", number(1, "", ""), number(2, "1", 'text:display-levels="2" style:num-list-format="%1%.%2%)"')))
flat("list_headers.fodt", lst("<text:list-header>" + p("a header has no number") + "</text:list-header>", li("one"), li(p() + p("second paragraph of an empty item")), li("three"), of="Numbers")
     + lst(li(p("not counted", more=' text:is-list-header="true"')), li("one"), of="Numbers"))
flat("list_begins_below.fodt", lst(li("one"), li(lst("<text:list-header>" + p("no number") + "</text:list-header>") + p("behind a list: no item")), li("two"),
                                   li(lst(li("a sub-item")) + p("behind it")), li("three"), of="Nested"))
flat("list_without_style.fodt", lst(li("a bullet")) + lst(li(p("style of the paragraph", "Listed"))) + p("not in a list", "Listed")
     + lst(li("one"), li("dot", ' text:style-override="Bullets"'), li("three"), of="Numbers"), COMMON + style("Listed", more='style:list-style-name="Numbers"'))
flat("list_levels_skipped.fodt", lst(li(lst(li(lst(li("deep first"))))), li("then top"), of="Nested") + lst(li("eleven levels"), of="Nested").replace(
    p("eleven levels"), "<text:list><text:list-item>" * 11 + p("eleven below") + "</text:list-item></text:list>" * 11))
flat("numbered_paragraphs.fodt", "".join(
    f'<text:numbered-paragraph text:list-id="{list_id}" text:level="{level}" text:style-name="Nested"{more}>{p(text)}</text:numbered-paragraph>'
    for list_id, level, text, more in (("x", 1, "one", ""), ("x", 2, "below", ""), ("y", 1, "other list", ""), ("x", 1, "two", ""), ("x", 1, "seven", ' text:start-value="7"'))))
flat("tables.fodt", table("<table:table-header-rows>" + row(cell("Action"), cell("Partner"), cell("Cost")) + "</table:table-header-rows>",
                          row(cell("one"), cell("A"), cell("10")), "<table:table-rows>" + row(cell("two"), cell(), cell("20")) + "</table:table-rows>"))
flat("table_spans.fodt", table(row(cell("tall", 'table:number-rows-spanned="3"'), cell("wide", 'table:number-columns-spanned="2"'), COVERED),
                               row(COVERED, cell("both", 'table:number-columns-spanned="2" table:number-rows-spanned="2"'), COVERED),
                               row('<table:covered-table-cell table:number-columns-repeated="3"/>'),
                               row(cell("a"), cell("too tall", 'table:number-rows-spanned="2000000000"'), cell("c")), row(cell("d"), COVERED, cell("e")))
     + table(row(cell("no covered cells follow", 'table:number-columns-spanned="2"'), cell("third column"))))
flat("table_values.fodt", table(row(cell(more='office:value-type="float" office:value="12.5"'), cell(more='office:value-type="string" office:string-value="only its value"'), cell("12,5 USD", 'office:value-type="float" office:value="12.5"')),
     row(cell("said", 'office:value-type="string" office:string-value="another"'), cell("<office:annotation><text:p>a comment</text:p></office:annotation>", 'office:value-type="string" office:string-value="beside a comment"'), cell(more='office:string-value=" "')),
     row(cell(more='office:value-type="string" office:string-value="twice" table:number-columns-repeated="2"'), cell(more='office:value-type="date" office:date-value="2025-03-14"'))))
flat("table_repeats.fodt", table(row(cell("x", 'table:number-columns-repeated="3"')), row(cell("twice"), cell(more='table:number-columns-repeated="2"'), more=' table:number-rows-repeated="2"'),
                                 row(cell(), more=' table:number-rows-repeated="1000000"'), row(cell("covered"), '<table:covered-table-cell table:number-columns-repeated="2"/>', cell("fourth"))))
flat("table_nested.fodt", table(row(cell(p("before") + table(row(cell("inner"), cell(lst(li("item"), of="Numbers")))) + p("after")), cell(table(row(cell("sub"), cell("table")), more=' table:is-sub-table="true"')))))
flat("table_hidden_rows.fodt", table(row(cell("tall", 'table:number-rows-spanned="3"'), cell("a")), row(COVERED, cell("collapsed"), more=' table:visibility="collapse"'), row(COVERED, cell("c"))))
CHANGES = ('<text:tracked-changes><text:changed-region text:id="d1"><text:deletion><office:change-info><dc:creator>A reviewer</dc:creator></office:change-info>'
           f'{p("deleted words")}</text:deletion></text:changed-region><text:changed-region text:id="i1"><text:insertion/></text:changed-region>'
           '<text:changed-region text:id="f1"><text:format-change/></text:changed-region></text:tracked-changes>')
flat("tracked_changes.fodt", CHANGES + p('The plan <text:change text:change-id="d1"/>is <text:change-start text:change-id="i1"/>not <text:change-end text:change-id="i1"/>new.')
     + '<text:change-start text:change-id="i1"/>' + p("a paragraph that was added") + '<text:change-end text:change-id="i1"/>')
flat("deleted_rows.fodt", CHANGES + table(row(cell("tall", 'table:number-rows-spanned="3"'), cell("a")), row(COVERED, cell(p('<text:change text:change-id="d1"/>'))),
                                          row(COVERED, cell("c")), row(cell(), cell())))
flat("notes.fodt", p("Text" + note("footnote", "1", "a footnote") + " goes on" + note("endnote", "i", "an endnote") + ".") + p("More" + note("footnote", "2", "the second footnote") + ".")
     + p("Hidden" + span(note("footnote", "3", "not shown"), "Hid")), automatic=style("Hid", look('text:display="none"'), "text"))
flat("comments.fodt", p('Before<office:annotation office:name="1"><dc:creator>A reviewer</dc:creator>' + p("a comment") + '</office:annotation> commented<office:annotation-end office:name="1"/> after.'))
flat("boxes.fodt", box(p("on the page"), ' text:anchor-type="page"') + p("Text" + box(p("in a box") + lst(li("item"), of="Numbers") + p("outer " + box(p("inner box")))) + " goes on.") + p("next")
     + p("shape<draw:custom-shape>" + p("words in a shape") + "</draw:custom-shape>") + p("group<draw:g><draw:rect/><draw:rect>" + p("in a group") + "</draw:rect></draw:g>"))
flat("table_floats.fodt", p("Before" + box(table(row(cell(p("Partner")), cell(p("Cost"))), row(cell(p("Lake Institute")), cell(p("40")))) + p("Table 1. What it costs")) + " behind.") + p("next"))
flat("table_in_box.fodt", p("Before" + box(p("Aside") + p("What was said") + p("and by whom") + table(row(cell(p("Name")), cell(p("Said"))), row(cell(p("Lake Institute")), cell(p("40"))))) + " behind."))
flat("table_in_shape.fodt", p("Before<draw:custom-shape>" + p("Aside") + table(row(cell(p("Name")), cell(p("Said"))), row(cell(p("Lake Institute")), cell(p("40")))).replace("table:table", "loext:table")
                              + "</draw:custom-shape> behind."))
flat("figures.fodt", p("See " + IMAGE + " here.") + p(IMAGE) + p("<draw:g><draw:rect/><draw:line/></draw:g>") + p('<draw:frame><draw:object><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></draw:object></draw:frame>')
     + p('<draw:a xlink:href="http://example.org/">' + IMAGE + "</draw:a>") + p("empty box" + box(p())))
flat("fields.fodt", p('Page <text:page-number text:select-page="current">3</text:page-number> of <text:page-count>9</text:page-count>, <text:date>14 March 2025</text:date>, '
                      '<text:user-field-get text:name="n">Lead office</text:user-field-get>, <text:sequence>4</text:sequence>, <text:bookmark-start text:name="b"/>marked<text:bookmark-end text:name="b"/>, '
                      '<text:bookmark-ref text:ref-name="b">see there</text:bookmark-ref>, <text:meta-field xml:id="m">meta <text:span>field</text:span></text:meta-field>, '
                      '<text:variable-set text:name="v" text:display="none">7</text:variable-set><text:conditional-text>chosen</text:conditional-text>, '
                      '<text:drop-down text:name="d"><text:label text:value="no"/><text:label text:value="yes"/>yes</text:drop-down>, '
                      '<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>gloss</text:ruby-text></text:ruby>, '
                      '<text:script script:language="x" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">code()</text:script><text:number>9.</text:number>end'))
flat("placeholders.fodt", p('<text:placeholder text:placeholder-type="text">&lt;name of the area&gt;</text:placeholder>') + p('Cost: <text:placeholder text:placeholder-type="text">&lt;amount&gt;</text:placeholder>')
     + p('<loext:content-control loext:showing-place-holder="true">Choose a date</loext:content-control>') + p('<loext:content-control>14 March 2025</loext:content-control>'))
flat("links.fodt", p('Write to <text:a xlink:href="mailto:office@example.org">the <text:span>office</text:span></text:a>, see <text:a xlink:href="#target">below</text:a> or <text:a xlink:href="https://example.org/"> the site</text:a>.'))
flat("hidden.fodt", '<text:section text:name="a" text:display="none">' + p("hidden section") + table(row(cell("x"))) + "</text:section>"
     + '<text:section text:name="b" text:display="condition" text:condition="ooow:1" text:is-hidden="true">' + p("hidden by a condition") + "</text:section>"
     + '<text:section text:name="c" text:display="condition" text:condition="ooow:0">' + p("shown by a condition") + "</text:section>"
     + p("Shown " + span("hidden " + span("shown again", "Shown"), "Hid") + " end") + p("hidden style", "HidP") + p('x<text:hidden-paragraph text:condition="ooow:1" text:is-hidden="true"/>')
     + p('kept<text:hidden-paragraph text:condition="ooow:0" text:is-hidden="false"/> <text:hidden-text text:is-hidden="true">no</text:hidden-text><text:hidden-text text:is-hidden="false">yes</text:hidden-text>')
     + lst(li("one"), li(p("takes no number", "HidP")), li("two"), of="Numbers"),
     automatic=style("Hid", look('text:display="none"'), "text") + style("Shown", look('text:display="true"'), "text") + style("HidP", look('text:display="none"')))
flat("sections.fodt", '<text:section text:name="linked"><text:section-source xlink:href="other.odt"/>' + p("kept of the linked file") + "</text:section>"
     + '<text:section text:name="plain">' + h("In a section") + '<text:section text:name="inner">' + p("inside") + "</text:section></text:section>")
flat("contents.fodt", '<text:table-of-content text:name="c"><text:table-of-content-source><text:index-title-template>Not shown</text:index-title-template></text:table-of-content-source><text:index-body>'
     '<text:index-title text:name="t">' + p("Contents") + "</text:index-title>" + p('<text:a xlink:href="#a">I. Issue<text:tab/>1</text:a>') + h("Objective") + "</text:index-body></text:table-of-content>"
     + p("II. Objective 2", "Contents_20_1") + h("Issue") + '<text:bibliography text:name="b"><text:bibliography-source/><text:index-body>' + p("A source") + "</text:index-body></text:bibliography>")
flat("titles.fodt", p("The plan", "Title") + p("Own layout", "P1") + h("A heading in the style Title", of="Title") + p("A subtitle", "Subtitle") + p("quoted", "Quotations") + p("unknown style", "Title_20_") + p("code", "Preformatted_20_Text"),
     COMMON + style("Subtitle", parent="Title") + style("Quotations") + style("Preformatted_20_Text", more='style:display-name="Preformatted Text"'), style("P1", parent="Title"))
flat("bold.fodt", p("all bold", "B") + p(span("Run in.", "b") + " The rest.") + p("light " + span("bold", "b")) + p("bold " + span("light", "l"), "B") + p("seven hundred", "W") + p("five hundred", "M")
     + p("الأولويات", "C") + p("Priorities", "C") + p("优先行动", "A") + p("circle", "X") + p("优先行动: one weight", "W") + p("الأولويات " + span("light", "l"), "W"),
     COMMON + style("X", parent="Y") + style("Y", look('fo:font-weight="bold"'), parent="X"),
     style("B", BOLD) + style("b", BOLD, "text") + style("l", look('fo:font-weight="normal"'), "text") + style("W", look('fo:font-weight="700"')) + style("M", look('fo:font-weight="500"'))
     + style("C", look('style:font-weight-complex="bold"')) + style("A", look('style:font-weight-asian="bold"')))
FONT = lambda name, more="": look(f'style:font-name="{name}"' + more)
flat("signs_in_fonts.fodt", p("At most " + span("\uf0a3", "S") + " 5 " + span("\uf06d", "S") + "g, " + span("\uf0fc", "W") + " done, " + span("\uf050", "W2") + " too, " + span("m, \uf0a3", "s"))
     + p("\uf0fc", "W") + p("a sign of no such font: \uf0fc"),
     automatic=style("S", FONT("Symbol1"), "text") + style("W", FONT("Wingdings"), "text") + style("W2", look("fo:font-family=\"'Wingdings 2'\""), "text")
     + style("s", FONT("Segoe UI Symbol"), "text") + style("W", FONT("Wingdings")))
flat("pages.fodt", p("page one", "First") + p("still one <text:soft-page-break/>and two") + p("two") + "<text:soft-page-break/>" + p("three") + h("four", of="Break") + p("<text:soft-page-break/>five")
     + table(row(cell("five")), "<text:soft-page-break/>", row(cell("six"))) + p("still six"),
     automatic=style("First", more='style:master-page-name="Standard"') + style("Break", layout('fo:break-before="page"'), parent="Heading_20_1"))
flat("other_prefixes.fodt", p("The same names") + h("under other prefixes"))
flat("flat_macros.fodt", p("text"), scripts='<office:scripts><office:script><ooo:libraries xmlns:ooo="http://openoffice.org/2004/office"><ooo:library-embedded ooo:name="Standard"><ooo:module ooo:name="M">'
     "<ooo:source-code>Sub Main</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script></office:scripts>")
flat("flat_no_macros.fodt", p("text"), scripts='<office:scripts><office:script><ooo:libraries xmlns:ooo="http://openoffice.org/2004/office"><ooo:library-embedded ooo:name="Standard"/></ooo:libraries></office:script></office:scripts>')
flat("doctype.fodt", p("text"), head='<?xml version="1.0"?>\n<!DOCTYPE office:document [<!ENTITY a "b">]>\n')

with open("other_prefixes.fodt", encoding="utf-8") as file:
    renamed = file.read()
for old, new in (("office", "o"), ("text", "t"), ("style", "text"), ("table", "tab")):
    renamed = renamed.replace(f"xmlns:{old}=", f"xmlns:{new}=").replace(f"<{old}:", f"<{new}:").replace(f"</{old}:", f"</{new}:").replace(f" {old}:", f" {new}:")
with open("other_prefixes.fodt", "w", encoding="utf-8", newline="") as file:
    file.write(renamed)
with open("lists.fodt", encoding="utf-8") as file:
    wide = file.read().replace('encoding="UTF-8"', 'encoding="UTF-16"')
with open("utf_16.fodt", "wb") as file:
    file.write(b"\xff\xfe" + wide.encode("utf-16-le"))

package("package.odt", p("Plan", "Title") + h("Issue") + p("text" + span(" bold", "T1")) + lst(li("one"), of="L1") + p("of the part itself", "P1"), COMMON + outline() + style("P1", BOLD),
        style("T1", BOLD, "text") + style("P1", layout('fo:text-align="center"')) + list_style("L1", number(1, "A")))
package("template.ott", p("text"), kind=TYPE + "-template")
package("without_styles.odt", h("Issue") + p("text"), drop=("styles.xml",))
package("broken_styles.odt", h("Issue") + p("text"), more={"styles.xml": "<office:document-styles"})
package("broken_text.odt", "", content=HEAD + f"<office:document-content {SPACES}><office:body><office:text><text:p>cut off")
package("without_text.odt", "", drop=("content.xml",))
package("no_body.odt", "", content=HEAD + f"<office:document-content {SPACES}><office:body/></office:document-content>")
package("encrypted.odt", p("x"), manifest='<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>')
package("macros.odt", p("text"), more={"Basic/script-lc.xml": "<x/>", "Basic/Standard/Module1.xml": "<x/>"})
package("no_macros.odt", p("text"), more={"Basic/script-lc.xml": "<x/>", "Basic/Standard/script-lb.xml": "<x/>", "Scripts/": ""})

flat("writer_source.fodt", p("Plan of the area", "Title") + h("Summary of the issue") + p("Mercury is used" + note("footnote", "1", "See the annex.") + " in products.") + h("Priority actions")
     + lst(li("Inventory"), li(p("Training") + lst(li("Laboratories"))), of="Nested") + h("Partner efforts") + table(
         "<table:table-header-rows>" + row(cell("Action"), cell("Partner"), cell("Cost")) + "</table:table-header-rows>",
         row(cell("Inventory", 'table:number-rows-spanned="2"'), cell("Institute"), cell("10 000")), row(COVERED, cell("Ministry"), cell("20 000"))), COMMON + outline())
with open("from_pandoc.md", "w", encoding="utf-8") as file:
    file.write("---\ntitle: Plan of the area\n---\n\n# I. Summary\n\nMercury[^1] is *used* in products.\n\n[^1]: See the annex.\n\n# III. Actions\n\n1. Inventory\n\n"
               "    More of it.\n\n2. Training\n\n    - laboratories\n\n> quoted\n\n| Action | Cost |\n|---|---|\n| Inventory | 10 |\n\n[the office](mailto:office@example.org)\n")
