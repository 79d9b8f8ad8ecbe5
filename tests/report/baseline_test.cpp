// Baselines: what is known, new and gone, in every form a baseline can have, and those that are none.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "plancheck/error.hpp"
#include "plancheck/validator.hpp"
#include "support/reports.hpp"

BOOST_AUTO_TEST_SUITE(baseline)

using namespace plancheck;

namespace {

std::string file(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

const std::string good = file("../examples/plans/waste-fr.md");
const std::string too_long = file("../examples/plans/waste-fr-too-long.md");      // three errors
const std::string unfinished = file("../examples/plans/waste-fr-unfinished.md");  // one error, two warnings

Report checked(const std::string& plan, const std::string& baseline, const std::string& name = "plan.md", std::uint32_t most = 0) {
    Options options;
    options.baseline_json = baseline;
    options.baseline_name = "old/report.json";
    options.language = "en";
    options.max_diagnostics = most;
    Report report = Validator(options).validate(plan, name);
    support::keep_report(to_json(report));
    support::keep_report(to_sarif(report), ".sarif");
    support::keep_report(to_html(report), ".html");
    support::keep_report(to_junit(report), ".junit.xml");
    return report;
}

std::string json_of(const std::string& plan, const std::string& name = "plan.md") { return to_json(checked(plan, {}, name)); }

std::string refusal(const std::string& baseline) {
    Options options;
    options.baseline_json = baseline;
    options.baseline_name = "b.json";
    try {
        const Validator validator(options);
    } catch (const Error& error) {
        BOOST_TEST((error.kind() == Error::Kind::baseline_rejected));
        return error.what();
    }
    return "accepted";
}

}  // namespace

BOOST_AUTO_TEST_CASE(unchanged) {
    const Report report = checked(too_long, json_of(too_long));
    BOOST_TEST(report.baseline->unchanged == 3U);
    BOOST_TEST(report.baseline->added == 0U);
    BOOST_TEST(report.baseline->gone.empty());
    BOOST_TEST(report.counts.error == 0U);
    BOOST_TEST(report.counts.suppressed == 3U);
    BOOST_TEST((report.verdict == Verdict::pass));
    for (const Diagnostic& diagnostic : report.diagnostics) {
        BOOST_TEST(diagnostic.baseline == "unchanged");
        BOOST_TEST(diagnostic.suppressed.by == "baseline");
        BOOST_TEST(diagnostic.suppressed.reason == "known from the baseline");
    }
}

BOOST_AUTO_TEST_CASE(new_and_gone) {
    const Report report = checked(unfinished, json_of(too_long));
    BOOST_TEST(report.baseline->unchanged == 0U);
    BOOST_TEST(report.baseline->added == 3U);
    BOOST_TEST(report.baseline->gone.size() == 3U);
    BOOST_TEST(report.baseline->gone[0].requirement == "issue/word-limit");
    BOOST_TEST((report.verdict == Verdict::fail));
    const std::string text = to_text(report);
    BOOST_TEST(text.find("   = new since the baseline\n") != std::string::npos);
    BOOST_TEST(text.find("3 findings of the baseline are gone:\n   - 263 words") != std::string::npos);
    const std::string sarif = to_sarif(report);
    BOOST_TEST(sarif.find("\"baselineState\": \"absent\"") != std::string::npos);
    BOOST_TEST(sarif.find("\"baselineState\": \"new\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mended_in_part) {
    // A paragraph before everything: places and counts move, fingerprints stay.
    std::string moved = too_long;
    const std::size_t at = moved.find("\n## ") == std::string::npos ? moved.find("\n# ", 1) : moved.find("\n## ");
    moved.insert(at, "\nUn paragraphe de plus avant la première section.\n");
    const Report report = checked(moved, json_of(too_long));
    BOOST_TEST(report.baseline->unchanged == 3U);
    const Report mended = checked(good, json_of(too_long));
    BOOST_TEST(mended.baseline->gone.size() == 3U);
    BOOST_TEST(mended.diagnostics.empty());
}

BOOST_AUTO_TEST_CASE(batches_and_lines) {
    const Writer& json = *find_writer("json");
    const Report first = checked(unfinished, {}, "a/plan.md"), second = checked(too_long, {}, "b/plan.md");
    Summary summary;
    const std::string batch = json.begin() + json.entry(first, false) + std::string(json.separator) + json.entry(second, false) + json.end(summary, "", false);
    const Writer& lines = *find_writer("jsonl");
    const std::string jsonl = lines.entry(first, false) + lines.entry(second, false) + lines.end(summary, "", false);
    for (const std::string& baseline : {batch, jsonl}) {
        BOOST_TEST(checked(too_long, baseline, "b/plan.md").baseline->unchanged == 3U);
        BOOST_TEST(checked(too_long, baseline, "a/plan.md").baseline->unchanged == 0U);
        // Two files of that name: neither is meant.
        const Report neither = checked(too_long, baseline, "c/plan.md");
        BOOST_TEST(!neither.baseline->known_document);
        BOOST_TEST(neither.notifications.back().id == "baseline/no-document");
        BOOST_TEST(neither.baseline->added == 3U);
    }
    // A report of one document is about the document, whatever it is called now.
    BOOST_TEST(checked(too_long, json_of(too_long, "plan-v1.md"), "plan-v2.md").baseline->unchanged == 3U);
}

BOOST_AUTO_TEST_CASE(a_document_that_is_not_judged_mends_nothing) {
    const Report unreadable = checked("", json_of(too_long));
    BOOST_TEST(unreadable.baseline->gone.empty());
    const Report other = checked(too_long, to_json(unreadable));
    BOOST_TEST(!other.baseline->known_document);
}

BOOST_AUTO_TEST_CASE(cut) {
    const Report report = checked(too_long, to_json(checked(too_long, {}, "plan.md", 1)));
    BOOST_TEST(report.notifications.back().id == "baseline/truncated");
    BOOST_TEST(report.baseline->unchanged == 1U);
    BOOST_TEST(report.baseline->added == 2U);
    // The comparison is made before the list is cut.
    BOOST_TEST(checked(too_long, json_of(too_long), "plan.md", 1).baseline->unchanged == 3U);
}

BOOST_AUTO_TEST_CASE(refused) {
    BOOST_TEST(refusal("{\n \"schema\": \n oops}") == "b.json:3: not JSON");
    BOOST_TEST(refusal("[]") == "b.json: neither a report nor a batch of plancheck: schema ''");
    BOOST_TEST(refusal("{\"schema\":\"x\"}") == "b.json: neither a report nor a batch of plancheck: schema 'x'");
    BOOST_TEST(refusal("{\"schema\":\"plancheck-report/1\"}") == "b.json: the report lacks 'template'");
    BOOST_TEST(refusal("{\"schema\":\"plancheck-report/1\",\"template\":{\"id\":\"other\"}}") ==
               "b.json: the baseline is about the template 'other', not 'gmp-annex2'");
    BOOST_TEST(refusal("{\"schema\":\"plancheck-batch/1\",\"documents\":[]}") == "b.json: there is no report in it");
    BOOST_TEST(refusal(std::string(200000, '[')) == "b.json:1: not JSON");
    BOOST_TEST(refusal("{\"x\":\n1e999}") == "b.json:2: not JSON");
    BOOST_TEST(refusal("{\"schema\":\"plancheck-batch/1\",\"documents\":[[]]}") == "b.json: a document of the batch is no report");
    const std::string report = "{\"schema\":\"plancheck-report/1\",\"template\":{\"id\":\"gmp-annex2\"},\"document\":{},";
    BOOST_TEST(refusal(report + "\"diagnostics\":[[{\"fingerprint\":\"1\"}]]}") == "b.json: a diagnostic has no fingerprint");
    // A member of another kind than ours says nothing; of one that stands twice, the last counts.
    BOOST_TEST(refusal(report + "\"truncated\":{\"shown\":\"all\",\"total\":[1]},\"diagnostics\":[]}") == "accepted");
    BOOST_TEST(refusal(report + "\"diagnostics\":[],\"diagnostics\":{}}") == "b.json: the report lacks 'diagnostics'");
}

BOOST_AUTO_TEST_SUITE_END()
