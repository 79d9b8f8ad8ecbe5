// What stands before the first section.
#include "plan/plan_case.hpp"

BOOST_AUTO_TEST_SUITE(plan_title_block)

using namespace plan_case;

namespace {

std::string block(const std::string& front, const std::string& language) {
    const Case one(front + (language == "fr" ? "\n\n# I. Énoncé de la question\n\nTexte.\n\n# II. Objectif du domaine de partenariat\n\nTexte.\n"
                                             : "\n\n# I. Summary of the issue\n\nText.\n\n# II. Objective of the partnership area\n\nText.\n"),
                   language);
    return dump_title_block(one.plan);
}

}  // namespace

BOOST_AUTO_TEST_CASE(title_area_date_period_status) {
    BOOST_TEST(block("# Business plan: mercury waste management\n\n14 March 2025\n\n(draft for review by the Advisory Group)\n\n2025-2027\n\nThe area has met since 2010.", "en") ==
               "Business plan: mercury waste management | waste | 2025-03-14 | 2025/2027 | draft for review by the Advisory Group");
    BOOST_TEST(block("**Plan d'activité 2025-2027 : offre et stockage du mercure**\n\n- 13 mars 2025 -\n\nLe domaine existe depuis 2010.", "fr") ==
               "Plan d'activité 2025-2027 : offre et stockage du mercure | supply-storage | 2025-03-13 | 2025/2027 | ");
    BOOST_TEST(block("August 2013\n\n**Artisanal and small-scale gold mining**", "en") == "Artisanal and small-scale gold mining | asgm | 2013-08 |  | ");
    BOOST_TEST(block("", "en") == " |  |  |  | ");
}

// A letter is more than one byte in most scripts.
BOOST_AUTO_TEST_CASE(title_and_status_are_measured_in_characters) {
    const Case one("Глобальное партнерство ЮНЕП по ртути: поставки и хранение ртути, план деятельности на 2025–2027 годы\n\n"
                       "(Пересмотренная редакция, рассмотренная консультативной группой Партнерства; заменяет прежний текст от декабря)\n\n"
                       "## I. Краткое изложение вопроса\n\nРтуть.\n\n## II. Цель области партнерства\n\nЦель.\n\n## III. Приоритетные меры\n\nМеры.\n", "ru");
    BOOST_TEST(dump_title_block(one.plan) == "Глобальное партнерство ЮНЕП по ртути: поставки и хранение ртути, план деятельности на 2025–2027 годы | supply-storage |  | 2025/2027 | "
                                             "Пересмотренная редакция, рассмотренная консультативной группой Партнерства; заменяет прежний текст от декабря");
}

BOOST_AUTO_TEST_CASE(title_below_the_name_of_the_programme) {
    BOOST_TEST(block("# UNEP Global Mercury Partnership\n\n**Mercury waste management: business plan 2026-2028**\n\nVersion of 4 February 2026 (endorsed by the partners)", "en") ==
               "Mercury waste management: business plan 2026-2028 | waste | 2026-02-04 | 2026/2028 | ");
    BOOST_TEST(block("# Mercury waste management\n\n**Business plan 2026-2028**\n\n*Adopted at the meeting of the partners in Lisbon, 12 March 2026*", "en") ==
               "Mercury waste management | waste | 2026-03-12 | 2026/2028 | ");
    {
        const Case one("# План работы: ртутные отходы\n\nВерсия от 12.02.2026\n\n# I. Краткое изложение вопроса\n\nТекст.\n\n# II. Цель области партнерства\n\nТекст.\n", "ru");
        BOOST_TEST(dump_title_block(one.plan) == "План работы: ртутные отходы | waste | 2026-02-12 |  | ");
    }
    BOOST_TEST(block("**Mercury waste management**\n\nPartnership area on waste – Global Mercury Partnership, adopted by all partners in Ostrava, 9 October 2025", "en") ==
               "Mercury waste management | waste | 2025-10-09 |  | ");
    // The word for "year" belongs to the date.
    for (const std::string_view date : {"Глобальное партнерство по ртути, сентябрь 2025 года", "План деятельности, 12 сентября 2025 г."}) {
        const Case one("# План работы: ртутные отходы\n\n" + std::string(date) + "\n\n# I. Краткое изложение вопроса\n\nТекст.\n\n# II. Цель области партнерства\n\nТекст.\n", "ru");
        BOOST_TEST(one.plan.date.starts_with("2025-09"));
    }
    // A sentence is no date of the plan.
    BOOST_TEST(block("# Mercury waste management\n\nThe area was created at a meeting on 12 March 2009.", "en") == "Mercury waste management | waste |  |  | ");
}

