// Layouts that hide items: lists typed inside one paragraph, efforts sorted by year, tables that lie on their side, partners
// under heads of the author's own, the one that leads outside the list of the others.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_layouts)

using namespace plan_case;

namespace {

std::string partners(const std::string& body) { return "# IX. Linkages\n\nBasel Convention.\n\n# X. Partners\n\n" + body + "\n"; }

// Kind, label and title of each item, with " | " between.
std::string named(const std::string& markdown, const std::string& language, const std::string& kind) {
    const Case one(markdown, language);
    std::string all;
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == kind) all += (all.empty() ? "" : " | ") + (item.label.empty() ? "" : item.label + " ") + item.title;
    return all;
}

// What each item of the kind refers to.
std::string refers(const std::string& markdown, const std::string& language, const std::string& kind) {
    const Case one(markdown, language);
    std::string all;
    for (const plancheck::Item& item : one.plan.items) {
        if (item.kind != kind) continue;
        all += all.empty() ? "" : " | ";
        for (const std::string& id : item.refers_to) all += id + " ";
    }
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_list_inside_one_paragraph) {
    const std::string three = "a inventory of mercury stocks | b separate collection of lamps | c training of inspectors";
    for (const char* body : {"We suggest: (a) inventory of mercury stocks; (b) separate collection of lamps; (c) training of inspectors. Each of them serves the objective.",
                             "a) inventory of mercury stocks; b) separate collection of lamps; and c) training of inspectors.",
                             "In this cycle: a) inventory of mercury stocks, b) separate collection of lamps and c) training of inspectors"})
        BOOST_TEST(named(actions(body), "en", "action").starts_with(three), body);
    BOOST_TEST(named("# III. Приоритетные меры\n\nПредлагаются меры: а) учет запасов ртути; б) сбор ламп; в) обучение инспекторов.\n\n# IV. Деятельность партнеров и сроки\n\nПозже.\n", "ru", "action") ==
               "а учет запасов ртути | б сбор ламп | в обучение инспекторов.");
    BOOST_TEST(named("# 三、优先行动\n\n拟开展三项行动：（一）清点汞库存；（二）单独收集灯管；（三）培训检查人员。\n\n# 四、合作伙伴的工作和时间表\n\n待定。\n", "zh", "action") ==
               "1 清点汞库存； | 2 单独收集灯管； | 3 培训检查人员。");
    // Two labels may be chance, and a list that stands under items of its own is part of them.
    BOOST_TEST(named(actions("We look at two things: (a) stocks; (b) lamps."), "en", "action").starts_with("We look at"));
    BOOST_TEST(named(actions("1. Stocks: (a) count; (b) list; (c) publish.\n2. Lamps\n3. Training"), "en", "action").find("3 Training") != std::string::npos);
}

// A form's own heads, and lists and years that were typed into its cells a line each.
BOOST_AUTO_TEST_CASE(lines_inside_the_cells_of_a_form) {
    const auto efforts = [](const std::string& title, const std::string& heads, const std::string& row, const std::string& language) {
        const Case one("# " + title + "\n\n" + heads + "\n|---|---|---|---|\n" + row + "\n", language);
        std::string made;
        for (const plancheck::Item& item : one.plan.items) {
            if (item.kind != "effort") continue;
            made += item.title;
            for (const char* name : {"timeline", "milestone", "target"})
                if (const plancheck::Field* const field = item.field(name))
                    for (const plancheck::FieldValue& value : field->values) made += " | " + std::string(name) + ' ' + value.text;
        }
        return made;
    };
    BOOST_TEST(efforts("IV. Initiatives des partenaires et délais de réalisation", "| Initiative | Partenaire | De - à | Contact |", "| Cours | Ville | 2026<br>2027 | ville@example.org |", "fr") ==
               "Cours | timeline 2026 | timeline 2027");
    BOOST_TEST(efforts("IV. Iniciativas de los asociados y plazos", "| Iniciativa | Asociado | De - a | Contacto |", "| Cursos | Ciudad | 2026, 2027 | ciudad@example.org |", "es") == "Cursos | timeline 2026 | timeline 2027");
    BOOST_TEST(efforts("IV. Initiatives des partenaires et délais de réalisation", "| Initiative | Partenaire | Délai | Contact |",
                       "| • Échantillonnage<br>• étape : premiers résultats en juin 2026<br> • cible : 60 centrales | Ville | 2027 | ville@example.org |", "fr") ==
               "Échantillonnage | timeline 2027 | milestone juin 2026 | target 60 centrales");
    BOOST_TEST(efforts("IV. Partner efforts and timelines", "| Effort | Partner | Timeline | Contact |", "| • Sampling<br>• Training | Town | 2027 | town@example.org |", "en") == "Sampling | timeline 2027");
}

// Right below the other, without heads: a word in it that might be one ("Partner") makes it no table of its own.
BOOST_AUTO_TEST_CASE(a_table_that_goes_on_without_heads) {
    const Case one("<h2>III. Priority actions</h2><p>1. Lamps</p><h2>IV. Partner efforts and timelines</h2><table><tr><td>Activity</td><td>Partner</td><td>Contact</td></tr><tr><td>Collect lamps</td><td>Town</td><td>town@example.org</td></tr></table>"
                   "<table><tr><td>Target</td><td>Partner</td><td>harbour@example.org</td></tr><tr><td>Mend lamps</td><td>Lake Institute</td><td>lake@example.org</td></tr></table><h2>V. Opportunities</h2><p>None.</p>", "en", "plan.html");
    std::string made;
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == "effort") made += item.title + '\n';
    BOOST_TEST(made == "Collect lamps\nTarget\nMend lamps\n");
}

