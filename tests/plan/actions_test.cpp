// The rules that find items, one layout after the other: the same actions whatever their form.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_actions)

using namespace plan_case;

namespace {

const std::string three =
    "action-1 certain \"1\" Inventory of stocks\n"
    "action-2 certain \"2\" Collection of lamps\n"
    "action-3 certain \"3\" Training of inspectors\n";
const std::string three_unnumbered =
    "action-1 certain \"\" Inventory of stocks\n"
    "action-2 certain \"\" Collection of lamps\n"
    "action-3 certain \"\" Training of inspectors\n";
const std::string three_high =
    "action-1 high \"1\" Inventory of stocks\n"
    "action-2 high \"2\" Collection of lamps\n"
    "action-3 high \"3\" Training of inspectors\n";
const std::string trois =
    "action-1 certain \"1\" Inventaire des stocks\n"
    "action-2 certain \"2\" Collecte des lampes\n"
    "action-3 certain \"3\" Formation des inspecteurs\n";
const std::string trois_high =
    "action-1 high \"1\" Inventaire des stocks\n"
    "action-2 high \"2\" Collecte des lampes\n"
    "action-3 high \"3\" Formation des inspecteurs\n";

}  // namespace

BOOST_AUTO_TEST_CASE(an_ordered_list) {
    check(actions("The area works on:\n\n1. Inventory of stocks\n2. Collection of lamps\n3. Training of inspectors\n\nThese actions follow from section II."), "en", "action", three);
    check(actions_fr("Le domaine retient :\n\n1. Inventaire des stocks\n2. Collecte des lampes\n3. Formation des inspecteurs\n"), "fr", "action", trois);
}

// A list that begins anew behind the text of each item, and then goes on: how many there are is in doubt.
BOOST_AUTO_TEST_CASE(lists_that_begin_anew) {
    check(actions("1. Inventory of stocks\n\nIn mines.\n\n1. Collection of lamps\n\nIn towns.\n\n1. Training of inspectors\n2. Exchange of data\n"), "en", "action",
          "action-1 low \"1\" Inventory of stocks\naction-2 low \"1\" Collection of lamps\naction-3 low \"1\" Training of inspectors\naction-4 low \"2\" Exchange of data\n");
    check(actions("1. Inventory of stocks\n\nIn mines.\n\n1. Collection of lamps\n2. Training of inspectors\n"), "en", "action",
          "action-1 low \"1\" Inventory of stocks\naction-2 low \"1\" Collection of lamps\naction-3 low \"2\" Training of inspectors\n");
}

// The first item numbered anew, as converters leave it: nothing but the list stands there, and each is known by its place.
BOOST_AUTO_TEST_CASE(a_list_whose_first_item_is_numbered_anew) {
    const std::string list = "1. Inventory of stocks\n\n<!-- -->\n\n1. Collection of lamps\n2. Training of inspectors\n\n# IV. Partner efforts and timelines\n\n- Courses (action 3)\n- Crates (action 2)\n";
    check("# III. Priority actions\n\n" + list, "en", "action effort",
          "action-1 certain \"1\" Inventory of stocks\naction-2 certain \"1\" Collection of lamps\naction-3 certain \"2\" Training of inspectors\n"
          "effort-1 certain \"\" Courses (action 3) | | action-3\neffort-2 certain \"\" Crates (action 2) | | action-2\n");
}

BOOST_AUTO_TEST_CASE(bullets) {
    check(actions("- Inventory of stocks\n- Collection of lamps\n- Training of inspectors\n"), "en", "action", three_unnumbered);
    check(actions("The actions are:\n\n- Inventory of stocks\n  - in mines\n  - in plants\n- Collection of lamps\n- Training of inspectors\n  - online\n"), "en", "action", three_unnumbered);
}

BOOST_AUTO_TEST_CASE(sub_headings) {
    check(actions("Introduction.\n\n## 1. Inventory of stocks\n\nText.\n\n- a\n- b\n\n## 2. Collection of lamps\n\n1. x\n2. y\n\n## 3. Training of inspectors\n\nText.\n"), "en", "action", three);
    check(actions("## Priority action 1: Inventory of stocks\n\nText.\n\n## Priority action 2: Collection of lamps\n\nText.\n\n## Priority action 3: Training of inspectors\n\nText.\n"), "en", "action", three);
    check(actions_fr("## Action prioritaire n° 1 : Inventaire des stocks\n\nTexte.\n\n## Action prioritaire n° 2 : Collecte des lampes\n\nTexte.\n\n## Action prioritaire n° 3 : Formation des inspecteurs\n\nTexte.\n"), "fr", "action", trois);
}

// All paragraphs are numbered, and one of those of a section has a list below that nothing announces: it may hold the items or not.
BOOST_AUTO_TEST_CASE(a_list_that_nothing_announces_below_a_numbered_paragraph) {
    const auto plan = [](const std::string& end, const std::string& list) {
        std::string text;
        int number = 0;
        const auto say = [&](const std::string& sentence) { text += std::to_string(++number) + ". " + sentence + "\n\n"; };
        for (const std::string title : {"I. Summary of the issue", "II. Objective of the partnership area", "III. Priority actions", "IV. Partner efforts and timelines", "VI. Evaluation", "VII. Resources", "X. Partners"}) {
            text += "# " + title + "\n\n";
            say("Mercury waste is handled by partners in many towns.");
            say(title.starts_with("III.") ? "Three actions have priority in the coming years" + end : "Much of it is lost.");
            if (title.starts_with("III.")) text += list + "\n\n";
        }
        return text;
    };
    const auto actions = [](const std::string& text) {
        std::string found;
        const Case one(text, "en");
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "action") found += item.title + " " + std::string(plancheck::name(item.confidence)) + "\n";
        return found;
    };
    const std::string bullets = "   - Count the lamps\n   - Build three depots\n   - Inform the schools", paragraphs = "Mercury waste is handled by partners in many towns. low\nThree actions have priority in the coming years. low\n";
    BOOST_TEST(actions(plan(".", bullets)) == paragraphs);
    BOOST_TEST(actions(plan(":", bullets)) == "Count the lamps certain\nBuild three depots certain\nInform the schools certain\n");
}

