#define BOOST_TEST_DYN_LINK
#include <boost/test/unit_test.hpp>

#include "text/fold.hpp"
#include "text/negation.hpp"
#include "text/numerals.hpp"
#include "values_test.hpp"

BOOST_AUTO_TEST_SUITE(values_russian)

using namespace plancheck;

namespace {

std::string ru(std::string_view text, std::uint32_t wanted) { return values_of("ru", text, wanted); }

// The hit stands between < and >.
bool denied(std::string_view marked) {
    const std::size_t open = marked.find('<'), close = marked.find('>');
    const std::string before = fold(std::string(marked.substr(0, open)) + "|");
    const std::string text = fold(std::string(marked.substr(0, open)) + std::string(marked.substr(open + 1, close - open - 1)) + std::string(marked.substr(close + 1)));
    const auto begin = static_cast<std::uint32_t>(before.size() - 1);
    const auto end = begin + static_cast<std::uint32_t>(fold(marked.substr(open + 1, close - open - 1)).size());
    return is_negated(text, begin, end, *Languages::built_in().find("ru"));
}

std::string numeral(std::string_view line) {
    const auto n = parse_numeral(line, Languages::built_in());
    return n ? std::to_string(n->value) + '|' + std::string(line.substr(n->size)) : "-";
}

}  // namespace

BOOST_AUTO_TEST_CASE(recurrences) {
    for (const std::string_view text :
         {"раз в два года", "один раз в два года", "не реже одного раза в два года", "каждые два года", "каждые 2 года", "раз в 2 года", "двухгодичный доклад", "двухгодичных докладов",
          "на двухгодичной основе", "через год", "каждый второй год", "с периодичностью в два года", "с интервалом в два года", "каждые 24 месяца", "раз в двадцать четыре месяца",
          "по четным годам", "по нечётным годам", "двухлетний отчет", "Раз в два года"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_recurrence) == "recurrence P2Y"); }
    }
    for (const std::string_view text : {"ежегодно", "ежегодное совещание", "раз в год", "не реже одного раза в год", "каждый год", "годовой доклад", "каждые двенадцать месяцев", "один раз в год"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_recurrence) == "recurrence P1Y"); }
    }
    for (const std::string_view text : {"два раза в год", "дважды в год", "раз в полгода", "каждые шесть месяцев", "полугодовой отчет", "раз в шесть месяцев"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_recurrence) == "recurrence P6M"); }
    }
    BOOST_TEST(ru("ежеквартально", want_recurrence) == "recurrence P3M");
    BOOST_TEST(ru("раз в квартал", want_recurrence) == "recurrence P3M");
    BOOST_TEST(ru("раз в пять лет", want_recurrence) == "recurrence P5Y");
    BOOST_TEST(ru("каждые три года", want_recurrence) == "recurrence P3Y");
    BOOST_TEST(ru("регулярно", want_recurrence) == "recurrence P");
    // A term of two years is no rhythm, nor is a rate, nor every partner.
    for (const std::string_view text : {"сроком на два года", "двухлетний проект", "два года", "каждый партнер", "каждые два партнера", "в 2025 году, а затем в 2027 году", "раз и навсегда", "через годы"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_recurrence) == ""); }
    }
}

BOOST_AUTO_TEST_CASE(dates) {
    BOOST_TEST(ru("3 марта 2025 г.", want_times) == "date 2025-03-03");
    BOOST_TEST(ru("14 марта 2025 года", want_times) == "date 2025-03-14");
    BOOST_TEST(ru("5-го марта 2026", want_times) == "date 2026-03-05");
    BOOST_TEST(ru("к 31-му ноября 2026 года", want_times) == "period /2026-11-31");
    BOOST_TEST(ru("с 1-го января 2025 по 31-е декабря 2028", want_times) == "period 2025-01-01/2028-12-31");
    BOOST_TEST(ru("03.04.2025", want_times) == "date 2025-04-03");
    BOOST_TEST(ru("март 2025 года", want_times) == "date 2025-03");
    BOOST_TEST(ru("в марте 2025 года", want_times) == "date 2025-03");
    BOOST_TEST(ru("Сентябрь 2026", want_times) == "date 2026-09");
    BOOST_TEST(ru("янв. 2026", want_times) == "date 2026-01");
    BOOST_TEST(ru("в мае 2026 г.", want_times) == "date 2026-05");
    BOOST_TEST(ru("31 июня 2025 года", want_times) == "date 2025-06-31");
    BOOST_TEST(ru("в 2025 году", want_times) == "date 2025");
    BOOST_TEST(ru("в 2025 году, а затем в 2027 году", want_times) == "date 2025 | date 2027");
    BOOST_TEST(ru("в 2025 и 2027 годах", want_times) == "date 2025 | date 2027");
    BOOST_TEST(ru("2025 год", want_times) == "date 2025");
    BOOST_TEST(ru("середина 2025 года", want_times) == "date 2025");
    BOOST_TEST(ru("весна 2026 года", want_times) == "date 2026");
    BOOST_TEST(ru("I квартал 2025 года", want_times) == "quarter 2025-Q1");
    BOOST_TEST(ru("1-й квартал 2025 г.", want_times) == "quarter 2025-Q1");
    BOOST_TEST(ru("в третьем квартале 2026 года", want_times) == "quarter 2026-Q3");
    BOOST_TEST(ru("IV кв. 2026", want_times) == "quarter 2026-Q4");
    BOOST_TEST(ru("первое полугодие 2025 года", want_times) == "quarter 2025-H1");
    BOOST_TEST(ru("во II полугодии 2025 года", want_times) == "quarter 2025-H2");
    BOOST_TEST(ru("около 2025 штук", want_times) == "date 2025");
    BOOST_TEST(ru("всего 2025 ламп", want_times) == "");
    BOOST_TEST(ru("14 марта", want_times) == "");
    BOOST_TEST(ru("решение 24/3, резолюция 60/215", want_times) == "");
}

