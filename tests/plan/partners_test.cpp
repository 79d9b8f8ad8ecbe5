// Partners and leads, and the contacts that lead from an effort to the list.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_partners)

using namespace plan_case;

namespace {

std::string partners(const std::string& body, const std::string& front = {}) {
    return front + "\n\n# IX. Linkages\n\nBasel Convention.\n\n# X. Partners\n\n" + body + "\n";
}
std::string partenaires(const std::string& body) { return "# IX. Liaison\n\nConvention de Bâle.\n\n# X. Partenaires\n\n" + body + "\n"; }

}  // namespace

BOOST_AUTO_TEST_CASE(a_table_with_roles) {
    check(partners("| Partner | Contact | Role |\n|---|---|---|\n| Lake Institute (LI) | Ms Ada Sample, ada@lake.example.org | Lead |\n| Clear Network | office@clear.example.org | Partner |\n"), "en", "partner lead",
          "partner-1 certain \"\" Lake Institute (LI) | contact=person:Ms Ada Sample,email:ada@lake.example.org role=term:lead\n"
          "partner-2 certain \"\" Clear Network | contact=email:office@clear.example.org role=term:partner\n"
          "lead-1 certain \"\" Lake Institute (LI) | lead=organisation:Lake Institute,organisation:LI contact=email:ada@lake.example.org | partner-1\n");
}

// "Name" heads a person as well.
BOOST_AUTO_TEST_CASE(a_form_for_each) {
    check(partners("| Name | Lake Institute |\n|---|---|\n| Kind | Research |\n| Person | Ms Ada Sample |\n| Where to reach them | ada@lake.example.org |\n| Name | Clear Network |\n| Kind | Industry |\n| Person | Mr Tom Model |\n| Where to reach them | tom@clear.example.org |\n"), "en", "partner",
          "partner-1 certain \"\" Lake Institute | person=organisation:Lake Institute,person:Ms Ada Sample contact=email:ada@lake.example.org category=term:academic\n"
          "partner-2 certain \"\" Clear Network | person=organisation:Clear Network,person:Mr Tom Model contact=email:tom@clear.example.org category=term:industry\n");
}

BOOST_AUTO_TEST_CASE(a_list_under_a_label) {
    check(partners("Lead: Ms Ada Sample – Lake Institute\n\n- Lake Institute – Ms Ada Sample, ada@lake.example.org\n- Clear Network\n"), "en", "partner lead",
          "partner-1 certain \"\" Lake Institute | contact=email:ada@lake.example.org\n"
          "partner-2 certain \"\" Clear Network\n"
          "lead-1 high \"\" Ms Ada Sample – Lake Institute | lead=person:Ms Ada Sample,organisation:Lake Institute | partner-1\n");
    check(partenaires("Co-chefs de file : Mme Ada Exemple (Institut du lac)\n\n- Institut du lac\n- Réseau clair (chef de file)\n"), "fr", "partner lead",
          "partner-1 certain \"\" Institut du lac\n"
          "partner-2 certain \"\" Réseau clair (chef de file)\n"
          "lead-1 high \"\" Mme Ada Exemple (Institut du lac) | lead=person:Mme Ada Exemple,organisation:Institut du lac | partner-1\n"
          "lead-2 certain \"\" Réseau clair | lead=organisation:Réseau clair | partner-2\n");
}

