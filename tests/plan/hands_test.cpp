// Sections that several hands wrote, each part in a form of its own.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_hands)

using namespace plan_case;

// Lines of the first part stand below no title; each row of the next is one effort, whoever reads it.
BOOST_AUTO_TEST_CASE(a_row_is_read_once) {
    check(english("Count the stocks of six towns (priority action 1). March 2026 to February 2028. Cost: 35,000 EUR. Contact: roe@lake.example.org\n\n"
                  "Courses for engineers (priority action 3). 2026 to 2028. Cost: 48,000 EUR. Contact: roe@lake.example.org\n\n**Part of the Lamp Union**\n\n| | | | |\n|---|---|---|---|\n"
                  "| Boxes in schools (action 2) | May 2026 | 30,000 EUR | box@lamps.example.org |\n| A lorry for the islands (action 2) | 2027 | 60,000 EUR | box@lamps.example.org |\n\n"
                  "**Part of the Harbour Office**\n\n1. Register of ports (priority action 1): April 2026; cost: 60,000 EUR; contact: port@harbour.example.org\n"
                  "2. Handbook of methods (priority action 3): December 2027; cost: 25,000 EUR; contact: port@harbour.example.org\n"),
          "en", "effort",
          "effort-1 high \"\" Count the stocks of six towns (priority action 1). March 2026 to February 2028. Cost: 35,000 EUR. Contact: | timeline=period:2026-03/2028-02 cost=money:35000 EUR contact=email:roe@lake.example.org | action-1\n"
          "effort-2 high \"\" Courses for engineers (priority action 3). 2026 to 2028. Cost: 48,000 EUR. Contact: roe@lake.example.org | timeline=period:2026/2028 cost=money:48000 EUR contact=email:roe@lake.example.org | action-3\n"
          "effort-3 high \"\" Boxes in schools (action 2) | timeline=date:2026-05 cost=money:30000 EUR contact=email:box@lamps.example.org | action-2\n"
          "effort-4 high \"\" A lorry for the islands (action 2) | timeline=date:2027 cost=money:60000 EUR contact=email:box@lamps.example.org | action-2\n"
          "effort-5 certain \"1\" Register of ports (priority action 1): April 2026; cost: 60,000 EUR; contact: port@harbour.example.org | timeline=date:2026-04 cost=money:60000 EUR contact=email:port@harbour.example.org | action-1\n"
          "effort-6 certain \"2\" Handbook of methods (priority action 3): December 2027; cost: 25,000 EUR; contact: port@harbour.example.org | timeline=date:2027-12 cost=money:25000 EUR contact=email:port@harbour.example.org | action-3\n");
}

// Parts that several hands wrote, each with a layout of its own: rows without heads, numbers, a paragraph, bullets.
BOOST_AUTO_TEST_CASE(parts_of_several_hands) {
    const std::string all =
        "**Part 1 - Lake Institute**\n\n"
        "| A | Survey of stocks in ten towns | 2026 | EUR 40,000 | office@lake.example.org |\n|---|---|---|---|---|\n"
        "| A | Register of stocks (objective 1) | 2027 | EUR 30,000 | office@lake.example.org |\n\n"
        "**Part 2 - Lamp Recyclers**\n\n"
        "i. Lamp points (action 2), from March 2026 to May 2027; EUR 75,000. Contact: lamps@recyclers.example.org\n\n"
        "ii. Lamp vans (action 2), 2027; EUR 20,000. Contact: lamps@recyclers.example.org\n\n"
        "**Part 3 - School of Inspectors**\n\n"
        "Courses for 80 inspectors (action 3), April 2026; EUR 9,000. Contact: Ms Roe, +44 20 5550 0100\n";
    const std::string items = dump_items(Case(english(all), "en").plan, "effort");
    BOOST_TEST(items.find("effort-5") != std::string::npos);
    BOOST_TEST(items.find("effort-6") == std::string::npos);
    BOOST_TEST(items.find("Survey of stocks in ten towns") != std::string::npos);
    BOOST_TEST(items.find("Courses for 80 inspectors") != std::string::npos);
    // How to reach the area, and until when, is no effort; nor are two such lines.
    const std::string closing = english("1. Survey of stocks, 2026, EUR 40,000\n2. Lamp points, 2027, EUR 75,000\n\nQuestions by May 2026 to office@lake.example.org (action 1).\n");
    BOOST_TEST(dump_items(Case(closing, "en").plan, "effort").find("effort-3") == std::string::npos);
}

