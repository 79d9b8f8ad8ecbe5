// Tables of indicators: heads that other kinds have as well.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_indicators)

using namespace plan_case;

// "Objective (2030)" is the value to reach, "N.º" the number of the row, "Meta" a target.
BOOST_AUTO_TEST_CASE(heads_of_targets_and_numbers) {
    const std::string rows = "|---|---|---|---|\n| 1 | tonnes | 12 | 60 |\n| 2 | depots | 0 | 5 |\n";
    const std::string expected = "indicator-1 certain \"1\" tonnes | number=text:1 baseline=text:12 target=text:60\n"
                                 "indicator-2 certain \"2\" depots | number=text:2 baseline=text:0 target=text:5\n";
    check("# VI. Evaluation\n\n| No. | Indicator | Baseline | Target (2030) |\n" + rows, "en", "indicator", expected);
    check("# VI. Evaluación\n\n| N.º | Indicador | Línea de base | Objetivo (2030) |\n" + rows, "es", "indicator", expected);
    check("# VI. Evaluación\n\n| N.º | Indicador | Línea de base | Meta |\n" + rows, "es", "indicator", expected);
    check("# سادساً - التقييم\n\n| الرقم | المؤشر | خط الأساس | الهدف (2030) |\n" + rows, "ar", "indicator", expected);
    check("# 六、评价\n\n| 序号 | 指标 | 基线 | 目标（2030年） |\n" + rows, "zh", "indicator", expected);
}

// What is measured stands behind a colon, whatever the label says.
BOOST_AUTO_TEST_CASE(behind_a_label) {
    check("# VI. Evaluation\n\nWhat we count: number of inventories finished; tonnes received.\n\nWe meet at ten.\n", "en", "indicator",
          "indicator-1 high \"\" number of inventories finished\nindicator-2 high \"\" tonnes received\n");
    check("# VI. Évaluation\n\nNous suivons : le nombre d'orpailleurs ; le mercure acheté.\n", "fr", "indicator", "indicator-1 low \"\" Nous suivons : le nombre d'orpailleurs ; le mercure acheté.\n");
    check("# VI. Evaluation\n\nPlease note: work goes on in a number of towns.\n", "en", "indicator", "");
}

// A sentence that lists them behind its colon has an item each; brackets hold together, and so does what one label numbers.
BOOST_AUTO_TEST_CASE(listed_in_a_sentence) {
    check("# VI. Evaluation\n\nThe lead reports to UNEP; this happens every two years. Two indicators are used: a) tonnes burned (8 in 2024; 5 in 2028); b) people trained. Data come from surveys.\n", "en", "indicator",
          "indicator-1 high \"a\" tonnes burned (8 in 2024; 5 in 2028) | timeline=date:2024,date:2028\nindicator-2 high \"b\" people trained\n");
    check("# 六、评价\n\n指标有两项：采金用汞的吨数；不再用汞的合作社数目。数据来自调查。\n", "zh", "indicator", "indicator-1 high \"\" 采金用汞的吨数\nindicator-2 high \"\" 不再用汞的合作社数目\n");
    check("# VI. Evaluation\n\nIndicator 1.1 is this: lamps collected; 85 in 2024.\n", "en", "indicator", "indicator-1 low \"\" Indicator 1.1 is this: lamps collected; 85 in 2024. | timeline=date:2024\n");
}

// Where commas alone part them, each begins as what is measured does; a comma inside of one parts nothing.
BOOST_AUTO_TEST_CASE(parted_by_commas) {
    check("# VI. Evaluation\n\nThe indicators are: releases in kilograms, as reported, number of plants that measure, and share of lamps that are collected.\n", "en", "indicator",
          "indicator-1 high \"\" releases in kilograms, as reported\nindicator-2 high \"\" number of plants that measure\nindicator-3 high \"\" share of lamps that are collected\n");
    check("# VI. Оценка\n\nПоказатели: масса отходов, число обученных врачей и доля собранных ламп.\n", "ru", "indicator",
          "indicator-1 high \"\" масса отходов\nindicator-2 high \"\" число обученных врачей\nindicator-3 high \"\" доля собранных ламп\n");
    check("# سادساً - التقييم\n\nتُرفع التقارير. والمؤشرات هي: كمية النفايات المجموعة، وعدد المنشآت.\n", "ar", "indicator",
          "indicator-1 high \"\" كمية النفايات المجموعة\nindicator-2 high \"\" عدد المنشآت\n");
    check("# 六、评价\n\n指标包括：排放强度（毫克、每吨）、开展监测的生产线数量、培训人数。\n\n指标每年计算。\n", "zh", "indicator",
          "indicator-1 high \"\" 排放强度（毫克、每吨）\nindicator-2 high \"\" 开展监测的生产线数量\nindicator-3 high \"\" 培训人数\n");
    check("# VI. Evaluation\n\nThe indicator is this: plants that measure, and report.\n", "en", "indicator", "indicator-1 low \"\" The indicator is this: plants that measure, and report.\n");
}