BOOST_AUTO_TEST_CASE(a_name_ends_before_the_label_of_a_contact) {
    check(partners("- Lake Institute, contact: Ms Ada Sample, ada@lake.example.org\n- Clear Network e-mail: office@clear.example.org\n"
                   "- National focal point: Mr Ben Model\n- Contact point, Lake City: b@lake.example.org\n"), "en", "partner",
          "partner-1 certain \"\" Lake Institute | contact=person:Ms Ada Sample,email:ada@lake.example.org\n"
          "partner-2 certain \"\" Clear Network | contact=email:office@clear.example.org\n"
          "partner-3 certain \"\" National focal point\n"
          "partner-4 certain \"\" Contact point, Lake City | contact=email:b@lake.example.org\n");
    check("# 十、合作伙伴\n\n- 湖泊研究所，联系人：安明女士，电子邮件：office@lake.example.org\n- 清洁健康网络 电话：+86 10 5550 0101\n", "zh", "partner",
          "partner-1 certain \"\" 湖泊研究所 | contact=person:安明女士,email:office@lake.example.org\n"
          "partner-2 certain \"\" 清洁健康网络 | contact=telephone:+861055500101\n");
    check("# عاشراً - الشركاء\n\n- معهد البحيرة، جهة الاتصال: السيدة آدا نموذج، bureau@lac.example.org\n- شبكة الصحة البريد الإلكتروني: b@health.example.org\n", "ar", "partner",
          "partner-1 certain \"\" معهد البحيرة | contact=person:السيدة آدا نموذج,email:bureau@lac.example.org\n"
          "partner-2 certain \"\" شبكة الصحة | contact=email:b@health.example.org\n");
}

// Numbers that stand alone, as a PDF leaves them, are no names and no words of a table.
BOOST_AUTO_TEST_CASE(numbers_alone_among_names) {
    const Case one("IX. Linkages\n\nBasel Convention.\n\nX. Partners\n\nLake Institute\n\n1.\n\n(b)\n\n\u2013\n\nClear Network\n\nAnnex A. Notes\n", "en", "plan.txt");
    BOOST_TEST(dump_items(one.plan, "lead").empty());
}

// Lines below a name that only say whom to reach, and a table without heads whose cells hold both.
BOOST_AUTO_TEST_CASE(addresses_below_names) {
    const std::string both = "partner-1 low \"\" Lake Institute (LI) | contact=email:ada@lake.example.org\n"
                             "partner-2 low \"\" Clear Network | contact=email:office@clear.example.org\n";
    check(partners("Lake Institute (LI)\n\nMs Ada Sample, ada@lake.example.org\n\nClear Network\n\nE-mail: office@clear.example.org\n"), "en", "partner", both);
    check("# X. Партнеры\n\nИнститут озера (ИО)\n\nг-жа Ада Образцова, ada@lake.example.org\n\nЧистая сеть\n\noffice@clear.example.org\n", "ru", "partner",
          "partner-1 low \"\" Институт озера (ИО) | contact=email:ada@lake.example.org\n"
          "partner-2 low \"\" Чистая сеть | contact=email:office@clear.example.org\n");
    const Case table("<html><body><h1>IX. Linkages</h1><p>Basel Convention.</p><h1>X. Partners</h1><p>Table 3. Partners</p><table><tr><td><p>Lake Institute (LI)</p><p>Ms Ada Sample, ada@lake.example.org</p></td>"
                     "<td><p>Clear Network</p><p>office@clear.example.org</p></td></tr></table></body></html>", "en", "plan.html");
    BOOST_TEST(dump_items(table.plan, "partner") == both);
}

BOOST_AUTO_TEST_CASE(sub_headings_that_sort) {
    check(partners("## Governments\n\n- Ministry of Norvania\n\n## Non-governmental organizations\n\n- Clear Network\n- Lake Institute\n"), "en", "partner",
          "partner-1 certain \"\" Ministry of Norvania | category=term:government\n"
          "partner-2 certain \"\" Clear Network | category=term:civil-society\n"
          "partner-3 certain \"\" Lake Institute | category=term:civil-society\n");
}

BOOST_AUTO_TEST_CASE(lead_the_metal) {
    check(partners("- Lead and cadmium smelters association\n- Lake Institute\n\nLead, cadmium and mercury are measured: this leads to better data.\n"), "en", "lead", "");
}

BOOST_AUTO_TEST_CASE(vacant) {
    check(partners("Lead: to be designated\n\n- Lake Institute\n"), "en", "lead", "lead-1 high \"\" to be designated | lead=unset:to be designated\n");
}

BOOST_AUTO_TEST_CASE(a_lead_in_front_and_again_in_the_list) {
    check(partners("Lead: Ms Ada Sample\n\n- Lake Institute\n", "Business plan for mercury waste\n\nLead: Ms Ada Sample\n"), "en", "lead",
          "lead-1 high \"\" Ms Ada Sample | lead=person:Ms Ada Sample\n");
}

