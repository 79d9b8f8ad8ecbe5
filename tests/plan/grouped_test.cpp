// What stands above several items and holds for them: lines above a table, bold lines above bullets, short titles that lead
// up to an action; and labels that may mean two fields.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_grouped)

using namespace plan_case;

namespace {

const std::string partners = "\n\n# X. Partners\n\n- Lake Institute of Studies (LIS): Ada Roe, ada@lis.example.org\n- Union of Lamp Recyclers: +41 22 555 01 01\n";

}  // namespace

// Partner and contact in the line above each table.
BOOST_AUTO_TEST_CASE(lines_above_tables) {
    check(english("**Lake Institute of Studies (LIS).** Contact: Ms Ada Roe, ada@lis.example.org\n\n| Action | Effort | Timeline |\n|---|---|---|\n| 1 | Survey of stocks | 2025 |\n| 3 | Courses | 2026 |\n\n"
                  "**Union of Lamp Recyclers.** Contact: +41 22 555 01 01\n\n| Action | Effort | Timeline |\n|---|---|---|\n| 2 | Lamp points | 2027 |\n") + partners, "en", "effort",
          "effort-1 certain \"\" Survey of stocks | action=reference:1 timeline=date:2025 contact=person:Ms Ada Roe,email:ada@lis.example.org | action-1 partner-1\n"
          "effort-2 certain \"\" Courses | action=reference:3 timeline=date:2026 contact=person:Ms Ada Roe,email:ada@lis.example.org | action-3 partner-1\n"
          "effort-3 certain \"\" Lamp points | action=reference:2 timeline=date:2027 contact=telephone:+41225550101 | action-2 partner-2\n");
}

// A row of one text above fuller ones is their title. One alone may be an item that nobody filled in, and one between others is.
BOOST_AUTO_TEST_CASE(rows_of_one_text_in_tables) {
    const std::string heads = "| Effort | Partner | Timeline | Contact |\n|---|---|---|---|\n", survey = "| Survey | LIS | 2025 | a@lis.example.org |\n", courses = "| Courses | LIS | 2026 | b@lis.example.org |\n";
    const auto titles = [&](const std::string& rows) {
        const Case read(english(heads + rows), "en");
        std::string all;
        for (const plancheck::Item& item : read.plan.items)
            if (item.kind == "effort") all += (all.empty() ? "" : ", ") + std::string(plancheck::name(item.confidence)) + " " + item.title;
        return all;
    };
    BOOST_TEST(titles("| In towns | | | |\n" + survey + "| In countries | | | |\n" + courses) == "certain Survey, certain Courses");
    BOOST_TEST(titles("| In towns | | | |\n" + survey + courses) == "low In towns, certain Survey, certain Courses");
    BOOST_TEST(titles(survey + "| Fairs | | | |\n" + courses) == "certain Survey, certain Fairs, certain Courses");
    BOOST_TEST(titles("| In towns | | | |\n" + survey + "| Fairs | | | |\n") == "certain In towns, certain Survey, certain Fairs");
}

// Bullets that say first which action they serve, below the names of partners.
BOOST_AUTO_TEST_CASE(bold_names_above_bullets) {
    check(english("**Lake Institute of Studies (LIS)**\n\n- Action 1: survey of stocks in four towns in 2025.\n- Action 3: courses for inspectors in three towns in 2026.\n\n"
                  "**Union of Lamp Recyclers**\n\n- Action 2: lamp points in twelve towns in 2027.\n") + partners, "en", "effort",
          "effort-1 certain \"\" Action 1: survey of stocks in four towns in 2025. | timeline=date:2025 | action-1 partner-1\n"
          "effort-2 certain \"\" Action 3: courses for inspectors in three towns in 2026. | timeline=date:2026 | action-3 partner-1\n"
          "effort-3 certain \"\" Action 2: lamp points in twelve towns in 2027. | timeline=date:2027 | action-2 partner-2\n");
}

