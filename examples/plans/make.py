#!/usr/bin/env python3
"""Makes every sample plan of this folder from the good ones, which are written by hand: see README.md.

    python3 examples/plans/make.py            needs soffice (libreoffice-writer) and pandoc
    python3 examples/plans/make.py --check    only says whether the plans are what README.md promises

Each faulty plan is a good one with the named changes of FAULTY, and nothing else.
"""
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
import fodt  # noqa: E402
import tracked  # noqa: E402

HERE = Path(__file__).resolve().parent
GOOD = {
    "waste-fr": ("fr", "2025-03-14"),
    "products-en": ("en", "2025-03-21"),
    "supply-storage-ru": ("ru", "2025-03-17"),
    "coal-zh": ("zh", "2025-03-28"),
    "gold-es": ("es", "2025-04-04"),
    "chlor-alkali-ar": ("ar", "2025-03-18"),
}
TOTAL = ("Total", "Итого", "合计", "المجموع")
WRONG_TOTAL = ("supply-storage-ru-careless", "coal-zh-careless", "gold-es-miscounted", "chlor-alkali-ar-careless")
FIRST_HEADING = r"(?:I\. |أولاً - |一、)"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


# ---- changes: each takes a plan's Markdown and gives the changed one

def replace(old, new):
    def change(text):
        if text.count(old) != 1:
            raise SystemExit(f"make.py: {text.count(old)} places instead of one for: {old[:70]}")
        return text.replace(old, new)
    return change


def remove(old):
    return replace(old, "")


def sections(text):
    """Front matter, then the sections and annexes, each with its heading."""
    return re.split(r"(?m)^(?=## )", text)


def index_of(parts, title):
    found = [i for i, part in enumerate(parts) if re.match(rf"## ([IVX]+\. )?{re.escape(title)}", part)]
    if len(found) != 1:
        raise SystemExit("make.py: no single section " + title)
    return found[0]


def renumber(parts):
    """Numerals by place, as automatic numbering gives them."""
    numerals = iter(ROMAN)
    return "".join(re.sub(r"^## [IVX]+\. ", lambda _: f"## {next(numerals)}. ", part) for part in parts)


def remove_section(title):
    def change(text):
        parts = sections(text)
        del parts[index_of(parts, title)]
        return renumber(parts)
    return change


def swap_sections(first, second):
    def change(text):
        parts = sections(text)
        a, b = index_of(parts, first), index_of(parts, second)
        parts[a], parts[b] = parts[b], parts[a]
        return renumber(parts)
    return change


def empty_section(title):
    def change(text):
        parts = sections(text)
        at = index_of(parts, title)
        parts[at] = parts[at].split("\n", 1)[0] + "\n\n"
        return "".join(parts)
    return change


def remove_rows(start):
    """The rows of tables that begin with this text."""
    def change(text):
        kept = [line for line in text.split("\n") if not line.startswith(start)]
        if len(kept) == text.count("\n") + 1:
            raise SystemExit("make.py: no row " + start)
        return "\n".join(kept)
    return change


def replace_all(old, new, times):
    def change(text):
        if text.count(old) != times:
            raise SystemExit(f"make.py: {text.count(old)} places instead of {times} for: {old}")
        return text.replace(old, new)
    return change