// A period that a narrow page parted: the year on the next line is its end, and no date.
BOOST_AUTO_TEST_CASE(a_period_over_two_lines) {
    BOOST_TEST(block("**Mercury waste management: business plan 2025-**\n\n2027\n\n12 March 2025", "en").find("| 2025-03-12 |") != std::string::npos);
    BOOST_TEST(block("# Mercury waste management\n\n2027", "en") == "Mercury waste management | waste | 2027 |  | ");
}

// A plan in a message: what greets, and the head of the message, is no title; the date stands in a line below the title's.
BOOST_AUTO_TEST_CASE(title_behind_a_greeting) {
    BOOST_TEST(block("Dear partners,\n\nHere is the final text.\n\nFrom: Area desk <waste@area.example.org>\nSent: Monday, 9 February 2026 09:14\n\n"
                     "Mercury waste management, business plan of the area  \nfor the years 2026-2028  \n9 February 2026", "en") ==
               "Mercury waste management, business plan of the area | waste | 2026-02-09 | 2026/2028 | ");
}

// One sentence of a note that gives the date, another the period.
BOOST_AUTO_TEST_CASE(dates_in_sentences) {
    BOOST_TEST(block("# Mercury waste management\n\nPrepared by the Ministry of Environment, March 2025. Second cycle, 2025 to 2027.", "en") ==
               "Mercury waste management | waste | 2025-03 | 2025/2027 | ");
    BOOST_TEST(block("# Gestion des déchets de mercure\n\nVersion du 12 février 2026. Rédigé par l'Institut des lacs, chef de file.", "fr") ==
               "Gestion des déchets de mercure | waste | 2026-02-12 |  | ");
    BOOST_TEST(block("# Mercury waste management\n\nThe Convention has been in force since 16 August 2017. The area met in Lisbon in May 2018.", "en") ==
               "Mercury waste management | waste |  |  | ");
}

// A plan that was pasted into a mail: its head and the letter are no title.
BOOST_AUTO_TEST_CASE(behind_the_head_of_a_mail) {
    const std::string mail = "From: Ada Roe <ada@lake.example.org>\\\nTo: Secretariat\n\nSubject: Fwd: plan\\\nDate: Tue, 4 Nov 2025 09:12:40 +0000\n\nDear colleagues,\n\nthe plan is below\n\n";
    BOOST_TEST(block(mail + "BUSINESS PLAN 2026-2028\n\n4 November 2025", "en") == "BUSINESS PLAN 2026-2028 |  | 2025-11-04 | 2026/2028 | ");
    BOOST_TEST(block(mail + "Mercury waste management", "en") == "Mercury waste management | waste |  |  | ");
}

// A title page has its title in a box: its words are not counted, and it is the title all the same. Other text there is none.
BOOST_AUTO_TEST_CASE(title_in_a_box) {
    const auto title = [](const std::string& boxed) {
        const std::string text = "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                 "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                                 "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><text:p><draw:frame><draw:text-box>" + boxed +
                                 "</draw:text-box></draw:frame></text:p><text:p>Global Mercury Partnership</text:p>"
                                 "<text:h text:outline-level=\"1\">I. Summary of the issue</text:h><text:p>Lamps break.</text:p>"
                                 "<text:h text:outline-level=\"1\">II. Objective of the partnership area</text:h><text:p>Fewer lamps break.</text:p></office:text></office:body></office:document>";
        const Case one(text, "en", "plan.fodt");
        return one.plan.title + " | " + one.plan.area;
    };
    BOOST_TEST(title("<text:h text:outline-level=\"1\">Mercury waste management</text:h>") == "Mercury waste management | waste");
    BOOST_TEST(title("<text:p>Mercury waste management</text:p>") == "Global Mercury Partnership | ");
}