// The same names without a mark, above each of several lists; the form of a firm ends no sentence.
BOOST_AUTO_TEST_CASE(plain_names_above_bullets) {
    const std::string listed = "\n\n# X. Partners\n\n- Lake Institute of Studies (LIS): Ada Roe, ada@lis.example.org\n- Green Glass, S.L.: +41 22 555 01 01\n";
    check(english("Lake Institute of Studies (LIS)\n\n- Survey of stocks in four towns in 2025.\n- Courses in three towns in 2026.\n\nGreen Glass, S.L.\n\n- Points in twelve towns in 2027.\n") + listed, "en", "effort",
          "effort-1 certain \"\" Survey of stocks in four towns in 2025. | timeline=date:2025 | partner-1\n"
          "effort-2 certain \"\" Courses in three towns in 2026. | timeline=date:2026 | partner-1\n"
          "effort-3 certain \"\" Points in twelve towns in 2027. | timeline=date:2027 | partner-2\n");
}

// "Under action B" opens a group, also of a single effort; the next title is no part of the effort above it.
BOOST_AUTO_TEST_CASE(titles_that_lead_up_to_an_action) {
    check(english("*Under action 1*\n\n**Survey of stocks.** In four towns in 2025.\n\n**Second survey.** In three towns in 2026.\n\n*Under action 2*\n\n**Lamp points.** In twelve towns in 2027.\n"), "en", "effort",
          "effort-1 high \"\" Survey of stocks | action=reference:Under action 1 timeline=date:2025 | action-1\n"
          "effort-2 high \"\" Second survey | action=reference:Under action 1 timeline=date:2026 | action-1\n"
          "effort-3 high \"\" Lamp points | action=reference:Under action 2 timeline=date:2027 | action-2\n");
}

// Titles of groups that repeat the first sentence of an action.
BOOST_AUTO_TEST_CASE(titles_that_repeat_a_first_sentence) {
    check("**三、优先行动**\n\n（一）清单。帮助主管部门摸清数量。\n\n（二）收集。在城市建立网点。\n\n（三）培训。培训管理人员。\n\n**四、合作伙伴的工作和时间表**\n\n"
          "（一）清单\n\n1. 湖泊研究所在四国编制清单，2025年。\n\n（二）收集\n\n2. 灯具协会设立收集点，2026年。\n\n3. 湖泊研究所更换体温计，2027年。\n\n（三）培训\n\n4. 湖泊研究所举办培训班，2026年。\n\n**五、机会**\n\n无。\n", "zh", "effort",
          "effort-1 certain \"1\" 湖泊研究所在四国编制清单，2025年。 | action=reference:（一）清单 timeline=date:2025 | action-1\n"
          "effort-2 certain \"2\" 灯具协会设立收集点，2026年。 | action=reference:（二）收集 timeline=date:2026 | action-2\n"
          "effort-3 certain \"3\" 湖泊研究所更换体温计，2027年。 | action=reference:（二）收集 timeline=date:2027 | action-2\n"
          "effort-4 high \"4\" 湖泊研究所举办培训班，2026年。 | action=reference:（三）培训 timeline=date:2026 | action-3\n");
}

// "Meta" is an aim that is referred to, or a target; "1 estudio" counts, "1" refers.
BOOST_AUTO_TEST_CASE(labels_of_two_fields) {
    const auto plan = [](const std::string& efforts) {
        return "# II. Objetivo de la esfera de asociación\n\n1. Reducir la oferta de mercurio\n2. Guardar el excedente\n\n# IV. Iniciativas de los asociados y plazos\n\n" + efforts + "\n\n# V. Oportunidades\n\nNinguna.\n";
    };
    check(plan("| Iniciativa | Meta | Plazo |\n|---|---|---|\n| Inventario | 1 estudio en 12 países | 2026 |\n| Almacén | 2 | 2027 |\n"), "es", "effort",
          "effort-1 certain \"\" Inventario | timeline=date:2026 target=quantity:12 countries\n"
          "effort-2 certain \"\" Almacén | objective=reference:2 timeline=date:2027 | objective-2\n");
    check(plan("- Inventario de existencias. Meta: 12 países. Plazo: 2026.\n- Almacén. Meta: objetivo 2. Plazo: 2027."), "es", "effort",
          "effort-1 certain \"\" Inventario de existencias. Meta: 12 países. Plazo: 2026. | timeline=date:2026 target=quantity:12 countries\n"
          "effort-2 certain \"\" Almacén. Meta: objetivo 2. Plazo: 2027. | objective=reference:objetivo 2. timeline=date:2027 | objective-2\n");
}