// "Priority 1 – …", "No. 1: …", "①": the bullets below are nested in the paragraph that has the number.
BOOST_AUTO_TEST_CASE(paragraphs_numbered_in_other_ways) {
    const auto with = [](const std::string& first, const std::string& second, const std::string& third) {
        return actions(first + "Inventory of stocks\n\n- in mines\n- in plants\n\n" + second + "Collection of lamps\n\n- in towns\n- in shops\n\n" + third + "Training of inspectors\n\n- online\n- on site\n");
    };
    check(with("Priority 1 – ", "Priority 2 – ", "Priority 3 – "), "en", "action", three_high);
    check(with("PRIORITY 1: ", "PRIORITY 2: ", "PRIORITY 3: "), "en", "action", three_high);
    check(with("No. 1: ", "No. 2: ", "No. 3: "), "en", "action", three_high);
    check(with("n° 1 ", "n° 2 ", "n° 3 "), "en", "action", three_high);
    check(with("\\#1 ", "\\#2 ", "\\#3 "), "en", "action", three_high);
    check(with("Action one: ", "Action two: ", "Action three: "), "en", "action", three_high);
    check(with("Priority One – ", "Priority Two – ", "Priority Three – "), "en", "action", three_high);
    check(with("① ", "② ", "③ "), "en", "action", three_high);
    check(with("1/ ", "2/ ", "3/ "), "en", "action", three_high);
}

// Two heads that say what the columns hold, also where both stand for the action or the other for what an effort has.
BOOST_AUTO_TEST_CASE(tables_of_two_columns) {
    for (const std::string other : {"Description", "Cost", "Contact"})
        check(actions("| Priority action | " + other + " |\n|---|---|\n| Inventory of stocks | In mines. |\n| Collection of lamps | In towns. |\n| Training of inspectors | Online. |\n"), "en", "action", three_unnumbered);
    check(actions("| Priority action | Colour |\n|---|---|\n| Inventory of stocks | red |\n\n1. Inventory of stocks\n2. Collection of lamps\n3. Training of inspectors\n"), "en", "action", three);
}

BOOST_AUTO_TEST_CASE(numbered_paragraphs) {
    check(actions("Priority action 1: Inventory of stocks\n\nDetails follow.\n\nPriority action 2: Collection of lamps\n\nPriority action 3: Training of inspectors\n"), "en", "action", three_high);
    check(actions("Action 1 – Inventory of stocks\n\nAction 2 – Collection of lamps\n\nAction 3 – Training of inspectors\n"), "en", "action", three_high);
    check(actions_fr("Action prioritaire 1 : Inventaire des stocks\n\nAction prioritaire 2 : Collecte des lampes\n\nAction prioritaire 3 : Formation des inspecteurs\n"), "fr", "action", trois_high);
    check(actions("\\(a\\) Inventory of stocks\n\n\\(b\\) Collection of lamps\n\n\\(c\\) Training of inspectors\n"), "en", "action",
          "action-1 high \"a\" Inventory of stocks\naction-2 high \"b\" Collection of lamps\naction-3 high \"c\" Training of inspectors\n");
    check(actions("PA1: Inventory of stocks\n\nPA2: Collection of lamps\n\nPA3: Training of inspectors\n"), "en", "action",
          "action-1 high \"PA1\" Inventory of stocks\naction-2 high \"PA2\" Collection of lamps\naction-3 high \"PA3\" Training of inspectors\n");
}

// Numbers in another order, or one of them left out; a number that stands twice begins another numbering.
BOOST_AUTO_TEST_CASE(numbers_out_of_order) {
    check(actions("Priority action 2: Collection of lamps\n\nPriority action 3: Training of inspectors\n\nPriority action 1: Inventory of stocks\n"), "en", "action",
          "action-1 high \"2\" Collection of lamps\naction-2 high \"3\" Training of inspectors\naction-3 high \"1\" Inventory of stocks\n");
    check(actions_fr("1\\) Inventaire des stocks\n\n2\\) Collecte des lampes\n\n4\\) Formation des inspecteurs\n"), "fr", "action",
          "action-1 high \"1\" Inventaire des stocks\naction-2 high \"2\" Collecte des lampes\naction-3 high \"4\" Formation des inspecteurs\n");
    check("# III. Приоритетные меры\n\nа) Учет запасов\n\nв) Сбор ламп\n\nб) Обучение инспекторов\n\n# IV. Деятельность партнеров и сроки\n\nБудет.\n", "ru", "action",
          "action-1 high \"а\" Учет запасов\naction-2 high \"в\" Сбор ламп\naction-3 high \"б\" Обучение инспекторов\n");
    check("# 三、优先行动\n\n（1）清查库存和来源\n\n（2）收集废旧灯管\n\n（4）关闭垃圾场\n\n（3）培训检查人员\n\n# 四、合作伙伴的工作和时间表\n\n待定。\n", "zh", "action",
          "action-1 high \"1\" 清查库存和来源\naction-2 high \"2\" 收集废旧灯管\naction-3 high \"4\" 关闭垃圾场\naction-4 high \"3\" 培训检查人员\n");
    check(actions("1\\) Inventory of stocks\n\n2\\) Collection of lamps\n\n2\\) Training of inspectors\n\n7\\) Other\n"), "en", "action",
          "action-1 high \"1\" Inventory of stocks\naction-2 high \"2\" Collection of lamps\n");
}