BOOST_AUTO_TEST_CASE(a_contact_that_stands_in_the_list_only) {
    const std::string text = english("- Lake Institute surveys stocks (action 1)\n- CN trains inspectors (action 3)\n- who trains whom\n") +
                             "\n# X. Partners\n\n- Lake Institute, office@lake.example.org\n- Clear Network (CN)\n- World Health Office (WHO)\n";
    check(text, "en", "effort",
          "effort-1 certain \"\" Lake Institute surveys stocks (action 1) | | action-1 partner-1\n"
          "effort-2 certain \"\" CN trains inspectors (action 3) | | action-3 partner-2\n"
          "effort-3 certain \"\" who trains whom\n");
}

BOOST_AUTO_TEST_CASE(a_name_in_another_case) {
    check("# III. Приоритетные меры\n\n1. Учет запасов\n2. Сбор отходов\n3. Обучение\n\n# IV. Деятельность партнеров и сроки\n\n"
          "- Учет запасов осуществляется Институтом озера (мера 1)\n- Сбор поручен Экологическому обществу Норвании (мера 2)\n"
          "- Занятия для всего мира (мера 3)\n- Помощь Институту озерной рыбы\n"
          "\n# X. Партнеры\n\n- Институт озера, office@lake.example.org\n- Экологическое общество Норвании\n- Мир\n",
          "ru", "effort",
          "effort-1 certain \"\" Учет запасов осуществляется Институтом озера (мера 1) | | action-1 partner-1\n"
          "effort-2 certain \"\" Сбор поручен Экологическому обществу Норвании (мера 2) | | action-2 partner-2\n"
          "effort-3 certain \"\" Занятия для всего мира (мера 3) | | action-3\n"
          "effort-4 certain \"\" Помощь Институту озерной рыбы\n");
}

BOOST_AUTO_TEST_CASE(an_acronym_in_letters_of_two_bytes) {
    check("# III. Приоритетные меры\n\n1. Учет запасов\n2. Сбор отходов\n3. Обучение\n\n# IV. Деятельность партнеров и сроки\n\n"
          "- Учет запасов ведет БЭСНКРТ (мера 1)\n- Сбор в мирных поселках (мера 2)\n"
          "\n# X. Партнеры\n\n- Бюро экологической статистики Норвании (БЭСНКРТ)\n- Общество мирных ремесел (МИРНЫХ)\n",
          "ru", "effort",
          "effort-1 certain \"\" Учет запасов ведет БЭСНКРТ (мера 1) | | action-1 partner-1\n"
          "effort-2 certain \"\" Сбор в мирных поселках (мера 2) | | action-2\n");
}

// A column gives the names by which the partners are called elsewhere.
BOOST_AUTO_TEST_CASE(a_column_of_acronyms) {
    check("# III. Medidas prioritarias\n\n1. Inventario de existencias\n2. Recogida de lámparas\n3. Formación\n\n# IV. Iniciativas de los asociados y plazos\n\n"
          "- IDL visita los sitios\n- RDL recoge lámparas\n\n# X. Asociados\n\n| Asociado | Sigla |\n|---|---|\n| Instituto del Lago | IDL |\n| Recicladores de Lámparas | RDL |\n",
          "es", "effort",
          "effort-1 certain \"\" IDL visita los sitios | | partner-1\n"
          "effort-2 certain \"\" RDL recoge lámparas | | partner-2\n");
    check("# III. Приоритетные меры\n\n1. Учет запасов\n2. Сбор отходов\n3. Обучение\n\n# IV. Деятельность партнеров и сроки\n\n"
          "- ИО ведет учет запасов\n- УЛ собирает лампы\n\n# X. Партнеры\n\n| Партнер | Сокращение |\n|---|---|\n| Институт озера | ИО |\n| Утилизаторы ламп | УЛ |\n",
          "ru", "effort",
          "effort-1 certain \"\" ИО ведет учет запасов | | partner-1\n"
          "effort-2 certain \"\" УЛ собирает лампы | | partner-2\n");
}

