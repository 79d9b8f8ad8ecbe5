// Each question about eight bytes against the same question about one, with every byte at every place beside bytes of all
// kinds.
#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>

#include "text/eight.hpp"

BOOST_AUTO_TEST_SUITE(eight_bytes)

using namespace plancheck;

namespace {

using Answer = std::function<std::uint64_t(std::uint64_t)>;
using Holds = std::function<bool(unsigned char)>;

std::uint64_t one_by_one(const std::string& bytes, const Holds& holds) {
    std::uint64_t made = 0;
    for (std::size_t i = 0; i < 8; ++i)
        if (holds(static_cast<unsigned char>(bytes[i]))) made |= std::uint64_t{0x80} << 8 * i;
    return made;
}

// Calls `take` with eight bytes of these: one of them each byte in turn, at each place.
void each_eight(const std::string& around, const std::function<void(const std::string&)>& take) {
    for (std::size_t place = 0; place < 8; ++place)
        for (std::size_t shift = 0; shift < around.size(); ++shift)
            for (int c = 0; c < 256; ++c) {
                std::string bytes;
                for (std::size_t i = 0; i < 8; ++i) bytes += around[(i + shift) % around.size()];
                bytes[place] = static_cast<char>(c);
                take(bytes);
            }
}

// Up to the first byte that `ends` holds of, that one included.
std::uint64_t up_to(std::uint64_t answer, std::uint64_t ends) {
    if (ends == 0) return answer;
    const std::uint32_t last = eight::first(ends);
    return last == 7 ? answer : answer & ((std::uint64_t{1} << 8 * (last + 1)) - 1);
}

const std::string mixed = std::string("a \x80`Z0\xFF\x7F\x1F", 9) + '\0';

}  // namespace

BOOST_AUTO_TEST_CASE(a_byte_is_told_wherever_it_stands) {
    for (const char sought : {' ', 'a', '\0', '\x7F'})
        each_eight(mixed, [&](const std::string& bytes) { BOOST_REQUIRE(eight::equal(eight::load(bytes.data()), sought) == one_by_one(bytes, [&](unsigned char c) { return c == static_cast<unsigned char>(sought); })); });
}

BOOST_AUTO_TEST_CASE(up_to_the_first_that_is_below) {
    for (const char limit : {'\x01', ' ', 'a'})
        each_eight(mixed, [&](const std::string& bytes) {
            const std::uint64_t right = one_by_one(bytes, [&](unsigned char c) { return c < static_cast<unsigned char>(limit); });
            BOOST_REQUIRE(up_to(eight::below(eight::load(bytes.data()), limit), right) == up_to(right, right));
        });
}

BOOST_AUTO_TEST_CASE(up_to_the_first_that_is_not_ascii) {
    const auto is = [](char first, char last) { return [=](unsigned char c) { return c >= first && c <= last; }; };
    const auto alphanumeric = [](unsigned char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const std::pair<Answer, Holds> questions[] = {
        {[](std::uint64_t bytes) { return eight::equal_ascii(bytes, ' '); }, is(' ', ' ')},
        {[](std::uint64_t bytes) { return eight::within(bytes, 'A', 'Z'); }, is('A', 'Z')},
        {[](std::uint64_t bytes) { return eight::within(bytes, '0', '9'); }, is('0', '9')},
        {[](std::uint64_t bytes) { return eight::alphanumeric(bytes); }, alphanumeric},
    };
    for (const auto& [answer, holds] : questions)
        each_eight(mixed, [&](const std::string& bytes) {
            const std::uint64_t high = one_by_one(bytes, [](unsigned char c) { return c >= 0x80; }), before = high == 0 ? ~std::uint64_t{0} : (high & ~(high - 1)) / 0x80 - 1;
            BOOST_REQUIRE((answer(eight::load(bytes.data())) & before) == (one_by_one(bytes, holds) & before));
        });
}

BOOST_AUTO_TEST_CASE(control_characters_and_counts) {
    each_eight("a \x80Z~\xFF\xC2", [](const std::string& bytes) {
        const std::uint64_t controls = one_by_one(bytes, [](unsigned char c) { return c < 0x20 || c == 0x7F; });
        BOOST_REQUIRE(eight::has_no_control(eight::load(bytes.data())) == (controls == 0));
        const std::uint64_t high = one_by_one(bytes, [](unsigned char c) { return c >= 0x80; });
        BOOST_REQUIRE(eight::is_ascii(eight::load(bytes.data())) == (high == 0));
        std::uint32_t count = 0;
        for (const char c : bytes) count += static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
        BOOST_REQUIRE(eight::count(high) == count);
    });
}

BOOST_AUTO_TEST_CASE(bytes_go_in_and_out) {
    char made[8];
    eight::store(made, eight::load("abcdefgh"));
    BOOST_TEST(std::string(made, 8) == "abcdefgh");
    BOOST_TEST((eight::load("abcdefgh") & 0xFF) == 'a');
}

BOOST_AUTO_TEST_SUITE_END()