// The only item at the top announces the ones below it, by their name or by a number that is not the first.
BOOST_AUTO_TEST_CASE(a_list_below_the_item_that_announces_it) {
    const std::string numbered = "action-1 high \"7.1\" Inventory of stocks\naction-2 high \"7.2\" Collection of lamps\naction-3 high \"7.3\" Training of inspectors\n";
    check(actions("7. The partners work on:\n\n    7.1. Inventory of stocks\n\n    7.2. Collection of lamps\n\n    7.3. Training of inspectors\n"), "en", "action", numbered);
    check(actions("7. The partners work on:\n    7.1. Inventory of stocks\n    7.2. Collection of lamps\n    7.3. Training of inspectors\n"), "en", "action", numbered);
    check(actions_fr("1. Les actions prioritaires retenues sont :\n\n   a) Inventaire des stocks\n\n   b) Collecte des lampes\n"), "fr", "action",
          "action-1 high \"a\" Inventaire des stocks\naction-2 high \"b\" Collecte des lampes\n");
    check(actions("- The partners chose these priority actions:\n    - Inventory of stocks\n    - Collection of lamps\n    - Training of inspectors\n"), "en", "action", three_unnumbered);
    check(actions("- Inventory of stocks:\n    - in mines\n    - in plants\n"), "en", "action", "action-1 certain \"\" Inventory of stocks:\n");
    check(actions("- Inventory of stocks in support of all actions:\n    - in mines\n    - in plants\n- Collection of lamps\n"), "en", "action",
          "action-1 certain \"\" Inventory of stocks in support of all actions: | | *\naction-2 certain \"\" Collection of lamps\n");
    // Where paragraphs are numbered behind their section, one that announces a list is no item, whatever is said before it.
    const std::string listed = "a) Inventory of stocks;\n\nb) Collection of lamps;\n\nc) Training of inspectors.\n";
    const std::string lettered = "action-1 high \"a\" Inventory of stocks\naction-2 high \"b\" Collection of lamps\naction-3 high \"c\" Training of inspectors.\n";
    check(actions("3.1. It is planned:\n\n" + listed), "en", "action", lettered);
    check(actions("3.1. The partners looked at what has been done.\n\n3.2. These are the priority actions:\n\n" + listed), "en", "action", lettered);
    check(actions("3.1. The partners looked at what has been done.\n\n3.2. By the end of 2028:\n\n" + listed), "en", "action", lettered);
    check(actions("3.1. Inventory of stocks\n\n3.2. Collection:\n\na) of lamps;\n\nb) of thermometers.\n"), "en", "action",
          "action-1 high \"3.1\" Inventory of stocks\naction-2 high \"3.2\" Collection:\n");
}

BOOST_AUTO_TEST_CASE(a_dash_behind_a_label_in_words) {
    check(actions_fr("Action prioritaire 1. – Inventaire des stocks\n\nAction prioritaire 2. – Collecte des lampes\n"), "fr", "action",
          "action-1 high \"1\" Inventaire des stocks\naction-2 high \"2\" Collecte des lampes\n");
}

// "a) …; b) …; c) …" in one paragraph, where nothing else is a list; two are no list, nor are labels that are only mentioned.
BOOST_AUTO_TEST_CASE(labels_inside_a_paragraph) {
    const std::string lettered = "action-1 high \"a\" Inventory of stocks\naction-2 high \"b\" Collection of lamps\naction-3 high \"c\" Training of inspectors.\n";
    check(actions("Three of them were chosen:\n\na) Inventory of stocks; b) Collection of lamps; c) Training of inspectors.\n"), "en", "action", lettered);
    check(actions("Three of them were chosen: (a) Inventory of stocks; (b) Collection of lamps; and (c) Training of inspectors.\n"), "en", "action",
          "action-1 high \"a\" Inventory of stocks\naction-2 high \"b\" Collection of lamps\naction-3 high \"c\" Training of inspectors.\n");
    check(actions("We want: 1. Inventory of stocks. 2. Collection of 2. lamps. 3. Training of inspectors.\n"), "en", "action",
          "action-1 high \"1\" Inventory of stocks.\naction-2 high \"2\" Collection of 2. lamps.\naction-3 high \"3\" Training of inspectors.\n");
    check("# 三、优先行动\n\n选定下列行动：（一）清查库存和来源；（二）收集废旧灯管；（三）培训检查人员。\n\n# 四、合作伙伴的工作和时间表\n\n待定。\n", "zh", "action",
          "action-1 high \"1\" 清查库存和来源；\naction-2 high \"2\" 收集废旧灯管；\naction-3 high \"3\" 培训检查人员。\n");
    check(actions("The area works on paragraph 19 (a), (b), (c) and (d) of the decision, as it did before.\n"), "en", "action",
          "action-1 low \"\" The area works on paragraph 19 (a), (b), (c) and (d) of the decision, as it did before.\n");
    check(actions("- Inventory of stocks: a) at mines; b) at plants; c) at ports\n- Collection of lamps\n- Training of inspectors\n"), "en", "action",
          "action-1 certain \"\" Inventory of stocks: a) at mines; b) at plants; c) at ports\naction-2 certain \"\" Collection of lamps\naction-3 certain \"\" Training of inspectors\n");
}

