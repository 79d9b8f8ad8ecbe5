// The steps of templates/README.md: every block is put where its first line says, and what the page claims must come out.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "template/example.hpp"
#include "text/sha256.hpp"

namespace plancheck {

BOOST_AUTO_TEST_SUITE(readme)

namespace {

struct Fence {
    std::vector<std::string> words;  // of its first line
    std::string text;
    std::string where;
};

std::vector<Fence> fences() {
    std::vector<Fence> found;
    std::istringstream page(support::content_of("../templates/README.md"));
    bool inside = false;
    int number = 0;
    for (std::string line; std::getline(page, line);) {
        ++number;
        if (!line.starts_with("```")) {
            if (inside) found.back().text += line + '\n';
            continue;
        }
        inside = !inside;
        if (!inside) continue;
        std::istringstream words(line.substr(3));
        found.push_back({{std::istream_iterator<std::string>(words), {}}, {}, "README.md:" + std::to_string(number)});
    }
    BOOST_TEST(!inside);
    return found;
}

std::string inserted(std::string xml, const std::string& element, const std::string& text) {
    const std::size_t at = xml.find("  </" + element + ">");
    BOOST_REQUIRE_MESSAGE(at != std::string::npos, element << " is not in the template");
    return xml.insert(at, text);
}

std::string messages(const std::string& xml) {
    std::string lines;
    for (const TemplateFault& fault : check_template(xml, "field-trip.xml")) {
        BOOST_TEST(fault.name == "field-trip.xml");
        BOOST_TEST(fault.line != 0U);
        lines += fault.message + '\n';
    }
    return lines;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_steps_do_what_they_claim) {
    std::string xml, wrong;
    std::size_t steps = 0, claims = 0;
    for (const Fence& fence : fences()) {
        const auto& words = fence.words;
        if (words.empty()) continue;
        if (words[0] == "xml" && words[1] == "start") {
            xml = fence.text;
            BOOST_CHECK_MESSAGE(messages(xml).empty(), fence.where << "\n" << messages(xml));
            ++steps;
        } else if (words[0] == "xml" && words[1] == "into") {
            xml = inserted(xml, words[2], fence.text);
            // An element that a later block needs may stand unused until then.
            BOOST_CHECK_MESSAGE(messages(xml).empty(), fence.where << "\n" << messages(xml));
            ++steps;
        } else if (words[0] == "xml" && words[1] == "wrong") {
            wrong = inserted(xml, words[3], fence.text);
        } else if (words[0] == "text" && words.size() == 2) {
            BOOST_CHECK_MESSAGE(messages(wrong) == fence.text, fence.where << "\n" << messages(wrong));
            ++claims;
        } else if (words[0] == "text") {
            std::string changed = xml;
            const std::size_t at = changed.find(" languages=\"en\"");
            BOOST_REQUIRE(at != std::string::npos);
            changed.replace(at, 15, " " + words[3] + ' ' + words[4]);
            BOOST_CHECK_MESSAGE(messages(changed).starts_with(fence.text), fence.where << "\n" << messages(changed));
            ++claims;
        } else if (words[0] == "markdown") {
            Options options;
            options.template_xml = xml;
            const Validator validator(options);
            const Report report = validator.validate(completed(validator.form(), sample_plan(validator.form(), "en"), fence.text), "plan.md");
            BOOST_CHECK_MESSAGE(support::outcome_of(report, words[1]) == words[2], fence.where << "\n" << support::described(report));
            ++claims;
        }
    }
    BOOST_TEST(steps >= 8U);
    BOOST_TEST(claims >= 5U);
}

BOOST_AUTO_TEST_CASE(a_fourth_template_is_built_on_another) {
    std::string xml;
    for (const Fence& fence : fences())
        if (fence.words.size() == 3 && fence.words[1] == "whole") xml = fence.text;
    BOOST_REQUIRE(!xml.empty());
    std::string all;
    for (const TemplateFault& fault : check_template(xml, "city-grants.xml")) all += fault.name + ':' + std::to_string(fault.line) + ": " + fault.message + '\n';
    BOOST_CHECK_MESSAGE(all.empty(), all);

    const Template form = load_template(xml, "city-grants.xml");
    BOOST_TEST(form.id == "city-grants");
    BOOST_TEST(form.extends == "concept-note");
    BOOST_TEST(form.languages == std::vector<std::string>{"en"}, boost::test_tools::per_element());
    BOOST_TEST(form.sha256 == sha256_hex(std::string(built_in_template_xml("concept-note")) + xml));
    const Template& base = support::form_of("concept-note");
    BOOST_TEST(form.requirements.size() == base.requirements.size() - 1);
    BOOST_TEST((form.requirement("note/annex") == nullptr));
    BOOST_TEST(form.requirement("amount/range")->parameter("max") == "150000");
    BOOST_TEST(form.requirement("amount/range")->parameter("min") == "10000");
    BOOST_TEST(form.requirement("amount/range")->clause == "Rules, 3");
    BOOST_TEST(form.section("amount")->titles.front().aliases.size() == base.section("amount")->titles.front().aliases.size() + 1);

    const std::string shown = merged_template(xml, "city-grants.xml");
    BOOST_TEST(shown.find("<!-- removed: requirement note/annex, because the city asks for no letter of support -->") != std::string::npos);
    BOOST_TEST(check_template(shown, "shown.xml").empty());
    const Template again = load_template(shown, "shown.xml");
    BOOST_TEST(again.requirements.size() == form.requirements.size());
    BOOST_TEST(again.requirement("amount/range")->asks.exactly("en") == form.requirement("amount/range")->asks.exactly("en"));

    Options options;
    options.template_xml = xml;
    const Report report = Validator(options).validate(sample_plan(form, "en"), "note.md");
    BOOST_TEST(report.template_id == "city-grants");
    BOOST_TEST(report.template_edition == "2026");
    BOOST_TEST(report.template_sha256 == form.sha256);
    BOOST_CHECK_MESSAGE(report.diagnostics.empty(), support::described(report));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace plancheck