// A sentence among others says which period the plan is for; that of the one before is another.
BOOST_AUTO_TEST_CASE(periods_that_a_sentence_says) {
    const auto period = [](const std::string& line, const std::string& language) {
        const Case one("# " + line.substr(0, line.find('|')) + "\n\n" + line.substr(line.find('|') + 1) + "\n\n# I. Summary of the issue\n\nText.\n\n# II. Objective of the partnership area\n\nText.\n", language);
        return one.plan.period;
    };
    BOOST_TEST(period("Mercury waste management|Written by the secretariat of the area. The plan covers July 2026 to June 2029.", "en") == "2026-07/2029-06");
    BOOST_TEST(period("Mercury waste management|Written by the secretariat of the area. The previous plan covers 2020 to 2024.", "en") == "");
    BOOST_TEST(period("Ртутные отходы|Версия 1.3 | март 2025 г. | Срок действия: 2025–2027 гг.", "ru") == "2025/2027");
    BOOST_TEST(period("Ртутные отходы|(период: 2026 и 2027 годы; редакция от 15.01.2026)", "ru") == "2026/2027");
    BOOST_TEST(period("إدارة نفايات الزئبق|(تغطي الخطة الأعوام 2026 و2027 و2028)", "ar") == "2026/2028");
    BOOST_TEST(period("汞废物管理|秘书处整理。本计划适用于2026年7月至2029年6月。", "zh") == "2026-07/2029-06");
}

// A day behind a comma or a full stop, with a word for how things stand; when a mail was sent is told where the plan says no day.
BOOST_AUTO_TEST_CASE(days_among_other_words) {
    BOOST_TEST(block("# Mercury waste management\n\nWritten by a consultant for the leads, version of 20 January 2026, period 2026-2029", "en") == "Mercury waste management | waste | 2026-01-20 |  | ");
    BOOST_TEST(block("# Mercury waste management\n\nThe leads met in the old mill, on 20 January 2026, and wrote this with all partners.", "en") == "Mercury waste management | waste |  |  | ");
    BOOST_TEST(block("# Residuos de mercurio\n\nGrupo de trabajo de residuos y lámparas. 22 de mayo de 2026.", "es") == "Residuos de mercurio | waste | 2026-05-22 |  | ");
    BOOST_TEST(block("От: Ада Роу <ada@lake.example.org>\\\nОтправлено: 2 марта 2026 г. 10:45\\\nКому: партнеры\\\nТема: план\n\n# Ртутные отходы\n\n27 февраля 2026 года", "ru") == "Ртутные отходы | waste | 2026-02-27 |  | ");
}

// Lines that the text ran together: the title names the area and ends in the plan's day.
BOOST_AUTO_TEST_CASE(a_title_that_ends_in_a_day) {
    const Case one("PLAN D'ACTIVITÉ 2027-2028\nDomaine de partenariat : offre et stockage du mercure\n6 octobre 2026\n\nI.\tÉnoncé de la question\n\nTexte.\n\nII.\tObjectif du domaine de partenariat\n\nTexte.\n", "fr", "plan.txt");
    BOOST_TEST(one.plan.title == "PLAN D'ACTIVITÉ 2027-2028 Domaine de partenariat : offre et stockage du mercure 6 octobre 2026");
    BOOST_TEST(one.plan.date == "2026-10-06");
    BOOST_TEST(one.plan.period == "2027/2028");
}

// The number of an edition before a dash is no first day of a range.
BOOST_AUTO_TEST_CASE(editions_before_a_day) {
    BOOST_TEST(block("# Mercury waste management\n\nVersion 2 – 14 February 2027 – adopted", "en") == "Mercury waste management | waste | 2027-02-14 |  | ");
    BOOST_TEST(block("# Gestion des déchets mercuriels\n\nVersion 2 – 14 février 2027 – adoptée", "fr") == "Gestion des déchets mercuriels | waste | 2027-02-14 |  | ");
    BOOST_TEST(block("# إدارة نفايات الزئبق\n\nالإصدار 2 – 14 فبراير 2027 – معتمد", "ar") == "إدارة نفايات الزئبق | waste | 2027-02-14 |  | ");
}

BOOST_AUTO_TEST_SUITE_END()
