// Partners that running text lists, in every language, and text that lists none.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_enumerations)

using namespace plan_case;

namespace {

constexpr const char* headings[][2] = {{"en", "# X. Partners"}, {"fr", "# X. Partenaires"}, {"es", "# X. Asociados"},
                                       {"ru", "# X. Партнеры"}, {"ar", "# عاشراً - الشركاء"}, {"zh", "# 十、合作伙伴"}};

// Titles of the partners that the body of the section names, each low, with " | " between.
std::string names(const std::string& language, const std::string& body) {
    std::string text;
    for (const auto& [tag, heading] : headings)
        if (language == tag) text = std::string(heading) + "\n\n" + body + "\n";
    const Case one(text, language);
    std::string titles;
    for (const plancheck::Item& item : one.plan.items) {
        if (item.kind != "partner") continue;
        titles += (titles.empty() ? "" : " | ") + item.title;
        if (item.confidence != plancheck::Confidence::low) titles += " (not low)";
    }
    return titles;
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_between_separators) {
    const std::string three = "Lake Institute | Clear Network | Ministry of Norvania";
    for (const char* body : {"Lake Institute; Clear Network; Ministry of Norvania.", "Lake Institute, Clear Network, Ministry of Norvania",
                             "Lake Institute, Clear Network and Ministry of Norvania.", "Lake Institute, Clear Network, and Ministry of Norvania.",
                             "Lake Institute / Clear Network / Ministry of Norvania", "Lake Institute\\\nClear Network\\\nMinistry of Norvania",
                             "Lake Institute; Clear Network; Ministry of Norvania. The addresses are kept by the secretariat.",
                             "Lead: Ms Ada Sample, Clear Network\n\nLake Institute; Clear Network; Ministry of Norvania"})
        BOOST_TEST(names("en", body) == three, body);
    BOOST_TEST(names("fr", "Institut du lac, Réseau clair et Ministère de Norvanie") == "Institut du lac | Réseau clair | Ministère de Norvanie");
    BOOST_TEST(names("es", "Instituto del Lago; Red Clara; Ministerio de Norvania.") == "Instituto del Lago | Red Clara | Ministerio de Norvania");
    BOOST_TEST(names("ru", "Институт озера, Чистая сеть и Министерство Норвании") == "Институт озера | Чистая сеть | Министерство Норвании");
    BOOST_TEST(names("ar", "معهد البحيرة؛ شبكة الصحة؛ وزارة نورفانيا.") == "معهد البحيرة | شبكة الصحة | وزارة نورفانيا");
    BOOST_TEST(names("zh", "湖泊研究所、清洁健康网络、诺瓦尼亚环境部") == "湖泊研究所 | 清洁健康网络 | 诺瓦尼亚环境部");
}

BOOST_AUTO_TEST_CASE(names_in_a_sentence) {
    BOOST_TEST(names("en", "The partners of the area are the Lake Institute, the Clear Network and Norvania.") == "Lake Institute | Clear Network | Norvania");
    BOOST_TEST(names("en", "At present the area has three partners: Lake Institute, Clear Network and Norvania.") == "Lake Institute | Clear Network | Norvania");
    BOOST_TEST(names("en", "Taking part: Lake Institute (Lake City, Norvania), Clear Network.") == "Lake Institute (Lake City, Norvania) | Clear Network");
    BOOST_TEST(names("fr", "Les partenaires sont l’Institut du lac, le Réseau clair et la Norvanie.") == "Institut du lac | Réseau clair | Norvanie");
    BOOST_TEST(names("es", "Los asociados son el Instituto del Lago, la Red Clara y Norvania.") == "Instituto del Lago | Red Clara | Norvania");
    // Nobody is listed, but somebody is named: a person has to look.
    BOOST_TEST(names("fr", "Le domaine réunit l’Institut du lac et ses amis.") == "Le domaine réunit l’Institut du lac et ses amis");
}

// Text from a PDF may have lost the line between the two.
BOOST_AUTO_TEST_CASE(names_behind_the_lead) {
    BOOST_TEST(names("en", "Lead: Ms Ada Sample, Lake Institute. Lake Institute; Clear Network; Ministry of Norvania.") == "Lake Institute | Clear Network | Ministry of Norvania");
    BOOST_TEST(names("en", "Lead: Ms Ada Sample, Lake Institute. Meetings are held in spring.") == "");
    BOOST_TEST(names("es", "Codirectores: Sra. Ada Muestra (Instituto del Lago) y Sr. Ben Modelo (Recicladores, Norvania)") == "");
}

BOOST_AUTO_TEST_CASE(names_sorted_by_a_term) {
    BOOST_TEST(names("en", "Governments: Norvania, Sorland\n\nNon-governmental organizations: Lake Institute, Clear Network") == "Norvania | Sorland | Lake Institute | Clear Network");
    BOOST_TEST(names("en", "**Governments**\n\nNorvania\n\nSorland\n\n**NGOs**\n\nLake Institute") == "Norvania | Sorland | Lake Institute");
    BOOST_TEST(names("fr", "Gouvernements : Norvanie\n\nOrganisations non gouvernementales : Institut du lac, Réseau clair") == "Norvanie | Institut du lac | Réseau clair");
    BOOST_TEST(names("ru", "Правительства: Норвания\n\nНеправительственные организации: Институт озера, Чистая сеть") == "Норвания | Институт озера | Чистая сеть");
    BOOST_TEST(names("ar", "الحكومات: نورفانيا، سورلاند\n\nالمنظمات غير الحكومية: معهد البحيرة، شبكة الصحة") == "نورفانيا | سورلاند | معهد البحيرة | شبكة الصحة");
    BOOST_TEST(names("zh", "政府：诺瓦尼亚\n\n非政府组织：湖泊研究所、清洁健康网络") == "诺瓦尼亚 | 湖泊研究所 | 清洁健康网络");
}

BOOST_AUTO_TEST_CASE(sentences_that_name_nobody) {
    BOOST_TEST(names("en", "The partners meet twice a year, exchange their figures, and report to the secretariat.") == "");
    BOOST_TEST(names("en", "Every year, partners, old and new, are invited. The list, when it is ready, will be published.") == "");
    BOOST_TEST(names("fr", "La liste est en cours d’établissement.") == "");
    BOOST_TEST(names("es", "Los asociados se reúnen dos veces al año, intercambian datos e informan.") == "");
    BOOST_TEST(names("ru", "Партнеры встречаются два раза в год, обмениваются данными и отчитываются.") == "");
    BOOST_TEST(names("ar", "يجتمع الشركاء مرتين في السنة، ويتبادلون البيانات، ويقدمون التقارير.") == "");
    BOOST_TEST(names("zh", "各伙伴每年举行两次会议，交流数据，并提交报告。") == "");
}

// Behind the one that leads: others that a sentence names, with quotation marks, addresses and joints of their script.
BOOST_AUTO_TEST_CASE(names_beside_the_lead) {
    BOOST_TEST(names("en", "The lead is the River Coalition (Ms Ada Roe). The others are the Lake Institute (roe@lake.example.org), Mill Town and the Lamp Union.") == "Lake Institute | Mill Town | Lamp Union");
    BOOST_TEST(names("es", "Coordina la Red de Residuos (Ada Roe). Participan además el Laboratorio Marino (lab@mar.example.org) y la Escuela Náutica.") == "Laboratorio Marino | Escuela Náutica");
    BOOST_TEST(names("ru", "Ведёт область объединение «Чистый быт». С ним работают сеть «Аптека у дома» (a@apteka.example.org) и Институт гигиены (b@byt.example.org).") ==
               "сеть «Аптека у дома» | Институт гигиены");
    BOOST_TEST(names("ar", "الجهة القائدة هي جمعية الشاطئ. ويشارك معها مختبر البحر (a@bahr.example.org) ومدرسة البحارة.") == "مختبر البحر | مدرسة البحارة");
    // What is behind the first colon is an address, and the last line no name.
    BOOST_TEST(names("zh", "绿色医院联盟：a@hospital.example.org\n日化检测中心：b@lab.example.org\n消费者协会：c@xiaoxie.example.org\n欢迎加入。") ==
               "绿色医院联盟 | 日化检测中心 | 消费者协会");
}


// "And" is written together with the next name; a name that begins with the same letter keeps it.
BOOST_AUTO_TEST_CASE(joints_before_a_word_for_an_organisation) {
    BOOST_TEST(names("ar", "الشركاء هم: معهد البحيرة؛ وشركة المصابيح؛ وزارة المياه؛ ووكالة الساحل.") == "معهد البحيرة | شركة المصابيح | وزارة المياه | وكالة الساحل");
}

BOOST_AUTO_TEST_SUITE_END()
