// Labels that number an item, and what only looks like one.
#include <boost/test/unit_test.hpp>

#include "plan/ordinals.hpp"

BOOST_AUTO_TEST_SUITE(plan_ordinals)

using namespace plancheck;

namespace {

std::string label(std::string_view text) {
    const auto found = ordinal_at(text);
    return found ? found->text + " " + found->shape + " " + std::to_string(found->value) + " " + std::to_string(found->size) : "none";
}

}  // namespace

BOOST_AUTO_TEST_CASE(labels) {
    BOOST_TEST(label("1. Survey") == "1 D. 1 3");
    BOOST_TEST(label("12) Survey") == "12 D) 12 4");
    BOOST_TEST(label("(b) Survey") == "b (l) 2 4");
    BOOST_TEST(label("ii. Survey") == "ii l. 2 4");
    BOOST_TEST(label("2.1 Survey") == "2.1 D.D 1 4");
    BOOST_TEST(label("A. Survey") == "A L. 1 3");
    BOOST_TEST(label("A.1 Survey") == "A.1 L.D 1 4");
    BOOST_TEST(label("PA2: Survey") == "PA2 CPAD: 2 5");
    BOOST_TEST(label("3 – Survey") == "3 D- 3 6");
    BOOST_TEST(label("② Survey") == "2 c 2 4");
    BOOST_TEST(label("③清单") == "3 c 3 3");
    BOOST_TEST(label("【1】清单") == "1 [D] 1 7");
    BOOST_TEST(label("［２］ 清单") == "2 [D] 2 10");
    BOOST_TEST(label("1/ Survey") == "1 D/ 1 3");
    // Marks of direction: three bytes each.
    BOOST_TEST(label("\u200F1.\u200F \u200FSurvey") == "1 D. 1 12");
    BOOST_TEST(label("2\u200E. Survey") == "none");
}

BOOST_AUTO_TEST_CASE(none) {
    for (const char* text : {"2025. A year", "3.5 million", "V. M. Name", "1 Survey", "5 - 10 sites", "I propose", "", "(see below)", "e.g. this", "10 000 t", "1/2 of it", "24/3 says"})
        BOOST_TEST(label(text) == "none", text);
}

BOOST_AUTO_TEST_CASE(order) {
    const auto at = [](std::string_view text) { return *ordinal_at(text); };
    BOOST_TEST(follows(at("1. a"), at("2. b")));
    BOOST_TEST(follows(at("i. a"), at("ii. b")));
    BOOST_TEST(follows(at("h) a"), at("i) b")));
    BOOST_TEST(follows(at("1.2 A"), at("2.1 B")));
    BOOST_TEST(!follows(at("1. a"), at("3. b")));
    BOOST_TEST(!follows(at("1. a"), at("2) b")));
    // Arabic letters in the order of abjad, and in the modern one.
    BOOST_TEST(follows(at("ب) x"), at("ج) y")));
    BOOST_TEST(follows(at("ب) x"), at("ت) y")));
    BOOST_TEST(follows(at("ت) x"), at("ث) y")));
    BOOST_TEST(!follows(at("أ) x"), at("ت) y")));
    BOOST_TEST(begins(at("a) x")));
    BOOST_TEST(!begins(at("4. x")));
}

BOOST_AUTO_TEST_CASE(bullets) {
    BOOST_TEST(bullet_at("• Survey") == 4u);
    BOOST_TEST(bullet_at("- Survey") == 2u);
    BOOST_TEST(bullet_at("-5 degrees") == 0u);
    BOOST_TEST(bullet_at("Survey") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