// An amount ends with its sentence; a span of time is no target, and a timeline where it says from when it runs.
BOOST_AUTO_TEST_CASE(amounts_and_spans_of_time) {
    check(english("- Survey of stocks. Cost: EUR 640,000. The first eight are done by March 2027.\n- Courses that last 24 months from approval for 30 people.\n- Depots that are 24 months old.\n"), "en", "effort",
          "effort-1 certain \"\" Survey of stocks. Cost: EUR 640,000. The first eight are done by March 2027. | timeline=period:/2027-03 cost=money:640000 EUR\n"
          "effort-2 certain \"\" Courses that last 24 months from approval for 30 people. | timeline=quantity:24 months target=quantity:30 people\n"
          "effort-3 certain \"\" Depots that are 24 months old.\n");
    check(english("| Effort | Period | Cost (USD) |\n|---|---|---|\n| Survey | 24 months from approval | 400 |\n"), "en", "effort",
          "effort-1 certain \"\" Survey | timeline=quantity:24 months cost=money:400 USD\n");
}

// A name in another order of words, and by what stands between its quotation marks.
BOOST_AUTO_TEST_CASE(names_in_another_order_and_between_quotation_marks) {
    check(english("| Effort | Partner |\n|---|---|\n| Survey | Velmora Ministry of Environment |\n| Points | Network “Clear Sky” |\n") +
              "\n\n# X. Partners\n\n- Ministry of Environment of Velmora\n- Public Network “Clear Sky”\n- Lake Institute\n", "en", "effort",
          "effort-1 certain \"\" Survey | partner=organisation:Velmora Ministry of Environment | partner-1\n"
          "effort-2 certain \"\" Points | partner=organisation:Network “Clear Sky” | partner-2\n");
}

// Letters that a word joins, and a number that counts all there are.
BOOST_AUTO_TEST_CASE(objectives_by_letters_and_all_by_their_number) {
    const auto plan = [](const std::string& actions) {
        return "# II. Objective of the partnership area\n\na) Reduce releases of mercury\n\nb) Store the excess\n\n# III. Priority actions\n\n" + actions + "\n\n# IV. Partner efforts and timelines\n\nTo come.\n";
    };
    check(plan("1. Count lamps (objectives a and b)\n2. Teach; this serves the two objectives\n3. Meet for three objectives"), "en", "action",
          "action-1 certain \"1\" Count lamps (objectives a and b) | | objective-1 objective-2\n"
          "action-2 certain \"2\" Teach; this serves the two objectives | | objective-1 objective-2\n"
          "action-3 certain \"3\" Meet for three objectives\n");
}

// A sentence that ends as one is no title, whatever it leads up to.
BOOST_AUTO_TEST_CASE(sentences_are_no_titles) {
    check("# II. 目标\n\n- 目标1：清单\n- 目标2：储存\n\n# III. 优先事项\n\n### 行动1：编制国家清单\n\n此项服务于目标1。\n\n### 行动2：分开收集灯管\n\n此项服务于目标2。\n\n### 行动3：修复集市广场上的老钟楼\n", "zh", "action",
          "action-1 certain \"1\" 编制国家清单 | | objective-1\n"
          "action-2 certain \"2\" 分开收集灯管 | | objective-2\n"
          "action-3 certain \"3\" 修复集市广场上的老钟楼\n");
}