FAULTY = {
    "waste-fr-too-long": ("waste-fr", [
        # section I: 263 words
        replace("supporteront l'essentiel du dommage.\n",
                "supporteront l'essentiel du dommage.\n\nÀ cela s'ajoutent les coûts que les communes supportent pour la "
                "remise en état des terrains, les soins aux ouvriers exposés et la perte de confiance des consommateurs de "
                "poisson, dont presque aucune statistique nationale publiée ne rend compte à ce jour.\n"),
        # a sixth priority action, with an effort of its own
        replace("    - supports à l'intention des familles et des écoles.\n",
                "    - supports à l'intention des familles et des écoles.\n"
                "6. Associer les écoles et les pharmacies à la remise des déchets mercuriels (objectif 3).\n"),
        replace("| AP 5 – Formation et information | 5.2 ", "| AP 6 – Écoles et pharmacies | 6.1 "),
        # an effort without a contact, neither in section IV nor in section X
        replace("| 88 000 | Mme Gaëlle Prototype, ateliers@rivesbleues.example.org |", "| 88 000 | |"),
        replace("Mme Gaëlle Prototype, ateliers@rivesbleues.example.org, +41 22 555 01 07", "Mme Gaëlle Prototype"),
    ]),
    "products-en-reordered": ("products-en", [
        # no section V
        remove_section("Opportunities"),
        # sections VIII and IX change places
        swap_sections("Business planning process", "Linkages"),
        # no lead
        remove("Lead: Ms Ada Example, Ministry of Environment of Norvania (MENV), ada.example@menv.example.int\n\n"),
        remove("Co-lead: Prof. Dan Mockford, Lakeside Institute of Technology (LIT), products@lit.example.org\n\n"),
        remove("Both were chosen by the partners for a term of two years, from 1 April 2025 to 31 March 2027, which may be "
               "renewed. "),
        # the numbers of sections in the text follow
        replace("Each has an indicator in section VI and", "Each has an indicator in section V and"),
        replace("Where the last column points to section X,", "Where the last column points to section IX,"),
        replace_all("| See section X |", "| See section IX |", 3),
    ]),
    "waste-fr-unfinished": ("waste-fr", [
        # an instruction of the blank form is left
        replace("Les démarches sont conduites de concert.",
                "[insérer ici le nom des bailleurs de fonds pressentis]\n\nLes démarches sont conduites de concert."),
        # two efforts without a timeline
        replace("Jalon : 30 établissements en mars 2026. | Réseau Santé claire (RSC) | juin 2025 – mai 2027 |",
                "Jalon : un tiers des établissements équipés. | Réseau Santé claire (RSC) | |"),
        replace("Jalon : texte de travail en décembre 2025. | Ministère de l'environnement de Sarvanie (MES) | "
                "juillet 2025 – juin 2026 |",
                "Jalon : texte de travail remis aux ministères. | Ministère de l'environnement de Sarvanie (MES) | |"),
        # reports every five years
        replace("Le domaine remet au PNUE un rapport d'avancement en mars 2027 puis en mars 2029.",
                "Le domaine remet au PNUE un rapport d'avancement tous les cinq ans."),
    ]),
    "gold-es-miscounted": ("gold-es", [
        # the total of table 1 is 10,000 too high
        replace("| Total | | | | 1.780.000 | |", "| Total | | | | 1.790.000 | |"),
        # the timeline of effort 4.2 runs backwards
        replace("| junio de 2025 – mayo de 2027 | 128.000 |", "| junio de 2026 – mayo de 2025 | 128.000 |"),
        # an opportunity repeats effort 2.1
        replace("- Un sello regional para la joyería hecha con oro limpio, con una etiqueta que el comprador pueda leer con el "
                "teléfono (objetivo 2).\n",
                "- Un sello regional para la joyería hecha con oro limpio, con una etiqueta que el comprador pueda leer con el "
                "teléfono (objetivo 2).\n"
                "- Plantas de demostración de concentración por gravedad y fundido directo (objetivo 2).\n"),
    ]),
    "chlor-alkali-ar-careless": ("chlor-alkali-ar", [
        # an effort without a contact, neither in section IV nor in section X
        replace("| 68 000 | السيدة رنا تمثيل، schools@neighbours.example.org |", "| 68 000 | |"),
        replace("السيدة رنا تمثيل، schools@neighbours.example.org، +41 22 555 02 07", "السيدة رنا تمثيل"),
        # reports every five years
        replace("يرفع المجال إلى برنامج الأمم المتحدة للبيئة تقريراً عن التقدم في آذار/مارس 2027 ثم في آذار/مارس 2029.",
                "يرفع المجال إلى برنامج الأمم المتحدة للبيئة تقريراً عن التقدم كل خمس سنوات."),
        # a total that is not the sum
        replace("| تمويل مطلوب | تحويل القاعة الثانية | 180 000 |\n| المجموع | | 1 970 000 |",
                "| تمويل مطلوب | تحويل القاعة الثانية | 180 000 |\n| المجموع | | 1 990 000 |"),
    ]),
    "products-en-bare": ("products-en", [
        # section X has a heading only; the contacts it held stand in section IV
        empty_section("Partners"),
        remove(' Where the last column points to section X, the organisation named under "Partner" is to be contacted at '
               "the address given there."),
        replace("June 2025 – May 2026 | 115,000 | See section X |",
                "June 2025 – May 2026 | 115,000 | Prof. Dan Mockford, products@lit.example.org |"),
        replace_all("000 | See section X |", "000 | Ms Gwen Fictive, office@rcsa.example.int, +41 22 555 01 17 |", 2),
        # no indicators
        lambda text: re.sub(r"(?s)### Progress indicators\n.*?(?=### How performance)", "", text, count=1),
        replace("Each has an indicator in section VI and a base year, 2024, described in Annex B.",
                "Their base year, 2024, is described in Annex B."),
        replace(", is the starting point of indicator 2.1.", ", is the value for 2024."),
        # priority action 2 has no effort, and none covers all actions
        remove_rows("| PA 2:"),
        remove_rows("| Overarching effort"),
        remove_rows("| All |"),
        replace("Table 1 lists the thirteen efforts", "Table 1 lists the nine efforts"),
        replace("| Total | | | | 1,850,000 | |", "| Total | | | | 1,361,000 | |"),
        replace("| Total | | 1,850,000 |", "| Total | | 1,361,000 |"),
        replace("The cycle costs 1,850,000 US dollars. Of these, 1,694,000", "The cycle costs 1,361,000 US dollars. Of these, 1,205,000"),
        replace("| Grants and seconded staff | 610,000 |", "| Grants and seconded staff | 370,000 |"),
        replace("| Membership fees, devices, staff time | 455,000 |", "| Membership fees, devices, staff time | 206,000 |"),
    ]),
    "coal-zh-careless": ("coal-zh", [
        # no lead
        remove("牵头方：安明女士，西湾能源部（能源部），coal@xiwan.example.int\n\n"),
        remove("共同牵头方：林样先生，白石分析实验室（白石实验室），analysis@baishi.example.net\n\n"),
        remove("两个牵头方由合作伙伴推选，任期两年，从2025年4月1日至2027年3月31日，可续任。\n\n"),
        # an effort without a contact, neither in section IV nor in section X
        replace("| 150,000 | 白木女士，courses@luchuang.example.org，+41 22 555 02 06 |", "| 150,000 | |"),
        replace("| 白木女士 | courses@luchuang.example.org，+41 22 555 02 06 |", "| 白木女士 | |"),
        # a total that is 10,000 too high
        replace("| 合计 | | | | 1,450,000 | |", "| 合计 | | | | 1,460,000 | |"),
    ]),
    "supply-storage-ru-careless": ("supply-storage-ru", [
        # an instruction of the blank form is left
        replace("Тот, кто хочет взяться за одну из них,", "[Указать здесь другие идеи]\n\nТот, кто хочет взяться за одну из них,"),
        # an effort that ends before it begins
        replace("| май 2025 года – апрель 2026 года |", "| май 2026 года – апрель 2025 года |"),
        # a total that is not the sum
        replace("| Международные фонды | Гранты | 600 000 |", "| Международные фонды | Гранты | 610 000 |"),
    ]),
}