// Behind a title in its own block, as in text whose blank lines are lost, and where words before a number begin a line.
BOOST_AUTO_TEST_CASE(labels_below_a_title_in_its_block) {
    const auto plan = [](const std::string& below) { return "**III. Priority actions**  \n" + below + "\n\n**IV. Partner efforts and timelines**\n\nLater.\n"; };
    check(plan("1\\) Inventory of stocks  \n2\\) Collection of lamps  \n3\\) Training of inspectors"), "en", "action", three_high);
    check(plan("Action 1 – Inventory of stocks  \nAction 2 – Collection of lamps  \nAction 3 – Training of inspectors"), "en", "action", three_high);
    check(plan("Action 1. Inventory of stocks. Action 2. Collection of lamps. Action 3. Training of inspectors"), "en", "action",
          "action-1 high \"1\" Inventory of stocks.\naction-2 high \"2\" Collection of lamps.\naction-3 high \"3\" Training of inspectors\n");
    check(actions("Action 1 – Inventory of stocks  \nAction 2 – Collection of lamps  \nAction 3 – Training of inspectors\n"), "en", "action", three_high);
    check(actions("Action 1 – Inventory of stocks\n\nAction 2 – Collection of lamps  \nAction 3 – Training of inspectors\n"), "en", "action", three_high);
}

// Numbers typed before some items of a list that the format numbers: how many there are is not known.
BOOST_AUTO_TEST_CASE(numbers_half_typed) {
    check(actions("1\\) Inventory of stocks\n\n1. Collection of lamps\n\n3\\) Training of inspectors\n"), "en", "action", "action-1 low \"1\" Inventory of stocks\n");
}

// A label is as long as it looks: sixty letters of Cyrillic or Arabic are twice as many bytes.
BOOST_AUTO_TEST_CASE(run_in_paragraphs_of_other_scripts) {
    check("# III. Приоритетные меры\n\nСоздание сети пунктов приема отработанных приборов и ламп в городах: партнеры открывают пункты в десяти городах.\n\n"
          "Обучение инспекторов и таможенников правилам обращения с отходами: курсы пройдут в пяти странах.\n\n"
          "Строительство установки для стабилизации накопленной ртути и ее соединений: первая очередь вводится в 2027 году.\n\n# IV. Деятельность партнеров и сроки\n\nПозже.\n",
          "ru", "action",
          "action-1 high \"\" Создание сети пунктов приема отработанных приборов и ламп в городах: партнеры открывают пункты в десяти городах.\n"
          "action-2 high \"\" Обучение инспекторов и таможенников правилам обращения с отходами: курсы пройдут в пяти странах.\n"
          "action-3 high \"\" Строительство установки для стабилизации накопленной ртути и ее соединений: первая очередь вводится в 2027 году. | timeline=date:2027\n");
    check("# ثالثاً - الإجراءات ذات الأولوية\n\nإنشاء شبكة من نقاط جمع الأجهزة والمصابيح المستعملة في المدن: يفتح الشركاء نقاطاً في عشر مدن.\n\n"
          "تدريب المفتشين وموظفي الجمارك على قواعد التعامل مع النفايات: تعقد الدورات في خمسة بلدان.\n\n"
          "بناء وحدة لتثبيت الزئبق المتراكم ومركباته قبل تخزينها النهائي: تدخل المرحلة الأولى الخدمة في عام 2027.\n\n# رابعاً - جهود الشركاء والجداول الزمنية\n\nلاحقاً.\n",
          "ar", "action",
          "action-1 high \"\" إنشاء شبكة من نقاط جمع الأجهزة والمصابيح المستعملة في المدن: يفتح الشركاء نقاطاً في عشر مدن.\n"
          "action-2 high \"\" تدريب المفتشين وموظفي الجمارك على قواعد التعامل مع النفايات: تعقد الدورات في خمسة بلدان.\n"
          "action-3 high \"\" بناء وحدة لتثبيت الزئبق المتراكم ومركباته قبل تخزينها النهائي: تدخل المرحلة الأولى الخدمة في عام 2027. | timeline=date:2027\n");
}

BOOST_AUTO_TEST_CASE(run_in_paragraphs) {
    check(actions("The area has three lines of work.\n\n**Inventory of stocks.** Six countries count them.\n\n**Collection of lamps.** Sixty points open.\n\nMore on this below.\n\n**Training of inspectors.** Courses are held.\n"), "en", "action",
          "action-1 high \"\" Inventory of stocks\naction-2 high \"\" Collection of lamps\naction-3 high \"\" Training of inspectors\n");
    check(actions_fr("**Inventaire des stocks :** six pays comptent.\n\n**Collecte des lampes :** soixante points ouvrent.\n"), "fr", "action",
          "action-1 high \"\" Inventaire des stocks\naction-2 high \"\" Collecte des lampes\n");
    check(actions("Inventory: six countries count their stocks.\n\nCollection: sixty points open.\n"), "en", "action",
          "action-1 high \"\" Inventory: six countries count their stocks.\naction-2 high \"\" Collection: sixty points open.\n");
}

