#!/usr/bin/env python3
"""Makes the .docx files of this folder: each shows one thing of the format in as few parts as Word would accept.

Run it in this folder; the files are the same byte for byte each time."""
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def package(name, parts):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            info = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0
            archive.writestr(info, text)


def relations(items, base=R):
    made = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    for id_, kind, target in items:
        mode = ' TargetMode="External"' if kind == "hyperlink" else ""
        made += f'<Relationship Id="{id_}" Type="{base}/{kind}" Target="{target}"{mode}/>'
    return made + "</Relationships>"


def docx(name, body, styles=None, numbering=None, footnotes=None, endnotes=None, links=(), more=None, main="word/document.xml",
         drop=(), root=None, extra=()):
    kind = name.rsplit(".", 1)[1]
    folder = main.rsplit("/", 1)[0]
    file = main.rsplit("/", 1)[1]
    items = [(f"link{i}", "hyperlink", target) for i, target in enumerate(links)] + list(extra)
    parts = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{TYPES[kind]}"/></Types>',
        "_rels/.rels": relations([("r1", "officeDocument", main)]),
        main: root or HEAD + f"<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
    }
    for part, text in (("styles", styles), ("numbering", numbering), ("footnotes", footnotes), ("endnotes", endnotes)):
        if text is None:
            continue
        items.append((part, part, part + ".xml"))
        parts[f"{folder}/{part}.xml"] = text if text.startswith("<?") or text.startswith("!") else HEAD + f"<w:{part} {SPACES}>{text}</w:{part}>"
    if items:
        parts[f"{folder}/_rels/{file}.rels"] = relations(items)
    parts.update(more or {})
    for part in drop:
        del parts[part]
    package(name, parts)


def t(text):
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text, properties=""):
    return f"<w:r>{'<w:rPr>' + properties + '</w:rPr>' if properties else ''}{t(text)}</w:r>"


def p(inside="", properties=""):
    if inside and not inside.startswith("<"):
        inside = r(inside)
    return f"<w:p>{'<w:pPr>' + properties + '</w:pPr>' if properties else ''}{inside}</w:p>"


def styled(style, text, more=""):
    return p(text, f'<w:pStyle w:val="{style}"/>{more}')


def num(id_, level, text):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{id_}"/></w:numPr>')


