#!/usr/bin/env python3
"""Makes gmp-annex2/not-a-fault/: one plan for each habit of authors that must not be accused.

    python3 tests/plans/not_a_fault.py      needs pandoc and soffice (libreoffice-writer) for the Word and HTML files

Each is the sample plan of the template (<sample>) with one small change. The first comment of a Markdown or HTML file
says the habit, and "verdict: review" where the framework leaves something to a person. The files whole-* are plans of other
authors, written by hand. not_a_fault_test.cpp runs every file of the folder.
"""
import os
import re
import sys
import tempfile
import textwrap
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "examples" / "plans"))
import fodt  # noqa: E402
from make import fix_times, run, sections  # noqa: E402

OUT = HERE / "gmp-annex2" / "not-a-fault"
FORM = ElementTree.parse(HERE.parent.parent / "templates" / "gmp-annex2.xml").getroot()
BASE = {one.get("lang"): textwrap.dedent(one.text).strip("\n") + "\n" for one in FORM.findall("sample")}
HABITS = []


def habit(name, language, says, *formats, verdict="pass"):
    """Registers the change that follows: a function from the base plan to the plan that has the habit."""
    def keep(change):
        HABITS.append((name, language, says, formats or ("md",), verdict, change))
        return change
    return keep


def swap(text, *pairs):
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def body(text, numeral, made):
    """The plan with another text in one section."""
    changed, count = re.subn(rf"(?ms)^(## {numeral}\. [^\n]*\n\n).*?(?=^## |\Z)", lambda m: m[1] + made.strip() + "\n\n", text)
    assert count == 1, numeral
    return changed


def add(text, numeral, more):
    """The plan with a paragraph more at the end of a section."""
    changed, count = re.subn(rf"(?ms)^(## {numeral}\. .*?\n)(?=^## |\Z)", lambda m: m[1].rstrip("\n") + "\n\n" + more.strip() + "\n\n", text)
    assert count == 1, numeral
    return changed


def headings(text, change):
    return re.sub(r"(?m)^## (.*)$", lambda m: change(m[1]), text)


def columns(text, keep):
    """The table of IV with these columns only."""
    def row(match):
        cells = match[0].strip().strip("|").split("|")
        return "|" + "|".join(cells[i] for i in keep) + "|"
    front, *rest = sections(text)
    rest[3] = re.sub(r"(?m)^\|.*\|$", row, rest[3])
    return front + "".join(rest)


# Contacts

@habit("contacts-in-x-only", "en", "the table of IV has no contacts; they stand with the partners in X")
def _(text):
    return columns(text, (0, 1, 2, 3, 4))


@habit("contacts-dans-x", "fr", "les contacts ne figurent qu'à la section X", "md", "docx")
def _(text):
    return columns(text, (0, 1, 2, 3, 4))


@habit("merged-contact", "en", "one contact cell is merged over all efforts", "lo.docx", "merged.html")
def _(text):
    parts = sections(text)
    parts[4] = re.sub(r"\S+@\S+ \|\n", "office@lake.example.org |\n", parts[4])
    parts[10] = re.sub(r", \S+@\S+$", "", parts[10], flags=re.M)
    return "".join(parts)


@habit("contact-for-all-efforts", "en", "one sentence gives the contact for all efforts")
def _(text):
    text = columns(text, (0, 1, 2, 3, 4))
    text = re.sub(r", \S+@\S+$", "", text, flags=re.M)
    return add(text, "IV", "The contact for all efforts is Ms Ada Sample, office@lake.example.org.")


@habit("contact-pour-toutes-les-initiatives", "fr", "une phrase donne le contact pour toutes les initiatives")
def _(text):
    text = columns(text, (0, 1, 2, 3, 4))
    text = re.sub(r", \S+@\S+$", "", text, flags=re.M)
    return add(text, "IV", "Point de contact pour toutes les initiatives : Mme Ada Modèle, bureau@lac.example.org.")


@habit("masked-addresses", "en", "addresses are masked, as on copies from the web")
def _(text):
    return re.sub(r"\S+@\S+", "[email protected]", text)


@habit("addresses-with-at", "en", "addresses are written with (at) and dots in words")
def _(text):
    return re.sub(r"(\w+)@([\w.]+)", r"\1 (at) \2", text)


@habit("adresses-masquees", "fr", "les adresses sont masquées", "md")
def _(text):
    return re.sub(r"(\w+)@([\w.]+)", r"\1 [at] \2", text)


@habit("home-pages", "en", "the contact of an effort is a home page")
def _(text):
    return re.sub(r"\w+@([\w.]+)", r"https://www.\1", text)


@habit("telephones", "fr", "les contacts sont des numéros de téléphone")
def _(text):
    text = swap(text, ("| Délai | Coût | Contact |", "| Délai | Coût | Téléphone |"))
    numbers = iter(range(10, 90))
    return re.sub(r"\w+@[\w.]+", lambda m: f"+41 22 555 01 {next(numbers)}", text)


@habit("postal-addresses", "fr", "les contacts sont des adresses postales")
def _(text):
    text = re.sub(r", \S+@\S+$", "", text, flags=re.M)
    return re.sub(r"(?<=\| )\w+@[\w.]+(?= \|)", "12 rue du Port, 1201 Genève, Suisse", text)


@habit("post-office-boxes", "en", "contacts are post office boxes")
def _(text):
    text = re.sub(r", \S+@\S+$", "", text, flags=re.M)
    return re.sub(r"(?<=\| )\w+@[\w.]+(?= \|)", "P.O. Box 12, Port Clair", text)


@habit("persons-in-efforts", "en", "efforts name a person, whose address stands in X")
def _(text):
    return swap(text, ("| office@lake.example.org |", "| Ms Ada Sample |"), ("| lamps@recyclers.example.net |", "| Mr Ben Model |"),
                ("| courses@clearhealth.example.org |", "| Dr Cora Pattern |"))


@habit("see-x", "fr", "la colonne des contacts renvoie à la section X")
def _(text):
    return re.sub(r"(?<=\| )\w+@[\w.]+(?= \|)", "voir section X", text)


# Text that belongs to all areas, other instruments and languages

@habit("reporting-of-the-framework", "en", "VI keeps to what is common to all areas and refers to the framework's reporting")
def _(text):
    return body(text, "VI", """
As in all areas of the Partnership, reporting follows chapter 7 of the overarching framework: UNEP receives a report every two years.

### Indicators

- Indicator 1: number of countries with a verified inventory; 2 in 2024, 6 in December 2026 (objective 1).
- Indicator 2: tonnes of mercury waste collected separately each year; 90 in 2024, 400 in December 2027 (objective 2).

### Method

The lead collects the figures with a questionnaire and checks one in ten on the spot. Partners report their results to the lead.""")