// How to reach one of them may follow the list.
BOOST_AUTO_TEST_CASE(a_list_in_one_line_and_a_contact) {
    check("# 十、合作伙伴\n\n牵头方：安明女士，湖泊研究所\n\n湖泊研究所（学术机构）、灯具回收联盟（企业）、清洁健康网络（非政府组织）。联系方式：office@lake.example.org\n", "zh", "partner",
          "partner-1 low \"\" 湖泊研究所（学术机构）\npartner-2 low \"\" 灯具回收联盟（企业）\npartner-3 low \"\" 清洁健康网络（非政府组织）\n");
}

BOOST_AUTO_TEST_CASE(the_one_who_leads_among_names_one_a_line) {
    check(partners("Lead: Lake Institute (Ms Ada Sample, ada@lake.example.org)\n\nClear Network (Mr Ben Model, ben@clear.example.org)\n"), "en", "partner lead",
          "partner-1 low \"\" Lake Institute | contact=email:ada@lake.example.org\n"
          "partner-2 low \"\" Clear Network | contact=email:ben@clear.example.org\n"
          "lead-1 high \"\" Lake Institute (Ms Ada Sample, ada@lake.example.org) | lead=organisation:Lake Institute,person:Ms Ada Sample contact=email:ada@lake.example.org | partner-1\n");
    check("# X. Партнеры\n\nКоординатор: Институт озера, lake@example.org\n\nАртель «Рассвет», rassvet@example.org\n", "ru", "partner lead",
          "partner-1 low \"\" Институт озера | person=organisation:Институт озера contact=email:lake@example.org\n"
          "partner-2 low \"\" Артель «Рассвет» | contact=email:rassvet@example.org\n"
          "lead-1 high \"\" Институт озера, lake@example.org | lead=organisation:Институт озера contact=email:lake@example.org | partner-1\n");
    check(partners("Lead: Lake Institute\n\nOther partners: Clear Network; Ministry of Norvania\n"), "en", "partner",
          "partner-1 low \"\" Lake Institute\npartner-2 low \"\" Clear Network\npartner-3 low \"\" Ministry of Norvania\n");
    check("# X. Asociados\n\nLíder: por designar\n\nOtros asociados: Red Clara; Ministerio de Norvania\n", "es", "partner",
          "partner-1 low \"\" Red Clara\npartner-2 low \"\" Ministerio de Norvania\n");
}

// The lead and then the names, a line each of one paragraph; a telephone as it is dialled at home reaches one as well.
BOOST_AUTO_TEST_CASE(lines_of_one_paragraph_below_the_lead) {
    check(partners("Lead: Ida Sample, Kiln Network  \nKiln Network (KN), a@kn.example.org  \nCement Union, (495) 555-01-77  \nPort University, s@port.example.edu\n"), "en", "partner lead",
          "partner-1 low \"\" Kiln Network (KN) | contact=email:a@kn.example.org\n"
          "partner-2 low \"\" Cement Union, (495) 555-01-77\n"
          "partner-3 low \"\" Port University | contact=email:s@port.example.edu\n"
          "lead-1 high \"\" Ida Sample, Kiln Network | lead=person:Ida Sample,organisation:Kiln Network contact=email:a@kn.example.org | partner-1\n");
}

BOOST_AUTO_TEST_CASE(the_role_behind_a_name_in_a_table_or_list) {
    check(partenaires("| Partenaire | Contact |\n|---|---|\n| Institut du lac (IL), responsable du domaine | ada@lac.example.org |\n| Réseau clair | b@clair.example.org |\n"), "fr", "lead",
          "lead-1 certain \"\" Institut du lac (IL) | lead=organisation:Institut du lac,organisation:IL | partner-1\n");
    check("# عاشراً - الشركاء\n\n- معهد البحيرة (القائد)، a@lac.example.org\n- شبكة الصحة، b@health.example.org\n", "ar", "partner lead",
          "partner-1 certain \"\" معهد البحيرة | contact=email:a@lac.example.org\n"
          "partner-2 certain \"\" شبكة الصحة | contact=email:b@health.example.org\n"
          "lead-1 certain \"\" معهد البحيرة | lead=organisation:معهد البحيرة contact=email:a@lac.example.org | partner-1\n");
    check("# 十、合作伙伴\n\n- 湖泊研究院——牵头单位，安明，a@lake.example.org\n- 清洁网络\n", "zh", "partner lead",
          "partner-1 certain \"\" 湖泊研究院 | contact=email:a@lake.example.org\n"
          "partner-2 certain \"\" 清洁网络\n"
          "lead-1 certain \"\" 湖泊研究院 | lead=organisation:湖泊研究院 contact=email:a@lake.example.org | partner-1\n");
    check(partners("- Clear Network, Ben Model, +41 22 555 01 17\n- Lead: Lake Institute, ada@lake.example.org\n"), "en", "partner",
          "partner-1 certain \"\" Clear Network, Ben Model | contact=telephone:+41225550117\n"
          "partner-2 certain \"\" Lake Institute | contact=email:ada@lake.example.org\n");
}