// Commas part what is listed where the sentence says how many they are.
BOOST_AUTO_TEST_CASE(counted_in_a_sentence) {
    check("# VI. Evaluation\n\nWe look at three indicators: towns with boxes, lamps collected and people trained. Data come from surveys.\n", "en", "indicator",
          "indicator-1 high \"\" towns with boxes\nindicator-2 high \"\" lamps collected\nindicator-3 high \"\" people trained\n");
    check("# VI. Evaluación\n\nMiramos dos indicadores: lámparas recogidas y personas formadas.\n", "es", "indicator", "indicator-1 high \"\" lámparas recogidas\nindicator-2 high \"\" personas formadas\n");
    check("# VI. Evaluation\n\nWe look at two indicators: towns with boxes, lamps collected, and people trained.\n", "en", "indicator", "indicator-1 low \"\" We look at two indicators: towns with boxes, lamps collected, and people trained.\n");
}

// Years head the values of what the first column names; brackets hold together what is counted.
BOOST_AUTO_TEST_CASE(values_of_two_years) {
    const std::string expected = "indicator-1 certain \"\" Kilns\nindicator-2 certain \"\" Releases\n", rows = "| 2025 | 2028 |\n|---|---|---|\n| Kilns | 14 | 50 |\n| Releases | 100 | 75 |\n";
    check("# VI. Evaluation\n\n| Indicator " + rows, "en", "indicator", expected);
    check("# VI. Évaluation\n\n| Ce que nous mesurons " + rows, "fr", "indicator", expected);
    check("# VI. Evaluation\n\n| Region " + rows, "en", "indicator", "");
    check("# VI. Evaluation\n\nWe use two indicators: kilograms emitted (2025: 11; 2029: 7), and the share of lamps collected (2025: 40 %, 2028: 90 %).\n", "en", "indicator",
          "indicator-1 high \"\" kilograms emitted (2025: 11; 2029: 7)\nindicator-2 high \"\" the share of lamps collected (2025: 40 %, 2028: 90 %) | target=percentage:40 %,percentage:90 %\n");
}

// Of a list most of whose lines begin as such items do, the others are some as well.
BOOST_AUTO_TEST_CASE(lists_of_numbers_of_things) {
    check("# VI. Évaluation\n\nNous suivons :\n\n- le nombre de sites propres ;\n- les kilogrammes achetés par site ;\n- le nombre de villages.\n\nChacun tient un cahier.\n", "fr", "indicator",
          "indicator-1 low \"\" le nombre de sites propres\nindicator-2 low \"\" les kilogrammes achetés par site\nindicator-3 low \"\" le nombre de villages.\n");
    check("# VI. Évaluation\n\nNous suivons :\n\n- le nombre de sites propres ;\n- une réunion par an ;\n- un rapport.\n", "fr", "indicator", "indicator-1 low \"\" le nombre de sites propres\n");
}

// Below titles and in bullets that number themselves, and below a sentence where each line of the list says how much.
BOOST_AUTO_TEST_CASE(titles_and_lists_that_number_themselves) {
    const std::string section = "# VI. Evaluation\n\n";
    check(section + "### Indicator 1: lamps collected\n\nFrom 10 to 90.\n\n### Indicator 2: towns\n\nFrom 2 to 8.\n\n### Reports\n\nOne a year.\n", "en", "indicator",
          "indicator-1 certain \"1\" lamps collected\nindicator-2 certain \"2\" towns\n");
    check(section + "### Indicator 1\n\nLamps collected: 10 to 90.\n\n### Indicator 2\n\nTowns: 2 to 8.\n", "en", "indicator",
          "indicator-1 certain \"1\" Lamps collected: 10 to 90.\nindicator-2 certain \"2\" Towns: 2 to 8.\n");
    check(section + "- **Indicator 1:** lamps collected\n- **Indicator 2:** towns\n", "en", "indicator", "indicator-1 certain \"1\" lamps collected\nindicator-2 certain \"2\" towns\n");
    check(section + "Progress is measured by two indicators.\n\n- Lamps collected: 10 to 90\n- Towns: 2 to 8\n\nA report is made.\n", "en", "indicator",
          "indicator-1 certain \"\" Lamps collected: 10 to 90\nindicator-2 certain \"\" Towns: 2 to 8\n");
    // Who reports is no indicator.
    BOOST_TEST(dump_items(Case(section + "The partners report on the indicators.\n\n- The Lake Institute\n- The Lamp Union\n", "en").plan, "indicator").find("Lake") == std::string::npos);
    // Elsewhere a title alone is named by what stands below it.
    check("# II. Objective of the partnership area\n\n### Objective 1\n\nFewer lamps.\n\n### Objective 2\n\nFewer scales.\n", "en", "objective", "objective-1 certain \"1\" Fewer lamps.\nobjective-2 certain \"2\" Fewer scales.\n");
}