# ---- what README.md promises, recomputed

def count(text, language):
    """Words; in Chinese the characters."""
    return len("".join(text.split())) if language == "zh" else len(text.split())


def section_words(text, heading, language):
    body = re.search(rf"(?ms)^## {heading}[^\n]*\n(.*?)(?=^## )", text)[1]
    if language == "zh":
        return count(body, language)
    return len(re.sub(r"(?m)^ *(- |\d+\. )", "", body).split())


def amount(cell):
    return int(re.sub(r"\D", "", cell))


def check_totals(name, text):
    for block in fodt.parse(text):
        if isinstance(block, fodt.Table) and block.rows[-1][0] in TOTAL:
            for column, total in enumerate(block.rows[-1]):
                cells = [row[column] for row in block.rows[1:-1] if any(row[1:])]
                if column and total and "%" not in total and sum(map(amount, cells)) != amount(total):
                    raise SystemExit(f"make.py: {name}: total {total} of table {block.rows[0][0]}, column {column + 1}")


def check_text(name, text, language):
    if name not in WRONG_TOTAL:
        check_totals(name, text)
    numbered = re.findall(r"(?m)^## ([IVX]+)\. ", text)
    if tuple(numbered) != ROMAN[:len(numbered)]:
        raise SystemExit(f"make.py: {name}: numerals {numbered}")
    listed = {"США"} | set(re.findall(r"(?m)^\| ([A-ZА-Я]{2,}) \| ", text))
    used = {w for w in re.findall(r"\b[A-ZА-Я]{3,}\b", text) if not re.fullmatch("[IVX]+", w)}
    if used - listed:
        raise SystemExit(f"make.py: {name}: not in the list of abbreviations: {sorted(used - listed)}")
    front = count(re.split(r"(?m)^## ", text)[0].split("\n\n", 3)[3], language)
    if not 150 <= front <= 190:
        raise SystemExit(f"make.py: {name}: preamble of {front} words")
    words = section_words(text, FIRST_HEADING, language)
    wanted = words == 263 if name == "waste-fr-too-long" else words <= 236
    if not wanted:
        raise SystemExit(f"make.py: {name}: section I of {words} words")
    addresses = re.findall(r"[\w.]+@[\w.]+", text)
    if any(not re.search(r"\.example\.(org|net|int)\.?$", a) for a in addresses):
        raise SystemExit(f"make.py: {name}: address outside the example domains")
    print(f"{name}: section I {words} words, preamble {front}, whole text {count(text, language)}")


