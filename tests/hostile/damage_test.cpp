// A small plan cut at every 97th byte and with every byte changed, and whole plans whose text is spoilt as people and programs
// do: each gives a report or is told, the same twice.
#include "hostile.hpp"
#include "support/edited.hpp"
#include "support/cases.hpp"

BOOST_AUTO_TEST_SUITE(damage)

using namespace hostile;

namespace {

std::string small_plan() {
    return docx(heading("I. Summary of the issue") + paragraph("Mercury waste is stored badly.") + heading("II. Objective of the partnership area") +
                paragraph("Sound management.") + heading("III. Priority actions") + paragraph("1. Inventories") + paragraph("2. Training") +
                heading("IV. Partner efforts and timelines") + "<w:tbl><w:tr><w:tc>" + paragraph("Action") + "</w:tc><w:tc>" + paragraph("Contact") +
                "</w:tc></w:tr><w:tr><w:tc>" + paragraph("Inventories") + "</w:tc><w:tc>" + paragraph("office@plan.example") + "</w:tc></w:tr></w:tbl>" +
                heading("X. Partners") + paragraph("Lead: Institute of Clean Cities"));
}

/// Whether the report is one: read, with all requirements, or not read, with a cause that is told.
bool is_sound(const plancheck::Report& report) {
    if (report.requirements.size() != 83) return false;
    if (report.verdict != plancheck::Verdict::unreadable) return report.words != 0;
    const auto told_as = [&](std::string_view id) {
        return std::any_of(report.notifications.begin(), report.notifications.end(),
                           [&](const plancheck::ReportNotification& one) { return one.id == id && !one.message.empty() && one.message != id; });
    };
    return is_unread(report, report.requirements[0].caused_by) && told_as(report.requirements[0].caused_by);
}

}  // namespace

BOOST_AUTO_TEST_CASE(cut_at_every_97th_byte) {
    const std::string whole = small_plan();
    BOOST_REQUIRE(validator().validate(whole, "plan.docx").outline.size() == 5u);
    for (std::size_t cut = 0; cut < whole.size(); cut += 97) {
        const plancheck::Report report = validator().validate(whole.substr(0, cut), "plan.docx");
        BOOST_TEST_CONTEXT(cut) BOOST_TEST(is_unread(report, cut == 0 ? "read/empty" : "read/damaged"));
    }
    std::string markdown;
    for (const char* title : {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions"})
        markdown += "# " + std::string(title) + "\n\nMercury – 水银 – ртуть.\n\n";
    for (std::size_t cut = 1; cut < markdown.size(); ++cut)
        for (const char* name : {"plan.md", "plan.txt"})
            BOOST_TEST_CONTEXT(cut) BOOST_TEST(is_sound(validator().validate(markdown.substr(0, cut), name)));
}

BOOST_AUTO_TEST_CASE(every_byte_changed) {
    const std::string whole = small_plan();
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ (i % 2 == 0 ? 0xFF : 1 << i / 2 % 8));
        const plancheck::Report report = validator().validate(changed, "plan.docx");
        BOOST_TEST_CONTEXT(i) BOOST_TEST(is_sound(report));
        if (i % 8 == 0) BOOST_TEST_CONTEXT(i) BOOST_TEST(to_json(report) == to_json(validator().validate(changed, "plan.docx")));
    }
}

BOOST_AUTO_TEST_CASE(every_byte_of_the_main_part_changed) {
    // Stored with a right checksum, so that the change reaches the parser.
    const std::string main = main_part(heading("I. Summary of the issue") + paragraph("A plan") + "<w:tbl><w:tr><w:tc>" + paragraph("x") + "</w:tc></w:tr></w:tbl>");
    for (std::size_t i = 0; i < main.size(); ++i)
        for (const char byte : {'\0', '<', '>', '"', '&', '/', ' ', '\xFF', 'x'}) {
            std::string changed = main;
            changed[i] = byte;
            const Document document = plancheck::read(package_of(changed).bytes(), "plan.docx");
            BOOST_TEST_CONTEXT(i << ' ' << byte)
            BOOST_TEST((document.readable ? !document.blocks.empty() : !document.notifications.empty() && document.blocks.empty()));
        }
}

BOOST_AUTO_TEST_CASE(words_changed) {
    for (const char* name : {"products-en", "waste-fr", "gold-es", "supply-storage-ru", "chlor-alkali-ar", "coal-zh"}) {
        const std::string whole = support::content_of("../examples/plans/" + std::string(name) + ".md");
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            std::string changed = whole;
            ::support::Editor editor(seed);
            for (std::uint64_t edits = seed % 4 == 0 ? 400 : 40 * (seed % 4); edits > 0; --edits) editor.edit(changed);
            const plancheck::Report report = validator().validate(changed, seed % 3 == 0 ? "plan.txt" : "plan.md");
            BOOST_TEST_CONTEXT(name << ' ' << seed) BOOST_TEST((is_sound(report) && report.verdict != plancheck::Verdict::unreadable));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
