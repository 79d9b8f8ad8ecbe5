// JSON as programs read it: one whole report, the frames around several, and every report through the schema.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>

#include "support/reports.hpp"
#include "write/sample.hpp"

BOOST_AUTO_TEST_SUITE(json)

using namespace plancheck;

namespace {

std::string expected(const std::string& name) {
    std::ifstream file("write/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// With PLANCHECK_UPDATE set the file is written instead, to be read as a diff.
void compare(const std::string& name, const std::string& text) {
    if (std::getenv("PLANCHECK_UPDATE") != nullptr) std::ofstream("write/" + name, std::ios::binary) << text;
    BOOST_TEST(text == expected(name));
}

}  // namespace

BOOST_AUTO_TEST_CASE(everything) {
    const std::string text = to_json(sample::report());
    support::keep_report(text, ".sample.json");
    compare("report.json", text);
}

BOOST_AUTO_TEST_CASE(unreadable) {
    const std::string text = to_json(sample::unreadable());
    support::keep_report(text, ".sample.json");
    compare("unreadable.json", text);
}

BOOST_AUTO_TEST_CASE(cut_diagnostics_are_told) {
    Report report = sample::report();
    report.diagnostics.resize(1);
    const std::string text = to_json(report);
    support::keep_report(text, ".sample.json");
    BOOST_TEST(text.find("  \"truncated\": {\n    \"shown\": 1,\n    \"total\": 3\n  },\n  \"notifications\": [") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(one_line) {
    const std::string text = to_json(sample::report(), true);
    support::keep_report(text, ".sample.json");
    BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 1);
    BOOST_TEST(text.back() == '\n');
}

BOOST_AUTO_TEST_CASE(batch) {
    Summary summary;
    summary.add(Verdict::fail);
    summary.add(Verdict::unreadable);
    const Writer& writer = *find_writer("json");
    const std::string text = writer.begin() + writer.entry(sample::report(), false) + std::string(writer.separator) +
                             writer.entry(sample::unreadable(), false) + writer.end(summary, "", false);
    support::keep_report(text, ".sample.json");
    compare("batch.json", text);
}

BOOST_AUTO_TEST_CASE(empty_batch) {
    const Writer& writer = *find_writer("json");
    const std::string text = writer.begin() + writer.end({}, "", false);
    support::keep_report(text, ".sample.json");
    BOOST_TEST(text == R"({
  "schema": "plancheck-batch/1",
  "documents": [
  ],
  "summary": {
    "documents": 0,
    "pass": 0,
    "review": 0,
    "fail": 0,
    "notApplicable": 0,
    "unreadable": 0,
    "skipped": 0
  }
}
)");
}

BOOST_AUTO_TEST_CASE(lines) {
    Summary summary;
    summary.add(Verdict::review);
    summary.skipped = 2;
    const std::string text = find_writer("jsonl")->end(summary, "", false);
    support::keep_report(text, ".sample.json");
    BOOST_TEST(text ==
               "{\"schema\":\"plancheck-summary/1\",\"documents\":1,\"pass\":0,\"review\":1,\"fail\":0,"
               "\"notApplicable\":0,\"unreadable\":0,\"skipped\":2}\n");
    BOOST_TEST(find_writer("jsonl")->entry(sample::report(), false) == to_json(sample::report(), true));
}

BOOST_AUTO_TEST_CASE(outline_and_plan) {
    compare("outline.json", outline_to_json(sample::report()));
    compare("plan.json", plan_to_json(sample::report()));
}

BOOST_AUTO_TEST_CASE(formats) {
    std::string names;
    for (const Writer& writer : writers()) (names += writer.name) += ' ';
    BOOST_TEST(names == "text json jsonl html sarif junit ");
    BOOST_TEST(find_writer("yaml") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
