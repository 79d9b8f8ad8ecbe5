#!/usr/bin/env python3
"""Makes the plans of gmp-annex2/ from the samples of the template: plans whose outline is hard to see.

    python3 tests/plans/make.py      needs soffice (libreoffice-writer) and pandoc

Each plan is written as Markdown and as Word file: by pandoc, or by LibreOffice where the sections are to have automatic
numerals. Then PLANCHECK_UPDATE=1 ctest writes the reports, and the difference is to be read.
"""
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "examples" / "plans"))
import fodt  # noqa: E402
from make import fix_times, renumber, run, sections  # noqa: E402

OUT = HERE / "gmp-annex2"
FORM = ElementTree.parse(ROOT / "templates" / "gmp-annex2.xml").getroot()
BASE = {one.get("lang"): textwrap.dedent(one.text).strip("\n") + "\n" for one in FORM.findall("sample")}
HEADING = re.compile(r"(?m)^#+ (.*)$")


def only_bold(text):
    """No heading is one for the format; all are bold lines."""
    return HEADING.sub(r"**\1**", text)


def numbered_preamble(text):
    front, *rest = sections(text)
    preamble = "## I. Preamble\n\nThe area came into being at a meeting of five ministries and has grown since.\n\n"
    return front + shifted(rest, 1, preamble)


def shifted(parts, by, before=""):
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI")
    return before + "".join(re.sub(r"^## [IVX]+\. ", lambda _: f"## {numerals[i + by]}. ", part) for i, part in enumerate(parts))


def without_opportunities(text):
    return renumber([part for part in sections(text) if not part.startswith("## V. ")])


def swapped(text):
    parts = sections(text)
    parts[8], parts[9] = parts[9], parts[8]
    return "".join(parts)


def typing_error(text):
    changed = text.replace("## VII. Mobilisation des ressources", "## Moblisation des resources")
    assert changed != text
    return changed