// A part of the world above several efforts is none of them.
BOOST_AUTO_TEST_CASE(regions_above_efforts) {
    const auto count = [](const std::string& text, const std::string& title) {
        const Case one(english(text), "en");
        return std::to_string(one.plan.count("effort")) + (one.plan.items.empty() ? "" : ' ' + std::find_if(one.plan.items.begin(), one.plan.items.end(), [](const plancheck::Item& item) { return item.kind == "effort"; })->title.substr(0, title.size()));
    };
    const std::string below = "Site visits by the Lake Institute, 2026, visits@lake.example.org.\n\nBoxes for lamps by Mill Town, 2027, boxes@mill.example.org.\n\n";
    BOOST_TEST(count("### Africa\n\n" + below + "### Asia and the Pacific\n\nCourses by Clear Network, 2026, courses@clear.example.org.", "Site visits") == "3 Site visits");
    BOOST_TEST(count("**Africa**\n\n" + below + "**Latin America**\n\nCourses by Clear Network, 2026, courses@clear.example.org.", "Site visits") == "3 Site visits");
    BOOST_TEST(count("### Visits in Africa\n\n" + below + "### Visits in Asia\n\nCourses by Clear Network, 2026, courses@clear.example.org.", "Visits in Africa") == "2 Visits in Africa");
}

// Two labels are a list where each opens a sentence of its own.
BOOST_AUTO_TEST_CASE(two_labels_in_a_paragraph) {
    const auto count = [](const std::string& text) {
        const Case one("# II. Objective of the partnership area\n\n" + text + "\n\n# III. Priority actions\n\nTo come.\n", "en");
        return one.plan.count("objective");
    };
    BOOST_TEST(count("Fewer releases are wanted. Objective 1: check 15 markets a year from 2027. Objective 2: free 500 hospitals of mercury by 2028.") == 2U);
    BOOST_TEST(count("Fewer releases are wanted. 1) Check 15 markets a year from 2027. 2) Free 500 hospitals of mercury by 2028.") == 2U);
    BOOST_TEST(count("Fewer releases are wanted, as objective 1 of the old plan was, and as objective 2 of that plan was.") == 1U);
}

// What an action is called stands behind the column that counts the rows, with a number of its own or without one.
BOOST_AUTO_TEST_CASE(captions_behind_numbers) {
    for (const std::string head : {"No.", "#", "Ref.", ""})
        for (const std::string number : {"", "1", "A"})
            for (const bool anew : {false, true}) {
                const std::string second = number.empty() ? "" : number == "1" ? "2" : "B";
                const Case one(english("| " + head + " | Effort | Partner | Timeline |\n|---|---|---|---|\n| " + number + " | Action 1: Inventory of mercury stocks | | |\n| 1 | Survey | Lake Institute | 2025 |\n| 2 | Database | Lamp Recyclers | 2026 |\n| " +
                                       second + " | Action 2: Separate collection of lamps | | |\n| " + (anew ? "1" : "3") + " | Boxes | Lamp Recyclers | 2025 |\n| " + (anew ? "2" : "4") + " | Leaflets | Lake Institute | 2026 |\n"),
                               "en");
                std::string found;
                for (const plancheck::Item& item : one.plan.items)
                    if (item.kind == "effort") found += item.title + ':' + (item.refers_to.empty() ? std::string() : item.refers_to.front()) + ' ';
                BOOST_TEST_CONTEXT(head << ' ' << number << anew) { BOOST_TEST(found == "Survey:action-1 Database:action-1 Boxes:action-2 Leaflets:action-2 "); }
            }
}