BOOST_AUTO_TEST_CASE(a_table) {
    check(actions("| No. | Priority action | Timeline |\n|---|---|---|\n| 1 | Inventory of stocks | 2025 |\n| 2 | Collection of lamps | 2026 |\n| 3 | Training of inspectors | |\n"), "en", "action",
          "action-1 certain \"1\" Inventory of stocks | number=text:1 timeline=date:2025\n"
          "action-2 certain \"2\" Collection of lamps | number=text:2 timeline=date:2026\n"
          "action-3 certain \"3\" Training of inspectors | number=text:3 timeline!\n");
    check(actions_fr("| N° | Action prioritaire | Calendrier |\n|---|---|---|\n| 1 | Inventaire des stocks | 2025 |\n| 2 | Collecte des lampes | 2026 |\n"), "fr", "action",
          "action-1 certain \"1\" Inventaire des stocks | number=text:1 timeline=date:2025\n"
          "action-2 certain \"2\" Collecte des lampes | number=text:2 timeline=date:2026\n");
    // A cell written again in the rows below is the merged cell of a format that cannot merge.
    check(actions("| Priority action | Objective | Partner |\n|---|---|---|\n| Inventory of stocks | 1 | A |\n| Inventory of stocks | 1 | B |\n| Collection of lamps | 1 | A |\n| | 1 | C |\n"), "en", "action",
          "action-1 certain \"\" Inventory of stocks | objective=reference:1 partner=organisation:A,organisation:B | objective-1\n"
          "action-2 certain \"\" Collection of lamps | objective=reference:1 partner=organisation:A,organisation:C | objective-1\n");
}

BOOST_AUTO_TEST_CASE(four_numbered_actions_with_twelve_bullets_are_four) {
    std::string body, text;
    for (int i = 1; i <= 4; ++i) {
        const std::string n = std::to_string(i);
        body += "Action " + n + ". Line of work " + n + "\n\n- first\n- second\n- third\n\n";
        text += "action-" + n + " high \"" + n + "\" Line of work " + n + "\n";
    }
    check(actions(body), "en", "action", text);
}

BOOST_AUTO_TEST_CASE(four_at_the_top_and_three_nested_are_four) {
    check(actions("1. One\n2. Two\n   1. nested\n   2. nested\n   3. nested\n3. Three\n4. Four\n"), "en", "action",
          "action-1 certain \"1\" One\naction-2 certain \"2\" Two\naction-3 certain \"3\" Three\naction-4 certain \"4\" Four\n");
    check(actions("- One\n- Two\n  1. nested\n  2. nested\n  3. nested\n- Three\n- Four\n"), "en", "action",
          "action-1 certain \"\" One\naction-2 certain \"\" Two\naction-3 certain \"\" Three\naction-4 certain \"\" Four\n");
}

BOOST_AUTO_TEST_CASE(a_list_that_a_sentence_announces_before_the_sequence) {
    check(actions("The choice rests on two criteria:\n\n1. cost\n2. reach\n\nFour partners took part in it.\n\nAction 1. Inventory of stocks\n\nAction 2. Collection of lamps\n\nAction 3. Training of inspectors\n"), "en", "action", three_high);
    check(actions("The choice rests on two criteria:\n\n- cost\n- reach\n\nThe priority actions are:\n\n- Inventory of stocks\n- Collection of lamps\n- Training of inspectors\n"), "en", "action", three_unnumbered);
}

BOOST_AUTO_TEST_CASE(two_sequences_under_titles_of_their_own_add_up) {
    check(actions("**At once**\n\n1. Inventory of stocks\n2. Collection of lamps\n\n**Later**\n\n1. Training of inspectors\n"), "en", "action",
          "action-1 certain \"1\" Inventory of stocks\naction-2 certain \"2\" Collection of lamps\naction-3 certain \"1\" Training of inspectors\n");
    check(actions("1. Inventory of stocks\n2. Collection of lamps\n3. Training of inspectors\n\nThe partners do this in the following steps:\n\n1. plan\n2. act\n"), "en", "action", three);
}

BOOST_AUTO_TEST_CASE(a_section_without_form_is_one_item) {
    check(actions("The area takes stock of mercury in six countries and trains inspectors.\n\nIt also collects lamps.\n"), "en", "action",
          "action-1 low \"\" The area takes stock of mercury in six countries and trains inspectors.\n");
    check(actions("Not applicable.\n"), "en", "action", "");
}

BOOST_AUTO_TEST_CASE(a_plain_text_is_never_certain) {
    const Case one("III. PRIORITY ACTIONS\n\n1. Inventory of stocks\n2. Collection of lamps\n3. Training of inspectors\n\nIV. PARTNER EFFORTS AND TIMELINES\n\nTo come.\n", "en", "plan.txt");
    BOOST_TEST(dump_items(one.plan, "action") == three_high);
}

