// Tables that only frame text: titles and whole sections in boxes are read as if they stood alone.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_framed)

using namespace plan_case;

namespace {

std::string sections(const plancheck::Plan& plan) {
    std::string text;
    for (const plancheck::Section& section : plan.outline->sections)
        text += (section.spec == nullptr ? "-" : section.spec->key) + ' ' + std::to_string(section.words.words) + '\n';
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(titles_in_boxes) {
    const Case one("| II. Objective of the partnership area |\n|---|\n\nReduce releases.\n\n| III. Priority actions |\n|---|\n\n1. Inventories\n2. Collection\n3. Training\n\n"
                   "| IV. Partner efforts and timelines |\n|---|\n\nTo come.\n", "en");
    BOOST_TEST(sections(one.plan) == "objective 2\nactions 3\nefforts 2\n");
    BOOST_TEST(one.plan.count("action") == 3U);
}

BOOST_AUTO_TEST_CASE(sections_in_boxes) {
    const std::string html = "<table><tr><td><h2>III. Priority actions</h2></td></tr><tr><td><p>The area agreed on:</p><ul><li>Inventories</li><li>Collection</li>"
                             "<li>Training</li></ul></td></tr></table><table><tr><td><h2>IV. Partner efforts and timelines</h2></td></tr><tr><td>"
                             "<table><tr><th>Activity</th><th>Partner</th></tr><tr><td>Courses</td><td>Lake Institute</td></tr></table></td></tr></table>"
                             "<table><tr><td><h2>V. Opportunities</h2><p>None at this time.</p></td></tr></table>";
    const Case one(html, "en", "plan.html");
    BOOST_TEST(sections(one.plan) == "actions 7\nefforts 5\nopportunities 4\n");
    BOOST_TEST(dump_items(one.plan, "action effort") == "action-1 certain \"\" Inventories\naction-2 certain \"\" Collection\naction-3 certain \"\" Training\n"
                                                        "effort-1 certain \"\" Courses | partner=organisation:Lake Institute\n");
}

BOOST_AUTO_TEST_CASE(names_in_one_column) {
    check("# X. Partners\n\n| Partners |\n|---|\n| Lake Institute |\n| Clear Network |\n", "en", "partner",
          "partner-1 low \"\" Lake Institute\npartner-2 low \"\" Clear Network\n");
}

// A table that orders its text in columns hides no titles.
BOOST_AUTO_TEST_CASE(titles_in_columns) {
    const Case one("# III. Priority actions\n\n| IV. Partner efforts and timelines | V. Opportunities |\n|---|---|\n| see below | none |\n", "en");
    BOOST_TEST(sections(one.plan) == "actions 10\n");
}

// Numbers of pages and running titles that were left in the text when pages were set anew.
BOOST_AUTO_TEST_CASE(feet_of_pages_in_the_text) {
    const std::string text = "# III. Priority actions\n\n1. Inventories\n\nPage 3 of 9\n\nPlan of the area\n\n2. Collection\n\n# X. Partners\n\nLake Institute, a@lake.example.org\n\nPlan of the area\n\nPage 4 of 9\n\n"
                             "Lamp Recyclers, b@lamps.example.org\n\nPage 5 of 9\n";
    check(text, "en", "action partner", "action-1 certain \"1\" Inventories\naction-2 certain \"2\" Collection\npartner-1 low \"\" Lake Institute | contact=email:a@lake.example.org\npartner-2 low \"\" Lamp Recyclers | contact=email:b@lamps.example.org\n");
    check("# X. Партнеры\n\nИнститут озера, a@lake.example.org\n\nСтр. 7 из 8\n\nСоюз ламп, b@lamps.example.org\n\nСтр. 8 из 8\n", "ru", "partner",
          "partner-1 low \"\" Институт озера | contact=email:a@lake.example.org\npartner-2 low \"\" Союз ламп | contact=email:b@lamps.example.org\n");
}

BOOST_AUTO_TEST_SUITE_END()