// What is bold is known at the beginning of a paragraph alone.
BOOST_AUTO_TEST_CASE(codes_of_lines_below_a_bold_one) {
    const auto labels = [](const std::string& lines) {
        const Case one("<h2>II. Objective of the partnership area</h2><p>" + lines + "</p><h2>III. Priority actions</h2><p>To come.</p>", "en", "plan.html");
        std::string made;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "objective") made += item.label + '|' + item.title + '\n';
        return made;
    };
    BOOST_TEST(labels("• <b>O1</b> – Twelve countries keep a register.<br>• O2 – Five stores operate.<br>• O10 – Ports check cargo.") ==
               "O1|Twelve countries keep a register.\nO2|Five stores operate.\nO10|Ports check cargo.\n");
    BOOST_TEST(labels("• <b>O1</b> – Twelve countries keep a register.<br>• On 12 sites stores operate.<br>• O3s are none.") ==
               "O1|Twelve countries keep a register.\n|On 12 sites stores operate.\n|O3s are none.\n");
}

BOOST_AUTO_TEST_CASE(labels_with_a_degree_sign) {
    BOOST_TEST(named(actions_fr("1° Dresser l'inventaire ;\n\n2° Collecter les lampes ;\n\n3° Former les inspecteurs."), "fr", "action") ==
               "1 Dresser l'inventaire | 2 Collecter les lampes | 3 Former les inspecteurs.");
}

BOOST_AUTO_TEST_CASE(results_are_objectives) {
    const std::string plan = "# II. Objetivo de la esfera de asociación\n\n- Resultado 1: 50 plantas sin mercurio.\n- Resultado 2: 8.000 permisos.\n\n"
                             "# III. Medidas prioritarias\n\n1. Plantas (resultado 1)\n2. Permisos (resultado 2)\n3. Salud (resultados 1 y 2)\n\n# IV. Iniciativas de los asociados y plazos\n\nNada.\n";
    BOOST_TEST(refers(plan, "es", "action") == "objective-1  | objective-2  | objective-1 objective-2 ");
}

BOOST_AUTO_TEST_CASE(letters_between_brackets) {
    const std::string plan = "# ثالثاً - الإجراءات ذات الأولوية\n\n(أ) وحدات المعالجة\n\n(ب) التراخيص\n\n(ج) التدريب\n\n# رابعاً - جهود الشركاء والجداول الزمنية\n\n"
                             "| الإجراء | الجهد | المدة |\n|---|---|---|\n| الإجراء (أ) | معرض | 2026 |\n| الإجراء (ب) | مكتب | 2026 |\n| الإجراء (ج) | دورة | 2026 |\n";
    BOOST_TEST(refers(plan, "ar", "effort") == "action-1  | action-2  | action-3 ");
}

BOOST_AUTO_TEST_CASE(titles_between_brackets) {
    const std::string plan = "# III. Priority actions\n\n- **Registers.** Find and count stocks.\n- **Stores.** Advise on sites.\n- **Trade.** Teach customs officers.\n\n"
                             "# IV. Partner efforts and timelines\n\n1. Surveys in Tavia (Registers), 2026\n2. A handbook (Stores), 2027\n3. A course (Trade), 2027 (Selm)\n\n# V. Opportunities\n\nNone.\n";
    BOOST_TEST(refers(plan, "en", "effort") == "action-1  | action-2  | action-3 ");
}

BOOST_AUTO_TEST_CASE(efforts_sorted_by_headings) {
    // The numbers go on.
    const std::string by_year = "## Begun in 2026\n\n1. Visits (action 1)\n2. Bins (action 2)\n\n## Begun in 2027\n\n3. Courses (action 3)\n4. Films (action 3)";
    BOOST_TEST(named(english(by_year), "en", "effort") == "1 Visits (action 1) | 2 Bins (action 2) | 3 Courses (action 3) | 4 Films (action 3)");
    // Each has its address.
    const std::string by_partner = "## Lake Institute\n\n1. Visits, ada@lake.example.org\n2. Bins, ben@lake.example.org\n\n## Clear Network\n\n1. Courses, c@clear.example.org";
    BOOST_TEST(named(english(by_partner), "en", "effort") == "1 Visits, ada@lake.example.org | 2 Bins, ben@lake.example.org | 1 Courses, c@clear.example.org");
    const std::string bold = "## 2026\n\n**Visits.** Lake Institute, ada@lake.example.org\n\n**Bins.** Lake Institute, ben@lake.example.org\n\n## 2027\n\n**Courses.** Clear Network, c@clear.example.org";
    BOOST_TEST(named(english(bold), "en", "effort") == "Visits | Bins | Courses");
    // Steps of an effort are none, nor is what stands under numbered headings.
    BOOST_TEST(named(english("## Visits\n\n1. Plan\n2. Travel\n\n## Courses\n\n1. Plan\n2. Teach"), "en", "effort") == "Visits | Courses");
    BOOST_TEST(named(english("## 1. Visits\n\n1) Plan\n2) Travel\n\n## 2. Courses\n\n3) Plan\n4) Teach"), "en", "effort") == "1 Visits | 2 Courses");
}