// للمختبر is "to the laboratory": the article has lost its first letter. One word alone may be a common one.
BOOST_AUTO_TEST_CASE(a_name_behind_a_word_that_joins_its_article) {
    check("# رابعاً - جهود الشركاء والجداول الزمنية\n\n- زيارات عهد بها للمختبر البلدي للمياه\n- دورات وللمختبر البلدي للمياه صناديقها\n- لمعهد البحيرة دورات\n- صناديق للمختبر\n"
          "\n# عاشراً - الشركاء\n\n- المختبر البلدي للمياه\n- معهد البحيرة\n",
          "ar", "effort",
          "effort-1 certain \"\" زيارات عهد بها للمختبر البلدي للمياه | | partner-1\n"
          "effort-2 certain \"\" دورات وللمختبر البلدي للمياه صناديقها | | partner-1\n"
          "effort-3 certain \"\" لمعهد البحيرة دورات | | partner-2\n"
          "effort-4 certain \"\" صناديق للمختبر\n");
}


// A space alone parts a name from its address.
BOOST_AUTO_TEST_CASE(an_address_behind_a_space) {
    check("# 十、合作伙伴\n\n- 青山合作社 a@qs.example.org\n- 希望学校 电邮：b@hope.example.org\n", "zh", "partner",
          "partner-1 certain \"\" 青山合作社 | contact=email:a@qs.example.org\npartner-2 certain \"\" 希望学校 | contact=email:b@hope.example.org\n");
    check(partners("- Lake Institute ada@lake.example.org\n- Clear Network b@clear.example.org\n"), "en", "partner",
          "partner-1 certain \"\" Lake Institute | contact=email:ada@lake.example.org\npartner-2 certain \"\" Clear Network | contact=email:b@clear.example.org\n");
}

// The stop of "S.A." ends no sentence before a dash; a line that invites others names nobody; a street and a box without a code.
BOOST_AUTO_TEST_CASE(lines_with_addresses) {
    check("# X. Partners\n\nLake Works S.A. - Ada Roe, +41 22 555 01 02\n\nMill Town - office@mill.example.org\n\nNew partners are welcome: a letter to the lead is enough.\n", "en", "partner",
          "partner-1 high \"\" Lake Works S.A. | contact=telephone:+41225550102\npartner-2 high \"\" Mill Town | contact=email:office@mill.example.org\n");
    check("# X. Partenaires\n\n- Institut du lac – 3 rue des Moulins, Genval\n- Réseau clair – 12, avenue du Lac, Genval\n- Ville du moulin – 40 boîtes dans la rue du Lac, puis 20\n", "fr", "partner",
          "partner-1 certain \"\" Institut du lac | contact=address:3 rue des Moulins, Genval\npartner-2 certain \"\" Réseau clair | contact=address:12, avenue du Lac, Genval\npartner-3 certain \"\" Ville du moulin\n");
    check("# X. Asociados\n\n- Instituto del Lago - casilla 310, Oriente\n- Red Clara, calle del Lago\n", "es", "partner", "partner-1 certain \"\" Instituto del Lago | contact=address:casilla 310\npartner-2 certain \"\" Red Clara, calle del Lago\n");
}

