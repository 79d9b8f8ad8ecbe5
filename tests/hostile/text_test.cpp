// Markdown and plain text that are made to break their readers.
#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(text)

using namespace hostile;

BOOST_AUTO_TEST_CASE(nothing_in_it) {
    for (const char* name : {"plan.txt", "plan.md", "plan.docx", "plan.xml", "plan", ""})
        BOOST_TEST(is_unread(validator().validate("", name), "read/empty"));
    refused("", "plan.txt", "unknown: unreadable; read/empty", "read/empty");
    refused("\xEF\xBB\xBF", "plan.txt", "unknown: unreadable; read/empty", "read/empty");
    refused("\xFF\xFE", "plan.txt", "unknown: unreadable; read/empty", "read/empty");
    refused("\xFE\xFF", "plan.txt", "unknown: unreadable; read/empty", "read/empty");
    refused(times(100000, " \r\n\t"), "plan.md", "unknown: unreadable; read/empty", "read/empty");
    refused("\xEF\xBB\xBF \n \n", "plan.txt", "unknown: unreadable; read/empty", "read/empty");
    refused(docx("<w:p/>"), "plan.docx", "docx: unreadable; read/empty", "read/empty");
}

BOOST_AUTO_TEST_CASE(binary) {
    std::string noise;
    for (std::uint32_t i = 0, x = 7; i < 100000; ++i, x = x * 1664525 + 1013904223) noise += static_cast<char>(x >> 24);
    refused(noise, "plan.txt", "unknown: unreadable; read/unknown-format", "read/unknown-format");
    refused(std::string(100000, '\0'), "plan.txt", "unknown: unreadable; read/unknown-format", "read/unknown-format");
    refused(std::string("A plan\0 with a byte\0 of no text\0", 32), "plan.txt", "unknown: unreadable; read/unknown-format", "read/unknown-format");
}

BOOST_AUTO_TEST_CASE(a_file_of_a_hundred_megabytes) {
    const std::string large(100u << 20, 'a');
    refused(large, "plan.txt", "unknown: unreadable; read/limit limit=file-bytes value=104857600 allowed=67108864", "read/limit");
}

BOOST_AUTO_TEST_CASE(one_line) {
    refused(std::string((32u << 20) + 1, 'a'), "plan.txt", "text: unreadable; read/limit limit=characters value=33554433 allowed=33554432", "read/limit");
    for (const std::string word : {"a", "plan ", "I. Summary ", "- item ", "2025 ", "€ 1 ", "a@b.c ", "1. ", "| ", "\t", "(", "« ", "\xE4\xB8\x80"})
        for (const char* name : {"plan.txt", "plan.md"}) {
            const Document document = plancheck::read(times((1u << 20) / word.size(), word), name);
            const std::string line = told(document);
            BOOST_TEST_CONTEXT(word << " in " << name)
            BOOST_TEST((document.readable || line.ends_with("read/empty") || (word == "1. " && line.starts_with("markdown: unreadable; read/limit limit=nesting "))));
        }
    BOOST_TEST(told(times(10u << 20, "a"), "plan.txt") == "text: 1 blocks");
}

BOOST_AUTO_TEST_CASE(utf8_that_is_none) {
    for (const std::string wrong : {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        const Document document = plancheck::read("Le plan général de la région et l'été " + wrong + " à côté", "plan.txt");
        BOOST_TEST(told(document).starts_with("text: 1 blocks; read/encoding-guessed encoding="));
        BOOST_TEST(document.text.find(wrong) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(nested_markdown) {
    const auto deep = [](std::uint64_t value) {
        return "markdown: unreadable; read/limit limit=nesting value=" + std::to_string(value) + " allowed=256";
    };
    refused(times(100000, "> ") + "a", "plan.md", deep(100000), "read/limit");
    refused(times(100000, ">") + "a", "plan.md", deep(100000), "read/limit");
    refused(times(100000, "- ") + "a", "plan.md", deep(100000), "read/limit");
    refused(times(100000, "1. ") + "a", "plan.md", deep(100000), "read/limit");
    std::string lists;
    for (std::size_t i = 0; i < 2000; ++i) lists += times(i, "  ") + "- a\n";
    BOOST_TEST(told(lists, "plan.md") == deep(257));
}

BOOST_AUTO_TEST_CASE(markdown_that_makes_parsers_slow) {
    // Each of these took some parser more than linear time; a million bytes of it has to be no matter here.
    for (const std::string piece : {"[", "]", "![", "[a](", "[a](<", "*a ", "*a **b ", "_", "`", "``a` ", "<", "<a", "<!--", "<?", "<![CDATA[", "&", "&#1;", "\\",
                                    "[a]: b\n", "|", "|a", "a|b\n-|-\n", "~~", "***", "- a\n\n", "> a\n\n", "# a\n", "a\n=\n", "<a>\n", "<b><table>", "</b>",
                                    "<table><tr><td>", "<td colspan=1000000000>", "---\n", "+--+\n", "  ---  ---\n", "^[", "[^1]: a\n", "{.a", "$", ":"}) {
        const Document document = plancheck::read(times((1u << 18) / piece.size(), piece), "plan.md");
        const std::string line = told(document);
        BOOST_TEST_CONTEXT(piece) BOOST_TEST((document.readable || line.find("read/limit") != line.npos || line.find("read/empty") != line.npos));
    }
}

BOOST_AUTO_TEST_SUITE_END()
