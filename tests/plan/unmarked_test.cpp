// Items of plain text, where no format marks what is a title.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plan_case.hpp"

using plan_case::Case;

namespace {

std::string items(const std::string& text, const std::string& language, const std::string& kinds) { return dump_items(Case(text, language, "plan.txt").plan, kinds); }

// A section IV behind actions that its titles can name.
std::string efforts(const std::string& body) {
    return "III. Priority actions\n\n1. Inventories of stocks\n2. Collection of lamps\n\nIV. Partner efforts and timelines\n\n" + body + "\nV. Opportunities\n\nNone.\n\nX. Partners\n\n- Lake Institute\n- Union of Towns\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unmarked)

// "3.1 Choice of actions" above prose and "3.2 List of actions" above the list, numbered or not.
BOOST_AUTO_TEST_CASE(titles_that_hold_the_list) {
    const std::string expected = "action-1 high \"1\" Inventories\naction-2 high \"2\" Collection\naction-3 high \"3\" Training\n";
    const auto plan = [](const std::string& one, const std::string& two) {
        return "II. Objective of the partnership area\n\nReduce releases.\n\nIII. Priority actions\n\n" + one + "Choice of actions\n\nThe members chose them in May.\n\n" + two + "List of actions\n\n1. Inventories\n2. Collection\n3. Training\n\nIV. Partner efforts and timelines\n\nTo come.\n";
    };
    BOOST_TEST(items(plan("3.1 ", "3.2 "), "en", "action") == expected);
    BOOST_TEST(items(plan("", ""), "en", "action") == expected);
    BOOST_TEST(items("I. Issue\n\nMercury is a poison.\n\nII. Objective of the partnership area\n\n2.1 General objective\n\nTo reduce releases.\n\n2.2 Specific objectives\n\n1. Collect 200 t by 2027.\n2. Train 80 people by 2028.\n\nIII. Priority actions\n\n1. Collection\n", "en", "objective") ==
               "objective-1 high \"1\" Collect 200 t by 2027. | target=quantity:200 t timeline=period:/2027\nobjective-2 high \"2\" Train 80 people by 2028. | target=quantity:80 people timeline=period:/2028\n");
}

// Titles counted by one numbering are titles of efforts, also where the first of them names no action.
BOOST_AUTO_TEST_CASE(numbered_titles_of_efforts) {
    const std::string text = efforts("1. Courses\n\nThe institute holds courses in 2026. Contact: a@lake.example.org\n\n2. Inventories of stocks\n\nThe institute counts stocks in 2027. Contact: b@lake.example.org\n\n3. Collection of lamps\n\nThe union collects in 2027. Contact: c@towns.example.org\n");
    BOOST_TEST(items(text, "en", "effort") ==
               "effort-1 high \"1\" Courses | timeline=date:2026 contact=email:a@lake.example.org\n"
               "effort-2 high \"2\" Inventories of stocks | action=reference:2. Inventories of stocks timeline=date:2027 contact=email:b@lake.example.org | action-1\n"
               "effort-3 high \"3\" Collection of lamps | action=reference:3. Collection of lamps timeline=date:2027 contact=email:c@towns.example.org | action-2\n");
}

// Regions on lines of their own sort what stands below them.
BOOST_AUTO_TEST_CASE(regions_above_paragraphs) {
    const std::string text = efforts("Asia\n\nStocks. The institute counts them in 2026. Contact: a@lake.example.org\n\nAfrica\n\nLamps. The union collects them in 2027. Contact: c@towns.example.org\n");
    BOOST_TEST(Case(text, "en", "plan.txt").plan.count("effort") == 2U);
    const std::string head = "  Effort             Timeline   Partner          Contact\n";
    const std::string rule = "  ------------------ ---------- ---------------- --------------------\n";
    BOOST_TEST(items(efforts(rule + "  Asia                                                              \n" + head + "  Count the stocks   2026       Lake Institute   a@lake.example.org\n  Africa                                                            \n  Collect the lamps  2027       Union of Towns   c@towns.example.org\n" + rule), "en", "effort") ==
               "effort-1 high \"\" Count the stocks | partner=organisation:Lake Institute timeline=date:2026 contact=email:a@lake.example.org | partner-1\n"
               "effort-2 high \"\" Collect the lamps | partner=organisation:Union of Towns timeline=date:2027 contact=email:c@towns.example.org | action-2 partner-2\n");
}

// A second row of heads stands below the blank ones of the first.
BOOST_AUTO_TEST_CASE(heads_in_two_rows) {
    const std::string rule = "  ------------------ ---------------- --------- --------- --------------------\n";
    const std::string text = efforts(rule + "  Effort             Partner          2026                Contact\n                                      January   July\n"
                                            "  Count the stocks   Lake Institute   x                   a@lake.example.org\n  Collect the lamps  Union of Towns             x         c@towns.example.org\n" + rule);
    BOOST_TEST(Case(text, "en", "plan.txt").plan.count("effort") == 2U);
}

// What a mark in the text leads to is no item, in whatever format; a list in such brackets is one.
BOOST_AUTO_TEST_CASE(typed_notes) {
    const auto plan = [](const std::string& mark, const std::string& notes) { return "# III. Priority actions\n\nThe members" + mark + " chose them.\n\n- Collect lamps\n- Train people\n\n" + notes; };
    const std::string two = "action-1 certain \"\" Collect lamps\naction-2 certain \"\" Train people\n";
    plan_case::check(plan("[1]", "[1] Smith, 2020.\n"), "en", "action", two);
    plan_case::check(plan("[a] and towns[b]", "[a]check this\n\n[b]who is this?\n"), "en", "action", two);
    plan_case::check("# III. Priority actions\n\n[1] Collect lamps\n\n[2] Train people\n", "en", "action", "action-1 high \"1\" Collect lamps\naction-2 high \"2\" Train people\n");
}

// A line above a table names the partner of its rows, or the item whose facts it holds.
BOOST_AUTO_TEST_CASE(titles_above_tables) {
    const std::string by_partner = efforts(
        "Lake Institute\n\n  Effort             Timeline   Contact\n  ------------------ ---------- --------------------\n  Count the stocks   2026       a@lake.example.org\n  Hold courses       2027       b@lake.example.org\n\n"
        "Union of Towns\n\n  Effort             Timeline   Contact\n  ------------------ ---------- --------------------\n  Collect the lamps  2027       c@towns.example.org\n");
    BOOST_TEST(items(by_partner, "en", "effort") ==
               "effort-1 high \"\" Count the stocks | timeline=date:2026 contact=email:a@lake.example.org | partner-1\n"
               "effort-2 high \"\" Hold courses | timeline=date:2027 contact=email:b@lake.example.org | partner-1\n"
               "effort-3 high \"\" Collect the lamps | timeline=date:2027 contact=email:c@towns.example.org | action-2 partner-2\n");
    const std::string facts = efforts(
        "Courses for inspectors (priority action 1, objectives 1 and 2)\n\nTwo days each.\n\n  Who       Lake Institute\n  --------- --------------------\n  When      2026\n  Contact   a@lake.example.org\n\n"
        "Drop-off points\n\nOne in each town.\n\n  Who       Union of Towns\n  --------- --------------------\n  When      2027\n  Contact   c@towns.example.org\n");
    BOOST_TEST(items(facts, "en", "effort") ==
               "effort-1 high \"\" Courses for inspectors (priority action 1, objectives 1 and 2) | partner=organisation:Lake Institute timeline=date:2026 contact=email:a@lake.example.org | action-1 partner-1\n"
               "effort-2 high \"\" Drop-off points | partner=organisation:Union of Towns timeline=date:2027 contact=email:c@towns.example.org | partner-2\n");
}

BOOST_AUTO_TEST_SUITE_END()
