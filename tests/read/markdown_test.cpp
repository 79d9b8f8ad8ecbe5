// Markdown against its blocks, and what cannot stand in a file that is looked at: line ends, encodings, hostile input.
#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include "plancheck/document.hpp"
#include "support/dump.hpp"
#include "support/pairs.hpp"

BOOST_AUTO_TEST_SUITE(markdown)

using namespace plancheck;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string made;
    made.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

std::string dumped(std::string_view bytes) { return dump_blocks(read(bytes, "plan.md")); }

}  // namespace

BOOST_AUTO_TEST_CASE(files) { check_pairs("read/markdown", ".md"); }

BOOST_AUTO_TEST_CASE(line_ends_are_one) {
    const std::string expected =
        "heading 1 @1:3 words=1 | Title\n"
        "paragraph @3:1 words=2 | one\\ntwo\n"
        "list-item 0 \"•\" #1=0 [marked-label] @6:3 words=1 | item\n"
        "markdown words=4 with-letters=4 labels=1\n";
    for (const std::string_view end : {"\n", "\r\n", "\r"}) {
        std::string text;
        for (const std::string_view line : {"# Title", "", "one  ", "two", "", "- item", ""}) text.append(line).append(end);
        BOOST_CHECK_EQUAL(dumped(text), expected);
    }
}

BOOST_AUTO_TEST_CASE(offsets_are_those_of_the_source) {
    const std::string text = "\xEF\xBB\xBF# É\n\n- été **gras**\n";
    const Document document = read(text, "plan.md");
    BOOST_REQUIRE_EQUAL(document.blocks.size(), 2);
    BOOST_CHECK_EQUAL(document.blocks[0].place.byte_offset, text.find("É"));
    BOOST_CHECK_EQUAL(document.blocks[1].place.byte_offset, text.find("été"));
    BOOST_CHECK_EQUAL(document.blocks[1].place.column, 3);
}

BOOST_AUTO_TEST_CASE(other_encodings_are_told) {
    BOOST_CHECK_EQUAL(dumped(std::string_view("\xFF\xFE#\0 \0A\0\xE9\0\n\0", 12)),
                      "heading 1 @1:3 words=1 | Aé\n"
                      "note read/encoding-guessed encoding=UTF-16LE\n"
                      "markdown words=1 with-letters=1 labels=0\n");
}

BOOST_AUTO_TEST_CASE(nesting_is_limited) {
    const auto refused = [](std::string_view value) {
        return "error read/limit limit=nesting value=" + std::string(value) + " allowed=256\nmarkdown words=0 with-letters=0 labels=0 unreadable\n";
    };
    BOOST_CHECK_EQUAL(dumped("a\n\n" + repeated(">", 100'000) + "a\n"), refused("100000"));
    BOOST_CHECK_EQUAL(dumped("a\n\n" + repeated("* ", 100'000) + "a\n"), refused("100000"));
    BOOST_CHECK_EQUAL(dumped("a\n\n" + repeated("1. ", 300) + "a\n" + repeated("\n", 100'000)), refused("300"));
    BOOST_CHECK_EQUAL(dumped("a\n\n" + repeated("* ", 100'000) + "\n"), "paragraph @1:1 words=1 | a\nmarkdown words=1 with-letters=1 labels=0\n");
    BOOST_CHECK_EQUAL(read(repeated("> ", 200) + "a\n", "plan.md").blocks.size(), 1);
}

BOOST_AUTO_TEST_CASE(long_input_is_read_in_linear_time) {
    for (const std::string_view piece : {"[", "[a](", "*a **b ", "`", "<a ", "<!--", "&", "~~a ", "[a]{.b}", "![", "a|", "[^1]: a\n", "a) b\n",
                                         "<b>", "<table><tr><td>", "+---+\n", "-- --\n", "{#a}"}) {
        BOOST_TEST_CONTEXT(piece) { BOOST_CHECK_LE(read("Text. " + repeated(piece, 1'000'000 / piece.size()), "plan.md").notifications.size(), 1); }
    }
    const Document line = read(repeated("word ", 2'000'000), "plan.md");
    BOOST_CHECK_EQUAL(line.total.words, 2'000'000);
    BOOST_CHECK_EQUAL(line.blocks.size(), 1);
}

BOOST_AUTO_TEST_SUITE_END()
