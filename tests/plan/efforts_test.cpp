// Efforts in every layout, with what holds for them: fields, groups, references.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_efforts)

using namespace plan_case;

BOOST_AUTO_TEST_CASE(a_table_with_group_rows_totals_and_a_second_header) {
    check(english("| Activity | Partner | Timeline | Cost (USD) | Contact |\n|---|---|---|---|---|\n"
                  "| Survey of stocks | Lake Institute | 2025-2026 | 40 000 | office@lake.example.org |\n"
                  "| Activity | Partner | Timeline | Cost (USD) | Contact |\n"
                  "| Lamp points | Lamp Recyclers | 2026 | 75,000 | |\n"
                  "| Total | | | 115,000 | |\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks | partner=organisation:Lake Institute timeline=period:2025/2026 cost=money:40000 USD contact=email:office@lake.example.org\n"
          "effort-2 certain \"\" Lamp points | partner=person:Lamp Recyclers timeline=date:2026 cost=money:75000 USD contact!\n");
}

// The label of a total may stand behind what it is the total of, where nothing but numbers stands beside it.
BOOST_AUTO_TEST_CASE(totals_whose_label_stands_behind) {
    const auto efforts = [](const std::string& last) {
        return english("| Output | Timeline | Cost (USD) | Activity |\n|---|---|---|---|\n| 1 | 2025-2026 | 40 000 | Survey of stocks |\n| 2 | 2026 | 75,000 | Lamp points |\n" + last);
    };
    const auto items = [&](const std::string& text) { return dump_items(Case(text, "en").plan, "effort"); };
    const std::string without = items(efforts("")), with = items(efforts("| | | 115,000 | Total cost |\n"));
    BOOST_TEST(with == without);
    BOOST_TEST(with.find("effort-3") == std::string::npos);
    BOOST_TEST(items(efforts("| 3 | 2027 | 9,000 | Total mercury in wells |\n")).find("effort-3") == std::string::npos);
    BOOST_TEST(items(efforts("| 3 | from May 2027 | 9,000 | Total mercury in wells |\n")).find("effort-3") != std::string::npos);
}

// A column that counts the rows says nothing where codes stand behind it.
BOOST_AUTO_TEST_CASE(codes_behind_numbers_of_rows) {
    check(english("| No. | Code | Activity | Timeline |\n|---|---|---|---|\n| 1 | A-1 | Survey of stocks | 2025 |\n| 2 | A-2 | Lamp points | 2026 |\n"), "en", "effort",
          "effort-1 certain \"A-1\" Survey of stocks | number=text:A-1 timeline=date:2025\n"
          "effort-2 certain \"A-2\" Lamp points | number=text:A-2 timeline=date:2026\n");
}

// Codes of currencies that the language has no words for, and codes and signs that count in thousands.
BOOST_AUTO_TEST_CASE(heads_with_codes_of_currencies) {
    const auto efforts = [](const std::string& head) {
        return english("| Activity | Partner | " + head + " |\n|---|---|---|\n| Survey of stocks | Lake Institute | 40 |\n| Lamp points | Lamp Recyclers | 75 |\n");
    };
    const auto items = [](const std::string& money) {
        return "effort-1 certain \"\" Survey of stocks | partner=organisation:Lake Institute cost=money:40" + money +
               "\neffort-2 certain \"\" Lamp points | partner=person:Lamp Recyclers cost=money:75" + money + "\n";
    };
    check(efforts("Cost (KES)"), "en", "effort", items(" KES"));
    check(efforts("Cost (kEUR)"), "en", "effort", items("000 EUR"));
    check(efforts("Cost, MUSD"), "en", "effort", items("000000 USD"));
    check(efforts("Cost (k€)"), "en", "effort", items("000 EUR"));
    check(efforts("Cost"), "en", "effort", items(""));
    check(efforts("USD"), "en", "effort", items(" USD"));
    check(efforts("kEUR"), "en", "effort", items("000 EUR"));
    check(efforts("US dollars"), "en", "effort", items(" USD"));
}

// "III.2" is a label as a whole; an ordinal stands for the one title that begins with it.
BOOST_AUTO_TEST_CASE(labels_with_the_section_and_ordinals_in_words) {
    const auto plan = [](const std::string& actions, const std::string& efforts) {
        return "# III. Priority actions\n\n" + actions + "\n\n# IV. Partner efforts and timelines\n\n" + efforts + "\n\n# V. Opportunities\n\nNone.\n";
    };
    check(plan("## III.1 Know it\n\nCount.\n\n## III.2 Collect it\n\nBoxes.\n\n## III.3 Store it\n\nDepots.", "## III.1 Know it\n\nLake Institute counts lamps.\n\n## III.2 Collect it\n\nLamp Recyclers opens points.\n\n## III.3 Store it\n\nClear Network builds depots."),
          "en", "effort",
          "effort-1 certain \"III.1\" Know it | action=reference:III.1 Know it | action-1\n"
          "effort-2 certain \"III.2\" Collect it | action=reference:III.2 Collect it | action-2\n"
          "effort-3 certain \"III.3\" Store it | action=reference:III.3 Store it | action-3\n");
    check(plan("First action: count lamps.\n\nSecond action: collect lamps.\n\nThird action: store mercury.", "| Action | Effort | Partner |\n|---|---|---|\n| First | Survey | Lake Institute |\n| Third | Depots | Clear Network |"),
          "en", "effort",
          "effort-1 certain \"\" Survey | action=reference:First partner=organisation:Lake Institute | action-1\n"
          "effort-2 certain \"\" Depots | action=reference:Third partner=organisation:Clear Network | action-3\n");
}

// Titles that only their numbers show to be any: the last of them has its text as well, but not what closes the section.
BOOST_AUTO_TEST_CASE(text_below_numbered_titles) {
    check(english("1\\) Survey\n\nDone by Lake Institute in 2025. Contact: office@lake.example.org\n\n2\\) Points\n\nRun by Clear Network from 2026. Contact: points@clear.example.org\n\nAll of them were agreed.\n"), "en", "effort",
          "effort-1 high \"1\" Survey | timeline=date:2025 contact=email:office@lake.example.org\n"
          "effort-2 high \"2\" Points | timeline=period:2026/ contact=email:points@clear.example.org\n");
}

// In a text a number in sequence makes a list, whatever it numbers.
BOOST_AUTO_TEST_CASE(text_below_numbered_titles_of_a_text) {
    const std::string more = " What is done is agreed on in the spring of each year with those who live there, and what came of it is told to them in the autumn, in a letter to whoever asked for it, and on the boards of the towns.";
    const Case one("III. Priority actions\n" + more + "\nIV. Partner efforts and timelines\n1) Survey\nDone by Lake Institute in 2025. Contact: office@lake.example.org." + more +
                       "\n2) Points\nRun by Clear Network from 2026. Contact: points@clear.example.org." + more + "\nV. Opportunities\n" + more + "\n",
                   "en", "plan.txt");
    BOOST_TEST(dump_items(one.plan, "effort") == "effort-1 high \"1\" Survey | timeline=date:2025 contact=email:office@lake.example.org\n"
                                                 "effort-2 high \"2\" Points | timeline=period:2026/ contact=email:points@clear.example.org\n");
}

// A sum is no effort, whatever the layout.
BOOST_AUTO_TEST_CASE(totals_below_titles) {
    for (const std::string total : {"Total", "Total: 300", "Grand total"})
        check(english("### Survey\n\n- Partner: Lake Institute\n- Timeline: 2025\n\n### Points\n\n- Partner: Clear Network\n- Timeline: 2026\n\n### " + total + "\n\n- Cost: USD 300\n"), "en", "effort",
              "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2025\n"
              "effort-2 certain \"\" Points | partner=organisation:Clear Network timeline=date:2026\n");
}

BOOST_AUTO_TEST_CASE(a_table_split_in_two_goes_on) {
    check(english("| Activity | Partner | Timeline |\n|---|---|---|\n| Survey | Lake Institute | 2025 |\n\n(continued)\n\n| Activity | Partner | Timeline |\n|---|---|---|\n| Points | Clear Network | 2026 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2025\n"
          "effort-2 certain \"\" Points | partner=organisation:Clear Network timeline=date:2026\n");
    check(english("| Activity | Partner | Timeline |\n|---|---|---|\n| Survey | Lake Institute | 2025 |\n\n| Points | Clear Network | 2026 |\n|---|---|---|\n| Courses | Clear Network | 2027 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2025\n"
          "effort-2 certain \"\" Points | partner=organisation:Clear Network timeline=date:2026\n"
          "effort-3 certain \"\" Courses | partner=organisation:Clear Network timeline=date:2027\n");
}

BOOST_AUTO_TEST_CASE(sub_headings_group_efforts_by_action) {
    check(english("## Priority action 1: Inventory of mercury stocks\n\n- Survey in Ghana, 2025-2026 (office@lake.example.org)\n- Database, by December 2027\n\n"
                  "## Priority action 2: Separate collection of lamps\n\nLamp Recyclers opens sixty points in 2026.\n\nContact: lamps@recyclers.example.net\n"), "en", "effort",
          "effort-1 certain \"\" Survey in Ghana, 2025-2026 (office@lake.example.org) | action=reference:Priority action 1: Inventory of mercury stocks timeline=period:2025/2026 contact=email:office@lake.example.org | action-1\n"
          "effort-2 certain \"\" Database, by December 2027 | action=reference:Priority action 1: Inventory of mercury stocks timeline=period:/2027-12 | action-1\n"
          "effort-3 certain \"\" Priority action 2: Separate collection of lamps | action=reference:Priority action 2: Separate collection of lamps timeline=date:2026 contact=email:lamps@recyclers.example.net | action-2\n");
    check(french("## Action prioritaire 1 – Inventaire des stocks de mercure\n\n- Enquête au Ghana, 2025-2026\n\n## Action prioritaire 3 – Formation des inspecteurs\n\n- Cours en ligne, permanent\n"), "fr", "effort",
          "effort-1 certain \"\" Enquête au Ghana, 2025-2026 | action=reference:Action prioritaire 1 – Inventaire des stocks de mercure timeline=period:2025/2026 | action-1\n"
          "effort-2 certain \"\" Cours en ligne, permanent | action=reference:Action prioritaire 3 – Formation des inspecteurs timeline=ongoing:permanent | action-3\n");
}

BOOST_AUTO_TEST_CASE(labelled_lines) {
    check(english("Activity: Survey of stocks\n\nPartner: Lake Institute\n\nPriority action: 1\n\nTimeline: 2025-2026\n\nContact: office@lake.example.org\n\n"
                  "Activity: Sixty points for lamps\n\nPartner: Clear Network\n\nPriority action: 2\n\nTimeline: to be confirmed\n"), "en", "effort",
          "effort-1 high \"\" Survey of stocks | action=reference:1 partner=organisation:Lake Institute timeline=period:2025/2026 contact=email:office@lake.example.org | action-1\n"
          "effort-2 high \"\" Sixty points for lamps | action=reference:2 partner=organisation:Clear Network timeline=unset:to be confirmed | action-2\n");
}

// Fields by their labels in one paragraph: the name ends before the next of them.
BOOST_AUTO_TEST_CASE(labels_in_one_line) {
    check(english("Activity: Survey of stocks; first in mines; Partner: Lake Institute; Timeline: 2025-2026; Contact: office@lake.example.org\n\n"
                  "Activity: Sixty points for lamps; Partner: Clear Network; Timeline: 2027\n"), "en", "effort",
          "effort-1 high \"\" Survey of stocks; first in mines | partner=organisation:Lake Institute timeline=period:2025/2026 contact=email:office@lake.example.org\n"
          "effort-2 high \"\" Sixty points for lamps | partner=organisation:Clear Network timeline=date:2027\n");
    check(english("- Activity: Survey of stocks; Partner: Lake Institute; Timeline: 2025-2026\n- Activity: Sixty points for lamps; Timeline: 2027\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks | partner=organisation:Lake Institute timeline=period:2025/2026\n"
          "effort-2 certain \"\" Sixty points for lamps | timeline=date:2027\n");
    check(french("Initiative : Enquête sur les sites ; partenaire : Institut du lac ; délai : 2025-2026\n\nInitiative : Collecte en ville ; partenaire : Réseau clair ; délai : 2027\n"), "fr", "effort",
          "effort-1 high \"\" Enquête sur les sites | partner=organisation:Institut du lac timeline=period:2025/2026\n"
          "effort-2 high \"\" Collecte en ville | partner=organisation:Réseau clair timeline=date:2027\n");
}

// Costs in an annex, by the name of the effort or by what it serves; not where a row is none of them, or has no currency.
BOOST_AUTO_TEST_CASE(a_budget_in_an_annex) {
    const std::string efforts = english("| Priority action | Activity | Timeline |\n|---|---|---|\n| 1 | Survey of caves in ten towns (Velmora) | 2025 |\n| 2 | Sixty points for lamps | 2026 |\n");
    const std::string none = "effort-1 certain \"\" Survey of caves in ten towns (Velmora) | action=reference:1 timeline=date:2025 | action-1\n"
                             "effort-2 certain \"\" Sixty points for lamps | action=reference:2 timeline=date:2026 | action-2\n";
    const std::string joined = "effort-1 certain \"\" Survey of caves in ten towns (Velmora) | action=reference:1 timeline=date:2025 cost=money:40000 USD | action-1\n"
                               "effort-2 certain \"\" Sixty points for lamps | action=reference:2 timeline=date:2026 cost=money:7500 USD | action-2\n";
    const auto with = [&](const std::string& head, const std::string& first, const std::string& second) {
        return efforts + "\n# Annex A. Budget\n\n" + head + "\n|---|---|\n" + first + "\n" + second + "\n| Total | 47,500 |\n";
    };
    check(with("| Activity | Cost (USD) |", "| Survey of caves in ten towns | 40,000 |", "| Sixty points for lamps | 7,500 |"), "en", "effort", joined);
    check(with("| Priority action | Cost (USD) |", "| Priority action 1 | 40,000 |", "| Priority action 2 | 7,500 |"), "en", "effort", joined);
    check(with("| Activity | Cost (USD) |", "| Survey of caves in ten towns | 40,000 |", "| Rent of rooms | 7,500 |"), "en", "effort", none);
    check(with("| Activity | Cost |", "| Survey of caves in ten towns | 40,000 |", "| Sixty points for lamps | 7,500 |"), "en", "effort", none);
    check("# 三、优先行动\n\n1. 清查库存和来源\n2. 收集废旧灯管\n\n# 四、合作伙伴的工作和时间表\n\n| 优先行动 | 活动 | 时间表 |\n|---|---|---|\n| 1 | 在十个城镇查访 | 2025年 |\n| 2 | 设置投放点 | 2026年 |\n\n"
          "# 五、机会\n\n暂无。\n\n# 附件一 预算\n\n| 优先行动 | 费用（美元） |\n|---|---|\n| 优先行动1 | 40,000 |\n| 优先行动2 | 7,500 |\n", "zh", "effort",
          "effort-1 certain \"\" 在十个城镇查访 | action=reference:1 timeline=date:2025 cost=money:40000 USD | action-1\n"
          "effort-2 certain \"\" 设置投放点 | action=reference:2 timeline=date:2026 cost=money:7500 USD | action-2\n");
}

// The date of the milestone stands in a column of its own.
BOOST_AUTO_TEST_CASE(a_milestone_and_its_date) {
    for (const std::string head : {"Date", "Due", "Date of the milestone"})
        check(english("| Activity | Timeline | Milestone | " + head + " |\n|---|---|---|---|\n| Survey of stocks | 2025-2026 | first visits | June 2025 |\n"), "en", "effort",
              "effort-1 certain \"\" Survey of stocks | timeline=period:2025/2026 milestone=text:first visits,date:2025-06\n");
    check(french("| Activité | Délai | Jalon | Date |\n|---|---|---|---|\n| Enquête sur les sites | 2025-2026 | premières visites | juin 2025 |\n"), "fr", "effort",
          "effort-1 certain \"\" Enquête sur les sites | timeline=period:2025/2026 milestone=text:premières visites,date:2025-06\n");
}

// The value on the line, or in the paragraph, below its label.
BOOST_AUTO_TEST_CASE(labels_alone) {
    const std::string expected =
        "effort-1 high \"\" Survey of stocks: ten towns | action=reference:1 partner=organisation:Lake Institute timeline=period:2025/2026 contact=email:office@lake.example.org | action-1\n"
        "effort-2 high \"\" Sixty points for lamps | action=reference:2 partner=organisation:Clear Network timeline=unset:to be confirmed | action-2\n";
    for (const std::string end : {"  \n", "\n\n"})
        check(english("Activity:" + end + "Survey of stocks: ten towns\n\nPartner:" + end + "Lake Institute\n\nPriority action:" + end + "1\n\nTimeline:" + end + "2025-2026\n\nContact:" + end + "office@lake.example.org\n\n"
                      "Activity:" + end + "Sixty points for lamps\n\nPartner:" + end + "Clear Network\n\nPriority action:" + end + "2\n\nTimeline:" + end + "to be confirmed\n"), "en", "effort", expected);
}

// Titles in plain text, some of them long.
BOOST_AUTO_TEST_CASE(titles_of_plain_lines) {
    check(english("Priority action 1: Inventory of mercury stocks in all of the towns of the region\n\nLake Institute counts in 2026.\n\nPriority action 2: Separate collection of lamps\n\nLamp Recyclers collects in 2027.\n"), "en", "effort",
          "effort-1 high \"\" Priority action 1: Inventory of mercury stocks in all of the towns of the region | action=reference:Priority action 1: Inventory of mercury stocks in all of the towns of the region timeline=date:2026 | action-1\n"
          "effort-2 high \"\" Priority action 2: Separate collection of lamps | action=reference:Priority action 2: Separate collection of lamps timeline=date:2027 | action-2\n");
}

// A name ends with its sentence.
BOOST_AUTO_TEST_CASE(a_partner_and_a_sentence) {
    check(english("## Priority action 1: Inventory of mercury stocks\n\nPartner: Lake Institute. Surveys the stocks of ten towns. Timeline: 2026\n\n## Priority action 2: Separate collection of lamps\n\nPartner: Inst. Pasteur of Lamps. Timeline: 2026\n"), "en", "effort",
          "effort-1 certain \"\" Priority action 1: Inventory of mercury stocks | action=reference:Priority action 1: Inventory of mercury stocks partner=organisation:Lake Institute timeline=date:2026 | action-1\n"
          "effort-2 certain \"\" Priority action 2: Separate collection of lamps | action=reference:Priority action 2: Separate collection of lamps partner=organisation:Inst. Pasteur of Lamps timeline=date:2026 | action-2\n");
}

BOOST_AUTO_TEST_CASE(paragraphs_that_say_first_what_they_serve) {
    check(english("Priority action 1: Lake Institute surveys the stocks, 2025-2026.\n\nPriority action 2: Clear Network opens points for lamps in towns.\n"), "en", "effort",
          "effort-1 high \"\" Priority action 1: Lake Institute surveys the stocks, 2025-2026. | timeline=period:2025/2026 | action-1\n"
          "effort-2 high \"\" Priority action 2: Clear Network opens points for lamps in towns. | | action-2\n");
    // In a script without spaces.
    check("# 三、优先行动\n\n1. 优化装置\n2. 开展测量\n\n# 四、合作伙伴的工作和时间表\n\n"
          "行动（一）：清河公司对电厂进行诊断，2025—2027年。\n\n行动二：北岭研究所化验样品。\n\n# 五、机会\n\n无。\n", "zh", "effort",
          "effort-1 high \"\" 行动（一）：清河公司对电厂进行诊断，2025—2027年。 | timeline=period:2025/2027 | action-1\n"
          "effort-2 high \"\" 行动二：北岭研究所化验样品。 | | action-2\n");
    // A field of its own is none.
    check(english("Survey of stocks\n\nPriority action: 1\n\nPoints for lamps\n\nPriority action: 2\n"), "en", "effort",
          "effort-1 low \"\" Survey of stocks | action=reference:1,reference:2 | action-1 action-2\n");
}

BOOST_AUTO_TEST_CASE(a_contact_for_all_efforts) {
    check(english("Contact for all efforts: office@lake.example.org\n\n- Survey of stocks (action 1), 2025-2026\n- Points for lamps (action 2), 2026-2027\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks (action 1), 2025-2026 | timeline=period:2025/2026 contact=email:office@lake.example.org | action-1\n"
          "effort-2 certain \"\" Points for lamps (action 2), 2026-2027 | timeline=period:2026/2027 contact=email:office@lake.example.org | action-2\n");
}

BOOST_AUTO_TEST_CASE(see_annex) {
    const std::string text = english("See Annex B.") + "\n# X. Partners\n\n- Lake Institute\n\n# Annex A. Acronyms\n\n- LI: Lake Institute\n\n"
                             "# Annex B. Table of efforts\n\n| Activity | Partner | Timeline |\n|---|---|---|\n| Survey | Lake Institute | 2025 |\n";
    check(text, "en", "effort", "effort-1 low \"\" Survey | partner=organisation:Lake Institute timeline=date:2025 | partner-1\n");
}

BOOST_AUTO_TEST_CASE(a_form_for_each_effort) {
    check(english("| Activity | Survey of stocks |\n|---|---|\n| Partner | Lake Institute |\n| Contact | office@lake.example.org |\n| Timeline | 2025 |\n\n"
                  "Next:\n\n| Activity | Points for lamps |\n|---|---|\n| Partner | Clear Network |\n| Contact | |\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks | partner=organisation:Lake Institute timeline=date:2025 contact=email:office@lake.example.org\n"
          "effort-2 certain \"\" Points for lamps | partner=organisation:Clear Network contact!\n");
}

// What a form says under "Title" and under "What will be done" is one effort; the head of the first begins the next.
BOOST_AUTO_TEST_CASE(a_form_with_a_title_and_a_description) {
    check(english("| Title | Survey round |\n|---|---|\n| Carried out by | Lake Institute |\n| What will be done | 40 places are visited |\n| When | 2025 |\n"
                  "| Title | Points |\n| Carried out by | Clear Network |\n| What will be done | Lamps are taken back |\n| When | 2026 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey round | partner=organisation:Lake Institute timeline=date:2025\n"
          "effort-2 certain \"\" Points | partner=organisation:Clear Network timeline=date:2026\n");
    // Under a heading that is a number alone, the description is the title.
    check(english("**Effort 1**\n\n- Priority action: 1\n- Partner: Lake Institute\n- Description: Visits to 40 places\n\n**Effort 2**\n\n- Priority action: 2\n- Partner: Clear Network\n- Description: Lamps are taken back\n"), "en", "effort",
          "effort-1 high \"1\" Visits to 40 places | action=reference:1 partner=organisation:Lake Institute | action-1\n"
          "effort-2 high \"2\" Lamps are taken back | action=reference:2 partner=organisation:Clear Network | action-2\n");
}

// Running text: each paragraph leads up to the action that it serves.
BOOST_AUTO_TEST_CASE(paragraphs_that_open_with_an_action) {
    check(english("Under priority action 1, the Lake Institute visits all places in 2025 (office@lake.example.org).\n\n"
                  "For priority action 2, Clear Network takes lamps back in 2026.\n"), "en", "effort",
          "effort-1 high \"\" Under priority action 1, the Lake Institute visits all places in 2025 (office@lake.example.org). | timeline=date:2025 contact=email:office@lake.example.org | action-1\n"
          "effort-2 high \"\" For priority action 2, Clear Network takes lamps back in 2026. | timeline=date:2026 | action-2\n");
    check(french("Pour l'action prioritaire 1, l'Institut du lac visite tous les lieux en 2025.\n\nAu titre de l'action prioritaire 3, le Réseau clair donne des cours en 2026.\n"), "fr", "effort",
          "effort-1 high \"\" Pour l'action prioritaire 1, l'Institut du lac visite tous les lieux en 2025. | timeline=date:2025 | action-1\n"
          "effort-2 high \"\" Au titre de l'action prioritaire 3, le Réseau clair donne des cours en 2026. | timeline=date:2026 | action-3\n");
}

// A label that the template does not know ends a name; a short title names the action by its one rare word.
BOOST_AUTO_TEST_CASE(unknown_labels_and_short_titles) {
    check(english("**Stocks.** Partner: Lake Institute. How it is done: visits to 40 places. Timeline: 2025.\n\n**Inspectors.** Partner: Clear Network. How it is done: courses. Timeline: 2026.\n"), "en", "effort",
          "effort-1 high \"\" Stocks | partner=organisation:Lake Institute timeline=date:2025 | action-1\n"
          "effort-2 high \"\" Inspectors | partner=organisation:Clear Network timeline=date:2026 | action-3\n");
}

// "Stocks. The institute …": a word that ends like a sentence opens each paragraph; two such paragraphs may be chance.
BOOST_AUTO_TEST_CASE(paragraphs_that_open_with_a_short_sentence) {
    check(english("Stocks. The Lake Institute visits all places in 2025.\n\nLamps. Clear Network takes them back in 2026.\n\nInspectors. The university gives courses in 2027.\n"), "en", "effort",
          "effort-1 high \"\" Stocks | timeline=date:2025 | action-1\n"
          "effort-2 high \"\" Lamps | timeline=date:2026 | action-2\n"
          "effort-3 high \"\" Inspectors | timeline=date:2027 | action-3\n");
    check(english("Stocks. The Lake Institute visits all places in 2025.\n\nLamps. Clear Network takes them back in 2026.\n"), "en", "effort",
          "effort-1 low \"\" Stocks. The Lake Institute visits all places in 2025. | timeline=date:2025,date:2026\n");
}

// A letter of another script and a number behind it: the letter is the action's label.
BOOST_AUTO_TEST_CASE(efforts_numbered_by_a_letter) {
    check("## ثالثاً - الإجراءات ذات الأولوية\n\nأ) حصر المخزونات\n\nب) جمع المصابيح\n\n## رابعاً - جهود الشركاء والجداول الزمنية\n\n"
          "**الجهد أ-1: زيارات.** ينفذ في عام 2025.\n\n**الجهد ب-1: صناديق.** ينفذ في عام 2026.\n\n## خامساً - الفرص\n\nلا شيء.\n", "ar", "effort",
          "effort-1 high \"أ-1\" زيارات | timeline=date:2025 | action-1\n"
          "effort-2 high \"ب-1\" صناديق | timeline=date:2026 | action-2\n");
}

// Two columns of numbers, and a row that has nothing else.
BOOST_AUTO_TEST_CASE(rows_of_numbers_alone) {
    check(english("| No. | Nr. | Partner | Timeline |\n|---|---|---|---|\n| 1 | 7 | Lake Institute | 2025 |\n| 2 | 8 | | |\n"), "en", "effort",
          "effort-1 certain \"1\" 7 | number=text:1 partner=organisation:Lake Institute timeline=date:2025\n"
          "effort-2 certain \"2\" 8 | number=text:2 partner! timeline!\n");
}

// "From" beside "To".
BOOST_AUTO_TEST_CASE(two_columns_of_times) {
    check(english("| Effort | Partner | From | To |\n|---|---|---|---|\n| Survey | Lake Institute | March 2026 | May 2027 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2026-03,date:2027-05\n");
    // Which is the first day is what the heads and labels say, not which stands first.
    const std::string in_time = "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2026-03,date:2027-05\n";
    for (const std::string heads : {"To | From", "End | Start", "Finish | Begin", "Planned completion | Planned start"})
        check(english("| Effort | Partner | " + heads + " |\n|---|---|---|---|\n| Survey | Lake Institute | May 2027 | March 2026 |\n"), "en", "effort", in_time);
    check(english("- Survey. Partner: Lake Institute. End: May 2027; start: March 2026.\n"), "en", "effort",
          "effort-1 certain \"\" Survey. Partner: Lake Institute. End: May 2027; start: March 2026. | partner=organisation:Lake Institute timeline=date:2026-03,date:2027-05\n");
    for (const std::string heads : {"Fin | Début", "Achèvement | Démarrage", "Date de fin | Date de début"})
        check(french("| Initiative | Partenaire | " + heads + " |\n|---|---|---|---|\n| Enquête | Institut du lac | mai 2027 | mars 2026 |\n"), "fr", "effort",
              "effort-1 certain \"\" Enquête | partner=organisation:Institut du lac timeline=date:2026-03,date:2027-05\n");
    check("# IV. Деятельность партнеров и сроки\n\n| Мероприятие | Партнер | Дата окончания | Дата начала |\n|---|---|---|---|\n| Опрос | Институт озера | 05.2027 | 03.2026 |\n", "ru", "effort",
          "effort-1 certain \"\" Опрос | partner=organisation:Институт озера timeline=date:2026-03,date:2027-05\n");
    check("# رابعاً - جهود الشركاء والجداول الزمنية\n\n| النشاط | الشريك | تاريخ الانتهاء | تاريخ البدء |\n|---|---|---|---|\n| مسح | معهد البحيرة | 05/2027 | 03/2026 |\n", "ar", "effort",
          "effort-1 certain \"\" مسح | partner=organisation:معهد البحيرة timeline=date:2026-03,date:2027-05\n");
    check("# 四、合作伙伴的工作和时间表\n\n| 活动 | 合作伙伴 | 结束 | 开始 |\n|---|---|---|---|\n| 调查 | 湖泊研究所 | 2027年5月 | 2026年3月 |\n", "zh", "effort",
          "effort-1 certain \"\" 调查 | partner=organisation:湖泊研究所 timeline=date:2026-03,date:2027-05\n");
    // "Before" and "After" are no times.
    check(english("| Effort | Partner | Before | After |\n|---|---|---|---|\n| Survey | Lake Institute | 3 sites | 9 sites |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Lake Institute target=quantity:3 sites,quantity:9 sites\n");
}

BOOST_AUTO_TEST_CASE(references) {
    check(english("- Actions 1 to 3 of this plan\n- Actions 1 and 3\n- PA2 in two countries\n- Work for action 3 of the Convention\n- A newsletter for all priority actions\n- Courses on the training of inspectors at borders\n"), "en", "effort",
          "effort-1 certain \"\" Actions 1 to 3 of this plan | | action-1 action-2 action-3\n"
          "effort-2 certain \"\" Actions 1 and 3 | | action-1 action-3\n"
          "effort-3 certain \"\" PA2 in two countries | | action-2\n"
          "effort-4 certain \"\" Work for action 3 of the Convention\n"
          "effort-5 certain \"\" A newsletter for all priority actions | | *\n"
          "effort-6 certain \"\" Courses on the training of inspectors at borders | | action-3\n");
    check(english("1.1 Survey of stocks\n\n1.2 Database\n\n2.1 Points\n"), "en", "effort",
          "effort-1 high \"1.1\" Survey of stocks | | action-1\n"
          "effort-2 high \"1.2\" Database | | action-1\n"
          "effort-3 high \"2.1\" Points | | action-2\n");
    // Words that count, and codes with a hyphen or of Arabic letters before the title.
    check(english("- Boxes (action two)\n- Visits (actions one and three)\n- Action two towns asked for\n"), "en", "effort",
          "effort-1 certain \"\" Boxes (action two) | | action-2\n"
          "effort-2 certain \"\" Visits (actions one and three) | | action-1 action-3\n"
          "effort-3 certain \"\" Action two towns asked for\n");
    check("# III. Priority actions\n\n- MP-1 Inventory of stocks\n- MP-2 Collection of lamps\n- MP-3 Training\n\n# IV. Partner efforts and timelines\n\n| Action | Effort |\n|---|---|\n| MP-2 | Boxes |\n\n# V. Opportunities\n\nNone.\n", "en", "effort",
          "effort-1 certain \"\" Boxes | action=reference:MP-2 | action-2\n");
    // Labels in quotation marks.
    const std::string lettered = "# III. Priority actions\n\na) Inventory of stocks\n\nb) Collection of lamps\n\nc) Training\n\n# IV. Partner efforts and timelines\n\n"
                                 "- Boxes (action “b”)\n- Visits (actions \"a\" and \"b\")\n- A prize called action “x”\n\n# V. Opportunities\n\nNone.\n";
    check(lettered, "en", "effort",
          "effort-1 certain \"\" Boxes (action “b”) | | action-2\n"
          "effort-2 certain \"\" Visits (actions \"a\" and \"b\") | | action-1 action-2\n"
          "effort-3 certain \"\" A prize called action “x”\n");
    // A point before the digits is none of the number.
    check(english("- Action .2 of this plan\n- Action . 2\n- Actions 1.\n"), "en", "effort",
          "effort-1 certain \"\" Action .2 of this plan\neffort-2 certain \"\" Action . 2\neffort-3 certain \"\" Actions 1. | | action-1\n");
    // 4 is the number of the section.
    check(english("4.1 Survey\n\n4.2 Database\n\n4.3 Points\n"), "en", "effort",
          "effort-1 high \"4.1\" Survey\neffort-2 high \"4.2\" Database\neffort-3 high \"4.3\" Points\n");
}

// Section III names its actions in prose, so that one title alone is known to name an action; the others look the same.
BOOST_AUTO_TEST_CASE(bold_titles_of_which_one_names_an_action) {
    check(actions("Two things are done: plans first, then plants.") + "\n", "en", "action", "action-1 low \"\" Two things are done: plans first, then plants.\n");
    const Case one("# III. Priority actions\n\nTwo things are done: plans first, then plants.\n\n# IV. Partner efforts and timelines\n\n"
                   "**Priority 1: Plans**\n\nThe Lake Institute coaches offices in 2026.\n\n**Priority 2: Plants**\n\nClear Network builds plants in 2027.\n\n"
                   "# V. Opportunities\n\nNone at this time.\n", "en");
    BOOST_TEST(one.plan.count("effort") == 2U);
}

BOOST_AUTO_TEST_CASE(labels_that_repeat_those_of_the_actions) {
    // Two of three say so in words as well; with another number of efforts, nothing is known.
    check(english("(1) Stocks. The Lake Institute counts stocks in 2026.\n\n(2) Lamps. Clear Network collects tubes in 2027.\n\n(3) Courses. The Lake Institute teaches 40 officers in 2027.\n"), "en", "effort",
          "effort-1 high \"1\" Stocks. The Lake Institute counts stocks in 2026. | timeline=date:2026 | action-1\n"
          "effort-2 high \"2\" Lamps. Clear Network collects tubes in 2027. | timeline=date:2027 | action-2\n"
          "effort-3 high \"3\" Courses. The Lake Institute teaches 40 officers in 2027. | timeline=date:2027 | action-3\n");
    check(english("(1) A study in 2026.\n\n(2) A fair in 2027.\n\n(3) A film in 2027.\n"), "en", "effort",
          "effort-1 high \"1\" A study in 2026. | timeline=date:2026\n"
          "effort-2 high \"2\" A fair in 2027. | timeline=date:2027\n"
          "effort-3 high \"3\" A film in 2027. | timeline=date:2027\n");
}

BOOST_AUTO_TEST_CASE(forms_whose_first_value_reads_like_a_head) {
    check(english("| Partner | Bright Cities Initiative |\n|---|---|\n| Description | Advice on lamps (action 2) |\n| Timeline | 2027 |\n| Contact | a@bright.example.org |\n"), "en", "effort",
          "effort-1 certain \"\" Advice on lamps (action 2) | partner=organisation:Bright Cities Initiative timeline=date:2027 contact=email:a@bright.example.org | action-2\n");
}

BOOST_AUTO_TEST_CASE(a_column_of_numbers_of_actions) {
    check(english("| No. of action | Activity | Timeline |\n|---|---|---|\n| 3 | Courses | 2026 |\n| 1 | Counting | 2027 |\n"), "en", "effort",
          "effort-1 certain \"\" Courses | action=reference:3 timeline=date:2026 | action-3\n"
          "effort-2 certain \"\" Counting | action=reference:1 timeline=date:2027 | action-1\n");
}

BOOST_AUTO_TEST_CASE(paragraphs_that_open_with_the_action) {
    check(english("*Action 1.* The Lake Institute counts the stocks of ten towns in 2026.\n\n*Action 2.* Clear Network collects used tubes in 2027.\n"), "en", "effort",
          "effort-1 high \"\" Action 1. The Lake Institute counts the stocks of ten towns in 2026. | timeline=date:2026 | action-1\n"
          "effort-2 high \"\" Action 2. Clear Network collects used tubes in 2027. | timeline=date:2027 | action-2\n");
}

// Text has no bold type: a row of one cell heads those below it, or is an effort of which nothing is said.
BOOST_AUTO_TEST_CASE(rows_of_one_cell_in_text) {
    const std::string text = "III. Priority actions\n\n1. Inventory of mercury stocks\n2. Separate collection of lamps\n\nIV. Partner efforts and timelines\n\n"
                             "  Activity                Partner          Timeline\n  ----------------------- ---------------- ----------\n  In the schools\n  Drop-off points         Clear Network    2027\n"
                             "  Courses                 Lake Institute   2026\n\nV. Opportunities\n\nNone at this time.\n";
    const Case one(text, "en", "plan.txt");
    BOOST_TEST(dump_items(one.plan, "effort") == "effort-1 low \"\" In the schools | partner! timeline!\n"
                                                 "effort-2 high \"\" Drop-off points | partner=organisation:Clear Network timeline=date:2027\n"
                                                 "effort-3 high \"\" Courses | partner=organisation:Lake Institute timeline=date:2026\n");
}

BOOST_AUTO_TEST_CASE(forms_under_the_title_of_an_action) {
    check(english("| **Action 2. Lamps** | |\n|---|---|\n| Activity | Drop-off points |\n| Partner | Clear Network |\n| Timeline | 2027 |\n"), "en", "effort",
          "effort-1 certain \"\" Drop-off points | action=reference:Action 2. Lamps partner=organisation:Clear Network timeline=date:2027 | action-2\n");
}

// Times that count from the beginning of the plan, and spans that something is done in; how long something takes is none.
BOOST_AUTO_TEST_CASE(times_without_a_date) {
    check(english("- Survey of stocks within 18 months.\n- Lamp points in the second year of the plan. Call 022-555-01-48.\n- Courses of three months, with tests of 6 months.\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks within 18 months. | timeline=quantity:18 months\n"
          "effort-2 certain \"\" Lamp points in the second year of the plan. Call 022-555-01-48. | timeline=ongoing:second year of the plan contact=telephone:0225550148\n"
          "effort-3 certain \"\" Courses of three months, with tests of 6 months.\n");
    const std::string title = "\n\n- ";
    check("# IV. Initiatives des partenaires et délais de réalisation" + title + "Inventaire d'ici 12 mois.\n", "fr", "effort", "effort-1 certain \"\" Inventaire d'ici 12 mois. | timeline=quantity:12 months\n");
    check("# IV. Iniciativas de los asociados y plazos" + title + "Inventario en un plazo de 12 meses.\n", "es", "effort", "effort-1 certain \"\" Inventario en un plazo de 12 meses. | timeline=quantity:12 months\n");
    check("# IV. Деятельность партнеров и сроки" + title + "Учет в течение 12 месяцев.\n", "ru", "effort", "effort-1 certain \"\" Учет в течение 12 месяцев. | timeline=quantity:12 months\n");
    check("# رابعاً - جهود الشركاء والجداول الزمنية" + title + "جرد خلال 18 شهرا.\n", "ar", "effort", "effort-1 certain \"\" جرد خلال 18 شهرا. | timeline=quantity:18 months\n");
    check("# 四、合作伙伴的工作和时间表" + title + "18个月内清查。\n", "zh", "effort", "effort-1 certain \"\" 18个月内清查。 | timeline=quantity:18 months\n");
}

// "Action b: …" says which one is meant; what stands behind the colon is what is done, not the action.
BOOST_AUTO_TEST_CASE(letters_behind_the_word_for_an_action) {
    check(english("- Action a: survey of stocks in 2026.\n- Action (b): lamp points in 2027.\n"), "en", "effort",
          "effort-1 certain \"\" Action a: survey of stocks in 2026. | timeline=date:2026\n"
          "effort-2 certain \"\" Action (b): lamp points in 2027. | timeline=date:2027\n");
    check("# IV. Деятельность партнеров и сроки\n\n- Мера а: учет в 2026 году.\n", "ru", "effort", "effort-1 certain \"\" Мера а: учет в 2026 году. | timeline=date:2026\n");
    check("# رابعاً - جهود الشركاء والجداول الزمنية\n\n- الإجراء أ: جرد في عام 2026.\n", "ar", "effort", "effort-1 certain \"\" الإجراء أ: جرد في عام 2026. | timeline=date:2026\n");
}

// A month beside a yearly interval is a time of the year, before it and behind it; a modal verb is no month.
BOOST_AUTO_TEST_CASE(months_beside_a_yearly_interval) {
    check(english("- Round table annually, in October.\n- Round table in October of each year.\n- They may each year visit a plant.\n- Annual visits; in May they rest.\n"), "en", "effort",
          "effort-1 certain \"\" Round table annually, in October. | timeline=recurrence:P1Y\n"
          "effort-2 certain \"\" Round table in October of each year. | timeline=recurrence:P1Y\n"
          "effort-3 certain \"\" They may each year visit a plant.\n"
          "effort-4 certain \"\" Annual visits; in May they rest.\n");
    const std::string title = "\n\n- ";
    check("# IV. Деятельность партнеров и сроки" + title + "Круглый стол ежегодно, в октябре.\n", "ru", "effort", "effort-1 certain \"\" Круглый стол ежегодно, в октябре. | timeline=recurrence:P1Y\n");
    check("# رابعاً - جهود الشركاء والجداول الزمنية" + title + "مدرسة صيفية في تموز/يوليه من كل عام.\n", "ar", "effort", "effort-1 certain \"\" مدرسة صيفية في تموز/يوليه من كل عام. | timeline=recurrence:P1Y\n");
}

// The account of a messenger is a contact where one is asked for; its name alone is none.
BOOST_AUTO_TEST_CASE(accounts_of_messengers) {
    const auto types = [](const std::string& contact) {
        const Case one("# IV. Partner efforts and timelines\n\n| Effort | Partner | Contact |\n|---|---|---|\n| Survey | Lake Institute | " + contact + " |\n", "en");
        std::string found;
        for (const plancheck::Item& item : one.plan.items)
            if (const plancheck::Field* field = item.kind == "effort" ? item.field("contact") : nullptr; field != nullptr)
                for (const plancheck::FieldValue& value : field->values) found += value.type + ' ';
        return found;
    };
    BOOST_TEST(types("WeChat: lake_87") == "address ");
    BOOST_TEST(types("Skype: live:ada.roe") == "address ");
    BOOST_TEST(types("Ms Roe, @ada_roe on Telegram") == "person address ");
    BOOST_TEST(types("WhatsApp: 7700 900 123") == "telephone ");
    BOOST_TEST(types("on Skype") == "text ");
    BOOST_TEST(types("WeChat group of the area") == "organisation ");
}

// Who begins the sentence carries it out, where nobody who is listed is named.
BOOST_AUTO_TEST_CASE(who_will_do_it) {
    const auto partner = [](const std::string& plan, const std::string& language) {
        const Case one(plan, language);
        std::string found;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "effort") {
                const plancheck::Field* const field = item.field("partner");
                found += (field == nullptr ? "" : field->values.front().text) + ";";
            }
        return found;
    };
    const std::string heading = "# X. Partners\n\n- Lake Institute, office@lake.example.org\n- Clear Network, office@clear.example.org\n";
    BOOST_TEST(partner(english("The Agency for Large Lakes will open two stores in 2026. Contact: stores@agency.example.org.\n\nLake Institute will train 40 people in 2027. Contact: office@lake.example.org.") + heading, "en") == "The Agency for Large Lakes;;");
    BOOST_TEST(partner(english("New stores will open in 2026. Contact: stores@agency.example.org.\n\nTraining of inspectors shall begin in 2027. Contact: office@lake.example.org.") + heading, "en") == ";;");
    BOOST_TEST(partner(english("The Agency for Large Lakes runs two stores and will open a third in 2026. Contact: stores@agency.example.org.\n\nLake Institute will train 40 people in 2027. Contact: office@lake.example.org.") + heading, "en") == ";;");
    BOOST_TEST(partner(french("Action prioritaire n° 1. Le Bureau régional des eaux mettra en place un registre en 2026. Contact : bureau@eaux.example.org.\n\nAction prioritaire n° 2. Les communes collecteront des lampes en 2027. Contact : lampes@communes.example.org."), "fr") == "Le Bureau régional des eaux;;");
    const std::string spanish = "# III. Medidas prioritarias\n\n1. Inventario de lámparas\n2. Recogida de lámparas\n\n# IV. Iniciativas de los asociados y plazos\n\n";
    BOOST_TEST(partner(spanish + "El Puerto del Lago habilitará un almacén en 2026. Contacto: puerto@lago.example.org.\n\nLa recogida empezará en 2027. Contacto: a@lago.example.org.\n", "es") == "El Puerto del Lago;;");
}

// "Milestone or target" of a form states both; a number that is said of two rows counts none of them.
BOOST_AUTO_TEST_CASE(two_fields_of_one_label) {
    check(english("| Activity | Survey |\n|---|---|\n| Partner | Lake Institute |\n| Timeline | 2026 |\n| Milestone or target | 30 towns by June 2026 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Lake Institute timeline=date:2026 target=text:30 towns by June 2026 milestone=period:/2026-06\n");
    check(french("| N° | Partenaire | Activité | Délai |\n|---|---|---|---|\n| 1 | Institut du lac | Visites | 2026 |\n| 1 | Réseau clair | Études | 2026 |\n| 2 | Réseau clair | Boîtes | 2027 |\n| 3 | Institut du lac | Cours | 2027 |\n"), "fr", "effort",
          "effort-1 certain \"\" Visites | action=reference:1 partner=organisation:Institut du lac timeline=date:2026 | action-1\n"
          "effort-2 certain \"\" Études | action=reference:1 partner=organisation:Réseau clair timeline=date:2026 | action-1\n"
          "effort-3 certain \"\" Boîtes | action=reference:2 partner=organisation:Réseau clair timeline=date:2027 | action-2\n"
          "effort-4 certain \"\" Cours | action=reference:3 partner=organisation:Institut du lac timeline=date:2027 | action-3\n");
}

// "All" beside nothing but an amount, in the last row, is no effort, whether the sum is right or not.
BOOST_AUTO_TEST_CASE(totals_that_say_all) {
    const auto count = [](const std::string& last) {
        const Case one("# IV. Partner efforts and timelines\n\n| Action | Effort | Partner | Cost |\n|---|---|---|---|\n| 1 | Survey | Lake Institute | 300 USD |\n| 2 | Boxes | Mill Town | 500 USD |\n" + last, "en");
        return one.plan.count("effort");
    };
    BOOST_TEST(count("| | All | | 900 USD |\n") == 2U);
    BOOST_TEST(count("| | All efforts | | 900 USD |\n") == 2U);
    BOOST_TEST(count("| | All schools | | 900 USD |\n") == 3U);
    BOOST_TEST(count("| All | Courses | Mill Town | 900 USD |\n") == 3U);
    BOOST_TEST(count("| | All | Mill Town | 900 USD |\n") == 3U);
}

// Numbers below "Decision" are those of the actions; below what the template does not know they may be anything.
BOOST_AUTO_TEST_CASE(numbers_under_other_heads) {
    const auto refers = [](const std::string& head) {
        return dump_items(Case(english("| What | " + head + " | When |\n|---|---|---|\n| Painting the hall | 1 | 2026 |\n| Hiring a van | 2 | 2026 |\n| Buying chairs | 2 | 2027 |\n"), "en").plan, "effort").find("action-2") != std::string::npos;
    };
    BOOST_TEST(refers("Decision"));
    for (const char* head : {"Phase", "Quarter", "Level", "Vans"}) BOOST_TEST(!refers(head));
}

BOOST_AUTO_TEST_SUITE_END()