BOOST_AUTO_TEST_CASE(paragraphs_with_an_address_each) {
    const std::string body = "The Lake Institute visits forty sites in 2026 (action 1), ada@lake.example.org.\n\nThe Clear Network sets up bins in 2027 (action 2), office@clear.example.org.";
    BOOST_TEST(refers(english(body), "en", "effort") == "action-1  | action-2 ");
    // One address for all of them makes no items.
    BOOST_TEST(named(english("The Lake Institute visits forty sites.\n\nThe Clear Network sets up bins.\n\nWrite to ada@lake.example.org."), "en", "effort").find('|') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_that_lies_on_its_side) {
    const std::string table = "| | Effort 1 | Effort 2 | Effort 3 |\n|---|---|---|---|\n| Action | 1 | 2 | 3 |\n| Activity | Visits | Bins | Courses |\n| Partner | Lake Institute | Clear Network | Lake Institute |\n"
                              "| Timeline | 2026 | 2027 | 2026-2027 |\n| Contact | a@lake.example.org | b@clear.example.org | c@lake.example.org |\n";
    check(english(table), "en", "effort",
          "effort-1 certain \"\" Visits | action=reference:1 partner=organisation:Lake Institute timeline=date:2026 contact=email:a@lake.example.org | action-1\n"
          "effort-2 certain \"\" Bins | action=reference:2 partner=organisation:Clear Network timeline=date:2027 contact=email:b@clear.example.org | action-2\n"
          "effort-3 certain \"\" Courses | action=reference:3 partner=organisation:Lake Institute timeline=period:2026/2027 contact=email:c@lake.example.org | action-3\n");
}

BOOST_AUTO_TEST_CASE(effort_and_partner_in_one_cell) {
    const std::string table = "| Action | Effort and partner | Timeline |\n|---|---|---|\n| 1 | **Visits to forty sites.** Lake Institute, with the Clear Network. Contact: a@lake.example.org | 2026 |\n| 2 | **Bins.** Clear Network. Contact: b@clear.example.org | 2027 |\n";
    const std::string plan = english(table) + "\n# X. Partners\n\n- Lake Institute\n- Clear Network\n";
    BOOST_TEST(named(plan, "en", "effort") == "Visits to forty sites | Bins");
    BOOST_TEST(refers(plan, "en", "effort") == "action-1 partner-1 partner-2  | action-2 partner-2 ");
}

BOOST_AUTO_TEST_CASE(partners_under_other_heads) {
    const std::string rows = "| Lake Institute | Ms Ada Sample, ada@lake.example.org |\n| Clear Network | office@clear.example.org |\n";
    const std::string two = "partner-1 high \"\" Lake Institute | contact=person:Ms Ada Sample,email:ada@lake.example.org\npartner-2 high \"\" Clear Network | contact=email:office@clear.example.org\n";
    check(partners("| Who | How to reach them |\n|---|---|\n" + rows), "en", "partner", two);
    check("# X. Partners\n\n<table><tr><td>Lake Institute</td><td>Ms Ada Sample, ada@lake.example.org</td></tr><tr><td>Clear Network</td><td>office@clear.example.org</td></tr></table>\n", "en", "partner", two);
    // Without an address it may be a table of anything.
    BOOST_TEST(named(partners("| Day | Topic |\n|---|---|\n| Monday | Lamps |\n| Tuesday | Creams |\n"), "en", "partner").find("Monday") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_others_and_the_one_that_leads) {
    BOOST_TEST(named(partners("Lead: Lake Institute (Ada Sample, ada@lake.example.org)\n\nOther partners:\n\n- Clear Network\n- Ministry of Norvania"), "en", "partner") == "Lake Institute | Clear Network | Ministry of Norvania");
    BOOST_TEST(named("# X. Asociados\n\nLíder: Instituto del Lago, a cargo de Ada Muestra.\n\nTambién participan la Red Clara (office@clear.example.org) y el Ministerio de Norvania.\n", "es", "partner") == "Instituto del Lago | Red Clara | Ministerio de Norvania");
    BOOST_TEST(named("# X. Партнеры\n\nКоординатор области – Институт озера (Ада Образцова), на 2026 год.\n\nПрочие партнеры: сеть «Чисто»; Министерство Норвании.\n", "ru", "partner") == "Институт озера | сеть «Чисто» | Министерство Норвании");
    BOOST_TEST(named("# 十、合作伙伴\n\n牵头单位为湖泊研究所（安明）。\n\n其他伙伴有清洁健康公司（office@clear.example.org）和诺瓦尼亚环境部（env@norvania.example.org）。\n", "zh", "partner") == "湖泊研究所 | 清洁健康公司 | 诺瓦尼亚环境部");
    // Nobody leads yet.
    BOOST_TEST(named("# 十、合作伙伴\n\n牵头单位待定。\n\n其他伙伴有清洁健康公司（office@clear.example.org）和诺瓦尼亚环境部（env@norvania.example.org）。\n", "zh", "partner") == "清洁健康公司 | 诺瓦尼亚环境部");
    // A list that is said to be all of them has no room for one more.
    BOOST_TEST(named(partners("Lead: Lake Institute\n\nPartners of the area:\n\n- Clear Network\n- Ministry of Norvania"), "en", "partner") == "Clear Network | Ministry of Norvania");
}

// "1 | Draw up …" without heads; "Partner 1 | Lake Institute, …" beside a row that names the lead.
BOOST_AUTO_TEST_CASE(tables_that_number_their_rows) {
    check(actions("<table><tr><td>1</td><td>Draw up inventories</td></tr><tr><td>2</td><td>Collect lamps</td></tr><tr><td>3</td><td>Train inspectors</td></tr></table>"), "en", "action",
          "action-1 certain \"1\" Draw up inventories\n"
          "action-2 certain \"2\" Collect lamps\n"
          "action-3 certain \"3\" Train inspectors\n");
    check("# X. Partners\n\n<table><tr><td>Lead</td><td>Mr Jon Bell, Lake Institute</td></tr><tr><td>Partner 1</td><td>Lake Institute, li@lake.example.org</td></tr>"
          "<tr><td>Partner 2</td><td>Mill Town, mill@town.example.org</td></tr></table>\n", "en", "partner lead",
          "partner-1 certain \"1\" Lake Institute | contact=email:li@lake.example.org\n"
          "partner-2 certain \"2\" Mill Town | contact=email:mill@town.example.org\n"
          "lead-1 certain \"\" Mr Jon Bell, Lake Institute | lead=person:Mr Jon Bell,organisation:Lake Institute | partner-1\n");
}

// The partners as columns, below what each of them is.
BOOST_AUTO_TEST_CASE(a_list_of_partners_that_is_turned) {
    check("# X. Partenaires\n\n|  | Chef de file | Partenaire | Partenaire |\n|---|---|---|---|\n| Organisation | Institut du lac | Bureau Terrasol | Ville du moulin |\n"
          "| Personne | Mme Ada Modèle | M. Karl Exemple | Mme Sana Essai |\n| Courriel | ada@lac.example.org | karl@terrasol.example.org | sana@moulin.example.org |\n", "fr", "partner lead",
          "partner-1 certain \"\" Institut du lac | person=person:Mme Ada Modèle contact=email:ada@lac.example.org\n"
          "partner-2 certain \"\" Bureau Terrasol | person=person:M. Karl Exemple contact=email:karl@terrasol.example.org\n"
          "partner-3 certain \"\" Ville du moulin | person=person:Mme Sana Essai contact=email:sana@moulin.example.org\n"
          "lead-1 certain \"\" Institut du lac | lead=organisation:Institut du lac | partner-1\n");
}

// Paragraphs of which each has a number: the one that says what it is is the objective; an effort begins with the title of its action.
BOOST_AUTO_TEST_CASE(statements_that_are_numbered) {
    check("# II. Цель области партнерства\n\n2.1. Область вносит вклад в общую цель Партнерства.\n\n2.2. Цель: к декабрю 2027 года собрано 300 тонн отходов.\n\n"
          "# III. Приоритетные меры\n\n3.1. Учет отходов.\n\n3.2. Раздельный сбор.\n\n3.3. Обезвреживание.\n\n"
          "# IV. Деятельность партнеров и сроки\n\n4.1. Раздельный сбор. Контейнеры в городах.\n\n4.2. Учет отходов. Поездки.\n\n4.3. Обезвреживание. Линия.\n", "ru", "objective effort",
          "objective-1 high \"2.2\" Цель: к декабрю 2027 года собрано 300 тонн отходов.\n"
          "effort-1 high \"4.1\" Раздельный сбор. Контейнеры в городах. | | action-2\n"
          "effort-2 high \"4.2\" Учет отходов. Поездки. | | action-1\n"
          "effort-3 high \"4.3\" Обезвреживание. Линия. | | action-3\n");
}

// How a letter ends is no partner; and the lead's name ends with its sentence.
BOOST_AUTO_TEST_CASE(what_stands_below_the_partners_in_a_letter) {
    const Case one("I. Summary of the issue\n\nx\n\nIII. Priority actions\n\nx\n\nX. Partners\n\nLake Institute, li@lake.example.org\nMill Town, mill@town.example.org\nLamp Recyclers, lr@lamps.example.org\n\nWith kind regards,\nAda\n", "en", "plan.txt");
    BOOST_TEST(one.plan.count("partner") == 3U);
    check("# X. Partners\n\nLead: Ms Abena Cole, Goldpath Trust. Goldpath Trust (trust@goldpath.example.org); Savanna Bullion (houses@savanna.example.org).\n", "en", "lead",
          "lead-1 high \"\" Ms Abena Cole, Goldpath Trust | lead=person:Ms Abena Cole,organisation:Goldpath Trust | partner-1\n");
}

// Four heads over rows that begin with roles are no form of heads and values.
BOOST_AUTO_TEST_CASE(roles_in_the_first_of_four_columns) {
    check("# عاشراً - الشركاء\n\n| الدور | الجهة | الشخص | البريد الإلكتروني |\n|---|---|---|---|\n| الجهة الرائدة | جمعية الشفاء | السيدة منى مثال | a@shifa.example.org |\n"
          "| شريك | مختبر الواحة | السيد كريم نموذج | b@waha.example.org |\n", "ar", "partner lead",
          "partner-1 certain \"\" جمعية الشفاء | person=person:السيدة منى مثال contact=email:a@shifa.example.org role=term:lead\n"
          "partner-2 certain \"\" مختبر الواحة | person=person:السيد كريم نموذج contact=email:b@waha.example.org role=term:partner\n"
          "lead-1 certain \"\" جمعية الشفاء | lead=organisation:جمعية الشفاء contact=email:a@shifa.example.org | partner-1\n");
    check("# X. Asociados\n\n<table><tr><td>Asia</td><td>Gremio de Almacenistas* – g@almacen.example.org</td></tr><tr><td>África</td><td>Agencia Minera – a@minera.example.org</td></tr></table>\n\n<p>* Líder de la esfera</p>\n", "es", "partner lead",
          "partner-1 high \"\" Gremio de Almacenistas | contact=email:g@almacen.example.org\n"
          "partner-2 high \"\" Agencia Minera | contact=email:a@minera.example.org\n"
          "lead-1 certain \"\" Gremio de Almacenistas | lead=organisation:Gremio de Almacenistas contact=email:g@almacen.example.org | partner-1\n");
}

// A row of role, region and name: who leads is the partner of the row, whatever stands first.
BOOST_AUTO_TEST_CASE(a_role_behind_a_region_and_a_name) {
    const Case one("# عاشراً - الشركاء\n\n| المنطقة | الشريك | الدور | الاتصال |\n|---|---|---|---|\n| آسيا | مكتب التراب | شريك | a@turab.example.org |\n| أفريقيا | معهد الزنجفر | الجهة الرائدة | b@zunjufr.example.org |\n", "ar");
    std::string leads;
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == "lead") leads += item.title + ';';
    BOOST_TEST(leads == "معهد الزنجفر;");
}

// "1- …" one below the other, as Arabic and French lists are typed; an amount at the beginning of a line is no number of one.
BOOST_AUTO_TEST_CASE(lists_typed_with_a_hyphen) {
    const Case one("ثانياً - هدف مجال الشراكة\n\n1- بحلول عام 2027 تعمل 10 محطات جديدة في البلدان النامية.\n2- بحلول عام 2027 ينخفض تباعد خمسة نماذج من 100% إلى 60%.\n\nثالثاً - الإجراءات ذات الأولوية\n\nقيد الإعداد.\n\nعاشراً - الشركاء\n\nقيد الإعداد.\n", "ar", "plan.txt");
    BOOST_TEST(one.plan.count("objective") == 2U);
}

// Chinese is typed without a space behind the number.
BOOST_AUTO_TEST_CASE(numbers_right_before_ideographs) {
    check("# 三、优先行动\n\n1.测量汞平衡\n\n2.推广粉尘外排\n\n3.培训技术人员\n", "zh", "action",
          "action-1 high \"1\" 测量汞平衡\naction-2 high \"2\" 推广粉尘外排\naction-3 high \"3\" 培训技术人员\n");
}

// "… Cost:" at the end of a line, and the amount at the beginning of the next.
BOOST_AUTO_TEST_CASE(an_amount_below_its_label) {
    const Case one("III. Priority actions\n\n3.1 Collect lamps.\n3.2 Store lamps.\n3.3 Count lamps.\n\nIV. Partner efforts and timelines\n\n"
                   "4.1 Collect lamps. Responsible: Lake Institute. Timeline: March 2026 to June\n2027. Milestone: first city in May 2026. Target: 40 cities of all sizes. Cost:\n820,000 euros. Contact: li@lake.example.org.\n\n"
                   "4.2 Store lamps. Responsible: Mill Town. Timeline: 2026-2028. Cost: 130,000\neuros. Contact: mill@town.example.org.\n\nV. Opportunities\n\nNone.\n", "en", "plan.txt");
    std::string costs;
    for (const plancheck::Item& item : one.plan.items)
        if (const plancheck::Field* cost = item.kind == "effort" ? item.field("cost") : nullptr)
            for (const plancheck::FieldValue& value : cost->values) costs += value.value + ';';
    BOOST_TEST(costs == "820000 EUR;130000 EUR;");
}

// The head of the names may stand at the corner or below it, and roles among the values.
BOOST_AUTO_TEST_CASE(turned_tables_with_a_head_at_the_corner) {
    check("# X. Partners\n\n| Organisation | Lake Institute | Mill Town | Clear Network |\n|---|---|---|---|\n| Role | Lead | Partner | Partner |\n| Person | Ms Ada Roe | Mr Ben Poe | Ms Cleo Doe |\n| E-mail | ada@lake.example.org | ben@mill.example.org | cleo@clear.example.org |\n", "en", "partner",
          "partner-1 certain \"\" Lake Institute | person=person:Ms Ada Roe contact=email:ada@lake.example.org role=term:lead\n"
          "partner-2 certain \"\" Mill Town | person=person:Mr Ben Poe contact=email:ben@mill.example.org role=term:partner\n"
          "partner-3 certain \"\" Clear Network | person=person:Ms Cleo Doe contact=email:cleo@clear.example.org role=term:partner\n");
    check("# VI. Evaluation\n\n| Objective | 1 | 2 |\n|---|---|---|\n| Indicator | Lamps collected | Plants measured |\n| Baseline | 18 | 2 |\n| Target | 60 | 9 |\n", "en", "indicator",
          "indicator-1 certain \"\" Lamps collected | objective=reference:1 baseline=text:18 target=text:60\n"
          "indicator-2 certain \"\" Plants measured | objective=reference:2 baseline=text:2 target=text:9\n");
}

// Rows that nobody knows stand among those of a turned table.
BOOST_AUTO_TEST_CASE(a_turned_table_with_rows_of_its_own) {
    const Case one(english("| Field | Effort 1 | Effort 2 |\n|---|---|---|\n| Name | Site visits | Boxes for lamps |\n| Priority action | 1 | 2 |\n| Partner | Lake Institute | Lamp Recyclers |\n"
                           "| Timeline | 2026 | 2027 |\n| Yardstick | 6 sites | 40 shops |\n| Colour | blue | green |\n| Contact | office@lake.example.org | lamps@recyclers.example.net |\n"), "en");
    BOOST_TEST(one.plan.count("effort") == 2U);
}

// "* * *" or a line of strokes between sections.
BOOST_AUTO_TEST_CASE(what_parts_texts_is_no_item) {
    for (const char* line : {"\\* \\* \\*", "\\_\\_\\_\\_\\_\\_\\_\\_", "——————"})
        BOOST_TEST(named("# II. Objective\n\nSee the plan of 2025.\n\n# III. Priority actions\n\n1. Inventories\n2. Collection\n\n" + std::string(line) + "\n\n# V. Opportunities\n\nA scheme that takes lamps back.\n\n" + line + "\n\n# VI. Evaluation\n\nEvery two years.\n", "en", "opportunity") ==
                   "A scheme that takes lamps back.", line);
}

// The label is not bold, what stands behind it is.
BOOST_AUTO_TEST_CASE(titles_in_bold_behind_a_typed_label) {
    for (const char* label : {"1\\. ", "a) ", "(1) ", "\u2022 ", "\u27A2 ", "\u2192 ", "\u2713 ", "\u2756\t", "\u3000\u3000", "1\\.\t"}) {
        std::string body;
        for (const char* title : {"Inventories.", "Collection.", "Training."}) body += std::string(label) + "**" + title + "** The partners do so together\n\n";
        const std::string found = named(actions(body), "en", "action");
        BOOST_TEST(found.find("The partners") == std::string::npos, found);
    }
}

// A prompt that was left among items is none.
BOOST_AUTO_TEST_CASE(a_prompt_among_items_is_none) {
    BOOST_TEST(named("# II. Objective\n\nSee the plan of 2025.\n\n# V. Opportunities\n\n- A scheme that takes lamps back.\n- A register of old thermometers.\n- [Insert further opportunities here]\n\n# VI. Evaluation\n\nEvery two years.\n",
                     "en", "opportunity") == "A scheme that takes lamps back. | A register of old thermometers.");
}

// Of numbered paragraphs one announces the list below it; below an action of a list, bullets say more of it.
BOOST_AUTO_TEST_CASE(a_list_below_the_numbered_paragraph_that_announces_it) {
    BOOST_TEST(named(actions("1. The area met three times in 2025.\n2. The priority actions are:\n   - Inventories of stocks\n   - Collection of lamps\n   - Training of inspectors\n3. They were agreed in May.\n"), "en", "action") ==
               "Inventories of stocks | Collection of lamps | Training of inspectors");
    BOOST_TEST(named("# X. Partners\n\n1. The Lake Institute leads the area.\n2. The members of the area are:\n   - Lake Institute\n   - Mill Town\n3. Their addresses are those of section IV.\n", "en", "partner") == "Lake Institute | Mill Town");
    BOOST_TEST(named(actions("1. Inventories of stocks\n2. Training for the following priority actions:\n   - Collection of lamps\n   - Safe storage\n3. A guide for inspectors\n"), "en", "action") ==
               "1 Inventories of stocks | 2 Training for the following priority actions: | 3 A guide for inspectors");
}

// The steps as a program takes them that has its own use for a plan.
BOOST_AUTO_TEST_CASE(a_plan_by_the_public_steps) {
    const plancheck::Template form = plancheck::built_in_template("gmp-annex2");
    const plancheck::Document document = plancheck::read(actions("1. Inventories\n2. Collection\n"), "plan.md");
    const plancheck::Outline outline = plancheck::recognise(document, form, "en");
    const plancheck::Plan plan = plancheck::interpret(outline, "en");
    BOOST_TEST(plan.count("action") == 2U);
    BOOST_TEST(dump_items(plan, "action") == dump_items(Case(actions("1. Inventories\n2. Collection\n"), "en").plan, "action"));
}

// A head says in another case of the word what the rows serve: "К мере", "Sert", "Relates to".
BOOST_AUTO_TEST_CASE(heads_in_cases_of_words) {
    const auto served = [](const std::string& language, const std::string& title, const std::string& heads) {
        const std::string plan = "# III. " + title + "\n\n1. Alpha Lamps\n2. Beta Stocks\n3. Gamma Rays\n\n# IV. " + plan_case::compiled().form.sections[3].titles_in(language)->title + "\n\n" + heads + "\n|---|---|---|\n| Delta | 2 | 2026 |\n| Epsilon | 1; 3 | 2027 |\n";
        std::string targets;
        for (const plancheck::Item& item : Case(plan, language).plan.items)
            for (const std::string& target : item.refers_to) targets += target + ' ';
        return targets;
    };
    for (const char* const head : {"К мере", "По мере", "К приоритетной мере", "К действию", "Связь с мерой"})
        BOOST_TEST_CONTEXT(head) BOOST_TEST(served("ru", "Приоритетные меры", std::string("| Мероприятие | ") + head + " | Срок |") == "action-2 action-1 action-3 ");
    BOOST_TEST(served("en", "Priority actions", "| Effort | Relates to | Timeline |") == "action-2 action-1 action-3 ");
    BOOST_TEST(served("fr", "Actions prioritaires", "| Initiative | Se rapporte à | Calendrier |") == "action-2 action-1 action-3 ");
    BOOST_TEST(served("es", "Medidas prioritarias", "| Iniciativa | Se refiere a | Plazo |") == "action-2 action-1 action-3 ");
}

// Pictures and numbers on keys before items, as chats show them.
BOOST_AUTO_TEST_CASE(pictures_before_items) {
    const auto found = [](const std::string& body, const char* name) {
        std::string titles;
        for (const plancheck::Item& item : Case("# III. Priority actions\n\n" + body + "\n# V. Opportunities\n\nNone.\n", "en", name).plan.items)
            if (item.kind == "action") titles += item.title + (item.confidence == plancheck::Confidence::low ? "?|" : "|");
        return titles;
    };
    for (const std::string sign : {"✅", "🔹", "➡️", "→", "▶", "👉"})
        BOOST_TEST_CONTEXT(sign) {
            BOOST_TEST(found(sign + " Collect the lamps.\n\n" + sign + " Count the stocks.\n\n" + sign + " Train the guards.\n", "plan.md") == "Collect the lamps.|Count the stocks.|Train the guards.|");
            BOOST_TEST(found(sign + " Collect the lamps.\n" + sign + " Count the stocks.\n" + sign + " Train the guards.\n", "plan.md") == "Collect the lamps.|Count the stocks.|Train the guards.|");
        }
    BOOST_TEST(found("1️⃣ Collect the lamps.\n\n2️⃣ Count the stocks.\n\n3️⃣ Train the guards.\n", "plan.md") == "Collect the lamps.|Count the stocks.|Train the guards.|");
    BOOST_TEST(found("1️⃣ Collect the lamps.\n2️⃣ Count the stocks.\n3️⃣ Train the guards.\n", "plan.md") == "Collect the lamps.|Count the stocks.|Train the guards.|");
}

// A head that nobody knows beside the items' own; and words that count items under a name of the author's.
BOOST_AUTO_TEST_CASE(own_words_beside_items) {
    check(actions("| Priority action | What it brings |\n|---|---|\n| Collect the lamps | Cleaner dumps |\n| Count the stocks | A register |\n"), "en", "action",
          "action-1 high \"\" Collect the lamps\naction-2 high \"\" Count the stocks\n");
    check(actions("**Field of work 1.** Collect the lamps.\n\n**Field of work 2.** Count the stocks.\n\n**Field of work 3.** Train the guards.\n"), "en", "action",
          "action-1 high \"1\" Collect the lamps.\naction-2 high \"2\" Count the stocks.\naction-3 high \"3\" Train the guards.\n");
    check(actions("- ☒ Collect the lamps\n- ☒ Count the stocks\n"), "en", "action", "action-1 certain \"\" Collect the lamps\naction-2 certain \"\" Count the stocks\n");
    // What the format marks is no head of items where fields stand at the left, and labels alone are names.
    BOOST_TEST(dump_items(Case(actions("| Priority action | Collect the lamps |\n|---|---|\n| Objective | 1 |\n| Timeline | 2026 |\n"), "en").plan, "action").find("action-2") == std::string::npos);
    BOOST_TEST(dump_items(Case(actions("### Axis 1\n\nCollect the lamps.\n\n### Axis 2\n\nCount the stocks.\n"), "en").plan, "action").find("Axis 1") != std::string::npos);
}

// A form's rows: the goal above the objectives, several indicators in one cell, and a role that waits for its partner.
BOOST_AUTO_TEST_CASE(rows_of_a_form) {
    const auto found = [](const std::string& text, const std::string& language, const std::string& kind) {
        const Case one(text, language);
        std::string made;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == kind) made += (made.empty() ? "" : " | ") + item.title;
        return made;
    };
    const std::string head = "|  |  |\n|---|---|\n";
    BOOST_TEST(found("# II. Objectif du domaine de partenariat\n\n" + head + "| But | Protéger la santé |\n| Objectif 1 | Stocker 20 tonnes |\n| Objectif 2 | Former 30 agents |\n", "fr", "objective") == "Stocker 20 tonnes | Former 30 agents");
    BOOST_TEST(found("# 二、伙伴关系领域的目标\n\n" + head + "| 总目标 | 保护健康 |\n| 目标1 | 储存20吨 |\n| 目标2 | 培训30人 |\n", "zh", "objective") == "储存20吨 | 培训30人");
    const std::string rows = "| Report | Every two years to UNEP |\n| Indicators | a) tonnes of mercury stored; b) people trained |\n| Method | Weighing |\n";
    BOOST_TEST(found("# VI. Evaluation\n\n" + head + rows, "en", "indicator") == "tonnes of mercury stored | people trained");
    BOOST_TEST(found("# VI. Évaluation\n\n" + head + "| Indicateurs | a) tonnes stockées ; b) agents formés |\n| Méthode | Pesées |\n", "fr", "indicator") == "tonnes stockées | agents formés");
    const std::string partners = "| Role | Organization | Contact |\n|---|---|---|\n| Lead | to be designated |  |\n| Partner | Lake Institute | office@lake.example.org |\n| Partner | Mill Town | office@mill.example.org |\n";
    BOOST_TEST(found("# X. Partners\n\n" + partners, "en", "partner") == "Lake Institute | Mill Town");
    BOOST_TEST(found("# X. Partners\n\n" + partners, "en", "lead") == "to be designated");
}