// Behind groups or a list, a table that only says what each of them costs has no items; nor is the contact of one that of all
// because it says "all" of something else.
BOOST_AUTO_TEST_CASE(prices_behind_what_is_done) {
    const std::string prices = "\n\n| Effort | Cost (EUR) |\n|---|---|\n| Survey | 300 |\n| Points | 500 |\n| Total | 800 |\n";
    check(english("## Action 1\n\nSurvey of stocks in 2025.\n\n## Action 2\n\nLamp points in all towns in 2027. Contact: lamps@lake.example.org." + prices), "en", "effort",
          "effort-1 certain \"\" Action 1 | action=reference:Action 1 timeline=date:2025 cost=money:300 EUR | action-1\n"
          "effort-2 certain \"\" Action 2 | action=reference:Action 2 timeline=date:2027 cost=money:500 EUR contact=email:lamps@lake.example.org | action-2\n");
    check(english("1. Survey of stocks in 2025.\n2. Lamp points in all towns in 2027." + prices), "en", "effort",
          "effort-1 certain \"1\" Survey of stocks in 2025. | timeline=date:2025 cost=money:300 EUR\n"
          "effort-2 certain \"2\" Lamp points in all towns in 2027. | timeline=date:2027 cost=money:500 EUR\n");
    const std::string by_action = "\n\n| Action | Cost (EUR) |\n|---|---|\n| 1 | 300 |\n| 2 | 500 |\n";
    check(english("1. Survey of stocks in 2025.\n2. Lamp points in all towns in 2027." + by_action), "en", "effort",
          "effort-1 certain \"1\" Survey of stocks in 2025. | action=reference:1 timeline=date:2025 cost=money:300 EUR | action-1\n"
          "effort-2 certain \"2\" Lamp points in all towns in 2027. | action=reference:2 timeline=date:2027 cost=money:500 EUR | action-2\n");
    check(english("Three towns take part." + prices), "en", "effort",
          "effort-1 certain \"\" Survey | cost=money:300 EUR\neffort-2 certain \"\" Points | cost=money:500 EUR\n");
}

// A column that says each action once, beside the first of its efforts; one blank cell alone, or an action that is said again,
// leaves open what was meant.
BOOST_AUTO_TEST_CASE(actions_said_once) {
    const auto referred = [](const std::vector<std::string>& actions) {
        std::string table = "| Action | Effort | Partner |\n|---|---|---|\n", found;
        for (std::size_t i = 0; i < actions.size(); ++i) table += "| " + actions[i] + " | Survey " + static_cast<char>('A' + i) + " | Lake Institute |\n";
        const Case one(english(table), "en");
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "effort") found += item.refers_to.empty() ? "- " : item.refers_to.front() + ' ';
        return found;
    };
    BOOST_TEST(referred({"1", "", "", "2", ""}) == "action-1 action-1 action-1 action-2 action-2 ");
    BOOST_TEST(referred({"1", "", "2", "1", ""}) == "action-1 - action-2 action-1 - ");
    BOOST_TEST(referred({"1", "", "2"}) == "action-1 - action-2 ");
    BOOST_TEST(referred({"", "1", "", "2", ""}) == "- action-1 - action-2 - ");
}

// A bullet of an item that speaks of a year, or of all that it visits, gives its contact to no other item.
BOOST_AUTO_TEST_CASE(contacts_of_a_bullet_are_its_own) {
    check("# رابعاً - جهود الشركاء والجداول الزمنية\n\n## معهد البحيرة\n\n- جرد في عام 2026؛ الاتصال: a@lake.example.org\n\n## شبكة الصحة\n\n- دورات في عام 2027\n", "ar", "effort",
          "effort-1 certain \"\" معهد البحيرة | timeline=date:2026 contact=email:a@lake.example.org\n"
          "effort-2 certain \"\" شبكة الصحة | timeline=date:2027\n");
    check("# IV. Деятельность партнеров и сроки\n\n## Институт озера\n\n- Обследует все рудники до 2027 года; контакт: a@lake.example.org\n\n## Сеть здоровья\n\n- Курсы в 2027 году\n", "ru", "effort",
          "effort-1 certain \"\" Институт озера | timeline=period:/2027 contact=email:a@lake.example.org\n"
          "effort-2 certain \"\" Сеть здоровья | timeline=date:2027\n");
}

// A form that says who, when and how much below the title of what is done, with a text between them.
BOOST_AUTO_TEST_CASE(forms_below_titles) {
    const std::string lamps = "### \U0001F4A1 Take lamps back\n\nMilestone: ten shops in May 2026.\n\n| Who | Union of Lamp Recyclers |\n|---|---|\n| When | 2025 to 2027 |\n| How much | USD 40,000 |\n| Size | 900 sites with boxes |\n| Contact | lamps@lamps.example.org |\n\n";
    const std::string courses = "### Courses for crews\n\n| Who | Lake Institute of Studies |\n|---|---|\n| When | 2026 |\n| Contact | ada@lis.example.org |\n\n";
    check(english(lamps + courses) + partners, "en", "effort",
          "effort-1 certain \"\" Take lamps back | partner=organisation:Union of Lamp Recyclers timeline=period:2025/2027 cost=money:40000 USD target=quantity:900 sites milestone=date:2026-05 contact=email:lamps@lamps.example.org | action-2 partner-2\n"
          "effort-2 certain \"\" Courses for crews | partner=organisation:Lake Institute of Studies timeline=date:2026 contact=email:ada@lis.example.org | partner-1\n");
}

