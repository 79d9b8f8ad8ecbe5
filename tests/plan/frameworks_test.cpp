// Plans as consultants frame them: levels and codes number what is in a row, and a total stands in whatever column.
#include "plan/plan_case.hpp"

#include <algorithm>

BOOST_AUTO_TEST_SUITE(plan_frameworks)

using namespace plan_case;

namespace {

// "1.1 2.1": the labels of a kind; or, with `of`, what each refers to of another kind.
std::string labels(const plancheck::Plan& plan, const std::string& kind, const std::string& of = {}) {
    std::string found;
    for (const plancheck::Item& item : plan.items) {
        if (item.kind != kind) continue;
        if (!found.empty()) found.push_back(' ');
        std::string own = of.empty() ? item.label : std::string();
        for (const std::string& id : item.refers_to)
            if (!of.empty() && id.starts_with(of + '-')) own += own.empty() ? id.substr(of.size() + 1) : ',' + id.substr(of.size() + 1);
        found += own.empty() ? "-" : own;
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(codes_in_the_first_column_and_a_total_in_the_second) {
    struct Words {
        const char *language, *actions, *efforts, *output, *action, *activity, *partner, *budget, *total;
    };
    for (const Words& w : {Words{"en", "III. Priority actions", "IV. Partner efforts and timelines", "Output", "Priority action", "Activity", "Partner", "Budget (USD)", "Overall"},
                           Words{"fr", "III. Actions prioritaires", "IV. Initiatives des partenaires et délais de réalisation", "Produit", "Action prioritaire", "Activité", "Partenaire", "Budget (USD)", "Coût total"},
                           Words{"es", "III. Medidas prioritarias", "IV. Iniciativas de los asociados y plazos", "Producto", "Medida prioritaria", "Actividad", "Socio", "Costo (USD)", "Costo total"},
                           Words{"ru", "III. Приоритетные меры", "IV. Деятельность партнеров и сроки", "Продукт", "Приоритетная мера", "Мероприятие", "Партнер", "Бюджет (USD)", "Общая стоимость"},
                           Words{"ar", "ثالثاً - الإجراءات ذات الأولوية", "رابعاً - جهود الشركاء والجداول الزمنية", "المخرج", "الإجراء ذو الأولوية", "النشاط", "الشريك", "الميزانية (دولار)", "التكلفة الإجمالية"},
                           Words{"zh", "三、优先行动", "四、合作伙伴的工作和时间表", "产出", "优先行动", "活动", "伙伴", "预算（美元）", "总费用"}}) {
        const std::string rule = "|---|---|---|---|\n", bar = " | ";
        const std::string plan = std::string("# ") + w.actions + "\n\n| " + w.output + bar + w.action + " |\n|---|---|\n| 1.1 | Mercury in lakes |\n| 1.2 | Gauges at sea |\n| 2.1 | Rivers and wells |\n\n# " + w.efforts +
                                 "\n\n| " + w.output + bar + w.activity + bar + w.partner + bar + w.budget + " |\n" + rule +
                                 "| 2.1 | Forty visits | Lake Institute | 230 000 |\n| 1.1 | Ten films | Mill Town | 175 000 |\n| | **" + w.total + "** | | **405 000** |\n";
        const Case one(plan, w.language);
        BOOST_TEST_CONTEXT(w.language) {
            BOOST_TEST(labels(one.plan, "action") == "1.1 1.2 2.1");
            BOOST_TEST(labels(one.plan, "effort", "action") == "3 1");
        }
    }
}

// What the numbers add up to tells a total by itself; a last row that adds up to nothing is an effort, and so is a full one.
BOOST_AUTO_TEST_CASE(a_total_by_what_it_adds_up_to) {
    const auto efforts = [](const std::string& last) {
        const Case one(english("| PA | Activity | Partner | Cost (USD) |\n|---|---|---|---|\n| 1 | Survey of stocks | Lake Institute | 40,000 |\n| 2 | Lamp points | Mill Town | 75,000 |\n" + last), "en");
        return one.plan.count("effort");
    };
    BOOST_TEST(efforts("| | Whole plan | | 115,000 |\n") == 2U);
    BOOST_TEST(efforts("| | Printing | | 15,000 |\n") == 3U);
    BOOST_TEST(efforts("| 3 | Courses | Mill Town | 115,000 |\n") == 3U);
}

BOOST_AUTO_TEST_CASE(levels_label_the_objectives) {
    const auto found = [](const std::string& language, const std::string& title, const std::string& head, const std::string& rows) {
        const Case one("# " + title + "\n\n" + head + "\n|---|---|---|\n" + rows, language);
        return labels(one.plan, "objective");
    };
    BOOST_TEST(found("en", "II. Objective of the partnership area", "| Level | Narrative | Indicator |", "| Outcome 1 | Plants know their balance | plants |\n| Outcome 2 | Limits are set | countries |\n") == "Outcome 1 Outcome 2");
    BOOST_TEST(found("es", "II. Objetivo de la esfera de asociación", "| Nivel | Resumen narrativo | Indicador |", "| Efecto 1 | Las plantas conocen su balance | plantas |\n| Efecto 2 | Hay límites | países |\n") == "Efecto 1 Efecto 2");
    // "Итог" is a total as well.
    BOOST_TEST(found("ru", "II. Цель области партнерства", "| Уровень | Формулировка | Показатель |", "| Итог 1 | Излишки хранятся безопасно | 25 |\n| Итог 2 | Торговля прозрачна везде | 40 |\n") == "Итог 1 Итог 2");
    BOOST_TEST(found("zh", "二、伙伴关系领域的目标", "| 层级 | 表述 | 指标 |", "| 成果1 | 工厂掌握汞平衡 | 工厂数 |\n| 成果2 | 设定限值 | 国家数 |\n") == "成果1 成果2");
}

// A column of codes refers, whatever its head says, where most of them are those of objectives.
BOOST_AUTO_TEST_CASE(a_column_of_codes) {
    const auto plan = [](const std::string& head, const std::string& first) {
        return "# II. Objetivo de la esfera de asociación\n\n| Código | Objetivo |\n|---|---|\n| OE1 | Reducir las emisiones |\n| OE2 | Conocer los carbones |\n\n# III. Medidas prioritarias\n\n| Código | Medida | " + head +
               " |\n|---|---|---|\n| M1 | Equipos | " + first + " |\n| M2 | Muestras | OE2, OE1 |\n| M3 | Cursos | OE1 |\n";
    };
    BOOST_TEST(labels(Case(plan("OE", "OE1"), "es").plan, "action", "objective") == "1 1,2 1");
    BOOST_TEST(labels(Case(plan("Lote", "L7"), "es").plan, "action", "objective") == "- 1,2 1");
}

// Paragraphs that begin alike are efforts, whether there is such an action or not; one more without an address is in doubt.
BOOST_AUTO_TEST_CASE(paragraphs_that_open_alike) {
    const auto efforts = [](const std::string& third) {
        return Case(english("Under action 1, the Lake Institute visits forty stocks from May 2025 to June 2026. Cost: 40,000 dollars. Write to office@lake.example.org.\n\n"
                            "Under action 2, the Union of Lamp Recyclers opens twenty points in 2026. Cost: 75,000 dollars. Write to office@lamps.example.org.\n\n" + third), "en").plan.count("effort");
    };
    BOOST_TEST(efforts("Under action 4, Mill Town holds three courses in 2027. Cost: 9,000 dollars. Write to office@mill.example.org.") == 3U);
    const Case one(english("The Lake Institute visits forty stocks from May 2025 to June 2026 for 40,000 dollars (office@lake.example.org).\n\n"
                           "The Union of Lamp Recyclers opens twenty points in 2026 for 75,000 dollars (office@lamps.example.org).\n\nMill Town holds three courses in 2027 for 9,000 dollars."), "en");
    BOOST_TEST(one.plan.count("effort") == 3U);
    BOOST_TEST((one.plan.items.end() - 1)->title.starts_with("Mill Town"));
    BOOST_TEST(((one.plan.items.end() - 1)->confidence == plancheck::Confidence::low));
}

// A firm is named without what the law calls it, and a lead that stands apart from the list with its address.
BOOST_AUTO_TEST_CASE(names_in_the_efforts) {
    const auto refers = [](const std::string& efforts, const std::string& partners) {
        const Case one(english(efforts) + "\n# X. Partners\n\n" + partners + "\n", "en");
        const auto effort = std::find_if(one.plan.items.begin(), one.plan.items.end(), [](const plancheck::Item& item) { return item.kind == "effort"; });
        std::string all;
        for (const std::string& id : effort->refers_to)
            if (!id.starts_with("action")) all += id + ' ';
        return all;
    };
    BOOST_TEST(refers("1. Stabiliza treats 300 tonnes in 2026.\n2. Another effort.", "- Mill Town, office@mill.example.org\n- Stabiliza S.A., office@stabiliza.example.org") == "partner-2 ");
    BOOST_TEST(refers("1. Lake Glass treats 300 tonnes in 2026.\n2. Another effort.", "- Mill Town, office@mill.example.org\n- Lake Glass Ltd, office@glass.example.org") == "partner-2 ");
    BOOST_TEST(refers("1. The Office of Lakes builds a store in 2026.\n2. Another effort.", "Lead: Office of Lakes, Ms Ada Roe, roe@lakes.example.org\n\n- Mill Town, office@mill.example.org\n- Union of Lamp Recyclers") == "lead-1 ");
}

// What the plan itself calls its actions, and a column under that word; and in whatever case a sentence says it.
BOOST_AUTO_TEST_CASE(actions_with_a_name_of_their_own) {
    const Case one("# III. Priority actions\n\n**Decision 1.** Weigh the boxes.\n\n**Decision 2.** Print the forms.\n\n**Decision 3.** Train the clerks.\n\n# IV. Partner efforts and timelines\n\n"
                   "| What | Decision | When |\n|---|---|---|\n| Scales | 1 | 2026 |\n| Paper | 2 | 2027 |\n| Courses | 2, 3 | 2027 |\n", "en");
    BOOST_TEST(labels(one.plan, "effort", "action") == "1 2 2,3");
    const Case two("# III. Приоритетные меры\n\n**Решение 1.** Взвешивать ящики.\n\n**Решение 2.** Печатать бланки.\n\n# IV. Деятельность партнеров и сроки\n\n"
                   "1. Весы во исполнение решения 1, 2026 г.\n2. Бумага по решениям 1 и 2, 2027 г.\n", "ru");
    BOOST_TEST(labels(two.plan, "effort", "action") == "1 1,2");
    const Case three("# 三、优先行动\n\n决定1：称重。\n\n决定2：印制表格。\n\n# 四、合作伙伴的工作和时间表\n\n| 做什么 | 决定 | 何时 |\n|---|---|---|\n| 秤 | 1 | 2026年 |\n| 纸 | 2 | 2027年 |\n", "zh");
    BOOST_TEST(labels(three.plan, "effort", "action") == "1 2");
    // Lettered in the script of the plan.
    const Case four("# II. Цель области партнерства\n\n- **Цель А.** взвешивать ящики;\n- **Цель Б.** печатать бланки.\n\n# V. Возможности\n\n- Общие весы в интересах цели Б.\n", "ru");
    BOOST_TEST(labels(four.plan, "opportunity", "objective") == "2");
}

// "O-1" in brackets, where an objective begins so; and a partner's short name right before ideographs.
BOOST_AUTO_TEST_CASE(codes_with_hyphens_and_names_before_ideographs) {
    const Case one("# II. Objective of the partnership area\n\n- O-1: boxes are weighed\n- O-2: forms are printed\n\n# V. Opportunities\n\n- A second scale (O-1)\n- Ink (O-1 and O-2)\n- A ship (Z-2)\n", "en");
    BOOST_TEST(labels(one.plan, "opportunity", "objective") == "1 1,2 -");
    const Case two("# 四、合作伙伴的工作和时间表\n\n1. LMC每年举办两次研讨会，2026年\n2. XLMC举办课程，2027年\n\n# 十、合作伙伴\n\n- Ligue du chlore (LMC)\n- 湖泊研究所\n", "zh");
    BOOST_TEST(labels(two.plan, "effort", "partner") == "1 -");
}

// A column whose cells name the actions refers to them, whatever heads it; what stands beside them names the efforts.
BOOST_AUTO_TEST_CASE(actions_below_another_head) {
    const auto found = [](const std::string& plan, const std::string& language) {
        const Case one(plan, language);
        std::string made;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "effort") made += item.title + (made.empty() ? " | " : "");
        return made + " | " + labels(one.plan, "effort", "action");
    };
    BOOST_TEST(found(french("| Résultat attendu (outcome) | Produit (output) | Partenaire responsable | Délai |\n|---|---|---|---|\n| Action prioritaire 1 | Six enquêtes | Institut du lac | 2026 |\n| Action prioritaire 3 | Deux stages | Ville d'Orl | 2027 |\n"), "fr") == "Six enquêtes | Deux stages | 1 3");
    BOOST_TEST(found(english("| Outcome | What comes of it | Partner | Timeline |\n|---|---|---|---|\n| Action 1 | Six surveys | Lake Institute | 2026 |\n| Action 3 | Two courses | City of Orl | 2027 |\n"), "en") == "Six surveys | Two courses | 1 3");
    BOOST_TEST(found(english("| Action | Things to do | Partner | Timeline |\n|---|---|---|---|\n| Action 1 | Six surveys | Lake Institute | 2026 |\n| Action 3 | Two courses | City of Orl | 2027 |\n"), "en") == "Six surveys | Two courses | 1 3");
    // Nothing else may name them.
    BOOST_TEST(found(english("| Effort | Partner | Timeline |\n|---|---|---|\n| Action 1 | Lake Institute | 2026 |\n| Action 3 | City of Orl | 2027 |\n"), "en").starts_with("Action 1 | Action 3 | "));
}

// "(SO2)", where the objectives bear such codes behind the numbers of their list.
BOOST_AUTO_TEST_CASE(codes_behind_numbers) {
    const Case one("# II. Objective of the partnership area\n\n1. SO1. Ten countries know their stocks\n2. SO2. Twenty tonnes are stored\n\n# III. Priority actions\n\n1. Sheds by the harbour (SO2)\n2. Lists of owners (SO1, SO2)\n3. Talks (SO3)\n", "en");
    BOOST_TEST(labels(one.plan, "action", "objective") == "2 1,2 -");
}

BOOST_AUTO_TEST_SUITE_END()