@habit("cadre-commun", "fr", "la section VI renvoie au cadre commun à tous les domaines")
def _(text):
    return body(text, "VI", """
Comme dans tous les domaines du Partenariat, les rapports suivent le chapitre 7 du cadre global : un rapport biennal est remis au PNUE.

### Indicateurs

- Indicateur 1 : nombre de pays dotés d'un inventaire vérifié ; 2 en 2024, 6 en décembre 2026 (objectif 1).
- Indicateur 2 : tonnes de déchets mercuriels collectées à part chaque année ; 90 en 2024, 400 en décembre 2027 (objectif 2).

### Méthode

Le chef de file recueille les chiffres au moyen d'un questionnaire et en vérifie un sur dix sur place. Les partenaires communiquent leurs résultats au chef de file.""")


@habit("second-version-in-french", "en", "the same plan follows in French")
def _(text):
    return text + "\n" + BASE["fr"]


@habit("version-anglaise-a-la-suite", "fr", "le même plan suit en anglais")
def _(text):
    return text + "\n" + BASE["en"]


@habit("goal-of-the-sdgs", "en", "objective 6 is one of the Sustainable Development Goals")
def _(text):
    return swap(text, ("They help to lower", "They contribute to Objective 6 of the Sustainable Development Goals and to SDG 12, target 12.4. They help to lower"))


@habit("odd-6", "fr", "l'objectif 6 est l'un des objectifs de développement durable, l'objectif 3 celui d'une convention")
def _(text):
    return swap(text, ("Ils aident à réduire", "Ils concourent à l'objectif 6 des objectifs de développement durable, à l'ODD 12 et à l'objectif 3 de la Convention de Bâle. Ils aident à réduire"))


@habit("decisions-and-resolutions", "en", "numbers of decisions are neither dates nor references")
def _(text):
    return add(text, "I", "Governing Council decisions 24/3, paragraph 19 (b), 25/5 and 27/12 and resolution 60/215 of the General Assembly are the basis of this work.")


@habit("numeros-de-decisions", "fr", "les numéros de décisions ne sont ni des dates ni des renvois")
def _(text):
    return add(text, "I", "Les décisions 24/3, paragraphe 19 b), 25/5 et 27/12 du Conseil d'administration et la résolution 60/215 de l'Assemblée générale fondent ces travaux.")


def years(text):
    return re.sub(r"(?<!\d)20(2[4-7])(?!\d)", lambda m: str(int(m[0]) - 14), text)


@habit("plan-of-2011", "en", "a plan of 2011 does not know the Convention of 2013")
def _(text):
    return swap(years(text), ("This plan serves the implementation of the Minamata Convention on Mercury. ", ""),
                (", and it helps Parties to carry out the Minamata Convention", ""))


@habit("plan-de-2011", "fr", "un plan de 2011 ignore la Convention de 2013")
def _(text):
    return swap(years(text), ("Ce plan contribue à l'application de la Convention de Minamata sur le mercure. ", ""),
                (", et aide les Parties à appliquer la Convention de Minamata", ""))


# Leads

@habit("organisation-as-lead", "en", "the lead is an organisation")
def _(text):
    return swap(text, ("Lead: Ms Ada Sample, Lake Institute", "Lead: Lake Institute"))


@habit("organisation-chef-de-file", "fr", "le chef de file est une organisation")
def _(text):
    return swap(text, ("Chef de file : Mme Ada Modèle, Institut du lac", "Chef de file : Institut du lac (IL)"))


@habit("co-leads", "en", "two co-leads, each on a line of its own")
def _(text):
    return swap(text, ("Lead: Ms Ada Sample, Lake Institute", "Co-lead: Ms Ada Sample – Lake Institute\n\nCo-lead: Mr Ben Model – Lamp Recyclers"))


@habit("co-chefs-de-file", "fr", "deux cochefs de file en une ligne")
def _(text):
    return swap(text, ("Chef de file : Mme Ada Modèle, Institut du lac", "Co-chefs de file : Mme Ada Modèle (Institut du lac) et M. Benoît Exemple (Recycleurs de lampes)"))


@habit("interim-lead", "en", "the lead serves in the interim")
def _(text):
    return swap(text, ("Lead: Ms Ada Sample, Lake Institute", "Interim lead: Ms Ada Sample, Lake Institute"))


@habit("lead-on-the-title-page", "en", "the lead is named on the title page alone")
def _(text):
    text = swap(text, ("Lead: Ms Ada Sample, Lake Institute\n\n", ""))
    return swap(text, ("20 January 2025\n", "20 January 2025\n\nLead of the area: Ms Ada Sample, Lake Institute\n"))


@habit("role-dans-un-tableau", "fr", "le rôle est une colonne du tableau des partenaires")
def _(text):
    return body(text, "X", """
| Partenaire | Rôle | Personne à contacter | Courriel |
|---|---|---|---|
| Institut du lac (IL) | Chef de file | Mme Ada Modèle | bureau@lac.example.org |
| Recycleurs de lampes (RL) | Membre | M. Benoît Exemple | lampes@recycleurs.example.net |
| Réseau Santé claire (RSC) | Membre | Mme Cora Gabarit | cours@santeclaire.example.org |""")


@habit("lead-the-metal", "en", "lead is also a metal")
def _(text):
    text = swap(text, ("Lamps, thermometers and sludge laden with mercury", "Lamps with lead in their solder, thermometers and sludge laden with mercury and lead"))
    return add(text, "IX", "- Global Alliance to Eliminate Lead Paint: joint talks on lead and mercury in old paint.")


@habit("mandate-renewed", "en", "a mandate was renewed and so lasts four years")
def _(text):
    return swap(text, ("Lead: Ms Ada Sample, Lake Institute", "Lead: Ms Ada Sample, Lake Institute (mandate: January 2024 to December 2027, renewed in 2026)"))


# Section I and its words

def filled(text, wanted, filler, punctuated):
    issue = re.search(r"(?ms)^## I\. [^\n]*\n\n(.*?)\n\n(?=^## )", text)[1]
    tokens = [t for t in issue.split() if not punctuated or any(c.isalnum() for c in t)]
    return body(text, "I", issue + " " + " ".join((filler * 20).split()[:wanted - len(tokens)]) + ".")


