// The plan's own XML: what is written is read back as the same blocks; what people type by hand; what is wrong in it.
#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "plancheck/plan.hpp"
#include "plancheck/template.hpp"
#include "support/dump.hpp"
#include "plan/plan_xml.hpp"

BOOST_AUTO_TEST_SUITE(plan_xml)

namespace fs = std::filesystem;
using namespace plancheck;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string xml_of(const Document& document) {
    static const Template form;
    Outline outline;
    outline.document = &document;
    outline.form = &form;
    Plan plan;
    plan.outline = &outline;
    return to_plan_xml(plan);
}

// Everything but places, notifications and the format.
std::string without_places(Document document) {
    for (Block& block : document.blocks) block.place = {};
    document.parts = {""};
    document.notifications.clear();
    document.format = Format::unknown;
    return dump_blocks(document);
}

std::string typed(const std::string& inside) { return "<plan xmlns=\"urn:plancheck:plan:1\"><content>" + inside + "</content></plan>"; }

}  // namespace

BOOST_AUTO_TEST_CASE(blocks_come_back) {
    std::size_t files = 0;
    for (const char* folder : {"read/markdown", "read/text", "read/docx"}) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".blocks") continue;
            const Document document = read(content(entry.path()), entry.path().filename().string());
            if (!document.readable) continue;
            ++files;
            BOOST_TEST_CONTEXT(entry.path().string()) {
                const std::string xml = xml_of(document);
                const Document again = read(xml, "plan.xml");
                BOOST_CHECK_EQUAL(without_places(again), without_places(document));
                BOOST_CHECK(again.format == Format::plan_xml);
                BOOST_CHECK(again.origin == document.format);
                BOOST_CHECK(again.notifications.empty());
                BOOST_CHECK_EQUAL(xml_of(again), xml);
            }
        }
    }
    BOOST_CHECK_GE(files, 8);
}

BOOST_AUTO_TEST_CASE(a_plan_is_typed_by_hand) {
    BOOST_CHECK_EQUAL(dump_blocks(read(typed("\n <heading level=\"1\">I. Summary\n   of the issue</heading>\n <p bold=\"4\">Text <link to=\"mailto:a@example.org\">here</link>.</p>\n"
                                             " <li label=\"1.\" number=\"1\" list=\"1\">first</li>\n <table><row marks=\"header-row\"><cell>A</cell><cell><p>B</p></cell></row></table>\n"),
                                       "plan.xml")),
                      "heading 1 @2:2 words=5 | I. Summary of the issue\n"
                      "paragraph bold=4 @4:2 words=2 | Text here.\n"
                      "list-item 0 \"1.\" #1=1 [ordered marked-label] @5:2 words=1 | first\n"
                      "table @6:2\n"
                      "  row [header-row] @6:9\n"
                      "    cell column 0 @6:33\n"
                      "      paragraph words=1 | A\n"
                      "    cell column 1 @6:47\n"
                      "      paragraph @6:53 words=1 | B\n"
                      "link here -> mailto:a@example.org\n"
                      "plan-xml words=10 with-letters=10 labels=1\n");
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_told_and_its_text_kept) {
    BOOST_CHECK_EQUAL(dump_blocks(read(typed("<p>one</p>\n<chapter><p>two <em>three</em></p></chapter><row/>"), "plan.xml")),
                      "paragraph @1:45 words=1 | one\n"
                      "paragraph @2:10 words=2 | two three\n"
                      "warning read/damaged part=plan reason=unknown-element line=2 column=1 element=chapter\n"
                      "plan-xml words=3 with-letters=3 labels=0\n");
    BOOST_CHECK_EQUAL(dump_blocks(read(typed("<li level=\"-1\" marks=\"nice\">one</li>"), "plan.xml")),
                      "list-item 0 @1:45 words=1 | one\n"
                      "warning read/damaged part=plan reason=unknown-value line=1 column=45 element=li\n"
                      "plan-xml words=1 with-letters=1 labels=0\n");
}

BOOST_AUTO_TEST_CASE(damage_and_limits) {
    const auto told = [](const std::string& xml) {
        const Document document = read(xml, "plan.xml");
        BOOST_CHECK(!document.readable);
        return document.notifications.empty() ? std::string() : document.notifications[0].id;
    };
    BOOST_CHECK_EQUAL(told(typed("<p>cut")), "read/damaged");
    BOOST_CHECK_EQUAL(told(typed("")), "read/empty");
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<box>";
    deep += "<p>a</p>";
    for (int i = 0; i < 300; ++i) deep += "</box>";
    BOOST_CHECK_EQUAL(told(typed(deep)), "read/limit");
    const Document wide = read(typed("<table><row><cell columns=\"4294967295\" rows=\"4294967295\"><p>a</p></cell></row></table>"), "plan.xml");
    BOOST_CHECK(wide.readable);
}

BOOST_AUTO_TEST_SUITE_END()
