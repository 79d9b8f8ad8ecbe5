// What stands for a value in an Arabic plan: digits of both kinds, months with two names, words written together with
// "and" and with the article, numbers in words, and what only looks like a value.
#define BOOST_TEST_DYN_LINK
#include "values_test.hpp"

#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"
#include "text/negation.hpp"

BOOST_AUTO_TEST_SUITE(values_ar)

using namespace plancheck;

namespace {

std::string ar(std::string_view text, std::uint32_t wanted) { return values_of("ar", text, wanted); }

// The hit stands between < and >.
bool negated(std::string_view marked) {
    const std::size_t open = marked.find('<'), close = marked.find('>');
    const std::string before = fold(marked.substr(0, open)), hit = fold(marked.substr(open + 1, close - open - 1));
    std::string text = before;
    if (!before.empty() && marked[open - 1] == ' ') text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += hit;
    const auto end = static_cast<std::uint32_t>(text.size());
    if (close + 1 < marked.size() && marked[close + 1] == ' ') text += ' ';
    text += fold(marked.substr(close + 1));
    return is_negated(text, begin, end, *Languages::built_in().find("ar"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(dates) {
    const auto times = [](std::string_view text) { return ar(text, want_times); };
    BOOST_TEST(times("كانون الثاني/يناير 2025") == "date 2025-01");
    BOOST_TEST(times("حزيران/يونيه 2026") == "date 2026-06");
    BOOST_TEST(times("يوليو 2026") == "date 2026-07");
    BOOST_TEST(times("14 آذار/مارس 2025") == "date 2025-03-14");
    BOOST_TEST(times("١٤ مارس ٢٠٢٥") == "date 2025-03-14");
    BOOST_TEST(times("14 من مارس من عام 2025") == "date 2025-03-14");
    BOOST_TEST(times("03/04/2025") == "date 2025-04-03");
    BOOST_TEST(times("2025/3/14") == "date 2025-03-14");
    BOOST_TEST(times("في عام 2027") == "date 2027");
    BOOST_TEST(times("في عام 2025م") == "date 2025");
    BOOST_TEST(times("جانفي 2026") == "date 2026-01");
    BOOST_TEST(times("تشرين الثاني/نوفمبر 2025") == "date 2025-11");
    BOOST_TEST(times("تشرين الأول 2025") == "date 2025-10");
    BOOST_TEST(times("في عام 2025 ثم في عام 2027") == "date 2025 | date 2027");
    BOOST_TEST(times("في عامي 2025 و2027") == "date 2025 | date 2027");
    // A year of the moon is known by the months in which it begins and ends.
    BOOST_TEST(times("في عام 1446 هـ") == "period 2024-07/2025-06");
    BOOST_TEST(times("1446هـ") == "period 2024-07/2025-06");
    BOOST_TEST(times("خلال 1447-1448 هـ") == "period 2025-06/2027-06");
    BOOST_TEST(times("1446 هاتفا") == "");
}

BOOST_AUTO_TEST_CASE(periods_and_quarters) {
    const auto times = [](std::string_view text) { return ar(text, want_times); };
    BOOST_TEST(times("2025-2027") == "period 2025/2027");
    BOOST_TEST(times("٢٠٢٥–٢٠٢٧") == "period 2025/2027");
    BOOST_TEST(times("من آذار/مارس 2025 إلى حزيران/يونيه 2026") == "period 2025-03/2026-06");
    BOOST_TEST(times("بين عامي 2025 و2027") == "period 2025/2027");
    BOOST_TEST(times("بحلول عام 2027") == "period /2027");
    BOOST_TEST(times("بحلول كانون الأول/ديسمبر 2026") == "period /2026-12");
    BOOST_TEST(times("بحلول نهاية عام 2026") == "period /2026");
    BOOST_TEST(times("في موعد أقصاه 30 حزيران/يونيه 2026") == "period /2026-06-30");
    BOOST_TEST(times("اعتباراً من عام 2025") == "period 2025/");
    BOOST_TEST(times("الربع الأول من عام 2025") == "quarter 2025-Q1");
    BOOST_TEST(times("من الربع الثالث من عام 2025 إلى الربع الثاني من عام 2027") == "period 2025-Q3/2027-Q2");
    BOOST_TEST(times("النصف الثاني من عام 2026") == "quarter 2026-H2");
    BOOST_TEST(times("ربيع عام 2026") == "date 2026");
    BOOST_TEST(times("للفترة 2025-2027") == "period 2025/2027");
    BOOST_TEST(times("فترة السنتين 2024-2025") == "period 2024/2025");
    BOOST_TEST(times("مستمر") == "ongoing مستمر");
    BOOST_TEST(times("قيد التنفيذ منذ عام 2024") == "ongoing قيد التنفيذ | period 2024/");
}

BOOST_AUTO_TEST_CASE(recurrences) {
    const auto every = [](std::string_view text) { return ar(text, want_recurrence); };
    for (const std::string_view text : {"كل سنتين", "كل عامين", "مرة كل سنتين", "مرة واحدة كل عامين", "مرة في كل عامين", "كل ٢٤ شهراً", "كل أربعة وعشرين شهرا",
                                        "دورة مدتها سنتان", "في السنوات الفردية", "بفاصل سنتين", "لكل فترة سنتين"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P2Y"); }
    }
    for (const std::string_view text : {"سنوياً", "التقرير السنوي", "كل سنة", "مرة في السنة", "مرة واحدة على الأقل في السنة", "كل عام", "كل اثني عشر شهراً"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P1Y"); }
    }
    for (const std::string_view text : {"تقرير نصف سنوي", "مرتين في السنة", "كل ستة أشهر", "نصف السنوية"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == "recurrence P6M"); }
    }
    BOOST_TEST(every("ربع سنوي") == "recurrence P3M");
    BOOST_TEST(every("كل خمس سنوات") == "recurrence P5Y");
    BOOST_TEST(every("كل ثلاثة أعوام") == "recurrence P3Y");
    BOOST_TEST(every("بانتظام") == "recurrence P");
    for (const std::string_view text : {"لمدة سنتين", "ولاية مدتها سنتان", "كل الشركاء", "كل شريك"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(every(text) == ""); }
    }
}

BOOST_AUTO_TEST_CASE(amounts) {
    const auto money = [](std::string_view text) { return ar(text, want_money); };
    BOOST_TEST(money("٥٠ ألف دولار") == "money 50000 USD");
    BOOST_TEST(money("10 000 كرونة") == "money 10000 XXX");
    BOOST_TEST(money("٢٥٠٬٠٠٠ ريال") == "money 250000 XXX");
    BOOST_TEST(money("10 000 ريال سعودي") == "money 10000 SAR");
    BOOST_TEST(money("3 ملايين دينار") == "money 3000000 XXX");
    BOOST_TEST(money("150 000 دولار") == "money 150000 USD");
    BOOST_TEST(money("١٥٠٬٠٠٠ دولار") == "money 150000 USD");
    BOOST_TEST(money("150,000 دولار من دولارات الولايات المتحدة") == "money 150000 USD");
    BOOST_TEST(money("1٫5 مليون يورو") == "money 1500000 EUR");
    BOOST_TEST(money("1,5 مليون دولار") == "money 1500000 USD");
    BOOST_TEST(money("3 ملايين دولار") == "money 3000000 USD");
    BOOST_TEST(money("2 مليار يورو") == "money 2000000000 EUR");
    BOOST_TEST(money("12 000 فرنك سويسري") == "money 12000 CHF");
    BOOST_TEST(money("500 ريال سعودي") == "money 500 SAR");
    BOOST_TEST(money("USD 40 000") == "money 40000 USD");
    BOOST_TEST(money("150 000") == "");
    BOOST_TEST(ar("خفض بنسبة 55 في المائة أو ٣٠٪", want_numbers) == "percentage 55 % | percentage 30 %");
    BOOST_TEST(ar("400 طن و40 موقعاً و6 بلدان", want_numbers) == "quantity 400 t | quantity 40 sites | quantity 6 countries");
    BOOST_TEST(ar("14 مصنعاً، 380 عاملاً، 5 حلقات عمل", want_numbers) == "quantity 14 facilities | quantity 380 people | quantity 5 events");
}

BOOST_AUTO_TEST_CASE(references_and_contacts) {
    BOOST_TEST(ar("المقرر 24/3", want_references) == "reference decision 24/3");
    BOOST_TEST(ar("المقررات 23/9 و24/3 و25/5", want_references) == "reference decision 23/9 | reference decision 24/3 | reference decision 25/5");
    BOOST_TEST(ar("قرار الجمعية العامة 60/215", want_references) == "reference resolution 60/215");
    BOOST_TEST(ar("هاتف: 022 555 01 02", want_contacts) == "telephone 0225550102");
    BOOST_TEST(ar("هاتف: ٠٢٢ ٥٥٥ ٠١ ٠٢، البريد الإلكتروني: x@example.org", want_contacts) == "telephone 0225550102 | email x@example.org");
    BOOST_TEST(ar("اكتب إلى \u2066office@lac.example.org\u2069.", want_contacts) == "email office@lac.example.org");
}

BOOST_AUTO_TEST_CASE(names) {
    const auto names = [](std::string_view text) { return ar(text, want_names | want_contacts); };
    BOOST_TEST(names("السيدة ليلى نموذج، معهد البحيرة") == "person السيدة ليلى نموذج | organisation معهد البحيرة");
    BOOST_TEST(names("د. سامي مثال – جامعة المرفأ") == "person د. سامي مثال | organisation جامعة المرفأ");
    BOOST_TEST(names("وزارة البيئة (السيد فادي شاهد)، storage@example.int") == "organisation وزارة البيئة | person السيد فادي شاهد | email storage@example.int");
    BOOST_TEST(names("الجهة الرائدة: السيدة ليلى نموذج") == "person السيدة ليلى نموذج");
    for (const std::string_view text : {"يحدد لاحقاً", "سيعين لاحقا", "شاغر", "يؤكد لاحقاً"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ar(text, 0xFFF).starts_with("unset ")); }
    }
}

BOOST_AUTO_TEST_CASE(denials) {
    for (const std::string_view text : {"لا يقدم المجال <تقريراً> كل سنتين", "لن يقدم <تقرير> عن التقدم", "ليس من المقرر تقديم <تقرير>", "من دون <تقرير>",
                                        "بدون <تقرير>", "<التقرير> غير متوقع", "<تقرير> السنتين لن يصدر", "عدم تقديم <تقرير>", "ألغي <التقرير> المقدم كل سنتين", "لم يعد يقدم أي <تقرير>"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(negated(text)); }
    }
    for (const std::string_view text : {"يقدم المجال <تقريراً> كل سنتين", "لا يقتصر ذلك على <التقرير>", "لا سيما في <التقرير>", "من دون تأخير يقدم <التقرير>", "ما لا يقل عن <تقرير> واحد",
                                        "المنظمات غير الحكومية تعد <تقريراً>", "الميزانية لم تقر بعد. ويقدم <تقرير> كل سنتين", "الميزانية لم تقر بعد، لكن <التقرير> مقرر"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!negated(text)); }
    }
}

BOOST_AUTO_TEST_CASE(words_that_only_look_alike) {
    const Language* language = Languages::built_in().find("ar");
    const auto found = [&](std::string_view term, std::string_view text) {
        TermIndex index;
        BOOST_TEST(index.add(1, term, language));
        index.build();
        return !index.find(fold(text)).empty();
    };
    BOOST_TEST(found("شركاء", "للشركاء"));
    BOOST_TEST(!found("شركاء", "شركات وشراكة"));
    BOOST_TEST(!found("رئيس", "الأنشطة الرئيسية"));
    BOOST_TEST(found("التقييم", "ﺍﻟﺘﻘﻴﻴﻢ"));           // presentation forms from a PDF
    BOOST_TEST(found("أولويات العمل", "أولويّات الـعـمل"));  // vowel signs and tatweel
    TermIndex index;
    BOOST_TEST(index.add(7, "الجهة الرائدة", language));
    index.build();
    // An article or "and" that is written together belongs to the hit where a place is asked.
    BOOST_TEST(index.match_at(fold("والجهة الرائدة: س"), 0).end != 0U);
    BOOST_TEST(index.is_term(fold("الجهة الرائدة"), 7));
    BOOST_TEST(index.is_term(fold("جهة الرائدة"), 7));
    BOOST_TEST(!index.is_term(fold("الجهة الرائدة للمجال"), 7));
}

// A name is not cut where its end happens to be a word of time, and keeps nothing of what is written together with one.
BOOST_AUTO_TEST_CASE(names_beside_times) {
    BOOST_TEST(values_of("ar", "اتحاد بلديات فالدوريا", want_names | want_all) == "organisation اتحاد بلديات فالدوريا");
    BOOST_TEST(values_of("ar", "معهد البحيرة بالربع الأول 2026", want_names | want_all) == "organisation معهد البحيرة | quarter 2026-Q1");
}

// Where a time is asked for, they count from the beginning, or say how long it takes.
BOOST_AUTO_TEST_CASE(times_that_count) {
    BOOST_TEST(values_of("ar", "السنة الأولى", in_time_field | want_times) == "ongoing السنة الأولى");
    BOOST_TEST(values_of("ar", "الأشهر الستة الأولى", in_time_field | want_times) == "ongoing الأشهر الستة الأولى");
}

BOOST_AUTO_TEST_SUITE_END()
