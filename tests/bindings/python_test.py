"""python_test.py LIBRARY PROJECT: the Python binding against the library of this build."""

import concurrent.futures
import datetime
import gc
import json
import os
import re
import sys
import unittest

library, project = sys.argv[1:3]
os.environ["PLANCHECK_LIBRARY"] = library
sys.path.insert(0, os.path.join(project, "bindings", "python"))
import plancheck  # noqa: E402  the path above leads to it


def content(*path):
    with open(os.path.join(project, *path), "rb") as file:
        return file.read()


FAULTY = content("tests", "cli", "plan.md")


class Bindings(unittest.TestCase):
    def test_report_says_what_its_json_says(self):
        report = plancheck.Validator().validate(FAULTY, "plan.md")
        data = report.json()
        self.assertEqual(report.verdict, "fail")
        self.assertEqual(data["verdict"], "fail")
        self.assertEqual(data["document"]["name"], "plan.md")
        counts = data["counts"]
        self.assertEqual(
            report.counts._asdict(),
            {
                "error": counts["error"],
                "warning": counts["warning"],
                "note": counts["note"],
                "review": counts["review"],
                "reviewer": counts["reviewer"],
                "passed": counts["pass"],
                "not_applicable": counts["notApplicable"],
                "not_checked": counts["notChecked"],
                "suppressed": counts["suppressed"],
            },
        )
        diagnostics = report.diagnostics
        self.assertEqual(len(diagnostics), len(data["diagnostics"]))
        self.assertGreater(len(diagnostics), 0)
        for one, other in zip(diagnostics, data["diagnostics"]):
            for name in ("requirement", "severity", "outcome", "message", "clause", "help", "fingerprint"):
                self.assertEqual(getattr(one, name), other.get(name, ""))
            self.assertIsNone(one.suppressed_by)
        self.assertTrue(any(one.line > 0 and one.place and one.quote for one in diagnostics))

    def test_options(self):
        french = plancheck.Validator(language="fr", as_of=datetime.date(2026, 6, 1), max_diagnostics=1, limits={"nesting": 64})
        report = french.validate(FAULTY)
        self.assertEqual(report.json()["options"]["language"], "fr")
        self.assertEqual(report.json()["options"]["asOf"], "2026-06-01")
        self.assertEqual(len(report.diagnostics), 1)
        at_noon = plancheck.Validator(as_of=datetime.datetime(2026, 6, 1, 12), pdf_program=b"/no/such/program")
        self.assertEqual(at_noon.validate(FAULTY).json()["options"]["asOf"], "2026-06-01")
        self.assertEqual(plancheck.Validator("concept-note").validate(FAULTY).json()["template"]["id"], "concept-note")
        own = content("templates", "concept-note.xml")
        for xml in (own, own.decode("utf-8")):
            self.assertEqual(plancheck.Validator(template_xml=xml).validate(FAULTY).json()["template"]["id"], "concept-note")

    def test_what_a_house_decided(self):
        validator = plancheck.Validator()
        before = validator.validate(FAULTY, "plan.md")
        again = plancheck.Validator(baseline_json=before.write("json"), baseline_name="last.json").validate(FAULTY, "plan.md")
        self.assertTrue(all(one.state == "unchanged" and one.suppressed_by == "baseline" and one.reason for one in again.diagnostics if one.outcome == "fail"))
        self.assertEqual(again.counts.error, 0)
        self.assertGreater(again.counts.suppressed, 0)

    def test_formats(self):
        report = plancheck.Validator().validate(FAULTY, "plan.md")
        self.assertIn("plan.md: verdict fail", report.write("text"))
        self.assertTrue(report.write("html").startswith("<!DOCTYPE html>"))
        self.assertEqual(json.loads(report.write("sarif"))["version"], "2.1.0")
        self.assertEqual(json.loads(report.write("jsonl"))["verdict"], "fail")
        self.assertIn("<testsuite", report.write("junit"))
        with self.assertRaises(plancheck.Error) as refused:
            report.write("pdf")
        self.assertEqual(refused.exception.code, "bad option")

    def test_any_bytes_give_a_report(self):
        validator = plancheck.Validator()
        for data in (b"", b"\0\xff" * 100, b"PK\x03\x04" + bytes(50), bytearray(b"no plan"), memoryview(FAULTY)):
            self.assertIn(validator.validate(data, None).verdict, ("unreadable", "notApplicable", "fail"))
        self.assertEqual(validator.validate(b"").verdict, "unreadable")

    def test_errors_of_a_call(self):
        for arguments, code in (
            ({"template": "no-such-template"}, "bad template"),
            ({"template_xml": "<template>\n<unknown/></template>"}, "bad template"),
            ({"language": "xx"}, "bad option"),
            ({"as_of": "2026-02-30"}, "bad option"),
            ({"limits": {"depth": 3}}, "bad option"),
            ({"policy_xml": "<policies/>"}, "bad policy"),
            ({"baseline_json": "{}"}, "bad baseline"),
            ({"template_xml": ""}, "bad argument"),
        ):
            with self.subTest(arguments), self.assertRaises(plancheck.Error) as refused:
                plancheck.Validator(**arguments)
            self.assertEqual(refused.exception.code, code)
            self.assertTrue(str(refused.exception))
        with self.assertRaises(plancheck.Error) as refused:
            plancheck.Validator(template_xml="<template>\n<unknown/></template>")
        self.assertGreater(refused.exception.line, 0)
        self.assertEqual(str(refused.exception).partition(" ")[0], f"template:{refused.exception.line}:")
        with self.assertRaises(ValueError):
            plancheck.Validator(language="fr\0")
        with self.assertRaises(ValueError):
            plancheck.Validator(max_diagnostics=-1)
        with self.assertRaises(ValueError):
            plancheck.Validator().validate(b"", "a\0b")
        with self.assertRaises(TypeError):
            plancheck.Validator().validate("text")
        for number in (5, [35, 32]):
            with self.assertRaises(TypeError):
                plancheck.Validator().validate(number)
            with self.assertRaises(TypeError):
                plancheck.Validator(policy_xml=number)

    def test_threads_share_a_validator(self):
        validator = plancheck.Validator()
        expected = validator.validate(FAULTY, "plan.md").write("json")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for report in pool.map(lambda _: validator.validate(FAULTY, "plan.md").write("json"), range(16)):
                self.assertEqual(report, expected)

    def test_a_report_outlives_its_validator(self):
        report = plancheck.Validator().validate(FAULTY, "plan.md")
        gc.collect()
        self.assertEqual(report.verdict, "fail")

    def test_long_reports_are_whole(self):
        plan = FAULTY + b"".join(b"\n- write to nobody%d@example..org by 30 February 2027\n" % i for i in range(4000))
        text = plancheck.Validator().validate(plan, "plan.md").write("json")
        self.assertGreater(len(text.encode("utf-8")), 1 << 18)
        self.assertEqual(json.loads(text)["schema"], "plancheck-report/1")

    def test_layouts_are_those_of_the_header(self):
        # Members in the header's order: what C calls them is what they are called here.
        header = content("bindings", "c", "plancheck.h").decode("utf-8")
        header = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
        for name, here in (
            ("plancheck_error", plancheck._Error),
            ("plancheck_string", plancheck._String),
            ("plancheck_options", plancheck._Options),
            ("plancheck_diagnostic", plancheck._Diagnostic),
            ("plancheck_suppression", plancheck._Suppression),
        ):
            body = re.search(r"typedef struct " + name + r" \{(.*?)\} " + name + ";", header, re.S).group(1)
            declared = re.sub(r"\[\d+\]|\*|^\s*(const )?\w+", "", body, flags=re.M)
            members = [one.strip() for one in re.split("[;,]", declared) if one.strip()]
            self.assertEqual(members, [one[0] for one in here._fields_], name)
        statuses = dict(re.findall(r"PLANCHECK_([A-Z_]+) = (-\d)", header))
        self.assertEqual({int(value): name.lower().replace("_", " ") for name, value in statuses.items()}, plancheck._CODES)

    def test_version(self):
        self.assertRegex(plancheck.version(), r"^\d+\.\d+\.\d+$")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