@habit("ponctuation-a-250", "fr", "250 mots, et davantage si les signes entre espaces comptent")
def _(text):
    text = swap(text, (", les thermomètres et les boues chargées de mercure", " « usagées » ; les thermomètres ; et les boues : toutes chargées de mercure – hélas –"))
    return filled(text, 250, "Les vieux stocks dorment dans les caves et les hangars de bien des villes sans que personne les compte ou les garde. ", True)


@habit("exactly-250-words", "en", "section I has exactly 250 words")
def _(text):
    return filled(text, 250, "Old stocks lie in the cellars and sheds of many towns and nobody counts them or looks after them. ", False)


@habit("list-in-section-i", "en", "a list in section I holds no priority actions")
def _(text):
    return add(text, "I", "Sources that matter most:\n\n- lamps\n- thermometers\n- sludge\n- batteries\n- switches\n- barometers")


@habit("limit-on-a-line-of-its-own", "fr", "la limite est sur une ligne à elle")
def _(text):
    return swap(text, ("## I. Énoncé de la question (250 mots au maximum)\n", "## I. Énoncé de la question\n\n(250 mots au maximum)\n"))


# What stands around the sections

@habit("typed-contents", "en", "a typed table of contents", "md", "docx")
def _(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    front, *rest = sections(text)
    return front + "**Table of contents**\n\n" + "\n\n".join(f"{t} {'.' * (60 - len(t))} {i}" for i, t in enumerate(titles, 2)) + "\n\n" + "".join(rest)


@habit("sommaire-tape", "fr", "un sommaire en liste, sans points de conduite")
def _(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    front, *rest = sections(text)
    return front + "## Sommaire\n\n" + "\n".join(f"- {t}" for t in titles) + "\n\n" + "".join(rest)


@habit("contents-with-links", "en", "a table of contents made by a program", "toc.html")
def _(text):
    return text


@habit("annex-named-partners", "en", "an annex is named like section X")
def _(text):
    return text + "\n## Annex 1. Partners\n\nPostal addresses can be had from the lead.\n\n## Annex 2. Priority actions in detail\n\nA longer description is kept by the lead.\n"


@habit("annexe-partenaires", "fr", "une annexe porte le titre de la section X")
def _(text):
    return text + "\n## Annexe A : Partenaires\n\nLes adresses postales sont chez le chef de file.\n"


@habit("long-preamble", "en", "a status note and a long text without a number stand before section I", "md", "docx")
def _(text):
    return swap(text, ("20 January 2025\n", "- 20 January 2025 -\n\n(Draft for consideration by the Partnership Advisory Group)\n\n" + "The area came into being at a meeting of five ministries in a harbour town and has grown since. "
                "Its partners are laboratories, towns, makers and collectors. They meet, compare notes and help each other. " * 3 + "\n"))


@habit("avant-propos", "fr", "un avant-propos et des remerciements précèdent la section I, les sigles suivent la section X")
def _(text):
    front, *rest = sections(text)
    return (front + "## Avant-propos\n\nCe domaine est né d'une réunion de cinq ministères.\n\n## Remerciements\n\nLes auteurs remercient les villes qui ont ouvert leurs décharges.\n\n"
            + "".join(rest) + "\n## Sigles et abréviations\n\nIL : Institut du lac\n")


@habit("running-titles", "en", "running titles and page numbers stand between the paragraphs")
def _(text):
    pages = iter(range(2, 99))
    return re.sub(r"(?m)^(?=## [IVX])", lambda m: f"Business plan of the area on mercury waste management\n\nPage {next(pages)} of 11\n\n", text)


@habit("numeros-de-page", "fr", "des numéros de page se glissent entre les paragraphes")
def _(text):
    pages = iter(range(2, 99))
    return re.sub(r"(?m)^(?=## [IVX])", lambda m: f"{next(pages)}\n\n", text)


@habit("footnote-marks", "en", "footnote marks are left as bare digits")
def _(text):
    return swap(text, ("although mercury-free lamps and thermometers are on the market.", "although mercury-free lamps and thermometers are on the market.1"),
                ("reaches air, water and soil.", "reaches air,2 water and soil.3"))


@habit("signatures", "fr", "des signatures suivent la section X")
def _(text):
    return text + "\nFait à Port-Clair, le 20 janvier 2025\n\nPour l'Institut du lac : Mme Ada Modèle\n\nPour les Recycleurs de lampes : M. Benoît Exemple\n"


# Headings and characters

@habit("capital-headings", "en", "headings in capitals")
def _(text):
    return headings(text, lambda title: "## " + title.upper())


@habit("capitales-sans-accents", "fr", "titres en capitales sans accents", "docx")
def _(text):
    return headings(text, lambda t: "## " + "".join(c for c in unicodedata.normalize("NFD", t.upper()) if not unicodedata.combining(c)))


@habit("sections-without-numerals", "en", "sections are not numbered")
def _(text):
    return headings(text, lambda title: "## " + title.split(". ", 1)[1])


@habit("sections-numbered-1-to-10", "en", "sections are numbered with digits")
def _(text):
    numbers = iter(range(1, 11))
    return headings(text, lambda title: f"## {next(numbers)}. " + title.split(". ", 1)[1])


@habit("section-i-dash", "en", "numerals with the word section and a dash")
def _(text):
    return headings(text, lambda title: "## Section " + title.replace(". ", " – ", 1))


@habit("titres-en-gras", "fr", "titres en gras, sans style de titre", "docx")
def _(text):
    return re.sub(r"(?m)^#+ (.*)$", r"**\1**", text)


@habit("deeper-headings", "en", "sections are headings of the third level under a title of their own")
def _(text):
    return re.sub(r"(?m)^(##+) ", r"#\1 ", text).replace("\n### I. ", "\n## Business plan\n\n### I. ", 1)


@habit("ligatures", "en", "ligatures and soft hyphens of a PDF")
def _(text):
    return swap(text, ("fi", "ﬁ"), ("ff", "ﬀ"), ("partners", "part\u00adners"))


@habit("accents-decomposes", "fr", "les accents sont des signes à part")
def _(text):
    return unicodedata.normalize("NFD", text)


@habit("espaces-insecables", "fr", "espaces insécables et apostrophes typographiques")
def _(text):
    return re.sub(r" ([:;?!»])", "\u202f\\1", text).replace("'", "’").replace(" 000", "\u00a0000")


# Actions, efforts, money

@habit("actions-with-bullets", "en", "four numbered actions have three bullets each")
def _(text):
    return body(text, "III", "\n".join(f"{i}. {what} (objective {o}).\n    - what: agreed in spring\n    - who: volunteers of the towns\n    - where: in all regions" for i, (what, o) in enumerate((
        ("Draw up national inventories of mercury waste", 1), ("Organize separate collection of lamps and thermometers", 2), ("Train inspectors and share information on good practice", "1"),
        ("Keep the sites where mercury waste is stored safe", 2)), 1))).replace("| All priority actions |", "| PA 4 and all other priority actions |")


@habit("actions-en-sous-titres", "fr", "les actions sont des sous-titres")
def _(text):
    return body(text, "III", """
### Action prioritaire 1 : Dresser les inventaires nationaux de déchets mercuriels

Elle sert l'objectif 1.

### Action prioritaire 2 : Organiser la collecte séparée des lampes et des thermomètres

Elle sert l'objectif 2.

### Action prioritaire 3 : Former les inspecteurs et partager l'information sur les bonnes pratiques

Elle sert les objectifs 1 et 2.""")


@habit("one-effort-for-all", "en", "a single effort covers all actions")
def _(text):
    parts = sections(text)
    parts[4] = re.sub(r"(?m)^\| PA 3 .*\n", "", parts[4]).replace("| All priority actions | Coordination of the area", "| All priority actions | Courses, advice and coordination").replace(
        "| Lake Institute | 2025-2027 |", "| Lake Institute, Clear Health Network | 2025-2027 |")
    return swap("".join(parts), ("The four efforts cost 160,000 USD", "The three efforts cost 130,000 USD"))


@habit("efforts-numbered-n-m", "en", "efforts are numbered 1.1, 2.1 … after the actions")
def _(text):
    for n in (1, 2, 3):
        text = swap(text, (f"| PA {n} | ", f"| {n}.1 | "))
    return swap(text, ("| Priority action | Activity |", "| No. | Activity |"))


@habit("totals-and-subtotals", "en", "a total leaves sub-totals out")
def _(text):
    text = swap(text, ("| PA 3 | Courses", "| Sub-total |  |  |  | 115,000 USD |  |\n| PA 3 | Courses"))
    return add_row(text, "| Total |  |  |  | 160,000 USD |  |")


def add_row(text, row):
    front, *rest = sections(text)
    rest[3] = rest[3].rstrip("\n") + "\n" + row + "\n\n"
    return front + "".join(rest)


@habit("merged-cost", "en", "a cost cell is merged over two rows and counts once", "merged.html")
def _(text):
    text = swap(text, ("| 75,000 USD | lamps", "| 40,000 USD | lamps"), ("The four efforts cost 160,000 USD", "The four efforts cost 85,000 USD"))
    return add_row(text, "| Total |  |  |  | 85,000 USD |  |")


@habit("several-currencies", "fr", "une colonne de plusieurs monnaies n'est pas additionnée")
def _(text):
    text = swap(text, ("75 000 USD", "70 000 EUR"))
    return add_row(text, "| Total |  |  |  | environ 160 000 USD |  |")


@habit("currency-in-the-head", "en", "the head of the column gives currency and unit")
def _(text):
    text = swap(text, ("| Cost |", "| Cost (thousand USD) |"))
    return add_row(re.sub(r"\| (\d+),000 USD \|", r"| \1 |", text), "| Total |  |  |  | 160 |  |")


@habit("couts-a-preciser", "fr", "un coût n'est pas encore connu")
def _(text):
    return swap(text, ("| 30 000 USD |", "| à déterminer |"), ("coûtent 160 000 USD, qui sont acquis", "coûtent au moins 130 000 USD, qui sont acquis"))


@habit("quarters-and-ongoing", "en", "timelines are quarters, half-years and seasons of work without an end")
def _(text):
    return swap(text, ("| 2025-2026 |", "| Q3 2025 – Q2 2026 |"), ("| May 2025 to April 2027 |", "| second half of 2026 |"), ("| 2025-2027 |", "| continuous |"))


@habit("no-opportunities", "en", "there are none at present, and V says so", verdict="review")
def _(text):
    return body(text, "V", "None at present.")


@habit("pas-d-opportunites", "fr", "il n'y en a pas pour l'instant, et la section V le dit", verdict="review")
def _(text):
    return body(text, "V", "Aucune pour le moment.")


# Evaluation, partners

@habit("yearly-report", "en", "the area reports more often than asked")
def _(text):
    return swap(text, ("The area reports to UNEP every two years, first in March 2027.", "The area sends an annual report to UNEP."))


@habit("annees-paires", "fr", "le rapport biennal est dit autrement")
def _(text):
    return swap(text, ("Le domaine fait rapport au PNUE tous les deux ans, la première fois en mars 2027.", "Le domaine remet son rapport au PNUE une année sur deux, en mars 2027 puis en mars 2029."))


@habit("acronyms-in-efforts", "en", "efforts name partners by the acronyms given in X")
def _(text):
    parts = sections(text)
    parts[4] = swap(parts[4], ("| Lake Institute |", "| LI |"), ("| Lamp Recyclers |", "| LR |"), ("| Clear Health Network |", "| CHN |"))
    return "".join(parts)


@habit("noms-sans-accents", "fr", "les noms des partenaires sont écrits sans accents ou en capitales")
def _(text):
    parts = sections(text)
    parts[4] = swap(parts[4], ("| Institut du lac |", "| INSTITUT DU LAC |"), ("| Réseau Santé claire |", "| Reseau Sante Claire |"))
    return "".join(parts)


@habit("many-partners", "en", "more than thirty partners need not each have an effort")
def _(text):
    return text + "".join(f"- Town of {name}: Mr Max Mustermann, town@{name.lower()}.example.org\n" for name in (
        "Abra Belmo Cardo Delva Ebren Falka Gorla Holmi Istra Jorva Kelmo Lorna Melva Norba Ostra Pelka Quilo Rovna Selmo Tarka Ulmo Velda Warna Xelmo Yorda Zelva Arlo Birna").split())


@habit("partners-in-an-annex", "en", "the partners are listed in an annex")
def _(text):
    parts = sections(text)
    listed = parts[10].split("Lake Institute\n\n", 1)[1]
    parts[10] = parts[10].replace(listed, "The partners and their contacts are listed in the annex.\n")
    return "".join(parts) + "\n## Annex: list of partners\n\n" + listed


# Chinese

def from_pdf(text):
    """Kangxi radicals, compatibility ideographs and full-width digits, as some PDF files have them."""
    return text.translate(str.maketrans({"一": "⼀", "二": "⼆", "人": "⼈", "工": "⼯", "行": "⾏", "目": "⽬", "力": "⼒", "食": "⾷", "方": "⽅", "生": "⽣", "用": "⽤"}))


@habit("zh-kangxi-radicals", "zh", "文字从PDF复制，含康熙部首")
def _(text):
    return from_pdf(text)


@habit("zh-full-width-digits", "zh", "数字和括号为全角")
def _(text):
    return re.sub(r"(?m)^(?![|#-]).*$", lambda m: re.sub(r"[0-9](?!\.)", lambda d: chr(ord(d[0]) + 0xFEE0), m[0]), text)


@habit("zh-contacts-in-x-only", "zh", "联系方式只在第十部分")
def _(text):
    return columns(text, (0, 1, 2, 3, 4))


@habit("zh-contact-for-all-efforts", "zh", "一句话给出全部工作的联系人")
def _(text):
    text = re.sub(r"，\S+@\S+$", "", columns(text, (0, 1, 2, 3, 4)), flags=re.M)
    return text.replace("\n## 五、", "\n所有工作的联系人：安明女士，office@lake.example.org。\n\n## 五、")


@habit("zh-goal-of-the-sdgs", "zh", "目标6是可持续发展目标之一")
def _(text):
    return swap(text, ("同时有助于减少对汞的需求。", "同时有助于减少对汞的需求，并促进可持续发展目标6和目标12。"))


@habit("zh-organisation-as-lead", "zh", "牵头方是机构")
def _(text):
    return swap(text, ("牵头方：安明女士，湖泊研究所", "牵头方：湖泊研究所"))


@habit("zh-co-leads", "zh", "两位共同牵头人各占一行")
def _(text):
    return swap(text, ("牵头方：安明女士，湖泊研究所", "共同牵头人：安明女士，湖泊研究所\n\n共同牵头人：白木先生，灯具回收联盟"))


@habit("zh-plan-of-2011", "zh", "2011年的计划不提2013年的公约")
def _(text):
    return swap(years(text), ("本计划支持执行《关于汞的水俣公约》。", ""), ("，并协助各缔约方履行《关于汞的水俣公约》", ""))


@habit("zh-second-version-in-english", "zh", "同一计划附有英文本")
def _(text):
    return text + "\n" + BASE["en"]


@habit("zh-typed-contents", "zh", "手工编排的目录")
def _(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    front, *rest = sections(text)
    return front + "**目录**\n\n" + "\n\n".join(f"{t}{'…' * 12}{i}" for i, t in enumerate(titles, 2)) + "\n\n" + "".join(rest)


@habit("zh-annex-named-partners", "zh", "附件与第十部分同名")
def _(text):
    return text + "\n## 附件一 合作伙伴\n\n通信地址可向牵头方索取。\n"


@habit("zh-traditional-titles", "zh", "标题为繁体字")
def _(text):
    return swap(text, ("、问题概述", "、問題概述"), ("、伙伴关系领域的目标", "、夥伴關係領域的目標"), ("、优先行动", "、優先行動"), ("、机会", "、機會"), ("、评价", "、評價"), ("、资源调动", "、資源調動"))


@habit("zh-in-parts", "zh", "编号写作第几部分")
def _(text):
    return re.sub(r"(?m)^## (.)、", r"## 第\1部分　", text)


@habit("zh-exactly-250-characters", "zh", "第一部分正好250字")
def _(text):
    issue = re.search(r"(?ms)^## 一、[^\n]*\n\n(.*?)\n\n(?=^## )", text)[1]
    filler = "许多城镇的地窖和棚屋里还堆着旧存货没有人清点也没有人看管" * 9
    return text.replace(issue, issue + filler[:249 - len(issue)] + "。")


@habit("zh-efforts-under-actions", "zh", "工作列在以优先行动命名的小标题之下，目标以粗体开头")
def _(text):
    text = swap(text, ("1. 到2026年12月", "**目标1**：到2026年12月"), ("2. 到2027年12月", "\n**目标2**：到2027年12月"), ("1. 编制", "- 编制"), ("2. 组织", "- 组织"), ("3. 培训", "- 培训"))
    front, *rest = sections(text)
    rest[3] = """## 四、合作伙伴的工作和时间表

### 优先行动1：编制国家汞废物清单

- 在四个国家实地查访；合作伙伴：湖泊研究所；时间表：2025-2026年；费用：4万美元；目标值：40处场地；里程碑：2025年6月首次查访；联系方式：office@lake.example.org。

### 优先行动2：组织灯具和体温计的分类收集

- 设置灯具投放点；合作伙伴：灯具回收联盟；时间表：2025年5月至2027年4月；费用：75,000美元；目标值：60个投放点；联系方式：lamps@recyclers.example.net。

### 优先行动3：培训检查人员并共享良好做法的信息

- 为检查人员开设课程；合作伙伴：清洁健康网络；时间表：持续进行；费用：3万美元；目标值：120名检查人员；联系方式：courses@clearhealth.example.org。

"""
    return front + "".join(rest)


@habit("zh-no-opportunities", "zh", "第五部分写明暂无", verdict="review")
def _(text):
    return re.sub(r"(?ms)(^## 五、机会\n\n).*?(?=^## )", r"\1暂无。\n\n", text)


@habit("zh-decisions-and-resolutions", "zh", "决定和决议的编号不是日期")
def _(text):
    return swap(text, ("本计划支持执行", "本计划依据理事会第24/3号决定第19段、第27/12号决定和大会第60/215号决议。本计划支持执行"))


@habit("zh-masked-addresses", "zh", "网上文本中的地址被遮盖")
def _(text):
    return re.sub(r"[\w.]+@[\w.]+", "[email protected]", text)


@habit("zh-telephones-as-contacts", "zh", "联系方式是电话号码")
def _(text):
    return re.sub(r"[\w.]+@[\w.]+", "电话：+86 10 5550 0101", text)


@habit("zh-interim-lead", "zh", "牵头方为临时牵头方")
def _(text):
    return swap(text, ("牵头方：安明女士，湖泊研究所", "临时牵头方：安明女士，湖泊研究所"))


@habit("zh-lead-in-front", "zh", "牵头方只写在首页")
def _(text):
    return swap(swap(text, ("牵头方：安明女士，湖泊研究所\n\n", "")), ("2025年1月20日\n", "2025年1月20日\n\n牵头方：安明女士，湖泊研究所\n"))


@habit("zh-quarters-and-ongoing", "zh", "时间表为季度、半年和长期进行")
def _(text):
    return swap(text, ("| 2025-2026年 |", "| 2025年第二季度至2026年上半年 |"), ("| 2025年5月至2027年4月 |", "| 2025年第3季度至2027年第一季度 |"), ("| 持续进行 |", "| 长期开展 |"))


@habit("zh-numbers-in-words", "zh", "数字用汉字书写")
def _(text):
    return swap(text, ("6个国家拥有", "六个国家拥有"), ("收集并安全储存400吨", "收集并安全储存四百吨"))


@habit("zh-reporting-of-the-framework", "zh", "第六部分引用总体框架的报告制度")
def _(text):
    return swap(text, ("本领域每两年向环境署报告一次，首次报告于2027年3月提交。", "本领域按照总体框架第7章的规定提交报告。"))


@habit("zh-yearly-report", "zh", "报告间隔短于两年")
def _(text):
    return swap(text, ("本领域每两年向环境署报告一次，首次报告于2027年3月提交。", "本领域每年向环境署提交一次报告。"))


@habit("zh-meetings-twice-a-year", "zh", "会议每半年一次")
def _(text):
    return swap(text, ("合作伙伴每年十一月举行会议，", "合作伙伴每半年开会一次，"))


@habit("zh-without-numerals", "zh", "标题没有编号")
def _(text):
    return re.sub(r"(?m)^## .、", "## ", text)


@habit("zh-sections-numbered-1-to-10", "zh", "标题用阿拉伯数字编号")
def _(text):
    numbers = iter(range(1, 11))
    return re.sub(r"(?m)^## .、", lambda _: f"## {next(numbers)}. ", text)


@habit("zh-total-and-subtotals", "zh", "表中有小计和合计")
def _(text):
    text = swap(text, ("| 优先行动3 | 为", "| 小计 |  |  |  | 115,000美元 |  |\n| 优先行动3 | 为"))
    return add_row(text, "| 合计 |  |  |  | 16万美元 |  |")


@habit("zh-mandate-renewed", "zh", "任期因连任而为四年")
def _(text):
    return swap(text, ("牵头方：安明女士，湖泊研究所", "牵头方：安明女士，湖泊研究所（任期：2024年1月至2027年12月，2026年连任）"))


@habit("zh-limit-on-a-line-of-its-own", "zh", "字数限制另起一行")
def _(text):
    return swap(text, ("## 一、问题概述（不超过250字）\n", "## 一、问题概述\n\n（不超过250字）\n"))


# Arabic

def digits_ar(text):
    """Arabic-Indic digits everywhere but in addresses."""
    return re.sub(r"[0-9]", lambda m: chr(0x660 + int(m[0])), text)


def shapes(text):
    """Letters as a PDF stores them: presentation forms, and the ligature of lam and alef."""
    forms = {}
    for code in range(0xFE80, 0xFEFD):
        parts = unicodedata.decomposition(chr(code)).split()
        if parts and parts[0] in ("<isolated>", "<medial>") and len(parts) in (2, 3):
            forms["".join(chr(int(p, 16)) for p in parts[1:])] = chr(code)
    return re.sub("|".join(sorted(forms, key=len, reverse=True)), lambda m: forms[m[0]], text)


AR_LEAD = "الجهة الرائدة: السيدة آدا نموذج، معهد البحيرة"
AR_REPORT = "يقدم المجال تقريراً إلى برنامج الأمم المتحدة للبيئة كل سنتين، وأول تقرير في آذار/مارس 2027."
AR_MEETING = "ويجتمع الشركاء كل سنة في تشرين الثاني/نوفمبر،"
AR_NUMERAL = r"(?m)^## \S+ - "


@habit("ar-contacts-in-x-only", "ar", "جهات الاتصال في القسم العاشر وحده")
def _(text):
    return columns(text, (0, 1, 2, 3, 4))


@habit("ar-contact-for-all-efforts", "ar", "جهة اتصال واحدة لجميع الجهود")
def _(text):
    text = re.sub(r"، \S+@\S+$", "", columns(text, (0, 1, 2, 3, 4)), flags=re.M)
    return text.replace("\n## خامساً", "\nجهة الاتصال بشأن جميع الجهود: السيدة آدا نموذج، bureau@lac.example.org.\n\n## خامساً")


@habit("ar-goal-of-sustainable-development", "ar", "الهدف 6 من أهداف التنمية المستدامة ليس هدفاً للخطة")
def _(text):
    return swap(text, ("وهي تساعد على خفض الطلب على الزئبق.", "وهي تساعد على خفض الطلب على الزئبق، وتخدم الهدف 6 والهدف 12 من أهداف التنمية المستدامة."))


@habit("ar-organisation-as-lead", "ar", "الجهة الرائدة منظمة")
def _(text):
    return swap(text, (AR_LEAD, "الجهة الرائدة: معهد البحيرة"))


@habit("ar-co-leads", "ar", "جهتان رائدتان، لكل منهما سطر")
def _(text):
    return swap(text, (AR_LEAD, "القائدة المشاركة: السيدة آدا نموذج، معهد البحيرة\n\nالقائد المشارك: السيد باسم مثال، جمعية مدوري المصابيح"))


@habit("ar-interim-lead", "ar", "الجهة الرائدة مؤقتة")
def _(text):
    return swap(text, (AR_LEAD, AR_LEAD.replace("الرائدة", "الرائدة المؤقتة")))


@habit("ar-lead-in-front", "ar", "الجهة الرائدة في صفحة العنوان وحدها")
def _(text):
    return swap(swap(text, (AR_LEAD + "\n\n", "")), ("20 كانون الثاني/يناير 2025\n", f"20 كانون الثاني/يناير 2025\n\n{AR_LEAD}\n"))


@habit("ar-mandate-renewed", "ar", "ولاية جُددت فبلغت أربع سنوات")
def _(text):
    return swap(text, (AR_LEAD, AR_LEAD + " (مدة الولاية: كانون الثاني/يناير 2024 إلى كانون الأول/ديسمبر 2027، وقد جُددت في عام 2026)"))


@habit("ar-plan-of-2011", "ar", "خطة سابقة للاتفاقية")
def _(text):
    return swap(years(text), ("تسهم هذه الخطة في تنفيذ اتفاقية ميناماتا بشأن الزئبق. ", ""), ("، ويعين الأطراف على تنفيذ اتفاقية ميناماتا", ""))


@habit("ar-second-version-in-english", "ar", "نسخة ثانية بالإنكليزية")
def _(text):
    return text + "\n" + BASE["en"]


@habit("ar-typed-contents", "ar", "فهرس مكتوب باليد")
def _(text):
    titles = re.findall(r"(?m)^## (.*)$", text)
    front, *rest = sections(text)
    return front + "**المحتويات**\n\n" + "\n\n".join(f"{t} {'.' * 20} {i}" for i, t in enumerate(titles, 2)) + "\n\n" + "".join(rest)


@habit("ar-annex-named-partners", "ar", "مرفق يحمل عنوان القسم العاشر")
def _(text):
    return text + "\n## المرفق 1 - الشركاء\n\nالعناوين البريدية متاحة لدى الجهة الرائدة.\n"


@habit("ar-exactly-250-words", "ar", "القسم الأول من 250 كلمة بالضبط")
def _(text):
    issue = re.search(r"(?ms)^## أولاً - [^\n]*\n\n(.*?)\n\n(?=^## )", text)[1]
    filler = ("وما زالت في أقبية البلدات وسقائفها مخزونات قديمة لم يعدها أحد ولم يحرسها أحد " * 20).split()
    return text.replace(issue, issue + " " + " ".join(filler[:250 - len(issue.split())]) + ".")


@habit("ar-arabic-indic-digits", "ar", "الأرقام هندية")
def _(text):
    return "\n".join(line if "@" in line and "|" not in line else re.sub(r"[^|]*@[^|]*|[^|]+", lambda m: m[0] if "@" in m[0] else digits_ar(m[0]), line) for line in text.split("\n"))


@habit("ar-letters-without-hamza", "ar", "الهمزات والتشكيل متروكة")
def _(text):
    return text.translate(str.maketrans("أإآ", "ااا", "ًٌٍَُِّْ"))


@habit("ar-stretched-titles", "ar", "في العناوين تطويل وتشكيل")
def _(text):
    return swap(text, ("- الشركاء\n", "- الشـــركاء\n"), ("- التقييم\n", "- التَّقْيِيم\n"), ("- الفرص\n", "- الفــرص\n"))


@habit("ar-presentation-forms", "ar", "نص من ملف PDF حروفه أشكال عرض")
def _(text):
    return shapes(text)


@habit("ar-without-numerals", "ar", "عناوين بلا ترقيم")
def _(text):
    return re.sub(AR_NUMERAL, "## ", text)


@habit("ar-sections-numbered-1-to-10", "ar", "العناوين مرقمة بالأرقام")
def _(text):
    numbers = iter(range(1, 11))
    return re.sub(AR_NUMERAL, lambda _: f"## {next(numbers)}- ", text)


@habit("ar-roman-numerals", "ar", "العناوين مرقمة بأرقام رومانية")
def _(text):
    numerals = iter("I II III IV V VI VII VIII IX X".split())
    return re.sub(AR_NUMERAL, lambda _: f"## {next(numerals)}. ", text)


@habit("ar-sections-in-words", "ar", "كلمة القسم قبل الرقم")
def _(text):
    words = iter("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split())
    return re.sub(AR_NUMERAL, lambda _: f"## القسم {next(words)}: ", text)


@habit("ar-limit-on-a-line-of-its-own", "ar", "حد الكلمات في سطر مستقل")
def _(text):
    return swap(text, (" (250 كلمة كحد أقصى)\n", "\n\n(250 كلمة كحد أقصى)\n"))


@habit("ar-decisions-and-resolutions", "ar", "أرقام المقررات والقرارات ليست تواريخ")
def _(text):
    return swap(text, ("تسهم هذه الخطة", "أُعدت هذه الخطة عملاً بالفقرة 19 من المقرر 24/3 والمقرر 27/12 والقرار 60/215. وهي تسهم"))


@habit("ar-masked-addresses", "ar", "عناوين محجوبة")
def _(text):
    return re.sub(r"[\w.]+@[\w.]+", "[email protected]", text)


@habit("ar-telephones-as-contacts", "ar", "جهات الاتصال أرقام هاتف")
def _(text):
    return re.sub(r"[\w.]+@[\w.]+", "هاتف: +218 21 555 0101", text)


@habit("ar-no-opportunities", "ar", "القسم الخامس يقول إنه لا فرص حالياً", verdict="review")
def _(text):
    return re.sub(r"(?ms)(^## خامساً - الفرص\n\n).*?(?=^## )", r"\1لا توجد حالياً.\n\n", text)


@habit("ar-quarters-and-ongoing", "ar", "آجال بالأرباع وأنصاف السنة والاستمرار")
def _(text):
    return swap(text, ("| 2025-2026 |", "| الربع الثاني من عام 2025 إلى النصف الأول من عام 2026 |"), ("| أيار/مايو 2025 – نيسان/أبريل 2027 |", "| الفصل الثالث 2025 - الفصل الأول 2027 |"), ("| مستمر |", "| بصورة مستمرة |"))


@habit("ar-names-of-months-in-the-west", "ar", "أسماء الشهور الغربية وحدها")
def _(text):
    return re.sub(r"(?:كانون الثاني|كانون الأول|تشرين الثاني|حزيران|آذار|أيار|نيسان)/", "", text)


@habit("ar-names-of-months-in-the-east", "ar", "أسماء الشهور الشرقية وحدها")
def _(text):
    return re.sub(r"/(?:يناير|ديسمبر|نوفمبر|يونيه|مارس|مايو|أبريل)", "", text)


@habit("ar-date-of-the-hijra", "ar", "التاريخ هجري وميلادي")
def _(text):
    return swap(text, ("20 كانون الثاني/يناير 2025\n", "20 رجب 1446هـ الموافق 20 كانون الثاني/يناير 2025م\n"))


@habit("ar-numbers-in-words", "ar", "الأعداد بالكلمات")
def _(text):
    return swap(text, ("لدى 6 بلدان", "لدى ستة بلدان"), ("على حدة 400 طن", "على حدة أربعمائة طن"))


@habit("ar-thousands", "ar", "الآلاف بالكلمات وبفاصلة وبنقطة")
def _(text):
    return swap(text, ("40 000 دولار", "40 ألف دولار"), ("75 000 دولار", "75,000 دولار"), ("30 000 دولار", "٣٠٬٠٠٠ دولار"))


@habit("ar-total-and-subtotals", "ar", "مجموع ومجموع فرعي")
def _(text):
    text = swap(text, ("| الإجراء 3 | دورات", "| المجموع الفرعي |  |  |  | 115 000 دولار |  |\n| الإجراء 3 | دورات"))
    return add_row(text, "| المجموع |  |  |  | 160 000 دولار |  |")


@habit("ar-currency-in-the-head", "ar", "العملة في رأس العمود")
def _(text):
    return swap(text, ("| التكلفة |", "| التكلفة (بدولارات الولايات المتحدة) |"), *((f"{n} 000 دولار |", f"{n} 000 |") for n in (40, 75, 30, 15)))


@habit("ar-reporting-of-the-framework", "ar", "القسم السادس يحيل إلى نظام الإبلاغ في الإطار")
def _(text):
    return swap(text, (AR_REPORT, "يقدم المجال تقاريره وفقاً لنظام الإبلاغ المبين في الفصل السابع من الإطار الشامل."))


@habit("ar-yearly-report", "ar", "تقرير في كل سنة")
def _(text):
    return swap(text, (AR_REPORT, "يرفع المجال تقريراً سنوياً إلى برنامج الأمم المتحدة للبيئة."))


@habit("ar-every-other-year", "ar", "كل سنتين بعبارات أخرى")
def _(text):
    return swap(text, (AR_REPORT, "يُرفع إلى برنامج الأمم المتحدة للبيئة تقرير مرة كل عامين."))


@habit("ar-meetings-twice-a-year", "ar", "اجتماعان في السنة")
def _(text):
    return swap(text, (AR_MEETING, "ويجتمع الشركاء مرتين في السنة،"))


@habit("ar-efforts-under-actions", "ar", "الجهود في قوائم تحت عناوين الإجراءات")
def _(text):
    front, *rest = sections(text)
    rest[3] = """## رابعاً - جهود الشركاء والجداول الزمنية

### الإجراء ذو الأولوية 1: وضع قوائم الجرد الوطنية

- زيارات ميدانية في أربعة بلدان؛ الشريك: معهد البحيرة؛ الجدول الزمني: 2025-2026؛ التكلفة: 40 000 دولار؛ الغاية: 40 موقعاً؛ معلم: الزيارات الأولى في حزيران/يونيه 2025؛ جهة الاتصال: bureau@lac.example.org.

### الإجراء ذو الأولوية 2: تنظيم الجمع المنفصل

- نقاط تسليم للمصابيح؛ الشريك: جمعية مدوري المصابيح؛ الجدول الزمني: أيار/مايو 2025 – نيسان/أبريل 2027؛ التكلفة: 75 000 دولار؛ الغاية: 60 موقعاً؛ جهة الاتصال: lamps@recyclers.example.net.

### الإجراء ذو الأولوية 3: تدريب المفتشين

- دورات للمفتشين؛ الشريك: شبكة الصحة الواضحة؛ الجدول الزمني: مستمر؛ التكلفة: 30 000 دولار؛ الغاية: 120 مفتشاً؛ جهة الاتصال: courses@clearhealth.example.org.

"""
    return front + "".join(rest)


@habit("ar-partners-by-acronym", "ar", "الشركاء في القسم الرابع بأسمائهم المختصرة")
def _(text):
    text = swap(text, ("- معهد البحيرة:", "- معهد البحيرة (LI):"), ("- جمعية مدوري المصابيح:", "- جمعية مدوري المصابيح (LRA):"), ("- شبكة الصحة الواضحة:", "- شبكة الصحة الواضحة (CHN):"))
    return swap(text, ("| معهد البحيرة |", "| LI |"), ("| جمعية مدوري المصابيح |", "| LRA |"), ("| شبكة الصحة الواضحة |", "| CHN |"))


@habit("ar-page-numbers", "ar", "أرقام الصفحات بين الفقرات")
def _(text):
    return swap(text, ("\n## ثالثاً", "\nصفحة 3 من 9\n\n## ثالثاً"), ("\n## سادساً", "\nصفحة 6 من 9\n\n## سادساً"))


@habit("ar-summary-in-french", "ar", "ملخص بالفرنسية في البداية")
def _(text):
    return swap(text, ("## أولاً", "Résumé : ce plan porte sur la gestion des déchets de mercure et sur la formation des agents.\n\n## أولاً"))


def merged_rows(html):
    """Cells of the last columns that repeat the one above are merged with it."""
    rows = re.findall(r"(?s)<tr[^>]*>.*?</tr>", html)
    cells = [re.findall(r"(?s)<t[dh][^>]*>.*?</t[dh]>", row) for row in rows]
    for column in (4, 5):
        for i in range(len(rows) - 1, 1, -1):
            if len(cells[i]) == 6 and cells[i][column] and cells[i][column] == cells[i - 1][column]:
                span = int(re.search(r'rowspan="(\d+)"', cells[i][column])[1]) if "rowspan" in cells[i][column] else 1
                cells[i][column] = ""
                cells[i - 1][column] = cells[i - 1][column].replace("<td", f'<td rowspan="{span + 1}"', 1)
            elif len(cells[i]) == 6 and "rowspan" in cells[i][column]:
                plain = re.sub(r' rowspan="\d+"', "", cells[i][column])
                if plain == cells[i - 1][column]:
                    span = int(re.search(r'rowspan="(\d+)"', cells[i][column])[1])
                    cells[i][column] = ""
                    cells[i - 1][column] = plain.replace("<td", f'<td rowspan="{span + 1}"', 1)
    for row, made in zip(rows, cells):
        html = html.replace(row, "<tr>\n" + "\n".join(cell for cell in made if cell) + "\n</tr>", 1)
    return html


def main():
    OUT.mkdir(exist_ok=True)
    for old in OUT.iterdir():
        old.unlink()
    with tempfile.TemporaryDirectory() as temporary:
        folder, sources = Path(temporary), []
        for name, language, says, formats, verdict, change in HABITS:
            comment = f"<!-- {says}{'; verdict: review' if verdict == 'review' else ''} -->\n\n"
            text = change(BASE[language])
            assert text != BASE[language] or formats == ("toc.html",), name
            source = folder / (name + ".md")
            source.write_text(text, encoding="utf-8")
            for form in formats:
                if form == "md":
                    (OUT / (name + ".md")).write_text(comment + text, encoding="utf-8")
                elif form == "lo.docx":
                    flat = folder / (name + ".fodt")
                    flat.write_text(fodt.write(fodt.parse(text), language, "2025-01-20"), encoding="utf-8")
                    sources.append(flat)
                else:
                    kind = form.split(".")[-1]
                    made = OUT / f"{name}.{kind}"
                    run(["pandoc", "--from=markdown-smart-fancy_lists", f"--to={kind}", f"--metadata=lang:{language}", "--wrap=none", "--output", str(made), str(source)]
                        + (["--standalone", "--toc", "--metadata=pagetitle:Plan"] if form == "toc.html" else []), env={**os.environ, "SOURCE_DATE_EPOCH": "1737363600"})
                    if kind == "html":
                        html = made.read_text(encoding="utf-8")
                        if form == "merged.html":
                            html = merged_rows(html)
                            assert "rowspan" in html, name
                        made.write_text(html if html.startswith("<!DOCTYPE") else comment + html, encoding="utf-8")
        run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx", "--outdir", str(OUT)] + [str(s) for s in sources])
    for made in OUT.glob("*.docx"):
        fix_times(made)
    print(len(HABITS), "habits,", len(list(OUT.iterdir())), "files")


if __name__ == "__main__":
    main()
