// Word files whose archive lies, from the outside: what is said of each, and that harm to a part nobody needs harms
// nothing.
#include <functional>

#include "hostile.hpp"

BOOST_AUTO_TEST_SUITE(packages)

using namespace hostile;
using support::ZipEntry;
using support::ZipWriter;

namespace {

const std::string good = "docx: 1 blocks";

ZipWriter plan() { return package_of(main_part(paragraph("A plan"))); }

/// A file whose main part's entry is changed.
std::string with_main(const std::function<void(ZipEntry&)>& change) {
    ZipWriter zip = plan();
    change(zip.entries.back());
    return zip.bytes();
}

std::string damaged(std::string_view reason) {
    return "docx: unreadable; read/damaged part=word/document.xml reason=" + std::string(reason);
}

}  // namespace

BOOST_AUTO_TEST_CASE(deflate_bombs) {
    const std::string bomb = main_part(paragraph(times(32 << 20, "a")));
    const std::uint64_t packed = ZipWriter::deflate(bomb).size();
    refused(package_of(bomb).bytes(), "plan.docx",
            "docx: unreadable; read/limit limit=ratio value=" + std::to_string((bomb.size() - 1) / packed + 1) + " allowed=200", "read/limit");
    // A claim is enough to be refused by, and nothing is allocated for it.
    refused(with_main([](ZipEntry& main) { main.unpacked = 1ull << 62, main.zip64 = true; }), "plan.docx",
            "docx: unreadable; read/limit limit=part-bytes value=4611686018427387904 allowed=67108864", "read/limit");
    // In a part that nobody reads.
    ZipWriter beside = plan();
    beside.add("word/media/image1.png", times(8 << 20, "a"));
    BOOST_TEST(told(beside.bytes()) == good);
    // Forty bombs in parts that are read, each too small for the ratio of large parts, come together under the sum.
    Limits few;
    few.unpacked_bytes = 1 << 20;
    ZipWriter many = package_of(main_part(paragraph(times(1000000, "a"))));
    many.add("word/styles.xml", "<w:styles xmlns:w=\"" + word_space + "\">" + times(100000, " ") + "</w:styles>");
    const std::string line = told(many.bytes(), "plan.docx", few);
    BOOST_TEST(line.starts_with("docx: unreadable; read/limit limit=unpacked-bytes value=11"));
}

BOOST_AUTO_TEST_CASE(entries_that_overlap_or_stand_twice) {
    ZipWriter twice = plan();
    twice.add("word/document.xml", main_part(paragraph("Another plan")));
    refused(twice.bytes(), "plan.docx", damaged("duplicate"), "read/damaged");
    ZipWriter cased = plan();
    cased.add("WORD/Document.XML", main_part(paragraph("Another plan")));
    refused(cased.bytes(), "plan.docx", damaged("duplicate"), "read/damaged");
    ZipWriter slashed = plan();
    slashed.add("word\\document.xml", main_part(paragraph("Another plan")));
    refused(slashed.bytes(), "plan.docx", damaged("duplicate"), "read/damaged");
    // A part of an archive within an entry that both directories list.
    ZipWriter inner = plan(), outer;
    outer.add("[Content_Types].xml", content_types()).add("_rels/.rels", package_relations());
    const std::uint64_t before = outer.bytes().find("PK\1\2");
    outer.add("quoted.zip", inner.bytes(), false);
    const std::uint64_t at = inner.bytes().find("word/document.xml") - 30;
    outer.entries.push_back(inner.entries.back());
    outer.entries.back().offset = static_cast<std::uint32_t>(before + 30 + 10 + at);
    outer.entries.back().without_data = true;
    refused(outer.bytes(), "plan.docx", damaged("overlap"), "read/damaged");
    // Twice, but not needed.
    ZipWriter beside = plan();
    beside.add("word/media/a.png", "1").add("word/media/A.png", "2").add("word/media/a.png", "3");
    BOOST_TEST(told(beside.bytes()) == good);
}

BOOST_AUTO_TEST_CASE(names_that_point_elsewhere) {
    ZipWriter zip = plan();
    zip.add("../../outside", "x").add("/absolute", "x").add("C:\\drive", "x").add("word/../../up.xml", "x").add(std::string("nul\0in", 6), "x")
        .add("", "x").add(times(12000, "long/"), "x").add("\xFF\xFE", "x");
    BOOST_TEST(told(zip.bytes()) == good);
    // A relationship that climbs out of the package stays in it.
    const auto related = [](std::string_view target) {
        ZipWriter made;
        made.add("[Content_Types].xml", content_types())
            .add("_rels/.rels", "<Relationships><Relationship Id='r1' Type='x/officeDocument' Target='" + std::string(target) + "'/></Relationships>")
            .add("word/document.xml", main_part(paragraph("A plan")));
        return told(made.bytes());
    };
    BOOST_TEST(related("../../../../word/document.xml") == good);
    BOOST_TEST(related("/word/document.xml") == good);
    BOOST_TEST(related("\\word\\document.xml") == good);
    BOOST_TEST(related("file:///etc/passwd") == good);
    BOOST_TEST(related(times(5000, "../")) == good);
}

