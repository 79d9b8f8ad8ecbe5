"""What holds of every report beyond its schema: outcomes, counts and verdict follow from each other, a pass has evidence,
what was not checked names its cause, no place is invented. Each rule is shown a report that breaks it."""

import copy

RANK = {"pass": 0, "review": 1, "fail": 2}
# Lines are of texts, pages of PDF; the other formats have neither.
LINES = {"markdown", "text", "html", "fodt", "plan-xml"}


def is_reviewers(requirement):
    return requirement["decidedBy"] == "reviewer"


def verdict_of(report):
    """By the requirements and diagnostics of a document that was read and is one of its template."""
    open_ones = [d for d in report["diagnostics"] if not d["suppressed"]]
    if any(d["outcome"] == "fail" and d["severity"] == "error" for d in open_ones):
        return "fail"
    suppressed = {d["requirement"] for d in report["diagnostics"]} - {d["requirement"] for d in open_ones}
    for one in report["requirements"]:
        undecided = one["outcome"] in ("review", "notChecked") or (one["outcome"] == "fail" and one["decidedBy"] == "evidence")
        if one["obligation"] == "must" and not is_reviewers(one) and undecided and one["id"] not in suppressed:
            return "review"
    return "pass"


def counts_of(report):
    open_ones = [d for d in report["diagnostics"] if not d["suppressed"]]
    requirements = report["requirements"]
    counts = {s: sum(d["severity"] == s and d["outcome"] == "fail" for d in open_ones) for s in ("error", "warning", "note")}
    counts["note"] += sum(d["outcome"] == "pass" for d in open_ones)
    counts["review"] = sum(r["outcome"] == "review" and not is_reviewers(r) for r in requirements)
    counts["reviewer"] = sum(is_reviewers(r) for r in requirements)
    for outcome in ("pass", "notApplicable", "notChecked"):
        counts[outcome] = sum(r["outcome"] == outcome for r in requirements)
    counts["suppressed"] = len(report["diagnostics"]) - len(open_ones)
    return counts


def of_requirements(report):
    told = {n["id"] for n in report["notifications"]}
    outcomes = {r["id"]: r["outcome"] for r in report["requirements"]}
    for one in report["requirements"]:
        name, outcome = one["id"], one["outcome"]
        found = [RANK[d["outcome"]] for d in report["diagnostics"] if d["requirement"] == name]
        if (outcome == "notChecked") != (one["causedBy"] is not None):
            yield f"{name} is {outcome}, caused by {one['causedBy']}"
        if one["causedBy"] not in {None, *told, *outcomes}:
            yield f"{name} was not checked for {one['causedBy']}, which the report does not hold"
        if outcome == "pass" and not one["evidence"]:
            yield f"{name} passes without evidence"
        if is_reviewers(one):
            if found or outcome in ("pass", "fail") or (outcome == "review" and not one["evidence"]):
                yield f"{name} is for a reviewer and has diagnostics, an outcome or no text"
        elif outcome in RANK and max(found, default=0) != RANK[outcome]:
            yield f"{name} is {outcome}, its diagnostics are not"
        elif outcome not in RANK and found:
            yield f"{name} is {outcome} and has diagnostics"


def of_diagnostics(report):
    requirements = {r["id"]: r for r in report["requirements"]}
    for one in report["diagnostics"]:
        name, of = one["requirement"], requirements.get(one["requirement"])
        if of is None:
            yield f"{name} is no requirement of the template"
            continue
        if one["outcome"] == "fail" and one["confidence"] == "low":
            yield f"{name} fails on what is doubtful"
        if one["outcome"] == "pass" and one["severity"] != "note":
            yield f"{name} passes with a {one['severity']}"
        if one["clause"] != of["clause"] or one["language"] != report["options"]["language"]:
            yield f"{name} has another clause or language"
        looked = {"lookedFor", "lookedIn"} <= one["arguments"].keys()
        if of["decidedBy"] == "evidence" and one["outcome"] == "review" and not looked:
            yield f"{name} does not say what was looked for"
    prints = [d["fingerprint"] for d in report["diagnostics"]]
    if len(set(prints)) != len(prints):
        yield "two diagnostics have one fingerprint"


def places_in(value):
    if isinstance(value, dict):
        if "byteOffset" in value:
            yield value
        for inside in value.values():
            yield from places_in(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from places_in(inside)


def of_places(report):
    kind = report["document"]["format"]
    for place in places_in({key: report[key] for key in ("outline", "items", "diagnostics")}):
        if place["page"] is not None and kind != "pdf":
            yield f"a page in {kind}"
        if place["line"] is not None and kind not in LINES:
            yield f"a line in {kind}"
        if len(place["quote"] or "") > 120:
            yield f"a quote of {len(place['quote'])} characters"


def faults(report):
    verdict = report["verdict"]
    whole = "truncated" not in report
    if whole and report["counts"] != counts_of(report):
        yield f"counts are {report['counts']}, not {counts_of(report)}"
    if verdict == "unreadable":
        if report["outline"] or report["items"] or report["diagnostics"] or report["document"]["words"] or report["document"]["language"]:
            yield "unreadable, and yet something was read"
    elif verdict == "notApplicable":
        if not any(n["id"] == "plan/not-applicable" for n in report["notifications"]):
            yield "not applicable, and not told"
    elif whole and verdict != verdict_of(report):
        yield f"verdict is {verdict}, not {verdict_of(report)}"
    if whole:
        yield from of_requirements(report)
    yield from of_diagnostics(report)
    yield from of_places(report)


def damaged(report):
    """Copies of a report that was read, each with one fault that faults() has to see."""

    def changed(what, change):
        copied = copy.deepcopy(report)
        change(copied)
        return what, copied

    def passing(r):
        return next(one for one in r["requirements"] if one["outcome"] == "pass")

    yield changed("another verdict", lambda r: r.update(verdict="fail" if r["verdict"] == "pass" else "pass"))
    yield changed("a count too many", lambda r: r["counts"].update({"pass": r["counts"]["pass"] + 1}))
    yield changed("a pass without evidence", lambda r: passing(r).update(evidence=[]))
    yield changed("a cause of what was checked", lambda r: passing(r).update(causedBy="plan/area"))
    yield changed("an outcome without a diagnostic", lambda r: passing(r).update(outcome="fail"))
    yield changed("a page", lambda r: r["outline"][0]["location"].update(page=3))
    yield changed("a long quote", lambda r: r["outline"][0]["location"].update(quote="a" * 121))
