"""Looks at every kept report in a format made for other programs and for people: formats.py SARIF_SCHEMA FOLDER.

*.sarif is validated with the schema of the standard and its references are followed; *.junit.xml adds up and holds what
continuous integration counts; *.html is a page that stands alone, closes what it opens, and never says that a plan passed
judgement. It fails where the folder lacks a kind, and where a damaged file passes.

The schema, sarif-2.1.0-rtm.5.json, is that of OASIS (Static Analysis Results Interchange Format TC) for SARIF 2.1.0, byte
for byte as in lib/schemas of the npm package @microsoft/jest-sarif 1.0.0-beta.0 (Microsoft Corporation, MIT licence). It is
used by this test alone and not installed."""

import copy
import html.parser
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import jsonschema
import once

VOID = {"meta", "input", "br", "hr"}
# Words that would make a judgement of a plan out of a search that found nothing.
CLAIMS = re.compile(
    r"\b(conforms?|complies|compliant|is valid|conforme|est valide|válido|соответствует|действителен)\b", re.IGNORECASE
)


def sarif_faults(log, validator):
    for error in validator.iter_errors(log):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message[:160]}"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    taxa = {taxon["id"] for taxon in run["taxonomies"][0]["taxa"]}
    uris = {artifact["location"]["uri"] for artifact in run["artifacts"]}
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "two rules of one id"
    for rule in rules:
        if any(relation["target"]["id"] not in taxa for relation in rule["relationships"]):
            yield f"rule {rule['id']} names a clause that is no taxon"
    seen = set()
    for result in run["results"]:
        seen.add(result["ruleId"])
        index = result.get("ruleIndex")
        named = [rule["id"] for rule in rules] if index is None else [rules[index]["id"]]
        if (result["ruleId"] in named) == (index is None):
            yield f"ruleIndex of {result['ruleId']}"
        if any(taxon["id"] not in taxa for taxon in result.get("taxa", [])):
            yield f"a taxon of {result['ruleId']}"
        if not result.get("taxa") and result.get("baselineState") != "absent":
            yield f"no clause of {result['ruleId']}"
        if "kind" not in result or (result["kind"] == "fail") == (result["level"] == "none"):
            yield f"{result['ruleId']}: kind {result.get('kind')} with level {result['level']}"
        for location in result["locations"] + result.get("relatedLocations", []):
            physical = location["physicalLocation"]
            if physical["artifactLocation"]["uri"] not in uris:
                yield f"a place of {result['ruleId']} in a file that is none"
            if "region" in physical and re.search(r"\.(do[ct][xm]|o[dt]t|pdf)$", physical["artifactLocation"]["uri"]):
                yield f"a region in a file without lines: {result['ruleId']}"
    if any(rule["id"] not in seen for rule in rules):
        yield "a rule without a result"


