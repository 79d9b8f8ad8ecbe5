// What no template that ships asks for, in whole documents: a partial order, sections that may stand several times, and a
// limit of pages where the format fixes them, remembers them, or knows none.
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "plancheck/validator.hpp"
#include "support/cases.hpp"
#include "support/reports.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(structure)

namespace {

using namespace plancheck;

std::string requirement(const std::string& id, const std::string& check) {
    return "<requirement id=\"" + id + "\" clause=\"1\" obligation=\"must\" decided-by=\"machine\" severity=\"error\" sections=\"plan\">" + check +
           "<asks>" + id + "</asks><evidence>the text</evidence><text lang=\"en\"><sentence>The club asks for " + id +
           ".</sentence><help>Mend it.</help></text></requirement>";
}

std::string club(const std::string& order, const std::string& limit = "max=\"2\" words-instead=\"60\"") {
    const auto after = [&](const std::string& keys) { return order == "partial" ? " after=\"" + keys + '"' : std::string(); };
    const auto section = [](const std::string& attributes, const std::string& title) {
        return "<section " + attributes + "><title lang=\"en\" official=\"yes\">" + title + "</title></section>";
    };
    return "<template id=\"club\" edition=\"1\" default-language=\"en\" languages=\"en\" applies-from=\"2\" poor-below=\"2\"><name lang=\"en\">Outing</name>"
           "<source lang=\"en\">Rules</source><plan-words lang=\"en\">outing</plan-words><other-headings lang=\"en\">Contents</other-headings>"
           "<annex-headings lang=\"en\">Annex</annex-headings><sections numerals=\"decimal\" order=\"" + order + "\">" +
           section("key=\"purpose\" number=\"1\"", "Purpose") + section("key=\"day\" number=\"2\" repeatable=\"yes\"" + after("purpose"), "Day on the water") +
           section("key=\"costs\" number=\"3\"" + after("purpose day"), "Costs") + section("key=\"contact\" number=\"4\"", "Contact") +
           "</sections><items></items><vocabularies></vocabularies><clauses><clause id=\"1\"><text lang=\"en\">1</text></clause></clauses><requirements>" +
           requirement("club/present", "<sections-present/>") + requirement("club/order", "<sections-order/>") +
           requirement("club/unique", "<sections-unique/>") + requirement("club/pages", "<limit unit=\"pages\" " + limit + "/>") + "</requirements></template>";
}

// "purpose day …": the sections as Markdown.
std::string plan(std::string_view sections, const std::string& words = "We row and we swim.") {
    std::string text = "# Outing to the lake\n\n";
    while (!sections.empty()) {
        const std::size_t end = std::min(sections.find(' '), sections.size());
        const std::string_view key = sections.substr(0, end);
        text += std::string(key == "purpose" ? "## 1. Purpose" : key == "day" ? "## 2. Day on the water" : key == "costs" ? "## 3. Costs" : "## 4. Contact") + "\n\n" + words + "\n\n";
        sections.remove_prefix(std::min(end + 1, sections.size()));
    }
    return text;
}

Report report_of(const std::string& form, const std::string& text, const std::string& name = "plan.md", const std::string& pdf_program = {}) {
    Options options;
    options.template_xml = form;
    options.pdf_program = pdf_program;
    Report report = Validator(options).validate(text, name);
    support::keep_report(to_json(report));
    return report;
}

// "club/order Costs | …": what was found, and about which section.
std::string found(const Report& report) {
    std::string all;
    for (const Diagnostic& one : report.diagnostics) {
        if (!all.empty()) all += " | ";
        all += one.requirement + (one.outcome == Outcome::review ? "?" : "") + (one.subject.titles.empty() ? "" : " " + one.subject.titles.back());
    }
    return all;
}

std::string tool() {
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? "" : path;
    while (!rest.empty()) {
        const std::string folder(rest.substr(0, rest.find(':')));
        if (::access((folder + "/pdftohtml").c_str(), X_OK) == 0) return folder + "/pdftohtml";
        rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_partial_order_asks_only_for_what_stands_before) {
    const std::string partial = club("partial");
    BOOST_TEST(found(report_of(partial, plan("purpose day costs contact"))) == "");
    BOOST_TEST(found(report_of(partial, plan("contact purpose day costs"))) == "");
    BOOST_TEST(found(report_of(partial, plan("purpose contact day costs"))) == "");
    BOOST_TEST(found(report_of(partial, plan("purpose costs day contact"))) == "club/order 3. Costs");
    BOOST_TEST(found(report_of(partial, plan("day purpose costs contact"))) == "club/order 2. Day on the water");
    // The same plans under the other two orders.
    BOOST_TEST(found(report_of(club("strict"), plan("contact purpose day costs"))) == "club/order 4. Contact");
    BOOST_TEST(found(report_of(club("any"), plan("day purpose costs contact"))) == "");
}

BOOST_AUTO_TEST_CASE(a_repeatable_section_may_stand_several_times) {
    const Report report = report_of(club("partial"), plan("purpose day day day costs contact"));
    BOOST_TEST(found(report) == "");
    BOOST_TEST(report.outline.size() == 6U);
    BOOST_TEST(std::count_if(report.outline.begin(), report.outline.end(), [](const OutlineEntry& one) { return one.section == "day"; }) == 3);
    BOOST_TEST((report.verdict == Verdict::pass));
    BOOST_TEST(found(report_of(club("partial"), plan("purpose day costs costs contact"))) == "club/unique 3. Costs");
    BOOST_TEST(found(report_of(club("partial"), plan("purpose costs contact"))) == "club/present Day on the water");
}

BOOST_AUTO_TEST_CASE(pages_where_the_format_knows_them) {
    // No pages: words stand for them.
    BOOST_TEST(found(report_of(club("partial"), plan("purpose day costs contact"))) == "");
    BOOST_TEST(found(report_of(club("partial"), plan("purpose day costs contact", "We row and we swim in the lake all day long, then we eat and sing until the moon is over the hills."))) == "club/pages Outing to the lake");
    BOOST_TEST((report_of(club("partial", "max=\"2\""), plan("purpose day costs contact")).requirements.back().outcome == Outcome::not_applicable));
    // Pages that were remembered are for a person.
    std::string text = "Outing to the lake\n\n1. Purpose\n\nWe row and we swim.\n\f2. Day on the water\n\nWe row and we swim.\n\f3. Costs\n\nWe row.\n\n4. Contact\n\nAsk us.\n";
    BOOST_TEST(found(report_of(club("partial"), text, "plan.txt")) == "club/pages? Outing to the lake");
    BOOST_TEST(found(report_of(club("partial", "max=\"3\""), text, "plan.txt")) == "");
}

BOOST_AUTO_TEST_CASE(pages_of_a_pdf_are_fixed) {
    BOOST_REQUIRE_MESSAGE(!tool().empty(), "pdftohtml is missing: install the package poppler-utils");
    const std::string bytes = ::support::slurp("formats/products-en.writer.pdf");
    const auto pages = [&](int most) {
        const std::string form = "<template id=\"short-plan\" extends=\"gmp-annex2\" edition=\"1\" languages=\"en\"><name lang=\"en\">Plan</name><requirements>" +
                                 requirement("plan/pages", "<limit unit=\"pages\" max=\"" + std::to_string(most) + "\"/>") +
                                 "</requirements><clauses><clause id=\"1\"><text lang=\"en\">1</text></clause></clauses></template>";
        const Report report = report_of(form, bytes, "plan.pdf", tool());
        BOOST_REQUIRE_EQUAL(report.requirements.back().id, "plan/pages");
        return report.requirements.back().outcome;
    };
    BOOST_TEST((pages(10) == Outcome::pass));
    BOOST_TEST((pages(5) == Outcome::fail));
}

// A text has nothing that marks a title: a line that is like the one of a missing section is shown, and the section not called missing.
BOOST_AUTO_TEST_CASE(a_line_like_a_title_in_a_text_is_for_review) {
    std::string text = ::support::slurp("formats/waste-fr.stream.txt");
    const std::string title = "VII. Mobilisation des ressources";
    const auto outcome = [&](const std::string& instead) {
        std::string changed = text;
        const std::size_t at = changed.find(title);
        changed.replace(at, instead.empty() ? changed.find("VIII. ", at) - at : title.size(), instead);
        const Report report = Validator().validate(changed, "plan.txt");
        support::keep_report(to_json(report));
        for (const auto& one : report.requirements)
            if (one.id == "plan/sections-present") return std::string(name(one.outcome));
        return std::string();
    };
    BOOST_TEST(outcome(title) == "pass");
    BOOST_TEST(outcome("Mobilisaton des resources") == "review");
    BOOST_TEST(outcome("") == "fail");
}

BOOST_AUTO_TEST_SUITE_END()