BOOST_AUTO_TEST_CASE(cyrillic_letters_as_labels) {
    const std::string before = "# II. Цель области партнерства\n\nСнизить.\n\n# III. Приоритетные меры\n\n", after = "\n\n# IV. Деятельность партнеров и сроки\n\nПозже.\n";
    check(before + "*Мера А.* Сбор ламп.\n\n*Мера Б.* Очистка площадок.\n" + after, "ru", "action",
          "action-1 high \"А\" Сбор ламп.\naction-2 high \"Б\" Очистка площадок.\n");
    check(before + "а) сбор ламп;\n\nб) очистка площадок;\n\nв) обучение.\n" + after, "ru", "action",
          "action-1 high \"а\" сбор ламп\naction-2 high \"б\" очистка площадок\naction-3 high \"в\" обучение.\n");
    // Initials of a name are no labels.
    check(before + "А. Петров ведет меру по сбору ламп.\n\nБ. Иванова помогает ему.\n" + after, "ru", "action", "action-1 low \"\" А. Петров ведет меру по сбору ламп.\n");
}

// "1- …", "أ- …", "（1）…": a dash right behind the number, brackets as wide as a sign.
BOOST_AUTO_TEST_CASE(labels_closed_by_a_glued_dash_or_in_wide_brackets) {
    check(actions("1- Count lamps\n\n2- Collect lamps\n\n3- Store mercury"), "en", "action", "action-1 high \"1\" Count lamps\naction-2 high \"2\" Collect lamps\naction-3 high \"3\" Store mercury\n");
    check("## ثالثاً - الإجراءات ذات الأولوية\n\nأ- جرد المخزون\n\nب- جمع المصابيح\n\n## رابعاً - جهود الشركاء والجداول الزمنية\n\nلاحقاً\n", "ar", "action",
          "action-1 high \"1\" جرد المخزون\naction-2 high \"2\" جمع المصابيح\n");
    check("## 三、优先行动\n\n（1）清点库存\n\n（2）回收灯管\n\n## 四、合作伙伴的工作和时间表\n\n待定。\n", "zh", "action", "action-1 high \"1\" 清点库存\naction-2 high \"2\" 回收灯管\n");
    check(actions("5-10 sites are chosen.\n\n6-12 courses are held."), "en", "action", "action-1 low \"\" 5-10 sites are chosen.\n");
}

// In plain text "(ii) send …" is an item, whatever section II is.
BOOST_AUTO_TEST_CASE(roman_numerals_of_a_list_in_plain_text) {
    const Case one("II. Objective of the partnership area\n\nBy 2027 ten countries each\n\n(i) have an inventory of mercury waste, and\n\n(ii) send half of the waste it lists to safe stores.\n\nIII. Priority actions\n\n1. Count\n2. Collect\n3. Store\n", "en", "plan.txt");
    BOOST_TEST(dump_items(one.plan, "objective") == "objective-1 high \"i\" have an inventory of mercury waste, and\nobjective-2 high \"ii\" send half of the waste it lists to safe stores.\n");
    BOOST_TEST(one.outline.sections.size() == 2U);
}

// What follows the sign may begin with a year; an enumeration of numbers is no label.
BOOST_AUTO_TEST_CASE(chinese_labels_before_a_year) {
    for (const std::string label : {"目标1：", "1、", "1）"}) {
        const std::string next = label == "目标1：" ? "目标2：" : label == "1、" ? "2、" : "2）";
        BOOST_TEST_CONTEXT(label)
        check("## 二、伙伴关系领域的目标\n\n" + label + "减少排放\n\n" + next + "2028年前建立清单\n\n## 三、优先行动\n\n待定。\n", "zh", "objective",
              "objective-1 high \"1\" 减少排放\nobjective-2 high \"2\" 2028年前建立清单 | timeline=period:/2028\n");
    }
}

// A number behind the word, closed by a wide sign or a space, before words without spaces.
BOOST_AUTO_TEST_CASE(chinese_labels_with_wide_signs) {
    for (const std::string_view sign : {"　", " ", "：", "、"}) {
        const std::string s(sign);
        check("## 二、伙伴关系领域的目标\n\n减少排放。\n\n## 三、优先行动\n\n行动1" + s + "清点库存\n\n行动2" + s + "回收灯管\n\n行动3" + s + "培训人员\n\n## 四、合作伙伴的工作和时间表\n\n待定。\n", "zh", "action",
              "action-1 high \"1\" 清点库存\naction-2 high \"2\" 回收灯管\naction-3 high \"3\" 培训人员\n");
    }
}

// "First, …" counts in every language, whatever the word; two behind wide signs are a list.
BOOST_AUTO_TEST_CASE(paragraphs_that_count_in_words) {
    const auto actions = [](const std::string& language, const std::string& title, const std::string& body) {
        std::string labels;
        for (const plancheck::Item& item : Case("# " + title + "\n\n" + body + "\n", language).plan.items) labels += item.kind == "action" || item.kind == "objective" ? item.label + ' ' : "";
        return labels;
    };
    BOOST_TEST(actions("ar", "ثالثاً - الإجراءات ذات الأولوية", "أولاً، نحصي النفايات.\n\nثانياً، نفتح مراكز التجميع.\n\nوأخيراً، ندرب العمال.") == "1 2 3 ");
    BOOST_TEST(actions("zh", "三、优先行动", "首先，清点库存。\n\n其次，回收灯管。\n\n最后，培训人员。") == "1 2 3 ");
    BOOST_TEST(actions("fr", "III. Actions prioritaires", "D'abord, compter les stocks.\n\nEnsuite, recueillir les lampes.\n\nEnfin, former les agents.") == "1 2 3 ");
    BOOST_TEST(actions("ru", "III. Приоритетные меры", "Сначала сосчитать запасы.\n\nЗатем собрать лампы.\n\nНаконец, обучить людей.") == "1 2 3 ");
    BOOST_TEST(actions("zh", "二、伙伴关系领域的目标", "会议商定：（一）六成医院停用含汞器械；（二）二十家平台不再出售美白霜。两项都服务于总目标。") == "1 2 ");
    BOOST_TEST(actions("ar", "ثانياً - هدف مجال الشراكة", "اتفق على ما يلي: (أ) أن تعمل عشر محطات تتيح بياناتها؛ (ب) أن ينخفض عدم اليقين في النماذج.") == "1 2 ");
}