// A name without an address above one that has its own behind a comma of its script; and the lead, who is named again below.
BOOST_AUTO_TEST_CASE(lines_with_commas_of_their_script) {
    check("# 十、合作伙伴\n\n牵头方：安明，湖泊研究所，a@lake.example.org\n\n湖泊研究所，学术机构。安明，a@lake.example.org\n\n矿物研究所，学术机构。萨特\n\n土耳其空气署，政府。德米尔，d@hava.example.org\n", "zh", "partner",
          "partner-1 low \"\" 湖泊研究所，学术机构 | contact=email:a@lake.example.org\npartner-2 low \"\" 矿物研究所，学术机构\npartner-3 low \"\" 土耳其空气署，政府 | contact=email:d@hava.example.org\n");
}

// A column of short names beside one of names: the names are those of the partners.
BOOST_AUTO_TEST_CASE(short_names_before_names) {
    const std::string items = dump_items(Case("# X. Partenaires\n\n| Sigle | Nom | Courriel |\n|---|---|---|\n| LEP | Laboratoire des eaux | lep@example.org |\n| RSC | Réseau santé claire | rsc@example.org |\n", "fr").plan, "partner");
    BOOST_TEST(items.find("Laboratoire des eaux | acronym=text:LEP") != std::string::npos);
    BOOST_TEST(items.find("Réseau santé claire | acronym=text:RSC") != std::string::npos);
}

// A bullet may number its partner by the word for one.
BOOST_AUTO_TEST_CASE(bullets_that_name_the_kind) {
    check("# X. Partners\n\n- **Partner 1:** Lake Institute, Ms Ada Roe, roe@lake.example.org\n- **Partner 2:** Lamp Union, office@lamps.example.org\n", "en", "partner",
          "partner-1 certain \"\" Lake Institute | contact=email:roe@lake.example.org\npartner-2 certain \"\" Lamp Union | contact=email:office@lamps.example.org\n");
    check("# IX. Linkages\n\n| Linkage | What is shared |\n|---|---|\n| Partnership area on waste: guidance | Drafts |\n| Basel Convention: training | Courses |\n", "en", "linkage",
          "linkage-1 high \"\" Partnership area on waste: guidance\nlinkage-2 high \"\" Basel Convention: training\n");
}

// Notes that were typed below the list are no partners where the text has their marks; a list that is numbered so is one.
BOOST_AUTO_TEST_CASE(notes_typed_below_the_list) {
    const std::string list = "- Lake Institute, ada@lake.example.org\n- Lamp Union, ben@lamps.example.org\n", found = "partner-1 certain \"\" Lake Institute | contact=email:ada@lake.example.org\npartner-2 certain \"\" Lamp Union | contact=email:ben@lamps.example.org\n";
    const std::string notes = "\n[1] See the inventory of 2024.\n[2] Prices of January.\n";
    check("# IX. Linkages\n\nWork on waste [1] and costs [2].\n\n# X. Partners\n\n" + list + notes, "en", "partner", found);
    BOOST_TEST(dump_items(Case("# IX. Linkages\n\nWork on waste [1].\n\n# X. Partners\n\n[1] Lake Institute, ada@lake.example.org\n\n[2] Lamp Union, ben@lamps.example.org\n", "en").plan, "partner").find("Lamp Union") != std::string::npos);
}

// The name ends before a bracket that holds who leads.
BOOST_AUTO_TEST_CASE(a_role_and_a_person_in_a_bracket) {
    check("# X. Partners\n\n- Lake Institute (lead, Dr Ada Roe), ada@lake.example.org\n- Lamp Union (Port Selm), ben@lamps.example.org\n", "en", "partner",
          "partner-1 certain \"\" Lake Institute | contact=email:ada@lake.example.org\npartner-2 certain \"\" Lamp Union (Port Selm) | contact=email:ben@lamps.example.org\n");
}

// A dot in the middle, or a bar, parts a name from what it is and from its address.
BOOST_AUTO_TEST_CASE(names_parted_by_dots) {
    const Case one("# X. Partners\n\n- Lake Institute · research · office@lake.example.org\n- Mill Town | government | +41 22 000 00 61\n", "en");
    std::string names;
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == "partner") names += item.title + '/';
    BOOST_TEST(names == "Lake Institute/Mill Town/");
}

BOOST_AUTO_TEST_SUITE_END()