BOOST_AUTO_TEST_CASE(zip64_and_descriptors_are_normal) {
    for (const bool descriptor : {false, true})
        for (const bool zip64 : {false, true}) {
            ZipWriter zip = plan();
            zip.zip64 = zip64;
            for (ZipEntry& entry : zip.entries) entry.descriptor = descriptor, entry.zip64 = zip64 && !descriptor;
            BOOST_TEST(told(zip.bytes()) == good);
            zip.prefix = times(1000, "before ");
            zip.suffix = times(1000, "after ");
            BOOST_TEST(told(zip.bytes()) == good);
        }
}

BOOST_AUTO_TEST_CASE(sizes_and_sums_that_lie) {
    const std::string main = main_part(paragraph("A plan"));
    refused(with_main([](ZipEntry& e) { e.crc = 1; }), "plan.docx", damaged("checksum"), "read/damaged");
    refused(with_main([&](ZipEntry& e) { e.unpacked = main.size() - 1; }), "plan.docx", damaged("size"), "read/damaged");
    refused(with_main([&](ZipEntry& e) { e.unpacked = main.size() + 1; }), "plan.docx", damaged("size"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.unpacked = 0; }), "plan.docx", damaged("size"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.packed = 5; }), "plan.docx", damaged("deflate"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.packed = 1ull << 40, e.zip64 = true; }), "plan.docx", damaged("header"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.local_unpacked = 3; }), "plan.docx", damaged("header"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.local_name = "word/other.xml"; }), "plan.docx", damaged("header"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.offset = 0xFFFFFFF0; }), "plan.docx", damaged("header"), "read/damaged");
    refused(with_main([](ZipEntry& e) { e.method = 12; }), "plan.docx", damaged("method"), "read/damaged");
    ZipWriter counted = plan();
    counted.count = 2;
    refused(counted.bytes(), "plan.docx", "unknown: unreadable; read/damaged reason=directory", "read/damaged");
    counted.count = 60000;
    refused(counted.bytes(), "plan.docx", "unknown: unreadable; read/limit limit=entries value=60000 allowed=4096", "read/limit");
}

BOOST_AUTO_TEST_CASE(encrypted_entries) {
    for (const std::uint16_t flag : {0x1, 0x40, 0x2000})
        refused(with_main([&](ZipEntry& e) { e.flags = flag; }), "plan.docx", "docx: unreadable; read/encrypted", "read/encrypted");
}

BOOST_AUTO_TEST_CASE(harm_to_a_part_that_can_be_missed) {
    const auto with_styles = [](const std::function<void(ZipEntry&)>& change) {
        ZipWriter zip = plan();
        zip.add("word/styles.xml", "<w:styles xmlns:w=\"" + word_space + "\"/>");
        change(zip.entries.back());
        return told(zip.bytes());
    };
    const auto warned = [](std::string_view reason) { return good + "; read/damaged part=word/styles.xml reason=" + std::string(reason); };
    BOOST_TEST(with_styles([](ZipEntry&) {}) == good);
    BOOST_TEST(with_styles([](ZipEntry& e) { e.crc = 1; }) == warned("checksum"));
    BOOST_TEST(with_styles([](ZipEntry& e) { e.flags = 1; }) == warned("encrypted"));
    BOOST_TEST(with_styles([](ZipEntry& e) { e.method = 99; }) == warned("method"));
    BOOST_TEST(with_styles([](ZipEntry& e) { e.content = "<!DOCTYPE a><a/>"; }) == warned("doctype line=1 column=1"));
    BOOST_TEST(with_styles([](ZipEntry& e) { e.content = "\xFF"; }) == warned("encoding line=1 column=1"));
}

BOOST_AUTO_TEST_CASE(archives_that_are_no_plan) {
    ZipWriter sheet;
    sheet.add("[Content_Types].xml", "<Types/>").add("xl/workbook.xml", "<workbook/>");
    refused(sheet.bytes(), "plan.docx", "unknown: unreadable; read/name-mismatch named=docx found=xlsx; read/unsupported kind=xlsx saveAs=docx",
            "read/unsupported");
    ZipWriter any;
    any.add("a.txt", "text");
    refused(any.bytes(), "plan.zip", "unknown: unreadable; read/unknown-format kind=zip", "read/unknown-format");
    refused("PK\3\4 and nothing behind it", "plan.docx", "unknown: unreadable; read/damaged reason=no-directory", "read/damaged");
}

BOOST_AUTO_TEST_SUITE_END()