# ---- files

def run(command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)


def fix_times(path):
    """Same content, same bytes: the times in the ZIP directory and before each entry are set to one value."""
    data = bytearray(path.read_bytes())
    year, month, day, hour, minute, second = tracked.FIXED_TIME
    stamp = (minute << 5 | hour << 11 | second // 2).to_bytes(2, "little") + \
            ((year - 1980) << 9 | month << 5 | day).to_bytes(2, "little")
    with zipfile.ZipFile(path) as package:
        for entry in package.infolist():
            data[entry.header_offset + 10:entry.header_offset + 14] = stamp
        at = package.start_dir
    while data[at:at + 4] == b"PK\x01\x02":
        data[at + 12:at + 16] = stamp
        lengths = [int.from_bytes(data[at + n:at + n + 2], "little") for n in (28, 30, 32)]
        at += 46 + sum(lengths)
    path.write_bytes(data)


def make_docx(plans):
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for name, (language, date, text) in plans.items():
            source = Path(folder) / (name + ".fodt")
            source.write_text(fodt.write(fodt.parse(text), language, date), encoding="utf-8")
            sources.append(str(source))
        run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx",
             "--outdir", folder] + sources)
        for name in plans:
            shutil.copyfile(Path(folder) / (name + ".docx"), HERE / (name + ".docx"))
    for name, (language, date, _) in plans.items():
        fix_times(HERE / (name + ".docx"))
        stamp = datetime.datetime.fromisoformat(date + "T09:00:00+00:00")
        run(["pandoc", "--from=markdown", "--to=docx", "--shift-heading-level-by=-1", f"--metadata=lang:{language}",
             "--output", str(HERE / (name + "-pandoc.docx")), str(HERE / (name + ".md"))],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(int(stamp.timestamp()))})
        fix_times(HERE / (name + "-pandoc.docx"))


def main():
    plans = {name: (*about, (HERE / (name + ".md")).read_text(encoding="utf-8")) for name, about in GOOD.items()}
    for name, (base, changes) in FAULTY.items():
        language, date, text = plans[base]
        for change in changes:
            text = change(text)
        plans[name] = (language, date, text)
    for name, (language, _, text) in plans.items():
        check_text(name, text, language)
    if sys.argv[1:] == ["--check"]:
        return
    for name in FAULTY:
        (HERE / (name + ".md")).write_text(plans[name][2], encoding="utf-8")
    make_docx(plans)
    tracked.write(HERE / "waste-fr.docx", HERE / "waste-fr-tracked.docx", tracked.edit_french_plan)


if __name__ == "__main__":
    main()
