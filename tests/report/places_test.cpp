// Places in words: what stands in a table is found by its row and the head of its column, in the language of the messages.
#include <boost/test/unit_test.hpp>

#include <string>

#include "plancheck.hpp"
#include "support/summary.hpp"

BOOST_AUTO_TEST_SUITE(places)

using namespace plancheck;

namespace {

std::string place_of(const std::string& plan, const std::string& requirement, const std::string& language) {
    Options options;
    options.language = language;
    const Report report = Validator(options).validate(support::slurp("../examples/plans/" + plan), plan);
    for (const Diagnostic& one : report.diagnostics)
        if (one.requirement == requirement) return one.location.words;
    return "no finding";
}

}  // namespace

BOOST_AUTO_TEST_CASE(cells_by_the_head_of_their_column) {
    const std::string plan = "waste-fr-unfinished.docx", total = "coal-zh-careless.docx";
    BOOST_TEST(place_of(plan, "efforts/timelines", "en") == "section IV, effort 2.3, table 1, row 7, column “Délai de réalisation”");
    BOOST_TEST(place_of(plan, "efforts/timelines", "fr") == "section IV, initiative 2.3, tableau 1, ligne 7, colonne «\u00a0Délai de réalisation\u00a0»");
    BOOST_TEST(place_of(plan, "efforts/timelines", "es") == "sección IV, iniciativa 2.3, cuadro 1, fila 7, columna «Délai de réalisation»");
    BOOST_TEST(place_of(plan, "efforts/timelines", "ru") == "раздел IV, мероприятие 2.3, таблица 1, строка 7, столбец «Délai de réalisation»");
    BOOST_TEST(place_of(total, "plan/table-totals", "zh") == "第IV部分、表1第12行“费用（美元）”列");
    BOOST_TEST(place_of(total, "plan/table-totals", "ar") == "القسم \u2068IV\u2069، الجدول 1، الصف 12، العمود «\u2068费用（美元）\u2069»");
}

// A cell over several columns, and a table whose first row is none of heads, have no head to name.
BOOST_AUTO_TEST_CASE(rows_alone_where_no_head_stands_above) {
    const std::string text =
        "<html><body><h1>Plan</h1><h2>I. Summary of the issue</h2><p>Some text of it.</p><h2>II. Objective of the partnership area</h2><p>To do it.</p>"
        "<h2>III. Priority actions</h2><table><tr><td>first</td><td>mail to ada@</td></tr><tr><td>second</td><td>x</td></tr></table></body></html>";
    const Report report = Validator().validate(text, "plan.html");
    std::string words;
    for (const Diagnostic& one : report.diagnostics)
        if (one.requirement == "plan/addresses-valid") words = one.location.words;
    BOOST_TEST(words == "section III, table 1, row 1");
}

BOOST_AUTO_TEST_SUITE_END()
