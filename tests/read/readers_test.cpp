// What becomes of bytes before a reader sees them: refused with a reason, or read although the name says something
// else.
#include <boost/test/unit_test.hpp>

#include <fstream>
#include <iterator>
#include <string>

#include "plancheck/document.hpp"
#include "support/dump.hpp"
#include "support/zip_writer.hpp"

BOOST_AUTO_TEST_SUITE(readers)

using namespace plancheck;

namespace {

std::string told(std::string_view bytes, std::string_view name) { return dump_blocks(read(bytes, name)); }

std::string sample(const std::string& name) {
    std::ifstream file("read/docx/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::string nothing = " words=0 with-letters=0 labels=0 unreadable\n";

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_not_read_is_refused_with_a_reason) {
    BOOST_TEST(told("", "a.docx") == "error read/empty\n" + nothing);
    BOOST_TEST(told(" \n\t ", "a.txt") == "error read/empty\n" + nothing);
    BOOST_TEST(told("{\\rtf1 text}", "a.rtf") == "error read/unsupported kind=rtf saveAs=docx\n" + nothing);
    BOOST_TEST(told("PK\3\4 and then it ends", "a.docx") == "error read/damaged reason=no-directory\n" + nothing);
    const std::string binary("\0\1\2\3\4\5\6\7\0\1\2\3\4\5\6\7", 16);
    BOOST_TEST(told(binary, "a.bin") == "error read/unknown-format\n" + nothing);
    BOOST_TEST(told(support::ZipWriter().add("a.txt", "text").bytes(), "a.zip") ==
               "error read/unknown-format kind=zip\n" + nothing);
}

BOOST_AUTO_TEST_CASE(content_decides_and_a_wrong_name_is_told) {
    BOOST_TEST(told(sample("template.dotx"), "plan.docx") ==
               "paragraph words=1 | Text\nnote read/name-mismatch named=docx found=dotx\ndotx words=1 with-letters=1 "
               "labels=0\n");
    BOOST_TEST(told(sample("template.dotx"), "plan") ==
               "paragraph words=1 | Text\ndotx words=1 with-letters=1 labels=0\n");
}

BOOST_AUTO_TEST_CASE(limits_are_set_by_name) {
    Limits limits;
    for (const std::string_view known : {"file-bytes", "entries", "part-bytes", "unpacked-bytes", "ratio", "elements",
                                         "attributes", "nesting", "characters", "cells", "pdf-seconds", "pdf-bytes"})
        BOOST_TEST(limits.set(known, 7));
    BOOST_TEST(!limits.set("bytes", 7));
    BOOST_TEST(!limits.set("", 7));
    BOOST_TEST((limits.file_bytes == 7 && limits.entries == 7 && limits.part_bytes == 7 && limits.unpacked_bytes == 7 &&
                limits.ratio == 7 && limits.elements == 7 && limits.attributes == 7 && limits.nesting == 7 &&
                limits.characters == 7 && limits.cells == 7 && limits.pdf_seconds == 7 && limits.pdf_bytes == 7));
}

BOOST_AUTO_TEST_CASE(formats_have_the_names_of_the_report) {
    std::string names;
    for (int i = 0; i <= static_cast<int>(Format::plan_xml); ++i)
        names += std::string(name(static_cast<Format>(i))) + ' ';
    BOOST_TEST(names == " docx docm dotx dotm odt ott fodt html markdown text pdf plan-xml ");
}

BOOST_AUTO_TEST_SUITE_END()