// Several in one paragraph, each behind its own label, or behind the number of the objective that it belongs to.
BOOST_AUTO_TEST_CASE(several_in_one_paragraph) {
    check("# VI. Evaluation\n\nIndicator (a): hospitals that take part. Indicator (b): share of samples. Indicator (c): towns that report.\n", "en", "indicator",
          "indicator-1 high \"a\" hospitals that take part.\nindicator-2 high \"b\" share of samples.\nindicator-3 high \"c\" towns that report.\n");
    check("# سادساً - التقييم\n\nالمؤشر (أ): عدد المستشفيات. المؤشر (ب): نسبة العينات المخالفة.\n", "ar", "indicator",
          "indicator-1 high \"1\" عدد المستشفيات.\nindicator-2 high \"2\" نسبة العينات المخالفة.\n");
    check("# VI. Оценка\n\nЦель 1 – показатель: масса отходов. Цель 2 – показатель: доля печей. Замеры ведет институт.\n", "ru", "indicator",
          "indicator-1 high \"\" Цель 1 – показатель: масса отходов\nindicator-2 high \"\" Цель 2 – показатель: доля печей\n");
    check("# 六、评价\n\n目标1的指标为监测站数；目标2的指标为离散度。\n", "zh", "indicator", "indicator-1 high \"\" 目标1的指标为监测站数\nindicator-2 high \"\" 目标2的指标为离散度\n");
}

// الغاية heads objectives and targets: a number that refers to none is a target, and the bracket around it is none of it.
BOOST_AUTO_TEST_CASE(aims_and_references_of_indicators) {
    check("# سادساً - التقييم\n\nالمؤشرات:\n\n- عدد المنقبين المدربين (خط الأساس: 0؛ الغاية: 3000)\n- عدد المواقع (خط الأساس: 2؛ الغاية: 60)\n", "ar", "indicator",
          "indicator-1 certain \"\" عدد المنقبين المدربين (خط الأساس: 0؛ الغاية: 3000) | baseline=text:0 target=text:3000\n"
          "indicator-2 certain \"\" عدد المواقع (خط الأساس: 2؛ الغاية: 60) | baseline=text:2 target=text:60\n");
    check("# VI. Évaluation\n\n| Indicateur | Objectif | Référence | Cible |\n|---|---|---|---|\n| Nombre de guides publiés | 3 | 0 (2024) | 5 (2028) |\n", "fr", "indicator",
          "indicator-1 certain \"\" Nombre de guides publiés | objective=reference:3 baseline=text:0 (2024) target=text:5 (2028)\n");
}

// Lists of what was and what shall be, which nothing calls indicators; other numbers make none.
BOOST_AUTO_TEST_CASE(lists_that_measure) {
    const auto count = [](const std::string& body, const std::string& language = "en") { return Case((language == "zh" ? "# 六、评价\n\n" : "# VI. Evaluation\n\n") + body, language).plan.count("indicator"); };
    BOOST_TEST(count("- Tonnes of mercury in hospitals: 60 in 2024, 20 in 2027\n- Inspectors trained: 0 in 2024, 300 in 2027\n") == 2U);
    BOOST_TEST(count("1. Hospitals without mercury: 12 → 90\n2. Lamps collected: 9 000 → 40 000\n") == 2U);
    BOOST_TEST(count("（1）医院汞用量（吨）：2024年60，2027年20\n\n（2）受训检查人员：2024年0名，2027年300名\n", "zh") == 2U);
    BOOST_TEST(count("- The review of 2024 took 3 days.\n- The review of 2027 takes 4 days.\n") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