BOOST_AUTO_TEST_CASE(periods) {
    BOOST_TEST(ru("2025–2027 годы", want_times) == "period 2025/2027");
    BOOST_TEST(ru("2025–2027 гг.", want_times) == "period 2025/2027");
    BOOST_TEST(ru("с 2025 по 2027 год", want_times) == "period 2025/2027");
    BOOST_TEST(ru("с 2025 года по 2027 год", want_times) == "period 2025/2027");
    BOOST_TEST(ru("с января 2025 года по июнь 2026 года", want_times) == "period 2025-01/2026-06");
    BOOST_TEST(ru("январь 2025 года – июнь 2026 года", want_times) == "period 2025-01/2026-06");
    BOOST_TEST(ru("с марта по июнь 2025 года", want_times) == "period 2025-03/2025-06");
    BOOST_TEST(ru("14–18 марта 2025 года", want_times) == "period 2025-03-14/2025-03-18");
    BOOST_TEST(ru("с 1 января 2025 года по 30 июня 2026 года", want_times) == "period 2025-01-01/2026-06-30");
    BOOST_TEST(ru("до 2027 года", want_times) == "period /2027");
    BOOST_TEST(ru("к концу 2026 года", want_times) == "period /2026");
    BOOST_TEST(ru("до конца 2026 года", want_times) == "period /2026");
    BOOST_TEST(ru("не позднее 30 июня 2026 года", want_times) == "period /2026-06-30");
    BOOST_TEST(ru("начиная с 2025 года", want_times) == "period 2025/");
    BOOST_TEST(ru("с марта 2025 года", want_times) == "period 2025-03/");
    BOOST_TEST(ru("III квартал 2025 года – II квартал 2027 года", want_times) == "period 2025-Q3/2027-Q2");
    BOOST_TEST(ru("2027–2025 годы", want_times | in_time_field) == "period 2027/2025");
}

BOOST_AUTO_TEST_CASE(ongoing_and_unset) {
    for (const std::string_view text : {"постоянно", "на постоянной основе", "непрерывно", "ведется", "бессрочно", "в течение всего цикла"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_times).starts_with("ongoing ")); }
    for (const std::string_view text : {"уточняется", "подлежит определению", "Подлежит назначению", "будет определено", "вакантно", "не определен"})
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(ru(text, want_unset) == "unset " + std::string(text)); }
}

BOOST_AUTO_TEST_CASE(money_and_numbers) {
    BOOST_TEST(ru("1,5 млн долл. США", want_money) == "money 1500000 USD");
    BOOST_TEST(ru("150 000 долл. США", want_money) == "money 150000 USD");
    BOOST_TEST(ru("150 тыс. долларов", want_money) == "money 150000 USD");
    BOOST_TEST(ru("400-450 млн руб.", want_money) == "money 400000000 RUB | money 450000000 RUB");
    BOOST_TEST(ru("20 тыс. евро", want_money) == "money 20000 EUR");
    BOOST_TEST(ru("2 млрд рублей", want_money) == "money 2000000000 RUB");
    BOOST_TEST(ru("350 тыс. руб.", want_money) == "money 350000 RUB");
    BOOST_TEST(ru("12 000 швейцарских франков", want_money) == "money 12000 CHF");
    BOOST_TEST(ru("1.234.567,89 EUR", want_money) == "money 1234567.89 EUR");
    BOOST_TEST(ru("USD 40 000", want_money) == "money 40000 USD");
    BOOST_TEST(ru("150 000", want_money) == "");
    BOOST_TEST(ru("2 млн человек", want_money) == "");
    BOOST_TEST(ru("на 12,5 процента и 30 %", want_numbers) == "percentage 12.5 % | percentage 30 %");
    BOOST_TEST(ru("15 стран, 400 т, 3 семинара, 12 кг", want_numbers) == "quantity 15 countries | quantity 400 t | quantity 3 events | quantity 12 kg");
    BOOST_TEST(ru("в 2025 году 40 объектов", want_numbers) == "quantity 40 sites");
}