BOOST_AUTO_TEST_CASE(ordinals_before_a_comma_in_chinese) {
    check("# 三、优先行动\n\n第一，改用离子膜法。\n\n第二，储存退出的汞。\n\n第三，传播经验。\n", "zh", "action", "action-1 high \"1\" 第一，改用离子膜法。\naction-2 high \"2\" 第二，储存退出的汞。\naction-3 high \"3\" 第三，传播经验。\n");
}

// A sub-heading that is an action says what any text would; one that only leads up to others does not.
BOOST_AUTO_TEST_CASE(terms_of_sub_headings_that_are_items) {
    const auto says = [](const std::string& text) {
        const Case one(actions(text), "en");
        return std::any_of(one.plan.terms.begin(), one.plan.terms.end(), [&](const plancheck::TermPlace& place) { return one.document.view(place.span) == "developing countries"; });
    };
    BOOST_TEST(says("### Measure the stacks\n\nThree works.\n\n### Train laboratories in developing countries\n\nEach summer."));
    BOOST_TEST(!says("### Training in developing countries\n\n1. Measure the stacks\n2. Train laboratories\n3. Store the excess"));
}

BOOST_AUTO_TEST_CASE(labels_in_brackets) {
    for (const std::string open : {"(", "[", "（", "【"})
        for (const std::string word : {"Action ", "Priority action "}) {
            const std::string close = open == "(" ? ")" : open == "[" ? "]" : open == "（" ? "）" : "】";
            const auto line = [&](const std::string& number, const std::string& words) { return open + word + number + close + ' ' + words + "\n\n"; };
            BOOST_TEST_CONTEXT(open << word) { check(actions(line("1", "Inventory of stocks") + line("2", "Collection of lamps") + line("3", "Training of inspectors")), "en", "action", three_high); }
        }
    check("# 三、优先行动\n\n（行动１）清查库存\n\n（行动２）收集灯具\n\n（行动３）培训检查员\n", "zh", "action",
          "action-1 high \"1\" 清查库存\naction-2 high \"2\" 收集灯具\naction-3 high \"3\" 培训检查员\n");
}

// All in one paragraph, with nothing but a space before the next.
BOOST_AUTO_TEST_CASE(labels_of_other_signs_in_a_row) {
    check("# 三、优先行动\n\n一、清查汞的库存 二、收集旧灯管 三、培训检查员\n", "zh", "action", "action-1 high \"1\" 清查汞的库存\naction-2 high \"2\" 收集旧灯管\naction-3 high \"3\" 培训检查员\n");
    check("# ثالثاً - الإجراءات ذات الأولوية\n\nأ. جرد المخزونات ب. جمع المصابيح ج. تدريب المفتشين\n", "ar", "action",
          "action-1 high \"1\" جرد المخزونات\naction-2 high \"2\" جمع المصابيح\naction-3 high \"3\" تدريب المفتشين\n");
    check("# III. Приоритетные меры\n\nа) Учет запасов, а также сбор ламп\n", "ru", "action", "action-1 high \"а\" Учет запасов, а также сбор ламп\n");
}


// "One is …, two is …", and letters in the modern order, of which the third is the third.
BOOST_AUTO_TEST_CASE(counted_by_other_words_and_letters) {
    check("# 三、优先行动\n\n一是清查库存；\n\n二是收集灯具；\n\n三是培训检查员。\n", "zh", "action",
          "action-1 high \"1\" 一是清查库存；\naction-2 high \"2\" 二是收集灯具；\naction-3 high \"3\" 三是培训检查员。\n");
    check("# ثالثاً - الإجراءات ذات الأولوية\n\nأ) جرد المخزونات\n\nب) جمع المصابيح\n\nت) تدريب المفتشين\n\nث) توعية السكان\n", "ar", "action",
          "action-1 high \"1\" جرد المخزونات\naction-2 high \"2\" جمع المصابيح\naction-3 high \"3\" تدريب المفتشين\naction-4 high \"4\" توعية السكان\n");
}

// Below a heading that names two sections, what a sentence announces as the one is none of the other.
BOOST_AUTO_TEST_CASE(lists_below_a_shared_heading) {
    check("# II and III. Objective and priority actions\n\nThe objective is to collect 200 tonnes by 2028.\n\nThe priority actions are:\n\n- Survey of stocks\n- Collection of lamps\n- Training of inspectors\n", "en", "objective action",
          "objective-1 low \"\" The objective is to collect 200 tonnes by 2028. | target=quantity:200 t timeline=period:/2028\n"
          "action-1 certain \"\" Survey of stocks\naction-2 certain \"\" Collection of lamps\naction-3 certain \"\" Training of inspectors\n");
}

