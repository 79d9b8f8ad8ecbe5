// Manners of other programmes: paragraphs numbered through the document ("2.1.1"), a matrix of efforts and actions, codes of levels,
// items of a list that head what is done, partners by region, a lead in brackets in whatever column.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_documents)

using namespace plan_case;

namespace {

std::string told(const plancheck::Plan& plan, const std::string& kind, bool referring = false) {
    std::string all;
    for (const plancheck::Item& item : plan.items) {
        if (item.kind != kind) continue;
        all += (all.empty() ? "" : " | ") + (item.label.empty() ? "" : item.label + " ") + item.title;
        for (std::size_t i = 0; referring && i < item.refers_to.size(); ++i) all += (i == 0 ? " -> " : ", ") + item.refers_to[i];
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(paragraphs_numbered_through_the_document) {
    const Case one(
        "## 2. Objective of the partnership area\n\n2.1 The area pursues two objectives:\n\n2.1.1 Treat 30 per cent of the waste by 2028.\n\n"
        "2.1.2 Have thresholds in force in ten countries by 2027.\n\n2.2 Both objectives serve the goal of the Partnership.\n\n"
        "## 3. Priority actions\n\n3.1 Take-back of lamps\n\n3.2 Thresholds\n\n3.3 Shared treatment\n\n"
        "## 4. Partner efforts and timelines\n\n4.1 The efforts of the partners under each priority action are set out below.\n\n"
        "4.2 Under priority action 1, Lamp Cycle runs 60 points from 2026 to 2027. Contact: vera@lamps.example.org.\n\n"
        "4.3 Under priority action 2, the Law Institute assists ministries by 2027. Contact: pia@law.example.org.\n\n"
        "4.4 Under priority action 3, the Waste Centre concludes agreements by 2027. Contact: jan@centre.example.org.\n\n"
        "## 10. Partners\n\n10.1 The lead of the area is the Law Institute.\n\n10.2 The partners are:\n\n10.2.1 Law Institute\n\n10.2.2 Lamp Cycle\n\n"
        "10.2.3 Waste Centre\n\n10.3 New partners are welcome.\n",
        "en");
    BOOST_TEST(told(one.plan, "objective") == "2.1.1 Treat 30 per cent of the waste by 2028. | 2.1.2 Have thresholds in force in ten countries by 2027.");
    BOOST_TEST(one.plan.count("effort") == 3);
    BOOST_TEST(told(one.plan, "effort", true).find("4.2 Under priority action 1, Lamp Cycle runs 60 points from 2026 to 2027.") == 0);
    BOOST_TEST(told(one.plan, "effort", true).find("action-1") != std::string::npos);
    BOOST_TEST(told(one.plan, "effort", true).find("action-3") != std::string::npos);
    BOOST_TEST(told(one.plan, "partner") == "10.2.1 Law Institute | 10.2.2 Lamp Cycle | 10.2.3 Waste Centre");
    // What names the kind alone leads up to the others: the first effort may be without an address.
    const Case other(english("4.1 Lamp Cycle runs 60 points.\n\n4.2 The Law Institute assists ministries by 2027, pia@law.example.org.\n\n4.3 The Waste Centre signs by 2027, jan@centre.example.org."), "en");
    BOOST_TEST(other.plan.count("effort") == 3);
}

// One numbering counts all paragraphs; what has a word and a number of its own is listed by these.
BOOST_AUTO_TEST_CASE(items_with_their_own_word_among_numbered_paragraphs) {
    std::string text;
    int number = 0;
    const auto paragraph = [&](const std::string& words) { return std::to_string(++number) + ". " + words + "\n\n"; };
    const std::string titles[] = {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions", "IV. Partner efforts and timelines", "V. Opportunities", "VI. Evaluation", "VII. Resource mobilization"};
    for (const std::string& title : titles) {
        text += "## " + title + "\n\n" + paragraph("The survey of the north showed little.") + paragraph("The survey of the south showed more.");
        if (title.starts_with("II. ")) text += "Objective 1. Treat 30 per cent of the waste by 2028.\n\nObjective 2. Close four dumps by 2029.\n\n";
    }
    const Case one(text, "en");
    BOOST_TEST(told(one.plan, "objective") == "1 Treat 30 per cent of the waste by 2028. | 2 Close four dumps by 2029.");
}

BOOST_AUTO_TEST_CASE(lists_in_lower_case_below_a_number_of_three_levels) {
    const Case one(
        "VI. Évaluation\n\n6.1 Les indicateurs de progrès sont :\n\n6.1.1 le nombre de stations ;\n\n6.1.2 l'écart entre les modèles.\n\n6.2 L'institut tient le registre.\n", "fr", "plan.txt");
    BOOST_TEST(told(one.plan, "indicator") == "6.1.1 le nombre de stations | 6.1.2 l'écart entre les modèles.");
}

BOOST_AUTO_TEST_CASE(a_matrix_of_efforts_and_actions) {
    const std::string rows = "| Site visits | Lake Institute | 2025 | X |  | X |\n| Boxes for lamps | Lamp Recyclers | 2026 |  | X |  |\n| Report | Lake Institute | 2027 |  |  | X |\n";
    const Case numbered(english("| Effort | Partner | Timeline | Action 1 | Action 2 | Action 3 |\n|---|---|---|---|---|---|\n" + rows), "en");
    BOOST_TEST(told(numbered.plan, "effort", true) == "Site visits -> action-1, action-3 | Boxes for lamps -> action-2 | Report -> action-3");
    const Case titled(english("| Effort | Partner | Timeline | Inventory of mercury stocks | Separate collection of lamps | Training of inspectors |\n|---|---|---|---|---|---|\n" + rows), "en");
    BOOST_TEST(told(titled.plan, "effort", true) == "Site visits -> action-1, action-3 | Boxes for lamps -> action-2 | Report -> action-3");
    // Empty boxes and dashes say nothing, and beside ticks crosses say no.
    const std::string boxes = "| Site visits | Lake Institute | 2025 | ☒ | ☐ | ☒ |\n| Boxes for lamps | Lamp Recyclers | 2026 | ☐ | ☒ | – |\n";
    const Case boxed(english("| Effort | Partner | Timeline | Action 1 | Action 2 | Action 3 |\n|---|---|---|---|---|---|\n" + boxes), "en");
    BOOST_TEST(told(boxed.plan, "effort", true) == "Site visits -> action-1, action-3 | Boxes for lamps -> action-2");
    const std::string ticks = "| Site visits | Lake Institute | 2025 | ✓ | ✗ | ✓ |\n| Boxes for lamps | Lamp Recyclers | 2026 | ✗ | ✓ | ✗ |\n";
    const Case ticked(english("| Effort | Partner | Timeline | Action 1 | Action 2 | Action 3 |\n|---|---|---|---|---|---|\n" + ticks), "en");
    BOOST_TEST(told(ticked.plan, "effort", true) == "Site visits -> action-1, action-3 | Boxes for lamps -> action-2");
    // Crosses below quarters say when.
    const Case timed(english("| Effort | Partner | Q1 2026 | Q2 2026 | Q3 2026 |\n|---|---|---|---|---|\n| Site visits | Lake Institute | X |  | X |\n"), "en");
    BOOST_TEST(told(timed.plan, "effort", true) == "Site visits");
}

BOOST_AUTO_TEST_CASE(codes_of_levels) {
    const Case one(
        "# III. Priority actions\n\n**P1.1** Collection of lamps\n\n**P1.2** Word to households\n\n**P2.1** Shared treatment\n\n# IV. Partner efforts and timelines\n\n"
        "| Code | Effort | Partner | Timeline | Contact |\n|---|---|---|---|---|\n| A1.1.1 | Sixty points in towns | Lamp Recyclers | 2026 | a@lr.example.org |\n"
        "| A1.2.1 | From door to door | Union of Towns | 2027 | b@ut.example.org |\n| A2.1.1 | An agreement of three states | Lake Institute | 2027 | c@li.example.org |\n",
        "en");
    BOOST_TEST(told(one.plan, "action") == "P1.1 Collection of lamps | P1.2 Word to households | P2.1 Shared treatment");
    BOOST_TEST(told(one.plan, "effort", true) == "A1.1.1 Sixty points in towns -> action-1 | A1.2.1 From door to door -> action-2 | A2.1.1 An agreement of three states -> action-3");
}

BOOST_AUTO_TEST_CASE(items_of_a_list_that_head_what_is_done) {
    const Case one(english("1. Inventory of mercury stocks\n   - Lake Institute: survey of 40 sites, 2026, USD 40,000.\n   - Union of Towns: forms for 300 owners, by June 2026.\n"
                           "2. Separate collection of lamps\n   - Lamp Recyclers: boxes in 90 shops, 2026-2027.\n"),
                   "en");
    BOOST_TEST(told(one.plan, "effort", true) == "Lake Institute: survey of 40 sites, 2026, USD 40,000. -> action-1 | Union of Towns: forms for 300 owners, by June 2026. -> action-1 | "
                                                 "Lamp Recyclers: boxes in 90 shops, 2026-2027. -> action-2");
    // Bullets that say no more than how are parts of one effort.
    const Case parts(english("1. Inventory of mercury stocks\n   - Forty sites are seen.\n   - Lake Institute, 2026, lake@li.example.org.\n2. Separate collection of lamps\n   - Boxes in shops.\n   - Lamp Recyclers, 2026, a@lr.example.org.\n"), "en");
    BOOST_TEST(parts.plan.count("effort") == 2);
    // Codes go on below the bullets of a text.
    const Case coded("III. Priority actions\n\n• M1. Measuring\n• M2. Cleaning\n• M3. Training\n\nIV. Partner efforts and timelines\n\nM1. Measuring\n• Heat Institute: 35 plants, 2026, zorin@heat.example.org\n"
                     "M2. Cleaning\n• Filter Ltd: trials, 2027, trials@filter.example.org\nM3. Training\n• Heat Institute: courses, 2026, zorin@heat.example.org\n",
                     "en", "plan.txt");
    BOOST_TEST(told(coded.plan, "effort", true) == "Heat Institute: 35 plants, 2026, zorin@heat.example.org -> action-1 | Filter Ltd: trials, 2027, trials@filter.example.org -> action-2 | "
                                                   "Heat Institute: courses, 2026, zorin@heat.example.org -> action-3");
}

BOOST_AUTO_TEST_CASE(partners_by_region) {
    const auto told_in = [](const std::string& language, const std::string& linkages, const std::string& title, const std::string& body) {
        const Case one("## " + linkages + "\n\nX.\n\n## " + title + "\n\n" + body, language);
        return told(one.plan, "partner") + " / " + told(one.plan, "lead");
    };
    BOOST_TEST(told_in("es", "IX. Vínculos", "X. Asociados", "América Latina: Fundación Oro Limpio (entidad líder), Escuela Minera de Tacuara, Red Médica Andina.\n\nEuropa: Joyas del Valle S.L.\n") ==
               "Fundación Oro Limpio (entidad líder) | Escuela Minera de Tacuara | Red Médica Andina | Joyas del Valle S.L / Fundación Oro Limpio");
    // The name stands behind the region, and the role in brackets behind the name.
    BOOST_TEST(told_in("en", "IX. Linkages", "X. Partners", "| Region | Partner | Commitment |\n|---|---|---|\n| West Africa | Kodara Cooperative (lead) | Tables |\n| Europe | Orlac Refiners | Gold |\n") ==
               "Kodara Cooperative (lead) | Orlac Refiners / Kodara Cooperative");
    BOOST_TEST(told_in("zh", "九、联系", "十、合作伙伴", "| 地区 | 合作伙伴 | 承诺 |\n|---|---|---|\n| 非洲 | 净金基金会（牵头单位） | 设备 |\n| 亚洲 | 矿山医师协会 | 巡诊 |\n") ==
               "净金基金会（牵头单位） | 矿山医师协会 / 净金基金会");
}

BOOST_AUTO_TEST_CASE(a_time_is_no_telephone) {
    const Case one("# IV. Деятельность партнеров и сроки\n\n| Мероприятие | Исполнитель | Сроки | Расходы, долл. США |\n|---|---|---|---|\n| Сбор ламп | Фонд «Чистое село» | 09.2025–12.2026 | 90 000 |\n\n# V. Возможности\n\nНет.\n", "ru");
    BOOST_TEST(dump_items(one.plan, "effort").find("contact") == std::string::npos);
}

// "Lead? | Yes": who stands in the row leads.
BOOST_AUTO_TEST_CASE(a_column_that_answers) {
    const auto leads = [](const std::string& language, const std::string& linkages, const std::string& title, const std::string& body) {
        const Case one("## " + linkages + "\n\nX.\n\n## " + title + "\n\n" + body, language);
        return told(one.plan, "lead");
    };
    BOOST_TEST(leads("en", "IX. Linkages", "X. Partners", "| Partner | Region | Lead? |\n|---|---|---|\n| Lake Institute | Africa | Yes |\n| Clear Health | Asia | No |\n") == "Lake Institute");
    BOOST_TEST(leads("fr", "IX. Liaison", "X. Partenaires", "| Région | Partenaire | Chef de file |\n|---|---|---|\n| Afrique | Institut du lac | oui |\n| Asie | Santé claire | non |\n") == "Institut du lac");
    BOOST_TEST(leads("es", "IX. Vínculos", "X. Asociados", "| Asociado | Región | ¿Líder? |\n|---|---|---|\n| Instituto del Lago | África | X |\n| Salud Clara | Asia |  |\n") == "Instituto del Lago");
    BOOST_TEST(leads("en", "IX. Linkages", "X. Partners", "| Partner | Region | Lead? |\n|---|---|---|\n| Lake Institute | Africa | ☐ |\n| Clear Health | Asia | ☒ |\n") == "Clear Health");
    BOOST_TEST(leads("en", "IX. Linkages", "X. Partners", "| Partner | Region | Lead? |\n|---|---|---|\n| Lake Institute | Africa | ✗ |\n| Clear Health | Asia | ✓ |\n") == "Clear Health");
    BOOST_TEST(leads("en", "IX. Linkages", "X. Partners", "| Region | Partner | Focal point |\n|---|---|---|\n| Africa | Lake Institute [LEAD] | a@b.example.org |\n| Asia | Clear Health | c@d.example.org |\n") == "Lake Institute");
}

// Converters lose the cells that reach into a second row of heads.
BOOST_AUTO_TEST_CASE(a_second_row_of_heads_that_moved) {
    const Case one("<h2>IV. Partner efforts and timelines</h2><table><tr><th>Effort</th><th>Partner</th><th>Contact</th><th colspan=2>2026</th></tr><tr><td>Q1</td><td>Q2</td><td></td><td></td><td></td></tr>"
                   "<tr><td>Site visits</td><td>Lake Institute</td><td>a@li.example.org</td><td>X</td><td></td></tr><tr><td>Boxes for lamps</td><td>Lamp Recyclers</td><td>b@lr.example.org</td><td></td><td>X</td></tr></table>",
                   "en", "plan.html");
    BOOST_TEST(told(one.plan, "effort") == "Site visits | Boxes for lamps");
}

// "1 | 2 | 3" below the heads.
BOOST_AUTO_TEST_CASE(a_row_that_numbers_the_columns) {
    const Case one(english("| Effort | Partner | Timeline | Cost, USD |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n| Site visits | Lake Institute | 2026 | 4,000 |\n"), "en");
    BOOST_TEST(told(one.plan, "effort") == "Site visits");
}

// What asks an author to name the lead names none.
BOOST_AUTO_TEST_CASE(instructions_name_no_lead) {
    for (const char* text : {"Please indicate the lead of the area and list all partners.", "State who leads the area.", "List partners; identify the area lead."}) {
        const Case one("## IX. Linkages\n\nX.\n\n## X. Partners\n\n" + std::string(text) + "\n\n- Lake Institute\n- Clear Health\n", "en");
        BOOST_TEST(std::none_of(one.plan.items.begin(), one.plan.items.end(), [](const plancheck::Item& item) { return item.kind == "lead" && item.confidence != plancheck::Confidence::low; }), text);
    }
    const Case led("## IX. Linkages\n\nX.\n\n## X. Partners\n\nThe Lake Institute leads the area.\n\n- Lake Institute\n- Clear Health\n", "en");
    BOOST_TEST(told(led.plan, "lead") == "The Lake Institute");
}

BOOST_AUTO_TEST_SUITE_END()
