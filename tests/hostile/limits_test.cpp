// Each limit at, one below and one above what a document needs, by the name that the command line gives it.
#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(limits)

using namespace hostile;

namespace {

/// `bytes` is read with the limit at and above `needed`, and refused below it with {limit, value, allowed}. The format is
/// known to the refusal unless it came before the content was looked at.
void at_limit(std::string_view bytes, std::string_view document, std::string_view limit, std::uint64_t needed, std::string_view read,
              std::string_view format) {
    for (const std::uint64_t allowed : {needed + 1, needed, needed - 1}) {
        BOOST_TEST_CONTEXT(limit << ' ' << allowed << " for " << document) {
            plancheck::Options options;
            BOOST_REQUIRE(options.limits.set(limit, allowed));
            const std::string told_now = told(bytes, document, options.limits);
            if (allowed >= needed) {
                BOOST_TEST(told_now == read);
                continue;
            }
            BOOST_TEST(told_now == std::string(format) + ": unreadable; read/limit limit=" + std::string(limit) +
                                       " value=" + std::to_string(needed) + " allowed=" + std::to_string(allowed));
            const plancheck::Validator limited(options);
            BOOST_TEST(is_unread(limited.validate(bytes, document), "read/limit"));
        }
    }
}

std::string row(int cells) {
    return "<w:tr>" + times(static_cast<std::size_t>(cells), "<w:tc>" + paragraph("x") + "</w:tc>") + "</w:tr>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(of_the_file) {
    at_limit("A plan", "plan.txt", "file-bytes", 6, "text: 1 blocks", "unknown");
    const std::string word = docx(paragraph("A plan"));
    at_limit(word, "plan.docx", "file-bytes", word.size(), "docx: 1 blocks", "unknown");
}

BOOST_AUTO_TEST_CASE(of_entries) {
    support::ZipWriter zip = package_of(main_part(paragraph("A plan")));
    zip.add("one", "1").add("two", "2");
    at_limit(zip.bytes(), "plan.docx", "entries", 5, "docx: 1 blocks", "unknown");
}

BOOST_AUTO_TEST_CASE(of_one_part_and_of_all) {
    const std::string main = main_part(paragraph(times(300, "a plan of many words ")));
    const std::string word = package_of(main).bytes();
    at_limit(word, "plan.docx", "part-bytes", main.size(), "docx: 1 blocks", "docx");
    at_limit(word, "plan.docx", "unpacked-bytes", package_relations().size() + main.size(), "docx: 1 blocks", "docx");
}

BOOST_AUTO_TEST_CASE(of_what_a_part_unpacks_to) {
    // One MiB and more, of which a tail that cannot be packed sets the ratio.
    std::string tail;
    for (std::uint32_t i = 0, x = 1; i < 40000; ++i, x = x * 1664525 + 1013904223) tail += static_cast<char>('a' + (x >> 24) % 26);
    const std::string main = main_part(paragraph(times(1 << 20, "a")) + paragraph(tail));
    const std::string word = package_of(main).bytes();
    const std::uint64_t packed = support::ZipWriter::deflate(main).size();
    at_limit(word, "plan.docx", "ratio", (main.size() - 1) / packed + 1, "docx: 2 blocks", "docx");
    // Not above one MiB: any ratio.
    Limits limits;
    limits.ratio = 1;
    BOOST_TEST(told(docx(paragraph(times(1000000, "a"))), "plan.docx", limits) == "docx: 1 blocks");
}

BOOST_AUTO_TEST_CASE(of_elements_and_attributes) {
    // document with its namespace, body, p, r, t: six.
    const std::string word = docx(paragraph("A plan") + times(10, "<w:p w:a='1'/>"));
    at_limit(word, "plan.docx", "elements", 6 + 20, "docx: 1 blocks", "docx");
    std::string attributes = "<w:p";
    for (int i = 0; i < 40; ++i) attributes += " w:a" + std::to_string(i) + "='1'";
    at_limit(docx(paragraph("A plan") + attributes + "/>"), "plan.docx", "attributes", 40, "docx: 1 blocks", "docx");
}

BOOST_AUTO_TEST_CASE(of_nesting) {
    const std::string nested = times(20, "<w:sdt><w:sdtContent>") + paragraph("A plan") + times(20, "</w:sdtContent></w:sdt>");
    at_limit(docx(nested), "plan.docx", "nesting", 2 + 40 + 3, "docx: 1 blocks", "docx");
    at_limit(times(29, "> ") + "A plan", "plan.md", "nesting", 30, "markdown: 1 blocks", "markdown");
}

BOOST_AUTO_TEST_CASE(of_characters) {
    at_limit(docx(paragraph("Le thème")), "plan.docx", "characters", 8, "docx: 1 blocks", "docx");
    // Blocks are separated by a line feed, which counts.
    at_limit(docx(paragraph("Le") + paragraph("thème")), "plan.docx", "characters", 8, "docx: 2 blocks", "docx");
    at_limit("Le thème", "plan.txt", "characters", 8, "text: 1 blocks", "text");
    at_limit("Le thème", "plan.md", "characters", 8, "markdown: 1 blocks", "markdown");
}

BOOST_AUTO_TEST_CASE(of_cells) {
    const std::string word = docx("<w:tbl>" + times(5, row(4)) + "</w:tbl>" + paragraph("A plan"));
    at_limit(word, "plan.docx", "cells", 20, "docx: 47 blocks", "docx");
    at_limit("| a | b |\n|---|---|\n| c | d |\n", "plan.md", "cells", 4, "markdown: 11 blocks", "markdown");
    at_limit("a\tb\tc\nd\te\tf\ng\th\ti\n", "plan.txt", "cells", 9, "text: 22 blocks", "text");
}

BOOST_AUTO_TEST_CASE(have_the_values_of_the_contract) {
    const Limits limits;
    BOOST_TEST(limits.file_bytes == 67108864u);
    BOOST_TEST(limits.entries == 4096u);
    BOOST_TEST(limits.part_bytes == 67108864u);
    BOOST_TEST(limits.unpacked_bytes == 134217728u);
    BOOST_TEST(limits.ratio == 200u);
    BOOST_TEST(limits.elements == 4194304u);
    BOOST_TEST(limits.attributes == 1024u);
    BOOST_TEST(limits.nesting == 256u);
    BOOST_TEST(limits.characters == 33554432u);
    BOOST_TEST(limits.cells == 1000000u);
    BOOST_TEST(limits.pdf_seconds == 60u);
    BOOST_TEST(limits.pdf_bytes == 1073741824u);
}

BOOST_AUTO_TEST_SUITE_END()