// "Decision 1. …": a word that the template does not know numbers what begins with it.
BOOST_AUTO_TEST_CASE(numbered_by_any_word) {
    check(actions("The meeting chose three:\n\nRuling 1. Inventory of stocks\n\nRuling 2. Collection of lamps\n\nRuling 3. Training of inspectors\n"), "en", "action", three_high);
    check(actions_fr("La réunion en a retenu trois :\n\nDécision 1. Inventaire des stocks\n\nDécision 2. Collecte des lampes\n\nDécision 3. Formation des inspecteurs\n"), "fr", "action", trois_high);
}

// 第一项: what is counted before a space or a sign; what it counts inside a sentence is none.
BOOST_AUTO_TEST_CASE(numbered_by_what_counts) {
    const char* const three = "action-1 high \"1\" 清查库存\naction-2 high \"2\" 收集灯具\naction-3 high \"3\" 培训检查员\n";
    check("# 三、优先行动\n\n第一项 清查库存\n\n第二项 收集灯具\n\n第三项 培训检查员\n", "zh", "action", three);
    check("# 三、优先行动\n\n第1条：清查库存\n\n第2条：收集灯具\n\n第3条：培训检查员\n", "zh", "action", three);
    check("# 三、优先行动\n\n第一项行动是清查库存。\n\n第二项行动是收集灯具。\n", "zh", "action", "action-1 high \"1\" 第一项行动是清查库存。\naction-2 high \"2\" 第二项行动是收集灯具。\n");
}

// Levels before a space number a title of any script; an amount at the start of a paragraph numbers nothing.
BOOST_AUTO_TEST_CASE(titles_numbered_by_levels) {
    check("# 三、优先行动\n\n## 3.1 清查库存\n\n查明数量。\n\n## 3.2 收集灯具\n\n分类收集。\n", "zh", "action", "action-1 certain \"3.1\" 清查库存\naction-2 certain \"3.2\" 收集灯具\n");
    check("# ثالثاً - الإجراءات ذات الأولوية\n\n## 3-1 جرد المخزونات\n\nتحديد الكميات.\n\n## 3-2 جمع المصابيح\n\nجمع منفصل.\n", "ar", "action", "action-1 certain \"3-1\" جرد المخزونات\naction-2 certain \"3-2\" جمع المصابيح\n");
    check("# 二、伙伴关系领域的目标\n\n## 2.1 总目标\n\n减少汞排放。\n\n## 2.2 具体目标\n\n- 到2027年收集200吨。\n- 到2028年培训80人。\n", "zh", "objective",
          "objective-1 certain \"\" 到2027年收集200吨。 | target=quantity:200 t timeline=period:/2027\nobjective-2 certain \"\" 到2028年培训80人。 | target=quantity:80 people timeline=period:/2028\n");
    check("# 三、优先行动\n\n3.1 吨汞待处置。\n\n3.2 吨汞待运走。\n", "zh", "action", "action-1 low \"\" 3.1 吨汞待处置。\n");
}

// One sub-heading says how the actions were chosen, the other lists them; and sub-headings that are actions with lists of steps.
BOOST_AUTO_TEST_CASE(one_heading_lists_them) {
    const std::string english = "# III. Priority actions\n\n## 3.1 Choice of actions\n\nThe members chose them in May.\n\n## 3.2 List of actions\n\n1. Inventories\n2. Collection\n3. Training\n";
    const std::string expected = "action-1 certain \"1\" Inventories\naction-2 certain \"2\" Collection\naction-3 certain \"3\" Training\n";
    check(english, "en", "action", expected);
    check("# III. Приоритетные меры\n\n## 3.1. Как выбирались меры\n\nМеры выбраны в мае.\n\n## 3.2. Перечень мер\n\n1. Учет\n2. Сбор\n3. Обучение\n", "ru", "action",
          "action-1 certain \"1\" Учет\naction-2 certain \"2\" Сбор\naction-3 certain \"3\" Обучение\n");
    check("# III. Priority actions\n\n## 3.1 Training actions\n\n- Plan\n- Hold\n- Judge\n\n## 3.2 Inventories\n\nCount the lamps.\n", "en", "action",
          "action-1 certain \"3.1\" Training actions\naction-2 certain \"3.2\" Inventories\n");
}

// A picture before the words in bold that name an item is no part of its name.
BOOST_AUTO_TEST_CASE(pictures_before_names) {
    check("# III. Priority actions\n\n- \U0001F50E **Test and tell.** We test goods.\n- \u2705 **Change lamps.** We help towns.\n- \U0001F469\u200D\U0001F3EB Train nurses\n", "en", "action",
          "action-1 certain \"\" Test and tell\naction-2 certain \"\" Change lamps\naction-3 certain \"\" Train nurses\n");
}

// Bullets that were typed between those of the format are nested in them; a list that goes on with typed ones is one list.
BOOST_AUTO_TEST_CASE(bullets_typed_between_others) {
    const auto item = [](const char* text) { return "<li>" + std::string(text) + "</li>"; };
    const std::string head = "<h1>II. Objective of the partnership area</h1><p>Reduce releases.</p><h1>III. Priority actions</h1>";
    const std::string a = item("Inventory of stocks"), b = item("Collection of lamps"), c = item("Training of inspectors");
    const Case between(head + "<ul>" + a + "</ul><p>- Step: list the stores.</p><ul>" + b + c + "</ul>", "en", "plan.html");
    BOOST_TEST(between.plan.count("action") == 3U);
    const Case behind(head + "<ul>" + a + b + "</ul><p>- Training of inspectors</p>", "en", "plan.html");
    BOOST_TEST(behind.plan.count("action") == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
