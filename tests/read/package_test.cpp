// Archives made to be right, odd or lying, and what each part of them gives.
#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

#include "read/package.hpp"
#include "support/zip_writer.hpp"

using namespace plancheck;
using support::ZipEntry;
using support::ZipWriter;

namespace plancheck {
std::ostream& operator<<(std::ostream& out, const PackageResult& r) {
    return out << "status " << int(r.status) << " reason '" << r.reason << "' limit '" << r.limit << "' " << r.value << "/"
               << r.allowed;
}
}  // namespace plancheck

BOOST_AUTO_TEST_SUITE(package)

namespace {

const PackageResult ok{};
const PackageResult missing{PackageStatus::missing, {}, {}, 0, 0};
const PackageResult not_a_package{PackageStatus::not_a_package, {}, {}, 0, 0};
const PackageResult encrypted{PackageStatus::encrypted, {}, {}, 0, 0};
PackageResult damaged(std::string_view reason) { return {PackageStatus::damaged, reason, {}, 0, 0}; }
PackageResult limit(std::string_view name, std::uint64_t value, std::uint64_t allowed) {
    return {PackageStatus::limit, {}, name, value, allowed};
}

/// Opens, reads and compares with what the part is to hold.
void gives(const std::string& archive, std::string_view name, std::string_view content) {
    Package package;
    BOOST_TEST(package.open(archive) == ok);
    Buffer part;
    BOOST_TEST(package.read(name, part) == ok);
    BOOST_TEST(part.view() == content);
}
void fails(const std::string& archive, std::string_view name, const PackageResult& expected, const PackageLimits& limits = {}) {
    Package package;
    BOOST_TEST(package.open(archive, limits) == ok);
    Buffer part;
    BOOST_TEST(package.read(name, part) == expected);
    BOOST_TEST(part.data.get() == nullptr);
}
void opens_as(const std::string& bytes, const PackageResult& expected, const PackageLimits& limits = {}) {
    Package package;
    BOOST_TEST(package.open(bytes, limits) == expected);
    if (!expected.ok()) BOOST_TEST(package.entries().empty());
}

ZipWriter two() {
    ZipWriter zip;
    zip.add("word/document.xml", "<document>un plan</document>").add("mimetype", "stored as it is", false);
    return zip;
}

std::string noise(std::size_t size) {
    std::mt19937 random(7);
    std::string made(size, '\0');
    for (char& c : made) c = static_cast<char>(random());
    return made;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_stored_and_deflated_parts) {
    const std::string archive = two().bytes();
    gives(archive, "word/document.xml", "<document>un plan</document>");
    gives(archive, "mimetype", "stored as it is");
    fails(archive, "word/styles.xml", missing);
    ZipWriter empty_part;
    gives(empty_part.add("a", "").add("b", "", false).bytes(), "a", "");
    gives(empty_part.bytes(), "b", "");
}

BOOST_AUTO_TEST_CASE(an_empty_archive_is_one) {
    opens_as(ZipWriter().bytes(), ok);
    Package package;
    BOOST_TEST(package.open(ZipWriter().bytes()) == ok);
    BOOST_TEST(package.entries().empty());
}

BOOST_AUTO_TEST_CASE(tells_no_archive_from_one_without_directory) {
    opens_as("", not_a_package);
    opens_as("PK", not_a_package);
    opens_as("# a plan in Markdown\n", not_a_package);
    opens_as("PK\3\4", damaged("no-directory"));
    const std::string whole = two().bytes();
    for (std::size_t cut = 4; cut < whole.size(); ++cut) opens_as(whole.substr(0, cut), damaged("no-directory"));
}

BOOST_AUTO_TEST_CASE(accepts_bytes_before_between_and_after) {
    for (const bool zip64 : {false, true}) {
        ZipWriter zip = two();
        zip.zip64 = zip64;
        zip.prefix = "#!/bin/sh\n" + noise(300);
        gives(zip.bytes(), "mimetype", "stored as it is");
        zip.suffix = noise(100000);
        gives(zip.bytes(), "word/document.xml", "<document>un plan</document>");
        zip.prefix = two().bytes();  // another archive in front
        gives(zip.bytes(), "mimetype", "stored as it is");
    }
    ZipWriter zip = two();
    zip.between = "PK\5\5" + noise(20);
    gives(zip.bytes(), "mimetype", "stored as it is");
}

BOOST_AUTO_TEST_CASE(an_end_signature_in_a_comment_misleads_nobody) {
    ZipWriter zip = two();
    zip.comment = "see PK\5\6 and " + ZipWriter().bytes() + " and PK\5\6" + std::string(18, '\x11');
    gives(zip.bytes(), "mimetype", "stored as it is");
    zip.comment.clear();
    zip.suffix = ZipWriter().bytes();
    gives(zip.bytes(), "mimetype", "stored as it is");
}

BOOST_AUTO_TEST_CASE(accepts_data_descriptors_and_zip64) {
    for (const bool zip64 : {false, true}) {
        ZipWriter zip;
        zip.entries.push_back({.name = "a", .content = "first", .descriptor = true});
        zip.entries.push_back({.name = "b", .content = "second", .deflated = false, .descriptor = true});
        zip.entries.push_back({.name = "c", .content = "third", .zip64 = true});
        zip.zip64 = zip64;
        gives(zip.bytes(), "a", "first");
        gives(zip.bytes(), "b", "second");
        gives(zip.bytes(), "c", "third");
    }
}

BOOST_AUTO_TEST_CASE(names_are_names) {
    ZipWriter zip;
    zip.add("word\\document.xml", "backslash").add("/slash", "1").add("./dot", "2").add("../up", "3").add("dir/", "");
    const std::string archive = zip.bytes();
    gives(archive, "word/document.xml", "backslash");
    gives(archive, "/slash", "1");
    gives(archive, "./dot", "2");
    gives(archive, "../up", "3");
    for (const char* name : {"word\\document.xml", "slash", "dot", "up", "dir"}) fails(archive, name, missing);
    Package package;
    BOOST_TEST(package.open(archive) == ok);
    BOOST_TEST(package.entries().size() == 5u);
    BOOST_TEST(package.entries()[0].name == "word/document.xml");
    BOOST_TEST(package.contains("/slash"));
    BOOST_TEST(!package.contains("slash"));
}

BOOST_AUTO_TEST_CASE(duplicates_matter_where_they_are_read) {
    ZipWriter zip;
    zip.add("a", "1").add("b", "2").add("a", "3").add("Word/Document.xml", "4").add("word/document.xml", "5").add("x\\y", "6").add("x/y", "7");
    const std::string archive = zip.bytes();
    fails(archive, "a", damaged("duplicate"));
    fails(archive, "x/y", damaged("duplicate"));
    gives(archive, "b", "2");
    gives(archive, "word/document.xml", "5");
    gives(archive, "Word/Document.xml", "4");
    fails(archive, "WORD/document.xml", missing);

    Package package;
    BOOST_TEST(package.open(archive) == ok);
    package.set_name_case(NameCase::ignored);
    Buffer part;
    BOOST_TEST(package.read("word/document.xml", part) == damaged("duplicate"));
    BOOST_TEST(package.read("B", part) == ok);
    BOOST_TEST(part.view() == "2");
}

BOOST_AUTO_TEST_CASE(overlaps_matter_where_they_are_read) {
    ZipWriter zip = two();
    zip.entries.push_back({.name = "word/document.xml", .content = zip.entries[0].content, .offset = 0, .without_data = true});
    fails(zip.bytes(), "word/document.xml", damaged("duplicate"));
    gives(zip.bytes(), "mimetype", "stored as it is");

    // An archive stored within an entry, whose entry the outer directory lists too.
    ZipWriter inner, outer;
    inner.add("inner", "quoted", false);
    outer.add("outer", inner.bytes(), false).add("other", "untouched", false);
    outer.entries.push_back({.name = "inner", .content = "quoted", .deflated = false, .offset = 30 + 5, .without_data = true});
    fails(outer.bytes(), "inner", damaged("overlap"));
    fails(outer.bytes(), "outer", damaged("overlap"));
    gives(outer.bytes(), "other", "untouched");
}

BOOST_AUTO_TEST_CASE(a_part_that_reaches_into_the_directory_overlaps) {
    ZipWriter zip;
    zip.entries.push_back({.name = "a", .content = "abc", .deflated = false, .packed = 20, .unpacked = 20});
    fails(zip.bytes(), "a", damaged("overlap"));
}

BOOST_AUTO_TEST_CASE(headers_that_contradict_each_other) {
    const auto one = [](ZipEntry entry) {
        ZipWriter zip;
        zip.add("good", "good");
        entry.name = "a";
        entry.content = "content";
        zip.entries.push_back(entry);
        gives(zip.bytes(), "good", "good");
        return zip.bytes();
    };
    fails(one({.local_name = "b"}), "a", damaged("header"));
    fails(one({.local_unpacked = 8}), "a", damaged("header"));
    fails(one({.offset = 3}), "a", damaged("header"));
    fails(one({.offset = 0xFFFFFFFE}), "a", damaged("header"));
    fails(one({.offset = 0xFFFFFFFF}), "a", damaged("header"));  // says ZIP64 and has no such field
    fails(one({.packed = 1000000}), "a", damaged("header"));
    fails(one({.packed = 0xFFFFFFFFFFFFFFF0, .zip64 = true}), "a", damaged("header"));
}

BOOST_AUTO_TEST_CASE(content_that_is_not_as_declared) {
    const auto one = [](ZipEntry entry) {
        ZipWriter zip;
        entry.name = "a";
        entry.content = "content that is long enough to be packed, packed, packed";
        zip.entries.push_back(entry);
        return zip.bytes();
    };
    fails(one({.crc = 1}), "a", damaged("checksum"));
    fails(one({.deflated = false, .crc = 1}), "a", damaged("checksum"));
    fails(one({.unpacked = 10}), "a", damaged("size"));
    fails(one({.unpacked = 100}), "a", damaged("size"));
    fails(one({.deflated = false, .unpacked = 10}), "a", damaged("size"));
    fails(one({.packed = 10}), "a", damaged("deflate"));
    fails(one({.deflated = false, .method = 8}), "a", damaged("deflate"));
    fails(one({.flags = 1}), "a", encrypted);
    fails(one({.flags = 0x40}), "a", encrypted);
    fails(one({.flags = 0x2000}), "a", encrypted);
    fails(one({.method = 12}), "a", {PackageStatus::unsupported_method, {}, {}, 12, 0});
}

BOOST_AUTO_TEST_CASE(directories_that_lie) {
    ZipWriter zip = two();
    zip.count = 3;
    opens_as(zip.bytes(), damaged("directory"));
    zip.count = 1;
    opens_as(zip.bytes(), damaged("directory"));
    zip.count = 4097;
    opens_as(zip.bytes(), limit("entries", 4097, 4096));
    zip.count = 1000000;
    zip.zip64 = true;
    opens_as(zip.bytes(), limit("entries", 1000000, 4096));
    zip.count = 0xFFFFFFFFFFFFFFFF;
    opens_as(zip.bytes(), limit("entries", 0xFFFFFFFFFFFFFFFF, 4096));

    for (const bool zip64 : {false, true}) {
        for (const std::uint64_t lie : {std::uint64_t{0x7FFFFFFF}, std::uint64_t{0xFFFFFFFE}, ~std::uint64_t{0}}) {
            ZipWriter far = two();
            far.zip64 = zip64;
            far.directory_offset = lie;
            opens_as(far.bytes(), damaged("no-directory"));
            far.directory_offset = {};
            far.directory_size = lie;
            opens_as(far.bytes(), damaged("no-directory"));
        }
    }
}

BOOST_AUTO_TEST_CASE(number_of_entries) {
    const auto of = [](int count) {
        ZipWriter zip;
        for (int i = 0; i < count; ++i) zip.add(std::to_string(i), "x", false);
        return zip;
    };
    const PackageLimits three{.entries = 3};
    opens_as(of(2).bytes(), ok, three);
    opens_as(of(3).bytes(), ok, three);
    opens_as(of(4).bytes(), limit("entries", 4, 3), three);
    ZipWriter lying = of(4);
    lying.count = 3;  // counted, not believed
    opens_as(lying.bytes(), limit("entries", 4, 3), three);
    opens_as(of(4096).bytes(), ok);
    opens_as(of(4097).bytes(), limit("entries", 4097, 4096));
    gives(of(4096).bytes(), "4095", "x");
}

BOOST_AUTO_TEST_CASE(size_of_one_part) {
    ZipWriter zip;
    zip.add("99", noise(99)).add("100", noise(100)).add("101", noise(101));
    const PackageLimits hundred{.part_bytes = 100};
    const std::string archive = zip.bytes();
    Package package;
    BOOST_TEST(package.open(archive, hundred) == ok);
    Buffer part;
    BOOST_TEST(package.read("99", part) == ok);
    BOOST_TEST(package.read("100", part) == ok);
    BOOST_TEST(part.view() == noise(100));
    BOOST_TEST(package.read("101", part) == limit("part-bytes", 101, 100));
    BOOST_TEST(part.view() == noise(100));

    ZipWriter huge;  // a claim is refused before anything is allocated for it
    huge.entries.push_back({.name = "a", .content = "x", .unpacked = 1ull << 62, .zip64 = true});
    fails(huge.bytes(), "a", limit("part-bytes", 1ull << 62, 64ull << 20));
}

BOOST_AUTO_TEST_CASE(size_of_all_parts_that_are_read) {
    ZipWriter zip;
    zip.add("a", noise(60)).add("b", noise(40)).add("c", "1").add("broken", noise(40));
    zip.entries.back().crc = 0;
    const std::string archive = zip.bytes();
    Package package;
    BOOST_TEST(package.open(archive, {.unpacked_bytes = 100}) == ok);
    Buffer part;
    BOOST_TEST(package.read("a", part) == ok);
    BOOST_TEST(package.read("broken", part) == damaged("checksum"));  // what was not read does not count
    BOOST_TEST(package.read("b", part) == ok);
    BOOST_TEST(package.read("c", part) == limit("unpacked-bytes", 101, 100));
    BOOST_TEST(package.open(archive, {.unpacked_bytes = 101}) == ok);
    for (const char* name : {"a", "b", "c"}) BOOST_TEST(package.read(name, part) == ok);
}

BOOST_AUTO_TEST_CASE(unpacked_to_packed) {
    // Deflate packs a run about 1000:1. The length of the noise behind it sets the ratio.
    const auto archive = [](std::size_t run, std::size_t random) {
        ZipWriter zip;
        return zip.add("a", std::string(run, 'a') + noise(random)).bytes();
    };
    const auto packed = [](const std::string& bytes) {
        Package package;
        BOOST_TEST(package.open(bytes) == ok);
        return package.entries()[0].packed;
    };
    const std::size_t mib = 1 << 20;
    gives(archive(mib, 0), "a", std::string(mib, 'a'));  // not above 1 MiB: any ratio
    const std::string bomb = archive(mib + 1, 0);
    fails(bomb, "a", limit("ratio", (mib + packed(bomb)) / packed(bomb), 200));
    gives(archive(mib, 6000), "a", std::string(mib, 'a') + noise(6000));

    // Exactly at the limit and one byte of content above it.
    const std::string mixed = archive(mib, 6000);
    const std::uint64_t size = mib + 6000, ratio = (size - 1) / packed(mixed) + 1;
    Package package;
    Buffer part;
    BOOST_TEST(package.open(mixed, {.ratio = ratio}) == ok);
    BOOST_TEST(package.read("a", part) == ok);
    BOOST_TEST(package.open(mixed, {.ratio = ratio - 1}) == ok);
    BOOST_TEST(package.read("a", part) == limit("ratio", ratio, ratio - 1));
}

BOOST_AUTO_TEST_CASE(a_part_that_is_not_read_may_be_anything) {
    ZipWriter zip = two();
    zip.entries.push_back({.name = "bomb", .content = std::string(3 << 20, 'a')});
    zip.entries.push_back({.name = "other", .content = "x", .method = 99});
    zip.entries.push_back({.name = "secret", .content = "x", .flags = 1});
    gives(zip.bytes(), "mimetype", "stored as it is");
}

BOOST_AUTO_TEST_CASE(a_package_can_be_moved_and_opened_again) {
    const std::string first = two().bytes();
    Package package;
    BOOST_TEST(package.open(first) == ok);
    Package moved = std::move(package);
    Buffer part;
    BOOST_TEST(moved.read("mimetype", part) == ok);
    BOOST_TEST(moved.open("PK\3\4") == damaged("no-directory"));
    BOOST_TEST(moved.read("mimetype", part) == missing);
}

BOOST_AUTO_TEST_CASE(any_single_changed_byte_is_survived) {
    const std::string archive = two().bytes();
    std::size_t readable = 0;
    for (std::size_t at = 0; at < archive.size(); ++at) {
        for (const int flip : {1, 0x80, 0xFF}) {
            std::string changed = archive;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            Package package;
            if (!package.open(changed).ok()) continue;
            for (const PackageEntry& entry : package.entries()) {
                Buffer part;
                if (!package.read(entry.name, part).ok()) continue;
                ++readable;
                BOOST_TEST((part.view() == "stored as it is" || part.view() == "<document>un plan</document>"));
            }
        }
    }
    BOOST_TEST(readable > archive.size());
}

BOOST_AUTO_TEST_SUITE_END()
