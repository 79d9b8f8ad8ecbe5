// Plain text against its blocks, in every encoding that is met, and hostile.
#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>

#include <unicode/unistr.h>

#include "plancheck/document.hpp"
#include "support/dump.hpp"
#include "support/pairs.hpp"

BOOST_AUTO_TEST_SUITE(plain_text)

using namespace plancheck;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string made;
    made.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) made += text;
    return made;
}

std::string in_encoding(std::string_view text, const char* encoding) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string made(text.size() * 4, '\0');
    made.resize(static_cast<std::size_t>(wide.extract(0, wide.length(), made.data(), static_cast<std::uint32_t>(made.size()), encoding)));
    return made;
}

std::string text_of(const Document& document) {
    std::string made = document.text;
    for (const Notification& told : document.notifications) made += "(" + told.id + ")";
    return made;
}

constexpr std::string_view french =
    "I. Énoncé de la question\n\nLe mercure est un métal liquide à température ambiante, très toxique pour la santé des êtres "
    "humains. Les émissions proviennent de la combustion du charbon et de l'extraction de l'or.\n";
constexpr std::string_view russian =
    "I. Краткое изложение вопроса\n\nРтуть представляет собой токсичный металл, который распространяется в атмосфере и "
    "накапливается в рыбе. Меры направлены на сокращение выбросов и использования ртути.\n";
constexpr std::string_view chinese = "一、问题概述\n\n汞是一种有毒的重金属，可以在大气中远距离迁移，并在鱼类体内富集。本计划旨在减少含汞产品的生产和使用，加强废物管理。\n";
constexpr std::string_view arabic =
    "أولاً - موجز المسألة\n\nالزئبق معدن سام ينتقل في الغلاف الجوي لمسافات طويلة ويتراكم في الأسماك. تهدف هذه الخطة إلى خفض استخدام الزئبق في المنتجات.\n";

}  // namespace

BOOST_AUTO_TEST_CASE(files) { check_pairs("read/text", ".txt"); }

BOOST_AUTO_TEST_CASE(encodings_are_recognised_and_told) {
    struct Case {
        std::string_view text;
        const char* encoding;
    };
    for (const Case& c : {Case{french, "windows-1252"}, Case{french, "ISO-8859-1"}, Case{french, "UTF-16LE"}, Case{french, "UTF-16BE"},
                          Case{russian, "windows-1251"}, Case{russian, "UTF-16"}, Case{russian, "UTF-16BE"}, Case{chinese, "UTF-16LE"}, Case{arabic, "UTF-16BE"},
                          Case{french, "UTF-32"}, Case{french, "UTF-32LE"}, Case{chinese, "UTF-32BE"}, Case{chinese, "GB18030"}, Case{arabic, "windows-1256"}}) {
        BOOST_TEST_CONTEXT(c.encoding) {
            const std::string expected = text_of(read(c.text, "plan.txt")) + "(read/encoding-guessed)";
            BOOST_CHECK_EQUAL(text_of(read(in_encoding(c.text, c.encoding), "plan.txt")), expected);
        }
    }
    BOOST_CHECK_EQUAL(text_of(read("\xEF\xBB\xBF" + std::string(french), "plan.txt")), text_of(read(french, "plan.txt")));
}

BOOST_AUTO_TEST_CASE(a_bad_byte_does_not_change_the_encoding) {
    std::string text(russian);
    text.insert(text.find(' '), "\xFF");
    BOOST_CHECK_EQUAL(dump_blocks(read(text, "plan.txt")).substr(0, 90), dump_blocks(read("I.\uFFFD" + std::string(russian.substr(2)), "plan.txt")).substr(0, 90));
}

BOOST_AUTO_TEST_CASE(every_line_end_ends_a_line) {
    for (const std::string_view end : {"\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"}) {
        std::string text;
        for (const std::string_view line : {"First paragraph.", "", "- item", "- item", ""}) text.append(line).append(end);
        const Document document = read(text, "plan.txt");
        BOOST_REQUIRE_EQUAL(document.blocks.size(), 3);
        BOOST_CHECK_EQUAL(document.text, "First paragraph.\nitem\nitem\n");
    }
}

BOOST_AUTO_TEST_CASE(hostile_input_is_read_in_linear_time) {
    for (const std::string_view piece : {"- a\n", "1. a\n\n", "a)\n", "I. a\n", "-----\n", "a\tb\tc\n", "| a |\n", "+---+\n", "-- --\n", "\f", "\fa\n", "\n\n", "1\n\n",
                                         "a\n", "\xE2\x80\xA2", " "}) {
        BOOST_TEST_CONTEXT(piece) { BOOST_CHECK_LE(read("Text.\n\n" + repeated(piece, 1'000'000 / piece.size()), "plan.txt").notifications.size(), 1); }
    }
    BOOST_CHECK_EQUAL(read(repeated("word ", 2'000'000), "plan.txt").total.words, 2'000'000);
}

// A full line that ends in an address is whole where the one below it is made alike.
BOOST_AUTO_TEST_CASE(lines_of_names_and_addresses) {
    const std::string lines = "Lake Institute - office@lake.example.org\nUnion of the Recyclers of Lamps - recyclers@union.example.org\nFaculty of Medicine - P.O. Box 310, East Town\nMill Town - office@mill.example.org\n";
    BOOST_CHECK_EQUAL(read(lines, "plan.txt").text, lines);
}

BOOST_AUTO_TEST_SUITE_END()
