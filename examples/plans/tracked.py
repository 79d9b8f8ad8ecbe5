"""Edits tracked changes and content controls into a DOCX that LibreOffice saved.

Accepting every change gives the text of the plan that went in. What is deleted would be a fault if it counted:
a paragraph that takes section I over its limit, a sixth priority action, an effort without a contact.
"""
import re
import zipfile

AUTHOR = 'w:author="Secretariat" w:date="2025-03-10T10:00:00Z"'
FIXED_TIME = (2025, 3, 14, 9, 0, 0)


def once(xml, old, new):
    if xml.count(old) != 1:
        raise SystemExit(f"tracked.py: {xml.count(old)} places instead of one for: {old[:60]}")
    return xml.replace(old, new)


def paragraph_with(xml, text):
    """Bounds of the one paragraph that holds the text."""
    if xml.count(text) != 1:
        raise SystemExit(f"tracked.py: {xml.count(text)} places instead of one for: {text}")
    at = xml.index(text)
    return xml.rindex("<w:p>", 0, at), xml.index("</w:p>", at) + len("</w:p>")


def parts(paragraph):
    """A paragraph of one run: its properties, those of the run, its text."""
    found = re.fullmatch(r"<w:p>(<w:pPr>.*?</w:pPr>)<w:r>(<w:rPr>.*?</w:rPr>|<w:rPr/>)?<w:t[^>]*>([^<]*)</w:t></w:r></w:p>", paragraph)
    if not found:
        raise SystemExit("tracked.py: not a paragraph of one run: " + paragraph[:300])
    return found[1], found[2] or "", found[3]


def run(properties, text):
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def inserted(number, properties, text):
    return f'<w:ins w:id="{number}" {AUTHOR}>{run(properties, text)}</w:ins>'


def deleted(number, properties, text):
    return f'<w:del w:id="{number}" {AUTHOR}><w:r>{properties}<w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def mark(number, properties, kind):
    """Paragraph properties whose paragraph mark is inserted or deleted."""
    properties = re.sub(r"<w:rPr>.*?</w:rPr>|<w:rPr/>", "", properties)
    return properties.replace("</w:pPr>", f'<w:rPr><w:{kind} w:id="{number}" {AUTHOR}/></w:rPr></w:pPr>')


def replace_words(xml, number, before, old, new):
    """"old" is deleted, "new" stands in its place; "new" is what the plan says."""
    start, end = paragraph_with(xml, before + new)
    properties, run_properties, text = parts(xml[start:end])
    head, tail = text.split(before + new)
    return (xml[:start] + "<w:p>" + properties + run(run_properties, head + before) + deleted(number, run_properties, old)
            + inserted(number + 1, run_properties, new) + run(run_properties, tail) + "</w:p>" + xml[end:])


def split_paragraph(xml, number, first_words_of_second):
    """One paragraph becomes two; the mark between them is deleted."""
    start, end = paragraph_with(xml, first_words_of_second)
    properties, run_properties, text = parts(xml[start:end])
    head, tail = text.split(first_words_of_second)
    return (xml[:start] + f"<w:p>{mark(number, properties, 'del')}{run(run_properties, head)}</w:p>"
            + f"<w:p>{properties}{run(run_properties, first_words_of_second + tail)}</w:p>" + xml[end:])


def inserted_paragraph(xml, number, first_words):
    """The paragraph that begins so was inserted whole, mark included."""
    start, end = paragraph_with(xml, first_words)
    properties, run_properties, text = parts(xml[start:end])
    return xml[:start] + f"<w:p>{mark(number, properties, 'ins')}{inserted(number + 1, run_properties, text)}</w:p>" + xml[end:]


def deleted_paragraph(xml, number, after, like, text):
    """After the paragraph that holds "after" a deleted one, with the properties of the one that holds "like"."""
    start, end = paragraph_with(xml, like)
    properties, run_properties, _ = parts(xml[start:end])
    end = paragraph_with(xml, after)[1]
    return xml[:end] + f"<w:p>{mark(number, properties, 'del')}{deleted(number + 1, run_properties, text)}</w:p>" + xml[end:]


def deleted_row_after(xml, number, of, texts):
    """After the table row that holds "of", a deleted row."""
    if xml.count(of) != 1:
        raise SystemExit("tracked.py: not one row with: " + of)
    end = xml.index("</w:tr>", xml.index(of)) + len("</w:tr>")
    start = xml.rindex("<w:tr>", 0, end)
    row = xml[start:end]
    row = re.sub(r"<w:vMerge[^>]*/>", "", row)
    row = re.sub(r"<w:r>.*?</w:r>", "", row)
    row = re.sub(r"<w:trPr>(.*?)</w:trPr>|<w:trPr/>",
                 lambda m: f'<w:trPr>{m[1] or ""}<w:del w:id="{number}" {AUTHOR}/></w:trPr>', row, count=1)
    texts = iter(enumerate(texts, number + 1))

    def fill(match):
        index, text = next(texts)
        return match[0] + (deleted(index, "", text) if text else "")

    return xml[:end] + re.sub(r"<w:p><w:pPr>.*?</w:pPr>", fill, row) + xml[end:]


def control(tag, alias, content, kind="<w:text/>"):
    return (f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/>{kind}</w:sdtPr>'
            f"<w:sdtContent>{content}</w:sdtContent></w:sdt>")


def edit_french_plan(xml):
    xml = replace_words(xml, 101, "à trois publics : ".replace(" :", "\u00a0:"), "les membres", "les partenaires eux-mêmes")
    xml = split_paragraph(xml, 111, "Un nouveau venu peut proposer une initiative")
    xml = inserted_paragraph(xml, 121, "Le plan est examiné à chaque réunion")
    xml = deleted_paragraph(xml, 131, "Les solutions existent.", "Ce domaine rassemble des administrations",
                            "À cela s’ajoutent les coûts que les communes supportent pour la dépollution des terrains, "
                            "les soins et la perte de confiance des consommateurs, dont aucune statistique ne rend compte "
                            "aujourd’hui et que les partenaires souhaitaient évoquer ici plus longuement.")
    xml = deleted_paragraph(xml, 141, "concertation avec les parties prenantes.", "Former les agents et sensibiliser le public",
                            "Créer un prix annuel de la commune exemplaire (objectif 3).")
    xml = deleted_row_after(xml, 151, "Un thermomètre, un geste",
                            ["AP 5 – Formation et information", "5.3 Prix annuel de la commune exemplaire.", "À désigner", "", "15\u00a0000", ""])
    start, end = paragraph_with(xml, "<w:t>14 mars 2025</w:t>")
    xml = xml[:start] + control("date", "Date du plan", xml[start:end],
                                '<w:date w:fullDate="2025-03-14T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/>'
                                '<w:lid w:val="fr-CH"/></w:date>') + xml[end:]
    at = xml.index("Chef de file</w:t>")
    start, end = xml.rindex("<w:r>", 0, at), xml.index("</w:r>", at) + len("</w:r>")
    return xml[:start] + control("role", "Rôle", xml[start:end]) + xml[end:]


def write(source, target, edit):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = edit(data.decode("utf-8")).encode("utf-8")
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
