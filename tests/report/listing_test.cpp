// Names in one sentence: what is long, what has commas, scripts without spaces.
#include <boost/test/unit_test.hpp>

#include "report/listing.hpp"
#include "text/language.hpp"

BOOST_AUTO_TEST_SUITE(listing_of_names)

using namespace plancheck;

namespace {

std::string items(const std::vector<std::string>& names, const char* language = "en") { return listing_of_items(names, *Languages::built_in().find(language)); }

}  // namespace

BOOST_AUTO_TEST_CASE(one_name_stands_as_it_is) {
    BOOST_TEST(items({}) == "");
    BOOST_TEST(items({"Spot checks of creams, lamps and button cells in 240 shops. Target: 3,000."}) == "Spot checks of creams, lamps and button cells in 240 shops. Target: 3,000.");
}

BOOST_AUTO_TEST_CASE(of_several_the_first_words) {
    BOOST_TEST(items({"A1", "A2"}) == "A1, A2");
    BOOST_TEST(items({"Inventory of stocks.", "Training of inspectors. Target: 380 people"}) == "Inventory of stocks, Training of inspectors");
    BOOST_TEST(items({"Dr. Roe", "Exchange of thermometers and blood pressure gauges in 215 hospitals"}) == "Dr. Roe, Exchange of thermometers and blood pressure…");
    BOOST_TEST(items({"Collection\nof lamps", std::string(60, 'a')}) == "Collection of lamps, " + std::string(49, 'a') + "…");
    BOOST_TEST(items({"...", ", "}) == "...; ,");
}

BOOST_AUTO_TEST_CASE(other_lists_are_whole) {
    const Language& english = *Languages::built_in().find("en");
    BOOST_TEST(listing({"plan/area: We have one. It is gold.", std::string(60, 'a')}, english) == "plan/area: We have one. It is gold., " + std::string(60, 'a'));
    BOOST_TEST(listing({"gold, small", "coal"}, english) == "gold, small; coal");
}

BOOST_AUTO_TEST_CASE(names_with_commas) {
    BOOST_TEST(items({"Lamps, bulbs", "Cells"}) == "Lamps, bulbs; Cells");
    BOOST_TEST(items({"المصابيح، الخلايا", "الجرد"}, "ar") == "المصابيح، الخلايا؛ الجرد");
    BOOST_TEST(items({"Lampes, tubes", "Piles"}, "fr") == "Lampes, tubes\u00A0; Piles");
    BOOST_TEST(items({"清点", "培训"}, "zh") == "清点、培训");
    BOOST_TEST(items({"电池、灯具", "培训"}, "zh") == "电池、灯具；培训");
}

BOOST_AUTO_TEST_CASE(scripts_without_spaces_are_cut_anywhere) {
    std::string name;
    for (int i = 0; i < 40; ++i) name += "灯";
    std::string cut;
    for (int i = 0; i < 24; ++i) cut += "灯";
    BOOST_TEST(items({name, "培训"}, "zh") == cut + "…、培训");
}

BOOST_AUTO_TEST_SUITE_END()