def typed_contents(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    lines = "\n\n".join(f"{title} {'.' * (70 - len(title))} {page}" for page, title in enumerate(titles, 2))
    front, *rest = sections(text)
    return front + "**Contents**\n\n" + lines + "\n\n" + "".join(rest)


def annex_of_partners(text):
    return text + ("\n## Annexe 1. Partenaires\n\nLes adresses postales des partenaires peuvent être demandées au chef de file.\n\n"
                   "## Annexe 2. Sigles\n\nIL : Institut du lac\n")


def glued(text):
    """In I and VII title and first paragraph are one line; nothing marks the title, no space parts it from the body."""
    return re.sub(r"(?m)^## (V?I{1,2}\. (?:Summary|Resource)[^\n(]+?)(?: \([^)]*\))?\n\n", r"\1", text)


def capitals(text):
    def bare(match):
        plain = "".join(c for c in unicodedata.normalize("NFD", match[1].upper()) if not unicodedata.combining(c))
        return "## " + plain
    return re.sub(r"(?m)^## (.*)$", bare, text)


# Russian

def russian_capitals(text):
    return re.sub(r"(?m)^## (.*)$", lambda match: "## " + match[1].upper(), text)


def russian_keyboard(text):
    """Numerals as a Russian keyboard types them, and headings with the letter that texts may leave out."""
    typed = {"I": "І", "II": "П", "III": "Ш", "IV": "ІV", "V": "V", "VI": "VІ", "VII": "VП", "VIII": "VШ", "IX": "ІХ", "X": "Х"}
    text = re.sub(r"(?m)^## ([IVX]+)\. ", lambda match: f"## {typed[match[1]]}. ", text)
    return replaced(text, "Партнеры\n\nРуководитель", "Партнёры\n\nРуководитель")


def russian_contents(text):
    return typed_contents(text).replace("**Contents**", "**Содержание**")


def russian_typing_error(text):
    return replaced(text, "## VII. Мобилизация ресурсов", "## Мобилизция рессурсов")


def replaced(text, old, new):
    assert text.count(old) == 1, old
    return text.replace(old, new)


def body(text, numeral, made):
    """The plan with another text in one section."""
    return re.sub(rf"(?ms)^(## {numeral}\. [^\n]*\n\n).*?(?=^## )", lambda match: match[1] + made + "\n\n", text)


def russian_tables(text):
    """Objectives, actions, indicators, linkages and partners as tables."""
    text = body(text, "II", "Цели области служат общей цели Партнерства: свести к минимуму и, где это возможно, прекратить антропогенные выбросы и высвобождения ртути. Они помогают снизить спрос на ртуть.\n\n"
                "| № | Цель | Целевой показатель | Срок |\n|---|---|---|---|\n"
                "| 1 | Проверенный кадастр ртутных отходов | 6 стран | декабрь 2026 года |\n"
                "| 2 | Раздельный сбор и безопасное хранение ртутных отходов | 400 тонн в год | декабрь 2027 года |")
    text = body(text, "III", "| № | Приоритетная мера | Цель |\n|---|---|---|\n| 1 | Составить национальные кадастры ртутных отходов | Цель 1 |\n"
                "| 2 | Наладить раздельный сбор ламп и термометров | Цель 2 |\n"
                "| 3 | Обучить инспекторов и делиться сведениями о наилучшей практике | Цели 1 и 2 |")
    text = re.sub(r"(?ms)^- Показатель 1.*?(?=^### )", "| Цель | Показатель | Исходный уровень | Целевое значение |\n|---|---|---|---|\n"
                  "| Цель 1 | Число стран с проверенным кадастром | 2 (2024 год) | 6 в декабре 2026 года |\n"
                  "| Цель 2 | Тонны ртутных отходов, собранные отдельно за год | 90 (2024 год) | 400 в декабре 2027 года |\n\n", text)
    text = body(text, "IX", "| Область или организация | Совместная деятельность |\n|---|---|\n| Ртуть в продуктах | Общие перечни отслуживших приборов |\n"
                "| Базельская конвенция | Общие курсы по трансграничной перевозке отходов |")
    return text[:text.index("## X. ")] + ("## X. Партнеры\n\n| Партнер | Роль | Категория | Контактное лицо | Электронная почта |\n|---|---|---|---|---|\n"
        "| Институт озера (ИО) | Руководитель | Научно-исследовательский институт | г-жа Ада Модель | office@ozero.example.org |\n"
        "| Утилизаторы ламп (УЛ) | Член | Промышленность | г-н Борис Пример | lampy@util.example.net |\n"
        "| Сеть «Чистое здоровье» (СЧЗ) | Член | Гражданское общество | г-жа Вера Шаблон | kursy@zdorovie.example.org |\n")


def russian_lists(text):
    """Actions as run-in paragraphs, efforts as lists under a sub-heading for each action, contacts for some in X only."""
    text = body(text, "III", "Приоритетная мера 1. Составить национальные кадастры ртутных отходов. Мера служит цели 1.\n\n"
                "Приоритетная мера 2. Наладить раздельный сбор ламп и термометров. Мера служит цели 2.\n\n"
                "Приоритетная мера 3. Обучить инспекторов и делиться сведениями о наилучшей практике. Мера служит целям 1 и 2.")
    return body(text, "IV", "### Приоритетная мера 1: кадастры\n\n"
                "- Посещение объектов в четырех странах. Целевой показатель: 40 объектов. Контрольный рубеж: первые посещения в июне 2025 года. Срок: 2025–2026 годы. Стоимость: 40 000 долл. США. Партнер: Институт озера.\n\n"
                "### Приоритетная мера 2: раздельный сбор\n\n"
                "- Пункты приема ламп. Целевой показатель: 60 пунктов. Контрольный рубеж: первые пункты в мае 2026 года. Срок: с мая 2025 года по апрель 2027 года. Стоимость: 75 000 долл. США. Партнер: Утилизаторы ламп.\n\n"
                "### Приоритетная мера 3: обучение\n\n"
                "- Курсы для инспекторов. Целевой показатель: 120 инспекторов. Контрольный рубеж: первый курс в марте 2026 года. Срок: постоянно. Стоимость: 30 000 долл. США. Партнер: Сеть «Чистое здоровье», kursy@zdorovie.example.org.")


CHINESE = "一二三四五六七八九十"
EFFORTS_ZH = """### 优先行动1：编制国家汞废物清单

在四个国家实地查访（目标1）。合作伙伴：湖泊研究所。时间表：2025-2026年。费用：4万美元。目标值：40处场地。里程碑：2025年6月首次查访。联系方式：office@lake.example.org

### 优先行动2：组织灯具和体温计的分类收集

设置灯具投放点（目标2）。合作伙伴：灯具回收联盟。时间表：2025年5月至2027年4月。费用：75,000美元。目标值：60个投放点。联系方式：lamps@recyclers.example.net

### 优先行动3：培训检查人员并共享信息

为检查人员开设课程（目标1和目标2）。合作伙伴：清洁健康网络。时间表：持续进行。费用：3万美元。目标值：120名检查人员。联系方式：courses@clearhealth.example.org

"""


def renumber_zh(parts):
    numerals = iter(CHINESE)
    return "".join(re.sub(r"^## [一二三四五六七八九十]、", lambda _: f"## {next(numerals)}、", part) for part in parts)


def without_opportunities_zh(text):
    return renumber_zh([part for part in sections(text) if not part.startswith("## 五、")])


def typed_contents_zh(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    lines = "\n\n".join(f"{title}{'…' * 20}{page}" for page, title in enumerate(titles, 2))
    front, *rest = sections(text)
    return front + "**目录**\n\n" + lines + "\n\n" + "".join(rest)


def efforts_as_paragraphs_zh(text):
    parts = sections(text)
    parts[4] = parts[4].split("\n", 1)[0] + "\n\n" + EFFORTS_ZH
    return "".join(parts)


def from_pdf_zh(text):
    """Radicals, compatibility and full-width forms as a PDF's text has them in the titles."""
    return re.sub(r"(?m)^## (.*)$", lambda m: "## " + m[1].translate(str.maketrans("一二八十0252", "⼀⼆⼋⼗０２５２")), text)


def traditional_zh(text):
    for plain, written in (("、问题概述", "、問題概述"), ("、伙伴关系领域的目标", "、夥伴關係領域的目標"), ("、优先行动", "、優先行動"), ("、机会", "、機會"),
                           ("、评价", "、評價"), ("、资源调动", "、資源調動"), ("、联系", "、聯繫"), ("、合作伙伴\n", "、合作夥伴\n")):
        assert "## " in text and plain in text
        text = re.sub(r"(?m)^(## .)" + plain, r"\1" + written, text)
    return text


def in_parts_zh(text):
    return re.sub(r"(?m)^## (.)、", r"## 第\1部分 ", text)


def glued_zh(text):
    """In I and VII title and first paragraph are one line; nothing marks the title."""
    return re.sub(r"(?m)^## ([一七]、[^\n（]+)(?:（[^）]*）)?\n\n", r"\1 ", text)


def typed_contents_in_spanish(text):
    return typed_contents(text).replace("**Contents**", "**Índice**")


def typing_error_in_spanish(text):
    changed = text.replace("## VII. Movilización de recursos", "## Moviliación de recusos")
    assert changed != text
    return changed


ORDINALS = ("أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً", "تاسعاً", "عاشراً")
ARABIC = re.compile(rf"(?m)^## (?:{'|'.join(ORDINALS)}) - ")


def arabic_without_opportunities(text):
    """Section V is gone and the ordinals run on, as authors renumber by hand."""
    ordinals = iter(ORDINALS)
    parts = [part for part in sections(text) if "خامساً - الفرص" not in part]
    return "".join(ARABIC.sub(lambda _: f"## {next(ordinals)} - ", part) for part in parts)


def arabic_digits(text):
    """Sections numbered 1 to 10 in Arabic-Indic digits, the dashes glued to them."""
    numbers = iter("١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩ ١٠".split())
    return ARABIC.sub(lambda _: f"## {next(numbers)}- ", text)


def arabic_typing_error(text):
    changed = text.replace("## سابعاً - تعبئة الموارد", "## تعبئه الموراد")
    assert changed != text
    return changed


def glued_in_spanish(text):
    return re.sub(r"(?m)^## (V?I{1,2}\. (?:Resumen|Movilización)[^\n(]+?)(?: \([^)]*\))?\n\n", r"\1", text)


def replaced(text, section, body):
    """The section keeps its heading and gets another body."""
    changed, count = re.subn(rf"(?ms)^(## {section}\. [^\n]*\n).*?(?=^## |\Z)", lambda m: m[1] + "\n" + body.strip() + "\n\n", text)
    assert count == 1
    return changed


def tables_in_spanish(text):
    """Objectives, actions, opportunities, indicators and partners as rows of tables."""
    text = replaced(text, "II", """
Los objetivos contribuyen al objetivo general de la Asociación: reducir al mínimo y, cuando sea viable, eliminar las liberaciones antropógenas de mercurio. Ayudan a reducir la demanda de mercurio.

| N.º | Objetivo específico | Valor de referencia | Meta | Plazo |
|---|---|---|---|---|
| 1 | Inventarios verificados de los desechos de mercurio | 2 países | 6 países | diciembre de 2026 |
| 2 | Recogida por separado y almacenamiento seguro de los desechos de mercurio | 90 toneladas | 400 toneladas | diciembre de 2027 |
""")
    text = replaced(text, "III", """
| Núm. | Medida prioritaria | Objetivo |
|---|---|---|
| 1 | Elaborar los inventarios nacionales de los desechos de mercurio | 1 |
| 2 | Organizar la recogida por separado de las lámparas y los termómetros | 2 |
| 3 | Capacitar a los inspectores y compartir información sobre las buenas prácticas | 1 y 2 |
""")
    text = replaced(text, "V", """
| Oportunidad | Objetivo |
|---|---|
| Un plan de devolución de las pilas usadas, en cuanto aparezca quien las recoja | Objetivo 2 |
| Un estudio de los antiguos vertederos con imágenes de satélite | Objetivo 1 |
""")
    return replaced(text, "X", """
| Socio | Rol | Persona de contacto | Correo electrónico | Teléfono |
|---|---|---|---|---|
| Instituto del Lago (IL) | Directora de la esfera | Sra. Ada Modelo | oficina@lago.example.org | +41 22 555 01 01 |
| Recicladores de Lámparas (RL) | Miembro | Sr. Benito Ejemplo | lamparas@recicladores.example.net | +41 22 555 01 02 |
| Red Salud Clara (RSC) | Miembro | Sra. Cora Plantilla | cursos@saludclara.example.org | +41 22 555 01 03 |
""")


def lists_in_spanish(text):
    """Actions under sub-headings, efforts as lists with labels below them, partners as lines with labels."""
    text = replaced(text, "III", """
### Medida prioritaria 1: elaborar los inventarios nacionales de los desechos de mercurio

Los inventarios sirven al objetivo 1.

### Medida prioritaria 2: organizar la recogida por separado de las lámparas y los termómetros

La recogida sirve al objetivo 2.

### Medida prioritaria 3: capacitar a los inspectores y compartir información sobre las buenas prácticas

La capacitación sirve a los objetivos 1 y 2.
""")
    text = replaced(text, "IV", """
### Medida prioritaria 1

1. **Visitas a los sitios en cuatro países** (objetivo 1).
    - Asociado: Instituto del Lago
    - Plazo: de enero de 2025 a diciembre de 2026
    - Costo: 40.000 USD
    - Meta: 40 sitios
    - Hito: primeras visitas en junio de 2025
    - Contacto: oficina@lago.example.org

### Medida prioritaria 2

2. **Puntos de entrega para lámparas** (objetivo 2).
    - Asociado: Recicladores de Lámparas
    - Plazo: segundo trimestre de 2025 a primer trimestre de 2027
    - Costo: 75 mil dólares
    - Meta: 60 puntos
    - Hito: primeros puntos en mayo de 2026
    - Contacto: tel. +41 22 555 01 02

### Medida prioritaria 3

3. **Cursos para los inspectores** (objetivos 1 y 2).
    - Asociado: Red Salud Clara
    - Plazo: en curso
    - Costo: 30.000 USD
    - Meta: 120 inspectores
    - Hito: primer curso en marzo de 2026
    - Contacto: véase la sección X
""")
    return replaced(text, "X", """
Director interino de la esfera: Sr. Benito Ejemplo, Recicladores de Lámparas

1. Instituto del Lago (IL). Persona de contacto: Sra. Ada Modelo. Correo electrónico: oficina@lago.example.org
2. Recicladores de Lámparas (RL). Persona de contacto: Sr. Benito Ejemplo. Correo electrónico: lamparas@recicladores.example.net
3. Red Salud Clara (RSC). Persona de contacto: Sra. Cora Plantilla. Correo electrónico: cursos@saludclara.example.org
""")


def arabic_contents(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    lines = "\n\n".join(f"{title} {'.' * (60 - len(title))} {page}" for page, title in enumerate(titles, 2))
    front, *rest = sections(text)
    return front + "**المحتويات**\n\n" + lines + "\n\n" + "".join(rest)


def arabic_glued(text):
    """In I and VII the title and the first paragraph are one line that nothing marks."""
    return re.sub(r"(?m)^## (أولاً - موجز المسألة|سابعاً - تعبئة الموارد)(?: \([^)]*\))?\n\n", r"\1: ", text)


def arabic_lists(text):
    """Efforts as paragraphs under a heading for each action instead of a table; partners of the base keep their lines."""
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in text.split("\n") if line.startswith("| ")][1:]
    body = ""
    for action, activity, partner, time, cost, contact in rows:
        body += (f"### {action}\n\n- {activity}. الشريك: {partner}. الجدول الزمني: {time}. التكلفة: {cost}. "
                 f"جهة الاتصال: {contact}\n\n")
    return re.sub(r"(?s)\| الإجراء ذو الأولوية .*?\n\n", lambda _: body, text)


# name: language, change, whether the Word file has automatic numerals
PLANS = {
    "annex-called-partners": ("fr", annex_of_partners, False),
    "bold-headings": ("en", only_bold, False),
    "capitals-without-accents": ("fr", capitals, False),
    "ar-bold-headings": ("ar", only_bold, False),
    "ar-digits": ("ar", arabic_digits, False),
    "ar-dropped-section": ("ar", arabic_without_opportunities, False),
    "ar-efforts-as-lists": ("ar", arabic_lists, False),
    "ar-glued-headings": ("ar", arabic_glued, False),
    "ar-swapped-sections": ("ar", swapped, False),
    "ar-typed-contents": ("ar", arabic_contents, False),
    "ar-typing-error": ("ar", arabic_typing_error, False),
    "dropped-section": ("fr", without_opportunities, True),
    "glued-headings": ("en", glued, False),
    "numbered-preamble": ("en", numbered_preamble, True),
    "swapped-sections": ("en", swapped, False),
    "title-as-heading": ("fr", lambda text: text, False),
    "typed-contents": ("en", typed_contents, False),
    "typing-error": ("fr", typing_error, False),
    "zh-bold-headings": ("zh", only_bold, False),
    "zh-dropped-section": ("zh", without_opportunities_zh, True),
    "zh-efforts-as-paragraphs": ("zh", efforts_as_paragraphs_zh, False),
    "zh-from-pdf": ("zh", from_pdf_zh, False),
    "zh-glued-headings": ("zh", glued_zh, False),
    "zh-in-parts": ("zh", in_parts_zh, False),
    "zh-swapped-sections": ("zh", swapped, False),
    "zh-traditional-titles": ("zh", traditional_zh, False),
    "zh-typed-contents": ("zh", typed_contents_zh, False),
    "bold-headings-ru": ("ru", only_bold, False),
    "capitals-ru": ("ru", russian_capitals, False),
    "dropped-section-ru": ("ru", without_opportunities, True),
    "keyboard-numerals-ru": ("ru", russian_keyboard, False),
    "lists-ru": ("ru", russian_lists, False),
    "swapped-sections-ru": ("ru", swapped, False),
    "tables-ru": ("ru", russian_tables, True),
    "typed-contents-ru": ("ru", russian_contents, False),
    "typing-error-ru": ("ru", russian_typing_error, False),
    "bold-headings-es": ("es", only_bold, False),
    "capitals-without-accents-es": ("es", capitals, False),
    "dropped-section-es": ("es", without_opportunities, True),
    "glued-headings-es": ("es", glued_in_spanish, False),
    "lists-es": ("es", lists_in_spanish, False),
    "swapped-sections-es": ("es", swapped, False),
    "tables-es": ("es", tables_in_spanish, False),
    "typed-contents-es": ("es", typed_contents_in_spanish, False),
    "typing-error-es": ("es", typing_error_in_spanish, False),
}


def main():
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder, sources = Path(temporary), []
        for name, (language, change, automatic) in PLANS.items():
            text = change(BASE[language])
            (OUT / (name + ".md")).write_text(text, encoding="utf-8")
            if automatic:
                source = folder / (name + ".fodt")
                source.write_text(fodt.write(fodt.parse(text), language, "2025-01-20"), encoding="utf-8")
                sources.append(source)
            else:
                run(["pandoc", "--from=markdown-smart-fancy_lists", "--to=docx", f"--metadata=lang:{language}", "--output",
                     str(OUT / (name + ".docx")), str(OUT / (name + ".md"))], env={**os.environ, "SOURCE_DATE_EPOCH": "1737363600"})
        run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
             "--outdir", str(OUT)] + [str(source) for source in sources])
    for made in OUT.glob("*.docx"):
        fix_times(made)


if __name__ == "__main__":
    main()
