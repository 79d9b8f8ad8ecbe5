// Sentences of the section of partners that say who leads, in every language, and sentences that do not.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_leads)

using namespace plan_case;

namespace {

bool leads(const std::string& language, const std::string& heading, const std::string& sentence) {
    const Case one("# " + heading + "\n\n" + sentence + "\n", language);
    for (const plancheck::Item& item : one.plan.items)
        if (item.kind == "lead" && item.confidence == plancheck::Confidence::high) return true;
    return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(sentences_that_name_the_lead) {
    for (const char* one : {"The area is led by the Lake Institute.", "The Lake Institute leads the area.", "Ada Sample of the Lake Institute acts as lead of the area.",
                            "The partnership area is co-led by the Lake Institute and Clear Network.", "The lead of the area is the Lake Institute.", "Leadership: Lake Institute",
                            "Leads are the Lake Institute and Clear Network.", "The current lead is Ada Sample (Lake Institute).", "The Lake Institute and Clear Network co-chair the area.",
                            "The Lake Institute serves as co-lead."})
        BOOST_TEST(leads("en", "X. Partners", one), one);
    for (const char* one : {"L’Institut du lac dirige le domaine.", "L’Institut du lac et l’Alliance claire codirigent le domaine.", "Le domaine est coprésidé par Mme Ada Modèle et M. Ben Exemple.",
                            "L’Institut du lac coordonne le domaine.", "Le chef de file du domaine est l’Institut du lac.", "L’Institut du lac joue le rôle de chef de file."})
        BOOST_TEST(leads("fr", "X. Partenaires", one), one);
    for (const char* one : {"El Instituto del Lago dirige la esfera.", "El Instituto del Lago y la Alianza Clara codirigen la esfera.", "El Instituto del Lago coordina la esfera.",
                            "La esfera está copresidida por la Sra. Ada Modelo y el Sr. Ben Ejemplo.", "La dirección de la esfera corresponde al Instituto del Lago."})
        BOOST_TEST(leads("es", "X. Asociados", one), one);
    for (const char* one : {"Институт озера возглавляет область партнерства.", "Область возглавляет Институт озера.", "Руководителем области является Институт озера.",
                            "Областью совместно руководят Институт озера и Чистая сеть.", "Институт озера координирует область."})
        BOOST_TEST(leads("ru", "X. Партнеры", one), one);
    for (const char* one : {"يقود معهد البحيرة المجال.", "يتولى معهد البحيرة قيادة المجال.", "الجهة الرائدة للمجال هي معهد البحيرة."})
        BOOST_TEST(leads("ar", "عاشراً - الشركاء", one), one);
    for (const char* one : {"湖泊研究所牵头本领域。", "本领域由湖泊研究所牵头。", "本领域的牵头机构是湖泊研究所。", "湖泊研究所担任本领域牵头方。"})
        BOOST_TEST(leads("zh", "十、合作伙伴", one), one);
}

BOOST_AUTO_TEST_CASE(sentences_that_name_none) {
    for (const char* one : {"The area has no lead at present.", "Lead is measured in soils by the Lake Institute.", "This leads the area to new questions."})
        BOOST_TEST(!leads("en", "X. Partners", one), one);
    BOOST_TEST(!leads("fr", "X. Partenaires", "Le domaine n’a pas encore de chef de file."));
    BOOST_TEST(!leads("es", "X. Asociados", "La esfera no tiene director por ahora."));
    BOOST_TEST(!leads("ru", "X. Партнеры", "Руководителя у области пока нет."));
    BOOST_TEST(!leads("ar", "عاشراً - الشركاء", "ليس للمجال جهة رائدة حالياً."));
    BOOST_TEST(!leads("zh", "十、合作伙伴", "本领域目前没有牵头方。"));
}

// Who chairs the meetings of the partners leads the area, as it seems; who leads something else does not.
BOOST_AUTO_TEST_CASE(meetings_that_somebody_chairs) {
    const auto found = [](const std::string& language, const std::string& process, const std::string& sentence, const std::string& partners) {
        const Case one("# " + process + "\n\n" + sentence + "\n\n# " + partners + "\n", language);
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") return std::string(plancheck::name(item.confidence));
        return std::string();
    };
    const std::string english = "X. Partners\n\n- Lake Institute, office@lake.example.org\n- Mill Town, office@mill.example.org";
    BOOST_TEST(found("en", "VIII. Business planning process", "Chaired by the Lake Institute, the partners meet in May.", english) == "low");
    BOOST_TEST(found("en", "VIII. Business planning process", "The partners meet in May, chaired by Ms Ada Sample (Lake Institute).", english) == "low");
    BOOST_TEST(found("en", "VIII. Business planning process", "The partners meet in May. The courses are led by the Lake Institute.", english) == "");
    BOOST_TEST(found("en", "VIII. Business planning process", "A jury chaired by the Lake Institute drafted the text.", english) == "");
    BOOST_TEST(found("es", "VIII. Proceso de planificación de las actividades", "Los asociados se reúnen en mayo, en una reunión presidida por el Instituto del Lago.", "X. Asociados\n\n- Instituto del Lago\n- Ciudad del Molino") == "low");
    BOOST_TEST(found("ru", "VIII. Процесс планирования деятельности", "Партнеры собираются раз в год под председательством Института озера.", "X. Партнеры\n\n- Институт озера\n- Город мельниц") == "low");
    BOOST_TEST(found("zh", "八、业务规划进程", "伙伴会议由湖泊研究所主持。", "十、合作伙伴\n\n- 湖泊研究所\n- 灯具回收联盟") == "low");
}

// The name stands before the label, and behind it how to reach them.
BOOST_AUTO_TEST_CASE(labels_behind_the_name) {
    const auto title = [](const std::string& language, const std::string& heading, const std::string& line) {
        const Case one("# " + heading + "\n\n" + line + "\n- Mill Town, office@mill.example.org\n", language);
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") return item.title;
        return std::string();
    };
    BOOST_TEST(title("en", "X. Partners", "- Lake Institute (LI), lead: office@lake.example.org") == "Lake Institute (LI)");
    BOOST_TEST(title("en", "X. Partners", "- Lake Institute, co-lead: +41 22 555 01 02") == "Lake Institute");
    BOOST_TEST(title("fr", "X. Partenaires", "- Institut du lac (IL), chef de file : bureau@lac.example.org") == "Institut du lac (IL)");
    BOOST_TEST(title("en", "X. Partners", "- Waste area, lead: Lake Institute") == "Lake Institute");
}

// "Lake Institute – lead – office@lake.example.org" on a line of its own; "the lead is …" in a sentence.
BOOST_AUTO_TEST_CASE(a_role_between_dashes_and_a_word_that_says_who) {
    const auto title = [](const std::string& language, const std::string& heading, const std::string& line) {
        const Case one("# " + heading + "\n\n" + line + "\n", language);
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") return std::string(plancheck::name(item.confidence)) + ' ' + item.title;
        return std::string();
    };
    BOOST_TEST(title("en", "X. Partners", "IAR - Institute for Atmospheric Research - co-lead: A. Roe, roe@iar.example.org\n\nMT - Mill Town, office@mill.example.org") == "high IAR - Institute for Atmospheric Research");
    BOOST_TEST(title("ru", "X. Партнеры", "Институт озера – ведущий – office@lake.example.org") == "high Институт озера");
    BOOST_TEST(title("ar", "عاشراً - الشركاء", "معهد البحيرة - رئيس مشارك - office@lake.example.org") == "high معهد البحيرة");
    BOOST_TEST(title("ru", "X. Партнеры", "- Институт озера (ведущий), office@lake.example.org\n- Мельница") == "certain Институт озера");
    BOOST_TEST(title("en", "X. Partners", "The lead is the River Coalition (Ms Ada Roe). The others are the Lake Institute and Mill Town.") == "high the River Coalition (Ms Ada Roe)");
    BOOST_TEST(title("fr", "X. Partenaires", "Chef de file : est l'Observatoire des lacs, Mme Ada Roe") == "high Observatoire des lacs, Mme Ada Roe");
    BOOST_TEST(title("es", "X. Asociados", "Coordina la Red de Residuos (Ada Roe, roe@red.example.org). Participan además la Escuela Náutica y el Instituto del Lago.").starts_with("low la Red de Residuos"));
    BOOST_TEST(title("es", "X. Asociados", "Coordina talleres de formación (roe@red.example.org).") == "");
}

// What is led, a mandate or a person may stand behind the role; lines of one paragraph are partners of their own.
BOOST_AUTO_TEST_CASE(a_role_behind_a_comma) {
    const auto plan = [](const std::string& list) { return "# III. Priority actions\n\nTo come.\n\n# X. Partners\n\n" + list + "\n"; };
    check(plan("- Lake Institute (LI), lead for 2026 and 2027 – Ada Roe, ada@li.example.org\n- Union of Lamp Recyclers"), "en", "partner lead",
          "partner-1 certain \"\" Lake Institute (LI), lead for 2026 and 2027 | contact=email:ada@li.example.org\n"
          "partner-2 certain \"\" Union of Lamp Recyclers\n"
          "lead-1 certain \"\" Lake Institute (LI) | lead=organisation:Lake Institute,organisation:LI contact=email:ada@li.example.org | partner-1\n");
    check(plan("Lake Institute, lead of the area. Contact: Ada Roe, ada@li.example.org  \nUnion of Lamp Recyclers. Contact: +41 22 555 01 01"), "en", "partner lead",
          "partner-1 low \"\" Lake Institute, lead of the area | contact=person:Ada Roe,email:ada@li.example.org\n"
          "partner-2 low \"\" Union of Lamp Recyclers | contact=telephone:+41225550101\n"
          "lead-1 high \"\" Lake Institute | lead=organisation:Lake Institute contact=email:ada@li.example.org | partner-1\n");
}

// "* Lead" below the list says what the sign behind a name means; a note about something else names nobody.
BOOST_AUTO_TEST_CASE(a_sign_behind_a_name_that_a_note_explains) {
    const auto plan = [](const std::string& heading, const std::string& body) { return "# III. Priority actions\n\nTo come.\n\n# " + heading + "\n\n" + body + "\n"; };
    check(plan("X. Partners", "- Lake Institute*\n- Lamp Recyclers\n\n\\* Lead of the area"), "en", "partner lead",
          "partner-1 certain \"\" Lake Institute\n"
          "partner-2 certain \"\" Lamp Recyclers\n"
          "lead-1 certain \"\" Lake Institute | lead=organisation:Lake Institute | partner-1\n");
    check(plan("X. Partners", "| Partner | Contact |\n|---|---|\n| Lake Institute† (LI) | li@lake.example.org |\n| Lamp Recyclers | lr@lamps.example.org |\n\n† denotes the lead"), "en", "partner lead",
          "partner-1 certain \"\" Lake Institute (LI) | contact=email:li@lake.example.org\n"
          "partner-2 certain \"\" Lamp Recyclers | contact=email:lr@lamps.example.org\n"
          "lead-1 certain \"\" Lake Institute | lead=organisation:Lake Institute | partner-1\n");
    const auto leading = [](const std::string& language, const std::string& text) {
        const Case one(text, language);
        std::string all;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") all += item.title + ';';
        return all;
    };
    BOOST_TEST(leading("fr", plan("X. Partenaires", "- Institut du lac\\*\n- Réseau clair\\*\n- Ville du moulin\n\n\\* Cochefs de file")) == "Institut du lac;Réseau clair;");
    BOOST_TEST(leading("es", plan("X. Asociados", "- Instituto del Lago\\*\n- Red Clara\n\n\\* Entidad que dirige la esfera")) == "Instituto del Lago;");
    BOOST_TEST(leading("ru", plan("X. Партнеры", "- Институт озера\\*\n- Чистая сеть\n\n\\* Руководитель области")) == "Институт озера;");
    BOOST_TEST(leading("ar", plan("عاشراً - الشركاء", "- معهد البحيرة\\*\n- شبكة الصحة\n\n\\* الجهة الرائدة للمجال")) == "معهد البحيرة;");
    BOOST_TEST(leading("zh", plan("十、合作伙伴", "- 湖泊研究所\\*\n- 清健网络\n\n\\* 领域牵头方")) == "湖泊研究所;");
    BOOST_TEST(leading("en", plan("X. Partners", "- Lake Institute\\*\n- Lamp Recyclers\n\n\\* Observer")) == "");
    BOOST_TEST(leading("en", plan("X. Partners", "- Lake Institute\n- Lamp Recyclers\n\n\\* Lead")) == "");
}

// One numbering may count the lead and the other names, or statements about them.
BOOST_AUTO_TEST_CASE(numbered_lines_of_leads_and_partners) {
    check("# X. Partners\n\n10.1 Lead: Lake Institute, li@lake.example.org\n\n10.2 Lamp Recyclers, lr@lamps.example.org\n\n10.3 Mill Town, mill@town.example.org\n", "en", "partner lead",
          "partner-1 high \"10.1\" Lake Institute | contact=email:li@lake.example.org\n"
          "partner-2 high \"10.2\" Lamp Recyclers | contact=email:lr@lamps.example.org\n"
          "partner-3 high \"10.3\" Mill Town | contact=email:mill@town.example.org\n"
          "lead-1 high \"\" Lake Institute, li@lake.example.org | lead=organisation:Lake Institute contact=email:li@lake.example.org | partner-1\n");
    check("# X. Partners\n\n10.1 Lead: Lake Institute, li@lake.example.org\n\n10.2 Partners: Lake Institute, Lamp Recyclers, Mill Town.\n\n10.3 New partners may join at any time.\n", "en", "partner",
          "partner-1 low \"\" Lake Institute\npartner-2 low \"\" Lamp Recyclers\npartner-3 low \"\" Mill Town\n");
    check("# 十、合作伙伴\n\n领导：湖泊研究所\n\n- 清健网络\n- 磨坊镇\n", "zh", "lead", "lead-1 high \"\" 湖泊研究所 | lead=organisation:湖泊研究所\n");
}

// A label that says "none" names neither that nor what stands below it.
BOOST_AUTO_TEST_CASE(a_label_with_nothing_behind_it) {
    for (const std::string who : {"—", "n/a", "…", "none", "-"})
        check("# X. Partners\n\nLead: " + who + "\n\n- Lake Institute\n- Lamp Recyclers\n", "en", "lead", "");
    check("# X. Partenaires\n\nChef de file : sans objet\n\n- Institut du lac\n", "fr", "lead", "");
    check("# X. Партнеры\n\nРуководитель: –\n\n- Институт озера\n", "ru", "lead", "");
    check("# 十、合作伙伴\n\n牵头方：无\n\n- 湖泊研究所\n", "zh", "lead", "");
}

BOOST_AUTO_TEST_CASE(a_short_name_of_the_lead_is_no_other_lead) {
    check("# III. Priority actions\n\nTo come.\n\n# X. Partners\n\n- Ministry of Environment of Velmora (lead)\n- Lake Institute\n\nThe Ministry leads the area from January 2025 to December 2026.\n", "en", "lead",
          "lead-1 certain \"\" Ministry of Environment of Velmora | lead=organisation:Ministry of Environment of Velmora | partner-1\n");
}

BOOST_AUTO_TEST_CASE(what_another_sentence_says_is_no_lead) {
    check("# X. Partners\n\nLead: Ms Ada Roe, Lake Institute. Members:\n\n- Lake Institute\n- Mill Town\n", "en", "lead", "lead-1 high \"\" Ms Ada Roe, Lake Institute | lead=person:Ms Ada Roe,organisation:Lake Institute | partner-1\n");
    check("# X. Asociados\n\nDirección: Sra. Ada Modelo (Instituto del Lago). La dirección tiene un mandato de dos años.\n\n- Instituto del Lago\n- Red Clara\n", "es", "lead",
          "lead-1 high \"\" Sra. Ada Modelo (Instituto del Lago) | lead=person:Sra. Ada Modelo,organisation:Instituto del Lago | partner-1\n");
    check("# 十、合作伙伴\n\n共同主席：梅样本（湖泊研究所）、林示例（清健联盟），任期2026—2027年\n\n- 湖泊研究所\n- 清健联盟\n", "zh", "lead",
          "lead-1 high \"\" 梅样本（湖泊研究所） | lead=person:梅样本,organisation:湖泊研究所 | partner-1\n"
          "lead-2 high \"\" 林示例（清健联盟），任期2026—2027年 | lead=person:林示例,organisation:清健联盟 | partner-2\n");
}

// The last stop of initials is part of the name, and what joins two is none.
BOOST_AUTO_TEST_CASE(initials_behind_the_name) {
    check("# X. Партнеры\n\nСопредседатели: Образцова А. П. (Союз озера) и Макетов И. С. (Чистая сеть).\n\n- Союз озера\n- Чистая сеть\n", "ru", "lead",
          "lead-1 high \"\" Образцова А. П. (Союз озера) | lead=person:Образцова А. П.,organisation:Союз озера | partner-1\n"
          "lead-2 high \"\" Макетов И. С. (Чистая сеть) | lead=person:Макетов И. С.,organisation:Чистая сеть | partner-2\n");
}

// Each of two leads with somebody in brackets, in the order that the author likes.
BOOST_AUTO_TEST_CASE(two_leads_on_one_line) {
    const auto titles = [](const std::string& language, const std::string& heading, const std::string& line) {
        const Case one("# " + heading + "\n\n" + line + "\n\n- Lake Institute\n- Mill Town\n", language);
        std::string found;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") found += item.title + "/" + std::string(plancheck::name(item.confidence)) + ";";
        return found;
    };
    BOOST_TEST(titles("en", "X. Partners", "Co-leads: Lake Institute (Ms Ada Roe) and Mill Town (Mr Ben Poe), for two years.") == "Lake Institute (Ms Ada Roe)/high;Mill Town (Mr Ben Poe), for two years/high;");
    BOOST_TEST(titles("fr", "X. Partenaires", "Cochefs de file : Institut du lac (Mme Ada Roe) et Ville du moulin (M. Ben Poe).") == "Institut du lac (Mme Ada Roe)/high;Ville du moulin (M. Ben Poe)/high;");
    BOOST_TEST(titles("es", "X. Asociados", "Cocoordinadores: Instituto del Lago (Sra. Ada Roe) y Ciudad del Molino (Sr. Ben Poe).") == "Instituto del Lago (Sra. Ada Roe)/high;Ciudad del Molino (Sr. Ben Poe)/high;");
    BOOST_TEST(titles("en", "X. Partners", "Lead: Lake Institute (LI) and its staff (two)") == "Lake Institute (LI) and its staff (two)/high;");
}

// Another label, a time or what is led may stand before the word that says who it is.
BOOST_AUTO_TEST_CASE(who_it_is_behind_more_than_a_label) {
    const auto title = [](const std::string& language, const std::string& heading, const std::string& line) {
        const Case one("# " + heading + "\n\n" + line + "\n\n- Lake Institute\n- Mill Town\n", language);
        std::string found;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") found += item.title + "/" + std::string(plancheck::name(item.confidence)) + ";";
        return found;
    };
    BOOST_TEST(title("en", "X. Partners", "Our coordinator and lead is Mr Ben Poe of the Lake Institute.") == "Mr Ben Poe of the Lake Institute/high;");
    BOOST_TEST(title("en", "X. Partners", "Our lead for 2026 is Mr Ben Poe of the Lake Institute.") == "Mr Ben Poe of the Lake Institute/high;");
    BOOST_TEST(title("en", "X. Partners", "Lake Institute of Water leads the area until March 2028 (contact: Ms Ada Roe, ada.roe@institute.example.org).") == "Lake Institute of Water/high;");
    BOOST_TEST(title("fr", "X. Partenaires", "La coordination du domaine est confiée à l'Institut du lac (Mme Ada Roe) pour deux ans.") == "Institut du lac (Mme Ada Roe) pour deux ans/high;");
    BOOST_TEST(title("es", "X. Asociados", "La coordinación recae en el Instituto del Lago (Sra. Ada Roe) hasta 2027.") == "el Instituto del Lago (Sra. Ada Roe) hasta 2027/high;");
    BOOST_TEST(title("fr", "X. Partenaires", "Coordination (chef de file) : Mme Ada Roe, Institut du lac") == "Mme Ada Roe, Institut du lac/high;");
    BOOST_TEST(title("fr", "X. Partenaires", "- Institut du lac (chef de file) : Mme Ada Roe") == "Institut du lac/certain;");
}

// The first of the partners below is no line of the lead, typed or not.
BOOST_AUTO_TEST_CASE(bullets_below_the_lead) {
    for (const char* bullet : {"- ", "\u2022 ", "\u2013 "})
        check("# X. Partners\n\nLead: Mr Jon Bell (Lake Institute), until June 2028\n\n" + std::string(bullet) + "Clear Network, office@clear.example.org\n\n" + bullet + "Lake Institute, bell@lake.example.org\n", "en", "lead",
              "lead-1 high \"\" Mr Jon Bell (Lake Institute), until June 2028 | lead=person:Mr Jon Bell,organisation:Lake Institute | partner-2\n");
}

BOOST_AUTO_TEST_CASE(two_spaces_behind_a_full_stop) {
    check("# X. Partners\n\nLead: Institute of Large Lakes.&#32;&nbsp;New partners are welcome.\n\n- Institute of Large Lakes\n- Clear Network\n", "en", "lead",
          "lead-1 high \"\" Institute of Large Lakes | lead=organisation:Institute of Large Lakes | partner-1\n");
}

// A form for each partner, in which nothing but a remark says who leads.
BOOST_AUTO_TEST_CASE(remarks_that_say_who_leads) {
    const std::string clear = "lead=organisation:Clear Network contact=email:office@clear.example.org | partner-2\n";
    check("# X. Partners\n\nPartner: Lake Institute\\\nContact: office@lake.example.org\n\nPartner: Clear Network\\\nContact: office@clear.example.org\\\nRemarks: Lead of the area\n", "en", "lead", "lead-1 high \"\" Clear Network | " + clear);
    check("# X. Partners\n\n## Lake Institute\n\nContact: office@lake.example.org\n\n## Clear Network\n\nContact: office@clear.example.org\n\nRemarks: Lead of the area\n", "en", "lead", "lead-1 certain \"\" Clear Network | " + clear);
    check("# X. Partners\n\n| Partner | Lake Institute |\n|---|---|\n| Contact | office@lake.example.org |\n| Remarks | formerly lead of the area |\n\n| Partner | Clear Network |\n|---|---|\n| Contact | office@clear.example.org |\n| Remarks | Lead of the area |\n", "en", "lead",
          "lead-1 certain \"\" Clear Network | " + clear);
    check("# 十、合作伙伴\n\n| 名称 | 湖泊研究所 |\n|---|---|\n| 联系人 | office@lake.example.org |\n| 备注 | 牵头方 |\n", "zh", "lead", "lead-1 certain \"\" 湖泊研究所 | lead=organisation:湖泊研究所 contact=email:office@lake.example.org | partner-1\n");
}

// Names of organisations hold terms of other areas; only what is said of an area beside its word is of that one.
BOOST_AUTO_TEST_CASE(the_lead_of_another_area) {
    const std::string before = "# Business plan on mercury waste management\n\n# X. Partners\n\n", after = "\n\n- Coal Institute\n- Lake Institute\n";
    const auto sure = [&](const std::string& line, const std::string& confidence, const std::string& name) {
        const std::string partner = name.starts_with("Coal") ? "partner-1" : "partner-2";
        check(before + line + after, "en", "lead", "lead-1 " + confidence + " \"\" " + name + " | lead=organisation:" + name + " | " + partner + "\n");
    };
    sure("Lead of the coal area: Lake Institute", "low", "Lake Institute");
    sure("Lead of the mercury waste area: Lake Institute", "high", "Lake Institute");
    sure("Lead of the area: Coal Institute", "high", "Coal Institute");
}

// Partners that lead together are named by their whole names, joined as a language joins them.
BOOST_AUTO_TEST_CASE(partners_that_lead_together) {
    const auto names = [](const std::string& language, const std::string& heading, const std::string& line, const std::string& a, const std::string& b) {
        const Case one("# " + heading + "\n\n" + line + "\n\n- " + a + ", office@lake.example.org\n- " + b + ", office@mill.example.org\n", language);
        std::string found;
        for (const plancheck::Item& item : one.plan.items)
            if (item.kind == "lead") found += item.title + '|';
        return found;
    };
    BOOST_TEST(names("en", "X. Partners", "Co-leads: Lake Institute and Mill Town", "Lake Institute", "Mill Town") == "Lake Institute|Mill Town|");
    BOOST_TEST(names("en", "X. Partners", "The area is co-led by Lake Institute, Mill Town.", "Lake Institute", "Mill Town") == "Lake Institute|Mill Town|");
    BOOST_TEST(names("en", "X. Partners", "Lead: Lake and Mill Institute", "Lake and Mill Institute", "Mill Institute") == "Lake and Mill Institute|");
    BOOST_TEST(names("fr", "X. Partenaires", "Co-chefs de file : Institut du lac et Ville du moulin", "Institut du lac", "Ville du moulin") == "Institut du lac|Ville du moulin|");
    BOOST_TEST(names("ar", "عاشراً - الشركاء", "القائدان المشاركان: معهد البحيرة وبلدية الوادي", "معهد البحيرة", "بلدية الوادي") == "معهد البحيرة|بلدية الوادي|");
    BOOST_TEST(names("zh", "十、合作伙伴", "共同牵头方：湖泊研究所和磨坊镇政府", "湖泊研究所", "磨坊镇政府") == "湖泊研究所|磨坊镇政府|");
}

// A word that is a label before a colon alone; behind a word of addresses the colon introduces one.
BOOST_AUTO_TEST_CASE(labels_that_need_their_colon) {
    BOOST_TEST(leads("fr", "X. Partenaires", "Direction : Institut du lac, Mme Ada Roe"));
    BOOST_TEST(leads("fr", "X. Partenaires", "**Direction :** Institut du lac"));
    BOOST_TEST(!leads("fr", "X. Partenaires", "Adresse de la direction : rue du Lac 3, Valdorie"));
    BOOST_TEST(!leads("fr", "X. Partenaires", "Adresse du chef de file : rue du Lac 3, Valdorie"));
    BOOST_TEST(!leads("fr", "X. Partenaires", "La direction de l'Institut du lac a signé."));
}

// What was offered, asked or is still discussed names a lead with doubt; what was accepted names it.
BOOST_AUTO_TEST_CASE(leads_that_are_not_settled) {
    constexpr struct {
        const char *language, *heading, *partner, *open, *settled;
    } told[] = {
        {"en", "# X. Partners", "Lake Institute", "The role of lead was offered to the Lake Institute.", "Lake Institute accepted the role of lead in 2025."},
        {"en", "# X. Partners", "Lake Institute", "Lead: Lake Institute (under discussion)", "Lead: Lake Institute"},
        {"en", "# X. Partners", "Lake Institute", "Lake Institute has been asked to take the lead of the area.", "Lake Institute is the lead of the area."},
        {"fr", "# X. Partenaires", "Institut du lac", "Le poste de chef de file a été proposé à l'Institut du lac.", "L'Institut du lac est chef de file."},
        {"es", "# X. Asociados", "Instituto del Lago", "El cargo de líder se ha ofrecido al Instituto del Lago.", "El Instituto del Lago aceptó la función de líder."},
        {"ru", "# X. Партнеры", "Институт озера", "Роль ведущего партнера предложена организации «Институт озера».", "Ведущим партнером с 2025 года является Институт озера."},
        {"ar", "# عاشراً - الشركاء", "معهد البحيرة", "لا يزال تعيين معهد البحيرة قائدا للمجال قيد المناقشة.", "قائد المجال: معهد البحيرة"},
        {"zh", "# 十、合作伙伴", "湖泊研究所", "由湖泊研究所担任牵头方一事正在讨论中。", "湖泊研究所自2025年起担任牵头方。"}};
    for (const auto& one : told)
        BOOST_TEST_CONTEXT(one.open) {
            for (const bool open : {true, false}) {
                const Case plan(std::string(one.heading) + "\n\n" + (open ? one.open : one.settled) + "\n\n- " + one.partner + "\n", one.language);
                const auto lead = std::find_if(plan.plan.items.begin(), plan.plan.items.end(), [](const plancheck::Item& item) { return item.kind == "lead"; });
                BOOST_REQUIRE(lead != plan.plan.items.end());
                BOOST_TEST((lead->confidence == plancheck::Confidence::low) == open);
            }
        }
}

// Two that lead, each with somebody in brackets of its script, joined by a sign or a word that is written together with the next.
BOOST_AUTO_TEST_CASE(leads_with_brackets_of_their_script) {
    check("# 十、合作伙伴\n\n共同牵头方：湖泊研究院（安明）、清洁集团（郑凯，a@clean.example.org）\n", "zh", "lead",
          "lead-1 high \"\" 湖泊研究院（安明） | lead=organisation:湖泊研究院,person:安明\n"
          "lead-2 high \"\" 清洁集团（郑凯，a@clean.example.org） | lead=organisation:清洁集团,person:郑凯 contact=email:a@clean.example.org\n");
    check("# X. Партнеры\n\nСопредседатели: Институт озера (А. Петров) и Учебный центр (Л. Вольская)\n", "ru", "lead",
          "lead-1 high \"\" Институт озера (А. Петров) | lead=organisation:Институт озера,person:А. Петров\n"
          "lead-2 high \"\" Учебный центр (Л. Вольская) | lead=organisation:Учебный центр,person:Л. Вольская\n");
    check("# عاشراً - الشركاء\n\nالمنسقان: معهد البحيرة\n", "ar", "lead", "lead-1 high \"\" معهد البحيرة | lead=organisation:معهد البحيرة\n");
}

// The label in two languages; and the head of minutes, which says who led the meeting.
BOOST_AUTO_TEST_CASE(labels_in_two_languages_and_of_meetings) {
    const std::string partners = "\n\n- Lake Institute: ada@lake.example.org\n- Lamp Recyclers: joe@lamps.example.org\n";
    for (const char* const label : {"Chef de file / Lead: ", "Lead / Chef de file: ", "Ведущий / Lead: "})
        check(std::string("# X. Partners\n\n") + label + "Ms Ada Roe, Lake Institute" + partners, "en", "lead", "lead-1 high \"\" Ms Ada Roe, Lake Institute | lead=person:Ms Ada Roe,organisation:Lake Institute | partner-1\n");
    const std::string body = "\n\n# I. Summary of the issue\n\nMercury is a poison.\n\n# X. Partners\n\n";
    check("Chair: Ms Ada Roe. Rapporteur: Mr Joe Low." + body + "Lead: Lake Institute" + partners, "en", "lead", "lead-1 high \"\" Lake Institute | lead=organisation:Lake Institute | partner-1\n");
    check("Председатель: Ада Роу. Секретарь: Олег Лоу.\n\n# I. Краткое изложение вопроса\n\nРтуть ядовита.\n\n# X. Партнеры\n\nРуководитель: Институт озера\n\n- Институт озера\n", "ru", "lead",
          "lead-1 high \"\" Институт озера | lead=organisation:Институт озера | partner-1\n");
    check("Chair: Ms Ada Roe, Lake Institute." + body + partners, "en", "lead", "lead-1 high \"\" Ms Ada Roe, Lake Institute | lead=person:Ms Ada Roe,organisation:Lake Institute | partner-1\n");
}

// Who represents a partner leads the area: then the partner does.
BOOST_AUTO_TEST_CASE(a_role_behind_a_person_in_a_row) {
    const std::string rows = "| Agence du lac (AL) | M. Paul Roux | lac@example.org |\n| Réseau des lampes | Mme Ada Roc, chef de file | lampes@example.org |\n";
    check("# X. Partenaires\n\n| Organisation | Représentant | Courriel |\n|---|---|---|\n" + rows, "fr", "lead",
          "lead-1 certain \"\" Réseau des lampes | lead=organisation:Réseau des lampes contact=email:lampes@example.org | partner-2\n");
    check("# 十、合作伙伴\n\n| 组织 | 代表 | 电子邮件 |\n|---|---|---|\n| 湖泊研究所 | 王女士，牵头人 | lake@example.org |\n| 灯具回收协会 | 李先生 | lamps@example.org |\n", "zh", "lead",
          "lead-1 certain \"\" 湖泊研究所 | lead=organisation:湖泊研究所 contact=email:lake@example.org | partner-1\n");
    check("# X. Partenaires\n\n| Organisation | Représentant | Courriel |\n|---|---|---|\n| Agence du lac | Mme Ada Roc, chef de file du domaine des produits jusqu'en 2020 | a@example.org |\n| Réseau | M. Roux, chef de projet | r@example.org |\n", "fr", "lead", "");
}

// An office whose role stands in brackets before "is".
BOOST_AUTO_TEST_CASE(roles_in_brackets_before_is) {
    check("# X. Партнеры\n\nСтатья 21. Ведущим органом (руководителем области) является Департамент недропользования.\n", "ru", "lead",
          "lead-1 high \"\" Департамент недропользования | lead=organisation:Департамент недропользования\n");
}

// The other of two leads; a verb that is a label before a colon alone; the role before a dash and a person.
BOOST_AUTO_TEST_CASE(second_leads_and_verbs_before_a_colon) {
    BOOST_TEST(leads("en", "X. Partners", "The second co-lead is Mr Ben Model of the Lamp Bureau."));
    BOOST_TEST(leads("es", "X. Asociados", "El segundo codirector es el Sr. Ben Ejemplo, de la Oficina de Lámparas."));
    BOOST_TEST(leads("es", "X. Asociados", "Dirige: Sra. Ada Modelo, Instituto del Lago"));
    BOOST_TEST(!leads("es", "X. Asociados", "El Instituto del Lago dirige un laboratorio."));
    BOOST_TEST(leads("ru", "X. Партнеры", "Вторым соруководителем является г-н Иван Образцов, Бюро ламп."));
    const auto row = [](const std::string& cell) { return "# X. Partners\n\n| Name | Contact | Job |\n|---|---|---|\n| Lake Office | lake@example.org | " + cell + " |\n| Lamp Union | lamps@example.org | drums |\n"; };
    check(row("LEAD - Ms Ada Roe"), "en", "lead", "lead-1 certain \"\" Lake Office | lead=organisation:Lake Office | partner-1\n");
    check(row("lead – acid batteries"), "en", "lead", "");
}

BOOST_AUTO_TEST_SUITE_END()
