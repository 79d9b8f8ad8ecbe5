#!/usr/bin/env python3
"""Makes the plans of gmp-annex2/ from tests/checks/base-*.md: plans whose outline is hard to see.

    python3 tests/plans/make.py      needs soffice (libreoffice-writer) and pandoc

Each plan is written as Markdown and as Word file: by pandoc, or by LibreOffice where the sections are to have automatic
numerals. Then PLANCHECK_UPDATE=1 ctest writes the reports, and the difference is to be read.
"""
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "examples" / "plans"))
import fodt  # noqa: E402
from make import fix_times, renumber, run, sections  # noqa: E402

OUT = HERE / "gmp-annex2"
BASE = {tag: (HERE.parent / "checks" / f"base-{tag}.md").read_text(encoding="utf-8") for tag in ("en", "fr", "zh")}
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


# name: language, change, whether the Word file has automatic numerals
PLANS = {
    "annex-called-partners": ("fr", annex_of_partners, False),
    "bold-headings": ("en", only_bold, False),
    "capitals-without-accents": ("fr", capitals, False),
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