// A form for each effort: what its caption refers to, and a word that heads titles as well as addresses.
BOOST_AUTO_TEST_CASE(forms_below_captions) {
    const auto found = [](const std::string& text, const std::string& language) {
        const Case one(text, language);
        std::string made;
        for (const plancheck::Item& item : one.plan.items) {
            if (item.kind != "effort") continue;
            made += (made.empty() ? "" : " | ") + item.title;
            for (const std::string& id : item.refers_to) made += ' ' + id;
        }
        return made;
    };
    const std::string rows = "| Title | Surveys |\n| Partner | Lake Institute |\n| Timeline | 2028 |\n";
    BOOST_TEST(found(english("| Effort 1 (action 2) |  |\n|---|---|\n" + rows), "en") == "Surveys action-2");
    BOOST_TEST(found("# 三、优先行动\n\n1. 清点库存\n2. 收集灯管\n\n# 四、合作伙伴的工作和时间表\n\n| 工作1（行动2） |  |\n|---|---|\n| 名称 | 走访 |\n| 伙伴 | 湖泊研究所 |\n| 时间安排 | 2028年 |\n", "zh") == "走访 action-2");
    const std::string arabic = "# رابعاً - جهود الشركاء والجداول الزمنية\n\n| الجهد 1 |  |\n|---|---|\n";
    BOOST_TEST(found(arabic + "| العنوان | دورات للمفتشين |\n| الشريك | معهد البحيرة |\n| الجدول الزمني | 2027 |\n| جهة الاتصال | a@lake.example.org |\n", "ar") == "دورات للمفتشين");
}