BOOST_AUTO_TEST_CASE(references_and_contacts) {
    BOOST_TEST(ru("решение 24/3", want_references) == "reference decision 24/3");
    BOOST_TEST(ru("в решениях 24/3 и 27/12 Совета управляющих", want_references) == "reference decision 24/3 | reference decision 27/12");
    BOOST_TEST(ru("резолюции 60/215 Генеральной Ассамблеи", want_references) == "reference resolution 60/215");
    BOOST_TEST(ru("Тел.: 8 495 555-01-02, эл. почта: a@example.org", want_contacts) == "telephone 84955550102 | email a@example.org");
    BOOST_TEST(ru("+7 (495) 555-01-02", want_contacts) == "telephone +74955550102");
    BOOST_TEST(ru("ada.model собака example.org", want_contacts) == "masked ada.model собака example.org");
    BOOST_TEST(ru("2024 2026 150 000", want_contacts) == "");
}

BOOST_AUTO_TEST_CASE(names) {
    BOOST_TEST(ru("г-жа Ада Модель, Институт озера", want_names) == "person г-жа Ада Модель | organisation Институт озера");
    BOOST_TEST(ru("д-р Борис Пример (Министерство природы)", want_names) == "person д-р Борис Пример | organisation Министерство природы");
    BOOST_TEST(ru("Институт чистых городов (ИЧГ); ЮНИДО", want_names) == "organisation Институт чистых городов | organisation ИЧГ | organisation ЮНИДО");
    BOOST_TEST(ru("Вера Шаблон", want_names) == "person Вера Шаблон?");
    BOOST_TEST(ru("Ада Модель, Сеть «Чистое здоровье»", want_names) == "person Ада Модель? | organisation Сеть «Чистое здоровье»");
    BOOST_TEST(ru("некоторые слова", want_names) == "");
}

BOOST_AUTO_TEST_CASE(denials) {
    for (const std::string_view text :
         {"<двухгодичный доклад> не предусмотрен", "Область не представляет <доклад раз в два года>", "Никакого <двухгодичного доклада> не будет", "<Доклад> раз в два года не готовится.",
          "без <двухгодичного доклада>", "вместо <двухгодичного доклада>", "Отсутствие <двухгодичного доклада> объясняется нехваткой времени", "Ни <доклад>, ни обзор не планируются",
          "<Двухгодичные доклады> отменены", "<двухгодичный доклад> больше не составляется", "Партнеры никогда не направляли <двухгодичных докладов>"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(denied(text)); }
    }
}

BOOST_AUTO_TEST_CASE(statements) {
    for (const std::string_view text :
         {"Область представляет <двухгодичный доклад>.", "не только <двухгодичный доклад>, но и обзор", "не позднее марта представляется <двухгодичный доклад>",
          "не реже одного раза в два года представляется <доклад>", "Бюджета нет. <Двухгодичный доклад> готовится.", "Средств нет, однако <двухгодичный доклад> готовится",
          "Без промедления руководитель направляет <двухгодичный доклад>", "<двухгодичный доклад> направляется не только ЮНЕП",
          "для неправительственных организаций готовится <двухгодичный доклад>", "непреднамеренные выбросы учитывает <двухгодичный доклад>",
          "Тем не менее <двухгодичный доклад> представляется", "<Двухгодичный доклад>, который направляется ЮНЕП"}) {
        BOOST_TEST_CONTEXT("text: " << text) { BOOST_TEST(!denied(text)); }
    }
}

BOOST_AUTO_TEST_CASE(numerals_typed_on_a_russian_keyboard) {
    BOOST_TEST(numeral("Раздел IV. Деятельность") == "4|Деятельность");
    BOOST_TEST(numeral("Часть II – Цель") == "2|Цель");
    BOOST_TEST(numeral("ГЛАВА III. ПРИОРИТЕТНЫЕ МЕРЫ") == "3|ПРИОРИТЕТНЫЕ МЕРЫ");
    BOOST_TEST(numeral("Х. Партнеры") == "10|Партнеры");
    BOOST_TEST(numeral("ІХ. Взаимосвязи") == "9|Взаимосвязи");
    BOOST_TEST(numeral("Разделы плана") == "-");
    BOOST_TEST(numeral("Частью этой работы") == "-");
}

// Where a time is asked for, they count from the beginning, or say how long it takes.
BOOST_AUTO_TEST_CASE(times_that_count) {
    BOOST_TEST(values_of("ru", "первый год", in_time_field | want_times) == "ongoing первый год");
    BOOST_TEST(values_of("ru", "2-й и 3-й годы", in_time_field | want_times) == "ongoing 2-й и 3-й годы");
    BOOST_TEST(values_of("ru", "шесть месяцев", in_time_field | want_times) == "ongoing шесть месяцев");
}

BOOST_AUTO_TEST_SUITE_END()