// Sub-headings that name who wrote what stands below them, where nothing else does.
BOOST_AUTO_TEST_CASE(sub_headings_of_several_hands) {
    const std::string parts =
        "### Part of the Lake Institute\n\nSurvey of stocks (action 1), 2026, EUR 40,000, office@lake.example.org\n\nRegister of stocks (action 1), 2027, EUR 30,000, office@lake.example.org\n\n"
        "### Part of the Lamp Recyclers\n\nLamp points (action 2), 2026, EUR 75,000, lamps@recyclers.example.org\n";
    const std::string names = "# X. Partners\n\n- Lake Institute\n- Lamp Recyclers\n";
    BOOST_TEST(dump_items(Case(english(parts), "en").plan, "effort").find("effort-3") == std::string::npos);
    const std::string items = dump_items(Case(english(parts) + names, "en").plan, "effort");
    BOOST_TEST(items.find("effort-3") != std::string::npos);
    BOOST_TEST(items.find("effort-4") == std::string::npos);
    BOOST_TEST(items.find("Part of the") == std::string::npos);
    const std::string said = "### Survey\n\nIt is led by the Lake Institute.\n\nIn 2026, EUR 40,000, office@lake.example.org\n\n### Lamps\n\nIn 2027, EUR 75,000, lamps@recyclers.example.org\n\nIn 2028, EUR 5,000, vans@recyclers.example.org\n";
    BOOST_TEST(dump_items(Case(english(said) + names, "en").plan, "effort").find("effort-3") == std::string::npos);
}

// Parts of several hands, each in its own form: numbered, as a table without heads, as bullets, as a paragraph.
BOOST_AUTO_TEST_CASE(parts_in_forms_of_their_own) {
    const std::string html =
        "<h1>III. Priority actions</h1><ol><li>Inventory of stocks</li><li>Collection of lamps</li></ol><h1>IV. Partner efforts and timelines</h1>"
        "<p><b>Part of the Lake Institute</b></p><p>4.1 Survey of towns (action 1), 2026. Contact: a@lake.example.org</p><p>4.2 Register (action 1), 2027. Contact: b@lake.example.org</p>"
        "<p><b>Contribution by the Union of Lamp Recyclers</b></p><table><tr><td>Boxes for lamps (action 2)</td><td>2026–2027</td><td>c@lamps.example.org</td></tr>"
        "<tr><td>Transport (action 2)</td><td>May 2027</td><td>c@lamps.example.org</td></tr></table>"
        "<p><b>University of the Hills</b></p><p>Study of dust (action 1), March 2026 to June 2027. Contact: d@hills.example.org</p>"
        "<h1>X. Partners</h1><ul><li>Lake Institute</li><li>Union of Lamp Recyclers</li><li>University of the Hills</li></ul>";
    const Case one(html, "en", "plan.html");
    BOOST_TEST(dump_items(one.plan, "effort") ==
               "effort-1 high \"4.1\" Survey of towns (action 1), 2026. Contact: a@lake.example.org | timeline=date:2026 contact=email:a@lake.example.org | action-1 partner-1\n"
               "effort-2 high \"4.2\" Register (action 1), 2027. Contact: b@lake.example.org | timeline=date:2027 contact=email:b@lake.example.org | action-1 partner-1\n"
               "effort-3 high \"\" Boxes for lamps (action 2) | timeline=period:2026/2027 contact=email:c@lamps.example.org | action-2 partner-2\n"
               "effort-4 high \"\" Transport (action 2) | timeline=date:2027-05 contact=email:c@lamps.example.org | action-2 partner-2\n"
               "effort-5 high \"\" Study of dust (action 1), March 2026 to June 2027. Contact: d@hills.example.org | timeline=period:2026-03/2027-06 contact=email:d@hills.example.org | action-1 partner-3\n");
}

// A table without heads whose rows have a name, a time and an address each; a row that has none of these would be the heads.
BOOST_AUTO_TEST_CASE(tables_without_heads) {
    const auto efforts = [](const std::string& rows) {
        const Case one("<h1>III. Priority actions</h1><ol><li>Inventory</li><li>Lamps</li></ol><h1>IV. Partner efforts and timelines</h1><table>" + rows + "</table>", "en", "plan.html");
        return one.plan.count("effort");
    };
    const std::string row = "<tr><td>Boxes for lamps</td><td>2026–2027</td><td>5 boxes</td><td>c@lamps.example.org</td></tr>";
    BOOST_TEST(efforts(row + row + row) == 3U);
    BOOST_TEST(efforts("<tr><td>Things</td><td>then</td><td>so</td><td>thus</td></tr>" + row + row) == 1U);
}