// Signs of which each stands once, at one indent, nest nothing; of one that comes again the others are below.
BOOST_AUTO_TEST_CASE(signs_that_stand_once) {
    const auto count = [](const std::string& list) {
        return Case("V.\tOpportunities\n\nLater:\n" + list + "\nVI.\tEvaluation\n\nA report every two years.\n\nVII.\tResource mobilization\n\nNone.\n", "en", "plan.txt").plan.count("opportunity");
    };
    BOOST_TEST(count("   • Buy the mercury of small owners\n   – Open a third shed\n") == 2U);
    BOOST_TEST(count("   • Buy the mercury of small owners\n      – in three towns\n") == 1U);
    BOOST_TEST(count("   • Buy the mercury of small owners\n   – in three towns\n   • Open a third shed\n") == 2U);
}

// A dash behind a word and its number or letter closes the label before a number that is no end of a range.
BOOST_AUTO_TEST_CASE(labels_before_a_dash_and_a_number) {
    const auto titles = [](const std::string& body) {
        std::string found;
        const Case one("# II. Objective of the partnership area\n\nTo reduce releases.\n\n" + body + "\n\n# III. Priority actions\n\n- One\n", "en");
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "objective") found += item.title + '|';
        return found;
    };
    BOOST_TEST(titles("**Objective A** – 70 % of clinics use none by 2029.\n\n**Objective B** – 50 shops are left.") == "70 % of clinics use none by 2029.|50 shops are left.|");
    BOOST_TEST(titles("Objective 1 – 25 countries have a list.\n\nObjective 2 – 40 ports keep one.") == "25 countries have a list.|40 ports keep one.|");
    BOOST_TEST(titles("Objectives 1 – 3 are for 2029.") == "To reduce releases.|");
}

// The dash that parts two labelled fields is none of the value before it.
BOOST_AUTO_TEST_CASE(dashes_between_fields) {
    check(english("- Visits of sites – partner: Lake Institute – timeline: 2027 – contact: ada@lake.example.org\n- Talks - partner: Lamp Union - timeline: 2028\n"), "en", "effort",
          "effort-1 certain \"\" Visits of sites – partner: Lake Institute – timeline: 2027 – contact: ada@lake.example.org | partner=organisation:Lake Institute timeline=date:2027 contact=email:ada@lake.example.org\n"
          "effort-2 certain \"\" Talks - partner: Lamp Union - timeline: 2028 | partner=organisation:Lamp Union timeline=date:2028\n");
}

BOOST_AUTO_TEST_SUITE_END()