def style(id_, name, properties="", run="", base="", kind="paragraph", default=False):
    return (
        f'<w:style w:type="{kind}"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{id_}"><w:name w:val="{name}"/>'
        + (f'<w:basedOn w:val="{base}"/>' if base else "")
        + (f"<w:pPr>{properties}</w:pPr>" if properties else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def level(index, text, form="decimal", start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id_, levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{id_}">{more}{levels}</w:abstractNum>'


def numbers(id_, of, more=""):
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def tc(inside, properties=""):
    if not inside.startswith("<"):
        inside = p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells, properties=""):
    return f"<w:tr>{'<w:trPr>' + properties + '</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def tbl(*rows):
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def begin(code):
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def text_box(*paragraphs):
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>'
        + "".join(paragraphs)
        + "</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        + "".join(paragraphs)
        + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


SECTION = abstract(0, level(0, "%1.", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>") + level(2, "%3)", "lowerLetter"))
LIST = abstract(1, level(0, "%1.") + level(1, "(%2)", "lowerLetter") + level(2, "%3.", "lowerRoman"))
BULLET = abstract(2, level(0, "\uf0b7", "bullet") + level(1, "o", "bullet") + level(2, "\uf0a7", "bullet"))

# Text and runs
docx("runs.docx", p(r("Mercury ", "<w:b/>") + r("waste", "<w:b/>") + r(" is collected")) + p(r("All bold", "<w:b/>"))
     + p(r("not", '<w:b w:val="0"/>') + r(" bold", "<w:b/>")) + p() + p(r("   ")) + p("Last"))
docx("whitespace.docx", p("<w:r><w:t> trimmed at both ends </w:t></w:r><w:r><w:t>glued</w:t></w:r>") + p("<w:r><w:t>two\n  lines of the file</w:t></w:r>")
     + p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>"))
docx("special_characters.docx", p(f"<w:r><w:t>chlor</w:t><w:noBreakHyphen/><w:t>alkali co</w:t><w:softHyphen/>{t('operation ')}</w:r>"
     f'<w:r><w:sym w:font="Symbol" w:char="F06D"/>{t("g ")}<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
     '<w:r><w:sym w:font="Unknown Signs" w:char="F0D9"/><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>'))
docx("hidden.docx", p(r("Seen ") + r("not seen ", "<w:vanish/>") + r("seen again")) + styled("Secret", r("hidden by paragraph style"))
     + p(r("Before ") + r("hidden by character style ", '<w:rStyle w:val="Ghost"/>') + r("after"))
     + styled("Secret", r("shown against its style", '<w:vanish w:val="0"/>')),
     styles=style("Secret", "Secret", run="<w:vanish/>") + style("Ghost", "Ghost", run="<w:vanish/>", kind="character"))
docx("bold_styles.docx", styled("Strong1", r("bold by style")) + styled("Strong1", r("off by both", '<w:rStyle w:val="Emph"/>'))
     + p(r("bold by character style", '<w:rStyle w:val="Emph"/>')) + styled("Child", r("inherited"))
     + p(r("نص عريض", "<w:bCs/><w:rtl/>")) + p(r("not complex", "<w:bCs/>")),
     styles=style("Strong1", "Strong One", run="<w:b/>") + style("Child", "Child", base="Strong1") + style("Emph", "Emph", run="<w:b/>", kind="character"))
docx("ruby_math.docx", p('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:r>')
     + p(r("rate ") + "<m:oMath><m:f><m:fPr><m:ctrlPr><w:rPr><w:b/></w:rPr></m:ctrlPr></m:fPr><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><w:rPr><w:b/></w:rPr><m:t>b</m:t></m:r></m:den></m:f></m:oMath>" + r(" per year")))
docx("inline_containers.docx", p('<w:smartTag w:element="place"><w:smartTagPr/><w:r><w:t xml:space="preserve">Geneva </w:t></w:r></w:smartTag>'
     '<w:customXml w:element="x"><w:r><w:t>and Basel</w:t></w:r></w:customXml><w:dir w:val="ltr"><w:r><w:t xml:space="preserve"> office</w:t></w:r></w:dir><w:bdo w:val="ltr"><w:r><w:t>s</w:t></w:r></w:bdo>')
     + '<w:customXml w:element="block">' + p("Inside a block of custom XML") + "</w:customXml>")
docx("bidi_cjk.docx", p("أولاً - موجز المسألة", "<w:bidi/>") + p("汞废物管理 plan 2025"))

# Headings
HEADINGS = (style("Normal", "Normal", default=True) + style("Titre1", "heading 1", '<w:outlineLvl w:val="0"/>', "<w:b/>", "Normal")
     + style("2", "heading 2", base="Normal") + style("Own", "Rubric", base="Titre1") + style("Plain", "Looks like one", '<w:outlineLvl w:val="9"/>', base="Titre1")
     + style("Title", "Title", run="<w:b/>") + style("TOCHeading", "TOC Heading", '<w:outlineLvl w:val="9"/>', base="Titre1") + style("Liste", "List Paragraph")
     + style("Q", "Quote") + style("Pre", "HTML Preformatted") + style("LC", "List Continue 2") + style("Mitte", "Centred", '<w:jc w:val="center"/>'))
docx("headings.docx", styled("Title", "A plan") + styled("Titre1", "By outline level of the style") + styled("2", "By name of the style") + styled("Own", "By a style based on one")
     + styled("Plain", "Body text by level nine") + p("By the paragraph itself", '<w:outlineLvl w:val="2"/>') + styled("Titre1", "Body text by the paragraph itself", '<w:outlineLvl w:val="9"/>')
     + styled("Liste", "A list paragraph without a number") + p(r("Only bold", "<w:b/>")), styles=HEADINGS)
docx("style_marks.docx", styled("Q", "A quotation") + styled("Pre", "code") + styled("LC", "goes on") + styled("Mitte", "in the middle") + styled("Mitte", "at the left", '<w:jc w:val="left"/>')
     + styled("TOCHeading", "Contents"), styles=HEADINGS)
docx("titles_on_sections.docx", "".join(styled("Title", f"{numeral}. Section") + styled("2", "Below it") + p("Text") for numeral in ("I", "II", "III", "IV")), styles=HEADINGS)
docx("titles_on_cover.docx", styled("Title", "An area") + styled("Title", "Business plan") + styled("Title", "2025") + styled("Title", "First edition") + styled("Titre1", "Issue") + p("Text"), styles=HEADINGS)
docx("headings_without_styles.docx", styled("Heading1", "English id") + styled("Titre2", "French id") + styled("berschrift3", "German id") + styled("Overskrift1", "Danish id")
     + styled("Ttulo2", "Spanish id") + styled("1", "A number is no name") + styled("Normal", "Text"))
docx("headings_of_other_scripts.docx", styled("a1", "中文") + styled("a2", "Русский") + styled("a3", "العربية") + styled("a4", "日本語"),
     styles=style("a1", "标题 1") + style("a2", "Заголовок 2") + style("a3", "عنوان 3") + style("a4", "見出し1"))
docx("style_cycle.docx", styled("A", "round and round") + styled("C", "its own base"), styles=style("A", "A", base="B") + style("B", "B", '<w:outlineLvl w:val="1"/>', base="A") + style("C", "C", base="C"))
docx("style_separator.docx", p(r("Summary of the issue"), '<w:pStyle w:val="Titre1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(".  Mercury is persistent.")
     + p(r("Objective"), '<w:pStyle w:val="Titre1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') + p(" To reduce it.")
     + p(r("Lead", "<w:b/>"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p(": an institute") + p("Text"), styles=HEADINGS)

# Numbering
docx("numbered_headings.docx", styled("H1", "Summary") + styled("H2", "Background") + styled("H2", "Scope") + styled("H1", "Objective") + styled("H2", "Targets") + p("A first letter", '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>')
     + styled("H1", "Not numbered", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>') + styled("H3", "By the linked style"),
     styles=style("H1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("H2", "heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>') + style("H3", "heading 3", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
     numbering=abstract(0, level(0, "%1.", "upperRoman", more='<w:pStyle w:val="H1"/>') + level(1, "%1.%2", more="<w:isLgl/>") + level(2, "%3)", "lowerLetter", more='<w:pStyle w:val="H3"/>')) + numbers(1, 0))
docx("lists.docx", num(1, 0, "one") + num(1, 1, "a") + num(1, 1, "b") + num(1, 0, "two") + num(1, 1, "a again") + num(2, 0, "bullet") + num(2, 1, "below") + num(1, 0, "three") + num(9, 0, "no such list") + num(0, 0, "none"),
     numbering=LIST + BULLET + numbers(1, 1) + numbers(2, 2))
docx("list_restarts.docx", num(1, 0, "one") + num(1, 0, "two") + num(2, 0, "one of a new list") + num(2, 0, "two of it") + num(3, 0, "goes on: three") + num(5, 1, "restarted below an item") + num(3, 0, "four") + num(6, 0, "five by override, so it goes on") + num(4, 0, "seven by override") + num(4, 0, "eight"),
     numbering=LIST + numbers(1, 1) + numbers(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') + numbers(3, 1)
     + numbers(5, 1, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride>') + numbers(6, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
     + numbers(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/><w:lvlText w:val="No %1"/></w:lvl></w:lvlOverride>'))
docx("list_level_restart.docx", num(1, 0, "I") + num(1, 1, "1") + num(1, 0, "II") + num(1, 1, "2: never restarted") + num(1, 2, "a") + num(1, 1, "3") + num(1, 2, "b: only the first level restarts it") + num(1, 0, "III") + num(1, 2, "a"),
     numbering=abstract(0, level(0, "%1", "upperRoman") + level(1, "%2", more='<w:lvlRestart w:val="0"/>') + level(2, "%3", "lowerLetter", more='<w:lvlRestart w:val="1"/>')) + numbers(1, 0))
docx("list_formats.docx", "".join(num(i + 1, 0, form) for i, form in enumerate(("decimalZero", "upperLetter", "ordinal", "chineseCounting", "none", "bullet", "arabicAbjad"))) + num(8, 0, "empty text") + num(9, 0, "starts at zero") + num(9, 0, "then one"),
     numbering="".join(abstract(i + 1, level(0, "" if form == "none" else "%1.", form, 3)) for i, form in enumerate(("decimalZero", "upperLetter", "ordinal", "chineseCounting", "none", "bullet", "arabicAbjad")))
     + abstract(8, level(0, "")) + abstract(9, level(0, "%1", start=0)) + "".join(numbers(i, i) for i in range(1, 10)))
WORDY = [abstract(i + 1, level(0, "%1.", form)) for i, form in enumerate(("cardinalText", "ordinalText", "ordinal", "chicago", "decimalEnclosedFullstop", "ideographEnclosedCircle"))]
WORDY.append(abstract(7, '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="custom" w:format="0001, 0002, 0003, ..."/><w:lvlText w:val="%1."/></w:lvl>'))
WORDY.append(abstract(8, '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'))
WORDY = "".join(WORDY) + "".join(numbers(i, i) for i in range(1, 9)) + numbers(9, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="21"/></w:lvlOverride>') + numbers(10, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1001"/></w:lvlOverride>')
for tag in ("en-GB", "fr-FR", "ru-RU", "x-none"):
    docx(f"list_words_{tag[:2].strip('-')}.docx", "".join(num(i, 0, "one") + num(i, 0, "two") for i in range(1, 9)) + num(9, 0, "twenty-one") + num(10, 0, "beyond"), numbering=WORDY,
         styles=f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{tag}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>')
docx("list_style_link.docx", num(1, 0, "through a list style") + num(1, 1, "second level"), styles=style("MyList", "My List", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering"),
     numbering=abstract(1, "", '<w:numStyleLink w:val="MyList"/>') + abstract(2, level(0, "%1.", "upperLetter") + level(1, "%1.%2"), '<w:styleLink w:val="MyList"/>') + numbers(1, 1) + numbers(2, 2))
docx("list_empty_items.docx", num(1, 0, "one") + num(1, 0, "") + num(1, 0, "three, as the empty one has a number") + p(r("hidden item", "<w:vanish/>"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>') + num(1, 0, "four"),
     numbering=LIST + numbers(1, 1))
docx("list_style_link_alone.docx", num(1, 0, "the list style is not among the styles") + num(1, 1, "second level"),
     numbering=abstract(1, "", '<w:numStyleLink w:val="MyList"/>') + abstract(2, level(0, "%1.", "upperLetter") + level(1, "%1.%2"), '<w:styleLink w:val="MyList"/>') + numbers(1, 1))
docx("list_section_break.docx", p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>') + num(1, 0, "one, as a section break alone has no number")
     + p("two, although a section ends with it", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>')
     + p("<w:r><w:drawing><wp:inline/></w:drawing></w:r>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:sectPr/>') + num(1, 0, "four, as a picture has a number"), numbering=LIST + numbers(1, 1))
docx("list_level_first.docx", num(1, 1, "second level first") + num(1, 0, "then the first"), numbering=abstract(0, level(0, "%1.") + level(1, "%1.%2")) + numbers(1, 0))
docx("list_style_levels.docx", styled("Heading1", "one") + styled("Heading2", "its level is its own") + styled("Heading3", "linked with a level") + styled("Below", "of a style based on it") + styled("Heading1", "two") + styled("Plain", "as the style with the numbering"),
     numbering=abstract(0, level(0, "%1", more='<w:pStyle w:val="Heading1"/>') + level(1, "%1.%2") + level(2, "%1.%2.%3", more='<w:pStyle w:val="Heading3"/>')) + numbers(1, 0),
     styles=style("Heading1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("Heading2", "heading 2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', base="Heading1") + style("Heading3", "heading 3", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', base="Heading1")
     + style("Below", "below", base="Heading2") + style("Plain", "plain", base="Heading1"))
docx("list_level_passed.docx", num(1, 0, "one") + num(1, 2, "third level") + num(1, 1, "second level, which was passed over") + num(1, 1, "another") + num(1, 0, "two") + num(1, 1, "begins again"), numbering=abstract(0, level(0, "%1.") + level(1, "%1.%2") + level(2, "%1.%2.%3")) + numbers(1, 0))

# Fields, links, controls
docx("fields.docx", p(r("Page ") + begin(" PAGE ") + r("7") + END + r(" of ") + '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>12</w:t></w:r></w:fldSimple>')
     + p(begin(" FILLIN &quot;Area?&quot; ") + r("mercury waste") + END) + p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("typed in a form") + END)
     + p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText></w:r>' + begin(" MERGEFIELD a ") + r("dropped") + END + '<w:r><w:instrText> = 1 </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>' + r("chosen") + END)
     + p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> XE "index" </w:instrText><w:fldChar w:fldCharType="end"/></w:r>' + r("No result before this")))
docx("fields_silent.docx", p(r("2001. ") + begin(' SET year "2001" ') + r("2001") + END + '<w:fldSimple w:instr=" ask answer &quot;Which area?&quot; "><w:r><w:t>mercury waste</w:t></w:r></w:fldSimple>' + r("A study of ") + begin(" REF year ") + r("2001") + END)
     + p(begin(" SET x ") + begin(" REF year ") + r("in a value") + END + END + r("After it")))
docx("field_left_open.docx", p(r("Before ") + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> REF x </w:instrText></w:r>') + p("After an end that is missing") + p("And more"))
docx("contents.docx", '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' + styled("Titre1", "Contents")
     + p(begin(' TOC \\o "1-2" ') + '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>I. Summary</w:t><w:tab/></w:r>' + begin(" PAGEREF _Toc1 ") + r("2") + END + "</w:hyperlink>") + styled("Titre1", "II. Objective") + p(END) + "</w:sdtContent></w:sdt>"
     + styled("Titre1", "Summary") + p(begin(" TOC ") + r("Typed field without a control")) + p(r("second line") + END) + p("Text again") + styled("TOC2", "an entry by style alone"),
     styles=HEADINGS + style("TOC2", "toc 2"))
docx("links.docx", p(r("Write to ") + '<w:hyperlink r:id="link0"><w:r><w:t>the secretariat</w:t></w:r></w:hyperlink>' + r(" or see ") + begin(' HYPERLINK "https://example.org/plan" \\o "tip" ') + r("the page") + END)
     + p('<w:hyperlink w:anchor="here"><w:r><w:t>inside</w:t></w:r></w:hyperlink><w:hyperlink r:id="nothing"><w:r><w:t xml:space="preserve"> lost</w:t></w:r></w:hyperlink>'), links=["mailto:office@example.org"])
docx("content_controls.docx", "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>" + p("A block in a control") + "<w:sdt><w:sdtPr/><w:sdtContent>" + p("nested") + "</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
     + p(r("Date: ") + "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent><w:r><w:t>14 March 2025</w:t></w:r></w:sdtContent></w:sdt>")
     + p("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt>")
     + p(r("Lead: ") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>name</w:t></w:r></w:sdtContent></w:sdt>")
     + tbl("<w:sdt><w:sdtPr/><w:sdtContent>" + tr(tc("row in a control"), "<w:sdt><w:sdtPr/><w:sdtContent>" + tc("cell in a control") + "</w:sdtContent></w:sdt>") + "</w:sdtContent></w:sdt>"))

# Fields within fields, forms, buttons: the code says what is shown where there is no result
BEGIN, RESULT = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def form(kind, data, result=""):
    return f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>' + code(f" {kind} ") + (RESULT + result if result else "") + END


docx("fields_nested.docx", p(BEGIN + code(" IF ") + BEGIN + code(" IF ") + begin(' IF 1 = 1 "x" ') + r("third") + END + code(" = 1 ") + RESULT + r("second") + END + code(' = 1 "x" ') + RESULT + r("shown") + END)
     + p('<w:fldSimple w:instr=" REF x ">' + r("rich", "<w:b/>") + '<w:hyperlink w:anchor="y">' + r(" result") + "</w:hyperlink></w:fldSimple>")
     + p(begin(" REF x ") + r("first paragraph of a result")) + p(r("second of it") + END + r(", and after it"))
     + p(BEGIN + code(" REF x ") + "<w:del>" + RESULT + "<w:r><w:delText>old</w:delText></w:r></w:del><w:ins>" + RESULT + r("new") + "</w:ins>" + END)
     + p("<w:del>" + BEGIN + "<w:r><w:delInstrText> REF x </w:delInstrText></w:r>" + RESULT + "<w:r><w:delText>x</w:delText></w:r>" + END + "</w:del>" + r("behind a field that was deleted")))
docx("form_fields.docx", p(r("Lead: ") + form("FORMTEXT", "<w:textInput/>", r("an institute")))
     + p(r("Area: ") + form("FORMDROPDOWN", '<w:ddList><w:result w:val="1"/><w:listEntry w:val="waste"/><w:listEntry w:val="coal"/></w:ddList>') + r("."))
     + p(r("By default: ") + form("FORMDROPDOWN", '<w:ddList><w:default w:val="1"/><w:listEntry w:val="waste"/><w:listEntry w:val="coal"/></w:ddList>'))
     + p(r("Nothing said: ") + form("FORMDROPDOWN", '<w:ddList><w:listEntry w:val="waste"/></w:ddList>')) + p(r("No list: ") + form("FORMDROPDOWN", "<w:ddList/>") + form("FORMDROPDOWN", ""))
     + p(form("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>") + r(" yes ") + form("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>') + r(" no"))
     + p(BEGIN + code(" MACROBUTTON NoMacro [Click here and type the name] ") + END) + p(r("See ") + BEGIN + code(" GOTOBUTTON place section IV ") + END)
     + p(form("FORMDROPDOWN", '<w:ddList><w:listEntry w:val="in a code"/></w:ddList>').join((BEGIN + code(" IF "), code(' = "x" ') + RESULT + r("result") + END))))
# Numbers that the word processor counts each time it shows them, and bullets typed in a font of signs.
AUTO = [p(BEGIN + code(f" {kind} ") + END + r(" " + words), f'<w:outlineLvl w:val="{level}"/>' if level < 9 else "") for kind, level, words in (
    (r"AUTONUM \* ROMAN", 0, "Summary"), ("AUTONUM", 9, "first below it"), ("AUTONUM", 9, "second below it"), (r"AUTONUM \* ROMAN", 0, "Objective"), ("AUTONUM", 9, "first again"),
    ("AUTONUMLGL", 0, "legal"), ("AUTONUMLGL", 1, "below it"), (r"AUTONUMLGL \e", 1, "below it, without a point"), ("AUTONUMOUT", 0, "outline"), ("AUTONUMOUT", 1, "below it"))]
docx("fields_autonumber.docx", "".join(AUTO) + p(r("Three things: ") + "".join(BEGIN + code(f" LISTNUM {more}") + END + r(f" {words}, ") for more, words in (
    ("", "one"), ("", "two"), (r"\l 2 ", "a part of two"), (r"OutlineDefault \l 1 \s 4 ", "another list"), (r"LegalDefault \l 1 ", "a third")))))
SIGNS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
docx("bullets_in_sign_fonts.docx", "".join(p(r("\u00a7", SIGNS) + "<w:r><w:tab/></w:r>" + r(words)) for words in ("lamps", "scales")) + p(r("\uf0d8", SIGNS) + r(" jars"))
     + p(r("\u00b7", '<w:rFonts w:ascii="Symbol"/>') + "<w:r><w:tab/></w:r>" + r("boxes of 5 ") + r("m", '<w:rFonts w:ascii="Symbol"/>') + r("g, \u00a7 4")))
DATA = {"customXml/item1.xml": '<plan xmlns="urn:plan"><area year="2025">mercury waste</area><area>coal</area><kind>2</kind><lead><name>An </name><name>institute</name></lead><none/></plan>',
        "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{A1}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        "customXml/_rels/item1.xml.rels": relations([("x", "customXmlProps", "itemProps1.xml")]),
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:title>Plan of the area</dc:title></cp:coreProperties>'}


def bound(path, cached, kind="<w:text/>", store="{a1}", block=False):
    inside = r(cached) if cached else ""
    return f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{path}" w:storeItemID="{store}"/>{kind}</w:sdtPr><w:sdtContent>{p(inside) if block else inside}</w:sdtContent></w:sdt>'


CHOICE = '<w:dropDownList><w:listItem w:displayText="one" w:value="1"/><w:listItem w:displayText="two" w:value="2"/></w:dropDownList>'
docx("data_bound.docx", bound("/cp:coreProperties[1]/dc:title[1]", "an old title", store="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", block=True)
     + p(r("Area: ") + bound("/p:plan[1]/p:area[1]", "old") + r(" of ") + bound("/p:plan/p:area/@year", "1999") + r(", ") + bound("/p:plan[1]/p:area[2]/text()", "old</w:t></w:r><w:r><w:t>er"))
     + p(r("Kind: ") + bound("/p:plan[1]/p:kind[1]", "one", CHOICE)) + p(r("Was empty: ") + bound("/p:plan[1]/p:lead[1]", "")) + p(bound("/p:plan[1]/p:area[2]", "Click here.", "<w:text/><w:showingPlcHdr/>"))
     + p(r("As it stands: ") + bound("/p:plan[1]/p:none[1]", "empty data; ") + bound("/p:plan[1]/p:lost[1]", "no data; ") + bound("/p:plan[1]/p:area[last()]", "another path; ") + bound("/p:plan[1]/p:area[1]", "a date; ", "<w:date/>")
         + bound("/p:plan[1]/p:area[1]", "formatted; ", "") + bound("/p:plan[1]/p:area[1]", "another store", store="{B2}"))
     + tbl(tr(bound("/p:plan[1]/p:area[1]", "x").replace(r("x"), tc("old cell")), tc("next"))), extra=[("data", "customXml", "../customXml/item1.xml")], more=DATA)
docx("control_kinds.docx", p(r("Kind: ") + f"<w:sdt><w:sdtPr>{CHOICE}</w:sdtPr><w:sdtContent>" + r("two") + "</w:sdtContent></w:sdt>")
     + p('<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="urn:w14"/></w:sdtPr><w:sdtContent><w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r></w:sdtContent></w:sdt>' + r(" agreed"))
     + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Cover Pages\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + p("On the cover") + "</w:sdtContent></w:sdt>"
     + p("<w:sdt><w:sdtPr><w:picture/></w:sdtPr><w:sdtContent><w:r><w:drawing><wp:inline/></w:drawing></w:r></w:sdtContent></w:sdt>" + r("behind a picture"))
     + p("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>" + r("its mark is hidden, not its text") + "</w:sdtContent></w:sdt>")
     + p('<w:hyperlink w:anchor="x"><w:sdt><w:sdtContent>' + r("in a link") + "</w:sdtContent></w:sdt></w:hyperlink>")
     + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + tbl(tr(tc("asked in a cell"))) + "</w:sdtContent></w:sdt>")
docx("marks_in_words.docx", p(r("mer") + '<w:proofErr w:type="spellStart"/>' + r("cu") + '<w:bookmarkStart w:id="0" w:name="x"/><w:r><w:lastRenderedPageBreak/><w:t>ry</w:t></w:r><w:bookmarkEnd w:id="0"/><w:commentRangeStart w:id="1"/>' + r(" waste")
     + '<w:commentRangeEnd w:id="1"/><w:permStart w:id="3"/>' + r("s") + '<w:permEnd w:id="3"/><w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>' + r("right"))
     + p('<w:r><w:br w:type="column"/></w:r>' + r("begins a column") + '<w:r><w:br w:type="column"/></w:r>' + r("and another") + '<w:r><w:br w:type="textWrapping" w:clear="all"/></w:r>' + r("line"))
     + p(r("seen on paper", "<w:webHidden/>") + r(" and seen", "<w:specVanish/>") + r(" not seen", "<w:vanish/><w:specVanish/>")))

# Tracked changes
docx("tracked_changes.docx", p(r("Kept ") + "<w:ins><w:r><w:t xml:space=\"preserve\">put in </w:t></w:r></w:ins><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>" + r("end"))
     + p("<w:moveTo><w:r><w:t>Moved here</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>")
     + p("<w:ins><w:del><w:r><w:delText>both</w:delText></w:r></w:del></w:ins>" + r("After both"))
     + p(r("formatted", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'))
docx("tracked_nested.docx", p(r("a ") + "<w:ins>" + r("b ") + "<w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:ins><w:del><w:ins>" + r("d") + "</w:ins></w:del>" + r("e"))
     + tbl(tr(tc(p("<w:moveFrom>" + r("gone") + "</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")), properties="<w:del/>"), tr(tc("kept"), tc("cell put in", "<w:cellIns/>"), tc("cell taken out", "<w:cellDel/>"), tc("last")))
     + "<w:ins>" + p("A paragraph inside an insertion") + "</w:ins><w:del>" + p("and one inside a deletion") + "</w:del>"
     + p("one", '<w:numPr><w:numId w:val="1"/><w:ins/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange>'), numbering=LIST + numbers(1, 1))
docx("deleted_marks.docx", p(r("First half "), "<w:rPr><w:del/></w:rPr>") + p("second half") + p("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>", '<w:outlineLvl w:val="0"/><w:rPr><w:del/></w:rPr>') + p("not a heading")
     + p(r("joins "), "<w:rPr><w:del/></w:rPr>") + p("a heading", '<w:outlineLvl w:val="1"/>') + p(r("before a table"), "<w:rPr><w:del/></w:rPr>") + tbl(tr(tc(p(r("last of its cell"), "<w:rPr><w:del/></w:rPr>")))) + p("After", "<w:rPr><w:ins/></w:rPr>"))
docx("deleted_rows.docx", tbl(tr(tc("kept", '<w:vMerge w:val="restart"/>'), tc("1")), tr(tc("", "<w:vMerge/>"), tc("gone"), properties="<w:del/>"), tr(tc("", "<w:vMerge/>"), tc("3")), tr(tc("new"), tc("4"), properties="<w:ins/>")) + tbl(tr(tc("all of it"), properties="<w:del/>")) + p("End"))

# Tables
docx("table.docx", tbl(tr(tc("Action"), tc("Partner"), properties="<w:tblHeader/>"), tr(tc("1. Collect"), tc(p("An institute") + p("in Geneva"))), tr(tc("2. Treat"), tc(p())), tr(tc("3"), tc("x"), properties='<w:tblHeader w:val="0"/>')))
docx("table_merges.docx", tbl(tr(tc("wide", '<w:gridSpan w:val="2"/>'), tc("tall", '<w:vMerge w:val="restart"/>')), tr(tc("a"), tc("b"), tc(p(), "<w:vMerge/>")), tr(tc("c", '<w:vMerge w:val="restart"/>'), tc("d"), tc(p(), '<w:vMerge w:val="continue"/>')),
     tr(tc(p(), "<w:vMerge/>"), tc("e"), tc("f")), tr(tc("not shown by Word either", '<w:vMerge w:val="continue"/>'), tc("g"), tc("no origin above", "<w:vMerge/>"))))
docx("table_grid.docx", tbl(tr(tc("starts at column 1"), properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'), tr(tc("a"), tc("b"), tc("c")), tr(tc("x", '<w:hMerge w:val="restart"/>'), tc(p(), "<w:hMerge/>"), tc("y")), tr(tc("huge", '<w:gridSpan w:val="99999999"/>'), tc("after"))))
docx("table_nested.docx", tbl(tr(tc(p("outer") + tbl(tr(tc("inner 1"), tc("inner 2"))) + p("after the inner one")), tc(tbl(tr(tc("only a table"))) + p()))) + p("End"))

docx("table_wrapped.docx", "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr>" + tr(tc("first"), tc("second")) + "</w:tbl>" + p("Between")
     + tbl('<w:customXml w:element="a">' + tr(tc("row"), '<w:customXml w:element="a">' + tc("cell") + "</w:customXml>") + "</w:customXml>", "<w:ins>" + tr(tc("put in")) + "</w:ins>", tr(), tr("<w:tc/>", tc("behind an empty cell")))
     + '<mc:AlternateContent><mc:Choice Requires="x">' + p("A block in a choice") + "</mc:Choice><mc:Fallback>" + p("and in its fallback") + "</mc:Fallback></mc:AlternateContent>")

# Boxes, figures, notes
docx("text_box.docx", p(r("Anchor ") + text_box(p("In the box"), p("two paragraphs")) + r("text")) + p("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + p("Old box") + tbl(tr(tc("with a table"))) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>") + p("After"))
docx("text_box_nested.docx", p(text_box(p(r("outer ") + text_box(p("inner"))), p("outer again")) + r("Anchor")) + p("After"))
docx("figures.docx", p(r("See ") + "<w:r><w:drawing><wp:inline/></w:drawing></w:r>" + r("here")) + p("<w:r><w:object><v:shape/></w:object></w:r>") + p("<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>") + p("After"))
docx("alternate_content.docx", p('<mc:AlternateContent><mc:Choice Requires="new"><w:r><w:t>choice</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>fallback</w:t></w:r></mc:Fallback></mc:AlternateContent>')
     + p('<w:r><mc:AlternateContent><mc:Choice Requires="x"><unknown xmlns="urn:x"/></mc:Choice><mc:Fallback><w:t>only the fallback has text</w:t></mc:Fallback></mc:AlternateContent></w:r>'))
docx("graphics.docx", p(r("A diagram: ") + '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" descr="its description"/><a:graphic xmlns:a="urn:a"><a:graphicData><a:p><a:r><a:t>words of a drawing</a:t></a:r></a:p></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>')
     + p('<w:r><w:drawing><wp:anchor><wpg:wgp xmlns:wpg="urn:wpg">' + "".join(f"<wps:wsp><wps:txbx><w:txbxContent>{p(one)}</w:txbxContent></wps:txbx></wps:wsp>" for one in ("first of a group", "second")) + "</wpg:wgp></wp:anchor></w:drawing></w:r>" + r("Anchor"))
     + p('<w:r><w:pict><v:shape><v:textpath string="Draft"/></v:shape></w:pict></w:r>' + r("Behind a watermark")) + p('<w:r><w:object><v:shape alt="a sheet"/></w:object></w:r>' + r("Behind an object"))
     + p('<w:r><mc:AlternateContent><mc:Choice Requires="x"><mc:AlternateContent><mc:Choice Requires="y"><w:t>inner choice</w:t></mc:Choice><mc:Fallback><w:t>inner</w:t></mc:Fallback></mc:AlternateContent></mc:Choice><mc:Fallback><w:t>outer</w:t></mc:Fallback></mc:AlternateContent></w:r>')
     + p("<m:oMathPara><m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara>"))
docx("drop_cap.docx", p("M", '<w:framePr w:dropCap="drop" w:lines="3"/>') + p("ercury is persistent.") + p("In a frame, but no initial", '<w:framePr w:w="2000"/>') + p("Text"))
docx("notes.docx", p(r("Claim") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" and more") + '<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>'),
     footnotes='<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">' + p("<w:r><w:footnoteRef/></w:r>" + r(" A source.")) + "</w:footnote>",
     endnotes='<w:endnote w:id="2">' + p("The end") + tbl(tr(tc("in a note"))) + "</w:endnote>")
OWN = lambda sign: f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{sign}</w:r>'
docx("notes_own_marks.docx", p(r("Claim") + OWN(t("*")) + r(" and") + OWN('<w:sym w:font="Symbol" w:char="F02A"/>') + r(" more")) + p(r("No sign: ") + OWN(t("a text of its own"))),
     footnotes='<w:footnote w:id="2">' + p("A source.") + "</w:footnote>")
RAISED = lambda *pieces: "".join(r(piece, '<w:vertAlign w:val="superscript"/>') for piece in pieces)
docx("raised_pieces.docx", p(r("Hg") + RAISED("2", "+") + r(" ions")) + p(r("10000") + RAISED("-0", ".2", "5") + r(" s")) + p(r("Institute") + RAISED("1", ",", "2") + r(" and") + RAISED("1", "2") + r(" more"))
     + p(r("the 2") + RAISED("1", "st") + r(" day")) + p(r("word") + RAISED("1") + r(" 10") + RAISED("3")))
docx("not_followed.docx", p("Text") + '<w:altChunk r:id="x"/>' + p('<w:subDoc r:id="y"/>'))
docx("only_chunk.docx", '<w:altChunk r:id="x"/>')

# Pages
docx("pages_remembered.docx", p("One") + p("<w:r><w:br w:type=\"page\"/></w:r><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r>") + p(r("Still two ") + "<w:r><w:lastRenderedPageBreak/><w:t>then three</w:t></w:r>") + p("Three"))
docx("pages_asked.docx", p("One") + p(r("One, then") + '<w:r><w:br w:type="page"/></w:r>') + p("Two") + p("Three", "<w:pageBreakBefore/>"))

# Packages
SIMPLE = p("Text")
docx("macros.docm", SIMPLE, extra=[("vba", "../06/relationships/vbaProject", "vbaProject.bin")], more={"word/vbaProject.bin": "x"})
docx("template.dotx", SIMPLE)
docx("macro_template.dotm", SIMPLE)
docx("no_types.docx", SIMPLE, drop=["[Content_Types].xml"])
docx("name_case.docx", SIMPLE, more={"_rels/.rels": relations([("r1", "officeDocument", "/WORD/Document.XML")])})
docx("name_percent.docx", SIMPLE, main="word/my%20plan.xml")
docx("utf_16_part.docx", "", root=b"\xff\xfe" + f'<?xml version="1.0" encoding="UTF-16"?><w:document xmlns:w="{W}"><w:body>{p("汞 and mercury")}</w:body></w:document>'.encode("utf-16-le"))
docx("other_main_part.docx", styled("Titre1", "Heading"), styles=HEADINGS, main="content/text17.xml")
docx("main_by_type.docx", SIMPLE, main="content/text17.xml", drop=["_rels/.rels"])
docx("strict.docx", "", root=HEAD + f'<w:document xmlns:w="{STRICT_W}"><w:body>{styled("Titre1", "Strict")}</w:body></w:document>', more={
    "_rels/.rels": relations([("r1", "officeDocument", "/word/document.xml")], STRICT_R), "word/_rels/document.xml.rels": relations([("s", "styles", "/word/styles.xml")], STRICT_R),
    "word/styles.xml": HEAD + f'<w:styles xmlns:w="{STRICT_W}">{style("Titre1", "heading 1")}</w:styles>'})
docx("other_prefix.docx", "", root=HEAD + f'<x:document xmlns:x="{W}" xmlns:w="urn:other"><x:body><x:p><x:r><x:t>Kept</x:t></x:r><w:r><w:t>of another namespace</w:t></w:r></x:p></x:body></x:document>')
docx("default_prefix.docx", "", root=HEAD + f'<document xmlns="{W}"><body><p><r><t>No prefix at all</t></r></p></body></document>')
docx("redeclared_prefix.docx", "", root=HEAD + f'<w:document xmlns:w="{W}"><w:body><w:p><w:r>{t("Kept ")}</w:r><w:r xmlns:w="urn:other"><w:t>not ours</w:t></w:r><y:r xmlns:y="{W}"><y:t>ours</y:t></y:r></w:p></w:body></w:document>')
docx("styles_broken.docx", styled("Titre1", "Heading by its id") + num(1, 0, "no numbering any more"), styles="<?xml version='1.0'?><w:styles", numbering="<?xml version='1.0'?><!DOCTYPE x><w:numbering/>")
docx("styles_missing.docx", styled("Heading1", "Heading by its id"), extra=[("s", "styles", "styles.xml")])
docx("bodies.docx", "", root=HEAD + f'<w:document xmlns:w="{W}"><w:background/><w:body>{p("First", "<w:rPr><w:del/></w:rPr>")}</w:body><w:body>{p("Second")}</w:body></w:document>')
docx("no_body.docx", "", root=HEAD + f'<w:document xmlns:w="{W}"/>')
docx("broken_text.docx", "", root=HEAD + f'<w:document xmlns:w="{W}"><w:body><w:p></w:body></w:document>')
docx("doctype.docx", "", root=f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "x">]><w:document xmlns:w="{W}"><w:body/></w:document>')
docx("diagram.docx", p('<w:r><w:drawing><wp:inline xmlns:wp="urn:wp"><a:graphic xmlns:a="urn:a"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphic></wp:inline></w:drawing></w:r>') + SIMPLE,
     extra=[("d", "diagramData", "diagrams/data1.xml"), ("e", "diagramData", "diagrams/none.xml")],
     more={"word/diagrams/data1.xml": HEAD + '<dgm:dataModel xmlns:dgm="urn:d" xmlns:a="urn:a"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Collect the lamps</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'})

# Counting: the shapes of the files whose stored count is genuine
docx("count_letter.docx", "".join(p(" ".join(["l'énoncé", "et/ou", "chlore-alcali", "–", "word"] * 7)) for _ in range(5)))
docx("count_labels.docx", "".join(num(3, 0, "考试内容") for _ in range(3)) + "".join(num(4, 0, "内容") for _ in range(3)) + "".join(num(2, 0, "项目") for _ in range(4)) + p("汞 mercury 废物 2025年"),
     numbering=BULLET + abstract(3, level(0, "（%1）")) + abstract(4, level(0, "(%1)")) + numbers(2, 2) + numbers(3, 3) + numbers(4, 4))
docx("count_fields.docx", p(begin(" FILLIN x ") + r("one two three") + END + r(" four")) + p(begin(" TOC ") + r("Summary\t2") + END))
docx("count_table.docx", tbl(tr(tc("one two", '<w:vMerge w:val="restart"/>'), tc("three")), tr(tc(p(), "<w:vMerge/>"), tc("four five"))) + p(text_box(p("not counted at all")) + r("six « seven » : eight")))