// A page for each effort: the title above a table of facts names it, and what stands around the table is its own.
BOOST_AUTO_TEST_CASE(facts_below_a_title) {
    const auto card = [](const std::string& who, const std::string& when, const std::string& contact) { return "| Who | " + who + " |\n|---|---|\n| When | " + when + " |\n| Contact | " + contact + " |\n\n"; };
    const std::string one = card("Lake Institute", "2026", "office@lake.example.org"), two = card("Clear Network", "2027", "lamps@recyclers.example.org");
    BOOST_TEST(dump_items(Case(english("## Survey of towns (action 1)\n\n" + one + "Ten towns. Milestone: first town in May 2026.\n\n## Lamp points (action 2)\n\n" + two), "en").plan, "effort") ==
               "effort-1 certain \"\" Survey of towns (action 1) | partner=organisation:Lake Institute timeline=date:2026 milestone=date:2026-05 contact=email:office@lake.example.org | action-1\n"
               "effort-2 certain \"\" Lamp points (action 2) | partner=organisation:Clear Network timeline=date:2027 contact=email:lamps@recyclers.example.org | action-2\n");
    // Bold lines serve as well, and the title of an action.
    const std::string bold = dump_items(Case(english("**Survey of towns (action 1)**\n\n" + one + "**Lamp points (action 2)**\n\n" + two), "en").plan, "effort");
    BOOST_TEST(bold.find("Lamp points (action 2) | partner=organisation:Clear Network") != std::string::npos);
    const std::string actions = dump_items(Case(english("## Action 1: Inventory of mercury stocks\n\n" + one + "## Action 2: Separate collection of lamps\n\n" + two), "en").plan, "effort");
    BOOST_TEST(actions.starts_with("effort-1 certain \"\" Action 1: Inventory of mercury stocks | action=reference:Action 1: Inventory of mercury stocks partner=organisation:Lake Institute"));
    // One row below its heads is such a form too, though a partner stands first in it.
    const auto row = [](const std::string& who, const std::string& when, const std::string& contact) { return "| Who | When | Contact |\n|---|---|---|\n| " + who + " | " + when + " | " + contact + " |\n\n"; };
    const std::string rows = dump_items(Case(english("## Survey of towns (action 1)\n\nTen towns.\n\n" + row("Lake Institute", "2026", "office@lake.example.org") + "## Lamp points (action 2)\n\n" + row("Clear Network", "2027", "lamps@recyclers.example.org")), "en").plan, "effort");
    BOOST_TEST(rows == "effort-1 certain \"\" Survey of towns (action 1) | partner=organisation:Lake Institute timeline=date:2026 contact=email:office@lake.example.org | action-1\n"
                       "effort-2 certain \"\" Lamp points (action 2) | partner=organisation:Clear Network timeline=date:2027 contact=email:lamps@recyclers.example.org | action-2\n");
    // Under no title a form keeps what it says itself.
    BOOST_TEST(dump_items(Case(english("The facts are these.\n\n" + one), "en").plan, "effort").find("The facts") == std::string::npos);
}

// Drafts of an office assistant: bullets that number themselves by a word or a code, fields parted by dots in the middle of the line.
BOOST_AUTO_TEST_CASE(bullets_that_number_themselves) {
    const auto plan = [](const std::string& actions, const std::string& efforts, const std::string& iii, const std::string& iv, const std::string& language) {
        return dump_items(Case("# " + iii + "\n\n" + actions + "\n# " + iv + "\n\n" + efforts, language).plan, "action effort");
    };
    BOOST_TEST(plan("- **Action A. Check goods.** Samples.\n- **Action B. Swap devices.** Purchase.\n", "- **A1. Test creams.** 500 samples.\n  - **Timeline:** 2026\n- **B1. New thermometers.** In homes.\n  - **Timeline:** 2027\n",
                    "III. Priority actions", "IV. Partner efforts and timelines", "en") ==
               "action-1 certain \"A\" Check goods\naction-2 certain \"B\" Swap devices\n"
               "effort-1 certain \"A1\" Test creams | timeline=date:2026 | action-1\neffort-2 certain \"B1\" New thermometers | timeline=date:2027 | action-2\n");
    BOOST_TEST(plan("- 3 courses for crews\n- 2025 inventory\n", "- None yet planned\n", "III. Priority actions", "IV. Partner efforts and timelines", "en").starts_with("action-1 certain \"\" 3 courses for crews\naction-2 certain \"\" 2025 inventory\n"));
    BOOST_TEST(plan("- **Medir.** Equipos.\n- **Ajustar.** Filtros.\n",
                    "## Medir: la furgoneta\n\nDiez plantas. **Quién:** Instituto del Lago · **Cuándo:** 2025-2026 · **Cuánto:** 240.000 EUR · **Contacto:** lago@lago.example.org\n\n"
                    "## Ajustar: taller\n\nFiltros. **Quién:** Red de Plantas • **Cuándo:** 2027 • **Cuánto:** 90.000 EUR • **Contacto:** red@red.example.org\n",
                    "III. Medidas prioritarias", "IV. Iniciativas de los asociados y plazos", "es") ==
               "action-1 certain \"\" Medir\naction-2 certain \"\" Ajustar\n"
               "effort-1 certain \"\" Medir: la furgoneta | partner=organisation:Instituto del Lago timeline=period:2025/2026 cost=money:240000 EUR contact=email:lago@lago.example.org | action-1\n"
               "effort-2 certain \"\" Ajustar: taller | partner=organisation:Red de Plantas timeline=date:2027 cost=money:90000 EUR contact=email:red@red.example.org | action-2\n");
}

BOOST_AUTO_TEST_SUITE_END()