// "1ère action" above the efforts of the first one, as districts write it, and in words.
BOOST_AUTO_TEST_CASE(ordinals_above_efforts) {
    for (const auto& [first, second] : {std::pair("1ère", "2ème"), std::pair("1re", "2e"), std::pair("Première", "Deuxième")}) {
        const Case one("# III. Actions prioritaires\n\n" + std::string(first) + " action : réparer les appareils\n\n" + second + " action : publier les mesures\n\n# IV. Initiatives des partenaires et délais de réalisation\n\n" + first +
                           " action\n\na) Achat de pompes. Institut du Cap. 2027. a@cap.example.org\n\n" + second + " action\n\nb) Site public. Réseau des îles. 2028. b@iles.example.org\n\n# V. Opportunités\n\nNéant.\n", "fr");
        std::string refers;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "effort") refers += item.refers_to.empty() ? "-" : item.refers_to.front() + ' ';
        BOOST_TEST(refers == "action-1 action-2 ", first);
    }
}

// Sub-headings that count within section IV and have the titles of actions: the titles say which.
BOOST_AUTO_TEST_CASE(titles_behind_numbers_of_the_section) {
    const Case one("# III. Priority actions\n\n1. Tuning of filters\n2. Inventories by one method\n3. Washing of coal\n4. Exchange of knowledge\n\n# IV. Partner efforts and timelines\n\n## 4.1 Tuning of filters\n\n- Work at 25 stations; partner: Lake Institute; timeline: 2027\n\n"
                   "## 4.2 Inventories by one method\n\n- Forms; partner: Lamp Union; timeline: 2028\n\n## 4.3 Washing of coal\n\n- A plant; partner: Mine Works; timeline: 2028\n\n# V. Opportunities\n\nNone.\n", "en");
    std::string referred;
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == "effort") for (const std::string& id : item.refers_to) referred += id + ' ';
    BOOST_TEST(referred == "action-1 action-2 action-3 ");
}

// Text without blank lines: what sorts items stands between them, and what is said behind a short item is none of it.
BOOST_AUTO_TEST_CASE(lines_between_items) {
    std::string told = "I.\tSummary of the issue\n\n";
    for (int i = 0; i < 8; ++i) told += "The hospital throws its old devices away with all other waste of the town\n";
    const std::string text = told + "\nIII.\tPriority actions\n\n1. Sort the waste of the hospital and of all the schools on the four islands\n2. Build a shed in the harbour for the mercury that was found in the waste\n\n"
                             "IV.\tPartner efforts and timelines\n\nAction 1:\n- Boxes in fourteen places, General Hospital, 2027, 6000 dollars, office@hospital.example.org\nAction 2:\n"
                             "- Walls and roof of the shed, Harbour Office, every month, 30000 dollars, port@islands.example.org\n\nX.\tPartners\n\n1. General Hospital\n2. Harbour Office\nWhoever wants to join is welcome.\n";
    const Case one(text, "en", "plan.txt");
    std::string found;
    for (const plancheck::Item& item : one.plan.items) {
        if (item.kind == "effort")
            for (const std::string& id : item.refers_to) found += id + ' ';
        if (item.kind == "partner") found += '[' + item.title + ']';
    }
    BOOST_TEST(found == "action-1 partner-1 action-2 partner-2 [General Hospital][Harbour Office]");
    const auto last = std::find_if(one.plan.items.rbegin(), one.plan.items.rend(), [](const plancheck::Item& item) { return item.kind == "effort"; });
    BOOST_REQUIRE((last != one.plan.items.rend() && last->field("timeline") != nullptr));
    BOOST_TEST(last->field("timeline")->values.front().value == "P1M");
}

BOOST_AUTO_TEST_SUITE_END()