def junit_faults(text):
    root = xml.etree.ElementTree.fromstring(text)
    if root.tag != "testsuites" or not list(root):
        yield "no test suites"
    for suite in root:
        cases = suite.findall("testcase")
        counts = {
            "tests": len(cases),
            "failures": sum(1 for case in cases if case.find("failure") is not None),
            "errors": sum(1 for case in cases if case.find("error") is not None),
            "skipped": sum(1 for case in cases if case.find("skipped") is not None),
        }
        for key, count in counts.items():
            if suite.get(key) != str(count):
                yield f"{suite.get('name')}: {key} is {suite.get(key)}, and there are {count}"
        for case in cases:
            if not case.get("classname") or not case.get("name"):
                yield "a case without a name"
            if case.find("failure") is not None and case.find("skipped") is not None:
                yield f"{case.get('name')} failed and was skipped"


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.text, self.tags, self.root = [], [], [], set(), {}
        self.level = 0

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            if level > self.level + 1 or (level == 1 and self.level):
                self.faults.append(f"<{tag}> behind a heading of level {self.level}")
            self.level = level
        if tag == "html":
            self.root = dict(attributes)
        for name, value in attributes:
            if name.startswith("on") or (name in ("src", "href", "action") and not (value or "").startswith("#")):
                self.faults.append(f"{tag} {name}={value}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if "style" not in self.open:
            self.text.append(data)


def html_faults(text):
    page = Page()
    page.feed(text)
    page.close()
    yield from page.faults
    if page.open:
        yield f"left open: {page.open}"
    for tag in ("script", "iframe", "object", "link", "img", "base", "form"):
        if tag in page.tags:
            yield f"<{tag}>"
    if not page.root.get("lang") or page.root.get("dir") not in ("ltr", "rtl"):
        yield f"language or direction: {page.root}"
    if re.search(r"url\(|@import|https?:", text.split("</head>")[0]):
        yield "something from outside"
    # Texts set in a sentence from right to left stand between isolates; whole ones are in order.
    bare, count = text, 1
    while count:
        bare, count = re.subn("\u2068([^\u2066-\u2069]*)\u2069", r"\1", bare)
    if re.search("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]", bare):
        yield "a control character"
    # Quotation marks are ours, and what they enclose is the document's.
    if re.search("[«“\"]\ufffd|\ufffd[»”\"]", text):
        yield "a sign of direction of ours became U+FFFD"


def own_words_claim(text):
    """Only in our own words: a document may say of itself what it likes, inside <bdi>."""
    own = re.sub(r"<bdi>.*?</bdi>", "", text, flags=re.DOTALL)
    return CLAIMS.search(re.sub(r"<style>.*?</style>", "", own, flags=re.DOTALL))


def main(schema_path, folder):
    schema = json.loads(pathlib.Path(schema_path).read_text(encoding="utf-8"))
    validator = once.validator(jsonschema.Draft4Validator, schema)
    faults, counts, first = [], {}, {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        kind = next((kind for kind in (".sarif", ".junit.xml", ".html") if path.name.endswith(kind)), None)
        if kind is None:
            continue
        text = path.read_text(encoding="utf-8")
        counts[kind] = counts.get(kind, 0) + 1
        if kind != ".sarif" or any(r["kind"] == "pass" for r in json.loads(text)["runs"][0]["results"]):  # what is damaged below has one
            first.setdefault(kind, text)
        if kind == ".sarif":
            found = list(sarif_faults(json.loads(text), validator))
        elif kind == ".junit.xml":
            found = list(junit_faults(text))
        else:
            found = list(html_faults(text))
            claim = own_words_claim(text)
            if claim:
                found.append(f"it says '{claim.group()}'")
        faults += [f"{path.name}: {fault}" for fault in found]

    for kind in (".sarif", ".junit.xml", ".html"):
        if kind not in counts:
            faults.append(f"there is no {kind} in {folder}")
    if not faults:
        log = json.loads(first[".sarif"])
        for change in ("kind", "level", "property", "ruleIndex", "artifact"):
            broken = copy.deepcopy(log)
            if change == "kind":
                broken["runs"][0]["results"][0]["kind"] = "valid"
            elif change == "level":
                next(r for r in broken["runs"][0]["results"] if r["kind"] == "pass")["level"] = "error"
            elif change == "property":
                broken["runs"][0]["results"][0]["severity"] = "error"
            elif change == "ruleIndex":
                next(r for r in broken["runs"][0]["results"] if "ruleIndex" in r)["ruleIndex"] ^= 1
            else:
                broken["runs"][0]["artifacts"] = []
            if not list(sarif_faults(broken, validator)):
                faults.append(f"SARIF with a wrong {change} is accepted")
        if not list(junit_faults(first[".junit.xml"].replace('tests="', 'tests="9', 1))):
            faults.append("JUnit with wrong numbers is accepted")
        page = first[".html"]
        for wrong in (
            page.replace("</body>", "<script></script></body>"),
            page.replace("<body>", "<body><img src='http://example.org/x'>"),
            page.replace("</main>", "", 1),
            page.replace("<body>", "<body>\u202e"),
            page.replace("<h2>", "<h3>", 1).replace("</h2>", "</h3>", 1),
        ):
            if not list(html_faults(wrong)):
                faults.append("a damaged page is accepted")
        if not own_words_claim(page.replace("<main>", "<main>The plan complies.", 1)):
            faults.append("a page that passes judgement is accepted")
    print(*faults, sep="\n")
    print(", ".join(f"{count} *{kind}" for kind, count in sorted(counts.items())), f"{len(faults)} faults", sep=", ")
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
